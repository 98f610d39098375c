/// From when to when the branch is open on a weekday, with its breaks between: `09:00-12:00,13:30-17:00`.
public struct DayHours: Hashable, Codable, Sendable {
    /// One stretch without a break.
    public struct Span: Hashable, Sendable {
        /// When it begins.
        public let from: TimeOfDay
        /// When it ends; later than it begins.
        public let to: TimeOfDay

        /// Makes a stretch.
        public init(from: TimeOfDay, to: TimeOfDay) {
            self.from = from
            self.to = to
        }
    }

    /// The stretches, in order; none where the branch is closed.
    public let spans: [Span]

    /// Makes the hours of a day.
    public init(_ spans: [Span]) {
        self.spans = spans
    }

    /// The branch is closed.
    public static let closed = DayHours([])

    /// Whether the branch is closed.
    public var isClosed: Bool { spans.isEmpty }

    /// Reads `09:00-12:00,13:30-17:00`, also with the marks that Chinese input methods make, and `closed` or `休`; nil for anything else, and
    /// for stretches that end before they begin, overlap, or stand in another order.
    public init?(_ text: String) {
        let plain = String(
            Written.plain(text).map { sign -> Character in
                switch sign {
                case "、", ";": ","
                case "–", "—": "-"
                default: sign
                }
            }
        )
        if ["closed", "休", "休息", "-"].contains(plain.lowercased()) {
            self = .closed
            return
        }
        var spans: [Span] = []
        for part in plain.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { TimeOfDay($0.trimmed, hours: true) }
            guard ends.count == 2, let from = ends[0], let to = ends[1], from < to, spans.last.map({ $0.to < from }) ?? true else {
                return nil
            }
            spans.append(Span(from: from, to: to))
        }
        guard !spans.isEmpty else { return nil }
        self.spans = spans
    }

    /// The hours as they are written; `closed` where there are none.
    public var text: String { isClosed ? "closed" : spans.map { "\($0.from.text)-\($0.to.text)" }.joined(separator: ",") }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hours = DayHours(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no opening hours")
        }
        self = hours
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The hours of a weekday from a day on.
public struct HoursRule: Hashable, Codable, Sendable {
    /// The weekday, Monday as 0.
    public let weekday: Int
    /// The hours.
    public let hours: DayHours
    /// From which day on they hold.
    public let effective: Day

    /// Makes a rule.
    public init(_ weekday: Weekday, _ hours: DayHours, effective: Day) {
        self.weekday = weekday.rawValue
        self.hours = hours
        self.effective = effective
    }
}

/// That the branch was, or will be, open or closed on a day otherwise than calendar and hours say: a holiday on duty, or a correction. It says
/// nothing of working days, which are the nation's.
public struct OpeningException: Hashable, Codable, Sendable {
    /// The day.
    public let day: Day
    /// Whether the branch is open on it.
    public let isOpen: Bool
    /// Why.
    public let reason: String
    /// What stood before.
    public let wasOpen: Bool
    /// Why what this one corrects was said before, each time the other way round, the first time first; nil for the first of its day.
    public let earlier: [String]?

    /// Whether it stands as it is judged now: a plan for a day to come, or a correction that was made on that day or after it.
    ///
    /// - Parameter written: by which moment it was judged when it was made.
    public func counts(judgedAt moment: Moment, madeAt written: Moment, in zone: any LocalZone) -> Bool {
        zone.day(at: written) < day || zone.day(at: moment) >= day
    }

    /// Makes an exception.
    public init(day: Day, isOpen: Bool, reason: String, wasOpen: Bool, earlier: [String]? = nil) {
        self.day = day
        self.isOpen = isOpen
        self.reason = reason
        self.wasOpen = wasOpen
        self.earlier = earlier
    }
}

/// What a role may promise or pay, from a day on.
public struct TierRule: Hashable, Codable, Sendable {
    /// The role.
    public let role: Role
    /// The most.
    public let amount: Amount
    /// From which day on.
    public let effective: Day
    /// Under which reference head office agrees; due for the branch manager's own.
    public let reference: String

    /// Makes a rule.
    public init(_ role: Role, _ amount: Amount, effective: Day, reference: String = "") {
        self.role = role
        self.amount = amount
        self.effective = effective
        self.reference = reference
    }
}

extension Sequence {
    /// Of what was set in this order, what holds on `day`: what has the latest effective day up to it, and of several for one day the one set last.
    func held(on day: Day, _ effective: (Element) -> Day) -> Element? {
        filter { effective($0) <= day }.reversed().max { effective($0) < effective($1) }
    }

    /// All that comes after `day`, the next first; of several for one day the one set last.
    func coming(after day: Day, _ effective: (Element) -> Day) -> [Element] {
        let coming = filter { effective($0) > day }
        return Set(coming.map(effective)).sorted().compactMap { day in coming.last { effective($0) == day } }
    }
}
