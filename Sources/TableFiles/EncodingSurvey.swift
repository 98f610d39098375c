/// Counts what is UTF-8 in bytes and what is not, block after block, in constant memory.
///
/// A sound UTF-8 file has no invalid sequence. A file in another encoding has many more invalid sequences than accidentally valid ones, and a
/// UTF-8 file with a few broken bytes the other way round; so the broken file is not read as another encoding's gibberish.
struct EncodingSurvey {
    /// Complete sequences of two to four bytes that are valid UTF-8.
    private(set) var validCount = 0
    /// Places where no valid sequence goes on.
    private(set) var invalidCount = 0
    /// Offset of the first byte of the first sequence that is none, and the line on which it stands, from 1.
    private(set) var firstInvalid: Int64?
    private(set) var firstInvalidLine = 1
    /// Zero bytes at even and at odd offsets: only UTF-16 text holds any, and mostly on one side.
    private(set) var zeros = (even: 0, odd: 0)
    private var taken: Int64 = 0
    private var sequenceStart: Int64 = 0
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// Looks at the next block; a sequence may go over its border.
    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index < bytes.count {
            if missing == 0 {
                let next = EncodingSurvey.firstBeyondASCII(bytes, from: index)
                countASCII(UnsafeRawBufferPointer(rebasing: bytes[index..<next]), at: taken + Int64(index))
                index = next
                if index < bytes.count { begin(bytes[index], at: taken + Int64(index)) }
                index += 1
            } else if allowed.contains(bytes[index]) {
                missing -= 1
                allowed = 0x80...0xBF
                if missing == 0 { validCount += 1 }
                index += 1
            } else {
                // The byte itself may begin another sequence, so it is looked at again.
                invalid()
                missing = 0
            }
        }
        taken += Int64(bytes.count)
    }

    /// A sequence that the end of the file cuts off is invalid too.
    mutating func end() {
        if missing > 0 { invalid() }
        missing = 0
    }

    /// Whether nothing beyond ASCII was seen.
    var isASCII: Bool { validCount == 0 && invalidCount == 0 && missing == 0 }

    /// Whether it is UTF-8, be it with a few broken bytes.
    var isUTF8: Bool { invalidCount == 0 || validCount > invalidCount }

    private mutating func invalid() {
        if firstInvalid == nil { firstInvalid = sequenceStart }
        invalidCount += 1
    }

    private mutating func countASCII(_ bytes: UnsafeRawBufferPointer, at offset: Int64) {
        for (index, byte) in bytes.enumerated() where byte <= 0x0A {
            if byte == 0x0A, firstInvalid == nil { firstInvalidLine += 1 }
            if byte == 0 {
                if (offset + Int64(index)) % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
            }
        }
    }

    /// The first bytes of sequences and what may follow them (The Unicode Standard, table 3-7).
    private mutating func begin(_ byte: UInt8, at offset: Int64) {
        sequenceStart = offset
        switch byte {
        case 0xC2...0xDF: (missing, allowed) = (1, 0x80...0xBF)
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: (missing, allowed) = (2, 0x80...0xBF)
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: (missing, allowed) = (3, 0x80...0xBF)
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        default: invalid()
        }
    }

    /// The index of the first byte that is not ASCII, eight bytes at a step; the count where there is none.
    static func firstBeyondASCII(_ bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int {
        var index = start
        while index + 8 <= bytes.count, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }
}

/// Looks whether bytes that are not UTF-8 are really GB18030, block after block.
struct ChineseSurvey {
    /// The Han characters and punctuation of GB2312, of which Chinese text consists but for rare names. Its kana, Greek and Cyrillic are what
    /// other code pages look like.
    private var common = 0
    /// Other characters: what the code pages of other languages look like when read as GB18030.
    private var rare = 0
    private var faultCount = 0
    private var lead: UInt8?
    private var rest: [UInt8] = []
    private let converter = TextConverter(from: .gb18030)

    /// Looks at the next block.
    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            if let first = lead {
                lead = nil
                let isCommon = byte >= 0xA1 && ((0xA1...0xA3).contains(first) || (0xB0...0xF7).contains(first))
                if isCommon { common += 1 } else { rare += 1 }
            } else if byte > 0x80 {
                lead = byte
            }
        }
        convert(rest + bytes, isEnd: false)
    }

    /// Whether all of it is GB18030; `isWhole` says that the end of the file was seen.
    mutating func verdict(isWhole: Bool) -> Bool {
        if isWhole { convert(rest, isEnd: true) }
        return converter != nil && faultCount == 0 && common > 0 && common >= 3 * rare
    }

    private mutating func convert(_ bytes: [UInt8], isEnd: Bool) {
        var output: [UInt8] = []
        var faults: [(output: Int, input: Int)] = []
        let used = bytes.withUnsafeBytes { converter?.convert($0, isEnd: isEnd, into: &output, faults: &faults) ?? $0.count }
        faultCount += faults.count
        rest = Array(bytes[used...])
    }
}
