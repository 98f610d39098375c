/// A text of a case in which words are searched for, with where it stands.
public struct Passage: Sendable {
    /// Where it stands, as people read it: a field, or what happened; nil for the customer's own words.
    public let label: Phrase?
    /// What is told there.
    public let value: Detail.Value
    /// The words by which the case is found there: what is told, and the other forms in which it is looked for.
    public let words: [String]

    /// - Parameter contacts: those that stand in what is told, beside a name, as they are compared.
    init(_ label: Phrase?, _ value: Detail.Value, contacts: [String] = []) {
        (self.label, self.value) = (label, value)
        words = (Passage.words(value) + Passage.forms(of: contacts)).filter { !$0.isBlank }
    }

    private static func words(_ value: Detail.Value) -> [String] {
        switch value {
        case .text(let text), .deskCode(let text, _): return [text]
        case .code(_, let label): return [label.english, label.chinese]
        case .contact(let text): return [text] + forms(of: Likeness.contacts(in: text))
        default: return []
        }
    }

    /// All forms in which contacts are sought.
    private static func forms(of contacts: [String]) -> [String] {
        if contacts.isEmpty { return [] }
        let numbers = contacts.filter { $0.utf8.allSatisfy { (48...57).contains($0) } }
        return contacts
            + numbers.flatMap { number in
                // The last four, a number without its area, and one without the code of whatever country.
                [4, 7, 8, 9, 10].map { String(number.suffix($0)) }
            } + numbers.filter(AreaCode.isLocal).map(Account.withoutArea)
    }
}

extension Account {
    /// All words by which a case is found.
    public static func searchWords(of state: Case, _ history: [Happened<any CaseEvent>]) -> [String] {
        var known: Set<Spelling> = []
        return passages(of: state, history).flatMap(\.words).filter { known.insert(Spelling(text: $0)).inserted }
    }

    /// Where a case is searched for: what was taken down and written about it since, but not what only some may read, or a search would
    /// tell that it is there. A contact is found however it was written, by its last four digits,
    /// and without its area code (the last seven or eight).
    public static func passages(of state: Case, _ history: [Happened<any CaseEvent>]) -> [Passage] {
        // What was taken down stands here as it is now, with typing errors put right.
        var found = [
            Passage(Term.number, .text(state.number.description)), Passage(FieldLabel.of("source"), .text(state.intake.sourceNumber)),
        ]
        if let outcome = state.history?.outcome { found.append(Passage(FieldLabel.of("outcome"), .text(outcome))) }
        found += passages(ofFinding: state)
        // Channel and source by their names in either language: 12345, 政务热线, government hotline.
        found.append(Passage(FieldLabel.of("channel"), .code(state.intake.channel.rawValue, state.intake.channel.label)))
        if let source = state.intake.cameBy { found.append(Passage(FieldLabel.of("came-by"), .code(source.rawValue, source.label))) }
        for field in Intake.fieldsOfWords where field.isOf(state.intake.channel) {
            guard let value = field.value(state.intake), isSearched(value) else { continue }
            // A number beside a name is a way to reach them as well.
            let isName = field.name == "customer" || field.name == "proxy"
            let contacts = isName ? Likeness.waysToReach(beside: value.text ?? "", in: state.intake.dialledIn ?? .china) : []
            found.append(Passage(field.name == "text" ? nil : field.label(state.intake.channel), value, contacts: contacts))
        }
        return found.filter { !$0.words.isEmpty } + passages(saidIn: history[...])
    }

    /// Those of them that say what was found, in both languages.
    public static func passages(ofFinding state: Case) -> [Passage] {
        guard let finding = state.finding else { return [] }
        return [
            Passage(Finding.heading, .code(finding.fault.rawValue, finding.fault.label)),
            Passage(Finding.heading, .code(finding.classification.rawValue, finding.classification.label)),
            Passage(Finding.heading, .code(finding.kind.rawValue, finding.kind.label)),
        ]
    }

    /// Those of them that some events of a case bring, in their own words.
    public static func passages(saidIn events: ArraySlice<Happened<any CaseEvent>>) -> [Passage] {
        var found: [Passage] = []
        for happened in events {
            switch happened.event {
            case is Linked: continue
            case is StaffStatement, is Logged, is Imported, is Amendment: continue
            default:
                // By the number of another case that one is found, and no case that is tied to it: whom that one is about would learn of it.
                let tied = happened.event.tiedNumbers
                let values = happened.event.details.compactMap(\.value).filter { value in
                    isSearched(value) && (tied.isEmpty || value.text.map(tied.contains) != true)
                }
                found += values.map { Passage(happened.event.heading, $0) }
            }
        }
        return found.filter { !$0.words.isEmpty }
    }

    /// The statements of staff, each for whoever sees its event.
    public static func passages(statedIn events: [Happened<any CaseEvent>]) -> [Passage] {
        events.compactMap { ($0.event as? StaffStatement).map { Passage(StaffStatement.heading, .text($0.text)) } }
    }

    /// By what a number that was left without its area code is found where it is sought with it, and no number of another area is.
    public static func withoutArea(_ number: String) -> String { "local\(number)" }

    /// Whether it is in people's own words, or one of the desk's codes: a word of the program is none.
    private static func isSearched(_ value: Detail.Value) -> Bool {
        switch value {
        case .text, .deskCode, .contact: true
        default: false
        }
    }
}

/// A text as a key by its bytes: to look for the other ways of writing the same letters would cost more than all else that is done to a long one.
private struct Spelling: Hashable {
    let text: String

    static func == (one: Spelling, other: Spelling) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
