/// Decides whether `actor` may do `act` to a case at `now`, and what happens then. Pure: the same question always has the same answer.
///
/// - Returns: what happened, in order; never empty.
/// - Throws: the first rule that stands against it.
public func decide(
    _ act: Act,
    on state: Case,
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) -> [CaseEvent] {
    try permit(act.kind, on: state, by: actor)
    switch act {
    case .answer(let answer):
        try need(answer.text, in: "text")
        return [.answered(answer)]
    case .handOver(let handOver):
        try limit(handOver.note, in: "note")
        try checkReceiver(handOver.to, of: state, by: actor, under: desk)
        return [.handedOver(handOver)]
    case .accept:
        return [.accepted(.init())]
    case .note(let note):
        try need(note.text, in: "text")
        return [.noted(note)]
    case .finding(let finding):
        try need(finding.facts, in: "facts")
        for (name, text) in finding.texts { try limit(text, in: name) }
        if finding.classification == .special { try need(finding.ruling, in: "ruling") }
        return [.found(finding)]
    case .reply(let reply):
        try need(reply.text, in: "text")
        return [.replied(reply)]
    case .sign:
        return [.signed(.init())]
    case .sendBack(let grounds):
        try need(grounds.reason, in: "reason")
        return [.sentBack(grounds)]
    case .withdraw(let grounds):
        try need(grounds.reason, in: "reason")
        return [.withdrawn(grounds)]
    case .notAccept(let grounds):
        try need(grounds.reason, in: "reason")
        return [.notAccepted(grounds)]
    case .amend(let field, let text):
        // Whom a case is about decides who is recused: a clerk's slip is put right while the case is still theirs, later by a manager.
        if field == .about, state.stage != .logged, !actor.regarding(state).isManager { throw .notYours(.amend) }
        do throws(Refusal) {
            return [.amended(try amendment(of: field, to: text, on: state, at: now, under: desk))]
        } catch {
            // The form of an amendment has one field for the new value, whatever it amends.
            throw error.field == nil || error.field == "value" ? error : .newValue(error)
        }
    case .addendum(let addendum):
        try need(addendum.text, in: "text")
        return [.addendumWritten(addendum)]
    }
}

/// Decides whether `actor` may log `intake` at `now` under `number`.
///
/// - Throws: the first rule that stands against it.
public func decideLogging(
    _ intake: Intake,
    as number: CaseNumber,
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) -> CaseEvent {
    try permitLogging(by: actor)
    var intake = intake
    if intake.text.isBlank { throw .missing("text") }
    try limit(intake.text, in: "text")
    try limit(intake.asks, in: "asks")
    for line in intake.lines { try limit(line.text, in: line.name, to: Intake.lineLimit) }
    if intake.received > now { throw .inTheFuture("received") }
    if let happened = intake.happened, happened > now { throw .inTheFuture("happened") }
    intake.subjects = desk.staff.subjects(in: intake.about)
    // The reply limit is a clock without the promise; what is promised may be sooner, never later.
    if let agreed = intake.agreed {
        if agreed <= now { throw .inThePast("agreed") }
        if let reply = desk.clocks(for: intake).first(where: { $0.name == .reply }), agreed > reply.due {
            throw .agreedAfterLimit(desk.zone.localTime(at: reply.due).time)
        }
    }
    return .logged(.init(number: number, intake: intake, clocks: desk.clocks(for: intake)))
}

/// Decides whether a case that was dealt with elsewhere may be kept here under `number`.
///
/// - Throws: the first rule that stands against it.
public func decideImporting(
    _ record: CaseEvent.Imported,
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) -> CaseEvent {
    try permit(.importCases, by: actor)
    let intake = record.intake
    if intake.received > now { throw .inTheFuture("received") }
    try limit(intake.text, in: "text")
    try limit(intake.asks, in: "asks")
    for line in intake.lines { try limit(line.text, in: line.name, to: Intake.lineLimit) }
    return .imported(record)
}

/// Checks that `actor` may log complaints at all.
public func permitLogging(by actor: Actor) throws(Refusal) {
    let roles: Set<Role> = [.counter, .complaintManager, .branchManager]
    if actor.member.isRetired { throw .retired(actor.number) }
    if actor.roles.isDisjoint(with: roles) { throw .logRoleMayNot }
}

/// Checks all that can be known before an act's fields are filled in: role, recusal, stage, ownership.
///
/// - Throws: the first rule that stands against it.
public func permit(_ kind: ActKind, on state: Case, by actor: Actor) throws(Refusal) {
    let rule = kind.rule
    let actor = actor.regarding(state)
    if actor.member.isRetired { throw .retired(actor.number) }
    if actor.roles.isDisjoint(with: rule.roles) { throw .roleMayNot(kind, rule.roles) }
    if state.isAbout(actor.number), !kind.isOpenToSubject { throw .subject(kind) }
    if state.isHistory, kind != .addendum { throw .history(kind) }
    if state.isSigned, kind != .addendum { throw .locked(kind) }
    guard rule.from.contains(state.stage) else { throw .wrongStage(kind, state.stage, allowed: rule.from) }
    if !actor.isManager, rule.isOwnForCounter, state.firstResponder != actor.number { throw .notYours(kind) }
    switch kind {
    case .answer:
        // The duty of whoever was asked first: anybody else accepts the case before they answer it.
        if state.firstResponder != actor.number { throw .notYours(kind) }
    case .handOver:
        if !actor.isManager, state.stage != .logged { throw .notYours(kind) }
    case .accept:
        // The branch manager sees every hand-over and may take any of them, so that none waits for somebody absent.
        if let receiver = state.awaitedReceiver, receiver != actor.number, receiver != actor.standingInFor?.number,
            !actor.roles.contains(.branchManager)
        {
            throw .notTheReceiver(receiver)
        }
    case .finding:
        // An answer on the spot waits for a finding; a reply had one before.
        if state.stage == .toSign, state.stageBeforeSigning != .logged {
            throw .wrongStage(kind, state.stage, allowed: [.inHand, .withHeadOffice])
        }
    case .withdraw:
        if !actor.isManager, state.stage != .logged { throw .notYours(kind) }
    case .sign:
        try permitSigning(of: state, by: actor)
    case .addendum:
        if !state.isSigned, !state.isHistory { throw .notSignedYet }
    case .note, .reply, .sendBack, .notAccept, .amend:
        break
    }
}

/// What a person may do to a case now, and why not the rest, in the order of the acts.
public func possibilities(on state: Case, by actor: Actor) -> [(act: ActKind, whyNot: Refusal?)] {
    ActKind.allCases.map { kind in
        do throws(Refusal) {
            try permit(kind, on: state, by: actor)
            return (kind, nil)
        } catch {
            return (kind, error)
        }
    }
}

private func permitSigning(of state: Case, by actor: Actor) throws(Refusal) {
    // Handling means answer, finding or reply; what was withdrawn or not accepted has none of them that counts.
    guard state.stage == .toSign else { return }
    if state.handlers == [actor.number] { throw .handledAlone }
    guard let finding = state.finding else { throw .findingMissing }
    // At fault: an apology, the mistake put right, and a rectification. Not at fault: the explanation (1-domain, Finding).
    let due = finding.fault == .none ? ["explanation"] : ["apology", "correction", "rectification"]
    for name in due where finding.texts.first(where: { $0.name == name })?.text.isBlank ?? true { throw .findingLacks(name) }
}

private func checkReceiver(_ number: StaffNumber, of state: Case, by actor: Actor, under desk: DeskRules) throws(Refusal) {
    guard let receiver = desk.staff[number] else { throw .unknownStaff(number) }
    if receiver.isRetired { throw .receiverHasLeft(number) }
    guard desk.staff.receivers.contains(receiver) else { throw .receiverIsNoManager(number) }
    if state.isAbout(number) { throw .receiverIsSubject(number) }
    if number == actor.number || state.stage == .inHand && state.holder == number { throw .alreadyWith(number) }
}

private func amendment(
    of field: AmendableField,
    to text: String,
    on state: Case,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) -> CaseEvent.Amendment {
    // The new value goes through the same checks as at logging, so that an amendment cannot bring in what logging refuses.
    var values = ["channel": state.intake.channel.rawValue, "text": "-"]
    values[field.rawValue] = text
    if field == .text, text.isBlank { throw .missing("text") }
    let read = try Intake(values: values, at: now, under: desk)
    try limit(text, in: field.rawValue, to: field == .text || field == .asks ? Intake.textLimit : Intake.lineLimit)
    if let happened = read.happened, happened > now { throw .inTheFuture("happened") }
    let old = state.intake.amendableText(field)
    let new = read.amendableText(field)
    if old == new { throw .nothingToAmend(field) }
    var amendment = CaseEvent.Amendment(field: field, old: old, new: new)
    if field == .about { amendment.subjects = desk.staff.subjects(in: new) }
    return amendment
}

/// Checks a text that the act cannot do without.
private func need(_ text: String, in field: String) throws(Refusal) {
    if text.isBlank { throw .missing(field) }
    try limit(text, in: field)
}

private func limit(_ text: String, in field: String, to count: Int = Intake.textLimit) throws(Refusal) {
    // Counting bytes first spares the walk over graphemes for all but the longest texts.
    // A grapheme may hide any number of combining marks; eight bytes for each is more than any language writes.
    let bytes = text.utf8.count
    if bytes > count, bytes > count * 8 || text.count > count { throw .tooLong(field, limit: count) }
}

extension CaseEvent.Finding {
    var texts: [(name: String, text: String)] {
        [
            ("facts", facts), ("apology", apology), ("correction", correction), ("rectification", rectification),
            ("explanation", explanation), ("ruling", ruling),
        ]
    }
}
