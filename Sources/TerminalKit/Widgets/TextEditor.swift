/// A field of many lines with soft wrap.
public struct TextEditor: Equatable, Sendable {
    /// Columns that lines wrap at, as drawn last; Up and Down go by these lines. ``Form/fit(columns:rows:)`` sets it.
    public var wrapColumns: Int
    /// Rows that are in sight, as drawn last; PageUp and PageDown go by them.
    public var visibleRows: Int
    var buffer: EditBuffer
    /// The column that Up and Down aim at, kept while they pass shorter lines.
    private var goalColumn: Int?

    /// Makes an editor with the caret behind its text; the limit, of what may be sent, is in graphemes, and nothing is cut.
    public init(_ text: String = "", limit: Int = 1_000_000, wrapColumns: Int = 60) {
        buffer = EditBuffer(EditBuffer.cleaned(text, isMultiline: true), limit: limit)
        self.wrapColumns = wrapColumns
        visibleRows = 5
    }

    /// The text with line feeds; setting it forgets what could be undone.
    public var text: String {
        get { buffer.text }
        set { buffer.reset(EditBuffer.cleaned(newValue, isMultiline: true)) }
    }

    /// Graphemes before the caret; set to the nearest place there is.
    public var caret: Int {
        get { buffer.caret }
        set { buffer.moveCaret(to: newValue) }
    }

    /// True when nothing stands in it.
    public var isEmpty: Bool { buffer.count == 0 }
    /// Whether it holds more than may be sent.
    public var isTooLong: Bool { buffer.isTooLong }
    /// Goes up with every change of the text.
    public var revision: Int { buffer.revision }

    /// Edits by a key; false when the key means nothing to an editor.
    public mutating func handle(_ key: Key) -> Bool {
        if moveByLines(key) { return true }
        goalColumn = nil
        switch key {
        case .character(let character):
            let text = EditBuffer.cleaned(String(character), isMultiline: true)
            if !text.isEmpty { buffer.insert(text, isTyping: true) }
        case .enter: buffer.insert("\n", isTyping: true)
        case .paste(let text):
            buffer.insert(EditBuffer.cleaned(text, isMultiline: true), isTyping: false)
        case .controlHome: buffer.moveCaret(to: 0)
        case .controlEnd: buffer.moveCaret(to: buffer.count)
        default: return buffer.handleCommon(key)
        }
        return true
    }

    /// Moves by the lines on the screen.
    private mutating func moveByLines(_ key: Key) -> Bool {
        let distance: Int
        switch key {
        case .up: distance = -1
        case .down: distance = 1
        case .pageUp: distance = -max(1, visibleRows - 1)
        case .pageDown: distance = max(1, visibleRows - 1)
        case .home, .end:
            goalColumn = nil
            let lines = screenLines(columns: wrapColumns)
            let line = lines[Self.line(of: caret, in: lines)]
            // Behind the last grapheme of a soft line is the start of the next one, so End stops before it.
            buffer.moveCaret(to: key == .home ? line.start : (line.isSoft ? max(line.start, line.end - 1) : line.end))
            return true
        default: return false
        }
        let lines = screenLines(columns: wrapColumns)
        let current = Self.line(of: caret, in: lines)
        let goal = goalColumn ?? column(of: caret, in: lines[current])
        let target = min(max(0, current + distance), lines.count - 1)
        if target == current {
            buffer.moveCaret(to: distance < 0 ? lines[current].start : lines[current].end)
        } else {
            buffer.moveCaret(to: position(at: goal, in: lines[target]))
        }
        goalColumn = goal
        return true
    }

    /// True when the caret stands on the first line of the screen.
    public var isOnFirstLine: Bool { Self.line(of: caret, in: screenLines(columns: wrapColumns)) == 0 }

    /// True when the caret stands on the last line of the screen.
    public var isOnLastLine: Bool {
        let lines = screenLines(columns: wrapColumns)
        return Self.line(of: caret, in: lines) == lines.count - 1
    }

    /// The lines that the text takes at a width, at least one.
    public func lineCount(columns: Int) -> Int { screenLines(columns: columns).count }

    private func screenLines(columns: Int) -> [TextWidth.Line] {
        // One column stays free for the caret behind a full line.
        TextWidth.wrapLines(buffer.characters, to: max(1, columns - 1))
    }

    private static func line(of position: Int, in lines: [TextWidth.Line]) -> Int {
        var low = 0
        var high = lines.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lines[middle].start <= position { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private func column(of position: Int, in line: TextWidth.Line) -> Int {
        buffer.characters[line.start..<min(max(position, line.start), line.end)].reduce(0) { $0 + TextWidth.columns(of: $1) }
    }

    private func position(at goal: Int, in line: TextWidth.Line) -> Int {
        var column = 0
        var index = line.start
        let last = line.isSoft ? line.end - 1 : line.end
        while index < last {
            column += TextWidth.columns(of: buffer.characters[index])
            if column > goal { break }
            index += 1
        }
        return index
    }

    /// Draws the text into a rectangle, scrolled so that the caret is in sight, with the real cursor at the caret when focused.
    public func draw(into grid: inout Grid, at rect: Rect, focused: Bool, glyphs: Glyphs, placeholder: String = "") {
        guard !rect.isEmpty else { return }
        let role: Role = focused ? .fieldFocused : .field
        grid.fill(rect, role: role)
        if buffer.count == 0 {
            let hint = TextWidth.clip(placeholder, to: rect.columns - 1, ellipsis: glyphs.ellipsis)
            grid.put(hint, at: Point(column: rect.column + 1, row: rect.row), role: focused ? .hintFocused : .hint)
        }
        let lines = screenLines(columns: rect.columns)
        let caretLine = Self.line(of: caret, in: lines)
        let top = focused ? TextField.scroll(caretColumn: caretLine, columns: rect.rows) : 0
        for row in 0..<min(rect.rows, lines.count - top) {
            let line = lines[top + row]
            let text = String(buffer.characters[line.start..<line.end])
            grid.put(text, at: Point(column: rect.column, row: rect.row + row), role: role, columns: rect.columns)
        }
        let edge = rect.endColumn - 1
        if top > 0 { grid.put(glyphs.arrowUp, at: Point(column: edge, row: rect.row), role: .dim) }
        if lines.count - top > rect.rows { grid.put(glyphs.arrowDown, at: Point(column: edge, row: rect.endRow - 1), role: .dim) }
        if focused {
            let column = min(self.column(of: caret, in: lines[caretLine]), rect.columns - 1)
            grid.caret = Point(column: rect.column + column, row: rect.row + caretLine - top)
        }
    }

    /// Puts the caret where a click fell; the rectangle is the one drawn into.
    public mutating func click(_ point: Point, in rect: Rect, focused: Bool) {
        guard rect.contains(point) else { return }
        let lines = screenLines(columns: rect.columns)
        let caretLine = Self.line(of: caret, in: lines)
        let top = focused ? TextField.scroll(caretColumn: caretLine, columns: rect.rows) : 0
        let line = lines[min(lines.count - 1, top + point.row - rect.row)]
        goalColumn = nil
        buffer.moveCaret(to: position(at: point.column - rect.column, in: line))
    }
}
