import ComplaintRules
import Ledger
import TerminalKit

/// A screen with a form: what is typed in it is kept as a draft, and comes back.
protocol FormScreen: Screen {
    /// The form.
    var form: Form { get set }
    /// The form as it is when nothing was typed.
    var blank: Form { get set }
    /// Which form it is, in the store.
    var draftForm: String { get }
    /// The draft that is open in it; nil until the screen comes up.
    var claim: DraftClaim? { get set }
    /// Whether what was typed is worth a draft: not where it is chosen again in a moment, as a filter is.
    var keepsDraft: Bool { get }
    /// What the key that sends it does, in words.
    var submitLabel: Phrase { get }
    /// The fields that refusals call otherwise, by the refusals' names.
    var renamedFields: [String: String] { get }
    /// What can be written in a field, where the rules say so.
    func shape(of field: String) -> FieldShape?
    /// What is wrong with what stands in a field, where no shape tells it; nil for nothing.
    func problem(with field: FormField) -> Phrase?
    /// What fills the blanks of a script that is put into a text; nil where they stay as they are, since the form is about no case.
    func scriptMatter(_ session: DeskSession) -> ScriptMatter?
    /// Makes the form as it is when nothing was typed, in the session's language.
    func makeForm(_ session: DeskSession) -> Form
    /// Fits the form to what stands in it: what is shown, and what is said about it.
    mutating func adapt(_ session: DeskSession)
    /// Where the form is drawn.
    func formArea(_ area: Rect) -> Rect
    /// What follows when something was typed, or another field reached, from `field` on.
    mutating func typed(from field: String, isChanged: Bool, _ session: DeskSession) throws -> Step
    /// Sends what was typed.
    mutating func submit(_ session: DeskSession, by key: Key) throws -> Step
}

extension FormScreen {
    var keepsDraft: Bool { true }
    var submitLabel: Phrase { .save }
    var renamedFields: [String: String] { [:] }

    var isTyping: Bool {
        switch form[form.focusedID]?.kind {
        case .line, .text, .choice, .check: true
        case .note, nil: false
        }
    }

    /// Esc closes an open list first; it leaves the form only then.
    func claims(_ key: Key) -> Bool { isTyping && key.isText || key == .escape && form.isPopupOpen }

    var draft: ScreenDraft? {
        guard keepsDraft, let claim else { return nil }
        let snapshot = form.snapshot
        // Also what was typed into a choice and not taken.
        let isWorthKeeping = snapshot.values != blank.snapshot.values || snapshot.untaken != blank.snapshot.untaken
        return ScreenDraft(id: claim.draft, form: draftForm, snapshot: snapshot, isWorthKeeping: isWorthKeeping)
    }

    mutating func adapt(_ session: DeskSession) {}

    /// Makes the form anew in the session's language, with all that was typed.
    mutating func useLanguage(_ session: DeskSession) {
        let snapshot = form.snapshot
        form = makeForm(session)
        blank = form
        useWords(session.language)
        restore(snapshot, session)
    }

    /// Brings back what was typed, with the cursor where it was.
    mutating func restore(_ snapshot: FormSnapshot, _ session: DeskSession) {
        form.restore(snapshot)
        adapt(session)
        // The cursor may have been in a field that only what was restored brings up.
        form.focus(snapshot.focusedID)
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let place = formArea(area)
        form.fit(columns: place.columns, rows: place.rows)
    }

    mutating func typed(from field: String, isChanged: Bool, _ session: DeskSession) throws -> Step {
        if isChanged { adapt(session) }
        return .moved
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        let (field, wasOnText) = (form.focusedID, isOnText)
        let event: FormEvent
        if case .mouse(let mouse) = key {
            let clicked = mouse.kind == .press ? form.click(mouse.point, in: formArea(area)) : .moved
            event = clicked == .ignored ? .moved : clicked
        } else {
            event = form.handle(key)
        }
        switch event {
        case .ignored: return nil
        case .moved, .changed:
            if event == .changed { forgetRefusal(session) }
            let step = try typed(from: field, isChanged: event == .changed, session)
            // What the footer offers goes by the kind of the field.
            if case .moved = step, isOnText != wasOnText { return .stay }
            return step
        case .submit: return try send(session, by: key)
        case .cancel: return .leave
        }
    }

    /// Whether a text of several lines is typed.
    var isOnText: Bool { if case .text = form[form.focusedID]?.kind { true } else { false } }

    func shape(of field: String) -> FieldShape? { nil }

    func problem(with field: FormField) -> Phrase? { nil }

    /// Sends what was typed, where no field has anything wrong with it by itself.
    mutating func send(_ session: DeskSession, by key: Key) throws -> Step {
        form.clearProblems()
        let problems = problems(session)
        guard problems.isEmpty else {
            form.setProblems(problems)
            return .stay
        }
        return try submit(session, by: key)
    }

    /// All that is wrong with what stands in the form, as far as each field tells it by itself: it is shown at once (2-screens, rule 3).
    private func problems(_ session: DeskSession) -> [(id: String, text: String)] {
        let (language, now, rules) = (session.language, session.now, session.ledger.rules)
        return form.fields.filter(\.isFocusable).compactMap { field in
            if let problem = field.problem { return (field.id, problem) }
            if field.isRequired, field.value.isBlank { return (field.id, language(.missing(field.label))) }
            let problem = shape(of: field.id)?.problem(with: field.value, at: now, under: rules)?.sentence ?? problem(with: field)
            return problem.map { (field.id, language($0)) }
        }
    }

    /// Takes off what the rules said of the form as it was sent: it may be right now, whichever field was changed. What is wrong with a field by
    /// itself stays beside it.
    private mutating func forgetRefusal(_ session: DeskSession) {
        let told = form.fields.filter { $0.problem != nil }.map(\.id)
        if told.isEmpty { return }
        var alone = self
        alone.form.clearProblems()
        let own = alone.problems(session).map(\.id)
        for id in told where !own.contains(id) { form.clearProblem(at: id) }
    }

    /// Gives the form the words of the language.
    mutating func useWords(_ language: Language) {
        // What must be chosen says how, on every form.
        for index in form.fields.indices where form.fields[index].isRequired && form.fields[index].hint == nil {
            if case .choice = form.fields[index].kind { form.fields[index].hint = language(.chooseHint) }
        }
        form.nothingMatches = language(.nothingMatches)
        form.notOffered = language(.choiceNotOffered)
        form.tooLong = { language(.tooLong($0, limit: $1)) }
    }

    func bindings(_ session: DeskSession) -> [Binding] { formBindings(session) }

    /// The bindings that every form has.
    func formBindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        return [
            on([.control("s"), .function(2)], submitLabel) { screen, press in try screen.send(press.session, by: press.key) },
            on.passing([.tab], .nextField),
            on([.escape], .back, short: .back) { _, _ in .leave },
            scriptBinding(session),
            on([.function(7)], .discard, short: .discardShort) { screen, press in screen.discard(press) },
        ]
    }

    /// The question before a draft is thrown away; nothing is asked where nothing was typed.
    private func discard(_ press: Press) -> Step {
        guard draft?.isWorthKeeping == true else { return .back(nil) }
        return .ask(
            Question(.discard, .discardQuestion, confirm: .discardShort, by: press.key, press.session.language) { app, _ in
                try app.back(nil, keepsDraft: false)
            }
        )
    }

    /// Shows what is wrong beside the field that it is about; what is about none is thrown on.
    mutating func show(_ error: any Error, _ language: Language) throws {
        if let problem = error as? FieldProblem {
            form.setProblem(language(problem.sentence), at: problem.field)
            return
        }
        guard let refusal = error as? Refusal, let field = refusal.field, form[renamedFields[field] ?? field] != nil else { throw error }
        let id = renamedFields[field] ?? field
        form.setHidden(false, at: id)
        var sentence = refusal.sentence
        if let label = form[id]?.label, !label.isEmpty { sentence = refusal.sentence(naming: label) }
        form.setProblem(language(sentence), at: id)
    }
}

extension Refusal {
    /// The sentence, with the field that it is about by the name that it has on a form.
    fileprivate func sentence(naming label: String) -> Phrase {
        func named(_ name: FieldName) -> FieldName { FieldName(name.text, label: Phrase(verbatim: label)) }
        return switch self {
        case .missing: .missing(label)
        case .badValue(let name, let fault): Refusal.badValue(named(name), fault).sentence
        case .tooLong(let name, let limit): Refusal.tooLong(named(name), limit: limit).sentence
        case .inTheFuture(let name): Refusal.inTheFuture(named(name)).sentence
        case .inThePast(let name): Refusal.inThePast(named(name)).sentence
        default: sentence
        }
    }
}

extension FormField {
    /// A field of one line.
    static func line(
        _ id: String,
        _ label: String,
        _ text: String = "",
        hint: String? = nil,
        limit: Int = Intake.lineLimit,
        isRequired: Bool = false
    )
        -> FormField
    {
        FormField(id: id, label: label, kind: .line(TextField(text, limit: limit)), hint: hint, isRequired: isRequired)
    }

    /// A field that takes one of several values.
    static func choice(
        _ id: String,
        _ label: String,
        _ choices: [Choice],
        selected: String? = nil,
        hint: String? = nil,
        isRequired: Bool = false
    )
        -> FormField
    {
        FormField(
            id: id,
            label: label,
            kind: .choice(ChoiceField(choices: choices, selected: selected)),
            hint: hint,
            isRequired: isRequired
        )
    }

    /// A mark with its words behind it.
    static func check(_ id: String, _ text: String, _ isOn: Bool = false) -> FormField {
        FormField(id: id, label: "", kind: .check(CheckField(isOn, label: text)))
    }

    /// Words to read before one types.
    static func words(_ id: String, _ text: String) -> FormField { FormField(id: id, label: "", kind: .note(text)) }
}

extension Choice {
    /// A value whose name is found in either language.
    init(_ code: String, _ label: Phrase, _ language: Language) {
        self.init(code: code, label: language(label), searchKeys: [language == .english ? label.chinese : label.english])
    }

    /// A member of staff, found by number or name.
    init(_ member: StaffMember) {
        self.init(code: member.number.text, label: "\(member.number) \(member.name)", searchKeys: [member.name])
    }
}
