import CSQLite
import ComplaintRules
import Glibc
import Synchronization

/// A copy of the desk that was made.
public struct Backup: Sendable {
    /// Where it is.
    public let path: String
    /// How many events are in it.
    public let events: Int64
    /// How many copies of scans are in it.
    public let attachments: Int
    /// Whether only a backup key opens it.
    public let isEncrypted: Bool
}

/// The backups in the desk's own folder: `backups/firstdesk-20261126-101530.db`.
enum OwnBackups {
    static let folderName = "backups"
    static let prefix = "firstdesk-"
    static let suffix = ".db"
    /// Of how many days, and of how many months, the last one is kept.
    private static let (dayCount, monthCount) = (7, 12)

    static func folder(inDesk folder: String) -> String { (folder.hasSuffix("/") ? folder : folder + "/") + folderName }

    /// The names of all of them, the oldest first.
    static func names(inDesk folder: String) -> [String] {
        DeskFile.names(in: OwnBackups.folder(inDesk: folder)).filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.sorted()
    }

    /// The name of one that is made at a moment of the branch's day.
    static func name(at time: LocalTime) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = time.day.iso.filter { $0 != "-" }
        return "\(prefix)\(day)-\(two(time.secondOfDay / 3600))\(two(time.secondOfDay / 60 % 60))\(suffix)"
    }

    /// The names of those that go once the newest is there: of each of the last days, and of each of the last months, the last one stays.
    static func superfluous(_ names: [String]) -> [String] {
        var (days, months): (Set<Substring>, Set<Substring>) = ([], [])
        return names.sorted().reversed().filter { name in
            let stamp = name.dropFirst(prefix.count)
            let isOfDay = days.count < dayCount && days.insert(stamp.prefix(8)).inserted
            let isOfMonth = months.count < monthCount && months.insert(stamp.prefix(6)).inserted
            return !isOfDay && !isOfMonth
        }
    }

    /// Removes what `superfluous` names.
    static func rotate(inDesk folder: String) {
        for name in superfluous(names(inDesk: folder)) { unlink("\(OwnBackups.folder(inDesk: folder))/\(name)") }
    }
}

extension Ledger {
    /// Copies the desk into its own folder of backups, while it is in use, and removes those that are too many. Needs nobody's right: the copy
    /// lies where the desk lies. Scans stay where they are, beside it.
    ///
    /// - Returns: the backup, which was read back and checked.
    /// - Throws: `LedgerError`, and then there is none.
    public func backUp(progress: (_ done: Int64, _ of: Int64) -> Void = { _, _ in }) throws -> Backup {
        let own = OwnBackups.folder(inDesk: folder)
        try DeskFile.makeFolder(own, inDesk: folder)
        let path = "\(own)/\(OwnBackups.name(at: rules.zone.localTime(at: clock.now()).time))"
        let mode = try DeskFile.fileMode(in: own)
        let (temporary, events) = try checkedCopy(in: own, mode: mode, withAttachments: false, progress: progress)
        // One of the same minute is the same desk, a little older.
        guard rename(temporary, path) == 0 else {
            unlink(temporary)
            throw LedgerError(systemError: errno, trying: "name the backup")
        }
        try DeskFile.syncFolder(own)
        OwnBackups.rotate(inDesk: folder)
        return Backup(path: path, events: events, attachments: 0, isEncrypted: false)
    }

    /// Copies the desk with its scans to a new file, and records that it left the desk.
    ///
    /// - Parameter key: to whose key it is encrypted; nil for one that everybody can read who has it.
    /// - Throws: `Refusal`; `LedgerError`, `.exists` where something has that name already, and then there is none.
    public func backUp(
        to path: String,
        encryptedTo key: BackupKey? = nil,
        by actor: Actor,
        progress: (_ done: Int64, _ of: Int64) -> Void = { _, _ in }
    ) throws -> Backup {
        try permit(.backUp, by: try current(actor))
        if access(path, F_OK) == 0 { throw LedgerError(.exists, message: path) }
        let target = DeskFile.folder(of: path)
        let digests = Attachments(deskFolder: folder).digests
        try recordExport(.init(.backup, name: key == nil ? "open" : "encrypted", count: digests.count), by: actor)
        let (temporary, events) = try checkedCopy(in: target, mode: 0o600, withAttachments: true, progress: progress)
        defer { unlink(temporary) }
        if let key {
            try encrypt(temporary, to: path, key)
        } else {
            // A link refuses where something has the name by now.
            guard link(temporary, path) == 0 else { throw LedgerError(systemError: errno, trying: "name the backup") }
        }
        try DeskFile.syncFolder(target)
        return Backup(path: path, events: events, attachments: digests.count, isEncrypted: key != nil)
    }

    private func encrypt(_ plain: String, to path: String, _ key: BackupKey) throws(LedgerError) {
        let source = Glibc.open(plain, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw LedgerError(systemError: errno, trying: "open the backup") }
        defer { Glibc.close(source) }
        let target = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard target >= 0 else { throw LedgerError(systemError: errno, trying: "make the backup") }
        defer { Glibc.close(target) }
        do throws(LedgerError) {
            try key.encrypt(source, to: target)
            guard fchmod(target, 0o600) == 0, fsync(target) == 0 else { throw LedgerError(systemError: errno, trying: "save the backup") }
        } catch {
            unlink(path)
            throw error
        }
    }

    /// A copy under another name in `place`, checked: the desk as it is at this moment, while others go on writing.
    private func checkedCopy(
        in place: String,
        mode: mode_t,
        withAttachments: Bool,
        progress: (Int64, Int64) -> Void
    ) throws -> (path: String, events: Int64) {
        let path = "\(place)/.firstdesk-\(Hex.text(Sodium.random(count: 8))).part"
        try DeskFile.create(path, mode: mode, contents: [])
        var isWhole = false
        defer {
            for suffix in ["-wal", "-shm", "-journal"] { unlink(path + suffix) }
            if !isWhole { unlink(path) }
        }
        let end = try connection.read {
            // Within one snapshot: a copy that begins anew with each commit of another desk would never end.
            try Ledger.copyPages(of: connection, to: path, progress: progress)
            return try ChainLink.last(in: connection)
        }
        if withAttachments {
            let copy = try Connection(path: path, mode: .readWrite)
            defer { copy.close() }
            try keepAttachments(in: copy)
            try copy.checkpoint()
        }
        try Ledger.check(path, endsWith: end)
        isWhole = true
        return (path, end.seq)
    }

    /// Copies page by page (SQLite's online backup); the copy is on the disk when it returns.
    private static func copyPages(of connection: Connection, to path: String, progress: (Int64, Int64) -> Void) throws(LedgerError) {
        let source = try connection.handle.open()
        let handle = try DatabaseHandle(path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, patience: 0)
        defer { handle.close() }
        let target = try handle.open()
        // A copy that is cut short is thrown away: nothing has to be undone in it, nor to be on the disk before all of it is.
        var code = sqlite3_exec(target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", nil, nil, nil)
        guard code == SQLITE_OK else { throw LedgerError(code: code, on: target, sql: nil) }
        guard let backup = sqlite3_backup_init(target, "main", source, "main") else {
            throw LedgerError(code: sqlite3_errcode(target), on: target, sql: nil)
        }
        while code == SQLITE_OK {
            code = sqlite3_backup_step(backup, 1024)
            let total = Int64(sqlite3_backup_pagecount(backup))
            progress(total - Int64(sqlite3_backup_remaining(backup)), total)
        }
        let finished = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, finished == SQLITE_OK else {
            throw LedgerError(code: code == SQLITE_DONE ? finished : code, on: target, sql: nil)
        }
        try DeskFile.sync(path)
    }

    /// Copies a desk into its folder of backups under a name of its own, before its tables are changed; one that is there already stays.
    static func backUp(_ connection: Connection, inDesk folder: String, as name: String) throws(LedgerError) {
        let own = OwnBackups.folder(inDesk: folder)
        try DeskFile.makeFolder(own, inDesk: folder)
        let (path, temporary) = ("\(own)/\(name)", "\(own)/.\(Hex.text(Sodium.random(count: 8))).part")
        if access(path, F_OK) == 0 { return }
        try DeskFile.create(temporary, mode: try DeskFile.fileMode(in: own), contents: [])
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(temporary + suffix) } }
        try copyPages(of: connection, to: temporary) { _, _ in }
        guard link(temporary, path) == 0 || errno == EEXIST else { throw LedgerError(systemError: errno, trying: "name the backup") }
        try DeskFile.syncFolder(own)
    }

    /// The table in which a backup that leaves the desk has the scans.
    static let scanTable = "CREATE TABLE scan(digest TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT"

    private func keepAttachments(in copy: Connection) throws {
        let store = Attachments(deskFolder: folder)
        try copy.execute(Ledger.scanTable)
        for digest in store.digests {
            let contents = try store.contents(of: digest)
            try copy.transaction { try copy.run("INSERT INTO scan(digest, content) VALUES (?, ?)", digest, contents) }
        }
    }

    /// Reads a copy through, on all processors: every page, and every link of the chain. Whether each index has what its table has is not asked
    /// here: a copy of pages has what the desk has, and tables and indexes are made anew from the events.
    private static func check(_ path: String, endsWith end: (seq: Int64, link: [UInt8])) throws(LedgerError) {
        let part = end.seq / Int64(Workers.count) + 1
        let failure = Mutex<LedgerError?>(nil)
        Workers.start(pieces: 1 + Workers.count) { piece in
            do throws(LedgerError) {
                let copy = try Connection(path: path, mode: .readOnly)
                defer { copy.close() }
                if piece == 0 { return try checkPages(of: copy) }
                let first = Int64(piece - 1) * part + 1
                try checkLinks(of: copy, from: first, to: min(first + part - 1, end.seq))
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }.finish()
        if let failure = failure.withLock({ $0 }) { throw failure }
        let copy = try Connection(path: path, mode: .readOnly)
        defer { copy.close() }
        let last = try ChainLink.last(in: copy)
        guard last.seq == end.seq, last.link == end.link else { throw LedgerError(.damaged, message: "the copy lacks events") }
    }

    private static func checkPages(of copy: Connection) throws(LedgerError) {
        let report = try copy.text("PRAGMA quick_check(1)") ?? ""
        guard report == "ok" else { throw LedgerError(.damaged, message: "the copy: \(report)") }
    }

    /// Follows the chain through some events, from the link that stands before them.
    private static func checkLinks(of copy: Connection, from first: Int64, to last: Int64) throws(LedgerError) {
        let before = "SELECT link FROM event WHERE seq = ?"
        var expected = first
        var link = try copy.first(before, first - 1) { row throws(LedgerError) in row.bytes(0) } ?? ChainHash.genesis
        try copy.forEach("SELECT \(ChainLink.columns) FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq", first, last) {
            row throws(LedgerError) in
            let found = ChainLink(row)
            guard found.seq == expected, found.follows(link) else {
                throw LedgerError(.damaged, message: "the chain is broken at event \(expected), in the desk or in the copy")
            }
            (expected, link) = (expected + 1, found.link)
        }
        guard expected > last else { throw LedgerError(.damaged, message: "the copy lacks event \(expected)") }
    }

    /// Records that something left the desk, on paper or as a file, before it does. Where nothing may be written, on a write-protected or damaged
    /// desk, or one that lacks what was acknowledged, it is not recorded: that was said when it was opened.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func recordExport(_ exported: DeskEvent.Exported, by person: SignedIn) throws {
        try keys.holding(person) { try recordExport(exported, by: person.actor) }
    }

    /// The same, by whoever is signed in.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func recordExport(_ exported: DeskEvent.Exported, by actor: Actor) throws {
        if connection.writeFault != nil || loss != nil { return }
        try transact { head in
            let actor = try current(actor)
            let event = DeskEvent.exported(exported)
            if let act = event.act { try permit(act, by: actor) }
            try record(event, by: actor, head: &head)
        }
    }
}
