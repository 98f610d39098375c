import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("The facts that figures count, as the bytes of a row")
struct FigureBytesTests {
    /// Facts with every code that there is, and several of what there may be several of.
    private func facts() throws -> CaseFacts {
        var facts = CaseFacts()
        facts.received = Moment(milliseconds: 1_763_600_000_123)
        (facts.channel, facts.sender, facts.relief) = (.other, SenderKind.allCases.last, Relief.allCases.last)
        (facts.isHistory, facts.wasKept, facts.isRepeat, facts.isReachable) = (true, false, true, true)
        (facts.isVulnerable, facts.isVulnerabilityFailed) = (true, true)
        (facts.business, facts.reason, facts.place) = ("银行卡", "service", "")
        (facts.firstResponder, facts.department, facts.subjects) = ("1003", String(repeating: "部门", count: 100), ["1001", "1003"])
        (facts.claimed, facts.promised) = (999_999_999_999_999, 0)
        for (hundredths, at) in [(1_250, 1_763_700_000_000), (1, -5)] as [(Int64, Int64)] {
            facts.payments.append(Payment(try #require(Amount(hundredths: hundredths)), at: Moment(milliseconds: at)))
        }
        let whats: [Turn.What] =
            Standing.allCases.map { .stands($0) } + CaseKind.allCases.flatMap { kind in CaseClass.allCases.map { .found(kind, $0) } }
            + [.escalated(isGroup: true), .escalated(isGroup: false), .extended, .contacted]
            + SatisfactionLevel.allCases.map { .calledBack($0) } + Mediation.Step.allCases.map { .mediated($0) }
            + (0..<8).map { .rectified(RectificationTriggers(rawValue: $0)) }
        facts.turns = whats.enumerated().map { Turn($1, at: Moment(milliseconds: 1_763_600_000_123 + Int64($0) * 86_400_000)) }
        facts.breaches = ClockName.allCases.map { Breach($0, at: Moment(milliseconds: 1_764_000_000_001)) }
        return facts
    }

    private func read(
        _ bytes: [UInt8],
        isHidden: (String) -> Bool = { _ in false },
        isReader: (String) -> Bool = { _ in false }
    ) -> (record: FigureRecord, source: FigureSource)? {
        var source = FigureSource(reviews: [:], founding: Day(ordinal: 0))
        var record = FigureRecord(id: 7, quietFrom: .never)
        let isWhole = bytes.withUnsafeBytes { FigureBytes.read($0, of: &record, into: &source, isHidden: isHidden, isReader: isReader) }
        source.append(record)
        return isWhole ? source.cases.first.map { ($0, source) } : nil
    }

    @Test("come back as they were: every code, several of each, amounts, words, moments before 1970")
    func back() throws {
        let facts = try facts()
        let (record, source) = try #require(read(FigureBytes(of: facts).bytes))
        #expect(record.received == facts.received && record.channel == facts.channel && record.sender == facts.sender)
        #expect(record.relief == facts.relief && record.isHistory && record.wasKept == false && record.isRepeat && record.isReachable)
        #expect(record.isVulnerable && record.isVulnerabilityFailed && record.claimed == facts.claimed && record.promised == 0)
        let words = [record.business, record.reason, record.place, record.firstResponder, record.department].map(source.word)
        #expect(words == [facts.business, facts.reason, facts.place, facts.firstResponder, facts.department])
        #expect(source.subjects[record.subjects].map(source.word) == facts.subjects)
        #expect(Array(source.turns(of: record)) == facts.turns && Array(source.payments[record.payments]) == facts.payments)
        #expect(Array(source.breaches[record.breaches]) == facts.breaches && record.firstBreach == Moment(milliseconds: 1_764_000_000_001))
        let plain = try #require(read(FigureBytes(of: CaseFacts()).bytes)).record
        #expect(plain.wasKept == nil && plain.sender == nil && plain.relief == nil && plain.claimed == nil && plain.firstBreach == .never)
    }

    @Test("tell nobody that a case is about somebody who is hidden")
    func hidden() throws {
        let (record, source) = try #require(read(FigureBytes(of: try facts()).bytes) { $0 == "1001" })
        #expect(source.subjects[record.subjects].map(source.word) == ["1003"])
        #expect(source.word(record.business) == (try facts().business))
        // Who reads and is one of them learns no more than that there is one.
        let (own, told) = try #require(read(FigureBytes(of: try facts()).bytes, isHidden: { $0 == "1001" }, isReader: { $0 == "1001" }))
        let words = [own.business, own.reason, own.place, own.firstResponder, own.department].map(told.word)
        #expect(words.allSatisfy(\.isEmpty) && own.channel == record.channel && own.received == record.received)
    }

    @Test("are refused where they are cut short, have more behind them, or a code that there is not")
    func damaged() throws {
        let bytes = FigureBytes(of: try facts()).bytes
        for count in bytes.indices { #expect(read(Array(bytes[..<count]))?.record.id == nil, "\(count) bytes") }
        #expect(read(bytes + [0])?.record.id == nil)
        // The channel, behind the marks.
        var other = bytes
        other[2] = 99
        #expect(read(other)?.record.id == nil)
    }

    @Test("A word has one place, however it is asked for")
    func words() {
        var pool = WordPool()
        func place(_ word: String) -> Int32 { Array(word.utf8).withUnsafeBytes { pool.place(of: $0) } }
        #expect(place("") == 0)
        let many = (0..<3000).map { "部门\($0)" }
        let places = many.map(place)
        #expect(places == (1...3000).map { Int32($0) } && many.map(place) == places && many.map { pool.place(of: $0) } == places)
        #expect(pool.words[3000] == "部门2999")
    }
}
