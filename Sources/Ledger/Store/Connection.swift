import CSQLite
import Glibc
import Synchronization

/// One connection to the desk's file. Belongs to one thread at a time; every thread that works on the store opens its own.
final class Connection {
    /// How to open.
    enum Mode: Equatable, Sendable {
        /// Makes folder and file where they are missing, and refuses a file that already holds a desk.
        case create
        /// Opens an existing desk to work on it.
        case readWrite
        /// Opens an existing desk and changes nothing in it.
        case readOnly
    }

    /// Marks our files in SQLite's header: "FDK1" in ASCII.
    static let applicationID: Int64 = 0x4644_4B31

    /// The file.
    let path: String
    /// How it was opened.
    let mode: Mode
    let handle: DatabaseHandle
    /// The words of cases that are indexed later (`SearchTable`), by case; nil where they are indexed at once.
    var deferredWords: SearchTable.Deferred?
    /// The signatures that are made later; nil where each is made at once.
    var deferredSignatures: DeferredSignatures?
    /// The text that was compared last with earlier ones.
    var sketches = LatestSketch()
    /// Why nothing may be written, where something stands against it: the file is write-protected, or was found damaged.
    var writeFault: LedgerError?
    /// What looks after the file of a desk that is written to.
    var lookout: Lookout?
    private var isOpen = true
    private var kept: [String: Statement] = [:]
    /// More texts than the program has; a bound against texts put together at run time.
    private static let keptLimit = 160

    /// Opens the file and sets it up as the ledger needs it.
    ///
    /// - Parameters:
    ///   - path: the file, not the folder.
    ///   - patience: how long to wait for other processes that hold the store, in milliseconds.
    /// - Throws: `.notFound`, `.exists`, `.notAFile`, `.notAFolder`, `.noPermission`, `.readOnly`, `.networkFileSystem`, `.foreignFile`,
    ///   `.damaged`, `.full`, `.busy` or `.io`.
    init(path: String, mode: Mode, patience: Int = 10_000) throws(LedgerError) {
        self.path = path
        self.mode = mode
        switch mode {
        case .create: try DeskFile.make(path)
        case .readWrite, .readOnly: try DeskFile.check(path)
        }
        if mode == .readWrite { DeskFile.unprotectLog(of: path) }
        // No mutex: the class is not Sendable, so the compiler already keeps a connection to one thread.
        let access = mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        // Beside a file in a write-protected folder no index of a log can be made. Where there is no log, none is needed: nobody writes there.
        let isStill = mode == .readOnly && DeskFile.isStill(path)
        let name = isStill ? DeskFile.address(of: path) + "?immutable=1" : path
        handle = try DatabaseHandle(path: name, flags: access | SQLITE_OPEN_NOMUTEX | (isStill ? SQLITE_OPEN_URI : 0), patience: patience)
        if mode == .readOnly { writeFault = LedgerError(.readOnly, message: "opened for reading only") }
        Self.openPaths.withLock { $0[path, default: 0] += 1 }
        do throws(LedgerError) {
            try harden()
            try identify()
            try setUp()
        } catch {
            close()
            throw error
        }
    }

    /// How many connections this process has open, by path.
    private static let openPaths = Mutex<[String: Int]>([:])

    /// Whether this process has a connection to the file.
    static func isOpenHere(_ path: String) -> Bool { openPaths.withLock { $0[path] != nil } }

    deinit {
        close()
    }

    /// Closes the connection; later calls throw `.misuse`. Closing twice does nothing.
    func close() {
        guard isOpen else { return }
        isOpen = false
        lookout?.close()
        kept = [:]
        handle.close()
        Self.openPaths.withLock { open in
            let count = open[path, default: 1] - 1
            open[path] = count > 0 ? count : nil
        }
    }

    // MARK: Statements

    /// A prepared statement for the text, kept for the next time, reset and without values.
    ///
    /// As long as somebody holds one, the same text gives another, so that two uses never share their rows.
    func statement(_ sql: String) throws(LedgerError) -> Statement {
        if isKnownUniquelyReferenced(&kept[sql]), let statement = kept[sql] {
            statement.clear()
            return statement
        }
        let isFirst = kept[sql] == nil
        let statement = try Statement(sql, on: handle, persistent: isFirst)
        if isFirst {
            if kept.count >= Self.keptLimit { kept = [:] }
            kept[sql] = statement
        }
        return statement
    }

    /// Runs statements without values, separated by `;`. Only for our own fixed text.
    func execute(_ sql: String) throws(LedgerError) {
        let connection = try handle.open()
        let code = sqlite3_exec(connection, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw LedgerError(code: code, on: connection, sql: sql) }
    }

    /// Runs one statement to its end with values for its places `?`.
    func run(_ sql: String, _ values: (any SQLValue)?...) throws(LedgerError) {
        try statement(sql).run(all: values)
    }

    /// Hands each row of a query to `body`.
    func forEach(_ sql: String, _ values: (any SQLValue)?..., body: (Statement) throws(LedgerError) -> Void) throws(LedgerError) {
        try statement(sql).forEach(all: values, body: body)
    }

    /// What `read` makes of the first row of a query; nil where it gives none.
    func first<T>(
        _ sql: String,
        _ values: (any SQLValue)?...,
        read: (Statement) throws(LedgerError) -> T
    ) throws(LedgerError) -> T? {
        try statement(sql).first(all: values, read: read)
    }

    /// The integer in the first column of the first row; nil where there is no row or it holds NULL.
    func integer(_ sql: String, _ values: (any SQLValue)?...) throws(LedgerError) -> Int64? {
        try statement(sql).first(all: values) { row throws(LedgerError) in row.optionalInt64(0) } ?? nil
    }

    /// The text in the first column of the first row; nil where there is no row or it holds NULL.
    func text(_ sql: String, _ values: (any SQLValue)?...) throws(LedgerError) -> String? {
        try statement(sql).first(all: values) { row throws(LedgerError) in row.optionalText(0) } ?? nil
    }

    // MARK: What happened last

    /// A number that differs from an earlier one when another connection has committed since; cheap enough to ask at every tick.
    var dataVersion: Int64 {
        get throws(LedgerError) { try integer("PRAGMA data_version") ?? 0 }
    }

    /// The version of the tables (`user_version` in the header); 0 before the first migration.
    var schemaVersion: Int {
        get throws(LedgerError) { Int(try integer("PRAGMA user_version") ?? 0) }
    }

    /// Writes the log into the file and cuts the log to nothing, so that erased contents are in neither.
    ///
    /// - Returns: false where other readers held a part of it back.
    @discardableResult
    func checkpoint() throws(LedgerError) -> Bool {
        let blocked = try first("PRAGMA wal_checkpoint(TRUNCATE)") { row throws(LedgerError) in row.bool(0) }
        return blocked == false
    }
}
