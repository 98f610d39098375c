/// The settings as names and texts, as the command line and the settings screen have them.
public struct SettingsText {
    /// The names, in the order in which they are listed.
    public static let names =
        [
            "name", "hotline", "opening", "closing", "open-weekdays", "lock-minutes", "language", "deputies", "outside-channels",
            "contact-cards",
            "tier.counter", "tier.complaint-manager", "tier.branch-manager",
        ] + ClockName.allCases.filter { $0 != .promised && $0 != .outside }.map { "rule.\($0.rawValue)" }

    private let rules: DeskRules
    private let now: Moment

    /// The settings in force under `rules` at `now`.
    public init(_ rules: DeskRules, at now: Moment) {
        self.rules = rules
        self.now = now
    }

    /// What a setting is to say from a later day on, and from which; nil where nothing is coming.
    public func coming(_ name: String) -> (from: Day, text: String)? {
        SettingsText.clock(name).flatMap { rules.comingRule($0, at: now) }.map { ($0.effective, $0.limit.text) }
    }

    private static func clock(_ name: String) -> ClockName? {
        name.hasPrefix("rule.") ? ClockName(rawValue: String(name.dropFirst(5))) : nil
    }

    /// What a setting says today; nil for no setting.
    public subscript(name: String) -> String? {
        let settings = rules.settings
        switch name {
        case "name": return settings.branchName
        case "hotline": return settings.hotline
        case "opening": return settings.openingTime.text
        case "closing": return settings.closingTime.text
        case "open-weekdays": return (settings.openWeekdays ?? [0, 1, 2, 3, 4]).map { String($0 + 1) }.joined(separator: ",")
        case "lock-minutes": return String(settings.lockAfterMinutes)
        case "language": return settings.language.rawValue
        case "deputies": return (settings.deputies ?? []).map(\.text).joined(separator: ",")
        case "outside-channels": return settings.outsideChannels ?? ""
        case "contact-cards": return settings.contactCards ?? ""
        default:
            guard SettingsText.names.contains(name) else { return nil }
            if name.hasPrefix("tier."), let role = Role(rawValue: String(name.dropFirst(5))) { return rules.tier(of: role).text }
            return SettingsText.clock(name).map { rules.limit(of: $0, loggedAt: now)?.text ?? "" }
        }
    }

    /// Puts a text in its place; false where it is none that the setting takes.
    public static func set(_ name: String, to text: String, in settings: inout DeskSettings) -> Bool {
        switch name {
        case "name": settings.branchName = text
        case "hotline": settings.hotline = text
        case "opening":
            guard let time = TimeOfDay(text) else { return false }
            settings.openingMinutes = time.minutes
        case "closing":
            guard let time = TimeOfDay(text) else { return false }
            settings.closingMinutes = time.minutes
        case "open-weekdays":
            let days = text.split(separator: ",").map { Int($0.trimmed) ?? 0 }
            guard !days.isEmpty, days.allSatisfy({ (1...7).contains($0) }) else { return false }
            settings.openWeekdays = Set(days).sorted().map { $0 - 1 }
        case "lock-minutes":
            guard let minutes = Int(text), (0...480).contains(minutes) else { return false }
            settings.lockAfterMinutes = minutes
        case "language":
            guard let language = Language(rawValue: text) else { return false }
            settings.language = language
        case "deputies":
            let numbers = text.split(separator: ",").map { StaffNumber(String($0)) }
            guard numbers.allSatisfy({ $0 != nil }) else { return false }
            settings.deputies = numbers.compactMap { $0 }
        case "outside-channels": settings.outsideChannels = text
        case "contact-cards": settings.contactCards = text
        default:
            // A tier is that of a role which promises anything at all.
            guard name.hasPrefix("tier."), names.contains(name), let amount = Amount(text) else { return false }
            settings.tiers = (settings.tiers ?? [:]).merging([String(name.dropFirst(5)): amount.hundredths]) { $1 }
        }
        return true
    }
}

extension ClockLimit {
    /// Reads `3d` (natural days), `7wd` (working days) or `60m` (minutes of opening time); nil for anything else.
    public init?(text: String) {
        let text = text.trimmed
        let digits = text.prefix { $0.isNumber }
        guard let count = Int(digits), count > 0 else { return nil }
        switch text.dropFirst(digits.count) {
        case "d": self = .naturalDays(count)
        case "wd": self = .workingDays(count)
        case "m": self = .openingMinutes(count)
        default: return nil
        }
    }

    /// The limit as it is written.
    public var text: String {
        switch self {
        case .naturalDays(let count): "\(count)d"
        case .workingDays(let count): "\(count)wd"
        case .openingMinutes(let count): "\(count)m"
        }
    }
}
