import Glibc
import Testing

@testable import firstdesk

@Suite("firstdesk staff, firstdesk passcode")
struct StaffCommandTests {
    @Test("Staff are listed as a table and as JSON, in both languages")
    func list() throws {
        let desk = try CommandDesk()
        #expect(
            try desk.run("staff", "list", as: "1003").output == """
                Number  Name    Role
                1001    王建国  branch manager
                1002    李敏    complaint manager
                1003    张伟    counter clerk
                1009    赵静    auditor

                """
        )
        #expect(
            try desk.run("staff", "list", "--json", as: "1009").lines.first
                == #"{"changes":[],"name":"王建国","number":"1001","retired":false,"role":"branch-manager"}"#
        )
        #expect(try desk.run("staff", "list", "--lang", "zh", as: "1002").lines[2] == "1002  李敏    投诉管理人")
    }

    @Test("Only the branch manager adds and retires, and numbers are not given twice")
    func rules() throws {
        let desk = try CommandDesk()
        let passcode = desk.folder.path("passcode")
        let add = ["staff", "add", "--number", "1003", "--name", "X", "--role", "counter", "--initial-passcode-file", passcode]
        let taken = try run(
            add + ["--as", "1001", "--passcode-file", passcode, "--desk", desk.path]
        )
        #expect(taken.status == 1)
        #expect(taken.errors == "Staff number 1003 is already in use. Choose another.\n")
        let clerk = try run(add + ["--as", "1003", "--passcode-file", passcode, "--desk", desk.path])
        #expect(clerk.status == 1)
        #expect(clerk.errors == "Only the branch manager may add staff.\n")
        let last = try desk.run("staff", "retire", "1001", as: "1001")
        #expect(last.status == 1)
        #expect(last.errors == "The last branch manager can neither leave nor change role: nobody could sign. Add another first.\n")
        let role = try desk.run("staff", "add", "--number", "7", "--name", "X", "--role", "chief", as: "1001")
        #expect(role.status == 2)
        #expect(
            role.errors == """
                --role: \"chief\" is not one of: counter (counter clerk), complaint-manager, branch-manager, auditor.
                See: firstdesk staff add --help

                """
        )
    }

    @Test("Whoever has left is listed as such and signs in no more")
    func retired() throws {
        let desk = try CommandDesk()
        let retired = try desk.run("staff", "retire", "1009", as: "1001")
        #expect(retired.status == 0)
        #expect(retired.errors == "1009 has left this desk. What they did stays under their name.\n")
        #expect(try desk.run("staff", "list", as: "1001").lines.last == "1009    赵静    auditor            left")
        let refused = try desk.run("list", as: "1009")
        #expect(refused.status == 5)
        #expect(refused.errors == "This member of staff has left and cannot sign in.\n")
        #expect(
            try desk.run("staff", "retire", "--number", "1009", as: "1001").errors
                == "1009 has left this desk. Only those who work here can act or be named.\n"
        )
        #expect(try desk.run("staff", "retire", as: "1001").errors.hasPrefix("NUMBER is missing.\n"))
    }

    @Test("Staff are renamed, change role, leave and return by commands; the old is kept")
    func edits() throws {
        let desk = try CommandDesk()
        let renamed = try desk.run("staff", "rename", "--number", "1003", "--name", "张伟强", "--lang", "zh", as: "1001")
        #expect(renamed.status == 0 && renamed.errors == "1003 现名 张伟强。\n")
        let role = try desk.run("staff", "role", "--number", "1003", "--role", "complaint-manager", as: "1001")
        #expect(role.status == 0 && role.errors == "1003 is complaint manager from now on.\n")
        #expect(try desk.run("staff", "return", "--number", "1003", as: "1001").errors == "1003 works here already.\n")
        #expect(try desk.run("staff", "retire", "1003", as: "1001").status == 0)
        #expect(try desk.run("staff", "return", "--number", "1003", as: "1001").errors == "1003 works at this desk again.\n")
        #expect(try desk.run("staff", "role", "--number", "1003", "--role", "counter", as: "1002").status == 1)
        let last = try desk.run("staff", "role", "--number", "1001", "--role", "counter", as: "1001")
        #expect(last.status == 1 && last.errors.hasPrefix("The last branch manager"))
        let listed = try #require(try desk.run("staff", "list", "--json", as: "1001").objects().first { $0["number"] == .text("1003") })
        #expect(listed["name"] == .text("张伟强") && listed["role"] == .text("complaint-manager"))
        #expect(
            listed["changes"]?.elements.map { $0["role"] } == [
                .text("counter"), .text("complaint-manager"), .text("complaint-manager"), .text("complaint-manager"),
            ]
        )
        #expect(try desk.run("verify").status == 0)
    }

    @Test("Somebody who stands in for the branch manager adds staff")
    func standIn() throws {
        let desk = try CommandDesk()
        let passcode = desk.folder.path("passcode")
        #expect(try desk.run("staff", "stand-in", "--for", "1001", "--number", "1002", as: "1001").status == 0)
        let added = try desk.run(
            "staff",
            "add",
            "--number",
            "1020",
            "--name",
            "周敏",
            "--role",
            "counter",
            "--initial-passcode-file",
            passcode,
            as: "1002"
        )
        #expect(added.status == 0, "\(added.errors)")
        let ended = try desk.run("staff", "stand-in", "--for", "1001", "--end", as: "1001")
        #expect(ended.errors == "Nobody stands in for 1001 from now on. What was accepted for them is theirs.\n")
        #expect(try desk.run("staff", "retire", "1020", as: "1002").status == 1)
        let past = try desk.run(
            "staff",
            "stand-in",
            "--for",
            "1001",
            "--number",
            "1002",
            "--from",
            "2026-11-19",
            "--to",
            "2026-11-21",
            as: "1001"
        )
        #expect(past.status == 1 && past.errors == "\"From\" must not be before 2026-11-20, which is today on this desk.\n")
    }

    @Test("Both passcodes may come over standard input, one's own first")
    func standardInput() throws {
        let desk = try CommandDesk(staff: false)
        let added = try desk.run(
            "staff",
            "add",
            "--number",
            "2001",
            "--name",
            "Ann Lee",
            "--role",
            "counter",
            "--as",
            "1001",
            "--passcode-file",
            "-",
            "--initial-passcode-file",
            "-",
            input: "practice 练习\r\nfirst day\n"
        )
        #expect(added.status == 0, "\(added.errors)")
        #expect(try desk.run("list", "--as", "2001", "--passcode-file", "-", input: "first day\n").status == 0)
        #expect(try desk.run("list", "--as", "2001", "--passcode-file", "-", input: "first day \n").status == 5)
    }

    @Test("A wrong passcode is told without telling what was wrong, and from the third on it costs time")
    func wrong() throws {
        let desk = try CommandDesk()
        func attempt(_ number: String, _ language: String = "en") throws -> CommandResult {
            try desk.run("list", "--as", number, "--passcode-file", "-", "--lang", language, input: "nothing\n")
        }
        let sentence = "The staff number or the passcode is wrong. The attempt was recorded.\n"
        #expect(try attempt("4711").errors == sentence)
        #expect(try attempt("1003").errors == sentence)
        #expect(try attempt("1003", "zh").errors == "工号或密码错误，本次尝试已记录。\n")
        #expect(try attempt("1003").status == 5)
        // The desk's clock stands, so the time never passes.
        let waiting = try desk.run("list", as: "1003")
        #expect(waiting.status == 5)
        #expect(waiting.errors == "Too many wrong passcodes. Try again in 2 s.\n")
        desk.now = "2026-11-20T09:00:02+08:00"
        #expect(try desk.run("list", as: "1003").status == 0)
    }

    @Test("Without --as, a passcode or a file that can be read, the usage is wrong")
    func missing() throws {
        let desk = try CommandDesk(staff: false)
        #expect(try desk.run("list").errors == "--as is missing.\nSee: firstdesk list --help\n")
        let noTerminal = try desk.run("list", "--as", "1001")
        #expect(noTerminal.status == 2)
        #expect(noTerminal.errors.hasPrefix("There is no terminal for entering the passcode. Use --passcode-file FILE.\n"))
        let unreadable = try desk.run("list", "--as", "1001", "--passcode-file", "/nowhere/p")
        #expect(unreadable.status == 2)
        #expect(unreadable.errors.hasPrefix("/nowhere/p cannot be read (No such file or directory).\n"))
        try desk.folder.write("\n", to: "empty")
        let empty = try desk.run("list", "--as", "1001", "--passcode-file", desk.folder.path("empty"))
        #expect(empty.status == 2)
        #expect(empty.errors.hasPrefix("There is no passcode on the first line of \(desk.folder.path("empty")). Write it there.\n"))
    }

    @Test("A passcode file that others can read is used, with a warning")
    func readable() throws {
        let desk = try CommandDesk(staff: false)
        let path = desk.folder.path("passcode")
        #expect(chmod(path, 0o644) == 0)
        let result = try desk.run("list", as: "1001")
        #expect(result.status == 0)
        #expect(result.errors.hasPrefix("Warning: others can read \(path), which holds a passcode. Make it private with chmod 600.\n"))
    }

    @Test("A passcode is asked for on the terminal, in the person's language, and not shown")
    func asked() throws {
        let desk = try CommandDesk(staff: false)
        let session = try TerminalSession(
            ["staff", "list", "--as", "1001", "--lang", "zh"],
            environment: ["FIRSTDESK_HOME": desk.path]
        )
        try session.waitFor("1001 的密码：")
        try session.waitForIdle()
        try session.send("practice 练习\n")
        #expect(try session.waitForExit() == .exited(0))
        #expect(session.rows.contains("1001  王建国  网点负责人"))
        #expect(!session.screen.contains("practice"))
    }

    @Test("A passcode is changed by whoever knows it")
    func change() throws {
        let desk = try CommandDesk()
        try desk.folder.write("another one\n", to: "new")
        let new = desk.folder.path("new")
        let wrong = try desk.run(
            "passcode",
            "--as",
            "1003",
            "--passcode-file",
            "-",
            "--new-passcode-file",
            new,
            input: "nothing\n"
        )
        #expect(wrong.status == 5)
        try desk.folder.write("abc\n", to: "short")
        let short = try desk.run("passcode", "--new-passcode-file", desk.folder.path("short"), as: "1003")
        #expect(short.status == 1)
        #expect(short.errors == "The passcode is too short: at least 6 characters.\n")
        let changed = try desk.run("passcode", "--new-passcode-file", new, as: "1003")
        #expect(changed.status == 0)
        let said = /The passcode of 1003 has been changed\.\nFingerprint of the key of 1003, for the paper file: [0-9A-Z-]{19}\n/
        #expect(changed.errors.wholeMatch(of: said) != nil)
        #expect(try desk.run("list", as: "1003").status == 5)
        #expect(try desk.run("list", "--as", "1003", "--passcode-file", new).status == 0)
        #expect(try desk.run("verify").status == 0)
    }

    @Test("The recovery key stands in for the branch manager's forgotten passcode")
    func recovery() throws {
        let desk = try CommandDesk(staff: false)
        try desk.folder.write("another one\n", to: "new")
        let new = desk.folder.path("new")
        try desk.folder.write(desk.recoveryKey.lowercased() + "\n", to: "key")
        let changed = try desk.run(
            "passcode",
            "--as",
            "1001",
            "--recovery-key-file",
            desk.folder.path("key"),
            "--new-passcode-file",
            new
        )
        #expect(changed.status == 0, "\(changed.errors)")
        #expect(try desk.run("list", "--as", "1001", "--passcode-file", new).status == 0)
        let wrong = try desk.run(
            "passcode",
            "--as",
            "1001",
            "--recovery-key-file",
            new,
            "--new-passcode-file",
            new
        )
        #expect(wrong.status == 5)
        let both = try desk.run("passcode", "--recovery-key-file", new, as: "1001")
        #expect(both.status == 2)
        #expect(both.errors.hasPrefix("--passcode-file and --recovery-key-file cannot be used together. Give one of them.\n"))
    }
}
