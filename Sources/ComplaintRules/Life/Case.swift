/// Where a case stands (1-domain, The life of a case).
public enum Stage: String, CaseIterable, Codable, Sendable {
    case logged
    case handedOver = "handed-over"
    case inHand = "in-hand"
    case withHeadOffice = "with-head-office"
    case toSign = "to-sign"
    case closed
    case withdrawn
    case notAccepted = "not-accepted"
    case merged

    /// The stages in which something is still to be done for the customer.
    public static let open: Set<Stage> = [.logged, .handedOver, .inHand, .withHeadOffice, .toSign]
    /// The stages in which a case ended otherwise than by an answer; the signature is still due there.
    public static let endsOfTheirOwn: Set<Stage> = [.withdrawn, .notAccepted, .merged]
    /// Whether something is still to be done for the customer.
    public var isOpen: Bool { Stage.open.contains(self) }
}

/// The state of a case: what its events make of it. Only `evolve` changes one.
public struct Case: Hashable, Sendable {
    /// The number.
    public internal(set) var number: CaseNumber
    /// Where it stands.
    public internal(set) var stage: Stage
    /// What was taken down, with typing errors put right.
    public internal(set) var intake: Intake
    /// When it was logged.
    public internal(set) var loggedAt: Moment
    /// Who was asked first; nil for history from elsewhere.
    public internal(set) var firstResponder: StaffNumber?
    /// Who has it: the first responder, or the manager who accepted it.
    public internal(set) var holder: StaffNumber?
    /// To whom it was handed over and who has yet to accept.
    public internal(set) var awaitedReceiver: StaffNumber?
    /// The answer on the spot.
    public internal(set) var answer: CaseEvent.Answer?
    /// The last finding.
    public internal(set) var finding: CaseEvent.Finding?
    /// The last reply.
    public internal(set) var reply: CaseEvent.Reply?
    /// Who answered, found or replied: nobody signs what they alone handled.
    public internal(set) var handlers: Set<StaffNumber> = []
    /// The clocks, in the order in which they started.
    public internal(set) var clocks: [Clock]
    /// Who signed; nil until then.
    public internal(set) var signer: StaffNumber?
    /// When it was signed.
    public internal(set) var signedAt: Moment?
    /// When it came to its end: signed after an answer, or withdrawn, not accepted or merged. Unknown for history.
    public internal(set) var closedAt: Moment?
    /// The stage to which a sending back leads.
    public internal(set) var stageBeforeSigning: Stage?
    /// Why it was last sent back, while it has not been answered again.
    public internal(set) var sentBackFor: String?
    /// Its own words on how it came in and ended, for history from elsewhere.
    public internal(set) var history: CaseEvent.Imported?
    /// The place in the ledger of its last event.
    public internal(set) var version: Int64

    /// Whether it was signed, and so locked.
    public var isSigned: Bool { signer != nil }
    /// Whether it was dealt with elsewhere and is kept here as history only.
    public var isHistory: Bool { history != nil }
    /// Whether the signature is due.
    public var awaitsSignature: Bool { !isSigned && (stage == .toSign || Stage.endsOfTheirOwn.contains(stage)) }
    /// Whether the case is about that member of staff.
    public func isAbout(_ number: StaffNumber) -> Bool { intake.subjects.contains(number) }

    /// The running clock that runs out first.
    public var nearestClock: Clock? { clocks.filter { $0.ended == nil }.min { $0.due < $1.due } }
    /// Whether a running clock is past its due moment.
    public func isOverdue(at now: Moment) -> Bool { clocks.contains { $0.isOverdue(at: now) } }
}
