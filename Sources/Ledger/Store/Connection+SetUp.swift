import CSQLite

extension Connection {
    /// Settings of the connection itself, made before the first byte of the file is believed.
    func harden() throws(LedgerError) {
        let connection = try handle.open()
        // Defensive: no statement can write the file's inner tables. The other two: "text" in double quotes is a column, never a value.
        for (option, value) in [(SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0)]
            as [(Int32, Int32)]
        {
            let code = firstdesk_db_config(connection, option, value)
            guard code == SQLITE_OK else { throw LedgerError(code: code, on: connection, sql: nil) }
        }
        // Views and triggers of a file somebody else may have made call no function with side effects; a page's inner offsets are checked.
        try execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON")
    }

    /// Makes sure that the file is ours, and marks a new one.
    func identify() throws(LedgerError) {
        do throws(LedgerError) {
            // One statement, so that all three are of one moment: another desk may just be making the same file. It reads the schema
            // table too, so that a damaged one is found now and not in the middle of an act.
            let marks = """
                SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id, pragma_user_version
                """
            let header = try retryingWhileBusy { () throws(LedgerError) in
                try first(marks) { row throws(LedgerError) in (row.int64(0), row.int64(1), row.int64(2)) }
            }
            guard let (found, version, tables) = header else { throw LedgerError(.damaged, message: "the file has no header") }
            switch (found, mode) {
            case (Self.applicationID, .create) where version > 0:
                throw LedgerError(.exists, message: "there is a desk already")
            case (Self.applicationID, _):
                break
            case (0, .create) where tables == 0 && version == 0:
                try retryingWhileBusy { () throws(LedgerError) in try execute("PRAGMA application_id = \(Self.applicationID)") }
            case (0, _) where tables == 0 && version == 0:
                throw LedgerError(.notFound, message: "the file is empty: no desk was made in it yet")
            default:
                throw LedgerError(.foreignFile, message: "the file belongs to another program")
            }
        } catch {
            throw foreignOrDamaged(error)
        }
        if mode != .readOnly, sqlite3_db_readonly(try handle.open(), "main") == 1 {
            // SQLite opens a write-protected file for reading without a word.
            throw LedgerError(.readOnly, code: SQLITE_READONLY, message: "the file is write-protected")
        }
    }

    /// How the file is kept: safe first, small in memory second.
    func setUp() throws(LedgerError) {
        if mode != .readOnly {
            let journal = try retryingWhileBusy { () throws(LedgerError) in try text("PRAGMA journal_mode = WAL") }
            guard journal == "wal" else { throw LedgerError(.io, message: "the file system allows no write-ahead log") }
        }
        // FULL: a commit in a write-ahead log is on the disk when it returns. secure_delete: erased contents are overwritten, as
        // retention asks (1-domain, "The ledger"). No memory map: a file cut short would then end the program by a signal instead of
        // an error, and its pages would count as ours. The cache is in KiB (negative), the limit of an idle log in bytes.
        try execute(
            """
            PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA mmap_size = 0; \
            PRAGMA cache_size = -4096; PRAGMA journal_size_limit = 8388608
            """
        )
    }

    /// Parts SQLite's "file is not a database" in two: with our kind of first line it is damage, else another program's file.
    private func foreignOrDamaged(_ error: LedgerError) -> LedgerError {
        guard error.kind == .foreignFile, error.code != 0 else { return error }
        if Self.isBeginningSound(path) { return LedgerError(.damaged, code: error.code, message: error.message, sql: error.sql) }
        return LedgerError(.foreignFile, code: error.code, message: "")
    }

    private static func isBeginningSound(_ path: String) -> Bool {
        // Empty files are sound too: SQLite takes them for new ones.
        let magic = Array("SQLite format 3\u{0}".utf8)
        let found = DeskFile.beginning(of: path, count: magic.count)
        return found.isEmpty || found == magic
    }
}
