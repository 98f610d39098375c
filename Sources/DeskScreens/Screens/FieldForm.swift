import ComplaintRules
import Ledger
import TerminalKit

extension FormField.Kind {
    /// What a form has for a field of an act or of a complaint.
    ///
    /// - Parameters:
    ///   - rows: the fewest rows of a text of several lines.
    ///   - managers: which managers can be chosen beside whoever is signed in.
    init(
        _ field: FieldShape,
        _ language: Language,
        _ session: DeskSession,
        rows: Int = 1,
        managers: (StaffNumber) -> Bool = { _ in true }
    ) {
        func choice(_ code: String, _ label: Phrase, _ others: [String] = []) -> Choice {
            Choice(code: code, label: language(label), searchKeys: [label.english, label.chinese] + others)
        }
        switch field.kind {
        case .text: self = .text(TextEditor(limit: Intake.textLimit), minimumRows: rows)
        case .line, .time, .day, .amount, .count, .file: self = .line(TextField(limit: Intake.lineLimit))
        case .choice(let options): self = .choice(ChoiceField(choices: options.map { choice($0.code, $0.label) }))
        case .code(let axis):
            let codes = session.ledger.rules.codes.codes(on: axis)
            self = .choice(ChoiceField(choices: codes.map { choice($0.key, $0.label, [$0.pinyinInitials]) }))
        case .flag:
            if let box = field.box {
                self = .check(CheckField(label: language(box)))
            } else {
                self = .choice(
                    ChoiceField(choices: [
                        choice("true", Term.yes), choice("false", Term.no),
                    ])
                )
            }
        case .member:
            self = .choice(ChoiceField(choices: session.ledger.rules.staff.all.map(Choice.init)))
        case .manager:
            let choices = session.receivers(managers).map { member, open in
                Choice(code: member.number.text, label: language.receiver(member, open: open), searchKeys: [member.name])
            }
            // Where there is one, there is nothing to choose.
            self = .choice(
                ChoiceField(
                    choices: choices,
                    selected: choices.count == 1 ? choices[0].code : nil,
                    nothingMatches: choices.isEmpty ? language(.nobodyReceives) : ""
                )
            )
        }
    }
}

extension FormField {
    /// The field of a form for a field of an act.
    ///
    /// - Parameters:
    ///   - rows: the fewest rows of a text of several lines.
    ///   - managers: which managers can be chosen beside whoever is signed in.
    init(
        _ field: FieldShape,
        _ language: Language,
        _ session: DeskSession,
        rows: Int = 4,
        managers: (StaffNumber) -> Bool = { _ in true }
    ) {
        self.init(
            id: field.name.text,
            label: language(field.label),
            kind: Kind(field, language, session, rows: rows, managers: managers),
            hint: (field.hint ?? FormField.hint(of: field)).map { language($0) },
            isRequired: field.isRequired,
            isHidden: field.isOnDemand
        )
    }
}

extension FormField {
    /// What a field says that has no words of its own: the form of a time, a day, an amount, and how a list is opened from which something must
    /// be chosen.
    private static func hint(of field: FieldShape) -> Phrase? {
        switch field.kind {
        case .time: .timeHint
        case .choice, .code, .member, .manager: field.isRequired ? .chooseHint : nil
        case .flag: field.isRequired && field.box == nil ? .chooseHint : nil
        case .day: .dayHint
        case .amount: .amountHint
        case .text, .line, .count, .file: nil
        }
    }
}

extension DeskSession {
    /// The managers to whom a case can go, beside whoever is signed in: the complaint managers first, whose work it is, and of them whoever
    /// has the fewest open cases.
    ///
    /// The numbers are a help: where they cannot be read now, the form opens without them.
    func receivers(_ isWanted: (StaffNumber) -> Bool) -> [(member: StaffMember, open: Int?)] {
        ledger.rules.staff.receivers.filter { $0.number != actor?.number && isWanted($0.number) }
            .map { (member: $0, open: try? ledger.openCases(with: $0.number, for: actor?.number)) }
            .sorted { left, right in
                let ranks = [left, right].map { ($0.member.role == .complaintManager ? 0 : 1, $0.open ?? 0, $0.member.number) }
                return ranks[0] < ranks[1]
            }
    }
}

extension Language {
    /// `1002 马霞 (complaint manager, 3 open)`: somebody to whom a case can go.
    func receiver(_ member: StaffMember, open: Int?) -> String {
        let facts = [self(member.role.label)] + (open.map { [self(.openCount($0))] } ?? [])
        return "\(member.number) \(member.name)" + bracketed(facts.joined(separator: comma))
    }
}
