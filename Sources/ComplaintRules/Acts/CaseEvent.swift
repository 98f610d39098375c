/// What happened on a case. Appended to the ledger and never changed; the state of a case is what its events make of it.
public protocol CaseEvent: Hashable, Codable, Sendable {
    /// The kind in the ledger, as in `spot-checked`.
    static var wireName: String { get }
    /// The act that makes it, as on the command line; for those that no act of its own makes, what happened.
    static var actName: String { get }
    /// What happened, as a heading of the time line.
    static var heading: Phrase { get }
    /// What colour says of it beside its heading.
    static var tone: Tone { get }

    /// What it makes of a case. Total: an event that was once decided is never refused, so that a case can always be rebuilt.
    func change(_ state: inout Case, _ happened: Happened<any CaseEvent>)
    /// The case that begins with it; nil for an event without its case.
    func begin(_ happened: Happened<any CaseEvent>) -> Case?
    /// What it says beside its heading, in the order in which it is read.
    var details: [Detail] { get }
    /// The numbered paper that it stands for; nil where it stands for none.
    var paper: (series: Series, number: String)? { get }
    /// The number of the case that begins because of it; nil where none does.
    var followingCase: String? { get }
    /// The numbers of other cases that it tells of, to which a merging ties the case: told to nobody whom those are about.
    var tiedNumbers: [String] { get }
    /// Whether `reader` sees it on the case `state`, who is not its `author`.
    func isVisible(to reader: Actor, on state: Case) -> Bool
}

/// What colour says of an event beside its heading.
public enum Tone: Sendable {
    case plain, signed, warning
}

extension CaseEvent {
    public static var tone: Tone { .plain }
    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {}
    public func begin(_ happened: Happened<any CaseEvent>) -> Case? { nil }
    public var details: [Detail] { [] }
    public var paper: (series: Series, number: String)? { nil }
    public var followingCase: String? { nil }
    public var tiedNumbers: [String] { [] }
    public func isVisible(to reader: Actor, on state: Case) -> Bool { true }

    /// Whether another event is the same in all that it says.
    public func isSame(as other: any CaseEvent) -> Bool { other as? Self == self }

    /// The kind in the ledger.
    public var wireName: String { Self.wireName }
    /// The act that makes it.
    public var actName: String { Self.actName }
    /// What happened, as a heading.
    public var heading: Phrase { Self.heading }
}

/// Something that happened, with who did it and when.
public struct Happened<Event: Sendable>: Sendable {
    /// What happened.
    public var event: Event
    /// When.
    public var at: Moment
    /// Who did it.
    public var by: StaffNumber
    /// For whom they did it, where they stood in.
    public var onBehalfOf: StaffNumber?
    /// Who knew the passcode that they signed with, whoever gave it first; nobody where it was their own.
    public var passcodeGivenBy: [StaffNumber]
    /// Its place in the ledger, from 1.
    public var seq: Int64
    /// What was remarkable of the computer's clock; nil for nothing. `at` is the moment by which it is judged, whatever that clock showed.
    public var clock: ClockMark?
    /// By which moment it was judged before its clock was declared wrong; nil where it was not.
    public var judgedBefore: Moment?
    /// The latest moment on the desk before the stretch under that clock; nil where none was declared wrong.
    public var floor: Moment?

    /// Makes the record of something that happened.
    public init(
        _ event: Event,
        at: Moment,
        by: StaffNumber,
        onBehalfOf: StaffNumber? = nil,
        passcodeGivenBy: [StaffNumber] = [],
        seq: Int64 = 0,
        clock: ClockMark? = nil
    ) {
        self.event = event
        self.clock = clock
        (judgedBefore, floor) = (nil, nil)
        self.at = at
        self.by = by
        self.onBehalfOf = onBehalfOf
        self.passcodeGivenBy = passcodeGivenBy
        self.seq = seq
    }
}

extension Happened where Event == any CaseEvent {
    /// Whether `reader` sees it on the case `state`: their own word, and what the event shows to them.
    public func isVisible(to reader: Actor, on state: Case) -> Bool { by == reader.number || event.isVisible(to: reader, on: state) }
}

extension Happened: Equatable where Event: Equatable {}
extension Happened: Hashable where Event: Hashable {}

/// What `happened` makes of a case. Pure, and total. Nil is a case that has not begun; an event without its case leaves none.
public func evolve(_ state: Case?, _ happened: Happened<any CaseEvent>) -> Case? {
    guard var next = state else {
        var begun = happened.event.begin(happened)
        begun?.noteWrongReceipt(happened)
        begun?.noteWrongStarts(happened)
        begun?.note(changeFrom: nil, at: happened.at)
        return begun
    }
    next.version = happened.seq
    happened.event.change(&next, happened)
    next.noteGiver(of: happened)
    next.noteWrongStarts(happened, since: state)
    // What happened since can be built on the step: it is taken back no more.
    if next.lastStep != nil, !next.isOfStep(happened) { next.lastStep = nil }
    next.note(changeFrom: state, at: happened.at)
    return next
}

extension Case {
    /// Keeps when the case was answered, found or ended, and who knew the passcode with which it was done (1-domain, Two pairs of eyes).
    fileprivate mutating func noteGiver(of happened: Happened<any CaseEvent>) {
        switch happened.event {
        case is Answer, is Reply: (answeredWith, answeredAt) = (happened.passcodeGivenBy, happened.at)
        case is Finding: (foundWith, foundAt) = (happened.passcodeGivenBy, happened.at)
        case is Withdrawal, is NotAccepted, is Merged: (endedWith, endedAt) = (happened.passcodeGivenBy, happened.at)
        default: break
        }
    }
}

/// A clock began to run. It stands among the facts, with how it runs, and not in the time line.
public struct ClockStarted: CaseEvent {
    public static let wireName = "clock-started"
    public static let actName = "clock"
    public static let heading = Phrase(en: "clock started", zh: "开始计时")

    /// The clock.
    public var clock: Clock

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.start(clock, at: happened.at) }

    public var details: [Detail] {
        [Detail("rule", .code(clock.name.rawValue, clock.label)), Detail("due", .moment(clock.due))]
    }
}
