/// The numbers that were given and are lost, as the branch manager declared: they are not given again.
enum LostSerials {
    /// The table.
    static let sql = """
        -- The last numbers that were given before a loss was declared, by series and month.
        CREATE TABLE lost_serial(
            series TEXT NOT NULL,
            month INTEGER NOT NULL,
            serial INTEGER NOT NULL,
            PRIMARY KEY(series, month)
        ) STRICT, WITHOUT ROWID;

        """

    /// The last lost number of a series in a month; 0 where none was lost.
    static func last(_ key: GivenSerial, in connection: Connection) throws(LedgerError) -> Int64 {
        try connection.integer("SELECT serial FROM lost_serial WHERE series = ? AND month = ?", key.series, Int64(key.month)) ?? 0
    }

    /// Takes down numbers as an event has them; the higher one stays.
    static func keep(_ serials: [String: Int], in connection: Connection) throws(LedgerError) {
        for (name, serial) in serials {
            guard let key = GivenSerial(name[...]) else {
                throw LedgerError(.damaged, message: "a lost number that no event can have named")
            }
            try connection.run(
                """
                INSERT INTO lost_serial(series, month, serial) VALUES (?, ?, ?)
                ON CONFLICT(series, month) DO UPDATE SET serial = max(serial, excluded.serial)
                """,
                key.series,
                Int64(key.month),
                Int64(serial)
            )
        }
    }
}

extension LostSerials {
    /// The last numbers that were given, of all series and months, lost ones too.
    static func given(in connection: Connection) throws(LedgerError) -> [GivenSerial: Int] {
        var given: [GivenSerial: Int] = [:]
        let sql = """
            SELECT 'case', month, max(serial) FROM complaint GROUP BY month
            UNION ALL SELECT series, month, max(serial) FROM paper GROUP BY series, month
            UNION ALL SELECT series, month, serial FROM lost_serial
            """
        try connection.forEach(sql) { row throws(LedgerError) in
            let key = GivenSerial(series: row.text(0), month: row.int(1))
            given[key] = max(given[key] ?? 0, row.int(2))
        }
        return given
    }
}
