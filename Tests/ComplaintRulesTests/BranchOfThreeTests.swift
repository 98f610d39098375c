import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("A branch of three")
struct BranchOfThreeTests {
    private func life(_ about: String, takenBy member: StaffMember = Desk.clerk) throws -> Life {
        try Life(takenBy: member, about: about, desk: SmallBranch.desk)
    }

    @Test("a case about both managers is ended by head office's ruling, with what the customer was told, entered by the clerk")
    func bothManagers() throws {
        let case1 = try life("王芳、赵国强")
        #expect(case1.refusal(of: SmallBranch.ruling, by: Desk.complaints) == .mayNotRead)
        #expect(case1.refusal(of: .ruled, by: Desk.clerk) == .missing("told"))
        #expect(case1.refusal(of: .ruling(.init(text: "x", reference: "", told: "x")), by: Desk.clerk) == .missing("reference"))
        let ruled = try case1.after(SmallBranch.ruling, by: Desk.clerk, at: "2026-11-23 10:00")
        #expect(ruled.state.stage == .closed && ruled.state.isSigned && ruled.state.closedAt == Desk.at("2026-11-23 10:00"))
        #expect(ruled.state.ruling?.told == "已电话告知客户")
        #expect(ruled.clockStates == ["reply kept", "final kept", "pass-on breached"])
        #expect(ruled.refusal(of: .noted, by: Desk.clerk) == .locked(.note))
    }

    @Test("so in every open stage, once it turned out to be about both; nothing that waited goes on waiting")
    func everyStage() throws {
        let start = try Life(desk: SmallBranch.desk)
        let about = Deed.amend("about", to: "王芳 赵国强")
        let handed = try start.after(.handed(to: Desk.complaints), by: Desk.clerk)
        let inHand = try handed.after(.accept, by: Desk.complaints)
        let asked = try inHand.after([.extensionAsked, .escalationAsked], by: Desk.complaints)
        let upward = try inHand.after(.escalationAsked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
        let answered = try start.after(.answered, by: Desk.clerk)
        for life in [handed, inHand, asked, upward, answered] {
            // Whoever manages puts the name right, and is recused by that.
            let turned = try life.after(about, by: Desk.complaints)
            let stage = Comment("\(turned.state.stage)")
            let ruled = try turned.after(SmallBranch.ruling, by: Desk.clerk)
            #expect(ruled.state.stage == .closed && ruled.state.isSigned, stage)
            #expect(ruled.state.nearestClock == nil, stage)
            #expect(ruled.state.awaitedReceiver == nil && ruled.state.waitsFor == "", stage)
            #expect(duties(of: ruled.state, at: ruled.now, under: ruled.desk) == [], stage)
        }
    }

    @Test("before an answer there is no ruling as long as one manager is left to work on it")
    func managerLeft() throws {
        let allowed = Stage.endsOfTheirOwn.union([.toSign])
        for about in ["", "王芳", "赵国强", "李敏"] {
            let life = try life(about)
            for member in SmallBranch.staff where !life.state.isAbout(member.number) {
                #expect(life.refusal(of: SmallBranch.ruling, by: member) == .wrongStage(.ruling, .logged, allowed: allowed))
            }
        }
    }

    @Test("an answer that the clerk gave on the spot is ruled on without a finding, which nobody may make")
    func answered() throws {
        let life = try life("王芳、赵国强").after(.answered, by: Desk.clerk)
        #expect(life.refusal(of: .notAtFault, by: Desk.complaints) == .mayNotRead)
        // Nobody is left who is uninvolved, and no word on the customer is needed: they have an answer.
        let ruled = try life.after(.ruled, by: Desk.clerk)
        #expect(ruled.state.stage == .closed && ruled.state.finding == nil)
    }

    @Test("the clerk who enters the ruling reads the case, though another took it and it was handed over")
    func reading() throws {
        let handed = try Life(takenBy: Desk.manager, desk: SmallBranch.desk).after(.handed(to: Desk.complaints), by: Desk.manager)
        func reads(_ life: Life) -> Bool { mayRead(life.state, in: Occasion(Actor(Desk.clerk), at: life.now, under: life.desk)) }
        #expect(!reads(handed))
        #expect(reads(try handed.after(.amend("about", to: "王芳、赵国强"), by: Desk.complaints)))
    }

    @Test("a case about all three waits for somebody whom head office sends")
    func allThree() throws {
        let life = try life("李敏、王芳、赵国强")
        for member in SmallBranch.staff { #expect(life.refusal(of: SmallBranch.ruling, by: member) == .mayNotRead) }
        let (ended, acts) = try SmallBranch.finish(life)
        #expect(acts == ["add-staff", "ruling"])
        #expect(ended.state.isSigned)
    }

    @Test(
        "whomever it is about, a case comes to its end: these are the shortest ways",
        arguments: zip(
            SmallBranch.subjects,
            [
                "accept finding reply sign", "accept finding reply sign", "accept finding reply ruling", "accept finding reply ruling",
                "accept finding reply ruling", "accept finding reply ruling", "ruling", "add-staff ruling",
            ]
        )
    )
    func shortest(about: String, acts: String) throws {
        let (ended, done) = try SmallBranch.finish(try life(about))
        #expect(done.joined(separator: " ") == acts)
        #expect(ended.state.isSigned)
    }

    @Test("from every state that anybody's acts can reach, whoever it is about, a case still comes to its end", arguments: 0..<8)
    func reachable(set: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(set) &+ 4242)
        var stages: Set<Stage> = []
        for taker in SmallBranch.staff {
            for _ in 0..<4 {
                var life = try Life(takenBy: taker, about: SmallBranch.subjects[set], desk: SmallBranch.desk) {
                    $0.channel = numbers.one(of: [.oral, .commentBook, .letter])
                    $0.contact = numbers.one(of: ["", "13812340000"])
                }
                for step in 0..<40 {
                    let act = RandomWalk.act(&numbers, on: life, abouts: SmallBranch.subjects)
                    let actor = Actor(numbers.one(of: SmallBranch.staff))
                    guard life.refusal(of: act, by: actor) == nil else { continue }
                    // A signed case has come to its end.
                    if [.sign, .ruling].contains(act.kind), step < 30 { continue }
                    try life.perform(act, by: actor)
                    stages.insert(life.state.stage)
                    if life.state.isSigned { break }
                    let (ended, acts) = try SmallBranch.finish(life)
                    #expect(ended.state.isSigned, "about \(life.state.intake.about), \(life.events.map { $0.event.actName }), then \(acts)")
                }
            }
        }
        // A walk that never gets anywhere proves nothing.
        #expect(stages.count >= [5, 5, 5, 5, 5, 5, 2, 1][set], "\(stages)")
    }
}
