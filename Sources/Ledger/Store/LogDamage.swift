import Glibc

/// Work in a write-ahead log that SQLite passes over when it opens the file, because something before it in the log was damaged
/// ("WAL-Index Recovery" and "WAL File Format" in the SQLite manual).
struct LogDamage: Equatable {
    /// The first frame that is damaged, from 1; 0 for the log's own beginning.
    let frame: Int
    /// How many transactions stand there and behind.
    let transactions: Int

    private static let headerCount = 32
    private static let frameHeaderCount = 24

    /// Looks through the log of the file at `path`, before a connection opens it.
    ///
    /// A log that breaks off has lost nothing that was acknowledged: each commit was on the disk before anybody was told. One that goes on
    /// behind a break has. Nil where there is nothing of that kind.
    static func find(inLogOf path: String) -> LogDamage? {
        let first = look(path + "-wal")
        guard first != nil else { return nil }
        // Another desk may just have been writing there; what is damaged stays so.
        return look(path + "-wal") == first ? first : nil
    }

    private static func look(_ log: String) -> LogDamage? {
        let descriptor = DeskFile.openOrdinary(log, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: headerCount)
        guard pread(descriptor, &header, headerCount, 0) == headerCount else { return nil }
        let pageSize = Int(number(header, 8))
        let size = (512...65536).contains(pageSize) && pageSize.nonzeroBitCount == 1 ? pageSize : 4096
        var sums = Checksum(isBigEndian: header[3] & 1 == 1)
        sums.take(header[..<24])
        let isSound = number(header, 0) | 1 == 0x377F_0683 && sums.stands(in: header, at: 24)
        var damaged = isSound ? nil : 0
        var (salts, transactions, index) = (isSound ? Array(header[16..<24]) : nil, 0, 0)
        var frame = [UInt8](repeating: 0, count: frameHeaderCount + size)
        while pread(descriptor, &frame, frame.count, off_t(headerCount + index * frame.count)) == frame.count {
            index += 1
            // Where the beginning itself is damaged, the first frame tells what the others must have.
            if salts == nil { salts = Array(frame[8..<16]) }
            let isOfThisLog = frame[8..<16].elementsEqual(salts ?? [])
            if damaged == nil {
                sums.take(frame[..<8])
                sums.take(frame[frameHeaderCount...])
                if isOfThisLog, sums.stands(in: frame, at: 16) { continue }
                damaged = index
            }
            if isOfThisLog, number(frame, 4) != 0 { transactions += 1 }
        }
        guard let damaged, transactions > 0 else { return nil }
        return LogDamage(frame: damaged, transactions: transactions)
    }

    private static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The running checksum of a log.
    private struct Checksum {
        let isBigEndian: Bool
        private var (first, second): (UInt32, UInt32) = (0, 0)

        init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

        /// Takes bytes in, a multiple of eight of them.
        mutating func take(_ bytes: ArraySlice<UInt8>) {
            bytes.withUnsafeBytes { memory in
                for offset in stride(from: 0, to: memory.count - 7, by: 8) {
                    let left = memory.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                    let right = memory.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
                    first &+= (isBigEndian ? left.bigEndian : left.littleEndian) &+ second
                    second &+= (isBigEndian ? right.bigEndian : right.littleEndian) &+ first
                }
            }
        }

        /// Whether it is the one that stands at a place.
        func stands(in bytes: [UInt8], at: Int) -> Bool {
            (LogDamage.number(bytes, at), LogDamage.number(bytes, at + 4)) == (first, second)
        }
    }

    // MARK: Keeping it

    /// Where a damaged log is kept until the branch manager has declared what was lost with it.
    static func keptPath(of path: String) -> String { "\(path)-wal.damaged" }

    /// Copies the log beside itself, before SQLite writes over what it cannot read; one that is kept already stays.
    ///
    /// - Throws: `.full` and what else a copy can fail with.
    static func keepLog(of path: String) throws(LedgerError) {
        let kept = keptPath(of: path)
        guard access(kept, F_OK) != 0 else { return }
        try DeskFile.copy("\(path)-wal", to: kept)
    }
}
