import Testing

@testable import firstdesk

/// What the screens tell is told by command as well (4-commands, the first sentence): how pressing a clock is, that the computer's clock is odd,
/// that the calendar ends, and what happened in the words of the reader.
@Suite("What screens tell, by command")
struct ToldByCommandTests {
    /// A case received on Friday at nine whose reply is due on Monday at five: 80 hours.
    private func handedOver(at time: String) throws -> (desk: CommandDesk, number: String) {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管", "--hand-over-to", "1002")
        for (act, fields) in [("accept", "{}"), ("note", #"{"text":"已联系。"}"#)] {
            #expect(try desk.run("act", number, act, "--json", fields, as: "1002").status == 0)
        }
        desk.now = time
        return (desk, number)
    }

    @Test(
        "from half of the limit on a clock has a sign, from 80 % on other words, as on the screens: list, show, JSON and due",
        arguments: [
            ("2026-11-20T12:00:00+08:00", "   ", "3 d 5 h left", "none", ""),
            ("2026-11-22T08:00:00+08:00", "-  ", "1 d 9 h left", "soon", "1 due soon (0 past 80 % of the limit)"),
            ("2026-11-23T10:00:00+08:00", "-  ", "only 7 h", "very-soon", "1 due soon (1 past 80 % of the limit)"),
            ("2026-11-23T18:00:00+08:00", "!  ", "overdue 1 h", "overdue", ""),
        ]
    )
    func urgency(time: String, sign: String, words: String, code: String, counts: String) throws {
        let (desk, number) = try handedOver(at: time)
        let row = try #require(try desk.run("list", as: "1002").lines.last)
        // Where no row has a sign, none has room for one.
        #expect(code == "none" ? row.drop { $0 == " " }.hasPrefix(number) : row.hasPrefix(sign + number))
        #expect(row.hasSuffix(words))
        let shown = try desk.run("show", number, as: "1002").lines
        #expect(shown.contains { $0.hasPrefix(sign.dropLast() + "reply  due 23 Nov 2026 17:00  \(words)") })
        #expect(try desk.run("list", "--json", as: "1002").objects()[0]["nearest"]?["urgency"] == .text(code))
        let clocks = try desk.run("show", number, "--json", as: "1002").objects()[0]["clocks"]?.elements ?? []
        #expect(clocks.first { $0["rule"] == .text("reply") }?["urgency"] == .text(code))
        #expect(clocks.first { $0["rule"] == .text("pass-on") }?["urgency"] == .text("none"))
        #expect(try desk.run("due").output.contains("due soon") == !counts.isEmpty)
        if !counts.isEmpty { #expect(try desk.run("due").output.contains(counts)) }
        let chinese = ["none": "剩 3 天 5 小时", "soon": "剩 1 天 9 小时", "very-soon": "仅剩 7 小时", "overdue": "逾期 1 小时"]
        #expect(try desk.run("list", "--lang", "zh", as: "1002").lines.last?.hasSuffix(chinese[code] ?? "?") == true)
    }

    @Test("due counts in JSON what is past half and past 80 % of its limit")
    func dueJSON() throws {
        let (desk, _) = try handedOver(at: "2026-11-23T10:00:00+08:00")
        let due = try desk.run("due", "--json").objects()[0]
        #expect(due["dueSoon"]?.line == "1")
        #expect(due["dueVerySoon"]?.line == "1" && due["overdue"]?.line == "0")
        #expect(try desk.run("due", "--lang", "zh").output.contains("即将到期 1（过八成 1）"))
    }

    @Test("a clock that stands behind, if by seconds, or comes long after the last act, is said to whoever acts and by due")
    func oddClock() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        _ = try desk.log()
        for (time, english, chinese) in [
            ("2026-11-20T08:59:57+08:00", "The computer's clock is 3 s behind", "电脑时钟慢 3 秒"),
            ("2026-11-18T09:00:00+08:00", "The computer's clock is 2 d behind", "电脑时钟慢 2 天"),
            (
                "2029-11-03T11:06:00+08:00",
                "The computer's clock is 1079 d after the latest act on this desk, which was on 2026-11-20 at 09:00.",
                "电脑时钟距本网点系统最近一次操作（2026-11-20 09:00）已 1079 天。"
            ),
        ] {
            desk.now = time
            #expect(try desk.run("list", as: "1003").errors.contains(english))
            #expect(try desk.run("due").errors.contains(english))
            #expect(try desk.run("due", "--lang", "zh").errors.contains(chinese))
        }
        desk.now = "2026-11-21T09:00:00+08:00"
        #expect(try desk.run("due").errors == "" && desk.run("list", as: "1003").errors == "")
    }

    @Test("near and beyond the calendar's last year managers are told to load the next, and due tells it; clerks are not")
    func calendar() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let file = desk.folder.path("calendar.csv")
        try desk.folder.write("date,name,is_off_day\n2026-10-01,国庆节,true\n", to: "calendar.csv")
        #expect(try desk.run("calendar", "load", file, as: "1001").status == 0)
        #expect(try desk.run("list", as: "1002").errors.contains("calendar") == false)
        desk.now = "2026-12-10T09:00:00+08:00"
        let soon = "The holiday calendar ends on 2026-12-31."
        #expect(try desk.run("list", as: "1002").errors.contains(soon) && desk.run("due").errors.contains(soon))
        #expect(try desk.run("list", as: "1003").errors.contains(soon) == false)
        desk.now = "2027-01-04T09:00:00+08:00"
        #expect(try desk.run("book", "status", as: "1001").errors.contains("The holiday calendar ended on 2026-12-31."))
        #expect(try desk.run("due", "--lang", "zh").errors.contains("节假日日历已于 2026-12-31 到期"))
    }

    @Test("the audit trail says what happened, to whom and by whom in the reader's language")
    func audit() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log()
        _ = try desk.run("act", number, "note", "--json", #"{"text":"已联系。"}"#, as: "1003")
        let chinese = try desk.run("audit", "--lang", "zh", as: "1009").lines
        #expect(chinese.contains { $0.hasSuffix("1001 王建国  增加人员：1002 李敏，投诉管理人") })
        #expect(chinese.last?.hasSuffix("1003 张伟  \(number)  记录") == true)
        let english = try desk.run("audit", as: "1009").lines
        #expect(english.contains { $0.hasSuffix("1001 王建国  staff added: 1003 张伟, counter clerk") })
        #expect(english.last?.hasSuffix("1003 张伟  \(number)  note") == true)
        // Programs read the names that stay.
        #expect(try desk.run("audit", "--json", as: "1009").objects().last?["act"] == .text("noted"))
    }

    @Test("show says who set a date from outside and under which reference, on the clock and in the time line")
    func whoseDeadline() throws {
        let (desk, number) = try handedOver(at: "2026-11-20T10:00:00+08:00")
        let date = #"{"due":"2026-12-04T17:00","set-by":"Bureau A","reference":"X-12"}"#
        #expect(try desk.run("act", number, "outside-date", "--json", date, as: "1002").status == 0)
        let shown = try desk.run("show", number, as: "1002").output
        #expect(shown.contains("external deadline (Bureau A)  due 4 Dec 2026 17:00"))
        #expect(shown.contains("external deadline set\n      Due: 4 Dec 2026 17:00\n      Set by: Bureau A\n      Reference: X-12\n"))
    }

    @Test("show says why a review was asked for late")
    func lateReview() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.repliedCase()
        #expect(try desk.run("act", number, "sign", "--json", try desk.reading(number), as: "1001").status == 0)
        desk.now = "2026-12-21T09:00:00+08:00"
        #expect(try desk.run("act", number, "ask-review", "--json", #"{"text":"不服。"}"#, as: "1002").status == 0)
        let chinese = try desk.run("show", number, "--lang", "zh", as: "1002").output
        #expect(chinese.contains("申请总行核查\n      不服。\n      超过答复后 30 日\n"))
        #expect(try desk.run("show", number, as: "1002").output.contains("      later than 30 days after the answer\n"))
    }

    @Test("a case with a call-back number alone shows it among the contacts, masked")
    func callBackNumber() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let logged = try desk.run(
            "log",
            "--channel",
            "phone",
            "--text",
            "Card kept",
            "--customer",
            "Ms Lowe",
            "--call-back-number",
            "13900001234",
            as: "1003"
        )
        #expect(logged.status == 0, "\(logged.errors)")
        #expect(try desk.run("list", as: "1003").lines.last?.contains("139****1234") == true)
        #expect(try desk.run("list", "--reveal", as: "1003").lines.last?.contains("13900001234") == true)
    }
}
