import ComplaintRules

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

    /// Makes a record.
    public init(_ intake: Intake) {
        self.intake = intake
    }
}

/// What became of a record that was to be taken in.
public enum ImportOutcome: Hashable, Sendable {
    /// It is on the disk under this number.
    case imported(CaseNumber)
    /// It was there already, by its source and number.
    case alreadyThere
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
            let now = clock.now()
            return try records.map { record in
                let intake = record.intake
                let isThere = try connection.integer(
                    "SELECT 1 FROM complaint WHERE source = ? AND source_number = ? AND source_number <> ''",
                    intake.source,
                    intake.sourceNumber
                )
                if isThere != nil { return .alreadyThere }
                let number = try nextNumber(on: rules.zone.day(at: intake.received))
                var imported = Imported(number: number, intake: intake)
                imported.channelName = record.channelName
                imported.outcome = record.outcome
                imported.isKeptWithinLimit = record.isKeptWithinLimit
                imported.headOfficeReceived = record.headOfficeReceived
                imported.others = record.others
                let event: any CaseEvent
                do throws(Refusal) {
                    event = try decideImporting(imported, in: Occasion(actor, at: now, under: rules))
                } catch {
                    return .refused(error)
                }
                _ = try self.record([event], on: nil, by: actor, at: now, head: &head)
                return .imported(number)
            }
        }
    }
}
