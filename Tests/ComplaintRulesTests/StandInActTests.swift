import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("For whom a stand-in acts")
struct StandInActTests {
    private let now = Desk.at("2026-11-20 11:00")
    private let both = Actor(Desk.colleague, standingInFor: [Desk.manager, Desk.complaints])

    private func absent(_ act: Deed, _ actor: Actor, on life: Life) -> StaffNumber? {
        actor.absent(for: act.act, on: life.state, at: now, under: life.desk)
    }

    private func reply(_ amount: String) -> Deed {
        var reply = Reply(how: .phone, text: "已答复")
        reply.amount = Amount(amount)
        return .reply(reply)
    }

    @Test("whoever accepts what was handed over to an absent manager does so for them, a manager themselves or not")
    func accept() throws {
        let handed = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk)
        let other = Actor(Desk.secondComplaints, standingInFor: Desk.complaints)
        #expect(handed.refusal(of: .accept, by: Desk.secondComplaints) == .notTheReceiver(Desk.complaints.number))
        #expect(absent(.accept, other, on: handed) == Desk.complaints.number)
        #expect(absent(.accept, Actor(Desk.colleague, standingInFor: Desk.complaints), on: handed) == Desk.complaints.number)
        // The branch manager may take any of them.
        #expect(absent(.accept, Actor(Desk.secondComplaints, standingInFor: Desk.manager), on: handed) == Desk.manager.number)
        let own = try Life().after(.handed(to: Desk.secondComplaints), by: Desk.clerk)
        #expect(absent(.accept, other, on: own) == nil)
        #expect(absent(.accept, Actor(Desk.manager), on: handed) == nil)
    }

    @Test("a promise within one's own tier is one's own; one that needs the absent manager's tier is made for them")
    func tier() throws {
        let actor = Actor(Desk.secondComplaints, standingInFor: Desk.manager)
        let life = try Life.inHand()
        #expect(absent(reply("1000"), actor, on: life) == nil)
        #expect(absent(reply("1000.01"), actor, on: life) == Desk.manager.number)
        let answer = Deed.answer(.init(text: "x", amount: Amount("1000")))
        #expect(absent(answer, Actor(Desk.clerk, standingInFor: Desk.complaints), on: try Life()) == Desk.complaints.number)
        #expect(absent(.answered, Actor(Desk.clerk, standingInFor: Desk.complaints), on: try Life()) == nil)
    }

    @Test("a stand-in for two managers has the rights of both, and acts for the one whose right it is")
    func two() throws {
        #expect(both.roles == [.counter, .complaintManager, .branchManager])
        let life = try Life.inHand()
        #expect(absent(.notAtFault, both, on: life) == Desk.complaints.number)
        #expect(absent(reply("10"), both, on: life) == Desk.complaints.number)
        #expect(absent(reply("4000"), both, on: life) == Desk.manager.number)
        let asked = try life.after(.extensionAsked, by: Desk.complaints)
        #expect(absent(.grantExtension, both, on: asked) == Desk.manager.number)
        #expect(absent(.sign, both, on: try Life.repliedTo()) == Desk.manager.number)
        #expect(absent(.noted, both, on: try Life(takenBy: Desk.colleague)) == nil)
        #expect(both.absent(for: [.complaintManager, .branchManager]) == Desk.complaints.number)
        #expect(both.absent(for: [.branchManager]) == Desk.manager.number)
        #expect(both.absent(for: [.counter, .branchManager]) == nil)
        #expect(both.absent(for: [.auditor]) == nil)
    }

    @Test("of two absentees only the one whom the case is not about lends their rights")
    func aboutOne() throws {
        let life = try Life.inHand(about: "赵国强")
        #expect(life.refusal(of: .notAtFault, by: both) == nil)
        #expect(absent(.notAtFault, both, on: life) == Desk.complaints.number)
        let asked = try Life.inHand().after(.extensionAsked, by: Desk.complaints).after(.amend("about", to: "赵国强"), by: Desk.complaints)
        #expect(asked.refusal(of: .grantExtension, by: both) == .lenderRecused(.grantExtension, Desk.manager.number))
    }

    @Test("what is done for somebody stands in each of the events that come of it")
    func recorded() throws {
        var life = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk)
        try life.perform(.accept, by: both)
        try life.perform(.notAtFault, by: both)
        try life.perform(.replied, by: both)
        #expect(life.events.suffix(4).map(\.onBehalfOf) == Array(repeating: Desk.complaints.number, count: 4))
        #expect(life.events.suffix(4).allSatisfy { $0.by == Desk.colleague.number })
    }

    @Test("the rights of a member of staff are those of today: all whom they stand in for, and nobody's before and after")
    func today() throws {
        var desk = Desk.rules
        let (first, last) = (try #require(Day("2026-11-20")), try #require(Day("2026-11-23")))
        desk.standIns = [
            StandIn(absent: Desk.manager.number, standIn: Desk.colleague.number, from: first, to: last),
            StandIn(absent: Desk.complaints.number, standIn: Desk.colleague.number, from: first, to: first),
        ]
        func absentees(_ time: String) throws -> [String] {
            try desk.actor(Desk.colleague.number, at: Desk.at(time)).absentees.map(\.number.text)
        }
        #expect(try absentees("2026-11-19 23:59") == [])
        #expect(try absentees("2026-11-20 00:00") == ["1005", "1008"])
        #expect(try absentees("2026-11-23 23:59") == ["1008"])
        #expect(try absentees("2026-11-24 00:00") == [])
        #expect(try desk.actor(Desk.clerk.number, at: now) == Actor(Desk.clerk))
        #expect(throws: Refusal.retired(Desk.formerClerk.number)) { try desk.actor(Desk.formerClerk.number, at: now) }
        #expect(throws: Refusal.unknownStaff(Desk.number("4711"))) { try desk.actor(Desk.number("4711"), at: now) }
    }

    @Test("a standing deputy who declares the absence on the spot signs at once, recorded as done for the absent manager")
    func onTheSpot() throws {
        var life = try Life.repliedTo()
        life.desk.settings.deputies = [Desk.colleague.number]
        let today = life.desk.zone.day(at: life.now)
        let wanted = StandIn(absent: Desk.manager.number, standIn: Desk.colleague.number, from: today, to: today)
        #expect(
            life.refusal(of: .sign, by: try life.desk.actor(Desk.colleague.number, at: life.now)) == .roleMayNot(.sign, [.branchManager])
        )
        #expect(try decideStandIn(wanted, in: Occasion(Actor(Desk.colleague), at: life.now, under: life.desk)) == .standInNamed(wanted))
        life.desk.standIns.append(wanted)
        try life.perform(.sign, by: try life.desk.actor(Desk.colleague.number, at: life.now))
        #expect(life.state.signer == Desk.colleague.number)
        let signed = try #require(life.events.first { $0.event.actName == "sign" })
        #expect(signed.onBehalfOf == Desk.manager.number)
    }

    @Test("an act of the desk itself is recorded for an absent manager only where it needs their right")
    func deskActs() {
        #expect(DeskEvent.staffChanged(.init(Desk.clerk, on: Day(ordinal: 20_777))).act == .retireStaff)
        #expect(DeskEvent.keyChanged(.init(number: Desk.clerk.number, publicKey: "00", way: .own)).act == nil)
        #expect(DeskEvent.keyChanged(.init(number: Desk.clerk.number, publicKey: "00", way: .reset)).act == .resetPasscode)
        #expect(Actor(Desk.manager, standingInFor: Desk.complaints).absent(for: DeskAct.addStaff.roles) == nil)
        #expect(both.absent(for: DeskAct.addStaff.roles) == Desk.manager.number)
    }

    @Test("bad appointments: the end before the start, an end gone by, and two stand-ins for one person at one time")
    func badAppointments() throws {
        var desk = Desk.rules
        func refusal(_ from: String, _ to: String) throws -> Refusal? {
            let wanted = StandIn(
                absent: Desk.manager.number,
                standIn: Desk.colleague.number,
                from: try #require(Day(from)),
                to: try #require(Day(to))
            )
            do throws(Refusal) {
                _ = try decideStandIn(wanted, in: Occasion(Actor(Desk.manager), at: now, under: desk))
                return nil
            } catch {
                return error
            }
        }
        #expect(try refusal("2026-12-02", "2026-12-01") == .endBeforeStart)
        #expect(try refusal("2026-11-18", "2026-11-19") == .beforeToday("from", Day(ordinal: 20_777)))
        #expect(try refusal("2026-11-30", "2026-12-04") == nil)
        desk.standIns = [
            StandIn(
                absent: Desk.manager.number,
                standIn: Desk.clerk.number,
                from: try #require(Day("2026-12-04")),
                to: try #require(Day("2026-12-05"))
            )
        ]
        #expect(try refusal("2026-11-30", "2026-12-04") == .alreadyStoodInFor(Desk.manager.number))
        #expect(try refusal("2026-11-30", "2026-12-03") == nil)
    }
}

@Suite("Who sees what of a case")
struct SeeingTests {
    private let now = Desk.at("2026-11-20 12:00")
    private let forManager = Actor(Desk.colleague, standingInFor: Desk.manager)

    @Test("whoever stands in for somebody whom a case is about reads no more of it than in their own right")
    func lender() throws {
        let about = try Life.inHand(about: "赵国强")
        #expect(ReadScope(for: forManager) == .standIn(Desk.colleague.number, lenders: [[Desk.manager.number]]))
        #expect(!ReadScope(for: forManager).includes(about.state))
        #expect(ReadScope(for: forManager).includes(try Life(about: "王芳").after(.accept, by: Desk.manager).state))
        #expect(ReadScope(for: forManager).includes(try Life(about: "赵国强").state))
        #expect(
            ReadScope(for: forManager).includes(try Life(takenBy: Desk.colleague, about: "赵国强").after(.accept, by: Desk.complaints).state)
        )
        let both = Actor(Desk.colleague, standingInFor: [Desk.manager, Desk.complaints])
        #expect(ReadScope(for: both).includes(about.state))
        #expect(!ReadScope(for: both).includes(try Life(about: "赵国强、王芳").after(.accept, by: Desk.secondComplaints).state))
        // A manager reads in their own right.
        #expect(ReadScope(for: Actor(Desk.secondComplaints, standingInFor: Desk.manager)) == .all(except: Desk.secondComplaints.number))
    }

    @Test("whoever a case is about gives nobody a hand in it by naming a stand-in for whoever investigates")
    func namedBySubject() throws {
        var desk = Desk.rules
        var appointment = StandIn(
            absent: Desk.complaints.number,
            standIn: Desk.colleague.number,
            from: Day(ordinal: 20_700),
            to: Day(ordinal: 20_800)
        )
        for (namer, isOpen) in [(Desk.manager, false), (Desk.secondComplaints, true)] {
            appointment.namedBy = [namer.number]
            desk.standIns = [appointment]
            let life = try Life(about: "赵国强", desk: desk).after(.accept, by: Desk.complaints)
            let standIn = try desk.actor(Desk.colleague.number, at: life.now)
            #expect(ReadScope(for: standIn).includes(life.state) == isOpen)
            #expect(
                life.refusal(of: .notAtFault, by: standIn) == (isOpen ? nil : .roleMayNot(.finding, [.complaintManager, .branchManager]))
            )
            // On what is about nobody they act for her, whoever named them.
            #expect(try Life(desk: desk).after(.accept, by: Desk.complaints).refusal(of: .notAtFault, by: standIn) == nil)
        }
    }

    @Test("who was named by the one whom a case is about is told so, and who decides, as far as they may read it")
    func toldWhoNamed() throws {
        var desk = Desk.rules
        var appointment = StandIn(
            absent: Desk.complaints.number,
            standIn: Desk.colleague.number,
            from: Day(ordinal: 20_700),
            to: Day(ordinal: 20_800)
        )
        appointment.namedBy = [Desk.manager.number]
        desk.standIns = [appointment]
        let life = try Life(takenBy: Desk.colleague, about: "赵国强", desk: desk).after(.accept, by: Desk.complaints)
        let standIn = try desk.actor(Desk.colleague.number, at: life.now)
        for deed in [Deed.notAtFault, .replied, .sample(.askEscalation)] {
            #expect(life.refusal(of: deed, by: standIn) == .namerRecused(deed.kind, Desk.manager.number, Desk.complaints.number))
        }
    }

    @Test("a standing deputy counts as named by whoever set them, also where it was set anew by somebody else since")
    func deputySetBySubject() throws {
        var desk = Desk.rules
        func set(_ deputies: [StaffNumber], by member: StaffMember) throws {
            var wanted = desk.settings
            wanted.deputies = deputies
            let occasion = Occasion(Actor(member), at: Desk.now, under: desk)
            guard case .settingsChanged(let changed) = try decideSettings(wanted, in: occasion) else { throw Refusal.settingStays }
            desk.settings = changed.settings
        }
        let other = Desk.member("1009", "何军", .branchManager)
        desk = Desk.rules(in: Desk.zone, staff: Desk.everybody + [other])
        let today = desk.zone.day(at: Desk.now)
        var appointment = StandIn(absent: Desk.complaints.number, standIn: Desk.colleague.number, from: today, to: today)
        // Nobody but themselves declares it.
        appointment.namedBy = [Desk.colleague.number]
        for (setter, isOpen) in [(Desk.manager, false), (other, true)] {
            try set([], by: other)
            try set([Desk.colleague.number], by: setter)
            try set([Desk.colleague.number, Desk.clerk.number], by: other)
            desk.standIns = [appointment]
            let life = try Life(about: "赵国强", desk: desk).after(.accept, by: Desk.complaints)
            let standIn = try desk.actor(Desk.colleague.number, at: life.now)
            #expect(ReadScope(for: standIn).includes(life.state) == isOpen, "\(setter.number)")
            #expect((life.refusal(of: .notAtFault, by: standIn) == nil) == isOpen, "\(setter.number)")
        }
    }

    @Test("a statement is seen by its author, the branch manager and the auditor, and by no stand-in for a manager whom the case is about")
    func statements() throws {
        for (about, isSeenByStandIn) in [("王芳", true), ("赵国强", false)] {
            let life = try Life(about: about).after(.sample(.statement), by: Desk.clerk)
            let event = try #require(life.events.last)
            func sees(_ actor: Actor) -> Bool { event.isVisible(to: actor, on: life.state) }
            #expect(sees(Actor(Desk.clerk)) && sees(Actor(Desk.manager)) && sees(Actor(Desk.auditor)))
            #expect(!sees(Actor(Desk.complaints)) && !sees(Actor(Desk.secondComplaints)) && !sees(Actor(Desk.colleague)))
            #expect(sees(forManager) == isSeenByStandIn)
        }
    }

    @Test("who enters head office's ruling may read the case then, and only then")
    func ruling() throws {
        let life = try Life.inHand(about: "赵国强").after([.notAtFault, .replied], by: Desk.complaints)
        func reads(_ member: StaffMember, _ life: Life) -> Bool {
            mayRead(life.state, in: Occasion(Actor(member), at: now, under: life.desk))
        }
        #expect(!ReadScope(for: Actor(Desk.colleague)).includes(life.state))
        #expect(!reads(Desk.colleague, life) && reads(Desk.clerk, life) && reads(Desk.auditor, life))
        // A clerk only where no manager is left who took no part.
        var small = life
        small.desk = Desk.rules(in: Desk.zone, staff: Desk.everybody.filter { $0.number != Desk.secondComplaints.number })
        #expect(reads(Desk.colleague, small))
        #expect(!reads(Desk.manager, life) && !reads(Desk.formerClerk, life))
        #expect(!reads(Desk.colleague, try Life.inHand(about: "赵国强")))
        #expect(!reads(Desk.colleague, try Life.repliedTo()))
        #expect(!reads(Desk.colleague, try small.after(.ruled, by: Desk.colleague)))
    }
}
