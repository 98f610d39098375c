extension ActKind {
    public static let withdraw = ActKind(Withdrawal.self)
    public static let notAccept = ActKind(NotAccepted.self)
    public static let merge = ActKind(Merged.self)
}

/// The customer withdraws the complaint.
public struct Withdrawal: Act, CaseEvent {
    public static let blank = Withdrawal()
    public static let name = "withdraw"
    public static let label = Phrase(en: "Customer withdraws", zh: "客户撤回")
    public static let rule = ActRule(Stage.open, to: [.withdrawn], by: .desk) {
        $0.isOwnForCounter = true
        $0.isWeighty = true
    }
    public static let fields: [Field<Withdrawal>] = [.text("reason", \.reason, .bare, required: true)]
    public static let wireName = "withdrawn"
    public static let heading = Phrase(en: "withdrawn by the customer", zh: "客户撤回")
    public static let tone = Tone.warning

    /// Why.
    public var reason = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if !occasion.actor.isManager, state.stage != .logged { throw .notYours(.withdraw) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        [self] + occasion.clock(.signature, on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.end(as: .withdrawn, by: happened.by, at: happened.at)
    }
}

/// The complaint is out of the branch's remit; the customer was told why.
public struct NotAccepted: Act, CaseEvent {
    public static let blank = NotAccepted()
    public static let name = "not-accept"
    public static let label = Phrase(en: "Out of remit", zh: "不予受理")
    public static let rule = ActRule(Stage.open, to: [.notAccepted], by: .managers) { $0.isWeighty = true }
    public static let fields: [Field<NotAccepted>] = [.text("reason", \.reason, .bare, required: true)]
    public static let wireName = "not-accepted"
    public static let heading = Phrase(en: "out of remit", zh: "不予受理")
    public static let tone = Tone.warning

    /// Why, as the customer was told.
    public var reason = ""

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        [self] + occasion.clock(.signature, on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.end(as: .notAccepted, by: happened.by, at: happened.at)
    }
}

/// The case ends in another one that is open, is not itself, and that the actor may work on. Since an open case has not been merged, no ring
/// of cases that end in each other can arise.
public struct Merged: Act, CaseEvent {
    public static let blank = Merged()
    public static let name = "merge"
    public static let label = Phrase(en: "Merge", zh: "并案")
    public static let rule = ActRule(Stage.open, to: [.merged], by: .managers) { $0.isWeighty = true }
    public static let fields: [Field<Merged>] = [.line("into", \.into, required: true)]
    public static let wireName = "merged"
    public static let heading = Phrase(en: "merged", zh: "并案")

    /// The number of the other case.
    public var into = ""

    public func otherNumber(on state: Case) -> String? { into }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        let other = try target(from: state, in: occasion)
        var merged = self
        merged.into = other.number.description
        return [merged] + occasion.clock(.signature, on: state)
    }

    private func target(from state: Case, in occasion: Occasion) throws(Refusal) -> Case {
        guard let wanted = CaseNumber(into) else { throw .noSuchCase(into) }
        if wanted == state.number { throw .mergeIntoItself }
        guard let other = occasion.desk.other, other.number == wanted else { throw .noSuchCase(into) }
        if other.isAbout(occasion.actor.number) || !occasion.actor.regarding(other).isManager {
            throw .subjectOfOther(other.number.description)
        }
        if !other.stage.isOpen { throw .mergeIntoEnded(other.number.description, other.stage) }
        return other
    }

    /// What happens to the case into which this one was merged: the tie, and with it whom this one is about.
    public func consequence(for state: Case, of events: [any CaseEvent], in occasion: Occasion) throws(Refusal) -> Consequence? {
        guard let other = CaseNumber(into) else { return nil }
        let link = Linked(number: state.number.description, tie: .absorbed, subjects: state.intake.subjects)
        return .happens(to: other, [link])
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.links.append(Linked(number: into, tie: .mergedInto))
        state.end(as: .merged, by: happened.by, at: happened.at)
    }

    public var details: [Detail] { [Detail(FieldName("number", label: Linked.Tie.mergedInto.label), .text(into))] }
}
