import Glibc

/// Measures the built program from outside, on desks of several sizes, beside yardsticks of the same run. Prints a table, and the same as
/// JSON lines into a file; it judges nothing.
@main
struct Deskbench {
    static func main() {
        do {
            try run()
        } catch {
            report("deskbench: \(error)")
            exit(1)
        }
    }

    private static func run() throws(BenchFailure) {
        if let bare = try BareLog(arguments: CommandLine.arguments) { return try bare.run() }
        guard let options = try Options(CommandLine.arguments.dropFirst()) else { return print(Options.help) }
        let bench = try Bench(options)
        var table = ResultTable()
        func measure(_ group: Options.Group, _ size: Int?, _ body: () throws(BenchFailure) -> [Figure]) {
            guard options.groups.contains(group) else { return }
            report("\(group.rawValue)\(size.map { " at \($0)" } ?? "")")
            do throws(BenchFailure) {
                table.add(try body(), size: size)
            } catch {
                // What else can be measured is.
                report("\(error)")
                table.add([Figure(group.rawValue, nil, "", note: "failed, see above")], size: size)
            }
        }
        measure(.size, nil) { () throws(BenchFailure) in try ProgramSize.measure(bench) }
        measure(.demo, nil) { () throws(BenchFailure) in try DemoMeasures.measure(bench) }
        measure(.importing, nil) { () throws(BenchFailure) in try ImportMeasures.measure(bench) }
        for size in options.sizes {
            let desk = try BenchDesk.made(of: size, bench)
            measure(.screens, size) { () throws(BenchFailure) in try ScreenMeasures(bench, desk).measure() }
            measure(.log, size) { () throws(BenchFailure) in try LogMeasures.measure(bench, desk) }
            measure(.files, size) { () throws(BenchFailure) in try FileMeasures.measure(bench, desk) }
        }
        table.print()
        if let path = options.json { try table.write(to: path) }
    }
}

/// What keeps a measurement from being made.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// A failed call to the system, with the reason that `errno` gives: to be made before any other call.
    static func system(_ call: String) -> BenchFailure { BenchFailure("\(call): \(String(cString: strerror(errno)))") }
}

/// Says on standard error what is going on.
func report(_ words: String) {
    let line = Array("\(words)\n".utf8)
    _ = Glibc.write(2, line, line.count)
}

/// Seconds on the clock that nobody sets.
func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

extension [Double] {
    /// The value that so many hundredths of all do not exceed; NaN of nothing.
    func percentile(_ hundredths: Int) -> Double {
        isEmpty ? .nan : sorted()[Swift.min(count - 1, count * hundredths / 100)]
    }

    /// The one in the middle.
    var median: Double { percentile(50) }
}
