import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What people stumbled over who sat down at the desk for the first time.
@Suite("Somebody new at the desk")
struct NewcomerTests {
    @Test(
        "a number that is typed into the search is the case that Enter opens, however it is written",
        arguments: ["003", "3", "2611-3", "0379-2611-003", "2611003"]
    )
    func number(_ typed: String) throws {
        let stage = try DeskOnStage.amongFour()
        // Found too, and logged later: its contact ends in the same digits.
        try stage.log(.phone, "Mr Reed", "The card machine took 2611003 from me", at: "2026-11-20T08:59:00+08:00")
        stage.press("2", "/")
        stage.type(typed)
        stage.press("Enter")
        #expect(stage.row(0).holds("Case 0379-2611-003"), "\(stage.screen)")
    }

    @Test("what is searched for next takes the place of what was searched for; an arrow takes it over") func searchAgain() throws {
        let stage = try DeskOnStage.amongFour()
        stage.press("2", "/")
        stage.type("Baker")
        stage.press("Enter", "Esc", "/")
        stage.type("Lowe")
        stage.expect("Search: Lowe")
        stage.press("Enter", "Esc", "/", "End")
        stage.type("x")
        stage.expect("Search: Lowex")
    }

    @Test("of a telephone number the last four digits are asked for, where fewer find nothing") func fewDigits() throws {
        let stage = try DeskOnStage.amongFour()
        stage.press("2", "/")
        stage.type("987")
        stage.expect("Of a telephone: the last four digits.")
    }

    @Test("another matter is of the customer whose case is open or selected, and of nobody else") func anotherMatter() throws {
        let stage = try DeskOnStage.amongFour()
        stage.press(":")
        stage.type("0379-2611-002")
        stage.press("Enter", "N")
        stage.expect("Mr Baker")
        stage.press("Esc", "Esc", "2", "Down")
        let selected = stage.selected
        stage.press("N")
        let customer = try #require(["Mr Baker", "Ms Lowe", "刘女士"].first { selected.holds($0) })
        stage.expect(customer)
    }

    @Test("what was handed to a colleague is taken over only after a question that names them") func takeOver() throws {
        let stage = try DeskOnStage.amongFour(as: \.head)
        stage.press(":")
        stage.type("0379-2611-002")
        stage.press("Enter")
        stage.press(":")
        stage.type("accept")
        stage.press("Enter")
        stage.expect("0379-2611-002 was handed over to 1002 Lily Marsh. Accept")
        stage.press("Esc")
        #expect(stage.message == "Cancelled: nothing was done.")
        #expect(try stage.desk.ledger.open("0379-2611-002", by: stage.desk.head).state.stage == .handedOver)
    }

    @Test("a merge is refused beside its field before it is asked for, and the question names both cases and customers")
    func merge() throws {
        let stage = try DeskOnStage.amongFour()
        stage.press(":")
        stage.type("0379-2611-002")
        stage.press("Enter", "a", ":")
        stage.type("merge")
        stage.press("Enter")
        stage.type("099")
        stage.press("Ctrl-S")
        stage.expect("There is no case 099 at this desk.")
        stage.press("Backspace", "Backspace", "Backspace")
        stage.type("001")
        stage.press("Tab")
        stage.type("The same fee")
        stage.press("Ctrl-S")
        stage.expect("Merge 0379-2611-002 (Mr Baker) into 0379-2611-001")
    }

    @Test("a finding that lacks something says so when it is saved, and what comes next says it too") func finding() throws {
        let stage = try DeskOnStage.amongFour()
        stage.press(":")
        stage.type("0379-2611-002")
        stage.press("Enter", "a", "f")
        stage.type("not")
        stage.press("Enter")
        stage.type("unf")
        stage.press("Enter", "Tab")
        stage.type("Nothing was charged")
        stage.press("Ctrl-S")
        #expect(stage.message.holds("Complete the finding: it lacks \"Explanation\"."), "\(stage.screen)")
        stage.expect("Complete the finding: it lacks \"Explanation\"")
    }

    @Test("what was asked of the branch manager is told to whoever asked as waited for, and to the branch manager as theirs")
    func waiting() throws {
        let stage = try DeskOnStage.amongFour()
        let number = "0379-2611-002"
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        _ = try stage.desk.ledger.perform(.askExtension(.init(reason: "The bank's lab needs longer")), on: number, by: stage.desk.manager)
        stage.press(":")
        stage.type(number)
        stage.press("Enter")
        stage.expect("manager to decide on the extension")
        stage.press("F12")
        stage.enter(as: stage.desk.head)
        stage.press(":")
        stage.type(number)
        stage.press("Enter")
        stage.expect("Grant or decline the extension")
        stage.press(":")
        stage.type("grant")
        stage.press("Enter")
        stage.expect("Grant the extension of 0379-2611-002 (Mr Baker)? Asked")
        stage.expect("The bank's lab needs longer")
    }

    @Test("long words beside the time line can be read to their end, and are no signed entry until they were", arguments: [80, 120, 200])
    func longWords(columns: Int) throws {
        let stage = try DeskOnStage(.english, columns: columns, rows: 30)
        let words = (1...400).map { "word\($0)" }.joined(separator: " ") + " the very end"
        try stage.log(.letter, "Mr Baker", words, at: "2026-11-20T08:00:00+08:00", to: stage.desk.manager)
        let number = "0379-2611-001"
        var finding = Finding(fault: .none, classification: .unfounded, facts: "Nothing was charged")
        finding.explanation = "Told on the phone"
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        _ = try stage.desk.ledger.perform(.finding(finding), on: number, by: stage.desk.manager)
        _ = try stage.desk.ledger.perform(
            .reply(.init(how: .phone, text: "An answer", isAccepted: true)),
            on: number,
            by: stage.desk.manager
        )
        stage.enter(as: stage.desk.head)
        stage.press(":")
        stage.type(number)
        stage.press("Enter", "s")
        stage.expect("Read it first")
        // The key that the note names does it at once.
        stage.press("PgDn")
        stage.expectNot("Read it first")
        var seen = false
        for _ in 0..<20 {
            seen = seen || stage.screen.holds("the very end")
            stage.press("PgDn")
        }
        #expect(seen)
        stage.press("s")
        stage.expect("as you have read it?")
    }

    @Test("a long customer's name ends with a sign, and leaves how and when it came in sight") func longName() throws {
        let stage = try DeskOnStage(.english)
        try stage.log(
            .phone,
            "The Residents' Association of the Hamlets of Upper and Lower Long Name",
            "Noise",
            at: "2026-11-20T08:00:00+08:00"
        )
        stage.enter(as: stage.desk.manager)
        stage.expect("…  phone  Fri 20 Nov 08:00")
    }

    @Test("an open list of choices stays above the message and the footer") func choices() throws {
        let stage = try DeskOnStage(.english, rows: 20)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        for _ in 0..<40 where (stage.app.stack.last as? any FormScreen)?.form.focusedID != "then" { stage.press("Tab") }
        stage.press("Enter")
        stage.expect("hand over to 1002 Lily Marsh (complaint manager, 0 open)")
        stage.expect("hand over to 1001")
    }

    @Test("the list of drafts names what was chosen, and one that was just left is not in use") func drafts() throws {
        let stage = try DeskOnStage.amongFour(as: \.counter)
        stage.press("n")
        stage.type("Sandra")
        stage.press("Esc", "d")
        stage.expect("Sandra")
        stage.expectNot("in use")
    }

    @Test("the audit trail says what happened at 80 columns, goes to a day, and lets a person's filter be lifted from an empty list")
    func audit() throws {
        let stage = try DeskOnStage.amongFour(as: \.head)
        stage.press("A")
        stage.expect("What happened")
        stage.press("d")
        stage.type("2026-11-16")
        stage.press("Enter")
        #expect(stage.selected.holds("16 Nov 2026"), "\(stage.screen)")
        stage.press("d")
        stage.type("yesterday-ish")
        stage.press("Enter")
        stage.expect("is not a day. Write it as")
        stage.press("Esc", "b", "Tab", "Tab", "Tab", "Tab", "Tab")
        stage.expect("No such event by this person. Press b for everybody's.")
        stage.press("b")
        stage.expectNot("No such event by this person")
    }

    @Test("papers begin with one that may be made; a clerk is not met by a refusal") func papers() throws {
        let stage = try DeskOnStage.amongFour(as: \.counter)
        stage.press("7")
        stage.expectNot("Only the")
    }

    @Test("a wrong passcode for a signature is told as that: no number was typed") func passcode() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        stage.press(":")
        stage.type(number)
        stage.press("Enter", "s")
        if stage.screen.holds("Read it first") { stage.press("PgDn", "PgDn", "PgDn", "s") }
        stage.type("wrong passcode")
        stage.press("Enter")
        stage.expect("The passcode is wrong. The attempt was recorded.")
        stage.expectNot("staff number or")
    }
}
