import Glibc
import TableFiles

import enum TerminalKit.TextWidth

/// Standard output could not be written.
struct OutputFailure: Error {
    /// The system's error number.
    let code: Int32
    /// Whether what was to be told is done all the same; else nothing was, since it could not be told.
    var isWorkDone = true

    /// The system's words.
    var reason: String { systemWords(code) }

    /// Ends the program as a program ends that writes to a pipe nobody reads any more, such as that of `head`: without a word.
    func endQuietlyIfNobodyReads() {
        guard code == EPIPE else { return }
        // Whoever started the program may have had the signal ignored.
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
    }
}

/// An output of the program, written in large pieces.
final class OutputStream {
    private let descriptor: Int32
    /// Whether somebody reads it on a screen.
    private(set) lazy var isTerminal = isatty(descriptor) == 1
    private var pending: [UInt8] = []
    private var failure: OutputFailure?

    /// Makes a stream to an open descriptor.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The width of the terminal in columns; nil where it goes to none.
    var terminalColumns: Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Takes text; it is written when enough has come together. A failure is kept for `flush`.
    func write(_ text: String) { write(Array(text.utf8)) }

    /// Takes bytes, as `write(_:)` does.
    func write(_ bytes: [UInt8]) {
        pending += bytes
        if pending.count >= 1 << 16 { attempt() }
    }

    /// Takes a line, or several. On a terminal what would command it is shown as signs (2-screens, rule 10); a file gets every byte.
    func line(_ text: String = "") {
        guard isTerminal, text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return write(text + "\n") }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { TextWidth.visible(String($0)) }
        write(lines.joined(separator: "\n") + "\n")
    }

    /// Writes all that was taken.
    ///
    /// - Throws: `OutputFailure`, also for what could not be written earlier.
    func flush() throws(OutputFailure) {
        attempt()
        guard let failure else { return }
        // Told once, so that the program can still end in order.
        self.failure = nil
        throw failure
    }

    private func attempt() {
        var rest = pending[...]
        pending = []
        while failure == nil, !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                failure = OutputFailure(code: errno)
            }
        }
    }
}
