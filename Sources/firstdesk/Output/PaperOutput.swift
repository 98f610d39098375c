import ComplaintRules
import DeskPapers
import Glibc
import TableFiles

import enum TerminalKit.TextWidth

extension TextRuler {
    /// The terminal's own measure, the one of the whole program.
    static let terminal = TextRuler(
        columns: { TextWidth.columns(of: $0) },
        visible: { TextWidth.visible($0) },
        wrap: { TextWidth.wrap($0, to: $1).map(String.init) }
    )
}

/// Where a paper goes: to standard output, or to a file for its owner's eyes only.
struct PaperOutput {
    private let invocation: Invocation

    /// Makes the way out of a command.
    init(_ invocation: Invocation) { self.invocation = invocation }

    static let fileOption = OptionSpec("output", "FILE", Phrase(en: "writes to a file (also -o)", zh: "写入文件（也可用 -o）"))
    static let replaceOption = OptionSpec(
        "replace",
        Phrase(en: "overwrites the file where there is one", zh: "文件已存在时覆盖")
    )
    static let bomOption = OptionSpec(
        "bom",
        Phrase(en: "begins a csv file with the mark that Excel looks for", zh: "csv 文件开头加 Excel 识别的标记")
    )
    static let asciiOption = OptionSpec(
        "ascii",
        Phrase(en: "frames and bars of plain characters, in text", zh: "文本中的框线和条形只用 ASCII 字符")
    )

    /// Whether what is written leaves the desk as a file, and is not only read on a terminal.
    var leavesDesk: Bool { invocation.arguments.has("output") || !invocation.console.output.isTerminal }

    /// Checks that no file stands where `--output` says, unless it may be overwritten: before anything is read, so that nothing is done in vain.
    ///
    /// - Throws: `UsageError.fileIsThere`.
    func check() throws(UsageError) {
        guard let path = invocation.arguments.value("output"), !invocation.arguments.has("replace") else { return }
        var status = stat()
        // What is no file of contents, such as a terminal or /dev/null, loses nothing.
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { throw .fileIsThere(path: path) }
    }

    /// A document as text: as wide as the terminal, 80 columns where there is none, or as a landscape sheet.
    func text(_ document: Document, width: Int? = nil) -> String {
        let usual = document.isLandscape ? 132 : 80
        let width = width ?? min(invocation.console.output.terminalColumns ?? usual, usual)
        return TextWriter(.terminal, width: width, ascii: invocation.arguments.has("ascii")).lines(document).map { $0 + "\n" }.joined()
    }

    /// Writes a text to where `--output` says.
    ///
    /// - Throws: `UsageError.unwritable`.
    func write(_ text: String) throws(UsageError) { try write(Array(text.utf8)) }

    /// Writes bytes to where `--output` says.
    ///
    /// - Throws: `UsageError.unwritable`.
    func write(_ bytes: [UInt8]) throws(UsageError) {
        guard let path = invocation.arguments.value("output") else {
            invocation.console.output.write(bytes)
            return
        }
        try PaperOutput.write(bytes, to: path, isReplacing: invocation.arguments.has("replace"))
    }

    /// What a library wrote that writes to files only, by way of one that is gone afterwards.
    static func throughFile(_ write: (String) throws(XLSXFault) -> Void) throws(XLSXFault) -> [UInt8] {
        var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/firstdesk-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw XLSXFault(words: systemWords(errno)) }
        defer {
            unlink(&template)
            close(descriptor)
        }
        try write(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
        guard let file = fopen(&template, "re") else { throw XLSXFault(words: systemWords(errno)) }
        defer { fclose(file) }
        var (bytes, piece): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = fread(&piece, 1, piece.count, file)
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }

    /// Writes a file that only its owner may read.
    ///
    /// - Parameter isReplacing: whether in place of one that is there.
    /// - Throws: `UsageError.fileIsThere`, `.unwritable`.
    static func write(_ bytes: [UInt8], to path: String, isReplacing: Bool) throws(UsageError) {
        var file = open(path, O_WRONLY | O_CREAT | (isReplacing ? O_TRUNC : O_EXCL) | O_CLOEXEC, 0o600)
        if file < 0, errno == EEXIST {
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { throw .fileIsThere(path: path) }
            file = open(path, O_WRONLY | O_CLOEXEC)
        }
        guard file >= 0 else { throw .unwritable(path: path, reason: systemWords(errno)) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                close(file)
                throw .unwritable(path: path, reason: systemWords(code))
            }
            rest = rest.dropFirst(count)
        }
        guard close(file) == 0 else { throw .unwritable(path: path, reason: systemWords(errno)) }
    }
}

extension UsageError {
    /// A workbook that could not be written.
    init(_ fault: XLSXFault) {
        self = fault.package.map { .noWorkbooks(package: $0) } ?? .unwritable(path: "xlsx", reason: fault.words)
    }
}
