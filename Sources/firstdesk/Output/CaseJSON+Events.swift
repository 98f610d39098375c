import ComplaintRules

extension CaseJSON {
    /// Something that happened on a case: its place, time and doer, the act's name, and the fields of the act.
    func event(_ happened: Happened<any CaseEvent>) -> [String: JSONValue] {
        var object = object(happened.event.details)
        if let imported = happened.event as? Imported { object["others"] = .object(imported.others.mapValues(JSONValue.text)) }
        object["seq"] = JSONValue(happened.seq)
        object["at"] = time(happened.at)
        object["by"] = .text(happened.by.text)
        object["for"] = JSONValue(happened.onBehalfOf?.text)
        if !happened.passcodeGivenBy.isEmpty { object["passcodeGivenBy"] = .list(happened.passcodeGivenBy.map { .text($0.text) }) }
        object["act"] = .text(happened.event.actName)
        object["judgedBefore"] = happened.judgedBefore.map { time($0) }
        if let mark = happened.clock {
            object["clock"] = time(mark.clock(judgedAt: happened.judgedBefore ?? happened.at))
            switch mark {
            case .behind(let distance): object["clockBehind"] = JSONValue(distance / 1000)
            case .ahead(let distance): object["clockAhead"] = JSONValue(distance / 1000)
            }
        }
        return object
    }

    /// Details by the keys of their fields. What was amended is told as what it was and what it is now.
    func object(_ details: [Detail]) -> [String: JSONValue] {
        var object: [String: JSONValue] = [:]
        for detail in details {
            if case .change(let old, let new)? = detail.value {
                object["old"] = value(old)
                object["new"] = value(new)
            } else {
                object[detail.name.jsonKey] = value(detail.value)
            }
        }
        return object
    }

    /// A value as programs read it: codes by their codes, times with the branch's offset.
    func value(_ value: Detail.Value?) -> JSONValue {
        switch value {
        case nil: .null
        case .text(let text)?, .contact(let text)?, .code(let text, _)?, .deskCode(let text, _)?, .digest(let text)?: .text(text)
        case .moment(let moment)?: time(moment)
        case .dayOf(let moment)?: .text(zone.day(at: moment).iso)
        case .day(let day)?: .text(day.iso)
        case .flag(let flag, _)?: .truth(flag)
        case .count(let count)?: JSONValue(Int64(count))
        case .amount(let amount)?: .text(amount.text)
        case .staff(let number)?: .text(number.text)
        case .change(let old, let new)?: ["old": self.value(old), "new": self.value(new)]
        }
    }
}
