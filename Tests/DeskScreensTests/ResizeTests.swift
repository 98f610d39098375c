import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The size of the screen changes under the person's hands.
@Suite("Resizing")
struct ResizeTests {
    private static let sizes = [(120, 40), (80, 24), (30, 8), (80, 24), (120, 40), (200, 60), (80, 24)]

    @Test("from 120×40 to 80×24 to 30×8 and back: the selection stays, and the list is as it was") func list() throws {
        let stage = try DeskOnStage(.english, columns: 120, rows: 40)
        for number in 1...60 {
            try stage.log(
                .oral,
                "Customer \(number)",
                "Text \(number)",
                at: "2026-11-20T08:\(number <= 10 ? "0" : "")\(number - 1):00+08:00"
            )
        }
        stage.enter(as: stage.desk.manager)
        stage.press("2")
        for _ in 0..<31 { stage.press("Down") }
        let selected = "0379-2611-029"
        #expect(stage.selected.holds(selected))
        for (columns, rows) in ResizeTests.sizes {
            stage.resize(columns, rows)
            stage.expectWithinBounds()
            if columns >= 80 { #expect(stage.selected.holds(selected), "at \(columns)×\(rows): \(stage.screen)") }
        }
        stage.press("Enter")
        stage.expect("Case \(selected)")
    }

    @Test("a form keeps every letter and the place of the cursor in the text") func form() throws {
        let stage = try DeskOnStage(.english, columns: 120, rows: 40)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        let text = String(repeating: "The teller was short with me, and nobody came. ", count: 12)
        stage.fill("Ms Lowe", "13912345678", text)
        stage.press("Up", "Up", "Home")
        for (columns, rows) in ResizeTests.sizes {
            stage.resize(columns, rows)
            stage.expectWithinBounds()
            if columns >= 80 { #expect(stage.caret != nil) }
        }
        stage.resize(30, 8)
        stage.expect("too small")
        // What is typed blindly is not lost either.
        stage.press("End")
        stage.type("ZZ")
        stage.resize(120, 40)
        stage.expect("ZZ")
        stage.press("Ctrl-S")
        let intake = try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state.intake
        #expect(intake.text.count == text.trimmed.count + 2 || intake.text.count == text.count + 2)
        #expect(intake.customer == "Ms Lowe")
    }

    @Test("a question and a palette stay open", arguments: ["s", "?", ":"]) func overlay(key: String) throws {
        let stage = try DeskOnStage(.english, columns: 120, rows: 40)
        try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        // The whole entry is read before it is signed.
        stage.press("4", "End", key)
        let inPlace = key == "s" ? "as you have read it?" : "type to find"
        for (columns, rows) in ResizeTests.sizes {
            stage.resize(columns, rows)
            stage.expectWithinBounds()
            if columns >= 80 { stage.expect(inPlace) }
        }
    }

    @Test("every screen fits every size from 80×24 on") func everySize() throws {
        let stage = try DeskOnStage(.chinese)
        try stage.fourCases()
        try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        for keys in [["1"], ["2"], ["2", "Enter"], ["4"], ["4", "End", "s"], ["n"], ["2", "Enter", "o"], ["?"]] {
            for key in keys { stage.press(key) }
            for columns in [80, 97, 98, 99, 100, 101, 132, 240] {
                for rows in [24, 25, 31, 60] {
                    stage.resize(columns, rows)
                    stage.expectWithinBounds()
                }
            }
            stage.press("Esc", "Esc", "Esc")
        }
    }
}
