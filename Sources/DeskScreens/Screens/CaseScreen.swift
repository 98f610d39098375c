import ComplaintRules
import Ledger
import TerminalKit

/// One case: facts on the left and the time line on the right, or below where there is no room beside; and what can be done now.
struct CaseScreen: Screen {
    let number: String
    private(set) var stored: Ledger.Stored
    /// What is told of it, made when it changes and not at each key.
    private var account: Account
    private(set) var possible: [(act: ActKind, whyNot: Refusal?)]
    private var duties: [Duty]
    /// Whether it is still as it was read when it was made; then coming up asks no second time.
    private var isJustRead = true
    private var timeLine = TimeLine()
    /// Whether clocks and facts are told in full.
    private var isUnfolded = false
    /// The version of the entry whose end has been in sight: what is signed was read (1-domain, Sign-off).
    private var readVersion: Int64?

    init(_ number: String, _ session: DeskSession) throws {
        self.number = number
        let reading = try session.ledger.open(number, by: try session.signedIn())
        (stored, possible, duties) = (reading.stored, reading.possibilities, reading.duties)
        account = Account(of: stored.state, stored.events)
    }

    var title: Phrase { .caseTitle(number) }

    /// The keys of the acts. The letters follow the English names; help and footer show them in every language.
    private static let keys: [(ActKind, Character)] = [
        (.accept, "a"), (.answer, "w"), (.handOver, "h"), (.note, "o"), (.finding, "f"), (.reply, "r"), (.sign, "s"),
        (.sendBack, "b"), (.withdraw, "x"), (.notAccept, "z"), (.amend, "e"), (.addendum, "d"),
    ]

    /// Acts in the footer at most, so that the key to all of them is in sight too.
    private static let footerActs = 3

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        let keys = Dictionary(uniqueKeysWithValues: CaseScreen.keys)
        var acts = ordered.map { act in
            let whyNot = possible.first { $0.act == act }?.whyNot
            return Binding<Command>(
                keys[act].map { [.character($0)] } ?? [],
                .act(act),
                label: language(act.label),
                inFooter: false,
                whyNot: whyNot.map { language($0.sentence) }
            )
        }
        // What is rare or weighty is found in the list of all, and by its key.
        let rare: [Command] = [.act(.amend), .act(.withdraw), .act(.notAccept)]
        let shown = acts.indices.filter { acts[$0].whyNot == nil && !acts[$0].keys.isEmpty && !rare.contains(acts[$0].command) }
        for index in shown.prefix(CaseScreen.footerActs) { acts[index].inFooter = true }
        // What can be done comes first in footer and help; the rest stands behind it with its reason.
        return acts.filter { $0.whyNot == nil && !$0.keys.isEmpty }
            + [
                Binding([.enter], .acts, label: language(.acts), shortLabel: language(.actsShort)),
                Binding([.pageDown, .pageUp], .page, label: language(.page), shortLabel: language(.pageShort)),
                Binding([.character("c")], .clocks, label: language(.clocksFold), shortLabel: language(.clocksShort), inFooter: false),
            ]
            + acts.filter { $0.whyNot == nil && $0.keys.isEmpty } + acts.filter { $0.whyNot != nil }
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        if isJustRead {
            isJustRead = false
        } else {
            let reading = try session.ledger.open(number, by: try session.signedIn())
            (stored, possible, duties) = (reading.stored, reading.possibilities, reading.duties)
            account = Account(of: stored.state, stored.events)
        }
        noteReading(in: area, session.look)
    }

    /// Notes that the end of the entry is in sight.
    private mutating func noteReading(in area: Rect, _ look: Look) {
        let place = layout(area).timeLine
        if timeLine(in: area, look).isAtEnd(columns: place.columns, rows: place.rows) { readVersion = stored.state.version }
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        let place = layout(area).timeLine
        var line = timeLine(in: area, session.look)
        guard line.handle(key, columns: place.columns, rows: place.rows) else { return nil }
        timeLine = line
        noteReading(in: area, session.look)
        return .stay
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        switch command {
        case .acts:
            let acts = bindings(session).filter { if case .act = $0.command { true } else { false } }
            // In the order of their use, whether there is a key or not.
            let ordered =
                acts.filter { $0.whyNot == nil }.sorted { rank($0) < rank($1) } + acts.filter { $0.whyNot != nil }
            let rows = ordered.map { binding in
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
        case .clocks:
            isUnfolded.toggle()
            noteReading(in: area, session.look)
            return .stay
        case .act(let act):
            let isRead = readVersion == stored.state.version
            return try CaseScreen.start(act, on: stored, possible, session, by: key, isRead: isRead)
        default: return .stay
        }
    }

    /// All acts: what the case waits for, then the others in their order.
    private var ordered: [ActKind] {
        let all = duties.map(\.act) + ActKind.allCases
        return all.enumerated().filter { all.firstIndex(of: $1) == $0 }.map(\.1)
    }

    private func rank(_ binding: Binding<Command>) -> Int {
        guard case .act(let act) = binding.command else { return 0 }
        return ordered.firstIndex(of: act) ?? ordered.count
    }

    /// Starts an act: at once where it has no fields, with its form where it has some, with the passcode where it is a signature.
    static func start(
        _ act: ActKind,
        on stored: Ledger.Stored,
        _ possible: [(act: ActKind, whyNot: Refusal?)],
        _ session: DeskSession,
        by key: Key,
        isRead: Bool = false,
        values: [String: String] = [:]
    ) throws -> Step {
        let (language, number) = (session.language, stored.state.number.description)
        if let refusal = possible.first(where: { $0.act == act })?.whyNot { throw refusal }
        if act == .sign {
            // The signature says that the entry was read.
            if !isRead { return .ask(Question(note: language(.readFirst), title: .readFirstTitle, by: key, language)) }
            var dialog = Dialog(
                title: language(.signButton),
                text: language(.signQuestion(number)),
                confirmLabel: language(.signButton),
                cancelLabel: language(.cancel),
                openedBy: key,
                field: TextField(isSecret: true, limit: 200),
                fieldLabel: language(.passcode)
            )
            if let passcode = session.practicePasscode { dialog.text += "\n\n" + language(.practicePasscode(passcode)) }
            return .ask(Question(dialog: dialog, purpose: .sign(number: number, readUpTo: stored.state.version)))
        }
        if act.fields.isEmpty {
            let wanted = try act.act([:], at: session.now, under: session.ledger.rules)
            if act.rule.isWeighty {
                let dialog = Dialog(
                    title: language(act.label),
                    text: language(.actQuestion(act, number)),
                    confirmLabel: language(act.label),
                    cancelLabel: language(.cancel),
                    openedBy: key
                )
                return .ask(
                    Question(dialog: dialog, purpose: .perform(wanted, number: number, readUpTo: stored.state.version, form: nil))
                )
            }
            let after = try session.ledger.perform(wanted, on: number, by: try session.signedIn())
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
        line.entries = CaseText.timeLine(account, look)
        if place.facts == nil {
            let rule = StyledText(String(repeating: look.glyphs.horizontal, count: place.timeLine.columns), .rule)
            line.head = head(look).lines(columns: place.timeLine.columns) + [[rule]]
        } else {
            line.head = []
        }
        return line
    }

    private func head(_ look: Look) -> CaseHead {
        CaseHead(state: stored.state, account: account, duties: duties, detail: isUnfolded ? .full : .folded, look: look)
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let places = layout(area)
        if let facts = places.facts {
            for (index, line) in head(look).lines(columns: facts.columns).prefix(facts.rows).enumerated() {
                var column = facts.column
                for piece in line {
                    column += grid.put(
                        piece.text,
                        at: Point(column: column, row: facts.row + index),
                        role: piece.role,
                        columns: facts.endColumn - column
                    )
                }
            }
            let heading = Point(column: places.timeLine.column, row: places.timeLine.row - 1)
            grid.put(look.language(.timeLine), at: heading, role: .heading)
        }
        timeLine(in: area, look).draw(into: &grid, in: places.timeLine, glyphs: look.glyphs)
    }
}
