/// What happened to the desk itself. Staff and settings are events too (1-domain, The ledger).
public enum DeskEvent: Hashable, Sendable {
    case founded(Founded)
    case staffAdded(StaffAdded)
    case staffRetired(StaffRetired)
    case keyChanged(KeyChanged)
    case recoveryKeySet(RecoveryKeySet)
    case lockOutLifted(LockOutLifted)
    case signInRefused(SignInRefused)
    case settingsChanged(SettingsChanged)
    case standInNamed(StandIn)
    case calendarLoaded(WorkCalendar)
    case clockRuleSet(ClockRule)
    case codesChanged(CodeTable)
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

        /// Makes the event.
        public init(month: Month) { self.month = month }
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

    /// Somebody left the desk.
    public struct StaffRetired: Hashable, Codable, Sendable {
        /// The number.
        public var number: StaffNumber

        /// Makes the event.
        public init(number: StaffNumber) { self.number = number }
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
        case .staffRetired: .retireStaff
        case .settingsChanged, .clockRuleSet: .changeSettings
        case .standInNamed: .nameStandIn
        case .calendarLoaded: .loadCalendar
        case .codesChanged: .changeCodes
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
    case listStaff = "list-staff"
    case changeSettings = "change-settings"
    case nameStandIn = "name-stand-in"
    case loadCalendar = "load-calendar"
    case changeCodes = "change-codes"
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
        case .addStaff, .retireStaff, .changeSettings, .nameStandIn, .loadCalendar, .changeCodes, .resetPasscode, .unlock,
            .replaceRecoveryKey, .declareLoss, .restore, .backUp, .rebuild, .erase:
            [.branchManager]
        case .importCases, .issueReport, .signOutPapers: [.complaintManager, .branchManager]
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

/// Decides whether a new member may come to the desk.
public func decideAdding(
    _ member: StaffMember,
    publicKey: String,
    by actor: Actor,
    under desk: DeskRules
) throws(Refusal) -> DeskEvent {
    try permit(.addStaff, by: actor)
    if desk.staff[member.number] != nil { throw .staffNumberTaken(member.number) }
    if member.name.isBlank { throw .missing("name") }
    if member.name.count > Intake.lineLimit { throw .tooLong("name", limit: Intake.lineLimit) }
    return .staffAdded(.init(number: member.number, name: member.name.trimmed, role: member.role, publicKey: publicKey))
}

/// Decides whether a member may leave the desk; the last branch manager cannot (1-domain, Never locked out for good).
public func decideRetiring(_ number: StaffNumber, by actor: Actor, under desk: DeskRules) throws(Refusal) -> DeskEvent {
    try permit(.retireStaff, by: actor)
    guard let member = desk.staff[number] else { throw .unknownStaff(number) }
    if member.isRetired { throw .retired(number) }
    let managers = desk.staff.all.filter { $0.role == .branchManager && !$0.isRetired }
    if managers.map(\.number) == [number] { throw .lastBranchManager }
    return .staffRetired(.init(number: number))
}

/// Decides whether somebody may act for an absent manager. A standing deputy may declare the absence on the spot, for today (1-domain,
/// Roles); otherwise the branch manager names the stand-in.
public func decideStandIn(_ wanted: StandIn, by actor: Actor, at now: Moment, under desk: DeskRules) throws(Refusal) -> DeskEvent {
    let today = desk.zone.day(at: now)
    let isOnTheSpot =
        desk.settings.deputies.contains(actor.number) && wanted.standIn == actor.number
        && wanted.from == today && wanted.to == today
    if !isOnTheSpot { try permit(.nameStandIn, by: actor) }
    guard let absent = desk.staff[wanted.absent] else { throw .unknownStaff(wanted.absent) }
    guard let standIn = desk.staff[wanted.standIn] else { throw .unknownStaff(wanted.standIn) }
    for member in [absent, standIn] where member.isRetired { throw .retired(member.number) }
    if absent.number == standIn.number { throw .standsInForThemselves }
    if standIn.role == .auditor { throw .auditorActsForNobody }
    // Only managers have rights to lend; the auditor's right to read all is not among them.
    guard desk.staff.receivers.contains(absent) else { throw .absentIsNoManager(absent.number) }
    if wanted.to < wanted.from { throw .endBeforeStart }
    if wanted.to < today { throw .inThePast("to") }
    if desk.standIns.contains(where: { $0.absent == wanted.absent && $0.from <= wanted.to && wanted.from <= $0.to }) {
        throw .alreadyStoodInFor(wanted.absent)
    }
    return .standInNamed(wanted)
}

/// Decides whether a clock rule may be set. A rule holds from today at the earliest: the cases that are open keep theirs.
public func decideClockRule(_ rule: ClockRule, by actor: Actor, at now: Moment, under desk: DeskRules) throws(Refusal) -> DeskEvent {
    try permit(.changeSettings, by: actor)
    if rule.effective < desk.zone.day(at: now) { throw .ruleInThePast }
    let count =
        switch rule.limit {
        case .naturalDays(let count), .workingDays(let count), .openingMinutes(let count): count
        }
    if count < 1 || count > 100_000 { throw .badValue("limit", .count) }
    // The moment is part of the rule: what was logged earlier today keeps the rule before it.
    return .clockRuleSet(ClockRule(rule.name, limit: rule.limit, effective: rule.effective, setAt: now))
}

/// Decides whether the settings may be changed. What a desk was made with, its code, its time zone and whether it is for practice, stays.
public func decideSettings(_ wanted: DeskSettings, by actor: Actor, under desk: DeskRules) throws(Refusal) -> DeskEvent {
    try permit(.changeSettings, by: actor)
    let now = desk.settings
    if wanted.branchCode != now.branchCode || wanted.timeZone != now.timeZone || wanted.isPractice != now.isPractice {
        throw .settingStays
    }
    if wanted.branchName.isBlank { throw .missing("name") }
    if wanted.closingMinutes <= wanted.openingMinutes || wanted.closingMinutes >= 1440 || wanted.openingMinutes < 0 {
        throw .endBeforeStart
    }
    for deputy in wanted.deputies {
        guard let member = desk.staff[deputy] else { throw .unknownStaff(deputy) }
        if member.isRetired { throw .retired(deputy) }
    }
    return .settingsChanged(.init(settings: wanted))
}
