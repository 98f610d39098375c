import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// How many keys the frequent tasks take, besides the texts that are typed.
@Suite("Keys for the frequent tasks")
struct KeyScriptTests {
    private func stage(_ actor: KeyPath<PracticeFolder, Actor> = \.counter) throws -> DeskOnStage {
        let stage = try DeskOnStage(.english)
        try stage.fourCases()
        stage.enter(as: stage.desk[keyPath: actor])
        return stage
    }

    /// Plays a script, in which what stands in quotes is typed, and gives the number of its keys.
    private func play(_ script: [String], on stage: DeskOnStage) -> Int {
        for item in script { item.hasPrefix("'") ? stage.type(String(item.dropFirst())) : stage.press(item) }
        return script.count { !$0.hasPrefix("'") }
    }

    @Test("a walk-in with its hand-over: eight keys, of sixteen that it may take") func walkIn() throws {
        let stage = try stage()
        let keys = play(
            ["n", "'Mrs Dale", "Tab", "'13900000001", "Tab", "'Nobody answers the bell", "Ctrl-S", "h", "Enter", "Enter", "Ctrl-S"],
            on: stage
        )
        let state = try stage.desk.ledger.open("0379-2611-005", by: stage.desk.head).state
        #expect(state.awaitedReceiver == stage.desk.manager.number)
        #expect(state.intake.customer == "Mrs Dale")
        #expect(keys == 8)
    }

    @Test("a hand-over is accepted with one key") func accept() throws {
        let stage = try stage(\.manager)
        #expect(play(["a"], on: stage) == 1)
        #expect(try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state.holder == stage.desk.manager.number)
    }

    @Test("a customer who comes back: two keys after the name while logging, one after `:` and the name") func returning() throws {
        let stage = try stage()
        var earlier = stage.desk.intake("The lift is out of order")
        earlier.customer = "Anna Lowe"
        _ = try stage.desk.ledger.log(earlier, by: stage.desk.counter)
        #expect(play(["n", "'Anna Lowe", "Tab", "Alt-o"], on: stage) == 3)
        #expect(stage.row(0).holds("Case 0379-2611-005"))
        let other = try self.stage()
        #expect(play([":", "'Ms Lowe", "Enter"], on: other) == 2)
        #expect(other.row(0).holds("Case 0379-2611-003"))
    }

    @Test("`:` finds a thing by other words for it", arguments: [("password", "Change my passcode"), ("log out", "Locked")])
    func otherWords(words: String, title: String) throws {
        let stage = try stage()
        #expect(play([":", "'" + words, "Enter"], on: stage) == 2)
        #expect(stage.row(0).holds(title))
    }

    @Test("`:` and the last digits of a case's number open it, though a member of staff has them too") func lastDigits() throws {
        let stage = try stage()
        #expect(play([":", "'003", "Enter"], on: stage) == 2)
        #expect(stage.row(0).holds("Case 0379-2611-003"))
    }

    @Test(
        "each page of the settings: `:`, two letters, Enter",
        arguments: [
            ("br", "Branch"), ("st", "Staff"), ("ns", "Stand-ins"), ("cl", "Clocks"), ("ca", "Calendar"), ("ty", "Authority"),
            ("co", "Codes"),
        ]
    )
    func settings(letters: String, page: String) throws {
        let stage = try stage(\.head)
        #expect(play([":", String(letters.first!), String(letters.last!), "Enter"], on: stage) == 4)
        #expect(stage.row(0).holds("Settings"))
        stage.expect("[\(page)]")
    }
}
