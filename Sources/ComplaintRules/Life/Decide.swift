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
    try permit(act.kind, on: state, by: actor, at: now, under: desk)
    func clock(_ name: ClockName) -> [CaseEvent] {
        desk.clock(name, from: now, loggedAt: state.loggedAt).map { [.clockStarted($0)] } ?? []
    }
    // A closing asks for a call-back where there is somebody to call.
    var callBack: [CaseEvent] { state.stage.isOpen && !state.intake.contact.isBlank ? clock(.callBack) : [] }
    switch act {
    case .answer(let answer):
        try need(answer.text, in: "text")
        try checkAuthority(answer.amount, of: actor.regarding(state), under: desk)
        return [.answered(answer)] + clock(.signature)
    case .handOver(let handOver):
        try limit(handOver.note, in: "note")
        try checkReceiver(handOver.to, of: state, under: desk)
        return [.handedOver(handOver)] + clock(.startWork)
    case .accept: return [.accepted(.init())]
    case .finding(let finding): return try decideFinding(finding, on: state, by: actor, at: now, under: desk)
    case .reply(let reply):
        try need(reply.text, in: "text")
        // What head office was asked to decide on, it has decided: its word stands in place of the replier's tier.
        let isDecidedAbove = state.isAnsweredByHeadOffice && [.amount, .authority].contains(state.escalation?.kind)
        if !isDecidedAbove { try checkAuthority(reply.amount, of: actor.regarding(state), under: desk) }
        if reply.isUndelivered == true, state.failedAttempts < 3, !state.intake.contact.isBlank {
            throw .notReached(attempts: state.failedAttempts)
        }
        return [.replied(reply)] + clock(.signature)
    case .sign: return [.signed(.init())] + callBack
    case .ruling(let ruling):
        try need(ruling.text, in: "text")
        try need(ruling.reference, in: "reference")
        // The duty to answer the customer stays with the branch, also where head office rules before anybody could.
        if state.stage.isOpen, state.stage != .toSign { try need(ruling.told ?? "", in: "told") }
        try limit(ruling.told ?? "", in: "told")
        return [.ruled(ruling)] + callBack
    case .sendBack(let grounds): return [.sentBack(try checked(grounds))]
    case .withdraw(let grounds): return [.withdrawn(try checked(grounds))] + clock(.signature)
    case .notAccept(let grounds): return [.notAccepted(try checked(grounds))] + clock(.signature)
    case .merge(let number):
        let other = try checkMerging(into: number, of: state, by: actor, under: desk)
        return [.merged(.init(number: other.number.description, tie: .mergedInto))] + clock(.signature)
    case .amend(let field, let text):
        // Whom a case is about decides who is recused: a clerk's slip is put right while the case is still theirs, later by a manager.
        if field == .about, state.stage != .logged, !actor.regarding(state).isManager { throw .notYours(.amend) }
        do throws(Refusal) {
            return [.amended(try amendment(of: field, to: text, on: state, at: now, under: desk))]
        } catch {
            // The form of an amendment has one field for the new value, whatever it amends.
            throw error.field == nil || error.field == "value" ? error : .newValue(error)
        }
    default: return try decideAlong(act, on: state, by: actor, at: now, under: desk)
    }
}

/// Decides the acts that go along with a case and leave it where it is, those towards head office, and those after its end.
private func decideAlong(
    _ act: Act,
    on state: Case,
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) -> [CaseEvent] {
    switch act {
    case .note(let note): return [.noted(try checked(note))]
    case .acknowledge(let directions):
        try limit(directions.text, in: "text")
        return [.acknowledged(directions)]
    case .contact(let contact):
        try need(contact.text, in: "text")
        return [.contacted(contact)]
    case .agreeTime(let moment):
        if moment <= now { throw .inThePast("agreed") }
        let bound = state.clocks.filter { $0.name == (state.isExtended ? .complex : .reply) && $0.isSuperseded != true }.last
        if let bound, moment > bound.due { throw .agreedAfterLimit(desk.zone.localTime(at: bound.due).time) }
        return [
            .timeAgreed(.init(at: moment)), .clockStarted(Clock(.promised, started: state.intake.received, due: moment)),
        ]
    case .interimAnswer(let answer):
        try need(answer.text, in: "text")
        return [.interimAnswered(answer)]
    case .tellPerson(let told):
        try need(told.text, in: "text")
        try limit(told.who, in: "who", to: Intake.lineLimit)
        return [.personTold(told)]
    case .attach(let attachment, from: _):
        try limit(attachment.name, in: "name", to: Intake.lineLimit)
        try limit(attachment.place, in: "place", to: Intake.lineLimit)
        return [.attached(attachment)]
    case .chase(let text):
        try limit(text, in: "text")
        return [.chased(.init(number: desk.nextNumbers[.chaser] ?? "", text: text))]
    case .delayNote(let cause):
        try need(cause, in: "cause")
        return [.delayExplained(.init(number: desk.nextNumbers[.delayNote] ?? "", cause: cause))]
    case .answerInBook(let note): return [.answeredInBook(try checked(note))]
    case .sendResult(let note): return [.resultSent(try checked(note))]
    case .outsideDate(let date):
        if date.due <= now { throw .inThePast("due") }
        try limit(date.by, in: "set-by", to: Intake.lineLimit)
        return [.outsideDateSet(date), .clockStarted(Clock(.outside, started: now, due: date.due))]
    case .spotCheck(let note): return [.spotChecked(try checked(note))]
    case .statement(let statement):
        try need(statement.text, in: "text")
        return [.stated(statement)]
    case .addendum(let addendum):
        try need(addendum.text, in: "text")
        return [.addendumWritten(addendum)]
    case .hold(let grounds): return [.held(try checked(grounds))]
    case .release(let grounds): return [.released(try checked(grounds))]
    case .callBack(let callBack):
        try limit(callBack.text, in: "text")
        return [.calledBack(callBack)]
    case .rectify(let what, let owner, let due):
        try need(what, in: "what")
        try limit(owner, in: "owner", to: Intake.lineLimit)
        if due < desk.zone.day(at: now) { throw .inThePast("due") }
        return [.rectificationOpened(.init(item: state.rectifications.count + 1, what: what, owner: owner, due: due))]
    case .verifyRectification(let check):
        try need(check.result, in: "result")
        let open = state.rectifications.filter { !$0.isVerified }
        // Without a number the only open item is meant.
        let item = check.item == 0 && open.count == 1 ? open[0].action.item : check.item
        guard open.contains(where: { $0.action.item == item }) else { throw .noSuchItem(item) }
        return [.rectificationVerified(.init(item: item, result: check.result))]
    default: return try decideUpward(act, on: state, by: actor, at: now, under: desk)
    }
}

/// Decides extensions, escalations, and a refused answer.
private func decideUpward(
    _ act: Act,
    on state: Case,
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) -> [CaseEvent] {
    let received = state.intake.received
    switch act {
    case .askExtension(let grounds): return [.extensionAsked(try checked(grounds))]
    case .grantExtension:
        var events: [CaseEvent] = [.extensionGranted(.init())]
        if let complex = desk.clock(.complex, from: received, loggedAt: state.loggedAt) { events.append(.clockStarted(complex)) }
        // A complex case has twice the time of the national rules (1-domain, Clocks, final).
        if let longer = desk.longerFinal(of: state, days: nil) { events.append(.clockStarted(longer)) }
        return events
    case .decline(let declined): return [.declined(try checkDeclining(declined, of: state))]
    case .askEscalation(let escalation):
        try need(escalation.reason, in: "reason")
        let escalation = try checkEscalation(escalation, of: state, under: desk)
        // A case about the branch manager goes to head office, and its escalation needs no confirmation (1-domain, Recusal).
        return desk.isAboutHead(state)
            ? [.escalationAsked(escalation), .escalationConfirmed(.init(number: desk.nextNumbers[.dossier] ?? ""))]
            : [.escalationAsked(escalation)]
    case .confirmEscalation: return [.escalationConfirmed(.init(number: desk.nextNumbers[.dossier] ?? ""))]
    case .headOfficeNote(let note): return [.headOfficeNoted(try checked(note))]
    case .headOfficeAnswer(let answer):
        try need(answer.text, in: "text")
        var events: [CaseEvent] = [.headOfficeAnswered(answer)]
        if answer.isLonger == true, let longer = desk.longerFinal(of: state, days: 30) { events.append(.clockStarted(longer)) }
        return events
    case .refuseAnswer(let refused):
        try need(refused.reason, in: "reason")
        return [.answerRefused(.init(reason: refused.reason, toldChannels: desk.settings.outsideChannels))]
    default:
        // Reached by none: a test decides every act.
        throw .wrongStage(act.kind, state.stage, allowed: act.kind.rule.from)
    }
}

private func decideFinding(
    _ finding: CaseEvent.Finding,
    on state: Case,
    by actor: Actor,
    at now: Moment,
    under desk: DeskRules
) throws(Refusal) -> [CaseEvent] {
    try need(finding.facts, in: "facts")
    for (name, text) in finding.texts { try limit(text, in: name) }
    try limit(finding.apologyBy ?? "", in: "apology-by", to: Intake.lineLimit)
    try limit(finding.thirdParty ?? "", in: "third-party", to: Intake.lineLimit)
    if finding.classification == .special { try need(finding.ruling, in: "ruling") }
    // The apology says by whom: by whoever records it, where nobody else is named (1-domain, Finding).
    var finding = finding
    if finding.apologyBy?.isBlank ?? true { finding.apologyBy = finding.apology.isBlank ? nil : actor.member.name }
    var events: [CaseEvent] = [.found(finding)]
    // At fault: the rectification is opened with the finding and followed on its own list, whoever is to do it.
    if finding.fault != .none, !finding.rectification.isBlank,
        !state.rectifications.contains(where: { $0.action.what == finding.rectification })
    {
        let due = desk.calendar.day(7, workingDaysAfter: desk.zone.day(at: now))
        events.append(
            .rectificationOpened(
                .init(
                    item: state.rectifications.count + 1,
                    what: finding.rectification,
                    owner: actor.member.name,
                    due: due
                )
            )
        )
    }
    return events
}

/// What is declined is one question: extension and escalation are each decided on their own. Which one has to be said only where both wait.
private func checkDeclining(_ declined: CaseEvent.Declined, of state: Case) throws(Refusal) -> CaseEvent.Declined {
    try need(declined.reason, in: "reason")
    var asked: [CaseEvent.Declined.Question] = []
    if state.extensionAsked != nil { asked.append(.extension) }
    if state.escalationAsked != nil { asked.append(.escalation) }
    if declined.what == nil, asked.count > 1 { throw .missing("what") }
    guard let what = declined.what ?? asked.first, asked.contains(what) else { throw .nothingAsked(.decline) }
    return .init(reason: declined.reason, what: what)
}

/// A group has five persons at least, and recusal is a reason only where the case is about the branch manager (1-domain, Escalation).
private func checkEscalation(
    _ escalation: CaseEvent.Escalation,
    of state: Case,
    under desk: DeskRules
) throws(Refusal) -> CaseEvent.Escalation {
    if escalation.kind == .recusal, !desk.isAboutHead(state) { throw .nobodyToRecuse }
    guard escalation.kind == .group else { return .init(kind: escalation.kind, reason: escalation.reason) }
    guard let persons = escalation.persons else { throw .missing("persons") }
    if persons < CaseEvent.Escalation.groupMinimum { throw .badValue("persons", .atLeast(CaseEvent.Escalation.groupMinimum)) }
    return escalation
}

/// A case ends in another one that is open, is not itself, and that the actor may work on. Since an open case has not been merged, no ring of
/// cases that end in each other can arise.
private func checkMerging(into number: String, of state: Case, by actor: Actor, under desk: DeskRules) throws(Refusal) -> Case {
    guard let wanted = CaseNumber(number) else { throw .noSuchCase(number) }
    if wanted == state.number { throw .mergeIntoItself }
    guard let other = desk.other, other.number == wanted else { throw .noSuchCase(number) }
    if other.isAbout(actor.number) || !actor.regarding(other).isManager { throw .subjectOfOther(other.number.description) }
    if !other.stage.isOpen { throw .mergeIntoEnded(other.number.description, other.stage) }
    return other
}

private func checked(_ note: CaseEvent.Note) throws(Refusal) -> CaseEvent.Note {
    try need(note.text, in: "text")
    return note
}

private func checked(_ grounds: CaseEvent.Grounds) throws(Refusal) -> CaseEvent.Grounds {
    try need(grounds.reason, in: "reason")
    return grounds
}

private func checkReceiver(_ number: StaffNumber, of state: Case, under desk: DeskRules) throws(Refusal) {
    guard let receiver = desk.staff[number] else { throw .unknownStaff(number) }
    if receiver.isRetired { throw .receiverHasLeft(number) }
    guard desk.staff.receivers.contains(receiver) else { throw .receiverIsNoManager(number) }
    if state.isAbout(number) { throw .receiverIsSubject(number) }
    // A manager may hand over to themselves what another has in hand: so they take over when shifts change.
    if state.holder == number { throw .alreadyWith(number) }
}

/// No promise beyond authority: refused, with the tier that could (1-domain, Reply).
private func checkAuthority(_ amount: Amount?, of actor: Actor, under desk: DeskRules) throws(Refusal) {
    guard let amount else { return }
    let tier = actor.roles.map(desk.tier(of:)).max() ?? .none
    guard amount > tier else { return }
    let could = [Role.counter, .complaintManager, .branchManager].first { desk.tier(of: $0) >= amount }
    throw .beyondTier(amount, tier: tier, could: could)
}

extension DeskRules {
    /// Whether a case is about a branch manager who works here: it goes to head office then.
    func isAboutHead(_ state: Case) -> Bool {
        staff.all.contains { $0.role == .branchManager && !$0.isRetired && state.isAbout($0.number) }
    }

    /// The final limit of a case made longer: by as many days again as it had when the case was logged, or by `days`; nil where the case
    /// has none.
    func longerFinal(of state: Case, days: Int?) -> Clock? {
        guard let first = state.clocks.first(where: { $0.name == .final }), let last = state.clocks.last(where: { $0.name == .final })
        else { return nil }
        let end = zone.day(at: last.due)
        let added = days ?? zone.day(at: first.due).ordinal - zone.day(at: first.started).ordinal
        return Clock(
            .final,
            started: last.started,
            due: zone.moment(of: LocalTime(day: end.adding(days: added), time: settings.closingTime))
        )
    }
}
