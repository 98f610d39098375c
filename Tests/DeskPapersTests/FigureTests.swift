import ComplaintRules
import Testing

@testable import DeskPapers

/// The rules of figures, each with the case by which somebody else's program was found wrong.
@Suite("What figures count")
struct FigureTests {
    private func facts(_ received: String, _ turns: [(Turn.What, String)] = [], _ change: (inout CaseFacts) -> Void = { _ in }) -> CaseFacts
    {
        FigureCase.facts(received, turns, change)
    }

    private func count(_ name: String, _ period: String, _ cases: [CaseFacts]) throws -> FigureValue {
        try #require(FigureCase.figures(period, cases)).now.value(name)
    }

    /// London in 2026: summer time from 29 March 01:00 to 25 October 01:00 UTC.
    private struct London: LocalZone {
        private static let (start, end): (Int64, Int64) = (1_774_746_000_000, 1_792_890_000_000)
        private func zone(at milliseconds: Int64) -> FixedZone {
            FixedZone(secondsFromUTC: milliseconds >= London.start && milliseconds < London.end ? 3600 : 0)
        }
        func localTime(at moment: Moment) -> (time: LocalTime, secondsFromUTC: Int) { zone(at: moment.milliseconds).localTime(at: moment) }
        func moment(of time: LocalTime) -> Moment {
            let summer = FixedZone(secondsFromUTC: 3600).moment(of: time)
            return summer.milliseconds >= London.start && summer.milliseconds < London.end
                ? summer : FixedZone(secondsFromUTC: 0).moment(of: time)
        }
    }

    @Test("The first contact within one working day, of those that had it or whose day is over; a Friday's is over on Monday evening")
    func firstContact() throws {
        func reachable(_ received: String, _ turns: [(Turn.What, String)] = []) -> CaseFacts {
            facts(received, turns) { $0.isReachable = true }
        }
        let cases = [
            // Friday; Monday's closing time is 18:00.
            reachable("2026-11-20 16:00", [(.contacted, "2026-11-23 18:00")]),
            reachable("2026-11-20 16:00", [(.contacted, "2026-11-23 18:01")]),
            reachable("2026-11-19 09:00"), reachable("2026-11-30 09:00"), facts("2026-11-19 09:00"),
            reachable("2026-11-19 09:00", [(.stands(.merged), "2026-11-19 10:00")]),
        ]
        #expect(try count("contacted", "2026-11", cases) == .count(1))
        #expect(try count("contactedLate", "2026-11", cases) == .count(2))
        #expect(try count("contactShare", "2026-11", cases) == .ratio(1, of: 3))
    }

    @Test("Relief counts with the answer, mediation by its steps in the period, payments by the finding at the end")
    func putRight() throws {
        let amount = try #require(Amount("20"))
        let cases = [
            facts("2026-10-02 10:00", [(.stands(.replied), "2026-11-02 12:00"), (.found(.complaint, .valid), "2026-11-02 11:00")]) {
                $0.relief = .monetary
                $0.payments = [Payment(amount, at: FigureCase.moment("2026-11-03 10:00"))]
            },
            facts("2026-11-03 10:00", [(.found(.complaint, .unfounded), "2026-11-03 11:00"), (.stands(.onTheSpot), "2026-11-03 11:00")]) {
                $0.relief = .explanation
                $0.payments = [Payment(amount, at: FigureCase.moment("2026-11-04 10:00"))]
            },
            facts("2026-11-04 10:00", [(.mediated(.offered), "2026-11-05 10:00"), (.mediated(.accepted), "2026-11-06 10:00")]),
            facts("2026-10-04 10:00", [(.mediated(.offered), "2026-10-05 10:00"), (.mediated(.settled), "2026-11-06 10:00")]) {
                $0.relief = .nonMonetary
            },
        ]
        for (name, expected) in [
            ("reliefMonetary", 1), ("reliefExplanation", 1), ("reliefNonMonetary", 0), ("mediationOffered", 1), ("mediationAccepted", 1),
            ("mediationSettled", 1), ("mediationFailed", 0),
        ] { #expect(try count(name, "2026-11", cases) == .count(expected), "\(name)") }
        #expect(try count("mediationShare", "2026-11", cases) == .ratio(1, of: 1))
        #expect(try count("paidUpheld", "2026-11", cases) == .amount(2000, of: 1))
        #expect(try count("paidGoodwill", "2026-11", cases) == .amount(2000, of: 1))
        #expect(try count("paid", "2026-11", cases) == .amount(4000, of: 2))
    }

    @Test("Beside outlets and customers by those of the last day, rounded; nothing where nobody said how many there are")
    func rates() throws {
        var rules = FigureCase.rules()
        rules.sizeRules = [
            SizeRule(.outlets, 14, effective: Day(ordinal: 20_741)), SizeRule(.outlets, 3, effective: Day(ordinal: 20_788)),
            SizeRule(.customers, 186_000, effective: Day(ordinal: 20_787)),
        ]
        let cases = ["2026-11-02 10:00", "2026-11-03 10:00", "2026-10-02 10:00"].map { facts($0) { $0.business = "cards" } }
        let figures = try #require(FigureCase.figures("2026-11", cases, rules: rules))
        #expect(figures.now.value("perOutlets") == .rate(14_286))
        #expect(figures.now.value("perCustomers") == .rate(10_753))
        #expect(figures.before.value("perOutlets") == .rate(7143))
        #expect(figures.before.value("perCustomers") == .rate(nil))
        #expect(figures.yearBefore.value("perOutlets") == .rate(nil))
        let place = try #require(FigureMeasure.place(of: "perOutlets"))
        #expect(figures.axis("business")?.rows.first?.values[place] == .rate(14_286))
        let words = FigureWords(.english)
        #expect(words.text(.rate(14_286)) == "142.86" && words.text(.rate(nil)) == "—")
    }

    @Test("An axis folds its codes into those at the top above them")
    func folded() throws {
        let cases = ["online", "branch", "back-office", "somewhere"].map { place in facts("2026-11-02 10:00") { $0.place = place } }
        let (period, now) = (try #require(FiguresPeriod("2026-11")), FigureCase.moment("2027-06-01 09:00"))
        let source = FigureSource(cases).folded(by: .standard)
        let figures = try #require(Figures(of: period, from: source, under: FigureCase.rules(), at: now))
        #expect(figures.rows("done-at") == ["front 2", "back-office 1", "somewhere 1"])
    }

    @Test("What was opened to be put right counts by what gave rise to it, in the period in which it was opened")
    func rectified() throws {
        let cases = [
            facts("2026-10-02 10:00", [(.rectified([.valid, .overdue]), "2026-11-02 12:00"), (.rectified([]), "2026-12-01 12:00")]),
            facts("2026-11-03 10:00", [(.rectified([]), "2026-11-03 11:00"), (.rectified([.repeated]), "2026-11-04 11:00")]),
            facts("2026-11-04 10:00"),
        ]
        for (name, expected) in [("rectified", 2), ("rectifiedValid", 1), ("rectifiedOverdue", 1), ("rectifiedRepeat", 1)] {
            #expect(try count(name, "2026-11", cases) == .count(expected), "\(name)")
        }
        #expect(try count("rectified", "2026-12", cases) == .count(1))
    }

    @Test("Of days before the founding nothing is known but what was brought in: a dash, and no change on what began in the midst")
    func beforeFounding() throws {
        func figures(_ cases: [CaseFacts]) throws -> Figures {
            // Founded on 20 October 2026.
            try #require(FigureCase.figures("2026-11", cases, founding: Day(ordinal: 20_746)))
        }
        let own = [facts("2026-11-02 10:00"), facts("2026-11-03 10:00"), facts("2026-10-22 10:00")]
        let young = try figures(own)
        #expect([young.now, young.before, young.yearBefore].map(\.record) == [.whole, .partial, .none])
        let words = FigureWords(.english)
        let place = try #require(FigureMeasure.place(of: "received"))
        #expect(words.text(young.before.values[place], in: young.before) == "1")
        #expect(words.change(from: young.before, to: young.now, place) == "—")
        #expect(words.text(young.yearBefore.values[place], in: young.yearBefore) == "—")
        #expect(young.yearBefore.known(0) == nil && young.before.known(1) == 1)
        let past = ["2025-11-05 10:00", "2026-10-05 10:00"].map { received in
            facts(received) {
                $0.isHistory = true
                $0.turns = []
            }
        }
        let known = try figures(own + past)
        #expect([known.now, known.before, known.yearBefore].map(\.record) == [.whole, .whole, .whole])
        #expect(words.change(from: known.before, to: known.now, place) == "0%")
    }

    @Test("Points are what a channel's outcomes weigh, the first weight that fits; off where none are set; history gives none")
    func points() throws {
        func given(_ weights: String) throws -> [ResponderPoints]? {
            var rules = FigureCase.rules()
            rules.pointsRules = [PointsRule(weights, effective: Day(ordinal: 20_000))]
            let cases = [
                facts("2026-11-02 10:00", [(.stands(.onTheSpot), "2026-11-02 10:05")]) { $0.firstResponder = "1003" },
                facts("2026-11-03 10:00", [(.stands(.replied), "2026-11-04 10:05")]) {
                    ($0.firstResponder, $0.channel) = ("1003", .letter)
                },
                facts("2026-11-03 10:00") { $0.firstResponder = "1004" },
                facts("2026-11-03 10:00") { ($0.isHistory, $0.turns) = (true, []) },
                facts("2026-10-03 10:00") { $0.firstResponder = "1003" },
            ]
            return Figures.points(
                in: try #require(FiguresPeriod("2026-11")),
                from: FigureSource(cases),
                under: rules,
                at: FigureCase.moment("2026-12-01 09:00")
            )
        }
        #expect(try given("") == nil && given("oral=2") == nil)
        let points = try given("oral/on-the-spot=5, letter/*=2, */open=-1")
        #expect(points?.map { "\($0.responder) \($0.cases) \($0.points)" } == ["1003 2 7", "1004 1 -1"])
        for text in ["oral/on-the-spot", "fax/open=1", "oral/soon=1", "oral/open=x", "oral/open=1001"] {
            #expect(PointRules(text) == nil, "\(text)")
        }
        #expect(PointRules(" ")?.isOff == true && PointRules("*/*=1、")?.isOff == false)
    }

    @Test("Points are those that held on the day of receipt: what is set later leaves what was received before")
    func datedPoints() throws {
        var rules = FigureCase.rules()
        func day(_ text: String) throws -> Day { try #require(Day(text)) }
        rules.pointsRules = [
            PointsRule("*/open=1", effective: try day("2026-11-01")), PointsRule("*/open=7", effective: try day("2026-12-06")),
            PointsRule("", effective: try day("2027-01-01")),
        ]
        let cases = ["2026-11-02 10:00", "2026-12-05 10:00", "2026-12-06 10:00", "2027-01-04 10:00"].map { received in
            facts(received) { $0.firstResponder = "1003" }
        }
        func points(_ period: String) throws -> [Int]? {
            Figures.points(
                in: try #require(FiguresPeriod(period)),
                from: FigureSource(cases),
                under: rules,
                at: FigureCase.moment("2027-06-01 09:00")
            )?.map(\.points)
        }
        #expect(try points("2026-11") == [1] && points("2026-12") == [8] && points("2027-01") == nil && points("2026-10") == nil)
        #expect(rules.points(from: try day("2026-12-01"), to: try day("2026-12-31")).map(\.weights) == ["*/open=1", "*/open=7"])
    }

    @Test("Dossiers of a period are of what went up in it, and of what went up before and is there still")
    func dossiers() throws {
        var cases = [
            facts("2026-10-02 10:00", [(.escalated(isGroup: false), "2026-10-05 10:00")]),
            facts("2026-10-02 10:00", [(.escalated(isGroup: false), "2026-10-05 10:00")]),
            facts("2026-11-02 10:00", [(.escalated(isGroup: true), "2026-11-05 10:00")]),
            facts("2026-11-02 10:00", [(.escalated(isGroup: true), "2026-12-05 10:00")]), facts("2026-11-02 10:00"),
        ]
        for place in cases.indices { cases[place].id = Int64(place) }
        let source = FigureSource(cases)
        let period = try #require(FiguresPeriod("2026-11"))
        #expect(Figures.dossiers(in: period, from: source, under: FigureCase.rules()) { $0 == 1 } == [2, 1])
        let group = Figures.cases(
            counting: "groupCases",
            in: period,
            from: source,
            under: FigureCase.rules(),
            at: FigureCase.moment("2026-12-01 09:00")
        )
        #expect(group == [2])
    }

    @Test("Months are the branch's own, also where the clocks change, and twelve of them are the year")
    func months() throws {
        let rules = FigureCase.rules(zone: London())
        let instants = [
            "2026-05-31T23:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-12-31T23:59:59Z", "2025-12-31T23:59:59Z",
        ]
        let cases = instants.map { instant in
            var facts = CaseFacts()
            facts.received = FigureCase.moment(instant)
            facts.turns = [Turn(.stands(.open), at: facts.received)]
            return facts
        }
        func received(_ period: String) throws -> Int {
            try #require(FigureCase.figures(period, cases, rules: rules)).now.value("received").count
        }
        #expect(try received("2026-05") == 0)
        #expect(try received("2026-06") == 1)
        #expect(try received("2026-10") == 2)
        let october = try #require(FigureCase.figures("2026-10", cases, rules: rules))
        #expect(october.rows("hour") == ["01 2"])
        var all = 0
        for month in 1...12 { all += try received(month < 10 ? "2026-0\(month)" : "2026-\(month)") }
        #expect(all == 4)
        #expect(try received("2026") == 4)
    }

    @Test("A period goes from its first moment up to the day behind its last")
    func halfOpen() throws {
        var late = facts("2026-11-30 23:59")
        late.received = Moment(milliseconds: FigureCase.moment("2026-12-01").milliseconds - 1)
        let cases = [late, facts("2026-12-01 00:00"), facts("2026-11-01 00:00")]
        #expect(try count("received", "2026-11", cases) == .count(2))
        #expect(try count("received", "2026-11-30", cases) == .count(1))
        #expect(try count("received", "2026-12-01..2026-12-01", cases) == .count(1))
    }

    @Test("What was merged counts as received, is an outcome, and enters no median")
    func merged() throws {
        let cases = [
            facts("2026-11-02 10:00", [(.stands(.replied), "2026-11-02 12:00")]),
            facts("2026-11-03 10:00", [(.stands(.onTheSpot), "2026-11-03 11:00")]),
            facts("2026-11-04 10:00", [(.stands(.merged), "2026-11-04 10:05")]),
        ]
        #expect(try count("received", "2026-11", cases) == .count(3))
        #expect(try count("answered", "2026-11", cases) == .count(2))
        #expect(try count("merged", "2026-11", cases) == .count(1))
        #expect(try count("median", "2026-11", cases) == .time(3_600_000, of: 2))
        #expect(try #require(FigureCase.figures("2026-11", cases)).rows("outcome") == ["merged 1", "on-the-spot 1", "replied 1"])
    }

    @Test("Things count as they stood at the period's end: an answer that was sent back within it is none")
    func standing() throws {
        let cases = [
            facts(
                "2026-11-26 10:00",
                [(.stands(.replied), "2026-11-28 10:00"), (.stands(.open), "2026-11-29 10:00"), (.stands(.replied), "2026-12-02 10:00")]
            )
        ]
        #expect(try count("answered", "2026-11", cases) == .count(0))
        #expect(try count("openAtEnd", "2026-11", cases) == .count(1))
        #expect(try count("answered", "2026-12", cases) == .count(1))
        #expect(try count("openAtEnd", "2026-12", cases) == .count(0))
        #expect(try count("median", "2026-12", cases) == .time(6 * 86_400_000, of: 1))
        // Kept in November, and sent back behind its limit: broken in December, and once in the year.
        let sentBack = facts("2026-11-20 10:00", [(.stands(.replied), "2026-11-21 10:00"), (.stands(.open), "2026-12-01 10:00")]) {
            $0.breaches = [Breach(.reply, at: FigureCase.moment("2026-12-01 10:00"))]
        }
        #expect(try count("inTime", "2026-11", [sentBack]) == .ratio(1, of: 1))
        #expect(try count("inTime", "2026-12", [sentBack]) == .ratio(0, of: 1))
        #expect(try count("inTime", "2026", [sentBack]) == .ratio(0, of: 1))
        #expect(try count("reopened", "2026-12", [sentBack]) == .count(1))
    }

    @Test("Open at the end is open at the start and what came in, without what ended, and with what came back")
    func balance() throws {
        var cases: [CaseFacts] = []
        for place in 0..<90 { cases.append(facts("2026-10-05 10:00", place < 10 ? [(.stands(.replied), "2026-11-10 10:00")] : [])) }
        for _ in 0..<20 { cases.append(facts("2026-11-12 10:00")) }
        let figures = try #require(FigureCase.figures("2026-11", cases))
        #expect(["openAtStart", "received", "ended", "reopened", "openAtEnd"].map { figures.now.value($0).count } == [90, 20, 10, 0, 100])
        #expect(figures.now.value("endedShare") == .ratio(10, of: 110))
        cases.append(facts("2026-09-01 10:00", [(.stands(.replied), "2026-09-02 10:00"), (.stands(.open), "2026-11-02 10:00")]))
        var history = CaseFacts()
        (history.received, history.isHistory) = (FigureCase.moment("2026-11-03 10:00"), true)
        cases.append(history)
        let more = try #require(FigureCase.figures("2026-11", cases))
        #expect(["openAtStart", "received", "ended", "reopened", "openAtEnd"].map { more.now.value($0).count } == [90, 21, 11, 1, 101])
    }

    @Test("A case about two members of staff stands in two rows and once in the whole")
    func distinct() throws {
        let about = facts("2026-11-02 10:00") { $0.subjects = ["1003", "1004"] }
        let figures = try #require(FigureCase.figures("2026-11", [about]))
        #expect(figures.rows("responsible") == ["1003 1", "1004 1"])
        #expect(figures.now.value("received") == .count(1))
        let page = FiguresDocument(figures, FigureCase.rules(), .english).page(by: "responsible")
        #expect(page.blocks.contains { if case .note(let text) = $0 { text.contains("several rows") } else { false } })
    }

    @Test("A day, an hour or a month without complaints is there, with 0")
    func emptyBuckets() throws {
        let figures = try #require(FigureCase.figures("2026-11", [facts("2026-11-04 10:00")]))
        #expect(figures.axis("weekday")?.rows.map(\.count) == [0, 0, 1, 0, 0, 0, 0])
        #expect(figures.axis("hour")?.rows.count == 24)
        #expect(figures.months.map(\.count) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
        #expect(figures.hours[2][10] == 1)
    }

    @Test("What has no time enters no median: ten minutes and none are ten minutes, of one")
    func missing() throws {
        let cases = [facts("2026-11-02 10:00", [(.stands(.onTheSpot), "2026-11-02 10:10")]), facts("2026-11-02 11:00")]
        #expect(try count("median", "2026-11", cases) == .time(600_000, of: 1))
        #expect(try count("median", "2026-11", []) == .time(nil, of: 0))
    }

    @Test(
        "Percentiles are exact, by nearest rank",
        arguments: [
            ([1, 2, 3, 4, 100], 50, 3), ([1, 2, 3, 4, 100], 90, 100), ([7], 50, 7), ([7], 90, 7), ([1, 2], 50, 1), ([1, 2, 3, 4], 50, 2),
            ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9), ([], 50, nil),
        ] as [([Int64], Int, Int64?)]
    )
    func percentile(_ times: [Int64], _ rank: Int, _ expected: Int64?) throws {
        let cases = times.map { time in
            facts("2026-11-02 10:00") { facts in
                facts.turns.append(Turn(.stands(.replied), at: Moment(milliseconds: facts.received.milliseconds + time)))
            }
        }
        #expect(try count(rank == 50 ? "median" : "percentile90", "2026-11", cases) == .time(expected, of: times.count))
    }

    @Test("Times are told by the clock and in opening time: 17:55 to 08:05 the next day is 14 h 10 and ten minutes")
    func openTime() throws {
        let overnight = facts("2026-11-03 17:55", [(.stands(.replied), "2026-11-04 08:05")])
        #expect(try count("median", "2026-11", [overnight]) == .time(51_000_000, of: 1))
        #expect(try count("openMedian", "2026-11", [overnight]) == .time(600_000, of: 1))
        // Over a weekend, and from before the opening.
        let weekend = facts("2026-11-06 17:00", [(.stands(.replied), "2026-11-09 09:00")])
        #expect(try count("openMedian", "2026-11", [weekend]) == .time(7_200_000, of: 1))
        let early = facts("2026-11-04 06:00", [(.stands(.replied), "2026-11-04 07:30")])
        #expect(try count("openMedian", "2026-11", [early]) == .time(0, of: 1))
    }

    @Test("Opening time of a day gone by is what held on it, whatever hours and calendar hold since")
    func openTimeThen() throws {
        var rules = FigureCase.rules()
        let (first, last) = (try #require(Day("2026-11-02")), try #require(Day("2026-11-30")))
        func open(_ from: String, _ to: String) -> Int64 {
            LocalDays(from: first, to: last, under: rules).openTime(from: FigureCase.moment(from), to: FigureCase.moment(to))
        }
        #expect(open("2026-11-05 12:00", "2026-11-06 12:00") == 36_000_000)
        let hours = try #require(DayHours("10:00-11:00"))
        for weekday in Weekday.allCases { rules.hoursRules.append(HoursRule(weekday, hours, effective: try #require(Day("2026-11-20")))) }
        #expect(open("2026-11-05 12:00", "2026-11-06 12:00") == 36_000_000)
        #expect(open("2026-11-23 08:00", "2026-11-24 12:00") == 7_200_000)
    }

    @Test("A ratio is of what is decided, and says of how many: of 31 received and two running, 27 of 29")
    func ratio() throws {
        var cases: [CaseFacts] = []
        for place in 0..<31 {
            let isKept = place < 27
            let turns: [(Turn.What, String)] = place < 28 ? [(.stands(.replied), isKept ? "2026-11-03 10:00" : "2026-11-08 10:00")] : []
            cases.append(
                facts("2026-11-02 10:00", turns) {
                    // One answered late, one late and open, two running.
                    if place == 27 || place == 28 { $0.breaches = [Breach(.reply, at: FigureCase.moment("2026-11-05 17:00"))] }
                    if place > 28 { $0.breaches = [Breach(.reply, at: FigureCase.moment("2026-12-05 17:00"))] }
                }
            )
        }
        #expect(try count("inTime", "2026-11", cases) == .ratio(27, of: 29))
        #expect(FigureWords(.english).text(.ratio(27, of: 29)) == "27 of 29 (93.1%)")
        #expect(FigureWords(.chinese).text(.ratio(27, of: 29)) == "27/29（93.1%）")
        #expect(FigureWords(.english).text(.ratio(0, of: 0)) == "—")
        #expect(try count("overdue", "2026-11", cases) == .count(1))
        #expect(try count("openAtEnd", "2026-11", cases) == .count(3))
        #expect(try #require(FigureCase.figures("2026-11", cases)).rows("clock") == ["reply 2", " 29"])
    }

    @Test("A limit of another kind than towards the customer makes no answer late, and stands in its row")
    func otherLimits() throws {
        let cases = [
            facts("2026-11-02 10:00", [(.stands(.replied), "2026-11-03 10:00")]) {
                $0.breaches = [Breach(.passOn, at: FigureCase.moment("2026-11-02 11:00"))]
            }
        ]
        let figures = try #require(FigureCase.figures("2026-11", cases))
        #expect(figures.now.value("inTime") == .ratio(1, of: 1))
        #expect(figures.rows("clock") == ["pass-on 1"])
    }

    @Test("A period that still runs is beside the same days of the others: 156 against 110, and never against the whole 220")
    func running() throws {
        var cases: [CaseFacts] = []
        for place in 0..<220 { cases.append(facts(place < 110 ? "2026-10-10 10:00" : "2026-10-29 10:00")) }
        for _ in 0..<156 { cases.append(facts("2026-11-10 10:00")) }
        let figures = try #require(FigureCase.figures("2026-11", at: "2026-11-26 12:00", cases))
        #expect(figures.isRunning)
        #expect(figures.now.value("received") == .count(156))
        #expect(figures.before.value("received") == .count(110))
        #expect(FigureWords(.english).change(from: figures.before.value("received"), to: figures.now.value("received")) == "+41.8%")
        #expect(figures.now.period.label(.english, zone: FigureCase.zone) == "1-26 Nov 2026")
        #expect(figures.before.period.label(.chinese, zone: FigureCase.zone) == "2026年10月1-26日")
        #expect(figures.yearBefore.period.label(.english, zone: FigureCase.zone) == "1-26 Nov 2025")
        #expect(figures.months.last?.isUnfinished == true)
        #expect([figures.now, figures.before, figures.yearBefore].map(\.openDays) == [19, 18, 18])
        // On its last day it is whole.
        #expect(try #require(FigureCase.figures("2026-11", at: "2026-11-30 12:00", cases)).isRunning == false)
        #expect(FigureCase.figures("2026-12", at: "2026-11-30 12:00", cases) == nil)
    }

    @Test(
        "A change is on the earlier number, and nothing where that was 0",
        arguments: [
            (24, 31, "+29.2%"), (50, 100, "+100%"), (0, 4, "—"), (4, 0, "-100%"), (31, 31, "0%"), (0, 0, "—"), (3, 2, "-33.3%"),
            (8, 9, "+12.5%"), (2000, 2001, "+0.1%"), (2000, 1999, "-0.1%"),
        ]
    )
    func change(_ earlier: Int, _ later: Int, _ expected: String) {
        #expect(FigureWords(.english).change(from: .count(earlier), to: .count(later)) == expected)
    }

    @Test("Counts of periods with more and fewer open days are compared by the open day: 24 in 14 days and 31 in 19 are 4.8 % fewer a day")
    func perOpenDay() {
        #expect(FigureWords(.english).change(from: .count(24), to: .count(31), days: (14, 19)) == "-4.8%")
        #expect(FigureWords(.english).change(from: .count(24), to: .count(31), days: (0, 19)) == "—")
    }

    @Test("Imported history counts where its source knows, and says so: received, in time, by channel; open and in a median never")
    func history() throws {
        let cases = [true, false, nil].map { wasKept in
            var facts = CaseFacts()
            (facts.received, facts.isHistory, facts.wasKept) = (FigureCase.moment("2026-11-03"), true, wasKept)
            facts.channel = .phone
            return facts
        }
        let figures = try #require(FigureCase.figures("2026-11", cases))
        #expect(["received", "imported", "openAtEnd", "answered"].map { figures.now.value($0).count } == [3, 3, 0, 0])
        #expect(figures.now.value("inTime") == .ratio(1, of: 2))
        #expect(figures.now.value("median") == .time(nil, of: 0))
        #expect(figures.rows("channel") == ["phone 3"])
        // The source knows the day and no hour.
        #expect(figures.rows("hour") == [" 3"])
        #expect(figures.rows("weekday") == ["01 3"])
        #expect(figures.hours.allSatisfy { $0.allSatisfy { $0 == 0 } })
    }

    @Test("Whoever left stays in the figures; a number that nobody knows stands for itself")
    func leavers() throws {
        let cases = [facts("2026-11-03 10:00") { $0.firstResponder = "1003" }, facts("2026-11-03 10:00") { $0.firstResponder = "1004" }]
        var rules = FigureCase.rules()
        let gone = try #require(StaffNumber("1003"))
        rules.staff = StaffDirectory([StaffMember(number: gone, name: "Will Chang", role: .counter, isRetired: true)])
        let figures = try #require(FigureCase.figures("2026-11", cases, rules: rules))
        #expect(figures.axis("staff")?.rows.map(\.label.english) == ["1003 Will Chang", "1004"])
    }

    @Test("What the customer said when asked, what was found, and amounts count in the period in which they came")
    func others() throws {
        let cases = [
            facts(
                "2026-10-30 10:00",
                [
                    (.found(.complaint, .valid), "2026-11-02 10:00"), (.escalated(isGroup: true), "2026-11-02 11:00"),
                    (.extended, "2026-11-02 12:00"), (.stands(.replied), "2026-11-03 10:00"), (.calledBack(.satisfied), "2026-11-04 10:00"),
                ]
            ) { $0.promised = 12_050 },
            facts(
                "2026-11-05 10:00",
                [(.found(.complaint, .unfounded), "2026-11-05 11:00"), (.calledBack(.unreachable), "2026-11-06 10:00")]
            ) {
                ($0.claimed, $0.isRepeat) = (50_000, true)
            },
            facts("2026-11-05 10:00", [(.stands(.withdrawn), "2026-11-05 11:00")]),
            facts("2026-11-05 10:00", [(.stands(.notAccepted), "2026-11-05 11:00"), (.calledBack(.dissatisfied), "2026-11-06 10:00")]),
        ]
        let now = try #require(FigureCase.figures("2026-11", cases)).now
        #expect(now.value("upheld") == .ratio(1, of: 2))
        #expect(now.value("satisfied") == .ratio(1, of: 2))
        #expect(
            ["escalated", "extended", "groupCases", "withdrawn", "notAccepted", "repeats"].map { now.value($0).count } == [
                1, 1, 0, 1, 1, 1,
            ]
        )
        #expect(now.value("claimed") == .amount(50_000, of: 1))
        #expect(now.value("promised") == .amount(12_050, of: 1))
        #expect(now.value("newMatters") == .count(2))
        #expect(FigureWords(.english).text(.amount(12_050, of: 1)) == "120.50")
    }

    @Test("Days of the comment book count as they stood at the period's end: what was made up later was missed then")
    func book() throws {
        var made = BookDay(
            day: try #require(Day("2026-11-30")),
            openedAt: FigureCase.moment("2026-12-01 09:00"),
            by: try #require(StaffNumber("1002")),
            reason: "闭店"
        )
        made.closedAt = FigureCase.moment("2026-12-01 09:10")
        var read = made
        (read.day, read.openedAt, read.closedAt) = (
            try #require(Day("2026-11-27")), FigureCase.moment("2026-11-27 09:00"), FigureCase.moment("2026-11-27 09:10")
        )
        let source = FigureSource([], reviews: [made.day: made, read.day: read], founding: try #require(Day("2026-11-26")))
        func days(_ text: String) throws -> [Int] {
            let period = try #require(FiguresPeriod(text))
            let now = FigureCase.moment("2027-01-05 09:00")
            let figures = try #require(Figures(of: period, from: source, under: FigureCase.rules(), at: now))
            return ["bookReviewed", "bookNil", "bookLate", "bookMissed"].map { figures.now.value($0).count }
        }
        #expect(try days("2026-11") == [0, 1, 0, 2])
        #expect(try days("2026-11-26..2026-12-01") == [0, 1, 1, 2])
    }

    @Test("Every measure and every axis has a name of its own, words and a meaning in both languages")
    func words() {
        #expect(Set(FigureMeasure.all.map(\.name)).count == FigureMeasure.all.count)
        #expect(Set(FigureAxis.all.map(\.name)).count == FigureAxis.all.count)
        let phrases =
            FigureMeasure.all.flatMap { [$0.label, $0.definition] } + FigureAxis.all.flatMap { [$0.label, $0.definition, $0.unknown] }
        for phrase in phrases { #expect(!phrase.english.isEmpty && !phrase.chinese.isEmpty && phrase.english != phrase.chinese) }
        for measure in FigureMeasure.all {
            guard case .ratio(let part, let whole) = measure.kind else { continue }
            for name in [part] + whole { #expect(FigureMeasure.place(of: name) != nil, "\(measure.name): \(name)") }
        }
    }
}

@Suite("Periods")
struct FiguresPeriodTests {
    @Test(
        "A period is read, and knows its days, the one before and the one a year before",
        arguments: [
            ("2026", "2026-01-01..2026-12-31", "2025", "2025"), ("2026-H2", "2026-07-01..2026-12-31", "2026-H1", "2025-H2"),
            ("2026-Q1", "2026-01-01..2026-03-31", "2025-Q4", "2025-Q1"), ("2026-11", "2026-11-01..2026-11-30", "2026-10", "2025-11"),
            ("2024-02", "2024-02-01..2024-02-29", "2024-01", "2023-02"), ("2026-W53", "2026-12-28..2027-01-03", "2026-W52", "2025-W52"),
            ("2027-W01", "2027-01-04..2027-01-10", "2026-W53", "2026-W01"),
            ("2024-02-29", "2024-02-29..2024-02-29", "2024-02-28", "2023-02-28"),
            ("2026-11-10..2026-11-19", "2026-11-10..2026-11-19", "2026-10-31..2026-11-09", "2025-11-10..2025-11-19"),
        ]
    )
    func periods(_ text: String, _ days: String, _ before: String, _ yearBefore: String) throws {
        let period = try #require(FiguresPeriod(text))
        #expect(period.text == text)
        #expect("\(period.first.iso)..\(period.last.iso)" == days)
        #expect(period.before.text == before)
        #expect(period.yearBefore.text == yearBefore)
        #expect(period.before.after == period)
    }

    @Test("New Year's Day 2027 is a day of week 53 of 2026")
    func isoWeek() throws {
        #expect(FiguresPeriod(.week, of: try #require(Day("2027-01-01"))).text == "2026-W53")
    }

    @Test(
        "What is no period is none",
        arguments: [
            "", "26", "2026-13", "2026-Q5", "2026-H3", "2026-W54", "2025-W53", "2026-W00", "2026-02-30", "2026-11-19..2026-11-10",
            "November",
        ]
    )
    func none(_ text: String) { #expect(FiguresPeriod(text) == nil) }

    @Test("A period in words, in both languages")
    func labels() throws {
        let expected = [
            ("2026", "2026", "2026年"), ("2026-H1", "first half of 2026", "2026年上半年"), ("2026-Q4", "quarter 4 of 2026", "2026年第4季度"),
            ("2026-11", "November 2026", "2026年11月"), ("2026-11-26", "26 Nov 2026", "2026年11月26日"),
            ("2026-W48", "week 2026-W48 (23-29 Nov 2026)", "2026-W48 周（2026年11月23-29日）"),
            ("2026-10-28..2026-11-03", "28 Oct - 3 Nov 2026", "2026年10月28日至11月3日"),
        ]
        for (text, english, chinese) in expected {
            let period = try #require(FiguresPeriod(text))
            #expect(period.label(.english, zone: FigureCase.zone) == english)
            #expect(period.label(.chinese, zone: FigureCase.zone) == chinese)
        }
    }
}

@Suite("What rose")
struct RiseTests {
    private func bucket(_ key: String, _ now: Int, _ before: Int) throws -> Rise.Bucket {
        Rise.Bucket(axis: try #require(FigureAxis.named("reason")), key: key, now: now, before: before)
    }

    @Test("Nine where 1 or 2 are usual is shown, five of nineteen is not, with sixty kinds looked at")
    func example() throws {
        var buckets = [try bucket("service", 9, 22), try bucket("information", 5, 14)]
        for place in 0..<58 { buckets.append(try bucket("quiet-\(place)", 2, 24)) }
        let rises = Rise.found(in: buckets, openDays: 19, before: 250)
        #expect(rises.map(\.key) == ["service"])
        let rise = try #require(rises.first)
        #expect(abs(rise.chance - 0.00021) < 0.00001)
        var rules = FigureCase.rules()
        rules.codes = CodeTable([Code(.reason, "service", en: "Service attitude", zh: "服务态度", pinyin: "fwtd")])
        #expect(
            rise.sentence(rules).english
                == "Service attitude (reason): 9 without repeats in 19 open days, usually 1 or 2; chance alone does this less than once in 4,000."
        )
        // Beside a number with the repeats it says how many of them are none.
        #expect(rise.gist(rules, of: 11).english == "Service attitude: 11, of these 9 no repeats; usually 1 or 2")
        #expect(rise.gist(rules, of: 11).chinese == "服务态度：11 件，其中不含重复 9 件，往常 1-2 件")
        #expect(rise.gist(rules, of: 9) == rise.gist(rules) && rise.sentence(rules, of: 9) == rise.sentence(rules))
        #expect(
            rise.sentence(rules, of: 11).english.hasPrefix("Service attitude (reason): 11, of these 9 no repeats, in 19 open days, usually")
        )
        #expect(rise.sentence(rules).chinese == "服务态度（投诉原因）：19 个营业日 9 件（不含重复），往常 1-2 件；偶然出现的概率低于 1/4000。")
    }

    @Test("The tail of the binomial is exact: two heads or more of three are a half, with half of two alone 0.3125")
    func tail() {
        let (exact, midP) = Rise.tail(of: 2, in: 3, 0.5)
        #expect(abs(exact - 0.5) < 1e-12)
        #expect(abs(midP - 0.3125) < 1e-12)
    }

    @Test("Few complaints, a small rise, or a quiet desk show nothing")
    func nothing() throws {
        #expect(Rise.found(in: [try bucket("few", 9, 0)], openDays: 19, before: 250).isEmpty)
        #expect(Rise.found(in: [try bucket("little", 1200, 10_000)], openDays: 25, before: 250).isEmpty)
        #expect(Rise.found(in: [try bucket("none", 0, 100)], openDays: 25, before: 250).isEmpty)
        #expect(Rise.found(in: [try bucket("closed", 9, 22)], openDays: 0, before: 250).isEmpty)
    }

    @Test(
        "A month of many more complaints of one reason is said; linked repeats and a group count as one; a young desk says it is too early"
    )
    func figures() throws {
        var cases: [CaseFacts] = []
        for month in 1...10 {
            for reason in ["a", "b"] {
                for day in 1...2 {
                    cases.append(FigureCase.facts("2026-\(month < 10 ? "0" : "")\(month)-\(day + 10) 10:00") { $0.reason = reason })
                }
            }
        }
        for place in 0..<12 {
            cases.append(FigureCase.facts("2026-11-\(place + 10) 10:00") { $0.reason = "a" })
            cases.append(FigureCase.facts("2026-11-\(place + 10) 10:00") { ($0.reason, $0.isRepeat) = ("b", true) })
        }
        let figures = try #require(FigureCase.figures("2026-11", cases))
        #expect(figures.rises?.filter { $0.axis.name == "reason" }.map(\.key) == ["a"])
        let notes = FiguresDocument(figures, FigureCase.rules(), .english).rises.compactMap { block in
            if case .note(let text) = block { text } else { nil }
        }
        #expect(notes == ["Without repeats and group cases, which the bars count."], "the bar of b has twelve that no sentence tells of")
        let octoberFirst = try #require(Day("2026-10-01"))
        let young = try #require(FigureCase.figures("2026-11", cases, founding: octoberFirst))
        #expect(young.rises == nil)
        #expect(young.axis("reason")?.rows.first?.usual == nil)
    }
}
