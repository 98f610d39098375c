/// How fast past cases are taken in, into a desk that has none.
enum ImportMeasures {
    static func measure(_ bench: Bench) throws(BenchFailure) -> [Figure] {
        let folder = try bench.scratch("import")
        let count = bench.options.importRows
        let rows = "\(folder)/rows.csv"
        try BenchDesk.writeRows(count, seed: bench.options.seed &+ 1, to: rows)
        let desk = "\(folder)/desk"
        let branch = ["--code", "0379", "--name", "青洛分行营业部", "--hotline", "400-000-0379", "--timezone", "Asia/Shanghai"]
        let manager = ["--manager", "1001", "--manager-name", "沈国栋", "--passcode-file", bench.passcodeFile]
        try bench.done([bench.program, "init", "--practice", "--desk", desk] + branch + manager)
        let ours = try bench.done([bench.program, "import", rows] + bench.signedIn("1001", desk))
        let again = try bench.done([bench.program, "import", rows] + bench.signedIn("1001", desk))
        let shell = bench.has("sqlite3") ? try bench.done(["sqlite3", "\(folder)/shell.db", ".import --csv \(rows) rows"]) : nil
        let bare = try bench.done(BareLog.line(bench, "\(desk)/firstdesk.db", count, together: true))
        try bench.remove(folder)
        let rate = Double(count) / ours.processor
        let shellRate = shell.map { Double(count) / $0.processor }
        let share = shellRate.map { ", \(plain(rate / $0 * 100)) % of it" } ?? ""
        return [
            Figure(
                "import: rows a second of processor",
                rate,
                "a second",
                budget: "20 % of sqlite3",
                yardstick: (shellRate.map { "sqlite3 .import \(Int($0))/s; " } ?? "")
                    + "SQLite's C interface, all tables and words: \(Int(Double(count) / bare.processor))/s",
                note: "\(count) rows, \(plain(ours.wall)) s\(share); \(ours.memory / 1_048_576) MB of memory"
            ),
            Figure("import of the same again", Double(count) / again.processor, "a second", note: "nothing is added twice"),
        ]
    }
}
