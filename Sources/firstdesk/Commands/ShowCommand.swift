import ComplaintRules
import Ledger

/// `show`: one case, its clocks, and what happened on it.
enum ShowCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        guard let number = invocation.arguments.operand(0) else { throw UsageError.missingOperand("NUMBER") }
        let (ledger, person) = try invocation.openSignedIn()
        let stored = try ledger.read(number, by: person.actor)
        if invocation.arguments.has("json") {
            invocation.printJSON(.object(CaseJSON(ledger).whole(stored)))
        } else {
            let page = CasePage(
                ledger,
                language: invocation.language,
                showsContacts: invocation.arguments.has("reveal"),
                isDetailed: invocation.arguments.has("events")
            )
            for line in page.lines(stored) { invocation.console.output.line(line) }
        }
        return .done
    }
}
