/// One place of the frame, as it is read back.
public struct Cell: Equatable, Sendable {
    /// What stands here: one base character with its combining marks; empty in the second column of a wide one.
    public var text: String
    /// Columns: 1 or 2, and 0 for the second column of a wide character.
    public var width: UInt8
    /// What the text means.
    public var role: Role

    /// Makes a cell.
    public init(text: String, width: UInt8, role: Role) {
        self.text = text
        self.width = width
        self.role = role
    }
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

        static let clusterBit: UInt32 = 0x8000_0000
        var isCluster: Bool { code & Self.clusterBit != 0 }
        static func blank(_ role: Role) -> PackedCell { PackedCell(code: 0x20, width: 1, role: role) }
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
        return Cell(text: text(of: cell), width: cell.width, role: cell.role)
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
            for index in start..<(start + area.columns) { cells[index].role = role }
        }
    }

    /// Draws a horizontal line over the whole width.
    public mutating func rule(row: Int, glyphs: Glyphs, role: Role = .rule) {
        rule(in: Rect(column: 0, row: row, columns: size.columns, rows: 1), glyphs: glyphs, role: role)
    }

    /// Draws a horizontal line over the first row of a rectangle.
    public mutating func rule(in rect: Rect, glyphs: Glyphs, role: Role = .rule) {
        put(String(repeating: glyphs.horizontal, count: rect.columns), at: rect.origin, role: role, columns: rect.columns)
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
            return mine.width == its.width && mine.role == its.role && text(of: mine) == other.text(of: its)
        }
        return mine == its
    }
}
