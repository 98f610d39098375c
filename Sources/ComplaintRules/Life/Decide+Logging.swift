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
    if intake.representatives.count > Intake.representativeLimit { throw .tooManyRepresentatives(limit: Intake.representativeLimit) }
    if intake.received > now { throw .inTheFuture("received") }
    if let happened = intake.happened, happened > now { throw .inTheFuture("happened") }
    intake.subjects = desk.staff.subjects(in: intake.about)
    // The reply limit is a clock without the promise; what is promised may be sooner, never later.
    if let agreed = intake.agreed {
        if agreed <= now { throw .inThePast("agreed") }
        if let reply = desk.clocks(for: intake, loggedAt: now).first(where: { $0.name == .reply }), agreed > reply.due {
            throw .agreedAfterLimit(desk.zone.localTime(at: reply.due).time)
        }
    }
    return .logged(.init(number: number, intake: intake, clocks: desk.clocks(for: intake, loggedAt: now)))
}

/// Decides whether `actor` may log `intake` as a repeat of `earlier` cases: of the same customer, or of the same matter. The branch manager is
/// to see it at once (`Case.awaitsAcknowledgement`; 1-domain, After closing).
///
/// - Returns: what happened, in order: the logging, and the tie to each earlier case; the logging alone where there is none.
/// - Throws: the first rule that stands against it.
public func decideLogging(
    _ intake: Intake,
    as number: CaseNumber,
    repeating earlier: [CaseNumber],
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) -> [CaseEvent] {
    let logged = try decideLogging(intake, as: number, by: actor, at: now, under: desk)
    return [logged] + Set(earlier).subtracting([number]).sorted().map { .linked(.init(number: $0.description, tie: .repeated)) }
}

/// What the new case begins with in which a closed one goes on, since the customer refused its answer: what was taken down then, received
/// now, without the moments that were agreed or set for the old one.
///
/// - Throws: the first rule that stands against logging it.
public func decideFollowing(
    _ refused: Case,
    as number: CaseNumber,
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) -> [CaseEvent] {
    var intake = refused.intake
    intake.received = now
    intake.agreed = nil
    intake.details?.due = nil
    let logged = try decideLogging(intake, as: number, by: actor, at: now, under: desk)
    return [logged, .linked(.init(number: refused.number.description, tie: .refusedAnswer, subjects: intake.subjects))]
}

/// What happens to the case into which `merged` was merged: the tie, and with it whom that one is about.
public func absorbing(_ merged: Case) -> CaseEvent {
    .linked(.init(number: merged.number.description, tie: .absorbed, subjects: merged.intake.subjects))
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
