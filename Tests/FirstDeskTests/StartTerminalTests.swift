import Glibc
import Testing

@testable import firstdesk

@Suite("The start, in a terminal")
struct StartTerminalTests {
    @Test(
        "A practice desk opens on a usable desk of 80×24",
        arguments: [("en", "? Help", "Due", "Book", "Open"), ("zh", "? 帮助", "待办", "意见簿", "打开")]
    )
    func demo(language: String, help: String, due: String, book: String, open: String) throws {
        let start = ContinuousClock.now
        let session = try TerminalSession(["demo", "--lang", language], clock: .at("2026-11-22T12:00"))
        try session.waitFor(help)
        let time = (ContinuousClock.now - start).milliseconds
        report("start of a practice desk of 200 cases (\(language)) to the first complete screen", time)
        try session.waitForIdle()
        // Both bars, the list with a row under the cursor, and the passcode for signing.
        #expect(session.rows[1].hasSuffix("PRACTICE 练习"))
        #expect(session.rows[3].contains("[\(due)"))
        #expect(session.selectedRow != nil)
        #expect(session.message.contains("practice"))
        #expect(session.rows[23].contains("Enter \(open)") && session.rows[23].contains("F12"))
        #expect(!session.screen.contains("\u{fffd}") && session.isAlternateScreen)
        #expect(session.rows[4...15].allSatisfy { !$0.isEmpty }, "the list and the case selected in it use the room that there is")

        let first = try #require(session.selectedRow)
        try session.press(.enter)
        let number = try #require(first.firstMatch(of: /[0-9A-Z]+-\d{4}-\d{3}/)?.output)
        try session.waitFor(language == "en" ? "Case \(number)" : "投诉 \(number)")
        #expect(try session.leave() == .exited(0))
    }

    @Test("A practice desk is thrown away at its end, unless it was given a folder")
    func demoFolder() throws {
        let temporary = try TemporaryFolder()
        let passing = try TerminalSession(["demo", "--records", "5"], environment: ["TMPDIR": temporary.path])
        try passing.waitFor("? Help")
        #expect(try SourceTree.names(in: temporary.path).count == 1)
        #expect(try passing.leave() == .exited(0))
        #expect(try SourceTree.names(in: temporary.path) == [])

        let kept = try TerminalSession(["demo", "--records", "5", "--desk", temporary.path("kept")])
        try kept.waitFor("? Help")
        #expect(try kept.leave() == .exited(0))
        #expect(try run(["verify", "--desk", temporary.path("kept")]).status == 0)
    }

    @Test("While a practice desk is made the screen says so at once; Ctrl-C breaks off, and nothing is left")
    func breakingOff() throws {
        for folder in [nil, "kept"] {
            let temporary = try TemporaryFolder()
            let place = folder.map { ["--desk", temporary.path($0)] } ?? []
            let session = try TerminalSession(["demo", "--records", "5000"] + place, environment: ["TMPDIR": temporary.path])
            try session.waitFor("Making a practice desk with 5000 cases")
            // The last row of the first frame: before it the frame may be there in part.
            try session.waitFor("Ctrl-C Break off")
            try session.waitFor("FirstDesk · PRACTICE 练习")
            #expect(session.rows[0] == " FirstDesk · PRACTICE 练习" && session.isAlternateScreen)
            #expect(session.screen.contains("An invented branch; each case goes by the rules, from entry to signature."))
            #expect(session.screen.contains("The passcode for signing is: practice"))
            #expect(session.rows[23] == " Ctrl-C Break off")
            // What was typed before is for nobody any more.
            try session.send("n\u{3}")
            #expect(try session.waitForExit() == .exited(130))
            #expect(!session.isAlternateScreen)
            #expect(try SourceTree.names(in: temporary.path) == [])
        }
    }

    @Test("A key that is typed while a practice desk is made is for the desk")
    func typedAhead() throws {
        let session = try TerminalSession(["demo", "--records", "30"])
        try session.waitFor("Making a practice desk with 30 cases")
        try session.send("2")
        try session.waitFor("Registers")
        #expect(try session.leave() == .exited(0))
    }

    @Test("An open desk shows the sign-in screen at once, without customers' data")
    func signInScreen() throws {
        let desk = try CommandDesk()
        _ = try desk.log()
        let start = ContinuousClock.now
        let session = try TerminalSession(["--desk", desk.path], clock: .at(desk.now))
        try session.waitFor("Ctrl-Q Quit")
        let time = (ContinuousClock.now - start).milliseconds
        report("start of a desk to the sign-in screen", time)
        try session.waitForIdle()
        #expect(session.screen.contains("1 open"))
        #expect(!session.screen.contains("刘女士") && !session.screen.contains("排队"))
        // The real cursor stands where the number is typed.
        let label = try #require(session.position(of: "Staff number"))
        #expect(session.cursor.row == label.row && session.cursorVisible)
    }

    @Test("Without a desk there is the first-run form; filled by keys it makes a desk, shows the recovery key and opens it")
    func firstRun() throws {
        let folder = try TemporaryFolder()
        let session = try TerminalSession(["--desk", folder.path("new/desk")])
        try session.waitFor("There is no desk here yet.")
        // Nothing filled in: the first problem is named, and the cursor stands there.
        try session.press(.ctrl("s"))
        try session.waitFor("\"Branch code\" is missing.")
        try session.fill("0379", "洛阳分行营业部", "0379-65920000")
        try session.choose("chin")
        try session.press(.ctrl("u"))
        try session.fill("Asia/Shanghai", "", "", "1001", "王建国", "open sesame", "open sesam")
        try session.press(.space, .ctrl("s"))
        try session.waitFor("The two passcodes differ.")
        #expect(!session.screen.contains("sesam"), "a passcode is never shown")
        #expect(session.screen.contains("[x]") && session.screen.contains("Asia/Shanghai"), "all that was typed stands")
        try session.press(.ctrl("u"))
        try session.send("open sesame")
        try session.press(.ctrl("s"))
        try session.waitFor("Recovery key")
        try session.waitForIdle()
        let key = try #require(session.screen.firstMatch(of: /[0-9A-Z]{4}(-[0-9A-Z]{4}){5}/)?.output.0)
        // Neither Enter nor Esc takes it away; its last signs do, for they were written down.
        try session.press(.enter)
        try session.press(.escape)
        try session.waitForIdle()
        #expect(session.screen.contains(key))
        try session.send(String(key.suffix(4)))
        try session.press(.enter)
        try session.waitForNo(String(key))
        try session.waitFor("[Due]")
        #expect(session.rows[0].contains("王建国"))
        #expect(try session.leave() == .exited(0))

        try folder.write("\(key)\n", to: "key")
        try folder.write("another one\n", to: "new-passcode")
        let changed = try run([
            "passcode", "--desk", folder.path("new/desk"), "--as", "1001", "--recovery-key-file", folder.path("key"),
            "--new-passcode-file", folder.path("new-passcode"),
        ])
        #expect(changed.status == 0, "the key on the screen opens the account: \(changed.errors)")
    }

    @Test("Memory of an open desk after sign-in")
    func memory() throws {
        let session = try TerminalSession(["demo"])
        try session.waitFor("? Help")
        try session.waitForIdle()
        let status = try SourceTree.text(of: "/proc/\(session.process)/status")
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        let kilobytes = try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        report("memory of a practice desk, resident", kilobytes / 1024, "MB")
        #expect(kilobytes < 60 * 1024)
    }
}
