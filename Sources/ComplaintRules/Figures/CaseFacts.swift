/// A limit that ran out on a case before it was met.
public struct Breach: Hashable, Sendable {
    /// The limit.
    public let clock: ClockName
    /// When it was broken, or, where it still runs, will be.
    public let at: Moment

    /// Makes a breach.
    public init(_ clock: ClockName, at: Moment) {
        self.clock = clock
        self.at = at
    }
}

/// What figures need to know of a case: codes and moments, no words of anybody. They stay when contents are erased. Where many are counted,
/// each is a `FigureRecord` of a `FigureSource`.
public struct CaseFacts: Sendable {
    /// The case's id in its store.
    public var id: Int64 = 0
    /// When it was received.
    public var received = Moment(milliseconds: 0)
    /// How it came.
    public var channel = Channel.oral
    /// Whether it was dealt with elsewhere and is here as history.
    public var isHistory = false
    /// Whether history was answered in time; nil where its source does not know.
    public var wasKept: Bool?
    /// The business type; empty where none was taken down.
    public var business = ""
    /// The reason.
    public var reason = ""
    /// Where the business was done.
    public var place = ""
    /// Who was asked first; empty for history.
    public var firstResponder = ""
    /// The members of staff whom it is about, by number.
    public var subjects: [String] = []
    /// What it is about, where that is no member of staff: a department, a counter.
    public var department = ""
    /// What the customer claims, in hundredths; of a case in which another one goes on, what is claimed beyond that.
    public var claimed: Int64?
    /// What stands promised, in hundredths, without what counts in the case that goes on in this one; nil where no answer says anything of it.
    public var promised: Int64?
    /// What was paid.
    public var payments: [Payment] = []
    /// Whether the same customer or matter came before.
    public var isRepeat = false
    /// Who sent it on; nil where that is not known.
    public var sender: SenderKind?
    /// Whether there is a way to reach the customer.
    public var isReachable = false
    /// In what the answer that stands puts the customer right.
    public var relief: Relief?
    /// Whether the customer is vulnerable.
    public var isVulnerable = false
    /// Whether it came about since the needs of a vulnerable customer were failed.
    public var isVulnerabilityFailed = false
    /// What happened on it, in order.
    public var turns: [Turn] = []
    /// The limits that were not met.
    public var breaches: [Breach] = []

    /// Makes the facts of a case of which nothing is known.
    public init() {}

    /// Takes the facts out of a case.
    public init(of state: Case, id: Int64) {
        let intake = state.intake
        self.id = id
        received = intake.received
        channel = intake.channel
        isHistory = state.isHistory
        wasKept = state.history?.isKeptWithinLimit
        business = intake.business
        reason = intake.reason
        place = intake.doneAt ?? ""
        firstResponder = state.firstResponder?.text ?? ""
        subjects = Set(intake.subjects.map(\.text)).sorted()
        department = subjects.isEmpty ? intake.about.trimmed : ""
        claimed =
            intake.amount.flatMap { amount in
                state.claimedBefore.map { amount > $0 ? amount - $0 : nil } ?? amount
            }?.hundredths
        promised = state.promisedHere.map(\.hundredths)
        payments = state.payments
        isRepeat = state.isRepeat
        // Of what came to somebody else nobody knows how it came to them, unless that was a desk as well.
        let isOfDesk = state.history.map { $0.deskOfOrigin != nil } ?? true
        sender = isOfDesk ? intake.senderKind : intake.cameBy?.sender
        isReachable = state.hasLeftContact || state.isHistory && intake.hasContact
        relief = state.relief
        (isVulnerable, isVulnerabilityFailed) = (intake.isVulnerable == true, intake.isVulnerabilityFailed == true)
        turns = state.turns
        breaches = state.clocks.compactMap { clock in
            if let ended = clock.ended, ended <= clock.due { return nil }
            return Breach(clock.name, at: broken(clock))
        }
    }

    /// Whether all limits towards the customer were met, as figures count it at a moment.
    public func isKept(at now: Moment) -> Bool? {
        let firstBreach = breaches.firstTowardsCustomer
        let isAnswered = turns.standing(before: nil)?.isAnswer == true
        return CaseFacts.isKept(isHistory, wasKept, isAnswered: isAnswered, isBroken: firstBreach.map { $0 <= now } ?? false)
    }

    /// Whether all limits towards the customer were met, as figures count it: true once it is answered, false from the moment at which the first
    /// one ran out, nil while neither is so, and for what ended without an answer.
    ///
    /// - Parameters:
    ///   - wasKept: what the source of history knows of it; of history nothing else counts.
    ///   - isAnswered: whether an answer stands.
    ///   - isBroken: whether a limit towards the customer ran out before there was one.
    public static func isKept(_ isHistory: Bool, _ wasKept: Bool?, isAnswered: Bool, isBroken: Bool) -> Bool? {
        if isHistory { return wasKept }
        return isBroken ? false : isAnswered ? true : nil
    }

    /// When nothing happens to it any more; nil while it is open.
    public var activeUntil: Moment? {
        if !isHistory, turns.standing(before: nil) == .open { return nil }
        return (turns.map(\.at) + breaches.map(\.at) + payments.map(\.at)).reduce(received, max)
    }

    /// When a limit was broken: in the moment behind its last, or, where the customer had an answer then that was sent back later, as it was
    /// sent back.
    private func broken(_ clock: Clock) -> Moment {
        let late = Moment(milliseconds: clock.due.milliseconds &+ 1)
        guard clock.name.isTowardsCustomer, let then = turns.standing(before: late), then != .open else { return late }
        return turns.first { $0.at >= late && $0.what == .stands(.open) }?.at ?? late
    }
}

extension Collection<Breach> {
    /// When the first limit towards the customer ran out; nil where none did.
    public var firstTowardsCustomer: Moment? {
        var first: Moment?
        for breach in self where breach.clock.isTowardsCustomer { first = Swift.min(first ?? breach.at, breach.at) }
        return first
    }
}

extension BidirectionalCollection<Turn> {
    /// How a case of these turns stands before a moment; nil for at last.
    public func standing(before moment: Moment?) -> Standing? {
        for turn in reversed() where moment.map({ turn.at < $0 }) ?? true {
            if case .stands(let standing) = turn.what { return standing }
        }
        return nil
    }
}
