import ComplaintRules

/// The models of the codes that words suggest, as the cases of the desk have made them so far.
struct LearntCodes {
    private(set) var models = CodeModels()
    /// The newest case that they know.
    private var newest: Int64 = 0

    /// The cases that are learnt from at most: the latest. More would take longer and say little that is new.
    static let mostCases = 1000

    /// Learns from the cases that came since.
    mutating func keepUp(_ connection: Connection) throws(LedgerError) {
        let sql = """
            SELECT id, substr(text, 1, 4000), business, reason FROM complaint WHERE id > ? AND (business <> '' OR reason <> '')
            ORDER BY id DESC LIMIT ?
            """
        var last = newest
        try connection.forEach(sql, newest, LearntCodes.mostCases) { row throws(LedgerError) in
            last = max(last, row.int64(0))
            models.learn(row.text(1), business: row.text(2), reason: row.text(3))
        }
        newest = last
    }
}

extension Ledger {
    /// The codes that a complaint in these words is likeliest to have on an axis, three at most, by what the desk's own cases had.
    ///
    /// - Throws: `LedgerError`.
    public func likeliestCodes(for text: String, on axis: Code.Axis) throws(LedgerError) -> [String] {
        try learntCodes.keepUp(connection)
        return learntCodes.models.likeliest(for: text, on: axis, of: rules.codes)
    }
}
