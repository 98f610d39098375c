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
}

extension ActKind {
    private static let desk: Set<Role> = [.counter, .complaintManager, .branchManager]
    private static let managers: Set<Role> = [.complaintManager, .branchManager]

    /// The row of the table of acts for this act.
    public var rule: ActRule {
        switch self {
        case .answer:
            ActRule(from: [.logged], to: [.toSign], roles: ActKind.desk, isOwnForCounter: true)
        case .handOver:
            // A clerk may also hand over a case that a colleague took and that nobody has in hand yet, so that none lies about.
            ActRule(from: [.logged, .inHand], to: [.handedOver], roles: ActKind.desk, isOwnForCounter: false)
        case .accept:
            ActRule(from: [.logged, .handedOver], to: [.inHand], roles: ActKind.managers, isOwnForCounter: false)
        case .note:
            ActRule(from: Stage.open, to: [], roles: ActKind.desk, isOwnForCounter: true)
        case .finding:
            ActRule(from: [.inHand, .withHeadOffice, .toSign], to: [], roles: ActKind.managers, isOwnForCounter: false)
        case .reply:
            ActRule(from: [.inHand], to: [.toSign], roles: ActKind.managers, isOwnForCounter: false)
        case .sign:
            ActRule(
                from: Stage.endsOfTheirOwn.union([.toSign]),
                to: [.closed],
                roles: [.branchManager],
                isOwnForCounter: false
            )
        case .sendBack:
            ActRule(from: [.toSign], to: [.logged, .inHand], roles: [.branchManager], isOwnForCounter: false)
        case .withdraw:
            ActRule(from: Stage.open, to: [.withdrawn], roles: ActKind.desk, isOwnForCounter: true)
        case .notAccept:
            ActRule(from: Stage.open, to: [.notAccepted], roles: ActKind.managers, isOwnForCounter: false)
        case .amend:
            ActRule(from: Stage.open.union(Stage.endsOfTheirOwn), to: [], roles: ActKind.desk, isOwnForCounter: true)
        case .addendum:
            ActRule(from: Stage.endsOfTheirOwn.union([.closed]), to: [], roles: ActKind.managers, isOwnForCounter: false)
        }
    }

    /// Whether the act is open to whoever the case is about: they may hand it over and nothing more (1-domain, Recusal).
    public var isOpenToSubject: Bool { self == .handOver }
}

/// Which cases a person may read (1-domain, Roles).
public enum ReadScope: Hashable, Sendable {
    /// All but those about this member of staff.
    case all(except: StaffNumber)
    /// Those that this member of staff took, and those that nobody has in hand yet, but none about them.
    case ownAndUnassigned(StaffNumber)
    /// All: the auditor reads all and changes nothing, and so takes no part in a case.
    case everything
    /// None: a member of staff who has left.
    case nothing

    /// What `actor` may read.
    public init(for actor: Actor) {
        if actor.roles.contains(.auditor) {
            self = .everything
        } else if actor.isManager {
            self = .all(except: actor.number)
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
        case .ownAndUnassigned(let reader): !state.isAbout(reader) && (state.firstResponder == reader || state.stage == .logged)
        }
    }
}
