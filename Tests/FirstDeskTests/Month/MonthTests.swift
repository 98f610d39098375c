import DeskTestSupport
import Testing

@testable import firstdesk

@Suite("A month of a branch, through the command line")
struct MonthTests {
    private static let plan = MonthPlan(seed: 2610, openDays: ScriptedMonth.openDays.count, count: 296)

    /// How many of the month's open days the second of two desks lives in the built program: the first two, or, in the long form, all. What
    /// both did is compared to the byte, so each day there proves that it is the same program.
    private static let builtDays = LongForm.isAskedFor ? ScriptedMonth.openDays.count : 2

    @Test("Lived twice it is the same to the byte, whole, numbered without gaps, and every screen of its end is right")
    func month() async throws {
        let start = ContinuousClock.now
        // Two desks at once, each in a folder of its own.
        async let first = Task.detached { try LivedMonth(Self.plan, builtDays: 0) }.value
        async let second = Task.detached { try LivedMonth(Self.plan, builtDays: Self.builtDays) }.value
        let (month, again) = try await (first, second)
        report("a month lived twice, \(month.acts) acts each", (ContinuousClock.now - start).milliseconds)
        #expect(month.list == again.list)
        #expect(month.cases == again.cases)
        #expect(month.book == again.book)
        #expect(month.due == again.due)
        let reading = try MonthReading(month)
        checkNumbers(reading)
        try checkBook(reading)
        try checkEnds(reading)
        checkStandIns(reading)
        checkPapers(reading)
        checkClocks(reading)
        try checkLinks(reading)
        try checkSecrets(reading)
        try checkEdges(reading)
        let verified = try month.ask("verify", "--json").objects()[0]
        #expect(verified["ok"] == .truth(true), "\(verified.line)")
        // The clock that stood behind is counted: an event, a tie and a hand-over of each case that was logged then.
        let slow = reading.events.count { $0["clockBehind"] != nil }
        #expect(slow > 0 && verified["clockBehind"] == .integer(Int64(slow)), "\(verified.line)")
        // A sign-off has one of its own beside that of its transaction, and every other act was a transaction too.
        let signatures = if case .number(let text)? = verified["signatures"] { Int(text) ?? 0 } else { 0 }
        #expect(signatures > 2 * reading.events("sign").count + reading.rows.count)
        try MonthScreens(month).check()
        report("a month lived twice and looked at", (ContinuousClock.now - start).milliseconds)
    }

    // MARK: Numbers, book, ends

    private func checkNumbers(_ reading: MonthReading) {
        let numbers = reading.rows.map { $0["number"]?.plain ?? "" }
        #expect(reading.month.september == "0379-2609-001")
        #expect(numbers.sorted() == ["0379-2609-001"] + (1...300).map { "0379-2610-\(String(1000 + $0).dropFirst())" })
        let channels = Set(reading.rows.map { $0["channel"]?.plain ?? "" })
        #expect(channels == ["oral", "letter", "phone", "comment-book", "hotline", "referred", "other"])
    }

    private func checkBook(_ reading: MonthReading) throws {
        let days = try reading.month.book.map(LivedMonth.object)
        #expect(days.count == 31)
        for (index, day) in days.enumerated() {
            let date = index + 1
            let entries = day["entries"]?.elements.count ?? 0
            let expected =
                switch date {
                // Forgotten and made up on Monday with the reason; and one closed after closing time.
                case 16, 28: "late"
                case _ where ScriptedMonth.openDays.contains(date): entries > 0 ? "reviewed" : "nil"
                default: "closed"
                }
            #expect(day["status"]?.plain == expected, "\(date) October")
            let reviewer = (19...23).contains(date) || date == 16 ? "1005" : "1002"
            #expect(day["by"]?.plain == (expected == "closed" ? nil : reviewer))
            let reason =
                switch date {
                case 16: "当日盘点，漏查"
                case 28: "当日盘点，晚于营业时间"
                default: ""
                }
            #expect(day["reason"]?.plain == reason)
        }
        let entered = days.flatMap { $0["entries"]?.elements ?? [] }.compactMap(\.plain)
        let logged = reading.rows.filter { $0["channel"]?.plain == "comment-book" }.compactMap { $0["number"]?.plain }
        #expect(entered == logged.sorted())
        #expect(entered.count >= 10)
    }

    private func checkEnds(_ reading: MonthReading) throws {
        var seen: Set<MonthFate> = []
        for (index, planned) in Self.plan.cases.enumerated() where reading.month.finished[index] {
            let expected =
                switch planned.fate {
                case .withdrawn, .withdrawnAtOnce: "withdrawn"
                case .notAccepted: "not-accepted"
                case .merged, .mergedAcross: "merged"
                case .open, .undecided: "in-hand"
                case .waiting: "handed-over"
                case .unsigned: "to-sign"
                case .upstairs: "with-head-office"
                default: "closed"
                }
            let shown = reading.shown(reading.month.numbers[index])
            #expect(shown["stage"]?.plain == expected, "\(planned.fate) \(reading.month.numbers[index])")
            seen.insert(planned.fate)
        }
        #expect(seen == Set(MonthFate.allCases), "some fate was never played to its end")
        let due = try LivedMonth.object(reading.month.due)
        let rows = reading.rows
        #expect(due["overdue"] == .integer(Int64(rows.count { $0["overdue"] == .truth(true) })))
        #expect(due["toAccept"] == .integer(Int64(rows.count { $0["stage"]?.plain == "handed-over" })))
        #expect(due["toSign"] == .integer(Int64(rows.count { $0["stage"]?.plain == "to-sign" })))
        // The Saturday after: the branch is closed.
        #expect(due["bookReviewed"] == .null)
    }

    // MARK: Absences, papers, clocks

    private func checkStandIns(_ reading: MonthReading) {
        for shown in reading.cases {
            for event in shown["events"]?.elements ?? [] where event["act"]?.plain != "clock" {
                let day = Int(event["at"]?.plain?.dropFirst(8).prefix(2) ?? "") ?? 0
                // What a clerk may do to a case of their own they do in their own right.
                let own: Set = shown["firstResponder"]?.plain == "1005" ? ["log", "link", "note", "contact", "interim-answer"] : []
                switch event["by"]?.plain {
                case "1005" where own.contains(event["act"]?.plain ?? ""): #expect(event["for"] == .null, "\(event.line)")
                case "1005": #expect(event["for"]?.plain == ([12, 14, 15].contains(day) ? "1001" : "1002"), "\(event.line)")
                case "1001": #expect(event["for"] == .null && ![12, 14, 15].contains(day), "\(event.line)")
                case "1002": #expect(event["for"] == .null && !(19...23).contains(day), "\(event.line)")
                default: #expect(event["for"] == .null, "\(event.line)")
                }
            }
        }
        #expect(reading.events("sign").contains { $0["by"]?.plain == "1005" && $0["for"]?.plain == "1001" })
        #expect(reading.events("reply").contains { $0["by"]?.plain == "1005" && $0["for"]?.plain == "1002" })
    }

    private func checkPapers(_ reading: MonthReading) {
        for (act, letter) in [("chase", "C"), ("delay-note", "L"), ("confirm-escalation", "D")] {
            let numbers = reading.events(act).compactMap { $0["number"]?.plain }
            #expect(numbers.sorted() == (1...3).map { "0379-2610-\(letter)00\($0)" }, "\(act)")
        }
    }

    private func checkClocks(_ reading: MonthReading) {
        let open = ScriptedMonth.openDays
        var checked = 0
        for shown in reading.cases where shown["number"]?.plain != reading.month.september {
            let received = Int(shown["received"]?.plain?.dropFirst(8).prefix(2) ?? "") ?? 0
            for clock in shown["clocks"]?.elements ?? [] {
                let started = Int(clock["started"]?.plain?.dropFirst(8).prefix(2) ?? "") ?? 0
                let due = clock["due"]?.plain
                // Written out for this month: make-up Saturday the 10th is worked, the holiday up to the 7th is not.
                func on(_ day: Int) -> String { day > 31 ? "2026-11-0\(day - 31)T17:00:00+08:00" : at(day) }
                func at(_ day: Int) -> String { "2026-10-\(day < 10 ? "0" : "")\(day)T17:00:00+08:00" }
                func working(_ count: Int, after day: Int) -> Int { (open + [33, 34, 35, 36, 37]).filter { $0 > day }[count - 1] }
                switch clock["rule"]?.plain {
                case "reply": #expect(due == on(received + 3))
                case "complex": #expect(due == on(working(7, after: received)))
                case "signature": #expect(due == on(working(1, after: started)))
                case "call-back": #expect(due == on(started + 1))
                default: continue
                }
                checked += 1
            }
        }
        #expect(checked > 700)
        let complex = reading.cases.flatMap { $0["clocks"]?.elements ?? [] }.filter { $0["rule"]?.plain == "complex" }
        #expect(complex.count == 3)
    }

    // MARK: Ties and secrets

    private func checkLinks(_ reading: MonthReading) throws {
        func number(_ fate: MonthFate) -> [String] {
            Self.plan.cases.indices.filter { Self.plan.cases[$0].fate == fate }.map { reading.month.numbers[$0] }
        }
        let merged = reading.shown(number(.merged)[0])
        let into = try #require(merged["events"]?.elements.first { $0["act"]?.plain == "merge" }?["number"]?.plain)
        #expect(into == number(.amount)[0])
        let absorbing = reading.shown(into)["events"]?.elements.first { $0["act"]?.plain == "link" && $0["tie"]?.plain == "absorbed" }
        #expect(absorbing?["number"]?.plain == merged["number"]?.plain)
        // The new case of a refused answer names the old one, and the old one names it.
        for number in number(.refusedLater) {
            let tie = reading.shown(number)["events"]?.elements.first { $0["tie"]?.plain == "refused-answer" }
            let old = reading.shown(tie?["number"]?.plain ?? "")
            #expect(old["stage"]?.plain == "closed")
            #expect(old["events"]?.elements.last { $0["act"]?.plain == "refuse-answer" }?["next"]?.plain == number)
        }
        // Head office's ruling in place of the signature of whom it is about.
        let about = reading.shown(number(.aboutHead)[0])
        let acts = about["events"]?.elements.compactMap { $0["act"]?.plain } ?? []
        #expect(acts.contains("ruling") && !acts.contains("sign"))
        #expect(about["events"]?.elements.first { $0["act"]?.plain == "ruling" }?["by"]?.plain == "1004" || acts.contains("ruling"))
    }

    // MARK: Edges

    /// What the month met with beside its cases: a slow clock, a calendar, a change of role, a stand-in ended early, months, authorities, a review.
    private func checkEdges(_ reading: MonthReading) throws {
        func shown(_ fate: MonthFate) throws -> JSONValue {
            reading.shown(reading.month.numbers[try #require(Self.plan.cases.firstIndex { $0.fate == fate })])
        }
        func clocks(_ shown: JSONValue, _ rule: String) -> [JSONValue] {
            (shown["clocks"]?.elements ?? []).filter { $0["rule"]?.plain == rule }
        }
        // Logged under a clock an hour behind, all is judged by the latest moment on the desk, and says so.
        for event in reading.events where event["clockBehind"] != nil {
            #expect(event["at"]?.plain?.hasPrefix("2026-10-20T09:") == true && event["by"]?.plain == "1004", "\(event.line)")
        }
        // 12 October had been reviewed, whatever a calendar says of it since; next year is known.
        let days = try reading.month.book.map(LivedMonth.object)
        #expect(["reviewed", "nil"].contains(days[11]["status"]?.plain ?? ""))
        let staff = try reading.month.ask("staff", "list", "--json", as: "1001").objects().first { $0["number"]?.plain == "1004" }
        #expect(staff?["role"]?.plain == "complaint-manager")
        #expect(staff?["changes"]?.elements.compactMap { $0["day"]?.plain } == ["2026-10-26"])
        #expect(try reading.month.ask("staff", "stand-in", as: "1001").output.contains("1001  1005  2026-10-12  2026-10-13  "))
        let heads = reading.events("sign").filter { $0["at"]?.plain?.hasPrefix("2026-10-13") == true }.compactMap { $0["by"]?.plain }
        #expect(!heads.isEmpty && Set(heads) == ["1001"])
        // Two authorities, a clock each.
        let dates = clocks(try shown(.twoDates), "outside").map { "\($0["by"]?.plain ?? "") \($0["state"]?.plain ?? "")" }
        #expect(dates.sorted() == ["市政府热线 kept", "监管局 kept"])
        // Head office's review began a case of its own; the old one stays locked.
        let again = try shown(.reviewed)
        let tie = again["links"]?.elements.first { $0["tie"]?.plain == "reviewed" }
        let old = reading.shown(tie?["number"]?.plain ?? "")
        #expect(clocks(old, "review").map { $0["state"]?.plain } == ["kept"] && old["stage"]?.plain == "closed")
        // Merged across months: the breach of September stays, and the answer is the one for both.
        let merged = try shown(.mergedAcross)
        #expect(merged["links"]?.elements.contains { $0["number"]?.plain == reading.month.september } == true)
        let september = reading.shown(reading.month.september)
        #expect(september["stage"]?.plain == "closed")
        #expect(clocks(september, "reply").map { $0["state"]?.plain } == ["breached"])
        // Reached at a call-back number alone, the customer is called back.
        let called = try shown(.callBackOnly)
        #expect(called["contact"] == .text("") && clocks(called, "call-back").map { $0["state"]?.plain } == ["kept"])
    }

    private func checkSecrets(_ reading: MonthReading) throws {
        let index = try #require(Self.plan.cases.firstIndex { $0.fate == .statement })
        // The word of a member of staff is for its author, the branch manager and the auditor.
        #expect(reading.events("statement").isEmpty)
        let read = try reading.month.ask("show", reading.month.numbers[index], "--json", as: "1001").objects()[0]
        #expect(read["events"]?.elements.contains { $0["act"]?.plain == "statement" } == true)
        let subject = try reading.month.ask("show", reading.month.numbers[index], "--json", as: "1004")
        #expect(subject.status == 1)
        #expect(subject.output == "")
        let aboutHead = try #require(Self.plan.cases.firstIndex { $0.fate == .aboutHead })
        #expect(try reading.month.ask("show", reading.month.numbers[aboutHead], "--json", as: "1001").status == 1)
        let seen = try reading.month.ask("list", "--json", as: "1001").objects().compactMap { $0["number"]?.plain }
        #expect(seen.count == 300 && !seen.contains(reading.month.numbers[aboutHead]))
    }
}
