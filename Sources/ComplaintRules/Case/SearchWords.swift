extension Account {
    /// All words by which a case is found: what was taken down and written about it since, but not what only some may read, or a search would
    /// tell that it is there. A contact is found however it was written, and by its last four digits.
    public static func searchWords(of state: Case, _ history: [Happened<any CaseEvent>]) -> [String] {
        var words = [state.number.description, state.intake.sourceNumber]
        for happened in history where !(happened.event is StaffStatement) {
            words += happened.event.details.flatMap { searchWords($0.value) }
        }
        // What was amended is found by what it says now as well as by what it said.
        words += state.intake.details.flatMap { searchWords($0.value) }
        var seen: Set<String> = []
        return words.filter { !$0.isBlank && seen.insert($0).inserted }
    }

    private static func searchWords(_ value: Detail.Value?) -> [String] {
        switch value {
        case .text(let text)?, .deskCode(let text, _)?: return [text]
        case .contact(let text)?:
            let contacts = Likeness.contacts(in: text)
            return [text] + contacts + contacts.filter { $0.allSatisfy(\.isNumber) }.map { String($0.suffix(4)) }
        case .change(let old, let new)?: return searchWords(old) + searchWords(new)
        default: return []
        }
    }
}
