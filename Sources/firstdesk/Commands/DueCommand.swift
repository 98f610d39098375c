import ComplaintRules
import Ledger

/// `due`: counts and nothing of customers, for `cron` and login messages. Needs no sign-in.
enum DueCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let ledger = try invocation.openLedger()
        let (counts, soon) = (try ledger.counts(), try ledger.dueSoon())
        invocation.tellOfTime(ledger)
        invocation.tellOfCalendar(ledger)
        if invocation.arguments.has("json") {
            invocation.printJSON([
                "overdue": JSONValue(counts.overdue), "dueToday": JSONValue(counts.dueToday),
                "dueSoon": JSONValue(soon.soon), "dueVerySoon": JSONValue(soon.verySoon), "toAccept": JSONValue(counts.toAccept),
                "toSign": JSONValue(counts.toSign), "bookReviewed": JSONValue(try ledger.isBookReviewedToday()),
            ])
        } else {
            invocation.console.output.line(
                invocation.language(TableWords.due(counts, soon, isBookReviewed: try ledger.isBookReviewedToday()))
            )
        }
        return .done
    }
}
