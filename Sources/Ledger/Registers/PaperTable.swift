import ComplaintRules

/// Keeps the numbers of chasers, delay notes and dossiers, in the transaction that appends their events.
enum PaperTable {
    /// A numbered paper of a case.
    struct Row: Hashable, Sendable {
        /// Its number, as printed.
        let number: String
        /// Its series.
        let series: Series
        /// The month as in the number, `2611`.
        let month: Int
        /// The serial within series and month.
        let serial: Int
    }

    /// The paper that an event stands for; nil where it stands for none.
    static func row(of event: CaseEvent) -> Row? {
        guard let (series, number) = paper(of: event), let place = place(of: number) else { return nil }
        return Row(number: number, series: series, month: place.month, serial: place.serial)
    }

    /// Writes the number that an event gives, where it gives one.
    static func keep(_ event: CaseEvent, caseID: Int64, in connection: Connection) throws(LedgerError) {
        guard let row = row(of: event) else { return }
        try connection.run(
            "INSERT INTO paper(number, series, month, serial, case_id) VALUES (?, ?, ?, ?, ?)",
            row.number,
            row.series.rawValue,
            row.month,
            row.serial,
            caseID
        )
    }

    /// The series and the number of the paper that an event stands for.
    static func paper(of event: CaseEvent) -> (Series, String)? {
        switch event {
        case .chased(let chaser): (.chaser, chaser.number)
        case .delayExplained(let note): (.delayNote, note.number)
        case .escalationConfirmed(let dossier): (.dossier, dossier.number)
        default: nil
        }
    }

    /// Month and serial of a number such as `0379-2611-C007`.
    private static func place(of number: String) -> (month: Int, serial: Int)? {
        let fields = number.split(separator: "-")
        guard fields.count >= 3, let month = Int(fields[fields.count - 2]), let serial = Int(fields[fields.count - 1].dropFirst()) else {
            return nil
        }
        return (month, serial)
    }

    /// The next number of each series in the month of `day`.
    static func nextNumbers(branch: String, day: Day, in connection: Connection) throws(LedgerError) -> [Series: String] {
        var numbers: [Series: String] = [:]
        for series in Series.allCases {
            let first = series.number(branch: branch, day: day, serial: 1)
            let last = try connection.integer(
                "SELECT max(serial) FROM paper WHERE series = ? AND month = ?",
                series.rawValue,
                place(of: first)?.month ?? 0
            )
            numbers[series] = series.number(branch: branch, day: day, serial: Int(last ?? 0) + 1)
        }
        return numbers
    }
}
