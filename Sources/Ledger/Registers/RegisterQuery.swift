import ComplaintRules

/// Which cases, in which order.
public struct RegisterQuery: Hashable, Sendable {
    /// In which order cases are listed.
    public enum Order: String, Choosable {
        /// By the time of receipt, the latest first.
        case received
        /// By the running clock that runs out first; cases without one are left out.
        case due
        /// By the time of logging, the latest first.
        case logged
        /// By the number, the latest first.
        case number
        /// By the customer's name; cases without one are left out.
        case customer
        /// For a list of what waits for somebody: the running clock that runs out first, then what has none, the oldest first.
        case waiting

        public var label: Phrase {
            switch self {
            case .received: Phrase(en: "received, the latest first", zh: "收到时间，新的在前")
            case .due: Phrase(en: "due first; only what has a limit", zh: "先到期的在前，仅列有时限的")
            case .logged: Phrase(en: "logged, the latest first", zh: "登记时间，新的在前")
            case .number: Phrase(en: "number, the latest first", zh: "编号，新的在前")
            case .customer: Phrase(en: "customer's name; only named ones", zh: "客户姓名，仅列有姓名的")
            case .waiting: Phrase(en: "due first, then the oldest without a limit", zh: "先到期的在前，其后为无时限的，旧的在前")
            }
        }
    }

    /// What the reader may see.
    public var scope: ReadScope
    /// Only these stages; empty for all.
    public var stages: Set<Stage> = []
    /// Whether what waits for head office's ruling, which the reader may enter, is taken in whatever its stage.
    public var takesRulings = false
    /// Only these channels; empty for all.
    public var channels: Set<Channel> = []
    /// Only what came by these sources; empty for all.
    public var sources: Set<IntakeSource> = []
    /// Only what was received at this moment or later.
    public var receivedFrom: Moment?
    /// Only what was received before this moment.
    public var receivedBefore: Moment?
    /// Only what has a clock that ran out before this moment.
    public var overdueAt: Moment?
    /// Only what one of these members of staff has, took, or is to accept; empty for all.
    public var concerning: [StaffNumber] = []
    /// Only what is to be accepted by one of these members of staff; empty for all.
    public var awaitedReceivers: Set<StaffNumber> = []
    /// Only what waits for a signature.
    public var isToSign = false
    /// Only what waits for the branch manager's decision on an extension or an escalation.
    public var isToDecide = false
    /// Only what was handed over and the branch manager has not seen yet.
    public var isToAcknowledge = false
    /// Only what was asked of head office or is there, and what it answered until the branch replies.
    public var isEscalated = false
    /// Only the cases of these numbers; nil for all.
    public var numbers: [String]?
    /// Only what holds these words; empty for all.
    public var search = ""
    /// Whether the search looks through all staff statements: only for whoever may read them whatever the case. One's own are looked through
    /// always.
    public var searchesStatements = false
    /// The order. A search is listed by the time of logging, whatever is set here.
    public var order: Order
    /// The most characters of the customer's words that a row brings; nil for all.
    public var textLimit: Int?

    /// Makes a query for all that `scope` takes in.
    public init(_ scope: ReadScope, order: Order = .received) {
        self.scope = scope
        self.order = order
    }

    /// Makes a query for all that somebody may read.
    public init(for reader: Actor, order: Order = .received) {
        self.init(ReadScope(for: reader), order: order)
        searchesStatements = StaffStatement.mayReadAll(reader)
    }
}

/// A screenful of rows, by the row next to it: no page numbers and no counting first (3-architecture).
public enum RegisterPage: Sendable {
    /// The first rows.
    case first
    /// The last rows.
    case last
    /// The rows behind this one.
    case after(RegisterRow)
    /// The rows before this one.
    case before(RegisterRow)
    /// This row, or, where it is there no longer, its place, and the rows behind it.
    case from(RegisterRow)

    /// Whether its rows are found in the opposite of the order asked for.
    var isReversed: Bool {
        switch self {
        case .last, .before: true
        case .first, .after, .from: false
        }
    }
}

extension Ledger {
    /// At most `limit` rows of a register, in the order of `query`.
    ///
    /// - Throws: `LedgerError`.
    public func rows(_ query: RegisterQuery, _ page: RegisterPage = .first, limit: Int) throws(LedgerError) -> [RegisterRow] {
        try keepWaiting()
        let rulings = try self.rulings(for: query.scope)
        guard let plan = RegisterPlan(query, page, rulings: rulings, under: rules) else { return [] }
        let statement = try connection.statement(plan.sql)
        var rows: [RegisterRow] = []
        for block in try plan.words == nil ? [nil] : blocks(page) where rows.count < limit {
            guard try mayHave(plan, in: block) else { continue }
            let values = plan.found(in: block) + plan.values + [limit - rows.count]
            try statement.forEach(all: values) { row throws(LedgerError) in
                let row = try RegisterRow(row)
                rows.append(rulings.contains(row.id) ? row.withoutContacts : row)
            }
        }
        return page.isReversed ? rows.reversed() : rows
    }

    /// Whether it is worth while to look for the words of a plan in a block (`SearchText.Query.quickText(key:)`).
    private func mayHave(_ plan: RegisterPlan, in block: SearchBlock?) throws(LedgerError) -> Bool {
        guard let block, let text = plan.words?.quickText(key: block.key) else { return true }
        let sql = "SELECT EXISTS(SELECT 1 FROM complaint_search WHERE complaint_search MATCH ? AND rowid >= ? AND rowid < ?)"
        return try connection.integer(sql, text, block.ids.lowerBound, block.ids.upperBound) == 1
    }

    /// The blocks in which a page of a search may be, in the order of its rows.
    private func blocks(_ page: RegisterPage) throws(LedgerError) -> [SearchBlock?] {
        let newest = SearchBlock(of: try connection.integer("SELECT max(id) FROM complaint") ?? 0).place
        let places =
            switch page {
            case .first, .last: 0...newest
            case .after(let row), .from(let row): 0...SearchBlock(of: row.id).place
            case .before(let row): min(SearchBlock(of: row.id).place, newest)...newest
            }
        let blocks = places.map { SearchBlock(place: $0) }
        return page.isReversed ? blocks : blocks.reversed()
    }

    /// The row of the case `number` in a register; nil where the query does not take it in.
    ///
    /// - Throws: `LedgerError`.
    public func row(of number: String, in query: RegisterQuery) throws(LedgerError) -> RegisterRow? {
        var query = query
        query.numbers = [number]
        return try rows(query, limit: 1).first
    }

    /// How many cases a query takes in; counting ends at `limit`.
    ///
    /// - Throws: `LedgerError`.
    public func count(_ query: RegisterQuery, limit: Int) throws(LedgerError) -> Int { try count([query], limit: limit)[0] }

    /// How many cases each of some queries takes in, in one look; counting each ends at `limit`.
    ///
    /// - Throws: `LedgerError`.
    public func count(_ queries: [RegisterQuery], limit: Int) throws(LedgerError) -> [Int] {
        try keepWaiting()
        var rulings: [ReadScope: [Int64]] = [:]
        for query in queries where rulings[query.scope] == nil { rulings[query.scope] = try self.rulings(for: query.scope) }
        let plans = queries.map { RegisterPlan($0, .first, rulings: rulings[$0.scope] ?? [], under: rules) }
        if plans.contains(where: { $0?.words != nil }) {
            return try plans.map { plan throws(LedgerError) in try plan.map { plan throws(LedgerError) in try count(plan, limit) } ?? 0 }
        }
        let sql = plans.map { plan in plan?.countSQL ?? "0" }.joined(separator: ", ")
        let values = plans.flatMap { plan in plan.map { $0.countValues + [limit] } ?? [] }
        return try connection.statement("SELECT \(sql)").first(all: values) { row throws(LedgerError) in queries.indices.map(row.int) }
            ?? []
    }

    /// How many cases a plan takes in, up to `limit`, block by block where words are searched for.
    private func count(_ plan: RegisterPlan, _ limit: Int) throws(LedgerError) -> Int {
        let statement = try connection.statement("SELECT \(plan.countSQL)")
        var count = 0
        for block in try plan.words == nil ? [nil] : blocks(.first) where count < limit {
            guard try mayHave(plan, in: block) else { continue }
            let values = plan.found(in: block) + plan.countValues + [limit - count]
            count += try statement.first(all: values) { row throws(LedgerError) in row.int(0) } ?? 0
        }
        return count
    }
}

/// The SQL of a query for one page; of a search, within one block of the index.
struct RegisterPlan {
    let sql: String
    /// Its values, but for `found(in:)`, which comes first, and the limit, which comes last.
    let values: [(any SQLValue)?]
    /// The SQL that counts what the query takes in, whatever the page, up to a limit: a SELECT in brackets.
    let countSQL: String
    /// Its values, as `values`.
    let countValues: [(any SQLValue)?]
    /// What is searched for; nil where nothing is.
    let words: SearchText.Query?

    /// Nil where the words searched for hold nothing that can be searched, or the reader may see nothing.
    ///
    /// - Parameters:
    ///   - rulings: the cases that the reader reads beside their scope, to enter head office's ruling.
    ///   - rules: those of the desk, by whose codes' names cases are found, and by whose area code numbers without one are.
    init?(_ query: RegisterQuery, _ page: RegisterPage, rulings: [Int64] = [], under rules: DeskRules) {
        var conditions: [String] = []
        var values: [(any SQLValue)?] = []
        func only(_ condition: String, _ given: (any SQLValue)?...) {
            conditions.append(condition)
            values += given
        }
        var source = "complaint c"
        var order = query.order
        if query.search.isBlank {
            words = nil
        } else {
            let marks = (query.searchesStatements ? [.everybodys] : []) + (query.scope.reader.map { [SearchMark.own($0)] } ?? [])
            let found = SearchText.Query(query.search, naming: rules.codes.codes, in: rules.areaCode, statements: marks)
            guard let words = found else { return nil }
            self.words = words
            source = "complaint_search s JOIN complaint c ON c.id = s.rowid"
            only("complaint_search MATCH ? AND s.rowid >= ? AND s.rowid < ?")
            order = .logged
        }
        guard let readable = RegisterPlan.readable(query.scope) else { return nil }
        let isRuling = "c.id IN (\(rulings.map { "\($0)" }.joined(separator: ", ")))"
        if rulings.isEmpty {
            conditions += readable.conditions
        } else {
            conditions.append("(\(isRuling) OR \(readable.conditions.joined(separator: " AND ")))")
        }
        values += readable.values
        if !query.stages.isEmpty {
            let isOfStage = "c.stage IN (\(RegisterPlan.list(query.stages.map(\.rawValue))))"
            only(query.takesRulings && !rulings.isEmpty ? "(\(isOfStage) OR \(isRuling))" : isOfStage)
        }
        if !query.channels.isEmpty { only("c.channel IN (\(RegisterPlan.list(query.channels.map(\.rawValue))))") }
        if !query.sources.isEmpty { only("c.came_by IN (\(RegisterPlan.list(query.sources.map(\.rawValue))))") }
        if let from = query.receivedFrom { only("c.received >= ?", from.milliseconds) }
        if let before = query.receivedBefore { only("c.received < ?", before.milliseconds) }
        if let moment = query.overdueAt { only("c.nearest_due < ?", moment.milliseconds) }
        if !query.concerning.isEmpty {
            let members = RegisterPlan.list(query.concerning.map(\.text))
            only("(c.holder IN (\(members)) OR c.first_responder IN (\(members)) OR c.awaited_receiver IN (\(members)))")
        }
        if !query.awaitedReceivers.isEmpty {
            only("c.awaited_receiver IN (\(RegisterPlan.list(query.awaitedReceivers.map(\.text))))")
        }
        if query.isToDecide { only("c.waits_for <> ''") }
        if query.isToSign { only("c.awaits_signature = 1") }
        if query.isToAcknowledge {
            only("c.awaits_acknowledgement = 1")
            if let reader = query.scope.reader {
                only("NOT (c.awaits_as_repeat = 1 AND \(CaseTables.isSecretRepeat("c.id")))", reader.text)
            }
        }
        if query.isEscalated { only("c.id IN (SELECT case_id FROM escalation)") }
        if let numbers = query.numbers {
            conditions.append("c.number IN (\(numbers.map { _ in "?" }.joined(separator: ", ")))")
            values += numbers
        }
        let key = RegisterPlan.key(of: order, isSearch: words != nil, isFew: RegisterPlan.isFew(query))
        if order == .due { conditions.append("c.nearest_due IS NOT NULL") }
        if order == .customer { conditions.append("c.customer <> ''") }
        let counted = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
        countSQL = "(SELECT count(*) FROM (SELECT 1 FROM \(source)\(counted) LIMIT ?))"
        countValues = values
        let isDescending = key.isDescending != page.isReversed
        let columns = key.columns.joined(separator: ", ")
        let marks = key.columns.map { _ in "?" }.joined(separator: ", ")
        switch page {
        case .first, .last: break
        case .after(let row), .before(let row):
            conditions.append("(\(columns)) \(isDescending ? "<" : ">") (\(marks))")
            values += key.values(row)
        case .from(let row):
            conditions.append("(\(columns)) \(isDescending ? "<=" : ">=") (\(marks))")
            values += key.values(row)
        }
        let direction = isDescending ? "DESC" : "ASC"
        sql =
            "SELECT \(RegisterRow.select(textLimit: query.textLimit)) FROM \(source)"
            + (conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))")
            + " ORDER BY \(key.columns.map { "\($0) \(direction)" }.joined(separator: ", ")) LIMIT ?"
        self.values = values
    }

    /// What holds of the cases `c` that `scope` takes in (`ReadScope.includes`), and the values in it; nil where it takes in none.
    static func readable(_ scope: ReadScope) -> (conditions: [String], values: [(any SQLValue)?])? {
        switch scope {
        case .everything: ([], [])
        case .nothing: nil
        case .without(let giver, let scope):
            readable(scope).map { ($0.conditions + [notAbout], $0.values + [giver.text]) }
        case .all(let reader): ([notAbout], [reader.text])
        case .ownAndUnassigned(let reader):
            ([notAbout, "(c.first_responder = ? OR \(unassigned))"], [reader.text, reader.text])
        case .standIn(let reader, let lenders):
            (
                [notAbout, "(\((["c.first_responder = ?", unassigned] + lenders.map(notAboutAny)).joined(separator: " OR ")))"],
                [reader.text, reader.text]
            )
        }
    }

    /// The values that say what is searched for in a block of the index; none where nothing is.
    func found(in block: SearchBlock?) -> [(any SQLValue)?] {
        guard let words, let block else { return [] }
        return [words.text(key: block.key), block.ids.lowerBound, block.ids.upperBound]
    }

    private static let unassigned = "c.stage = '\(Stage.logged.rawValue)'"
    private static func notAboutAny(_ staff: Set<StaffNumber>) -> String {
        "NOT EXISTS (SELECT 1 FROM complaint_subject x WHERE x.case_id = c.id AND x.staff IN (\(list(staff.map(\.text)))))"
    }
    private static let notAbout = "NOT EXISTS (SELECT 1 FROM complaint_subject x WHERE x.case_id = c.id AND x.staff = ?)"

    /// Whether a query takes in so little that it is better found first and put in order then, than met with on the way through a register
    /// of years.
    private static func isFew(_ query: RegisterQuery) -> Bool {
        query.overdueAt != nil || query.isToSign || query.isToDecide || query.isToAcknowledge || query.isEscalated
            || !query.awaitedReceivers.isEmpty || (query.stages.count > 1 && query.stages.isSubset(of: Stage.open))
    }

    /// Codes of our own, or staff numbers, as SQL texts; none holds a quote.
    static func list(_ codes: [String]) -> String { codes.sorted().map { "'\($0)'" }.joined(separator: ", ") }

    private struct OrderKey {
        let columns: [String]
        let isDescending: Bool
        let values: (RegisterRow) -> [(any SQLValue)?]
    }

    private static func key(of order: RegisterQuery.Order, isSearch: Bool, isFew: Bool) -> OrderKey {
        // The sign keeps the order's index out of it.
        let sign = isFew ? "+" : ""
        return switch order {
        case .received:
            OrderKey(columns: ["\(sign)c.received", "\(sign)c.id"], isDescending: true) { [$0.received.milliseconds, $0.id] }
        case .due:
            // A row that has lost its clock meanwhile stood at the end.
            OrderKey(columns: ["c.nearest_due", "c.id"], isDescending: false) { [$0.nearest?.due.milliseconds ?? .max, $0.id] }
        case .logged:
            OrderKey(columns: [isSearch ? "s.rowid" : "\(sign)c.id"], isDescending: true) { [$0.id] }
        case .number:
            OrderKey(columns: ["\(sign)c.month", "\(sign)c.serial"], isDescending: true) { row in
                let number = CaseNumber(row.number)
                return [number?.month ?? 0, number?.serial ?? 0]
            }
        case .customer:
            OrderKey(columns: ["\(sign)c.customer", "\(sign)c.id"], isDescending: false) { [$0.customer, $0.id] }
        case .waiting:
            OrderKey(columns: ["coalesce(c.nearest_due, \(Int64.max))", "+c.id"], isDescending: false) {
                [$0.nearest?.due.milliseconds ?? .max, $0.id]
            }
        }
    }
}
