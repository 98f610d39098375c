extension ActKind {
    public static let chase = ActKind(Chaser.self)
    public static let delayNote = ActKind(DelayNote.self)
}

/// A reminder for an open, overdue case, numbered in a series of its own (1-domain, Words).
public struct Chaser: Act, CaseEvent {
    public static let blank = Chaser()
    public static let name = "chase"
    public static let label = Phrase(en: "Chase", zh: "催办")
    public static let rule = ActRule(Stage.open, by: .managers)
    public static let fields: [Field<Chaser>] = [.text("text", \.text, .bare)]
    public static let wireName = "chased"
    public static let heading = Phrase(en: "chaser", zh: "催办单")

    /// Its number in the series of chasers.
    public var number = ""
    /// What it asks for.
    public var text = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if !state.isOverdue(at: occasion.now) { throw .notOverdue }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        var chaser = self
        chaser.number = occasion.desk.nextNumbers[.chaser] ?? ""
        return [chaser]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.chasers += 1 }
    public var details: [Detail] { [Detail("number", .text(number)), Detail("text", .text(text), style: .bare)] }
    public var paper: (series: Series, number: String)? { (.chaser, number) }
}

/// The cause of a late closing.
public struct DelayNote: Act, CaseEvent {
    public static let blank = DelayNote()
    public static let name = "delay-note"
    public static let label = Phrase(en: "Delay note", zh: "填写逾期原因单")
    public static let rule = ActRule([.closed], by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<DelayNote>] = [.text("cause", \.cause, required: true)]
    public static let wireName = "delay-explained"
    public static let heading = Phrase(en: "delay note", zh: "逾期原因单")

    /// Its number in the series of delay notes.
    public var number = ""
    /// The cause.
    public var cause = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if !state.isLateTowardsCustomer(at: occasion.now) { throw .notLate }
        if state.isDelayExplained { throw .alreadyDone(.delayNote) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        var note = self
        note.number = occasion.desk.nextNumbers[.delayNote] ?? ""
        return [note]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.isDelayExplained = true }
    public var details: [Detail] { [Detail("number", .text(number)), Detail("cause", .text(cause))] }
    public var paper: (series: Series, number: String)? { (.delayNote, number) }
}
