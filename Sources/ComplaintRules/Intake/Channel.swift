/// How a complaint reached the branch (1-domain, Log).
public enum Channel: String, Codable, Choosable {
    case oral
    case letter
    case phone
    case commentBook = "comment-book"
    case hotline
    case referred
    case other

    /// Whether the customer's words stand there as they wrote them, be they as few as they like: staff did not take them down.
    var isInOwnHand: Bool { self == .commentBook || self == .letter }
}

/// What a customer wants, once it is clear (1-domain, Finding).
public enum CaseKind: String, Codable, Choosable {
    case complaint
    case suggestion
    case enquiry
    case requestForHelp = "request-for-help"
    case venting
}

/// Whether a complaint held (1-domain, Finding).
public enum CaseClass: String, Codable, Choosable {
    case valid
    case unfounded
    case special
}

/// Whether the bank was at fault.
public enum Fault: String, Codable, Choosable {
    case bank
    case partly
    case none
}

/// By which way a customer was told or spoken to.
public enum ContactWay: String, Codable, Choosable {
    case oral
    case visit
    case phone
    case letter
    case book
    case email
    case sms
    case wechat
    case video
    case other
}

/// By which source a complaint came that is not brought to the counter itself, by the name that people know.
public enum IntakeSource: String, Codable, Choosable {
    /// The banking and insurance supervisor's complaints hotline.
    case supervisor = "12378"
    /// The government's service hotline.
    case government = "12345"
    /// The People's Bank's consumer hotline.
    case centralBank = "12363"
    case bankHotline = "bank-hotline"
    case headOffice = "head-office"
    /// A regulator itself, by letter or system rather than by its hotline.
    case regulator
    /// A department of the government, other than its hotline.
    case authority = "government"
    case website
    case app
    case email
    case wechat
    case sms
    case video
    case visit
    case media
    case other
}

/// Who sent a complaint on to the branch, as returns count it; a branch's own came to it directly.
public enum SenderKind: String, Codable, Choosable {
    case own
    case headOffice = "head-office"
    /// A public hotline: 12378, 12345 or 12363.
    case hotline
    case regulator
    case government
}

/// In what a customer is put right by an answer (CFPB, company response): what is paid outweighs all else.
public enum Relief: String, Codable, Choosable {
    case monetary
    case nonMonetary = "non-monetary"
    case explanation
}

extension Channel {
    /// In which way whoever takes the complaint down speaks to the customer while doing so; nil where the customer is not there.
    public var ownWay: ContactWay? {
        switch self {
        case .oral: .oral
        case .phone, .hotline: .phone
        case .letter, .commentBook, .referred, .other: nil
        }
    }
}

extension IntakeSource {
    /// Who sends by that source; nil for a way by which customers come themselves, and for one that says nothing of that.
    public var sender: SenderKind? {
        switch self {
        case .supervisor, .government, .centralBank: .hotline
        case .bankHotline, .headOffice: .headOffice
        case .regulator: .regulator
        case .authority: .government
        case .website, .app, .email, .wechat, .sms, .video, .visit, .media, .other: nil
        }
    }

    /// The source that the name of a sender tells of itself; nil where it tells none. Hotlines first: their names name their owners too.
    static func named(in sender: String) -> IntakeSource? {
        let text = Written.plain(sender).lowercased()
        return words.first { text.holds($0.word) }?.source
    }

    private static let words: [(word: String, source: IntakeSource)] = [
        ("12378", .supervisor), ("12345", .government), ("12363", .centralBank), ("客服中心", .bankHotline), ("总行", .headOffice),
        ("head office", .headOffice), ("监管", .regulator), ("人民银行", .regulator), ("regulator", .regulator), ("ombudsman", .regulator),
        ("信访", .authority), ("政府", .authority), ("government", .authority),
    ]
}

/// The customer's answer to a call-back.
public enum SatisfactionLevel: String, Codable, Choosable {
    case verySatisfied = "very-satisfied"
    case satisfied
    case basicallySatisfied = "basically-satisfied"
    case dissatisfied
    case unreachable
}
