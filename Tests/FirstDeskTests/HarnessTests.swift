import Glibc
import Testing

/// The harness is proven with small programs of the system, before anything is proven with the harness.
@Suite("A program in a terminal")
struct HarnessTests {
    /// A shell script in a terminal.
    private func shell(_ script: String, columns: Int = 80, rows: Int = 24) throws -> TerminalSession {
        try TerminalSession(["-c", script], columns: columns, rows: rows, program: "/bin/sh")
    }

    /// A terminal that shows each byte it is sent in visible form, after it was put into raw mode and got these escape sequences.
    private func byteViewer(_ sequences: String = "") throws -> TerminalSession {
        let session = try shell("stty raw -echo; printf 'ready \(sequences)'; exec cat -v")
        try session.waitFor("ready")
        try session.waitForIdle()
        return session
    }

    // MARK: The screen

    @Test("What is typed is echoed, and answered line by line")
    func echo() throws {
        let session = try TerminalSession([], columns: 20, rows: 4, program: "/bin/cat")
        try session.send("good day")
        try session.waitForIdle()
        #expect(session.rows == ["good day", "", "", ""])
        #expect(session.cursor == (row: 0, column: 8))
        try session.press(.enter)
        try session.waitForIdle()
        #expect(session.screen == "good day\ngood day\n\n")
        #expect(session.cursor == (row: 2, column: 0))
    }

    @Test("Wide characters take two columns and combining marks none")
    func columns() throws {
        let session = try shell(#"printf '投诉|e\314\201|\nok'; exec cat"#, columns: 10, rows: 3)
        try session.waitForIdle()
        #expect(session.rows == ["投诉|e\u{301}|", "ok", ""])
        #expect(session.look(row: 0, column: 0).text == "投")
        #expect(session.look(row: 0, column: 0).width == 2)
        #expect(session.look(row: 0, column: 1).isContinuation)
        #expect(session.look(row: 0, column: 4).text == "|")
        #expect(try #require(session.position(of: "诉|")) == (row: 0, column: 2))
        #expect(try #require(session.position(of: "ok")) == (row: 1, column: 0))
        #expect(session.position(of: "no") == nil)
    }

    @Test("A character cut in two by the way it was written is put together")
    func splitCharacter() throws {
        let session = try shell(#"printf '\346\212'; printf a >/dev/null; sleep 0.05; printf '\225ok'; exec cat"#)
        try session.waitFor("投ok")
    }

    @Test("Colours and attributes of cells are known")
    func attributes() throws {
        let script = #"printf '\033[1;31mred\033[0m \033[7;44mblue\033[0m \033[38;2;1;2;3;4mrgb\033[0m plain'; exec cat"#
        let session = try shell(script)
        try session.waitForIdle()
        let red = try session.look(of: "red")
        #expect(red.foreground == .indexed(1))
        #expect(red.background == .standard)
        #expect(red.isBold && !red.isReverse && !red.isUnderlined)
        let blue = try session.look(of: "blue")
        #expect(blue.background == .indexed(4))
        #expect(blue.isReverse && !blue.isBold)
        let rgb = try session.look(of: "rgb")
        #expect(rgb.foreground == .rgb(red: 1, green: 2, blue: 3))
        #expect(rgb.isUnderlined)
        let plain = try session.look(of: "plain")
        #expect(plain.foreground == .standard && plain.background == .standard && !plain.isBold)
    }

    @Test("The alternate screen hides the first one, and gives it back")
    func alternateScreen() throws {
        let session = try shell("echo before; tput smcup; tput civis; printf full; read line; tput cnorm; tput rmcup; exec cat")
        try session.waitFor("full")
        try session.waitForIdle()
        #expect(session.isAlternateScreen)
        #expect(!session.cursorVisible)
        #expect(!session.screen.contains("before"))
        try session.press(.enter)
        try session.waitFor("before")
        try session.waitForIdle()
        #expect(!session.isAlternateScreen)
        #expect(session.cursorVisible)
        #expect(!session.screen.contains("full"))
    }

    @Test("Title, bell and modes that the program asks for are known")
    func properties() throws {
        let session = try shell(#"printf '\033]2;desk 一\007\007'; read l; printf '\033[?1000h\033[?2004h'; exec cat"#)
        try session.waitForIdle()
        #expect(session.title == "desk 一")
        #expect(session.bells == 1)
        #expect(!session.reportsMouse && !session.bracketsPaste)
        try session.press(.enter)
        try session.waitForIdle()
        #expect(session.reportsMouse && session.bracketsPaste)
    }

    @Test("A question to the terminal is answered to the program")
    func cursorReport() throws {
        let session = try shell(#"stty raw -echo; printf 'ab\033[6n'; answer=$(head -c 6 | od -An -c); printf "$answer"; exec cat"#)
        try session.waitFor(#"033   [   1   ;   3   R"#)
    }

    // MARK: Keys

    @Test("Keys send what a terminal sends, in the mode that the program set")
    func keys() throws {
        let session = try byteViewer()
        try session.press(.up, .f(1), .f(12), .ctrl("s"), .alt("n"), .backTab, .delete, .backspace, .control(.left), .tab)
        try session.waitFor(#"ready ^[[A^[OP^[[24~^S^[n^[[Z^[[3~^?^[[1;5D"#)
        let application = try byteViewer(#"\033[?1h"#)
        try application.press(.up, .home, .enter, .escape)
        try application.waitFor("ready ^[OA^[OH^M^[")
    }

    @Test("A paste is bracketed only for a program that asked for it")
    func paste() throws {
        let plain = try byteViewer()
        try plain.paste("一\nx")
        try plain.waitFor("ready M-dM-8M-^@^Mx")
        #expect(!plain.screen.contains("200~"))
        let bracketed = try byteViewer(#"\033[?2004h"#)
        try bracketed.paste("ab\nc")
        try bracketed.waitFor("ready ^[[200~ab^Mc^[[201~")
    }

    @Test("The mouse is reported only to a program that asked for it")
    func mouse() throws {
        let plain = try byteViewer()
        try plain.click(row: 2, column: 4)
        try plain.send("end")
        try plain.waitFor("ready end")
        let reporting = try byteViewer(#"\033[?1000h\033[?1006h"#)
        try reporting.click(row: 2, column: 4)
        try reporting.wheel(row: 0, column: 0, notches: 1)
        try reporting.waitFor("ready ^[[<0;5;3M^[[<0;5;3m^[[<65;1;1M")
    }

    @Test("Megabytes go in and come back without a stop")
    func muchInput() throws {
        let session = try shell("stty raw -echo; printf ready; exec cat")
        try session.waitFor("ready")
        session.mark()
        try session.write([UInt8](repeating: 0x78, count: 1_000_000))
        try session.waitUntil("all came back") { $0.bytesSinceMark == 1_000_000 }
        #expect(session.outputSinceMark.allSatisfy { $0 == 0x78 })
    }

    @Test("Every byte of the output is kept, and counted from a mark")
    func rawOutput() throws {
        let session = try shell(#"printf 'a\033[1mb'; read line; printf cd; exec cat"#)
        try session.waitForIdle()
        #expect(session.rawOutput == Array("a\u{1b}[1mb".utf8))
        session.mark()
        #expect(session.bytesSinceMark == 0)
        try session.press(.enter)
        try session.waitForIdle()
        #expect(Array(session.outputSinceMark) == Array("\r\ncd".utf8))
    }

    // MARK: Waiting

    @Test("A program that works in silence is not idle", arguments: ["sleep 0.4", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done"])
    func silentWork(work: String) throws {
        let session = try shell("printf begun; \(work); printf ' done'; exec cat")
        try session.waitForIdle()
        #expect(session.rows[0] == "begun done")
    }

    @Test("A program that waits for something else, its input unread, is not idle")
    func unreadInput() throws {
        let script = "mkfifo ~/f; exec 3<>~/f; printf ready; read -t 0.5 -u 3; read line; printf \"got $line\"; exec cat"
        let session = try TerminalSession(["-c", script], program: "/bin/bash")
        try session.waitFor("ready")
        try session.send("x\r")
        try session.waitForIdle()
        #expect(session.rows[1] == "got x")
    }

    @Test("A program that never waits for input is not idle, and the failure shows the screen")
    func neverIdle() throws {
        let session = try shell("printf 'asleep 投诉'; exec sleep 100", columns: 20, rows: 2)
        let failure = try #require(throws: HarnessFailure.self) { try session.waitForIdle(limit: .milliseconds(300)) }
        let words = failure.description
        #expect(words.hasPrefix("not idle within 0.3 seconds\n/bin/sh -c printf 'asleep 投诉'; exec sleep 100: runs, threads S;"))
        #expect(words.hasSuffix("\n+--------------------+\n|asleep 投诉\n|\n+--------------------+"))
    }

    @Test("Waiting for a text ends with a failure when the program does, with its last screen")
    func endedBefore() throws {
        let session = try shell("printf last; exit 3")
        let failure = try #require(throws: HarnessFailure.self) { try session.waitFor("never") }
        #expect(failure.description.contains("ended before the screen shows \"never\""))
        #expect(failure.description.contains("ended with exit status 3"))
        #expect(failure.description.contains("|last\n"))
        #expect(throws: HarnessFailure.self) { try session.waitForIdle() }
    }

    @Test("Waiting for a text to go sees it go")
    func textGoes() throws {
        let session = try shell(#"printf wait; sleep 0.1; printf '\rdone'; exec cat"#)
        try session.waitFor("wait")
        try session.waitForNo("wait")
        #expect(session.rows[0] == "done")
    }

    // MARK: The process

    @Test("The program learns its size, and of every change")
    func resize() throws {
        let script = "trap 'stty size' WINCH; stty size; while :; do read line; done"
        let session = try shell(script, columns: 91, rows: 13)
        try session.waitFor("13 91")
        try session.resize(columns: 40, rows: 9)
        try session.waitFor("9 40")
        #expect(session.rows.count == 9)
    }

    @Test("No signal is blocked or ignored in the program")
    func signalsReach() throws {
        let session = try TerminalSession(["^Sig[BI]", "/proc/self/status"], program: "/bin/grep")
        #expect(try session.waitForExit() == .exited(0))
        #expect(ProcessFacts.signalMasks(inStatus: session.rows) == [0, 0])
    }

    @Test("It is known how the program ended")
    func ends() throws {
        #expect(try shell("exit 5").waitForExit() == .exited(5))
        let killed = try TerminalSession([], program: "/bin/cat")
        try killed.waitForIdle()
        try killed.kill(SIGTERM)
        #expect(try killed.waitForExit() == .signalled(SIGTERM))
        #expect(killed.hasEnded())
        let interrupted = try TerminalSession([], program: "/bin/cat")
        try interrupted.waitForIdle()
        try interrupted.press(.ctrl("c"))
        #expect(try interrupted.waitForExit() == .signalled(SIGINT))
        #expect(throws: HarnessFailure.self) { try shell("exec sleep 100").waitForExit(limit: .milliseconds(100)) }
    }

    @Test("The program does not outlive its session")
    func deinitEnds() throws {
        var session: TerminalSession? = try shell("trap '' HUP TERM; printf ready; read line")
        let process = try #require(session?.process)
        let home = try #require(session?.home.path)
        try session?.waitFor("ready")
        #expect(kill(process, 0) == 0)
        session = nil
        #expect(kill(process, 0) == -1 && errno == ESRCH)
        #expect(access(home, F_OK) == -1)
    }

    @Test("What a program does to the terminal's modes shows after its end")
    func modes() throws {
        let tidy = try shell("read line; stty raw -echo; stty sane; exit 0")
        try tidy.waitForIdle()
        let found = try tidy.modes()
        #expect(found.echoes && found.isCanonical)
        let untidy = try shell("read line; stty raw -echo; exit 0")
        try untidy.waitForIdle()
        #expect(try untidy.modes() == found)
        try untidy.press(.enter)
        try untidy.waitForExit()
        #expect(try untidy.modes() != found)
        #expect(try !untidy.modes().echoes && !untidy.modes().isCanonical)
    }

    @Test("Under a shell, a program can be stopped and taken up again")
    func jobControl() throws {
        let session = try TerminalSession(["-i"], environment: ["PS1": "prompt> "], program: "/bin/sh")
        try session.waitFor("prompt>")
        try session.send("cat\r")
        try session.waitForIdle()
        try session.send("one\r")
        try session.waitForIdle()
        #expect(session.rows[2] == "one")
        try session.press(.ctrl("z"))
        try session.waitFor("Stopped")
        try session.waitForIdle()
        try session.send("fg\r")
        try session.waitForIdle()
        try session.send("two\r")
        try session.waitUntil("cat answered again") { $0.rows.filter { $0 == "two" }.count == 2 }
    }

    @Test("A stopped program is known as such and goes on when told")
    func stopped() throws {
        let session = try TerminalSession([], program: "/bin/cat")
        try session.waitForIdle()
        try session.kill(SIGSTOP)
        try session.waitUntil("it is stopped") { $0.isStopped }
        try session.send("hello\r")
        #expect(throws: HarnessFailure.self) { try session.waitForIdle(limit: .milliseconds(200)) }
        try session.kill(SIGCONT)
        try session.waitForIdle()
        #expect(session.rows[1] == "hello")
    }

    @Test("The environment is the same everywhere, and a test can change it")
    func environment() throws {
        let session = try TerminalSession([], clock: .at("x"), environment: ["TERM": "vt100", "A": "b"], program: "/usr/bin/env")
        #expect(try session.waitForExit() == .exited(0))
        let lines = session.rows.filter { !$0.isEmpty && !Spawning.isOfFakedDate($0) }.sorted()
        #expect(
            lines == [
                "A=b", "FIRSTDESK_AT=x", "HOME=\(session.home.path)", "LANG=C.UTF-8", "LC_ALL=C.UTF-8",
                "PATH=/usr/local/bin:/usr/bin:/bin", "TERM=vt100", "TERMINFO=/lib/terminfo", "TERMINFO_DIRS=/usr/share/terminfo",
                "TZ=Etc/UTC",
            ]
        )
    }

    @Test(
        "The terminals that tests name are described on this machine",
        arguments: ["xterm-256color", "xterm", "vt100", "xterm-16color"]
    )
    func terminals(name: String) throws {
        let described = try run(["-0", name], program: "/usr/bin/infocmp")
        #expect(described.status == 0, "the packages ncurses-base and ncurses-term describe it: \(described.errors)")
    }

    @Test("What cannot be started is said at once")
    func noProgram() {
        #expect(throws: HarnessFailure.self) { try TerminalSession([], program: "/nowhere/firstdesk") }
    }

    @Test("Many terminals at once do not disturb each other", arguments: 0..<12)
    func manyAtOnce(number: Int) throws {
        let session = try shell("printf 'I am \(number).'; exec cat", columns: 30, rows: 2)
        try session.waitForIdle()
        #expect(session.screen == "I am \(number).\n")
    }
}
