// One answer stands for all whose complaints were merged into a case, other customers among them: how much of what it promises is for those is said
// with it, and what they are told to be given adds up to no more (1-domain, Reply: promises add up, over cases merged in).
extension Case {
    /// The numbers of the cases merged in whose customers are others.
    var otherCustomers: [String] {
        absorbed.flatMap { link -> [String] in
            let owed = link.carried?.customersToAnswer ?? []
            // Whoever left no contact is told where they come by.
            return owed.isEmpty && link.carried?.isOfOther == true ? [link.number] : owed
        }
    }

    /// Checks how much of what is promised is said to be for the customers of cases merged in, together.
    ///
    /// - Parameters:
    ///   - share: what is said; nil where nothing is.
    ///   - amount: what is promised.
    /// - Throws: `Refusal.share`.
    func checkShare(_ share: Amount?, promising amount: Amount?) throws(Refusal) {
        let here = amount ?? Amount.none
        guard let share else {
            if here > Amount.none, !otherCustomers.isEmpty { throw .share(.unsaid(here, otherCustomers)) }
            return
        }
        if share > Amount.none, otherCustomers.isEmpty { throw .share(.ofNobody) }
        if share > here { throw .share(.beyondPromise(share, promised: here)) }
    }

    /// Checks what the customer of a case that was merged in, being another one, is told to be given: it came with their case, or is of what is said to be
    /// for all of them.
    ///
    /// - Parameter claims: whether what the customer wants counts as well: it stands where it is told what was talked about with them.
    /// - Returns: what the words give to them; nil for nothing.
    /// - Throws: `Refusal.sumToOther`, `.otherCurrency`.
    func checkTold(
        _ text: String,
        toCustomerOf number: String,
        isSumOther: Bool?,
        countingClaims claims: Bool = true,
        in country: Country
    ) throws(Refusal) -> Amount? {
        if isSumOther == true { return nil }
        if Amount.givesForeign(in: text, country) { throw .otherCurrency(country, in: FieldName.sumNotPromised) }
        let sums = [Amount.largestGiven(in: text, countingClaims: claims), Amount.givenBeyond(.none, in: text, country)].compactMap { $0 }
        guard let given = sums.max() else { return nil }
        if givenBeyondTheirs(telling: given, to: number) <= forOthers { return given }
        throw .sumToOther(given, promised: left(forCustomerOf: number), number)
    }

    /// This case as the customer of one that was merged in, being another one, hears of it: what is left for them is what is promised.
    func heard(byCustomerOf number: String) -> Case {
        let left = left(forCustomerOf: number)
        var heard = self
        heard.promises = left > Amount.none ? [Promise(amount: left, from: nil)] : []
        return heard
    }

    /// How much of what is promised here, and in the case with which theirs came, the customer of a case that was merged in may be told to be given.
    private func left(forCustomerOf number: String) -> Amount {
        let way = way(of: number)
        return forOthers - givenBeyondTheirs(telling: Amount.none, to: number)
            + (way == number ? toOwn(through: way) : toOthers(through: way))
    }

    /// The customer of a case merged in was told to be given something: the most of what they were told counts.
    mutating func take(given: Amount?, toCustomerOf number: String) {
        if let given { givenToOthers[number] = max(given, givenToOthers[number] ?? .none) }
    }

    /// What customers of cases merged in were told to be given, beyond what was promised in these.
    ///
    /// - Parameters:
    ///   - given: what one of them is told now, who may have been told more before.
    ///   - number: the number of their case.
    func givenBeyondTheirs(telling given: Amount? = nil, to number: String = "") -> Amount {
        var told = givenToOthers
        if let given { told[number] = given > Amount.none ? max(given, told[number] ?? .none) : nil }
        var (own, others): ([String: Amount], [String?: Amount]) = ([:], [:])
        for (number, given) in told {
            let way = way(of: number)
            if way == number { own[number] = given } else { others[way] = (others[way] ?? .none) + given }
        }
        // A difference of amounts is none where it would be negative.
        return own.reduce(Amount.none) { $0 + ($1.value - toOwn(through: $1.key)) }
            + others.reduce(Amount.none) { $0 + ($1.value - toOthers(through: $1.key)) }
    }

    /// The number of the case, merged into this one itself, with which one that was merged came here; nil where it did not.
    private func way(of number: String) -> String? {
        absorbed.last { $0.number == number || $0.carried?.members?.contains(number) == true }?.number
    }

    /// What was promised to the customer of a case that was merged in before it came here.
    private func toOwn(through number: String?) -> Amount {
        promises.filter { $0.from != nil && $0.from == number }.reduce(Amount.none) { $0 + $1.amount } - toOthers(through: number)
    }

    /// What was promised there to the customers of cases that had been merged into that one.
    private func toOthers(through number: String?) -> Amount { absorbed.last { $0.number == number }?.carried?.forOthers ?? .none }
}

extension Field {
    /// How much of a promise is for the customers of cases merged in.
    static func forOthers(_ path: Path<Amount?>) -> Field {
        .amount("for-others", path, FieldWords(label: Term.forOthers, isOnDemand: true))
    }
}

/// What is wrong with how much of a promise is said to be for the customers of cases merged in.
public enum ShareFault: Hashable, Sendable {
    /// So much is promised, and nothing is said of it; the numbers of the cases of the others.
    case unsaid(Amount, [String])
    /// It is more than is promised.
    case beyondPromise(Amount, promised: Amount)
    /// The words of the promise give so much, and so much of it is for the case's own customer.
    case promiseGives(Amount, toOwn: Amount)
    /// No case of another customer, who is to be answered, was merged in.
    case ofNobody
}
