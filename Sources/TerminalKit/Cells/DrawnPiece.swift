/// A piece of a frame as it was drawn last: as long as what it shows is the same, its cells are copied instead of its texts being put together,
/// measured and cut anew.
///
/// It saves time and nothing else: with the same key and place, drawing would give the same cells.
public final class DrawnPiece<Key: Equatable> {
    private var last: (key: Key, rect: Rect, cells: [Grid.PackedCell])?

    /// Makes one that was never drawn.
    public init() {}

    /// Draws the piece, which fills `rect` and nothing else.
    ///
    /// - Parameters:
    ///   - grid: The frame.
    ///   - rect: Where; whole inside of the frame, or nothing is kept.
    ///   - key: All that the drawing depends on.
    ///   - body: Draws it where something has changed.
    public func draw(into grid: inout Grid, in rect: Rect, showing key: @autoclosure () -> Key, _ body: (inout Grid) -> Void) {
        let key = key()
        if let last, last.rect == rect, last.key == key { return grid.paste(last.cells, in: rect) }
        body(&grid)
        last = grid.copy(of: rect).map { (key, rect, $0) }
    }
}

/// The rows of a list as they were drawn last, each with its own sign, without its tick, its mark and the selection bar.
public final class DrawnRows<Row: Identifiable & Equatable> where Row.ID: Hashable {
    /// More rows than a screen has; a bound on what is kept.
    private static var limit: Int { 400 }

    private var rows: [Row.ID: (row: Row, role: Role, cells: [Grid.PackedCell])] = [:]
    private var header: [Grid.PackedCell]?
    private var context: AnyHashable?
    private var place: (column: Int, widths: [Int])?

    /// Makes a store of no rows.
    public init() {}

    /// Says what all rows depend on beside themselves: rows that were drawn for something else are forgotten.
    public func use(for context: AnyHashable) {
        if self.context != context { forget() }
        self.context = context
    }

    func fit(column: Int, widths: [Int]) {
        if place?.column != column || place?.widths != widths { forget() }
        place = (column, widths)
    }

    private func forget() {
        rows.removeAll(keepingCapacity: true)
        header = nil
    }

    /// Draws the header, by `body` where it is another than before.
    func draw(headerInto grid: inout Grid, in line: Rect, _ body: (inout Grid) -> Void) {
        if let header { return grid.paste(header, in: line) }
        body(&grid)
        header = grid.copy(of: line)
    }

    /// Draws a row, by `body` where it is another than before.
    func draw(_ row: Row, role: Role, into grid: inout Grid, in line: Rect, _ body: (inout Grid) -> Void) {
        if let known = rows[row.id], known.role == role, known.cells.count == line.columns, known.row == row {
            return grid.paste(known.cells, in: line)
        }
        body(&grid)
        if rows.count >= Self.limit { rows.removeAll(keepingCapacity: true) }
        rows[row.id] = grid.copy(of: line).map { (row, role, $0) }
    }
}

extension Grid {
    /// The cells of a rectangle, row by row; nil where it does not lie whole inside of the frame, or a character there has marks, which are kept
    /// elsewhere.
    func copy(of rect: Rect) -> [PackedCell]? {
        guard clipped(rect) == rect, !rect.isEmpty else { return nil }
        var copied: [PackedCell] = []
        copied.reserveCapacity(rect.columns * rect.rows)
        for row in rect.row..<rect.endRow {
            let start = row * size.columns + rect.column
            copied += cells[start..<start + rect.columns]
        }
        return copied.contains(where: \.isCluster) ? nil : copied
    }

    /// Puts cells that were copied where they were copied from, or where there is as much room in another row.
    mutating func paste(_ copied: [PackedCell], in rect: Rect) {
        guard clipped(rect) == rect, copied.count == rect.columns * rect.rows else { return }
        for row in 0..<rect.rows {
            unlink(row: rect.row + row, column: rect.column)
            unlinkEnd(row: rect.row + row, column: rect.endColumn)
            let start = (rect.row + row) * size.columns + rect.column
            cells.replaceSubrange(start..<start + rect.columns, with: copied[row * rect.columns..<(row + 1) * rect.columns])
        }
    }
}
