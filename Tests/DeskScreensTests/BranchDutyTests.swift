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

    @Test("F on the desk records a month's report as issued, and the clerk is told why not", arguments: Language.allCases)
    func report(language: Language) throws {
        let stage = try DeskOnStage(language)
        try stage.desk.setClock("2026-12-03T09:00:00+08:00")
        stage.enter(as: stage.desk.manager)
        stage.expect(language == .english ? "The report for November 2026 is due on 10 Dec. Press F once issued." : "出具后请按 F")
        stage.press("F")
        stage.expect("2026-11")
        stage.press("F2")
        stage.expect(language == .english ? "The report for 2026-11 is recorded as issued." : "已登记 2026-11 月度报告已出具。")
        stage.expectNot(language == .english ? "F once issued" : "出具后请按 F")
        let month = try #require(Month("2026-11"))
        #expect(try stage.desk.ledger.figures(of: month).by == stage.desk.manager.number)
        stage.enter(as: stage.desk.counter)
        stage.press("F")
        stage.expect(language == .english ? "Only the complaint manager or the branch manager may" : "仅限投诉管理人或网点负责人")
    }
}
