extension StringProtocol {
    /// The text without white space at its ends.
    public var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }

    /// Whether there is nothing but white space.
    public var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
