import ComplaintRules
import Ledger
import TerminalKit

/// The page of the staff: who works here in which role; who comes and who leaves.
enum StaffSettings {
    static func contents(_ session: DeskSession) throws -> SettingsContents {
        let language = session.language
        let rows = try session.ledger.rules.staff.all.map { member in
            let open = try session.ledger.openCases(with: member.number)
            return SettingsRow(
                id: member.number.text,
                cells: [
                    member.number.text, member.name, language(member.role.label), open == 0 ? "" : "\(open)",
                    member.isRetired ? language(.hasLeft) : "",
                ],
                role: member.isRetired ? .dim : .text
            )
        }
        return SettingsContents(rows: rows)
    }

    static func bindings(_ selected: String?, _ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        return [
            Binding([.character("a")], .add, label: language(.addStaff), whyNot: session.whyNot(.addStaff)),
            Binding(
                [.character("r")],
                .retire,
                label: language(.retireStaff),
                shortLabel: language(.retireStaffShort),
                whyNot: whyNotRetire(selected, session)
            ),
        ]
    }

    private static func whyNotRetire(_ selected: String?, _ session: DeskSession) -> String? {
        guard let actor = session.acting, let number = selected.flatMap(StaffNumber.init) else { return session.language(.nothingHere) }
        do throws(Refusal) {
            _ = try decideRetiring(number, by: actor, under: session.ledger.rules)
            return nil
        } catch {
            return session.language(error.sentence)
        }
    }

    static func adding(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.addStaff, form: "staff/add", session) { session in
            let language = session.language
            return [
                .line("number", language(.staffNumber), limit: 12, isRequired: true),
                .line("name", language(FieldLabel.of("name")), isRequired: true),
                .choice(
                    "role",
                    language(FieldLabel.of("role")),
                    ComplaintRules.Role.allCases.map { Choice($0.rawValue, $0.label, language) },
                    isRequired: true
                ),
                FormField(
                    id: "passcode",
                    label: language(.firstPasscode),
                    kind: .line(TextField(isSecret: true, limit: 200)),
                    hint: language(.firstPasscodeHint(SignInRules.minimumPasscode)),
                    isRequired: true
                ),
                FormField(
                    id: "again",
                    label: language(.passcodeAgain),
                    kind: .line(TextField(isSecret: true, limit: 200)),
                    isRequired: true
                ),
            ]
        } send: { values, session in
            guard let number = StaffNumber(values["number"] ?? "") else { throw Refusal.badValue("number", .staffNumber) }
            guard let role = ComplaintRules.Role(rawValue: values["role"] ?? "") else { throw Refusal.missing("role") }
            if values["passcode"] != values["again"] { throw FieldProblem(field: "again", sentence: .passcodesDiffer) }
            let member = StaffMember(number: number, name: (values["name"] ?? "").trimmed, role: role)
            do {
                try session.ledger.addStaff(member, passcode: values["passcode"] ?? "", by: try session.signedIn())
            } catch let refusal as Refusal {
                switch refusal {
                case .staffNumberTaken: throw FieldProblem(field: "number", sentence: refusal.sentence)
                case .passcodeTooShort: throw FieldProblem(field: "passcode", sentence: refusal.sentence)
                default: throw refusal
                }
            }
            return .staffCame("\(number) \(member.name)")
        }
    }

    /// Leaving cannot be taken back, so the number is typed once more.
    static func retiring(_ selected: String, _ session: DeskSession) throws -> PromptScreen? {
        guard let number = StaffNumber(selected), let member = session.ledger.rules.staff[number] else { return nil }
        let name = "\(number) \(member.name)"
        let open = try session.ledger.openCases(with: number)
        return PromptScreen(.retireStaff, form: "staff/retire/\(number)", submit: .retireStaffShort, keepsDraft: false, session) {
            session in
            var fields: [FormField] = [.words("who", session.language(.retireWords(name)))]
            if open > 0 { fields.append(.words("open", "! " + session.language(.retireOpen(open)))) }
            return fields + [.line("number", session.language(.retireAgain), limit: 12, isRequired: true)]
        } send: { values, session in
            guard StaffNumber(values["number"] ?? "") == number else {
                throw FieldProblem(field: "number", sentence: .retireOtherNumber(number.text))
            }
            try session.ledger.retireStaff(number, by: try session.signedIn())
            return .staffLeft(name)
        }
    }
}

/// The page of those who act for absent managers.
enum StandInSettings {
    static func contents(_ session: DeskSession) -> SettingsContents {
        let (language, rules, look) = (session.language, session.ledger.rules, session.look)
        let today = session.today
        let deputies = (rules.settings.deputies ?? []).map(look.person)
        let colon = language.colon
        let names = deputies.isEmpty ? language(.settingNothing) : deputies.joined(separator: language == .english ? ", " : "、")
        // What is over is history; the audit trail has it.
        let current = rules.standIns.filter { $0.to >= today }.sorted { ($0.from, $0.absent) < ($1.from, $1.absent) }
        let rows = current.map { standIn in
            let isNow = standIn.holds(on: today)
            return SettingsRow(
                id: "\(standIn.absent) \(standIn.from.ordinal)",
                cells: [
                    look.person(standIn.absent), look.person(standIn.standIn), look.words.longDay(standIn.from),
                    look.words.longDay(standIn.to), language(isNow ? .standsInNow : .standsInSoon),
                ],
                sign: isNow ? look.glyphs.check : ""
            )
        }
        return SettingsContents(notes: [("\(language(.deputies))\(colon)\(names)", .text)], rows: rows)
    }

    static func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        let isDeputy = session.actor.map { session.settings.deputies?.contains($0.number) == true } ?? false
        return [
            Binding(
                [.character("a")],
                .add,
                label: language(.addStandIn),
                shortLabel: language(.addStandInShort),
                whyNot: session.whyNot(.nameStandIn)
            ),
            Binding(
                [.character("d")],
                .deputies,
                label: language(.deputies),
                shortLabel: language(.deputiesShort),
                whyNot: session.whyNot(.changeSettings)
            ),
            Binding(
                [.character("t")],
                .declareAbsence,
                label: language(.declareAbsence),
                shortLabel: language(.declareAbsenceShort),
                whyNot: isDeputy ? nil : language(.onlyDeputies)
            ),
        ]
    }

    private static func people(_ session: DeskSession) -> [Choice] {
        session.ledger.rules.staff.all.filter { !$0.isRetired && $0.role != .auditor }.map(Choice.init)
    }

    static func naming(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.addStandIn, form: "stand-in/add", session) { session in
            let language = session.language
            return [
                .choice("absent", language(.absent), session.ledger.rules.staff.receivers.map(Choice.init), isRequired: true),
                .choice("stand-in", language(.standIn), people(session), isRequired: true),
                .line("from", language(.fromDay), hint: session.today.iso, limit: 10, isRequired: true),
                .line("to", language(.toDay), hint: language(.lastDayHint), limit: 10, isRequired: true),
            ]
        } send: { values, session in
            guard let absent = StaffNumber(values["absent"] ?? "") else { throw Refusal.missing("absent") }
            guard let standIn = StaffNumber(values["stand-in"] ?? "") else { throw Refusal.missing("stand-in") }
            guard let from = try RegisterFilter.day("from", values) else { throw Refusal.missing("from") }
            guard let to = try RegisterFilter.day("to", values) else { throw Refusal.missing("to") }
            return try name(StandIn(absent: absent, standIn: standIn, from: from, to: to), session)
        }
    }

    /// A standing deputy declares an absence on the spot, for today (1-domain, Roles).
    static func declaring(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.declareAbsence, form: "stand-in/today", submit: .declareAbsenceShort, keepsDraft: false, session) { session in
            let language = session.language
            let absent = session.ledger.rules.staff.receivers.filter { $0.number != session.actor?.number }
            return [
                .words("hint", language(.declareHint)),
                .choice("absent", language(.absent), absent.map(Choice.init), isRequired: true),
            ]
        } send: { values, session in
            guard let absent = StaffNumber(values["absent"] ?? "") else { throw Refusal.missing("absent") }
            let actor = try session.signedIn()
            return try name(StandIn(absent: absent, standIn: actor.number, from: session.today, to: session.today), session)
        }
    }

    private static func name(_ standIn: StandIn, _ session: DeskSession) throws -> Phrase {
        do {
            try session.ledger.nameStandIn(standIn, by: try session.signedIn())
        } catch let refusal as Refusal {
            switch refusal {
            case .alreadyStoodInFor, .absentIsNoManager: throw FieldProblem(field: "absent", sentence: refusal.sentence)
            case .standsInForThemselves, .auditorActsForNobody: throw FieldProblem(field: "stand-in", sentence: refusal.sentence)
            case .endBeforeStart: throw FieldProblem(field: "to", sentence: refusal.sentence)
            default: throw refusal
            }
        }
        let look = session.look
        return .standsIn(
            look.person(standIn.standIn),
            for: look.person(standIn.absent),
            look.words.shortDay(standIn.from),
            look.words.shortDay(standIn.to)
        )
    }

    /// Who may declare an absence on the spot.
    static func deputies(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.deputies, form: "settings/deputies", session) { session in
            let deputies = session.settings.deputies ?? []
            let members = session.ledger.rules.staff.all.filter { !$0.isRetired && $0.role != .auditor }
            return [.words("hint", session.language(.deputiesHint))]
                + members.map { .check($0.number.text, "\($0.number) \($0.name)", deputies.contains($0.number)) }
        } send: { values, session in
            let before = (session.settings.deputies ?? []).map(\.text).joined(separator: ",")
            let wanted = session.ledger.rules.staff.all.map(\.number.text).filter { values[$0] == "true" }.joined(separator: ",")
            if wanted == before { return .notChanged(.deputies) }
            try session.ledger.change("deputies", to: wanted, by: try session.signedIn())
            return .changed(.deputies, from: before, to: wanted)
        }
    }
}
