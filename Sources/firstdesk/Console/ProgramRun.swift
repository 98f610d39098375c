import ComplaintRules
import Glibc
import TableFiles

/// What another program was to do could not be done.
enum ProgramFault: Error {
    /// It is not installed; which packages bring it, and what is there instead.
    case missing(String, packages: String)
    /// It ended otherwise than with success, with its own last words.
    case failed(String, words: String)

    /// The fault as a sentence.
    var sentence: Phrase {
        switch self {
        case .missing(let program, let packages):
            Phrase(
                en: "\(program) is not installed. Install it with \"apt-get install \(packages)\", or take the paper with --format html.",
                zh: "未安装 \(program)。请用“apt-get install \(packages)”安装，或用 --format html 输出。"
            )
        case .failed(let program, let words):
            Phrase(
                en: "\(program) did not do its work (\(words)). Nothing was changed. Take the paper with --format html.",
                zh: "\(program) 未能完成（\(words)）。数据未改动。请用 --format html 输出。"
            )
        }
    }
}

/// Another program at its work, without a shell: its input, what it writes and its last words are files without names, so that no pipe can fill up
/// while the other side waits, and nothing of a customer is left behind.
final class ProgramRun {
    /// What of our environment another program sees.
    private static let environment = [
        "PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LANGUAGE", "TMPDIR", "XDG_CACHE_HOME", "CUPS_SERVER", "PRINTER", "LPDEST",
    ]

    private let program: String
    private let packages: String
    private let process: pid_t
    private let out: Int32
    private let words: Int32

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - input: what it reads from its standard input.
    ///   - packages: the Debian packages that bring it.
    /// - Throws: `ProgramFault`.
    init(_ program: String, _ arguments: [String], input: [UInt8], packages: String) throws(ProgramFault) {
        let into = try ProgramRun.scratch(program)
        defer { close(into) }
        var rest = input[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(into, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .failed(program, words: systemWords(errno)) }
            rest = rest.dropFirst(count)
        }
        lseek(into, 0, SEEK_SET)
        (out, words) = (try ProgramRun.scratch(program), try ProgramRun.scratch(program))
        (self.program, self.packages) = (program, packages)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, target) in [(into, STDIN_FILENO), (out, STDOUT_FILENO), (words, STDERR_FILENO)] {
            posix_spawn_file_actions_adddup2(&actions, descriptor, target)
        }
        var texts = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for text in texts { free(text) } }
        var started = pid_t()
        var environment =
            ProgramRun.environment.compactMap { name in getenv(name).map { strdup("\(name)=\(String(cString: $0))") } } + [nil]
        defer { for text in environment { free(text) } }
        let code = posix_spawnp(&started, program, &actions, nil, &texts, &environment)
        process = started
        if code == ENOENT { throw .missing(program, packages: packages) }
        guard code == 0 else { throw .failed(program, words: systemWords(code)) }
    }

    deinit { for descriptor in [out, words] { close(descriptor) } }

    /// Runs a program to its end and gives what it wrote.
    ///
    /// - Throws: `ProgramFault`.
    static func run(_ program: String, _ arguments: [String], input: [UInt8], packages: String) throws(ProgramFault) -> [UInt8] {
        try ProgramRun(program, arguments, input: input, packages: packages).written(waits: true) ?? []
    }

    /// What it wrote, once it has ended; nil while it runs.
    ///
    /// - Parameter waits: whether to wait for its end. It is asked for no more once it has ended.
    /// - Throws: `ProgramFault`.
    func written(waits: Bool) throws(ProgramFault) -> [UInt8]? {
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, waits ? 0 : WNOHANG)
            if ended == 0 { return nil }
            if ended > 0 { break }
            guard errno == EINTR else { throw .failed(program, words: systemWords(errno)) }
        }
        // 127 is how a spawn that could not run the program ends where libc does not say so itself.
        if status == 127 << 8 { throw .missing(program, packages: packages) }
        guard status == 0 else {
            let last = String(decoding: ProgramRun.bytes(of: words), as: UTF8.self).split { $0.isNewline }.last.map(String.init)
            throw .failed(program, words: last ?? "\(status)")
        }
        return ProgramRun.bytes(of: out)
    }

    private static func scratch(_ program: String) throws(ProgramFault) -> Int32 {
        var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/firstdesk-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .failed(program, words: systemWords(errno)) }
        unlink(&template)
        // The program gets copies of it and nothing else of ours.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    private static func bytes(of descriptor: Int32) -> [UInt8] {
        lseek(descriptor, 0, SEEK_SET)
        var (bytes, piece): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }
}
