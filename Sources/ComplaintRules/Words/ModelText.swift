/// A text with blanks: names in braces, in whose places something else is put, as in the model of a letter and in a script.
public enum ModelText {
    /// The text with its blanks filled. A brace without its like is text.
    ///
    /// - Parameter value: what stands in the place of a blank.
    /// - Throws: what `value` throws.
    public static func filled<Failure: Error>(
        _ model: String,
        _ value: (_ blank: String) throws(Failure) -> String
    ) throws(Failure) -> String {
        var (text, rest) = ("", model[...])
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else { return text + rest[open...] }
            text += try value(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
