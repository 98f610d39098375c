extension ActKind { public static let answer = ActKind(Answer.self) }

/// Whoever was asked first answers at once, within their own authority (1-domain, Answer on the spot).
public struct Answer: Act, CaseEvent {
    public static let blank = Answer()
    public static let name = "answer"
    public static let label = Phrase(en: "Answer on the spot", zh: "当场答复")
    public static let rule = ActRule([.logged], to: [.toSign], by: .desk) { $0.isOwnForCounter = true }
    public static let fields: [Field<Answer>] =
        [
            .text("text", \.text, .bare, required: true),
            .amount("amount", \.amount, .promised),
            .line("promise", \.promise),
            .forOthers(\.forOthers),
            .sumNotPromised(\.isSumOther),
            .choice("relief", \.relief, .hint("blank = monetary where there is an amount", "留空：有金额即为经济补偿")),
        ] + Field.payment(\.paid, \.paidOn)
    public static let wireName = "answered"
    public static let heading = Term.answeredOnTheSpot

    /// What was said.
    public var text = ""
    /// What was promised to be paid.
    public var amount: Amount?
    /// What else was promised.
    public var promise: String?
    /// How much of the amount is for the customers of cases merged in, who are others, together; nil for nothing.
    public var forOthers: Amount?
    /// Whether a larger sum in the words of the promise is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// What was paid.
    public var paid: Amount?
    /// When it was paid; nil for the day of the answer.
    public var paidOn: Day?
    /// In what the customer is put right, where no amount says so; nil where nobody said.
    public var relief: Relief?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        // The duty of whoever was asked first: anybody else accepts the case before they answer it.
        if state.firstResponder != occasion.actor.number { throw .notYours(.answer) }
    }

    /// Whether a member can be expected to answer a complaint on the spot: it is not about them, and no more is claimed than they may promise.
    ///
    /// - Parameter subjects: whom it is about.
    public static func suits(
        _ member: StaffMember,
        about subjects: [StaffNumber],
        claiming amount: Amount,
        on day: Day,
        under desk: DeskRules
    ) -> Bool {
        !subjects.contains(member.number) && amount <= desk.tier(of: member.role, on: day)
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        try Relief.check(relief, promising: amount)
        try occasion.checkAuthority(
            amount,
            promising: promise,
            saying: [text],
            forOthers: forOthers,
            isSumOther: isSumOther,
            on: state
        )
        try state.checkShare(forOthers, promising: amount)
        try occasion.checkPayment(paid, on: paidOn, promising: amount, of: state)
        return [self] + occasion.clock(.signature, on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.answer = self
        state.stop([.passOn], at: happened.at)
        // Whoever wrote into the comment book is not there.
        let way = state.intake.channel == .commentBook ? nil : state.intake.channel.ownWay ?? .oral
        let telling = way.map { Case.Telling(at: happened.at, how: $0) }
        state.takeAnswer(of: happened.by, at: happened.at, promising: amount, forOthers: forOthers, heard: telling)
        if let way { state.hear(by: way, at: happened.at) }
        state.pay(paid)
    }
}
