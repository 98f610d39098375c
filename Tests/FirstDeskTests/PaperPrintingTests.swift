import DeskPapers
import Glibc
import TableFiles
import Testing

@testable import firstdesk

/// Papers on their way out of the desk: to a printer, into a file, as PDF.
@Suite("firstdesk paper, printed and saved")
struct PaperPrintingTests {
    @Test("What goes to a printer of lines is text, and a page's source goes to none")
    func printedForms() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管")
        try desk.folder.write("#!/bin/sh\necho \"$@\" > \(desk.folder.path("options"))\ncat > \(desk.folder.path("paper"))\n", to: "lp")
        #expect(chmod(desk.folder.path("lp"), 0o700) == 0)
        let path = ["PATH": "\(desk.folder.path("")):/usr/bin:/bin"]
        let slip = try desk.run("paper", "slip", number, "--print", "--columns", "32", as: "1003", environment: path)
        #expect(slip.status == 0, "\(slip.errors)")
        #expect(try SourceTree.text(of: desk.folder.path("options")) == "-t firstdesk\n")
        #expect(try SourceTree.text(of: desk.folder.path("paper")).contains("Complaint received"))
        let page = try desk.run("paper", "slip", number, "--print", "--format", "html", as: "1003", environment: path)
        #expect(page.status == 2 && page.errors.hasPrefix("--print and --format html cannot be used together."))
    }

    @Test("Copies and both sides of a sheet are the printer's to make; numbers that cannot be are refused with those that can")
    func copies() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管")
        try desk.folder.write("#!/bin/sh\necho \"$@\" > \(desk.folder.path("options"))\ncat > /dev/null\n", to: "lp")
        #expect(chmod(desk.folder.path("lp"), 0o700) == 0)
        let path = ["PATH": "\(desk.folder.path("")):/usr/bin:/bin"]
        func printed(_ options: String...) throws -> CommandResult {
            try FirstDeskTests.run(
                ["paper", "slip", number, "--print", "--format", "text"] + options
                    + ["--as", "1003", "--passcode-file", desk.folder.path("passcode"), "--desk", desk.path],
                clock: .at(desk.now),
                environment: path
            )
        }
        #expect(try printed("--copies", "2", "--two-sided").status == 0)
        #expect(try SourceTree.text(of: desk.folder.path("options")) == "-t firstdesk -n 2 -o sides=two-sided-long-edge\n")
        let none = try printed("--copies", "0")
        #expect(none.status == 2 && none.errors.hasPrefix("--copies: 0 is out of range. Give a number from 1 to 99.\n"), "\(none.errors)")
        let narrow = try printed("--columns", "20")
        #expect(narrow.status == 2 && narrow.errors.hasPrefix("--columns: 20 is out of range. Give a number from 24 to 240.\n"))
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
        #expect(try SourceTree.text(of: desk.folder.path("options")) == "-t firstdesk -d counter\n")
        #expect(try SourceTree.text(of: desk.folder.path("paper")).contains(number))
    }

    @Test("A printer that does not take the paper is told of, and nothing is recorded as printed")
    func failingPrinter() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管")
        let path = "\(desk.folder.path("")):/usr/bin:/bin"
        func print() throws -> CommandResult {
            try desk.run("paper", "slip", number, "--print", "--format", "text", as: "1003", environment: ["PATH": path])
        }
        func prints() throws -> Int {
            try desk.run("audit", "--json", as: "1009").objects().filter { $0["act"] == .text("exported") }.count
        }
        try desk.folder.write("#!/bin/sh\necho 'lp: no such printer' >&2\nexit 1\n", to: "lp")
        #expect(chmod(desk.folder.path("lp"), 0o700) == 0)
        let failed = try print()
        #expect(failed.status != 0 && failed.errors.contains("lp did not do its work (lp: no such printer)"), "\(failed.errors)")
        #expect(try prints() == 0)
        try desk.folder.write("#!/bin/sh\ncat > /dev/null\n", to: "lp")
        #expect(try print().status == 0)
        #expect(try prints() == 1)
    }

    @Test(
        "A file that is there is not overwritten unasked: papers, figures, exports; --replace does, and what holds no contents loses none"
    )
    func overwriting() throws {
        let (desk, number) = try PaperCommandTests.desk()
        let commands = [
            ["paper", "sheet", number], ["figures", "--period", "2026-11"], ["figures", "--period", "2026-11", "--format", "xlsx"],
            ["export"], ["export", "--format", "csv"], ["export", "--for-head-office", "2026-11"],
        ]
        let person = ["--as", "1001", "--passcode-file", desk.folder.path("passcode"), "--desk", desk.path]
        for command in commands {
            let file = desk.folder.path("kept")
            try desk.folder.write("kept", to: "kept")
            let lived = try desk.run("audit", "--json", as: "1009").lines.count
            let refused = try FirstDeskTests.run(command + ["-o", file] + person, clock: .at(desk.now))
            #expect(
                refused.status == 2 && refused.errors.hasPrefix("\(file) is there already; nothing was written."),
                "\(command) \(refused.errors)"
            )
            #expect(try SourceTree.text(of: file) == "kept")
            #expect(try desk.run("audit", "--json", as: "1009").lines.count == lived, "what was not written left no event")
            let written = try FirstDeskTests.run(command + ["-o", file, "--replace"] + person, clock: .at(desk.now))
            #expect(written.status == 0, "\(command) \(written.errors)")
            #expect(try SourceTree.bytes(of: file) != Array("kept".utf8))
        }
        #expect(try desk.run("paper", "sheet", number, "-o", "/dev/null", as: "1001").status == 0)
    }

    private static let hasWeasyPrint = access("/usr/bin/weasyprint", X_OK) == 0 && access("/usr/bin/pdftotext", X_OK) == 0

    @Test("A PDF holds all that the paper says: nothing is dropped", .enabled(if: hasWeasyPrint), arguments: ["en", "zh"])
    func pdf(language: String) throws {
        let (desk, number) = try PaperCommandTests.desk()
        // A text far beyond what one block holds.
        let long = (1...400).map { "第\($0)句话说明情况。" }.joined()
        // No line of a page holds such a word, nor does a node of the HTML that it is made of.
        for word in [String(repeating: "ж", count: 700), "https://a.test/" + String(repeating: "я", count: 350)] {
            let said = try desk.run("act", number, "statement", "--json", JSONValue.object(["text": .text("见 \(word)")]).line, as: "1003")
            try #require(said.status == 0, "\(said.errors)")
        }
        let added = try desk.run("act", number, "statement", "--json", JSONValue.object(["text": .text(long)]).line, as: "1003")
        try #require(added.status == 0, "\(added.errors)")
        func words(_ kind: String) throws -> String {
            let file = desk.folder.path("\(kind).pdf")
            let made = try desk.run("paper", kind, number, "--format", "pdf", "-o", file, "--lang", language, as: "1001")
            try #require(made.status == 0, "\(made.errors)")
            // Without the margins, whose page numbers stand between the halves of a sentence.
            let told = try run(["-x", "0", "-y", "37", "-W", "595", "-H", "768", file, "-"], program: "/usr/bin/pdftotext").output
            return told.filter { !$0.isWhitespace }
        }
        // Where a page ends the mark across it may come between the halves of a sentence.
        let statement = try words("statement").filter { !"PRACTICE练习".contains($0) }
        for sentence in 1...400 where !statement.contains("第\(sentence)句话说明情况。") { Issue.record("sentence \(sentence) was dropped") }
        #expect(statement.contains(number), "also at the head of a later page")
        // In a cell as on the sheet itself.
        for paper in [statement, try words("sheet")] {
            for (sign, count) in [("ж", 700), ("я", 350)] as [(Character, Int)] { #expect(paper.count { $0 == sign } == count, "\(sign)") }
        }
        let dossier = try words("dossier")
        for part in [number, "赔偿金额超出网点权限", language == "zh" ? "附件清单" : "Attachments"] { #expect(dossier.contains(part), "\(part)") }
    }
}
