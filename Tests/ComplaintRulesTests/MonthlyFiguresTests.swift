import Testing

@testable import ComplaintRules

@Suite("Months and their figures")
struct MonthlyFiguresTests {
    private let founding = Day(ordinal: 20_000)

    private func month(_ text: String) throws -> Month { try #require(Month(text)) }

    private func issue(_ text: String, _ number: Int = 1, _ digest: String = "aa", at moment: String) throws -> MonthlyFigures.Issue {
        .init(.init(month: try month(text), issue: number, digest: digest, form: ""), at: Desk.at(moment), by: Desk.complaints.number)
    }

    private func status(_ text: String, issued: String? = nil, at now: String, under desk: DeskRules = Desk.rules) throws
        -> MonthlyFigures.Status
    {
        let figures = MonthlyFigures(month: try month(text), issues: try issued.map { [try issue(text, at: $0)] } ?? [])
        return desk.status(of: figures, founding: founding, at: Desk.at(now))
    }

    @Test("a month is written as year and month, and knows its days")
    func months() throws {
        #expect(try month("2026-11").description == "2026-11")
        #expect(try month("2026-11").first.iso == "2026-11-01")
        #expect(try month("2026-11").last.iso == "2026-11-30")
        #expect(try month("2024-02").last.iso == "2024-02-29")
        #expect(try month("2026-12").next.description == "2027-01")
        #expect(try month("2026-12") < month("2027-01"))
        #expect(Month(of: Day(ordinal: 20_777)).description == "2026-11")
        for text in ["2026-13", "2026-00", "26-11", "2026-11-01", "20261101", "", "2026-Q4", "2026年"] { #expect(Month(text) == nil) }
        for text in ["2026/11", "2026.11", "202611", "2026年11月", " ２０２６-11 "] { #expect(try month(text).description == "2026-11") }
        #expect(try month("2026-1").description == "2026-01")
    }

    @Test(
        "the report is due from the end of the month to closing time on the 10th",
        arguments: [
            ("2026-11-30 23:59", MonthlyFigures.Status.outside), ("2026-12-01 00:00", .running), ("2026-12-10 17:00", .running),
            ("2026-12-10 17:01", .missed), ("2027-06-01 09:00", .missed),
        ]
    )
    func due(now: String, expected: MonthlyFigures.Status) throws {
        #expect(try status("2026-11", at: now) == expected)
    }

    @Test("its clock starts with the next month and runs out on the 10th, in every month")
    func clock() throws {
        var month = try month("2020-01")
        for _ in 0..<96 {
            let clock = try #require(Desk.rules.clock(of: MonthlyFigures(month: month)))
            #expect(Desk.zone.iso(clock.started) == "\(month.next)-01T00:00:00+08:00")
            #expect(Desk.zone.iso(clock.due) == "\(month.next)-10T17:00:00+08:00")
            month = month.next
        }
    }

    @Test("issued by the 10th it is in time; later it stays late for ever")
    func issued() throws {
        #expect(try status("2026-11", issued: "2026-12-10 17:00", at: "2030-01-01 09:00") == .issued)
        #expect(try status("2026-11", issued: "2026-12-10 17:01", at: "2026-12-10 17:01") == .late)
        #expect(try status("2026-11", issued: "2026-12-10 17:01", at: "2030-01-01 09:00") == .late)
        // Months before the desk was made are none of its duty.
        #expect(try status("2024-09", at: "2026-11-20 09:00") == .outside)
        #expect(try status("2024-10", at: "2026-11-20 09:00") == .missed)
    }

    @Test("the rule that held at the end of the month is the one that counts")
    func rule() throws {
        var desk = Desk.rules
        desk.clockRules.append(
            ClockRule(.monthlyFigures, limit: .naturalDays(5), effective: Day(ordinal: 20_788), setAt: Desk.at("2026-11-25 10:00"))
        )
        // From 1 December on: the figures of November keep the 10th, those of December have the 5th.
        #expect(try status("2026-11", at: "2026-12-09 10:00", under: desk) == .running)
        #expect(try status("2026-12", at: "2027-01-05 17:00", under: desk) == .running)
        #expect(try status("2026-12", at: "2027-01-05 17:01", under: desk) == .missed)
    }

    /// What comes of issuing a report whose digest is `digest`, after issues with those digests.
    private func deciding(
        _ text: String = "2026-11",
        after digests: [String] = [],
        _ digest: String = "aa",
        because reason: String = "",
        by member: StaffMember = Desk.complaints,
        at now: String = "2026-12-03 10:00"
    ) throws -> Result<DeskEvent, Refusal> {
        let issues = try digests.enumerated().map { try issue(text, $0.offset + 1, $0.element, at: "2026-12-02 10:00") }
        let state = MonthlyFigures(month: try month(text), issues: issues)
        return Result { () throws(Refusal) in
            try decideReport(on: state, ("{}", digest), because: reason, in: Occasion(Actor(member), at: Desk.at(now), under: Desk.rules))
        }
    }

    @Test("a manager issues the report, not before the month has ended, and it is kept as it was")
    func deciding() throws {
        let november = try month("2026-11")
        let first = DeskEvent.reportIssued(.init(month: november, issue: 1, digest: "aa", form: "{}"))
        #expect(try deciding(at: "2026-11-30 23:59") == .failure(.monthNotEnded(november)))
        #expect(try deciding("2027-01", at: "2026-11-30 23:59") == .failure(.monthNotEnded(try month("2027-01"))))
        #expect(try deciding(at: "2026-12-01 00:00") == .success(first))
        #expect(try deciding(by: Desk.manager, at: "2026-12-20 10:00") == .success(first))
        for member in [Desk.clerk, Desk.auditor] {
            #expect(try deciding(by: member, at: "2026-12-01 10:00") == .failure(.deskActRoleMayNot(.issueReport)))
        }
    }

    @Test("other figures are an issue of their own that names the one it corrects, and why; the same ones are not issued anew")
    func correcting() throws {
        let november = try month("2026-11")
        #expect(try deciding(after: ["aa"], "aa", because: "x") == .failure(.reportIssued(november, issue: 1)))
        #expect(try deciding(after: ["aa"], "bb") == .failure(.reasonForNewIssue(november, issue: 1)))
        #expect(try deciding(after: ["aa"], "bb", because: "\u{200B} ") == .failure(.reasonForNewIssue(november, issue: 1)))
        let second = DeskEvent.ReportIssued(month: november, issue: 2, digest: "bb", form: "{}", corrects: "aa", reason: "补录一件")
        #expect(try deciding(after: ["aa"], "bb", because: "补录一件 ") == .success(.reportIssued(second)))
        // Back to what was issued first is another correction.
        let third = DeskEvent.ReportIssued(month: november, issue: 3, digest: "aa", form: "{}", corrects: "bb", reason: "误录")
        #expect(try deciding(after: ["aa", "bb"], "aa", because: "误录") == .success(.reportIssued(third)))
    }

    @Test("a correction does not make late what was issued in time, nor in time what was late")
    func firstIssueCounts() throws {
        let issues = [try issue("2026-11", at: "2026-12-10 17:00"), try issue("2026-11", 2, "bb", at: "2027-01-20 10:00")]
        let figures = MonthlyFigures(month: try month("2026-11"), issues: issues)
        #expect(Desk.rules.status(of: figures, founding: founding, at: Desk.at("2027-02-01 09:00")) == .issued)
        #expect(figures.issuedAt == Desk.at("2026-12-10 17:00"))
    }
}
