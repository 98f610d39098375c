/// What the first responder takes down (1-domain, Log).
public struct Intake: Hashable, Codable, Sendable {
    /// How it reached the branch.
    public var channel: Channel
    /// When it was received; for the comment book the date written.
    public var received: Moment
    /// What happened, in the customer's words.
    public var text: String
    /// Who complained; empty where the customer stays anonymous.
    public var customer = ""
    /// How to reach the customer; empty where nothing was left.
    public var contact = ""
    /// Who speaks for the customer, several names with commas between them; empty where nobody does.
    public var proxy = ""
    /// What the customer asks for.
    public var asks = ""
    /// The business type: a key of the code table, or a name that came in from elsewhere.
    public var business = ""
    /// The reason: a key of the code table, or a name that came in from elsewhere.
    public var reason = ""
    /// The staff or department complained about, as the customer names them.
    public var about = ""
    /// The staff whom `about` means; they take no part in the case beyond logging it and handing it over.
    public var subjects: [StaffNumber] = []
    /// When it happened.
    public var happened: Moment?
    /// What the customer claims.
    public var amount: Amount?
    /// Whether the main points were repeated back to the customer and agreed.
    public var isRepeatedBack = false
    /// When an answer was promised, where the customer was promised another moment than the reply limit.
    public var agreed: Moment?
    /// Where the case was taken from, such as another register; empty for what came to the branch itself.
    public var source = ""
    /// The number that it had there.
    public var sourceNumber = ""

    /// What only one channel has.
    public var details: ChannelDetails?
    /// The date by which a regulator, a superior or the government wants the result, where one was set.
    public var outsideDue: Moment? { details?.due }

    /// Makes an intake of the things that each must have; the others are set as they come to be known.
    public init(channel: Channel, received: Moment, text: String) {
        self.channel = channel
        self.received = received
        self.text = text
    }

    /// The most persons who may speak for a customer or a group (6-sources, National rules).
    public static let representativeLimit = 5
    /// Whoever speaks for the customer, each by name.
    public var representatives: [String] {
        proxy.split { [",", "，", "、", ";", "；"].contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// The most characters that a line such as a name may hold.
    public static let lineLimit = 200
    /// The most characters that a text may hold.
    public static let textLimit = 20_000
}

extension String {
    /// A contact with its middle hidden, as `138****0000` (1-domain, Privacy at the counter).
    public var maskedContact: String {
        if let domain = mailDomain { return String(prefix(1)) + "***@" + domain }
        let digitsOnly = filter(\.isNumber)
        if digitsOnly.count >= 7, allSatisfy({ $0.isNumber || $0 == "+" || $0 == "-" || $0 == " " || $0 == "(" || $0 == ")" }) {
            return digitsOnly.prefix(3) + "****" + digitsOnly.suffix(digitsOnly.count >= 10 ? 4 : 2)
        }
        return isEmpty ? "" : String(prefix(1)) + "***"
    }

    /// What stands behind the only `@` of a mail address; nil where this is none, or a long number is hidden in it.
    private var mailDomain: String? {
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
            parts[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }),
            !parts[1].split(whereSeparator: { !$0.isNumber }).contains(where: { $0.count >= 5 })
        else { return nil }
        return String(parts[1])
    }
}
