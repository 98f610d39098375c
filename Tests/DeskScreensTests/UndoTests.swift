import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// For some seconds `u` takes back what was just accepted, handed over or acknowledged.
@Suite("Undo")
struct UndoTests {
    private func stage(_ language: Language = .english) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        try stage.log(
            .phone,
            language == .english ? "Mr Baker" : "王先生",
            language == .english ? "300 taken from the account by mistake" : "账户被误扣三百元，要求退还",
            at: "2026-11-20T08:55:00+08:00",
            to: stage.desk.manager
        )
        return stage
    }

    private func stageOfCase(_ stage: DeskOnStage) throws -> Stage {
        try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state.stage
    }

    @Test("an acceptance: the message says how long, the footer names the key, and it is as it was") func accept() throws {
        let stage = try stage()
        stage.enter(as: stage.desk.manager)
        stage.press("Enter")
        stage.expectNot("u Undo")
        stage.press("a")
        #expect(stage.message == "0379-2611-001: \"Accept\" is recorded. Stage: in hand. Press u within 10 s to undo.")
        #expect(stage.footer.holds("u Undo"))
        stage.press("u")
        #expect(stage.message == "0379-2611-001: Accept undone.")
        #expect(!stage.footer.holds("u Undo"))
        #expect(try stageOfCase(stage) == .handedOver)
        #expect(try stage.desk.ledger.verify().fault == nil)
    }

    @Test("on the Desk the case is selected again where it is back, so that the next key means it") func selected() throws {
        let stage = try DeskOnStage(.english)
        try stage.log(.oral, "Ms Lowe", "The teller was short with me", at: "2026-11-20T08:50:00+08:00")
        try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:55:00+08:00")
        stage.enter(as: stage.desk.counter)
        stage.press("Down")
        #expect(stage.selected.holds("0379-2611-002"))
        stage.press("h")
        stage.type("1002")
        stage.press("Enter", "Ctrl-S")
        #expect(stage.selected.holds("0379-2611-001"))
        stage.press("u")
        #expect(stage.message == "0379-2611-002: Hand over undone.")
        #expect(stage.selected.holds("0379-2611-002"))
    }

    @Test("the same in Chinese") func acceptChinese() throws {
        let stage = try stage(.chinese)
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "a")
        #expect(stage.message.hasPrefix("0379-2611-001：已办理“接收”"))
        #expect(stage.message.hasSuffix("10 秒内按 u 可撤销。"))
        #expect(stage.footer.holds("u 撤销"))
        stage.press("u")
        #expect(stage.message == "0379-2611-001：已撤销“接收”。")
    }

    @Test("a hand-over, sent by its form") func handOver() throws {
        let stage = try DeskOnStage(.english)
        try stage.log(.oral, "Ms Lowe", "The teller was short with me", at: "2026-11-20T08:55:00+08:00")
        stage.enter(as: stage.desk.counter)
        stage.press("Enter", "h")
        stage.type("1002")
        stage.press("Enter", "Ctrl-S")
        #expect(try stageOfCase(stage) == .handedOver)
        stage.press("u")
        #expect(try stageOfCase(stage) == .logged)
    }

    @Test("an acknowledgement, from another screen too") func acknowledge() throws {
        let stage = try stage()
        stage.enter(as: stage.desk.head)
        let number = "0379-2611-001"
        stage.press("Tab", "Tab", "Tab")
        stage.expect("[To acknowledge 1]")
        stage.press("a", "Ctrl-S", "2", "u")
        #expect(stage.message == "0379-2611-001: Acknowledge undone.")
        #expect(try !stage.desk.ledger.open(number, by: stage.desk.head).state.isAcknowledged)
    }

    @Test("after ten seconds the key is gone and says why") func tooLate() throws {
        let stage = try stage()
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "a")
        try stage.desk.setClock("2026-11-20T09:00:10+08:00")
        stage.wait(milliseconds: 10_000)
        #expect(stage.footer.holds("u Undo"))
        try stage.desk.setClock("2026-11-20T09:00:11+08:00")
        stage.wait(milliseconds: 1_000)
        #expect(!stage.footer.holds("u Undo"))
        stage.press("u")
        stage.expect("Undo: accepting, handing over and acknowledging can be undone for 10 s.")
        #expect(try stageOfCase(stage) == .inHand)
    }

    @Test("the program wakes when the time is over") func wakes() throws {
        let stage = try stage()
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "a")
        #expect(stage.app.millisecondsToNextTick(elapsed: 0) == 10_001)
    }

    @Test("where somebody acted since, it stands and says so") func actedSince() throws {
        let stage = try stage()
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "a")
        _ = try stage.desk.ledger.perform(.note(.init(text: "Seen on camera.")), on: "0379-2611-001", by: stage.desk.head)
        stage.press("u")
        stage.expect("Take back: only your own last step can be taken back")
        #expect(try stageOfCase(stage) == .inHand)
        #expect(!stage.footer.holds("u Undo"))
    }

    @Test("nobody takes back what another did before them at the same screen") func otherPerson() throws {
        let stage = try stage()
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "a", "F12")
        stage.enter(as: stage.desk.head)
        #expect(!stage.footer.holds("u Undo"))
        stage.press("u")
        #expect(try stageOfCase(stage) == .inHand)
    }

    @Test("in a form u is a letter") func typing() throws {
        let stage = try stage()
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "a", "o")
        stage.type("under the counter")
        stage.expect("under the counter")
        #expect(try stageOfCase(stage) == .inHand)
    }
}
