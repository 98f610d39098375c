/// What people write, in the plain signs in which it is read and compared: Chinese input methods make full-width digits and letters,
/// spreadsheets and chats bring blanks of every kind and signs that nobody sees.
public enum Written {
    /// The text with full-width letters, digits and punctuation as plain ones, every kind of blank as a space, and without signs that
    /// nobody sees; no blanks at its ends.
    public static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 || $0 < 0x20 }) else { return text.trimmed }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0xFFE5: plain.append("¥")
            case 0x3002: plain.append(".")
            default:
                if scalar.properties.isWhitespace {
                    plain.append(" ")
                } else if !scalar.isUnseen {
                    plain.append(scalar)
                }
            }
        }
        return String(plain).trimmed
    }

    /// One of some codes, by the code itself or by its name in either language; nil for anything else.
    public static func code<Code: RawRepresentable & CaseIterable>(_ text: String) -> Code? where Code.RawValue == String {
        let wanted = plain(text).lowercased()
        return Code.allCases.first { code in
            let label = (code as? any Choosable)?.label
            return code.rawValue.lowercased() == wanted || label?.english.lowercased() == wanted || label?.chinese == wanted
        }
    }

    /// Yes or no, as people and spreadsheets write it; nil for anything else.
    public static func flag(_ text: String) -> Bool? {
        switch plain(text).lowercased() {
        case "true", "yes", "1", "y", "是": true
        case "false", "no", "0", "n", "否": false
        default: nil
        }
    }
}

extension Unicode.Scalar {
    /// Whether it says nothing by itself: a mark without the letter under it, a place for an object, a sign that no script has.
    var saysNothing: Bool {
        if value < 0x300 || (0x4E00...0x9FFF).contains(value) { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .privateUse, .surrogate, .unassigned: return true
        default: return value == 0xFFFC || value == 0xFFFD
        }
    }

    /// Whether nobody sees it: a control character, a mark for the direction of text, a joiner, a filler.
    public var isUnseen: Bool {
        if value < 0x20 { return true }
        if value < 0x7F { return false }
        let properties = properties
        if properties.isDefaultIgnorableCodePoint { return true }
        switch properties.generalCategory {
        case .control, .format: return true
        // The blank pattern of braille looks like a space and is none.
        default: return value == 0x2800
        }
    }
}
