import Glibc
import Testing

@Suite("firstdesk init")
struct InitCommandTests {
    private let folder: TemporaryFolder
    private var desk: String { folder.path("desk") }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("geheim 123\n", to: "passcode")
    }

    private func founding(
        _ changes: [String: String?] = [:],
        _ flags: String...,
        clock: ProgramClock = .machine
    ) throws -> CommandResult {
        let usual: [String: String?] = [
            "desk": desk, "code": "0379", "name": "Luoyang Branch", "hotline": "95533", "timezone": "Asia/Shanghai", "manager": "1001",
            "manager-name": "Wang Jianguo", "passcode-file": folder.path("passcode"),
        ]
        let options = usual.merging(changes) { _, changed in changed }
        return try run(
            ["init"] + options.sorted { $0.key < $1.key }.flatMap { name, value in value.map { ["--\(name)", $0] } ?? [] } + flags,
            clock: clock
        )
    }

    private func mode(_ path: String) -> mode_t {
        var facts = stat()
        return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0
    }

    @Test("Prints the recovery key once and says what it is for; the desk is private to its owner")
    func founds() throws {
        let result = try founding()
        #expect(result.status == 0)
        let printed = /Recovery key: ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){5})\nKey fingerprint: [0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\n/
        let key = try #require(result.output.wholeMatch(of: printed)).1
        #expect(
            result.errors == """
                The desk of Luoyang Branch is in \(desk).
                Write the recovery key down and lock it away: it is shown only now. With it the branch manager can set a new passcode after \
                forgetting the old one (firstdesk passcode --recovery-key-file).

                """
        )
        #expect(mode(desk) == 0o700)
        #expect(mode("\(desk)/firstdesk.db") == 0o600)
        let bytes = try SourceTree.bytes(of: "\(desk)/firstdesk.db")
        #expect(!String(decoding: bytes, as: UTF8.self).contains(key), "the key is kept nowhere")
        #expect(!String(decoding: bytes, as: UTF8.self).contains("geheim"))
    }

    @Test("A desk that is there already is left as it is")
    func exists() throws {
        #expect(try founding().status == 0)
        let before = try SourceTree.bytes(of: "\(desk)/firstdesk.db")
        let again = try founding()
        #expect(again.status == 4)
        #expect(again.output == "")
        #expect(again.errors.hasPrefix("There is already a desk at \(desk)/firstdesk.db. It was left as it is"))
        #expect(try SourceTree.bytes(of: "\(desk)/firstdesk.db") == before)
    }

    @Test("What will not do is refused before anything is made")
    func refused() throws {
        try folder.write("short\n", to: "short")
        let passcode = try founding(["passcode-file": folder.path("short")])
        #expect(passcode.status == 1)
        #expect(passcode.errors == "The passcode is too short: at least 6 characters.\n")
        let name = try founding(["manager-name": " "])
        #expect(name.status == 1)
        for (option, value, sentence) in [
            ("code", "03 79", "--code: \"03 79\" is not a branch code: one to twelve letters or digits."),
            ("manager", "no!", "--manager: \"no!\" is not a staff number: one to twelve letters or digits."),
            (
                "timezone", "Asia/Luoyang",
                "--timezone: \"Asia/Luoyang\" is not in the system's zone database (package tzdata). Write it like Asia/Shanghai."
            ),
            ("language", "fr", "--language: \"fr\" is not one of: en, zh."),
            ("closes", "25:00", "--closes: \"25:00\" is not a time. Write it as 2026-11-22T09:14, 2026-11-22 or 09:14."),
        ] {
            let result = try founding([option: value])
            #expect(result.status == 2)
            #expect(result.errors == "\(sentence)\nSee: firstdesk init --help\n")
        }
        let missing = try founding(["hotline": nil])
        #expect(missing.status == 2)
        #expect(missing.errors == "--hotline is missing.\nSee: firstdesk init --help\n")
        #expect(access(desk, F_OK) == -1)
    }

    @Test("Only a practice desk takes its clock from the command line")
    func clock() throws {
        let real = try founding(["at": "2026-01-02"])
        #expect(real.status == 1)
        #expect(real.errors == "The time is set and keys are played only on a practice desk, not on a live one.\n")
        #expect(access(desk, F_OK) == -1)
        #expect(try founding(["at": "2026-01-02"], "--practice").status == 0)
    }

    @Test("On a real desk no command takes another clock")
    func realClock() throws {
        #expect(try founding().status == 0)
        #expect(try run(["due", "--desk", desk], clock: .machine).status == 0)
        #expect(try run(["due", "--desk", desk, "--at", "2026-01-02"], clock: .machine).status == 1)
        #expect(try run(["due", "--desk", desk], clock: .at("2026-01-02")).status == 1)
    }

    @Test("Without a file the passcode is asked for twice on the terminal and never shown")
    func asked() throws {
        let session = try TerminalSession([
            "init", "--desk", desk, "--code", "0379", "--name", "B", "--hotline", "1", "--manager", "1001", "--manager-name", "W",
            "--practice",
        ])
        try session.waitFor("New passcode of 1001:")
        try session.waitForIdle()
        try session.send("sesame 芝麻\n")
        try session.waitFor("New passcode of 1001 (again):")
        try session.waitForIdle()
        try session.send("sesame 芝麻\n")
        #expect(try session.waitForExit() == .exited(0))
        #expect(session.screen.contains("Recovery key: "))
        #expect(!session.screen.contains("sesame"))
        try folder.write("sesame 芝麻\n", to: "typed")
        #expect(try run(["list", "--desk", desk, "--as", "1001", "--passcode-file", folder.path("typed")]).status == 0)
    }

    @Test("Two passcodes that differ make no desk; nor does the end of the input")
    func askedInVain() throws {
        let line = [
            "init", "--desk", desk, "--code", "0379", "--name", "B", "--hotline", "1", "--manager", "1001", "--manager-name", "W",
            "--practice",
        ]
        let session = try TerminalSession(line)
        try session.waitFor("New passcode of 1001:")
        try session.waitForIdle()
        try session.send("sesame\n")
        try session.waitFor("(again):")
        try session.waitForIdle()
        try session.send("sesamo\n")
        #expect(try session.waitForExit() == .exited(2))
        #expect(session.screen.contains("The two passcodes differ. Nothing was changed."))
        let ended = try TerminalSession(line)
        try ended.waitFor("New passcode of 1001:")
        try ended.waitForIdle()
        try ended.press(.ctrl("d"))
        #expect(try ended.waitForExit() == .exited(2))
        #expect(ended.screen.contains("Cancelled. Nothing was changed."))
        #expect(access(desk, F_OK) == -1)
    }

    @Test("Ctrl-C at the passcode leaves a terminal that shows again what is typed")
    func interrupted() throws {
        let program = BuiltProgram.path
        let session = try TerminalSession(
            [
                "-c",
                "trap : INT; \(program) init --desk \(desk) --code 1 --name B --hotline 1 --manager 1 --manager-name W --practice; echo \"status $?\"; "
                    + "stty -a | grep -o -- '-\\?echo '; exec cat",
            ],
            program: "/bin/sh"
        )
        // The question comes when the terminal is silent and signals are held back already.
        try session.waitFor("New passcode of 1:")
        try session.press(.ctrl("c"))
        try session.waitFor("status 130")
        try session.waitUntil("the terminal's state is told") { $0.rows.contains { $0 == "echo" || $0 == "-echo" } }
        #expect(session.rows.contains("echo"))
    }
}
