/// The first event of a case: what was taken down, its number, and the clocks that started.
public struct Logged: CaseEvent {
    public static let wireName = "logged"
    public static let actName = "log"
    public static let heading = Phrase(en: "logged", zh: "登记")

    /// The number, as printed.
    public var number: String
    /// What was taken down.
    public var intake: Intake
    /// The clocks as they started under the rules that held then.
    public var clocks: [Clock]
    /// Whether what it is about lay further back than the branch's setting for late claims.
    public var isLateClaim: Bool?
    /// Whether the customer left a contact; nil for none. It stands here, since nobody could tell from words that were erased.
    public var leavesContact: Bool?

    public func begin(_ happened: Happened<any CaseEvent>) -> Case? {
        guard let number = CaseNumber(number) else { return nil }
        var state = Case(
            number: number,
            stage: .logged,
            intake: intake,
            loggedAt: happened.at,
            firstResponder: happened.by,
            holder: happened.by,
            namings: intake.about.isBlank ? [] : [intake.about],
            clocks: clocks,
            version: happened.seq
        )
        state.named(intake.subjects, happened)
        state.subjectsAtFirst = Set(intake.subjects)
        state.hasLeftContact = leavesContact == true
        state.isLateClaim = isLateClaim == true
        if intake.channel == .commentBook { state.bookAnswersDue = [number.description] }
        return state
    }

    public var details: [Detail] { intake.details + [Detail(Logged.lateClaim, isLateClaim.map { .flag($0, .ifSo) }, style: .fine)] }

    /// How a late claim is told.
    static let lateClaim = FieldName("late-claim", label: Phrase(en: "Late claim", zh: "逾期主张"))
}

/// The only event of a case that was dealt with elsewhere and is kept here as history.
public struct Imported: CaseEvent {
    public static let wireName = "imported"
    public static let actName = "import"
    public static let heading = Phrase(en: "imported", zh: "导入历史记录")

    /// The number that it was given here, by the month of receipt.
    public var number: String
    /// What is known of it.
    public var intake: Intake
    /// The channel by the name that its source gave it.
    public var channelName = ""
    /// What became of it, in its source's words.
    public var outcome = ""
    /// Whether its source says that it was answered in time.
    public var isKeptWithinLimit: Bool?
    /// When it went to head office (or to the company complained about).
    public var headOfficeReceived: Moment?
    /// Facts that have no field of their own here, by the names that its source gave them.
    public var others: [String: String] = [:]
    /// The name of the desk from whose signed file it came; nil where no other desk's signature stands behind it.
    public var deskOfOrigin: String?

    /// Makes the event.
    public init(number: CaseNumber, intake: Intake) {
        self.number = number.description
        self.intake = intake
    }

    public func begin(_ happened: Happened<any CaseEvent>) -> Case? {
        guard let number = CaseNumber(number) else { return nil }
        return Case(
            number: number,
            stage: .closed,
            intake: intake,
            loggedAt: happened.at,
            namings: intake.about.isBlank ? [] : [intake.about],
            clocks: [],
            history: self,
            version: happened.seq
        )
    }

    public var details: [Detail] {
        intake.details + [
            Detail("source", .text(intake.source), style: .fine), Detail("source-number", .text(intake.sourceNumber), style: .fine),
            Detail("channel-name", .text(channelName), style: .fine), Detail("outcome", .text(outcome)),
            Detail("kept-within-limit", isKeptWithinLimit.map { .flag($0, .ifSo) }, style: .fine),
            Detail("head-office-received", headOfficeReceived.map { .moment($0) }, style: .fine),
        ]
    }
}

/// A tie to another case.
public struct Linked: CaseEvent {
    /// What ties them.
    public enum Tie: String, Codable, Sendable {
        /// The case ended in the other one.
        case mergedInto = "merged-into"
        /// The other one ended in this case.
        case absorbed
        /// The customer refused the answer of the other one.
        case refusedAnswer = "refused-answer"
        /// The same customer or matter came before.
        case repeated
        /// Head office reviewed the other one, and it is to be dealt with again.
        case reviewed

        /// Whether a case that is tied so comes after the other one.
        var isRepeat: Bool { self == .repeated || follows }

        /// Whether the matter of the other one goes on in a case that is tied so.
        var follows: Bool { self == .refusedAnswer || self == .reviewed }

        /// What ties the two cases, as a label before the other's number.
        public var label: Phrase {
            switch self {
            case .mergedInto: Phrase(en: "Merged into", zh: "并入")
            case .absorbed: Phrase(en: "Merged in", zh: "并入本件")
            case .refusedAnswer: Phrase(en: "Follows rejected answer in", zh: "接续投诉")
            case .repeated: Phrase(en: "Repeat of", zh: "前次投诉")
            case .reviewed: Phrase(en: "Dealt with again after the review of", zh: "核查后重办")
            }
        }

        /// The same where the other's number is not told.
        public var untold: Phrase {
            switch self {
            case .mergedInto: Phrase(en: "Merged into another case", zh: "并入另一件")
            case .absorbed: Phrase(en: "Another case merged in", zh: "另一件并入本件")
            case .refusedAnswer: Phrase(en: "Follows the rejected answer in another case", zh: "接续另一件")
            case .repeated: Phrase(en: "Repeat of another case", zh: "与另一件重复")
            case .reviewed: Phrase(en: "Dealt with again after the review of another case", zh: "另一件核查后重办")
            }
        }
    }

    public static let wireName = "linked"
    public static let actName = "link"
    public static let heading = Phrase(en: "linked", zh: "关联")

    /// The other case's number.
    public var number: String
    /// What ties them.
    public var tie: Tie
    /// Whom the other case is about, where it ended in this one: they take no part in this one either.
    public var subjects: [StaffNumber]?
    /// The words that say so, in which whoever comes later is looked for here too; nil for none.
    public var namings: [String]?
    /// On whom a recusal was lifted there, which stays lifted where the matter goes on; nil for nobody.
    public var lifted: [StaffNumber]?
    /// What goes on here of the other case; nil for nothing.
    public var carried: Carried?

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.links.append(self)
        // What begins anew was taken over as it stood there.
        if tie.follows { state.claimedBefore = state.intake.amount }
        if let carried { state.take(carried, from: number, at: happened.at) }
        for words in namings ?? [] { state.name(words) }
        state.recuse(subjects ?? [], happened)
        state.lift(lifted ?? [])
    }

    public var details: [Detail] {
        [Detail("tie", .code(tie.rawValue, tie.label), style: .lead), Detail("number", .text(number), style: .bare)]
    }

    public var tiedNumbers: [String] { [number] }

    /// The same without the other's number, which may be one that the reader must not know of.
    public var detailsUntold: [Detail] { [Detail("tie", .code(tie.rawValue, tie.untold), style: .lead)] }
}

/// Decides whether the actor may log `intake` under `number`, as a repeat of `earlier` cases: of the same customer, or of the same matter.
/// The branch manager is to see a repeat at once (`Case.awaitsAcknowledgement`; 1-domain, After closing).
///
/// - Returns: what happened, in order: the logging, and the tie to each earlier case.
/// - Throws: the first rule that stands against it.
public func decideLogging(
    _ intake: Intake,
    as number: CaseNumber,
    repeating earlier: [CaseNumber] = [],
    in occasion: Occasion
) throws(Refusal) -> [any CaseEvent] {
    let (now, desk) = (occasion.now, occasion.desk)
    try permitLogging(by: occasion.actor)
    var intake = intake
    try intake.checkFields()
    try intake.checkSense(in: occasion)
    try occasion.checkHotlineAnswer(intake.hotlineAnswer, isSumOther: intake.isSumOther)
    if intake.received > now { throw .inTheFuture("received") }
    // By the computer's clock, from which it is offered: another one that had run ahead lets nobody be turned away.
    if intake.received < occasion.clock.adding(seconds: -Intake.oldestReceipt) { throw .receivedLongAgo }
    if let due = intake.due, due <= now { throw Refusal.inThePast("due").explained(in: occasion) }
    intake.subjects = desk.staff.subjects(in: intake.about)
    intake.dialIn(desk)
    // Who sends it says so by their name; a code outlasts the words when they are erased.
    if intake.channel == .referred, intake.cameBy == nil { intake.cameBy = intake.sender.flatMap(IntakeSource.named) }
    let clocks = desk.clocks(for: intake, loggedAt: now)
    // The reply limit is a clock without the promise; what is promised may be sooner, never later.
    if let agreed = intake.agreed {
        if agreed <= now { throw Refusal.inThePast("agreed").explained(in: occasion) }
        let limits = clocks.filter { $0.name == .reply || $0.name == .final }.map(\.due)
        if let limit = limits.min(), agreed > limit {
            throw .agreedAfterLimit(desk.zone.localTime(at: limit).time)
        }
    }
    let ties = Set(earlier).subtracting([number]).sorted().map { Linked(number: $0.description, tie: .repeated) }
    var logged = Logged(number: number.description, intake: intake, clocks: clocks)
    logged.isLateClaim = intake.isLateClaim(under: desk) ? true : nil
    logged.leavesContact = intake.hasContact ? true : nil
    return [logged] + ties
}

/// Decides whether a case that was dealt with elsewhere may be kept here.
///
/// - Parameter isOfPractice: whether a practice desk signed the file: on a live desk its word is none.
/// - Throws: the first rule that stands against it.
public func decideImporting(
    _ record: Imported,
    ofPractice isOfPractice: Bool = false,
    in occasion: Occasion
) throws(Refusal) -> any CaseEvent {
    let desk = occasion.desk
    try permit(.importCases, by: occasion.actor)
    // Brought in history outlasts a standing in, and is how the past stands.
    try checkOwnRight(.importCases, by: occasion.actor)
    if isOfPractice, !desk.settings.isPractice { throw .historyOfPractice }
    if record.intake.received > occasion.now { throw .inTheFuture("received") }
    var record = record
    // A copy of this desk is no other one.
    let isOfOwnDesk = record.deskOfOrigin != nil && record.deskOfOrigin == desk.deskID
    if isOfOwnDesk { record.deskOfOrigin = nil }
    // Since its founding the desk keeps what comes in itself, unless another desk has signed for it; the founding day counts as before.
    if record.deskOfOrigin == nil, let founding = desk.founding, desk.zone.day(at: record.intake.received) > founding {
        throw isOfOwnDesk ? .historyOfOwnDesk(founding) : .historyAfterFounding(founding)
    }
    record.intake.subjects = desk.staff.subjects(in: record.intake.about)
    record.intake.dialIn(desk)
    // History has what its source knew: nothing is required of it, but the limits hold.
    for field in Intake.fields { try field.check(record.intake, isRequired: false) }
    return record
}

/// Checks that `actor` may log complaints at all.
public func permitLogging(by actor: Actor) throws(Refusal) {
    if actor.member.isRetired { throw .retired(actor.number) }
    if actor.roles.isDisjoint(with: .desk) { throw .logRoleMayNot }
}
