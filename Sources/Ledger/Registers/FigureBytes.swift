import ComplaintRules

/// The facts of a case in few bytes, which are read without making a text or a list for a case: numbers seven bits a byte, the lowest first; moments
/// by how long they are after one before them; codes by their places in the lists below; words with their length before them.
struct FigureBytes: KeptValue {
    static var sqlType: String { "BLOB" }
    let bytes: [UInt8]
    var cell: KeptCell { .bytes(bytes) }

    init(_ row: Statement, _ column: Int) { bytes = row.bytes(column) }

    // MARK: Codes

    private static let channels = Channel.allCases
    private static let senders = SenderKind.allCases
    private static let reliefs = Relief.allCases
    private static let clocks = ClockName.allCases
    private static let turns: [Turn.What] =
        Standing.allCases.map { .stands($0) } + CaseKind.allCases.flatMap { kind in CaseClass.allCases.map { .found(kind, $0) } }
        + [.escalated(isGroup: false), .escalated(isGroup: true), .extended, .contacted]
        + SatisfactionLevel.allCases.map { .calledBack($0) }
        + Mediation.Step.allCases.map { .mediated($0) } + (0..<8).map { .rectified(RectificationTriggers(rawValue: $0)) }

    private struct Marks: OptionSet {
        let rawValue: UInt64
        static let isHistory = Marks(rawValue: 1 << 0)
        static let wasKept = Marks(rawValue: 1 << 1)
        static let wasBroken = Marks(rawValue: 1 << 2)
        static let isRepeat = Marks(rawValue: 1 << 3)
        static let isReachable = Marks(rawValue: 1 << 4)
        static let isVulnerable = Marks(rawValue: 1 << 5)
        static let isVulnerabilityFailed = Marks(rawValue: 1 << 6)
        static let isClaimed = Marks(rawValue: 1 << 7)
        static let isPromised = Marks(rawValue: 1 << 8)
    }

    // MARK: Writing

    /// Writes the facts of a case.
    init(of facts: CaseFacts) {
        var bytes: [UInt8] = []
        func put(_ number: UInt64) {
            var rest = number
            while rest > 0x7F {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(truncatingIfNeeded: rest))
        }
        /// The sign goes to the lowest bit.
        func put(signed number: Int64) { put(UInt64(bitPattern: (number << 1) ^ (number >> 63))) }
        func put(_ count: Int) { put(UInt64(count)) }
        func put(_ word: String) {
            put(word.utf8.count)
            bytes += word.utf8
        }
        /// 0 stands for none. That the lists lack nothing is held by a test; a reader refuses what is in none of them.
        func put<Code: Equatable>(_ code: Code?, in list: [Code]) {
            put(code.map { (list.firstIndex(of: $0) ?? list.count) + 1 } ?? 0)
        }
        func put(_ moment: Moment, after before: Moment) { put(signed: moment.milliseconds - before.milliseconds) }

        var marks: Marks = []
        func mark(_ isSo: Bool, _ mark: Marks) { if isSo { marks.insert(mark) } }
        mark(facts.isHistory, .isHistory)
        mark(facts.wasKept == true, .wasKept)
        mark(facts.wasKept == false, .wasBroken)
        mark(facts.isRepeat, .isRepeat)
        mark(facts.isReachable, .isReachable)
        mark(facts.isVulnerable, .isVulnerable)
        mark(facts.isVulnerabilityFailed, .isVulnerabilityFailed)
        mark(facts.claimed != nil, .isClaimed)
        mark(facts.promised != nil, .isPromised)
        put(marks.rawValue)
        put(facts.channel, in: FigureBytes.channels)
        put(facts.sender, in: FigureBytes.senders)
        put(facts.relief, in: FigureBytes.reliefs)
        put(signed: facts.received.milliseconds)
        for word in [facts.business, facts.reason, facts.place, facts.firstResponder, facts.department] { put(word) }
        put(facts.subjects.count)
        for subject in facts.subjects { put(subject) }
        if let claimed = facts.claimed { put(signed: claimed) }
        if let promised = facts.promised { put(signed: promised) }
        put(facts.payments.count)
        for payment in facts.payments {
            put(signed: payment.amount.hundredths)
            put(payment.at, after: facts.received)
        }
        put(facts.turns.count)
        var before = facts.received
        for turn in facts.turns {
            put(turn.what, in: FigureBytes.turns)
            put(turn.at, after: before)
            before = turn.at
        }
        put(facts.breaches.count)
        for breach in facts.breaches {
            put(breach.clock, in: FigureBytes.clocks)
            put(breach.at, after: facts.received)
        }
        self.bytes = bytes
    }

    // MARK: Reading

    /// Reads the facts of a case into its record, and its lists into the source.
    ///
    /// - Returns: false for what is no facts of a case.
    static func read(
        _ bytes: UnsafeRawBufferPointer,
        of record: inout FigureRecord,
        into source: inout FigureSource,
        isHidden: (String) -> Bool,
        isReader: (String) -> Bool = { _ in false }
    ) -> Bool {
        var reader = Reader(bytes)
        let marks = Marks(rawValue: reader.number())
        record.isHistory = marks.contains(.isHistory)
        record.wasKept = marks.contains(.wasKept) ? true : marks.contains(.wasBroken) ? false : nil
        record.isRepeat = marks.contains(.isRepeat)
        record.isReachable = marks.contains(.isReachable)
        record.isVulnerable = marks.contains(.isVulnerable)
        record.isVulnerabilityFailed = marks.contains(.isVulnerabilityFailed)
        record.channel = reader.code(in: channels) ?? reader.damage(.other)
        record.sender = reader.code(in: senders)
        record.relief = reader.code(in: reliefs)
        let received = reader.moment(after: Moment(milliseconds: 0))
        record.received = received
        record.business = reader.word(&source.pool)
        record.reason = reader.word(&source.pool)
        record.place = reader.word(&source.pool)
        record.firstResponder = reader.word(&source.pool)
        record.department = reader.word(&source.pool)
        var start = source.subjects.count
        for _ in 0..<reader.count() {
            let subject = reader.word(&source.pool)
            if !isHidden(source.word(subject)) { source.subjects.append(subject) }
            guard isReader(source.word(subject)) else { continue }
            // Whom it is about learns neither what it is about nor from whom it came.
            (record.business, record.reason, record.place, record.firstResponder, record.department) = (0, 0, 0, 0, 0)
        }
        record.subjects = start..<source.subjects.count
        record.claimed = marks.contains(.isClaimed) ? reader.signed() : nil
        record.promised = marks.contains(.isPromised) ? reader.signed() : nil
        start = source.payments.count
        for _ in 0..<reader.count() {
            let (hundredths, at) = (reader.signed(), reader.moment(after: received))
            guard let amount = Amount(hundredths: hundredths) else { return false }
            source.payments.append(Payment(amount, at: at))
        }
        record.payments = start..<source.payments.count
        start = source.turns.count
        var before = received
        for _ in 0..<reader.count() {
            let what = reader.code(in: turns) ?? reader.damage(.extended)
            before = reader.moment(after: before)
            source.turns.append(Turn(what, at: before))
        }
        record.turns = start..<source.turns.count
        start = source.breaches.count
        for _ in 0..<reader.count() {
            let clock = reader.code(in: clocks) ?? reader.damage(.reply)
            source.breaches.append(Breach(clock, at: reader.moment(after: received)))
        }
        record.breaches = start..<source.breaches.count
        return reader.isAtEnd
    }

    /// Goes through the bytes where they lie. What is damaged comes out as something harmless, and is told at the end.
    private struct Reader {
        private let bytes: UnsafeRawBufferPointer
        private var place = 0
        private var isDamaged = false

        init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

        /// Whether all was read, and none of it was damaged.
        var isAtEnd: Bool { !isDamaged && place == bytes.count }

        mutating func damage<Value>(_ harmless: Value) -> Value {
            isDamaged = true
            return harmless
        }

        mutating func number() -> UInt64 {
            var (number, shift): (UInt64, UInt64) = (0, 0)
            while place < bytes.count, shift < 64 {
                let byte = bytes[place]
                place += 1
                number |= UInt64(byte & 0x7F) << shift
                if byte < 0x80 { return number }
                shift += 7
            }
            return damage(0)
        }

        mutating func signed() -> Int64 {
            let number = number()
            return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
        }

        /// How many of something follow, each of a byte at least.
        mutating func count() -> Int {
            let number = number()
            return number <= UInt64(bytes.count - place) ? Int(number) : damage(0)
        }

        mutating func moment(after before: Moment) -> Moment {
            let milliseconds = before.milliseconds &+ signed()
            return Moment.possible.contains(milliseconds) ? Moment(milliseconds: milliseconds) : damage(before)
        }

        mutating func code<Code>(in list: [Code]) -> Code? {
            let place = number()
            if place == 0 { return nil }
            return place <= UInt64(list.count) ? list[Int(place) - 1] : damage(nil)
        }

        mutating func word(_ pool: inout WordPool) -> Int32 {
            let length = count()
            defer { place += length }
            return pool.place(of: UnsafeRawBufferPointer(rebasing: bytes[place..<place + length]))
        }
    }
}
