import ComplaintRules
import Glibc
import TerminalKit
import Testing

@testable import DeskPapers

@Suite("Documents as text, HTML and tables")
struct DocumentTests {
    private static let ruler = TextRuler(
        columns: { TextWidth.columns(of: $0) },
        visible: { TextWidth.visible($0) },
        wrap: { TextWidth.wrap($0, to: $1).map(String.init) }
    )

    private func text(_ blocks: [Block], width: Int = 60, ascii: Bool = true, practice: Bool = false) -> String {
        let document = Document("Title", .english, isPractice: practice, blocks)
        return TextWriter(DocumentTests.ruler, width: width, ascii: ascii).lines(document).joined(separator: "\n")
    }

    @Test("A workbook for which the library is not here names the package that brings it; with it, it is written")
    func workbook() throws {
        let path = "/tmp/firstdesk-\(UInt64.random(in: .min ... .max)).xlsx"
        let fault = #expect(throws: XLSXFault.self) { try XLSXFile.write([], Self.ruler, to: path, by: "libxlsxwriter.so.0") }
        #expect(fault?.package?.hasPrefix("libxlsxwriter") == true)
        try XLSXFile.write([.init("cases", ["number"], [[.text("1")]])], Self.ruler, to: path)
        let begins = try #require(fopen(path, "r"))
        defer {
            fclose(begins)
            unlink(path)
        }
        // A workbook is a compressed file.
        #expect(fgetc(begins) == 0x50 && fgetc(begins) == 0x4B)
    }

    @Test("No cell holds more than 32,767 characters as a spreadsheet counts them: what is cut is told of, by its row and its column")
    func cutCells() throws {
        let path = "/tmp/firstdesk-\(UInt64.random(in: .min ... .max)).xlsx"
        defer { unlink(path) }
        let (whole, half) = (String(repeating: "字", count: 32_767), String(repeating: "𠮷", count: 16_383))
        let texts = [whole, whole + "字", half + "𠮷", half]
        let rows = texts.map { [XLSXFile.Cell.text("1"), .text($0)] }
        let cuts = try XLSXFile.write([.init("cases", ["number", "text"], rows)], Self.ruler, to: path)
        #expect(cuts.map { [$0.sheet, $0.row, $0.column] } == [[0, 1, 1], [0, 2, 1]])
    }

    @Test(
        "Numbers with their signs, the days of a date, a number with its unit, a name and a few words in brackets stay together",
        arguments: [
            ("回复 2026年11月24日 17:00（剩 10 天）", ["回复", "2026年", "11月24日", "17:00", "（剩 10 天）"]),
            ("1 天 3 小时", ["1 天", "3 小时"]), ("1001 沈国栋，已签字", ["沈国栋"]), ("已就多次往返致歉 完毕", ["完毕"]),
            ("10/10（100%）。", ["10/10", "（100%）。"]), ("1068-8640-ba15-979d", ["1068-8640-ba15-979d"]),
            ("按 20 个营业日内", []), ("Reply 24 Nov 2026 17:00 (on time), kept", ["17:00", "(on time),"]), ("f(x) in 3 of 4", []),
            ("（括号里的内容太长以致于不会连在一起不分开）", []), ("see https://a.test/b", []), ("", []),
        ] as [(String, [String])]
    )
    func together(_ line: String, _ unbroken: [String]) {
        let parts = UnbrokenWords.parts(of: line)
        #expect(parts.map(\.text).joined() == line)
        #expect(parts.filter(\.isUnbroken).map(\.text) == unbroken)
    }

    @Test("A line of text ends within nothing that belongs together, where the line has room for it")
    func lineEnds() {
        let table = Block.Table(
            [.init("指标", 3), .init("本期", 1, number: true), .init("时限", 2)],
            [["答复中位数", "1 天 3 小时", "回复 2026年11月24日 17:00（按时）"], ["按时", "10/10（100%）", "移交（剩 10 天）"]]
        )
        #expect(
            text([.table(table)], width: 46) == """
                                    Title

                +------------+----------+-------------------+
                | 指标       |     本期 | 时限              |
                +------------+----------+-------------------+
                | 答复中位数 |     1 天 | 回复 2026年       |
                |            |   3 小时 | 11月24日 17:00    |
                |            |          | （按时）          |
                +------------+----------+-------------------+
                | 按时       |    10/10 | 移交（剩 10 天）  |
                |            | （100%） |                   |
                +------------+----------+-------------------+

                """
        )
        #expect(text([.text("一二三四五六七八九（十一）")], width: 24).contains("一二三四五六七八九\n（十一）\n"))
    }

    @Test("A heading that is longer than a line has more than one")
    func heading() {
        let shown = text([.heading("一二三四五六七八九十一二三四五六七八九十")], width: 24)
        #expect(shown.contains("\n一二三四五六七八九十一二\n三四五六七八九十\n------------------------"))
    }

    @Test("A table without rows says that there is none")
    func noRows() {
        let table = Block.Table([.init("Number", 1), .init("State", 1)], [])
        #expect(text([.table(table)], width: 40).contains("| None   |       |"))
        let file = HTMLWriter(DocumentTests.ruler).file(Document("T", .chinese, isPractice: false, [.table(table)]))
        #expect(file.contains("<tbody>\n<tr class=\"s\"><td><div>无</div></td><td><div><br></div></td></tr>\n</tbody>"))
    }

    @Test("Frames line up whatever the script; short fields stand beside each other, long ones alone")
    func fields() {
        let shown = text([.fields([.init("Number", "1"), .init("客户", "刘女士"), .init("What", "排队四十分钟无人管，柜员态度生硬，账户被误扣三百元")])])
        #expect(
            shown == """
                                           Title

                +--------+-------------------+--------+--------------------+
                | Number | 1                 | 客户   | 刘女士             |
                +--------+-------------------+--------+--------------------+
                | What   | 排队四十分钟无人管，柜员态度生硬，账户被误扣三  |
                |        | 百元                                            |
                +--------+-------------------------------------------------+

                """
        )
    }

    @Test("A table shares its room by weight, and numbers stand to the right")
    func table() {
        let table = Block.Table([.init("Name", 3), .init("渠道", 1), .init("n", 1, number: true)], [["a", "电话", "12"], ["b\nc", "", "3"]])
        #expect(
            text([.table(table)], width: 40) == """
                                 Title

                +------+------+----+
                | Name | 渠道 |  n |
                +------+------+----+
                | a    | 电话 | 12 |
                +------+------+----+
                | b    |      |  3 |
                | c    |      |    |
                +------+------+----+

                """
        )
    }

    @Test("A table whose words have no room side by side stands row below row, each with its headings")
    func records() {
        let table = Block.Table(
            [.init("Number", 1), .init("What happened", 3), .init("Reply", 2)],
            [["0379-2611-001", "Nobody apologised", "On the phone"], ["0379-2611-002", "", "By letter"]]
        )
        #expect(
            text([.table(table)], width: 30) == """
                            Title

                ------------------------------
                Number         0379-2611-001
                What happened  Nobody
                               apologised
                Reply          On the phone
                ------------------------------
                Number         0379-2611-002
                Reply          By letter
                ------------------------------

                """
        )
    }

    @Test("Bars begin at zero, with the number before them, one column at least for any and none for none; the usual is marked in the bar")
    func bars() {
        let chart = Block.BarChart(
            ["Reason", "now", "Oct"],
            legend: "| = usual",
            [.init("Service", 9, others: [3], usual: 1.7, mark: "ROSE"), .init("费用", 4, others: [4]), .init("Tiny", 0, others: [1])],
            total: .init("all", 13, others: [8])
        )
        let lines = TextWriter(DocumentTests.ruler, width: 50, ascii: true).bars(chart)
        #expect(lines[0] == "Reason   now  Oct  | = usual")
        #expect(lines[1] == "Service    9    3  =====|==================== ROSE")
        #expect(lines[2].trimmed == "费用       4    4  ============")
        #expect(lines[3].trimmed == "Tiny       0    1")
        #expect(lines[4] == "all       13    8")
        let writer = TextWriter(DocumentTests.ruler, width: 50)
        #expect(writer.bar(1, nil, most: 1000, 20) == "▏")
        #expect(writer.bar(0, nil, most: 1000, 20) == "")
        #expect(writer.bar(9, nil, most: 16, 2) == "█▏")
    }

    @Test("Every block of HTML is of 300 characters at most, cut behind a sentence where there is one, and nothing is lost")
    func pieces() {
        let long = String(repeating: "这是第一句话。", count: 200)
        let pieces = HTMLWriter.pieces(long)
        #expect(pieces.joined() == long)
        #expect(pieces.allSatisfy { $0.unicodeScalars.count <= 300 && $0.last == "。" })
        let marks = "e" + String(repeating: "\u{301}", count: 1000)
        #expect(HTMLWriter.pieces(marks).allSatisfy { $0.unicodeScalars.count <= 300 })
        #expect(HTMLWriter.pieces(marks).map(\.unicodeScalars.count).reduce(0, +) == 1001)
        #expect(HTMLWriter.pieces("a\n\nb") == ["a", "", "b"])
        #expect(HTMLWriter.pieces("") == [])
    }

    @Test("A million characters are cut in the time of their length")
    func million() {
        let pieces = HTMLWriter.pieces(String(repeating: "字", count: 1_000_000))
        #expect(pieces.count == 3334)
    }

    @Test("A long paragraph is one block of pieces, without a seam")
    func paragraph() {
        let long = String(repeating: "这是第一句话。", count: 100)
        let file = HTMLWriter(DocumentTests.ruler).file(Document("T", .chinese, isPractice: false, [.text(long)]))
        #expect(file.contains("<div class=\"t\"><div><span>这是第一句话。") && file.matches(of: /<span>/).count == 3)
        #expect(file.contains("。</span><span>这") && file.contains("。</span></div></div>"))
    }

    @Test("A word that goes on in the next node begins a block there; an address is not cut at its points, and no node is empty")
    func longWord() {
        func body(_ text: String) -> String {
            let file = HTMLWriter(DocumentTests.ruler).file(Document("T", .english, isPractice: false, [.fields([.init("What", text)])]))
            return String(file.split(separator: "colspan=\"3\">")[1].prefix { $0 != "\n" })
        }
        let word = String(repeating: "b", count: 700)
        let rest = [300, 300, 100].map { "<div><span>\(String(repeating: "b", count: $0))</span></div>" }.joined()
        #expect(body("see " + word).hasPrefix("<div><span>see </span><span>\(rest.dropFirst(11))"))
        let address = "https://a.test/" + String(repeating: "c.", count: 200)
        #expect(body(address).hasPrefix("<div><span>\(address.prefix(300))</span></div><div><span>"))
        let gap = body(String(repeating: "d", count: 299) + ". " + String(repeating: " ", count: 299) + "e")
        #expect(!gap.contains("<span></span>") && !gap.contains("<span> ") && gap.contains("<span>e</span>"))
    }

    @Test("A column in which nothing stands is as wide as its heading, and a signature's short form is not broken")
    func emptyColumn() {
        let table = Block.Table(
            [.init("Number", 1), .init("To head office", 40), .init("Signed", 1), .init("Words", 1)],
            [["0379-2611-005", "", "1068-8640-ba15-979d", String(repeating: "说明", count: 150)]]
        )
        let file = HTMLWriter(DocumentTests.ruler).file(Document("T", .english, isPractice: false, [.table(table)]))
        let widths = file.matches(of: /<col style="width:([0-9.]+)%">/).compactMap { Double($0.1) }
        #expect(widths.count == 4 && widths[1] < 10 && widths[3] > 45, "\(widths)")
        #expect(file.contains("<span class=\"w\">1068-8640-ba15-979d</span>"))
    }

    @Test("The label of a bar is whole, on two lines where it is longer than one")
    func labels() {
        let long = "Attitude and quality of service at counters, in the hall and on the telephone"
        let chart = Block.BarChart(["Reason", "now"], [.init("Attitude and quality of service", 9), .init(long, 3)])
        let file = HTMLWriter(DocumentTests.ruler).file(Document("T", .english, isPractice: false, [.bars(chart)]))
        #expect(file.contains(">Attitude and quality of service</text>"))
        #expect(file.contains(">Attitude and quality of service at</text>") && file.contains(">counters, in the hall and on the</text>"))
        #expect(!file.contains(".."))
    }

    @Test("A column is as wide as its longest word, no number is broken, and a row of some lines is kept whole")
    func columns() {
        let table = Block.Table(
            [.init("Number", 1), .init("Channel", 1), .init("Change", 1, number: true), .init("Words", 40)],
            [["0379-2611-005", "phone", "+540.8%", String(repeating: "说明", count: 150)]]
        )
        let file = HTMLWriter(DocumentTests.ruler).file(Document("T", .english, isPractice: false, [.table(table)]))
        let widths = ["17.2", "10.2", "10.2", "62.2"].map { "<col style=\"width:\($0)%\">" }.joined()
        #expect(file.contains(widths))
        #expect(file.contains("<span class=\"w\">0379-2611-005</span>") && file.contains("<span class=\"w\">+540.8%</span>"))
        #expect(file.contains("<tr class=\"s\"><td>"))
    }

    @Test("A later sheet has its head, and on a practice desk the mark stands across each")
    func later() {
        var document = Document("T", .english, isPractice: true, [.large("0379-65920000"), .signatures(["Stamp", "Date"])])
        document.runningHead = "0379-2611-005 · <T>"
        let file = HTMLWriter(DocumentTests.ruler).file(document)
        #expect(file.contains("<h1 data-head=\"0379-2611-005 · &lt;T&gt;\">T</h1>") && file.contains("@top-left { content: string(head);"))
        #expect(file.contains("<div class=\"across\" aria-hidden=\"true\">PRACTICE 练习</div>"))
        #expect(file.contains("<article class=\"poster\">"))
        #expect(file.contains("<table class=\"sign\"><tbody><tr><td>Stamp</td><td>Date</td></tr></tbody></table>"))
    }

    @Test("What looks like HTML is text, and what steers a terminal or hides is shown")
    func escaped() {
        let file = HTMLWriter(DocumentTests.ruler).file(
            Document(
                "<b>",
                .chinese,
                isPractice: true,
                [.text("a<script>\"'&\u{1B}[2J\u{202E}\u{200B}\t"), .fields([.init("<i>", "</td>")])]
            )
        )
        // The fonts of a page have no picture of an escape, and would leave a blank where it stood.
        #expect(file.contains("a&lt;script&gt;&quot;&#39;&amp;\u{FFFD}[2J\u{FFFD}\u{FFFD}\u{21E5}"))
        #expect(file.contains("<h1 data-head=\"&lt;b&gt;\">&lt;b&gt;</h1>") && file.contains("&lt;i&gt;") && file.contains("&lt;/td&gt;"))
        #expect(file.contains("<html lang=\"zh-CN\">") && file.contains("第 \" counter(page) \" 页"))
        #expect(file.contains("content: \"PRACTICE 练习\""))
    }

    @Test(
        "A cell that a spreadsheet would run is defused, and comes back as it was; a number stays one",
        arguments: [
            ("=1", "'=1"), ("+8613800000000", "'+8613800000000"), ("@x", "'@x"), ("\tx", "\"'\tx\""), ("-42", "-42"), ("-42.5", "-42.5"),
            ("-x", "'-x"), ("12", "12"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("'q", "''q"), ("李", "李"), ("", ""),
            ("--1", "'--1"), ("-1.2.3", "'-1.2.3"),
        ]
    )
    func defused(_ text: String, _ cell: String) {
        #expect(CSVWriter.row([text]) == cell + "\r\n")
        #expect(CSVWriter.plain(CSVWriter.defused(text)) == text)
    }

    @Test("A practice desk says so at the top and at the bottom of every paper")
    func practice() {
        let lines = text([.text("x")], practice: true).split(separator: "\n")
        #expect(lines.first?.contains("PRACTICE 练习") == true && lines.last?.contains("PRACTICE 练习") == true)
    }

    @Test("The fullest tenth of the hours has a mark beside the colour")
    func heat() {
        let map = Block.HeatMap("Hours", ["9", "10"], [.init("周一", [0, 12]), .init("周二", [1, 3])])
        #expect(TextWriter(DocumentTests.ruler, width: 40).heat(map) == ["Hours", "      9  10 ", "周一  .  12*", "周二  1   3 "])
    }
}
