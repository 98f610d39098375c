extension ActKind { public static let finding = ActKind(Finding.self) }

/// Whether the bank was at fault, and what follows from it (1-domain, Finding).
public struct Finding: Act, CaseEvent {
    public static let blank = Finding()
    public static let name = "finding"
    public static let label = Phrase(en: "Finding", zh: "责任认定")
    public static let rule = ActRule([.inHand, .withHeadOffice, .toSign], by: .managers)
    public static let fields: [Field<Finding>] = [
        .choice("fault", \.fault, .bare), .choice("class", \.classification, .bare),
        .choice("kind", \.kind, FieldWords(label: Phrase(en: "Kind", zh: "类型"), style: .bare), standard: .complaint),
        .text("facts", \.facts, .bare, required: true),
        .text("apology", \.apology), .line("apology-by", \.apologyBy), .text("correction", \.correction),
        .text("rectification", \.rectification), .text("explanation", \.explanation), .text("ruling", \.ruling),
        .line("third-party", \.thirdParty),
    ]
    public static let wireName = "found"
    public static let heading = Phrase(en: "finding", zh: "责任认定")

    /// Whether the bank was at fault.
    public var fault = Fault.none
    /// Whether the complaint held.
    public var classification = CaseClass.unfounded
    /// What it turned out to be.
    public var kind = CaseKind.complaint
    /// The facts found.
    public var facts = ""
    /// How an apology was made; due where the bank was at fault.
    public var apology = ""
    /// Who made it; nil where there was none.
    public var apologyBy: String?
    /// How the mistake was corrected; due where the bank was at fault.
    public var correction = ""
    /// What keeps it from happening again; due where the bank was at fault.
    public var rectification = ""
    /// The patient explanation given; due where the bank was not at fault.
    public var explanation = ""
    /// Head office's ruling, cited; due where the class is special.
    public var ruling = ""
    /// Who outside the bank is liable too, such as a payment company; nil where nobody is.
    public var thirdParty: String?

    private enum CodingKeys: String, CodingKey {
        case fault, facts, kind, apology, apologyBy, thirdParty, correction, rectification, explanation, ruling
        case classification = "class"
    }

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        // An answer on the spot waits for a finding; a reply had one before.
        if state.stage == .toSign, state.stageBeforeSigning != .logged {
            throw .wrongStage(.finding, state.stage, allowed: [.inHand, .withHeadOffice])
        }
    }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if classification == .special, ruling.isBlank { throw .missing("ruling") }
        var finding = self
        // The apology says by whom: by whoever records it, where nobody else is named (1-domain, Finding).
        let doer = occasion.actor.member.name
        if apologyBy?.isBlank ?? true { finding.apologyBy = apology.isBlank ? nil : doer }
        // At fault: the rectification is opened with the finding and followed on its own list, whoever is to do it.
        guard fault != .none, !rectification.isBlank,
            !state.rectifications.contains(where: { $0.stands && $0.action.what == rectification })
        else {
            return [finding]
        }
        let due = occasion.desk.calendar.day(7, workingDaysAfter: occasion.today)
        return [finding, Rectification(item: state.rectifications.count + 1, what: rectification, owner: doer, due: due)]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        state.finding = self
        state.foundBy = happened.by
        state.involved.insert(happened.by)
        state.stop([.startWork], at: happened.at)
    }

    /// What the fault makes due before the signature and is not there, by the name of its field; nil where nothing is missing.
    func lacks(besides rectifications: [Case.RectificationItem]) -> FieldName? {
        func name(_ text: String) -> FieldName { Finding.fields.first { $0.name.text == text }?.name ?? FieldName(text) }
        if fault == .none { return explanation.isBlank ? name("explanation") : nil }
        if apology.isBlank { return name("apology") }
        if correction.isBlank { return name("correction") }
        return rectifications.contains(where: \.stands) ? nil : name("rectification")
    }
}
