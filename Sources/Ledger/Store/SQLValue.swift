import CSQLite

/// A value that can stand in place of a `?` in a statement; `nil` stands for NULL.
protocol SQLValue {
    /// Binds the value to a place of a prepared statement and gives SQLite's result code.
    ///
    /// - Parameter position: counted from 1, as in SQL.
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32
    /// Whether another value of the same column is the same.
    func isSame(as other: any SQLValue) -> Bool
}

extension SQLValue where Self: Equatable {
    func isSame(as other: any SQLValue) -> Bool { self == other as? Self }
}

extension Int64: SQLValue {
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 { sqlite3_bind_int64(statement, position, self) }
}

extension Int: SQLValue {
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 { sqlite3_bind_int64(statement, position, Int64(self)) }
}

extension Bool: SQLValue {
    /// SQLite has no truth values; 1 and 0 stand for them.
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 { sqlite3_bind_int64(statement, position, self ? 1 : 0) }
}

extension String: SQLValue {
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
        var copy = self
        return copy.withUTF8 { bytes in
            guard let count = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
            // A null pointer would bind NULL, and an empty buffer may have one.
            guard let start = bytes.baseAddress, count > 0 else { return firstdesk_bind_text(statement, position, "", 0) }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
                firstdesk_bind_text(statement, position, text, count)
            }
        }
    }
}

extension [UInt8]: SQLValue {
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
        withUnsafeBytes { bytes in
            guard let count = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
            // As for text: without bytes there may be no pointer, and that would bind NULL.
            guard let start = bytes.baseAddress, count > 0 else { return sqlite3_bind_zeroblob(statement, position, 0) }
            return firstdesk_bind_blob(statement, position, start, count)
        }
    }
}
