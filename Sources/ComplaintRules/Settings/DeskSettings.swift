/// What a branch has set for its desk.
public struct DeskSettings: Hashable, Codable, Sendable {
    /// The branch's code, the first part of every case number.
    public var branchCode: String
    /// The branch's name.
    public var branchName: String
    /// The bank's complaint hotline, shown at sign-in.
    public var hotline: String
    /// The time zone's name in the zone database, such as `Asia/Shanghai`.
    public var timeZone: String
    /// Minutes after midnight at which the branch opens.
    public var openingMinutes = 540
    /// Minutes after midnight at which it closes; limits in days end then.
    public var closingMinutes = 1020
    /// The weekdays on which it is open, Monday as 0; holidays are closed and make-up working days open whatever stands here.
    public var openWeekdays: [Int]?
    /// What each role may promise or pay, by the role's code, in hundredths.
    public var tiers: [String: Int64]?
    /// The standing deputies: who may declare a manager's absence on the spot.
    public var deputies: [StaffNumber]?
    /// The outside channels of which a customer is told who refuses the answer.
    public var outsideChannels: String?
    /// Whom to ring in each department, and the specialists, for whoever cannot answer: name and number of each.
    public var contactCards: String?
    /// Minutes without a key after which the screen locks.
    public var lockAfterMinutes = 5
    /// The language that people see before they sign in.
    public var language: Language
    /// Whether this is a practice desk, for training only.
    public var isPractice: Bool

    /// Makes the settings of a new desk.
    public init(
        branchCode: String,
        branchName: String,
        hotline: String,
        timeZone: String,
        language: Language,
        isPractice: Bool = false
    ) {
        self.branchCode = branchCode
        self.branchName = branchName
        self.hotline = hotline
        self.timeZone = timeZone
        self.language = language
        self.isPractice = isPractice
    }

    /// When the branch opens.
    public var openingTime: TimeOfDay { TimeOfDay(hour: openingMinutes / 60 % 24, minute: openingMinutes % 60) ?? .midnight }
    /// When it closes.
    public var closingTime: TimeOfDay { TimeOfDay(hour: closingMinutes / 60 % 24, minute: closingMinutes % 60) ?? .midnight }
}

extension TimeOfDay {
    /// The start of the day.
    public static let midnight = TimeOfDay(minutes: 0)

    private init(minutes: Int) {
        self.minutes = minutes
    }
}

/// All that a decision needs to know of the desk beside the case: settings, staff, time zone, clock rules. Handed in, never looked up.
public struct DeskRules: Sendable {
    /// What the branch has set.
    public var settings: DeskSettings
    /// Everybody who works or worked here.
    public var staff: StaffDirectory
    /// The branch's time zone.
    public var zone: any LocalZone
    /// The time limits in force.
    public var clockRules: [ClockRule]
    /// Business types and reasons.
    public var codes: CodeTable
    /// Public holidays and make-up working days.
    public var calendar = WorkCalendar.plain
    /// Who acts for whom, between which days.
    public var standIns: [StandIn] = []
    /// The next number of each series, where the act needs one.
    public var nextNumbers: [Series: String] = [:]
    /// The next number of a case, where the act may begin one.
    public var nextCase: CaseNumber?
    /// The other case that a decision has to know, by `Act.otherNumber(on:)` or `Case.goesOnIn`: the one into which a case is merged, and
    /// the one in which it goes on since the customer refused its answer. Nil where there is none.
    public var other: Case?

    /// When the branch is open.
    public var hours: OpeningHours {
        OpeningHours(
            opening: settings.openingTime,
            closing: settings.closingTime,
            weekdays: Set((settings.openWeekdays ?? [0, 1, 2, 3, 4]).compactMap(Weekday.init(rawValue:))),
            calendar: calendar
        )
    }

    /// The most that a role may promise or pay.
    public func tier(of role: Role) -> Amount {
        let standard: [Role: Int64] = [.counter: 20_000, .complaintManager: 100_000, .branchManager: 500_000, .auditor: 0]
        return Amount(hundredths: settings.tiers?[role.rawValue] ?? standard[role] ?? 0) ?? .none
    }

    /// Makes the rules of a desk.
    public init(
        settings: DeskSettings,
        staff: StaffDirectory,
        zone: any LocalZone,
        clockRules: [ClockRule] = ClockRule.standard,
        codes: CodeTable = .standard
    ) {
        self.settings = settings
        self.staff = staff
        self.zone = zone
        self.clockRules = clockRules
        self.codes = codes
    }
}
