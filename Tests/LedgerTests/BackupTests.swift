import DeskTestSupport
import Glibc
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("Backups and restoring")
struct BackupTests {
    private let desk: PracticeFolder
    private let outside: Scratch

    init() throws {
        desk = try PracticeFolder()
        outside = try Scratch()
        try outside.write(Array("a scan".utf8), to: "scan.txt")
        let number = try log()
        _ = try desk.ledger.perform(
            .attach(.init(file: outside.file("scan.txt"), name: "来信", place: "3号柜")),
            on: number,
            by: desk.counter
        )
    }

    @discardableResult
    private func log() throws -> String { try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description }

    private func restore(_ file: String, into folder: String, key: BackupKey? = nil, replacing: Bool = false) throws -> Restored {
        try Ledger.restore(file, into: folder, key: key, isReplacing: replacing, clock: desk.ledger.clock) { staged in
            try staged.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        }
    }

    @Test("into the desk's own folder, while another writes: private, whole, one a minute")
    func own() throws {
        let other = try desk.another()
        let backup = try desk.ledger.backUp()
        _ = try other.log(desk.intake(), by: desk.manager)
        #expect(backup.path == "\(desk.path)/backups/firstdesk-20261120-0900.db")
        #expect(backup.events == 7)
        #expect(Scratch.mode(backup.path) == 0o600)
        #expect(Scratch.mode("\(desk.path)/backups") == 0o700)
        #expect(try desk.ledger.backUp().events == 9)
        #expect(DeskFile.names(in: "\(desk.path)/backups") == ["firstdesk-20261120-0900.db"])
        #expect(Scratch.shell("rm -r '\(desk.path)/backups'"))
    }

    @Test(
        "a desk whose chain is broken anywhere gives no backup, and those that are there stay",
        arguments: [
            "UPDATE event SET by = '1004' WHERE seq = 1", "UPDATE event SET at = at + 1 WHERE seq = 4",
            "UPDATE event SET digest = zeroblob(32) WHERE seq = 7", "UPDATE event SET link = zeroblob(32) WHERE seq = 7",
            "DELETE FROM event WHERE seq = 1", "DELETE FROM event WHERE seq = 4",
        ]
    )
    func broken(harm: String) throws {
        let sound = try desk.ledger.backUp()
        try log()
        try desk.ledger.connection.execute(harm)
        let error = #expect(throws: LedgerError.self) { try desk.ledger.backUp() }
        #expect(error?.kind == .damaged)
        #expect(DeskFile.names(in: "\(desk.path)/backups") == ["firstdesk-20261120-0900.db"])
        let copy = try Connection(path: sound.path, mode: .readOnly)
        #expect(try copy.integer("SELECT count(*) FROM event WHERE length(link) = 32") == 7)
        copy.close()
        #expect(Scratch.shell("rm -r '\(desk.path)/backups'"))
    }

    @Test("of each of the last seven days and twelve months the last one stays")
    func rotation() {
        let names = (1...30).flatMap { day in
            ["09", "21"].map { "firstdesk-202611\(day < 10 ? "0" : "")\(day)-\($0)00.db" }
        }
        let months = (1...14).map {
            "firstdesk-20\(25 + ($0 - 1) / 12)\(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"][($0 - 1) % 12])15-0900.db"
        }
        let kept = Set(names + months).subtracting(OwnBackups.superfluous(names + months)).sorted()
        let days = ["24", "25", "26", "27", "28", "29", "30"].map { "firstdesk-202611\($0)-2100.db" }
        #expect(kept.suffix(7) == days[...])
        #expect(kept.count == 7 + 11)
        #expect(kept.first == "firstdesk-20250415-0900.db")
    }

    @Test("to a file, with its scans, by the branch manager alone: on record, and never over something")
    func toFile() throws {
        let file = outside.file("copy.db")
        #expect(throws: Refusal.deskActRoleMayNot(.backUp)) { try desk.ledger.backUp(to: file, by: desk.manager) }
        let backup = try desk.ledger.backUp(to: file, by: desk.head)
        #expect((backup.events, backup.attachments, backup.isEncrypted) == (8, 1, false))
        #expect(Scratch.mode(file) == 0o600)
        let error = #expect(throws: LedgerError.self) { try desk.ledger.backUp(to: file, by: desk.head) }
        #expect(error?.kind == .exists)
        let empty = outside.file("elsewhere")
        #expect(try restore(file, into: empty).end == 8)
        let restored = try Ledger(folder: empty, clock: desk.ledger.clock)
        #expect(try restored.verify().fault == nil)
        #expect(try restored.attachment(1, of: "0379-2611-001", by: desk.head).name == "来信")
        #expect(restored.loss == nil)
        #expect(Scratch.mode(empty) == 0o700 && Scratch.mode(Ledger.path(in: empty)) == 0o600)
        #expect(DeskFile.names(in: empty).filter { $0.hasPrefix("restoring") } == [])
    }

    @Test("encrypted to a key: only its secret half opens it, and a changed or shortened one is refused")
    func encrypted() throws {
        let (key, text) = try BackupKey.make()
        let sealing = try #require(BackupKey(publicText: key.publicText.lowercased()))
        let file = outside.file("copy.enc")
        #expect(try desk.ledger.backUp(to: file, encryptedTo: sealing, by: desk.head).isEncrypted)
        let bytes = DeskFile.beginning(of: file, count: 1 << 24)
        #expect(!bytes.indices.contains { bytes[$0...].starts(with: Array("SQLite format".utf8)) })
        let slip = String(key.publicText.dropLast()) + (key.publicText.hasSuffix("7") ? "8" : "7")
        #expect(BackupKey(publicText: slip) == nil)
        let opening = try #require(try BackupKey(fileText: text))
        #expect(opening.publicText == key.publicText)
        func refusal(_ file: String, _ key: BackupKey?) -> LedgerError.Kind? {
            do {
                _ = try restore(file, into: outside.file("never"), key: key)
                return nil
            } catch {
                return (error as? LedgerError)?.kind
            }
        }
        #expect(refusal(file, nil) == .wrongPasscode)
        #expect(refusal(file, try BackupKey.make().key) == .wrongPasscode)
        for (name, changed) in [("short", bytes.dropLast(1)), ("shorter", bytes.prefix(bytes.count / 2)), ("long", bytes + [0])] {
            #expect(refusal(try outside.write(Array(changed), to: name), opening) == .damaged, "\(name)")
        }
        var flipped = bytes
        flipped[bytes.count / 2] ^= 1
        #expect(refusal(try outside.write(flipped, to: "flipped"), opening) == .damaged)
        #expect(try restore(file, into: outside.file("opened"), key: opening).end == 8)
    }

    @Test(
        "over a desk that is there only when asked to: what was there is kept, lost numbers are not given again, and an event names both ends"
    )
    func replacing() throws {
        let backup = try desk.ledger.backUp()
        #expect(try log() == "0379-2611-002")
        #expect(try log() == "0379-2611-003")
        let refused = #expect(throws: LedgerError.self) { try restore(backup.path, into: desk.path) }
        #expect(refused?.kind == .exists)
        let done = try restore(backup.path, into: desk.path, replacing: true)
        #expect(done.end == 7 && done.replacedEnd == 11)
        let kept = try #require(done.replacedFolder)
        #expect(kept == "\(desk.path)/replaced-20261120-0900")
        // The desk that was open on the old file notices, and writes nothing more.
        let running = #expect(throws: LedgerError.self) { try log() }
        #expect(running?.kind == .replaced)
        let ledger = try desk.another()
        #expect(ledger.loss == nil)
        #expect(try ledger.log(desk.intake(), by: desk.counter).state.number.description == "0379-2611-004")
        #expect(try ledger.verify().fault == nil)
        let content = try ledger.connection.text("SELECT CAST(content AS TEXT) FROM event WHERE kind = 'restored'")
        #expect(content?.contains(#""end":7"#) == true && content?.contains(#""replacedEnd":11"#) == true)
        desk.ledger.close()
        let old = try Ledger(folder: kept, clock: desk.ledger.clock)
        #expect(try old.open("0379-2611-003", by: desk.head).state.number.serial == 3)
        old.close()
        ledger.close()
        #expect(Scratch.shell("rm -r '\(kept)' '\(desk.path)/backups'"))
    }

    @Test(
        "a clock set back and an older backup make nothing timely: what is done then is judged as of the latest moment of what was replaced"
    )
    func clockBack() throws {
        let backup = try desk.ledger.backUp()
        try desk.setClock("2026-12-10T09:00:00+08:00")
        try log()
        try desk.setClock("2026-11-20T09:10:00+08:00")
        _ = try restore(backup.path, into: desk.path, replacing: true)
        let ledger = try desk.another()
        #expect(ledger.now == (try PracticeFolder.moment("2026-12-10T09:00:00+08:00")))
        #expect(ledger.clockMark != nil)
        let logged = try ledger.log(desk.intake(), by: desk.counter)
        #expect(logged.state.loggedAt == ledger.now)
        #expect(try ledger.verify().fault == nil)
        ledger.close()
        let kept = DeskFile.names(in: desk.path).filter { $0.hasPrefix("replaced-") }
        #expect(kept.count == 1)
        #expect(Scratch.shell("rm -r '\(desk.path)/backups' '\(desk.path)/\(kept.first ?? "")'"))
    }

    @Test("a backup that is not whole, or by somebody who is not its branch manager, changes nothing")
    func refused() throws {
        let backup = try desk.ledger.backUp()
        let byClerk = #expect(throws: Refusal.self) {
            try Ledger.restore(backup.path, into: desk.path, isReplacing: true, clock: desk.ledger.clock) { staged in
                try staged.signIn(desk.counter.number, passcode: PracticeFolder.passcode)
            }
        }
        #expect(byClerk == .deskActRoleMayNot(.restore))
        var bytes = DeskFile.beginning(of: backup.path, count: 1 << 24)
        let word = Array("排队四十分钟".utf8)
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: word) })
        bytes[place + 2] ^= 1
        let changed = try outside.write(bytes, to: "changed.db")
        let error = #expect(throws: LedgerError.self) { try restore(changed, into: desk.path, replacing: true) }
        #expect(error?.kind == .damaged)
        #expect(try log() == "0379-2611-002")
        #expect(DeskFile.names(in: desk.path).filter { $0.hasPrefix("re") } == [])
        #expect(Scratch.shell("rm -r '\(desk.path)/backups'"))
    }

    @Test("tables of an older version are brought up after a copy; a newer file is refused and left as it is")
    func versions() throws {
        let path = Ledger.path(in: desk.path)
        let connection = desk.ledger.connection
        var plan = Schema.plan
        plan.migrations.append(Migration(version: 2, name: "test", sql: "CREATE TABLE later(a INTEGER) STRICT"))
        try plan.apply(to: connection) { () throws(LedgerError) in
            try Ledger.backUp(connection, inDesk: desk.path, as: "before-version-2.db")
        }
        let copy = try Connection(path: "\(desk.path)/backups/before-version-2.db", mode: .readWrite)
        #expect(try copy.schemaVersion == 1)
        #expect(try copy.integer("SELECT count(*) FROM event") == 7)
        copy.close()
        desk.ledger.close()
        let error = #expect(throws: LedgerError.self) { try Ledger(folder: desk.path, clock: desk.ledger.clock) }
        #expect(error?.kind == .newerVersion)
        #expect(access(path, F_OK) == 0)
        #expect(Scratch.shell("rm -r '\(desk.path)/backups'"))
    }

    @Test("a desk that a group shares: its folders and files are the group's, and wider ones are told")
    func group() throws {
        #expect(try desk.ledger.tooWide() == nil)
        #expect(chmod(Ledger.path(in: desk.path), 0o644) == 0)
        #expect(try desk.ledger.tooWide()?.mode == 0o644)
        #expect(chmod(Ledger.path(in: desk.path), 0o660) == 0)
        #expect(chmod(desk.path, 0o770) == 0)
        #expect(try desk.ledger.tooWide()?.path == desk.path, "files made there would not be the group's")
        #expect(chmod(desk.path, 0o2770) == 0)
        desk.ledger.close()
        #expect(Scratch.shell("rm '\(desk.path)/firstdesk.witness'; chmod 660 '\(Ledger.path(in: desk.path))'"))
        let ledger = try desk.another()
        _ = try ledger.log(desk.intake(), by: desk.counter)
        let backup = try ledger.backUp()
        #expect(Scratch.mode(backup.path) == 0o660)
        #expect(Scratch.mode("\(desk.path)/backups") == 0o2770)
        #expect(Scratch.mode("\(desk.path)/firstdesk.witness") == 0o660)
        #expect(try ledger.tooWide() == nil)
        ledger.close()
        #expect(Scratch.shell("rm -r '\(desk.path)/backups'"))
    }
}
