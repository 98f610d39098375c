import ComplaintRules

extension Ledger {
    /// The actor with the rights that they have today: their own, and those of whoever they stand in for. What is shown and offered goes by
    /// these; each act decides on them anew.
    public func acting(_ actor: Actor) -> Actor {
        do throws(Refusal) {
            return try current(actor)
        } catch {
            // Somebody who has left keeps no right but is named by whatever they are told.
            return actor
        }
    }
}
