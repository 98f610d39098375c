import ComplaintRules
import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import DeskScreens

@Suite("look")
struct LookTests {
    @Test("print all") func printAll() throws {
        for (language, columns, rows) in [(Language.english, 80, 24), (.chinese, 80, 24), (.chinese, 120, 40)] {
            let stage = try DeskOnStage(language, columns: columns, rows: rows)
            print(stage.screen)
            _ = try stage.desk.repliedCase()
            _ = try stage.desk.ledger.log(stage.desk.intake("账户被误扣三百元，要求退还", customer: "王先生"), by: stage.desk.counter)
            _ = try stage.desk.ledger.log(
                stage.desk.intake("Card kept by the machine and nobody came to help", customer: "Mr Hall"),
                then: [.handOver(.init(to: stage.desk.manager.number))],
                by: stage.desk.counter
            )
            stage.enter(as: stage.desk.head)
            print(stage.screen)
            stage.press(.character("n"))
            print(stage.screen)
            stage.type("刘女士")
            stage.press(.escape)
            print(stage.screen)
            stage.press(.character("2"))
            print(stage.screen)
            stage.press(.enter)
            print(stage.screen)
            stage.press(.character("o"))
            print(stage.screen)
            stage.press(.escape, .enter)
            print(stage.screen)
            stage.press(.escape, .character("4"))
            print(stage.screen)
            stage.press(.character("s"))
            print(stage.screen)
        }
    }
}
