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
    case phone
    case letter
    case book
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
