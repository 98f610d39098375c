import DeskTestSupport
import Glibc
import Testing

@testable import firstdesk

@Suite("The terminal is left as it was found")
struct LifeTerminalTests {
    /// How a session on the desk ends.
    enum Ending: Sendable, CaseIterable {
        case leave, terminate, hangUp, interrupt, segmentation, abort, trap, twiceTerminate, user, alarm

        var signal: Int32? {
            switch self {
            case .leave: nil
            case .terminate, .twiceTerminate: SIGTERM
            case .hangUp: SIGHUP
            case .interrupt: SIGINT
            case .segmentation: SIGSEGV
            case .abort: SIGABRT
            case .trap: SIGTRAP
            case .user: SIGUSR1
            case .alarm: SIGALRM
            }
        }
    }

    /// A terminal with modes of its own in which the program takes the shell's place once Enter is pressed, on a signed-in desk with the mouse
    /// on; and the modes as they were before.
    private func desk(_ desk: CommandDesk) throws -> (session: TerminalSession, before: TerminalModes) {
        let script = "stty -ixon erase ^H intr ^G; printf 'before\\n'; read line; exec \"$0\" \"$@\""
        let session = try TerminalSession(
            ["-c", script, BuiltProgram.path, "--desk", desk.path],
            clock: .at(desk.now),
            program: "/bin/sh"
        )
        try session.waitFor("before")
        try session.waitForIdle()
        let before = try session.modes()
        try session.press(.enter)
        try session.waitFor("0379-65920000")
        try session.signIn("1002")
        try session.press(.f(10))
        try session.waitForMessage("Mouse on.")
        try session.waitForIdle()
        return (session, before)
    }

    private func expectRestored(_ session: TerminalSession, _ before: TerminalModes) throws {
        #expect(try session.modes() == before)
        #expect(!session.isAlternateScreen && session.cursorVisible)
        #expect(!session.bracketsPaste && !session.reportsMouse)
        #expect(session.screen.contains("before"), "what stood there before is back")
        #expect(!session.screen.contains("Due"))
    }

    @Test("A file that may not grow is no reason to end: the signal of it is passed over")
    func fileLimitSignal() throws {
        let (session, before) = try desk(try CommandDesk())
        try session.kill(SIGXFSZ)
        try session.press(.f(10))
        try session.waitForMessage("Mouse off")
        #expect(try session.leave() == .exited(0))
        try expectRestored(session, before)
    }

    @Test("After leaving, after a request to end, and after a crash", arguments: Ending.allCases)
    func restored(ending: Ending) throws {
        let practice = try CommandDesk()
        _ = try practice.log()
        let (session, before) = try desk(practice)
        let inside = try session.modes()
        #expect(inside != before && !inside.echoes && !inside.isCanonical)
        #expect(session.isAlternateScreen && session.bracketsPaste && session.reportsMouse)
        let status: ExitStatus
        if ending == .twiceTerminate {
            // One that hangs is ended by the second request, and the terminal is put back all the same.
            try session.kill(SIGSTOP)
            try session.waitUntil("the program is stopped") { $0.isStopped }
            try session.kill(SIGTERM)
            try session.kill(SIGCONT)
            status = try session.waitForExit()
        } else if let signal = ending.signal {
            try session.kill(signal)
            status = try session.waitForExit()
        } else {
            status = try session.leave()
        }
        switch ending {
        case .leave: #expect(status == .exited(0))
        case .terminate, .hangUp, .interrupt, .twiceTerminate: #expect(status == .exited(128 + (ending.signal ?? 0)))
        case .segmentation, .abort, .trap, .user, .alarm: #expect(status == .signalled(ending.signal ?? 0))
        }
        try expectRestored(session, before)
        #expect(try practice.isWhole())
    }

    @Test("Before anybody has signed in, Ctrl-Q leaves at once")
    func leavesSignIn() throws {
        let session = try CommandDesk().terminal()
        try session.press(.ctrl("q"))
        #expect(try session.waitForExit() == .exited(0))
        #expect(!session.isAlternateScreen && session.cursorVisible && !session.bracketsPaste)
    }

    @Test("Ctrl-Z gives the shell its terminal, and fg comes back with the whole screen, also in another size")
    func suspended() throws {
        let desk = try CommandDesk()
        let number = try desk.log()
        let session = try TerminalSession(
            ["--norc", "--noprofile", "-i"],
            clock: .at(desk.now),
            environment: ["PS1": "shell> ", "INPUTRC": "/dev/null", "FIRSTDESK_HOME": desk.path],
            program: "/bin/bash"
        )
        try session.waitFor("shell>")
        try session.send("bind 'set enable-bracketed-paste off'; clear; echo be''fore\r")
        try session.waitFor("before")
        try session.send("\(BuiltProgram.path)\r")
        try session.waitFor("0379-65920000")
        try session.signIn("1003")
        let screen = session.screen
        for size in [(columns: 80, rows: 24), (columns: 100, rows: 30)] {
            try session.press(.ctrl("z"))
            try session.waitFor("Stopped")
            #expect(!session.isAlternateScreen && session.cursorVisible && !session.bracketsPaste)
            #expect(session.screen.contains("before"))
            try session.send("echo $((40 + 2))\r")
            try session.waitFor("42")
            try session.resize(columns: size.columns, rows: size.rows)
            try session.send("fg\r")
            try session.waitFor(number)
            try session.waitForIdle()
            #expect(session.isAlternateScreen && session.bracketsPaste)
            #expect(!session.screen.contains("shell>"))
            if size.columns == 80 {
                #expect(session.screen.replacing("Welcome, 张伟.", with: "") == screen.replacing("Welcome, 张伟.", with: ""))
            }
        }
        #expect(session.rows[29].contains("n New"))
        // In a text field Ctrl-Z does not throw anybody out.
        try session.send("n")
        try session.waitFor("New complaint")
        try session.send("王")
        try session.press(.ctrl("z"))
        try session.send("先生")
        try session.waitFor("先生")
        #expect(session.isAlternateScreen)
        try session.press(.escape)
        try session.waitForMessage("New complaint: what you typed is kept")
        try session.press(.ctrl("q"))
        try session.waitFor("Quit FirstDesk?")
        try session.waitForIdle()
        try session.confirm()
        try session.waitFor("shell>")
        #expect(!session.isAlternateScreen)
    }

    @Test("Stopped from outside and continued, it repaints")
    func stopped() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        let screen = session.screen
        try session.kill(SIGSTOP)
        try session.waitUntil("the program is stopped") { $0.isStopped }
        // Whatever the terminal shows by now is painted over.
        session.emulator.write(Array("\u{1b}[2J\u{1b}[Hrubbish".utf8)[...])
        try session.kill(SIGCONT)
        try session.waitForNo("rubbish")
        try session.waitForIdle()
        #expect(session.screen == screen)
    }

    @Test("A storm of sizes ends with a right screen")
    func resizeStorm() throws {
        let desk = try CommandDesk()
        for serial in 1...12 { _ = try desk.log("第\(serial)件：柜台排队时间过长，无人引导", "--received", "2026-11-1\(serial % 8 + 1)") }
        let session = try desk.terminal(as: "1002")
        try session.press(.down, .down)
        // While the window is too small no key moves the selection, so these two must have been taken before.
        try session.waitForIdle()
        var random = SeededNumbers(seed: 7)
        for _ in 0..<30 {
            try session.resize(columns: random.number(in: 20...200), rows: random.number(in: 5...60))
            try session.pump(milliseconds: Int32(random.number(in: 0...8)))
        }
        for size in [(columns: 97, rows: 31), (columns: 80, rows: 24)] {
            try session.resize(columns: size.columns, rows: size.rows)
            try session.waitForIdle()
            let fresh = try desk.terminal(as: "1002", columns: size.columns, rows: size.rows)
            try fresh.press(.down, .down)
            try fresh.waitForIdle()
            #expect(session.rows == fresh.rows)
            #expect(session.cursorVisible == fresh.cursorVisible)
            #expect(session.selectedRow != nil)
        }
    }

    @Test("Too small a window says so, and nothing is lost", arguments: [("en", "The window is too small"), ("zh", "窗口太小")])
    func tooSmall(language: String, sentence: String) throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003", "--lang", language)
        try session.send("n")
        try session.waitFor(language == "en" ? "New complaint" : "登记投诉")
        try session.fill("王先生", "")
        try session.send("账户被误扣三百元")
        try session.press(.left, .left)
        try session.waitForIdle()
        let screen = session.screen
        let cursor = session.cursor
        for size in [(columns: 30, rows: 8), (columns: 79, rows: 24), (columns: 80, rows: 19), (columns: 1, rows: 1)] {
            try session.resize(columns: size.columns, rows: size.rows)
            try session.waitForIdle()
            if size.columns > 1 {
                #expect(session.rows.joined(separator: " ").contains(sentence))
                #expect(session.screen.contains("\(size.columns)x\(size.rows) < 80x20"))
            }
            #expect(!session.screen.contains("王先生"))
        }
        try session.resize(columns: 80, rows: 24)
        try session.waitForIdle()
        #expect(session.screen == screen)
        #expect(session.cursor == cursor)
        try session.send("X")
        try session.waitFor("账户被误扣三X百元")
    }

    @Test("Nothing is done blindly while the window is too small")
    func blindKeys() throws {
        let desk = try CommandDesk()
        let number = try desk.log("柜员态度生硬", "--hand-over-to", "1002")
        let session = try desk.terminal(as: "1002")
        try session.press(.enter)
        try session.waitFor("Case \(number)")
        try session.resize(columns: 30, rows: 8)
        try session.waitFor("30x8 < 80x20")
        try session.send("a")
        try session.waitForIdle()
        #expect(try desk.shown(number)["stage"] == .text("handed-over"))
        // It can still be locked, and left.
        #expect(try session.leave() == .exited(0))
    }
}
