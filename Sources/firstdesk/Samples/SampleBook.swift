import ComplaintRules
import DeskScreens
import Ledger

/// What a sample desk does besides its cases: it reviews the comment book at the end of each business day, but for a few that are missed, and
/// issues the report of each month's figures.
struct SampleBook {
    /// The cases that were logged from the book since the last review.
    var entries: [String] = []
    private let ledger: Ledger
    private let reviewer: Actor
    private let first: Day
    private var written = 0
    private var next: Day
    /// The last month whose report was issued.
    private var reported: Month?

    /// Makes the reviews of a desk from the day on that its clock shows.
    init(ledger: Ledger, reviewer: Actor) {
        self.ledger = ledger
        self.reviewer = reviewer
        first = ledger.rules.zone.day(at: ledger.clock.now())
        next = first
    }

    /// Where the next entry stands: a page takes five, of four lines each.
    mutating func nextPlace() -> (page: Int, line: Int) {
        defer { written += 1 }
        return (written / 5 + 1, written % 5 * 4 + 1)
    }

    private static let lateBecause = Phrase(en: "The last customer stayed beyond closing time.", zh: "最后一位客户离店较晚。")

    /// Does the reviews that were due before `moment`.
    mutating func review(before moment: Moment) throws {
        while true {
            let rules = ledger.rules
            // A quarter of an hour before closing.
            let closing = rules.zone.moment(of: LocalTime(day: next, time: rules.settings.closingTime)).adding(seconds: -900)
            guard closing < moment else { return }
            let day = next
            next = next.adding(days: 1)
            // One day in forty is missed; what was written then is found at the next review.
            guard rules.hours.isOpen(on: day), day.ordinal % 40 != 7 else { continue }
            ledger.clock = .standing(at: closing)
            try issueReport(on: day)
            // What was logged before the review began is among its entries by itself.
            // Where something happened after closing time already, the review is late too, and says why.
            let isLate = ledger.now > closing.adding(seconds: 900)
            let late = isLate ? ledger.settings.language(SampleBook.lateBecause) : ""
            let review = try ledger.perform(.open(day, reason: late), by: reviewer)
            for number in entries where !review.entries.contains(number) {
                try ledger.perform(.enter(day, number: number), by: reviewer)
            }
            let end = entries.isEmpty ? BookAct.nothing(day) : .close(day)
            try ledger.perform(end.withReason(late), by: reviewer)
            entries = []
        }
    }

    /// On the sixth, or when the branch opens next after it, and only once.
    private mutating func issueReport(on day: Day) throws {
        guard (6...10).contains(day.dayOfMonth) else { return }
        let month = Month(ordinal: Month(of: day).ordinal - 1)
        guard next.ordinal - first.ordinal > 31, month != reported else { return }
        _ = try PaperDesk.issueReport(of: month, on: ledger, by: reviewer)
        reported = month
    }
}
