import ComplaintRules

/// One line of the comment book's register: an entry of the book, and whether it was answered there.
public struct BookRegisterRow: Identifiable, Hashable, Sendable {
    /// The case that the entry became.
    public let complaint: RegisterRow
    /// The page of the book; nil where it was not taken down.
    public let page: Int?
    /// The line on the page.
    public let line: Int?
    /// Who wrote the answer in the book; nil while nobody has.
    public let answeredBy: StaffNumber?
    /// When the answer was written in the book.
    public let answeredAt: Moment?
    /// When the customer was answered, while that answer stands; due as well where a contact was left.
    public let repliedAt: Moment?

    /// The case's id in this store.
    public var id: Int64 { complaint.id }
}

extension Ledger {
    /// At most `limit` lines of the comment book's register: what `query` takes in of that channel. Only what is on screen is looked up in
    /// the history.
    ///
    /// - Throws: `LedgerError`.
    public func bookRows(_ query: RegisterQuery, _ page: RegisterPage = .first, limit: Int) throws(LedgerError) -> [BookRegisterRow] {
        var query = query
        query.channels = [.commentBook]
        var rows: [BookRegisterRow] = []
        for row in try self.rows(query, page, limit: limit) { rows.append(try bookRow(row)) }
        return rows
    }

    /// The lines of the cases `numbers` that `scope` takes in, in that order: the entries of one day's review.
    public func bookRows(of numbers: [String], _ scope: ReadScope) throws(LedgerError) -> [BookRegisterRow] {
        var rows: [BookRegisterRow] = []
        for number in numbers {
            guard let id = try connection.integer("SELECT id FROM complaint WHERE number = ?", number),
                let row = try row(id: id, RegisterQuery(scope))
            else { continue }
            rows.append(try bookRow(row))
        }
        return rows
    }

    private func bookRow(_ row: RegisterRow) throws(LedgerError) -> BookRegisterRow {
        let found = try stored(id: row.id)
        let answer = found?.events.last { if case .answeredInBook = $0.event { true } else { false } }
        return BookRegisterRow(
            complaint: row,
            page: found?.state.intake.details?.page,
            line: found?.state.intake.details?.line,
            answeredBy: answer?.by,
            answeredAt: answer?.at,
            repliedAt: found?.state.repliedAt
        )
    }
}
