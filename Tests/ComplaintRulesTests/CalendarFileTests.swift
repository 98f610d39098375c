import Testing

@testable import ComplaintRules

@Suite("Working days by the calendar of China")
struct CalendarFileTests {
    private func china() throws -> WorkCalendar {
        let (header, rows) = try #require(dataFile("holidays_cn_2020_2026.csv"))
        return try WorkCalendar(header: header, rows: rows)
    }

    @Test(
        "1, 3 and 7 working days around National Day 2023 and Spring Festival 2024, whose make-up days are Sundays too",
        .enabled(if: dataFile("holidays_cn_2020_2026.csv") != nil, "the holiday files are not beside the checkout"),
        arguments: [
            ("2023-09-27", "2023-09-28", "2023-10-08", "2023-10-12"), ("2023-09-28", "2023-10-07", "2023-10-09", "2023-10-13"),
            ("2023-10-01", "2023-10-07", "2023-10-09", "2023-10-13"), ("2023-10-06", "2023-10-07", "2023-10-09", "2023-10-13"),
            ("2023-10-07", "2023-10-08", "2023-10-10", "2023-10-16"), ("2024-02-02", "2024-02-04", "2024-02-06", "2024-02-18"),
            ("2024-02-09", "2024-02-18", "2024-02-20", "2024-02-26"), ("2024-02-17", "2024-02-18", "2024-02-20", "2024-02-26"),
            ("2024-02-18", "2024-02-19", "2024-02-21", "2024-02-27"),
        ]
    )
    func literal(start: String, one: String, three: String, seven: String) throws {
        let calendar = try china()
        let day = try #require(Day(start))
        #expect([1, 3, 7].map { calendar.day($0, workingDaysAfter: day).iso } == [one, three, seven])
    }

    @Test(
        "a case's limit in working days ends at closing time on the day that a plain count of the file gives, for every day of 2020 to 2026",
        .enabled(if: dataFile("holidays_cn_2020_2026.csv") != nil, "the holiday files are not beside the checkout")
    )
    func everyDay() throws {
        let (_, rows) = try #require(dataFile("holidays_cn_2020_2026.csv"))
        let isOff = Dictionary(rows.map { ($0.fields[0], $0.fields[2] == "true") }, uniquingKeysWith: { first, _ in first })
        var desk = Desk.rules
        desk.calendar = try china()
        var found: [String] = []
        let first = try #require(Day("2020-01-01"))
        for number in 0..<2557 {
            let day = first.adding(days: number)
            let logged = desk.zone.moment(of: LocalTime(day: day, secondOfDay: 36_000))
            for count in [1, 3, 7] {
                // The last days of 2026 have their working days in a year that the file does not know.
                var (left, end) = (count, day)
                while left > 0 {
                    end = end.adding(days: 1)
                    // 1 January 2020 was a Wednesday.
                    let isWeekend = [3, 4].contains((end.ordinal - first.ordinal) % 7)
                    if !(isOff[end.iso] ?? isWeekend) { left -= 1 }
                }
                let due = desk.zone.localTime(at: desk.due(.workingDays(count), from: logged)).time
                if due != LocalTime(day: end, secondOfDay: 61_200) {
                    found.append("\(count) from \(day.iso): \(due.day.iso), not \(end.iso)")
                }
            }
        }
        #expect(found == [])
    }

    @Test(
        "Names of columns and weekdays are taken in any form; a column that could turn a day round is refused",
        arguments: [
            (["date", "isOffDay", "name"], ["2026-10-01", "TRUE", "国庆节"], nil),
            (["Date", "Is Off Day", "weekday"], ["2026-10-01", "1", "星期四"], nil),
            (["date", "weekday", "name_en"], ["2026-10-01", "jeudi", "x"], nil), (["date", "remark"], ["2026-10-01", "off"], nil),
            (["date", "街道"], ["2026-10-01", "长安街"], nil),
            (["date", "workday"], ["2026-10-01", "true"], CalendarFault.unknownColumn("workday")),
            (["date", "类型"], ["2026-10-01", "上班"], .unknownColumn("类型")),
            (["date", "weekday"], ["2026-10-01", "Fri"], .wrongWeekday(line: 2)),
            (["date", "isOffDay"], ["2026-10-01", ""], .badFlag(line: 2)), (["day"], ["2026-10-01"], .noDateColumn),
        ]
    )
    func columns(header: [String], row: [String], fault: CalendarFault?) throws {
        do throws(CalendarFault) {
            let calendar = try WorkCalendar(header: header, rows: [(2, row)])
            #expect(fault == nil && calendar.exceptions.map(\.isOff) == [true])
        } catch {
            #expect(error == fault)
        }
    }

    @Test("A weekday's name in a language that nobody knows has to be the same in each row")
    func foreignWeekdays() throws {
        let header = ["date", "weekday"]
        let rows = [(2, ["2026-10-01", "Donnerstag"]), (3, ["2026-10-02", "Freitag"]), (4, ["2026-10-08", "Donnerstag"])]
        #expect(try WorkCalendar(header: header, rows: rows).exceptions.count == 3)
        #expect(throws: CalendarFault.wrongWeekday(line: 5)) {
            try WorkCalendar(header: header, rows: rows + [(5, ["2026-10-09", "Donnerstag"])])
        }
    }

    @Test("A file of another year leaves the years that it does not name as they are; a year between them may not be missing")
    func nextYear() throws {
        let days = try ["2026-10-01", "2027-01-01", "2027-02-01", "2029-01-01"].map { try #require(Day($0)) }
        func calendar(_ days: Day..., isOff: Bool = true) throws -> WorkCalendar {
            try WorkCalendar(days.map { .init(day: $0, isOff: isOff, name: "x") })
        }
        let both = try calendar(days[0], days[1]).taking(calendar(days[2], isOff: false), droppingOthers: true)
        #expect(days.map(both.exception) == [true, nil, false, nil])
        #expect(throws: CalendarFault.hole(year: 2028)) { try both.taking(calendar(days[3])) }
    }

    @Test("beyond 31 December of its last year the calendar warns that working days are a guess")
    func warning() throws {
        let calendar = try WorkCalendar([.init(day: try #require(Day("2026-10-01")), isOff: true, name: "国庆节")])
        #expect(calendar.warning(on: try #require(Day("2026-12-31"))) == nil)
        #expect(
            calendar.warning(on: try #require(Day("2027-01-01")))
                == Phrase(
                    en: "The calendar ends on 2026-12-31: working days after that are only estimated. Load the next year.",
                    zh: "日历止于 2026-12-31，其后的工作日仅为推算，请载入新一年的日历。"
                )
        )
        #expect(WorkCalendar.plain.warning(on: try #require(Day("2030-01-01"))) == nil)
    }
}
