import ComplaintRules
import Ledger

/// `figures`: so far only the record that a month's report was issued, which stops the clock of the monthly figures.
enum FiguresCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let text = try invocation.arguments.required("period")
        guard let month = Month(text) else { throw UsageError.notAMonth(option: "period", text) }
        guard invocation.arguments.has("issued") else { throw UsageError.missingOption("issued") }
        let (ledger, person) = try invocation.openSignedIn()
        try ledger.issueReport(of: month, by: person.actor)
        invocation.console.say(Phrase(en: "The report for \(month) is recorded as issued.", zh: "已登记 \(month) 月度报告已出具。"))
        return .done
    }

    /// The command's table.
    static let table = CommandSpec(
        "figures",
        Phrase(en: "records that a month's report was issued", zh: "登记某月月度报告已出具"),
        options: [
            OptionSpec("period", "MONTH", required: true, Phrase(en: "the month, such as 2026-10", zh: "月份，如 2026-10")),
            OptionSpec("issued", Phrase(en: "the report was issued", zh: "报告已出具")),
        ],
        run: FiguresCommand.run
    )
}
