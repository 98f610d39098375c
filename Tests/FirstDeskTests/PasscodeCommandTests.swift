import Glibc
import TableFiles
import Testing

@testable import firstdesk

@Suite("Passcodes and keys, by command")
struct PasscodeCommandTests {
    /// A real desk, where a passcode that another gave is to be changed, with 1001 and the clerk 1003.
    private func realDesk() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in [
            ("passcode", "harbour lights"), ("first", "first day 1003"), ("reset", "given again"), ("own", "nobody else's"),
        ] {
            try folder.write("\(text)\n", to: name)
        }
        let made = try run(
            [
                "init", "--desk", folder.path("desk"), "--code", "0379", "--name", "N", "--hotline", "1", "--timezone", "Asia/Shanghai",
                "--manager", "1001", "--manager-name", "W", "--passcode-file", folder.path("passcode"),
            ],
            clock: .machine
        )
        try #require(made.status == 0, "\(made.errors)")
        let added = try firstdesk(
            folder,
            "staff",
            "add",
            "--number",
            "1003",
            "--name",
            "Z",
            "--role",
            "counter",
            "--initial-passcode-file",
            folder.path("first"),
            as: ("1001", "passcode")
        )
        try #require(added.status == 0, "\(added.errors)")
        return folder
    }

    private func firstdesk(_ folder: TemporaryFolder, _ arguments: String..., as person: (number: String, file: String)) throws
        -> CommandResult
    {
        try run(
            arguments + ["--as", person.number, "--passcode-file", folder.path(person.file)],
            clock: .machine,
            environment: ["FIRSTDESK_HOME": folder.path("desk")]
        )
    }

    @Test("The branch manager resets a passcode: the old one opens nothing, and what is done until it is changed says who gave it")
    func reset() throws {
        let folder = try realDesk()
        let clerk = try firstdesk(
            folder,
            "staff",
            "reset-passcode",
            "--number",
            "1001",
            "--new-passcode-file",
            folder.path("reset"),
            as: ("1003", "first")
        )
        #expect(clerk.status == 1, "\(clerk.errors)")
        let weak = try firstdesk(
            folder,
            "staff",
            "reset-passcode",
            "--number",
            "1003",
            "--new-passcode-file",
            "/dev/null",
            as: ("1001", "passcode")
        )
        #expect(weak.status == 2)
        let reset = try firstdesk(
            folder,
            "staff",
            "reset-passcode",
            "--number",
            "1003",
            "--new-passcode-file",
            folder.path("reset"),
            as: ("1001", "passcode")
        )
        #expect(reset.status == 0)
        #expect(
            reset.errors.hasPrefix(
                "1003 has a new passcode and key. Until 1003 changes it (firstdesk passcode), their acts say that you gave it.\n"
            )
        )
        let first = try #require(reset.errors.firstMatch(of: /key of 1003, for the paper file: ([0-9A-Z-]{19})\n/)).1
        #expect(try firstdesk(folder, "list", as: ("1003", "first")).status == 5)
        let logged = try firstdesk(folder, "log", "--channel", "oral", "--text", "queue", as: ("1003", "reset"))
        #expect(logged.status == 0)
        #expect(logged.errors.hasPrefix("1001 gave you this passcode and knows it; what you do says so. Change it: firstdesk passcode.\n"))
        let number = String(logged.output.dropLast())
        let shown = try firstdesk(folder, "show", number, "--json", as: ("1001", "passcode")).objects()[0]
        #expect(shown["events"]?.elements.first?["passcodeGivenBy"] == .text("1001"))
        let changed = try firstdesk(folder, "passcode", "--new-passcode-file", folder.path("own"), as: ("1003", "reset"))
        #expect(changed.status == 0)
        let second = try #require(changed.errors.firstMatch(of: /paper file: ([0-9A-Z-]{19})\n/)).1
        #expect(first != second)
        #expect(try firstdesk(folder, "list", as: ("1003", "own")).errors == "")
        let own = try firstdesk(
            folder,
            "staff",
            "reset-passcode",
            "--number",
            "1001",
            "--new-passcode-file",
            folder.path("own"),
            as: ("1001", "passcode")
        )
        #expect(own.status == 1, "one's own is changed with the old one")
        #expect(try run(["verify"], environment: ["FIRSTDESK_HOME": folder.path("desk")]).status == 0)
    }

    @Test("A lock-out is lifted by the branch manager, and by nobody else")
    func unlock() throws {
        let desk = try CommandDesk()
        for _ in 0..<4 { _ = try desk.run("list", "--as", "1003", "--passcode-file", "-", input: "nothing\n") }
        #expect(try desk.run("list", as: "1003").errors.hasPrefix("Too many wrong passcodes."))
        #expect(try desk.run("staff", "unlock", "--number", "1003", as: "1002").status == 1)
        #expect(try desk.run("staff", "unlock", "--number", "7777", as: "1001").status == 1)
        #expect(try desk.run("list", as: "1003").status == 5)
        let unlocked = try desk.run("staff", "unlock", "--number", "1003", as: "1001")
        #expect(unlocked.status == 0 && unlocked.errors == "1003 can sign in again at once.\n")
        #expect(try desk.run("list", as: "1003").status == 0)
        #expect(try desk.run("audit", "--json", as: "1009").objects().suffix(1).map { $0["act"] } == [.text("lock-out-lifted")])
        #expect(try desk.run("verify").status == 0)
    }

    @Test("A new branch manager prints a recovery key; the one before is void")
    func newRecoveryKey() throws {
        let desk = try CommandDesk(isLikeNoOther: true)
        #expect(try desk.run("passcode", "--new-recovery-key", as: "1002").status == 1)
        #expect(try desk.run("passcode", "--new-recovery-key", "--new-passcode-file", "/dev/null", as: "1001").status == 2)
        let printed = try desk.run("passcode", "--new-recovery-key", as: "1001")
        #expect(printed.status == 0)
        let key = try #require(printed.output.wholeMatch(of: /Recovery key: ([0-9A-Z]{4}(-[0-9A-Z]{4}){5})\n/)).1
        #expect(printed.errors.hasSuffix("it is shown only now, and the one before is void.\n"))
        try desk.folder.write("another one\n", to: "new")
        func recover(_ key: some StringProtocol) throws -> Int32 {
            try desk.run(
                "passcode",
                "--as",
                "1001",
                "--recovery-key-file",
                "-",
                "--new-passcode-file",
                desk.folder.path("new"),
                input: "\(key)\n"
            ).status
        }
        #expect(try recover(desk.recoveryKey) == 5)
        #expect(try recover(key) == 0)
        #expect(try recover(key) == 5, "a used one is replaced")
        #expect(try desk.run("verify").status == 0)
    }

    @Test("A recovery key that nobody could read voids none")
    func recoveryKeyIntoFullDisk() throws {
        let desk = try CommandDesk(isLikeNoOther: true)
        let script = #""$FIRSTDESK" passcode --new-recovery-key --as 1001 --passcode-file "$FOLDER/passcode" >/dev/full"#
        let lost = try run(
            ["-c", script],
            clock: .at(desk.now),
            environment: ["FIRSTDESK_HOME": desk.path, "FOLDER": desk.folder.path, "FIRSTDESK": BuiltProgram.path],
            program: "/bin/bash"
        )
        #expect(lost.status == 4)
        try desk.folder.write("another one\n", to: "new")
        let recovered = try desk.run(
            "passcode",
            "--as",
            "1001",
            "--recovery-key-file",
            "-",
            "--new-passcode-file",
            desk.folder.path("new"),
            input: "\(desk.recoveryKey)\n"
        )
        #expect(recovered.status == 0, "\(recovered.errors)")
    }
}
