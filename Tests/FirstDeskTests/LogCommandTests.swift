import Testing

@testable import firstdesk

@Suite("firstdesk log")
struct LogCommandTests {
    @Test("What cannot follow a logging says that nothing was logged, and why: an answer by whom it is about, a hand-over to them")
    func nothingLogged() throws {
        let desk = try CommandDesk()
        func log(_ option: String, _ value: String, about: String) throws -> (status: Int32, errors: String, output: String) {
            let run = try desk.run("log", "--channel", "oral", "--text", "x", "--about", about, option, value, as: "1003")
            return (run.status, run.errors, run.output)
        }
        for (option, value, about, sentence) in [
            (
                "--answer", "done", "1003",
                "Nothing was logged. Answer on the spot: the complaint is about you, so you take no part in it. Log it and hand it over.\n"
            ),
            (
                "--hand-over-to", "1002", "1002",
                "Nothing was logged. The case is about 1002, who must take no part in it. Hand it over to somebody else.\n"
            ),
        ] {
            let refused = try log(option, value, about: about)
            #expect(refused.status == 1 && refused.errors == sentence && refused.output.isEmpty, "\(refused)")
        }
        #expect(try log("--answer", "done", about: "1002").output == "0379-2611-001\n", "no number was used up")
    }

    @Test("By command the words that mean nobody here are told: when it is logged, entered or put right")
    func aboutNobody() throws {
        let desk = try CommandDesk()
        let told =
            "\"张三三\" means nobody here for sure, so nobody is recused for it. If one of these is meant, put it right with \"Amend\", "
            + "field about: write the staff number: 1001 "
        let logged = try desk.run("log", "--channel", "oral", "--text", "x", "--about", "张三三", as: "1003")
        #expect(logged.status == 0 && logged.errors.hasPrefix(told))
        #expect(try desk.run("log", "--channel", "oral", "--text", "y", "--about", "1002", as: "1003").errors == "")
        let amended = try desk.run(
            "act",
            "0379-2611-002",
            "amend",
            "--json",
            #"{"field":"about","value":"1002、张三三"}"#,
            "--lang",
            "zh",
            as: "1001"
        )
        #expect(amended.status == 0 && amended.errors.hasPrefix("“张三三”未识别出本网点人员，无人因此回避。如涉及以下人员，请办理“更正”，在"))
        // A surname with a title may be of any who works here, who are offered.
        for words in ["王行长", "小李", "Mr Nobody"] {
            let named = try desk.run("log", "--channel", "oral", "--text", words, "--about", words, "--lang", "zh", as: "1003")
            #expect(named.errors.contains("1001 ") && named.errors.contains("1002 "), "\(named)")
        }
        _ = try desk.run("book", "open", as: "1001")
        let entered = try desk.run("book", "entry", "--page", "1", "--line", "1", "--text", "x", "--about", "张三三", as: "1001")
        #expect(entered.errors == logged.errors)
    }

    @Test("A day on which it happened, told without an hour, is shown, printed, amended and taken over as the day alone")
    func dayAlone() throws {
        let desk = try CommandDesk()
        let number = try desk.log("卡被吞", "--happened", "2026-10-01")
        func shown(_ more: String...) throws -> String { try desk.run("show", number, "--lang", "en", as: "1003").output }
        func happened() throws -> String {
            try #require(try shown().split(separator: "\n").first { $0.hasPrefix("Happened") }.map(String.init))
        }
        #expect(try happened() == "Happened            1 Oct 2026 (Thu)")
        #expect(try desk.run("show", number, "--json", as: "1003").objects()[0]["happened"] == .text("2026-10-01"))
        let sheet = try desk.run("paper", "sheet", number, "--lang", "zh", as: "1003")
        #expect(sheet.output.contains("2026年10月1日") && !sheet.output.contains("10月1日 09:00"), "\(sheet.output)\(sheet.errors)")
        for (value, told) in [("2026-10-02 14:30", "2 Oct 2026 14:30 (Fri)"), ("2026年10月3日", "3 Oct 2026 (Sat)")] {
            let amended = try desk.run("act", number, "amend", "--json", #"{"field":"happened","value":"\#(value)"}"#, as: "1003")
            #expect(amended.status == 0, "\(amended.errors)")
            #expect(try happened() == "Happened            " + told)
        }
        #expect(try shown().contains("2 Oct 2026 14:30 -> 3 Oct 2026"))
        #expect(try desk.run("verify").status == 0)
    }

    @Test("A complaint gets its number, and with --json all that a list says of it")
    func logs() throws {
        let desk = try CommandDesk()
        let first = try desk.run("log", "--channel", "oral", "--text", "排队四十分钟无人管", "--repeated-back", as: "1003")
        #expect(first.status == 0)
        #expect(first.output == "0379-2611-001\n")
        #expect(first.errors == "")
        let second = try desk.run(
            "log",
            "--channel",
            "phone",
            "--text",
            "Card kept",
            "--customer",
            "Mr Hall",
            "--contact",
            "01632 960001",
            "--business",
            "银行卡",
            "--reason",
            "facilities",
            "--received",
            "2026-11-19 16:30",
            "--json",
            as: "1002"
        )
        #expect(
            second.output == """
                {"about":"","business":"cards","channel":"phone","class":null,"closed":null,"contact":"01632 960001",\
                "customer":"Mr Hall","kind":null,\
                "nearest":{"due":"2026-11-20T10:00:00+08:00","rule":"pass-on","state":"running","urgency":"soon"},"number":"0379-2611-002",\
                "overdue":false,"reason":"facilities","received":"2026-11-19T16:30:00+08:00","source":"","sourceNumber":"",\
                "stage":"logged","text":"Card kept"}

                """
        )
    }

    @Test("An answer or a hand-over goes in with it, or nothing does")
    func acts() throws {
        let desk = try CommandDesk()
        let answered = try desk.run("log", "--channel", "oral", "--text", "a", "--answer", "已当场说明", "--json", as: "1003")
        #expect(try answered.objects()[0]["stage"] == .text("to-sign"))
        let handed = try desk.run("log", "--channel", "oral", "--text", "b", "--hand-over-to", "1002", "--json", as: "1003")
        #expect(try handed.objects()[0]["stage"] == .text("handed-over"))
        let refused = try desk.run("log", "--channel", "oral", "--text", "c", "--hand-over-to", "1009", as: "1003")
        #expect(refused.status == 1)
        #expect(refused.output == "")
        #expect(refused.errors == "Nothing was logged. 1009 is not a manager. Hand over to the complaint manager or the branch manager.\n")
        #expect(try desk.log() == "0379-2611-003")
    }

    @Test(
        "The rules refuse with a sentence, in both languages",
        arguments: [
            (["--channel", "oral", "--text", " "], "\"What happened\" is missing.", "请填写“客户所述”。"),
            (
                ["--channel", "fax", "--text", "x"],
                "\"Channel\" must be one of: oral, letter, phone, comment-book, hotline, referred, other.",
                "“受理渠道”应为：现场口头（oral）、信函（letter）、电话（phone）、意见簿（comment-book）、客服热线（hotline）、转办（referred）、其他（other）。"
            ),
            (
                ["--channel", "oral", "--text", "x", "--received", "2026-11-20T09:01"], "\"Received\" must not be later than now.",
                "“收到时间”不能晚于现在。"
            ),
            (
                ["--channel", "oral", "--text", "x", "--amount", "much"], "\"Amount claimed\" is not an amount. Write it as 1200.50.",
                "“涉及金额”不是金额，请写成 1200.50。"
            ),
            (
                ["--channel", "oral", "--text", "x", "--agreed", "2026-11-24"],
                "The agreed reply is later than the reply limit, 2026-11-23 17:00. Only a granted extension allows that.",
                "约定回复晚于回复时限 2026-11-23 17:00；须先批准延期。"
            ),
        ]
    )
    func refused(options: [String], english: String, chinese: String) throws {
        let desk = try CommandDesk()
        for (language, sentence) in [("en", english), ("zh", chinese)] {
            let person = ["--as", "1003", "--passcode-file", desk.folder.path("passcode"), "--desk", desk.path, "--at", desk.now]
            let result = try run(["log", "--lang", language] + options + person)
            // What cannot be read is wrong usage.
            #expect(result.status == (options.contains("fax") || options.contains("much") ? 2 : 1))
            #expect(result.errors == sentence + "\n")
            #expect(result.output == "")
        }
    }

    @Test("The auditor logs nothing, whatever is in the fields")
    func auditor() throws {
        let result = try CommandDesk().run("log", "--channel", "fax", "--text", "", as: "1009")
        #expect(result.status == 1)
        #expect(result.errors == "An auditor reads and changes nothing. A clerk or a manager must log the complaint.\n")
    }

    @Test("Whoever logs a complaint about themselves is told its number and reads no further")
    func aboutOneself() throws {
        let desk = try CommandDesk()
        let result = try desk.run(
            "log",
            "--channel",
            "oral",
            "--text",
            "态度生硬",
            "--about",
            "1003",
            "--json",
            as: "1003"
        )
        #expect(result.output == #"{"number":"0379-2611-001","stage":"logged"}"# + "\n")
        let show = try desk.run("show", "0379-2611-001", as: "1003")
        #expect(show.status == 1)
        #expect(show.errors == "You may not read this case: it is about you, or another member of staff has it.\n")
    }

    @Test(
        "Words for no contact and no name are said to be taken so; a number in the customer's words is asked about; how many speak is answered"
    )
    func asked() throws {
        let desk = try CommandDesk()
        let none = try desk.run("log", "--channel", "letter", "--text", "一", "--customer", "匿名", "--contact", "拒绝提供", as: "1003")
        #expect(
            none.status == 0
                && none.errors == "\"拒绝提供\" is taken to say that no contact was left.\n"
                    + "\"匿名\" is taken to say that the customer gave no name.\n"
        )
        let number = try desk.run("log", "--channel", "letter", "--text", "请回电 13700000015", as: "1003")
        #expect(
            number.status == 0
                && number.errors
                    == "Is 13700000015 in \"What happened\" their contact? If so, put it right with \"Amend\", field contact: who left "
                    + "one is answered.\n"
        )
        let many = try desk.run(
            "log",
            "--channel",
            "letter",
            "--text",
            "三",
            "--proxy",
            "Ann Lee, spokesperson for 40 villagers",
            as: "1003"
        )
        #expect(many.status == 1 && many.errors.hasPrefix("\"Proxy\" may mean 40 people; at most 5 may represent the others."))
        #expect(
            try desk.run(
                "log",
                "--channel",
                "letter",
                "--text",
                "三",
                "--proxy",
                "Ann Lee, spokesperson for 40 villagers",
                "--few-speak",
                as: "1003"
            ).status == 0
        )
    }

    @Test("JSON lines: each number in order, refused lines named, the rest goes on")
    func input() throws {
        let desk = try CommandDesk()
        try desk.folder.write(
            """
            \u{FEFF}{"channel":"oral","text":"一","repeatedBack":true,"amount":1200.5}\r
            {"channel":"oral"}

            {"channel":"oral","text":"二","colour":"red"}
            {"channel":"oral","text":"三"
            ["oral"]
            {"channel":"oral","text":"四","about":{"staff":"1002"}}
            {"channel":"letter","text":"五","hand-over-to":"1002","received":"2026-11-19T10:00:00+08:00","customer":null}
            {"channel":"letter","text":"六","handOverTo":"1009"}
            {"channel":"phone","text":"七","answer":"已答复"}
            """,
            to: "lines"
        )
        let result = try desk.run("log", "--input", desk.folder.path("lines"), as: "1003")
        #expect(result.status == 1)
        #expect(result.output == "0379-2611-001\n0379-2611-002\n0379-2611-003\n")
        #expect(
            result.errors == """
                Line 2: \"What happened\" is missing.
                Line 4: There is no field \"colour\" here. The fields are: channel, cameBy, received, sender, reference, due, page, line, postmark, \
                originalPlace, copyPlace, verified, ticket, customer, contact, callBackNumber, text, hotlineAnswer, sumNotPromised, asks, business, reason, \
                about, repeatedBack, quietPlace, happened, doneAt, vulnerable, vulnerabilityFailed, amount, proxy, fewSpeak, authority, agreed, answer, handOverTo, scan.
                Line 5: That is not JSON. Write an object such as {"text": "…"}. Byte 31 of it is out of place.
                Line 6: That is JSON, but not an object. Write it as {"text": "…"}.
                Line 7: \"about\" holds a list or an object; a field can only hold text, a number, or yes or no.
                Line 9: Nothing was logged. 1009 is not a manager. Hand over to the complaint manager or the branch manager.

                """
        )
        let listed = try desk.run("list", "--order", "logged", "--json", as: "1002").objects()
        #expect(listed.map { $0["stage"] } == [.text("to-sign"), .text("handed-over"), .text("logged")])
        #expect(try desk.run("show", "0379-2611-001", "--json", as: "1002").objects()[0]["amount"] == .text("1200.50"))
    }

    @Test("The passcode and the lines may come over the same standard input")
    func standardInput() throws {
        let desk = try CommandDesk()
        let result = try desk.run(
            "log",
            "--input",
            "-",
            "--as",
            "1003",
            "--passcode-file",
            "-",
            input: "practice 练习\n{\"channel\":\"oral\",\"text\":\"一\"}\n{\"channel\":\"oral\",\"text\":\"二\"}"
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output == "0379-2611-001\n0379-2611-002\n")
    }

    @Test("A line beyond all measure is refused and passed over")
    func longLine() throws {
        let desk = try CommandDesk()
        let long = String(repeating: "长", count: 3_000_000)
        let lines = "{\"channel\":\"oral\",\"text\":\"\(long)\"}\n{\"channel\":\"oral\",\"text\":\"短\"}\n"
        let result = try desk.run("log", "--input", desk.folder.write(lines, to: "lines"), as: "1003")
        #expect(result.status == 2)
        #expect(result.output == "0379-2611-001\n")
        #expect(result.errors == "Line 1: The line is larger than 8 MiB.\n")
    }

    @Test("Ways to log that do not go together are wrong usage")
    func usage() throws {
        let desk = try CommandDesk(staff: false)
        #expect(try desk.run("log", "--text", "x", as: "1001").errors.hasPrefix("--channel is missing.\n"))
        #expect(
            try desk.run("log", "--input", "-", "--text", "x", as: "1001").errors.hasPrefix(
                "--input and --text cannot be used together. Give one of them.\n"
            )
        )
        #expect(
            try desk.run("log", "--plain", "--input", "-", as: "1001").errors.hasPrefix(
                "--plain and --input cannot be used together. Give one of them.\n"
            )
        )
        let unreadable = try desk.run("log", "--input", desk.path, as: "1001")
        #expect(unreadable.status == 2)
        #expect(unreadable.errors.hasPrefix("\(desk.path) cannot be read (Is a directory).\n"))
    }

    @Test("What a customer says is shown and never obeyed")
    func hostile() throws {
        let desk = try CommandDesk()
        let text = "\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}x'); DROP TABLE event;--\n第二行"
        _ = try desk.log(text)
        for arguments in [["list"], ["show", "0379-2611-001", "--events"], ["list", "--json"], ["show", "0379-2611-001", "--json"]] {
            let person = ["--as", "1002", "--passcode-file", desk.folder.path("passcode"), "--desk", desk.path]
            let output = try run(arguments + person).output
            let commanding = output.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
            }
            #expect(commanding.isEmpty)
            // A table has no more room for it.
            #expect(output.contains(arguments == ["list"] ? "DROP TABLE event;" : "DROP TABLE event;--"))
        }
        #expect(try desk.run("list", "--json", as: "1002").objects()[0]["text"] == .text(text))
        #expect(try desk.run("verify").status == 0)
    }
}
