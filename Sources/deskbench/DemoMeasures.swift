/// How long a practice desk takes, from the start of the program to its first complete screen.
enum DemoMeasures {
    static func measure(_ bench: Bench) throws(BenchFailure) -> [Figure] {
        var times: [Double] = []
        for _ in 0..<5 { times.append(try TerminalRun([bench.program, "demo"], bench).start.seconds * 1000) }
        var figures = [Figure("demo, 200 cases, to its first screen", times.median, "ms", budget: "150")]
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
