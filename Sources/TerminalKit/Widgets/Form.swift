/// What a form made of a key.
public enum FormEvent: Equatable, Sendable {
    /// The key means nothing here; the screen may use it.
    case ignored
    /// Focus or caret moved, or a list opened; no value changed.
    case moved
    /// A value changed.
    case changed
    /// The person wants to be done: check and save.
    case submit
    /// Esc with no list open: leave, keeping what was typed as a draft.
    case cancel
}

/// Fields with labels, in the order in which one goes through them.
///
/// A form never traps (2-screens rule 3): any field may be left; only the screen checks, on ``FormEvent/submit``, and names the
/// first problem by ``setProblem(_:at:)``. Nothing typed is dropped by moving about, hiding a field or a problem.
public struct Form: Sendable {
    /// The fields in order.
    public var fields: [FormField]
    /// What stands in an open list where nothing matches what was typed.
    public var nothingMatches = ""
    /// What is said beside a choice in which something was typed that is not offered.
    public var notOffered = ""
    /// What is said beside a field that holds more graphemes than may be sent.
    public var tooLong: @Sendable (_ count: Int, _ limit: Int) -> String = { "\($0) > \($1)" }
    /// The field that keys go to; empty when no field takes the focus.
    public private(set) var focusedID: String

    /// Makes a form with the focus on its first field.
    public init(fields: [FormField]) {
        self.fields = fields
        focusedID = fields.first(where: \.isFocusable)?.id ?? ""
    }

    var focusedIndex: Int? { fields.firstIndex { $0.id == focusedID && $0.isFocusable } }

    /// The field of a name.
    public subscript(id: String) -> FormField? { fields.first { $0.id == id } }

    /// True while the list of a choice field is open and takes Esc, Enter and Tab.
    public var isPopupOpen: Bool { focusedIndex.map { fields[$0].isOpen } ?? false }

    /// The value of a field as text (a choice's code, a mark as `true` or `false`); empty for a name that is not there.
    public func value(_ id: String) -> String { self[id]?.value ?? "" }

    /// Sets the value of a field from text; names that are not there are passed over.
    public mutating func setValue(_ value: String, for id: String) {
        guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
        fields[index].setValue(value)
    }

    /// Puts a text into a line that the first letter typed there replaces.
    public mutating func propose(_ value: String, for id: String) {
        guard let index = fields.firstIndex(where: { $0.id == id }), case .line(var field) = fields[index].kind else { return }
        field.propose(value)
        fields[index].kind = .line(field)
    }

    /// Whether what stands in a line is still only proposed.
    public func isProposal(_ id: String) -> Bool {
        guard case .line(let field) = self[id]?.kind else { return false }
        return field.isProposal
    }

    /// Puts the likeliest values of a choice first in its list, marked; what is taken stays.
    public mutating func suggest(_ codes: [String], mark: String, for id: String) {
        guard let index = fields.firstIndex(where: { $0.id == id }), case .choice(var field) = fields[index].kind else { return }
        (field.suggested, field.suggestedMark) = (codes, mark)
        fields[index].kind = .choice(field)
    }

    /// Shows or hides a field; the value stays, and a focus on it goes to the next one.
    public mutating func setHidden(_ isHidden: Bool, at id: String) {
        guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
        fields[index].isHidden = isHidden
        guard isHidden, focusedID == id else { return }
        fields[index].closePopup()
        let next = fields[index...].first(where: \.isFocusable) ?? fields[..<index].last(where: \.isFocusable)
        focusedID = next?.id ?? ""
    }

    /// Moves the focus to a field, if it can stand there.
    ///
    /// - Returns: whether that took a value in a list that was open.
    @discardableResult
    public mutating func focus(_ id: String) -> Bool {
        guard fields.contains(where: { $0.id == id && $0.isFocusable }) else { return false }
        var isChanged = false
        if let index = focusedIndex, focusedID != id, fields[index].isOpen {
            isChanged = fields[index].settle()
            tellOwn(index)
        }
        focusedID = id
        return isChanged
    }

    /// Names what is wrong beside a field and moves the focus there; what was typed stays.
    public mutating func setProblem(_ text: String, at id: String) {
        guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
        fields[index].problem = text
        focus(id)
    }

    /// Takes all problems off again, before checking anew. A list that is still open is closed, and what was chosen in it by letters or
    /// arrows taken: or it would be lost, and the list would hide what is wrong. One that was only opened chooses nothing.
    public mutating func clearProblems() {
        for index in fields.indices {
            fields[index].settle()
            tellOwn(index)
        }
    }

    /// Takes the problem of a field off that it does not have by itself.
    public mutating func clearProblem(at id: String) {
        if let index = fields.firstIndex(where: { $0.id == id }) { tellOwn(index) }
    }

    /// Takes the problem of a field off, and says what the field itself knows to be wrong, at once and not only once it is sent: that it is too
    /// long, or that what was typed is not offered.
    private mutating func tellOwn(_ index: Int) {
        let length = fields[index].excess.map { tooLong($0.count, $0.limit) }
        fields[index].problem = length ?? (fields[index].unmatched.isEmpty ? nil : notOffered)
    }

    /// The first field that holds more than may be sent; nil where none does.
    public var firstTooLong: String? { fields.first { !$0.isHidden && $0.excess != nil }?.id }

    /// Names several problems at once, each beside its field, and moves the focus to the first of these fields.
    public mutating func setProblems(_ problems: [(id: String, text: String)]) {
        for (id, text) in problems {
            if let index = fields.firstIndex(where: { $0.id == id }) { fields[index].problem = text }
        }
        if let first = fields.first(where: { field in problems.contains { $0.id == field.id } }) { focus(first.id) }
    }

    /// Answers a key.
    public mutating func handle(_ key: Key) -> FormEvent {
        if key == .control("s") || key == .function(2) { return .submit }
        guard let index = focusedIndex else {
            if key == .escape { return .cancel }
            return move(by: 1, from: -1) ? .moved : .ignored
        }
        let wasOpen = fields[index].isOpen
        if !wasOpen {
            switch key {
            case .escape: return .cancel
            case .tab: return step(1)
            case .backTab: return step(-1)
            case .up where leavesUp(index): return step(-1)
            case .down where leavesDown(index): return step(1)
            case .enter where goesOnWithEnter(index):
                return isLast(index) ? .submit : step(1)
            default: break
            }
        }
        let result = fields[index].handle(key)
        if result.isChanged { tellOwn(index) }
        // Enter takes the highlighted value and goes on, as it does from a line; Tab closed the list and goes on too.
        let hasTaken = wasOpen && !fields[index].isOpen && (key == .enter || key == .tab || key == .backTab)
        if hasTaken { move(by: key == .backTab ? -1 : 1, from: index) }
        if result.isChanged { return .changed }
        return result.isConsumed || hasTaken ? .moved : .ignored
    }

    /// Enter breaks a line in a text, and opens the list of a choice.
    private func goesOnWithEnter(_ index: Int) -> Bool {
        switch fields[index].kind {
        case .text, .choice: false
        case .line, .check, .note: true
        }
    }

    private func leavesUp(_ index: Int) -> Bool {
        if case .text(let editor, _) = fields[index].kind { return editor.isOnFirstLine }
        return true
    }

    private func leavesDown(_ index: Int) -> Bool {
        switch fields[index].kind {
        case .text(let editor, _): editor.isOnLastLine
        // Down opens the list.
        case .choice: false
        default: true
        }
    }

    private func isLast(_ index: Int) -> Bool { fields[(index + 1)...].contains(where: \.isFocusable) == false }

    private mutating func step(_ direction: Int) -> FormEvent {
        move(by: direction, from: focusedIndex ?? -1)
        return .moved
    }

    /// Moves the focus to the next field in a direction; around the ends, so that Tab always leads somewhere.
    @discardableResult
    private mutating func move(by direction: Int, from start: Int) -> Bool {
        var index = start
        for _ in fields.indices {
            index = (index + direction + fields.count) % fields.count
            if fields[index].isFocusable {
                if let old = focusedIndex, old != index { fields[old].closePopup() }
                focusedID = fields[index].id
                return true
            }
        }
        return false
    }
}

extension Form {
    /// Where a field stands within the form, in rows from the form's own top.
    private struct Placed {
        var index: Int
        var top: Int
        var rows: Int
        var problem: [Substring]
        var note: [Substring]
        /// Whether the problem stands before the value, beside the label: below an empty text of many rows nobody would see it.
        var isProblemFirst = false
        var height: Int { rows + problem.count }
        /// Where the value begins, in rows from the form's own top.
        var valueTop: Int { top + (isProblemFirst ? problem.count : 0) }
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

    /// Whether a note is about the field above it, and stands where that does; one without a heading before all fields is about the form.
    private func isBesideFields(_ index: Int) -> Bool {
        fields[index].label.isEmpty && fields[..<index].contains(where: \.isFocusable)
    }

    /// Fields are so wide at most: nobody reads longer lines, and what opens a list stays beside its value.
    static let widestField = 110

    /// The columns of a field in a form of so many; none where labels have them all.
    private func fieldColumns(in columns: Int) -> Int { min(Form.widestField, columns - labelColumns(in: columns) - 1) }

    private func layout(in rect: Rect) -> Layout {
        let labelColumns = labelColumns(in: rect.columns)
        let fieldColumns = max(1, fieldColumns(in: rect.columns))
        var placed: [Placed] = []
        var top = 0
        for (index, field) in fields.enumerated() where !field.isHidden {
            var item = Placed(index: index, top: top, rows: 1, problem: [], note: [])
            switch field.kind {
            case .text(let editor, let minimum):
                let most = max(minimum, rect.rows / 2)
                item.rows = min(max(minimum, editor.lineCount(columns: fieldColumns)), most)
            case .note(let text):
                let width = isBesideFields(index) ? fieldColumns : rect.columns - 3
                item.note = text.isEmpty ? [] : TextWidth.wrap(text, to: max(1, width))
                item.rows = item.note.count + (field.label.isEmpty ? 0 : 1)
            default: break
            }
            if let problem = field.problem {
                item.problem = TextWidth.wrap(problem, to: max(1, fieldColumns - 2))
                if case .text(let editor, _) = field.kind { item.isProblemFirst = editor.text.isEmpty }
            }
            top += item.height
            placed.append(item)
        }
        // Texts take the room that nothing else needs, in equal shares.
        let texts = placed.indices.filter { if case .text = fields[placed[$0].index].kind { true } else { false } }
        var spare = rect.rows - top
        if spare > 0, !texts.isEmpty {
            // A row that cannot be shared goes to what must be filled in.
            let ordered = texts.filter { fields[placed[$0].index].isRequired } + texts.filter { !fields[placed[$0].index].isRequired }
            for (order, index) in ordered.enumerated() {
                let share = (spare + ordered.count - order - 1) / (ordered.count - order)
                placed[index].rows += share
                spare -= share
            }
            top = 0
            for index in placed.indices {
                placed[index].top = top
                top += placed[index].height
            }
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
        let width = max(1, fieldColumns(in: columns))
        for item in layout(in: Rect(column: 0, row: 0, columns: columns, rows: rows)).placed {
            guard case .text(var editor, let minimum) = fields[item.index].kind else { continue }
            let visible = max(1, item.rows)
            guard editor.wrapColumns != width || editor.visibleRows != visible else { continue }
            editor.wrapColumns = width
            editor.visibleRows = visible
            fields[item.index].kind = .text(editor, minimumRows: minimum)
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
            let valueTop = item.valueTop - layout.offset
            let area = Self.visible(rect, from: valueTop, rows: item.rows)
            if area.isEmpty {
                drawProblem(item, top: top, layout: layout, in: rect, into: &grid)
                continue
            }
            if case .note = field.kind {
                let column = isBesideFields(item.index) ? layout.labelColumns : 2
                drawNote(field, item, top: top, column: column, in: rect, into: &grid)
                continue
            }
            let isFocused = field.id == focusedID
            drawLabel(field, isFocused: isFocused, row: rect.row + top, layout: layout, in: rect, glyphs: glyphs, into: &grid)
            let place = Rect(
                column: rect.column + layout.labelColumns,
                row: area.row,
                columns: fieldColumns(in: rect.columns),
                rows: area.rows
            )
            let hint = field.hint ?? ""
            switch field.kind {
            case .line(let line): line.draw(into: &grid, at: place, focused: isFocused, glyphs: glyphs, placeholder: hint)
            case .text(let editor, _):
                editor.draw(into: &grid, at: place, focused: isFocused, glyphs: glyphs, placeholder: hint)
                // Fields stand row on row: how far down this one goes is seen beside it.
                for row in max(place.row, rect.row + valueTop + 1)..<max(place.endRow, rect.row + valueTop + 1) {
                    grid.put(glyphs.vertical, at: Point(column: place.column - 2, row: row), role: .dim)
                }
            case .check(let check): check.draw(into: &grid, at: place, focused: isFocused, glyphs: glyphs, placeholder: hint)
            case .choice(let choice):
                choice.draw(into: &grid, at: place, focused: isFocused, glyphs: glyphs, placeholder: hint)
                if isFocused && choice.isOpen { popup = (choice, place) }
            case .note: break
            }
            drawProblem(item, top: top, layout: layout, in: rect, into: &grid)
        }
        // Before the labels, since behind the fields the same sign means a list.
        if layout.offset > 0 { grid.put(glyphs.arrowUp, at: rect.origin, role: .dim) }
        if layout.rows - layout.offset > rect.rows {
            grid.put(glyphs.arrowDown, at: Point(column: rect.column, row: rect.endRow - 1), role: .dim)
        }
        if var popup {
            if popup.0.nothingMatches.isEmpty { popup.0.nothingMatches = nothingMatches }
            popup.0.drawPopup(into: &grid, below: popup.1, within: rect, glyphs: glyphs)
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
            let row = top + (item.isProblemFirst ? 0 : item.rows) + number
            guard row >= 0, row < rect.rows else { continue }
            let place = Point(column: rect.column + layout.labelColumns, row: rect.row + row)
            let sign = number == 0 ? "! " : "  "
            grid.put(sign + line, at: place, role: .error, columns: rect.columns - layout.labelColumns)
        }
    }

    private func drawNote(_ field: FormField, _ item: Placed, top: Int, column: Int, in rect: Rect, into grid: inout Grid) {
        var lines: [(String, Role)] = field.label.isEmpty ? [] : [(field.label, .heading)]
        lines += item.note.map { (String($0), .dim) }
        for (number, line) in lines.enumerated() {
            let row = top + number
            guard row >= 0, row < rect.rows else { continue }
            grid.put(line.0, at: Point(column: rect.column + column, row: rect.row + row), role: line.1, columns: rect.columns - column)
        }
    }

    /// The field drawn at a point of the rectangle, with the place of its value; nil where there is none.
    private func field(at point: Point, in rect: Rect) -> (index: Int, place: Rect)? {
        guard rect.contains(point) else { return nil }
        let layout = layout(in: rect)
        let row = point.row - rect.row + layout.offset
        guard let item = layout.placed.first(where: { row >= $0.top && row < $0.top + $0.rows }), fields[item.index].isFocusable
        else { return nil }
        let area = Self.visible(rect, from: item.valueTop - layout.offset, rows: item.rows)
        let columns = fieldColumns(in: rect.columns)
        return (item.index, Rect(column: rect.column + layout.labelColumns, row: area.row, columns: columns, rows: area.rows))
    }

    /// Answers a click at a point; the rectangle is the one drawn into. A click on a mark changes it, on a text sets the caret.
    public mutating func click(_ point: Point, in rect: Rect) -> FormEvent {
        guard let (index, place) = field(at: point, in: rect) else { return .ignored }
        let wasFocused = fields[index].id == focusedID
        let isChanged = focus(fields[index].id)
        switch fields[index].kind {
        case .check(var check):
            guard place.contains(point) else { return isChanged ? .changed : .moved }
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
        return isChanged ? .changed : .moved
    }
}

/// What has been typed into a form and where one was, as it is kept for a draft.
public struct FormSnapshot: Codable, Equatable, Sendable {
    /// Values by the names of the fields, hidden ones too; secrets are left out.
    public var values: [String: String]
    /// The field that had the focus.
    public var focusedID: String
    /// Graphemes before the caret by field, for those that have one.
    public var carets: [String: Int]
    /// What was typed into choices and not taken; nil where there is none.
    public var untaken: [String: String]?

    public init(values: [String: String], focusedID: String, carets: [String: Int], untaken: [String: String] = [:]) {
        self.values = values
        self.focusedID = focusedID
        self.carets = carets
        self.untaken = untaken.isEmpty ? nil : untaken
    }
}

extension Form {
    /// What has been typed so far (2-screens rule 1); passcodes are never in it.
    public var snapshot: FormSnapshot {
        var values: [String: String] = [:]
        var carets: [String: Int] = [:]
        for field in fields where !field.isSecret {
            switch field.kind {
            case .line, .text:
                values[field.id] = field.value
                carets[field.id] = field.caret
            case .choice, .check:
                values[field.id] = field.value
            case .note: break
            }
        }
        let untaken = fields.compactMap { field -> (String, String)? in
            guard case .choice(let choice) = field.kind, !choice.untaken.isEmpty else { return nil }
            return (field.id, choice.untaken)
        }
        return FormSnapshot(
            values: values,
            focusedID: focusedID,
            carets: carets,
            untaken: Dictionary(untaken, uniquingKeysWith: { first, _ in first })
        )
    }

    /// Puts a draft back, with the focus and carets where they were; fields that the draft does not know stay as they are.
    public mutating func restore(_ snapshot: FormSnapshot) {
        for index in fields.indices where !fields[index].isSecret {
            let id = fields[index].id
            if let value = snapshot.values[id] { fields[index].setValue(value) }
            if let caret = snapshot.carets[id] { fields[index].caret = caret }
            if let text = snapshot.untaken?[id], case .choice(var choice) = fields[index].kind {
                choice.restore(untaken: text, isFocused: id == snapshot.focusedID)
                fields[index].kind = .choice(choice)
            }
            tellOwn(index)
        }
        focus(snapshot.focusedID)
    }
}
