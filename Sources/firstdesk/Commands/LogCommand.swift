import ComplaintRules
import Ledger

/// `log`: logs complaints, and prints the number of each once it is on the disk.
enum LogCommand {
    /// The fields beside those of an intake: what is done at once, in the same transaction.
    static let actFields = ["answer", "hand-over-to", "scan"]

    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let fields = Intake.fieldNames + actFields
        if arguments.has("plain") || arguments.has("input") {
            let way = arguments.has("plain") ? "plain" : "input"
            if way == "plain", arguments.has("input") { throw UsageError.together("plain", "input") }
            if let other = fields.first(where: arguments.has) { throw UsageError.together(way, other) }
        } else {
            for name in ["channel", "text"] where !arguments.has(name) { throw UsageError.missingOption(name) }
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
        for flag in ["repeated-back", "verified", "quiet-place"] where arguments.has(flag) { values[flag] = "true" }
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
        for name in values.keys.sorted() where !(Intake.fieldNames + LogCommand.actFields).contains(name) {
            throw Refusal.unknownField(name, known: Intake.fieldNames + LogCommand.actFields)
        }
        let now = ledger.clock.now()
        let intake = try Intake(values: values.filter { Intake.fieldNames.contains($0.key) }, at: now, under: ledger.rules)
        var acts: [Act] = []
        if let text = values["answer"] { acts.append(try Act(.answer, values: ["text": text], at: now, under: ledger.rules)) }
        if let receiver = values["hand-over-to"] { acts.append(try Act(.handOver, values: ["to": receiver], at: now, under: ledger.rules)) }
        // First, since the hand-over gives the case away.
        if let path = values["scan"] { acts.insert(try Act(.attach, values: ["file": path], at: now, under: ledger.rules), at: 0) }
        let stored = try ledger.log(intake, then: acts, by: actor)
        CaseLine(ledger: ledger, actor: actor, invocation: invocation).printLogged(stored.state)
        try invocation.console.output.flush()
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
        let mayRead = mayRead(state, by: actor, at: ledger.clock.now(), under: ledger.rules)
        invocation.printJSON(.object(mayRead ? json.object(state) : json.object(unread: state)))
    }
}
