import Glibc
import Testing

@testable import Ledger

@Suite("The connection to the desk's file")
struct ConnectionTests {
    private let scratch: Scratch
    private let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.file("desk/ledger.db")
    }

    private func error<T>(_ body: () throws -> T) -> LedgerError? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? LedgerError
        }
    }

    @Test("a new file is private, ours, and in the write-ahead mode with full syncing")
    func creates() throws {
        let connection = try Connection(path: path, mode: .create)
        #expect(Scratch.mode(scratch.file("desk")) == 0o700)
        #expect(Scratch.mode(path) == 0o600)
        #expect(try connection.integer("PRAGMA application_id") == 0x4644_4B31)
        #expect(try connection.text("PRAGMA journal_mode") == "wal")
        #expect(try connection.integer("PRAGMA synchronous") == 2)
        #expect(try connection.integer("PRAGMA foreign_keys") == 1)
        #expect(try connection.integer("PRAGMA trusted_schema") == 0)
        #expect(try connection.integer("PRAGMA cell_size_check") == 1)
        #expect(try connection.integer("PRAGMA secure_delete") == 1)
        try connection.execute("CREATE TABLE t (a INTEGER) STRICT")
        #expect(Scratch.mode(path + "-wal") == 0o600)
        #expect(Scratch.mode(path + "-shm") == 0o600)
    }

    @Test("in a group's folder the files are the group's too, whatever the umask")
    func groupFolder() throws {
        let folder = scratch.file("shared")
        #expect(mkdir(folder, 0o700) == 0)
        #expect(chmod(folder, 0o2770) == 0)
        let connection = try Connection(path: folder + "/ledger.db", mode: .create)
        try connection.execute("CREATE TABLE t (a INTEGER) STRICT")
        #expect(Scratch.mode(folder + "/ledger.db") == 0o660)
        #expect(Scratch.mode(folder + "/ledger.db-wal") == 0o660)
        #expect(Scratch.mode(folder + "/ledger.db-shm") == 0o660)
    }

    @Test("a desk that is there is not made again; a half-made one is finished")
    func existing() throws {
        do {
            let first = try Connection(path: path, mode: .create)
            first.close()
            let second = try Connection(path: path, mode: .create)
            try second.execute("CREATE TABLE t (a INTEGER) STRICT; PRAGMA user_version = 1")
        }
        #expect(error { try Connection(path: path, mode: .create) }?.kind == .exists)
        #expect(try Connection(path: path, mode: .readWrite).schemaVersion == 1)
    }

    @Test("what is not a desk is told apart")
    func otherFiles() throws {
        #expect(error { try Connection(path: path, mode: .readWrite) }?.kind == .notFound)
        #expect(error { try Connection(path: scratch.path + "/none.db", mode: .readOnly) }?.kind == .notFound)
        #expect(error { try Connection(path: scratch.path, mode: .readWrite) }?.kind == .notAFile)

        let text = try scratch.write(Array("Dear Sir, this is a letter and not a database at all.\n".utf8), to: "letter.db")
        #expect(error { try Connection(path: text, mode: .readWrite) }?.kind == .foreignFile)
        #expect(error { try Connection(path: text, mode: .create) }?.kind == .foreignFile)
        #expect(error { try Connection(path: text + "/ledger.db", mode: .create) }?.kind == .notAFolder)
        #expect(error { try Connection(path: text + "/ledger.db", mode: .readOnly) }?.kind == .notAFolder)

        let empty = try scratch.write([], to: "empty.db")
        #expect(error { try Connection(path: empty, mode: .readWrite) }?.kind == .notFound)

        do { try Connection(path: path, mode: .create).execute("PRAGMA application_id = 7; CREATE TABLE t (a)") }
        #expect(error { try Connection(path: path, mode: .readWrite) }?.kind == .foreignFile)

        let link = scratch.file("link.db")
        #expect(symlink(path, link) == 0)
        #expect(error { try Connection(path: link, mode: .readWrite) }?.kind == .notAFile)
        let loose = scratch.file("loose")
        #expect(symlink(scratch.file("nowhere"), loose) == 0)
        #expect(error { try Connection(path: loose + "/ledger.db", mode: .create) }?.kind == .notAFolder)
    }

    @Test("a file of ours with a garbled first page is damaged")
    func garbled() throws {
        do { try Connection(path: path, mode: .create).execute("CREATE TABLE t (a INTEGER) STRICT; PRAGMA user_version = 1") }
        var bytes = DeskFile.beginning(of: path, count: 1 << 20)
        bytes.replaceSubrange(16..<100, with: [UInt8](repeating: 0xEE, count: 84))
        let garbled = try scratch.write(bytes, to: "garbled.db")
        #expect(error { try Connection(path: garbled, mode: .readWrite) }?.kind == .damaged)

        bytes = DeskFile.beginning(of: path, count: 1 << 20)
        bytes.replaceSubrange(100..<bytes.count, with: [UInt8](repeating: 0xEE, count: bytes.count - 100))
        let hollow = try scratch.write(bytes, to: "hollow.db")
        #expect(error { try Connection(path: hollow, mode: .readWrite) }?.kind == .damaged)
    }

    @Test("a write-protected file is read, and refused for writing", .enabled(if: geteuid() != 0, "root may write everywhere"))
    func writeProtected() throws {
        do { try Connection(path: path, mode: .create).execute("CREATE TABLE t (a INTEGER) STRICT; PRAGMA user_version = 1") }
        #expect(chmod(path, 0o400) == 0)
        #expect(error { try Connection(path: path, mode: .readWrite) }?.kind == .readOnly)
        #expect(chmod(path, 0) == 0)
        #expect(error { try Connection(path: path, mode: .readOnly) }?.kind == .noPermission)
    }

    @Test("opened for reading, nothing can be written")
    func readOnly() throws {
        do { try Connection(path: path, mode: .create).execute("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (5)") }
        let reader = try Connection(path: path, mode: .readOnly)
        #expect(try reader.integer("SELECT a FROM t") == 5)
        #expect(error { try reader.execute("INSERT INTO t VALUES (6)") }?.kind == .readOnly)
    }

    @Test("a disk that is full gives an error of its own and takes nothing half")
    func full() throws {
        let connection = try Connection(path: path, mode: .create)
        try connection.execute("CREATE TABLE t (a BLOB) STRICT; PRAGMA max_page_count = 20")
        let failure = error {
            try connection.transaction {
                try connection.run("INSERT INTO t VALUES (?)", [UInt8](repeating: 1, count: 8_000))
                try connection.run("INSERT INTO t VALUES (?)", [UInt8](repeating: 1, count: 200_000))
            }
        }
        #expect(failure?.kind == .full)
        #expect(failure?.sql == "INSERT INTO t VALUES (?)")
        #expect(try connection.integer("SELECT count(*) FROM t") == 0)
        try connection.transaction { try connection.run("INSERT INTO t VALUES (?)", [UInt8]([1])) }
        #expect(try connection.integer("SELECT count(*) FROM t") == 1)
    }

    @Test(
        "network file systems are known by their number",
        arguments: [0x6969, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x00C3_6400] as [Int64]
    )
    func network(kind: Int64) {
        #expect(DeskFile.isNetwork(kind: kind))
        // ext4 and tmpfs
        #expect(!DeskFile.isNetwork(kind: 0xEF53))
        #expect(!DeskFile.isNetwork(kind: 0x0102_1994))
    }

    @Test(
        "SQLite's codes become what people have to know apart",
        arguments: [
            (5, 0, .busy), (517, 0, .busy), (261, 0, .busy), (13, 0, .full), (778, ENOSPC, .full), (778, EIO, .io), (8, 0, .readOnly),
            (14, EACCES, .noPermission), (14, ENOENT, .notFound), (14, EROFS, .readOnly), (11, 0, .damaged), (779, 0, .damaged),
            (8458, 0, .damaged), (26, 0, .foreignFile), (2067, 0, .constraint), (18, 0, .tooLarge), (7, 0, .outOfMemory), (1, 0, .misuse),
        ] as [(Int32, Int32, LedgerError.Kind)]
    )
    func kinds(code: Int32, systemError: Int32, kind: LedgerError.Kind) {
        #expect(LedgerError.kind(code: code, systemError: systemError) == kind)
    }

    @Test("folder of a path", arguments: [("/a/b", "/a"), ("/a", "/"), ("a", "."), ("a/b/", "a"), ("/", "/"), ("a//b", "a")])
    func folder(path: String, folder: String) {
        #expect(DeskFile.folder(of: path) == folder)
    }
}
