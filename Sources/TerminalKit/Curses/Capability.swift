import CNcurses

/// What the terminal database says, and the few sequences that it does not hold.
enum Capability {
    static let bracketedPasteOn = Array("\u{1B}[?2004h".utf8)
    static let bracketedPasteOff = Array("\u{1B}[?2004l".utf8)
    /// The numeric keypad types digits, though the terminal database switches it to its other mode together with the cursor keys: there
    /// PuTTY's Num Lock, `/`, `*` and `-` are F1 to F4. Not for st, whose Delete and Insert go by the same mode; its digits are decoded.
    static let keypadOfDigits = Array("\u{1B}>".utf8)
    /// Presses, releases and the wheel, in the notation that knows columns past 223.
    static let mouseOn = Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
    static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)

    /// A string capability without its padding marks, nil when the terminal has none.
    static func string(_ name: String) -> [UInt8]? {
        // tigetstr() gives null for a capability that is missing and -1 for a name that is no string (curs_terminfo(3)).
        guard let pointer = tigetstr(name), Int(bitPattern: pointer) != -1 else { return nil }
        var bytes: [UInt8] = []
        var isPadding = false
        var index = 0
        while pointer[index] != 0 {
            let byte = UInt8(bitPattern: pointer[index])
            if byte == UInt8(ascii: "$"), pointer[index + 1] == CChar(bitPattern: UInt8(ascii: "<")) { isPadding = true }
            if !isPadding { bytes.append(byte) }
            if byte == UInt8(ascii: ">") { isPadding = false }
            index += 1
        }
        return bytes.isEmpty ? nil : bytes
    }

    static func flag(_ name: String) -> Bool { tigetflag(name) > 0 }

    /// The sequences of the keys as this terminal sends them.
    static func keySequences() -> [[UInt8]: Key] {
        var names: [(String, Key)] = [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end), ("kpp", .pageUp),
            ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kri", .shiftUp), ("kind", .shiftDown),
            ("kent", .enter),
        ]
        for number in 1...12 { names.append(("kf\(number)", .function(number))) }
        var sequences: [[UInt8]: Key] = [:]
        for (name, key) in names {
            if let bytes = string(name) { sequences[bytes] = key }
        }
        return sequences
    }
}
