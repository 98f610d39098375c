import ComplaintRules
import Synchronization

extension Ledger {
    /// What somebody sees of many cases, each made into something by `make`, which all processors do: a paper of a year tells of thousands.
    ///
    /// - Parameters:
    ///   - numbers: the cases' numbers.
    ///   - progress: is told how many of them were read.
    /// - Returns: a place for each number, in their order; nil where the actor may not read the case.
    /// - Throws: `Refusal.noSuchCase`; `LedgerError`.
    public func seen<Made: Sendable>(
        _ numbers: [String],
        by actor: Actor,
        progress: (Int) -> Void = { _ in },
        make: @escaping @Sendable (Stored) -> Made
    ) throws -> [Made?] {
        try connection.read {
            let reader = try current(actor)
            let occasion = Occasion(reader, at: now, under: rules)
            let own = try numbersOfCases(about: reader.number)
            var (made, running): ([Made?], SeenCases<Made>?) = ([], nil)
            func finish() throws { if let batch = running { made += try batch.finish() } }
            // The other processors make one batch while this one reads the next.
            for start in stride(from: 0, to: numbers.count, by: SeenCases<Made>.size) {
                let batch = numbers[start..<min(numbers.count, start + SeenCases<Made>.size)]
                let rows = try batch.map { try self.rows(of: $0) }
                try finish()
                running = SeenCases(rows) { [coder] rows in
                    guard let whole = try Stored(rows, coder) else { throw LedgerError(.damaged, message: "a case without a beginning") }
                    return whole.without(tiesTo: own.intersection(whole.state.links.map(\.number))).seen(in: occasion).map(make)
                }
                progress(start + rows.count)
            }
            try finish()
            return made
        }
    }

    /// The numbers of the cases that are about somebody.
    private func numbersOfCases(about staff: StaffNumber) throws(LedgerError) -> Set<String> {
        var numbers: Set<String> = []
        let sql = "SELECT c.number FROM complaint_subject s JOIN complaint c ON c.id = s.case_id WHERE s.staff = ?"
        try connection.forEach(sql, staff.text) { row throws(LedgerError) in numbers.insert(row.text(0)) }
        return numbers
    }

    private func rows(of number: String) throws -> (id: Int64, events: [EventRow]) {
        guard let printed = CaseNumber(number)?.description,
            let id = try connection.integer("SELECT id FROM complaint WHERE number = ?", printed)
        else { throw Refusal.noSuchCase(number) }
        return (id, try EventReader(connection, coder: coder).rows(of: id))
    }
}

/// A batch of cases that all processors make into something.
private struct SeenCases<Made: Sendable> {
    /// How many cases make a batch, and how many one thread takes at once.
    static var size: Int { 512 }
    private static var piece: Int { 8 }

    private final class Results: Sendable {
        let found: Mutex<[Result<Made?, any Error>]>

        init(count: Int) { found = Mutex([Result<Made?, any Error>](repeating: .success(nil), count: count)) }
    }

    private let results: Results
    private let work: Workers.Running

    init(_ rows: [(id: Int64, events: [EventRow])], make: @escaping @Sendable ((id: Int64, events: [EventRow])) throws -> Made?) {
        let results = Results(count: rows.count)
        work = Workers.start(rows.count, inPiecesOf: SeenCases.piece) { place in
            let result = Result { try make(rows[place]) }
            results.found.withLock { $0[place] = result }
        }
        self.results = results
    }

    /// Waits for what is left of it.
    func finish() throws -> [Made?] {
        work.finish()
        return try results.found.withLock { $0 }.map { try $0.get() }
    }
}
