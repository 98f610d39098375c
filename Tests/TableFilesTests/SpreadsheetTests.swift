import DeskTestSupport
import Testing

@testable import TableFiles

@Suite("Tables as spreadsheets write them")
struct SpreadsheetTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    /// Reads a table whose header names number, day and text.
    private func read(_ bytes: [UInt8], _ choice: TextSource.Choice = .recognised) throws -> (header: TableHeader?, rows: [TableRow]) {
        let table = TableFile(try TextSource(path: scratch.write(bytes, to: "table.csv"), choice))
        let wanted: Set<String> = ["number", "day", "text"]
        let header = try table.header { fields in
            let known = wanted.intersection(fields.map { $0.lowercased() })
            return (known.count, known.count == wanted.count)
        }
        var rows: [TableRow] = []
        while let row = try table.next() { rows.append(row) }
        return (header, rows)
    }

    private func read(_ text: String) throws -> (header: TableHeader?, rows: [TableRow]) { try read(Array(text.utf8)) }

    private func record(_ line: Int, _ fields: String...) -> TableRow { .record(TableRecord(line: line, fields: fields)) }

    @Test(
        "The separator is found by the header, or said by a line sep=, and lines end with LF, CR LF or CR",
        arguments: [",", ";", "\t", "|"],
        ["\n", "\r\n", "\r"]
    )
    func forms(separator: String, end: String) throws {
        let lines = [
            ["number", "day", "text"], ["1", "2026-03-02", "\"a\(separator) b\nc \"\"d\"\"\""], ["2", "2026-03-03", "slow, rude; x"],
        ]
        let rows = lines.map { $0.joined(separator: separator) }
        let plain = separator == "," || separator == ";" ? rows.dropLast() : rows[...]
        for text in [
            plain.joined(separator: end) + end, "sep=\(separator)\(end)" + plain.joined(separator: end),
            "\u{FEFF}\u{FEFF}" + plain.joined(separator: end) + end + end,
        ] {
            let found = try read(text)
            #expect(found.header?.fields == ["number", "day", "text"] && found.header?.isWhole == true)
            #expect(found.rows.count == plain.count - 1)
            guard case .record(let first)? = found.rows.first else { continue }
            #expect(first.fields == ["1", "2026-03-02", "a\(separator) b\nc \"d\""])
        }
    }

    @Test("A title above the header is passed over, whatever separators it holds")
    func title() throws {
        let found = try read(
            "Complaints 2026, all branches; printed 1 March\r\n\r\nmade by, Head office\r\nNumber;Day;Text\r\n7;2026-03-02;late\r\n"
        )
        #expect(found.header == TableHeader(line: 4, fields: ["Number", "Day", "Text"], isWhole: true))
        #expect(found.rows == [record(5, "7", "2026-03-02", "late")])
    }

    @Test("Where no line is a header, the one that comes nearest is told")
    func noHeader() throws {
        let found = try read("Title\nnumber;day;words\n1;2;3\n")
        #expect(found.header == TableHeader(line: 2, fields: ["number", "day", "words"], isWhole: false))
        #expect(try read("").header == nil)
        #expect(throws: TableRefusal(line: 1, throughLine: 1, reason: .textAfterQuote)) { try read("\"x\"y\n") }
    }

    @Test("Short rows are filled, long ones refused unless their further fields are empty")
    func widths() throws {
        let found = try read("number,day,text\n1\n2,x,y,,\n3,x,y,z\n4,x,y\n")
        #expect(
            found.rows == [
                record(2, "1", "", ""), record(3, "2", "x", "y"),
                .refused(TableRefusal(line: 4, throughLine: 4, reason: .tooManyFields(found: 4, expected: 3))), record(5, "4", "x", "y"),
            ]
        )
    }

    @Test("Memory does not hold what was read: a table larger than the buffer is read in order")
    func large() throws {
        let row = Array("1,2026-03-02,\"some words, and more of them\"\r\n".utf8)
        let found = try read(Array("number,day,text\r\n".utf8) + Array(repeatElement(row, count: 20_000).joined()))
        #expect(found.rows.count == 20_000)
        #expect(found.rows.last == record(20_001, "1", "2026-03-02", "some words, and more of them"))
    }
}

@Suite("Encodings of files")
struct TextEncodingTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func source(_ bytes: [UInt8], _ choice: TextSource.Choice = .recognised) throws -> TextSource {
        try TextSource(path: scratch.write(bytes, to: "text"), choice)
    }

    private func line(_ bytes: [UInt8], _ choice: TextSource.Choice = .recognised) throws -> LineRow? {
        try LineFile(source(bytes, choice)).next()
    }

    private func text(_ text: String) -> LineRow { .line(TextLine(number: 1, text: text)) }

    @Test("UTF-16 is known by its mark, and without one where all of it is text")
    func wide() throws {
        let units = Array("编号,a\n".utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for (bytes, name, isGuessed) in [
            ([0xFF, 0xFE] + little, "UTF-16LE", false), ([0xFE, 0xFF] + big, "UTF-16BE", false), (little, "UTF-16LE", true),
            (big, "UTF-16BE", true),
        ] {
            let found = try source(bytes)
            #expect(try LineFile(found).next() == text("编号,a"))
            #expect(found.encoding?.name == name && found.isGuessed == isGuessed)
        }
        // Half a pair is refused by line.
        #expect(
            try line([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00])
                == .refused(TableRefusal(line: 1, throughLine: 1, reason: .notText(.utf16LittleEndian, byte: 3)))
        )
        #expect(throws: TextFileError.foreign(.binary)) { try source([0x61, 0, 0, 0, 0x62, 0x01, 0, 0xFF]) }
    }

    @Test("A short text in GBK that is valid UTF-8 is UTF-8; one that is not is GB18030")
    func short() throws {
        // 停水通知 in GBK, whose bytes are five pairs of UTF-8.
        let valid: [UInt8] = [0xCD, 0xA3, 0xCB, 0xAE, 0xCD, 0xA8, 0xD6, 0xAA]
        #expect(try line(valid) == text("ͣˮ֪ͨ"))
        #expect(try line(valid, .said(.gb18030)) == text("停水通知"))
        #expect(try line([0xCD, 0xB6, 0xCB, 0xDF]) == text("投诉"))
        // Three of five pairs are UTF-8 by chance.
        #expect(try line([0xCD, 0xB6, 0xCB, 0xDF, 0xB9, 0xF1, 0xD4, 0xB1]) == text("投诉柜员"))
    }

    @Test(
        "What only looks like GB18030 is not taken for it: other code pages, private use, byte 80",
        arguments: [
            // Müller, größer in Windows-1252; 銀行 in Shift-JIS; 銀行 in Big5.
            [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72, 0x2C, 0x67, 0x72, 0xF6, 0xDF, 0x65, 0x72],
            [0x8B, 0xE2, 0x8D, 0x73, 0x82, 0xC5, 0x82, 0xB7], [0xBB, 0xC8, 0xA6, 0xE6, 0xAA, 0x40, 0xA4, 0x40, 0xAB, 0x55, 0xAD, 0x58],
            // 投诉 with the first place of private use; 汉汉 with 80.
            [0xCD, 0xB6, 0xCB, 0xDF, 0xCD, 0xB6, 0xCB, 0xDF, 0xAA, 0xA1], [0xBA, 0xBA, 0xBA, 0xBA, 0x80, 0x31],
        ] as [[UInt8]]
    )
    func others(bytes: [UInt8]) throws {
        let error = try #require(throws: TextFileError.self) { try source(bytes) }
        guard case .notRecognised(line: 1, byte: _) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test("Whatever iconv knows can be said; what it does not know is none")
    func said() throws {
        let german = try #require(TextEncoding(named: "windows-1252"))
        #expect(german.name == "WINDOWS-1252")
        #expect(try line([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72, 0x80], .said(german)) == text("Müller€"))
        let japanese = try #require(TextEncoding(named: "SHIFT_JIS"))
        #expect(try line([0x8B, 0xE2, 0x8D, 0x73], .said(japanese)) == text("銀行"))
        #expect(
            try line([0x61, 0x8B, 0xE2, 0xFF, 0x62], .said(japanese))
                == .refused(TableRefusal(line: 1, throughLine: 1, reason: .notText(japanese, byte: 4)))
        )
        for name in ["", "klingon", "UTF-16//TRANSLIT", "GBK ", "a/b"] { #expect(TextEncoding(named: name) == nil, "\(name)") }
        #expect(TextEncoding(named: "utf-8") == .utf8)
    }

    @Test("The place of what means nothing is told, also behind megabytes")
    func place() throws {
        let head = Array(repeatElement([0xCD, 0xB6, 0xCB, 0xDF, 0x0A] as [UInt8], count: 30_000).joined())
        let file = LineFile(try source(head + [0x61, 0xAA, 0xA1, 0x0A, 0x62], .said(.gb18030)))
        var rows: [LineRow] = []
        while let row = try file.next() { rows.append(row) }
        #expect(rows.count == 30_002)
        #expect(rows[30_000] == .refused(TableRefusal(line: 30_001, throughLine: 30_001, reason: .notText(.gb18030, byte: 150_002))))
        #expect(rows[30_001] == .line(TextLine(number: 30_002, text: "b")))
    }

    @Test("What is no text is named for what it is")
    func strangers() throws {
        let workbook: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + Array("......[Content_Types].xml....".utf8)
        for (bytes, kind) in [
            (workbook, .excelWorkbook), ([0x50, 0x4B, 0x03, 0x04, 0x61], .zip),
            ([0x50, 0x4B, 0x03, 0x04] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), .openDocument),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .oldOffice), (Array("%PDF-1.7\n".utf8), .pdf),
            ([0x1F, 0x8B, 8, 0], .gzip),
            (Array("SQLite format 3\0".utf8), .sqlite), (Array("<!DOCTYPE html><table>".utf8), .webPage),
        ] as [([UInt8], ForeignFile)] {
            #expect(throws: TextFileError.foreign(kind)) { try source(bytes) }
            #expect(throws: TextFileError.foreign(kind)) { try source(bytes, .said(.gb18030)) }
        }
    }
}

@Suite("Bytes at a border")
struct BorderTests {
    @Test("Any bytes come back equal or are refused by place, and nothing is put in their place")
    func anyBytes() throws {
        let scratch = try Scratch()
        var random = SeededNumbers(seed: 20_261_126)
        let pieces: [[UInt8]] = [
            Array("a".utf8), Array("é".utf8), Array("投诉".utf8), Array("😀".utf8), Array("\u{FFFD}".utf8), [0xCD, 0xB6], [0xFF], [0x80],
            [0xE6, 0x8A],
            [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x20], [0x2C],
        ]
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 1...8, using: &random)).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
            // An independent judge: the decoder of the standard library, which says where it stops.
            var decoder = UTF8()
            var iterator = bytes.makeIterator()
            var isText = true
            decoding: while true {
                switch decoder.decode(&iterator) {
                case .scalarValue: continue
                case .emptyInput: break decoding
                case .error:
                    isText = false
                    break decoding
                }
            }
            do throws(NotUTF8) {
                let text = try String(strict: bytes)
                #expect(isText && Array(text.utf8) == bytes)
            } catch {
                #expect(!isText && (1...bytes.count).contains(error.byte))
                // All before the place is text.
                #expect(String(validating: bytes[..<(error.byte - 1)], as: UTF8.self) != nil)
            }
            switch try LineFile(TextSource(path: scratch.write(bytes, to: "line"), .said(.utf8))).next() {
            case .line(let line): #expect(isText && Array(line.text.utf8) == bytes)
            case .refused(let refusal):
                guard case .notText(.utf8, let byte) = refusal.reason else {
                    Issue.record("\(refusal)")
                    continue
                }
                #expect(!isText && (1...Int64(bytes.count)).contains(byte))
            case nil: Issue.record("no line of \(bytes)")
            }
        }
    }

    @Test(
        "Bytes of any two-byte code are text without U+FFFD, or refused",
        arguments: ["GB18030", "BIG5", "SHIFT_JIS", "EUC-KR", "UTF-16LE"]
    )
    func converted(name: String) throws {
        let encoding = try #require(TextEncoding(named: name))
        let converter = try #require(TextConverter(from: encoding))
        for lead in UInt8.min...UInt8.max {
            for trail in stride(from: UInt8.min, through: 0xF0, by: 5) {
                var output: [UInt8] = []
                var faults: [(output: Int, input: Int)] = []
                let used = [lead, trail].withUnsafeBytes { converter.convert($0, isEnd: true, into: &output, faults: &faults) }
                #expect(used == 2)
                #expect(output.filter { $0 == TextConverter.fault }.count == faults.count)
                let text = String(validating: output, as: UTF8.self)
                #expect((text == nil) == !faults.isEmpty)
                #expect(
                    text?.unicodeScalars.contains("\u{FFFD}") != true
                        || encoding == TextEncoding(named: "UTF-16LE") && lead == 0xFD && trail == 0xFF
                )
            }
        }
    }
}

@Suite("JSON as it is written")
struct JSONReadingTests {
    @Test("Values are read with the digits that are written, and written again on one line with sorted keys")
    func values() throws {
        for (text, line) in [
            (
                " { \"b\" : [1, -2.50, 1e400, 12345678901234567890.10] , \"a\":null }\n",
                #"{"a":null,"b":[1,-2.50,1e400,12345678901234567890.10]}"#
            ),
            (#"{"t":"a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00投"}"#, #"{"t":"a\"\\/\b\f\n\r\té😀投"}"#), ("true", "true"), ("[]", "[]"),
            ("{}", "{}"),
            ("\"\u{7F}\u{202E}\u{9B}\"", #""\u007f\u202e\u009b""#), ("\"\\u0000\"", #""\u0000""#),
        ] {
            #expect(try JSONValue(reading: text).line == line)
            #expect(try JSONValue(reading: line).line == line)
        }
    }

    @Test(
        "What cannot be read is refused by the key that holds it",
        arguments: [
            (#"{"a":1,"customer":"Ms \ud83d"}"#, JSONFault.halfCharacter(key: "customer")),
            (#"{"x":{"deep":"\ude00"}}"#, .halfCharacter(key: "x")),
            (#"{"a":"\ud83d\u0041"}"#, .halfCharacter(key: "a")), (#"{"a":1,"b":2,"a":3}"#, .twice(key: "a")), ("", .malformed(byte: 1)),
            ("{\"a\":01}", .malformed(byte: 8)), ("{\"a\":1", .malformed(byte: 7)), ("{} {}", .malformed(byte: 4)),
            ("[1,]", .malformed(byte: 4)),
            ("{a:1}", .malformed(byte: 2)), ("\"a\nb\"", .malformed(byte: 3)), ("nul", .malformed(byte: 1)), ("1.", .malformed(byte: 3)),
            (String(repeating: "[", count: 70), .tooDeep), ("\u{FEFF}{}", .malformed(byte: 1)),
        ]
    )
    func faults(text: String, fault: JSONFault) {
        #expect(throws: fault) { try JSONValue(reading: text) }
    }
}

@Suite("Dates and numbers as spreadsheets write them")
struct WrittenFormTests {
    @Test(
        "A date is put in order as the table says; one that begins with its year stays",
        arguments: [
            (DateOrder.monthDayYear, "7/29/2013", "2013-7-29"), (.dayMonthYear, "29.07.2013", "2013-07-29"),
            (.dayMonthYear, "2/3/69", "2069-3-2"),
            (.monthDayYear, "2/3/70", "1970-2-3"), (.yearMonthDay, "13-07-29", "2013-07-29"), (.monthDayYear, "2013-07-29", "2013-07-29"),
            (.monthDayYear, "7/29/2013 2:05 PM", "2013-7-29 14:05"), (.monthDayYear, "7/29/2013 12:05:09 am", "2013-7-29 00:05:09"),
            (.monthDayYear, "2013/7/29 2:05 PM", "2013/7/29 14:05"), (.dayMonthYear, "soon", "soon"), (.dayMonthYear, "", ""),
            (.dayMonthYear, "1/2", "1/2"), (.dayMonthYear, "2026-03-02T09:05:07+08:00", "2026-03-02T09:05:07+08:00"),
        ]
    )
    func dates(order: DateOrder, text: String, written: String) {
        #expect(order.rewritten(text) == written)
    }

    @Test("A date is open where its order has to be said")
    func open() {
        #expect(DateOrder.isOpen("7/29/2013") && DateOrder.isOpen("1.2.26 10:00"))
        #expect(!DateOrder.isOpen("2013/7/29") && !DateOrder.isOpen("09:30") && !DateOrder.isOpen("") && !DateOrder.isOpen("2013-07"))
    }

    @Test("A number cut by a spreadsheet is known, and zeros before a number count for nothing")
    func numbers() {
        for text in ["2.02603E+14", "1.38E+10", "2E+14", "2.5e14"] { #expect(WrittenNumber.isCut(text), "\(text)") }
        for text in ["1E5", "E14", "12.5E+3", "A2.0E+1", "2.02603", "2.0E+", "", "EE"] { #expect(!WrittenNumber.isCut(text), "\(text)") }
        #expect(WrittenNumber.identity("00017") == "17" && WrittenNumber.identity("17") == "17" && WrittenNumber.identity("000") == "")
        #expect(WrittenNumber.identity("0379-2611-001") == "0379-2611-001" && WrittenNumber.identity("0A") == "0A")
    }
}
