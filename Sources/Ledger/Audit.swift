import ComplaintRules

/// One event as the audit trail shows it: who, when, for whom, on which case, what kind; never what a customer said.
public struct AuditEntry: Sendable {
    /// Its number in the ledger.
    public let seq: Int64
    /// When.
    public let at: Moment
    /// Who did it; empty where no member of staff can have that number.
    public let by: String
    /// For whom it was done; empty for nobody.
    public let onBehalfOf: String
    /// The case; nil for an event of the desk or of the comment book, and where the reader may not know of the case.
    public let number: String?
    /// Whether it belongs to a case that the reader may not know of.
    public let isWithheld: Bool
    /// What happened, as the ledger names it.
    public let kind: String
    /// Whether its contents were erased.
    public let isErased: Bool
    /// What was remarkable of the computer's clock; nil for nothing.
    public let clock: ClockMark?
    /// By which moment it was judged before its clock was declared wrong; nil where it was not.
    public let judgedBefore: Moment?
}

extension Ledger {
    /// Hands the events from a moment on to `body`, in their order, for whoever may read the audit trail.
    ///
    /// - Throws: `Refusal`; `LedgerError`; what `body` throws.
    public func audit(from start: Moment? = nil, by actor: Actor, _ body: (AuditEntry) throws -> Void) throws {
        let actor = try current(actor)
        try permit(.readAudit, by: actor)
        try connection.read {
            let sql = """
                SELECT e.seq, coalesce(j.at, e.at), e.by, e.on_behalf_of, e.kind, e.case_id, e.content IS NULL, c.number,
                EXISTS(SELECT 1 FROM complaint_subject s WHERE s.case_id = e.case_id AND s.staff = ?2), e.content, e.at
                FROM event e LEFT JOIN complaint c ON c.id = e.case_id LEFT JOIN judged j ON j.seq = e.seq
                WHERE coalesce(j.at, e.at) >= ?1 ORDER BY e.seq
                """
            let rows = try connection.statement(sql)
            defer { rows.reset() }
            let first = start?.milliseconds ?? Int64.min
            try rows.bind(first, actor.number.text)
            while try rows.step() {
                let (at, isWithheld) = (rows.int64(1), rows.bool(8))
                let mark = try rows.optionalBytes(9).flatMap { bytes throws(LedgerError) in try coder.clockMark(bytes) }
                try body(
                    AuditEntry(
                        seq: rows.int64(0),
                        at: Moment(milliseconds: at),
                        by: rows.text(2),
                        onBehalfOf: rows.text(3),
                        number: isWithheld ? nil : rows.optionalText(7),
                        isWithheld: isWithheld,
                        kind: isWithheld ? "" : rows.text(4),
                        isErased: rows.bool(6),
                        clock: mark,
                        judgedBefore: rows.int64(10) == at ? nil : Moment(milliseconds: rows.int64(10))
                    )
                )
            }
        }
    }
}
