/// What of the words in a form names people and means nobody of the staff: it is told as soon as the field is left, and the staff are offered
/// (1-domain, Recusal).
public struct UnknownPeople: Equatable, Sendable {
    /// What follows from it.
    public enum Consequence: Equatable, Sendable {
        /// Nobody is recused; whether anybody else is by the same words.
        case nobodyRecused(besides: Bool)
        /// Any manager may verify what is to be put right.
        case anybodyVerifies
    }

    /// The field in which the words stand.
    public let field: String
    /// What of them means nobody, part by part; empty where all of it means somebody.
    public let parts: [String]
    /// What follows from it.
    public let consequence: Consequence

    /// Of the words that say whom a case is about.
    public init(about words: String, in field: String, under desk: DeskRules) {
        self.field = field
        parts = desk.staff.unknown(in: words)
        consequence = .nobodyRecused(besides: !desk.staff.subjects(in: words).isEmpty)
    }

    /// Of an owner's words: a title means those who hold the post.
    init(owner words: String, in field: String, under desk: DeskRules) {
        self.field = field
        parts = desk.staff.unknown(in: words).filter { Role.titled(in: $0).isEmpty }
        consequence = .anybodyVerifies
    }

    /// What is told, with the staff to choose from.
    ///
    /// - Parameter people: those who work here, with number and name.
    public func sentence(offering people: [String]) -> Phrase {
        func told(_ language: Language) -> (subject: String, people: String) {
            (language.listed(parts.map(language.quoted)), language.listed(people))
        }
        let (english, chinese) = (told(.english), told(.chinese))
        switch consequence {
        case .nobodyRecused(let besides):
            // All of the words: they stand right above.
            let subject = besides ? english.subject : "That"
            return Phrase(
                en:
                    "\(subject) \(besides && parts.count > 1 ? "mean" : "means") nobody here, so nobody \(besides ? "more " : "")is recused. "
                    + "If one of these is meant, write the number: \(english.people)",
                zh: "\(besides ? chinese.subject : "")未识别出本网点人员，\(besides ? "无其他人回避" : "无人回避")。"
                    + "如涉及以下人员，请填写工号：\(chinese.people)"
            )
        case .anybodyVerifies:
            return Phrase(
                en: "\(english.subject) \(parts.count > 1 ? "mean" : "means") nobody here, so any manager may verify it. "
                    + "If one of these is meant, write the number: \(english.people)",
                zh: "\(chinese.subject)未识别出本网点人员，该整改可由任一管理人员核验。如指以下人员，请填写工号：\(chinese.people)"
            )
        }
    }
}
