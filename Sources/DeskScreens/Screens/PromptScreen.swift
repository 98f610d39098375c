import ComplaintRules
import Ledger
import TerminalKit

/// A small form that is sent at once: a reason, a new value, a new member of staff.
struct PromptScreen: FormScreen {
    let title: Phrase
    let draftForm: String
    var form: Form
    let blank: Form
    /// Does what was asked for with the values of the fields, and gives what to say.
    private let send: ([String: String], DeskSession) throws -> Phrase

    init(_ title: Phrase, fields: [FormField], form: String, send: @escaping ([String: String], DeskSession) throws -> Phrase) {
        self.title = title
        draftForm = form
        self.form = Form(fields: fields)
        blank = self.form
        self.send = send
    }

    func bindings(_ session: DeskSession) -> [Binding<Command>] { formBindings(session.language, submit: .save) }

    /// Its words were put in by whoever opened it; they change with the screen below, when this one is left.
    mutating func useLanguage(_ session: DeskSession) {}

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        form.fit(columns: area.columns - 2, rows: area.rows - 1)
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        switch form.handle(key) {
        case .ignored: return nil
        case .moved, .changed: return .stay
        case .submit: return try submit(session)
        case .cancel: return .run(.back)
        }
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        switch command {
        case .submit: try submit(session)
        case .discardDraft: discard(session.language, by: key)
        default: .stay
        }
    }

    private mutating func submit(_ session: DeskSession) throws -> Step {
        form.clearProblems()
        var values: [String: String] = [:]
        for field in form.fields {
            if field.isRequired, field.value.isBlank { return try show(.missing(field.id), session.language) }
            values[field.id] = field.value
        }
        do {
            return .back(MessageLine(session.language(try send(values, session))), keepsDraft: false)
        } catch let refusal as Refusal {
            return try show(refusal, session.language)
        }
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        form.draw(into: &grid, in: area.inset(columns: 1).rows(from: 1), glyphs: look.glyphs)
    }
}
