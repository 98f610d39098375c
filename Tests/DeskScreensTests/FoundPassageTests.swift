import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What a row of a search shows of the case, so that it says why it is there.
@Suite("A search shows the line that answers")
struct FoundPassageTests {
    private func stage(_ language: Language, as who: (PracticeFolder) -> Actor = { $0.head }, columns: Int = 120, rows: Int = 24) throws
        -> DeskOnStage
    {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        _ = try stage.signedCase()
        stage.enter(as: who(stage.desk))
        stage.press("/")
        return stage
    }

    @Test(
        "what stands in another text is told with where it stands, by the search's own rule",
        arguments: [
            ("later", "Finding: …a day later."), ("PILED up", "Finding: Transfers piled…"),
            ("explained", "Reply: Explained the cau…"), ("upd transfers", "Finding: "),
        ]
    )
    func otherText(typed: String, line: String) throws {
        let stage = try stage(.english)
        stage.type(typed)
        #expect(stage.selected.contains("0379-2611-005"))
        #expect(stage.selected.contains(line), "\(stage.selected)")
    }

    @Test("in Chinese with Chinese signs") func chinese() throws {
        let stage = try stage(.chinese)
        stage.type("次日")
        stage.expect("责任认定：…账积压，次日已到账。")
    }

    @Test("the customer's words come first, cut in front only where what was sought would not be in sight") func ownWords() throws {
        let stage = try stage(.english, columns: 80)
        stage.type("account")
        stage.expect("…the account by")
        stage.press("Ctrl-U")
        stage.type("taken")
        stage.expect("300 taken from th…")
    }

    @Test("where all that was sought stands in the row beside the words, these stand as they do without a search") func beside() throws {
        let stage = try stage(.english)
        stage.type("Chen")
        stage.expect("A transfer has not arriv…")
        stage.press("Ctrl-U")
        stage.type("2611-005")
        stage.expect("A transfer has not arriv…")
    }

    @Test("a contact by whose digits a case is found stays masked") func contact() throws {
        let stage = try stage(.english)
        stage.type("13800000000")
        #expect(!stage.screen.split(separator: "\n").dropFirst(6).contains { $0.contains("13800000000") })
        stage.expect("Contact: ")
    }

    @Test("a code by whose name a case is found is told by its name") func code() throws {
        let stage = try DeskOnStage(.english, columns: 120)
        var intake = stage.desk.intake("It was never sent")
        intake.business = "cards"
        _ = try stage.desk.ledger.log(intake, by: stage.desk.counter)
        stage.enter(as: stage.desk.head)
        stage.press("/")
        stage.type("bank card")
        stage.expect("Business: Bank cards")
    }

    @Test("what only some may read shows through to nobody else: a statement to whoever made it and the branch manager")
    func statement() throws {
        for (reader, isFound) in [(\PracticeFolder.head, true), (\PracticeFolder.counter, true), (\PracticeFolder.manager, false)] {
            let stage = try DeskOnStage(.english, columns: 120)
            try stage.fourCases()
            let number = try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00")
            let statement = Deed(StaffStatement { $0.text = "She shouted about a zebra." })
            _ = try stage.desk.ledger.perform(statement, on: number, by: stage.desk.counter)
            stage.enter(as: stage.desk[keyPath: reader])
            stage.press("2", "/")
            stage.type("zebra")
            if isFound { stage.expect("a zebra.") } else { stage.expect("Nothing found") }
        }
    }

    @Test("rows that come into sight later show it too, by arrows and by marks") func later() throws {
        let stage = try DeskOnStage(.english, columns: 120)
        for index in 1...20 {
            let number = try stage.log(.oral, "Ms \(index)", "The teller was short", at: "2026-11-19T09:\(10 + index):00+08:00")
            let note = Deed.note(.init(text: "She told of a zebra, \(index)."))
            _ = try stage.desk.ledger.perform(note, on: number, by: stage.desk.manager)
        }
        stage.enter(as: stage.desk.head)
        stage.press("/")
        stage.type("zebra")
        for _ in 1...19 {
            #expect(stage.selected.contains("Note: …of a zebra"), "\(stage.screen)")
            stage.press("Down")
        }
        stage.press("Enter", "Esc", "Home")
        for _ in 1...19 {
            stage.press("Space")
            #expect(stage.selected.contains("Note: …of a zebra"), "\(stage.screen)")
        }
    }

    @Test("the comment book's register shows it as well") func book() throws {
        let stage = try stage(.english)
        stage.press("Esc", "2", "Tab", "/")
        stage.type("cared")
        stage.expect("nobody cared")
    }
}
