// What stands between a label and its text, between the parts of a list, and around words: full-width between Chinese ones. A third language
// has its own here and nowhere else.
extension Language {
    /// Between a label and what it says.
    public var colon: String { self == .english ? ": " : "：" }
    /// Between two parts of a sentence that are no list.
    public var comma: String { self == .english ? ", " : "，" }
    /// Between the parts of a list.
    public var listSeparator: String { self == .english ? ", " : "、" }
    /// Around what is said beside the matter.
    public var brackets: (String, String) { self == .english ? ("(", ")") : ("（", "）") }

    /// A text with its label before it.
    public func labelled(_ label: Phrase, _ text: String) -> String { self(label) + colon + text }
    /// What stands behind something in brackets.
    public func bracketed(_ text: String) -> String { self == .english ? " (\(text))" : "（\(text)）" }
    /// A text in quotation marks.
    public func quoted(_ text: String) -> String { self == .english ? "\"\(text)\"" : "“\(text)”" }
    /// Things one after the other.
    public func listed(_ texts: some Sequence<String>) -> String { texts.joined(separator: listSeparator) }
}

extension Phrase {
    /// A label that begins with a capital, as its neighbours do.
    public func headed(_ language: Language) -> String {
        let text = language(self)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Things one after the other, in each language.
    public static func listed(_ phrases: [Phrase]) -> Phrase {
        Phrase(en: Language.english.listed(phrases.map(\.english)), zh: Language.chinese.listed(phrases.map(\.chinese)))
    }
}
