import DeskPapers
import Glibc
import TableFiles
import Testing

@testable import firstdesk

@Suite("firstdesk paper")
struct PaperCommandTests {
    /// A desk with a case of which every paper can be made; of an unsigned one, all but the delay note.
    private static func desk(signed: Bool = true) throws -> (desk: CommandDesk, number: String) {
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
        try act("reply", #"{"how":"phone","text":"已致歉并说明改进措施","accepted":true}"#)
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

    /// Where the texts of papers stand, a file each. `FIRSTDESK_MAKE_PAPERS=1 swift test --filter PaperCommandTests` writes them anew, and what
    /// changed is looked at before it is kept.
    private static let texts = "\(SourceTree.root)/Tests/FirstDeskTests/Papers"

    @Test("Each paper says what it said, word for word, in both languages", arguments: ["en", "zh"])
    func wordForWord(language: String) throws {
        // A signature comes out another way each time, and so does the seal of a day.
        let (desk, number) = try PaperCommandTests.desk(signed: false)
        for name in ["slip", "sheet", "reply", "apology", "dossier", "chaser", "statement", "notice"] {
            let kind = try #require(PaperKind.named(name))
            let arguments = PaperCommandTests.words(kind, number) + ["--lang", language]
            let made = try run(
                arguments + ["--as", "1001", "--passcode-file", desk.folder.path("passcode")],
                clock: .at(desk.now),
                environment: ["FIRSTDESK_HOME": desk.path]
            )
            let text = made.output
            let file = "\(PaperCommandTests.texts)/\(kind.name)-\(language).txt"
            if getenv("FIRSTDESK_MAKE_PAPERS") != nil { try PaperOutput.write(Array(text.utf8), to: file) }
            #expect(try SourceTree.text(of: file) == text, "\(kind.name)")
        }
    }

    @Test("What is printed, saved or piped away is an event of the desk, by whoever took it; what is read on a terminal is none")
    func exports() throws {
        let (desk, number) = try PaperCommandTests.desk()
        let lived = try desk.run("audit", "--json", as: "1009").lines.count
        let file = desk.folder.path("out")
        #expect(try desk.run("paper", "slip", number, as: "1003").status == 0)
        #expect(try desk.run("paper", "daily", "2026-11-20", "-o", file, as: "1002").status == 0)
        #expect(try desk.run("figures", "--period", "2026-11", "--format", "csv", "-o", file, as: "1009").status == 0)
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
        // Of whom it is about, the register keeps it, and says how many it does not show.
        let register = try desk.run("paper", "register", "2026-11", as: "1002")
        #expect(register.output.contains("0 entries, 1 not shown"))
        #expect(!register.output.contains("排队"))
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
        #expect(plain(own.output).contains("刘女士：高峰期未加开窗口。如您对答复不满意，请拨打我行投诉电话0379-65920000，或通过以下渠道反映：12378"))
        #expect(plain(own.output).contains("2026年11月25日盖章及签字"))
        try desk.folder.write("Dear {customre}", to: "wrong")
        let wrong = try desk.run("paper", "reply", number, "--model", desk.folder.path("wrong"), as: "1002")
        #expect(wrong.status == 1)
        #expect(wrong.errors.hasPrefix("The model has a blank {customre} that nothing fills. It knows: {customer}, {number},"))
        // The three parts that the regulation asks of an answer.
        let letter = try desk.run("paper", "reply", number, as: "1002").output
        for part in ["What we found: 高峰期未加开窗口", "On what grounds: 已加开窗口", "What you can do next: If you are not satisfied"] {
            #expect(plain(letter).contains(plain(part)), "\(part)")
        }
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
        let csv = try desk.run("figures", "--period", "2026-11", "--by", "department", "--format", "csv", as: "1002").output
        #expect(!csv.contains("\n=") && !csv.contains(",="))
    }

    @Test("A missing program is named with its packages, and the file is offered")
    func missing() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管")
        let bare = ["PATH": desk.folder.path("nothing")]
        let made = try desk.run(
            "paper",
            "slip",
            number,
            "--format",
            "pdf",
            "-o",
            desk.folder.path("slip.pdf"),
            as: "1003",
            environment: bare
        )
        #expect(made.status == 3)
        #expect(
            made.errors
                == "weasyprint is not installed. Install it with \"apt-get install weasyprint fonts-wqy-microhei\", or take the paper with --format html.\n"
        )
        #expect(access(desk.folder.path("slip.pdf"), F_OK) == -1)
        let printed = try desk.run("paper", "slip", number, "--print", "--format", "text", as: "1003", environment: bare)
        #expect(printed.status == 3)
        #expect(printed.errors.hasPrefix("lp is not installed. Install it with \"apt-get install cups-client\""))
    }

    @Test("The printer gets the paper with its title and size, and nothing else is written")
    func printer() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管")
        try desk.folder.write("#!/bin/sh\necho \"$@\" > \(desk.folder.path("options"))\ncat > \(desk.folder.path("paper"))\n", to: "lp")
        #expect(chmod(desk.folder.path("lp"), 0o700) == 0)
        let path = "\(desk.folder.path("")):/usr/bin:/bin"
        let printed = try desk.run(
            "paper",
            "slip",
            number,
            "--print",
            "--format",
            "text",
            "--printer",
            "counter",
            as: "1003",
            environment: ["PATH": path]
        )
        #expect(printed.status == 0, "\(printed.errors)")
        #expect(printed.output.isEmpty)
        #expect(try SourceTree.text(of: desk.folder.path("options")) == "-t firstdesk -d counter -o media=A4\n")
        #expect(try SourceTree.text(of: desk.folder.path("paper")).contains(number))
    }

    private static let hasWeasyPrint = access("/usr/bin/weasyprint", X_OK) == 0 && access("/usr/bin/pdftotext", X_OK) == 0

    @Test("A PDF holds all that the paper says: nothing is dropped", .enabled(if: hasWeasyPrint), arguments: ["en", "zh"])
    func pdf(language: String) throws {
        let (desk, number) = try PaperCommandTests.desk()
        // A text far beyond what one block holds.
        let long = (1...400).map { "第\($0)句话说明情况。" }.joined()
        let added = try desk.run("act", number, "statement", "--json", JSONValue.object(["text": .text(long)]).line, as: "1003")
        try #require(added.status == 0, "\(added.errors)")
        func words(_ kind: String) throws -> String {
            let file = desk.folder.path("\(kind).pdf")
            let made = try desk.run("paper", kind, number, "--format", "pdf", "-o", file, "--lang", language, as: "1001")
            try #require(made.status == 0, "\(made.errors)")
            // Without the margins, whose page numbers stand between the halves of a sentence.
            let told = try run(["-x", "0", "-y", "45", "-W", "595", "-H", "752", file, "-"], program: "/usr/bin/pdftotext").output
            return told.filter { !$0.isWhitespace }
        }
        let statement = try words("statement")
        for sentence in 1...400 where !statement.contains("第\(sentence)句话说明情况。") { Issue.record("sentence \(sentence) was dropped") }
        let dossier = try words("dossier")
        for part in [number, "赔偿金额超出网点权限", language == "zh" ? "附件清单" : "Attachments"] { #expect(dossier.contains(part), "\(part)") }
    }
}
