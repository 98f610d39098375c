import ComplaintRules

/// A row of `EventReader.columns`, as it stands in the file: what it says can be read on any thread.
struct EventRow: Sendable {
    private let seq: Int64
    private let (at, writtenAt, floor): (Moment, Int64, Int64)
    private let (by, onBehalfOf): (String, String)
    private let content: EventContent

    /// Takes the row down; nil where its contents were erased.
    init?(_ row: Statement) throws(LedgerError) {
        guard let bytes = row.optionalBytes(5) else { return nil }
        (seq, at, writtenAt, floor) = (row.int64(0), try Moment(row, 1), row.int64(6), row.int64(7))
        (by, onBehalfOf) = (row.text(2), row.text(3))
        content = EventContent(kind: row.text(4), bytes: bytes)
    }

    /// The event that it tells of.
    func happened(_ coder: EventCoder) throws(LedgerError) -> Happened<any CaseEvent> {
        guard let by = StaffNumber(by) else { throw LedgerError(.damaged, message: "an event of nobody") }
        let (event, circumstances) = try coder.caseEvent(content)
        var happened = Happened(
            event,
            at: at,
            by: by,
            onBehalfOf: StaffNumber(onBehalfOf),
            passcodeGivenBy: circumstances.passcodeGivenBy,
            seq: seq,
            clock: circumstances.clock
        )
        if writtenAt != at.milliseconds {
            (happened.judgedBefore, happened.floor) = (Moment(milliseconds: writtenAt), Moment(milliseconds: floor))
        }
        return happened
    }
}

/// Reads back from the events what they make: cases, the desk's own story, the reviews of the comment book.
struct EventReader {
    /// What `happened(_:)` wants to find in a row, in this order.
    static let columns = "event.seq, coalesce(judged.at, event.at), by, on_behalf_of, kind, \(content), event.at, judged.floor"
    /// Where they stand: with each event the moment by which it is judged anew, where its clock was declared wrong.
    static let events = "event LEFT JOIN judged ON judged.seq = event.seq"

    /// The latest moment on the desk, as a value in a query. Refused sign-ins bear no signature, so that anybody with the file can write one of any
    /// day: they make nothing late.
    static let latest = """
        (SELECT coalesce(judged.at, event.at) FROM \(events) WHERE kind <> '\(DeskKind.signInRefused.rawValue)' ORDER BY event.seq DESC LIMIT 1)
        """

    /// The contents of an event; what stays of them where they were erased.
    static let content = "coalesce(event.content, (SELECT remains.content FROM remains WHERE remains.seq = event.seq))"
    /// What stays of an erased event, of whichever erasure: also while the desk's tables are made a second time beside the file.
    static let remains = "(SELECT r.content FROM main.remains r WHERE r.seq = event.seq)"

    let connection: Connection
    let coder: EventCoder

    /// Reads the events of a file.
    init(_ connection: Connection, coder: EventCoder = EventCoder()) {
        self.connection = connection
        self.coder = coder
    }

    /// The case of that id as its events make it; nil where there is none.
    func stored(id: Int64) throws(LedgerError) -> Ledger.Stored? {
        try Ledger.Stored((id, try rows(of: id)), coder)
    }

    /// The events of a case behind the event `seq` as they stand in the file, but those whose contents were erased.
    func rows(of id: Int64, after seq: Int64 = 0) throws(LedgerError) -> [EventRow] {
        var rows: [EventRow] = []
        let sql = "SELECT \(EventReader.columns) FROM \(EventReader.events) WHERE case_id = ? AND event.seq > ? ORDER BY event.seq"
        try connection.forEach(sql, id, seq) { row throws(LedgerError) in
            if let row = try EventRow(row) { rows.append(row) }
        }
        return rows
    }

    /// Every case with its whole history, in the order of logging.
    ///
    /// - Parameter each: is told each event, with its row, whose columns `kind`, the moment in the header, and `digest` are 4, 6 and 9, and the case as it is with it.
    func forEachCase(
        each: (_ id: Int64, Happened<any CaseEvent>, Case?, Statement) throws -> Void = { _, _, _, _ in },
        then: (Ledger.Stored) throws -> Void
    ) throws {
        var (id, state, events): (Int64, Case?, [Happened<any CaseEvent>]) = (0, nil, [])
        func finish() throws {
            if let state { try then(Ledger.Stored(id: id, state: state, events: events)) }
        }
        let sql = "SELECT \(EventReader.columns), case_id, digest FROM \(EventReader.events) WHERE case_id > 0 ORDER BY case_id, event.seq"
        let rows = try connection.statement(sql)
        defer { rows.reset() }
        while try rows.step() {
            if rows.int64(8) != id {
                try finish()
                (id, state, events) = (rows.int64(8), nil, [])
            }
            guard let happened = try happened(rows) else { continue }
            state = evolve(state, happened)
            events.append(happened)
            try each(id, happened, state, rows)
        }
        try finish()
    }

    /// The event in a row of `columns`; nil where its contents were erased.
    func happened(_ row: Statement) throws(LedgerError) -> Happened<any CaseEvent>? { try EventRow(row)?.happened(coder) }

    /// The moments and clocks of the events from one to another, as they are judged, or as they were written down.
    func moments(from seq: Int64, to last: Int64, asWritten isAsWritten: Bool = false) throws(LedgerError) -> [WrongClock.Judged] {
        var found: [WrongClock.Judged] = []
        let at = isAsWritten ? "event.at" : "coalesce(judged.at, event.at)"
        let judged = isAsWritten ? "NULL" : "judged.mark"
        let sql =
            "SELECT event.seq, \(at), coalesce(event.content, \(EventReader.remains)), \(judged) FROM \(EventReader.events) WHERE event.seq BETWEEN ? AND ? ORDER BY event.seq"
        try connection.forEach(sql, seq, last) { row throws(LedgerError) in
            let mark =
                if let distance = row.optionalInt64(3) {
                    ClockMark(distance: distance)
                } else {
                    try row.optionalBytes(2).flatMap { bytes throws(LedgerError) in try coder.clockMark(bytes) }
                }
            found.append(.init(seq: row.int64(0), at: Moment(milliseconds: row.int64(1)), clock: mark))
        }
        return found
    }

    /// The latest moment on the desk before an event, as it stands; nil before the first.
    func latest(before seq: Int64) throws(LedgerError) -> Moment? {
        let sql = """
            SELECT max(coalesce(judged.at, event.at)) FROM \(EventReader.events)
            WHERE event.seq < ? AND kind <> '\(DeskKind.signInRefused.rawValue)'
            """
        return try connection.integer(sql, seq).map { Moment(milliseconds: $0) }
    }

    /// The events of the desk itself, without those of the comment book.
    func forEachDeskEvent(_ body: (Happened<DeskEvent>) throws(LedgerError) -> Void) throws(LedgerError) {
        let sql = "SELECT seq, at, by, on_behalf_of, kind, content FROM event WHERE case_id = 0 AND content IS NOT NULL ORDER BY seq"
        try connection.forEach(sql) { row throws(LedgerError) in
            let content = EventContent(kind: row.text(4), bytes: row.bytes(5))
            if BookKind(rawValue: content.kind) != nil { return }
            guard let by = StaffNumber(row.text(2)) else { throw LedgerError(.damaged, message: "an event of nobody") }
            let (event, circumstances) = try coder.deskEvent(content)
            try body(
                Happened(
                    event,
                    at: try Moment(row, 1),
                    by: by,
                    onBehalfOf: StaffNumber(row.text(3)),
                    passcodeGivenBy: circumstances.passcodeGivenBy,
                    seq: row.int64(0)
                )
            )
        }
    }

    /// The reviews of the comment book.
    ///
    /// - Parameters:
    ///   - last: the last event that counts.
    ///   - isAsWritten: whether they go by the moments as these were written down, whatever clock was declared wrong since.
    func bookDays(upTo last: Int64 = .max, asWritten isAsWritten: Bool = false) throws(LedgerError) -> [Day: BookDay] {
        var days: [Day: BookDay] = [:]
        let sql = """
            SELECT \(EventReader.columns) FROM \(EventReader.events)
            WHERE case_id = 0 AND content IS NOT NULL AND event.seq <= ? ORDER BY event.seq
            """
        try connection.forEach(sql, last) { row throws(LedgerError) in
            let content = EventContent(kind: row.text(4), bytes: row.bytes(5))
            guard BookKind(rawValue: content.kind) != nil, let by = StaffNumber(row.text(2)) else { return }
            let event = try coder.bookEvent(content).event
            let happened = Happened(event, at: try Moment(row, isAsWritten ? 6 : 1), by: by, seq: row.int64(0))
            days[event.day] = evolve(days[event.day], happened)
        }
        return days
    }
}
