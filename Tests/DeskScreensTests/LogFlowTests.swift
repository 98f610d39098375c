import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// A complaint is logged by keys only, while the customer stands before the clerk (1-domain, Log; 2-screens rule 3).
@Suite("Logging a complaint")
struct LogFlowTests {
    private func stage(_ language: Language = .chinese) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        return stage
    }

    @Test("what a command says beside the number, the message says after saving, also from within the field") func remarks() throws {
        for (language, words, said) in [
            (Language.chinese, "小李", "“小李”未识别出本网点人员，无人因此回避。"),
            (.english, "window 3", "\"window 3\" means nobody here for sure, so nobody is recused for it."),
        ] {
            let stage = try stage(language)
            stage.fill("", language == .chinese ? "不留" : "none", "排队太久", "", "", "", words)
            stage.press("Ctrl-S")
            let shown = stage.screen.split(separator: "\n").map { String($0).trimmed }.joined(separator: language == .english ? " " : "")
            let none = language == .chinese ? "“不留”按未留联系方式登记。" : "\"none\" is taken to say that no contact was left."
            for text in [language == .chinese ? "已保存 0379-2611-001。" : "Saved 0379-2611-001.", said, none] {
                #expect(shown.holds(text), "\(text)\n\(stage.screen)")
            }
        }
    }

    @Test("a walk-in in Chinese, handed over to the complaint manager, by keys only") func walkIn() throws {
        let stage = try stage()
        stage.fill("刘女士", "13912345678", "柜员交班时态度生硬，\n等候二十分钟无人解释。", "道歉并改进", "yhk", "fwtd", "", "")
        stage.press("Space")
        stage.press("Tab")
        stage.type("李敏")
        stage.press("Enter", "Ctrl-S")
        #expect(stage.message == "已保存 0379-2611-001 刘女士，移交给 1002 李敏。")
        #expect(stage.row(0).holds("工作台"))
        let state = try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state
        #expect(state.stage == .handedOver)
        #expect(state.awaitedReceiver == stage.desk.manager.number)
        #expect(state.intake.customer == "刘女士")
        #expect(state.intake.contact == "13912345678")
        #expect(state.intake.text == "柜员交班时态度生硬，\n等候二十分钟无人解释。")
        #expect(state.intake.asks == "道歉并改进")
        #expect(state.intake.business == "cards")
        #expect(state.intake.reason == "service")
        #expect(state.intake.isRepeatedBack)
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
    }

    @Test("an answer on the spot is typed right after it was chosen") func answer() throws {
        let stage = try stage(.english)
        stage.fill("Ms Lowe", "", "The teller was short with me", "", "", "", "", "", "answ")
        stage.press("Enter")
        stage.type("Apologised at once; she accepts.")
        stage.press("Ctrl-S")
        #expect(stage.message == "Saved 0379-2611-001 Ms Lowe, answered on the spot. Finding and signature still needed.")
        let state = try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state
        #expect(state.answer?.text == "Apologised at once; she accepts.")
        #expect(state.intake.happened == nil)
    }

    @Test("choosing a letter goes on to when it was received") func letter() throws {
        let stage = try stage(.english)
        stage.press("Shift-Tab")
        stage.type("let")
        stage.press("Enter")
        stage.type("2026-11-18 10:00")
        stage.press("Tab")
        stage.fill("2026-11-16", "cabinet 3", "", "Ms Lowe", "", "Your letter of the 10th is wrong")
        stage.press("Ctrl-S")
        let state = try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state
        #expect(state.intake.channel == .letter)
        #expect(state.intake.received == (try PracticeFolder.moment("2026-11-18T10:00:00+08:00")))
        #expect(state.intake.postmark == Day("2026-11-16"))
        #expect(state.intake.originalPlace == "cabinet 3")
        #expect(state.intake.customer == "Ms Lowe")
    }

    @Test("a refusal goes to the first problem, names it beside the field by its own name, and keeps all input") func refusal() throws {
        let stage = try stage(.english)
        stage.fill("Ms Lowe", "13912345678")
        stage.press("Ctrl-S")
        stage.expect("! \"What happened\" is missing.")
        #expect(stage.caret?.row == 7)
        stage.type("The teller was short with me")
        stage.expectNot("is missing")
        // The second problem comes up once the first is solved.
        for _ in 0..<8 { stage.press("Tab") }
        stage.type("yesterday")
        stage.press("Ctrl-S")
        stage.expect("! \"Happened\" is not a time.")
        stage.expect("Ms Lowe")
        stage.expect("13912345678")
        stage.expect("The teller was short with me")
        stage.expect("yesterday")
        #expect(try stage.desk.ledger.counts().open == 0)
    }

    @Test("an agreed reply later than the limit is refused beside its field, with the limit") func agreedTooLate() throws {
        let stage = try stage(.english)
        stage.fill("Ms Lowe", "", "The teller was short with me")
        stage.press("Shift-Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab")
        stage.type("2026-11-30")
        stage.press("Ctrl-S")
        stage.expect("! The agreed reply is later than the reply limit,")
        stage.expect("2026-11-23 17:00. Only a granted extension allows")
        stage.expect("2026-11-30")
    }

    @Test("a failure to save keeps the form and all that stands in it, and says so") func saveFails() throws {
        let stage = try stage(.english)
        stage.fill("Ms Lowe", "13912345678", "The teller was short with me")
        let before = stage.screen
        stage.desk.ledger.close()
        stage.press("Ctrl-S")
        #expect(!stage.message.isEmpty)
        #expect(stage.row(0).holds("New complaint"))
        // Beside the message and what depends on the draft nothing has changed.
        let rows = before.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(stage.screen.split(separator: "\n", omittingEmptySubsequences: false)[..<20] == rows[..<20])
        stage.press("Esc")
        #expect(stage.message == "!! The draft could not be saved. Keep this form open and press Ctrl-S to try again.")
        stage.expect("The teller was short with me")
        stage.wait(milliseconds: 2_000)
        stage.expect("The teller was short with me")
    }

    @Test("another matter of the same customer takes over who they are, and nothing else") func anotherMatter() throws {
        let stage = try stage(.english)
        stage.fill("Ms Lowe", "13912345678", "The teller was short with me", "An apology")
        stage.press("Ctrl-S", "N")
        stage.expect("Ms Lowe")
        stage.expect("13912345678")
        stage.expectNot("The teller was short with me")
        stage.expectNot("An apology")
        stage.type("And my card was kept")
        stage.press("Ctrl-S")
        let state = try stage.desk.ledger.open("0379-2611-002", by: stage.desk.head).state
        #expect(state.intake.customer == "Ms Lowe")
        #expect(state.intake.text == "And my card was kept")
    }

    @Test("Esc closes an open list first, and leaves the form only then") func escapeFromList() throws {
        let stage = try stage(.english)
        stage.press("Shift-Tab", "Space")
        stage.expect("> oral")
        stage.press("Esc")
        stage.expectNot("> oral")
        #expect(stage.row(0).holds("New complaint"))
        stage.press("Esc")
        #expect(stage.row(0).holds("· Desk"))
    }

    @Test("a bracketed paste is one edit in a text field: line ends and command keys in it are text") func paste() throws {
        let stage = try stage(.english)
        stage.press("Tab", "Tab")
        stage.press(.paste("first line\nn / 1 2 ? :\u{13}\u{1B}[A"))
        #expect(stage.row(0).holds("New complaint"))
        stage.expect("first line")
        stage.expect("n / 1 2 ? :")
        stage.press("Ctrl-Z")
        stage.expectNot("first line")
    }

    @Test("a paste outside a text field does nothing") func pasteOutside() throws {
        let stage = try DeskOnStage(.english)
        try stage.fourCases()
        stage.enter(as: stage.desk.counter)
        stage.press(.left)
        let before = stage.screen
        stage.press(.paste("n2\u{1B}q"))
        #expect(stage.screen == before)
    }

    @Test("n and / work from inside the form with Alt, and the draft is kept") func alt() throws {
        let stage = try stage(.english)
        stage.type("Ms Lowe")
        stage.press("Alt-/")
        #expect(stage.row(0).holds("Registers"))
        #expect(stage.message == "New complaint: what you typed is kept as a draft.")
        stage.press("Esc", "Alt-n")
        stage.expectNot("Ms Lowe")
        #expect(stage.message == "An empty form. A draft of yours waits on the Desk: Esc, then d.")
    }
}
