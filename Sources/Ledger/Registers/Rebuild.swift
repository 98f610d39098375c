import ComplaintRules

extension Schema {
    /// Drops all that is kept from the events, makes the tables as this program wants them, and fills them from the events alone: the one way
    /// for new columns, for old desks and for tables that do not say what the events say. Belongs inside a transaction.
    ///
    /// - Throws: `LedgerError`.
    static func rebuild(in connection: Connection) throws {
        // Tables that hide damaged ones, and what another program added: a trigger would write along.
        for schema in ["temp", "main"] {
            var others: [(type: String, name: String)] = []
            let kinds = schema == "temp" ? "('table', 'view', 'trigger')" : "('view', 'trigger')"
            try connection.forEach(
                "SELECT type, name FROM \(schema).sqlite_schema WHERE type IN \(kinds) AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            ) {
                row throws(LedgerError) in others.append((row.text(0), row.text(1)))
            }
            for other in others { try connection.execute("DROP \(other.type) IF EXISTS \(schema).\(quoted(other.name))") }
        }
        var indexes: [String] = []
        try connection.forEach("SELECT name, tbl_name FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL") {
            row throws(LedgerError) in
            if lastingTables.contains(row.text(1)) { indexes.append(row.text(0)) }
        }
        for name in indexes { try connection.execute("DROP INDEX \(quoted(name))") }
        for index in try StoreChecks.lastingIndexes() { try connection.execute(index) }
        var names: [String] = []
        // A virtual table's own tables go with it.
        try connection.forEach(
            """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            """
        ) { row throws(LedgerError) in names.append(row.text(0)) }
        for name in names where !lastingTables.contains(name) { try connection.execute("DROP TABLE \(quoted(name))") }
        try connection.execute(kept)
        let reader = EventReader(connection)
        try fillDeskTables(from: reader)
        try reader.forEachCase { stored in try CaseTables.keep(stored, replacing: nil, sketching: false, in: connection) }
        try LikenessTable.sketchAll(in: connection)
    }

    /// A name as it stands in a statement, whatever is in it: another program may have given it.
    private static func quoted(_ name: String) -> String { "\"\(name.replacing(every: "\"", with: "\"\""))\"" }

    /// Makes the tables of the desk itself a second time, beside the file: a temporary table hides the one of the same name.
    ///
    /// - Returns: their names.
    static func makeDeskTablesBeside(_ connection: Connection) throws(LedgerError) -> [String] {
        func temporary() throws(LedgerError) -> [String] {
            var names: [String] = []
            try connection.forEach("SELECT name FROM sqlite_temp_schema WHERE type = 'table' ORDER BY name") { row throws(LedgerError) in
                names.append(row.text(0))
            }
            return names
        }
        let before = try temporary()
        try connection.execute(deskTables.replacing(every: "CREATE TABLE", with: "CREATE TEMP TABLE"))
        return try temporary().filter { !before.contains($0) }
    }

    /// Fills the tables of the desk itself, which are empty, from its events.
    static func fillDeskTables(from reader: EventReader) throws(LedgerError) {
        // What stays of erased events comes first: a clock that was declared wrong is judged by their moments too, before they were erased.
        for isErasure in [true, false] {
            try reader.forEachDeskEvent { happened throws(LedgerError) in
                let isOne = if case .erased = happened.event { true } else { false }
                if isOne == isErasure { try DeskTable.keep(happened, in: reader.connection, reader.coder) }
            }
        }
        for (_, day) in try reader.bookDays() { try BookTable.keep(day, in: reader.connection) }
    }
}

extension Ledger {
    /// Makes the registers, the search index and the tables of staff and settings anew from the events alone, in one transaction, and drops what
    /// another program added. That is also what mends tables that were found damaged when the desk was opened.
    ///
    /// - Throws: `Refusal`; `LedgerError`, and then all stays as it was.
    public func rebuild(by actor: Actor) throws {
        try permit(.rebuild, by: try current(actor))
        try rebuild()
    }

    func rebuild() throws {
        let fault = connection.writeFault
        connection.writeFault = nil
        do {
            try transact { _ in try Schema.rebuild(in: connection) }
            damage = try findDamage()
        } catch {
            connection.writeFault = fault
            throw error
        }
        connection.writeFault = damage.map(Ledger.writeFault)
    }
}
