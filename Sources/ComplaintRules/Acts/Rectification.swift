extension ActKind {
    public static let rectify = ActKind(Rectification.self)
    public static let verifyRectification = ActKind(RectificationCheck.self)
    public static let cancelRectification = ActKind(RectificationCancelled.self)
}

/// A corrective action, with its owner and due date (1-domain, After closing).
public struct Rectification: Act, CaseEvent {
    public static let blank = Rectification()
    public static let name = "rectify"
    public static let label = Phrase(en: "Open rectification", zh: "开立整改")
    public static let rule = ActRule(Stage.open.union([.closed]), by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<Rectification>] = [
        .text("what", \.what, .label("What is to be done", "整改事项", style: .bare), required: true),
        .line(
            "owner",
            \.owner,
            FieldWords(label: FieldLabel.of("owner"), hint: Phrase(en: "e.g. a staff number, name or department", zh: "例如 工号、姓名或部门")),
            required: true
        ), .day("due", \.due),
    ]
    public static let wireName = "rectification-opened"
    public static let heading = Phrase(en: "rectification opened", zh: "开立整改")

    /// Which one of the case, from 1; 0 until it is opened.
    public var item = 0
    /// What is to be done.
    public var what = ""
    /// Who does it.
    public var owner = ""
    /// By which day.
    public var due = Day(ordinal: 0)
    /// Whether a finding opened it: a later finding that wants something else takes its place.
    public var isOfFinding: Bool?

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if due < occasion.today { throw .inThePast("due") }
        if occasion.desk.verifiers(of: owner, on: state, at: occasion.now).isEmpty { throw .nobodyVerifies(owner) }
        var opened = self
        opened.item = state.rectifications.count + 1
        return [opened]
    }

    /// What of an owner's words means nobody who works here, by name, number or title, and is told when it is opened: who that is nobody can tell when
    /// the action is verified. A department may be meant, so it is no refusal.
    public static func unknownOwner(_ words: String, under desk: DeskRules) -> Phrase? {
        let unknown = UnknownPeople(owner: words, in: "owner", under: desk).parts
        if unknown.isEmpty { return nil }
        return .notOnStaff(
            unknown,
            so: Phrase(en: "any manager may verify this rectification", zh: "该整改可由任一管理人员核验"),
            put: Phrase(en: "give the staff number", zh: "请填写工号")
        )
    }

    public static func unknownPeople(in values: [String: String], under desk: DeskRules) -> UnknownPeople? {
        UnknownPeople(owner: values["owner"] ?? "", in: "owner", under: desk)
    }

    public func unknownPeople(under desk: DeskRules) -> [Phrase] { [Rectification.unknownOwner(owner, under: desk)].compactMap { $0 } }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        // A day that the desk counted, and nobody named: a finding's, and that of what is to be done again.
        let isCounted = isOfFinding == true || state.rectifications.contains { $0.outcome == .ineffective && $0.action.what == what }
        if isCounted, let earliest = happened.earliest { state.wrongStarts.actions[item] = earliest }
        state.rectifications.append(.init(action: self, openedAt: happened.at, triggers: .init(of: state, at: happened.at)))
    }

    // What is to be done comes first: a short account tells only that.
    public var details: [Detail] {
        var details = Rectification.fields.map { $0.detail(of: self) }
        details.insert(Detail("item", .count(item)), at: 1)
        return details
    }
}

/// What gives rise to a corrective action (1-domain, Figures and papers); several may, or none of these.
public struct RectificationTriggers: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The same customer or matter came before.
    public static let repeated = RectificationTriggers(rawValue: 1)
    /// The finding was that the complaint holds.
    public static let valid = RectificationTriggers(rawValue: 2)
    /// A limit towards the customer had run out.
    public static let overdue = RectificationTriggers(rawValue: 4)

    /// Each alone, in the order in which they are told.
    public static let all: [RectificationTriggers] = [.repeated, .valid, .overdue]

    /// What people read of one of them.
    public var label: Phrase {
        switch self {
        case .repeated: Escalation.Kind.repeated.label
        case .valid: Phrase(en: "valid", zh: "有效投诉")
        case .overdue: Term.pastDue
        default: Term.other
        }
    }

    /// What could give rise to one on a case as it stands.
    init(of state: Case, at moment: Moment) {
        self = []
        if state.isRepeat { insert(.repeated) }
        if state.finding?.classification == .valid { insert(.valid) }
        if state.isLateTowardsCustomer(at: moment) { insert(.overdue) }
    }
}

/// A check of a corrective action, by somebody else than its owner: whether it was done and works. Where it did not, another one is opened. What
/// was to be put right is checked whatever became of the case, or it would stay on its list for ever. Where nobody is left in the branch who may
/// verify it, head office does, and what it found is entered with its reference.
public struct RectificationCheck: Act, CaseEvent {
    public static let blank: RectificationCheck = {
        var check = RectificationCheck()
        check.isEffective = nil
        return check
    }()
    public static let name = "verify-rectification"
    public static let label = Phrase(en: "Verify rectification", zh: "核验整改")
    public static let rule = ActRule(Stage.everyStage, by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<RectificationCheck>] = [
        .count("item", \.item), .text("result", \.result, required: true),
        .flag(
            "effective",
            \.isEffective,
            required: true,
            said: .words(yes: Phrase(en: "it worked", zh: "整改有效"), no: Phrase(en: "it did not work", zh: "整改无效"))
        ),
        .line(
            "reference",
            \.reference,
            FieldWords(hint: Phrase(en: "needed where nobody else here may verify", zh: "本网点无其他人可核验时必填"))
        ),
    ]
    public static let wireName = "rectification-verified"
    public static let heading = Phrase(en: "rectification verified", zh: "整改核验")

    /// Which one of the case; nil means the only open one.
    public var item: Int?
    /// What was found.
    public var result = ""
    /// Whether it works; nil only until it is filled in: nobody is taken to have said so.
    public var isEffective: Bool? = true
    /// Under which reference head office verified it; nil where somebody in the branch did.
    public var reference: String?

    /// Where nobody is left who may verify one, what head office found is entered by whoever may read the case, or by a clerk.
    public static func isOpen(to actor: Actor, on state: Case, in occasion: Occasion) -> Bool {
        occasion.desk.mayEnterVerification(actor, on: state, at: occasion.now)
    }

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        let actions = state.rectifications.filter(\.isOpen).map(\.action)
        if actions.isEmpty { throw .nothingAsked(.verifyRectification) }
        // Of whichever they would ask.
        if actions.allSatisfy({ whyNot($0, of: state, in: occasion) != nil }) { throw .ownerVerifies(occasion.actor.member.name) }
    }

    /// Why whoever acts may not verify that corrective action of a case: they own it, and somebody else may. Nil where they may.
    public static func whyNot(_ action: Rectification, of state: Case, in occasion: Occasion) -> Refusal? {
        if isVerifier(of: action, on: state, in: occasion) { return nil }
        let enterers = occasion.desk.enterersOfVerification(of: action.owner, on: state, at: occasion.now)
        return enterers.contains(occasion.actor.number) ? nil : .ownerVerifies(action.owner)
    }

    /// Whether whoever acts may verify that corrective action themselves.
    private static func isVerifier(of action: Rectification, on state: Case, in occasion: Occasion) -> Bool {
        let actor = occasion.actor.regarding(state)
        return actor.isManager && !occasion.desk.owns(action.owner, actor)
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        var check = self
        let item = try state.openRectification(item)
        check.item = item
        guard let action = state.rectifications.first(where: { $0.action.item == item })?.action else { return [check] }
        if let refusal = RectificationCheck.whyNot(action, of: state, in: occasion) { throw refusal }
        guard let isEffective else { throw .missing("effective") }
        if reference?.isNoReference ?? true, !RectificationCheck.isVerifier(of: action, on: state, in: occasion) {
            throw .verificationReference
        }
        if isEffective { return [check] }
        var again = action
        again.item = state.rectifications.count + 1
        again.due = occasion.desk.rectificationDue(from: occasion.today)
        again.isOfFinding = nil
        return [check, again]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.end(rectification: item, as: isEffective == false ? .ineffective : .verified)
    }
}

/// A corrective action that was opened by mistake, or that something else made needless, is called off, with the reason, while the case is open
/// (1-domain, The drawing). Where the bank was at fault, the sign-off still wants one that stands.
public struct RectificationCancelled: Act, CaseEvent {
    public static let blank = RectificationCancelled()
    public static let name = "cancel-rectification"
    public static let label = Phrase(en: "Cancel rectification", zh: "取消整改")
    public static let rule = ActRule(Stage.open, by: .managers)
    public static let fields: [Field<RectificationCancelled>] = [
        .count("item", \.item), .text("reason", \.reason, .bare, required: true),
    ]
    public static let wireName = "rectification-cancelled"
    public static let heading = Phrase(en: "rectification cancelled", zh: "取消整改")

    /// Which one of the case; nil means the only open one.
    public var item: Int?
    /// Why.
    public var reason = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if !state.rectifications.contains(where: \.isOpen) { throw .nothingAsked(.cancelRectification) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        var cancelled = self
        cancelled.item = try state.openRectification(item)
        return [cancelled]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.end(rectification: item, as: .cancelled) }
}

extension DeskRules {
    /// Whether whoever acts, or whoever gave them the passcode that they use, is the one by that name, or by those words. A title that means nobody by
    /// name means whoever has that role.
    fileprivate func owns(_ owner: String, _ actor: Actor) -> Bool {
        staff.subjects(in: owner).contains(where: actor.persons.contains)
            || staff.unknown(in: owner).contains { !Role.titled(in: $0).isDisjoint(with: actor.roles) }
    }

    /// Who may verify a corrective action of those owners: a manager, or whoever stands in for one, who does not own it and whom the case is not about.
    func verifiers(of owner: String, on state: Case, at now: Moment) -> [StaffNumber] {
        managing(state, at: now).filter { !owns(owner, $0) }.map(\.number)
    }

    /// Who enters what head office found, where nobody in the branch may verify it: the managers whom the case is not about, its owners or not, as long
    /// as nobody was sent away since, and none who named others as its subjects; where none is left, the clerks.
    fileprivate func enterersOfVerification(of owner: String, on state: Case, at now: Moment) -> [StaffNumber] {
        guard verifiers(of: owner, on: state, at: now).isEmpty else { return [] }
        let managers = hasLostSomebody(since: state) ? [] : managing(state, at: now).map(\.number).filter { !hasNamedOthers($0, on: state) }
        if !managers.isEmpty { return managers }
        let clerks = staff.all.filter { !$0.isRetired && $0.role == .counter && !state.isAbout($0.number) }
        return clerks.filter { !owns(owner, Actor($0)) }.map(\.number)
    }

    /// Whether `actor` is to enter what head office found of a corrective action of a case, and so reads it.
    func mayEnterVerification(_ actor: Actor, on state: Case, at now: Moment) -> Bool {
        state.rectifications.contains {
            $0.isOpen && enterersOfVerification(of: $0.action.owner, on: state, at: now).contains(actor.number)
        }
    }

    /// Who has a manager's rights over a case today, with all roles that they have over it.
    private func managing(_ state: Case, at now: Moment) -> [Actor] {
        let today = zone.day(at: now)
        return staff.all.filter { !$0.isRetired && !state.isAbout($0.number) }.compactMap { member in
            let lenders = lenders(to: member, on: today).filter { $0.lends(over: state) }
            let actor = Actor(member, standingInFor: lenders)
            return actor.isManager ? actor : nil
        }
    }
}

extension Case {
    /// A corrective action, and what became of it.
    public struct RectificationItem: Hashable, Sendable {
        /// What can become of one.
        public enum Outcome: Hashable, Sendable {
            case verified, ineffective, cancelled
            /// A later finding wanted something else.
            case replaced
        }

        /// The action.
        public internal(set) var action: Rectification
        /// When it was opened.
        public let openedAt: Moment
        /// What gave rise to it, as the case stood then.
        public internal(set) var triggers: RectificationTriggers
        /// What became of it; nil while it is to be done.
        public internal(set) var outcome: Outcome?

        /// Whether it was checked, and works or not.
        public var isVerified: Bool { outcome == .verified || outcome == .ineffective }
        /// Whether it is still to be done.
        public var isOpen: Bool { outcome == nil }
        /// Whether it stands: it is to be done, or was.
        public var stands: Bool { isOpen || isVerified }
    }

    /// The open corrective action that is meant: the one of that number, or without a number the only one.
    ///
    /// - Throws: `Refusal.noSuchItem`; `Refusal.missing` where there are several and none was said.
    func openRectification(_ item: Int?) throws(Refusal) -> Int {
        let open = rectifications.filter(\.isOpen).map(\.action.item)
        if let item, open.contains(item) { return item }
        if let item { throw .noSuchItem(item) }
        guard open.count == 1 else { throw .missing("item") }
        return open[0]
    }

    /// Says what became of a corrective action.
    mutating func end(rectification item: Int?, as outcome: RectificationItem.Outcome) {
        for index in rectifications.indices where rectifications[index].action.item == item { rectifications[index].outcome = outcome }
    }
}
