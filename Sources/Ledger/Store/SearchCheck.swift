import CSQLite
import Glibc
import Synchronization

/// Compares the search index with the texts that it was made of. Each case's words, with their places, add up to a number: once as the index's own
/// tokenizer takes them out of the text, on whatever thread has the text at hand, and once as the index has them.
struct SearchCheck {
    /// What the index has: what the words of each case add up to, in the order of their ids.
    struct Index: Sendable {
        fileprivate var sums: [(id: Int64, sum: UInt64)] = []
        /// The first case of which it has words, though it does not know it.
        fileprivate var stranger: Int64?
    }

    /// What adds up the words of a case.
    let words: WordSums
    /// What is left of the sums when those of the texts are taken away.
    private var index: Index
    /// Whether a case came, at its place among the sums.
    private var isTaken: [Bool]
    private var unlike: Int64?
    private var next = 0

    /// Begins a check of what `read(_:_:)` found.
    init(_ index: Index, _ words: WordSums) {
        (self.index, self.words, unlike) = (index, words, index.stranger)
        isTaken = [Bool](repeating: false, count: index.sums.count)
    }

    /// Adds up the words that the index has, inside a transaction or a snapshot.
    static func read(_ connection: Connection, _ words: WordSums) throws(LedgerError) -> Index {
        var index = Index()
        // A case without words is known to the index by its length alone.
        try connection.forEach("SELECT id FROM main.complaint_search_docsize ORDER BY id") { row throws(LedgerError) in
            index.sums.append((row.int64(0), 0))
        }
        try connection.execute("CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab('main', 'complaint_search', 'instance')")
        var (term, hash, place) = ([UInt8](), UInt64(0), 0)
        try connection.forEach("SELECT doc, term, offset FROM temp.words_kept") { row throws(LedgerError) in
            // Word by word, and each with its cases in order: what follows is near.
            row.withBytes(1) { bytes in
                if bytes.elementsEqual(term) { return }
                (term, hash) = (Array(bytes), words.hash(bytes))
            }
            let id = row.int64(0)
            place = SearchCheck.place(of: id, in: index.sums, near: place)
            if place < index.sums.count, index.sums[place].id == id {
                index.sums[place].sum &+= words.value(of: hash, at: row.int64(2))
            } else {
                index.stranger = min(index.stranger ?? id, id)
            }
        }
        try connection.execute("DROP TABLE temp.words_kept")
        return index
    }

    /// Takes what the words of a case add up to, as `words` has it; quickest in the order of the cases' ids.
    mutating func take(_ sum: UInt64, of id: Int64) {
        next = SearchCheck.place(of: id, in: index.sums, near: next)
        guard next < index.sums.count, index.sums[next].id == id else { return note(id) }
        index.sums[next].sum &-= sum
        isTaken[next] = true
    }

    /// The first case whose words are not those of the index, or of which it has words though there is none; nil where all are as they should be.
    func finish() -> Int64? {
        let left = index.sums.indices.first { index.sums[$0].sum != 0 || !isTaken[$0] }.map { index.sums[$0].id }
        return [unlike, left].compactMap { $0 }.min()
    }

    private mutating func note(_ id: Int64) { unlike = min(unlike ?? id, id) }

    /// Where the case stands, or would stand, among those in order; the search begins at a place and goes from there in steps that double.
    private static func place(of id: Int64, in sums: [(id: Int64, sum: UInt64)], near start: Int) -> Int {
        var (low, high, step) = (0, sums.count, 1)
        if start < sums.count, sums[start].id <= id {
            low = start
            while low + step < sums.count, sums[low + step].id <= id {
                low += step
                step *= 2
            }
            high = min(sums.count, low + step)
        }
        while low < high {
            let middle = (low + high) / 2
            if sums[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Adds up the words of texts, each word with its place, under a key that nobody knows: who changes the index cannot aim at a sum.
///
/// The tokenizer is SQLite's own (FTS5 manual, "Custom Tokenizers"). It is found by way of a connection and needs none afterwards; one of them
/// serves one thread at a time.
final class WordSums: Sendable {
    /// The tokenizer's functions, which stay as long as the program runs.
    private let functions: fts5_tokenizer
    /// What they are handed; SQLite's own tokenizers have nothing there, and nobody writes to it.
    private nonisolated(unsafe) let context: UnsafeMutableRawPointer?
    private let key = UInt64.random(in: .min ... .max)
    /// Tokenizers that nobody uses now.
    private let idle = Mutex<[Tokenizer]>([])

    /// A tokenizer; whoever takes it out of the idle ones has it alone.
    private struct Tokenizer: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    /// As the index is made (`CaseTables.search`); what it does with longer words is FTS5_MAX_TOKEN_SIZE.
    private static let (name, options, longest) = ("unicode61", ["remove_diacritics", "2"], 32_768)

    /// Finds the tokenizer by way of a connection.
    ///
    /// - Throws: `.misuse` where SQLite was built without FTS5.
    init(_ connection: Connection) throws(LedgerError) {
        let database = try connection.handle.open()
        var api: UnsafeMutablePointer<fts5_api>?
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK else {
            throw LedgerError(.misuse, message: "no full-text search")
        }
        withUnsafeMutablePointer(to: &api) { place in
            // The manual's own way to the interface; the type's name has to be the same as long as the statement lives.
            WordSums.interfaceName.withUTF8Buffer { name in
                name.withMemoryRebound(to: CChar.self) { name in _ = sqlite3_bind_pointer(statement, 1, place, name.baseAddress, nil) }
            }
            sqlite3_step(statement)
        }
        sqlite3_finalize(statement)
        var (functions, context) = (fts5_tokenizer(), nil as UnsafeMutableRawPointer?)
        guard let api, api.pointee.xFindTokenizer(api, WordSums.name, &context, &functions) == SQLITE_OK else {
            throw LedgerError(.misuse, message: "no tokenizer \(WordSums.name)")
        }
        (self.functions, self.context) = (functions, context)
    }

    private static let interfaceName: StaticString = "fts5_api_ptr"

    deinit {
        for tokenizer in idle.withLock({ $0 }) { functions.xDelete(tokenizer.pointer) }
    }

    /// What the words of a text add up to.
    ///
    /// - Throws: `.outOfMemory` and the like, as SQLite reports it.
    func sum(of text: String) throws(LedgerError) -> UInt64 {
        let tokenizer = if let idle = idle.withLock({ $0.popLast() }) { idle } else { try made() }
        defer { idle.withLock { $0.append(tokenizer) } }
        var (text, count) = (text, Count(words: self))
        let code = withUnsafeMutablePointer(to: &count) { count in
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { bytes in
                    functions.xTokenize(
                        tokenizer.pointer,
                        count,
                        FTS5_TOKENIZE_DOCUMENT,
                        bytes.baseAddress,
                        Int32(bytes.count),
                        { context, flags, word, length, _, _ in
                            guard let count = context?.assumingMemoryBound(to: Count.self) else { return SQLITE_MISUSE }
                            count.pointee.take(UnsafeRawBufferPointer(start: word, count: min(Int(length), WordSums.longest)), flags)
                            return SQLITE_OK
                        }
                    )
                }
            }
        }
        guard code == SQLITE_OK else { throw LedgerError(code: code, on: nil, sql: nil) }
        return count.sum
    }

    private func made() throws(LedgerError) -> Tokenizer {
        var made: OpaquePointer?
        var options = WordSums.options.map { strdup($0) }
        defer { for option in options { free(option) } }
        let code = options.withUnsafeMutableBufferPointer { options in
            options.withMemoryRebound(to: UnsafePointer<CChar>?.self) { options in
                functions.xCreate(context, options.baseAddress, Int32(options.count), &made)
            }
        }
        guard code == SQLITE_OK, let made else { throw LedgerError(code: code, on: nil, sql: nil) }
        return Tokenizer(pointer: made)
    }

    /// The words of one text so far.
    private struct Count {
        let words: WordSums
        private(set) var sum: UInt64 = 0
        private var place: Int64 = -1

        init(words: WordSums) { self.words = words }

        mutating func take(_ word: UnsafeRawBufferPointer, _ flags: Int32) {
            // A word beside another has its place.
            if flags & FTS5_TOKEN_COLOCATED == 0 { place += 1 }
            sum &+= words.value(of: words.hash(word), at: place)
        }
    }

    /// The number that stands for a word.
    func hash(_ word: UnsafeRawBufferPointer) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(key)
        hasher.combine(bytes: word)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// What a word at a place adds (the last steps of SplitMix64).
    func value(of hash: UInt64, at place: Int64) -> UInt64 {
        var mixed = hash ^ (UInt64(bitPattern: place) &+ key) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
