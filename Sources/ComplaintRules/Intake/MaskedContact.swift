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
