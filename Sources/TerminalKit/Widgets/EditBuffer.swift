/// Text under edit, by graphemes, with undo: what the one-line field and the many-line editor share.
struct EditBuffer: Equatable, Sendable {
    /// The text, one grapheme each.
    private(set) var characters: [Character]
    /// Graphemes before the caret.
    private(set) var caret: Int
    /// How many graphemes may be sent. More can stand here: what was typed or pasted is shortened by whoever wrote it, never by the program.
    var limit: Int
    /// Goes up with every change of the text.
    private(set) var revision = 0

    private var undoSteps: [Step] = []
    private var redoSteps: [Step] = []
    private var mayCoalesce = false

    /// One change: at `start`, `old` became `new`.
    private struct Step: Equatable, Sendable {
        var start: Int
        var old: [Character]
        var new: [Character]
        var caretBefore: Int
        var caretAfter: Int
        var isTyping: Bool
    }

    /// Steps kept for undo; older ones are forgotten so that a long day at one form stays small.
    private static let undoLimit = 500

    init(_ text: String, limit: Int) {
        characters = Array(text)
        caret = characters.count
        self.limit = limit
    }

    static func == (left: EditBuffer, right: EditBuffer) -> Bool {
        left.characters == right.characters && left.caret == right.caret && left.limit == right.limit
    }

    var text: String { String(characters) }
    var count: Int { characters.count }
    var isTooLong: Bool { characters.count > limit }

    /// Replaces all without a way back, as when a draft is restored.
    mutating func reset(_ text: String) {
        characters = Array(text)
        caret = min(caret, characters.count)
        undoSteps = []
        redoSteps = []
        mayCoalesce = false
        revision += 1
    }

    /// Puts the caret between two graphemes, the nearest there are.
    mutating func moveCaret(to position: Int) {
        let bounded = min(max(0, position), characters.count)
        if bounded != caret { mayCoalesce = false }
        caret = bounded
    }

    /// Inserts at the caret as one edit.
    mutating func insert(_ text: String, isTyping: Bool) {
        let added = Array(text)
        guard !added.isEmpty else { return }
        replace(caret..<caret, with: added, isTyping: isTyping)
    }

    /// Removes graphemes as one edit.
    mutating func remove(_ range: Range<Int>) {
        let bounded = range.clamped(to: 0..<characters.count)
        guard !bounded.isEmpty else { return }
        replace(bounded, with: [], isTyping: false)
    }

    mutating func undo() {
        guard let step = undoSteps.popLast() else { return }
        characters.replaceSubrange(step.start..<(step.start + step.new.count), with: step.old)
        caret = step.caretBefore
        redoSteps.append(step)
        mayCoalesce = false
        revision += 1
    }

    mutating func redo() {
        guard let step = redoSteps.popLast() else { return }
        characters.replaceSubrange(step.start..<(step.start + step.old.count), with: step.new)
        caret = step.caretAfter
        undoSteps.append(step)
        mayCoalesce = false
        revision += 1
    }

    /// The one place where text changes.
    ///
    /// Neighbours may join into one grapheme across the seams (a combining mark, half a flag), so where they are not plain the
    /// graphemes around the change are made anew. Where a grapheme begins depends only on what stands before it (UAX #29), so one
    /// grapheme to the left is enough; to the right it goes on to the first that never joins.
    private mutating func replace(_ range: Range<Int>, with new: [Character], isTyping: Bool) {
        var start = range.lowerBound
        var end = range.upperBound
        var inserted = new
        var caretAfter = start + new.count
        let seams: [Character?] = [
            start > 0 ? characters[start - 1] : nil, new.first, new.last, end < characters.count ? characters[end] : nil,
        ]
        if !seams.allSatisfy({ $0.map(Self.isPlain) ?? true }) {
            start = max(0, start - 1)
            while end < characters.count {
                end += 1
                if Self.isPlain(characters[end - 1]) { break }
            }
            let before = String(characters[start..<range.lowerBound]) + String(new)
            let whole = before + String(characters[range.upperBound..<end])
            inserted = Array(whole)
            caretAfter = start + Self.graphemes(in: whole, through: before.unicodeScalars.count)
        }
        let step = trimmed(
            Step(
                start: start,
                old: Array(characters[start..<end]),
                new: inserted,
                caretBefore: caret,
                caretAfter: caretAfter,
                isTyping: isTyping
            )
        )
        characters.replaceSubrange(start..<end, with: inserted)
        caret = caretAfter
        revision += 1
        redoSteps = []
        record(step)
    }

    /// Leaves out what a step did not change, so that undo keeps little.
    private func trimmed(_ step: Step) -> Step {
        var head = 0
        let shorter = min(step.old.count, step.new.count)
        while head < shorter, step.old[head] == step.new[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, step.old[step.old.count - 1 - tail] == step.new[step.new.count - 1 - tail] { tail += 1 }
        var result = step
        result.start += head
        result.old = Array(step.old[head..<(step.old.count - tail)])
        result.new = Array(step.new[head..<(step.new.count - tail)])
        return result
    }

    /// Keeps a step for undo; a run of typing up to the end of a word is one step.
    private mutating func record(_ step: Step) {
        let startsWord = step.new.first.map { $0 == " " || $0 == "\n" } ?? false
        if step.isTyping, mayCoalesce, !startsWord, step.old.isEmpty, let last = undoSteps.last, last.isTyping,
            last.start + last.new.count == step.start
        {
            undoSteps[undoSteps.count - 1].new += step.new
            undoSteps[undoSteps.count - 1].caretAfter = step.caretAfter
        } else {
            undoSteps.append(step)
            if undoSteps.count > Self.undoLimit { undoSteps.removeFirst(undoSteps.count - Self.undoLimit) }
        }
        mayCoalesce = step.isTyping
    }

    /// A grapheme of one scalar that never joins another such.
    private static func isPlain(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        guard let value = scalars.first?.value, scalars.index(after: scalars.startIndex) == scalars.endIndex else { return false }
        return TextWidth.isPlain(value)
    }

    /// How many graphemes of a text begin within its first scalars.
    private static func graphemes(in text: String, through scalarCount: Int) -> Int {
        var scalars = 0
        var count = 0
        for character in text {
            if scalars >= scalarCount { break }
            scalars += character.unicodeScalars.count
            count += 1
        }
        return count
    }
}

extension EditBuffer {
    /// Where the word before a position begins.
    func wordStart(before position: Int) -> Int {
        var index = position
        while index > 0, !Self.isWord(characters[index - 1]) { index -= 1 }
        while index > 0, Self.isWord(characters[index - 1]) { index -= 1 }
        return index
    }

    /// Where the word after a position ends.
    func wordEnd(after position: Int) -> Int {
        var index = position
        while index < characters.count, !Self.isWord(characters[index]) { index += 1 }
        while index < characters.count, Self.isWord(characters[index]) { index += 1 }
        return index
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }

    /// Start of the line (between line feeds) that a position is in.
    func lineStart(at position: Int) -> Int {
        var index = position
        while index > 0, characters[index - 1] != "\n" { index -= 1 }
        return index
    }

    /// End of the line (between line feeds) that a position is in.
    func lineEnd(at position: Int) -> Int {
        var index = position
        while index < characters.count, characters[index] != "\n" { index += 1 }
        return index
    }

    /// The keys that edit alike in one line and in many; false when the key means nothing here.
    mutating func handleCommon(_ key: Key) -> Bool {
        switch key {
        case .left: moveCaret(to: caret - 1)
        case .right: moveCaret(to: caret + 1)
        case .controlLeft, .alt("b"): moveCaret(to: wordStart(before: caret))
        case .controlRight, .alt("f"): moveCaret(to: wordEnd(after: caret))
        case .control("a"): moveCaret(to: lineStart(at: caret))
        case .control("e"): moveCaret(to: lineEnd(at: caret))
        case .backspace: remove(caret - 1..<caret)
        case .delete, .control("d"): remove(caret..<caret + 1)
        case .control("w"): remove(wordStart(before: caret)..<caret)
        case .control("u"): remove(lineStart(at: caret)..<caret)
        case .control("k"): killToLineEnd()
        case .control("z"): undo()
        case .control("y"): redo()
        default: return false
        }
        return true
    }

    /// Removes to the end of the line; at its end the line feed itself.
    private mutating func killToLineEnd() {
        let end = lineEnd(at: caret)
        remove(caret..<(end == caret ? end + 1 : end))
    }

    /// Pasted or set text as it may stand in a field.
    ///
    /// Every kind of line end becomes one line feed, or one blank in a single line; tabs become blanks; other control
    /// characters are dropped, for nobody can see or want them.
    static func cleaned(_ text: String, isMultiline: Bool) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var result = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            let isFeedAfterReturn = wasReturn && scalar == "\n"
            wasReturn = scalar == "\r"
            if isFeedAfterReturn { continue }
            switch scalar.value {
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: result.append(isMultiline ? "\n" : " ")
            case 0x09: result.append(" ")
            case 0..<0x20, 0x7F...0x9F: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
