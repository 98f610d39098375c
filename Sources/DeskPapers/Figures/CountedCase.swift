import ComplaintRules

/// Days of which figures are counted, half open: from the first moment of the first day up to that of the day behind the last.
struct FiguresSpan {
    /// The days.
    let period: FiguresPeriod
    /// The first moment.
    let start: Moment
    /// The first moment that is no part of it.
    let end: Moment
    /// As of when all is judged: the end, or now, where that comes first.
    let asOf: Moment

    /// Makes the span of a period, of which nothing counts that lies behind `now`.
    init(_ period: FiguresPeriod, zone: any LocalZone, now: Moment) {
        self.period = period
        start = zone.moment(of: LocalTime(day: period.first, secondOfDay: 0))
        end = zone.moment(of: LocalTime(day: period.last.adding(days: 1), secondOfDay: 0))
        asOf = min(end, Moment(milliseconds: now.milliseconds + 1))
    }

    /// Whether a moment counts.
    func contains(_ moment: Moment) -> Bool { moment >= start && moment < asOf }
}

/// A case as it counts in a span: all of it judged as it stood at the span's end, so that figures of a month gone by stay what they were.
struct CountedCase {
    /// The facts.
    let facts: FigureRecord
    /// Whether it was received in the span.
    let isReceived: Bool
    /// How it stands at the end; nil for history.
    let standing: Standing?
    /// Whether that came about in the span.
    let isNewStanding: Bool
    /// Whether it was open when the span began.
    let wasOpen: Bool
    /// Whether it had come to an end before, and that no longer stands.
    let isReopened: Bool
    /// Whether all limits towards the customer were met by the answer that was given in the span.
    let isKept: Bool
    /// Whether the first limit towards the customer ran out in the span.
    let isBroken: Bool
    /// Whether it is open at the end, behind a limit towards the customer.
    let isOverdue: Bool
    /// The finding that stands at the end.
    let finding: (kind: CaseKind, classification: CaseClass)?
    /// Whether that was made in the span.
    let isFound: Bool
    /// Whether it went to head office in the span.
    let isEscalated: Bool
    /// Whether it ever was a matter of many customers.
    let isGroup: Bool
    /// Whether it was extended in the span.
    let isExtended: Bool
    /// What the customer said when asked afterwards, in the span.
    let level: SatisfactionLevel?
    /// From receipt to the answer that was given in the span, in milliseconds by the clock; nil where there is none.
    let elapsed: Int64?
    /// The same in opening time of the branch.
    let openTime: Int64?
    /// The weekday of receipt.
    let weekday: Int
    /// The hour of receipt; nil for history, which often knows no more than the day.
    let hour: Int?
    /// What was paid in the span, in hundredths; nil for nothing.
    let paid: Int64?
    /// Whether the customer of a case received in the span was spoken or written to within one working day; nil where that is not over yet, where
    /// nobody can be reached, and for history.
    let isContactedInTime: Bool?
    /// What gave rise to the corrective actions that were opened in the span; nil where none was.
    let rectified: RectificationTriggers?
    /// The steps of mediations in the span, by their places among all.
    private let mediation: UInt
    /// The limits that were not met by the end, by their places among all.
    let breaches: UInt

    /// Judges a case of a source; nil where nothing of it counts in the span.
    init?(_ facts: FigureRecord, of source: FigureSource, in span: FiguresSpan, days: LocalDays) {
        self.init(facts, source.turns.span, source.payments.span, source.breaches.span, in: span, days: days)
    }

    /// Judges a case whose lists stand in those of its source; nil where nothing of it counts in the span.
    init?(
        _ facts: FigureRecord,
        _ turns: Span<Turn>,
        _ payments: Span<Payment>,
        _ broken: Span<Breach>,
        in span: FiguresSpan,
        days: LocalDays
    ) {
        guard facts.received < span.asOf, facts.quietFrom > span.start else { return nil }
        self.facts = facts
        isReceived = facts.received >= span.start
        var standing: (now: Standing, since: Moment)?
        var atStart: Standing?
        var found: (kind: CaseKind, classification: CaseClass, at: Moment)?
        var (isEscalated, isGroup, isExtended, level): (Bool, Bool, Bool, SatisfactionLevel?) = (false, false, false, nil)
        var (contacted, mediation): (Moment?, UInt) = (nil, 0)
        var rectified: RectificationTriggers?
        for place in facts.turns {
            let turn = turns[place]
            guard turn.at < span.asOf else { continue }
            let isWithin = turn.at >= span.start
            switch turn.what {
            case .stands(let now):
                standing = (now, turn.at)
                if !isWithin { atStart = now }
            case .found(let kind, let classification): found = (kind, classification, turn.at)
            case .escalated(let isOfMany):
                isEscalated = isEscalated || isWithin
                isGroup = isGroup || isOfMany
            case .extended: isExtended = isExtended || isWithin
            case .calledBack(let answer): if isWithin { level = answer }
            case .contacted: contacted = turn.at
            case .mediated(let step): if isWithin { mediation |= CountedCase.mark(step, among: CountedCase.steps) }
            case .rectified(let triggers): if isWithin { rectified = (rectified ?? []).union(triggers) }
            }
        }
        let isNew = standing.map { $0.since >= span.start } ?? false
        let isAnswered = isNew && standing?.now.isAnswer == true
        let hasBroken = facts.firstBreach < span.asOf
        let verdict = CaseFacts.isKept(facts.isHistory, facts.wasKept, isAnswered: isAnswered, isBroken: hasBroken)
        // When history was answered is not known; it counts as answered when it was received.
        isKept = verdict == true && (isReceived || !facts.isHistory)
        isBroken = verdict == false && (facts.isHistory ? isReceived : facts.firstBreach >= span.start)
        self.standing = standing?.now
        isNewStanding = isNew
        wasOpen = facts.received < span.start && atStart == .open
        isReopened = facts.received < span.start && atStart != nil && atStart != .open && standing?.now == .open
        isOverdue = standing?.now == .open && hasBroken
        finding = found.map { ($0.kind, $0.classification) }
        isFound = found.map { $0.at >= span.start } ?? false
        (self.isEscalated, self.isGroup, self.isExtended, self.level) = (isEscalated, isGroup, isExtended, level)
        if isAnswered, let answered = standing?.since {
            elapsed = max(0, answered.milliseconds - facts.received.milliseconds)
            openTime = days.openTime(from: facts.received, to: answered)
        } else {
            (elapsed, openTime) = (nil, nil)
        }
        weekday = days.day(of: facts.received).weekday.rawValue
        hour = facts.isHistory ? nil : days.hour(of: facts.received)
        var paid: Int64?
        for place in facts.payments {
            let payment = payments[place]
            if span.contains(payment.at) { paid = (paid ?? 0) &+ payment.amount.hundredths }
        }
        var breaches: UInt = 0
        for place in facts.breaches {
            let breach = broken[place]
            if breach.at < span.asOf { breaches |= CountedCase.mark(breach.clock, among: CountedCase.clocks) }
        }
        (self.paid, self.breaches, self.mediation, self.rectified) = (paid, breaches, mediation, rectified)
        if !isReceived || facts.isHistory {
            isContactedInTime = nil
        } else {
            let last = days.oneWorkingDay(from: facts.received)
            // What was merged goes on elsewhere; whoever left no way to be reached is not waited for.
            let isAwaited = facts.isReachable && standing?.now != .merged && span.asOf > last
            isContactedInTime = contacted.map { $0 <= last } ?? (isAwaited ? false : nil)
        }
    }

    /// All limits.
    static let clocks = ClockName.allCases
    private static let steps = Mediation.Step.allCases

    /// The bit of a value, by its place among all.
    private static func mark<Value: Equatable>(_ value: Value, among all: [Value]) -> UInt {
        all.firstIndex(of: value).map { 1 << $0 } ?? 0
    }

    /// Whether a mediation came to a step in the span.
    func isMediated(_ step: Mediation.Step) -> Bool { mediation != 0 && mediation & CountedCase.mark(step, among: CountedCase.steps) != 0 }

    /// Whether an answer that stands was given in the span.
    var isAnswered: Bool { elapsed != nil }
    /// Whether it is open at the end.
    var isOpen: Bool { standing == .open }
    /// Whether it is no longer open, and was at the beginning or came in since.
    var isEnded: Bool { !isOpen && (wasOpen || isReceived) }
}
