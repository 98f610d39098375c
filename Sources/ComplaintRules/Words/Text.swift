extension StringProtocol {
    /// The text without white space at its ends.
    public var trimmed: String {
        // Most texts have none.
        let scalars = unicodeScalars
        if let first = scalars.first, let last = scalars.last, first.isInk, last.isInk { return String(self) }
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }

    /// Whether there is nothing in it that says something: nothing but white space, invisible signs, marks that stand upon no letter, and signs that
    /// stand for what is not there (an object, a sign of some font's own).
    public var isBlank: Bool {
        unicodeScalars.allSatisfy { !$0.isInk && ($0.properties.isWhitespace || $0.isUnseen || $0.saysNothing) }
    }
}

extension Unicode.Scalar {
    /// Whether it is one of those with which most texts begin and end, and surely seen: a letter, digit or mark of ASCII, or Han. To ask for the
    /// properties of a sign takes long.
    fileprivate var isInk: Bool { (0x21..<0x7F).contains(value) || (0x4E00...0x9FFF).contains(value) }
}

extension String {
    /// Where another text, written with the same characters, stands in it for the first time; nil where it does not.
    ///
    /// (The library's own `contains` and `firstRange` bring the engine of regular expressions into the program, a megabyte of it.)
    public func place(of part: String) -> String.Index? {
        let sought = part.utf8
        guard let first = sought.first else { return startIndex }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: sought) { return start }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// Whether another text, written with the same characters, stands in it.
    public func holds(_ part: String) -> Bool { place(of: part) != nil }

    /// With another text wherever a part that is not empty stands.
    public func replacing(every part: String, with other: String) -> String {
        var (whole, rest) = ("", self)
        while !part.isEmpty, let place = rest.place(of: part) {
            whole += rest[..<place]
            whole += other
            rest = String(rest[rest.utf8.index(place, offsetBy: part.utf8.count)...])
        }
        return whole + rest
    }
}
