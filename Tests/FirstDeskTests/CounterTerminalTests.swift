import Glibc
import Testing

@testable import firstdesk

@Suite("At the counter, in a terminal")
struct CounterTerminalTests {
    @Test("A walk-in in Chinese is logged by keys and handed over; the command line agrees")
    func walkIn() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        // From the customer's name on: the channel "oral" stands already.
        try session.fill("刘女士", "13800000000", "柜员交班时态度生硬", "要求道歉")
        try session.choose("银行卡")
        try session.choose("fwtd")
        try session.fill("柜台")
        try session.press(.space, .tab)
        try session.choose("李敏")
        try session.waitForIdle()
        #expect(session.screen.contains("hand over to 1002 李敏") && session.screen.contains("[x] main points repeated back"))
        #expect(session.screen.contains("Bank cards"))
        try session.press(.ctrl("s"))
        try session.waitForMessage("Saved 0379-2611-001 刘女士, handed over to 1002 李敏.")
        #expect(session.rows[0].contains("Desk"))

        let shown = try desk.shown("0379-2611-001")
        #expect(shown["stage"] == .text("handed-over"))
        #expect(shown["customer"] == .text("刘女士"))
        #expect(shown["contact"] == .text("13800000000"))
        #expect(shown["text"] == .text("柜员交班时态度生硬"))
        #expect(shown["business"] == .text("cards"))
        #expect(shown["reason"] == .text("service"))
        #expect(try desk.isWhole())
    }

    @Test("The same in the Chinese language, and another matter of the same customer takes over who they are")
    func chinese() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003", "--lang", "zh")
        try session.send("n")
        try session.waitFor("登记投诉")
        try session.fill("刘女士", "13800000000", "柜员交班时态度生硬")
        try session.press(.ctrl("s"))
        try session.waitForMessage("已保存 0379-2611-001")
        try session.send("N")
        try session.waitFor("登记投诉")
        try session.send("叫号机又坏了")
        try session.press(.ctrl("s"))
        try session.waitForMessage("已保存 0379-2611-002")
        let second = try desk.shown("0379-2611-002")
        #expect(second["customer"] == .text("刘女士") && second["contact"] == .text("13800000000"))
    }

    @Test("What is missing is named beside its field and keeps all input")
    func missing() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try session.fill("王先生")
        try session.press(.ctrl("s"))
        try session.waitFor("is missing.")
        try session.waitForIdle()
        #expect(session.screen.contains("王先生"))
        let label = try #require(session.position(of: "What happened"))
        // What is missing stands beside the label, the empty text below it.
        #expect(session.cursor.row == label.row + 1, "the cursor stands in the field that is missing")
    }

    @Test("Saved with a list still open, what letters chose there is taken")
    func savedWithOpenList() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try session.fill("王先生", "", "账户被误扣三百元", "")
        try session.send("yhk")
        try session.waitFor("> Bank cards")
        try session.press(.ctrl("s"))
        try session.waitForMessage("Saved 0379-2611-001")
        #expect(try desk.shown("0379-2611-001")["business"] == .text("cards"))
    }

    // MARK: Nothing typed is lost

    /// How the form goes away under the one who types.
    enum Ending: CaseIterable, Sendable {
        case kill, escape, lock, terminate, hangUpSignal, closedTerminal
    }

    @Test("What was typed comes back with the cursor where it was", arguments: Ending.allCases)
    func draft(ending: Ending) throws {
        let desk = try CommandDesk()
        var session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try session.fill("王先生", "")
        try session.send("账户被误扣三百元")
        try session.press(.left, .left, .left)
        let place: (row: Int, column: Int)
        if ending == .kill {
            // Killed, it may lose the last second; everything else saves what is there.
            try session.waitForIdle(quiet: .seconds(1))
        } else {
            // Keys that the program has not read yet are nobody's draft: a signal may overtake them.
            try session.waitForIdle()
        }
        switch ending {
        case .kill:
            try session.kill(SIGKILL)
            #expect(try session.waitForExit() == .signalled(SIGKILL))
        case .escape:
            place = session.cursor
            try session.press(.escape)
            try session.waitForMessage("New complaint: what you typed is kept as a draft.")
            try session.waitFor("1 draft of yours (just now)")
            try session.send("d")
            try session.waitFor("Open  F7 Discard")
            try session.press(.enter)
            try session.waitForMessage("Your draft is back (saved just now).")
            try session.waitForIdle()
            #expect(session.cursor == place)
        case .lock:
            place = session.cursor
            try session.press(.f(12))
            try session.waitFor("Locked")
            try session.waitForIdle()
            #expect(!session.screen.contains("王先生") && !session.screen.contains("账户"))
            try session.press(.enter)
            try session.enterPasscode()
            #expect(session.cursor == place)
        case .terminate:
            try session.kill(SIGTERM)
            #expect(try session.waitForExit() == .exited(128 + SIGTERM))
        case .hangUpSignal:
            try session.kill(SIGHUP)
            #expect(try session.waitForExit() == .exited(128 + SIGHUP))
        case .closedTerminal:
            try session.closeTerminal()
            #expect(try session.waitForExit() == .exited(128 + SIGHUP))
        }
        if session.hasEnded() {
            session = try desk.terminal(as: "1003")
            try session.send("d")
            try session.waitFor("Open  F7 Discard")
            try session.press(.enter)
            try session.waitForMessage("Your draft is back")
        }
        try session.send("Z")
        try session.waitFor("账户被误扣Z三百元")
        #expect(session.screen.contains("王先生"))
        try session.press(.ctrl("s"))
        try session.waitForMessage("Saved 0379-2611-001")
        #expect(try desk.shown("0379-2611-001")["text"] == .text("账户被误扣Z三百元"))
        // A saved form leaves no draft behind.
        try session.send("n")
        try session.waitFor("New complaint")
        try session.waitForIdle()
        #expect(!session.screen.contains("王先生"))
    }

    @Test("Killed while somebody types on and on, it loses the last second at most")
    func killedWhileTyping() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try session.press(.tab, .tab)
        var typed: [ContinuousClock.Instant] = []
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .milliseconds(2500) {
            try session.send(String(letters[typed.count % 26]))
            typed.append(.now)
            try session.pump(milliseconds: 15)
        }
        let end = ContinuousClock.now
        try session.kill(SIGKILL)
        try session.waitForExit()
        let again = try desk.terminal(as: "1003")
        try again.send("d")
        try again.waitFor("Open  F7 Discard")
        try again.press(.enter)
        try again.waitForMessage("Your draft is back")
        try again.press(.ctrl("s"))
        try again.waitForMessage("Saved 0379-2611-001")
        guard case .text(let text)? = try desk.shown("0379-2611-001")["text"] else { throw HarnessFailure("no text") }
        #expect(text == String((0..<text.count).map { letters[$0 % 26] }), "what is there is the beginning of what was typed")
        // A second, and some room for a machine that does other things too.
        let old = typed.count { end - $0 > .milliseconds(1500) }
        let lost = text.count < typed.count ? (end - typed[text.count]).milliseconds : 0
        report("typing lost by a kill", lost)
        #expect(text.count >= old, "\(text.count) of \(typed.count) characters came back, \(old) of them older than a second")
    }

    @Test("Esc closes a form at once, without waiting for the rest of a sequence")
    func quickEscape() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        var times: [Int] = []
        for _ in 0..<5 {
            try session.send("n")
            try session.waitFor("New complaint")
            try session.waitForIdle()
            let start = ContinuousClock.now
            try session.press(.escape)
            try session.waitFor("[Due]")
            times.append((ContinuousClock.now - start).milliseconds)
        }
        let median = times.sorted()[2]
        report("Esc to the screen below, median", median)
        #expect(median < 150)
    }
}
