/// What stands against something that is said to have happened, when the law is asked once more.
public enum ReplayFault: Error, Hashable, Sendable {
    /// The law did not allow it.
    case forbidden(Refusal)
    /// The law makes something else of it than what is written down.
    case otherwise
    /// It is written down as done for somebody else than it was.
    case otherAbsentee
    /// No act leads to it.
    case outOfNothing
}

/// The number of the other case that deciding an event once more has to know, as `DeskRules.other`; nil where it needs none.
public func otherNumber(toReplay event: any CaseEvent, on state: Case) -> String? { wanted(event, on: state)?.otherNumber(on: state) }

/// Whether deciding an event once more has to know all cases to which the case is tied, as `DeskRules.web`.
public func needsWeb(toReplay event: any CaseEvent, on state: Case) -> Bool { wanted(event, on: state)?.needsWeb(on: state) ?? false }

/// What was wanted when an event came about; nil where that is not written down, but only what came of it.
private func wanted(_ event: any CaseEvent, on state: Case) -> (any Act)? {
    if let amendment = event as? Amendment {
        // What else is amended reaches no other case, but from one that was merged.
        let isTold = amendment.field == .about || amendment.field.saysWhoComplained && state.stage == .merged
        return isTold ? Amend(field: amendment.field, value: amendment.new.text ?? "") : nil
    }
    return event as? any Act
}

extension ActKind {
    private static let making = Dictionary(allCases.flatMap { kind in kind.type.events.map { ($0.wireName, kind) } }) { first, _ in first }

    /// The act that makes an event; nil for what no act of its own makes.
    static func making(_ event: any CaseEvent) -> ActKind? { making[event.wireName] }
}

/// What an act on another case does.
public struct Claimed {
    let events: [any CaseEvent]
    /// For whom the act was done; nil for nobody else.
    let absent: StaffNumber?

    /// Makes it.
    public init(events: [any CaseEvent], absent: StaffNumber?) { (self.events, self.absent) = (events, absent) }
}

/// Decides once more what happened first in `history`, as the law had it then: could this person do this to the case, and does it come to what
/// is written down?
///
/// What a decision was handed and nobody can find again stands in the event and is taken as given: earlier cases that it repeats, digests of
/// files, numbers of papers, whose order is looked at elsewhere.
///
/// - Parameters:
///   - history: what happened on the case from there on, of which at least one.
///   - state: the case before; nil where it begins.
///   - claim: what an act on another case does here at this place; nil where none does anything.
///   - desk: the rules as they stood, with the other case where `otherNumber(toReplay:on:)` names one.
/// - Returns: how many of `history` the decision explains, and what it does to other cases, in order.
public func replay(
    _ history: ArraySlice<Happened<any CaseEvent>>,
    on state: Case?,
    claimed claim: Claimed?,
    under desk: DeskRules
) throws(ReplayFault) -> (count: Int, consequences: [Consequence]) {
    guard let first = history.first else { throw .outOfNothing }
    // All that one act comes to is of one moment and stands side by side.
    let group = history.enumerated().prefix { place, next in
        next.by == first.by && next.at == first.at && next.seq == first.seq + Int64(place)
    }.map(\.element)
    func check(_ expected: [any CaseEvent], for absent: StaffNumber?) throws(ReplayFault) {
        guard expected.count <= group.count, zip(expected, group).allSatisfy({ $0.isSame(as: $1.event) }) else { throw .otherwise }
        guard group.prefix(expected.count).allSatisfy({ $0.onBehalfOf == absent }) else { throw .otherAbsentee }
    }
    if let claim {
        try check(claim.events, for: claim.absent)
        return (claim.events.count, [])
    }
    var desk = desk
    for happened in group {
        guard let (series, number) = happened.event.paper, desk.nextNumbers[series] == nil else { continue }
        desk.nextNumbers[series] = number
    }
    desk.nextCase = first.event.followingCase.flatMap { CaseNumber($0) }
    let rules = desk
    let actor = try allowed { () throws(Refusal) in try rules.actor(first.by, at: first.at) }
    let occasion = Occasion(actor, at: first.at, clock: first.clock, under: rules)
    guard let state else {
        guard let expected = try allowed({ () throws(Refusal) in try beginning(first.event, group.map(\.event), in: occasion) }) else {
            throw .outOfNothing
        }
        try check(expected, for: nil)
        return (expected.count, [])
    }
    if let recused = first.event as? Recused, recused.place == nil {
        // It follows from a change of staff: whom the words on the case mean now.
        guard desk.staff.recusal(of: state)?.subjects == recused.subjects else { throw .otherwise }
        return (1, [])
    }
    if let anew = first.event as? BegunAnew {
        // It follows from the declaration that a clock was wrong.
        guard desk.begunAnew(of: state) == anew else { throw .otherwise }
        return (1, [])
    }
    guard let kind = ActKind.making(first.event) else { throw .outOfNothing }
    guard let act = wanted(first.event, on: state) else {
        // What was wanted is not written down, only what came of it: who did it, and when, is looked at.
        try allowed { () throws(Refusal) in try permit(kind, on: state, in: occasion) }
        return (1, [])
    }
    let (expected, following) = try allowed { () throws(Refusal) -> ([any CaseEvent], [Consequence]) in
        let expected = try decide(act, on: state, in: occasion)
        return (expected, try consequences(of: act, doing: expected, to: state, in: occasion))
    }
    try check(expected, for: actor.absent(for: act, on: state, at: first.at, under: rules))
    return (expected.count, following)
}

/// What a case may begin with; nil where none begins with that.
private func beginning(
    _ first: any CaseEvent,
    _ group: [any CaseEvent],
    in occasion: Occasion
) throws(Refusal) -> [any CaseEvent]? {
    if let imported = first as? Imported { return [try decideImporting(imported, in: occasion)] }
    guard let logged = first as? Logged, let number = CaseNumber(logged.number) else { return nil }
    let ties = group.dropFirst().prefix { ($0 as? Linked)?.tie == .repeated }
    let earlier = ties.compactMap { ($0 as? Linked).flatMap { CaseNumber($0.number) } }
    return try decideLogging(logged.intake, as: number, repeating: earlier, in: occasion)
}

private func allowed<Value>(_ body: () throws(Refusal) -> Value) throws(ReplayFault) -> Value {
    do throws(Refusal) {
        return try body()
    } catch {
        throw .forbidden(error)
    }
}

/// Decides once more what happened to the desk itself, as `replay(_:on:claimed:under:)` does for a case.
///
/// How many open cases somebody had who left is taken as given.
///
/// - Parameters:
///   - reported: what was issued before, by month.
///   - marks: what was remarkable of the clock, by the place of the event.
///   - reviews: the reviews of the comment book.
///   - latest: the latest moment on the desk before it.
public func replay(
    _ happened: Happened<DeskEvent>,
    after reported: [Month: [MonthlyFigures.Issue]],
    _ marks: [Int64: ClockMark],
    _ reviews: [Day: BookDay],
    latest: Moment? = nil,
    under desk: DeskRules
) throws(ReplayFault) {
    let (event, now) = (happened.event, happened.at)
    // Nobody is there before the founding, and a refused sign-in is nobody's act.
    switch event {
    case .founded:
        guard happened.seq == 1 else { throw .outOfNothing }
        return
    case .signInRefused: return
    case .staffAdded(let added) where happened.seq == 2:
        guard added.number == happened.by, added.role == .branchManager else { throw .otherwise }
        return
    default: break
    }
    let actor = try allowed { () throws(Refusal) in try desk.actor(happened.by, at: now) }
    var occasion = Occasion(actor, at: now, under: desk)
    occasion.latest = latest
    let expected = try allowed { [occasion] () throws(Refusal) -> DeskEvent in
        switch event {
        case .founded, .signInRefused: event
        case .staffAdded(let added):
            try decideAdding(
                StaffMember(number: added.number, name: added.name, role: added.role),
                publicKey: added.publicKey,
                in: occasion
            )
        case .staffChanged(let change): try replay(change, in: occasion)
        case .keyChanged(let changed): try replay(changed, in: occasion)
        case .recoveryKeySet(let set):
            try replay(set, by: actor)
        case .lockOutLifted(let lifted): try decideUnlocking(lifted.number, in: occasion)
        case .settingsChanged(let changed): try decideSettings(changed.settings, in: occasion)
        case .standInNamed(let standIn): try decideStandIn(standIn, in: occasion)
        case .standInEnded(let standIn):
            try decideEndingStandIn(for: standIn.absent, standIn.standIn, in: occasion)
        case .calendarLoaded(let calendar): try replay(calendar, in: occasion)
        case .hoursSet(let rule): try decideHours(rule, in: occasion)
        case .tierSet(let rule): try decideTier(rule, in: occasion)
        case .sizeSet(let rule): try decideSize(rule, in: occasion)
        case .pointsSet(let rule): try decidePoints(rule, in: occasion)
        case .openingCorrected(let opening):
            try decideOpening(on: opening.day, isOpen: opening.isOpen, reason: opening.reason, reviews[opening.day], in: occasion)
        case .bookCorrected(let correction):
            try decideBookCorrection(
                of: correction.day,
                to: correction.status,
                reason: correction.reason,
                reviews[correction.day],
                in: occasion
            )
        case .clockDeclaredWrong(let stretch): try decideDeclaringWrong(stretch, marks: marks, in: occasion)
        case .clockRuleSet(let rule): try decideClockRule(rule, in: occasion)
        case .codesChanged(let table): try decideCodes(table, in: occasion)
        case .scriptsChanged(let table): try decideScripts(table, in: occasion)
        case .lossDeclared, .restored, .erased, .paperSignedOut, .paperReturned, .exported: try permitted(event, by: actor)
        case .reportIssued(let report):
            try decideReport(
                on: MonthlyFigures(month: report.month, issues: reported[report.month] ?? []),
                (report.form, report.digest),
                because: report.reason ?? "",
                in: occasion
            )
        }
    }
    if expected != event { throw .otherwise }
    if event.act.flatMap({ actor.absent(for: $0.roles) }) != happened.onBehalfOf { throw .otherAbsentee }
}

/// The file that was loaded is not written down. One that says what it came to comes to the same again, unless the past was changed with it.
private func replay(_ calendar: WorkCalendar, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    do {
        return try decideCalendar(calendar, droppingOthers: true, in: occasion)
    } catch let refusal as Refusal {
        throw refusal
    } catch {
        return .calendarLoaded(occasion.desk.calendar)
    }
}

private func replay(_ change: StaffChange, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    guard let member = occasion.desk.staff[change.number] else { throw .unknownStaff(change.number) }
    let edit: StaffEdit =
        if change.isRetired != member.isRetired {
            change.isRetired ? .leave : .comeBack
        } else {
            change.role != member.role ? .role(change.role) : .name(change.name)
        }
    return try decideStaffEdit(edit, of: change.number, holding: OpenCases(), in: occasion)
}

private func replay(_ changed: DeskEvent.KeyChanged, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    switch changed.way {
    case .own:
        // Only its owner changes a passcode that nobody resets.
        if changed.number != occasion.actor.number { throw .deskActRoleMayNot(.resetPasscode) }
        return .keyChanged(changed)
    case .reset: return try decideResetting(changed.number, publicKey: changed.publicKey, in: occasion)
    case .recovery:
        // It stands under the name of whoever it helps.
        if changed.number != occasion.actor.number { throw .deskActRoleMayNot(.replaceRecoveryKey) }
        return try decideRecovering(changed.number, publicKey: changed.publicKey, under: occasion.desk)
    }
}

private func replay(_ set: DeskEvent.RecoveryKeySet, by actor: Actor) throws(Refusal) -> DeskEvent {
    if set.isReplacement { try decideReplacingRecoveryKey(by: actor) }
    return .recoveryKeySet(set)
}

private func permitted(_ event: DeskEvent, by actor: Actor) throws(Refusal) -> DeskEvent {
    if let act = event.act { try permit(act, by: actor) }
    if case .erased = event { try checkOwnRight(.erase, by: actor) }
    return event
}

/// Decides once more what happened to the review of a day of the comment book.
public func replay(_ happened: Happened<BookEvent>, on state: BookDay?, under desk: DeskRules) throws(ReplayFault) {
    let (event, now) = (happened.event, happened.at)
    let actor = try allowed { () throws(Refusal) in try desk.actor(happened.by, at: now) }
    let occasion = Occasion(actor, at: now, under: desk)
    let act: BookAct =
        switch event {
        case .opened(let opened): .open(opened.day, reason: opened.reason)
        case .entered(let entered): .enter(entered.day, number: entered.number)
        case .closed(let closed):
            closed.isNil ? .nothing(closed.day, reason: closed.reason ?? "") : .close(closed.day, reason: closed.reason ?? "")
        }
    let expected = try allowed { () throws(Refusal) in try decide(act, on: state, in: occasion) }
    // The cases that it ties to the review stand as entries of their own.
    if !expected.contains(event) { throw .otherwise }
    if actor.absent(for: [.complaintManager, .branchManager]) != happened.onBehalfOf { throw .otherAbsentee }
}
