extension ActKind {
    /// The fields that the act takes (4-commands).
    public var fields: [ActField] {
        let text = ActField("text", .text, required: true)
        let reason = ActField("reason", .text, required: true)
        let how = ActField("how", .choice(ContactWay.allCases.map(\.rawValue)), required: true)
        return switch self {
        case .accept, .sign, .grantExtension, .confirmEscalation: []
        case .addendum, .headOfficeNote, .sendResult, .answerInBook, .spotCheck, .statement: [text]
        case .acknowledge, .chase: [ActField("text", .text)]
        case .answer: [text, ActField("amount", .amount), ActField("promise", .line)]
        case .handOver: [ActField("to", .receiver, required: true), ActField("note", .text)]
        case .note: [text, ActField("how", how.kind)]
        case .contact: [how, text, ActField("reached", .flag, required: true)]
        case .agreeTime: [ActField("agreed", .time, required: true)]
        case .interimAnswer: [how, text]
        case .tellPerson: [ActField("who", .line, required: true), text]
        case .attach: [ActField("file", .file), ActField("name", .line), ActField("place", .line)]
        case .finding:
            [
                ActField("fault", .choice(Fault.allCases.map(\.rawValue)), required: true),
                ActField("facts", .text, required: true),
                ActField("class", .choice(CaseClass.allCases.map(\.rawValue)), required: true),
                ActField("kind", .choice(CaseKind.allCases.map(\.rawValue))),
                ActField("apology", .text), ActField("apology-by", .line), ActField("correction", .text),
                ActField("rectification", .text),
                ActField("explanation", .text), ActField("ruling", .text), ActField("third-party", .line),
            ]
        case .reply:
            [
                how, text, ActField("accepted", .flag), ActField("to", .line), ActField("amount", .amount), ActField("promise", .line),
                ActField("undelivered", .flag),
            ]
        case .askEscalation:
            [ActField("kind", .choice(EscalationKind.allCases.map(\.rawValue)), required: true), reason, ActField("persons", .line)]
        case .headOfficeAnswer: [text, ActField("longer", .flag)]
        case .outsideDate: [ActField("due", .time, required: true), ActField("set-by", .line, required: true)]
        case .ruling: [text, ActField("reference", .line, required: true), ActField("told", .text)]
        case .decline: [reason, ActField("what", .choice(CaseEvent.Declined.Question.allCases.map(\.rawValue)))]
        case .sendBack, .withdraw, .notAccept, .askExtension, .hold, .release: [reason]
        case .refuseAnswer: [reason]
        case .merge: [ActField("into", .line, required: true)]
        case .amend:
            [
                ActField("field", .choice(AmendableField.allCases.map(\.rawValue)), required: true),
                ActField("value", .text),
            ]
        case .callBack:
            [ActField("level", .choice(SatisfactionLevel.allCases.map(\.rawValue)), required: true), ActField("text", .text)]
        case .rectify:
            [ActField("what", .text, required: true), ActField("owner", .line, required: true), ActField("due", .time, required: true)]
        case .verifyRectification: [ActField("item", .line), ActField("result", .text, required: true)]
        case .delayNote: [ActField("cause", .text, required: true)]
        }
    }
}

extension Act {
    /// Makes an act from what was written in its fields, as a form or a JSON object has it. A field left out or blank is not given; times
    /// are read as of `now` in the branch's time zone.
    ///
    /// - Throws: `Refusal.unknownField`, `.missing` or `.badValue`, naming the field.
    public init(_ kind: ActKind, values: [String: String], at now: Moment, under desk: DeskRules) throws(Refusal) {
        for name in values.keys.sorted() where !kind.fields.contains(where: { $0.name == name }) {
            throw .unknownField(name, known: kind.fields.map(\.name))
        }
        let written = FieldReader(values)
        for field in kind.fields where field.isRequired { _ = try written.required(field.name) }
        switch kind {
        case .accept: self = .accept
        case .sign: self = .sign
        case .grantExtension: self = .grantExtension
        case .confirmEscalation: self = .confirmEscalation
        case .answer:
            self = .answer(
                .init(text: try written.required("text"), amount: try written.amount("amount"), promise: written.given("promise"))
            )
        case .handOver: self = .handOver(.init(to: try written.staff("to"), note: written.optional("note")))
        case .acknowledge: self = .acknowledge(.init(text: written.optional("text")))
        case .note: self = .note(.init(text: try written.required("text"), how: try written.code("how")))
        case .contact:
            self = .contact(
                .init(
                    how: try written.requiredCode("how"),
                    text: try written.required("text"),
                    isReached: try written.flag("reached") ?? true
                )
            )
        case .agreeTime: self = .agreeTime(try written.requiredMoment("agreed", at: now, under: desk))
        case .interimAnswer: self = .interimAnswer(.init(how: try written.requiredCode("how"), text: try written.required("text")))
        case .tellPerson: self = .tellPerson(.init(who: try written.required("who"), text: try written.required("text")))
        case .attach:
            let file = written.optional("file")
            let name = written.given("name") ?? file.split(separator: "/").last.map(String.init) ?? ""
            if name.isEmpty { throw .missing("name") }
            self = .attach(.init(name: name, place: written.optional("place")), from: file)
        case .chase: self = .chase(text: written.optional("text"))
        case .finding: self = .finding(try Act.finding(written))
        case .reply: self = .reply(try Act.reply(written))
        case .answerInBook: self = .answerInBook(.init(text: try written.required("text")))
        case .askExtension: self = .askExtension(.init(reason: try written.required("reason")))
        case .askEscalation:
            self = .askEscalation(
                .init(kind: try written.requiredCode("kind"), reason: try written.required("reason"), persons: try written.count("persons"))
            )
        case .decline: self = .decline(.init(reason: try written.required("reason"), what: try written.code("what")))
        case .headOfficeNote: self = .headOfficeNote(.init(text: try written.required("text")))
        case .headOfficeAnswer:
            self = .headOfficeAnswer(.init(text: try written.required("text"), isLonger: try written.flag("longer")))
        case .outsideDate:
            self = .outsideDate(.init(due: try written.requiredMoment("due", at: now, under: desk), by: try written.required("set-by")))
        case .sendResult: self = .sendResult(.init(text: try written.required("text")))
        case .ruling:
            self = .ruling(
                .init(text: try written.required("text"), reference: try written.required("reference"), told: written.given("told"))
            )
        case .sendBack: self = .sendBack(.init(reason: try written.required("reason")))
        case .refuseAnswer: self = .refuseAnswer(.init(reason: try written.required("reason"), toldChannels: ""))
        case .withdraw: self = .withdraw(.init(reason: try written.required("reason")))
        case .notAccept: self = .notAccept(.init(reason: try written.required("reason")))
        case .merge: self = .merge(into: try written.required("into"))
        case .amend: self = .amend(try written.requiredCode("field"), to: written.optional("value"))
        case .callBack: self = .callBack(.init(level: try written.requiredCode("level"), text: written.optional("text")))
        case .rectify:
            guard let due = try written.day("due") else { throw .missing("due") }
            self = .rectify(what: try written.required("what"), owner: try written.required("owner"), due: due)
        case .verifyRectification:
            self = .verifyRectification(.init(item: try written.count("item") ?? 0, result: try written.required("result")))
        case .spotCheck: self = .spotCheck(.init(text: try written.required("text")))
        case .statement: self = .statement(.init(text: try written.required("text")))
        case .delayNote: self = .delayNote(cause: try written.required("cause"))
        case .addendum: self = .addendum(.init(text: try written.required("text")))
        case .hold: self = .hold(.init(reason: try written.required("reason")))
        case .release: self = .release(.init(reason: try written.required("reason")))
        }
    }

    private static func finding(_ written: FieldReader) throws(Refusal) -> CaseEvent.Finding {
        var finding = CaseEvent.Finding(
            fault: try written.requiredCode("fault"),
            facts: try written.required("facts"),
            classification: try written.requiredCode("class"),
            kind: try written.code("kind") ?? .complaint
        )
        finding.apology = written.optional("apology")
        finding.apologyBy = written.given("apology-by")
        finding.thirdParty = written.given("third-party")
        finding.correction = written.optional("correction")
        finding.rectification = written.optional("rectification")
        finding.explanation = written.optional("explanation")
        finding.ruling = written.optional("ruling")
        return finding
    }

    private static func reply(_ written: FieldReader) throws(Refusal) -> CaseEvent.Reply {
        var reply = CaseEvent.Reply(
            how: try written.requiredCode("how"),
            text: try written.required("text"),
            isAccepted: try written.flag("accepted")
        )
        reply.to = written.given("to")
        reply.amount = try written.amount("amount")
        reply.promise = written.given("promise")
        reply.isUndelivered = try written.flag("undelivered")
        return reply
    }
}
