import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

/// Each customer's matter is theirs wherever it goes: merged into another customer's case, sent back, refused, put right later.
@Suite("Whose matter it is, wherever it goes")
struct WhoseMatterTests {
    private let desk: PracticeFolder
    private var ledger: Ledger { desk.ledger }

    init() throws { desk = try PracticeFolder(at: "2026-11-02T10:00:00+08:00") }

    // MARK: Doing

    private static let xu = ("徐女士", "13800000001")
    private static let yu = ("于先生", "13800000002")

    /// The number of a case in hand.
    private func begun(_ who: (String, String), about: String = "") throws -> String {
        var intake = desk.intake("手续费 \(who.1)", customer: who.0, about: about)
        intake.contact = who.1
        let number = try ledger.log(intake, by: desk.counter).state.number.description
        try act(.accept, number)
        return number
    }

    private func act(_ deed: Deed, _ number: String, by actor: Actor? = nil) throws {
        _ = try ledger.perform(deed, on: number, by: actor ?? desk.manager)
    }

    private func refused(_ deed: Deed, _ number: String, by actor: Actor? = nil) -> Refusal? {
        do {
            try act(deed, number, by: actor)
            return nil
        } catch {
            return error as? Refusal
        }
    }

    private func state(_ number: String) throws -> Case { try #require(try ledger.stored(number)).state }
    private func money(_ text: String) throws -> Amount { try #require(Amount(text)) }

    private func find(_ number: String) throws {
        var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
        finding.explanation = "已说明"
        try act(.finding(finding), number)
    }

    private func reply(_ promised: String? = nil, paid: String? = nil) throws -> Deed {
        var reply = Reply(how: .phone, text: "已答复", isAccepted: true)
        (reply.amount, reply.paid) = (try promised.map(money), try paid.map(money))
        return .reply(reply)
    }

    private func paying(_ sum: String) throws -> Deed {
        var late = Addendum(text: "已付款")
        late.paid = try money(sum)
        return .addendum(late)
    }

    private func merge(_ one: String, into other: String, reason: String? = "同一事由") throws {
        try act(.merge(into: other, reason: reason), one)
    }
    private func sendBack(_ number: String) throws { try act(.sendBack(.init(reason: "分开办理")), number, by: desk.head) }

    private func whyUnsigned(_ number: String) throws -> Refusal? {
        let key = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        do {
            _ = try ledger.perform(.sign, on: number, by: desk.head, key: key)
            return nil
        } catch {
            return error as? Refusal
        }
    }

    private func sign(_ numbers: String...) throws {
        for number in numbers { #expect(try whyUnsigned(number) == nil, "\(number)") }
    }

    private func told(_ number: String? = nil, undelivered: Bool? = nil) -> Deed {
        var told = Told(who: .customer, how: .phone, text: "已告知结果", number: number)
        told.isUndelivered = undelivered
        return .tell(told)
    }

    private func tried(_ number: String? = nil, reached: Bool = false) -> Deed {
        var contact = Contact(how: .phone, text: reached ? "已联系上" : "无人接听", isReached: reached)
        contact.number = number
        return .contact(contact)
    }

    /// Answers a case into which another customer's was merged, tells that one too, and signs both.
    private func answer(_ number: String, with other: String, _ promised: String? = nil) throws {
        try find(number)
        try act(try replying(promised, forOthers: promised.map { _ in "0" }), number)
        try act(told(other), number)
        try sign(number, other)
    }

    private func follower(of number: String) throws -> String {
        try act(.refuseAnswer(.init(reason: "不认可")), number)
        let next = try #require(try state(number).goesOnIn)
        try act(.accept, next)
        return next
    }

    private func amend(_ number: String, to who: (String, String)) throws {
        try act(.amend("customer", to: who.0), number)
        try act(.amend("contact", to: who.1), number)
    }

    private func whole() throws {
        let fault = try ledger.verify().fault
        #expect(fault == nil, "\(fault.map { "\($0.place): \($0.what.english)" } ?? "")")
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
    }

    // MARK: Money

    @Test("What a customer was promised and paid in their own case binds where theirs goes on, and nobody else's")
    func moneyGoesAlong() throws {
        let (own, other) = (try begun(Self.xu), try begun(Self.yu))
        try find(own)
        try act(reply("1000", paid: "1000"), own)
        try sendBack(own)
        try merge(own, into: other)
        try answer(other, with: own)
        let (next, others) = (try follower(of: own), try follower(of: other))
        #expect(try (state(next).promised, state(next).paid) == (money("1000"), money("1000")))
        #expect(
            refused(try reply("1"), next)
                == .beyondTier(try money("1"), before: try money("1000"), tier: try money("1000"), could: .branchManager)
        )
        #expect(try (state(others).promised, state(others).paid) == (.none, .none))
        #expect(refused(try reply("1000"), others) == nil)
        try whole()
    }

    /// A case into which those of two other customers were merged, with its finding.
    private func withOthers() throws -> (own: String, others: [String]) {
        let (own, second, third) = (try begun(Self.xu), try begun(Self.yu), try begun(("孙先生", "13800000003")))
        for number in [second, third] { try merge(number, into: own) }
        try find(own)
        return (own, [second, third])
    }

    private func replying(_ promised: String?, _ text: String = "已答复", forOthers: String? = nil) throws -> Deed {
        var reply = Reply(how: .phone, text: text, isAccepted: true)
        (reply.amount, reply.forOthers) = (try promised.map(money), try forOthers.map(money))
        return .reply(reply)
    }

    private func telling(_ text: String, _ number: String) -> Deed { .tell(Told(who: .customer, how: .phone, text: text, number: number)) }

    @Test(
        "Of what is promised where other customers' cases were merged in, it is said how much is for them, and they are told no more together"
    )
    func forOthers() throws {
        let (own, others) = try withOthers()
        #expect(refused(try replying("900", "三户各300元"), own) == .share(.unsaid(try money("900"), others)))
        #expect(refused(try replying("900", forOthers: "901"), own) == .share(.beyondPromise(try money("901"), promised: try money("900"))))
        // What the case's own customer reads is what they are given.
        for text in ["我行赔付您900元", "我行共赔付您900元"] {
            #expect(
                refused(try replying("900", text, forOthers: "600"), own) == .sumBeyondAmount(try money("900"), promised: try money("300")),
                "\(text)"
            )
        }
        var promising = Reply(how: .phone, text: "已答复", isAccepted: true)
        (promising.amount, promising.forOthers, promising.promise) = (try money("900"), try money("600"), "赔付您900元")
        #expect(refused(.reply(promising), own) == .share(.promiseGives(try money("900"), toOwn: try money("300"))))
        try act(try replying("900", "三户各300元", forOthers: "600"), own)
        // Whatever sums stand in the answer, and by whatever act they hear it.
        #expect(refused(telling("我行赔付您601元", others[0]), own) == .sumToOther(try money("601"), promised: try money("600"), others[0]))
        try act(telling("我行赔付您300元", others[0]), own)
        try act(telling("款项周一到账", others[0]), own)
        for text in ["我行赔付您301元", "退还您手续费200元，另赔偿您误工费101元"] {
            let beyond = Refusal.sumToOther(try money("301"), promised: try money("300"), others[1])
            #expect(refused(telling(text, others[1]), own) == beyond, "\(text)")
            var contact = Contact(how: .phone, text: text)
            contact.number = others[1]
            #expect(refused(.contact(contact), own) == beyond, "\(text)")
        }
        var contact = Contact(how: .phone, text: "我行赔付您300元，客户接受")
        contact.number = others[1]
        try act(.contact(contact), own)
        try sign(own, others[0], others[1])
        try whole()
    }

    @Test(
        "What of a promise is for others stands with it, also once the case's own customer refuses theirs, and is not given to these as well"
    )
    func forOthersLater() throws {
        let (own, others) = try withOthers()
        try act(try replying("900", forOthers: "600"), own)
        try sendBack(own)
        // Nothing more is promised: what stands may be told.
        try act(try replying(nil), own)
        try act(telling("我行赔付您300元", others[0]), own)
        try sendBack(own)
        // A later answer says how much of what it promises itself is for them.
        #expect(refused(try replying(nil, forOthers: "40"), own) == .share(.beyondPromise(try money("40"), promised: .none)))
        #expect(refused(try replying("60", "赔付您321元", forOthers: "40"), own) != nil)
        try act(try replying("60", forOthers: "40"), own)
        try act(telling("已另行致歉", others[0]), own)
        try act(telling("我行赔付您340元", others[1]), own)
        #expect(refused(.tell(Told(who: .customer, how: .phone, text: "我行赔付您321元")), own) != nil)
        #expect(refused(.tell(Told(who: .customer, how: .phone, text: "我行赔付您320元")), own) == nil)
        try sign(own, others[0], others[1])
        // Theirs is refused, and what is for others counts on.
        try act(.refuseAnswer(.init(reason: "不认可")), own)
        let next = try #require(try state(own).goesOnIn)
        #expect(try state(own).forOthers == money("640") && state(own).promised == money("940"))
        #expect(try state(next).paidElsewhere == money("640"))
        try act(.accept, next)
        try find(next)
        #expect(refused(try reply("400"), next) != nil)
        try act(try reply("60"), next)
        try whole()
    }

    @Test(
        "What is promised to others stays theirs, and no more, where the case with which they came is merged on; no other words give them more"
    )
    func forOthersMergedOn() throws {
        for share in ["0", "400"] {
            let (first, others) = try withOthers()
            try act(try replying("1000", forOthers: share), first)
            try sendBack(first)
            let last = try begun(("郑先生", "13800000007"))
            try merge(first, into: last)
            try find(last)
            try act(reply(), last)
            let sum = Int(share).map { $0 + 1 } ?? 0
            #expect(
                refused(telling("我行赔付您\(sum)元", others[0]), last) == .sumToOther(try money("\(sum)"), promised: try money(share), others[0])
            )
            for text in ["另付5000元", "我行赔付您300美元"] where share == "0" {
                #expect(refused(telling(text, others[0]), last) != nil, "\(text)")
            }
            if share != "0" { try act(telling("我行赔付您\(share)元", others[0]), last) }
            #expect(refused(telling("我行赔付您1元", others[1]), last) != nil)
            try act(telling("我行赔付您\(share == "0" ? "1000" : "600")元", first), last)
        }
        try whole()
    }

    @Test(
        "What was promised to the customer of a case with others in it is theirs in their own case into which that is merged, and so is the others'"
    )
    func forOthersInOwnCase() throws {
        let (first, others) = try withOthers()
        try act(try replying("1000", forOthers: "600"), first)
        try sendBack(first)
        let (own, last) = (try begun(Self.xu), try begun(("郑先生", "13800000007")))
        try merge(first, into: own)
        #expect(try state(own).promisedToOwn == money("400"))
        try find(own)
        try act(reply(), own)
        #expect(refused(.tell(Told(who: .customer, how: .phone, text: "我行赔付您401元")), own) != nil)
        try act(.tell(Told(who: .customer, how: .phone, text: "我行赔付您400元")), own)
        try sendBack(own)
        // Merged on, nothing of it is lost.
        try merge(own, into: last)
        try find(last)
        try act(reply(), last)
        #expect(refused(telling("我行赔付您601元", others[0]), last) == .sumToOther(try money("601"), promised: try money("600"), others[0]))
        try act(telling("我行赔付您300元", others[0]), last)
        try act(telling("我行赔付您300元", others[1]), last)
        try act(telling("我行赔付您400元", own), last)
        try whole()
    }

    @Test("What was promised in a case before it was merged in is its customer's, and takes nothing from what is for others")
    func forOthersBesideTheirs() throws {
        let (own, other, third) = (try begun(Self.xu), try begun(Self.yu), try begun(("孙先生", "13800000003")))
        try act(reply("400"), other)
        try sendBack(other)
        for number in [other, third] { try merge(number, into: own) }
        try find(own)
        try act(replying("200", forOthers: "100"), own)
        try act(telling("我行赔付您400元", other), own)
        #expect(refused(telling("我行赔付您501元", other), own) != nil)
        try act(telling("我行赔付您100元", third), own)
        #expect(refused(telling("我行赔付您401元", other), own) == .sumToOther(try money("401"), promised: try money("400"), other))
        try sign(own, other, third)
        // Nobody else's case is merged in here.
        let alone = try begun(("周女士", "13800000005"))
        try find(alone)
        #expect(refused(try replying("10", forOthers: "1"), alone) == .share(.ofNobody))
        #expect(refused(try replying("10", forOthers: "0"), alone) == nil)
        try whole()
    }

    @Test(
        "A contact of a merged customer that is put in once the answer stands lets the clocks towards them run on, as if it had been there"
    )
    func contactLateWhereMerged() throws {
        var intake = desk.intake("手续费", customer: "于先生")
        intake.contact = ""
        let other = try ledger.log(intake, by: desk.counter).state.number.description
        try act(.accept, other)
        let own = try begun(Self.xu)
        try merge(other, into: own)
        try find(own)
        try act(reply(), own)
        func replyClocks() throws -> [Clock.State] {
            try state(own).clocks.filter { $0.name == .reply && $0.isSuperseded != true }.map { $0.state(at: ledger.now) }
        }
        #expect(try replyClocks() == [.kept])
        try desk.setClock("2026-11-30T10:00:00+08:00")
        try act(.amend("contact", to: Self.yu.1), other)
        #expect(try replyClocks() == [.kept, .breached])
        #expect(try whyUnsigned(own) == .mergedNotAnswered(other))
        try act(told(other), own)
        #expect(try replyClocks() == [.kept, .breached])
        try sign(own, other)
        try whole()
    }

    @Test(
        "The customer of a merged case is told the outcome where they are answered; told in their own, it would count for nothing, and that is said"
    )
    func toldInOwn() throws {
        let (own, others) = try withOthers()
        // While there is no answer yet they hear how it goes, wherever that is written down.
        try act(told(), others[0])
        try act(reply(), own)
        #expect(refused(told(), others[0]) == .tellWhereMerged(own, others[0]))
        let report = Deed.tell(Told(who: .headOffice, how: .phone, text: "已报告"))
        #expect(refused(report, others[0]) == nil)
        try act(told(others[0]), own)
        #expect(refused(told(), others[0]) == nil)
        try act(told(others[1]), own)
        try sign(own, others[0], others[1])
        try whole()
    }

    @Test("Who complained becomes somebody else in no number of steps without those whose cases were merged in being owed an answer")
    func driftOfOwn() throws {
        for steps in [
            [("contact", "13800000001, 13800000009"), ("customer", "吴二"), ("contact", "13800000009")],
            [("customer", "吴二"), ("contact", "13800000009")],
        ] {
            let (own, other) = (try begun(Self.xu), try begun(Self.xu))
            try merge(own, into: other, reason: nil)
            for (field, value) in steps { try act(.amend(field, to: value), other) }
            try find(other)
            try act(reply(), other)
            #expect(try whyUnsigned(other) == .mergedNotAnswered(own))
            try act(told(own), other)
            try sign(other, own)
        }
        // So it is where it began before the merging.
        do {
            let (own, other) = (try begun(Self.xu), try begun(Self.xu))
            try act(.amend("contact", to: "13800000001, 13800000009"), other)
            try merge(own, into: other, reason: nil)
            for (field, value) in [("customer", "吴二"), ("contact", "13800000009")] { try act(.amend(field, to: value), other) }
            try find(other)
            try act(reply(), other)
            #expect(try whyUnsigned(other) == .mergedNotAnswered(own))
        }
        // What is put right and back again owes nobody anything.
        let (own, other) = (try begun(Self.xu), try begun(Self.xu))
        try merge(own, into: other, reason: nil)
        try act(.amend("customer", to: "徐 女士"), other)
        try find(other)
        try act(reply(), other)
        try sign(other, own)
        try whole()
    }

    @Test("So it does where it was refused and paid before, and went on, before it was merged")
    func moneyOfEarlierAnswer() throws {
        let first = try begun(Self.xu)
        try find(first)
        try act(reply("1000", paid: "1000"), first)
        try sign(first)
        let (second, other) = (try follower(of: first), try begun(Self.yu))
        try merge(second, into: other)
        try answer(other, with: second)
        let third = try follower(of: second)
        #expect(try (state(third).promised, state(third).paid) == (money("1000"), money("1000")))
        try whole()
    }

    @Test("What was promised is paid in one place: where it goes on, or, while it does not, in the case that has it")
    func paidInOnePlace() throws {
        let (own, other) = (try begun(Self.xu), try begun(Self.yu))
        try act(reply("400"), own)
        try sendBack(own)
        try merge(own, into: other)
        try answer(other, with: own, "300")
        // The other one's goes on: what was promised to them is paid there, and what was promised to the merged one still here.
        let others = try follower(of: other)
        #expect(refused(try paying("401"), other) == .paidBeyondPromise(try money("401"), promised: try money("400")))
        #expect(refused(try paying("150"), other) == nil)
        #expect(try state(others).promised == .none)
        let next = try follower(of: own)
        #expect(try (state(next).promised, state(next).paid) == (money("400"), money("150")))
        #expect(refused(try paying("250"), other) == .paidWhereItGoesOn(next))
        var note = Note(text: "已付款")
        note.paid = try money("250")
        #expect(refused(.note(note), next) == nil)
        try whole()
    }

    @Test("What head office approved is the ceiling of all that came together under it")
    func ceilingOverAll() throws {
        let (own, other) = (try begun(Self.xu), try begun(Self.yu))
        try act(reply("400"), own)
        try sendBack(own)
        try act(.askEscalation(.init(why: .amount, reason: "超出权限")), other)
        try act(.confirmEscalation, other, by: desk.head)
        try act(.headOfficeAnswer(.init(text: "批复", amount: try money("1000"))), other)
        try merge(own, into: other)
        try answer(other, with: own)
        let (next, others) = (try follower(of: own), try follower(of: other))
        #expect(refused(try reply("601"), others) == .beyondApproval(try money("601"), approved: try money("600")))
        #expect(refused(try reply("1"), next) == .beyondApproval(try money("401"), approved: .none))
        try whole()
    }

    @Test("A merging is not sent back once its promise was paid, however many cases on")
    func paidFarOn() throws {
        let (one, two, three) = (try begun(Self.xu), try begun(Self.xu), try begun(Self.xu))
        for number in [one, two] {
            try act(reply("400", paid: "100"), number)
            try sendBack(number)
        }
        try merge(one, into: two, reason: nil)
        try merge(two, into: three, reason: nil)
        try act(reply("200", paid: "800"), three)
        #expect(refused(.sendBack(.init(reason: "分开")), one, by: desk.head) == .paidWhereMerged(three, try money("900")))
        #expect(refused(.sendBack(.init(reason: "分开")), two, by: desk.head) == .paidWhereMerged(three, try money("800")))
        try whole()
    }

    // MARK: Who turns out to be another

    @Test("Found to be another customer after the end was signed without an answer, theirs is sent back, and not signed")
    func otherAfterEnd() throws {
        let (one, other) = (try begun(Self.xu), try begun(Self.xu))
        try merge(one, into: other, reason: nil)
        try act(.withdraw(.init(reason: "已解决", how: .phone)), other)
        try sign(other)
        #expect(refused(.sendBack(.init(reason: "误并")), one, by: desk.head) == .mergedIntoSigned(other, isAnswered: false))
        try amend(one, to: Self.yu)
        #expect(try whyUnsigned(one) == .endedUnanswered(other))
        #expect(try duties(of: state(one), at: ledger.now, under: ledger.rules) == [.sendBack])
        try sendBack(one)
        #expect(try state(one).stage == .inHand)
        try find(one)
        try act(reply(), one)
        try sign(one)
        try whole()
    }

    @Test("Found to be another after the answer was signed, they are told it in their own case, or it is sent back")
    func otherAfterAnswer() throws {
        for isTold in [true, false] {
            let (one, other) = (try begun(Self.xu), try begun(Self.xu))
            try merge(one, into: other, reason: nil)
            try find(other)
            try act(reply(), other)
            try sign(other)
            try amend(one, to: Self.yu)
            #expect(try whyUnsigned(one) == .replyFirst)
            #expect(try duties(of: state(one), at: ledger.now, under: ledger.rules) == [.tellOutcome])
            guard isTold else {
                try sendBack(one)
                continue
            }
            try act(told(), one)
            #expect(refused(.sendBack(.init(reason: "误并")), one, by: desk.head) == .mergedIntoSigned(other, isOfOther: true))
            // Once told, a typing error put right makes no new duty.
            try act(.amend("customer", to: "于小姐"), one)
            try sign(one)
        }
        try whole()
    }

    private func end(_ number: String, as kind: ActKind) throws {
        switch kind {
        case .withdraw: try act(.withdraw(.init(reason: "已解决", how: .phone)), number)
        case .notAccept:
            try act(.notAccept(.init(reason: "不属我行")), number)
            try act(told(), number)
        default:
            try find(number)
            try act(reply(), number)
        }
        try sign(number)
    }

    @Test(
        "A slip that made the customer another one, put right again, leaves nothing owed, however the end came; made again, it does",
        arguments: [ActKind.withdraw, .notAccept, .reply]
    )
    func slipPutRight(kind: ActKind) throws {
        let (one, other) = (try begun(Self.xu), try begun(Self.xu))
        try merge(one, into: other, reason: nil)
        try end(other, as: kind)
        let owing: Refusal = kind == .reply ? .replyFirst : .endedUnanswered(other)
        for _ in 1...2 {
            try amend(one, to: Self.yu)
            #expect(try whyUnsigned(one) == owing)
            try amend(one, to: Self.xu)
        }
        let locked = Refusal.mergedIntoSigned(other, isAnswered: kind == .reply)
        #expect(refused(.sendBack(.init(reason: "误并")), one, by: desk.head) == locked)
        #expect(try duties(of: state(one), at: ledger.now, under: ledger.rules) == [.sign])
        try sign(one)
        try whole()
    }

    @Test("One contact of the customer answered there, put beside somebody else's name, takes nothing from what these are owed")
    func contactPutBeside() throws {
        let (one, other) = (try begun(Self.xu), try begun(Self.xu))
        try merge(one, into: other, reason: nil)
        try end(other, as: .reply)
        try amend(one, to: Self.yu)
        try act(.amend("contact", to: "13800000002, 13800000001"), one)
        #expect(try whyUnsigned(one) == .replyFirst)
        // The slip put right is one; the customer's name alone is not.
        try act(.amend("contact", to: "13800000002"), one)
        try act(.amend("customer", to: Self.xu.0), one)
        #expect(try whyUnsigned(one) == .replyFirst)
        try act(.amend("contact", to: Self.xu.1), one)
        try sign(one)
        try whole()
    }

    @Test("Who was nobody in particular and left a contact since is owed what they are owed, though both are blanked again")
    func blankedAgain() throws {
        let (one, other) = (try begun(("", "")), try begun(Self.xu))
        try merge(one, into: other)
        try end(other, as: .reply)
        try amend(one, to: Self.yu)
        #expect(try whyUnsigned(one) == .replyFirst)
        try amend(one, to: ("", ""))
        #expect(try whyUnsigned(one) == .replyFirst)
        try act(told(), one)
        try sign(one)
        try whole()
    }

    @Test(
        "What was said of who complained before the end was signed is no slip put right after it; nor do small steps lead to somebody else"
    )
    func slipLongBefore() throws {
        let sun = ("孙先生", "13800000003")
        let (one, other) = (try begun(Self.xu), try begun(Self.xu))
        try merge(one, into: other, reason: nil)
        try amend(one, to: sun)
        try amend(one, to: Self.xu)
        try find(other)
        try act(reply(), other)
        try act(told(one), other)
        try desk.setClock("2026-11-02T11:00:00+08:00")
        try sign(other)
        try desk.setClock("2026-11-02T12:00:00+08:00")
        try amend(one, to: sun)
        #expect(try whyUnsigned(one) == .replyFirst)
        try act(.amend("customer", to: "孙 先生"), one)
        #expect(try whyUnsigned(one) == .replyFirst)
        // Each of these is the same customer as the one before it, and the last is somebody else than who was told.
        let (two, end) = (try begun(("于得水", "13800000002")), try begun(Self.xu))
        try merge(two, into: end)
        try find(end)
        try act(reply(), end)
        try act(told(two), end)
        try sign(end)
        try desk.setClock("2026-11-02T13:00:00+08:00")
        for (field, value) in [("contact", "13800000002, 13800000007"), ("customer", "吴二妹"), ("contact", "13800000007")] {
            try act(.amend(field, to: value), two)
        }
        #expect(try whyUnsigned(two) == .replyFirst)
        try whole()
    }

    @Test("A slip in the contact of another customer, who was told where their case ended, is put right by putting it right")
    func slipOfOther() throws {
        let (one, other) = (try begun(Self.yu), try begun(Self.xu))
        try merge(one, into: other)
        try find(other)
        try act(reply(), other)
        try act(told(one), other)
        try sign(other)
        try act(.amend("contact", to: "13800000009"), one)
        #expect(try whyUnsigned(one) == .replyFirst)
        try act(.amend("contact", to: Self.yu.1), one)
        try sign(one)
        try whole()
    }

    @Test(
        "What was paid where a case had ended counts against what head office approved for it, and against every tier, once it is sent back"
    )
    func paidElsewhereCounts() throws {
        for isApproved in [true, false] {
            let (one, other) = (try begun(Self.xu), try begun(Self.xu))
            let sum = isApproved ? "3000" : "1000"
            func approve(_ sum: String) throws {
                try act(.askEscalation(.init(why: .amount, reason: "超出权限")), one)
                try act(.confirmEscalation, one, by: desk.head)
                try act(.headOfficeAnswer(.init(text: "批复", amount: try money(sum))), one)
            }
            if isApproved { try approve("3000") }
            try act(reply(sum), one)
            try sendBack(one)
            try merge(one, into: other, reason: nil)
            var note = Note(text: "已付款")
            note.paid = try money(sum)
            try act(.note(note), other)
            try end(other, as: .reply)
            try amend(one, to: Self.yu)
            try sendBack(one)
            #expect(try (state(one).promised, state(one).paidElsewhere) == (.none, money(sum)))
            #expect(refused(try reply(isApproved ? sum : "1"), one) != nil)
            #expect(try Account(of: state(one), []).facts.contains { $0.name.text == "paid-elsewhere" && $0.isKnown })
            // Nor is more left of it in a case into which this one is merged.
            let third = try begun(Self.yu)
            try merge(one, into: third, reason: nil)
            #expect(refused(try reply("1"), third) != nil)
            try sendBack(one)
            #expect(refused(try reply("1"), third) == nil)
            // Head office may know of it, and approve more for whoever it is.
            if isApproved { try approve("500") }
            if isApproved { try act(reply("500"), one) }
        }
        try whole()
    }

    @Test(
        "Who is owed the answer in their own merged case is tried there, so that it could not be delivered; what was tried goes back with it"
    )
    func triedWhereMerged() throws {
        for isSentBack in [false, true] {
            let (one, other) = (try begun(Self.xu), try begun(Self.xu))
            try merge(one, into: other, reason: nil)
            try end(other, as: .reply)
            let closed = Refusal.wrongStage(.contact, .merged, allowed: Stage.open)
            #expect(refused(tried(), one) == closed)
            try amend(one, to: Self.yu)
            let month = isSentBack ? "2026-12" : "2026-11"
            for day in ["03", "04", "05"] {
                #expect(refused(told(undelivered: true), one) != nil)
                try desk.setClock("\(month)-\(day)T10:00:00+08:00")
                try act(tried(), one)
            }
            if isSentBack {
                try sendBack(one)
                #expect(try state(one).failedAttempts.count == 3)
                continue
            }
            try act(told(undelivered: true), one)
            #expect(refused(tried(), one) == closed)
            try sign(one)
        }
        try whole()
    }

    @Test(
        "What was paid in the signed end, which is another customer's, stays there: theirs comes back with what is left of its promise",
        arguments: [ActKind.withdraw, .reply],
        ["100", "300"]
    )
    func paidThere(kind: ActKind, paid: String) throws {
        let (one, two, other) = (try begun(Self.xu), try begun(Self.xu), try begun(Self.xu))
        var note = Note(text: "已付款")
        note.paid = try money(paid)
        // By one merging, and by two.
        for (number, into) in [(one, other), (two, one)] {
            try act(reply("300"), number)
            try sendBack(number)
            if number == one { continue }
            try merge(number, into: into, reason: nil)
        }
        try merge(one, into: other, reason: nil)
        try act(.note(note), other)
        #expect(refused(.sendBack(.init(reason: "误并")), one, by: desk.head) == .paidWhereMerged(other, try money(paid)))
        try end(other, as: kind)
        try amend(two, to: Self.yu)
        try sendBack(two)
        let left = try money("300")
        #expect(try state(two).promised == left)
        #expect(try (state(other).promised, state(other).paid) == (money("300"), money(paid)))
        try amend(one, to: ("孙先生", "13800000003"))
        try sendBack(one)
        #expect(try state(one).promised == money("300") - money(paid))
        #expect(try (state(other).promised, state(other).paid) == (money(paid), money(paid)))
        // Each is answered by themselves, and paid what was promised to them.
        for number in [one, two] {
            try find(number)
            try act(reply(), number)
            try sign(number)
        }
        #expect(refused(try paying("300"), two) == nil)
        #expect(refused(try paying("1"), two) != nil)
        #expect(refused(try paying("300"), one) != nil)
        try whole()
    }

    @Test("An end without an answer is not signed over another customer's case, whoever turned out to be whose")
    func endOverOthers() throws {
        let (one, other) = (try begun(Self.xu), try begun(Self.xu))
        try merge(one, into: other, reason: nil)
        try sign(one)
        try act(.withdraw(.init(reason: "已解决", how: .phone)), other)
        try amend(other, to: Self.yu)
        try act(told(one), other)
        #expect(try whyUnsigned(other) == .otherCustomerWaits(.sign, one))
        try sendBack(other)
        try answerBoth(other, one)
        _ = try follower(of: one)
        try whole()
    }

    private func answerBoth(_ number: String, _ other: String) throws {
        try find(number)
        try act(reply(), number)
        try act(told(other), number)
        try sign(number)
    }

    // MARK: Attempts

    @Test("Attempts to reach a customer go with the merging and come back with it; whoever was reached begins anew")
    func attemptsGoAlong() throws {
        let (one, other) = (try begun(Self.xu), try begun(Self.yu))
        for day in ["2026-11-03", "2026-11-04", "2026-11-05"] {
            try desk.setClock("\(day)T10:00:00+08:00")
            try act(tried(), one)
        }
        try merge(one, into: other)
        let third = try begun(("孙先生", "13800000003"))
        try merge(other, into: third)
        try find(third)
        try act(reply(), third)
        try act(told(other), third)
        #expect(refused(told(one, undelivered: true), third) == nil)
        try sendBack(other)
        #expect(try state(other).attemptsOfOthers[one]?.count == 3)
        try sendBack(one)
        #expect(try state(one).failedAttempts.count == 3 && state(other).attemptsOfOthers.isEmpty)
        try act(tried(reached: true), one)
        try merge(one, into: other)
        try find(other)
        try act(reply(), other)
        #expect(refused(told(one, undelivered: true), other) == .notReached(attempts: 0))
        // Told by whatever way reaches them, they were reached.
        try act(tried(one), other)
        try act(told(one), other)
        #expect(try state(other).attemptsOfOthers.isEmpty)
        try whole()
    }

    @Test("Who was told “undelivered” was told of no outside channel; told after that, they are")
    func channelsAfterUndelivered() throws {
        let number = try begun(Self.xu)
        for day in ["2026-11-03", "2026-11-04", "2026-11-05"] {
            try desk.setClock("\(day)T10:00:00+08:00")
            try act(tried(), number)
        }
        try act(.notAccept(.init(reason: "不属我行")), number)
        try act(told(undelivered: true), number)
        try sign(number)
        func channels() throws -> [Bool] {
            try ledger.open(number, by: desk.manager).events.compactMap { ($0.event as? Told).map { $0.toldChannels != nil } }
        }
        #expect(try channels() == [false])
        #expect(try state(number).outcomeTold?.isUndelivered == true)
        try act(told(), number)
        try act(told(), number)
        #expect(try channels() == [false, true, false])
        #expect(try state(number).outcomeTold?.isUndelivered == false)
        try whole()
    }

    @Test("When each merged customer was told is known by their own number, however far they were merged: their review counts from then")
    func toldByNumber() throws {
        let (one, two, three) = (try begun(Self.xu), try begun(Self.yu), try begun(("孙先生", "13800000003")))
        try merge(one, into: two)
        try merge(two, into: three)
        try find(three)
        try act(reply(), three)
        try act(told(two), three)
        try desk.setClock("2026-12-01T10:00:00+08:00")
        try act(told(one), three)
        try sign(one, two, three)
        try desk.setClock("2026-12-10T10:00:00+08:00")
        for (number, isLate) in [(one, nil), (two, true)] as [(String, Bool?)] {
            try act(.askReview(.init(text: "请核查")), number)
            #expect(try state(number).review?.isLate == isLate, "\(number)")
        }
        try whole()
    }

    // MARK: Open once

    @Test("One customer's one matter is open once, however many of their cases ended in another customer's")
    func openOnce() throws {
        let (one, two, other) = (try begun(Self.xu), try begun(Self.xu), try begun(Self.yu))
        try merge(one, into: other)
        try merge(two, into: other)
        try find(other)
        try act(reply(), other)
        for number in [one, two] { try act(told(number), other) }
        try sign(one, two, other)
        let next = try follower(of: one)
        #expect(refused(.refuseAnswer(.init(reason: "不认可")), two) == .goesOnIn(next))
        try act(.askReview(.init(text: "请核查")), two)
        try act(.reviewDecision(.init(text: "重办", told: "已告知", isAgain: true)), two)
        #expect(try state(two).reviewDecision?.goesOn == next)
        try whole()
    }

    @Test("A second refusal names the last case in which this customer was answered, and no other customer's")
    func namesTheirOwn() throws {
        let first = try begun(Self.xu)
        try find(first)
        try act(reply(), first)
        try sign(first)
        let (second, other) = (try follower(of: first), try begun(Self.yu))
        try merge(second, into: other)
        #expect(refused(.refuseAnswer(.init(reason: "又不认可")), first) == .goesOnIn(other))
        try answer(other, with: second)
        #expect(refused(.refuseAnswer(.init(reason: "又不认可")), first) == .alreadyRefused(second))
        #expect(try ledger.possibilities(on: first, by: desk.manager).first { $0.act == .refuseAnswer }?.whyNot == .alreadyRefused(second))
        let third = try follower(of: second)
        #expect(refused(.refuseAnswer(.init(reason: "又不认可")), first) == .goesOnIn(third))
        try whole()
    }

    // MARK: Kept, and not told

    @Test("Nothing of a matter is erased while something of it is still to be done, in whoever's case")
    func keptTogether() throws {
        let (own, other) = (try begun(Self.xu), try begun(Self.yu))
        try merge(own, into: other)
        try answer(other, with: own)
        let web = [try state(own), try state(other)]
        for state in web { #expect(!state.isAwaited(in: web.filter { $0.number != state.number })) }
        try act(.askReview(.init(text: "请核查")), own)
        let asked = [try state(own), try state(other)]
        for state in asked { #expect(state.isAwaited(in: asked.filter { $0.number != state.number }), "\(state.number)") }
    }

    @Test(
        "A recusal is not lifted where a case about the same one was merged in; sent back, that one's number is told to nobody whom it is about"
    )
    func liftedWhereMerged() throws {
        let clerk = desk.counter.number
        let (own, other) = (try begun(Self.xu, about: clerk.text), try begun(Self.yu))
        try merge(own, into: other)
        let lift = Deed.liftRecusal(.init(number: clerk, reason: "与其无关"))
        #expect(refused(lift, other) == .recusedWhereMerged(own, isSigned: false))
        try sendBack(own)
        #expect(refused(lift, other) == nil)
        // The clerk took it down, and reads it again.
        let seen = try ledger.open(other, by: desk.counter)
        let told = seen.events.flatMap { $0.event.details.compactMap(\.value?.text) } + seen.state.clocks.compactMap(\.from)
        #expect(!told.contains { $0.contains(own) })
        var query = RegisterQuery(ReadScope(for: desk.counter))
        query.search = own
        #expect(try ledger.rows(query, limit: 10).isEmpty)
        try whole()
    }
}
