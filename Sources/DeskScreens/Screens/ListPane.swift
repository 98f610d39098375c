import ComplaintRules
import Ledger
import TerminalKit

/// A list on a screen: fetched a window at a time, with the selection kept, moved by keys and clicks, and drawn with a word where it is empty.
struct ListPane<Row: Identifiable & Equatable & Sendable> where Row.ID: Hashable & Sendable {
    private(set) var list = RowList<Row>()
    private var source = RowList<Row>.source(of: [])
    /// Whether its rows are those of the list as it is; not before the first fetch, nor while it begins anew.
    private(set) var isLoaded = false
    /// What was selected before the list began anew, to be selected where it is still there.
    private var kept: Row?
    /// Rows that a key has not changed are not composed anew.
    private let drawn = DrawnRows<Row>()

    var selected: Row? { list.selected }
    var isEmpty: Bool { list.rows.isEmpty }
    /// Why nothing can be done with the selected row: none is.
    var whyNot: (any Reason)? { list.selected == nil ? Phrase.nothingHere : nil }

    /// Lets the next fetch begin at the top.
    ///
    /// - Parameter isKeeping: Whether the selected row stays selected where it is still in the list: the selection is a record (2-screens rule 2).
    mutating func startOver(keepingSelected isKeeping: Bool = false) {
        isLoaded = false
        kept = isKeeping ? selected ?? kept : nil
    }

    /// Fetches the window at the height that it has in `place` now, and marks what another desk brought.
    mutating func refresh(in place: Rect, _ session: DeskSession, from source: @escaping RowList<Row>.Source) throws {
        self.source = source
        let height = max(1, place.rows - 1)
        defer { isLoaded = true }
        if let row = session.wantedRow as? Row {
            session.wantedRow = nil
            if isLoaded { try list.show(row, from: source) }
        }
        guard isLoaded else {
            try list.load(height: height, from: source)
            defer { kept = nil }
            guard let kept, kept.id != list.selectedID, try source(.from(kept, 1)).first?.id == kept.id else { return }
            return try list.show(kept, from: source)
        }
        let new = try list.refresh(from: source, isMarking: session.isBringingNews)
        // After what came was marked: rows that a higher list brings into sight are no news.
        if height != list.height { try list.resize(height: height, from: source) }
        // Only cases are counted, not the lines of other lists.
        if let cases = new as? Set<Int64> { session.news.formUnion(cases) }
    }

    /// Selects a row of the list wherever it stands, and brings it into sight.
    mutating func show(_ row: Row) throws { try list.show(row, from: source) }

    /// Answers keys and clicks; nil for what means nothing to a list.
    mutating func handle(_ key: Key, in place: Rect) throws -> ListEvent? {
        if case .mouse(let event) = key, event.kind == .press || event.kind == .doubleClick {
            return list.click(event.point, in: place) ? event.kind == .doubleClick ? .opened : .moved : .missed
        }
        return try list.handle(key, from: source) ? .moved : nil
    }

    /// What the rows of a list depend on beside themselves.
    private struct RowContext: Hashable {
        let language: Language
        let glyphs: Glyphs
        let isRevealed: Bool
        let rulesVersion: Int64
        /// Times are told in whole minutes, and what is overdue is told apart to the second.
        let second: Int64
        let titles: [String]
        let sought: SoughtWords?

        init(_ look: Look, _ titles: [String], _ sought: SoughtWords?) {
            (language, glyphs, isRevealed, rulesVersion) = (look.language, look.glyphs, look.isRevealed, look.rulesVersion)
            (second, self.titles, self.sought) = (look.now.milliseconds / 1000, titles, sought)
        }
    }

    /// Draws the list, or `empty` where its first row would be.
    ///
    /// - Parameters:
    ///   - columns: What to show of each row; it follows from the row, the look, the titles and what is sought alone.
    ///   - sought: What is marked wherever it stands.
    ///   - sign: A one-column sign for a row, which follows from the row and the look alone.
    ///   - isTicked: Whether a row is ticked.
    func draw(
        into grid: inout Grid,
        in place: Rect,
        _ look: Look,
        empty: Phrase,
        columns: [Column<Row>],
        isFocused: Bool = true,
        marking sought: SoughtWords? = nil,
        sign: (Row) -> String = { _ in "" },
        isTicked: (Row) -> Bool = { _ in false },
        role: (Row) -> TextRole = { _ in .text }
    ) {
        drawn.use(for: RowContext(look, columns.map(\.title), sought))
        list.draw(
            into: &grid,
            in: place,
            glyphs: look.glyphs,
            columns: columns,
            isFocused: isFocused,
            marking: sought.map { sought in { sought.places(in: $0) } },
            sign: sign,
            isTicked: isTicked,
            role: role,
            reusing: drawn
        )
        if isEmpty { grid.put(look.language(empty), at: Point(column: place.column + 3, row: place.row + 2), role: .dim) }
    }
}

/// What a key did to a list.
enum ListEvent {
    case moved
    /// A click fell on no row.
    case missed
    /// The selected row was clicked twice.
    case opened
}

/// A screen whose keys go to one list.
protocol ListScreen: Screen {
    associatedtype Row: Identifiable & Equatable & Sendable where Row.ID: Hashable & Sendable
    /// The list.
    var pane: ListPane<Row> { get set }
    /// Where it is drawn, its header included.
    func listArea(_ area: Rect) -> Rect
    /// What follows once another row is selected, or may be.
    mutating func chosen(in area: Rect, _ session: DeskSession) throws -> Step
    /// Opens the selected row.
    mutating func openSelected(_ press: Press) throws -> Step
}

extension ListScreen {
    var isList: Bool { true }

    mutating func chosen(in area: Rect, _ session: DeskSession) throws -> Step { .moved }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        switch try pane.handle(key, in: listArea(area)) {
        case .moved: try chosen(in: area, session)
        case .missed: .moved
        case .opened: try openSelected(Press(key: key, area: area, session: session))
        case nil: nil
        }
    }
}

/// A row that is about a case.
protocol CaseRow: Identifiable, Equatable, Sendable {
    /// The number of the case.
    var caseNumber: String { get }
}

extension RegisterRow: CaseRow {
    var caseNumber: String { number }
}

extension BookRegisterRow: CaseRow {
    var caseNumber: String { complaint.number }
}

extension EscalationRow: CaseRow {
    var caseNumber: String { complaint.number }
}

extension RectificationRow: CaseRow {
    var caseNumber: String { number }
}

/// The way from a case along the list that it was opened from.
struct CaseWalk {
    /// The case where it stands.
    let number: String
    /// Its row in the list.
    let row: Any
    /// The place of the next case (1) or the one before (-1); nil at the ends of the list.
    let step: (_ direction: Int) throws -> CaseWalk?

    /// The way along what `source` gives, a row at a time.
    static func along<Row: CaseRow>(_ source: @escaping RowList<Row>.Source, from row: Row) -> CaseWalk {
        CaseWalk(number: row.caseNumber, row: row) { direction in
            var place = row
            // Several rows may be about one case.
            repeat {
                guard let next = try direction > 0 ? source(.after(place, 1)).first : source(.before(place, 1)).last else { return nil }
                place = next
            } while place.caseNumber == row.caseNumber
            return along(source, from: place)
        }
    }
}

extension ListPane where Row: CaseRow {
    /// Opens the case of the selected row.
    func openCase(_ session: DeskSession) throws -> Step {
        try selected.map { .open(try CaseScreen($0.caseNumber, session, walk: walk(from: $0))) } ?? .stay
    }

    private func walk(from row: Row) -> CaseWalk { CaseWalk.along(source, from: row) }

    /// Starts an act on the case of the selected row.
    func start(_ act: ActKind, _ press: Press, values: [String: String] = [:]) throws -> Step {
        guard let selected else { return .stay }
        // What is signed is read first, and a list has no room for that.
        if act == .sign {
            let screen = try CaseScreen(selected.caseNumber, press.session, walk: walk(from: selected), isToBeRead: true)
            return .open(screen, saying: MessageLine(press.session.language(.readThenSign)))
        }
        return try OpenedCase(selected.caseNumber, press.session).start(act, by: press.key, press.session, values: values)
    }
}

extension ListScreen where Row: CaseRow {
    mutating func openSelected(_ press: Press) throws -> Step { try pane.openCase(press.session) }

    /// The binding that shows the papers of the selected row's case, the customer's slip first: it is what is handed over the counter.
    func paperBinding(_ session: DeskSession) -> Binding {
        binder(session)([.character("P")], .papersOfCase, inFooter: false, whyNot: pane.whyNot) { screen, _ in
            screen.pane.selected.map { Step.open(PaperScreen(of: $0.caseNumber, first: "slip")) } ?? .stay
        }
    }

    /// The binding that opens the case of the selected row.
    func openBinding(_ session: DeskSession, _ keys: [Key] = [.enter]) -> Binding {
        binder(session)(keys, .openCase, short: .open, whyNot: pane.whyNot) { screen, press in try screen.openSelected(press) }
    }
}

/// The names of the lists of a screen on one line, the chosen one in brackets: a sign beside the colour.
enum TabLine {
    static func draw(_ labels: [String], chosen: Int, into grid: inout Grid, in area: Rect) {
        for (index, column) in columns(of: labels, chosen: chosen, in: area).enumerated() where column >= area.column {
            let text = index == chosen ? "[\(labels[index])]" : " \(labels[index]) "
            grid.put(text, at: Point(column: column, row: area.row), role: index == chosen ? .heading : .dim)
        }
        // What has no room is said to be there.
        let places = columns(of: labels, chosen: chosen, in: area)
        if let first = places.first, first < area.column { grid.put("<", at: area.origin, role: .heading) }
        if let last = places.last, last + width(labels[labels.count - 1]) > area.endColumn {
            grid.put(" >", at: Point(column: area.endColumn - 2, row: area.row), role: .heading)
        }
    }

    /// Which of the names stands at a point; nil where none does.
    static func tab(at point: Point, of labels: [String], chosen: Int, in area: Rect) -> Int? {
        guard point.row == area.row else { return nil }
        return zip(columns(of: labels, chosen: chosen, in: area), labels).enumerated().first { _, place in
            (place.0..<place.0 + width(place.1)).contains(point.column)
        }?.offset
    }

    /// Where each name begins, with its bracket. A row that is full begins farther left, and where that is not enough, with a name from which
    /// on the chosen one is in sight; those before it stand outside.
    private static func columns(of labels: [String], chosen: Int, in area: Rect) -> [Int] {
        func all(_ gap: Int) -> Int { labels.reduce(-gap) { $0 + width($1) + gap } }
        // Where they are many they stand closer.
        let gap = all(1) > area.columns ? 0 : 1
        var column = area.column + min(3, max(0, area.columns - all(gap)))
        if all(gap) > area.columns, labels.indices.contains(chosen) {
            let ends = labels[...chosen].reduce(-gap) { $0 + width($1) + gap }
            var hidden = 0
            for label in labels[..<chosen] where ends - hidden > area.columns { hidden += width(label) + gap }
            column = area.column - hidden
        }
        return labels.map { label in
            defer { column += width(label) + gap }
            return column
        }
    }

    /// The columns of a name and its brackets.
    private static func width(_ label: String) -> Int { TextWidth.columns(of: label) + 2 }

    /// The list beside the chosen one: the next for Tab, the one before for Shift-Tab, around the ends.
    static func neighbour(of chosen: Int, of count: Int, by key: Key) -> Int { (chosen + (key == .backTab ? count - 1 : 1)) % count }
}
