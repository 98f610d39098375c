extension ActKind {
    public static let askExtension = ActKind(ExtensionRequest.self)
    public static let grantExtension = ActKind(ExtensionGrant.self)
    public static let decline = ActKind(Declined.self)
}

/// More time is asked for, for a complex case (1-domain, Extension).
public struct ExtensionRequest: Act, CaseEvent {
    public static let blank = ExtensionRequest()
    public static let name = "ask-extension"
    public static let label = Phrase(en: "Ask for extension", zh: "申请延期")
    public static let rule = ActRule(Stage.open, by: .managers)
    public static let fields: [Field<ExtensionRequest>] = [.text("reason", \.reason, .bare, required: true)]
    public static let wireName = "extension-asked"
    public static let heading = Phrase(en: "extension asked for", zh: "申请延期")

    /// Why.
    public var reason = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.extensionAsked != nil || state.isExtended { throw .alreadyAsked(.askExtension) }
        // Asked for in vain it would wait for ever.
        if occasion.desk.heads(of: state, at: occasion.now).isEmpty { throw .nobodyGrants }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.extensionAsked = reason }
}

/// The branch manager grants it; the customer must be told meanwhile.
public struct ExtensionGrant: Act, CaseEvent {
    public static let blank = ExtensionGrant()
    public static let name = "grant-extension"
    public static let label = Phrase(en: "Grant extension", zh: "批准延期")
    public static let rule = ActRule(Stage.open, by: .head) { $0.isWeighty = true }
    public static let wireName = "extension-granted"
    public static let heading = Phrase(en: "extension granted", zh: "批准延期")

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.extensionAsked == nil { throw .nothingAsked(.grantExtension) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        let desk = occasion.desk
        // A complex case has twice the time of the national rules (1-domain, Clocks, final), from when the matter came first.
        let longer = desk.longerFinal(of: state, days: nil)
        let complex = desk.clock(.complex, from: state.matterReceived, loggedAt: state.loggedAt)?.due(by: longer)
        return [self] + [complex, longer].compactMap { $0 }.map { ClockStarted(clock: $0) }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.extensionAsked = nil
        state.isExtended = true
        state.extendedWith = Set(state.absorbed.filter { $0.carried?.holdsOthers != true }.map(\.number))
    }
}

/// A question that the branch manager answered with no: extension and escalation are each decided on their own.
public struct Declined: Act, CaseEvent {
    /// What can be asked of the branch manager.
    public enum Question: String, Codable, Choosable {
        case `extension`, escalation

        public var label: Phrase {
            switch self {
            case .extension: Phrase(en: "extension", zh: "延期")
            case .escalation: Phrase(en: "escalation", zh: "上报")
            }
        }
    }

    public static let blank = Declined()
    public static let name = "decline"
    public static let label = Phrase(en: "Decline", zh: "不批准")
    public static let rule = ActRule(Stage.open, by: .head)
    public static let fields: [Field<Declined>] = [
        .text("reason", \.reason, .bare, required: true), .choice("what", \.what, .lead),
    ]
    public static let wireName = "declined"
    public static let heading = Phrase(en: "declined", zh: "不批准")

    /// Why.
    public var reason = ""
    /// Which question; it has to be said only where both wait.
    public var what: Question?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.extensionAsked == nil, state.escalationAsked == nil { throw .nothingAsked(.decline) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        var asked: [Question] = []
        if state.extensionAsked != nil { asked.append(.extension) }
        if state.escalationAsked != nil { asked.append(.escalation) }
        if what == nil, asked.count > 1 { throw .missing("what") }
        guard let meant = what ?? asked.first, asked.contains(meant) else { throw .nothingAsked(.decline) }
        var declined = self
        declined.what = meant
        return [declined]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        if what != .escalation { state.extensionAsked = nil }
        if what != .extension { state.escalationAsked = nil }
    }
}

extension DeskRules {
    /// The final limit of a case made longer: by as many days again as it had when the case was logged, or by `days`; nil where the case
    /// has none.
    func longerFinal(of state: Case, days: Int?) -> Clock? {
        // Those of cases merged in keep their own last day.
        let finals = state.clocks.filter { $0.name == .final && $0.from == nil }
        guard let first = finals.first, let last = finals.last(where: { $0.isSuperseded != true || $0.yieldedTo != nil }) else {
            return nil
        }
        let count = zone.day(at: first.due).ordinal - zone.day(at: first.started).ordinal
        let added = days ?? count
        // A case of the same customer's that was merged in came earlier, and its days are not given twice.
        let isEarlier = state.matterReceived < state.intake.received
        let before = days == nil ? (state.isLongerApproved ? HeadOfficeAnswer.moreDays : 0) : state.isExtended ? count : 0
        let end = zone.day(at: last.due).adding(days: added)
        let day = isEarlier ? min(end, zone.day(at: state.matterReceived).adding(days: count + before + added)) : end
        var longer = Clock(.final, started: last.started, due: zone.moment(of: LocalTime(day: day, time: hours.closing(on: day))))
        longer.ruleFrom = last.ruleFrom
        return longer
    }
}
