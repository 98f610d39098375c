import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

/// What is erased, and what stays whole beside it.
@Suite("An erasure and what stays beside it")
struct ErasedBesideTests {
    private let desk: PracticeFolder
    private var ledger: Ledger { desk.ledger }

    init() throws { desk = try PracticeFolder() }

    private func sign(_ number: String) throws {
        let signer = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        _ = try ledger.perform(.sign, on: number, by: desk.head, key: signer)
    }

    /// The number of a case that was answered and signed.
    private func signed(_ text: String = "排队四十分钟无人管") throws -> String {
        let number = try desk.repliedCase(text).state.number.description
        try sign(number)
        return number
    }

    private func begun(_ text: String, about: String = "") throws -> String {
        let number = try ledger.log(desk.intake(text, about: about), by: desk.counter).state.number.description
        _ = try ledger.perform(.accept, on: number, by: desk.manager)
        return number
    }

    private func answered(_ number: String) throws {
        var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
        finding.explanation = "已耐心解释"
        _ = try ledger.perform(.finding(finding), on: number, by: desk.manager)
        _ = try ledger.perform(.reply(.init(how: .phone, text: "已答复", isAccepted: true)), on: number, by: desk.manager)
    }

    private func name(_ standIn: Actor, for absent: Actor, from first: String, to last: String) throws {
        let appointment = StandIn(
            absent: absent.number,
            standIn: standIn.number,
            from: try #require(Day(first)),
            to: try #require(Day(last))
        )
        try ledger.nameStandIn(appointment, by: desk.head)
    }

    private func erase() throws -> Erasure { try ledger.erase(closedBefore: try #require(Day("2026-12-01")), by: desk.head) }

    /// What goes on of a case has ended, and is kept all the same.
    private func holdEnded(_ number: String) throws {
        try answered(number)
        try sign(number)
        _ = try ledger.perform(.hold(.init(reason: "诉讼")), on: number, by: desk.head)
    }

    /// Erases years later just this case, and finds the desk whole then, and once its tables were made anew.
    private func stayWhole(erasing number: String) throws {
        try desk.passYears(to: "2029-12-25T09:00:00+08:00")
        let before = try ledger.verify()
        #expect(before.fault == nil)
        #expect(try erase().numbers == [number])
        let after = try ledger.verify()
        #expect(after.fault == nil)
        #expect((after.clockAhead, after.clockBehind) == (before.clockAhead, before.clockBehind))
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
    }

    @Test("a case that a refused answer began stays whole when the refused one is erased")
    func refused() throws {
        let number = try signed()
        let next = try ledger.perform(.refuseAnswer(.init(reason: "不认可")), on: number, by: desk.manager).state.number.description
        // While it goes on, its words are needed.
        try desk.passYears(to: "2029-12-24T09:00:00+08:00")
        #expect(try erase().awaited == [number])
        _ = try ledger.perform(.accept, on: next, by: desk.manager)
        try holdEnded(next)
        try stayWhole(erasing: number)
    }

    @Test("so does one that a review began again, by whoever stood in")
    func again() throws {
        let number = try signed()
        let standIn = desk.counter
        try name(standIn, for: desk.manager, from: "2026-11-20", to: "2026-11-21")
        _ = try ledger.perform(.askReview(.init(text: "请核查")), on: number, by: standIn)
        let decided = Deed.reviewDecision(.init(text: "重办", told: "已告知", isAgain: true))
        try holdEnded(try ledger.perform(decided, on: number, by: standIn).state.number.description)
        try stayWhole(erasing: number)
    }

    @Test("a case that was merged stays whole when the one into which it was merged is erased, which waits for its signature too")
    func target() throws {
        let (one, other) = (try begun("排队四十分钟"), try begun("排队一小时", about: "张伟"))
        // Whom the other one is about is recused on this one by the same act.
        _ = try ledger.perform(.merge(into: other), on: one, by: desk.manager)
        try answered(other)
        try sign(other)
        try desk.passYears(to: "2029-12-24T09:00:00+08:00")
        #expect(try erase().awaited == [other])
        try sign(one)
        _ = try ledger.perform(.hold(.init(reason: "诉讼")), on: one, by: desk.head)
        try stayWhole(erasing: other)
        #expect(try ledger.open(one, by: desk.head).state.stage == .merged)
    }

    @Test("so does the one into which an erased case was merged, and takes no other's words for it")
    func source() throws {
        let (one, other) = (try begun("排队四十分钟", about: "张伟"), try begun("排队一小时"))
        _ = try ledger.perform(.merge(into: other), on: one, by: desk.manager)
        try sign(one)
        try desk.passYears(to: "2029-12-24T09:00:00+08:00")
        #expect(try erase().awaited == [one])
        try holdEnded(other)
        try stayWhole(erasing: one)
    }

    @Test("the stretch of a clock declared wrong stays declared when the case of its first event is erased")
    func declared() throws {
        let number = try desk.repliedCase().state.number.description
        let kept = try begun("另一件")
        try desk.setClock("2027-11-20T09:00:00+08:00")
        _ = try ledger.perform(.note(.init(text: "快钟")), on: number, by: desk.manager)
        _ = try ledger.perform(.note(.init(text: "快钟")), on: kept, by: desk.manager)
        let to = try ledger.connection.integer("SELECT max(seq) FROM event") ?? 0
        try desk.setClock("2026-11-20T10:00:00+08:00")
        try sign(number)
        try ledger.declareWrong(WrongClock(from: to - 1, to: to, reason: "主板电池耗尽"), by: desk.head)
        try stayWhole(erasing: number)
        #expect(try ledger.open(kept, by: desk.head).events.contains { $0.judgedBefore != nil })
    }

    @Test("nobody erases what they may not read, nor is told of it, held or not")
    func aboutThemselves() throws {
        let numbers = try ["顶撞客户", "排队"].map { text in
            let number = try begun(text, about: "王大国")
            try answered(number)
            try sign(number)
            return number
        }
        _ = try ledger.perform(.hold(.init(reason: "诉讼")), on: numbers[1], by: desk.head)
        try ledger.edit(desk.head.number, .name("王大国"), by: desk.head)
        #expect(throws: Refusal.mayNotRead) { try ledger.open(numbers[0], by: desk.head) }
        try desk.passYears(to: "2029-12-25T09:00:00+08:00")
        let done = try erase()
        #expect((done.numbers, done.held, done.awaited) == ([], [], []))
        #expect(try ledger.open(numbers[0], by: desk.auditor).state.intake.text == "顶撞客户")
    }

    @Test("a shorter retention holds for what ends from then on; important cases are never kept shorter; no stand-in sets it or erases")
    func retention() throws {
        let old = try signed()
        let standIn = desk.counter
        try desk.setClock("2026-11-21T09:00:00+08:00")
        try name(standIn, for: desk.head, from: "2026-11-21", to: "2029-12-31")
        #expect(throws: Refusal.beyondStandIn(desk.head.number)) { try ledger.change("retention-years", to: "1", by: standIn) }
        #expect(throws: Refusal.importantKeptShorter(2, than: 3)) {
            try ledger.change("important-retention-years", to: "2", by: desk.head)
        }
        try ledger.change("retention-years", to: "1", by: desk.head)
        let new = try signed("另一件")
        try desk.passYears(to: "2028-02-15T09:00:00+08:00")
        let day = try #require(Day("2027-01-01"))
        #expect(throws: Refusal.beyondStandIn(desk.head.number)) { try ledger.erase(closedBefore: day, by: standIn) }
        #expect(try ledger.erase(closedBefore: day, by: desk.head).numbers == [new])
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try ledger.erase(closedBefore: day, by: desk.head).numbers == [])
        try desk.passYears(to: "2029-12-25T09:00:00+08:00")
        #expect(try ledger.erase(closedBefore: day, by: desk.head).numbers == [old])
        #expect(try ledger.verify().fault == nil)
    }

    @Test("what is still to be done on a case keeps its words, and it is told which; no erased one goes on")
    func awaited() throws {
        let (action, customer, plain) = (try signed(), try signed("另一件"), try signed("第三件"))
        let due = try #require(Day("2026-11-30"))
        _ = try ledger.perform(.rectify(what: "增开窗口", owner: "大堂", due: due), on: action, by: desk.manager)
        _ = try ledger.perform(.callBack(.init(level: .dissatisfied)), on: customer, by: desk.manager)
        _ = try ledger.perform(.askReview(.init(text: "请核查")), on: plain, by: desk.manager)
        try desk.passYears(to: "2029-12-25T09:00:00+08:00")
        #expect(try erase().awaited == [action, customer, plain])
        _ = try ledger.perform(.verifyRectification(.init(item: 1, result: "已增开")), on: action, by: desk.manager)
        _ = try ledger.perform(.callBack(.init(level: .satisfied)), on: customer, by: desk.manager)
        #expect(try erase().numbers == [action, customer])
        #expect(throws: Refusal.contentsErased(.refuseAnswer)) {
            try ledger.perform(.refuseAnswer(.init(reason: "不认可")), on: action, by: desk.manager)
        }
        #expect(try ledger.verify().fault == nil)
    }
}
