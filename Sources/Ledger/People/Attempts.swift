import ComplaintRules
import Glibc

/// Counts the attempts to get in at one door before each is tried, so that attempts side by side and programs that are killed count too, and
/// says how long the next one has to wait.
///
/// The wait is measured by how long the machine has run: no date shortens it or makes it longer. After a restart it begins anew, so that it
/// never lasts longer than the hour of `SignInRules`. Not made of events: a counter is forgotten with the first success.
struct Attempts {
    /// What somebody wants to get into.
    enum Door: Equatable {
        case signIn(StaffNumber)
        case recovery

        /// As it stands in the file.
        fileprivate var text: String {
            switch self {
            case .signIn(let number): "staff \(number.text)"
            case .recovery: "recovery"
            }
        }
    }

    /// Longer than any wait, in milliseconds.
    private static let longest: Int64 = 3_600_000

    let connection: Connection
    let now: RunningTime

    /// Whether the next attempt at a door would have to wait now.
    func isWaiting(at door: Door) throws(LedgerError) -> Bool {
        guard let kept = try kept(at: door) else { return false }
        let wait = SignInRules.secondsToWait(afterFailures: kept.failures)
        if kept.boot != now.boot { return wait > 0 }
        return now.milliseconds.subtractingReportingOverflow(kept.at).partialValue < wait * 1000
    }

    private func kept(at door: Door) throws(LedgerError) -> (failures: Int, boot: String, at: Int64)? {
        try connection.first("SELECT failures, boot, at FROM attempt WHERE door = ?", door.text) { row throws(LedgerError) in
            (failures: max(0, row.int(0)), boot: row.text(1), at: row.int64(2))
        }
    }

    /// Counts an attempt that begins, inside a transaction.
    ///
    /// - Returns: how many have begun since the last success; nil, and none was counted, where the wait is not over.
    /// - Throws: `LedgerError`.
    func begin(at door: Door) throws(LedgerError) -> (count: Int?, wait: Int64) {
        let kept = try kept(at: door)
        let failures = kept?.failures ?? 0
        let wait = SignInRules.secondsToWait(afterFailures: failures)
        if wait > 0, let kept {
            let since = kept.boot == now.boot ? now.milliseconds.subtractingReportingOverflow(kept.at).partialValue : -1
            guard since >= 0 else {
                // Of another run of the machine: the wait begins anew.
                try write(failures, at: door)
                return (nil, wait)
            }
            if since < wait * 1000 { return (nil, (wait * 1000 - since + 999) / 1000) }
        }
        // The numbers of nobody are counted as others are, and forgotten once their wait is over.
        try connection.run(
            """
            DELETE FROM attempt WHERE door LIKE 'staff %' AND substr(door, 7) NOT IN (SELECT number FROM staff) AND (boot <> ? OR at < ?)
            """,
            now.boot,
            now.milliseconds - Attempts.longest
        )
        let count = failures == .max ? failures : failures + 1
        try write(count, at: door)
        return (count, 0)
    }

    /// Forgets the attempts at a door: one succeeded, or a manager lets somebody try at once.
    func forget(_ door: Door) throws(LedgerError) {
        try connection.run("DELETE FROM attempt WHERE door = ?", door.text)
    }

    private func write(_ failures: Int, at door: Door) throws(LedgerError) {
        try connection.run(
            "INSERT OR REPLACE INTO attempt(door, failures, boot, at) VALUES (?, ?, ?, ?)",
            door.text,
            failures,
            now.boot,
            now.milliseconds
        )
    }
}

/// The turn to sign in at a desk: one after the other, so that those who come at once with the right passcode are no wrong ones to each other.
///
/// A lock on the desk's folder, which the system lets go of however a program ends (flock(2)). It spares nobody a count: where it cannot be
/// had in time, or not at all, the counts alone decide.
struct SignInTurn {
    private let descriptor: Int32

    /// Waits for the turn, for so many nanoseconds at most.
    init(inDesk folder: String, patience: UInt64) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        let deadline = BusyWait.monotonicNanoseconds() + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, BusyWait.monotonicNanoseconds() < deadline else { return }
            BusyWait.nap()
        }
    }

    /// Lets the next one in.
    func end() {
        if descriptor >= 0 { close(descriptor) }
    }
}
