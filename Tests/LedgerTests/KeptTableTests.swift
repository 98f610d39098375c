import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("The tables are what the events make of them")
struct KeptTableTests {
    private func columns(of table: String, _ ledger: Ledger) throws -> [(name: String, type: String, isKey: Bool)] {
        var columns: [(String, String, Bool)] = []
        try ledger.connection.forEach("SELECT name, type, pk > 0 FROM pragma_table_info('\(table)')") { row throws(LedgerError) in
            columns.append((row.text(0), row.text(1), row.bool(2)))
        }
        return columns
    }

    @Test("Every table has rows on the desk of this test, and made anew from the events alone it says the same")
    func rebuilt() throws {
        let desk = try BusyDesk.make()
        let before = try BusyDesk.rows(desk.ledger)
        let tables = try BusyDesk.tables(desk.ledger)
        #expect(
            tables == [
                "book_day", "clock_rule", "code", "complaint", "complaint_naming", "complaint_repeat", "complaint_subject", "correction",
                "dated_rule", "desk",
                "escalation", "figure", "judged", "likeness_key", "likeness_page", "lost_serial", "paper", "rectification", "remains",
                "script", "staff", "staff_change", "stand_in",
            ]
        )
        for table in tables { #expect(before.contains { $0.hasPrefix("\(table): ") }, "no row in \(table)") }
        try desk.ledger.rebuild()
        #expect(try BusyDesk.rows(desk.ledger) == before)
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("A migration that makes the tables anew fills a desk of yesterday: columns, tables and indexes that it lacks")
    func migrated() throws {
        let desk = try BusyDesk.make()
        let connection = desk.ledger.connection
        let (before, sql) = (try BusyDesk.rows(desk.ledger), try definitions(desk.ledger))
        try connection.execute(
            """
            DROP INDEX complaint_waits_for; ALTER TABLE complaint DROP COLUMN waits_for; ALTER TABLE complaint DROP COLUMN dossier;
            ALTER TABLE rectification DROP COLUMN owner; DROP TABLE escalation; DROP TABLE complaint_search;
            CREATE TABLE forgotten(a INTEGER); INSERT INTO forgotten VALUES (1);
            """
        )
        #expect(try BusyDesk.rows(desk.ledger) != before)
        var plan = Schema.plan
        plan.migrations.append(Migration(version: 2, name: "for nothing", isRebuilding: true))
        let note = "ALTER TABLE draft ADD COLUMN note TEXT"
        plan.migrations.append(Migration(version: 3, name: "a new column", sql: note, isRebuilding: true))
        try plan.apply(to: connection)
        #expect(try connection.schemaVersion == 3)
        #expect(try BusyDesk.rows(desk.ledger) == before)
        #expect(try definitions(desk.ledger) == sql)
        #expect(try columns(of: "draft", desk.ledger).map(\.name).contains("note"))
        // A column of a step that this program does not know is one that another program added.
        #expect(try desk.ledger.verify().fault?.place == "table draft")
    }

    /// How the kept tables and their indexes are made.
    private func definitions(_ ledger: Ledger) throws -> [String] {
        var found: [String] = []
        try ledger.connection.forEach("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name <> 'draft' ORDER BY sql") {
            row throws(LedgerError) in found.append(row.text(0))
        }
        return found
    }

    @Test("verify notices a changed value in each column of each table")
    func changedValue() throws {
        let desk = try BusyDesk.make()
        let ledger = desk.ledger
        try ledger.connection.execute("PRAGMA foreign_keys = OFF")
        for table in try BusyDesk.tables(ledger) {
            try ledger.connection.execute("CREATE TEMP TABLE kept AS SELECT * FROM \(table)")
            let columns = try columns(of: table, ledger)
            let keys = columns.filter(\.isKey).map(\.name).joined(separator: ", ")
            for column in columns where !(table == "desk" && column.name == "id") {
                let changed =
                    switch column.type {
                    case "TEXT": "coalesce(\(column.name), '') || 'x'"
                    case "INTEGER": "CASE \(column.name) WHEN 1 THEN 0 ELSE coalesce(\(column.name), 0) + 1 END"
                    default: "CAST('{}' AS BLOB)"
                    }
                try ledger.connection.execute("UPDATE \(table) SET \(column.name) = \(changed) WHERE \(last(keys, table))")
                #expect(try ledger.verify().fault != nil, "\(table).\(column.name) was changed")
                try ledger.connection.execute("DELETE FROM \(table); INSERT INTO \(table) SELECT * FROM temp.kept")
            }
            try ledger.connection.execute("DROP TABLE temp.kept")
        }
        #expect(try ledger.verify().fault == nil, "all is as before")
    }

    @Test("verify tells bytes that are not UTF-8 from the sign that stands for them")
    func unreadableBytes() throws {
        let desk = try BusyDesk.make()
        _ = try desk.ledger.log(desk.intake("他写的是 \u{FFFD}"), by: desk.counter)
        #expect(try desk.ledger.verify().fault == nil)
        let forged = "CAST(replace(CAST(text AS BLOB), x'EFBFBD', x'FF') AS TEXT)"
        try desk.ledger.connection.execute("UPDATE complaint SET text = \(forged) WHERE id = (SELECT max(id) FROM complaint)")
        #expect(try desk.ledger.verify().fault != nil)
    }

    @Test("verify notices a row that is gone from each table")
    func lostRow() throws {
        let desk = try BusyDesk.make()
        let ledger = desk.ledger
        try ledger.connection.execute("PRAGMA foreign_keys = OFF")
        for table in try BusyDesk.tables(ledger) {
            let keys = try columns(of: table, ledger).filter(\.isKey).map(\.name).joined(separator: ", ")
            try ledger.connection.execute("CREATE TEMP TABLE kept AS SELECT * FROM \(table)")
            try ledger.connection.execute("DELETE FROM \(table) WHERE \(last(keys, table))")
            #expect(try ledger.verify().fault != nil, "a row of \(table) is gone")
            try ledger.connection.execute("DELETE FROM \(table); INSERT INTO \(table) SELECT * FROM temp.kept; DROP TABLE temp.kept")
        }
        #expect(try ledger.verify().fault == nil, "all is as before")
    }

    @Test("verify notices a row that no event made")
    func strangeRow() throws {
        let desk = try BusyDesk.make()
        let ledger = desk.ledger
        try ledger.connection.execute("PRAGMA foreign_keys = OFF")
        for sql in [
            "INSERT INTO paper VALUES (1, '0379-2611-C900', 'chaser', 2611, 900)",
            "INSERT INTO escalation VALUES (1, 0, NULL, '', NULL, NULL, NULL, NULL, '', NULL)",
            "INSERT INTO rectification VALUES (1, 1, 'x', 'y', 20000, 0)",
            "INSERT INTO rectification SELECT max(id), 9, 'x', 'y', 20000, 0 FROM complaint",
            "INSERT INTO complaint_subject SELECT max(id), '1002' FROM complaint",
            "INSERT INTO stand_in VALUES ('1001', '1003', 20000, 20001, '1001', 0)",
            "INSERT INTO book_day VALUES (20000, 0, '1002', '', '', 1)",
            "INSERT INTO staff VALUES ('1099', 'x', 'branch-manager', '00', 0, NULL)",
            "INSERT INTO code VALUES ('reason', 'made-up', 99, 'x', 'x', 'x', 1, NULL, '')",
            "INSERT INTO clock_rule SELECT 'final', effective, set_at, rule FROM clock_rule LIMIT 1",
        ] {
            let table = String(sql.split(separator: " ")[2])
            try ledger.connection.execute("CREATE TEMP TABLE kept AS SELECT * FROM \(table)")
            try ledger.connection.execute(sql)
            #expect(try ledger.verify().fault != nil, "\(sql)")
            try ledger.connection.execute("DELETE FROM \(table); INSERT INTO \(table) SELECT * FROM temp.kept; DROP TABLE temp.kept")
        }
        #expect(try ledger.verify().fault == nil, "all is as before")
    }

    /// The condition that is true of one row, the last by its key.
    private func last(_ keys: String, _ table: String) -> String {
        "(\(keys)) = (SELECT \(keys) FROM \(table) ORDER BY \(keys.split(separator: ",").map { "\($0) DESC" }.joined(separator: ",")) LIMIT 1)"
    }
}
