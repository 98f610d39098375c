import DeskTestSupport
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

@Suite("What a branch does beside its cases")
struct BranchDutyTests {
    @Test("F6 shows the contact cards, from any screen", arguments: Language.allCases)
    func contactCards(language: Language) throws {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.counter)
        stage.press("F6")
        stage.expect(language == .english ? "There are no contact cards yet." : "尚无联系卡")
        stage.press("Esc")
        var settings = stage.desk.ledger.settings
        settings.contactCards = "信用卡部 王芳 65920001; 法律事务 李强 65920002"
        try stage.desk.ledger.change(settings, by: stage.desk.head)
        stage.press("2", "F6")
        stage.expect("信用卡部 王芳 65920001")
        stage.expect("法律事务 李强 65920002")
    }

    @Test(
        "F on the desk issues a month's report, which can be read again as it was, and the clerk is told why not",
        arguments: Language.allCases
    )
    func report(language: Language) throws {
        let stage = try DeskOnStage(language)
        try stage.desk.setClock("2026-12-03T09:00:00+08:00")
        stage.enter(as: stage.desk.manager)
        stage.expect(language == .english ? "The report for November 2026 is due on 10 Dec. Press F to issue it." : "请按 F 出具")
        stage.press("F")
        stage.expect("2026-11")
        stage.press("F2")
        stage.expect(language == .english ? "The report for 2026-11 is issued, and kept as issue 1." : "2026-11 月度报告已出具，留存为第 1 次出具。")
        stage.expectNot(language == .english ? "F to issue it" : "请按 F 出具")
        let month = try #require(Month("2026-11"))
        #expect(try stage.desk.ledger.figures(of: month).issues.map(\.by) == [stage.desk.manager.number])
        stage.press("F", "F2")
        stage.expect(language == .english ? "was already issued, and its figures are still those" : "数据与第 1 次出具的相同。")
        stage.press("Esc", "6", "i")
        stage.expect(language == .english ? "The report for this month has not been issued yet." : "本月报告尚未出具")
        stage.press("[", "i")
        stage.expect(language == .english ? "Report for 2026-11, issue 1 of 1" : "2026-11 月度报告，第 1 次出具（共 1 次）")
        let issued = language == .english ? "Issue 1, as issued 3 Dec 2026 09:00 by 1002" : "第 1 次出具，2026年12月3日 09:00，1002 李敏"
        stage.expect(issued)
        stage.press("p")
        #expect(stage.app.wishes.contains { if case .printing(let job) = $0 { job.html.contains(issued) } else { false } })
        stage.enter(as: stage.desk.counter)
        stage.press("F")
        stage.expect(language == .english ? "Only the complaint manager or the branch manager may" : "仅限投诉管理人或网点负责人")
    }
}
