import DeskTestSupport
import Testing

@testable import TerminalKit

@Suite("Text is measured in columns")
struct WidthTests {
    @Test(
        "A grapheme is as wide as its scalars together",
        arguments: [
            ("", 0), ("abc", 3), ("投诉", 4), ("a投b", 4), ("e\u{301}", 1), ("👍", 2), ("👨‍👩‍👧", 6), ("🇨🇳", 2), ("👍🏽", 2), ("a\u{200D}b", 2),
            ("क्ष", 2), ("กำ", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
            ("❤\u{FE0F}", 1), ("葛\u{E0100}", 2), ("，。", 4), ("ﾊ", 1),
            ("\u{1B}[31m", 5), ("a\tb", 3), ("\r\n", 2), ("\u{202E}abc", 4), ("\u{200B}", 1), ("한국", 4), ("\u{301}", 0),
        ]
    )
    func columns(text: String, expected: Int) {
        #expect(TextWidth.columns(of: text) == expected)
        #expect(text.reduce(0) { $0 + TextWidth.columns(of: $1) } == expected)
    }

    @Test(
        "Clipping cuts between graphemes and says so by an ellipsis",
        arguments: [
            ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("投诉处理单", 10, "投诉处理单"), ("投诉处理单", 9, "投诉处理…"),
            ("投诉处理单", 8, "投诉处…"), ("投诉", 1, "…"), ("投诉", 0, ""), ("投诉", -3, ""), ("ae\u{301}x", 2, "a…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ]
    )
    func clip(text: String, columns: Int, expected: String) {
        #expect(TextWidth.clip(text, to: columns) == expected)
    }

    @Test("Clipping without room for the ellipsis leaves it out")
    func clipWithoutRoom() {
        #expect(TextWidth.clip("abcdef", to: 2, ellipsis: "...") == "ab")
        #expect(TextWidth.clip("投诉", to: 3, ellipsis: "") == "投")
    }

    @Test("Padding gives exactly the columns asked for")
    func pad() {
        #expect(TextWidth.pad("投诉", to: 6) == "投诉  ")
        #expect(TextWidth.pad("投诉", to: 7, alignment: .trailing) == "   投诉")
        #expect(TextWidth.pad("ab", to: 5, alignment: .center) == " ab  ")
        #expect(TextWidth.pad("投诉处理", to: 6) == "投诉… ")
        for columns in 0..<12 {
            for text in ["", "abc", "投诉处理单据", "a投b诉", "👨‍👩‍👧x"] {
                #expect(TextWidth.columns(of: TextWidth.pad(text, to: columns)) == columns)
            }
        }
    }

    @Test("What would command the terminal is shown by pictures of the same width")
    func visible() {
        #expect(TextWidth.visible("plain 投诉") == "plain 投诉")
        #expect(TextWidth.visible("\u{1B}[2Jx") == "␛[2Jx")
        #expect(TextWidth.visible("a\nb\tc\r") == "a␊b␉c␍")
        #expect(TextWidth.visible("\u{7F}\u{0}") == "␡␀")
        #expect(TextWidth.visible("\u{9B}31m") == "␦31m")
        #expect(TextWidth.visible("ab\u{202E}cd\u{2066}\u{200F}") == "ab␦cd␦␦")
        for value in UInt32(0)..<0x3100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            let shown = TextWidth.visible(text)
            #expect(TextWidth.columns(of: shown) == TextWidth.columns(of: text), "U+\(String(value, radix: 16))")
            #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
        }
    }
}

@Suite("Text is wrapped into lines")
struct WrapTests {
    @Test(
        "Latin breaks at blanks, Han anywhere",
        arguments: [
            ("", 5, [""]), ("one two three", 7, ["one two", "three"]), ("one two three", 8, ["one two", "three"]),
            ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("ab abcdefghij", 4, ["ab", "abcd", "efgh", "ij"]),
            ("排队四十分钟", 6, ["排队四", "十分钟"]), ("排队四十分钟", 5, ["排队", "四十", "分钟"]), ("a\nb\n", 5, ["a", "b", ""]), ("a\n\nb", 5, ["a", "", "b"]),
            ("ATM机吞卡了", 7, ["ATM机吞", "卡了"]), ("x", 0, ["x"]), ("投诉", 1, ["投", "诉"]),
        ]
    )
    func wrap(text: String, columns: Int, expected: [String]) {
        #expect(TextWidth.wrap(text, to: columns).map { String($0) } == expected)
    }

    @Test("No closing mark starts a line and no opening one ends it")
    func marks() {
        #expect(TextWidth.wrap("排队太久。窗口少", to: 8).map { String($0) } == ["排队太", "久。窗口", "少"])
        #expect(TextWidth.wrap("他说“不行”就走", to: 7).map { String($0) } == ["他说“不", "行”就走"])
        #expect(
            TextWidth.wrap("见（一）条", to: 5).map { String($0) } == ["见", "（一）条"].flatMap { TextWidth.wrap($0, to: 5).map { String($0) } }
        )
    }

    @Test("Every line fits, and nothing but blanks at the breaks is lost")
    func whole() {
        var random = SeededNumbers(seed: 7)
        let pieces = ["a", "bc", " ", "  ", "投", "诉", "。", "（", "，", "longword", "\n", "👍", "e\u{301}"]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let columns = Int.random(in: 2..<20, using: &random)
            let lines = TextWidth.wrap(text, to: columns)
            #expect(lines.map { $0.filter { $0 != " " } }.joined() == text.filter { $0 != " " && $0 != "\n" })
            for line in lines {
                let bare = line.reversed().drop(while: { $0 == " " })
                #expect(bare.reduce(0) { $0 + TextWidth.columns(of: $1) } <= columns, "\(line.debugDescription) in \(columns)")
            }
        }
    }
}
