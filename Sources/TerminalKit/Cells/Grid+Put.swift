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
        for character in text {
            if !write(character, &pen) { break }
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
        put(
            TextWidth.pad(text, to: rect.columns, alignment: alignment, ellipsis: ellipsis),
            at: rect.origin,
            role: role,
            columns: rect.columns
        )
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
    private mutating func write(_ character: Character, _ pen: inout Pen) -> Bool {
        if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F, character != "\r\n" {
            guard pen.column < pen.end else { return false }
            set(PackedCell(code: UInt32(ascii), width: 1, role: pen.role), &pen)
            return true
        }
        let scalars = character.unicodeScalars
        let width = TextWidth.columns(of: character)
        if pen.column + width > pen.end {
            while pen.column < pen.end { set(.blank(pen.role), &pen) }
            return false
        }
        let isJoined = width > 2
        for scalar in scalars {
            let shown = TextWidth.picture(for: scalar)
            let columns = TextWidth.columns(of: shown)
            if columns > 0 {
                set(PackedCell(code: shown.value, width: UInt8(columns), role: pen.role), &pen)
            } else {
                combine(shown, isJoined: isJoined, pen)
            }
        }
        return true
    }

    /// Adds a mark of no width to the character before it.
    private mutating func combine(_ mark: Unicode.Scalar, isJoined: Bool, _ pen: Pen) {
        // Terminals disagree about what these two make of their neighbours: some draw one wide emoji, others the parts. Left out,
        // every terminal draws the parts, in the columns reckoned for them.
        if mark.value == 0xFE0F || (isJoined && mark.value == 0x200D) { return }
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
        cells[index] = cell
        if cell.width == 2 { cells[index + 1] = PackedCell(code: 0x20, width: 0, role: cell.role) }
        pen.column += Int(cell.width)
    }

    /// Blanks the first half of a wide character whose second half begins here and is about to be overwritten.
    mutating func unlink(row: Int, column: Int) {
        guard column > 0, column < size.columns else { return }
        let index = row * size.columns + column
        if cells[index].width == 0 { cells[index - 1] = .blank(cells[index - 1].role) }
    }

    /// Blanks the second half of a wide character whose first half, left of here, is about to be overwritten.
    mutating func unlinkEnd(row: Int, column: Int) {
        guard column > 0, column < size.columns else { return }
        let index = row * size.columns + column
        if cells[index].width == 0 { cells[index] = .blank(cells[index].role) }
    }
}
