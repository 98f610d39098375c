import ComplaintRules

/// A case on the list of head office: what was asked, and how far it has come.
public struct EscalationRow: Identifiable, Hashable, Sendable {
    /// How far an escalation has come.
    public enum State: Int, Comparable, Sendable {
        /// The branch manager is to confirm it or to decline.
        case asked
        /// It is with head office.
        case withHeadOffice
        /// Head office has answered; the reply to the customer is the branch's.
        case answered

        public static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }
    }

    /// The case.
    public internal(set) var complaint = RegisterRow()
    /// How far it has come.
    public internal(set) var state = State.asked
    /// Why it goes to head office; nil where that is not known.
    public internal(set) var kind: Escalation.Kind?
    /// The reason in words.
    public internal(set) var reason = ""
    /// Who asked for it.
    public internal(set) var askedBy: StaffNumber?
    /// When it was asked for.
    public internal(set) var askedAt: Moment?
    /// Who confirmed that it exceeds the branch's authority; nil while nobody has, and where it needs no confirmation.
    public internal(set) var confirmedBy: StaffNumber?
    /// When it went to head office.
    public internal(set) var confirmedAt: Moment?
    /// The last word from or to head office, with when it came.
    public internal(set) var progress = ""
    /// When the last word came; nil where none has.
    public internal(set) var progressAt: Moment?

    /// What is kept of it beside the case's line in the register.
    static let columns: [KeptColumn<EscalationRow, EscalationRow>] = [
        KeptColumn("state", \.state), KeptColumn("kind", \.kind), KeptColumn("reason", \.reason),
        KeptColumn("asked_by", \.askedBy), KeptColumn("asked_at", \.askedAt),
        KeptColumn("confirmed_by", \.confirmedBy), KeptColumn("confirmed_at", \.confirmedAt),
        KeptColumn("progress", \.progress), KeptColumn("progress_at", \.progressAt),
    ]

    /// The case's id in this store.
    public var id: Int64 { complaint.id }
    /// Since when it stands as it does.
    public var since: Moment? {
        switch state {
        case .asked: askedAt
        case .withHeadOffice: confirmedAt ?? askedAt
        case .answered: progressAt
        }
    }
}

extension Ledger {
    /// What is asked of head office, is there, or was answered and waits for the branch's reply; in this order, the oldest first. Those of
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
        return rows.sorted { left, right in
            (left.state, left.since?.milliseconds ?? 0, left.id) < (right.state, right.since?.milliseconds ?? 0, right.id)
        }
    }
}

extension EscalationRow.State: KeptValue {
    static var sqlType: String { "INTEGER" }
    var cell: KeptCell { .integer(Int64(rawValue)) }
    init(_ row: Statement, _ column: Int) throws(LedgerError) {
        guard let state = Self(rawValue: row.int(column)) else { throw LedgerError(.damaged, message: "an unknown state of an escalation") }
        self = state
    }
}

extension EscalationRow {
    /// What the events of a case make of it, without the case's line; nil where head office has no part in it, or its part is over.
    init?(_ found: Ledger.Stored) {
        let state = found.state
        // Withdrawn, merged or answered, the case has left head office's list.
        guard state.stage == .inHand || state.stage == .withHeadOffice else { return nil }
        var (asked, confirmed, last): (Happened<any CaseEvent>?, Happened<any CaseEvent>?, Happened<any CaseEvent>?)
        var (progress, isOver) = ("", false)
        for happened in found.events {
            switch happened.event {
            case is Escalation: (asked, confirmed, last, progress, isOver) = (happened, nil, nil, "", false)
            case is Dossier: confirmed = happened
            case let note as HeadOfficeNote: (last, progress) = (happened, note.text)
            case let answer as HeadOfficeAnswer: (last, progress) = (happened, answer.text)
            // A reply after the answer is what the branch owed. One that was sent back is owed again, by the ordinary way of the case.
            case is Reply: isOver = true
            default: break
            }
        }
        if state.escalationAsked != nil {
            self.state = .asked
        } else if state.stage == .withHeadOffice, !state.isAnsweredByHeadOffice {
            self.state = .withHeadOffice
        } else if !isOver, state.dossier != nil {
            self.state = .answered
        } else {
            return nil
        }
        let escalation = state.escalationAsked ?? state.escalation
        kind = escalation?.why
        reason = escalation?.reason ?? ""
        askedBy = asked?.by
        askedAt = asked?.at
        confirmedBy = confirmed?.by
        confirmedAt = confirmed?.at
        self.progress = progress
        progressAt = last?.at
    }
}
