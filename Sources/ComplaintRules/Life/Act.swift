/// The name of an act on a case, as on the command line.
public enum ActKind: String, CaseIterable, Sendable {
    case answer
    case handOver = "hand-over"
    case accept
    case note
    case finding
    case reply
    case sign
    case sendBack = "send-back"
    case withdraw
    case notAccept = "not-accept"
    case amend
    case addendum

    /// Whether the act is to be asked about once before it is done, with Cancel as the answer that stands (2-screens, rule 4).
    public var isWeighty: Bool { [.sign, .sendBack, .withdraw, .notAccept].contains(self) }
}

/// Something that a person wants to do to a case. Whether they may is decided by `decide`.
public enum Act: Hashable, Sendable {
    case answer(CaseEvent.Answer)
    case handOver(CaseEvent.HandOver)
    case accept
    case note(CaseEvent.Note)
    case finding(CaseEvent.Finding)
    case reply(CaseEvent.Reply)
    case sign
    case sendBack(CaseEvent.Grounds)
    case withdraw(CaseEvent.Grounds)
    case notAccept(CaseEvent.Grounds)
    case amend(AmendableField, to: String)
    case addendum(CaseEvent.Addendum)

    /// The act's name.
    public var kind: ActKind {
        switch self {
        case .answer: .answer
        case .handOver: .handOver
        case .accept: .accept
        case .note: .note
        case .finding: .finding
        case .reply: .reply
        case .sign: .sign
        case .sendBack: .sendBack
        case .withdraw: .withdraw
        case .notAccept: .notAccept
        case .amend: .amend
        case .addendum: .addendum
        }
    }
}

/// A field of an act, from which its form, its JSON and its description are made.
public struct ActField: Hashable, Sendable {
    /// What can be written in it.
    public enum Kind: Hashable, Sendable {
        /// A text of several lines.
        case text
        /// One of some codes.
        case choice([String])
        /// The number of a manager.
        case receiver
        /// Yes or no.
        case flag
    }

    /// The name, as in JSON.
    public let name: String
    /// What can be written in it.
    public let kind: Kind
    /// Whether the act needs it.
    public let isRequired: Bool

    init(_ name: String, _ kind: Kind, required: Bool = false) {
        self.name = name
        self.kind = kind
        self.isRequired = required
    }
}

extension ActKind {
    /// The fields that the act takes (4-commands).
    public var fields: [ActField] {
        switch self {
        case .accept, .sign: []
        case .answer, .addendum: [ActField("text", .text, required: true)]
        case .handOver: [ActField("to", .receiver, required: true), ActField("note", .text)]
        case .note: [ActField("text", .text, required: true), ActField("how", .choice(ContactWay.allCases.map(\.rawValue)))]
        case .finding:
            [
                ActField("fault", .choice(Fault.allCases.map(\.rawValue)), required: true),
                ActField("facts", .text, required: true),
                ActField("class", .choice(CaseClass.allCases.map(\.rawValue)), required: true),
                ActField("kind", .choice(CaseKind.allCases.map(\.rawValue))),
                ActField("apology", .text), ActField("correction", .text), ActField("rectification", .text),
                ActField("explanation", .text), ActField("ruling", .text),
            ]
        case .reply:
            [
                ActField("how", .choice(ContactWay.allCases.map(\.rawValue)), required: true), ActField("text", .text, required: true),
                ActField("accepted", .flag),
            ]
        case .sendBack, .withdraw, .notAccept: [ActField("reason", .text, required: true)]
        case .amend:
            [
                ActField("field", .choice(AmendableField.allCases.map(\.rawValue)), required: true),
                ActField("value", .text),
            ]
        }
    }
}

extension Act {
    /// Makes an act from what was written in its fields, as a form or a JSON object has it. A field left out or blank is not given.
    ///
    /// - Throws: `Refusal.unknownField`, `.missing` or `.badValue`, naming the field.
    public init(_ kind: ActKind, values: [String: String]) throws(Refusal) {
        for name in values.keys.sorted() where !kind.fields.contains(where: { $0.name == name }) {
            throw .unknownField(name, known: kind.fields.map(\.name))
        }
        let written = FieldReader(values)
        for field in kind.fields where field.isRequired { _ = try written.required(field.name) }
        switch kind {
        case .accept: self = .accept
        case .sign: self = .sign
        case .answer: self = .answer(.init(text: try written.required("text")))
        case .addendum: self = .addendum(.init(text: try written.required("text")))
        case .handOver: self = .handOver(.init(to: try written.staff("to"), note: written.optional("note")))
        case .note: self = .note(.init(text: try written.required("text"), how: try written.code("how")))
        case .finding:
            var finding = CaseEvent.Finding(
                fault: try written.requiredCode("fault"),
                facts: try written.required("facts"),
                classification: try written.requiredCode("class"),
                kind: try written.code("kind") ?? .complaint
            )
            finding.apology = written.optional("apology")
            finding.correction = written.optional("correction")
            finding.rectification = written.optional("rectification")
            finding.explanation = written.optional("explanation")
            finding.ruling = written.optional("ruling")
            self = .finding(finding)
        case .reply:
            self = .reply(
                .init(how: try written.requiredCode("how"), text: try written.required("text"), isAccepted: try written.flag("accepted"))
            )
        case .sendBack: self = .sendBack(.init(reason: try written.required("reason")))
        case .withdraw: self = .withdraw(.init(reason: try written.required("reason")))
        case .notAccept: self = .notAccept(.init(reason: try written.required("reason")))
        case .amend: self = .amend(try written.requiredCode("field"), to: written.optional("value"))
        }
    }
}

/// Reads what was written in the fields of an act or an intake.
struct FieldReader {
    private let values: [String: String]

    init(_ values: [String: String]) {
        self.values = values
    }

    func optional(_ name: String) -> String { (values[name] ?? "").trimmed }

    func required(_ name: String) throws(Refusal) -> String {
        let text = optional(name)
        if text.isEmpty { throw .missing(name) }
        return text
    }

    func code<Value: RawRepresentable & CaseIterable>(_ name: String) throws(Refusal) -> Value? where Value.RawValue == String {
        let text = optional(name)
        if text.isEmpty { return nil }
        guard let value = Value(rawValue: text) else { throw .badValue(name, .noneOf(Value.allCases.map(\.rawValue))) }
        return value
    }

    func requiredCode<Value: RawRepresentable & CaseIterable>(_ name: String) throws(Refusal) -> Value where Value.RawValue == String {
        guard let value: Value = try code(name) else { throw .missing(name) }
        return value
    }

    func staff(_ name: String) throws(Refusal) -> StaffNumber {
        guard let number = StaffNumber(try required(name)) else { throw .badValue(name, .staffNumber) }
        return number
    }

    func flag(_ name: String) throws(Refusal) -> Bool? {
        switch optional(name).lowercased() {
        case "": return nil
        case "true", "yes", "1", "y", "是": return true
        case "false", "no", "0", "n", "否": return false
        default: throw .badValue(name, .flag)
        }
    }

    func amount(_ name: String) throws(Refusal) -> Amount? {
        let text = optional(name)
        if text.isEmpty { return nil }
        guard let amount = Amount(text) else { throw .badValue(name, .amount) }
        return amount
    }

    /// A day without a time means the branch's opening time on it, or `now` where that is still to come today; as the end of something
    /// it means the closing time.
    func moment(_ name: String, at now: Moment, under desk: DeskRules, isEnd: Bool = false) throws(Refusal) -> Moment? {
        let text = optional(name)
        if text.isEmpty { return nil }
        switch TimeReading.read(text, today: desk.zone.day(at: now)) {
        case .instant(let moment): return moment
        case .local(let time): return desk.zone.moment(of: time)
        case .day(let day):
            if isEnd { return desk.zone.moment(of: LocalTime(day: day, time: desk.settings.closingTime)) }
            let opening = desk.zone.moment(of: LocalTime(day: day, time: desk.settings.openingTime))
            return day == desk.zone.day(at: now) ? min(opening, now) : opening
        case nil: throw .badValue(name, .time)
        }
    }
}
