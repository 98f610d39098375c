import Testing

@testable import firstdesk

@Suite("firstdesk import")
struct ImportCommandTests {
    private static let header =
        "Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,Submitted via,Date sent to company,"
        + "Company response to consumer,Timely response?,Complaint ID"

    private func file(in desk: CommandDesk) throws -> String {
        try desk.folder.write(
            """
            \(Self.header)
            2019-04-10,Mortgage,Other,Struggling to pay,,"Two
            lines",Phone,2019-04-11,Closed with explanation,Yes,3200001
            2019-02-30,Mortgage,,Struggling to pay,,text,Web,,Closed,Yes,3200002
            2019/4/12,Credit card,,Fees,,,Fax,,Closed,No,3200003

            """,
            to: "cases.csv"
        )
    }

    @Test("What can be taken goes in, refused rows are named, and a second run adds nothing")
    func imports() throws {
        let desk = try CommandDesk()
        let file = try file(in: desk)
        let tried = try desk.run("import", file, "--map", "cfpb", "--dry-run", as: "1001")
        #expect(tried.status == 3)
        #expect(tried.output == "3 rows read: 2 would be imported, 0 already there, 1 refused.\n")
        #expect(try desk.run("list", as: "1002").errors == "No cases found.\n")
        let first = try desk.run("import", file, "--map", "cfpb", as: "1001")
        #expect(first.status == 3)
        #expect(first.output == "3 rows read: 2 imported, 0 already there, 1 refused.\n")
        #expect(first.errors.hasPrefix("Line 4: \"Date received\""))
        let second = try desk.run("import", file, "--map", "cfpb", "--json", "--lang", "zh", as: "1001")
        #expect(second.status == 3)
        let report = try second.objects()[0]
        #expect(report.keys == ["read", "imported", "alreadyThere", "refused"])
        #expect(report["imported"] == .integer(0))
        #expect(report["alreadyThere"] == .integer(2))
        #expect(report["refused"]?.elements.first?["line"] == .integer(4))
        let shown = try desk.run("show", "0379-1904-001", "--json", as: "1002").objects()[0]
        #expect(shown["source"] == .text("cfpb"))
        #expect(shown["sourceNumber"] == .text("3200001"))
        #expect(shown["text"] == .text("Two\nlines"))
        #expect(shown["history"] == .truth(true))
        #expect(shown["events"]?.elements.first?["act"] == .text("import"))
        #expect(try desk.run("verify").status == 0)
    }

    @Test("What was closed in the future, or before it was received, is refused by its line, whatever the register calls the column")
    func closings() throws {
        let desk = try CommandDesk()
        func line(_ number: Int, _ column: String, _ closed: String) -> String {
            #"{"channel":"oral","received":"2026-10-03","text":"x\#(number)","source":"o","sourceNumber":"\#(number)","\#(column)":"\#(closed)"}"#
        }
        let lines = [
            line(1, "closed", "2026-11-09"), line(2, "closed", "2027-01-01"), line(3, "closed", "2026-09-01"),
            line(4, "closed", "2026-10-03"), line(5, "closed", "2026-11-20T09:00:01+08:00"), line(6, "办结时间", "2026年10月2日"),
            line(7, "Date closed", "next week"), line(8, "closed", "2026-10-03 08:00"),
        ]
        let file = try desk.folder.write(lines.joined(separator: "\n") + "\n", to: "past.jsonl")
        let taken = try desk.run("import", file, as: "1001")
        #expect(taken.output == "8 rows read: 3 imported, 0 already there, 5 refused.\n", "\(taken.errors)")
        for refused in [
            "Line 2: \"closed\" must not be later than now.", "Line 3: \"closed\" must not be earlier than the complaint was received.",
            "Line 5: \"closed\" must not be later than now.", "Line 6: \"办结时间\" must not be earlier than the complaint was received.",
            "Line 8: \"closed\" must not be earlier than the complaint was received.",
        ] { #expect(taken.errors.contains(refused), "\(taken.errors)") }
    }

    @Test("JSON lines are known by the bracket they begin with, whatever the file is called; a mark and empty lines before it do no harm")
    func linesByTheirBeginning() throws {
        let desk = try CommandDesk()
        for (place, name) in ["cases", "cases.txt", "cases.csv", "cases.JSONL"].enumerated() {
            let line =
                "{\"channel\":\"oral\",\"received\":\"2019-04-1\(place)\",\"text\":\"x\(place)\",\"source\":\"s\",\"sourceNumber\":\"\(place)\"}"
            let file = try desk.folder.write((place == 1 ? "\u{FEFF}\n \n" : "") + line + "\n", to: name)
            let taken = try desk.run("import", file, as: "1001")
            #expect(taken.status == 0, "\(name): \(taken.errors)")
            #expect(taken.output.contains("1 imported"), "\(name): \(taken.output)")
        }
        let table = try desk.folder.write("no,header\n", to: "table")
        #expect(try desk.run("import", table, as: "1001").errors.contains("header"))
    }

    @Test("Whoever may not import learns that; a file or map that is none is wrong usage")
    func refused() throws {
        let desk = try CommandDesk()
        let clerk = try desk.run("import", "/nowhere.csv", as: "1003")
        #expect(clerk.status == 1)
        #expect(clerk.errors == "Only the branch manager may import cases.\n")
        let missing = try desk.run("import", "/nowhere.csv", "--map", "cfpb", as: "1001")
        #expect(missing.status == 2)
        #expect(missing.errors.hasPrefix("/nowhere.csv cannot be read"))
        let map = try desk.run("import", try file(in: desk), "--map", "nothing", as: "1001")
        #expect(map.status == 2)
        #expect(map.errors.hasPrefix("There is no map \"nothing\""))
    }
}
