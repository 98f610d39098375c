import Testing

@testable import ComplaintRules

@Suite("Days")
struct DayTests {
    @Test(
        "a day is counted from 1 January 1970",
        arguments: [
            (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2026, 11, 22, 20_779), (1900, 1, 1, -25_567),
            (1600, 1, 1, -135_140),
        ]
    )
    func ordinals(year: Int, month: Int, day: Int, ordinal: Int) throws {
        let made = try #require(Day(year: year, month: month, day: day))
        #expect(made.ordinal == ordinal)
        #expect(made.year == year)
        #expect(made.month == month)
        #expect(made.dayOfMonth == day)
    }

    @Test(
        "the calendar has a 29 February every four years, not in 1900 and 2100",
        arguments: [(1900, false), (1904, true), (2000, true), (2023, false), (2024, true), (2026, false), (2100, false)]
    )
    func leapYears(year: Int, isLeap: Bool) {
        #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect(Day(year: year, month: 2, day: 28)?.adding(days: 1).month == (isLeap ? 2 : 3))
    }

    @Test("every day from 1900 to 2100 is the day after the one before, and reads back from what it prints")
    func roundTrip() {
        // Months by the school rhyme, so that nothing here follows the formula under test.
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var ordinal = -25_567
        // 1 January 1900 was a Monday.
        var weekday = 0
        var faults: [String] = []
        for year in 1900...2100 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for month in 1...12 {
                for dayOfMonth in 1...(month == 2 && isLeap ? 29 : lengths[month - 1]) {
                    let day = Day(ordinal: ordinal)
                    let isRight =
                        Day(year: year, month: month, day: dayOfMonth) == day && day.year == year && day.month == month
                        && day.dayOfMonth == dayOfMonth && day.weekday.rawValue == weekday && Day(day.iso) == day
                    if !isRight { faults.append("\(year)-\(month)-\(dayOfMonth)") }
                    ordinal += 1
                    weekday = (weekday + 1) % 7
                }
            }
        }
        #expect(faults.isEmpty)
        #expect(Day(ordinal: ordinal).iso == "2101-01-01")
    }

    @Test(
        "a day is read with hyphens or slashes, and without the zeros that spreadsheets drop",
        arguments: [
            ("2026-11-22", "2026-11-22"), ("2019/4/10", "2019-04-10"), ("2019-4-1", "2019-04-01"), ("2019/04/01", "2019-04-01"),
            ("2024-02-29", "2024-02-29"), ("0999-01-01", "0999-01-01"), (" 2026-11-22 ", "2026-11-22"), ("２０２６－11-22", "2026-11-22"),
        ]
    )
    func reads(text: String, iso: String) {
        #expect(Day(text)?.iso == iso)
    }

    @Test(
        "what is no day is not read as one",
        arguments: [
            "", "-", "2026", "2026-11", "2026-11-", "2026-11-31", "2026-02-29", "2026-00-10", "2026-13-01", "2026-11-00", "26-11-22",
            "22-11-2026", "2026/11-22", "2026-11-22-01", "2026--22", "2026-11月22日",
            "2026年11月22",
            "0000-01-01",
            "+026-11-22", "2026-+1-22", "2026-99999999999999999999-22",
        ]
    )
    func broken(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("a month or a day of three digits is no date", arguments: ["2026-011-22", "2026-11-022", "2026/0004/10"])
    func tooManyDigits(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("days are ordered as they follow each other")
    func order() throws {
        let last = try #require(Day("2025-12-31"))
        let first = try #require(Day("2026-01-01"))
        #expect(last < first)
        #expect(last.adding(days: 1) == first)
        #expect(first.adding(days: -1) == last)
        #expect(first.adding(days: 365).iso == "2027-01-01")
    }

    @Test("Sunday 22 November 2026 and its week")
    func weekdays() throws {
        let sunday = try #require(Day("2026-11-22"))
        #expect(sunday.weekday == .sunday)
        #expect(sunday.adding(days: 1).weekday == .monday)
        #expect(Day(ordinal: 0).weekday == .thursday)
        #expect(Day(ordinal: -1).weekday == .wednesday)
        #expect(Day(ordinal: -8).weekday == .wednesday)
    }
}
