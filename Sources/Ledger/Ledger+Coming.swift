import ComplaintRules

extension Ledger {
    /// By when the customer of a case is to be answered: what one who comes back is told, whoever stands at the counter (1-domain, Coming
    /// back). Nil where nothing is due to them any more.
    public func replyDue(of number: String) throws(LedgerError) -> Moment? {
        try stored(number)?.state.clocks.filter { $0.ended == nil && $0.name.isTowardsCustomer }.map(\.due).min()
    }
}
