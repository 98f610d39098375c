import Glibc
import Testing

@testable import Ledger

@Suite("Transactions and migrations")
struct TransactionTests {
    private struct Stop: Error, Equatable {}
    private let scratch: Scratch
    private let path: String
    private let connection: Connection

    init() throws {
        scratch = try Scratch()
        path = scratch.file("ledger.db")
        connection = try Connection(path: path, mode: .create)
        try connection.execute("CREATE TABLE t (a INTEGER UNIQUE) STRICT; PRAGMA user_version = 1")
    }

    @Test("a transaction is whole or not at all")
    func atomic() throws {
        try connection.transaction {
            try connection.run("INSERT INTO t VALUES (?)", 1)
            try connection.run("INSERT INTO t VALUES (?)", 2)
        }
        #expect(throws: Stop()) {
            try connection.transaction {
                try connection.run("INSERT INTO t VALUES (?)", 3)
                throw Stop()
            }
        }
        let error = #expect(throws: LedgerError.self) {
            try connection.transaction {
                try connection.run("INSERT INTO t VALUES (?)", 4)
                try connection.run("INSERT INTO t VALUES (?)", 1)
            }
        }
        #expect(error?.kind == .constraint)
        #expect(try connection.integer("SELECT count(*) FROM t") == 2)
        #expect(try !connection.isInTransaction)
        #expect(try connection.transaction { 5 } == 5)
    }

    @Test("a transaction inside another, or while a query runs, is refused")
    func nested() throws {
        try connection.execute("INSERT INTO t VALUES (1), (2)")
        #expect(throws: LedgerError(.misuse, message: "a transaction inside a transaction")) {
            try connection.transaction { try connection.transaction {} }
        }
        #expect(throws: LedgerError(.misuse, message: "a transaction inside a transaction")) {
            try connection.read { try connection.transaction {} }
        }
        let query = try connection.statement("SELECT a FROM t")
        #expect(try query.step())
        #expect(throws: LedgerError(.misuse, message: "a query is still running where a transaction is to begin")) {
            try connection.transaction {}
        }
        query.reset()
        #expect(try connection.transaction { try connection.read { 3 } } == 3)
    }

    @Test("a snapshot stays as it is while another desk writes, and the next one is newer")
    func snapshot() throws {
        let other = try Connection(path: path, mode: .readWrite)
        let before = try connection.dataVersion
        try connection.read {
            try other.run("INSERT INTO t VALUES (1)")
            #expect(try connection.integer("SELECT count(*) FROM t") == 0)
        }
        #expect(try connection.integer("SELECT count(*) FROM t") == 1)
        #expect(try connection.dataVersion != before)
    }

    @Test("who waits too long is told that the store is busy")
    func busy() throws {
        let other = try Connection(path: path, mode: .readWrite, patience: 30)
        try connection.transaction {
            let error = #expect(throws: LedgerError.self) { try other.transaction {} }
            #expect(error?.kind == .busy)
        }
        #expect(try other.transaction { 1 } == 1)
    }

    @Test("eight desks at once: every number is drawn once, none is lost, nobody is turned away")
    func crowd() throws {
        let desks = 8
        let rounds = 60
        let problems = Crowd.run(desks) { desk in
            let mine = try Connection(path: path, mode: .readWrite)
            for _ in 0..<rounds {
                try mine.transaction {
                    let next = (try mine.integer("SELECT max(a) FROM t") ?? 0) + 1
                    try mine.run("INSERT INTO t VALUES (?)", next)
                }
                _ = try mine.read { try mine.integer("SELECT count(*) FROM t") }
            }
        }
        #expect(problems == [])
        #expect(try connection.integer("SELECT count(*) FROM t") == Int64(desks * rounds))
        #expect(try connection.integer("SELECT max(a) FROM t") == Int64(desks * rounds))
    }

    @Test("eight desks making the same new file at once all get it, with each migration done once")
    func crowdOfMakers() throws {
        let fresh = scratch.file("new/ledger.db")
        let plan = MigrationPlan(migrations: [
            Migration(version: 1, name: "tables", sql: "CREATE TABLE t (a INTEGER) STRICT"),
            Migration(version: 2, name: "mark", sql: "INSERT INTO t VALUES (1)"),
        ])
        let problems = Crowd.run(8) { _ in
            for _ in 0..<20 {
                do {
                    try plan.apply(to: Connection(path: fresh, mode: .create))
                } catch let error as LedgerError where error.kind == .exists {
                    try plan.apply(to: Connection(path: fresh, mode: .readWrite))
                }
            }
        }
        #expect(problems == [])
        #expect(try Connection(path: fresh, mode: .readOnly).integer("SELECT count(*) FROM t") == 1)
    }

    @Test("migrations run in order and once; a failing one leaves the version before it")
    func migrations() throws {
        let first = Migration(version: 1, name: "tables", sql: "CREATE TABLE u (a INTEGER) STRICT")
        let second = Migration(version: 2, name: "more", sql: "ALTER TABLE u ADD COLUMN b TEXT; INSERT INTO u VALUES (1, 'x')")
        let broken = Migration(version: 3, name: "broken", sql: "INSERT INTO u VALUES (2, 'y'); INSERT INTO nowhere VALUES (1)")
        let fresh = try Connection(path: scratch.file("fresh.db"), mode: .create)
        try MigrationPlan(migrations: [first]).apply(to: fresh)
        try MigrationPlan(migrations: [first, second]).apply(to: fresh)
        try MigrationPlan(migrations: [first, second]).apply(to: fresh)
        #expect(try fresh.schemaVersion == 2)
        let error = #expect(throws: LedgerError.self) { try MigrationPlan(migrations: [first, second, broken]).apply(to: fresh) }
        #expect(error?.message == "migration 3, broken: no such table: nowhere")
        #expect(try fresh.schemaVersion == 2)
        #expect(try fresh.integer("SELECT count(*) FROM u") == 1)
        #expect(throws: LedgerError(.newerVersion, message: "the file has version 2, this program knows 1")) {
            try MigrationPlan(migrations: [first]).apply(to: fresh)
        }
    }

    @Test("a log cut or garbled anywhere opens, and loses whole transactions from the end at most")
    func brokenLog() throws {
        for number in 1...12 {
            try connection.transaction {
                try connection.run("INSERT INTO t VALUES (?)", number)
                try connection.run("INSERT INTO t VALUES (?)", -number)
            }
        }
        let base = DeskFile.beginning(of: path, count: 1 << 20)
        let log = DeskFile.beginning(of: path + "-wal", count: 1 << 20)
        #expect(log.count > 50_000)
        var counts: Set<Int64> = []
        for place in stride(from: 0, to: log.count, by: 1_511) {
            var garbled = log
            for index in place..<min(place + 9, log.count) { garbled[index] ^= 0xA5 }
            for broken in [Array(log[..<place]), garbled] {
                try scratch.write(base, to: "copy.db")
                try scratch.write(broken, to: "copy.db-wal")
                do throws(LedgerError) {
                    let copy = try Connection(path: scratch.file("copy.db"), mode: .readWrite)
                    #expect(try copy.text("PRAGMA integrity_check") == "ok")
                    let last = try copy.integer("SELECT max(a) FROM t") ?? 0
                    #expect(try copy.integer("SELECT count(*) FROM t WHERE abs(a) <= ?", last) == 2 * last)
                    #expect(try copy.integer("SELECT count(*) FROM t") == 2 * last)
                    counts.insert(last)
                } catch {
                    // The table itself is only in the log: cut off before it, the file is an empty one or has no table.
                    #expect(error.kind == .notFound || error.message == "no such table: t")
                }
                unlink(scratch.file("copy.db-shm"))
            }
        }
        #expect(counts.isSuperset(of: [1, 6, 11]))
    }

    @Test("after a checkpoint erased contents are in no file")
    func erasure() throws {
        try connection.execute("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT) STRICT")
        let secret = "the customer's own words, to be forgotten"
        for _ in 0..<50 { try connection.run("INSERT INTO words (word) VALUES (?)", secret) }
        try connection.run("DELETE FROM words WHERE id > 2")
        try connection.run("UPDATE words SET word = NULL")
        #expect(try connection.checkpoint())
        for file in [path, path + "-wal"] {
            let bytes = DeskFile.beginning(of: file, count: 1 << 20)
            #expect(!String(decoding: bytes, as: UTF8.self).contains(secret))
        }
    }
}

/// Several threads at once, since SQLite blocks the thread that waits.
enum Crowd {
    private final class Job {
        let number: Int
        let work: (Int) throws -> Void
        var problem = ""

        init(number: Int, work: @escaping (Int) throws -> Void) {
            self.number = number
            self.work = work
        }
    }

    /// Runs `work` in `count` threads, and gives what they threw once all have ended.
    static func run(_ count: Int, _ work: (Int) throws -> Void) -> [String] {
        withoutActuallyEscaping(work) { work in
            let jobs = (0..<count).map { Job(number: $0, work: work) }
            let threads = jobs.map { job -> pthread_t in
                var thread = pthread_t()
                let result = pthread_create(
                    &thread,
                    nil,
                    { context in
                        guard let context else { return nil }
                        let job = Unmanaged<Job>.fromOpaque(context).takeUnretainedValue()
                        do { try job.work(job.number) } catch { job.problem = "\(error)" }
                        return nil
                    },
                    Unmanaged.passUnretained(job).toOpaque()
                )
                precondition(result == 0, "no thread")
                return thread
            }
            // Joined before the jobs go, so that the threads' unretained pointers stay good.
            return withExtendedLifetime(jobs) {
                for thread in threads { pthread_join(thread, nil) }
                return jobs.map(\.problem).filter { !$0.isEmpty }
            }
        }
    }
}
