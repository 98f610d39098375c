import Glibc

/// A row of any table taken away, copied, changed with another, or made of another's: by `sqlite3`, without a care for the chain.
struct Rows: Trial {
    static let name = "rows"

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let desk = bench.copy(bench.base)
        let raw = try RawDesk(desk)
        let tables = try raw.tables().filter { table in !table.columns.isEmpty }
        var (sql, changed) = ("", 0)
        // An empty table has no row to harm, and a key may stand against a change.
        for _ in 0..<100 where changed == 0 {
            let table = tables[Int.random(in: 0..<tables.count, using: &random)]
            sql = Rows.harm(table.name, table.columns.map(\.name), try Rows.count(table.name, in: raw), &random)
            changed = raw.change(sql)
        }
        raw.close()
        try bench.judge(desk, bench.answers, sql, &tally)
    }

    private static func count(_ table: String, in raw: RawDesk) throws(TrialFailure) -> Int {
        Int(try raw.rows("SELECT count(*) FROM \(table)").first?.first ?? "") ?? 0
    }

    private static func harm(_ table: String, _ columns: [String], _ count: Int, _ random: inout SplitMix) -> String {
        let key = columns[0]
        let (one, other) = (Int.random(in: 0..<max(1, count), using: &random), Int.random(in: 0..<max(1, count), using: &random))
        let order = columns.joined(separator: ", ")
        func row(_ place: Int) -> String { "(SELECT \(key) FROM \(table) ORDER BY \(order) LIMIT 1 OFFSET \(place))" }
        func copied(_ list: String) -> String { "(SELECT \(list) FROM \(table) WHERE \(key) = \(row(other)) LIMIT 1)" }
        let column = columns[Int.random(in: 0..<columns.count, using: &random)]
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return "DELETE FROM \(table) WHERE \(key) = \(row(one))"
        case 1:
            let rest = columns.dropFirst().joined(separator: ", ")
            let values = "\(key) + 100000" + (rest.isEmpty ? "" : ", \(rest)")
            return "INSERT INTO \(table)(\(order)) SELECT \(values) FROM \(table) WHERE \(key) = \(row(one)) LIMIT 1"
        case 2: return "UPDATE \(table) SET \(column) = \(copied(column)) WHERE \(key) = \(row(one))"
        default:
            let all = columns.dropFirst()
            guard !all.isEmpty else { return "DELETE FROM \(table)" }
            let list = all.joined(separator: ", ")
            return "UPDATE \(table) SET (\(list)) = \(copied(list)) WHERE \(key) = \(row(one))"
        }
    }
}

/// The extreme values of each column of each table in turn, also with the chain made to fit: numbers at the ends of what there is, years that no
/// calendar has, texts and bytes of nothing and of too much.
final class StoredValues: Trial {
    static let name = "stored-values"

    private var changes: [String]?
    private var place = 0
    var isOver: Bool { changes.map { place == $0.count } ?? false }

    private static let numbers = [
        "-9223372036854775808", "9223372036854775807", "-1", "0", "4294967296", "31494784780800000", "-62135596800001",
    ]
    private static let texts = [
        "''", "'0'", "'-9223372036854775808'", "'999999-13-32'", "hex(zeroblob(500000))", "char(27) || '[2J'", "CAST(x'FFFE' AS TEXT)",
    ]
    private static let blobs = [
        "x''", "x'00'", "zeroblob(1000000)", "CAST('{}' AS BLOB)", "CAST('[' AS BLOB)", "CAST('{\"a\":1e999}' AS BLOB)",
    ]

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let desk = bench.copy(bench.base)
        let raw = try RawDesk(desk)
        if changes == nil { changes = try StoredValues.all(raw) }
        guard let changes, place < changes.count else { return raw.close() }
        // From all tables by turns, so that a short run comes to each kind.
        let sql = changes[place * 7919 % changes.count]
        place += 1
        let isChanged = raw.change(sql) > 0
        if isChanged, sql.hasPrefix("UPDATE event"), Bool.random(using: &random) { try raw.chainAnew() }
        raw.close()
        guard isChanged else { return }
        try bench.judge(desk, bench.answers, sql, &tally)
        // What verify finds is found; the others must not fall over it either.
        for question in [["list", "--limit", "0"], ["due"], ["audit"], ["book", "status"], ["figures", "--period", "2026-11"]] {
            let asked = try bench.run(question, on: desk, as: question == ["due"] ? nil : "1001")
            guard asked.isCrash || asked.status > 5 else { continue }
            tally.crashed += 1
            return tally.report("\(sql): \(question[0]) ended with \(asked.status)")
        }
    }

    /// A statement for each value of each column: of the first row, a middle one, or all.
    private static func all(_ raw: RawDesk) throws(TrialFailure) -> [String] {
        var all: [String] = []
        for table in try raw.tables() where !table.name.hasPrefix("complaint_search") {
            let key = table.columns[0].name
            for column in table.columns {
                let values = column.type == "INTEGER" ? numbers : column.type == "TEXT" ? texts : blobs
                for (index, value) in values.enumerated() {
                    let row = index % 3 == 0 ? "min(\(key))" : "max(\(key))"
                    let condition = index % 3 == 2 ? "" : " WHERE \(key) = (SELECT \(row) FROM \(table.name))"
                    all.append("UPDATE OR IGNORE \(table.name) SET \(column.name) = \(value)\(condition)")
                }
            }
        }
        return all
    }
}

/// Something else in the place of a file beside the desk's, or of a folder: a pipe, a link, a folder, nothing, rubbish.
final class StrangeFiles: Trial {
    static let name = "strange-files"

    private static let places = [
        "firstdesk.db", "firstdesk.db-wal", "firstdesk.db-shm", "firstdesk.db-wal.damaged", "firstdesk.witness", "drafts.lock",
        "attachments",
        "attachments/*", "backups",
    ]
    private static let harms = [
        "mkfifo '@'", "mkdir -p '@'", "ln -s /nowhere '@'", "ln -s /dev/zero '@'", "ln -s . '@'", ": > '@'",
        "head -c 5000 /dev/urandom > '@'",
        "true", "head -c 3000000 /dev/zero > '@'",
    ]
    private var place = 0

    func round(_ bench: TrialBench, _ random: inout SplitMix, _ tally: inout Tally) throws(TrialFailure) {
        let (places, harms) = (StrangeFiles.places, StrangeFiles.harms)
        let (name, harm) = (places[place % places.count], harms[place / places.count % harms.count])
        place += 1
        let desk = bench.copy(Bool.random(using: &random) ? bench.base : bench.cut)
        let made = "for f in '\(desk)'/\(name); do rm -rf \"$f\"; \(harm.replacing("'@'", with: "\"$f\"")); done"
        guard system(made) == 0 else { throw TrialFailure(made) }
        tally.tried += 1
        var (isSaid, printed) = (false, 0)
        let commands: [([String], String?)] = [
            (["verify"], nil), (["list", "--limit", "0"], "1001"), (["log", "--input", "\(bench.folder)/few"], "1003"), (["backup"], nil),
            (["verify"], nil),
        ]
        for (arguments, staff) in commands {
            let result = try bench.run(arguments, on: desk, as: staff)
            if result.isCrash || result.status > 5 {
                tally.crashed += 1
                return tally.report("\(made): \(arguments[0]) ended with \(result.status)")
            }
            isSaid = isSaid || result.status != 0 && !(result.errors + result.output).isEmpty
            if arguments[0] == "log" { printed = result.lines.count }
            if result.status != 0, (result.errors + result.output).isEmpty {
                tally.unnoticed += 1
                return tally.report("\(made): \(arguments[0]) ended with \(result.status), without a word")
            }
        }
        if isSaid {
            tally.noticed += 1
        } else if printed == 5 {
            tally.harmless += 1
        } else {
            tally.lost += 1
            tally.report("\(made): \(printed) of 5 were printed, and nothing said")
        }
    }
}
