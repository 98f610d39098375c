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
            try bench.remove(folder)
            figures.append(Figure("demo, \(records) cases", run.wall, "s", budget: "10 for 20000"))
        }
        return figures
    }
}
