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
    /// Things of which any one will do: `A, B or C`, `甲、乙或丙`.
    func oneOf(_ texts: [String]) -> String {
        guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
        return listed(texts.dropLast()) + (self == .english ? " or " : "或") + last
    }

    /// Things one after the other.
    public func listed(_ texts: some Sequence<String>) -> String { texts.joined(separator: listSeparator) }
}

extension Phrase {
    /// That words mean nobody of the staff, what follows from that, and what to do where somebody is meant.
    ///
    /// - Parameters:
    ///   - parts: what means nobody; not empty.
    ///   - people: those to choose from, as a surname with a title may mean any of that name; where there are none, none are told.
    static func notOnStaff(_ parts: [String], so: Phrase, put: Phrase, offering people: [String] = []) -> Phrase {
        let (english, chinese) = (parts.map(Language.english.quoted), parts.map(Language.chinese.quoted))
        if !people.isEmpty {
            return Phrase(
                en: "\(Language.english.listed(english)) \(parts.count == 1 ? "means" : "mean") nobody here for sure, so \(so.english). "
                    + "If one of these is meant, \(put.english): \(Language.english.listed(people)).",
                zh: "\(Language.chinese.listed(chinese))未识别出本网点人员，\(so.chinese)。如涉及以下人员，\(put.chinese)：\(Language.chinese.listed(people))。"
            )
        }
        return Phrase(
            en: "\(Language.english.listed(english)) \(parts.count == 1 ? "is" : "are") not on the staff here, so \(so.english). "
                + "If a member of staff is meant, \(put.english).",
            zh: "\(Language.chinese.listed(chinese))不是本网点人员，\(so.chinese)。如指本网点人员，\(put.chinese)。"
        )
    }

    /// What follows where words that say whom a case is about mean nobody.
    static func nobodyRecused(for parts: [String]) -> Phrase {
        Phrase(en: "nobody is recused for \(parts.count == 1 ? "it" : "them")", zh: "无人因此回避")
    }

    /// A label that begins with a capital, as its neighbours do.
    public func headed(_ language: Language) -> String {
        let text = language(self)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// So many of something, in English: `1 case`, `2 cases`.
    public static func count(_ number: some BinaryInteger, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// The Chinese text where Han stands before it: a digit keeps its distance.
    public var chineseBehindHan: String { chinese.first?.isNumber == true ? " " + chinese : chinese }

    /// Things one after the other, in each language.
    public static func listed(_ phrases: [Phrase]) -> Phrase {
        Phrase(en: Language.english.listed(phrases.map(\.english)), zh: Language.chinese.listed(phrases.map(\.chinese)))
    }
}

extension String {
    /// The text where Han stands before it: only a letter or a digit of another script keeps its distance.
    public var behindHan: String { first?.isASCII == true ? " " + self : self }

    /// The text where Han stands behind it.
    public var beforeHan: String { last?.isASCII == true ? self + " " : self }
}
