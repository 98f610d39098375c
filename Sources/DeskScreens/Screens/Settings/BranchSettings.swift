import ComplaintRules
import Ledger
import TerminalKit

extension SettingsPage {
    /// The page of the branch itself: its name, hotline, hours, and how the screen locks.
    static let branch = SettingsPage(
        label: .pageBranch,
        columns: { [(.columnSetting, .fixed($0.columns(.settingName))), (.columnNow, .flexible(minimum: 20))] },
        contents: { session in
            let language = session.language
            let rows = settings.map { SettingsRow(id: $0.name, cells: [language($0.label), $0.words(session)]) }
            // What a desk was made with; it stays.
            let fixed = [(Phrase.branchCode, session.settings.branchCode), (.timeZone, session.settings.timeZone)].map { label, text in
                SettingsRow(id: label.english, cells: [language(label), text], role: .dim)
            }
            return SettingsContents(rows: rows + fixed)
        },
        things: { selected, session in
            let setting = settings.first { $0.name == selected }
            let stays: Refusal? = selected != nil && setting == nil ? .settingStays : nil
            return [SettingsThing(.enter, .change, whyNot: stays ?? session.whyNot(.changeSettings)) { setting?.form($0) }]
        }
    )

    /// The settings that have a page of their own elsewhere stand there.
    private static var settings: [Setting] {
        Setting.all.filter { setting in
            switch setting.kind {
            case .text, .time, .minutes, .weekdays, .language: true
            case .staff, .tier, .clock: false
            }
        }
    }

    /// The page of the authority tiers: what each role may promise or pay.
    static let tiers = SettingsPage(
        label: .pageTiers,
        columns: { _ in
            [(FieldLabel.of("role"), .fixed(20)), (.columnTier, .fixed(16)), (.columnBeyond, .flexible(minimum: 16))]
        },
        contents: { session in
            let language = session.language
            let beyond = tierSettings.dropFirst().map(\.label) + [.headOffice]
            let rows = zip(tierSettings, beyond).map { setting, next in
                SettingsRow(id: setting.name, cells: [language(setting.label), setting.words(session), language(next)])
            }
            return SettingsContents(notes: [(language(.tiersHint), .dim)], rows: rows)
        },
        things: { selected, session in
            [
                SettingsThing(.enter, .change, whyNot: session.whyNot(.changeSettings)) { session in
                    tierSettings.first { $0.name == selected }?.form(session)
                }
            ]
        }
    )

    private static var tierSettings: [Setting] { Setting.all.filter { if case .tier = $0.kind { true } else { false } } }
}

extension Setting {
    /// What it says, in words.
    func words(_ session: DeskSession) -> String {
        let (language, settings) = (session.language, session.settings)
        switch kind {
        case .weekdays(let path): return language.listed(settings[keyPath: path].sorted().map { Setting.weekday($0, language) })
        case .minutes(let path): return language(.minutes(settings[keyPath: path]))
        case .years(let path): return String(settings[keyPath: path])
        case .language(let path): return language(.languageName(settings[keyPath: path]))
        case .staff(let path):
            let people = settings[keyPath: path].map(session.look.person)
            return people.isEmpty ? language(.settingNothing) : language.listed(people)
        case .text, .time, .tier, .clock:
            let text = text(under: session.ledger.rules, at: session.now)
            return text.isEmpty ? language(.settingNothing) : text
        }
    }

    private static func weekday(_ ordinal: Int, _ language: Language) -> String {
        // 5 January 1970 was a Monday.
        TimeWords.weekday(Day(ordinal: 4 + ordinal), language)
    }

    /// The form in which it is changed.
    func form(_ session: DeskSession) -> PromptScreen {
        let title: Phrase = if case .tier(let role) = kind { .tierTitle(role) } else { label }
        return PromptScreen(title, form: "settings/\(name)", session) { session in
            fields(session)
        } send: { values, session in
            let typed = text(values, session)
            var wanted = session.settings
            guard set(typed, in: &wanted) else {
                let fault: Refusal.FieldFault = if case .tier = kind { .amount } else { .setting(name) }
                throw Refusal.badValue(FieldName(field ?? name), fault)
            }
            let before = text(under: session.ledger.rules, at: session.now)
            // An event says that something changed: where nothing did, there is none.
            if wanted == session.settings || typed == before { return .notChanged(title) }
            do {
                try session.ledger.change(name, to: typed, by: try session.signedIn())
            } catch let refusal as Refusal {
                guard let field else { throw refusal }
                throw FieldProblem(field: field, sentence: refusal.sentence)
            }
            return .changed(title, from: before, to: text(under: session.ledger.rules, at: session.now))
        }
    }

    /// The field beside which it is said what is wrong; nil where it is a matter of all of them.
    private var field: String? {
        switch kind {
        case .text, .time, .minutes, .years, .language, .tier: "value"
        case .weekdays: "0"
        case .staff, .clock: nil
        }
    }

    /// What stands in its form: the old value, and what it is changed with.
    private func fields(_ session: DeskSession) -> [FormField] {
        let language = session.language
        let label = language(label)
        let fields: [FormField]
        switch kind {
        case .text(let path, let isRequired): fields = [.line("value", label, session.settings[keyPath: path], isRequired: isRequired)]
        case .time: fields = [.line("value", label, hint: language(.timeOfDayHint), limit: 5, isRequired: true)]
        case .years: fields = [.line("value", label, limit: 3, isRequired: true)]
        case .minutes: fields = [.line("value", label, hint: language(.lockHint), limit: 3, isRequired: true)]
        case .weekdays(let path):
            let open = session.settings[keyPath: path]
            fields = (0..<7).map { .check("\($0)", Setting.weekday($0, language), open.contains($0)) }
        case .language(let path):
            let choices = Language.allCases.map { Choice($0.rawValue, .languageName($0), language) }
            fields = [.choice("value", label, choices, selected: session.settings[keyPath: path].rawValue, isRequired: true)]
        case .staff(let path):
            let chosen = session.settings[keyPath: path]
            return [.words("hint", language(.deputiesHint))]
                + session.members.map { .check($0.number.text, "\($0.number) \($0.name)", chosen.contains($0.number)) }
        case .tier: fields = [.line("value", language(.columnTier), hint: language(.amountHint), limit: 16, isRequired: true)]
        case .clock: return []
        }
        return [session.nowWords(words(session))] + fields
    }

    /// What was typed, as the setting is written.
    private func text(_ values: [String: String], _ session: DeskSession) -> String {
        let marked = { (name: String) in values[name] == "true" }
        return switch kind {
        case .weekdays: (0..<7).filter { marked("\($0)") }.map { String($0 + 1) }.joined(separator: ",")
        case .staff: session.ledger.rules.staff.all.map(\.number.text).filter(marked).joined(separator: ",")
        case .text, .time, .minutes, .language, .tier, .clock: (values["value"] ?? "").trimmed
        }
    }
}
