import Glibc

extension TerminalSession {
    /// Reads until the program has nothing more to do: for the time of `quiet` it wrote nothing, has read all that was sent, and every
    /// thread of it slept, the main one in a call that waits for input.
    ///
    /// It is the process in the terminal's foreground that is looked at: under a shell, the one that the shell runs there.
    ///
    /// - Throws: `HarnessFailure` with the whole screen when this does not come within `limit`, or the program ends.
    func waitForIdle(quiet: Duration = .milliseconds(60), limit: Duration = .seconds(15)) throws(HarnessFailure) {
        let start = ContinuousClock.now
        var quietSince = start
        while true {
            let hasWritten = try pump(milliseconds: 4)
            // The end is looked at before the output's last bytes are read, so that the screen in the failure is the last one.
            if hasEnded() {
                try readRest()
                throw failure("ended instead of waiting for input")
            }
            let now = ContinuousClock.now
            if hasWritten || !isWaiting() {
                quietSince = now
            } else if now - quietSince >= quiet {
                return
            }
            if now - start > limit { throw failure("not idle within \(limit)") }
        }
    }

    /// Reads until the screen shows a text within one row.
    ///
    /// - Throws: `HarnessFailure` with the whole screen when it does not come within `limit`, or the program ends without.
    func waitFor(_ text: String, limit: Duration = .seconds(15)) throws(HarnessFailure) {
        try waitUntil("the screen shows \"\(text)\"", limit: limit) { $0.rows.contains { $0.contains(text) } }
    }

    /// Reads until the screen shows a text no more.
    ///
    /// - Throws: `HarnessFailure` with the whole screen when it is still there after `limit`, or when the program ended.
    func waitForNo(_ text: String, limit: Duration = .seconds(15)) throws(HarnessFailure) {
        try waitUntil("the screen shows \"\(text)\" no more", limit: limit) { !$0.rows.contains { $0.contains(text) } }
    }

    /// Reads until something is so, which `words` name for the failure.
    ///
    /// - Throws: `HarnessFailure` with the whole screen when it is not so within `limit`, or when the program ended without.
    func waitUntil(
        _ words: String,
        limit: Duration = .seconds(15),
        _ isSo: (TerminalSession) -> Bool
    ) throws(HarnessFailure) {
        let deadline = ContinuousClock.now + limit
        while !isSo(self) {
            if hasEnded() {
                try readRest()
                if isSo(self) { return }
                throw failure("ended before \(words)")
            }
            guard ContinuousClock.now < deadline else { throw failure("not within \(limit): \(words)") }
            try pump(milliseconds: 10)
        }
    }

    /// Reads until the program has ended, and all that it wrote.
    ///
    /// - Throws: `HarnessFailure` with the whole screen when it still runs after `limit`.
    @discardableResult
    func waitForExit(limit: Duration = .seconds(15)) throws(HarnessFailure) -> ExitStatus {
        let deadline = ContinuousClock.now + limit
        while !hasEnded() {
            guard ContinuousClock.now < deadline else { throw failure("still running after \(limit)") }
            try pump(milliseconds: 2)
        }
        try readRest()
        guard let status else { throw failure("ended without a status") }
        return status
    }

    /// Whether the program is stopped (SIGSTOP, Ctrl-Z under a shell that has job control).
    var isStopped: Bool {
        ProcessFacts.states(of: process).first == "T"
    }

    /// Reads what an ended program left in the terminal: all is there already, for the kernel took it before the end.
    private func readRest() throws(HarnessFailure) {
        while !hasHungUp, try pump(milliseconds: 0) {}
    }

    /// Whether the process in the foreground has read all that was sent and waits for more.
    private func isWaiting() -> Bool {
        // On Linux the master answers for the other side. Between fork and setsid there is no group yet.
        let foreground = tcgetpgrp(master)
        guard foreground > 0, ProcessFacts.isWaitingForInput(foreground) else { return false }
        return unreadCount() == 0
    }

    /// How many bytes were sent that the program could read and has not: in line mode, those of whole lines. Nil when the
    /// terminal does not say, as when it was just closed.
    private func unreadCount() -> Int32? {
        // TIOCGPTN of ioctl_tty(2), _IOR('T', 0x30, unsigned int): Swift imports neither the macro nor ptsname_r.
        var number: UInt32 = 0
        guard ioctl(master, 0x8004_5430, &number) == 0 else { return nil }
        // Opened for the question only: kept open, it would hide that the program closed its side.
        let other = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard other >= 0 else { return nil }
        defer { close(other) }
        var count: Int32 = 0
        return ioctl(other, UInt(FIONREAD), &count) == 0 ? count : nil
    }
}
