import CSQLite

/// A prepared statement: values in, rows out. Belongs to one thread, as its connection does.
///
/// Columns are counted from 0 and may only be read between a `step()` that gave true and the next `step()` or `reset()`.
final class Statement {
    /// The text it was prepared from.
    let sql: String
    private let pointer: OpaquePointer
    /// Keeps the connection's memory alive for as long as the statement can be stepped.
    private let handle: DatabaseHandle

    /// Prepares one statement.
    ///
    /// - Parameter persistent: true for statements that are kept, which SQLite then stores differently.
    /// - Throws: `.misuse` for text that is not exactly one statement; else what reading the tables' definitions gives.
    init(_ sql: String, on handle: DatabaseHandle, persistent: Bool) throws(LedgerError) {
        let connection = try handle.open()
        var copy = sql
        var prepared: OpaquePointer?
        var hasMore = false
        let code = copy.withUTF8 { bytes -> Int32 in
            guard let start = bytes.baseAddress, let count = Int32(exactly: bytes.count) else { return SQLITE_MISUSE }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
                var tail: UnsafePointer<CChar>?
                let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
                let result = sqlite3_prepare_v3(connection, text, count, flags, &prepared, &tail)
                if let tail {
                    let rest = UnsafeBufferPointer(start: tail, count: bytes.count - (tail - text))
                    hasMore = rest.contains { $0 != 0x20 && $0 != 0x0A && $0 != 0x3B }
                }
                return result
            }
        }
        guard code == SQLITE_OK else { throw LedgerError(code: code, on: connection, sql: sql) }
        guard let prepared, !hasMore else {
            sqlite3_finalize(prepared)
            throw LedgerError(.misuse, message: "not exactly one statement", sql: sql)
        }
        self.sql = sql
        self.handle = handle
        pointer = prepared
    }

    deinit {
        // The result only repeats the last step's error, which was thrown there.
        sqlite3_finalize(pointer)
    }

    // MARK: Values in

    /// Binds values to the places `?`, in order, after a reset. Every place must get one.
    ///
    /// - Throws: `.misuse` where their number is not that of the places; `.tooLarge` for a value beyond SQLite's limit.
    func bind(_ values: (any SQLValue)?...) throws(LedgerError) {
        try bind(all: values)
    }

    /// Binds a list of values to the places `?`, as `bind(_:)` does.
    func bind(all values: [(any SQLValue)?]) throws(LedgerError) {
        reset()
        guard values.count == Int(sqlite3_bind_parameter_count(pointer)) else {
            throw LedgerError(.misuse, message: "\(values.count) values for \(sqlite3_bind_parameter_count(pointer)) places", sql: sql)
        }
        var position: Int32 = 0
        for value in values {
            position += 1
            let code = value?.bind(to: pointer, at: position) ?? sqlite3_bind_null(pointer, position)
            guard code == SQLITE_OK else { throw LedgerError(code: code, on: sqlite3_db_handle(pointer), sql: sql) }
        }
    }

    // MARK: Running

    /// Goes on to the next row; false when there is none, and the statement is then reset.
    ///
    /// - Throws: whatever SQLite reports; the statement is then reset as well.
    func step() throws(LedgerError) -> Bool {
        let code = sqlite3_step(pointer)
        switch code {
        case SQLITE_ROW:
            return true
        case SQLITE_DONE:
            sqlite3_reset(pointer)
            return false
        default:
            // Read before the reset, which would put its own result in place of it.
            let error = LedgerError(code: code, on: sqlite3_db_handle(pointer), sql: sql)
            sqlite3_reset(pointer)
            throw error
        }
    }

    /// Binds values and runs to the end, passing over rows if there are any.
    func run(_ values: (any SQLValue)?...) throws(LedgerError) {
        try run(all: values)
    }

    /// Binds a list of values and runs to the end, as `run(_:)` does.
    func run(all values: [(any SQLValue)?]) throws(LedgerError) {
        try bind(all: values)
        while try step() {}
    }

    /// Binds values and hands each row to `body`; the statement is reset afterwards, come what may.
    func forEach(_ values: (any SQLValue)?..., body: (Statement) throws(LedgerError) -> Void) throws(LedgerError) {
        try forEach(all: values, body: body)
    }

    /// Binds a list of values and hands each row to `body`, as `forEach(_:body:)` does.
    func forEach(all values: [(any SQLValue)?], body: (Statement) throws(LedgerError) -> Void) throws(LedgerError) {
        try bind(all: values)
        defer { reset() }
        while try step() { try body(self) }
    }

    /// Binds values and gives what `read` makes of the first row; nil where there is none.
    func first<T>(_ values: (any SQLValue)?..., read: (Statement) throws(LedgerError) -> T) throws(LedgerError) -> T? {
        try first(all: values, read: read)
    }

    /// Binds a list of values and reads the first row, as `first(_:read:)` does.
    func first<T>(all values: [(any SQLValue)?], read: (Statement) throws(LedgerError) -> T) throws(LedgerError) -> T? {
        try bind(all: values)
        defer { reset() }
        return try step() ? try read(self) : nil
    }

    /// Makes the statement ready to run again; values stay bound, memory of the row is given back.
    func reset() {
        // The result only repeats the last step's error, which was thrown there.
        sqlite3_reset(pointer)
    }

    /// Lets go of bound values, so that a kept statement holds no customer's text.
    func clear() {
        reset()
        sqlite3_clear_bindings(pointer)
    }

    // MARK: Rows out

    /// The name of a column as the statement has it.
    func name(_ column: Int) -> String {
        guard let name = sqlite3_column_name(pointer, Int32(column)) else { return "" }
        return String(cString: name)
    }

    /// Whether the column holds NULL.
    func isNull(_ column: Int) -> Bool { sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL }

    /// The column as an integer; NULL gives 0.
    func int64(_ column: Int) -> Int64 { sqlite3_column_int64(pointer, Int32(column)) }

    /// The column as an integer, nil for NULL.
    func optionalInt64(_ column: Int) -> Int64? { isNull(column) ? nil : int64(column) }

    /// The column as an integer of the machine; NULL gives 0.
    func int(_ column: Int) -> Int { Int(int64(column)) }

    /// Whether the column holds an integer other than 0; NULL gives false.
    func bool(_ column: Int) -> Bool { int64(column) != 0 }

    /// The column as text, a NUL inside included; bytes that are not UTF-8 become U+FFFD, and NULL gives "".
    func text(_ column: Int) -> String {
        // The text first, its length after it: the order the SQLite manual asks for ("Result Values From A Query").
        guard let start = sqlite3_column_text(pointer, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The column as text, nil for NULL.
    func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    /// The column's bytes exactly as stored, text included; NULL gives none.
    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(pointer, Int32(column)) else { return [] }
        let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The column as a kept table writes it; a text that is not UTF-8 as its bytes, so that it equals no text.
    func cell(_ column: Int) -> KeptCell {
        switch sqlite3_column_type(pointer, Int32(column)) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(int64(column))
        case SQLITE_BLOB: return .bytes(bytes(column))
        default:
            let bytes = bytes(column)
            return String(validating: bytes, as: UTF8.self).map(KeptCell.text) ?? .bytes(bytes)
        }
    }

    /// Hands the column's bytes to `body` where they lie, valid for its time only.
    func withBytes(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
        let start = sqlite3_column_blob(pointer, Int32(column))
        body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, Int32(column)))))
    }

    /// The column's bytes, nil for NULL.
    func optionalBytes(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }
}
