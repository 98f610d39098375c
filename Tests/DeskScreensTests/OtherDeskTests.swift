import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Several desks work on one file (2-screens rule 2; 3-architecture, Way of a key press).
@Suite("Another desk")
struct OtherDeskTests {
    /// Another desk on the same folder.
    private func otherDesk(of stage: DeskOnStage) throws -> Ledger {
        try stage.desk.another()
    }

    @Test("a case that another desk logs comes in, and the selection stays on its record") func comesIn() throws {
        let stage = try DeskOnStage(.english)
        try stage.fourCases()
        stage.enter(as: stage.desk.head)
        stage.press("2", "Down")
        #expect(stage.selected.holds("0379-2611-003"))
        let other = try otherDesk(of: stage)
        _ = try other.log(stage.desk.intake("Logged beside", customer: "Mr Reed"), by: stage.desk.counter)
        #expect(stage.app.lookForChanges())
        stage.expect("0379-2611-005")
        stage.expect("Mr Reed")
        #expect(stage.selected.holds("0379-2611-003"))
        stage.press("Enter")
        stage.expect("Case 0379-2611-003")
        #expect(!stage.app.lookForChanges())
    }

    @Test("on the Desk the selection goes with its record where another clock puts it elsewhere in the list") func follows() throws {
        let stage = try DeskOnStage(.english)
        for text in ["one", "two", "three"] { _ = try stage.desk.ledger.log(stage.desk.intake(text), by: stage.desk.counter) }
        stage.enter(as: stage.desk.head)
        #expect(stage.selected.holds("0379-2611-001"))
        // To hand it over was due first; to sign its answer is due last.
        _ = try otherDesk(of: stage).perform(.answer(.init(text: "Explained.")), on: "0379-2611-001", by: stage.desk.counter)
        #expect(stage.app.lookForChanges())
        #expect(stage.selected.holds("0379-2611-001"))
    }

    @Test("the counts on top follow what other desks do") func counts() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.head)
        stage.expect("0 to sign")
        let other = try otherDesk(of: stage)
        let number = try other.log(stage.desk.intake(), by: stage.desk.counter).state.number.description
        _ = try other.perform(.answer(.init(text: "Explained.")), on: number, by: stage.desk.counter)
        stage.app.lookForChanges()
        stage.expect("1 to sign")
    }

    @Test("an act takes the record that was selected when the key was pressed") func actTakesRecord() throws {
        let stage = try DeskOnStage(.english)
        try stage.answeredCase()
        _ = try stage.desk.repliedCase()
        stage.enter(as: stage.desk.head)
        stage.press("4", "Down", "End")
        #expect(stage.selected.holds("0379-2611-002"))
        stage.press("s")
        stage.expect("Sign 0379-2611-002 as you have read it?")
        // While the question stands another desk sends the other case back: the list gets shorter above the selection.
        let other = try otherDesk(of: stage)
        _ = try other.perform(.sendBack(.init(reason: "No voucher.")), on: "0379-2611-001", by: stage.desk.head)
        stage.app.lookForChanges()
        stage.expect("Sign 0379-2611-002 as you have read it?")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Signed 0379-2611-002.")
        #expect(try stage.desk.ledger.open("0379-2611-002", by: stage.desk.head).state.isSigned)
        #expect(try !stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state.isSigned)
    }

    @Test("two desks act on one case: the second is told, and what was typed stays") func second() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Ms Lowe", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00")
        stage.enter(as: stage.desk.counter)
        stage.press("Enter", "w")
        stage.type("Two more chairs were brought.")
        let other = try otherDesk(of: stage)
        _ = try other.perform(.accept, on: number, by: stage.desk.manager)
        stage.press("Ctrl-S")
        #expect(stage.message == "!! Answer on the spot: only possible while the case is \"logged\"; it is \"in hand\" now.")
        stage.expect("Two more chairs were brought.")
        stage.press("Esc")
        stage.expect("in hand")
    }

    @Test("an act without a form is decided on what the other desk left, and told") func secondWithoutForm() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Ms Lowe", "No chairs", at: "2026-11-20T08:30:00+08:00", to: stage.desk.manager)
        stage.enter(as: stage.desk.head)
        stage.press("Enter")
        stage.expect("handed over")
        let other = try otherDesk(of: stage)
        _ = try other.perform(.accept, on: number, by: stage.desk.manager)
        stage.press("Enter")
        stage.type("accept")
        stage.press("Enter")
        // It was handed to a colleague: that is asked about first.
        stage.press("Left", "Space")
        stage.expect("Accept: only possible while the case is \"logged\" or")
        stage.press("Esc", "Esc")
        // The screen shows what the case has become.
        stage.expect("in hand")
        stage.expectNot("Handed over to")
    }

    @Test("the selected case leaves the list: the one that took its place is selected") func leaves() throws {
        let stage = try DeskOnStage(.english)
        try stage.fourCases()
        stage.enter(as: stage.desk.head)
        stage.press("Down")
        #expect(stage.selected.holds("0379-2611-002"))
        let other = try otherDesk(of: stage)
        let withdrawn = try other.perform(.withdraw(.init(reason: "Settled.")), on: "0379-2611-002", by: stage.desk.manager)
        let key = try other.signIn(stage.desk.head.number, passcode: PracticeFolder.passcode)
        _ = try other.perform(.sign, on: "0379-2611-002", by: stage.desk.head, key: key, readUpTo: withdrawn.state.version)
        stage.app.lookForChanges()
        stage.expectNot("0379-2611-002")
        #expect(stage.selected.holds("0379-2611-003"))
    }

    @Test("a form stays as it is while other desks write") func formStays() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        stage.fill("Ms Lowe", "13912345678", "No chairs")
        let (caret, row) = (stage.caret, stage.row(6))
        let other = try otherDesk(of: stage)
        _ = try other.log(stage.desk.intake("Logged beside"), by: stage.desk.manager)
        stage.app.lookForChanges()
        #expect(stage.caret == caret)
        #expect(stage.row(6) == row)
    }

    @Test("somebody whom another desk retired acts no more") func retired() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        stage.fill("Ms Lowe", "", "No chairs")
        let other = try otherDesk(of: stage)
        try other.edit(stage.desk.counter.number, .leave, by: stage.desk.head)
        stage.press("Ctrl-S")
        #expect(stage.message == "!! 1003 has left this desk. Only those who work here can act or be named.")
        #expect(try stage.desk.ledger.counts().open == 0)
    }
}
