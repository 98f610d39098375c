extension ActKind {
    public static let outsideDate = ActKind(OutsideDate.self)
    public static let sendResult = ActKind(ResultSent.self)
}

/// A date that a regulator, a superior or the government set. What they wait for is due whatever became of the case.
public struct OutsideDate: Act, CaseEvent {
    public static let blank = OutsideDate()
    public static let name = "outside-date"
    public static let label = Phrase(en: "External deadline", zh: "外部时限")
    public static let rule = ActRule(Stage.everyStage, by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<OutsideDate>] = [.time("due", \.due), .line("set-by", \.by, required: true)]
    public static let wireName = "outside-date-set"
    public static let heading = Phrase(en: "external deadline set", zh: "外部时限")

    /// The moment.
    public var due = Moment(milliseconds: 0)
    /// Who set it.
    public var by = ""

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if due <= occasion.now { throw .inThePast("due") }
        return [self, ClockStarted(clock: Clock(.outside, started: occasion.now, due: due))]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.isResultSent = false }
}

/// The result went to whoever had asked for it.
public struct ResultSent: Act, CaseEvent {
    public static let blank = ResultSent()
    public static let name = "send-result"
    public static let label = Phrase(en: "Send the result", zh: "报送结果")
    public static let rule = ActRule(Stage.everyStage, by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<ResultSent>] = [.text("text", \.text, .bare, required: true)]
    public static let wireName = "result-sent"
    public static let heading = Phrase(en: "result sent", zh: "报送结果")

    /// What was sent.
    public var text = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.isResultSent { throw .alreadyDone(.sendResult) }
        if !state.clocks.contains(where: { $0.name == .outside }), state.intake.channel != .referred { throw .nothingAsked(.sendResult) }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.isResultSent = true
        state.stop([.outside], at: happened.at)
    }
}
