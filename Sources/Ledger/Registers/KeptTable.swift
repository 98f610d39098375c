import CSQLite
import ComplaintRules

/// What stands in one column of a row, as SQLite keeps it.
enum KeptCell: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    /// Bytes; also of a text that is none, which only a file has that something else wrote to.
    case bytes([UInt8])
}

extension KeptCell: SQLValue {
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
        switch self {
        case .null: sqlite3_bind_null(statement, position)
        case .integer(let integer): integer.bind(to: statement, at: position)
        case .text(let text): text.bind(to: statement, at: position)
        case .bytes(let bytes): bytes.bind(to: statement, at: position)
        }
    }
}

/// A value that a kept table can hold in one column: its type in SQL, how it is written, and how it is read again.
protocol KeptValue: SendableMetatype {
    /// The type as in CREATE TABLE, of a STRICT table, without NOT NULL.
    static var sqlType: String { get }
    /// Whether NULL stands for a value.
    static var isOptional: Bool { get }
    /// What is written.
    var cell: KeptCell { get }
    /// Reads what stands in a column.
    ///
    /// - Throws: `.damaged` for what no event can have made.
    init(_ row: Statement, _ column: Int) throws(LedgerError)
}

extension KeptValue {
    static var isOptional: Bool { false }
}

extension String: KeptValue {
    static var sqlType: String { "TEXT" }
    var cell: KeptCell { .text(self) }
    init(_ row: Statement, _ column: Int) { self = row.text(column) }
}

extension Int: KeptValue {
    static var sqlType: String { "INTEGER" }
    var cell: KeptCell { .integer(Int64(self)) }
    init(_ row: Statement, _ column: Int) { self = row.int(column) }
}

extension Int64: KeptValue {
    static var sqlType: String { "INTEGER" }
    var cell: KeptCell { .integer(self) }
    init(_ row: Statement, _ column: Int) { self = row.int64(column) }
}

extension Bool: KeptValue {
    static var sqlType: String { "INTEGER" }
    /// SQLite has no truth values; 1 and 0 stand for them.
    var cell: KeptCell { .integer(self ? 1 : 0) }
    init(_ row: Statement, _ column: Int) { self = row.bool(column) }
}

extension Moment: KeptValue {
    /// Milliseconds, as in an event's header.
    static var sqlType: String { "INTEGER" }
    var cell: KeptCell { .integer(milliseconds) }
    init(_ row: Statement, _ column: Int) throws(LedgerError) {
        guard Moment.possible.contains(row.int64(column)) else { throw .noEventMade(row.name(column)) }
        self.init(milliseconds: row.int64(column))
    }
}

extension Day: KeptValue {
    static var sqlType: String { "INTEGER" }
    var cell: KeptCell { .integer(Int64(ordinal)) }
    init(_ row: Statement, _ column: Int) throws(LedgerError) {
        guard Day.possible.contains(row.int(column)) else { throw .noEventMade(row.name(column)) }
        self.init(ordinal: row.int(column))
    }
}

extension StaffNumber: KeptValue {
    static var sqlType: String { "TEXT" }
    var cell: KeptCell { .text(text) }
    init(_ row: Statement, _ column: Int) throws(LedgerError) {
        guard let number = StaffNumber(row.text(column)) else { throw .noEventMade(row.name(column)) }
        self = number
    }
}

extension KeptValue where Self: RawRepresentable<String> {
    static var sqlType: String { "TEXT" }
    var cell: KeptCell { .text(rawValue) }
    init(_ row: Statement, _ column: Int) throws(LedgerError) {
        guard let code = Self(rawValue: row.text(column)) else { throw .noEventMade(row.name(column)) }
        self = code
    }
}

extension Stage: KeptValue {}
extension Channel: KeptValue {}
extension CaseKind: KeptValue {}
extension CaseClass: KeptValue {}
extension ClockName: KeptValue {}
extension Escalation.Kind: KeptValue {}
extension Series: KeptValue {}
extension SenderKind: KeptValue {}
extension Relief: KeptValue {}
extension IntakeSource: KeptValue {}

extension Optional: KeptValue where Wrapped: KeptValue {
    static var sqlType: String { Wrapped.sqlType }
    static var isOptional: Bool { true }
    var cell: KeptCell { self?.cell ?? .null }
    init(_ row: Statement, _ column: Int) throws(LedgerError) { self = row.isNull(column) ? nil : try Wrapped(row, column) }
}

extension LedgerError {
    fileprivate static func noEventMade(_ column: String) -> LedgerError {
        LedgerError(.damaged, message: "a value in column \"\(column)\" that no event can have made")
    }
}

/// One column of a kept table: what stands there for an `Item` of a case, and into which part of a `Row` it is read.
struct KeptColumn<Item, Row>: Sendable {
    /// The name.
    let name: String
    /// Name and type as in CREATE TABLE.
    let declaration: String
    /// What the column's index is over, as `(received, id)`, perhaps with a condition; nil for none.
    let index: String?
    /// Whether no two rows may have the same in that index.
    let isUnique: Bool
    /// What stands there.
    let value: @Sendable (Item) -> KeptCell
    /// Takes it into a row, from a place in the row of a query; nil for what is only looked for and ordered by.
    let read: (@Sendable (inout Row, Statement, Int) throws(LedgerError) -> Void)?

    /// A column that is read into `path`.
    init<Value: KeptValue>(
        _ name: String,
        _ path: WritableKeyPath<Row, Value> & Sendable,
        index: String? = nil,
        isUnique: Bool = false,
        value: @escaping @Sendable (Item) -> Value
    ) {
        let read: @Sendable (inout Row, Statement, Int) throws(LedgerError) -> Void = { row, statement, column throws(LedgerError) in
            row[keyPath: path] = try Value(statement, column)
        }
        self.init(name, Value.self, index, isUnique, { value($0).cell }, read)
    }

    /// A column that no list shows.
    init<Value: KeptValue>(
        _ name: String,
        index: String? = nil,
        isUnique: Bool = false,
        value: @escaping @Sendable (Item) -> Value
    ) {
        self.init(name, Value.self, index, isUnique, { value($0).cell }, nil)
    }

    private init<Value: KeptValue>(
        _ name: String,
        _ type: Value.Type,
        _ index: String?,
        _ isUnique: Bool,
        _ value: @escaping @Sendable (Item) -> KeptCell,
        _ read: (@Sendable (inout Row, Statement, Int) throws(LedgerError) -> Void)?
    ) {
        self.name = name
        declaration = "\(name) \(type.sqlType)\(type.isOptional ? "" : " NOT NULL")"
        self.index = index
        self.isUnique = isUnique
        self.value = value
        self.read = read
    }
}

extension KeptColumn where Item == Row {
    /// A column of a table whose rows are the items themselves.
    init<Value: KeptValue>(_ name: String, _ path: WritableKeyPath<Row, Value> & Sendable, index: String? = nil, isUnique: Bool = false) {
        self.init(name, path, index: index, isUnique: isUnique) { $0[keyPath: path] }
    }
}

/// A table that is kept of the cases: CREATE TABLE, what is written, and what `verify` compares follow from its columns.
struct KeptTable: Sendable {
    /// The name.
    let name: String
    /// Statements that make the table and its indexes.
    let sql: String
    /// The rows of a case in the order of their keys, each beginning with the case's id.
    let rows: @Sendable (Ledger.Stored) -> [[KeptCell]]
    /// The names of the columns, that of the case's id first, those of the key next.
    private let columns: [String]
    /// How many columns make the key.
    private let keyCount: Int
    private let insert: String
    private let delete: String
    /// Whether its rows follow from what was taken down alone.
    let isOfIntake: Bool

    /// A table of what `items` finds in a case, in the order of their keys.
    ///
    /// - Parameters:
    ///   - id: the name of the column of the case's id.
    ///   - keyCount: how many of `columns`, from the first on, tell the items of a case apart; 0 where a case has one at most.
    ///   - isOfIntake: whether the items follow from what was taken down alone, and stay as long as that does.
    init<Item, Row>(
        _ name: String,
        id: String = "case_id",
        keyCount: Int,
        isOfIntake: Bool = false,
        _ columns: [KeptColumn<Item, Row>],
        of items: @escaping @Sendable (Ledger.Stored) -> [Item]
    ) {
        self.name = name
        self.isOfIntake = isOfIntake
        self.keyCount = keyCount + 1
        let names = [id] + columns.map(\.name)
        self.columns = names
        let key = names.prefix(keyCount + 1).joined(separator: ", ")
        let declared = columns.map(\.declaration).joined(separator: ", ")
        var sql =
            keyCount == 0
            ? "CREATE TABLE \(name)(\(id) INTEGER PRIMARY KEY, \(declared)) STRICT;\n"
            : "CREATE TABLE \(name)(\(id) INTEGER NOT NULL, \(declared), PRIMARY KEY(\(key))) STRICT, WITHOUT ROWID;\n"
        for column in columns {
            guard let index = column.index else { continue }
            sql += "CREATE \(column.isUnique ? "UNIQUE " : "")INDEX \(name)_\(column.name) ON \(name)\(index);\n"
        }
        self.sql = sql
        let changes = names.dropFirst(keyCount + 1).map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        insert =
            "INSERT INTO \(name)(\(names.joined(separator: ", "))) VALUES (\(names.map { _ in "?" }.joined(separator: ", "))) "
            + (changes.isEmpty ? "" : "ON CONFLICT(\(key)) DO UPDATE SET \(changes)")
        delete = "DELETE FROM \(name) WHERE \(names.prefix(keyCount + 1).map { "\($0) = ?" }.joined(separator: " AND "))"
        rows = { stored in items(stored).map { item in [.integer(stored.id)] + columns.map { $0.value(item) } } }
    }

    /// Writes the rows of a case. `old` is the case as the table has it; nil for a new one.
    func keep(_ stored: Ledger.Stored, replacing old: Ledger.Stored?, in connection: Connection) throws(LedgerError) {
        // A case has few rows in a table: comparing each with each costs less than sets of them.
        let (before, now) = (old.map(rows) ?? [], rows(stored))
        for row in before where !now.contains(where: { $0.prefix(keyCount) == row.prefix(keyCount) }) {
            try connection.statement(delete).run(all: Array(row.prefix(keyCount)))
        }
        for row in now where !before.contains(row) { try connection.statement(insert).run(all: row) }
    }

    /// A reading of the whole table, case by case.
    func reader(_ connection: Connection) throws(LedgerError) -> Reader { try Reader(self, connection) }

    /// Reads a table beside the events of its cases, and compares.
    final class Reader {
        private let table: KeptTable
        private let statement: Statement
        private var hasRow: Bool

        fileprivate init(_ table: KeptTable, _ connection: Connection) throws(LedgerError) {
            self.table = table
            let key = table.columns.prefix(table.keyCount).joined(separator: ", ")
            statement = try connection.statement("SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) ORDER BY \(key)")
            hasRow = try statement.step()
        }

        /// The table's name.
        var name: String { table.name }
        /// The case of the row that is next; nil at the end.
        var waiting: Int64? { hasRow ? statement.int64(0) : nil }

        /// What stands there for a case, row by row. Rows of a case before it, which has no events, stay and are next for ever.
        func take(_ id: Int64) throws(LedgerError) -> [[KeptCell]] {
            var found: [[KeptCell]] = []
            while waiting == id {
                found.append(table.columns.indices.map(statement.cell))
                hasRow = try statement.step()
            }
            return found
        }

        /// Lets go of the table.
        func close() { statement.reset() }
    }
}
