/// Somebody who acts for an absent manager between two days (1-domain, Roles).
public struct StandIn: Hashable, Codable, Sendable {
    /// Who is absent.
    public var absent: StaffNumber
    /// Who acts.
    public var standIn: StaffNumber
    /// The first day.
    public var from: Day
    /// The last day.
    public var to: Day

    /// Makes an appointment.
    public init(absent: StaffNumber, standIn: StaffNumber, from: Day, to: Day) {
        self.absent = absent
        self.standIn = standIn
        self.from = from
        self.to = to
    }

    /// The order of appointments in a list: by the absent, then by the first day.
    public static func isBefore(_ left: StandIn, _ right: StandIn) -> Bool { (left.absent, left.from) < (right.absent, right.from) }

    /// Whether it holds on `day`.
    public func holds(on day: Day) -> Bool { from <= day && day <= to }
}

/// A series of numbered papers, each with its own serial (1-domain, Numbers).
public enum Series: String, CaseIterable, Codable, Sendable {
    case chaser
    case delayNote = "delay-note"
    case dossier

    /// The letter that tells its numbers from those of cases.
    public var letter: String {
        switch self {
        case .chaser: "C"
        case .delayNote: "L"
        case .dossier: "D"
        }
    }

    /// The number `BRANCH-YYMM-C001`.
    public func number(branch: String, day: Day, serial: Int) -> String {
        "\(branch)-\(digits(day.year % 100, 2))\(digits(day.month, 2))-\(letter)\(digits(serial, 3))"
    }
}
