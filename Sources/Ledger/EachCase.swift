import ComplaintRules

/// What became of one of several cases on which the same act was wanted.
public struct ActOutcome: Sendable {
    /// The case's number.
    public let number: String
    /// Why it was not done; nil where it was.
    public let refusal: Refusal?
}

extension Ledger {
    /// Does the same on several cases, each in a transaction of its own and by its own rules: one that is refused does not hold up the others
    /// (1-domain, Shifts).
    ///
    /// - Throws: `LedgerError`; what was done until then stays so.
    public func perform(_ act: any Act, onEach numbers: [String], by actor: Actor) throws -> [ActOutcome] {
        try numbers.map { number in
            do {
                _ = try perform(act, on: number, by: actor)
                return ActOutcome(number: number, refusal: nil)
            } catch let refusal as Refusal {
                return ActOutcome(number: number, refusal: refusal)
            }
        }
    }

    /// Hands all open cases of a member of staff over to another, each in a transaction of its own: what that member was handed and has not accepted
    /// yet is accepted for it first, by whoever may.
    ///
    /// - Throws: `Refusal` where nobody's cases can go so; `LedgerError`; what was done until then stays so.
    public func reassign(from member: StaffNumber, to receiver: StaffNumber, note: String, by actor: Actor) throws -> [ActOutcome] {
        try permitReassigning(from: member, to: receiver, by: try current(actor))
        let handOver = HandOver(to: receiver, note: note)
        return try openCases(of: member, by: actor).map { number in
            do {
                try batch {
                    if try stored(number)?.state.stage == .handedOver { _ = try perform(Acceptance.blank, on: number, by: actor) }
                    // Whoever takes it over themselves has it with that.
                    guard try stored(number)?.state.holder != receiver else { return }
                    _ = try perform(handOver, on: number, by: actor)
                }
                return ActOutcome(number: number, refusal: nil)
            } catch let refusal as Refusal {
                return ActOutcome(number: number, refusal: refusal)
            }
        }
    }

    /// The numbers of the open cases that a member of staff has in hand, is to accept, or took and has not handed over yet, the oldest first: all
    /// that stands against their leaving.
    ///
    /// - Throws: `LedgerError`.
    public func openCases(of member: StaffNumber, by actor: Actor) throws -> [String] {
        try rows(of: member, in: [.logged, .handedOver, .inHand], by: actor)
            .filter { ($0.awaitedReceiver ?? $0.holder ?? $0.firstResponder) == member }.map(\.number).reversed()
    }

    /// How many cases that a member of staff has in hand wait for head office or for a signature, and are handed on only where they come back: of those
    /// that whoever asks may read, since nobody is told of a case about themselves (1-domain, Recusal).
    ///
    /// - Throws: `LedgerError`.
    public func waitingCases(of member: StaffNumber, by actor: Actor) throws -> Int {
        try rows(of: member, in: Stage.open.subtracting([.logged, .handedOver, .inHand]), by: actor).count { $0.holder == member }
    }

    /// The cases in some stages that concern a member of staff, as far as whoever asks may read them, the newest first.
    private func rows(of member: StaffNumber, in stages: Set<Stage>, by actor: Actor) throws -> [RegisterRow] {
        var query = RegisterQuery(ReadScope(for: try current(actor)), order: .logged)
        query.stages = stages
        query.concerning = [member]
        var all: [RegisterRow] = []
        var page = RegisterPage.first
        while true {
            let rows = try rows(query, page, limit: 200)
            all += rows
            guard rows.count == 200, let last = rows.last else { return all }
            page = .after(last)
        }
    }
}
