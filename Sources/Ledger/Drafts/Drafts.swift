import ComplaintRules

/// What somebody typed into one form and has not sent yet (2-screens, rule 1): a record of its own, as many as there are forms begun.
/// Drafts are no events: they are nobody's business but the writer's.
public struct Draft: Hashable, Identifiable, Sendable {
    /// Names it for as long as there is one; no other draft ever has it.
    public let id: Int64
    /// Which form it is of, such as `log` or `act/0379-2611-012/reply`.
    public let form: String
    /// Whose it is.
    public let staff: StaffNumber
    /// Who typed it: another than `staff` where they left the desk and it was passed on.
    public let writer: StaffNumber
    /// When it was saved last.
    public let savedAt: Moment
    /// When it was saved last, or its owner last said that it is to be kept.
    public let keptAt: Moment
    /// What was typed, in the form's own coding.
    public let content: [UInt8]

    /// How long one lies before its owner is asked whether it is to be kept.
    public static let daysUntilAsked: Int64 = 30

    /// Whether its owner is to be asked whether it is to be kept.
    public func isOld(at now: Moment) -> Bool { now.seconds(since: keptAt) >= Draft.daysUntilAsked * 86_400 }

    /// A new id. Drawn and not counted: it is needed before anything is written, by desks that know nothing of each other.
    static func newID() -> Int64 { Int64.random(in: 1...DraftLocks.largestID) }
}

extension Ledger {
    /// Keeps what stands in a form under the draft's id, in place of what was kept there before; it is on the disk when this returns.
    ///
    /// - Parameters:
    ///   - about: whom the complaint in it is about, in the writer's words; where the writer leaves, nobody of whom they speak gets it.
    /// - Throws: `LedgerError`.
    public func saveDraft(_ content: [UInt8], as id: Int64, of form: String, about: String = "", by staff: StaffNumber) throws {
        let now = clock.now().milliseconds
        try connection.transaction {
            try connection.run(
                """
                INSERT INTO draft(id, form, staff, writer, about, saved_at, kept_at, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT(id) DO UPDATE SET
                    about = excluded.about, saved_at = excluded.saved_at, kept_at = excluded.kept_at, content = excluded.content
                """,
                id,
                form,
                staff.text,
                staff.text,
                about,
                now,
                now,
                content
            )
        }
    }

    /// The draft of that id; nil where there is none, or none any more.
    public func draft(_ id: Int64) throws(LedgerError) -> Draft? {
        try drafts("WHERE id = ?", id).first
    }

    /// The drafts of a member of staff, the latest first.
    public func drafts(by staff: StaffNumber) throws(LedgerError) -> [Draft] {
        try drafts("WHERE staff = ? ORDER BY saved_at DESC, id", staff.text)
    }

    /// The drafts of one form, such as that of an act on a case, the latest first.
    public func drafts(of form: String, by staff: StaffNumber) throws(LedgerError) -> [Draft] {
        try drafts("WHERE staff = ? AND form = ? ORDER BY saved_at DESC, id", staff.text, form)
    }

    private func drafts(_ which: String, _ values: (any SQLValue)?...) throws(LedgerError) -> [Draft] {
        var found: [Draft] = []
        let statement = try connection.statement("SELECT id, form, staff, writer, saved_at, kept_at, content FROM draft \(which)")
        try statement.forEach(all: values) { row throws(LedgerError) in found.append(try Draft(row)) }
        return found
    }

    /// Forgets a draft that was thrown away. One that was sent goes with what it was sent for (`sending`).
    public func deleteDraft(_ id: Int64) throws {
        try connection.transaction { try connection.run("DELETE FROM draft WHERE id = ?", id) }
    }

    /// Notes that the owner of an old draft wants to keep it.
    public func keepDraft(_ id: Int64) throws {
        let now = clock.now().milliseconds
        try connection.transaction { try connection.run("UPDATE draft SET kept_at = ? WHERE id = ?", now, id) }
    }

    /// Does what a form was filled in for; its draft is forgotten in the same transaction, so that what was done is never offered once more.
    public func sending<Value>(draft id: Int64?, _ body: () throws -> Value) rethrows -> Value {
        sentDraft = id
        defer { sentDraft = nil }
        return try body()
    }

    /// Within the transaction of what the draft was sent for.
    func forgetSentDraft() throws(LedgerError) {
        guard let sentDraft else { return }
        try connection.run("DELETE FROM draft WHERE id = ?", sentDraft)
    }

    /// Gives the drafts of somebody who leaves to whoever takes them by the rules (`DeskRules.taker`). Belongs inside the transaction of the leaving.
    ///
    /// - Parameter manager: who records the leaving.
    func passOnDrafts(of leaver: StaffNumber, recordedBy manager: StaffNumber) throws(LedgerError) {
        var left: [(id: Int64, form: String, about: String)] = []
        try connection.forEach("SELECT id, form, about FROM draft WHERE staff = ?", leaver.text) { row throws(LedgerError) in
            left.append((row.int64(0), row.text(1), row.text(2)))
        }
        if left.isEmpty { return }
        let successor = try successor(of: leaver)
        for draft in left {
            // The form of an act on a case names the case.
            let parts = draft.form.split(separator: "/")
            let state = parts.count > 1 ? try stored(String(parts[1]))?.state : nil
            let wanted = LeftDraft(about: draft.about, on: state)
            guard let taker = rules.taker(of: wanted, of: leaver, successor: successor, recordedBy: manager) else { continue }
            try connection.run("UPDATE draft SET staff = ? WHERE id = ?", taker.text, draft.id)
        }
    }

    /// Who has the case on which a member of staff acted last and that somebody else has now.
    private func successor(of leaver: StaffNumber) throws(LedgerError) -> StaffNumber? {
        let sql = """
            SELECT c.holder, c.awaited_receiver FROM event e JOIN complaint c ON c.id = e.case_id WHERE e.by = ? ORDER BY e.seq DESC
            """
        let rows = try connection.statement(sql)
        try rows.bind(leaver.text)
        defer { rows.reset() }
        while try rows.step() {
            func number(_ column: Int) -> StaffNumber? { rows.optionalText(column).flatMap(StaffNumber.init) }
            if let keeper = Case.keeper(holder: number(0), awaited: number(1)), keeper != leaver { return keeper }
        }
        return nil
    }
}

extension Draft {
    fileprivate init(_ row: Statement) throws(LedgerError) {
        guard let staff = StaffNumber(row.text(2)), let writer = StaffNumber(row.text(3)) else {
            throw LedgerError(.damaged, message: "a draft of nobody")
        }
        self.init(
            id: row.int64(0),
            form: row.text(1),
            staff: staff,
            writer: writer,
            savedAt: Moment(milliseconds: row.int64(4)),
            keptAt: Moment(milliseconds: row.int64(5)),
            content: row.bytes(6)
        )
    }
}
