import Testing

@testable import firstdesk

@Suite("firstdesk list, show and due")
struct ListCommandTests {
    private let desk: CommandDesk

    /// Three cases of three days: one handed over, one answered, one that nobody has.
    init() throws {
        desk = try CommandDesk(at: "2026-11-18T10:00:00+08:00")
        _ = try desk.log("排队四十分钟无人管", "--hand-over-to", "1002")
        desk.now = "2026-11-19T10:00:00+08:00"
        _ = try desk.run("log", "--channel", "phone", "--text", "Card kept by the machine", "--answer", "Explained", as: "1002")
        desk.now = "2026-11-20T10:00:00+08:00"
        _ = try desk.run(
            "log",
            "--channel",
            "letter",
            "--text",
            "账户被误扣三百元",
            "--customer",
            "王先生",
            "--contact",
            "wang@example.com",
            as: "1002"
        )
        desk.now = "2026-11-22T09:14:00+08:00"
    }

    private func numbers(_ options: String..., as person: String = "1002") throws -> [String] {
        let signedIn = ["--as", person, "--passcode-file", desk.folder.path("passcode"), "--desk", desk.path, "--at", desk.now]
        let result = try run(["list", "--json"] + options + signedIn)
        try #require(result.status == 0, "\(result.errors)")
        return try result.objects().map { object in
            guard case .text(let number)? = object["number"] else { return "?" }
            return String(number.suffix(3))
        }
    }

    @Test("A statement is found by its words: by whoever made it, the branch manager and the auditor, and by nobody else")
    func statements() throws {
        let number = "0379-2611-001"
        func state(_ text: String, _ person: String) throws {
            #expect(try desk.run("act", number, "statement", "--json", "{\"text\":\"\(text)\"}", as: person).status == 0)
        }
        try state("情况属实，已当面道歉", "1003")
        try state("窗口排班有误", "1002")
        for (words, person, found) in [
            ("情况属实", "1001", ["001"]), ("属实 道歉", "1003", ["001"]), ("情况属实", "1002", []), ("排班有误", "1002", ["001"]),
            ("排班有误", "1003", []), ("排队 属实", "1001", ["001"]), ("排队 属实", "1002", []), ("排队", "1002", ["001"]),
        ] {
            #expect(try numbers("--search", words, as: person) == found, "\(words) \(person)")
        }
        #expect(try desk.run("verify").status == 0)
        #expect(try desk.run("rebuild", as: "1001").status == 0)
        #expect(try numbers("--search", "属实", as: "1001") == ["001"])
        #expect(try numbers("--search", "属实", as: "1002") == [])
    }

    @Test("A table that lines up whatever the script, contacts masked, in both languages")
    func table() throws {
        #expect(
            try desk.run("list", as: "1002").output == """
                   Number         Received  Channel  Stage        Customer  Contact           What happened             Due
                !  0379-2611-003  20 Nov    letter   logged       王先生    w***@example.com  账户被误扣三百元          overdue 1 d 22 h
                !  0379-2611-002  19 Nov    phone    to sign      (anon.)                     Card kept by the machine  overdue 1 d 16 h
                !  0379-2611-001  18 Nov    oral     handed over  刘女士    138****0000       排队四十分钟无人管        overdue 3 d 21 h

                """
        )
        // Before the last was to be passed on and the answer to be signed.
        desk.now = "2026-11-20T10:30:00+08:00"
        #expect(
            try desk.run("list", "--reveal", "--overdue", "--lang", "zh", as: "1002").output == """
                   编号           收到   渠道  状态    客户    联系方式     事由                时限
                !  0379-2611-001  11-18  口头  已移交  刘女士  13800000000  排队四十分钟无人管  逾期 1 天 22 小时

                """
        )
    }

    @Test("Without a UTF-8 locale the table is the same")
    func noLocale() throws {
        let usual = try desk.run("list", as: "1002").output
        #expect(try desk.run("list", as: "1002", environment: ["LC_ALL": "C"]).output == usual)
        #expect(try desk.run("list", as: "1002", environment: ["LC_ALL": "", "LANG": ""]).output == usual)
        #expect(try desk.run("list", as: "1002", environment: ["LC_ALL": "zh_CN.GBK"]).lines.first?.contains("编号") == true)
    }

    @Test("One object a line, with the keys that stay and null where there is nothing")
    func json() throws {
        desk.now = "2026-11-20T10:30:00+08:00"
        #expect(
            try desk.run("list", "--json", "--overdue", as: "1009").output == """
                {"about":"","business":"","channel":"oral","class":null,"closed":null,"contact":"13800000000","customer":"刘女士",\
                "kind":null,"nearest":{"due":"2026-11-18T12:00:00+08:00","rule":"start-work","state":"breached","urgency":"overdue"},"number":"0379-2611-001",\
                "overdue":true,"reason":"","received":"2026-11-18T10:00:00+08:00","source":"","sourceNumber":"","stage":"handed-over",\
                "text":"排队四十分钟无人管"}

                """
        )
        #expect(
            try desk.run("list", "--json", "--stage", "to-sign", as: "1009").objects()[0]["nearest"]
                == [
                    "rule": .text("signature"), "due": .text("2026-11-20T17:00:00+08:00"), "state": .text("running"),
                    "urgency": .text("soon"),
                ]
        )
        // Nothing runs any more once it was signed and the customer was called back.
        let acts = [
            ("1002", "finding", #"{"fault":"none","facts":"卡已退还。","class":"unfounded","explanation":"已耐心说明。"}"#),
            ("1001", "sign", "{}"), ("1002", "call-back", #"{"level":"satisfied"}"#),
        ]
        for (person, act, fields) in acts {
            let given = act == "sign" ? try desk.reading("0379-2611-002") : fields
            let result = try desk.run("act", "0379-2611-002", act, "--json", given, as: person)
            #expect(result.status == 0, "\(result.errors)")
        }
        #expect(try desk.run("list", "--json", "--stage", "closed", as: "1009").objects()[0]["nearest"] == .null)
    }

    @Test("A case is found by its channel and its source, by their names in either language, and listed by its source")
    func sources() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        for (source, text) in [("12345", "甲件"), ("app", "乙件")] {
            let logged = try desk.run("log", "--channel", "other", "--came-by", source, "--text", text, as: "1003")
            #expect(logged.status == 0, "\(logged.errors)")
        }
        _ = try desk.log("丙件")
        func found(_ option: String, _ words: String) throws -> [JSONValue?] {
            try desk.run("list", "--json", option, words, as: "1002").objects().map { $0["number"] }
        }
        let (hotline, app, oral) = (JSONValue.text("0379-2611-001"), JSONValue.text("0379-2611-002"), JSONValue.text("0379-2611-003"))
        for words in ["12345", "政务热线", "government"] { #expect(try found("--search", words) == [hotline], "\(words)") }
        #expect(try found("--search", "手机应用") == [app])
        for words in ["oral", "口头"] { #expect(try found("--search", words) == [oral], "\(words)") }
        #expect(try found("--came-by", "12345") == [hotline])
        #expect(try found("--came-by", "12345,app") == [app, hotline])
    }

    @Test("Filters: stage, channel, days of the branch, words, overdue")
    func filters() throws {
        #expect(try numbers() == ["003", "002", "001"])
        #expect(try numbers("--order", "due") == ["001", "003", "002"])
        #expect(try numbers("--stage", "logged,to-sign") == ["003", "002"])
        #expect(try numbers("--channel", "phone,oral") == ["002", "001"])
        #expect(try numbers("--from", "2026-11-19") == ["003", "002"])
        #expect(try numbers("--to", "2026-11-19") == ["002", "001"])
        #expect(try numbers("--from", "2026-11-19", "--to", "2026-11-19") == ["002"])
        #expect(try numbers("--search", "误扣") == ["003"])
        #expect(try numbers("--search", "card mach") == ["002"])
        #expect(try numbers("--search", "\" NEAR *") == [])
        #expect(try numbers("--limit", "2") == ["003", "002"])
        #expect(try numbers("--limit", "0") == ["003", "002", "001"])
        #expect(try numbers("--overdue") == ["001", "003", "002"])
        desk.now = "2026-11-20T11:00:00+08:00"
        #expect(try numbers("--overdue") == ["001"])
        desk.now = "2026-11-20T11:00:01+08:00"
        #expect(try numbers("--overdue") == ["001", "003"])
    }

    @Test("A search shows the line that answers, and where it stands")
    func found() throws {
        let found = try desk.run("list", "--search", "expl", as: "1002").output
        #expect(found.contains("Answered on the spot: Explained"), "\(found)")
        #expect(try desk.run("list", "--search", "kept", as: "1002").output.contains("Card kept by the machine"))
    }

    @Test("Everybody sees what they may read")
    func scope() throws {
        #expect(try numbers(as: "1003") == ["003", "001"])
        #expect(try numbers(as: "1009") == ["003", "002", "001"])
    }

    @Test("Filters that mean nothing are wrong usage, before any passcode")
    func usage() throws {
        for (options, sentence) in [
            (
                ["--stage", "open"],
                "--stage: \"open\" is not one of: logged, handed-over, in-hand, with-head-office, to-sign, closed, withdrawn, not-accepted (out of remit), "
                    + "merged."
            ),
            (["--channel", "oral,"], "--channel: \"\" is not one of: oral, letter, phone, comment-book, hotline, referred, other."),
            (["--from", "yesterday"], "--from: \"yesterday\" is not a date. Write it as 2026-11-22."),
            (["--from", "2026-11-20", "--to", "2026-11-19"], "--to is before --from. Give a later --to."),
            (["--limit", "-1"], "--limit: \"-1\" is not a whole number. Write it as 12."),
            (
                ["--order", "size"],
                "--order: \"size\" is not one of: received (received, the latest first), due (due first; only what has a limit), logged (logged, "
                    + "the latest first), number (number, the latest first), customer (customer's name; only named ones), waiting (due first, then "
                    + "the oldest without a limit)."
            ),
        ] {
            let result = try run(["list", "--desk", desk.path] + options)
            #expect(result.status == 2)
            #expect(result.errors == "\(sentence)\nSee: firstdesk list --help\n")
        }
    }

    @Test("A limit says that there is more; nothing found is said, too")
    func limits() throws {
        let limited = try desk.run("list", "--limit", "1", as: "1002")
        #expect(limited.lines.count == 2)
        #expect(limited.errors == "There are more than this one; --limit 0 lists all.\n")
        let nothing = try desk.run("list", "--search", "月球", as: "1002")
        #expect(nothing.output == "")
        #expect(nothing.errors == "No cases found.\n")
        #expect(nothing.status == 0)
    }

    @Test("Pages follow each other without gaps or repeats")
    func pages() throws {
        let lines = (1...1203).map { "{\"channel\":\"oral\",\"text\":\"事项 \($0)\",\"received\":\"2026-11-21\"}" }.joined(separator: "\n")
        #expect(try desk.run("log", "--input", desk.folder.write(lines, to: "many"), as: "1002").lines.count == 1203)
        let listed = try desk.run("list", "--json", as: "1002").objects().compactMap { $0["number"] }
        #expect(listed.count == 1206)
        #expect(Set(listed).count == 1206)
        #expect(try desk.run("list", as: "1002").lines.count == 51)
        #expect(try desk.run("list", "--limit", "0", as: "1002").lines.count == 1207)
        #expect(try desk.run("list", "--limit", "501", as: "1002").lines.count == 502)
    }

    @Test("A reader that closes early ends it without a word")
    func closedPipe() throws {
        let command = "\(BuiltProgram.path) list --json --desk \(desk.path) --as 1002 --passcode-file \(desk.folder.path("passcode"))"
        // At the moment of the last act, so that nothing is said of the clock.
        let now = ProgramClock.at("2026-11-20T10:00:00+08:00")
        let result = try run(["-c", "trap '' PIPE; \(command) | true; echo \"${PIPESTATUS[0]}\""], clock: now, program: "/bin/bash")
        #expect(result.errors == "")
        // 141 where the signal ended it; 0 where it had written all before the pipe was closed.
        #expect(["141\n", "0\n"].contains(result.output))
        let full = try run(["-c", "\(command) > /dev/full"], clock: now, program: "/bin/bash")
        #expect(full.status == 4)
        #expect(full.errors.hasPrefix("The output could not be written (No space left on device)."))
    }

    @Test("A case with its clocks and its time line")
    func show() throws {
        #expect(
            try desk.run("show", "0379-2611-1", as: "1002").output == """
                0379-2611-001  handed over  PRACTICE 练习

                Customer            刘女士
                Contact             138****0000
                Channel             oral
                Received            18 Nov 2026 10:00 (Wed)
                What happened       排队四十分钟无人管
                First responder     1003 张伟
                Handed over to      1002 李敏

                Clocks
                ! reply  due 21 Nov 2026 17:00  overdue 16 h
                  final deadline  due 3 Dec 2026 17:00  11 d left
                  hand-over  due 18 Nov 2026 11:00  kept
                ! start of work  due 18 Nov 2026 12:00  overdue 3 d 21 h

                Timeline
                  18 Nov 2026 10:00  1003 张伟  logged
                      排队四十分钟无人管
                  18 Nov 2026 10:00  1003 张伟  handed over
                      -> 1002 李敏

                """
        )
        let detailed = try desk.run("show", "0379-2611-002", "--events", "--lang", "zh", as: "1002").output
        #expect(detailed.hasSuffix("  2026年11月19日 10:00  1002 李敏  当场答复\n      内容：Explained\n"))
        #expect(detailed.contains("  回复  到期 2026年11月22日 17:00  按时\n"))
    }

    @Test("A case as JSON has its clocks and events")
    func showJSON() throws {
        let object = try desk.run("show", "0379-2611-002", "--json", as: "1001").objects()[0]
        let listed = try desk.run("list", "--json", "--stage", "to-sign", as: "1001").objects()[0]
        #expect(object.keys.isSuperset(of: listed.keys))
        #expect(object.keys.isSuperset(of: ["clocks", "events", "firstResponder", "holder", "signedBy", "signedAt"]))
        #expect(
            object["clocks"]
                == .list([
                    [
                        "rule": .text("reply"), "started": .text("2026-11-19T10:00:00+08:00"), "due": .text("2026-11-22T17:00:00+08:00"),
                        "ended": .text("2026-11-19T10:00:00+08:00"), "state": .text("kept"), "urgency": .text("none"), "by": .null,
                        "from": .null, "ruleFrom": .null,
                    ],
                    [
                        "rule": .text("final"), "started": .text("2026-11-19T10:00:00+08:00"), "due": .text("2026-12-04T17:00:00+08:00"),
                        "ended": .text("2026-11-19T10:00:00+08:00"), "state": .text("kept"), "urgency": .text("none"), "by": .null,
                        "from": .null, "ruleFrom": .null,
                    ],
                    [
                        "rule": .text("pass-on"), "started": .text("2026-11-19T10:00:00+08:00"), "due": .text("2026-11-19T11:00:00+08:00"),
                        "ended": .text("2026-11-19T10:00:00+08:00"), "state": .text("kept"), "urgency": .text("none"), "by": .null,
                        "from": .null, "ruleFrom": .null,
                    ],
                    [
                        "rule": .text("signature"), "started": .text("2026-11-19T10:00:00+08:00"),
                        "due": .text("2026-11-20T17:00:00+08:00"), "ended": .null, "state": .text("breached"), "urgency": .text("overdue"),
                        "by": .null,
                        "from": .null, "ruleFrom": .null,
                    ],
                ])
        )
        let events = try #require(object["events"]?.elements)
        #expect(events.map { $0["act"] } == [.text("log"), .text("answer"), .text("clock")])
        #expect(
            events[1] == [
                "seq": .integer(10), "at": .text("2026-11-19T10:00:00+08:00"), "by": .text("1002"), "for": .null, "act": .text("answer"),
                "text": .text("Explained"), "amount": .null, "promise": .null, "forOthers": .null, "sumNotPromised": .null, "relief": .null,
                "paid": .null,
                "paidOn": .null,
            ]
        )
    }

    @Test("Counts without sign-in and without anything of customers")
    func due() throws {
        #expect(try desk.run("due").output == "3 overdue, 0 due today, 1 to accept, 1 to sign\n")
        #expect(try desk.run("due", "--lang", "zh").output == "逾期 3，今日到期 0，待接收 1，待签字 1\n")
        #expect(
            try desk.run("due", "--json").output
                == #"{"bookReviewed":null,"dueSoon":0,"dueToday":0,"dueVerySoon":0,"overdue":3,"toAccept":1,"toSign":1}"# + "\n"
        )
        // On a Friday, when the answer is to be signed and the letter to be passed on; the comment book lies open.
        #expect(
            try desk.run("due", "--json", "--at", "2026-11-20T10:30").output
                == #"{"bookReviewed":false,"dueSoon":2,"dueToday":2,"dueVerySoon":0,"overdue":1,"toAccept":1,"toSign":1}"# + "\n"
        )
        #expect(
            try desk.run("due", "--at", "2026-11-20T10:30").output
                == "1 overdue, 2 due today, 2 due soon (0 past 80 % of the limit), 1 to accept, 1 to sign, book not reviewed yet\n"
        )
        #expect(
            try desk.run("due", "--at", "2026-11-20T10:30", "--lang", "zh").output == "逾期 1，今日到期 2，即将到期 2（过八成 0），待接收 1，待签字 1，意见簿待查阅\n"
        )
    }
}
