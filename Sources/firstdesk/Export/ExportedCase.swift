import ComplaintRules
import Ledger

/// A case as `export` writes it: what `import` takes back at another desk, where it is history (4-commands, export).
///
/// History keeps its source and number there. A case of this desk has neither: its own number is how it is known again.
struct ExportedCase {
    /// The columns of a table, in order; what history brought beside them follows by name.
    static let columns =
        ["number"] + Intake.fields.map(\.name.jsonKey)
        + ["channelName", "outcome", "keptWithinLimit", "headOfficeReceived", "source", "sourceNumber"] + ownFacts
    /// What is told of a case of this desk beyond what was taken down; an importing desk keeps it under these names.
    private static let ownFacts = [
        "stage", "kind", "class", "closed", "logged", "firstResponder", "fault", "facts", "reply", "replied", "promised", "paid",
        "signedBy",
        "signedAt", "dossier",
    ]

    /// The columns that hold moments, those that hold days, and those that hold amounts of money.
    static let timeColumns = columns(of: { if case .time = $0 { true } else { false } }).union([
        "headOfficeReceived", "closed", "logged", "replied", "signedAt",
    ])
    static let dayColumns = columns(of: { if case .day = $0 { true } else { false } })
    static let amountColumns = columns(of: { if case .amount = $0 { true } else { false } }).union(["promised", "paid"])

    private static func columns(of kind: (FieldShape.Kind) -> Bool) -> Set<String> {
        Set(Intake.fields.filter { kind($0.shape.kind) }.map(\.name.jsonKey))
    }

    /// The facts, by key. What is not known is left out.
    let values: [String: JSONValue]

    /// Makes the export of a case.
    init(_ state: Case, _ json: CaseJSON) {
        let intake = state.intake
        var values = json.object(intake.details)
        values["number"] = .text(state.number.description)
        values["channel"] = .text(intake.channel.rawValue)
        if let history = state.history {
            values["source"] = .text(intake.source)
            values["sourceNumber"] = .text(intake.sourceNumber)
            values["channelName"] = .text(history.channelName)
            values["outcome"] = .text(history.outcome)
            values["keptWithinLimit"] = history.isKeptWithinLimit.map { .truth($0) } ?? .null
            values["headOfficeReceived"] = json.time(history.headOfficeReceived)
            // A column of the file that it came from may bear the name of one of ours: ours stands.
            values.merge(history.others.mapValues(JSONValue.text)) { ours, _ in ours }
        } else {
            values.merge(ExportedCase.ownFacts(of: state, json)) { ours, _ in ours }
        }
        self.values = values.filter { $0.value != .null && $0.value != .text("") }
    }

    private static func ownFacts(of state: Case, _ json: CaseJSON) -> [String: JSONValue] {
        [
            "outcome": .text(state.finding?.classification.rawValue ?? state.stage.rawValue),
            "keptWithinLimit": CaseFacts(of: state, id: 0).isKept(at: json.now).map { .truth($0) } ?? .null,
            "stage": .text(state.stage.rawValue), "kind": JSONValue(state.finding?.kind.rawValue),
            "class": JSONValue(state.finding?.classification.rawValue), "closed": json.time(state.closedAt),
            "logged": json.time(state.loggedAt), "firstResponder": JSONValue(state.firstResponder?.text),
            "fault": JSONValue(state.finding?.fault.rawValue), "facts": JSONValue(state.finding?.facts),
            "reply": JSONValue(state.reply?.text ?? state.answer?.text), "replied": json.time(state.repliedAt),
            "promised": state.promised == .none ? .null : .text(state.promised.text),
            "paid": state.paid == .none ? .null : .text(state.paid.text), "signedBy": JSONValue(state.signer?.text),
            "signedAt": json.time(state.signedAt), "dossier": JSONValue(state.dossier),
        ]
    }

    /// The cells of a row under `columns` and further ones.
    func cells(_ further: [String]) -> [String] {
        (ExportedCase.columns + further).map { column in
            switch values[column] {
            case nil, .null?: ""
            case .text(let text)?: text
            case .truth(let truth)?: truth ? "true" : "false"
            case .number(let digits)?: digits
            case .some(let value): value.line
            }
        }
    }
}
