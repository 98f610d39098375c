import ComplaintRules
import DeskPapers
import Ledger
import TerminalKit

/// The report of a month as it was issued, one issue after the other, to be read, printed and saved as it was.
struct IssuedReportScreen: Screen {
    private let reports: [IssuedReport]
    private var chosen: Int
    private var page = PagePane()

    /// Makes it for what was issued of one month, at least once; the last issue comes first.
    init(_ reports: [IssuedReport]) { (self.reports, chosen) = (reports, reports.count - 1) }

    private var report: IssuedReport { reports[chosen] }

    var title: Phrase { .reportOf(report.issue.report.month, report.issue.report.issue, reports.count) }

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        return [
            on([.character("p")], .printPaper, short: .printShort) { screen, press in
                press.session.printing(screen.report.document, screen.report.export(isPrinted: true), screen.title)
            },
            on([.character("f")], .saveToFile, short: .saveShort, leadsToTyping: true) { screen, press in
                let export = screen.report.export(isPrinted: false)
                let name = export.name.split(separator: " ").joined(separator: "-")
                let savable = Savable(title: screen.title, document: screen.report.document, figures: nil, name: name, export: export)
                return .ask(savable.question(by: press.key, press.session))
            },
            on([.character("[")], .issueBefore) { screen, press in try screen.choose(screen.chosen - 1, press) },
            on([.character("]")], .issueAfter, inFooter: false) { screen, press in try screen.choose(screen.chosen + 1, press) },
        ]
    }

    private mutating func choose(_ place: Int, _ press: Press) throws -> Step {
        guard reports.indices.contains(place) else { return .say(MessageLine(press.session.language(.noSuchIssue))) }
        (chosen, page.top) = (place, 0)
        try refresh(in: press.area, press.session)
        return .stay
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws { page.show(report.document, in: area, session.glyphs) }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? { page.move(by: key, in: area) ? .moved : nil }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) { page.draw(into: &grid, in: area, look) }
}
