import ComplaintRules
import TerminalKit
import Testing

@testable import DeskScreens

/// The names of the lists of a screen on one line.
@Suite("A line of tabs")
struct TabLineTests {
    @Test("A name answers a click where it was drawn, also on a row that is full", arguments: [60, 24, 21])
    func clicks(columns: Int) throws {
        let (labels, area) = (["Hours", "日历", "Limits"], Rect(column: 2, row: 1, columns: columns, rows: 1))
        var grid = Grid(size: Size(columns: 80, rows: 3))
        TabLine.draw(labels, chosen: 1, into: &grid, in: area)
        let drawn = grid.text(row: 1)
        for (index, label) in labels.enumerated() {
            let first = TextWidth.columns(of: String(drawn[..<(try #require(drawn.place(of: label)))]))
            for column in [first - 1, first, first + TextWidth.columns(of: label)] {
                #expect(TabLine.tab(at: Point(column: column, row: 1), of: labels, chosen: 1, in: area) == index)
            }
            #expect(TabLine.tab(at: Point(column: first, row: 0), of: labels, chosen: 1, in: area) == nil)
        }
    }
}
