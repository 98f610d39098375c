import Glibc

/// Why a table or line file cannot be read any further.
public enum TableFileError: Error, Equatable, Sendable {
    /// The file cannot be opened; the system's `errno`.
    case cannotOpen(Int32)
    /// Reading failed in the middle; the system's `errno`.
    case cannotRead(Int32)
    /// The file is UTF-16, as some spreadsheet programs save "Unicode text".
    case utf16
    /// The file is GB18030, and the system has no table for it.
    case converterMissing

    /// The system's own words for its `errno`, in the language it is set to; nil for the other cases.
    public var systemWords: String? {
        switch self {
        case .cannotOpen(let code), .cannotRead(let code): LedgerError.words(systemError: code)
        case .utf16, .converterMissing: nil
        }
    }
}

/// The bytes of a file or pipe, read in blocks into one buffer that holds what is not used up yet, and their encoding.
final class TextSource {
    /// Bytes read at once.
    private static let blockCount = 1 << 16
    private let descriptor: Int32
    private let closesDescriptor: Bool
    /// By hand, since a pointer into it is handed out between two reads. Valid bytes: `start..<end`.
    private var memory = UnsafeMutableRawPointer.allocate(byteCount: 2 * TextSource.blockCount, alignment: 16)
    private var capacity = 2 * TextSource.blockCount
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    private var converter: GB18030Converter?
    /// The encoding; nil as long as only ASCII was seen in a pipe, where one cannot look ahead.
    private(set) var encoding: TextEncoding?
    /// Bytes of the whole file; nil for a pipe.
    let totalBytes: Int64?
    /// Bytes used up so far, for showing progress.
    private(set) var usedBytes: Int64 = 0

    /// Reads an open file or pipe from where it stands.
    init(descriptor: Int32, closesDescriptor: Bool) throws(TableFileError) {
        self.descriptor = descriptor
        self.closesDescriptor = closesDescriptor
        var about = stat()
        guard fstat(descriptor, &about) == 0 else {
            totalBytes = nil
            throw .cannotRead(errno)
        }
        let isFile = about.st_mode & S_IFMT == S_IFREG
        let position = isFile ? lseek(descriptor, 0, SEEK_CUR) : 0
        totalBytes = isFile ? max(0, Int64(about.st_size) - Int64(position)) : nil
        while available < Self.blockCount, try more() {}
        try recognize(filePosition: isFile ? position : nil)
    }

    /// Opens a file.
    convenience init(path: String) throws(TableFileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(errno) }
        try self.init(descriptor: descriptor, closesDescriptor: true)
    }

    deinit {
        memory.deallocate()
        if closesDescriptor { close(descriptor) }
    }

    /// The bytes read and not used up. The pointer is good until `more()` is called next.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory + start, count: end - start) }

    /// How many bytes are read and not used up.
    var available: Int { end - start }

    /// Whether a byte at this offset of `bytes` exists, after reading as much as is needed for it.
    func has(_ offset: Int) throws(TableFileError) -> Bool {
        while offset >= available { guard try more() else { return false } }
        return true
    }

    /// Lets go of the first bytes.
    func use(_ count: Int) {
        start += count
        usedBytes += Int64(count)
    }

    /// Lets go of everything to the next line feed and of that; false where the file ends first.
    func useLine() throws(TableFileError) -> Bool {
        while true {
            if let feed = firstIndex(of: 0x0A, from: 0) {
                use(feed + 1)
                return true
            }
            use(available)
            guard try more() else { return false }
        }
    }

    /// The offset of a byte in what is read; nil where it is not there yet.
    func firstIndex(of byte: UInt8, from offset: Int) -> Int? {
        let rest = bytes[offset...]
        guard rest.count > 0, let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress else { return nil }
        guard let found = memchr(base, Int32(byte), rest.count) else { return nil }
        return offset + (UnsafeRawPointer(found) - base)
    }

    /// The text of bytes of this file; nil where they are not in its encoding.
    func string(_ piece: UnsafeRawBufferPointer) throws(TableFileError) -> String? {
        if EncodingSurvey.firstBeyondASCII(piece) == piece.count { return String(decoding: piece, as: UTF8.self) }
        if encoding == nil {
            // A pipe's first characters beyond ASCII: decided on what has arrived by now.
            var survey = EncodingSurvey()
            survey.take(bytes)
            try decide(survey.verdict)
        }
        if encoding == .gb18030 { return converter?.string(piece) }
        return String(validating: piece, as: UTF8.self)
    }

    /// Reads another block behind what is there; false at the end.
    @discardableResult
    private func more() throws(TableFileError) -> Bool {
        if isAtEnd { return false }
        if start > 0 {
            // What is left is at most a part of a record; moving it keeps the buffer small.
            memmove(memory, memory + start, available)
            end -= start
            start = 0
        }
        if capacity - end < Self.blockCount {
            let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2, alignment: 16)
            larger.copyMemory(from: memory, byteCount: end)
            memory.deallocate()
            memory = larger
            capacity *= 2
        }
        while true {
            let count = read(descriptor, memory + end, Self.blockCount)
            if count > 0 {
                end += count
                return true
            }
            if count == 0 {
                isAtEnd = true
                return false
            }
            if errno != EINTR { throw .cannotRead(errno) }
        }
    }

    // MARK: Encoding

    private func recognize(filePosition: off_t?) throws(TableFileError) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
        for (mark, marked) in [([0xEF, 0xBB, 0xBF], .utf8), ([0x84, 0x31, 0x95, 0x33], .gb18030)] as [([UInt8], TextEncoding)]
        where bytes.starts(with: mark) {
            use(mark.count)
            return try decide(marked)
        }
        var survey = EncodingSurvey()
        survey.take(bytes)
        if let filePosition { try takeRest(into: &survey, from: filePosition + off_t(available)) }
        if filePosition != nil || isAtEnd { survey.end() }
        try decide(survey.verdict)
    }

    /// Looks over the rest of a file without moving its position.
    private func takeRest(into survey: inout EncodingSurvey, from position: off_t) throws(TableFileError) {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockCount, alignment: 16)
        defer { block.deallocate() }
        var position = position
        while true {
            let count = pread(descriptor, block.baseAddress, block.count, position)
            if count == 0 { return }
            if count > 0 {
                survey.take(UnsafeRawBufferPointer(rebasing: block[..<count]))
                position += off_t(count)
            } else if errno != EINTR {
                throw .cannotRead(errno)
            }
        }
    }

    private func decide(_ verdict: TextEncoding?) throws(TableFileError) {
        encoding = verdict
        if verdict == .gb18030 { converter = try GB18030Converter() }
    }
}
