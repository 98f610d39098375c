import DeskTestSupport
import Glibc
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("The daily backup and check")
struct UpkeepTests {
    private let desk: PracticeFolder
    private var ledger: Ledger { desk.ledger }

    init() throws {
        desk = try PracticeFolder()
        _ = try desk.repliedCase()
    }

    private var backups: [String] { OwnBackups.names(inDesk: desk.path) }

    @Test("once a day, by the branch's day: a backup, and a look through the desk that Audit tells of")
    func daily() throws {
        #expect(try ledger.look() == nil)
        #expect(ledger.newestBackup == nil)
        #expect(try ledger.isUpkeepDue())
        let first = try #require(try ledger.keepUp())
        #expect(first.backup?.path == "\(desk.path)/backups/firstdesk-20261120-0900.db")
        #expect(first.found?.fault == nil)
        #expect(try first.found?.signatures == ledger.signatures)
        let seen = try PracticeFolder.moment("2026-11-20T09:00:00+08:00")
        #expect(try ledger.look() == DeskLook(at: seen, wholeSince: seen, faultPlace: nil))
        #expect(ledger.newestBackup == "20261120-0900")
        #expect(try !ledger.isUpkeepDue())
        let again = try #require(try ledger.keepUp())
        #expect(again.backup == nil && again.found == nil)
        try desk.setClock("2026-11-20T23:59:00+08:00")
        #expect(try !ledger.isUpkeepDue())
        try desk.setClock("2026-11-21T00:01:00+08:00")
        #expect(try ledger.isUpkeepDue())
        _ = try ledger.keepUp()
        #expect(backups == ["firstdesk-20261120-0900.db", "firstdesk-20261121-0001.db"])
        #expect(try ledger.verify().fault == nil)
    }

    @Test("several desks at once: one does it, the others go on")
    func once() throws {
        let other = try desk.another()
        var turn = try UpkeepTurn.take(inDesk: desk.path)
        #expect(turn != nil)
        #expect(try other.keepUp() == nil)
        turn = nil
        #expect(try other.keepUp()?.backup != nil)
        #expect(try !ledger.isUpkeepDue(), "it is done for all")
    }

    @Test("a fault is kept, with its place, until a look finds none; what was seen whole before stays said")
    func fault() throws {
        _ = try ledger.keepUp()
        let before = try ledger.look()?.wholeSince
        try desk.setClock("2026-11-21T09:00:00+08:00")
        try ledger.connection.execute("UPDATE complaint SET text = 'x' WHERE serial = 1")
        let found = try #require(try ledger.keepUp()?.found)
        #expect(found.fault?.place == "case 0379-2611-001")
        #expect(try ledger.look()?.faultPlace == "case 0379-2611-001")
        #expect(try ledger.look()?.wholeSince == before)
        try ledger.rebuild()
        try desk.setClock("2026-11-22T09:00:00+08:00")
        _ = try ledger.keepUp()
        #expect(try ledger.look()?.faultPlace == nil)
    }

    @Test("signatures are looked at stretch by stretch: a forged one is found on the day of its stretch, and all else each day")
    func stretches() throws {
        let spans = try ledger.connection.integer("SELECT max(last) FROM signature") ?? 0
        let half = spans / 2
        let first = try ledger.verify(signatures: 1...half).signatures
        let second = try ledger.verify(signatures: (half + 1)...spans).signatures
        #expect(first > 0 && second > 0)
        #expect(try first + second == ledger.signatures)
        try ledger.connection.execute("UPDATE signature SET signature = zeroblob(64) WHERE last = \(spans)")
        #expect(try ledger.verify(signatures: 1...half).fault == nil)
        #expect(try ledger.verify(signatures: (half + 1)...spans).fault?.place == "event \(spans)")
    }

    @Test("a walk that is under way goes on the next day, and says since when all was seen once it is at the end; rubbish begins anew")
    func walk() throws {
        let last = try ledger.connection.integer("SELECT max(last) FROM signature") ?? 0
        let begun = try PracticeFolder.moment("2026-11-18T09:00:00+08:00")
        func leave(_ next: Int64) throws {
            try ledger.connection.execute(
                "INSERT OR REPLACE INTO look VALUES (1, \(begun.milliseconds), \(next), \(begun.milliseconds), NULL, NULL)"
            )
        }
        try leave(last)
        #expect(try ledger.keepUp()?.found?.signatures == 1)
        #expect(try ledger.look()?.wholeSince == begun)
        for rubbish in [Int64.min, -1, last + 1, .max] {
            try leave(rubbish)
            #expect(try ledger.keepUp()?.found?.signatures == ledger.signatures, "\(rubbish)")
            #expect(try ledger.look()?.wholeSince == ledger.clock.now())
        }
        try ledger.connection.execute("UPDATE look SET at = -9223372036854775808, whole = 9223372036854775807")
        #expect(try ledger.look()?.at.milliseconds == 0)
        #expect(try ledger.isUpkeepDue())
    }

    @Test(
        "a moment that no event can have made stands for the first or the last of all that can, so that a damaged desk is read and counted"
    )
    func impossibleMoments() throws {
        _ = try ledger.log(desk.intake("排队太久"), by: desk.counter)
        for (rubbish, read) in [(Int64.max, Moment.possible.upperBound), (.min, ledger.clock.now().milliseconds)] {
            try ledger.connection.execute("UPDATE event SET at = \(rubbish) WHERE seq = (SELECT max(seq) FROM event)")
            let damaged = try Ledger(folder: desk.path, clock: ledger.clock, isReadOnly: true)
            #expect(damaged.now.milliseconds == read, "\(rubbish)")
            let year = try #require(Day("2026-01-01"))
            _ = try damaged.figureSource(from: year, to: year.adding(days: 364), by: desk.head)
            #expect(try damaged.verify().fault != nil)
        }
    }

    @Test("not on a desk that is write-protected or lacks what was acknowledged")
    func protected() throws {
        let reading = try Ledger(folder: desk.path, clock: ledger.clock, isReadOnly: true)
        #expect(try !reading.isUpkeepDue())
        #expect(throws: LedgerError.self) { try reading.keepUp() }
    }
}

extension Ledger {
    /// How many signatures the whole of it has.
    fileprivate var signatures: Int64 { get throws { try verify().signatures } }
}
