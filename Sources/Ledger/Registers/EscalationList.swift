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
    public let complaint: RegisterRow
    /// How far it has come.
    public let state: State
    /// Why it goes to head office; nil where that is not known.
    public let kind: EscalationKind?
    /// The reason in words.
    public let reason: String
    /// Who asked for it.
    public let askedBy: StaffNumber?
    /// When it was asked for.
    public let askedAt: Moment?
    /// Who confirmed that it exceeds the branch's authority; nil while nobody has, and where it needs no confirmation.
    public let confirmedBy: StaffNumber?
    /// When it went to head office.
    public let confirmedAt: Moment?
    /// The last word from or to head office, with when it came.
    public let progress: String
    /// When the last word came; nil where none has.
    public let progressAt: Moment?

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
        var rows: [EscalationRow] = []
        for row in try self.rows(query, limit: limit) {
            guard let found = try stored(id: row.id), let escalation = EscalationRow(row, found) else { continue }
            rows.append(escalation)
        }
        return rows.sorted { left, right in
            (left.state, left.since?.milliseconds ?? 0, left.id) < (right.state, right.since?.milliseconds ?? 0, right.id)
        }
    }
}

extension EscalationRow {
    /// Nil where head office's part in the case is over.
    fileprivate init?(_ row: RegisterRow, _ found: Ledger.Stored) {
        var (asked, confirmed, last): (Happened<CaseEvent>?, Happened<CaseEvent>?, Happened<CaseEvent>?)
        var (progress, isOver) = ("", false)
        for happened in found.events {
            switch happened.event {
            case .escalationAsked: (asked, confirmed, last, progress, isOver) = (happened, nil, nil, "", false)
            case .escalationConfirmed: confirmed = happened
            case .headOfficeNoted(let note): (last, progress) = (happened, note.text)
            case .headOfficeAnswered(let answer): (last, progress) = (happened, answer.text)
            // A reply after the answer is what the branch owed. One that was sent back is owed again, by the ordinary way of the case.
            case .replied: isOver = true
            default: break
            }
        }
        let state = found.state
        if state.escalationAsked != nil {
            self.state = .asked
        } else if state.stage == .withHeadOffice, !state.isAnsweredByHeadOffice {
            self.state = .withHeadOffice
        } else if !isOver, state.dossier != nil {
            self.state = .answered
        } else {
            return nil
        }
        complaint = row
        let escalation = state.escalationAsked ?? state.escalation
        kind = escalation?.kind
        reason = escalation?.reason ?? ""
        askedBy = asked?.by
        askedAt = asked?.at
        confirmedBy = confirmed?.by
        confirmedAt = confirmed?.at
        self.progress = progress
        progressAt = last?.at
    }
}
