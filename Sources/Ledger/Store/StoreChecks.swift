import CSQLite
import ComplaintRules
import TableFiles

/// What `verify` looks at beside the events and the tables kept from them: the schema, the pages, the drafts.
enum StoreChecks {
    // MARK: The schema

    /// A table, index, trigger or view, and the statement that makes it.
    private struct SchemaItem: Hashable {
        let type: String
        let name: String
        let sql: String?

        init(type: String, name: String, sql: String?) { (self.type, self.name, self.sql) = (type, name, sql) }

        /// What a statement makes.
        init(_ statement: String) {
            let words = statement.prefix { $0 != "(" }.split(separator: " ")
            let place = words.firstIndex { $0 == "TABLE" || $0 == "INDEX" } ?? 0
            self.init(
                type: words.isEmpty ? "" : words[place].lowercased(),
                name: words.count > place + 1 ? String(words[place + 1]) : "",
                sql: statement
            )
        }

        /// Whether it is to be looked at: SQLite keeps statistics and the indexes of keys itself. It makes no trigger and no view.
        var isOurs: Bool { !name.hasPrefix("sqlite_") || type == "trigger" || type == "view" }
    }

    /// Compares tables, indexes, triggers and views with those that this program makes: a trigger that somebody added would write along with
    /// each act, and without an index a query may be slow or a number given twice.
    ///
    /// - Parameter isBrief: whether the texts of the statements are enough, as at each start, where there is a difference in none; the tables that
    ///   SQLite makes by itself for the search index are then known by their names.
    /// - Throws: `Verification.Fault`; `LedgerError`.
    static func checkSchema(_ connection: Connection, isBrief: Bool = false) throws {
        let found = try items { sql throws(LedgerError) in try connection.statement(sql) }
        if isBrief, isAsWritten(found) { return }
        let wanted = try items(of: SchemaModel.make(Schema.plan.migrations.map(\.sql) + [Schema.kept]))
        func fault(_ item: SchemaItem, _ what: Phrase) -> Verification.Fault { .init(place: "\(item.type) \(item.name)", what: what) }
        let (wantedNames, foundNames) = (Set(wanted.map(\.name)), Set(found.map(\.name)))
        for item in found where !wantedNames.contains(item.name) {
            throw fault(item, Phrase(en: "it was added to the file by another program", zh: "由其他程序添加到文件中"))
        }
        for item in wanted where !foundNames.contains(item.name) {
            throw fault(item, Phrase(en: "it is missing from the file", zh: "文件中缺失"))
        }
        for item in Set(found).subtracting(wanted).sorted(by: { $0.name < $1.name }) {
            throw fault(item, Phrase(en: "its definition was changed", zh: "定义被改动"))
        }
    }

    /// Whether the schema is the one of this program's statements, word for word. Making a model of it takes as long as the rest of a start.
    static func isAsWritten(_ connection: Connection) throws(LedgerError) -> Bool {
        isAsWritten(try items { sql throws(LedgerError) in try connection.statement(sql) })
    }

    private static func isAsWritten(_ found: [SchemaItem]) -> Bool {
        let parts = Set(["config", "data", "docsize", "idx"].map { "complaint_search_\($0)" })
        let own = found.filter { $0.type != "table" || !parts.contains($0.name) }
        return own.count + parts.count == found.count && Set(own) == Set(statements.map(SchemaItem.init))
    }

    /// The statements that make the schema, as SQLite keeps them: each ends with its line, and comments stand before it.
    private static var statements: [String] {
        var statements: [String] = []
        var lines: [String] = []
        for line in (Schema.plan.migrations.map(\.sql) + [Schema.kept]).joined(separator: "\n").utf8.split(separator: UInt8(ascii: "\n")) {
            let line = String(Substring(line))
            if lines.isEmpty, line.hasPrefix("--") { continue }
            lines.append(line)
            guard line.hasSuffix(";") else { continue }
            statements.append(String(lines.joined(separator: "\n").dropLast()))
            lines = []
        }
        return statements
    }

    private static func items(of model: DatabaseHandle) throws(LedgerError) -> [SchemaItem] {
        try items { sql throws(LedgerError) in try Statement(sql, on: model, persistent: false) }
    }

    private static func items(_ prepare: (String) throws(LedgerError) -> Statement) throws(LedgerError) -> [SchemaItem] {
        var items: [SchemaItem] = []
        let sql = "SELECT type, name, sql FROM main.sqlite_schema ORDER BY type, name"
        let row = try prepare(sql)
        while try row.step() { items.append(SchemaItem(type: row.text(0), name: row.text(1), sql: row.optionalText(2))) }
        return items.filter(\.isOurs)
    }

    /// A file in memory with the tables of this program, empty; made step by step, as those of an old desk were: SQLite keeps the words of a step.
    private enum SchemaModel {
        static func make(_ statements: [String]) throws(LedgerError) -> DatabaseHandle {
            let handle = try DatabaseHandle(path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, patience: 0)
            let connection = try handle.open()
            for sql in statements {
                let code = sqlite3_exec(connection, sql, nil, nil, nil)
                guard code == SQLITE_OK else { throw LedgerError(code: code, on: connection, sql: nil) }
            }
            return handle
        }
    }

    /// The statements that make the indexes of the lasting tables, wherever they stand among those that make the tables.
    static func lastingIndexes() throws(LedgerError) -> [String] {
        let model = try SchemaModel.make(Schema.plan.migrations.map(\.sql))
        var statements: [String] = []
        let sql = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
        let row = try Statement(sql, on: model, persistent: false)
        while try row.step() { statements.append(row.text(0)) }
        return statements
    }

    // MARK: Pages

    /// What SQLite says when it looks through all pages, and compares the indexes with their tables.
    static func pageReport(_ connection: Connection) throws(LedgerError) -> String {
        try connection.text("PRAGMA main.integrity_check(1)") ?? ""
    }

    /// Judges what SQLite said of the pages.
    static func checkPages(_ report: String) throws(Verification.Fault) {
        if report == "ok" { return }
        throw Verification.Fault(place: "file", what: Phrase(en: "the file is damaged (\(report))", zh: "文件已损坏（\(report)）"))
    }

    // MARK: Drafts

    /// The longest draft, in bytes: several texts of the longest kind.
    private static let draftLimit: Int64 = 64 << 20

    /// Looks at the drafts: each of a member of staff, of a form, and in the coding of a form.
    ///
    /// - Throws: `Verification.Fault`; `LedgerError`.
    static func checkDrafts(_ connection: Connection) throws {
        let sql = """
            SELECT id, staff, form, length(content), content, staff IN (SELECT number FROM main.staff) FROM draft ORDER BY id
            """
        let row = try connection.statement(sql)
        defer { row.reset() }
        while try row.step() {
            let isSound = row.bool(5) && !row.text(2).isEmpty && row.int64(3) <= draftLimit && isForm(row.bytes(4))
            if isSound { continue }
            throw Verification.Fault(
                place: "draft \(row.int64(0))",
                what: Phrase(en: "no form can have saved this draft of \(row.text(1))", zh: "\(row.text(1)) 的此份草稿不可能由表单保存")
            )
        }
    }

    /// Whether bytes are in the coding of a form.
    private static func isForm(_ bytes: [UInt8]) -> Bool {
        do {
            let value = try JSONValue(reading: try String(strict: bytes))
            return if case .object = value { true } else { false }
        } catch {
            return false
        }
    }
}
