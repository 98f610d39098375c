import TableFiles
import Testing

@testable import firstdesk

@Suite("What comes in over any border is text, or refused by place")
struct BorderCommandTests {
    private let desk: CommandDesk

    init() throws {
        desk = try CommandDesk()
    }

    /// Runs the program through a shell, which alone can give it bytes that are no text.
    private func shell(_ script: String, as staff: String) throws -> CommandResult {
        let program = BuiltProgram.path
        return try run(
            ["-c", script.replacing("FD ", with: "\"\(program)\" ") + " --as \(staff) --passcode-file \(desk.folder.path("passcode"))"],
            clock: .at(desk.now),
            environment: ["FIRSTDESK_HOME": desk.path],
            program: "/bin/sh"
        )
    }

    /// All that is stored and shown, with what happened.
    private func stored() throws -> String {
        let numbers = try desk.run("list", "--json", as: "1002").objects().compactMap { object -> String? in
            if case .text(let number)? = object["number"] { number } else { nil }
        }
        return try numbers.map { try desk.run("show", $0, "--json", "--events", as: "1002").output }.joined()
            + desk.run("staff", "list", "--json", as: "1001").output + desk.run("settings", "get", "--json", as: "1001").output
    }

    /// 柜员 in GBK, as the shell's printf writes it.
    private static let gbk = #"$(printf '\271\361\324\261')"#

    @Test(
        "Bytes that are not UTF-8 are refused in arguments, by which and where, and nothing is stored",
        arguments: [
            ("1003", "FD log --channel oral --text ab\(gbk)", "Argument 5 is not UTF-8, from its byte 3 on."),
            ("1001", "FD staff add --number 1010 --name \(gbk) --role counter", "Argument 6 is not UTF-8, from its byte 1 on."),
            ("1001", "FD settings set name \(gbk)", "Argument 4 is not UTF-8, from its byte 1 on."),
            ("1002", "FD list --search \(gbk)", "Argument 3 is not UTF-8, from its byte 1 on."),
            ("1003", "FD log --lang en --channel oral --\(gbk) x", "Argument 6 is not UTF-8, from its byte 3 on."),
        ]
    )
    func arguments(staff: String, script: String, says: String) throws {
        let before = try stored()
        let result = try shell(script, as: staff)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix(says), "\(result.errors)")
        #expect(try stored() == before)
    }

    @Test("Standard input, passcodes, scripts and variables are held to the same")
    func others() throws {
        let before = try stored()
        let number = try desk.log()
        try desk.folder.write([0x70, 0xB9, 0xF1, 0x0A], to: "gbk")
        for (staff, script, says) in [
            (
                "1003", #"printf '{"channel":"oral","text":"\271\361"}\n' | FD log --input -"#,
                "Line 1: Contains bytes that are not valid UTF-8, from byte 27"
            ),
            (
                "1002", #"printf '{"text":"\271\361"}' | FD act \#(number) note --json -"#,
                "Contains bytes that are not valid UTF-8, from byte 10"
            ),
            ("1001", "FD verify --desk \"\(Self.gbk)\" ", "Argument 3 is not UTF-8"),
            ("1001", "FIRSTDESK_HOME=/tmp/\(Self.gbk) FD staff list", "The variable FIRSTDESK_HOME is not UTF-8, from its byte 6 on."),
            ("1001", "FIRSTDESK_AT=\(Self.gbk) FD staff list", "The variable FIRSTDESK_AT is not UTF-8, from its byte 1 on."),
            (
                "1001", "FD --keys \(desk.folder.path("gbk"))",
                "\(desk.folder.path("gbk")), line 1: Contains bytes that are not valid UTF-8, from byte 2"
            ),
        ] {
            let result = try shell(script, as: staff)
            #expect(result.status == 2, "\(script): \(result.errors)")
            #expect(result.errors.hasPrefix(says), "\(script): \(result.errors)")
        }
        let passcode = try desk.run(
            "staff",
            "add",
            "--number",
            "1011",
            "--name",
            "x",
            "--role",
            "counter",
            "--initial-passcode-file",
            desk.folder.path("gbk"),
            as: "1001"
        )
        #expect(passcode.status == 2 && passcode.errors.hasPrefix("\(desk.folder.path("gbk")), line 1: "), "\(passcode.errors)")
        #expect(!(try stored()).contains("\u{FFFD}") && !before.contains("\u{FFFD}"))
    }

    @Test("A file of lines may be in another encoding, recognised or said, and that is told")
    func lines() throws {
        // {"channel":"oral","text":"投诉柜员"} in GB18030 and in Windows-1252 with ü.
        let head = Array(#"{"channel":"oral","text":""#.utf8)
        let chinese = try desk.folder.write(head + [0xCD, 0xB6, 0xCB, 0xDF, 0xB9, 0xF1, 0xD4, 0xB1, 0x22, 0x7D, 0x0A], to: "chinese")
        let recognised = try desk.run("log", "--input", chinese, as: "1003")
        #expect(recognised.status == 0 && recognised.errors == "\(chinese) was read as GB18030.\n", "\(recognised.errors)")
        let german = try desk.folder.write(head + [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72, 0x22, 0x7D, 0x0A], to: "german")
        let unknown = try desk.run("log", "--input", german, as: "1003")
        #expect(unknown.status == 2)
        #expect(
            unknown.errors.hasPrefix("\(german) is not UTF-8 (line 1, byte 28 of the file), and not clearly GB18030 either."),
            "\(unknown.errors)"
        )
        let said = try desk.run("log", "--input", german, "--encoding", "windows-1252", as: "1003")
        #expect(said.status == 0 && said.errors == "\(german) was read as WINDOWS-1252.\n", "\(said.errors)")
        let wrong = try desk.run("log", "--input", german, "--encoding", "klingon", as: "1003")
        #expect(wrong.status == 2 && wrong.errors.hasPrefix("--encoding: the system knows no encoding \"klingon\"."))
        #expect(try stored().contains("投诉柜员") && stored().contains("Müller"))
    }

    @Test("An import names the encoding that it took, shows guessed text when only tried, and streams its refusals as one object")
    func imports() throws {
        let head = Array("sourceNumber,received,text\n1,2025-03-02,".utf8)
        let file = try desk.folder.write(head + [0xCD, 0xB6, 0xCB, 0xDF] + Array("\n,2025-03-02,x\n3,soon,x\n".utf8), to: "past.csv")
        let tried = try desk.run("import", file, "--dry-run", as: "1001")
        #expect(
            tried.errors.hasSuffix(
                "The file was read as GB18030. Nobody said so; look whether this reads well: \"投诉\". If not, give --encoding NAME.\n"
            ),
            "\(tried.errors)"
        )
        let result = try desk.run("import", file, "--json", as: "1001")
        #expect(result.status == 3)
        let report = try result.objects()[0]
        #expect(report["encoding"] == .text("GB18030") && report["read"] == .integer(3) && report["imported"] == .integer(1))
        #expect(report["refused"]?.elements.map { $0["line"] } == [.integer(3), .integer(4)])
        let whole = try desk.run("import", file, "--json", "--encoding", "UTF-8", as: "1001")
        #expect(try whole.objects()[0]["encoding"] == nil)
        #expect(try whole.objects()[0]["refused"]?.elements.count == 3)
        let workbook = try desk.folder.write([0x50, 0x4B, 0x03, 0x04] + Array("xl/workbook.xml".utf8), to: "past.xlsx")
        let refused = try desk.run("import", workbook, as: "1001")
        #expect(refused.status == 2)
        #expect(
            refused.errors.hasPrefix(
                "\(workbook) is an Excel workbook, no text. Open it in a spreadsheet program and save it as CSV in UTF-8."
            )
        )
        let both = try run(
            [
                "-c",
                "{ cat \(desk.folder.path("passcode")); cat \(file); } | \"\(BuiltProgram.path)\" import - --json --as 1001 --passcode-file -",
            ],
            clock: .at(desk.now),
            environment: ["FIRSTDESK_HOME": desk.path],
            program: "/bin/sh"
        )
        #expect(try both.objects()[0]["alreadyThere"] == .integer(1), "\(both.errors)")
    }

    @Test("A calendar as it is published, and one whose dates stand in another order")
    func calendars() throws {
        let published = try desk.folder.write(
            #"{"year": 2026, "papers": ["x"], "days": [{"name": "元旦", "date": "2026-01-01", "isOffDay": true}, {"name": "元旦", "date": "2026-01-04", "isOffDay": false}]}"#,
            to: "2026.json"
        )
        let loaded = try desk.run("calendar", "load", published, as: "1001")
        #expect(loaded.errors == "2 days loaded; working days are known up to 2026-12-31.\n")
        let american = try desk.folder.write("Holidays\ndate;weekday;name\n7/3/2026;Friday;Independence Day\n;;\n", to: "us.csv")
        #expect(try desk.run("calendar", "load", american, as: "1001").status == 2)
        #expect(try desk.run("calendar", "load", american, "--dates", "mdy", as: "1001").status == 0)
        let turned = try desk.folder.write("date,is_workday\n2026-01-01,false\n", to: "turned.csv")
        let refused = try desk.run("calendar", "load", turned, as: "1001")
        #expect(
            refused.status == 2 && refused.errors.hasPrefix("The column \"is_workday\" is not known and could turn working days round.")
        )
    }
}
