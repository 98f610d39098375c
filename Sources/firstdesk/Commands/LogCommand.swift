import ComplaintRules
import Ledger

/// `log`: logs complaints, and prints the number of each once it is on the disk.
enum LogCommand {
    /// The fields beside those of an intake: what is done at once, in the same transaction.
    static let actFields = ["answer", "hand-over-to", "scan"]

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let fields = Intake.fields.map(\.name.text) + actFields
        if arguments.has("plain") || arguments.has("input") {
            let way = arguments.has("plain") ? "plain" : "input"
            if way == "plain", arguments.has("input") { throw UsageError.together("plain", "input") }
            if let other = fields.first(where: arguments.has) { throw UsageError.together(way, other) }
        } else {
            for name in ["channel", "text"] where !arguments.has(name) { throw UsageError.missingOption(name) }
            if let channel: Channel = arguments.value("channel").flatMap({ Written.code($0) }),
                let other = Intake.fields.first(where: { arguments.has($0.name.text) && !$0.isOf(channel) })
            {
                throw UsageError.notOfChannel(option: other.name.text, Channel.allCases.filter(other.isOf))
            }
        }
        let (ledger, person) = try invocation.openSignedIn()
        let writer = ComplaintWriter(ledger: ledger, actor: person.actor, invocation: invocation)
        if arguments.has("plain") {
            try PlainLog(writer).run()
            return .done
        }
        if let path = arguments.value("input") {
            return try InputLines(ledger: ledger, invocation: invocation).forEach(of: path, writer.log)
        }
        var values: [String: String] = [:]
        for name in fields { values[name] = arguments.value(name) }
        for field in Intake.fields where field.shape.kind == .flag && arguments.has(field.name.text) { values[field.name.text] = "true" }
        try writer.log(values)
        return .done
    }
}

/// Takes down a complaint from the texts of its fields.
struct ComplaintWriter {
    /// The desk.
    let ledger: Ledger
    /// Who takes it down.
    let actor: Actor
    /// What was asked for.
    let invocation: Invocation

    /// Logs a complaint with what follows at once, and prints its number when it is on the disk.
    ///
    /// - Throws: `Refusal`, and then nothing was logged; `LedgerError`; `OutputFailure`.
    func log(_ values: [String: String]) throws {
        // Who may not log at all learns that, rather than what is wrong with a field.
        try permitLogging(by: actor)
        // In either spelling, as the fields themselves.
        let written = Dictionary(values.keys.map { (FieldName.text(ofKey: $0), $0) }) { first, _ in first }
        let names = values.keys.map(FieldName.text(ofKey:))
        for name in names where names.filter({ $0 == name }).count > 1 { throw Refusal.givenTwice(FieldName(name)) }
        let values = Dictionary(uniqueKeysWithValues: values.map { (FieldName.text(ofKey: $0), $1) })
        let known = Intake.fields.map(\.name) + LogCommand.actFields.map { FieldName($0, label: PlainWords.label(of: $0)) }
        for name in values.keys.sorted() where !known.contains(where: { $0.text == name }) {
            throw Refusal.unknownField(FieldName(written[name] ?? name).jsonKey, known: known)
        }
        let (now, rules) = (ledger.now, ledger.rules)
        // What is received just now is received by the computer's clock, whatever the desk has seen.
        let intake = try Intake(values: values.filter { Intake.field($0.key) != nil }, at: ledger.clock.now(), under: rules)
        var acts: [any Act] = []
        // First, since the hand-over gives the case away.
        if let path = values["scan"] { acts.append(try ActKind.attach.act(["file": path], at: now, under: rules)) }
        let mark = FieldName.sumNotPromised
        if let text = values["answer"] {
            acts.append(try ActKind.answer.act(["text": text, mark: values[mark] ?? ""], at: now, under: rules))
        }
        if let receiver = values["hand-over-to"] { acts.append(try ActKind.handOver.act(["to": receiver], at: now, under: rules)) }
        let stored: Ledger.Stored
        do {
            stored = try ledger.log(intake, then: acts, isAnother: invocation.arguments.has("another"), by: actor)
        } catch let refusal as Refusal where !acts.isEmpty {
            throw Refusal.notLogged(refusal)
        }
        CaseLine(ledger: ledger, actor: actor, invocation: invocation).printLogged(stored.state)
        try invocation.console.output.flush()
        for remark in intake.remarks(on: values, isLateClaim: stored.state.isLateClaim, under: rules) { invocation.console.say(remark) }
    }
}

/// Prints what became of a case, a line or an object.
struct CaseLine {
    /// The desk.
    let ledger: Ledger
    /// Who acted.
    let actor: Actor
    /// What was asked for.
    let invocation: Invocation

    /// Prints the number of a new case.
    func printLogged(_ state: Case) {
        if invocation.arguments.has("json") {
            printJSON(state)
        } else {
            invocation.console.output.line(state.number.description)
        }
    }

    /// Prints how a case stands after an act.
    func printActedOn(_ state: Case) {
        if invocation.arguments.has("json") {
            printJSON(state)
        } else {
            invocation.console.output.line("\(state.number): \(invocation.language(state.stage.label))")
        }
    }

    private func printJSON(_ state: Case) {
        let json = CaseJSON(ledger)
        // Whoever it is about may have logged it or handed it over, and reads no further (1-domain, Recusal).
        let mayRead = mayRead(state, in: Occasion(actor, at: ledger.now, under: ledger.rules))
        invocation.printJSON(.object(mayRead ? json.object(state) : json.object(unread: state)))
    }
}
