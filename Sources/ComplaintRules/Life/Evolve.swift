/// What `happened` makes of a case. Pure, and total: an event that was once decided is never refused, so that a case can always be
/// rebuilt. Nil is a case that has not begun; an event without its case leaves none.
public func evolve(_ state: Case?, _ happened: Happened<CaseEvent>) -> Case? {
    guard var next = state else { return begin(happened) }
    next.version = happened.seq
    switch happened.event {
    case .logged, .imported:
        break
    case .answered(let answer):
        next.answer = answer
        next.replied(by: happened)
    case .handedOver(let handOver):
        next.stage = .handedOver
        next.awaitedReceiver = handOver.to
    case .accepted:
        next.stage = .inHand
        next.holder = happened.by
        next.awaitedReceiver = nil
    case .found(let finding):
        next.finding = finding
        next.handlers.insert(happened.by)
    case .replied(let reply):
        next.reply = reply
        next.replied(by: happened)
    case .signed:
        next.signer = happened.by
        next.signedAt = happened.at
        if next.stage == .toSign {
            next.stage = .closed
            next.closedAt = happened.at
        }
    case .sentBack(let grounds):
        // The reply clock runs again, its due moment unchanged (1-domain, send-back).
        next.stage = next.stageBeforeSigning ?? .inHand
        next.stageBeforeSigning = nil
        next.sentBackFor = grounds.reason
        for index in next.clocks.indices { next.clocks[index].ended = nil }
    case .withdrawn:
        next.end(as: .withdrawn, at: happened.at)
    case .notAccepted:
        next.end(as: .notAccepted, at: happened.at)
    case .amended(let amendment):
        next.intake.amend(amendment)
    case .noted, .addendumWritten:
        break
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
    /// The customer has an answer: the clocks towards the customer stop, and the case waits for its signature.
    fileprivate mutating func replied(by happened: Happened<CaseEvent>) {
        stageBeforeSigning = stage
        stage = .toSign
        sentBackFor = nil
        handlers.insert(happened.by)
        stopClocks(at: happened.at)
    }

    fileprivate mutating func end(as stage: Stage, at moment: Moment) {
        self.stage = stage
        closedAt = moment
        awaitedReceiver = nil
        stopClocks(at: moment)
    }

    private mutating func stopClocks(at moment: Moment) {
        for index in clocks.indices where clocks[index].ended == nil { clocks[index].ended = moment }
    }
}

extension Intake {
    fileprivate mutating func amend(_ amendment: CaseEvent.Amendment) {
        switch amendment.field {
        case .customer: customer = amendment.new
        case .contact: contact = amendment.new
        case .proxy: proxy = amendment.new
        case .text: text = amendment.new
        case .asks: asks = amendment.new
        case .business: business = amendment.new
        case .reason: reason = amendment.new
        case .about:
            about = amendment.new
            subjects = amendment.subjects ?? subjects
        case .amount: amount = Amount(amendment.new)
        case .happened: happened = Int64(amendment.new).map(Moment.init(milliseconds:))
        }
    }

    /// What a field says, in the form in which an amendment keeps it.
    func amendableText(_ field: AmendableField) -> String {
        switch field {
        case .customer: customer
        case .contact: contact
        case .proxy: proxy
        case .text: text
        case .asks: asks
        case .business: business
        case .reason: reason
        case .about: about
        case .amount: amount?.text ?? ""
        case .happened: happened.map { String($0.milliseconds) } ?? ""
        }
    }
}
