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
    /// The last event of the desk itself that `rules` take in.
    private var deskEventSeen: Int64
    /// The latest moment on the desk, as of the last look at the file.
    private var latest: Moment?
    /// The end of the chain within a batch; nil outside one.
    private var batchHead: ChainHead?
    /// When the first event was, once somebody has asked: it never changes.
    var foundedAt: Moment?
    /// The cases that were read last.
    var readings = LatestReadings()
    /// Whether all acts of the batch stand or none.
    private var isBulk = false
    /// Whether one of them did not come to its end.
    private var hasBulkFailed = false

    /// Opens the desk in `folder`.
    ///
    /// - Throws: `LedgerError`: `.notFound` where there is no desk, `.foreignFile`, `.damaged`, `.newerVersion`, `.noPermission` and what
    ///   else can be wrong with a file.
    public init(folder: String, clock: DeskClock = .system) throws {
        self.folder = folder
        self.clock = clock
        try Sodium.start()
        connection = try Connection(path: Ledger.path(in: folder), mode: .readWrite)
        try Schema.plan.apply(to: connection)
        (rules, deskID) = try Ledger.readRules(connection, coder)
        (deskEventSeen, latest) = try Ledger.ends(connection)
    }

    init(folder: String, clock: DeskClock, founding connection: Connection) throws {
        self.folder = folder
        self.clock = clock
        self.connection = connection
        (rules, deskID) = try Ledger.readRules(connection, coder)
        (deskEventSeen, latest) = try Ledger.ends(connection)
    }

    /// The desk's file in `folder`.
    public static func path(in folder: String) -> String { folder.hasSuffix("/") ? folder + fileName : "\(folder)/\(fileName)" }

    /// Removes a desk's files and then its folder, where nothing else is in it: for throw-away practice desks.
    public static func remove(folder: String) {
        for suffix in ["", "-wal", "-shm"] { unlink(path(in: folder) + suffix) }
        Attachments(deskFolder: folder).removeAll()
        rmdir(folder)
    }

    /// Lets go of the file. Nothing can be asked of the ledger afterwards.
    public func close() {
        connection.close()
    }

    /// A number that changes when another desk has written to the file; its own writes do not change it.
    public var dataVersion: Int64 {
        get throws { try connection.dataVersion }
    }

    /// Does something that rather fails with `.busy` than waits for longer than a moment (100 ms) while another program holds the file: what
    /// happens by itself while somebody types.
    public func withoutWaiting<Value>(_ body: () throws -> Value) rethrows -> Value {
        let patience = connection.handle.patience
        connection.handle.patience = min(patience, 100_000_000)
        defer { connection.handle.patience = patience }
        return try body()
    }

    /// The moment by which all is judged and shown now: the later of the computer's clock and the latest moment on the desk, so that a clock set back
    /// makes nothing timely (1-domain, What was is not rewritten). What a person is offered as the moment of now is the clock's.
    public var now: Moment { ClockMark.judge(clock.now(), latest: latest).at }

    /// What is remarkable of the computer's clock now; nil for nothing.
    public var clockMark: ClockMark? { ClockMark.judge(clock.now(), latest: latest).mark }

    /// The settings of the desk.
    public var settings: DeskSettings { rules.settings }

    /// Takes in changes of staff and settings that other desks made.
    public func refresh() throws {
        let (last, latest) = try Ledger.ends(connection)
        self.latest = latest
        guard last != deskEventSeen else { return }
        (rules, deskID) = try Ledger.readRules(connection, coder)
        deskEventSeen = last
    }

    /// Does several acts in one transaction, with one wait for the disk. An act that is refused leaves nothing behind; the others stand
    /// unless `body` itself throws.
    public func batch<Value>(_ body: () throws -> Value) throws -> Value {
        defer { batchHead = nil }
        let value = try undoable {
            try connection.transaction {
                try refresh()
                batchHead = try ChainHead.read(connection)
                return try body()
            }
        }
        try refresh()
        return value
    }

    /// Does very many acts in one transaction of which all stand or none: the way to fill a desk. The words by which the cases are found are
    /// written at its end.
    ///
    /// - Throws: what the first act threw that was refused or failed, and then nothing happened, even if `body` went on after it: `.misuse`.
    public func bulk<Value>(_ body: () throws -> Value) throws -> Value {
        (isBulk, hasBulkFailed) = (true, false)
        connection.deferredWords = [:]
        defer {
            isBulk = false
            connection.deferredWords = nil
        }
        return try batch {
            let value = try body()
            guard !hasBulkFailed else { throw LedgerError(.misuse, message: "a bulk went on after an act that did not happen") }
            try SearchTable.keepDeferred(in: connection)
            return value
        }
    }

    /// Does several acts in one transaction, or as a part of the batch that is under way.
    func batchOrJoin<Value>(_ body: () throws -> Value) throws -> Value {
        guard batchHead != nil else { return try batch(body) }
        return try body()
    }

    /// Does `body` in one transaction, on the rules as they stand when it has begun; within a batch, as a part of it.
    func transact<Value>(_ body: (inout ChainHead) throws -> Value) throws -> Value {
        if isBulk, var head = batchHead {
            hasBulkFailed = true
            let value = try body(&head)
            hasBulkFailed = false
            batchHead = head
            try refresh()
            return value
        }
        if var head = batchHead {
            try connection.execute("SAVEPOINT act")
            do {
                let value = try body(&head)
                try connection.execute("RELEASE act")
                batchHead = head
                try refresh()
                return value
            } catch {
                readings.forget()
                try connection.execute("ROLLBACK TO act; RELEASE act")
                try refresh()
                throw error
            }
        }
        let value = try undoable {
            try connection.transaction {
                try refresh()
                var head = try ChainHead.read(connection)
                return try body(&head)
            }
        }
        // Its own change of staff or settings counts as well.
        try refresh()
        return value
    }

    /// Does `body`, whose acts are undone where it throws.
    private func undoable<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            readings.forget()
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

    /// The actor as the desk knows them now: somebody who retired a moment ago acts no more.
    func current(_ actor: Actor) throws(Refusal) -> Actor {
        try rules.actor(actor.number, at: now)
    }

    /// The last event of the desk itself, and the moment of the last event of all.
    private static func ends(_ connection: Connection) throws -> (deskEvent: Int64, latest: Moment?) {
        let sql = """
            SELECT (SELECT max(seq) FROM event WHERE case_id = 0),
            (SELECT coalesce(judged.at, event.at) FROM \(EventReader.events) ORDER BY event.seq DESC LIMIT 1)
            """
        let ends = try connection.first(sql) { row throws(LedgerError) in
            (row.int64(0), row.optionalInt64(1).map(Moment.init(milliseconds:)))
        }
        return ends ?? (0, nil)
    }

    static func readRules(_ connection: Connection, _ coder: EventCoder) throws -> (DeskRules, String) {
        let desk = try connection.first("SELECT desk_id, settings FROM desk") { row throws(LedgerError) in (row.text(0), row.bytes(1)) }
        guard let (deskID, json) = desk else { throw LedgerError(.damaged, message: "the desk has no settings") }
        let settings = try coder.value(DeskSettings.self, from: json)
        var members: [StaffMember] = []
        try connection.forEach("SELECT number, name, role, retired FROM staff") { row throws(LedgerError) in
            guard let number = StaffNumber(row.text(0)), let role = Role(rawValue: row.text(2)) else {
                throw LedgerError(.damaged, message: "a row of the staff table that no event can have made")
            }
            members.append(StaffMember(number: number, name: row.text(1), role: role, isRetired: row.bool(3)))
        }
        var rules = DeskRules(settings: settings, staff: StaffDirectory(members), zone: try SystemZone(settings.timeZone))
        if let calendar = try connection.first("SELECT calendar FROM desk", read: { row throws(LedgerError) in row.optionalBytes(0) }),
            let calendar
        {
            rules.calendar = try coder.value(WorkCalendar.self, from: calendar)
        }
        try connection.forEach("SELECT absent, stand_in, from_day, to_day, ended FROM stand_in") { row throws(LedgerError) in
            guard let absent = StaffNumber(row.text(0)), let standIn = StaffNumber(row.text(1)) else { return }
            var appointment = StandIn(absent: absent, standIn: standIn, from: Day(ordinal: row.int(2)), to: Day(ordinal: row.int(3)))
            appointment.isEnded = row.bool(4)
            rules.standIns.append(appointment)
        }
        if let founded = try connection.integer("SELECT at FROM event WHERE seq = 1") {
            rules.founding = rules.zone.day(at: Moment(milliseconds: founded))
        }
        try connection.forEach("SELECT kind, rule FROM dated_rule ORDER BY id") { row throws(LedgerError) in
            switch row.text(0) {
            case "hours": rules.hoursRules.append(try coder.value(HoursRule.self, from: row.bytes(1)))
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
            rules.staffChanges.append(try coder.value(StaffChange.self, from: row.bytes(0)))
        }
        try connection.forEach("SELECT rule FROM clock_rule") { row throws(LedgerError) in
            rules.clockRules.append(try coder.value(ClockRule.self, from: row.bytes(0)))
        }
        var codes: [Code] = []
        try connection.forEach("SELECT axis, key, en, zh, pinyin, offered FROM code ORDER BY place") { row throws(LedgerError) in
            guard let axis = Code.Axis(rawValue: row.text(0)) else {
                throw LedgerError(.damaged, message: "a row of the code table that no event can have made")
            }
            codes.append(Code(axis, row.text(1), en: row.text(2), zh: row.text(3), pinyin: row.text(4), isOffered: row.bool(5)))
        }
        if !codes.isEmpty { rules.codes = CodeTable(codes) }
        return (rules, deskID)
    }
}
