import Glibc
import TableFiles
import Testing

@testable import firstdesk

@Suite("Passcodes and keys, by command")
struct PasscodeCommandTests {
    @Test("The branch manager resets a passcode: the old one opens nothing, the key is another, and one's own is changed with the old one")
    func reset() throws {
        let desk = try CommandDesk()
        for (name, text) in [("reset", "given again"), ("own", "nobody else's"), ("weak", "123456")] {
            try desk.folder.write("\(text)\n", to: name)
        }
        func reset(_ number: String, _ file: String, by staff: String) throws -> CommandResult {
            try desk.run("staff", "reset-passcode", "--number", number, "--new-passcode-file", desk.folder.path(file), as: staff)
        }
        #expect(try reset("1002", "reset", by: "1003").status == 1)
        #expect(try reset("1001", "reset", by: "1001").status == 1, "one's own")
        #expect(try reset("7777", "reset", by: "1001").status != 0)
        #expect(try reset("1003", "weak", by: "1001").status == 1)
        #expect(try desk.run("list", as: "1003").status == 0, "nothing has happened yet")
        let done = try reset("1003", "reset", by: "1001")
        #expect(done.status == 0)
        #expect(done.errors.hasPrefix("1003 has a new passcode and key."))
        let first = try #require(done.errors.firstMatch(of: /key of 1003, for the paper file: ([0-9A-Z-]{19})\n/)).1
        #expect(try desk.run("list", as: "1003").status == 5)
        func asClerk(_ file: String, _ arguments: String...) throws -> CommandResult {
            try FirstDeskTests.run(
                arguments + ["--as", "1003", "--passcode-file", desk.folder.path(file)],
                clock: .at(desk.now),
                environment: ["FIRSTDESK_HOME": desk.path]
            )
        }
        #expect(try asClerk("reset", "log", "--channel", "oral", "--text", "queue").status == 0)
        let changed = try asClerk("reset", "passcode", "--new-passcode-file", desk.folder.path("own"))
        #expect(changed.status == 0)
        let second = try #require(changed.errors.firstMatch(of: /paper file: ([0-9A-Z-]{19})\n/)).1
        #expect(first != second)
        #expect(try asClerk("own", "list").status == 0)
        #expect(try desk.run("verify").status == 0)
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
