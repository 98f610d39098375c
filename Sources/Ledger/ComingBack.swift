import ComplaintRules

/// An earlier case that a new complaint resembles. It tells what a customer at the counter may be told, and no more: whoever takes the
/// complaint need not be allowed to read that case (1-domain, Coming back).
public struct LikeCase: Hashable, Sendable {
    /// The number.
    public let number: String
    /// Where it stands.
    public let stage: Stage
    /// The running clock that runs out first.
    public let nearest: Clock?
    /// When it was received.
    public let received: Moment
    /// What the two have in common.
    public let likeness: Likeness
}

/// What a customer who comes back is told of a case, and no more (1-domain, Coming back).
public struct Glance: Hashable, Sendable {
    /// The number.
    public let number: String
    /// Where it stands.
    public let stage: Stage
    /// By when the customer is to be answered; nil where nothing is due to them any more.
    public let due: Moment?
}

extension Ledger {
    /// The earlier cases that a complaint resembles by contact, customer or words, the latest first.
    ///
    /// - Parameters:
    ///   - reader: who is told; cases about them are kept from them.
    ///   - limit: the most cases.
    /// - Throws: `LedgerError`.
    public func likeCases(_ intake: Intake, toldTo reader: Actor, limit: Int = 5) throws(LedgerError) -> [LikeCase] {
        try likeCases(intake, hidden: reader.persons, limit: limit)
    }

    /// What anybody at the counter may be told of the cases of a customer who comes back and gives a name, a contact, its last four digits or a
    /// case's number: the latest first, and none that is about whoever asks.
    ///
    /// - Throws: `LedgerError`.
    public func comingBack(_ typed: String, toldTo reader: Actor, limit: Int = 20) throws(LedgerError) -> [Glance] {
        let wanted = Written.plain(typed).lowercased()
        guard !wanted.isEmpty else { return [] }
        var scope = ReadScope.all(except: reader.number)
        // Nor is one about those who know the passcode: each of them may be the one who asks.
        for giver in reader.member.passcodeGivenBy { scope = .without(giver, scope) }
        var query = RegisterQuery(scope, order: .logged)
        query.search = typed
        query.textLimit = 1
        let contacts = Likeness.Identity(name: "", contact: wanted, in: rules.areaCode).contacts
        let country = rules.settings.country
        // A search looks through all that was written; only who somebody is counts here.
        var found = try rows(query, limit: 500).filter { row in
            if row.number.lowercased().holds(wanted) || Written.plain(row.customer).lowercased().holds(wanted) { return true }
            let own = Likeness.Identity(name: row.customer, contact: row.contact, callBackNumber: row.callBackNumber, dialledIn: country)
                .contacts
            if own.contains(where: contacts.contains) { return true }
            return wanted.utf8.count >= 4 && wanted.allSatisfy(\.isNumber) && own.contains { $0.hasSuffix(wanted) }
        }
        // A name is the same whatever the spelling; a search takes it as it is written.
        query.search = ""
        query.numbers = try numbers(ofNamed: Likeness.Identity(name: wanted, contact: ""))
        let name = CustomerName(wanted).text
        if query.numbers?.isEmpty == false, !name.isEmpty {
            let known = Set(found.map(\.id))
            found += try rows(query, limit: 500).filter { !known.contains($0.id) && CustomerName($0.customer).text == name }
            found.sort { $0.id > $1.id }
        }
        var glances: [Glance] = []
        for row in found.prefix(limit) {
            glances.append(Glance(number: row.number, stage: row.stage, due: try replyDue(of: row.number)))
        }
        return glances
    }

    /// The numbers of the cases of a customer by a full name, and perhaps of others by chance; the latest 500.
    private func numbers(ofNamed customer: Likeness.Identity) throws(LedgerError) -> [String] {
        var numbers: [String] = []
        let sql = """
            SELECT c.number FROM likeness_key k JOIN complaint c ON c.id = k.case_id WHERE k.key = ? ORDER BY k.case_id DESC LIMIT 500
            """
        for key in customer.soughtKeys { try connection.forEach(sql, key) { row throws(LedgerError) in numbers.append(row.text(0)) } }
        return numbers
    }

    /// The same of the cases that whoever asks may not read: a colleague has them.
    ///
    /// - Throws: `LedgerError`.
    public func colleaguesCases(_ typed: String, toldTo reader: Actor, limit: Int = 20) throws(LedgerError) -> [Glance] {
        let found = try comingBack(typed, toldTo: reader, limit: limit)
        if found.isEmpty { return [] }
        var own = RegisterQuery(ReadScope(for: reader), order: .logged)
        own.numbers = found.map(\.number)
        own.textLimit = 1
        let known = Set(try rows(own, limit: found.count).map(\.number))
        return found.filter { !known.contains($0.number) }
    }

    /// The number of the latest case that a complaint repeats; nil where it is the first.
    func repeated(by intake: Intake) throws(LedgerError) -> String? { try likeCases(intake, hidden: [], limit: 1).first?.number }

    /// - Parameter hidden: those whose own cases are left out.
    private func likeCases(_ intake: Intake, hidden: [StaffNumber], limit: Int) throws(LedgerError) -> [LikeCase] {
        var found: [Int64: LikeCase] = [:]
        var intake = intake
        intake.dialIn(rules)
        let (customer, country) = (Likeness.Identity(of: intake, in: rules.areaCode), rules.settings.country)
        for key in customer.soughtKeys {
            try forEachCase(
                of: "SELECT case_id FROM likeness_key WHERE key = ?",
                key,
                after: start(daysAgo: Likeness.customerDays),
                hidden: hidden,
                limit: limit
            ) { row throws(LedgerError) in
                let earlier = Likeness.Identity(name: row.text(7), contact: row.text(8), callBackNumber: row.text(10), dialledIn: country)
                // Nil where two keys are the same by chance.
                guard let likeness = Likeness.ofCustomers(customer, earlier) else { return }
                found[row.int64(0)] = try likeCase(row, likeness)
            }
        }
        if let sketch = connection.sketches.sketch(of: intake.text) {
            let wording = connection.sketches.wording
            let monthAgo = start(daysAgo: Likeness.matterDays)
            var left = limit
            // Nothing earlier than this would be among the latest.
            let floor = found.keys.sorted(by: >).dropFirst(limit - 1).first ?? 0
            let pages = try connection.statement("SELECT entries FROM likeness_page WHERE newest >= ? ORDER BY page DESC")
            try pages.bind(monthAgo.milliseconds)
            defer { pages.reset() }
            while left > 0, try pages.step() {
                let page = try SketchPage(pages.bytes(0))
                for place in (0..<page.count).reversed() where left > 0 && page.isPromising(place, beside: sketch) {
                    let id = page.id(at: place)
                    if id <= floor || found[id] != nil { continue }
                    try forEachCase(of: "SELECT ? AS case_id", id, after: monthAgo, hidden: hidden, limit: 1) { row throws(LedgerError) in
                        guard wording.share(with: Wording(row.text(9))) >= Likeness.sameShare else { return }
                        found[id] = try likeCase(row, .matter)
                        left -= 1
                    }
                }
            }
        }
        return found.sorted { $0.key > $1.key }.prefix(limit).map(\.value)
    }

    /// Hands on the rows of the cases of a query with one value that were received since `after` and are not about `hidden`, the latest first: what
    /// `likeCase` reads, and then customer, contact and the compared part of the text.
    private func forEachCase(
        of ids: String,
        _ key: Int64,
        after: Moment,
        hidden: [StaffNumber],
        limit: Int,
        body: (Statement) throws(LedgerError) -> Void
    ) throws(LedgerError) {
        let sql = """
            SELECT c.id, c.number, c.stage, c.nearest_rule, c.nearest_started, c.nearest_due, c.received, c.customer, c.contact,
            substr(c.text, 1, \(Wording.comparedCharacters)), c.call_back_number FROM (\(ids)) k CROSS JOIN complaint c ON c.id = k.case_id
            WHERE c.received >= ? AND NOT EXISTS (SELECT 1 FROM complaint_subject x WHERE x.case_id = c.id AND x.staff IN (\(RegisterPlan.list(hidden.map(\.text)))))
            ORDER BY k.case_id DESC LIMIT ?
            """
        try connection.forEach(sql, key, after.milliseconds, limit, body: body)
    }

    private func likeCase(_ row: Statement, _ likeness: Likeness) throws(LedgerError) -> LikeCase {
        guard let stage = Stage(rawValue: row.text(2)) else { throw LedgerError(.damaged, message: "a case in no stage") }
        var nearest: Clock?
        if let name = row.optionalText(3).flatMap(ClockName.init(rawValue:)), let due = row.optionalInt64(5) {
            nearest = Clock(name, started: Moment(milliseconds: row.int64(4)), due: Moment(milliseconds: due))
        }
        return LikeCase(
            number: row.text(1),
            stage: stage,
            nearest: nearest,
            received: Moment(milliseconds: row.int64(6)),
            likeness: likeness
        )
    }

    /// The beginning of the local day so many days ago.
    private func start(daysAgo days: Int) -> Moment {
        rules.zone.moment(of: LocalTime(day: rules.zone.day(at: now).adding(days: -days), secondOfDay: 0))
    }
}
