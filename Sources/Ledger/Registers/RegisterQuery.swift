import ComplaintRules

/// One line of a register.
public struct RegisterRow: Identifiable, Hashable, Sendable {
    /// The case's id in this store.
    public let id: Int64
    /// The number, as printed.
    public let number: String
    /// Where the case stands.
    public let stage: Stage
    /// How it reached the branch.
    public let channel: Channel
    /// What it turned out to be; nil before a finding.
    public let kind: CaseKind?
    /// Whether it held; nil before a finding.
    public let classification: CaseClass?
    /// When it was received.
    public let received: Moment
    /// When it came to its end; nil before, and where that is not known.
    public let closed: Moment?
    /// Who complained; empty where nobody is named.
    public let customer: String
    /// How to reach them.
    public let contact: String
    /// Whom or what it is about.
    public let about: String
    /// The business type.
    public let business: String
    /// The reason.
    public let reason: String
    /// Who was asked first; nil for history.
    public let firstResponder: StaffNumber?
    /// Who has it.
    public let holder: StaffNumber?
    /// Who is to accept it.
    public let awaitedReceiver: StaffNumber?
    /// Whether the signature is due.
    public let awaitsSignature: Bool
    /// Whether it was dealt with elsewhere.
    public let isHistory: Bool
    /// The running clock that runs out first.
    public let nearest: Clock?
    /// Where it came from, and its number there.
    public let source: String
    /// Its number there.
    public let sourceNumber: String
    /// The seq of its last event.
    public let version: Int64
    /// What the branch manager is to decide: `extension`, `escalation`, or nothing.
    public let waitsFor: String
    /// The dossier's number, where it went to head office.
    public let dossier: String
    /// The customer's words: all of them, or as many characters as the query asked for.
    public let text: String
}

/// Which cases, in which order.
public struct RegisterQuery: Hashable, Sendable {
    /// In which order cases are listed.
    public enum Order: String, CaseIterable, Hashable, Sendable {
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
    }

    /// What the reader may see.
    public var scope: ReadScope
    /// Only these stages; empty for all.
    public var stages: Set<Stage> = []
    /// Only these channels; empty for all.
    public var channels: Set<Channel> = []
    /// Only what was received at this moment or later.
    public var receivedFrom: Moment?
    /// Only what was received before this moment.
    public var receivedBefore: Moment?
    /// Only what has a clock that ran out before this moment.
    public var overdueAt: Moment?
    /// Only what this member of staff has, took, or is to accept.
    public var concerning: StaffNumber?
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
    /// Only what holds these words; empty for all.
    public var search = ""
    /// The order. A search is listed by the time of logging, whatever is set here.
    public var order: Order
    /// The most characters of the customer's words that a row brings; nil for all.
    public var textLimit: Int?

    /// Makes a query for all that `scope` takes in.
    public init(_ scope: ReadScope, order: Order = .received) {
        self.scope = scope
        self.order = order
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
}

extension Ledger {
    /// At most `limit` rows of a register, in the order of `query`.
    ///
    /// - Throws: `LedgerError`.
    public func rows(_ query: RegisterQuery, _ page: RegisterPage = .first, limit: Int) throws(LedgerError) -> [RegisterRow] {
        guard let plan = RegisterPlan(query, page) else { return [] }
        var rows: [RegisterRow] = []
        let statement = try connection.statement(plan.sql)
        try statement.forEach(all: plan.values + [limit]) { row throws(LedgerError) in rows.append(try RegisterRow(row)) }
        return plan.isReversed ? rows.reversed() : rows
    }

    /// How many cases a query takes in; counting ends at `limit`.
    ///
    /// - Throws: `LedgerError`.
    public func count(_ query: RegisterQuery, limit: Int) throws(LedgerError) -> Int {
        guard let plan = RegisterPlan(query, .first) else { return 0 }
        return try connection.statement(plan.countSQL).first(all: plan.countValues + [limit]) { row throws(LedgerError) in row.int(0) } ?? 0
    }

    /// The row of one case; nil where the query does not take it in.
    public func row(id: Int64, _ query: RegisterQuery) throws(LedgerError) -> RegisterRow? {
        guard let plan = RegisterPlan(query, .first, only: id) else { return nil }
        return try connection.statement(plan.sql).first(all: plan.values + [1]) { row throws(LedgerError) in try RegisterRow(row) }
    }
}

/// The SQL of a query for one page.
struct RegisterPlan {
    let sql: String
    let values: [(any SQLValue)?]
    /// Whether the rows come in the opposite of the order asked for.
    let isReversed: Bool
    /// The SQL that counts what the query takes in, whatever the page, up to a limit.
    let countSQL: String
    /// Its values, without the limit.
    let countValues: [(any SQLValue)?]

    /// Nil where the words searched for hold nothing that can be searched.
    init?(_ query: RegisterQuery, _ page: RegisterPage, only id: Int64? = nil) {
        var conditions: [String] = []
        var values: [(any SQLValue)?] = []
        func only(_ condition: String, _ given: (any SQLValue)?...) {
            conditions.append(condition)
            values += given
        }
        var source = "complaint c"
        var order = query.order
        if !query.search.isBlank {
            guard let match = SearchText.query(query.search) else { return nil }
            source = "complaint_search s JOIN complaint c ON c.id = s.rowid"
            only("complaint_search MATCH ?", match)
            order = .logged
        }
        switch query.scope {
        case .everything: break
        case .nothing: return nil
        case .all(let reader): only(RegisterPlan.notAbout, reader.text)
        case .ownAndUnassigned(let reader):
            only(RegisterPlan.notAbout, reader.text)
            only("(c.first_responder = ? OR c.stage = 'logged')", reader.text)
        case .standIn(let reader, let lenders):
            only(RegisterPlan.notAbout, reader.text)
            let lent = lenders.map { _ in RegisterPlan.notAbout }
            only("(\((["c.first_responder = ?", "c.stage = 'logged'"] + lent).joined(separator: " OR ")))", reader.text)
            values += lenders.map(\.text)
        }
        if !query.stages.isEmpty { only("c.stage IN (\(RegisterPlan.list(query.stages.map(\.rawValue))))") }
        if !query.channels.isEmpty { only("c.channel IN (\(RegisterPlan.list(query.channels.map(\.rawValue))))") }
        if let from = query.receivedFrom { only("c.received >= ?", from.milliseconds) }
        if let before = query.receivedBefore { only("c.received < ?", before.milliseconds) }
        if let moment = query.overdueAt { only("c.nearest_due < ?", moment.milliseconds) }
        if let member = query.concerning {
            only("(c.holder = ? OR c.first_responder = ? OR c.awaited_receiver = ?)", member.text, member.text, member.text)
        }
        if !query.awaitedReceivers.isEmpty {
            only("c.awaited_receiver <> '' AND c.awaited_receiver IN (\(RegisterPlan.list(query.awaitedReceivers.map(\.text))))")
        }
        if query.isToDecide { only("c.waits_for <> ''") }
        if query.isToSign { only("c.awaits_signature = 1") }
        if query.isToAcknowledge { only("c.awaits_acknowledgement = 1") }
        if query.isEscalated { only(RegisterPlan.escalated) }
        if let id { only("c.id = ?", id) }
        let key = RegisterPlan.key(of: order, isSearch: source.hasPrefix("complaint_search"), isFew: RegisterPlan.isFew(query))
        if order == .due { conditions.append("c.nearest_due IS NOT NULL") }
        if order == .customer { conditions.append("c.customer <> ''") }
        let counted = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
        countSQL = "SELECT count(*) FROM (SELECT 1 FROM \(source)\(counted) LIMIT ?)"
        countValues = values
        isReversed =
            switch page {
            case .last, .before: true
            case .first, .after, .from: false
            }
        let isDescending = key.isDescending != isReversed
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
        let text = query.textLimit.map { "substr(c.text, 1, \($0))" } ?? "c.text"
        sql =
            "SELECT \(RegisterRow.columns.map { "c.\($0)" }.joined(separator: ", ")), \(text) FROM \(source)"
            + (conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))")
            + " ORDER BY \(key.columns.map { "\($0) \(direction)" }.joined(separator: ", ")) LIMIT ?"
        self.values = values
    }

    private static let notAbout = "NOT EXISTS (SELECT 1 FROM complaint_subject x WHERE x.case_id = c.id AND x.staff = ?)"

    // Where a case stands narrows the cases down before their history is looked at: `Case.awaitsAcknowledgement` as a condition. What is seen
    // counts for all that was before it.
    private static let escalated = """
        c.stage IN ('in-hand', 'with-head-office')
        AND (c.stage = 'with-head-office' OR c.dossier <> '' OR c.waits_for = 'ask-escalation')
        """

    /// Whether a query takes in so little that it is better found first and put in order then, than met with on the way through a register
    /// of years.
    private static func isFew(_ query: RegisterQuery) -> Bool {
        query.overdueAt != nil || query.isToSign || query.isToDecide || query.isToAcknowledge || query.isEscalated
            || !query.awaitedReceivers.isEmpty || (query.stages.count > 1 && query.stages.isSubset(of: Stage.open))
    }

    /// Codes of our own, or staff numbers, as SQL texts; none holds a quote.
    private static func list(_ codes: [String]) -> String { codes.sorted().map { "'\($0)'" }.joined(separator: ", ") }

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

extension RegisterRow {
    /// The columns that a row is made of, without the text, which comes last.
    static let columns = RegisterTable.columns.filter { !["month", "serial", "logged_at", "awaits_acknowledgement", "text"].contains($0) }

    init(_ row: Statement) throws(LedgerError) {
        guard let stage = Stage(rawValue: row.text(2)), let channel = Channel(rawValue: row.text(3)) else {
            throw LedgerError(.damaged, message: "a row of the register that no event can have made")
        }
        id = row.int64(0)
        number = row.text(1)
        self.stage = stage
        self.channel = channel
        kind = CaseKind(rawValue: row.text(4))
        classification = CaseClass(rawValue: row.text(5))
        received = Moment(milliseconds: row.int64(6))
        closed = row.optionalInt64(7).map(Moment.init(milliseconds:))
        customer = row.text(8)
        contact = row.text(9)
        about = row.text(10)
        business = row.text(11)
        reason = row.text(12)
        firstResponder = StaffNumber(row.text(13))
        holder = StaffNumber(row.text(14))
        awaitedReceiver = StaffNumber(row.text(15))
        awaitsSignature = row.bool(16)
        isHistory = row.bool(17)
        if let name = row.optionalText(18).flatMap(ClockName.init(rawValue:)), let due = row.optionalInt64(20) {
            nearest = Clock(name, started: Moment(milliseconds: row.int64(19)), due: Moment(milliseconds: due))
        } else {
            nearest = nil
        }
        source = row.text(21)
        sourceNumber = row.text(22)
        version = row.int64(23)
        waitsFor = row.text(24)
        dossier = row.text(25)
        text = row.text(26)
    }
}
