/// How long a practice desk takes, from the start of the program to its first complete screen.
enum DemoMeasures {
    static func measure(_ bench: Bench) throws(BenchFailure) -> [Figure] {
        var (first, filled): ([Double], [Double]) = ([], [])
        for _ in 0..<7 {
            let run = try TerminalRun([bench.program, "demo"], bench)
            first.append((run.firstFrame ?? .nan) * 1000)
            filled.append((run.waitFor(inLastRow: "F12") ?? .nan) * 1000)
        }
        var figures = [
            Figure("demo, to its first screen, which says what is being made", first.median, "ms", budget: "150"),
            Figure("demo, to the Desk with 200 cases", filled.median, "ms", note: "fastest \(plain(filled.min() ?? .nan)) ms"),
        ]
        if let records = bench.options.demoRecords {
            let folder = try bench.scratch("demo")
            let keys = "\(bench.options.folder)/keys"
            try write("", to: keys)
            let line = [bench.program, "demo", "--records", "\(records)", "--desk", "\(folder)/desk", "--keys", keys]
            let run = try bench.done(line)
            figures.append(Figure("demo, \(records) cases", run.wall, "s", budget: "10 for 20000"))
            figures += try counting(bench, "\(folder)/desk")
            try bench.remove(folder)
        }
        return figures
    }

    /// What the figures of a year take, from the start of the program to its end.
    private static func counting(_ bench: Bench, _ desk: String) throws(BenchFailure) -> [Figure] {
        let person = bench.signedIn("1001", desk)
        func median(_ arguments: [String]) throws(BenchFailure) -> Double {
            var times: [Double] = []
            for _ in 0..<9 { times.append(try bench.done([bench.program] + arguments + person).wall * 1000) }
            return times.median
        }
        let list = "list --limit 1 \(plain(try median(["list", "--limit", "1"]))) ms"
        let year = ["figures", "--period", String(Bench.now.prefix(4))]
        return [
            Figure("figures of a year, all axes", try median(year), "ms", budget: "50 and the start", yardstick: list),
            Figure("the same as HTML", try median(year + ["--format", "html"]), "ms", budget: "1000", yardstick: list),
        ]
    }
}
