import DeskTestSupport
import Glibc
import Testing

@testable import TableFiles

@Suite("Table files")
struct TableFileTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func rows(_ bytes: [UInt8], _ choice: TextSource.Choice = .recognised) throws -> [TableRow] {
        let file = TableFile(try TextSource(path: scratch.write(bytes, to: "table.csv"), choice), separator: 0x2C)
        var rows: [TableRow] = []
        while let row = try file.next() { rows.append(row) }
        #expect(file.source.usedBytes <= Int64(bytes.count))
        return rows
    }

    private func rows(_ text: String) throws -> [TableRow] { try rows(Array(text.utf8)) }

    private func record(_ line: Int, _ fields: String...) -> TableRow { .record(TableRecord(line: line, fields: fields)) }

    private func refused(_ line: Int, through: Int? = nil, _ reason: TableRefusal.Reason) -> TableRow {
        .refused(TableRefusal(line: line, throughLine: through ?? line, reason: reason))
    }

    @Test("plain fields, with either line end, with and without one at the end of the file")
    func plain() throws {
        let expected = [record(1, "a", "b", ""), record(2, "", "c d", "é")]
        #expect(try rows("a,b,\n,c d,é\n") == expected)
        #expect(try rows("a,b,\r\n,c d,é\r\n") == expected)
        #expect(try rows("a,b,\r\n,c d,é") == expected)
        #expect(try rows("a,b,\n,c d,é\r") == expected)
        #expect(try rows("\u{FEFF}a,b,\n,c d,é") == expected)
        #expect(try rows("") == [])
        #expect(try rows("\u{FEFF}") == [])
        #expect(try rows("a,") == [record(1, "a", "")])
    }

    @Test("quoted fields with commas, line breaks and doubled quotes; lines are counted through them")
    func quoted() throws {
        let text = "\"a,b\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",\"\"\r\n\"\"\"\",\"x\r\ny\"\nlast,\"end\""
        #expect(
            try rows(text) == [
                record(1, "a,b", "say \"hi\""), record(2, "two\nlines", ""), record(4, "\"", "x\r\ny"), record(6, "last", "end"),
            ]
        )
    }

    @Test("rows without content are passed over and counted, be they empty or blanks between separators")
    func blank() throws {
        #expect(try rows("\n\r\na\n\n\"\"\nb\n\n") == [record(3, "a"), record(6, "b")])
        #expect(try rows("a,b\n,,,\n \t,\u{3000}\n\"\",\u{A0}\nc,d\n") == [record(1, "a", "b"), record(5, "c", "d")])
    }

    @Test("a quote in the middle of a plain field stands for itself, and so does a lone CR")
    func lenient() throws {
        #expect(try rows("5\" pipe,a\rb\n") == [record(1, "5\" pipe", "a\rb")])
    }

    @Test("text after a closing quote is refused with its line, and the rest is read")
    func strayText() throws {
        #expect(
            try rows("a,b\n\"x\"y,1\n\"one\ntwo\" three,2\n\"q\"\r,3\nc,d\n") == [
                record(1, "a", "b"), refused(2, .textAfterQuote), refused(3, through: 4, .textAfterQuote), refused(5, .textAfterQuote),
                record(6, "c", "d"),
            ]
        )
    }

    @Test("a quote that is never closed is refused where it opens, and swallows nothing")
    func unterminated() throws {
        #expect(
            try rows("a,b\nc,\"open\nd,e\n\nf,g") == [
                record(1, "a", "b"), refused(2, .unterminatedQuote), record(3, "d", "e"), record(5, "f", "g"),
            ]
        )
        #expect(try rows("a\n\"x\ny\",\"open") == [record(1, "a"), refused(3, .unterminatedQuote)])
        #expect(try rows("\"") == [refused(1, .unterminatedQuote)])
        #expect(try rows("\"a\"\"") == [refused(1, .unterminatedQuote)])
    }

    @Test("fields beyond the limit are refused, one at the limit is taken")
    func limits() throws {
        let most = String(repeating: "x", count: TableFile.fieldLimit)
        #expect(try rows("\(most),\"\(most)\"\nb") == [record(1, most, most), record(2, "b")])
        #expect(try rows("a\n\(most)x,1\nb") == [record(1, "a"), refused(2, .fieldTooLong), record(3, "b")])
        // What is left of a quoted field that is too long is read as lines of its own.
        #expect(
            try rows("a\n\"x\n\(most)\",1\nb") == [
                record(1, "a"), refused(2, .unterminatedQuote), refused(3, .fieldTooLong), record(4, "b"),
            ]
        )
        let commas = String(repeating: ",", count: TableFile.recordLimit + 100_000)
        #expect(try rows("a\n\(commas)\nb") == [record(1, "a"), refused(2, .recordTooLong), record(3, "b")])
    }

    @Test("GB18030 is recognised, whole and strictly")
    func chinese() throws {
        // 编号,内容 / 1,"投诉，排队" / 2,€𠮷 in GB18030: two bytes each, and four for the last.
        let head: [UInt8] = [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x0A]
        let body: [UInt8] = [0x31, 0x2C, 0x22, 0xCD, 0xB6, 0xCB, 0xDF, 0xA3, 0xAC, 0xC5, 0xC5, 0xB6, 0xD3, 0x22, 0x0D, 0x0A]
        let rare: [UInt8] = [0x32, 0x2C, 0xA2, 0xE3, 0x95, 0x34, 0xB2, 0x35, 0x0A]
        #expect(try rows(head + body + rare) == [record(1, "编号", "内容"), record(2, "1", "投诉，排队"), record(3, "2", "€𠮷")])
        // A byte that is none is a reason to doubt the guess; where somebody said the encoding, only its row is refused.
        let broken: [UInt8] = [0x33, 0x2C, 0xCD, 0x20, 0x0A]
        #expect(throws: TextFileError.notRecognised(line: 1, byte: 1)) { try rows(head + broken + body) }
        #expect(
            try rows(head + broken + body, .said(.gb18030))
                == [record(1, "编号", "内容"), refused(2, .notText(.gb18030, byte: 13)), record(3, "1", "投诉，排队")]
        )
        #expect(try rows([0x84, 0x31, 0x95, 0x33] + head) == [record(1, "编号", "内容")])
    }

    @Test("GB18030 is recognised even where the first Chinese character comes after megabytes of ASCII")
    func lateChinese() throws {
        let line = Array("2019-04-10,card,nothing beyond ASCII here\n".utf8)
        let ascii = Array(repeatElement(line, count: 40_000).joined())
        let path = try scratch.write(ascii + [0xCD, 0xB6, 0xCB, 0xDF, 0x0A], to: "late.csv")
        let file = TableFile(try TextSource(path: path, .recognised))
        #expect(file.source.encoding == .gb18030 && file.source.isGuessed)
        var last: TableRow?
        var count = 0
        while let row = try file.next() { (last, count) = (row, count + 1) }
        #expect(last == record(40_001, "投诉"))
        #expect(count == 40_001)
        #expect(file.source.usedBytes == file.source.totalBytes)
    }

    @Test("a UTF-8 file with one broken byte stays UTF-8, and the row is refused by line")
    func brokenUTF8() throws {
        #expect(
            try rows(Array("编号,内容\n1,投诉\n2,".utf8) + [0xE6, 0x8A] + Array("\n3,排队\n".utf8)) == [
                record(1, "编号", "内容"), record(2, "1", "投诉"), refused(3, .notText(.utf8, byte: 26)), record(4, "3", "排队"),
            ]
        )
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xFF, 0x0A, 0x22, 0xFF, 0x0A, 0x22]
        #expect(
            try rows(marked) == [record(1, "a"), refused(2, .notText(.utf8, byte: 6)), refused(3, through: 4, .notText(.utf8, byte: 9))]
        )
    }

    @Test("folders and missing files are said to be so")
    func unreadable() throws {
        #expect(throws: TextFileError.cannotOpen(ENOENT)) { try TextSource(path: scratch.file("none.csv"), .recognised) }
        #expect(throws: TextFileError.cannotRead(EISDIR)) { try TextSource(path: scratch.path, .recognised) }
    }

    @Test("a pipe gives the same records, however its bytes arrive", arguments: [1, 7, 4096])
    func pipes(step: Int) throws {
        let first: [UInt8] = Array("a,\"b\"\"c\nd\"\r\n".utf8)
        let bytes = first + [0xCD, 0xB6, 0xCB, 0xDF, 0x2C, 0x22, 0xC5, 0xC5, 0xB6, 0xD3, 0x22]
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        defer { close(ends[0]) }
        for start in stride(from: 0, to: bytes.count, by: step) {
            let piece = Array(bytes[start..<min(start + step, bytes.count)])
            try #require(write(ends[1], piece, piece.count) == piece.count)
        }
        close(ends[1])
        let file = TableFile(try TextSource(descriptor: ends[0], .recognised))
        var rows: [TableRow] = []
        while let row = try file.next() { rows.append(row) }
        #expect(rows == [record(1, "a", "b\"c\nd"), record(3, "投诉", "排队")])
        #expect(file.source.totalBytes == nil)
    }

    @Test("records come out the same wherever a block ends")
    func blockBorders() throws {
        let unit = "\"投诉 \"\"x\"\"\r\n排队\",b\r\n"
        for shift in 0..<40 {
            let filler = String(repeating: "f", count: 65_536 - 40 + shift)
            let found = try rows("\(filler),1\r\n\(unit)\(unit)")
            #expect(found == [record(1, filler, "1"), record(2, "投诉 \"x\"\r\n排队", "b"), record(4, "投诉 \"x\"\r\n排队", "b")])
        }
    }

    @Test("any bytes at all are read to the end without a trap")
    func anyBytes() throws {
        var random = SeededNumbers(seed: 20_261_122)
        let palette: [UInt8] = [0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x61, 0xCD, 0xB6, 0xE6, 0x8A, 0x95, 0x00, 0xFF, 0x30]
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in palette.randomElement(using: &random) ?? 0 }
            let found = try rows(bytes, .said(.utf8))
            let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }.count
            var last = 0
            for row in found {
                switch row {
                case .record(let record):
                    #expect(record.line > last || last == 0)
                    last = record.line
                case .refused(let refusal):
                    #expect(refusal.line <= refusal.throughLine)
                    last = refusal.throughLine
                }
                #expect(last <= lines)
            }
        }
    }
}

@Suite("Line files")
struct LineFileTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func lines(_ bytes: [UInt8], _ choice: TextSource.Choice = .recognised) throws -> [LineRow] {
        let file = LineFile(try TextSource(path: scratch.write(bytes, to: "lines.jsonl"), choice))
        var rows: [LineRow] = []
        while let row = try file.next() { rows.append(row) }
        return rows
    }

    private func line(_ number: Int, _ text: String) -> LineRow { .line(TextLine(number: number, text: text)) }

    private func refused(_ number: Int, _ reason: TableRefusal.Reason) -> LineRow {
        .refused(TableRefusal(line: number, throughLine: number, reason: reason))
    }

    @Test("lines with their numbers, either line end, marks before the first")
    func plain() throws {
        #expect(
            try lines(Array("\u{FEFF}\u{FEFF}{\"a\":1}\r\n\n \t\n{\"b\":\"投诉\"}\n{}".utf8)) == [
                line(1, "{\"a\":1}"), line(2, ""), line(3, " \t"), line(4, "{\"b\":\"投诉\"}"), line(5, "{}"),
            ]
        )
        #expect(try lines([]) == [])
        #expect(try lines([0x0A]) == [line(1, "")])
    }

    @Test("GB18030 lines, and lines that are no text")
    func encodings() throws {
        #expect(try lines([0xCD, 0xB6, 0xCB, 0xDF, 0x0A, 0x61]) == [line(1, "投诉"), line(2, "a")])
        let broken = Array("投诉\n".utf8) + [0xFF, 0x0A] + Array("排队\n".utf8)
        #expect(try lines(broken) == [line(1, "投诉"), refused(2, .notText(.utf8, byte: 8)), line(3, "排队")])
        #expect(try lines([0xB9, 0xF1, 0x0A], .said(.utf8)) == [refused(1, .notText(.utf8, byte: 1))])
    }

    @Test("a line beyond the limit is refused and the next one read")
    func limit() throws {
        let long = [UInt8](repeating: 0x61, count: TableFile.recordLimit + 1)
        #expect(try lines([0x62, 0x0A] + long + [0x0A, 0x63]) == [line(1, "b"), refused(2, .recordTooLong), line(3, "c")])
    }

    @Test("what follows a line of a pipe may be recognised anew, as a table behind a passcode")
    func pipeOfTwo() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let bytes: [UInt8] = Array("练习\nnumber,text\n1,".utf8) + [0xCD, 0xB6, 0xCB, 0xDF, 0x0A]
        try #require(write(ends[1], bytes, bytes.count) == bytes.count)
        close(ends[1])
        let lines = LineFile(try TextSource(descriptor: ends[0], .said(.utf8)))
        #expect(try lines.next() == line(1, "练习"))
        try lines.source.choose(.recognised)
        let table = TableFile(lines.source)
        let header = try table.header { (0, $0 == ["number", "text"]) }
        #expect(header?.isWhole == true)
        #expect(try table.next() == .record(TableRecord(line: 2, fields: ["1", "投诉"])))
        #expect(lines.source.encoding == .gb18030)
    }
}

@Suite("Telling the encoding")
struct EncodingSurveyTests {
    private func survey(_ blocks: [UInt8]...) -> (Int, Int) {
        var survey = EncodingSurvey()
        for block in blocks { block.withUnsafeBytes { survey.take($0) } }
        survey.end()
        return (survey.validCount, survey.invalidCount)
    }

    @Test("sequences are valid as the Unicode standard has it, also over the border of a block")
    func sequences() {
        #expect(survey(Array("aé投😀z".utf8)) == (3, 0))
        #expect(survey([0xE6], [0x8A], [0x95]) == (1, 0))
        #expect(survey([0xE6, 0x8A]) == (0, 1))
        // Overlong, surrogate, beyond U+10FFFF, a lone continuation.
        #expect(survey([0xC0, 0x80]).0 == 0)
        #expect(survey([0xE0, 0x80, 0x80]).0 == 0)
        #expect(survey([0xED, 0xA0, 0x80]).0 == 0)
        #expect(survey([0xF4, 0x90, 0x80, 0x80]).0 == 0)
        #expect(survey([0x80]) == (0, 1))
        #expect(survey([0xE6, 0x41, 0xC3, 0xA9]) == (1, 1))
    }
}
