import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What leads on from a case: along its list, to linked cases, to the clipboard, within its time line; and how much of it is shown.
@Suite("On from a case")
struct CaseKeysTests {
    private func stage(_ language: Language = .english, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        stage.enter(as: stage.desk.manager)
        return stage
    }

    @Test("] and [ go along the list that the case was opened from, and the list selects where one came to") func walk() throws {
        let stage = try stage()
        stage.press("Enter")
        #expect(stage.row(0).holds("Case 0379-2611-001"))
        stage.press("]", "]")
        #expect(stage.row(0).holds("Case 0379-2611-003"))
        stage.press("[")
        #expect(stage.row(0).holds("Case 0379-2611-002"))
        stage.press("]", "]", "]")
        #expect(stage.message == "This is the last case of the list.")
        #expect(stage.row(0).holds("Case 0379-2611-004"))
        stage.press("Esc")
        #expect(stage.selected.holds("0379-2611-004"))
    }

    @Test("l opens the case that it is linked to") func linked() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "13800000000", "Again the same teller")
        stage.press("Ctrl-S", "Enter", "l")
        #expect(stage.row(0).holds("Case 0379-2611-004"), "\(stage.screen)")
        stage.press("Esc", "Esc", "Home", "Enter", "l")
        stage.expect("The case is linked to no other.")
    }

    @Test("y copies the number, Y the contact in full, though it is masked on screen") func copy() throws {
        let stage = try stage()
        stage.press("Enter", "y")
        #expect(stage.app.wishes.contains(.copy("0379-2611-001")))
        #expect(stage.message == "Copied: 0379-2611-001. Paste it where it is needed.")
        stage.press("Y")
        #expect(stage.app.wishes.contains(.copy("13800000000")))
        #expect(stage.message == "Copied: 138****0000. Paste it where it is needed.")
    }

    /// A case with so many notes that they do not fit below its words at 80×24.
    private func long(_ stage: DeskOnStage) throws {
        _ = try stage.desk.ledger.perform(.accept, on: "0379-2611-002", by: stage.desk.manager)
        for number in 1...8 {
            _ = try stage.desk.ledger.perform(.note(.init(text: "Note number \(number) of the day")), on: "0379-2611-002", by: stage.desk.manager)
        }
        stage.press("Down", "Enter")
    }

    @Test("the words first, what is due, and the newest act in sight; c brings the facts") func folded() throws {
        let stage = try stage()
        try long(stage)
        stage.shows("")
        stage.press("c")
        stage.expect("First responder")
        stage.expectNot("Note number 8")
        stage.press("c")
        stage.expect("Note number 8")
        stage.expectNot("First responder")
    }

    @Test("the same in Chinese, beside each other at 120 columns") func foldedWide() throws {
        let stage = try stage(.chinese, columns: 120, rows: 30)
        try long(stage)
        stage.shows("")
    }

    @Test("Ctrl-F finds in the time line, F3 the next place, around the end; what is not there is said") func find() throws {
        let stage = try stage()
        try long(stage)
        stage.press("Ctrl-F")
        stage.type("NUMBER 2")
        stage.press("Enter")
        stage.expect("Note number 2")
        stage.press("Ctrl-F", "Ctrl-U")
        stage.type("camera")
        stage.press("Enter")
        #expect(stage.message == "! \"camera\" is not in the timeline.")
    }

    @Test("what is signed was read from its beginning to its end: s tells it whole first") func signing() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.answeredCase()
        for _ in 1...6 {
            _ = try stage.desk.ledger.perform(.note(.init(text: "A note in\nthree\nlines")), on: number, by: stage.desk.manager)
        }
        stage.enter(as: stage.desk.head)
        stage.press("Enter", "s")
        stage.expect("Scroll to its end first")
        stage.press("Esc")
        stage.expect("First responder")
        stage.press("PgDn", "PgDn", "PgDn", "PgDn", "s")
        stage.expect("Passcode")
    }
}
