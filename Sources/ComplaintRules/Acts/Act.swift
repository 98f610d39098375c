/// Something that a person may want to do to a case. One file holds all of an act: its words, its fields, who may do it when, what it
/// decides, and what that makes of the case. `acts` gives the order.
///
/// Where an act is recorded just as it was wanted, one type is both: the act, and the event that it makes.
public protocol Act: Hashable, Sendable {
    /// The name on the command line, as in `spot-check`.
    static var name: String { get }
    /// What a person does, as on a key or in a list of acts.
    static var label: Phrase { get }
    /// From where, to where, and by whom.
    static var rule: ActRule { get }
    /// What people fill in, in the order in which they are asked.
    static var fields: [Field<Self>] { get }
    /// The kinds of event that are its own.
    static var events: [any CaseEvent.Type] { get }

    /// An act of which nothing is filled in yet.
    static var blank: Self { get }

    /// The last event that its doer has read, where `ActRule.isOfReader`; nil where that was not said.
    var read: Int? { get }

    /// Checks what it presupposes beyond its rule, before anything is filled in.
    ///
    /// - Throws: the first rule that stands against it.
    static func permit(on state: Case, in occasion: Occasion) throws(Refusal)

    /// Whether somebody may do it to this case whose role may not do it to others.
    static func isOpen(to actor: Actor, on state: Case, in occasion: Occasion) -> Bool

    /// Decides what happens; role, stage and what the fields must hold have been checked.
    ///
    /// - Returns: what happens to the case, in order; never empty.
    /// - Throws: the first rule that stands against it.
    func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent]

    /// The number of the other case that the decision has to know, as `DeskRules.other`; nil where it needs none.
    func otherNumber(on state: Case) -> String?

    /// Whether what follows from it, or what it decides, depends on all cases to which this one is tied, as `DeskRules.web`.
    func needsWeb(on state: Case) -> Bool

    /// What is told of people whom its words name and who are nobody of the staff, a sentence each: it is no refusal.
    func unknownPeople(under desk: DeskRules) -> [Phrase]

    /// The same while its form is filled in, of what was written by the names of the fields; nil where none of them names people.
    static func unknownPeople(in values: [String: String], under desk: DeskRules) -> UnknownPeople?

    /// What happens to another case because of it; nil for nothing.
    func consequence(for state: Case, of events: [any CaseEvent], in occasion: Occasion) throws(Refusal) -> Consequence?
}

extension Act {
    public static var fields: [Field<Self>] { [] }
    public var read: Int? { nil }
    public static var events: [any CaseEvent.Type] { (Self.self as? any CaseEvent.Type).map { [$0] } ?? [] }
    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {}
    public static func isOpen(to actor: Actor, on state: Case, in occasion: Occasion) -> Bool { false }
    public func otherNumber(on state: Case) -> String? { nil }
    public func needsWeb(on state: Case) -> Bool { false }
    public func unknownPeople(under desk: DeskRules) -> [Phrase] { [] }
    public static func unknownPeople(in values: [String: String], under desk: DeskRules) -> UnknownPeople? { nil }
    public func consequence(for state: Case, of events: [any CaseEvent], in occasion: Occasion) throws(Refusal) -> Consequence? { nil }

    /// Makes an act and fills it in.
    public init(_ fill: (inout Self) -> Void) {
        self = .blank
        fill(&self)
    }

    /// Which act it is.
    public var kind: ActKind { ActKind(Self.self) }

    /// Whether another act is the same in all its fields.
    public func isSame(as other: any Act) -> Bool { other as? Self == self }

    static var shapes: [FieldShape] { fields.map(\.shape) }

    static func read(_ reader: FieldReader) throws(Refusal) -> any Act {
        var act = blank
        for field in fields where field.shape.isRequired { try reader.checkFilled(field.shape) }
        for field in fields { try field.take(&act, reader) }
        return act
    }

    /// The names of the fields and what they hold, as a form has it.
    public var details: [Detail] { Self.fields.map { $0.detail(of: self) } }

    func checkFields() throws(Refusal) {
        for field in Self.fields { try field.check(self) }
    }

    /// Checks the years of what somebody entered for the future.
    ///
    /// - Throws: `Refusal.farFromNow`.
    func checkYears(in occasion: Occasion) throws(Refusal) {
        for field in Self.fields {
            switch field.value(self) {
            case .moment(let moment): try occasion.checkYear(of: moment, in: field.shape.name)
            case .day(let day): try occasion.checkYear(of: day, in: field.shape.name)
            default: break
            }
        }
    }
}

extension Act where Self: CaseEvent {
    public static var actName: String { name }
    public var details: [Detail] { Self.fields.map { $0.detail(of: self) } }
    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] { [self] }
}

/// What an act on one case does to another.
public enum Consequence: Sendable {
    /// A case begins under this number.
    case begins(CaseNumber, [any CaseEvent])
    /// Something happens to the case of this number, which is there.
    case happens(to: CaseNumber, [any CaseEvent])

    /// What happens to the other case, in order.
    public var events: [any CaseEvent] {
        switch self {
        case .begins(_, let events), .happens(_, let events): events
        }
    }

    /// The number of the other case.
    public var number: CaseNumber {
        switch self {
        case .begins(let number, _), .happens(let number, _): number
        }
    }
}

/// Who acts, when, and under which rules of the desk: all that a decision is handed beside the case.
public struct Occasion: Sendable {
    /// Who acts.
    public var actor: Actor
    /// When: the later of the computer's clock and the latest moment on the desk.
    public var now: Moment
    /// What the computer's clock shows, within its tolerance of `now` unless it stands behind.
    public var clock: Moment
    /// The latest moment on the desk before this; nil where nobody asks for it.
    public var latest: Moment?
    /// What the branch has set, and who works there.
    public var desk: DeskRules

    /// Makes an occasion.
    ///
    /// - Parameter mark: what is remarkable of the computer's clock; nil for nothing.
    public init(_ actor: Actor, at now: Moment, clock mark: ClockMark? = nil, under desk: DeskRules) {
        self.actor = actor
        self.now = now
        clock = mark?.clock(judgedAt: now) ?? now
        self.desk = desk
    }

    /// The day of the latest moment on the desk before this.
    var latestDay: Day? { latest.map(desk.zone.day) }

    /// Today, in the branch's time zone.
    var today: Day { desk.zone.day(at: now) }

    /// Whether a moment is the start of the day of another one, or of that day's opening: who writes a day and no time means that day.
    func isStart(_ moment: Moment, ofDayOf other: Moment) -> Bool {
        let day = desk.zone.day(at: other)
        return [LocalTime(day: day, secondOfDay: 0), LocalTime(day: day, time: desk.hours.opening(on: day))].contains { time in
            moment == desk.zone.moment(of: time)
        }
    }

    /// Whether a moment lies more than so many years from now, either way.
    func isFar(_ moment: Moment, years: Int64) -> Bool { abs(moment.seconds(since: now)) > years * 31_557_600 }

    /// How far ahead anything can be set, in years: beyond that the year is a slip of the finger, whatever it is the date of.
    static let yearsAhead = 10

    /// Checks a moment that somebody entered for the future.
    ///
    /// - Throws: `Refusal.farFromNow`.
    func checkYear(of moment: Moment, in field: FieldName) throws(Refusal) {
        if moment > now, isFar(moment, years: Int64(Occasion.yearsAhead)) { throw .farFromNow(field, years: Occasion.yearsAhead) }
    }

    /// The same of a day.
    func checkYear(of day: Day, in field: FieldName) throws(Refusal) {
        if day.ordinal - today.ordinal > Occasion.yearsAhead * 1461 / 4 { throw .farFromNow(field, years: Occasion.yearsAhead) }
    }

    /// A clock that begins now on a case, as an event; nothing where the branch has no such rule.
    ///
    /// - Parameter isAgain: whether it is that of what is to be done again.
    func clock(_ name: ClockName, on state: Case, again isAgain: Bool = false) -> [any CaseEvent] {
        guard var clock = desk.clock(name, from: now, loggedAt: state.loggedAt) else { return [] }
        clock.isAgain = isAgain ? true : nil
        return [ClockStarted(clock: clock)]
    }
}

/// From where, to where, and by whom an act is done (1-domain, The drawing in full; Roles), and how much it weighs.
public struct ActRule: Sendable {
    /// The stages in which it can be done.
    public let from: Set<Stage>
    /// The stages to which it can lead; empty where the case stays where it is.
    public let to: Set<Stage>
    /// The roles that may do it.
    public let roles: Set<Role>
    /// Whether a counter clerk may do it only on a case that they took themselves.
    public var isOwnForCounter = false
    /// Whether it is to be asked about once before it is done, with Cancel as the answer that stands (2-screens, rule 4).
    public var isWeighty = false
    /// Whether whoever does it vouches for having read the whole entry: it says up to which event, as `read`, and a case that has changed since is
    /// not closed by it.
    public var isOfReader = false
    /// Whether it is open to whoever may not read the case, be it about them or not: they may give their own word on it (1-domain, Recusal).
    public var isOpenToUnread = false
    /// Whether it is open to whoever the case is about while they hold it: they may hand it over.
    public var isOpenToHolder = false
    /// Whether it can be done after the signature, which locks all that was before.
    public var isForSigned = false
    /// Whether it can be done to history brought in from elsewhere.
    public var isForHistory = false

    init(_ from: Set<Stage>, to: Set<Stage> = [], by roles: Set<Role>, _ change: (inout ActRule) -> Void = { _ in }) {
        self.from = from
        self.to = to
        self.roles = roles
        change(&self)
    }
}

extension Set<Role> {
    /// All who work at the desk: everybody but the auditor.
    static let desk: Set<Role> = [.counter, .complaintManager, .branchManager]
    /// Either manager.
    static let managers: Set<Role> = [.complaintManager, .branchManager]
    /// The branch manager.
    static let head: Set<Role> = [.branchManager]
}

/// Which act: a value by which acts are named, compared and asked about.
public struct ActKind: RawRepresentable, CaseIterable, Hashable, Sendable, CustomStringConvertible {
    /// The act's type.
    public let type: any Act.Type

    /// Names an act by its type.
    public init(_ type: any Act.Type) { self.type = type }

    /// The act of that name on the command line; nil for none.
    public init?(rawValue: String) {
        guard let found = ActKind.named[rawValue] else { return nil }
        self = found
    }

    /// All acts, in the order in which people see them.
    public static let allCases = acts.map(ActKind.init)
    private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// The name, as on the command line.
    public var rawValue: String { type.name }
    /// What a person does.
    public var label: Phrase { type.label }
    /// From where, to where, and by whom.
    public var rule: ActRule { type.rule }
    /// The fields that it takes (4-commands).
    public var fields: [FieldShape] { type.shapes }
    /// What of the words in its form names people who are nobody of the staff; nil where none of its fields names people.
    public func unknownPeople(in values: [String: String], under desk: DeskRules) -> UnknownPeople? {
        type.unknownPeople(in: values, under: desk)
    }

    public var description: String { rawValue }
    public static func == (left: ActKind, right: ActKind) -> Bool { left.type == right.type }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(type)) }

    /// Makes an act from what was written in its fields, as a form or a JSON object has it. A field left out or blank is not given; times
    /// are read as of `now` in the branch's time zone.
    ///
    /// - Throws: `Refusal.unknownField`, `.givenTwice`, `.missing` or `.badValue`, naming the field as this act calls it.
    public func act(_ values: [String: String], at now: Moment, under desk: DeskRules) throws(Refusal) -> any Act {
        do throws(Refusal) {
            return try type.read(try FieldReader(values, known: fields.map(\.name), at: now, under: desk))
        } catch {
            throw error.calling(fields.map(\.name))
        }
    }
}
