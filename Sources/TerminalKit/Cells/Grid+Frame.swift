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
