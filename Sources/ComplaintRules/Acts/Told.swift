extension ActKind { public static let tell = ActKind(Told.self) }

/// The customer was told something that is no answer (of an extension, of a refusal to accept, of other channels), or head office was told
/// what is to be reported at once; at any stage (1-domain, The drawing).
public struct Told: Act, CaseEvent {
    /// Who was told.
    public enum Addressee: String, Codable, Choosable {
        case customer
        case headOffice = "head-office"

        public var label: Phrase {
            switch self {
            case .customer: Phrase(en: "customer", zh: "客户")
            case .headOffice: Term.headOffice
            }
        }
    }

    public static let blank = Told()
    public static let name = "tell"
    public static let label = Phrase(en: "Tell customer or head office", zh: "告知客户或总行")
    public static let rule = ActRule(Stage.everyStage, by: .desk) {
        $0.isOwnForCounter = true
        $0.isForSigned = true
    }
    public static let fields: [Field<Told>] = [
        .choice("who", \.who, .label("Who was told", "告知对象", style: .lead)), .choice("how", \.how, .lead),
        .text("text", \.text, .bare, required: true),
        .mergedCase(\.number), .flag("undelivered", \.isUndelivered),
        .sumNotPromised(\.isSumOther),
    ]
    public static let wireName = "told"
    public static let heading = Phrase(en: "told", zh: "告知")

    /// Who was told.
    public var who = Addressee.customer
    /// In which way.
    public var how = ContactWay.oral
    /// What was said.
    public var text = ""
    /// The number of the case merged in whose customer was told, who is another one; nil for the case's own.
    public var number: String?
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// Whether it could not be delivered, after three attempts on at least two days: nobody else can be told that outcome.
    public var isUndelivered: Bool?
    /// What the words give to the customer of a case merged in; nil for nothing.
    public var given: Amount?
    /// The outside channels of which they were told with it, where it was why the complaint is out of remit; nil for none.
    public var toldChannels: String?

    /// Where it was merged, what its customer is still to be told may be owed there.
    public func otherNumber(on state: Case) -> String? { state.stage == .merged ? state.mergedInto : nil }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        let own = state.number.description
        if who == .customer, number == nil, state.stage == .merged, let end = occasion.desk.other, end.stage == .toSign,
            end.customersToAnswer.contains(own)
        {
            // It would count for nothing here.
            throw .tellWhereMerged(end.number.description, own)
        }
        if who == .customer, number == nil { try occasion.checkTold(text, isSumOther: isSumOther, on: state) }
        if isUndelivered == true {
            guard who == .customer else { throw .badValue("undelivered", .flag) }
            try state.checkAttempts(toReach: number.flatMap { CaseNumber($0)?.description }, in: occasion)
        }
        guard let number else {
            var told = self
            let settings = occasion.desk.settings
            // Whoever hears that nobody here deals with it hears who may.
            let isUntold = state.outcomeTold?.isUndelivered ?? true
            let isRefusal = state.stage == .notAccepted && isUntold && who == .customer && how.reachesCustomer && isUndelivered != true
            told.toldChannels = isRefusal ? settings.outsideChannels(in: settings.language) : nil
            return [told]
        }
        guard who == .customer else { throw .notMergedIn(number) }
        var told = self
        let meant = try state.customerMergedIn(number)
        told.number = meant
        told.given = try state.checkTold(text, toCustomerOf: meant, isSumOther: isSumOther, in: occasion.desk.settings.country)
        try occasion.checkTold(text, isSumOther: isSumOther, on: state.heard(byCustomerOf: meant))
        return [told]
    }

    public var tiedNumbers: [String] { [number].compactMap { $0 } }
    public var details: [Detail] { Told.fields.map { $0.detail(of: self) } + [Country.toldChannels(toldChannels ?? "")] }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        // Head office does not look into the branch's comment book: what reaches nobody reports nothing.
        if who == .headOffice {
            if how.reachesCustomer { state.stop([.atOnce], at: happened.at) }
            return
        }
        let telling = Case.Telling(at: happened.at, how: how, isUndelivered: isUndelivered == true)
        let isHeard = !telling.isUndelivered && how.reachesCustomer
        if let number {
            if isHeard { state.attemptsOfOthers[number] = nil }
            if isHeard || telling.isUndelivered { state.hearOutcome(telling, ofCustomerOf: number) }
            // By whatever way they were told it, and whatever they were told beside it since.
            if !telling.isUndelivered { state.take(given: given, toCustomerOf: number) }
            return
        }
        // What could not be delivered reached nobody, and is told as far as anybody could.
        if telling.isUndelivered { return state.hearOutcome(telling) }
        // The customer of an extended case has to be told meanwhile; that it is told is no answer, and stops no clock towards them.
        if how.reachesCustomer {
            if state.isExtended { state.isToldMeanwhile = true }
            state.hear(by: how, at: happened.at)
            state.hearOutcome(telling)
        }
    }
}
