import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The branch manager gives somebody a new passcode, or lets them try again, on the page of the staff.
@Suite("Passcodes of others, on the page of the staff")
struct StaffPasscodeTests {
    /// The page of the staff, with the complaint manager selected.
    private func stage(_ language: Language = .english, as person: KeyPath<PracticeFolder, Actor> = \.head) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk[keyPath: person])
        stage.press("9", "Tab", "Down")
        return stage
    }

    @Test("a new passcode, typed twice, with which they sign in from then on") func reset() throws {
        let stage = try stage()
        stage.press("p")
        stage.expect("1002 Lily Marsh gets a new passcode, which you will know: tell it to")
        stage.fill("short", "short")
        stage.press("Ctrl-S")
        stage.expect("! ")
        for _ in 1...2 {
            stage.press("Ctrl-U")
            stage.type("given by the head")
            stage.press("Tab")
        }
        stage.press("Ctrl-S")
        #expect(stage.message == "1002 Lily Marsh has a new passcode.")
        _ = try stage.desk.another().signIn(stage.desk.manager.number, passcode: "given by the head")
        #expect(try stage.desk.ledger.verify().fault == nil)
    }

    @Test("one's own is not reset there, and says where it is changed") func own() throws {
        let stage = try stage()
        stage.press("Up", "p")
        #expect(stage.screen.holds("passcode"))
        stage.expectNot("gets a new passcode")
    }

    @Test("only the branch manager") func others() throws {
        let stage = try stage(as: \.manager)
        stage.press("p")
        stage.expect("Only")
        stage.expectNot("gets a new passcode")
        stage.press("Esc", "l")
        stage.expectNot("need not wait any longer")
    }

    @Test("whoever has to wait after wrong passcodes is let try again at once; nobody else is offered it") func unlock() throws {
        let stage = try stage()
        #expect(!stage.footer.holds("Unlock"))
        stage.press("l")
        stage.expect("1002 Lily Marsh is not locked out")
        stage.press("Esc")
        let ledger = try stage.desk.another()
        for _ in 1...3 { #expect(throws: SignInRefusal.self) { try ledger.signIn(stage.desk.manager.number, passcode: "wrong one") } }
        #expect(throws: SignInRefusal.self) { try ledger.signIn(stage.desk.manager.number, passcode: PracticeFolder.passcode) }
        stage.press("l")
        stage.expect("1002 Lily Marsh need not wait any longer after wrong passcodes.")
        stage.press("Ctrl-S")
        #expect(stage.message == "1002 Lily Marsh can try again now.")
        _ = try ledger.signIn(stage.desk.manager.number, passcode: PracticeFolder.passcode)
    }
}
