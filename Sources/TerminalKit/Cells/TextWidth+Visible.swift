import CTerminal

extension TextWidth {
    /// Text in which everything that would command the terminal or hide from the reader is shown by a picture instead.
    ///
    /// Customers' text is data (2-screens rule 10): C0 controls become U+2400 and following (`␛`), delete `␡`, and C1 controls,
    /// marks that reorder text (U+202A–202E, U+2066–2069, U+200E/F, U+061C), zero-width spaces, line separators and
    /// scalars that libc cannot print become `␦`. The width never changes by this.
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
        ensureUTF8()
        return ct_scalar_width(value) < 0 ? substitute : scalar
    }

    /// Stands for what has no picture of its own; it is narrow in every terminal, unlike U+FFFD, whose width is ambiguous.
    private static let substitute: Unicode.Scalar = "\u{2426}"

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
