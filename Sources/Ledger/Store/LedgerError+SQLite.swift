import CSQLite
import Glibc

extension LedgerError {
    /// The error that a connection reports for its last call.
    ///
    /// - Parameters:
    ///   - code: the result of that call.
    ///   - connection: where it happened; nil when SQLite could not even make a connection.
    ///   - sql: the statement's text, with `?` in place of values.
    init(code: Int32, on connection: OpaquePointer?, sql: String?) {
        // Extended codes are switched on, but a few calls still answer with the primary code only.
        var extended = code
        var systemError: Int32 = 0
        if let connection {
            let reported = sqlite3_extended_errcode(connection)
            if reported & 0xFF == code & 0xFF { extended = reported }
            systemError = sqlite3_system_errno(connection)
        }
        self.init(
            Self.kind(code: extended, systemError: systemError),
            code: extended,
            message: Self.words(code: extended, on: connection, sql: sql),
            sql: sql
        )
    }

    /// What an extended result code means to us ("Result and Error Codes" in the SQLite manual).
    ///
    /// - Parameter systemError: the `errno` behind codes that tell too little by themselves, or 0.
    static func kind(code: Int32, systemError: Int32 = 0) -> Kind {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_PROTOCOL: .busy
        case SQLITE_FULL: .full
        case SQLITE_READONLY: .readOnly
        case SQLITE_PERM: .noPermission
        case SQLITE_CORRUPT: .damaged
        case SQLITE_NOTADB: .foreignFile
        case SQLITE_CONSTRAINT: .constraint
        case SQLITE_TOOBIG: .tooLarge
        case SQLITE_NOMEM: .outOfMemory
        case SQLITE_INTERRUPT, SQLITE_ABORT: .interrupted
        // SQLITE_IOERR_DATA (32) and SQLITE_IOERR_CORRUPTFS (33) speak of contents, not of the device.
        case SQLITE_IOERR where [32, 33].contains(code >> 8): .damaged
        case SQLITE_IOERR where code >> 8 == 12: .outOfMemory
        case SQLITE_IOERR: kind(systemError: systemError)
        case SQLITE_CANTOPEN where systemError == 0: .notFound
        case SQLITE_CANTOPEN: kind(systemError: systemError)
        default: .misuse
        }
    }

    /// What an `errno` of a file operation means to us.
    static func kind(systemError: Int32) -> Kind {
        switch systemError {
        case ENOENT: .notFound
        case EACCES, EPERM: .noPermission
        case EROFS: .readOnly
        case ENOSPC, EDQUOT, EFBIG: .full
        case EEXIST: .exists
        case ENOTDIR: .notAFolder
        case EISDIR, ELOOP: .notAFile
        case ENOMEM: .outOfMemory
        default: .io
        }
    }

    /// An error of a file operation, with the system's own words.
    ///
    /// - Parameter action: what was tried, as "make the folder".
    init(systemError: Int32, trying action: String) {
        self.init(
            Self.kind(systemError: systemError),
            systemError: systemError,
            message: "could not \(action): \(Self.words(systemError: systemError))"
        )
    }

    /// The system's words for an `errno`.
    static func words(systemError: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        // Swift sees the XSI form, which fills the buffer and gives 0.
        guard strerror_r(systemError, &buffer, buffer.count) == 0 else { return "system error \(systemError)" }
        return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    /// SQLite's words, except where they would repeat what somebody typed.
    private static func words(code: Int32, on connection: OpaquePointer?, sql: String?) -> String {
        // The full-text engine quotes the search text in its syntax errors.
        if code & 0xFF == SQLITE_ERROR, let sql, sql.utf8.count > 0, containsMatch(sql) { return "the full-text query was refused" }
        if let connection, let words = sqlite3_errmsg(connection) { return String(cString: words) }
        guard let words = sqlite3_errstr(code) else { return "SQLite error \(code)" }
        return String(cString: words)
    }

    private static func containsMatch(_ sql: String) -> Bool {
        let word = Array("match".utf8)
        let bytes = sql.utf8.map { $0 | 0x20 }
        guard bytes.count >= word.count else { return false }
        return (0...(bytes.count - word.count)).contains { start in bytes[start..<(start + word.count)].elementsEqual(word) }
    }
}
