import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Escalation")
struct EscalationTests {
    @Test("a manager asks with a kind and a reason; the branch manager confirms, and a dossier is numbered")
    func confirmed() throws {
        var life = try Life.inHand()
        life.desk.nextNumbers[.dossier] = "0379-2611-D007"
        life = try life.after(.askEscalation(.init(why: .group, reason: "七名客户", persons: 7)), by: Desk.complaints)
        #expect(life.state.stage == .inHand)
        #expect(life.state.escalationAsked == .init(why: .group, reason: "七名客户", persons: 7))
        #expect(life.refusal(of: .escalationAsked, by: Desk.secondComplaints) == .alreadyAsked(.askEscalation))
        #expect(life.refusal(of: .confirmEscalation, by: Desk.complaints) == .roleMayNot(.confirmEscalation, [.branchManager]))
        let confirmed = try life.after(.confirmEscalation, by: Desk.manager)
        #expect(confirmed.state.stage == .withHeadOffice)
        #expect(confirmed.state.escalation == .init(why: .group, reason: "七名客户", persons: 7))
        #expect(confirmed.state.escalationAsked == nil)
        #expect(confirmed.state.dossier == "0379-2611-D007")
        #expect(confirmed.events.last?.event == Dossier(number: "0379-2611-D007"))
    }

    @Test("nothing is confirmed that nobody asked; what is declined stays in hand and can be asked anew")
    func declined() throws {
        #expect(try Life.inHand().refusal(of: .confirmEscalation, by: Desk.manager) == .nothingAsked(.confirmEscalation))
        let life = try Life.inHand().after(.escalationAsked, by: Desk.complaints).after(.declined, by: Desk.manager)
        #expect(life.state.stage == .inHand && life.state.escalationAsked == nil && life.state.dossier == nil)
        #expect(life.refusal(of: .escalationAsked, by: Desk.complaints) == nil)
        #expect(life.events.last?.event == Declined(reason: "本网点可以处理", what: .escalation))
        #expect(life.refusal(of: .askEscalation(.init(why: .amount, reason: "")), by: Desk.complaints) == .missing("reason"))
        #expect(
            try Life.inHand().after(.escalationAsked, by: Desk.complaints).refusal(of: .decline(.init(reason: " ")), by: Desk.manager)
                == .missing("reason")
        )
    }

    @Test("a case about the branch manager goes to head office without a confirmation")
    func recusal() throws {
        let life = try Life.inHand(about: "赵国强").after(.askEscalation(.init(why: .recusal, reason: "涉及负责人")), by: Desk.complaints)
        #expect(life.state.stage == .withHeadOffice)
        #expect(life.events.suffix(2).map { $0.event.actName } == ["ask-escalation", "confirm-escalation"])
        #expect(life.state.escalation?.why == .recusal)
        // Also where it turned out only after the question.
        let asked = try Life.inHand().after(.escalationAsked, by: Desk.complaints).after(.amend("about", to: "1008"), by: Desk.complaints)
        #expect(asked.refusal(of: .confirmEscalation, by: Desk.manager) == .mayNotRead)
        #expect(try asked.after(.escalationAsked, by: Desk.complaints).state.stage == .withHeadOffice)
    }

    @Test("head office's progress is noted, its answer brings the case back in hand; the customer is still to be answered")
    func answer() throws {
        let life = try Life.withHeadOffice()
        #expect(life.refusal(of: .replied, by: Desk.complaints) == .headOfficeHasNotAnswered)
        #expect(try life.after(.sample(.headOfficeNote), by: Desk.complaints).state.stage == .withHeadOffice)
        #expect(life.refusal(of: .toldMeanwhile, by: Desk.complaints) == nil)
        let answered = try life.after(.headOfficeAnswered, by: Desk.complaints)
        #expect(answered.state.stage == .inHand && answered.state.isAnsweredByHeadOffice)
        #expect(answered.clockStates == ["reply running", "final running", "pass-on kept"])
        #expect(answered.refusal(of: .replied, by: Desk.complaints) == nil)
        #expect(answered.refusal(of: .headOfficeAnswered, by: Desk.complaints) != nil)
        // A second time it is another question, and another answer is waited for.
        let again = try answered.after(.escalationAsked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
        #expect(again.state.stage == .withHeadOffice && !again.state.isAnsweredByHeadOffice)
    }

    @Test("media interest and serious incidents are reported at once")
    func atOnce() {
        #expect(Escalation.Kind.allCases.filter(\.isAtOnce) == [.media, .group, .incident, .offence])
        #expect(
            Escalation.Kind.allCases.map(\.rawValue) == [
                "authority", "amount", "media", "regulator", "group", "incident", "offence", "branch-dispute", "staff-appeal", "repeat",
                "recusal",
            ]
        )
    }
}

@Suite("Head office's ruling in place of a signature")
struct RulingTests {
    /// A case about the branch manager, answered by 王芳.
    private func aboutManager() throws -> Life {
        try Life.inHand(about: "赵国强").after([.notAtFault, .replied], by: Desk.complaints)
    }

    @Test("not where somebody in the branch may sign")
    func notNeeded() throws {
        let life = try Life.toSign()
        for member in [Desk.clerk, Desk.complaints, Desk.secondComplaints] {
            #expect(life.refusal(of: .ruled, by: member) == .somebodyMaySign(Desk.manager.number))
        }
        #expect(
            try Life().after(.withdrawn, by: Desk.clerk).refusal(of: .ruled, by: Desk.complaints) == .somebodyMaySign(Desk.manager.number)
        )
    }

    @Test("somebody uninvolved enters it, with its reference; the case is closed and locked")
    func entered() throws {
        let life = try aboutManager()
        #expect(life.refusal(of: .sign, by: Desk.manager) == .mayNotRead)
        #expect(life.refusal(of: .ruled, by: Desk.manager) == .mayNotRead)
        #expect(life.refusal(of: .ruled, by: Desk.complaints) == .uninvolvedOnly)
        #expect(life.refusal(of: .ruled, by: Desk.auditor) == .roleMayNot(.ruling, [.counter, .complaintManager, .branchManager]))
        let other = Desk.secondComplaints
        #expect(life.refusal(of: .ruling(.init(text: "同意", reference: " ")), by: other) == .missing("reference"))
        #expect(life.refusal(of: .ruling(.init(text: "", reference: "1号")), by: other) == .missing("text"))
        let ruled = try life.after(.ruled, by: Desk.secondComplaints, at: "2026-11-23 10:00")
        #expect(ruled.state.stage == .closed && ruled.state.isSigned)
        #expect(ruled.state.ruling == .init(text: "同意结案", reference: "总服〔2026〕17号"))
        #expect(ruled.state.closedAt == Desk.at("2026-11-23 10:00"))
        #expect(ruled.clock(.signature)?.state(at: ruled.now) == .kept)
        #expect(ruled.refusal(of: .noted, by: Desk.complaints) == .locked(.note))
    }

    @Test("also where the only branch manager handled it alone")
    func handledAlone() throws {
        let life = try Life().after(.accept, by: Desk.manager).after([.notAtFault, .replied], by: Desk.manager)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .handledAlone)
        #expect(life.refusal(of: .ruled, by: Desk.manager) == .uninvolvedOnly)
        #expect(life.refusal(of: .ruled, by: Desk.complaints) == nil)
    }

    @Test("what is not ready to be signed is not ruled on either")
    func notReady() throws {
        let life = try Life.inHand(about: "赵国强").after(.replied, by: Desk.complaints)
        #expect(life.refusal(of: .ruled, by: Desk.secondComplaints) == .findingMissing)
        let found = try life.after([.sentBack, .notAtFault, .replied], by: Desk.complaints)
        #expect(found.refusal(of: .ruled, by: Desk.secondComplaints) == nil)
    }

    @Test("another branch manager signs instead")
    func secondManager() throws {
        var life = try aboutManager()
        let second = Desk.member("1009", "郑凯", .branchManager)
        life.desk = Desk.rules(in: Desk.zone, staff: Desk.everybody + [second])
        #expect(life.refusal(of: .ruled, by: Desk.clerk) == .somebodyMaySign(second.number))
        #expect(life.refusal(of: .sign, by: second) == nil)
    }

    @Test("a stand-in signs instead while they stand in, and not after")
    func standIn() throws {
        var life = try Life().after(.accept, by: Desk.manager).after([.notAtFault, .replied], by: Desk.manager)
        let days = [("2026-11-20", true), ("2026-11-19", false), ("2026-11-25", false)]
        for (day, isToday) in days {
            let day = try #require(Day(day))
            life.desk.standIns = [StandIn(absent: Desk.manager.number, standIn: Desk.colleague.number, from: day, to: day)]
            #expect(life.refusal(of: .ruled, by: Desk.complaints) == (isToday ? .somebodyMaySign(Desk.colleague.number) : nil))
        }
        // Whoever stands in for the one that it is about has no rights to lend.
        var about = try aboutManager()
        let today = Day(ordinal: 20_777)
        about.desk.standIns = [StandIn(absent: Desk.manager.number, standIn: Desk.colleague.number, from: today, to: today)]
        #expect(about.refusal(of: .ruled, by: Desk.secondComplaints) == nil)
        #expect(about.refusal(of: .ruled, by: Desk.colleague) == .mayNotRead)
    }

    @Test(
        "a manager enters it, or whoever stands in for one; a clerk only where no manager is left who took no part, and reads it only then"
    )
    func whoEnters() throws {
        let life = try aboutManager()
        func reads(_ member: StaffMember, _ life: Life) throws -> Bool {
            let actor = try life.desk.actor(member.number, at: life.now)
            return mayRead(life.state, in: Occasion(actor, at: life.now, under: life.desk))
        }
        // The clerk who took it reads it as their own, and is told who enters it; the other one learns nothing, not where it stands either.
        #expect(life.refusal(of: .ruled, by: Desk.clerk) == .managerEnters(Desk.secondComplaints.number))
        #expect(life.refusal(of: .ruled, by: Desk.colleague) == .mayNotRead)
        #expect(try !reads(Desk.colleague, life))
        var lent = life
        let today = Day(ordinal: 20_777)
        lent.desk.standIns = [StandIn(absent: Desk.secondComplaints.number, standIn: Desk.colleague.number, from: today, to: today)]
        let standIn = try lent.desk.actor(Desk.colleague.number, at: lent.now)
        #expect(throws: Never.self) {
            try decide(Deed.ruled.act, on: lent.state, in: Occasion(standIn, at: lent.now, under: lent.desk))
        }
        // Where the only other manager handled it, a clerk does.
        var small = life
        small.desk = Desk.rules(in: Desk.zone, staff: [Desk.clerk, Desk.colleague, Desk.complaints, Desk.manager])
        #expect(small.refusal(of: .ruled, by: Desk.complaints) == .uninvolvedOnly)
        #expect(small.refusal(of: .ruled, by: Desk.colleague) == nil)
        #expect(try reads(Desk.colleague, small))
    }

    @Test("it says up to which event the case was read, which is no part of what happened")
    func read() throws {
        #expect(ActKind.ruling.rule.isOfReader && ActKind.sign.rule.isOfReader)
        #expect(ActKind.allCases.filter(\.rule.isOfReader) == [.sign, .ruling])
        var ruling = Ruling(text: "同意", reference: "1号")
        ruling.read = 7
        let life = try aboutManager()
        let events = try decide(ruling, on: life.state, in: Occasion(Actor(Desk.secondComplaints), at: life.now, under: life.desk))
        #expect(events.first?.isSame(as: Ruling(text: "同意", reference: "1号")) == true)
    }

    @Test("whoever reads a case only to enter the ruling does not see the customer's contacts")
    func narrow() throws {
        let life = try Life(about: "赵国强") {
            $0.contact = "13812340000"
            $0.callBackNumber = "0379-6543210"
        }.after(.amend("contact", to: "13912345678"), by: Desk.clerk)
        let state = life.state.withoutContacts
        #expect(state.intake.contact == "139****5678" && state.intake.callBackNumber == "037****3210")
        #expect(state.intake.text == life.state.intake.text)
        let told = life.events.map(\.withoutContacts)
        #expect((told.first?.event as? Logged)?.intake.contact == "138****0000")
        let amendment = try #require(told.compactMap { $0.event as? Amendment }.first)
        #expect((amendment.old.text, amendment.new.text) == ("138****0000", "139****5678"))
    }

    @Test("where nobody is left who is uninvolved, one who handled it enters the ruling")
    func everybodyInvolved() throws {
        let desk = Desk.rules(in: Desk.zone, staff: [Desk.clerk, Desk.complaints, Desk.manager])
        let life = try Life(about: "赵国强", desk: desk).after(.answered, by: Desk.clerk).after(.notAtFault, by: Desk.complaints)
        #expect(life.refusal(of: .ruled, by: Desk.clerk) == nil)
        #expect(life.refusal(of: .ruled, by: Desk.complaints) == nil)
        var wider = life
        wider.desk = Desk.rules
        #expect(wider.refusal(of: .ruled, by: Desk.clerk) == .uninvolvedOnly)
    }

    @Test("a withdrawn case about the branch manager is ruled on by somebody uninvolved, and keeps its stage")
    func withdrawn() throws {
        let life = try aboutManager().after(.withdrawn, by: Desk.complaints)
        // Whoever took the withdrawal down is not uninvolved.
        #expect(life.refusal(of: .ruled, by: Desk.complaints) == .uninvolvedOnly)
        let ruled = try life.after(.ruled, by: Desk.secondComplaints)
        #expect(ruled.state.stage == .withdrawn && ruled.state.isSigned && !ruled.state.awaitsSignature)
    }
}
