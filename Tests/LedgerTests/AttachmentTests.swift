import DeskTestSupport
import Glibc
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("Scans are kept by their digest")
struct AttachmentTests {
    private let scratch: Scratch
    private let desk: PracticeFolder
    private let number: String

    init() throws {
        scratch = try Scratch()
        desk = try PracticeFolder()
        number = try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description
    }

    private func attach(_ path: String, name: String = "来信扫描") throws -> ComplaintRules.Attachment? {
        let act = Deed.attach(.init(file: path, name: name, place: "1 柜 3 号"))
        return try desk.ledger.perform(act, on: number, by: desk.counter).events.last?.event as? ComplaintRules.Attachment
    }

    /// The names in the folder of copies.
    private var kept: [String] {
        guard let listing = opendir("\(desk.path)/attachments") else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    @Test("The copy has the contents, bears their BLAKE2b-256 digest as its name, and is for its owner alone")
    func copied() throws {
        try scratch.write(Array("abc".utf8), to: "letter.pdf")
        let attachment = try #require(try attach(scratch.file("letter.pdf")))
        #expect(attachment.digest == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319")
        #expect(attachment.byteCount == 3)
        #expect(kept == [attachment.digest])
        let found = try desk.ledger.attachment(1, of: number, by: desk.manager)
        #expect(found.name == "来信扫描")
        #expect(DeskFile.beginning(of: found.path, count: 10) == Array("abc".utf8))
        var facts = stat()
        #expect(stat(found.path, &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("The same scan twice is kept once; the original may go")
    func twice() throws {
        try scratch.write(Array("abc".utf8), to: "a")
        try scratch.write(Array("abc".utf8), to: "b")
        let first = try attach(scratch.file("a"))
        unlink(scratch.file("a"))
        #expect(try attach(scratch.file("b"))?.digest == first?.digest)
        #expect(kept.count == 1)
    }

    @Test("A copy that was changed or is gone is noticed by verify, and is not given out")
    func changed() throws {
        try scratch.write(Array("abc".utf8), to: "a")
        let attachment = try #require(try attach(scratch.file("a")))
        let copy = "\(desk.path)/attachments/\(attachment.digest)"
        let descriptor = open(copy, O_WRONLY | O_TRUNC)
        close(descriptor)
        let seq = try desk.ledger.open(number, by: desk.counter).state.version
        for _ in 0..<2 {
            let fault = try desk.ledger.verify().fault
            #expect(fault?.place == "event \(seq)")
            #expect(fault?.what.english == "the copy of the attached file is missing or was changed")
            let error = #expect(throws: LedgerError.self) { try desk.ledger.attachment(1, of: number, by: desk.counter) }
            #expect(error?.kind == .damaged)
            unlink(copy)
        }
    }

    @Test("What cannot be taken is refused with its reason, and nothing is attached")
    func refused() throws {
        try scratch.write([], to: "empty")
        let before = try desk.ledger.open(number, by: desk.counter).state.version
        for (path, fault) in [
            (scratch.file("nowhere"), Refusal.FileFault.notFound), (desk.path, .notAFile), ("/dev/null", .notAFile),
            (scratch.file("empty"), .empty),
        ] {
            #expect(throws: Refusal.badValue("file", .file(fault))) { try attach(path) }
        }
        let large = open(scratch.file("large"), O_CREAT | O_WRONLY, 0o600)
        #expect(ftruncate(large, off_t(Attachments.limit + 1)) == 0)
        close(large)
        #expect(throws: Refusal.badValue("file", .file(.tooLarge(megabytes: 64)))) { try attach(scratch.file("large")) }
        #expect(kept == [])
        #expect(try desk.ledger.open(number, by: desk.counter).state.version == before)
    }

    @Test("Whoever may not attach copies nothing, and paper alone needs no file")
    func rules() throws {
        try scratch.write(Array("abc".utf8), to: "a")
        let act = Deed.attach(.init(file: scratch.file("a"), name: "x"))
        #expect(throws: Refusal.roleMayNot(.attach, [.counter, .complaintManager, .branchManager])) {
            try desk.ledger.perform(act, on: number, by: desk.auditor)
        }
        #expect(kept == [])
        #expect(try attach("")?.digest == "")
        #expect(throws: Refusal.noSuchAttachment(1)) { try desk.ledger.attachment(1, of: number, by: desk.counter) }
        #expect(throws: Refusal.noSuchAttachment(0)) { try desk.ledger.attachment(0, of: number, by: desk.counter) }
    }

    @Test("A letter is logged with its scan in one step")
    func atOnce() throws {
        try scratch.write(Array("letter".utf8), to: "scan.png")
        var intake = desk.intake("来信内容")
        intake.channel = .letter
        let act = Deed.attach(.init(file: scratch.file("scan.png")))
        let stored = try desk.ledger.log(intake, then: [act, .handOver(.init(to: desk.manager.number))], by: desk.counter)
        #expect(try desk.ledger.attachment(1, of: stored.state.number.description, by: desk.manager).name == "scan.png")
    }
}
