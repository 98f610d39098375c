import DeskTestSupport
import Testing

@testable import TerminalKit

@Suite("Bytes from the terminal become keys")
struct InputDecoderTests {
    /// All that comes of bytes in one burst, and long after it ended.
    private func decode(_ text: String) -> [DecodedInput] { decode(Array(text.utf8)) }

    private func decode(_ bytes: [UInt8], pieces: Int = .max) -> [DecodedInput] {
        let starts = bytes.isEmpty ? [] : Array(stride(from: 0, to: bytes.count, by: min(pieces, bytes.count)))
        return decode(bytes, cutAt: Set(starts), pause: 0)
    }

    /// All that comes of bytes that are read in pieces, with a pause in milliseconds before each; but none behind Esc, which alone is a key.
    private func decode(_ bytes: [UInt8], cutAt cuts: Set<Int>, pause: Int64) -> [DecodedInput] {
        var decoder = InputDecoder(sequences: [Array("\u{1B}[25~".utf8): .function(20)])
        var result: [DecodedInput] = []
        var now: Int64 = 1_000
        var start = 0
        for end in 1...max(1, bytes.count) where end == bytes.count || cuts.contains(end) {
            decoder.feed(bytes[start..<end], at: now)
            while let input = decoder.next(at: now) { result.append(input) }
            start = end
            if end < bytes.count, bytes[end - 1] == 0x1B { continue }
            now += pause
            while let input = decoder.next(at: now) { result.append(input) }
        }
        while let input = decoder.next(at: now + 60_000) { result.append(input) }
        return result
    }

    @Test(
        "Keys as terminals send them",
        arguments: [
            ("a", [.character("a")]), ("投诉", [.character("投"), .character("诉")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]),
            ("\u{7F}\u{8}", [.backspace, .backspace]), ("\u{1}\u{1A}", [.control("a"), .control("z")]), ("\u{0}", [.control(" ")]),
            ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}n", [.alt("n")]), ("\u{1B}投", [.alt("投")]),
            ("\u{1B}[A\u{1B}OB", [.up, .down]), ("\u{1B}[H\u{1B}[4~", [.home, .end]), ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]),
            ("\u{1B}OP\u{1B}[15~\u{1B}[24~", [.function(1), .function(5), .function(12)]), ("\u{1B}[Z", [.backTab]),
            ("\u{1B}[1;5C\u{1B}[1;5D", [.controlRight, .controlLeft]), ("\u{1B}[1;2A", [.shiftUp]), ("\u{1B}[3~", [.delete]),
            ("\u{1B}[25~", [.function(20)]), ("\u{1B}[[B", [.function(2)]), ("\u{1B}\u{1B}[A", [.escape, .up]),
            ("\u{1B}[\r", [.alt("["), .enter]), ("\u{1B}O\t", [.alt("O"), .tab]), ("\u{1B}O投", [.alt("O"), .character("投")]),
            ("\u{1B}\u{7F}", [.control("w")]), ("\u{1F}", [.control("_")]),
            // The numeric keypad in application mode, and cursor keys with a modifier in the old notation.
            ("\u{1B}Oq\u{1B}Os\u{1B}Ox\u{1B}Op", [.character("1"), .character("3"), .character("8"), .character("0")]),
            ("\u{1B}Oj\u{1B}Ok\u{1B}Ol\u{1B}Om\u{1B}On\u{1B}Oo\u{1B}Oy", "*+,-./9".map { .character($0) }),
            ("\u{1B}OX\u{1B}OM\u{1B}O \u{1B}OI", [.character("="), .enter, .character(" "), .tab]),
            ("\u{1B}O5D\u{1B}O1;5C\u{1B}O2A\u{1B}O2P", [.controlLeft, .controlRight, .shiftUp, .function(13)]),
            ("\u{1B}Oa\u{1B}[b\u{1B}[7$\u{1B}[8^", [.controlUp, .shiftDown, .home, .controlEnd]), ("\u{1B}OE\u{1B}Oz", []),
        ] as [(String, [Key])]
    )
    func keys(text: String, expected: [Key]) {
        #expect(decode(text) == expected.map { .key($0) })
    }

    @Test("Sequences that mean nothing here are swallowed, not typed")
    func unknown() {
        #expect(decode("a\u{1B}[?1;2cb") == [.key(.character("a")), .key(.character("b"))])
        #expect(decode("a\u{1B}[99;99~b") == [.key(.character("a")), .key(.character("b"))])
        #expect(decode("\u{1B}]11;rgb:0000/0000/0000\u{7}x") == [.key(.character("x"))])
        #expect(decode("\u{1B}P1$r0m\u{1B}\\x") == [.key(.character("x"))])
        #expect(decode("\u{1B}[I\u{1B}[Ox") == [.key(.character("x"))])
        #expect(decode("\u{1B}[12;") == [])
        // Reports of the mouse in a notation that nobody asked for, of a mode, of the keyboard, of the cursor and its page.
        #expect(decode("\u{1B}[32;10;5M\u{1B}[?2026;1$y\u{1B}[?1u\u{1B}[27;5;97~\u{1B}[?3;4;1Rx") == [.key(.character("x"))])
        #expect(decode("\u{1B}[" + String(repeating: "1;", count: 400) + "Ax") == [.key(.character("x"))])
        let hex = String(repeating: "4f", count: 3_000)
        #expect(decode("\u{1B}P1+r\(hex)=\(hex)\u{1B}\\\u{1B}_Gi=1;OK\u{1B}\\x") == [.key(.character("x"))])
    }

    @Test("Typing behind Alt and a letter is never lost")
    func altThenTyping() {
        #expect(decode("\u{1B}Pab") == [.key(.alt("P")), .key(.character("a")), .key(.character("b"))])
        let long = String(repeating: "x", count: 400)
        #expect(decode("\u{1B}]" + long).count == 401)
        #expect(decode("\u{1B}]1\rab") == [.key(.enter), .key(.character("a")), .key(.character("b"))])
    }

    @Test("The answer about the cursor's place is told apart from keys")
    func report() {
        #expect(decode("x\u{1B}[1;2Ry") == [.key(.character("x")), .cursorReport(row: 1, column: 2), .key(.character("y"))])
    }

    @Test("The mouse in both notations")
    func mouse() {
        let press = MouseEvent(kind: .press, point: Point(column: 9, row: 4))
        #expect(decode("\u{1B}[<0;10;5M") == [.key(.mouse(press))])
        #expect(decode("\u{1B}[<0;10;5m") == [.key(.mouse(MouseEvent(kind: .release, point: press.point)))])
        #expect(decode("\u{1B}[<64;300;5M") == [.key(.mouse(MouseEvent(kind: .wheelUp, point: Point(column: 299, row: 4))))])
        #expect(decode("\u{1B}[<65;1;1M") == [.key(.mouse(MouseEvent(kind: .wheelDown, point: Point(column: 0, row: 0))))])
        #expect(decode("\u{1B}[M !!") == [.key(.mouse(MouseEvent(kind: .press, point: Point(column: 0, row: 0))))])
        #expect(decode("\u{1B}[<0;0;0M\u{1B}[<2;3;3M\u{1B}[<35;3;3M") == [])
    }

    @Test("A paste is one key, however it is cut up on the way", arguments: [1, 2, 5, 7, 1_000])
    func paste(pieces: Int) {
        let text = "one\r\ntwo \u{1B}[31m 投诉\u{1B}[20"
        let bytes = Array("a\u{1B}[200~\(text)\u{1B}[201~b".utf8)
        #expect(decode(bytes, pieces: pieces) == [.key(.character("a")), .key(.paste(text)), .key(.character("b"))])
    }

    @Test("A paste waits for its end however late it comes; Esc alone ends one that is owed for ten seconds")
    func endlessPaste() {
        var decoder = InputDecoder()
        decoder.feed(Array("\u{1B}[200~abc\u{1B}[20".utf8), at: 0)
        #expect(decoder.next(at: 3_600_000) == nil)
        #expect(decoder.isPasting && decoder.deadline == nil)
        decoder.feed(Array("n2q\r".utf8), at: 3_600_000)
        decoder.feed([0x1B], at: 3_605_000)
        #expect(decoder.next(at: 3_606_000) == nil, "Esc may belong to what is pasted")
        decoder.feed([0x1B], at: 3_620_000)
        #expect(decoder.next(at: 3_620_024) == nil)
        #expect(decoder.deadline == 3_620_025)
        #expect(decoder.next(at: 3_620_025) == .key(.paste("abc\u{1B}[20n2q\r\u{1B}")))
        decoder.feed(Array("x".utf8), at: 3_620_030)
        #expect(decoder.next(at: 3_620_030) == .key(.character("x")))
    }

    @Test("A paste under way when a question appears is thrown away to its end mark")
    func droppedPaste() {
        var decoder = InputDecoder()
        decoder.feed(Array("\u{1B}[200~abc".utf8), at: 0)
        #expect(decoder.next(at: 0) == nil)
        decoder.dropPaste()
        decoder.feed(Array("def\u{1B}[201~x".utf8), at: 100)
        #expect(decoder.next(at: 100) == .key(.character("x")))
    }

    @Test("A lone Esc answers after 25 ms, and what comes later is a key of its own")
    func escape() {
        var decoder = InputDecoder()
        decoder.feed([0x1B], at: 100)
        #expect(decoder.next(at: 100) == nil)
        #expect(decoder.deadline == 125)
        #expect(decoder.next(at: 124) == nil)
        #expect(decoder.next(at: 125) == .key(.escape))
        #expect(decoder.deadline == nil)
        decoder.feed([0x1B], at: 200)
        #expect(decoder.next(at: 200) == nil)
        decoder.feed(Array("n".utf8), at: 220)
        #expect(decoder.next(at: 220) == .key(.alt("n")))
        decoder.feed([0x1B], at: 300)
        #expect(decoder.next(at: 300) == nil)
        // Read late by a busy program: a letter is a key of its own, but no arrow is taken apart.
        decoder.feed(Array("n".utf8), at: 330)
        #expect(decoder.next(at: 330) == .key(.escape))
        #expect(decoder.next(at: 330) == .key(.character("n")))
        decoder.feed([0x1B], at: 400)
        #expect(decoder.next(at: 400) == nil)
        decoder.feed(Array("[A".utf8), at: 450)
        #expect(decoder.next(at: 450) == .key(.up))
    }

    @Test("Text that comes all at once is taken at once, up to the first key that is none")
    func text() {
        var decoder = InputDecoder()
        decoder.feed(Array("账户被误扣三百元\rab\u{1B}[A".utf8) + [0xE5, 0x88], at: 0)
        #expect(decoder.takeText(atLeast: 9) == nil)
        #expect(decoder.takeText(atLeast: 8) == "账户被误扣三百元")
        #expect(decoder.takeText(atLeast: 1) == nil)
        #expect(decoder.next(at: 0) == .key(.enter))
        #expect(decoder.takeText(atLeast: 2) == "ab")
        #expect(decoder.next(at: 0) == .key(.up))
        #expect(decoder.takeText(atLeast: 1) == nil)
        decoder.feed([0x98], at: 10_000)
        #expect(decoder.next(at: 10_000) == .key(.character("刘")))
    }

    @Test("Megabytes of paste go through at once")
    func megabytes() {
        let text = String(repeating: "投诉 complaint\n", count: 80_000)
        let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
        #expect(decode(bytes, pieces: 4_096) == [.key(.paste(text))])
    }

    @Test("Broken UTF-8 is refused, never made into other characters, and loses none of what follows")
    func invalid() {
        let refused = DecodedInput.unreadable(isPaste: false)
        let a = DecodedInput.key(.character("a"))
        #expect(decode([0xFF, 0x61]) == [refused, a])
        #expect(decode([0xE6, 0x8A, 0x61]) == [refused, a])
        #expect(decode([0xC0, 0x80, 0x61]) == [refused, refused, a])
        #expect(decode([0xED, 0xA0, 0x80, 0x61]) == [refused, refused, refused, a], "half of a pair for UTF-16")
        #expect(decode([0xF4, 0x90, 0x80, 0x80, 0x61]) == [refused, refused, refused, refused, a], "past the last plane")
        #expect(decode([0xE6, 0x8A]) == [], "the start of a character waits")
        let gbk: [UInt8] = [0xCD, 0xB6, 0xCB, 0xDF]
        #expect(decode(Array("\u{1B}[200~".utf8) + gbk + Array("\u{1B}[201~a".utf8)) == [.unreadable(isPaste: true), a])
        // What was a replacement character before it came here is left alone.
        #expect(decode("\u{FFFD}") == [.key(.character("\u{FFFD}"))])
    }

    /// What terminals send, each whole.
    private static let units: [String] = [
        "a", "刘", "😀", "é", "e\u{301}", "\r", "\t", "\u{7F}", "\u{1B}[A", "\u{1B}OB", "\u{1B}[1;5C", "\u{1B}O5D", "\u{1B}[3~",
        "\u{1B}[24;2~", "\u{1B}[25~", "\u{1B}OP", "\u{1B}Oq", "\u{1B}OM", "\u{1B}[[B", "\u{1B}[Z", "\u{1B}[7$", "\u{1B}n", "\u{1B}投",
        "\u{1B}[<0;10;5M",
        "\u{1B}[<64;300;5M", "\u{1B}[M !!", "\u{1B}[2;3R", "\u{1B}[?62;22c", "\u{1B}[>0;95;0c", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\",
        "\u{1B}]0;n2q\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P1+r544e=787465726d\u{1B}\\", "\u{1B}P>|XTerm(379)\u{1B}\\",
        "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}[I", "\u{1B}[?2004;1$y", "\u{1B}[200~n2q\r刘 \u{1B}[31m\u{1B}[20\u{1B}[201~",
        "\u{1B}[200~\u{1B}[201~",
    ]

    @Test("Every cut of a key, a character, a paste or an answer gives what it gives whole, a minute between the pieces", arguments: units)
    func cuts(unit: String) {
        let bytes = Array("x\(unit)y".utf8)
        let whole = decode(bytes)
        #expect(whole.first == .key(.character("x")) && whole.last == .key(.character("y")))
        for first in 1..<bytes.count {
            for second in first..<bytes.count {
                #expect(decode(bytes, cutAt: [first, second], pause: 60_000) == whole, "\(unit.debugDescription) at \(first), \(second)")
            }
        }
        #expect(decode(bytes, cutAt: Set(1..<bytes.count), pause: 60_000) == whole)
    }

    @Test("Whatever follows what, cut anywhere, the keys are the same")
    func randomCuts() {
        var random = SeededNumbers(seed: 31)
        for _ in 0..<1_000 {
            let text = (0..<Int.random(in: 1..<12, using: &random)).map { _ in Self.units.randomElement(using: &random) ?? "" }.joined()
            let bytes = Array(text.utf8)
            let cuts = Set((1...bytes.count).filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
            #expect(decode(bytes, cutAt: cuts, pause: 60_000) == decode(bytes), "\(text.debugDescription) at \(cuts.sorted())")
        }
    }

    @Test("Random bytes never break it, nor are letters behind them lost")
    func random() {
        var random = SeededNumbers(seed: 17)
        for _ in 0..<3_000 {
            var bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random) : [0x1B, 0x5B, 0x4F, 0x3B, 0x7E, 0x4D].randomElement(using: &random) ?? 0
            }
            bytes += Array("\u{18}\u{1B}[201~".utf8)
            let result = decode(bytes, pieces: Int.random(in: 1..<9, using: &random))
            #expect(result.count <= bytes.count)
            #expect(!result.contains(.key(.character("\u{FFFD}"))))
        }
    }
}
