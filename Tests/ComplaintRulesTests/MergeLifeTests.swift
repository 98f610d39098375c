import DeskTestSupport
import Testing

@testable import ComplaintRules

/// Two cases of one desk, side by side, as a merging and its sending back change both.
private struct Pair {
    var one: Life
    var other: Life

    /// Both in hand and of one customer: one taken at 10:00 on Friday, the other at the given time.
    init(
        at time: String = "2026-11-20 09:30",
        one change: (inout Intake) -> Void = { _ in },
        other otherChange: (inout Intake) -> Void = { _ in }
    ) throws {
        one = try Life {
            $0.contact = "13812340000"
            change(&$0)
        }.after(.accept, by: Desk.complaints)
        other = try Life(at: time) {
            ($0.text, $0.contact) = ("同一事由", "13812340000")
            otherChange(&$0)
        }.after(.accept, by: Desk.complaints)
        other.state.number = Desk.otherNumber
        if other.state.intake.channel == .commentBook { other.state.bookAnswersDue = [Desk.otherNumber.description] }
    }

    /// Does an act on one case, and what follows of it on the other.
    mutating func perform(_ act: Deed, by member: StaffMember, at time: String) throws {
        one.desk.other = other.state
        one.desk.web = one.state.ties.isEmpty ? [] : [other.state]
        let (before, now) = (one.state, Desk.at(time))
        let occasion = Occasion(Actor(member), at: now, under: one.desk)
        let events = try decide(act.act, on: before, in: occasion)
        let following = try consequences(of: act.act, doing: events, to: before, in: occasion)
        try one.perform(act, by: Actor(member), at: time)
        for consequence in following {
            #expect(consequence.number == Desk.otherNumber)
            for event in consequence.events {
                other.state = try #require(evolve(other.state, Happened(event, at: now, by: member.number, seq: other.state.version + 1)))
            }
            other.now = now
        }
    }

    /// What stands against an act on the first case.
    func refusal(_ act: Deed, by member: StaffMember = Desk.complaints) -> Refusal? {
        var life = one
        life.desk.other = other.state
        return life.refusal(of: act, by: member)
    }

    static func merge(_ reason: String? = nil) -> Deed { .merge(into: Desk.otherNumber.description, reason: reason) }

    /// The clocks of the other case, as `reply 2026-11-23 17:00 running`.
    var otherClocks: [String] {
        other.state.clocks.map { clock in
            let due = Desk.zone.localTime(at: clock.due).time
            return "\(clock.name.rawValue) \(due.day.iso) \(clock.state(at: other.now).rawValue)\(clock.from == nil ? "" : " from")"
        }
    }
}

@Suite("What a merging carries, and gives back")
struct MergeLifeTests {
    @Test("a merging that is sent back takes its lateness with it, and what was paid there counts there all the time")
    func latenessGoesBack() throws {
        var pair = try Pair(at: "2026-11-24 09:00")
        pair.one = try pair.one.after(.notAtFault, by: Desk.complaints)
        let paying = Deed.reply(
            Reply {
                ($0.how, $0.text) = (.phone, "已答复")
                ($0.amount, $0.paid) = (Amount("200"), Amount("200"))
            }
        )
        pair.one = try pair.one.after(paying, by: Desk.complaints, at: "2026-11-24 09:30")
        pair.one = try pair.one.after(.sentBack, by: Desk.manager, at: "2026-11-24 09:40")
        try pair.perform(Pair.merge(), by: Desk.complaints, at: "2026-11-24 10:00")
        func payments(_ state: Case) -> [Int64] { CaseFacts(of: state, id: 1).payments.map(\.amount.hundredths) }
        #expect(pair.other.state.paid == Amount("200") && payments(pair.other.state).isEmpty && payments(pair.one.state) == [20_000])
        try pair.perform(.sentBack, by: Desk.manager, at: "2026-11-24 10:10")
        #expect(
            pair.otherClocks == [
                "reply 2026-11-27 running", "final 2026-12-09 running", "pass-on 2026-11-24 kept", "reply 2026-11-23 superseded from",
                "final 2026-12-05 superseded from",
            ]
        )
        #expect(!pair.other.state.isLateTowardsCustomer(at: pair.other.now))
        let breaches = CaseFacts(of: pair.other.state, id: 1).breaches.filter { $0.clock.isTowardsCustomer && $0.at <= pair.other.now }
        #expect(breaches.isEmpty)
        #expect(pair.one.clockStates.first == "reply breached")
        #expect(pair.other.state.paid == .none && payments(pair.other.state).isEmpty && payments(pair.one.state) == [20_000])
    }

    @Test("an overdue case merged into a new one is overdue there, and a breach stays a breach here")
    func overdue() throws {
        var pair = try Pair(at: "2026-11-24 09:00")
        try pair.perform(Pair.merge(), by: Desk.complaints, at: "2026-11-24 10:00")
        #expect(pair.one.clockStates.prefix(2) == ["reply breached", "final superseded"])
        #expect(
            pair.otherClocks == [
                "reply 2026-11-27 superseded", "final 2026-12-09 superseded", "pass-on 2026-11-24 kept", "reply 2026-11-23 breached from",
                "final 2026-12-05 running from",
            ]
        )
        #expect(pair.other.state.isOverdue(at: pair.other.now))
    }

    @Test("where the other case's own clock is due earlier, it holds")
    func earlier() throws {
        var pair = try Pair(at: "2026-11-19 09:30")
        try pair.perform(Pair.merge(), by: Desk.complaints, at: "2026-11-20 12:00")
        #expect(pair.otherClocks == ["reply 2026-11-22 running", "final 2026-12-04 running", "pass-on 2026-11-19 kept"])
    }

    @Test("sent back, both are as they were, and no due moment has moved")
    func sentBack() throws {
        var pair = try Pair(at: "2026-11-24 09:00")
        let before = pair
        try pair.perform(Pair.merge(), by: Desk.complaints, at: "2026-11-24 10:00")
        try pair.perform(.sentBack, by: Desk.manager, at: "2026-11-24 11:00")
        #expect(pair.one.state.stage == .inHand && pair.one.state.links.isEmpty && pair.one.state.closedAt == nil)
        #expect(pair.one.clockStates.prefix(3) == ["reply breached", "final running", "pass-on kept"])
        #expect(pair.one.clock(.signature)?.state(at: pair.one.now) == .superseded)
        #expect(pair.other.state.links.isEmpty)
        #expect(pair.other.state.clocks.prefix(3) == before.other.state.clocks.prefix(3))
        #expect(pair.other.state.clocks.dropFirst(3).allSatisfy { $0.isSuperseded == true })
    }

    @Test("not into a case that is answered or ended")
    func answered() throws {
        var pair = try Pair()
        pair.other = try pair.other.after(.replied, by: Desk.complaints)
        #expect(pair.refusal(Pair.merge()) == .mergeIntoEnded(Desk.otherNumber.description, .toSign))
    }

    @Test("two customers only with a reason, and each is answered before the sign-off")
    func customers() throws {
        var pair = try Pair(other: { ($0.customer, $0.contact) = ("王先生", "13900001111") })
        #expect(pair.refusal(Pair.merge()) == .mergeOfDifferentCustomers(Desk.otherNumber.description))
        try pair.perform(Pair.merge("同一设备故障"), by: Desk.complaints, at: "2026-11-20 12:00")
        pair.other = try pair.other.after([.notAtFault, .replied], by: Desk.complaints)
        #expect(pair.other.refusal(of: .sign, by: Desk.manager) == .mergedNotAnswered(Desk.caseNumber.description))
        let stranger = Deed.tell(.init(how: .phone, text: "x", number: "0379-2611-999"))
        #expect(pair.other.refusal(of: stranger, by: Desk.complaints) == .notMergedIn("0379-2611-999"))
        for (way, refusal) in [(ContactWay.other, Refusal.mergedNotAnswered(Desk.caseNumber.description) as Refusal?), (.sms, nil)] {
            let told = Deed.tell(.init(how: way, text: "已告知结果", number: "0379-2611-17"))
            #expect(try pair.other.after(told, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == refusal)
        }
        // What was merged is signed by itself: its duties are the other's now.
        #expect(pair.one.refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("one contact with and without the branch's own area code is one customer: no reason is asked for, and one answer is enough")
    func sameArea() throws {
        for (one, other, isSame) in [
            ("0379-65920000", "65920000", true), ("65920000", "+86 379 65920000", true), ("0371-65920000", "65920000", false),
        ] {
            var pair = try Pair(one: { ($0.customer, $0.contact) = ("", one) }, other: { ($0.customer, $0.contact) = ("", other) })
            let refusal = isSame ? nil : Refusal.mergeOfDifferentCustomers(Desk.otherNumber.description)
            #expect(pair.refusal(Pair.merge()) == refusal, "\(one) \(other)")
            guard isSame else { continue }
            try pair.perform(Pair.merge(), by: Desk.complaints, at: "2026-11-20 12:00")
            #expect(pair.other.state.customersToAnswer.isEmpty)
        }
    }

    @Test("who they are, or how they are reached, put right after the merging: each is answered before the sign-off, as they stand now")
    func customersNow() throws {
        let owed = Refusal.mergedNotAnswered(Desk.caseNumber.description)
        let told = Deed.tell(.init(how: .phone, text: "已告知结果", number: Desk.caseNumber.description))
        let replied = Deed.reply(.init(how: .phone, text: "已答复"))
        /// Whether what was changed there or here makes a duty of its own, which telling them fulfils.
        func expectOwed(_ owes: Bool, one: String, other: String, _ change: (inout Pair) throws -> Void, _ what: String) throws {
            var pair = try Pair(one: { ($0.customer, $0.contact) = ("刘小丽", one) }, other: { ($0.customer, $0.contact) = ("刘小丽", other) })
            try pair.perform(Pair.merge(), by: Desk.complaints, at: "2026-11-20 12:00")
            try change(&pair)
            pair.other = try pair.other.after([.notAtFault, replied], by: Desk.complaints)
            #expect(pair.other.refusal(of: .sign, by: Desk.manager) == (owes ? owed : nil), "\(what)")
            guard owes else { return }
            #expect(try pair.other.after(told, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil, "\(what)")
        }
        func amend(_ field: String, _ value: String) -> (inout Pair) throws -> Void {
            { try $0.perform(.amend(field, to: value), by: Desk.complaints, at: "2026-11-20 13:00") }
        }
        let phone = "13812340000"
        try expectOwed(true, one: "", other: "", amend("contact", "13911112222"), "a contact is left there")
        try expectOwed(true, one: phone, other: phone, amend("contact", "13999990000"), "another contact there")
        try expectOwed(false, one: phone, other: phone, amend("customer", "刘晓丽"), "a typing error there, of one and the same")
        try expectOwed(false, one: "", other: "", amend("customer", "完全另一人"), "nobody can be reached there")
        try expectOwed(
            true,
            one: phone,
            other: phone,
            { $0.other = try $0.other.after(.amend("contact", to: "13700000001"), by: Desk.complaints) },
            "another contact here"
        )
        try expectOwed(
            false,
            one: phone,
            other: phone,
            { $0.other = try $0.other.after(.amend("customer", to: "刘晓丽"), by: Desk.complaints) },
            "a typing error here"
        )
        // Told once, they are owed again only where they turn out to be somebody else; sent back, the duty goes with the case.
        var pair = try Pair()
        try pair.perform(Pair.merge(), by: Desk.complaints, at: "2026-11-20 12:00")
        try pair.perform(.amend("contact", to: "13999990000"), by: Desk.complaints, at: "2026-11-20 13:00")
        pair.other = try pair.other.after([.notAtFault, replied, told], by: Desk.complaints)
        #expect(pair.other.state.customersToAnswer.isEmpty)
        try pair.perform(.amend("contact", to: "13999991111"), by: Desk.complaints, at: "2026-11-20 13:30")
        #expect(pair.other.state.customersToAnswer == [Desk.caseNumber.description])
        try pair.perform(.sentBack, by: Desk.manager, at: "2026-11-20 14:00")
        #expect(pair.other.state.customersToAnswer.isEmpty)
    }

    @Test("both duties of a comment-book case go on: the answer in the book, and to the contact")
    func book() throws {
        var pair = try Pair(one: { $0.channel = .commentBook })
        try pair.perform(Pair.merge(), by: Desk.complaints, at: "2026-11-20 12:00")
        let replied = Deed.reply(.init(how: .book, text: "已在意见簿答复"))
        pair.other = try pair.other.after([.notAtFault, replied], by: Desk.complaints)
        let entry = pair.one.state.number.description
        #expect(pair.other.refusal(of: .sign, by: Desk.manager) == .lackingForSignature([.bookFirst(entry), .replyFirst]))
        let booked = try pair.other.after(.inBook, by: Desk.complaints)
        #expect(booked.events.last?.event == BookAnswer(text: "已在意见簿第12页回复并签名", entry: Desk.caseNumber.description))
        #expect(booked.refusal(of: .inBook, by: Desk.complaints) == .alreadyDone(.answerInBook))
        #expect(booked.refusal(of: .sign, by: Desk.manager) == .replyFirst)
        #expect(try booked.after(.outcomeTold, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("what was promised there adds up here, and goes again where the merging is sent back")
    func promises() throws {
        var pair = try Pair()
        let paid = Deed.reply(.init(how: .phone, text: "x", amount: Amount("600"), paid: Amount("100")))
        pair.one = try pair.one.after(paid, by: Desk.complaints).after(.sentBack, by: Desk.manager)
        try pair.perform(Pair.merge(), by: Desk.complaints, at: "2026-11-20 12:00")
        #expect(pair.other.state.promised == Amount("600") && pair.other.state.paid == Amount("100"))
        let more = Deed.reply(.init(how: .phone, text: "x", amount: Amount("400.01")))
        #expect(
            pair.other.refusal(of: more, by: Desk.complaints)
                == .beyondTier(Amount("400.01")!, before: Amount("600")!, tier: Amount("1000")!, could: .branchManager)
        )
        try pair.perform(.sentBack, by: Desk.manager, at: "2026-11-20 13:00")
        #expect(pair.other.state.promised == .none && pair.other.state.paid == .none)
        #expect(pair.one.state.promised == Amount("600"))
    }
}

@Suite("An end of its own is sent back")
struct SentBackEndTests {
    @Test(
        "from every stage, all is as it was before it, and the clocks run on with their due moments",
        arguments: [Deed.withdrawn, .notAccepted]
    )
    func back(act: Deed) throws {
        let lives = [
            try Life(), try Life().after(.handed(to: Desk.complaints), by: Desk.clerk), try Life.inHand(), try Life.withHeadOffice(),
            try Life.toSign(), try Life.repliedTo(), try Life.inHand().after(.extensionAsked, by: Desk.complaints),
        ]
        for life in lives {
            let back = try life.after(act, by: Desk.manager).after(.sentBack, by: Desk.manager)
            var (was, now) = (life.state, back.state)
            #expect(now.sentBackFor == "facts are missing")
            #expect(now.clocks.prefix(was.clocks.count) == was.clocks[...], "\(life.state.stage)")
            #expect(now.clocks.dropFirst(was.clocks.count).allSatisfy { $0.name == .signature && $0.isSuperseded == true })
            // Nothing else is left of the end.
            (was.clocks, now.clocks) = ([], [])
            (was.sentBackFor, now.sentBackFor, was.version, now.version) = (nil, nil, 0, 0)
            (was.lastStep, now.lastStep) = (nil, nil)
            // That it stood ended meanwhile is counted.
            (was.turns, now.turns) = ([], [])
            // Whoever brought it to the end had a hand in it.
            #expect(now.involved == was.involved.union([Desk.manager.number]))
            now.involved = was.involved
            #expect(was == now, "\(life.state.stage)")
        }
    }

    @Test("only while it is unsigned, with a reason, by the branch manager")
    func refusals() throws {
        let ended = try Life().after(.withdrawn, by: Desk.clerk)
        #expect(ended.refusal(of: .sentBack, by: Desk.complaints) == .roleMayNot(.sendBack, [.branchManager]))
        #expect(ended.refusal(of: .sendBack(.init(reason: " ")), by: Desk.manager) == .missing("reason"))
        #expect(try ended.after(.sign, by: Desk.manager).refusal(of: .sentBack, by: Desk.manager) == .locked(.sendBack))
    }

    @Test("a withdrawal says how and when the customer said so: not before the complaint, and not in the future")
    func evidence() throws {
        let life = try Life()
        func refusal(_ time: String) -> Refusal? {
            life.refusal(of: .withdraw(.init(reason: "x", how: .wechat, when: Desk.at(time))), by: Desk.clerk)
        }
        #expect(refusal("2026-11-20 09:59") == .beforeReceived("when"))
        #expect(refusal("2026-11-20 10:00") == nil)
        #expect(refusal("2026-11-20 10:02") == .inTheFuture("when"))
        // A day and no time is that day, also the one on which it was received.
        #expect(refusal("2026-11-20 00:00") == nil)
        #expect(refusal("2026-11-19 00:00") == .beforeReceived("when"))
        let words = CaseWords(.chinese, life.desk, showsContacts: false, arrow: "→")
        let act = Withdrawal(reason: "客户改变主意", how: .wechat, when: Desk.at("2026-11-20 10:00"))
        #expect(words.lines(act.details) == ["微信：客户改变主意", "撤回时间：2026年11月20日 10:00"])
    }
}

@Suite("A step is taken back")
struct TakenBackTests {
    /// Half a second after the step.
    private func soon(_ life: Life, _ milliseconds: Int64 = 500) -> Occasion {
        Occasion(Actor(Desk.clerk), at: Moment(milliseconds: life.now.milliseconds + milliseconds), under: life.desk)
    }

    private func takeBack(_ life: Life, by member: StaffMember, after milliseconds: Int64 = 500) throws(Refusal) -> Case? {
        var occasion = soon(life, milliseconds)
        occasion.actor = Actor(member)
        var state: Case? = life.state
        for event in try decide(Deed.takeBack.act, on: life.state, in: occasion) {
            state = evolve(state, Happened(event, at: occasion.now, by: member.number, seq: life.state.version + 1))
        }
        return state
    }

    @Test("one's own acceptance, hand-over or acknowledgement, within ten seconds: as it left it, clocks as they were")
    func steps() throws {
        let logged = try Life()
        let handed = try logged.after(.handed(to: Desk.complaints), by: Desk.clerk)
        let steps: [(Life, Deed, StaffMember)] = [
            (logged, .accept, Desk.complaints), (logged, .handed(to: Desk.complaints), Desk.clerk), (handed, .accept, Desk.complaints),
            (handed, .sample(.acknowledge), Desk.manager), (try Life.inHand(), .handed(to: Desk.manager), Desk.complaints),
        ]
        for (life, act, member) in steps {
            let after = try life.after(act, by: member)
            var (was, now) = (life.state, try #require(try takeBack(after, by: member, after: 10_000)))
            (was.version, now.version, was.lastStep, now.lastStep) = (0, 0, nil, nil)
            #expect(was == now, "\(act.kind)")
        }
    }

    @Test("not another's, not later, not twice, and not once anything else happened on the case")
    func refusals() throws {
        let life = try Life().after(.accept, by: Desk.complaints)
        #expect(throws: Refusal.nothingToTakeBack) { try takeBack(life, by: Desk.manager) }
        // Under a clock that stands behind nobody knows how long ago it was.
        let behind = Occasion(Actor(Desk.complaints), at: life.now, clock: .behind(1_800_000), under: life.desk)
        #expect(throws: Refusal.tooLateToTakeBack(seconds: 10)) { try permit(.takeBack, on: life.state, in: behind) }
        #expect(throws: Refusal.tooLateToTakeBack(seconds: 10)) { try takeBack(life, by: Desk.complaints, after: 10_001) }
        var noted = try life.after(.noted, by: Desk.complaints)
        noted.now = life.now
        #expect(throws: Refusal.nothingToTakeBack) { try takeBack(noted, by: Desk.complaints) }
        var again = life
        again.state = try #require(try takeBack(life, by: Desk.complaints))
        #expect(throws: Refusal.nothingToTakeBack) { try takeBack(again, by: Desk.complaints) }
    }
}

@Suite("Head office reviews what was signed")
struct ReviewTests {
    private let asked = Deed.askReview(.init(text: "客户认为未核对监控"))

    private func decided(_ isAgain: Bool) -> Deed { .reviewDecision(.init(text: "见决定", told: "已电话告知客户", isAgain: isAgain)) }

    @Test("within thirty days of the answer; later it is taken and marked late; once")
    func asks() throws {
        let closed = try Life.closed()
        let life = try closed.after(asked, by: Desk.complaints, at: "2026-12-20 16:00")
        #expect(life.events.dropLast().last?.event == ReviewRequest(text: "客户认为未核对监控"))
        #expect(life.due(.review) == "2027-01-19 17:00")
        #expect(duties(of: life.state, at: life.now, under: life.desk).contains(.decideReview))
        #expect(life.refusal(of: asked, by: Desk.complaints) == .alreadyAsked(.askReview))
        let late = try closed.after(asked, by: Desk.complaints, at: "2026-12-21 09:00")
        #expect(late.state.review?.isLate == true)
        #expect(try life.after(decided(false), by: Desk.complaints).refusal(of: asked, by: Desk.complaints) == .alreadyDone(.askReview))
    }

    @Test("also a signed refusal to accept, and nothing that is not signed; by either manager")
    func what() throws {
        let refused = try Life().after(.notAccepted, by: Desk.complaints)
        #expect(refused.refusal(of: asked, by: Desk.complaints) == .reviewOfUnsigned)
        let signed = try refused.after(.sign, by: Desk.manager)
        #expect(try signed.after(asked, by: Desk.manager).state.review != nil)
        #expect(signed.refusal(of: asked, by: Desk.clerk) == .roleMayNot(.askReview, [.complaintManager, .branchManager]))
        #expect(signed.refusal(of: decided(true), by: Desk.manager) == .nothingAsked(.reviewDecision))
        let withdrawn = try Life().after(.withdrawn, by: Desk.clerk).after(.sign, by: Desk.manager)
        #expect(
            withdrawn.refusal(of: asked, by: Desk.manager)
                == .wrongStage(.askReview, .withdrawn, allowed: [.closed, .notAccepted, .merged])
        )
    }

    @Test("the decision that the customer is told ends the clock; where it says again, a new case in hand begins, and the old stays locked")
    func decides() throws {
        var life = try Life.closed().after(asked, by: Desk.complaints)
        life.desk.nextCase = CaseNumber(branch: "0379", day: Day(ordinal: 20_777), serial: 18)
        let no = try life.after(decided(false), by: Desk.complaints)
        #expect(no.clock(.review)?.state(at: no.now) == .kept && no.state.goesOnIn == nil)
        let again = try life.after(decided(true), by: Desk.complaints)
        #expect(again.state.stage == .closed && again.state.goesOnIn == "0379-2611-018")
        let occasion = Occasion(Actor(Desk.complaints), at: life.now, under: life.desk)
        let events = try decide(decided(true).act, on: life.state, in: occasion)
        guard case .begins(let number, let began)? = try decided(true).act.consequence(for: life.state, of: events, in: occasion) else {
            Issue.record("no case begins")
            return
        }
        #expect(number.description == "0379-2611-018")
        var next: Case?
        for event in began { next = evolve(next, Happened(event, at: life.now, by: Desk.complaints.number)) }
        #expect(next?.stage == .inHand && next?.holder == Desk.complaints.number)
        #expect(next?.links.map(\.tie) == [.reviewed] && next?.links.first?.number == "0379-2611-017")
        #expect(again.refusal(of: decided(true), by: Desk.complaints) == .alreadyDone(.reviewDecision))
    }
}

@Suite("Report at once, thirty more days, head office's own dates")
struct HeadOfficeDutyTests {
    @Test(
        "what is to be reported at once is so within two hours, day and night, until head office is told; being asked again moves nothing"
    )
    func atOnce() throws {
        let media = Deed.askEscalation(.init(why: .media, reason: "记者来电"))
        let life = try Life.inHand().after(media, by: Desk.complaints, at: "2026-11-20 16:30")
        #expect(life.due(.atOnce) == "2026-11-20 18:30")
        #expect(try life.after(.sample(.tell), by: Desk.complaints).clock(.atOnce)?.ended == nil)
        // Head office reads no comment book: by it, or by nobody knows what way, nothing was reported.
        for how in [ContactWay.book, .other] {
            let left = try life.after(.tell(.init(who: .headOffice, how: how, text: "有记者到场")), by: Desk.complaints)
            #expect(left.clock(.atOnce)?.ended == nil)
        }
        let told = Deed.tell(.init(who: .headOffice, how: .phone, text: "已报总行"))
        #expect(try life.after(told, by: Desk.complaints).clock(.atOnce)?.state(at: Desk.at("2026-12-01 10:00")) == .kept)
        let late = try life.after(told, by: Desk.complaints, at: "2026-11-20 18:31")
        #expect(late.clock(.atOnce)?.state(at: late.now) == .breached)
        // No end of the case lifts it.
        #expect(try life.after(.withdrawn, by: Desk.complaints).clock(.atOnce)?.ended == nil)
        let again = try life.after(.declined, by: Desk.manager).after(media, by: Desk.complaints, at: "2026-11-20 18:00")
        #expect(again.state.clocks.filter { $0.name == .atOnce }.count == 1)
    }

    @Test("head office approves thirty more days under a reference, and once")
    func longer() throws {
        let life = try Life.withHeadOffice()
        let bare = Deed.headOfficeAnswer(.init(text: "同意延长", isLonger: true))
        #expect(life.refusal(of: bare, by: Desk.complaints) == .needsHeadOffice("reference"))
        let approved = Deed.headOfficeAnswer(.init(text: "同意延长", isLonger: true, reference: "总服〔2026〕8号"))
        let longer = try life.after(approved, by: Desk.complaints)
        #expect(longer.due(.final) == "2027-01-04 17:00")
        let again = try longer.after(.escalationAsked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
        #expect(again.refusal(of: approved, by: Desk.complaints) == .longerOnce)
    }

    @Test("head office's number and its own deadline are kept")
    func dates() throws {
        let note = Deed.headOfficeNote(.init(text: "总行已受理", number: "总投2026-88", due: Desk.at("2026-12-01 17:00")))
        let life = try Life.withHeadOffice().after(note, by: Desk.complaints).after(.sample(.headOfficeNote), by: Desk.complaints)
        #expect(life.state.headOfficeNumber == "总投2026-88" && life.state.headOfficeDue == Desk.at("2026-12-01 17:00"))
        let past = Deed.headOfficeNote(.init(text: "总行已受理", due: Desk.at("2026-11-20 10:00")))
        #expect(life.refusal(of: past, by: Desk.complaints) == .inThePast("due"))
    }
}
