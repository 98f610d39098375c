import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Weighty acts are deliberate (2-screens rule 4), and nobody does what they may not (1-domain, Roles).
@Suite("Weighty acts and who may do them")
struct WeightyActTests {
    @Test("signing: a wrong passcode is refused and asked again, the right one signs and locks the case") func sign() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        stage.press("4", "End", "s")
        #expect(stage.app.wishes.contains(.flushInput))
        stage.type("wrong")
        stage.press("Enter")
        stage.expect("! The passcode is wrong.")
        #expect(try stage.desk.ledger.open(number, by: stage.desk.head).state.signer == nil)
        // The wrong one does not stay in the field.
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Signed 0379-2611-001.")
        stage.expect("Nothing is waiting to be signed.")
        let state = try stage.desk.ledger.open(number, by: stage.desk.head).state
        #expect(state.signer == stage.desk.head.number)
        #expect(state.stage == .closed)
        #expect(try stage.desk.ledger.verify().fault == nil)
    }

    @Test("signing: Esc and an empty passcode sign nothing") func signNot() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        stage.press("4", "End", "s", "Enter")
        stage.expect("as you have read it?")
        stage.type(PracticeFolder.passcode)
        stage.press("Esc")
        stage.expectNot("as you have read it?")
        #expect(try stage.desk.ledger.open(number, by: stage.desk.head).state.signer == nil)
        stage.press("s")
        stage.expectNot("•")
    }

    @Test("an entry that changed while the passcode was typed is not signed") func signChanged() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        stage.press("4", "End", "s")
        _ = try stage.desk.ledger.perform(.note(.init(text: "One more call.")), on: number, by: stage.desk.manager)
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        stage.expect("The case changed since you read it. Nothing was signed;")
        // What is typed on from habit, and a second Enter, start nothing.
        stage.typeBlindly("n\n")
        stage.expect("[ Close ]")
        stage.press("Esc")
        #expect(try stage.desk.ledger.open(number, by: stage.desk.head).state.signer == nil)
    }

    @Test("send back: Cancel is the default, and the key that opened the question does not answer it") func sendBack() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        stage.press("4", "b")
        stage.type("Add the voucher.")
        stage.press("Ctrl-S")
        stage.expect(">[ Cancel ]")
        #expect(stage.app.wishes.contains(.flushInput))
        stage.press("Ctrl-S", "Ctrl-S", "Ctrl-S")
        stage.expect("Send 0379-2611-001 back?")
        #expect(try stage.desk.ledger.open(number, by: stage.desk.head).state.stage == .toSign)
        // Enter on the default is Cancel; the reason is still there.
        stage.press("Enter")
        stage.expectNot("Send 0379-2611-001 back?")
        stage.expect("Add the voucher.")
        #expect(try stage.desk.ledger.open(number, by: stage.desk.head).state.stage == .toSign)
        // Even chosen, the button does not take the key that opened the question.
        stage.press("Ctrl-S", "Left", "Ctrl-S")
        stage.expect(">[ Send back ]")
        stage.press("Enter")
        #expect(stage.message == "0379-2611-001: \"Send back\" is recorded. Stage: in hand.")
        let state = try stage.desk.ledger.open(number, by: stage.desk.head).state
        #expect(state.sentBackFor == "Add the voucher.")
        #expect(state.nearestClock != nil)
        #expect(try stage.desk.ledger.drafts(by: stage.desk.head.number).isEmpty)
    }

    @Test("nobody signs what they alone handled") func handledAlone() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00", to: stage.desk.head)
        let ledger = stage.desk.ledger
        _ = try ledger.perform(.accept, on: number, by: stage.desk.head)
        var finding = Finding(fault: .none, classification: .unfounded, facts: "There are twelve.")
        finding.explanation = "Shown where they stand."
        _ = try ledger.perform(.finding(finding), on: number, by: stage.desk.head)
        _ = try ledger.perform(.reply(.init(how: .oral, text: "Explained.", isAccepted: true)), on: number, by: stage.desk.head)
        stage.enter(as: stage.desk.head)
        stage.press("4", "s")
        stage.expect("What stands here is yours alone, so you may not sign it.")
        stage.expectNot("Passcode")
    }

    @Test("the counter is shown the managers' acts with why not, and the key says it too") func counter() throws {
        let stage = try DeskOnStage(.english, rows: 50)
        try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00")
        stage.enter(as: stage.desk.counter)
        stage.press("Enter", "s")
        stage.expect("Sign: only the branch manager may do that.")
        stage.press("Esc", "a")
        stage.expect("Accept: only the complaint manager or the branch manager")
        stage.press("Esc", "Enter")
        stage.type("answer")
        stage.expect("w  Answer on the spot")
        stage.press("Ctrl-U")
        stage.type("sign")
        stage.expect("s  Sign  (only the branch manager may do that.)")
    }

    @Test("the auditor reads all, and n says why not") func auditor() throws {
        let stage = try DeskOnStage(.english)
        try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00", about: "1003")
        stage.enter(as: stage.desk.auditor)
        stage.press("n")
        stage.expect("An auditor reads and changes nothing. A clerk or a manager")
        stage.press("Esc")
        #expect(stage.row(0).holds("· Desk"))
        stage.press("Enter")
        stage.expect("No chairs in the hall")
        stage.press("o")
        stage.expect("Note: only ")
    }

    @Test("whom a case is about may log it and hand it over, but not answer it") func subject() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        stage.fill("Ms Lowe", "", "Will Chang was short with me", "", "", "", "1003", "", "answ")
        stage.press("Enter")
        stage.type("Apologised.")
        stage.press("Ctrl-S")
        #expect(stage.message == "!! Answer on the spot: the complaint is about you, so you take no part in it. Log it and hand it over.")
        stage.expect("Will Chang was short with me")
        stage.expect("Apologised.")
        #expect(try stage.desk.ledger.counts().open == 0)
        stage.press("Shift-Tab", "Space", "Ctrl-U")
        stage.type("Lily")
        stage.press("Enter", "Ctrl-S")
        #expect(
            stage.message
                == "Saved 0379-2611-001 Ms Lowe, handed over to 1002 Lily Marsh. It is about you. \":\" and \"about me\": give a statement."
        )
        stage.press("2")
        stage.expectNot("0379-2611-001")
    }

    @Test("a case that comes to be about its reader is closed to them at once, with the reason") func becomesSubject() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Ms Lowe", "Somebody was short with me", at: "2026-11-20T08:30:00+08:00")
        stage.enter(as: stage.desk.manager)
        stage.press("Enter")
        stage.expect("Somebody was short with me")
        let other = try stage.desk.another()
        _ = try other.perform(.amend("about", to: "Lily Marsh"), on: number, by: stage.desk.counter)
        stage.app.lookForChanges()
        stage.expectNot("Somebody was short with me")
        #expect(stage.message.hasPrefix("!! You may not read this case: it is about you"))
        #expect(stage.row(0).holds("· Desk"))
    }
}
