import ComplaintRules
import TableFiles

/// A case that was dealt with elsewhere, as its source has it. It is given a number here when it is taken in.
public struct HistoryRecord: Hashable, Sendable {
    /// What is known of it; `source` and `sourceNumber` are how it is known again.
    public var intake: Intake
    /// The channel by the name that its source gave it.
    public var channelName = ""
    /// What became of it.
    public var outcome = ""
    /// Whether it was answered in time.
    public var isKeptWithinLimit: Bool?
    /// When it went to head office, or to the company complained about.
    public var headOfficeReceived: Moment?
    /// Facts without a field of their own here.
    public var others: [String: String] = [:]
    /// The name of the desk from whose signed file it comes; nil where no desk's signature stands behind it.
    public var deskOfOrigin: String?
    /// Whether that is a practice desk.
    public var isOfPractice = false

    /// Makes a record.
    public init(_ intake: Intake) {
        self.intake = intake
    }
}

/// What became of a record that was to be taken in.
public enum ImportOutcome: Hashable, Sendable {
    /// It is on the disk under this number.
    case imported(CaseNumber)
    /// It was there already, by its source and number, and says nothing else.
    case alreadyThere
    /// Its number is that of a case which says something else in these fields, named as in `list --json`.
    case otherContents(CaseNumber, fields: [String])
    /// A rule stands against it.
    case refused(Refusal)
}

extension Ledger {
    /// Takes in records of past cases, in one transaction: all that can be taken is on the disk when this returns.
    ///
    /// - Returns: what became of each, in order.
    /// - Throws: `Refusal` where the actor may import nothing; `LedgerError`, and then none was taken in.
    public func importHistory(_ records: [HistoryRecord], by actor: Actor) throws -> [ImportOutcome] {
        try transact { head in
            let actor = try current(actor)
            try permit(.importCases, by: actor)
            return try records.map { record in
                let intake = record.intake
                if let known = try known(record) { return known }
                let number = try nextNumber(on: rules.zone.day(at: intake.received))
                var imported = Imported(number: number, intake: intake)
                imported.channelName = record.channelName
                imported.outcome = record.outcome
                imported.isKeptWithinLimit = record.isKeptWithinLimit
                imported.headOfficeReceived = record.headOfficeReceived
                imported.others = record.others
                imported.deskOfOrigin = record.deskOfOrigin
                let event: any CaseEvent
                do throws(Refusal) {
                    event = try decideImporting(imported, ofPractice: record.isOfPractice, in: occasion(of: actor))
                } catch {
                    return .refused(error)
                }
                _ = try self.record([event], on: nil, by: actor, at: now, head: &head)
                return .imported(number)
            }
        }
    }

    /// What stands against a record because its number is there already; nil where it is not.
    private func known(_ record: HistoryRecord) throws(LedgerError) -> ImportOutcome? {
        let (source, number) = (record.intake.source, record.intake.sourceNumber)
        let sql = "SELECT id FROM complaint WHERE source = ? AND \(ImportIdentity.key) = ? AND source_number <> ''"
        guard !number.isEmpty, let id = try connection.integer(sql, source, WrittenNumber.identity(number)) else { return nil }
        // What was erased can be compared with nothing.
        guard let stored = try EventReader(connection, coder: coder).stored(id: id)?.state.history, let known = CaseNumber(stored.number)
        else { return .alreadyThere }
        let fields = record.differences(from: stored, under: rules)
        return fields.isEmpty ? .alreadyThere : .otherContents(known, fields: fields)
    }
}
