extension ActKind { public static let refuseAnswer = ActKind(RefusedAnswer.self) }

/// The customer refuses the answer: at once, and the case goes on, in hand or, where it was answered on the spot, as it was logged; or once it is
/// closed, and a new case begins (1-domain, The drawing). So may a customer whose case was merged into another's, and who was answered there.
public struct RefusedAnswer: Act, CaseEvent {
    public static let blank = RefusedAnswer()
    public static let name = "refuse-answer"
    public static let label = Phrase(en: "Customer rejects the answer", zh: "客户不接受答复")
    public static let rule = ActRule([.toSign, .closed, .merged], to: [.inHand, .logged], by: .desk) {
        $0.isOwnForCounter = true
        $0.isWeighty = true
        $0.isForSigned = true
    }
    public static let fields: [Field<RefusedAnswer>] = [.text("reason", \.reason, .othersWord, required: true)]
    public static let wireName = "answer-refused"
    public static let heading = Phrase(en: "answer rejected by the customer", zh: "客户不接受答复")

    /// Why.
    public var reason = ""
    /// The outside channels of which the customer was told.
    public var toldChannels = ""
    /// The number of the new case; nil where the case goes on itself.
    public var next: String?
    /// What was paid of its promise in cases in which it went on and that ended since; nil for nothing.
    public var paidElsewhere: Amount?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.stage == .closed, state.answer == nil, state.reply == nil, state.ruling == nil { throw .nothingAsked(.refuseAnswer) }
        if state.stage != .toSign, state.isErased { throw .contentsErased(.refuseAnswer) }
        if let end = try state.answeredElsewhere(.refuseAnswer, in: occasion.desk), end.stage != .closed {
            throw .nothingAsked(.refuseAnswer)
        }
        if state.stage != .toSign { try state.checkGoesOnNowhere(in: occasion.desk) }
    }

    public func otherNumber(on state: Case) -> String? { state.goesOnIn ?? state.mergedInto }
    public func needsWeb(on state: Case) -> Bool { state.stage != .toSign }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        var refused = self
        if state.stage != .toSign {
            try state.checkGoesOnNowhere(in: occasion.desk)
            refused.next = occasion.desk.nextCase?.description
            let elsewhere = state.paidInOthers(of: occasion.desk)
            refused.paidElsewhere = elsewhere > Amount.none ? elsewhere : nil
        }
        let settings = occasion.desk.settings
        refused.toldChannels = settings.outsideChannels(in: settings.language)
        // Whoever answered at once was in time: to pass it on is due from now.
        return [refused] + (state.isAnsweredOnTheSpot ? occasion.clock(.passOn, on: state) : [])
    }

    public func consequence(for state: Case, of events: [any CaseEvent], in occasion: Occasion) throws(Refusal) -> Consequence? {
        guard state.stage != .toSign, let number = occasion.desk.nextCase else { return nil }
        return .begins(number, try decideFollowing(state, as: number, tie: .refusedAnswer, in: occasion))
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        // Whoever rejects an answer has it, and was spoken to.
        state.endFailedAttempts()
        // Where it was merged, the answer was given elsewhere: what it had promised itself before that was promised all the same.
        if state.stage != .merged { state.refusePromise(paidElsewhere: paidElsewhere ?? .none) }
        guard state.stage == .toSign else {
            state.goesOnIn = next ?? ""
            state.contactGoesOn(at: happened.at)
            if let next { state.followers.append(next) }
            return
        }
        state.sentBackFor = reason
        // Nobody has in hand what was answered on the spot: its first responder passes it on, or a manager takes it.
        state.reopen(to: state.isAnsweredOnTheSpot ? .logged : .inHand, at: happened.at)
        state.holder = state.holder ?? happened.by
    }

    public var followingCase: String? { next }

    public var details: [Detail] {
        [
            Detail("reason", .text(reason), style: .bare),
            Country.toldChannels(toldChannels),
            Detail("next", next.map { .text($0) }),
        ]
    }
}

extension Case {
    /// Whether it waits for a signature under what whoever was asked first answered at once.
    fileprivate var isAnsweredOnTheSpot: Bool { stage == .toSign && stageBeforeSigning == .logged }
}

extension Case {
    /// Checks that no matter of the customer goes on in another case of the web, and that what followed from this one ended without an answer: a second
    /// refusal is one of the last case in which they had one.
    ///
    /// - Throws: `Refusal.goesOnIn`, `.awaitsSignature`, `.alreadyRefused`.
    fileprivate func checkGoesOnNowhere(in desk: DeskRules) throws(Refusal) {
        if let next = goesOn(in: desk) {
            let number = next.number.description
            throw next.stage.isOpen ? .goesOnIn(number) : .awaitsSignature(number)
        }
        guard let goesOnIn else { return }
        guard let last = lastAnswered(in: desk) else { throw .alreadyRefused(goesOnIn) }
        if last.number != number { throw .alreadyRefused(last.number.description) }
    }
}

/// What the new case begins with in which a signed one goes on, since the customer refused its answer or head office's review says "again": what
/// was taken down then, received now, without the moments that were agreed or set for the old one; what was promised goes on.
///
/// - Throws: the first rule that stands against logging it.
func decideFollowing(
    _ before: Case,
    as number: CaseNumber,
    tie: Linked.Tie,
    in occasion: Occasion
) throws(Refusal) -> [any CaseEvent] {
    var intake = before.intake
    intake.received = occasion.now
    intake.agreed = nil
    intake.due = nil
    let logged = try decideLogging(intake, as: number, in: occasion)
    var link = Linked(number: before.number.description, tie: tie, subjects: intake.subjects)
    link.namings = before.namings.isEmpty ? nil : before.namings
    link.lifted = before.liftedRecusals.isEmpty ? nil : before.liftedRecusals.sorted()
    var left = before
    if tie == .refusedAnswer, left.stage != .merged { left.refusePromise(paidElsewhere: before.paidInOthers(of: occasion.desk)) }
    link.carried = Linked.Carried(following: left, in: occasion.desk)
    return logged + [link]
}
