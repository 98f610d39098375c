import ComplaintRules

/// One line of the comment book's register: an entry of the book, and whether it was answered there.
public struct BookRegisterRow: Identifiable, Hashable, Sendable {
    /// The case that the entry became.
    public let complaint: RegisterRow

    /// The case's id in this store.
    public var id: Int64 { complaint.id }
    /// The page of the book; nil where it was not taken down.
    public var page: Int? { complaint.page }
    /// The line on the page.
    public var line: Int? { complaint.line }
    /// Who wrote the answer in the book; nil while nobody has.
    public var answeredBy: StaffNumber? { complaint.bookAnsweredBy }
    /// When the answer was written in the book.
    public var answeredAt: Moment? { complaint.bookAnswered }
    /// When the customer was told of the outcome that stands, in a way that reaches them; due as well where a contact was left.
    public var toldAt: Moment? { complaint.outcomeTold }
}

extension Ledger {
    /// At most `limit` lines of the comment book's register: what `query` takes in of that channel.
    ///
    /// - Throws: `LedgerError`.
    public func bookRows(_ query: RegisterQuery, _ page: RegisterPage = .first, limit: Int) throws(LedgerError) -> [BookRegisterRow] {
        var query = query
        query.channels = [.commentBook]
        return try rows(query, page, limit: limit).map(BookRegisterRow.init)
    }

    /// The lines of the cases `numbers` that `scope` takes in, in that order: the entries of one day's review.
    public func bookRows(of numbers: [String], _ scope: ReadScope) throws(LedgerError) -> [BookRegisterRow] {
        if numbers.isEmpty { return [] }
        var query = RegisterQuery(scope, order: .logged)
        query.numbers = numbers
        let rows = try self.rows(query, limit: numbers.count)
        return numbers.compactMap { number in rows.first { $0.number == number }.map(BookRegisterRow.init) }
    }
}
