extension RowList {
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
    ///   - isFocused: Whether keys go to this list; a list without focus marks its selection by the sign only.
    ///   - sign: A one-column sign for a row, such as `!` for overdue; empty for none.
    ///   - role: What a row means as a whole.
    public func draw(
        into grid: inout Grid,
        in rect: Rect,
        glyphs: Glyphs,
        columns: [Column<Row>],
        hasHeader: Bool = true,
        isFocused: Bool = true,
        sign: (Row) -> String = { _ in "" },
        role: (Row) -> Role = { _ in .text }
    ) {
        guard !rect.isEmpty else { return }
        grid.fill(rect)
        let wanted = columns.map { column in
            switch column.width {
            case .fixed(let width): (minimum: width, isFlexible: false)
            case .flexible(let minimum): (minimum: minimum, isFlexible: true)
            }
        }
        let widths = ColumnLayout.widths(wanted, in: rect.columns - Self.signColumns - 1)
        if hasHeader {
            let line = rect.rows(from: 0, count: 1)
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
        let body = rect.rows(from: hasHeader ? 1 : 0)
        for (number, row) in rows.prefix(body.rows).enumerated() {
            let line = body.rows(from: number, count: 1)
            let isSelected = number == selectedIndex
            let rowRole = role(row)
            if rowRole != .text { grid.setRole(line, rowRole) }
            drawCells(in: line, widths: widths, into: &grid) { index in
                let column = columns[index]
                let text = TextWidth.pad(column.text(row), to: widths[index], alignment: column.alignment, ellipsis: glyphs.ellipsis)
                return (text, column.role(row) ?? rowRole)
            }
            grid.put(sign(row), at: Point(column: line.column + 1, row: line.row), role: rowRole, columns: 1)
            if marked.contains(row.id) {
                grid.put(glyphs.news, at: Point(column: line.column + 2, row: line.row), role: .notice, columns: 1)
            }
            if isSelected {
                grid.put(glyphs.selected, at: line.origin, role: rowRole, columns: 1)
                if isFocused { grid.setRole(line, .selected) }
            }
        }
        let edge = rect.endColumn - 1
        if !isAtStart, body.rows > 0 { grid.put(glyphs.arrowUp, at: Point(column: edge, row: body.row), role: .dim) }
        if !isAtEnd, body.rows > 0 { grid.put(glyphs.arrowDown, at: Point(column: edge, row: body.endRow - 1), role: .dim) }
    }

    private func drawCells(in line: Rect, widths: [Int], into grid: inout Grid, cell: (Int) -> (String, Role)) {
        var column = line.column + Self.signColumns
        for index in widths.indices where widths[index] > 0 {
            let (text, role) = cell(index)
            grid.put(text, at: Point(column: column, row: line.row), role: role, columns: min(widths[index], line.endColumn - column))
            column += widths[index] + ColumnLayout.gap
        }
    }

    /// Selects the row that a click fell on; false when it fell on none. The rectangle is the one drawn into.
    public mutating func click(_ point: Point, in rect: Rect, hasHeader: Bool = true) -> Bool {
        let body = rect.rows(from: hasHeader ? 1 : 0)
        let index = point.row - body.row
        guard body.contains(point), rows.indices.contains(index) else { return false }
        return select(rows[index].id)
    }
}
