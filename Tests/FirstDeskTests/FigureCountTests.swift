import ComplaintRules
import DeskPapers
import DeskTestSupport
import Glibc
import Ledger
import TableFiles
import Testing

@testable import firstdesk

private let shell = "/usr/bin/sqlite3"
private let hasShell = access(shell, X_OK) == 0

/// Figures counted by a second way that shares nothing with the program's own: SQL in the `sqlite3` shell, over what `show --json` says of
/// every case, or over the file that was imported.
@Suite("Figures are what a plain count comes to", .enabled(if: hasShell, "sqlite3 is not installed"))
struct FigureCountTests {
    private static let complaints = "\(SourceTree.root)/../shared/data/cfpb_complaints.csv"
    private static let hasComplaints = access(complaints, R_OK) == 0

    /// The rows that a script of the folder `Counts` comes to, after what `setUp` says.
    private static func rows(of script: String, after setUp: String) throws -> [[String]] {
        let text = try SourceTree.text(of: "\(SourceTree.root)/Tests/FirstDeskTests/Counts/\(script).sql")
        // What the machine's user has set for the shell is none of a test's.
        let counted = try run(["-init", "/dev/null", "-bail", ":memory:"], input: setUp + text, timeout: .seconds(900), program: shell)
        guard counted.status == 0, counted.errors.isEmpty else { throw HarnessFailure("sqlite3: \(counted.errors)") }
        return counted.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test("Every measure by every axis, of a year, months, a week, a day and any two dates, on a demo's desk")
    func everyMeasure() throws {
        let (folder, records) = (try DeskFolder(), LongForm.isAskedFor ? 20_000 : 300)
        let zone = FixedZone(secondsFromUTC: 28_800)
        let now = zone.moment(of: LocalTime(day: try #require(Day(year: 2026, month: 11, day: 25)), secondOfDay: 10 * 3600 + 1800))
        let made = try SampleDesk.make(
            in: "\(folder.path)/desk",
            records: records,
            seed: 11,
            language: .chinese,
            role: .branchManager,
            timeZone: "Asia/Shanghai",
            now: now
        )
        folder.keep(made.ledger)
        let ledger = made.ledger
        ledger.clock = .standing(at: now)
        let rules = ledger.rules
        let head = try ledger.signIn(try #require(StaffNumber("1001")), passcode: SampleDesk.passcode).actor
        let periods = try ["2026", "2025-12", "2026-10", "2026-Q3", "2026-11", "2026-W46", "2026-11-19", "2026-08-15..2026-09-20"].map {
            try #require(FiguresPeriod($0))
        }
        let figures = try periods.map { period in
            let days = Figures.days(for: period)
            return try #require(
                Figures(of: period, from: try ledger.figureSource(from: days.first, to: days.last, by: head), under: rules, at: now)
            )
        }
        let columns = Set(figures.flatMap { [$0.now.period, $0.before.period, $0.yearBefore.period] })
        try writeCases(of: ledger, to: "\(folder.path)/cases.json", count: records)
        let expected = try FigureCountTests.values(
            """
            INSERT INTO line SELECT key, value -> 'case', value ->> 'about' FROM json_each(readfile('\(folder.path)/cases.json'));
            ATTACH '\(folder.path)/desk/firstdesk.db' AS desk;
            INSERT INTO book SELECT kind, at, CAST(content AS TEXT) ->> 'day' FROM desk.event WHERE kind LIKE 'book-%';
            DETACH desk;

            """,
            in: columns,
            until: now,
            under: rules
        )

        // A day of the comment book falls under no axis of cases.
        let measures = FigureMeasure.all.enumerated().filter { !$0.element.name.hasPrefix("book") }
        let days = FigureMeasure.all.enumerated().filter { $0.element.name.hasPrefix("book") }
        var bookDays = 0
        var (looked, filled) = (0, 0)
        for figures in figures {
            for column in [figures.now, figures.before, figures.yearBefore] {
                let counted = expected["\(FigureCountTests.days(column.period))\t\t"] ?? [:]
                for (place, measure) in measures + days {
                    let value = column.values[place]
                    #expect(value == counted[measure.name] ?? none(value), "\(FigureCountTests.days(column.period)) \(measure.name)")
                }
                bookDays += days.reduce(0) { $0 + column.values[$1.offset].count }
            }
            let period = FigureCountTests.days(figures.now.period)
            for axis in FigureAxis.all {
                var keys = Set(expected.keys.filter { $0.hasPrefix("\(period)\t\(axis.name)\t") })
                for row in try #require(figures.axis(axis.name)).rows {
                    let counted = expected["\(period)\t\(axis.name)\t\(row.key)"] ?? [:]
                    for (place, measure) in measures {
                        let value = try #require(row.values[place])
                        #expect(value == counted[measure.name] ?? none(value), "\(period) \(axis.name) \(row.key) \(measure.name)")
                        looked += 1
                    }
                    if row.count > 0 { filled += 1 }
                    keys.remove("\(period)\t\(axis.name)\t\(row.key)")
                }
                // No key is left out in which anything was received.
                let missing = keys.filter { expected[$0]?["received"] != .count(0) }
                #expect(missing == [], "\(period) \(axis.name)")
            }
        }
        // A comparison of nothing with nothing would prove nothing.
        #expect(looked > 10_000 && filled > 400 && bookDays > 500)
    }

    @Test(
        "Imported history by channel, business, reason and weekday, received, kept and broken",
        .enabled(if: hasComplaints, "the CFPB's sample is not beside the sources")
    )
    func history() throws {
        let desk = try CommandDesk(at: "2020-11-20T09:00:00+08:00")
        #expect(try desk.run("import", FigureCountTests.complaints, "--map", "cfpb", as: "1001").status == 0)
        let spans = ["2019": "2019-01-01", "2018": "2018-01-01", "2019-Q4": "2019-10-01", "2020-03": "2020-03-01"]
        let periods = try spans.keys.sorted().map { try #require(FiguresPeriod($0)) }
        let setUp =
            ".import --csv '\(FigureCountTests.complaints)' complaint\nCREATE TABLE span (name, first, last);\n"
            + periods.map { "INSERT INTO span VALUES ('\($0.text)', '\($0.first.iso)', '\($0.last.iso)');\n" }.joined()
        var expected: [String: [String]] = [:]
        for row in try FigureCountTests.rows(of: "cfpb", after: setUp) {
            expected[row[..<3].joined(separator: "\t")] = Array(row[3...])
        }
        var looked = 0
        for period in periods {
            let run = try desk.run("figures", "--period", period.text, "--format", "json", as: "1001")
            let json = try #require(try run.objects().first)
            for row in json["rows"]?.elements ?? [] {
                guard case .text(let axis)? = row["axis"], case .text(let key)? = row["key"], row["count"] != .number("0") else { continue }
                guard let counted = expected.removeValue(forKey: "\(period.text)\t\(axis)\t\(key)") else { continue }
                let told = ["received", "kept", "broken"].map { row["measures"]?[$0] }
                #expect(told == counted.map { .number($0) }, "\(period.text) \(axis) \(key)")
                looked += 1
            }
        }
        #expect(expected.keys.sorted() == [])
        #expect(looked > 400)
    }

    /// A period by its days: one that still runs has the name of the whole.
    private static func days(_ period: FiguresPeriod) -> String { "\(period.first.iso)..\(period.last.iso)" }

    /// What stands for a value where there is nothing to count.
    private func none(_ value: FigureValue) -> FigureValue {
        switch value {
        case .count: .count(0)
        case .ratio: .ratio(0, of: 0)
        case .time: .time(nil, of: 0)
        case .amount: .amount(0, of: 0)
        case .rate(let rate): .rate(rate.map { _ in 0 })
        }
    }

    /// Writes all cases of a desk as `show --json` tells them, each with the numbers of the staff whom it is about.
    private func writeCases(of ledger: Ledger, to path: String, count: Int) throws {
        // The auditor's view leaves out nothing.
        let auditor = Actor(try #require(ledger.rules.staff.all.first { $0.role == .auditor }))
        var text = "["
        let rows = try ledger.rows(RegisterQuery(.everything), limit: count + 1)
        #expect(rows.count == count)
        for (place, row) in rows.enumerated() {
            let stored = try ledger.open(row.number, by: auditor).stored
            let about = stored.state.intake.subjects.map(\.text).joined(separator: " ")
            text += place == 0 ? "" : ",\n"
            text += "{\"about\":\"\(about)\",\"case\":\(JSONValue.object(CaseJSON(ledger).whole(stored)).line)}"
        }
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        text += "]\n"
        #expect(fputs(text, file) >= 0)
    }

    /// What all measures come to, by span, axis and key, and by name.
    private static func values(
        _ lines: String,
        in spans: Set<FiguresPeriod>,
        until now: Moment,
        under rules: DeskRules
    ) throws -> [String: [String: FigureValue]] {
        func start(_ day: Day) -> Int64 { rules.zone.moment(of: LocalTime(day: day, secondOfDay: 0)).milliseconds }
        var setUp = """
            CREATE TABLE line (id INTEGER PRIMARY KEY, json, subjects);
            CREATE TABLE span (name, start, as_of);
            CREATE TABLE open (start, end);
            CREATE INDEX open_end ON open (end);
            CREATE TABLE working (day, close);
            CREATE INDEX working_day ON working (day);
            CREATE TABLE size (name, customers, outlets);
            CREATE TABLE book (kind, at, day);
            CREATE TABLE days (name, first, last, today);
            CREATE TABLE hall (day, is_open, close);

            """
        setUp += lines
        for span in spans {
            let end = min(start(span.last.adding(days: 1)), now.milliseconds + 1)
            setUp += "INSERT INTO span VALUES ('\(days(span))', \(start(span.first)), \(end));\n"
            let (customers, outlets) = (rules.size(.customers, on: span.last), rules.size(.outlets, on: span.last))
            func number(_ count: Int?) -> String { count.map { String($0) } ?? "NULL" }
            // From the founding on, up to the day of the last moment that counts.
            let today = rules.zone.day(at: Moment(milliseconds: end))
            let first = max(span.first, rules.founding ?? span.first)
            setUp += "INSERT INTO days VALUES ('\(days(span))', \(first.ordinal), \(min(span.last, today).ordinal), \(today.ordinal));\n"
            setUp += "INSERT INTO size VALUES ('\(days(span))', \(number(customers)), \(number(outlets)));\n"
        }
        let today = rules.zone.day(at: now)
        for day in (today.ordinal - 800...today.ordinal + 30).map(Day.init) where rules.calendar.isWorkingDay(day) {
            let close = rules.zone.moment(of: LocalTime(day: day, time: rules.hours.closing(on: day)))
            setUp += "INSERT INTO working VALUES ('\(day.iso)', \(close.milliseconds));\n"
        }
        for day in (today.ordinal - 800...today.ordinal).map(Day.init) {
            let close = rules.zone.moment(of: LocalTime(day: day, time: rules.hours.closing(on: day))).milliseconds
            setUp += "INSERT INTO hall VALUES (\(day.ordinal), \(rules.hours.isOpen(on: day) ? 1 : 0), \(close));\n"
            for span in rules.hours.spans(on: day) {
                let (from, to) = (rules.zone.moment(of: LocalTime(day: day, time: span.from)), LocalTime(day: day, time: span.to))
                setUp += "INSERT INTO open VALUES (\(from.milliseconds), \(rules.zone.moment(of: to).milliseconds));\n"
            }
        }
        var values: [String: [String: FigureValue]] = [:]
        for row in try rows(of: "figures", after: setUp) {
            let (count, of) = (Int(row[4]), Int(row[5]))
            let value: FigureValue =
                switch (row[3], count, of, Int64(row[6])) {
                case ("claimed", _, let of?, let sum?), ("promised", _, let of?, let sum?), ("paid", _, let of?, let sum?),
                    ("paidUpheld", _, let of?, let sum?), ("paidGoodwill", _, let of?, let sum?):
                    .amount(sum, of: of)
                case (_, nil, nil, let rate?): .rate(rate)
                case (_, nil, let of?, let time?): .time(time, of: of)
                case (_, let count?, let of?, nil): .ratio(count, of: of)
                case (_, let count?, nil, nil): .count(count)
                default: throw HarnessFailure("a row of the count: \(row)")
                }
            values[row[..<3].joined(separator: "\t"), default: [:]][row[3]] = value
        }
        return values
    }
}
