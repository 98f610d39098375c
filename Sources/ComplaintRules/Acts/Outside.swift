extension ActKind {
    public static let outsideDate = ActKind(OutsideDate.self)
    public static let sendResult = ActKind(ResultSent.self)
}

/// A date that a regulator, a superior or the government set: each of them one of their own. What they wait for is due whatever became of the
/// case, and later than they said only by their own word.
public struct OutsideDate: Act, CaseEvent {
    public static let blank = OutsideDate()
    public static let name = "outside-date"
    public static let label = Phrase(en: "External deadline", zh: "外部时限")
    public static let rule = ActRule(Stage.everyStage, by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<OutsideDate>] = [
        .time("due", \.due), .line("set-by", \.by, required: true),
        .line(
            "reference",
            \.reference,
            FieldWords(hint: Phrase(en: "needed to move this date to a later day", zh: "改为更晚日期时必填"))
        ),
    ]
    public static let wireName = "outside-date-set"
    public static let heading = Phrase(en: "external deadline set", zh: "外部时限")

    /// The moment.
    public var due = Moment(milliseconds: 0)
    /// Who set it.
    public var by = ""
    /// Under which reference they did; nil where they gave none.
    public var reference: String?

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if due <= occasion.now { throw .inThePast("due") }
        try occasion.checkOutside(by, in: "set-by", customer: state.intake.customer)
        let clock = Clock(.outside, started: occasion.now, due: due, setBy: by)
        // Also where a result went to them since: a word in between moves no date.
        if let own = state.clocks.last(where: { $0.isSame(as: clock) }), due > own.due {
            if reference?.isNoReference ?? true { throw .laterNeedsReference((own.setBy ?? by).trimmed) }
            if let reference, state.outsideReferences(of: by).contains(ComparedReference(reference)) {
                throw .laterNeedsOtherReference((own.setBy ?? by).trimmed)
            }
        }
        return [self, ClockStarted(clock: clock)]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.resultsSent.remove(Clock.party(by))
        if let reference { state.outsideReferences[Clock.party(by), default: []].insert(ComparedReference(reference)) }
    }
}

/// The result went to one of those who had asked for it.
public struct ResultSent: Act, CaseEvent {
    public static let blank = ResultSent()
    public static let name = "send-result"
    public static let label = Phrase(en: "Send the result", zh: "报送结果")
    public static let rule = ActRule(Stage.everyStage, by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<ResultSent>] = [
        .text("text", \.text, .bare, required: true), .line("to", \.to, .label("Sent to", "报送单位", style: .lead)),
        .sumNotPromised(\.isSumOther),
    ]
    public static let wireName = "result-sent"
    public static let heading = Phrase(en: "result sent", zh: "报送结果")

    /// What was sent.
    public var text = ""
    /// To whom; it has to be said only where several wait for it.
    public var to: String?
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?

    /// Where the case is about all managers, whoever is to enter head office's ruling, or could have, sends what others wait for.
    public static func isOpen(to actor: Actor, on state: Case, in occasion: Occasion) -> Bool {
        occasion.desk.actsForManagers(actor, on: state, at: occasion.now)
    }

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if !state.awaitingResult.isEmpty { return }
        throw state.resultsSent.isEmpty ? .nothingAsked(.sendResult) : .alreadyDone(.sendResult)
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        let waiting = state.awaitingResult
        if to == nil, waiting.count > 1 { throw .severalAwaitResult(waiting) }
        guard let meant = to.map({ wanted in waiting.first { Clock.party($0) == Clock.party(wanted) } }) ?? waiting.first else {
            throw .nobodyAwaitsResult(to ?? "", waiting)
        }
        // Whoever waits for it tells the customer.
        try occasion.checkTalk(text, isSumOther: isSumOther, on: state)
        var sent = self
        sent.to = meant
        return [sent]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        let party = Clock.party(to)
        state.resultsSent.insert(party)
        for index in state.clocks.indices where state.clocks[index].name == .outside && state.clocks[index].ended == nil {
            if Clock.party(state.clocks[index].setBy) == party { state.clocks[index].ended = happened.at }
        }
    }
}

extension Case {
    /// Under which references a party outside set a date until now, each as it is compared: by them no later one is allowed.
    func outsideReferences(of party: String) -> Set<ComparedReference> {
        var found = outsideReferences[Clock.party(party)] ?? []
        if let sender = intake.sender, Clock.party(sender) == Clock.party(party), let reference = intake.reference {
            found.insert(ComparedReference(reference))
        }
        return found
    }

    /// Who waits for the result, each by the name under which they asked: whoever set a date, and whoever sent the case, until it went to them.
    public var awaitingResult: [String] {
        var waiting = clocks.filter { $0.name == .outside && $0.ended == nil }.map { $0.setBy ?? "" }
        if intake.channel == .referred, let sender = intake.sender {
            let party = Clock.party(sender)
            if !resultsSent.contains(party), !waiting.contains(where: { Clock.party($0) == party }) { waiting.append(sender) }
        }
        return waiting
    }
}
