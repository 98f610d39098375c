import ComplaintRules
import Ledger
import TerminalKit

/// Settings, clock rules and tiers; staff; stand-ins. Each list is changed by the same rules as on the command line.
struct SettingsScreen: Screen {
    /// The lists.
    enum Tab: Int, CaseIterable, Sendable {
        case settings, staff, standIns

        var label: Phrase {
            switch self {
            case .settings: .tabSettings
            case .staff: .tabStaff
            case .standIns: .tabStandIns
            }
        }
    }

    private var tab = Tab.settings
    private var rows: [(name: String, text: String)] = []
    private var selected = 0

    var title: Phrase { .settingsTitle }

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        func whyNot(_ act: DeskAct) -> String? {
            do throws(Refusal) {
                try permit(act, by: try session.signedIn())
                return nil
            } catch {
                return language(error.sentence)
            }
        }
        var bindings: [Binding<Command>] = []
        switch tab {
        case .settings: bindings.append(Binding([.enter], .change, label: language(.change), whyNot: whyNot(.changeSettings)))
        case .staff: bindings.append(Binding([.character("a")], .add, label: language(.addStaff), whyNot: whyNot(.addStaff)))
        case .standIns: bindings.append(Binding([.character("a")], .add, label: language(.addStandIn)))
        }
        return bindings + [Binding([.tab, .backTab], .nextTab, label: language(.nextTab), shortLabel: language(.nextTabShort))]
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let rules = session.ledger.rules
        switch tab {
        case .settings:
            let text = SettingsText(rules, at: session.ledger.clock.now())
            rows = SettingsText.names.map { name in
                let coming = text.coming(name).map { "  \(session.look.glyphs.arrowRight) \($0.text)  \(session.words.longDay($0.from))" }
                return (name, (text[name] ?? "") + (coming ?? ""))
            }
            if let last = rules.calendar.lastKnownDay { rows.append(("calendar", last.iso)) }
        case .staff:
            rows = rules.staff.all.map { member in
                let state = member.isRetired ? " \(session.look.glyphs.dot) \(session.language(.hasLeft))" : ""
                return (member.number.text, "\(member.name)  \(session.language(member.role.label))\(state)")
            }
        case .standIns:
            rows = rules.standIns.sorted(by: StandIn.isBefore).map { standIn in
                let arrow = session.look.glyphs.arrowRight
                let days = "\(session.words.longDay(standIn.from)) - \(session.words.longDay(standIn.to))"
                return (standIn.absent.text, "\(arrow) \(session.look.person(standIn.standIn))  \(days)")
            }
        }
        selected = min(selected, max(0, rows.count - 1))
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        switch key {
        case .up, .character("k"): selected = max(0, selected - 1)
        case .down, .character("j"): selected = min(max(0, rows.count - 1), selected + 1)
        case .home: selected = 0
        case .end: selected = max(0, rows.count - 1)
        default: return nil
        }
        return .stay
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        switch command {
        case .nextTab:
            let count = Tab.allCases.count
            tab = Tab(rawValue: (tab.rawValue + (key == .backTab ? count - 1 : 1)) % count) ?? .settings
            selected = 0
            try refresh(in: area, session)
            return .stay
        case .change:
            guard tab == .settings, rows.indices.contains(selected), SettingsText.names.contains(rows[selected].name) else { return .stay }
            let name = rows[selected].name
            let text = SettingsText(session.ledger.rules, at: session.ledger.clock.now())[name] ?? ""
            return .open(SettingsScreen.changing(name, text))
        case .add: return .open(tab == .staff ? SettingsScreen.addingStaff(session.language) : SettingsScreen.addingStandIn(session))
        default: return .stay
        }
    }

    private static func changing(_ name: String, _ text: String) -> PromptScreen {
        let field = FormField(id: "value", label: name, kind: .line(TextField(text, limit: Intake.lineLimit)))
        return PromptScreen(Phrase(verbatim: name), fields: [field], form: "settings/\(name)") { values, session in
            try session.ledger.change(name, to: values["value"] ?? "", by: try session.signedIn())
            return .changed(name)
        }
    }

    private static func addingStaff(_ language: Language) -> PromptScreen {
        let roles = ComplaintRules.Role.allCases.map {
            Choice(code: $0.rawValue, label: language($0.label), searchKeys: [$0.label.chinese])
        }
        let fields = [
            FormField(id: "number", label: language(.staffNumber), kind: .line(TextField(limit: 12)), isRequired: true),
            FormField(id: "name", label: language(FieldLabel.of("name")), kind: .line(TextField(limit: 200)), isRequired: true),
            FormField(id: "role", label: language(FieldLabel.of("role")), kind: .choice(ChoiceField(choices: roles)), isRequired: true),
            FormField(id: "passcode", label: language(.passcode), kind: .line(TextField(isSecret: true, limit: 200)), isRequired: true),
        ]
        return PromptScreen(.addStaff, fields: fields, form: "staff/add") { values, session in
            guard let number = StaffNumber(values["number"] ?? "") else { throw Refusal.badValue("number", .staffNumber) }
            guard let role = ComplaintRules.Role(rawValue: values["role"] ?? "") else { throw Refusal.missing("role") }
            let member = StaffMember(number: number, name: values["name"] ?? "", role: role)
            try session.ledger.addStaff(member, passcode: values["passcode"] ?? "", by: try session.signedIn())
            return .changed("\(number) \(member.name)")
        }
    }

    private static func addingStandIn(_ session: DeskSession) -> PromptScreen {
        let language = session.language
        let today = session.ledger.rules.zone.day(at: session.now).iso
        let people = session.ledger.rules.staff.all.filter { !$0.isRetired }.map {
            Choice(code: $0.number.text, label: "\($0.number) \($0.name)", searchKeys: [$0.name])
        }
        let fields = [
            FormField(id: "absent", label: language(.absent), kind: .choice(ChoiceField(choices: people)), isRequired: true),
            FormField(id: "stand-in", label: language(.standIn), kind: .choice(ChoiceField(choices: people)), isRequired: true),
            FormField(id: "from", label: language(.fromDay), kind: .line(TextField(today, limit: 10)), isRequired: true),
            FormField(id: "to", label: language(.toDay), kind: .line(TextField(today, limit: 10)), isRequired: true),
        ]
        return PromptScreen(.addStandIn, fields: fields, form: "stand-in/add") { values, session in
            guard let absent = StaffNumber(values["absent"] ?? ""), let standIn = StaffNumber(values["stand-in"] ?? "") else {
                throw Refusal.missing("absent")
            }
            guard let from = Day(values["from"] ?? "") else { throw Refusal.badValue("from", .time) }
            guard let to = Day(values["to"] ?? "") else { throw Refusal.badValue("to", .time) }
            try session.ledger.nameStandIn(
                StandIn(absent: absent, standIn: standIn, from: from, to: to),
                by: try session.signedIn()
            )
            return .changed("\(standIn) \(absent)")
        }
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        var column = area.column + 3
        for other in Tab.allCases {
            let isChosen = other == tab
            let text = isChosen ? "[\(look.language(other.label))]" : " \(look.language(other.label)) "
            column += grid.put(text, at: Point(column: column, row: area.row), role: isChosen ? .heading : .dim) + 1
        }
        let body = area.rows(from: 2)
        let top = max(0, selected - body.rows + 1)
        for (index, row) in rows.dropFirst(top).prefix(body.rows).enumerated() {
            let line = body.rows(from: index, count: 1)
            let isSelected = top + index == selected
            if isSelected { grid.put(look.glyphs.selected, at: line.origin, role: .text) }
            grid.put(TextWidth.pad(row.name, to: 24, ellipsis: "~"), at: Point(column: line.column + 3, row: line.row), role: .label)
            grid.put(row.text, at: Point(column: line.column + 29, row: line.row), role: .text, columns: max(0, line.columns - 30))
            if isSelected { grid.setRole(line, .selected) }
        }
        if rows.isEmpty { grid.put(look.language(.nothingHere), at: Point(column: body.column + 3, row: body.row), role: .dim) }
    }
}
