import ComplaintRules

/// One event as the audit trail shows it: who, when, for whom, on which case, what kind; never what a customer said.
public struct AuditEntry: Identifiable, Equatable, Sendable {
    /// Its number in the ledger.
    public let seq: Int64
    /// When.
    public let at: Moment
    /// Who did it; empty where no member of staff can have that number.
    public let by: String
    /// For whom it was done; empty for nobody.
    public let onBehalfOf: String
    /// The case; nil for an event of the desk or of the comment book.
    public let number: String?
    /// What happened, as the ledger names it.
    public let kind: String
    /// Whether its contents were erased.
    public let isErased: Bool
    /// What was remarkable of the computer's clock; nil for nothing.
    public let clock: ClockMark?
    /// What an event of a case says besides, but for what somebody wrote, and numbers of other cases; only where a page of the trail is read.
    public let details: [Detail]
    /// What happened to the desk itself; nil for what happened to a case or to the comment book, and for what was erased.
    public let told: DeskEvent?
    /// Who knew the passcode that the doer signed with; nobody where it was their own.
    public let passcodeGivenBy: [StaffNumber]
    /// By which moment it was judged before its clock was declared wrong; nil where it was not.
    public let judgedBefore: Moment?

    /// Its number in the ledger.
    public var id: Int64 { seq }
}

/// Which events of the audit trail are asked for.
public struct AuditFilter: Sendable {
    /// Of these kinds, as the ledger names them; of all where empty.
    public var kinds: [String]
    /// Whether only what happened to the desk itself, and not to a case.
    public var isOfDesk: Bool
    /// By this member alone; by everybody where nil.
    public var by: String?

    /// Makes a filter.
    public init(kinds: [String] = [], isOfDesk: Bool = false, by: String? = nil) {
        (self.kinds, self.isOfDesk, self.by) = (kinds, isOfDesk, by)
    }
}

extension Ledger {
    /// Hands the events from a moment on to `body`, in their order, for whoever may read the audit trail: of cases, those that they may read
    /// (1-domain, Recusal).
    ///
    /// - Throws: `Refusal`; `LedgerError`; what `body` throws.
    public func audit(from start: Moment? = nil, by actor: Actor, _ body: (AuditEntry) throws -> Void) throws {
        let actor = try current(actor)
        try permit(.readAudit, by: actor)
        try keepWaiting()
        try connection.read {
            let (readable, values) = Ledger.auditReadable(by: actor)
            let rows = try connection.statement("\(Ledger.auditColumns) WHERE \(readable) AND coalesce(j.at, e.at) >= ? ORDER BY e.seq")
            defer { rows.reset() }
            try rows.bind(all: values + [start?.milliseconds ?? Int64.min])
            while try rows.step() { try body(try auditEntry(rows)) }
        }
    }

    /// The events of a filter before or after one, the newest first, for whoever may read the audit trail: of cases, those that they may read.
    ///
    /// - Parameters:
    ///   - seq: the event before which the older ones begin, or, with `isNewer`, behind which the newer ones do; it is none of them.
    /// - Throws: `Refusal`; `LedgerError`.
    public func auditPage(_ filter: AuditFilter, from seq: Int64, isNewer: Bool = false, limit: Int, by actor: Actor) throws -> [AuditEntry]
    {
        let actor = try current(actor)
        try permit(.readAudit, by: actor)
        // Kinds are names of ours, and go into the statement as they are.
        let kinds = filter.kinds.isEmpty ? "" : " AND e.kind IN (\(filter.kinds.map { "'\($0)'" }.joined(separator: ", ")))"
        try keepWaiting()
        let (readable, values) = Ledger.auditReadable(by: actor)
        let rows = try connection.statement(
            "\(Ledger.auditColumns) WHERE \(readable) AND e.seq \(isNewer ? ">" : "<") ?\(kinds)"
                + "\(filter.isOfDesk ? " AND e.case_id = 0" : "")\(filter.by == nil ? "" : " AND e.by = ?")"
                + " ORDER BY e.seq \(isNewer ? "ASC" : "DESC") LIMIT \(max(0, limit))"
        )
        defer { rows.reset() }
        try rows.bind(all: values + [seq] + (filter.by.map { [$0] } ?? []))
        var entries: [AuditEntry] = []
        while try rows.step() { entries.append(try auditEntry(rows, isTelling: true)) }
        return isNewer ? entries.reversed() : entries
    }

    /// The number of the first event at or after a moment; one more than that of the last event, where none is. Moments go up with the numbers
    /// (1-domain, What was is not rewritten), so that a few looks find it.
    public func firstEvent(since moment: Moment) throws(LedgerError) -> Int64 {
        var (low, high) = (Int64(1), (try connection.integer("SELECT max(seq) FROM event") ?? 0) + 1)
        while low < high {
            let middle = (low + high) / 2
            let at = try connection.integer("SELECT at FROM event WHERE seq = ?", middle) ?? .max
            if at < moment.milliseconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What an event tells of the desk; nil for one of a case or of the comment book.
    private func told(_ row: Statement) throws(LedgerError) -> DeskEvent? {
        guard row.int64(5) == 0, DeskKind(rawValue: row.text(4)) != nil, let bytes = row.optionalBytes(8) else { return nil }
        return try coder.deskEvent(EventContent(kind: row.text(4), bytes: bytes)).event
    }

    /// What an event tells of a case without anybody's words: which clock, to whom, how much. What cannot be read is told by `verify`.
    private func details(_ row: Statement) -> [Detail] {
        guard row.int64(5) != 0, let bytes = row.optionalBytes(8),
            let event = try? coder.caseEvent(EventContent(kind: row.text(4), bytes: bytes)).event, !(event is StaffStatement)
        else { return [] }
        if let linked = event as? Linked { return linked.detailsUntold }
        return event.details.filter { detail in
            switch detail.value {
            case .code?, .moment?, .dayOf?, .day?, .flag?, .count?, .amount?, .staff?: detail.style != .fine
            case .text?, .contact?, .deskCode?, .digest?, .change?, nil: false
            }
        }
    }

    private static let auditColumns = """
        SELECT e.seq, coalesce(j.at, e.at), e.by, e.on_behalf_of, e.kind, e.case_id, e.content IS NULL, c.number, e.content, e.at
        FROM event e LEFT JOIN complaint c ON c.id = e.case_id LEFT JOIN judged j ON j.seq = e.seq
        """

    /// What holds of the events that somebody may know of, and the values in it: those of cases that they may not read are left out, as in every
    /// list.
    private static func auditReadable(by actor: Actor) -> (condition: String, values: [(any SQLValue)?]) {
        guard let (conditions, values) = RegisterPlan.readable(ReadScope(for: actor)) else { return ("e.case_id = 0", []) }
        let readable = conditions.isEmpty ? "1" : "(e.case_id = 0 OR (\(conditions.joined(separator: " AND "))))"
        // A tie to a case about themselves would tell the reader that there is one.
        let telling = """
            (e.kind = '\(Linked.wireName)' AND EXISTS (SELECT 1 FROM complaint_repeat r JOIN complaint o ON o.number = r.number
            JOIN complaint_subject y ON y.case_id = o.id WHERE r.case_id = e.case_id AND y.staff = ?))
            """
        return ("\(readable) AND NOT \(telling)", values + [actor.number.text])
    }

    private func auditEntry(_ row: Statement, isTelling: Bool = false) throws(LedgerError) -> AuditEntry {
        let (at, content) = (try Moment(row, 1), row.optionalBytes(8))
        let mark = try content.flatMap { bytes throws(LedgerError) in try coder.clockMark(bytes) }
        let givers = try content.map { bytes throws(LedgerError) in try coder.passcodeGivers(bytes) }
        return AuditEntry(
            seq: row.int64(0),
            at: at,
            by: row.text(2),
            onBehalfOf: row.text(3),
            number: row.optionalText(7),
            kind: row.text(4),
            isErased: row.bool(6),
            clock: mark,
            details: isTelling ? details(row) : [],
            told: try told(row),
            passcodeGivenBy: givers ?? [],
            judgedBefore: row.int64(9) == at.milliseconds ? nil : Moment(milliseconds: row.int64(9))
        )
    }
}
