/// A time limit that runs on a case (1-domain, Clocks).
public enum ClockName: String, CaseIterable, Codable, Sendable {
    /// From logging to the hand-over, where the complaint was not answered on the spot.
    case passOn = "pass-on"
    /// From the hand-over to the first note, contact or finding.
    case startWork = "start-work"
    /// From receipt to the reply to the customer.
    case reply
    /// From receipt to the reply, by the moment that the customer was promised.
    case promised
    /// From receipt to the reply, where an extension was granted.
    case complex
    /// To the result, by the date that a regulator, a superior or the government set: each that sets one has a clock of its own.
    case outside
    /// From what is to be reported at once to the report to head office, day and night.
    case atOnce = "at-once"
    /// From the customer's wish that head office look at the answer again to the decision that they are told.
    case review
    /// From receipt to the reply, by the last date of the national rules.
    case final
    /// From the reply to the signature.
    case signature
    /// From closing to the call-back.
    case callBack = "call-back"
    /// From receipt to the first time that the customer, who was not there, is spoken or written to. Off until a branch sets a limit.
    case firstContact = "first-contact"
    /// From the end of a month to the report of its figures: a clock of the desk, which no case has.
    case monthlyFigures = "figures"

    /// The limits towards the customer.
    static let towardsCustomer = Set(allCases.filter(\.isTowardsCustomer))

    /// Whether it is a limit towards the customer, which a withdrawal or the reply stops.
    public var isTowardsCustomer: Bool {
        switch self {
        case .reply, .promised, .complex, .final: true
        default: false
        }
    }
}

/// How a limit is counted.
public enum ClockLimit: Hashable, Codable, Sendable {
    /// Natural days: the day of the start does not count, and the due moment is closing time on the last day.
    case naturalDays(Int)
    /// Working days of the calendar, counted and ended in the same way.
    case workingDays(Int)
    /// Minutes during which the branch is open.
    case openingMinutes(Int)
    /// Hours, day and night.
    case hours(Int)
}

extension ClockLimit {
    /// Reads `3d` (natural days), `7wd` (working days), `60m` (minutes of opening time) or `2h` (hours, day and night), also by their Chinese
    /// words; nil for anything else.
    public init?(text: String) {
        let text = Written.plain(text).lowercased()
        let digits = text.prefix { $0.isNumber }
        guard let count = Int(digits), count > 0 else { return nil }
        switch text.dropFirst(digits.count).trimmed {
        case "d", "天", "自然日", "个自然日": self = .naturalDays(count)
        case "wd", "工作日", "个工作日": self = .workingDays(count)
        case "m", "分钟", "营业分钟": self = .openingMinutes(count)
        case "h", "小时": self = .hours(count)
        default: return nil
        }
    }

    /// How many of its unit.
    var count: Int {
        switch self {
        case .naturalDays(let count), .workingDays(let count), .openingMinutes(let count), .hours(let count): count
        }
    }

    /// The limit as it is written.
    public var text: String {
        switch self {
        case .naturalDays(let count): "\(count)d"
        case .workingDays(let count): "\(count)wd"
        case .openingMinutes(let count): "\(count)m"
        case .hours(let count): "\(count)h"
        }
    }
}

/// One row of the table of clock rules. A case keeps the rules that held when it was logged.
public struct ClockRule: Hashable, Codable, Sendable {
    /// The clock.
    public let name: ClockName
    /// Its limit.
    public let limit: ClockLimit
    /// From which day on it holds.
    public let effective: Day
    /// When it was set: a case that was logged before that, even on the same day, keeps the rule before it. Nil for what has always held.
    public var setAt: Moment?

    /// Makes a rule; without a day it has always held.
    public init(_ name: ClockName, limit: ClockLimit, effective: Day = Day(ordinal: 0), setAt: Moment? = nil) {
        self.name = name
        self.limit = limit
        self.effective = effective
        self.setAt = setAt
    }

    /// The rules that a new desk starts with (1-domain, Clocks, Defaults). One that is not among them is off until a branch sets it.
    public static let standard = [
        ClockRule(.passOn, limit: .openingMinutes(60)),
        ClockRule(.startWork, limit: .openingMinutes(120)),
        ClockRule(.reply, limit: .naturalDays(3)),
        ClockRule(.complex, limit: .workingDays(7)),
        ClockRule(.atOnce, limit: .hours(2)),
        ClockRule(.review, limit: .naturalDays(30)),
        ClockRule(.final, limit: .naturalDays(15)),
        ClockRule(.signature, limit: .workingDays(1)),
        ClockRule(.callBack, limit: .naturalDays(1)),
        // Ten days from the last of the month is the 10th (1-domain, Clocks, monthly figures).
        ClockRule(.monthlyFigures, limit: .naturalDays(10)),
    ]
}

/// A clock on a case. The limit that held when the case was logged is kept with it as its due moment.
public struct Clock: Hashable, Codable, Sendable {
    /// How a clock stands.
    public enum State: String, CaseIterable, Sendable {
        case running, kept, breached, superseded, stopped
    }

    /// The rule.
    public let name: ClockName
    /// When it began to run.
    public internal(set) var started: Moment
    /// When it runs out.
    public internal(set) var due: Moment
    /// When it was stopped; nil while it runs.
    public var ended: Moment?
    /// Whether another clock of the same name took its place.
    public var isSuperseded: Bool?
    /// Whether an end of the case stopped it before it was met: what was withdrawn, refused or merged was not answered in time.
    public var isStopped: Bool?
    /// Who set it, where it was set from outside.
    public var setBy: String?
    /// From which day on the rule holds by which it runs; nil for one that has always held, and for what no rule of the branch's limits.
    public var ruleFrom: Day?
    /// The number of the case that was merged in and from which it goes on; nil for the case's own.
    public var from: String?
    /// The number of the case that was merged in and whose clock, being due earlier, took this one's place; nil where none did.
    public var yieldedTo: String?
    /// Whether it is that of what is to be done again: to contact a customer who was called back and dissatisfied. Nil for the first time.
    public var isAgain: Bool?

    /// The clock's name, by which it is told from another one of its rule on the case.
    public var label: Phrase { isAgain == true ? Term.contactAgain : name.label }

    /// Makes a clock that runs.
    public init(_ name: ClockName, started: Moment, due: Moment, setBy: String? = nil) {
        self.name = name
        self.started = started
        self.due = due
        self.setBy = setBy
    }

    /// Whether it is the clock of that name by whoever set it: two who set a date from outside have a clock each, however they are written.
    func isSame(as other: Clock) -> Bool { name == other.name && Clock.party(setBy) == Clock.party(other.setBy) }

    /// A party outside in the form in which it is compared.
    public static func party(_ text: String?) -> String { Written.plain(text ?? "").lowercased().filter { !$0.isWhitespace } }

    /// How the clock stands at `now`. A clock that ran out is breached, whether it was stopped later or still runs.
    public func state(at now: Moment) -> State {
        if let ended {
            if ended > due { return .breached }
            if isSuperseded == true { return .superseded }
            return isStopped == true ? .stopped : .kept
        }
        return now > due ? .breached : .running
    }

    /// The same, due no later than the final one: whatever limit the branch has set, that is the most (1-domain, Clocks).
    func due(by final: Clock?) -> Clock {
        var clock = self
        if let final { clock.due = min(due, final.due) }
        return clock
    }

    /// Whether it runs and its due moment is past.
    public func isOverdue(at now: Moment) -> Bool { ended == nil && now > due }

    /// How pressing a running clock is: from half of the limit it is due soon, from 80 % it is due very soon.
    public func urgency(at now: Moment) -> Urgency {
        guard ended == nil else { return .none }
        if now > due { return .overdue }
        // Wrapping, since a damaged file may hold any moment and must not end the program.
        let (whole, gone) = (due.milliseconds &- started.milliseconds, now.milliseconds &- started.milliseconds)
        if gone &* 5 >= whole &* 4 { return .verySoon }
        return gone &* 2 >= whole ? .soon : .none
    }

    /// How pressing a clock is.
    public enum Urgency: Int, Comparable, Sendable {
        case none, soon, verySoon, overdue

        /// As JSON has it.
        public var code: String {
            switch self {
            case .none: "none"
            case .soon: "soon"
            case .verySoon: "very-soon"
            case .overdue: "overdue"
            }
        }

        public static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
    }
}

extension ClockRule {
    /// The order in which rules of one name take each other's place.
    private var precedence: (Day, Moment) { (effective, setAt ?? Moment(milliseconds: .min)) }

    /// Of rules of one name, in the order in which they were set, the one that takes the place of all others: of equals the last one.
    fileprivate static func prevailing(in rules: [ClockRule]) -> ClockRule? {
        rules.reversed().max { $0.precedence < $1.precedence }
    }
}

extension DeskRules {
    /// The limit of `name` for what was logged at `moment`: of the rules that were set by then, the one with the latest effective day up to
    /// that day, and of several for one day the one set last. Nil where the branch has none.
    public func limit(of name: ClockName, loggedAt moment: Moment) -> ClockLimit? { rule(of: name, loggedAt: moment)?.limit }

    private func rule(of name: ClockName, loggedAt moment: Moment) -> ClockRule? {
        let day = zone.day(at: moment)
        return ClockRule.prevailing(
            in: clockRules.filter { $0.name == name && $0.effective <= day && ($0.setAt ?? moment) <= moment }
        )
    }

    /// The rules of `name` that are set and do not hold yet at `now`, the next first; of several for one day the one set last.
    public func comingRules(_ name: ClockName, at now: Moment) -> [ClockRule] {
        let coming = clockRules.filter { $0.name == name && $0.effective > zone.day(at: now) }
        return Set(coming.map(\.effective)).sorted().compactMap { day in ClockRule.prevailing(in: coming.filter { $0.effective == day }) }
    }

    /// How pressing a clock is. What is due today is due soon at least, whatever part of its limit is gone, so that what is marked is what is
    /// counted as due today (2-screens rule 16). What is due on a day on which the branch is closed stays due then, and so is due very soon from
    /// the last opening before on: nobody is there later (1-domain, Counting days).
    public func urgency(of clock: Clock, at now: Moment) -> Clock.Urgency {
        let part = clock.urgency(at: now)
        guard clock.ended == nil, part < .verySoon else { return part }
        let due = zone.day(at: clock.due)
        let plain = due == zone.day(at: now) ? .soon : part
        guard !hours.isOpen(on: due) else { return plain }
        let last = hours.lastOpening(upTo: due)
        guard hours.isOpen(on: last), now >= zone.moment(of: LocalTime(day: last, time: hours.opening(on: last))) else { return plain }
        return .verySoon
    }

    /// The moment at which `limit` runs out that begins at `start`. The branch's closing time on the last day ends a limit in days;
    /// natural days that end on a closed day stay there (1-domain, Counting days).
    public func due(_ limit: ClockLimit, from start: Moment) -> Moment {
        let (day, hours) = (zone.day(at: start), hours)
        func close(_ day: Day) -> Moment { zone.moment(of: LocalTime(day: day, time: hours.closing(on: day))) }
        return switch limit {
        case .naturalDays(let count): close(day.adding(days: count))
        case .workingDays(let count): close(calendar.day(count, workingDaysAfter: day))
        case .openingMinutes(let minutes): hours.moment(afterMinutes: minutes, from: start, in: zone)
        case .hours(let count): start.adding(seconds: Int64(count) * 3600)
        }
    }

    /// A clock of that name which begins at `start`, under the rules that held at `logged`; nil where the branch has no such rule.
    public func clock(_ name: ClockName, from start: Moment, loggedAt logged: Moment) -> Clock? {
        rule(of: name, loggedAt: logged).map { rule in
            var clock = Clock(name, started: start, due: due(rule.limit, from: start))
            clock.ruleFrom = rule.effective.ordinal == 0 ? nil : rule.effective
            return clock
        }
    }

    /// The clocks that start with `intake`, logged at `now`.
    public func clocks(for intake: Intake, loggedAt now: Moment) -> [Clock] {
        let final = clock(.final, from: intake.received, loggedAt: now)
        let reply = clock(.reply, from: intake.received, loggedAt: now)?.due(by: final)
        var clocks = [reply, final].compactMap { $0 }
        if let passOn = clock(.passOn, from: now, loggedAt: now) { clocks.append(passOn) }
        if intake.channel.ownWay == nil, intake.hasContact, let first = clock(.firstContact, from: intake.received, loggedAt: now) {
            clocks.append(first)
        }
        if let agreed = intake.agreed { clocks.append(Clock(.promised, started: intake.received, due: agreed)) }
        if let outside = intake.due { clocks.append(Clock(.outside, started: intake.received, due: outside, setBy: intake.sender)) }
        return clocks
    }
}
