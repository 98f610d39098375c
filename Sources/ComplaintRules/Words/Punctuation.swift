// What stands between a label and its text, around a quotation, and between the parts of a list: full-width between Chinese words.
extension Language {
    /// Between a label and what it says.
    public var colon: String { self == .english ? ": " : "：" }
    /// Between two parts of a sentence that are no list.
    public var comma: String { self == .english ? ", " : "，" }

    /// Around what is said beside the matter.
    public var brackets: (String, String) { self == .english ? ("(", ")") : ("（", "）") }

    /// A text with its label before it.
    public func labelled(_ label: Phrase, _ text: String) -> String { self(label) + colon + text }

    /// Things one after the other.
    public func listed(_ texts: some Sequence<String>) -> String { texts.joined(separator: self == .english ? ", " : "、") }
}

extension Phrase {
    /// Things one after the other, in each language.
    public static func listed(_ phrases: [Phrase]) -> Phrase {
        Phrase(en: Language.english.listed(phrases.map(\.english)), zh: Language.chinese.listed(phrases.map(\.chinese)))
    }
}
