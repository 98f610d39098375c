import ComplaintRules

/// The numbers of chasers, delay notes and dossiers: those that were given, and those that are next.
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
    static func row(of event: any CaseEvent) -> Row? {
        guard let (series, number) = event.paper, let place = place(of: number) else { return nil }
        return Row(number: number, series: series, month: place.month, serial: place.serial)
    }

    /// Month and serial of a number such as `0379-2611-C007`.
    private static func place(of number: String) -> (month: Int, serial: Int)? {
        let fields = number.split(separator: "-")
        guard fields.count >= 3, let month = Int(fields[fields.count - 2]), let serial = Int(fields[fields.count - 1].dropFirst()) else {
            return nil
        }
        return (month, serial)
    }

    /// The last serial of each series in a month, given or lost.
    private static let lastSerials =
        "SELECT "
        + Series.allCases.map { series in
            let place = "series = '\(series.rawValue)' AND month = ?1"
            return
                "max(coalesce((SELECT max(serial) FROM paper WHERE \(place)), 0), coalesce((SELECT serial FROM lost_serial WHERE \(place)), 0))"
        }.joined(separator: ", ")

    /// The next number of each series in the month of `day`.
    static func nextNumbers(branch: String, day: Day, in connection: Connection) throws(LedgerError) -> [Series: String] {
        let month = place(of: Series.chaser.number(branch: branch, day: day, serial: 1))?.month ?? 0
        return try connection.first(lastSerials, month) { row throws(LedgerError) in
            var numbers: [Series: String] = [:]
            for (column, series) in Series.allCases.enumerated() {
                numbers[series] = series.number(branch: branch, day: day, serial: row.int(column) + 1)
            }
            return numbers
        } ?? [:]
    }
}
