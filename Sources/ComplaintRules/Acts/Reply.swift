extension ActKind {
    public static let reply = ActKind(Reply.self)
    public static let answerInBook = ActKind(BookAnswer.self)
}

/// The reply to the customer (1-domain, Reply).
public struct Reply: Act, CaseEvent {
    public static let blank = Reply()
    public static let name = "reply"
    public static let label = Phrase(en: "Reply", zh: "回复客户")
    public static let rule = ActRule([.inHand, .withHeadOffice], to: [.toSign], by: .managers)
    public static let fields: [Field<Reply>] = [
        .choice("how", \.how, .lead), .text("text", \.text, .bare, required: true),
        .flag(
            "accepted",
            \.isAccepted,
            said: .words(yes: Phrase(en: "customer accepts", zh: "客户接受"), no: Phrase(en: "customer does not accept", zh: "客户不接受"))
        ),
        .line("to", \.to, .label("Replied to", "回复对象")), .amount("amount", \.amount, .promised), .line("promise", \.promise),
        .flag("undelivered", \.isUndelivered),
    ]
    public static let wireName = "replied"
    public static let heading = Phrase(en: "reply", zh: "回复客户")

    /// In which way.
    public var how = ContactWay.oral
    /// What was said.
    public var text = ""
    /// Whether the customer accepts it; nil where they did not say.
    public var isAccepted: Bool?
    /// To whom; nil for the customer themselves.
    public var to: String?
    /// What was paid or promised to be paid.
    public var amount: Amount?
    /// What else was promised.
    public var promise: String?
    /// Whether it could not be delivered, after three attempts or where no contact is left.
    public var isUndelivered: Bool?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.stage == .withHeadOffice, !state.isAnsweredByHeadOffice { throw .headOfficeHasNotAnswered }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        // What head office was asked to decide on, it has decided: its word stands in place of the replier's tier.
        let isDecidedAbove = state.isAnsweredByHeadOffice && [.amount, .authority].contains(state.escalation?.why)
        if !isDecidedAbove { try occasion.checkAuthority(amount, on: state) }
        if isUndelivered == true, state.failedAttempts < 3, !state.intake.contact.isBlank {
            throw .notReached(attempts: state.failedAttempts)
        }
        return [self] + occasion.clock(.signature, on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.reply = self
        state.stop([.startWork], at: happened.at)
        state.takeAnswer(of: happened.by, at: happened.at)
    }
}

/// The answer was written in the comment book and signed there (1-domain, Comment book).
public struct BookAnswer: Act, CaseEvent {
    public static let blank = BookAnswer()
    public static let name = "answer-in-book"
    public static let label = Phrase(en: "Answer in the book", zh: "在意见簿上回复")
    public static let rule = ActRule(Stage.open, by: .managers)
    public static let fields: [Field<BookAnswer>] = [.text("text", \.text, .bare, required: true)]
    public static let wireName = "answered-in-book"
    public static let heading = Phrase(en: "answered in the comment book", zh: "意见簿已回复")

    /// What was written.
    public var text = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.intake.channel != .commentBook { throw .notInBook }
        if state.isAnsweredInBook { throw .alreadyDone(.answerInBook) }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.isAnsweredInBook = true }
}
