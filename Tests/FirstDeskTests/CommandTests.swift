import Glibc
import Testing

@Suite("A program without a terminal")
struct CommandTests {
    private func shell(_ script: String, input: String? = nil, timeout: Duration = .seconds(20)) throws -> CommandResult {
        try run(["-c", script], input: input, timeout: timeout, program: "/bin/sh")
    }

    @Test("Both outputs and the status are kept apart")
    func outputs() throws {
        let result = try shell("echo 投诉; echo wrong >&2; exit 2")
        #expect(result.output == "投诉\n")
        #expect(result.errors == "wrong\n")
        #expect(result.status == 2)
    }

    @Test("A signal is told from an exit status")
    func signalled() throws {
        #expect(try shell("kill -9 $$").status == -SIGKILL)
        #expect(try shell("exit 137").status == 137)
    }

    @Test("Input is fed to its end, and without any the program finds none")
    func input() throws {
        #expect(try shell("cat", input: "passcode\n").output == "passcode\n")
        #expect(try shell("cat; echo end").output == "end\n")
        #expect(try shell("cat; echo end", input: "").output == "end\n")
    }

    @Test("Much on all three ways at once does not block")
    func muchEverywhere() throws {
        let text = String(repeating: "0123456789abcde\n", count: 100_000)
        let result = try shell("tee /dev/stderr", input: text)
        #expect(result.output == text)
        #expect(result.errors == text)
    }

    @Test("A program that leaves its input unread does not end the tests")
    func unreadInput() throws {
        let result = try shell("exec 0<&-; echo fine", input: String(repeating: "x", count: 1_000_000))
        #expect(result.output == "fine\n")
        #expect(result.status == 0)
    }

    @Test("One that takes too long is ended with all that it started, and what it had said is told")
    func timeout() throws {
        let failure = try #require(throws: HarnessFailure.self) {
            try shell("echo $$; sleep 100 & wait", timeout: .milliseconds(300))
        }
        #expect(failure.description.hasPrefix("still running after 0.3 seconds: /bin/sh -c echo $$"))
        let group = try #require(failure.description.split(separator: "\n").last.flatMap { pid_t($0) })
        // The leader is gone at once; what it had started as soon as init has taken note of its end.
        let deadline = ContinuousClock.now + .seconds(10)
        while kill(-group, 0) == 0 && ContinuousClock.now < deadline { sched_yield() }
        #expect(kill(-group, 0) == -1 && errno == ESRCH)
    }

    @Test("No signal is blocked or ignored in the program")
    func signalsReach() throws {
        let result = try run(["^Sig[BI]", "/proc/self/status"], program: "/bin/grep")
        #expect(ProcessFacts.signalMasks(inStatus: result.output.split(separator: "\n").map(String.init)) == [0, 0])
    }

    @Test("The environment is the same everywhere; the home is empty, and gone afterwards")
    func environment() throws {
        let result = try run(["-c", "env | sort; ls -A $HOME"], environment: ["A": "1"], program: "/bin/bash")
        let lines = result.output.split(separator: "\n").map(String.init).filter {
            !$0.hasPrefix("PWD=") && !$0.hasPrefix("SHLVL=") && !$0.hasPrefix("_=") && !Spawning.isOfFakedDate($0)
        }
        #expect(lines.count == 10)
        #expect(lines.contains("A=1") && lines.contains("LC_ALL=C.UTF-8") && lines.contains("TERM=xterm-256color"))
        #expect(lines.contains("TZ=Etc/UTC") && lines.contains("FIRSTDESK_AT=2026-11-20T09:00:00+08:00"))
        let home = try #require(lines.first { $0.hasPrefix("HOME=") }?.dropFirst(5))
        #expect(home.contains("/firstdesk-test-"))
        #expect(access(String(home), F_OK) == -1)
    }

    @Test("What cannot be started is said at once")
    func noProgram() {
        #expect(throws: HarnessFailure.self) { try run([], program: "/nowhere/firstdesk") }
    }

    @Test("The built program stands beside the tests and can be run")
    func builtProgram() throws {
        #expect(access(BuiltProgram.path, X_OK) == 0, "not built: \(BuiltProgram.path)")
        #expect(try run(["--version"]).status == 0)
    }
}

@Suite("A folder of a test")
struct TemporaryFolderTests {
    @Test("Is private, and goes with all in it, also what was closed to its owner")
    func life() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        let path = try #require(folder?.path)
        var facts = stat()
        #expect(stat(path, &facts) == 0 && facts.st_mode & 0o7777 == 0o700)
        #expect(mkdir("\(path)/closed", 0o700) == 0)
        try folder?.write("deep", to: "closed/file")
        try folder?.write([0xff, 0x00], to: "raw")
        #expect(try SourceTree.files(below: path) == ["closed/file", "raw"])
        #expect(try SourceTree.bytes(of: "\(path)/raw") == [0xff, 0x00])
        #expect(symlink("/tmp", "\(path)/link") == 0)
        #expect(chmod("\(path)/closed", 0) == 0)
        folder = nil
        #expect(access(path, F_OK) == -1)
        #expect(access("/tmp", F_OK) == 0)
    }
}
