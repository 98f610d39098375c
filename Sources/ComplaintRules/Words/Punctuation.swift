// What stands between a label and its text, and between the parts of a list: full-width between Chinese words.
extension Language {
    /// Between a label and what it says.
    public var colon: String { self == .english ? ": " : "：" }
    /// Between the clauses of a sentence.
    public var comma: String { self == .english ? ", " : "，" }
    /// Between the parts of a list.
    public var listSeparator: String { self == .english ? ", " : "、" }

    /// A text with its label before it.
    public func labelled(_ label: Phrase, _ text: String) -> String { self(label) + colon + text }
    /// What stands behind something in brackets.
    public func bracketed(_ text: String) -> String { self == .english ? " (\(text))" : "（\(text)）" }
    /// A text in quotation marks.
    public func quoted(_ text: String) -> String { self == .english ? "\"\(text)\"" : "“\(text)”" }
}
