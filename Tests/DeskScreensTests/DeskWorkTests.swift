import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The desk works on the selected case without opening it, and what was just done is what is selected (2-screens, Desk and rule 14).
@Suite("Work on the Desk's rows")
struct DeskWorkTests {
    private func stage(
        _ language: Language = .english,
        as actor: KeyPath<PracticeFolder, Actor> = \.counter,
        columns: Int = 80,
        rows: Int = 24
    ) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        stage.enter(as: stage.desk[keyPath: actor])
        return stage
    }

    @Test("what was just logged is selected, and its acts work at once") func justLogged() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Mrs Dale", "", "Nobody answers the bell")
        stage.press("Ctrl-S")
        #expect(stage.message == "Saved 0379-2611-005 Mrs Dale. h hands over · w answers · N another matter")
        #expect(stage.selected.holds("0379-2611-005"))
        stage.press("h")
        #expect(stage.row(0).holds("Hand over 0379-2611-005"))
        stage.press("Down", "Down", "Enter", "Ctrl-S")
        #expect(try stage.desk.ledger.open("0379-2611-005", by: stage.desk.head).state.awaitedReceiver == stage.desk.manager.number)
    }

    @Test("what was logged and stands in no list of what is due is selected among one's own") func loggedAndAnswered() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Mrs Dale", "", "Nobody answers the bell", "", "", "", "", "", "answ")
        stage.press("Enter")
        stage.type("Apologised; the bell is mended.")
        stage.press("Ctrl-S")
        #expect(stage.selected.holds("0379-2611-005"))
    }

    @Test("the complaint manager accepts with one key from the list of what is due") func accept() throws {
        let stage = try stage(as: \.manager)
        stage.press("Down")
        #expect(stage.selected.holds("0379-2611-002"))
        stage.press("a")
        #expect(stage.message == "0379-2611-002: Accept saved. Stage: in hand.")
        #expect(stage.selected.holds("0379-2611-002"))
        stage.press("o")
        #expect(stage.row(0).holds("Note 0379-2611-002"))
    }

    @Test("an act that cannot be done on the selected case says why") func whyNot() throws {
        let stage = try stage()
        stage.press("s")
        stage.expect("Not possible now")
        stage.expect("only the branch manager may do that")
    }

    @Test("below the list the words, the clocks by name, the holder and the next step of the selected case") func preview() throws {
        let stage = try stage(as: \.manager)
        stage.shows("")
        stage.press("Down")
        stage.expect("300 taken from the account by mistake")
        stage.expect("Mr Baker: 300 taken")
    }

    @Test("the same in Chinese, beside the list from 120 columns on") func previewBeside() throws {
        let stage = try stage(.chinese, as: \.manager, columns: 120, rows: 40)
        stage.shows("")
    }

    @Test("a receiver is named with role and open cases, the complaint managers first") func receivers() throws {
        let stage = try stage()
        stage.press("n")
        for _ in 0..<8 { stage.press("Tab") }
        stage.type("hand")
        stage.expect("hand over to 1002 Lily Marsh (complaint manager, 0 open)")
        stage.expect("hand over to 1001 George Wang (branch manager, 0 open)")
    }

    @Test("where one manager alone can take a case, the form names them already") func onlyReceiver() throws {
        let stage = try stage(as: \.manager)
        stage.press("a", "h")
        stage.expect("1001 George Wang (branch manager, 0 open)")
        stage.press("Ctrl-S")
        #expect(try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state.awaitedReceiver == stage.desk.head.number)
    }

    @Test(
        "`:` finds pages of the settings, drafts, and cases by number, customer, contact and words",
        arguments: [
            ("setstaff", "Settings"), ("0379-2611-003", "Case 0379-2611-003"), ("Baker", "Case 0379-2611-002"),
            ("queue", "Case 0379-2611-001"),
        ]
    )
    func everything(_ typed: String, _ title: String) throws {
        let stage = try stage(as: \.head)
        stage.press(":")
        stage.type(typed)
        stage.press("Enter")
        if typed == "setstaff" {
            stage.expect("[Staff]")
        } else {
            #expect(stage.row(0).holds(title))
        }
    }
}
