extension ActKind {
    public static let callBack = ActKind(CallBack.self)
    public static let spotCheck = ActKind(SpotCheck.self)
    public static let addendum = ActKind(Addendum.self)
    public static let statement = ActKind(StaffStatement.self)
    public static let hold = ActKind(Hold.self)
    public static let release = ActKind(Release.self)
}

/// The customer was asked afterwards (1-domain, After closing).
public struct CallBack: Act, CaseEvent {
    public static let blank = CallBack()
    public static let name = "call-back"
    public static let label = Phrase(en: "Call back", zh: "回访")
    public static let rule = ActRule([.closed], by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<CallBack>] = [
        .choice("level", \.level, .lead), .text("text", \.text, .bare), .sumNotPromised(\.isSumOther),
    ]
    public static let wireName = "called-back"
    public static let heading = Term.callBack

    /// The answer.
    public var level = SatisfactionLevel.unreachable
    /// In the customer's words.
    public var text = ""
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// Whether it was tried often enough: three times, on at least two days, as for a reply that cannot be delivered. Nil where somebody was
    /// reached, and where it is to be tried again.
    public var isTriedEnough: Bool?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        // Who was dissatisfied is to be contacted again, until they are not; who was never reached can still be.
        if state.awaitsContactAgain { return }
        if state.callBacks.contains(where: { $0 != .unreachable }) { throw .alreadyDone(.callBack) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        try occasion.checkTalk(text, isSumOther: isSumOther, on: state)
        var called = self
        let attempts = state.failedCallBacks + [occasion.now]
        let days = Set(attempts.map(occasion.desk.zone.day(at:)))
        called.isTriedEnough = level == .unreachable && attempts.count >= Reply.attempts && days.count >= 2 ? true : nil
        // Who is dissatisfied is to be contacted again: that is due as the first call was.
        return [called] + (level == .dissatisfied ? occasion.clock(.callBack, on: state, again: true) : [])
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.callBacks.append(level)
        if level == .unreachable { state.failedCallBacks.append(happened.at) } else { state.failedCallBacks = [] }
        if level != .unreachable || isTriedEnough == true { state.stop([.callBack], at: happened.at) }
    }
}

/// A manager looks at a closed case again (1-domain, After closing).
public struct SpotCheck: Act, CaseEvent {
    public static let blank = SpotCheck()
    public static let name = "spot-check"
    public static let label = Phrase(en: "Spot check", zh: "抽查")
    public static let rule = ActRule([.closed], by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<SpotCheck>] = [.text("text", \.text, .bare, required: true)]
    public static let wireName = "spot-checked"
    public static let heading = Phrase(en: "spot check", zh: "抽查")

    /// What was seen.
    public var text = ""
}

/// A fact added after the signature (1-domain, Sign-off).
public struct Addendum: Act, CaseEvent {
    public static let blank = Addendum()
    public static let name = "addendum"
    public static let label = Phrase(en: "Addendum", zh: "补记")
    public static let rule = ActRule(Stage.ended, by: .managers) {
        $0.isForSigned = true
        $0.isForHistory = true
    }
    public static let fields: [Field<Addendum>] =
        [.text("text", \.text, .bare, required: true), .sumNotPromised(\.isSumOther)] + Field.payment(\.paid, \.paidOn)
    public static let wireName = "addendum-written"
    public static let heading = Phrase(en: "addendum", zh: "补记")

    /// The fact.
    public var text = ""
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// What was paid.
    public var paid: Amount?
    /// When it was paid; nil for the day of the addendum.
    public var paidOn: Day?

    /// Where other customers' cases were merged in, it may go on elsewhere what is paid here.
    public func needsWeb(on state: Case) -> Bool { paid != nil && state.promises.contains(where: \.isOfOther) }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        try occasion.checkTalk(text, isSumOther: isSumOther, on: state)
        try occasion.checkPayment(paid, on: paidOn, of: state)
        return [self]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.pay(paid) }

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if !state.isSigned, !state.isHistory { throw .notSignedYet }
    }
}

/// A member of staff's own word on the case, for its author, the branch manager and the auditor only (6-sources, Staff statements).
public struct StaffStatement: Act, CaseEvent {
    public static let blank = StaffStatement()
    public static let name = "statement"
    public static let label = Term.staffStatement
    public static let rule = ActRule(Stage.everyStage, by: .desk) {
        $0.isForSigned = true
        $0.isOpenToUnread = true
    }
    public static let fields: [Field<StaffStatement>] = [.text("text", \.text, .othersWord, required: true)]
    public static let wireName = "stated"
    public static let heading = Phrase(en: "staff statement", zh: "情况说明")

    /// The statement.
    public var text = ""

    /// Nobody lends the right to read it over a case that is about themselves.
    public func isVisible(to reader: Actor, on state: Case) -> Bool { StaffStatement.mayReadAll(reader.regarding(state).roles) }

    /// Whether somebody may read the statements on all cases that they may read at all. A lent right is not enough: it reaches no case about
    /// whoever lends it.
    public static func mayReadAll(_ reader: Actor) -> Bool { mayReadAll(Actor(reader.member).roles) }

    private static func mayReadAll(_ roles: Set<Role>) -> Bool { !roles.isDisjoint(with: [.branchManager, .auditor]) }
}

/// The contents are kept beyond their retention (1-domain, Retention).
public struct Hold: Act, CaseEvent {
    public static let blank = Hold()
    public static let name = "hold"
    public static let label = Phrase(en: "Place a hold", zh: "保全")
    public static let rule = ActRule(Stage.ended, by: .head) {
        $0.isForSigned = true
        $0.isForHistory = true
    }
    public static let fields: [Field<Hold>] = [.text("reason", \.reason, .bare, required: true)]
    public static let wireName = "held"
    public static let heading = Phrase(en: "hold placed", zh: "保全")

    /// Why.
    public var reason = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if !state.isSigned, !state.isHistory { throw .holdOfUnsigned }
        if state.heldFor != nil { throw .alreadyDone(.hold) }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.heldFor = reason }
}

/// A hold is lifted.
public struct Release: Act, CaseEvent {
    public static let blank = Release()
    public static let name = "release"
    public static let label = Phrase(en: "Lift the hold", zh: "解除保全")
    public static let rule = ActRule(Stage.ended, by: .head) {
        $0.isForSigned = true
        $0.isForHistory = true
    }
    public static let fields: [Field<Release>] = [.text("reason", \.reason, .bare, required: true)]
    public static let wireName = "released"
    public static let heading = Phrase(en: "hold lifted", zh: "解除保全")

    /// Why.
    public var reason = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.heldFor == nil { throw .nothingAsked(.release) }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.heldFor = nil }
}

extension Case {
    /// Whether somebody is to call the customer, for the first time or again: until they were reached, or tried often enough.
    var isCallBackDue: Bool { clocks.contains { $0.name == .callBack && $0.ended == nil } }

    /// A dissatisfied customer is contacted in the case in which it goes on.
    mutating func contactGoesOn(at moment: Moment) {
        if callBacks.contains(where: { $0 != .unreachable }) { stop([.callBack], at: moment) }
    }

    /// Whether the customer, last reached, was dissatisfied, and is to be contacted again.
    public var awaitsContactAgain: Bool { goesOnIn == nil && callBacks.last { $0 != .unreachable } == .dissatisfied }
}
