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

/// One byte of the file: every byte of the first page more often than the rest.
struct FileBytes: Trial {
    static let name = "file-bytes"

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let desk = bench.copy(bench.base)
        let file = "\(desk)/firstdesk.db"
        let isFirstPage = Int.random(in: 0..<4, using: &random) == 0
        let offset = Int.random(in: 0..<(isFirstPage ? 4096 : size(file)), using: &random)
        let change = try garble(file, at: offset, &random)
        try bench.judge(desk, bench.answers, change, &tally)
    }
}

/// One byte of the log, or the log cut off somewhere, of a desk whose last five cases are nowhere else: each case was acknowledged.
struct LogBytes: Trial {
    static let name = "log-bytes"

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let desk = bench.copy(bench.cut)
        let log = "\(desk)/firstdesk.db-wal"
        let offset = Int.random(in: 0..<size(log), using: &random)
        var change = "log cut off at \(offset)"
        if Int.random(in: 0..<4, using: &random) == 0 {
            guard truncate(log, off_t(offset)) == 0 else { throw .system("truncate") }
        } else {
            change = "log, " + (try garble(log, at: offset, &random))
        }
        // Without its witness the file cannot tell a log that was cut off from one that ended there: that is what the witness is for.
        try bench.judge(desk, bench.cutAnswers, change, &tally)
    }
}
