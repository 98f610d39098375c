import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

/// One matter in several cases, and several customers in one: what was promised, owed and due is so once, and is not lost.
@Suite("One matter in several cases")
struct OneMatterTests {
    private let desk: PracticeFolder
    private var ledger: Ledger { desk.ledger }

    init() throws { desk = try PracticeFolder(at: "2026-11-02T10:00:00+08:00") }

    // MARK: Doing

    /// The number of a case in hand, of the customer with that name and number.
    private func begun(_ customer: String = "刘女士", _ contact: String = "13800000000") throws -> String {
        var intake = desk.intake("排队太久 \(contact)", customer: customer)
        intake.contact = contact
        let number = try ledger.log(intake, by: desk.counter).state.number.description
        try act(.accept, number)
        return number
    }

    private func act(_ deed: Deed, _ number: String) throws { _ = try ledger.perform(deed, on: number, by: desk.manager) }
    private func refused(_ deed: Deed, _ number: String, by actor: Actor? = nil) -> Refusal? {
        do {
            _ = try ledger.perform(deed, on: number, by: actor ?? desk.manager)
            return nil
        } catch {
            return error as? Refusal
        }
    }

    private func state(_ number: String) throws -> Case { try ledger.open(number, by: desk.manager).state }

    private func find(_ number: String, fault: Fault = .none) throws {
        var finding = Finding(fault: fault, classification: fault == .none ? .unfounded : .valid, facts: "监控显示已及时加开窗口")
        (finding.explanation, finding.apology, finding.correction, finding.rectification) = ("已说明", "致歉", "已加开窗口", "高峰期增开窗口")
        try act(.finding(finding), number)
    }

    private func money(_ text: String) throws -> Amount { try #require(Amount(text)) }

    private func reply(_ promised: String? = nil, how: ContactWay = .phone, forOthers: String? = nil) throws -> Deed {
        var reply = Reply(how: how, text: "已答复", isAccepted: true)
        reply.forOthers = try forOthers.map(money)
        if let promised { (reply.amount, reply.promise) = (try money(promised), "赔付 \(promised) 元") }
        return .reply(reply)
    }

    private func sign(_ number: String) throws {
        let key = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        _ = try ledger.perform(.sign, on: number, by: desk.head, key: key)
    }

    private func whyUnsigned(_ number: String) throws -> Refusal? {
        let key = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        do {
            _ = try ledger.perform(.sign, on: number, by: desk.head, key: key)
            return nil
        } catch {
            return error as? Refusal
        }
    }

    /// A case that was answered and signed.
    private func closed(_ promised: String? = nil) throws -> String {
        let number = try begun()
        try find(number)
        try act(reply(promised), number)
        try sign(number)
        return number
    }

    /// Head office answers, with the sum that it approves.
    private func headOffice(_ number: String, approves sum: String?) throws {
        try act(.askEscalation(.init(why: .amount, reason: "超出权限")), number)
        _ = try ledger.perform(.confirmEscalation, on: number, by: desk.head)
        if let sum { try act(.headOfficeAnswer(.init(text: "批复", amount: try money(sum))), number) }
    }

    private func follower(of number: String) throws -> String {
        try act(.refuseAnswer(.init(reason: "不认可")), number)
        let next = try #require(try state(number).goesOnIn)
        try act(.accept, next)
        return next
    }

    private func askAgain(_ number: String) throws {
        try act(.askReview(.init(text: "请核查")), number)
        try act(.reviewDecision(.init(text: "重办", told: "已告知", isAgain: true)), number)
    }

    /// The clocks of a name with how they stand on a day, the case's own first.
    private func clocks(_ name: ClockName, _ number: String) throws -> [Clock.State] {
        try state(number).clocks.filter { $0.name == name && $0.isSuperseded != true }.map { $0.state(at: ledger.now) }
    }

    private func whole() throws {
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
    }

    // MARK: Another customer, whose case was merged in

    @Test(
        "A customer whose case was merged into another's refuses the answer, or asks for a review, in their own name, once both are signed"
    )
    func mergedCustomer() throws {
        let (own, other) = (try begun(), try begun("周先生", "13911110001"))
        try act(.merge(into: other, reason: "同一事由"), own)
        try find(other)
        try act(reply("600", forOthers: "0"), other)
        try act(.tell(.init(who: .customer, how: .phone, text: "已答复", number: own)), other)
        // Until both are signed, what they say belongs to the case in which they are answered.
        #expect(refused(.refuseAnswer(.init(reason: "不认可")), own) == .mergedUnsigned(.refuseAnswer, other))
        #expect(refused(.askReview(.init(text: "请核查")), own) == .reviewOfUnsigned)
        try sign(own)
        for (deed, kind) in [(Deed.refuseAnswer(.init(reason: "不认可")), ActKind.refuseAnswer), (.askReview(.init(text: "请核查")), .askReview)]
        {
            #expect(refused(deed, own) == .goesOnIn(other))
            #expect(try ledger.possibilities(on: own, by: desk.manager).first { $0.act == kind }?.whyNot == .goesOnIn(other))
        }
        try sign(other)
        for kind in [ActKind.refuseAnswer, .askReview] { #expect(try ledger.whyNot(kind, on: own, by: desk.manager) == nil) }
        let next = try follower(of: own)
        #expect(try state(next).intake.customer == "刘女士")
        #expect(try state(next).intake.contact == "13800000000")
        // What was promised there is the other one's, and counts for them alone; their own refusal goes another way.
        #expect(try state(next).promised == money("0"))
        #expect(refused(.refuseAnswer(.init(reason: "仍不认可")), own) == .goesOnIn(next))
        let others = try follower(of: other)
        #expect(try state(others).intake.customer == "周先生")
        try act(.askReview(.init(text: "请核查")), own)
        try act(.reviewDecision(.init(text: "重办", told: "已告知", isAgain: true)), own)
        #expect(try state(own).reviewDecision?.goesOn == next)
        try whole()
    }

    @Test("What head office approved for another customer's case approves nothing in the one that goes on from theirs")
    func approvedForOther() throws {
        let (own, other) = (try begun(), try begun("周先生", "13911110001"))
        try headOffice(other, approves: "1000")
        try act(.merge(into: other, reason: "同一事由"), own)
        try find(other)
        try act(reply(), other)
        try act(.tell(.init(who: .customer, how: .phone, text: "已答复", number: own)), other)
        try sign(own)
        try sign(other)
        let (next, others) = (try follower(of: own), try follower(of: other))
        #expect(refused(try reply("1"), next) == .beyondApproval(try money("1"), approved: .none))
        #expect(refused(try reply("1001"), others) == .beyondApproval(try money("1001"), approved: try money("1000")))
        try whole()
    }

    @Test("Whose case it ended in is looked at when they speak: through another one's back to their own, and put right since")
    func endedAtTheirOwn() throws {
        let (own, between, end) = (try begun(), try begun("周先生", "13911110001"), try begun())
        try act(.merge(into: between, reason: "同一事由"), own)
        try act(.merge(into: end, reason: "同一事由"), between)
        try find(end)
        try act(reply(), end)
        for number in [own, between] where try state(end).customersToAnswer.contains(number) {
            try act(.tell(.init(who: .customer, how: .phone, text: "已答复", number: number)), end)
        }
        for number in [own, between, end] { try sign(number) }
        #expect(refused(.refuseAnswer(.init(reason: "不认可")), own) == .mergedOfSameCustomer(.refuseAnswer, end))
        #expect(refused(.askReview(.init(text: "请核查")), between) == nil)
        // Merged as the same customer's, and found to be somebody else's since.
        let (wrong, into) = (try begun("孙女士", "13922220002"), try begun("孙女士", "13922220002"))
        try act(.merge(into: into), wrong)
        try act(.amend("customer", to: "钱先生"), wrong)
        try act(.amend("contact", to: "13933330003"), wrong)
        try find(into)
        try act(reply(), into)
        try act(.tell(.init(who: .customer, how: .phone, text: "已答复", number: wrong)), into)
        for number in [wrong, into] { try sign(number) }
        #expect(try state(try follower(of: wrong)).intake.customer == "钱先生")
        try whole()
    }

    @Test(
        "A customer merged in who cannot be reached is tried by themselves, three times on two days; their review counts from when they were told"
    )
    func mergedUnreachable() throws {
        let (own, other) = (try begun(), try begun("周先生", "13911110001"))
        try act(.merge(into: other, reason: "同一事由"), own)
        try find(other)
        try act(reply(), other)
        try sign(own)
        var undelivered = Told(who: .customer, how: .phone, text: "三次未联系上", number: own)
        undelivered.isUndelivered = true
        for day in ["2026-11-03", "2026-11-03", "2026-11-04"] {
            guard case .notReached? = refused(.tell(undelivered), other) else { throw LedgerError(.misuse, message: "told too early") }
            try desk.setClock("\(day)T10:00:00+08:00")
            var failed = Contact(how: .phone, text: "无人接听", isReached: false)
            failed.number = own
            try act(.contact(failed), other)
        }
        #expect(try state(other).failedAttempts.isEmpty)
        #expect(try whyUnsigned(other) == .mergedNotAnswered(own))
        try act(.tell(undelivered), other)
        try sign(other)
        #expect(!(try state(other).clocks.contains { $0.ended == nil && $0.name.isTowardsCustomer }))
        // Thirty days from then, not from the other one's reply.
        try desk.setClock("2026-12-04T10:00:00+08:00")
        try act(.askReview(.init(text: "请核查")), own)
        #expect(try state(own).review?.isLate == nil)
        try whole()
    }

    @Test("The same customer's does so in the case in which theirs ended; an end without an answer has none to refuse")
    func mergedSame() throws {
        let (own, other) = (try begun(), try begun())
        try act(.merge(into: other), own)
        try find(other)
        try act(reply(), other)
        try sign(other)
        try sign(own)
        #expect(refused(.refuseAnswer(.init(reason: "不认可")), own) == .mergedOfSameCustomer(.refuseAnswer, other))
        #expect(refused(.askReview(.init(text: "请核查")), own) == .mergedOfSameCustomer(.askReview, other))
        _ = try follower(of: other)
        try whole()
    }

    @Test("An answer is refused again where what followed was merged into a case that ended without one")
    func followerMergedAway() throws {
        let first = try closed()
        let second = try follower(of: first)
        let third = try begun()
        try act(.merge(into: third), second)
        #expect(refused(.refuseAnswer(.init(reason: "又不认可")), first) == .goesOnIn(third))
        try act(.withdraw(.init(reason: "客户撤回", how: .phone)), third)
        try sign(second)
        #expect(refused(.refuseAnswer(.init(reason: "又不认可")), first) == .awaitsSignature(third))
        try sign(third)
        _ = try follower(of: first)
        try whole()
    }

    // MARK: Promises

    @Test("A closed case goes on in one case at a time: what a review wants done again is done where the matter goes on already")
    func oneAtATime() throws {
        let first = try closed()
        let second = try follower(of: first)
        try askAgain(first)
        #expect(try state(first).reviewDecision?.next == nil)
        #expect(try state(first).reviewDecision?.goesOn == second)
        #expect(refused(.refuseAnswer(.init(reason: "仍不认可")), first) == .goesOnIn(second))
        // Once that one is answered and signed, its own refusal begins the next, and no other case beside it.
        try find(second)
        try act(reply(), second)
        try sign(second)
        let third = try follower(of: second)
        try act(.askReview(.init(text: "请核查")), second)
        try act(.reviewDecision(.init(text: "重办", told: "已告知", isAgain: true)), second)
        #expect(try state(second).reviewDecision?.goesOn == third)
        try whole()
    }

    @Test(
        "What head office approved, and what a role may promise, holds for all cases in which one matter goes on, also after one that was withdrawn"
    )
    func promisesAddUp() throws {
        let first = try closed("600")
        let second = try follower(of: first)
        try act(reply("1000"), second)
        var paid = Note(text: "已付款")
        paid.paid = try money("1000")
        try act(.note(paid), second)
        _ = try ledger.perform(.sendBack(.init(reason: "补充")), on: second, by: desk.head)
        try act(.withdraw(.init(reason: "客户撤回", how: .phone)), second)
        // Not signed yet, the second could be sent back: there would be two.
        #expect(refused(.refuseAnswer(.init(reason: "又不认可")), first) == .awaitsSignature(second))
        try sign(second)
        let third = try follower(of: first)
        #expect(try state(third).promised == money("1000"))
        #expect(try state(third).paid == money("1000"))
        #expect(
            refused(try reply("1"), third)
                == .beyondTier(try money("1"), before: try money("1000"), tier: try money("1000"), could: .branchManager)
        )
        try whole()
    }

    @Test("What head office approved on a case that is taken out of another one again bounds nothing there")
    func partedApproval() throws {
        let (one, other) = (try begun(), try begun())
        try headOffice(one, approves: "0")
        try act(.merge(into: other), one)
        #expect(refused(try reply("100"), other) == .beyondApproval(try money("100"), approved: try money("0")))
        _ = try ledger.perform(.sendBack(.init(reason: "误并")), on: one, by: desk.head)
        #expect(refused(try reply("100"), other) == nil)
        #expect(refused(try reply("100"), one) == .beyondApproval(try money("100"), approved: try money("0")))
        try whole()
    }

    @Test("What was promised is paid where it goes on, and once")
    func paidOnce() throws {
        let first = try closed("500")
        try askAgain(first)
        let second = try #require(try state(first).goesOnIn)
        var late = Addendum(text: "已付现金")
        late.paid = try money("500")
        #expect(refused(.addendum(late), first) == .paidWhereItGoesOn(second))
        var note = Note(text: "已转账")
        note.paid = try money("500")
        #expect(refused(.note(note), second) == nil)
        // Merged in, with what it had promised: paid there, it does not go on by itself again.
        let (one, other) = (try begun("钱一", "13911110001"), try begun("钱一", "13911110001"))
        try act(reply("500"), one)
        _ = try ledger.perform(.sendBack(.init(reason: "补充")), on: one, by: desk.head)
        try act(.merge(into: other), one)
        #expect(refused(.note(note), one) == .wrongStage(.note, .merged, allowed: Stage.open))
        try act(.note(note), other)
        #expect(refused(.sendBack(.init(reason: "误并")), one, by: desk.head) == .paidWhereMerged(other, try money("500")))
        try whole()
    }

    // MARK: Several customers

    @Test(
        "The customer of a case merged in is answered once there is an answer, again once it does not stand, and their limit runs until then"
    )
    func eachIsAnswered() throws {
        let (one, other) = (try begun("王芳", "13911110001"), try begun("赵四", "13911110002"))
        try act(.merge(into: other, reason: "同一事由"), one)
        let tell = Deed.tell(.init(how: .phone, text: "已告知", number: one))
        try act(tell, other)
        try find(other)
        try act(reply(), other)
        #expect(try whyUnsigned(other) == .mergedNotAnswered(one))
        #expect(try clocks(.reply, other) == [.kept, .running])
        try desk.setClock("2026-11-12T10:00:00+08:00")
        try act(tell, other)
        #expect(try clocks(.reply, other) == [.kept, .breached])
        _ = try ledger.perform(.sendBack(.init(reason: "请更正")), on: other, by: desk.head)
        try act(reply(), other)
        #expect(try whyUnsigned(other) == .mergedNotAnswered(one))
        try act(tell, other)
        try sign(other)
        try whole()
    }

    @Test("Nobody withdraws for another customer, nor is one refused with another's case")
    func othersStay() throws {
        let (one, other) = (try begun("钱一", ""), try begun("孙二", "13911110002"))
        try act(.merge(into: other, reason: "同一事由"), one)
        for deed in [Deed.withdraw(.init(reason: "不再追究", how: .phone)), .notAccept(.init(reason: "保险公司受理", how: .phone))] {
            #expect(refused(deed, other) == .otherCustomerWaits(deed.kind, one))
        }
        _ = try ledger.perform(.sendBack(.init(reason: "分开办理")), on: one, by: desk.head)
        #expect(refused(.withdraw(.init(reason: "不再追究", how: .phone)), other) == nil)
        try whole()
    }

    @Test("A case with head office is merged once head office has answered; what it says of one that was withdrawn is kept with it")
    func headOfficeFirst() throws {
        let (one, other) = (try begun(), try begun())
        try headOffice(one, approves: nil)
        #expect(refused(.merge(into: other), one) == .mergeAwaitsHeadOffice)
        try act(.withdraw(.init(reason: "不再追究", how: .phone)), one)
        #expect(refused(.headOfficeNote(.init(text: "总行：不予赔付")), one) == nil)
        #expect(
            refused(.headOfficeNote(.init(text: "总行：不予赔付")), other)
                == .wrongStage(.headOfficeNote, .inHand, allowed: HeadOfficeNote.rule.from)
        )
        try whole()
    }

    @Test("What ended in a case that is signed is not sent back")
    func lockedWithIt() throws {
        let (one, other) = (try begun(), try begun())
        try act(.merge(into: other), one)
        try find(other)
        try act(reply(), other)
        try sign(other)
        #expect(refused(.sendBack(.init(reason: "误并")), one, by: desk.head) == .mergedIntoSigned(other))
        try whole()
    }

    // MARK: Time

    @Test("An interim answer of an extended case keeps no limit of a case that was merged in without an extension")
    func interimAnswer() throws {
        let (one, other) = (try begun("丁二", "13911110001"), try begun("包一", "13911110002"))
        try act(.askExtension(.init(reason: "需调取录像")), other)
        _ = try ledger.perform(.grantExtension, on: other, by: desk.head)
        try act(.merge(into: other, reason: "同一事由"), one)
        try act(.interimAnswer(.init(how: .phone, text: "正在核查")), other)
        #expect(try clocks(.reply, other) == [.kept, .running])
        // Of one customer, for whom the extension was granted with it, it does.
        let (same, its) = (try begun("包三", "13911110003"), try begun("包三", "13911110003"))
        try act(.merge(into: its), same)
        try act(.askExtension(.init(reason: "需调取录像")), its)
        _ = try ledger.perform(.grantExtension, on: its, by: desk.head)
        try act(.interimAnswer(.init(how: .phone, text: "正在核查")), its)
        #expect(try clocks(.reply, its) == [.kept])
        try whole()
    }

    @Test("An interim answer, or a telling, that reaches nobody keeps no limit and ends no duty", arguments: [ContactWay.book, .other])
    func toldNobody(how: ContactWay) throws {
        let number = try begun()
        try act(.askExtension(.init(reason: "需调取录像")), number)
        _ = try ledger.perform(.grantExtension, on: number, by: desk.head)
        try act(.interimAnswer(.init(how: how, text: "正在核查")), number)
        try act(.tell(.init(how: how, text: "已延期")), number)
        #expect(try clocks(.reply, number) == [.running])
        #expect(try !state(number).isToldMeanwhile)
        try whole()
    }

    @Test(
        "An answer that reaches nobody stops no clock of a customer who left a contact, until they are told",
        arguments: [ContactWay.book, .other]
    )
    func heardLate(how: ContactWay) throws {
        let number = try begun()
        try find(number)
        try act(reply(how: how), number)
        #expect(try whyUnsigned(number) == .replyFirst)
        try desk.setClock("2026-11-30T10:00:00+08:00")
        #expect(try clocks(.reply, number) == [.breached] && state(number).repliedAt == nil)
        try act(.tell(.init(how: .phone, text: "已告知结果")), number)
        #expect(try state(number).repliedAt == ledger.now)
        #expect(try clocks(.reply, number) == [.breached] && clocks(.final, number) == [.breached])
        try sign(number)
        try whole()
    }

    @Test(
        "A contact that is put in once an answer stands that reached nobody lets the clocks run on, as if it had been there",
        arguments: [ContactWay.book, .other]
    )
    func contactLate(how: ContactWay) throws {
        var intake = desk.intake("排队太久")
        intake.contact = ""
        let number = try ledger.log(intake, by: desk.counter).state.number.description
        try act(.accept, number)
        try find(number)
        try act(reply(how: how), number)
        #expect(try clocks(.reply, number) == [.kept])
        try desk.setClock("2026-11-30T10:00:00+08:00")
        try act(.amend("contact", to: "13812345678"), number)
        #expect(try clocks(.reply, number) == [.breached] && clocks(.final, number) == [.breached])
        #expect(try whyUnsigned(number) == .replyFirst)
        try act(.tell(.init(how: .phone, text: "已告知结果")), number)
        #expect(try clocks(.reply, number) == [.breached] && state(number).repliedAt == ledger.now)
        try sign(number)
        try whole()
    }

    @Test("Merged once it was answered, an older case brings its limits, as if that answer had been sent back")
    func mergedFromToSign() throws {
        let one = try begun()
        try act(reply(), one)
        let due = try #require(try state(one).clocks.first { $0.name == .reply }?.due)
        try desk.setClock("2026-11-30T10:00:00+08:00")
        let other = try begun()
        try act(.merge(into: other), one)
        #expect(try state(other).clocks.last { $0.name == .reply && $0.ended == nil }?.due == due)
        #expect(try clocks(.reply, one) == [])
        _ = try ledger.perform(.sendBack(.init(reason: "误并")), on: one, by: desk.head)
        #expect(try clocks(.reply, one) == [.kept] && state(one).stage == .toSign)
        try whole()
    }

    @Test("What begins in a case later than a case that was merged in moves none of its limits")
    func olderLimitsStay() throws {
        let one = try begun()
        try act(.askExtension(.init(reason: "需调取录像")), one)
        _ = try ledger.perform(.grantExtension, on: one, by: desk.head)
        func due(_ name: ClockName, _ number: String) throws -> Moment? {
            try state(number).clocks.filter { $0.name == name && $0.ended == nil }.map(\.due).min()
        }
        let (complex, final) = (try due(.complex, one), try due(.final, one))
        try desk.setClock("2026-11-10T10:00:00+08:00")
        let other = try begun()
        try act(.merge(into: other), one)
        try act(.askExtension(.init(reason: "需调取录像")), other)
        _ = try ledger.perform(.grantExtension, on: other, by: desk.head)
        #expect(try due(.complex, other) == complex && due(.final, other) == final)
        let longest = try #require(try state(other).clocks.filter { $0.name == .final }.map(\.due).max())
        #expect(longest <= ledger.now.adding(seconds: 31 * 86_400))
        try whole()
    }

    @Test(
        "What is granted once an older case of the same customer was merged in counts from when the matter came first",
        arguments: [true, false]
    )
    func fromFirstReceipt(isExtension: Bool) throws {
        func due(_ name: ClockName, _ number: String) throws -> [Moment] {
            try state(number).clocks.filter { $0.name == name && $0.ended == nil }.map(\.due)
        }
        func grant(_ number: String) throws {
            if isExtension {
                try act(.askExtension(.init(reason: "需调取录像")), number)
                _ = try ledger.perform(.grantExtension, on: number, by: desk.head)
            } else {
                try act(.askEscalation(.init(why: .amount, reason: "x")), number)
                _ = try ledger.perform(.confirmEscalation, on: number, by: desk.head)
                try act(.headOfficeAnswer(.init(text: "同意延长", isLonger: true, reference: "总服〔2026〕8号")), number)
            }
        }
        // By itself, and merged into a case of eight days later.
        let (alone, one) = (try begun("包一", "13911110001"), try begun())
        try grant(alone)
        try desk.setClock("2026-11-10T10:00:00+08:00")
        let other = try begun()
        try act(.merge(into: other), one)
        try grant(other)
        for name in [ClockName.final, .complex] { #expect(try due(name, other) == due(name, alone), "\(name)") }
        try whole()
    }

    // MARK: What was said

    @Test("Who was told one finding is told the other before the signature")
    func findingTurned() throws {
        let number = try begun()
        try find(number)
        try act(reply(), number)
        try act(.note(.init(text: "录像显示柜员离岗")), number)
        try find(number, fault: .bank)
        #expect(try whyUnsigned(number) == .findingUntold)
        try act(.tell(.init(how: .phone, text: "致歉并告知更正")), number)
        try sign(number)
        try whole()
    }

    @Test("After an answer that does not stand the comment book can be answered again, once")
    func bookAgain() throws {
        var intake = Intake(channel: .commentBook, received: ledger.clock.now(), text: "排队太久")
        intake.customer = "周先生"
        let number = try ledger.log(intake, by: desk.counter).state.number.description
        try act(.accept, number)
        try act(.answerInBook(.init(text: "您有误会")), number)
        try find(number)
        try act(reply(how: .book), number)
        _ = try ledger.perform(.sendBack(.init(reason: "我行有错")), on: number, by: desk.head)
        try act(.answerInBook(.init(text: "致歉")), number)
        #expect(refused(.answerInBook(.init(text: "致歉")), number) == .alreadyDone(.answerInBook))
        try act(reply(how: .book), number)
        try sign(number)
        try whole()
    }

    @Test("Head office's ruling ends no case whose customer was not told")
    func ruledUntold() throws {
        var intake = Intake(channel: .commentBook, received: ledger.clock.now(), text: "排队太久")
        (intake.customer, intake.contact) = ("周先生", "13911110001")
        let number = try ledger.log(intake, by: desk.counter).state.number.description
        try act(.accept, number)
        try act(reply(how: .book), number)
        try act(.amend("about", to: "1001, 1002"), number)
        let ruling = Ruling(text: "同意", reference: "总行 1 号")
        // No manager may write into the book: whoever enters the ruling does.
        #expect(refused(.ruling(ruling), number, by: desk.counter) == .bookFirst(nil))
        _ = try ledger.perform(.answerInBook(.init(text: "已办理")), on: number, by: desk.counter)
        #expect(refused(.ruling(ruling), number, by: desk.counter) == .missing("told"))
        // Once it says what they were told, nothing runs towards them any more.
        try desk.setClock("2026-11-30T10:00:00+08:00")
        var told = ruling
        told.told = "已电话告知"
        let closed = try ledger.perform(.ruling(told), on: number, by: desk.counter).state
        #expect(closed.stage == .closed && !closed.clocks.contains { $0.ended == nil && $0.name.isTowardsCustomer })
        #expect(closed.clocks.first { $0.name == .reply }?.state(at: ledger.now) == .breached)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("A recusal that was lifted stays lifted in the case in which the matter goes on")
    func liftedStays() throws {
        let number = try ledger.log(desk.intake(about: "王建国"), by: desk.counter).state.number.description
        try act(.accept, number)
        try act(.liftRecusal(.init(number: desk.head.number, reason: "同名", reference: "总行 2 号")), number)
        try find(number)
        try act(reply(), number)
        try sign(number)
        let next = try follower(of: number)
        #expect(try !state(next).isAbout(desk.head.number))
        _ = try ledger.open(next, by: desk.head)
        try whole()
    }

    @Test("A date from outside is moved to later by its setter's reference alone, also once a result was sent")
    func resultSentFirst() throws {
        let number = try begun()
        func date(_ iso: String, _ reference: String? = nil) throws -> Deed {
            .outsideDate(.init(due: try PracticeFolder.moment(iso), by: "监管局", reference: reference))
        }
        try act(date("2026-11-10T17:00:00+08:00"), number)
        try act(.sendResult(.init(text: "已收到")), number)
        #expect(refused(try date("2026-11-30T17:00:00+08:00"), number) == .laterNeedsReference("监管局"))
        #expect(refused(try date("2026-11-30T17:00:00+08:00", "监管 7 号"), number) == nil)
        try whole()
    }

    @Test("Who alone handled what stands does not sign it as head office's ruling, as long as there is somebody else")
    func ruledAlone() throws {
        let number = try ledger.log(desk.intake(), by: desk.counter).state.number.description
        _ = try ledger.perform(.answer(.init(text: "当场解释")), on: number, by: desk.counter)
        _ = try ledger.perform(.sendBack(.init(reason: "未说明")), on: number, by: desk.head)
        try act(.accept, number)
        try act(reply(), number)
        _ = try ledger.perform(.sendBack(.init(reason: "未说明")), on: number, by: desk.head)
        var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
        finding.explanation = "已说明"
        _ = try ledger.perform(.finding(finding), on: number, by: desk.head)
        _ = try ledger.perform(reply(), on: number, by: desk.head)
        #expect(try whyUnsigned(number) == .handledAlone)
        #expect(refused(.ruling(.init(text: "同意", reference: "总行 9 号")), number, by: desk.head) != nil)
    }
}
