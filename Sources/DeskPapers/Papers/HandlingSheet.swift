import ComplaintRules

extension PaperKind {
    /// The handling sheet, 客户投诉处理单: the printable record of one case (1-domain, Figures and papers).
    static let sheet = PaperKind("sheet", Phrase(en: "Handling sheet", zh: "客户投诉处理单"), of: .oneCase) { material throws(PaperRefusal) in
        let told = try material.oneCase()
        let isHistory = told.state.isHistory
        var blocks: [Block] = [.fields(intake(told, material))]
        if !told.state.clocks.isEmpty { blocks.append(told.limits(at: material.now)) }
        if isHistory {
            blocks += [.heading(material.say("Handled elsewhere, as its source says", "他处办理（据来源记载）")), .fields(told.sourceFields)]
        }
        let handling = handlingFields(told, material)
        if !handling.isEmpty { blocks += [.heading(material.say("Handling", "办理情况")), .fields(handling)] }
        let reply = replyFields(told, material)
        if !reply.isEmpty { blocks += [.heading(material.say("Reply and sign-off", "回复与签字")), .fields(reply)] }
        if !isHistory {
            blocks.append(
                .signatures([
                    material.say("Customer's signature", "客户签名"), material.say("Branch stamp and date", "网点盖章及日期"),
                    material.say("Branch manager", "网点负责人签字"),
                ])
            )
        }
        return material.document(material.say("Complaint handling sheet", "客户投诉处理单"), blocks + [material.printed])
    }

    private static let early: Set<String> = [
        "received", "channel", "customer", "contact", "proxy", "text", "asks", "business", "reason", "done-at", "about", "agreed",
    ]

    /// What was taken down: the customer always, of the rest what is known.
    private static func intake(_ told: PaperCase, _ material: PaperMaterial) -> [Block.Field] {
        let state = told.state
        let customer = told.value("customer")
        let stage = state.isHistory ? Term.handledElsewhere : state.stage.label
        var fields = [
            Block.Field(material.say("Number", "编号"), state.number.description),
            Block.Field(material.say("Stage", "状态"), material.language(stage)),
            Block.Field(material.say("Received", "收到时间"), material.weekdayTime(state.intake.received)),
            told.field("channel"),
            Block.Field(material.say("First responder", "首问责任人"), state.firstResponder.map(told.words.person) ?? ""),
            Block.Field(
                material.language(FieldLabel.of("customer")),
                customer.isEmpty ? material.language(Term.anonymous) : customer
            ),
            told.field("contact"), told.field("proxy"), told.field("text", wide: true), told.field("asks", wide: true),
            told.field("business"), told.field("reason"), told.field("done-at"), told.field("about"),
        ]
        fields += told.otherFields(besides: early.union(PaperCase.tellsElsewhere))
        fields += state.links.map { Block.Field(material.language($0.tie.label), $0.number) }
        return fields.filter { !$0.value.isBlank }
    }

    private static func handlingFields(_ told: PaperCase, _ material: PaperMaterial) -> [Block.Field] {
        let (state, language) = (told.state, material.language)
        var fields: [Block.Field] = []
        func add(_ label: Phrase, _ text: String) {
            if !text.isBlank { fields.append(Block.Field(language(label), text, wide: true)) }
        }
        func each(_ types: [any CaseEvent.Type]) {
            for type in types {
                let lines = told.events.filter { $0.event.wireName == type.wireName }.map(told.line)
                if let heading = told.events.first(where: { $0.event.wireName == type.wireName })?.event.heading {
                    add(heading.capitalized, lines.joined(separator: "\n"))
                }
            }
        }
        add(HandOver.label, told.handOvers.joined(separator: "\n"))
        let directions = told.all(Acknowledgement.self).filter { !$0.event.text.isBlank }.map { told.line($0.happened) }
        add(Phrase(en: "Directions", zh: "批示"), directions.joined(separator: "\n"))
        each([Amendment.self, Note.self, Contact.self, PersonTold.self, StaffStatement.self])
        let attached = told.all(Attachment.self).map { $0.event.name + ($0.event.place.isBlank ? "" : language.bracketed($0.event.place)) }
        add(Phrase(en: "Evidence", zh: "证据材料"), attached.joined(separator: "\n"))
        each([Chaser.self, ExtensionRequest.self, ExtensionGrant.self, InterimAnswer.self])
        if let finding = state.finding {
            let verdict = [finding.fault.label, finding.classification.label, finding.kind.label]
            let by = told.last(Finding.self).map { language.bracketed(told.doneBy($0.happened)) } ?? ""
            add(Term.finding, language.listed(verdict.map { language($0) }) + by)
            add(FieldLabel.of("facts"), finding.facts)
            add(FieldLabel.of("responsible"), finding.responsible ?? "")
            add(FieldLabel.of("third-party"), finding.thirdParty ?? "")
            add(FieldLabel.of("apology"), finding.apology.isBlank ? "" : finding.apology + told.bracketed(finding.apologyBy))
            add(FieldLabel.of("correction"), finding.correction)
            add(FieldLabel.of("explanation"), finding.explanation)
            if finding.isSumOther == true { add(FieldLabel.of(FieldName.sumNotPromised), language(Term.yes)) }
            add(FieldLabel.of("ruling"), finding.ruling)
        }
        add(FieldLabel.of("rectification"), state.rectifications.map(told.rectification).joined(separator: "\n"))
        each([Escalation.self, Dossier.self, HeadOfficeNote.self, HeadOfficeAnswer.self, Declined.self, Told.self])
        return fields
    }

    /// What is told in its order: how the customer was answered, how that was taken, how the case ended, and what came after.
    private static let endings: [any CaseEvent.Type] =
        PaperCase.outcomes + [
            BookAnswer.self, ResultSent.self, CallBack.self, DelayNote.self, SpotCheck.self, Addendum.self, ReviewRequest.self,
            ReviewDecision.self,
        ]

    private static func replyFields(_ told: PaperCase, _ material: PaperMaterial) -> [Block.Field] {
        let language = material.language
        var fields = told.events(of: endings).map { Block.Field(language($0.event.heading.capitalized), told.line($0), wide: true) }
        let label = material.say("Signed off", "签字确认")
        let signature = told.state.isHistory ? "" : PaperKind.signature(told, material)
        if !signature.isEmpty { fields.append(Block.Field(label, signature, wide: true)) }
        if signature.isEmpty, !told.state.isHistory { fields.append(Block.Field(label, material.say("not yet", "尚未签字"))) }
        return fields
    }

    /// Who signed, when, and the signature's short form; of history what its source says; empty where nobody has.
    ///
    /// - Parameter isColumn: whether it stands in a narrow column of a table: each of them on a line of its own, the short form on two.
    static func signature(_ told: PaperCase, _ material: PaperMaterial, isColumn: Bool = false) -> String {
        if let source = told.sourceSignature { return source }
        guard let signer = told.state.signer, let at = told.state.signedAt else { return "" }
        let time = material.times.dateTime(at)
        // Where head office ruled, nobody here signed. Whoever stood in signed for somebody.
        let done = told.state.ruling == nil ? told.last(SignOff.self)?.happened : told.last(Ruling.self)?.happened
        let person =
            (told.state.ruling == nil ? "" : material.language(Ruling.enteredBy) + material.language.colon)
            + (done.map(told.words.doer) ?? told.words.person(signer))
        let digits = Array((told.last(SignOff.self)?.event.seal?.signature ?? "").prefix(16))
        let groups = stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
        if isColumn {
            let halves = [groups.prefix(2).joined(separator: "-") + "-", groups.dropFirst(2).joined(separator: "-")]
            return ([person, time] + (groups.isEmpty ? [] : halves)).joined(separator: "\n")
        }
        return "\(person)\(material.language.comma)\(time)" + (groups.isEmpty ? "" : " " + groups.joined(separator: "-"))
    }
}

extension Phrase {
    /// A heading of the time line as a label.
    var capitalized: Phrase { Phrase(en: english.prefix(1).uppercased() + english.dropFirst(), zh: chinese) }
}
