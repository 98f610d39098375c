import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// One terminal, several people: who works here is listed, and a change takes three keys beside the passcode.
@Suite("A shared desk")
struct SharedDeskTests {
    /// The complaint manager has locked the screen.
    private func locked(_ language: Language = .english) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.manager)
        stage.press("F12")
        return stage
    }

    @Test("whoever comes back types the passcode at once: what can be nobody's number is taken for it, and is not to be seen")
    func passcodeAtOnce() throws {
        let stage = try locked()
        stage.type(PracticeFolder.passcode)
        stage.expectNot(PracticeFolder.passcode)
        stage.expectNot(String(PracticeFolder.passcode.prefix(3)))
        stage.press("Enter")
        #expect(stage.message == "Welcome, Lily Marsh.")
    }

    @Test("the header shows name and role as they are now, also where they changed under whoever is signed in") func changedRole() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.manager)
        #expect(stage.row(0).holds("1002 Lily Marsh complaint manager"))
        let other = try stage.desk.another()
        _ = try other.edit(stage.desk.manager.number, .role(.counter), by: stage.desk.head)
        stage.app.lookForChanges()
        #expect(stage.row(0).holds("1002 Lily Marsh counter"))
        #expect(stage.row(1).hasPrefix("Branch:"), "a clerk's lists hold less than the branch's counts")
        _ = try other.edit(stage.desk.manager.number, .name("Lily Pond"), by: stage.desk.head)
        stage.app.lookForChanges()
        #expect(stage.row(0).holds("1002 Lily Pond counter"))
    }

    @Test("a change of staff: lock, an arrow, the passcode, Enter") func arrow() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("F12", "Up")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Welcome, George Wang.")
    }

    @Test("the arrows go round, and take away a passcode that was begun for somebody else") func around() throws {
        let stage = try locked()
        stage.press("Down", "Down")
        stage.expect("> 1009  Joan Ford    auditor")
        stage.type("x")
        stage.press("Down")
        stage.expect("> 1001  George Wang  branch manager")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Welcome, George Wang.")
    }

    @Test(
        "a whole number leads on to the passcode by itself, and Tab or Enter from habit changes nothing about that",
        arguments: ["Tab", "Enter"]
    )
    func digits(habit: String) throws {
        let stage = try locked()
        stage.type("1003")
        stage.press(habit)
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Welcome, Will Chang.")
    }

    @Test(
        "the first letters of a name or the last digits of a number, and Enter",
        arguments: [("j", "Joan Ford"), ("ch", "Will Chang"), ("GEO", "George Wang"), ("9", "Joan Ford"), ("02", "Lily Marsh")]
    )
    func letters(typed: String, name: String) throws {
        let stage = try locked()
        stage.type(typed)
        stage.press("Enter")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Welcome, \(name).")
    }

    @Test("a Chinese name is found by its first character") func chinese() throws {
        let stage = try locked(.chinese)
        stage.type("王")
        stage.expect("> 1001  王建国  网点负责人")
        stage.press("Enter")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "王建国，您好。")
    }

    @Test("the one who was here presses Enter and types the passcode") func same() throws {
        let stage = try locked()
        stage.press("Enter")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Welcome, Lily Marsh.")
    }

    @Test("a staff number in the field of the passcode is no attempt: it is taken for what it is") func misplaced() throws {
        let stage = try locked()
        let events = try stage.desk.ledger.verify().events
        stage.press("Enter")
        stage.type("1001")
        stage.press("Enter")
        stage.expect("1001 is a staff number. Now type the passcode.")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Welcome, George Wang.")
        #expect(try stage.desk.ledger.verify().events == events)
    }

    @Test("typed there a second time it is tried as the passcode") func meant() throws {
        let stage = try locked()
        stage.press("Enter")
        stage.type("1001")
        stage.press("Enter")
        stage.type("1001")
        stage.press("Enter")
        stage.expect("! The staff number")
    }

    @Test("where the branch names nobody there is no list, and nobody learns by typing who works here") func hidden() throws {
        let stage = try DeskOnStage(.english)
        try stage.desk.ledger.change("names-at-sign-in", to: "no", by: stage.desk.head)
        stage.enter(as: stage.desk.manager)
        stage.press("F12")
        for name in ["George Wang", "Lily Marsh", "Will Chang", "Joan Ford", "Down Choose"] { stage.expectNot(name) }
        // The number of nobody is taken as that of somebody is.
        for number in ["1001", "7777"] {
            stage.press("Enter")
            stage.type(number)
            stage.press("Enter")
            stage.expect("\(number) is a staff number. Now type the passcode.")
            stage.press("Tab")
        }
        stage.press("Ctrl-U")
        stage.type("1003")
        stage.press("Enter")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Welcome, Will Chang.")
    }

    @Test("who has left is not listed") func left() throws {
        let stage = try DeskOnStage(.english)
        try stage.desk.ledger.edit(stage.desk.auditor.number, .leave, by: stage.desk.head)
        stage.enter(as: stage.desk.manager)
        stage.press("F12")
        stage.expect("1003  Will Chang")
        stage.expectNot("Joan Ford")
    }
}
