import CTerminal
import Glibc

/// Where text stands in the columns it is padded to.
public enum Alignment: Sendable {
    case leading
    case trailing
    case center
}

/// The one measure of how many columns text takes on the terminal (2-screens rule 5).
///
/// A grapheme is as wide as the sum of libc's `wcwidth` over its scalars, which is what curses and the terminal reckon too.
/// Scalars that are shown by a picture (see ``visible(_:)``) take one column, and those that are left out none.
public enum TextWidth {
    /// `wcwidth` knows wide characters only under a UTF-8 locale, which the C locale at program start is not.
    private static let localeIsUTF8: Bool = {
        setlocale(LC_CTYPE, "")
        if isUTF8Codeset() { return true }
        // Debian's libc carries C.UTF-8 inside; other systems may name it so.
        for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil && isUTF8Codeset() {
            return true
        }
        return false
    }()

    /// Makes sure once that the process has a UTF-8 character type and tells whether there is one.
    @discardableResult
    static func ensureUTF8() -> Bool { localeIsUTF8 }

    private static func isUTF8Codeset() -> Bool {
        guard let codeset = nl_langinfo(nl_item(CODESET)) else { return false }
        return strcmp(codeset, "UTF-8") == 0
    }

    /// The columns that text takes when it is drawn on one line.
    public static func columns(of text: some StringProtocol) -> Int {
        var count = 0
        var isASCII = true
        for byte in text.utf8 {
            guard byte < 0x80 else {
                isASCII = false
                break
            }
            count += 1
        }
        if isASCII { return count }
        return text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// The columns that one grapheme takes: 0 for a lone combining mark, 2 for Han, more for joined emoji.
    public static func columns(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        let first = scalars[scalars.startIndex]
        if scalars.index(after: scalars.startIndex) == scalars.endIndex { return columns(of: first) }
        return scalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// The columns of one scalar, 0, 1 or 2.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x80 { return 1 }
        if isPlainHan(value) { return 2 }
        _ = localeIsUTF8
        if isInvisible(value) || isRegional(value) { return 1 }
        if isLeftOut(value) { return 0 }
        let width = ct_scalar_width(value)
        return width < 0 ? 1 : Int(width)
    }

    /// A scalar that never joins another such into one grapheme: letters, Han, kana, Hangul syllables, punctuation, emoji.
    ///
    /// Not among them: combining marks, joiners, halves of flags, skin tones, letters that take what follows (UAX #29).
    static func isPlain(_ value: UInt32) -> Bool {
        switch value {
        case 0x0A, 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x370..<0x483, 0x48A..<0x590, 0x2010..<0x2028: true
        case 0x2030..<0x2060, 0x20A0..<0x20C0, 0x2100..<0x2C00, 0x3001..<0x302A, 0x3030..<0x3099, 0x309B..<0xA000: true
        case 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFF01..<0xFF9E, 0xFFFD: true
        case 0x1F300..<0x1F3FB, 0x1F400..<0x1F700, 0x1F900..<0x1FA00, 0x20000..<0x32000: true
        default: false
        }
    }

    /// Unified ideographs: always two columns, and never joined to a neighbour.
    @inline(__always)
    static func isPlainHan(_ value: UInt32) -> Bool {
        (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3400 && value <= 0x4DBF)
    }

    /// Text cut to at most so many columns, between graphemes; the ellipsis is put at the end only where something was cut.
    public static func clip(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
        guard columns > 0 else { return "" }
        guard Self.columns(of: text) > columns else { return text }
        let mark = Self.columns(of: ellipsis)
        let hasRoomForMark = mark <= columns
        let room = hasRoomForMark ? columns - mark : columns
        var used = 0
        var end = text.startIndex
        for index in text.indices {
            let width = Self.columns(of: text[index])
            if used + width > room { break }
            used += width
            end = text.index(after: index)
        }
        return hasRoomForMark ? text[..<end] + ellipsis : String(text[..<end])
    }

    /// Text that is to be cut to so many columns, so that `place` stays in sight: from its beginning where it does then, else from a little
    /// before it, at the beginning of a word where one is near, with an ellipsis in front. Its end is not cut.
    public static func showing(_ place: Range<String.Index>, of text: String, in columns: Int, ellipsis: String = "…") -> String {
        let mark = Self.columns(of: ellipsis)
        let end = Self.columns(of: text[..<place.upperBound])
        if end + (place.upperBound == text.endIndex ? 0 : mark) <= columns { return text }
        var room = min(columns / 3, columns - Self.columns(of: text[place]) - 2 * mark)
        var start = place.lowerBound
        // Where little follows, more stands before it.
        var rest = columns - mark - Self.columns(of: text[start...])
        while start > text.startIndex {
            let before = text.index(before: start)
            let width = Self.columns(of: text[before])
            (room, rest) = (room - width, rest - width)
            if room < 0, rest < 0 { break }
            start = before
        }
        if start > text.startIndex, text[text.index(before: start)] != " ", let space = text[start..<place.lowerBound].firstIndex(of: " ") {
            start = text.index(after: space)
        }
        return start == text.startIndex ? text : ellipsis + text[start...]
    }

    /// Text cut or filled with blanks to exactly so many columns.
    public static func pad(_ text: String, to columns: Int, alignment: Alignment = .leading, ellipsis: String = "…") -> String {
        let clipped = clip(text, to: columns, ellipsis: ellipsis)
        let missing = columns - Self.columns(of: clipped)
        guard missing > 0 else { return clipped }
        switch alignment {
        case .leading: return clipped + String(repeating: " ", count: missing)
        case .trailing: return String(repeating: " ", count: missing) + clipped
        case .center:
            let left = missing / 2
            return String(repeating: " ", count: left) + clipped + String(repeating: " ", count: missing - left)
        }
    }
}

extension TextWidth {
    /// Text in which everything that would command the terminal or hide from the reader is shown by a picture instead.
    ///
    /// Customers' text is data (2-screens rule 10): C0 controls become U+2400 and following (`␛`), delete `␡`, and C1 controls,
    /// marks that reorder text (U+202A–202E, U+2066–2069, U+200E/F, U+061C), zero-width spaces, line separators and
    /// scalars that libc cannot print become `␦`; flags become their letters. The width never changes by this.
    public static func visible(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        guard text.unicodeScalars.contains(where: { picture(for: $0) != $0 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(picture(for: scalar)) }
        return String(result)
    }

    /// The scalar that is drawn in place of another; most stand for themselves.
    static func picture(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F || isPlainHan(value) { return scalar }
        if value < 0x20 { return Unicode.Scalar(0x2400 + value) ?? substitute }
        if value == 0x7F { return "\u{2421}" }
        if value == 0xAD { return "-" }
        if isInvisible(value) { return substitute }
        // Half a flag: some terminals draw it two columns wide, others one, and a pair as one flag or as two letters.
        if isRegional(value) { return Unicode.Scalar(value - 0x1F1E6 + 0x41) ?? substitute }
        ensureUTF8()
        return ct_scalar_width(value) < 0 ? substitute : scalar
    }

    /// Stands for what has no picture of its own; it is narrow in every terminal, unlike U+FFFD, whose width is ambiguous.
    private static let substitute: Unicode.Scalar = "\u{2426}"

    /// Scalars that only say how their neighbours are to look, and of which terminals make different things: some one wide emoji, others
    /// the parts. Left out, every terminal draws the parts, in the columns reckoned for them.
    ///
    /// Joiners, the variation selectors, skin tones, tags, and the signs that steer notes of music.
    static func isLeftOut(_ value: UInt32) -> Bool {
        switch value {
        case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x180B...0x180D, 0x180F, 0x1D173...0x1D17A, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF: true
        default: false
        }
    }

    /// The letters that flags are made of, two each.
    private static func isRegional(_ value: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(value) }

    /// Scalars that steer or hide: no glyph of their own, yet they change how their neighbours are read.
    static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0x7F...0x9F, 0xAD, 0x61C, 0x180E: true
        case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB: true
        default: false
        }
    }
}

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
