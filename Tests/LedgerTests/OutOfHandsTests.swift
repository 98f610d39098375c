import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

/// Whom a case is about takes it out of nobody's hands, and whoever alone can end one is shown it (1-domain, Roles).
@Suite("Nobody takes a case about themselves out of another's hands")
struct OutOfHandsTests {
    private func member(_ number: String, _ name: String, _ role: Role, of desk: PracticeFolder) throws -> Actor {
        let member = StaffMember(number: try PracticeFolder.number(number), name: name, role: role)
        try desk.ledger.addStaff(member, passcode: PracticeFolder.passcode, by: desk.head)
        _ = try desk.ledger.signIn(member.number, passcode: PracticeFolder.passcode)
        return Actor(member)
    }

    private func logged(_ text: String, about: String, by actor: Actor, of desk: PracticeFolder) throws -> String {
        try desk.ledger.log(desk.intake(text, about: about), by: actor).state.number.description
    }

    @Test("All open cases of somebody who leaves or changes role count, also those about whoever lets them go")
    func leaving() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let second = try member("1005", "陈立", .complaintManager, of: desk)
        let held = try logged("柜员交班时态度生硬", about: "王建国", by: desk.counter, of: desk)
        _ = try ledger.perform(.accept, on: held, by: second)
        for edit in [StaffEdit.leave, .role(.counter), .role(.auditor)] {
            #expect(throws: Refusal.hasOpenCases(second.number, 1)) { try ledger.edit(second.number, edit, by: desk.head) }
        }
        // Nor does the first responder of one that nobody has in hand.
        let waiting = try logged("排队四十分钟", about: "1001", by: desk.counter, of: desk)
        for edit in [StaffEdit.leave, .role(.auditor)] {
            #expect(throws: Refusal.hasOpenCases(desk.counter.number, 1)) { try ledger.edit(desk.counter.number, edit, by: desk.head) }
        }
        // Nor whoever is to accept one.
        _ = try ledger.perform(.handOver(.init(to: second.number)), on: waiting, by: desk.counter)
        #expect(throws: Refusal.hasOpenCases(second.number, 2)) { try ledger.edit(second.number, .leave, by: desk.head) }
        // Whoever may read them hands them on.
        #expect(try ledger.reassign(from: second.number, to: desk.manager.number, note: "", by: desk.head).isEmpty)
        let outcomes = try ledger.reassign(from: second.number, to: desk.manager.number, note: "", by: desk.manager)
        #expect(outcomes.count == 2 && outcomes.allSatisfy { $0.refusal == nil })
        try ledger.edit(second.number, .leave, by: desk.head)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("Of whoever leaves with cases to be signed or with head office it is said how many may come back; another takes them")
    func waiting() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let second = try member("1005", "陈立", .complaintManager, of: desk)
        let upward = try logged("手续费收错", about: "", by: desk.counter, of: desk)
        _ = try ledger.perform(.accept, on: upward, by: second)
        _ = try ledger.perform(.askEscalation(.init(why: .amount, reason: "超权限")), on: upward, by: second)
        _ = try ledger.perform(.confirmEscalation, on: upward, by: desk.head)
        let answered = try logged("排队四十分钟", about: "", by: desk.counter, of: desk)
        _ = try ledger.perform(.answer(.init(text: "已解释")), on: answered, by: desk.counter)
        let told = try ledger.edit(second.number, .leave, by: desk.head)
        #expect(
            told?.english
                == "1 of their cases is with head office or to be signed. What comes back to 1005 is handed to another manager: Hand over (h), or "
                + "firstdesk reassign."
        )
        #expect(told?.chinese == "其经办的 1 件正在总行处理或待签字，退回 1005 名下的，请改派其他管理人员：在该件上按 h 移交，或用 firstdesk reassign。")
        #expect(try ledger.edit(desk.counter.number, .role(.auditor), by: desk.head) != nil)
        _ = try ledger.perform(.sentBack, on: answered, by: desk.head)
        _ = try ledger.perform(.headOfficeAnswer(.init(text: "同意")), on: upward, by: desk.manager)
        for member in [second.number, desk.counter.number] {
            let outcomes = try ledger.reassign(from: member, to: desk.manager.number, note: "", by: desk.manager)
            #expect(outcomes.count == 1 && outcomes.allSatisfy { $0.refusal == nil })
        }
        #expect(try ledger.verify().fault == nil)
    }

    @Test("Whoever reassigns is told how many cases wait elsewhere but for those about themselves, whatever becomes of these")
    func waitingUntold() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let second = try member("1005", "陈立", .complaintManager, of: desk)
        let third = try member("1006", "周海涛", .complaintManager, of: desk)
        let answered = try logged("柜员交班时态度生硬", about: "陈立", by: desk.counter, of: desk)
        let upward = try logged("手续费收错", about: "陈立", by: desk.counter, of: desk)
        for number in [answered, upward] { _ = try ledger.perform(.accept, on: number, by: third) }
        func waiting(_ actor: Actor) throws -> Int { try ledger.waitingCases(of: third.number, by: actor) }
        #expect(try (waiting(second), waiting(desk.manager)) == (0, 0))
        _ = try ledger.perform(.reply(.init(how: .phone, text: "已答复", isAccepted: true)), on: answered, by: third)
        #expect(try (waiting(second), waiting(desk.manager)) == (0, 1))
        _ = try ledger.perform(.askEscalation(.init(why: .amount, reason: "超权限")), on: upward, by: third)
        _ = try ledger.perform(.confirmEscalation, on: upward, by: desk.head)
        #expect(try (waiting(second), waiting(desk.manager), waiting(desk.head)) == (0, 2, 2))
        // One of them that is about nobody here everybody may know of who reads all.
        let other = try logged("排队四十分钟", about: "", by: desk.counter, of: desk)
        _ = try ledger.perform(.accept, on: other, by: third)
        _ = try ledger.perform(.reply(.init(how: .phone, text: "已答复", isAccepted: true)), on: other, by: third)
        #expect(try (waiting(second), waiting(desk.manager)) == (1, 3))
    }

    @Test("By a new name nobody is recused on a case about whoever enters it; on others it is told how many")
    func renaming() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let second = try member("1005", "陈立", .complaintManager, of: desk)
        let about = try logged("柜员交班时态度生硬", about: "王建国、现金柜组", by: desk.counter, of: desk)
        _ = try ledger.perform(.accept, on: about, by: desk.manager)
        for (number, name) in [(desk.manager.number, "现金柜组"), (second.number, "现金 柜组"), (desk.counter.number, "现金柜组")] {
            #expect(throws: Refusal.renamedByAnother(number)) { try ledger.edit(number, .name(name), by: desk.head) }
        }
        for name in ["王建国", "王 建国", "1001", "工号 1001"] {
            #expect(throws: Refusal.nameTaken(desk.head.number)) { try ledger.edit(second.number, .name(name), by: desk.head) }
        }
        #expect(try ledger.open(about, by: desk.manager).state.number.description == about)
        // A case that is about nobody who works here, in 李敏's hands, and one in nobody's.
        let other = try logged("叫号机跳号", about: "理财柜组", by: desk.counter, of: desk)
        _ = try ledger.perform(.accept, on: other, by: desk.manager)
        _ = try logged("叫号机又跳号", about: "理财柜组", by: desk.counter, of: desk)
        #expect(try ledger.edit(desk.manager.number, .name("理财柜组"), by: desk.head) == NewRecusals.sentence(1, of: desk.manager.number))
        #expect(throws: Refusal.mayNotRead) { try ledger.open(other, by: desk.manager) }
        #expect(try ledger.edit(desk.manager.number, .name("李敏"), by: desk.head) == nil)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("Whoever may enter head office's ruling has the case in every list, without the customer's contacts; nobody else has it there")
    func ruling() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let colleague = try member("1004", "吴小梅", .counter, of: desk)
        let number = try logged("两位经理均态度生硬", about: "", by: desk.manager, of: desk)
        let plain = try logged("排队四十分钟", about: "", by: desk.manager, of: desk)
        for each in [number, plain] { _ = try ledger.perform(.accept, on: each, by: desk.manager) }
        #expect(try ledger.rows(RegisterQuery(for: desk.counter), limit: 9).isEmpty)
        _ = try ledger.perform(.amend("about", to: "1001、1002"), on: number, by: desk.manager)
        for clerk in [desk.counter, colleague] {
            var query = RegisterQuery(for: clerk)
            let rows = try ledger.rows(query, limit: 9)
            #expect(rows.map(\.number) == [number] && rows.map(\.contact) == ["138****0000"])
            #expect(try ledger.count(query, limit: 9) == 1)
            #expect(try ledger.row(of: number, in: query)?.number == number && ledger.row(of: plain, in: query) == nil)
            query.search = "态度生硬"
            #expect(try ledger.rows(query, limit: 9).map(\.number) == [number] && ledger.count(query, limit: 9) == 1)
            // What is theirs to do first has it, whatever its stage.
            query = RegisterQuery(for: clerk, order: .due)
            query.stages = [.logged]
            #expect(try ledger.rows(query, limit: 9).isEmpty)
            query.takesRulings = true
            #expect(try ledger.rows(query, limit: 9).map(\.number) == [number] && ledger.count(query, limit: 9) == 1)
        }
        for manager in [desk.head, desk.manager] {
            #expect(try ledger.rows(RegisterQuery(for: manager), limit: 9).map(\.number) == [plain])
        }
        // A manager who took no part comes before the clerks.
        let second = try member("1005", "陈立", .complaintManager, of: desk)
        #expect(try ledger.rows(RegisterQuery(for: desk.counter), limit: 9).isEmpty)
        #expect(try ledger.rows(RegisterQuery(for: second), limit: 9).count == 2)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("What is in somebody's list they may read, and what they may read is in it, also where only the ruling is left")
    func listIsReading() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let colleague = try member("1004", "吴小梅", .counter, of: desk)
        var numbers: [String] = []
        for about in ["", "1001", "1002", "1001、1002", "1001、1002、1003", "张伟", "1001、1002、1003、1004"] {
            let number = try logged("态度生硬 \(numbers.count)", about: "", by: colleague, of: desk)
            _ = try ledger.perform(.accept, on: number, by: desk.manager)
            if !about.isEmpty { _ = try ledger.perform(.amend("about", to: about), on: number, by: desk.manager) }
            numbers.append(number)
            numbers.append(try logged("排队太久 \(numbers.count)", about: about, by: colleague, of: desk))
        }
        // All that stands is the branch manager's alone, and 李敏 had her part in what was sent back.
        let alone = try desk.repliedCase("手续费收错").state.number.description
        _ = try ledger.perform(.sentBack, on: alone, by: desk.head)
        _ = try ledger.perform(.notAtFault, on: alone, by: desk.head)
        _ = try ledger.perform(.reply(.init(how: .phone, text: "已答复", isAccepted: true)), on: alone, by: desk.head)
        numbers.append(alone)
        for actor in [desk.head, desk.manager, desk.counter, colleague, desk.auditor] {
            let listed = try Set(ledger.rows(RegisterQuery(for: actor), limit: 99).map(\.number))
            let readable = try numbers.filter { number in
                mayRead(try #require(try ledger.stored(number)).state, in: Occasion(actor, at: ledger.now, under: ledger.rules))
            }
            #expect(listed == Set(readable), "\(actor.number)")
            #expect(try ledger.count(RegisterQuery(for: actor), limit: 99) == readable.count)
        }
    }

    @Test("A correction of a day that had not been, as it is judged since a clock was declared wrong, is none; others stand")
    func correctionsAhead() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        func day(_ text: String) throws -> Day { try #require(Day(text)) }
        func seq() throws -> Int64 { try ledger.connection.integer("SELECT max(seq) FROM event") ?? 0 }
        try ledger.correctOpening(on: try day("2026-12-15"), isOpen: false, reason: "停电检修", by: desk.head)
        try desk.setClock("2027-01-08T10:00:00+08:00")
        // Nothing was done here since: of a day to come nobody says how it stood.
        #expect(throws: Refusal.dayToCome(try day("2026-12-10"), latest: try day("2026-11-20"))) {
            try ledger.correctBook(on: try day("2026-12-10"), to: .reviewed, reason: "已看", by: desk.head)
        }
        let from = try seq() + 1
        _ = try logged("排队四十分钟", about: "", by: desk.counter, of: desk)
        try ledger.correctBook(on: try day("2026-12-10"), to: .reviewed, reason: "已看", by: desk.head)
        try ledger.correctBook(on: try day("2026-12-14"), to: .nothing, reason: "已看", by: desk.head)
        try ledger.correctOpening(on: try day("2026-12-11"), isOpen: false, reason: "装修", by: desk.head)
        try ledger.correctBook(on: try day("2026-11-20"), to: .closed, reason: "停电", by: desk.head)
        let to = try seq()
        try desk.setClock("2026-11-23T10:00:00+08:00")
        _ = try logged("排队一小时", about: "", by: desk.counter, of: desk)
        try ledger.declareWrong(WrongClock(from: from, to: to, reason: "主板电池耗尽"), by: desk.head)
        try desk.setClock("2026-12-16T10:00:00+08:00")
        func statuses() throws -> [BookDay.Status] {
            try ["2026-11-20", "2026-12-10", "2026-12-11", "2026-12-14", "2026-12-15"].map { text in
                try #require(try ledger.bookStatus(from: try day(text), to: try day(text)).first).status
            }
        }
        #expect(try statuses() == [.closed, .missed, .missed, .missed, .closed])
        #expect(try ledger.rules.correction(of: day("2026-12-10")) == nil)
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try statuses() == [.closed, .missed, .missed, .missed, .closed])
        // What is corrected now stands.
        _ = try logged("排队两小时", about: "", by: desk.counter, of: desk)
        try ledger.correctBook(on: try day("2026-12-10"), to: .late, reason: "补看", by: desk.head)
        #expect(try statuses()[1] == .late)
        #expect(try ledger.verify().fault == nil)
    }
}
