import ComplaintRules

/// What is kept of the cases, in step with their events, in the transaction that appends them.
enum CaseTables {
    /// The register: one line a case. A case's id is the seq of its first event.
    static let register = KeptTable("complaint", id: "id", keyCount: 0, RegisterRow.columns) { [$0] }

    /// All tables of the cases, the register first.
    static let all = [register, subjects, rectifications, papers, escalations]

    /// Whom a case is about, so that it can be kept from them in every list.
    private static let subjects = KeptTable(
        "complaint_subject",
        keyCount: 1,
        [KeptColumn<StaffNumber, StaffNumber>("staff") { $0 }]
    ) { Set($0.state.intake.subjects).sorted { $0.text < $1.text } }

    /// Corrective actions, followed on their own list.
    private static let rectifications = KeptTable(
        "rectification",
        keyCount: 1,
        [
            KeptColumn<Case.RectificationItem, Case.RectificationItem>("item") { $0.action.item },
            KeptColumn("what") { $0.action.what },
            KeptColumn("owner") { $0.action.owner },
            KeptColumn("due", index: "(verified, due, case_id)") { $0.action.due },
            KeptColumn("verified") { $0.isVerified },
        ]
    ) { $0.state.rectifications }

    /// Numbered papers: chasers, delay notes, dossiers, each with its own series.
    private static let papers = KeptTable(
        "paper",
        keyCount: 1,
        [
            KeptColumn<PaperTable.Row, PaperTable.Row>("number") { $0.number },
            KeptColumn("series", index: "(series, month, serial)", isUnique: true) { $0.series },
            KeptColumn("month") { $0.month },
            KeptColumn("serial") { $0.serial },
        ]
    ) { $0.events.compactMap { PaperTable.row(of: $0.event) }.sorted { $0.number < $1.number } }

    /// What is asked of head office, is there, or was answered and waits for the branch's reply.
    private static let escalations = KeptTable("escalation", keyCount: 0, EscalationRow.columns) { [EscalationRow($0)].compactMap { $0 } }

    /// Words by case. Contentless: the words are in the register already; `SearchText` puts spaces between Han characters.
    static let search =
        "CREATE VIRTUAL TABLE complaint_search USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2');\n"

    /// Writes what is kept of a case. `old` is the case as the tables have it; nil for a new one.
    static func keep(_ stored: Ledger.Stored, replacing old: Ledger.Stored?, in connection: Connection) throws(LedgerError) {
        for table in all { try table.keep(stored, replacing: old, in: connection) }
        let words = words(of: stored)
        let oldWords = old.map(self.words)
        guard words != oldWords else { return }
        if let oldWords {
            // A contentless table forgets a row only when told what was in it (FTS5 manual, 'delete' command).
            try connection.run(
                "INSERT INTO complaint_search(complaint_search, rowid, words) VALUES ('delete', ?, ?)",
                stored.id,
                SearchText.indexed(oldWords)
            )
        }
        try connection.run("INSERT INTO complaint_search(rowid, words) VALUES (?, ?)", stored.id, SearchText.indexed(words))
    }

    private static func words(of stored: Ledger.Stored) -> String {
        Account.searchWords(of: stored.state, stored.events).joined(separator: "\n")
    }
}
