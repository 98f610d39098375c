import Testing

@testable import ComplaintRules

/// Walks through every state that a case can come to in a branch of three — a clerk, a complaint manager, a branch manager — and asks
/// whether a signature can still be reached from it.
@Suite("Every case can come to a signed end")
struct SignedEndTests {
    private static let three = [Desk.clerk, Desk.complaints, Desk.manager]
    private static let desk = Desk.rules(in: Desk.zone, staff: three)
    private static let now = Desk.at("2026-11-20 12:00")
    private static let acts: [Act] = [
        .answered, .handed(to: Desk.complaints), .handed(to: Desk.manager), .accept, .notAtFault, .finding(Act.finding(.bank)), .replied,
        .sign,
        .sentBack, .withdrawn, .notAccepted,
    ]

    /// The states after each act that somebody may do. All happens at one moment, so that the states stay few.
    private static func next(_ state: Case) throws -> [Case] {
        var found: [Case] = []
        for member in three {
            for act in acts {
                var after = state
                do throws(Refusal) {
                    for event in try decide(act, on: state, by: Actor(member), at: now, under: desk) {
                        if let evolved = evolve(after, Happened(event, at: now, by: member.number, seq: 1)) { after = evolved }
                    }
                } catch {
                    continue
                }
                if after != state { found.append(after) }
            }
        }
        return found
    }

    /// All states that can be reached, and of them those from which no signature can be.
    private static func search() throws -> (reached: Set<Case>, stuck: Set<Case>) {
        var reached: Set<Case> = []
        var comesFrom: [Case: Set<Case>] = [:]
        var open: [Case] = []
        for taker in three {
            let state = try Life(takenBy: taker, desk: desk).state
            reached.insert(state)
            open.append(state)
        }
        while let state = open.popLast() {
            for after in try next(state) {
                comesFrom[after, default: []].insert(state)
                if reached.insert(after).inserted { open.append(after) }
            }
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
        "\(state.stage.rawValue), taken by \(state.firstResponder?.text ?? "-"), handled by \(state.handlers.sorted().map(\.text))"
    }

    @Test("from every open state, whatever the three did before")
    func open() throws {
        let (reached, stuck) = try SignedEndTests.search()
        #expect(reached.count > 500)
        #expect(Set(reached.map(\.stage)) == [.logged, .handedOver, .inHand, .toSign, .closed, .withdrawn, .notAccepted])
        #expect(Set(stuck.filter { $0.stage.isOpen }.map(SignedEndTests.words)).sorted() == [])
    }

    @Test("from every withdrawal and every refusal to take the case, whose signature is still due")
    func ended() throws {
        let stuck = try SignedEndTests.search().stuck
        #expect(Set(stuck.filter { !$0.stage.isOpen }.map(SignedEndTests.words)).sorted() == [])
    }
}
