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
    /// The desk's own name, by which what it signs is known; nil only where nobody asks for it.
    public var deskID: String?
    /// The day on which the desk was founded; nil only where nobody asks for it.
    public var founding: Day?
    /// When it was; nil where nobody knows, and it counts as the beginning of that day.
    public var foundedAt: Moment?
    /// The hours of weekdays that were set since the founding, in that order.
    public var hoursRules: [HoursRule] = []
    /// What roles may promise or pay, as set since the founding, in that order.
    public var tierRules: [TierRule] = []
    /// How large the branch is, in that order.
    public var sizeRules: [SizeRule] = []
    /// The weights of points, in that order.
    public var pointsRules: [PointsRule] = []
    /// For how many years cases were kept before, in the order in which that was changed.
    public var formerRetentions: [FormerRetention] = []
    /// Days on which the branch is open or closed otherwise than calendar and hours say.
    public var openings: [Day: OpeningException] = [:]
    /// How days of the comment book stand by a correction.
    public var bookCorrections: [Day: BookCorrection] = [:]
    /// The stretches of events under a clock that was declared wrong, in the order in which they were declared.
    public var wrongClocks: [WrongClock] = []
    /// How staff came, were called, changed role and left, in that order.
    public var staffChanges: [StaffChange] = []
    /// Who acts for whom, between which days.
    public var standIns: [StandIn] = []
    /// The next number of each series, where the act needs one.
    public var nextNumbers: [Series: String] = [:]
    /// The next number of a case, where the act may begin one.
    public var nextCase: CaseNumber?
    /// The other case that a decision has to know, by `Act.otherNumber(on:)` or `Case.goesOnIn`: the one into which a case is merged, and
    /// the one in which it goes on since the customer refused its answer. Nil where there is none.
    public var other: Case? {
        get { others.first }
        set { others = newValue.map { [$0] } ?? [] }
    }
    /// That case, or none: beside the rules, which are handed on and on and seldom have one.
    private var others: [Case] = []
    /// The cases that are tied, near or far, to the one that is decided on and to `other`, by merging or by going on: whom one of them is about, all
    /// are. Given where `Act.needsWeb(on:)` says so.
    public var web: [Case] = []

    /// All cases that are tied to the one that is decided on, as far as they were given.
    var tied: [Case] { [other].compactMap { $0 } + web }

    /// The area code of the branch; nil where it cannot be told.
    public var areaCode: AreaCode? { AreaCode(of: settings) }

    /// When the branch is open.
    public var hours: OpeningHours {
        OpeningHours(
            opening: settings.openingTime,
            closing: settings.closingTime,
            weekdays: Set(settings.openWeekdays.compactMap(Weekday.init(rawValue:))),
            calendar: calendar,
            rules: hoursRules,
            exceptions: openings
        )
    }

    /// The most that a role may promise or pay on `day`: never more than the branch manager, above whom only head office decides.
    public func tier(of role: Role, on day: Day) -> Amount {
        role == .branchManager ? tierSet(for: role, on: day) : min(tierSet(for: role, on: day), tierSet(for: .branchManager, on: day))
    }

    private func tierSet(for role: Role, on day: Day) -> Amount {
        if let rule = tierRules.filter({ $0.role == role }).held(on: day, \.effective) { return rule.amount }
        let standard: [Role: Int64] = [.counter: 20_000, .complaintManager: 100_000, .branchManager: 500_000, .auditor: 0]
        return Amount(hundredths: settings.tiers[role.rawValue] ?? standard[role] ?? 0) ?? .none
    }

    /// The first day from which a change of hours, calendar, rules or tiers can hold: the next one, so that no day that has begun is judged
    /// otherwise (1-domain, What was is not rewritten). On the founding day it is that day itself, until its closing time judges it.
    public func earliestChange(at now: Moment) -> Day {
        let today = zone.day(at: now)
        // Corrected or not: and a desk that was founded later than that has had no day yet.
        let hadDay = foundedAt.map { !isReviewLate(of: today, at: $0) } ?? true
        let isJudged = hadDay && (hours.isOpen(on: today) || openings[today] != nil) && isReviewLate(of: today, at: now)
        return isFoundingDay(at: now) && !isJudged ? today : today.adding(days: 1)
    }

    /// Whether it is still the day of the founding.
    func isFoundingDay(at now: Moment) -> Bool { founding.map { zone.day(at: now) <= $0 } ?? false }

    /// Makes the rules of a desk.
    public init(
        settings: DeskSettings,
        staff: StaffDirectory,
        zone: any LocalZone,
        clockRules: [ClockRule] = ClockRule.standard,
        codes: CodeTable? = nil
    ) {
        self.settings = settings
        self.staff = staff
        self.zone = zone
        self.clockRules = clockRules
        self.codes = codes ?? settings.country.codes
    }
}
