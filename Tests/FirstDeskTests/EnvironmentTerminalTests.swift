import Glibc
import Testing

@testable import firstdesk

@Suite("Where there is no proper terminal, or no proper desk")
struct EnvironmentTerminalTests {
    /// Runs the program in a terminal to its end, and gives how it ended and what stands on the screen, rows joined as a person reads them.
    private func ended(
        _ arguments: [String],
        _ environment: [String: String] = [:],
        program: String = BuiltProgram.path
    ) throws -> (status: ExitStatus, text: String, session: TerminalSession) {
        let session = try TerminalSession(arguments, environment: environment, columns: 200, program: program)
        let status = try session.waitForExit()
        return (status, session.rows.joined(), session)
    }

    @Test(
        "A terminal that cannot show the desk: a sentence, and what works there",
        arguments: [
            ("", "TERM is not set."), ("dumb", "The terminal \"dumb\" cannot place its cursor."),
            ("nonsense-9000", "The terminal \"nonsense-9000\" (TERM) is not known here."),
            ("../../etc/passwd", "The terminal \"../../etc/passwd\" (TERM) is not known here."),
        ]
    )
    func terminals(name: String, sentence: String) throws {
        let desk = try CommandDesk(staff: false)
        for arguments in [["--desk", desk.path], ["--desk", desk.folder.path("none")], ["demo", "--records", "3"]] {
            let (status, text, session) = try ended(arguments, ["TERM": name])
            #expect(status == .exited(2))
            #expect(text.contains(sentence), "\(text)")
            #expect(text.contains("firstdesk log --plain"))
            #expect(!session.rawOutput.contains(0x1b), "nothing but words")
        }
    }

    @Test("TERM not there at all")
    func noTerm() throws {
        let desk = try CommandDesk(staff: false)
        let (status, text, _) = try ended(["-u", "TERM", BuiltProgram.path, "--desk", desk.path], program: "/usr/bin/env")
        #expect(status == .exited(2))
        #expect(text.contains("TERM is not set."))
    }

    @Test("Standard input or output that is no terminal")
    func noTerminal() throws {
        let desk = try CommandDesk(staff: false)
        let alone = try run(["--desk", desk.path])
        #expect(alone.status == 2)
        #expect(alone.errors.hasPrefix("Standard input or output is not a terminal. Without a full screen use firstdesk log --plain"))
        #expect(alone.output == "")
        let chinese = try run(["--desk", desk.path, "--lang", "zh"], input: "n")
        #expect(chinese.status == 2 && chinese.errors.hasPrefix("标准输入或输出不是终端。"))
        let script = "\"$0\" --desk \"$1\" </dev/null; echo \"status $?\"; \"$0\" --desk \"$1\" | cat; echo end"
        let (_, text, _) = try ended(["-c", script, BuiltProgram.path, desk.path], program: "/bin/sh")
        #expect(text.contains("status 2") && text.contains("end"))
        #expect(text.ranges(of: "Standard input or output is not a terminal.").count == 2)
    }

    @Test("Without a UTF-8 locale the screens are in UTF-8 all the same", arguments: ["C", "POSIX", "xx_YY.ISO-8859-1", "zh_CN.GBK", ""])
    func locales(name: String) throws {
        let desk = try CommandDesk()
        _ = try desk.log()
        let session = try desk.terminal(as: "1003", "--lang", "en", environment: ["LC_ALL": name, "LANG": name])
        #expect(session.rows[0].contains("洛阳分行营业部"))
        #expect(session.screen.contains("排队四十") && session.screen.contains("刘女士"))
        let row = try #require(session.position(of: "排队"))
        #expect(session.look(row: row.row, column: row.column).width == 2)
        try session.send("n")
        try session.waitFor("New complaint")
        try session.send("欧阳")
        try session.waitFor("欧阳")
    }

    @Test("A locale chooses the language")
    func languages() throws {
        let desk = try CommandDesk(staff: false)
        for (name, words) in [("zh_CN.UTF-8", "用方向键选择本人"), ("en_GB.UTF-8", "Choose yourself with the arrows")] {
            let session = try desk.terminal(environment: ["LC_ALL": name])
            try session.waitFor(words)
        }
    }

    // MARK: The desk

    @Test("A file of another program, a damaged one, one of a newer version: a sentence, nothing changed, the terminal untouched")
    func files() throws {
        let desk = try CommandDesk(staff: false)
        let good = try SourceTree.bytes(of: desk.file)
        var newer = good
        newer.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        let cases: [(bytes: [UInt8], sentence: String)] = [
            (Array("Dear diary,\n".utf8) + [UInt8](repeating: 0x20, count: 5000), "is not a FirstDesk file."),
            (Array(good.prefix(4096)) + [UInt8](repeating: 0xA5, count: good.count - 4096), "is damaged. Nothing was written to it;"),
            (newer, "was written by a newer version of FirstDesk."),
        ]
        for (bytes, sentence) in cases {
            try desk.folder.write(bytes, to: "desk/firstdesk.db")
            let (status, text, session) = try ended(["--desk", desk.path])
            #expect(status == .exited(4))
            #expect(text.contains("\(desk.file) \(sentence)"), "\(text)")
            #expect(!session.rawOutput.contains(0x1b))
            #expect(try SourceTree.bytes(of: desk.file) == bytes)
        }
    }

    @Test("A desk that may not be read or written")
    func denied() throws {
        let desk = try CommandDesk(staff: false)
        if geteuid() == 0 {
            // The superuser may read all: nobody in particular asks instead, and is kept out of the folder already.
            #expect(chmod(desk.folder.path, 0o755) == 0)
            let asNobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups", BuiltProgram.path, "--desk", desk.path]
            let (status, text, session) = try ended(asNobody, ["HOME": "/nonexistent"], program: "/usr/bin/setpriv")
            #expect(status == .exited(4))
            #expect(text.contains("The system denies access to \(desk.file)."), "\(text)")
            #expect(!session.rawOutput.contains(0x1b))
            return
        }
        for (mode, sentence) in [(mode_t(0o400), "is read-only."), (0, "The system denies access to")] {
            #expect(chmod(desk.file, mode) == 0)
            let (status, text, _) = try ended(["--desk", desk.path])
            #expect(status == .exited(4))
            #expect(text.contains(sentence))
        }
    }

    @Test("A folder that cannot be made: the first-run form stays with all that was typed, and says why")
    func unmakeable() throws {
        let folder = try TemporaryFolder()
        try folder.write("a file", to: "file")
        let session = try TerminalSession(["--desk", folder.path("file/desk")])
        try session.waitUntil("it ends or shows the form") { $0.hasEnded() || $0.position(of: "Branch code") != nil }
        if session.hasEnded() {
            #expect(try session.waitForExit() == .exited(4))
            #expect(session.screen.contains("is not a folder"))
        } else {
            try session.fill("0379", "洛阳分行营业部", "95533", "", "", "", "", "1001", "王建国", "practice", "practice")
            try session.press(.ctrl("s"))
            try session.waitFor("is not a folder")
            #expect(session.screen.contains("王建国"))
        }
    }
}
