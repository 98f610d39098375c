import DeskTestSupport
import Glibc
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("The file under a running desk")
struct LookoutTests {
    private let desk: PracticeFolder
    private var file: String { Ledger.path(in: desk.path) }

    init() throws {
        desk = try PracticeFolder()
        _ = try desk.ledger.log(desk.intake(), by: desk.counter)
    }

    /// Does it with the shell: a file that this process closes would take the locks of the open desk with it.
    private func shell(_ command: String) {
        #expect(Scratch.shell(command), "\(command)")
    }

    private func kind(_ body: () throws -> Void) -> LedgerError.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? LedgerError)?.kind
        }
    }

    private func logs() -> LedgerError.Kind? { kind { _ = try desk.ledger.log(desk.intake(), by: desk.counter) } }

    @Test(
        "deleted, moved or replaced: nothing more is taken, no act and no draft, and what is read stays readable",
        arguments: [
            "rm '@'", "mv '@' '@.away'", "rm '@-wal'", "mv '@-wal' '@-wal.away'", "cp '@' '@.new' && mv '@.new' '@'", "rm '@' && mkdir '@'",
        ]
    )
    func gone(_ command: String) throws {
        #expect(logs() == nil)
        shell(command.replacing("@", with: file))
        #expect(logs() == .replaced)
        #expect(kind { try desk.ledger.saveDraft([1], as: 1, of: "log", by: desk.counter.number) } == .replaced)
        #expect(try desk.ledger.open("0379-2611-002", by: desk.head).state.number.serial == 2)
        #expect(logs() == .replaced, "and stays so")
        rmdir(file)
        shell("rm -f '\(file)'*")
    }

    @Test("an older copy written over the file, which keeps its name and its place: refused with the next act")
    func copiedOver() throws {
        try desk.ledger.connection.checkpoint()
        shell("cp '\(file)' '\(desk.path)/older'")
        for _ in 1...40 { #expect(logs() == nil) }
        try desk.ledger.connection.checkpoint()
        #expect(logs() == nil, "the desk's own bringing in of the log is no fault")
        shell("cat '\(desk.path)/older' > '\(file)'")
        #expect(logs() == .replaced)
        unlink("\(desk.path)/older")
    }

    @Test("a log that was cut to nothing under the desk: no number is said for what nobody can read any more")
    func logCutOff() throws {
        for _ in 1...3 { #expect(logs() == nil) }
        shell("truncate -s 0 '\(file)-wal'")
        #expect(logs() != nil)
        #expect(logs() != nil, "and stays so")
    }

    @Test("the file of another desk written over it is refused as well")
    func otherDesk() throws {
        // Those of one moment are copies of one desk, so at another; and this one has more events than one page brings along.
        let other = try PracticeFolder(at: "2026-11-20T09:01:00+08:00")
        for _ in 1...3 { _ = try other.ledger.log(other.intake(), by: other.counter) }
        other.ledger.close()
        for _ in 1...40 { #expect(logs() == nil) }
        try desk.ledger.connection.checkpoint()
        shell("cat '\(Ledger.path(in: other.path))' > '\(file)'")
        #expect(logs() == .replaced)
    }

    @Test("another desk on the same file, its closing and its bringing in of the log are no fault")
    func twoDesks() throws {
        let other = try desk.another()
        for _ in 1...5 {
            #expect(logs() == nil)
            _ = try other.log(desk.intake(), by: desk.manager)
        }
        try other.connection.checkpoint()
        #expect(logs() == nil)
        other.close()
        #expect(logs() == nil)
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("what another desk appends between an act and the look at it is no fault, nor is its bringing in of the log")
    func appendedSince() throws {
        let other = try desk.another()
        _ = try other.log(desk.intake(), by: desk.manager)
        let head = try ChainHead.read(desk.ledger.connection, keys: desk.ledger.keys)
        _ = try other.log(desk.intake(), by: desk.manager)
        try other.connection.checkpoint()
        try #require(desk.ledger.connection.lookout).check(committed: head)
        #expect(logs() == nil)
    }
}

@Suite("The witness beside the file")
struct WitnessTests {
    private let desk: PracticeFolder
    private var file: String { Ledger.path(in: desk.path) }
    private var witness: Witness { Witness(folder: desk.path) }

    init() throws {
        desk = try PracticeFolder()
    }

    private func log() throws -> String { try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description }

    /// The desk with the file as it was before `body`, and the witness as it is after.
    private func setBack(_ body: () throws -> Void) throws -> Ledger {
        try desk.ledger.connection.checkpoint()
        #expect(Scratch.shell("cp '\(file)' '\(desk.path)/older'"))
        try body()
        desk.ledger.close()
        #expect(Scratch.shell("mv '\(desk.path)/older' '\(file)'; rm -f '\(file)-wal' '\(file)-shm'"))
        return try desk.another()
    }

    @Test("says after each act how far it went, and which numbers were given")
    func says() throws {
        _ = try log()
        _ = try log()
        let head = try ChainLink.last(in: desk.ledger.connection)
        let record = try #require(witness.read())
        #expect(record.seq == head.seq && record.link == head.link && record.deskID == desk.ledger.deskID)
        #expect(record.serials == [.ofCase(month: 2026 * 12 + 10): 2])
        #expect(Scratch.mode(witness.path) == 0o600)
        #expect(desk.ledger.witnessFault == nil)
    }

    @Test("a missing one is no fault, and is made with the next act; so is one that cannot be read")
    func missing() throws {
        _ = try log()
        for make in ["rm '\(witness.path)'", "echo nonsense > '\(witness.path)'"] {
            #expect(Scratch.shell(make))
            let other = try desk.another()
            #expect(other.loss == nil)
            #expect(try other.verify().fault == nil)
            _ = try other.log(desk.intake(), by: desk.counter)
            #expect(witness.read()?.seq == (try ChainLink.last(in: other.connection).seq))
            other.close()
        }
    }

    @Test("a slot that was broken off leaves the other, and what is said never goes back")
    func slots() throws {
        _ = try log()
        let first = try #require(witness.read())
        _ = try log()
        let second = try #require(witness.read())
        try witness.note(first)
        #expect(witness.read() == second, "never backward")
        // Whichever slot is the newer one: with the first garbled, then the second, one of them falls back to the record before.
        var found: Set<Int64> = []
        for slot in 0...1 {
            #expect(Scratch.shell("cp '\(witness.path)' '\(desk.path)/kept'"))
            #expect(Scratch.shell("printf XXXX | dd of='\(witness.path)' bs=1 seek=\(slot * 4096 + 40) conv=notrunc 2>/dev/null"))
            found.insert(try #require(witness.read()).seq)
            #expect(Scratch.shell("mv '\(desk.path)/kept' '\(witness.path)'"))
        }
        #expect(found == [first.seq, second.seq])
        var higher = first
        higher.serials = [.ofCase(month: 24330): 7]
        try witness.note(higher)
        #expect(witness.read()?.seq == second.seq)
        #expect(witness.read()?.serials[.ofCase(month: 24330)] == 7)
        #expect(witness.read()?.serials[.ofCase(month: 2026 * 12 + 10)] == 2)
    }

    @Test("ahead of the file: read, but nothing written, until the branch manager declares the loss; lost numbers are not given again")
    func ahead() throws {
        #expect(try log() == "0379-2611-001")
        let ledger = try setBack {
            #expect(try log() == "0379-2611-002")
            let third = try log()
            _ = try desk.ledger.perform(.handOver(.init(to: desk.manager.number)), on: third, by: desk.counter)
        }
        let loss = try #require(ledger.loss)
        #expect(loss == Loss(present: 6, acknowledged: 12, isOfAnotherDesk: false))
        #expect(loss.sentence.english.hasPrefix("Entries 7 to 12 were acknowledged and are not in the file."))
        let error = #expect(throws: LedgerError.self) { try ledger.log(desk.intake(), by: desk.counter) }
        #expect(error?.kind == .behind)
        #expect(error?.message == "acknowledged up to event 12, the file ends with event 6")
        #expect(try ledger.open("0379-2611-001", by: desk.head).state.number.serial == 1)
        #expect(try ledger.verify().fault?.place == "event 12")
        #expect(throws: Refusal.deskActRoleMayNot(.declareLoss)) { try ledger.declareLoss(reason: "磁盘故障", by: desk.manager) }
        #expect(throws: Refusal.missing("reason")) { try ledger.declareLoss(reason: " ", by: desk.head) }
        #expect(throws: LedgerError.self) { try ledger.log(desk.intake(), by: desk.counter) }
        #expect(try ledger.declareLoss(reason: "磁盘故障", by: desk.head) == loss)
        #expect(try ledger.log(desk.intake(), by: desk.counter).state.number.description == "0379-2611-004")
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try ledger.log(desk.intake(), by: desk.counter).state.number.description == "0379-2611-005")
        #expect(try ledger.declareLoss(reason: "再次", by: desk.head) == nil, "nothing is missing any more")
        ledger.close()
        #expect(try Ledger(folder: desk.path, clock: desk.ledger.clock).loss == nil)
    }

    @Test("the file of another desk in place of this one is not written to either")
    func otherDesk() throws {
        _ = try log()
        let other = try PracticeFolder(at: "2026-11-20T09:01:00+08:00")
        other.ledger.close()
        desk.ledger.close()
        #expect(Scratch.shell("cp '\(Ledger.path(in: other.path))' '\(file)'"))
        let ledger = try Ledger(folder: desk.path, clock: desk.ledger.clock)
        #expect(ledger.loss?.isOfAnotherDesk == true)
        let error = #expect(throws: LedgerError.self) { try ledger.log(desk.intake(), by: desk.counter) }
        #expect(error?.kind == .behind)
    }

    @Test("where the file is gone and the witness tells of it, nothing is taken for a place without a desk, and none is founded there")
    func gone() throws {
        _ = try log()
        desk.ledger.close()
        #expect(unlink(file) == 0)
        let opened = #expect(throws: LedgerError.self) { try Ledger(folder: desk.path, clock: desk.ledger.clock) }
        #expect(opened?.kind == .behind)
        let settings = DeskSettings(
            branchCode: "0379",
            branchName: "营业部",
            hotline: "95533",
            timeZone: "Asia/Shanghai",
            language: .chinese,
            isPractice: true
        )
        let founding = Founding(settings: settings, manager: desk.head.number, managerName: "王建国", passcode: PracticeFolder.passcode)
        let founded = #expect(throws: LedgerError.self) { try Ledger.found(founding, in: desk.path, clock: desk.ledger.clock) }
        #expect(founded?.kind == .behind)
        #expect(access(file, F_OK) != 0)
    }
}

@Suite("A damaged log")
struct LogDamageTests {
    private let desk: PracticeFolder
    private let copy: Scratch
    private var file: String { copy.file(Ledger.fileName) }

    /// A copy of a desk in the middle of its work: the last five cases are in the log only.
    init() throws {
        desk = try PracticeFolder()
        copy = try Scratch()
        try desk.ledger.connection.checkpoint()
        for _ in 1...5 { _ = try desk.ledger.log(desk.intake(), by: desk.counter) }
        let file = Ledger.path(in: desk.path)
        #expect(Scratch.shell("cp '\(file)' '\(file)-wal' '\(desk.path)/firstdesk.witness' '\(copy.path)'"))
    }

    private func garble(at offset: Int) {
        #expect(Scratch.shell("printf '\\377\\376' | dd of='\(file)-wal' bs=1 seek=\(offset) conv=notrunc 2>/dev/null"))
    }

    private var frames: Int {
        var found = stat()
        return stat("\(file)-wal", &found) == 0 ? (Int(found.st_size) - 32) / 4120 : 0
    }

    @Test("a sound log, an empty one and one that breaks off tell of no loss")
    func sound() throws {
        #expect(LogDamage.find(inLogOf: file) == nil)
        #expect(truncate("\(file)-wal", 32 + 4120 * 3 + 100) == 0)
        #expect(LogDamage.find(inLogOf: file) == nil)
        #expect(truncate("\(file)-wal", 20) == 0)
        #expect(LogDamage.find(inLogOf: file) == nil)
        #expect(truncate("\(file)-wal", 0) == 0)
        #expect(LogDamage.find(inLogOf: file) == nil)
    }

    @Test("a byte anywhere in a frame, in its header or in the log's beginning: how much stands behind is told")
    func places() throws {
        for (offset, frame) in [(4, 0), (18, 0), (32 + 2, 1), (32 + 9, 1), (32 + 24 + 1000, 1), (32 + 4120 + 17, 2)] {
            #expect(Scratch.shell("cp '\(file)-wal' '\(copy.path)/kept'"))
            garble(at: offset)
            let found = LogDamage.find(inLogOf: file)
            #expect(found?.frame == frame, "at \(offset)")
            #expect((4...5).contains(found?.transactions ?? 0), "at \(offset)")
            #expect(Scratch.shell("mv '\(copy.path)/kept' '\(file)-wal'"))
        }
        garble(at: 32 + (frames - 1) * 4120 + 500)
        #expect(LogDamage.find(inLogOf: file) == LogDamage(frame: frames, transactions: 1))
    }

    @Test("with the witness: what was acknowledged is named, and the log is kept as it was", arguments: [true, false])
    func reported(hasWitness: Bool) throws {
        if !hasWitness { #expect(unlink(copy.file("firstdesk.witness")) == 0) }
        garble(at: 32 + 24 + 1000)
        let ledger = try Ledger(folder: copy.path, clock: desk.ledger.clock)
        #expect(ledger.loss == Loss(present: 5, acknowledged: hasWitness ? 14 : nil, isOfAnotherDesk: false))
        #expect(access("\(file)-wal.damaged", F_OK) == 0)
        #expect(throws: LedgerError.self) { try ledger.log(desk.intake(), by: desk.counter) }
        ledger.close()
        // The evidence outlives the log, which SQLite has passed over.
        let again = try Ledger(folder: copy.path, clock: desk.ledger.clock)
        desk.hangKeys(at: again)
        #expect(again.loss != nil)
        #expect(try again.verify().fault?.place == (hasWitness ? "event 14" : "event 6"))
        _ = try again.declareLoss(reason: "日志损坏", by: desk.head)
        #expect(try again.log(desk.intake(), by: desk.counter).state.number.serial == (hasWitness ? 6 : 1))
        #expect(access("\(file)-wal.damaged", F_OK) != 0)
        #expect(try again.verify().fault == nil)
    }
}
