/// A field of one line.
public struct TextField: Equatable, Sendable {
    /// Whether the text is shown by dots only, as for a passcode.
    public let isSecret: Bool
    /// Whether the text is a proposal that the first letter typed replaces; an arrow or another editing key takes it over instead.
    public private(set) var isProposal = false
    var buffer: EditBuffer

    /// Makes a field with the caret behind its text.
    ///
    /// - Parameters:
    ///   - text: What stands in it; line ends become blanks.
    ///   - isSecret: Show a dot for each grapheme.
    ///   - limit: How many graphemes may be sent (by default 1,000); nothing is cut, and ``isTooLong`` tells.
    public init(_ text: String = "", isSecret: Bool = false, limit: Int? = nil) {
        self.isSecret = isSecret
        buffer = EditBuffer(EditBuffer.cleaned(text, isMultiline: false), limit: limit ?? 1_000)
    }

    /// The text; setting it forgets what could be undone.
    public var text: String {
        get { buffer.text }
        set {
            buffer.reset(EditBuffer.cleaned(newValue, isMultiline: false))
            isProposal = false
        }
    }

    /// Puts a text there that the first letter typed replaces, as whoever writes elsewhere than usual expects.
    public mutating func propose(_ text: String) {
        self.text = text
        caret = .max
        isProposal = !isEmpty
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

    /// Edits by a key; false when the key means nothing to a field.
    public mutating func handle(_ key: Key) -> Bool {
        if isProposal {
            switch key {
            case .character, .paste: buffer.remove(0..<buffer.count)
            case .backspace, .delete:
                buffer.remove(0..<buffer.count)
                isProposal = false
                return true
            default: break
            }
        }
        let isConsumed = edit(key)
        if isConsumed { isProposal = false }
        return isConsumed
    }

    private mutating func edit(_ key: Key) -> Bool {
        switch key {
        case .character(let character):
            let text = EditBuffer.cleaned(String(character), isMultiline: false)
            if !text.isEmpty { buffer.insert(text, isTyping: true) }
            return true
        case .paste(let text):
            buffer.insert(EditBuffer.cleaned(text, isMultiline: false), isTyping: false)
            return true
        case .home:
            buffer.moveCaret(to: 0)
            return true
        case .end:
            buffer.moveCaret(to: buffer.count)
            return true
        default:
            return buffer.handleCommon(key)
        }
    }

    /// Draws the field into the first row of a rectangle, scrolled sideways so that the caret is in sight.
    ///
    /// When focused the real cursor is put at the caret. A placeholder shows while the field is empty.
    public func draw(into grid: inout Grid, at rect: Rect, focused: Bool, glyphs: Glyphs, placeholder: String = "") {
        guard !rect.isEmpty else { return }
        let role: Role = focused ? .fieldFocused : .field
        grid.fill(Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1), role: role)
        if buffer.count == 0 {
            let hint = TextWidth.clip(placeholder, to: rect.columns - 1, ellipsis: glyphs.ellipsis)
            grid.put(hint, at: Point(column: rect.column + 1, row: rect.row), role: focused ? .hintFocused : .hint)
            if focused { grid.caret = rect.origin }
            return
        }
        let widths = buffer.characters.map { isSecret ? 1 : TextWidth.columns(of: $0) }
        let caretColumn = widths[..<buffer.caret].reduce(0, +)
        var offset = Self.scroll(caretColumn: caretColumn, columns: rect.columns)
        if !focused { offset = 0 }
        var column = 0
        var shown = ""
        var firstColumn: Int?
        var first = 0
        for (index, width) in widths.enumerated() {
            if column >= offset {
                if firstColumn == nil {
                    firstColumn = column
                    first = index
                }
                if column + width - offset > rect.columns { break }
                shown += isSecret ? glyphs.secret : String(buffer.characters[index])
            }
            column += width
        }
        let start = rect.column + (firstColumn ?? offset) - offset
        let shownRole: Role = isProposal && focused ? .selected : role
        grid.put(shown, at: Point(column: start, row: rect.row), role: shownRole, columns: rect.endColumn - start)
        if first > 0 { grid.put(glyphs.arrowLeft, at: rect.origin, role: .dim) }
        if focused { grid.caret = Point(column: min(rect.column + caretColumn - offset, rect.endColumn - 1), row: rect.row) }
    }

    /// The first column shown, a function of the caret alone: by half the width at a time, so that text stands still while the
    /// caret moves within it.
    static func scroll(caretColumn: Int, columns: Int) -> Int {
        guard caretColumn >= columns else { return 0 }
        let step = max(1, columns / 2)
        return ((caretColumn - columns) / step + 1) * step
    }

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
