import ComplaintRules
import DeskPapers
import DeskScreens
import Ledger

/// `figures`: the figures of a period, in the form asked for; and the month's report, issued, and shown again as it was.
enum FiguresCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        let text = try arguments.required("period")
        try PaperOutput(invocation).check()
        if arguments.has("issued") { return try issue(text, invocation) }
        if arguments.has("issue") { return try showIssue(text, invocation) }
        guard let period = FiguresPeriod(Written.plain(text)) else { throw UsageError.notAPeriod(option: "period", text) }
        let axis = arguments.value("by")
        if let axis, FigureAxis.named(axis) == nil {
            throw UsageError.notOneOf(option: "by", axis, FigureAxis.all.map { .init(code: $0.name, label: $0.label) })
        }
        let format: FiguresFormat = try arguments.code("format") ?? .text
        let (ledger, person) = try invocation.openSignedIn()
        let figures = try figures(of: period, by: axis, isFolded: arguments.has("fold"), ledger, person.actor)
        try invocation.tellFounding(period, in: ledger)
        let bytes = try format.bytes(figures, by: axis, ledger.rules, invocation)
        if PaperOutput(invocation).leavesDesk {
            let name = "\(period.text) \(format.rawValue)"
            try ledger.recordExport(.init(.figures, name: name, count: figures.axes.reduce(0) { $0 + $1.rows.count }), by: person.actor)
        }
        try PaperOutput(invocation).write(bytes)
        return .done
    }

    /// Counts the figures of a period.
    ///
    /// - Throws: `UsageError.periodNotBegun`; `Refusal`; `LedgerError`.
    /// - Parameter isFolded: whether codes count under those at the top above them.
    static func figures(
        of period: FiguresPeriod,
        by axis: String?,
        isFolded: Bool = false,
        _ ledger: Ledger,
        _ actor: Actor
    ) throws -> Figures {
        let days = Figures.days(for: period)
        var source = try ledger.figureSource(from: days.first, to: days.last, by: actor)
        if isFolded { source = source.folded(by: ledger.rules.codes) }
        let axes = axis.map { Set([$0]) }
        guard let figures = Figures(of: period, from: source, under: ledger.rules, at: ledger.now, by: axes) else {
            throw UsageError.periodNotBegun(period.text)
        }
        return figures
    }

    /// Issues the report of a month, and keeps it as it is now.
    private static func issue(_ text: String, _ invocation: Invocation) throws -> ExitStatus {
        guard let month = Month(Written.plain(text)) else { throw UsageError.notAMonth(option: "period", text) }
        let reason = invocation.arguments.value("reason") ?? ""
        let (ledger, person) = try invocation.openSignedIn()
        let issue = try PaperDesk.issueReport(of: month, because: reason, on: ledger, by: person.actor)
        invocation.console.say(Term.reportIssued(month, issue))
        return .done
    }

    /// Shows an issue of a month's report as it was.
    private static func showIssue(_ text: String, _ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        guard let month = Month(Written.plain(text)) else { throw UsageError.notAMonth(option: "period", text) }
        let wanted = try arguments.count("issue") ?? 1
        let format: PaperFormat = try arguments.code("format") ?? .text
        let (ledger, person) = try invocation.openSignedIn()
        let reports = try PaperDesk.issuedReports(of: month, on: ledger, by: person.actor)
        guard let report = reports.first(where: { $0.issue.report.issue == wanted }) else {
            throw UsageError.noSuchIssue(month, wanted, of: reports.count)
        }
        let bytes = try format.bytes(report.document, columns: nil, invocation)
        if PaperOutput(invocation).leavesDesk { try ledger.recordExport(report.export(isPrinted: false), by: person.actor) }
        try PaperOutput(invocation).write(bytes)
        return .done
    }

    /// The command's table.
    static let table = CommandSpec(
        "figures",
        Phrase(en: "prints the figures of a period, or issues a month's report", zh: "打印期间统计，或出具月度报告"),
        options: [
            OptionSpec(
                "period",
                "PERIOD",
                required: true,
                Phrase(
                    en: "2026, 2026-H2, 2026-Q4, 2026-11, 2026-W48, 2026-11-26 or 2026-11-01..2026-11-15",
                    zh: "2026、2026-H2、2026-Q4、2026-11、2026-W48、2026-11-26 或 2026-11-01..2026-11-15"
                )
            ),
            OptionSpec(
                "by",
                "AXIS",
                Phrase(
                    en: "only these rows: \(Language.english.listed(FigureAxis.all.map { "\($0.name) (\($0.definition.english))" }))",
                    zh: "只列这些行：\(Language.chinese.listed(FigureAxis.all.map { "\($0.name)（\($0.definition.chinese)）" }))"
                )
            ),
            OptionSpec("fold", Phrase(en: "counts codes under those above them", zh: "按上级代码合并统计")),
            OptionSpec(
                "format",
                "FORMAT",
                Phrase(
                    en: "\(Language.english.listed(FiguresFormat.allCases.map(\.rawValue))); default: text",
                    zh: "\(Language.chinese.listed(FiguresFormat.allCases.map(\.rawValue)))，默认 text"
                )
            ),
            PaperOutput.fileOption, PaperOutput.replaceOption, PaperOutput.asciiOption,
            PaperOutput.bomOption,
            OptionSpec(
                "issued",
                Phrase(en: "issues the report of the month, which is kept as it is now", zh: "出具该月报告，并按现状留存")
            ),
            OptionSpec("reason", "TEXT", Phrase(en: "why it is issued anew", zh: "重新出具的原因")),
            OptionSpec(
                "issue",
                "N",
                Phrase(
                    en: "shows the Nth issue of the month's report as it was: text, html or pdf",
                    zh: "按原样显示该月第 N 次出具的报告：text、html 或 pdf"
                )
            ),
        ],
        notes: Phrase(
            en: FigureMeasure.all.map { "\($0.name) - \($0.label.english): \($0.definition.english)" }.joined(separator: "\n"),
            zh: FigureMeasure.all.map { "\($0.name) - \($0.label.chinese)：\($0.definition.chinese)" }.joined(separator: "\n")
        ),
        run: FiguresCommand.run
    )
}

extension Invocation {
    /// Says where a period begins before the desk did: of these days it knows what was brought in.
    ///
    /// - Throws: `Refusal.beforeFounding` where it knows nothing of any of them; `LedgerError`.
    func tellFounding(_ period: FiguresPeriod, in ledger: Ledger) throws {
        guard let founding = try ledger.checkRecord(from: period.first, to: period.last) else { return }
        console.say(
            Phrase(
                en: "This desk was founded on \(founding.iso). Of the days before it, only imported cases are counted.",
                zh: "本网点系统自 \(founding.iso) 启用；此前日期仅统计导入的历史投诉。"
            )
        )
    }
}
