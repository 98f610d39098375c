extension Intake {
    /// What whoever logged a complaint is told beside its number: words that name nobody here, so that nobody stands aside; a contact or a name that
    /// says that there is none; a way to reach the customer in their words; a late claim.
    ///
    /// - Parameters:
    ///   - written: what was written in each field, by the fields' names.
    ///   - isLateClaim: whether it was marked as one.
    ///   - seen: the fields below which the form said so before it was sent.
    public func remarks(
        on written: [String: String],
        isLateClaim: Bool,
        seen: Set<String> = [],
        under desk: DeskRules
    ) -> [Phrase] {
        var remarks = seen.contains("about") ? [] : Intake.unknownSubjects(about, under: desk)
        func saysNone(_ name: String, _ kept: String) -> String? {
            guard kept.isEmpty, let text = written[name], !text.isBlank else { return nil }
            return text
        }
        if let text = saysNone("contact", contact) { remarks.append(.noContact(text)) }
        if let text = saysNone("customer", customer) { remarks.append(.noName(text)) }
        if let found = contactInWords(under: desk), !seen.contains(found.field) { remarks.append(found.questionAfterwards) }
        if isLateClaim, !seen.contains("happened") { remarks.append(.lateClaim(days: desk.settings.lateClaimDays)) }
        return remarks
    }
}

extension Phrase {
    /// That what was given as a contact says that there is none.
    fileprivate static func noContact(_ text: String) -> Phrase {
        Phrase(
            en: "\(Language.english.quoted(text.trimmed)) is taken to say that no contact was left.",
            zh: "\(Language.chinese.quoted(text.trimmed))按未留联系方式登记。"
        )
    }

    /// That what was given as a customer's name says that there is none.
    fileprivate static func noName(_ text: String) -> Phrase {
        Phrase(
            en: "\(Language.english.quoted(text.trimmed)) is taken to say that the customer gave no name.",
            zh: "\(Language.chinese.quoted(text.trimmed))按客户未留姓名登记。"
        )
    }

    fileprivate static func lateClaim(days: Int) -> Phrase {
        Phrase(
            en: "Late claim: it happened more than \(days) days before it was received. It is marked so.",
            zh: "逾期主张：发生时间距收到时超过 \(days) 天，已予标记。"
        )
    }
}
