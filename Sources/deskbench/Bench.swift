import Glibc

/// The program under measurement, the folder for desks, and the yardsticks that this machine has.
struct Bench {
    let options: Options
    /// The program's path.
    let program: String
    /// This tool's own path.
    let own: String
    /// An empty home for what is started.
    let home: String
    /// The passcode of everybody on the desks made here, in a file.
    let passcodeFile: String
    /// The moment at which all desks stand.
    static let now = "2026-11-20T10:30:00+08:00"

    init(_ options: Options) throws(BenchFailure) {
        self.options = options
        guard let own = path(of: "/proc/self/exe"), let slash = own.lastIndex(of: "/") else { throw BenchFailure("no /proc") }
        self.own = own
        program = options.program ?? own[..<slash] + "/firstdesk"
        guard access(program, X_OK) == 0 else {
            throw BenchFailure("there is no \(program): build it with the same options, or say --program FILE")
        }
        home = "\(options.folder)/home"
        for folder in [options.folder, home] where mkdir(folder, 0o700) != 0 && errno != EEXIST { throw .system(folder) }
        passcodeFile = "\(options.folder)/passcode"
        try write("practice\n", to: passcodeFile)
    }

    /// What is started hears of no other environment. Without LINES and COLUMNS, which curses would believe before the terminal.
    var environment: [String] {
        [
            "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(home)", "TMPDIR=\(options.folder)", "TZ=Etc/UTC", "LANG=C.UTF-8", "LC_ALL=C.UTF-8",
            "TERM=xterm-256color", "FIRSTDESK_AT=\(Bench.now)",
        ]
    }

    /// Runs the program to its end.
    func firstdesk(_ arguments: String...) throws(BenchFailure) -> CommandRun { try run([program] + arguments) }

    /// Runs it, and fails where it does not do what was asked.
    @discardableResult
    func done(_ line: [String]) throws(BenchFailure) -> CommandRun {
        let run = try run(line)
        guard run.status == 0 else { throw BenchFailure("\(line.joined(separator: " ")): status \(run.status)\n\(run.output)") }
        return run
    }

    /// Runs a line to its end; a program without a path is looked for as a shell would.
    func run(_ line: [String]) throws(BenchFailure) -> CommandRun { try CommandRun(line, environment: environment) }

    /// Who works on the desks made here, as options: the branch manager 1001, the complaint manager 1002, the clerk 1004.
    func signedIn(_ number: String, _ desk: String) -> [String] {
        ["--desk", desk, "--as", number, "--passcode-file", passcodeFile]
    }

    /// Whether a yardstick is here.
    func has(_ name: String) -> Bool {
        ["/usr/local/bin", "/usr/bin", "/bin"].contains { access("\($0)/\(name)", X_OK) == 0 }
    }

    /// A folder for one measurement, empty; removed by `remove`.
    func scratch(_ name: String) throws(BenchFailure) -> String {
        let folder = "\(options.folder)/\(name)"
        try done(["rm", "-rf", folder])
        guard mkdir(folder, 0o700) == 0 else { throw .system(folder) }
        return folder
    }

    func remove(_ folder: String) throws(BenchFailure) { try done(["rm", "-rf", folder]) }
}

/// The value of a variable of this process.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// Where a link of the file system leads.
private func path(of link: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { $0.baseAddress.map { readlink(link, $0, Int(PATH_MAX)) } ?? -1 }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
}

/// Writes a file, in place of one that is there.
func write(_ text: String, to path: String) throws(BenchFailure) {
    let file = try LineWriter(path)
    file.write(text)
    try file.close()
}

/// The whole of a small file; nil where there is none.
func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var (text, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { text += buffer[..<count] }
    return String(decoding: text, as: UTF8.self)
}

/// A file's length in bytes; 0 where there is none.
func byteCount(of path: String) -> Int {
    var about = stat()
    return stat(path, &about) == 0 ? Int(about.st_size) : 0
}

/// Writes a file piece by piece.
final class LineWriter {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>

    init(_ path: String) throws(BenchFailure) {
        guard let file = fopen(path, "w") else { throw .system(path) }
        (self.path, self.file) = (path, file)
    }

    func write(_ text: String) { fputs(text, file) }

    /// Closes it; a full disk shows here.
    func close() throws(BenchFailure) {
        let hasFailed = ferror(file) != 0
        guard fclose(file) == 0, !hasFailed else { throw .system(path) }
    }
}
