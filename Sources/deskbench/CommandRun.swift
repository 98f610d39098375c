import Glibc

/// A program that ran to its end without a terminal, and what it took.
struct CommandRun {
    /// The exit status; negative, the signal.
    let status: Int32
    /// What it wrote, messages included.
    let output: String
    /// Seconds from start to end.
    let wall: Double
    /// Seconds of processor, its own and the system's for it.
    let processor: Double
    /// The most memory that it had at once, in bytes.
    let memory: Int

    /// Runs a line; a program without a path is looked for as a shell would.
    init(_ line: [String], environment: [String]) throws(BenchFailure) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system("pipe") }
        _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        posix_spawn_file_actions_addclose(&actions, ends[1])
        let begun = seconds()
        var process: pid_t = 0
        let failure = withCStrings(line) { arguments in
            withCStrings(environment) { posix_spawnp(&process, line[0], &actions, nil, arguments, $0) }
        }
        close(ends[1])
        defer { close(ends[0]) }
        guard failure == 0 else { throw BenchFailure("\(line[0]): \(String(cString: strerror(failure)))") }
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
        while case let count = Glibc.read(ends[0], &buffer, buffer.count), count > 0 || count < 0 && errno == EINTR {
            // What is of use stands at the beginning, or is little.
            if count > 0, bytes.count < 1 << 20 { bytes += buffer[..<count] }
        }
        var (waited, used) = (Int32(0), rusage())
        while wait4(process, &waited, 0, &used) < 0, errno == EINTR {}
        wall = seconds() - begun
        processor = used.ru_utime.inSeconds + used.ru_stime.inSeconds
        memory = used.ru_maxrss * 1024
        status = waited & 0x7f == 0 ? (waited >> 8) & 0xff : -(waited & 0x7f)
        output = String(decoding: bytes, as: UTF8.self)
    }
}

extension timeval {
    fileprivate var inSeconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

/// Lends strings as a C array ended by a null pointer, for the time of the call.
func withCStrings<Value>(_ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value) -> Value {
    var pointers = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(&pointers)
}
