import ComplaintRules
import Ledger

/// Reviews the comment book of a sample desk at the end of each business day, but for a few that are missed.
struct SampleBook {
    /// The cases that were logged from the book since the last review.
    var entries: [String] = []
    private let ledger: Ledger
    private let reviewer: Actor
    private var next: Day

    /// Makes the reviews of a desk from the day on that its clock shows.
    init(ledger: Ledger, reviewer: Actor) {
        self.ledger = ledger
        self.reviewer = reviewer
        next = ledger.rules.zone.day(at: ledger.clock.now())
    }

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
            try ledger.perform(.open(day, reason: ""), by: reviewer)
            for number in entries { try ledger.perform(.enter(day, number: number), by: reviewer) }
            try ledger.perform(entries.isEmpty ? .nothing(day) : .close(day), by: reviewer)
            entries = []
        }
    }
}
