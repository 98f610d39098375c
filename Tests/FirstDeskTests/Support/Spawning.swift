import Glibc
import Synchronization

/// How a process ended (wait(2)).
enum ExitStatus: Equatable, CustomStringConvertible {
    /// It ended by itself with this code.
    case exited(Int32)
    /// A signal ended it.
    case signalled(Int32)

    /// Takes apart what waitpid gave: the C macros for it are not imported.
    init(waited status: Int32) {
        let signal = status & 0x7f
        self = signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
    }

    /// The status in words.
    var description: String {
        switch self {
        case .exited(let code): "exit status \(code)"
        case .signalled(let signal): "signal \(signal) (\(String(cString: strsignal(signal))))"
        }
    }
}

/// What every start of a process here needs.
enum Spawning {
    /// One start at a time: between the making of a descriptor and its mark "closed on exec", no other process may be started, for it would
    /// keep a pipe or a terminal open that a test waits to see closed.
    private static let gate = Mutex(())

    /// Runs the start of a process alone, and with no signal blocked.
    ///
    /// The threads that run tests belong to libdispatch, which blocks nearly all signals on them; a process started there would inherit that
    /// and never hear of a resize or a request to end.
    static func alone<Result: Sendable>(_ start: () throws(HarnessFailure) -> Result) throws(HarnessFailure) -> Result {
        try gate.withLock { (_) throws(HarnessFailure) -> Result in
            var none = sigset_t()
            var before = sigset_t()
            sigemptyset(&none)
            pthread_sigmask(SIG_SETMASK, &none, &before)
            defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
            return try start()
        }
    }

    /// The environment of a started program: the same on every machine, whatever the one of the test run holds.
    ///
    /// There is no `LINES` or `COLUMNS`, which curses would believe before it asks the terminal.
    static func environment(home: String, changes: [String: String]) -> [String] {
        let plain = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
        return plain.merging(changes) { _, changed in changed }.map { "\($0.key)=\($0.value)" }.sorted()
    }

    /// Lends strings as a C array ended by a null pointer, for the time of the call.
    static func withCStrings<Result, Failure: Error>(
        _ strings: [String],
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var pointers = strings.map { strdup($0) } + [nil]
        defer {
            for pointer in pointers { free(pointer) }
        }
        return try body(&pointers)
    }
}
