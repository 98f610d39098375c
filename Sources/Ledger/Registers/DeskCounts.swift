import ComplaintRules

/// Counts that are always on screen: no customer's data in them.
public struct DeskCounts: Hashable, Sendable {
    /// Cases with a running clock past its due moment.
    public var overdue = 0
    /// Cases whose nearest clock runs out today.
    public var dueToday = 0
    /// Hand-overs that nobody has accepted yet.
    public var toAccept = 0
    /// Cases that wait for a signature.
    public var toSign = 0
    /// Cases in which something is still to be done for the customer.
    public var open = 0

    /// Makes counts of nothing.
    public init() {}
}

extension Ledger {
    /// The counts as of now.
    public func counts() throws(LedgerError) -> DeskCounts {
        let now = self.now
        let tomorrow = rules.zone.moment(of: LocalTime(day: rules.zone.day(at: now).adding(days: 1), secondOfDay: 0))
        // Each by an index of its own, in one look.
        let sql = """
            SELECT (SELECT count(*) FROM complaint WHERE nearest_due < ?1),
            (SELECT count(*) FROM complaint WHERE nearest_due >= ?1 AND nearest_due < ?2),
            (SELECT count(*) FROM complaint WHERE awaited_receiver IS NOT NULL),
            (SELECT count(*) FROM complaint WHERE awaits_signature = 1),
            (SELECT count(*) FROM complaint WHERE \(Ledger.isOpen))
            """
        let counts = try connection.first(sql, now.milliseconds, tomorrow.milliseconds) { row throws(LedgerError) in
            var counts = DeskCounts()
            (counts.overdue, counts.dueToday, counts.toAccept) = (row.int(0), row.int(1), row.int(2))
            (counts.toSign, counts.open) = (row.int(3), row.int(4))
            return counts
        }
        return counts ?? DeskCounts()
    }

    /// How many open cases a member of staff has in hand or is to accept.
    public func openCases(with staff: StaffNumber) throws(LedgerError) -> Int {
        let theirs = "(holder = ?1 OR awaited_receiver = ?1)"
        return Int(try connection.integer("SELECT count(*) FROM complaint WHERE \(theirs) AND \(Ledger.isOpen)", staff.text) ?? 0)
    }

    private static let isOpen = "stage IN (\(RegisterPlan.list(Stage.open.map(\.rawValue))))"
}
