import ComplaintRules
import DeskPapers
import Ledger
import TableFiles

/// The report of a month as it was issued once: it stays what it was, whatever was corrected since (1-domain, What was is not rewritten).
public struct IssuedReport: Sendable {
    /// Which one it is, when, and by whom.
    public let issue: MonthlyFigures.Issue
    /// What was handed up, with a line above it that says which issue it is.
    public let document: Document

    /// Reads what was kept.
    ///
    /// - Throws: what is wrong with it; `verify` names the event then.
    init(_ issue: MonthlyFigures.Issue, under rules: DeskRules) throws {
        var document = try JSONCoding.value(Document.self, from: Array(issue.report.form.utf8))
        let (report, times) = (issue.report, TimeWords(document.language, zone: rules.zone))
        let who = rules.staff.person(issue.by)
        var lines = [
            Phrase(
                en: "Issue \(report.issue), as issued \(times.dateTime(issue.at)) by \(who)",
                zh: "第 \(report.issue) 次出具，\(times.dateTime(issue.at))，\(who)"
            )
        ]
        if let reason = report.reason {
            lines.append(
                Phrase(en: "It corrects issue \(report.issue - 1): \(reason)", zh: "更正第 \(report.issue - 1) 次出具：\(reason)")
            )
        }
        lines.append(Phrase(en: "Digest \(report.digest)", zh: "摘要 \(report.digest)"))
        document.blocks.insert(.text(lines.map { document.language($0) }.joined(separator: "\n")), at: 0)
        (self.issue, self.document) = (issue, document)
    }

    /// The event that it leaves the desk.
    public func export(isPrinted: Bool) -> DeskEvent.Exported {
        .init(.paper, name: "report \(issue.report.month) issue \(issue.report.issue)", count: 1, isPrinted: isPrinted)
    }
}

extension PaperDesk {
    /// Issues the report of a month, in the branch's own language, and keeps it as it is now.
    ///
    /// - Parameter reason: why it is issued anew; blank for the first time.
    /// - Returns: which issue of the month it is.
    /// - Throws: `Refusal`, for a month that has not ended, or whose figures are still those of the last issue; `LedgerError`.
    public static func issueReport(of month: Month, because reason: String = "", on ledger: Ledger, by actor: Actor) throws -> Int {
        try permit(.issueReport, by: actor)
        let (period, rules) = (FiguresPeriod(.month, of: month.first), ledger.rules)
        let days = Figures.days(for: period)
        let source = try ledger.figureSource(from: days.first, to: days.last, namingNobody: true, by: actor)
        var form = ""
        // A month that has not begun has no figures, and is refused.
        if let figures = Figures(of: period, from: source, under: rules, at: ledger.now) {
            let document = FiguresDocument(figures, rules, rules.settings.language).report
            form = String(decoding: try JSONCoding.bytes(of: document), as: UTF8.self)
        }
        return try ledger.issueReport(of: month, as: form, because: reason, by: actor)
    }

    /// The reports of a month as they were issued, the first one first.
    ///
    /// - Throws: `Refusal` for whoever may not read figures; `LedgerError`.
    public static func issuedReports(of month: Month, on ledger: Ledger, by actor: Actor) throws -> [IssuedReport] {
        try permit(.readFigures, by: actor)
        return try ledger.figures(of: month).issues.map { try IssuedReport($0, under: ledger.rules) }
    }
}
