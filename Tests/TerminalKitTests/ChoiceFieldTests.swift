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

    @Test("A list that was merely opened takes nothing", arguments: [Key.enter, .tab, .backTab])
    func opened(key: Key) {
        for opener: Key in [.down, .character(" ")] {
            var field = ChoiceField(choices: choices)
            _ = field.handle(opener)
            #expect(field.isOpen && field.highlighted == nil)
            _ = field.handle(key)
            #expect(!field.isOpen && field.selectedCode == nil)
            // What was taken before stays.
            field = ChoiceField(choices: choices, selected: "fx")
            _ = field.handle(opener)
            _ = field.handle(key)
            #expect(field.selectedCode == "fx")
            // One step leads to the first.
            field = ChoiceField(choices: choices)
            _ = field.handle(opener)
            _ = field.handle(.down)
            _ = field.handle(key)
            #expect(field.selectedCode == "cards")
            // Letters that were taken back chose nothing either.
            field = ChoiceField(choices: choices)
            _ = field.handle(opener)
            _ = field.handle(.character("l"))
            _ = field.handle(.backspace)
            _ = field.handle(key)
            #expect(field.selectedCode == nil)
        }
    }

    @Test("Letters that match nothing are told so in the list")
    func nothingMatches() {
        var grid = Grid(size: Size(columns: 26, rows: 4))
        var field = ChoiceField(choices: choices, nothingMatches: "nothing matches")
        for character in "zz" { _ = field.handle(.character(character)) }
        let top = Rect(column: 2, row: 0, columns: 20, rows: 1)
        field.draw(into: &grid, at: top, focused: true, glyphs: .ascii)
        field.drawPopup(into: &grid, below: top, glyphs: .ascii)
        #expect(
            grid.text() == """
                  zz                 v
                  |  nothing matches  |
                  +-------------------+

                """
        )
    }

    @Test("Letters that match nothing stay to be corrected")
    func nothing() {
        var field = ChoiceField(choices: choices, selected: "fx")
        for character in "zz" { _ = field.handle(.character(character)) }
        #expect(field.handle(.enter) == true)
        #expect(field.isOpen)
        #expect(field.selectedCode == "fx")
        _ = field.handle(.backspace)
        _ = field.handle(.backspace)
        #expect(field.matches.count == 4)
    }

    @Test("The open list is drawn below the field, or above at the foot of the screen")
    func popup() {
        var grid = Grid(size: Size(columns: 26, rows: 5))
        var field = ChoiceField(choices: choices)
        _ = field.handle(.character("o"))
        let top = Rect(column: 2, row: 0, columns: 20, rows: 1)
        field.draw(into: &grid, at: top, focused: true, glyphs: .ascii)
        field.drawPopup(into: &grid, below: top, glyphs: .ascii)
        #expect(
            grid.text() == """
                  o                  v
                  |> 其他 Other          |
                  |  贷款 Loans          |
                  |  外汇 Foreign excha~ |
                  +----------------------+
                """
        )
        #expect(grid.caret == Point(column: 3, row: 0))
        var foot = Grid(size: Size(columns: 26, rows: 5))
        field.drawPopup(into: &foot, below: Rect(column: 2, row: 4, columns: 20, rows: 1), glyphs: .ascii)
        #expect(foot.text(row: 4) == "")
        #expect(foot.text(row: 3) == "  |  外汇 Foreign excha~ |")
        #expect(foot.text(row: 0) == "  +----------------------+")
    }
}
