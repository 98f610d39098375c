import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Promises at random")
struct PromiseWalkTests {
    @Test(
        "no sequence of replies, sendings back, refusals, escalations and payments promises more than was approved, or pays more than that",
        arguments: 1...4
    )
    func walks(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed) &* 7_727)
        var kinds: Set<ActKind> = []
        for _ in 0..<80 {
            var life = try Life(takenBy: numbers.one(of: [Desk.clerk, Desk.complaints]))
            // Half of the lives begin where head office has named what it approves, so that sums meet it.
            if Bool.random(using: &numbers) {
                let approved = Amount(hundredths: Int64.random(in: 0...300_000, using: &numbers))
                for (act, member) in [
                    (Deed.accept, Desk.complaints), (.escalationAsked, Desk.complaints), (.confirmEscalation, Desk.manager),
                    (.headOfficeAnswer(.init(text: "x", amount: approved)), Desk.complaints),
                ] { try life.perform(act, by: Actor(member)) }
            }
            for _ in 0..<50 {
                let amount = numbers.one(of: [nil, Amount(hundredths: Int64.random(in: 0...700_000, using: &numbers))])
                let paid = numbers.one(of: [nil, nil, Amount(hundredths: Int64.random(in: 0...200_000, using: &numbers))])
                let act = numbers.one(of: [
                    Deed.answer(.init(text: "x", amount: amount, paid: paid)), .accept, .notAtFault, .noted,
                    .reply(.init(how: .phone, text: "x", amount: amount, paid: paid)),
                    .reply(.init(how: .phone, text: "x", amount: amount)), .sentBack, .refused, .escalationAsked, .confirmEscalation,
                    .confirmEscalation,
                    .headOfficeAnswer(.init(text: "x", amount: amount)), .note(.init(text: "x", paid: paid)), .withdrawn,
                ])
                let actor = Actor(numbers.one(of: [Desk.clerk, Desk.complaints, Desk.secondComplaints, Desk.manager]))
                guard life.refusal(of: act, by: actor) == nil else { continue }
                let before = life.state
                try life.perform(act, by: actor)
                kinds.insert(act.kind)
                let state = life.state
                let context = Comment("seed \(seed), after \(life.events.map { $0.event.actName })")
                if state.promised > before.promised {
                    let tier = actor.roles.map { life.desk.tier(of: $0, on: Day(ordinal: 20_777)) }.max() ?? .none
                    #expect(state.promised <= before.ceiling ?? tier, context)
                }
                #expect(state.paid <= state.promised, context)
                #expect(state.paid >= before.paid, context)
            }
        }
        #expect(kinds.isSuperset(of: [.reply, .answer, .sendBack, .refuseAnswer, .headOfficeAnswer, .note]))
    }
}
