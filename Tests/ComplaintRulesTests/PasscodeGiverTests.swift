import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Whoever gave somebody's passcode counts as well")
struct PasscodeGiverTests {
    private static func member(_ member: StaffMember, withPasscodeOf giver: StaffMember) -> StaffMember {
        var member = member
        member.passcodeGivenBy = [giver.number] + giver.passcodeGivenBy
        return member
    }

    /// 王芳, who still uses the passcode that the branch manager gave her.
    private static let lent = member(Desk.complaints, withPasscodeOf: Desk.manager)
    /// A second branch manager, who was let in by the first.
    private static let newHead = member(Desk.member("1020", "周明", .branchManager), withPasscodeOf: Desk.manager)
    private let desk = Desk.rules(in: Desk.zone, staff: Desk.everybody.filter { $0.number != lent.number } + [lent, newHead])

    @Test(
        "nobody reads or does anything, by a passcode that somebody gave, on a case about that one",
        arguments: ["赵国强", "1008", "王建军、赵国强"]
    )
    func reading(about: String) throws {
        let life = try Life(about: about, desk: desk)
        for act in [Deed.accept, .noted, .withdrawn, .notAccepted] {
            #expect(life.refusal(of: act, by: Self.lent) == .mayNotReadYet([Desk.manager.number]))
        }
        #expect(!ReadScope(for: Actor(Self.lent)).includes(life.state))
        #expect(!mayRead(life.state, in: Occasion(Actor(Self.lent), at: life.now, under: desk)))
        // With a passcode of their own they do, and on what is about nobody they do at once.
        #expect(life.refusal(of: .accept, by: Desk.complaints) == nil)
        #expect(ReadScope(for: Actor(Desk.complaints)).includes(life.state))
        #expect(try Life(desk: desk).refusal(of: .accept, by: Self.lent) == nil)
    }

    @Test("a clerk enters no ruling by a passcode of somebody whom the case is about")
    func ruling() throws {
        let clerk = Self.member(Desk.colleague, withPasscodeOf: Desk.manager)
        let life = try Life(about: "赵国强、王芳、陈立、周明", desk: desk)
        #expect(life.refusal(of: SmallBranch.ruling, by: clerk) == .mayNotReadYet([Desk.manager.number]))
        #expect(life.refusal(of: SmallBranch.ruling, by: Desk.colleague) == nil)
    }

    @Test("what was found, answered or ended by such a passcode is no other pair of eyes than that of whoever gave it")
    func eyes() throws {
        let found = try Life(desk: desk).after(.accept, by: Self.lent).after(.notAtFault, by: Self.lent)
        // It is told whose passcode it was.
        let given = Refusal.handledByGiven(Self.lent.number)
        #expect(try found.after(.replied, by: Self.lent).refusal(of: .sign, by: Desk.manager) == given)
        #expect(try found.after(.replied, by: Desk.manager).refusal(of: .sign, by: Desk.manager) == given)
        // Somebody else's finding, or answer, is one.
        #expect(try found.after(.replied, by: Desk.secondComplaints).refusal(of: .sign, by: Desk.manager) == nil)
        let other = try Life(desk: desk).after(.accept, by: Self.lent).after(.notAtFault, by: Desk.secondComplaints)
        #expect(try other.after(.replied, by: Self.lent).refusal(of: .sign, by: Desk.manager) == nil)
        for end in [Deed.withdrawn, .notAccepted] {
            let ended = try Life(desk: desk).after(.accept, by: Self.lent).after(end, by: Self.lent)
            #expect(ended.refusal(of: .sign, by: Desk.manager) == given)
        }
        // By her own passcode she is one.
        let own = try Life(desk: desk).after(.accept, by: Desk.complaints).after(.notAtFault, by: Desk.complaints)
        #expect(try own.after(.replied, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
        #expect(desk.possibleSigners(of: try found.after(.replied, by: Self.lent).state, at: found.now) == [Self.newHead.number])
    }

    @Test("nobody signs by a passcode that was given by whoever handled all")
    func signing() throws {
        let life = try Life(desk: desk).after([.accept, .notAtFault, .replied], by: Desk.manager)
        #expect(life.refusal(of: .sign, by: Self.newHead) == .passcodeOfHandler(Desk.manager.number))
        var own = Self.newHead
        own.passcodeGivenBy = []
        #expect(life.refusal(of: .sign, by: own) == nil)
    }

    @Test("a passcode that was given with a given passcode is known to all who gave one of them")
    func chain() throws {
        let next = Self.member(Desk.member("1021", "吴越", .branchManager), withPasscodeOf: Self.newHead)
        #expect(Actor(next).persons == [next.number, Self.newHead.number, Desk.manager.number])
        let handled = try Life(desk: desk).after([.accept, .notAtFault, .replied], by: Desk.manager)
        #expect(handled.refusal(of: .sign, by: next) == .passcodeOfHandler(Desk.manager.number))
        for about in ["赵国强", "周明"] {
            let life = try Life(about: about, desk: desk).after(.accept, by: Desk.complaints)
            let known = [Self.newHead.number, Desk.manager.number]
            for act in [Deed.noted, .notAtFault] { #expect(life.refusal(of: act, by: next) == .mayNotReadYet(known)) }
            #expect(!ReadScope(for: Actor(next)).includes(life.state))
        }
        // What was done with it is nobody else's pair of eyes for either of them.
        let investigator = Self.member(Desk.complaints, withPasscodeOf: Self.newHead)
        let found = try Life(desk: desk).after([.accept, .notAtFault, .replied], by: investigator)
        for head in [Desk.manager, Self.newHead] { #expect(found.state.isAlone(of: head.number)) }
    }

    @Test("nor does whoever gave the passcode enter head office's ruling on what was done with it")
    func rulingOnOwn() throws {
        let staff = [Desk.clerk, Self.lent, Desk.manager].map {
            $0.number == Desk.clerk.number ? Self.member($0, withPasscodeOf: Desk.manager) : $0
        }
        let branch = Desk.rules(in: Desk.zone, staff: staff)
        let life = try Life(takenBy: staff[0], desk: branch).after([.accept, .notAtFault, .replied], by: Self.lent)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .handledByGiven(Self.lent.number))
        #expect(life.refusal(of: SmallBranch.ruling, by: Desk.manager) == .handledByGiven(Self.lent.number))
        for member in staff.prefix(2) { #expect(life.refusal(of: SmallBranch.ruling, by: member) != nil) }
        // Once the clerk has a passcode of his own, he took it down and no more: it is his to enter, and the manager's never.
        let own = try Life(desk: Desk.rules(in: Desk.zone, staff: [Desk.clerk, Desk.colleague, Self.lent, Desk.manager]))
            .after([.accept, .notAtFault, .replied], by: Self.lent)
        #expect(own.refusal(of: SmallBranch.ruling, by: Desk.colleague) == nil)
        #expect(own.refusal(of: SmallBranch.ruling, by: Desk.manager) != nil)
    }

    @Test("whoever took a case about whoever gave their passcode hands it over all the same")
    func handingOver() throws {
        let clerk = Self.member(Desk.clerk, withPasscodeOf: Desk.manager)
        let life = try Life(takenBy: clerk, about: "赵国强", desk: desk)
        #expect(life.refusal(of: .noted, by: clerk) == .mayNotReadYet([Desk.manager.number]))
        #expect(life.refusal(of: .handed(to: Desk.secondComplaints), by: clerk) == nil)
        // Nobody takes a case about themselves out of the hands of whoever works it, by their passcode either.
        let inHand = try Life(about: "赵国强", desk: desk).after(.accept, by: Desk.complaints)
        #expect(inHand.refusal(of: .handed(to: Desk.secondComplaints), by: Self.lent) == .mayNotReadYet([Desk.manager.number]))
    }

    @Test("nor is a corrective action verified by a passcode of its owner's")
    func rectification() throws {
        let day = desk.zone.day(at: Desk.now).adding(days: 5)
        let life = try Life(desk: desk).after(.accept, by: Desk.secondComplaints)
            .after(.rectify(what: "增开窗口", owner: "赵国强", due: day), by: Desk.secondComplaints)
        let verified = Deed.verifyRectification(.init(result: "已增开"))
        #expect(life.refusal(of: verified, by: Self.lent) == .ownerVerifies(Self.lent.name))
        #expect(life.refusal(of: verified, by: Desk.complaints) == nil)
    }
}
