import Testing

@testable import ComplaintRules

/// A small generator of random numbers that gives the same ones for the same seed, so that a fault can be seen again.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    // The published SplitMix64 step: a counter by the golden ratio, mixed twice.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }
}

@Suite("Cases at random")
struct RandomLifeTests {
    /// Every way that a case may go with the acts of this desk (1-domain, The drawing in full).
    private static let ways: Set<String> = [
        "answer logged to-sign", "hand-over logged handed-over", "hand-over in-hand handed-over", "accept logged in-hand",
        "accept handed-over in-hand", "note logged logged", "note handed-over handed-over", "note in-hand in-hand", "note to-sign to-sign",
        "finding in-hand in-hand", "finding to-sign to-sign", "reply in-hand to-sign", "sign to-sign closed", "sign withdrawn withdrawn",
        "sign not-accepted not-accepted", "send-back to-sign logged", "send-back to-sign in-hand", "withdraw logged withdrawn",
        "withdraw handed-over withdrawn", "withdraw in-hand withdrawn", "withdraw to-sign withdrawn", "not-accept logged not-accepted",
        "not-accept handed-over not-accepted", "not-accept in-hand not-accepted", "not-accept to-sign not-accepted", "amend logged logged",
        "amend handed-over handed-over", "amend in-hand in-hand", "amend to-sign to-sign", "amend withdrawn withdrawn",
        "amend not-accepted not-accepted", "addendum closed closed", "addendum withdrawn withdrawn", "addendum not-accepted not-accepted",
    ]

    private static let actors =
        Desk.everybody.map { Actor($0) } + [
            Actor(Desk.colleague, standingInFor: Desk.manager), Actor(Desk.colleague, standingInFor: Desk.complaints),
            Actor(Desk.secondComplaints, standingInFor: Desk.manager),
        ]

    private static func randomAct(_ numbers: inout SeededNumbers) -> Act {
        let receiver = numbers.one(of: Desk.everybody)
        let about = numbers.one(of: ["", "王芳", "陈立", "赵国强", "李敏", "大堂"])
        return numbers.one(of: [
            .answered, .handed(to: receiver), .handed(to: Desk.complaints), .accept, .accept, .noted, .notAtFault, .atFault,
            .finding(Act.finding(.bank)), .replied, .sign, .sign, .sentBack, .withdrawn, .notAccepted, .amended, .amend(.about, to: about),
            .amend(.amount, to: "lots"), .added,
        ])
    }

    /// An act of that kind with nothing wrong in its fields; nil where nobody is left to whom the case could go.
    private static func goodAct(_ kind: ActKind, on state: Case, by actor: Actor) -> Act? {
        switch kind {
        case .answer: return .answered
        case .handOver:
            let receivers = [Desk.complaints, Desk.secondComplaints, Desk.manager]
            let free = receivers.first { !state.isAbout($0.number) && state.holder != $0.number && $0.number != actor.number }
            return free.map { .handed(to: $0) }
        case .accept: return .accept
        case .note: return .noted
        case .finding: return .notAtFault
        case .reply: return .replied
        case .sign: return .sign
        case .sendBack: return .sentBack
        case .withdraw: return .withdrawn
        case .notAccept: return .notAccepted
        case .amend: return .amend(.customer, to: state.intake.customer == "甲" ? "乙" : "甲")
        case .addendum: return .added
        }
    }

    /// What is said to be possible is not refused, and what is said not to be is refused for the same reason.
    private static func disagreements(on life: Life) -> [String] {
        var found: [String] = []
        for actor in actors {
            let answers = possibilities(on: life.state, by: actor)
            if answers.map(\.act) != ActKind.allCases { found.append("not every act is told, each once") }
            for (kind, whyNot) in answers {
                guard let act = goodAct(kind, on: life.state, by: actor) else { continue }
                let refusal = life.refusal(of: act, by: actor)
                if refusal != whyNot {
                    found.append(
                        "\(kind.rawValue) by \(actor.number): said \(String(describing: whyNot)), was \(String(describing: refusal))"
                    )
                }
            }
        }
        return found
    }

    /// What holds of every case at every moment.
    private static func faults(in state: Case, dues: [Moment]) -> [String] {
        var found: [String] = []
        if state.clocks.map(\.due) != dues { found.append("a due moment moved") }
        let isRunning = state.clocks.map { $0.ended == nil }
        let shouldRun: Set<Stage> = [.logged, .handedOver, .inHand]
        if isRunning.contains(!shouldRun.contains(state.stage)) { found.append("clocks run \(isRunning) while \(state.stage)") }
        if (state.stage == .closed) != (state.isSigned && ![.withdrawn, .notAccepted].contains(state.stage)) {
            found.append("\(state.stage) and signed \(state.isSigned)")
        }
        if (state.awaitedReceiver != nil) != (state.stage == .handedOver) { found.append("a receiver is awaited while \(state.stage)") }
        if state.closedAt != nil, [.logged, .handedOver, .inHand, .toSign].contains(state.stage) {
            found.append("ended while \(state.stage)")
        }
        if state.firstResponder == nil { found.append("nobody was asked first") }
        return found
    }

    @Test("no sequence of acts by anybody leaves the table", arguments: 1...24)
    func sequences(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        var walked: Set<String> = []
        for _ in 0..<12 {
            let taker = numbers.one(of: [Desk.clerk, Desk.complaints, Desk.manager])
            var life = try Life(takenBy: taker, about: numbers.one(of: ["", "", "王芳", "赵国强", "李敏"]), agreed: "2026-11-21 12:00")
            let dues = life.state.clocks.map(\.due)
            for _ in 0..<70 {
                let before = life.state
                let act = RandomLifeTests.randomAct(&numbers)
                let actor = numbers.one(of: RandomLifeTests.actors)
                guard life.refusal(of: act, by: actor) == nil else { continue }
                try life.perform(act, by: actor)
                let way = "\(act.kind.rawValue) \(before.stage.rawValue) \(life.state.stage.rawValue)"
                walked.insert(way)
                let context = Comment("seed \(seed), after \(life.events.map { $0.event.label.english })")
                #expect(RandomLifeTests.ways.contains(way), context)
                #expect(RandomLifeTests.faults(in: life.state, dues: dues) == [], context)
                #expect(RandomLifeTests.disagreements(on: life) == [], context)
                #expect(life.state.version == Int64(life.events.count), context)
                #expect(!before.isSigned || act.kind == .addendum, context)
                #expect(!actor.member.isRetired && actor.roles != [.auditor], context)
                #expect(!before.isAbout(actor.number) || act.kind == .handOver, context)
                if act.kind == .sign {
                    #expect(actor.roles.contains(.branchManager), context)
                    #expect(before.stage != .toSign || before.handlers != [actor.number], context)
                }
            }
            // The state kept along is what its events make of it.
            let folded = life.events.reduce(nil as Case?) { evolve($0, $1) }
            #expect(folded == life.state)
        }
        // A walk that never gets anywhere proves nothing.
        #expect(walked.count > 12)
    }

    @Test("any events in any order make a case, or none, and never a crash", arguments: 1...8)
    func total(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed) &* 7919)
        guard case .finding(let finding) = Act.atFault else { preconditionFailure("not a finding") }
        let intake = Intake(channel: .other, received: Desk.at("2026-11-20 10:00"), text: "x")
        let late = Clock(.reply, started: Moment(milliseconds: .max), due: Moment(milliseconds: .min))
        var broken = CaseEvent.Logged(number: Desk.caseNumber, intake: intake, clocks: [late, late])
        let logged = broken
        broken.number = "no number"
        var brokenImport = CaseEvent.Imported(number: Desk.caseNumber, intake: intake)
        let imported = brokenImport
        brokenImport.number = ""
        var amendment = CaseEvent.Amendment(field: .about, old: "", new: "\u{0}\u{1B}[2J")
        amendment.subjects = [Desk.clerk.number]
        let strayAmendments: [CaseEvent] = AmendableField.allCases.map {
            .amended(.init(field: $0, old: "?", new: "-9999999999999999999999"))
        }
        let events: [CaseEvent] =
            [
                .logged(logged), .logged(broken), .imported(imported), .imported(brokenImport), .answered(.init(text: "")),
                .handedOver(.init(to: Desk.auditor.number)), .accepted(.init()), .noted(.init(text: "")), .found(finding),
                .replied(.init(how: .book, text: "")), .signed(.init()), .sentBack(.init(reason: "")), .withdrawn(.init(reason: "")),
                .notAccepted(.init(reason: "")), .amended(amendment), .addendumWritten(.init(text: "")),
            ] + strayAmendments
        for _ in 0..<200 {
            var state: Case?
            var hasBegun = false
            for seq in 1...40 {
                let event = numbers.one(of: events)
                let moment = Moment(milliseconds: numbers.one(of: [.min, -1, 0, 1_795_310_045_000, .max]))
                state = evolve(state, Happened(event, at: moment, by: numbers.one(of: Desk.everybody).number, seq: Int64(seq)))
                if event == .logged(logged) || event == .imported(imported) { hasBegun = true }
                #expect((state != nil) == hasBegun)
                #expect(state == nil || state?.version == Int64(seq))
                #expect(state == nil || state?.number == Desk.caseNumber)
            }
        }
    }
}
