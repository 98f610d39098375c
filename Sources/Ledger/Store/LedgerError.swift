/// Why the store could not do what was asked: enough facts for a clear sentence, and never a value that a customer gave.
public struct LedgerError: Error, Equatable, Sendable {
    /// What went wrong, as far as the person at the desk has to know it apart.
    public enum Kind: String, Equatable, Sendable, CaseIterable {
        /// Another process held the store for longer than the waiting time.
        case busy
        /// The disk, the quota or the largest file size is used up.
        case full
        /// The file or its file system can only be read.
        case readOnly
        /// The operating system denies access.
        case noPermission
        /// The file is one of ours as far as can be told, but its contents are not sound.
        case damaged
        /// The file is not a FirstDesk file.
        case foreignFile
        /// The file under a running desk was deleted, moved or replaced.
        case replaced
        /// The file lacks what was acknowledged: it is older than its witness says, or its log was damaged.
        case behind
        /// The file was written by a newer version of the program.
        case newerVersion
        /// The file lies on a network file system, where a write-ahead log is not safe.
        case networkFileSystem
        /// There is no such file, folder or desk.
        case notFound
        /// The desk's time zone is not in the zone database of this machine.
        case noTimeZone
        /// Something is there already that must not be overwritten.
        case exists
        /// The path leads to something that is not an ordinary file: a folder, a link, a device.
        case notAFile
        /// A part of the path that has to be a folder is none.
        case notAFolder
        /// The system failed to read or write.
        case io
        /// A rule of the tables was broken (unique number, reference, check).
        case constraint
        /// A text or a row is larger than the store takes.
        case tooLarge
        /// The system has no memory left.
        case outOfMemory
        /// The work was broken off on request.
        case interrupted
        /// The passcode does not open the key.
        case wrongPasscode
        /// The program used the store wrongly: an error of ours.
        case misuse
    }

    /// What went wrong.
    public var kind: Kind
    /// SQLite's extended result code; 0 where the error is not from SQLite.
    public var code: Int32
    /// The `errno` behind the error; 0 where it is not from the operating system.
    public var systemError: Int32
    /// SQLite's own words, the system's or ours, in English; never a customer's value.
    public var message: String
    /// The statement at fault, with `?` in place of values; nil where there is none.
    public var sql: String?

    /// Makes an error from its facts.
    public init(_ kind: Kind, code: Int32 = 0, systemError: Int32 = 0, message: String, sql: String? = nil) {
        self.kind = kind
        self.code = code
        self.systemError = systemError
        self.message = message
        self.sql = sql
    }
}

extension LedgerError: CustomStringConvertible {
    /// One line for logs and tests: kind, code, message and statement.
    public var description: String {
        var line = "\(kind.rawValue)"
        if code != 0 { line += " (\(code))" }
        line += ": \(message)"
        if let sql { line += " [\(sql)]" }
        return line
    }
}
