import Testing

@testable import Ledger

@Suite("Statements")
struct StatementTests {
    private let scratch: Scratch
    private let connection: Connection

    init() throws {
        scratch = try Scratch()
        connection = try Connection(path: scratch.file("ledger.db"), mode: .create)
        try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT, data BLOB, size INTEGER, yes INTEGER) STRICT")
    }

    @Test("values of every kind come back as they went in")
    func roundTrip() throws {
        let word = "投诉\u{0}e\u{301}👩‍👩‍👧; DROP TABLE t --'\""
        let data: [UInt8] = [0, 1, 255, 0]
        try connection.run("INSERT INTO t VALUES (?, ?, ?, ?, ?)", Int64.min, word, data, 15, true)
        try connection.run("INSERT INTO t VALUES (?, ?, ?, ?, ?)", 7, "", [UInt8](), nil, nil)
        let none: String? = nil
        try connection.run("INSERT INTO t VALUES (?, ?, ?, ?, ?)", 8, none, nil, nil, false)

        var rows: [String] = []
        try connection.forEach("SELECT id, word, data, size, yes FROM t ORDER BY id") { row throws(LedgerError) in
            rows.append(
                "\(row.int64(0)) \(row.optionalText(1) ?? "-") \(row.optionalBytes(2).map { "\($0)" } ?? "-") "
                    + "\(row.optionalInt64(3).map { "\($0)" } ?? "-") \(row.optionalInt64(4).map { "\($0)" } ?? "-")"
            )
        }
        #expect(rows == ["-9223372036854775808 \(word) [0, 1, 255, 0] 15 1", "7  [] - -", "8 - - - 0"])
        #expect(try connection.integer("SELECT length(CAST(word AS BLOB)) FROM t WHERE id < 0") == Int64(word.utf8.count))
    }

    @Test("bytes of a text are given exactly as stored, even where they are no UTF-8")
    func brokenText() throws {
        try connection.execute("INSERT INTO t (id, word) VALUES (1, CAST(x'41ff42' AS TEXT))")
        let found = try connection.first("SELECT word FROM t") { row throws(LedgerError) in (row.text(0), row.bytes(0)) }
        #expect(found?.0 == "A\u{FFFD}B")
        #expect(found?.1 == [0x41, 0xFF, 0x42])
    }

    @Test("the number of values must be that of the places, and a text one statement")
    func misuse() throws {
        #expect(throws: LedgerError.self) { try connection.run("INSERT INTO t (id) VALUES (?)", 1, 2) }
        #expect(throws: LedgerError.self) { try connection.run("INSERT INTO t (id) VALUES (?)") }
        #expect(throws: LedgerError.self) { try connection.run("DELETE FROM t; DELETE FROM t") }
        #expect(throws: LedgerError.self) { try connection.run("") }
        #expect(throws: LedgerError.self) { try connection.run("SELECT \"word that is no column\"") }
        #expect(try connection.integer("SELECT 4 ;\n") == 4)
    }

    @Test("one text in two hands gives two statements; let go, it is the kept one again, without its old values")
    func sharing() throws {
        for id in 1...3 { try connection.run("INSERT INTO t (id) VALUES (?)", id) }
        var seen: [Int64] = []
        try connection.forEach("SELECT id FROM t ORDER BY id") { row throws(LedgerError) in
            seen.append(row.int64(0))
            try connection.forEach("SELECT id FROM t ORDER BY id") { inner throws(LedgerError) in seen.append(inner.int64(0) * 10) }
        }
        #expect(seen == [1, 10, 20, 30, 2, 10, 20, 30, 3, 10, 20, 30])

        try connection.run("UPDATE t SET word = ?", "secret")
        let again = try connection.statement("UPDATE t SET word = ?")
        #expect(try again.step() == false)
        #expect(try connection.text("SELECT word FROM t LIMIT 1") == nil)
    }

    @Test("a statement that outlives its connection harms nothing, and the closed connection says so")
    func closing() throws {
        let late = try connection.statement("SELECT 1")
        connection.close()
        connection.close()
        #expect(try late.step())
        #expect(throws: LedgerError(.misuse, message: "the connection is closed")) { try connection.run("SELECT 1") }
    }

    @Test("errors carry the statement and never a value")
    func noValues() throws {
        try connection.execute("CREATE VIRTUAL TABLE f USING fts5(body); CREATE UNIQUE INDEX words ON t (word)")
        try connection.run("INSERT INTO t (word) VALUES (?)", "Frau Holle")
        let texts = [
            "INSERT INTO t (word) VALUES (?)", "SELECT 1 FROM f WHERE f MATCH ? || '\"'", "SELECT 1 FROM f WHERE body match ? || ' : x'",
            "INSERT INTO t (size) VALUES (?)", "SELECT abs(-9223372036854775808), ?",
        ]
        for text in texts {
            let error = #expect(throws: LedgerError.self) { try connection.run(text, "Frau Holle") }
            #expect(error?.sql == text)
            #expect(error?.description.contains("Holle") == false)
        }
    }
}
