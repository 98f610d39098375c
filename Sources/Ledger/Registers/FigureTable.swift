import ComplaintRules

/// What figures are counted from, a row a case: no words of anybody, and so little that a year is read in a moment.
enum FigureTable {
    /// The table.
    static let table = KeptTable(
        "figure",
        id: "id",
        keyCount: 0,
        [
            KeptColumn<CaseFacts, Void>("active_spell", index: "(active_spell)") { spell(of: $0.activeUntil ?? .never) },
            KeptColumn<CaseFacts, Void>("facts") { FigureBytes(of: $0) },
        ]
    ) { [CaseFacts(of: $0.state, id: $0.id)] }

    /// Moments by spells of 2^31 ms, some 25 days. In the index on them the cases of a spell stand in the order of their ids, so that those of a year
    /// are read nearly in the order in which they lie in the file.
    private static func spell(of moment: Moment) -> Int64 { moment.milliseconds >> 31 }

    /// Takes the facts of all cases to which something may have happened from a moment on, and that were received before another, into a source.
    ///
    /// - Parameters:
    ///   - isHidden: whether the source does not tell that a case is about somebody, by their number.
    ///   - isReader: whether that is who reads, to whom it tells no more of such a case than that there is one.
    static func read(
        from start: Moment,
        before end: Moment,
        into source: inout FigureSource,
        in connection: Connection,
        isHidden: (String) -> Bool,
        isReader: (String) -> Bool
    ) throws(LedgerError) {
        let sql = "SELECT id, active_spell, facts FROM figure WHERE active_spell >= ?"
        try connection.forEach(sql, spell(of: start)) { row throws(LedgerError) in
            var record = FigureRecord(id: row.int64(0), quietFrom: Moment(milliseconds: (row.int64(1) &+ 1) << 31))
            var isWhole = false
            row.withBytes(2) { isWhole = FigureBytes.read($0, of: &record, into: &source, isHidden: isHidden, isReader: isReader) }
            guard isWhole else { throw LedgerError(.damaged, message: "facts of a case that no event can have made") }
            if record.received < end { source.append(record) }
        }
    }
}
