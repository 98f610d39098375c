import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Nothing typed is lost (2-screens rule 1).
@Suite("Drafts")
struct DraftTests {
    private func stage(_ language: Language = .english) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.counter)
        return stage
    }

    @Test("Esc keeps what was typed, says so, and the desk opens it again with the cursor where it was") func escape() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "13912345678", "The teller was short")
        stage.press("Left", "Left", "Left")
        let (screen, caret) = (stage.screen, stage.caret)
        stage.press("Esc")
        #expect(stage.message == "New complaint: what you typed is kept as a draft.")
        stage.press("d", "Enter")
        #expect(stage.message == "Your draft is back (saved just now). Press F7 to discard it.")
        #expect(stage.caret == caret)
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(stage.screen.split(separator: "\n", omittingEmptySubsequences: false)[..<21] == rows[..<21])
    }

    @Test("an empty form leaves no draft") func empty() throws {
        let stage = try stage()
        stage.press("n", "Tab", "Tab", "Esc")
        #expect(stage.message == "")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
    }

    @Test("what was typed into a choice and matches nothing there is kept, too") func unmatched() throws {
        let stage = try stage()
        stage.press("n", "Tab", "Tab", "Tab", "Tab")
        stage.type("zzz")
        stage.press("Tab", "Esc")
        #expect(stage.message == "New complaint: what you typed is kept as a draft.")
        stage.press("d", "Enter")
        stage.expect("zzz")
    }

    @Test("after a kill what was typed into an open list of choices is back, and the list open on it") func openChoice() throws {
        let stage = try stage()
        stage.press("n", "Tab", "Tab", "Tab", "Tab")
        stage.type("car")
        let shown = stage.screen
        stage.wait(milliseconds: 300)
        let again = try DeskOnStage(restarting: stage)
        again.enter(as: again.desk.counter)
        again.press("d", "Enter")
        #expect(again.screen.split(separator: "\n")[3..<17] == shown.split(separator: "\n")[3..<17])
        again.press("Enter")
        again.expect("Business           Bank cards")
    }

    @Test("after a kill the draft is back, the cursor where it was, once the pause had saved it") func kill() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "13912345678", "The teller was short with me")
        stage.press("Ctrl-Left")
        let caret = stage.caret
        stage.wait(milliseconds: 300)
        let again = try DeskOnStage(restarting: stage)
        again.enter(as: again.desk.counter)
        again.expect("1 draft of yours (just now)")
        again.press("d", "Enter")
        again.expect("The teller was short with me")
        again.expect("13912345678")
        #expect(again.caret == caret)
    }

    @Test("while keys keep coming the draft is saved within the second") func patience() throws {
        let stage = try stage()
        stage.press("n")
        for character in "abcdefghij" {
            stage.press(.character(character))
            stage.wait(milliseconds: 100)
        }
        let draft = try #require(try stage.desk.ledger.drafts(by: stage.desk.counter.number).first)
        #expect(draft.form == "log")
        let text = String(decoding: draft.content, as: UTF8.self)
        #expect(text.holds("abcdefgh"))
    }

    @Test("the cursor comes back into a field that only this channel or this choice shows", arguments: ["answer", "received"])
    func hiddenField(id: String) throws {
        let stage = try stage()
        stage.press("n")
        if id == "answer" {
            stage.fill("Ms Lowe", "", "The teller was short with me", "", "", "", "", "", "answ")
            stage.press("Enter")
            stage.type("Apologised")
        } else {
            stage.press("Shift-Tab")
            stage.type("letter")
            stage.press("Enter", "Home", "Shift-Tab", "Tab")
            stage.type("2026-11-1")
        }
        let caret = stage.caret
        stage.wait(milliseconds: 300)
        let again = try DeskOnStage(restarting: stage)
        again.enter(as: again.desk.counter)
        again.press("d", "Enter")
        #expect(again.caret == caret)
        again.type("8")
        again.expect(id == "answer" ? "Apologised8" : "2026-11-18")
    }

    @Test("the lock keeps the form for the same person") func lock() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "13912345678")
        let caret = stage.caret
        stage.press("F12", "Enter")
        stage.expectNot("Ms Lowe")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        stage.expect("Ms Lowe")
        #expect(stage.caret == caret)
        stage.type("99")
        stage.expect("1391234567899")
    }

    @Test("a draft is nobody's but the writer's") func otherPerson() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "13912345678")
        stage.press("F12")
        stage.fill("1002", PracticeFolder.passcode)
        stage.press("Enter")
        stage.expect("Welcome, Lily Marsh.")
        stage.expectNot("draft")
        stage.press("n")
        stage.expectNot("Ms Lowe")
        stage.expectNot("13912345678")
        stage.type("Mr Reed")
        stage.press("F12")
        stage.fill("1003", PracticeFolder.passcode)
        stage.press("Enter", "d", "Enter")
        stage.expect("Ms Lowe")
        stage.expectNot("Mr Reed")
    }

    @Test("idle minutes lock, and what was typed is kept") func idle() throws {
        let stage = try stage()
        stage.press("n")
        stage.type("Ms Lowe")
        stage.wait(milliseconds: 300_000)
        stage.expectNot("Ms Lowe")
        let again = try DeskOnStage(restarting: stage)
        again.enter(as: again.desk.counter)
        again.press("d", "Enter")
        again.expect("Ms Lowe")
    }

    @Test("F7 asks before it throws a draft away, Cancel first; then it is gone for good") func discard() throws {
        let stage = try stage()
        stage.press("n")
        stage.type("Ms Lowe")
        stage.press("F7")
        stage.expect("It cannot be recovered.")
        stage.press("Enter")
        stage.expect("Ms Lowe")
        stage.press("F7", "Left", "Enter")
        #expect(stage.row(0).holds("· Desk"))
        stage.expectNot("draft")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
    }

    @Test("each act on each case has a draft of its own") func acts() throws {
        let stage = try stage()
        let first = try stage.log(.oral, "Ms Lowe", "The teller was short with me", at: "2026-11-20T08:00:00+08:00")
        try stage.log(.oral, "Mr Reed", "No chairs", at: "2026-11-20T08:30:00+08:00")
        stage.press("2", "Down", "Enter")
        stage.expect("Case \(first)")
        stage.press("o")
        stage.type("She waits for a call.")
        stage.press("Esc")
        stage.expect("what you typed is kept as a draft")
        stage.press("Esc", "Up", "Enter", "o")
        stage.expectNot("She waits for a call.")
        stage.press("Esc", "Esc", "Down", "Enter", "o")
        stage.expect("She waits for a call.")
        stage.press("Ctrl-S")
        stage.expect("She waits for a call.")
        stage.press("o")
        #expect(!stage.row(5).holds("She waits"))
    }

    @Test("before the program ends a draft is saved") func atTheEnd() throws {
        let stage = try stage()
        stage.press("n")
        stage.type("Ms Lowe")
        stage.press("Ctrl-Q")
        stage.expect("Quit FirstDesk?")
        stage.press("Left", "Enter")
        #expect(stage.app.isFinished)
        let again = try DeskOnStage(restarting: stage)
        again.enter(as: again.desk.counter)
        again.press("d", "Enter")
        again.expect("Ms Lowe")
    }

    @Test("F9 changes the language of every form and keeps everything typed, the cursor too") func language() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "", "The teller was short with me", "", "cards", "", "", "")
        stage.press("Space", "Tab")
        stage.type("answ")
        stage.press("Enter")
        stage.type("Apologised")
        let caret = stage.caret?.row
        stage.press("F9")
        for text in ["Ms Lowe", "The teller was short with me", "银行卡", "[x]", "已当场答复", "Apologised", "登记投诉"] { stage.expect(text) }
        #expect(stage.caret?.row == caret)
        stage.type("!")
        stage.expect("Apologised!")
        stage.press("F9")
        for text in ["Bank cards", "answered on the spot", "New complaint"] { stage.expect(text) }
        stage.press("Ctrl-S")
        #expect(stage.message.holds("answered"))
    }

    @Test("F9 keeps what stands in the form of every act, in a search and in a question") func languageElsewhere() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        for key in ["o", "b"] {
            stage.press("2", "Enter", key)
            stage.type("typed before")
            stage.press("F9")
            stage.type(", and after")
            stage.expect("typed before, and after")
            stage.press("F9", "Esc", "Esc")
        }
        stage.press("/")
        stage.type("update")
        stage.press("F9")
        stage.expect("检索：update")
        stage.press("F9", "Esc", "4", "End", "s")
        stage.type("half")
        stage.press("F9")
        stage.expect("••••")
        stage.expect(number)
    }

    @Test("F9 on a finding made again leaves no draft where nothing was typed") func findingLanguage() throws {
        let stage = try DeskOnStage(.english)
        _ = try stage.sentBackCase()
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "f")
        stage.expect("Transfers piled up during an update")
        stage.press("F9")
        stage.expect("Transfers piled up during an update")
        stage.press("Esc")
        #expect(stage.message == "")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.manager.number).isEmpty)
    }
}
