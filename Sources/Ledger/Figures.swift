import ComplaintRules

extension Ledger {
    /// Records that the report of a month's figures was issued.
    ///
    /// - Throws: `Refusal`, for a month that has not ended or whose report was issued already; `LedgerError`.
    public func issueReport(of month: Month, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            let event = try decideReport(on: try figures(of: month), by: actor, at: now, under: rules)
            try record(event, by: actor, head: &head)
        }
    }

    /// Whether and when the report of a month's figures was issued.
    ///
    /// - Throws: `LedgerError`.
    public func figures(of month: Month) throws(LedgerError) -> MonthlyFigures {
        var figures = MonthlyFigures(month: month)
        // There are twelve a year among the events of the desk, and so no table of them.
        let sql = """
            SELECT coalesce(judged.at, event.at), by, content FROM \(EventReader.events)
            WHERE case_id = 0 AND kind = ? AND content IS NOT NULL ORDER BY event.seq
            """
        try connection.forEach(sql, EventCoder.reportIssued) { row throws(LedgerError) in
            let content = EventContent(kind: EventCoder.reportIssued, bytes: row.bytes(2))
            guard case .reportIssued(let report) = try coder.deskEvent(content), report.month == month else { return }
            figures.issuedAt = Moment(milliseconds: row.int64(0))
            figures.by = StaffNumber(row.text(1))
        }
        return figures
    }
}
