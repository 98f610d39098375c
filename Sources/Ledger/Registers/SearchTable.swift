/// Keeps the words by which cases are found.
enum SearchTable {
    /// The most cases whose words wait; a bound on the memory that they take.
    private static let mostDeferred = 8_192

    /// Words of a case that are to be indexed later: what the index has of it, nil for nothing, and what makes those that it is to have.
    typealias Deferred = [Int64: (old: String?, new: () -> String)]

    /// Puts the words of a case in place of those that the index has of it; nil where it has none.
    static func keep(
        _ words: @escaping () -> String,
        of id: Int64,
        replacing old: (() -> String)?,
        in connection: Connection
    ) throws(LedgerError) {
        guard let deferred = connection.deferredWords else {
            let (words, old) = (words(), old?())
            if words != old { try index(words, of: id, replacing: old, in: connection) }
            return
        }
        if deferred.count >= mostDeferred { try keepDeferred(in: connection) }
        // Made once for all acts on a case, and only at the end.
        let known = connection.deferredWords?[id]
        connection.deferredWords?[id] = (known.map(\.old) ?? old?(), words)
    }

    /// Indexes the words that wait, in the order of their cases: the index is slow where a row comes before the last one.
    static func keepDeferred(in connection: Connection) throws(LedgerError) {
        for (id, words) in (connection.deferredWords ?? [:]).sorted(by: { $0.key < $1.key }) {
            let new = words.new()
            if new != words.old { try index(new, of: id, replacing: words.old, in: connection) }
        }
        connection.deferredWords?.removeAll(keepingCapacity: true)
    }

    private static func index(_ words: String, of id: Int64, replacing old: String?, in connection: Connection) throws(LedgerError) {
        let key = SearchBlock(of: id).key
        if let old {
            // A contentless table forgets a row only when told what was in it (FTS5 manual, 'delete' command).
            try connection.run(
                "INSERT INTO complaint_search(complaint_search, rowid, words) VALUES ('delete', ?, ?)",
                id,
                SearchText.indexed(old, key: key)
            )
        }
        try connection.run("INSERT INTO complaint_search(rowid, words) VALUES (?, ?)", id, SearchText.indexed(words, key: key))
    }
}

/// A block of the search index: cases whose ids follow one another.
///
/// What begins with some letters is found by putting together all words that begin so, in all cases, before the first row comes: a hundred
/// thousand cases take as long as a hundred screens. So each word is indexed with the key of its case's block before it, and a page is
/// looked for from block to block until it is full: what is frequent is found in the first one, and what is rare costs little in each.
struct SearchBlock: Equatable {
    /// How many ids a block has.
    static let size: Int64 = 8_192
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

    /// Its place, from 0.
    let place: Int64

    /// The block of a case.
    init(of id: Int64) { place = id / SearchBlock.size }
    init(place: Int64) { self.place = place }

    /// The ids that belong to it.
    var ids: Range<Int64> { place * SearchBlock.size..<(place + 1) * SearchBlock.size }

    /// What stands before each of its words: three letters. Beyond 140 million events they come again, and ids alone tell blocks apart.
    var key: String {
        let count = Int64(SearchBlock.letters.count)
        return String([place / count / count % count, place / count % count, place % count].map { SearchBlock.letters[Int($0)] })
    }
}
