/// The size of the program.
enum ProgramSize {
    static func measure(_ bench: Bench) throws(BenchFailure) -> [Figure] {
        let folder = try bench.scratch("size")
        let copy = "\(folder)/firstdesk"
        try bench.done(["cp", bench.program, copy])
        let hasStrip = bench.has("strip")
        if hasStrip { try bench.done(["strip", copy]) }
        let size = Double(byteCount(of: copy)) / 1_048_576
        let libraries = bench.has("readelf") ? try bench.done(["readelf", "-d", copy]).output : ""
        try bench.remove(folder)
        let runtime = libraries.contains("libswiftCore") ? "without Swift's runtime" : "Swift's runtime inside"
        return [Figure("the program, \(hasStrip ? "stripped" : "not stripped")", size, "MB", budget: "16", note: runtime)]
    }
}
