import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Withdrawn, not accepted")
struct EndTests {
    @Test("the clocks towards the customer stop, and the signature is still due", arguments: [Deed.withdrawn, .notAccepted])
    func ends(act: Deed) throws {
        let life = try Life.inHand().after(act, by: Desk.complaints, at: "2026-11-21 09:00")
        #expect(life.state.stage == (act.kind == .withdraw ? .withdrawn : .notAccepted))
        for name in [ClockName.reply, .final] { #expect(life.clock(name)?.ended == Desk.at("2026-11-21 09:00")) }
        #expect(life.clock(.signature)?.started == Desk.at("2026-11-21 09:00"))
        #expect(life.clock(.signature)?.ended == nil)
        #expect(life.state.closedAt == Desk.at("2026-11-21 09:00"))
        #expect(life.state.awaitsSignature)
        #expect(!life.state.isSigned)
    }

    @Test("the signature locks and leaves the stage; no finding is needed", arguments: [Deed.withdrawn, .notAccepted])
    func signature(act: Deed) throws {
        let ended = try Life().after(act, by: Desk.complaints, at: "2026-11-21 09:00")
        let life = try ended.after(.sign, by: Desk.manager, at: "2026-11-21 11:00")
        #expect(life.state.stage == ended.state.stage)
        #expect(life.state.signer == Desk.manager.number)
        #expect(life.state.signedAt == Desk.at("2026-11-21 11:00"))
        #expect(life.state.closedAt == Desk.at("2026-11-21 09:00"))
        #expect(!life.state.awaitsSignature)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .locked(.sign))
        #expect(life.refusal(of: .added, by: Desk.complaints) == nil)
        #expect(ended.refusal(of: .added, by: Desk.complaints) == .notSignedYet)
    }

    @Test("a refusal to accept records how the customer was told, and the outside channels of which they were told with it")
    func refusalTold() throws {
        let refused = try Life.inHand().after(.notAccept(.init(reason: "属他行业务", how: .phone)), by: Desk.complaints)
        let event = try #require(refused.events.compactMap { $0.event as? NotAccepted }.last)
        #expect(event.toldChannels == refused.desk.settings.outsideChannels(in: .chinese) && event.toldChannels.contains("12378"))
        #expect(event.details.map(\.name.text) == ["reason", "how", "sum-not-promised", "told-channels"])
        #expect(refused.state.isToldOfOutcome)
        #expect(try !Life.inHand().after(.notAccepted, by: Desk.complaints).state.isToldOfOutcome)
    }

    @Test("a late end stays a breach")
    func late() throws {
        let life = try Life().after(.withdrawn, by: Desk.clerk, at: "2026-11-24 09:00")
        #expect(life.clockStates == ["reply breached", "final stopped", "pass-on breached", "signature running"])
    }

    @Test(
        "a clock that the end stopped before any answer is told as stopped, neither kept nor late; sent back it runs again",
        arguments: [Deed.withdrawn, .notAccepted]
    )
    func stopped(act: Deed) throws {
        let ended = try Life.inHand().after(act, by: Desk.complaints, at: "2026-11-21 09:00")
        #expect(ended.clockStates.prefix(3) == ["reply stopped", "final stopped", "pass-on kept"])
        let signed = try ended.after(.sign, by: Desk.manager, at: "2026-11-21 11:00")
        #expect(signed.clockStates.prefix(2) == ["reply stopped", "final stopped"] && signed.clockStates.last == "signature kept")
        let back = try ended.after(.sentBack, by: Desk.manager, at: "2026-11-21 11:00")
        #expect(back.clockStates.prefix(2) == ["reply running", "final running"])
        // What was answered in time was kept, whatever the end.
        let answered = try Life().after(.answered, by: Desk.clerk, at: "2026-11-20 11:00")
        let after = try answered.after(act, by: Desk.complaints, at: "2026-11-20 12:00")
        #expect(after.clockStates.prefix(2) == ["reply kept", "final kept"])
        #expect(Clock.State.stopped.label.english == "stopped" && Clock.State.stopped.label.chinese == "已停止")
    }

    @Test("any open stage can end so; what was already answered keeps the moment of its answer", arguments: [Deed.withdrawn, .notAccepted])
    func stages(act: Deed) throws {
        let handed = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk)
        #expect(try handed.after(act, by: Desk.complaints).state.awaitedReceiver == nil)
        let answered = try Life().after(.answered, by: Desk.clerk, at: "2026-11-20 11:00")
        let ended = try answered.after(act, by: Desk.complaints, at: "2026-11-25 11:00")
        for name in [ClockName.reply, .final] { #expect(ended.clock(name)?.ended == Desk.at("2026-11-20 11:00")) }
    }

    @Test("a clerk records a withdrawal of a case that they took and still have; not accepting is for managers")
    func who() throws {
        let life = try Life()
        #expect(life.refusal(of: .withdrawn, by: Desk.clerk) == nil)
        #expect(life.refusal(of: .withdrawn, by: Desk.colleague) == .notYours(.withdraw))
        #expect(life.refusal(of: .withdrawn, by: Desk.complaints) == nil)
        #expect(life.refusal(of: .notAccepted, by: Desk.clerk) == .roleMayNot(.notAccept, [.complaintManager, .branchManager]))
        #expect(try Life.inHand().refusal(of: .withdrawn, by: Desk.clerk) == .notYours(.withdraw))
        for act in [Deed.withdrawn, .notAccepted] {
            #expect(try Life.inHand(about: "1008").refusal(of: act, by: Desk.manager) == .mayNotRead)
        }
    }

    @Test("the reason has its limit", arguments: [ActKind.withdraw, .notAccept, .sendBack])
    func limit(kind: ActKind) throws {
        var values = ["reason": String(repeating: "因", count: 1_000_001)]
        if kind == .withdraw { values["how"] = "oral" }
        let act = try Deed(kind, values: values)
        #expect(try Life.toSign().refusal(of: act, by: Desk.manager) == .tooLong("reason", limit: 1_000_000))
    }
}

@Suite("Addenda and history")
struct AddendumTests {
    @Test("later facts are added to a signed case, which stays as it is")
    func addendum() throws {
        let signed = try Life.toSign().after(.sign, by: Desk.manager)
        let life = try signed.after(.added, by: Desk.complaints)
        #expect(life.state.stage == .closed)
        #expect(life.state.signedAt == signed.state.signedAt)
        #expect(life.state.version == signed.state.version + 1)
        #expect(life.events.last?.event == Addendum(text: "客户来电致谢"))
        #expect(signed.refusal(of: .added, by: Desk.clerk) == .roleMayNot(.addendum, [.complaintManager, .branchManager]))
        let long = Deed.addendum(.init(text: String(repeating: "补", count: 1_000_001)))
        #expect(signed.refusal(of: long, by: Desk.complaints) == .tooLong("text", limit: 1_000_000))
    }

    @Test("what is not closed gets notes, not addenda")
    func open() throws {
        #expect(
            try Life.toSign().refusal(of: .added, by: Desk.manager)
                == .wrongStage(.addendum, .toSign, allowed: [.closed, .withdrawn, .notAccepted, .merged])
        )
    }

    @Test("history from elsewhere is closed, never signed here, and takes addenda only")
    func history() throws {
        let life = try Life(historyAbout: "")
        #expect(life.state.stage == .closed)
        #expect(life.state.isHistory && !life.state.isSigned && !life.state.awaitsSignature)
        #expect(life.state.firstResponder == nil && life.state.holder == nil)
        #expect(life.state.clocks.isEmpty)
        for act in [
            Deed.answered, .handed(to: Desk.complaints), .accept, .noted, .atFault, .replied, .sign, .sentBack, .withdrawn, .notAccepted,
            .amended,
        ] {
            #expect(life.refusal(of: act, by: Desk.manager) == .history(act.kind))
        }
        let possible = possibilities(on: life.state, in: Occasion(Actor(Desk.manager), at: life.now, under: life.desk)).filter {
            $0.whyNot == nil
        }
        #expect(possible.map(\.act) == [.addendum, .hold])
        #expect(life.refusal(of: .added, by: Desk.manager) == nil)
        #expect(life.refusal(of: .added, by: Desk.complaints) == nil)
        #expect(life.refusal(of: .added, by: Desk.clerk) == .roleMayNot(.addendum, [.complaintManager, .branchManager]))
        #expect(try life.after(.added, by: Desk.complaints).state.isHistory)
        #expect(try Life(historyAbout: "王芳").refusal(of: .added, by: Desk.complaints) == .mayNotRead)
    }
}

@Suite("What an act must say")
struct RequiredTextTests {
    @Test(
        "the rules themselves refuse what is left blank, whoever builds the act",
        arguments: [
            (Deed.answer(.init(text: " ")), "text"), (.note(.init(text: "")), "text"), (.reply(.init(how: .phone, text: "\n")), "text"),
            (.sendBack(.init(reason: "")), "reason"), (.withdraw(.init(reason: " ")), "reason"), (.notAccept(.init(reason: "")), "reason"),
            (.addendum(.init(text: "")), "text"), (.finding(.init(fault: .bank, classification: .valid, facts: "　")), "facts"),
        ] as [(Deed, FieldName)]
    )
    func blank(act: Deed, field: FieldName) throws {
        let life =
            switch act.kind {
            case .answer, .note, .withdraw, .notAccept: try Life(takenBy: Desk.manager)
            case .sendBack: try Life.toSign()
            case .addendum: try Life.toSign().after(.sign, by: Desk.manager)
            default: try Life.inHand()
            }
        #expect(life.refusal(of: act, by: Desk.manager) == .missing(field))
    }
}
