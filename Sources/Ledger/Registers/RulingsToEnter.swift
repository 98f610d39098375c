import ComplaintRules

// Who is the only one to enter head office's ruling on a case reads it, and is shown it in every list, or nobody would end it (1-domain, Roles).
extension Ledger {
    /// The cases that whoever reads by `scope` reads beside it, since they may enter head office's ruling on them. Managers and auditors, who read
    /// all but what is about themselves, have none.
    func rulings(for scope: ReadScope) throws(LedgerError) -> [Int64] {
        guard let reader = scope.narrowReader, let member = rules.staff[reader] else { return [] }
        let actor = acting(Actor(member))
        // While a manager took no part, a clerk has none to enter; whoever took part did something on the case.
        let managers = RegisterPlan.list([Role.complaintManager, .branchManager].map(\.rawValue))
        let sql = """
            SELECT c.id, c.version FROM complaint c
            WHERE c.is_history = 0 AND (c.awaits_signature = 1 OR c.stage IN (\(RegisterPlan.list(Stage.open.map(\.rawValue)))))
            AND NOT EXISTS (
                SELECT 1 FROM staff m WHERE m.retired = 0 AND m.role IN (\(managers))
                AND NOT EXISTS (SELECT 1 FROM complaint_subject x WHERE x.case_id = c.id AND x.staff = m.number)
                AND NOT EXISTS (SELECT 1 FROM event e WHERE e.case_id = c.id AND e.by = m.number)
            )
            """
        var candidates: [(id: Int64, version: Int64)] = []
        try connection.forEach(sql) { row throws(LedgerError) in candidates.append((row.int64(0), row.int64(1))) }
        let occasion = Occasion(actor, at: now, under: rules)
        var found: [Int64] = []
        for (id, version) in candidates {
            guard let state = try stored(id: id, version: version)?.state else { continue }
            if !scope.includes(state), mayRead(state, in: occasion) { found.append(id) }
        }
        return found
    }
}

extension ReadScope {
    /// Who reads, where they do not read all that is about others.
    fileprivate var narrowReader: StaffNumber? {
        switch self {
        case .ownAndUnassigned(let reader), .standIn(let reader, _): reader
        case .without(_, let scope): scope.narrowReader
        case .all, .everything, .nothing: nil
        }
    }
}
