import ComplaintRules

extension Ledger {
    /// Looks anew whom the cases are about, since a member of staff was added, renamed, or changed role: whoever turns out to be named in one is
    /// recused on it from now on, history included (1-domain, Recusal). Belongs inside the transaction of that change.
    func lookAnew(for member: StaffMember, by actor: Actor, head: inout ChainHead) throws {
        for (stored, recused) in try recusals(of: member) { _ = try record([recused], on: stored, by: actor, at: now, head: &head) }
    }

    /// The cases whose words mean a member of staff as they are, or would be, known, and who is not recused on them yet; each with that.
    func recusals(of member: StaffMember) throws(LedgerError) -> [(stored: Stored, recused: Recused)] {
        try keepWaiting()
        let directory = StaffDirectory([member])
        var words: [String] = []
        try connection.forEach("SELECT DISTINCT words FROM complaint_naming") { row throws(LedgerError) in
            let text = row.text(0)
            if !directory.subjects(in: text).isEmpty { words.append(text) }
        }
        var cases: Set<Int64> = []
        for text in words {
            let sql = """
                SELECT case_id FROM complaint_naming n WHERE words = ?
                AND NOT EXISTS (SELECT 1 FROM complaint_subject x WHERE x.case_id = n.case_id AND x.staff = ?)
                """
            try connection.forEach(sql, text, member.number.text) { row throws(LedgerError) in cases.insert(row.int64(0)) }
        }
        var found: [(stored: Stored, recused: Recused)] = []
        for id in cases.sorted() {
            guard let stored = try EventReader(connection, coder: coder).stored(id: id), let recused = directory.recusal(of: stored.state)
            else { continue }
            found.append((stored, recused))
        }
        return found
    }
}
