import ComplaintRules

/// A corrective action on the list of all cases.
public struct RectificationRow: Identifiable, Hashable, Sendable {
    /// Case and item, as `0379-2611-012/1`.
    public let id: String
    /// The case's number.
    public let number: String
    /// The action.
    public let action: Rectification
    /// Whether it was checked.
    public let isVerified: Bool
}

extension Ledger {
    /// Corrective actions, the open ones first, by the day on which they are due; those of cases that `scope` leaves out are left out too.
    ///
    /// - Parameter limit: how many at most: the list is a branch's, not a register.
    public func rectifications(_ scope: ReadScope, openOnly: Bool, limit: Int = 500) throws(LedgerError) -> [RectificationRow] {
        guard let readable = RegisterPlan.readable(scope) else { return [] }
        var rows: [RectificationRow] = []
        let conditions = (["r.verified <= ?"] + readable.conditions).joined(separator: " AND ")
        let statement = try connection.statement(
            """
            SELECT c.number, r.item, r.what, r.owner, r.due, r.verified FROM rectification r JOIN complaint c ON c.id = r.case_id
            WHERE \(conditions) ORDER BY r.verified, r.due, r.case_id, r.item LIMIT ?
            """
        )
        try statement.forEach(all: [openOnly ? 0 : 1] + readable.values + [limit]) { row throws(LedgerError) in
            let action = Rectification {
                $0.item = row.int(1)
                $0.what = row.text(2)
                $0.owner = row.text(3)
                $0.due = Day(ordinal: row.int(4))
            }
            rows.append(
                RectificationRow(id: "\(row.text(0))/\(row.int(1))", number: row.text(0), action: action, isVerified: row.bool(5))
            )
        }
        return rows
    }
}
