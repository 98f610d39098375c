import ComplaintRules
import DeskTestSupport
import Testing

@testable import Ledger

@Suite("A repeat is found and flagged")
struct LikenessTests {
    private func intake(_ desk: PracticeFolder, _ text: String, customer: String = "", contact: String = "") -> Intake {
        var intake = Intake(channel: .oral, received: desk.ledger.clock.now(), text: text)
        (intake.customer, intake.contact, intake.isRepeatedBack) = (customer, contact, true)
        return intake
    }

    private func log(_ desk: PracticeFolder, _ intake: Intake) throws -> Case { try desk.ledger.log(intake, by: desk.counter).state }

    @Test("by the contact, however it is written; a clerk who comes upon it learns number, stage and due time")
    func contact() throws {
        let desk = try PracticeFolder()
        let first = try log(desk, intake(desk, "排队四十分钟无人管", customer: "王先生", contact: "138 0000-0000"))
        try desk.setClock("2026-11-20T10:00:00+08:00")
        let again = intake(desk, "柜员态度生硬", contact: "13800000000")
        let like = try #require(try desk.ledger.likeCases(again, toldTo: desk.counter).first)
        #expect(like.number == first.number.description)
        #expect(like.likeness == .contact)
        #expect(like.stage == .logged)
        #expect(like.nearest?.name == .passOn)
        #expect(try log(desk, again).links == [.init(number: first.number.description, tie: .repeated)])
    }

    @Test("by the full name where no contact speaks against it; a surname with a title is nobody in particular")
    func customer() throws {
        let desk = try PracticeFolder()
        let first = try log(desk, intake(desk, "排队四十分钟无人管", customer: "欧阳明华"))
        _ = try log(desk, intake(desk, "自动柜员机吞卡", customer: "王先生"))
        #expect(
            try desk.ledger.likeCases(intake(desk, "柜员态度生硬", customer: "欧阳明华"), toldTo: desk.counter).map(\.number) == [
                first.number.description
            ]
        )
        #expect(try desk.ledger.likeCases(intake(desk, "柜员态度生硬", customer: "王先生"), toldTo: desk.counter).isEmpty)
        let other = intake(desk, "柜员态度生硬", customer: "欧阳明华", contact: "13900000001")
        _ = try log(desk, other)
        let stranger = intake(desk, "网银转账未到账", customer: "欧阳明华", contact: "13700000002")
        // The first left no contact, so it may be they; the second left another one.
        #expect(try desk.ledger.likeCases(stranger, toldTo: desk.counter).map(\.number) == [first.number.description])
    }

    @Test("by like words, whoever brings them, within a month")
    func matter() throws {
        let desk = try PracticeFolder()
        let first = try log(desk, intake(desk, "自动柜员机吞卡后现场无人协助处理，等了一个小时，要求说明原因", customer: "王先生"))
        let alike = "自动柜员机吞卡以后现场无人协助处理，等了一个多小时，请说明原因"
        let found = try desk.ledger.likeCases(intake(desk, alike), toldTo: desk.counter)
        #expect(found.map(\.number) == [first.number.description])
        #expect(found.first?.likeness == .matter)
        #expect(try desk.ledger.likeCases(intake(desk, "自动柜员机吐出的钞票少了一张，回单打印不清楚，要求核对监控"), toldTo: desk.counter).isEmpty)
        try desk.setClock("2026-12-21T09:00:00+08:00")
        #expect(try desk.ledger.likeCases(intake(desk, alike), toldTo: desk.counter).isEmpty)
    }

    @Test("a case about oneself is not told of, and is linked all the same")
    func aboutOneself() throws {
        let desk = try PracticeFolder()
        var about = intake(desk, "柜员张伟态度生硬", contact: "13800000000")
        about.about = "1003"
        let first = try desk.ledger.log(about, by: desk.manager).state
        let again = intake(desk, "自动柜员机吞卡", contact: "13800000000")
        #expect(try desk.ledger.likeCases(again, toldTo: desk.counter).isEmpty)
        #expect(try desk.ledger.likeCases(again, toldTo: desk.manager).map(\.number) == [first.number.description])
        #expect(try log(desk, again).links.map(\.number) == [first.number.description])
    }

    @Test("nothing that is typed is obeyed as a query", arguments: ["\" OR *", "NEAR(a b)", "-", "\u{0}", "a\"b'c; DROP TABLE event"])
    func hostile(text: String) throws {
        let desk = try PracticeFolder()
        #expect(try desk.ledger.likeCases(intake(desk, text, customer: text, contact: text), toldTo: desk.counter).isEmpty)
    }

    @Test("many cases change hands at once, and one that is refused does not hold up the others")
    func reassign() throws {
        let desk = try PracticeFolder()
        var numbers: [String] = []
        for text in ["一", "二", "三"] {
            let number = try log(desk, intake(desk, text)).number.description
            _ = try desk.ledger.perform(.accept, on: number, by: desk.manager)
            numbers.append(number)
        }
        #expect(try desk.ledger.openCases(of: desk.manager.number, by: desk.head) == numbers)
        var finding = CaseEvent.Finding(fault: .none, facts: "已核实。", classification: .unfounded)
        finding.explanation = "已说明。"
        _ = try desk.ledger.perform(.finding(finding), on: numbers[1], by: desk.manager)
        _ = try desk.ledger.perform(.reply(.init(how: .oral, text: "已答复。", isAccepted: true)), on: numbers[1], by: desk.manager)
        let results = try desk.ledger.reassign(numbers, to: desk.head.number, note: "交班", by: desk.manager)
        #expect(results.map(\.number) == numbers)
        #expect(results.map(\.refusal) == [nil, .wrongStage(.handOver, .toSign, allowed: [.logged, .inHand]), nil])
        #expect(try desk.ledger.openCases(of: desk.manager.number, by: desk.head).isEmpty)
        #expect(try desk.ledger.open(numbers[2], by: desk.head).state.awaitedReceiver == desk.head.number)
    }
}
