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
    /// Those of them with a running clock past its due moment.
    public var openOverdue = 0

    /// Makes counts of nothing.
    public init() {}
}

extension Ledger {
    /// The counts as of now.
    ///
    /// - Parameter reader: who sees them; what is about them is not counted. Nil counts all.
    public func counts(for reader: StaffNumber? = nil) throws(LedgerError) -> DeskCounts {
        try counts(without: "s.staff = ?3", reader)
    }

    /// The counts for a place where anybody looks: what is about anybody is not counted, so that nobody learns of it by comparing.
    public func countsForAll() throws(LedgerError) -> DeskCounts { try counts(without: "?3 IS NULL", nil) }

    /// - Parameter subjects: whom that is about which is not counted, as a condition on `complaint_subject s`; `?3` is the reader or NULL.
    private func counts(without subjects: String, _ reader: StaffNumber?) throws(LedgerError) -> DeskCounts {
        let now = self.now
        let tomorrow = rules.zone.moment(of: LocalTime(day: rules.zone.day(at: now).adding(days: 1), secondOfDay: 0))
        // Each by an index of its own, in one look; of the few that are about the reader, as many are taken off.
        let wanted = [
            "nearest_due < ?1", "nearest_due >= ?1 AND nearest_due < ?2", "awaited_receiver IS NOT NULL", "awaits_signature = 1",
            Ledger.isOpen, "nearest_due < ?1 AND \(Ledger.isOpen)",
        ]
        let columns = wanted.map { "(SELECT count(*) FROM complaint WHERE \($0)) - \(Ledger.count($0, about: subjects))" }
        let sql = "SELECT \(columns.joined(separator: ", "))"
        let counts = try connection.first(sql, now.milliseconds, tomorrow.milliseconds, reader?.text) { row throws(LedgerError) in
            var counts = DeskCounts()
            (counts.overdue, counts.dueToday, counts.toAccept) = (row.int(0), row.int(1), row.int(2))
            (counts.toSign, counts.open, counts.openOverdue) = (row.int(3), row.int(4), row.int(5))
            return counts
        }
        return counts ?? DeskCounts()
    }

    /// How many cases have a nearest clock that runs and is due soon, today or from half of its limit on, and how many of them from 80 % on, as of now.
    public func dueSoon() throws(LedgerError) -> (soon: Int, verySoon: Int) {
        let (now, rules) = (self.now, self.rules)
        let sql = "SELECT nearest_rule, nearest_started, nearest_due FROM complaint WHERE nearest_due >= ?"
        var found = (soon: 0, verySoon: 0)
        try connection.forEach(sql, now.milliseconds) { row throws(LedgerError) in
            guard let name = ClockName(rawValue: row.text(0)) else { return }
            let clock = Clock(name, started: Moment(milliseconds: row.int64(1)), due: Moment(milliseconds: row.int64(2)))
            let urgency = rules.urgency(of: clock, at: now)
            if urgency >= .soon { found.soon += 1 }
            if urgency >= .verySoon { found.verySoon += 1 }
        }
        return found
    }

    /// How many open cases a member of staff has in hand or is to accept, as `reader` may know: without those about that one. What was handed over
    /// to somebody is theirs, and not the former holder's any more.
    public func openCases(with staff: StaffNumber, for reader: StaffNumber?) throws(LedgerError) -> Int {
        let theirs = "(awaited_receiver = ?1 OR holder = ?1 AND awaited_receiver IS NULL) AND \(Ledger.isOpen)"
        let sql = "SELECT (SELECT count(*) FROM complaint WHERE \(theirs)) - \(Ledger.count(theirs, about: "s.staff = ?2"))"
        return Int(try connection.integer(sql, staff.text, reader?.text) ?? 0)
    }

    /// How many cases of a condition are about somebody, as a part of a query.
    private static func count(_ condition: String, about subjects: String) -> String {
        "(SELECT count(DISTINCT s.case_id) FROM complaint_subject s JOIN complaint ON complaint.id = s.case_id "
            + "WHERE \(subjects) AND \(condition))"
    }

    private static let isOpen = "stage IN (\(RegisterPlan.list(Stage.open.map(\.rawValue))))"
}
