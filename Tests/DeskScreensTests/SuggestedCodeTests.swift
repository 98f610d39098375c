import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The codes that the customer's words speak for stand first in their lists.
@Suite("Suggested codes in the form")
struct SuggestedCodeTests {
    private func stage(_ language: Language) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        return stage
    }

    /// Goes on with Tab to the field of that name.
    private func go(to field: String, _ stage: DeskOnStage) {
        for _ in 1...60 where (stage.app.stack.last as? LogScreen)?.form.focusedID != field { stage.press("Tab") }
    }

    private func value(_ field: String, _ stage: DeskOnStage) -> String { (stage.app.stack.last as? LogScreen)?.form.value(field) ?? "" }

    @Test("three at most, first in the list and marked; none is chosen by that") func first() throws {
        let stage = try stage(.english)
        go(to: "text", stage)
        stage.type("The machine kept my card and nobody came.")
        go(to: "business", stage)
        #expect(value("business", stage) == "")
        stage.press("Space")
        stage.expect("Bank cards (suggested)")
        #expect(stage.screen.split(separator: "\n").count { $0.contains("(suggested)") } <= 3)
        stage.press("Esc")
        #expect(value("business", stage) == "")
    }

    @Test("in Chinese, from pairs of characters") func chinese() throws {
        let stage = try stage(.chinese)
        go(to: "text", stage)
        stage.type("柜员态度生硬，排队很久")
        go(to: "reason", stage)
        stage.press("Space")
        stage.expect("服务态度及质量（推荐）")
    }

    @Test("the desk's own cases teach it: what they had comes first") func learns() throws {
        let stage = try DeskOnStage(.english)
        var intake = stage.desk.intake("The commemorative medal was not delivered")
        (intake.business, intake.reason) = ("precious-metals", "marketing")
        for _ in 1...2 { _ = try stage.desk.ledger.log(intake, by: stage.desk.counter) }
        #expect(try stage.desk.ledger.likeliestCodes(for: "my medal", on: .business).first == "precious-metals")
        // What comes later is learnt too, at the next question.
        (intake.text, intake.business) = ("The brochure was wrong", "wealth")
        #expect(try stage.desk.ledger.likeliestCodes(for: "a brochure", on: .business) == [])
        _ = try stage.desk.ledger.log(intake, by: stage.desk.counter)
        #expect(try stage.desk.ledger.likeliestCodes(for: "a brochure", on: .business).first == "wealth")
    }

    @Test("without words there is nothing to suggest") func empty() throws {
        let stage = try stage(.english)
        go(to: "business", stage)
        stage.press("Space")
        stage.expectNot("(suggested)")
    }
}
