import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Sign")
struct SignTests {
    @Test("the branch manager signs; the case is closed and locked")
    func signs() throws {
        let life = try Life.toSign().after(.sign, by: Desk.manager, at: "2026-11-20 15:00")
        #expect(life.state.stage == .closed)
        #expect(life.state.signer == Desk.manager.number)
        #expect(life.state.signedAt == Desk.at("2026-11-20 15:00"))
        #expect(life.state.closedAt == Desk.at("2026-11-20 15:00"))
        #expect(life.state.isSigned && !life.state.awaitsSignature)
        for act in [
            Deed.answered, .handed(to: Desk.complaints), .accept, .noted, .atFault, .replied, .sign, .sentBack, .withdrawn, .notAccepted,
            .amended,
        ]
        where act.kind.rule.roles.contains(.branchManager) {
            #expect(life.refusal(of: act, by: Desk.manager) == .locked(act.kind))
        }
        #expect(life.refusal(of: .added, by: Desk.manager) == nil)
    }

    @Test("only the branch manager signs")
    func who() throws {
        let life = try Life.toSign()
        for member in [Desk.clerk, Desk.complaints, Desk.auditor] {
            #expect(life.refusal(of: .sign, by: member) == .roleMayNot(.sign, [.branchManager]))
        }
        #expect(life.refusal(of: .sign, by: Desk.formerManager) == .retired(Desk.formerManager.number))
        #expect(
            Refusal.roleMayNot(.sign, [.branchManager]).sentence
                == Phrase(en: "Sign: only the branch manager may do that.", zh: "签字：仅限网点负责人办理。")
        )
    }

    @Test("a stand-in signs for the absent branch manager")
    func standIn() throws {
        var life = try Life.toSign()
        #expect(life.refusal(of: .sign, by: Actor(Desk.colleague, standingInFor: Desk.complaints)) == .roleMayNot(.sign, [.branchManager]))
        try life.perform(.sign, by: Actor(Desk.colleague, standingInFor: Desk.manager))
        #expect(life.state.signer == Desk.colleague.number)
        #expect(life.events.last?.onBehalfOf == Desk.manager.number)
    }

    @Test("a stand-in has no right on a case that the absent manager has not: none on one about them")
    func standInForSubject() throws {
        let standIn = Actor(Desk.colleague, standingInFor: Desk.manager)
        let life = try Life.toSign(about: "赵国强")
        #expect(life.refusal(of: .sign, by: standIn) != nil)
        #expect(life.refusal(of: .sentBack, by: standIn) != nil)
        // A complaint manager keeps the rights of their own.
        let ownRights = Actor(Desk.secondComplaints, standingInFor: Desk.manager)
        #expect(life.refusal(of: .noted, by: ownRights) == nil)
    }

    @Test("there is a finding before there is a signature")
    func findingFirst() throws {
        #expect(try Life().after(.answered, by: Desk.clerk).refusal(of: .sign, by: Desk.manager) == .findingMissing)
        #expect(try Life.inHand().after(.replied, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == .findingMissing)
    }

    @Test(
        "at fault, wholly or partly: apology, correction and rectification first",
        arguments: [Fault.bank, .partly],
        [("apology", "", "x", "x"), ("correction", "x", " ", "x"), ("rectification", "x", "x", "\n")]
    )
    func atFault(fault: Fault, lacking: (field: FieldName, apology: String, correction: String, rectification: String)) throws {
        let finding = Deed.finding(
            fault,
            apology: lacking.apology,
            correction: lacking.correction,
            rectification: lacking.rectification,
            explanation: "x"
        )
        let life = try Life().after(.answered, by: Desk.clerk).after(.finding(finding), by: Desk.complaints)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .findingLacks([lacking.field]))
        #expect(try life.after(.atFault, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("all that an entry lacks for its signature is named at once, and is due at once")
    func allAtOnce() throws {
        let bare = try Life().after(.answered, by: Desk.clerk).after(.finding(Deed.finding(.bank)), by: Desk.complaints)
        let all: [FieldName] = ["apology", "correction", "rectification"]
        #expect(bare.refusal(of: .sign, by: Desk.manager) == .findingLacks(all))
        #expect(duties(of: bare.state, at: bare.now, under: bare.desk) == [.completeFinding(all)])
        let book = try Life { intake in
            intake.channel = .commentBook
            intake.contact = "13812340000"
        }.after(.accept, by: Desk.complaints).after(.reply(.init(how: .book, text: "已在意见簿答复")), by: Desk.complaints)
        #expect(book.refusal(of: .sign, by: Desk.manager) == .lackingForSignature([.findingMissing, .bookFirst(nil), .replyFirst]))
        #expect(duties(of: book.state, at: book.now, under: book.desk) == [.finding, .answerInBook, .tellOutcome])
        let sentence = try #require(book.refusal(of: .sign, by: Desk.manager)).sentence
        #expect(
            sentence.english.hasPrefix("Sign: (1) there is no finding yet. A manager must record one first. (2) the entry must be answered")
        )
        #expect(sentence.chinese.hasPrefix("签字：(1) 尚无责任认定。请管理人员先作责任认定，再签字。(2) 须先在意见簿上回复"))
        let found = try book.after([.notAtFault, .inBook], by: Desk.complaints)
        #expect(found.refusal(of: .sign, by: Desk.manager) == .replyFirst)
    }

    @Test(
        "what is to be done is what can be: whoever else may sign is named, and who cannot have it handled by another waits for head office"
    )
    func whoElse() throws {
        func next(_ life: Life) -> [Duty] { duties(of: life.state, at: life.now, under: life.desk) }
        let alone = try Life().after(.accept, by: Desk.manager).after([.notAtFault, .replied], by: Desk.manager)
        #expect(next(alone) == [.sendBackOrRuling])
        #expect(Duty.sendBackOrRuling.act == .sendBack)
        // Where somebody stands in for the branch manager today, they are the other pair of eyes.
        var lent = alone
        lent.desk.standIns.append(
            StandIn(absent: Desk.manager.number, standIn: Desk.secondComplaints.number, from: Day("2026-11-01")!, to: Day("2026-12-31")!)
        )
        #expect(next(lent) == [.signByOther(Desk.secondComplaints.number)])
        #expect(Duty.signByOther(Desk.secondComplaints.number).waiting.chinese == "待 \(Desk.secondComplaints.number) 签字")
        // Nobody else could handle it.
        var small = alone
        small.desk.staff = StaffDirectory(small.desk.staff.all.filter { $0.role != .complaintManager })
        #expect(next(small) == [.ruling])
    }

    @Test("not at fault: the patient explanation first, and nothing else")
    func notAtFault() throws {
        let life = try Life().after(.answered, by: Desk.clerk)
        let bare = try life.after(.finding(Deed.finding(.none, apology: "x", correction: "x", rectification: "x")), by: Desk.complaints)
        #expect(bare.refusal(of: .sign, by: Desk.manager) == .findingLacks(["explanation"]))
        #expect(try life.after(.notAtFault, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("nobody signs what they alone handled: answered, found and replied to")
    func handledAlone() throws {
        let replied = try Life().after(.accept, by: Desk.manager).after(.notAtFault, by: Desk.manager).after(.replied, by: Desk.manager)
        #expect(replied.refusal(of: .sign, by: Desk.manager) == .handledAlone)
        let answered = try Life(takenBy: Desk.manager).after(.answered, by: Desk.manager)
        #expect(answered.refusal(of: .sign, by: Desk.manager) == .findingByAnother)
        #expect(try answered.after(.notAtFault, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
        let alone = try answered.after(.notAtFault, by: Desk.manager)
        #expect(alone.refusal(of: .sign, by: Desk.manager) == .handledAlone)
        // Another's finding makes two who handled it.
        #expect(try answered.after(.notAtFault, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
        // Taking a case down or accepting it is not handling it.
        let shared = try Life(takenBy: Desk.manager).after(.handed(to: Desk.complaints), by: Desk.manager).after(
            .accept,
            by: Desk.complaints
        )
        .after(.notAtFault, by: Desk.complaints).after(.replied, by: Desk.complaints)
        #expect(shared.refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("whoever alone handled it is told at once what else is missing, too")
    func aloneAndLacking() throws {
        let book = try Life(takenBy: Desk.manager) { ($0.channel, $0.contact) = (.commentBook, "13800001234") }
        let answered = try book.after(.answered, by: Desk.manager)
        guard case .lackingForSignature(let all)? = answered.refusal(of: .sign, by: Desk.manager) else {
            Issue.record("one thing alone is named")
            return
        }
        #expect(all == [.findingByAnother, .bookFirst(nil), .replyFirst])
        let found = try answered.after(.notAtFault, by: Desk.manager)
        #expect(found.refusal(of: .sign, by: Desk.manager) == .lackingForSignature([.handledAlone, .bookFirst(nil), .replyFirst]))
    }

    @Test("what was sent back or overruled counts no longer: nobody signs where all that stands is theirs alone")
    func sentBackCountsNoLonger() throws {
        let replied = try Life.repliedTo()
        // The branch manager sends back what 王芳 found and replied, finds and replies alone, and signs.
        let alone = try replied.after(.sentBack, by: Desk.manager).after(.notAtFault, by: Desk.manager).after(.replied, by: Desk.manager)
        #expect(alone.refusal(of: .sign, by: Desk.manager) == .handledAlone)
        // Where the finding of another stands, two have handled it.
        let shared = try replied.after(.sentBack, by: Desk.manager).after(.replied, by: Desk.manager)
        #expect(shared.refusal(of: .sign, by: Desk.manager) == nil)
        // Overruled: the answer of the branch manager's own, and a finding of another that their own took the place of.
        let answered = try Life(takenBy: Desk.manager).after(.answered, by: Desk.manager).after(.notAtFault, by: Desk.complaints)
        #expect(answered.refusal(of: .sign, by: Desk.manager) == nil)
        let overruled = try answered.after(.noted, by: Desk.complaints).after(.notAtFault, by: Desk.manager)
        #expect(overruled.refusal(of: .sign, by: Desk.manager) == .handledAlone)
    }

    @Test(
        "what somebody did whom the case came to be about is no pair of eyes: all theirs is not signed, and of what stands the signer is told"
    )
    func subjectsEyes() throws {
        let named = Deed.amend("about", to: "王芳")
        // All that stands is hers.
        let hers = try Life.inHand().after([.notAtFault, .replied], by: Desk.complaints).after(named, by: Desk.secondComplaints)
        #expect(hers.refusal(of: .sign, by: Desk.manager) == .handledBySubject(Desk.complaints.number))
        #expect(hers.state.subjectHandlers == [Desk.complaints.number] && hers.state.eyes.isEmpty)
        // Sent back, somebody else answers; or head office rules.
        let again = try hers.after(.sentBack, by: Desk.manager).after([.notAtFault, .replied], by: Desk.secondComplaints)
        #expect(again.refusal(of: .sign, by: Desk.manager) == nil && again.state.subjectHandlers.isEmpty)
        #expect(hers.refusal(of: .ruled, by: Desk.manager) == nil)
        #expect(hers.refusal(of: .ruled, by: Desk.secondComplaints) == .managerEnters(Desk.manager.number))
        // Hers beside the signer's own: one pair of eyes.
        let two = try Life.inHand().after(.replied, by: Desk.complaints).after(named, by: Desk.secondComplaints)
        #expect(try two.after(.notAtFault, by: Desk.manager).refusal(of: .sign, by: Desk.manager) == .handledAlone)
        // Beside another's it is signed, and the account says whose it is.
        let beside = try two.after(.notAtFault, by: Desk.secondComplaints)
        #expect(beside.refusal(of: .sign, by: Desk.manager) == nil)
        let fact = try #require(Account(of: beside.state, beside.events).facts.first { $0.name == "handled-by-subject" })
        #expect(fact.isKnown && fact.name.label.english == "Handled by whom it is about")
    }

    @Test("nobody signs an end of its own that they alone brought about", arguments: [Deed.withdrawn, .notAccepted, .sample(.merge)])
    func endedAlone(end: Deed) throws {
        var life = try Life.inHand()
        life.desk = Desk.rulesWithOther
        let ended = try life.after(end, by: Desk.manager)
        #expect(ended.refusal(of: .sign, by: Desk.manager) == .handledAlone)
        // As things stand nobody may sign; sent back, another manager could bring it to its end.
        #expect(duties(of: ended.state, at: ended.now, under: ended.desk).contains(.sendBackOrRuling))
        #expect(try life.after(end, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
        // The finding of another does not make it two: the end alone is what stands.
        let found = try life.after(.notAtFault, by: Desk.complaints).after(end, by: Desk.manager)
        #expect(found.refusal(of: .sign, by: Desk.manager) == .handledAlone)
    }

    @Test("a stand-in does not sign what they alone handled, for whomever they stand in")
    func standInHandledAlone() throws {
        let both = Actor(Desk.secondComplaints, standingInFor: Desk.manager)
        var life = try Life()
        try life.perform(.accept, by: both)
        try life.perform(.notAtFault, by: both)
        try life.perform(.replied, by: both)
        #expect(life.refusal(of: .sign, by: both) == .handledAlone)
        #expect(life.refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("the branch manager does not sign a case about themselves")
    func recusal() throws {
        #expect(try Life.toSign(about: "赵国强").refusal(of: .sign, by: Desk.manager) == .mayNotRead)
    }

    @Test("what is not answered is not signed")
    func stages() throws {
        let signable: Set<Stage> = [.toSign, .withdrawn, .notAccepted, .merged]
        #expect(try Life().refusal(of: .sign, by: Desk.manager) == .wrongStage(.sign, .logged, allowed: signable))
        #expect(try Life.inHand().refusal(of: .sign, by: Desk.manager) == .wrongStage(.sign, .inHand, allowed: signable))
    }
}

@Suite("Send back")
struct SendBackTests {
    @Test("an answer on the spot goes back to logged, a reply back in hand, with the reason")
    func stageBefore() throws {
        let answer = try Life.toSign().after(.sentBack, by: Desk.manager)
        #expect(answer.state.stage == .logged)
        #expect(answer.state.holder == Desk.clerk.number)
        #expect(answer.state.sentBackFor == "facts are missing")
        let reply = try Life.repliedTo().after(.sentBack, by: Desk.manager)
        #expect(reply.state.stage == .inHand)
        #expect(reply.state.holder == Desk.complaints.number)
        #expect(!reply.state.awaitsSignature)
    }

    @Test("the reply clock runs again, and its due moment is unchanged")
    func clock() throws {
        let life = try Life.repliedTo().after(.sentBack, by: Desk.manager, at: "2026-11-23 16:00")
        #expect(life.due(.reply) == "2026-11-23 17:00")
        #expect(life.clockStates == ["reply running", "final running", "pass-on kept", "signature superseded"])
        #expect(life.state.isOverdue(at: Desk.at("2026-11-23 17:01")))
        let again = try life.after(.replied, by: Desk.complaints, at: "2026-11-23 18:00")
        #expect(again.clock(.reply)?.state(at: again.now) == .breached)
        #expect(again.state.sentBackFor == nil)
        let inTime = try life.after(.replied, by: Desk.complaints, at: "2026-11-23 16:30")
        #expect(inTime.clock(.reply)?.state(at: Desk.at("2027-01-01 00:00")) == .kept)
    }

    @Test("the same can be answered anew, and be sent back anew")
    func again() throws {
        let life = try Life.toSign().after(.sentBack, by: Desk.manager).after(.answered, by: Desk.clerk)
        #expect(life.state.stage == .toSign)
        let taken = try life.after(.sentBack, by: Desk.manager).after(.accept, by: Desk.complaints).after(.replied, by: Desk.complaints)
        #expect(try taken.after(.sentBack, by: Desk.manager).state.stage == .inHand)
    }

    @Test("only the branch manager sends back, and only what waits for a signature")
    func who() throws {
        #expect(try Life.toSign().refusal(of: .sentBack, by: Desk.complaints) == .roleMayNot(.sendBack, [.branchManager]))
        #expect(
            try Life.inHand().refusal(of: .sentBack, by: Desk.manager)
                == .wrongStage(.sendBack, .inHand, allowed: ActKind.sendBack.rule.from)
        )
        let withdrawn = try Life().after(.withdrawn, by: Desk.clerk)
        #expect(withdrawn.refusal(of: .sentBack, by: Desk.manager) == nil)
        #expect(ActKind.sendBack.rule.from == [.toSign, .withdrawn, .notAccepted, .merged])
        #expect(try Life.toSign(about: "1008").refusal(of: .sentBack, by: Desk.manager) == .mayNotRead)
    }

    @Test("another manager sends back where the branch manager is recused; it waits for nobody")
    func recused() throws {
        let life = try Life.inHand(about: "赵国强").after(.replied, by: Desk.complaints)
        #expect(life.refusal(of: .sentBack, by: Desk.manager) == .mayNotRead)
        #expect(life.refusal(of: .sentBack, by: Desk.clerk) == .roleMayNot(.sendBack, [.branchManager]))
        #expect(try life.after(.sentBack, by: Desk.complaints).state.stage == .inHand)
        var wider = life
        wider.desk = Desk.rules(in: Desk.zone, staff: Desk.everybody + [Desk.member("1009", "郑凯", .branchManager)])
        #expect(wider.refusal(of: .sentBack, by: Desk.complaints) == .roleMayNot(.sendBack, [.branchManager]))
    }

    @Test("the branch manager may send back what they alone handled")
    func alone() throws {
        let life = try Life(takenBy: Desk.manager).after(.answered, by: Desk.manager)
        #expect(life.refusal(of: .sentBack, by: Desk.manager) == nil)
    }
}
