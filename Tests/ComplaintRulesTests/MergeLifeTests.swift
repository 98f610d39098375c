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

@Suite("What nobody can have meant is not taken")
struct SenseTests {
    private func refusal(_ channel: Channel = .oral, _ change: (inout Intake) -> Void) -> Refusal? {
        let now = Desk.at("2026-11-20 10:00")
        var intake = Intake(channel: channel, received: now, text: "x")
        change(&intake)
        do throws(Refusal) {
            _ = try decideLogging(intake, as: Desk.caseNumber, in: Occasion(Actor(Desk.clerk), at: now, under: Desk.rules))
            return nil
        } catch {
            return error
        }
    }

    @Test("received longer ago than a year, a postmark to come, a date to report by that is past, a referral from nobody")
    func intake() {
        #expect(refusal { $0.received = Desk.at("1900-01-01 10:00") } == .receivedLongAgo)
        #expect(refusal { $0.received = Desk.at("2025-11-19 09:00") } == .receivedLongAgo)
        #expect(refusal { $0.received = Desk.at("2025-11-20 10:00") } == nil)
        #expect(refusal(.letter) { $0.postmark = Day(ordinal: 20_778) } == .inTheFuture("postmark"))
        #expect(refusal(.letter) { $0.postmark = Day(ordinal: 20_777) } == nil)
        #expect(refusal(.referred) { _ in } == .missing("sender"))
        #expect(refusal(.referred) { $0.sender = "\u{200B}" } == .missing("sender"))
        #expect(
            refusal(.referred) {
                $0.sender = "监管局"
                $0.due = Desk.at("2026-11-20 10:00")
            } == .inThePast("due")
        )
    }

    @Test("what happened before it was complained of, what was posted before it came, and years that nobody can mean")
    func order() throws {
        let received = Desk.at("2026-11-20 09:00")
        #expect(refusal { ($0.received, $0.happened) = (received, Desk.at("2026-11-20 09:20")) } == .afterReceived("happened"))
        #expect(refusal { ($0.received, $0.happened) = (received, received) } == nil)
        #expect(
            refusal(.letter) { ($0.received, $0.postmark) = (Desk.at("2026-11-19 09:00"), Day(ordinal: 20_777)) }
                == .afterReceived("postmark")
        )
        #expect(refusal(.letter) { $0.postmark = Day("1900-01-01") } == .farFromNow("postmark", years: 10))
        #expect(refusal { $0.happened = Desk.at("1700-01-01 10:00") } == .farFromNow("happened", years: 100))
        #expect(
            refusal(.referred) {
                $0.sender = "监管局"
                $0.due = Desk.at("9999-12-31 10:00")
            } == .farFromNow("due", years: 10)
        )
        let life = try Life.inHand()
        let far = Deed.outsideDate(.init(due: Desk.at("2999-01-01 10:00"), by: "监管局"))
        #expect(life.refusal(of: far, by: Desk.complaints) == .farFromNow("due", years: 10))
        #expect(
            life.refusal(of: .amend("happened", to: "1700-01-01"), by: Desk.complaints) == .newValue(.farFromNow("happened", years: 100))
        )
    }

    @Test("an amendment brings in nothing that logging refuses: six who speak for the others")
    func amendment() throws {
        let life = try Life()
        #expect(life.refusal(of: .amend("proxy", to: "甲、乙、丙、丁、戊、己"), by: Desk.clerk) == .newValue(.tooManyRepresentatives(limit: 5)))
        #expect(life.refusal(of: .amend("proxy", to: "甲、乙、丙、丁、戊"), by: Desk.clerk) == nil)
        #expect(life.refusal(of: .amend("proxy", to: "甲與乙與丙與丁與戊與己"), by: Desk.clerk) == .newValue(.tooManyRepresentatives(limit: 5)))
    }

    @Test("who speaks for them is counted whatever stands between the names; a name has blanks and dots of its own")
    func representatives() {
        func count(_ proxy: String) -> Int {
            var intake = Intake(channel: .oral, received: Desk.at("2026-11-20 10:00"), text: "x")
            intake.proxy = proxy
            return intake.representatives.count
        }
        let six = ["张一", "王二", "李三", "赵四", "孙五", "周六"]
        let between = [
            ",", "，", "、", ";", "；", "/", "／", "|", "｜", "·", "•", "+", "＋", "&", "＆", "和", "与", "及", " and ", " & ", "\n", "\r\n", "\t",
            " ", "\u{3000}",
            "\u{A0}", "-", "—", "_", "。", ":", "：", "\\", "*",
        ]
        for sign in between { #expect(count(six.joined(separator: sign)) == 6, "\(sign)") }
        for sign in [", ", "; ", " / ", "|", " + ", " & ", "和", " and ", " AND ", "\n", "\t"] {
            #expect(
                count(["John Smith", "Mary-Jane O'Neill", "J. R. Hall", "María·José", "Tom", "Ann"].joined(separator: sign)) == 6,
                "\(sign)"
            )
        }
        let names: [(String, Int)] = [
            ("阿依古丽·买买提", 1), ("阿依古丽·买买提、迪丽热巴·迪力木拉提", 2), ("John Smith", 1), ("李和平", 1), ("李和平和王小和", 2), ("王和平与李四", 2), ("张一 和 王二", 2),
            ("欧阳及第", 1), ("甲和乙和丙和丁和戊和己", 6), ("张三（律师）", 1), ("张三(李四、王五)", 3), ("张三 13812340000", 1), ("John Smith 张三", 2), ("", 0),
            ("、", 0),
        ]
        for (proxy, expected) in names { #expect(count(proxy) == expected, "\(proxy)") }
    }

    @Test("a page and a line of the comment book are such as a book can have")
    func pages() throws {
        func refusal(_ page: Int?, _ line: Int?) throws -> Refusal? {
            let life = try Life()
            var intake = life.state.intake
            (intake.channel, intake.page, intake.line) = (.commentBook, page, line)
            do throws(Refusal) {
                try intake.checkSense(in: Occasion(Actor(Desk.clerk), at: life.now, under: life.desk))
                return nil
            } catch {
                return error
            }
        }
        for (page, line) in [(1, 1), (9999, 999), (nil, nil)] as [(Int?, Int?)] { #expect(try refusal(page, line) == nil) }
        for page in [10_000, 999_999_999] { #expect(try refusal(page, 1) == .badValue("page", .atMost(9999))) }
        #expect(try refusal(1, 1000) == .badValue("line", .atMost(999)))
    }

    @Test(
        "six who are named speak for nobody, however they are parted, numbered or bracketed; a larger number of people in words is asked about once"
    )
    func moreThanFive() throws {
        let life = try Life()
        func refusal(_ proxy: String) -> Refusal? { life.refusal(of: .amend("proxy", to: proxy), by: Desk.clerk) }
        let six = [
            "甲及乙、丙及丁、戊与己", "甲跟乙，丙跟丁，戊跟己", "(甲)(乙)(丙)(丁)(戊)(己)", "（张一）（王二）（李三）（赵四）（孙五）（周六）",
            "1甲2乙3丙4丁5戊6己", "1王甲2李乙3张丙4赵丁5孙戊6周己", "1.张一 2.王二 3.李三 4.赵四 5.孙五 6.周六",
            "Ann A - Bob B - Cy C - Di D - Ed E - Fay F", "①甲②乙③丙④丁⑤戊⑥己", "王一同王二同王三同王四同王五同王六",
        ]
        for proxy in six { #expect(refusal(proxy) == .newValue(.tooManyRepresentatives(limit: 5)), "\(proxy)") }
        let asked = [
            ("A and 5 others", 6), ("A and five others", 6), ("A, B and 4 others", 6), ("A plus 5", 6), ("A及其余五人", 6),
            ("all 12 tenants", 12),
            ("a group of 6", 6), ("甲等六人", 6), ("张三等 6 人", 6), ("六位村民代表", 6), ("6名代表", 6), ("二十三位业主", 23), ("six representatives", 6),
            ("John Smith and 6 others", 7), ("甲及乙丙丁戊己共陆位", 6), ("十余人", 10), ("半打人", 6), ("张三与五名同事", 6), ("Ann Lee and 5 cousins", 6),
            ("Ann and her 5 sisters", 6), ("half a dozen neighbours", 6), ("we are six", 6),
            // Whoever speaks for many is one: nobody can tell by the words, and it is asked once.
            ("Ann Lee, spokesperson for 40 villagers", 40), ("张三（六户居民的代表）", 6), ("张三 系6名业主推选", 6), ("张三 受托于30户", 30),
            ("张三 其余20户委托书另附", 21), ("Ann Lee; 6 persons authorised her", 6), ("Ann Lee, chair of the 9 residents committee", 9),
        ]
        let told = try life.after(.amend("few-speak", to: "yes"), by: Desk.clerk)
        for (proxy, number) in asked {
            #expect(refusal(proxy) == .newValue(.howManySpeak(number, limit: 5)), "\(proxy)")
            #expect(told.refusal(of: .amend("proxy", to: proxy), by: Desk.clerk) == nil, "\(proxy)")
        }
        // No word takes back who is named.
        for proxy in six {
            #expect(
                told.refusal(of: .amend("proxy", to: proxy), by: Desk.clerk) == .newValue(.tooManyRepresentatives(limit: 5)),
                "\(proxy)"
            )
        }
        let five = [
            "甲、乙、丙、丁、戊 代表村民", "甲、乙、丙、丁、戊", "(甲)(乙)(丙)(丁)(戊)", "1甲2乙3丙4丁5戊", "甲等五人", "五位村民代表",
            "Ann Lee, 100 Seven Sisters Road, London", "Ann Lee, 12 Mendip Road, Bristol", "Bo Marsh of 8 Brothers Ltd",
            "Ann Lee plus 6 documents",
            "Ann Lee, 6 more documents follow", "张三 另6份材料", "Ann Lee, one of 8 owners", "Ann Lee (lawyer of 7 colleagues)",
            "A (for himself), B, C, D, E", "Lee, Ann; Marsh, Bo; Poe, Cy", "A and 4 others", "Ann Lee-Marsh, Bo Poe",
            "张三代表六位村民", "张三、李四，代表 23 户业主", "张三（律师）", "1王甲2李乙", "John Smith on behalf of six customers",
        ]
        for proxy in five { #expect(refusal(proxy) == nil, "\(proxy)") }
    }

    @Test("a firm, a profession, an address and particulars are no people; more than five parts that may be people are asked about once")
    func partsOfNobody() throws {
        let life = try Life()
        let told = try life.after(.amend("few-speak", to: "yes"), by: Desk.clerk)
        func refusal(_ proxy: String, _ life: Life) -> Refusal? { life.refusal(of: .amend("proxy", to: proxy), by: Desk.clerk) }
        for proxy in [
            "Baker, Smith, Jones, Lee, Wong & Partners LLP", "Ann Lee, Lee & Day LLP, 5 High Street, Leeds, LS1 1AA, England",
            "张三，女，汉族，1970年生，律师，住洛阳市", "张三、李四、王五、赵六、孙七，郑州某律师事务所", "张三、李四、王五、赵六、孙七 律师",
            "Ann Lee, Bob Lee, Carl Lee, Dan Lee, Eve Lee, solicitors", "张三律师、李四律师、王五律师、赵六律师、孙七律师，河南大成律所",
            "张三、李四、王五、赵六、孙七（均为律师）", "Ann Lee, LL.B., M.A., Ph.D., Q.C., solicitor, commissioner for oaths",
        ] { #expect(refusal(proxy, life) == nil, "\(proxy)") }
        for (proxy, number) in [
            ("Slaughter, May, Norton, Rose, Clifford & Chance, solicitors", 6), ("A - B - C - D - E - F", 6),
            ("A B, C D, E F, G H, I J; all of Lee & Co", 6),
            ("ann lee, bob day, cy may, di poe, ed roe, fay low", 6), ("阿依古丽买买提，张三，李四，王五，赵六，孙七", 6),
        ] {
            #expect(refusal(proxy, life) == .newValue(.howManySpeak(number, limit: 5)), "\(proxy)")
            #expect(refusal(proxy, told) == nil, "\(proxy)")
        }
        for proxy in ["张三律师、李四律师、王五律师、赵六律师、孙七律师、周八律师", "Ann Lee, Bob Day, Cy May, Di Poe, Ed Roe, Fay Low"] {
            for life in [life, told] { #expect(refusal(proxy, life) == .newValue(.tooManyRepresentatives(limit: 5)), "\(proxy)") }
        }
        // What one is to the customer, and papers, are nobody named.
        let kin = "王大、母亲、监护人、委托书、身份证、户口簿、复印件"
        #expect(refusal(kin, told) == nil && refusal(kin, life) != .newValue(.tooManyRepresentatives(limit: 5)))
    }

    @Test("what happened longer ago than the branch's setting is taken, and marked as a late claim")
    func lateClaim() throws {
        func life(_ happened: String, days: Int = 365) throws -> Life {
            var desk = Desk.rules
            desk.settings.lateClaimDays = days
            return try Life(desk: desk) { $0.happened = Desk.at(happened) }
        }
        #expect(try life("2025-11-20 09:59").state.isLateClaim)
        #expect(try !life("2025-11-20 10:00").state.isLateClaim)
        #expect(try life("2026-11-01 10:00", days: 10).state.isLateClaim)
        #expect(try !Life().state.isLateClaim)
    }

    @Test("a day of the event put right makes a late claim of it, or of a late claim none")
    func lateClaimAmended() throws {
        let life = try Life { $0.happened = Desk.at("2026-10-01 10:00") }
        let late = try life.after(.amend("happened", to: "2025-10-01"), by: Desk.clerk)
        #expect(!life.state.isLateClaim && late.state.isLateClaim)
        #expect(try !late.after(.amend("happened", to: "2026-10-02"), by: Desk.clerk).state.isLateClaim)
        #expect(try Life().after(.amend("happened", to: "2020-01-01"), by: Desk.clerk).state.isLateClaim, "no day had been told")
    }

    @Test("past cases are the branch manager's to bring in, and only those of before the founding; the founding day counts as before")
    func history() {
        var desk = Desk.rules
        desk.founding = Day("2026-11-10")
        func refusal(_ received: String, by member: StaffMember = Desk.manager) -> Refusal? {
            let record = Imported(number: Desk.caseNumber, intake: Intake(channel: .other, received: Desk.at(received), text: "x"))
            do throws(Refusal) {
                _ = try decideImporting(record, in: Occasion(Actor(member), at: Desk.at("2026-11-20 10:00"), under: desk))
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal("2026-11-10 16:00") == nil)
        #expect(refusal("2026-11-11 00:00") == .historyAfterFounding(Day("2026-11-10")!))
        #expect(refusal("2019-04-10 10:00", by: Desk.complaints) == .deskActRoleMayNot(.importCases))
    }

    @Test("neither this desk, its copy nor a practice desk is another desk, whose word brings in what came after the founding")
    func origin() throws {
        var desk = Desk.rules
        (desk.founding, desk.deskID) = (Day("2026-11-10"), "a1")
        func imported(_ received: String, from origin: String?, practice: Bool = false) throws(Refusal) -> Imported? {
            var record = Imported(number: Desk.caseNumber, intake: Intake(channel: .other, received: Desk.at(received), text: "x"))
            record.deskOfOrigin = origin
            let occasion = Occasion(Actor(Desk.manager), at: Desk.at("2026-11-20 10:00"), under: desk)
            return try decideImporting(record, ofPractice: practice, in: occasion) as? Imported
        }
        let founding = try #require(desk.founding)
        #expect(try imported("2026-11-12 10:00", from: "b2")?.deskOfOrigin == "b2")
        #expect(throws: Refusal.historyOfOwnDesk(founding)) { try imported("2026-11-12 10:00", from: "a1") }
        #expect(throws: Refusal.historyAfterFounding(founding)) { try imported("2026-11-12 10:00", from: nil) }
        // From before the founding it is history as any, and no other desk's.
        let earlier = try imported("2026-11-09 10:00", from: "a1")
        #expect(earlier != nil && earlier?.deskOfOrigin == nil)
        for received in ["2026-11-09 10:00", "2026-11-12 10:00"] {
            #expect(throws: Refusal.historyOfPractice) { try imported(received, from: "b2", practice: true) }
        }
        desk.settings.isPractice = true
        #expect(try imported("2026-11-12 10:00", from: "b2", practice: true)?.deskOfOrigin == "b2")
        #expect(throws: Refusal.historyOfOwnDesk(founding)) { try imported("2026-11-12 10:00", from: "a1", practice: true) }
    }

    @Test("a customer is the same however the number is written, and of several in one field each counts")
    func contacts() {
        let same = [
            "13812340000", "+86 138 1234 0000", "0086-13812340000", "１３８１２３４００００", "(+86) 138-1234-0000", "86 13812340000",
            "13900001111 / 13812340000", "13900001111 13812340000", "139 0000 1111 138 1234 0000", "13812340000，0379-6543210",
            "138.1234.0000",
        ]
        for written in same { #expect(Likeness.contacts(in: written).contains("13812340000"), "\(written)") }
        #expect(Likeness.contacts(in: "6543210 6543211") == ["6543210", "6543211"])
        let phone = {
            var intake = Intake(channel: .phone, received: Desk.at("2026-11-20 10:00"), text: "x")
            intake.callBackNumber = "138 1234 0000"
            return intake
        }()
        #expect(Likeness.ofCustomers(.init(of: phone), .init(name: "", contact: "13812340000")) == .contact)
    }

    @Test("a branch abroad starts with codes and outside channels of its country")
    func countries() {
        let london = DeskSettings(branchCode: "L1", branchName: "x", hotline: "x", timeZone: "Europe/London", language: .english)
        #expect(london.country == .britain && london.outsideChannels.contains("Financial Ombudsman"))
        let rules = DeskRules(settings: london, staff: StaffDirectory(), zone: Desk.zone)
        #expect(!rules.codes.codes.contains { $0.label.english.contains("Renminbi") })
        #expect(Desk.rules.codes == .standard && Desk.rules.settings.outsideChannels.contains("12378"))
        for country in Country.allCases {
            #expect(throws: Never.self) { try country.codes.check() }
            #expect(Set(Code.Axis.allCases) == Set(country.codes.codes.map(\.axis)))
        }
        #expect(Country(code: " gb ") == .britain && Country(code: "FR") == nil)
        #expect(Country(timeZone: "America/New_York") == .america && Country(timeZone: "Asia/Shanghai") == .china)
    }
}
