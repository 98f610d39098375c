import Glibc
import TableFiles

/// Small text files that a command line names: a script of keys, a screen.
enum TextFile {
    /// All lines of a file, joined by line feeds.
    static func read(_ path: String) throws(UsageError) -> String {
        let input: LineFile
        do throws(TextFileError) {
            input = LineFile(try TextSource(path: path, .said(.utf8)))
        } catch {
            throw .cannotRead(file: path, error)
        }
        var lines: [String] = []
        while let row = try input.next(of: path) {
            switch row {
            case .line(let line): lines.append(line.text)
            case .refused(let refusal): throw .badFile(path: path, refusal)
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Copies a file to a place where there is none yet, for its owner's eyes only.
    static func copy(_ path: String, to target: String) throws(UsageError) {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw .unreadable(path: path, reason: systemWords(errno)) }
        defer { close(source) }
        let copy = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard copy >= 0 else { throw .unwritable(path: target, reason: systemWords(errno)) }
        while true {
            let count = sendfile(copy, source, nil, 1 << 20)
            if count > 0 || count < 0 && errno == EINTR { continue }
            let code = errno
            guard close(copy) == 0, count == 0 else {
                unlink(target)
                throw .unwritable(path: target, reason: systemWords(code))
            }
            return
        }
    }

    /// Writes a file anew.
    static func write(_ text: String, to path: String) throws(UsageError) {
        guard let file = fopen(path, "we") else { throw .unwritable(path: path, reason: systemWords(errno)) }
        let bytes = Array(text.utf8)
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw .unwritable(path: path, reason: systemWords(errno)) }
    }
}
