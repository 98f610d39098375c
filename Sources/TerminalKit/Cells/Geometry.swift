/// A size in terminal columns and rows.
public struct Size: Equatable, Hashable, Sendable {
    /// Width in columns; a Han character takes two.
    public var columns: Int
    /// Height in rows.
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// A place on the screen, counted from the upper left corner, which is column 0 and row 0.
public struct Point: Equatable, Hashable, Sendable {
    /// Columns from the left edge.
    public var column: Int
    /// Rows from the top edge.
    public var row: Int

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// A rectangle of screen cells; its sizes are never negative.
public struct Rect: Equatable, Hashable, Sendable {
    /// Leftmost column.
    public var column: Int
    /// Topmost row.
    public var row: Int
    /// Width in columns, 0 or more.
    public var columns: Int
    /// Height in rows, 0 or more.
    public var rows: Int

    /// Makes a rectangle; negative widths and heights become 0, so that layout arithmetic on a small screen needs no guards.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// Makes the rectangle that covers a whole screen of this size.
    public init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    /// The upper left corner.
    public var origin: Point { Point(column: column, row: row) }
    /// The first row below the rectangle.
    public var endRow: Int { row + rows }
    /// The first column right of the rectangle.
    public var endColumn: Int { column + columns }
    /// True when not one cell lies inside.
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// Tells whether a point lies inside.
    public func contains(_ point: Point) -> Bool {
        point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
    }

    /// The rectangle made smaller by so many columns on the left and right and rows above and below.
    public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
        let left = min(columns, self.columns / 2)
        let top = min(rows, self.rows / 2)
        return Rect(column: column + left, row: row + top, columns: self.columns - 2 * columns, rows: self.rows - 2 * rows)
    }

    /// Full-width rows of the rectangle, counted from its own top; what lies below its end is cut off.
    public func rows(from first: Int, count: Int = .max) -> Rect {
        let start = min(max(0, first), rows)
        return Rect(column: column, row: row + start, columns: columns, rows: min(max(0, count), rows - start))
    }

    /// Splits into a left part of so many columns and the rest, with a gap between that belongs to neither.
    public func splitColumns(left: Int, gap: Int = 1) -> (Rect, Rect) {
        let width = min(max(0, left), columns)
        let start = min(columns, width + max(0, gap))
        return (
            Rect(column: column, row: row, columns: width, rows: rows),
            Rect(column: column + start, row: row, columns: columns - start, rows: rows)
        )
    }

    /// A rectangle of the given size in the middle of this one, cut to fit into it.
    public func centered(columns: Int, rows: Int) -> Rect {
        let width = min(columns, self.columns)
        let height = min(rows, self.rows)
        return Rect(column: column + (self.columns - width) / 2, row: row + (self.rows - height) / 2, columns: width, rows: height)
    }
}
