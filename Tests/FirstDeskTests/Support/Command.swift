import Glibc

/// What a program that ran without a terminal left behind.
struct CommandResult: Sendable {
    /// The exit status (0…255), or the negative number of the signal that ended it.
    let status: Int32
    /// All bytes of standard output.
    let outputBytes: [UInt8]
    /// All bytes of standard error.
    let errorBytes: [UInt8]

    /// Standard output as text.
    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    /// Standard error as text.
    var errors: String { String(decoding: errorBytes, as: UTF8.self) }
}

/// Runs the built program, or another, without a terminal, and waits for its end.
///
/// - Parameters:
///   - arguments: What follows the program's name on the command line.
///   - input: Standard input; without one it is empty (`/dev/null`).
///   - clock: Where it takes the time from.
///   - environment: Variables set besides, or instead of, the plain ones of `Spawning.environment`. Without a `HOME` here, the
///     program has an empty one, gone afterwards.
///   - timeout: How long it may take; then it is killed.
///   - program: The path of the program.
/// - Throws: `HarnessFailure` when it cannot be started or takes too long, with what it had written until then.
func run(
    _ arguments: [String],
    input: String? = nil,
    clock: ProgramClock = .usual,
    environment: [String: String] = [:],
    timeout: Duration = .seconds(60),
    program: String = BuiltProgram.path
) throws(HarnessFailure) -> CommandResult {
    let home = try TemporaryFolder()
    let command = try Command(
        [program] + arguments,
        hasInput: input != nil,
        environment: Spawning.environment(home: home.path, clock: clock, changes: environment)
    )
    return try withExtendedLifetime(home) { () throws(HarnessFailure) in
        try command.finish(input: Array((input ?? "").utf8), timeout: timeout)
    }
}

/// A program that was started with pipes, until it has ended.
private final class Command {
    private let process: pid_t
    private let line: [String]
    private var input: Int32
    private var output: Int32
    private var errors: Int32
    private var status: ExitStatus?

    /// Starts the program in a process group of its own, so that a late one can be ended with all that it started.
    init(_ line: [String], hasInput: Bool, environment: [String]) throws(HarnessFailure) {
        self.line = line
        let started = try Spawning.alone { () throws(HarnessFailure) -> (pid_t, Int32, Int32, Int32) in
            let inputPipe = hasInput ? try Self.pipe() : (read: open("/dev/null", O_RDONLY | O_CLOEXEC), write: -1)
            let outputPipe = try Self.pipe()
            let errorPipe = try Self.pipe()
            let ends = (inputPipe.read, outputPipe.write, errorPipe.write)
            defer {
                close(ends.0)
                close(ends.1)
                close(ends.2)
            }
            do throws(HarnessFailure) {
                let process = try Self.spawn(line, environment: environment, ends: ends)
                return (process, inputPipe.write, outputPipe.read, errorPipe.read)
            } catch {
                for descriptor in [inputPipe.write, outputPipe.read, errorPipe.read] where descriptor >= 0 { close(descriptor) }
                throw error
            }
        }
        (process, input, output, errors) = started
        for descriptor in [input, output, errors] where descriptor >= 0 {
            // Nothing here may block: each pipe is served when poll says that it can be.
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        for descriptor in [input, output, errors] where descriptor >= 0 { close(descriptor) }
        if status == nil {
            kill(-process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    /// Feeds the input and collects both outputs, whichever pipe is ready, until the program has closed them and ended.
    func finish(input bytes: [UInt8], timeout: Duration) throws(HarnessFailure) -> CommandResult {
        let deadline = ContinuousClock.now + timeout
        var rest = bytes[...]
        var outputBytes: [UInt8] = []
        var errorBytes: [UInt8] = []
        while output >= 0 || errors >= 0 || !hasEnded() {
            guard ContinuousClock.now < deadline else {
                let written = String(decoding: outputBytes + errorBytes, as: UTF8.self)
                throw HarnessFailure("still running after \(timeout): \(line.joined(separator: " "))\n\(written)")
            }
            if rest.isEmpty { Self.release(&input) }
            var waiting = [
                pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
            ]
            // poll(2) passes over negative descriptors: with all pipes closed this waits for the end in short steps.
            let milliseconds: Int32 = output < 0 && errors < 0 ? 2 : 200
            guard poll(&waiting, 3, milliseconds) >= 0 || errno == EINTR else { throw HarnessFailure.system("poll") }
            if waiting[0].revents != 0 { try feed(&rest) }
            if waiting[1].revents != 0 { try Self.collect(&output, into: &outputBytes) }
            if waiting[2].revents != 0 { try Self.collect(&errors, into: &errorBytes) }
        }
        let code: Int32 =
            switch status {
            case .exited(let code)?: code
            case .signalled(let signal)?: -signal
            case nil: throw HarnessFailure("ended without a status: \(line.joined(separator: " "))")
            }
        return CommandResult(status: code, outputBytes: outputBytes, errorBytes: errorBytes)
    }

    /// Whether the program has ended; keeps how.
    private func hasEnded() -> Bool {
        if status != nil { return true }
        var waited: Int32 = 0
        if waitpid(process, &waited, WNOHANG) == process { status = ExitStatus(waited: waited) }
        return status != nil
    }

    /// Writes as much input as the pipe takes. A program that closes its input early is within its rights: the rest is dropped.
    private func feed(_ rest: inout ArraySlice<UInt8>) throws(HarnessFailure) {
        // A write to a closed pipe would end the whole test run by SIGPIPE. The signal goes to the writing thread, so it is held back there
        // and taken off again; ignoring it in the process instead would be inherited by programs under test.
        var pipeSignal = sigset_t()
        var before = sigset_t()
        sigemptyset(&pipeSignal)
        sigaddset(&pipeSignal, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        if count >= 0 {
            rest = rest.dropFirst(count)
        } else if errno == EPIPE {
            var atOnce = timespec()
            sigtimedwait(&pipeSignal, nil, &atOnce)
            rest = []
        } else if errno != EAGAIN && errno != EINTR {
            throw HarnessFailure.system("write to \(line[0])")
        }
    }

    /// Reads what is there, and closes the descriptor at the end.
    private static func collect(_ descriptor: inout Int32, into bytes: inout [UInt8]) throws(HarnessFailure) {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = read(descriptor, &buffer, buffer.count)
        if count > 0 {
            bytes += buffer[..<count]
        } else if count == 0 {
            release(&descriptor)
        } else if errno != EAGAIN && errno != EINTR {
            throw HarnessFailure.system("read from a pipe")
        }
    }

    private static func release(_ descriptor: inout Int32) {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    private static func pipe() throws(HarnessFailure) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw HarnessFailure.system("pipe") }
        // pipe2, which marks them at once, is not imported; no other process is started meanwhile (Spawning.alone).
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func spawn(
        _ line: [String],
        environment: [String],
        ends: (Int32, Int32, Int32)
    ) throws(HarnessFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, ends.0, 0)
        posix_spawn_file_actions_adddup2(&actions, ends.1, 1)
        posix_spawn_file_actions_adddup2(&actions, ends.2, 2)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        var process: pid_t = 0
        let failure = Spawning.withCStrings(line) { arguments in
            Spawning.withCStrings(environment) { variables in
                posix_spawn(&process, line[0], &actions, &attributes, arguments, variables)
            }
        }
        guard failure == 0 else { throw HarnessFailure("posix_spawn \(line[0]): \(String(cString: strerror(failure)))") }
        return process
    }
}
