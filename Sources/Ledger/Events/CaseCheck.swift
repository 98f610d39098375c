import ComplaintRules
import Synchronization

/// The rows of one case as they stand in the file: its events, and what is kept of it in each table of `CaseTables.all`.
private struct CaseRows: Sendable {
    struct Event: Sendable {
        let seq: Int64
        let at: Moment
        let by: String
        let onBehalfOf: String
        let kind: String
        let digest: [UInt8]
        /// Nil where they were erased.
        let content: [UInt8]?
    }

    let id: Int64
    var events: [Event] = []
    var kept: [[[KeptCell]]] = []
}

/// What was found out about a case.
private enum CaseResult: Sendable {
    case fault(Verification.Fault)
    /// It failed for another reason than that something is wrong.
    case failed(LedgerError)
    /// What another case is or does has to be known first; so much of what it does to others itself is known already.
    case waits([Claim])
    case whole(WholeCase)
}

/// What the check of a case leaves to be looked at beside others.
private struct WholeCase: Sendable {
    /// Its number.
    var number = ""
    /// Its signed sign-offs.
    var signatures: Int64 = 0
    /// Its line among the sketches of wordings; nil where it needs none.
    var sketch: (page: Int64, entry: [UInt8]?)?
    /// Whether its contents were erased.
    var isErased = false
    /// What its acts do to other cases.
    var claims: [Claim] = []
    /// What the words by which it is found add up to.
    var words: UInt64 = 0
    /// What was taken that acts on other cases did here.
    var taken: [Claim.Place] = []
    /// The events about which the law cannot be asked any more, since what they followed from was erased.
    var unasked: [Int64] = []
}

/// What an act on one case does to another.
private struct Claim: Sendable {
    /// Where it is looked for.
    struct Place: Hashable, Sendable {
        /// The first event that it leads to; for what goes through a web of cases, the last event of the act itself.
        let seq: Int64
        /// The case of the web; nil for what does not go through one.
        var number: CaseNumber?

        /// Where what may have led to an event on a case is looked for.
        init(_ happened: Happened<any CaseEvent>, on number: CaseNumber?) {
            let distance = (happened.event as? any WebEvent)?.place
            seq = happened.seq - Int64(distance ?? 0)
            self.number = distance == nil ? nil : number
        }

        init(seq: Int64, number: CaseNumber? = nil) { (self.seq, self.number) = (seq, number) }
    }

    /// The act's event.
    let act: Int64
    let place: Place
    let number: CaseNumber
    let events: [any CaseEvent]
    /// For whom the act was done; nil for nobody else.
    let absent: StaffNumber?

    /// What it leads to, as it may stand there: how far behind its act an event of a web stands depends on cases that may be erased since.
    func events(for found: any CaseEvent) -> [any CaseEvent] {
        events.map { event in
            guard var event = event as? any WebEvent else { return event }
            event.place = (found as? any WebEvent)?.place
            return event
        }
    }
}

extension Ledger {
    /// Checks every case: whether the law allowed what was done to it, its sign-offs and scans, and the tables against the events. All processors
    /// work at it; what needs another case is looked at in the end.
    func checkCases(
        _ found: inout Verification,
        in chain: CheckedChain,
        _ search: SearchCheck,
        progress: (Int64) throws(LedgerError) -> Void
    ) throws {
        let sketches = try LikenessReader(connection)
        let tables = try CaseTables.all.map { try $0.reader(connection) }
        defer { for table in tables { table.close() } }
        let attachments = Attachments(deskFolder: folder)
        var pass = CasePass(
            check: CaseCheck(chain: chain, attachments: attachments, wanted: sketches.wanted, words: search.words),
            sketches: sketches,
            search: search
        )
        var (steps, batch, weight): (Int64, [CaseRows], Int) = (0, [], 0)
        let sql = """
            SELECT case_id, seq, at, by, on_behalf_of, kind, digest, \(EventReader.content) FROM event WHERE case_id <> 0 ORDER BY case_id, seq
            """
        let rows = try connection.statement(sql)
        defer { rows.reset() }
        var current: CaseRows?
        func finish(_ rows: CaseRows) throws {
            var rows = rows
            for table in tables {
                if let waiting = table.waiting, waiting < rows.id { throw Verification.rowWithoutCase(table.name, waiting) }
                rows.kept.append(try table.take(rows.id))
            }
            batch.append(rows)
            weight += rows.events.count
            guard weight >= CasePass.batchWeight else { return }
            try pass.take(batch)
            (batch, weight) = ([], 0)
        }
        while try rows.step() {
            let id = rows.int64(0)
            if current?.id != id {
                if let current { try finish(current) }
                current = CaseRows(id: id)
            }
            current?.events.append(
                CaseRows.Event(
                    seq: rows.int64(1),
                    at: try Moment(rows, 2),
                    by: rows.text(3),
                    onBehalfOf: rows.text(4),
                    kind: rows.text(5),
                    digest: rows.bytes(6),
                    content: rows.optionalBytes(7)
                )
            )
            steps += 1
            if steps % 4096 == 0 { try progress(steps) }
        }
        if let current { try finish(current) }
        try pass.take(batch)
        try pass.settle()
        try pass.finish { [self] number, seq throws(LedgerError) in try caseBefore(seq, number, in: chain) }
        if let fault = pass.firstFault { throw fault }
        for table in tables {
            if let id = table.waiting { throw Verification.rowWithoutCase(table.name, id) }
        }
        if let id = pass.search.finish() {
            let number = try connection.text("SELECT number FROM complaint WHERE id = ?", id) ?? "\(id)"
            throw Verification.Fault(
                place: "search",
                what: Phrase(en: "the search index does not have the words of case \(number)", zh: "检索索引与投诉 \(number) 的内容不符")
            )
        }
        if !pass.sketches.isAll { throw Verification.Fault(place: "register", what: .unlikeSketches) }
        found.cases = pass.cases
        found.signatures += pass.signatures
    }

    /// A case as it stood before an event; nil where there was none of that number.
    private func caseBefore(_ seq: Int64, _ number: String, in chain: CheckedChain) throws(LedgerError) -> OtherCase? {
        guard let number = CaseNumber(number),
            let id = try connection.integer("SELECT id FROM complaint WHERE number = ?", number.description)
        else { return nil }
        var state: Case?
        let (reader, declarations) = (EventReader(connection, coder: coder), chain.declarations(before: seq))
        let sql = "SELECT \(EventReader.columns) FROM \(EventReader.events) WHERE case_id = ? AND event.seq < ? ORDER BY event.seq"
        try connection.forEach(sql, id, seq) { row throws(LedgerError) in
            guard var written = try reader.happened(row) else { return }
            (written.at, written.judgedBefore, written.floor) = (written.judgedBefore ?? written.at, nil, nil)
            state = evolve(state, chain.judged(written, after: declarations))
        }
        return state.map { OtherCase(state: $0, isErased: chain.isErased(id)) }
    }
}

/// A case that the decision on another one had to know, as it stood then.
private struct OtherCase {
    let state: Case
    /// Whether only what is no words stays of it: what was decided by its words nobody can decide once more.
    let isErased: Bool
}

/// Goes through the cases batch by batch and brings together what was found out about them. The other processors check a batch while this one
/// reads the next and notes what was found out about the one before.
private struct CasePass {
    /// How many events make a batch: enough that handing it out costs little, few enough to hold three in memory.
    static let batchWeight = 2048
    /// How many cases one thread takes at once.
    private static let piece = 8

    let check: CaseCheck
    var sketches: LikenessReader
    var search: SearchCheck
    private(set) var cases: Int64 = 0
    private(set) var signatures: Int64 = 0
    private(set) var firstFault: Verification.Fault?
    /// The batch that is being checked.
    private var running: (batch: [CaseRows], results: Results, work: Workers.Running)?
    /// Cases that wait for what others are and do.
    private var waiting: [CaseRows] = []
    /// What acts on one case do to another, by the first event that they lead to there.
    private var claims: [Claim.Place: Claim] = [:]
    private var taken: Set<Claim.Place> = []
    private var erased: Set<String> = []
    private var unasked: Set<Int64> = []

    init(check: CaseCheck, sketches: LikenessReader, search: SearchCheck) {
        self.check = check
        self.sketches = sketches
        self.search = search
    }

    /// Has a batch checked, and notes what was found out about the one before.
    mutating func take(_ batch: [CaseRows]) throws {
        let before = running
        before?.work.finish()
        let results = Results(count: batch.count)
        let work = Workers.start(batch.count, inPiecesOf: CasePass.piece) { [check] place in
            let result = check.result(of: batch[place], EventCoder(), claims: nil, unasked: [], other: nil)
            results.found.withLock { $0[place] = result }
        }
        running = (batch, results, work)
        if let before { try note(before.batch, before.results) }
    }

    /// Waits for the batch that is being checked.
    mutating func settle() throws {
        guard let (batch, results, work) = running else { return }
        running = nil
        work.finish()
        try note(batch, results)
    }

    private mutating func note(_ batch: [CaseRows], _ results: Results) throws {
        for (rows, result) in zip(batch, results.found.withLock { $0 }) { try note(result, rows) }
    }

    /// What the threads found out, at the place of each case in its batch.
    private final class Results: Sendable {
        let found: Mutex<[CaseResult]>

        init(count: Int) { found = Mutex([CaseResult](repeating: .waits([]), count: count)) }
    }

    private mutating func note(_ fault: Verification.Fault) {
        if fault.seq < firstFault?.seq ?? .max { firstFault = fault }
    }

    /// Notes what was found out about a case.
    private mutating func note(_ result: CaseResult, _ rows: CaseRows) throws {
        switch result {
        case .fault(let fault): note(fault)
        case .failed(let error): throw error
        case .waits(let known):
            waiting.append(rows)
            for claim in known { claims[claim.place] = claim }
        case .whole(let whole):
            cases += 1
            signatures += whole.signatures
            taken.formUnion(whole.taken)
            search.take(whole.words, of: rows.id)
            unasked.formUnion(whole.unasked)
            if whole.isErased { erased.insert(whole.number) }
            for claim in whole.claims { claims[claim.place] = claim }
            if let sketch = whole.sketch, !sketches.agrees(sketch, of: rows.id) {
                note(Verification.Fault(case: whole.number, rows.id, .unlikeSketches))
            }
        }
    }

    /// Whether what an act does to another case is there, or cannot be asked for: of an erased one nobody knows what was new to it.
    private func isTaken(_ claim: Claim) -> Bool {
        taken.contains(claim.place) || claim.place.number != nil && erased.contains(claim.number.description)
    }

    /// Checks the cases that wait: again as long as one of them tells something new.
    mutating func finish(other: @escaping (_ number: String, _ seq: Int64) throws(LedgerError) -> OtherCase?) throws {
        let coder = EventCoder()
        while !waiting.isEmpty {
            let (before, known) = (waiting, claims.count)
            waiting = []
            for rows in before {
                try note(check.result(of: rows, coder, claims: claims, unasked: unasked, other: other), rows)
            }
            guard waiting.count == before.count, claims.count == known else { continue }
            // Nobody tells what these wait for: it stands there out of nothing.
            for rows in waiting {
                try note(check.result(of: rows, coder, claims: claims, unasked: unasked, other: other, isLast: true), rows)
            }
            break
        }
        // Where something is wrong in a case, what it took was not noted.
        if firstFault == nil, let left = claims.values.filter({ !isTaken($0) }).min(by: { $0.act < $1.act }) {
            note(
                Verification.Fault(
                    event: left.act,
                    Phrase(
                        en: "what it does to case \(left.number) is not there",
                        zh: "其对投诉 \(left.number) 的影响没有记录"
                    )
                )
            )
        }
    }
}

/// Checks one case after the other, on any thread.
private struct CaseCheck: Sendable {
    let chain: CheckedChain
    let attachments: Attachments
    let wanted: LikenessReader.Wanted
    let words: WordSums

    /// What stops the check of a case: another one has to be known first. What it does to others until there is told all the same, for these may
    /// wait for it in turn.
    private struct Stop: Error {
        let claims: [Claim]
    }

    /// What there is to say of a case.
    ///
    /// - Parameters:
    ///   - claims: what acts on other cases do; nil while nobody knows.
    ///   - unasked: the events of other cases about which the law cannot be asked any more.
    ///   - other: a case as it stood before an event; nil while nobody can be asked.
    ///   - isLast: whether nothing more will be told.
    func result(
        of rows: CaseRows,
        _ coder: EventCoder,
        claims: [Claim.Place: Claim]?,
        unasked: Set<Int64>,
        other: ((_ number: String, _ seq: Int64) throws(LedgerError) -> OtherCase?)?,
        isLast: Bool = false
    ) -> CaseResult {
        do {
            return .whole(try check(rows, coder, claims: claims, unasked: unasked, other: other, isLast: isLast))
        } catch let fault as Verification.Fault {
            return .fault(fault)
        } catch let error as LedgerError {
            return .failed(error)
        } catch {
            return .waits((error as? Stop)?.claims ?? [])
        }
    }

    private func check(
        _ rows: CaseRows,
        _ coder: EventCoder,
        claims: [Claim.Place: Claim]?,
        unasked: Set<Int64>,
        other: ((_ number: String, _ seq: Int64) throws(LedgerError) -> OtherCase?)?,
        isLast: Bool
    ) throws -> WholeCase {
        var whole = WholeCase()
        guard rows.id == rows.events[0].seq else {
            throw Verification.Fault(event: rows.events[0].seq, Phrase(en: "the case that it belongs to is not there", zh: "所属投诉不存在"))
        }
        let history = try happened(rows, coder)
        var state: Case?
        var statement = SignOffStatement()
        var (place, declarations) = (0, 0)
        // The last event that followed from something erased: what came of the same act stands right behind it.
        var gap: Happened<any CaseEvent>?
        while place < history.count {
            let first = history[place]
            // What is done after a declaration is decided on the case as it is judged since.
            let declared = chain.declarations(before: first.seq)
            if declared != declarations {
                declarations = declared
                state = fold(history[..<place], after: declarations)
            }
            let claimed = Claim.Place(first, on: state?.number)
            // The law asks for words that are gone; what was allowed was looked at as long as they were there.
            if chain.isErased(first.seq) {
                state = evolve(state, chain.judged(first, after: declarations))
                whole.taken.append(claimed)
                place += 1
                continue
            }
            guard let standing = chain.rules(at: first.seq) else {
                throw Verification.Fault(event: first.seq, Phrase(en: "the desk does not begin with its founding", zh: "网点缺少建立记录"))
            }
            // With what other cases are, where the act needs it: to copy the rules takes a while.
            var desk: DeskRules?
            var knowsErased = false
            func known(_ number: String) throws -> Case? {
                guard let other else { throw Stop(claims: whole.claims) }
                let found = try other(number, first.seq)
                if found?.isErased == true { knowsErased = true }
                return found?.state
            }
            if let before = state, let number = otherNumber(toReplay: first.event, on: before) {
                desk = standing.rules
                desk?.other = try known(number)
            }
            if let before = state, needsWeb(toReplay: first.event, on: before) {
                let web = try Case.web(around: [before] + [desk?.other].compactMap { $0 }, known)
                if desk == nil { desk = standing.rules }
                desk?.web = web
            }
            let claim = claims?[claimed]
            if let claim, let number = state?.number ?? (first.event as? Logged).flatMap({ CaseNumber($0.number) }), number != claim.number
            {
                throw Verification.Fault(event: first.seq, Phrase(en: "no act leads to it", zh: "没有任何行为会产生该事件"))
            }
            let step: (count: Int, consequences: [Consequence])
            do throws(ReplayFault) {
                let claimed = claim.map { Claimed(events: $0.events(for: first.event), absent: $0.absent) }
                if let desk {
                    step = try replay(history[place...], on: state, claimed: claimed, under: desk)
                } else {
                    step = try replay(history[place...], on: state, claimed: claimed, under: standing.rules)
                }
            } catch {
                // What an erased act led to here, or what was decided by the words of an erased case: nobody can ask the law about it any more.
                let act = claimed.number == nil ? first.seq - 1 : claimed.seq
                // What an act on another case leads to stands in nobody's own name.
                let isLed = error == .outOfNothing || error == .otherAbsentee && claim == nil
                let isOfErased = isLed && (chain.erased[act] == first.header || unasked.contains(act))
                guard knowsErased || isOfErased || gap?.isFollowed(by: first) == true else {
                    // An act on another case may lead to it.
                    if isLed, !isLast { throw Stop(claims: whole.claims) }
                    throw Verification.Fault(event: first.seq, error.words(first.by))
                }
                step = (1, [])
                whole.unasked.append(first.seq)
                gap = first
            }
            // A case that an erased one went on in begins as if it were logged; what ties it to that one follows.
            if place == 0, chain.erased[first.seq - 1] == first.header { gap = history[step.count - 1] }
            if claim != nil { whole.taken.append(claimed) }
            for index in place..<place + step.count {
                try look(at: history[index], of: rows.id, statement, &whole)
                state = evolve(state, chain.judged(history[index], after: declarations))
                let event = rows.events[index]
                statement.take(
                    seq: event.seq,
                    at: event.at.milliseconds,
                    caseID: rows.id,
                    by: event.by,
                    onBehalfOf: event.onBehalfOf,
                    kind: event.kind,
                    digest: event.digest
                )
            }
            place += step.count
            let last = history[place - 1].seq
            var next = last + 1
            for consequence in step.consequences {
                let isWeb = (consequence.events.first as? any WebEvent)?.place != nil
                let place = isWeb ? Claim.Place(seq: last, number: consequence.number) : Claim.Place(seq: next)
                let events = consequence.events
                // Whoever acts for somebody does so in all that follows.
                let claim = Claim(act: first.seq, place: place, number: consequence.number, events: events, absent: first.onBehalfOf)
                whole.claims.append(claim)
                next += Int64(consequence.events.count)
            }
        }
        guard let state else {
            throw Verification.Fault(event: rows.id, Phrase(en: "the case does not start with a logged event", zh: "投诉缺少登记事件"))
        }
        let stored = judgedAnew(Ledger.Stored(id: rows.id, state: state, events: history))
        if stored.state.hasWrongStarts, !chain.isErased(rows.id) {
            throw Verification.Fault(
                case: state.number.description,
                rows.id,
                Phrase(en: "what began under a clock declared wrong was not begun anew", zh: "时钟声明有误后，相关时限未重新起算")
            )
        }
        for (table, kept) in zip(CaseTables.all, rows.kept) where kept != table.rows(stored) {
            throw Verification.Fault(
                case: state.number.description,
                rows.id,
                Phrase(en: "table \(table.name) does not agree with the events", zh: "数据表 \(table.name) 与事件不一致")
            )
        }
        whole.number = state.number.description
        whole.isErased = chain.isErased(rows.id)
        whole.words = try words.sum(of: SearchText.indexed(CaseTables.words(of: stored), key: SearchBlock(of: rows.id).key))
        whole.sketch = wanted.entry(of: stored)
        return whole
    }

    /// The case as it is judged since the last declaration of a wrong clock; the law was asked about the moments as they stood.
    private func judgedAnew(_ stored: Ledger.Stored) -> Ledger.Stored {
        let declarations = chain.judgements.count
        guard let last = chain.judgements.last, stored.events.contains(where: { last.judged[$0.seq] != nil }) else { return stored }
        return Ledger.Stored(
            id: stored.id,
            state: fold(stored.events[...], after: declarations) ?? stored.state,
            events: stored.events.map { chain.judged($0, after: declarations) }
        )
    }

    /// What events make of a case, as they are judged once so many clocks were declared wrong.
    private func fold(_ events: ArraySlice<Happened<any CaseEvent>>, after declarations: Int) -> Case? {
        events.reduce(nil) { evolve($0, chain.judged($1, after: declarations)) }
    }

    /// What happened, read from the rows, each saying rightly how it came about.
    private func happened(_ rows: CaseRows, _ coder: EventCoder) throws -> [Happened<any CaseEvent>] {
        try rows.events.map { row in
            guard let content = row.content else {
                throw Verification.Fault(
                    event: row.seq,
                    Phrase(en: "its contents are missing, and no erasure explains it", zh: "内容缺失，且无清除记录")
                )
            }
            guard let by = StaffNumber(row.by), let standing = chain.rules(at: row.seq) else {
                throw LedgerError(.damaged, message: "an event of nobody")
            }
            let (event, circumstances) = try Verification.read(row.seq) { () throws(LedgerError) in
                try coder.caseEvent(EventContent(kind: row.kind, bytes: content))
            }
            try Verification.check(circumstances, event: row.seq, by, standing, chain)
            return Happened(
                event,
                at: row.at,
                by: by,
                onBehalfOf: StaffNumber(row.onBehalfOf),
                passcodeGivenBy: circumstances.passcodeGivenBy,
                seq: row.seq,
                clock: circumstances.clock
            )
        }
    }

    /// Looks at what an event has beside its contents: the signature of a sign-off, a scan.
    private func look(
        at happened: Happened<any CaseEvent>,
        of caseID: Int64,
        _ statement: SignOffStatement,
        _ whole: inout WholeCase
    ) throws(Verification.Fault) {
        if let attachment = happened.event as? Attachment, !attachment.digest.isEmpty, !attachments.isWhole(attachment.digest) {
            throw Verification.Fault(
                event: happened.seq,
                Phrase(en: "the copy of the attached file is missing or was changed", zh: "附件副本缺失或被改动")
            )
        }
        guard let signOff = happened.event as? SignOff else { return }
        guard let seal = signOff.seal, let signature = Hex.bytes(seal.signature) else {
            throw Verification.Fault(event: happened.seq, Phrase(en: "the signature is missing", zh: "缺少签名"))
        }
        guard let key = chain.keys.key(of: .staff(happened.by), at: happened.seq), seal.publicKey == Hex.text(key) else {
            throw Verification.Fault(
                event: happened.seq,
                Phrase(en: "the signature was made with a key that is not the signer's", zh: "签名所用密钥不属于签字人")
            )
        }
        let message = statement.message(deskID: chain.deskID, caseID: caseID, signer: happened.by, at: happened.at)
        guard seal.covers == statement.covers, Signatures.isValid(signature, of: message, by: key) else {
            throw Verification.Fault(
                event: happened.seq,
                Phrase(en: "the signature does not match what was signed", zh: "签名与所签内容不符")
            )
        }
        whole.signatures += 1
    }
}

extension Happened<any CaseEvent> {
    fileprivate var header: CheckedChain.Header { CheckedChain.Header(by: by.text, at: at) }

    /// Whether another event stands right behind it, of the same person and moment.
    fileprivate func isFollowed(by next: Self) -> Bool { next.seq == seq + 1 && next.header == header }
}

extension Phrase {
    fileprivate static let unlikeSketches = Phrase(
        en: "what earlier cases are found by does not agree with the events",
        zh: "历史投诉比对数据与事件不一致"
    )
}

extension Verification {
    fileprivate static func rowWithoutCase(_ table: String, _ id: Int64) -> Fault {
        Fault(event: id, Phrase(en: "table \(table) has a row without a case", zh: "数据表 \(table) 中有无对应投诉的记录"))
    }
}
