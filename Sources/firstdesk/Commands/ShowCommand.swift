import ComplaintRules
import Ledger

/// `show`: cases, their clocks, and what happened on each.
enum ShowCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let numbers = invocation.arguments.operands
        let (ledger, person) = try invocation.openSignedIn()
        if invocation.arguments.has("attachment") {
            if numbers.count > 1 { throw UsageError.tooMany(numbers[1]) }
            return try saveAttachment(of: numbers[0], ledger, person.actor, invocation)
        }
        let page = CasePage(
            ledger,
            language: invocation.language,
            showsContacts: invocation.arguments.has("reveal"),
            isDetailed: invocation.arguments.has("events")
        )
        for (place, number) in numbers.enumerated() {
            // Read one after the other: memory stays flat however many are asked for.
            let stored = try ledger.open(number, by: person.actor).stored
            if invocation.arguments.has("json") {
                invocation.printJSON(.object(CaseJSON(ledger).whole(stored)))
                continue
            }
            if place > 0 { invocation.console.output.line() }
            for line in page.lines(stored) { invocation.console.output.line(line) }
        }
        return .done
    }

    /// Writes the scan of an attachment to a file of its own, which must not be there yet.
    private static func saveAttachment(
        of number: String,
        _ ledger: Ledger,
        _ actor: Actor,
        _ invocation: Invocation
    ) throws -> ExitStatus {
        let item = try invocation.arguments.count("attachment") ?? 0
        let output = try invocation.arguments.required("output")
        let found = try ledger.attachment(item, of: number, by: actor)
        try ledger.recordExport(.init(.paper, name: "scan \(item) \(number)", count: 1), by: actor)
        try TextFile.copy(found.path, to: output)
        invocation.console.say(Phrase(en: "\(found.name) is in \(output).", zh: "\(found.name) 已存入 \(output)。"))
        return .done
    }
}
