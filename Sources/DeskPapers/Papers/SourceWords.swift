import ComplaintRules

// What the source of history says of a case that was handled elsewhere: told as its word, never as an act of this desk.
extension PaperCase {
    /// The facts that a desk's own export brings, in the order of a sheet; whatever else its source told follows by the name that it has there.
    private static let sourceLabels: [(key: String, label: Phrase)] = [
        ("stage", Term.stage), ("logged", Phrase(en: "Logged", zh: "登记时间")),
        ("firstResponder", Phrase(en: "First responder there", zh: "该处首问责任人")), ("fault", FieldLabel.of("fault")),
        ("class", Term.classOfComplaint), ("kind", Term.kind), ("facts", FieldLabel.of("facts")),
        ("reply", Reply.label), ("replied", Phrase(en: "Replied on", zh: "回复时间")),
        ("promised", Phrase(en: "Promised in all", zh: "承诺合计")), ("paid", Phrase(en: "Paid", zh: "已付合计")),
        ("dossier", Term.dossierNumber), ("closed", Phrase(en: "Closed", zh: "办结时间")),
        ("signedBy", Phrase(en: "Signed by", zh: "签字人")), ("signedAt", Phrase(en: "Signed on", zh: "签字时间")),
    ]

    /// What its source says became of it; empty for a case of this desk.
    var sourceFields: [Block.Field] {
        guard let history = state.history else { return [] }
        var fields = [
            history.isKeptWithinLimit.map { Block.Field(language(FieldLabel.of("kept-within-limit")), language($0 ? Term.yes : Term.no)) },
            history.headOfficeReceived.map { Block.Field(language(FieldLabel.of("head-office-received")), times.dateTime($0)) },
            history.deskOfOrigin.map { Block.Field(say("Desk of origin", "来源投诉台"), $0) },
        ].compactMap { $0 }
        for (key, label) in PaperCase.sourceLabels { fields.append(Block.Field(language(label), sourceValue(key))) }
        let known = Set(PaperCase.sourceLabels.map(\.key))
        fields += history.others.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map { Block.Field($0.key, $0.value) }
        return fields.filter { !$0.value.isBlank }
    }

    /// Who signed it, as its source says; nil for a case of this desk, empty where the source says nothing of that.
    var sourceSignature: String? {
        guard state.isHistory else { return nil }
        return sourced([sourceValue("signedBy"), sourceValue("signedAt")])
    }

    /// How the customer was answered, as its source says; empty where it says nothing of that.
    var sourceReply: String { sourced([sourceValue("replied"), sourceValue("reply")]) }

    /// What was found, as its source says.
    var sourceFinding: String { sourced([sourceValue("class"), sourceValue("facts")]) }

    private func sourced(_ parts: [String]) -> String {
        let known = parts.filter { !$0.isBlank }
        if known.isEmpty { return "" }
        return say("As its source says", "据来源记载") + language.colon + known.joined(separator: "\n")
    }

    /// A value by the name that an export gives it: a code in words, a moment as a time.
    private func sourceValue(_ key: String) -> String {
        guard let text = state.history?.others[key] else { return "" }
        let label =
            switch key {
            case "class": CaseClass(rawValue: text)?.label
            case "fault": Fault(rawValue: text)?.label
            case "kind": CaseKind(rawValue: text)?.label
            case "stage": Stage(rawValue: text)?.label
            default: Phrase?.none
            }
        if let label { return language(label) }
        // A moment as it was written there, in the time of that desk.
        if ["logged", "replied", "closed", "signedAt"].contains(key), let day = Day(String(text.prefix(10))),
            text.dropFirst(10).first == "T"
        {
            return "\(times.longDay(day)) \(text.dropFirst(11).prefix(5))"
        }
        return text
    }
}
