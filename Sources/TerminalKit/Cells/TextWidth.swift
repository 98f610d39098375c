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
/// Scalars that are shown by a picture (see ``visible(_:)``) take one column.
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
        if isInvisible(value) { return 1 }
        let width = ct_scalar_width(value)
        return width < 0 ? 1 : Int(width)
    }

    /// Unified ideographs and Hangul syllables: always two columns, and never joined to a neighbour.
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
