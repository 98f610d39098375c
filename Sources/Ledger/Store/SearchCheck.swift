import CSQLite
import Glibc
import Synchronization

/// Compares the search index with the texts that it was made of. Each case's words, with their places, add up to a number: once as the index's own
/// tokenizer takes them out of the text, on whatever thread has the text at hand, and once as the index has them.
struct SearchCheck {
    private let connection: Connection
    /// What adds up the words of a case.
    let words: WordSums
    /// What the words of each case add up to.
    private var sums: [(id: Int64, sum: UInt64)] = []

    /// Begins a check, inside a transaction or a snapshot.
    init(_ connection: Connection) throws(LedgerError) {
        self.connection = connection
        words = try WordSums(connection)
        try connection.execute("CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab('main', 'complaint_search', 'instance')")
    }

    /// Takes what the words of a case add up to, as `words` has it.
    mutating func take(_ sum: UInt64, of id: Int64) { sums.append((id, sum)) }

    /// The first case whose words are not those of the index; nil where all are. Ends the check.
    mutating func finish() throws(LedgerError) -> Int64? {
        sums.sort { $0.id < $1.id }
        var unlike: Int64?
        func note(_ id: Int64) { unlike = min(unlike ?? id, id) }
        var (term, hash, place) = ([UInt8](), UInt64(0), 0)
        try connection.forEach("SELECT doc, term, offset FROM temp.words_kept") { row throws(LedgerError) in
            // Word by word, and each with its cases in order: what follows is near.
            row.withBytes(1) { bytes in
                if bytes.elementsEqual(term) { return }
                (term, hash) = (Array(bytes), words.hash(bytes))
            }
            let id = row.int64(0)
            place = SearchCheck.place(of: id, in: sums, near: place)
            if place < sums.count, sums[place].id == id {
                sums[place].sum &-= words.value(of: hash, at: row.int64(2))
            } else {
                note(id)
            }
        }
        // A case without words is known to the index by its length alone.
        var next = 0
        try connection.forEach("SELECT id FROM main.complaint_search_docsize ORDER BY id") { row throws(LedgerError) in
            let id = row.int64(0)
            while next < sums.count, sums[next].id < id {
                note(sums[next].id)
                next += 1
            }
            if next < sums.count, sums[next].id == id { next += 1 } else { note(id) }
        }
        for rest in sums[next...] { note(rest.id) }
        for (id, sum) in sums where sum != 0 { note(id) }
        return unlike
    }

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

    /// Lets go of what reads the index, once no query runs. A transaction that is rolled back takes it along.
    static func close(_ connection: Connection) throws(LedgerError) { try connection.execute("DROP TABLE temp.words_kept") }
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
