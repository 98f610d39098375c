import ComplaintRules

/// How a member of staff likes the screen. Nobody's business but theirs, and no event.
public struct Preferences: Hashable, Sendable {
    /// The language; nil for that in which the program was started.
    public var language: Language?
    /// The name of the theme; nil for that with which the program was started. Whether this machine has it is not known here.
    public var theme: String?
    /// Whether the terminal's bell rings when another terminal changes a case.
    public var rings = false

    /// Makes those of somebody who has chosen nothing.
    public init() {}
}

extension Ledger {
    /// How somebody likes the screen.
    ///
    /// - Throws: `LedgerError`.
    public func preferences(of staff: StaffNumber) throws(LedgerError) -> Preferences {
        var kept: [String: String] = [:]
        try connection.forEach("SELECT name, value FROM preference WHERE staff = ?", staff.text) { row throws(LedgerError) in
            kept[row.text(0)] = row.text(1)
        }
        var found = Preferences()
        found.language = kept["language"].flatMap(Language.init)
        found.theme = kept["theme"]
        found.rings = kept["bell"] == "on"
        return found
    }

    /// Keeps how somebody likes the screen, in place of what was kept before.
    ///
    /// - Throws: `LedgerError`.
    public func keep(_ preferences: Preferences, of staff: StaffNumber) throws {
        let values = [("language", preferences.language?.rawValue), ("theme", preferences.theme), ("bell", preferences.rings ? "on" : nil)]
        try connection.transaction {
            for (name, value) in values {
                if let value {
                    let sql = "INSERT OR REPLACE INTO preference(staff, name, value) VALUES (?, ?, ?)"
                    try connection.run(sql, staff.text, name, value)
                } else {
                    try connection.run("DELETE FROM preference WHERE staff = ? AND name = ?", staff.text, name)
                }
            }
        }
    }
}
