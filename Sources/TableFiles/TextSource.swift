import Glibc

/// Why a file of text cannot be read, or no further.
public enum TextFileError: Error, Hashable, Sendable {
    /// The file cannot be opened; the system's `errno`.
    case cannotOpen(Int32)
    /// Reading failed in the middle; the system's `errno`.
    case cannotRead(Int32)
    /// It is no file of text at all.
    case foreign(ForeignFile)
    /// Nobody said in which encoding it is, and it is neither UTF-8 nor GB18030 nor UTF-16: the first byte that is not UTF-8, counted from 1
    /// in the whole file, and its line.
    case notRecognised(line: Int, byte: Int64)

    /// The system's own words for its `errno`, in the language it is set to; nil for the other cases.
    public var systemWords: String? {
        switch self {
        case .cannotOpen(let code), .cannotRead(let code): TableFiles.systemWords(code)
        case .foreign, .notRecognised: nil
        }
    }
}

/// The system's words for an error number.
public func systemWords(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "system error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// The text of a file or pipe as UTF-8, read in blocks into one buffer that holds what is not used up yet; memory does not grow with the file.
///
/// In place of what is no text there stands a byte that no UTF-8 holds, so that readers refuse it where it stands.
public final class TextSource {
    /// How the encoding comes to be known.
    public enum Choice: Hashable, Sendable {
        /// Somebody said it. Nothing is read ahead, so that a person or a program at the other end may wait for an answer to each line.
        case said(TextEncoding)
        /// By the bytes: UTF-8; else GB18030 or UTF-16, where all of a file, or the first block of a pipe, really is that.
        case recognised
        /// By the bytes of a file; of a pipe or a terminal it is UTF-8, and nothing is read ahead.
        case recognisedInFiles
    }

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
    private var converter: TextConverter?
    /// What is read and not converted yet: the beginning of a character.
    private var raw: [UInt8] = []
    /// Bytes of the file that were converted.
    private var convertedBytes: Int64 = 0
    /// Where in the text stands what could not be read, and where in the file; both counted from 0.
    private var faults: [(output: Int64, input: Int64)] = []
    /// Bytes of text that were used up.
    private var usedText: Int64 = 0
    /// Whether a pipe gave only ASCII so far, so that its encoding is still open.
    private var isUndecided = false
    private var mayHaveMark = true
    /// The encoding; nil as long as only ASCII was seen and nobody said one.
    public private(set) var encoding: TextEncoding?
    /// Whether the encoding was recognised where neither somebody nor a mark in the file said it, and is not UTF-8.
    public private(set) var isGuessed = false
    /// Bytes of the whole file; nil for a pipe.
    public let totalBytes: Int64?

    /// Reads an open file or pipe, which stays the caller's to close, from where it stands.
    ///
    /// - Throws: `TextFileError`.
    public convenience init(descriptor: Int32, _ choice: Choice) throws(TextFileError) {
        try self.init(descriptor: descriptor, closesDescriptor: false, choice)
    }

    /// Opens a file.
    ///
    /// - Throws: `TextFileError`.
    public convenience init(path: String, _ choice: Choice) throws(TextFileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(errno) }
        try self.init(descriptor: descriptor, closesDescriptor: true, choice)
    }

    private init(descriptor: Int32, closesDescriptor: Bool, _ choice: Choice) throws(TextFileError) {
        self.descriptor = descriptor
        self.closesDescriptor = closesDescriptor
        var about = stat()
        // What cannot even be asked about cannot be read either: that is said at the first read.
        let isFile = fstat(descriptor, &about) == 0 && about.st_mode & S_IFMT == S_IFREG
        totalBytes = isFile ? max(0, Int64(about.st_size) - Int64(lseek(descriptor, 0, SEEK_CUR))) : nil
        try choose(choice)
    }

    deinit {
        memory.deallocate()
        if closesDescriptor { close(descriptor) }
    }

    /// Whether other users of the system can read the file.
    public var isReadableByOthers: Bool {
        var facts = stat()
        return fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG && facts.st_mode & 0o077 != 0
    }

    /// Decides anew how the rest is to be read, as where a passcode was the first line of a pipe. Only what was UTF-8 so far can be.
    ///
    /// - Throws: `TextFileError`.
    public func choose(_ choice: Choice) throws(TextFileError) {
        guard converter == nil else { return }
        (encoding, isGuessed, isUndecided) = (nil, false, false)
        switch choice {
        case .said(let said):
            if totalBytes != nil { try refuseForeign() }
            try take(said)
        case .recognisedInFiles where totalBytes == nil:
            try take(.utf8)
        case .recognised, .recognisedInFiles:
            try recognise()
        }
    }

    /// Bytes of the file that are used up, for showing progress.
    public var usedBytes: Int64 { converter == nil ? usedText : convertedBytes }

    // MARK: Reading

    /// The text that is read and not used up. The pointer is good until more is read.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory + start, count: end - start) }

    /// How many bytes of text are read and not used up.
    var available: Int { end - start }

    /// Whether a byte at this offset of `bytes` exists, after reading as much as is needed for it.
    func has(_ offset: Int) throws(TextFileError) -> Bool {
        while offset >= available { guard try more() else { return false } }
        return true
    }

    /// The first byte of text that is no white space, which stays to be read; nil where there is none in what can be read ahead.
    ///
    /// - Throws: `TextFileError`.
    public func firstSign() throws(TextFileError) -> UInt8? {
        try passMarks()
        var place = 0
        while place < TextSource.blockCount, try has(place) {
            if ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { return bytes[place] }
            place += 1
        }
        return nil
    }

    /// Lets go of the first bytes.
    func use(_ count: Int) {
        start += count
        usedText += Int64(count)
        if let first = faults.first, first.output < usedText { faults.removeAll { $0.output < usedText } }
    }

    /// Passes over the marks before the first character, of which some programs write two.
    func passMarks() throws(TextFileError) {
        guard mayHaveMark else { return }
        mayHaveMark = false
        while try has(0), bytes[0] == 0xEF, try has(2), bytes[1] == 0xBB, bytes[2] == 0xBF { use(3) }
    }

    /// The offset of a byte in what is read; nil where it is not there yet.
    func firstIndex(of byte: UInt8, from offset: Int) -> Int? {
        let rest = bytes[offset...]
        guard rest.count > 0, let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress else { return nil }
        guard let found = memchr(base, Int32(byte), rest.count) else { return nil }
        return offset + (UnsafeRawPointer(found) - base)
    }

    /// The text of a stretch of `bytes`; nil where not all of it could be read.
    func text(_ range: Range<Int>) -> String? {
        String(validating: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// Where in the whole file the first byte of a stretch stands that could not be read, counted from 1.
    func faultPlace(_ range: Range<Int>) -> Int64 {
        let from = usedText + Int64(range.lowerBound)
        if converter != nil { return (faults.first { $0.output >= from }?.input ?? convertedBytes) + 1 }
        do throws(NotUTF8) {
            _ = try String(strict: UnsafeRawBufferPointer(rebasing: bytes[range]))
            return from + 1
        } catch {
            return from + Int64(error.byte)
        }
    }

    /// Reads another block behind what is there; false at the end. Not asked again there: a terminal would give more.
    private func more() throws(TextFileError) -> Bool {
        while !isAtEnd {
            makeRoom(TextSource.blockCount)
            let count = read(descriptor, memory + end, TextSource.blockCount)
            if count < 0 {
                if errno == EINTR { continue }
                throw .cannotRead(errno)
            }
            isAtEnd = count == 0
            guard let converter else {
                end += count
                if isUndecided { try decide() }
                if count > 0, available > 0 { return true }
                continue
            }
            raw += UnsafeRawBufferPointer(start: memory + end, count: count)
            if convert(with: converter) { return true }
        }
        return false
    }

    /// Converts what is raw; whether any text came of it.
    private func convert(with converter: TextConverter) -> Bool {
        var output: [UInt8] = []
        var found: [(output: Int, input: Int)] = []
        let used = raw.withUnsafeBytes { converter.convert($0, isEnd: isAtEnd, into: &output, faults: &found) }
        let textEnd = usedText + Int64(available)
        faults += found.map { (textEnd + Int64($0.output), convertedBytes + Int64($0.input)) }
        raw.removeFirst(used)
        convertedBytes += Int64(used)
        makeRoom(output.count)
        output.withUnsafeBytes { (memory + end).copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count) }
        end += output.count
        return !output.isEmpty
    }

    /// Makes room for so many bytes behind what is there.
    private func makeRoom(_ count: Int) {
        if start > 0 {
            // What is left is at most a part of a record; moving it keeps the buffer small.
            memmove(memory, memory + start, available)
            end -= start
            start = 0
        }
        guard capacity - end < count else { return }
        let larger = UnsafeMutableRawPointer.allocate(byteCount: max(capacity * 2, end + count), alignment: 16)
        larger.copyMemory(from: memory, byteCount: end)
        memory.deallocate()
        memory = larger
        capacity = max(capacity * 2, end + count)
    }

    // MARK: Encoding

    private func refuseForeign() throws(TextFileError) {
        while available < 4096, try more() {}
        if let kind = ForeignFile(beginning: bytes) { throw .foreign(kind) }
    }

    private func recognise() throws(TextFileError) {
        while available < TextSource.blockCount, try more() {}
        if let kind = ForeignFile(beginning: bytes) { throw .foreign(kind) }
        let marks: [([UInt8], TextEncoding)] = [
            ([0xEF, 0xBB, 0xBF], .utf8), ([0x84, 0x31, 0x95, 0x33], .gb18030), ([0xFF, 0xFE], .utf16LittleEndian),
            ([0xFE, 0xFF], .utf16BigEndian),
        ]
        if let (_, marked) = marks.first(where: { bytes.starts(with: $0.0) }) { return try take(marked) }
        try decide()
    }

    /// Takes what the bytes look like: all of a file, of a pipe what has arrived by now.
    private func decide() throws(TextFileError) {
        isUndecided = false
        var survey = EncodingSurvey()
        try forEachBlock { survey.take($0) }
        let isWhole = totalBytes != nil || isAtEnd
        if isWhole { survey.end() }
        if survey.zeros != (0, 0) { return try takeWide(survey) }
        if survey.isASCII {
            isUndecided = !isWhole
            return
        }
        if survey.invalidCount == 0 { return try take(.utf8) }
        var chinese = ChineseSurvey()
        // In a short Chinese text most pairs of bytes may be UTF-8 by chance; in a long one, or in UTF-8 with a broken byte, that says all.
        if survey.validCount <= 4 * survey.invalidCount { try forEachBlock { chinese.take($0) } }
        guard chinese.verdict(isWhole: isWhole) else {
            if survey.isUTF8 { return try take(.utf8) }
            throw .notRecognised(line: survey.firstInvalidLine, byte: usedText + (survey.firstInvalid ?? 0) + 1)
        }
        try take(.gb18030)
        isGuessed = true
    }

    /// Takes UTF-16 without a mark, where the zero bytes lie on one side and all of the first block is text then.
    private func takeWide(_ survey: EncodingSurvey) throws(TextFileError) {
        let wide: TextEncoding = survey.zeros.odd > survey.zeros.even ? .utf16LittleEndian : .utf16BigEndian
        let (more, fewer) = (max(survey.zeros.even, survey.zeros.odd), min(survey.zeros.even, survey.zeros.odd))
        var output: [UInt8] = []
        var faults: [(output: Int, input: Int)] = []
        _ = TextConverter(from: wide)?.convert(bytes, isEnd: false, into: &output, faults: &faults)
        guard more > 4 * fewer, faults.isEmpty, !output.contains(0) else { throw .foreign(.binary) }
        try take(wide)
        isGuessed = true
    }

    /// Gives what is read, and behind it the rest of a file, without moving the file's position.
    private func forEachBlock(_ body: (UnsafeRawBufferPointer) -> Void) throws(TextFileError) {
        body(bytes)
        guard totalBytes != nil else { return }
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: TextSource.blockCount, alignment: 16)
        defer { block.deallocate() }
        var position = lseek(descriptor, 0, SEEK_CUR)
        while true {
            let count = pread(descriptor, block.baseAddress, block.count, position)
            if count == 0 { return }
            if count > 0 {
                body(UnsafeRawBufferPointer(rebasing: block[..<count]))
                position += off_t(count)
            } else if errno != EINTR {
                throw .cannotRead(errno)
            }
        }
    }

    /// Reads on in an encoding; what is read already is converted.
    private func take(_ taken: TextEncoding) throws(TextFileError) {
        encoding = taken
        guard taken != .utf8 else { return }
        // A system whose iconv lacks a table is missing a part of its C library.
        guard let found = TextConverter(from: taken) else { throw .cannotRead(EINVAL) }
        converter = found
        raw = Array(bytes)
        convertedBytes = usedText
        end = start
        _ = convert(with: found)
    }
}
