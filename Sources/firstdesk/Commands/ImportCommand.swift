import ComplaintRules
import Ledger

/// `import`: takes in past cases from a file.
enum ImportCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        guard let file = arguments.operand(0) else { throw UsageError.missingOperand("FILE") }
        let map = try arguments.value("map").map(ImportMap.init(nameOrFile:))
        let (ledger, person) = try invocation.openSignedIn()
        // Whoever may not import learns that, rather than what is wrong with the file.
        try permit(.importCases, by: person.actor)
        var run = try ImportRun(file: file, map: map ?? .desk)
        let progress = ProgressLine(invocation.console)
        do {
            let report = try run.run(into: ledger, by: person.actor, dryRun: arguments.has("dry-run")) { bytes, total in
                progress.show(bytes, of: total ?? 0, ImportWords.progress)
            }
            progress.clear()
            print(report, invocation)
            return report.refused.isEmpty ? .done : .foundWrong
        } catch {
            progress.clear()
            // It broke off: what is in already is told all the same.
            print(run.report, invocation)
            throw error
        }
    }

    private static func print(_ report: ImportReport, _ invocation: Invocation) {
        let language = invocation.language
        if invocation.arguments.has("json") {
            let refused = report.refused.map { row -> JSONValue in
                ["line": JSONValue(row.line), "reason": .text(language(row.reason))]
            }
            invocation.printJSON([
                "read": JSONValue(report.read), "imported": JSONValue(report.imported), "alreadyThere": JSONValue(report.alreadyThere),
                "refused": .list(refused),
            ])
            return
        }
        for row in report.refused { invocation.console.say(MessageWords.lineRefused(row.line, row.reason)) }
        invocation.console.output.line(language(ImportWords.report(report, isDryRun: invocation.arguments.has("dry-run"))))
    }
}
