import ComplaintRules

extension Ledger {
    /// The last cases of a customer who comes back, the latest first: those who left the same contact, and those of the same name
    /// (1-domain, Coming back). What `scope` leaves out is left out.
    ///
    /// - Parameters:
    ///   - customer: the whole name; blank for nobody in particular.
    ///   - contact: the contact as it was left; blank for none.
    ///   - limit: how many at most.
    public func cases(
        ofCustomer customer: String,
        contact: String,
        _ scope: ReadScope,
        limit: Int = 5
    ) throws(LedgerError) -> [RegisterRow] {
        let (name, contact) = (customer.trimmed, contact.trimmed)
        var ids: Set<Int64> = []
        if !contact.isEmpty {
            try connection.forEach("SELECT id FROM complaint WHERE contact = ? ORDER BY id DESC LIMIT ?", contact, limit) {
                row throws(LedgerError) in ids.insert(row.int64(0))
            }
        }
        if !name.isEmpty, let words = SearchText.query(name) {
            // By the index of words, which every name stands in; the name itself is compared then.
            let sql = """
                SELECT c.id FROM complaint_search s JOIN complaint c ON c.id = s.rowid
                WHERE complaint_search MATCH ? AND c.customer = ? ORDER BY s.rowid DESC LIMIT ?
                """
            try connection.forEach(sql, words, name, limit) { row throws(LedgerError) in ids.insert(row.int64(0)) }
        }
        var rows: [RegisterRow] = []
        for id in ids.sorted(by: >).prefix(limit) {
            if let row = try row(id: id, RegisterQuery(scope)) { rows.append(row) }
        }
        return rows
    }
}
