import ComplaintRules
import Ledger
import TableFiles

/// What became of a file of past cases.
struct ImportReport: Hashable, Sendable {
    /// A row that was not taken in. The report counts them and keeps none, since a file may have any number.
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
    /// Those of them that were still open where they come from: they are history here, and nobody works on them.
    var stillOpen = 0
    /// Rows that were there already, by their source and number.
    var alreadyThere = 0
    /// Rows that were not taken in.
    var refused = 0
    /// The encoding in which the file was read, where it was not UTF-8.
    var encoding: TextEncoding?
    /// The first texts beyond ASCII of a file whose encoding was guessed, so that somebody can see whether the guess is right.
    var sample: [String] = []
}

/// Takes in a file of past cases batch by batch; memory does not grow with the file.
struct ImportRun {
    /// The rows of a transaction: enough that the wait for the disk weighs little, few enough that other desks are soon let in.
    private static let batchRows = 1000
    /// The bytes of a transaction at which it is closed before it is full, since rows may be large.
    private static let batchBytes = 4 << 20

    private let map: ImportMap
    /// Whether the file is of the form in which this program writes, and so may hold cases of this very desk.
    private let isOwnForm: Bool
    /// The desk that signed the file; nil where none did.
    private let origin: SignedFile.Origin?
    private let rows: ImportRows
    /// What became of the rows so far; what it counts as imported is on the disk, also when `run` threw.
    private(set) var report = ImportReport()
    private var waiting: [(line: Int, record: HistoryRecord)] = []
    private var refused: [ImportReport.RefusedRow] = []
    private var waitingBytes = 0

    /// Opens the file and checks its header.
    ///
    /// - Parameters:
    ///   - text: the file, opened.
    ///   - file: its name, for messages and by its ending.
    ///   - map: what the columns mean; without one, they are named as in `list --json`.
    ///   - dates: in which order dates are written, where that is not as the map says.
    /// - Throws: `ImportError`, also where a desk signed the file and its signature does not hold.
    init(_ text: TextSource, file: String, map: ImportMap = .desk, dates: DateOrder? = nil) throws(ImportError) {
        isOwnForm = map == .desk
        if isOwnForm, SignedFile.isMeant(by: file) {
            do throws(SignedFile.Fault) {
                origin = try SignedFile.check(file)
            } catch {
                throw .badSignature(file: file, error)
            }
        } else {
            origin = nil
        }
        var map = map
        map.dates = dates ?? map.dates
        self.map = map
        rows = try ImportRows(text, file: file, map: map, isOwnForm: isOwnForm, isSigned: origin != nil)
    }

    /// Opens a file.
    ///
    /// - Throws: `ImportError`.
    init(file: String, map: ImportMap = .desk) throws(ImportError) {
        let text: TextSource
        do throws(TextFileError) {
            text = try TextSource(path: file, .recognised)
        } catch {
            throw .cannotRead(file: file, error)
        }
        try self.init(text, file: file, map: map)
    }

    /// Reads the file to its end and takes in what can be taken.
    ///
    /// - Parameters:
    ///   - dryRun: whether all is only tried and undone again. A number that stands twice in the file, far apart, then counts twice.
    ///   - refusing: is given each row that is not taken in, in the order of the lines.
    ///   - progress: is told after each batch how many bytes of how many are read; of a pipe the whole is not known.
    /// - Returns: what became of the rows.
    /// - Throws: `Refusal` where the actor may import nothing; `ImportError`, `LedgerError` where it broke off. The batches before are in
    ///   then, and the same file can be imported again.
    mutating func run(
        into ledger: Ledger,
        by actor: Actor,
        dryRun: Bool = false,
        refusing: (ImportReport.RefusedRow) -> Void = { _ in },
        progress: (_ bytes: Int64, _ of: Int64?) -> Void = { _, _ in }
    ) throws -> ImportReport {
        try permit(.importCases, by: actor)
        let reading = HistoryReading(map: map, desk: ledger.rules, now: ledger.now)
        do {
            while let row = try rows.next() {
                try take(row, reading, ledger, actor)
                if waiting.count + refused.count >= ImportRun.batchRows || waitingBytes >= ImportRun.batchBytes {
                    try takeInWaiting(ledger, actor, dryRun, refusing)
                    progress(rows.usedBytes, rows.totalBytes)
                }
            }
        } catch let error as ImportError {
            // What could be read goes in, as it would have with the rest.
            try takeInWaiting(ledger, actor, dryRun, refusing)
            throw error
        }
        try takeInWaiting(ledger, actor, dryRun, refusing)
        progress(rows.usedBytes, rows.totalBytes)
        return report
    }

    private mutating func take(_ row: ImportRow, _ reading: HistoryReading, _ ledger: Ledger, _ actor: Actor) throws {
        report.read += 1
        do {
            let values = try row.values.get()
            keepSample(of: values)
            if isOwnForm, try ImportRun.isOwnCase(values, ledger, actor, reading) {
                report.alreadyThere += 1
                return
            }
            var record = try reading.record(from: values)
            record.deskOfOrigin = origin?.desk
            record.isOfPractice = origin?.isPractice == true
            waiting.append((row.line, record))
            waitingBytes += values.values.reduce(0) { $0 + $1.utf8.count }
        } catch let fault as ImportFault {
            refused.append(.init(line: row.line, reason: fault.sentence))
        }
    }

    /// Keeps a text by which somebody can judge a guess.
    private mutating func keepSample(of values: [String: String]) {
        guard rows.isEncodingGuessed, report.sample.count < 3 else { return }
        guard let text = values.values.filter({ !$0.allSatisfy(\.isASCII) }).max(by: { ($0.count, $1) < ($1.count, $0) }) else { return }
        report.sample.append(String(text.prefix(60)))
    }

    /// Takes in the rows that wait, in one transaction.
    private mutating func takeInWaiting(
        _ ledger: Ledger,
        _ actor: Actor,
        _ dryRun: Bool,
        _ refusing: (ImportReport.RefusedRow) -> Void
    ) throws {
        report.encoding = rows.encoding == .utf8 ? nil : rows.encoding
        let records = waiting.map(\.record)
        var outcomes: [ImportOutcome] = []
        if !records.isEmpty {
            outcomes = dryRun ? try ImportRun.tried(records, ledger, actor) : try ledger.importHistory(records, by: actor)
        }
        for (row, outcome) in zip(waiting, outcomes) {
            switch outcome {
            case .imported:
                report.imported += 1
                if isOwnForm, row.record.others["stage"].flatMap(Stage.init(rawValue:))?.isOpen == true { report.stillOpen += 1 }
            case .alreadyThere: report.alreadyThere += 1
            case .refused(let refusal): refused.append(.init(line: row.line, reason: ImportFault.rule(refusal).sentence))
            case .otherContents(let number, let fields):
                let fault = ImportFault.otherContents(number: number, columns: fields.map(column))
                refused.append(.init(line: row.line, reason: fault.sentence))
            }
        }
        // The ledger refuses later than the reading does.
        for row in refused.sorted(by: { $0.line < $1.line }) { refusing(row) }
        report.refused += refused.count
        refused.removeAll(keepingCapacity: true)
        waiting.removeAll(keepingCapacity: true)
        waitingBytes = 0
    }

    /// The file's column for a field; the field's own name where it is a column that no map means.
    private func column(_ field: String) -> String { ImportField(rawValue: field).flatMap { map.columns[$0]?.names.first } ?? field }

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
    ///
    /// - Throws: `ImportFault.otherContents` where the case of that number says something else.
    private static func isOwnCase(
        _ values: [String: String],
        _ ledger: Ledger,
        _ actor: Actor,
        _ reading: HistoryReading
    ) throws -> Bool {
        guard let number = values["number"], let parts = CaseNumber(number), parts.branch == ledger.settings.branchCode else {
            return false
        }
        do {
            let state = try ledger.open(number, by: actor).state
            let given = try reading.record(from: values).intake
            // What this desk took in from another register has that one's number in its list, too.
            guard state.intake.source == values["source"] ?? "" else { return false }
            var columns = state.intake.text == given.text ? [] : ["text"]
            // A file has whole seconds.
            if abs(state.intake.received.seconds(since: given.received)) >= 1 { columns.insert("received", at: 0) }
            if !columns.isEmpty { throw ImportFault.otherContents(number: state.number, columns: columns) }
            return true
        } catch Refusal.noSuchCase {
            return false
        } catch let refusal as Refusal {
            throw ImportFault.rule(refusal)
        }
    }
}
