import ComplaintRules

/// Keeps what earlier cases of a like matter are found by: sketches of their texts, as long as a like matter counts.
///
/// The sketches stand close together, those of up to 48 numbers of a month in a page, so that all of them can be gone through. A page goes, when a
/// case is logged, once the newest case in it came in longer than `window` before the newest of the register. Both are known from the events.
enum LikenessTable {
    /// For how long a sketch is of use, in seconds: as long as a like matter counts, and the day and more by which local days differ from whole
    /// days.
    private static let window = Int64(Likeness.matterDays + 2) * 86_400
    /// The numbers of a month whose cases share a page of sketches: as many as go into a page of the file.
    private static let numbersInPage = 48
    /// More pages than a month has.
    private static let pagesInMonth: Int64 = 1 << 20

    /// The table, of the sketches of the last weeks side by side (`SketchPage`); newest is when the newest of their cases was received.
    static let sql = """
        CREATE TABLE likeness_page(
            page INTEGER PRIMARY KEY,
            newest INTEGER NOT NULL,
            entries BLOB NOT NULL
        ) STRICT;

        """

    /// Writes the sketch of a case. `old` is the case as the tables have it; nil for a new one.
    static func keep(_ state: Case, id: Int64, replacing old: Case?, in connection: Connection) throws(LedgerError) {
        guard state.intake.text != old?.intake.text, let oldest = try oldest(in: connection) else { return }
        let now = state.intake
        let number = page(of: state.number)
        let kept = try page(number, in: connection)
        if kept != nil || now.received >= oldest {
            var page = kept ?? SketchPage()
            page.put(entry(of: state, id: id) { connection.sketches.sketch(of: $0) }, of: id)
            try write(page, as: number, in: connection)
        }
        guard old == nil else { return }
        let first = try connection.statement(
            "SELECT page FROM likeness_page WHERE newest < ? AND page = (SELECT min(page) FROM likeness_page)"
        )
        while let page = try first.first(oldest.milliseconds, read: { row throws(LedgerError) in row.int64(0) }) {
            try connection.run("DELETE FROM likeness_page WHERE page = ?", page)
        }
    }

    /// Writes the pages of sketches that are young enough, where there are none.
    static func sketchAll(in connection: Connection) throws(LedgerError) {
        guard let oldest = try oldest(in: connection) else { return }
        var pages: Set<Int64> = []
        let places = "SELECT month, serial, received, logged_at, text FROM complaint WHERE received >= ?"
        try connection.forEach(places, oldest.milliseconds) { row throws(LedgerError) in
            if isSketched(received: row.int64(2), loggedAt: row.int64(3)), WordingSketch(Wording(row.text(4))) != nil {
                pages.insert(page(month: row.int64(0), serial: row.int64(1)))
            }
        }
        for number in pages.sorted() {
            var page = SketchPage()
            let first = number % pagesInMonth * Int64(numbersInPage) + 1
            try connection.forEach(
                "SELECT id, received, logged_at, text FROM complaint WHERE month = ? AND serial BETWEEN ? AND ?",
                number / pagesInMonth,
                first,
                first + Int64(numbersInPage) - 1
            ) { row throws(LedgerError) in
                let id = row.int64(0)
                page.put(entry(of: row.text(3), id: id, received: row.int64(1), loggedAt: row.int64(2)), of: id)
            }
            try write(page, as: number, in: connection)
        }
    }

    /// When a case must have been received for its sketch to be of use; nil where there are no cases.
    static func oldest(in connection: Connection) throws(LedgerError) -> Moment? {
        try connection.integer("SELECT max(received) FROM complaint").map { Moment(clamping: $0).adding(seconds: -window) }
    }

    static func keys(of intake: Intake) -> Set<Int64> { Likeness.Identity(of: intake).keys }

    /// The page on which the sketch of a case stands.
    static func page(of number: CaseNumber) -> Int64 { page(month: Int64(number.month), serial: Int64(number.serial)) }

    private static func page(month: Int64, serial: Int64) -> Int64 { month * pagesInMonth + (serial - 1) / Int64(numbersInPage) }

    /// What stands of a case on its page; nil where it says too little, or was old already when it was logged or taken in.
    static func entry(of state: Case, id: Int64, sketch: (String) -> WordingSketch? = { WordingSketch(Wording($0)) }) -> [UInt8]? {
        let (intake, loggedAt) = (state.intake, state.loggedAt.milliseconds)
        return entry(of: intake.text, id: id, received: intake.received.milliseconds, loggedAt: loggedAt, sketch: sketch)
    }

    private static func entry(
        of text: String,
        id: Int64,
        received: Int64,
        loggedAt: Int64,
        sketch: (String) -> WordingSketch? = { WordingSketch(Wording($0)) }
    ) -> [UInt8]? {
        guard isSketched(received: received, loggedAt: loggedAt), let sketch = sketch(text) else { return nil }
        return SketchPage.entry(id: id, received: received, sketch)
    }

    private static func isSketched(received: Int64, loggedAt: Int64) -> Bool { received >= loggedAt - window * 1000 }

    private static func page(_ number: Int64, in connection: Connection) throws(LedgerError) -> SketchPage? {
        try connection.first("SELECT entries FROM likeness_page WHERE page = ?", number) { row throws(LedgerError) in
            try SketchPage(row.bytes(0))
        }
    }

    private static func write(_ page: SketchPage, as number: Int64, in connection: Connection) throws(LedgerError) {
        guard let newest = page.newest else { return try connection.run("DELETE FROM likeness_page WHERE page = ?", number) }
        try connection.run("INSERT OR REPLACE INTO likeness_page(page, newest, entries) VALUES (?, ?, ?)", number, newest, page.bytes)
    }
}

/// The text that was compared last, with its sketch: a complaint is compared with earlier ones, and then kept for later ones.
struct LatestSketch {
    private var text = ""
    private(set) var wording = Wording("")
    private var kept: WordingSketch?

    /// The wording of a text and its sketch; nil where it says too little.
    mutating func sketch(of text: String) -> WordingSketch? {
        if text != self.text {
            (self.text, wording) = (text, Wording(text))
            kept = WordingSketch(wording)
        }
        return kept
    }
}

/// Sketches side by side, by the ids of their cases ascending. Each has its case's id, when it was received in milliseconds, and the sketch itself.
struct SketchPage: Equatable {
    private static let head = 16
    private static let length = head + WordingSketch.byteCount

    private(set) var bytes: [UInt8] = []

    /// A page without sketches.
    init() {}

    /// The page that is kept in `bytes`.
    init(_ bytes: [UInt8]) throws(LedgerError) {
        guard bytes.count % SketchPage.length == 0 else { throw LedgerError(.damaged, message: "a page of sketches of no whole number") }
        self.bytes = bytes
    }

    static func entry(id: Int64, received: Int64, _ sketch: WordingSketch) -> [UInt8] {
        let head = [id, received].flatMap { number in stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: number >> Int64($0)) }
        }
        return head + sketch.bytes
    }

    /// How many sketches there are.
    var count: Int { bytes.count / SketchPage.length }

    func id(at place: Int) -> Int64 { number(at: place * SketchPage.length) }

    func received(at place: Int) -> Int64 { number(at: place * SketchPage.length + 8) }

    /// When the newest of its cases was received; nil where there is none.
    var newest: Int64? { (0..<count).map(received(at:)).max() }

    /// The entry of a case; nil where it has none.
    func entry(of id: Int64) -> [UInt8]? { (0..<count).first { self.id(at: $0) == id }.map { Array(bytes[range($0)]) } }

    func isPromising(_ place: Int, beside sketch: WordingSketch) -> Bool {
        sketch.isPromising(beside: bytes, from: place * SketchPage.length + SketchPage.head)
    }

    /// Puts the entry of a case in place of the one that it has; nil takes it away.
    mutating func put(_ entry: [UInt8]?, of id: Int64) {
        let place = (0..<count).first { self.id(at: $0) >= id } ?? count
        let isThere = place < count && self.id(at: place) == id
        let start = place * SketchPage.length
        bytes.replaceSubrange(start..<start + (isThere ? SketchPage.length : 0), with: entry ?? [])
    }

    private func range(_ place: Int) -> Range<Int> { place * SketchPage.length..<(place + 1) * SketchPage.length }

    private func number(at start: Int) -> Int64 { bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | Int64($1) } }
}

/// Compares the sketches with what the events make of them.
struct LikenessReader {
    private let oldest: Moment?
    private var pages: [Int64: SketchPage] = [:]
    private var areNewestRight = true

    init(_ connection: Connection) throws(LedgerError) {
        oldest = try LikenessTable.oldest(in: connection)
        try connection.forEach("SELECT page, newest, entries FROM likeness_page") { row throws(LedgerError) in
            let page = try SketchPage(row.bytes(2))
            pages[row.int64(0)] = page
            if page.newest != row.int64(1) { areNewestRight = false }
        }
    }

    /// Which cases have a sketch, and what it is, for whoever makes it of the events beside the table.
    struct Wanted: Sendable {
        fileprivate let oldest: Moment?
        fileprivate let pages: Set<Int64>

        /// The page of a case, and what is to stand there for it; nil for a case that needs none.
        func entry(of stored: Ledger.Stored) -> (page: Int64, entry: [UInt8]?)? {
            let page = LikenessTable.page(of: stored.state.number)
            // A page that has grown too old may be there still, until a case is logged.
            guard let oldest, pages.contains(page) || stored.state.intake.received >= oldest else { return nil }
            return (page, LikenessTable.entry(of: stored.state, id: stored.id))
        }
    }

    /// What is to be compared.
    var wanted: Wanted { Wanted(oldest: oldest, pages: Set(pages.keys)) }

    /// Whether the sketch of a case is the one that its events make.
    mutating func agrees(_ wanted: (page: Int64, entry: [UInt8]?), of id: Int64) -> Bool {
        let isSame = pages[wanted.page]?.entry(of: id) == wanted.entry
        pages[wanted.page]?.put(nil, of: id)
        return isSame
    }

    /// Whether there is nothing beyond what was looked for.
    var isAll: Bool { areNewestRight && pages.values.allSatisfy { $0.count == 0 } }
}
