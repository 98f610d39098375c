import DeskTestSupport
import Glibc
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("What verify looks at beside the events")
struct StoreCheckTests {
    private let desk: PracticeFolder
    private var ledger: Ledger { desk.ledger }
    private var connection: Connection { desk.ledger.connection }

    init() throws {
        desk = try PracticeFolder()
        for text in ["排队四十分钟无人管", "card was swallowed twice", "态度生硬"] {
            _ = try desk.ledger.log(desk.intake(text), by: desk.counter)
        }
    }

    private func place() throws -> String? { try ledger.verify().fault?.place }

    @Test("a trigger, view, table or index that was added, and one that is missing or changed: found, and nothing is written")
    func schema() throws {
        let changes = [
            ("CREATE TRIGGER spy AFTER INSERT ON event BEGIN DELETE FROM draft; END", "trigger spy", "DROP TRIGGER spy"),
            ("CREATE VIEW spy AS SELECT * FROM event", "view spy", "DROP VIEW spy"),
            ("CREATE TABLE spy(a)", "table spy", "DROP TABLE spy"),
            ("CREATE INDEX spy ON event(at)", "index spy", "DROP INDEX spy"),
            ("DROP INDEX event_of_case", "index event_of_case", "CREATE INDEX event_of_case ON event(case_id, seq)"),
            ("ALTER TABLE draft ADD COLUMN spy TEXT", "table draft", "ALTER TABLE draft DROP COLUMN spy"),
        ]
        for (change, found, back) in changes {
            try connection.execute(change)
            #expect(try place() == found)
            let opened = try Ledger(folder: desk.path, clock: ledger.clock)
            #expect(opened.damage?.place == found)
            let error = #expect(throws: LedgerError.self) { try opened.log(desk.intake(), by: desk.counter) }
            #expect(error?.kind == .damaged)
            #expect(try opened.open("0379-2611-001", by: desk.head).state.number.serial == 1, "reading goes on")
            opened.close()
            try connection.execute(back)
        }
        #expect(try place() == nil)
    }

    @Test("made anew from the events: what was added is gone, what was dropped is there, and the desk is written to again")
    func rebuilt() throws {
        try connection.execute(
            """
            CREATE TRIGGER spy AFTER INSERT ON event BEGIN DELETE FROM draft; END; DROP INDEX event_of_case; CREATE TABLE "a ""b"(c);
            CREATE VIEW v AS SELECT 1; UPDATE staff SET role = 'queen' WHERE number = '1003'; DROP TABLE rectification
            """
        )
        let opened = try desk.another()
        #expect(opened.damage != nil)
        #expect(opened.rules.staff[desk.counter.number]?.role == .counter, "read from the events")
        #expect(throws: LedgerError.self) { try opened.saveDraft(Array("{}".utf8), as: 1, of: "log", by: desk.counter.number) }
        #expect(throws: Refusal.deskActRoleMayNot(.rebuild)) { try opened.rebuild(by: desk.manager) }
        try opened.rebuild(by: desk.head)
        #expect(opened.damage == nil)
        _ = try opened.log(desk.intake(), by: desk.counter)
        #expect(try opened.verify().fault == nil)
    }

    @Test("at the start the texts of the schema's statements are enough; a word more, and it is looked at closely")
    func brief() throws {
        #expect(try StoreChecks.isAsWritten(connection))
        for change in [
            "CREATE INDEX other ON staff(name)", "DROP INDEX event_of_case", "CREATE VIEW complaint_search_more AS SELECT 1",
            "DROP TABLE remains", "CREATE TABLE complaint_search_content(id)",
            "CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END",
            "DROP INDEX draft_of_staff; CREATE INDEX draft_of_staff ON draft(saved_at, staff)",
        ] {
            try connection.execute("SAVEPOINT s; \(change)")
            #expect(try !StoreChecks.isAsWritten(connection), "\(change)")
            #expect(throws: Verification.Fault.self) { try StoreChecks.checkSchema(connection, isBrief: true) }
            try connection.execute("ROLLBACK TO s; RELEASE s")
        }
        try ledger.rebuild()
        #expect(try StoreChecks.isAsWritten(connection))
    }

    @Test("the search index is compared with its texts word for word")
    func search() throws {
        let id = try #require(try connection.integer("SELECT id FROM complaint WHERE number = '0379-2611-002'"))
        #expect(try place() == nil)
        let stored = try #require(try EventReader(connection).stored(id: id))
        let words = SearchText.indexed(CaseTables.words(of: stored), key: SearchBlock(of: id).key)
        let forget = "INSERT INTO complaint_search(complaint_search, rowid, words) VALUES ('delete', ?, ?)"
        // The same number of cases and of words, one of them another.
        try connection.run(forget, id, words)
        try connection.run("INSERT INTO complaint_search(rowid, words) VALUES (?, ?)", id, words.replacing("swallowed", with: "returned"))
        #expect(try place() == "search")
        try ledger.rebuild()
        #expect(try place() == nil)
        try connection.run(forget, id, words)
        #expect(try place() == "search", "a case is missing")
        try connection.run("INSERT INTO complaint_search(rowid, words) VALUES (?, ?)", 999, words)
        #expect(try place() == "search", "a case too many")
    }

    @Test("the search index has the words of whatever was written as its tokenizer takes them out of it")
    func searchOfAnything() throws {
        let desk = try PracticeFolder()
        let longest = String(repeating: "w", count: 33_000)
        let texts = [
            "Crème BRÛLÉE naïve Ａｂｃ １２", "排队四十分钟，柜员态度生硬 ok", longest, "e\u{301}e\u{301} \u{1F469}\u{200D}\u{1F4BB} ٣٤ ｶﾀｶﾅ",
            "a\u{0}b \u{1B}[2J",
        ]
        for text in texts {
            _ = try desk.ledger.log(desk.intake(text), by: desk.counter)
        }
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("drafts are of somebody, of a form, and in a form's coding")
    func drafts() throws {
        try ledger.saveDraft(Array(#"{"text":"半"}"#.utf8), as: 1, of: "log", by: desk.counter.number)
        #expect(try place() == nil)
        for change in ["content = x'FF'", "content = '[1]'", "form = ''", "staff = '7777'"] {
            try connection.execute("SAVEPOINT s; UPDATE draft SET \(change.replacing("'[1]'", with: "x'5B315D'"))")
            #expect(try place() == "draft 1", "\(change)")
            try connection.execute("ROLLBACK TO s; RELEASE s")
        }
    }

    @Test("a scan that is a pipe, a link or too large is not taken for the one that was attached")
    func scans() throws {
        let source = "\(desk.path)/scan"
        #expect(Scratch.shell("echo scan > '\(source)'"))
        _ = try ledger.perform(.attach(.init(file: source, name: "来信", place: "柜")), on: "0379-2611-001", by: desk.counter)
        unlink(source)
        #expect(try place() == nil)
        let copy = "\(desk.path)/attachments/\(try #require(Attachments(deskFolder: desk.path).digests.first))"
        for make in ["mkfifo '\(copy)'", "ln -s /etc/hostname '\(copy)'", "truncate -s 65M '\(copy)'", "mkdir '\(copy)'", "true"] {
            #expect(Scratch.shell("rm -rf '\(copy)'; \(make)"))
            #expect(try place() == "event 11", "\(make)")
        }
        #expect(Scratch.shell("rm -rf '\(copy)'"))
    }

    @Test(
        "a pipe, a link or a folder in the place of a file beside the desk's is waited for by nobody: the desk opens, or says what is there"
    )
    func strangeFiles() throws {
        let path = "\(desk.path)/firstdesk.db"
        connection.lookout?.close()
        ledger.close()
        for make in ["mkfifo", "mkdir", "ln -s /dev/zero", "ln -s /nowhere"] {
            for name in ["firstdesk.db-wal", "firstdesk.db-shm"] {
                #expect(Scratch.shell("rm -rf '\(desk.path)/\(name)'; \(make) '\(desk.path)/\(name)'"))
                let error = #expect(throws: LedgerError.self, "\(make) \(name)") {
                    try Ledger(folder: desk.path, clock: desk.ledger.clock)
                }
                #expect(error?.kind == .io)
                #expect(Scratch.shell("rm -rf '\(desk.path)/\(name)'"))
            }
            for name in ["firstdesk.witness", "firstdesk.db-wal.damaged"] {
                #expect(Scratch.shell("rm -rf '\(desk.path)/\(name)'; \(make) '\(desk.path)/\(name)'"))
                let opened = try Ledger(folder: desk.path, clock: desk.ledger.clock)
                _ = try opened.verify()
                opened.close()
                #expect(Scratch.shell("rm -rf '\(desk.path)/\(name)'"))
            }
        }
        #expect(DeskFile.beginning(of: path, count: 6) == Array("SQLite".utf8))
    }

    @Test("a write-protected desk is read and checked, and takes nothing; wrong passcodes are not counted")
    func readOnly() throws {
        _ = try ledger.signIn(desk.counter.number, passcode: PracticeFolder.passcode)
        let reading = try Ledger(folder: desk.path, clock: ledger.clock, isReadOnly: true)
        #expect(try reading.verify().fault == nil)
        #expect(try reading.open("0379-2611-001", by: desk.head).state.number.serial == 1)
        #expect(throws: SignInRefusal.wrong) { try reading.signIn(desk.counter.number, passcode: "falsch falsch") }
        _ = try reading.signIn(desk.counter.number, passcode: PracticeFolder.passcode)
        let error = #expect(throws: LedgerError.self) { try reading.log(desk.intake(), by: desk.counter) }
        #expect(error?.kind == .readOnly)
        #expect(try ChainLink.last(in: connection).seq == 10)
    }
}
