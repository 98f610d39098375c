import ComplaintRules
import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import DeskScreens

/// Questions and notes take the keys: what is typed from habit starts nothing (2-screens rule 4).
@Suite("Asking and refusing")
struct AskingTests {
    /// A case that its only handler may not sign, open in the sign-off.
    private func handledAlone() throws -> (stage: DeskOnStage, number: String) {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00", to: stage.desk.head)
        let ledger = stage.desk.ledger
        _ = try ledger.perform(.accept, on: number, by: stage.desk.head)
        var finding = CaseEvent.Finding(fault: .none, facts: "There are twelve.", classification: .unfounded)
        finding.explanation = "Shown where they stand."
        _ = try ledger.perform(.finding(finding), on: number, by: stage.desk.head)
        _ = try ledger.perform(.reply(.init(how: .oral, text: "Explained.", isAccepted: true)), on: number, by: stage.desk.head)
        stage.enter(as: stage.desk.head)
        return (stage, number)
    }

    @Test("a passcode typed from habit behind a refused signature runs no command and stands nowhere") func habit() throws {
        let (stage, number) = try handledAlone()
        stage.press("4", "s")
        stage.typeBlindly("open north wind n1q/x\nnnn\n")
        stage.expect("You alone handled this case")
        stage.expect(">[ Close ]")
        #expect(stage.row(0).holds("· Sign-off"))
        #expect(try stage.desk.ledger.drafts(by: stage.desk.head.number).isEmpty)
        #expect(try stage.desk.ledger.read(number, by: stage.desk.head).state.signer == nil)
        // After a breath Enter closes it.
        stage.press("Enter")
        stage.expectNot("You alone handled this case")
        #expect(stage.row(0).holds("· Sign-off"))
        stage.press("s", "Esc")
        stage.expectNot("You alone handled this case")
    }

    @Test("the note says why, in both languages") func note() throws {
        let (stage, _) = try handledAlone()
        stage.press("4", "s")
        stage.shows(
            """
            """
        )
        stage.press("Esc", "F9", "s")
        stage.shows(
            """
            """
        )
    }

    @Test("the same holds on the case, for every act, and out of a palette") func onCase() throws {
        let stage = try DeskOnStage(.english)
        try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00")
        stage.enter(as: stage.desk.counter)
        stage.press("Enter", "f")
        stage.expect("only the complaint manager or the branch manager may do that.")
        stage.typeBlindly("n the facts are\n\n")
        #expect(stage.row(0).holds("· Case"))
        stage.expect("[ Close ]")
        stage.press("Esc")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
        // In the palette the reason stands in the list, and letters go on into its search line.
        stage.press("Enter")
        stage.type("sign")
        stage.press("Enter")
        stage.typeBlindly("nnn\n")
        #expect(stage.row(0).holds("· Case"))
    }

    @Test("a question that has just come takes no key but Esc") func settling() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("Ctrl-Q")
        stage.hurry("Left", "Space")
        stage.expect(">[ Cancel ]")
        #expect(!stage.app.isFinished)
        stage.hurry("Esc")
        stage.expectNot("Leave FirstDesk?")
        stage.press("Ctrl-Q", "y", "Y", "1")
        stage.expect(">[ Cancel ]")
        stage.press("Left", "Space")
        #expect(stage.app.isFinished)
    }

    @Test("a question opened by Enter out of a palette is answered like every other") func outOfPalette() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("?")
        stage.type("leave")
        stage.press("Enter")
        stage.expect("Arrows choose, Space presses, Esc cancels")
        stage.press("Left", "Enter", "Enter")
        #expect(!stage.app.isFinished)
        stage.press("Space")
        #expect(stage.app.isFinished)
    }

    @Test("confirming an escalation asks once") func confirmEscalation() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Mr Reed", "Ten thousand lost", at: "2026-11-20T08:30:00+08:00", to: stage.desk.manager)
        let ledger = stage.desk.ledger
        _ = try ledger.perform(.accept, on: number, by: stage.desk.manager)
        _ = try ledger.perform(.askEscalation(.init(kind: .amount, reason: "Beyond us.")), on: number, by: stage.desk.manager)
        stage.enter(as: stage.desk.head)
        stage.press("Enter", "Enter")
        stage.type("confirm")
        stage.press("Enter")
        stage.expect(">[ Cancel ]")
        stage.press("Enter", "Esc")
        #expect(try ledger.read(number, by: stage.desk.head).state.stage == .inHand)
        stage.press("Enter")
        stage.type("confirm")
        stage.press("Enter", "Left", "Space")
        #expect(try ledger.read(number, by: stage.desk.head).state.stage == .withHeadOffice)
    }

    @Test("s before the end of the entry was in sight asks to read it first; then it asks for the passcode") func readFirst() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        stage.press("4", "s")
        stage.expect("Go to its end first")
        stage.typeBlindly("open sesame\n")
        stage.press("Esc")
        stage.press("PgDn", "PgDn", "PgDn", "s")
        stage.expect("You sign \(number)")
        stage.press("Esc")
        // Back at the top it has been read all the same, until another desk adds to it.
        stage.press("Home", "s")
        stage.expect("You sign \(number)")
        stage.press("Esc")
        let other = try Ledger(folder: stage.desk.path, clock: stage.desk.ledger.clock)
        _ = try other.perform(.note(.init(text: "One more call.")), on: number, by: stage.desk.manager)
        stage.app.lookForChanges()
        stage.press("s")
        stage.expect("Go to its end first")
        // The same on the case itself.
        stage.press("Esc", "Enter", "s")
        stage.expect("Go to its end first")
        stage.press("Esc", "End", "s")
        stage.expect("You sign \(number)")
    }

    @Test("the question on a practice desk that was just made shows its passcode until one types") func practicePasscode() throws {
        let stage = try DeskOnStage(.english)
        try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        stage.app.showPracticePasscode("practice 1234")
        stage.press("4", "End", "s")
        stage.expect("practice: practice 1234")
        stage.type("p")
        stage.expectNot("practice: practice 1234")
    }

    @Test("before a reply one is told that nobody would be left to sign") func nobodyLeft() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00", to: stage.desk.head)
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.head)
        stage.enter(as: stage.desk.head)
        stage.press("Enter", "r")
        stage.shows(
            """
            """
        )
        // With somebody else's finding there is no such danger.
        stage.press("Esc")
        var finding = CaseEvent.Finding(fault: .none, facts: "There are twelve.", classification: .unfounded)
        finding.explanation = "Shown where they stand."
        _ = try stage.desk.ledger.perform(.finding(finding), on: number, by: stage.desk.manager)
        stage.press("Esc", "Enter", "r")
        stage.expectNot("you alone")
    }

    @Test("the finding says what the fault asks for, as one chooses it") func faultNote() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00", to: stage.desk.manager)
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "f")
        stage.expect("At fault, it needs an apology")
        stage.type("not at")
        stage.press("Enter")
        stage.expect("Bank not at fault: before it can be signed, the explanation given is needed.")
        stage.press("Shift-Tab")
        stage.type("partly")
        stage.press("Enter")
        stage.expect("an apology, the correction and a rectification are needed")
        // A draft that comes back says it too.
        stage.press("Esc", "f")
        stage.expect("an apology, the correction and a rectification are needed")
    }

    @Test("Ctrl-C and q outside text say how to leave") func howToLeave() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        for key in ["q", "Ctrl-C"] {
            stage.press(key)
            #expect(stage.message.hasPrefix("Ctrl-Q leaves FirstDesk"))
            stage.press("Up")
            #expect(stage.message.isEmpty)
        }
        stage.press("n", "q")
        #expect(stage.message.isEmpty)
        stage.press("Ctrl-C")
        #expect(stage.message.hasPrefix("Ctrl-Q leaves FirstDesk"))
        stage.expect("q")
    }

    @Test("what another desk brought is marked in the lists and counted, until it is selected") func marks() throws {
        let stage = try DeskOnStage(.english)
        try stage.fourCases()
        stage.enter(as: stage.desk.head)
        stage.press("Down", "Enter")
        let other = try Ledger(folder: stage.desk.path, clock: stage.desk.ledger.clock)
        _ = try other.log(stage.desk.intake("Logged beside", customer: "Mr Reed"), by: stage.desk.counter)
        _ = try other.perform(.note(.init(text: "Called.")), on: "0379-2611-001", by: stage.desk.manager)
        stage.app.lookForChanges()
        #expect(stage.message == "Another desk changed 2 cases.")
        stage.press("Esc")
        stage.shows(
            """
            """
        )
        stage.press("Up")
        stage.expectNot("*0379-2611-001")
        stage.expect("*0379-2611-005")
    }
}
