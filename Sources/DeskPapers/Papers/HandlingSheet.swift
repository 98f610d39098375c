import ComplaintRules

extension PaperKind {
    /// The handling sheet, 客户投诉处理单: the printable record of one case (1-domain, Figures and papers).
    static let sheet = PaperKind("sheet", Phrase(en: "Handling sheet", zh: "客户投诉处理单"), of: .oneCase) { material throws(PaperRefusal) in
        let told = try material.oneCase()
        return material.document(
            material.say("Complaint handling sheet", "客户投诉处理单"),
            [
                .fields(intake(told, material)), .heading(material.say("Handling", "办理情况")), .fields(handling(told, material)),
                .heading(material.say("Reply and sign-off", "回复与签字")), .fields(reply(told, material)),
                .signatures([
                    material.say("Customer's signature", "客户签名"), material.say("Branch stamp and date", "网点盖章及日期"),
                    material.say("Branch manager", "网点负责人签字"),
                ]), material.printed,
            ]
        )
    }

    private static let early: Set<String> = [
        "received", "channel", "customer", "contact", "proxy", "text", "asks", "business", "reason", "done-at", "about", "agreed",
    ]

    private static func intake(_ told: PaperCase, _ material: PaperMaterial) -> [Block.Field] {
        let (state, times) = (told.state, material.times)
        let received = state.intake.received
        let day = material.rules.zone.day(at: received)
        var fields = [
            Block.Field(material.say("Number", "编号"), state.number.description),
            Block.Field(material.say("State", "状态"), material.language(state.stage.label)),
            Block.Field(
                material.say("Received", "收到时间"),
                "\(times.dateTime(received)) \(TimeWords.weekday(day, material.language))"
            ),
            told.field("channel"),
            Block.Field(material.say("First responder", "首问责任人"), state.firstResponder.map(told.words.person) ?? ""),
            told.field("customer"), told.field("contact"), told.field("proxy"), told.field("text", wide: true),
            told.field("asks", wide: true),
            told.field("business"), told.field("reason"), told.field("done-at"), told.field("about"),
        ]
        fields += told.otherFields(besides: early.union(PaperCase.tellsElsewhere))
        fields.append(Block.Field(material.say("Limits", "时限"), told.clocks(at: material.now), wide: true))
        return fields
    }

    private static func handling(_ told: PaperCase, _ material: PaperMaterial) -> [Block.Field] {
        let (state, language) = (told.state, material.language)
        var fields: [Block.Field] = []
        func add(_ label: Phrase, _ text: String, wide: Bool = true) {
            if !text.isEmpty { fields.append(Block.Field(language(label), text, wide: wide)) }
        }
        func each<Event: CaseEvent>(_ type: Event.Type, _ label: Phrase) {
            add(label, told.all(type).map { "\(told.doneBy($0.happened))\n\(told.said($0.event))" }.joined(separator: "\n"))
        }
        let handOvers = told.all(HandOver.self).map { found in
            "\(told.words.doer(found.happened)) -> \(found.event.to.map(told.words.person) ?? "")\(language.comma)"
                + material.times.dateTime(found.happened.at)
        }
        add(HandOver.label, handOvers.joined(separator: "\n"))
        each(Note.self, Note.label)
        each(Contact.self, Contact.label)
        let attached = told.all(Attachment.self).map { "\($0.event.name)\(language.bracketed($0.event.place))" }
        add(Phrase(en: "Evidence", zh: "证据材料"), attached.joined(separator: "\n"))
        if let finding = state.finding {
            let verdict = [finding.fault.label, finding.classification.label, finding.kind.label]
            add(Term.finding, language.listed(verdict.map { language($0) }))
            add(FieldLabel.of("facts"), finding.facts)
            add(Phrase(en: "About whom", zh: "涉及人员"), language.listed(state.intake.subjects.map(told.words.person)))
            let apology = [finding.apology, finding.apologyBy ?? ""].filter { !$0.isBlank }
            add(FieldLabel.of("apology"), language.listed(apology))
            add(FieldLabel.of("correction"), finding.correction)
            add(FieldLabel.of("explanation"), finding.explanation)
            add(FieldLabel.of("ruling"), finding.ruling)
        }
        add(
            FieldLabel.of("rectification"),
            state.rectifications.map { item in
                "\(item.action.item) \(item.action.what)\(language.comma)\(item.action.owner)\(language.comma)\(material.times.longDay(item.action.due))"
                    + (item.isVerified ? language.bracketed(material.say("verified", "已核验")) : "")
            }.joined(separator: "\n")
        )
        each(Escalation.self, Phrase(en: "To head office", zh: "上报总行"))
        each(Dossier.self, Term.dossierNumber)
        each(HeadOfficeAnswer.self, Phrase(en: "Head office's answer", zh: "总行批复"))
        if fields.isEmpty { fields.append(Block.Field(material.say("Handling", "办理"), "", wide: true)) }
        return fields
    }

    private static func reply(_ told: PaperCase, _ material: PaperMaterial) -> [Block.Field] {
        let (state, language) = (told.state, material.language)
        var fields: [Block.Field] = []
        func add(_ english: String, _ chinese: String, _ text: String, wide: Bool = true) {
            if !text.isEmpty { fields.append(Block.Field(material.say(english, chinese), text, wide: wide)) }
        }
        if let answer = told.last(Answer.self), state.reply == nil {
            add("Answered on the spot", "当场答复", "\(told.doneBy(answer.happened))\n\(told.said(answer.event))")
        }
        if let reply = told.last(Reply.self) { add("Reply", "回复客户", "\(told.doneBy(reply.happened))\n\(told.said(reply.event))") }
        if let book = told.last(BookAnswer.self) {
            add("In the comment book", "意见簿回复", "\(told.doneBy(book.happened))\n\(told.said(book.event))")
        }
        for refused in told.all(RefusedAnswer.self) {
            add("Customer rejects the answer", "客户不接受答复", "\(told.doneBy(refused.happened))\n\(told.said(refused.event))")
        }
        for called in told.all(CallBack.self) { add("Call-back", "回访", "\(told.doneBy(called.happened))\n\(told.said(called.event))") }
        add("Signed off", "签字确认", signature(told, material))
        if fields.isEmpty { fields.append(Block.Field(material.say("Reply", "回复客户"), "", wide: true)) }
        if state.signer == nil {
            fields.append(Block.Field(language(Phrase(en: "Signed off", zh: "签字确认")), material.say("not yet", "尚未签字")))
        }
        return fields
    }

    /// Who signed, when, and the signature's short form; empty where nobody has.
    static func signature(_ told: PaperCase, _ material: PaperMaterial) -> String {
        guard let signer = told.state.signer, let at = told.state.signedAt else { return "" }
        let short = told.last(SignOff.self)?.event.seal.map { seal in
            let digits = Array(seal.signature.prefix(16))
            return " "
                + stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: "-")
        }
        return "\(told.words.person(signer))\(material.language.comma)\(material.times.dateTime(at))\(short ?? "")"
    }
}
