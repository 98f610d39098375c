extension ActKind {
    public static let agreeTime = ActKind(AgreedTime.self)
    public static let interimAnswer = ActKind(InterimAnswer.self)
}

/// The moment by which the customer was promised a reply; never later than the reply limit without a granted extension.
public struct AgreedTime: Act, CaseEvent {
    public static let blank = AgreedTime()
    public static let name = "agree-time"
    public static let label = Phrase(en: "Agree a reply time", zh: "约定回复时限")
    public static let rule = ActRule(Stage.open, by: .desk) { $0.isOwnForCounter = true }
    public static let fields: [Field<AgreedTime>] = [.time("agreed", \.agreed)]
    public static let wireName = "time-agreed"
    public static let heading = Phrase(en: "reply time agreed", zh: "约定回复时限")

    /// The moment.
    public var agreed = Moment(milliseconds: 0)

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if agreed <= occasion.now { throw .inThePast("agreed") }
        let limits = state.clocks.filter { $0.name == (state.isExtended ? .complex : .reply) && $0.isSuperseded != true }
        let last = state.clocks.filter { $0.name == .final && $0.isSuperseded != true }
        let bound = (limits + last).filter { $0.ended == nil }.min { $0.due < $1.due } ?? limits.last
        if let bound, agreed > bound.due { throw .agreedAfterLimit(occasion.desk.zone.localTime(at: bound.due).time) }
        return [self, ClockStarted(clock: Clock(.promised, started: state.intake.received, due: agreed))]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.intake.agreed = agreed }
}

/// What the customer was told meanwhile.
public struct InterimAnswer: Act, CaseEvent {
    public static let blank = InterimAnswer()
    public static let name = "interim-answer"
    public static let label = Phrase(en: "Interim answer", zh: "阶段性答复")
    public static let rule = ActRule(Stage.open, by: .desk) { $0.isOwnForCounter = true }
    public static let fields: [Field<InterimAnswer>] = [
        .choice("how", \.how, .lead), .text("text", \.text, .bare, required: true), .sumNotPromised(\.isSumOther),
    ]
    public static let wireName = "interim-answered"
    public static let heading = Phrase(en: "interim answer", zh: "阶段性答复")

    /// In which way.
    public var how = ContactWay.oral
    /// What was said.
    public var text = ""
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        try occasion.checkTold(text, isSumOther: isSumOther, on: state)
        return [self]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        guard how.reachesCustomer else { return }
        state.hear(by: how, at: happened.at)
        // The reply clock of an extended case runs on, and an interim answer ends it as kept (1-domain, Clocks).
        guard state.isExtended else { return }
        state.isToldMeanwhile = true
        state.tellMeanwhile(at: happened.at)
    }
}
