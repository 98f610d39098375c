import CSQLite

extension Connection {
    /// Whether a transaction or a read snapshot is open.
    var isInTransaction: Bool {
        get throws(LedgerError) { sqlite3_get_autocommit(try handle.open()) == 0 }
    }

    /// Does `body` in one transaction that can write: all of it is on the disk when this returns, or nothing of it happened.
    ///
    /// It begins IMMEDIATE: a transaction that reads first and writes later fails at once when another desk wrote in between, whatever
    /// the waiting time (SQLITE_BUSY_SNAPSHOT).
    ///
    /// - Throws: what `body` throws, after rolling back; `.busy` where other processes held the store too long; `.misuse` inside another
    ///   transaction, or while a query of this connection is still running; `.replaced` where the file was deleted, moved or replaced.
    func transaction<T>(_ body: () throws -> T) throws -> T {
        if let writeFault { throw writeFault }
        try beginImmediate()
        let result: T
        do {
            try lookout?.checkPlace()
            result = try body()
            try execute("COMMIT")
            // Before anybody is told: a file that was taken away meanwhile has it no more.
            try lookout?.checkPlace()
        } catch {
            try rollBack(after: error)
            throw error
        }
        return result
    }

    /// Does `body` on one unchanging view of the store; other desks may go on writing.
    ///
    /// Inside a transaction or another snapshot it is part of that one.
    ///
    /// - Throws: what `body` throws; `.busy` where the store could not be read.
    func read<T>(_ body: () throws -> T) throws -> T {
        if try isInTransaction { return try body() }
        try execute("BEGIN")
        let result: T
        do {
            // BEGIN alone takes no snapshot; the first read does.
            _ = try retryingWhileBusy { () throws(LedgerError) in try integer("SELECT 1 FROM sqlite_schema LIMIT 1") }
            result = try body()
            try execute("COMMIT")
        } catch {
            try rollBack(after: error)
            throw error
        }
        return result
    }

    /// Tries again as long as the store is busy and the connection's patience lasts, where SQLite itself does not wait: recovery of a
    /// log, a change of the journal mode, the last desk just closing.
    func retryingWhileBusy<T>(_ body: () throws(LedgerError) -> T) throws(LedgerError) -> T {
        let deadline = BusyWait.monotonicNanoseconds() + handle.patience
        while true {
            do throws(LedgerError) {
                return try body()
            } catch {
                guard error.kind == .busy, BusyWait.monotonicNanoseconds() < deadline else { throw error }
            }
            BusyWait.nap()
        }
    }

    private func beginImmediate() throws(LedgerError) {
        guard try !isInTransaction else { throw LedgerError(.misuse, message: "a transaction inside a transaction") }
        guard try !hasRunningStatement else {
            // It would hold an older snapshot, on which a write fails by chance. Better to fail always.
            throw LedgerError(.misuse, message: "a query is still running where a transaction is to begin")
        }
        try retryingWhileBusy { () throws(LedgerError) in try execute("BEGIN IMMEDIATE") }
    }

    private var hasRunningStatement: Bool {
        get throws(LedgerError) {
            let connection = try handle.open()
            var statement = sqlite3_next_stmt(connection, nil)
            while let current = statement {
                if sqlite3_stmt_busy(current) != 0 { return true }
                statement = sqlite3_next_stmt(connection, current)
            }
            return false
        }
    }

    /// Rolls back unless SQLite has done so already, as it does after a full disk or a failed write.
    private func rollBack(after cause: any Error) throws(LedgerError) {
        guard try isInTransaction else { return }
        do throws(LedgerError) {
            try execute("ROLLBACK")
        } catch {
            let reason = (cause as? LedgerError)?.description ?? "\(type(of: cause))"
            throw LedgerError(error.kind, code: error.code, message: "\(error.message), when undoing after \(reason)", sql: "ROLLBACK")
        }
    }
}
