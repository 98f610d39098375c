/// What happened to the desk itself. Staff and settings are events too (1-domain, The ledger).
public enum DeskEvent: Hashable, Sendable {
    case founded(Founded)
    case staffAdded(StaffAdded)
    case staffChanged(StaffChange)
    case keyChanged(KeyChanged)
    case recoveryKeySet(RecoveryKeySet)
    case lockOutLifted(LockOutLifted)
    case signInRefused(SignInRefused)
    case settingsChanged(SettingsChanged)
    case standInNamed(StandIn)
    case standInEnded(StandIn)
    case calendarLoaded(WorkCalendar)
    case clockRuleSet(ClockRule)
    case hoursSet(HoursRule)
    case tierSet(TierRule)
    case sizeSet(SizeRule)
    /// The weights of points were set from a day on.
    case pointsSet(PointsRule)
    case openingCorrected(OpeningException)
    case bookCorrected(BookCorrection)
    case clockDeclaredWrong(WrongClock)
    case codesChanged(CodeTable)
    case scriptsChanged(ScriptTable)
    case reportIssued(ReportIssued)
    case lossDeclared(LossDeclared)
    case restored(Restored)
    case exported(Exported)
    case paperSignedOut(PaperSignedOut)
    case paperReturned(PaperReturned)
    case erased(Erased)

    /// The first event of a desk.
    public struct Founded: Hashable, Codable, Sendable {
        /// A random name for this desk, in hexadecimal, so that a signature made here fits no other desk.
        public var deskID: String
        /// What the branch set.
        public var settings: DeskSettings
        /// The public half of the desk's recovery key, in hexadecimal.
        public var recoveryKey: String

        /// Makes the event.
        public init(deskID: String, settings: DeskSettings, recoveryKey: String) {
            self.deskID = deskID
            self.settings = settings
            self.recoveryKey = recoveryKey
        }
    }

    /// The report of a month's figures was issued.
    public struct ReportIssued: Hashable, Codable, Sendable {
        /// The month.
        public var month: Month
        /// Which issue of it, from 1.
        public var issue: Int
        /// The digest of the form, in hexadecimal.
        public var digest: String
        /// The report as it was issued: counts only, so that nobody's words are in it. What it is written in is not the law's affair.
        public var form: String
        /// The digest of the issue that this one corrects; nil for the first.
        public var corrects: String?
        /// Why it was issued anew; nil for the first.
        public var reason: String?

        /// Makes the event.
        public init(month: Month, issue: Int, digest: String, form: String, corrects: String? = nil, reason: String? = nil) {
            (self.month, self.issue, self.digest, self.form) = (month, issue, digest, form)
            (self.corrects, self.reason) = (corrects, reason)
        }
    }

    /// The branch manager declared lost what was acknowledged and is not in the file.
    public struct LossDeclared: Hashable, Codable, Sendable {
        /// The last event that was there.
        public var present: Int64
        /// The last event that was acknowledged; nil where only a damaged log told of it.
        public var acknowledged: Int64?
        /// The link of that event in the chain, in hexadecimal.
        public var link: String?
        /// The last numbers that were given, by series and month, such as `case:24322`.
        public var serials: [String: Int]
        /// How it came about.
        public var reason: String

        /// Makes the event.
        public init(present: Int64, acknowledged: Int64?, link: String?, serials: [String: Int], reason: String) {
            (self.present, self.acknowledged, self.link) = (present, acknowledged, link)
            (self.serials, self.reason) = (serials, reason)
        }
    }

    /// Somebody came to the desk.
    public struct StaffAdded: Hashable, Codable, Sendable {
        /// The number.
        public var number: StaffNumber
        /// The name.
        public var name: String
        /// The role.
        public var role: Role
        /// The public key of their signature, in hexadecimal.
        public var publicKey: String

        /// Makes the event.
        public init(number: StaffNumber, name: String, role: Role, publicKey: String) {
            self.number = number
            self.name = name
            self.role = role
            self.publicKey = publicKey
        }
    }

    /// A wrong passcode was given.
    public struct SignInRefused: Hashable, Codable, Sendable {
        /// For which number.
        public var number: StaffNumber
        /// Which wrong passcode in a row it was, counted from 1.
        public var count: Int

        /// Makes the event.
        public init(number: StaffNumber, count: Int) {
            self.number = number
            self.count = count
        }
    }

    /// The branch set something anew.
    public struct SettingsChanged: Hashable, Codable, Sendable {
        /// The settings from now on.
        public var settings: DeskSettings

        /// Makes the event.
        public init(settings: DeskSettings) { self.settings = settings }
    }
}

extension DeskEvent {
    /// The act by which it came about; nil for what needs none, such as a change of one's own passcode.
    public var act: DeskAct? {
        switch self {
        case .staffAdded: .addStaff
        case .staffChanged: .retireStaff
        case .settingsChanged, .clockRuleSet, .hoursSet, .tierSet, .sizeSet, .pointsSet: .changeSettings
        case .standInNamed, .standInEnded: .nameStandIn
        case .openingCorrected, .bookCorrected, .clockDeclaredWrong: .correctPast
        case .calendarLoaded: .loadCalendar
        case .codesChanged: .changeCodes
        case .scriptsChanged: .changeScripts
        case .reportIssued: .issueReport
        case .lossDeclared: .declareLoss
        case .restored: .restore
        case .exported(let exported): exported.what.act
        case .paperSignedOut, .paperReturned: .signOutPapers
        case .erased: .erase
        case .keyChanged(let changed): changed.isReset ? .resetPasscode : nil
        case .lockOutLifted: .unlock
        // The one that was used replaces itself.
        case .recoveryKeySet(let set): set.isReplacement ? .replaceRecoveryKey : nil
        case .founded, .signInRefused: nil
        }
    }
}

/// Something that a person wants to do to the desk itself rather than to a case.
public enum DeskAct: String, CaseIterable, Sendable {
    case addStaff = "add-staff"
    case retireStaff = "retire-staff"
    case renameStaff = "rename-staff"
    case changeRole = "change-role"
    case returnStaff = "return-staff"
    case listStaff = "list-staff"
    case changeSettings = "change-settings"
    case nameStandIn = "name-stand-in"
    case loadCalendar = "load-calendar"
    case correctPast = "correct-past"
    case changeCodes = "change-codes"
    case changeScripts = "change-scripts"
    case importCases = "import"
    case issueReport = "issue-report"
    case resetPasscode = "reset-passcode"
    case unlock
    case replaceRecoveryKey = "recovery-key"
    case declareLoss = "declare-loss"
    case restore
    case backUp = "back-up"
    case rebuild
    case readAudit = "audit"
    case export
    case signOutPapers = "archive"
    case erase
    case readFigures = "figures"

    /// The roles that may do it (1-domain, Roles).
    public var roles: Set<Role> {
        switch self {
        case .addStaff, .retireStaff, .renameStaff, .changeRole, .returnStaff, .changeSettings, .nameStandIn, .loadCalendar, .correctPast,
            .changeCodes, .changeScripts, .importCases, .resetPasscode, .unlock, .replaceRecoveryKey, .declareLoss, .restore, .backUp,
            .rebuild, .erase:
            [.branchManager]
        case .issueReport, .signOutPapers: [.complaintManager, .branchManager]
        case .readAudit, .export: [.branchManager, .auditor]
        case .readFigures: [.complaintManager, .branchManager, .auditor]
        case .listStaff: Set(Role.allCases)
        }
    }
}

/// Checks that `actor` may do `act`.
public func permit(_ act: DeskAct, by actor: Actor) throws(Refusal) {
    if actor.member.isRetired { throw .retired(actor.number) }
    if actor.roles.isDisjoint(with: act.roles) { throw .deskActRoleMayNot(act) }
}

/// Checks that `actor` does in their own right what would give somebody the lent right beyond the days for which it was lent: a stand-in's
/// rights end with the stand-in (1-domain, Roles).
func checkOwnRight(_ act: DeskAct, by actor: Actor) throws(Refusal) {
    if let absent = actor.absent(for: act.roles) { throw .beyondStandIn(absent) }
}

/// Decides whether a new member may come to the desk.
public func decideAdding(_ member: StaffMember, publicKey: String, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.addStaff, by: occasion.actor)
    // Whoever adds somebody knows their first passcode; a clerk's gives no right over others' cases.
    if member.role != .counter { try checkOwnRight(.addStaff, by: occasion.actor) }
    if let other = occasion.desk.staff.bearer(of: member.number) { throw .staffNumberTaken(other) }
    try checkStaffName(member.name)
    if let other = occasion.desk.staff.namesake(of: member.name, besides: member.number) { throw .nameTaken(other) }
    return .staffAdded(.init(number: member.number, name: member.name.trimmed, role: member.role, publicKey: publicKey))
}

/// Decides whether somebody may act for an absent manager. A standing deputy may declare the absence on the spot, for today (1-domain,
/// Roles); otherwise the branch manager names the stand-in.
public func decideStandIn(_ wanted: StandIn, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    let today = occasion.today
    let isOnTheSpot =
        occasion.desk.settings.deputies.contains(occasion.actor.number) && wanted.standIn == occasion.actor.number
        && wanted.from == today && wanted.to == today
    if !isOnTheSpot {
        try permit(.nameStandIn, by: occasion.actor)
        if wanted.standIn == occasion.actor.number { try checkOwnRight(.nameStandIn, by: occasion.actor) }
        // Nor is the lent right lent on for longer than it lasts.
        if let last = occasion.desk.lastDay(ofRightTo: .nameStandIn, lentTo: occasion.actor, on: today), wanted.to > last {
            try checkOwnRight(.nameStandIn, by: occasion.actor)
        }
    }
    guard let absent = occasion.desk.staff[wanted.absent] else { throw .unknownStaff(wanted.absent) }
    guard let standIn = occasion.desk.staff[wanted.standIn] else { throw .unknownStaff(wanted.standIn) }
    for member in [absent, standIn] where member.isRetired { throw .retired(member.number) }
    if absent.number == standIn.number { throw .standsInForThemselves }
    if standIn.role == .auditor { throw .auditorActsForNobody }
    // Only managers have rights to lend; the auditor's right to read all is not among them.
    guard occasion.desk.staff.receivers.contains(absent) else { throw .absentIsNoManager(absent.number) }
    if wanted.to < wanted.from { throw .endBeforeStart }
    // No right is given for a day that is gone.
    if wanted.from < today { throw .beforeToday("from", today) }
    try occasion.checkYear(of: wanted.from, in: "from")
    try occasion.checkYear(of: wanted.to, in: FieldName("to", label: Term.to))
    let running = occasion.desk.standIns.filter { $0.absent == wanted.absent && !$0.isEnded && occasion.desk.canAct($0) }
    if running.contains(where: { $0.from <= wanted.to && wanted.from <= $0.to }) {
        throw .alreadyStoodInFor(wanted.absent)
    }
    return .standInNamed(wanted)
}

/// Decides whether a stand-in may be ended, at once, before its last day.
///
/// - Parameter standIn: who acts; nil for whoever does.
public func decideEndingStandIn(for absent: StaffNumber, _ standIn: StaffNumber?, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.nameStandIn, by: occasion.actor)
    let today = occasion.today
    let running = occasion.desk.standIns.filter { $0.absent == absent && !$0.isEnded && $0.to >= today }
    if running.isEmpty { throw .nobodyStandsIn(absent) }
    guard var first = running.filter({ (standIn ?? $0.standIn) == $0.standIn }).min(by: StandIn.isBefore) else {
        throw .otherStandsIn(absent, running.map(\.standIn), not: standIn ?? absent)
    }
    // Who had named it is no part of what happens now.
    first.namedBy = []
    return .standInEnded(first)
}

/// Decides whether a clock rule may be set. A rule holds from the next day on at the earliest: the cases that are open keep theirs.
public func decideClockRule(_ rule: ClockRule, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.changeSettings, by: occasion.actor)
    try checkEffective(rule.effective, in: occasion)
    let count = rule.limit.count
    // A year in days, working days or hours of the clock; ten weeks of opening time in minutes.
    let most: ClockLimit =
        switch rule.limit {
        case .naturalDays: .naturalDays(366)
        case .workingDays: .workingDays(250)
        case .openingMinutes: .openingMinutes(30_000)
        case .hours: .hours(366)
        }
    if count < 1 { throw .badValue("limit", .count) }
    if count > most.count { throw .limitTooLong(most: most) }
    // Fifteen days is the most that the national rules give; longer it becomes by an extension and by head office alone. A review is decided and told
    // within thirty (1-domain, Clocks; After closing).
    let national: [ClockName: ClockLimit] = [.final: .naturalDays(15), .review: .naturalDays(30)]
    if let limit = national[rule.name], occasion.desk.settings.country == .china {
        let start = occasion.desk.zone.moment(of: LocalTime(day: rule.effective, time: occasion.desk.hours.opening(on: rule.effective)))
        if occasion.desk.due(rule.limit, from: start) > occasion.desk.due(limit, from: start) { throw .limitTooLong(most: limit) }
    }
    try checkReplyLimit(with: rule, under: occasion.desk)
    // On the founding day it holds at once.
    let start = occasion.desk.zone.moment(of: LocalTime(day: rule.effective, secondOfDay: 0))
    if occasion.desk.limit(of: rule.name, loggedAt: max(start, occasion.now)) == rule.limit { throw .alreadySo }
    // The moment is part of the rule: what was logged earlier today keeps the rule before it.
    return .clockRuleSet(ClockRule(rule.name, limit: rule.limit, effective: rule.effective, setAt: occasion.now))
}

/// Checks that what is logged on the day from which `rule` holds is to be answered by its final deadline at the latest.
private func checkReplyLimit(with rule: ClockRule, under desk: DeskRules) throws(Refusal) {
    guard [.reply, .final].contains(rule.name) else { return }
    let start = desk.zone.moment(of: LocalTime(day: rule.effective, time: desk.hours.opening(on: rule.effective)))
    let held = desk.limit(of: rule.name == .reply ? .final : .reply, loggedAt: start)
    guard let (reply, final) = held.map({ rule.name == .reply ? (rule.limit, $0) : ($0, rule.limit) }) else { return }
    if desk.due(reply, from: start) > desk.due(final, from: start) { throw .replyBeyondFinal(reply: reply, final: final) }
}

/// Checks the day from which a setting is to hold.
func checkEffective(_ day: Day, in occasion: Occasion) throws(Refusal) {
    if day < occasion.desk.earliestChange(at: occasion.now) { throw .ruleInThePast }
    try occasion.checkYear(of: day, in: "from")
}

/// Decides whether the hours of a weekday may be set from a day on.
public func decideHours(_ rule: HoursRule, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.changeSettings, by: occasion.actor)
    try checkEffective(rule.effective, in: occasion)
    let weekday = Weekday.allCases.first { $0.rawValue == rule.weekday }
    if let weekday, occasion.desk.hours.hours(of: weekday, on: rule.effective) == rule.hours { throw .alreadySo }
    // On the founding day hours hold at once, but none by which that day would be over: it would be judged by them.
    var desk = occasion.desk
    desk.hoursRules.append(rule)
    if rule.effective == occasion.today, !occasion.desk.isReviewLate(of: occasion.today, at: occasion.now),
        desk.isReviewLate(of: occasion.today, at: occasion.now)
    {
        throw .closedByThese(desk.hours.closing(on: occasion.today))
    }
    return .hoursSet(rule)
}

/// Decides whether what a role may promise or pay may be set from a day on; for the branch manager's own that is head office's to say, whose
/// reference is recorded.
public func decideTier(_ rule: TierRule, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.changeSettings, by: occasion.actor)
    // It holds from tomorrow on, whoever may act by then.
    try checkOwnRight(.changeSettings, by: occasion.actor)
    if rule.role == .branchManager, rule.reference.isNoReference { throw .ownTierReference }
    try checkLength(of: rule.reference, in: "reference", limit: Intake.lineLimit)
    try checkEffective(rule.effective, in: occasion)
    // What head office allowed the branch manager is not got round by giving somebody else more.
    let most = occasion.desk.tier(of: .branchManager, on: rule.effective)
    if rule.role != .branchManager, rule.amount > most { throw .tierAboveHead(rule.amount, most: most) }
    return .tierSet(rule)
}

/// Decides whether a calendar may be taken: it adds and replaces the dates that it names, from the next day on. What else its years have stays, unless
/// whoever loads it says that it is whole.
///
/// - Parameter droppingOthers: whether days of its years that it does not name are ordinary ones from now on.
/// - Throws: `Refusal`; `CalendarFault` where a year between those of both is missing then.
public func decideCalendar(_ file: WorkCalendar, droppingOthers: Bool = false, in occasion: Occasion) throws -> DeskEvent {
    try permit(.loadCalendar, by: occasion.actor)
    return .calendarLoaded(
        try occasion.desk.calendar.taking(file, from: occasion.desk.firstCalendarDay(at: occasion.now), droppingOthers: droppingOthers)
    )
}

extension DeskRules {
    /// The first day of which a calendar's file can change anything; nil for all, on the founding day.
    public func firstCalendarDay(at now: Moment) -> Day? { earliestChange(at: now) == zone.day(at: now) ? nil : earliestChange(at: now) }
}

/// Checks what a branch calls itself, and where customers are sent: a name and a hotline are there, and none of these is a word that there is none.
/// Blank, the outside channels are those of the country.
///
/// - Parameter before: the settings until now, which stay as they were; nil at the founding, where the hotline may yet be blank.
/// - Throws: `Refusal.missing`, `.saysNothing`.
public func checkNames(of settings: DeskSettings, since before: DeskSettings? = nil) throws(Refusal) {
    func check(_ name: String, _ text: String, _ old: String?, isRequired: Bool) throws(Refusal) {
        if text == old || text.isBlank && !isRequired { return }
        try checkSaid(text, in: FieldName(name, label: Setting.label(of: name)))
    }
    try check("name", settings.branchName, before?.branchName, isRequired: true)
    try check("hotline", settings.hotline, before?.hotline, isRequired: before != nil)
    if settings.hotline != before?.hotline, !settings.hotline.isBlank, !settings.hotline.contains(where: \.isNumber) {
        throw .badValue("value", .setting("hotline"))
    }
    try check("outside-channels", settings.outsideChannels, before?.outsideChannels, isRequired: false)
    try check("contact-cards", settings.contactCards, before?.contactCards, isRequired: false)
}

/// Decides whether the settings may be changed. What a desk was made with, its code, its time zone and whether it is for practice, stays.
public func decideSettings(_ wanted: DeskSettings, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.changeSettings, by: occasion.actor)
    let now = occasion.desk.settings
    if wanted.branchCode != now.branchCode || wanted.timeZone != now.timeZone || wanted.isPractice != now.isPractice {
        throw .settingStays
    }
    // Hours and tiers hold from a day on, and are set by rules of their own.
    if wanted.openingMinutes != now.openingMinutes || wanted.closingMinutes != now.closingMinutes || wanted.openWeekdays != now.openWeekdays
        || wanted.tiers != now.tiers
    {
        throw .settingStays
    }
    try checkNames(of: wanted, since: now)
    let isRetentionNew =
        wanted.retentionYears != now.retentionYears || wanted.importantRetentionYears != now.importantRetentionYears
    if isRetentionNew, wanted.importantRetentionYears < wanted.retentionYears {
        throw .importantKeptShorter(wanted.importantRetentionYears, than: wanted.retentionYears)
    }
    // Deputies act whenever they declare it, and what is erased is gone: both outlast a standing in.
    if wanted.deputies != now.deputies || isRetentionNew { try checkOwnRight(.changeSettings, by: occasion.actor) }
    // One who has left since does not keep all else from being set.
    for deputy in wanted.deputies where !now.deputies.contains(deputy) {
        guard let member = occasion.desk.staff[deputy] else { throw .unknownStaff(deputy) }
        if member.isRetired { throw .retired(deputy) }
        if member.role == .auditor { throw .auditorActsForNobody }
    }
    var settings = wanted
    settings.noteDeputies(since: now, setBy: occasion.actor.persons)
    return .settingsChanged(.init(settings: settings))
}
