/// One place of the frame, as it is read back.
public struct Cell: Equatable, Sendable {
    /// What stands here: one base character with its combining marks; empty in the second column of a wide one.
    public var text: String
    /// Columns: 1 or 2, and 0 for the second column of a wide character.
    public var width: UInt8
    /// What the text means.
    public var role: Role
    /// The role whose ground it stands on.
    public var ground: Role

    public init(text: String, width: UInt8, role: Role, ground: Role = .text) {
        self.text = text
        self.width = width
        self.role = role
        self.ground = ground
    }
}

/// A role and what it stands on.
struct RoleOnGround: Hashable, Sendable {
    var role: Role
    var ground: Role
}

/// A frame of the screen: cells with roles and the place of the caret.
///
/// A screen draws its state into a grid and is tested by ``text()``; the driver copies the cells that changed to the
/// terminal. Cells hold one scalar each in eight bytes; the rare ones with combining marks point into a side table.
public struct Grid: Sendable {
    /// Columns and rows; drawing outside is cut off.
    public let size: Size
    /// Where the real cursor stands (2-screens rule 6); nil hides it.
    public var caret: Point?
    var cells: [PackedCell]
    var clusters: [String] = []

    /// A cell in eight bytes.
    struct PackedCell: Equatable, Sendable {
        /// A Unicode scalar; with the top bit set, an index into the clusters.
        var code: UInt32
        var width: UInt8
        var role: Role
        /// What it stands on: the role of what was filled or drawn here before, for a role that has no ground of its own.
        var ground: Role

        init(code: UInt32, width: UInt8, role: Role, on ground: Role = .text) {
            (self.code, self.width, self.role) = (code, width, role)
            self.ground = role.hasGround ? role : ground
        }

        static let clusterBit: UInt32 = 0x8000_0000
        var isCluster: Bool { code & Self.clusterBit != 0 }
        static func blank(_ role: Role, on ground: Role = .text) -> PackedCell { PackedCell(code: 0x20, width: 1, role: role, on: ground) }
    }

    /// Makes an empty frame of blanks.
    public init(size: Size) {
        let bounded = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        self.size = bounded
        cells = Array(repeating: .blank(.text), count: bounded.columns * bounded.rows)
    }

    /// The whole frame as a rectangle.
    public var bounds: Rect { Rect(size) }

    /// The cell at a point; outside of the frame a blank.
    public subscript(point: Point) -> Cell {
        guard bounds.contains(point) else { return Cell(text: " ", width: 1, role: .text) }
        let cell = cells[point.row * size.columns + point.column]
        return Cell(text: text(of: cell), width: cell.width, role: cell.role, ground: cell.ground)
    }

    func text(of cell: PackedCell) -> String {
        if cell.width == 0 { return "" }
        if cell.isCluster { return clusters[Int(cell.code & ~PackedCell.clusterBit)] }
        return Unicode.Scalar(cell.code).map { String($0) } ?? " "
    }

    /// The frame as text: rows joined by line feeds, blanks at the ends of rows left out.
    public func text() -> String {
        (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
    }

    /// One row as text without the blanks at its end.
    public func text(row: Int) -> String {
        guard row >= 0, row < size.rows else { return "" }
        var line = ""
        var blanks = 0
        for column in 0..<size.columns {
            let cell = cells[row * size.columns + column]
            if cell.code == 0x20, cell.width == 1 {
                blanks += 1
            } else if cell.width > 0 {
                line += String(repeating: " ", count: blanks) + text(of: cell)
                blanks = 0
            }
        }
        return line
    }

    /// Fills a rectangle with blanks of a role.
    public mutating func fill(_ rect: Rect, role: Role = .text) {
        let area = clipped(rect)
        for row in area.row..<area.endRow where area.columns > 0 {
            let start = row * size.columns + area.column
            unlink(row: row, column: area.column)
            unlinkEnd(row: row, column: area.endColumn)
            for index in start..<(start + area.columns) { cells[index] = .blank(role) }
        }
    }

    /// Gives all cells of a rectangle another role and leaves their text, as for a selection bar.
    public mutating func setRole(_ rect: Rect, _ role: Role) {
        let area = clipped(rect)
        for row in area.row..<area.endRow {
            let start = row * size.columns + area.column
            for index in start..<(start + area.columns) {
                cells[index].role = role
                if role.hasGround { cells[index].ground = role }
            }
        }
    }

    /// Gives a role to what stands in some places of one row.
    ///
    /// - Parameter finding: where, in the text of the row.
    public mutating func mark(in line: Rect, role: Role, _ finding: (String) -> [Range<String.Index>]) {
        let area = clipped(line)
        if area.isEmpty { return }
        var text = ""
        // The second cell of a wide character has no text of its own.
        var starts: [(byte: Int, column: Int)] = []
        for column in area.column..<area.endColumn {
            let cell = self[Point(column: column, row: area.row)]
            if cell.width == 0 { continue }
            starts.append((text.utf8.count, column))
            text += cell.text
        }
        for place in finding(text) {
            let from = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
            let to = text.utf8.distance(from: text.startIndex, to: place.upperBound)
            for (index, start) in starts.enumerated() where start.byte < to {
                let end = index + 1 < starts.count ? starts[index + 1] : (byte: text.utf8.count, column: area.endColumn)
                if end.byte <= from { continue }
                setRole(Rect(column: start.column, row: area.row, columns: end.column - start.column, rows: 1), role)
            }
        }
    }

    /// Draws a horizontal line over the whole width.
    public mutating func rule(row: Int, glyphs: Glyphs, role: Role = .rule) {
        rule(in: Rect(column: 0, row: row, columns: size.columns, rows: 1), glyphs: glyphs, role: role)
    }

    /// Draws a horizontal line over the first row of a rectangle.
    public mutating func rule(in rect: Rect, glyphs: Glyphs, role: Role = .rule) {
        let line = clipped(rect.rows(from: 0, count: 1))
        guard line.columns > 0, line.rows > 0, let sign = glyphs.horizontal.unicodeScalars.first else { return }
        unlink(row: line.row, column: line.column)
        unlinkEnd(row: line.row, column: line.endColumn)
        let start = line.row * size.columns + line.column
        for index in start..<start + line.columns { cells[index] = PackedCell(code: sign.value, width: 1, role: role) }
    }

    func clipped(_ rect: Rect) -> Rect {
        let column = min(max(0, rect.column), size.columns)
        let row = min(max(0, rect.row), size.rows)
        return Rect(
            column: column,
            row: row,
            columns: min(rect.endColumn, size.columns) - column,
            rows: min(rect.endRow, size.rows) - row
        )
    }
}

extension Grid: Equatable {
    /// Two frames are equal when they look the same, wherever their combining characters are kept.
    public static func == (left: Grid, right: Grid) -> Bool {
        guard left.size == right.size, left.caret == right.caret else { return false }
        if left.clusters.isEmpty && right.clusters.isEmpty { return left.cells == right.cells }
        return left.cells.indices.allSatisfy { left.looksSame(at: $0, as: right) }
    }

    func looksSame(at index: Int, as other: Grid) -> Bool {
        let mine = cells[index]
        let its = other.cells[index]
        if mine.isCluster && its.isCluster {
            return mine.width == its.width && mine.role == its.role && mine.ground == its.ground && text(of: mine) == other.text(of: its)
        }
        return mine == its
    }
}

extension Grid {
    /// Draws text on one row and returns the columns it used.
    ///
    /// Text is cut to `columns` (by default to the right edge) between graphemes; where a wide character does not fit, blanks
    /// stand instead. Overwriting half of a wide character blanks its other half. Control characters are drawn as pictures.
    @discardableResult
    public mutating func put(_ text: String, at point: Point, role: Role = .text, columns: Int? = nil) -> Int {
        guard point.row >= 0, point.row < size.rows, point.column >= 0, point.column < size.columns else { return 0 }
        let limit = min(columns ?? .max, size.columns - point.column)
        guard limit > 0 else { return 0 }
        let base = point.row * size.columns
        var pen = Pen(row: point.row, base: base, start: point.column, column: point.column, end: point.column + limit, role: role)
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        // Graphemes are looked for only where scalars may join: finding them is the dearest part of drawing.
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if TextWidth.isPlain(scalar.value), next == scalars.endIndex || TextWidth.isPlain(scalars[next].value) {
                if !write(CollectionOfOne(scalar), columns: TextWidth.columns(of: scalar), &pen) { break }
                index = next
            } else {
                let character = text[index]
                if !write(character.unicodeScalars, columns: TextWidth.columns(of: character), &pen) { break }
                index = text.index(after: index)
            }
        }
        return pen.column - point.column
    }

    /// Draws one line of text into the first row of a rectangle, cut with an ellipsis or filled with blanks to its width.
    public mutating func put(
        _ text: String,
        in rect: Rect,
        alignment: Alignment = .leading,
        role: Role = .text,
        ellipsis: String = "~"
    ) {
        guard !rect.isEmpty else { return }
        let line = TextWidth.pad(text, to: rect.columns, alignment: alignment, ellipsis: ellipsis)
        // An underline ends with the text; a bar of its own colour goes on.
        let end = role.hasGround ? line.endIndex : line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex
        let used = put(String(line[..<end]), at: rect.origin, role: role, columns: rect.columns)
        let rest = Point(column: rect.column + used, row: rect.row)
        if used < rect.columns { put(String(line[end...]), at: rest, columns: rect.columns - used) }
    }

    private struct Pen {
        let row: Int
        let base: Int
        let start: Int
        var column: Int
        let end: Int
        let role: Role
    }

    /// Draws one grapheme; false when it did not fit and the row is full.
    private mutating func write(_ scalars: some Sequence<Unicode.Scalar>, columns width: Int, _ pen: inout Pen) -> Bool {
        if pen.column + width > pen.end {
            while pen.column < pen.end { set(.blank(pen.role), &pen) }
            return false
        }
        for scalar in scalars {
            let shown = TextWidth.picture(for: scalar)
            let columns = TextWidth.columns(of: shown)
            if columns > 0 {
                set(PackedCell(code: shown.value, width: UInt8(columns), role: pen.role), &pen)
            } else if !TextWidth.isLeftOut(shown.value) {
                combine(shown, pen)
            }
        }
        return true
    }

    /// Adds a mark of no width to the character before it.
    private mutating func combine(_ mark: Unicode.Scalar, _ pen: Pen) {
        guard pen.column > pen.start else { return }
        var index = pen.base + pen.column - 1
        if cells[index].width == 0 { index -= 1 }
        var text = text(of: cells[index])
        // curses keeps a base and four marks (CCHARW_MAX in curses.h).
        guard text.unicodeScalars.count < 5 else { return }
        text.unicodeScalars.append(mark)
        cells[index].code = PackedCell.clusterBit | UInt32(clusters.count)
        clusters.append(text)
    }

    private mutating func set(_ cell: PackedCell, _ pen: inout Pen) {
        unlink(row: pen.row, column: pen.column)
        unlinkEnd(row: pen.row, column: pen.column + Int(cell.width))
        let index = pen.base + pen.column
        var cell = cell
        if !cell.role.hasGround { cell.ground = cells[index].ground }
        cells[index] = cell
        if cell.width == 2 { cells[index + 1] = PackedCell(code: 0x20, width: 0, role: cell.role, on: cell.ground) }
        pen.column += Int(cell.width)
    }

    /// Blanks the first half of a wide character whose second half begins here and is about to be overwritten.
    mutating func unlink(row: Int, column: Int) {
        guard column > 0, column < size.columns else { return }
        let index = row * size.columns + column
        if cells[index].width == 0 { cells[index - 1] = .blank(cells[index - 1].role, on: cells[index - 1].ground) }
    }

    /// Blanks the second half of a wide character whose first half, left of here, is about to be overwritten.
    mutating func unlinkEnd(row: Int, column: Int) {
        guard column > 0, column < size.columns else { return }
        let index = row * size.columns + column
        if cells[index].width == 0 { cells[index] = .blank(cells[index].role, on: cells[index].ground) }
    }
}

extension Grid {
    /// Draws the frame of what lies over a screen, with its title in the upper edge. Without colours the frame alone tells where it ends.
    mutating func frame(_ box: Rect, title: String, glyphs: Glyphs) {
        guard box.columns >= 2, box.rows >= 2 else { return }
        let line = String(repeating: glyphs.horizontal, count: box.columns - 2)
        put(glyphs.cornerTopLeft + line + glyphs.cornerTopRight, at: box.origin, role: .dialog)
        put(
            glyphs.cornerBottomLeft + line + glyphs.cornerBottomRight,
            at: Point(column: box.column, row: box.endRow - 1),
            role: .dialog
        )
        sides(of: box.rows(from: 1, count: box.rows - 2), glyphs: glyphs)
        guard !title.isEmpty else { return }
        let name = " " + TextWidth.clip(title, to: max(0, box.columns - 6), ellipsis: glyphs.ellipsis) + " "
        put(name, at: Point(column: box.column + 2, row: box.row), role: .dialogTitle, columns: box.columns - 4)
    }

    /// Draws the left and the right edge of a box on all of its rows.
    mutating func sides(of box: Rect, glyphs: Glyphs) {
        for row in box.row..<max(box.row, box.endRow) {
            put(glyphs.vertical, at: Point(column: box.column, row: row), role: .dialog)
            put(glyphs.vertical, at: Point(column: box.endColumn - 1, row: row), role: .dialog)
        }
    }
}

extension Grid {
    /// The columns of a row between the first and the last change against another frame of the same size, whole characters only; all
    /// of them when there is none.
    func changedColumns(row: Int, from other: Grid?) -> Range<Int>? {
        let base = row * size.columns
        guard let other else { return size.columns > 0 ? 0..<size.columns : nil }
        var first = 0
        while first < size.columns, looksSame(at: base + first, as: other) { first += 1 }
        guard first < size.columns else { return nil }
        var end = size.columns
        while end > first, looksSame(at: base + end - 1, as: other) { end -= 1 }
        while first > 0, cells[base + first].width == 0 || other.cells[base + first].width == 0 { first -= 1 }
        while end < size.columns, cells[base + end].width == 0 || other.cells[base + end].width == 0 { end += 1 }
        return first..<end
    }
}
