extension ActKind { public static let mediate = ActKind(Mediation.self) }

/// A step of a mediation by a third party: it is offered to the customer, accepted or declined, and settles the dispute or fails; at any stage
/// (7-figures, Measures: mediation offered, accepted, result).
public struct Mediation: Act, CaseEvent {
    /// How far a mediation has come.
    public enum Step: String, Codable, Choosable {
        case offered, accepted, declined, settled, failed

        public var label: Phrase {
            switch self {
            case .offered: Phrase(en: "offered", zh: "已提议调解")
            case .accepted: Phrase(en: "accepted", zh: "客户接受调解")
            case .declined: Phrase(en: "declined", zh: "客户不接受调解")
            case .settled: Phrase(en: "settled", zh: "调解成功")
            case .failed: Phrase(en: "failed", zh: "调解未成")
            }
        }

        /// The steps that can come next, behind `step`; nil for the first. What came to nothing may be tried again.
        fileprivate static func following(_ step: Step?) -> Set<Step> {
            switch step {
            case nil, .declined?, .failed?: [.offered]
            case .offered?: [.accepted, .declined]
            case .accepted?: [.settled, .failed]
            case .settled?: []
            }
        }
    }

    public static let blank = Mediation()
    public static let name = "mediate"
    public static let label = Phrase(en: "Mediation", zh: "调解")
    public static let rule = ActRule(Stage.everyStage, by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<Mediation>] = [
        .choice("step", \.step, .lead), .line("body", \.body, .hint("e.g. the financial dispute mediation centre", "例如 金融纠纷调解中心")),
        .text("text", \.text, .bare), .sumNotPromised(\.isSumOther),
    ]
    public static let wireName = "mediated"
    public static let heading = Phrase(en: "mediation", zh: "调解")

    /// How far it has come.
    public var step = Step.offered
    /// Who mediates; nil where it was not said.
    public var body: String?
    /// What was agreed, or why not.
    public var text = ""
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if Step.following(state.mediation).isEmpty { throw .alreadyDone(.mediate) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if !Step.following(state.mediation).contains(step) { throw .nothingAsked(.mediate) }
        try occasion.checkTold(text, isSumOther: isSumOther, on: state)
        return [self]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.mediation = step }
}
