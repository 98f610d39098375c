extension TextWidth {
    /// Text broken into lines of at most so many columns.
    ///
    /// Latin breaks at blanks, Han between any two characters, but no closing mark (`。，」`…) starts a line and no opening one
    /// ends it where that can be avoided. A word longer than a line is broken. Line feeds stay breaks, and blank lines stay.
    /// Blanks at a soft break are left out.
    public static func wrap(_ text: String, to columns: Int) -> [Substring] {
        let characters = Array(text)
        var lines: [Substring] = []
        var index = text.startIndex
        var position = 0
        for line in wrapLines(characters, to: columns) {
            index = text.index(index, offsetBy: line.start - position)
            var end = line.end
            if line.isSoft {
                while end > line.start, characters[end - 1] == " " { end -= 1 }
            }
            let stop = text.index(index, offsetBy: end - line.start)
            lines.append(text[index..<stop])
            index = stop
            position = end
        }
        return lines
    }

    /// One line on the screen, as a range of graphemes.
    struct Line: Equatable, Sendable {
        /// First grapheme of the line.
        var start: Int
        /// One past the last grapheme, without the line feed that ends it.
        var end: Int
        /// True when the text goes on without a line feed.
        var isSoft: Bool
    }

    /// The lines that graphemes make at a width; there is always one, and after a last line feed an empty one.
    static func wrapLines(_ characters: [Character], to columns: Int) -> [Line] {
        let limit = max(1, columns)
        var lines: [Line] = []
        var start = 0
        var used = 0
        var opportunity: (index: Int, used: Int)?
        var index = 0
        while index < characters.count {
            let character = characters[index]
            if character == "\n" || character == "\r\n" {
                lines.append(Line(start: start, end: index, isSoft: false))
                start = index + 1
                used = 0
                opportunity = nil
                index += 1
                continue
            }
            if index > start, mayBreak(between: characters[index - 1], and: character) { opportunity = (index, used) }
            let width = Self.columns(of: character)
            // A blank past the edge hangs there unseen, so that the next line does not begin with it.
            if used + width > limit, character != " ", index > start {
                let cut = opportunity ?? (index, used)
                lines.append(Line(start: start, end: cut.index, isSoft: true))
                start = cut.index
                used -= cut.used
                opportunity = nil
                // After going back to the opportunity the rest may still be too long; the same character is weighed again.
                if used + width > limit, index > start { continue }
            }
            used += width
            index += 1
        }
        lines.append(Line(start: start, end: characters.count, isSoft: false))
        return lines
    }

    private static func mayBreak(between left: Character, and right: Character) -> Bool {
        guard let before = left.unicodeScalars.first?.value, let after = right.unicodeScalars.first?.value else { return true }
        if after == 0x20 { return false }
        if before == 0x20 { return true }
        guard isIdeographic(before) || isIdeographic(after) else { return false }
        return !isClosing(after) && !isOpening(before)
    }

    /// Scripts written without blanks, and their punctuation: a line may break beside them.
    private static func isIdeographic(_ value: UInt32) -> Bool {
        switch value {
        case 0x2E80..<0xA000, 0xF900..<0xFB00, 0xFE30..<0xFE50, 0xFF00..<0xFFF0, 0x20000..<0x40000: true
        default: false
        }
    }

    /// Marks that stand with what is before them; by scalars, for a set of characters would be slow in long texts.
    private static func isClosing(_ value: UInt32) -> Bool {
        switch Unicode.Scalar(value) {
        case "。", "，", "、", "；", "：", "？", "！", "）", "》", "〉", "」", "』", "】", "〕", "］", "｝", "\"", "’", "…", "—", "·", "％", "℃", "ー", "々":
            true
        case ",", ".", ";", ":", "?", "!", ")", "]", "}", "%": true
        default: false
        }
    }

    /// Marks that stand with what is after them.
    private static func isOpening(_ value: UInt32) -> Bool {
        switch Unicode.Scalar(value) {
        case "（", "《", "〈", "「", "『", "【", "〔", "［", "｛", "\"", "‘", "(", "[", "{", "￥", "$", "#": true
        default: false
        }
    }
}
