import Testing

@testable import ComplaintRules
@testable import Ledger

/// Checks that each signed case of a desk would stand as it does once its words were erased: what follows from an event follows from what stays of it.
func expectToStandWithoutWords(_ ledger: Ledger, _ context: @autoclosure () -> Comment) throws {
    let rules = ledger.rules
    try EventReader(ledger.connection).forEachCase { stored in
        guard stored.state.isSigned else { return }
        var bare: Case?
        for happened in stored.events {
            let content = try ledger.coder.content(of: happened.event)
            var bareEvent = happened
            bareEvent.event = try ledger.coder.caseEvent(EventContent(kind: content.kind, bytes: ledger.coder.remains(of: content))).event
            bare = evolve(bare, bareEvent)
        }
        let state = try #require(bare)
        #expect(told(state, rules) == told(stored.state, rules), "\(stored.state.number), \(context())")
    }
}

/// How a case stands, by all that does not tell words.
private func told(_ state: Case, _ rules: DeskRules) -> [String] {
    let now = state.signedAt ?? state.loggedAt
    var told = state.clocks.map { clock in
        "\(clock.name.rawValue) \(clock.due.milliseconds) \(clock.ended?.milliseconds ?? 0) \(clock.state(at: now))"
    }
    told += state.rectifications.map { "\($0.action.item) \($0.outcome.map { "\($0)" } ?? "open")" }
    told += duties(of: state, at: now, under: rules).map { "\($0)" }
    told += state.promises.map { "\($0.amount.text) \($0.from ?? "")" } + [state.paid.text, state.ceiling?.text ?? ""]
    told += state.awaitingResult.map { _ in "waits" } + state.customersToAnswer + state.bookAnswersDue
    told += ["\(state.stage)", "\(state.isToldOfOutcome)", "\(state.isAwaited)", "\(state.isRepeat)", "\(state.owesOwnTelling)"]
    return told
}
