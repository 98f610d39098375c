/// What a clock that had run ahead let fall due, begun anew since the branch manager declared that clock wrong (1-domain, What was is not
/// rewritten; Clocks). Without this nothing would ever be late that was logged under a clock years ahead.
///
/// When something was done under such a clock nobody knows: it ends as late as it can have been (`WrongClock.judge`), and begins as early, so
/// that nothing becomes timely that may have been late. What people set, such as the date of a regulator, stays as they set it; what the
/// customer was promised is at the reply limit at the latest.
public struct BegunAnew: CaseEvent {
    /// A clock that begins anew.
    public struct Limit: Hashable, Codable, Sendable {
        /// Its place among the clocks of the case, from 0.
        public var place: Int
        /// Its rule.
        public var name: ClockName
        /// Since when it runs now: the earliest moment at which it can have begun.
        public var started: Moment
        /// When it runs out now.
        public var due: Moment
        /// From which day on the rule holds by which it runs; nil for one that has always held, and for what no rule of the branch's limits.
        public var ruleFrom: Day?
    }

    /// A corrective action whose day was counted by the wrong clock.
    public struct Action: Hashable, Codable, Sendable {
        /// Which one of the case, from 1.
        public var item: Int
        /// Since when it is counted now.
        public var started: Moment
        /// By which day it is to be done now.
        public var due: Day
    }

    public static let wireName = "begun-anew"
    public static let actName = "begin-anew"
    public static let heading = Phrase(en: "limits begun anew: the clock was wrong", zh: "时钟有误，时限重新起算")
    public static let tone = Tone.warning

    /// The clocks, by their places.
    public var limits: [Limit]
    /// The corrective actions, by their numbers.
    public var actions: [Action]

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        for limit in limits where state.clocks.indices.contains(limit.place) {
            state.clocks[limit.place].started = limit.started
            state.clocks[limit.place].due = limit.due
            state.clocks[limit.place].ruleFrom = limit.ruleFrom
            // Another declaration since may let it begin earlier still.
            if let start = state.wrongStarts.clocks[limit.place], limit.started <= start { state.wrongStarts.clocks[limit.place] = nil }
        }
        for action in actions {
            for index in state.rectifications.indices where state.rectifications[index].action.item == action.item {
                state.rectifications[index].action.due = action.due
            }
            if let start = state.wrongStarts.actions[action.item], action.started <= start { state.wrongStarts.actions[action.item] = nil }
        }
    }

    public var details: [Detail] {
        limits.map { Detail(FieldName($0.name.rawValue, label: $0.name.label), .moment($0.due)) }
            + actions.map { Detail(BegunAnew.actionDue, .day($0.due)) }
    }

    private static let actionDue = FieldName("rectification-due", label: Phrase(en: "Rectification due", zh: "整改期限"))
}

/// What a clock that was declared wrong since let begin on a case, and has not begun anew yet.
struct WrongStarts: Hashable, Sendable {
    /// The earliest moment at which the complaint can have been received, where that was taken from the wrong clock.
    var receipt: Moment?
    /// The earliest moment at which each clock can have begun, by its place.
    var clocks: [Int: Moment] = [:]
    /// Since when the day of a corrective action is to be counted, by its number.
    var actions: [Int: Moment] = [:]
}

extension Happened {
    /// The earliest moment at which it can have been done; nil where no clock that was declared wrong told its moment.
    var earliest: Moment? {
        guard let judgedBefore, let floor else { return nil }
        // Once the clock was right again it told the moment, which was judged by the latest one on the desk.
        if case .behind? = clock, let shown = clock?.clock(judgedAt: judgedBefore) { return max(floor, shown) }
        return floor
    }
}

extension Case {
    /// Whether something on it has to begin anew, since a clock was declared wrong.
    public var hasWrongStarts: Bool { !wrongStarts.clocks.isEmpty || !wrongStarts.actions.isEmpty }

    /// What was received by a wrong clock counts as received as early as it can have been.
    mutating func noteWrongReceipt(_ happened: Happened<any CaseEvent>) {
        guard !isHistory, let earliest = happened.earliest, intake.received > earliest else { return }
        intake.received = earliest
        wrongStarts.receipt = earliest
    }

    /// Clocks that an event started by a wrong clock have to begin anew.
    mutating func noteWrongStarts(_ happened: Happened<any CaseEvent>, since before: Case? = nil) {
        guard let earliest = happened.earliest, let floor = happened.floor, !(happened.event is BegunAnew) else { return }
        for place in clocks.indices.dropFirst(before?.clocks.count ?? 0) where clocks[place].started > earliest {
            // Of one that goes on from a case merged in, only that tells when it began.
            let isCarried = clocks[place].from != nil
            let receipt = clocks[place].name.isTowardsCustomer ? wrongStarts.receipt : nil
            wrongStarts.clocks[place] = isCarried ? floor : receipt ?? earliest
        }
    }
}

extension DeskRules {
    /// What begins anew on a case since a clock was declared wrong, by the rules that held when it was logged; nil for nothing.
    public func begunAnew(of state: Case) -> BegunAnew? {
        guard state.hasWrongStarts else { return nil }
        let clocks = state.clocks
        var limits: [Int: BegunAnew.Limit] = [:]
        func due(at place: Int) -> Moment { limits[place]?.due ?? clocks[place].due }
        let firstFinal = clocks.indices.first { clocks[$0].name == .final && clocks[$0].from == nil }
        let (wrong, loggedAt) = (state.wrongStarts, state.loggedAt)
        for (place, start) in wrong.clocks.sorted(by: { $0.key < $1.key }) where clocks.indices.contains(place) {
            let old = clocks[place]
            var limit = BegunAnew.Limit(place: place, name: old.name, started: start, due: old.due, ruleFrom: old.ruleFrom)
            if old.name == .final, old.from == nil, let firstFinal, firstFinal != place {
                // Made longer by so many days.
                let added = zone.day(at: old.due).ordinal - zone.day(at: clocks[firstFinal].due).ordinal
                let day = zone.day(at: due(at: firstFinal)).adding(days: added)
                limit.due = zone.moment(of: LocalTime(day: day, time: hours.closing(on: day)))
            } else if let own = clock(old.name, from: start, loggedAt: loggedAt) {
                (limit.due, limit.ruleFrom) = (own.due, own.ruleFrom)
            }
            limits[place] = limit
        }
        if let bound = clocks.indices.last(where: { clocks[$0].name == .complex })
            ?? clocks.indices.last(where: { clocks[$0].name == .reply })
        {
            let latest = due(at: bound)
            for place in limits.keys where clocks[place].name == .promised { limits[place]?.due = min(clocks[place].due, latest) }
        }
        let actions = wrong.actions.sorted { $0.key < $1.key }.map { item, start in
            BegunAnew.Action(item: item, started: start, due: rectificationDue(from: zone.day(at: start)))
        }
        return BegunAnew(limits: limits.values.sorted { $0.place < $1.place }, actions: actions)
    }

    /// By which day a corrective action is to be done that is opened on `day`, where nobody names another one.
    func rectificationDue(from day: Day) -> Day { calendar.day(7, workingDaysAfter: day) }
}
