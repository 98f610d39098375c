import ComplaintRules
import Ledger

/// `staff stand-in`: who acts for an absent manager.
extension StaffCommand {
    static func standIn(_ invocation: Invocation) throws -> ExitStatus {
        let (ledger, person) = try invocation.openSignedIn()
        let arguments = invocation.arguments
        guard arguments.has("for") else {
            for standIn in ledger.rules.standIns.sorted(by: StandIn.isBefore) {
                invocation.console.output.line("\(standIn.absent)  \(standIn.standIn)  \(standIn.from.iso)  \(standIn.to.iso)")
            }
            return .done
        }
        let today = ledger.rules.zone.day(at: ledger.clock.now())
        func day(_ option: String) throws -> Day {
            guard let text = arguments.value(option) else { return today }
            guard let day = Day(text) else { throw UsageError.notADay(option: option, text) }
            return day
        }
        let standIn = StandIn(
            absent: try invocation.staffNumber("for", try arguments.required("for")),
            standIn: try invocation.staffNumber("number", try arguments.required("number")), from: try day("from"), to: try day("to"))
        try ledger.nameStandIn(standIn, by: person.actor)
        return .done
    }
}

/// `calendar load`: public holidays and make-up working days.
enum CalendarCommand {
    static func load(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.arguments.operand(0) else { throw UsageError.missingOperand("FILE") }
        let (ledger, person) = try invocation.openSignedIn()
        let calendar = try read(path, nation: invocation.arguments.value("nation"))
        try ledger.load(calendar, by: person.actor)
        if let last = calendar.lastKnownDay {
            invocation.console.say(
                Phrase(
                    en: "\(calendar.exceptions.count) days taken; working days are known up to \(last.iso).",
                    zh: "已载入 \(calendar.exceptions.count) 天；工作日可推算至 \(last.iso)。"))
        }
        return .done
    }

    /// The calendar in a file: nothing of it is taken where one row is wrong.
    private static func read(_ path: String, nation: String?) throws -> WorkCalendar {
        var rows: [(line: Int, fields: [String])] = []
        let header: TableRecord
        do {
            let file = try TableFile(path: path)
            guard case .record(let first)? = try file.next() else { throw UsageError.badCalendar(.empty) }
            header = first
            while let row = try file.next() {
                switch row {
                case .record(let record): rows.append((record.line, record.fields))
                case .refused(let refusal): throw UsageError.badCalendar(.badDate(line: refusal.line))
                }
            }
        } catch let error as TableFileError {
            throw ImportError.cannotRead(file: path, error)
        }
        do throws(CalendarFault) {
            return try WorkCalendar(header: header.fields, rows: rows, nation: nation)
        } catch {
            throw UsageError.badCalendar(error)
        }
    }
}

/// `settings get|set`: what the branch has set.
enum SettingsCommand {
    static func get(_ invocation: Invocation) throws -> ExitStatus {
        let (ledger, _) = try invocation.openSignedIn()
        let values = SettingsText(ledger.rules)
        let wanted = invocation.arguments.operand(0)
        if let wanted, values[wanted] == nil { throw UsageError.noSuchSetting(wanted, known: SettingsText.names) }
        if invocation.arguments.has("json") {
            let shown = SettingsText.names.filter { wanted == nil || $0 == wanted }
            invocation.printJSON(.object(Dictionary(uniqueKeysWithValues: shown.map { ($0, .text(values[$0] ?? "")) })))
            return .done
        }
        for name in SettingsText.names where wanted == nil || name == wanted {
            invocation.console.output.line(wanted == nil ? "\(name) = \(values[name] ?? "")" : values[name] ?? "")
        }
        return .done
    }

    static func set(_ invocation: Invocation) throws -> ExitStatus {
        guard let name = invocation.arguments.operand(0) else { throw UsageError.missingOperand("NAME") }
        guard let text = invocation.arguments.operand(1) else { throw UsageError.missingOperand("VALUE") }
        let (ledger, person) = try invocation.openSignedIn()
        let today = ledger.rules.zone.day(at: ledger.clock.now())
        if name.hasPrefix("rule.") {
            guard let clock = ClockName(rawValue: String(name.dropFirst(5))) else {
                throw UsageError.noSuchSetting(name, known: SettingsText.names)
            }
            guard let limit = ClockLimit(text: text) else { throw UsageError.badSetting(name, text) }
            let from = invocation.arguments.value("from")
            guard let effective = from.map({ Day($0) }) ?? today else { throw UsageError.notADay(option: "from", from ?? "") }
            try ledger.set(ClockRule(clock, limit: limit, effective: effective), by: person.actor)
        } else {
            var settings = ledger.settings
            guard SettingsText.names.contains(name) else { throw UsageError.noSuchSetting(name, known: SettingsText.names) }
            guard SettingsText.set(name, to: text, in: &settings) else { throw UsageError.badSetting(name, text) }
            try ledger.change(settings, by: person.actor)
        }
        return .done
    }
}

/// The settings as names and texts, as the command line has them.
struct SettingsText {
    /// The names, in the order in which they are listed.
    static let names =
        [
            "name", "hotline", "opening", "closing", "open-weekdays", "lock-minutes", "language", "deputies", "outside-channels",
            "tier.counter", "tier.complaint-manager", "tier.branch-manager",
        ] + ClockName.allCases.filter { $0 != .promised && $0 != .outside }.map { "rule.\($0.rawValue)" }

    private let rules: DeskRules

    init(_ rules: DeskRules) {
        self.rules = rules
    }

    /// What a setting says; nil for no setting.
    subscript(name: String) -> String? {
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
        default:
            if name.hasPrefix("tier."), let role = Role(rawValue: String(name.dropFirst(5))) { return rules.tier(of: role).text }
            if name.hasPrefix("rule."), let clock = ClockName(rawValue: String(name.dropFirst(5))) {
                return rules.clockRules.filter { $0.name == clock }.max { $0.effective < $1.effective }?.limit.text ?? ""
            }
            return nil
        }
    }

    /// Puts a text in its place; false where it is none that the setting takes.
    static func set(_ name: String, to text: String, in settings: inout DeskSettings) -> Bool {
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
        default:
            guard name.hasPrefix("tier."), let amount = Amount(text) else { return false }
            settings.tiers = (settings.tiers ?? [:]).merging([String(name.dropFirst(5)): amount.hundredths]) { $1 }
        }
        return true
    }
}

extension ClockLimit {
    /// Reads `3d` (natural days), `7wd` (working days) or `60m` (minutes of opening time); nil for anything else.
    init?(text: String) {
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
    var text: String {
        switch self {
        case .naturalDays(let count): "\(count)d"
        case .workingDays(let count): "\(count)wd"
        case .openingMinutes(let count): "\(count)m"
        }
    }
}
