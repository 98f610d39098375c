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
    /// Minutes after midnight at which the branch opens, as it was founded; what was set since holds from its own day on (`HoursRule`).
    public var openingMinutes = 540
    /// Minutes after midnight at which it closes; limits in days end then.
    public var closingMinutes = 1020
    /// The weekdays on which it is open, Monday as 0; holidays are closed and make-up working days open whatever stands here.
    public var openWeekdays = [0, 1, 2, 3, 4]
    /// What each role may promise or pay, by the role's code, in hundredths, as the desk was founded (`TierRule` for what was set since); that of a
    /// new desk where nothing stands here.
    public var tiers: [String: Int64] = [:]
    /// The standing deputies: who may declare a manager's absence on the spot.
    public var deputies: [StaffNumber] = []
    /// Who set each that ever was one, the last time, and who knew the passcode with which they did; nil where nobody did.
    public private(set) var deputiesSetBy: [String: [StaffNumber]]?

    /// Takes in who sets those who are deputies now and were not before.
    mutating func noteDeputies(since before: DeskSettings, setBy persons: [StaffNumber]) {
        deputiesSetBy = before.deputiesSetBy
        for deputy in deputies where !before.deputies.contains(deputy) {
            deputiesSetBy = (deputiesSetBy ?? [:]).merging([deputy.text: persons]) { $1 }
        }
    }
    /// The outside channels of which a customer is told who refuses the answer.
    public var outsideChannels: String
    /// After how many days what is claimed is flagged as late while it is logged.
    public var lateClaimDays = 365
    /// The country whose codes and outside channels the desk started with.
    public var country: Country
    /// Whom to ring in each department, and the specialists, for whoever cannot answer: name and number of each.
    public var contactCards = ""
    /// Whether those who work here are named before anybody has signed in, to be chosen from.
    public var namesAtSignIn = true
    /// Minutes without a key after which the screen locks.
    public var lockAfterMinutes = 5
    /// Years for which the contents of a case are kept after its end, 1 at least.
    public var retentionYears = 3
    /// The same for important cases: those that went to head office, were ruled on, or are special.
    public var importantRetentionYears = 10
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
        country: Country? = nil,
        isPractice: Bool = false
    ) {
        self.country = country ?? Country(timeZone: timeZone)
        outsideChannels = language(self.country.outsideChannels)
        self.branchCode = branchCode
        self.branchName = branchName
        self.hotline = hotline
        self.timeZone = timeZone
        self.language = language
        self.isPractice = isPractice
    }

    /// Whether every value is one that the branch can have set, so that it bears being reckoned with.
    public var isPossible: Bool {
        (0..<1440).contains(openingMinutes) && (0..<1440).contains(closingMinutes) && openWeekdays.allSatisfy { (0..<7).contains($0) }
            && (0...480).contains(lockAfterMinutes) && (1...100).contains(retentionYears) && (1...100).contains(importantRetentionYears)
            && tiers.values.allSatisfy { (0..<1_000_000_000_000_000).contains($0) }
    }

    /// The outside channels as somebody who reads `language` is told of them: those of the country while the branch has set none of its own.
    public func outsideChannels(in language: Language) -> String {
        if outsideChannels.isBlank { return language(country.outsideChannels) }
        return Country.outsideChannels(named: outsideChannels).map { language($0) } ?? outsideChannels
    }

    /// When the branch opens.
    public var openingTime: TimeOfDay { TimeOfDay(minutesAfterMidnight: openingMinutes) }
    /// When it closes.
    public var closingTime: TimeOfDay { TimeOfDay(minutesAfterMidnight: closingMinutes) }
}

/// One thing that a branch sets: its entry serves the store, the command line and its help, and the pages of the settings. A new one is a value
/// of `DeskSettings` and an entry here.
public struct Setting: Sendable {
    /// What it holds, and where: by that it is read, written, shown and asked for.
    public enum Kind: Sendable {
        case text(WritableKeyPath<DeskSettings, String> & Sendable, isRequired: Bool)
        /// Minutes up to eight hours; 0 for never.
        case minutes(WritableKeyPath<DeskSettings, Int> & Sendable)
        /// Years, 1 at least.
        case years(WritableKeyPath<DeskSettings, Int> & Sendable)
        /// The opening hours of a weekday, with breaks, which hold from a day on.
        case hours(Weekday)
        /// Days, from 1 to ten years.
        case days(WritableKeyPath<DeskSettings, Int> & Sendable)
        case language(WritableKeyPath<DeskSettings, Language> & Sendable)
        /// `yes` or `no`.
        case flag(WritableKeyPath<DeskSettings, Bool> & Sendable)
        case staff(WritableKeyPath<DeskSettings, [StaffNumber]> & Sendable)
        /// What a role may promise or pay, from a day on.
        case tier(Role)
        /// How large the branch is, from a day on.
        case size(BranchSize)
        /// The weights of points, from a day on.
        case points
        /// The limit of a clock, which is no value of the settings but a rule from a day on.
        case clock(ClockName)
    }

    /// Its name on the command line.
    public let name: String
    /// Its name for people.
    public let label: Phrase
    /// What it holds.
    public let kind: Kind

    private init(_ name: String, _ label: Phrase, _ kind: Kind) {
        (self.name, self.label, self.kind) = (name, label, kind)
    }

    /// All settings, in the order in which they are listed. A tier is that of a role which promises anything at all, and a clock one that runs
    /// to no moment which somebody named.
    public static let all: [Setting] = names + hours + manners + sizes + tiers + clocks

    private static let names = [
        Setting("name", Phrase(en: "Branch name", zh: "网点名称"), .text(\.branchName, isRequired: true)),
        Setting("hotline", Phrase(en: "Complaints hotline", zh: "投诉电话"), .text(\.hotline, isRequired: false)),
    ]

    private static let sizes = [
        Setting("customers", Phrase(en: "Personal customers", zh: "个人客户数"), .size(.customers)),
        Setting("outlets", Phrase(en: "Outlets", zh: "营业网点数"), .size(.outlets)),
    ]

    private static let manners = [
        Setting("lock-minutes", Phrase(en: "Locks when idle for", zh: "闲置锁定"), .minutes(\.lockAfterMinutes)),
        Setting("names-at-sign-in", Phrase(en: "Names at sign-in", zh: "登录时列出姓名"), .flag(\.namesAtSignIn)),
        Setting("retention-years", Phrase(en: "Cases kept", zh: "投诉保存年限"), .years(\.retentionYears)),
        Setting(
            "important-retention-years",
            Phrase(en: "Important ones kept", zh: "重要投诉保存年限"),
            .years(\.importantRetentionYears)
        ),
        Setting("language", Phrase(en: "Language at sign-in", zh: "登录界面语言"), .language(\.language)),
        Setting("deputies", Phrase(en: "Standing deputies", zh: "常设代理人"), .staff(\.deputies)),
        Setting("outside-channels", Phrase(en: "External channels", zh: "外部投诉渠道"), .text(\.outsideChannels, isRequired: false)),
        Setting("contact-cards", Phrase(en: "Contact cards", zh: "联系卡"), .text(\.contactCards, isRequired: false)),
        Setting("points", Phrase(en: "Points, first responders", zh: "首问积分权重"), .points),
        Setting("late-claim-days", Phrase(en: "Late claim after", zh: "逾期主张期限"), .days(\.lateClaimDays)),
    ]

    private static let hours: [Setting] = zip(
        Weekday.allCases,
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    ).map { day, name in
        let short = TimeWords.weekday(day)
        return Setting("hours.\(name)", Phrase(en: "Open on \(short.english)", zh: "\(short.chinese)营业"), .hours(day))
    }

    private static let tiers: [Setting] = [Role.counter, .complaintManager, .branchManager].map { role in
        Setting("tier.\(role.rawValue)", role.label, .tier(role))
    }

    private static let clocks: [Setting] = ClockName.allCases.filter { $0 != .promised && $0 != .outside }.map { name in
        Setting("rule.\(name.rawValue)", name.label, .clock(name))
    }

    /// The setting of that name; nil where there is none.
    public static func named(_ name: String) -> Setting? { all.first { $0.name == name } }

    /// Its name where it stands alone, and nothing beside says that a role's is what it may promise.
    public var title: Phrase {
        guard case .tier(let role) = kind else { return label }
        return Phrase(en: "Authority of the \(role.label.english)", zh: "\(role.label.chinese)权限")
    }

    /// The name for people of the setting `name`; the name itself where there is none.
    public static func label(of name: String) -> Phrase { named(name)?.label ?? Phrase(verbatim: name) }

    /// Whether what is set holds from a later day on: the limit of a clock, opening hours, what a role may promise, how large the branch is, the weights of
    /// points.
    public var isDated: Bool {
        switch kind {
        case .clock, .hours, .tier, .size, .points: true
        case .text, .minutes, .days, .years, .language, .flag, .staff: false
        }
    }

    /// What it says today, as it is written; empty where it says nothing.
    ///
    /// - Parameter language: that of whoever reads it, where the desk knows it in several; nil for how it is kept.
    public func text(under rules: DeskRules, at now: Moment, in language: Language? = nil) -> String {
        let settings = rules.settings
        switch kind {
        case .text(\.outsideChannels, _): return language.map(settings.outsideChannels) ?? settings.outsideChannels
        case .text(let path, _): return settings[keyPath: path]
        case .points: return rules.points(on: rules.zone.day(at: now))
        case .minutes(let path), .days(let path), .years(let path): return String(settings[keyPath: path])
        case .hours(let weekday): return rules.hours.hours(of: weekday, on: rules.zone.day(at: now)).text
        case .language(let path): return settings[keyPath: path].rawValue
        case .flag(let path): return settings[keyPath: path] ? "yes" : "no"
        case .staff(let path): return settings[keyPath: path].map(\.text).joined(separator: ",")
        case .tier(let role): return rules.tier(of: role, on: rules.zone.day(at: now)).text
        case .clock(let clock): return rules.limit(of: clock, loggedAt: now)?.text ?? ""
        case .size(let size): return rules.size(size, on: rules.zone.day(at: now)).map { String($0) } ?? ""
        }
    }

    /// What it is to say from later days on, and from which, the next first; empty where nothing is coming.
    public func coming(under rules: DeskRules, at now: Moment) -> [(from: Day, text: String)] {
        let today = rules.zone.day(at: now)
        switch kind {
        case .clock(let clock): return rules.comingRules(clock, at: now).map { ($0.effective, $0.limit.text) }
        case .hours(let day):
            return rules.hoursRules.filter { $0.weekday == day.rawValue }.coming(after: today, \.effective).map {
                ($0.effective, $0.hours.text)
            }
        case .tier(let role):
            return rules.tierRules.filter { $0.role == role }.coming(after: today, \.effective).map { ($0.effective, $0.amount.text) }
        case .size(let size):
            return rules.sizeRules.filter { $0.size == size }.coming(after: today, \.effective).map { ($0.effective, String($0.count)) }
        case .points: return rules.pointsRules.coming(after: today, \.effective).map { ($0.effective, $0.weights) }
        case .text, .minutes, .days, .years, .language, .flag, .staff: return []
        }
    }

    /// Puts a text in its place; false where it is none that the setting takes, and for what holds from a day on.
    public func set(_ text: String, in settings: inout DeskSettings) -> Bool {
        switch kind {
        case .text(let path, _): settings[keyPath: path] = text
        case .minutes(let path):
            guard let minutes = Int(Written.plain(text)), (0...480).contains(minutes) else { return false }
            settings[keyPath: path] = minutes
        case .years(let path):
            guard let years = Int(Written.plain(text)), (1...100).contains(years) else { return false }
            settings[keyPath: path] = years
        case .days(let path):
            guard let days = Int(Written.plain(text)), (1...3653).contains(days) else { return false }
            settings[keyPath: path] = days
        case .language(let path):
            guard let language: Language = Written.code(text) else { return false }
            settings[keyPath: path] = language
        case .flag(let path):
            guard let flag = Written.flag(text) else { return false }
            settings[keyPath: path] = flag
        case .staff(let path):
            let numbers = Written.plain(text).split { ",、;".contains($0) }.map { StaffNumber(String($0)) }
            guard !numbers.contains(nil) else { return false }
            settings[keyPath: path] = numbers.compactMap { $0 }
        case .clock, .hours, .tier, .size, .points: return false
        }
        return true
    }
}
