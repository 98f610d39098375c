import Glibc

/// Any bytes as a file to be logged or imported.
struct BorderBytes: Trial {
    static let name = "border-bytes"

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let path = "\(bench.folder)/bytes"
        var bytes = Array(TrialBench.lines(3).utf8)
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes.remove(at: at)
            default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: at)
            }
        }
        guard let file = fopen(path, "w") else { throw .system("write \(path)") }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
        let desk = bench.copy(bench.base)
        let lines: [[String]] = [
            ["log", "--input", path], ["import", path], ["codes", "load", path], ["calendar", "load", path], ["log", "--input", "-"],
        ]
        let line = lines[Int.random(in: 0..<lines.count, using: &random)]
        let result = try bench.run(line, on: desk, as: "1001", input: path)
        tally.tried += 1
        if result.isCrash || result.status > 5 {
            tally.crashed += 1
            tally.report("\(line[0]): status \(result.status)")
        } else if result.status == 0 {
            tally.harmless += 1
        } else if result.errors.isEmpty {
            tally.unnoticed += 1
            tally.report("\(line[0]): status \(result.status) without a word")
        } else {
            tally.noticed += 1
        }
    }
}

/// Any keys and any sizes of the screen, by script, on a desk full-screen.
struct KeyStorms: Trial {
    static let name = "key-storms"

    private static let keys = [
        "Enter", "Esc", "Tab", "Up", "Down", "PageDown", "PageUp", "Home", "End", "F1", "F2", "F9", "Left", "Right", "Backspace", "Delete",
        "n", "a", "r", "1", "2", "3", "4", "5", "6", "7", "8", "9", "?", ":", "/", "y", "x", "h", "w", "P", "m", "d", "[", "Space",
    ]

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let desk = bench.copy(bench.base)
        var script = ""
        for _ in 0..<200 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0: script += "type 柜员 abc\n"
            case 1: script += "resize \(Int.random(in: 1...300, using: &random))x\(Int.random(in: 1...100, using: &random))\n"
            default: script += "press \(KeyStorms.keys[Int.random(in: 0..<KeyStorms.keys.count, using: &random)])\n"
            }
        }
        try TrialBench.write(script, to: "\(bench.folder)/keys")
        let result = try bench.run(["--keys", "\(bench.folder)/keys", "--screen", "\(bench.folder)/screen"], on: desk, as: "1002")
        let verified = try bench.run(["verify"], on: desk)
        tally.tried += 1
        if result.isCrash || verified.isCrash || result.status > 5 {
            tally.crashed += 1
            tally.report("status \(result.status) \(result.errors)")
        } else if verified.status != 0 {
            tally.lost += 1
            tally.report("verify \(verified.status) \(verified.output)")
        } else if result.status != 0 {
            tally.unnoticed += 1
            tally.report("status \(result.status) \(result.errors)")
        } else {
            tally.harmless += 1
        }
    }
}
