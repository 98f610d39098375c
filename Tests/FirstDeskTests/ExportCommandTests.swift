import Glibc
import TableFiles
import Testing

@testable import firstdesk

extension JSONValue {
    /// A text as it is, anything else as it is written.
    fileprivate var word: String { if case .text(let text) = self { text } else { line } }
}

/// What leaves a desk as a file, and comes into another (4-commands, export and import).
@Suite("firstdesk export")
struct ExportCommandTests {
    /// A desk with a case that was answered, one that is open and hostile in every field, and one brought in from another register.
    private func livedDesk() throws -> CommandDesk {
        let desk = try CommandDesk()
        try desk.folder.write(
            """
            received,text,sourceNumber,source,customer,channel,Old remark
            2019-04-10,The card was kept by the machine,A-17,paper,Mr Hall,letter,seen

            """,
            to: "paper.csv"
        )
        #expect(try desk.run("import", desk.folder.path("paper.csv"), as: "1001").status == 0)
        let answered = try desk.run(
            "log",
            "--channel",
            "oral",
            "--text",
            "排队四十分钟\n无人解释",
            "--customer",
            "刘女士",
            "--contact",
            "13812340000",
            "--amount",
            "300",
            "--answer",
            "已当场致歉",
            as: "1003"
        )
        #expect(answered.output == "0379-2611-001\n")
        let open = try desk.run(
            "log",
            "--channel",
            "phone",
            "--text",
            "=HYPERLINK(\"http://x\")\u{1B}[2J\u{202E}<script>",
            "--customer",
            "+1'OR'1",
            "--contact",
            "13912340000",
            "--repeated-back",
            as: "1003"
        )
        #expect(open.output == "0379-2611-002\n")
        return desk
    }

    /// The rows of an export without what each desk gives anew: its own numbers.
    private func rows(_ path: String, withoutNumbers: Bool = true) throws -> [[String: JSONValue]] {
        let text = String(decoding: try SourceTree.bytes(of: path), as: UTF8.self)
        return try text.split(separator: "\n").map { try JSONValue(reading: String($0)) }.compactMap { value in
            guard case .object(var members) = value, members["firstdesk"] == nil, members["proof"] == nil else { return nil }
            if withoutNumbers { members["number"] = nil }
            return members
        }
    }

    @Test("JSON lines out of one desk and into another give equal cases, also those of after its founding; the way back adds nothing")
    func inverse() throws {
        let desk = try livedDesk()
        let first = desk.folder.path("first.jsonl")
        let exported = try desk.run("export", "-o", first, as: "1001")
        #expect(exported.status == 0 && exported.errors == "" && exported.output == "")
        let other = try CommandDesk(isLikeNoOther: true)
        let taken = try other.run("import", first, as: "1001")
        #expect(taken.output == "3 rows read: 3 imported, 0 already there, 0 refused.\n")
        #expect(try other.run("import", first, as: "1001").output == "3 rows read: 0 imported, 3 already there, 0 refused.\n")
        let second = other.folder.path("second.jsonl")
        #expect(try other.run("export", "--output", second, as: "1001").status == 0)
        let (before, after) = (try rows(first, withoutNumbers: false), try rows(second))
        #expect(before.count == 3 && after.count == 3)
        for original in before {
            // A case of the first desk is known at the second by the number that it had there.
            let number = original["sourceNumber"] ?? original["number"]
            let copy = try #require(after.first { $0["sourceNumber"] == number })
            var expected = original
            expected["number"] = nil
            expected["sourceNumber"] = number
            expected["source"] = original["source"] ?? .text("firstdesk")
            #expect(copy == expected)
        }
        // Its own cases come back to the first desk as what is there.
        #expect(try desk.run("import", first, as: "1001").output == "3 rows read: 0 imported, 3 already there, 0 refused.\n")
        for place in [desk, other] { #expect(try place.run("verify").status == 0) }
    }

    @Test(
        "A desk's cases brought in at another count there as they did, and stand in its tables and on its sheets with what was found and answered"
    )
    func inverseElsewhere() throws {
        let desk = try livedDesk()
        let referred = try desk.run(
            "log",
            "--channel",
            "referred",
            "--sender",
            "洛阳监管分局",
            "--text",
            "手续费未提前告知",
            "--business",
            "cards",
            "--reason",
            "pricing",
            "--done-at",
            "mobile",
            "--amount",
            "20",
            as: "1002"
        )
        let number = String(referred.output.dropLast())
        for (act, fields) in [
            ("accept", "{}"),
            ("finding", #"{"fault":"none","facts":"合同已载明","class":"unfounded","explanation":"已逐条说明"}"#),
            ("reply", #"{"how":"phone","text":"已说明收费依据","relief":"explanation"}"#),
        ] {
            let done = try desk.run("act", number, act, "--json", fields, as: "1002")
            try #require(done.status == 0, "\(done.errors)")
        }
        desk.now = "2026-11-30T09:00:00+08:00"
        let file = desk.folder.path("cases.jsonl")
        #expect(try desk.run("export", "-o", file, as: "1001").status == 0)
        let other = try CommandDesk(at: "2026-12-01T09:00:00+08:00", isLikeNoOther: true)
        #expect(try other.run("import", file, as: "1001").output == "4 rows read: 4 imported, 0 already there, 0 refused.\n")

        // What a return counts: all that history tells, by the axes of what was taken down.
        func counts(_ place: CommandDesk) throws -> [String] {
            let told = try #require(try place.run("figures", "--period", "2026-11", "--format", "json", as: "1001").objects().first)
            return (told["rows"]?.elements ?? []).compactMap { row in
                guard let axis = row["axis"], ["channel", "business", "reason", "done-at", "sender", "weekday"].contains(axis.word),
                    row["count"] != .number("0")
                else { return nil }
                let names = ["received", "kept", "broken", "claimed", "repeats"]
                return "\(axis.word) \(row["key"]?.word ?? "")" + names.map { " \(row["measures"]?[$0]?.line ?? "")" }.joined()
            }
        }
        let (here, there) = (try counts(desk), try counts(other))
        #expect(here == there)
        #expect(here.contains { $0.hasPrefix("sender regulator 1 1 0 ") } && here.count > 8, "\(here)")

        // Tables: each column says the same, but for the numbers and the source that the other desk gives.
        func table(_ place: CommandDesk) throws -> [[String: String]] {
            let lines = try place.run("export", "--format", "csv", as: "1001").output
            let rows = lines.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            let given = Set(["number", "source", "sourceNumber"])
            return rows.dropFirst().filter { $0.count == rows[0].count }.map { row in
                Dictionary(uniqueKeysWithValues: zip(rows[0], row)).filter { !given.contains($0.key) && !$0.value.isEmpty }
            }.sorted { ($0["received"] ?? "") < ($1["received"] ?? "") }
        }
        let (rows, copies) = (try table(desk), try table(other))
        #expect(Set(rows) == Set(copies) && rows.count >= 2)
        let copy = try #require(try other.run("list", "--search", "手续费未提前告知", "--json", as: "1001").objects().first?["number"]).word
        let sheet = try other.run("paper", "sheet", copy, "--lang", "zh", as: "1001").output
        for words in ["合同已载明", "已说明收费依据", "不成立", "监管部门", "洛阳监管分局"] { #expect(sheet.contains(words), "\(words)") }
        #expect(try other.run("verify").status == 0)
    }

    @Test(
        "A signed file is checked without the desk; a byte changed anywhere, a line taken out, its end cut off, a row added: all are noticed"
    )
    func signature() throws {
        let desk = try livedDesk()
        let path = desk.folder.path("out.jsonl")
        #expect(try desk.run("export", "-o", path, as: "1009").status == 0)
        let checked = try run(["verify", path])
        #expect(checked.status == 0)
        #expect(checked.output.hasPrefix("Intact: cases of 0379 洛阳分行营业部, signed by 1009 (event "))
        #expect(checked.output.contains("\nKey of 1009, to be compared with the branch's paper file: "))
        let chinese = try run(["verify", path, "--lang", "zh"])
        #expect(chinese.output.hasPrefix("完整：0379 洛阳分行营业部 的 cases，签名人 1009（事件 "))
        let whole = try SourceTree.bytes(of: path)
        var forged: [[UInt8]] = []
        for place in stride(from: 3, to: whole.count - 1, by: 37) {
            var bytes = whole
            bytes[place] = bytes[place] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
            if bytes != whole { forged.append(bytes) }
        }
        let lines = whole.split(separator: UInt8(ascii: "\n"))
        forged.append(Array(lines.dropLast().joined(separator: [UInt8(ascii: "\n")])))
        forged.append(Array((Array(lines[0..<1]) + Array(lines[2...])).joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")])
        forged.append(whole + Array("{\"text\":\"more\"}\n".utf8))
        for bytes in forged {
            try desk.folder.write(bytes, to: "forged.jsonl")
            let found = try run(["verify", desk.folder.path("forged.jsonl"), "--json"])
            #expect(found.status == 3)
            #expect(try found.objects()[0]["ok"] == .truth(false))
        }
        try desk.folder.write(forged[forged.count - 2], to: "forged.jsonl")
        let other = try CommandDesk(isLikeNoOther: true)
        let refused = try other.run("import", other.folder.path("forged.jsonl"), as: "1001")
        #expect(refused.status == 2)
        let copied = desk.folder.path("forged.jsonl")
        let stopped = try other.run("import", copied, as: "1001")
        #expect(stopped.status == 2)
        #expect(stopped.errors.hasPrefix("\(copied) was changed since it was signed. Nothing was imported.\n"))
    }

    @Test("A file that a copy of this desk signed brings in nothing new of after the founding; what is here already is told so")
    func ownCopy() throws {
        let (desk, copy) = (try CommandDesk(), try CommandDesk())
        desk.now = "2026-11-30T09:00:00+08:00"
        copy.now = desk.now
        _ = try desk.log("排队四十分钟无人管")
        _ = try copy.log("排队四十分钟无人管")
        _ = try copy.log("从未发生的事")
        let file = copy.folder.path("copy.jsonl")
        #expect(try copy.run("export", "-o", file, as: "1001").status == 0)
        let taken = try desk.run("import", file, as: "1001")
        #expect(taken.status == 3)
        #expect(taken.output == "2 rows read: 0 imported, 1 already there, 1 refused.\n")
        #expect(taken.errors.contains("in a file of this desk itself or of a copy of it: log it."), "\(taken.errors)")
        let chinese = try desk.run("import", file, "--lang", "zh", as: "1001")
        #expect(chinese.errors.contains("文件由本投诉台或其副本签发"), "\(chinese.errors)")
        // Another desk's word holds.
        let other = try CommandDesk(isLikeNoOther: true)
        other.now = "2026-12-01T09:00:00+08:00"
        #expect(try other.run("import", file, as: "1001").output == "2 rows read: 2 imported, 0 already there, 0 refused.\n")
    }

    @Test("A practice desk's file goes into practice desks only")
    func practiceFile() throws {
        let practice = try livedDesk()
        let file = practice.folder.path("practice.jsonl")
        #expect(try practice.run("export", "-o", file, as: "1001").status == 0)
        let folder = try TemporaryFolder()
        try folder.write("correct horse 马\n", to: "passcode")
        let signedIn = ["--as", "1001", "--passcode-file", folder.path("passcode"), "--desk", folder.path("desk")]
        let founded = try run(
            [
                "init", "--desk", folder.path("desk"), "--code", "0380", "--name", "偃师支行", "--hotline", "0379-65920001", "--timezone",
                "Asia/Shanghai", "--manager", "1001", "--manager-name", "王建国", "--passcode-file", folder.path("passcode"),
            ],
            clock: .machine
        )
        try #require(founded.status == 0, "\(founded.errors)")
        let refused = try run(["import", file] + signedIn, clock: .machine)
        #expect(refused.status == 3)
        #expect(refused.output.contains(" 0 imported, 0 already there, "), "\(refused.output)")
        #expect(refused.errors.contains("The file comes from a practice desk, so the case is not a real one."), "\(refused.errors)")
    }

    @Test("What was still open there is history here, and the import says how many: nobody takes them for cases in hand")
    func stillOpen() throws {
        let desk = try livedDesk()
        let file = desk.folder.path("open.jsonl")
        #expect(try desk.run("export", "-o", file, as: "1001").status == 0)
        let other = try CommandDesk(at: "2026-12-01T09:00:00+08:00", isLikeNoOther: true)
        let tried = try other.run("import", file, "--dry-run", "--json", as: "1001")
        #expect(try tried.objects()[0]["stillOpen"] == .number("2"))
        let taken = try other.run("import", file, as: "1001")
        #expect(taken.errors.contains("2 of them were still open there and are history here"), "\(taken.errors)")
        let again = try other.run("import", file, as: "1001")
        #expect(!again.errors.contains("still open"), "\(again.errors)")
        let chinese = try CommandDesk(at: "2026-12-01T09:00:00+08:00", isLikeNoOther: true)
        #expect(try chinese.run("import", file, "--lang", "zh", as: "1001").errors.contains("其中 2 件在原处尚未办结"))
    }

    @Test("An unsigned row of after the founding is refused as before")
    func unsigned() throws {
        let desk = try livedDesk()
        let path = desk.folder.path("out.csv")
        #expect(try desk.run("export", "--format", "csv", "-o", path, as: "1001").status == 0)
        let text = String(decoding: try SourceTree.bytes(of: path), as: UTF8.self)
        #expect(text.hasPrefix("number,channel,"))
        #expect(text.contains("Old remark\r\n"))
        // A cell that a spreadsheet would run is a text, and import takes the mark away again.
        #expect(text.contains("\"'=HYPERLINK(\"\"http://x\"\")"))
        let other = try CommandDesk(isLikeNoOther: true)
        let taken = try other.run("import", path, as: "1001")
        #expect(taken.status == 0 || taken.status == 3)
        #expect(try other.run("verify").status == 0)
    }

    @Test("Who may export, what is recorded, and what is left out: a case about whoever exports")
    func permission() throws {
        let desk = try livedDesk()
        #expect(try desk.run("export", as: "1003").status == 1)
        let rude = try desk.run("log", "--channel", "oral", "--text", "The manager was rude", "--about", "1001", as: "1003")
        #expect(rude.status == 0)
        // The auditor reads all; a manager nothing about themselves. Two lines more are the file's own.
        let all = try desk.run("export", as: "1009")
        #expect(all.output.split(separator: "\n").count == 6)
        let theirs = try desk.run("export", "--from", "2026-11-01", as: "1001")
        #expect(theirs.output.split(separator: "\n").count == 4)
        #expect(!theirs.output.contains("rude"))
        let audit = try desk.run("audit", "--json", as: "1001").objects()
        #expect(audit.filter { $0["act"] == .text("exported") }.count == 2)
        #expect(try desk.run("verify").status == 0)
        let period = try desk.run("export", "--from", "2026-12-01", "--to", "2026-11-01", as: "1001")
        #expect(period.status == 2)
    }

    private static let hasUnzip = access("/usr/bin/unzip", X_OK) == 0

    @Test("A workbook has days as days and money with its hundredths, and says which cases it could not hold whole", .enabled(if: hasUnzip))
    func workbook() throws {
        let desk = try CommandDesk()
        let letter = JSONValue.object([
            "channel": .text("letter"), "text": .text(String(repeating: "字", count: 32_768)), "customer": .text("刘女士"),
            "contact": .text("13812340000"), "postmark": .text("2026-11-18"), "amount": .text("500"),
        ])
        let logged = try desk.run("log", "--input", "-", as: "1002", input: letter.line + "\n")
        try #require(logged.status == 0, "\(logged.errors)")
        let file = desk.folder.path("cases.xlsx")
        let made = try desk.run("export", "--format", "xlsx", "-o", file, as: "1001")
        #expect(made.status == 0)
        #expect(
            made.errors.contains(
                "A cell of a workbook holds 32767 characters, so text is cut in it of: 0379-2611-001. Export to csv or jsonl to have it whole.\n"
            ),
            "\(made.errors)"
        )
        func part(_ name: String) throws -> String { try run(["-p", file, name], program: "/usr/bin/unzip").output }
        let styles = try part("xl/styles.xml")
        #expect(styles.contains("formatCode=\"yyyy-mm-dd\"") && styles.contains("formatCode=\"0.00\""), "\(styles)")
        // 18 Nov 2026 is the 46,344th day that a spreadsheet counts.
        #expect(try part("xl/worksheets/sheet1.xml").contains("<v>46344</v>"))
        let short = try desk.run("export", "--format", "xlsx", "--to", "2026-11-01", "-o", file, "--replace", as: "1001")
        #expect(short.status == 0 && !short.errors.contains("cut"))
    }

    @Test(
        "The charts of a workbook stand within what is printed, with the first row at the top and every label; the figures' sheet has one too",
        .enabled(if: hasUnzip)
    )
    func charts() throws {
        let desk = try livedDesk()
        let file = desk.folder.path("figures.xlsx")
        #expect(try desk.run("figures", "--period", "2026-11", "--format", "xlsx", "-o", file, as: "1001").status == 0)
        func part(_ name: String) throws -> String { try run(["-p", file, name], program: "/usr/bin/unzip").output }
        let area = /Print_Area" localSheetId="1">Months!\$A\$1:\$([A-Z])\$([0-9]+)</
        let months = try #require(try part("xl/workbook.xml").firstMatch(of: area))
        #expect(months.1 == "F" && (Int(months.2) ?? 0) > 30, "\(months.0)")
        #expect(try part("xl/worksheets/sheet1.xml").contains("<col min=\"2\" max=\"4\" width=\"14.7"), "amounts have room")
        for chart in [1, 2] {
            let drawn = try part("xl/charts/chart\(chart).xml")
            for word in ["Months!$A$2:$A$13", "<c:orientation val=\"maxMin\"/>", "<c:crosses val=\"max\"/>", "<c:tickLblSkip val=\"1\"/>"] {
                #expect(drawn.contains(word), "\(chart): \(word)\n\(drawn)")
            }
        }
    }

    @Test("The file for head office: figures, dossiers, seal, signed; and checked without the desk")
    func headOffice() throws {
        let desk = try livedDesk()
        func goesUp(_ number: String) throws {
            for act in [
                ["hand-over", #"{"to":"1002"}"#], ["accept", "{}"], ["ask-escalation", #"{"kind":"authority","reason":"beyond us"}"#],
            ] {
                #expect(try desk.run("act", number, act[0], "--json", act[1], as: act[0] == "hand-over" ? "1003" : "1002").status == 0)
            }
            #expect(try desk.run("act", number, "confirm-escalation", as: "1001").status == 0)
        }
        try goesUp("0379-2611-002")
        let path = desk.folder.path("up.jsonl")
        #expect(try desk.run("export", "--for-head-office", "2026-11", "-o", path, as: "1001").status == 0)
        let lines = String(decoding: try SourceTree.bytes(of: path), as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines.count == 6)
        #expect(lines[1].hasPrefix(#"{"asOf":"2026-11-20T09:00:00+08:00","clock":null,"figures":{"#))
        #expect(lines[2].hasPrefix(#"{"dossier":{"#) && lines[2].contains("0379-2611-002"))
        #expect(lines[3] == #"{"dossiers":1,"notShown":0}"#)
        #expect(lines[4].hasPrefix(#"{"seal":"S-"#))
        #expect(try run(["verify", path]).output.hasPrefix("Intact: head-office 2026-11 of 0379 洛阳分行营业部, signed by 1001 "))
        #expect(try desk.run("export", "--for-head-office", "soon", as: "1001").status == 2)
        // What goes up later is in the file of its own period, beside what is still there.
        desk.now = "2026-12-04T09:00:00+08:00"
        try goesUp(try desk.log("贷款利率与告知不符"))
        for (period, count) in [("2026-11", 1), ("2026-12", 2)] {
            let path = desk.folder.path("of-\(period).jsonl")
            #expect(try desk.run("export", "--for-head-office", period, "-o", path, as: "1001").status == 0)
            #expect(try SourceTree.text(of: path).contains(#"{"dossiers":\#(count),"notShown":0}"#), "\(period)")
        }
    }
}
