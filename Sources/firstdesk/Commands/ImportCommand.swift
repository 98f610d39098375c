import ComplaintRules
import Ledger
import TableFiles

/// `import`: takes in past cases from a file.
enum ImportCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        guard let file = arguments.operand(0) else { throw UsageError.missingOperand("FILE") }
        let map = try arguments.value("map").map(ImportMap.init(nameOrFile:))
        let (ledger, person) = try invocation.openSignedIn()
        // Whoever may not import learns that, rather than what is wrong with the file.
        try permit(.importCases, by: person.actor)
        let dates = try invocation.dateOrder()
        let text = try invocation.lines(of: file, try invocation.encodingChoice(else: .recognised)).source
        var run = try ImportRun(text, file: file, map: map ?? .desk, dates: dates)
        let progress = ProgressLine(invocation.console)
        let printer = ReportPrinter(invocation)
        do {
            let report = try run.run(into: ledger, by: person.actor, dryRun: arguments.has("dry-run")) { row in
                progress.clear()
                printer.refused(row)
            } progress: { bytes, total in
                progress.show(bytes, of: total ?? 0, ImportWords.progress)
            }
            progress.clear()
            printer.end(report)
            return report.refused == 0 ? .done : .foundWrong
        } catch {
            progress.clear()
            // It broke off: what is in already is told all the same.
            printer.end(run.report)
            throw error
        }
    }
}

/// Tells what became of the rows, each refused one as it comes, so that none has to be kept.
private final class ReportPrinter {
    private let invocation: Invocation
    private let isJSON: Bool
    private var refusedCount = 0

    init(_ invocation: Invocation) {
        self.invocation = invocation
        isJSON = invocation.arguments.has("json")
    }

    /// Tells a row that was not taken in.
    func refused(_ row: ImportReport.RefusedRow) {
        guard isJSON else { return invocation.console.say(MessageWords.lineRefused(row.line, row.reason)) }
        let object: JSONValue = ["line": JSONValue(row.line), "reason": .text(invocation.language(row.reason))]
        invocation.console.output.write((refusedCount == 0 ? "{\"refused\":[" : ",") + object.line)
        refusedCount += 1
    }

    /// Tells the whole.
    func end(_ report: ImportReport) {
        let isDryRun = invocation.arguments.has("dry-run")
        guard isJSON else {
            if let encoding = report.encoding { invocation.console.say(ImportWords.encoding(encoding, isDryRun ? report.sample : [])) }
            invocation.console.output.line(invocation.language(ImportWords.report(report, isDryRun: isDryRun)))
            if report.stillOpen > 0 { invocation.console.say(ImportWords.stillOpen(report.stillOpen)) }
            return
        }
        var rest: [String: JSONValue] = [
            "read": JSONValue(report.read), "imported": JSONValue(report.imported), "alreadyThere": JSONValue(report.alreadyThere),
        ]
        if report.stillOpen > 0 { rest["stillOpen"] = JSONValue(report.stillOpen) }
        if let encoding = report.encoding { rest["encoding"] = .text(encoding.name) }
        if isDryRun, !report.sample.isEmpty { rest["sample"] = .list(report.sample.map(JSONValue.text)) }
        // The list is open already, or empty; the other keys stand behind it in the same object.
        invocation.console.output.line(
            (refusedCount == 0 ? "{\"refused\":[]," : "],") + JSONValue.object(rest).line.dropFirst()
        )
    }
}
