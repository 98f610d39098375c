import ComplaintRules
import Glibc
import Ledger
import TableFiles
import Testing

@testable import firstdesk

/// A new folder for one test, with a practice desk in it where one is asked for. It goes with the value.
final class DeskFolder {
    let path: String
    private var ledgers: [Ledger] = []

    init() throws {
        var template = Array("/tmp/firstdesk-desk-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A desk with a branch manager 1001, a complaint manager 1002 and a counter clerk 1003, at nine in the morning of 20 November 2026.
    func desk(branch: String = "0379") throws -> Ledger {
        let founder = try #require(StaffNumber("1001"))
        let settings = DeskSettings(
            branchCode: branch,
            branchName: "练习网点",
            hotline: "400-000-0000",
            timeZone: "Asia/Shanghai",
            language: .chinese,
            isPractice: true
        )
        let founding = Founding(settings: settings, manager: founder, managerName: "沈国栋", passcode: "practice")
        let today = try #require(Day("2026-11-20"))
        let now = FixedZone(secondsFromUTC: 28_800).moment(of: LocalTime(day: today, secondOfDay: 32_400))
        let ledger = try Ledger.found(founding, in: "\(path)/\(branch)", clock: .standing(at: now)).ledger
        let head = try actor("1001", on: ledger)
        for (number, name, role) in [("1002", "许文静", Role.complaintManager), ("1003", "何晓琳", .counter)] {
            let member = StaffMember(number: try DeskFolder.number(number), name: name, role: role)
            try ledger.addStaff(member, passcode: "practice", by: head)
            _ = try ledger.signIn(member.number, passcode: "practice")
        }
        ledgers.append(ledger)
        return ledger
    }

    func actor(_ number: String, on ledger: Ledger) throws -> Actor {
        let number = try DeskFolder.number(number)
        return Actor(try #require(ledger.rules.staff[number]))
    }

    static func number(_ text: String) throws -> StaffNumber { try #require(StaffNumber(text)) }

    func keep(_ ledger: Ledger) { ledgers.append(ledger) }

    /// Writes a file; gives its path.
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = "\(path)/\(name)"
        let stream = try #require(fopen(file, "w"))
        let count = fwrite(bytes, 1, bytes.count, stream)
        try #require(fclose(stream) == 0 && count == bytes.count)
        return file
    }

    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    deinit {
        for ledger in ledgers {
            ledger.close()
            for suffix in ["", "-wal", "-shm"] { unlink(Ledger.path(in: ledger.folder) + suffix) }
            rmdir(ledger.folder)
        }
        for name in ["past.csv", "again.csv", "past.jsonl", "again.jsonl", "map.json"] { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}

@Suite("Importing past cases")
struct ImportTests {
    private let folder: DeskFolder
    private let ledger: Ledger
    private let manager: Actor
    private static let header =
        "Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,Company public response,Company,State,ZIP code,Tags,"
        + "Consumer consent provided?,Submitted via,Date sent to company,Company response to consumer,Timely response?,Consumer disputed?,"
        + "Complaint ID\n"

    init() throws {
        folder = try DeskFolder()
        ledger = try folder.desk()
        manager = try folder.actor("1001", on: ledger)
    }

    /// A row of the table `cfpb`, with the things that tests look at.
    private static func row(
        _ id: String,
        date: String = "2025-04-10",
        sub: String = "Checking account",
        narrative: String = "",
        via: String = "Web",
        timely: String = "Yes"
    ) -> String {
        "\(date),Mortgage,\(sub),Trouble,,\(narrative),,\"Plum, Ash & Co\",OH,06513,,N/A,\(via),2025-04-12,Closed with explanation,"
            + "\(timely),N/A,\(id)\n"
    }

    /// The report of a run with the rows that it refused, in the order in which they were told.
    private struct Told: Equatable {
        var report: ImportReport
        var refused: [ImportReport.RefusedRow] = []
        var imported: Int { report.imported }
        var alreadyThere: Int { report.alreadyThere }
    }

    private func run(_ file: String, _ map: ImportMap = .cfpb, dryRun: Bool = false) throws -> Told {
        var run = try ImportRun(file: file, map: map)
        var refused: [ImportReport.RefusedRow] = []
        let report = try run.run(into: ledger, by: manager, dryRun: dryRun, refusing: { refused.append($0) })
        #expect(report.refused == refused.count)
        return Told(report: report, refused: refused)
    }

    private func importing(_ text: String, _ map: ImportMap = .cfpb) throws -> Told {
        try run(try folder.write("past.csv", text), map)
    }

    private func refusals(_ report: Told) -> [String] { report.refused.map { "\($0.line): \($0.reason.english)" } }

    private func cases() throws -> [Case] {
        try ledger.rows(RegisterQuery(.everything), limit: 100).sorted { $0.id < $1.id }.map {
            try ledger.open($0.number, by: manager).state
        }
    }

    private func first() throws -> Case {
        let all = try cases()
        return try #require(all.first)
    }

    @Test("Each column of cfpb goes where the rules say, and the others are kept by name")
    func cfpb() throws {
        let text = "\"The teller said \"\"no\"\",\nand then,\r\n\n  nothing. \""
        #expect(
            try importing(ImportTests.header + ImportTests.row("3571115", narrative: text))
                == Told(report: ImportReport(read: 1, imported: 1, alreadyThere: 0))
        )
        let state = try first()
        let history = try #require(state.history)
        #expect(state.number.description == "0379-2504-001")
        #expect(state.stage == .closed)
        #expect(state.intake.channel == .other)
        #expect(history.channelName == "Web")
        #expect(state.intake.text == "The teller said \"no\",\nand then,\r\n\n  nothing. ")
        #expect(state.intake.business == "Mortgage / Checking account")
        #expect(state.intake.reason == "Trouble")
        #expect(ledger.rules.zone.iso(state.intake.received) == "2025-04-10T09:00:00+08:00")
        #expect(history.headOfficeReceived.map(ledger.rules.zone.iso) == "2025-04-12T09:00:00+08:00")
        #expect(history.outcome == "Closed with explanation")
        #expect(history.isKeptWithinLimit == true)
        #expect(state.intake.source == "cfpb")
        #expect(state.intake.sourceNumber == "3571115")
        #expect(
            history.others == [
                "Company": "Plum, Ash & Co", "State": "OH", "ZIP code": "06513", "Consumer consent provided?": "N/A",
                "Consumer disputed?": "N/A",
            ]
        )
        #expect(!state.isSigned)
        let found = try ledger.verify()
        #expect(found.fault == nil)
        // The founding, two members of staff and the import; no case is signed.
        #expect(found.signatures == 4)
    }

    @Test(
        "Phone stays phone, postal mail and fax are letters, the rest is other and keeps its name",
        arguments: [
            ("Phone", Channel.phone), ("Postal mail", .letter), ("Fax", .letter), ("Web", .other), ("Referral", .other), ("Email", .other),
            // A desk's own words have no say in a foreign register.
            ("letter", .other), ("", .other),
        ]
    )
    func channels(name: String, channel: Channel) throws {
        _ = try importing(ImportTests.header + ImportTests.row("1", via: name))
        let state = try first()
        #expect(state.intake.channel == channel)
        #expect(state.history?.channelName == name)
    }

    @Test("Without a narrative the issue is the text; without either the row is refused")
    func noNarrative() throws {
        let bare = ImportTests.row("2").replacing("Trouble", with: "")
        let report = try importing(ImportTests.header + ImportTests.row("1", sub: "") + bare)
        #expect(refusals(report) == ["3: \"Consumer complaint narrative\" is empty."])
        let state = try first()
        #expect(state.intake.text == "Trouble")
        #expect(state.intake.business == "Mortgage")
    }

    @Test("A second run adds nothing, nor does the same file saved again by a spreadsheet program")
    func again() throws {
        let text = ImportTests.header + ImportTests.row("1", narrative: "\"a\nb\"") + ImportTests.row("2", via: "Phone")
        let file = try folder.write("past.csv", text)
        #expect(try run(file).imported == 2)
        #expect(try run(file) == Told(report: ImportReport(read: 2, imported: 0, alreadyThere: 2)))
        // Bare line feeds inside quotes, CR LF behind records, a mark at the front, dates without leading zeros.
        let saved = text.replacing("\n", with: "\r\n").replacing("a\r\nb", with: "a\nb").replacing("2025-04-10", with: "2025/4/10")
        let again = try folder.write("again.csv", [0xEF, 0xBB, 0xBF] + Array((saved + ImportTests.row("3", date: "2025/5/1")).utf8))
        #expect(try run(again) == Told(report: ImportReport(read: 3, imported: 1, alreadyThere: 2)))
        #expect(try cases().map(\.number.description) == ["0379-2504-001", "0379-2504-002", "0379-2505-001"])
    }

    @Test("Each row that cannot be taken is named by line and reason, and the rest goes in")
    func refused() throws {
        let long = String(repeating: "长", count: 1_000_001)
        let rows = [
            ImportTests.row("1", narrative: "\"two\nlines\""),
            ImportTests.row("2", date: "2025-02-30"),
            ImportTests.row("3", date: "2026-11-21"),
            ImportTests.row(""),
            "2025-04-10,too,few\n",
            ImportTests.row("6", narrative: "\"broken\" quote"),
            ImportTests.row("7", sub: String(repeating: "x", count: 200)),
            ImportTests.row("8", narrative: long),
            ImportTests.row("9", timely: "perhaps"),
            ImportTests.row("10", date: ""),
            ImportTests.row("12", narrative: String(repeating: "长", count: 1_000_000)),
            ImportTests.row("1"),
            "2025-04-10,\"never closed\n",
        ]
        let report = try importing(ImportTests.header + rows.joined())
        #expect(
            refusals(report) == [
                "4: \"Date received\" must be a date from 1970 on. Write it as 2019-04-10 or 2019/4/10.",
                "5: \"Received\" must not be later than now.",
                "6: \"Complaint ID\" is empty, so the case could not be recognised and a second import would add it twice.",
                "7: \"Consumer complaint narrative\" is empty.",
                "8: There is text after a closing quote; a quote inside a field must be doubled.",
                "9: \"Product\" has more than 200 characters.",
                "10: \"Consumer complaint narrative\" has more than 1000000 characters.",
                "11: \"Timely response?\" is neither yes nor no.",
                "12: \"Date received\" is empty.",
                "15: A quote opens here and is never closed.",
            ]
        )
        #expect(report.report.read == 13)
        #expect(report.imported == 2)
        #expect(report.alreadyThere == 1)
        #expect(try cases().map(\.intake.sourceNumber) == ["1", "12"])
        #expect(report.refused.allSatisfy { !$0.reason.chinese.isEmpty && $0.reason.chinese != $0.reason.english })
    }

    @Test("A table of another register is taken in by a map of its own, in GB18030")
    func ownMap() throws {
        // 编号,日期,渠道,内容,业务 / A-1,2025/3/4,来电,排队太久,贷款 / A-2,2025-03-05,来函,柜员㐂解释不清,其他业务
        let bytes: [UInt8] = [
            0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xC7, 0xFE, 0xB5, 0xC0, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x2C, 0xD2,
            0xB5, 0xCE, 0xF1, 0x0D, 0x0A, 0x41, 0x2D, 0x31, 0x2C, 0x32, 0x30, 0x32, 0x35, 0x2F, 0x33, 0x2F, 0x34, 0x2C, 0xC0, 0xB4, 0xB5,
            0xE7, 0x2C, 0xC5, 0xC5, 0xB6, 0xD3, 0xCC, 0xAB, 0xBE, 0xC3, 0x2C, 0xB4, 0xFB, 0xBF, 0xEE, 0x0D, 0x0A, 0x41, 0x2D, 0x32, 0x2C,
            0x32, 0x30, 0x32, 0x35, 0x2D, 0x30, 0x33, 0x2D, 0x30, 0x35, 0x2C, 0xC0, 0xB4, 0xBA, 0xAF, 0x2C, 0xB9, 0xF1, 0xD4, 0xB1, 0x81,
            0x39, 0xEF, 0x31, 0xBD, 0xE2, 0xCA, 0xCD, 0xB2, 0xBB, 0xC7, 0xE5, 0x2C, 0xC6, 0xE4, 0xCB, 0xFB, 0xD2, 0xB5, 0xCE, 0xF1, 0x0D,
            0x0A,
        ]
        let map = try folder.write(
            "map.json",
            """
            {"source": "旧登记簿", "channels": {"来电": "phone"},
             "columns": {"sourceNumber": "编号", "received": "日期", "channel": "渠道", "text": "内容", "business": "业务"}}
            """
        )
        let report = try run(try folder.write("past.csv", bytes), try ImportMap(nameOrFile: map))
        #expect(
            report == Told(report: ImportReport(read: 2, imported: 2, alreadyThere: 0, encoding: .gb18030, sample: ["排队太久", "柜员㐂解释不清"]))
        )
        let cases = try cases()
        let (first, second) = (try #require(cases.first), try #require(cases.last))
        #expect(first.intake.source == "旧登记簿")
        #expect(first.intake.text == "排队太久")
        #expect(first.intake.channel == .phone)
        #expect(first.intake.business == "loans")
        #expect(second.intake.text == "柜员㐂解释不清")
        #expect(second.intake.channel == .other)
        #expect(second.history?.channelName == "来函")
        #expect(second.intake.business == "其他业务")
    }

    @Test("A file whose header does not fit is refused as a whole, with one clear sentence")
    func badHeaders() throws {
        func sentence(_ text: String, _ map: ImportMap = .cfpb) throws -> String {
            let file = try folder.write("past.csv", text)
            let error = try #require(throws: ImportError.self) { try run(file, map) }
            return error.sentence.english.replacing(file, with: "FILE")
        }
        let header = ImportTests.header
        #expect(try sentence("") == "FILE is empty: a table needs a header line.")
        #expect(
            try sentence(header.replacing("Issue,Sub-issue", with: "Issues,Sub-issue").replacing("Complaint ID", with: "ID"))
                == "FILE lacks columns that the map names: \"Issue\", \"Complaint ID\". Nothing was imported. Line 1 was read as the header: "
                + "\"Date received\", \"Product\", \"Sub-product\", \"Issues\", \"Sub-issue\", \"Consumer complaint narrative\", "
                + "\"Company public response\", \"Company\", \"…\"."
        )
        #expect(
            try sentence(header.replacing("State", with: "Issue") + ImportTests.row("1"))
                == "FILE has the column \"Issue\" twice, so it is not clear which is meant. Nothing was imported."
        )
        #expect(
            try sentence("received,number\n", .desk)
                == "FILE lacks a column that the map names: \"text\". Nothing was imported. Line 1 was read as the header: \"received\", \"number\"."
        )
        #expect(try sentence("\"x\"y\n").hasPrefix("The header line of FILE cannot be used: There is text after a closing quote"))
        #expect(throws: ImportError.cannotRead(file: "/nowhere/at/all.csv", .cannotOpen(ENOENT))) { try run("/nowhere/at/all.csv") }
        #expect(try cases().isEmpty)
    }

    @Test("Columns without a name or with the same name are kept apart")
    func oddHeader() throws {
        let report = try importing("received,text,number,Note,,Note\n2025-04-10,late,7,one,two,three\n", .desk)
        #expect(report.imported == 1)
        #expect(try cases().first?.history?.others == ["Note": "one", "#5": "two", "Note #6": "three"])
    }

    @Test(
        "A map that cannot be used says why",
        arguments: [
            ("[]", ImportError.MapFault.notAMap),
            (#"{"source": " ", "columns": {}}"#, .sourceMissing),
            (#"{"source": "old", "columns": {"colour": "C"}}"#, .unknownField("colour")),
            (#"{"source": "old", "columns": {"text": "T", "sourceNumber": "N"}}"#, .fieldMissing(.received)),
            (#"{"source": "old", "columns": {"text": "T", "received": "D"}}"#, .fieldMissing(.sourceNumber)),
            (#"{"source": "old", "columns": {"received": "D", "sourceNumber": "N"}}"#, .fieldMissing(.text)),
            (
                #"{"source": "old", "columns": {"text": ["T", "U"], "received": "D", "sourceNumber": "N"}, "channels": {"a": "fax"}}"#,
                .unknownChannel("fax")
            ),
            (#"{"source": "old", "columns": {"text": "T", "received": "D", "sourceNumber": "N"}, "separator": "x"}"#, .badSeparator),
            (#"{"source": "old", "columns": {"text": "T", "received": "D", "sourceNumber": "N"}, "dates": "iso"}"#, .badDates),
        ]
    )
    func badMaps(json: String, fault: ImportError.MapFault) throws {
        #expect(throws: ImportError.badMap(file: "m", fault)) { try ImportMap(json: Array(json.utf8), file: "m") }
        #expect(!ImportError.badMap(file: "m", fault).sentence.chinese.isEmpty)
        #expect(throws: ImportError.unknownMap("nonesuch")) { try ImportMap(nameOrFile: "nonesuch") }
        #expect(try ImportMap(nameOrFile: "cfpb") == .cfpb)
    }

    @Test("Fields made of several columns are joined, and another separator is taken")
    func joined() throws {
        let json = #"{"source": "old", "separator": ";", "columns": {"text": ["T", "U"], "received": "D", "sourceNumber": "N"}}"#
        let map = try ImportMap(json: Array(json.utf8), file: "m")
        #expect(try importing("N;D;T;U\n1;2025-01-02 10:30;a, b; c \n2;2025-01-02;d;\n", map).imported == 2)
        #expect(try cases().map(\.intake.text) == ["a, b / c", "d"])
        #expect(try cases().first.map { ledger.rules.zone.iso($0.intake.received) } == "2025-01-02T10:30:00+08:00")
    }

    @Test("JSON lines with the keys of a list are taken in; what is no object is named by its line")
    func jsonLines() throws {
        let file = try folder.write(
            "past.jsonl",
            """
            {"number": "0101-2503-007", "channel": "comment-book", "kind": "complaint", "class": null, "stage": "closed", \
            "received": "2025-03-04T15:04:05+08:00", "closed": null, "customer": "王先生", "contact": "13800000000", "about": "何晓琳", \
            "business": "cards", "reason": "服务态度及质量", "text": "第一行\\n第二行", "source": "", "sourceNumber": "", "overdue": false, \
            "nearest": {"rule": "reply", "due": "2025-03-07T17:00:00+08:00", "state": "kept"}, "amount": 12.5}

            ["received"]
            {"received": "2025-03-05", "text": "x", "source": "cfpb", "sourceNumber": 3571115}
            {"received": "09:30", "text": "x", "sourceNumber": "1"}
            not json
            """
        )
        let report = try run(file, .desk)
        #expect(
            refusals(report) == [
                "3: The line is not a JSON object.", "5: \"received\" must be a date from 1970 on. Write it as 2019-04-10 or 2019/4/10.",
                "6: The line is not a JSON object.",
            ]
        )
        #expect(report.imported == 2)
        let cases = try cases()
        let (first, second) = (try #require(cases.first), try #require(cases.last))
        #expect(first.intake.channel == .commentBook)
        #expect(first.intake.source == "firstdesk")
        #expect(first.intake.sourceNumber == "0101-2503-007")
        #expect(first.intake.text == "第一行\n第二行")
        #expect(first.intake.customer == "王先生")
        #expect(first.intake.contact == "13800000000")
        #expect(first.intake.business == "cards")
        #expect(first.intake.reason == "service")
        #expect(first.intake.amount == Amount("12.50"))
        #expect(ledger.rules.zone.iso(first.intake.received) == "2025-03-04T15:04:05+08:00")
        #expect(first.history?.others == ["kind": "complaint", "stage": "closed"])
        #expect(first.intake.subjects.map(\.text) == ["1003"])
        #expect(second.intake.source == "cfpb")
        #expect(second.intake.sourceNumber == "3571115")
        #expect(try run(file, .desk).alreadyThere == 2)
    }

    @Test("A desk's own list adds nothing to it; a row under the number of one of its cases that says something else is refused")
    func ownList() throws {
        var intake = Intake(channel: .oral, received: ledger.clock.now(), text: "排队四十分钟")
        intake.customer = "刘女士"
        _ = try ledger.log(intake, by: manager)
        let line = #"{"number": "0379-2611-001", "received": "2026-11-20T09:00:00+08:00", "text": "排队四十分钟", "source": ""}"#
        let other = line.replacing("四十", with: "五十")
        let unknown = line.replacing("2611-001", with: "2611-999")
        let report = try run(try folder.write("past.jsonl", "\(line)\n\(other)\n\(unknown)\n"), .desk)
        #expect(report.report == ImportReport(read: 3, imported: 1, alreadyThere: 1, refused: 1))
        #expect(refusals(report) == ["2: Another complaint has this number already: 0379-2611-001, which differs in \"text\"."])
    }

    @Test("A row whose number is there with other contents is refused by line; one that says the same in another form is there already")
    func otherContents() throws {
        func row(_ number: String, _ text: String, _ more: String = "2025-03-02,Ms Alder,late,Café,08360") -> String {
            "\(number),\"\(text)\",\(more)\n"
        }
        let header = "sourceNumber,text,received,customer,outcome,Place,ZIP\n"
        #expect(try importing(header + row("00017", "Charged\na fee"), .desk).imported == 1)
        let same = row("17", "Charged\r\na fee ", "2025/3/2,,late,Caf_,8360") + row("0017", "Charged\na fee", "2025-03-02,,,,")
        #expect(try importing(header + same, .desk) == Told(report: ImportReport(read: 2, alreadyThere: 2)))
        let other =
            row("17", "The machine kept my card") + row("17", "Charged\na fee", "2025-03-03,Mr Beech,late,,")
            + row("17", "Charged\na fee", "2025-03-02,,settled,Cafe,")
            + row("18", "Another matter")
        let report = try importing(header + other, .desk)
        #expect(
            refusals(report) == [
                "2: Another complaint has this number already: 0379-2503-001, which differs in \"text\".",
                "3: Another complaint has this number already: 0379-2503-001, which differs in \"received\", \"customer\".",
                "5: Another complaint has this number already: 0379-2503-001, which differs in \"outcome\", \"Place\".",
            ]
        )
        #expect(report.imported == 1)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("A number that a spreadsheet has cut is refused by line, and JSON numbers keep their digits")
    func longNumbers() throws {
        let report = try importing(
            "sourceNumber,received,text,contact\n2.02603E+14,2025-03-02,a,\n2.02603E+14,2025-03-02,b,\n7,2025-03-02,c,1.38E+10\n",
            .desk
        )
        #expect(report.report == ImportReport(read: 3, refused: 3))
        #expect(report.refused.map(\.line) == [2, 3, 4])
        #expect(refusals(report)[2].hasPrefix("4: \"contact\" holds a number that a spreadsheet has cut"))
        let lines = try folder.write(
            "past.jsonl",
            """
            {"sourceNumber": 202603150000001234567, "received": "2025-03-02", "text": "a", "ref": 0.10}
            {"sourceNumber": 202603150000001234568, "received": "2025-03-02", "text": "b"}
            {"sourceNumber": 2.02603e+14, "received": "2025-03-02", "text": "c"}
            """
        )
        #expect(try run(lines, .desk).refused.map(\.line) == [3])
        #expect(try cases().map(\.intake.sourceNumber) == ["202603150000001234567", "202603150000001234568"])
        #expect(try first().history?.others == ["ref": "0.10"])
    }

    @Test("What a line of JSON holds and no field can is refused by name, or kept as its JSON where no fact is made from it")
    func jsonValues() throws {
        let file = try folder.write(
            "again.jsonl",
            #"""
            {"sourceNumber": "1", "received": "2025-03-02", "text": "a", "customer": "Ms \ud83d"}
            {"sourceNumber": "2", "received": "2025-03-02", "text": ["a"]}
            {"sourceNumber": "3", "received": "2025-03-02", "text": "a", "text": "b"}
            {"sourceNumber": "4", "received": "2025-03-02", "text": "a", "Text": "b"}
            {"SourceNumber": "5", "RECEIVED": "2025-03-02", "text": "a", "tags": ["x", 1.50], "none": [], "more": {"k": null}}
            """#
        )
        let report = try run(file, .desk)
        #expect(
            refusals(report) == [
                "1: \"customer\" holds half a character (a \\u escape without its other half), which cannot be stored.",
                "2: \"text\" holds a list or an object, not a text.", "3: \"text\" appears twice.", "4: \"text\" appears twice.",
            ]
        )
        #expect(try first().history?.others == ["tags": #"["x",1.50]"#, "more": #"{"k":null}"#])
    }

    @Test("Headers in any case under a title, today's cfpb header, dates in the order that the map says")
    func spreadsheets() throws {
        #expect(
            try importing("Register of 2025\n\nSource Number;RECEIVED;Text\n1;2025-03-02;a\n;;\n", .desk).report
                == ImportReport(read: 1, imported: 1)
        )
        let today = ImportTests.header.replacing("Consumer complaint narrative,", with: "").replacing("Consumer disputed?,", with: "")
        let row = "2025-03-02T08:15:30.000Z,Mortgage,,Trouble,,,Plum,OH,06513,,N/A,Web,2025-03-02T09:00:00.000Z,Closed,Yes,990000001\n"
        #expect(try importing(today + row).imported == 1)
        let map =
            #"{"source": "old", "dates": "mdy", "optional": "U", "columns": {"text": ["T", "U"], "received": "D", "sourceNumber": "N"}}"#
        let text = "N,D,T\n1,7/29/2013,a\n2,7/29/2013 2:05 PM,b\n"
        #expect(try importing(text, try ImportMap(json: Array(map.utf8), file: "m")).imported == 2)
        #expect(
            try cases().suffix(2).map { ledger.rules.zone.iso($0.intake.received) } == [
                "2013-07-29T09:00:00+08:00", "2013-07-29T14:05:00+08:00",
            ]
        )
        let open = map.replacing(#""dates": "mdy", "#, with: "").replacing("old", with: "other")
        #expect(
            refusals(try importing(text, try ImportMap(json: Array(open.utf8), file: "m"))).first
                == "2: \"D\" holds a date whose order is open; give --dates mdy, dmy or ymd."
        )
    }

    @Test("Past cases too are kept from whomever they are about")
    func recusal() throws {
        _ = try importing("received,text,number,about\n2025-04-10,rude,1,许文静\n2025-04-10,slow,2,the hall\n", .desk)
        let subject = try folder.actor("1002", on: ledger)
        #expect(try ledger.rows(RegisterQuery(ReadScope(for: subject)), limit: 10).map(\.text) == ["slow"])
    }

    @Test("A dry run says the same and changes nothing")
    func dryRun() throws {
        let text = ImportTests.header + ImportTests.row("1") + ImportTests.row("2", date: "2030-01-01") + ImportTests.row("1")
        let file = try folder.write("past.csv", text)
        let before = try ledger.verify().seal
        let tried = try run(file, dryRun: true)
        #expect(tried.imported == 1)
        #expect(tried.alreadyThere == 1)
        #expect(refusals(tried) == ["3: \"Received\" must not be later than now."])
        #expect(try ledger.verify().seal == before)
        #expect(try run(file) == tried)
        #expect(try run(file, dryRun: true).imported == 0)
    }

    @Test("Files of many batches go in whole, numbered month by month without gaps")
    func manyBatches() throws {
        let rows = (1...1201).map { ImportTests.row("\($0)", date: $0 % 2 == 0 ? "2025-04-10" : "2024-12-31") }
        let file = try folder.write("past.csv", ImportTests.header + rows.joined())
        var run = try ImportRun(file: file, map: .cfpb)
        var told: [Int64] = []
        let report = try run.run(
            into: ledger,
            by: manager,
            progress: { bytes, total in
                told.append(bytes)
                #expect(total.map { bytes <= $0 } == true)
            }
        )
        #expect(report == ImportReport(read: 1201, imported: 1201, alreadyThere: 0))
        #expect(told.count == 2)
        #expect(told == told.sorted())
        let numbers = Set(try ledger.rows(RegisterQuery(.everything), limit: 2000).map(\.number))
        let expected = (1...601).map { CaseNumber(branch: "0379", day: Day(ordinal: 20_088), serial: $0).description }
        #expect(numbers.isSuperset(of: expected))
        #expect(numbers.contains("0379-2504-600"))
        #expect(numbers.count == 1201)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("A counter clerk imports nothing")
    func clerk() throws {
        var run = try ImportRun(file: try folder.write("past.csv", ImportTests.header + ImportTests.row("1")), map: .cfpb)
        let clerk = try folder.actor("1003", on: ledger)
        #expect(throws: Refusal.deskActRoleMayNot(.importCases)) { try run.run(into: ledger, by: clerk) }
        #expect(try cases().isEmpty)
    }
}
