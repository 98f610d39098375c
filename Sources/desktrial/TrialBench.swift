import Glibc

/// The program, a folder to work in, and a desk of fifty cases of which each round takes a copy.
final class TrialBench {
    let folder: String
    private let program: String
    /// The desk that is copied: closed, in one file.
    let base: String
    /// The same desk with its last work in the log only, as a desk is that was cut off.
    let cut: String
    /// What the desk answers.
    private(set) var answers: [String] = []
    private(set) var cutAnswers: [String] = []

    /// Cases that are in hand and stay so.
    private var inHand: [String] = []
    /// What each of many desks does in a round, and which bytes of the tables' pages are tried.
    var (acts, stride, first) = (10, 1, 0)

    static let now = "2026-11-20T10:30:00+08:00"
    private static let cases = 50

    init(program: String?) throws(TrialFailure) {
        var path = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        guard count > 0 else { throw .system("readlink") }
        let own = String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.program = program ?? own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/firstdesk"
        var template = Array(((getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/desktrial-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .system("mkdtemp") }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        (base, cut) = ("\(folder)/base", "\(folder)/cut")
        try make()
    }

    func clear() { _ = system("rm -rf '\(folder)'") }

    // MARK: Running the program

    /// Starts a command of the program on a desk.
    func start(
        _ arguments: [String],
        on desk: String,
        as staff: String? = nil,
        input: String = "/dev/null",
        now: String = TrialBench.now,
        fileBlocks: Int? = nil
    ) throws(TrialFailure) -> TrialRun {
        var line = [program] + arguments
        if let staff { line += ["--as", staff, "--passcode-file", "\(folder)/passcode"] }
        // A limit on the size of files stands for a full disk: the same error comes from the same calls, for this process alone.
        if let fileBlocks { line = ["/bin/sh", "-c", "ulimit -f \(fileBlocks); exec \"$@\"", "sh"] + line }
        let environment = [
            "FIRSTDESK_HOME=\(desk)", "FIRSTDESK_AT=\(now)", "LANG=C.UTF-8", "HOME=\(folder)", "TERM=xterm-256color", "PATH=/usr/bin:/bin",
        ]
        return try TrialRun(line, input: input, environment: environment, scratch: folder)
    }

    func run(
        _ arguments: [String],
        on desk: String,
        as staff: String? = nil,
        input: String = "/dev/null",
        now: String = TrialBench.now,
        fileBlocks: Int? = nil,
        within seconds: Double = 60
    ) throws(TrialFailure) -> TrialRun.Result {
        try start(arguments, on: desk, as: staff, input: input, now: now, fileBlocks: fileBlocks).finish(within: seconds)
    }

    /// What a desk answers to every question; the first answer that fails ends the list with its status and words.
    func ask(_ desk: String) throws(TrialFailure) -> [String] {
        var answers: [String] = []
        let numbers = (1...TrialBench.cases).map { "0379-2611-\(String(1000 + $0).dropFirst())" }
        let questions: [([String], String?)] = [
            (["verify", "--json"], nil), (["list", "--limit", "0", "--json"], "1001"), (["show", "--json"] + numbers, "1001"),
            (["staff", "list", "--json"], "1001"), (["settings", "get", "--json"], "1001"), (["codes", "list"], "1001"),
            (["list", "--search", "柜员", "--json"], "1001"), (["due", "--json"], nil), (["audit", "--json"], "1001"),
            (["book", "status", "--json"], "1001"), (["archive", "list", "--json"], "1001"),
            (["figures", "--period", "2026-11", "--format", "json"], "1001"), (["paper", "register", "2026-11"], "1001"),
        ]
        for (question, staff) in questions {
            let answer = try run(question, on: desk, as: staff)
            answers.append("\(answer.status) \(answer.output)")
            if answer.status != 0 {
                answers.append(answer.errors)
                break
            }
        }
        return answers
    }

    /// A copy of a desk for one round.
    func copy(_ desk: String) -> String {
        let place = "\(folder)/desk"
        _ = system("rm -rf '\(place)'; cp -a '\(desk)' '\(place)'")
        return place
    }

    /// A copy of a desk's file, log and witness alone, without another program: for rounds by the ten thousand.
    func copyFiles(_ desk: String) throws(TrialFailure) -> String {
        let place = "\(folder)/bytes-desk"
        if access(place, F_OK) != 0, mkdir(place, 0o700) != 0 { throw .system("mkdir \(place)") }
        for suffix in TrialBench.fileNames {
            let (source, target) = ("\(desk)/\(suffix)", "\(place)/\(suffix)")
            unlink(target)
            guard access(source, F_OK) == 0 else { continue }
            if known[source] == nil { known[source] = TrialBench.bytes(source) }
            try TrialBench.write(known[source] ?? [], to: target)
        }
        return place
    }

    private static let fileNames = ["firstdesk.db", "firstdesk.db-wal", "firstdesk.db-shm", "firstdesk.witness"]
    private var known: [String: [UInt8]] = [:]

    /// What came of a change to a desk, by its answers.
    func judge(_ desk: String, _ wanted: [String], _ change: String, _ tally: inout Tally) throws(TrialFailure) {
        tally.tried += 1
        // What verify finds needs no other question, as long as it is the first thing that is asked.
        let verified = try run(["verify", "--json"], on: desk)
        let found = verified.status == 3 || verified.status == 4 ? ["\(verified.status) "] : try ask(desk)
        if found == wanted {
            tally.harmless += 1
        } else if let status = found.compactMap({ $0.split(separator: " ").first.flatMap { Int32($0) } }).first(where: {
            $0 < 0 || $0 > 128
        }) {
            tally.crashed += 1
            tally.report("\(change): status \(status)")
        } else if found.contains(where: { ["3 ", "4 ", "5 "].contains(String($0.prefix(2))) }) {
            // Something was said: verify found it, the store could not be used, or a key did not open.
            tally.noticed += 1
        } else {
            tally.unnoticed += 1
            tally.report("\(change): other answers, and nothing said")
        }
    }

    // MARK: The desk

    /// Runs a command on the desk that is made, which has to take it.
    private func must(_ arguments: [String], as staff: String? = nil) throws(TrialFailure) -> TrialRun.Result {
        let result = try run(arguments, on: base, as: staff)
        guard result.status == 0 else { throw TrialFailure("\(arguments.joined(separator: " ")): \(result.status) \(result.errors)") }
        return result
    }

    private func make() throws(TrialFailure) {
        try TrialBench.write("practice 练习\n", to: "\(folder)/passcode")
        _ = try must([
            "init", "--practice", "--code", "0379", "--name", "洛阳分行营业部", "--hotline", "0379-65920000", "--timezone", "Asia/Shanghai",
            "--manager", "1001", "--manager-name", "王建国", "--passcode-file", "\(folder)/passcode",
        ])
        for (number, name, role) in [("1002", "李敏", "complaint-manager"), ("1003", "张伟", "counter"), ("1009", "赵静", "auditor")] {
            _ = try must(
                ["staff", "add", "--number", number, "--name", name, "--role", role, "--initial-passcode-file", "\(folder)/passcode"],
                as: "1001"
            )
        }
        try TrialBench.write(TrialBench.lines(TrialBench.cases - 5), to: "\(folder)/lines")
        try TrialBench.write(TrialBench.lines(5), to: "\(folder)/few")
        let handed = TrialBench.lines(TrialBench.cases - 5).replacing("\"customer\"", with: "\"hand-over-to\":\"1002\",\"customer\"")
        try TrialBench.write(handed, to: "\(folder)/handed")
        let numbers = try must(["log", "--input", "\(folder)/handed"], as: "1003").lines
        for number in numbers.prefix(12) {
            _ = try must(["act", number, "accept"], as: "1002")
            let finding = #"{"fault":"none","facts":"已及时加开窗口。","class":"unfounded","explanation":"已耐心说明。"}"#
            _ = try must(["act", number, "finding", "--json", finding], as: "1002")
            _ = try must(["act", number, "reply", "--json", #"{"how":"phone","text":"已向客户说明。","accepted":true}"#], as: "1002")
        }
        for number in numbers.prefix(6) { try sign(number) }
        inHand = Array(numbers[15..<25])
        for number in inHand { _ = try must(["act", number, "accept"], as: "1002") }
        try TrialBench.write(notes(400), to: "\(folder)/notes")
        _ = try must(["archive", "out", numbers[0], "--to", "内审部"], as: "1001")
        try live(numbers)
        // The last work stays in the log where the desk is copied while another still has it open.
        _ = try must(["verify"])
        let fifo = "\(folder)/fifo"
        guard mkfifo(fifo, 0o600) == 0 else { throw .system("mkfifo") }
        // For reading too: whoever opens one end waits for the other.
        let writer = open(fifo, O_RDWR | O_CLOEXEC)
        guard writer >= 0 else { throw .system("open the fifo") }
        let holder = try start(["log", "--input", "-"], on: base, as: "1003", input: fifo)
        let text = TrialBench.lines(5)
        _ = text.withCString { Glibc.write(writer, $0, strlen($0)) }
        let end = uptime() + 30
        while holder.printed.split(separator: "\n").count < 5, uptime() < end { usleep(1000) }
        _ = system("cp -a '\(base)' '\(cut)'; rm -f '\(cut)/firstdesk.db-shm'")
        close(writer)
        guard holder.finish().status == 0 else { throw TrialFailure("the last five cases were not logged") }
        answers = try ask(copy(base))
        guard answers.allSatisfy({ $0.hasPrefix("0 ") }) else { throw TrialFailure("the desk does not answer: \(answers.suffix(2))") }
        cutAnswers = try ask(copy(cut))
        guard cutAnswers == answers else { throw TrialFailure("the desk that was cut off does not answer as the other") }
    }

    /// What fills the other tables: a repeat, an escalation, a rectification, a scan, the book, a calendar, rules, codes, people who change, a draft.
    private func live(_ numbers: [String]) throws(TrialFailure) {
        func act(_ number: String, _ name: String, _ json: String, as staff: String) throws(TrialFailure) {
            _ = try must(["act", number, name, "--json", json], as: staff)
        }
        try TrialBench.write("scan", to: "\(folder)/scan.txt")
        try act(numbers[12], "accept", "{}", as: "1002")
        try act(numbers[12], "attach", #"{"file":"\#(folder)/scan.txt","name":"来信","place":"柜 3"}"#, as: "1002")
        try act(numbers[12], "ask-escalation", #"{"kind":"amount","reason":"超出权限"}"#, as: "1002")
        try act(numbers[12], "confirm-escalation", "{}", as: "1001")
        try act(numbers[13], "accept", "{}", as: "1002")
        try act(numbers[13], "rectify", #"{"what":"加开窗口","owner":"1003","due":"2026-12-01"}"#, as: "1002")
        try act(numbers[14], "withdraw", #"{"reason":"客户撤回","how":"phone","when":"2026-11-20T10:30:00+08:00"}"#, as: "1002")
        _ = try must(["book", "open"], as: "1002")
        _ = try must(["book", "nil"], as: "1002")
        _ = try must(["settings", "set", "hours.saturday", "09:00-12:00", "--from", "2026-12-05"], as: "1001")
        _ = try must(["settings", "set", "rule.reply", "5d", "--from", "2026-12-05"], as: "1001")
        _ = try must(["calendar", "correct", "2026-11-22", "--open", "--reason", "值班"], as: "1001")
        _ = try must(["staff", "rename", "--number", "1003", "--name", "张玮"], as: "1001")
        _ = try must(["staff", "stand-in", "--for", "1002", "--number", "1003", "--to", "2026-11-27"], as: "1001")
        let codes = try must(["codes", "list"], as: "1001")
        try TrialBench.write(codes.output, to: "\(folder)/codes.csv")
        _ = try must(["codes", "load", "\(folder)/codes.csv"], as: "1001")
        try TrialBench.write("press n\ntype 半句话\n", to: "\(folder)/draft-keys")
        _ = try must(["--keys", "\(folder)/draft-keys", "--screen", "\(folder)/screen"], as: "1003")
    }

    /// Signs a case as whoever has read it.
    private func sign(_ number: String) throws(TrialFailure) {
        let shown = try run(["show", number, "--json"], on: base, as: "1001").output
        guard let range = shown.firstRange(of: "\"lastEvent\":") else { throw TrialFailure("show says no last event: \(shown)") }
        let last = shown[range.upperBound...].prefix { $0.isNumber }
        let signed = try run(["act", number, "sign", "--json", "{\"read\":\(last)}"], on: base, as: "1001")
        if signed.status == 0 { return }
        let plain = try run(["act", number, "sign"], on: base, as: "1001")
        guard plain.status == 0 else { throw TrialFailure("sign \(number): \(signed.errors)\(plain.errors)") }
    }

    /// So many lines to log.
    static func lines(_ count: Int) -> String {
        let line = #"{"channel":"oral","text":"排队四十分钟，柜员态度生硬","customer":"刘女士","contact":"13800000000"}"#
        return (1...count).map { line.replacing("四十", with: "\($0)") + "\n" }.joined()
    }

    /// So many notes, on cases that stay open.
    func notes(_ count: Int) -> String {
        (0..<count).map { #"{"number":"\#(inHand[$0 % inHand.count])","act":"note","text":"第 \#($0) 次联系","how":"phone"}"# + "\n" }.joined()
    }

    // MARK: Files

    static func write(_ text: String, to path: String) throws(TrialFailure) { try write(Array(text.utf8), to: path) }

    static func write(_ bytes: [UInt8], to path: String) throws(TrialFailure) {
        guard let file = fopen(path, "w") else { throw .system("write \(path)") }
        let written = fwrite(bytes, 1, bytes.count, file)
        // A passcode may be in it.
        guard fclose(file) == 0, written == bytes.count, chmod(path, 0o600) == 0 else { throw .system("write \(path)") }
    }

    static func bytes(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        return bytes
    }

    static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }
}
