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
        let now = clock.now()
        let tomorrow = rules.zone.moment(of: LocalTime(day: rules.zone.day(at: now).adding(days: 1), secondOfDay: 0))
        var counts = DeskCounts()
        func count(_ sql: String, _ values: [(any SQLValue)?]) throws(LedgerError) -> Int {
            try connection.statement(sql).first(all: values) { row throws(LedgerError) in row.int(0) } ?? 0
        }
        counts.overdue = try count("SELECT count(*) FROM complaint WHERE nearest_due < ?", [now.milliseconds])
        counts.dueToday = try count(
            "SELECT count(*) FROM complaint WHERE nearest_due >= ? AND nearest_due < ?",
            [now.milliseconds, tomorrow.milliseconds]
        )
        counts.toAccept = try count("SELECT count(*) FROM complaint WHERE awaited_receiver <> ''", [])
        counts.toSign = try count("SELECT count(*) FROM complaint WHERE awaits_signature = 1", [])
        counts.open = try count(
            "SELECT count(*) FROM complaint WHERE stage IN ('logged', 'handed-over', 'in-hand', 'with-head-office', 'to-sign')",
            []
        )
        return counts
    }
}

extension Ledger {
    /// How many open cases a member of staff has in hand.
    public func openCases(with staff: StaffNumber) throws(LedgerError) -> Int {
        let sql = """
            SELECT count(*) FROM complaint
            WHERE holder = ? AND stage IN ('logged', 'handed-over', 'in-hand', 'with-head-office', 'to-sign')
            """
        return Int(try connection.integer(sql, staff.text) ?? 0)
    }
}
