import ComplaintRules

/// A case on the list of head office: what was asked, and how far it has come.
@dynamicMemberLookup
public struct EscalationRow: Identifiable, Hashable, Sendable {
    /// The case.
    public internal(set) var complaint = RegisterRow()
    /// How far it has come.
    public internal(set) var told = EscalationProgress()

    /// What is kept of it beside the case's line in the register.
    static let columns: [KeptColumn<EscalationRow, EscalationRow>] = [
        KeptColumn("state", \.told.state), KeptColumn("kind", \.told.kind), KeptColumn("reason", \.told.reason),
        KeptColumn("asked_by", \.told.askedBy), KeptColumn("asked_at", \.told.askedAt),
        KeptColumn("confirmed_by", \.told.confirmedBy), KeptColumn("confirmed_at", \.told.confirmedAt),
        KeptColumn("progress", \.told.progress), KeptColumn("progress_at", \.told.progressAt),
    ]

    /// The case's id in this store.
    public var id: Int64 { complaint.id }

    /// What is known of how far it has come.
    public subscript<Value>(dynamicMember path: KeyPath<EscalationProgress, Value>) -> Value { told[keyPath: path] }
}

extension Ledger {
    /// What is asked of head office, is there, or was answered and waits for the branch's reply; in this order, the oldest first, behind what is
    /// overdue. Those of
    /// cases that `scope` leaves out are left out too.
    ///
    /// - Parameter limit: how many at most: the list is a branch's, not a register.
    public func escalations(_ scope: ReadScope, limit: Int = 500) throws(LedgerError) -> [EscalationRow] {
        var query = RegisterQuery(scope, order: .waiting)
        query.isEscalated = true
        query.textLimit = 200
        var kept: [Int64: EscalationRow] = [:]
        let names = EscalationRow.columns.map(\.name).joined(separator: ", ")
        try connection.forEach("SELECT case_id, \(names) FROM escalation") { row throws(LedgerError) in
            var escalation = EscalationRow()
            for (place, column) in EscalationRow.columns.enumerated() { try column.read?(&escalation, row, place + 1) }
            kept[row.int64(0)] = escalation
        }
        var rows: [EscalationRow] = []
        for row in try self.rows(query, limit: limit) {
            guard var escalation = kept[row.id] else { continue }
            escalation.complaint = row
            rows.append(escalation)
        }
        // What is overdue stands first wherever it is; then each state for itself, what is due first before the rest, and of equals what waits longest.
        let now = self.now
        func place(_ row: EscalationRow) -> (Int, EscalationProgress.State, Int64, Int64, Int64) {
            let isOverdue = row.complaint.nearest?.isOverdue(at: now) == true
            return (isOverdue ? 0 : 1, row.state, row.complaint.nearest?.due.milliseconds ?? .max, row.since?.milliseconds ?? 0, row.id)
        }
        return rows.sorted { place($0) < place($1) }
    }
}

extension EscalationProgress.State: KeptValue {
    static var sqlType: String { "INTEGER" }
    var cell: KeptCell { .integer(Int64(rawValue)) }
    init(_ row: Statement, _ column: Int) throws(LedgerError) {
        guard let state = Self(rawValue: row.int(column)) else { throw LedgerError(.damaged, message: "an unknown state of an escalation") }
        self = state
    }
}
