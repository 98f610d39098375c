/// One row of the table of acts: from where, to where, and by whom (1-domain, The drawing in full; Roles).
public struct ActRule: Sendable {
    /// The stages in which it can be done.
    public let from: Set<Stage>
    /// The stages to which it can lead; empty where the case stays where it is.
    public let to: Set<Stage>
    /// The roles that may do it.
    public let roles: Set<Role>
    /// Whether a counter clerk may do it only on a case that they took themselves.
    public let isOwnForCounter: Bool

    init(_ from: Set<Stage>, to: Set<Stage> = [], by roles: Set<Role>, isOwnForCounter: Bool = false) {
        self.from = from
        self.to = to
        self.roles = roles
        self.isOwnForCounter = isOwnForCounter
    }
}

extension ActKind {
    private static let desk: Set<Role> = [.counter, .complaintManager, .branchManager]
    private static let managers: Set<Role> = [.complaintManager, .branchManager]
    private static let head: Set<Role> = [.branchManager]

    /// The row of the table of acts for this act.
    public var rule: ActRule {
        let (desk, managers, head) = (ActKind.desk, ActKind.managers, ActKind.head)
        let (open, ends) = (Stage.open, Stage.endsOfTheirOwn)
        return switch self {
        case .answer: ActRule([.logged], to: [.toSign], by: desk, isOwnForCounter: true)
        // A clerk may also hand over a case that a colleague took and that nobody has in hand yet, so that none lies about.
        case .handOver: ActRule([.logged, .inHand], to: [.handedOver], by: desk)
        case .accept: ActRule([.logged, .handedOver], to: [.inHand], by: managers)
        case .note, .contact, .agreeTime, .interimAnswer, .attach: ActRule(open, by: desk, isOwnForCounter: true)
        case .statement: ActRule(open.union(ends).union([.closed]), by: desk)
        // A repeat is to be seen before anybody has handed it over; what waits for a signature is seen by signing.
        case .acknowledge: ActRule(open.subtracting([.toSign]), by: head)
        case .tellPerson: ActRule([.inHand, .withHeadOffice], by: managers)
        case .chase, .askExtension: ActRule(open, by: managers)
        // What a regulator or a superior waits for is due whatever became of the case.
        case .outsideDate, .sendResult: ActRule(open.union(ends).union([.closed]), by: managers)
        case .grantExtension: ActRule(open, by: head)
        case .decline: ActRule(open, by: head)
        case .finding: ActRule([.inHand, .withHeadOffice, .toSign], by: managers)
        case .reply: ActRule([.inHand, .withHeadOffice], to: [.toSign], by: managers)
        case .answerInBook: ActRule(open, by: managers)
        case .askEscalation: ActRule([.inHand], to: [.withHeadOffice], by: managers)
        case .confirmEscalation: ActRule([.inHand], to: [.withHeadOffice], by: head)
        case .headOfficeNote: ActRule([.withHeadOffice], by: managers)
        case .headOfficeAnswer: ActRule([.withHeadOffice], to: [.inHand], by: managers)
        case .sign: ActRule(ends.union([.toSign]), to: [.closed], by: head)
        // Before an answer only where nobody in the branch may give one.
        case .ruling: ActRule(open.union(ends), to: [.closed], by: desk)
        case .sendBack: ActRule([.toSign], to: [.logged, .inHand, .withHeadOffice], by: head)
        case .refuseAnswer: ActRule([.toSign, .closed], to: [.inHand], by: desk, isOwnForCounter: true)
        case .withdraw: ActRule(open, to: [.withdrawn], by: desk, isOwnForCounter: true)
        case .notAccept: ActRule(open, to: [.notAccepted], by: managers)
        case .merge: ActRule(open, to: [.merged], by: managers)
        case .amend: ActRule(open.union(ends), by: desk, isOwnForCounter: true)
        case .callBack, .spotCheck, .delayNote: ActRule([.closed], by: managers)
        case .rectify: ActRule(open.union([.closed]), by: managers)
        // What was to be put right is checked whatever became of the case, or it would stay on its list for ever.
        case .verifyRectification: ActRule(open.union(ends).union([.closed]), by: managers)
        case .addendum: ActRule(ends.union([.closed]), by: managers)
        case .hold, .release: ActRule(ends.union([.closed]), by: head)
        }
    }

    /// Whether the act is open to whoever the case is about: they may hand it over, and give their own word on it (1-domain, Recusal).
    public var isOpenToSubject: Bool { self == .handOver || self == .statement }

    /// Whether it can be done after the signature, which locks all that was before.
    public var isForSigned: Bool {
        switch self {
        case .addendum, .callBack, .spotCheck, .delayNote, .rectify, .verifyRectification, .hold, .release, .refuseAnswer, .statement,
            .sendResult, .outsideDate:
            true
        default: false
        }
    }
}

/// Which cases a person may read (1-domain, Roles).
public enum ReadScope: Hashable, Sendable {
    /// All but those about this member of staff.
    case all(except: StaffNumber)
    /// Those that this member of staff took, and those that nobody has in hand yet, but none about them.
    case ownAndUnassigned(StaffNumber)
    /// For whoever stands in for `lenders`: all but those about this member of staff; of those about every one of the lenders, who lend no
    /// right over them, only what is their own and what nobody has in hand yet.
    case standIn(StaffNumber, lenders: [StaffNumber])
    /// All: the auditor reads all and changes nothing, and so takes no part in a case.
    case everything
    /// None: a member of staff who has left.
    case nothing

    /// What `actor` may read.
    public init(for actor: Actor) {
        let own = Actor(actor.member)
        if own.roles.contains(.auditor) {
            self = .everything
        } else if own.isManager {
            self = .all(except: actor.number)
        } else if actor.isManager {
            self = .standIn(actor.number, lenders: actor.absentees.map(\.number))
        } else if actor.roles.contains(.counter) {
            self = .ownAndUnassigned(actor.number)
        } else {
            self = .nothing
        }
    }

    /// Whether it takes in `state`.
    public func includes(_ state: Case) -> Bool {
        switch self {
        case .everything: true
        case .nothing: false
        case .all(let reader): !state.isAbout(reader)
        case .ownAndUnassigned(let reader): !state.isAbout(reader) && ReadScope.isOwnOrUnassigned(state, reader)
        case .standIn(let reader, let lenders):
            !state.isAbout(reader) && (lenders.contains { !state.isAbout($0) } || ReadScope.isOwnOrUnassigned(state, reader))
        }
    }

    private static func isOwnOrUnassigned(_ state: Case, _ reader: StaffNumber) -> Bool {
        state.firstResponder == reader || state.stage == .logged
    }
}

/// Whether `actor` may read a case: what their rights take in, and a case whose ruling by head office they may enter, since nobody enters
/// what they cannot read.
public func mayRead(_ state: Case, by actor: Actor, at now: Moment, under desk: DeskRules) -> Bool {
    if ReadScope(for: actor).includes(state) { return true }
    do throws(Refusal) {
        try permit(.ruling, on: state, by: actor, at: now, under: desk)
        return true
    } catch {
        return false
    }
}
