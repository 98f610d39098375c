import ComplaintRules
import Ledger

/// `show`: cases, their clocks, and what happened on each.
enum ShowCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let numbers = invocation.arguments.operands
        let (ledger, person) = try invocation.openSignedIn()
        let page = CasePage(
            ledger,
            language: invocation.language,
            showsContacts: invocation.arguments.has("reveal"),
            isDetailed: invocation.arguments.has("events")
        )
        for (place, number) in numbers.enumerated() {
            // Read one after the other: memory stays flat however many are asked for.
            let stored = try ledger.read(number, by: person.actor)
            if invocation.arguments.has("json") {
                invocation.printJSON(.object(CaseJSON(ledger).whole(stored)))
                continue
            }
            if place > 0 { invocation.console.output.line() }
            for line in page.lines(stored) { invocation.console.output.line(line) }
        }
        return .done
    }
}
