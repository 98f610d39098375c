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

/// Where a program that a test starts takes the time from. Nothing that a test expects may depend on when it runs, so each start has one.
enum ProgramClock: Sendable {
    /// This moment is handed in (`FIRSTDESK_AT`): a command's clock stands there, that of the full screen ticks on from it.
    case at(String)
    /// The machine's clock, since a real desk takes no other; `Walls.machineClocks` says where this may stand, and why.
    case machine

    /// An open Friday morning.
    static let usual = ProgramClock.at("2026-11-20T09:00:00+08:00")
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

    /// The variables by which libfaketime gives a process another date.
    private static let ofFakedDate = ["LD_PRELOAD", "FAKETIME", "FAKETIME_SHARED", "FAKETIME_DONT_FAKE_MONOTONIC"]

    /// Whether a line `NAME=value` is one of the variables by which the whole run has another date.
    static func isOfFakedDate(_ line: String) -> Bool {
        ofFakedDate.contains { line.hasPrefix("\($0)=") }
    }

    /// The environment of a started program: the same on every machine, whatever the one of the test run holds.
    ///
    /// There is no `LINES` or `COLUMNS`, which curses would believe before it asks the terminal. Terminals are looked for where Debian's
    /// packages ncurses-base and ncurses-term put them, and nowhere else.
    static func environment(home: String, clock: ProgramClock, changes: [String: String]) -> [String] {
        var plain = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "TZ": "Etc/UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color", "TERMINFO": "/lib/terminfo", "TERMINFO_DIRS": "/usr/share/terminfo",
        ]
        if case .at(let moment) = clock { plain["FIRSTDESK_AT"] = moment }
        // Where the whole run has another date by libfaketime, so have the programs under test: one that read the machine's clock would show.
        for name in ofFakedDate {
            if let value = getenv(name) { plain[name] = String(cString: value) }
        }
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
