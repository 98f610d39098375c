import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Answer on the spot")
struct AnswerTests {
    @Test("where a case is about the branch manager, every other manager may take it from whoever was to accept it")
    func takenFromReceiver() throws {
        for about in ["赵国强", "1008"] {
            let handed = try Life(about: about).after(.handed(to: Desk.complaints), by: Desk.clerk)
            #expect(handed.refusal(of: .accept, by: Desk.secondComplaints) == nil)
            #expect(handed.refusal(of: .accept, by: Desk.manager) == .mayNotRead)
            // Another branch manager would.
            var wider = handed
            wider.desk.staff = StaffDirectory(Desk.everybody + [Desk.member("1020", "周明", .branchManager)])
            #expect(wider.refusal(of: .accept, by: Desk.secondComplaints) == .notTheReceiver(Desk.complaints.number))
        }
    }

    @Test("whoever was asked first answers; the case waits for its signature and the clocks stop as kept")
    func answers() throws {
        let life = try Life(agreed: "2026-11-21 12:00").after(.answered, by: Desk.clerk, at: "2026-11-20 10:20")
        #expect(life.state.stage == .toSign)
        #expect(life.state.answer?.text == "向客户解释了交班流程")
        #expect(life.state.handlers == [Desk.clerk.number])
        #expect(life.state.awaitsSignature)
        let (signature, others) = (life.state.clocks.filter { $0.name == .signature }, life.state.clocks.filter { $0.name != .signature })
        #expect(others.map(\.name) == [.reply, .final, .passOn, .promised])
        #expect(others.allSatisfy { $0.ended == Desk.at("2026-11-20 10:20") })
        #expect(others.allSatisfy { $0.state(at: Desk.at("2027-01-01 00:00")) == .kept })
        #expect(signature.map(\.started) == [Desk.at("2026-11-20 10:20")] && signature.map(\.ended) == [nil])
    }

    @Test("nobody else answers on the spot, not even a manager")
    func othersDoNot() throws {
        let life = try Life()
        #expect(life.refusal(of: .answered, by: Desk.colleague) == .notYours(.answer))
        #expect(life.refusal(of: .answered, by: Desk.complaints) == .notYours(.answer))
        #expect(life.refusal(of: .answered, by: Desk.manager) == .notYours(.answer))
        #expect(life.refusal(of: .answered, by: Desk.auditor) == .roleMayNot(.answer, [.counter, .complaintManager, .branchManager]))
        #expect(try Life(takenBy: Desk.complaints).refusal(of: .answered, by: Desk.complaints) == nil)
    }

    @Test("whoever the case is about does not answer it")
    func recusal() throws {
        #expect(try Life(about: "李敏").refusal(of: .answered, by: Desk.clerk) == .mayNotRead)
    }

    @Test("what is handed over or in hand is no longer answered on the spot")
    func stages() throws {
        let handed = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk)
        #expect(handed.refusal(of: .answered, by: Desk.clerk) == .wrongStage(.answer, .handedOver, allowed: [.logged]))
        #expect(try Life.inHand().refusal(of: .answered, by: Desk.clerk) == .wrongStage(.answer, .inHand, allowed: [.logged]))
        #expect(try Life.toSign().refusal(of: .answered, by: Desk.clerk) == .wrongStage(.answer, .toSign, allowed: [.logged]))
    }

    @Test("an answer says something, and not too much")
    func text() throws {
        let life = try Life()
        let tooLong = Deed.answer(.init(text: String(repeating: "答", count: 1_000_001)))
        #expect(life.refusal(of: tooLong, by: Desk.clerk) == .tooLong("text", limit: 1_000_000))
        #expect(life.refusal(of: .answer(.init(text: String(repeating: "答", count: 1_000_000))), by: Desk.clerk) == nil)
    }

    @Test("whoever it is about, or who may not promise what is claimed, is not expected to answer it")
    func suits() throws {
        func suits(_ member: StaffMember, about: [StaffMember] = [], claiming amount: String = "0") throws -> Bool {
            let amount = try #require(Amount(amount))
            let day = Desk.zone.day(at: Desk.at("2026-11-20 10:00"))
            return Answer.suits(member, about: about.map(\.number), claiming: amount, on: day, under: Desk.rules)
        }
        #expect(try suits(Desk.clerk))
        #expect(try suits(Desk.clerk, about: [Desk.colleague]))
        #expect(try !suits(Desk.clerk, about: [Desk.colleague, Desk.clerk]))
        #expect(try suits(Desk.clerk, claiming: "200.00"))
        #expect(try !suits(Desk.clerk, claiming: "200.01"))
        #expect(try suits(Desk.manager, claiming: "200.01"))
    }
}

@Suite("Hand over")
struct HandOverTests {
    @Test("a clerk hands over to a manager, who has yet to accept; the clocks towards the customer run on")
    func handsOver() throws {
        let life = try Life().after(.handOver(.init(to: Desk.complaints.number, note: "客户在大堂等候")), by: Desk.clerk)
        #expect(life.state.stage == .handedOver)
        #expect(life.state.awaitedReceiver == Desk.complaints.number)
        #expect(life.state.holder == Desk.clerk.number)
        #expect(life.clockStates == ["reply running", "final running", "pass-on kept", "start-work running"])
        #expect(life.state.handlers.isEmpty)
    }

    @Test("a colleague may hand over what nobody has in hand yet")
    func colleague() throws {
        #expect(try Life().refusal(of: .handed(to: Desk.complaints), by: Desk.colleague) == nil)
    }

    @Test("the receiver is a manager who works here and is not whom the case is about")
    func receivers() throws {
        let life = try Life(about: "陈立")
        func refusal(_ number: String) -> Refusal? { life.refusal(of: .handOver(.init(to: Desk.number(number))), by: Desk.clerk) }
        #expect(refusal("1005") == nil)
        #expect(refusal("1008") == nil)
        #expect(refusal("4711") == .unknownStaff(Desk.number("4711")))
        #expect(refusal("1002") == .receiverHasLeft(Desk.number("1002")))
        #expect(refusal("1004") == .receiverIsNoManager(Desk.number("1004")))
        #expect(refusal("1010") == .receiverIsNoManager(Desk.number("1010")))
        #expect(
            try Life(takenBy: Desk.manager).refusal(of: .handOver(.init(to: Desk.manager.number)), by: Desk.manager)
                == .alreadyWith(Desk.manager.number)
        )
        #expect(refusal("1006") == .receiverIsSubject(Desk.number("1006")))
    }

    @Test("whoever the case is about may hand it over, and nothing more")
    func subject() throws {
        let life = try Life(about: "李敏")
        #expect(life.refusal(of: .handed(to: Desk.complaints), by: Desk.clerk) == nil)
        for act in [Deed.answered, .noted, .withdrawn, .amended] {
            #expect(life.refusal(of: act, by: Desk.clerk) == .mayNotRead)
        }
        let aboutManager = try Life(about: "1008")
        for act in [Deed.accept, .noted, .withdrawn, .notAccepted, .amended] {
            #expect(aboutManager.refusal(of: act, by: Desk.manager) == .mayNotRead)
        }
        // They do not hold it: nobody takes a case about themselves out of the hands of whoever works it.
        #expect(aboutManager.refusal(of: .handed(to: Desk.complaints), by: Desk.manager) == .mayNotRead)
        let inHand = try aboutManager.after(.accept, by: Desk.complaints)
        #expect(inHand.refusal(of: .handed(to: Desk.secondComplaints), by: Desk.manager) == .mayNotRead)
    }

    @Test("what is in hand goes to another manager, by a manager")
    func onward() throws {
        let life = try Life.inHand()
        #expect(life.refusal(of: .handed(to: Desk.complaints), by: Desk.complaints) == .alreadyWith(Desk.complaints.number))
        #expect(life.refusal(of: .handed(to: Desk.secondComplaints), by: Desk.clerk) == .notYours(.handOver))
        // Another manager takes it over, and need not ask whoever has it.
        #expect(try life.after(.handed(to: Desk.manager), by: Desk.manager).state.awaitedReceiver == Desk.manager.number)
        let onward = try life.after(.handed(to: Desk.secondComplaints), by: Desk.complaints)
        #expect(onward.state.stage == .handedOver)
        #expect(onward.state.awaitedReceiver == Desk.secondComplaints.number)
        #expect(onward.state.holder == Desk.complaints.number)
    }

    @Test("what waits for its receiver or for its signature is not handed over")
    func stages() throws {
        let handed = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk)
        let again = Deed.handed(to: Desk.secondComplaints)
        #expect(handed.refusal(of: again, by: Desk.clerk) == .wrongStage(.handOver, .handedOver, allowed: [.logged, .inHand]))
        #expect(try Life.toSign().refusal(of: again, by: Desk.manager) == .wrongStage(.handOver, .toSign, allowed: [.logged, .inHand]))
    }

    @Test("the note for the receiver is not endless")
    func note() throws {
        let act = Deed.handOver(.init(to: Desk.complaints.number, note: String(repeating: "x", count: 1_000_001)))
        #expect(try Life().refusal(of: act, by: Desk.clerk) == .tooLong("note", limit: 1_000_000))
    }
}

@Suite("Accept")
struct AcceptTests {
    @Test("the receiver accepts and has the case in hand")
    func accepts() throws {
        let life = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk).after(.accept, by: Desk.complaints)
        #expect(life.state.stage == .inHand)
        #expect(life.state.holder == Desk.complaints.number)
        #expect(life.state.awaitedReceiver == nil)
        #expect(life.state.firstResponder == Desk.clerk.number)
    }

    @Test("only the receiver or the branch manager accepts what was handed over")
    func receiver() throws {
        let life = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk)
        #expect(life.refusal(of: .accept, by: Desk.secondComplaints) == .notTheReceiver(Desk.complaints.number))
        #expect(life.refusal(of: .accept, by: Desk.manager) == nil)
        #expect(life.refusal(of: .accept, by: Desk.clerk) == .roleMayNot(.accept, [.complaintManager, .branchManager]))
        #expect(life.refusal(of: .accept, by: Desk.auditor) == .roleMayNot(.accept, [.complaintManager, .branchManager]))
    }

    @Test("whoever stands in for the receiver accepts for them")
    func standIn() throws {
        var life = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk)
        let standIn = Actor(Desk.colleague, standingInFor: Desk.complaints)
        #expect(
            life.refusal(of: .accept, by: Actor(Desk.colleague, standingInFor: Desk.secondComplaints))
                == .notTheReceiver(Desk.complaints.number)
        )
        try life.perform(.accept, by: standIn)
        // What is accepted for somebody is theirs.
        #expect(life.state.holder == Desk.complaints.number)
        #expect(life.events.last?.onBehalfOf == Desk.complaints.number)
    }

    @Test("a manager takes at once what is logged, one's own included")
    func atOnce() throws {
        #expect(try Life().refusal(of: .accept, by: Desk.complaints) == nil)
        #expect(try Life(takenBy: Desk.complaints).refusal(of: .accept, by: Desk.complaints) == nil)
        #expect(try Life(takenBy: Desk.manager).refusal(of: .accept, by: Desk.manager) == nil)
    }

    @Test("whoever the case is about does not accept it")
    func recusal() throws {
        #expect(try Life(about: "王芳").refusal(of: .accept, by: Desk.complaints) == .mayNotRead)
    }

    @Test("what is in hand is not accepted twice")
    func twice() throws {
        #expect(
            try Life.inHand().refusal(of: .accept, by: Desk.secondComplaints)
                == .wrongStage(.accept, .inHand, allowed: [.logged, .handedOver])
        )
    }
}
