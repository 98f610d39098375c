import CSQLite
import Glibc

/// The yardstick of logging and of import: the rows and words of the latest case of a desk, written again and again through SQLite's C
/// interface with the desk's own settings, each case in a transaction of its own or all in one. Run as a process of its own, so that it is
/// measured as the program is.
struct BareLog {
    private static let command = "--bare-log"
    private static let together = "together"
    private let database: String
    private let count: Int
    private let isTogether: Bool

    /// The line that does so many.
    static func line(_ bench: Bench, _ database: String, _ count: Int, together isTogether: Bool = false) -> [String] {
        [bench.own, command, database, "\(count)", isTogether ? together : "apart"]
    }

    /// Takes the arguments of such a line; nil for any other.
    init?(arguments: [String]) throws(BenchFailure) {
        guard arguments.count == 5, arguments[1] == BareLog.command else { return nil }
        guard let count = Int(arguments[3]) else { throw BenchFailure("\(arguments[3]) is no count") }
        (database, self.count, isTogether) = (arguments[2], count, arguments[4] == BareLog.together)
    }

    func run() throws(BenchFailure) {
        let file = try Database(database)
        try file.execute(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;
            PRAGMA mmap_size = 0; PRAGMA cache_size = -4096; PRAGMA journal_size_limit = 8388608
            """
        )
        let id = try file.rows("SELECT max(id) FROM complaint").first?.first ?? .null
        guard case .integer(let latest) = id else { throw BenchFailure("a desk without cases") }
        let next = try file.rows("SELECT max(seq) FROM event").first?.first ?? .null
        guard case .integer(var seq) = next else { throw BenchFailure("a desk without events") }
        var tables: [(table: (name: String, columns: [String], key: String?), rows: [[Database.Value]])] = []
        for table in try file.tables() {
            if let key = table.key { tables.append((table, try file.rows("SELECT * FROM \(table.name) WHERE \(key) = \(latest)"))) }
        }
        let words = try file.rows("SELECT number, customer, contact, text, about, business, reason FROM complaint WHERE id = \(latest)")
        let indexed = BareLog.spaced((words.first ?? []).map(\.words).joined(separator: "\n"))
        let page = try file.rows("SELECT * FROM likeness_page ORDER BY page DESC LIMIT 1")
        let inserts = try tables.map { table, _ throws(BenchFailure) in try file.insert(into: table.name, table.columns.count) }
        let index = try file.prepare("INSERT INTO complaint_search(rowid, words) VALUES (?, ?)")
        let pages = try page.first.map { row throws(BenchFailure) in try file.insert(into: "likeness_page", row.count) }
        for round in 1...count {
            if round == 1 || !isTogether { try file.execute("BEGIN IMMEDIATE") }
            let first = seq + 1
            for ((table, rows), insert) in zip(tables, inserts) {
                for row in rows {
                    if table.name == "event" { seq += 1 }
                    let values = zip(table.columns, row).map { column, value -> Database.Value in
                        switch column {
                        case "seq": .integer(seq)
                        case "id", "case_id": .integer(first)
                        case "serial": .integer(first + 1_000_000)
                        case "number": .text(value.words + "-\(first)")
                        case "source_number": .text(value.words.isEmpty ? "" : "\(first)")
                        default: value
                        }
                    }
                    try file.run(insert, values)
                }
            }
            try file.run(index, [.integer(first), .text(indexed)])
            if let pages, let row = page.first { try file.run(pages, row) }
            if round == count || !isTogether { try file.execute("COMMIT") }
        }
    }

    /// A space between Han characters, as the index has them.
    private static func spaced(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value > 0x2E80 { result += " " }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}

/// A file of SQLite's, by the C interface and nothing between.
private final class Database {
    /// A value of a column.
    enum Value {
        case null
        case integer(Int64)
        case text(String)
        case bytes([UInt8])

        /// As a text; empty where it is none.
        var words: String { if case .text(let text) = self { text } else { "" } }
    }

    private let connection: OpaquePointer

    init(_ path: String) throws(BenchFailure) {
        var opened: OpaquePointer?
        guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let opened else {
            throw BenchFailure("sqlite3 cannot open \(path)")
        }
        connection = opened
    }

    deinit { sqlite3_close_v2(connection) }

    /// The ordinary tables with the column by which a case's rows are found, if they have one.
    func tables() throws(BenchFailure) -> [(name: String, columns: [String], key: String?)] {
        let names = try rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'").map { $0[0].words }
        // Events first: the case's id is the number of the first.
        return try names.sorted { $0 == "event" && $1 != "event" }.map { name throws(BenchFailure) in
            let columns = try rows("SELECT name FROM pragma_table_info('\(name)')").map { $0[0].words }
            return (name, columns, name == "complaint" ? "id" : columns.contains("case_id") ? "case_id" : nil)
        }
    }

    func execute(_ sql: String) throws(BenchFailure) {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure(sql) }
    }

    func prepare(_ sql: String) throws(BenchFailure) -> OpaquePointer {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw failure(sql) }
        return statement
    }

    /// An insertion of so many columns, in place of a row with the same key.
    func insert(into table: String, _ columns: Int) throws(BenchFailure) -> OpaquePointer {
        let places = Array(repeating: "?", count: columns).joined(separator: ", ")
        return try prepare("INSERT OR REPLACE INTO \(table) VALUES (\(places))")
    }

    func run(_ statement: OpaquePointer, _ values: [Value]) throws(BenchFailure) {
        for (place, value) in values.enumerated() {
            let position = Int32(place + 1)
            switch value {
            case .null: sqlite3_bind_null(statement, position)
            case .integer(let number): sqlite3_bind_int64(statement, position, number)
            case .text(let text): _ = firstdesk_bind_text(statement, position, text, Int32(text.utf8.count))
            case .bytes(let bytes): _ = firstdesk_bind_blob(statement, position, bytes, Int32(bytes.count))
            }
        }
        guard sqlite3_step(statement) == SQLITE_DONE else { throw failure("a row") }
        sqlite3_reset(statement)
    }

    func rows(_ sql: String) throws(BenchFailure) -> [[Value]] {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        var rows: [[Value]] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append(
                (0..<sqlite3_column_count(statement)).map { column in
                    switch sqlite3_column_type(statement, column) {
                    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
                    case SQLITE_TEXT: return .text(String(cString: sqlite3_column_text(statement, column)))
                    case SQLITE_BLOB:
                        let start = sqlite3_column_blob(statement, column)
                        return .bytes(
                            [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
                        )
                    default: return .null
                    }
                }
            )
        }
        return rows
    }

    private func failure(_ what: String) -> BenchFailure {
        BenchFailure("sqlite3: \(String(cString: sqlite3_errmsg(connection))) (\(what))")
    }
}
