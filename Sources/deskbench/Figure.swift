import FoundationEssentials

/// One thing that was measured.
struct Figure {
    /// What.
    var what: String
    /// How much, in `unit`; nil where it could not be measured, and then `note` says why.
    var value: Double?
    /// The unit, as printed.
    var unit: String
    /// The figure that the program is to reach at a million cases, in words; empty for none.
    var budget = ""
    /// What the same machine did in the same run, for comparison; empty for none.
    var yardstick = ""
    /// More about it.
    var note = ""

    init(_ what: String, _ value: Double?, _ unit: String, budget: String = "", yardstick: String = "", note: String = "") {
        (self.what, self.value, self.unit) = (what, value, unit)
        (self.budget, self.yardstick, self.note) = (budget, yardstick, note)
    }

    /// Keys: the median, what 95 of 100 keep, and how many bytes each wrote.
    static func keys(_ what: String, _ reactions: [TerminalRun.Reaction], budget: String, yardstick: String = "") -> Figure {
        let times = reactions.map { $0.seconds * 1000 }
        let bytes = reactions.map { Double($0.bytes) }
        let processor = plain(reactions.map { $0.processor * 1000 }.median)
        let note =
            "processor \(processor) ms; 95 of 100 within \(plain(times.percentile(95))) ms; \(Int(bytes.median)) bytes, at most \(Int(bytes.max() ?? 0))"
        return Figure(what, times.median, "ms", budget: budget, yardstick: yardstick, note: note)
    }
}

/// A number with the digits that a reader wants.
func plain(_ value: Double) -> String {
    guard value.isFinite else { return "—" }
    let digits = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : 2
    let scale = digits == 0 ? 1.0 : digits == 1 ? 10.0 : 100.0
    let rounded = (value * scale).rounded() / scale
    return digits == 0 ? "\(Int(rounded))" : "\(rounded)"
}

/// All results, to be printed and written.
struct ResultTable {
    private var rows: [(size: Int?, result: Figure)] = []

    mutating func add(_ results: [Figure], size: Int?) { rows += results.map { (size, $0) } }

    /// Prints the table.
    func print() {
        let heads = ["cases", "what", "measured", "budget at 1M", "yardstick, same run", "more"]
        let lines = rows.map { size, result in
            [
                size.map(String.init) ?? "", result.what, result.value.map { "\(plain($0)) \(result.unit)" } ?? "—", result.budget,
                result.yardstick, result.note,
            ]
        }
        let widths = heads.indices.map { column in ([heads] + lines).map { $0[column].count }.max() ?? 0 }
        for line in [heads] + lines {
            let cells = zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            Swift.print(cells.joined(separator: "  "))
        }
    }

    /// Writes a JSON object a line.
    func write(to path: String) throws(BenchFailure) {
        struct Line: Encodable {
            var cases: Int?
            var what: String
            var value: Double?
            var unit: String
            var budget: String
            var yardstick: String
            var note: String
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let file = try LineWriter(path)
        for (size, result) in rows {
            let line = Line(
                cases: size,
                what: result.what,
                value: result.value.flatMap { $0.isFinite ? $0 : nil },
                unit: result.unit,
                budget: result.budget,
                yardstick: result.yardstick,
                note: result.note
            )
            guard let data = try? encoder.encode(line) else { throw BenchFailure("a result that is no JSON: \(result.what)") }
            file.write(String(decoding: data, as: UTF8.self) + "\n")
        }
        try file.close()
    }
}
