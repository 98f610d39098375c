import Testing

@testable import firstdesk

@Suite("firstdesk book, and the calendar behind it")
struct BookCommandTests {
    @Test("The close of a day of the book prints a seal that verify takes")
    func seal() throws {
        let desk = try CommandDesk()
        #expect(try desk.run("book", "open", as: "1002").output == "2026-11-20  under review\n")
        let entry = try desk.run(
            "book",
            "entry",
            "--page",
            "12",
            "--line",
            "3",
            "--written",
            "2026-11-19",
            "--text",
            "意见簿留言",
            "--contact",
            "13900000000",
            as: "1002"
        )
        #expect(entry.output == "0379-2611-001\n")
        let closed = try desk.run("book", "close", as: "1002")
        let seal = try #require(
            closed.output.wholeMatch(of: /2026-11-20  reviewed\nSeal for the paper file: (S-\d+(?:-[0-9A-Z]{4}){4})\n/)?.output.1
        )
        _ = try desk.log()
        let verified = try desk.run("verify", "--seal", String(seal), "--json").objects()[0]
        #expect(verified["ok"] == .truth(true) && verified["sealed"] == .truth(true))
        let days = try desk.run("book", "status", "--json", as: "1002").objects()
        #expect(days.first?["day"] == .text("2026-11-20"), "the desk was made on that day")
        #expect(days.first?["entries"] == .list([.text("0379-2611-001")]))
    }

    @Test("Near the end of the calendar's last year the desk warns, and beyond it")
    func calendarEnds() throws {
        let desk = try CommandDesk()
        try desk.folder.write("date,name\n2026-10-01,国庆节\n", to: "calendar.csv")
        let loaded = try desk.run("calendar", "load", desk.folder.path("calendar.csv"), as: "1001")
        #expect(loaded.errors == "1 days loaded; working days are known up to 2026-12-31.\n")
        try desk.folder.write("press 1\n", to: "keys")
        func screen(at time: String) throws -> String {
            let result = try desk.run(
                "--keys",
                desk.folder.path("keys"),
                "--screen",
                desk.folder.path("screen"),
                "--lang",
                "en",
                as: "1002",
                clock: .at(time)
            )
            #expect(result.status == 0, "\(result.errors)")
            return try SourceTree.text(of: desk.folder.path("screen"))
        }
        #expect(!(try screen(at: "2026-11-20T10:00:00+08:00").contains("alendar")))
        #expect(try screen(at: "2026-12-15T10:00:00+08:00").contains("alendar"))
        #expect(try screen(at: "2027-01-04T10:00:00+08:00").contains("alendar"))
    }
}
