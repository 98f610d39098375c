/// What bytes from the terminal turned out to be.
enum DecodedInput: Equatable, Sendable {
    case key(Key)
    /// The answer to a question for the cursor's position, counted from 1.
    case cursorReport(row: Int, column: Int)
    /// Bytes that are no UTF-8: they are left out, or the whole paste that they came in.
    case unreadable(isPaste: Bool)
    /// A paste of more than ``InputDecoder/pasteLimit`` bytes: the whole of it is left out, for nobody could shorten it here.
    case pasteTooLarge
}

/// Makes keys of the bytes that a terminal sends.
///
/// A value without clock or terminal: bytes go in by ``feed(_:at:)``, keys come out of ``next(at:)``, and time is handed in. What has
/// begun and can be nothing else (a sequence, a character, a paste) waits for its end however late that comes; only a lone Esc may be
/// all there is, and counts as a key at ``deadline``. Sequences that it does not know are swallowed whole, never typed into a field.
/// `wgetch` is not used, for it hands unknown sequences on letter by letter and reads pastes byte by byte.
struct InputDecoder: Sendable {
    private var bytes: [UInt8] = []
    private var head = 0
    private var mode = Mode.keys
    private var paste: [UInt8] = []
    /// Since when Esc has been the last byte there is.
    private var escapeSince: Int64?
    /// Whether the Esc at the head was alone for so long that what follows it does not belong to it.
    private var isEscapeAlone = false
    private var fedAt: Int64 = 0
    /// Keys of this terminal that are not sent as most send them.
    private let sequences: [[UInt8]: Key]
    private let longestSequence: Int

    private enum Mode {
        case keys
        case paste
        /// A paste that began before a question appeared: it does not answer it.
        case droppedPaste
        /// An answer of the terminal in words.
        case string
        /// The rest of a control sequence longer than any that means something.
        case sequence
    }

    /// Milliseconds for which a lone Esc may be the start of something longer: it must answer at once (2-screens rule 7).
    private static let escapeWait: Int64 = 25
    /// Milliseconds without a byte after which a lone Esc ends a paste whose end mark the terminal owes.
    private static let pasteStall: Int64 = 10_000
    /// The most bytes of a paste: several times what any field may send.
    static let pasteLimit = 16 << 20
    private static let sequenceLimit = 256
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    init(sequences: [[UInt8]: Key] = [:]) {
        // Only what begins with Esc and is longer than Esc and a letter can be told from typed keys.
        self.sequences = sequences.filter { $0.key.count > 2 && $0.key[0] == 0x1B }
        longestSequence = self.sequences.keys.map(\.count).max() ?? 0
    }

    /// When ``next(at:)`` is to be asked again though nothing came; nil where only more bytes make a key.
    var deadline: Int64? { escapeSince.map { $0 + Self.escapeWait } }

    /// True from the start mark of a paste to its end mark.
    var isPasting: Bool { mode == .paste }

    /// Takes bytes as they were read at a time in milliseconds.
    mutating func feed(_ more: some Collection<UInt8>, at now: Int64) {
        if head == bytes.count {
            forgetTaken()
        } else if head > 1 << 15 {
            bytes.removeFirst(head)
            head = 0
        }
        if mode == .paste {
            escapeSince = now - fedAt >= Self.pasteStall && more.elementsEqual([0x1B]) ? now : nil
        } else if let since = escapeSince, let first = more.first {
            // A busy program reads late what came in time: the rest of a sequence is known by how it begins.
            let goesOn = more.count > 1 && Array("[O]P_^".utf8).contains(first)
            isEscapeAlone = now - since >= Self.escapeWait && !goesOn
            escapeSince = nil
        }
        fedAt = now
        bytes.append(contentsOf: more)
    }

    /// Lets go of bytes that have all become keys; they may have been a passcode, and are not left lying in memory.
    private mutating func forgetTaken() {
        for index in bytes.indices { bytes[index] = 0 }
        bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 17)
        head = 0
    }

    /// Throws away a paste that has begun, to its end mark.
    mutating func dropPaste() {
        guard mode == .paste else { return }
        mode = .droppedPaste
        paste = []
    }

    /// The next key, or nil when more bytes or time are needed.
    mutating func next(at now: Int64) -> DecodedInput? {
        while head < bytes.count {
            switch mode {
            case .keys:
                switch step(at: now) {
                case .wait: return nil
                case .took(let count, let input):
                    head += count
                    if let input { return input }
                case .begin(let mode, let count):
                    head += count
                    self.mode = mode
                }
            case .paste, .droppedPaste:
                if let input = continuePaste(at: now) { return input }
                if mode != .keys { return nil }
            case .string:
                if !skipString() { return nil }
            case .sequence:
                while let next = byte(0), (0x20...0x3F).contains(next) { head += 1 }
                guard let final = byte(0) else { return nil }
                if (0x40...0x7E).contains(final) { head += 1 }
                mode = .keys
            }
        }
        if !bytes.isEmpty { forgetTaken() }
        return nil
    }

    /// Takes the text at the head, up to the first key that is none, where it is at least so many characters: so much at once was not
    /// typed but pasted, into a terminal that does not say so.
    mutating func takeText(atLeast count: Int) -> String? {
        guard mode == .keys else { return nil }
        var end = 0
        var length = 0
        while case .whole(let scalar, let size) = scalar(at: end), !Self.isControl(scalar) {
            end += size
            length += 1
        }
        guard length >= count else { return nil }
        defer { head += end }
        return String(decoding: bytes[head..<(head + end)], as: UTF8.self)
    }

    private enum Step {
        case wait
        /// So many bytes are done with; without an input they mean nothing.
        case took(Int, DecodedInput?)
        /// After so many bytes another mode begins.
        case begin(Mode, Int)

        static func key(_ count: Int, _ key: Key) -> Step { .took(count, .key(key)) }
    }

    private func byte(_ offset: Int) -> UInt8? { head + offset < bytes.count ? bytes[head + offset] : nil }

    private mutating func step(at now: Int64) -> Step {
        let first = bytes[head]
        if first == 0x1B {
            if byte(1) == nil, !isEscapeAlone {
                let since = escapeSince ?? now
                escapeSince = since
                if now - since < Self.escapeWait { return .wait }
                isEscapeAlone = true
            }
            guard isEscapeAlone else { return escape() }
            isEscapeAlone = false
            escapeSince = nil
            return .key(1, .escape)
        }
        if first < 0x20 || first == 0x7F { return .key(1, Self.controlKey(first)) }
        switch scalar(at: 0) {
        case .whole(let scalar, let count): return .took(count, Self.isControl(scalar) ? nil : .key(.character(Character(scalar))))
        case .incomplete: return .wait
        case .broken(let count): return .took(count, .unreadable(isPaste: false))
        }
    }

    private static func controlKey(_ byte: UInt8) -> Key {
        switch byte {
        case 0x0D, 0x0A: .enter
        case 0x09: .tab
        case 0x08, 0x7F: .backspace
        case 0x00: .control(" ")
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
        default: .control(Character(Unicode.Scalar(byte + 0x60)))
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) }

    // MARK: UTF-8

    private enum ScalarRead {
        case whole(Unicode.Scalar, Int)
        /// What is there may become a scalar; also where nothing is.
        case incomplete
        /// So many bytes are the start of none (Unicode 3.9, maximal subpart).
        case broken(Int)
    }

    private func scalar(at offset: Int) -> ScalarRead {
        guard let first = byte(offset) else { return .incomplete }
        let count: Int
        // The second byte's range keeps out what is too long, surrogates, and what lies past U+10FFFF (Unicode 3.9, table 3-7).
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0..<0x80: return .whole(Unicode.Scalar(first), 1)
        case 0xC2...0xDF: count = 2
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: count = 3
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: count = 4
        default: return .broken(1)
        }
        var value = UInt32(first) & (0x7F >> UInt32(count))
        for index in 1..<count {
            guard let next = byte(offset + index) else { return .incomplete }
            guard (index == 1 ? second : 0x80...0xBF).contains(next) else { return .broken(index) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        return Unicode.Scalar(value).map { .whole($0, count) } ?? .broken(count)
    }

    // MARK: Escape sequences

    private func escape() -> Step {
        if let known = knownSequence() { return known }
        guard let second = byte(1) else { return .wait }
        switch second {
        case UInt8(ascii: "["): return controlSequence()
        case UInt8(ascii: "O"): return singleShift()
        // Answers in words (OSC, DCS, APC, PM), told from Alt and a letter by how they go on.
        case UInt8(ascii: "]"): return string { (0x30...0x39).contains($0) || "lLI".utf8.contains($0) }
        case UInt8(ascii: "P"): return string { (0x20...0x3F).contains($0) }
        case UInt8(ascii: "_"), UInt8(ascii: "^"): return string { (0x20...0x7E).contains($0) }
        case 0x7F, 0x08: return .key(2, .control("w"))
        case 0..<0x20: return .key(1, .escape)
        default:
            switch scalar(at: 1) {
            case .whole(let scalar, let count): return .key(1 + count, .alt(Character(scalar)))
            case .incomplete: return .wait
            case .broken: return .key(1, .escape)
            }
        }
    }

    private func knownSequence() -> Step? {
        guard longestSequence > 0 else { return nil }
        let rest = bytes.count - head
        for count in stride(from: min(longestSequence, rest), through: 3, by: -1) {
            if let key = sequences[Array(bytes[head..<(head + count)])] { return .key(count, key) }
        }
        return nil
    }

    private func string(if goesOn: (UInt8) -> Bool) -> Step {
        guard let third = byte(2) else { return .wait }
        return goesOn(third) ? .begin(.string, 2) : .key(2, .alt(Character(Unicode.Scalar(bytes[head + 1]))))
    }

    /// Swallows an answer in words as far as it is there; true when it has ended: by BEL, `ESC \`, or a key that is in none.
    private mutating func skipString() -> Bool {
        while let next = byte(0), next >= 0x20, next != 0x7F { head += 1 }
        guard let end = byte(0) else { return false }
        if end == 0x1B {
            guard let after = byte(1) else { return false }
            if after == UInt8(ascii: "\\") { head += 2 }
        } else if end == 0x07 {
            head += 1
        }
        mode = .keys
        return true
    }

    /// `ESC O`, perhaps a modifier, and a letter: cursor keys, F1 to F4 and the numeric keypad as the VT100 sends them.
    private func singleShift() -> Step {
        var index = 2
        while let next = byte(index), (0x30...0x3B).contains(next) { index += 1 }
        if index > Self.sequenceLimit { return .begin(.sequence, index) }
        guard let final = byte(index) else { return .wait }
        guard (0x20...0x7E).contains(final) else { return index == 2 ? .key(2, .alt("O")) : .took(index, nil) }
        let key: Key?
        switch final {
        case UInt8(ascii: "M"): key = .enter
        case UInt8(ascii: "I"): key = .tab
        case UInt8(ascii: " "): key = .character(" ")
        case UInt8(ascii: "X"): key = .character("=")
        case UInt8(ascii: "j")...UInt8(ascii: "y"):
            // In the order of ASCII from "*" to "9".
            key = .character(Character(Unicode.Scalar(final - UInt8(ascii: "j") + UInt8(ascii: "*"))))
        // rxvt with Control.
        case UInt8(ascii: "a")...UInt8(ascii: "d"): key = Self.letterKey(final - 0x20).map { Self.modified($0, 5) }
        default:
            let modifier = Self.numbers(bytes[(head + 2)..<(head + index)]).last ?? 1
            key = Self.letterKey(final).map { Self.modified($0, modifier) }
        }
        return .took(index + 1, key.map { .key($0) })
    }

    /// `ESC [` parameters, intermediates, final (ECMA-48 5.4).
    private func controlSequence() -> Step {
        var index = 2
        // The Linux console sends F1 to F5 as ESC [ [ A to E.
        if byte(2) == UInt8(ascii: "[") {
            guard let letter = byte(3) else { return .wait }
            let isFunction = (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter)
            return .took(4, isFunction ? .key(.function(Int(letter) - 64)) : nil)
        }
        while let next = byte(index), (0x20...0x3F).contains(next) {
            index += 1
            // rxvt ends keys with Shift by a sign that elsewhere goes before the end.
            if next == UInt8(ascii: "$"), index > 3, bytes[(head + 2)..<(head + index - 1)].allSatisfy({ (0x30...0x39).contains($0) }) {
                return .took(index, Self.input(bytes[(head + 2)..<(head + index - 1)], final: next))
            }
        }
        if index > Self.sequenceLimit { return .begin(.sequence, index) }
        guard let final = byte(index) else { return .wait }
        guard (0x40...0x7E).contains(final) else { return index == 2 ? .key(2, .alt("[")) : .took(index, nil) }
        let parameters = bytes[(head + 2)..<(head + index)]
        if final == UInt8(ascii: "M"), parameters.isEmpty {
            // The old mouse report: three bytes follow.
            var values: [Int] = []
            for offset in 3...5 {
                guard let next = byte(offset) else { return .wait }
                guard next >= 0x20 else { return .took(offset, nil) }
                values.append(Int(next) - 32)
            }
            return .took(6, Self.mouse(values[0], values[1], values[2], isRelease: values[0] & 3 == 3).map { .key($0) })
        }
        if parameters.elementsEqual("200".utf8), final == UInt8(ascii: "~") { return .begin(.paste, index + 1) }
        return .took(index + 1, Self.input(parameters, final: final))
    }

    private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
        guard !parameters.isEmpty else { return [] }
        return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            Int(String(decoding: $0, as: UTF8.self)) ?? 0
        }
    }

    private static func input(_ parameters: ArraySlice<UInt8>, final: UInt8) -> DecodedInput? {
        if parameters.first == UInt8(ascii: "<") {
            let numbers = numbers(parameters.dropFirst())
            guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
            return mouse(numbers[0], numbers[1], numbers[2], isRelease: final == UInt8(ascii: "m")).map { .key($0) }
        }
        // With other signs than numbers it is an answer, and no key.
        guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
        let numbers = numbers(parameters)
        let first = numbers.first ?? 0
        let modifier = numbers.count > 1 ? numbers[1] : 1
        switch final {
        // The answer to ESC [ 6 n; F3 with a modifier looks alike and is given up for it.
        case UInt8(ascii: "R") where numbers.count == 2: return .cursorReport(row: first, column: numbers[1])
        case UInt8(ascii: "~"): return tildeKey(first).map { .key(modified($0, modifier)) }
        // rxvt with Shift, Control, and both.
        case UInt8(ascii: "$"): return tildeKey(first).map { .key(modified($0, 2)) }
        case UInt8(ascii: "^"), UInt8(ascii: "@"): return tildeKey(first).map { .key(modified($0, 5)) }
        case UInt8(ascii: "a")...UInt8(ascii: "d") where numbers.isEmpty: return letterKey(final - 0x20).map { .key(modified($0, 2)) }
        case UInt8(ascii: "Z"): return .key(.backTab)
        default: return letterKey(final).map { .key(modified($0, modifier)) }
        }
    }

    /// Keys by their last letter, alike after `ESC O` and `ESC [`.
    private static func letterKey(_ letter: UInt8) -> Key? {
        switch letter {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter) - 79)
        default: nil
        }
    }

    private static func tildeKey(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }

    /// A key with Shift (2), Alt (3) or Control (5), as xterm numbers them.
    private static func modified(_ key: Key, _ modifier: Int) -> Key {
        let bits = max(0, modifier - 1)
        if bits & 4 != 0 || bits & 2 != 0 {
            switch key {
            case .up: return .controlUp
            case .down: return .controlDown
            case .left: return .controlLeft
            case .right: return .controlRight
            case .home: return .controlHome
            case .end: return .controlEnd
            default: return key
            }
        }
        if bits & 1 != 0 {
            switch key {
            case .up: return .shiftUp
            case .down: return .shiftDown
            case .function(let number) where number <= 12: return .function(number + 12)
            default: return key
            }
        }
        return key
    }

    private static func mouse(_ button: Int, _ column: Int, _ row: Int, isRelease: Bool) -> Key? {
        guard column > 0, row > 0 else { return nil }
        let point = Point(column: column - 1, row: row - 1)
        if button & 64 != 0 {
            guard !isRelease, button & 3 < 2 else { return nil }
            return .mouse(MouseEvent(kind: button & 1 == 0 ? .wheelUp : .wheelDown, point: point))
        }
        // Movement, and the other buttons, mean nothing here.
        guard button & 32 == 0, isRelease || button & 3 == 0 else { return nil }
        return .mouse(MouseEvent(kind: isRelease ? .release : .press, point: point))
    }

    // MARK: Paste

    /// Collects a bracketed paste over as many reads as it takes.
    private mutating func continuePaste(at now: Int64) -> DecodedInput? {
        if let end = pasteEndIndex() {
            collect(bytes[head..<end])
            head = end + Self.pasteEnd.count
            return finishPaste()
        }
        if let since = escapeSince, now - since >= Self.escapeWait {
            // The terminal owes the end mark, and somebody pressed Esc to get out.
            collect(bytes[head..<(bytes.count - 1)])
            head = bytes.count
            return finishPaste()
        }
        // Keep back what may be the start of the end mark.
        let keep = min(Self.pasteEnd.count - 1, bytes.count - head)
        collect(bytes[head..<(bytes.count - keep)])
        head = bytes.count - keep
        return nil
    }

    private func pasteEndIndex() -> Int? {
        var index = head
        let last = bytes.count - Self.pasteEnd.count
        while index <= last {
            if bytes[index] == 0x1B, Self.pasteEnd.indices.allSatisfy({ bytes[index + $0] == Self.pasteEnd[$0] }) { return index }
            index += 1
        }
        return nil
    }

    private mutating func collect(_ part: ArraySlice<UInt8>) {
        guard mode == .paste else { return }
        // One more than it may have says that it is too large.
        paste.append(contentsOf: part.prefix(max(0, Self.pasteLimit + 1 - paste.count)))
    }

    private mutating func finishPaste() -> DecodedInput? {
        let isDropped = mode == .droppedPaste
        let isTooLarge = paste.count > Self.pasteLimit
        let text = isTooLarge ? nil : String(validating: paste, as: UTF8.self)
        mode = .keys
        paste = []
        escapeSince = nil
        if isDropped { return nil }
        if isTooLarge { return .pasteTooLarge }
        return text.map { .key(.paste($0)) } ?? .unreadable(isPaste: true)
    }
}
