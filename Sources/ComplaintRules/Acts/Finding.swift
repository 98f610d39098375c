extension ActKind { public static let finding = ActKind(Finding.self) }

/// Whether the bank was at fault, and what follows from it (1-domain, Finding).
public struct Finding: Act, CaseEvent {
    public static let blank = Finding()
    public static let name = "finding"
    public static let label = Term.finding
    public static let rule = ActRule([.inHand, .withHeadOffice, .toSign], by: .managers)
    public static let fields: [Field<Finding>] = [
        .choice("fault", \.fault, .bare), .choice("class", \.classification, .bare),
        .choice("kind", \.kind, FieldWords(label: Term.kind, style: .bare), standard: .complaint),
        .text("facts", \.facts, .bare, required: true),
        .text("apology", \.apology), .line("apology-by", \.apologyBy), .text("correction", \.correction),
        .text("rectification", \.rectification), .text("explanation", \.explanation), .text("ruling", \.ruling),
        .line("third-party", \.thirdParty),
        .line(
            "responsible",
            \.responsible,
            .hint("e.g. a staff number 60%, Cash office 40%", "例如 工号 60%、现金中心 40%")
        ),
        .sumNotPromised(\.isSumOther), .asTold(\.isAsTold),
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
    /// The apology in the words that the customer hears, and that the letter of apology has; due where the bank was at fault.
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
    /// Who was responsible and for what share, several with commas between them; nil where nobody is named.
    public var responsible: String?
    /// Whether a larger sum in the words is not promised; nil where nobody had to say.
    public var isSumOther: Bool?
    /// Whether the customer was told so with the answer, where nothing was found before it; nil where nobody had to say.
    public var isAsTold: Bool?
    /// The staff whom `responsible` means: the case is about them from then on.
    public var subjects: [StaffNumber]?
    /// The numbers of the corrective actions of earlier findings that are not wanted any more; nil for none. It stands here, since nobody could tell
    /// from words that were erased.
    public var replaces: [Int]?

    private enum CodingKeys: String, CodingKey {
        case fault, facts, kind, apology, apologyBy, thirdParty, responsible, subjects, correction, rectification, explanation, ruling
        case isSumOther, isAsTold, replaces
        case classification = "class"
    }

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        // What waits for its signature is found anew only where no whole finding stands, or something came to light since.
        guard state.stage == .toSign, let finding = state.finding else { return }
        if !state.hasNewFact, finding.lacks(besides: state.rectifications).isEmpty { throw .findingStands }
    }

    /// Whoever is responsible takes no part in any case to which this one is tied.
    public func needsWeb(on state: Case) -> Bool { !(responsible?.isBlank ?? true) && !state.ties.isEmpty }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        if classification == .special, ruling.isNothing { throw .needsHeadOffice("ruling") }
        // At fault, wholly or partly, is valid; not at fault is unfounded; special stands apart from both (1-domain, Finding).
        if classification == (fault == .none ? .valid : .unfounded) { throw .classContradictsFault(fault, classification) }
        // Nobody is responsible for a mistake that was not made.
        if fault == .none, responsible?.isBlank == false { throw .responsibleWithoutFault }
        try checkShares()
        // Nobody but whoever gave that answer knows what it said.
        if isAsTold == nil, state.wasToldBeforeFinding { throw .sayWhetherTold }
        try occasion.checkLetterWords(of: self, promising: nil, on: state)
        var finding = self
        if let responsible { finding.subjects = occasion.desk.staff.subjects(in: responsible) }
        // The apology says by whom: by whoever records it, where nobody else is named (1-domain, Finding).
        let doer = occasion.actor.member.name
        if apologyBy?.isBlank ?? true { finding.apologyBy = apology.isNothing ? nil : doer }
        // What an earlier finding wanted put right and nobody has done yet is not wanted any more, unless this one wants it too.
        let replaced = state.rectifications.filter { $0.isOpen && $0.action.isOfFinding == true && $0.action.what != rectification }
        finding.replaces = replaced.isEmpty ? nil : replaced.map(\.action.item)
        // At fault: the rectification is opened with the finding and followed on its own list, whoever is to do it.
        guard fault != .none, !rectification.isNothing,
            !state.rectifications.contains(where: { $0.stands && $0.action.what == rectification })
        else {
            return [finding]
        }
        let due = occasion.desk.rectificationDue(from: occasion.today)
        var opened = Rectification(item: state.rectifications.count + 1, what: rectification, owner: doer, due: due)
        opened.isOfFinding = true
        return [finding, opened]
    }

    public func unknownPeople(under desk: DeskRules) -> [Phrase] {
        let unknown = desk.staff.unknown(in: Finding.withoutShares(responsible ?? ""))
        if unknown.isEmpty { return [] }
        let put = Phrase(en: "record the finding again with the staff number", zh: "请重新登记责任认定并填写工号")
        return [.notOnStaff(unknown, so: .nobodyRecused(for: unknown), put: put, offering: desk.staff.offered)]
    }

    public static func unknownPeople(in values: [String: String], under desk: DeskRules) -> UnknownPeople? {
        UnknownPeople(about: withoutShares(values["responsible"] ?? ""), in: "responsible", under: desk)
    }

    /// The words that say who is responsible, without the shares.
    private static func withoutShares(_ text: String) -> String {
        let parts = Written.plain(text).split(separator: "%", omittingEmptySubsequences: false)
        let named = parts.dropLast().map { part in
            String(part.trimmed.reversed().drop { $0.isNumber || $0 == "." || $0 == "-" }.reversed())
        }
        return (named + [String(parts.last ?? "")]).joined(separator: ", ")
    }

    /// Checks that the shares of those responsible are shares, and make no more than the whole.
    private func checkShares() throws(Refusal) {
        var whole = 0
        for share in Finding.shares(in: responsible ?? "") {
            guard let share, (1...100).contains(share) else { throw .badValue("responsible", .share) }
            whole += share
        }
        if whole > 100 { throw .badValue("responsible", .share) }
    }

    /// The numbers before the percent signs of a text; nil for one that is none.
    private static func shares(in text: String) -> [Int?] {
        let parts = Written.plain(text).split(separator: "%", omittingEmptySubsequences: false)
        return parts.dropLast().map { part in
            let number = part.trimmed.reversed().prefix { $0.isNumber || $0 == "." || $0 == "-" }
            return Int(String(number.reversed()))
        }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        // Who was told one thing is to hear that it came out otherwise.
        if state.stage == .toSign {
            if isWhatWasTold(in: state) { state.restoreTold() } else { state.oweOutcomeFound() }
        }
        state.finding = self
        state.foundBy = happened.by
        state.involved.insert(happened.by)
        state.hasNewFact = false
        if let responsible { state.name(responsible) }
        state.recuse(subjects ?? [], happened)
        for index in state.rectifications.indices where replaces?.contains(state.rectifications[index].action.item) == true {
            state.rectifications[index].outcome = .replaced
        }
        state.stop([.startWork], at: happened.at)
    }

    /// Whether the customer, who was answered, heard what this finding says. Where nothing was found before a reply, whoever finds says so; an answer
    /// on the spot comes before every finding, and is not asked about.
    private func isWhatWasTold(in state: Case) -> Bool {
        guard let told = state.findingAnswered else { return isAsTold ?? (fault == .none) || state.stageBeforeSigning == .logged }
        return told.fault == fault && told.classification == classification
    }

    /// What the fault makes due before the signature and is not there, by the names of its fields; empty where nothing is missing.
    func lacks(besides rectifications: [Case.RectificationItem]) -> [FieldName] {
        // What did not work put nothing right.
        let isMended = rectifications.contains { $0.isOpen || $0.outcome == .verified }
        let lacking =
            fault == .none
            ? [("explanation", explanation.isNothing)]
            : [("apology", apology.isNothing), ("correction", correction.isNothing), ("rectification", !isMended)]
        return lacking.filter(\.1).map { text, _ in Finding.fields.first { $0.name.text == text }?.name ?? FieldName(text) }
    }
}

extension Case {
    /// Whether it waits for its signature with a reply that was given before anything was found, and that somebody has heard.
    fileprivate var wasToldBeforeFinding: Bool {
        guard stage == .toSign, stageBeforeSigning != .logged, findingAnswered == nil else { return false }
        let told = toldBefore.map(\.own) ?? outcomeTold
        let isOwnTold = told?.isUndelivered == false && (isReachable || owesAnswerToMerged)
        if isOwnTold || toldBefore?.heard.isEmpty == false { return true }
        return links.contains { $0.carried?.customersToAnswer.contains { !customersToAnswer.contains($0) } == true }
    }
}

extension Field {
    /// That the customer was told so with a reply that came before anything was found.
    fileprivate static func asTold(_ path: Path<Bool?>) -> Field {
        var words = FieldWords.label("Told so in the reply", "回复时已如此告知")
        words.isOnDemand = true
        let said = Detail.Said.words(
            yes: Phrase(en: "as the customer was told in the reply", zh: "与已告知客户的答复一致"),
            no: Phrase(en: "not as the customer was told in the reply", zh: "与已告知客户的答复不一致")
        )
        return .flag(FieldName.asTold, path, words, said: said)
    }
}

extension FieldName {
    /// The name of the field that says whether the reply before a finding told what it says.
    static let asTold = "as-told"
}
