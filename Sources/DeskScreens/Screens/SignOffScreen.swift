import ComplaintRules
import Ledger
import TerminalKit

/// The queue of what waits for a signature, next to the whole entry: read, sign or send back, next.
struct SignOffScreen: MainScreen, ListScreen {
    var pane = ListPane<RegisterRow>()
    /// The case of the selected row.
    private(set) var reading: OpenedCase?
    private var timeLine = TimeLine()
    /// The case and the version of it whose end has been in sight: what is signed was read (1-domain, Sign-off).
    private var read: (id: Int64, version: Int64)?

    static let title = Phrase.signOffTitle

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        let nothing: (any Reason)? = reading == nil ? Phrase.nothingToSign : nil
        func act(_ act: ActKind, _ key: Character) -> Binding {
            on.form(key, act.label, whyNot: nothing ?? reading?.whyNot(act)) { screen, press in
                guard let reading = screen.reading else { return .stay }
                let isRead = screen.read.map { $0 == (reading.stored.id, reading.state.version) } ?? false
                return try reading.start(act, by: press.key, press.session, isRead: isRead)
            }
        }
        return [
            act(.sign, "s"), act(.sendBack, "b"),
            on.passing([.pageDown, .pageUp], .page, short: .pageShort, whyNot: nothing),
            on([.enter], .openCase, short: .open, whyNot: nothing) { screen, press in try screen.openSelected(press) },
        ]
    }

    private func query(_ session: DeskSession) -> RegisterQuery {
        // What has waited longest, or is due first, is signed first.
        var query = session.query(.waiting)
        query.isToSign = true
        return query
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        try pane.refresh(in: listArea(area), session, from: session.source(query(session)))
        _ = try chosen(in: area, session)
    }

    mutating func chosen(in area: Rect, _ session: DeskSession) throws -> Step {
        let before = reading?.stored.id
        reading = try pane.selected.map { try OpenedCase($0.number, session) }
        if reading?.stored.id != before {
            timeLine = TimeLine()
            // Another customer's contacts were not asked for.
            session.isRevealed = false
        }
        noteReading(entry(in: layout(area).entry, session.look), in: area)
        return .stay
    }

    /// Notes that the end of the entry is in sight.
    private mutating func noteReading(_ line: TimeLine, in area: Rect) {
        guard let reading else { return }
        let place = layout(area).entry
        if line.isAtEnd(columns: place.columns, rows: place.rows) { read = (reading.stored.id, reading.state.version) }
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        // Up and Down walk through the queue; the entry is read on with the keys for pages.
        let pages: Set<Key> = [.pageUp, .pageDown, .character(" "), .home, .end]
        guard pages.contains(key) else {
            return switch try pane.handle(key, in: listArea(area)) {
            case .moved: try chosen(in: area, session)
            case .missed: .moved
            case .opened: try pane.openCase(session)
            case nil: nil
            }
        }
        let place = layout(area).entry
        var line = entry(in: place, session.look)
        guard line.handle(key, columns: place.columns, rows: place.rows) else { return nil }
        timeLine = line
        noteReading(line, in: area)
        return .moved
    }

    func listArea(_ area: Rect) -> Rect { layout(area).list }

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
        guard let reading else { return TimeLine() }
        var line = timeLine
        let rule = StyledText(String(repeating: look.glyphs.horizontal, count: place.columns), .rule)
        line.head =
            CaseHead(state: reading.state, account: reading.account, duties: [], detail: .named, look: look)
            .lines(columns: place.columns) + [[rule]]
        line.entries = CaseText.timeLine(reading.account, look)
        return line
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let places = layout(area)
        pane.draw(
            into: &grid,
            in: places.list,
            look,
            empty: .nothingToSign,
            columns: CaseColumns.columns(look, hasStage: true),
            sign: { CaseColumns.sign($0, at: look.now) }
        )
        if places.entry.row > places.list.row {
            let rule = Rect(column: area.column, row: places.entry.row - 1, columns: area.columns, rows: 1)
            grid.rule(in: rule, glyphs: look.glyphs)
        }
        entry(in: places.entry, look).draw(into: &grid, in: places.entry, glyphs: look.glyphs)
    }
}
