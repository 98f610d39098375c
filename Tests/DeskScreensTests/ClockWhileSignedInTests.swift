import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// A clock that goes wrong while somebody works is asked about as at the sign-in (1-domain, What was is not rewritten).
@Suite("The computer's clock while somebody is signed in")
struct ClockWhileSignedInTests {
    private static let question = "Is the computer's clock right?"

    /// A case that waits for the complaint manager, open before them; the latest act on the desk is of 08:55:00.
    private func stage() throws -> DeskOnStage {
        let stage = try DeskOnStage(.english)
        try stage.log(.phone, "Mr Baker", "300 taken from the account by mistake", at: "2026-11-20T08:55:00+08:00", to: stage.desk.manager)
        stage.enter(as: stage.desk.manager)
        stage.press("Enter")
        stage.expectNot(ClockWhileSignedInTests.question)
        return stage
    }

    private func state(_ stage: DeskOnStage) throws -> Stage {
        try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state.stage
    }

    @Test(
        "more than 2 s behind the latest moment, or more than 31 days past it: asked before the next act, once; anything less is not",
        arguments: [
            ("2026-11-13T09:00:00+08:00", true), ("2026-11-20T08:54:57+08:00", true), ("2026-11-20T08:54:58+08:00", false),
            ("2026-12-21T08:55:00+08:00", false), ("2026-12-21T08:55:01+08:00", true), ("2033-01-01T09:00:00+08:00", true),
        ]
    )
    func asked(clock: String, isAsked: Bool) throws {
        let stage = try stage()
        try stage.desk.setClock(clock)
        stage.press("a")
        if isAsked {
            stage.expect(ClockWhileSignedInTests.question)
            #expect(try state(stage) == .handedOver, "nothing was done yet")
            stage.press("Esc", "a")
        }
        stage.expectNot(ClockWhileSignedInTests.question)
        #expect(try state(stage) == .inHand)
    }

    @Test("in both languages, and by itself on a list that is only looked at") func byItself() throws {
        for (language, question) in [(Language.english, ClockWhileSignedInTests.question), (.chinese, "电脑时钟是否准确？")] {
            let stage = try DeskOnStage.amongFour(language)
            try stage.desk.setClock("2026-11-13T09:00:00+08:00")
            stage.wait(milliseconds: 60_000)
            stage.expect(question)
            stage.press("Esc")
            stage.wait(milliseconds: 60_000)
            stage.expectNot(question)
        }
    }

    @Test("a clock that was right again and goes wrong anew is asked about anew") func anew() throws {
        let stage = try stage()
        for _ in 1...2 {
            try stage.desk.setClock("2026-11-13T09:00:00+08:00")
            stage.press("Down")
            stage.expect(ClockWhileSignedInTests.question)
            stage.press("Esc", "Down")
            stage.expectNot(ClockWhileSignedInTests.question)
            try stage.desk.setClock("2026-11-20T09:00:00+08:00")
            stage.press("Down")
            stage.expectNot(ClockWhileSignedInTests.question)
        }
    }

    @Test("under a clock that stands behind nothing is offered to be undone") func undo() throws {
        let stage = try stage()
        stage.press("a")
        #expect(stage.footer.holds("u Undo"))
        try stage.desk.setClock("2026-11-13T09:00:00+08:00")
        stage.press("u")
        stage.expect(ClockWhileSignedInTests.question)
        stage.press("Esc")
        #expect(!stage.footer.holds("u Undo"))
        let other = try self.stage()
        try other.desk.setClock("2026-11-13T09:00:00+08:00")
        other.press("a", "Esc", "a")
        #expect(other.message == "0379-2611-001: \"Accept\" is recorded. Stage: in hand.")
        #expect(!other.footer.holds("u Undo"))
    }

    @Test("text that is being typed is typed on; it is asked before what was typed is sent, and nothing of it is lost") func typing() throws
    {
        let stage = try stage()
        stage.press("n")
        stage.type("Ms Lo")
        try stage.desk.setClock("2026-11-13T09:00:00+08:00")
        stage.type("we")
        stage.expectNot(ClockWhileSignedInTests.question)
        stage.press("Tab")
        stage.expect(ClockWhileSignedInTests.question)
        stage.press("Esc")
        stage.expect("Ms Lowe")
    }

    @Test("a signature that waits for its passcode is not given under a clock that went wrong meanwhile") func passcode() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.desk.repliedCase().state.number.description
        stage.enter(as: stage.desk.head)
        stage.press("4", "PgDn", "s")
        stage.type(PracticeFolder.passcode)
        try stage.desk.setClock("2026-11-13T09:00:00+08:00")
        stage.press("Enter")
        stage.expect(ClockWhileSignedInTests.question)
        #expect(try stage.desk.ledger.open(number, by: stage.desk.head).state.signer == nil)
    }
}
