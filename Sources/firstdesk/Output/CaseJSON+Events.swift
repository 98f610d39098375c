import ComplaintRules

extension CaseJSON {
    /// Something that happened on a case: its place, time and doer, the act's name, and the fields of the act.
    func event(_ happened: Happened<CaseEvent>) -> [String: JSONValue] {
        var object = fields(of: happened.event)
        object["seq"] = JSONValue(happened.seq)
        object["at"] = time(happened.at)
        object["by"] = .text(happened.by.text)
        object["for"] = JSONValue(happened.onBehalfOf?.text)
        object["act"] = .text(happened.event.actName)
        return object
    }

    private func fields(of event: CaseEvent) -> [String: JSONValue] {
        switch event {
        case .logged(let logged):
            return intake(logged.intake)
        case .imported(let imported):
            var object = intake(imported.intake)
            object["source"] = .text(imported.intake.source)
            object["sourceNumber"] = .text(imported.intake.sourceNumber)
            object["channelName"] = .text(imported.channelName)
            object["outcome"] = .text(imported.outcome)
            object["keptWithinLimit"] = JSONValue(imported.isKeptWithinLimit)
            object["headOfficeReceived"] = time(imported.headOfficeReceived)
            object["others"] = .object(imported.others.mapValues(JSONValue.text))
            return object
        case .answered(let answer):
            return [
                "text": .text(answer.text), "amount": JSONValue(answer.amount?.text), "promise": JSONValue(answer.promise),
            ]
        case .handedOver(let handOver):
            return ["to": .text(handOver.to.text), "note": .text(handOver.note)]
        case .accepted:
            return [:]
        case .noted(let note):
            return ["text": .text(note.text), "how": JSONValue(note.how?.rawValue)]
        case .found(let finding):
            return [
                "fault": .text(finding.fault.rawValue), "facts": .text(finding.facts), "class": .text(finding.classification.rawValue),
                "kind": .text(finding.kind.rawValue), "apology": .text(finding.apology), "correction": .text(finding.correction),
                "rectification": .text(finding.rectification), "explanation": .text(finding.explanation),
                "ruling": .text(finding.ruling), "apology-by": JSONValue(finding.apologyBy),
                "third-party": JSONValue(finding.thirdParty),
            ]
        case .replied(let reply):
            return [
                "how": .text(reply.how.rawValue), "text": .text(reply.text), "accepted": JSONValue(reply.isAccepted),
                "to": JSONValue(reply.to), "amount": JSONValue(reply.amount?.text), "promise": JSONValue(reply.promise),
                "undelivered": JSONValue(reply.isUndelivered),
            ]
        case .signed(let signOff):
            guard let seal = signOff.seal else { return [:] }
            return ["covers": JSONValue(seal.covers), "publicKey": .text(seal.publicKey), "signature": .text(seal.signature)]
        case .sentBack(let grounds), .withdrawn(let grounds), .notAccepted(let grounds):
            return ["reason": .text(grounds.reason)]
        case .amended(let amendment):
            return [
                "field": .text(amendment.field.rawValue), "old": amended(amendment.old, amendment.field),
                "new": amended(amendment.new, amendment.field),
            ]
        case .addendumWritten(let addendum):
            return ["text": .text(addendum.text)]
        default:
            return object(event.details)
        }
    }

    /// Details by the names of their fields.
    func object(_ details: [CaseEvent.Detail]) -> [String: JSONValue] {
        Dictionary(uniqueKeysWithValues: details.map { ($0.name, value(of: $0)) })
    }

    private func value(of detail: CaseEvent.Detail) -> JSONValue {
        switch detail.value {
        case .text(let text): .text(text)
        case .code(let code, _): .text(code)
        case .moment(let moment): time(moment)
        case .day(let day): .text(day.iso)
        case .flag(let flag): .truth(flag)
        case .count(let count): JSONValue(Int64(count))
        }
    }

    private func intake(_ intake: Intake) -> [String: JSONValue] {
        [
            "channel": .text(intake.channel.rawValue), "received": time(intake.received), "customer": .text(intake.customer),
            "contact": .text(intake.contact), "proxy": .text(intake.proxy), "text": .text(intake.text), "asks": .text(intake.asks),
            "business": .text(intake.business), "reason": .text(intake.reason), "about": .text(intake.about),
            "happened": time(intake.happened), "amount": JSONValue(intake.amount?.text), "repeatedBack": .truth(intake.isRepeatedBack),
            "agreed": time(intake.agreed), "details": .object(object(intake.details?.known ?? [])),
        ]
    }

    /// What an amendment says; a time is kept in the ledger as milliseconds.
    private func amended(_ text: String, _ field: AmendableField) -> JSONValue {
        guard field == .happened, let milliseconds = Int64(text) else { return .text(text) }
        return time(Moment(milliseconds: milliseconds))
    }
}
