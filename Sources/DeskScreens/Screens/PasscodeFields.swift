import ComplaintRules
import TerminalKit

// The fields in which a passcode is chosen, and what is wrong with one.
extension FormField {
    /// A field that shows nothing of what is typed into it.
    static func secret(_ id: String, _ label: String, hint: String? = nil) -> FormField {
        FormField(id: id, label: label, kind: .line(TextField(isSecret: true, limit: 200)), hint: hint, isRequired: true)
    }

    /// The new passcode, with what it must be, and again.
    static func newPasscode(_ label: Phrase, _ language: Language) -> [FormField] {
        [
            .secret("passcode", language(label), hint: language(.firstPasscodeHint(SignInRules.minimumPasscode))),
            .secret("again", language(.passcodeAgain)),
        ]
    }

    /// The passcode that was typed into both.
    ///
    /// - Throws: `FieldProblem` where the two differ.
    static func chosenPasscode(_ values: [String: String]) throws -> String {
        let passcode = values["passcode"] ?? ""
        if passcode != values["again"] { throw FieldProblem(field: "again", sentence: .passcodesDiffer) }
        return passcode
    }

    /// A refusal as the problem of the field that it is about; the refusal itself where it is about none of them.
    static func passcodeProblem(_ refusal: Refusal) -> any Error {
        switch refusal {
        case .passcodeTooShort, .passcodeWeak: FieldProblem(field: "passcode", sentence: refusal.sentence)
        default: refusal
        }
    }
}
