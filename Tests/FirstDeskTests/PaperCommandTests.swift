import DeskPapers
import Glibc
import TableFiles
import Testing

@testable import firstdesk

extension String {
    fileprivate var lines: [Substring] { split(separator: "\n") }
}

@Suite("firstdesk paper")
struct PaperCommandTests {
    /// A desk with a case of which every paper can be made; of an unsigned one, all but the delay note.
    static func desk(signed: Bool = true) throws -> (desk: CommandDesk, number: String) {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log(
            "排队四十分钟无人管，<script>alert(1)</script>",
            "--asks",
            "道歉",
            "--reason",
            "service",
            "--business",
            "cards",
            "--hand-over-to",
            "1002"
        )
        func act(_ name: String, _ json: String, as staff: String = "1002", at now: String? = nil) throws {
            if let now { desk.now = now }
            let done = try desk.run("act", number, name, "--json", json, as: staff)
            try #require(done.status == 0, "\(name): \(done.errors)")
        }
        try act("accept", "{}")
        try act("ask-escalation", #"{"kind":"amount","reason":"赔偿金额超出网点权限"}"#)
        try act("confirm-escalation", "{}", as: "1001")
        try act("head-office-answer", #"{"text":"同意赔偿"}"#)
        try act("chase", #"{"text":"请今日回复"}"#, at: "2026-11-25T10:00:00+08:00")
        try act(
            "finding",
            #"{"fault":"bank","facts":"高峰期未加开窗口","class":"valid","apology":"我们深表歉意","correction":"已加开窗口","rectification":"制定高峰预案"}"#
        )
        let beside = #""grounds":"《服务规范》第八条","remedies":"可申请总行核查","amount":"0","promise":"三日内回访""#
        try act("reply", #"{"how":"phone","text":"已致歉并说明改进措施","accepted":true,\#(beside)}"#)
        if !signed { return (desk, number) }
        try act("sign", desk.reading(number), as: "1001")
        try act("delay-note", #"{"cause":"等待总行答复"}"#)
        return (desk, number)
    }

    /// What each kind is asked with.
    private static func words(_ kind: PaperKind, _ number: String) -> [String] {
        switch kind.subject {
        case .oneCase: ["paper", kind.name, number]
        case .desk: ["paper", kind.name]
        case .day: ["paper", kind.name, "2026-11-20"]
        case .register, .book, .figures: ["paper", kind.name, "2026-11"]
        }
    }

    @Test("Every paper comes as text and as HTML in both languages, and says on a practice desk what it is")
    func every() throws {
        let (desk, number) = try PaperCommandTests.desk()
        for kind in PaperKind.all {
            for language in ["en", "zh"] {
                for format in ["text", "html"] {
                    let arguments = PaperCommandTests.words(kind, number) + ["--format", format, "--lang", language]
                    let made = try run(
                        arguments + ["--as", "1001", "--passcode-file", desk.folder.path("passcode")],
                        clock: .at(desk.now),
                        environment: ["FIRSTDESK_HOME": desk.path]
                    )
                    #expect(made.status == 0, "\(kind.name): \(made.errors)")
                    #expect(made.output.contains("PRACTICE 练习"), "\(kind.name) \(format)")
                    if format == "html" {
                        #expect(made.output.hasPrefix("<!DOCTYPE html>") && !made.output.contains("<script"))
                        #expect(!made.output.contains("http://") && !made.output.contains("https://"))
                    } else {
                        // A frame line is as wide as the others.
                        for line in made.lines { #expect(TextRuler.terminal.columns(line) <= 132, "\(kind.name): \(line)") }
                    }
                }
            }
        }
    }

    /// A paper with signs in place of seals and of the fingerprints of keys, which each desk has its own of.
    private static func withoutKeys(_ text: String) -> String {
        text.replacing(/S-[0-9]+(-[0-9A-Z]{4})+|[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/) { match in
            String(match.output.0.map { $0.isLetter || $0.isNumber ? "#" : $0 })
        }
    }

    /// Where the texts of papers stand, a file each. `FIRSTDESK_MAKE_PAPERS=1 swift test --filter PaperCommandTests` writes them anew, and what
    /// changed is looked at before it is kept.
    private static let texts = "\(SourceTree.root)/Tests/FirstDeskTests/Papers"

    @Test("Each paper says what it said, word for word, in both languages", arguments: ["en", "zh"])
    func wordForWord(language: String) throws {
        // A signature comes out another way each time, and is on no paper of a case that waits for it; only a delay note is of a closed one.
        let (unsigned, closed) = (try PaperCommandTests.desk(signed: false), try PaperCommandTests.desk())
        for kind in PaperKind.all {
            let (desk, number) = kind.name == "delay-note" ? closed : unsigned
            let arguments = PaperCommandTests.words(kind, number) + ["--lang", language]
            let made = try run(
                arguments + ["--as", "1001", "--passcode-file", desk.folder.path("passcode")],
                clock: .at(desk.now),
                environment: ["FIRSTDESK_HOME": desk.path]
            )
            #expect(made.status == 0, "\(kind.name): \(made.errors)")
            let text = PaperCommandTests.withoutKeys(made.output)
            let file = "\(PaperCommandTests.texts)/\(kind.name)-\(language).txt"
            if getenv("FIRSTDESK_MAKE_PAPERS") != nil { try PaperOutput.write(Array(text.utf8), to: file, isReplacing: true) }
            #expect(try SourceTree.text(of: file) == text, "\(kind.name)")
        }
    }

    @Test("The slip of a case that ended without a reply says how, and tells of no reply; of one merged, where it goes on")
    func slipOfEnds() throws {
        let desk = try CommandDesk()
        func slip(_ number: String, _ language: String = "en") throws -> String {
            try desk.run("paper", "slip", number, "--lang", language, as: "1002").output
        }
        let ends = [
            ("withdraw", #"{"reason":"settled","how":"phone"}"#, "withdrawn", "客户撤回"),
            ("not-accept", #"{"reason":"another bank's"}"#, "out of remit", "不予受理"),
        ]
        for (act, fields, english, chinese) in ends {
            let number = try desk.log("排队 \(act)")
            try #require(try desk.run("act", number, act, "--json", fields, as: "1002").status == 0)
            #expect(try slip(number).contains(english), "\(act)")
            #expect(try slip(number, "zh").contains(chinese), "\(act)")
            #expect(try !slip(number).contains("given") && !slip(number, "zh").contains("已答复"), "\(act)")
        }
        let (first, second) = (try desk.log("排队一"), try desk.log("排队二"))
        let merged = try desk.run("act", first, "merge", "--json", #"{"into":"\#(second)"}"#, as: "1002")
        try #require(merged.status == 0, "\(merged.errors)")
        #expect(try slip(first).contains(second) && !slip(first).contains("given"))
    }

    @Test("What is printed, saved or piped away is an event of the desk, by whoever took it; what is read on a terminal is none")
    func exports() throws {
        let (desk, number) = try PaperCommandTests.desk()
        let lived = try desk.run("audit", "--json", as: "1009").lines.count
        let file = desk.folder.path("out")
        #expect(try desk.run("paper", "slip", number, as: "1003").status == 0)
        #expect(try desk.run("paper", "daily", "2026-11-20", "-o", file, as: "1002").status == 0)
        #expect(try desk.run("figures", "--period", "2026-11", "--format", "csv", "-o", file, "--replace", as: "1009").status == 0)
        #expect(try desk.run("paper", "reply", "0379-2611-099", as: "1002").status != 0, "no paper, no event")
        let terminal = try TerminalSession(
            ["paper", "sheet", number, "--as", "1001", "--passcode-file", desk.folder.path("passcode")],
            clock: .at(desk.now),
            environment: ["FIRSTDESK_HOME": desk.path]
        )
        #expect(try terminal.waitForExit() == .exited(0))
        let trail = try desk.run("audit", "--json", as: "1009").objects().dropFirst(lived)
        #expect(trail.map { $0["act"] } == [.text("exported"), .text("exported"), .text("exported")])
        #expect(trail.map { $0["by"] } == [.text("1003"), .text("1002"), .text("1009")])
        #expect(try desk.run("verify").status == 0)
    }

    @Test("The daily sheet has the founding key, as verify names it, and the keys of the day")
    func fingerprints() throws {
        let desk = try CommandDesk(isLikeNoOther: true)
        let founding = try #require(try desk.run("verify", "--json").objects()[0]["foundingKey"])
        try desk.folder.write("another one\n", to: "new")
        let changed = try desk.run("passcode", "--new-passcode-file", desk.folder.path("new"), as: "1003")
        let own = try #require(changed.errors.firstMatch(of: /paper file: ([0-9A-Z-]{19})/)).1
        let sheet = try desk.run("paper", "daily", "2026-11-20", as: "1002").output
        #expect(
            sheet.contains("Founding key")
                && JSONValue.text(String(sheet.firstMatch(of: /Founding key\W+([0-9A-Z-]{19})/)?.1 ?? "")) == founding
        )
        #expect(sheet.contains(own))
        #expect(sheet.matches(of: /New key of 1003/).count == 2, "the first and the one of now")
        #expect(sheet.contains("New recovery key"))
        #expect(try desk.run("paper", "daily", "2026-11-19", as: "1002").status == 1, "before the founding there was no desk")
        desk.now = "2026-11-21T09:00:00+08:00"
        let later = try desk.run("paper", "daily", "2026-11-21", "--lang", "zh", as: "1002").output
        #expect(later.contains("建立网点的密钥") && !later.contains("新密钥"))
    }

    @Test("A suggestion and an enquiry are answered in their own words")
    func ownWords() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        for (kind, english, chinese) in [
            ("suggestion", "Reply to your suggestion", "关于您建议的回复函"), ("enquiry", "Reply to your enquiry", "关于您咨询的回复函"),
        ] {
            let number = try desk.log("请延长营业时间 \(kind)", "--hand-over-to", "1002")
            let acts = [
                ("accept", "{}"),
                ("finding", #"{"fault":"none","class":"unfounded","facts":"已记录。","explanation":"将研究。","kind":"\#(kind)"}"#),
                ("reply", #"{"how":"phone","text":"谢谢您的意见。","accepted":true}"#),
            ]
            for (act, json) in acts { #expect(try desk.run("act", number, act, "--json", json, as: "1002").status == 0, "\(act)") }
            #expect(try desk.run("paper", "reply", number, as: "1002").output.contains(english))
            #expect(try desk.run("paper", "reply", number, "--lang", "zh", as: "1002").output.contains(chinese))
        }
    }

    @Test("What has not happened has no paper, and says what to do; whoever may not read the case gets none")
    func refused() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管", "--about", "1002")
        func status(_ kind: String, _ subject: String?, as staff: String) throws -> (Int32, String) {
            let made = try subject.map { try desk.run("paper", kind, $0, as: staff) } ?? desk.run("paper", kind, as: staff)
            return (made.status, made.errors)
        }
        #expect(
            try status("reply", number, as: "1001") == (1, "The customer has no answer yet. Record the reply, then print the letter.\n")
        )
        for kind in ["apology", "dossier", "chaser", "delay-note"] { #expect(try status(kind, number, as: "1001").0 == 1, "\(kind)") }
        #expect(try status("slip", number, as: "1003").0 == 0)
        #expect(try status("slip", number, as: "1002").0 == 1)
        #expect(try status("register", "2026-11", as: "1003").0 == 1)
        #expect(try status("report", "2026-11", as: "1009").0 == 0)
        #expect(try status("notice", nil, as: "1003").0 == 0)
        #expect(try status("notice", "2026", as: "1003").0 == 2)
        #expect(try status("poem", nil, as: "1003").0 == 2)
        #expect(try status("sheet", nil, as: "1001").0 == 2)
        #expect(try status("report", "2027", as: "1001").0 == 1)
    }

    @Test("Whoever stood in signed for somebody, and the sheet and the register say for whom")
    func signedFor() throws {
        let (desk, number) = try PaperCommandTests.desk(signed: false)
        let named = try desk.run("staff", "stand-in", "--for", "1001", "--number", "1003", as: "1001")
        try #require(named.status == 0, "\(named.errors)")
        let signed = try desk.run("act", number, "sign", "--json", desk.reading(number), as: "1003")
        try #require(signed.status == 0, "\(signed.errors)")
        for (subject, kind) in [(number, "sheet"), ("2026-11", "register")] {
            func paper(_ language: String) throws -> String {
                let made = try desk.run("paper", kind, subject, "--lang", language, "--columns", "240", as: "1002")
                return made.output.filter { !$0.isWhitespace && $0 != "│" }
            }
            let (english, chinese) = (try paper("en"), try paper("zh"))
            // In the register it is broken over the lines of a narrow column.
            #expect(english.contains(kind == "sheet" ? "1003张伟(for1001王建国" : "(for1001"), "\(kind) \(english)")
            #expect(chinese.contains(kind == "sheet" ? "1003张伟（代1001王建国" : "（代1001"), "\(kind)")
        }
    }

    @Test("A page of the register, of the book or of a day counts its rows alone for whoever reads all but what is about them")
    func leftOut() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        _ = try desk.log("排队四十分钟无人管", "--about", "1002")
        for kind in ["register", "book", "daily"] {
            let period = kind == "daily" ? "2026-11-20" : "2026-11"
            let (english, chinese) = (
                try desk.run("paper", kind, period, as: "1002").output,
                try desk.run("paper", kind, period, "--lang", "zh", as: "1002").output
            )
            #expect(!english.isEmpty && !english.contains("not shown") && !english.contains("排队"), "\(kind)")
            #expect(!chinese.contains("不显示"), "\(kind)")
        }
        #expect(try desk.run("paper", "register", "2026-11", as: "1002").output.contains("0 entries"))
        #expect(try desk.run("paper", "register", "2026-11", as: "1001").output.contains("1 entry"))
    }

    @Test("A slip says nothing of the matter, and fits the rolls of receipt printers", arguments: [32, 48, 80])
    func slip(columns: Int) throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管")
        let made = try desk.run("paper", "slip", number, "--columns", String(columns), "--lang", "zh", as: "1003")
        #expect(made.status == 0, "\(made.errors)")
        for line in made.lines { #expect(TextRuler.terminal.columns(line) <= columns, "\(line)") }
        for word in [number, "洛阳分行营业部", "0379-65920000", "张伟", "11月23日"] {
            #expect(made.output.contains(word), "\(word)")
        }
        for word in ["排队", "刘女士", "13800000000"] { #expect(!made.output.contains(word), "\(word)") }
    }

    @Test("A contact is masked on a paper unless it is asked for")
    func contact() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管")
        let masked = try desk.run("paper", "sheet", number, as: "1002")
        #expect(masked.output.contains("138****0000") && !masked.output.contains("13800000000"))
        #expect(try desk.run("paper", "sheet", number, "--reveal", as: "1002").output.contains("13800000000"))
    }

    @Test("A letter is made of a model, the program's or the branch's own; a blank that nothing fills is named")
    func model() throws {
        let (desk, number) = try PaperCommandTests.desk()
        try desk.folder.write("{customer}：{findings}。{next} {date}\n", to: "model")
        // Lines are broken where the page ends.
        func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
        let own = try desk.run("paper", "reply", number, "--model", desk.folder.path("model"), "--lang", "zh", as: "1002")
        #expect(plain(own.output).contains("刘女士：高峰期未加开窗口。可申请总行核查如您对答复不满意，请拨打我行投诉电话0379-65920000，或通过以下渠道反映：12378"))
        #expect(plain(own.output).contains("2026年11月25日盖章及签字"))
        try desk.folder.write("Dear {customre}", to: "wrong")
        let wrong = try desk.run("paper", "reply", number, "--model", desk.folder.path("wrong"), as: "1002")
        #expect(wrong.status == 1)
        #expect(wrong.errors.hasPrefix("The model has a blank {customre} that nothing fills. It knows: {customer}, {number},"))
        // The three parts that the regulation asks of an answer.
        let letter = try desk.run("paper", "reply", number, as: "1002").output
        for part in ["What we found: 高峰期未加开窗口", "On what grounds: 《服务规范》第八条", "What you can do next: 可申请总行核查 If you are not satisfied"] {
            #expect(plain(letter).contains(plain(part)), "\(part)")
        }
    }

    /// Does acts on a case, one after the other.
    private static func act(_ desk: CommandDesk, _ number: String, _ acts: [(name: String, json: String, staff: String)]) throws {
        for (name, json, staff) in acts {
            let done = try desk.run("act", number, name, "--json", json, as: staff)
            try #require(done.status == 0, "\(name): \(done.errors)")
        }
    }

    private static let answered: [(name: String, json: String, staff: String)] = [
        ("accept", "{}", "1002"),
        (
            "finding",
            #"{"fault":"none","facts":"已逐笔核对。","class":"unfounded","explanation":"已解释。","thirdParty":"支付公司"}"#,
            "1002"
        ),
    ]

    @Test("The book's page says of whom nobody reached that it could not be delivered, and no way by which they had heard")
    func undeliveredOnBookPage() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        _ = try desk.run("book", "open", as: "1002")
        let logged = try desk.run(
            "book",
            "entry",
            "--page",
            "1",
            "--line",
            "1",
            "--written",
            "2026-11-20",
            "--text",
            "叫号机坏了",
            "--contact",
            "13800001234",
            as: "1002"
        )
        try #require(logged.status == 0, "\(logged.errors)")
        let number = try #require(logged.lines.first)
        try PaperCommandTests.act(desk, number, PaperCommandTests.answered)
        for day in ["20", "23", "24"] {
            desk.now = "2026-11-\(day)T10:00:00+08:00"
            try PaperCommandTests.act(desk, number, [("contact", #"{"how":"phone","text":"无人接听","reached":"no"}"#, "1002")])
        }
        let told = #"{"who":"customer","how":"phone","text":"未联系上","undelivered":"yes"}"#
        try PaperCommandTests.act(
            desk,
            number,
            [("answer-in-book", #"{"text":"已修好"}"#, "1002"), ("reply", #"{"how":"book","text":"已修好"}"#, "1002"), ("tell", told, "1002")]
        )
        let page = try desk.run("paper", "book", "2026-11", "--columns", "240", "--lang", "zh", as: "1002").output
        #expect(page.contains("无法送达") && !page.contains("电话"), "\(page)")
    }

    @Test("A case that was merged has no letter of its own, and says where its customer is answered")
    func letterOfMerged() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let numbers = try ["扣费有误", "年费有误"].map { try desk.log($0, "--hand-over-to", "1002") }
        for number in numbers { try PaperCommandTests.act(desk, number, [("accept", "{}", "1002")]) }
        try PaperCommandTests.act(desk, numbers[0], [("merge", #"{"into":"\#(numbers[1])","reason":"同一事由"}"#, "1002")])
        let letter = try desk.run("paper", "reply", numbers[0], "--lang", "en", as: "1002")
        #expect(letter.status == 1 && letter.errors.contains("merged into \(numbers[1])"), "\(letter.errors)")
    }

    @Test("A letter says what the reply said and nothing of the branch's own account, and bears the day of the reply")
    func letterOfReply() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("扣费有误", "--hand-over-to", "1002")
        let reply = #"{"how":"letter","text":"费用无误","accepted":true,"grounds":"合同第五条","amount":"20","promise":"寄送账单"}"#
        try PaperCommandTests.act(desk, number, PaperCommandTests.answered + [("reply", reply, "1002")])
        desk.now = "2026-12-03T09:00:00+08:00"
        let letter = try desk.run("paper", "reply", number, "--lang", "zh", as: "1002").output
        for part in ["核查情况：已逐笔核对。", "依据：合同第五条", "处理意见：费用无误", "承诺事项：赔付 20.00\n寄送账单", "2026年11月20日\n\n"] {
            #expect(letter.contains(part), "\(part)")
        }
        #expect(!letter.contains("已解释") && !letter.contains("12月3日"))
        // Sent back, it is no answer any more.
        try PaperCommandTests.act(desk, number, [("send-back", #"{"reason":"请附明细"}"#, "1001")])
        #expect(try desk.run("paper", "reply", number, as: "1002").status == 1)
    }

    @Test("A letter after an answer on the spot says the answer once, and no heading stands over nothing")
    func letterOfAnswer() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("机器吞卡")
        try PaperCommandTests.act(desk, number, [("answer", #"{"text":"已当场取出卡片"}"#, "1003")])
        let letter = try desk.run("paper", "reply", number, "--lang", "zh", as: "1002").output
        #expect(letter.contains("处理意见：已当场取出卡片") && letter.matches(of: /已当场取出卡片/).count == 1)
        for heading in ["核查情况", "依据", "承诺事项"] { #expect(!letter.contains(heading), "\(heading)") }
    }

    @Test(
        "Sheet and register say how a case ended, whatever the end",
        arguments: [
            ("withdraw", #"{"reason":"问题已解决","how":"phone"}"#, "电话：问题已解决", "客户撤回"),
            ("not-accept", #"{"reason":"属他行业务，已告知"}"#, "属他行业务，已告知", "不予受理"),
            ("merge", #"{"into":"0379-2611-001"}"#, "0379-2611-001", "并案"),
        ]
    )
    func ends(name: String, json: String, reason: String, heading: String) throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        _ = try desk.log("排队四十分钟无人管", "--hand-over-to", "1002")
        let number = try desk.log("又排队", "--hand-over-to", "1002")
        try PaperCommandTests.act(desk, "0379-2611-001", [("accept", "{}", "1002")])
        try PaperCommandTests.act(desk, number, [("accept", "{}", "1002"), (name, json, "1002")])
        let sheet = try desk.run("paper", "sheet", number, "--lang", "zh", as: "1002").output
        let row = try #require(sheet.lines.first { $0.hasPrefix("│ \(heading) ") }, "\(sheet)")
        #expect(row.contains("1002 李敏，2026年11月20日 09:00：") && row.contains(reason), "\(row)")
        let register = try desk.run("paper", "register", "2026-11", "--lang", "zh", "--columns", "240", as: "1002").output
        #expect(register.contains(heading) && register.contains(String(reason.prefix(6))))
    }

    @Test("The sheet keeps the reply that was sent back, with the reason, and all that 1-domain lists of the handling")
    func wholeSheet() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("扣费有误", "--hand-over-to", "1002")
        try PaperCommandTests.act(
            desk,
            number,
            PaperCommandTests.answered + [
                ("tell-person", #"{"who":"1003 张伟","text":"当时系统繁忙"}"#, "1002"),
                ("ask-extension", #"{"reason":"需调取流水"}"#, "1002"), ("grant-extension", "{}", "1001"),
                ("interim-answer", #"{"how":"phone","text":"仍在核对"}"#, "1002"),
                ("tell", #"{"who":"customer","how":"phone","text":"可向 12378 反映"}"#, "1002"),
                ("attach", #"{"name":"流水","place":"3 号柜"}"#, "1002"),
                ("reply", #"{"how":"phone","text":"第一次答复"}"#, "1002"), ("send-back", #"{"reason":"请附明细"}"#, "1001"),
                ("reply", #"{"how":"letter","text":"第二次答复","accepted":false}"#, "1002"),
            ]
        )
        let sheet = try desk.run("paper", "sheet", number, "--lang", "zh", "--columns", "160", as: "1002").output
        let expected = [
            ("第三方责任", "支付公司"), ("告知责任人", "1003 张伟"), ("申请延期", "需调取流水"), ("批准延期", "1001 王建国"),
            ("阶段性答复", "电话：仍在核对"), ("告知", "客户、电话：可向 12378 反映"), ("证据材料", "流水"), ("退回", "请附明细"), ("签字确认", "尚未签字"),
        ]
        for (label, text) in expected {
            #expect(sheet.lines.contains { $0.hasPrefix("│ \(label) ") && $0.contains(text) }, "\(label) \(text)\n\(sheet)")
        }
        let order = ["当时系统繁忙", "第一次答复", "请附明细", "第二次答复", "客户不接受"].map { sheet.firstRange(of: $0)?.lowerBound }
        #expect(order.allSatisfy { $0 != nil } && zip(order, order.dropFirst()).allSatisfy { $0! < $1! })
        // What is not known has no row.
        for empty in ["代办人", "办理渠道"] { #expect(!sheet.contains(empty), "\(empty)") }
        let register = try desk.run("paper", "register", "2026-11", "--lang", "zh", "--columns", "240", as: "1002").output
        for text in ["第一次答复", "请附明细", "第二次答复", "1002 李敏"] { #expect(register.contains(text), "\(text)") }
    }

    @Test("A rectification that did not work is not said to be verified alone")
    func notEffective() throws {
        let (desk, number) = try PaperCommandTests.desk()
        try PaperCommandTests.act(desk, number, [("verify-rectification", #"{"item":1,"result":"仍排长队","effective":false}"#, "1001")])
        let sheet = try desk.run("paper", "sheet", number, "--lang", "zh", "--columns", "160", as: "1001").output
        #expect(sheet.contains("1. 制定高峰预案（李敏，2026年12月4日，已核验：整改无效）") && sheet.contains("：仍排长队"), "\(sheet)")
        #expect(sheet.contains("2. 制定高峰预案"))
    }

    @Test("The register names the complaint manager who took a case, and nobody while none has")
    func whoTook() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管")
        func manager() throws -> String {
            let register = try desk.run("paper", "register", "2026-11", "--columns", "240", as: "1002").output
            let row = try #require(register.lines.first { $0.contains(number) })
            return row.split(separator: "│", omittingEmptySubsequences: false)[11].filter { $0 != " " }
        }
        #expect(try manager() == "")
        try PaperCommandTests.act(desk, number, [("accept", "{}", "1002")])
        #expect(try manager() == "1002李敏")
    }

    @Test("What is open at a period's end stands in its report as it stood then")
    func asThen() throws {
        let desk = try CommandDesk(at: "2026-11-30T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管")
        desk.now = "2026-12-02T10:00:00+08:00"
        try PaperCommandTests.act(desk, number, [("accept", "{}", "1002")])
        for (kind, period, stage) in [("report", "2026-11", "logged"), ("daily", "2026-11-30", "logged"), ("report", "2026-12", "in hand")]
        {
            let made = try desk.run("paper", kind, period, "--columns", "160", as: "1002").output
            let row = try #require(made.lines.first { $0.contains(number) }, "\(kind)")
            #expect(row.contains("│ \(stage) "), "\(kind) \(period): \(row)")
            if period == "2026-11" { #expect(row.contains("1003") && !row.contains("1002")) }
        }
    }

    @Test(
        "A book page has the entries of an earlier month where they were entered, the answer on the spot, and what was corrected of a day"
    )
    func bookPage() throws {
        let desk = try CommandDesk(at: "2026-11-27T09:00:00+08:00")
        desk.now = "2026-12-01T10:00:00+08:00"
        _ = try desk.run("book", "open", as: "1002")
        let entry = try desk.run(
            "book",
            "entry",
            "--page",
            "12",
            "--line",
            "3",
            "--written",
            "2026-11-28",
            "--text",
            "叫号机坏了",
            as: "1002"
        )
        #expect(entry.output == "0379-2611-001\n" || entry.output == "0379-2612-001\n")
        try PaperCommandTests.act(desk, entry.lines[0], [("answer", #"{"text":"已修好"}"#, "1002")])
        let corrected = try desk.run("book", "correct", "2026-11-27", "--status", "nil", "--reason", "当日已查阅", as: "1001")
        try #require(corrected.status == 0, "\(corrected.errors)")
        let page = try desk.run("paper", "book", "2026-12", "--columns", "200", "--lang", "zh", as: "1002").output
        let row = try #require(page.lines.first { $0.contains(entry.lines[0]) })
        #expect(row.contains("12，3") && row.contains("叫号机坏了"), "\(row)")
        #expect(page.contains("当场答复"))
        for kind in ["book", "report"] {
            let made = try desk.run("paper", kind, "2026-11", "--lang", "zh", "--columns", "240", as: "1002").output
            let plain = made.filter { !$0.isWhitespace && $0 != "│" }
            #expect(plain.contains("原为漏查：“当日已查阅”"), "\(kind)\n\(made)")
            #expect(plain.contains("1001王建国"), "\(kind)")
        }
    }

    @Test("History brought in tells what its source says, as its word, and never that nobody has signed yet")
    func history() throws {
        let (desk, number) = try PaperCommandTests.desk()
        let file = desk.folder.path("cases.jsonl")
        #expect(try desk.run("export", "--format", "jsonl", "-o", file, as: "1001").status == 0)
        let other = try CommandDesk(at: "2026-12-20T09:00:00+08:00", isLikeNoOther: true)
        let taken = try other.run("import", file, as: "1001")
        try #require(taken.status == 0, "\(taken.errors)")
        let sheet = try other.run("paper", "sheet", number, "--lang", "zh", "--columns", "120", as: "1001").output
        for part in ["他处办理（据来源记载）", "高峰期未加开窗口", "已致歉并说明改进措施", "有效", "1001", "2026年11月25日 10:00"] {
            #expect(sheet.contains(part), "\(part)\n\(sheet)")
        }
        #expect(!sheet.contains("尚未签字") && !sheet.contains("客户签名"))
        let register = try other.run("paper", "register", "2026-11", "--lang", "zh", "--columns", "240", as: "1001").output
        for part in ["据来源记载", "已致歉并说明改进措施"] { #expect(register.contains(part), "\(part)") }
    }

    @Test(
        "The register is a table wherever a line has room for its columns, with who signed, when and the short form on lines of their own"
    )
    func registerTable() throws {
        let (desk, number) = try PaperCommandTests.desk()
        let register = try desk.run("paper", "register", "2026-11", "--lang", "zh", "--columns", "200", as: "1001").output
        let row = try #require(register.lines.first { $0.hasPrefix("│ \(number) ") }, "\(register)")
        #expect(row.split(separator: "│").count == 12)
        let signed = register.lines.compactMap { $0.split(separator: "│").last.map { String($0).filter { $0 != " " } } }
        let place = try #require(signed.firstIndex { $0 == "1001王建国" })
        #expect(signed[(place + 1)...].prefix(2).joined().hasPrefix("2026年11月25日"))
        #expect(signed.contains { $0.wholeMatch(of: /[0-9a-f]{4}-[0-9a-f]{4}-/) != nil })
        #expect(signed.contains { $0.wholeMatch(of: /[0-9a-f]{4}-[0-9a-f]{4}/) != nil })
    }

    @Test("What is to be put right has its number for a heading, and its words once, whole")
    func rectificationHeading() throws {
        let (desk, number) = try PaperCommandTests.desk()
        let notice = try desk.run("paper", "rectification", number, "--lang", "zh", as: "1001").output
        #expect(notice.contains("\n第 1 项\n") && notice.matches(of: /制定高峰预案/).count == 1, "\(notice)")
    }

    private static let hostile =
        "\u{1B}[2J\u{1B}]0;owned\u{7}\u{202E}txt.exe <script>alert('1')</script> \"><img src=x onerror=alert(1)> =HYPERLINK(\"x\") 'q' &amp; \u{200B}"

    @Test("Hostile text in every field comes out harmless in every form")
    func hostile() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let object = JSONValue.object([
            "channel": .text("oral"), "text": .text(PaperCommandTests.hostile), "customer": .text(PaperCommandTests.hostile),
            "contact": .text(PaperCommandTests.hostile), "asks": .text(PaperCommandTests.hostile),
            "about": .text(PaperCommandTests.hostile),
            "proxy": .text("=1+1"),
        ])
        let logged = try desk.run("log", "--input", "-", as: "1003", input: object.line + "\n")
        // Where a line is refused already there is nothing to print; this one must be taken.
        try #require(logged.status == 0, "\(logged.errors)")
        let number = try #require(logged.lines.first)
        for (kind, subject) in [("sheet", number), ("register", "2026-11"), ("statement", number)] {
            for format in ["text", "html"] {
                let made = try desk.run("paper", kind, subject, "--format", format, "--reveal", as: "1002")
                #expect(made.status == 0, "\(made.errors)")
                let text = made.output
                #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
                #expect(!text.unicodeScalars.contains { ["\u{202E}", "\u{200B}"].contains($0) }, "\(kind) \(format)")
                if format == "html" { #expect(!text.contains("<script") && !text.contains("<img")) }
            }
        }
        // Whoever set a limit is named too.
        try PaperCommandTests.act(desk, number, [("accept", "{}", "1002")])
        let party = JSONValue.object(["due": .text("2026-12-01"), "set-by": .text("12378\u{1B}[2J\u{202E}")]).line
        try PaperCommandTests.act(desk, number, [("outside-date", party, "1002")])
        for arguments in [["show", number], ["show", number, "--events"], ["paper", "sheet", number]] {
            let made = try run(
                arguments + ["--as", "1002", "--passcode-file", desk.folder.path("passcode")],
                clock: .at(desk.now),
                environment: ["FIRSTDESK_HOME": desk.path]
            ).output
            #expect(made.contains("12378␛[2J␦"), "\(arguments)\n\(made)")
            #expect(!made.unicodeScalars.contains { $0.value == 0x1B || $0 == "\u{202E}" }, "\(arguments)")
        }
        let csv = try desk.run("figures", "--period", "2026-11", "--by", "department", "--format", "csv", as: "1002").output
        #expect(!csv.contains("\n=") && !csv.contains(",="))
    }

    @Test("A model is taken for a letter, and for no other paper")
    func otherModel() throws {
        let (desk, number) = try PaperCommandTests.desk()
        try desk.folder.write("{customer}", to: "model.txt")
        let refused = try desk.run("paper", "sheet", number, "--model", desk.folder.path("model.txt"), as: "1002")
        #expect(refused.status == 2)
        #expect(refused.errors.hasPrefix("--model: the paper sheet is not made from a model. These are: reply, apology.\n"))
        #expect(PaperKind.all.filter(\.takesModel).map(\.name) == ["reply", "apology"])
    }

    @Test(
        "The report lists what was out of remit, group cases, and what was opened to be put right, by trigger; points where weights are set"
    )
    func reportLists() throws {
        let (desk, number) = try PaperCommandTests.desk()
        func act(_ number: String, _ name: String, _ json: String, as staff: String = "1002") throws {
            let done = try desk.run("act", number, name, "--json", json, as: staff)
            try #require(done.status == 0, "\(name): \(done.errors)")
        }
        let remit = try desk.log("物业费收取有误")
        try act(remit, "not-accept", #"{"reason":"属物业公司"}"#)
        let group = try desk.log("多名客户反映理财产品兑付延期", "--reason", "yield")
        try act(group, "accept", "{}")
        try act(group, "ask-escalation", #"{"kind":"group","reason":"多人集中投诉","persons":"7"}"#)
        try act(group, "confirm-escalation", "{}", as: "1001")
        func report(_ period: String) throws -> String {
            let made = try desk.run("paper", "report", period, "--columns", "160", "--lang", "en", as: "1001")
            try #require(made.status == 0, "\(made.errors)")
            return made.output
        }
        let first = try report("2026-11")
        #expect(first.contains("Out of remit") && first.contains("属物业公司") && first.contains(remit))
        #expect(first.contains("Group cases") && first.contains("7 people") && first.contains("多人集中投诉"))
        #expect(first.contains("Rectifications opened, by trigger") && first.contains("制定高峰预案") && first.contains("\(number)/1"))
        let valid = try #require(first.lines.first { $0.hasPrefix("│ valid ") })
        #expect(valid.split(separator: "│").map { $0.filter { $0 != " " } } == ["valid", "1", "1", "0", "0", "0"])
        #expect(!first.contains("Points by first responder"))
        #expect(try desk.run("settings", "set", "points", "oral/on-the-spot=2, */replied=x", as: "1001").status == 2)
        #expect(try desk.run("settings", "set", "points", "oral/replied=3, */*=1", as: "1001").status == 0)
        let second = try report("2026-11")
        let points = try #require(second.lines.last { $0.contains("1003 张伟") })
        // They weigh nothing of what was received before they were set.
        #expect(points.split(separator: "│").map { $0.filter { $0 != " " } } == ["1003张伟", "3", "0"])
        #expect(second.contains("Weights: none; from ") && second.contains("oral/replied=3, */*=1"))
        // Of a month before the founding there is nothing to compare with.
        #expect(
            second.lines.first { $0.hasPrefix("│ Received ") }?.split(separator: "│").map { $0.filter { $0 != " " } } == [
                "Received", "3", "—", "—", "—", "—",
            ]
        )
    }
}
