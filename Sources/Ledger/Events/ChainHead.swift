import ComplaintRules

/// The end of the chain of events, to which the next is appended. Valid within one transaction.
struct ChainHead {
    /// The seq of the last event; 0 where there is none.
    private(set) var seq: Int64
    /// Its link.
    private(set) var link: [UInt8]
    /// When it happened: no event is judged as of an earlier moment.
    private(set) var at: Moment
    /// What is remarkable of the clock by which is judged what is done now; nil for nothing.
    private(set) var mark: ClockMark?

    /// The end of the chain in the file.
    static func read(_ connection: Connection) throws(LedgerError) -> ChainHead {
        let sql = "SELECT event.seq, link, coalesce(judged.at, event.at) FROM \(EventReader.events) ORDER BY event.seq DESC LIMIT 1"
        let last = try connection.first(sql) { row throws(LedgerError) in
            ChainHead(seq: row.int64(0), link: row.bytes(1), at: Moment(milliseconds: row.int64(2)))
        }
        return last ?? ChainHead(seq: 0, link: ChainHash.genesis, at: Moment(milliseconds: .min))
    }

    /// The moment by which what is done now is judged: the later of the clock and the latest moment on the desk, which is that of the last event.
    /// What is remarkable of the clock stands with the events that are appended next.
    mutating func judge(_ clock: DeskClock) -> Moment {
        let (judged, mark) = ClockMark.judge(clock.now(), latest: seq > 0 ? at : nil)
        self.mark = mark
        return judged
    }

    /// Appends an event and gives its seq. Without a case, `caseID` is 0; nil stands for the case that begins with this event.
    mutating func append(
        _ content: EventContent,
        caseID: Int64?,
        by: StaffNumber,
        onBehalfOf: StaffNumber?,
        at now: Moment,
        to connection: Connection
    ) throws(LedgerError) -> Int64 {
        let next = seq + 1
        let caseID = caseID ?? next
        let salt = Sodium.random(count: ChainHash.saltCount)
        let digest = ChainHash.digest(content: content.bytes, salt: salt)
        let absent = onBehalfOf?.text ?? ""
        let link = ChainHash.link(
            previous: link,
            seq: next,
            at: now.milliseconds,
            caseID: caseID,
            by: by.text,
            for: absent,
            kind: content.kind,
            digest: digest
        )
        try connection.run(
            """
            INSERT INTO event(seq, at, case_id, by, on_behalf_of, kind, digest, link, salt, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            next,
            now.milliseconds,
            caseID,
            by.text,
            absent,
            content.kind,
            digest,
            link,
            salt,
            content.bytes
        )
        (seq, self.link, at) = (next, link, now)
        return next
    }
}
