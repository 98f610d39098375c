import ComplaintRules
import Ledger
import TerminalKit

/// The queue of what waits for a signature, next to the whole entry: read, sign or send back, next.
struct SignOffScreen: Screen {
    private(set) var list = RowList<RegisterRow>()
    private(set) var stored: Ledger.Stored?
    private var possible: [(act: ActKind, whyNot: Refusal?)] = []
    private var timeLine = TimeLine()
    private var isLoaded = false
    /// The case and the version of it whose end has been in sight: what is signed was read (1-domain, Sign-off).
    private var read: (id: Int64, version: Int64)?

    var isList: Bool { true }
    var title: Phrase { .signOffTitle }

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        let nothing = stored == nil ? language(.nothingToSign) : nil
        func act(_ act: ActKind, _ key: Character) -> Binding<Command> {
            let whyNot = possible.first { $0.act == act }?.whyNot
            return Binding(
                [.character(key)],
                .act(act),
                label: language(act.label),
                whyNot: nothing ?? whyNot.map { language($0.sentence) }
            )
        }
        return [
            act(.sign, "s"), act(.sendBack, "b"),
            Binding([.pageDown, .pageUp], .page, label: language(.page), shortLabel: language(.pageShort), whyNot: nothing),
            Binding([.enter], .open, label: language(.openCase), shortLabel: language(.open), whyNot: nothing),
        ]
    }

    private func query(_ session: DeskSession) -> RegisterQuery {
        // What has waited longest, or is due first, is signed first.
        var query = session.query(.waiting)
        query.isToSign = true
        return query
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let height = max(1, layout(area).list.rows - 1)
        try session.bring(&list, height: height, isLoaded: &isLoaded, from: session.source(query(session)))
        try readSelected(in: area, session)
    }

    private mutating func readSelected(in area: Rect, _ session: DeskSession) throws {
        let before = stored?.id
        let reading = try list.selected.map { try session.ledger.open($0.number, by: try session.signedIn()) }
        (stored, possible) = (reading?.stored, reading?.possibilities ?? [])
        if stored?.id != before {
            timeLine = TimeLine()
            // Another customer's contacts were not asked for.
            session.isRevealed = false
        }
        noteReading(in: area, session.look)
    }

    /// Notes that the end of the entry is in sight.
    private mutating func noteReading(in area: Rect, _ look: Look) {
        guard let stored else { return }
        let place = layout(area).entry
        if entry(in: place, look).isAtEnd(columns: place.columns, rows: place.rows) { read = (stored.id, stored.state.version) }
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        // Up and Down walk through the queue; the entry is read on with the keys for pages.
        let pages: Set<Key> = [.pageUp, .pageDown, .character(" "), .home, .end]
        if pages.contains(key) {
            let place = layout(area).entry
            var line = entry(in: place, session.look)
            guard line.handle(key, columns: place.columns, rows: place.rows) else { return nil }
            timeLine = line
            noteReading(in: area, session.look)
            return .stay
        }
        if case .mouse(let event) = key, event.kind == .press {
            if list.click(event.point, in: layout(area).list) { try readSelected(in: area, session) }
            return .stay
        }
        guard try list.handle(key, from: session.source(query(session))) else { return nil }
        try readSelected(in: area, session)
        return .stay
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        guard let stored else { return .stay }
        switch command {
        case .open: return .open(try CaseScreen(stored.state.number.description, session))
        case .act(let act):
            let isRead = read.map { $0 == (stored.id, stored.state.version) } ?? false
            return try CaseScreen.start(act, on: stored, possible, session, by: key, isRead: isRead)
        default: return .stay
        }
    }

    /// The queue beside the entry from 100 columns on, else above it.
    private func layout(_ area: Rect) -> (list: Rect, entry: Rect) {
        if area.columns >= 100 {
            let (left, right) = area.splitColumns(left: area.columns * 2 / 5, gap: 3)
            return (left, right.inset(columns: 1))
        }
        let rows = min(6, max(3, area.rows / 3))
        return (area.rows(from: 0, count: rows), area.rows(from: rows + 1).inset(columns: 1))
    }

    /// The whole entry as one time line: the facts first, then what happened.
    private func entry(in place: Rect, _ look: Look) -> TimeLine {
        guard let stored else { return TimeLine() }
        var line = timeLine
        let rule = StyledText(String(repeating: look.glyphs.horizontal, count: place.columns), .rule)
        let account = Account(of: stored.state, stored.events)
        line.head = CaseHead(state: stored.state, account: account, duties: [], detail: .named, look: look).lines(columns: place.columns) + [[rule]]
        line.entries = CaseText.timeLine(account, look)
        return line
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let places = layout(area)
        list.draw(
            into: &grid,
            in: places.list,
            glyphs: look.glyphs,
            columns: CaseColumns.columns(look, hasStage: true),
            sign: { CaseColumns.sign($0, at: look.now) }
        )
        if list.rows.isEmpty {
            grid.put(look.language(.nothingToSign), at: Point(column: places.list.column + 3, row: places.list.row + 2), role: .dim)
        }
        if places.entry.row > places.list.row {
            let rule = Rect(column: area.column, row: places.entry.row - 1, columns: area.columns, rows: 1)
            grid.rule(in: rule, glyphs: look.glyphs)
        }
        entry(in: places.entry, look).draw(into: &grid, in: places.entry, glyphs: look.glyphs)
    }
}
