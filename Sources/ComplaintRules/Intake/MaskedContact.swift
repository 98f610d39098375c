extension String {
    /// A contact with its middle hidden, as `138****0000` (1-domain, Privacy at the counter).
    public var maskedContact: String {
        // What is masked already stays as it is: masked again it would say less than it may.
        if isMasked { return self }
        if let domain = mailDomain { return String(prefix(1)) + "***@" + domain }
        let digitsOnly = filter(\.isNumber)
        if digitsOnly.count >= 7, allSatisfy({ $0.isNumber || $0 == "+" || $0 == "-" || $0 == " " || $0 == "(" || $0 == ")" }) {
            return digitsOnly.prefix(3) + "****" + digitsOnly.suffix(digitsOnly.count >= 10 ? 4 : 2)
        }
        return isEmpty ? "" : String(prefix(1)) + "***"
    }

    /// Whether it is what masking makes of a contact.
    private var isMasked: Bool {
        if count == 4, hasSuffix("***") { return true }
        let parts = split(separator: "*", omittingEmptySubsequences: true)
        return parts.count == 2 && self == parts.joined(separator: "****") && parts[0].utf8.count == 3
            && [2, 4].contains(parts[1].utf8.count)
            && parts.joined().utf8.allSatisfy { (48...57).contains($0) }
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
