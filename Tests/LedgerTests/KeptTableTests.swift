import ComplaintRules
import DeskTestSupport
import Testing

@testable import Ledger

@Suite("The tables are what the events make of them")
struct KeptTableTests {
    /// All tables that are kept from events.
    private static let tables = [
        "complaint", "complaint_subject", "staff", "desk", "stand_in", "clock_rule", "code", "book_day", "paper", "rectification",
        "likeness_key", "likeness_page",
    ]

    /// A desk on which every table has rows.
    private func desk() throws -> PracticeFolder {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let today = ledger.rules.zone.day(at: ledger.clock.now())
        try ledger.addStaff(
            StaffMember(number: try PracticeFolder.number("1005"), name: "周岚", role: .counter),
            passcode: PracticeFolder.passcode,
            by: desk.head
        )
        try ledger.nameStandIn(
            StandIn(absent: desk.manager.number, standIn: try PracticeFolder.number("1005"), from: today, to: today.adding(days: 3)),
            by: desk.head
        )
        try ledger.load(
            try WorkCalendar(header: ["date", "name"], rows: [(line: 2, fields: ["2026-12-25", "x"])]),
            by: desk.head
        )
        try ledger.change("rule.reply", to: "5d", by: desk.head)
        try ledger.change("hotline", to: "95533", by: desk.head)
        try ledger.change(CodeTable.standard, by: desk.head)
        _ = try ledger.perform(.open(today, reason: ""), by: desk.manager)
        let entry = try ledger.logEntry(
            Intake(channel: .commentBook, received: ledger.clock.now(), text: "意见"),
            on: today,
            by: desk.manager
        )
        _ = try ledger.perform(.accept, on: entry.state.number.description, by: desk.manager)
        _ = try ledger.perform(.close(today), by: desk.manager)
        let number = try desk.repliedCase().state.number.description
        let signer = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        _ = try ledger.perform(.sign, on: number, by: desk.head, key: signer)
        let second = try ledger.log(
            desk.intake("态度生硬，问了三次也不说明为什么要重新填写", about: "张伟"),
            then: [.handOver(.init(to: desk.manager.number))],
            by: desk.counter
        )
        let other = second.state.number.description
        _ = try ledger.perform(.accept, on: other, by: desk.manager)
        _ = try ledger.perform(.rectify(what: "增开窗口", owner: "李敏", due: today.adding(days: 4)), on: other, by: desk.manager)
        _ = try ledger.perform(.askEscalation(.init(kind: .amount, reason: "超出权限")), on: other, by: desk.manager)
        _ = try ledger.perform(.confirmEscalation, on: other, by: desk.head)
        try desk.setClock("2026-11-27T10:00:00+08:00")
        _ = try ledger.perform(.chase(text: "请速办"), on: other, by: desk.manager)
        return desk
    }

    /// All rows of the tables as text.
    private func contents(_ ledger: Ledger) throws -> [String] {
        var lines: [String] = []
        for table in Self.tables {
            let columns = try self.columns(of: table, ledger).map(\.name)
            try ledger.connection.forEach(
                "SELECT \(columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")) FROM \(table) ORDER BY 1"
            ) {
                row throws(LedgerError) in lines.append("\(table): \(row.text(0))")
            }
        }
        return lines
    }

    private func columns(of table: String, _ ledger: Ledger) throws -> [(name: String, type: String, isKey: Bool)] {
        var columns: [(String, String, Bool)] = []
        try ledger.connection.forEach("SELECT name, type, pk > 0 FROM pragma_table_info('\(table)')") { row throws(LedgerError) in
            columns.append((row.text(0), row.text(1), row.bool(2)))
        }
        return columns
    }

    @Test("Every table has rows on the desk of this test, and made anew from the events alone it says the same")
    func rebuilt() throws {
        let desk = try desk()
        let before = try contents(desk.ledger)
        for table in Self.tables { #expect(before.contains { $0.hasPrefix("\(table): ") }, "no row in \(table)") }
        try desk.ledger.rebuild()
        #expect(try contents(desk.ledger) == before)
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("verify notices a changed value in each column of each table")
    func changedValue() throws {
        let desk = try desk()
        let ledger = desk.ledger
        try ledger.connection.execute("PRAGMA foreign_keys = OFF")
        for table in Self.tables {
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

    @Test("verify notices a row that is gone from each table")
    func lostRow() throws {
        let desk = try desk()
        let ledger = desk.ledger
        try ledger.connection.execute("PRAGMA foreign_keys = OFF")
        for table in Self.tables {
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
        let desk = try desk()
        let ledger = desk.ledger
        try ledger.connection.execute("PRAGMA foreign_keys = OFF")
        for sql in [
            "INSERT INTO paper VALUES ('0379-2611-C900', 'chaser', 2611, 900, 1)",
            "INSERT INTO rectification VALUES (1, 1, 'x', 'y', 20000, 0)",
            "INSERT INTO rectification SELECT max(id), 9, 'x', 'y', 20000, 0 FROM complaint",
            "INSERT INTO complaint_subject SELECT max(id), '1002' FROM complaint",
            "INSERT INTO stand_in VALUES ('1001', '1003', 20000, 20001)",
            "INSERT INTO book_day VALUES (20000, 0, '1002', '', '', 1)",
            "INSERT INTO staff VALUES ('1099', 'x', 'branch-manager', '00', 0)",
            "INSERT INTO code VALUES ('reason', 'made-up', 99, 'x', 'x', 'x', 1)",
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
