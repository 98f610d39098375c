import Glibc

/// What no test may do: find out when and where it runs, or start a program that does. Its paths are relative to `Tests`.
enum TestWalls {
    /// The files whose starts may see the machine's clock (`ProgramClock.machine`), each with why no time can be handed in there.
    static let machineClocks = [
        "FirstDeskTests/InitCommandTests.swift": "a real desk takes no other clock, and what is expected of it holds on every day",
        "FirstDeskTests/InputLinesTests.swift": "that a line sets no clock of a real desk shows on a real desk only",
        "FirstDeskTests/ExportCommandTests.swift": "a live desk, which takes no practice desk's file, takes no time from outside either",
    ]

    /// What starts a process, and the files that do it: they hand in clock, zone, language, terminal and home, or start nothing of ours (the
    /// shell that does files harm).
    private static let starts = ["posix_spawn(", "ct_spawn_in_pty(", "fork(", "popen(", " system(\"", "execv(", "execve(", "Process()"]
    private static let starters: Set = [
        "FirstDeskTests/Support/Command.swift", "FirstDeskTests/Support/TerminalSession.swift", "LedgerTests/Scratch.swift",
    ]

    /// What would take from a program what it was handed; a test names the variable by `ProgramClock` only.
    private static let takings = ["\"FIRSTDESK_AT\"", "FIRSTDESK_AT=", "unset FIRSTDESK_AT", "env -i"]
    private static let handers: Set = [
        "FirstDeskTests/Support/Spawning.swift", "FirstDeskTests/HarnessTests.swift", "FirstDeskTests/CommandTests.swift",
        "FirstDeskTests/BorderCommandTests.swift",
    ]

    /// What reads the machine's clock, day, zone or language in the test itself.
    private static let readings = [
        "Date()", "Date.now", "timeIntervalSinceNow", "clock_gettime(", "gettimeofday(", "time(nil)", "time(&", "DeskClock.system",
        "clock: .system", "/etc/localtime", "TimeZone.current", "TimeZone.autoupdating", "Locale.current", "Calendar.current",
        "SystemZone.systemName", "$(date", "`date",
    ]

    /// All faults of the tests' files, in words, in the order of the files.
    static func faults(in files: [SourceFile]) -> [String] {
        var faults: [String] = []
        for file in files where file.path.hasSuffix(".swift") && !isAboutWalls(file) && fault(in: file.text, of: file.path) != nil {
            for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let code = String(line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex))
                if let fault = fault(in: code, of: file.path) { faults.append("\(file.path):\(index + 1): \(fault)") }
            }
        }
        return faults
    }

    /// What is wrong in a line; in a whole file, whether a line may be.
    private static func fault(in code: String, of path: String) -> String? {
        // strstr finds a word a hundred times as fast as `contains`, which goes from character to character.
        func holds(_ word: String) -> Bool { strstr(code, word) != nil }
        func first(of words: [String]) -> String? { words.first(where: holds) }
        if !starters.contains(path), let word = first(of: starts) { return "\(word) starts a program without run or TerminalSession" }
        if !handers.contains(path), let word = first(of: takings) { return "\(word) besides ProgramClock" }
        if let word = first(of: readings) { return "\(word) asks the machine; hand the value in" }
        if machineClocks[path] == nil, holds("clock: .machine") || holds("ProgramClock = .machine") {
            return "the machine's clock; hand in a time, or say in TestWalls why none can be"
        }
        let isLine = !code.contains("\n")
        if holds("Ledger(folder:") || holds("Ledger.found("), !isLine || !holds("clock:") {
            return "a ledger on the machine's clock; hand one in"
        }
        return nil
    }

    /// The files that name what is forbidden.
    private static func isAboutWalls(_ file: SourceFile) -> Bool {
        ["FirstDeskTests/Support/TestWalls.swift", "FirstDeskTests/WallTests.swift"].contains(file.path)
    }
}
