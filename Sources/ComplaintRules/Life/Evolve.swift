/// What `happened` makes of a case. Pure, and total: an event that was once decided is never refused, so that a case can always be
/// rebuilt. Nil is a case that has not begun; an event without its case leaves none.
public func evolve(_ state: Case?, _ happened: Happened<CaseEvent>) -> Case? {
    guard var next = state else { return begin(happened) }
    next.version = happened.seq
    switch happened.event {
    case .logged, .imported: break
    case .answered(let answer):
        next.answer = answer
        next.stop([.passOn], at: happened.at)
        next.replied(by: happened)
    case .handedOver(let handOver):
        next.stage = .handedOver
        next.awaitedReceiver = handOver.to
        next.handedOverAt = happened.at
        next.isAcknowledged = false
        next.stop([.passOn], at: happened.at)
    case .accepted:
        next.stage = .inHand
        next.holder = happened.by
        next.awaitedReceiver = nil
        next.stop([.passOn], at: happened.at)
    case .found(let finding):
        next.finding = finding
        next.handlers.insert(happened.by)
        next.stop([.startWork], at: happened.at)
    case .replied(let reply):
        next.reply = reply
        next.stop([.startWork], at: happened.at)
        next.replied(by: happened)
    case .signed:
        next.sign(happened)
    case .ruled(let ruling):
        next.ruling = ruling
        next.sign(happened)
    case .sentBack(let grounds):
        next.sentBackFor = grounds.reason
        next.reopen(to: next.stageBeforeSigning ?? .inHand, at: happened.at)
    case .answerRefused(let refused):
        // Refused at once the case goes on; a closed one stays closed, and a new case begins.
        if next.stage == .toSign {
            next.sentBackFor = refused.reason
            next.reopen(to: .inHand, at: happened.at)
            next.holder = next.holder ?? happened.by
        } else {
            next.goesOnIn = refused.next ?? ""
        }
    case .withdrawn: next.end(as: .withdrawn, at: happened.at)
    case .notAccepted: next.end(as: .notAccepted, at: happened.at)
    case .merged(let link):
        next.links.append(link)
        next.end(as: .merged, at: happened.at)
    case .amended(let amendment): next.intake.amend(amendment)
    case .clockStarted(let clock): next.start(clock, at: happened.at)
    default: next.goAlong(with: happened)
    }
    return next
}

private func begin(_ happened: Happened<CaseEvent>) -> Case? {
    switch happened.event {
    case .logged(let logged):
        guard let number = CaseNumber(logged.number) else { return nil }
        return Case(
            number: number,
            stage: .logged,
            intake: logged.intake,
            loggedAt: happened.at,
            firstResponder: happened.by,
            holder: happened.by,
            clocks: logged.clocks,
            version: happened.seq
        )
    case .imported(let imported):
        guard let number = CaseNumber(imported.number) else { return nil }
        return Case(
            number: number,
            stage: .closed,
            intake: imported.intake,
            loggedAt: happened.at,
            clocks: [],
            history: imported,
            version: happened.seq
        )
    default:
        return nil
    }
}

extension Case {
    /// Takes in an event that leaves the case where it is, or brings it to head office and back.
    fileprivate mutating func goAlong(with happened: Happened<CaseEvent>) {
        switch happened.event {
        case .acknowledged: isAcknowledged = true
        case .noted: stop([.startWork], at: happened.at)
        case .contacted(let contact):
            failedAttempts = contact.isReached ? 0 : failedAttempts + 1
            stop([.startWork], at: happened.at)
        case .timeAgreed(let agreed): intake.agreed = agreed.at
        case .interimAnswered:
            // The reply clock of an extended case runs on, and an interim answer ends it as kept (1-domain, Clocks).
            if isExtended {
                isToldMeanwhile = true
                stop([.reply], at: happened.at)
            }
        case .chased: chasers += 1
        case .delayExplained: isDelayExplained = true
        case .extensionAsked(let grounds): extensionAsked = grounds.reason
        case .extensionGranted:
            extensionAsked = nil
            isExtended = true
        case .declined(let declined):
            if declined.what != .escalation { extensionAsked = nil }
            if declined.what != .extension { escalationAsked = nil }
        case .escalationAsked(let asked): escalationAsked = asked
        case .escalationConfirmed(let dossier):
            escalation = escalationAsked ?? escalation
            escalationAsked = nil
            self.dossier = dossier.number
            isAnsweredByHeadOffice = false
            stage = .withHeadOffice
        case .headOfficeAnswered:
            isAnsweredByHeadOffice = true
            stage = .inHand
        case .outsideDateSet: isResultSent = false
        case .resultSent:
            isResultSent = true
            stop([.outside], at: happened.at)
        case .answeredInBook: isAnsweredInBook = true
        case .linked(let link):
            links.append(link)
            intake.subjects += (link.subjects ?? []).filter { !intake.subjects.contains($0) }
        case .calledBack(let callBack):
            callBacks.append(callBack.level)
            if callBack.level != .unreachable || callBacks.filter({ $0 == .unreachable }).count >= 3 {
                stop([.callBack], at: happened.at)
            }
        case .rectificationOpened(let action): rectifications.append(.init(action: action, isVerified: false))
        case .rectificationVerified(let check):
            for index in rectifications.indices where rectifications[index].action.item == check.item {
                rectifications[index].isVerified = true
            }
        case .held(let grounds): heldFor = grounds.reason
        case .released: heldFor = nil
        default: break
        }
    }

    /// The customer has an answer: the clocks towards the customer stop, and the case waits for its signature.
    fileprivate mutating func replied(by happened: Happened<CaseEvent>) {
        stageBeforeSigning = stage
        stage = .toSign
        sentBackFor = nil
        repliedAt = happened.at
        handlers.insert(happened.by)
        for name in ClockName.allCases where name.isTowardsCustomer { stop([name], at: happened.at) }
    }

    fileprivate mutating func sign(_ happened: Happened<CaseEvent>) {
        signer = happened.by
        signedAt = happened.at
        stop([.signature], at: happened.at)
        // What was asked and not decided until now is decided by the signature.
        extensionAsked = nil
        escalationAsked = nil
        guard stage.isOpen else { return }
        // Ruled on before an answer, where nobody in the branch could give one: the customer was told with the ruling.
        if stage != .toSign { end(as: .closed, at: happened.at) }
        stage = .closed
        closedAt = happened.at
    }

    /// The answer does not stand: the clocks that it stopped run again, their due moments unchanged, and no signature is due.
    fileprivate mutating func reopen(to stage: Stage, at moment: Moment) {
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
    }

    /// A clock takes the place of the one of its name that runs, or that the answer stopped and a sending back would let run again.
    fileprivate mutating func start(_ clock: Clock, at moment: Moment) {
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

    fileprivate mutating func end(as stage: Stage, at moment: Moment) {
        self.stage = stage
        closedAt = moment
        awaitedReceiver = nil
        extensionAsked = nil
        escalationAsked = nil
        // The signature is still due, by a clock of its own that takes the place of the one that runs.
        stop(Set(ClockName.allCases).subtracting([.outside, .signature]), at: moment)
    }

    fileprivate mutating func stop(_ names: Set<ClockName>, at moment: Moment) {
        for index in clocks.indices where names.contains(clocks[index].name) && clocks[index].ended == nil {
            clocks[index].ended = moment
        }
    }
}
