// What customers have heard of an outcome, and the clocks that stop with it: the case's own customer, and those whose cases were merged in.
extension Case {
    /// The customer heard, by a way that reaches them, or it could not be delivered: where an answer stands or the case has ended, it was that.
    mutating func hearOutcome(_ telling: Telling) {
        guard stage == .toSign || Stage.endsOfTheirOwn.contains(stage),
            outcomeTold.map({ $0.isUndelivered && !telling.isUndelivered }) ?? true
        else { return }
        outcomeTold = telling
        if stage == .merged { complainedBefore = [] }
        takeAsTold()
        if stage == .toSign, repliedAt == nil { answered(at: telling.at) }
    }

    /// So did the customer, being another one, of a case that was merged in.
    mutating func hearOutcome(_ telling: Telling, ofCustomerOf number: String) {
        guard stage == .toSign || Stage.endsOfTheirOwn.contains(stage) else { return }
        let before = Set(owedToOthers.map(\.number))
        if customersToAnswer.contains(number) || tellingsOfOthers[number]?.isUndelivered == true {
            tellingsOfOthers[number] = telling
            takeAsTold()
        }
        customersToAnswer.removeAll { $0 == number }
        let answered = before.subtracting(owedToOthers.map(\.number))
        for index in clocks.indices where clocks[index].from.map(answered.contains) == true && clocks[index].ended == nil {
            if clocks[index].name.isTowardsCustomer { clocks[index].ended = telling.at }
        }
    }

    /// The customer of a case that was merged in is answered elsewhere.
    mutating func forgetCustomer(of number: String) {
        (attemptsOfOthers[number], tellingsOfOthers[number], givenToOthers[number]) = (nil, nil, nil)
    }

    /// The number of a case merged in whose customer, being another one, is told here.
    ///
    /// - Throws: `Refusal.notMergedIn`.
    func customerMergedIn(_ number: String) throws(Refusal) -> String {
        guard let wanted = CaseNumber(number)?.description,
            otherCustomers.contains(wanted)
        else { throw .notMergedIn(number) }
        return wanted
    }

    /// The customer of a case that was merged in was contacted, or it was tried: attempts count for each customer by themselves.
    mutating func contactOther(_ number: String, reached isReached: Bool, by way: ContactWay, at moment: Moment) {
        if isReached { takeNewFact() } else { hasNewFact = true }
        if isReached {
            attemptsOfOthers[number] = nil
            if way.reachesCustomer { hearOutcome(Telling(at: moment, how: way), ofCustomerOf: number) }
        } else if way.reachesCustomer {
            attemptsOfOthers[number, default: []].append(moment)
        }
    }

    /// Checks that it was tried often enough to reach a customer who left a contact: three times, on at least two days (1-domain, Reply).
    ///
    /// - Parameter number: of the case merged in whose customer it is; nil for the case's own.
    /// - Throws: `Refusal.notReached`, `.triedOnOneDay`.
    func checkAttempts(toReach number: String? = nil, in occasion: Occasion) throws(Refusal) {
        guard number != nil || isReachable else { return }
        let attempts = number.map { attemptsOfOthers[$0] ?? [] } ?? failedAttempts
        if attempts.count < Reply.attempts { throw .notReached(attempts: attempts.count) }
        if Set(attempts.map(occasion.desk.zone.day(at:))).count < 2 { throw .triedOnOneDay }
    }

    /// Everybody who was owed it heard of the outcome, as a ruling by head office says: nothing runs towards any customer any more.
    mutating func hearAll(at moment: Moment) {
        hear(by: nil, at: moment)
        for number in customersToAnswer { tellingsOfOthers[number] = Telling(at: moment, how: nil) }
        customersToAnswer = []
        outcomeTold = outcomeTold ?? Telling(at: moment, how: nil)
        if stage == .toSign, repliedAt == nil { repliedAt = moment }
        stop(ClockName.towardsCustomer, at: moment)
    }

    /// A new outcome, or none that stands any more: nobody has heard of it yet.
    mutating func oweOutcome() {
        (outcomeTold, toldBefore) = (nil, nil)
        tellingsOfOthers = [:]
        for number in absorbed.flatMap({ $0.carried?.customersToAnswer ?? [] }) where !customersToAnswer.contains(number) {
            customersToAnswer.append(number)
        }
    }

    /// What was found says otherwise than what was told: whoever heard that is to hear this too. Until somebody does, what was told is kept: what is
    /// found next may say it after all. What could not be delivered need not be tried again where nothing came to light since but this.
    mutating func oweOutcomeFound() {
        let (own, others) = (outcomeTold, tellingsOfOthers)
        let heard = Set(absorbed.flatMap { $0.carried?.customersToAnswer ?? [] }).subtracting(customersToAnswer)
        let before = toldBefore ?? ToldBefore(own: own, others: others, heard: heard)
        oweOutcome()
        toldBefore = before
        func isStill(_ telling: Telling) -> Bool { telling.isUndelivered && !telling.isOvertaken }
        if let own, isStill(own) { outcomeTold = own }
        for (number, telling) in others where isStill(telling) && heard.contains(number) { hearAgain(telling, number) }
    }

    /// What was found says what was told before other findings, of which nobody was told: that counts again.
    mutating func restoreTold() {
        guard let before = toldBefore else { return }
        (outcomeTold, toldBefore) = (before.own, nil)
        for number in before.heard { hearAgain(before.others[number], number) }
    }

    private mutating func hearAgain(_ telling: Telling?, _ number: String) {
        tellingsOfOthers[number] = telling
        customersToAnswer.removeAll { $0 == number }
    }

    /// Somebody was told of the outcome as it is found now.
    private mutating func takeAsTold() {
        guard stage == .toSign else { return }
        (findingAnswered, toldBefore) = (finding, nil)
    }

    /// The customer has the answer: the clocks towards them stop. Those of other customers run on until these have it too.
    mutating func answered(at moment: Moment) {
        repliedAt = moment
        let others = Set(owedToOthers.map(\.number))
        for index in clocks.indices where clocks[index].ended == nil && clocks[index].from.map(others.contains) != true {
            if clocks[index].name.isTowardsCustomer || clocks[index].name == .firstContact { clocks[index].ended = moment }
        }
    }

    /// The customer of an extended case was told meanwhile, which ends the reply's clock as kept (1-domain, Clocks): the case's own, and those of
    /// cases merged in for which the extension was granted too.
    mutating func tellMeanwhile(at moment: Moment) {
        let extended = absorbed.filter { link in
            extendedWith.contains(link.number) || link.carried?.isExtended == true && link.carried?.holdsOthers != true
        }.map(\.number)
        for index in clocks.indices where clocks[index].name == .reply && clocks[index].ended == nil {
            if clocks[index].from.map(extended.contains) ?? true { clocks[index].ended = moment }
        }
        for link in absorbed where !extended.contains(link.number) { runOn(link, [.reply]) }
    }

    /// The numbers of the cases whose entry in the comment book is answered with this one: its own, and those merged in.
    var bookEntries: [String] {
        (intake.channel == .commentBook ? [number.description] : []) + absorbed.flatMap { $0.carried?.bookAnswersDue ?? [] }
    }

    /// The ties to cases merged in whose customers, being others, are still to be answered.
    var owedToOthers: [Linked] {
        absorbed.filter { $0.carried?.customersToAnswer.contains(where: customersToAnswer.contains) == true }
    }

    /// Lets clocks of a case that was merged in run on by themselves, also where they had given way to an earlier one of this case.
    mutating func runOn(_ link: Linked, _ names: Set<ClockName>) {
        for clock in link.carried?.clocks ?? [] where names.contains(clock.name) {
            if let place = clocks.lastIndex(where: { $0.from == link.number && $0.name == clock.name }) {
                (clocks[place].ended, clocks[place].isSuperseded, clocks[place].isStopped) = (nil, nil, nil)
            } else {
                clocks.append(clock.goingOn(from: link.number))
            }
        }
    }
}

extension Case {
    /// Who was told of an outcome.
    struct ToldBefore: Hashable, Sendable {
        /// How the case's own customer was; nil where they were not.
        let own: Telling?
        /// How those of cases merged in were, by the numbers of their cases.
        let others: [String: Telling]
        /// The numbers of all those.
        var heard: Set<String>
    }
}

extension Clock {
    /// The same in the case in which that of the number went on.
    func goingOn(from number: String) -> Clock {
        var going = Clock(name, started: started, due: due)
        (going.from, going.ruleFrom) = (number, ruleFrom)
        return going
    }
}
