// How a case goes from stage to stage, and its clocks with it: what the events of several acts share.
extension Case {
    /// The customer has an answer: the clocks towards the customer stop, and the case waits for its signature.
    mutating func takeAnswer(of doer: StaffNumber, at moment: Moment) {
        stageBeforeSigning = stage
        stage = .toSign
        sentBackFor = nil
        repliedAt = moment
        answeredBy = doer
        involved.insert(doer)
        stop(Set(ClockName.allCases.filter(\.isTowardsCustomer)), at: moment)
    }

    /// What was signed is locked, and closed where it had an answer.
    mutating func sign(by signer: StaffNumber, at moment: Moment) {
        self.signer = signer
        signedAt = moment
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
        for index in clocks.indices {
            if isStoppedByAnswer(clocks[index]) { clocks[index].ended = nil }
            if clocks[index].name == .signature, clocks[index].ended == nil {
                clocks[index].ended = moment
                clocks[index].isSuperseded = true
            }
        }
        repliedAt = nil
        answeredBy = nil
        endedBy = nil
    }

    /// A clock takes the place of the one of its name that runs, or that the answer stopped and a sending back would let run again.
    mutating func start(_ clock: Clock, at moment: Moment) {
        for index in clocks.indices where clocks[index].name == clock.name && clocks[index].isSuperseded != true {
            guard clocks[index].ended == nil || isStoppedByAnswer(clocks[index]) else { continue }
            clocks[index].ended = clocks[index].ended ?? moment
            clocks[index].isSuperseded = true
        }
        var clock = clock
        // While the customer has an answer, no clock towards them runs: this one is kept by that answer, and runs once it is sent back.
        if clock.name.isTowardsCustomer { clock.ended = repliedAt }
        clocks.append(clock)
    }

    private func isStoppedByAnswer(_ clock: Clock) -> Bool {
        clock.name.isTowardsCustomer && repliedAt != nil && clock.ended == repliedAt && clock.isSuperseded != true
    }

    /// The case ends otherwise than by an answer that was signed.
    mutating func end(as stage: Stage, by doer: StaffNumber, at moment: Moment) {
        self.stage = stage
        endedBy = doer
        involved.insert(doer)
        closedAt = moment
        awaitedReceiver = nil
        extensionAsked = nil
        escalationAsked = nil
        // The signature is still due, by a clock of its own that takes the place of the one that runs.
        stop(Set(ClockName.allCases).subtracting([.outside, .signature]), at: moment)
    }

    /// Stops the clocks of these names that run.
    mutating func stop(_ names: Set<ClockName>, at moment: Moment) {
        for index in clocks.indices where names.contains(clocks[index].name) && clocks[index].ended == nil {
            clocks[index].ended = moment
        }
    }
}
