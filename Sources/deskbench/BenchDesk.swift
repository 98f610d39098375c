import Glibc

/// A practice desk of a size: the cases of its last 14 months really lived by acts, with open ones in every stage, and past cases of the years
/// before. One of the lived ones has 40 events.
struct BenchDesk {
    /// Its folder.
    let folder: String
    /// How many cases it has.
    let size: Int
    /// The number of the case with 40 events.
    let longCase: String

    /// The desk's file.
    var file: String { "\(folder)/firstdesk.db" }

    /// The desk of that size, made now where it is not there.
    static func made(of size: Int, _ bench: Bench) throws(BenchFailure) -> BenchDesk {
        let folder = "\(bench.options.folder)/desk-\(size)-\(bench.options.seed)"
        // Written last, so that a desk that was left half made is made anew.
        let mark = "\(folder)/made"
        if !bench.options.isFresh, let longCase = read(mark) { return BenchDesk(folder: folder, size: size, longCase: longCase) }
        let lived = livedCases(of: size)
        report("making a desk of \(size) cases in \(folder)")
        let rows = "\(bench.options.folder)/rows.csv"
        try bench.remove(folder)
        try livedDesk(folder, lived, bench)
        let longCase = try longCase(on: folder, bench)
        try writeRows(size - lived - 1, seed: bench.options.seed, to: rows)
        try bench.done([bench.program, "import", rows] + bench.signedIn("1001", folder))
        unlink(rows)
        try write(longCase, to: mark)
        return BenchDesk(folder: folder, size: size, longCase: longCase)
    }

    /// How many cases of a desk are lived: of a big one as many as a busy branch has in 14 months.
    private static func livedCases(of size: Int) -> Int { max(1, min(2000, max(200, size / 5), size - 1)) }

    /// Fills a desk with sample cases; a script without keys ends the screen at once.
    private static func livedDesk(_ folder: String, _ count: Int, _ bench: Bench) throws(BenchFailure) {
        let keys = "\(bench.options.folder)/keys"
        try write("", to: keys)
        let seed = ["--records", "\(count)", "--seed", "\(bench.options.seed)"]
        try bench.done([bench.program, "demo", "--lang", "zh", "--desk", folder, "--keys", keys, "--at", Bench.now] + seed)
    }

    /// Logs a case, takes it in hand, and makes notes until it has 40 events.
    private static func longCase(on folder: String, _ bench: Bench) throws(BenchFailure) -> String {
        let complaint = ["--channel", "phone", "--text", "四十项记录的投诉：多次联系，逐项核实。", "--customer", "长先生", "--contact", "13900000040"]
        let logged = try bench.done([bench.program, "log"] + complaint + bench.signedIn("1002", folder)).output
        guard let number = logged.split(whereSeparator: \.isWhitespace).first(where: { $0.contains("-") }) else {
            throw BenchFailure("log printed no number: \(logged)")
        }
        let acts = ["\"act\":\"accept\""] + (1...38).map { "\"act\":\"note\",\"text\":\"第\($0)次联系客户，说明进展。\",\"how\":\"phone\"" }
        let file = "\(bench.options.folder)/acts.jsonl"
        try write(acts.map { "{\"number\":\"\(number)\",\($0)}\n" }.joined(), to: file)
        try bench.done([bench.program, "act", "--input", file] + bench.signedIn("1002", folder))
        return String(number)
    }

    /// Writes rows for an import.
    static func writeRows(_ count: Int, seed: UInt64, to path: String) throws(BenchFailure) {
        var rows = SampleRows(count: max(1, count), seed: seed)
        let file = try LineWriter(path)
        file.write(SampleRows.header)
        while let row = rows.next() { file.write(row) }
        try file.close()
    }
}
