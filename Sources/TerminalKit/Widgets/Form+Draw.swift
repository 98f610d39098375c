extension Form {
    /// Where a field stands within the form, in rows from the form's own top.
    private struct Placed {
        var index: Int
        var top: Int
        var rows: Int
        var problem: [Substring]
        var note: [Substring]
        var height: Int { rows + problem.count }
    }

    private struct Layout {
        var placed: [Placed]
        var labelColumns: Int
        var rows: Int
        var offset: Int
    }

    /// Columns that labels take before the fields: mark, label and a gap; never more than a third of the width.
    private func labelColumns(in columns: Int) -> Int {
        let widest = fields.filter(\.isFocusable).map { TextWidth.columns(of: $0.label) }.max() ?? 0
        return min(widest, max(8, columns / 3)) + 4
    }

    private func layout(in rect: Rect) -> Layout {
        let labelColumns = labelColumns(in: rect.columns)
        let fieldColumns = max(1, rect.columns - labelColumns - 1)
        var placed: [Placed] = []
        var top = 0
        for (index, field) in fields.enumerated() where !field.isHidden {
            var item = Placed(index: index, top: top, rows: 1, problem: [], note: [])
            switch field.kind {
            case .text(let editor, let minimum):
                let most = max(minimum, rect.rows / 2)
                item.rows = min(max(minimum, editor.lineCount(columns: fieldColumns)), most)
            case .note(let text):
                item.note = text.isEmpty ? [] : TextWidth.wrap(text, to: max(1, rect.columns - 3))
                item.rows = item.note.count + (field.label.isEmpty ? 0 : 1)
            default: break
            }
            if let problem = field.problem { item.problem = TextWidth.wrap(problem, to: max(1, fieldColumns - 2)) }
            top += item.height
            placed.append(item)
        }
        var offset = 0
        if let focused = placed.first(where: { fields[$0.index].id == focusedID }), focused.top + focused.height > rect.rows {
            // A function of the focus alone: the focused field stands a third down, or as low as it must to be seen whole.
            let wanted = max(focused.top - rect.rows / 3, focused.top + focused.height - rect.rows)
            offset = min(wanted, max(0, top - rect.rows), focused.top)
        }
        return Layout(placed: placed, labelColumns: labelColumns, rows: top, offset: offset)
    }

    /// Tells the editors how they are drawn, so that Up, Down and paging go by the lines on screen.
    ///
    /// Call it before keys are handled whenever the size of the form's rectangle may have changed.
    public mutating func fit(columns: Int, rows: Int) {
        let width = max(1, columns - labelColumns(in: columns) - 1)
        for index in fields.indices {
            guard case .text(var editor, let minimum) = fields[index].kind else { continue }
            let visible = max(minimum, rows / 2)
            guard editor.wrapColumns != width || editor.visibleRows != visible else { continue }
            editor.wrapColumns = width
            editor.visibleRows = visible
            fields[index].kind = .text(editor, minimumRows: minimum)
        }
    }

    /// Draws the form: labels in one column, `*` before what is required, problems below their fields with a `!`, scrolled so
    /// that the focused field is in sight, an open list over everything.
    public func draw(into grid: inout Grid, in rect: Rect, glyphs: Glyphs) {
        guard !rect.isEmpty else { return }
        grid.fill(rect)
        let layout = layout(in: rect)
        var popup: (ChoiceField, Rect)?
        for item in layout.placed {
            let field = fields[item.index]
            let top = item.top - layout.offset
            let area = Self.visible(rect, from: top, rows: item.rows)
            if area.isEmpty {
                drawProblem(item, top: top, layout: layout, in: rect, into: &grid)
                continue
            }
            if case .note = field.kind {
                drawNote(field, item, top: top, in: rect, into: &grid)
                continue
            }
            let isFocused = field.id == focusedID
            drawLabel(field, isFocused: isFocused, row: rect.row + top, layout: layout, in: rect, glyphs: glyphs, into: &grid)
            let place = Rect(
                column: rect.column + layout.labelColumns,
                row: area.row,
                columns: rect.columns - layout.labelColumns - 1,
                rows: area.rows
            )
            let hint = field.hint ?? ""
            switch field.kind {
            case .line(let line): line.draw(into: &grid, at: place, focused: isFocused, glyphs: glyphs, placeholder: hint)
            case .text(let editor, _): editor.draw(into: &grid, at: place, focused: isFocused, glyphs: glyphs, placeholder: hint)
            case .check(let check): check.draw(into: &grid, at: place, focused: isFocused, glyphs: glyphs, placeholder: hint)
            case .choice(let choice):
                choice.draw(into: &grid, at: place, focused: isFocused, glyphs: glyphs, placeholder: hint)
                if isFocused && choice.isOpen { popup = (choice, place) }
            case .note: break
            }
            drawProblem(item, top: top, layout: layout, in: rect, into: &grid)
        }
        let edge = rect.endColumn - 1
        if layout.offset > 0 { grid.put(glyphs.arrowUp, at: Point(column: edge, row: rect.row), role: .dim) }
        if layout.rows - layout.offset > rect.rows {
            grid.put(glyphs.arrowDown, at: Point(column: edge, row: rect.endRow - 1), role: .dim)
        }
        if var popup {
            if !nothingMatches.isEmpty { popup.0.nothingMatches = nothingMatches }
            popup.0.drawPopup(into: &grid, below: popup.1, glyphs: glyphs)
        }
    }

    /// The part of so many rows from a place (which may lie above the top) that is in sight.
    private static func visible(_ rect: Rect, from top: Int, rows: Int) -> Rect {
        let first = max(0, top)
        let end = min(rect.rows, top + rows)
        return end > first ? rect.rows(from: first, count: end - first) : Rect(column: 0, row: 0, columns: 0, rows: 0)
    }

    private func drawLabel(
        _ field: FormField,
        isFocused: Bool,
        row: Int,
        layout: Layout,
        in rect: Rect,
        glyphs: Glyphs,
        into grid: inout Grid
    ) {
        guard row >= rect.row, row < rect.endRow else { return }
        if field.isRequired { grid.put("*", at: Point(column: rect.column + 1, row: row), role: .required) }
        let room = layout.labelColumns - 4
        let label = TextWidth.clip(field.label, to: room, ellipsis: glyphs.ellipsis)
        grid.put(label, at: Point(column: rect.column + 2, row: row), role: isFocused ? .heading : .label, columns: room)
    }

    private func drawProblem(_ item: Placed, top: Int, layout: Layout, in rect: Rect, into grid: inout Grid) {
        for (number, line) in item.problem.enumerated() {
            let row = top + item.rows + number
            guard row >= 0, row < rect.rows else { continue }
            let place = Point(column: rect.column + layout.labelColumns, row: rect.row + row)
            let sign = number == 0 ? "! " : "  "
            grid.put(sign + line, at: place, role: .error, columns: rect.columns - layout.labelColumns)
        }
    }

    private func drawNote(_ field: FormField, _ item: Placed, top: Int, in rect: Rect, into grid: inout Grid) {
        var lines: [(String, Role)] = field.label.isEmpty ? [] : [(field.label, .heading)]
        lines += item.note.map { (String($0), .dim) }
        for (number, line) in lines.enumerated() {
            let row = top + number
            guard row >= 0, row < rect.rows else { continue }
            grid.put(line.0, at: Point(column: rect.column + 2, row: rect.row + row), role: line.1, columns: rect.columns - 2)
        }
    }

    /// The field drawn at a point of the rectangle, with the place of its value; nil where there is none.
    private func field(at point: Point, in rect: Rect) -> (index: Int, place: Rect)? {
        guard rect.contains(point) else { return nil }
        let layout = layout(in: rect)
        let row = point.row - rect.row + layout.offset
        guard let item = layout.placed.first(where: { row >= $0.top && row < $0.top + $0.rows }), fields[item.index].isFocusable
        else { return nil }
        let area = Self.visible(rect, from: item.top - layout.offset, rows: item.rows)
        let columns = rect.columns - layout.labelColumns - 1
        return (item.index, Rect(column: rect.column + layout.labelColumns, row: area.row, columns: columns, rows: area.rows))
    }

    /// Answers a click at a point; the rectangle is the one drawn into. A click on a mark changes it, on a text sets the caret.
    public mutating func click(_ point: Point, in rect: Rect) -> FormEvent {
        guard let (index, place) = field(at: point, in: rect) else { return .ignored }
        let wasFocused = fields[index].id == focusedID
        focus(fields[index].id)
        switch fields[index].kind {
        case .check(var check):
            guard place.contains(point) else { return .moved }
            check.isOn.toggle()
            fields[index].kind = .check(check)
            return .changed
        case .text(var editor, let minimum):
            editor.click(point, in: place, focused: wasFocused)
            fields[index].kind = .text(editor, minimumRows: minimum)
        case .line(var field):
            field.click(point, in: place, focused: wasFocused)
            fields[index].kind = .line(field)
        case .choice(var choice):
            if !choice.isOpen { _ = choice.handle(.down) }
            fields[index].kind = .choice(choice)
        case .note: break
        }
        return .moved
    }
}

extension TextField {
    /// Puts the caret where a click fell; the rectangle is the one drawn into.
    public mutating func click(_ point: Point, in rect: Rect, focused: Bool) {
        guard rect.contains(point) else { return }
        let widths = buffer.characters.map { isSecret ? 1 : TextWidth.columns(of: $0) }
        let caretColumn = widths[..<buffer.caret].reduce(0, +)
        let goal = point.column - rect.column + (focused ? Self.scroll(caretColumn: caretColumn, columns: rect.columns) : 0)
        var column = 0
        var index = 0
        while index < widths.count, column + widths[index] <= goal {
            column += widths[index]
            index += 1
        }
        buffer.moveCaret(to: index)
    }
}
