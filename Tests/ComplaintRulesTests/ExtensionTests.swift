import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Extension")
struct ExtensionTests {
    @Test("none is asked for where nobody in the branch could grant it: head office is the way", arguments: ["赵国强", "1008", "工号1008"])
    func nobodyGrants(about: String) throws {
        let life = try Life.inHand(about: about)
        #expect(life.refusal(of: .extensionAsked, by: Desk.complaints) == .nobodyGrants)
        // Another branch manager could.
        var wider = life
        wider.desk.staff = StaffDirectory(Desk.everybody + [Desk.member("1020", "周明", .branchManager)])
        #expect(wider.refusal(of: .extensionAsked, by: Desk.complaints) == nil)
    }

    private func extended() throws -> Life {
        try Life.inHand().after(.extensionAsked, by: Desk.complaints).after(.grantExtension, by: Desk.manager, at: "2026-11-20 14:00")
    }

    @Test("asked with a reason by a manager, once, in any open stage")
    func asked() throws {
        let life = try Life.inHand().after(.extensionAsked, by: Desk.complaints)
        #expect(life.state.extensionAsked == "须调阅他行监控")
        #expect(!life.state.isExtended)
        #expect(life.refusal(of: .extensionAsked, by: Desk.secondComplaints) == .alreadyAsked(.askExtension))
        #expect(try Life().refusal(of: .extensionAsked, by: Desk.clerk) == .roleMayNot(.askExtension, [.complaintManager, .branchManager]))
        #expect(try Life().refusal(of: .extensionAsked, by: Desk.complaints) == nil)
        #expect(try Life.inHand().refusal(of: .askExtension(.init(reason: " ")), by: Desk.complaints) == .missing("reason"))
    }

    @Test("granted: seven working days from receipt, and thirty natural days at the last; the reply clock runs on")
    func granted() throws {
        let life = try extended()
        #expect(life.state.isExtended && life.state.extensionAsked == nil)
        #expect(life.due(.complex) == "2026-12-01 17:00")
        #expect(life.due(.final) == "2026-12-20 17:00")
        #expect(life.due(.reply) == "2026-11-23 17:00")
        #expect(life.clockStates == ["reply running", "final superseded", "pass-on kept", "complex running", "final running"])
        #expect(life.clock(.complex)?.started == Desk.at("2026-11-20 10:00"))
        #expect(life.refusal(of: .extensionAsked, by: Desk.complaints) == .alreadyAsked(.askExtension))
        #expect(life.refusal(of: .grantExtension, by: Desk.manager) == .nothingAsked(.grantExtension))
    }

    @Test("only the branch manager grants, and only what was asked; not on a case about themselves")
    func who() throws {
        let asked = try Life.inHand().after(.extensionAsked, by: Desk.complaints)
        #expect(asked.refusal(of: .grantExtension, by: Desk.complaints) == .roleMayNot(.grantExtension, [.branchManager]))
        #expect(try Life.inHand().refusal(of: .grantExtension, by: Desk.manager) == .nothingAsked(.grantExtension))
        let about = try asked.after(.amend("about", to: "赵国强"), by: Desk.complaints)
        #expect(about.refusal(of: .grantExtension, by: Desk.manager) == .mayNotRead)
    }

    @Test("declined: nothing changes, and it can be asked anew")
    func declined() throws {
        let life = try Life.inHand().after(.extensionAsked, by: Desk.complaints).after(.declined, by: Desk.manager)
        #expect(life.state.extensionAsked == nil && !life.state.isExtended)
        #expect(life.clockStates == ["reply running", "final running", "pass-on kept"])
        #expect(life.refusal(of: .extensionAsked, by: Desk.complaints) == nil)
        #expect(life.refusal(of: .declined, by: Desk.manager) == .nothingAsked(.decline))
    }

    @Test("an interim answer meanwhile ends the reply clock as kept, and leaves the others running")
    func interim() throws {
        let life = try extended().after(.toldMeanwhile, by: Desk.complaints, at: "2026-11-23 17:00")
        #expect(life.state.isToldMeanwhile)
        #expect(life.state.stage == .inHand)
        #expect(life.clockStates == ["reply kept", "final superseded", "pass-on kept", "complex running", "final running"])
        #expect(life.state.nearestClock?.name == .complex)
        let late = try extended().after(.toldMeanwhile, by: Desk.complaints, at: "2026-11-23 17:01")
        #expect(late.clock(.reply)?.state(at: Desk.at("2030-01-01 00:00")) == .breached)
    }

    @Test("without an extension an interim answer stops nothing, and one before it counts for nothing later")
    func interimBefore() throws {
        let life = try Life.inHand().after(.toldMeanwhile, by: Desk.complaints)
        #expect(life.clockStates == ["reply running", "final running", "pass-on kept"])
        let granted = try life.after(.extensionAsked, by: Desk.complaints).after(.grantExtension, by: Desk.manager)
        #expect(granted.clock(.reply)?.ended == nil && !granted.state.isToldMeanwhile)
    }

    @Test("the reply ends the complex clock; sent back, it runs again, but the reply clock stays as the interim answer left it")
    func sentBack() throws {
        let life = try extended().after(.toldMeanwhile, by: Desk.complaints, at: "2026-11-23 12:00")
            .after(.replied, by: Desk.complaints, at: "2026-11-30 10:00")
        #expect(
            life.clockStates == ["reply kept", "final superseded", "pass-on kept", "complex kept", "final kept", "signature running"]
        )
        let back = try life.after(.sentBack, by: Desk.manager, at: "2026-12-01 10:00")
        #expect(
            back.clockStates == [
                "reply kept", "final superseded", "pass-on kept", "complex running", "final running", "signature superseded",
            ]
        )
        #expect(back.clock(.reply)?.ended == Desk.at("2026-11-23 12:00"))
        let late = try back.after(.replied, by: Desk.complaints, at: "2026-12-02 10:00")
        #expect(late.clock(.complex)?.state(at: late.now) == .breached)
    }

    @Test("granted while an answer stands, it changes nothing until that answer is sent back")
    func afterReply() throws {
        let life = try Life.repliedTo().after(.extensionAsked, by: Desk.complaints).after(.grantExtension, by: Desk.manager)
        #expect(
            life.clockStates == ["reply kept", "final superseded", "pass-on kept", "signature running", "complex kept", "final kept"]
        )
        #expect(!(try life.after(.sign, by: Desk.manager)).state.isOverdue(at: Desk.at("2027-06-01 00:00")))
        let back = try life.after(.sentBack, by: Desk.manager)
        #expect(
            back.clockStates == [
                "reply running", "final superseded", "pass-on kept", "signature superseded", "complex running", "final running",
            ]
        )
    }

    @Test("head office may give thirty days more, whether before or after an extension")
    func longer() throws {
        let longer = Deed.headOfficeAnswer(.init(text: "同意延长", isLonger: true, reference: "总服〔2026〕8号"))
        let first = try Life.withHeadOffice().after(longer, by: Desk.complaints)
        #expect(first.due(.final) == "2027-01-04 17:00")
        let both = try first.after(.extensionAsked, by: Desk.complaints).after(.grantExtension, by: Desk.manager)
        #expect(both.due(.final) == "2027-01-19 17:00")
        let other = try extended().after(.escalationAsked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
            .after(longer, by: Desk.complaints)
        #expect(other.due(.final) == "2027-01-19 17:00")
        #expect(other.state.clocks.filter { $0.name == .final }.map { $0.state(at: other.now) } == [.superseded, .superseded, .running])
        #expect(try Life.withHeadOffice().after(.headOfficeAnswered, by: Desk.complaints).due(.final) == "2026-12-05 17:00")
    }
}
