/// One step of the tables from a version to the next: SQL for what lasts, and where the kept tables changed, these anew from the events, so
/// that a new column is filled in a desk of yesterday. Once released a step never changes.
struct Migration: Equatable, Sendable {
    /// The version that the tables have afterwards; the first is 1.
    let version: Int
    /// What it does, in a word or two; goes into error messages.
    let name: String
    /// Statements separated by `;`, about the lasting tables only; may be empty.
    var sql = ""
    /// Whether the kept tables are to be made anew, as this program wants them.
    var isRebuilding = false
}

/// All migrations in order, and what to do with them when a file is opened.
struct MigrationPlan: Sendable {
    /// From version 1 upwards without a gap.
    var migrations: [Migration]

    /// The version that this program writes.
    var latest: Int { migrations.last?.version ?? 0 }

    /// Brings the tables up to date, each step in one transaction with its version.
    ///
    /// Desks that open an old file at once do each step once: the version is read again inside the transaction.
    ///
    /// - Throws: `.newerVersion` for a file of a newer program, which stays untouched; else what SQLite reports, with the step's name.
    /// - Parameter before: is called once before the first step of a file that has something in it, so that a copy can be made.
    func apply(to connection: Connection, before: () throws(LedgerError) -> Void = {}) throws(LedgerError) {
        try check(connection)
        let found = try connection.schemaVersion
        if found > 0, found < latest { try before() }
        guard migrations.enumerated().allSatisfy({ $0.element.version == $0.offset + 1 }) else {
            throw LedgerError(.misuse, message: "migrations are not numbered from 1 without a gap")
        }
        let rebuilding = migrations.last { $0.isRebuilding }?.version
        for migration in migrations where try connection.schemaVersion < migration.version {
            do {
                try connection.transaction {
                    guard try connection.schemaVersion == migration.version - 1 else { return }
                    try connection.execute(migration.sql)
                    // One rebuilding makes all kept tables as they are in this program; those before it would do the same work for nothing.
                    if migration.version == rebuilding { try Schema.rebuild(in: connection) }
                    try connection.execute("PRAGMA user_version = \(migration.version)")
                }
            } catch let error as LedgerError {
                let message = "migration \(migration.version), \(migration.name): \(error.message)"
                throw LedgerError(error.kind, code: error.code, message: message, sql: error.sql)
            } catch {
                throw LedgerError(.misuse, message: "migration \(migration.version), \(migration.name): \(type(of: error))")
            }
        }
        try check(connection)
    }

    /// Refuses a file that a newer program wrote.
    func check(_ connection: Connection) throws(LedgerError) {
        let found = try connection.schemaVersion
        if found > latest {
            throw LedgerError(.newerVersion, message: "the file has version \(found), this program knows \(latest)")
        }
    }
}
