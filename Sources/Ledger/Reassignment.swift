import ComplaintRules

/// What became of a case that was to be reassigned.
public struct Reassigned: Sendable {
    /// The case's number.
    public let number: String
    /// Why it was not; nil where it was handed over.
    public let refusal: Refusal?
}

extension Ledger {
    /// Hands several cases over to one receiver, each on its own: one that is refused does not hold up the others (1-domain, Shifts).
    ///
    /// - Throws: `LedgerError`; what was handed over until then stays so.
    public func reassign(_ numbers: [String], to receiver: StaffNumber, note: String = "", by actor: Actor) throws -> [Reassigned] {
        try numbers.map { number in
            do {
                _ = try perform(HandOver(to: receiver, note: note), on: number, by: actor)
                return Reassigned(number: number, refusal: nil)
            } catch let refusal as Refusal {
                return Reassigned(number: number, refusal: refusal)
            }
        }
    }

    /// The numbers of the open cases that a member of staff has in hand, or took and has not handed over yet, the oldest first.
    ///
    /// - Throws: `LedgerError`.
    public func openCases(of member: StaffNumber, by actor: Actor) throws -> [String] {
        var query = RegisterQuery(ReadScope(for: try current(actor)), order: .logged)
        query.stages = [.logged, .inHand]
        query.concerning = [member]
        var numbers: [String] = []
        var page = RegisterPage.first
        while true {
            let rows = try rows(query, page, limit: 200)
            numbers += rows.filter { ($0.holder ?? $0.firstResponder) == member }.map(\.number)
            guard rows.count == 200, let last = rows.last else { return numbers.reversed() }
            page = .after(last)
        }
    }
}
