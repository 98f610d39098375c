extension ActKind {
    public static let askEscalation = ActKind(Escalation.self)
    public static let confirmEscalation = ActKind(Dossier.self)
    public static let headOfficeNote = ActKind(HeadOfficeNote.self)
    public static let headOfficeAnswer = ActKind(HeadOfficeAnswer.self)
}

/// A question whether the case exceeds the branch's authority (1-domain, Escalation).
public struct Escalation: Act, CaseEvent {
    /// Why a case goes to head office.
    public enum Kind: String, Codable, Choosable {
        case authority
        case amount
        case media
        case regulator
        case group
        case incident
        case branchDispute = "branch-dispute"
        case staffAppeal = "staff-appeal"
        case repeated = "repeat"
        case recusal

        /// Whether head office is to be told at once.
        public var isAtOnce: Bool { self == .media || self == .incident }

        public var label: Phrase {
            switch self {
            case .authority: Phrase(en: "beyond authority", zh: "超出权限")
            case .amount: Phrase(en: "amount", zh: "金额")
            case .media: Phrase(en: "media interest", zh: "媒体关注")
            case .regulator: Phrase(en: "regulator or government", zh: "监管或政府")
            case .group: Phrase(en: "group case", zh: "群体投诉")
            case .incident: Phrase(en: "serious incident", zh: "重大事件")
            case .branchDispute: Phrase(en: "dispute with another branch", zh: "与其他网点争议")
            case .staffAppeal: Phrase(en: "staff appeal", zh: "员工申诉")
            case .repeated: Phrase(en: "repeat", zh: "重复投诉")
            case .recusal: Phrase(en: "recusal", zh: "回避")
            }
        }
    }

    public static let blank = Escalation()
    public static let name = "ask-escalation"
    public static let label = Phrase(en: "Ask for escalation", zh: "申请上报")
    public static let rule = ActRule([.inHand], to: [.withHeadOffice], by: .managers) { $0.isWeighty = true }
    public static let fields: [Field<Escalation>] = [
        .choice("kind", \.why, .label("Why", "上报原因", style: .lead)), .text("reason", \.reason, .bare, required: true),
        .count("persons", \.persons),
    ]
    public static let wireName = "escalation-asked"
    public static let heading = Phrase(en: "escalation asked for", zh: "申请上报")

    /// Why it goes to head office.
    public var why = Kind.authority
    /// The reason in words.
    public var reason = ""
    /// How many persons complain, for a group case.
    public var persons: Int?

    private enum CodingKeys: String, CodingKey {
        case reason, persons
        case why = "kind"
    }

    /// The fewest persons of a group case.
    public static let groupMinimum = 5
    /// From how many persons on a group case is reported at once.
    public static let largeGroup = 20

    /// Whether head office is to be told at once, so that its confirmation is due at once.
    public var isAtOnce: Bool { why.isAtOnce || why == .group && (persons ?? 0) >= Escalation.largeGroup }

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        // Asked again where nobody may confirm any more, since it turned out to be about the branch manager: then it goes at once.
        if state.escalationAsked != nil, !occasion.desk.isAboutHead(state) { throw .alreadyAsked(.askEscalation) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        let desk = occasion.desk
        // Recusal is a reason only where the case is about the branch manager, and a group has five persons at least.
        if why == .recusal, !desk.isAboutHead(state) { throw .nobodyToRecuse }
        var asked = self
        if why == .group {
            guard let persons else { throw .missing("persons") }
            if persons < Escalation.groupMinimum { throw .badValue("persons", .atLeast(Escalation.groupMinimum)) }
        } else {
            asked.persons = nil
        }
        // A case about the branch manager goes to head office, and its escalation needs no confirmation (1-domain, Recusal).
        return desk.isAboutHead(state) ? [asked, Dossier(number: desk.nextNumbers[.dossier] ?? "")] : [asked]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.escalationAsked = self }

    public var details: [Detail] {
        Escalation.fields.map { $0.detail(of: self) } + [Detail("at-once", isAtOnce ? .flag(true, .ifSo) : nil)]
    }
}

/// The branch manager confirms that it exceeds the branch's authority: the case goes to head office with a numbered dossier.
public struct Dossier: Act, CaseEvent {
    public static let blank = Dossier()
    public static let name = "confirm-escalation"
    public static let label = Phrase(en: "Confirm escalation", zh: "确认上报")
    public static let rule = ActRule([.inHand], to: [.withHeadOffice], by: .head) { $0.isWeighty = true }
    public static let wireName = "escalation-confirmed"
    public static let heading = Phrase(en: "sent to head office", zh: "上报总行")

    /// The number in the series of dossiers.
    public var number = ""

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        if state.escalationAsked == nil { throw .nothingAsked(.confirmEscalation) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        [Dossier(number: occasion.desk.nextNumbers[.dossier] ?? "")]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.escalation = state.escalationAsked ?? state.escalation
        state.escalationAsked = nil
        state.dossier = number
        state.isAnsweredByHeadOffice = false
        state.stage = .withHeadOffice
    }

    public var details: [Detail] { [Detail("number", .text(number))] }
    public var paper: (series: Series, number: String)? { (.dossier, number) }
}

/// How far head office has come.
public struct HeadOfficeNote: Act, CaseEvent {
    public static let blank = HeadOfficeNote()
    public static let name = "head-office-note"
    public static let label = Phrase(en: "Head office progress", zh: "总行进展")
    public static let rule = ActRule([.withHeadOffice], by: .managers)
    public static let fields: [Field<HeadOfficeNote>] = [.text("text", \.text, .bare, required: true)]
    public static let wireName = "head-office-noted"
    public static let heading = Phrase(en: "head office: progress", zh: "总行进展")

    /// What was learnt.
    public var text = ""
}

/// Head office's answer; the duty to answer the customer stays with the branch.
public struct HeadOfficeAnswer: Act, CaseEvent {
    public static let blank = HeadOfficeAnswer()
    public static let name = "head-office-answer"
    public static let label = Phrase(en: "Head office answer", zh: "总行答复")
    public static let rule = ActRule([.withHeadOffice], to: [.inHand], by: .managers)
    public static let fields: [Field<HeadOfficeAnswer>] = [.text("text", \.text, .bare, required: true), .flag("longer", \.isLonger)]
    public static let wireName = "head-office-answered"
    public static let heading = Phrase(en: "head office: answer", zh: "总行答复")

    /// What it says.
    public var text = ""
    /// Whether it approves 30 more days.
    public var isLonger: Bool?

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        guard isLonger == true, let longer = occasion.desk.longerFinal(of: state, days: 30) else { return [self] }
        return [self, ClockStarted(clock: longer)]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.isAnsweredByHeadOffice = true
        state.stage = .inHand
    }
}
