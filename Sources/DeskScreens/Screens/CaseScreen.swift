import ComplaintRules
import Ledger
import TerminalKit

/// One case: facts on the left and the time line on the right, or below where there is no room beside; and what can be done now.
struct CaseScreen: Screen {
    let number: String
    private(set) var stored: Ledger.Stored
    private(set) var possible: [(act: ActKind, whyNot: Refusal?)]
    private var timeLine = TimeLine()

    init(_ number: String, _ session: DeskSession) throws {
        self.number = number
        stored = try session.ledger.read(number, by: try session.signedIn())
        possible = try session.ledger.possibilities(on: number, by: try session.signedIn())
    }

    var title: Phrase { .caseTitle(number) }

    /// The keys of the acts. The letters follow the English names; help and footer show them in every language.
    private static let keys: [(ActKind, Character)] = [
        (.accept, "a"), (.answer, "w"), (.handOver, "h"), (.note, "o"), (.finding, "f"), (.reply, "r"), (.sign, "s"),
        (.sendBack, "b"), (.withdraw, "x"), (.notAccept, "z"), (.amend, "e"), (.addendum, "d"),
    ]

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        let keys = Dictionary(uniqueKeysWithValues: CaseScreen.keys)
        let acts = ActKind.allCases.map { act in
            let whyNot = possible.first { $0.act == act }?.whyNot
            let key = keys[act]
            return Binding<Command>(
                key.map { [.character($0)] } ?? [],
                .act(act),
                label: language(act.label),
                inFooter: key != nil && whyNot == nil && act != .amend,
                whyNot: whyNot.map { language($0.sentence) }
            )
        }
        // What can be done comes first in footer and help; the rest stands behind it with its reason.
        return acts.filter { $0.whyNot == nil && !$0.keys.isEmpty }
            + [Binding([.enter, .character(" ")], .acts, label: language(.acts), shortLabel: language(.actsShort))]
            + acts.filter { $0.whyNot == nil && $0.keys.isEmpty } + acts.filter { $0.whyNot != nil }
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        stored = try session.ledger.read(number, by: try session.signedIn())
        possible = try session.ledger.possibilities(on: number, by: try session.signedIn())
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        let place = layout(area).timeLine
        var line = timeLine(in: area, session.look)
        guard line.handle(key, columns: place.columns, rows: place.rows) else { return nil }
        timeLine = line
        return .stay
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        switch command {
        case .acts:
            let rows = bindings(session).filter { $0.command != .acts }.map { binding in
                var row = PaletteRow(binding)
                // The act's name stands before the reason already.
                for mark in [": ", "："] {
                    if let why = row.whyNot, why.hasPrefix(row.title + mark) {
                        row.whyNot = String(why.dropFirst(row.title.count + mark.count))
                    }
                }
                return row
            }
            return .palette(Palette(title: session.language(.actsTitle(number)), rows: rows))
        case .act(let act): return try CaseScreen.start(act, on: stored, possible, session, by: key)
        default: return .stay
        }
    }

    /// Starts an act: at once where it has no fields, with its form where it has some, with the passcode where it is a signature.
    static func start(
        _ act: ActKind,
        on stored: Ledger.Stored,
        _ possible: [(act: ActKind, whyNot: Refusal?)],
        _ session: DeskSession,
        by key: Key,
        values: [String: String] = [:]
    ) throws -> Step {
        let (language, number) = (session.language, stored.state.number.description)
        if let refusal = possible.first(where: { $0.act == act })?.whyNot { throw refusal }
        if act == .sign {
            let dialog = Dialog(
                title: language(.signButton),
                text: language(.signQuestion(number)),
                confirmLabel: language(.signButton),
                cancelLabel: language(.cancel),
                openedBy: key,
                field: TextField(isSecret: true, limit: 200),
                fieldLabel: language(.passcode)
            )
            return .ask(Question(dialog: dialog, purpose: .sign(number: number, readUpTo: stored.state.version)))
        }
        if act.fields.isEmpty {
            let after = try session.ledger.perform(
                try Act(act, values: [:], at: session.now, under: session.ledger.rules),
                on: number,
                by: try session.signedIn()
            )
            return .say(MessageLine(language(.done(act, number, after.state.stage))))
        }
        var screen = ActScreen(act, on: number, stored.state, session)
        for (name, value) in values { screen.form.setValue(value, for: name) }
        if let draft = try session.draft(of: screen.draftForm) { screen.restore(draft.snapshot, language) }
        return .open(screen)
    }

    /// Where facts and time line stand: beside each other from 100 columns on, else one below the other in one place that scrolls.
    private func layout(_ area: Rect) -> (facts: Rect?, timeLine: Rect) {
        let inner = area.inset(columns: 1)
        guard inner.columns >= 98 else { return (nil, inner) }
        // A clock with its due moment fits on one line on the left.
        let (left, right) = inner.splitColumns(left: min(54, inner.columns / 2), gap: 3)
        return (left, right.rows(from: 1))
    }

    /// The time line as it is to be shown; below the facts where these have no place of their own.
    private func timeLine(in area: Rect, _ look: Look) -> TimeLine {
        let place = layout(area)
        var line = timeLine
        line.entries = CaseText.timeLine(stored.events, look)
        line.head = place.facts == nil ? CaseText.head(stored.state, columns: place.timeLine.columns, look) : []
        return line
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let places = layout(area)
        if let facts = places.facts {
            let block = CaseText.block(CaseText.facts(stored.state, look), columns: facts.columns, limit: 4)
            CaseText.draw(block, into: &grid, in: facts)
            let heading = Point(column: places.timeLine.column, row: places.timeLine.row - 1)
            grid.put(look.language(.timeLine), at: heading, role: .heading)
        }
        timeLine(in: area, look).draw(into: &grid, in: places.timeLine, glyphs: look.glyphs)
    }
}
