import Glibc

/// The numbers that were printed whole, each on its line.
private func numbers(_ text: String) -> [String] {
    guard let end = text.lastIndex(of: "\n") else { return [] }
    return text[...end].split(separator: "\n").map(String.init).filter { $0.hasPrefix("0379-") }
}

/// Sees whether all numbers that were printed are on the desk, each once and without a gap, and the desk is whole.
private func judge(
    _ bench: TrialBench,
    _ desk: String,
    printed: [String],
    _ what: String,
    _ tally: inout Tally,
    saidSo: Bool = false
) throws(TrialFailure) {
    tally.tried += 1
    let listed = try bench.run(["list", "--limit", "0", "--json"], on: desk, as: "1001", within: 600)
    let verified = try bench.run(["verify"], on: desk, within: 600)
    let there = listed.lines.compactMap { line in line.firstRange(of: "\"number\":\"").map { line[$0.upperBound...].prefix { $0 != "\"" } }
    }
    if listed.isCrash || verified.isCrash {
        tally.crashed += 1
        tally.report("\(what): list \(listed.status), verify \(verified.status)")
    } else if verified.status != 0 || listed.status != 0 {
        if saidSo, verified.status == 3 || verified.status == 4 {
            tally.noticed += 1
        } else {
            tally.lost += 1
            tally.report("\(what): verify \(verified.status) \(verified.output)\(verified.errors)")
        }
    } else if !Set(printed).isSubset(of: Set(there.map(String.init))) || Set(printed).count != printed.count {
        tally.lost += 1
        tally.report("\(what): \(Set(printed).subtracting(there.map(String.init)).sorted().prefix(3)) are not there")
    } else {
        let serials = there.compactMap { $0.split(separator: "-").last.flatMap { Int($0) } }.sorted()
        if serials != Array(1...max(1, serials.count)) {
            tally.lost += 1
            tally.report("\(what): the numbers have a gap")
        } else if saidSo {
            tally.noticed += 1
        } else {
            tally.harmless += 1
        }
    }
}

/// Two desks log and act, one of them is killed at any moment, again and again; then every number that was printed is there, and every act.
struct Kills: Trial {
    static let name = "kills"
    /// How many kills there are between two looks at the desk.
    private static let kills = 10

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let desk = bench.copy(bench.base)
        var (printed, notes): ([String], Int) = ([], 0)
        for _ in 0..<Kills.kills {
            let isActing = Int.random(in: 0..<3, using: &random) == 0
            let victim = try bench.start(
                isActing ? ["act", "--input", "\(bench.folder)/notes"] : ["log", "--input", "\(bench.folder)/lines"],
                on: desk,
                as: isActing ? "1002" : "1003"
            )
            let other =
                Bool.random(using: &random) ? try bench.start(["log", "--input", "\(bench.folder)/few"], on: desk, as: "1002") : nil
            usleep(UInt32.random(in: 0...60_000, using: &random))
            kill(victim.process, SIGKILL)
            let said = numbers(victim.finish().output)
            if isActing { notes += said.count } else { printed += said }
            if let other { printed += numbers(other.finish().output) }
        }
        let before = tally.isGood
        try judge(bench, desk, printed: printed, "killed while logging", &tally)
        tally.tried += Kills.kills - 1
        guard before == tally.isGood else { return }
        tally.harmless += Kills.kills - 1
        let trail = try bench.run(["audit", "--json"], on: desk, as: "1001")
        let there = trail.lines.count { $0.contains("\"act\":\"noted\"") }
        if there < notes {
            tally.lost += 1
            tally.report("killed while acting: \(notes) notes were acknowledged, \(there) are there")
        }
    }
}

/// The file is deleted, moved, replaced or set back while a desk logs, line by line: no number may be printed for what is not in the file.
struct LostFiles: Trial {
    static let name = "lost-files"

    private static let harms = [
        "rm '@'", "rm '@-wal'", "mv '@' '@.away'", "cp '#' '@.new' && mv '@.new' '@'", "cat '#' > '@'", "truncate -s 0 '@'",
        "rm -f '@'*; cp '#' '@'", "truncate -s 8192 '@'", "mv '@-wal' '@.log'", "truncate -s 0 '@-wal'", "cp -p '#' '@'",
        "rm -f '@'* && cp -a \"$(dirname '#')\"/. \"$(dirname '@')\"",
    ]

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let desk = bench.copy(bench.base)
        let fifo = "\(bench.folder)/lost"
        unlink(fifo)
        guard mkfifo(fifo, 0o600) == 0 else { throw .system("mkfifo") }
        let writer = open(fifo, O_RDWR | O_CLOEXEC)
        guard writer >= 0 else { throw .system("open the fifo") }
        let running = try bench.start(["log", "--input", "-"], on: desk, as: "1003", input: fifo)
        func send() {
            _ = TrialBench.lines(1).withCString { Glibc.write(writer, $0, strlen($0)) }
        }
        let before = Int.random(in: 1...4, using: &random)
        let end = uptime() + 20
        for count in 1...before {
            send()
            while numbers(running.printed).count < count, uptime() < end { usleep(500) }
        }
        let acknowledged = numbers(running.printed)
        let harm = LostFiles.harms[Int.random(in: 0..<LostFiles.harms.count, using: &random)]
        let command = harm.replacing("@", with: "\(desk)/firstdesk.db").replacing("#", with: "\(bench.base)/firstdesk.db")
        guard system(command) == 0 else { throw TrialFailure(command) }
        signal(SIGPIPE, SIG_IGN)
        for _ in 0..<3 { send() }
        close(writer)
        let result = running.finish()
        let late = numbers(result.output).count - acknowledged.count
        // Where what was put in its place says the same, nothing is lost: the log has all that came after.
        if late > 0 { return try judge(bench, desk, printed: numbers(result.output), harm, &tally) }
        tally.tried += 1
        if result.isCrash {
            tally.crashed += 1
            tally.report("\(harm): status \(result.status)")
        } else if result.status == 4, !result.errors.isEmpty {
            tally.noticed += 1
        } else {
            tally.unnoticed += 1
            tally.report("\(harm): status \(result.status) \(result.errors)")
        }
    }
}

/// The disk is full at any point of logging.
struct FullDisks: Trial {
    static let name = "full-disks"

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let desk = bench.copy(bench.base)
        var found = stat()
        guard stat("\(desk)/firstdesk.db", &found) == 0 else { throw .system("stat") }
        // In blocks of 512 bytes: the log begins at nothing, so that most limits are met by it.
        let limit = Int.random(in: 1...(Int(found.st_size) / 512 + 400), using: &random)
        let result = try bench.run(["log", "--input", "\(bench.folder)/lines"], on: desk, as: "1003", fileBlocks: limit)
        if result.isCrash {
            tally.tried += 1
            tally.crashed += 1
            tally.report("at \(limit) blocks: status \(result.status)")
            return
        }
        let isSaid = result.status == 4 && !result.errors.isEmpty
        if result.status != 0, !isSaid {
            tally.tried += 1
            tally.unnoticed += 1
            tally.report("at \(limit) blocks: status \(result.status) \(result.errors)")
            return
        }
        try judge(bench, desk, printed: numbers(result.output), "at \(limit) blocks", &tally, saidSo: isSaid)
    }
}

/// The clock jumps to any moment between two commands.
struct ClockJumps: Trial {
    static let name = "clock-jumps"

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let desk = bench.copy(bench.base)
        for _ in 0..<3 {
            let (year, month, day) = (
                Int.random(in: 1971...9998, using: &random), Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random)
            )
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let now =
                "\(String(10_000 + year).dropFirst())-\(two(month))-\(two(day))T\(two(Int.random(in: 0..<24, using: &random))):15:00+08:00"
            for arguments in [["log", "--input", "\(bench.folder)/few"], ["list", "--overdue"], ["due"], ["book", "status"]] {
                let result = try bench.run(arguments, on: desk, as: arguments[0] == "due" ? nil : "1002", now: now)
                guard result.isCrash else { continue }
                tally.tried += 1
                tally.crashed += 1
                return tally.report("\(arguments[0]) at \(now): status \(result.status)")
            }
        }
        tally.tried += 1
        let verified = try bench.run(["verify"], on: desk)
        if verified.status == 0 {
            tally.harmless += 1
        } else {
            tally.lost += 1
            tally.report("verify \(verified.status) \(verified.output)\(verified.errors)")
        }
    }
}

/// Eight desks log and act at once, each so many times.
struct ManyDesks: Trial {
    static let name = "many-desks"

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let desk = bench.copy(bench.base)
        let (logs, acts) = ("\(bench.folder)/many-logs", "\(bench.folder)/many-acts")
        try TrialBench.write(TrialBench.lines(bench.acts), to: logs)
        try TrialBench.write(bench.notes(bench.acts), to: acts)
        // Three log, five act: on the same cases, so that what one decides on is what another just wrote.
        let running = try (0..<8).map { index throws(TrialFailure) in
            try bench.start(
                index < 3 ? ["log", "--input", logs] : ["act", "--input", acts],
                on: desk,
                as: index == 0 ? "1003" : index.isMultiple(of: 2) ? "1002" : "1001"
            )
        }
        let results = running.map { $0.finish(within: 60 + Double(bench.acts)) }
        tally.tried += 8 * bench.acts - 1
        if let bad = results.first(where: { $0.status != 0 || !$0.errors.isEmpty }) {
            tally.tried += 1
            if bad.isCrash { tally.crashed += 1 } else { tally.lost += 1 }
            return tally.report("status \(bad.status) \(bad.errors.prefix(300))")
        }
        let before = tally.isGood
        try judge(bench, desk, printed: results.prefix(3).flatMap { numbers($0.output) }, "eight at once", &tally)
        guard before == tally.isGood else { return }
        tally.harmless += 8 * bench.acts - 1
        let trail = try bench.run(["audit", "--json"], on: desk, as: "1001")
        let there = trail.lines.count { $0.contains("\"act\":\"noted\"") }
        if there != 5 * bench.acts {
            tally.lost += 1
            tally.report("\(5 * bench.acts) notes were acknowledged, \(there) are there")
        }
    }
}
