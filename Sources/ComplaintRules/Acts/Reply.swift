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
    public static let fields: [Field<Reply>] =
        [
            .choice("how", \.how, .lead), .text("text", \.text, .bare, required: true),
            .text("grounds", \.grounds),
            .text("remedies", \.remedies),
            .flag(
                "accepted",
                \.isAccepted,
                said: .words(yes: Phrase(en: "customer accepts", zh: "客户接受"), no: Phrase(en: "customer does not accept", zh: "客户不接受"))
            ),
            .line("to", \.to, .label("Replied to", "回复对象")), .amount("amount", \.amount, .promised), .line("promise", \.promise),
            .forOthers(\.forOthers),
            .sumNotPromised(\.isSumOther),
            .choice("relief", \.relief, .hint("blank = monetary where there is an amount", "留空：有金额即为经济补偿")),
        ] + Field.payment(\.paid, \.paidOn) + [.flag("undelivered", \.isUndelivered)]
    public static let wireName = "replied"
    public static let heading = Phrase(en: "reply", zh: "回复客户")

    /// In which way.
    public var how = ContactWay.oral
    /// What was said: what was found.
    public var text = ""
    /// On what grounds it was found so: contract, rule, law.
    public var grounds: String?
    /// What the customer can do next, who is not content.
    public var remedies: String?
    /// Whether the customer accepts it; nil where they did not say.
    public var isAccepted: Bool?
    /// To whom; nil for the customer themselves.
    public var to: String?
    /// What was promised to be paid.
    public var amount: Amount?
    /// What else was promised.
    public var promise: String?
    /// How much of that is for the customers of cases merged in, who are others, together; nil for nothing.
    public var forOthers: Amount?
    /// Whether a larger sum in the words of the promise is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// What was paid.
    public var paid: Amount?
    /// When it was paid; nil for the day of the reply.
    public var paidOn: Day?
    /// In what the customer is put right, where no amount says so; nil where nobody said.
    public var relief: Relief?
    /// Whether it could not be delivered, after three attempts on at least two days or where no contact is left.
    public var isUndelivered: Bool?
    /// The outside channels of which the customer was told, who did not accept it; nil for none.
    public var toldChannels: String?

    public var details: [Detail] { Reply.fields.map { $0.detail(of: self) } + [Country.toldChannels(toldChannels ?? "")] }

    /// Which of the three parts of an answer it says nothing of: on what grounds, and what the customer can do next.
    public var missingParts: [FieldName] {
        [("grounds", grounds), ("remedies", remedies)].compactMap { ($0.1 ?? "").isNothing ? FieldName($0.0) : nil }
    }

    /// How many attempts a reply takes that could not be delivered.
    static let attempts = 3

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.stage == .withHeadOffice, !state.isAnsweredByHeadOffice { throw .headOfficeHasNotAnswered }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        try Relief.check(relief, promising: amount)
        try occasion.checkAuthority(
            amount,
            promising: promise,
            saying: [text, grounds, remedies],
            forOthers: forOthers,
            isSumOther: isSumOther,
            on: state
        )
        try state.checkShare(forOthers, promising: amount)
        // What letters take from the finding gives no more than this, nor than head office has approved since.
        if let finding = state.finding {
            try occasion.checkLetterWords(
                of: finding,
                promising: (amount ?? .none) - (forOthers ?? .none),
                isSumOther: isSumOther,
                on: state
            )
        }
        try occasion.checkPayment(paid, on: paidOn, promising: amount, of: state)
        // Whoever could not be reached has accepted nothing.
        if isUndelivered == true, isAccepted == true { throw .undeliveredAccepted }
        if isUndelivered == true { try state.checkAttempts(in: occasion) }
        var reply = self
        let settings = occasion.desk.settings
        let isHeard = how.reachesCustomer && isUndelivered != true
        reply.toldChannels = isAccepted == false && isHeard ? settings.outsideChannels(in: settings.language) : nil
        return [reply] + occasion.clock(.signature, on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.reply = self
        state.stop([.startWork], at: happened.at)
        // What could not be delivered answers as far as anybody could.
        let telling = Case.Telling(at: happened.at, how: how, isUndelivered: isUndelivered == true)
        let isHeard = telling.isUndelivered || how.reachesCustomer
        state.takeAnswer(of: happened.by, at: happened.at, promising: amount, forOthers: forOthers, heard: isHeard ? telling : nil)
        state.pay(paid)
        if isUndelivered != true, how.reachesCustomer { state.hear(by: how, at: happened.at) }
    }
}

/// The answer was written in the comment book and signed there (1-domain, Comment book). A case has an entry of its own there, or those of the
/// cases that were merged into it, one after the other.
public struct BookAnswer: Act, CaseEvent {
    public static let blank = BookAnswer()
    public static let name = "answer-in-book"
    public static let label = Phrase(en: "Answer in the book", zh: "在意见簿上回复")
    public static let rule = ActRule(Stage.open.union([.withdrawn, .notAccepted]), by: .managers)
    public static let fields: [Field<BookAnswer>] = [.text("text", \.text, .bare, required: true), .sumNotPromised(\.isSumOther)]
    public static let wireName = "answered-in-book"
    public static let heading = Phrase(en: "answered in the comment book", zh: "意见簿已回复")

    /// What was written.
    public var text = ""
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// The number of the case merged in whose entry was answered; nil for the case's own.
    public var entry: String?

    /// Where the case is about all managers, the answer is written by whoever is to enter head office's ruling.
    public static func isOpen(to actor: Actor, on state: Case, in occasion: Occasion) -> Bool {
        occasion.desk.actsForManagers(actor, on: state, at: occasion.now)
    }

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        guard state.bookAnswersDue.isEmpty, !state.isBookAnswerOld else { return }
        let hasEntry = state.intake.channel == .commentBook || state.links.contains { $0.carried?.bookAnswersDue.isEmpty == false }
        throw hasEntry ? .alreadyDone(.answerInBook) : .notInBook
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        try occasion.checkTold(text, isSumOther: isSumOther, on: state)
        var answer = self
        answer.entry = state.bookAnswersDue.first.flatMap { $0 == state.number.description ? nil : $0 }
        return [answer]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        let answered = entry ?? state.number.description
        state.bookAnswersDue.removeAll { $0 == answered }
        state.isBookAnswerOld = false
    }

    public var tiedNumbers: [String] { [entry].compactMap { $0 } }
    public var details: [Detail] {
        BookAnswer.fields.map { $0.detail(of: self) } + [
            Detail(FieldName("entry", label: Phrase(en: "Entry of", zh: "所属投诉")), entry.map { .text($0) })
        ]
    }
}

extension ContactWay {
    /// Whether a customer who is told something by this way has it: the book lies in the hall, and any other way says nothing of that.
    public var reachesCustomer: Bool { self != .book && self != .other }
}
