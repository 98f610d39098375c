import Glibc

/// How the characters of a file are written as bytes.
public struct TextEncoding: Hashable, Sendable {
    /// The name, in capitals, as `iconv` knows it: `UTF-8`, `GB18030`, `SHIFT_JIS`.
    public let name: String

    private init(_ name: String) {
        self.name = name
    }

    /// UTF-8, with or without marks at its beginning.
    public static let utf8 = TextEncoding("UTF-8")
    /// GB18030, which takes in GBK and GB2312.
    public static let gb18030 = TextEncoding("GB18030")
    /// UTF-16, the lower byte first.
    static let utf16LittleEndian = TextEncoding("UTF-16LE")
    /// UTF-16, the higher byte first.
    static let utf16BigEndian = TextEncoding("UTF-16BE")

    /// The encoding that somebody names; nil where the system's `iconv` knows none of that name.
    public init?(named name: String) {
        // What stands behind a slash asks iconv to put something near in place of what it cannot convert; an empty name means the locale's.
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }) else { return nil }
        let capital = name.uppercased()
        guard capital != "UTF8", capital != "UTF-8" else {
            self = .utf8
            return
        }
        guard TextConverter(from: TextEncoding(capital)) != nil else { return nil }
        self.name = capital
    }

    /// Bytes that are passed over where one character cannot be read, so that those behind it are met at their beginning.
    var unit: Int {
        if name.hasPrefix("UTF-32") || name.hasPrefix("UCS-4") || name.hasPrefix("UTF32") { return 4 }
        return name.hasPrefix("UTF-16") || name.hasPrefix("UCS-2") || name.hasPrefix("UTF16") ? 2 : 1
    }
}

/// Makes UTF-8 of another encoding with the system's converter, piece by piece.
///
/// Strict: in place of what is no character of the encoding, and of what turns into a character that Unicode leaves to private use or has
/// not given out, it writes the byte `fault`, which no UTF-8 holds.
final class TextConverter {
    /// Stands where a character could not be read.
    static let fault: UInt8 = 0xFF
    private static let roomCount = 1 << 16
    private let handle: iconv_t
    private let encoding: TextEncoding
    private let room = UnsafeMutablePointer<CChar>.allocate(capacity: TextConverter.roomCount)

    /// Sets a converter up; nil where the system has no table for the encoding.
    init?(from encoding: TextEncoding) {
        guard let opened = TextConverter.open(encoding) else { return nil }
        handle = opened
        self.encoding = encoding
    }

    deinit {
        iconv_close(handle)
        room.deallocate()
    }

    private static func open(_ encoding: TextEncoding) -> iconv_t? {
        // iconv_open gives the address -1 where it fails.
        guard let opened = iconv_open("UTF-8", encoding.name), Int(bitPattern: opened) != -1 else { return nil }
        return opened
    }

    /// Converts a piece.
    ///
    /// - Parameters:
    ///   - isEnd: whether nothing follows, so that a character cut off at the end is a fault.
    ///   - output: takes the UTF-8.
    ///   - faults: takes, for each `fault`, its offset in `output` and the offset of its bytes in `input`.
    /// - Returns: how many bytes were used up; what is left is the beginning of a character, to be given again with what follows.
    func convert(
        _ input: UnsafeRawBufferPointer,
        isEnd: Bool,
        into output: inout [UInt8],
        faults: inout [(output: Int, input: Int)]
    ) -> Int {
        // iconv's interface has no const, but it only reads its input.
        var source = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        while left > 0 {
            let start = input.count - left
            var target: UnsafeMutablePointer<CChar>? = room
            var targetLeft = TextConverter.roomCount
            let result = iconv(handle, &source, &left, &target, &targetLeft)
            let problem = errno
            let made = UnsafeRawBufferPointer(start: room, count: TextConverter.roomCount - targetLeft)
            append(made, of: UnsafeRawBufferPointer(rebasing: input[start..<(input.count - left)]), at: start, &output, &faults)
            if result >= 0 { break }
            if problem == E2BIG { continue }
            if problem == EINVAL, !isEnd { break }
            let skipped = min(left, encoding.unit)
            faults.append((output.count, input.count - left))
            output.append(TextConverter.fault)
            source = source.map { $0 + skipped }
            left -= skipped
        }
        return input.count - left
    }

    /// Takes what was made of a piece over, but for characters that mean nothing.
    private func append(
        _ made: UnsafeRawBufferPointer,
        of piece: UnsafeRawBufferPointer,
        at start: Int,
        _ output: inout [UInt8],
        _ faults: inout [(output: Int, input: Int)]
    ) {
        var taken = 0
        var index = EncodingSurvey.firstBeyondASCII(made)
        while index < made.count {
            let lead = made[index]
            let count = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            // Han, kana and common punctuation are all given out: looked at no further.
            if count > 1, !(0xE3...0xE9).contains(lead), index + count <= made.count {
                let text = String(decoding: UnsafeRawBufferPointer(rebasing: made[index..<(index + count)]), as: UTF8.self)
                if let scalar = text.unicodeScalars.first, TextConverter.isMeaningless(scalar) {
                    output += made[taken..<index]
                    faults.append((output.count, start + inputOffset(of: index, in: piece)))
                    output.append(TextConverter.fault)
                    taken = index + count
                }
            }
            index += count
        }
        output += made[taken...]
    }

    /// Whether no text holds the character: left to private use, or not given out.
    private static func isMeaningless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .privateUse, .unassigned, .surrogate: true
        default: false
        }
    }

    /// Where in the input stands what became the character at an offset of the output: another converter is given room for no more than
    /// that. It begins in the encoding's first state, so that of encodings with states the place is a guess.
    private func inputOffset(of offset: Int, in piece: UnsafeRawBufferPointer) -> Int {
        guard offset > 0, let other = TextConverter.open(encoding) else { return 0 }
        defer { iconv_close(other) }
        var source = UnsafeMutableRawPointer(mutating: piece.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var left = piece.count
        var target: UnsafeMutablePointer<CChar>? = .allocate(capacity: offset)
        let start = target
        defer { start?.deallocate() }
        var targetLeft = offset
        _ = iconv(other, &source, &left, &target, &targetLeft)
        return piece.count - left
    }
}
