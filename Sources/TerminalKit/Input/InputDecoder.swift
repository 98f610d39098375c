/// What bytes from the terminal turned out to be.
enum DecodedInput: Equatable, Sendable {
    case key(Key)
    /// The answer to a question for the cursor's position, counted from 1.
    case cursorReport(row: Int, column: Int)
}

/// Makes keys of the bytes that a terminal sends.
///
/// A value without clock or terminal: bytes go in by ``feed(_:)``, keys come out of ``next(isFinal:)``. Where the bytes so far may be
/// the start of something longer it waits, and the driver calls again with `isFinal` after ``waitMilliseconds``. Sequences
/// that it does not know are swallowed whole, never typed into a field. `wgetch` is not used, for it hands unknown sequences on
/// letter by letter and reads pastes byte by byte.
struct InputDecoder: Sendable {
    private var bytes: [UInt8] = []
    private var head = 0
    private var paste: [UInt8]?
    /// Keys of this terminal that are not sent as most send them.
    private let sequences: [[UInt8]: Key]
    private let longestSequence: Int

    /// A paste keeps so many bytes; fields cut it far earlier.
    private static let pasteLimit = 4 << 20
    /// An unknown sequence longer than this is noise.
    private static let sequenceLimit = 256
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    init(sequences: [[UInt8]: Key] = [:]) {
        // Only what begins with Esc and is longer than Esc and a letter can be told from typed keys.
        self.sequences = sequences.filter { $0.key.count > 2 && $0.key[0] == 0x1B }
        longestSequence = self.sequences.keys.map(\.count).max() ?? 0
    }

    /// True while bytes wait for their continuation.
    var isWaiting: Bool { head < bytes.count || paste != nil }

    /// True when bytes are there that make at least one key without more to come.
    var hasCompleteInput: Bool {
        var copy = self
        return isWaiting && copy.next(isFinal: false) != nil
    }

    /// How long to wait for more bytes before what is there counts as all: a lone Esc must answer at once (2-screens rule 7), the
    /// rest of a sequence may come over a slow line.
    var waitMilliseconds: Int {
        if paste != nil { return 1_000 }
        return bytes.count - head <= 1 ? 25 : 100
    }

    mutating func feed(_ more: some Sequence<UInt8>) {
        if head > 0, head == bytes.count {
            bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 17)
            head = 0
        }
        bytes.append(contentsOf: more)
    }

    /// Forgets everything that has come in, except that a paste which has begun is still under way.
    mutating func reset() {
        bytes = []
        head = 0
        if paste != nil { paste = [] }
    }

    /// The next key, or nil when more bytes are needed; with `isFinal` no more will come for now.
    mutating func next(isFinal: Bool) -> DecodedInput? {
        while true {
            if paste != nil { return continuePaste(isFinal: isFinal) }
            guard head < bytes.count else { return nil }
            switch step(isFinal: isFinal) {
            case .wait: return nil
            case .took(let count, let input):
                head += count
                if let input { return input }
            case .pasteStart(let count):
                head += count
                paste = []
            }
        }
    }

    private enum Step {
        case wait
        /// So many bytes are done with; without an input they mean nothing.
        case took(Int, DecodedInput?)
        case pasteStart(Int)

        static func key(_ count: Int, _ key: Key) -> Step { .took(count, .key(key)) }
    }

    private func byte(_ offset: Int) -> UInt8? { head + offset < bytes.count ? bytes[head + offset] : nil }

    private func step(isFinal: Bool) -> Step {
        let first = bytes[head]
        if first == 0x1B { return escape(isFinal: isFinal) }
        if first < 0x20 || first == 0x7F { return .key(1, Self.controlKey(first)) }
        guard let (scalar, count) = scalar(at: 0) else {
            // Incomplete: wait for the rest. Broken: show that something came which could not be read.
            if !isFinal, isIncompleteScalar { return .wait }
            return .key(1, .character("\u{FFFD}"))
        }
        if (0x80..<0xA0).contains(scalar.value) { return .took(count, nil) }
        return .key(count, .character(Character(scalar)))
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

    // MARK: UTF-8

    private static func scalarLength(_ first: UInt8) -> Int? {
        switch first {
        case 0..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }

    private func scalar(at offset: Int) -> (Unicode.Scalar, Int)? {
        guard let first = byte(offset), let count = Self.scalarLength(first), head + offset + count <= bytes.count else { return nil }
        let start = head + offset
        guard let text = String(validating: bytes[start..<(start + count)], as: UTF8.self), let scalar = text.unicodeScalars.first
        else { return nil }
        return (scalar, count)
    }

    private var isIncompleteScalar: Bool {
        guard let count = Self.scalarLength(bytes[head]), head + count > bytes.count else { return false }
        return bytes[(head + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
    }

    // MARK: Escape sequences

    private func escape(isFinal: Bool) -> Step {
        if let known = knownSequence(isFinal: isFinal) { return known }
        guard let second = byte(1) else { return isFinal ? .key(1, .escape) : .wait }
        switch second {
        case UInt8(ascii: "["): return controlSequence(isFinal: isFinal)
        case UInt8(ascii: "O"):
            guard let third = byte(2) else { return isFinal ? .key(2, .alt("O")) : .wait }
            if let key = Self.keypadKey(third) { return .key(3, key) }
            return .key(2, .alt("O"))
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            return terminalString(isFinal: isFinal)
        case 0x7F, 0x08: return .key(2, .control("w"))
        case 0..<0x20: return .key(1, .escape)
        default:
            guard let (scalar, count) = scalar(at: 1) else {
                return !isFinal && bytes.count - head < 5 && second >= 0xC2 ? .wait : .key(1, .escape)
            }
            return .key(1 + count, .alt(Character(scalar)))
        }
    }

    private func knownSequence(isFinal: Bool) -> Step? {
        guard longestSequence > 0 else { return nil }
        let rest = bytes.count - head
        for count in stride(from: min(longestSequence, rest), through: 3, by: -1) {
            if let key = sequences[Array(bytes[head..<(head + count)])] { return .key(count, key) }
        }
        return nil
    }

    /// `ESC [` parameters, intermediates, final (ECMA-48 5.4).
    private func controlSequence(isFinal: Bool) -> Step {
        var index = 2
        // The Linux console sends F1 to F5 as ESC [ [ A to E.
        if byte(2) == UInt8(ascii: "[") {
            guard let letter = byte(3) else { return isFinal ? .took(3, nil) : .wait }
            let isFunction = (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter)
            return .took(4, isFunction ? .key(.function(Int(letter) - 64)) : nil)
        }
        while let next = byte(index), (0x20...0x3F).contains(next) { index += 1 }
        guard let final = byte(index) else {
            if index > Self.sequenceLimit { return .took(index, nil) }
            guard isFinal else { return .wait }
            return index == 2 ? .key(2, .alt("[")) : .took(index, nil)
        }
        guard (0x40...0x7E).contains(final) else { return .took(index, nil) }
        let parameters = Array(bytes[(head + 2)..<(head + index)])
        if final == UInt8(ascii: "M"), parameters.isEmpty {
            // The old mouse report: three bytes follow.
            guard bytes.count - head >= 6 else { return isFinal ? .took(bytes.count - head, nil) : .wait }
            let values = (3...5).map { Int(bytes[head + $0]) - 32 }
            return .took(6, Self.mouse(values[0], values[1], values[2], isRelease: values[0] & 3 == 3).map { .key($0) })
        }
        if parameters == Array("200".utf8), final == UInt8(ascii: "~") { return .pasteStart(index + 1) }
        return .took(index + 1, Self.input(parameters, final: final))
    }

    private static func input(_ parameters: [UInt8], final: UInt8) -> DecodedInput? {
        let isMouse = parameters.first == UInt8(ascii: "<")
        let numbers = parameters.dropFirst(isMouse ? 1 : 0).split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            Int(String(decoding: $0, as: UTF8.self)) ?? 0
        }
        if isMouse {
            guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
            return mouse(numbers[0], numbers[1], numbers[2], isRelease: final == UInt8(ascii: "m")).map { .key($0) }
        }
        let first = numbers.first ?? 0
        let modifier = numbers.count > 1 ? numbers[1] : 1
        switch final {
        // The answer to ESC [ 6 n; F3 with a modifier looks alike and is given up for it.
        case UInt8(ascii: "R") where numbers.count == 2: return .cursorReport(row: first, column: numbers[1])
        case UInt8(ascii: "~"): return tildeKey(first).map { .key(modified($0, modifier)) }
        case UInt8(ascii: "Z"): return .key(.backTab)
        default: return keypadKey(final).map { .key(modified($0, modifier)) }
        }
    }

    /// Keys by their last letter, alike after `ESC O` and `ESC [`.
    private static func keypadKey(_ letter: UInt8) -> Key? {
        switch letter {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "M"): .enter
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

    /// An answer of the terminal in words (OSC, DCS, APC, PM), ended by BEL or `ESC \`: nobody asked, so it is swallowed.
    private func terminalString(isFinal: Bool) -> Step {
        var index = 2
        while let next = byte(index) {
            if next == 0x07 { return .took(index + 1, nil) }
            if next == 0x1B {
                guard let after = byte(index + 1) else { break }
                if after == UInt8(ascii: "\\") { return .took(index + 2, nil) }
                return .took(index, nil)
            }
            // No end in sight: it was Alt and a letter after all, with typing behind it.
            if index > Self.sequenceLimit { break }
            index += 1
        }
        if !isFinal, index <= Self.sequenceLimit { return .wait }
        return .key(2, .alt(Character(Unicode.Scalar(bytes[head + 1]))))
    }

    // MARK: Paste

    /// Collects a bracketed paste over as many reads as it takes.
    private mutating func continuePaste(isFinal: Bool) -> DecodedInput? {
        guard let end = pasteEndIndex() else {
            // Keep back what may be the start of the end mark.
            let keep = isFinal ? 0 : min(Self.pasteEnd.count - 1, bytes.count - head)
            collect(bytes[head..<(bytes.count - keep)])
            head = bytes.count - keep
            // Where the end mark never comes what was pasted must not be lost, nor the keys after it.
            return isFinal ? finishPaste() : nil
        }
        collect(bytes[head..<end])
        head = end + Self.pasteEnd.count
        return finishPaste()
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
        let room = Self.pasteLimit - (paste?.count ?? 0)
        paste?.append(contentsOf: part.prefix(max(0, room)))
    }

    private mutating func finishPaste() -> DecodedInput? {
        let text = String(decoding: paste ?? [], as: UTF8.self)
        paste = nil
        return .key(.paste(text))
    }
}
