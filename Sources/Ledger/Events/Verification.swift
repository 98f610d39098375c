import ComplaintRules

/// What a check of the whole desk found.
public struct Verification: Sendable {
    /// Events that were checked.
    public var events: Int64 = 0
    /// Signatures that were checked.
    public var signatures: Int64 = 0
    /// Cases whose registers were checked.
    public var cases: Int64 = 0
    /// Events that were done under a clock that stood behind the latest moment on the desk.
    public var clockBehind: Int64 = 0
    /// Events that were done so long after the one before that the clock may have been wrong.
    public var clockAhead: Int64 = 0
    /// Events that are judged anew since a clock was declared wrong.
    public var judgedAnew: Int64 = 0
    /// The seal of the chain's end.
    public var seal: Seal?
    /// The first thing that is wrong; nil where all is whole.
    public var fault: Fault?

    /// Something that is wrong.
    public struct Fault: Error, Hashable, Sendable {
        /// Where: `event 12`, `case 0379-2611-012`, `table staff`, `search`, `file`.
        public let place: String
        /// What is wrong there.
        public let what: Phrase
    }
}

extension Verification {
    fileprivate static func unlikeSketches(_ place: String) -> Fault {
        Fault(
            place: place,
            what: Phrase(
                en: "what earlier cases are found by says something else than the events",
                zh: "历史投诉比对数据与事件不一致"
            )
        )
    }
}

extension Ledger {
    /// Checks the chain, the signatures, and the tables against the events, and names the first thing that is wrong.
    ///
    /// - Parameters:
    ///   - seal: a seal from the paper file. Only it shows whether the end was cut off or the whole written anew.
    ///   - progress: is told how many of how many steps are done; false breaks off.
    /// - Throws: `LedgerError` where the file cannot be read for another reason than damage; `.interrupted` where it was broken off.
    public func verify(
        seal: Seal? = nil,
        progress: (_ done: Int64, _ of: Int64) -> Bool = { _, _ in true }
    ) throws -> Verification {
        var found = Verification()
        do {
            try connection.read {
                let total = try connection.integer("SELECT max(seq) FROM event") ?? 0
                try checkChain(&found, seal: seal) { progress($0, total * 2) }
                try checkCases(&found) { progress(total + $0, total * 2) }
                try checkDesk()
                found.judgedAnew = try connection.integer("SELECT count(*) FROM judged") ?? 0
                try checkFile(cases: found.cases)
            }
        } catch let fault as Verification.Fault {
            found.fault = fault
        } catch let error as LedgerError where error.kind == .damaged || error.kind == .foreignFile {
            found.fault = .init(
                place: "file",
                what: Phrase(en: "the file is damaged (\(error.message))", zh: "文件已损坏（\(error.message)）")
            )
        }
        return found
    }

    // MARK: The chain

    private func checkChain(_ found: inout Verification, seal: Seal?, progress: (Int64) -> Bool) throws {
        var link = ChainHash.genesis
        var expected: Int64 = 0
        var sealed = seal == nil
        let sql = "SELECT seq, at, case_id, by, on_behalf_of, kind, digest, link, salt, content FROM event ORDER BY seq"
        let rows = try connection.statement(sql)
        defer { rows.reset() }
        while try rows.step() {
            expected += 1
            let seq = rows.int64(0)
            func fault(_ what: Phrase) -> Verification.Fault { .init(place: "event \(seq)", what: what) }
            if seq != expected {
                throw Verification.Fault(
                    place: "event \(expected)",
                    what: Phrase(en: "the event is missing", zh: "该事件缺失")
                )
            }
            let digest = rows.bytes(6)
            guard let salt = rows.optionalBytes(8), let content = rows.optionalBytes(9) else {
                throw fault(Phrase(en: "its contents are missing, and no erasure explains it", zh: "内容缺失，且无清除记录"))
            }
            if ChainHash.digest(content: content, salt: salt) != digest {
                throw fault(Phrase(en: "its contents were changed", zh: "内容被改动"))
            }
            let next = ChainHash.link(
                previous: link,
                seq: seq,
                at: rows.int64(1),
                caseID: rows.int64(2),
                by: rows.text(3),
                for: rows.text(4),
                kind: rows.text(5),
                digest: digest
            )
            if next != rows.bytes(7) {
                throw fault(
                    Phrase(
                        en: "its header or its link was changed, or an event before it was replaced",
                        zh: "事件抬头或链接被改动，或之前的事件被替换"
                    )
                )
            }
            link = next
            found.events += 1
            switch try coder.clockMark(content) {
            case .behind?: found.clockBehind += 1
            case .ahead?: found.clockAhead += 1
            case nil: break
            }
            if let seal, seal.seq == seq {
                guard seal.matches(link: link) else {
                    throw fault(Phrase(en: "the chain up to here is not the one that was sealed", zh: "截至此处的链与封签不符"))
                }
                sealed = true
            }
            if seq % 4096 == 0, !progress(seq) { throw LedgerError(.interrupted, message: "broken off") }
        }
        if !sealed {
            throw Verification.Fault(
                place: "event \(seal?.seq ?? 0)",
                what: Phrase(en: "the sealed event is not there: the end was cut off", zh: "封签对应的事件不存在：末尾被截断")
            )
        }
        found.seal = Seal(seq: expected, link: link)
    }

    // MARK: Cases and their signatures

    private func checkCases(_ found: inout Verification, progress: (Int64) -> Bool) throws {
        var check = CaseCheck(deskID: deskID, keys: try publicKeys(), attachments: Attachments(deskFolder: folder))
        // Read first: where its pages are damaged, no statement has begun that would not be reset.
        var sketches = try LikenessReader(connection)
        let tables = try CaseTables.all.map { try $0.reader(connection) }
        defer { for table in tables { table.close() } }
        var (steps, cases): (Int64, Int64) = (0, 0)
        try EventReader(connection, coder: coder).forEachCase { id, happened, state, row in
            try check.take(id, happened, state, kind: row.text(4), at: row.int64(6), digest: row.bytes(8))
            steps += 1
            if steps % 4096 == 0, !progress(steps) { throw LedgerError(.interrupted, message: "broken off") }
        } then: { stored in
            for table in tables where try !table.agrees(with: stored) {
                throw Verification.Fault(
                    place: "case \(stored.state.number)",
                    what: Phrase(en: "table \(table.name) says something else than the events", zh: "数据表 \(table.name) 与事件不一致")
                )
            }
            if !sketches.agrees(with: stored) { throw Verification.unlikeSketches("case \(stored.state.number)") }
            cases += 1
        }
        if !sketches.isAll { throw Verification.unlikeSketches("register") }
        for table in tables {
            guard let id = table.waiting else { continue }
            throw Verification.Fault(
                place: "event \(id)",
                what: Phrase(en: "table \(table.name) has a row without a case", zh: "数据表 \(table.name) 中有无案件的记录")
            )
        }
        found.cases = cases
        found.signatures = check.signatures
    }

    /// The public keys of all staff, as their events have them.
    private func publicKeys() throws -> [StaffNumber: String] {
        var keys: [StaffNumber: String] = [:]
        try EventReader(connection, coder: coder).forEachDeskEvent { event in
            if case .staffAdded(let added) = event { keys[added.number] = added.publicKey }
        }
        return keys
    }

    // MARK: The desk itself

    /// Lets the events make the desk's tables a second time, beside the file, and compares. A temporary table hides the one of the same name,
    /// so that the hand that keeps the tables is the one that makes them here.
    private func checkDesk() throws {
        try connection.execute(Schema.deskTables.replacing("CREATE TABLE", with: "CREATE TEMP TABLE"))
        try Schema.fillDeskTables(from: EventReader(connection, coder: coder))
        let made = try Ledger.readRules(connection, coder).0
        var names: [String] = []
        try connection.forEach("SELECT name FROM sqlite_temp_schema WHERE name IN (SELECT name FROM main.sqlite_schema) ORDER BY name") {
            row throws(LedgerError) in names.append(row.text(0))
        }
        func check(_ name: String, _ isSame: Bool) throws(Verification.Fault) {
            if isSame { return }
            throw Verification.Fault(
                place: "table \(name)",
                what: Phrase(en: "the table says something else than the events", zh: "数据表与事件不一致")
            )
        }
        for name in names {
            // JSON is compared by what it says: a program of yesterday may have written it in other words.
            let listing = "SELECT group_concat(name, ', ') FROM pragma_table_info('\(name)') WHERE type <> 'BLOB'"
            let columns = try connection.text(listing) ?? ""
            let (kept, made) = ("SELECT \(columns) FROM main.\(name)", "SELECT \(columns) FROM temp.\(name)")
            let differing = "SELECT EXISTS(\(kept) EXCEPT \(made)) OR EXISTS(\(made) EXCEPT \(kept))"
            try check(name, try connection.integer(differing) == 0)
        }
        for name in names { try connection.execute("DROP TABLE temp.\(name)") }
        let kept = try Ledger.readRules(connection, coder).0
        try check("desk", kept.settings == made.settings && kept.calendar == made.calendar)
        try check("clock_rule", kept.clockRules == made.clockRules)
        try check("dated_rule", kept.hoursRules == made.hoursRules && kept.tierRules == made.tierRules)
        try check("correction", kept.openings == made.openings && kept.bookCorrections == made.bookCorrections)
        try check("staff_change", kept.staffChanges == made.staffChanges)
    }

    private func checkFile(cases: Int64) throws {
        if try connection.integer("SELECT count(*) FROM complaint_search_docsize") != cases {
            throw Verification.Fault(
                place: "search",
                what: Phrase(en: "the search index lacks cases or has too many", zh: "检索索引与案件数不符")
            )
        }
        let report = try connection.text("PRAGMA quick_check(1)") ?? ""
        if report != "ok" {
            throw Verification.Fault(place: "file", what: Phrase(en: "the file is damaged (\(report))", zh: "文件已损坏（\(report)）"))
        }
    }
}

/// Checks the signatures and the scans of one case after the other.
private struct CaseCheck {
    let deskID: String
    let keys: [StaffNumber: String]
    let attachments: Attachments
    private(set) var signatures: Int64 = 0
    private var caseID: Int64 = 0
    private var statement = SignOffStatement()

    init(deskID: String, keys: [StaffNumber: String], attachments: Attachments) {
        self.deskID = deskID
        self.keys = keys
        self.attachments = attachments
    }

    mutating func take(
        _ id: Int64,
        _ happened: Happened<any CaseEvent>,
        _ state: Case?,
        kind: String,
        at: Int64,
        digest: [UInt8]
    ) throws {
        if id != caseID { (caseID, statement) = (id, SignOffStatement()) }
        if let signOff = happened.event as? SignOff {
            try check(signOff, happened, at: Moment(milliseconds: at))
            signatures += 1
        }
        if let attachment = happened.event as? Attachment, !attachment.digest.isEmpty, !attachments.isWhole(attachment.digest) {
            throw Verification.Fault(
                place: "event \(happened.seq)",
                what: Phrase(en: "the copy of the attached file is missing or was changed", zh: "附件副本缺失或被改动")
            )
        }
        guard state != nil else {
            throw Verification.Fault(
                place: "event \(happened.seq)",
                what: Phrase(en: "the case does not begin with its logging", zh: "案件缺少登记事件")
            )
        }
        statement.take(
            seq: happened.seq,
            at: at,
            caseID: caseID,
            by: happened.by.text,
            onBehalfOf: happened.onBehalfOf?.text ?? "",
            kind: kind,
            digest: digest
        )
    }

    private func check(_ signOff: SignOff, _ happened: Happened<any CaseEvent>, at moment: Moment) throws {
        func fault(_ what: Phrase) -> Verification.Fault { .init(place: "event \(happened.seq)", what: what) }
        guard let seal = signOff.seal, let signature = Hex.bytes(seal.signature), let key = Hex.bytes(seal.publicKey) else {
            throw fault(Phrase(en: "the signature is missing", zh: "缺少签名"))
        }
        guard seal.publicKey == keys[happened.by] else {
            throw fault(Phrase(en: "the signature was made with a key that is not the signer's", zh: "签名所用密钥不属于签字人"))
        }
        let message = statement.message(deskID: deskID, caseID: caseID, signer: happened.by, at: moment)
        guard seal.covers == statement.covers, Signatures.isValid(signature, of: message, by: key) else {
            throw fault(Phrase(en: "the signature does not fit what was signed", zh: "签名与所签内容不符"))
        }
    }
}
