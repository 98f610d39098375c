import ComplaintRules
import Glibc

/// When the desk was looked through, and what was found. No event: nobody did anything (1-domain, The ledger).
public struct DeskLook: Equatable, Sendable {
    /// When a stretch was looked through last.
    public let at: Moment
    /// Since when all has been seen whole: when the walk along the chain began that came to its end last; nil where none did yet.
    public let wholeSince: Moment?
    /// Where the last look found the first fault, as `verify` names the place; nil where it found none.
    public let faultPlace: String?
}

/// What the day's upkeep did.
public struct Upkeep: Sendable {
    /// The day's backup; nil where there was one already.
    public var backup: Backup?
    /// What the look through the desk found; nil where this day had one already.
    public var found: Verification?
}

/// Whose turn it is to keep up a desk on which several work: a lock on its folder of backups, which goes with the program (flock(2)).
final class UpkeepTurn {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// The turn; nil where somebody else is at it.
    static func take(inDesk folder: String) throws(LedgerError) -> UpkeepTurn? {
        let own = OwnBackups.folder(inDesk: folder)
        try DeskFile.makeFolder(own, inDesk: folder)
        let turn = UpkeepTurn(open(own, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        guard turn.descriptor >= 0 else { throw LedgerError(systemError: errno, trying: "open the folder of backups") }
        return flock(turn.descriptor, LOCK_EX | LOCK_NB) == 0 ? turn : nil
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}

extension Ledger {
    /// How many signatures are looked at in a day: some seconds of one processor. All else is looked at each day.
    static let dailySignatures: Int64 = 50_000

    /// Whether the day still lacks its backup or its look, by the branch's days.
    ///
    /// - Throws: `LedgerError`.
    public func isUpkeepDue() throws(LedgerError) -> Bool {
        if connection.writeFault != nil || loss != nil { return false }
        let today = rules.zone.day(at: clock.now())
        let look = try look()
        return hasNoBackup(of: today) || isUnseen(on: today, look)
    }

    /// What the last look found; nil where there was none yet.
    ///
    /// - Throws: `LedgerError`.
    public func look() throws(LedgerError) -> DeskLook? {
        try connection.first("SELECT at, whole, fault FROM look") { row throws(LedgerError) in
            DeskLook(
                at: Moment(clamping: row.int64(0)),
                wholeSince: row.optionalInt64(1).map(Moment.init(clamping:)),
                faultPlace: row.optionalText(2)
            )
        }
    }

    /// The time of the newest backup in the desk's own folder, as its name says it: `20261126-1015`; nil where there is none.
    public var newestBackup: String? {
        OwnBackups.names(inDesk: folder).last.map { String($0.dropFirst(OwnBackups.prefix.count).dropLast(OwnBackups.suffix.count)) }
    }

    /// Makes the day's backup, and looks through the desk: the chain, the law, all tables and pages, and a stretch of the signatures, which are
    /// looked at in turn from one day to the next. Several may call it at once; one does it.
    ///
    /// - Returns: what was done; nil where somebody else is at it.
    /// - Throws: `LedgerError`.
    public func keepUp() throws -> Upkeep? {
        if let fault = connection.writeFault { throw fault }
        try refuseWhileLost()
        guard let turn = try UpkeepTurn.take(inDesk: folder) else { return nil }
        return try withExtendedLifetime(turn) { try keepUpInTurn() }
    }

    private func keepUpInTurn() throws -> Upkeep {
        let now = clock.now()
        let today = rules.zone.day(at: now)
        var done = Upkeep()
        if hasNoBackup(of: today) { done.backup = try backUp() }
        if isUnseen(on: today, try look()) { done.found = try lookThrough(at: now) }
        return done
    }

    private func hasNoBackup(of day: Day) -> Bool {
        let stamp = day.iso.filter { $0 != "-" }
        return !OwnBackups.names(inDesk: folder).contains { $0.dropFirst(OwnBackups.prefix.count).hasPrefix(stamp) }
    }

    private func isUnseen(on day: Day, _ look: DeskLook?) -> Bool { look.map { rules.zone.day(at: $0.at) != day } ?? true }

    /// Looks through the desk, and notes what came of it.
    private func lookThrough(at now: Moment) throws -> Verification {
        let walk = try connection.first("SELECT next, begun FROM look") { row throws(LedgerError) in
            (next: row.int64(0), begun: row.int64(1))
        }
        let last = try connection.integer("SELECT max(last) FROM signature") ?? 0
        // A walk that is under way goes on; one that came to the end, or that no look of ours can have left, begins anew.
        let isUnderWay = walk.map { $0.next > 1 && $0.next <= last } ?? false
        let first = isUnderWay ? walk?.next ?? 1 : 1
        let begun = isUnderWay ? walk?.begun ?? now.milliseconds : now.milliseconds
        let end = first.addingReportingOverflow(Ledger.dailySignatures - 1).partialValue
        let found = try verify(signatures: first...max(first, end))
        try connection.transaction {
            try connection.run(
                """
                INSERT INTO look(id, at, next, begun, whole, fault) VALUES (1, ?1, ?2, ?3, ?4, ?5) ON CONFLICT(id) DO UPDATE SET
                at = ?1, next = ?2, begun = ?3, whole = coalesce(?4, whole), fault = ?5
                """,
                now.milliseconds,
                found.fault == nil && end < last ? end + 1 : 1,
                begun,
                found.fault == nil && end >= last ? begun : nil,
                found.fault?.place
            )
        }
        return found
    }
}

extension Moment {
    /// The moment of a value that anybody may have written into the file: within what calendars know.
    init(clamping milliseconds: Int64) {
        self.init(milliseconds: min(max(milliseconds, 0), Moment.possible.upperBound))
    }
}
