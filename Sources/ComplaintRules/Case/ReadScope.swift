/// Which cases a person may read (1-domain, Roles).
public indirect enum ReadScope: Hashable, Sendable {
    /// All but those about this member of staff.
    case all(except: StaffNumber)
    /// Those that this member of staff took, and those that nobody has in hand yet, but none about them.
    case ownAndUnassigned(StaffNumber)
    /// For whoever stands in for somebody: all but those about this member of staff. Of each of those for whom they stand in, `lenders` has those over
    /// whose cases that one lends no right; where no right is lent, only what is their own and what nobody has in hand yet.
    case standIn(StaffNumber, lenders: [Set<StaffNumber>])
    /// What another scope takes in, but nothing about this member of staff, who knows the passcode that the reader still uses: that one may be
    /// the one who reads.
    case without(StaffNumber, ReadScope)
    /// All, for what the desk counts and keeps for itself: nobody who reads.
    case everything
    /// None: a member of staff who has left.
    case nothing

    /// What `actor` may read.
    public init(for actor: Actor) {
        if let giver = actor.member.passcodeGivenBy.first {
            var member = actor.member
            member.passcodeGivenBy.removeFirst()
            self = .without(giver, ReadScope(for: Actor(member, standingInFor: actor.absentees)))
            return
        }
        let own = Actor(actor.member)
        // The auditor reads all as managers do: of what is about somebody they read no further, whoever they are.
        if own.isManager || own.roles.contains(.auditor) {
            self = .all(except: actor.number)
        } else if actor.isManager {
            self = .standIn(actor.number, lenders: actor.absentees.map(\.lendingNothingOver))
        } else if actor.roles.contains(.counter) {
            self = .ownAndUnassigned(actor.number)
        } else {
            self = .nothing
        }
    }

    /// Who reads: nobody is told that a case is tied to one about themselves. Nil where nobody does.
    public var reader: StaffNumber? {
        switch self {
        case .everything, .nothing: nil
        case .all(let reader), .ownAndUnassigned(let reader), .standIn(let reader, _): reader
        case .without(_, let scope): scope.reader
        }
    }

    /// Whether somebody who reads so may be told how many cases a page leaves out. Where all are read but what is about the reader, the number itself would
    /// tell of these (1-domain, Recusal).
    public var tellsHowManyAreLeftOut: Bool {
        switch self {
        case .everything, .nothing, .ownAndUnassigned: true
        case .all, .standIn: false
        case .without(_, let scope): scope.tellsHowManyAreLeftOut
        }
    }

    /// Whether it takes in `state`.
    public func includes(_ state: Case) -> Bool {
        switch self {
        case .everything: true
        case .nothing: false
        case .without(let giver, let scope): !state.isAbout(giver) && scope.includes(state)
        case .all(let reader): !state.isAbout(reader)
        case .ownAndUnassigned(let reader): !state.isAbout(reader) && ReadScope.isOwnOrUnassigned(state, reader)
        case .standIn(let reader, let lenders):
            !state.isAbout(reader)
                && (lenders.contains { !$0.contains(where: state.isAbout) } || ReadScope.isOwnOrUnassigned(state, reader))
        }
    }

    private static func isOwnOrUnassigned(_ state: Case, _ reader: StaffNumber) -> Bool {
        state.firstResponder == reader || state.stage == .logged
    }
}

/// Whether the actor may read a case: what their rights take in, and a case whose ruling or verification by head office they may enter, or of
/// which they are to send the result or to write the answer into the book, since nobody enters what they cannot read.
public func mayRead(_ state: Case, in occasion: Occasion) -> Bool {
    ReadScope(for: occasion.actor).includes(state)
        || [ActKind.ruling, .verifyRectification, .sendResult, .answerInBook].contains { kind in
            do throws(Refusal) {
                try permit(kind, on: state, in: occasion)
                return true
            } catch {
                return false
            }
        }
}
