/// What it takes to log a complaint: processor, and waits for the disk; beside the same rows and words through SQLite's C interface.
enum LogMeasures {
    /// How many more cases the longer of two runs logs: their difference is what a case takes, without the start.
    private static let cases = 200

    static func measure(_ bench: Bench, _ desk: BenchDesk) throws(BenchFailure) -> [Figure] {
        let folder = try bench.scratch("log")
        try bench.done(["cp", "-r", "\(desk.folder)/.", folder])
        let (few, many) = ("\(bench.options.folder)/few.jsonl", "\(bench.options.folder)/many.jsonl")
        try write(lines(1), to: few)
        try write(lines(1 + cases), to: many)
        func line(_ file: String) -> [String] { [bench.program, "log", "--input", file] + bench.signedIn("1004", folder) }
        // Each case ends on the disk, so the machine has its say: the least of three.
        func processor(_ line: [String]) throws(BenchFailure) -> Double {
            var least = Double.infinity
            for _ in 0..<3 { least = min(least, try bench.done(line).processor) }
            return least
        }
        func perCase(_ few: [String], _ many: [String]) throws(BenchFailure) -> Double {
            (try processor(many) - processor(few)) / Double(cases) * 1000
        }
        let ours = try perCase(line(few), line(many))
        let syncs = try self.syncs(line(few), line(many), bench)
        let database = "\(folder)/firstdesk.db"
        func bare(_ count: Int) -> [String] { BareLog.line(bench, database, count) }
        let theirs = try perCase(bare(1), bare(1 + cases))
        let bareSyncs = try self.syncs(bare(1), bare(1 + cases), bench)
        try bench.remove(folder)
        let figure = "\(plain(theirs)) ms"
        return [
            Figure("log a case: processor", ours, "ms", yardstick: "SQLite's C interface, same rows: \(figure)"),
            Figure("log a case: processor beyond SQLite's", ours - theirs, "ms", budget: "1"),
            Figure(
                "log a case: waits for the disk",
                syncs,
                "fsync",
                budget: "2 more than SQLite",
                yardstick: bareSyncs.map { "SQLite's C interface: \(plain($0))" } ?? "",
                note: syncs == nil ? "strace is not here" : "the log's checkpoints included"
            ),
        ]
    }

    /// Complaints of 600 characters with words of their own, of which none repeats another.
    private static func lines(_ count: Int) -> String {
        var random = SplitMix(state: 7)
        // Frequent characters and rare ones, as in any text: the product of two numbers by chance is small most of the time.
        func character() -> Character {
            Character(Unicode.Scalar(UInt16(0x4E00 + random.below(60) * random.below(60))) ?? "一")
        }
        return (0..<count).map { number in
            let text = String((0..<600).map { $0 % 20 == 19 ? "，" : character() })
            return
                "{\"channel\":\"phone\",\"text\":\"\(text)\",\"customer\":\"第\(number)位\",\"contact\":\"137\(10_000_000 + random.below(89_000_000))\"}\n"
        }.joined()
    }

    /// How often a case waits for the disk; nil without strace.
    private static func syncs(_ few: [String], _ many: [String], _ bench: Bench) throws(BenchFailure) -> Double? {
        guard bench.has("strace") else { return nil }
        func count(_ line: [String]) throws(BenchFailure) -> Int {
            let run = try bench.done(["strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-e", "signal=none"] + line)
            return run.output.split(separator: "\n").filter { $0.contains("sync(") && $0.contains("= 0") }.count
        }
        return (Double(try count(many)) - Double(try count(few))) / Double(cases)
    }
}
