import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Whoever a case is about may log it, hand it over while they hold it, and give a statement; they read no further (1-domain, Recusal). On screen
/// the list of everything leads there, by the case's number, and nothing of it is shown.
@Suite("A case about oneself, on screen")
struct OwnCaseTests {
    /// The clerk logs a complaint about themselves and keeps it for now.
    private func kept(_ language: Language) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        stage.fill("Ms Lowe", "", "Short with me", "", "", "", "1003", "")
        // By itself it is handed over.
        stage.press("Shift-Tab", "Tab", "Tab")
        stage.type(language == .english ? "keep" : "暂由")
        stage.press("Enter", "Ctrl-S")
        return stage
    }

    private func find(_ words: String, on stage: DeskOnStage) {
        stage.press(":")
        stage.type(words)
    }

    @Test("what was saved says the way, and the number stands in the form", arguments: Language.allCases)
    func handedOver(_ language: Language) throws {
        let stage = try kept(language)
        let isEnglish = language == .english
        let said =
            isEnglish
            ? "Saved 0379-2611-001 Ms Lowe. It is about you. \":\" and \"about me\": hand it over, or give a statement."
            : "已保存 0379-2611-001 Ms Lowe。本件涉及您本人。按 : 输入“涉及本人”，可移交或作情况说明。"
        #expect(stage.message.replacing(" ", with: "") == said.replacing(" ", with: ""))
        stage.expectNot("Short with me")
        find(isEnglish ? "about me hand" : "涉及本人 移交", on: stage)
        stage.press("Enter")
        stage.expect("0379-2611-001")
        stage.expectNot("Short with me")
        stage.press("Tab")
        stage.type("1002")
        stage.press("Enter", "Ctrl-S")
        #expect(stage.message == (isEnglish ? "0379-2611-001: \"Hand over\" is recorded." : "0379-2611-001：已办理“移交”。"))
        let state = try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state
        #expect(state.stage == .handedOver && state.awaitedReceiver == stage.desk.manager.number)
        _ = try stage.desk.ledger.perform(.accept, on: "0379-2611-001", by: stage.desk.manager)
        // Once it is in other hands, it is not theirs to hand over, and they learn no more than of any case they may not read.
        find(isEnglish ? "about me hand" : "涉及本人 移交", on: stage)
        stage.press("Enter", "Tab")
        stage.type("1001")
        stage.press("Enter", "Ctrl-S")
        #expect(stage.message.holds(isEnglish ? "You may not read this case" : "您不能查阅本件"))
    }

    @Test("a statement is given by whoever it is about, with the serial alone, whoever logged it and in whose hands it is")
    func statement() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(
            .oral,
            "Ms Lowe",
            "Short with me",
            at: "2026-11-20T08:30:00+08:00",
            about: "1002",
            to: stage.desk.head
        )
        stage.enter(as: stage.desk.manager)
        find("about me statement", on: stage)
        stage.press("Enter")
        stage.expectNot("Short with me")
        stage.type("1")
        stage.press("Tab")
        stage.type("The queue was long.")
        stage.press("Ctrl-S")
        #expect(stage.message == "\(number): \"Staff statement\" is recorded.")
        let events = try stage.desk.ledger.open(number, by: stage.desk.head).events
        #expect((events.last?.event as? StaffStatement)?.text == "The queue was long.")
    }

    @Test("what is missing, or no case, is said in the form and keeps what was typed") func refusals() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        find("about me statement", on: stage)
        stage.press("Enter", "Ctrl-S")
        stage.expect("\"Case number\" is missing.")
        stage.type("77")
        stage.press("Tab")
        stage.type("My word.")
        stage.press("Ctrl-S")
        #expect(stage.message.holds("There is no case 0379-2611-077 at this desk."))
        stage.expect("My word.")
        // It is a draft like any other.
        stage.press("Esc", "d")
        stage.expect("Case about me: Staff")
        stage.press("Enter")
        stage.expect("My word.")
    }

    @Test("the auditor, who changes nothing, is told why not") func auditor() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.auditor)
        find("about me hand", on: stage)
        stage.expect("Case about me: Hand over  (Hand over: only the counter clerk, the compla")
    }
}
