import ComplaintRules

/// Keeps the daily reviews of the comment book in step with their events, in the transaction that appends them.
enum BookTable {
    /// Writes the row of a day.
    static func keep(_ day: BookDay, in connection: Connection) throws(LedgerError) {
        try connection.run(
            "INSERT OR REPLACE INTO book_day(day, opened_at, by, reason, entries, closed_at) VALUES (?, ?, ?, ?, ?, ?)",
            day.day.ordinal,
            day.openedAt.milliseconds,
            day.by.text,
            day.reason,
            day.entries.joined(separator: "\n"),
            day.closedAt?.milliseconds
        )
    }

    /// The day in a row of day, opened_at, by, reason, entries, closed_at.
    static func day(_ row: Statement) throws(LedgerError) -> BookDay {
        guard let by = StaffNumber(row.text(2)) else { throw LedgerError(.damaged, message: "a day of the book reviewed by nobody") }
        var day = BookDay(
            day: Day(ordinal: row.int(0)),
            openedAt: Moment(milliseconds: row.int64(1)),
            by: by,
            reason: row.text(3)
        )
        day.entries = row.text(4).split(separator: "\n").map(String.init)
        day.closedAt = row.optionalInt64(5).map(Moment.init(milliseconds:))
        return day
    }
}
