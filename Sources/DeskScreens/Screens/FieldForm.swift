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
        case .manager, .member:
            let staff = session.ledger.rules.staff
            let offered =
                field.kind == .member
                ? staff.all : staff.receivers.filter { $0.number != session.actor?.number && managers($0.number) }
            self = .choice(
                ChoiceField(
                    choices: offered.map { Choice(code: $0.number.text, label: "\($0.number) \($0.name)", searchKeys: [$0.name]) }
                )
            )
        }
    }
}
