/// A time limit that runs on a case (1-domain, Clocks).
public enum ClockName: String, CaseIterable, Codable, Sendable {
    /// From receipt to the reply to the customer.
    case reply
    /// From receipt to the reply, by the moment that the customer was promised.
    case promised
}

/// How a limit is counted.
public enum ClockLimit: Hashable, Sendable {
    /// Natural days: the day of receipt does not count, and the due moment is closing time on the last day.
    case naturalDays(Int)
}

/// One row of the table of clock rules.
public struct ClockRule: Hashable, Sendable {
    /// The clock.
    public let name: ClockName
    /// Its limit.
    public let limit: ClockLimit

    /// Makes a rule.
    public init(_ name: ClockName, limit: ClockLimit) {
        self.name = name
        self.limit = limit
    }

    /// The rules that a new desk starts with.
    public static let standard = [ClockRule(.reply, limit: .naturalDays(3))]
}

/// A clock on a case. The limit that held when the case was logged is kept with it as its due moment.
public struct Clock: Hashable, Codable, Sendable {
    /// How a clock stands.
    public enum State: String, CaseIterable, Sendable {
        case running, kept, breached, superseded
    }

    /// The rule.
    public let name: ClockName
    /// When it began to run.
    public let started: Moment
    /// When it runs out.
    public let due: Moment
    /// When it was stopped; nil while it runs.
    public var ended: Moment?

    /// Makes a clock that runs.
    public init(_ name: ClockName, started: Moment, due: Moment) {
        self.name = name
        self.started = started
        self.due = due
    }

    /// How the clock stands at `now`. A clock that ran out is breached, whether it was stopped later or still runs.
    public func state(at now: Moment) -> State {
        if let ended { return ended <= due ? .kept : .breached }
        return now > due ? .breached : .running
    }

    /// Whether it runs and its due moment is past.
    public func isOverdue(at now: Moment) -> Bool { ended == nil && now > due }

    /// How pressing a running clock is: from half of the limit it is due soon, from 80 % it is due very soon.
    public func urgency(at now: Moment) -> Urgency {
        guard ended == nil else { return .none }
        if now > due { return .overdue }
        let (whole, gone) = (due.milliseconds - started.milliseconds, now.milliseconds - started.milliseconds)
        if gone * 5 >= whole * 4 { return .verySoon }
        return gone * 2 >= whole ? .soon : .none
    }

    /// How pressing a clock is.
    public enum Urgency: Int, Comparable, Sendable {
        case none, soon, verySoon, overdue

        public static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
    }
}

extension DeskRules {
    /// The clocks that start with `intake`. The branch's closing time on the last day ends a limit in days, whether or not the branch is
    /// open that day (1-domain, Counting days).
    public func clocks(for intake: Intake) -> [Clock] {
        var clocks = clockRules.map { rule in
            switch rule.limit {
            case .naturalDays(let count):
                let last = zone.day(at: intake.received).adding(days: count)
                return Clock(
                    rule.name,
                    started: intake.received,
                    due: zone.moment(of: LocalTime(day: last, time: settings.closingTime))
                )
            }
        }
        if let agreed = intake.agreed { clocks.append(Clock(.promised, started: intake.received, due: agreed)) }
        return clocks
    }
}
