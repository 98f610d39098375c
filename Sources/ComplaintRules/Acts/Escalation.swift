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
        case offence
        case branchDispute = "branch-dispute"
        case staffAppeal = "staff-appeal"
        case repeated = "repeat"
        case recusal

        /// Whether head office is to be told at once.
        public var isAtOnce: Bool { [.media, .incident, .offence, .group].contains(self) }

        public var label: Phrase {
            switch self {
            case .authority: Phrase(en: "beyond authority", zh: "超出权限")
            case .amount: Phrase(en: "amount", zh: "金额")
            case .media: Phrase(en: "media interest", zh: "媒体关注")
            case .regulator: Phrase(en: "regulator or government", zh: "监管或政府")
            case .group: Phrase(en: "group case", zh: "群体投诉")
            case .incident: Phrase(en: "serious incident", zh: "重大事件")
            case .offence: Phrase(en: "suspected offence", zh: "涉嫌违法犯罪")
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
    /// The most: more is a slip of the finger.
    static let groupMaximum = 100_000
    /// From how many persons on a group case is a large one.
    public static let largeGroup = 20

    /// Whether head office is to be told at once, so that its confirmation is due at once.
    public var isAtOnce: Bool { why.isAtOnce }

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
            if persons > Escalation.groupMaximum { throw .badValue("persons", .atMost(Escalation.groupMaximum)) }
        } else {
            asked.persons = nil
        }
        // What is to be reported at once is so from now on, whoever confirms the escalation and when; a report that is due already stays due.
        let isReportDue = state.clocks.contains { $0.name == .atOnce && $0.ended == nil }
        let report = isAtOnce && !isReportDue ? occasion.clock(.atOnce, on: state) : []
        // A case about the branch manager goes to head office, and its escalation needs no confirmation (1-domain, Recusal).
        return [asked] + report + (desk.isAboutHead(state) ? [Dossier(number: desk.nextNumbers[.dossier] ?? "")] : [])
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.escalationAsked = self }

    public var details: [Detail] {
        Escalation.fields.map { $0.detail(of: self) } + [
            Detail("at-once", isAtOnce ? .flag(true, .ifSo) : nil),
            Detail(
                FieldName("large-group", label: Phrase(en: "20 people or more", zh: "20 人以上")),
                (persons ?? 0) >= Escalation.largeGroup ? .flag(true, .ifSo) : nil
            ),
        ]
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
    public static let rule = ActRule([.withHeadOffice, .withdrawn, .notAccepted], by: .managers) { $0.isForSigned = true }
    public static let fields: [Field<HeadOfficeNote>] = [
        .text("text", \.text, .othersWord, required: true), .line("number", \.number, .label("Head office's number", "总行编号")),
        .time("due", \.due, .label("Head office's deadline", "总行办理期限"), isEnd: true),
    ]
    public static let wireName = "head-office-noted"
    public static let heading = Phrase(en: "head office: progress", zh: "总行进展")

    /// What was learnt.
    public var text = ""
    /// Head office's own number for the case.
    public var number: String?
    /// By when head office means to answer.
    public var due: Moment?

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        // What head office says of a case that ended meanwhile is kept with it.
        if state.stage != .withHeadOffice, state.escalation == nil || state.isAnsweredByHeadOffice { throw .nothingAsked(.headOfficeNote) }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if let due, due <= occasion.now { throw .inThePast("due") }
        return [self]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.headOfficeNumber = number ?? state.headOfficeNumber
        state.headOfficeDue = due ?? state.headOfficeDue
        state.takeNewFact()
    }
}

/// Head office's answer; the duty to answer the customer stays with the branch.
public struct HeadOfficeAnswer: Act, CaseEvent {
    public static let blank = HeadOfficeAnswer()
    public static let name = "head-office-answer"
    public static let label = Phrase(en: "Head office answer", zh: "总行批复")
    public static let rule = ActRule([.withHeadOffice], to: [.inHand], by: .managers)
    public static let fields: [Field<HeadOfficeAnswer>] = [
        .text("text", \.text, .othersWord, required: true),
        .amount(
            "amount",
            \.amount,
            FieldWords(
                label: Phrase(en: "Approved in all", zh: "批准金额（合计上限）"),
                hint: Phrase(en: "blank = not decided; 0 = nothing more", zh: "留空为未涉及；0 为不得再付")
            )
        ),
        .flag("as-decided", \.isAsDecided, FieldWords(label: Term.amountAsDecided, isOnDemand: true)),
        .flag("longer", \.isLonger),
        .line("reference", \.reference, FieldWords(hint: Phrase(en: "needed for 30 more days", zh: "延长 30 天时必填"))),
    ]
    public static let wireName = "head-office-answered"
    public static let heading = Phrase(en: "head office: answer", zh: "总行批复")

    /// What it says.
    public var text = ""
    /// The most that may be promised in all; nil where it names none, and the tiers hold.
    public var amount: Amount?
    /// Whether the amount is as head office decided, whatever sums stand in its words; nil where nobody had to say.
    public var isAsDecided: Bool?
    /// Whether it approves 30 more days, which it does once.
    public var isLonger: Bool?
    /// How many more days that is.
    static let moreDays = 30
    /// Under which reference; needed for more days.
    public var reference: String?

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        try checkWords(in: occasion.desk.settings.country)
        guard isLonger == true else { return [self] }
        if reference?.isNoReference ?? true { throw .needsHeadOffice("reference") }
        if state.isLongerApproved { throw .longerOnce }
        guard let longer = occasion.desk.longerFinal(of: state, days: HeadOfficeAnswer.moreDays) else { return [self] }
        return [self, ClockStarted(clock: longer)]
    }

    /// Checks that what the words approve or refuse stands as the amount on which every promise rests.
    ///
    /// - Throws: `Refusal.approvalInWords`.
    private func checkWords(in country: Country) throws(Refusal) {
        if isAsDecided == true { return }
        let given = [
            Amount.largestGiven(in: text, countingClaims: false), Amount.givenBeyond(.none, in: text, country),
            Amount.largestBound(in: text),
        ].compactMap { $0 }.max()
        if let given, amount.map({ $0 > given }) ?? true { throw .approvalInWords(given, amount) }
        if given == nil, amount.map({ $0 > Amount.none }) ?? true, Amount.isDenied(in: text) { throw .approvalInWords(nil, amount) }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        if let amount { (state.approved, state.limits, state.spent) = (amount, [:], [:]) }
        if isLonger == true { state.isLongerApproved = true }
        state.takeNewFact()
        state.isAnsweredByHeadOffice = true
        state.stage = .inHand
    }
}
