/// Events by which the desk's papers, copies and past cases are kept and let go of (1-domain, The ledger, Retention).
extension DeskEvent {
    /// A backup was put in place of what was there.
    public struct Restored: Hashable, Codable, Sendable {
        /// The last event of the backup, and its link in the chain, in hexadecimal.
        public var end: Int64
        public var link: String
        /// The last event of what was there, and its link; nil where there was nothing, or nothing that could be read.
        public var replacedEnd: Int64?
        public var replacedLink: String?
        /// The last numbers that were given there and are not in the backup, by series and month, such as `case:24322`: they are not given again.
        public var serials: [String: Int]

        /// Makes the event.
        public init(end: Int64, link: String, replacedEnd: Int64?, replacedLink: String?, serials: [String: Int]) {
            (self.end, self.link) = (end, link)
            (self.replacedEnd, self.replacedLink, self.serials) = (replacedEnd, replacedLink, serials)
        }
    }

    /// Something left the desk: on paper, or as a file.
    public struct Exported: Hashable, Codable, Sendable {
        /// What left.
        public enum What: String, Hashable, Codable, CaseIterable, Sendable {
            case cases
            case paper
            case figures
            case audit
            case backup

            /// The act of the desk that it takes; nil for a paper and for figures, which go by the right to read what they are of.
            var act: DeskAct? {
                switch self {
                case .cases: .export
                case .audit: .readAudit
                case .backup: .backUp
                case .paper, .figures: nil
                }
            }
        }

        /// What left.
        public var what: What
        /// Which: a kind of paper and its number, a period, a format.
        public var name: String
        /// How many cases, rows or pages.
        public var count: Int
        /// Whether it was printed rather than written to a file.
        public var isPrinted: Bool
        /// The BLAKE2b-256 digest of a signed file, in hexadecimal; nil for what is not signed.
        public var digest: String?

        /// Makes the event.
        public init(_ what: What, name: String, count: Int, isPrinted: Bool = false, digest: String? = nil) {
            (self.what, self.name, self.count, self.isPrinted, self.digest) = (what, name, count, isPrinted, digest)
        }
    }

    /// Somebody took the paper of a case out of the archive.
    public struct PaperSignedOut: Hashable, Codable, Sendable {
        /// The case.
        public var number: String
        /// Who took it.
        public var to: String

        /// Makes the event.
        public init(number: String, to: String) { (self.number, self.to) = (number, to) }
    }

    /// The paper of a case came back into the archive.
    public struct PaperReturned: Hashable, Codable, Sendable {
        /// The case.
        public var number: String

        /// Makes the event.
        public init(number: String) { self.number = number }
    }

    /// The contents of cases past their time were erased.
    public struct Erased: Hashable, Codable, Sendable {
        /// What stays of one event of a case: codes, dates, numbers and who did it, never words.
        public struct Remains: Hashable, Codable, Sendable {
            /// The event.
            public var seq: Int64
            /// Its contents without words, as they stand in the ledger.
            public var content: String

            /// Makes what stays.
            public init(seq: Int64, content: String) { (self.seq, self.content) = (seq, content) }
        }

        /// Cases that were closed before this day.
        public var before: Day
        /// Their numbers.
        public var numbers: [String]
        /// What stays of their events.
        public var remains: [Remains]
        /// The cases past their time whose contents a hold keeps.
        public var held: [String]

        /// Makes the event.
        public init(before: Day, numbers: [String], remains: [Remains], held: [String]) {
            (self.before, self.numbers, self.remains, self.held) = (before, numbers, remains, held)
        }
    }
}

extension Case {
    /// Whether something is still to be done on it after its end that nobody could do without its words: a corrective action, the customer who was
    /// dissatisfied, a result that somebody outside waits for, a report to head office, its review.
    var isAwaited: Bool {
        if isHistory { return false }
        let isReviewOpen = review != nil && reviewDecision == nil
        let isReportDue = clocks.contains { $0.name == .atOnce && $0.ended == nil }
        return rectifications.contains(where: \.isOpen) || awaitsContactAgain || !awaitingResult.isEmpty || isReportDue
            || isReviewOpen
    }

    /// The same of any case of its web, or one of them is not signed yet: what was said and done in one matter is erased when all of it is settled.
    public func isAwaited(in web: [Case]) -> Bool {
        isAwaited || web.contains { !$0.isHistory && (!$0.isSigned || $0.isAwaited) }
    }

    /// The first day on which its contents may be erased, where nothing is awaited: so many years behind its end, more for an important one. Nil
    /// while it is not signed.
    public func retainedUntil(under desk: DeskRules) -> Day? {
        guard isSigned || isHistory else { return nil }
        let end = isHistory ? intake.received : max(closedAt ?? loggedAt, signedAt ?? loggedAt)
        return desk.zone.day(at: end).adding(years: desk.retentionYears(ofEnd: end, isImportant: isImportant))
    }

    /// Whether its words were erased: none was logged without any.
    public var isErased: Bool { !isHistory && intake.text.isBlank }

    /// The same, which says when its words were erased.
    public func erased(at moment: Moment) -> Case {
        var state = self
        state.erasedAt = moment
        return state
    }

    /// Who complained, as a list has it.
    public var who: Phrase {
        intake.customer.isEmpty ? isErased ? Term.erased : Term.anonymous : Phrase(verbatim: intake.customer)
    }

    /// Whether it is kept longer than others: it went to head office, head office ruled on it, or it is of the special class.
    public var isImportant: Bool { escalation != nil || ruling != nil || finding?.classification == .special }
}

/// For how many years cases were kept until a moment, since when it is others: what ended before keeps them, where they were more.
public struct FormerRetention: Hashable, Codable, Sendable {
    /// When it was changed.
    public let until: Moment
    /// How long cases were kept.
    public let years: Int
    /// How long important ones were.
    public let importantYears: Int

    /// Makes what held under settings until then.
    public init(_ settings: DeskSettings, until: Moment) {
        (self.until, years, importantYears) = (until, settings.retentionYears, settings.importantRetentionYears)
    }
}

extension DeskRules {
    /// For how many years a case is kept that ended at a moment: as was set then, or as is now, whichever is longer.
    func retentionYears(ofEnd end: Moment, isImportant: Bool) -> Int {
        let now = isImportant ? settings.importantRetentionYears : settings.retentionYears
        guard let former = formerRetentions.first(where: { end < $0.until }) else { return now }
        return max(now, isImportant ? former.importantYears : former.years)
    }
}

extension Day {
    /// The same day so many years later; 1 March for a 29 February without one.
    func adding(years: Int) -> Day {
        let year = min(9999, max(1, year + years))
        return Day(year: year, month: month, day: dayOfMonth) ?? Day(year: year, month: 3, day: 1) ?? self
    }
}

/// Decides whether cases closed before `day` may be erased: not before the shortest time for which the branch keeps them is over, and not while
/// nobody can know whether it is: what is erased under a wrong clock no declaration brings back.
///
/// - Parameter jump: when the clock last came more than 31 days after the act before; nil where that was never, or longer ago than that.
public func decideErasing(before day: Day, since jump: Moment? = nil, in occasion: Occasion) throws(Refusal) {
    try permit(.erase, by: occasion.actor)
    // What is gone outlasts any standing in.
    try checkOwnRight(.erase, by: occasion.actor)
    let latest = occasion.today.adding(years: -max(1, occasion.desk.settings.retentionYears))
    if day > latest { throw .keptLonger(until: latest) }
    guard let jump else { return }
    let end = jump.adding(seconds: ClockMark.longSilence / 1000)
    if occasion.now <= end {
        throw .clockJumped(on: occasion.desk.zone.day(at: jump), until: occasion.desk.zone.day(at: end).adding(days: 1))
    }
}

/// Decides whether the paper of a case may be taken out: it is not out already, and whoever takes it is nobody whom the case is about.
public func decideSigningOut(
    _ state: Case,
    to person: String,
    heldBy holder: String?,
    in occasion: Occasion
) throws(Refusal) -> DeskEvent {
    try permit(.signOutPapers, by: occasion.actor)
    try checkSaid(person, in: FieldName("to", label: Phrase(en: "Borrower", zh: "借阅人")))
    if person.count > Intake.lineLimit { throw .tooLong("to", limit: Intake.lineLimit) }
    if let subject = occasion.desk.staff.subjects(in: person).first(where: state.isAbout) { throw .paperToSubject(subject) }
    if let holder { throw .paperIsOut(to: holder) }
    return .paperSignedOut(.init(number: state.number.description, to: person.trimmed))
}

/// Decides whether the paper of a case came back: it was out.
public func decideReturning(_ number: String, heldBy holder: String?, by actor: Actor) throws(Refusal) -> DeskEvent {
    try permit(.signOutPapers, by: actor)
    if holder == nil { throw .paperIsIn }
    return .paperReturned(.init(number: number))
}

/// Checks that `actor` may read which papers are out of the archive: whoever signs them out, and the auditor, who reads all.
public func permitReadingPapersOut(by actor: Actor) throws(Refusal) {
    if !actor.member.isRetired, actor.roles.contains(.auditor) { return }
    try permit(.signOutPapers, by: actor)
}
