import ComplaintRules

extension Ledger {
    /// The scripts as the branch has them: those that come with the program until it changes any. Read when they are wanted, since most starts
    /// of the program want none, and then kept until a rule changes.
    ///
    /// - Throws: `LedgerError`.
    public func scripts() throws(LedgerError) -> ScriptTable {
        if let kept = keptScripts, kept.version == rulesVersion { return kept.table }
        let table = try readScripts()
        // What stands in a transaction that is under way may still be called off.
        if try !connection.isInTransaction { keptScripts = (rulesVersion, table) }
        return table
    }

    private func readScripts() throws(LedgerError) -> ScriptTable {
        var scripts: [Script] = []
        let sql = "SELECT language, key, title, business, reason, offered, text FROM script ORDER BY place"
        try connection.forEach(sql) { row throws(LedgerError) in
            guard let language = Language(rawValue: row.text(0)) else {
                throw LedgerError(.damaged, message: "a row of the script table that no event can have made")
            }
            let script = Script(
                language,
                row.text(1),
                row.text(2),
                business: row.text(3),
                reason: row.text(4),
                isOffered: row.bool(5),
                row.text(6)
            )
            scripts.append(script)
        }
        return scripts.isEmpty ? .standard : ScriptTable(scripts)
    }

    /// Takes a table of scripts in place of the one before; what it leaves out stays, and is offered no longer.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func change(_ wanted: ScriptTable, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            try record(try decideScripts(wanted.keepingOthers(of: try readScripts()), in: occasion(of: actor)), by: actor, head: &head)
        }
    }
}
