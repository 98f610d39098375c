import ComplaintRules
import Ledger
import TerminalKit

/// A small form that is sent at once: a reason, a new value, a new member of staff.
struct PromptScreen: FormScreen {
    let title: Phrase
    let draftForm: String
    var form: Form
    private(set) var blank: Form
    /// What the key that sends it does, in words.
    private let submitLabel: Phrase
    /// Whether what was typed is worth a draft: not where it is chosen again in a moment, as a filter is.
    private let keepsDraft: Bool
    /// Makes the fields, in the session's language.
    private let fields: (DeskSession) -> [FormField]
    /// Does what was asked for with the values of the fields, and gives what to say.
    private let send: ([String: String], DeskSession) throws -> Phrase

    init(
        _ title: Phrase,
        form draftForm: String,
        submit: Phrase = .save,
        keepsDraft: Bool = true,
        _ session: DeskSession,
        fields: @escaping (DeskSession) -> [FormField],
        send: @escaping ([String: String], DeskSession) throws -> Phrase
    ) {
        self.title = title
        self.draftForm = draftForm
        self.keepsDraft = keepsDraft
        submitLabel = submit
        self.fields = fields
        form = Form(fields: fields(session))
        blank = form
        self.send = send
    }

    /// Opens over the screen, with what was typed into it before and not sent.
    func opening(_ session: DeskSession) throws -> Step {
        var screen = self
        if keepsDraft, let draft = try session.draft(of: draftForm) { screen.restore(draft.snapshot, session.language) }
        return .open(screen)
    }

    var draft: ScreenDraft? {
        guard keepsDraft else { return nil }
        let snapshot = form.snapshot
        return ScreenDraft(form: draftForm, snapshot: snapshot, isWorthKeeping: snapshot.values != blank.snapshot.values)
    }

    func bindings(_ session: DeskSession) -> [Binding<Command>] { formBindings(session.language, submit: submitLabel) }

    mutating func useLanguage(_ session: DeskSession) {
        let snapshot = form.snapshot
        form = Form(fields: fields(session))
        blank = form
        restore(snapshot, session.language)
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        form.fit(columns: area.columns - 2, rows: area.rows - 1)
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        if case .mouse(let event) = key {
            if event.kind == .press { _ = form.click(event.point, in: formArea(area)) }
            return .stay
        }
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
            if field.isRequired, field.value.isBlank { return try show(.missing(FieldName(field.id, label: Phrase(verbatim: field.label))), session.language) }
            values[field.id] = field.value
        }
        do {
            return .back(MessageLine(session.language(try send(values, session))), keepsDraft: false)
        } catch let problem as FieldProblem {
            form.setProblem(session.language(problem.sentence), at: problem.field)
            return .stay
        } catch let refusal as Refusal {
            return try show(refusal, session.language)
        }
    }

    private func formArea(_ area: Rect) -> Rect { area.inset(columns: 1).rows(from: 1) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        form.draw(into: &grid, in: formArea(area), glyphs: look.glyphs)
    }
}

/// What is wrong with what was typed into a field, where no rule of the desk has a word for it.
struct FieldProblem: Error {
    let field: String
    let sentence: Phrase
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

extension RowList {
    /// The rows of a list that is held whole, a window at a time.
    static func source(of all: [Row]) -> Source {
        { request in
            func index(_ row: Row) -> Int { all.firstIndex { $0.id == row.id } ?? all.count }
            switch request {
            case .first(let count): return Array(all.prefix(count))
            case .last(let count): return Array(all.suffix(count))
            case .after(let row, let count): return Array(all.dropFirst(index(row) + 1).prefix(count))
            case .before(let row, let count): return Array(all.prefix(index(row)).suffix(count))
            case .from(let row, let count): return Array(all.dropFirst(index(row)).prefix(count))
            }
        }
    }
}

extension DeskSession {
    /// Fetches the window of a list, for the first time or anew, at the height that it has now, and marks what another desk brought.
    func bring<Row: Equatable>(
        _ list: inout RowList<Row>,
        height: Int,
        isLoaded: inout Bool,
        from source: RowList<Row>.Source
    ) throws {
        guard isLoaded else {
            try list.load(height: height, from: source)
            isLoaded = true
            return
        }
        if max(1, height) != list.height { try list.resize(height: height, from: source) }
        let new = try list.refresh(from: source, isMarking: isBringingNews)
        // Only cases are counted, not the lines of other lists.
        if let cases = new as? Set<Int64> { news.formUnion(cases) }
    }
}

/// The names of the lists of a screen on one line, the chosen one in brackets: a sign beside the colour.
enum TabLine {
    static func draw(_ labels: [String], chosen: Int, into grid: inout Grid, in area: Rect) {
        var column = area.column + 3
        for (index, label) in labels.enumerated() {
            let isChosen = index == chosen
            let text = isChosen ? "[\(label)]" : " \(label) "
            column += grid.put(text, at: Point(column: column, row: area.row), role: isChosen ? .heading : .dim) + 1
        }
    }
}
