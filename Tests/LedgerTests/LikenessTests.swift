import DeskTestSupport
import Testing

@testable import ComplaintRules
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

    @Test("by a number with or without the branch's own area code, both ways, on coming back and in search too")
    func area() throws {
        let desk = try PracticeFolder()
        let code = try #require(desk.ledger.rules.areaCode?.digits)
        let first = try log(desk, intake(desk, "排队四十分钟无人管", contact: "65921111"))
        let second = try log(desk, intake(desk, "柜员态度生硬", contact: "\(code)-65921111"))
        #expect(second.links == [.init(number: first.number.description, tie: .repeated)])
        let third = try log(desk, intake(desk, "自动柜员机吞卡", contact: "6592 1111"))
        #expect(third.links == [.init(number: second.number.description, tie: .repeated)])
        let other = try log(desk, intake(desk, "手续费未告知", contact: "0371-65921111"))
        #expect(other.links.isEmpty)
        let all = Set([first, second, third].map(\.number.description))
        // The last digits alone find whoever's number ends so.
        #expect(try desk.ledger.comingBack("65921111", toldTo: desk.counter).count == 4)
        for typed in ["\(code)65921111", "\(code)-6592 1111", "+86 \(code.dropFirst()) 65921111"] {
            #expect(Set(try desk.ledger.comingBack(typed, toldTo: desk.counter).map(\.number)) == all, "\(typed)")
        }
        var query = RegisterQuery(for: desk.manager, order: .logged)
        query.search = "\(code)-65921111"
        #expect(Set(try desk.ledger.rows(query, limit: 10).map(\.number)) == all)
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test(
        "a number is the same with its country's code before it, run together or in pieces, with or without the zero: coming back, in search, a repeat",
        arguments: [
            (
                "13911112222",
                ["0086139 1111 2222", "008613911112222", "8613911112222", "+8613911112222", "86-13911112222", "0086-139-1111-2222"]
            ),
            (
                "0379-65551234",
                [
                    "86-0379-65551234", "86-0379-6555-1234", "8603796555 1234", "86037965551234", "0086037965551234", "008637965551234",
                    "86-379-65551234", "+86 (0)379 65551234", "86 0379 65551234", "0086 379 65551234", "0086 0379 65551234",
                    "0086-379-65551234", "0086 379 6555 1234",
                ]
            ),
        ]
    )
    func countryCode(first: String, others: [String]) throws {
        let desk = try PracticeFolder()
        var last = try log(desk, intake(desk, "排队四十分钟无人管", contact: first)).number.description
        for written in others {
            var query = RegisterQuery(for: desk.manager, order: .logged)
            query.search = written
            #expect(try desk.ledger.rows(query, limit: 20).contains { $0.contact == first }, "\(written)")
            #expect(try desk.ledger.comingBack(written, toldTo: desk.counter).map(\.number).contains(last), "\(written)")
            let again = try log(desk, intake(desk, "柜员态度生硬", contact: written))
            #expect(again.links.map(\.number) == [last], "\(written)")
            last = again.number.description
        }
    }

    @Test(
        "a search takes a name with a title for the name",
        arguments: [("欧阳小明", "欧阳小明先生"), ("Peter Vance", "Mr Peter Vance"), ("王小明", "王小明 女士")]
    )
    func titled(name: String, typed: String) throws {
        let desk = try PracticeFolder()
        let number = try log(desk, intake(desk, "排队四十分钟无人管", customer: name)).number.description
        var query = RegisterQuery(for: desk.manager, order: .logged)
        query.search = typed
        // A title that stands alone is a word like others.
        let isApart = typed.contains(" 女士")
        #expect(try desk.ledger.rows(query, limit: 10).map(\.number) == (isApart ? [] : [number]))
        #expect(try desk.ledger.comingBack(typed, toldTo: desk.counter).map(\.number) == [number])
    }

    @Test(
        "by the name whatever the spelling: blanks, invisible signs, width, titles, traditional Han, accents, marks, the order of Latin names",
        arguments: [
            ("王小明", "王 小 明"), ("王小明", "王\u{200B}小明"), ("王小明", "王小明先生"), ("張學友", "张学友"), ("买买提·艾力", "买买提艾力"),
            ("Zoë Hartmann", "Zoe Hartmann"),
            ("Peter Marlow", "MARLOW, Peter"), ("Peter Vance", "Mr. Peter Vance"), ("Ann O'Neil", "Ann O’Neil"), ("Ａｎｎ Long", "Ann Long"),
        ]
    )
    func spelling(first: String, second: String) throws {
        let desk = try PracticeFolder()
        let one = try log(desk, intake(desk, "排队四十分钟无人管", customer: first)).number.description
        #expect(try log(desk, intake(desk, "柜员态度生硬", customer: second)).links.map(\.number) == [one])
        for name in [first, second] { #expect(try desk.ledger.comingBack(name, toldTo: desk.counter).count == 2, "\(name)") }
        // A search finds both, in whichever Han the name is written.
        if first == "張學友" {
            for name in [first, second, "學友", "学友"] {
                var query = RegisterQuery(for: desk.manager, order: .logged)
                query.search = name
                #expect(try desk.ledger.rows(query, limit: 10).count == 2, "\(name)")
            }
        }
        for stranger in ["王小明月", "王明", "Peter Martin", "Ann", "先生", "Mr Vance"] {
            #expect(try desk.ledger.likeCases(intake(desk, "存折打印不清", customer: stranger), toldTo: desk.counter).isEmpty, "\(stranger)")
        }
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
        let logged = try log(desk, again)
        #expect(logged.links.isEmpty, "nor by what they logged themselves")
        #expect(try desk.ledger.open(logged.number.description, by: desk.head).state.links.map(\.number) == [first.number.description])
    }

    @Test("the latest are told of, whatever makes them like, and what a change of name, contact or words makes of a case")
    func latest() throws {
        let desk = try PracticeFolder()
        let text = "自动柜员机吞卡后现场无人协助处理，等了一个小时，要求说明原因"
        let numbers = try (0..<40).map { _ in try log(desk, intake(desk, text)).number.description }
        let named = try log(desk, intake(desk, "柜员态度生硬", customer: "欧阳明华", contact: "13900000001、+86 139 0000 0002")).number.description
        let again = intake(desk, text, customer: "欧阳明华", contact: "139-0000-0002")
        let found = try desk.ledger.likeCases(again, toldTo: desk.counter)
        #expect(found.map(\.number) == [named] + numbers.reversed().prefix(4))
        #expect(found.map(\.likeness) == [.contact, .matter, .matter, .matter, .matter])
        #expect(try desk.ledger.likeCases(again, toldTo: desk.counter, limit: 100).count == 41)
        _ = try desk.ledger.perform(.amend("text", to: "柜台换零钱被拒，说每人每天只能换两百"), on: numbers[39], by: desk.manager)
        _ = try desk.ledger.perform(.amend("contact", to: "13900000009"), on: named, by: desk.manager)
        #expect(try desk.ledger.likeCases(again, toldTo: desk.counter, limit: 2).map(\.number) == [numbers[38], numbers[37]])
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("whatever shares 0.6 of its words with an earlier case is found among many, and nothing that shares less than half")
    func amongMany() throws {
        let desk = try PracticeFolder()
        let openings = ["自动柜员机", "手机银行", "大堂里", "客户经理", "柜台上", "信用卡中心", "小区网点", "贷款部门"]
        let middles = ["吞了我的卡", "转账没有到账", "排队等了一个小时", "承诺保本没有兑现", "换零钱被拒绝", "年费没有告知", "周末不开门", "收取违约金"]
        let ends = ["要求说明原因并道歉", "请核对监控后退款", "希望书面答复本人", "应当赔偿全部损失", "请贵行认真整改", "盼望早日恢复"]
        var texts: [String] = []
        for (first, opening) in openings.enumerated() {
            for (second, middle) in middles.enumerated() {
                let end = ends[(first * 3 + second) % ends.count]
                texts.append("\(opening)第\(first)\(second)号\(middle)，\(middles[(second + first) % 8])，\(end)")
            }
        }
        try desk.ledger.batch { for text in texts { _ = try desk.ledger.log(intake(desk, text), by: desk.counter) } }
        let numbers = try desk.ledger.rows(RegisterQuery(.everything, order: .logged), limit: 100).reversed().map(\.number)
        let wordings = texts.map(Wording.init)
        var alike = 0
        for text in texts {
            // Some words more, and the last two characters left out.
            let changed = String(text.replacing("号", with: "号柜").replacing("，", with: "，又").dropLast(2))
            let shares = wordings.map { Wording(changed).share(with: $0) }
            let found = Set(try desk.ledger.likeCases(intake(desk, changed), toldTo: desk.counter, limit: 100).map(\.number))
            for (share, number) in zip(shares, numbers) {
                if share >= 0.6 { #expect(found.contains(number), "\(changed) \(number)") }
                if share < 0.5 { #expect(!found.contains(number), "\(changed) \(number)") }
                alike += share >= 0.6 ? 1 : 0
            }
        }
        #expect(alike >= texts.count)
    }

    @Test("the sketch of a text goes when a like matter counts no more, and a desk made anew from its events keeps the same")
    func dropped() throws {
        let desk = try PracticeFolder()
        let text = "自动柜员机吞卡后现场无人协助处理，等了一个小时，要求说明原因"
        func sketches() throws -> [Int64] {
            var ids: [Int64] = []
            try desk.ledger.connection.forEach("SELECT entries FROM likeness_page ORDER BY page") { row throws(LedgerError) in
                let page = try SketchPage(row.bytes(0))
                ids += (0..<page.count).map(page.id(at:))
            }
            return ids
        }
        let old = try desk.ledger.log(intake(desk, text), by: desk.counter).id
        #expect(try sketches() == [old])
        try desk.setClock("2026-12-20T09:00:00+08:00")
        let newer = try desk.ledger.log(intake(desk, text), by: desk.counter)
        #expect(newer.state.links.count == 1)
        #expect(try sketches() == [old, newer.id])
        try desk.setClock("2027-01-05T09:00:00+08:00")
        // A letter that lay about for longer than a like matter counts is not kept at all.
        var late = intake(desk, text)
        (late.channel, late.received) = (.letter, try PracticeFolder.moment("2026-11-25T09:00:00+08:00"))
        let letter = try desk.ledger.log(late, by: desk.counter)
        let last = try desk.ledger.log(intake(desk, text), by: desk.counter)
        #expect(last.state.links.map(\.number) == [newer.state.number.description])
        #expect(try sketches() == [newer.id, last.id])
        #expect(letter.state.links.map(\.number) == [newer.state.number.description])
        #expect(try desk.ledger.verify().fault == nil)
        try desk.ledger.rebuild()
        #expect(try sketches() == [newer.id, last.id])
        #expect(try desk.ledger.verify().fault == nil)
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
        var finding = Finding(fault: .none, classification: .unfounded, facts: "已核实。")
        finding.explanation = "已说明。"
        _ = try desk.ledger.perform(.finding(finding), on: numbers[1], by: desk.manager)
        _ = try desk.ledger.perform(.reply(.init(how: .oral, text: "已答复。", isAccepted: true)), on: numbers[1], by: desk.manager)
        let results = try desk.ledger.perform(HandOver(to: desk.head.number, note: "交班"), onEach: numbers, by: desk.manager)
        #expect(results.map(\.number) == numbers)
        #expect(results.map(\.refusal) == [nil, .wrongStage(.handOver, .toSign, allowed: [.logged, .inHand]), nil])
        #expect(try desk.ledger.openCases(of: desk.manager.number, by: desk.head).isEmpty)
        #expect(try desk.ledger.open(numbers[2], by: desk.head).state.awaitedReceiver == desk.head.number)
    }

    @Test("what somebody was handed and has not accepted is reassigned with the rest, and counts for them alone; by whoever may accept it")
    func reassignHandedOver() throws {
        let desk = try PracticeFolder()
        let second = StaffMember(number: try PracticeFolder.number("1005"), name: "陈立", role: .complaintManager)
        try desk.ledger.addStaff(second, passcode: PracticeFolder.passcode, by: desk.head)
        _ = try desk.ledger.signIn(second.number, passcode: PracticeFolder.passcode)
        let number = try log(desk, intake(desk, "一")).number.description
        _ = try desk.ledger.perform(.handOver(.init(to: desk.manager.number)), on: number, by: desk.counter)
        func open(_ member: Actor) throws -> Int { try desk.ledger.openCases(with: member.number, for: nil) }
        #expect(try (open(desk.counter), open(desk.manager)) == (0, 1))
        let mayNot = try desk.ledger.reassign(from: desk.manager.number, to: second.number, note: "", by: Actor(second))
        #expect(mayNot.map(\.refusal) == [.notTheReceiver(desk.manager.number)])
        let done = try desk.ledger.reassign(from: desk.manager.number, to: second.number, note: "交班", by: desk.head)
        #expect(done.map(\.number) == [number] && done.map(\.refusal) == [nil])
        #expect(try desk.ledger.open(number, by: desk.head).state.awaitedReceiver == second.number)
        #expect(try (open(desk.head), open(desk.manager), open(Actor(second))) == (0, 0, 1))
        try desk.ledger.edit(desk.manager.number, .leave, by: desk.head)
        #expect(try desk.ledger.verify().fault == nil)
    }
}
