/// Checks all that can be known before an act's fields are filled in: role, recusal, stage, ownership, and what the act presupposes.
///
/// - Throws: the first rule that stands against it.
public func permit(_ kind: ActKind, on state: Case, by actor: Actor, at now: Moment, under desk: DeskRules) throws(Refusal) {
    let rule = kind.rule
    let actor = actor.regarding(state)
    if actor.member.isRetired { throw .retired(actor.number) }
    if actor.roles.isDisjoint(with: rule.roles) {
        // Where the case is about the only branch manager, another manager sends back what lacks something; else it could never end.
        guard kind == .sendBack, actor.isManager, desk.heads(of: state, at: now).isEmpty else { throw .roleMayNot(kind, rule.roles) }
    }
    if state.isAbout(actor.number), !kind.isOpenToSubject { throw .subject(kind) }
    if state.isHistory, ![.addendum, .hold, .release].contains(kind) { throw .history(kind) }
    if state.isSigned, !kind.isForSigned { throw .locked(kind) }
    guard rule.from.contains(state.stage) else { throw .wrongStage(kind, state.stage, allowed: rule.from) }
    if !actor.isManager, rule.isOwnForCounter, state.firstResponder != actor.number { throw .notYours(kind) }
    try permitLife(kind, on: state, by: actor, at: now, under: desk)
    try permitAlong(kind, on: state, at: now, under: desk)
}

/// What a person may do to a case now, and why not the rest, in the order of the acts.
public func possibilities(
    on state: Case,
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) -> [(act: ActKind, whyNot: Refusal?)] {
    ActKind.allCases.map { kind in
        do throws(Refusal) {
            try permit(kind, on: state, by: actor, at: now, under: desk)
            return (kind, nil)
        } catch {
            return (kind, error)
        }
    }
}

private func permitLife(
    _ kind: ActKind,
    on state: Case,
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) {
    switch kind {
    case .answer:
        // The duty of whoever was asked first: anybody else accepts the case before they answer it.
        if state.firstResponder != actor.number { throw .notYours(kind) }
    case .handOver:
        if !actor.isManager, state.stage != .logged { throw .notYours(kind) }
    case .accept:
        // The branch manager sees every hand-over and may take any of them, so that none waits for somebody absent.
        // One who has left, or whom it turned out to be about, can take it no more.
        if let receiver = state.awaitedReceiver, receiver != actor.number, !actor.absentees.contains(where: { $0.number == receiver }),
            !actor.roles.contains(.branchManager), !state.isAbout(receiver), desk.staff[receiver]?.isRetired == false
        {
            throw .notTheReceiver(receiver)
        }
    case .acknowledge:
        if !state.awaitsAcknowledgement { throw state.isAcknowledged ? .alreadyDone(kind) : .nothingAsked(kind) }
    case .finding:
        // An answer on the spot waits for a finding; a reply had one before.
        if state.stage == .toSign, state.stageBeforeSigning != .logged {
            throw .wrongStage(kind, state.stage, allowed: [.inHand, .withHeadOffice])
        }
    case .reply:
        if state.stage == .withHeadOffice, !state.isAnsweredByHeadOffice { throw .headOfficeHasNotAnswered }
    case .withdraw:
        if !actor.isManager, state.stage != .logged { throw .notYours(kind) }
    case .sign: try permitSigning(of: state, by: actor)
    case .ruling: try permitRuling(of: state, by: actor, at: now, under: desk)
    case .addendum:
        if !state.isSigned, !state.isHistory { throw .notSignedYet }
    case .refuseAnswer:
        if state.stage == .closed, state.answer == nil, state.reply == nil, state.ruling == nil { throw .nothingAsked(kind) }
        // It goes on once; a second refusal is one of the case in which it goes on, unless that ended without an answer.
        if let next = state.goesOnIn, !desk.hasEndedUnanswered(next) { throw .alreadyRefused(next) }
    default: break
    }
}

/// What the acts that go along with a case presuppose.
private func permitAlong(_ kind: ActKind, on state: Case, at now: Moment, under desk: DeskRules) throws(Refusal) {
    switch kind {
    case .chase: if !state.isOverdue(at: now) { throw .notOverdue }
    case .delayNote:
        if !state.isLateTowardsCustomer(at: now) { throw .notLate }
        if state.isDelayExplained { throw .alreadyDone(kind) }
    case .answerInBook:
        if state.intake.channel != .commentBook { throw .notInBook }
        if state.isAnsweredInBook { throw .alreadyDone(kind) }
    case .sendResult:
        if state.isResultSent { throw .alreadyDone(kind) }
        if !state.clocks.contains(where: { $0.name == .outside }), state.intake.channel != .referred { throw .nothingAsked(kind) }
    case .askExtension: if state.extensionAsked != nil || state.isExtended { throw .alreadyAsked(kind) }
    case .grantExtension: if state.extensionAsked == nil { throw .nothingAsked(kind) }
    // Asked again where nobody may confirm any more, since it turned out to be about the branch manager: then it goes at once.
    case .askEscalation: if state.escalationAsked != nil, !desk.isAboutHead(state) { throw .alreadyAsked(kind) }
    case .confirmEscalation: if state.escalationAsked == nil { throw .nothingAsked(kind) }
    case .decline: if state.extensionAsked == nil, state.escalationAsked == nil { throw .nothingAsked(kind) }
    case .callBack:
        if state.callBacks.contains(where: { $0 != .unreachable }) || state.callBacks.count >= 3 { throw .alreadyDone(kind) }
    case .verifyRectification: if !state.rectifications.contains(where: { !$0.isVerified }) { throw .nothingAsked(kind) }
    case .hold: if state.heldFor != nil { throw .alreadyDone(kind) }
    case .release: if state.heldFor == nil { throw .nothingAsked(kind) }
    default: break
    }
}

private func permitSigning(of state: Case, by actor: Actor) throws(Refusal) {
    // Handling means answer, finding or reply; what was withdrawn or not accepted has none of them that counts.
    guard state.stage == .toSign else { return }
    if state.handlers == [actor.number] { throw .handledAlone }
    try checkReadyToSign(state)
}

/// What must stand in an entry before it is signed (1-domain, Finding; Comment book).
func checkReadyToSign(_ state: Case) throws(Refusal) {
    guard let finding = state.finding else { throw .findingMissing }
    // At fault: an apology, the mistake put right, and a rectification. Not at fault: the explanation.
    let due = finding.fault == .none ? ["explanation"] : ["apology", "correction"]
    for name in due where finding.texts.first(where: { $0.name == name })?.text.isBlank ?? true { throw .findingLacks(name) }
    if finding.fault != .none, finding.rectification.isBlank, state.rectifications.isEmpty { throw .findingLacks("rectification") }
    if state.intake.channel == .commentBook {
        if !state.isAnsweredInBook { throw .bookFirst }
        // An answer on the spot that was sent back does not stand; the reply that took its place is looked at.
        if !state.intake.contact.isBlank, state.stageBeforeSigning != .logged, state.reply?.how == .book { throw .replyFirst }
    }
}

/// Head office's ruling stands in place of a signature that nobody in the branch may give, entered by someone uninvolved.
/// Where nobody in the branch may even find or reply, since the case is about all its managers, it stands in place of that too.
private func permitRuling(of state: Case, by actor: Actor, at now: Moment, under desk: DeskRules) throws(Refusal) {
    let mayAnybodyHandle = desk.staff.receivers.contains { !state.isAbout($0.number) }
    if mayAnybodyHandle, state.stage.isOpen, state.stage != .toSign {
        throw .wrongStage(.ruling, state.stage, allowed: Stage.endsOfTheirOwn.union([.toSign]))
    }
    if let signer = desk.possibleSigners(of: state, at: now).first { throw .somebodyMaySign(signer) }
    guard state.stage.isOpen else { return }
    // In a small branch all may have had a hand in a case before it turned out whom it is about. Somebody must enter the ruling then.
    if state.handlers.contains(actor.number), desk.isAnybodyUninvolved(in: state) { throw .uninvolvedOnly }
    if mayAnybodyHandle { try checkReadyToSign(state) }
}

extension DeskRules {
    /// Whether the case of that number, which a decision knows as `other`, ended and the customer got no answer.
    fileprivate func hasEndedUnanswered(_ number: String) -> Bool {
        guard let other, other.number.description == number else { return false }
        return [.withdrawn, .notAccepted].contains(other.stage)
    }

    /// Who has the branch manager's rights over a case today: branch managers, and whoever stands in for one, whom it is not about.
    func heads(of state: Case, at now: Moment) -> [StaffNumber] {
        let today = zone.day(at: now)
        let free = staff.all.filter { !$0.isRetired && !state.isAbout($0.number) }
        let managers = free.filter { $0.role == .branchManager }.map(\.number)
        let standIns = standIns.filter { appointment in
            appointment.holds(on: today) && managers.contains(appointment.absent)
                && free.contains { $0.number == appointment.standIn }
        }
        return managers + standIns.map(\.standIn)
    }

    /// Whether somebody works here who may act on a case and neither answered, found nor replied.
    func isAnybodyUninvolved(in state: Case) -> Bool {
        staff.all.contains { !$0.isRetired && $0.role != .auditor && !state.isAbout($0.number) && !state.handlers.contains($0.number) }
    }

    /// Those of them who may sign it as far as they themselves are concerned: who did not handle it alone.
    func possibleSigners(of state: Case, at now: Moment) -> [StaffNumber] {
        heads(of: state, at: now).filter { !(state.stage == .toSign && state.handlers == [$0]) }
    }
}
