import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("A sum in the words of a promise")
struct SumInWordsTests {
    @Test(
        "a sum of money is read in digits and in Han, with its currency before or behind it",
        arguments: [
            ("补偿 50000 元", "50000.00"), ("补偿50，000元", "50000.00"), ("５０，０００．５元", "50000.50"), ("赔 5万元", "50000.00"),
            ("1.25 万元", "12500.00"), ("五万元整", "50000.00"), ("一千二百三十元", "1230.00"), ("两百块", "200.00"), ("十五元", "15.00"),
            ("伍仟圆", "5000.00"), ("¥1,200.50 退还", "1200.50"), ("人民币 300", "300.00"), ("pay £250 by Friday", "250.00"),
            ("20k yuan", "20000.00"), ("200 dollars", "200.00"), ("先付 100 元，再付 300 元", "300.00"),
        ]
    )
    func read(text: String, sum: String) { #expect(Amount.largest(in: text)?.text == sum) }

    @Test(
        "a date, a number of days, a telephone or a card is none",
        arguments: ["2026 年 11 月 20 日前退还", "三个工作日内答复", "请致电 0379-65920000", "卡号尾号 4821", "第 3 条", "within 3 days", "一定改进", ""]
    )
    func none(text: String) { #expect(Amount.largest(in: text) == nil) }

    @Test("a promise whose words name more than its amount is refused, unless that sum is said to be no promise; so is it on the spot")
    func beyond() throws {
        func amount(_ text: String) throws -> Amount { try #require(Amount(text)) }
        func reply(_ promise: String, _ text: String, isOther: Bool? = nil) throws -> Deed {
            .reply(
                Reply {
                    ($0.how, $0.text, $0.promise, $0.isSumOther) = (.phone, "已答复", promise, isOther)
                    $0.amount = Amount(text)
                }
            )
        }
        let life = try Life.inHand()
        let refused = try Refusal.sumBeyondAmount(amount("50000"), promised: .none)
        #expect(try life.refusal(of: reply("补偿 50000 元", "0"), by: Desk.complaints) == refused)
        #expect(refused.field == "sum-not-promised")
        #expect(try life.refusal(of: reply("查清 50000 元的去向", "0", isOther: true), by: Desk.complaints) == nil)
        #expect(try life.refusal(of: reply("补偿 500 元", "500"), by: Desk.complaints) == nil)
        #expect(try life.refusal(of: reply("三日内退还", "0"), by: Desk.complaints) == nil)
        let onTheSpot = Deed.answer(
            Answer { ($0.text, $0.promise, $0.amount) = ("已答复", "补偿五百元", Amount("50")) }
        )
        #expect(try Life().refusal(of: onTheSpot, by: Desk.clerk) == .sumBeyondAmount(try amount("500"), promised: try amount("50")))
    }
}

@Suite("Money counts once")
struct MoneyCountedTests {
    /// What figures count of a case, in hundredths: claimed, promised, and each payment.
    private func money(_ state: Case) -> [Int64?] {
        let facts = CaseFacts(of: state, id: 1)
        return [facts.claimed, facts.promised] + facts.payments.map(\.amount.hundredths)
    }

    private func paying(_ promised: String, _ paid: String) throws -> Deed {
        .reply(
            Reply {
                ($0.how, $0.text) = (.phone, "已答复")
                ($0.amount, $0.paid) = (Amount(promised), Amount(paid))
            }
        )
    }

    /// The case that goes on where the customer refuses the answer of a signed one.
    private func following(_ life: Life) throws -> (before: Case, next: Case) {
        var life = life
        life.desk.nextCase = CaseNumber(branch: "0379", day: Day(ordinal: 20_777), serial: 18)
        let occasion = Occasion(Actor(Desk.complaints), at: life.now, under: life.desk)
        let events = try decide(Deed.refused.act, on: life.state, in: occasion)
        var (before, next): (Case?, Case?) = (life.state, nil)
        for event in events { before = evolve(before, Happened(event, at: life.now, by: Desk.complaints.number)) }
        for consequence in try consequences(of: Deed.refused.act, doing: events, to: life.state, in: occasion) {
            for event in consequence.events { next = evolve(next, Happened(event, at: life.now, by: Desk.complaints.number)) }
        }
        return (try #require(before), try #require(next))
    }

    @Test("what was paid, claimed and promised counts where it was, and not again in the case that goes on; what is new there counts there")
    func refused() throws {
        let signed = try Life { $0.amount = Amount("500") }.after(.accept, by: Desk.complaints)
            .after([.notAtFault, paying("300", "200")], by: Desk.complaints).after(.sign, by: Desk.manager)
        #expect(money(signed.state) == [50_000, 30_000, 20_000])
        let (before, next) = try following(signed)
        // The rest of the promise went with the answer.
        #expect(money(before) == [50_000, 20_000, 20_000])
        #expect(money(next) == [nil, nil])
        #expect(next.paid == Amount("200") && next.promised == Amount("200"))
        var life = signed
        life.state = next
        life = try life.after(.accept, by: Desk.complaints).after(.amend("amount", to: "650"), by: Desk.complaints)
            .after(paying("100", "100"), by: Desk.complaints)
        #expect(money(life.state) == [15_000, 10_000, 10_000])
        #expect(life.state.paid == Amount("300") && life.state.promised == Amount("300"))
    }

    @Test("what an answer promised that was sent back stays promised, in figures as on the sheet")
    func sentBack() throws {
        let life = try Life.inHand().after([.notAtFault, paying("200", "200")], by: Desk.complaints).after(.sentBack, by: Desk.manager)
            .after(paying("0", "0"), by: Desk.complaints)
        #expect(money(life.state) == [nil, 20_000, 20_000])
        #expect(life.state.promised == Amount("200"))
    }
}
