import Testing

@testable import TerminalKit

@Suite("A choice is found by typing")
struct ChoiceFieldTests {
    private let choices = [
        Choice(code: "cards", label: "银行卡 Bank cards", searchKeys: ["yhk"]),
        Choice(code: "loans", label: "贷款 Loans", searchKeys: ["dk"]),
        Choice(code: "fx", label: "外汇 Foreign exchange", searchKeys: ["wh"]),
        Choice(code: "other", label: "其他 Other", searchKeys: ["qt"]),
    ]

    @Test(
        "By English, Chinese, pinyin initials or code",
        arguments: [("loa", "loans"), ("贷", "loans"), ("yh", "cards"), ("exch", "fx"), ("FX", "fx"), ("the", "other")]
    )
    func typing(text: String, code: String) {
        var field = ChoiceField(choices: choices)
        for character in text { #expect(field.handle(.character(character)) == true) }
        #expect(field.isOpen)
        #expect(field.handle(.enter) == true)
        #expect(field.selectedCode == code)
        #expect(!field.isOpen)
    }

    @Test("Esc closes without a change, Backspace clears, Tab takes and goes on")
    func keys() {
        var field = ChoiceField(choices: choices, selected: "fx")
        #expect(field.handle(.down) == true)
        #expect(field.highlighted == 2)
        #expect(field.handle(.down) == true)
        #expect(field.handle(.escape) == true)
        #expect(field.selectedCode == "fx")
        #expect(field.handle(.escape) == false)
        #expect(field.handle(.character("o")) == true)
        #expect(field.handle(.character("t")) == true)
        #expect(field.handle(.tab) == false)
        #expect(field.selectedCode == "other")
        #expect(field.handle(.backspace) == true)
        #expect(field.selectedCode == nil)
    }

    @Test("Enter, Space and Down open it with the first row or the value taken highlighted, which Enter and Tab take")
    func opened() {
        for opener: Key in [.enter, .down, .character(" ")] {
            func field(_ selected: String?, _ keys: Key...) -> ChoiceField {
                var field = ChoiceField(choices: choices, selected: selected)
                for key in [opener] + keys { _ = field.handle(key) }
                return field
            }
            #expect(field(nil).isOpen && field(nil).highlighted == 0)
            #expect(field("fx").highlighted == 2)
            #expect(field(nil, .enter).selectedCode == "cards" && !field(nil, .enter).isOpen)
            #expect(field("fx", .enter).selectedCode == "fx")
            // One step leads to the second.
            #expect(field(nil, .down, .enter).selectedCode == "loans")
            for leaving: Key in [.tab, .backTab] {
                #expect(!field(nil, leaving).isOpen)
                #expect(field("fx", leaving).selectedCode == "fx")
                #expect(field(nil, .down, leaving).selectedCode == "loans")
            }
            // On with Tab takes what is highlighted; back does not, and letters that were taken back chose nothing.
            #expect(field(nil, .tab).selectedCode == "cards")
            #expect(field(nil, .backTab).selectedCode == nil)
            #expect(field(nil, .character("l"), .backspace, .backTab).selectedCode == nil)
        }
    }

    @Test("Letters that match nothing are told so in the list")
    func nothingMatches() {
        var grid = Grid(size: Size(columns: 26, rows: 4))
        var field = ChoiceField(choices: choices, nothingMatches: "nothing matches")
        for character in "zz" { _ = field.handle(.character(character)) }
        let top = Rect(column: 2, row: 0, columns: 20, rows: 1)
        field.draw(into: &grid, at: top, focused: true, glyphs: .ascii)
        field.drawPopup(into: &grid, below: top, within: Rect(grid.size), glyphs: .ascii)
        #expect(
            grid.text() == """
                  zz                 v
                  |  nothing matches  |
                  +-------------------+

                """
        )
    }

    @Test("Letters that match nothing stay to be corrected, also when one has gone on")
    func nothing() {
        var field = ChoiceField(choices: choices, selected: "fx")
        for character in "zz" { _ = field.handle(.character(character)) }
        #expect(field.handle(.enter) == true)
        #expect(field.isOpen)
        #expect(field.selectedCode == "fx")
        #expect(field.handle(.tab) == false)
        #expect(!field.isOpen)
        // What is shown is what was typed, and no other value is sent in its place.
        #expect(field.unmatched == "zz")
        #expect(field.selectedCode == nil)
        var grid = Grid(size: Size(columns: 10, rows: 1))
        field.draw(into: &grid, at: grid.bounds, focused: false, glyphs: .ascii)
        #expect(grid.text(row: 0) == "zz       v")
        #expect(grid[Point(column: 0, row: 0)].role == .error)
        #expect(field.handle(.backspace) == true)
        #expect(field.isOpen && field.filter == "z")
        _ = field.handle(.backspace)
        #expect(field.matches.count == 4)
        _ = field.handle(.character("l"))
        _ = field.handle(.enter)
        #expect(field.selectedCode == "loans")
        #expect(field.unmatched == "")
    }

    @Test("The open list is drawn below the field, or above at the foot of the screen")
    func popup() {
        var grid = Grid(size: Size(columns: 26, rows: 5))
        var field = ChoiceField(choices: choices)
        _ = field.handle(.character("o"))
        let top = Rect(column: 2, row: 0, columns: 20, rows: 1)
        field.draw(into: &grid, at: top, focused: true, glyphs: .ascii)
        field.drawPopup(into: &grid, below: top, within: Rect(grid.size), glyphs: .ascii)
        #expect(
            grid.text() == """
                  o                  v
                |> 其他 Other            |
                |  贷款 Loans            |
                |  外汇 Foreign exchange |
                +------------------------+
                """
        )
        #expect(grid.caret == Point(column: 3, row: 0))
        var foot = Grid(size: Size(columns: 26, rows: 5))
        field.drawPopup(into: &foot, below: Rect(column: 2, row: 4, columns: 20, rows: 1), within: Rect(foot.size), glyphs: .ascii)
        #expect(foot.text(row: 4) == "")
        #expect(foot.text(row: 3) == "|  外汇 Foreign exchange |")
        #expect(foot.text(row: 0) == "+------------------------+")
    }

    @Test("The open list stays within its form, above the field where there is no room below: what lies around is drawn over it")
    func within() {
        var grid = Grid(size: Size(columns: 26, rows: 8))
        var field = ChoiceField(choices: choices)
        _ = field.handle(.down)
        let bounds = Rect(column: 0, row: 0, columns: 26, rows: 6)
        field.drawPopup(into: &grid, below: Rect(column: 2, row: 4, columns: 20, rows: 1), within: bounds, glyphs: .ascii)
        #expect((5...7).allSatisfy { grid.text(row: $0).isEmpty })
        #expect(grid.text(row: 3).hasPrefix("|"))
        #expect((0...3).contains { grid.text(row: $0).contains(">") })
    }
}
