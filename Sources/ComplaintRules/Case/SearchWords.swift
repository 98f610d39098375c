extension Account {
    /// All words by which a case is found: what was taken down and written about it since, but not what only some may read, or a search would
    /// tell that it is there. A contact is found however it was written, by its last four digits,
    /// and without its area code (the last seven or eight).
    public static func searchWords(of state: Case, _ history: [Happened<any CaseEvent>]) -> [String] {
        // What was taken down stands here as it is now, with typing errors put right.
        var words = [state.number.description, state.intake.sourceNumber, state.history?.outcome ?? ""]
        words += searchWords(ofFinding: state)
        // Channel and source by their names in either language: 12345, 政务热线, government hotline.
        words += [state.intake.channel.label, state.intake.cameBy?.label].compactMap { $0 }.flatMap { [$0.english, $0.chinese] }
        for field in Intake.fields where field.isOf(state.intake.channel) { words += searchWords(field.value(state.intake)) }
        words = words.filter { !$0.isBlank } + searchWords(saidIn: history[...])
        // A few words, of which one may be long: to compare their lengths costs less than to make keys of them.
        return words.enumerated().filter { place, word in
            !words[..<place].contains { $0.utf8.count == word.utf8.count && $0 == word }
        }.map(\.element)
    }

    /// Those of them that say what was found, in both languages.
    public static func searchWords(ofFinding state: Case) -> [String] {
        guard let finding = state.finding else { return [] }
        return [finding.fault.label, finding.classification.label, finding.kind.label].flatMap { [$0.english, $0.chinese] }
    }

    /// Those of them that some events of a case bring, in their own words.
    public static func searchWords(saidIn events: ArraySlice<Happened<any CaseEvent>>) -> [String] {
        var words: [String] = []
        for happened in events {
            switch happened.event {
            // By the number of another case that one is found, and no case that is tied to it: whom that one is about would learn that it is there.
            case is Linked: continue
            case is StaffStatement, is Logged, is Imported, is Amendment: continue
            default: words += happened.event.details.flatMap { searchWords($0.value) }
            }
        }
        return words.filter { !$0.isBlank }
    }

    /// By what a number that was left without its area code is found where it is sought with it, and no number of another area is.
    public static func withoutArea(_ number: String) -> String { "local\(number)" }

    private static func searchWords(_ value: Detail.Value?) -> [String] {
        switch value {
        case .text(let text)?, .deskCode(let text, _)?: return [text]
        case .contact(let text)?:
            let contacts = Likeness.contacts(in: text)
            let numbers = contacts.filter { $0.utf8.allSatisfy { (48...57).contains($0) } }
            return [text] + contacts
                + numbers.flatMap { number in
                    // The last four, a number without its area, and one without the code of whatever country.
                    [4, 7, 8, 9, 10].map { String(number.suffix($0)) }
                } + numbers.filter(AreaCode.isLocal).map(withoutArea)
        default: return []
        }
    }
}
