/// How a complaint reached the branch (1-domain, Log).
public enum Channel: String, Codable, Choosable {
    case oral
    case letter
    case phone
    case commentBook = "comment-book"
    case hotline
    case referred
    case other
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

/// The customer's answer to a call-back.
public enum SatisfactionLevel: String, Codable, Choosable {
    case verySatisfied = "very-satisfied"
    case satisfied
    case basicallySatisfied = "basically-satisfied"
    case dissatisfied
    case unreachable
}
