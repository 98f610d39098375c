import ComplaintRules
import Ledger
import TerminalKit

/// The queue of what waits for a signature, next to the whole entry: read, sign or send back, next.
struct SignOffScreen: MainScreen, ListScreen {
    var pane = ListPane<RegisterRow>()
    /// The case of the selected row.
    private(set) var reading: OpenedCase?
    private var timeLine = TimeLine()
    /// The cases whose end has been in sight, and in which version: what is signed was read (1-domain, Sign-off).
    private var read: [Int64: (number: String, version: Int64)] = [:]
    /// Those of them that were read on to their end by a key for it, or ticked: an entry that is in sight whole was not read by passing it.
    private var ticks: Set<Int64> = []
    /// Those whose tick was taken away by its key.
    private var untickedByHand: Set<Int64> = []
    /// How many wait, as far as the queue has room for them above the entry.
    private var queueLength = 0

    static let title = Phrase.signOffTitle

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        let nothing: (any Reason)? = reading == nil ? Phrase.nothingToSign : nil
        func act(_ act: ActKind, _ key: Character) -> Binding {
            on.form(key, act.label, whyNot: nothing ?? reading?.whyNot(act)) { screen, press in
                guard let reading = screen.reading else { return .stay }
                return try reading.start(act, by: press.key, press.session, isRead: screen.isRead)
            }
        }
        let count = ticked.count
        let notTicked: (any Reason)? = count == 0 ? Phrase.nothingTicked : nil
        // Whoever may not sign has no use for a tick.
        let notRead: (any Reason)? = reading?.whyNot(.sign) ?? (isRead ? nil : Phrase.tickNotRead)
        return [
            isRefusedBesideOthers
                ? on.form("s", ActKind.sign.label, whyNot: nil) { screen, press in try screen.signTicked(press) } : act(.sign, "s"),
            on.form(
                "S",
                .signTicked,
                short: .signTickedShort(count),
                whyNot: nothing ?? notTicked
            ) { screen, press in try screen.signTicked(press) },
            // What it lacks to be signed is recorded from here too.
            act(.finding, "f"), act(.sendBack, "b"),
            on.passing([.pageDown, .pageUp, .character(" ")], .page, short: .pageShort, whyNot: nothing),
            on([.character("t")], .tick, short: .tickShort, whyNot: nothing ?? notRead) { screen, _ in
                screen.toggleTick()
                return .stay
            },
            on([.enter], .openCase, short: .open, whyNot: nothing) { screen, press in try screen.openSelected(press) },
        ]
    }

    /// Whether the selected entry was read to its end as it is now.
    private var isRead: Bool { reading.map { read[$0.stored.id]?.version == $0.state.version } ?? false }

    /// What is ticked, in the order of the numbers.
    private var ticked: [(number: String, version: Int64)] {
        read.filter { ticks.contains($0.key) }.values.sorted { $0.number < $1.number }
    }

    /// Whether the selected entry may not be signed and others are ticked, which one that is refused does not hold up.
    private var isRefusedBesideOthers: Bool {
        guard let reading, reading.whyNot(.sign) != nil else { return false }
        return ticked.contains { $0.number != reading.number }
    }

    private mutating func toggleTick() {
        guard let id = reading?.stored.id else { return }
        if ticks.remove(id) == nil {
            ticks.insert(id)
            untickedByHand.remove(id)
        } else {
            untickedByHand.insert(id)
        }
    }

    /// Asks for the one passcode with which all that is ticked is signed.
    private mutating func signTicked(_ press: Press) throws -> Step {
        var entries = ticked
        // The one that is selected is told of too, where it may not be signed.
        if let reading, reading.whyNot(.sign) != nil, !entries.contains(where: { $0.number == reading.number }) {
            entries = (entries + [(reading.number, reading.state.version)]).sorted { $0.number < $1.number }
        }
        var pile = try SigningPile(entries, press.session)
        if pile.isEmpty { return .say(MessageLine(press.session.language(.nothingTicked), kind: .warning)) }
        return .ask(try pile.question(by: press.key, press.session, rows: press.area.endRow + 3))
    }

    private func query(_ session: DeskSession) -> RegisterQuery {
        // What has waited longest, or is due first, is signed first.
        var query = session.query(.waiting)
        query.isToSign = true
        return query
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let before = queueLength
        queueLength = try session.ledger.count([query(session)], limit: area.rows).first ?? 0
        if queueLength < before || before == area.rows { try forgetWhatLeft(session) }
        try pane.refresh(in: listArea(area), session, from: session.source(query(session)))
        _ = try chosen(in: area, session)
    }

    /// What was signed or sent back is ticked no longer.
    private mutating func forgetWhatLeft(_ session: DeskSession) throws {
        if read.isEmpty { return }
        var query = query(session)
        query.numbers = read.values.map(\.number)
        let left = Set(try session.ledger.rows(query, limit: read.count).map(\.id))
        read = read.filter { left.contains($0.key) }
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
        let id = reading.stored.id
        if line.isAtEnd(columns: place.columns, rows: place.rows) {
            if read[id]?.version != reading.state.version { ticks.remove(id) }
            read[id] = (reading.number, reading.state.version)
        } else if read[id]?.version != reading.state.version {
            read[id] = nil
        }
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
        guard let reading else { return nil }
        let wasRead = isRead
        _ = line.handle(key, columns: place.columns, rows: place.rows)
        timeLine = line
        noteReading(line, in: area)
        // Whoever reads on at the end has read it; a tick that was taken away stays away until the entry changes.
        let isOnward = key == .pageDown || key == .character(" ") || key == .end
        if isOnward, isRead, !wasRead || !untickedByHand.contains(reading.stored.id) { ticks.insert(reading.stored.id) }
        return .moved
    }

    func listArea(_ area: Rect) -> Rect { layout(area).list }

    /// The queue beside the entry from 120 columns on, else above it: then as high as it is long, so that the entry has the rest.
    private func layout(_ area: Rect) -> (list: Rect, entry: Rect) {
        // Where nothing waits a sentence says so, over the whole width.
        if queueLength == 0 { return (area, area.rows(from: area.rows)) }
        if area.columns >= 120 {
            let (left, right) = area.splitColumns(left: area.columns * 2 / 5, gap: 3)
            return (left, right.inset(columns: 1))
        }
        let rows = min(queueLength + 1, max(6, area.rows / 4))
        return (area.rows(from: 0, count: rows), area.rows(from: rows + 1).inset(columns: 1))
    }

    /// The whole entry as one time line: the customer's words first, the facts, then what happened.
    private func entry(in place: Rect, _ look: Look) -> TimeLine {
        guard let reading else { return TimeLine() }
        var line = timeLine
        let rule = StyledText(String(repeating: look.glyphs.horizontal, count: place.columns), .rule)
        let preview = CasePreview(state: reading.state, look: look)
        // That it waits for a signature need not be said here, nor what comes after; what comes before one must be.
        let lacking = reading.duties.filter(\.comesBeforeSigning).map(reading.sentence)
        let facts = CaseHead(state: reading.state, account: reading.account, next: lacking, detail: .named, look: look)
        line.head =
            [preview.customer(columns: place.columns)] + preview.words(columns: place.columns, rows: .max / 2) + [[]]
            + facts.lines(columns: place.columns) + [[rule]]
        line.entries = CaseText.timeLine(reading.account, below: reading.state, look)
        return line
    }

    private func isTicked(_ row: RegisterRow) -> Bool { read[row.id]?.version == row.version && ticks.contains(row.id) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let places = layout(area)
        pane.draw(
            into: &grid,
            in: places.list,
            look,
            empty: .nothingToSign,
            columns: CaseColumns.toSign(look, width: places.list.columns),
            sign: { CaseColumns.sign($0, look) },
            isTicked: isTicked
        )
        if places.entry.row > places.list.row, reading != nil {
            let rule = Rect(column: area.column, row: places.entry.row - 1, columns: area.columns, rows: 1)
            grid.rule(in: rule, glyphs: look.glyphs)
        }
        // What the tick means, in words; or why whoever looks cannot sign.
        let count = ticked.count
        let isAbove = places.entry.row > places.list.row
        let row = isAbove ? places.entry.row - 1 : places.list.endRow - 1
        let room = (isAbove ? area.columns : places.list.columns) - 6
        var words = ""
        if let reading, let refusal = reading.whyNot(.sign) {
            words = TextWidth.clip(look.language(refusal.sentence), to: room, ellipsis: look.glyphs.ellipsis)
        } else if count > 0 {
            words = "\(look.glyphs.check) \(look.language(.readToEnd(count)))"
        }
        if !words.isEmpty { grid.put(" \(words) ", at: Point(column: area.column + 2, row: row), role: .dim) }
        entry(in: places.entry, look).draw(into: &grid, in: places.entry, glyphs: look.glyphs)
    }
}
