import DeskTestSupport
import Testing

@testable import ComplaintRules

extension Life {
    /// Answered on the spot at 10:01, found on, and signed at 15:00 of the same Friday; the customer left a number.
    static func closed(_ finding: Deed = .notAtFault) throws -> Life {
        try Life { $0.contact = "13812340000" }.after(.answered, by: Desk.clerk).after(finding, by: Desk.complaints)
            .after(.sign, by: Desk.manager, at: "2026-11-20 15:00")
    }

    /// Replied to a minute after the limit, and signed.
    static func closedLate() throws -> Life {
        try Life.inHand().after(.notAtFault, by: Desk.complaints).after(.replied, by: Desk.complaints, at: "2026-11-23 17:01")
            .after(.sign, by: Desk.manager)
    }
}

@Suite("Call-back")
struct CallBackTests {
    @Test(
        "one of four levels ends the clock, and nobody is asked again",
        arguments: SatisfactionLevel.allCases.filter { $0 != .unreachable && $0 != .dissatisfied }
    )
    func levels(level: SatisfactionLevel) throws {
        let life = try Life.closed().after(.calledBack(level), by: Desk.complaints, at: "2026-11-21 12:00")
        #expect(life.state.callBacks == [level])
        #expect(life.clock(.callBack)?.state(at: life.now) == .kept)
        #expect(life.refusal(of: .calledBack(level), by: Desk.manager) == .alreadyDone(.callBack))
        #expect(life.state.stage == .closed)
    }

    @Test("who was dissatisfied is to be contacted again, until they are not")
    func dissatisfied() throws {
        let life = try Life.closed().after(.calledBack(.dissatisfied), by: Desk.complaints)
        #expect(duties(of: life.state, at: life.now, under: life.desk) == [.contactAgain])
        let again = try life.after([.calledBack(.unreachable), .calledBack(.dissatisfied)], by: Desk.complaints)
        #expect(duties(of: again.state, at: again.now, under: again.desk) == [.contactAgain])
        // The duty is due as the first call was, and stands in every list by its clock until they are content.
        #expect(life.state.clocks.filter { $0.name == .callBack }.map { $0.ended == nil } == [false, true])
        #expect(life.due(.callBack) == "2026-11-21 17:00")
        // Two of one rule are told apart by their names.
        #expect(life.state.clocks.filter { $0.name == .callBack }.map(\.label.english) == ["call-back", "contact again"])
        #expect(life.state.isOverdue(at: Desk.at("2026-11-22 09:00")))
        #expect(again.state.clocks.count { $0.name == .callBack && $0.ended == nil } == 1)
        let content = try again.after(.calledBack(.satisfied), by: Desk.complaints)
        #expect(duties(of: content.state, at: content.now, under: content.desk).isEmpty)
        #expect(content.state.nearestClock == nil)
        #expect(content.refusal(of: .calledBack(.satisfied), by: Desk.complaints) == .alreadyDone(.callBack))
    }

    @Test("three times unreachable on at least two days end it too, fewer do not; who was not reached can be called back still")
    func unreachable() throws {
        let twice = try Life.closed().after([.calledBack(.unreachable), .calledBack(.unreachable)], by: Desk.complaints)
        #expect(twice.clock(.callBack)?.ended == nil)
        // Within minutes, however often, is no third attempt.
        let oneDay = try twice.after([.calledBack(.unreachable), .calledBack(.unreachable)], by: Desk.complaints)
        #expect(oneDay.clock(.callBack)?.ended == nil)
        #expect(duties(of: oneDay.state, at: oneDay.now, under: oneDay.desk) == [.callBack])
        let thrice = try twice.after(.calledBack(.unreachable), by: Desk.complaints, at: "2026-11-21 09:00")
        #expect(thrice.clock(.callBack)?.state(at: thrice.now) == .kept)
        let reached = try thrice.after(.calledBack(.dissatisfied), by: Desk.complaints)
        #expect(duties(of: reached.state, at: reached.now, under: reached.desk) == [.contactAgain])
        #expect(try thrice.after(.calledBack(.satisfied), by: Desk.complaints).state.callBacks.last == .satisfied)
        let last = try twice.after(.calledBack(.dissatisfied), by: Desk.complaints)
        #expect(last.state.clocks.first { $0.name == .callBack }?.state(at: twice.now) == .kept)
        // Three more attempts, on two days, end the new one as well.
        let given = try last.after([.calledBack(.unreachable), .calledBack(.unreachable)], by: Desk.complaints)
            .after(.calledBack(.unreachable), by: Desk.complaints, at: "2026-11-23 09:00")
        #expect(duties(of: given.state, at: given.now, under: given.desk) == [])
    }

    @Test("calls that reached nobody count since the customer was last spoken or written to")
    func heardMeanwhile() throws {
        let twice = try Life.closed().after([.calledBack(.unreachable), .calledBack(.unreachable)], by: Desk.complaints)
        let told = try twice.after(.outcomeTold, by: Desk.complaints).after(
            .calledBack(.unreachable),
            by: Desk.complaints,
            at: "2026-11-21 09:00"
        )
        #expect(told.clock(.callBack)?.ended == nil)
        let inBook = try twice.after(.tell(.init(how: .book, text: "已回复")), by: Desk.complaints)
            .after(.calledBack(.unreachable), by: Desk.complaints, at: "2026-11-21 09:00")
        #expect(inBook.clock(.callBack)?.ended != nil)
    }

    @Test("a dissatisfied customer who refuses the answer is contacted in the new case")
    func goesOn() throws {
        var life = try Life.closed().after(.calledBack(.dissatisfied), by: Desk.complaints)
        life.desk.nextCase = CaseNumber(branch: "0379", day: Day(ordinal: 20_777), serial: 18)
        let refused = try life.after(.refuseAnswer(.init(reason: "不满意")), by: Desk.complaints)
        #expect(refused.state.nearestClock == nil && duties(of: refused.state, at: refused.now, under: refused.desk) == [])
    }

    @Test("by a manager, after the closing")
    func who() throws {
        #expect(
            try Life.closed().refusal(of: .calledBack(.satisfied), by: Desk.clerk)
                == .roleMayNot(.callBack, [.complaintManager, .branchManager])
        )
        #expect(
            try Life.toSign().refusal(of: .calledBack(.satisfied), by: Desk.complaints)
                == .wrongStage(.callBack, .toSign, allowed: [.closed])
        )
        #expect(
            SatisfactionLevel.allCases.map(\.label.chinese) == ["非常满意", "满意", "基本满意", "不满意", "未联系上"]
        )
    }
}

@Suite("Rectification")
struct RectificationTests {
    private static let owned = Deed.rectify(what: "更换叫号机", owner: "陈立", due: Day(ordinal: 20_790))

    @Test("an owner who is nobody of the staff is told, by name, number or title; a department may be meant, so it is no refusal")
    func unknownOwner() throws {
        let desk = try Life.inHand().desk
        for owner in ["陈立", "1006", "陈 立", "网点负责人", "行长", "工号1006 陈立"] {
            #expect(Rectification.unknownOwner(owner, under: desk) == nil, "\(owner)")
        }
        for owner in ["后勤部", "全体员工", "9999"] {
            let note = try #require(Rectification.unknownOwner(owner, under: desk), "\(owner)")
            #expect(
                note.english
                    == "\"\(owner)\" is not on the staff here, so any manager may verify this rectification. If a member of staff is "
                    + "meant, give the staff number."
            )
            #expect(note.chinese == "“\(owner)”不是本网点人员，该整改可由任一管理人员核验。如指本网点人员，请填写工号。")
        }
        #expect(Rectification.unknownOwner("陈立、后勤部", under: desk)?.chinese.hasPrefix("“后勤部”不是") == true)
    }

    @Test("a finding of fault opens one, due in seven working days; the same one is not opened twice")
    func byFinding() throws {
        let life = try Life.inHand().after(.atFault, by: Desk.complaints)
        let item = try #require(life.state.rectifications.first)
        #expect(item.action == .init(item: 1, what: "晨会学习交班流程", owner: "王芳", due: try #require(Day("2026-12-01")), isOfFinding: true))
        #expect(!item.isVerified)
        #expect(try life.after(.atFault, by: Desk.manager).state.rectifications.count == 1)
        let other = Deed.finding(Deed.finding(.partly, apology: "x", correction: "x", rectification: "另排班次"))
        #expect(try life.after(other, by: Desk.complaints).state.rectifications.map(\.action.item) == [1, 2])
        // The later finding's takes the place of the earlier one's, unless that was done already.
        #expect(try life.after(other, by: Desk.complaints).state.rectifications.map(\.isOpen) == [false, true])
        #expect(try life.after(.notAtFault, by: Desk.complaints).state.rectifications.map(\.stands) == [false])
        #expect(try Life.inHand().after(.notAtFault, by: Desk.complaints).state.rectifications.isEmpty)
    }

    @Test("one opened by hand makes a finding of fault ready to be signed, as one in the finding does")
    func enough() throws {
        let bare = Deed.finding(Deed.finding(.bank, apology: "王芳当面道歉", correction: "已补办"))
        let life = try Life().after(.answered, by: Desk.clerk).after(bare, by: Desk.complaints)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .findingLacks(["rectification"]))
        #expect(try life.after(RectificationTests.owned, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("its completion is verified, before the signature or after it, once")
    func verified() throws {
        let life = try Life.closed(.atFault)
        #expect(life.state.rectifications.map(\.isVerified) == [false])
        let verified = try life.after(.checked, by: Desk.manager)
        #expect(verified.state.rectifications.map(\.isVerified) == [true])
        #expect(verified.refusal(of: .checked, by: Desk.complaints) == .nothingAsked(.verifyRectification))
        #expect(try Life.closed().refusal(of: .checked, by: Desk.complaints) == .nothingAsked(.verifyRectification))
        #expect(
            life.refusal(of: .verifyRectification(.init(item: 1, result: " ")), by: Desk.manager) == .missing("result")
        )
        #expect(
            try Life.inHand().after(.atFault, by: Desk.complaints).after(.checked, by: Desk.manager).state.rectifications.map(\.isVerified)
                == [true]
        )
    }

    @Test("of several open ones the number says which")
    func several() throws {
        let life = try Life.closed(.atFault).after(RectificationTests.owned, by: Desk.complaints)
        #expect(life.refusal(of: .checked, by: Desk.complaints) == .missing("item"))
        #expect(life.refusal(of: .verifyRectification(.init(item: 3, result: "x")), by: Desk.complaints) == .noSuchItem(3))
        let second = try life.after(.verifyRectification(.init(item: 2, result: "x")), by: Desk.complaints)
        #expect(second.state.rectifications.map(\.isVerified) == [false, true])
        #expect(second.refusal(of: .verifyRectification(.init(item: 2, result: "x")), by: Desk.manager) == .noSuchItem(2))
        #expect(try second.after(.checked, by: Desk.manager).state.rectifications.map(\.isVerified) == [true, true])
    }

    @Test("somebody else than the owner verifies it; where it did not work, the same is to be done again")
    func outcome() throws {
        let life = try Life.closed(.atFault)
        #expect(life.refusal(of: .checked, by: Desk.complaints) == .ownerVerifies("王芳"))
        let failed = try life.after(.verifyRectification(.init(result: "又发生一次", isEffective: false)), by: Desk.manager)
        #expect(failed.state.rectifications.map(\.outcome) == [.ineffective, nil])
        #expect(failed.state.rectifications.last?.action == .init(item: 2, what: "晨会学习交班流程", owner: "王芳", due: Day("2026-12-01")!))
        #expect(duties(of: failed.state, at: failed.now, under: failed.desk).contains(.verifyRectification(2)))
        #expect(try failed.after(.checked, by: Desk.manager).state.rectifications.map(\.isOpen) == [false, false])
    }

    @Test("at fault, one that works or is still to be done is wanted before the sign-off: what did not work put nothing right")
    func ineffective() throws {
        let life = try Life().after(.answered, by: Desk.clerk).after(.atFault, by: Desk.complaints)
        let failed = try life.after(.verifyRectification(.init(result: "又发生一次", isEffective: false)), by: Desk.manager)
        #expect(failed.refusal(of: .sign, by: Desk.manager) == nil)
        let dropped = try failed.after(.cancelRectification(.init(item: 2, reason: "不再需要")), by: Desk.complaints)
        #expect(dropped.state.rectifications.map(\.outcome) == [.ineffective, .cancelled])
        #expect(dropped.refusal(of: .sign, by: Desk.manager) == .findingLacks(["rectification"]))
    }

    @Test("whether it works is said by whoever verifies it, and taken for granted by nobody")
    func unsaid() throws {
        let life = try Life.closed(.atFault)
        let act = ActKind.verifyRectification
        for values in [["result": "好了"], ["result": "好了", "effective": ""]] {
            #expect(throws: Refusal.missing("effective")) { try Deed(act, values: values) }
        }
        for (said, outcome) in [("yes", Case.RectificationItem.Outcome.verified), ("no", .ineffective)] {
            let checked = try life.after(try Deed(act, values: ["result": "好了", "effective": said]), by: Desk.manager)
            #expect(checked.state.rectifications.first?.outcome == outcome)
        }
    }

    @Test("its owner verifies it by no title either: a title that means nobody by name means whoever has that role")
    func title() throws {
        for owner in ["网点负责人", "行长", "王行长", "branch manager", "Branch Manager", "支行长、大堂"] {
            let life = try Life.closed().after(
                .rectify(what: "x", owner: owner, due: try #require(Day("2026-12-01"))),
                by: Desk.complaints
            )
            #expect(life.refusal(of: .checked, by: Desk.manager) == .ownerVerifies(Desk.manager.name), "\(owner)")
            #expect(life.refusal(of: .checked, by: Desk.complaints) == nil, "\(owner)")
        }
        let life = try Life.closed().after(
            .rectify(what: "x", owner: "投诉管理人", due: try #require(Day("2026-12-01"))),
            by: Desk.manager
        )
        #expect(life.refusal(of: .checked, by: Desk.complaints) != nil)
        #expect(life.refusal(of: .checked, by: Desk.manager) == nil)
        // A department is nobody's title.
        let department = try Life.closed().after(
            .rectify(what: "x", owner: "营业室", due: try #require(Day("2026-12-01"))),
            by: Desk.complaints
        )
        #expect(department.refusal(of: .checked, by: Desk.manager) == nil)
    }

    private static let referred = Deed.verifyRectification(.init(result: "总行已抽查", reference: "总服〔2026〕21号"))

    @Test("somebody in the branch may always verify what is opened: owners who leave nobody are refused, by number, name or title")
    func owners() throws {
        let day = try #require(Day("2026-12-01"))
        func refusal(_ owner: String, about: String = "") throws -> Refusal? {
            let life = try Life(about: about, desk: SmallBranch.desk).after(.accept, by: Desk.complaints)
            return life.refusal(of: .rectify(what: "更换叫号机", owner: owner, due: day), by: Desk.complaints)
        }
        for owner in ["王芳、赵国强", "1005, 1008", "投诉管理人、行长", "1005、网点负责人"] {
            #expect(try refusal(owner) == .nobodyVerifies(owner), "\(owner)")
        }
        for owner in ["王芳", "1008", "行长", "李敏", "营业室"] { #expect(try refusal(owner) == nil, "\(owner)") }
        // Whom the case is about verifies nothing of it.
        for owner in ["王芳", "1005", "投诉管理人"] { #expect(try refusal(owner, about: "赵国强") == .nobodyVerifies(owner), "\(owner)") }
        for owner in ["李敏", "营业室", "赵国强"] { #expect(try refusal(owner, about: "赵国强") == nil, "\(owner)") }
        // A branch with one manager more has somebody.
        let larger = try Life.inHand(about: "赵国强")
        #expect(larger.refusal(of: .rectify(what: "x", owner: "王芳", due: day), by: Desk.complaints) == nil)
    }

    @Test("where nobody in the branch may verify one, head office does, and its owner enters that with the reference")
    func headOffice() throws {
        // A finding names its doer, who is the only one left here.
        let life = try Life(about: "赵国强", desk: SmallBranch.desk).after([.accept, .atFault, .replied], by: Desk.complaints)
            .after(SmallBranch.ruling, by: Desk.clerk)
        #expect(life.state.stage == .closed && life.state.isAwaited)
        #expect(life.refusal(of: .checked, by: Desk.complaints) == .verificationReference)
        let blank = Deed.verifyRectification(.init(result: "x", reference: " "))
        #expect(life.refusal(of: blank, by: Desk.complaints) == .verificationReference)
        #expect(life.refusal(of: RectificationTests.referred, by: Desk.manager) == .mayNotRead)
        #expect(
            life.refusal(of: RectificationTests.referred, by: Desk.clerk)
                == .roleMayNot(.verifyRectification, [.complaintManager, .branchManager])
        )
        let verified = try life.after(RectificationTests.referred, by: Desk.complaints)
        #expect(verified.state.rectifications.map(\.outcome) == [.verified] && !verified.state.isAwaited)
        // What did not work is to be done again, and verified the same way.
        let failed = try life.after(
            .verifyRectification(.init(result: "又犯", isEffective: false, reference: "21号")),
            by: Desk.complaints
        )
        #expect(failed.refusal(of: .checked, by: Desk.complaints) == .verificationReference)
        #expect(try !failed.after(RectificationTests.referred, by: Desk.complaints).state.isAwaited)
        // While somebody else may, as a stand-in does, head office does not.
        var stoodIn = life
        let today = try #require(Day("2026-11-20"))
        stoodIn.desk.standIns = [StandIn(absent: Desk.complaints.number, standIn: Desk.clerk.number, from: today, to: today)]
        #expect(stoodIn.refusal(of: RectificationTests.referred, by: Desk.complaints) == .ownerVerifies("王芳"))
        #expect(stoodIn.refusal(of: .checked, by: Actor(Desk.clerk, standingInFor: Desk.complaints)) == nil)
        #expect(try Life.closed(.atFault).refusal(of: RectificationTests.referred, by: Desk.complaints) == .ownerVerifies("王芳"))
    }

    @Test("nobody names all other managers as subjects so that they may verify what they own themselves")
    func namedAway() throws {
        let life = try Life.closed(.atFault)
        var named = life
        for other in [Desk.secondComplaints, Desk.manager] { named.state.recuse([other.number]) }
        #expect(named.refusal(of: RectificationTests.referred, by: Desk.complaints) == nil)
        let amended = Happened(Recused(subjects: []) as any CaseEvent, at: life.now, by: Desk.complaints.number)
        named.state.named([Desk.secondComplaints.number, Desk.manager.number], amended)
        #expect(named.refusal(of: RectificationTests.referred, by: Desk.complaints) == .ownerVerifies("王芳"))
        // The clerks are left.
        #expect(named.refusal(of: RectificationTests.referred, by: Desk.clerk) == nil)
    }

    @Test("so it is where everybody left, or came to be recused, since; where no manager is left a clerk enters it, and reads the case")
    func nobodyLeft() throws {
        let closed = try Life.closed(.atFault)
        // Of the managers only its owner is still here.
        var left = closed
        left.desk.staff = StaffDirectory([Desk.clerk, Desk.colleague, Desk.complaints, Desk.formerManager])
        #expect(left.refusal(of: .checked, by: Desk.complaints) == .verificationReference)
        #expect(try !left.after(RectificationTests.referred, by: Desk.complaints).state.isAwaited)
        // The case came to be about all of them.
        var recused = closed
        recused.state.recuse([Desk.complaints.number, Desk.secondComplaints.number, Desk.manager.number])
        #expect(recused.refusal(of: RectificationTests.referred, by: Desk.manager) == .mayNotRead)
        #expect(recused.refusal(of: .checked, by: Desk.colleague) == .verificationReference)
        #expect(mayRead(recused.state, in: Occasion(Actor(Desk.colleague), at: recused.now, under: recused.desk)))
        let verified = try recused.after(RectificationTests.referred, by: Desk.colleague)
        #expect(!verified.state.isAwaited)
        #expect(!mayRead(verified.state, in: Occasion(Actor(Desk.colleague), at: verified.now, under: verified.desk)))
    }

    @Test("it has an owner and is due today at the earliest")
    func due() throws {
        let life = try Life.closed()
        func refusal(_ day: String) throws -> Refusal? {
            life.refusal(of: .rectify(what: "x", owner: "陈立", due: try #require(Day(day))), by: Desk.complaints)
        }
        #expect(try refusal("2026-11-19") == .inThePast("due"))
        #expect(try refusal("2026-11-20") == nil)
        #expect(life.refusal(of: .rectify(what: " ", owner: "陈立", due: Day(ordinal: 20_790)), by: Desk.complaints) == .missing("what"))
        let long = String(repeating: "x", count: 201)
        #expect(
            life.refusal(of: .rectify(what: "x", owner: long, due: Day(ordinal: 20_790)), by: Desk.complaints)
                == .tooLong("owner", limit: 200)
        )
    }
}

@Suite("Chasers and delay notes")
struct ChaserTests {
    @Test("a chaser only for an open, overdue case; each has its number")
    func chaser() throws {
        var life = try Life.inHand()
        #expect(life.refusal(of: .chase(text: ""), by: Desk.manager) == .notOverdue)
        life.now = Desk.at("2026-11-23 16:58")
        #expect(life.refusal(of: .chase(text: ""), by: Desk.manager) == .notOverdue)
        life.now = Desk.at("2026-11-23 17:00")
        life.desk.nextNumbers[.chaser] = "0379-2611-C003"
        let chased = try life.after(.chase(text: "请今日答复"), by: Desk.manager)
        #expect(chased.state.chasers == 1)
        #expect(chased.events.last?.event == Chaser(number: "0379-2611-C003", text: "请今日答复"))
        #expect(try chased.after(.chase(text: ""), by: Desk.manager).state.chasers == 2)
        #expect(life.refusal(of: .chase(text: ""), by: Desk.clerk) == .roleMayNot(.chase, [.complaintManager, .branchManager]))
        var closed = try Life.closedLate()
        closed.now = Desk.at("2027-01-01 10:00")
        #expect(closed.refusal(of: .chase(text: ""), by: Desk.manager) == .locked(.chase))
    }

    @Test("what waits too long for its signature is chased too")
    func signature() throws {
        var life = try Life.toSign()
        life.now = Desk.at("2026-11-23 17:00")
        #expect(life.refusal(of: .chase(text: ""), by: Desk.complaints) == nil)
    }

    @Test("a delay note only for a case that closed late, once, with the cause")
    func delayNote() throws {
        var life = try Life.closedLate()
        life.desk.nextNumbers[.delayNote] = "0379-2611-L002"
        #expect(life.refusal(of: .delayNote(cause: " "), by: Desk.complaints) == .missing("cause"))
        let noted = try life.after(.delayNote(cause: "等待他行回函"), by: Desk.complaints)
        #expect(noted.events.last?.event == DelayNote(number: "0379-2611-L002", cause: "等待他行回函"))
        #expect(noted.refusal(of: .delayNote(cause: "x"), by: Desk.complaints) == .alreadyDone(.delayNote))
        #expect(try Life.closed().refusal(of: .delayNote(cause: "x"), by: Desk.complaints) == .notLate)
        var open = try Life.inHand()
        open.now = Desk.at("2026-12-01 10:00")
        #expect(open.refusal(of: .delayNote(cause: "x"), by: Desk.complaints) == .wrongStage(.delayNote, .inHand, allowed: [.closed]))
    }

    @Test("the series have letters of their own")
    func series() throws {
        let day = try #require(Day("2026-11-20"))
        #expect(
            Series.allCases.map { $0.number(branch: "0379", day: day, serial: 7) } == [
                "0379-2611-C007", "0379-2611-L007", "0379-2611-D007",
            ]
        )
        #expect(Series.chaser.number(branch: "0379", day: day, serial: 1000) == "0379-2611-C1000")
    }
}

@Suite("The customer refuses the answer")
struct RefusedAnswerTests {
    @Test("at once: back in hand, the clocks run again, no signature is due; the outside channels are told of")
    func atOnce() throws {
        var life = try Life.repliedTo()
        life.desk.settings.outsideChannels = "12378"
        let refused = try life.after(.refused, by: Desk.clerk)
        #expect(refused.state.stage == .inHand && refused.state.holder == Desk.complaints.number)
        #expect(refused.state.sentBackFor == "客户不认可解释")
        #expect(refused.clockStates == ["reply running", "final running", "pass-on kept", "signature superseded"])
        #expect(refused.due(.reply) == "2026-11-23 17:00")
        #expect(!refused.state.awaitsSignature)
        #expect(refused.events.last?.event == RefusedAnswer(reason: "客户不认可解释", toldChannels: "12378"))
        // A manager goes on with it.
        #expect(try refused.after(.replied, by: Desk.complaints).state.stage == .toSign)
    }

    @Test("what was answered on the spot is as it was logged: its first responder passes it on, or a manager takes it, within the limit")
    func onTheSpot() throws {
        for taker in [Desk.clerk, Desk.complaints, Desk.manager] {
            let life = try Life(takenBy: taker).after(.answered, by: taker)
            let refused = try life.after(.refused, by: taker)
            #expect(refused.state.stage == .logged && refused.state.holder == taker.number)
            #expect(refused.clockStates == ["reply running", "final running", "pass-on kept", "signature superseded", "pass-on running"])
            #expect(refused.state.clocks.last?.started == refused.now)
            #expect(duties(of: refused.state, at: refused.now, under: refused.desk) == [.passOn])
            let handed = try refused.after(.handed(to: Desk.secondComplaints), by: taker)
            #expect(handed.state.stage == .handedOver && handed.clockStates.contains("pass-on kept"))
            #expect(try refused.after(.accept, by: Desk.complaints).state.stage == .inHand)
            // They may try once more, within their authority.
            #expect(try refused.after(.answered, by: taker).state.stage == .toSign)
        }
        // Amended to be about its first responder, it is handed over by them all the same.
        let about = try Life().after(.answered, by: Desk.clerk).after(.refused, by: Desk.clerk).after(
            .amend("about", to: "李敏"),
            by: Desk.manager
        )
        #expect(about.refusal(of: .handed(to: Desk.complaints), by: Desk.clerk) == nil)
        // Rejected a day later, whoever answered at once was in time all the same: to pass it on is due from then.
        let late = try Life().after(.answered, by: Desk.clerk).after(.refused, by: Desk.clerk, at: "2026-11-21 10:00")
        #expect(!late.state.isOverdue(at: late.now) && late.state.clocks.last?.started == late.now)
    }

    @Test("after closing: the case stays closed, signed and locked, and a new one is to begin")
    func afterClosing() throws {
        let closed = try Life.closed()
        let refused = try closed.after(.refused, by: Desk.clerk)
        #expect(refused.state.stage == .closed)
        #expect(refused.state.signedAt == closed.state.signedAt)
        #expect(refused.clockStates == closed.clockStates)
        // Its tie to the old one.
        let link = Linked(number: closed.state.number.description, tie: .refusedAnswer)
        let next = try #require(evolve(try Life().state, Happened(link, at: closed.now, by: Desk.clerk.number, seq: 2)))
        #expect(next.links == [.init(number: "0379-2611-017", tie: .refusedAnswer)])
    }

    @Test("with a reason, by whoever took it or a manager, and only where there is an answer")
    func who() throws {
        let life = try Life.toSign()
        #expect(life.refusal(of: .refused, by: Desk.colleague) == .mayNotRead)
        #expect(life.refusal(of: .refused, by: Desk.complaints) == nil)
        #expect(life.refusal(of: .refuseAnswer(.init(reason: "", toldChannels: "")), by: Desk.complaints) == .missing("reason"))
        #expect(
            try Life.inHand().refusal(of: .refused, by: Desk.complaints)
                == .wrongStage(.refuseAnswer, .inHand, allowed: [.toSign, .closed, .merged])
        )
        #expect(try Life(historyAbout: "").refusal(of: .refused, by: Desk.complaints) == .history(.refuseAnswer))
    }
}

@Suite("Merge")
struct MergeTests {
    private func life() throws -> Life { try Life(desk: Desk.rulesWithOther).after(.accept, by: Desk.complaints) }

    @Test("into another open case: its clocks go on there, and the signature is still due")
    func merges() throws {
        let merged = try life().after(.sample(.merge), by: Desk.complaints, at: "2026-11-20 12:00")
        #expect(merged.state.stage == .merged)
        #expect(merged.state.links == [.init(number: "0379-2611-009", tie: .mergedInto)])
        #expect(merged.clockStates == ["reply superseded", "final superseded", "pass-on kept", "signature running"])
        #expect(merged.state.awaitsSignature && merged.state.closedAt == Desk.at("2026-11-20 12:00"))
        let signed = try merged.after(.sign, by: Desk.manager)
        #expect(signed.state.stage == .merged && signed.state.isSigned)
    }

    @Test("not into itself, not into one that is not there or no longer open, and not by a clerk")
    func refusals() throws {
        var life = try life()
        let act = Deed.sample(.merge)
        #expect(life.refusal(of: act, by: Desk.clerk) == .roleMayNot(.merge, [.complaintManager, .branchManager]))
        life.desk.other?.stage = .closed
        #expect(life.refusal(of: act, by: Desk.complaints) == .mergeIntoEnded("0379-2611-009", .closed))
        life.desk.other = life.state
        #expect(life.refusal(of: .merge(into: life.state.number.description), by: Desk.complaints) == .mergeIntoItself)
        life.desk.other = nil
        #expect(life.refusal(of: .merge(into: "0379-2611-999"), by: Desk.complaints) == .noSuchCase("0379-2611-999"))
    }
}

@Suite("Statements, spot checks and holds")
struct AsideTests {
    @Test("a statement is for its author, the branch manager and the auditor; whoever the case is about may write one")
    func statement() throws {
        let life = try Life.inHand(about: "李敏").after(.sample(.statement), by: Desk.clerk)
        let event = try #require(life.events.last)
        func sees(_ member: StaffMember) -> Bool { event.isVisible(to: Actor(member), on: life.state) }
        #expect(sees(Desk.clerk) && sees(Desk.manager) && sees(Desk.auditor))
        #expect(!sees(Desk.colleague) && !sees(Desk.complaints) && !sees(Desk.secondComplaints))
        #expect(event.isVisible(to: Actor(Desk.colleague, standingInFor: Desk.manager), on: life.state))
        for other in life.events.dropLast() { #expect(other.isVisible(to: Actor(Desk.colleague), on: life.state)) }
        #expect(life.refusal(of: .statement(.init(text: " ")), by: Desk.clerk) == .missing("text"))
        #expect(
            life.refusal(of: .sample(.statement), by: Desk.auditor)
                == .roleMayNot(.statement, [.counter, .complaintManager, .branchManager])
        )
    }

    @Test("no hold is placed on an end that is not signed: it may be sent back", arguments: [Deed.withdrawn, .notAccepted])
    func holdOnUnsigned(end: Deed) throws {
        let ended = try Life.inHand().after(end, by: Desk.complaints)
        #expect(ended.refusal(of: .sample(.hold), by: Desk.manager) == .holdOfUnsigned)
        let told = try ended.after(.outcomeTold, by: Desk.complaints)
        #expect(try told.after(.sign, by: Desk.manager).refusal(of: .sample(.hold), by: Desk.manager) == nil)
    }

    @Test("a hold keeps a closed case until it is released, both with a reason, by the branch manager")
    func hold() throws {
        let closed = try Life.closed()
        let (hold, release) = (Deed.sample(.hold), Deed.sample(.release))
        #expect(closed.refusal(of: release, by: Desk.manager) == .nothingAsked(.release))
        #expect(closed.refusal(of: hold, by: Desk.complaints) == .roleMayNot(.hold, [.branchManager]))
        #expect(closed.refusal(of: .hold(.init(reason: "")), by: Desk.manager) == .missing("reason"))
        let held = try closed.after(hold, by: Desk.manager)
        #expect(held.state.heldFor == "诉讼中")
        #expect(held.refusal(of: hold, by: Desk.manager) == .alreadyDone(.hold))
        let released = try held.after(release, by: Desk.manager)
        #expect(released.state.heldFor == nil)
        #expect(released.refusal(of: hold, by: Desk.manager) == nil)
        #expect(try Life(historyAbout: "").after(hold, by: Desk.manager).state.heldFor == "诉讼中")
    }

    @Test("only what is signed is held, whatever its end: what is sent back is open again")
    func holdOfUnsigned() throws {
        let hold = Deed.sample(.hold)
        for end in [Deed.withdrawn, .notAccepted] {
            let ended = try Life.inHand().after(end, by: Desk.complaints)
            #expect(ended.refusal(of: hold, by: Desk.manager) == .holdOfUnsigned)
            #expect(try ended.after(.sign, by: Desk.manager).after(hold, by: Desk.manager).state.heldFor == "诉讼中")
        }
    }

    @Test("a spot check leaves the closed case as it is")
    func spotCheck() throws {
        let life = try Life.closed().after(.sample(.spotCheck), by: Desk.complaints)
        #expect(life.state.stage == .closed)
        #expect(life.events.last?.event == SpotCheck(text: "抽查录音，属实"))
        #expect(life.refusal(of: .spotCheck(.init(text: "")), by: Desk.complaints) == .missing("text"))
    }

    @Test("a case of a customer who complained before is tied to the earlier one")
    func repeats() throws {
        let link = Linked(number: "0379-2611-009", tie: .repeated)
        let state = try #require(
            evolve(try Life().state, Happened(link, at: Desk.at("2026-11-20 10:00"), by: Desk.clerk.number, seq: 2))
        )
        #expect(state.links == [link])
        #expect(state.stage == .logged)
    }
}
