import ComplaintRules

/// What a check of the whole desk found.
public struct Verification: Sendable {
    /// Events that were checked.
    public var events: Int64 = 0
    /// Signatures that were checked: one a transaction, and one a sign-off.
    public var signatures: Int64 = 0
    /// Cases that were checked.
    public var cases: Int64 = 0
    /// The fingerprint of the founder's key, from which all others follow: only the paper file says whether it is the right one.
    public var foundingKey = ""
    /// Events that were done under a clock that stood behind the latest moment on the desk.
    public var clockBehind: Int64 = 0
    /// Events that were done so long after the one before that the clock may have been wrong.
    public var clockAhead: Int64 = 0
    /// Events that are judged anew since a clock was declared wrong.
    public var judgedAnew: Int64 = 0
    /// The seal of the chain's end.
    public var seal: Seal?
    /// How many events came after the seal that was handed in, which it does not cover; nil where none was.
    public var afterSeal: Int64?
    /// The first thing that is wrong; nil where all is whole.
    public var fault: Fault?

    /// A check that has not begun.
    init() {}

    /// What is found out about a file that is too damaged to be opened.
    public init(unopened error: LedgerError) { fault = .damagedFile(error) }

    /// Something that is wrong.
    public struct Fault: Error, Hashable, Sendable {
        /// Where: `event 12`, `case 0379-2611-012`, `table staff`, `search`, `file`.
        public let place: String
        /// What is wrong there.
        public let what: Phrase
        /// The event by which faults are put in order; past all events for what is kept of them.
        let seq: Int64

        init(place: String, what: Phrase) {
            (self.place, self.what, seq) = (place, what, .max)
        }

        init(event seq: Int64, _ what: Phrase) {
            (place, self.what, self.seq) = ("event \(seq)", what, seq)
        }

        /// The place in words: the case, event or table that somebody is to look at.
        public var placeWords: Phrase { Fault.words(ofPlace: place) }

        /// The words of a place that was kept.
        public static func words(ofPlace place: String) -> Phrase {
            let words = place.split(separator: " ", maxSplits: 1).map(String.init)
            guard let kind = words.first.flatMap({ Fault.kinds[$0] }) else { return Phrase(verbatim: place) }
            return Phrase(en: place, zh: words.count == 1 ? kind : "\(kind) \(words[1]) ")
        }

        /// Damage that SQLite found, or a stored value that no program of ours can have written.
        static func damagedFile(_ error: LedgerError) -> Fault {
            Fault(place: "file", what: Phrase(en: "the file is damaged (\(error.message))", zh: "文件已损坏（\(error.message)）"))
        }

        /// The first words of places, in Chinese.
        private static let kinds = [
            "event": "事件", "case": "投诉", "table": "数据表", "index": "索引", "trigger": "触发器", "view": "视图", "number": "编号",
            "passcode": "密码", "draft": "草稿", "search": "检索索引", "register": "历史比对数据", "file": "文件",
        ]

        /// Of a case as it stands, of which `seq` is the first event.
        init(case number: String, _ seq: Int64, _ what: Phrase) {
            (place, self.what, self.seq) = ("case \(number)", what, seq)
        }
    }

    /// How far a check is, of what there is to do.
    typealias Progress = (_ done: Int64, _ of: Int64) -> Bool
}

extension Ledger {
    /// Checks the chain, the signatures and who could make them, whether the law allowed what was done, and the tables against the events, and
    /// names the first thing that is wrong.
    ///
    /// - Parameters:
    ///   - seal: a seal from the paper file. Only it shows whether the end was cut off or the whole written anew.
    ///   - signatures: those of which events are checked; all where nil.
    ///   - progress: is told how many of how many steps are done; false breaks off.
    /// - Throws: `LedgerError` where the file cannot be read for another reason than damage; `.interrupted` where it was broken off.
    public func verify(
        seal: Seal? = nil,
        signatures: ClosedRange<Int64>? = nil,
        progress: (_ done: Int64, _ of: Int64) -> Bool = { _, _ in true }
    ) throws -> Verification {
        var found = Verification()
        do {
            try connection.read {
                try StoreChecks.checkSchema(connection)
                let total = try connection.integer("SELECT max(seq) FROM event") ?? 0
                func step(_ done: Int64) throws(LedgerError) {
                    if !progress(done, total * 2) { throw LedgerError(.interrupted, message: "broken off") }
                }
                // The chain is walked along by one thread; what the others can do meanwhile needs nothing of it.
                let words = try WordSums(connection)
                let index = try ReadBeside(connection) { connection throws(LedgerError) in try SearchCheck.read(connection, words) }
                let pages = try ReadBeside(connection, StoreChecks.pageReport)
                let chain = try checkChain(&found, seal: seal, signatures: signatures) { done throws(LedgerError) in try step(done) }
                // Of a file that lacks what was acknowledged all else would be told before this.
                try checkWitness()
                let search = SearchCheck(try index.value(), words)
                try checkCases(&found, in: chain, search) { done throws(LedgerError) in try step(total + done) }
                try checkNumbers()
                try checkPasscodes()
                try StoreChecks.checkDrafts(connection)
                try StoreChecks.checkPages(pages.value())
            }
        } catch let fault as Verification.Fault {
            found.fault = fault
        } catch let error as LedgerError where error.kind == .damaged || error.kind == .foreignFile {
            found.fault = .damagedFile(error)
        }
        return found
    }

    // MARK: What is kept

    /// Numbers of cases and papers: each month's from 1, without a gap, in the order in which they were given.
    private func checkNumbers() throws {
        // Imports are numbered in the month in which they were received, all others in that of their logging.
        let series = [
            ("complaint", "month", "id", "number", "'case'"), ("paper", "t.series, month", "case_id", "number", "t.series"),
        ]
        for (table, part, order, name, lost) in series {
            // Among those up to the last that was declared lost there are gaps.
            let sql = """
                SELECT \(name) FROM (
                    SELECT \(name), serial - before AS own, row_number() OVER (PARTITION BY \(part) ORDER BY serial) AS place FROM (
                        SELECT t.*, coalesce((SELECT l.serial FROM lost_serial l WHERE l.series = \(lost) AND l.month = t.month), 0) AS before
                        FROM \(table) t
                    ) t WHERE serial > before
                ) WHERE own <> place ORDER BY \(name) LIMIT 1
                """
            if let number = try connection.text(sql) {
                throw Verification.Fault(
                    place: "number \(number)",
                    what: Phrase(en: "a number before it is missing: they are given without gaps", zh: "之前缺号：编号应连续")
                )
            }
            guard table == "complaint" else { continue }
            let disordered = """
                SELECT number FROM (SELECT number, serial, lag(serial) OVER (PARTITION BY month ORDER BY \(order)) AS before FROM complaint)
                WHERE serial < before LIMIT 1
                """
            if let number = try connection.text(disordered) {
                throw Verification.Fault(
                    place: "case \(number)",
                    what: Phrase(en: "its number was given out of turn", zh: "编号次序有误")
                )
            }
        }
    }

    /// The rows with locked keys: each was made by the key that is registered for its owner, and everybody who works here has one.
    private func checkPasscodes() throws {
        func fault(_ number: String, _ what: Phrase) -> Verification.Fault { .init(place: "passcode \(number)", what: what) }
        let sql = "SELECT \(Ledger.sealedColumns), passcode.staff, public_key FROM passcode LEFT JOIN staff ON number = passcode.staff"
        let rows = try connection.statement(sql + " ORDER BY passcode.staff")
        defer { rows.reset() }
        while try rows.step() {
            let number = rows.text(6)
            guard let key = rows.optionalText(7).flatMap(Hex.bytes), let owner = StaffNumber(number) else {
                throw fault(number, Phrase(en: "a locked key is kept for somebody who is not registered", zh: "存有未登记人员的密钥"))
            }
            guard Ledger.sealedKey(rows).isProven(of: owner, by: key) else {
                throw fault(
                    number,
                    Phrase(
                        en: "the locked key is not the one registered for \(number): the row was changed, or put in place of the right one",
                        zh: "所存密钥不是 \(number) 登记的密钥：该行被改动或替换"
                    )
                )
            }
        }
        if let number = try connection.text(
            "SELECT number FROM staff WHERE retired = 0 AND number NOT IN (SELECT staff FROM passcode) ORDER BY number LIMIT 1"
        ) {
            throw fault(number, Phrase(en: "the locked key of \(number) is missing", zh: "缺少 \(number) 的密钥"))
        }
    }

    private func checkWitness() throws {
        guard let loss = try findLoss() else { return }
        throw Verification.Fault(
            place: "event \(loss.acknowledged ?? loss.present + 1)",
            what: Phrase(
                en: "entries were acknowledged that are not in the file, which ends with event \(loss.present)",
                zh: "有已确认的记录不在文件中，文件止于事件 \(loss.present)"
            )
        )
    }
}
