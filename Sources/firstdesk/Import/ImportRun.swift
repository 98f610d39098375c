import ComplaintRules
import Ledger

/// What became of a file of past cases.
struct ImportReport: Hashable, Sendable {
    /// A row that was not taken in.
    struct RefusedRow: Hashable, Sendable {
        /// The line it begins on, from 1, the header's included.
        var line: Int
        /// Why.
        var reason: Phrase
    }

    /// Rows that were read, the refused ones included.
    var read = 0
    /// Rows that were taken in, or would be.
    var imported = 0
    /// Rows that were there already, by their source and number.
    var alreadyThere = 0
    /// Rows that were not taken in, by line.
    var refused: [RefusedRow] = []
}

/// Takes in a file of past cases batch by batch; memory does not grow with the file, but for the refused rows that are named.
struct ImportRun {
    /// The rows of a transaction: enough that the wait for the disk weighs little, few enough that other desks are soon let in.
    private static let batchRows = 500
    /// The bytes of a transaction at which it is closed before it is full, since rows may be large.
    private static let batchBytes = 4 << 20

    private let map: ImportMap
    /// Whether the file is of the form in which this program writes, and so may hold cases of this very desk.
    private let isOwnForm: Bool
    private let rows: ImportRows
    /// What became of the rows so far; what it counts as imported is on the disk, also when `run` threw.
    private(set) var report = ImportReport()
    private var waiting: [(line: Int, record: HistoryRecord)] = []
    private var waitingBytes = 0

    /// Opens the file and checks its header.
    ///
    /// - Parameter map: what the columns mean; without one, they are named as in `list --json`.
    /// - Throws: `ImportError`.
    init(file: String, map: ImportMap = .desk) throws(ImportError) {
        self.map = map
        isOwnForm = map == .desk
        rows = try ImportRows(file: file, map: map)
    }

    /// Reads the file to its end and takes in what can be taken.
    ///
    /// - Parameters:
    ///   - dryRun: whether all is only tried and undone again. A number that stands twice in the file, far apart, then counts twice.
    ///   - progress: is told after each batch how many bytes of how many are read; of a pipe the whole is not known.
    /// - Returns: what became of the rows.
    /// - Throws: `Refusal` where the actor may import nothing; `ImportError`, `LedgerError` where it broke off. The batches before are in
    ///   then, and the same file can be imported again.
    mutating func run(
        into ledger: Ledger,
        by actor: Actor,
        dryRun: Bool = false,
        progress: (_ bytes: Int64, _ of: Int64?) -> Void = { _, _ in }
    ) throws -> ImportReport {
        try permit(.importCases, by: actor)
        let reading = HistoryReading(map: map, desk: ledger.rules, now: ledger.clock.now())
        do {
            while let row = try rows.next() {
                try take(row, reading, ledger, actor)
                if waiting.count >= ImportRun.batchRows || waitingBytes >= ImportRun.batchBytes {
                    try takeInWaiting(ledger, actor, dryRun)
                    progress(rows.usedBytes, rows.totalBytes)
                }
            }
        } catch let error as ImportError {
            // What could be read goes in, as it would have with the rest.
            try takeInWaiting(ledger, actor, dryRun)
            throw error
        }
        try takeInWaiting(ledger, actor, dryRun)
        // The ledger refuses later than the reading does.
        report.refused.sort { $0.line < $1.line }
        progress(rows.usedBytes, rows.totalBytes)
        return report
    }

    private mutating func take(_ row: ImportRow, _ reading: HistoryReading, _ ledger: Ledger, _ actor: Actor) throws {
        report.read += 1
        do {
            let values = try row.values.get()
            if isOwnForm, try ImportRun.isOwnCase(values, ledger, actor, reading) {
                report.alreadyThere += 1
                return
            }
            waiting.append((row.line, try reading.record(from: values)))
            waitingBytes += values.values.reduce(0) { $0 + $1.utf8.count }
        } catch let fault as ImportFault {
            report.refused.append(.init(line: row.line, reason: fault.sentence))
        }
    }

    /// Takes in the rows that wait, in one transaction.
    private mutating func takeInWaiting(_ ledger: Ledger, _ actor: Actor, _ dryRun: Bool) throws {
        guard !waiting.isEmpty else { return }
        let records = waiting.map(\.record)
        let outcomes = dryRun ? try ImportRun.tried(records, ledger, actor) : try ledger.importHistory(records, by: actor)
        for (row, outcome) in zip(waiting, outcomes) {
            switch outcome {
            case .imported: report.imported += 1
            case .alreadyThere: report.alreadyThere += 1
            case .refused(let refusal): report.refused.append(.init(line: row.line, reason: ImportFault.rule(refusal).sentence))
            }
        }
        waiting.removeAll(keepingCapacity: true)
        waitingBytes = 0
    }

    /// Thrown to undo what was only tried.
    private struct Undone: Error {}

    private static func tried(_ records: [HistoryRecord], _ ledger: Ledger, _ actor: Actor) throws -> [ImportOutcome] {
        var outcomes: [ImportOutcome] = []
        do {
            try ledger.batch {
                outcomes = try ledger.importHistory(records, by: actor)
                throw Undone()
            }
        } catch is Undone {
            // All of it was only to be seen.
        }
        return outcomes
    }

    /// Whether a row is a case of this very desk, as where its own list is imported: it is there, though not by source and number.
    private static func isOwnCase(
        _ values: [String: String],
        _ ledger: Ledger,
        _ actor: Actor,
        _ reading: HistoryReading
    ) throws -> Bool {
        guard (values["source"] ?? "").isEmpty, let number = values["number"], let parts = CaseNumber(number),
            parts.branch == ledger.settings.branchCode
        else { return false }
        do {
            let intake = try ledger.open(number, by: actor).state.intake
            let given = try reading.record(from: values).intake
            // A file has whole seconds.
            return intake.source.isEmpty && intake.text == given.text && abs(intake.received.seconds(since: given.received)) < 1
        } catch Refusal.noSuchCase {
            return false
        } catch let refusal as Refusal {
            throw ImportFault.rule(refusal)
        }
    }
}
