import ComplaintRules

/// Reads the tables of the cases beside their events, row by row, and compares.
final class RegisterReader {
    private let rows: Statement
    private let subjects: SideTable
    private let rectifications: SideTable
    private let papers: SideTable
    private var likeness: LikenessReader

    /// Makes the reader, which stands before the first case.
    init(_ connection: Connection) throws(LedgerError) {
        // First: where its pages are damaged, no statement has begun that would not be reset.
        likeness = try LikenessReader(connection)
        rows = try connection.statement("SELECT \(RegisterTable.columns.joined(separator: ", ")) FROM complaint ORDER BY id")
        subjects = try SideTable("case_id, staff", of: "complaint_subject", by: "case_id, staff", connection)
        rectifications = try SideTable("case_id, item, what, owner, due, verified", of: "rectification", by: "case_id, item", connection)
        papers = try SideTable("case_id, number, series, month, serial", of: "paper", by: "case_id, number", connection)
    }

    private static let unlike = Phrase(
        en: "what earlier cases are found by says something else than the events",
        zh: "历史案件比对数据与事件不一致"
    )

    /// Lets go of the tables.
    func close() {
        rows.reset()
        for table in [subjects, rectifications, papers] { table.rows.reset() }
    }

    /// Compares the next case of the register with what its events make of it.
    ///
    /// - Throws: `Verification.Fault` where they differ.
    func check(_ state: Case, _ papersOfCase: [PaperTable.Row], id: Int64) throws {
        let fault = Verification.Fault(
            place: "case \(state.number)",
            what: Phrase(en: "the register says something else than the events", zh: "登记簿与事件不一致")
        )
        guard try rows.step(), rows.int64(0) == id else { throw fault }
        for (column, value) in RegisterTable.values(of: state, id: id).enumerated() {
            let kept = rows.isNull(column) ? nil : rows.text(column)
            if kept != value?.storedText { throw fault }
        }
        let about = Set(state.intake.subjects.map(\.text)).sorted().map { [$0] }
        guard try subjects.rows(of: id) == about else { throw fault }
        let actions = state.rectifications.map { item in
            [String(item.action.item), item.action.what, item.action.owner, String(item.action.due.ordinal), item.isVerified ? "1" : "0"]
        }
        guard try rectifications.rows(of: id) == actions else {
            throw Verification.Fault(
                place: "case \(state.number)",
                what: Phrase(en: "the list of corrective actions says something else than the events", zh: "整改清单与事件不一致")
            )
        }
        let written = papersOfCase.sorted { $0.number < $1.number }.map {
            [$0.number, $0.series.rawValue, String($0.month), String($0.serial)]
        }
        guard try papers.rows(of: id) == written else {
            throw Verification.Fault(
                place: "case \(state.number)",
                what: Phrase(en: "the numbers of its papers are not those of its events", zh: "单据编号与事件不一致")
            )
        }
        guard try likeness.isWhole(state, id: id) else {
            throw Verification.Fault(place: "case \(state.number)", what: RegisterReader.unlike)
        }
    }

    /// Checks that nothing is left over.
    ///
    /// - Throws: `Verification.Fault` where something is.
    func checkEnd() throws {
        if try rows.step() {
            throw Verification.Fault(
                place: "case \(rows.text(1))",
                what: Phrase(en: "the register has a case without events", zh: "登记簿中有无事件的案件")
            )
        }
        if let id = subjects.waiting {
            throw Verification.Fault(
                place: "event \(id)",
                what: Phrase(en: "the register names a subject that no event names", zh: "登记簿中的涉及人员无事件依据")
            )
        }
        if let id = rectifications.waiting ?? papers.waiting {
            throw Verification.Fault(
                place: "event \(id)",
                what: Phrase(en: "a corrective action or a paper belongs to no case", zh: "整改或单据不属于任何案件")
            )
        }
        guard try likeness.isAll() else { throw Verification.Fault(place: "register", what: RegisterReader.unlike) }
    }
}

/// A table with any number of rows for each case, read along with the register.
private final class SideTable {
    let rows: Statement
    private let count: Int
    private var hasRow: Bool

    /// Makes a table that stands before its first row; the first column is the case.
    init(_ columns: String, of table: String, by order: String, _ connection: Connection) throws(LedgerError) {
        rows = try connection.statement("SELECT \(columns) FROM \(table) ORDER BY \(order)")
        count = columns.split(separator: ",").count
        hasRow = try rows.step()
    }

    /// The case of the row that is next; nil at the end.
    var waiting: Int64? { hasRow ? rows.int64(0) : nil }

    /// What stands there for a case, without its id. Rows of a case before it, which has none, stay and are next for ever.
    func rows(of id: Int64) throws(LedgerError) -> [[String]] {
        var found: [[String]] = []
        while waiting == id {
            found.append((1..<count).map { rows.text($0) })
            hasRow = try rows.step()
        }
        return found
    }
}

extension SQLValue {
    /// The value as SQLite gives it when asked for a text.
    fileprivate var storedText: String {
        if let truth = self as? Bool { return truth ? "1" : "0" }
        return "\(self)"
    }
}
