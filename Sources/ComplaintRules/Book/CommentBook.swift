/// The daily review of the comment book that lies in the hall (1-domain, Comment book, every business day).
public struct BookDay: Hashable, Sendable {
    /// How a day of the book stands.
    public enum Status: String, CaseIterable, Codable, Sendable {
        /// Reviewed in time, with entries.
        case reviewed
        /// Reviewed in time; there was none.
        case nothing = "nil"
        /// Reviewed after closing time, or on a later day with a reason.
        case late
        /// A day of business that nobody has reviewed.
        case missed
        /// The branch was closed.
        case closed
        /// Today, and not reviewed yet.
        case due
        /// Opened for review, and not closed yet.
        case open
        /// Still to come, or before the desk was made.
        case outside
    }

    /// The day.
    public var day: Day
    /// When its review began.
    public var openedAt: Moment
    /// Who reviews it.
    public var by: StaffNumber
    /// Why it is reviewed on a later day; empty where it is not.
    public var reason: String
    /// The numbers of the cases that were logged from it.
    public var entries: [String] = []
    /// When its review ended.
    public var closedAt: Moment?

    /// Makes a day whose review begins.
    public init(day: Day, openedAt: Moment, by: StaffNumber, reason: String) {
        self.day = day
        self.openedAt = openedAt
        self.by = by
        self.reason = reason
    }
}

/// What happened on a review of the comment book. Appended to the ledger and never changed.
public enum BookEvent: Hashable, Sendable {
    case opened(Opened)
    case entered(Entered)
    case closed(Closed)

    /// A review began.
    public struct Opened: Hashable, Codable, Sendable {
        /// Of which day.
        public var day: Day
        /// Why on a later day; empty where it is the same.
        public var reason: String
    }

    /// A new entry was logged as a case.
    public struct Entered: Hashable, Codable, Sendable {
        /// From which day's review.
        public var day: Day
        /// The case's number.
        public var number: String
    }

    /// A review ended.
    public struct Closed: Hashable, Codable, Sendable {
        /// Of which day.
        public var day: Day
        /// Whether there was no new entry.
        public var isNil: Bool
        /// Why only after closing time or on a later day, of a review that was begun in time; nil for all others.
        public var reason: String?
    }
}

/// What a person wants to do with the comment book.
public enum BookAct: Hashable, Sendable {
    /// Begin the review of a day; for a day gone by with the reason why it is late.
    case open(Day, reason: String)
    /// Tie a case that was just logged to the review.
    case enter(Day, number: String)
    /// End the review: there was no new entry. One that was begun on its day and is ended on a later one is late, and says why.
    case nothing(Day, reason: String = "")
    /// End the review; on a later day as well with the reason.
    case close(Day, reason: String = "")

    /// The same with a reason why it is late, where it can have one.
    public func withReason(_ reason: String) -> BookAct {
        switch self {
        case .open(let day, _): .open(day, reason: reason)
        case .nothing(let day, _): .nothing(day, reason: reason)
        case .close(let day, _): .close(day, reason: reason)
        case .enter: self
        }
    }

    /// The day that it is about.
    public var day: Day {
        switch self {
        case .open(let day, _), .enter(let day, _), .nothing(let day, _), .close(let day, _): day
        }
    }
}

/// Decides whether `actor` may do `act` to the review `state` of its day; nil is a day that nobody has opened.
///
/// - Parameter loose: the numbers of the cases that came by the book and belong to no review yet: each belongs to the next one that begins or
///   ends, and a review to which any belong is none without entries.
/// - Returns: what happens, in order; never empty.
/// - Throws: the first rule that stands against it.
public func decide(
    _ act: BookAct,
    on state: BookDay?,
    loose: [String] = [],
    in occasion: Occasion
) throws(Refusal) -> [BookEvent] {
    if occasion.actor.member.isRetired { throw .retired(occasion.actor.number) }
    if !occasion.actor.isManager { throw .bookRoleMayNot }
    let today = occasion.today
    let state = state.flatMap { occasion.desk.isReview($0) ? $0 : nil }
    /// Why the review ends only today; nil where its reason stands already, or it is the day itself.
    func lateness(_ review: BookDay, _ reason: String) throws(Refusal) -> String? {
        guard occasion.desk.isReviewLate(of: review.day, at: occasion.now), review.reason.isBlank else { return nil }
        try occasion.checkLateReason(reason, of: review.day)
        return reason.trimmed
    }
    switch act {
    case .open(let day, let reason):
        if let state { throw state.closedAt == nil ? .bookOpened(day) : .bookClosed(day) }
        if day > today { throw .inTheFuture("day") }
        if let founding = occasion.desk.founding, day < founding { throw .beforeFounding(founding) }
        if !occasion.desk.hours.isOpen(on: day) { throw .branchClosed(day) }
        // A day gone by, or whose closing time is past, can only be made up, with a reason, and is never dated back.
        let isLate = occasion.desk.isReviewLate(of: day, at: occasion.now)
        if isLate { try occasion.checkLateReason(reason, of: day) }
        try checkLength(of: reason, in: "reason", limit: Intake.lineLimit)
        return [.opened(.init(day: day, reason: isLate ? reason.trimmed : ""))] + entries(loose, of: day)
    case .enter(let day, let number):
        try checkOpen(state, day)
        return [.entered(.init(day: day, number: number))]
    case .nothing(let day, let reason):
        let open = try checkOpen(state, day)
        // Before the doors open nobody can have written anything, nor will have.
        let opening = LocalTime(day: day, time: occasion.desk.hours.opening(on: day))
        if occasion.now < occasion.desk.zone.moment(of: opening) { throw .bookBeforeOpening(opening) }
        let count = open.entries.count + loose.count
        if count > 0 { throw .bookHasEntries(count) }
        return [.closed(.init(day: day, isNil: true, reason: try lateness(open, reason)))]
    case .close(let day, let reason):
        let open = try checkOpen(state, day)
        if open.entries.isEmpty, loose.isEmpty { throw .bookHasNoEntries }
        return entries(loose, of: day) + [.closed(.init(day: day, isNil: false, reason: try lateness(open, reason)))]
    }
}

extension Occasion {
    /// Checks that a review which comes only after closing time says why; where nothing is said, the refusal names that time.
    fileprivate func checkLateReason(_ reason: String, of day: Day) throws(Refusal) {
        if reason.isBlank { throw .bookReviewLate(closing: LocalTime(day: day, time: desk.hours.closing(on: day))) }
        try checkSaid(reason, in: FieldName("reason", label: .lateReviewReason))
        try checkLength(of: reason, in: "reason", limit: Intake.lineLimit)
    }
}

private func entries(_ numbers: [String], of day: Day) -> [BookEvent] { numbers.map { .entered(.init(day: day, number: $0)) } }

@discardableResult
private func checkOpen(_ state: BookDay?, _ day: Day) throws(Refusal) -> BookDay {
    guard let state else { throw .bookNotOpened(day) }
    if state.closedAt != nil { throw .bookClosed(day) }
    return state
}

/// What `happened` makes of the review of a day.
public func evolve(_ state: BookDay?, _ happened: Happened<BookEvent>) -> BookDay? {
    switch happened.event {
    case .opened(let opened):
        return BookDay(day: opened.day, openedAt: happened.at, by: happened.by, reason: opened.reason)
    case .entered(let entered):
        var next = state
        next?.entries.append(entered.number)
        return next
    case .closed(let closed):
        var next = state
        next?.closedAt = happened.at
        if let reason = closed.reason { next?.reason = reason }
        return next
    }
}

extension DeskRules {
    /// How a day of the book stands at `now`. Days before `founding` are none of this desk's.
    ///
    /// - Parameter written: how many entries of the book were written on it: a day that has some, logged since, is no longer one without entries or
    ///   without its book, whatever was corrected. It need not be known where `deniesEntries(on:)` says no.
    public func bookStatus(of day: Day, _ review: BookDay?, founding: Day, at now: Moment, written: Int = 0) -> BookDay.Status {
        let today = zone.day(at: now)
        if day > today || day < founding { return .outside }
        if let correction = bookCorrections[day], written == 0 || !correction.status.deniesEntries { return correction.status }
        return uncorrectedStatus(of: day, review, at: now, written: written)
    }

    /// Whether a correction says of a day that nobody can have written in the book on it.
    public func deniesEntries(on day: Day) -> Bool {
        bookCorrections[day]?.status.deniesEntries == true || openings[day]?.isOpen == false
    }

    /// Whether a review is one: a clock that had run ahead and was declared wrong may have let somebody review a day before there was one.
    func isReview(_ review: BookDay) -> Bool { zone.day(at: review.openedAt) >= review.day }

    /// Whether what is done to the review of a day at `moment` is late, and has to say why: after closing time, or on a later day.
    public func isReviewLate(of day: Day, at moment: Moment) -> Bool {
        moment > zone.moment(of: LocalTime(day: day, time: hours.closing(on: day)))
    }

    /// How a day of the book stands, whatever was corrected of it: by the hours and the calendar that held on it.
    func uncorrectedStatus(of day: Day, _ review: BookDay?, at now: Moment, written: Int = 0) -> BookDay.Status {
        let today = zone.day(at: now)
        guard let review, isReview(review) else {
            let isCorrected = openings[day]?.isOpen == false
            if !hours.isOpen(on: day), written == 0 || !isCorrected { return .closed }
            return day == today ? .due : .missed
        }
        guard let closedAt = review.closedAt else { return day == today ? .open : .missed }
        if isReviewLate(of: day, at: closedAt) { return .late }
        return review.entries.isEmpty ? .nothing : .reviewed
    }
}

extension Intake {
    /// What stands in the field of when an entry of the comment book was written, in the review of `day`, as long as nobody says another: what is found
    /// late was written then. Nil on the day itself, whose hour is known (1-domain, Comment book).
    public static func written(inReviewOf day: Day, today: Day) -> String? { day < today ? day.iso : nil }
}
