import ComplaintRules
import Ledger
import TerminalKit

extension SettingsPage {
    /// The page of the branch itself: its name, hotline, hours, and how the screen locks.
    static let branch = SettingsPage(
        label: .pageBranch,
        columns: { [(.columnSetting, .fitted(minimum: $0.columns(.settingName), maximum: 36)), (.columnNow, .flexible(minimum: 20))] },
        contents: { session in
            let language = session.language
            let rows = settings.flatMap { setting in
                [SettingsRow(id: setting.name, cells: [language(setting.label), setting.words(session)])] + setting.rowsComing(session)
            }
            // What a desk was made with; it stays.
            let fixed = [(Phrase.branchCode, session.settings.branchCode), (.timeZone, session.settings.timeZone)].map { label, text in
                SettingsRow(id: label.english, cells: [language(label), text], role: .dim)
            }
            return SettingsContents(rows: rows + fixed)
        },
        things: { selected, session in
            let setting = settings.first { $0.name == SettingsRow.thing(of: selected) }
            let stays: Refusal? = selected != nil && setting == nil ? .settingStays : nil
            return [SettingsThing(.enter, .change, whyNot: stays ?? session.whyNot(.changeSettings)) { setting?.form($0) }]
        }
    )

    /// The settings that have a page of their own elsewhere stand there.
    private static var settings: [Setting] {
        Setting.all.filter { setting in
            switch setting.kind {
            case .text, .minutes, .days, .years, .hours, .language, .flag, .size, .points: true
            case .staff, .tier, .clock: false
            }
        }
    }

    /// The page of the authority tiers: what each role may promise or pay.
    static let tiers = SettingsPage(
        label: .pageTiers,
        columns: { _ in
            [(FieldLabel.of("role"), .fixed(20)), (.columnTier, .fixed(34)), (.columnBeyond, .flexible(minimum: 16))]
        },
        contents: { session in
            let language = session.language
            let beyond = tierSettings.dropFirst().map(\.label) + [.headOffice]
            let amounts = tierSettings.map { tier in tier.coming(session).map(\.text) + [tier.standing(session)] }
            let width = amounts.joined().map { TextWidth.columns(of: $0) }.max() ?? 0
            let rows = zip(tierSettings, beyond).flatMap { setting, next in
                // Sums stand one below the other, point below point.
                let now = TextWidth.pad(setting.standing(session), to: width, alignment: .trailing)
                return [SettingsRow(id: setting.name, cells: [language(setting.label), now, language(next)])]
                    + setting.rowsComing(session, width: width)
            }
            return SettingsContents(notes: [(language(.tiersHint), .dim)], rows: rows)
        },
        things: { selected, session in
            [
                SettingsThing(.enter, .change, whyNot: session.whyNot(.changeSettings)) { session in
                    tierSettings.first { $0.name == SettingsRow.thing(of: selected) }?.form(session)
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
        case .minutes(let path): return language(.minutes(settings[keyPath: path]))
        case .years(let path): return language(.years(settings[keyPath: path]))
        case .days(let path): return language(.days(settings[keyPath: path]))
        case .language(let path): return language(.languageName(settings[keyPath: path]))
        case .flag(let path): return language(settings[keyPath: path] ? .settingYes : .settingNo)
        case .staff(let path):
            let people = settings[keyPath: path].map(session.look.person)
            return people.isEmpty ? language(.settingNothing) : language.listed(people)
        case .text, .hours, .tier, .size, .points, .clock: return standing(session)
        }
    }

    /// What it says today.
    fileprivate func standing(_ session: DeskSession) -> String {
        let text = shown(text(under: session.ledger.rules, at: session.now, in: session.language), session)
        return text.isEmpty ? session.language(.settingNothing) : text
    }

    /// What it is to say from later days on, as people read it.
    fileprivate func coming(_ session: DeskSession) -> [(from: Day, text: String)] {
        coming(under: session.ledger.rules, at: session.now).map { ($0.from, shown($0.text, session)) }
    }

    /// The rows of what is coming, a day each, so that none is cut.
    ///
    /// - Parameter width: columns in which the values stand to the right.
    fileprivate func rowsComing(_ session: DeskSession, width: Int = 0) -> [SettingsRow] {
        coming(session).map { change in
            let text = TextWidth.pad(change.text, to: max(width, TextWidth.columns(of: change.text)), alignment: .trailing)
            let day = session.language.bracketed(session.language(.since(session.words.longDay(change.from))))
            return SettingsRow(coming: name, on: change.from, [text + day], session)
        }
    }

    /// A value as people read it.
    private func shown(_ text: String, _ session: DeskSession) -> String {
        switch kind {
        case .hours where text == DayHours.closed.text: session.language(BookDay.Status.closed.label)
        case .flag: session.language(text == "yes" ? .settingYes : .settingNo)
        case .language: Language(rawValue: text).map { session.language(.languageName($0)) } ?? text
        case .tier: Amount(text)?.text(in: session.settings.country) ?? text
        case .size: Amount.grouped(text)
        case .years: Int(text).map { session.language(.years($0)) } ?? text
        case .days: Int(text).map { session.language(.days($0)) } ?? text
        case .text, .minutes, .hours, .staff, .points, .clock: text
        }
    }

    /// The form in which it is changed.
    func form(_ session: DeskSession) -> PromptScreen {
        let title = title
        return PromptScreen(title, form: "settings/\(name)", session) { session in
            fields(session)
        } send: { values, session in
            let typed = text(values, session)
            let before = text(under: session.ledger.rules, at: session.now)
            let from = try isDated ? RegisterFilter.day("from", values) : nil
            if !isDated {
                var wanted = session.settings
                guard set(typed, in: &wanted) else { throw Refusal.badValue(FieldName(field ?? name), .setting(name)) }
                // An event says that something changed: where nothing did, there is none.
                if wanted == session.settings { return .notChanged(title) }
            } else if typed == before, coming(under: session.ledger.rules, at: session.now).isEmpty {
                return .notChanged(title)
            }
            let first = from ?? session.ledger.rules.earliestChange(at: session.now)
            do {
                let reference = (values["reference"] ?? "").trimmed
                try session.ledger.change(name, to: typed, from: from, reference: reference, by: try session.signedIn())
            } catch let refusal as Refusal {
                switch (refusal, field) {
                case (.ruleInThePast, _), (.farFromNow, _): throw FieldProblem(field: "from", sentence: refusal.sentence)
                case (.missing(let name), _): throw FieldProblem(field: name.text, sentence: refusal.sentence)
                case (.badValue, let field?):
                    let fault: Refusal.FieldFault = if case .tier = kind { .amount } else { .setting(name) }
                    throw FieldProblem(field: field, sentence: Refusal.badValue(FieldName(field), fault).sentence)
                case (_, let field?): throw FieldProblem(field: field, sentence: refusal.sentence)
                default: throw refusal
                }
            }
            if isDated { return .changedFrom(title, to: shown(typed, session), session.words.longDay(first)) }
            let after = text(under: session.ledger.rules, at: session.now)
            return .changed(title, from: shown(before, session), to: shown(after, session))
        }
    }

    /// The field beside which it is said what is wrong; nil where it is a matter of all of them.
    private var field: String? {
        switch kind {
        case .text, .minutes, .days, .years, .hours, .language, .flag, .tier, .size, .points: "value"
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
        case .hours:
            // An unchanged day needs no typing, and other hours take the place of these.
            let now = text(under: session.ledger.rules, at: session.now)
            let shown = now == DayHours.closed.text ? language(.closedHours) : now
            var field = TextField(limit: 60)
            field.propose(shown)
            let hint = language(.hoursHint)
            fields = [FormField(id: "value", label: label, kind: .line(field), hint: hint, isRequired: true), dayField(session)]
        case .points:
            let now = text(under: session.ledger.rules, at: session.now)
            fields = [.line("value", label, now, hint: language(.pointsHint)), dayField(session)]
        case .size: fields = [.line("value", label, hint: language(.sizeHint), limit: 12, isRequired: true), dayField(session)]
        case .years: fields = [.line("value", label, hint: language(.yearsHint), limit: 3, isRequired: true)]
        case .minutes: fields = [.line("value", label, hint: language(.lockHint), limit: 3, isRequired: true)]
        case .days: fields = [.line("value", label, hint: language(.daysHint), limit: 4, isRequired: true)]
        case .language(let path):
            let choices = Language.allCases.map { Choice($0.rawValue, .languageName($0), language) }
            fields = [.choice("value", label, choices, selected: session.settings[keyPath: path].rawValue, isRequired: true)]
        case .flag(let path):
            let choices = [Choice("yes", .settingYes, language), Choice("no", .settingNo, language)]
            fields = [.choice("value", label, choices, selected: session.settings[keyPath: path] ? "yes" : "no", isRequired: true)]
        case .staff(let path):
            let chosen = session.settings[keyPath: path]
            return [.words("hint", language(.deputiesHint))]
                + session.members.map { .check($0.number.text, "\($0.number) \($0.name)", chosen.contains($0.number)) }
        case .tier(let role):
            let amount = FormField.line("value", language(.columnTier), hint: language(.amountHint), limit: 16, isRequired: true)
            // Nobody in the branch is above the branch manager: what they may promise is head office's to say.
            let reference = FormField.line(
                "reference",
                language(FieldLabel.of("reference")),
                hint: language(.tierReferenceHint),
                isRequired: true
            )
            fields = [amount, dayField(session)] + (role == .branchManager ? [reference] : [])
        case .clock: return []
        }
        let coming = coming(session).map { session.comingWords($0.text, from: $0.from) }
        return [session.nowWords(words(session))] + coming + fields
    }

    /// From which day on it holds.
    private func dayField(_ session: DeskSession) -> FormField {
        let first = session.ledger.rules.earliestChange(at: session.now)
        return .line(
            "from",
            session.language(.holdsFrom),
            hint: session.language(.earliestHint(session.words.longDayWithWeekday(first))),
            limit: 10
        )
    }

    /// What was typed, as the setting is written.
    private func text(_ values: [String: String], _ session: DeskSession) -> String {
        let marked = { (name: String) in values[name] == "true" }
        return switch kind {
        // As it is written, so that what was filled in and left is no change.
        case .hours: DayHours(values["value"] ?? "")?.text ?? (values["value"] ?? "").trimmed
        case .staff: session.ledger.rules.staff.all.map(\.number.text).filter(marked).joined(separator: ",")
        case .text, .minutes, .days, .years, .language, .flag, .tier, .size, .points, .clock: (values["value"] ?? "").trimmed
        }
    }
}
