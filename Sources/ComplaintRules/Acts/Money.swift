/// An amount that was promised to be paid and stands (1-domain, Reply).
public struct Promise: Hashable, Sendable {
    /// How much.
    public var amount: Amount
    /// The number of the case from which it came here; nil for one of the case itself.
    public var from: String?
    /// Whether it came with the case of another customer that was merged in: it is theirs.
    var isOfOther = false
    /// How much of it is for the customers of cases merged in, who are others.
    var forOthers = Amount.none
    /// Whether it was made with the answer that stands: that is the one which the customer refuses with it.
    var isOfAnswer = false
}

extension Case {
    /// An answer stands from now on, and promises this much; what earlier ones promised was promised all the same.
    ///
    /// - Parameter others: how much of it is for the customers of cases merged in, who are others.
    mutating func promise(_ amount: Amount?, forOthers others: Amount? = nil) {
        for index in promises.indices { promises[index].isOfAnswer = false }
        if let amount, amount > Amount.none {
            promises.append(Promise(amount: amount, from: nil, forOthers: others ?? .none, isOfAnswer: true))
        }
    }

    /// The customer refused the answer, and what it promised to them counts no longer, but for what was paid of it: of what was paid here, their own
    /// comes first, and what was promised to them before that. What of it is for others stays promised to these.
    ///
    /// - Parameter more: what was paid of it in cases in which this one went on.
    mutating func refusePromise(paidElsewhere more: Amount = .none) {
        guard let place = promises.lastIndex(where: \.isOfAnswer) else { return }
        let before =
            promises.filter { !$0.isOfOther }.reduce(Amount.none) { $0 + ($1.amount - $1.forOthers) }
            - (promises[place].amount - promises[place].forOthers)
        let toOthers = absorbed.filter { $0.carried?.isOfOther == true }.reduce(Amount.none) { $0 + ($1.carried?.paid ?? Amount.none) }
        promises[place].isOfAnswer = false
        let own = min(promises[place].amount - promises[place].forOthers, paid + more - toOthers - before)
        promises[place].amount = own + promises[place].forOthers
        if promises[place].amount == Amount.none { promises.remove(at: place) }
    }

    /// So much of what stands promised was paid elsewhere, and is promised here no more: what was promised last first.
    mutating func promiseLess(_ amount: Amount?) {
        var left = amount ?? Amount.none
        if left > Amount.none { spent[number.description, default: .none] = (spent[number.description] ?? .none) + left }
        for index in promises.indices.reversed() {
            let part = min(left, promises[index].amount)
            (promises[index].amount, left) = (promises[index].amount - part, left - part)
            promises[index].forOthers = min(promises[index].forOthers, promises[index].amount)
        }
        promises.removeAll { $0.amount == Amount.none }
    }

    /// How much of what is promised here is for the customers of cases merged in, who are others, together.
    var forOthers: Amount { promises.reduce(Amount.none) { $0 + $1.forOthers } }

    /// What stands promised here to the case's own customer: without what came with others, and what is for them.
    var promisedToOwn: Amount {
        promises.reduce(Amount.none) { sum, promise in
            guard promise.isOfOther else { return sum + (promise.amount - promise.forOthers) }
            // A case of the same customer may have brought what is for others.
            let carried = absorbed.last { $0.number == promise.from }?.carried
            return carried?.received == nil ? sum : sum + (promise.amount - (carried?.forOthers ?? .none))
        }
    }

    /// What stands promised here, with what came with cases that were merged in, which count nowhere else; without what came with the case that
    /// goes on in this one. Nil where no answer says anything of it.
    var promisedHere: Amount? {
        let sum = promisedAnew
        return sum > Amount.none ? sum : (reply?.amount ?? answer?.amount).map { _ in sum }
    }

    private var promisedAnew: Amount {
        let followed = Set(links.filter(\.tie.follows).map(\.number))
        return promises.reduce(Amount.none) { sum, promise in promise.from.map(followed.contains) == true ? sum : sum + promise.amount }
    }

    /// What the customer of this case was promised and paid in all cases of a web that are theirs, whatever came between: a merging into another
    /// customer's, a sending back, a refusal.
    func money(in web: [Case], _ area: AreaCode?) -> (promised: Amount, paid: Amount) {
        let shares = Share.all(of: [self] + web, area)
        return shares.first { $0.holds(self) }.map { ($0.promised, $0.paid) } ?? (.none, .none)
    }

    /// What was paid in the cases of the web in which this one went on, one after the other.
    func paidInOthers(of desk: DeskRules) -> Amount {
        var (found, rest) = ([self], desk.tied.filter { $0.number != number })
        while let place = rest.firstIndex(where: { next in found.contains { next.follows($0) } }) { found.append(rest.remove(at: place)) }
        return found.dropFirst().reduce(Amount.none) { $0 + ($1.paid - $1.paidBefore) }
    }

    /// How much may still be paid in this case, of what it promised with cases of other customers merged in: what goes on in a case of whoever it was
    /// promised to is paid there, and its number is told.
    func payable(in web: [Case], _ area: AreaCode?) -> (amount: Amount, elsewhere: String?) {
        let pool = members.union([number.description])
        let due = Share.all(of: [self] + web, area).filter { share in
            share.promised > share.paid && share.cases.contains { pool.contains($0.number.description) }
        }
        let here = due.filter { $0.goesOnIn == nil }
        return (here.reduce(Amount.none) { $0 + ($1.promised - $1.paid) }, due.compactMap(\.goesOnIn).first)
    }

    /// What was promised here, and came from nowhere.
    var promisedAsOwn: Amount { promises.filter { $0.from == nil }.reduce(Amount.none) { $0 + $1.amount } }

    /// Something was paid.
    mutating func pay(_ amount: Amount?) { paid = paid + (amount ?? Amount.none) }
}

/// What one customer was promised and paid in their cases of a web.
private struct Share {
    let cases: [Case]
    let promised: Amount
    var paid: Amount

    init(_ cases: [Case]) {
        self.cases = cases
        promised = cases.reduce(Amount.none) { $0 + $1.promisedAsOwn }
        paid = cases.reduce(Amount.none) { $0 + ($1.paid - $1.paidBefore) }
    }

    func holds(_ state: Case) -> Bool { cases.contains { $0.number == state.number } }

    /// The last case in which what was promised goes on; nil where nothing did.
    var goesOnIn: String? { cases.compactMap(\.goesOnIn).max() }

    /// Those of all customers whose cases they are. What was paid in a case is its own customer's first, as far as it was promised; the rest was paid of
    /// what other cases that were merged in had promised, in the order of their numbers.
    static func all(of web: [Case], _ area: AreaCode?) -> [Share] {
        var (rest, shares): ([Case], [Share]) = (web, [])
        while let first = rest.first {
            let share = Share(first.ofSameCustomer(in: rest, area))
            rest.removeAll(where: share.holds)
            shares.append(share)
        }
        var spare = shares.reduce(Amount.none) { $0 + ($1.paid - $1.promised) }
        func first(_ place: Int) -> CaseNumber? { shares[place].cases.map(\.number).min() }
        let order = shares.indices.sorted { left, right in
            guard let (one, other) = first(left).flatMap({ one in first(right).map { (one, $0) } }) else { return left < right }
            return one < other
        }
        for place in order {
            shares[place].paid = min(shares[place].paid, shares[place].promised)
            let more = min(spare, shares[place].promised - shares[place].paid)
            (shares[place].paid, spare) = (shares[place].paid + more, spare - more)
        }
        return shares
    }
}

extension Occasion {
    /// Checks that an amount, with what was promised before, is within what the actor may promise, and within what head office has approved
    /// (1-domain, Reply: no promise beyond authority).
    ///
    /// - Parameters:
    ///   - promise: what was promised in words, which say what they cost: words alone would pass every tier.
    ///   - texts: what the customer was told beside it (`checkWords`).
    ///   - others: how much of it is for the customers of cases merged in.
    ///   - isSumOther: whether it was said that a larger sum in these words is not promised. Of a promise it lifts nothing that is given.
    /// - Throws: `Refusal.promiseWithoutAmount`; `.promiseOfNothing`; `.sumBeyondAmount`; `.otherCurrency`; `.beyondApproval`; `.sumBeyondAuthority` and
    ///   `.beyondTier`, with the role that could.
    func checkAuthority(
        _ amount: Amount?,
        promising promise: String?,
        saying texts: [String?],
        forOthers others: Amount? = nil,
        isSumOther: Bool?,
        on state: Case
    ) throws(Refusal) {
        let promise = promise ?? ""
        if !promise.isBlank, amount == nil { throw .promiseWithoutAmount }
        let here = amount ?? Amount.none
        let most = mostPromised(on: state)
        let country = desk.settings.country
        // What the promise itself gives is its amount, whatever is said beside it; what is only looked into is told in the text.
        // Beside it a loss or a claim may be told, but where head office has said how much.
        if let given = Amount.largestPromised(in: promise, country, countingTold: most.isHeadOffices), given > here {
            if state.promised + given > most.amount { throw beyondAuthority(given, on: state, in: "promise") }
            throw .sumBeyondAmount(given, promised: here, in: "promise")
        }
        let toOwn = here - (others ?? .none)
        if toOwn < here, let given = Amount.largestPromised(in: promise, country), given > toOwn, !Amount.isSharedOut(in: promise, country)
        {
            throw .share(.promiseGives(given, toOwn: toOwn))
        }
        try checkWords(texts, promising: here, toOwn: toOwn, isSumOther: isSumOther, on: state) { .sumBeyondAmount($0, promised: toOwn) }
        if Amount.isForeign(in: promise, country) { throw .otherCurrency(country) }
        // Sums beside each other may be parts of one, or add up: where the words do not say which, whoever writes them does, within what head office
        // has approved.
        let beyond = Amount.beyond(here, in: promise, country)
        if let beyond, beyond.isSure || most.isHeadOffices {
            if state.promised + beyond.sum > most.amount { throw beyondAuthority(beyond.sum, on: state, in: "promise") }
            if beyond.isSure { throw .sumBeyondAmount(beyond.sum, promised: here, in: "promise") }
        }
        if Amount.isForeignBeside(in: promise, country) {
            if most.isHeadOffices { throw .otherCurrency(country) }
            if isSumOther != true { throw .otherCurrency(country, in: FieldName.sumNotPromised) }
        }
        if isSumOther != true, let beyond { throw .sumBeyondAmount(beyond.sum, promised: here) }
        if isSumOther != true, let said = Amount.largestNamed(in: promise, country), said > here {
            throw .sumBeyondAmount(said, promised: here)
        }
        if most.isHeadOffices, Amount.givesWhole(in: promise, ofMoney: true), !isWholeKnown(promise, promising: here, on: state) {
            throw .wholePromised(here, in: "promise")
        }
        if isSumOther != true, isWholePromised([promise], promising: here, on: state) { throw .wholePromised(here) }
        guard let amount, amount > Amount.none else {
            if !promise.isBlank, isSumOther != true, most.isHeadOffices, state.promised >= most.amount {
                throw .promiseOfNothing(approved: most.amount)
            }
            return
        }
        let sum = state.promised + amount
        if let ceiling = state.ceiling {
            if sum > ceiling { throw .beyondApproval(sum, approved: ceiling) }
            return
        }
        if let cap = state.cap, sum > cap { throw .beyondApproval(sum, approved: cap) }
        let tier = tier(on: state)
        if sum > tier { throw .beyondTier(amount, before: state.promised, tier: tier, could: whoCould(sum + state.paidElsewhere)) }
    }

    /// Checks words that the customer hears. No list of words knows what is given and what is told: a sum that is said to be given and does not stand
    /// promised, and any sum beyond what the actor may promise, is asked about; whoever says that it is not promised may write it, and that word
    /// stands in the time line and in the letter.
    ///
    /// - Parameters:
    ///   - here: what is promised together with it.
    ///   - toOwn: how much of that to the case's own customer.
    ///   - asking: the question about a sum that the actor could promise.
    private func checkWords(
        _ texts: [String?],
        promising here: Amount = .none,
        toOwn: Amount = .none,
        isSumOther: Bool?,
        on state: Case,
        asking: (Amount) -> Refusal
    ) throws(Refusal) {
        if isSumOther == true { return }
        let (all, most) = (state.promised + here, mostPromised(on: state).amount)
        // A text may speak of what was promised before as well, and of what each of several is given.
        for text in texts.compactMap({ $0 }) {
            let standing = Amount.isSharedOut(in: text, desk.settings.country) ? all : state.promisedToOwn + toOwn
            if let given = Amount.largestGiven(in: text), given > standing {
                throw state.promised + given > most ? beyondAuthority(given, on: state) : asking(given)
            }
            if let given = Amount.givenBeyond(standing, in: text, desk.settings.country) { throw asking(given) }
            if Amount.givesForeign(in: text, desk.settings.country) {
                throw .otherCurrency(desk.settings.country, in: FieldName.sumNotPromised)
            }
            if let named = Amount.largest(in: text), named > max(all, most) { throw asking(named) }
        }
        // Of a matter that head office has ruled on; of others such words mostly tell what was done.
        if mostPromised(on: state).isHeadOffices, isWholePromised(texts.compactMap { $0 }, promising: here, on: state) {
            throw .wholePromised(all)
        }
    }

    /// Whether all of something, within what head office has approved, comes to no more than the amount beside it: that is all that is claimed, and the
    /// words give it besides no sum; or they name it.
    private func isWholeKnown(_ promise: String, promising here: Amount, on state: Case) -> Bool {
        guard here > Amount.none, Amount.namesWhole(in: promise) else { return false }
        return Amount.namesWhole(here, in: promise) || state.promised + here >= state.intake.amount ?? Amount.none
    }

    /// Whether words give all of something, and no sum stands beside them that says how much that is: what is claimed, where somebody knows.
    private func isWholePromised(_ texts: [String], promising here: Amount, on state: Case) -> Bool {
        let standing = state.promised + here
        let isKnown = standing > Amount.none && standing >= state.intake.amount ?? Amount.none
        return !isKnown && texts.contains { Amount.givesWhole(in: $0) }
    }

    /// Checks what letters and sheets for the customer take from a finding: it gives no more than stands promised, or than may be, unless it says that
    /// such a sum is not promised. An apology promises, and so does an explanation; what was found and put right is told, and is bounded by what
    /// head office has said alone. Before there is an answer, a sum that may be promised is asked about with that.
    ///
    /// - Parameters:
    ///   - here: what is promised in the answer that is given now; nil for a finding.
    ///   - isSumOther: whether what is written beside it says so.
    /// - Throws: `Refusal.sumBeyondAuthority`, `.sumBeyondAmount`, `.sumOutsideAnswer`.
    func checkLetterWords(of finding: Finding, promising here: Amount?, isSumOther: Bool? = nil, on state: Case) throws(Refusal) {
        if finding.isSumOther == true || isSumOther == true { return }
        let (most, standing) = (mostPromised(on: state), state.promisedToOwn + (here ?? Amount.none))
        let texts = [finding.apology, finding.explanation] + (most.isHeadOffices ? [finding.correction, finding.facts] : [])
        let country = desk.settings.country
        if here != nil || state.repliedAt != nil, texts.compactMap({ $0 }).contains(where: { Amount.givesForeign(in: $0, country) }) {
            throw .otherCurrency(country, in: FieldName.sumNotPromised)
        }
        let sums = texts.flatMap { [Amount.largestGiven(in: $0), Amount.givenBeyond(standing, in: $0, country)] }.compactMap { $0 }
        guard let given = sums.max(), given > standing else { return }
        if given > most.amount { throw beyondAuthority(given, on: state) }
        if let here { throw .sumBeyondAmount(given, promised: here) }
        if state.repliedAt != nil { throw .sumOutsideAnswer(given, promised: standing) }
    }

    /// Checks what a hotline was answered, which tells it on: it gives nothing, unless it is said that such a sum is not promised. What is promised
    /// stands in an answer or a reply.
    ///
    /// - Throws: `Refusal.sumToHotline`.
    func checkHotlineAnswer(_ text: String?, isSumOther: Bool?) throws(Refusal) {
        if isSumOther == true { return }
        if let given = text.flatMap({ Amount.largestGiven(in: $0, countingClaims: false) }) { throw .sumToHotline(given) }
    }

    /// That words give what the actor may not promise, with the role that could, where head office has not said how much.
    private func beyondAuthority(_ given: Amount, on state: Case, in field: String = FieldName.sumNotPromised) -> Refusal {
        let (most, isNamed) = mostPromised(on: state)
        let could = isNamed ? nil : whoCould(state.promised + state.paidElsewhere + given)
        return .sumBeyondAuthority(given, most: most, isHeadOffices: isNamed, could: could, in: field)
    }

    /// What the actor's roles may promise over a case, beside what was paid of its promise elsewhere.
    private func tier(on state: Case) -> Amount {
        (actor.regarding(state).roles.map { desk.tier(of: $0, on: today) }.max() ?? Amount.none) - state.paidElsewhere
    }

    /// The lowest role at the branch that may promise so much; nil where only head office may.
    private func whoCould(_ sum: Amount) -> Role? {
        [Role.counter, .complaintManager, .branchManager].first { desk.tier(of: $0, on: today) >= sum }
    }

    /// The most that the actor may promise on a case, and whether that is what head office has said.
    private func mostPromised(on state: Case) -> (amount: Amount, isHeadOffices: Bool) {
        let tier = tier(on: state)
        return (state.ceiling ?? min(tier, state.cap ?? tier), state.ceiling != nil || state.cap != nil)
    }

    /// Checks what a customer is told outside an answer, as words of an answer are checked.
    ///
    /// - Throws: `Refusal.sumOutsideAnswer`, `.sumBeyondAuthority`.
    func checkTold(_ text: String, isSumOther: Bool?, on state: Case) throws(Refusal) {
        try checkWords([text], isSumOther: isSumOther, on: state) { outsideAnswer($0, on: state) }
        try checkOnTop(text, isSumOther: isSumOther, on: state)
    }

    /// Checks that words outside an answer give nothing on top of what stands promised: no larger sum, and it is more all the same.
    ///
    /// - Throws: `Refusal.sumOutsideAnswer`, `.sumBeyondAuthority`.
    private func checkOnTop(_ text: String, isSumOther: Bool?, on state: Case) throws(Refusal) {
        guard isSumOther != true, state.promised > Amount.none, let added = Amount.largestOnTop(of: state.promisedToOwn, in: text) else {
            return
        }
        // One of several promises may have been the one on top.
        if state.promises.count > 1, state.promises.contains(where: { $0.amount == added }) { return }
        throw outsideAnswer(state.promised + added, on: state)
    }

    /// Checks what was talked about with a customer: what they want stands there too, and is no promise.
    ///
    /// - Throws: `Refusal.sumOutsideAnswer`.
    func checkTalk(_ text: String, isSumOther: Bool?, on state: Case) throws(Refusal) {
        if isSumOther == true { return }
        if let given = Amount.largestGiven(in: text, countingClaims: false), given > state.promisedToOwn {
            throw outsideAnswer(given, on: state)
        }
        if let given = Amount.givenBeyond(state.promisedToOwn, in: text, desk.settings.country) { throw outsideAnswer(given, on: state) }
        try checkOnTop(text, isSumOther: isSumOther, on: state)
    }

    /// That a sum stands outside an answer: one that could still promise it is named where there may be one.
    private func outsideAnswer(_ given: Amount, on state: Case) -> Refusal {
        let most = mostPromised(on: state)
        if state.isSigned || !state.stage.isOpen { return .sumWithoutAnswer(given, promised: state.promisedToOwn) }
        return state.promised + given > most.amount
            ? beyondAuthority(given, on: state) : .sumOutsideAnswer(given, promised: state.promisedToOwn)
    }

    /// Checks what is recorded as paid: that it was promised, and was paid by now.
    ///
    /// - Parameter promising: what is promised together with it.
    /// - Throws: `Refusal.paidNothingPromised`, `.inTheFuture`, `.missing`.
    func checkPayment(_ amount: Amount?, on day: Day?, promising: Amount? = nil, of state: Case) throws(Refusal) {
        guard let amount else {
            if day != nil { throw .missing("paid") }
            return
        }
        // What was promised goes on there, and is paid once; where the customer refused it, nothing does.
        let isShared = state.isSigned && state.promises.contains(where: \.isOfOther)
        if state.promised > Amount.none, !isShared || state.stage == .merged,
            let next = state.goesOnIn ?? (state.stage == .merged ? state.mergedInto : nil)
        {
            throw .paidWhereItGoesOn(next)
        }
        if let day, day > today { throw .inTheFuture("paid-on") }
        if let day, day < desk.zone.day(at: state.intake.received) { throw .beforeReceived("paid-on") }
        if isShared {
            let (left, elsewhere) = state.payable(in: desk.tied, desk.areaCode)
            if amount > left {
                throw elsewhere.map { .paidWhereItGoesOn($0) } ?? .paidBeyondPromise(state.paid + amount, promised: state.paid + left)
            }
        }
        let promised = state.promised + (promising ?? Amount.none)
        if state.paid + amount > promised { throw .paidBeyondPromise(state.paid + amount, promised: promised) }
    }
}

extension Field {
    /// What was paid and when: recorded apart from what was promised.
    static func payment(_ amount: Path<Amount?>, _ day: Path<Day?>) -> [Field] {
        [.amount("paid", amount, .label("Amount paid", "已付金额")), .day("paid-on", day, .label("Paid on", "付款日期"))]
    }
}

extension Field {
    /// That a larger sum in the words of a promise is not promised, such as the one that is being looked into.
    static func sumNotPromised(_ path: Path<Bool?>) -> Field {
        .flag(FieldName.sumNotPromised, path, FieldWords(isOnDemand: true))
    }
}

extension Refusal {
    /// What is said where an act is done together with the logging, which has no field for what it promises.
    public var whileLogging: Refusal {
        switch self {
        case .sumBeyondAmount(let given, _, _), .sumBeyondAuthority(let given, _, _, _, _), .sumOutsideAnswer(let given, _):
            .sumWhileLogging(given)
        case .wholePromised: .sumWhileLogging(nil)
        default: self
        }
    }
}

extension FieldName {
    /// The name of the field that says that a larger sum in the words beside it is not promised.
    public static let sumNotPromised = "sum-not-promised"
}

extension FieldWords {
    /// What is promised to be paid, which is not what the customer claims.
    static let promised = label("Amount promised", "承诺金额")
}
