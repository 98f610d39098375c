import Glibc

/// Lines of a file or of standard input, read as they are asked for.
final class LineInput {
    /// A line of input.
    enum Line: Hashable, Sendable {
        /// A line, without its break.
        case text(String)
        /// A line that is longer than the limit; all of it was passed over.
        case tooLong
    }

    /// The most bytes of a line: far more than any field takes.
    static let limit = 1 << 20

    private let descriptor: Int32
    private let name: String
    private let isOwned: Bool
    private var buffer: [UInt8] = []
    private var start = 0
    private var hasEnded = false
    private var isAtBeginning = true

    /// Makes an input from an open descriptor, which stays open.
    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
        isOwned = false
    }

    /// Opens a file.
    init(path: String) throws(UsageError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemWords(errno)) }
        name = path
        isOwned = true
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Whether other users of the system can read the file.
    var isReadableByOthers: Bool {
        var facts = stat()
        return fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG && facts.st_mode & 0o077 != 0
    }

    /// The next line; nil at the end. A byte order mark at the beginning is passed over.
    func next() throws(UsageError) -> Line? {
        var searched = start
        var isTooLong = false
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return isTooLong || end - start > LineInput.limit ? .tooLong : line(to: end)
            }
            if buffer.count - start > LineInput.limit {
                isTooLong = true
                start = buffer.count
            }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            // Not asked again at the end: a terminal would give more.
            if !hasEnded { hasEnded = !(try fill()) }
            if hasEnded {
                if isTooLong { return .tooLong }
                if buffer.isEmpty { return nil }
                defer { start = buffer.count }
                return line(to: buffer.count)
            }
        }
    }

    /// All that is left, as one text.
    func rest() throws(UsageError) -> String {
        while try fill() {
            if buffer.count - start > LineInput.limit { throw .inputLineTooLong(limit: LineInput.limit) }
        }
        hasEnded = true
        defer { start = buffer.count }
        return text(buffer[start...])
    }

    private func line(to end: Int) -> Line {
        var bytes = buffer[start..<end]
        if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
        return .text(text(bytes))
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        defer { isAtBeginning = false }
        return String(decoding: isAtBeginning && bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes, as: UTF8.self)
    }

    /// Reads another piece; false at the end.
    private func fill() throws(UsageError) -> Bool {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count > 0 {
                buffer += piece[..<count]
                return true
            }
            if count == 0 { return false }
            if errno != EINTR { throw .unreadable(path: name, reason: systemWords(errno)) }
        }
    }
}
