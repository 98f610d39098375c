import Glibc
import Testing

@testable import ComplaintRules

/// The public days off and make-up working days of mainland China in 2026, written once more by hand.
private let free2026: Set<String> = [
    "2026-01-01", "2026-01-02", "2026-01-03", "2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
    "2026-02-21", "2026-02-22", "2026-02-23", "2026-04-04", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-02", "2026-05-03",
    "2026-05-04", "2026-05-05", "2026-06-19", "2026-06-20", "2026-06-21", "2026-09-25", "2026-09-26", "2026-09-27", "2026-10-01",
    "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07",
]
private let worked2026: Set<String> = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]

/// The rule of the file: a date in it is as it says; any other date is worked Monday to Friday and free on Saturday and Sunday. The
/// weekday is counted from 1 January 2020, a Wednesday.
private struct DayList {
    var free: Set<String>
    var worked: Set<String>

    func isWorked(_ text: String, daysSinceStartOf2020 days: Int) -> Bool {
        if free.contains(text) { return false }
        return worked.contains(text) || ![3, 4].contains(days % 7)
    }

    /// What a calendar says otherwise of a day of 2020 to 2026, or of a number of working days after it.
    func faults(of calendar: WorkCalendar) throws -> [String] {
        let first = try #require(Day("2020-01-01"))
        let days = (0..<2557).map { first.adding(days: $0) }
        let isWorked = days.enumerated().map { self.isWorked($0.element.iso, daysSinceStartOf2020: $0.offset) }
        var found: [String] = []
        for (index, day) in days.enumerated() {
            if calendar.isWorkingDay(day) != isWorked[index] { found.append("\(day.iso) worked: \(!isWorked[index])") }
            for count in [1, 2, 3, 7, 15] {
                var (left, next) = (count, index)
                while left > 0, next + 1 < days.count {
                    next += 1
                    if isWorked[next] { left -= 1 }
                }
                // The last days of 2026 have their working days in 2027.
                if left > 0 { continue }
                let counted = calendar.day(count, workingDaysAfter: day)
                if counted != days[next] { found.append("\(count) working days after \(day.iso): \(counted.iso), not \(days[next].iso)") }
            }
        }
        return found
    }
}

/// The lines of a file in `$FIRSTDESK_DATA` or in `shared/data` beside the checkout, split at commas; nil where the data is not there.
func dataFile(_ name: String) -> (header: [String], rows: [(line: Int, fields: [String])])? {
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let folders = [getenv("FIRSTDESK_DATA").map { String(cString: $0) }, "\(here)/../shared/data"].compactMap { $0 }
    guard let file = folders.lazy.compactMap({ fopen("\($0)/\(name)", "r") }).first else { return nil }
    defer { fclose(file) }
    var rows: [(line: Int, fields: [String])] = []
    var buffer = [CChar](repeating: 0, count: 4096)
    while fgets(&buffer, 4096, file) != nil {
        let bytes = buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        rows.append((rows.count + 1, fields))
    }
    return rows.isEmpty ? nil : (rows[0].fields, Array(rows.dropFirst()))
}

@Suite("The calendar of working days")
struct CalendarTests {
    private static let header = ["date", "weekday", "is_off_day", "name_zh", "name_en", "in_lieu_day"]

    private static func china2026() throws -> WorkCalendar {
        let rows = (free2026.map { ($0, "true") } + worked2026.map { ($0, "false") }).enumerated().map { index, row in
            (line: index + 2, fields: [row.0, "", row.1, "节", "Holiday", "false"])
        }
        return try WorkCalendar(header: header, rows: rows)
    }

    @Test("every day of 2020 to 2026, and working days from each, with the holidays and make-up days of 2026")
    func everyDay() throws {
        #expect(free2026.count == 33 && worked2026.count == 6)
        #expect(try DayList(free: free2026, worked: worked2026).faults(of: CalendarTests.china2026()) == [])
        #expect(try DayList(free: [], worked: []).faults(of: .plain) == [])
    }

    @Test("the whole file of 2020 to 2026, where it is at hand", .enabled(if: dataFile("holidays_cn_2020_2026.csv") != nil))
    func wholeFile() throws {
        let (header, rows) = try #require(dataFile("holidays_cn_2020_2026.csv"))
        let calendar = try WorkCalendar(header: header, rows: rows)
        let free = Set(rows.filter { $0.fields[2] == "true" }.map { $0.fields[0] })
        let worked = Set(rows.filter { $0.fields[2] == "false" }.map { $0.fields[0] })
        #expect(free.filter { $0.hasPrefix("2026") } == free2026)
        #expect(worked.filter { $0.hasPrefix("2026") } == worked2026)
        #expect(free.count == 208 && worked.count == 47)
        #expect(try DayList(free: free, worked: worked).faults(of: calendar) == [])
        #expect(calendar.lastKnownDay?.iso == "2026-12-31")
    }

    @Test("the British file: each nation has its own holidays", .enabled(if: dataFile("holidays_gb_2015_2027.csv") != nil))
    func british() throws {
        let (header, rows) = try #require(dataFile("holidays_gb_2015_2027.csv"))
        let england = try WorkCalendar(header: header, rows: rows, nation: "England")
        let scotland = try WorkCalendar(header: header, rows: rows, nation: "Scotland")
        for (text, isFree, isFreeInScotland) in [
            ("2026-01-02", false, true), ("2026-04-06", true, false), ("2026-03-17", false, false), ("2026-12-28", true, true),
            ("2026-11-30", false, true), ("2026-03-18", false, false), ("2022-09-19", true, true),
        ] {
            let day = try #require(Day(text))
            #expect(england.isWorkingDay(day) != isFree)
            #expect(scotland.isWorkingDay(day) != isFreeInScotland)
        }
        #expect(england.lastKnownDay?.iso == "2027-12-31")
    }

    @Test("the file of the United States", .enabled(if: dataFile("holidays_us_federal_2015_2027.csv") != nil))
    func american() throws {
        let (header, rows) = try #require(dataFile("holidays_us_federal_2015_2027.csv"))
        let calendar = try WorkCalendar(header: header, rows: rows)
        #expect(calendar.exceptions.allSatisfy { $0.isOff })
        for (text, isFree) in [("2026-07-03", true), ("2026-06-19", true), ("2020-06-19", false), ("2026-07-06", false)] {
            #expect(calendar.isWorkingDay(try #require(Day(text))) != isFree)
        }
    }

    @Test(
        "working days jump the holidays and take in the make-up days",
        arguments: [
            // The Saturday before the Spring Festival is worked; the nine days after it are not.
            ("2026-02-13", 1, "2026-02-14"), ("2026-02-13", 2, "2026-02-24"), ("2026-02-24", 4, "2026-02-28"),
            // The National Day, and its make-up Saturday.
            ("2026-09-30", 1, "2026-10-08"), ("2026-09-30", 3, "2026-10-10"), ("2026-09-30", 4, "2026-10-12"),
            ("2026-10-03", 1, "2026-10-08"), ("2026-11-20", 7, "2026-12-01"),
        ]
    )
    func counting(day: String, count: Int, expected: String) throws {
        let day = try #require(Day(day))
        #expect(try CalendarTests.china2026().day(count, workingDaysAfter: day).iso == expected)
    }

    @Test("a plain list of holidays has a date and a name; each of them is free")
    func plainList() throws {
        let calendar = try WorkCalendar(
            header: ["Date", "Name"],
            rows: [(2, ["2026-07-03", "Independence Day (observed)"]), (3, ["2026-12-25", "Christmas Day"])]
        )
        #expect(calendar.exceptions.map(\.name) == ["Independence Day (observed)", "Christmas Day"])
        #expect(calendar.exceptions.allSatisfy { $0.isOff })
        #expect(!calendar.isWorkingDay(try #require(Day("2026-12-25"))))
        #expect(calendar.exception(on: try #require(Day("2026-12-26"))) == nil)
        #expect(calendar.lastKnownDay?.iso == "2026-12-31")
        #expect(WorkCalendar.plain.lastKnownDay == nil)
    }

    @Test("of a list for several nations only the one that is named counts; a day of several is a day of each")
    func nations() throws {
        let header = ["date", "weekday", "nation", "name"]
        let rows: [(line: Int, fields: [String])] = [
            (2, ["2026-01-02", "Fri", "Scotland", "New Year Holiday"]), (3, ["2026-04-03", "Fri", "England", "Good Friday"]),
            (4, ["2026-04-03", "Fri", "Scotland", "Good Friday"]), (5, ["2026-04-06", "Mon", "England", "Easter Monday"]),
        ]
        let scotland = try WorkCalendar(header: header, rows: rows, nation: "Scotland")
        #expect(scotland.exceptions.map(\.day.iso) == ["2026-01-02", "2026-04-03"])
    }

    @Test("a calendar that is wrong is refused, and says where")
    func faults() {
        func fault(_ rows: [[String]], header: [String] = ["date", "weekday", "is_off_day", "name_zh"]) -> CalendarFault? {
            do throws(CalendarFault) {
                _ = try WorkCalendar(header: header, rows: rows.enumerated().map { (line: $0.offset + 2, fields: $0.element) })
                return nil
            } catch {
                return error
            }
        }
        let good = ["2026-10-01", "Thu", "true", "国庆节"]
        #expect(fault([good]) == nil)
        #expect(fault([["2026-10-01", "周四", "true", "国庆节"]]) == nil)
        #expect(fault([good], header: ["day", "weekday", "is_off_day", "name_zh"]) == .noDateColumn)
        #expect(fault([]) == .empty)
        #expect(fault([good, ["2026-10-32", "", "true", ""]]) == .badDate(line: 3))
        #expect(fault([good, ["2026-02-29", "", "true", ""]]) == .badDate(line: 3))
        #expect(fault([good, []]) == .badDate(line: 3))
        #expect(fault([good, ["2026-10-02", "Thu", "true", ""]]) == .wrongWeekday(line: 3))
        #expect(fault([good, ["2026-10-02", "Fri", "perhaps", ""]]) == .badFlag(line: 3))
        #expect(fault([good, ["2026-10-02", "Fri"]]) == .badFlag(line: 3))
        #expect(fault([good, ["2026-10-01", "Thu", "false", ""]]) == .contradiction(Day(ordinal: 20_727)))
        #expect(fault([good, good]) == nil)
        #expect(fault([good, ["2024-10-01", "Tue", "true", ""]]) == .hole(year: 2025))
    }

    @Test("each fault of a calendar has its sentence")
    func sentences() {
        let spoken: [(CalendarFault, String, String)] = [
            (.noDateColumn, "The calendar has no column \"date\".", "日历缺少 date 列。"),
            (.badDate(line: 3), "Line 3: this is not a date; write it as 2026-11-22.", "第 3 行：日期有误，应写成 2026-11-22。"),
            (.wrongWeekday(line: 3), "Line 3: the weekday does not match the date.", "第 3 行：星期与日期不符。"),
            (.badFlag(line: 3), "Line 3: is_off_day must be true or false.", "第 3 行：is_off_day 应为 true 或 false。"),
            (
                .contradiction(Day(ordinal: 20_727)), "2026-10-01 is a day off in one row and a working day in another.",
                "2026-10-01 既标为放假又标为上班。"
            ),
            (.hole(year: 2025), "The calendar has no days for 2025, though it has the years before and after.", "日历缺少 2025 年的日期。"),
            (.empty, "The calendar has no rows.", "日历没有内容。"),
        ]
        for (fault, english, chinese) in spoken { #expect(fault.sentence == Phrase(en: english, zh: chinese)) }
    }

    @Test("limits of a case: working days follow the calendar, natural days that end on a closed day stay there")
    func limits() throws {
        var desk = Desk.rules
        desk.calendar = try CalendarTests.china2026()
        let life = try Life(at: "2026-09-29 10:00", desk: desk).after(.extensionAsked, by: Desk.complaints)
            .after(.grantExtension, by: Desk.manager)
        #expect(life.due(.reply) == "2026-10-02 17:00")
        #expect(life.due(.complex) == "2026-10-14 17:00")
        #expect(desk.hours.lastOpening(upTo: try #require(Day("2026-10-02"))).iso == "2026-09-30")
        #expect(desk.hours.lastOpening(upTo: try #require(Day("2026-10-10"))).iso == "2026-10-10")
        let answered = try Life(at: "2026-09-30 10:00", desk: desk).after(.answered, by: Desk.clerk)
        #expect(answered.due(.signature) == "2026-10-08 17:00")
        // The hour of opening time of what is logged at closing ends on the first morning after the holidays.
        #expect(try Life(at: "2026-09-30 16:30", desk: desk).due(.passOn) == "2026-10-08 09:30")
    }
}

@Suite("Opening hours")
struct OpeningHoursTests {
    private func hours(
        _ opening: String = "09:00",
        _ closing: String = "17:00",
        weekdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]
    ) throws -> OpeningHours {
        OpeningHours(
            opening: try #require(TimeOfDay(opening)),
            closing: try #require(TimeOfDay(closing)),
            weekdays: weekdays,
            calendar: try WorkCalendar([
                .init(day: try #require(Day("2026-12-25")), isOff: true, name: "Christmas Day"),
                .init(day: try #require(Day("2026-12-26")), isOff: false, name: "make-up day"),
            ])
        )
    }

    @Test(
        "minutes run while the branch is open: across closing time, weekends and holidays",
        arguments: [
            ("2026-11-20 10:00", 60, "2026-11-20T11:00:00+08:00"), ("2026-11-20 08:00", 60, "2026-11-20T10:00:00+08:00"),
            ("2026-11-20 16:00", 60, "2026-11-20T17:00:00+08:00"), ("2026-11-20 16:01", 60, "2026-11-23T09:01:00+08:00"),
            ("2026-11-20 17:00", 60, "2026-11-23T10:00:00+08:00"), ("2026-11-20 23:59", 60, "2026-11-23T10:00:00+08:00"),
            ("2026-11-21 12:00", 60, "2026-11-23T10:00:00+08:00"), ("2026-11-19 16:30", 120, "2026-11-20T10:30:00+08:00"),
            ("2026-11-19 10:00", 1000, "2026-11-23T10:40:00+08:00"), ("2026-12-24 16:30", 60, "2026-12-26T09:30:00+08:00"),
        ]
    )
    func minutes(start: String, count: Int, end: String) throws {
        let moment = try hours().moment(afterMinutes: count, from: Desk.at(start), in: Desk.zone)
        #expect(Desk.zone.iso(moment) == end)
    }

    @Test("the hour that summer time skips is no opening time, and the one that it repeats is counted twice")
    func summerTime() throws {
        let zone = MadeSummerZone()
        let early = try hours("01:00", "05:00", weekdays: Set(Weekday.allCases))
        func end(_ start: String, _ minutes: Int) -> String {
            zone.iso(early.moment(afterMinutes: minutes, from: Desk.at(start, in: zone), in: zone))
        }
        #expect(end("2026-03-29 01:00", 60) == "2026-03-29T03:00:00+02:00")
        #expect(end("2026-03-29 01:00", 150) == "2026-03-29T04:30:00+02:00")
        #expect(end("2026-03-29 01:00", 181) == "2026-03-30T01:01:00+02:00")
        #expect(end("2026-10-25 01:00", 90) == "2026-10-25T02:30:00+02:00")
        #expect(end("2026-10-25 01:00", 270) == "2026-10-25T04:30:00+01:00")
        #expect(end("2026-10-25 01:00", 301) == "2026-10-26T01:01:00+01:00")
        #expect(end("2026-03-28 04:30", 60) == "2026-03-29T01:30:00+01:00")
    }

    @Test("closed on holidays whatever the weekday, open on make-up days whatever the weekday")
    func open() throws {
        let hours = try hours()
        for (text, isOpen) in [("2026-12-24", true), ("2026-12-25", false), ("2026-12-26", true), ("2026-12-27", false)] {
            #expect(hours.isOpen(on: try #require(Day(text))) == isOpen)
        }
        #expect(hours.lastOpening(upTo: try #require(Day("2026-12-27"))).iso == "2026-12-26")
        #expect(hours.lastOpening(upTo: try #require(Day("2026-11-22"))).iso == "2026-11-20")
    }

    @Test("the branch sets its weekdays; a branch that is open on Sundays counts them")
    func weekdays() throws {
        var desk = Desk.rules
        desk.settings.openWeekdays = [5, 6]
        #expect(try Life(at: "2026-11-20 10:00", desk: desk).due(.passOn) == "2026-11-21 10:00")
        #expect(try Life(at: "2026-11-21 16:30", desk: desk).due(.passOn) == "2026-11-22 09:30")
    }

    @Test("where the branch never opens, the limit runs by the wall clock")
    func never() throws {
        let moment = try hours(weekdays: []).moment(afterMinutes: 60, from: Desk.at("2027-01-04 10:00"), in: Desk.zone)
        #expect(Desk.zone.iso(moment) == "2027-01-04T11:00:00+08:00")
        let shut = try hours("09:00", "09:00").moment(afterMinutes: 60, from: Desk.at("2026-11-20 10:00"), in: Desk.zone)
        #expect(Desk.zone.iso(shut) == "2026-11-20T11:00:00+08:00")
    }
}
