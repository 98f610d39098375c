/// A list over rows that are fetched a screenful at a time.
///
/// The selection is a record, not a row (2-screens rule 2): what other desks change comes in by ``refresh(from:)`` without moving
/// the selected record away from under the cursor. Only the visible window is held, so a list of a million costs no more
/// than a list of ten.
public struct RowList<Row: Identifiable & Sendable>: Sendable where Row.ID: Hashable & Sendable {
    /// What the list asks of its source; rows always come back in display order, at most as many as asked.
    public enum Request: Sendable {
        /// The first rows of all.
        case first(Int)
        /// The last rows of all.
        case last(Int)
        /// The rows right after one, which may itself be gone.
        case after(Row, Int)
        /// The rows right before one, which may itself be gone.
        case before(Row, Int)
        /// The row itself, or where it stood, and those after.
        case from(Row, Int)
    }

    /// Fetches rows.
    public typealias Source = (Request) throws -> [Row]

    /// The visible rows.
    public private(set) var rows: [Row] = []
    /// The selected record; nil only while there are no rows.
    public private(set) var selectedID: Row.ID?
    /// Rows on the screen, without the header.
    public private(set) var height: Int
    /// True when no row comes before the visible ones.
    public private(set) var isAtStart = true
    /// True when no row comes after the visible ones.
    public private(set) var isAtEnd = true
    /// Where the selected record stands among ``rows``.
    public private(set) var selectedIndex = 0
    /// What came or changed while the list was on screen, until it is selected.
    public internal(set) var marked: Set<Row.ID> = []

    /// Makes an empty list; call ``load(height:from:)``.
    public init() {
        height = 1
    }

    /// The selected row as it was last fetched.
    public var selected: Row? { rows.indices.contains(selectedIndex) ? rows[selectedIndex] : nil }

    /// Fetches the first rows and selects the first; a selection from before is forgotten.
    public mutating func load(height: Int, from source: Source) throws {
        self.height = max(1, height)
        marked = []
        try goToStart(source)
    }

    private mutating func goToStart(_ source: Source) throws {
        var fetched = try source(.first(height + 1))
        isAtEnd = fetched.count <= height
        fetched = Array(fetched.prefix(height))
        isAtStart = true
        rows = fetched
        choose(0)
    }

    private mutating func goToEnd(_ source: Source) throws {
        var fetched = try source(.last(height + 1))
        isAtStart = fetched.count <= height
        fetched = Array(fetched.suffix(height))
        isAtEnd = true
        rows = fetched
        choose(rows.count - 1)
    }

    private mutating func choose(_ index: Int) {
        selectedIndex = rows.isEmpty ? 0 : min(max(0, index), rows.count - 1)
        selectedID = selected?.id
    }

    /// Fits the window to another height around the selected record.
    public mutating func resize(height: Int, from source: Source) throws {
        let height = max(1, height)
        guard height != self.height else { return }
        self.height = height
        // A list that is held whole needs no more rows.
        if isAtStart, isAtEnd, rows.count <= height { return choose(selectedIndex) }
        try anchor(at: min(selectedIndex, height - 1), source)
    }

    /// Fetches the window anew after something changed.
    ///
    /// The selected record stays selected and keeps its row on the screen where it can. If it vanished, the one that took its
    /// place is selected, or the one before at the end.
    public mutating func refresh(from source: Source) throws {
        try anchor(at: selectedIndex, source)
    }

    /// Rebuilds the window with the selected record, or what took its place, on a given row of it.
    private mutating func anchor(at place: Int, _ source: Source) throws {
        guard let anchor = selected else { return try goToStart(source) }
        var rest = try source(.from(anchor, height - place + 1))
        if rest.isEmpty {
            // The record and all after it are gone: stay with what comes before.
            try goToEnd(source)
            return
        }
        let target = rest.first { $0.id == anchor.id }?.id ?? rest[0].id
        let pivot = rest[0]
        var before = try source(.before(pivot, place + 1))
        isAtStart = before.count <= place
        before = Array(before.suffix(place))
        isAtEnd = rest.count <= height - before.count
        // At the start of the list there may be fewer rows above than before; the room goes to the end.
        if before.count < place, rest.count > height - place, let last = rest.last {
            rest += try source(.after(last, place - before.count))
            isAtEnd = rest.count <= height - before.count
        }
        rest = Array(rest.prefix(height - before.count))
        // At the end the window is filled from above, unless the list is simply short.
        let missing = height - before.count - rest.count
        if missing > 0, !isAtStart, let first = before.first ?? rest.first {
            let more = try source(.before(first, missing + 1))
            isAtStart = more.count <= missing
            before = more.suffix(missing) + before
        }
        rows = before + rest
        choose(rows.firstIndex { $0.id == target } ?? before.count)
    }

    /// Selects a record that is in the window; false when it is not there.
    @discardableResult
    public mutating func select(_ id: Row.ID) -> Bool {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
        choose(index)
        return true
    }

    /// Goes to a record anywhere in the list and selects it, or the one after where it stood.
    public mutating func show(_ row: Row, from source: Source) throws {
        if select(row.id) { return }
        rows = [row]
        choose(0)
        try anchor(at: height / 3, source)
    }

    /// Moves by a key: arrows, `j` `k`, pages, Home End `g` `G`, the wheel; false for every other key.
    public mutating func handle(_ key: Key, from source: Source) throws -> Bool {
        let before = selectedID
        defer {
            // What was selected has been seen, and what is selected now is being seen.
            for id in [before, selectedID] { if let id { marked.remove(id) } }
        }
        switch key {
        case .up, .character("k"): try up(1, source)
        case .down, .character("j"): try down(1, source)
        case .pageUp, .control("b"): try pageUp(source)
        case .pageDown, .control("f"): try pageDown(source)
        case .home, .controlHome, .character("g"): try goToStart(source)
        case .end, .controlEnd, .character("G"): try goToEnd(source)
        case .mouse(let event) where event.kind == .wheelUp: try up(3, source)
        case .mouse(let event) where event.kind == .wheelDown: try down(3, source)
        default: return false
        }
        return true
    }

    private mutating func up(_ count: Int, _ source: Source) throws {
        let missing = count - selectedIndex
        if missing > 0, !isAtStart, let first = rows.first {
            let more = try source(.before(first, missing + 1))
            isAtStart = more.count <= missing
            let added = more.suffix(missing)
            rows = added + rows
            isAtEnd = isAtEnd && rows.count <= height
            rows = Array(rows.prefix(height))
            choose(selectedIndex + added.count - count)
        } else {
            choose(selectedIndex - count)
        }
    }

    private mutating func down(_ count: Int, _ source: Source) throws {
        let missing = selectedIndex + count - (rows.count - 1)
        if missing > 0, !isAtEnd, let last = rows.last {
            let more = try source(.after(last, missing + 1))
            isAtEnd = more.count <= missing
            let target = selectedIndex + min(count, rows.count - 1 - selectedIndex + min(missing, more.count))
            rows += more.prefix(missing)
            let dropped = max(0, rows.count - height)
            isAtStart = isAtStart && dropped == 0
            rows.removeFirst(dropped)
            choose(target - dropped)
        } else {
            choose(selectedIndex + count)
        }
    }

    private mutating func pageDown(_ source: Source) throws {
        guard !isAtEnd, let last = rows.last else { return choose(rows.count - 1) }
        let more = try source(.after(last, height + 1))
        isAtEnd = more.count <= height
        let added = more.prefix(height)
        // The last page is full: it keeps some rows of the one before.
        rows = Array((rows + added).suffix(height))
        isAtStart = isAtStart && added.isEmpty
        choose(selectedIndex)
    }

    private mutating func pageUp(_ source: Source) throws {
        guard !isAtStart, let first = rows.first else { return choose(0) }
        let more = try source(.before(first, height + 1))
        isAtStart = more.count <= height
        let added = more.suffix(height)
        rows = Array((added + rows).prefix(height))
        isAtEnd = isAtEnd && added.isEmpty
        choose(selectedIndex)
    }
}

extension RowList where Row: Equatable {
    /// Fetches the window anew and marks what came or changed since it was fetched last (2-screens rule 2), where another desk wrote.
    ///
    /// A row that only slid into the window because another went away is not marked. Without `isMarking`, after an act of one's own, nothing
    /// is marked, and the selected row counts as seen.
    ///
    /// - Returns: the rows marked by this.
    @discardableResult
    public mutating func refresh(from source: Source, isMarking: Bool) throws -> Set<Row.ID> {
        let old = rows
        let (wasAtStart, wasAtEnd) = (isAtStart, isAtEnd)
        try refresh(from: source)
        guard isMarking else {
            if let selectedID { marked.remove(selectedID) }
            return []
        }
        let known = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let first = wasAtStart ? rows.startIndex : rows.firstIndex { known[$0.id] != nil } ?? rows.endIndex
        let last = wasAtEnd ? rows.endIndex : rows.lastIndex { known[$0.id] != nil } ?? rows.startIndex
        var new: Set<Row.ID> = []
        for (index, row) in rows.enumerated() {
            if let before = known[row.id] {
                if before != row { new.insert(row.id) }
            } else if index >= first, index < last {
                new.insert(row.id)
            }
        }
        marked.formUnion(new)
        return new
    }
}

extension RowList where Row: Equatable {
    /// Screen columns before the first column: the selection sign, the row's own sign, the mark of what another desk brought.
    private static var signColumns: Int { 3 }

    /// Draws the list as a table: a header, then one row each, the selected one as a bar with `>`.
    ///
    /// Where not all columns fit the last ones are left out. The sign stands beside the row whatever its colour
    /// (2-screens rule 8).
    ///
    /// - Parameters:
    ///   - grid: The frame.
    ///   - rect: Header and rows; with a header the list's height should be one less than the rectangle's rows.
    ///   - glyphs: The signs the terminal can draw.
    ///   - columns: What to show of each row, in order of importance from the left.
    ///   - hasHeader: Whether the first row is the header.
    ///   - finding: Where in the text of a row something is to be marked; nil for nowhere.
    ///   - isFocused: Whether keys go to this list; a list without focus marks its selection by the sign only.
    ///   - sign: A one-column sign for a row, such as `!` for overdue; empty for none.
    ///   - isTicked: Whether a row is ticked. The tick stands beside its sign, where the mark of what another desk brought gives way to it.
    ///   - role: What a row means as a whole.
    ///   - drawn: The rows as they were drawn last, which are copied with their signs where they have not changed; nil to draw all of them.
    public func draw(
        into grid: inout Grid,
        in rect: Rect,
        glyphs: Glyphs,
        columns: [Column<Row>],
        hasHeader: Bool = true,
        isFocused: Bool = true,
        marking finding: ((String) -> [Range<String.Index>])? = nil,
        sign: (Row) -> String = { _ in "" },
        isTicked: (Row) -> Bool = { _ in false },
        role: (Row) -> Role = { _ in .text },
        reusing drawn: DrawnRows<Row>? = nil
    ) {
        guard !rect.isEmpty else { return }
        grid.fill(rect)
        let widths = widths(of: columns, in: rect)
        drawn?.fit(column: rect.column, widths: widths)
        if hasHeader {
            let line = rect.rows(from: 0, count: 1)
            func draw(_ grid: inout Grid) {
                drawCells(in: line, widths: widths, into: &grid) { index in
                    let title = TextWidth.pad(
                        columns[index].title,
                        to: widths[index],
                        alignment: columns[index].alignment,
                        ellipsis: glyphs.ellipsis
                    )
                    return (title, .heading)
                }
            }
            if let drawn { drawn.draw(headerInto: &grid, in: line, draw) } else { draw(&grid) }
        }
        let body = rect.rows(from: hasHeader ? 1 : 0)
        for (number, row) in rows.prefix(body.rows).enumerated() {
            let line = body.rows(from: number, count: 1)
            let isSelected = number == selectedIndex
            let rowRole = role(row)
            let signPlace = Point(column: line.column + 1, row: line.row)
            func draw(_ grid: inout Grid) {
                if rowRole != .text { grid.setRole(line, rowRole) }
                drawCells(in: line, widths: widths, into: &grid) { index in
                    let column = columns[index]
                    let told = column.fitting.map { $0(row, widths[index]) } ?? column.text(row)
                    let text = TextWidth.pad(told, to: widths[index], alignment: column.alignment, ellipsis: glyphs.ellipsis)
                    return (text, column.role(row) ?? rowRole)
                }
                grid.put(sign(row), at: signPlace, role: rowRole, columns: 1)
            }
            if let drawn { drawn.draw(row, role: rowRole, into: &grid, in: line, draw) } else { draw(&grid) }
            let markPlace = Point(column: line.column + 2, row: line.row)
            if isTicked(row) {
                grid.put(glyphs.check, at: markPlace, role: rowRole, columns: 1)
            } else if marked.contains(row.id) {
                grid.put(glyphs.news, at: markPlace, role: .notice, columns: 1)
            }
            if isSelected {
                grid.put(glyphs.selected, at: line.origin, role: rowRole, columns: 1)
                if isFocused { grid.setRole(line, .selected) }
            }
            if let finding { grid.mark(in: line, role: .key, finding) }
        }
        let edge = rect.endColumn - 1
        if !isAtStart, body.rows > 0 { grid.put(glyphs.arrowUp, at: Point(column: edge, row: body.row), role: .dim) }
        if !isAtEnd, body.rows > 0 { grid.put(glyphs.arrowDown, at: Point(column: edge, row: body.endRow - 1), role: .dim) }
    }

    private func widths(of columns: [Column<Row>], in rect: Rect) -> [Int] {
        let wanted = columns.map { column in
            switch column.width {
            case .fixed(let width): return (minimum: width, maximum: width)
            case .flexible(let minimum, let maximum): return (minimum: minimum, maximum: maximum)
            case .fitted(let minimum, let maximum):
                let widest = rows.map { TextWidth.columns(of: column.text($0)) }.max() ?? 0
                let width = min(max(minimum, widest), maximum)
                return (minimum: width, maximum: width)
            }
        }
        return ColumnLayout.widths(wanted, in: rect.columns - Self.signColumns - 1)
    }

    /// Which column's heading stands at a point; nil where none does. The rectangle is the one drawn into, header included.
    public func heading(at point: Point, in rect: Rect, columns: [Column<Row>]) -> Int? {
        guard point.row == rect.row, rect.contains(point) else { return nil }
        var start = rect.column + Self.signColumns
        for (index, width) in widths(of: columns, in: rect).enumerated() where width > 0 {
            if point.column >= start, point.column < start + width { return index }
            start += width + ColumnLayout.gap
        }
        return nil
    }

    private func drawCells(in line: Rect, widths: [Int], into grid: inout Grid, cell: (Int) -> (String, Role)) {
        var column = line.column + Self.signColumns
        for index in widths.indices where widths[index] > 0 {
            let (padded, role) = cell(index)
            // An underline ends with the text.
            let text = padded[..<(padded.lastIndex { $0 != " " }.map(padded.index(after:)) ?? padded.startIndex)]
            grid.put(
                String(text),
                at: Point(column: column, row: line.row),
                role: role,
                columns: min(widths[index], line.endColumn - column)
            )
            column += widths[index] + ColumnLayout.gap
        }
    }

}

extension RowList {
    /// Selects the row that a click fell on; false when it fell on none. The rectangle is the one drawn into.
    public mutating func click(_ point: Point, in rect: Rect, hasHeader: Bool = true) -> Bool {
        let body = rect.rows(from: hasHeader ? 1 : 0)
        let index = point.row - body.row
        guard body.contains(point), rows.indices.contains(index) else { return false }
        return select(rows[index].id)
    }
}

extension RowList {
    /// The rows of a list that is held whole, a window at a time.
    public static func source(of all: [Row]) -> Source {
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
