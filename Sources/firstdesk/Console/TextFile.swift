import Glibc

/// Small text files that a command line names: a script of keys, a screen.
enum TextFile {
    /// All lines of a file, joined by line feeds.
    static func read(_ path: String) throws(UsageError) -> String {
        let input = try LineInput(path: path)
        var lines: [String] = []
        while let line = try input.next() {
            guard case .text(let text) = line else { throw .inputLineTooLong(limit: LineInput.limit) }
            lines.append(text)
        }
        return lines.joined(separator: "\n")
    }

    /// Writes a file anew.
    static func write(_ text: String, to path: String) throws(UsageError) {
        guard let file = fopen(path, "we") else { throw .unwritable(path: path, reason: systemWords(errno)) }
        let bytes = Array(text.utf8)
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw .unwritable(path: path, reason: systemWords(errno)) }
    }
}
