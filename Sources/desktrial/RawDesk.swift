import CSQLite
import CSodium
import Glibc

/// A desk's file as another program opens it, which knows the format: it can write anything, and make the chain fit again.
final class RawDesk {
    private var handle: OpaquePointer?

    init(_ folder: String) throws(TrialFailure) {
        guard sqlite3_open_v2("\(folder)/firstdesk.db", &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, sodium_init() >= 0 else {
            throw TrialFailure("the desk of a trial cannot be opened")
        }
    }

    /// Closes the file, with all that was written in it.
    func close() {
        sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        sqlite3_close_v2(handle)
    }

    func run(_ sql: String) throws(TrialFailure) {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw TrialFailure("\(sql): \(sqlite3_errmsg(handle).map { String(cString: $0) } ?? "")")
        }
    }

    /// Whether a statement could be done at all, and how many rows it changed.
    func change(_ sql: String) -> Int {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { return 0 }
        return Int(sqlite3_changes(handle))
    }

    /// The rows of a query, as texts.
    func rows(_ sql: String) throws(TrialFailure) -> [[String]] {
        var select: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &select, nil) == SQLITE_OK else { throw TrialFailure(sql) }
        defer { sqlite3_finalize(select) }
        var rows: [[String]] = []
        while sqlite3_step(select) == SQLITE_ROW {
            rows.append((0..<sqlite3_column_count(select)).map { sqlite3_column_text(select, $0).map { String(cString: $0) } ?? "" })
        }
        return rows
    }

    /// The tables with their columns and types: those of the search index too, but not those that SQLite keeps for itself.
    func tables() throws(TrialFailure) -> [(name: String, columns: [(name: String, type: String)])] {
        var tables: [(String, [(String, String)])] = []
        let names = """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%' ORDER BY name
            """
        for row in try rows(names) {
            let columns = try rows("SELECT name, type FROM pragma_table_info('\(row[0])')").map { ($0[0], $0[1]) }
            tables.append((row[0], columns))
        }
        return tables
    }

    // MARK: The chain

    private static func hash(_ bytes: [UInt8], key: [UInt8] = []) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&digest, 32, bytes, UInt64(bytes.count), key.isEmpty ? nil : key, key.count)
        return digest
    }

    private static func number(_ value: Int64) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }

    private static func counted(_ bytes: [UInt8]) -> [UInt8] { number(Int64(bytes.count)) + bytes }

    /// Computes digests and links anew from an event on, as whoever knows how they are made would to hide a change.
    func chainAnew(from first: Int64 = 1) throws(TrialFailure) {
        var select: OpaquePointer?
        let sql = "SELECT seq, at, case_id, by, on_behalf_of, kind, salt, content, link, digest FROM event ORDER BY seq"
        guard sqlite3_prepare_v2(handle, sql, -1, &select, nil) == SQLITE_OK else { throw TrialFailure(sql) }
        var link = [UInt8](repeating: 0, count: 32)
        var changes: [(seq: Int64, digest: [UInt8], link: [UInt8])] = []
        func bytes(_ column: Int32) -> [UInt8] {
            guard let start = sqlite3_column_blob(select, column) else { return [] }
            return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(select, column))))
        }
        while sqlite3_step(select) == SQLITE_ROW {
            let seq = sqlite3_column_int64(select, 0)
            if seq < first {
                link = bytes(8)
                continue
            }
            let digest = RawDesk.hash(bytes(7), key: bytes(6))
            var fields = Array("FirstDesk link 1".utf8) + RawDesk.counted(link)
            for column in [Int32(0), 1, 2] { fields += RawDesk.number(sqlite3_column_int64(select, column)) }
            for column in [Int32(3), 4, 5] { fields += RawDesk.counted(bytes(column)) }
            link = RawDesk.hash(fields + RawDesk.counted(digest))
            changes.append((seq, digest, link))
        }
        sqlite3_finalize(select)
        for change in changes {
            func hex(_ bytes: [UInt8]) -> String {
                bytes.map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
            }
            try run("UPDATE event SET digest = x'\(hex(change.digest))', link = x'\(hex(change.link))' WHERE seq = \(change.seq)")
        }
    }
}
