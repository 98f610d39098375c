/// Decides whether the actor may do `act` to a case, and what happens then. Pure: the same question always has the same answer.
///
/// - Returns: what happened, in order; never empty.
/// - Throws: the first rule that stands against it, naming a field as the act calls it.
public func decide(_ act: any Act, on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
    try permit(act.kind, on: state, in: occasion)
    do throws(Refusal) {
        try act.checkFields()
        try act.checkYears(in: occasion)
        return try act.decide(on: state, in: occasion)
    } catch {
        throw error.calling(act.kind.fields.map(\.name)).explained(in: occasion)
    }
}

/// Checks all that can be known before an act's fields are filled in: role, recusal, stage, ownership, and what the act presupposes.
///
/// - Throws: the first rule that stands against it.
public func permit(_ kind: ActKind, on state: Case, in occasion: Occasion) throws(Refusal) {
    try Permission(on: state, in: occasion).check(kind, on: state)
}

extension ActKind {
    /// What stands against it by a case's stage alone, as a list shows it; nil where the rest is left to the case itself.
    public func refusal(in stage: Stage) -> Refusal? {
        rule.from.contains(stage) ? nil : .wrongStage(self, stage, allowed: rule.from)
    }
}

/// What a person may do to a case now, and why not the rest, in the order of the acts.
public func possibilities(on state: Case, in occasion: Occasion) -> [(act: ActKind, whyNot: Refusal?)] {
    let permission = Permission(on: state, in: occasion)
    return ActKind.allCases.map { kind in
        do throws(Refusal) {
            try permission.check(kind, on: state)
            return (kind, nil)
        } catch {
            return (kind, error)
        }
    }
}

/// What somebody may do to a case: what is the same for every act is asked once. The case itself is handed in again for each, not copied.
private struct Permission {
    /// The occasion, with the rights that its actor has over this case.
    let occasion: Occasion
    let mayRead: Bool
    /// Those for whom the actor stands in, whatever the case is about.
    private let lenders: [StaffMember]

    init(on state: Case, in occasion: Occasion) {
        var regarding = occasion
        regarding.actor = occasion.actor.regarding(state)
        (self.occasion, lenders) = (regarding, occasion.actor.absentees)
        mayRead = ReadScope(for: regarding.actor).includes(state)
    }

    func check(_ kind: ActKind, on state: Case) throws(Refusal) {
        let (rule, actor) = (kind.rule, occasion.actor)
        if actor.member.isRetired { throw .retired(actor.number) }
        if actor.roles.isDisjoint(with: rule.roles), !(kind.type.isOpen(to: actor, on: state, in: occasion)) {
            // Who stands in for somebody whom it is about has that one's role, and no right over this case: told to whoever may read it.
            if mayRead, let lender = lenders.first(where: { rule.roles.contains($0.role) && state.isAbout($0.number) }) {
                throw .lenderRecused(kind, lender.number)
            }
            // So has who was named by somebody whom it is about.
            for lender in lenders where mayRead && rule.roles.contains(lender.role) {
                if let namer = lender.lendingNothingOver.filter(state.isAbout).min() { throw .namerRecused(kind, namer, lender.number) }
            }
            throw .roleMayNot(kind, rule.roles)
        }
        // Whoever may not read the case learns that and no more: not that it is about them, nor where it stands.
        if !rule.isOpenToUnread, !mayRead {
            let isTheirs = state.isTheirs(actor)
            // Nobody enters what they cannot read.
            let isForUninvolved =
                kind == .ruling && occasion.desk.mayEnterRuling(actor, on: state, at: occasion.now)
                || kind == .verifyRectification && occasion.desk.mayEnterVerification(actor, on: state, at: occasion.now)
                || [.answerInBook, .sendResult].contains(kind) && occasion.desk.actsForManagers(actor, on: state, at: occasion.now)
            if !(rule.isOpenToHolder && isTheirs), !isForUninvolved { throw actor.mayNotRead }
        }
        if state.isHistory, !rule.isForHistory { throw .history(kind) }
        if state.isSigned, !rule.isForSigned { throw .locked(kind) }
        if let refusal = kind.refusal(in: state.stage) { throw refusal }
        if !actor.isManager, rule.isOwnForCounter, state.firstResponder != actor.number { throw .notYours(kind) }
        try kind.type.permit(on: state, in: occasion)
        // Whoever gave the passcode that somebody uses may be the one who acts: no other pair of eyes.
        let persons = kind == .sign ? actor.persons : kind == .ruling ? Array(actor.persons.dropFirst()) : []
        guard let alone = persons.first(where: state.isAlone) else { return }
        if alone != actor.number { throw .passcodeOfHandler(alone) }
        if let other = state.handlers.subtracting([alone]).filter({ !state.isAbout($0) }).min() { throw .handledByGiven(other) }
        throw .handledAlone
    }
}
