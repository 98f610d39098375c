extension ActKind {
    public static let withdraw = ActKind(Withdrawal.self)
    public static let notAccept = ActKind(NotAccepted.self)
}

/// The customer withdraws the complaint: their word, how it was given and when (1-domain, The drawing).
public struct Withdrawal: Act, CaseEvent {
    public static let blank = Withdrawal()
    public static let name = "withdraw"
    public static let label = Phrase(en: "Customer withdraws", zh: "客户撤回")
    public static let rule = ActRule(Stage.open, to: [.withdrawn], by: .desk) {
        $0.isOwnForCounter = true
        $0.isWeighty = true
    }
    public static let fields: [Field<Withdrawal>] = [
        .text("reason", \.reason, .othersWord, required: true), .choice("how", \.how, .lead),
        .time("when", \.when, FieldWords(label: Phrase(en: "When", zh: "撤回时间"), hint: Phrase(en: "blank = just now", zh: "留空即为现在"))),
        .sumNotPromised(\.isSumOther),
    ]
    public static let wireName = "withdrawn"
    public static let heading = Phrase(en: "withdrawn by the customer", zh: "客户撤回")
    public static let tone = Tone.warning

    /// Why, in the customer's words.
    public var reason = ""
    /// In which way they said so.
    public var how = ContactWay.oral
    /// When they said so; nil for when it was recorded.
    public var when: Moment?
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if !occasion.actor.isManager, state.stage != .logged { throw .notYours(.withdraw) }
        if let other = state.otherCustomersCase { throw .otherCustomerWaits(.withdraw, other) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if let when, when > occasion.now { throw .inTheFuture("when") }
        if let when, when < state.intake.received, !occasion.isStart(when, ofDayOf: state.intake.received) { throw .beforeReceived("when") }
        try occasion.checkTalk(reason, isSumOther: isSumOther, on: state)
        return [self] + occasion.clock(.signature, on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.hear(by: how, at: happened.at)
        state.end(as: .withdrawn, by: happened.by, at: happened.at)
    }
}

/// The complaint is out of the branch's remit; the customer was told why.
public struct NotAccepted: Act, CaseEvent {
    public static let blank = NotAccepted()
    public static let name = "not-accept"
    public static let label = Term.outOfRemitTitle
    public static let rule = ActRule(Stage.open, to: [.notAccepted], by: .managers) { $0.isWeighty = true }
    public static let fields: [Field<NotAccepted>] = [
        .text("reason", \.reason, .bare, required: true), .choice("how", \.how, .label("How the customer was told", "告知客户方式")),
        .sumNotPromised(\.isSumOther),
    ]
    public static let wireName = "not-accepted"
    public static let heading = Term.outOfRemit
    public static let tone = Tone.warning

    /// Why, as the customer was told.
    public var reason = ""
    /// In which way the customer was told; nil where that is not recorded here.
    public var how: ContactWay?
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// The outside channels of which the customer was told with it.
    public var toldChannels = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if let other = state.otherCustomersCase { throw .otherCustomerWaits(.notAccept, other) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        try occasion.checkTold(reason, isSumOther: isSumOther, on: state)
        var refused = self
        let settings = occasion.desk.settings
        // Whoever was not told yet was told of no channels either.
        refused.toldChannels = how?.reachesCustomer == true ? settings.outsideChannels(in: settings.language) : ""
        return [refused] + occasion.clock(.signature, on: state)
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        if let how, how.reachesCustomer { state.hear(by: how, at: happened.at) }
        state.end(as: .notAccepted, by: happened.by, at: happened.at)
        if let how, how.reachesCustomer { state.hearOutcome(Case.Telling(at: happened.at, how: how)) }
    }

    public var details: [Detail] { NotAccepted.fields.map { $0.detail(of: self) } + [Country.toldChannels(toldChannels)] }
}

extension Country {
    /// The outside channels of which a customer was told, by their names in the reader's language where they are those of a country.
    static func toldChannels(_ text: String) -> Detail {
        Detail("told-channels", Country.outsideChannels(named: text).map { .code(text, $0) } ?? .text(text))
    }
}
