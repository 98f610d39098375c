import Glibc

/// Changes one byte of a file; gives where, and what it was and is.
private func garble(_ path: String, at offset: Int, _ random: inout SplitMix) throws(TrialFailure) -> String {
    let file = open(path, O_RDWR)
    guard file >= 0 else { throw .system("open \(path)") }
    defer { close(file) }
    var byte: UInt8 = 0
    guard pread(file, &byte, 1, off_t(offset)) == 1 else { throw .system("read \(path)") }
    var changed = UInt8(truncatingIfNeeded: random.next())
    // A single bit as often as a whole byte.
    if Bool.random(using: &random) { changed = byte ^ (1 << UInt8.random(in: 0..<8, using: &random)) }
    if changed == byte { changed ^= 0xFF }
    guard pwrite(file, &changed, 1, off_t(offset)) == 1 else { throw .system("write \(path)") }
    return "byte \(offset) from \(byte) to \(changed)"
}

private func size(_ path: String) -> Int {
    var found = stat()
    return stat(path, &found) == 0 ? Int(found.st_size) : 0
}

/// Changes the byte at `offset` of a desk's file, and judges the desk by its answers.
private func damage(
    _ file: String,
    of desk: String,
    _ wanted: [String],
    at offset: Int,
    _ bench: TrialBench,
    _ random: inout SplitMix,
    _ tally: inout Tally
) throws(TrialFailure) {
    let copy = try bench.copyFiles(desk)
    let change = try garble("\(copy)/\(file)", at: offset, &random)
    try bench.judge(copy, wanted, "\(file), \(change)", &tally)
}

/// Every byte of the file's first page, once.
final class FirstPage: Trial {
    static let name = "first-page"
    private var next = 0
    var isOver: Bool { next == 4096 }

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        try damage("firstdesk.db", of: bench.base, bench.answers, at: next, bench, &random, &tally)
        next += 1
    }
}

/// Bytes of ten pages of each table and index, each once, or every Nth of them.
final class TablePages: Trial {
    static let name = "table-pages"
    private var offsets: [Int]?
    private var next = 0
    var isOver: Bool { offsets.map { next == $0.count } ?? false }

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        if offsets == nil { offsets = try TablePages.find(bench) }
        guard let offsets, next < offsets.count else { return }
        try damage("firstdesk.db", of: bench.base, bench.answers, at: offsets[next], bench, &random, &tally)
        next += 1
    }

    /// The pages by SQLite's own account (the dbstat table), the first ten and the last of each.
    private static func find(_ bench: TrialBench) throws(TrialFailure) -> [Int] {
        let raw = try RawDesk(bench.base)
        defer { raw.close() }
        var pages: [String: [Int]] = [:]
        for row in try raw.rows("SELECT name, pageno FROM dbstat WHERE name <> 'sqlite_schema' ORDER BY name, pageno") {
            pages[row[0], default: []].append(Int(row[1]) ?? 1)
        }
        let chosen = pages.keys.sorted().flatMap { name in (pages[name] ?? []).prefix(9) + (pages[name] ?? []).dropFirst(9).suffix(1) }
        // Another byte of each page from one page to the next, where not all are tried.
        return chosen.enumerated().flatMap { place, page in
            stride(from: (place * 7 + bench.first) % bench.stride, to: 4096, by: bench.stride).map { (page - 1) * 4096 + $0 }
        }
    }
}

/// Any byte of the file.
struct FileBytes: Trial {
    static let name = "file-bytes"

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let offset = Int.random(in: 0..<size("\(bench.base)/firstdesk.db"), using: &random)
        try damage("firstdesk.db", of: bench.base, bench.answers, at: offset, bench, &random, &tally)
    }
}

/// Every byte of the log's beginning and of its first page, of a desk whose last five cases are nowhere else.
final class LogBeginning: Trial {
    static let name = "log-beginning"
    private var next = 0
    /// The log's header, the frame's, and the page.
    var isOver: Bool { next == 32 + 24 + 4096 }

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        try damage("firstdesk.db-wal", of: bench.cut, bench.cutAnswers, at: next, bench, &random, &tally)
        next += 1
    }
}

/// One byte of the log, or the log cut off somewhere, of a desk whose last five cases are nowhere else: each case was acknowledged.
struct LogBytes: Trial {
    static let name = "log-bytes"

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let log = "\(bench.cut)/firstdesk.db-wal"
        let offset = Int.random(in: 0..<size(log), using: &random)
        if Int.random(in: 0..<4, using: &random) > 0 {
            return try damage("firstdesk.db-wal", of: bench.cut, bench.cutAnswers, at: offset, bench, &random, &tally)
        }
        let copy = try bench.copyFiles(bench.cut)
        guard truncate("\(copy)/firstdesk.db-wal", off_t(offset)) == 0 else { throw .system("truncate") }
        // Without its witness the file cannot tell a log that was cut off from one that ended there: that is what the witness is for.
        try bench.judge(copy, bench.cutAnswers, "log cut off at \(offset)", &tally)
    }
}
