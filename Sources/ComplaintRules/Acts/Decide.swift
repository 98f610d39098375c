/// Decides whether the actor may do `act` to a case, and what happens then. Pure: the same question always has the same answer.
///
/// - Returns: what happened, in order; never empty.
/// - Throws: the first rule that stands against it, naming a field as the act calls it.
public func decide(_ act: any Act, on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
    try permit(act.kind, on: state, in: occasion)
    do throws(Refusal) {
        try act.checkFields()
        return try act.decide(on: state, in: occasion)
    } catch {
        throw error.calling(act.kind.fields.map(\.name)).explained(in: occasion)
    }
}

/// Checks all that can be known before an act's fields are filled in: role, recusal, stage, ownership, and what the act presupposes.
///
/// - Throws: the first rule that stands against it.
public func permit(_ kind: ActKind, on state: Case, in occasion: Occasion) throws(Refusal) {
    let rule = kind.rule
    let actor = occasion.actor.regarding(state)
    if actor.member.isRetired { throw .retired(actor.number) }
    if actor.roles.isDisjoint(with: rule.roles), !(kind.type.isOpen(to: actor, on: state, in: occasion)) {
        throw .roleMayNot(kind, rule.roles)
    }
    // Whoever may not read the case learns that and no more: not that it is about them, nor where it stands.
    if !rule.isOpenToUnread, !ReadScope(for: actor).includes(state) {
        let isTheirs = state.isAbout(actor.number) && state.holder == actor.number
        let isForUninvolved = kind == .ruling && !state.isAbout(actor.number)
        if !(rule.isOpenToHolder && isTheirs), !isForUninvolved { throw .mayNotRead }
    }
    if state.isHistory, !rule.isForHistory { throw .history(kind) }
    if state.isSigned, !rule.isForSigned { throw .locked(kind) }
    guard rule.from.contains(state.stage) else { throw .wrongStage(kind, state.stage, allowed: rule.from) }
    if !actor.isManager, rule.isOwnForCounter, state.firstResponder != actor.number { throw .notYours(kind) }
    var regarding = occasion
    regarding.actor = actor
    try kind.type.permit(on: state, in: regarding)
}

/// What a person may do to a case now, and why not the rest, in the order of the acts.
public func possibilities(on state: Case, in occasion: Occasion) -> [(act: ActKind, whyNot: Refusal?)] {
    ActKind.allCases.map { kind in
        do throws(Refusal) {
            try permit(kind, on: state, in: occasion)
            return (kind, nil)
        } catch {
            return (kind, error)
        }
    }
}
