/// How far the matter of a case has come that is asked of head office, is there, or was answered and waits for the branch's reply.
public struct EscalationProgress: Hashable, Sendable {
    /// How far it has come.
    public enum State: Int, Comparable, Sendable {
        /// The branch manager is to confirm it or to decline.
        case asked
        /// It is with head office.
        case withHeadOffice
        /// Head office has answered; the reply to the customer is the branch's.
        case answered

        public static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }
    }

    /// How far it has come.
    public var state = State.asked
    /// Why it goes to head office; nil where that is not known.
    public var kind: Escalation.Kind?
    /// The reason in words.
    public var reason = ""
    /// Who asked for it.
    public var askedBy: StaffNumber?
    /// When it was asked for.
    public var askedAt: Moment?
    /// Who confirmed that it exceeds the branch's authority; nil while nobody has, and where it needs no confirmation.
    public var confirmedBy: StaffNumber?
    /// When it went to head office.
    public var confirmedAt: Moment?
    /// The last word from or to head office.
    public var progress = ""
    /// When the last word came; nil where none has.
    public var progressAt: Moment?

    /// One of which nothing is known yet.
    public init() {}

    /// What the events of a case make of it; nil where head office has no part in it, or its part is over.
    public init?(of state: Case, _ history: [Happened<any CaseEvent>]) {
        // Withdrawn, merged or answered, the case has left head office's list.
        guard state.stage == .inHand || state.stage == .withHeadOffice else { return nil }
        var (asked, confirmed, last): (Happened<any CaseEvent>?, Happened<any CaseEvent>?, Happened<any CaseEvent>?)
        var isOver = false
        for happened in history {
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
        (kind, reason) = (escalation?.why, escalation?.reason ?? "")
        (askedBy, askedAt) = (asked?.by, asked?.at)
        (confirmedBy, confirmedAt) = (confirmed?.by, confirmed?.at)
        progressAt = last?.at
    }

    /// Since when it stands as it does.
    public var since: Moment? {
        switch state {
        case .asked: askedAt
        case .withHeadOffice: confirmedAt ?? askedAt
        case .answered: progressAt
        }
    }
}
