import Glibc

/// What a person at the desk waits for: start, keys, pages, search.
struct ScreenMeasures {
    private let bench: Bench
    private let desk: BenchDesk
    private let shell: SQLShell
    private static let starts = 15
    private static let presses = 60
    private static let slowPresses = 9

    init(_ bench: Bench, _ desk: BenchDesk) {
        (self.bench, self.desk) = (bench, desk)
        shell = SQLShell(bench, desk.file)
    }

    func measure() throws(BenchFailure) -> [Figure] {
        var figures = try starting()
        let run = try signedIn()
        figures += keys(run, "on the Desk", budget: "0.4, 300 bytes")
        run.type("2")
        figures += keys(run, "in the registers", budget: "0.4, 300 bytes")
        figures += pages(run)
        figures += searches(run)
        run.end()
        figures += try opening()
        figures += try resting()
        return figures
    }

    private func signedIn() throws(BenchFailure) -> TerminalRun {
        try TerminalRun([bench.program] + bench.signedIn("1002", desk.folder), bench)
    }

    private func starting() throws(BenchFailure) -> [Figure] {
        func starts(_ line: [String]) throws(BenchFailure) -> [TerminalRun.Reaction] {
            var starts: [TerminalRun.Reaction] = []
            for _ in 0..<ScreenMeasures.starts { starts.append(try TerminalRun(line, bench).start) }
            return starts
        }
        let yardstick = try Tig.start(bench).map { "tig \(plain($0)) ms" } ?? ""
        let signIn = try starts([bench.program, "--desk", desk.folder])
        let signedIn = try starts([bench.program] + bench.signedIn("1002", desk.folder))
        return [
            .keys("start to the sign-in screen", signIn, budget: "15", yardstick: yardstick),
            .keys("start to the Desk, signed in", signedIn, budget: ""),
        ]
    }

    private func keys(_ run: TerminalRun, _ place: String, budget: String) -> [Figure] {
        // The greeting goes with the first key.
        run.type(ScreenMeasures.down)
        run.type(ScreenMeasures.up)
        // Down and up by turns, so that no list scrolls, and then once through a screen of it.
        let turns = (0..<ScreenMeasures.presses).map { run.type($0 % 8 < 4 ? ScreenMeasures.down : ScreenMeasures.up) }
        return [.keys("arrow key \(place)", turns, budget: budget, yardstick: Tig.keys(bench).map { "tig \(plain($0)) ms" } ?? "")]
    }

    private func pages(_ run: TerminalRun) -> [Figure] {
        let count = ScreenMeasures.slowPresses
        run.type(ScreenMeasures.home)
        let pages = (0..<count).map { _ in run.type(ScreenMeasures.pageDown) }
        // The first jump of a session, which nothing has prepared.
        let firstJump = run.type(ScreenMeasures.end)
        let back = run.type(ScreenMeasures.home)
        let jumps = (0..<count).map { $0 % 2 == 0 ? run.type(ScreenMeasures.end) : run.type(ScreenMeasures.home) }
        // Four orders; each of the presses makes the next one of them.
        let sorts = (0..<8).map { _ in run.type("o") }
        let filters = (0..<count).map { _ in run.type("s") }
        run.type("\u{1b}")
        let newest = "SELECT * FROM complaint ORDER BY received DESC, id DESC LIMIT 20"
        return [
            .keys("page down, registers", pages, budget: "5", yardstick: shell.time("\(newest) OFFSET 20")),
            .keys(
                "jump to the end, the first",
                [firstJump],
                budget: "5",
                yardstick: shell.time("SELECT * FROM complaint ORDER BY received, id LIMIT 20")
            ),
            .keys("jump to an end, later ones", [back] + jumps, budget: "5"),
            .keys(
                "another order",
                sorts,
                budget: "5",
                yardstick: shell.time("SELECT * FROM complaint WHERE customer <> '' ORDER BY customer, id LIMIT 20")
            ),
            .keys("filter by stage", filters, budget: "5"),
        ]
    }

    /// What is typed, and the same query in the shell, `#` for the key that words of the newest block bear.
    private static let searches = [
        (what: "two Han characters", typed: "排队", match: "\"#排 #队\""),
        (what: "a word", typed: "card", match: "\"#card\"*"),
        (what: "first letters", typed: "cre", match: "\"#cre\"*"),
        (what: "two words", typed: "credit report", match: "\"#credit\"* AND \"#report\"*"),
        (what: "a number", typed: "0379-2611-003", match: "\"#0379 #2611 #003\"*"),
    ]

    /// What stands before the words of the newest cases: three letters for each 8192 events.
    private var key: String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let place = (shell.integer("SELECT max(id) FROM complaint") ?? 0) / 8192
        return String([place / 676 % 26, place / 26 % 26, place % 26].map { letters[$0] })
    }

    /// Searches as one types: each character shows the first page of what has been typed so far; the slowest one counts.
    private func searches(_ run: TerminalRun) -> [Figure] {
        let key = key
        return ScreenMeasures.searches.map { search in
            run.type("/")
            let reactions = search.typed.map { run.type(String($0)) }
            run.type("\u{1b}")
            let slowest = reactions.map(\.seconds).max() ?? .nan
            let words = search.match.split(separator: "#", omittingEmptySubsequences: false).joined(separator: key)
            let match = "SELECT rowid FROM complaint_search WHERE complaint_search MATCH '\(words)' ORDER BY rowid DESC LIMIT 20"
            return Figure(
                "search as one types: \(search.what)",
                slowest * 1000,
                "ms",
                budget: "20",
                yardstick: shell.time(match),
                note: "the slowest character; the last one \(plain((reactions.last?.seconds ?? .nan) * 1000)) ms"
            )
        }
    }

    /// Opens the case of 40 events, each time in a session that has not read it.
    private func opening() throws(BenchFailure) -> [Figure] {
        var reactions: [TerminalRun.Reaction] = []
        for _ in 0..<5 {
            let run = try signedIn()
            run.type("2")
            run.type("/")
            run.type(desk.longCase)
            reactions.append(run.type("\r"))
            guard run.rows.contains(where: { $0.contains(desk.longCase) }) else { throw BenchFailure("the case of 40 events did not open") }
        }
        return [.keys("opening a case of 40 events", reactions, budget: "3")]
    }

    /// What an open desk costs while nobody does anything.
    private func resting() throws(BenchFailure) -> [Figure] {
        let run = try signedIn()
        // The first seconds belong to the start.
        _ = run.wait(milliseconds: 1000)
        let before = ScreenMeasures.switches(of: run.process)
        let written = run.wait(milliseconds: 5000).bytes
        let wakes = Double(ScreenMeasures.switches(of: run.process) - before) / 5
        let (whole, own) = (ScreenMeasures.status("VmRSS", of: run.process), ScreenMeasures.status("RssAnon", of: run.process))
        return [
            Figure("wake-ups of an idle desk", wakes, "a second", budget: "1", note: "\(written) bytes written in 5 s"),
            Figure("memory of an open desk, signed in", Double(whole) / 1024, "MB", budget: "25", note: "\(own / 1024) MB of it its own"),
        ]
    }

    private static func switches(of process: pid_t) -> Int { status("voluntary_ctxt_switches", of: process) }

    /// A number of a process's status (proc(5)); 0 where it is not told.
    private static func status(_ name: String, of process: pid_t) -> Int {
        let line = read("/proc/\(process)/status")?.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
    }

    // A terminal's keys in application mode, which curses asks for.
    static let up = "\u{1b}OA"
    static let down = "\u{1b}OB"
    private static let home = "\u{1b}OH"
    private static let end = "\u{1b}OF"
    private static let pageDown = "\u{1b}[6~"
}

/// tig, the yardstick of start and keys: another full-screen program over a list.
enum Tig {
    /// Its start to the first complete screen, in milliseconds; nil where it is not here, or has no repository.
    static func start(_ bench: Bench) throws(BenchFailure) -> Double? {
        guard isHere(bench) else { return nil }
        var times: [Double] = []
        for _ in 0..<9 { times.append(try TerminalRun(line(bench), bench).start.seconds * 1000) }
        return times.median
    }

    /// Its arrow key, median, in milliseconds.
    static func keys(_ bench: Bench) -> Double? {
        guard isHere(bench), let run = try? TerminalRun(line(bench), bench) else { return nil }
        return (0..<60).map { run.type($0 % 8 < 4 ? ScreenMeasures.down : ScreenMeasures.up).seconds * 1000 }.median
    }

    private static func line(_ bench: Bench) -> [String] { ["/usr/bin/env", "-C", bench.options.tigFolder, "tig"] }

    private static func isHere(_ bench: Bench) -> Bool {
        bench.has("tig") && (try? bench.run(["git", "-C", bench.options.tigFolder, "rev-parse"]).status) == 0
    }
}

/// The `sqlite3` shell, the yardstick of queries.
struct SQLShell {
    private let bench: Bench
    private let file: String

    init(_ bench: Bench, _ file: String) { (self.bench, self.file) = (bench, file) }

    /// The number that a query gives; nil where there is no shell, or none.
    func integer(_ sql: String) -> Int? {
        guard bench.has("sqlite3"), let run = try? bench.run(["sqlite3", "-readonly", file, sql]), run.status == 0 else { return nil }
        return Int(run.output.split(separator: "\n").first ?? "")
    }

    /// How long a query takes in the shell, in words; empty where there is no shell or it cannot do it.
    func time(_ sql: String) -> String {
        // Once to warm the pages, then five times; the shell tells each.
        let script = "\(bench.options.folder)/script.sql"
        let text = ".output /dev/null\n\(sql);\n.timer on\n" + String(repeating: "\(sql);\n", count: 5)
        guard bench.has("sqlite3"), (try? write(text, to: script)) != nil,
            let run = try? bench.run(["sqlite3", "-readonly", file, ".read \(script)"]), run.status == 0
        else { return "" }
        let times = run.output.split(separator: "\n").filter { $0.hasPrefix("Run Time: real") }.compactMap {
            Double($0.split(separator: " ")[3])
        }
        // The shell tells whole milliseconds.
        return times.isEmpty ? "" : times.median < 0.001 ? "sqlite3 under 1 ms" : "sqlite3 \(plain(times.median * 1000)) ms"
    }
}
