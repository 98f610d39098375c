import Testing

@testable import ComplaintRules

@Suite("A calendar of several nations")
struct CalendarNationTests {
    private let header = ["date", "weekday", "nation", "name"]
    private let rows: [(line: Int, fields: [String])] = [
        (2, ["2026-01-01", "Thu", "England", "New Year's Day"]), (3, ["2026-01-02", "Fri", "Scotland", "2nd January"]),
    ]

    @Test("one has to be chosen: a branch in England works on the 2nd of January")
    func chosen() throws {
        #expect(throws: CalendarFault.severalNations(["England", "Scotland"])) { try WorkCalendar(header: header, rows: rows) }
        let england = try WorkCalendar(header: header, rows: rows, nation: "England")
        #expect(england.isWorkingDay(try #require(Day("2026-01-02"))))
        #expect(!england.isWorkingDay(try #require(Day("2026-01-01"))))
    }

    @Test("a nation that the file lacks is refused, and those that it has are named")
    func unknown() {
        let fault = #expect(throws: CalendarFault.self) { try WorkCalendar(header: header, rows: rows, nation: "France") }
        #expect(fault == .noSuchNation("France", known: ["England", "Scotland"]))
        #expect(fault?.sentence.english == "The file has no day of \"France\". It has: England, Scotland.")
        #expect(fault?.sentence.chinese == "文件中没有“France”的日期，只有：England、Scotland。")
    }

    @Test("where there is one only, it need not be named")
    func single() throws {
        #expect(try WorkCalendar(header: header, rows: [rows[1]]).exceptions.map(\.name) == ["2nd January"])
    }
}
