import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

/// Lists and registers, a screenful at a time.
@Suite("Registers: orders, pages, and the lists of what waits")
struct RegisterQueryTests {
    private let desk: PracticeFolder
    private var ledger: Ledger { desk.ledger }

    /// Thirty cases in several stages, some of one customer and some of nobody, and three of an earlier month.
    init() throws {
        desk = try PracticeFolder(at: "2026-10-30T09:00:00+08:00")
        let names = ["刘女士", "", "Mr Hall", "Ms Lowe", "陈先生"]
        for index in 0..<30 {
            if index == 3 { try desk.setClock("2026-11-16T09:00:00+08:00") }
            var intake = desk.intake("事项 \(index)：柜员态度生硬", customer: names[index % 5])
            intake.contact = "1390000\(1000 + index)"
            let acts: [Deed] = index % 3 == 0 ? [.handOver(.init(to: desk.manager.number))] : []
            let number = try ledger.log(intake, then: acts, by: desk.counter).state.number.description
            if index % 6 == 0 { _ = try ledger.perform(.accept, on: number, by: desk.manager) }
            if index % 10 == 4 { _ = try ledger.perform(.withdraw(.init(reason: "已当面解决")), on: number, by: desk.head) }
        }
    }

    private func query(_ order: RegisterQuery.Order) -> RegisterQuery { RegisterQuery(ReadScope(for: desk.head), order: order) }

    /// All rows, page by page from the front.
    private func forward(_ query: RegisterQuery, by count: Int) throws -> [String] {
        var found: [RegisterRow] = []
        while true {
            let page = try ledger.rows(query, found.last.map(RegisterPage.after) ?? .first, limit: count)
            if page.isEmpty { return found.map(\.number) }
            found += page
        }
    }

    /// All rows, page by page from the end.
    private func backward(_ query: RegisterQuery, by count: Int) throws -> [String] {
        var found: [RegisterRow] = []
        while true {
            let page = try ledger.rows(query, found.first.map(RegisterPage.before) ?? .last, limit: count)
            if page.isEmpty { return found.map(\.number) }
            found = page + found
        }
    }

    @Test("pages put together are the whole list, in every order, from either end", arguments: RegisterQuery.Order.allCases)
    func pages(_ order: RegisterQuery.Order) throws {
        for change in [{ (_: inout RegisterQuery) in }, { $0.stages = Stage.open }, { $0.isToAcknowledge = true }] {
            var query = query(order)
            change(&query)
            let whole = try ledger.rows(query, limit: 100).map(\.number)
            #expect(!whole.isEmpty)
            #expect(Set(whole).count == whole.count)
            #expect(try forward(query, by: 4) == whole)
            #expect(try backward(query, by: 4) == whole)
            #expect(try ledger.count(query, limit: 100) == whole.count)
            #expect(try ledger.count(query, limit: 3) == min(3, whole.count))
            for row in try ledger.rows(query, limit: 100) {
                #expect(try ledger.rows(query, .from(row), limit: 1).first?.number == row.number)
            }
        }
    }

    /// Puts the cases as far apart as those of a desk of many years, so that each has a block of the search index to itself, but for every fifth.
    private func spread() throws {
        let connection = ledger.connection
        var words: [(id: Int64, text: String)] = []
        let all = "SELECT id, number || ' ' || customer || ' ' || text FROM complaint ORDER BY id"
        try connection.forEach(all) { row throws(LedgerError) in words.append((row.int64(0), row.text(1))) }
        for (place, (id, text)) in words.enumerated().reversed() {
            let new = Int64(place / 5 * 6 + place % 5) * SearchBlock.size + id
            try connection.run("UPDATE complaint SET id = ? WHERE id = ?", new, id)
            let key = SearchBlock(of: new).key
            let indexed = SearchText.indexed(text, key: key)
            try connection.run("INSERT INTO complaint_search(rowid, words) VALUES (?, ?)", new, indexed)
        }
    }

    @Test(
        "a search goes through all blocks of the index, from either end, and each page goes on where the last ended",
        arguments: [("柜员", 30), ("事项 1", 11), ("Ha", 6), ("刘女士 态度", 6), ("0379-2611", 27), ("0379-2610-001", 1), ("人民", 0)]
    )
    func searchAcrossBlocks(typed: String, count: Int) throws {
        try ledger.connection.execute("INSERT INTO complaint_search(complaint_search) VALUES ('delete-all')")
        try spread()
        var query = query(.logged)
        query.search = typed
        let whole = try ledger.rows(query, limit: 100)
        #expect(whole.count == count)
        #expect(whole.map(\.id) == whole.map(\.id).sorted(by: >))
        #expect(try forward(query, by: 4) == whole.map(\.number))
        #expect(try backward(query, by: 4) == whole.map(\.number))
        #expect(try ledger.count(query, limit: 100) == count)
        #expect(try ledger.count(query, limit: 3) == min(3, count))
        for row in whole { #expect(try ledger.rows(query, .from(row), limit: 1).first?.number == row.number) }
    }

    @Test("by number: the latest month first, serials as numbers") func byNumber() throws {
        let numbers = try ledger.rows(query(.number), limit: 100).compactMap { CaseNumber($0.number) }
        #expect(numbers == numbers.sorted(by: >))
        #expect(numbers.first?.description == "0379-2611-027")
        #expect(numbers.last?.description == "0379-2610-001")
    }

    @Test("by customer: those of nobody are left out") func byCustomer() throws {
        let rows = try ledger.rows(query(.customer), limit: 100)
        #expect(rows.count == 24)
        #expect(rows.map(\.customer) == rows.map(\.customer).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    }

    @Test("what waits: the nearest clock first, what has none behind, the oldest first") func waiting() throws {
        let rows = try ledger.rows(query(.waiting), limit: 100)
        let dues = rows.map { $0.nearest?.due.milliseconds ?? .max }
        #expect(dues == dues.sorted())
        #expect(rows.count == 30)
    }

    @Test("the branch manager's list of what is to be seen is what the law says of each case") func acknowledge() throws {
        var query = query(.waiting)
        query.isToAcknowledge = true
        func expected() throws -> Set<String> {
            Set(
                try ledger.rows(self.query(.logged), limit: 100).map(\.number)
                    .filter { try ledger.open($0, by: desk.head).state.awaitsAcknowledgement }
            )
        }
        let before = Set(try ledger.rows(query, limit: 100).map(\.number))
        #expect(before == (try expected()))
        #expect(before.count == 9)
        let seen = try #require(before.min())
        _ = try ledger.perform(.acknowledge(.init(text: "")), on: seen, by: desk.head)
        #expect(Set(try ledger.rows(query, limit: 100).map(\.number)) == before.subtracting([seen]))
        // Handed over anew, or a repeat of what was there before, it is to be seen again.
        if try ledger.open(seen, by: desk.head).state.stage == .inHand {
            _ = try ledger.perform(.handOver(.init(to: desk.head.number)), on: seen, by: desk.manager)
        }
        var again = desk.intake("柜员又一次态度生硬", customer: "刘女士")
        again.contact = "13900001000"
        _ = try ledger.log(again, by: desk.counter)
        let after = Set(try ledger.rows(query, limit: 100).map(\.number))
        #expect(after == (try expected()))
        #expect(after.contains("0379-2611-028"))
    }

    @Test("a hand-over is on the list of its receiver, and on nobody else's") func awaited() throws {
        var query = query(.waiting)
        query.stages = [.handedOver]
        query.awaitedReceivers = [desk.manager.number]
        #expect(try ledger.rows(query, limit: 100).count == 5)
        query.awaitedReceivers = [desk.head.number]
        #expect(try ledger.rows(query, limit: 100).isEmpty)
    }

    @Test("what is late is found whatever the order") func overdue() throws {
        for order in RegisterQuery.Order.allCases {
            var query = query(order)
            query.overdueAt = try PracticeFolder.moment("2026-11-16T08:00:00+08:00")
            // The three of the month before; one of them is of nobody.
            #expect(try ledger.rows(query, limit: 100).count == (order == .customer ? 2 : 3), "\(order)")
        }
    }

    @Test("a customer who comes back is told by when the reply is due; nothing once it was withdrawn") func replyDue() throws {
        #expect(try ledger.replyDue(of: "0379-2611-001") == PracticeFolder.moment("2026-11-19T17:00:00+08:00"))
        #expect(try ledger.replyDue(of: "0379-2611-002") == nil)
        #expect(try ledger.replyDue(of: "0379-2611-999") == nil)
    }

    @Test("head office's list: asked, there, answered; and nothing once the branch has replied") func escalations() throws {
        let scope = ReadScope(for: desk.head)
        let number = "0379-2610-001"
        func states() throws -> [EscalationProgress.State] { try ledger.escalations(scope).map(\.state) }
        #expect(try states().isEmpty)
        _ = try ledger.perform(.askEscalation(.init(why: .amount, reason: "超出权限")), on: number, by: desk.manager)
        let asked = try #require(try ledger.escalations(scope).first)
        #expect(asked.state == .asked)
        #expect(asked.kind == .amount)
        #expect(asked.askedBy == desk.manager.number)
        #expect(asked.confirmedAt == nil)
        _ = try ledger.perform(.confirmEscalation, on: number, by: desk.head)
        _ = try ledger.perform(.headOfficeNote(.init(text: "已受理")), on: number, by: desk.manager)
        let there = try #require(try ledger.escalations(scope).first)
        #expect(there.state == .withHeadOffice)
        #expect(there.confirmedBy == desk.head.number)
        #expect(there.progress == "已受理")
        _ = try ledger.perform(.headOfficeAnswer(.init(text: "同意")), on: number, by: desk.manager)
        #expect(try states() == [.answered])
        var finding = Finding(fault: .none, classification: .unfounded, facts: "按合同办理。")
        finding.explanation = "已说明。"
        _ = try ledger.perform(.finding(finding), on: number, by: desk.manager)
        _ = try ledger.perform(.reply(.init(how: .phone, text: "已回复。")), on: number, by: desk.manager)
        #expect(try states().isEmpty)
    }

    @Test("head office's list: what is overdue stands first, whatever its state") func overdueFirst() throws {
        let scope = ReadScope(for: desk.head)
        let late = "0379-2610-001"
        _ = try ledger.perform(.askEscalation(.init(why: .amount, reason: "超出权限")), on: late, by: desk.manager)
        _ = try ledger.perform(.confirmEscalation, on: late, by: desk.head)
        let fresh = try ledger.log(desk.intake("账户被误扣", customer: "赵女士"), then: [.handOver(.init(to: desk.head.number))], by: desk.counter)
        let number = fresh.state.number.description
        _ = try ledger.perform(.accept, on: number, by: desk.head)
        _ = try ledger.perform(.askEscalation(.init(why: .authority, reason: "超出权限")), on: number, by: desk.head)
        // Asked for comes before what is there, but for what is overdue there.
        let rows = try ledger.escalations(scope)
        #expect(rows.map(\.state) == [.withHeadOffice, .asked])
        #expect(rows.map { $0.complaint.nearest?.isOverdue(at: ledger.now) } == [true, false])
    }

    @Test("whoever a case is about finds it on no list") func recusal() throws {
        var intake = desk.intake("主管态度生硬", customer: "赵女士", about: "1002")
        intake.contact = ""
        let number = try ledger.log(intake, then: [.handOver(.init(to: desk.head.number))], by: desk.counter).state.number.description
        _ = try ledger.perform(.accept, on: number, by: desk.head)
        _ = try ledger.perform(.askEscalation(.init(why: .authority, reason: "超出权限")), on: number, by: desk.head)
        #expect(try ledger.escalations(ReadScope(for: desk.head)).count == 1)
        #expect(try ledger.escalations(ReadScope(for: desk.manager)).isEmpty)
        #expect(try ledger.bookRows(of: [number], ReadScope(for: desk.manager)).isEmpty)
    }
}
