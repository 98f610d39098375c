import ComplaintRules

extension Schema {
    /// Drops all that is kept from the events, makes the tables as this program wants them, and fills them from the events alone: the one way
    /// for new columns, for old desks and for tables that do not say what the events say. Belongs inside a transaction.
    ///
    /// - Throws: `LedgerError`.
    static func rebuild(in connection: Connection) throws {
        var names: [String] = []
        // A virtual table's own tables go with it.
        try connection.forEach(
            """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            """
        ) { row throws(LedgerError) in names.append(row.text(0)) }
        for name in names where !lastingTables.contains(name) { try connection.execute("DROP TABLE \"\(name)\"") }
        try connection.execute(kept)
        let reader = EventReader(connection)
        try fillDeskTables(from: reader)
        try reader.forEachCase { stored in try CaseTables.keep(stored, replacing: nil, sketching: false, in: connection) }
        try LikenessTable.sketchAll(in: connection)
    }

    /// Fills the tables of the desk itself, which are empty, from its events.
    static func fillDeskTables(from reader: EventReader) throws(LedgerError) {
        try reader.forEachDeskEvent { happened throws(LedgerError) in try DeskTable.keep(happened, in: reader.connection, reader.coder) }
        for (_, day) in try reader.bookDays() { try BookTable.keep(day, in: reader.connection) }
    }
}

extension Ledger {
    /// Makes the registers, the search index and the tables of staff and settings anew from the events alone, in one transaction.
    ///
    /// - Throws: `LedgerError`, and then all stays as it was.
    public func rebuild() throws {
        try transact { _ in try Schema.rebuild(in: connection) }
    }
}
