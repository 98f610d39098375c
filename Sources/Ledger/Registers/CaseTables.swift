import ComplaintRules

/// What is kept of the cases, in step with their events, in the transaction that appends them.
enum CaseTables {
    /// The register: one line a case. A case's id is the seq of its first event.
    static let register = KeptTable("complaint", id: "id", keyCount: 0, RegisterRow.columns) { [$0] }

    /// All tables of the cases, the register first.
    static let all = [register, subjects, repeats, namings, rectifications, papers, escalations, customers, FigureTable.table]

    /// Whom a case is about, so that it can be kept from them in every list.
    private static let subjects = KeptTable(
        "complaint_subject",
        keyCount: 1,
        [KeptColumn<StaffNumber, StaffNumber>("staff", index: "(staff, case_id)") { $0 }]
    ) { Set($0.state.intake.subjects).sorted { $0.text < $1.text } }

    /// Of which earlier cases a case is a repeat: whom one of them is about is not told so.
    private static let repeats = KeptTable(
        "complaint_repeat",
        keyCount: 1,
        [KeptColumn<String, String>("number", index: "(number)") { $0 }]
    ) { Set($0.state.repeated).sorted() }

    /// For whom a case `c` is no repeat that they may know of, as a condition with the reader's number as its value: one of the earlier cases is about
    /// them, and there is no other.
    static func isSecretRepeat(_ id: String) -> String {
        "EXISTS (SELECT 1 FROM complaint_repeat r WHERE r.case_id = \(id)) AND NOT EXISTS (SELECT 1 FROM complaint_repeat r "
            + "JOIN complaint e ON e.number = r.number WHERE r.case_id = \(id) AND NOT EXISTS "
            + "(SELECT 1 FROM complaint_subject y WHERE y.case_id = e.id AND y.staff = ?))"
    }

    /// The words that say whom a case is about, in which whoever is added or renamed later is looked for.
    private static let namings = KeptTable(
        "complaint_naming",
        keyCount: 1,
        [KeptColumn<String, String>("words", index: "(words)") { $0 }]
    ) { Set($0.state.namings).sorted() }

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
    ) { $0.state.rectifications.filter(\.stands) }

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
    private static let escalations = KeptTable("escalation", keyCount: 0, EscalationRow.columns) { stored in
        var row = EscalationRow()
        guard let told = EscalationProgress(of: stored.state, stored.events) else { return [] }
        row.told = told
        return [row]
    }

    /// Hashes of contact and name (`Likeness.Identity`), by which earlier cases of a customer are found.
    private static let customers = KeptTable(
        "likeness_key",
        keyCount: 1,
        isOfIntake: true,
        [KeptColumn<Int64, Int64>("key", index: "(key, case_id)") { $0 }]
    ) { LikenessTable.keys(of: $0.state.intake).sorted() }

    /// Words by case. Contentless: the words are in the register already; `SearchText` puts spaces between Han characters.
    static let search =
        "CREATE VIRTUAL TABLE complaint_search USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2');\n"

    /// Writes what is kept of a case. `old` is the case as the tables have it; nil for a new one.
    ///
    /// - Parameter sketching: false where many cases are written and `LikenessTable.sketchAll(in:)` follows.
    static func keep(
        _ stored: Ledger.Stored,
        replacing old: Ledger.Stored?,
        sketching: Bool = true,
        in connection: Connection
    ) throws(LedgerError) {
        let isSameIntake = old?.state.intake == stored.state.intake
        for table in all where !(isSameIntake && table.isOfIntake) { try table.keep(stored, replacing: old, in: connection) }
        if sketching { try LikenessTable.keep(stored.state, id: stored.id, replacing: old?.state, in: connection) }
        // Most acts say nothing that is searched for.
        if let old, isSameIntake,
            Account.passages(ofFinding: old.state).map(\.words) == Account.passages(ofFinding: stored.state).map(\.words),
            Account.passages(saidIn: stored.events.dropFirst(old.events.count)).isEmpty,
            statements(in: stored.events.dropFirst(old.events.count)).isEmpty
        {
            return
        }
        try SearchTable.keep(
            { words(of: stored) },
            of: stored.id,
            replacing: old.map { old in { words(of: old) } },
            in: connection
        )
    }

    /// The words by which a case is found.
    static func words(of stored: Ledger.Stored) -> String {
        (Account.searchWords(of: stored.state, stored.events) + statements(in: stored.events[...])).joined(separator: "\n")
    }

    /// The words of staff statements, marked for those who may read them.
    private static func statements(in events: ArraySlice<Happened<any CaseEvent>>) -> [String] {
        events.flatMap { happened -> [String] in
            guard let statement = happened.event as? StaffStatement, !statement.text.isBlank else { return [] }
            return [SearchMark.everybodys, .own(happened.by)].map { $0.put(beforeWordsOf: statement.text) }
        }
    }
}
