/// How a day of the comment book stands by the branch manager's correction, beside what stood before.
public struct BookCorrection: Hashable, Codable, Sendable {
    /// The day.
    public let day: Day
    /// How it stands now.
    public let status: BookDay.Status
    /// Why.
    public let reason: String
    /// How it stood before.
    public let stood: BookDay.Status
    /// The corrections before this one, the first of them first; nil for none.
    public let earlier: [Earlier]?

    /// A correction that was corrected: how the day stood before it, and why it was made.
    public struct Earlier: Hashable, Codable, Sendable {
        /// How the day stood.
        public let stood: BookDay.Status
        /// Why that was corrected.
        public let reason: String
    }

    /// Makes a correction, of another one where that stands.
    public init(day: Day, status: BookDay.Status, reason: String, stood: BookDay.Status, after other: BookCorrection? = nil) {
        self.day = day
        self.status = status
        self.reason = reason
        self.stood = stood
        earlier = other.map { ($0.earlier ?? []) + [Earlier(stood: $0.stood, reason: $0.reason)] }
    }

    /// Whether it was made on its day or after it, as it is judged now: nobody corrects a day that has not been.
    public func counts(judgedAt moment: Moment, in zone: any LocalZone) -> Bool { zone.day(at: moment) >= day }

    /// How the day stood before each correction of it, and why that was made, the first of them first.
    var steps: [Earlier] { (earlier ?? []) + [Earlier(stood: stood, reason: reason)] }
}

extension BookDay.Status {
    /// How a day that has been can turn out to stand.
    public static let correctable: [BookDay.Status] = [.reviewed, .nothing, .late, .missed, .closed]
    /// Whether a day that stands so has no entries.
    var deniesEntries: Bool { self == .nothing || self == .closed }
    /// What is told of a day that was corrected to stand so, and of which that many entries were logged all the same.
    public static func entriesSince(_ count: Int) -> Phrase {
        Phrase(en: "(! \(count) \(count == 1 ? "entry" : "entries") logged since)", zh: "（! 其后登记 \(count) 条意见）")
    }
}

/// Decides whether the standing of a day of the comment book, today or gone by, may be corrected (1-domain, What was is not rewritten).
///
/// - Parameters:
///   - review: its review; nil where nobody has begun one.
///   - written: how many entries of the book were written on that day, whichever review they belong to.
/// - Throws: the first rule that stands against it.
public func decideBookCorrection(
    of day: Day,
    to status: BookDay.Status,
    reason: String,
    _ review: BookDay?,
    written: Int = 0,
    in occasion: Occasion
) throws(Refusal) -> DeskEvent {
    try permit(.correctPast, by: occasion.actor)
    // How the past stands outlasts a standing in, and may be of days that were the stand-in's own to review.
    try checkOwnRight(.correctPast, by: occasion.actor)
    let today = occasion.today
    if day > today { throw .inTheFuture("day") }
    // A clock that runs ahead, unmarked or not, lets nobody say of a day to come how it stood.
    if let latest = occasion.latestDay, day > latest { throw .dayToCome(day, latest: latest) }
    if let founding = occasion.desk.founding, day < founding { throw .beforeFounding(founding) }
    try checkSaid(reason, in: "reason")
    try checkLength(of: reason, in: "reason", limit: Intake.lineLimit)
    guard BookDay.Status.correctable.contains(status) else {
        throw .badValue("status", .noneOf(BookDay.Status.correctable.map { FieldShape.Option(code: $0.rawValue, label: $0.label) }))
    }
    let entries = occasion.entries(of: review, written: written)
    if status == .nothing || status == .closed, entries > 0 { throw .dayHasEntries(day, entries) }
    let stood = occasion.desk.bookStatus(of: day, review, founding: occasion.desk.founding ?? day, at: occasion.now)
    if stood == status { throw .alreadySo }
    let correction = BookCorrection(
        day: day,
        status: status,
        reason: reason.trimmed,
        stood: stood,
        after: occasion.desk.bookCorrections[day]
    )
    return .bookCorrected(correction)
}

/// Decides whether the branch may be said to be open or closed on a day otherwise than calendar and hours say: a holiday on duty ahead, or a
/// correction of today or of the past. It moves no due moment, and counts no working day.
///
/// - Parameters:
///   - review: the review of the comment book on that day; nil where nobody has begun one.
///   - written: how many entries of the book were written on that day: a day that has some was not without its book.
/// - Throws: the first rule that stands against it.
public func decideOpening(
    on day: Day,
    isOpen: Bool,
    reason: String,
    _ review: BookDay? = nil,
    written: Int = 0,
    in occasion: Occasion
) throws(Refusal) -> DeskEvent {
    try permit(.correctPast, by: occasion.actor)
    // What lies ahead, and that the branch is open today, which excuses nobody, is whoever's who heads it then.
    if day < occasion.today || day == occasion.today && !isOpen { try checkOwnRight(.correctPast, by: occasion.actor) }
    if let founding = occasion.desk.founding, day < founding { throw .beforeFounding(founding) }
    try occasion.checkYear(of: day, in: "day")
    try checkSaid(reason, in: "reason")
    try checkLength(of: reason, in: "reason", limit: Intake.lineLimit)
    let wasOpen = occasion.desk.hours.isOpen(on: day)
    if wasOpen == isOpen { throw .alreadySo }
    let entries = occasion.entries(of: review, written: written)
    if !isOpen, entries > 0 { throw .dayHasEntries(day, entries) }
    let earlier = occasion.desk.openings[day].map { ($0.earlier ?? []) + [$0.reason] }
    return .openingCorrected(OpeningException(day: day, isOpen: isOpen, reason: reason.trimmed, wasOpen: wasOpen, earlier: earlier))
}

extension Occasion {
    /// How many entries of the comment book a day has: those of its review, and those that were written on it, whichever review has them.
    fileprivate func entries(of review: BookDay?, written: Int) -> Int {
        max(written, review.map { desk.isReview($0) ? $0.entries.count : 0 } ?? 0)
    }
}

extension BookDay.Status {
    /// How a day stood before a clock was declared wrong, as it stands beside how it is judged since.
    public var judgedBefore: Phrase { Phrase(en: "(! before: \(label.english))", zh: "（! 原判定：\(label.chinese)）") }
}

extension DeskRules {
    /// What was corrected of a day, with all that stood before: of whether the branch was open, and of its standing in the comment book; nil for
    /// nothing. No correction hides the one before it.
    public func correction(of day: Day) -> Phrase? {
        let opening = openings[day].map { exception in
            var (isOpen, parts) = (exception.isOpen, [Phrase]())
            for reason in ((exception.earlier ?? []) + [exception.reason]).reversed() {
                parts.insert(
                    Phrase(
                        en: "\(isOpen ? "opened, was closed" : "closed, was open"): \(Language.english.quoted(reason))",
                        zh: "\(isOpen ? "改为营业，原为不营业" : "改为不营业，原为营业")：\(Language.chinese.quoted(reason))"
                    ),
                    at: 0
                )
                isOpen.toggle()
            }
            return DeskRules.marked(parts)
        }
        let book = bookCorrections[day].map { correction in
            DeskRules.marked(
                correction.steps.enumerated().map { place, step in
                    let steps = correction.steps
                    let (english, chinese) = (Language.english.quoted(step.reason), Language.chinese.quoted(step.reason))
                    // What one correction made of the day stands beside; of several each reason stands beside what that one made of it.
                    if steps.count == 1 {
                        return Phrase(
                            en: "corrected, was \(step.stood.label.english): \(english)",
                            zh: "已更正，原为\(step.stood.label.chinese)：\(chinese)"
                        )
                    }
                    let became = place + 1 < steps.count ? steps[place + 1].stood : correction.status
                    return Phrase(
                        en: (place == 0 ? "corrected from \(step.stood.label.english) to " : "then to ")
                            + "\(became.label.english): \(english)",
                        zh: (place == 0 ? "已更正，\(step.stood.label.chinese)改为" : "又改为") + "\(became.label.chinese)：\(chinese)"
                    )
                }
            )
        }
        guard let opening, let book else { return book ?? opening }
        return Phrase(en: "\(opening.english) \(book.english)", zh: opening.chinese + book.chinese)
    }

    private static func marked(_ parts: [Phrase]) -> Phrase {
        Phrase(
            en: "(! \(parts.map(\.english).joined(separator: "; ")))",
            zh: "（! \(parts.map(\.chinese).joined(separator: "；"))）"
        )
    }
}
