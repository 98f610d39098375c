import ComplaintRules

extension Ledger {
    /// Makes the registers, the search index and the tables of staff and settings anew from the events alone, in one transaction.
    ///
    /// - Throws: `LedgerError`, and then all stays as it was.
    public func rebuild() throws {
        try transact { _ in
            try connection.execute(
                """
                DELETE FROM likeness_key; DELETE FROM likeness_page;
                DELETE FROM complaint_subject; DELETE FROM complaint; DELETE FROM staff; DELETE FROM desk;
                DELETE FROM paper; DELETE FROM stand_in; DELETE FROM clock_rule; DELETE FROM book_day; DELETE FROM rectification;
                DELETE FROM code;
                INSERT INTO complaint_search(complaint_search) VALUES ('delete-all');
                """
            )
            var ids: [Int64] = []
            try connection.forEach("SELECT kind, content FROM event WHERE case_id = 0 AND content IS NOT NULL ORDER BY seq") {
                row throws(LedgerError) in
                let content = EventContent(kind: row.text(0), bytes: row.bytes(1))
                if !EventCoder.isBook(content.kind) { try DeskTable.keep(try coder.deskEvent(content), in: connection, coder) }
            }
            for (_, day) in try bookDaysFromEvents() { try BookTable.keep(day, in: connection) }
            try connection.forEach("SELECT DISTINCT case_id FROM event WHERE case_id > 0 ORDER BY case_id") {
                row throws(LedgerError) in ids.append(row.int64(0))
            }
            for id in ids {
                guard let stored = try stored(id: id) else { continue }
                try RegisterTable.keep(stored.state, id: id, replacing: nil, sketching: false, in: connection)
                for happened in stored.events { try PaperTable.keep(happened.event, caseID: id, in: connection) }
            }
            try LikenessTable.sketchAll(in: connection)
        }
    }
}
