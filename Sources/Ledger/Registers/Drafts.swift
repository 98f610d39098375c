import ComplaintRules

/// What somebody typed and has not sent yet (2-screens, rule 1). Drafts are no events: they are nobody's business but the writer's.
public struct Draft: Hashable, Sendable {
    /// Which form it is of, such as `log` or `act/0379-2611-012/reply`.
    public let form: String
    /// When it was saved.
    public let savedAt: Moment
    /// What was typed, in the form's own coding.
    public let content: [UInt8]
}

extension Ledger {
    /// Keeps a draft in place of the last one of the same form; it is on the disk when this returns.
    public func saveDraft(_ content: [UInt8], of form: String, by staff: StaffNumber) throws {
        let now = clock.now().milliseconds
        try connection.transaction {
            try connection.run(
                """
                INSERT INTO draft(staff, form, saved_at, content) VALUES (?, ?, ?, ?)
                ON CONFLICT(staff, form) DO UPDATE SET saved_at = excluded.saved_at, content = excluded.content
                """,
                staff.text,
                form,
                now,
                content
            )
        }
    }

    /// The draft of a form; nil where there is none.
    public func draft(of form: String, by staff: StaffNumber) throws(LedgerError) -> Draft? {
        try connection.first("SELECT form, saved_at, content FROM draft WHERE staff = ? AND form = ?", staff.text, form) {
            row throws(LedgerError) in Draft(row)
        }
    }

    /// All drafts of a member of staff, the latest first.
    public func drafts(by staff: StaffNumber) throws(LedgerError) -> [Draft] {
        var drafts: [Draft] = []
        try connection.forEach(
            "SELECT form, saved_at, content FROM draft WHERE staff = ? ORDER BY saved_at DESC, form LIMIT 100",
            staff.text
        ) { row throws(LedgerError) in
            drafts.append(Draft(row))
        }
        return drafts
    }

    /// Forgets a draft, once it was sent or thrown away.
    public func deleteDraft(of form: String, by staff: StaffNumber) throws {
        try connection.transaction { try connection.run("DELETE FROM draft WHERE staff = ? AND form = ?", staff.text, form) }
    }
}

extension Draft {
    fileprivate init(_ row: Statement) {
        form = row.text(0)
        savedAt = Moment(milliseconds: row.int64(1))
        content = row.bytes(2)
    }
}
