import DeskTestSupport
import Glibc
import Testing

@testable import firstdesk

@Suite("Whatever comes in from the terminal")
struct InputTerminalTests {
    @Test("A paste of a megabyte into the text field is one edit, cut by nothing, and the program goes on")
    func pasteIntoField() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try session.fill("王先生", "")
        let text = String(repeating: "账户被误扣三百元。\n", count: 35_000)
        let start = ContinuousClock.now
        try session.paste(text)
        try session.waitFor("账户被误扣三百元。", limit: .seconds(30))
        try session.waitForIdle(limit: .seconds(30))
        report("a paste of \(text.utf8.count >> 10) KB into a field", (ContinuousClock.now - start).milliseconds)
        try session.press(.ctrl("s"))
        try session.waitForMessage("Saved 0379-2611-001")
        guard case .text(let saved)? = try desk.shown("0379-2611-001")["text"] else { throw HarnessFailure("no text") }
        // All but the line break at its end.
        #expect(saved == text.dropLast(), "\(saved.count) characters")
        #expect(try desk.isWhole())
    }

    @Test("A line field takes a paste as one line")
    func pasteIntoLine() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try session.paste("王\n先生\u{1b}[2J\u{7}")
        try session.waitForIdle()
        let row = try #require(session.rows.first { $0.contains("Customer") })
        #expect(row.contains("王 先生"), "\(row)")
        #expect(session.rows[0].contains("New complaint") && session.bells == 0, "nothing in it was obeyed")
    }

    @Test("A paste outside of a field does nothing, however large")
    func pasteOutside() throws {
        let desk = try CommandDesk()
        let number = try desk.log()
        let session = try desk.terminal(as: "1002")
        try session.press(.down)
        try session.waitForIdle()
        let screen = session.screen
        // Each letter would be a command, and Ctrl-Q the end.
        try session.paste(String(repeating: "naf\n4\u{11}\t", count: 150_000))
        try session.waitForIdle(limit: .seconds(30))
        #expect(session.screen == screen)
        try session.press(.enter)
        try session.waitFor("Case \(number)")
    }

    @Test("Answers of the terminal that nobody waits for are no typing")
    func answers() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try session.send("王")
        try session.send(
            "\u{1b}[24;80R\u{1b}[?62;22c\u{1b}]11;rgb:0000/0000/0000\u{1b}\\\u{1b}P1+r544e\u{1b}\\\u{1b}[?2004;1$y\u{1b}[I\u{1b}[O"
        )
        try session.send("先生")
        try session.waitFor("王先生")
        try session.waitForIdle()
        let row = try #require(session.rows.first { $0.contains("Customer") })
        #expect(row.hasSuffix("王先生"), "\(row)")
        #expect(session.rows[0].contains("New complaint"))
    }

    @Test("Bytes that are no UTF-8 are refused and said so, typed or pasted; what is around them is saved, and nothing is hurt")
    func invalidBytes() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try session.fill("王先生", "")
        try session.write([0x61, 0xff, 0x62, 0xc3, 0x28, 0x63, 0xe4, 0xb8, 0x64, 0xed, 0xa0, 0x80, 0x65, 0xf8, 0x88, 0x66])
        try session.waitForMessage("Something typed was not UTF-8 and was left out: set the terminal to UTF-8.")
        // 投诉 in GBK.
        try session.write(Array("\u{1b}[200~".utf8) + [0xcd, 0xb6, 0xcb, 0xdf] + Array("\u{1b}[201~".utf8))
        try session.waitForMessage("Nothing was pasted, for it is not UTF-8: set the terminal to UTF-8.")
        try session.press(.ctrl("s"))
        try session.waitForMessage("Saved 0379-2611-001")
        #expect(try desk.shown("0379-2611-001")["text"] == .text("ab(cdef"))
        #expect(try desk.isWhole())
    }

    /// Sends byte by byte, each once the program has settled after the one before; but Esc with what follows it in one piece, for alone it is a key,
    /// and a busy machine may let any time pass between two.
    private func sendSlowly(_ text: String, to session: TerminalSession) throws {
        var piece: [UInt8] = []
        for byte in text.utf8 {
            piece.append(byte)
            if byte == 0x1b { continue }
            try session.write(piece)
            try session.waitForIdle(quiet: .milliseconds(30))
            piece = []
        }
    }

    @Test("Answers, pastes and mouse reports that come byte by byte on the desk run no keys")
    func piecesOnTheDesk() throws {
        let desk = try CommandDesk()
        for text in ["一", "二", "三", "四", "五", "六"] { _ = try desk.log(text) }
        let session = try desk.terminal(as: "1002")
        // Any key takes the greeting away.
        try session.press(.down)
        try session.waitForIdle()
        let screen = session.screen
        for text in ["\u{1b}[2;3R", "\u{1b}]11;rgb:0/0/0\u{1b}\\", "\u{1b}[200~n2q\r\u{1b}[201~", "\u{1b}[<0;10;8M\u{1b}[<65;9;8M"] {
            try sendSlowly(text, to: session)
            #expect(session.screen == screen, "\(text.debugDescription)")
        }
        try sendSlowly("\u{1b}OB", to: session)
        #expect(session.screen != screen, "the arrow is one still")
    }

    @Test("Characters, arrows, the keypad and a paste that come byte by byte in a field are what they are")
    func piecesInAField() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try sendSlowly("刘b\u{1b}[D\u{1b}Oq\u{1b}Ox\u{1b}[2;3R\u{1b}[200~士\u{1b}[201~", to: session)
        let row = try #require(session.rows.first { $0.contains("Customer") })
        #expect(row.hasSuffix("刘18士b"), "\(row)")
    }

    @Test("Esc and a letter more than 25 ms apart are two keys; together they are Alt and the letter")
    func escapeAndLetter() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("2")
        try session.waitFor("Registers")
        try session.write([0x1b])
        try session.waitForIdle(quiet: .milliseconds(40))
        try session.send("3")
        try session.waitFor("· Comment book")
        try session.send("\u{1b}n")
        try session.waitFor("New complaint")
    }

    @Test("20 KB of text from a terminal without bracketed paste all come in, and frames are shown meanwhile")
    func burst() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try session.fill("王先生", "")
        let line = "账户被误扣三百元，来电两次无人答复，请尽快处理。"
        let text = Array(repeating: line, count: 280).joined(separator: "\r") + "完"
        let start = ContinuousClock.now
        try session.send(text)
        try session.waitFor("完", limit: .seconds(60))
        report("\(text.utf8.count >> 10) KB of text without bracketed paste", (ContinuousClock.now - start).milliseconds)
        try session.press(.ctrl("s"))
        try session.waitForMessage("Saved 0379-2611-001")
        #expect(try desk.shown("0379-2611-001")["text"] == .text(Array(repeating: line, count: 280).joined(separator: "\n") + "完"))
    }

    // MARK: Noise

    /// What noise is made of.
    enum Noise: Sendable, CaseIterable {
        /// Any byte at all.
        case bytes
        /// Keys that the program knows, and letters.
        case keys
    }

    private static let keys: [String] =
        "nafrobhwxsed1234?:/Nv".map { String($0) } + [
            "\r", "\r", "\r", "\t", "\t", "\u{1b}[Z", "\u{1b}", " ", "\u{1b}OA", "\u{1b}OB", "\u{1b}OC", "\u{1b}OD", "\u{1b}[5~",
            "\u{1b}[6~",
            "\u{1b}OH", "\u{1b}OF", "\u{7f}", "\u{13}", "\u{10}", "\u{1b}OP", "\u{1b}[18~", "\u{1b}[19~", "\u{1b}[20~", "\u{1b}[21~",
            "\u{1b}n", "\u{1b}/", "投", "诉", "e\u{301}", "😀", "\u{1b}[200~粘贴\u{1b}[201~", "\u{1b}[<0;10;8M", "\u{1b}[<64;10;8M", "\u{1a}",
            "\u{1b}[24;1R", "\u{15}", "\u{17}",
        ]

    @Test("20,000 random bytes: no crash, it still answers, the desk is whole and the terminal restored", arguments: Noise.allCases)
    func noise(kind: Noise) throws {
        let desk = try CommandDesk()
        for serial in 1...5 { _ = try desk.log("第\(serial)件", "--hand-over-to", "1002") }
        _ = try desk.repliedCase()
        var random = SeededNumbers(seed: 20_261_122)
        let staff = ["1002", "1001", "1003"]
        var starts = 1
        var session = try desk.terminal(as: staff[0])
        var sent = 0
        while sent < 20_000 {
            var bytes: [UInt8] = []
            switch kind {
            case .bytes:
                // But for the byte that locks: all the rest would go into the field for the passcode.
                bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }.filter { $0 != 0x0c }
            case .keys:
                for _ in 0..<100 { bytes += Self.keys[random.number(in: 0...Self.keys.count - 1)].utf8 }
            }
            sent += bytes.count
            try session.write(bytes)
            try session.pump(milliseconds: 1)
            // It may have been told to leave: then somebody comes back to the desk.
            if kind == .keys { try waitUntilSettled(session) }
            if session.hasEnded() {
                let status = try session.waitForExit()
                // Once the terminal is handed back its driver reads what still comes, and ends a process that is on its way out.
                #expect(status == .exited(0) || status == .signalled(SIGINT) || status == .signalled(SIGQUIT))
                #expect(!session.isAlternateScreen && session.cursorVisible && !session.bracketsPaste)
                session = try desk.terminal(as: staff[starts % 3])
                starts += 1
            }
        }
        try waitUntilSettled(session)
        for _ in 0..<20 where !session.hasEnded() {
            // Out of whatever is open, and away.
            try session.press(.escape)
            try waitUntilSettled(session)
            try session.press(.ctrl("q"))
            try waitUntilSettled(session)
            if !session.hasEnded() { try session.confirm() }
            try waitUntilSettled(session)
        }
        let status = try session.waitForExit()
        // What the noise left unread may hold such a byte as well.
        #expect(status == .exited(0) || status == .signalled(SIGINT) || status == .signalled(SIGQUIT))
        #expect(
            !session.isAlternateScreen && session.cursorVisible && !session.bracketsPaste && !session.reportsMouse,
            "\(status), alternate screen \(session.isAlternateScreen), cursor \(session.cursorVisible), \(session.rawOutput.suffix(80))"
        )
        report("noise (\(kind)): sessions that it took", starts, "")
        #expect(try desk.isWhole())
        #expect(try desk.run("due").status == 0)
    }

    private func waitUntilSettled(_ session: TerminalSession) throws {
        if session.hasEnded() { return }
        do {
            try session.waitForIdle(quiet: .milliseconds(150))
        } catch {
            // That it ended by itself, or is about to, is looked at by the caller; that it hangs is a failure.
            _ = try session.waitForExit()
        }
    }
}
