import ComplaintRules
import Ledger
import TerminalKit

/// The form of one act on several marked cases. Each is decided by its own rules, in a transaction of its own: one that is refused holds up
/// none, and stays marked (1-domain, Shifts).
struct MarkedActScreen: FormScreen {
    /// What can be done on several at once: nothing that is read or judged case by case.
    private static let acts: [ActKind] = [.handOver, .tell, .chase, .spotCheck]

    private let act: ActKind
    private let numbers: [String]
    /// Whether they were marked; one that is only selected is spoken of without marks.
    private let areMarked: Bool
    var form: Form
    var blank: Form
    var claim: DraftClaim?

    init(_ act: ActKind, on numbers: [String], areMarked: Bool, _ session: DeskSession) {
        self.areMarked = areMarked
        self.act = act
        self.numbers = numbers
        form = MarkedActScreen.form(act, numbers, session)
        blank = form
        form.focus(form.fields.first(where: \.isFocusable)?.id ?? "")
    }

    var title: Phrase { .onMarked(act.label, numbers.count) }
    var draftForm: String { "marked/\(act.rawValue)" }
    /// The marks are gone with the session, and what was written for them says nothing without them.
    var keepsDraft: Bool { false }
    var submitLabel: Phrase { act.label }

    /// The acts to choose from.
    static func palette(
        of numbers: [String],
        areMarked: Bool,
        whyNot: (ActKind) -> (any Reason)?,
        _ session: DeskSession
    ) -> Palette<Handler> {
        let language = session.language
        let rows = acts.map { act in
            let reason = whyNot(act).map { reason in { language(reason.sentence) } }
            return Binding([], label: language(act.label), leadsToTyping: true, whyNot: reason) { app, key in
                guard let session = app.session else { return }
                try app.take(.open(MarkedActScreen(act, on: numbers, areMarked: areMarked, session)), by: key)
            }
        }
        return Palette(title: language(.onMarked(areMarked ? .actsOnMarked : .actsOnOne, numbers.count)), rows: rows)
    }

    func shape(of field: String) -> FieldShape? { act.fields.first { $0.name.text == field } }

    func makeForm(_ session: DeskSession) -> Form { MarkedActScreen.form(act, numbers, session) }

    /// So many numbers are named at most.
    private static let named = 6

    private static func form(_ act: ActKind, _ numbers: [String], _ session: DeskSession) -> Form {
        let language = session.language
        let more = numbers.count > named ? language(.andMore(numbers.count - named)) : ""
        let fields = act.fields.map { FormField($0, language, session) }
        return Form(fields: [.words("what", language.listed(numbers.prefix(named)) + more)] + fields)
    }

    mutating func submit(_ session: DeskSession, by key: Key) throws -> Step {
        var values: [String: String] = [:]
        for field in form.fields where field.isFocusable { values[field.id] = field.value }
        do {
            let wanted = try act.act(values, at: session.now, under: session.ledger.rules)
            return .perform(
                Errand(title) { [act, numbers, areMarked] in
                    try MarkedActScreen.perform(wanted, act.label, on: numbers, areMarked: areMarked, session)
                }
            )
        } catch {
            try show(error, session.language)
            return .stay
        }
    }

    private static func perform(_ act: any Act, _ label: Phrase, on numbers: [String], areMarked: Bool, _ session: DeskSession) throws
        -> Step
    {
        let outcomes = try session.ledger.perform(act, onEach: numbers, by: try session.signedIn())
        let done = outcomes.filter { $0.refusal == nil }.map(\.number)
        session.registers.marked = session.registers.marked.subtracting(done)
        var refused: [(why: Phrase, numbers: [String])] = []
        for outcome in outcomes {
            guard let why = outcome.refusal?.sentence else { continue }
            if let place = refused.firstIndex(where: { $0.why == why }) {
                refused[place].numbers.append(outcome.number)
            } else {
                refused.append((why, [outcome.number]))
            }
        }
        if refused.isEmpty { return .back(MessageLine(session.language(.doneOnMarked(label, done.count)))) }
        let told: Phrase = areMarked ? .toldOfMarked(done, refused) : .notDone(numbers[0], refused[0].why)
        return .backTelling(Question(note: session.language(told), title: label, by: .enter, session.language))
    }

    func formArea(_ area: Rect) -> Rect { area.inset(columns: 1).rows(from: 1) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        form.draw(into: &grid, in: formArea(area), glyphs: look.glyphs)
    }
}
