import CSQLite
import Glibc

/// SQLite's connection object and the memory its busy handler looks at, freed together and last.
///
/// Statements hold on to it: one that outlives its `Connection` still finds sound memory.
final class DatabaseHandle {
    private var pointer: OpaquePointer?
    /// Allocated by hand because SQLite keeps the address for the handler.
    private let wait: UnsafeMutablePointer<BusyWait>

    /// Before the first connection of the program, since it can be said only then: nobody asks how much memory SQLite has taken. Where it
    /// is refused, it only costs time.
    private static let setUp: Void = { _ = firstdesk_count_memory(0) }()

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - flags: SQLite's open flags.
    ///   - patience: how long to wait for other processes, in milliseconds.
    init(path: String, flags: Int32, patience: Int) throws(LedgerError) {
        DatabaseHandle.setUp
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            // Even a failed open makes an object that has to be closed ("Opening A New Database Connection").
            let error = LedgerError(code: code, on: opened, sql: nil)
            sqlite3_close_v2(opened)
            throw error
        }
        pointer = opened
        wait = .allocate(capacity: 1)
        wait.initialize(to: BusyWait(limit: UInt64(max(0, patience)) * 1_000_000))
        sqlite3_extended_result_codes(opened, 1)
        sqlite3_busy_handler(opened, { context, round in BusyWait.goesOn(context, round: round) }, wait)
    }

    /// The open connection.
    ///
    /// - Throws: `.misuse` after `close()`.
    func open() throws(LedgerError) -> OpaquePointer {
        guard let pointer else { throw LedgerError(.misuse, message: "the connection is closed") }
        return pointer
    }

    /// How long to wait for other processes, in nanoseconds.
    var patience: UInt64 {
        get { wait.pointee.limit }
        set { wait.pointee.limit = newValue }
    }

    /// Closes; statements still alive stay sound, and SQLite ends the connection with the last of them.
    func close() {
        sqlite3_close_v2(pointer)
        pointer = nil
    }

    deinit {
        close()
        wait.deinitialize(count: 1)
        wait.deallocate()
    }
}

/// How a connection waits for a lock that another process holds: short uneven naps up to a limit.
///
/// SQLite's own handler (`busy_timeout`) lengthens its naps to 100 ms, so that whoever has waited longest asks least often;
/// with several busy desks that can starve one of them until its time is up.
struct BusyWait {
    /// The longest wait for one lock, in nanoseconds.
    var limit: UInt64
    /// When the present wait began, on the monotonic clock.
    private var began: UInt64 = 0

    init(limit: UInt64) {
        self.limit = limit
    }

    /// What the busy handler answers: 1 to try again, 0 to give up.
    ///
    /// - Parameter round: how often it was called for the same lock, from 0.
    static func goesOn(_ context: UnsafeMutableRawPointer?, round: Int32) -> Int32 {
        guard let wait = context?.assumingMemoryBound(to: BusyWait.self) else { return 0 }
        let now = monotonicNanoseconds()
        if round == 0 { wait.pointee.began = now }
        guard now - wait.pointee.began < wait.pointee.limit else { return 0 }
        nap()
        return 1
    }

    /// Sleeps between half a millisecond and six, at random, so that waiting desks do not keep step.
    static func nap() {
        var length = timespec(tv_sec: 0, tv_nsec: Int.random(in: 500_000...6_000_000))
        // Woken early by a signal it is a shorter nap; the caller tries again either way.
        nanosleep(&length, nil)
    }

    /// Nanoseconds on the monotonic clock, which no correction of the wall clock moves.
    static func monotonicNanoseconds() -> UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
    }
}
