import Glibc

/// How the characters of a text file are written.
public enum TextEncoding: String, Sendable, Equatable {
    /// UTF-8, with or without a byte-order mark.
    case utf8 = "UTF-8"
    /// GB18030, which takes in GBK and GB2312.
    case gb18030 = "GB18030"
}

/// Tells UTF-8 from GB18030 by looking at bytes, block after block, in constant memory.
///
/// A sound UTF-8 file has no invalid sequence. A GB18030 file has many more invalid sequences than accidentally valid ones, and a
/// UTF-8 file with a few broken bytes the other way round; so the broken file is not read as another encoding's gibberish.
struct EncodingSurvey {
    /// Complete sequences of two to four bytes that are valid UTF-8.
    private(set) var validCount = 0
    /// Places where no valid sequence goes on.
    private(set) var invalidCount = 0
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// Looks at the next block; a sequence may go over its border.
    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index < bytes.count {
            if missing == 0 {
                index = Self.firstBeyondASCII(bytes, from: index)
                if index < bytes.count { begin(bytes[index]) }
                index += 1
            } else if allowed.contains(bytes[index]) {
                missing -= 1
                allowed = 0x80...0xBF
                if missing == 0 { validCount += 1 }
                index += 1
            } else {
                // The byte itself may begin another sequence, so it is looked at again.
                invalidCount += 1
                missing = 0
            }
        }
    }

    /// A sequence that the end of the file cuts off is invalid too.
    mutating func end() {
        if missing > 0 { invalidCount += 1 }
        missing = 0
    }

    /// The encoding, or nil while only ASCII was seen, which is the same in both.
    var verdict: TextEncoding? {
        if validCount == 0, invalidCount == 0 { return missing == 0 ? nil : .utf8 }
        return invalidCount == 0 || validCount > invalidCount ? .utf8 : .gb18030
    }

    /// The first bytes of sequences and what may follow them (The Unicode Standard, table 3-7).
    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case 0xC2...0xDF: (missing, allowed) = (1, 0x80...0xBF)
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: (missing, allowed) = (2, 0x80...0xBF)
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: (missing, allowed) = (3, 0x80...0xBF)
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        default: invalidCount += 1
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

/// Makes strings of bytes in GB18030 with the system's own converter.
final class GB18030Converter {
    private let handle: iconv_t
    private var room: [CChar] = []

    /// Sets the converter up.
    ///
    /// - Throws: `.converterMissing` where the system has no table for GB18030.
    init() throws(TableFileError) {
        let opened = iconv_open("UTF-8", "GB18030")
        // iconv_open gives the address -1 where it fails.
        guard let opened, Int(bitPattern: opened) != -1 else { throw .converterMissing }
        handle = opened
    }

    /// The text of the bytes; nil where they are not GB18030 throughout.
    func string(_ bytes: UnsafeRawBufferPointer) -> String? {
        // Two bytes become at most three, four at most four.
        if room.count < bytes.count * 2 { room = [CChar](repeating: 0, count: max(1024, bytes.count * 2)) }
        iconv(handle, nil, nil, nil, nil)
        return room.withUnsafeMutableBytes { output in
            // iconv's interface has no const, but it only reads its input.
            var source = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            var sourceLeft = bytes.count
            var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
            var targetLeft = output.count
            // Also refused: characters that it could only convert to something near (a count above 0).
            guard iconv(handle, &source, &sourceLeft, &target, &targetLeft) == 0, sourceLeft == 0 else { return nil }
            return String(validating: UnsafeRawBufferPointer(rebasing: output[..<(output.count - targetLeft)]), as: UTF8.self)
        }
    }

    deinit {
        iconv_close(handle)
    }
}
