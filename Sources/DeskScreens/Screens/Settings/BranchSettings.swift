import ComplaintRules
import Ledger
import TerminalKit

/// The page of the branch itself: its name, hotline, hours, and how the screen locks.
enum BranchSettings {
    private static let names = [
        "name", "hotline", "opening", "closing", "open-weekdays", "lock-minutes", "language", "outside-channels", "contact-cards",
    ]
    /// What a desk was made with; it stays.
    private static let fixed = ["code", "zone"]

    static func contents(_ session: DeskSession) -> SettingsContents {
        let (language, settings) = (session.language, session.settings)
        var rows = names.map { SettingsRow(id: $0, cells: [language(.settingLabel($0)), words($0, session)]) }
        for (name, text) in zip(fixed, [settings.branchCode, settings.timeZone]) {
            rows.append(SettingsRow(id: name, cells: [language(.settingLabel(name)), text], role: .dim))
        }
        return SettingsContents(rows: rows)
    }

    static func bindings(_ selected: String?, _ session: DeskSession) -> [Binding<Command>] {
        var why = session.whyNot(.changeSettings)
        if let selected, fixed.contains(selected) { why = session.language(Refusal.settingStays.sentence) }
        return [Binding([.enter], .change, label: session.language(.change), whyNot: why)]
    }

    /// A setting in words.
    private static func words(_ name: String, _ session: DeskSession) -> String {
        let text = SettingsText(session.ledger.rules, at: session.now)[name] ?? ""
        switch name {
        case "open-weekdays": return weekdays(session.settings.openWeekdays ?? [0, 1, 2, 3, 4], session.language)
        case "lock-minutes": return session.language(.minutes(session.settings.lockAfterMinutes))
        case "language": return session.language(.languageName(session.settings.language))
        default: return text.isEmpty ? session.language(.settingNothing) : text
        }
    }

    private static func weekdays(_ ordinals: [Int], _ language: Language) -> String {
        // 5 January 1970 was a Monday.
        let names = ordinals.sorted().map { TimeWords.weekday(Day(ordinal: 4 + $0), language) }
        return names.joined(separator: language == .english ? ", " : "、")
    }

    /// The form in which a setting is changed.
    static func form(_ name: String, _ session: DeskSession) -> PromptScreen? {
        guard names.contains(name) else { return nil }
        let label = Phrase.settingLabel(name)
        return PromptScreen(label, form: "settings/\(name)", session) { session in
            [session.nowWords(words(name, session))] + fields(name, session)
        } send: { values, session in
            let text = value(name, values)
            let before = SettingsText(session.ledger.rules, at: session.now)[name] ?? ""
            // An event says that something changed: where nothing did, there is none.
            if text == before { return .notChanged(label) }
            do {
                try session.ledger.change(name, to: text, by: try session.signedIn())
            } catch let refusal as Refusal {
                throw FieldProblem(field: name == "open-weekdays" ? "0" : "value", sentence: refusal.sentence)
            }
            return .changed(label, from: before, to: text)
        }
    }

    private static func fields(_ name: String, _ session: DeskSession) -> [FormField] {
        let language = session.language
        let label = language(.settingLabel(name))
        let text = SettingsText(session.ledger.rules, at: session.now)[name] ?? ""
        switch name {
        case "open-weekdays":
            let open = session.settings.openWeekdays ?? [0, 1, 2, 3, 4]
            return (0..<7).map { .check("\($0)", TimeWords.weekday(Day(ordinal: 4 + $0), language), open.contains($0)) }
        case "language":
            let choices = Language.allCases.map { Choice($0.rawValue, .languageName($0), language) }
            return [.choice("value", label, choices, selected: text, isRequired: true)]
        case "opening", "closing": return [.line("value", label, hint: language(.timeOfDayHint), limit: 5, isRequired: true)]
        case "lock-minutes": return [.line("value", label, hint: language(.lockHint), limit: 3, isRequired: true)]
        default: return [.line("value", label, text, isRequired: name == "name")]
        }
    }

    private static func value(_ name: String, _ values: [String: String]) -> String {
        guard name == "open-weekdays" else { return (values["value"] ?? "").trimmed }
        return (0..<7).filter { values["\($0)"] == "true" }.map { String($0 + 1) }.joined(separator: ",")
    }
}

/// The page of the authority tiers: what each role may promise or pay.
enum TierSettings {
    private static let roles: [ComplaintRules.Role] = [.counter, .complaintManager, .branchManager]

    static func contents(_ session: DeskSession) -> SettingsContents {
        let language = session.language
        let rows = roles.enumerated().map { index, role in
            SettingsRow(
                id: role.rawValue,
                cells: [
                    language(role.label), session.ledger.rules.tier(of: role).text,
                    language(index + 1 < roles.count ? roles[index + 1].label : .headOffice),
                ]
            )
        }
        return SettingsContents(notes: [(language(.tiersHint), .dim)], rows: rows)
    }

    static func bindings(_ selected: String?, _ session: DeskSession) -> [Binding<Command>] {
        [Binding([.enter], .change, label: session.language(.change), whyNot: session.whyNot(.changeSettings))]
    }

    static func form(_ code: String, _ session: DeskSession) -> PromptScreen? {
        guard let role = ComplaintRules.Role(rawValue: code), roles.contains(role) else { return nil }
        let title = Phrase.tierTitle(role)
        return PromptScreen(title, form: "settings/tier.\(code)", session) { session in
            [
                session.nowWords(session.ledger.rules.tier(of: role).text),
                .line("value", session.language(.columnTier), hint: session.language(.amountHint), limit: 16, isRequired: true),
            ]
        } send: { values, session in
            let before = session.ledger.rules.tier(of: role)
            guard let amount = Amount(values["value"] ?? "") else { throw Refusal.badValue("value", .amount) }
            if amount == before { return .notChanged(title) }
            try session.ledger.change("tier.\(code)", to: amount.text, by: try session.signedIn())
            return .changed(title, from: before.text, to: amount.text)
        }
    }
}
