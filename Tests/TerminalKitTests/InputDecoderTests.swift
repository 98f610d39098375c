import Testing

@testable import TerminalKit

@Suite("Bytes from the terminal become keys")
struct InputDecoderTests {
    /// All that comes of bytes in one burst, and after it ended.
    private func decode(_ text: String) -> [DecodedInput] { decode(Array(text.utf8)) }

    private func decode(_ bytes: [UInt8], pieces: Int = .max) -> [DecodedInput] {
        var decoder = InputDecoder(sequences: [Array("\u{1B}[25~".utf8): .function(20)])
        var result: [DecodedInput] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            decoder.feed(rest.prefix(pieces))
            rest = rest.dropFirst(pieces)
            while let input = decoder.next(isFinal: false) { result.append(input) }
        }
        while let input = decoder.next(isFinal: true) { result.append(input) }
        #expect(!decoder.isWaiting)
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
            ("\u{1B}[25~", [.function(20)]), ("\u{1B}[[B", [.function(2)]), ("\u{1B}\u{1B}[A", [.escape, .up]), ("\u{1B}[", [.alt("[")]),
            ("\u{1B}O", [.alt("O")]), ("\u{1B}\u{7F}", [.control("w")]), ("\u{1F}", [.control("_")]),
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
    }

    @Test("Typing behind Alt and a letter is never lost")
    func altThenTyping() {
        #expect(decode("\u{1B}Pab") == [.key(.alt("P")), .key(.character("a")), .key(.character("b"))])
        let long = String(repeating: "x", count: 400)
        #expect(decode("\u{1B}]" + long).count == 401)
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

    @Test("A paste whose end never comes is given as far as it came")
    func endlessPaste() {
        #expect(decode("\u{1B}[200~abc") == [.key(.paste("abc"))])
    }

    @Test("Megabytes of paste go through at once")
    func megabytes() {
        let text = String(repeating: "投诉 complaint\n", count: 80_000)
        let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
        #expect(decode(bytes, pieces: 4_096) == [.key(.paste(text))])
    }

    @Test("Broken UTF-8 is shown as such and loses none of what follows")
    func invalid() {
        #expect(decode([0xFF, 0x61]) == [.key(.character("\u{FFFD}")), .key(.character("a"))])
        #expect(decode([0xE6, 0x8A, 0x61]).last == .key(.character("a")))
        #expect(decode([0xE6, 0x8A]).allSatisfy { $0 == .key(.character("\u{FFFD}")) })
        #expect(decode([0xC0, 0x80, 0x62]).last == .key(.character("b")))
    }

    @Test("Every cut of a sequence gives the same keys")
    func cuts() {
        let bytes = Array("投\u{1B}[1;5Ce\u{1B}OP\u{1B}[<0;1;1M\u{1B}[200~x\u{1B}[201~".utf8)
        let whole = decode(bytes)
        for pieces in 1..<bytes.count { #expect(decode(bytes, pieces: pieces) == whole) }
    }

    @Test("Random bytes never break it, nor are letters behind them lost")
    func random() {
        var random = SeededRandom(seed: 17)
        for _ in 0..<3_000 {
            var bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random) : [0x1B, 0x5B, 0x4F, 0x3B, 0x7E, 0x4D].randomElement(using: &random) ?? 0
            }
            bytes += Array("\u{18}\u{1B}[201~".utf8)
            let result = decode(bytes, pieces: Int.random(in: 1..<9, using: &random))
            #expect(result.count <= bytes.count)
        }
    }
}
