func amendment(
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
    if field == .about {
        let subjects = desk.staff.subjects(in: new)
        // Whom a case that was merged into this one is about stays so, whatever is put right here.
        amendment.subjects = subjects + Set(state.links.flatMap { $0.subjects ?? [] }).subtracting(subjects).sorted()
    }
    return amendment
}
