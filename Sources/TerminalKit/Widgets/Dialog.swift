/// How a question was answered so far.
public enum DialogAnswer: Equatable, Sendable {
    /// Not yet.
    case pending
    /// No: nothing is done.
    case cancelled
    /// Yes, with what was typed into its field; empty when it has none.
    case confirmed(String)
}

/// A question over the screen before something weighty is done (2-screens rule 4), or a note that takes all keys until it is closed.
///
/// Cancel is the default. The key that opened the question never confirms it, however often it repeats. What was typed before
/// the question appeared must not answer it: the program throws that away (``CursesTerminal/flushInput()``) as it opens one.
/// Letters answer no question, so that nothing typed from habit does: an arrow leads to a button, and Space or Enter presses it.
public struct Dialog: Sendable {
    /// What it is about.
    public var title: String
    /// The question and what will come of it; wrapped.
    public var text: String
    /// Word on the button that does it; empty where there is nothing to decide and one button closes.
    public var confirmLabel: String
    /// Word on the button that does not.
    public var cancelLabel: String
    /// The key that opened it.
    public var openedBy: Key
    /// A field to fill in, such as a passcode or a reason; nil for a plain question.
    public var field: TextField?
    /// Label of the field.
    public var fieldLabel: String
    /// Which keys answer, in words; on the last line of the box.
    public var hint = ""
    /// Which keys answer while one types in its field; on the buttons, which name what they do already.
    public var fieldKeys: (confirm: String, cancel: String) = ("", "")
    /// What is said where the answer is confirmed with nothing in its field.
    public var nothingTyped = ""
    /// What was wrong with the last answer, such as a wrong passcode.
    public var problem: String?
    private var focus: Focus
    private var hasOtherKey = false

    private enum Focus: Equatable {
        case field
        case confirm
        case cancel
    }

    /// Asks a question; with a field the answer is what is typed there, and an empty one is not taken.
    public init(
        title: String,
        text: String,
        confirmLabel: String,
        cancelLabel: String,
        openedBy: Key,
        field: TextField? = nil,
        fieldLabel: String = ""
    ) {
        self.title = title
        self.text = text
        self.confirmLabel = confirmLabel
        self.cancelLabel = cancelLabel
        self.openedBy = openedBy
        self.field = field
        self.fieldLabel = fieldLabel
        focus = field == nil ? .cancel : .field
    }

    /// Whether there is nothing to decide: a note, which Esc or Enter closes and which swallows every other key.
    public var isNote: Bool { confirmLabel.isEmpty && field == nil }

    /// Answers a key. Tab and arrows choose, Enter or Space presses the chosen button, Esc cancels.
    public mutating func handle(_ key: Key) -> DialogAnswer {
        if key == .escape { return .cancelled }
        if isNote {
            // Enter closes it, also where Enter opened it. That a key typed before, or held down, does not is seen to by whoever knows the time.
            return key == .enter ? .cancelled : .pending
        }
        // A held key repeats: on a plain question it is passed over until another one comes. In a field it is text.
        if key == openedBy, !hasOtherKey, field == nil { return .pending }
        hasOtherKey = true
        if focus == .field, field != nil, key != .tab, key != .backTab, key != .down {
            if key == .enter { return confirm(key) }
            problem = nil
            _ = field?.handle(key)
            return .pending
        }
        switch key {
        case .tab, .right, .down: move(1)
        case .backTab, .left, .up: move(-1)
        case .enter, .character(" "): return focus == .cancel ? .cancelled : confirm(key)
        default: break
        }
        return .pending
    }

    private mutating func confirm(_ key: Key) -> DialogAnswer {
        // What was typed into the field is a deliberate answer; on the bare button the opening key does not count.
        guard let field else { return key == openedBy ? .pending : .confirmed("") }
        if !field.isEmpty { return .confirmed(field.text) }
        if !nothingTyped.isEmpty { problem = nothingTyped }
        return .pending
    }

    private var buttons: [(label: String, target: Focus)] {
        func named(_ label: String, _ key: String) -> String { focus != .field || key.isEmpty ? label : label + key }
        return [(confirmLabel, fieldKeys.confirm, Focus.confirm), (cancelLabel, fieldKeys.cancel, Focus.cancel)]
            .filter { !$0.0.isEmpty }.map { (label: named($0.0, $0.1), target: $0.2) }
    }

    private mutating func move(_ direction: Int) {
        let order = (field == nil ? [] : [Focus.field]) + buttons.map(\.target)
        let index = order.firstIndex(of: focus) ?? 0
        focus = order[(index + direction + order.count) % order.count]
    }

    /// Says what was wrong and empties a secret field for another try.
    public mutating func refuse(_ problem: String) {
        self.problem = problem
        if field?.isSecret == true { field?.text = "" }
        focus = field == nil ? .cancel : .field
    }

    /// Where the question is drawn on a screen and what its text is broken into.
    private func layout(in rect: Rect) -> (box: Rect, lines: [Substring], problem: [Substring]) {
        let buttons = [confirmLabel, cancelLabel, fieldKeys.confirm, fieldKeys.cancel].reduce(14) { $0 + TextWidth.columns(of: $1) }
        let widest = text.split(separator: "\n").map { TextWidth.columns(of: $0) }.max() ?? 0
        let wanted = max(40, buttons, TextWidth.columns(of: title) + 6, TextWidth.columns(of: hint) + 6, min(widest + 6, 64))
        let columns = min(wanted, rect.columns)
        let lines = TextWidth.wrap(text, to: max(1, columns - 6))
        let problemLines = problem.map { TextWidth.wrap("! " + $0, to: max(1, columns - 6)) } ?? []
        let rows = lines.count + problemLines.count + 6 + (field == nil ? 0 : 2)
        return (rect.centered(columns: columns, rows: rows), lines, problemLines)
    }

    /// Draws the question in the middle of a rectangle.
    public func draw(into grid: inout Grid, in rect: Rect, glyphs: Glyphs) {
        let (box, lines, problemLines) = layout(in: rect)
        guard !box.isEmpty else { return }
        grid.caret = nil
        grid.fill(box, role: .dialog)
        grid.frame(box, title: title, glyphs: glyphs)
        let inner = box.inset(columns: 3, rows: 1)
        var row = inner.row
        func put(_ text: String, role: Role) {
            if row < inner.endRow { grid.put(text, at: Point(column: inner.column, row: row), role: role, columns: inner.columns) }
            row += 1
        }
        row += 1
        for line in lines { put(String(line), role: .dialog) }
        if let field {
            row += 1
            let label = TextWidth.clip(fieldLabel, to: max(0, inner.columns / 2), ellipsis: glyphs.ellipsis)
            let width = label.isEmpty ? 0 : TextWidth.columns(of: label) + 1
            if row < inner.endRow {
                grid.put(label, at: Point(column: inner.column, row: row), role: .dialog)
                let place = Rect(column: inner.column + width, row: row, columns: inner.columns - width, rows: 1)
                field.draw(into: &grid, at: place, focused: focus == .field, glyphs: glyphs)
            }
            row += 1
        }
        for line in problemLines { put(String(line), role: .error) }
        // The buttons keep their row even when the text has none left.
        let buttons = max(inner.row, inner.endRow - 2)
        drawButtons(row: buttons, in: inner, into: &grid, glyphs: glyphs)
        if buttons + 1 < inner.endRow {
            let shown = TextWidth.clip(hint, to: inner.columns, ellipsis: glyphs.ellipsis)
            grid.put(shown, at: Point(column: inner.column, row: buttons + 1), role: .dialog, columns: inner.columns)
        }
    }

    private func drawButtons(row: Int, in inner: Rect, into grid: inout Grid, glyphs: Glyphs) {
        var column = inner.column
        for (label, target) in buttons {
            let isFocused = focus == target
            // A sign beside the colour: the chosen button also has the mark.
            let text = (isFocused ? glyphs.selected : " ") + "[ " + label + " ]"
            if isFocused { grid.caret = Point(column: min(column, inner.endColumn - 1), row: row) }
            let place = Point(column: column, row: row)
            column += grid.put(text, at: place, role: isFocused ? .buttonFocused : .button, columns: inner.endColumn - column) + 2
        }
    }

    /// Answers a click on one of its buttons; the rectangle is the one drawn into.
    public mutating func click(_ point: Point, in rect: Rect) -> DialogAnswer {
        let inner = layout(in: rect).box.inset(columns: 3, rows: 1)
        guard point.row == max(inner.row, inner.endRow - 2) else { return .pending }
        hasOtherKey = true
        var column = inner.column
        for (label, target) in buttons {
            let end = column + TextWidth.columns(of: label) + 5
            if point.column >= column, point.column < end {
                return target == .cancel ? .cancelled : confirm(.mouse(MouseEvent(kind: .press, point: point)))
            }
            column = end + 2
        }
        return .pending
    }
}
