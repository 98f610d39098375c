// How a case goes from stage to stage, and its clocks with it: what the events of several acts share.
extension Case {
    /// How a case stood before it ended otherwise than by an answer: what a sending back brings back.
    public struct BeforeEnd: Hashable, Sendable {
        let stage: Stage
        let awaitedReceiver: StaffNumber?
        let extensionAsked: String?
        let escalationAsked: Escalation?
        let outcomeTold: Telling?
        let customersToAnswer: [String]
        let tellingsOfOthers: [String: Telling]
        let toldBefore: ToldBefore?
        /// The places of the clocks that an answer had stopped, where they go on in another case.
        let answered: Set<Int>
        /// How many clocks there were.
        let clockCount: Int
        /// The places of the clocks that the end stopped, and of the signature's that ran.
        var stopped: Set<Int>
    }

    /// There is an answer, and the case waits for its signature. Once the customer has it, the clocks towards them stop: what stands in the comment
    /// book answers nobody who left a contact (1-domain, Comment book).
    ///
    /// - Parameter telling: how it reached the customer, or that it could not be delivered; nil where they do not have it yet.
    mutating func takeAnswer(
        of doer: StaffNumber,
        at moment: Moment,
        promising amount: Amount?,
        forOthers: Amount? = nil,
        heard telling: Telling?
    ) {
        stageBeforeSigning = stage
        stage = .toSign
        sentBackFor = nil
        repliedAt = nil
        answeredBy = doer
        involved.insert(doer)
        findingAnswered = finding
        oweOutcome()
        promise(amount, forOthers: forOthers)
        for link in owedToOthers { runOn(link, ClockName.towardsCustomer) }
        outcomeTold = telling
        if isToldOfOutcome || !(owesHearing || owesAnswerToMerged) { answered(at: moment) }
    }

    /// What was signed is locked, and closed where it had an answer.
    mutating func sign(by signer: StaffNumber, at moment: Moment) {
        self.signer = signer
        signedAt = moment
        beforeEnd = nil
        stop([.signature], at: moment)
        // What was asked and not decided until now is decided by the signature.
        extensionAsked = nil
        escalationAsked = nil
        guard stage.isOpen else { return }
        // Ruled on before an answer, where nobody in the branch could give one: the customer was told with the ruling.
        if stage != .toSign { end(as: .closed, by: signer, at: moment) }
        stage = .closed
        closedAt = moment
    }

    /// The answer does not stand: the clocks that it stopped run again, their due moments unchanged, and no signature is due.
    mutating func reopen(to stage: Stage, at moment: Moment) {
        self.stage = stage
        stageBeforeSigning = nil
        oweOutcome()
        isBookAnswerOld = !bookEntries.isEmpty
        // Who had the answer beside the customer has none that stands.
        let others = Set(owedToOthers.map(\.number))
        for index in clocks.indices where clocks[index].from.map(others.contains) == true && clocks[index].isSuperseded != true {
            if clocks[index].name.isTowardsCustomer { clocks[index].ended = nil }
        }
        for index in clocks.indices {
            if isStoppedByAnswer(clocks[index]) { clocks[index].ended = nil }
            if clocks[index].name == .signature, clocks[index].ended == nil { supersede(index, at: moment) }
        }
        repliedAt = nil
        answeredBy = nil
        endedBy = nil
    }

    /// A clock takes the place of the one of its name that runs, or that the answer stopped and a sending back would let run again. Of the
    /// dates from outside, only that of whoever set it.
    mutating func start(_ clock: Clock, at moment: Moment) {
        for index in clocks.indices where clocks[index].isSame(as: clock) && clocks[index].isSuperseded != true {
            guard clocks[index].ended == nil || isStoppedByAnswer(clocks[index]) else { continue }
            // An older case that was merged in keeps its limit, but for the last day of one matter of one customer, which is counted from when it came first.
            if let from = clocks[index].from, clocks[index].due < clock.due, !isMadeLonger(clock, with: from) { continue }
            supersede(index, at: moment)
        }
        var clock = clock
        // While the customer has an answer, no clock towards them runs: this one is kept by that answer, and runs once it is sent back.
        if clock.name.isTowardsCustomer { clock.ended = repliedAt }
        clocks.append(clock)
        // What had given way to an earlier limit of this case holds where this one comes later.
        guard clock.name.isTowardsCustomer, repliedAt == nil else { return }
        for link in absorbed where link.carried?.clocks.contains(where: { $0.name == clock.name && $0.due < clock.due }) == true {
            if !isMadeLonger(clock, with: link.number) { runOn(link, [clock.name]) }
        }
    }

    /// Whether a longer final limit is that of a case merged in as well, which is the same customer's and holds no other's.
    private func isMadeLonger(_ clock: Clock, with number: String) -> Bool {
        let carried = absorbed.last { $0.number == number }?.carried
        return clock.name == .final && clock.from == nil && carried?.received != nil && carried?.holdsOthers == false
    }

    /// A contact came to light while what the customer was answered reached nobody whom the branch can reach: the clocks towards them run on.
    mutating func oweHearing() {
        guard owesHearing, !isToldOfOutcome, let answered = repliedAt else { return }
        let others = Set(owedToOthers.map(\.number))
        for index in clocks.indices where isStoppedByAnswer(clocks[index]) && clocks[index].from.map(others.contains) != true {
            clocks[index].ended = nil
        }
        for index in clocks.indices where clocks[index].name == .firstContact && clocks[index].ended == answered {
            clocks[index].ended = nil
        }
        repliedAt = nil
    }

    private mutating func supersede(_ index: Int, at moment: Moment) {
        clocks[index].ended = clocks[index].ended ?? moment
        clocks[index].isSuperseded = true
    }

    private func isStoppedByAnswer(_ clock: Clock) -> Bool {
        clock.name.isTowardsCustomer && repliedAt != nil && clock.ended == repliedAt && clock.isSuperseded != true
    }

    /// The clocks that no end of the case stops: others wait for them whatever became of it, or they begin with the end.
    private static let outlasting: Set<ClockName> = [.outside, .signature, .atOnce, .review]

    /// The case ends otherwise than by an answer that was signed.
    ///
    /// - Parameter goesOn: whether its clocks go on in another case, and so are neither kept nor, unless they were late already, breached here.
    mutating func end(as stage: Stage, by doer: StaffNumber, at moment: Moment, goingOn goesOn: Bool = false) {
        // The answer goes nowhere with it: what it kept is due where the case goes on.
        let answered = Set(goesOn ? clocks.indices.filter { isStoppedByAnswer(clocks[$0]) } : [])
        if Stage.endsOfTheirOwn.contains(stage) {
            beforeEnd = BeforeEnd(
                stage: self.stage,
                awaitedReceiver: awaitedReceiver,
                extensionAsked: extensionAsked,
                escalationAsked: escalationAsked,
                outcomeTold: outcomeTold,
                customersToAnswer: customersToAnswer,
                tellingsOfOthers: tellingsOfOthers,
                toldBefore: toldBefore,
                answered: answered,
                clockCount: clocks.count,
                stopped: Set(
                    clocks.indices.filter {
                        clocks[$0].ended == nil && (clocks[$0].name == .signature || !Case.outlasting.contains(clocks[$0].name))
                    }
                )
            )
            oweOutcome()
        }
        for index in answered { clocks[index].isSuperseded = true }
        self.stage = stage
        endedBy = doer
        involved.insert(doer)
        closedAt = moment
        awaitedReceiver = nil
        extensionAsked = nil
        escalationAsked = nil
        // The signature is still due, by a clock of its own that takes the place of the one that runs.
        for index in clocks.indices where clocks[index].ended == nil && !Case.outlasting.contains(clocks[index].name) {
            clocks[index].ended = moment
            if Stage.endsOfTheirOwn.contains(stage) { clocks[index].isStopped = true }
            if goesOn { clocks[index].isSuperseded = true }
        }
    }

    /// An end of its own was sent back: all is as it was before it.
    mutating func comeBack(at moment: Moment) {
        guard let before = beforeEnd else { return }
        beforeEnd = nil
        (stage, awaitedReceiver) = (before.stage, before.awaitedReceiver)
        (extensionAsked, escalationAsked) = (before.extensionAsked, before.escalationAsked)
        closedAt = nil
        (endedBy, endedAt) = (nil, nil)
        (outcomeTold, toldBefore) = (before.outcomeTold, before.toldBefore)
        // Some may have been taken out again meanwhile.
        let owed = absorbed.flatMap { $0.carried?.customersToAnswer ?? [] }
        customersToAnswer = before.customersToAnswer.filter(owed.contains)
        tellingsOfOthers = before.tellingsOfOthers.filter { owed.contains($0.key) }
        for index in before.answered where clocks.indices.contains(index) { clocks[index].isSuperseded = nil }
        // The signature of the end is due no longer; that of an answer before it is again.
        for index in clocks.indices.dropFirst(before.clockCount) where clocks[index].name == .signature && clocks[index].ended == nil {
            supersede(index, at: moment)
        }
        for index in before.stopped where clocks.indices.contains(index) {
            clocks[index].ended = nil
            clocks[index].isSuperseded = nil
            clocks[index].isStopped = nil
        }
    }

    /// Stops the clocks of these names that run.
    mutating func stop(_ names: Set<ClockName>, at moment: Moment) {
        for index in clocks.indices where names.contains(clocks[index].name) && clocks[index].ended == nil {
            clocks[index].ended = moment
        }
    }
}

// The clocks of a case that is merged into another one go on there: the earlier due moment of each holds.
extension Case {
    /// The clocks that go on in another case when this one is merged into it.
    var goingOn: [Clock] { clocks.filter { ($0.ended == nil || isStoppedByAnswer($0)) && Case.goesOn($0.name) } }

    /// Those that went on when it was, as they were then; nil where that is signed and settled.
    var goneOn: [Clock]? {
        beforeEnd.map { $0.stopped.union($0.answered) }?.sorted().filter(clocks.indices.contains).map { clocks[$0] }.filter {
            Case.goesOn($0.name)
        }.map { clock in
            var clock = clock
            (clock.ended, clock.isSuperseded, clock.isStopped) = (nil, nil, nil)
            return clock
        }
    }

    private static func goesOn(_ name: ClockName) -> Bool {
        name.isTowardsCustomer || [.passOn, .startWork, .firstContact].contains(name)
    }

    /// Lets a clock of a case merged in go on here, unless this case's own is due as early.
    mutating func takeOver(_ clock: Clock, from number: String, at moment: Moment) {
        let own = clocks.indices.last { clocks[$0].name == clock.name && clocks[$0].ended == nil }
        if let own {
            if clocks[own].due <= clock.due { return }
            supersede(own, at: moment)
            clocks[own].yieldedTo = number
        } else if !clock.name.isTowardsCustomer {
            // What was passed on, or begun, is so for both.
            return
        }
        clocks.append(clock.goingOn(from: number))
    }

    /// Gives back the clocks that went on here from a case that was merged in and was sent back: the case's own run again.
    ///
    /// - Parameter staying: those that go on here all the same, as they are without a third case that had been merged into that one.
    mutating func giveBack(clocksOf number: String, butFor staying: [Clock] = [], at moment: Moment) {
        for index in clocks.indices where clocks[index].from == number {
            let going = clocks[index]
            if let stays = staying.last(where: { $0.name == going.name }) {
                let own = clocks.last { $0.yieldedTo == number && $0.name == going.name }
                if own.map({ stays.due < $0.due }) ?? true {
                    (clocks[index].started, clocks[index].due, clocks[index].ruleFrom) = (stays.started, stays.due, stays.ruleFrom)
                    continue
                }
            }
            // Where this case has ended too, the place of the clock is kept until it comes back.
            let isStoppedByEnd = beforeEnd?.stopped.remove(index) != nil
            let isLive = going.isSuperseded != true || isStoppedByEnd
            supersede(index, at: moment)
            // Whether it was late is the other case's own, where it runs again.
            clocks[index].ended = min(clocks[index].ended ?? moment, clocks[index].due)
            clocks[index].yieldedTo = nil
            for place in clocks.indices where clocks[place].yieldedTo == number && clocks[place].name == going.name {
                // Another case's clock, due earlier still, holds on; else this one runs again, or was stopped as the other one was.
                clocks[place].yieldedTo = going.yieldedTo
                guard isLive else { continue }
                (clocks[place].isSuperseded, clocks[place].ended) = (going.isSuperseded, going.ended)
                clocks[place].isStopped = going.isStopped
                if isStoppedByEnd { beforeEnd?.stopped.insert(place) }
            }
        }
    }
}
