import DeskTestSupport
import Testing

@testable import ComplaintRules

/// Walks through every state that a case can come to in a branch of three — a clerk, a complaint manager, a branch manager — and asks
/// whether a signature, or head office's ruling in its place, can still be reached from it.
@Suite("Every case can come to a signed end")
struct SignedEndTests {
    private static let three = [Desk.clerk, Desk.complaints, Desk.manager]
    private static let desk = {
        var desk = Desk.rules(in: Desk.zone, staff: three)
        desk.other = Desk.otherCase()
        return desk
    }()
    /// A walk that comes to more states than these has not seen all of them.
    private static let most = 200_000
    private static let now = Desk.at("2026-11-20 12:00")
    /// What the branch itself can do. No case may depend on its customer to come to an end.
    private static let acts: [Deed] = [
        .answered, .handed(to: Desk.complaints), .handed(to: Desk.manager), .accept, .notAtFault, .finding(Deed.finding(.bank)), .replied,
        .extensionAsked, .grantExtension, .escalationAsked, .confirmEscalation, .declined, .headOfficeAnswered, .sign, .ruled, .sentBack,
    ]
    /// What leads elsewhere, and is no way out.
    private static let turns: [Deed] = [.refused, .withdrawn, .notAccepted, .sample(.merge)]

    /// What a case is as far as its further ways go. Clocks, words and times decide nothing there; without them the states stay few.
    private static func essence(_ state: Case) -> Case {
        var state = state
        state.clocks = []
        state.answer = nil
        state.reply = state.reply.map { Reply(how: $0.how, text: "") }
        state.sentBackFor = nil
        state.outcomeTold = state.outcomeTold.map { Case.Telling(at: $0.at, how: nil) }
        state.rectifications = []
        state.links = []
        state.escalation = nil
        // What the answer said of fault is asked only where a finding is put right while the case waits for the signature.
        if state.stage != .toSign, state.beforeEnd?.stage != .toSign { state.findingAnswered = nil }
        state.handedOverAt = nil
        (state.answeredAt, state.foundAt, state.endedAt) = (nil, nil, nil)
        state.lastStep = nil
        state.beforeEnd = state.beforeEnd.map {
            Case.BeforeEnd(
                stage: $0.stage,
                awaitedReceiver: $0.awaitedReceiver,
                extensionAsked: $0.extensionAsked,
                escalationAsked: $0.escalationAsked,
                outcomeTold: $0.outcomeTold.map { Case.Telling(at: $0.at, how: nil) },
                customersToAnswer: $0.customersToAnswer,
                tellingsOfOthers: [:],
                toldBefore: $0.toldBefore,
                answered: [],
                clockCount: 0,
                stopped: []
            )
        }
        state.turns = []
        state.version = 0
        return state
    }

    /// The states after each act that somebody may do. All happens at one moment, so that the states stay few.
    private static func next(_ state: Case, by acts: [Deed]) throws -> [Case] {
        var found: [Case] = []
        for member in three {
            for act in acts {
                var after = state
                do throws(Refusal) {
                    for event in try decide(act.act, on: state, in: Occasion(Actor(member), at: now, under: desk)) {
                        if let evolved = evolve(after, Happened(event, at: now, by: member.number, seq: 1)) { after = evolved }
                    }
                } catch {
                    continue
                }
                after = essence(after)
                if after != state { found.append(after) }
            }
        }
        return found
    }

    /// All states that can be reached, and of them those from which no signature can be.
    private static func search(_ starts: [Case], acts: [Deed] = acts, turns: [Deed] = turns) throws -> (
        reached: Set<Case>, stuck: Set<Case>
    ) {
        var reached = Set(starts.map(essence))
        var comesFrom: [Case: Set<Case>] = [:]
        var open = Array(reached)
        while let state = open.popLast(), reached.count < most {
            // A signed case is at its end.
            if state.isSigned { continue }
            for after in try next(state, by: acts) {
                comesFrom[after, default: []].insert(state)
                if reached.insert(after).inserted { open.append(after) }
            }
            for after in try next(state, by: turns) where reached.insert(after).inserted { open.append(after) }
        }
        // Backwards from the signed ends.
        var saved = reached.filter(\.isSigned)
        open = Array(saved)
        while let state = open.popLast() {
            for before in comesFrom[state] ?? [] where saved.insert(before).inserted { open.append(before) }
        }
        return (reached, reached.subtracting(saved))
    }

    private static func words(_ state: Case) -> String {
        "\(state.stage.rawValue), taken by \(state.firstResponder?.text ?? "-"), about \(state.intake.subjects.map(\.text)), "
            + "handled by \(state.handlers.sorted().map(\.text)), before \(state.stageBeforeSigning?.rawValue ?? "-"), "
            + "awaits \(state.awaitedReceiver?.text ?? "-"), found \(state.finding?.fault.rawValue ?? "-")"
    }

    /// Every state in which anybody of the three is the subject are hundreds of thousands of decisions: every day those about the one who signs.
    private static let subjects = LongForm.isAskedFor ? ["", "李敏", "王芳", "赵国强"] : ["赵国强"]

    @Test("whoever of the three it is about, and whatever they did before", arguments: subjects)
    func anybody(about: String) throws {
        let starts = try SignedEndTests.three.map { try Life(takenBy: $0, about: about, desk: SignedEndTests.desk).state }
        let (reached, stuck) = try SignedEndTests.search(starts)
        #expect(reached.count > 300 && reached.count < SignedEndTests.most)
        let stages: Set<Stage> = [.logged, .handedOver, .inHand, .toSign, .closed, .withdrawn, .notAccepted, .merged, .withHeadOffice]
        #expect(Set(reached.map(\.stage)) == stages)
        #expect(Set(stuck.map(SignedEndTests.words)).sorted() == [])
    }

    @Test(
        "also where it turns out later that it is about one of them",
        arguments: [("", "赵国强")] + (LongForm.isAskedFor ? [("", "王芳"), ("赵国强", "")] : [])
    )
    func amended(first: String, later: String) throws {
        let starts = try SignedEndTests.three.map { try Life(takenBy: $0, about: first, desk: SignedEndTests.desk).state }
        let acts: [Deed] = [
            .answered, .handed(to: Desk.complaints), .handed(to: Desk.manager), .accept, .notAtFault, .replied, .sign, .ruled, .sentBack,
        ]
        let (reached, stuck) = try SignedEndTests.search(starts, acts: acts, turns: [.withdrawn, .amend("about", to: later)])
        #expect(reached.contains { $0.intake.about == later } && reached.count < SignedEndTests.most)
        #expect(Set(stuck.map(SignedEndTests.words)).sorted() == [])
    }

    @Test("also a comment-book case whose customer left a contact", arguments: subjects)
    func book(about: String) throws {
        let starts = try SignedEndTests.three.map { taker in
            var state = try Life(takenBy: taker, about: about, desk: SignedEndTests.desk).state
            state.intake.channel = .commentBook
            state.intake.contact = "13812340000"
            return state
        }
        let acts: [Deed] = [
            .answered, .handed(to: Desk.complaints), .handed(to: Desk.manager), .accept, .notAtFault, .replied,
            .reply(.init(how: .book, text: "x")), .inBook, .sign, .ruled, .sentBack,
        ]
        let (reached, stuck) = try SignedEndTests.search(starts, acts: acts, turns: [.withdrawn])
        #expect(reached.contains { $0.reply?.how == .book } && reached.count < SignedEndTests.most)
        #expect(Set(stuck.map(SignedEndTests.words)).sorted() == [])
    }
}
