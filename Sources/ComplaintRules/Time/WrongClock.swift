/// That the computer's clock had run ahead for a stretch of events, by the branch manager's declaration. What was judged by it is judged anew, and
/// both judgements are shown (1-domain, What was is not rewritten).
public struct WrongClock: Hashable, Codable, Sendable {
    /// The first event of the stretch: the one with which the clock jumped ahead.
    public let from: Int64
    /// The last: with the next one the clock had gone back.
    public let to: Int64
    /// Why it is declared wrong.
    public let reason: String

    /// Makes a declaration.
    public init(from: Int64, to: Int64, reason: String) {
        self.from = from
        self.to = to
        self.reason = reason
    }

    /// An event as far as its moment goes.
    public struct Judged: Hashable, Sendable {
        /// Its place in the ledger.
        public let seq: Int64
        /// By which moment it is judged.
        public let at: Moment
        /// What was remarkable of the clock.
        public let clock: ClockMark?
        /// The latest moment on the desk before the stretch for which it is judged anew; nil where it is not.
        public let floor: Moment?

        /// Makes one.
        public init(seq: Int64, at: Moment, clock: ClockMark?, floor: Moment? = nil) {
            self.seq = seq
            self.at = at
            self.clock = clock
            self.floor = floor
        }
    }

    /// The stretches that can be declared wrong: each begins with a jump of more than 31 days, and ends before the clock next went back.
    ///
    /// - Parameters:
    ///   - events: all of the desk, in order, as they stand.
    ///   - declared: what was declared wrong already: none that overlaps it can be.
    public static func stretches(in events: some Sequence<Judged>, besides declared: [WrongClock] = []) -> [(from: Judged, to: Judged)] {
        var (begun, found): ([Judged], [(from: Judged, to: Judged)]) = ([], [])
        var last: Judged?
        for event in events {
            switch event.clock {
            case .ahead?: begun.append(event)
            case .behind?:
                if let last { found += begun.map { ($0, last) } }
                begun = []
            case nil: break
            }
            last = event
        }
        return found.filter { stretch in
            !declared.contains { $0.overlaps(WrongClock(from: stretch.from.seq, to: stretch.to.seq, reason: "")) }
        }
    }

    /// By which moments the events from a stretch on are judged anew. When those of a stretch happened nobody knows; they count as late as they can
    /// have been, at the first moment after it, so that nothing becomes timely that may have been late. Those after it are judged by the clock
    /// that was right again. Nothing is judged earlier than what came before the stretch.
    ///
    /// - Parameters:
    ///   - events: all from the first of the stretch on, in order, as they were written down.
    ///   - before: the latest moment on the desk before the stretch, as it stands.
    ///   - stretches: all that were declared wrong, this one among them.
    public static func judge(_ events: some Sequence<Judged>, after before: Moment?, without stretches: [WrongClock]) -> [Judged] {
        var (latest, floor, waiting, found): (Moment?, Moment?, [Judged], [Judged]) = (before, before, [], [])
        for event in events {
            if stretches.contains(where: { ($0.from...$0.to).contains(event.seq) }) {
                floor = latest
                waiting.append(event)
                continue
            }
            let (at, mark) = ClockMark.judge(event.clock?.clock(judgedAt: event.at) ?? event.at, latest: latest)
            found += waiting.map { Judged(seq: $0.seq, at: at, clock: $0.clock, floor: floor) }
            waiting = []
            latest = at
            found.append(Judged(seq: event.seq, at: at, clock: mark, floor: floor))
        }
        return found
    }

    /// Whether any event is of both stretches.
    func overlaps(_ other: WrongClock) -> Bool { from <= other.to && other.from <= to }
}

/// Decides whether a stretch may be declared one under a wrong clock: it begins with a jump of more than 31 days and ends where the clock went
/// back; nothing else can be said of the past in this way.
///
/// - Parameter marks: what was remarkable of the clock, by the place of the event: of those from `from` to the one after `to`.
/// - Throws: the first rule that stands against it.
public func decideDeclaringWrong(_ wanted: WrongClock, marks: [Int64: ClockMark], in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.correctPast, by: occasion.actor)
    // How the past is judged outlasts a standing in.
    try checkOwnRight(.correctPast, by: occasion.actor)
    try checkSaid(wanted.reason, in: "reason")
    try checkLength(of: wanted.reason, in: "reason", limit: Intake.lineLimit)
    // What is judged anew is so once: declared again it would be moved again. It has no marks any more either, and that is why.
    if let declared = occasion.desk.wrongClocks.first(where: { $0.overlaps(wanted) }) { throw .clockDeclared(declared.from, declared.to) }
    guard case .ahead? = marks[wanted.from] else { throw .noClockJump(wanted.from) }
    guard wanted.from <= wanted.to, case .behind? = marks[wanted.to + 1] else { throw .clockNotBack(wanted.to) }
    // With the first act after the clock went back the stretch is over: that one was done under a right clock.
    for (seq, mark) in marks where wanted.from < seq && seq <= wanted.to {
        if case .behind = mark { throw .clockNotBack(wanted.to) }
    }
    return .clockDeclaredWrong(wanted)
}
