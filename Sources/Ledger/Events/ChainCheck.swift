import ComplaintRules

/// What a walk along the whole chain found out that the check of the cases needs: the rules and keys as they stood at each place.
struct CheckedChain: Sendable {
    /// The rules from each change of them on.
    fileprivate(set) var rules: [Standing] = []
    /// The keys that were registered.
    fileprivate(set) var keys = KeyHistory()
    /// By how many milliseconds an event came after the latest moment before it, where that is remarkable.
    fileprivate(set) var ahead: [Int64: Int64] = [:]
    /// Whether an event, counted from 1, is judged as of the latest moment before it, as all are that were done under a clock that stood behind.
    fileprivate(set) var isAtLatest: [Bool] = []
    /// By which moments events are judged anew from each declaration of a wrong clock on.
    fileprivate(set) var judgements: [(from: Int64, judged: [Int64: Judgement])] = []
    /// The events whose contents were erased, by their headers: what stays of them is looked at, not the law.
    fileprivate(set) var erased: [Int64: Header] = [:]
    /// The desk's name, which is part of a sign-off's signature.
    fileprivate(set) var deskID = ""

    /// The rules as they stood from an event on. An object, since they are looked up for every event, on all processors: to copy them takes a while.
    final class Standing: Sendable {
        let from: Int64
        let rules: DeskRules

        init(from: Int64, _ rules: DeskRules) { (self.from, self.rules) = (from, rules) }
    }

    /// Who did something, and when.
    struct Header: Equatable, Sendable {
        let by: String
        let at: Moment
    }

    /// Whether the contents of an event were erased.
    func isErased(_ seq: Int64) -> Bool { erased[seq] != nil }

    /// By which moment an event is judged anew, and the latest moment on the desk before the stretch for which it is.
    struct Judgement: Sendable {
        let at: Moment
        let floor: Moment
    }

    /// How many clocks had been declared wrong when the event `seq` was decided.
    func declarations(before seq: Int64) -> Int { judgements.prefix { $0.from < seq }.count }

    /// What happened as it is judged once so many clocks were declared wrong.
    func judged(_ written: Happened<any CaseEvent>, after declarations: Int) -> Happened<any CaseEvent> {
        guard declarations > 0, let judgement = judgements[declarations - 1].judged[written.seq], judgement.at != written.at else {
            return written
        }
        var happened = written
        (happened.judgedBefore, happened.at, happened.floor) = (written.at, judgement.at, judgement.floor)
        return happened
    }

    /// Those by which the event `seq` was decided; nil where the desk does not begin with its founding.
    func rules(at seq: Int64) -> Standing? {
        var (low, high) = (0, rules.count)
        while low < high {
            let middle = (low + high) / 2
            if rules[middle].from < seq { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : rules[low - 1]
    }
}

extension Ledger {
    /// Walks along the chain: no event missing, none changed, each signed for by whoever could, times as they say, and what happened to the desk
    /// itself allowed when it happened; then the tables of staff, settings and book against what these events make.
    func checkChain(
        _ found: inout Verification,
        seal: Seal?,
        signatures: ClosedRange<Int64>?,
        progress: (Int64) throws(LedgerError) -> Void
    ) throws -> CheckedChain {
        // The events make the desk's tables a second time, beside the file: a temporary table hides the one of the same name, so that the hand
        // that keeps the tables is the one that makes them here.
        let names = try Schema.makeDeskTablesBeside(connection)
        var walk = ChainWalk(connection: connection, coder: coder, zone: rules.zone, spans: try SpanReader(connection))
        walk.stretch = signatures
        defer { walk.spans.close() }
        do {
            try walk.run(&found, seal: seal, progress: progress)
        } catch let fault as Verification.Fault {
            // What waits stands before it.
            try walk.signatures.finish(walk.chain.keys)
            throw fault
        }
        try walk.signatures.finish(walk.chain.keys)
        found.signatures += walk.signatures.count
        found.clockBehind = Int64(walk.marks.values.count { if case .behind = $0 { true } else { false } })
        found.clockAhead = Int64(walk.marks.values.count { if case .ahead = $0 { true } else { false } })
        found.judgedAnew = Int64(walk.chain.judgements.last?.judged.count ?? 0)
        try checkDeskTables(names)
        return walk.chain
    }

    private func checkDeskTables(_ names: [String]) throws {
        func check(_ name: String, _ isSame: Bool, row: String? = nil) throws(Verification.Fault) {
            if isSame { return }
            throw Verification.Fault(
                place: "table \(name)",
                what: Phrase(
                    en: "the table does not agree with the events\(row.map { " (row \($0))" } ?? "")",
                    zh: "数据表与事件不一致\(row.map { "（行 \($0)）" } ?? "")"
                )
            )
        }
        for name in names {
            // JSON is compared by what it says: a program of yesterday may have written it in other words.
            let listing = "SELECT group_concat(name, ', ') FROM pragma_table_info('\(name)') WHERE type <> 'BLOB'"
            let columns = try connection.text(listing) ?? ""
            let (kept, made) = ("SELECT \(columns) FROM main.\(name)", "SELECT \(columns) FROM temp.\(name)")
            // The first column is the key, or the first part of it: somebody's number, a day, a code's axis.
            let differing = "SELECT * FROM (\(kept) EXCEPT \(made)) UNION ALL SELECT * FROM (\(made) EXCEPT \(kept)) LIMIT 1"
            let row = try connection.first(differing) { row throws(LedgerError) in row.text(0) }
            try check(name, row == nil, row: row)
        }
        let made = try Ledger.readRules(connection, coder).0
        for name in names { try connection.execute("DROP TABLE temp.\(name)") }
        let kept = try Ledger.readRules(connection, coder).0
        try check("desk", kept.settings == made.settings && kept.calendar == made.calendar)
        try check("clock_rule", kept.clockRules == made.clockRules)
        try check("dated_rule", kept.hoursRules == made.hoursRules && kept.tierRules == made.tierRules)
        try check("dated_rule", kept.sizeRules == made.sizeRules && kept.formerRetentions == made.formerRetentions)
        try check("dated_rule", kept.wrongClocks == made.wrongClocks && kept.pointsRules == made.pointsRules)
        try check("correction", kept.openings == made.openings && kept.bookCorrections == made.bookCorrections)
        try check("staff_change", kept.staffChanges == made.staffChanges)
    }
}

/// The signatures in the order of the chain.
private final class SpanReader {
    private let statement: Statement
    /// The one that comes next; nil at the end.
    private(set) var next: TransactionSignature?

    init(_ connection: Connection) throws(LedgerError) {
        statement = try connection.statement("SELECT last, first, law, signature FROM signature ORDER BY last")
        try advance()
    }

    func advance() throws(LedgerError) {
        next =
            try statement.step()
            ? TransactionSignature(
                first: statement.int64(1),
                last: statement.int64(0),
                law: statement.int64(2),
                signature: statement.bytes(3)
            ) : nil
    }

    func close() { statement.reset() }
}

/// One walk along the chain.
private struct ChainWalk {
    let connection: Connection
    let coder: EventCoder
    let zone: any LocalZone
    let spans: SpanReader
    var chain = CheckedChain()
    /// What the events say that was remarkable of the clock, by their places.
    private(set) var marks: [Int64: ClockMark] = [:]
    /// The same as they are judged since clocks were declared wrong.
    private var judgedMarks: [Int64: ClockMark] = [:]
    var signatures = SignatureChecks()
    /// The events whose signatures are checked; all where nil.
    var stretch: ClosedRange<Int64>?

    private var head = (seq: Int64(0), link: ChainHash.genesis, at: Moment(milliseconds: .min))
    /// The latest moment before the event; nil for the first.
    private var latest: Moment?
    private var days: [Day: BookDay] = [:]
    /// What was issued of each month, and by which events.
    private var reported: [Month: [(seq: Int64, issue: MonthlyFigures.Issue)]] = [:]
    private var foundingKey = ""
    private var changes: Int64 = 0
    /// What the span that is not at its end yet holds beside refused sign-ins: who did it, and the registrations that hold behind it.
    private var span = Span()

    private struct Span {
        var doer: String?
        var registered: [(owner: KeyHistory.Owner, key: String, seq: Int64)] = []
        /// A key that the recovery key gave.
        var isRecovery = false
        /// What else is in it than that.
        var isMore = false
    }

    init(connection: Connection, coder: EventCoder, zone: any LocalZone, spans: SpanReader) {
        self.connection = connection
        self.coder = coder
        self.zone = zone
        self.spans = spans
    }

    mutating func run(_ found: inout Verification, seal: Seal?, progress: (Int64) throws(LedgerError) -> Void) throws {
        var isSealed = seal == nil
        // What an erasure left is compared with the erasure itself in the end, as the tables are.
        let sql = """
            SELECT seq, at, case_id, by, on_behalf_of, kind, digest, link, salt, content,
            CASE WHEN content IS NULL AND salt IS NULL AND case_id <> 0 THEN \(EventReader.remains) END
            FROM event ORDER BY seq
            """
        let rows = try connection.statement(sql)
        defer { rows.reset() }
        while try rows.step() {
            try take(rows)
            found.events += 1
            if let seal, seal.seq == head.seq {
                guard seal.matches(link: head.link) else {
                    throw Verification.Fault(
                        event: head.seq,
                        Phrase(en: "the chain up to here is not the one that was sealed", zh: "截至此处的链与封签不符")
                    )
                }
                isSealed = true
            }
            if head.seq % 4096 == 0 { try progress(head.seq) }
        }
        if let left = spans.next {
            throw Verification.Fault(
                event: left.last,
                Phrase(en: "a signature covers it, but the event is not there: the end was cut off", zh: "有签名却无该事件：末尾被截断")
            )
        }
        if !isSealed {
            throw Verification.Fault(
                event: seal?.seq ?? 0,
                Phrase(en: "the sealed event is not there: the end was cut off", zh: "封签对应的事件不存在：末尾被截断")
            )
        }
        // The law was asked about the moments as they stood; the table goes by those of now.
        for day in try EventReader(connection, coder: coder).bookDays().values { try BookTable.keep(day, in: connection) }
        found.seal = Seal(seq: head.seq, link: head.link)
        found.afterSeal = seal.map { head.seq - $0.seq }
        found.foundingKey = foundingKey
    }

    /// Takes the next event.
    private mutating func take(_ row: Statement) throws {
        let seq = row.int64(0)
        if seq != head.seq + 1 {
            throw Verification.Fault(event: head.seq + 1, Phrase(en: "the event is missing", zh: "该事件缺失"))
        }
        let (at, caseID, by, kind, digest) = (try Moment(row, 1), row.int64(2), row.text(3), row.text(5), row.bytes(6))
        let (content, remains) = (row.optionalBytes(9), row.optionalBytes(10))
        if remains != nil {
            chain.erased[seq] = CheckedChain.Header(by: by, at: at)
        } else if let content, let salt = row.optionalBytes(8) {
            if ChainHash.digest(content: content, salt: salt) != digest {
                throw Verification.Fault(event: seq, Phrase(en: "its contents were changed", zh: "内容被改动"))
            }
        } else {
            throw Verification.Fault(
                event: seq,
                Phrase(en: "its contents are missing, and no erasure explains it", zh: "内容缺失，且无清除记录")
            )
        }
        let link = ChainHash.link(
            previous: head.link,
            seq: seq,
            at: at.milliseconds,
            caseID: caseID,
            by: by,
            for: row.text(4),
            kind: kind,
            digest: digest
        )
        if link != row.bytes(7) {
            throw Verification.Fault(
                event: seq,
                Phrase(
                    en: "its header or its link was changed, or an event before it was replaced",
                    zh: "事件抬头或链接被改动，或之前的事件被替换"
                )
            )
        }
        // No event is judged as of an earlier moment than one before it.
        let isRefusal = caseID == 0 && kind == DeskKind.signInRefused.rawValue
        let distance = head.seq > 0 && !isRefusal ? at.milliseconds - head.at.milliseconds : 0
        if distance < 0 {
            throw Verification.Fault(
                event: seq,
                Phrase(
                    en: "its time is \(-distance / 1000) s before that of the event before it: it was dated back",
                    zh: "其时间早于前一事件 \(-distance / 1000) 秒：系倒签"
                )
            )
        }
        if head.seq > 0, !isRefusal, case .ahead(let distance)? = ClockMark.judge(at, latest: head.at).mark { chain.ahead[seq] = distance }
        chain.isAtLatest.append(head.seq > 0 && distance == 0)
        // A mark is no word, and stays when the words are erased.
        if let content = content ?? remains, !isRefusal, let mark = try coder.clockMark(content) {
            (marks[seq], judgedMarks[seq]) = (mark, mark)
        }
        // What bears no signature may say any moment, and counts for nothing.
        latest = head.seq > 0 ? head.at : nil
        head = (seq, link, isRefusal ? head.at : at)
        if caseID == 0, let content {
            try takeDesk(row, kind: kind, content: content)
        } else {
            try enter(by, seq)
            span.isMore = true
        }
        try endSpan(by)
    }

    /// Takes an event into the span that it belongs to.
    private mutating func enter(_ by: String, _ seq: Int64) throws(Verification.Fault) {
        guard let signature = spans.next, signature.first <= seq else {
            throw Verification.Fault(
                event: seq,
                Phrase(en: "nobody signed for it: \(by), under whose name it stands, did not", zh: "署名 \(by)，却无其签名")
            )
        }
        if let doer = span.doer, doer != by {
            throw Verification.Fault(
                event: seq,
                Phrase(
                    en: "it stands under \(by)'s name among events of \(doer), under one signature",
                    zh: "署名 \(by)，却与 \(doer) 的事件共用一个签名"
                )
            )
        }
        span.doer = by
    }

    /// Looks at the signature where the event that was taken last is the last of its span.
    private mutating func endSpan(_ by: String) throws {
        let seq = head.seq
        guard let signature = spans.next else { return }
        if signature.first > seq || signature.last > seq {
            // Not yet: but what came before must be covered.
            return
        }
        guard signature.last == seq else {
            throw Verification.Fault(
                event: signature.last,
                Phrase(en: "two signatures cover it", zh: "有两个签名覆盖该事件")
            )
        }
        let first = signedUpTo + 1
        if signature.first != first {
            throw Verification.Fault(
                event: min(first, signature.first),
                signature.first > first
                    ? Phrase(en: "no signature covers it: one was removed", zh: "无签名覆盖：签名被删除")
                    : Phrase(en: "two signatures cover it", zh: "有两个签名覆盖该事件")
            )
        }
        guard signature.law >= 1, signature.law <= Int64(Law.version) else {
            throw Verification.Fault(
                event: seq,
                Phrase(
                    en: "it names version \(signature.law) of the rules, which this program does not know",
                    zh: "所称规则版本 \(signature.law) 为本程序所不知"
                )
            )
        }
        guard span.doer == by else {
            throw Verification.Fault(
                event: seq,
                Phrase(en: "a refused sign-in bears a signature; it grants nothing and has none", zh: "被拒登录记录不应带有签名")
            )
        }
        let key = try key(of: by, from: first)
        if stretch?.contains(seq) ?? true {
            try signatures.take(
                signature.signature,
                of: TransactionSignature.message(law: signature.law, first: first, last: seq, link: head.link),
                event: seq,
                by: by,
                key: key,
                everybody: chain.keys
            )
        }
        for registered in span.registered { chain.keys.register(registered.key, of: registered.owner, at: registered.seq) }
        (span, signedUpTo) = (Span(), seq)
        try spans.advance()
    }

    /// The last event that a signature covers.
    private var signedUpTo: Int64 = 0

    /// The key that is to have signed the span.
    private mutating func key(of by: String, from first: Int64) throws(Verification.Fault) -> [UInt8] {
        let number = StaffNumber(by)
        // The founder's registers itself: all others follow from it.
        if first == 1 {
            let own = span.registered.first { $0.owner == number.map(KeyHistory.Owner.staff) }
            foundingKey = KeyFingerprint.text(own?.key ?? "")
            return own.flatMap { Hex.bytes($0.key) } ?? []
        }
        if span.isRecovery {
            if span.isMore {
                throw Verification.Fault(
                    event: head.seq,
                    Phrase(
                        en: "the recovery key did more than give a branch manager a new key",
                        zh: "恢复密钥只能为网点负责人设置新密钥，不得作他用"
                    )
                )
            }
            return chain.keys.key(of: .recovery, at: first) ?? []
        }
        guard let number, let key = chain.keys.key(of: .staff(number), at: first) else {
            throw Verification.Fault(
                event: head.seq,
                Phrase(en: "\(by), under whose name it stands, was not registered then", zh: "署名 \(by)，而该人员当时并未登记")
            )
        }
        return key
    }

    /// Takes an event of the desk or of the comment book: whether it was allowed, and what it makes.
    private mutating func takeDesk(_ row: Statement, kind: String, content: [UInt8]) throws {
        let seq = head.seq
        guard let by = StaffNumber(row.text(3)) else { throw LedgerError(.damaged, message: "an event of nobody") }
        let (absent, stored) = (StaffNumber(row.text(4)), EventContent(kind: kind, bytes: content))
        if BookKind(rawValue: kind) != nil {
            let (event, circumstances) = try Verification.read(seq) { () throws(LedgerError) in try coder.bookEvent(stored) }
            try enter(by.text, seq)
            span.isMore = true
            let desk = try rules(for: by, circumstances)
            let happened = Happened(event, at: head.at, by: by, onBehalfOf: absent, seq: seq)
            try Verification.lawful(event: seq, by) { [day = days[event.day]] () throws(ReplayFault) in
                try replay(happened, on: day, under: desk)
            }
            days[event.day] = evolve(days[event.day], happened)
            return
        }
        let (event, circumstances) = try Verification.read(seq) { () throws(LedgerError) in try coder.deskEvent(stored) }
        let happened = Happened(
            event,
            at: head.at,
            by: by,
            onBehalfOf: absent,
            passcodeGivenBy: circumstances.passcodeGivenBy,
            seq: seq
        )
        if case .founded(let founded) = event, seq == 1 { chain.deskID = founded.deskID }
        if case .signInRefused(let refused) = event {
            // Nobody's act, which may stand among those of others: it bears no signature, so that it may say nothing else than this.
            guard refused.number == by, absent == nil, refused.count >= 1 else {
                throw Verification.Fault(
                    event: seq,
                    Phrase(en: "a refused sign-in that no wrong passcode can have left", zh: "此被拒登录记录不可能由输错密码产生")
                )
            }
        } else {
            try enter(by.text, seq)
            // At the founding there are no rules yet to ask.
            if seq > 1 || !event.isFounding {
                let desk = try rules(for: by, circumstances)
                try Verification.lawful(event: seq, by) { [reported, judgedMarks, days, latest] () throws(ReplayFault) in
                    let issued = reported.mapValues { $0.map(\.issue) }
                    try replay(happened, after: issued, judgedMarks, days, latest: latest, under: desk)
                }
            }
        }
        switch event {
        case .founded(let founded): span.registered.append((.recovery, founded.recoveryKey, seq))
        case .staffAdded(let added):
            span.registered.append((.staff(added.number), added.publicKey, seq))
            span.isMore = true
        case .keyChanged(let changed):
            span.registered.append((.staff(changed.number), changed.publicKey, seq))
            if changed.way == .recovery { span.isRecovery = true } else { span.isMore = true }
        case .recoveryKeySet(let set):
            span.registered.append((.recovery, set.publicKey, seq))
            if set.isReplacement { span.isMore = true }
            if !set.isReplacement, !span.isRecovery {
                throw Verification.Fault(event: seq, ReplayFault.outOfNothing.words(by))
            }
        case .reportIssued(let report):
            guard report.digest == Ledger.digest(ofReport: report.form) else {
                throw Verification.Fault(
                    event: seq,
                    Phrase(en: "the digest of the report for \(report.month) is another one", zh: "\(report.month) 月度报告的摘要不符")
                )
            }
            reported[report.month, default: []].append((seq, .init(report, at: happened.at, by: by)))
            span.isMore = true
        case .signInRefused: break
        default: span.isMore = true
        }
        try DeskTable.keep(happened, in: connection, coder)
        if case .clockDeclaredWrong = event, let at = try connection.integer("SELECT at FROM judged WHERE seq = ?", seq) {
            head.at = Moment(milliseconds: at)
            var judged: [Int64: CheckedChain.Judgement] = [:]
            try connection.forEach("SELECT seq, at, floor, mark FROM judged") { row throws(LedgerError) in
                judged[row.int64(0)] = CheckedChain.Judgement(at: try Moment(row, 1), floor: try Moment(row, 2))
                judgedMarks[row.int64(0)] = ClockMark(distance: row.int64(3))
            }
            chain.judgements.append((seq, judged))
            // A report that was issued before its month had ended is none.
            for (month, issued) in reported {
                reported[month] = issued.filter { each in judged[each.seq].map { month.hasEnded(at: $0.at, in: zone) } ?? true }
            }
            // What is done from now on is decided on the reviews as they are judged now.
            days = try EventReader(connection, coder: coder).bookDays(upTo: seq)
        }
        let total = try connection.integer("SELECT total_changes()") ?? 0
        // Most events of the desk, such as a refused sign-in, change no rule.
        guard total != changes else { return }
        changes = total
        var rules = try Ledger.readRules(connection, coder).0
        rules.zone = zone
        chain.rules.append(CheckedChain.Standing(from: seq, rules))
    }

    /// The rules for an event of the desk, and whether it says rightly how it came about.
    private func rules(for by: StaffNumber, _ circumstances: Circumstances) throws -> DeskRules {
        guard let standing = chain.rules.last else {
            throw Verification.Fault(event: head.seq, Phrase(en: "the desk does not begin with its founding", zh: "网点缺少建立记录"))
        }
        try Verification.check(circumstances, event: head.seq, by, standing, chain)
        return standing.rules
    }
}

extension Verification {
    /// Asks the law, and puts into words what stands against an event.
    static func lawful(event seq: Int64, _ by: StaffNumber, _ body: () throws(ReplayFault) -> Void) throws(Fault) {
        do throws(ReplayFault) {
            try body()
        } catch {
            throw Fault(event: seq, error.words(by))
        }
    }

    /// Reads the contents of an event, and says where they are not what its kind says.
    static func read<Value>(_ seq: Int64, _ body: () throws(LedgerError) -> Value) throws -> Value {
        do throws(LedgerError) {
            return try body()
        } catch {
            guard error.kind == .damaged else { throw error }
            throw Fault(event: seq, Phrase(en: "its contents are not what its kind says", zh: "内容与事件种类不符"))
        }
    }

    /// Whether an event says rightly how it came about.
    static func check(
        _ circumstances: Circumstances,
        event seq: Int64,
        _ by: StaffNumber,
        _ standing: CheckedChain.Standing,
        _ chain: CheckedChain
    ) throws(Fault) {
        try check(circumstances.clock, event: seq, chain)
        if circumstances.passcodeGivenBy != standing.rules.passcodeGivers(of: by) {
            throw Fault(
                event: seq,
                Phrase(en: "it does not say rightly who had given \(by) the passcode", zh: "未如实注明 \(by) 的密码由谁设置")
            )
        }
    }

    /// Whether an event says rightly how the computer's clock stood, as far as its moment and those before it tell.
    static func check(_ mark: ClockMark?, event seq: Int64, _ chain: CheckedChain) throws(Fault) {
        let isRight =
            switch mark {
            case .ahead(let distance)?: chain.ahead[seq] == distance
            case .behind(let distance)?: distance > 0 && chain.isAtLatest[Int(seq) - 1]
            case nil: chain.ahead[seq] == nil
            }
        if isRight { return }
        throw Fault(
            event: seq,
            Phrase(en: "it does not say rightly how the computer's clock stood", zh: "未如实注明当时电脑时钟的情况")
        )
    }
}

extension DeskEvent {
    /// Whether it is the one that begins a desk.
    fileprivate var isFounding: Bool { if case .founded = self { true } else { false } }
}

extension ReplayFault {
    /// What stands against an event of `by`.
    func words(_ by: StaffNumber) -> Phrase {
        switch self {
        case .forbidden(let refusal):
            Phrase(
                en: "\(by) could not do this then: \(refusal.sentence.english.withoutStop)",
                zh: "\(by) 当时不能这样做：\(refusal.sentence.chinese.withoutStop)"
            )
        case .otherwise:
            Phrase(en: "the rules make something else of this act than what is written down", zh: "按当时规则，该行为的结果与记载不同")
        case .otherAbsentee:
            Phrase(en: "it is written down as done for somebody for whom it was not done", zh: "所记被代理人与事实不符")
        case .outOfNothing:
            Phrase(en: "no act leads to it", zh: "没有任何行为会产生该事件")
        }
    }
}

extension String {
    /// Without the full stop of a sentence that stands within another.
    fileprivate var withoutStop: String { hasSuffix(".") || hasSuffix("。") ? String(dropLast()) : self }
}
