import DeskTestSupport
import Testing

@testable import TerminalKit

@Suite("Frames are drawn cell by cell")
struct GridTests {
    private func grid(_ columns: Int = 10, _ rows: Int = 2) -> Grid { Grid(size: Size(columns: columns, rows: rows)) }

    @Test("Text is put at a point and read back without blanks at the end")
    func put() {
        var grid = grid()
        #expect(grid.put("投诉 ok", at: Point(column: 1, row: 0)) == 7)
        #expect(grid.text() == " 投诉 ok\n")
        #expect(grid[Point(column: 1, row: 0)] == Cell(text: "投", width: 2, role: .text))
        #expect(grid[Point(column: 2, row: 0)] == Cell(text: "", width: 0, role: .text))
    }

    @Test("A wide character that does not fit at the edge is a blank")
    func edge() {
        var grid = grid(4, 1)
        #expect(grid.put("a投诉", at: Point(column: 0, row: 0), role: .good) == 4)
        #expect(grid.text() == "a投")
        #expect(grid[Point(column: 3, row: 0)] == Cell(text: " ", width: 1, role: .good))
        #expect(grid.put("x", at: Point(column: 4, row: 0)) == 0)
        #expect(grid.put("x", at: Point(column: -1, row: 0)) == 0)
        #expect(grid.put("x", at: Point(column: 0, row: 1)) == 0)
    }

    @Test("Overwriting half of a wide character blanks its other half")
    func halves() {
        var grid = grid(8, 1)
        grid.put("投诉处理", at: Point(column: 0, row: 0))
        grid.put("x", at: Point(column: 1, row: 0))
        #expect(grid.text() == " x诉处理")
        grid.put("y", at: Point(column: 2, row: 0))
        #expect(grid.text() == " xy 处理")
        grid.put("单", at: Point(column: 5, row: 0))
        #expect(grid.text() == " xy  单")
        grid.fill(Rect(column: 6, row: 0, columns: 1, rows: 1))
        #expect(grid.text() == " xy")
    }

    @Test("Combining marks share the cell of their base, and joined emoji are drawn in parts")
    func clusters() {
        var grid = grid(10, 1)
        #expect(grid.put("e\u{301}👨‍👩‍👧❤️", at: Point(column: 0, row: 0)) == 8)
        #expect(grid[Point(column: 0, row: 0)].text == "e\u{301}")
        #expect(grid[Point(column: 1, row: 0)].text == "👨")
        #expect(grid[Point(column: 3, row: 0)].text == "👩")
        #expect(grid[Point(column: 7, row: 0)].text == "❤")
    }

    @Test(
        "What terminals make different things of is drawn in parts, as wide as it was measured",
        arguments: [
            ("a\u{200D}b", ["a", "b"]), ("张\u{200D}三", ["张", "", "三", ""]), ("👨‍👩‍👧", ["👨", "", "👩", "", "👧", ""]), ("🇨🇳", ["C", "N"]),
            ("👍🏽x", ["👍", "", "x"]), ("⌚\u{FE0E}x", ["⌚", "", "x"]), ("1\u{FE0F}\u{20E3}x", ["1\u{20E3}", "x"]),
            ("葛\u{E0100}x", ["葛", "", "x"]), ("🏴\u{E0067}\u{E007F}x", ["🏴", "", "x"]), ("क्ष", ["क\u{94D}", "ष"]), ("कि", ["क", "ि"]),
            ("กี่x", ["ก\u{E35}\u{E48}", "x"]), ("กำ", ["ก", "ำ"]), ("\u{1112}\u{1161}\u{11AB}x", ["\u{1112}\u{1161}\u{11AB}", "", "x"]),
            ("a\u{200B}b", ["a", "␦", "b"]), ("a\u{202E}b", ["a", "␦", "b"]), ("می\u{200C}خ", ["م", "ی", "خ"]),
        ]
    )
    func parts(text: String, expected: [String]) {
        var grid = grid(12, 1)
        #expect(grid.put(text, at: Point(column: 0, row: 0)) == expected.count)
        #expect(TextWidth.columns(of: text) == expected.count)
        // By scalars: as graphemes, parts of an Indic syllable are equal to others.
        let cells = expected.indices.map { Array(grid[Point(column: $0, row: 0)].text.unicodeScalars) }
        #expect(cells == expected.map { Array($0.unicodeScalars) })
    }

    @Test("Control characters are shown, never obeyed")
    func controls() {
        var grid = grid(10, 1)
        grid.put("\u{1B}[2J\r\n", at: Point(column: 0, row: 0))
        #expect(grid.text() == "␛[2J␍␊")
    }

    @Test("Equality is by what is seen, wherever marks are kept")
    func equality() {
        var one = grid()
        var two = grid()
        one.put("e\u{301}", at: Point(column: 0, row: 0))
        one.put("o\u{308}", at: Point(column: 1, row: 0))
        two.put("o\u{308}", at: Point(column: 1, row: 0))
        two.put("e\u{301}", at: Point(column: 0, row: 0))
        #expect(one == two)
        two.setRole(Rect(column: 0, row: 0, columns: 1, rows: 1), .selected)
        #expect(one != two)
        var moved = one
        moved.caret = Point(column: 1, row: 1)
        #expect(moved != one)
    }

    @Test("The change between frames is found in whole characters")
    func difference() {
        var one = grid(10, 1)
        var two = grid(10, 1)
        one.put("ab投诉cd", at: Point(column: 0, row: 0))
        two.put("ab投告cd", at: Point(column: 0, row: 0))
        #expect(two.changedColumns(row: 0, from: one) == 4..<6)
        #expect(one.changedColumns(row: 0, from: one) == nil)
        #expect(one.changedColumns(row: 0, from: nil) == 0..<10)
        var three = grid(10, 1)
        three.put("abc投", at: Point(column: 0, row: 0))
        #expect(three.changedColumns(row: 0, from: one) == 2..<8)
    }

    @Test("Random drawing never leaves half a character")
    func random() {
        var random = SeededNumbers(seed: 3)
        var grid = Grid(size: Size(columns: 20, rows: 3))
        let pieces = ["投诉", "x", "e\u{301}", "👨‍👩‍👧", "ab处", "  ", "\u{7}"]
        for _ in 0..<5_000 {
            let point = Point(column: Int.random(in: -2..<22, using: &random), row: Int.random(in: -1..<4, using: &random))
            if Bool.random(using: &random) {
                grid.put(pieces.randomElement(using: &random) ?? "", at: point, columns: Int.random(in: 0..<8, using: &random))
            } else {
                grid.fill(Rect(column: point.column, row: point.row, columns: Int.random(in: 0..<6, using: &random), rows: 1))
            }
            for row in 0..<3 {
                var column = 0
                while column < 20 {
                    let width = Int(grid[Point(column: column, row: row)].width)
                    #expect(width == 1 || width == 2)
                    if width == 2 { #expect(column < 19 && grid[Point(column: column + 1, row: row)].width == 0) }
                    column += max(1, width)
                }
            }
        }
    }

    @Test("Rectangles are cut, split and never negative")
    func geometry() {
        let rect = Rect(column: 2, row: 1, columns: 10, rows: 4)
        #expect(rect.inset(columns: 1, rows: 1) == Rect(column: 3, row: 2, columns: 8, rows: 2))
        #expect(rect.inset(columns: 20, rows: 20).isEmpty)
        #expect(rect.rows(from: 3, count: 5) == Rect(column: 2, row: 4, columns: 10, rows: 1))
        #expect(rect.rows(from: 9).isEmpty)
        let (left, right) = rect.splitColumns(left: 4, gap: 1)
        #expect(left == Rect(column: 2, row: 1, columns: 4, rows: 4))
        #expect(right == Rect(column: 7, row: 1, columns: 5, rows: 4))
        #expect(rect.splitColumns(left: 99).1.isEmpty)
        #expect(Rect(column: 0, row: 0, columns: -3, rows: 2).columns == 0)
    }
}

@Suite("Text stands on the ground that it is drawn on")
struct GroundTests {
    @Test("Keys, counters and dim words on a bar or in a box take its ground; a field brings its own; a fill begins anew")
    func grounds() {
        var grid = Grid(size: Size(columns: 10, rows: 2))
        grid.fill(grid.bounds, role: .dialog)
        grid.put("F1 投诉", at: Point(column: 0, row: 0), role: .key)
        grid.put("ab", at: Point(column: 0, row: 1), role: .field)
        #expect(grid[Point(column: 0, row: 0)].ground == .dialog)
        #expect(grid[Point(column: 4, row: 0)].ground == .dialog)
        #expect(grid[Point(column: 0, row: 1)].ground == .field)
        #expect(grid[Point(column: 5, row: 1)].ground == .dialog)
        grid.setRole(Rect(column: 0, row: 0, columns: 2, rows: 1), .selected)
        #expect(grid[Point(column: 1, row: 0)].ground == .selected)
        #expect(grid[Point(column: 3, row: 0)].ground == .dialog)
        grid.fill(grid.bounds)
        grid.put("x", at: Point(column: 0, row: 0), role: .dim)
        #expect(grid[Point(column: 0, row: 0)].ground == .text)
    }

    @Test("What stands on another ground is drawn anew")
    func changed() {
        func frame(_ ground: Role) -> Grid {
            var grid = Grid(size: Size(columns: 4, rows: 1))
            grid.fill(grid.bounds, role: ground)
            grid.put("ab", at: Point(column: 0, row: 0), role: .dim)
            return grid
        }
        #expect(frame(.dialog) != frame(.title))
        #expect(frame(.dialog) == frame(.dialog))
    }
}
