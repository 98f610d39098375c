import ComplaintRules
import Ledger
import TerminalKit

/// A small form that is sent at once: a reason, a new value, a new member of staff.
struct PromptScreen: FormScreen {
    let title: Phrase
    let draftForm: String
    var form: Form
    var blank: Form
    let submitLabel: Phrase
    let keepsDraft: Bool
    var claim: DraftClaim?
    /// Whether what is sent goes into the store, and not only to the screen below.
    private let isStored: Bool
    /// The fields that take a day or nothing.
    private let days: Set<String>
    /// Makes the fields, in the session's language.
    private let fields: (DeskSession) -> [FormField]
    /// Does what was asked for with the values of the fields, and gives what to say.
    private let send: ([String: String], DeskSession) throws -> Phrase

    init(
        _ title: Phrase,
        form draftForm: String,
        submit: Phrase = .save,
        keepsDraft: Bool = true,
        isStored: Bool = true,
        days: Set<String> = [],
        _ session: DeskSession,
        fields: @escaping (DeskSession) -> [FormField],
        send: @escaping ([String: String], DeskSession) throws -> Phrase
    ) {
        self.title = title
        self.draftForm = draftForm
        self.keepsDraft = keepsDraft
        self.isStored = isStored
        self.days = days
        submitLabel = submit
        self.fields = fields
        self.send = send
        form = Form(fields: fields(session))
        blank = form
    }

    func problem(with field: FormField) -> Phrase? {
        guard days.contains(field.id), !field.value.isBlank, TimeReading.day(field.value) == nil else { return nil }
        return Refusal.badValue(FieldName(field.id, label: Phrase(verbatim: field.label)), .day).sentence
    }

    func makeForm(_ session: DeskSession) -> Form { Form(fields: fields(session)) }

    mutating func submit(_ session: DeskSession, by key: Key) throws -> Step {
        var values: [String: String] = [:]
        for field in form.fields { values[field.id] = field.value }
        let errand = Errand(title) { [send, values] in .back(MessageLine(session.language(try send(values, session)))) }
        if isStored { return .perform(errand) }
        do {
            return try errand.run()
        } catch {
            try show(error, session.language)
            return .stay
        }
    }

    func formArea(_ area: Rect) -> Rect { area.inset(columns: 1).rows(from: 1) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        form.draw(into: &grid, in: formArea(area), glyphs: look.glyphs)
    }
}

/// What is wrong with what was typed into a field, where no rule of the desk has a word for it.
struct FieldProblem: Error {
    let field: String
    let sentence: Phrase
}
