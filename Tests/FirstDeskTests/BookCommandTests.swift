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
            closed.output.wholeMatch(of: /2026-11-20  reviewed\nSeal for the paper file: (S-\d+(?:-[0-9A-Z]{4}){7})\n/)?.output.1
        )
        _ = try desk.log()
        let verified = try desk.run("verify", "--seal", String(seal), "--json").objects()[0]
        #expect(verified["ok"] == .truth(true) && verified["sealed"] == .truth(true))
        let days = try desk.run("book", "status", "--json", as: "1002").objects()
        #expect(days.first?["day"] == .text("2026-11-20"), "the desk was made on that day")
        #expect(days.first?["entries"] == .list([.text("0379-2611-001")]))
    }

    @Test(
        "A calendar's file adds and replaces the dates that it names; what it does not name stays, is told, and is dropped only when that is said"
    )
    func calendarOthers() throws {
        let desk = try CommandDesk(at: "2026-09-01T09:00")
        func load(_ lines: String..., zh: Bool = false, drop: Bool = false) throws -> CommandResult {
            try desk.folder.write("date,is_off_day\n" + lines.map { "\($0)\n" }.joined(), to: "calendar.csv")
            let path = desk.folder.path("calendar.csv")
            let language = zh ? "zh" : "en"
            if drop { return try desk.run("calendar", "load", path, "--drop-others", "--lang", language, as: "1001") }
            return try desk.run("calendar", "load", path, "--lang", language, as: "1001")
        }
        #expect(try load("2026-10-01,1", "2026-10-02,1").errors == "2 days loaded; working days are known up to 2026-12-31.\n")
        desk.now = "2026-09-25T09:00"
        let stays =
            "2 days loaded; working days are known up to 2027-12-31. 2 days of 2026 that the file does not name stay.\n"
            + "If the file has all days of its years, --drop-others makes these ordinary days.\n"
        #expect(try load("2026-12-31,1", "2027-01-01,1").errors == stays)
        #expect(
            try load("2026-09-01,1", "2026-12-31,1", zh: true).errors
                == "已载入 1 天；工作日可推算至 2027-12-31。今日及以前的 1 天未采用：已过日期不变。文件未列的 2026 年 2 天保留。\n"
                + "文件如含该年全部日期，可用 --drop-others 删去这些日期。\n"
        )
        desk.now = "2026-10-09T09:00"
        let days = try desk.run("book", "status", as: "1002").lines
        #expect(days.filter { $0.hasSuffix("closed") }.map { $0.prefix(10) }.prefix(2) == ["2026-10-01", "2026-10-02"])
        let dropped = try load("2027-01-01,1", "2027-02-01,1", drop: true)
        #expect(dropped.errors == "2 days loaded; working days are known up to 2027-12-31.\n")
        #expect(
            try load("2027-02-02,1", drop: true).errors
                == "1 day loaded; working days are known up to 2027-12-31. 2 days of 2027 that the file does not name were dropped.\n"
        )
        #expect(try desk.run("verify").status == 0)
    }

    @Test("A day on which entries were written is corrected neither to one without entries nor to a closed one")
    func nilWithEntries() throws {
        let desk = try CommandDesk()
        _ = try desk.run("book", "open", as: "1002")
        _ = try desk.run("book", "entry", "--page", "1", "--line", "1", "--text", "x", as: "1002")
        _ = try desk.run("book", "close", as: "1002")
        for status in ["nil", "closed"] {
            let refused = try desk.run("book", "correct", "2026-11-20", "--status", status, "--reason", "x", as: "1001")
            #expect(
                refused.status == 1
                    && refused.errors
                        == "2026-11-20 has 1 entry in the comment book, so it can stand neither as a day without entries nor as closed.\n"
            )
        }
        #expect(try desk.run("book", "correct", "2026-11-20", "--status", "late", "--reason", "x", as: "1001").status == 0)
        // Nor does the calendar close it, by whichever review the entry was found.
        let closed = try desk.run("calendar", "correct", "2026-11-20", "--closed", "--reason", "x", as: "1001")
        #expect(closed.status == 1 && closed.errors.hasPrefix("2026-11-20 has 1 entry in the comment book"))
        _ = try desk.run(
            "log",
            "--channel",
            "comment-book",
            "--text",
            "y",
            "--received",
            "2026-11-19",
            "--page",
            "1",
            "--line",
            "2",
            as: "1002"
        )
        #expect(try desk.run("calendar", "correct", "2026-11-19", "--closed", "--reason", "x", as: "1001").status == 1)
    }

    @Test("The calendar and the book are corrected by commands, beside what stood before")
    func corrections() throws {
        let desk = try CommandDesk()
        let later = ProgramClock.at("2026-11-25T10:00:00+08:00")
        func status(_ day: String) throws -> String {
            try desk.run("book", "status", as: "1002", clock: later).lines.first { $0.hasPrefix(day) } ?? ""
        }
        #expect(try status("2026-11-23") == "2026-11-23  Mon  missed")
        // A holiday list that comes too late makes nothing closed that was missed.
        try desk.folder.write("date,name\n2026-11-23,x\n2026-11-27,x\n", to: "calendar.csv")
        let loaded = try desk.run("calendar", "load", desk.folder.path("calendar.csv"), as: "1001", clock: later)
        #expect(
            loaded.errors
                == "1 day loaded; working days are known up to 2026-12-31. 1 day up to today was passed over: the past stays as it is.\n"
        )
        #expect(try status("2026-11-23") == "2026-11-23  Mon  missed")
        let closed = try desk.run("calendar", "correct", "2026-11-23", "--closed", "--reason", "停电歇业", as: "1001", clock: later)
        #expect(closed.status == 0 && closed.errors == "The branch is closed on 2026-11-23.\n")
        #expect(try status("2026-11-23") == "2026-11-23  Mon  closed  (! closed, was open: \"停电歇业\")")
        let corrected = try desk.run("book", "correct", "2026-11-24", "--status", "late", "--reason", "系统故障", as: "1001", clock: later)
        #expect(corrected.status == 0 && corrected.output == "2026-11-24  late\n")
        #expect(try status("2026-11-24") == "2026-11-24  Tue  late  (! corrected, was missed: \"系统故障\")")
        let denied = try desk.run("book", "correct", "2026-11-24", "--status", "nil", "--reason", "x", as: "1002", clock: later)
        #expect(denied.errors == "Only the branch manager may correct what was: calendar, comment book, clock.\n")
        #expect(try desk.run("calendar", "correct", "2026-11-24", "--reason", "x", as: "1001", clock: later).status == 2)
        #expect(try desk.run("verify").status == 0)
    }

    @Test("Near the end of the calendar's last year the desk warns, and beyond it")
    func calendarEnds() throws {
        let desk = try CommandDesk()
        try desk.folder.write("date,name\n2026-10-01,国庆节\n", to: "calendar.csv")
        let loaded = try desk.run("calendar", "load", desk.folder.path("calendar.csv"), as: "1001")
        #expect(loaded.errors == "1 day loaded; working days are known up to 2026-12-31.\n")
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
