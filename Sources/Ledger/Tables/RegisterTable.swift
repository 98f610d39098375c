import ComplaintRules

/// Keeps the register of a case in step with its events, in the transaction that appends them.
enum RegisterTable {
    /// The columns, in the order of `values(of:id:)`.
    static let columns = [
        "id", "number", "month", "serial", "stage", "channel", "kind", "class", "received", "logged_at", "closed", "customer", "contact",
        "about", "business", "reason", "first_responder", "holder", "awaited_receiver", "awaits_signature", "is_history",
        "nearest_rule", "nearest_started", "nearest_due", "source", "source_number", "version", "waits_for", "dossier",
        "awaits_acknowledgement", "text",
    ]

    private static let insert =
        "INSERT INTO complaint(\(columns.joined(separator: ", "))) "
        + "VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"

    /// Writes the row of a case, its subjects, its words and what it is found again by. `old` is the case as the tables have it; nil for a new
    /// one.
    ///
    /// - Parameter sketching: false where many cases are written and `LikenessTable.sketchAll(in:)` follows.
    static func keep(
        _ state: Case,
        id: Int64,
        replacing old: Case?,
        sketching: Bool = true,
        in connection: Connection
    ) throws(LedgerError) {
        let isNew = old == nil
        let subjectsChanged = isNew ? !state.intake.subjects.isEmpty : old?.intake.subjects != state.intake.subjects
        if !isNew, subjectsChanged { try connection.run("DELETE FROM complaint_subject WHERE case_id = ?", id) }
        if isNew {
            try connection.statement(insert).run(all: values(of: state, id: id))
        } else {
            try connection.statement(update).run(all: Array(values(of: state, id: id).dropFirst()) + [id])
        }
        if subjectsChanged {
            for subject in Set(state.intake.subjects) {
                try connection.run("INSERT INTO complaint_subject(case_id, staff) VALUES (?, ?)", id, subject.text)
            }
        }
        if state.rectifications != old?.rectifications ?? [] {
            for item in state.rectifications {
                try connection.run(
                    "INSERT OR REPLACE INTO rectification(case_id, item, what, owner, due, verified) VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    item.action.item,
                    item.action.what,
                    item.action.owner,
                    item.action.due.ordinal,
                    item.isVerified
                )
            }
        }
        try LikenessTable.keep(state, id: id, replacing: old, sketching: sketching, in: connection)
        if let old, texts(of: old) == texts(of: state) { return }
        try SearchTable.keep(words(of: state), of: id, replacing: old.map(words(of:)), in: connection)
    }

    private static let update =
        "UPDATE complaint SET \(columns.dropFirst().map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"

    /// What the row of a case says, column by column.
    static func values(of state: Case, id: Int64) -> [(any SQLValue)?] {
        let intake = state.intake
        let nearest = state.nearestClock
        return [
            id, state.number.description, state.number.month, state.number.serial, state.stage.rawValue, intake.channel.rawValue,
            state.finding?.kind.rawValue ?? "", state.finding?.classification.rawValue ?? "", intake.received.milliseconds,
            state.loggedAt.milliseconds, state.closedAt?.milliseconds, intake.customer, intake.contact, intake.about, intake.business,
            intake.reason, state.firstResponder?.text ?? "", state.holder?.text ?? "", state.awaitedReceiver?.text ?? "",
            state.awaitsSignature, state.isHistory, nearest?.name.rawValue, nearest?.started.milliseconds, nearest?.due.milliseconds,
            intake.source, intake.sourceNumber, state.version, state.waitsFor, state.dossier ?? "",
            state.awaitsAcknowledgement, intake.text,
        ]
    }

    /// All words by which a case is found.
    private static func words(of state: Case) -> String {
        // A telephone number is found however it was written.
        (texts(of: state) + Likeness.contacts(in: state.intake.contact)).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func texts(of state: Case) -> [String] {
        let intake = state.intake
        let texts: [String?] = [
            state.number.description, intake.customer, intake.contact, intake.proxy, intake.about, intake.text, intake.asks,
            intake.sourceNumber, intake.business, intake.reason, state.history?.outcome, state.answer?.text, state.finding?.facts,
            state.reply?.text,
        ]
        return texts.map { $0 ?? "" }
    }
}
