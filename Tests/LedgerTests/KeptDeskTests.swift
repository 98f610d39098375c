import DeskTestSupport
import Glibc
import Testing

@testable import Ledger

/// Desks as programs of every form wrote them, in `Desks/`: a folder a form, with the desk's file and the rows that this program makes of it.
///
/// A form that was released stays for ever, and a change of its rows is a decision that the commit explains. `make` writes the newest one
/// anew, for as long as it is not released: `FIRSTDESK_MAKE_DESK=1 swift test --filter KeptDeskTests`.
@Suite("Desks of yesterday")
struct KeptDeskTests {
    private static let forms = [1]
    private static let clock = "2026-11-27T10:00:00+08:00"

    private static func folder(_ form: Int) -> String { "\(DeskFile.folder(of: #filePath))/Desks/\(form)" }

    private static func text(_ path: String) -> [String] {
        String(decoding: DeskFile.beginning(of: path, count: 1 << 20), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("opens, verifies, says what it said, and made anew says the same", arguments: forms)
    func opens(_ form: Int) throws {
        let scratch = try Scratch()
        let bytes = DeskFile.beginning(of: "\(KeptDeskTests.folder(form))/\(Ledger.fileName)", count: 1 << 22)
        #expect(!bytes.isEmpty)
        try scratch.write(bytes, to: Ledger.fileName)
        let ledger = try Ledger(folder: scratch.path, clock: .standing(at: try PracticeFolder.moment(KeptDeskTests.clock)))
        let golden = KeptDeskTests.text("\(KeptDeskTests.folder(form))/rows.txt")
        let rows = try BusyDesk.rows(ledger)
        #expect(rows.count == golden.count)
        for (row, expected) in zip(rows, golden) { #expect(row == expected) }
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        for (row, expected) in zip(try BusyDesk.rows(ledger), golden) { #expect(row == expected, "made anew") }
        #expect(try ledger.verify().fault == nil)
        let head = try ledger.signIn(PracticeFolder.number("1001"), passcode: PracticeFolder.passcode).actor
        #expect(try ledger.open("0379-2611-002", by: head).state.signer == head.number)
    }

    @Test("is written anew", .enabled(if: getenv("FIRSTDESK_MAKE_DESK") != nil))
    func make() throws {
        guard let form = KeptDeskTests.forms.last else { return }
        let desk = try BusyDesk.make()
        let rows = try BusyDesk.rows(desk.ledger)
        desk.ledger.connection.lookout?.close()
        // One small file without a log. Pages of 512 bytes: most of the many tables and indexes hold a few rows.
        try desk.ledger.connection.execute("PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM")
        let bytes = DeskFile.beginning(of: Ledger.path(in: desk.path), count: 1 << 22)
        let scratch = KeptDeskTests.folder(form)
        try DeskFile.makeFolder(scratch)
        for (name, contents) in [(Ledger.fileName, bytes), ("rows.txt", Array((rows.joined(separator: "\n") + "\n").utf8))] {
            guard let stream = fopen("\(scratch)/\(name)", "w") else { throw LedgerError(systemError: errno, trying: "write a desk") }
            let written = fwrite(contents, 1, contents.count, stream)
            #expect(fclose(stream) == 0 && written == contents.count)
        }
    }
}
