import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

/// Cases of a few customers that are merged, sent back, refused, withdrawn, paid and put right at random.
@Suite("Customers at random")
struct CustomerWalkTests {
    private static let customers = [("徐女士", "13800000001"), ("于先生", "13800000002"), ("孙先生", "13800000003")]

    private static let finding: Finding = {
        var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
        (finding.explanation, finding.isAsTold) = ("已耐心解释", true)
        return finding
    }()

    /// What brings a case on as it stands; nil where that is its signature.
    private func next(_ numbers: inout SeededNumbers, on state: Case, _ cases: [String]) -> Deed? {
        let sum = numbers.one(of: [nil, Amount("100"), Amount("400"), Amount("1000")])
        switch state.stage {
        case .logged, .handedOver: return .accept
        case .inHand, .withHeadOffice:
            if Int.random(in: 0..<4, using: &numbers) == 0 { return .merge(into: numbers.one(of: cases), reason: "同一事由") }
            if state.finding == nil { return .finding(Self.finding) }
            var reply = Reply(how: .phone, text: "已答复", amount: sum, paid: numbers.one(of: [nil, sum]))
            if !state.otherCustomers.isEmpty { reply.forOthers = numbers.one(of: [nil, Amount.none, Amount("100"), sum]) }
            return .reply(reply)
        case .toSign where state.finding == nil: return .finding(Self.finding)
        case .toSign, .withdrawn, .notAccepted, .merged, .closed:
            if state.isSigned {
                return numbers.one(of: [
                    .refuseAnswer(.init(reason: "不服")), .refuseAnswer(.init(reason: "不服")), .askReview(.init(text: "请核查")),
                    .reviewDecision(.init(text: "重办", told: "已告知", isAgain: true)), .addendum(.init(text: "付款", paid: sum)),
                ])
            }
            return switch state.lackingForSignature.first {
            case .replyFirst?: .tell(Told(who: .customer, how: .phone, text: "已告知"))
            case .mergedNotAnswered(let number)?: .tell(Told(who: .customer, how: .phone, text: "已告知", number: number))
            default: nil
            }
        }
    }

    private func deed(_ numbers: inout SeededNumbers, _ cases: [String]) -> Deed {
        let sum = numbers.one(of: [nil, nil, Amount("100"), Amount("400"), Amount("1000")])
        let other = numbers.one(of: cases)
        var reply = Reply(how: numbers.one(of: [.phone, .phone, .other]), text: "已答复", amount: sum)
        reply.paid = sum.flatMap { sum in numbers.one(of: [nil, sum]) }
        let words = numbers.one(of: ["已告知", "已告知", "我行赔付您100元", "我行赔付您400元", "退还手续费100元，另赔偿误工费100元"])
        var told = Told(who: .customer, how: .phone, text: words, number: numbers.one(of: [nil, other, other]))
        told.isUndelivered = numbers.one(of: [nil, nil, true])
        var contact = Contact(how: .phone, text: words, isReached: numbers.one(of: [true, false, false]))
        contact.number = numbers.one(of: [nil, other])
        let customer = numbers.one(of: Self.customers)
        return numbers.one(of: [
            .accept, .accept, .finding(Self.finding), .finding(Self.finding), .reply(reply), .reply(reply), .tell(told), .tell(told),
            .contact(contact), .merge(into: other, reason: "同一事由"), .merge(into: other, reason: "同一事由"), .refuseAnswer(.init(reason: "不服")),
            .refuseAnswer(.init(reason: "不服")), .withdraw(.init(reason: "撤回", how: .phone)), .amend("contact", to: customer.1),
            .amend("customer", to: customer.0), .note(.init(text: "付款", paid: sum)), .addendum(.init(text: "付款", paid: sum)),
            .askReview(.init(text: "请核查")), .reviewDecision(.init(text: "重办", told: "已告知", isAgain: true)),
        ])
    }

    /// Whoever left a contact, and whose case ended in a signed one of another customer, was answered: there by their number, or in their own.
    private func checkAnswered(_ states: [Case], _ context: Comment) {
        for state in states where state.stage == .merged && state.isSigned && state.hasLeftContact {
            guard let end = state.endOfMergings(in: states), end.isSigned, !state.isOfSameCustomer(as: end) else { continue }
            let theirs = state.ofSameCustomer(in: states, nil).map(\.number.description)
            let isTold = theirs.contains { end.tellingsOfOthers[$0] != nil } || state.outcomeTold != nil
            #expect(end.stage == .closed && isTold, "\(state.number) ended untold in \(end.number); \(context)")
        }
    }

    /// What the customers of cases merged in were just told to be given is theirs, or for them.
    private func checkTold(_ deed: Deed, _ state: Case, _ context: Comment) {
        let (told, contact) = (deed.act as? Told, deed.act as? Contact)
        guard (told?.number ?? contact?.number) != nil, (told?.text ?? contact?.text ?? "").contains("元"), contact?.isReached != false,
            told?.isUndelivered != true
        else { return }
        #expect(state.givenBeyondTheirs() <= min(state.forOthers, state.promisedAsOwn), "told more on \(state.number); \(context)")
    }

    /// In no web was more paid than is promised.
    private func checkMoney(_ states: [Case], _ context: Comment) {
        var rest = states
        while let first = rest.first {
            let web = [first] + Case.web(around: [first]) { number in states.first { $0.number.description == number } }
            rest.removeAll { state in web.contains { $0.number == state.number } }
            let paid = web.reduce(Amount.none) { $0 + ($1.paid - $1.paidBefore) }
            let promised = web.flatMap(\.promises).filter { $0.from == nil }.reduce(Amount.none) { $0 + $1.amount }
            #expect(paid <= promised, "\(paid.text) paid of \(promised.text) around \(first.number); \(context)")
        }
    }

    @Test(
        "No sequence of mergings, sendings back, refusals, payments and corrections pays more than was promised, or leaves a customer unanswered",
        arguments: 1...(LongForm.isAskedFor ? 40 : 4)
    )
    func walk(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed) &* 6_151)
        let desk = try PracticeFolder(at: "2026-11-02T10:00:00+08:00")
        let ledger = desk.ledger
        let key = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        var (cases, kinds): ([String], Set<ActKind>) = ([], [])
        for step in 0..<500 {
            if cases.count < 3 || cases.count < 24 && Int.random(in: 0..<20, using: &numbers) == 0 {
                let who = numbers.one(of: Self.customers)
                var intake = desk.intake("第\(cases.count)件手续费", customer: who.0)
                intake.contact = numbers.one(of: [who.1, who.1, ""])
                cases.append(try ledger.log(intake, by: desk.counter).state.number.description)
            }
            let number = numbers.one(of: cases)
            let turn = Int.random(in: 0..<10, using: &numbers)
            do {
                switch turn {
                case 0: _ = try ledger.perform(.sendBack(.init(reason: "不清")), on: number, by: desk.head)
                case 1, 2: _ = try ledger.perform(.sign, on: number, by: desk.head, key: key)
                case 3: ledger.clock = .standing(at: ledger.clock.now().adding(seconds: 40_000))
                default:
                    let state = try #require(try ledger.stored(number)).state
                    let isOn = Bool.random(using: &numbers)
                    guard let deed = isOn ? next(&numbers, on: state, cases) : deed(&numbers, cases) else {
                        _ = try ledger.perform(.sign, on: number, by: desk.head, key: key)
                        break
                    }
                    let after = try ledger.perform(deed, on: number, by: desk.manager).state
                    checkTold(deed, after, "seed \(seed), step \(step)")
                    let next = after.number.description
                    if !cases.contains(next) { cases.append(next) }
                    kinds.insert(deed.kind)
                }
            } catch is Refusal { continue }
            let states = try cases.map { try #require(try ledger.stored($0)).state }
            let context: Comment = "seed \(seed), step \(step), \(number)"
            checkAnswered(states, context)
            checkMoney(states, context)
        }
        // A walk that never gets anywhere proves nothing.
        #expect(kinds.isSuperset(of: [.merge, .reply, .refuseAnswer]), "seed \(seed): \(kinds.map(\.rawValue))")
        let fault = try ledger.verify().fault
        #expect(fault == nil, "seed \(seed): \(fault.map { "\($0.place): \($0.what.english)" } ?? "")")
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
        try expectToStandWithoutWords(ledger, "seed \(seed)")
    }
}
