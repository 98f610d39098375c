import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("The life of a case in the ledger")
struct CaseLifeTests {
    @Test("A case goes from the counter to the signature, and the desk is whole")
    func wholeLife() throws {
        let desk = try PracticeFolder()
        let replied = try desk.repliedCase()
        #expect(replied.state.number.description == "0379-2611-001")
        #expect(replied.state.stage == .toSign)
        let key = try desk.ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        let signed = try desk.ledger.perform(
            .sign,
            on: "0379-2611-001",
            by: desk.head,
            key: key,
            readUpTo: replied.state.version
        )
        #expect(signed.state.stage == .closed)
        #expect(signed.state.signer == desk.head.number)
        let found = try desk.ledger.verify()
        #expect(found.fault == nil)
        // The founding, three members, four acts and the sign-off's transaction; and the sign-off itself.
        #expect(found.signatures == 10)
        #expect(found.events == 14)
        #expect(found.cases == 1)
    }

    @Test("Numbers follow each other without gaps and start again each month")
    func numbers() throws {
        let desk = try PracticeFolder(at: "2026-11-30T23:59:00+08:00")
        #expect(try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description == "0379-2611-001")
        #expect(throws: Refusal.missing("text")) { try desk.ledger.log(desk.intake("  "), by: desk.counter) }
        #expect(try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description == "0379-2611-002")
        try desk.setClock("2026-12-01T00:01:00+08:00")
        #expect(try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description == "0379-2612-001")
    }

    @Test("A hand-over that is refused leaves no case behind")
    func refusedHandOver() throws {
        let desk = try PracticeFolder()
        #expect(throws: Refusal.receiverIsNoManager(desk.auditor.number)) {
            try desk.ledger.log(desk.intake(), then: [.handOver(.init(to: desk.auditor.number))], by: desk.counter)
        }
        #expect(try desk.ledger.rows(RegisterQuery(.everything), limit: 10).isEmpty)
        #expect(try desk.ledger.log(desk.intake(), by: desk.counter).state.number.serial == 1)
    }

    @Test("A signature is refused when the case changed after it was read")
    func changedMeanwhile() throws {
        let desk = try PracticeFolder()
        let read = try desk.repliedCase()
        _ = try desk.ledger.perform(.note(.init(text: "客户又来电话。")), on: "0379-2611-001", by: desk.manager)
        let key = try desk.ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        #expect(throws: Refusal.changedMeanwhile) {
            try desk.ledger.perform(.sign, on: "0379-2611-001", by: desk.head, key: key, readUpTo: read.state.version)
        }
        // Nothing changed: there is no such event.
        let last = try #require(try desk.ledger.stored("0379-2611-001")).state.version
        #expect(throws: Refusal.readBeyondEntry(last + 1, last: last)) {
            try desk.ledger.perform(.sign, on: "0379-2611-001", by: desk.head, key: key, readUpTo: last + 1)
        }
    }

    @Test("The tables rebuilt from the events are the tables that were kept")
    func rebuilt() throws {
        let desk = try PracticeFolder()
        _ = try desk.repliedCase()
        _ = try desk.ledger.log(desk.intake("ATM吞卡", about: "1002"), by: desk.counter)
        _ = try desk.ledger.perform(.amend("customer", to: "刘芳女士"), on: "0379-2611-002", by: desk.counter)
        let before = try desk.ledger.rows(RegisterQuery(.everything), limit: 10)
        try desk.ledger.rebuild()
        #expect(try desk.ledger.rows(RegisterQuery(.everything), limit: 10) == before)
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("A complaint about somebody is kept from them in every list and on its own")
    func recusal() throws {
        let desk = try PracticeFolder()
        let number = try desk.ledger.log(desk.intake(about: "柜台李敏态度生硬"), by: desk.counter).state.number.description
        #expect(try desk.ledger.rows(RegisterQuery(ReadScope(for: desk.manager)), limit: 10).isEmpty)
        #expect(try desk.ledger.rows(RegisterQuery(ReadScope(for: desk.head)), limit: 10).map(\.number) == [number])
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.open(number, by: desk.manager) }
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.perform(.accept, on: number, by: desk.manager) }
    }

    @Test("Two-character Chinese words, Latin words and numbers are found")
    func search() throws {
        let desk = try PracticeFolder()
        _ = try desk.ledger.log(desk.intake("我要投诉你们的服务态度", customer: "王先生"), by: desk.counter)
        _ = try desk.ledger.log(desk.intake("Card kept by the machine", customer: "Mr Hall"), by: desk.counter)
        func found(_ words: String) throws -> [String] {
            var query = RegisterQuery(.everything)
            query.search = words
            return try desk.ledger.rows(query, limit: 10).map(\.number)
        }
        #expect(try found("投诉") == ["0379-2611-001"])
        #expect(try found("王先") == ["0379-2611-001"])
        #expect(try found("mach card") == ["0379-2611-002"])
        #expect(try found("0379-2611-002") == ["0379-2611-002"])
        #expect(try found("诉投").isEmpty)
        _ = try desk.ledger.perform(.amend("text", to: "我要表扬"), on: "0379-2611-001", by: desk.counter)
        #expect(try found("投诉").isEmpty)
        #expect(try found("表扬") == ["0379-2611-001"])
    }

    @Test("Pages follow each other by the row next to them, in every order, forwards and backwards")
    func paging() throws {
        let desk = try PracticeFolder()
        for index in 1...25 { _ = try desk.ledger.log(desk.intake("事项\(index)"), by: desk.counter) }
        for order in RegisterQuery.Order.allCases {
            let query = RegisterQuery(.everything, order: order)
            let all = try desk.ledger.rows(query, limit: 100)
            #expect(all.count == 25)
            var seen: [RegisterRow] = try desk.ledger.rows(query, .first, limit: 10)
            while let last = seen.last {
                let next = try desk.ledger.rows(query, .after(last), limit: 10)
                if next.isEmpty { break }
                seen += next
            }
            #expect(seen == all)
            #expect(try desk.ledger.rows(query, .last, limit: 10) == Array(all.suffix(10)))
            #expect(try desk.ledger.rows(query, .before(all[20]), limit: 10) == Array(all[10..<20]))
            #expect(try desk.ledger.rows(query, .from(all[7]), limit: 3) == Array(all[7..<10]))
        }
    }

    @Test("A clock that stands behind the latest moment on the desk is recorded with the act, which goes on")
    func clockSetBack() throws {
        let desk = try PracticeFolder()
        let number = try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description
        try desk.setClock("2026-11-20T08:59:57+08:00")
        _ = try desk.ledger.perform(.note(.init(text: "补充")), on: number, by: desk.counter)
        let content = try desk.ledger.connection.text("SELECT CAST(content AS TEXT) FROM event ORDER BY seq DESC LIMIT 1")
        #expect(content == #"{"clockBehind":3000,"text":"补充"}"#)
        #expect(try desk.ledger.verify().fault == nil)
    }
}
