extension ActKind {
    public static let handOver = ActKind(HandOver.self)
    public static let accept = ActKind(Acceptance.self)
    public static let acknowledge = ActKind(Acknowledgement.self)
}

/// A hand-over to a manager, who has yet to accept (1-domain, Answer on the spot or hand over).
public struct HandOver: Act, CaseEvent {
    public static let blank = HandOver()
    public static let name = "hand-over"
    public static let label = Phrase(en: "Hand over", zh: "移交")
    // A clerk may also hand over a case that a colleague took and that nobody has in hand yet, so that none lies about.
    public static let rule = ActRule([.logged, .inHand], to: [.handedOver], by: .desk) { $0.isOpenToHolder = true }
    public static let fields: [Field<HandOver>] = [
        .manager("to", \.to, FieldWords(label: Term.handOverTo, style: .bare)),
        .text("note", \.note, .bare),
    ]
    public static let wireName = "handed-over"
    public static let heading = Phrase(en: "handed over", zh: "移交")

    /// To whom; nil only until it is filled in.
    public var to: StaffNumber?
    /// What the receiver should know.
    public var note = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if !occasion.actor.isManager, state.stage != .logged { throw .notYours(.handOver) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        guard let to else { throw .missing("to") }
        try occasion.desk.checkReceiver(to, of: state)
        return [self] + occasion.clock(.startWork, on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.mark(happened)
        state.stage = .handedOver
        state.awaitedReceiver = to
        state.handedOverAt = happened.at
        state.isAcknowledged = false
        state.stop([.passOn], at: happened.at)
    }
}

/// A manager takes the case in hand.
public struct Acceptance: Act, CaseEvent {
    public static let blank = Acceptance()
    public static let name = "accept"
    public static let label = Phrase(en: "Accept", zh: "接收")
    public static let rule = ActRule([.logged, .handedOver], to: [.inHand], by: .managers)
    public static let wireName = "accepted"
    public static let heading = Phrase(en: "accepted", zh: "接收")

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        // The branch manager sees every hand-over and may take any of them, so that none waits for somebody absent.
        // One who has left, or whom it turned out to be about, can take it no more.
        let (actor, desk) = (occasion.actor, occasion.desk)
        guard let receiver = state.awaitedReceiver, receiver != actor.number else { return }
        let isLent = actor.absentees.contains { $0.number == receiver }
        // Where it is about the branch manager, every other manager may.
        let isHeaded = !desk.heads(of: state, at: occasion.now).isEmpty
        if !isLent, isHeaded, !actor.roles.contains(.branchManager), !state.isAbout(receiver), desk.staff[receiver]?.isRetired == false {
            throw .notTheReceiver(receiver)
        }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.mark(happened)
        state.stage = .inHand
        // What a stand-in accepts for somebody is theirs, and stays theirs when the stand-in ends.
        state.holder = happened.onBehalfOf ?? happened.by
        state.awaitedReceiver = nil
        state.stop([.passOn], at: happened.at)
    }
}

/// The branch manager saw a case, and may have given directions. A hand-over or a repeat waits for it; any other open case may be seen all the same,
/// so that neither the act nor its event tells anybody that there is an earlier case.
public struct Acknowledgement: Act, CaseEvent {
    public static let blank = Acknowledgement()
    public static let name = "acknowledge"
    public static let label = Phrase(en: "Acknowledge", zh: "知悉")
    // A repeat is to be seen before anybody has handed it over; what waits for a signature is seen by signing.
    public static let rule = ActRule(Stage.open.subtracting([.toSign]), by: .head)
    public static let fields: [Field<Acknowledgement>] = [.text("text", \.text, .bare)]
    public static let wireName = "acknowledged"
    public static let heading = Phrase(en: "acknowledged", zh: "知悉")

    /// The directions; empty for none.
    public var text = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.isAcknowledged { throw .alreadyDone(.acknowledge) }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.mark(happened)
        state.isAcknowledged = true
    }
}

extension HandOver {
    /// A hand-over to `receiver`.
    public init(to receiver: StaffNumber, note: String = "") {
        to = receiver
        self.note = note
    }
}

extension DeskRules {
    /// Checks that a case may go to that member of staff.
    ///
    /// - Throws: why it may not.
    func checkReceiver(_ number: StaffNumber, of state: Case) throws(Refusal) {
        guard let receiver = staff[number] else { throw .unknownStaff(number) }
        if receiver.isRetired { throw .receiverHasLeft(number) }
        guard staff.receivers.contains(receiver) else { throw .receiverIsNoManager(number) }
        if state.isAbout(number) { throw .receiverIsSubject(number) }
        // A manager may hand over to themselves what another has in hand: so they take over when shifts change.
        if state.holder == number { throw .alreadyWith(number) }
    }
}

/// Checks whether somebody may hand all open cases of a member of staff over at once (1-domain, Shifts), before any of them is named.
public func permitReassigning(from member: StaffNumber, to receiver: StaffNumber, by actor: Actor) throws(Refusal) {
    if actor.member.isRetired { throw .retired(actor.number) }
    if !actor.isManager { throw .reassignRoleMayNot }
    if member == receiver { throw .reassignedToSame(receiver) }
}
