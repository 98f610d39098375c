import Glibc

/// Watches that the file under a running desk is the one that it opened, and says what this desk wrote to it.
///
/// SQLite goes on writing into a file that was deleted or moved, and believes its own memory of one that was overwritten. So before and after
/// each commit the names must lead to the same files as at the opening, and after it a second connection, which has no memory of its own,
/// reads the last event back.
final class Lookout {
    /// Which file it is, whatever its name.
    private struct FileMark: Equatable {
        let device: dev_t
        let inode: ino_t
        /// When its contents changed last, in seconds and nanoseconds.
        var changed: [Int]

        /// The file of that name.
        init(_ path: String) throws(LedgerError) {
            var found = stat()
            guard lstat(path, &found) == 0 else {
                throw LedgerError(.replaced, message: LedgerError.words(systemError: errno))
            }
            (device, inode) = (found.st_dev, found.st_ino)
            changed = [found.st_mtim.tv_sec, found.st_mtim.tv_nsec]
        }

        func isSame(as other: FileMark) -> Bool { (device, inode) == (other.device, other.inode) }
    }

    /// An event that this desk has seen in the file.
    private struct Seen {
        let seq: Int64
        let link: [UInt8]
    }

    /// How many events before the last are looked through where the file itself changed, which else only the log's coming in does.
    private static let stretch: Int64 = 1024

    private let path: String
    private var file: FileMark
    private let log: FileMark
    private var reader: Connection?
    private var seen: Seen

    /// Begins to watch the file of an open connection, which holds its log open.
    init(_ connection: Connection) throws(LedgerError) {
        path = connection.path
        let end = try ChainLink.last(in: connection)
        (file, log) = (try FileMark(path), try FileMark(path + "-wal"))
        seen = Seen(seq: end.seq, link: end.link)
    }

    /// Lets go of the file; before the desk's own connection does, so that the last to close is the one that brings the log in.
    func close() {
        reader?.close()
        reader = nil
    }

    /// Makes sure that file and log are those that were opened: two questions to the system.
    ///
    /// - Throws: `.replaced`.
    func checkPlace() throws(LedgerError) {
        guard try FileMark(path).isSame(as: file), try FileMark(path + "-wal").isSame(as: log) else {
            throw LedgerError(.replaced, message: "another file is in its place")
        }
    }

    /// Makes sure at the beginning of a transaction that the last event that this desk saw is there.
    ///
    /// - Throws: `.replaced`.
    func check(_ head: ChainHead, in connection: Connection) throws(LedgerError) {
        let found = head.seq == seen.seq ? head.link : try Lookout.link(of: seen.seq, in: connection)
        guard found == seen.link else {
            throw LedgerError(.replaced, message: "entry \(seen.seq), which was there, is not there now")
        }
        seen = Seen(seq: head.seq, link: head.link)
    }

    /// Makes sure after a commit, before anybody is told, that what was written can be read from the file.
    ///
    /// - Throws: `.replaced`.
    func check(committed head: ChainHead) throws(LedgerError) {
        guard head.seq > seen.seq else { return }
        do throws(LedgerError) {
            let reader = try openReader()
            guard try Lookout.link(of: head.seq, in: reader) == head.link else {
                throw LedgerError(.replaced, message: "entry \(head.seq) cannot be read back")
            }
            // One that was cut to nothing meanwhile has no beginning now: what stands in it can be read by nobody who opens the file.
            let beginning = DeskFile.beginning(of: path + "-wal", count: 4)
            guard beginning.isEmpty || beginning.starts(with: [0x37, 0x7F, 0x06]) else {
                throw LedgerError(.replaced, message: "the log was cut off")
            }
            let now = try FileMark(path)
            if now.changed != file.changed {
                try checkStretch(to: head, in: reader)
                file.changed = now.changed
            }
        } catch {
            guard error.kind == .damaged || error.kind == .foreignFile else { throw error }
            throw LedgerError(.replaced, code: error.code, message: error.message, sql: error.sql)
        }
        seen = Seen(seq: head.seq, link: head.link)
    }

    private static func link(of seq: Int64, in connection: Connection) throws(LedgerError) -> [UInt8]? {
        if seq == 0 { return ChainHash.genesis }
        return try connection.first("SELECT link FROM event WHERE seq = ?", seq) { row throws(LedgerError) in row.bytes(0) }
    }

    private func openReader() throws(LedgerError) -> Connection {
        if let reader { return reader }
        let reader = try Connection(path: path, mode: .readWrite)
        try reader.execute("PRAGMA query_only = ON; PRAGMA cache_size = -256")
        guard try FileMark(path).isSame(as: file) else { throw LedgerError(.replaced, message: "another file is in its place") }
        self.reader = reader
        return reader
    }

    /// The last stretch of the chain, link by link: a file that an older one was copied over has the newest pages in its log only.
    private func checkStretch(to head: ChainHead, in reader: Connection) throws(LedgerError) {
        var (expected, link) = (max(0, min(seen.seq, head.seq - Lookout.stretch)), [UInt8]?.none)
        // Up to this act: another desk may have appended more since.
        let stretch = "SELECT \(ChainLink.columns) FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq"
        try reader.forEach(stretch, expected, head.seq) { row throws(LedgerError) in
            let found = ChainLink(row)
            if let link {
                expected += 1
                guard found.seq == expected, found.follows(link) else {
                    throw LedgerError(.replaced, message: "entry \(expected) is not the one that was there")
                }
            } else {
                expected = found.seq
            }
            link = found.link
        }
        guard expected == head.seq, link == head.link else {
            throw LedgerError(.replaced, message: "entry \(head.seq) cannot be read back")
        }
    }
}
