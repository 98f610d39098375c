import Testing

@testable import ComplaintRules

@Suite("Standing in")
struct StandInTests {
    private let now = Desk.at("2026-11-20 10:00")

    private func standIn(
        for absent: StaffMember = Desk.manager,
        _ member: StaffMember = Desk.colleague,
        from: String = "2026-11-20",
        to: String = "2026-11-27"
    ) throws -> StandIn {
        StandIn(absent: absent.number, standIn: member.number, from: try #require(Day(from)), to: try #require(Day(to)))
    }

    private func refusal(_ wanted: StandIn, by member: StaffMember = Desk.manager, under desk: DeskRules = Desk.rules) -> Refusal? {
        do throws(Refusal) {
            let event = try decideStandIn(wanted, in: Occasion(Actor(member), at: now, under: desk))
            #expect(event == .standInNamed(wanted))
            return nil
        } catch {
            return error
        }
    }

    @Test("the branch manager names who acts for an absent manager between two days")
    func named() throws {
        #expect(try refusal(standIn()) == nil)
        #expect(try refusal(standIn(for: Desk.complaints)) == nil)
        #expect(try refusal(standIn(from: "2026-12-01", to: "2026-12-01")) == nil)
        for member in [Desk.clerk, Desk.complaints, Desk.auditor] {
            #expect(try refusal(standIn(), by: member) == .deskActRoleMayNot(.nameStandIn))
        }
        #expect(try refusal(standIn(), by: Desk.formerManager) == .retired(Desk.formerManager.number))
    }

    @Test("two people at work, not one and the same, no auditor, and a manager who is absent")
    func who() throws {
        #expect(try refusal(standIn(for: Desk.manager, Desk.manager)) == .standsInForThemselves)
        #expect(try refusal(standIn(for: Desk.manager, Desk.auditor)) == .auditorActsForNobody)
        #expect(try refusal(standIn(for: Desk.manager, Desk.formerClerk)) == .retired(Desk.formerClerk.number))
        #expect(try refusal(standIn(for: Desk.formerManager)) == .retired(Desk.formerManager.number))
        #expect(try refusal(standIn(for: Desk.clerk)) == .absentIsNoManager(Desk.clerk.number))
        #expect(try refusal(standIn(for: Desk.auditor)) == .absentIsNoManager(Desk.auditor.number))
        let nobody = Desk.member("4711", "无名", .counter)
        #expect(try refusal(standIn(for: Desk.manager, nobody)) == .unknownStaff(nobody.number))
        #expect(try refusal(standIn(for: nobody)) == .unknownStaff(nobody.number))
    }

    @Test("the end is not before the start, and no right is given for a day that is gone")
    func days() throws {
        #expect(try refusal(standIn(from: "2026-11-27", to: "2026-11-26")) == .endBeforeStart)
        #expect(try refusal(standIn(from: "2026-11-18", to: "2026-11-19")) == .beforeToday("from", Day(ordinal: 20_777)))
        #expect(try refusal(standIn(from: "2026-11-18", to: "2026-11-20")) == .beforeToday("from", Day(ordinal: 20_777)))
        #expect(try refusal(standIn(from: "2026-11-20", to: "2026-11-20")) == nil)
    }

    @Test("nobody has two stand-ins at one time")
    func overlapping() throws {
        var desk = Desk.rules
        desk.standIns = [try standIn(from: "2026-11-23", to: "2026-11-27")]
        let other = Desk.clerk
        let taken = Refusal.alreadyStoodInFor(Desk.manager.number)
        #expect(try refusal(standIn(for: Desk.manager, other, from: "2026-11-27", to: "2026-11-30"), under: desk) == taken)
        #expect(try refusal(standIn(for: Desk.manager, other, from: "2026-11-20", to: "2026-11-23"), under: desk) == taken)
        #expect(try refusal(standIn(for: Desk.manager, other, from: "2026-11-20", to: "2026-12-23"), under: desk) == taken)
        #expect(try refusal(standIn(for: Desk.manager, other, from: "2026-11-28", to: "2026-11-30"), under: desk) == nil)
        #expect(try refusal(standIn(for: Desk.complaints, other, from: "2026-11-23", to: "2026-11-27"), under: desk) == nil)
    }

    @Test("a standing deputy declares the absence on the spot: themselves, for today, and nothing more")
    func onTheSpot() throws {
        var desk = Desk.rules
        desk.settings.deputies = [Desk.colleague.number]
        let today = try standIn(from: "2026-11-20", to: "2026-11-20")
        #expect(refusal(today, by: Desk.colleague, under: desk) == nil)
        let denied = Refusal.deskActRoleMayNot(.nameStandIn)
        #expect(refusal(today, by: Desk.clerk, under: desk) == denied)
        #expect(refusal(today, by: Desk.colleague) == denied)
        #expect(try refusal(standIn(to: "2026-11-21"), by: Desk.colleague, under: desk) == denied)
        #expect(try refusal(standIn(for: Desk.manager, Desk.clerk, to: "2026-11-20"), by: Desk.colleague, under: desk) == denied)
        #expect(
            try refusal(standIn(for: Desk.auditor, to: "2026-11-20"), by: Desk.colleague, under: desk)
                == .absentIsNoManager(Desk.auditor.number)
        )
    }

    @Test("a stand-in is ended early by whoever may name one, at once, and another can be named then")
    func ended() throws {
        var desk = Desk.rules
        desk.standIns = [try standIn()]
        func end(_ number: StaffNumber?, by member: StaffMember = Desk.manager) -> Refusal? {
            let decided = Result { () throws(Refusal) in
                try decideEndingStandIn(for: Desk.manager.number, number, in: Occasion(Actor(member), at: now, under: desk))
            }
            return if case .failure(let refusal) = decided { refusal } else { nil }
        }
        #expect(end(nil) == nil)
        #expect(end(Desk.colleague.number) == nil)
        let other = Refusal.otherStandsIn(Desk.manager.number, [Desk.colleague.number], not: Desk.clerk.number)
        #expect(end(Desk.clerk.number) == other, "somebody does, though not whom it names")
        #expect(end(nil, by: Desk.complaints) == .deskActRoleMayNot(.nameStandIn))
        let today = try #require(Day("2026-11-20"))
        #expect(desk.standIns[0].holds(on: today))
        #expect(try desk.actor(Desk.colleague.number, at: now).roles == [.counter, .branchManager])
        desk.standIns[0].isEnded = true
        #expect(!desk.standIns[0].holds(on: today))
        #expect(try desk.actor(Desk.colleague.number, at: now).roles == [.counter])
        #expect(end(nil) == .nobodyStandsIn(Desk.manager.number))
        #expect(try refusal(standIn(for: Desk.manager, Desk.clerk), under: desk) == nil)
    }

    @Test("what a stand-in accepts for somebody is theirs, and stays so when the stand-in ends")
    func accepted() throws {
        let handed = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk)
        var life = handed
        try life.perform(.accept, by: Actor(Desk.colleague, standingInFor: Desk.complaints))
        #expect(life.state.holder == Desk.complaints.number)
        #expect(life.events.last?.by == Desk.colleague.number && life.events.last?.onBehalfOf == Desk.complaints.number)
        // In one's own right it is one's own.
        var own = try Life()
        try own.perform(.accept, by: Actor(Desk.secondComplaints, standingInFor: Desk.complaints))
        #expect(own.state.holder == Desk.secondComplaints.number)
    }

    @Test("an appointment holds from its first day to its last")
    func holds() throws {
        let appointment = try standIn()
        let days = [("2026-11-19", false), ("2026-11-20", true), ("2026-11-27", true), ("2026-11-28", false)]
        for (text, holds) in days { #expect(appointment.holds(on: try #require(Day(text))) == holds) }
    }

    @Test("a stand-in has the absent manager's rights; what is done by them is done by X for Y, what is their own right is not")
    func rights() throws {
        let standIn = Actor(Desk.colleague, standingInFor: Desk.manager)
        let life = try Life.inHand().after(.extensionAsked, by: Desk.complaints)
        #expect(life.refusal(of: .grantExtension, by: Desk.colleague) == .roleMayNot(.grantExtension, [.branchManager]))
        #expect(life.refusal(of: .grantExtension, by: standIn) == nil)
        #expect(standIn.absent(for: ActKind.grantExtension.rule.roles) == Desk.manager.number)
        #expect(standIn.absent(for: ActKind.note.rule.roles) == nil)
        #expect(Actor(Desk.secondComplaints, standingInFor: Desk.manager).absent(for: ActKind.reply.rule.roles) == nil)
        #expect(Actor(Desk.manager).absent(for: ActKind.sign.rule.roles) == nil)
        // Nobody lends their rights over a case that is about themselves.
        let about = try life.after(.amend("about", to: "赵国强"), by: Desk.complaints)
        #expect(about.refusal(of: .grantExtension, by: standIn) == .roleMayNot(.grantExtension, [.branchManager]))
        // Nor does anybody act on a case that is about themselves, for whomever.
        let own = try Life.inHand(about: "Mary Hall").after(.extensionAsked, by: Desk.complaints)
        #expect(own.refusal(of: .grantExtension, by: standIn) == .mayNotRead)
    }
}
