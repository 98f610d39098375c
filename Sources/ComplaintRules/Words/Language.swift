/// A language that the desk speaks.
public enum Language: String, CaseIterable, Codable, Sendable {
    case english = "en"
    case chinese = "zh"

    /// The language that a locale name such as `zh_CN.UTF-8` asks for; English for all that is not Chinese.
    public init(locale: String) {
        self = locale.hasPrefix("zh") ? .chinese : .english
    }

    /// The phrase in this language.
    public func callAsFunction(_ phrase: Phrase) -> String {
        switch self {
        case .english: phrase.english
        case .chinese: phrase.chinese
        }
    }
}

/// A text for people, in every language of the desk. One that lacks a language does not compile (2-screens, Languages).
public struct Phrase: Hashable, Codable, Sendable {
    /// The English text.
    public let english: String
    /// The text in Simplified Chinese.
    public let chinese: String

    /// Makes a phrase from its texts.
    public init(en english: String, zh chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// A text that is the same in every language, such as a name.
    public init(verbatim text: String) {
        self.init(en: text, zh: text)
    }
}
