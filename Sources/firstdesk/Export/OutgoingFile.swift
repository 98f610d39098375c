import ComplaintRules
import Glibc
import Ledger
import TableFiles

/// A file that leaves the desk: written beside its place and put there when it is whole, for its owner's eyes only; or to standard output.
final class OutgoingFile {
    private let path: String?
    private let isReplacing: Bool
    private let temporary: String
    private let file: Int32
    private var waiting: [UInt8] = []
    private let hasher = FileDigest()
    private var isDone = false

    /// Begins a file.
    ///
    /// - Parameter path: where it is to be; nil for standard output.
    /// - Throws: `UsageError.fileIsThere`, `.unwritable`.
    init(_ invocation: Invocation) throws(UsageError) {
        try PaperOutput(invocation).check()
        path = invocation.arguments.value("output")
        isReplacing = invocation.arguments.has("replace")
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array(((path ?? "\(folder)/firstdesk") + ".XXXXXX").utf8CString)
        file = mkstemp(&template)
        guard file >= 0 else { throw .unwritable(path: path ?? folder, reason: systemWords(errno)) }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        close(file)
        if !isDone { unlink(temporary) }
    }

    /// Appends a text, which counts for the digest.
    func write(_ text: String) throws(UsageError) { try write(Array(text.utf8)) }

    /// Appends bytes, which count for the digest.
    func write(_ bytes: [UInt8]) throws(UsageError) {
        hasher.take(bytes[...])
        try append(bytes)
    }

    /// The digest of all that was written so far, in hexadecimal. What follows does not count.
    func digest() -> String { hasher.finish() }

    /// Appends a line behind what the digest is of, and puts the file in its place.
    func finish(_ last: String = "", _ invocation: Invocation) throws(UsageError) {
        try append(Array(last.utf8))
        try flush()
        guard let path else {
            try copyOut(invocation)
            return
        }
        guard fsync(file) == 0 else { throw .unwritable(path: path, reason: systemWords(errno)) }
        // A link never takes the place of a file that came since, as a renaming would.
        let isPlaced = isReplacing ? rename(temporary, path) == 0 : link(temporary, path) == 0
        if !isPlaced, errno == EEXIST { throw .fileIsThere(path: path) }
        guard isPlaced else { throw .unwritable(path: path, reason: systemWords(errno)) }
        if !isReplacing { unlink(temporary) }
        isDone = true
    }

    private func append(_ bytes: [UInt8]) throws(UsageError) {
        waiting += bytes
        if waiting.count >= 1 << 16 { try flush() }
    }

    private func flush() throws(UsageError) {
        var rest = waiting[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .unwritable(path: path ?? temporary, reason: systemWords(errno)) }
            rest = rest.dropFirst(count)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func copyOut(_ invocation: Invocation) throws(UsageError) {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var place: off_t = 0
        let output = invocation.console.output
        var line: [UInt8] = []
        while true {
            let count = pread(file, &piece, piece.count, place)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unwritable(path: temporary, reason: systemWords(errno)) }
            if count == 0 { break }
            place += off_t(count)
            guard output.isTerminal else {
                output.write(Array(piece[..<count]))
                continue
            }
            // On a terminal what would command it is shown and not obeyed (2-screens, rule 10); a file gets every byte.
            line += piece[..<count]
            while let end = line.firstIndex(of: 0x0A) {
                output.line(String(decoding: line[..<end].filter { $0 != 0x0D }, as: UTF8.self))
                line.removeSubrange(...end)
            }
        }
        if !line.isEmpty { output.line(String(decoding: line, as: UTF8.self)) }
    }
}
