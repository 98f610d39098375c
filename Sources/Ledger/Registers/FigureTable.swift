import ComplaintRules

/// What figures are counted from, a line a case: no words of anybody, so that a year is read in a moment.
enum FigureTable {
    static let columns: [KeptColumn<CaseFacts, CaseFacts>] = [
        KeptColumn("received", \.received),
        KeptColumn("active_until", index: "(active_until)") { $0.activeUntil ?? FigureTable.never },
        KeptColumn("channel", \.channel),
        KeptColumn("is_history", \.isHistory),
        KeptColumn("was_kept", \.wasKept),
        KeptColumn("business", \.business),
        KeptColumn("reason", \.reason),
        KeptColumn("place", \.place),
        KeptColumn("first_responder", \.firstResponder),
        KeptColumn("subjects", \.subjects),
        KeptColumn("department", \.department),
        KeptColumn("claimed", \.claimed),
        KeptColumn("promised", \.promised),
        KeptColumn("payments", \.payments),
        KeptColumn("is_repeat", \.isRepeat),
        KeptColumn("sender", \.sender),
        KeptColumn("is_reachable", \.isReachable),
        KeptColumn("relief", \.relief),
        KeptColumn("is_vulnerable", \.isVulnerable),
        KeptColumn("is_vulnerability_failed", \.isVulnerabilityFailed),
        KeptColumn("turns", \.turns),
        KeptColumn("breaches", \.breaches),
    ]

    /// The table.
    static let table = KeptTable("figure", id: "id", keyCount: 0, columns) { [CaseFacts(of: $0.state, id: $0.id)] }

    /// Stands for the end of what is open: later than any moment, with room for sums.
    private static let never = Moment(milliseconds: 1 << 62)
    private static let read = columns.filter { $0.read != nil }
    private static let select =
        "SELECT \((["id"] + read.map(\.name)).joined(separator: ", ")) FROM figure WHERE active_until >= ? AND received < ?"

    /// The facts of all cases to which something may have happened from a moment on, and that were received before another.
    static func facts(from start: Moment, before end: Moment, in connection: Connection) throws(LedgerError) -> [CaseFacts] {
        var facts: [CaseFacts] = []
        try connection.forEach(select, start.milliseconds, end.milliseconds) { row throws(LedgerError) in
            var found = CaseFacts()
            found.id = row.int64(0)
            for (place, column) in read.enumerated() { try column.read?(&found, row, place + 1) }
            facts.append(found)
        }
        return facts
    }
}

/// What a column may hold several of, as a text with blanks between them.
protocol KeptElement: SendableMetatype {
    static func text(_ list: [Self]) -> String
    /// Nil for what no list wrote.
    static func list(_ bytes: [UInt8]) -> [Self]?
}

extension Array: KeptValue where Element: KeptElement {
    static var sqlType: String { "TEXT" }
    var cell: KeptCell { .text(Element.text(self)) }
    init(_ row: Statement, _ column: Int) throws(LedgerError) {
        guard let list = Element.list(row.bytes(column)) else {
            throw LedgerError(.damaged, message: "a value in column \"\(row.name(column))\" that no event can have made")
        }
        self = list
    }
}

/// Staff numbers.
extension String: KeptElement {
    static func text(_ list: [String]) -> String { list.joined(separator: " ") }
    static func list(_ bytes: [UInt8]) -> [String]? { bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) } }
}

/// Amounts in hundredths with their moments, as `1250@1763600000000`.
extension Payment: KeptElement {
    static func text(_ list: [Payment]) -> String {
        list.map { "\($0.amount.hundredths)@\($0.at.milliseconds)" }.joined(separator: " ")
    }

    static func list(_ bytes: [UInt8]) -> [Payment]? {
        var list: [Payment] = []
        for item in bytes.split(separator: 0x20) {
            let parts = item.split(separator: 0x40, omittingEmptySubsequences: false).map { Int64(String(decoding: $0, as: UTF8.self)) }
            guard parts.count == 2, let hundredths = parts[0], let amount = Amount(hundredths: hundredths), let at = parts[1] else {
                return nil
            }
            list.append(Payment(amount, at: Moment(milliseconds: at)))
        }
        return list
    }
}

/// What has a name and a moment, as `a1763600000000`.
private protocol Timed: KeptElement {
    /// The name: ASCII letters, and hyphens between them.
    var name: String { get }
    var at: Moment { get }
    /// Nil for a name that none has.
    init?(name: some Collection<UInt8>, at: Moment)
}

extension Timed {
    static func text(_ list: [Self]) -> String { list.map { "\($0.name)\($0.at.milliseconds)" }.joined(separator: " ") }

    static func list(_ bytes: [UInt8]) -> [Self]? {
        var (list, place): ([Self], Int) = ([], 0)
        func isDigit(_ place: Int) -> Bool { place < bytes.count && (0x30...0x39).contains(bytes[place]) }
        while place < bytes.count {
            let start = place
            while place < bytes.count, !isDigit(place), !(bytes[place] == 0x2D && isDigit(place + 1)) { place += 1 }
            let name = bytes[start..<place]
            // A moment before 1970.
            let isNegative = place < bytes.count && bytes[place] == 0x2D
            if isNegative { place += 1 }
            var value: Int64 = 0
            while isDigit(place) {
                value = value &* 10 &+ Int64(bytes[place] - 0x30)
                place += 1
            }
            guard place == bytes.count || bytes[place] == 0x20,
                let item = Self(name: name, at: Moment(milliseconds: isNegative ? -value : value))
            else { return nil }
            list.append(item)
            place += 1
        }
        return list
    }
}

extension Turn: Timed {
    fileprivate var name: String { String(decoding: [Turn.letter(what)], as: UTF8.self) + Turn.more(what) }

    private static func letter(_ what: What) -> UInt8 {
        let letter: Unicode.Scalar =
            switch what {
            case .stands(.open): "o"
            case .stands(.onTheSpot): "s"
            case .stands(.replied): "a"
            case .stands(.withdrawn): "w"
            case .stands(.notAccepted): "n"
            case .stands(.merged): "m"
            case .found: "f"
            case .escalated(let isGroup): isGroup ? "G" : "E"
            case .extended: "X"
            case .calledBack: "c"
            case .contacted: "k"
            case .mediated: "d"
            case .rectified: "R"
            }
        return UInt8(ascii: letter)
    }

    private static func more(_ what: What) -> String {
        switch what {
        case .found(let kind, let classification): "\(kind.rawValue)_\(classification.rawValue)"
        case .calledBack(let level): level.rawValue
        case .mediated(let step): step.rawValue
        case .rectified(let triggers): String(RectificationTriggers.all.filter { triggers.contains($0.trigger) }.map(\.letter))
        default: ""
        }
    }

    /// Nearly all turns are one of these.
    private static let plain: [What] =
        Standing.allCases.map { .stands($0) } + [.escalated(isGroup: true), .escalated(isGroup: false), .extended, .contacted]
    private static let others: [What] =
        CaseKind.allCases.flatMap { kind in CaseClass.allCases.map { .found(kind, $0) } }
        + SatisfactionLevel.allCases.map { .calledBack($0) } + Mediation.Step.allCases.map { .mediated($0) }
        + (0..<8).map { .rectified(RectificationTriggers(rawValue: $0)) }
    private static let named = Dictionary(
        uniqueKeysWithValues: (plain + others).map { (String(decoding: [letter($0)], as: UTF8.self) + more($0), $0) }
    )
    private static let byLetter: [What?] = {
        var table = [What?](repeating: nil, count: 128)
        for what in plain { table[Int(letter(what))] = what }
        return table
    }()

    fileprivate init?(name: some Collection<UInt8>, at: Moment) {
        if name.count == 1, let letter = name.first, letter < 128, let what = Turn.byLetter[Int(letter)] {
            self.init(what, at: at)
        } else if let what = Turn.named[String(decoding: name, as: UTF8.self)] {
            self.init(what, at: at)
        } else {
            return nil
        }
    }
}

extension Breach: Timed {
    fileprivate var name: String { clock.rawValue }

    fileprivate init?(name: some Collection<UInt8>, at: Moment) {
        guard let clock = ClockName(rawValue: String(decoding: name, as: UTF8.self)) else { return nil }
        self.init(clock, at: at)
    }
}
