import ComplaintRules
import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import DeskScreens

/// What stands over the time line of a case: short, until c shows it in full.
@Suite("Facts and clocks of a case, short and in full")
struct CaseHeadTests {
    /// A case with long facts, in hand of the complaint manager.
    private func longCase(_ language: Language) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        let asks = String(repeating: language == .english ? "The money back at once. " : "请立即退还全部款项。", count: 12)
        var intake = stage.desk.intake(language == .english ? "300 taken by mistake" : "账户被误扣三百元", customer: "Mr Baker")
        intake.asks = asks
        let number = try stage.desk.ledger.log(intake, then: [.handOver(.init(to: stage.desk.manager.number))], by: stage.desk.counter)
            .state.number.description
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        stage.enter(as: stage.desk.manager)
        stage.press("Enter")
        return stage
    }

    @Test("a long fact is cut with an ellipsis; c shows it whole, and every clock") func unfolds() throws {
        let stage = try longCase(.english)
        stage.shows(
            """
            """
        )
        stage.press("c")
        stage.shows(
            """
            """
        )
        stage.press("c")
        stage.expect("(c shows all in full)")
    }

    @Test("the same in Chinese") func unfoldsChinese() throws {
        let stage = try longCase(.chinese)
        stage.shows(
            """
            """
        )
        stage.press("c")
        stage.shows(
            """
            """
        )
    }

    @Test("where only ASCII can be drawn, three dots stand where it was cut") func ascii() throws {
        let stage = try longCase(.english)
        stage.app.use(.ascii)
        let asks = stage.screen.split(separator: "\n").filter { $0.holds("money back") }
        #expect(asks.count == 2)
        #expect(asks.last?.hasSuffix("...") == true)
    }

    @Test("the acts stand in the order of their use, those that cannot be done behind them with the reason") func order() throws {
        let stage = try longCase(.english)
        stage.press("Enter")
        stage.shows(
            """
            """
        )
        stage.press("Enter")
        #expect(stage.row(0).holds("Finding"))
    }
}
