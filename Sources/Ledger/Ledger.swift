import ComplaintRules
import Glibc

/// The desk's store: what happened, and the registers kept from it, in one local SQLite file.
///
/// A ledger belongs to one thread. Every write is one transaction that reads the case and the clock again, decides, appends the events and
/// keeps the tables (3-architecture, Way of a key press); several desks may work on one file at once.
public final class Ledger {
    /// The name of the desk's file in its folder.
    public static let fileName = "firstdesk.db"

    /// The desk's folder.
    public let folder: String
    /// Where the time is taken from.
    public var clock: DeskClock
    /// Settings, staff and limits as of the last look at the file.
    public private(set) var rules: DeskRules
    /// A random name for this desk, in hexadecimal; part of every signature.
    public private(set) var deskID: String

    let connection: Connection
    let coder = EventCoder()
    /// The keys of those who are signed in here.
    let keys = KeyRing()
    /// The last event of the desk itself that `rules` take in.
    private var deskEventSeen: Int64
    /// The latest moment on the desk, as of the last look at the file.
    private var latest: Moment?
    /// By which moment the act is judged that is being done: one, from its decision to its record; nil while none is.
    private var actingAt: Moment?
    /// The end of the chain within a batch; nil outside one.
    private var batchHead: ChainHead?
    /// When the first event was, once somebody has asked: it never changes.
    var foundedAt: Moment?
    /// The cases that were read last.
    var readings = LatestReadings()
    /// The cases of a bulk whose tables wait for its end: as the tables have them, and as they are; nil outside one.
    var waiting: [Int64: (old: Stored, new: Stored)]?
    /// What the words of a complaint say of its codes.
    lazy var learntCodes = LearntCodes()
    /// The scripts as they were read last, with the version of the rules then.
    var keptScripts: (version: Int64, table: ScriptTable)?
    /// Whether all acts of the batch stand or none.
    private var isBulk = false
    /// Whether one of them did not come to its end.
    private var hasBulkFailed = false
    /// The drafts that are open on this desk, and how the others are told.
    lazy var draftLocks = DraftLocks(folder: folder)
    /// The draft that what is done now was filled in as; nil where it was none.
    var sentDraft: Int64?

    /// What the file lacks of what was acknowledged; nothing is written then.
    public internal(set) var loss: Loss?
    /// Why the witness beside the file could not be written the last time; nil where it was. What was acknowledged is on the disk all the same.
    public internal(set) var witnessFault: LedgerError? {
        didSet { if let witnessFault, oldValue == nil { onWitnessFault?(witnessFault) } }
    }
    /// Is told when the witness cannot be written, once until it can again.
    public var onWitnessFault: ((LedgerError) -> Void)?
    let witness: Witness
    /// The numbers that were given since the witness was told.
    var given: [GivenSerial: Int] = [:]
    /// Whether the witness begins anew with the next commit.
    var isWitnessNew = false

    /// Whether the file is only read: it is write-protected. Wrong passcodes are not counted then, and nothing is recorded.
    public let isReadOnly: Bool
    /// The first thing that was found wrong with the file at its opening; it is read then, and not written.
    public internal(set) var damage: Verification.Fault?
    /// The folder of a copy that was made because the file cannot be read where it lies; removed at the end.
    private var copy: String?

    /// Opens the desk in `folder`.
    ///
    /// - Parameter isReadOnly: whether nothing is to be written, not even beside the file.
    /// - Throws: `LedgerError`: `.notFound` where there is no desk, `.foreignFile`, `.damaged`, `.newerVersion`, `.noPermission` and what
    ///   else can be wrong with a file.
    public init(folder: String, clock: DeskClock = .system, isReadOnly: Bool = false) throws {
        self.folder = folder
        self.clock = clock
        self.isReadOnly = isReadOnly
        try Sodium.start()
        witness = Witness(folder: folder)
        let path = Ledger.path(in: folder)
        // Only for the first desk on the file does SQLite read the log anew, and pass over what is behind a damaged place.
        if !isReadOnly, !Connection.isOpenHere(path), !DeskFile.isInUse(path), LogDamage.find(inLogOf: path) != nil {
            try LogDamage.keepLog(of: path)
        }
        do throws(LedgerError) {
            if isReadOnly {
                (connection, copy) = try Ledger.openForReading(path)
            } else {
                connection = try Connection(path: path, mode: .readWrite)
            }
        } catch {
            guard error.kind == .notFound, let known = witness.read(), access(folder, F_OK) == 0 else { throw error }
            throw LedgerError(.behind, message: "acknowledged up to event \(known.seq), and there is no file")
        }
        if isReadOnly {
            try Schema.plan.check(connection)
        } else {
            let (source, plan) = (connection, Schema.plan)
            try plan.apply(to: source) { () throws(LedgerError) in
                try Ledger.backUp(source, inDesk: folder, as: "before-version-\(plan.latest).db")
            }
        }
        (rules, deskID) = try Ledger.readRulesSomehow(connection, coder)
        (deskEventSeen, latest) = try Ledger.ends(connection)
        damage = try findDamage()
        if isReadOnly { return }
        connection.lookout = try Lookout(connection)
        loss = try findLoss()
        connection.writeFault = damage.map(Ledger.writeFault)
    }

    /// Opens a file for reading; a copy of it and its log where its folder is write-protected and its log can be read nowhere else.
    private static func openForReading(_ path: String) throws(LedgerError) -> (Connection, copy: String?) {
        do throws(LedgerError) {
            return (try Connection(path: path, mode: .readOnly), nil)
        } catch {
            guard error.code != 0, access(path, R_OK) == 0, access("\(path)-wal", R_OK) == 0 else { throw error }
            var template = Array("/tmp/firstdesk-XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { throw LedgerError(systemError: errno, trying: "make a folder for a copy") }
            let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let place = self.path(in: folder)
            do throws(LedgerError) {
                for suffix in ["", "-wal"] { try DeskFile.copy(path + suffix, to: place + suffix) }
                return (try Connection(path: place, mode: .readOnly), folder)
            } catch {
                remove(folder: folder)
                throw error
            }
        }
    }

    /// Settings, staff and limits from the tables; from the events alone where the tables are damaged.
    private static func readRulesSomehow(_ connection: Connection, _ coder: EventCoder) throws -> (DeskRules, String) {
        do {
            return try readRules(connection, coder)
        } catch let error as LedgerError where error.kind == .damaged || error.kind == .misuse && error.code != 0 {
            let names = try Schema.makeDeskTablesBeside(connection)
            try Schema.fillDeskTables(from: EventReader(connection, coder: coder))
            let read = try readRules(connection, coder)
            for name in names { try connection.execute("DROP TABLE temp.\(name)") }
            return read
        }
    }

    /// What is wrong with the file as far as a look at its schema and at the end of the chain tells; all else is for `verify`.
    func findDamage() throws -> Verification.Fault? {
        do {
            try StoreChecks.checkSchema(connection, isBrief: true)
            let end = try ChainLink.last(in: connection)
            let tail = "SELECT \(ChainLink.columns) FROM event WHERE seq >= ? ORDER BY seq"
            var previous = end.seq == 1 ? ChainHash.genesis : nil
            try connection.forEach(tail, max(1, end.seq - 1)) { row throws(LedgerError) in
                let found = ChainLink(row)
                if let previous, !found.follows(previous) {
                    throw LedgerError(.damaged, message: "the chain is broken at event \(found.seq)")
                }
                previous = found.link
            }
            _ = try Ledger.readRules(connection, coder)
            return nil
        } catch let fault as Verification.Fault {
            return fault
        } catch let error as LedgerError where error.kind == .damaged || error.kind == .misuse && error.code != 0 {
            return .damagedFile(error)
        }
    }

    /// Why nothing is written to a damaged file.
    static func writeFault(_ damage: Verification.Fault) -> LedgerError {
        LedgerError(.damaged, message: "\(damage.place): \(damage.what.english)")
    }

    init(folder: String, clock: DeskClock, founding connection: Connection) throws {
        self.folder = folder
        self.clock = clock
        self.connection = connection
        isReadOnly = false
        witness = Witness(folder: folder)
        (rules, deskID) = try Ledger.readRules(connection, coder)
        (deskEventSeen, latest) = try Ledger.ends(connection)
        connection.lookout = try Lookout(connection)
        isWitnessNew = true
        let end = try ChainLink.last(in: connection)
        note(seq: end.seq, link: end.link)
    }

    /// What more people may do with the desk's folder or file than should, with its mode; nil where they are private, or a group's.
    public func tooWide() throws(LedgerError) -> (path: String, mode: UInt32)? {
        try DeskFile.tooWide(Ledger.path(in: folder)).map { ($0.path, $0.mode) }
    }

    /// The desk's file in `folder`.
    public static func path(in folder: String) -> String { folder.hasSuffix("/") ? folder + fileName : "\(folder)/\(fileName)" }

    /// Removes a desk's files and then its folder, where nothing else is in it: for throw-away practice desks.
    public static func remove(folder: String) {
        for suffix in ["", "-wal", "-shm"] { unlink(path(in: folder) + suffix) }
        unlink(Witness(folder: folder).path)
        unlink("\(folder)/\(DraftLocks.fileName)")
        Attachments(deskFolder: folder).removeAll()
        rmdir(folder)
    }

    /// Keeps keys and passcodes out of core dumps, for the rest of this process's life.
    ///
    /// - Throws: `.io` where the system does not allow it.
    public static func forbidDumps() throws(LedgerError) {
        guard Sodium.forbidDumps() else { throw LedgerError(.io, message: "core dumps could not be forbidden") }
    }

    /// Lets go of the file. Nothing can be asked of the ledger afterwards.
    public func close() {
        keys.dropAll()
        connection.close()
        if let copy { Ledger.remove(folder: copy) }
        copy = nil
    }

    deinit {
        close()
    }

    /// A number that changes when another desk has written to the file; its own writes do not change it.
    public var dataVersion: Int64 {
        get throws { try connection.dataVersion }
    }

    /// How long to wait for other programs that hold the file before `.busy` is thrown, in milliseconds. Where somebody types on the thread that
    /// has the ledger, it is next to nothing.
    public var patience: Int {
        get { Int(connection.handle.patience / 1_000_000) }
        set { connection.handle.patience = UInt64(max(0, newValue)) * 1_000_000 }
    }

    /// Whether something could be written now: asked before what takes long is done for nothing.
    ///
    /// - Throws: `LedgerError` other than `.busy`.
    public func isWritable() throws -> Bool {
        let before = patience
        patience = 0
        defer { patience = before }
        do {
            try connection.transaction {}
            return true
        } catch let error as LedgerError where error.kind == .busy {
            return false
        }
    }

    /// The moment by which all is judged and shown now: the later of the computer's clock and the latest moment on the desk, so that a clock set back
    /// makes nothing timely (1-domain, What was is not rewritten). What a person is offered as the moment of now is the clock's.
    public var now: Moment { actingAt ?? ClockMark.judge(clock.now(), latest: latest).at }

    /// What is remarkable of the computer's clock now; nil for nothing.
    public var clockMark: ClockMark? { ClockMark.judge(clock.now(), latest: latest).mark }

    /// The settings of the desk.
    public var settings: DeskSettings { rules.settings }

    /// A number that is another once staff, settings or rules have changed.
    public var rulesVersion: Int64 { deskEventSeen }

    /// Takes in changes of staff and settings that other desks made.
    public func refresh() throws {
        let (last, latest) = try Ledger.ends(connection)
        self.latest = latest
        guard last != deskEventSeen else { return }
        (rules, deskID) = try Ledger.readRules(connection, coder)
        deskEventSeen = last
        // An erasure and a clock declared wrong change what has happened on cases already.
        readings.forget()
    }

    /// Does several acts in one transaction, with one wait for the disk. An act that is refused leaves nothing behind; the others stand
    /// unless `body` itself throws.
    public func batch<Value>(_ body: () throws -> Value) throws -> Value {
        defer { batchHead = nil }
        let value = try undoable {
            var end: ChainHead?
            let value = try connection.transaction {
                batchHead = try beginning()
                let value = try body()
                try forgetSentDraft()
                try batchHead?.sign(in: connection)
                try connection.deferredSignatures?.finish(in: connection)
                end = batchHead
                return value
            }
            try acknowledge(end)
            return value
        }
        try refresh()
        return value
    }

    /// The end of the chain at the beginning of a transaction, in which something may be written.
    private func beginning() throws -> ChainHead {
        try refuseWhileLost()
        try refresh()
        let head = try ChainHead.read(connection, keys: keys)
        try connection.lookout?.check(head, in: connection)
        return head
    }

    /// After a commit, before anybody is told: what was written can be read back, and the witness knows of it.
    private func acknowledge(_ end: ChainHead?) throws(LedgerError) {
        guard let end else { return }
        try connection.lookout?.check(committed: end)
        note(seq: end.seq, link: end.link)
    }

    /// Does very many acts in one transaction of which all stand or none: the way to fill a desk. Tables and the words by which the cases are
    /// found are written when `body` asks for a register or figures, and at its end.
    ///
    /// - Throws: what the first act threw that was refused or failed, and then nothing happened, even if `body` went on after it: `.misuse`.
    public func bulk<Value>(_ body: () throws -> Value) throws -> Value {
        (isBulk, hasBulkFailed) = (true, false)
        (connection.deferredWords, waiting) = ([:], [:])
        connection.deferredSignatures = DeferredSignatures()
        defer {
            isBulk = false
            (connection.deferredWords, waiting) = (nil, nil)
            connection.deferredSignatures = nil
        }
        return try batch {
            let value = try body()
            guard !hasBulkFailed else { throw LedgerError(.misuse, message: "a bulk went on after an act that did not happen") }
            try keepWaiting()
            try SearchTable.keepDeferred(in: connection)
            return value
        }
    }

    /// Does several acts in one transaction, or as a part of the batch that is under way.
    func batchOrJoin<Value>(_ body: () throws -> Value) throws -> Value {
        guard batchHead != nil else { return try batch(body) }
        return try body()
    }

    /// Does something that appends no event in a transaction of its own, or as a part of the batch that is under way.
    func joining<Value>(_ body: () throws -> Value) throws -> Value {
        batchHead == nil ? try connection.transaction(body) : try body()
    }

    /// Does `body` in one transaction, on the rules as they stand when it has begun; within a batch, as a part of it.
    func transact<Value>(_ body: (inout ChainHead) throws -> Value) throws -> Value {
        if isBulk, var head = batchHead {
            hasBulkFailed = true
            let value = try act(&head, body)
            hasBulkFailed = false
            batchHead = head
            // Nobody else writes in between, and most acts change no rule.
            if let own = head.deskEvent, own != deskEventSeen { try refresh() } else { latest = head.at }
            return value
        }
        if var head = batchHead {
            try connection.execute("SAVEPOINT act")
            let givenBefore = given
            do {
                let value = try act(&head, body)
                try connection.execute("RELEASE act")
                batchHead = head
                try refresh()
                return value
            } catch {
                given = givenBefore
                readings.forget()
                try connection.execute("ROLLBACK TO act; RELEASE act")
                try refresh()
                throw error
            }
        }
        let value = try undoable {
            var end: ChainHead?
            let value = try connection.transaction {
                var head = try beginning()
                let value = try act(&head, body)
                try forgetSentDraft()
                try head.sign(in: connection)
                end = head
                return value
            }
            try acknowledge(end)
            return value
        }
        // Its own change of staff or settings counts as well.
        try refresh()
        return value
    }

    /// Does `body` as of one moment: what was decided is recorded as of when it was decided.
    private func act<Value>(_ head: inout ChainHead, _ body: (inout ChainHead) throws -> Value) rethrows -> Value {
        let before = actingAt
        defer { actingAt = before }
        actingAt = head.judge(clock)
        return try body(&head)
    }

    /// Does `body`, whose acts are undone where it throws.
    private func undoable<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            readings.forget()
            given = [:]
            throw error
        }
    }

    /// The actor with the rights that they have today: their own, and those of whoever they stand in for. What is shown and offered goes by
    /// these; each act decides on them anew.
    public func acting(_ actor: Actor) -> Actor {
        do throws(Refusal) {
            return try current(actor)
        } catch {
            // Somebody who has left keeps no right but is named by whatever they are told.
            return actor
        }
    }

    /// Takes notice of an own event of the desk in which there is nothing for `rules`, so that they are not read again for it.
    func passOver(deskEvent seq: Int64) {
        deskEventSeen = seq
    }

    /// What a decision is handed: whoever acts, now, under the rules as they stand.
    func occasion(of actor: Actor) -> Occasion {
        var occasion = Occasion(actor, at: now, under: rules)
        occasion.latest = latest
        return occasion
    }

    /// The actor as the desk knows them now: somebody who retired a moment ago acts no more.
    func current(_ actor: Actor) throws(Refusal) -> Actor {
        try rules.actor(actor.number, at: now)
    }

    /// The last event of the desk itself, and the moment of the last event of all.
    static func ends(_ connection: Connection) throws(LedgerError) -> (deskEvent: Int64, latest: Moment?) {
        let sql = """
            SELECT (SELECT max(seq) FROM event WHERE case_id = 0),
            \(EventReader.latest)
            """
        let ends = try connection.first(sql) { row throws(LedgerError) in
            // A damaged desk is read all the same: a moment that no event can have made would not bear being reckoned with.
            let range = Moment.possible
            return (row.int64(0), row.optionalInt64(1).map { Moment(milliseconds: min(max($0, range.lowerBound), range.upperBound)) })
        }
        return ends ?? (0, nil)
    }

    static func readRules(_ connection: Connection, _ coder: EventCoder) throws -> (DeskRules, String) {
        let desk = try connection.first("SELECT desk_id, settings FROM desk") { row throws(LedgerError) in (row.text(0), row.bytes(1)) }
        guard let (deskID, json) = desk else { throw LedgerError(.damaged, message: "the desk has no settings") }
        let settings = try coder.value(DeskSettings.self, from: json)
        guard settings.isPossible else { throw LedgerError(.damaged, message: "settings that nobody can have made") }
        var members: [StaffMember] = []
        try connection.forEach("SELECT number, name, role, retired, passcode_given_by FROM staff") { row throws(LedgerError) in
            guard let number = StaffNumber(row.text(0)), let role = Role(rawValue: row.text(2)) else {
                throw LedgerError(.damaged, message: "a row of the staff table that no event can have made")
            }
            // Passcodes of a practice desk are no secrets.
            let givers = settings.isPractice ? [] : DeskTable.numbers(in: row.optionalText(4) ?? "")
            members.append(StaffMember(number: number, name: row.text(1), role: role, isRetired: row.bool(3), passcodeGivenBy: givers))
        }
        var rules = DeskRules(settings: settings, staff: StaffDirectory(members), zone: try SystemZone(settings.timeZone))
        rules.deskID = deskID
        if let calendar = try connection.first("SELECT calendar FROM desk", read: { row throws(LedgerError) in row.optionalBytes(0) }),
            let calendar
        {
            rules.calendar = try coder.value(WorkCalendar.self, from: calendar)
        }
        try connection.forEach("SELECT absent, stand_in, from_day, to_day, ended, named_by FROM stand_in") { row throws(LedgerError) in
            guard let absent = StaffNumber(row.text(0)), let standIn = StaffNumber(row.text(1)) else { return }
            var appointment = StandIn(absent: absent, standIn: standIn, from: try Day(row, 2), to: try Day(row, 3))
            appointment.isEnded = row.bool(4)
            appointment.namedBy = Set(DeskTable.numbers(in: row.text(5)))
            rules.standIns.append(appointment)
        }
        if let founded = try connection.integer("SELECT at FROM event WHERE seq = 1") {
            rules.foundedAt = Moment(milliseconds: founded)
            rules.founding = rules.zone.day(at: Moment(milliseconds: founded))
        }
        try connection.forEach("SELECT kind, rule FROM dated_rule ORDER BY id") { row throws(LedgerError) in
            switch row.text(0) {
            case "hours": rules.hoursRules.append(try coder.value(HoursRule.self, from: row.bytes(1)))
            case "wrong-clock": rules.wrongClocks.append(try coder.value(WrongClock.self, from: row.bytes(1)))
            case "retention": rules.formerRetentions.append(try coder.value(FormerRetention.self, from: row.bytes(1)))
            case "points": rules.pointsRules.append(try coder.value(PointsRule.self, from: row.bytes(1)))
            case "size": rules.sizeRules.append(try coder.value(SizeRule.self, from: row.bytes(1)))
            case "tier": rules.tierRules.append(try coder.value(TierRule.self, from: row.bytes(1)))
            default: throw LedgerError(.damaged, message: "a rule that no event can have made")
            }
        }
        try connection.forEach("SELECT kind, correction FROM correction") { row throws(LedgerError) in
            switch row.text(0) {
            case "opening":
                let exception = try coder.value(OpeningException.self, from: row.bytes(1))
                rules.openings[exception.day] = exception
            case "book":
                let correction = try coder.value(BookCorrection.self, from: row.bytes(1))
                rules.bookCorrections[correction.day] = correction
            default: throw LedgerError(.damaged, message: "a correction that no event can have made")
            }
        }
        try connection.forEach("SELECT change FROM staff_change ORDER BY id") { row throws(LedgerError) in
            let change = try coder.value(StaffChange.self, from: row.bytes(0))
            rules.staffChanges.append(change)
            if let name = change.formerName { rules.staff.remember(name, of: change.number) }
        }
        try connection.forEach("SELECT rule FROM clock_rule") { row throws(LedgerError) in
            rules.clockRules.append(try coder.value(ClockRule.self, from: row.bytes(0)))
        }
        var codes: [Code] = []
        let codeRows = "SELECT axis, key, en, zh, pinyin, offered, parent, official FROM code ORDER BY place"
        try connection.forEach(codeRows) { row throws(LedgerError) in
            guard let axis = Code.Axis(rawValue: row.text(0)) else {
                throw LedgerError(.damaged, message: "a row of the code table that no event can have made")
            }
            var code = Code(axis, row.text(1), en: row.text(2), zh: row.text(3), pinyin: row.text(4), isOffered: row.bool(5))
            (code.parent, code.official) = (row.optionalText(6), row.text(7))
            codes.append(code)
        }
        if !codes.isEmpty { rules.codes = CodeTable(codes) }
        return (rules, deskID)
    }
}
