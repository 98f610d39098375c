import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("No promise beyond authority")
struct AuthorityTests {
    private func amount(_ text: String) throws -> Amount { try #require(Amount(text)) }

    private func reply(_ text: String) throws -> Deed {
        var reply = Reply(how: .phone, text: "退还手续费")
        reply.amount = try amount(text)
        return .reply(reply)
    }

    @Test("an answer on the spot within the clerk's tier; above it the tier that could is named")
    func answers() throws {
        let life = try Life()
        func refusal(_ text: String) throws -> Refusal? {
            life.refusal(of: .answer(.init(text: "退还手续费", amount: try amount(text))), by: Desk.clerk)
        }
        let tier = try amount("200")
        #expect(try refusal("200.00") == nil)
        #expect(try refusal("200.01") == .beyondTier(amount("200.01"), tier: tier, could: .complaintManager))
        #expect(try refusal("1000.01") == .beyondTier(amount("1000.01"), tier: tier, could: .branchManager))
        #expect(try refusal("5000.01") == .beyondTier(amount("5000.01"), tier: tier, could: nil))
        let answered = try life.after(.answer(.init(text: "退还", amount: amount("66"), promise: "三日内到账")), by: Desk.clerk)
        #expect(answered.state.answer == .init(text: "退还", amount: try amount("66"), promise: "三日内到账"))
    }

    @Test("a promise in words says what it costs, 0 where that is no money: words alone would pass every tier")
    func promiseInWords() throws {
        let (fresh, inHand) = (try Life(), try Life.inHand())
        func answer(_ amount: Amount?) -> Refusal? {
            fresh.refusal(of: .answer(.init(text: "x", amount: amount, promise: "补偿 50000 元")), by: Desk.clerk)
        }
        func reply(_ amount: Amount?, _ promise: String = "补偿 50000 元") -> Refusal? {
            inHand.refusal(of: .reply(Reply(how: .phone, text: "x", amount: amount, promise: promise)), by: Desk.complaints)
        }
        #expect(answer(nil) == .promiseWithoutAmount && reply(nil) == .promiseWithoutAmount)
        let beyond = answer(Amount("0"))
        #expect(try beyond == .sumBeyondAuthority(amount("50000"), most: amount("200"), isHeadOffices: false, in: "promise"))
        #expect(beyond?.field == "promise")
        #expect(reply(Amount("0"), "三日内回访") == nil)
        #expect(reply(nil, " ") == nil)
        #expect(try reply(Amount("50000")) == .beyondTier(amount("50000"), tier: amount("1000"), could: nil))
    }

    @Test(
        "a sum in words beyond the own tier names the tier that could, as an amount does; head office only where nobody at the branch could"
    )
    func wordsNameTheTier() throws {
        let (fresh, inHand) = (try Life(), try Life.inHand())
        func spoken(_ words: String, to life: Life, by member: StaffMember) -> Refusal? {
            var (answer, reply) = (Answer(text: words), Reply(how: .phone, text: words))
            (answer.amount, reply.amount) = (Amount.none, Amount.none)
            return life.refusal(of: member == Desk.clerk ? .answer(answer) : .reply(reply), by: member)
        }
        for (sum, could) in [("500", Role.complaintManager), ("1000", .complaintManager), ("3000", .branchManager), ("5001", nil)] {
            #expect(
                try spoken("赔您 \(sum) 元", to: fresh, by: Desk.clerk)
                    == .sumBeyondAuthority(amount(sum), most: amount("200"), isHeadOffices: false, could: could)
            )
        }
        for (sum, could) in [("3000", Role.branchManager), ("5001", nil)] {
            #expect(
                try spoken("赔您 \(sum) 元", to: inHand, by: Desk.complaints)
                    == .sumBeyondAuthority(amount(sum), most: amount("1000"), isHeadOffices: false, could: could)
            )
        }
        let refusal = try #require(spoken("赔您 3000 元", to: inHand, by: Desk.complaints))
        #expect(refusal.sentence.english.hasSuffix("for one that is, the branch manager could promise it."))
        #expect(refusal.sentence.chinese.hasSuffix("确需给付的，网点负责人可承诺。"))
        // An apology promises as well; and what is promised already counts.
        var finding = Finding(fault: .bank, classification: .valid, facts: "x")
        (finding.apology, finding.correction, finding.rectification) = ("赔您 3000 元", "x", "x")
        #expect(
            try inHand.refusal(of: .finding(finding), by: Desk.complaints)
                == .sumBeyondAuthority(amount("3000"), most: amount("1000"), isHeadOffices: false, could: .branchManager)
        )
    }

    @Test("a reply within the replier's tier")
    func replies() throws {
        let life = try Life.inHand()
        let tier = try amount("1000")
        #expect(try life.refusal(of: reply("1000"), by: Desk.complaints) == nil)
        #expect(
            try life.refusal(of: reply("1000.01"), by: Desk.complaints) == .beyondTier(amount("1000.01"), tier: tier, could: .branchManager)
        )
        #expect(try life.refusal(of: reply("5000"), by: Desk.manager) == nil)
        #expect(
            try life.refusal(of: reply("5000.01"), by: Desk.manager)
                == .beyondTier(amount("5000.01"), tier: amount("5000"), could: nil)
        )
    }

    @Test("a stand-in has the absent manager's tier, but not over a case about them")
    func standIn() throws {
        let standIn = Actor(Desk.secondComplaints, standingInFor: Desk.manager)
        #expect(try Life.inHand().refusal(of: reply("5000"), by: standIn) == nil)
        #expect(
            try Life.inHand(about: "赵国强").refusal(of: reply("5000"), by: standIn)
                == .beyondTier(amount("5000"), tier: amount("1000"), could: .branchManager)
        )
    }

    @Test("the branch sets its own tiers")
    func settings() throws {
        var life = try Life()
        life.desk.settings.tiers = ["counter": 0, "complaint-manager": 50_000]
        #expect(
            try life.refusal(of: .answer(.init(text: "x", amount: amount("0.01"))), by: Desk.clerk)
                == .beyondTier(amount("0.01"), tier: .none, could: .complaintManager)
        )
        #expect(life.refusal(of: .answer(.init(text: "x")), by: Desk.clerk) == nil)
        #expect(life.desk.tier(of: .branchManager, on: Day(ordinal: 20_777)) == Amount(hundredths: 500_000))
    }

    @Test("what head office was asked to decide on may be promised once it has answered")
    func headOffice() throws {
        func answered(_ approved: String?) throws -> Life {
            let asked = Deed.askEscalation(.init(why: .amount, reason: "索赔八千元"))
            return try Life.inHand().after(asked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
                .after(.headOfficeAnswer(.init(text: "见批复", amount: try approved.map(amount))), by: Desk.complaints)
        }
        let life = try answered("8000")
        #expect(try life.refusal(of: reply("8000"), by: Desk.complaints) == nil)
        #expect(try life.refusal(of: reply("8000.01"), by: Desk.manager) == .beyondApproval(amount("8000.01"), approved: amount("8000")))
        // It refused all: nothing may be promised, by whatever tier; where it names no amount, the tiers hold.
        let nothing = try answered("0")
        #expect(try nothing.refusal(of: reply("0.01"), by: Desk.manager) == .beyondApproval(amount("0.01"), approved: .none))
        #expect(nothing.refusal(of: .replied, by: Desk.complaints) == nil)
        let silent = try answered(nil)
        #expect(try silent.refusal(of: reply("1000"), by: Desk.complaints) == nil)
        #expect(
            try silent.refusal(of: reply("8000"), by: Desk.manager) == .beyondTier(amount("8000"), tier: amount("5000"), could: nil)
        )
    }

    @Test("what head office approves or refuses in words is asked about where the amount says nothing of it, or more")
    func headOfficeWords() throws {
        func refusal(_ text: String, _ approved: String?, isOther: Bool? = nil) throws -> Refusal? {
            let asked = Deed.askEscalation(.init(why: .amount, reason: "索赔八千元"))
            let life = try Life.inHand().after(asked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
            var answer = HeadOfficeAnswer(text: text, amount: try approved.map(amount))
            answer.isAsDecided = isOther
            return life.refusal(of: .headOfficeAnswer(answer), by: Desk.complaints)
        }
        for text in ["不予任何赔偿", "总行不同意赔付，请解释", "拒绝客户的赔偿要求", "No compensation is to be paid.", "Head office refuses any refund."] {
            #expect(try refusal(text, nil) == .approvalInWords(nil, nil), "\(text)")
            #expect(try refusal(text, "0") == nil, "\(text)")
            #expect(try refusal(text, "500") == .approvalInWords(nil, amount("500")), "\(text)")
            #expect(try refusal(text, nil, isOther: true) == nil, "\(text)")
        }
        for text in ["同意补偿300元", "最高补偿300元", "We approve compensation of 300 yuan."] {
            #expect(try refusal(text, nil) == .approvalInWords(amount("300"), nil), "\(text)")
            #expect(try refusal(text, "3000") == .approvalInWords(amount("300"), amount("3000")), "\(text)")
            #expect(try refusal(text, "300") == nil && refusal(text, "200") == nil, "\(text)")
        }
        // What the words come to is the amount, or whoever enters it says that it is right.
        for (text, sum) in [("在已承诺300元基础上，同意再补偿500元", "800"), ("批准300元。精神损失不予赔偿", "300")] {
            #expect(try refusal(text, sum) == nil, "\(text)")
        }
        #expect(try refusal("同意退还手续费300元及相应利息", "350") == .approvalInWords(amount("300"), amount("350")))
        #expect(try refusal("同意退还手续费300元及相应利息", "350", isOther: true) == nil)
        for text in ["同意1000元", "批准1000元", "We approve 1000 yuan.", "最高不超过1000元", "由网点在1000元以内自行决定", "Up to 1000 yuan", "同意每户补偿500元，共2户"] {
            #expect(try refusal(text, nil) == .approvalInWords(amount("1000"), nil), "\(text)")
            #expect(try refusal(text, "1000") == nil, "\(text)")
        }
        for text in ["见批复", "请按规定办理", "同意延长三十日", "Answer the customer by Friday.", "请将复印件退回总行，原件不予退还", "不支持当日退卡，请按制度办理"] {
            #expect(try refusal(text, nil) == nil && refusal(text, "500") == nil, "\(text)")
        }
    }

    @Test("promises add up over replies that were sent back; what the customer refused counts no longer")
    func sums() throws {
        let first = try Life.inHand().after([.notAtFault, reply("600")], by: Desk.complaints)
        let sentBack = try first.after(.sentBack, by: Desk.manager)
        #expect(try sentBack.state.promised == amount("600"))
        #expect(
            try sentBack.refusal(of: reply("400.01"), by: Desk.complaints)
                == .beyondTier(amount("400.01"), before: amount("600"), tier: amount("1000"), could: .branchManager)
        )
        #expect(try sentBack.refusal(of: reply("400"), by: Desk.complaints) == nil)
        let refused = try first.after(.refused, by: Desk.clerk)
        #expect(refused.state.promised == .none)
        #expect(try refused.refusal(of: reply("1000"), by: Desk.complaints) == nil)
    }

    @Test(
        "what was paid is recorded apart, with its day, and is never more than was promised; it stays counted where its promise was refused"
    )
    func paid() throws {
        let life = try Life.inHand().after([.notAtFault, reply("600")], by: Desk.complaints)
        func paying(_ text: String) throws -> Deed { .note(.init(text: "已转账", paid: try amount(text), paidOn: Day(ordinal: 20_777))) }
        #expect(
            try life.refusal(of: paying("600.01"), by: Desk.complaints) == .paidBeyondPromise(amount("600.01"), promised: amount("600"))
        )
        #expect(
            life.refusal(of: .note(.init(text: "x", paid: try amount("1"), paidOn: Day(ordinal: 20_778))), by: Desk.complaints)
                == .inTheFuture("paid-on")
        )
        #expect(life.refusal(of: .note(.init(text: "x", paidOn: Day(ordinal: 20_777))), by: Desk.complaints) == .missing("paid"))
        let part = try life.after(paying("200"), by: Desk.complaints)
        #expect(try part.state.paid == amount("200"))
        #expect(try part.state.promised == amount("600"))
        #expect(try part.refusal(of: paying("400.01"), by: Desk.complaints) != nil)
        let refused = try part.after(.refused, by: Desk.clerk)
        #expect(try refused.state.promised == amount("200"))
        let closed = try part.after(.sign, by: Desk.manager)
        let rest = Deed.addendum(.init(text: "余款已付", paid: try amount("400")))
        #expect(try closed.after(rest, by: Desk.complaints).state.paid == amount("600"))
    }

    @Test("the case in which a refused one goes on keeps what was paid, and what head office allowed; more needs head office again")
    func goesOn() throws {
        var life = try Life.inHand().after(.askEscalation(.init(why: .amount, reason: "索赔")), by: Desk.complaints)
            .after(.confirmEscalation, by: Desk.manager)
            .after(.headOfficeAnswer(.init(text: "同意", amount: try amount("300"))), by: Desk.complaints)
            .after([.notAtFault, reply("300")], by: Desk.complaints).after(.sign, by: Desk.manager)
        life.desk.nextCase = CaseNumber(branch: "0379", day: Day(ordinal: 20_777), serial: 18)
        let occasion = Occasion(Actor(Desk.complaints), at: life.now, under: life.desk)
        let events = try decide(Deed.refused.act, on: life.state, in: occasion)
        guard case .begins(_, let began)? = try Deed.refused.act.consequence(for: life.state, of: events, in: occasion) else {
            Issue.record("no case begins")
            return
        }
        var next: Case?
        for event in began + [Acceptance()] { next = evolve(next, Happened(event, at: life.now, by: Desk.complaints.number)) }
        let state = try #require(next)
        #expect(state.promised == .none)
        #expect(try state.cap == amount("300"))
        #expect(throws: Refusal.beyondApproval(try amount("300.01"), approved: try amount("300"))) {
            try decide(try reply("300.01").act, on: state, in: occasion)
        }
    }
}

@Suite("A reply that could not be delivered")
struct UndeliveredTests {
    private static let undelivered: Deed = {
        var reply = Reply(how: .phone, text: "三次致电无人接听")
        reply.isUndelivered = true
        return .reply(reply)
    }()

    private func inHand() throws -> Life { try Life { $0.contact = "13812340000" }.after(.accept, by: Desk.complaints) }

    @Test("after three recorded attempts", arguments: 0...4)
    func attempts(count: Int) throws {
        var life = try inHand()
        for attempt in 0..<count { life = try life.after(.notReached, by: Desk.complaints, at: "2026-11-2\(attempt) 15:00") }
        #expect(life.state.failedAttempts.count == count)
        #expect(life.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == (count < 3 ? .notReached(attempts: count) : nil))
    }

    @Test("on at least two days: three within minutes are one try")
    func days() throws {
        let life = try inHand().after([.notReached, .notReached, .notReached], by: Desk.complaints)
        #expect(life.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == .triedOnOneDay)
        let next = try life.after(.notReached, by: Desk.complaints, at: "2026-11-21 00:00")
        #expect(next.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == nil)
    }

    @Test("whoever could not be reached has accepted nothing")
    func accepted() throws {
        let life = try inHand().after([.notReached, .notReached], by: Desk.complaints)
            .after(.notReached, by: Desk.complaints, at: "2026-11-21 00:00")
        for isAccepted in [true, false, nil] {
            var reply = Reply(how: .phone, text: "三次致电无人接听")
            (reply.isUndelivered, reply.isAccepted) = (true, isAccepted)
            #expect(life.refusal(of: .reply(reply), by: Desk.complaints) == (isAccepted == true ? .undeliveredAccepted : nil))
        }
    }

    @Test("a call-back number is a contact like any other: without an attempt at it nothing is undeliverable")
    func callBackNumber() throws {
        let life = try Life {
            $0.channel = .phone
            $0.callBackNumber = "0379-6543210"
        }.after(.accept, by: Desk.complaints)
        #expect(life.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == .notReached(attempts: 0))
        let closed = try life.after([.notAtFault, .replied], by: Desk.complaints).after(.sign, by: Desk.manager)
        #expect(closed.clock(.callBack)?.ended == nil && closed.clock(.callBack) != nil)
    }

    @Test("a contact that reached the customer begins the count anew")
    func reached() throws {
        let life = try inHand().after([.notReached, .notReached, .reached, .notReached], by: Desk.complaints)
        #expect(life.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == .notReached(attempts: 1))
    }

    @Test("whatever reaches the customer begins the count anew, and what reaches nobody does not")
    func heard() throws {
        let tried = try inHand().after([.notReached, .notReached], by: Desk.complaints)
            .after(.notReached, by: Desk.complaints, at: "2026-11-21 00:00")
        #expect(tried.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == nil)
        let unheard = Deed.reply(.init(how: .other, text: "已贴告示", isAccepted: false))
        let told = Deed.notAccept(.init(reason: "属他行业务", how: .letter))
        let reaching: [(String, [Deed])] = [
            ("contact", [.reached]), ("interim answer", [.toldMeanwhile]), ("word", [.tell(.init(how: .oral, text: "正在核查"))]),
            ("reply, sent back", [.replied, .sentBack]), ("answer rejected", [unheard, .refused]),
            ("withdrawal, sent back", [.withdrawn, .sentBack]),
            ("out of remit, told, sent back", [told, .sentBack]),
        ]
        for (name, acts) in reaching {
            let life = try acts.reduce(tried) { try $0.after($1, by: $1.kind == .sendBack ? Desk.manager : Desk.complaints) }
            #expect(life.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == .notReached(attempts: 0), "\(name)")
            // Three more, on two days.
            let again = try life.after([.notReached, .notReached, .notReached], by: Desk.complaints)
            #expect(again.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == .triedOnOneDay, "\(name)")
        }
        let reachingNobody: [(String, [Deed])] = [
            ("book", [.interimAnswer(.init(how: .book, text: "正在核查"))]), ("other", [.tell(.init(how: .other, text: "已贴告示"))]),
            ("head office", [.tell(.init(who: .headOffice, how: .phone, text: "已报告"))]), ("reply, sent back", [unheard, .sentBack]),
            ("out of remit, not told yet, sent back", [.notAccepted, .sentBack]),
            ("undelivered, sent back", [UndeliveredTests.undelivered, .sentBack]),
        ]
        for (name, acts) in reachingNobody {
            let life = try acts.reduce(tried) { try $0.after($1, by: $1.kind == .sendBack ? Desk.manager : Desk.complaints) }
            #expect(life.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == nil, "\(name)")
        }
    }

    @Test("the attempts are those of the case itself: a case merged in brings none")
    func merged() throws {
        let tried = try inHand().after([.notReached, .notReached], by: Desk.complaints)
            .after(.notReached, by: Desk.complaints, at: "2026-11-21 00:00")
        var absorbing = try inHand()
        var link = Linked(number: "0379-2611-009", tie: .absorbed)
        link.carried = Linked.Carried(of: tried.state, into: absorbing.state)
        absorbing.state = try #require(evolve(absorbing.state, Happened(link, at: tried.now, by: Desk.complaints.number, seq: 9)))
        #expect(absorbing.refusal(of: UndeliveredTests.undelivered, by: Desk.complaints) == .notReached(attempts: 0))
    }

    @Test("at once where no contact is left; it stops the clocks and waits for the signature as any reply")
    func noContact() throws {
        let life = try Life.inHand().after(UndeliveredTests.undelivered, by: Desk.complaints)
        #expect(life.state.stage == .toSign)
        #expect(life.state.reply?.isUndelivered == true)
        #expect(life.clockStates == ["reply kept", "final kept", "pass-on kept", "signature running"])
    }
}
