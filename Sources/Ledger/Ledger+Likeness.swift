import ComplaintRules

/// An earlier case that a new complaint resembles. It tells what a customer at the counter may be told, and no more: whoever takes the
/// complaint need not be allowed to read that case (1-domain, Coming back).
public struct LikeCase: Hashable, Sendable {
    /// The number.
    public let number: String
    /// Where it stands.
    public let stage: Stage
    /// The running clock that runs out first.
    public let nearest: Clock?
    /// When it was received.
    public let received: Moment
    /// What the two have in common.
    public let likeness: Likeness
}

extension Ledger {
    /// How many of the latest cases with some of the same words are compared.
    private static let comparedCases = 200
    /// How many pieces of a text are looked for.
    private static let pieces = 24

    /// The earlier cases that a complaint resembles by contact, customer or words, the latest first.
    ///
    /// - Parameters:
    ///   - reader: who is told; cases about them are kept from them.
    ///   - limit: the most cases.
    /// - Throws: `LedgerError`.
    public func likeCases(_ intake: Intake, toldTo reader: Actor, limit: Int = 5) throws(LedgerError) -> [LikeCase] {
        try likeCases(intake, hidden: reader.number.text, limit: limit)
    }

    /// The number of the latest case that a complaint repeats; nil where it is the first.
    func repeated(by intake: Intake) throws(LedgerError) -> String? { try likeCases(intake, hidden: "", limit: 1).first?.number }

    /// - Parameter hidden: the staff number whose own cases are left out; empty for nobody's.
    private func likeCases(_ intake: Intake, hidden: String, limit: Int) throws(LedgerError) -> [LikeCase] {
        var found: [Int64: (like: LikeCase, id: Int64)] = [:]
        var queries: [String] = []
        // Whoever left a number is found by it, however it was written; the name and the words are looked for as they stand.
        for text in [Likeness.comparable(contact: intake.contact), intake.customer] {
            if let query = SearchText.query(text) { queries.append(query) }
        }
        let words = SearchText.anyOf(String(intake.text.prefix(Likeness.comparedCharacters)), pieces: Ledger.pieces)
        if let words { queries.append(words) }
        let today = rules.zone.day(at: clock.now())
        let notAbout = "NOT EXISTS (SELECT 1 FROM complaint_subject x WHERE x.case_id = c.id AND x.staff = ?)"
        for query in queries {
            let sql = """
                SELECT c.id, c.number, c.stage, c.nearest_rule, c.nearest_started, c.nearest_due, c.received, c.customer, c.contact,
                substr(c.text, 1, \(Likeness.comparedCharacters)) FROM complaint_search s JOIN complaint c ON c.id = s.rowid
                WHERE complaint_search MATCH ? AND \(notAbout) ORDER BY s.rowid DESC LIMIT \(Ledger.comparedCases)
                """
            try connection.forEach(sql, query, hidden) { row throws(LedgerError) in
                let id = row.int64(0)
                let received = Moment(milliseconds: row.int64(6))
                guard found[id] == nil, let stage = Stage(rawValue: row.text(2)) else { return }
                let days = max(0, today.ordinal - rules.zone.day(at: received).ordinal)
                guard
                    let likeness = Likeness.between(
                        intake,
                        customer: row.text(7),
                        contact: row.text(8),
                        text: row.text(9),
                        days: days
                    )
                else { return }
                var nearest: Clock?
                if let name = row.optionalText(3).flatMap(ClockName.init(rawValue:)), let due = row.optionalInt64(5) {
                    nearest = Clock(name, started: Moment(milliseconds: row.int64(4)), due: Moment(milliseconds: due))
                }
                let like = LikeCase(number: row.text(1), stage: stage, nearest: nearest, received: received, likeness: likeness)
                found[id] = (like, id)
            }
        }
        return found.values.sorted { $0.id > $1.id }.prefix(limit).map(\.like)
    }
}
