/// Where a complaint stands towards its customer: open, or ended in one of the ways in which it can end.
public enum Standing: String, CaseIterable, Hashable, Sendable {
    /// The customer waits.
    case open
    /// Answered by whoever was asked first.
    case onTheSpot = "on-the-spot"
    /// Answered by a manager's reply, or told of head office's ruling.
    case replied
    case withdrawn
    case notAccepted = "not-accepted"
    case merged

    /// Whether it is an answer.
    public var isAnswer: Bool { self == .onTheSpot || self == .replied }

    /// Where a case stands now.
    init(of state: Case) {
        self =
            switch state.stage {
            case .logged, .handedOver, .inHand, .withHeadOffice: .open
            case .toSign, .closed: state.stageBeforeSigning == .logged ? .onTheSpot : .replied
            case .withdrawn: .withdrawn
            case .notAccepted: .notAccepted
            case .merged: .merged
            }
    }
}

/// Something in the life of a case that figures count, with its moment. The state alone does not tell how things stood at the end of a month
/// gone by: an answer that was sent back since, a finding that was made later.
public struct Turn: Hashable, Sendable {
    /// What happened.
    public enum What: Hashable, Sendable {
        /// From then on it stands so.
        case stands(Standing)
        /// A finding of another kind or class than before.
        case found(CaseKind, CaseClass)
        /// It went to head office, perhaps as a matter of many customers.
        case escalated(isGroup: Bool)
        case extended
        case calledBack(SatisfactionLevel)
        /// The customer was spoken or written to for the first time.
        case contacted
        case mediated(Mediation.Step)
        /// A corrective action was opened.
        case rectified(RectificationTriggers)
    }

    /// What happened.
    public let what: What
    /// When.
    public let at: Moment

    /// Makes a turn.
    public init(_ what: What, at: Moment) {
        self.what = what
        self.at = at
    }
}

/// Something was paid to the customer. Figures count it when it was taken down, so that those of a month gone by stay what they were.
public struct Payment: Hashable, Sendable {
    /// How much.
    public let amount: Amount
    /// When it was taken down.
    public let at: Moment

    /// Makes a payment.
    public init(_ amount: Amount, at: Moment) {
        self.amount = amount
        self.at = at
    }
}

extension Case {
    /// Takes note of what an event changed of what figures count.
    ///
    /// - Parameter before: the case as it was; nil for one that begins.
    mutating func note(changeFrom before: Case?, at moment: Moment) {
        // What was dealt with elsewhere never stood open here.
        if isHistory { return }
        let standing = Standing(of: self)
        guard let before else {
            turns = [Turn(.stands(standing), at: intake.received)]
            // Whoever is there, or rings, is spoken to while the complaint is taken down.
            if let way = intake.channel.ownWay {
                firstContact = Telling(at: intake.received, how: way)
                turns.append(Turn(.contacted, at: intake.received))
            }
            return
        }
        // What comes with another case was paid, and counts, there.
        let (own, ownBefore) = (paid - paidBefore, before.paid - before.paidBefore)
        if own > ownBefore { payments.append(Payment(own - ownBefore, at: moment)) }
        func note(_ what: Turn.What) { turns.append(Turn(what, at: moment)) }
        if let finding, finding.kind != before.finding?.kind || finding.classification != before.finding?.classification {
            note(.found(finding.kind, finding.classification))
        }
        if dossier != before.dossier { note(.escalated(isGroup: escalation?.why == .group)) }
        if isExtended, !before.isExtended { note(.extended) }
        if firstContact != nil, before.firstContact == nil { note(.contacted) }
        if mediation != before.mediation, let mediation { note(.mediated(mediation)) }
        for item in rectifications.dropFirst(before.rectifications.count) { note(.rectified(item.triggers)) }
        if callBacks.count > before.callBacks.count, let level = callBacks.last { note(.calledBack(level)) }
        if standing != Standing(of: before) { note(.stands(standing)) }
    }
}
