extension ActKind {
    public static let note = ActKind(Note.self)
    public static let contact = ActKind(Contact.self)
    public static let tellPerson = ActKind(PersonTold.self)
}

/// Something learnt or said (1-domain, In hand).
public struct Note: Act, CaseEvent {
    public static let blank = Note()
    public static let name = "note"
    public static let label = Phrase(en: "Note", zh: "记录")
    public static let rule = ActRule(Stage.open, by: .desk) { $0.isOwnForCounter = true }
    public static let fields: [Field<Note>] =
        [.text("text", \.text, .bare, required: true), .choice("how", \.how, .lead), .sumNotPromised(\.isSumOther)]
        + Field.payment(\.paid, \.paidOn)
    public static let wireName = "noted"
    public static let heading = Phrase(en: "note", zh: "记录")

    /// What was learnt or said.
    public var text = ""
    /// In which way a contact took place; nil for a note that is none.
    public var how: ContactWay?
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// What was paid.
    public var paid: Amount?
    /// When it was paid; nil for the day of the note.
    public var paidOn: Day?

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        // What was said to the customer, in whatever way, promises nothing beside an answer.
        if how != nil { try occasion.checkTalk(text, isSumOther: isSumOther, on: state) }
        try occasion.checkPayment(paid, on: paidOn, of: state)
        return [self]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.takeNewFact()
        state.pay(paid)
        state.stop([.startWork], at: happened.at)
    }
}

/// A contact, or an attempt at one, with the customer.
public struct Contact: Act, CaseEvent {
    public static let blank = Contact()
    public static let name = "contact"
    public static let label = Phrase(en: "Contact the customer", zh: "联系客户")
    public static let rule = ActRule(Stage.open.union([.merged]), by: .desk) { $0.isOwnForCounter = true }
    public static let fields: [Field<Contact>] = [
        .choice("how", \.how, .lead),
        .text("text", \.text, .othersWord, required: true),
        .flag(
            "reached",
            \.isReached,
            required: true,
            standard: true,
            said: .words(yes: FieldLabel.of("reached"), no: SatisfactionLevel.unreachable.label)
        ),
        .mergedCase(\.number), .sumNotPromised(\.isSumOther),
    ]
    public static let wireName = "contacted"
    public static let heading = Phrase(en: "contact", zh: "联系客户")

    /// In which way.
    public var how = ContactWay.oral
    /// What was said.
    public var text = ""
    /// Whether the customer was reached; three attempts that failed may end as "could not be delivered".
    public var isReached = true
    /// The number of the case merged in whose customer it was, who is another one; nil for the case's own.
    public var number: String?
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// What the words give to the customer of a case merged in; nil for nothing.
    public var given: Amount?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        // Merged, its customer is contacted where it goes on, but for one who is owed the answer here.
        if state.stage == .merged, !state.owesOwnTelling { throw .wrongStage(.contact, .merged, allowed: Stage.open) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if isReached, number == nil { try occasion.checkTalk(text, isSumOther: isSumOther, on: state) }
        var contact = self
        guard let number else { return [contact] }
        let meant = try state.customerMergedIn(number)
        contact.number = meant
        if isReached {
            let country = occasion.desk.settings.country
            contact.given = try state.checkTold(text, toCustomerOf: meant, isSumOther: isSumOther, countingClaims: false, in: country)
            try occasion.checkTalk(text, isSumOther: isSumOther, on: state.heard(byCustomerOf: meant))
        }
        return [contact]
    }

    public var tiedNumbers: [String] { [number].compactMap { $0 } }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        if let number {
            state.contactOther(number, reached: isReached, by: how, at: happened.at)
            state.take(given: given, toCustomerOf: number)
            return state.stop([.startWork], at: happened.at)
        }
        // What reaches nobody is no attempt to reach them: the book lies in the hall.
        if isReached { state.endFailedAttempts() } else if how.reachesCustomer { state.failedAttempts.append(happened.at) }
        // An attempt that failed brings nothing to light.
        if isReached { state.takeNewFact() } else { state.hasNewFact = true }
        if isReached, how.reachesCustomer {
            state.hear(by: how, at: happened.at)
            state.hearOutcome(Case.Telling(at: happened.at, how: how))
        }
        state.stop([.startWork], at: happened.at)
    }
}

/// The person or unit responsible was told, and what they said.
public struct PersonTold: Act, CaseEvent {
    public static let blank = PersonTold()
    public static let name = "tell-person"
    public static let label = Phrase(en: "Tell the person responsible", zh: "告知责任人")
    public static let rule = ActRule([.inHand, .withHeadOffice], by: .managers)
    public static let fields: [Field<PersonTold>] = [
        .line("who", \.who, required: true),
        .text(
            "text",
            \.text,
            FieldWords(label: Phrase(en: "Their word", zh: "其陈述"), style: .bare, isOthersWord: true),
            required: true
        ),
    ]
    public static let wireName = "person-told"
    public static let heading = Phrase(en: "person responsible told", zh: "告知责任人")

    /// Who.
    public var who = ""
    /// Their word.
    public var text = ""

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.takeNewFact() }
}

extension Case {
    /// That the customer was spoken or written to.
    public struct Telling: Hashable, Sendable {
        /// When.
        public let at: Moment
        /// In which way; nil where only what was said is known.
        public let how: ContactWay?
        /// Whether it could not be delivered: it counts as told, and nobody has heard it.
        public var isUndelivered = false
        /// Whether anything has come to light since, where it could not be delivered.
        var isOvertaken = false
    }

    /// Something came to light.
    mutating func takeNewFact() {
        hasNewFact = true
        if outcomeTold?.isUndelivered == true { outcomeTold?.isOvertaken = true }
        for (number, telling) in tellingsOfOthers where telling.isUndelivered { tellingsOfOthers[number]?.isOvertaken = true }
    }

    /// The customer was spoken or written to in a way that reaches them: the first time acknowledges the complaint.
    mutating func hear(by way: ContactWay?, at moment: Moment) {
        if firstContact == nil { firstContact = Telling(at: moment, how: way) }
        stop([.firstContact], at: moment)
        if way?.reachesCustomer == true { endFailedAttempts() }
    }

    /// The customer was reached, in whatever way: what failed before that says no longer that they cannot be.
    mutating func endFailedAttempts() {
        (failedAttempts, failedCallBacks) = ([], [])
        // So was the customer of a case merged in who is the same.
        let others = links.flatMap { $0.carried?.customersToAnswer ?? [] }
        attemptsOfOthers = attemptsOfOthers.filter { others.contains($0.key) }
    }
}
