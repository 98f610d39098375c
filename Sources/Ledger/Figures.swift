import ComplaintRules

extension Ledger {
    /// What the figures of the days from `first` to `last` are counted from. How many there are does not depend on who looks; only whom a case is
    /// about is not told to that one, nor what it is about or who took it (1-domain, Recusal), nor, where `namingNobody`, to anybody: a report goes to all managers.
    ///
    /// - Throws: `Refusal` for whoever may not read figures; `LedgerError`.
    public func figureSource(from first: Day, to last: Day, namingNobody: Bool = false, by actor: Actor) throws -> FigureSource {
        let reader = try current(actor)
        try permit(.readFigures, by: reader)
        try keepWaiting()
        return try connection.read {
            func start(of day: Day) -> Moment { rules.zone.moment(of: LocalTime(day: day, secondOfDay: 0)) }
            let founding = try foundingDay()
            let earliest = try connection.integer("SELECT min(received) FROM complaint")
            var source = FigureSource(
                reviews: try reviews(from: first, to: last),
                founding: founding,
                begins: min(founding, earliest.map { rules.zone.day(at: Moment(milliseconds: $0)) } ?? founding)
            )
            let (begin, end) = (start(of: first), start(of: last.adding(days: 1)))
            let own = Set(reader.persons.map(\.text))
            try FigureTable.read(
                from: begin,
                before: end,
                into: &source,
                in: connection,
                isHidden: { namingNobody || own.contains($0) },
                isReader: { !namingNobody && own.contains($0) }
            )
            return source
        }
    }

    /// Checks that the desk has a record of some of these days: since its founding, or of past cases that were brought in.
    ///
    /// - Returns: the day of the founding where days before it are among them.
    /// - Throws: `Refusal.beforeFounding`; `LedgerError`.
    public func checkRecord(from first: Day, to last: Day) throws -> Day? {
        let founding = try foundingDay()
        guard first < founding else { return nil }
        func start(of day: Day) -> Int64 { rules.zone.moment(of: LocalTime(day: day, secondOfDay: 0)).milliseconds }
        let sql = "SELECT EXISTS(SELECT 1 FROM complaint WHERE received >= ? AND received < ?)"
        if last < founding, try connection.integer(sql, start(of: first), start(of: last.adding(days: 1))) != 1 {
            throw Refusal.beforeFounding(founding)
        }
        return founding
    }

    /// The numbers of cases by their ids, in the order of receipt.
    ///
    /// - Throws: `LedgerError`.
    public func numbers(of ids: [Int64]) throws(LedgerError) -> [String] {
        var found: [(received: Int64, id: Int64, number: String)] = []
        let statement = try connection.statement("SELECT received, id, number FROM complaint WHERE id = ?")
        for id in ids {
            try statement.forEach(id) { row throws(LedgerError) in found.append((row.int64(0), row.int64(1), row.text(2))) }
        }
        return found.sorted { ($0.received, $0.id) < ($1.received, $1.id) }.map(\.number)
    }

    /// Records that the report of a month's figures was issued, or issued anew, and keeps it as it was.
    ///
    /// - Parameters:
    ///   - form: the report in the form in which it is kept.
    ///   - reason: why it is issued anew; blank for the first time.
    /// - Returns: which issue it is.
    /// - Throws: `Refusal`, for a month that has not ended or whose figures are those of the last issue; `LedgerError`.
    public func issueReport(of month: Month, as form: String, because reason: String = "", by actor: Actor) throws -> Int {
        try transact { head in
            let actor = try current(actor)
            let (state, figures) = (try figures(of: month), (form: form, digest: Ledger.digest(ofReport: form)))
            let event = try decideReport(on: state, figures, because: reason, in: occasion(of: actor))
            try record(event, by: actor, head: &head)
            return state.issues.count + 1
        }
    }

    /// The digest of a report in the form in which it is kept: BLAKE2b-256, in hexadecimal.
    static func digest(ofReport form: String) -> String { Hex.text(ChainHash.digest(content: Array(form.utf8), salt: [])) }

    /// The reports of a month's figures as they were issued.
    ///
    /// - Throws: `LedgerError`.
    public func figures(of month: Month) throws(LedgerError) -> MonthlyFigures {
        var figures = MonthlyFigures(month: month)
        // There are twelve a year among the events of the desk, and so no table of them; each is long, and only those that name the month are read.
        let sql = """
            SELECT coalesce(judged.at, event.at), by, content FROM \(EventReader.events)
            WHERE case_id = 0 AND kind = ? AND instr(content, ?) > 0 ORDER BY event.seq
            """
        let named = Array("\"month\":\(month.ordinal)".utf8)
        try connection.forEach(sql, DeskKind.reportIssued.rawValue, named) { row throws(LedgerError) in
            let content = EventContent(kind: DeskKind.reportIssued.rawValue, bytes: row.bytes(2))
            guard case .reportIssued(let report) = try coder.deskEvent(content).event, report.month == month else { return }
            let issuedAt = Moment(milliseconds: row.int64(0))
            guard month.hasEnded(at: issuedAt, in: rules.zone) else { return }
            guard let by = StaffNumber(row.text(1)) else { throw LedgerError(.damaged, message: "a report issued by nobody") }
            figures.issues.append(.init(report, at: issuedAt, by: by))
        }
        return figures
    }
}
