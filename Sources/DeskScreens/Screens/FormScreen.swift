import ComplaintRules
import TerminalKit

/// A screen with a form: what is typed in it is kept as a draft, and comes back.
protocol FormScreen: Screen {
    /// The form.
    var form: Form { get set }
    /// The form as it is when nothing was typed.
    var blank: Form { get }
    /// The name of its draft in the store.
    var draftForm: String { get }
    /// Makes the form anew in the session's language, with all that was typed.
    mutating func useLanguage(_ session: DeskSession)
    /// Brings back what was typed, with the cursor where it was.
    mutating func restore(_ snapshot: FormSnapshot, _ language: Language)
}

extension FormScreen {
    var isTyping: Bool {
        switch form[form.focusedID]?.kind {
        case .line, .text, .choice, .check: true
        case .note, nil: false
        }
    }

    /// Esc closes an open list first; it leaves the form only then.
    func claims(_ key: Key) -> Bool { isTyping && key.isText || key == .escape && form.isPopupOpen }

    var draft: ScreenDraft? {
        let snapshot = form.snapshot
        return ScreenDraft(form: draftForm, snapshot: snapshot, isWorthKeeping: snapshot.values != blank.snapshot.values)
    }

    mutating func restore(_ snapshot: FormSnapshot, _ language: Language) {
        form.restore(snapshot)
    }

    /// Shows a refusal beside the field that it is about; where it is about none, it goes on to the message line.
    mutating func show(_ refusal: Refusal, _ language: Language, renaming names: [String: String] = [:]) throws -> Step {
        guard let field = refusal.field, form[names[field] ?? field] != nil else { throw refusal }
        let id = names[field] ?? field
        form.setHidden(false, at: id)
        var sentence = refusal.sentence
        // By the name that it has on this form.
        if case .missing = refusal, let label = form[id]?.label { sentence = .missing(label) }
        form.setProblem(language(sentence), at: id)
        return .stay
    }

    /// The bindings that every form has.
    func formBindings(_ language: Language, submit: Phrase) -> [Binding<Command>] {
        [
            Binding([.control("s"), .function(2)], .submit, label: language(submit)),
            Binding([.tab], .nextField, label: language(.nextField)),
            Binding([.function(7)], .discardDraft, label: language(.discard), shortLabel: language(.discardShort)),
            Binding([.escape], .back, label: language(.back)),
        ]
    }

    /// The question before a draft is thrown away; nothing is asked where nothing was typed.
    func discard(_ language: Language, by key: Key) -> Step {
        guard draft?.isWorthKeeping == true else { return .back(nil, keepsDraft: false) }
        let dialog = Dialog(
            title: language(.discard),
            text: language(.discardQuestion),
            confirmLabel: language(.discardShort),
            cancelLabel: language(.cancel),
            openedBy: key
        )
        return .ask(Question(dialog: dialog, purpose: .discardDraft))
    }
}
