import Glibc

/// A program that runs, with its output in files.
struct TrialRun {
    let process: pid_t
    private let output: String
    private let errors: String

    /// What it left.
    struct Result {
        /// The exit status; negative, the signal that ended it.
        let status: Int32
        let output: String
        let errors: String

        /// Whether it ended by a signal, or was ended because it hung.
        var isCrash: Bool { status < 0 || status == 128 + SIGKILL }
        /// What it wrote, a line each.
        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// Starts a line, with `input` as standard input.
    init(_ line: [String], input: String = "/dev/null", environment: [String], scratch: String) throws(TrialFailure) {
        let name = "\(scratch)/run-\(TrialRun.counter())"
        (output, errors) = (name + ".out", name + ".err")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
        var started: pid_t = 0
        let failure = withCStrings(line) { arguments in
            withCStrings(environment) { posix_spawnp(&started, line[0], &actions, nil, arguments, $0) }
        }
        guard failure == 0 else { throw TrialFailure("\(line[0]): \(String(cString: strerror(failure)))") }
        process = started
    }

    nonisolated(unsafe) private static var count = 0

    /// A new number each time; the program has one thread.
    private static func counter() -> Int {
        count += 1
        return count
    }

    /// What it has printed so far.
    var printed: String { TrialBench.text(output) }

    /// Waits for its end, and ends it where it takes longer than so many seconds.
    func finish(within seconds: Double = 60) -> Result {
        let end = uptime() + seconds
        var waited: Int32 = 0
        while true {
            let found = waitpid(process, &waited, WNOHANG)
            if found == process { break }
            if found < 0, errno != EINTR { break }
            if uptime() > end {
                kill(process, SIGKILL)
                waitpid(process, &waited, 0)
                break
            }
            usleep(500)
        }
        let status = waited & 0x7f == 0 ? (waited >> 8) & 0xff : -(waited & 0x7f)
        let result = Result(status: status, output: TrialBench.text(output), errors: TrialBench.text(errors))
        unlink(output)
        unlink(errors)
        return result
    }
}

/// Lends strings as a C array ended by a null pointer, for the time of the call.
func withCStrings<Value>(_ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value) -> Value {
    var pointers = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(&pointers)
}
