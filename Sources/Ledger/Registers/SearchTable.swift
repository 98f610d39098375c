/// Keeps the words by which cases are found.
enum SearchTable {
    /// The most cases whose words wait; a bound on the memory that they take.
    private static let mostDeferred = 8_192

    /// Puts the words of a case in place of those that the index has of it; nil where it has none.
    static func keep(_ words: String, of id: Int64, replacing old: String?, in connection: Connection) throws(LedgerError) {
        if let deferred = connection.deferredWords {
            if deferred.count >= mostDeferred { try keepDeferred(in: connection) }
            connection.deferredWords?[id, default: (old, words)].new = words
        } else {
            try index(words, of: id, replacing: old, in: connection)
        }
    }

    /// Indexes the words that wait, in the order of their cases: the index is slow where a row comes before the last one.
    static func keepDeferred(in connection: Connection) throws(LedgerError) {
        for (id, words) in (connection.deferredWords ?? [:]).sorted(by: { $0.key < $1.key }) {
            try index(words.new, of: id, replacing: words.old, in: connection)
        }
        connection.deferredWords?.removeAll(keepingCapacity: true)
    }

    private static func index(_ words: String, of id: Int64, replacing old: String?, in connection: Connection) throws(LedgerError) {
        if let old {
            // A contentless table forgets a row only when told what was in it (FTS5 manual, 'delete' command).
            try connection.run(
                "INSERT INTO complaint_search(complaint_search, rowid, words) VALUES ('delete', ?, ?)",
                id,
                SearchText.indexed(old)
            )
        }
        try connection.run("INSERT INTO complaint_search(rowid, words) VALUES (?, ?)", id, SearchText.indexed(words))
    }
}
