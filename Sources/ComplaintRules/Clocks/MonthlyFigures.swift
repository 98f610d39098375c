/// A month of the calendar, such as 2026-11.
public struct Month: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// Year times twelve plus month less one, so that months follow each other without gaps.
    public let ordinal: Int

    /// Makes the month that is `ordinal` months after January of the year 0.
    public init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// Makes the month in which `day` lies.
    public init(of day: Day) {
        self.init(ordinal: day.year * 12 + day.month - 1)
    }

    /// Reads `2026-11`, also with `/` or `.`, `2026年11月` and `202611`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let text = Written.plain(String(text))
        let separator = text.first { "-/.".contains($0) }
        // Eight digits are a day, and so are two separators.
        let isMonth = text.hasSuffix("月") || (separator == nil ? text.utf8.count == 6 : text.count { $0 == separator } == 1)
        guard isMonth, let day = Day(text.hasSuffix("月") ? "\(text)1日" : "\(text)\(separator.map(String.init) ?? "")01") else { return nil }
        self.init(of: day)
    }

    public init(from decoder: any Decoder) throws {
        ordinal = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(ordinal)
    }

    public static func < (left: Month, right: Month) -> Bool { left.ordinal < right.ordinal }

    /// The first day.
    public var first: Day { Day(year: ordinal / 12, month: ordinal % 12 + 1, day: 1) ?? Day(ordinal: 0) }
    /// The last day.
    public var last: Day { next.first.adding(days: -1) }
    /// The month after it.
    public var next: Month { Month(ordinal: ordinal + 1) }

    /// Whether it is over: only then its report can be issued, and what was issued sooner, under a clock declared wrong since, is none.
    public func hasEnded(at moment: Moment, in zone: any LocalZone) -> Bool { zone.day(at: moment) > last }

    /// The month as `2026-11`.
    public var description: String { "\(digits(ordinal / 12, 4))-\(digits(ordinal % 12 + 1, 2))" }
}

/// The report of a month's figures, due by the 10th of the month after (1-domain, Clocks, monthly figures).
public struct MonthlyFigures: Hashable, Sendable {
    /// How the report of a month stands.
    public enum Status: String, CaseIterable, Sendable {
        /// The month has not ended, or ended before the desk was made.
        case outside
        /// The month has ended, and the report can still be in time.
        case running
        /// Issued in time.
        case issued
        /// Issued after its due moment; that stays visible.
        case late
        /// Due, and not issued yet.
        case missed
    }

    /// What was issued once.
    public struct Issue: Hashable, Sendable {
        /// Which one of the month, and what its figures were.
        public var report: DeskEvent.ReportIssued
        /// When.
        public var at: Moment
        /// Who issued it.
        public var by: StaffNumber

        /// Makes an issue.
        public init(_ report: DeskEvent.ReportIssued, at: Moment, by: StaffNumber) {
            (self.report, self.at, self.by) = (report, at, by)
        }
    }

    /// The month.
    public var month: Month
    /// What was issued, in that order: the report, and then its corrections.
    public var issues: [Issue]

    /// Makes the figures of a month.
    public init(month: Month, issues: [Issue] = []) {
        self.month = month
        self.issues = issues
    }

    /// When its report was issued first, which is what its clock asks; nil until then.
    public var issuedAt: Moment? { issues.first?.at }
}

/// Decides whether the report of a month may be issued: by a manager, when the month has ended. What was issued stays as it is; other figures
/// are an issue of their own, which says why and names the one that it corrects (1-domain, What was is not rewritten).
///
/// - Parameters:
///   - state: the month's figures as they stand.
///   - figures: the report in the form that is kept, and its digest.
///   - reason: why it is issued anew; blank for the first time.
/// - Throws: the first rule that stands against it.
public func decideReport(
    on state: MonthlyFigures,
    _ figures: (form: String, digest: String),
    because reason: String,
    in occasion: Occasion
) throws(Refusal) -> DeskEvent {
    try permit(.issueReport, by: occasion.actor)
    if !state.month.hasEnded(at: occasion.now, in: occasion.desk.zone) { throw .monthNotEnded(state.month) }
    if let founding = occasion.desk.founding, state.month.last < founding { throw .beforeFounding(founding) }
    var report = DeskEvent.ReportIssued(month: state.month, issue: state.issues.count + 1, digest: figures.digest, form: figures.form)
    if let last = state.issues.last?.report {
        if last.digest == figures.digest { throw .reportIssued(state.month, issue: last.issue) }
        if reason.isNothing { throw .reasonForNewIssue(state.month, issue: last.issue) }
        (report.corrects, report.reason) = (last.digest, reason.trimmed)
    }
    return .reportIssued(report)
}

extension DeskRules {
    /// The clock of a month's figures: from the end of the month, under the rule that held then; nil where the branch has no such rule.
    public func clock(of figures: MonthlyFigures) -> Clock? {
        let month = figures.month
        // Counted from the last day, which does not count itself.
        let end = zone.moment(of: LocalTime(day: month.last, secondOfDay: 86_399))
        guard let limit = limit(of: .monthlyFigures, loggedAt: end) else { return nil }
        var clock = Clock(
            .monthlyFigures,
            started: zone.moment(of: LocalTime(day: month.next.first, secondOfDay: 0)),
            due: due(limit, from: end)
        )
        clock.ended = figures.issuedAt
        return clock
    }

    /// How the report of a month stands at `now`. Months that ended before `founding` are none of this desk's.
    public func status(of figures: MonthlyFigures, founding: Day, at now: Moment) -> MonthlyFigures.Status {
        if let issuedAt = figures.issuedAt {
            guard let clock = clock(of: figures) else { return .issued }
            return issuedAt > clock.due ? .late : .issued
        }
        guard figures.month.hasEnded(at: now, in: zone), figures.month.last >= founding, let clock = clock(of: figures) else {
            return .outside
        }
        return now > clock.due ? .missed : .running
    }
}
