/// How a complaint reached the branch (1-domain, Log).
public enum Channel: String, CaseIterable, Codable, Sendable {
    case oral
    case letter
    case phone
    case commentBook = "comment-book"
    case hotline
    case referred
    case other

    /// Whether the main points are to be repeated back to the customer, who is there to hear them.
    public var asksForRepeatingBack: Bool { self == .oral || self == .phone }
}

/// What a customer wants, once it is clear (1-domain, Finding).
public enum CaseKind: String, CaseIterable, Codable, Sendable {
    case complaint
    case suggestion
    case enquiry
    case requestForHelp = "request-for-help"
    case venting
}

/// Whether a complaint held (1-domain, Finding).
public enum CaseClass: String, CaseIterable, Codable, Sendable {
    case valid
    case unfounded
    case special
}

/// Whether the bank was at fault.
public enum Fault: String, CaseIterable, Codable, Sendable {
    case bank
    case partly
    case none
}

/// By which way a customer was told or spoken to.
public enum ContactWay: String, CaseIterable, Codable, Sendable {
    case oral
    case phone
    case letter
    case book
    case other
}
