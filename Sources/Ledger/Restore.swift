import ComplaintRules
import Glibc

/// What became of a restoring.
public struct Restored: Sendable {
    /// The last event of the backup.
    public let end: Int64
    /// Where what was there is now; nil where there was nothing.
    public let replacedFolder: String?
    /// The last event of what was there; nil where that could not be told.
    public let replacedEnd: Int64?
}

extension Ledger {
    /// Puts a backup in the place of the desk in `folder`, and keeps what is there in a folder of its own. Desks that are open on it notice and
    /// write nothing more.
    ///
    /// - Parameters:
    ///   - file: the backup, or any desk's file.
    ///   - key: what opens an encrypted one.
    ///   - isReplacing: whether a desk that is there may be replaced.
    ///   - signIn: signs somebody in on the backup, whose branch manager alone may do this.
    ///   - refused: is told the first fault of a backup that is not whole.
    /// - Throws: `LedgerError`: `.exists` where a desk is there, `.wrongPasscode` for another key, `.damaged`; `Refusal`; what `signIn` throws.
    ///   Then nothing was changed.
    public static func restore(
        _ file: String,
        into folder: String,
        key: BackupKey? = nil,
        isReplacing: Bool,
        clock: DeskClock? = nil,
        signIn: (Ledger) throws -> SignedIn
    ) throws -> Restored {
        try Sodium.start()
        let path = path(in: folder)
        let witness = Witness(folder: folder)
        let isThere = access(path, F_OK) == 0 || witness.read() != nil
        if isThere, !isReplacing { throw LedgerError(.exists, message: "restore --replace puts the backup in its place") }
        try DeskFile.makeFolder(folder)
        let staging = "\(folder)/restoring-\(Hex.text(Sodium.random(count: 6)))"
        try DeskFile.makeFolder(staging, inDesk: folder)
        defer { Ledger.remove(folder: staging) }
        try unpack(file, to: Ledger.path(in: staging), key: key, mode: try DeskFile.fileMode(in: folder))
        try takeScans(in: staging)
        try Attachments(deskFolder: staging).takeOver(from: Attachments(deskFolder: folder))

        let staged = try Ledger(folder: staging)
        defer { staged.close() }
        if let clock { staged.clock = clock }
        if let fault = try staged.verify().fault {
            throw LedgerError(.damaged, message: "the backup is not whole: \(fault.place): \(fault.what.english)")
        }
        let person = try signIn(staged)
        try permit(.restore, by: try staged.current(person.actor))
        let end = try ChainLink.last(in: staged.connection)
        let replaced = isThere ? Ledger.end(of: path, witness, unlike: staged) : nil
        let event = DeskEvent.restored(
            .init(
                end: end.seq,
                link: Hex.text(end.link),
                replacedEnd: replaced?.seq,
                replacedLink: replaced.map { Hex.text($0.link) },
                serials: replaced?.serials ?? [:]
            )
        )
        // What was judged as of a moment is not undone by a clock set back and an older file: the restoring is of no earlier one.
        if let latest = replaced?.latest, latest > staged.clock.now() { staged.clock = .standing(at: latest) }
        try staged.transact { head in try staged.record(event, by: try staged.current(person.actor), head: &head) }
        let record = WitnessRecord(
            deskID: staged.deskID,
            seq: try ChainLink.last(in: staged.connection).seq,
            link: try ChainLink.last(in: staged.connection).link,
            serials: [:]
        )
        try staged.connection.checkpoint()
        staged.close()

        let kept = isThere ? try moveAway(folder, at: staged.rules.zone.localTime(at: staged.clock.now()).time) : nil
        try Attachments(deskFolder: folder).takeOver(from: Attachments(deskFolder: staging))
        guard rename(Ledger.path(in: staging), path) == 0 else { throw LedgerError(systemError: errno, trying: "put the backup in place") }
        try DeskFile.syncFolder(folder)
        try witness.note(record, isNew: true)
        return Restored(end: end.seq, replacedFolder: kept, replacedEnd: replaced?.seq)
    }

    /// Writes the desk's file that a backup is.
    private static func unpack(_ file: String, to target: String, key: BackupKey?, mode: mode_t) throws(LedgerError) {
        guard BackupKey.isEncrypted(file) else { return try DeskFile.copy(file, to: target) }
        guard let key else { throw LedgerError(.wrongPasscode, message: "the backup is encrypted: name the file of its key (--key-file)") }
        let source = Glibc.open(file, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw LedgerError(systemError: errno, trying: "open the backup") }
        defer { Glibc.close(source) }
        let written = Glibc.open(target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, mode)
        guard written >= 0 else { throw LedgerError(systemError: errno, trying: "make the restored file") }
        defer { Glibc.close(written) }
        try key.decrypt(source, to: written)
        guard fchmod(written, mode) == 0, fsync(written) == 0 else {
            throw LedgerError(systemError: errno, trying: "save the restored file")
        }
    }

    /// Takes the scans out of a backup that has them with it.
    private static func takeScans(in folder: String) throws {
        let connection = try Connection(path: path(in: folder), mode: .readWrite)
        defer { connection.close() }
        guard try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'scan'") == 1 else { return }
        let store = Attachments(deskFolder: folder)
        try connection.forEach("SELECT digest, content FROM scan") { row throws(LedgerError) in try store.put(row.text(0), row.bytes(1)) }
        try connection.execute("DROP TABLE scan; VACUUM")
    }

    /// How far what is there goes, by the file or by its witness, which numbers were given there that the backup does not have, and the latest moment
    /// there, as far as the file can be read.
    private static func end(
        of path: String,
        _ witness: Witness,
        unlike staged: Ledger
    ) -> (seq: Int64, link: [UInt8], serials: [String: Int], latest: Moment?)? {
        var found = witness.read().flatMap { $0.deskID == staged.deskID ? $0 : nil }
        var latest: Moment?
        do throws(LedgerError) {
            let connection = try Connection(path: path, mode: .readWrite)
            defer { connection.close() }
            let deskID = try connection.text("SELECT desk_id FROM desk") ?? ""
            let end = try ChainLink.last(in: connection)
            var record = WitnessRecord(deskID: deskID, seq: end.seq, link: end.link, serials: [:])
            if deskID == staged.deskID {
                record.serials = try LostSerials.given(in: connection)
                latest = try Ledger.ends(connection).latest
            }
            found = found?.extended(by: record) ?? found ?? record
        } catch {
            // What is too damaged to be read is what is restored from: the witness says the rest.
        }
        guard let found else { return nil }
        let known: [GivenSerial: Int]
        do throws(LedgerError) { known = try LostSerials.given(in: staged.connection) } catch { known = [:] }
        let lost = found.serials.filter { $0.value > known[$0.key] ?? 0 }
        return (found.seq, found.link, Dictionary(uniqueKeysWithValues: lost.map { ($0.key.text, $0.value) }), latest)
    }

    /// Moves the file, its log and its witness into a folder of their own.
    private static func moveAway(_ folder: String, at time: LocalTime) throws(LedgerError) -> String {
        let stamp = OwnBackups.name(at: time).dropFirst("firstdesk-".count).dropLast(".db".count)
        var kept = "\(folder)/replaced-\(stamp)"
        var count = 1
        while access(kept, F_OK) == 0 {
            count += 1
            kept = "\(folder)/replaced-\(stamp)-\(count)"
        }
        try DeskFile.makeFolder(kept, inDesk: folder)
        let path = path(in: folder)
        for place in [path, "\(path)-wal", "\(path)-shm", LogDamage.keptPath(of: path), Witness(folder: folder).path] {
            guard access(place, F_OK) == 0 else { continue }
            let name = place.dropFirst(folder.count).drop { $0 == "/" }
            guard rename(place, "\(kept)/\(name)") == 0 else { throw LedgerError(systemError: errno, trying: "move what is there") }
        }
        try DeskFile.syncFolder(folder)
        return kept
    }
}
