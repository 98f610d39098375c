import ComplaintRules

/// The end of the chain of events, to which the next is appended and under which the doer signs. Valid within one transaction.
struct ChainHead {
    /// The seq of the last event; 0 where there is none.
    private(set) var seq: Int64
    /// Its link.
    private(set) var link: [UInt8]
    /// The latest moment on the desk: no event is judged as of an earlier one.
    private(set) var at: Moment
    /// The last event of the desk itself that was appended here; nil where none was.
    private(set) var deskEvent: Int64?
    /// The last event that a signature covers; 0 where there is none.
    private var signedUpTo: Int64 = 0
    /// Who did the events that wait for a signature, and the key that it will be made with; nil where none waits.
    private var unsigned: (by: StaffNumber, key: SigningKey)?
    private let keys: KeyRing

    /// What is remarkable of the clock by which is judged what is done now; nil for nothing.
    private(set) var mark: ClockMark?

    /// The end of the chain in the file.
    ///
    /// - Parameter keys: where the keys of the doers are found.
    static func read(_ connection: Connection, keys: KeyRing) throws(LedgerError) -> ChainHead {
        var head = ChainHead(seq: 0, link: ChainHash.genesis, at: Moment(milliseconds: .min), keys: keys)
        let sql = "SELECT seq, link, \(EventReader.latest) FROM event ORDER BY seq DESC LIMIT 1"
        try connection.forEach(sql) { row throws(LedgerError) in
            (head.seq, head.link, head.at) = (row.int64(0), row.bytes(1), try Moment(row, 2))
        }
        head.signedUpTo = try connection.integer("SELECT max(last) FROM signature") ?? 0
        return head
    }

    /// The moment by which what is done now is judged: the later of the clock and the latest moment on the desk, which is that of the last event.
    /// What is remarkable of the clock stands with the events that are appended next.
    mutating func judge(_ clock: DeskClock) -> Moment {
        let (judged, mark) = ClockMark.judge(clock.now(), latest: seq > 0 ? at : nil)
        self.mark = mark
        return judged
    }

    /// Takes in that moments were judged anew, the latest among them.
    mutating func judgeAnew(_ connection: Connection) throws(LedgerError) {
        guard let at = try connection.integer("SELECT at FROM judged WHERE seq = ?", seq) else { return }
        self.at = Moment(milliseconds: at)
    }

    /// Appends an event and gives its seq. Without a case, `caseID` is 0; nil stands for the case that begins with this event.
    ///
    /// - Throws: `SignInRefusal.again` where the key that is to sign is not held, and then nothing was appended; `LedgerError`.
    mutating func append(
        _ content: EventContent,
        caseID: Int64?,
        by: StaffNumber,
        onBehalfOf: StaffNumber?,
        at now: Moment,
        signer: TransactionSignature.Signer = .doer,
        to connection: Connection
    ) throws -> Int64 {
        try prepare(signer, of: by, in: connection)
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
        (seq, self.link) = (next, link)
        if caseID == 0 { deskEvent = next }
        if case .nobody = signer { return next }
        at = now
        // A leap ahead stands with the first event behind it: the next one is of the same moment.
        if case .ahead? = mark { mark = nil }
        return next
    }

    /// Finds the key for an event that comes next, and signs for those before it where another is to.
    private mutating func prepare(_ signer: TransactionSignature.Signer, of doer: StaffNumber, in connection: Connection) throws {
        switch signer {
        case .nobody:
            try sign(in: connection)
        case .key(let key):
            if unsigned?.key !== key { try sign(in: connection) }
            unsigned = (doer, key)
        case .doer:
            if unsigned?.by == doer { return }
            try sign(in: connection)
            let registered = try connection.text("SELECT public_key FROM staff WHERE number = ?", doer.text).flatMap(Hex.bytes)
            guard let registered, let key = keys.key(of: doer, publicKey: registered) else { throw SignInRefusal.again }
            unsigned = (doer, key)
        }
    }

    /// Signs for the events that wait for it. Belongs at the end of every transaction, and behind an event that changes the doer's key.
    mutating func sign(in connection: Connection) throws(LedgerError) {
        guard let key = unsigned?.key else { return }
        let law = Int64(Law.version)
        let message = TransactionSignature.message(law: law, first: signedUpTo + 1, last: seq, link: link)
        if let deferred = connection.deferredSignatures {
            try deferred.take(message, from: signedUpTo + 1, to: seq, law: law, by: key, in: connection)
        } else {
            try TransactionSignature(first: signedUpTo + 1, last: seq, law: law, signature: key.sign(message)).write(in: connection)
        }
        (signedUpTo, unsigned) = (seq, nil)
    }
}

/// An event's place in the chain, without its contents.
struct ChainLink {
    /// What `init(_:)` wants to find in a row, in this order.
    static let columns = "seq, at, case_id, by, on_behalf_of, kind, digest, link"

    /// Its number.
    let seq: Int64
    /// The link as it is stored.
    let link: [UInt8]
    private let computed: ([UInt8]) -> [UInt8]

    /// The event in a row of `columns`.
    init(_ row: Statement) {
        let (seq, at, caseID, digest) = (row.int64(0), row.int64(1), row.int64(2), row.bytes(6))
        let (by, absent, kind) = (row.text(3), row.text(4), row.text(5))
        (self.seq, link) = (seq, row.bytes(7))
        computed = { previous in
            ChainHash.link(previous: previous, seq: seq, at: at, caseID: caseID, by: by, for: absent, kind: kind, digest: digest)
        }
    }

    /// The seq and link of the last event in the file; 0 and the beginning where there is none.
    static func last(in connection: Connection) throws(LedgerError) -> (seq: Int64, link: [UInt8]) {
        try connection.first("SELECT seq, link FROM event ORDER BY seq DESC LIMIT 1") { row throws(LedgerError) in
            (row.int64(0), row.bytes(1))
        } ?? (0, ChainHash.genesis)
    }

    /// Whether it is the one that was appended behind an event with that link.
    func follows(_ previous: [UInt8]) -> Bool { computed(previous) == link }
}
