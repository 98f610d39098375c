import DeskTestSupport
import Glibc
import TableFiles
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("Retention and erasure")
struct ErasureTests {
    private let desk: PracticeFolder
    private let secret = "六指猫在柜台上睡觉"

    init() throws {
        desk = try PracticeFolder()
    }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso)) }

    /// A signed case with the secret in its words, and one without it that is held.
    private func signed() throws -> (erased: String, held: String) {
        let signer = try desk.ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        let numbers = try [secret, "另一件"].map { text in
            let number = try desk.repliedCase(text).state.number.description
            _ = try desk.ledger.perform(.sign, on: number, by: desk.head, key: signer)
            return number
        }
        _ = try desk.ledger.perform(.hold(.init(reason: "诉讼中")), on: numbers[1], by: desk.head)
        return (numbers[0], numbers[1])
    }

    @Test("words go and stay gone, in every file; numbers, codes, clocks and the chain stay; what is held stays whole")
    func erases() throws {
        let (number, held) = try signed()
        try desk.ledger.saveDraft(Array(#"{"text":"六指猫"}"#.utf8), as: 1, of: "act/\(number)/addendum", by: desk.head.number)
        _ = try desk.ledger.backUp()
        let before = try desk.ledger.open(number, by: desk.head)
        try desk.passYears(to: "2029-11-25T09:00:00+08:00")
        let done = try desk.ledger.erase(closedBefore: try day("2026-11-25"), by: desk.head)
        #expect(done.numbers == [number] && done.held == [held])
        #expect((done.drafts, done.backups, done.isLogClean) == (1, 1, true))

        let after = try desk.ledger.open(number, by: desk.head)
        #expect(after.state.intake.text == "" && after.state.intake.customer == "" && after.state.intake.contact == "")
        #expect(after.state.clocks == before.state.clocks && after.state.stage == .closed && after.state.signer == desk.head.number)
        // Who reads it learns that it was erased, and when: it is not that of somebody without a name.
        #expect(after.state.erasedAt == desk.ledger.now && after.state.who == Term.erased)
        #expect(Account(of: after.state, after.events).facts.contains { $0.name.text == "erased-at" && $0.isKnown })
        let rows = try desk.ledger.rows(RegisterQuery(.everything, order: .logged), limit: 10)
        #expect(rows.first { $0.number == number }?.who == Term.erased && rows.first { $0.number == held }?.who != Term.erased)
        #expect(after.state.intake.channel == .oral && after.events.count == before.events.count)
        #expect(try desk.ledger.open(held, by: desk.head).state.intake.text == "另一件")
        #expect(try desk.ledger.verify().fault == nil)
        try desk.ledger.rebuild()
        #expect(try desk.ledger.verify().fault == nil)
        #expect(try desk.ledger.open(number, by: desk.head).state.clocks == before.state.clocks)
        for name in DeskFile.names(in: desk.path) {
            let bytes = DeskFile.beginning(of: "\(desk.path)/\(name)", count: 1 << 24)
            for word in ["六指猫", "睡觉", "柜 台"] {
                let text = Array(word.utf8)
                #expect(!bytes.indices.contains { bytes[$0] == text[0] && bytes[$0...].starts(with: text) }, "\(word) in \(name)")
            }
        }
        // The contents are missing with a reason; any others without one are a fault.
        try desk.ledger.connection.execute("UPDATE event SET salt = NULL, content = NULL WHERE kind = 'held'")
        #expect(try desk.ledger.verify().fault?.what.english == "its contents are missing, and no erasure explains it")
        rmdir("\(desk.path)/backups")
    }

    @Test("not before the shortest time is over, not what is open or important, and by the branch manager alone")
    func refused() throws {
        let (number, _) = try signed()
        let open = try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description
        try desk.passYears(to: "2029-11-25T09:00:00+08:00")
        #expect(throws: Refusal.keptLonger(until: try day("2026-11-25"))) {
            try desk.ledger.erase(closedBefore: try day("2026-11-26"), by: desk.head)
        }
        #expect(throws: Refusal.deskActRoleMayNot(.erase)) {
            try desk.ledger.erase(closedBefore: try day("2026-11-25"), by: desk.auditor)
        }
        try desk.ledger.change("retention-years", to: "4", by: desk.head)
        #expect(throws: Refusal.keptLonger(until: try day("2025-11-25"))) {
            try desk.ledger.erase(closedBefore: try day("2026-11-25"), by: desk.head)
        }
        #expect(throws: Refusal.badValue("value", .setting("retention-years"))) {
            try desk.ledger.change("retention-years", to: "0", by: desk.head)
        }
        #expect(try desk.ledger.erase(closedBefore: try day("2025-11-25"), by: desk.head).numbers == [])
        #expect(try desk.ledger.open(number, by: desk.head).state.intake.text == secret)
        #expect(try desk.ledger.open(open, by: desk.head).state.intake.text == "排队四十分钟无人管")
    }

    @Test("Nothing is erased under a clock years ahead, nor by an act done first, until the desk has been at work for 31 days since")
    func clockAhead() throws {
        let (number, _) = try signed()
        func erase() throws -> [String] { try desk.ledger.erase(closedBefore: try day("2026-11-25"), by: desk.head).numbers }
        let refused = try Refusal.clockJumped(on: day("2030-11-09"), until: day("2030-12-11"))
        try desk.setClock("2030-11-09T10:00:00+08:00")
        #expect(throws: refused) { try erase() }
        _ = try desk.ledger.log(desk.intake(), by: desk.counter)
        #expect(throws: refused) { try erase() }
        try desk.setClock("2030-12-05T10:00:00+08:00")
        #expect(throws: refused) { try erase() }
        _ = try desk.ledger.log(desk.intake(), by: desk.counter)
        #expect(try desk.ledger.open(number, by: desk.head).state.intake.text == secret)
        // A clock set back helps nobody: the later of it and the latest moment counts.
        try desk.setClock("2026-11-21T10:00:00+08:00")
        #expect(throws: refused) { try erase() }
        try desk.setClock("2030-12-11T10:00:00+08:00")
        #expect(try erase() == [number])
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("an erasure leaves clocks, money and duties as they were: of cases merged in and sent back, and of several who set a date")
    func untouched() throws {
        let matter = try Self.twoCustomers(desk)
        let before = try matter.map { try #require(try desk.ledger.stored($0)).state }
        #expect(before[1].clocks.filter { $0.name == .outside }.count == 2)
        try desk.passYears(to: "2029-11-25T09:00:00+08:00")
        #expect(try Set(desk.ledger.erase(closedBefore: try day("2026-11-25"), by: desk.head).numbers) == Set(matter))
        for (number, then) in zip(matter, before) {
            let now = try #require(try desk.ledger.stored(number)).state
            func told(_ state: Case) -> [String] {
                state.clocks.map { "\($0.name.rawValue) \($0.due.milliseconds) \($0.ended?.milliseconds ?? 0)" }
            }
            #expect(told(now) == told(then), "\(number)")
            #expect(now.promised == then.promised && now.paid == then.paid && now.stage == then.stage)
            #expect(now.customersToAnswer == then.customersToAnswer && now.isToldOfOutcome == then.isToldOfOutcome)
            #expect(now.awaitingResult.isEmpty && then.awaitingResult.isEmpty, "\(number)")
        }
        #expect(try desk.ledger.verify().fault == nil)
        try desk.ledger.rebuild()
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("a late answer stays late, and amounts, codes and numbers that were put right stay for the figures, once the words are gone")
    func lateStaysLate() throws {
        var intake = Intake(channel: .commentBook, received: desk.ledger.clock.now(), text: "排队太久")
        (intake.customer, intake.contact, intake.page, intake.line) = ("徐女士", "13800000001", 3, 1)
        intake.amount = Amount("300")
        let number = try desk.ledger.log(intake, by: desk.counter).state.number.description
        func act(_ deed: Deed, by actor: Actor? = nil, key: SignedIn? = nil) throws {
            _ = try desk.ledger.perform(deed, on: number, by: actor ?? desk.manager, key: key)
        }
        try act(.accept)
        for (field, value) in [("amount", "350"), ("page", "21"), ("business", "cards")] { try act(.amend(field, to: value)) }
        var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
        finding.explanation = "已说明"
        try act(.finding(finding))
        // Written into the book in time, told to the customer late.
        try act(.reply(Reply { ($0.how, $0.text, $0.isAccepted) = (.book, "已答复", true) }))
        try act(.answerInBook(.init(text: "已答复")))
        desk.ledger.clock = .standing(at: desk.ledger.clock.now().adding(seconds: 10 * 86_400))
        try act(.tell(Told { ($0.how, $0.text) = (.phone, "已答复") }))
        let signer = try desk.ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        try act(.sign, by: desk.head, key: signer)
        func facts(_ state: Case) -> [String] {
            state.clocks.map { "\($0.name.rawValue) \($0.state(at: state.signedAt ?? state.loggedAt)) \($0.ended?.milliseconds ?? 0)" }
                + [state.intake.amount?.text ?? "", "\(state.intake.page ?? 0)", state.intake.business, "\(state.hasLeftContact)"]
        }
        let before = facts(try #require(try desk.ledger.stored(number)).state)
        #expect(before.contains { $0.hasPrefix("reply breached") } && before.contains("350.00"), "\(before)")
        try desk.passYears(to: "2030-01-25T09:00:00+08:00")
        #expect(try desk.ledger.erase(closedBefore: try day("2026-12-25"), by: desk.head).numbers == [number])
        #expect(try facts(#require(try desk.ledger.stored(number)).state) == before)
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("whoever sent a case and had the result waits for none once their name is gone")
    func resultSentStays() throws {
        var numbers: [String] = []
        for sender in ["市消费者协会", "12345热线"] {
            var intake = desk.intake("手续费", customer: "徐女士")
            (intake.channel, intake.sender, intake.reference) = (.referred, sender, "H-1")
            let number = try desk.ledger.log(intake, by: desk.counter).state.number.description
            numbers.append(number)
            func act(_ deed: Deed, by actor: Actor? = nil, key: SignedIn? = nil) throws {
                _ = try desk.ledger.perform(deed, on: number, by: actor ?? desk.manager, key: key)
            }
            try act(.accept)
            var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
            finding.explanation = "已说明"
            try act(.finding(finding))
            try act(.reply(Reply { ($0.how, $0.text, $0.isAccepted) = (.phone, "已答复", true) }))
            try act(Deed(ResultSent { $0.text = "已办结" }))
            let signer = try desk.ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
            try act(.sign, by: desk.head, key: signer)
        }
        try desk.passYears(to: "2029-11-25T09:00:00+08:00")
        #expect(try Set(desk.ledger.erase(closedBefore: try day("2026-11-25"), by: desk.head).numbers) == Set(numbers))
        for number in numbers {
            let state = try #require(try desk.ledger.stored(number)).state
            #expect(state.awaitingResult.isEmpty && state.intake.sender?.hasPrefix("#") == true)
            #expect(throws: Refusal.alreadyDone(.sendResult)) {
                try desk.ledger.perform(Deed(ResultSent { $0.text = "已办结" }), on: number, by: desk.manager)
            }
        }
        #expect(try desk.ledger.verify().fault == nil)
    }

    /// Two cases of two customers: one was merged into the other, of which two bodies outside want the result; both signed.
    private static func twoCustomers(_ desk: PracticeFolder) throws -> [String] {
        func begun(_ customer: String, _ contact: String) throws -> String {
            var intake = desk.intake("手续费", customer: customer)
            intake.contact = contact
            let number = try desk.ledger.log(intake, by: desk.counter).state.number.description
            _ = try desk.ledger.perform(.accept, on: number, by: desk.manager)
            return number
        }
        let (first, second) = (try begun("徐女士", "13800000001"), try begun("于先生", "13800000002"))
        func act(_ deed: Deed, _ number: String, by actor: Actor? = nil, key: SignedIn? = nil) throws {
            _ = try desk.ledger.perform(deed, on: number, by: actor ?? desk.manager, key: key)
        }
        let now = desk.ledger.now
        for (body, days) in [("洛阳监管分局", 9), ("人民银行洛阳分行", 10)] {
            try act(Deed(OutsideDate { ($0.by, $0.due) = (body, now.adding(seconds: Int64(days) * 86_400)) }), second)
        }
        try act(Deed(Merged { ($0.into, $0.reason) = (second, "同一事由") }), first)
        var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
        finding.explanation = "已说明"
        try act(.finding(finding), second)
        try act(
            .reply(
                Reply {
                    ($0.how, $0.text, $0.isAccepted, $0.amount, $0.forOthers) = (.phone, "已答复", true, Amount("300"), Amount.none)
                }
            ),
            second
        )
        try act(.tell(Told { ($0.how, $0.text, $0.number) = (.phone, "已答复", first) }), second)
        for body in ["洛阳监管分局", "人民银行洛阳分行"] { try act(Deed(ResultSent { ($0.text, $0.to) = ("已办结", body) }), second) }
        let signer = try desk.ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        for number in [second, first] { try act(.sign, number, by: desk.head, key: signer) }
        return [first, second]
    }

    @Test("of every kind of event only what is no words stays, and can still be read")
    func remains() throws {
        let coder = EventCoder()
        func remains(_ kind: String, _ json: String) throws -> String {
            String(decoding: try coder.remains(of: EventContent(kind: kind, bytes: Array(json.utf8))), as: UTF8.self)
        }
        #expect(try remains("handed-over", #"{"note":"急","to":"1005"}"#) == #"{"note":"","to":"1005"}"#)
        #expect(
            try remains(
                "replied",
                #"{"amount":{"hundredths":6600},"how":"phone","isAccepted":false,"isUndelivered":true,"promise":"三日","text":"答","to":"王"}"#
            )
                == #"{"amount":{"hundredths":6600},"how":"phone","isAccepted":false,"isUndelivered":true,"promise":"","text":"","to":""}"#
        )
        #expect(
            try remains("attached", #"{"byteCount":4096,"digest":"0f1e","name":"来信","place":"3号柜"}"#)
                == #"{"byteCount":4096,"digest":"","name":"","place":""}"#
        )
        // Whatever kinds there are: no text with a letter beyond ASCII stays, and each can be read.
        let desk = try BusyDesk.make()
        var kinds: Set<String> = []
        try desk.ledger.connection.forEach("SELECT kind, content FROM event WHERE case_id > 0 AND content IS NOT NULL") {
            row throws(LedgerError) in
            let kept = try coder.remains(of: EventContent(kind: row.text(0), bytes: row.bytes(1)))
            _ = try coder.caseEvent(EventContent(kind: row.text(0), bytes: kept))
            #expect(kept.allSatisfy { $0 < 0x80 }, "\(row.text(0)): \(String(decoding: kept, as: UTF8.self))")
            kinds.insert(row.text(0))
        }
        #expect(kinds.count >= 10)
    }
}

@Suite("Papers that are out, and the audit trail")
struct ArchiveTests {
    @Test("who took which paper, and back when; only managers, and not twice")
    func papers() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let number = try ledger.log(desk.intake(), by: desk.counter).state.number.description
        #expect(throws: Refusal.deskActRoleMayNot(.signOutPapers)) { try ledger.signOutPaper(of: number, to: "内审部", by: desk.counter) }
        #expect(throws: Refusal.paperIsIn) { try ledger.returnPaper(of: number, by: desk.manager) }
        #expect(throws: Refusal.missing("to")) { try ledger.signOutPaper(of: number, to: " ", by: desk.manager) }
        try ledger.signOutPaper(of: number, to: "内审部王工", by: desk.manager)
        #expect(throws: Refusal.paperIsOut(to: "内审部王工")) { try ledger.signOutPaper(of: number, to: "他人", by: desk.head) }
        #expect(
            try ledger.papersOut(by: desk.head)
                == [PaperOut(number: number, to: "内审部王工", at: ledger.clock.now(), by: desk.manager.number)]
        )
        try ledger.returnPaper(of: number, by: desk.head)
        #expect(try ledger.papersOut(by: desk.head) == [])
        #expect(try ledger.verify().fault == nil)
    }

    @Test("the audit trail names who did what and when, and keeps a case from its subject")
    func audit() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        _ = try ledger.log(desk.intake(about: "1001"), by: desk.counter)
        try ledger.recordExport(.init(.paper, name: "slip 0379-2611-001", count: 1, isPrinted: true), by: desk.counter)
        func trail(_ actor: Actor, from start: Moment? = nil) throws -> [String] {
            var lines: [String] = []
            try ledger.audit(from: start, by: actor) { lines.append("\($0.seq) \($0.by) \($0.kind) \($0.number ?? "-")") }
            return lines
        }
        #expect(try trail(desk.auditor).suffix(2) == ["6 1003 logged 0379-2611-001", "7 1003 exported -"])
        // No line says to them that there is such a case, and none tells who took it down.
        #expect(try trail(desk.head).suffix(2) == ["5 1001 staff-added -", "7 1003 exported -"])
        let page = try ledger.auditPage(AuditFilter(by: "1003"), from: .max, limit: 10, by: desk.head)
        #expect(page.map(\.seq) == [7])
        #expect(try trail(desk.auditor, from: ledger.clock.now()).count == 7)
        #expect(try trail(desk.auditor, from: Moment(milliseconds: ledger.clock.now().milliseconds + 1)) == [])
        #expect(throws: Refusal.deskActRoleMayNot(.readAudit)) { try ledger.audit(by: desk.manager) { _ in } }
        #expect(throws: Refusal.deskActRoleMayNot(.export)) {
            try ledger.recordExport(.init(.cases, name: "jsonl", count: 3), by: desk.manager)
        }
    }
}
