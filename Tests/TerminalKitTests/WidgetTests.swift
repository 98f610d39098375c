import Testing

@testable import TerminalKit

@Suite("Keys have names")
struct KeyTests {
    @Test("Names lead back to their keys")
    func names() {
        let keys: [Key] = [
            .character("n"), .character("N"), .character("投"), .character(" "), .enter, .tab, .backTab, .escape, .backspace, .delete, .up,
            .pageDown, .controlHome, .function(1), .function(12), .control("l"), .control(" "), .alt("n"), .alt("/"),
        ]
        for key in keys { #expect(Key(name: key.name) == key) }
        #expect(Key.control("l").name == "Ctrl-L")
        #expect(Key(name: "ctrl-p") == .control("p"))
        #expect(Key(name: "Escape") == .escape)
        for name in ["", "F0", "F99", "Nokey", "Ctrl-", "Alt-xy"] { #expect(Key(name: name) == nil) }
    }
}

@Suite("Scripts of keys are read")
struct KeyScriptTests {
    @Test("One item a line")
    func items() throws {
        let script = try KeyScript("# start\n\ntype 王 a\n  press Down 2\npress Ctrl-P\npaste a\\nb\\\\c\nresize 120x40\nclick 10,5\n")
        #expect(
            script.items == [
                .key(.character("王")), .key(.character(" ")), .key(.character("a")), .key(.down), .key(.down), .key(.control("p")),
                .key(.paste("a\nb\\c")), .resize(Size(columns: 120, rows: 40)),
                .key(.mouse(MouseEvent(kind: .press, point: Point(column: 10, row: 5)))),
            ]
        )
    }

    @Test(
        "A line that is not understood is named",
        arguments: ["tpye x", "press", "press Nokey", "press Down many", "resize 10", "resize 0x5", "paste a\\q", "paste \\", "click 3"]
    )
    func problems(line: String) {
        let problem = #expect(throws: KeyScript.Problem.self) { try KeyScript("# one\n" + line) }
        #expect(problem?.line == 2)
        #expect(problem?.reason.isEmpty == false)
    }
}

@Suite("One table of bindings feeds dispatch, footer and help")
struct BindingTests {
    private let bindings = [
        Binding([.character("n")], label: "Log a new complaint", shortLabel: "New", action: 1),
        Binding([.enter], label: "Open the case", shortLabel: "Open", action: 2),
        Binding([.character("s")], label: "Sign off", whyNot: { "only the branch manager signs off" }, action: 3),
        Binding([.up, .character("k")], label: "Up", inFooter: false, action: 4),
        Binding([.character("?")], label: "Help", isPinned: true, action: 5),
    ]

    @Test("The footer shows what fits, and what is pinned always")
    func footer() {
        let footer = Footer(bindings)
        var grid = Grid(size: Size(columns: 60, rows: 1))
        footer.draw(into: &grid, row: 0)
        // What cannot be done now is told in help.
        #expect(grid.text() == " n New  Enter Open  ? Help")
        #expect(footer.binding(at: 9, columns: 60)?.action == 2)
        #expect(footer.binding(at: 18, columns: 60)?.action == nil)
        var narrow = Grid(size: Size(columns: 26, rows: 1))
        footer.draw(into: &narrow, row: 0)
        #expect(narrow.text() == " n New  Enter Open  ? Help")
        var tiny = Grid(size: Size(columns: 9, rows: 1))
        footer.draw(into: &tiny, row: 0)
        #expect(tiny.text() == " ? Help")
    }
}

@Suite("Questions are answered deliberately")
struct DialogTests {
    private func dialog(openedBy key: Key = .character("s")) -> Dialog {
        Dialog(title: "Sign off", text: "Sign 0379-2611-017?", confirmLabel: "Sign", cancelLabel: "Cancel", openedBy: key)
    }

    @Test("Cancel is the default, and Esc cancels")
    func cancel() {
        var question = dialog()
        #expect(question.handle(.enter) == .cancelled)
        question = dialog()
        #expect(question.handle(.escape) == .cancelled)
        question = dialog()
        #expect(question.handle(.tab) == .pending)
        #expect(question.handle(.enter) == .confirmed(""))
    }

    @Test("The key that opened it never confirms it")
    func sameKey() {
        var question = dialog(openedBy: .enter)
        #expect(question.handle(.enter) == .pending)
        #expect(question.handle(.enter) == .pending)
        #expect(question.handle(.left) == .pending)
        #expect(question.handle(.enter) == .pending)
        #expect(question.handle(.character(" ")) == .confirmed(""))
    }

    @Test("Letters answer no question, and the last line says which keys do")
    func letters() {
        var question = dialog()
        question.hint = "arrows choose, Space presses, Esc cancels"
        for character in "nyYq1" { #expect(question.handle(.character(character)) == .pending) }
        #expect(question.handle(.paste("y\n")) == .pending)
        var grid = Grid(size: Size(columns: 50, rows: 9))
        question.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(
            grid.text() == """

                 +- Sign off ----------------------------------+
                 |                                             |
                 |  Sign 0379-2611-017?                        |
                 |                                             |
                 |   [ Sign ]  >[ Cancel ]                     |
                 |  arrows choose, Space presses, Esc cancels  |
                 +---------------------------------------------+

                """
        )
    }

    @Test("A note has one button and swallows all keys but Esc and Enter, whichever key opened it")
    func note() {
        var note = Dialog(title: "Sign", text: "Not yet.", confirmLabel: "", cancelLabel: "Close", openedBy: .character("s"))
        #expect(note.isNote)
        let swallowed: [Key] = [.character("n"), .character(" "), .character("s"), .tab, .left, .paste("abc"), .function(7), .control("s")]
        for key in swallowed { #expect(note.handle(key) == .pending) }
        #expect(note.handle(.enter) == .cancelled)
        note = Dialog(title: "Sign", text: "Not yet.", confirmLabel: "", cancelLabel: "Close", openedBy: .enter)
        #expect(note.handle(.escape) == .cancelled)
        #expect(note.handle(.down) == .pending)
        #expect(note.handle(.enter) == .cancelled)
        var grid = Grid(size: Size(columns: 50, rows: 7))
        note.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(grid.text(row: 4) == "     |  >[ Close ]                          |")
    }

    @Test("A passcode is typed, an empty one is not taken, a wrong one is asked again")
    func field() {
        var question = dialog()
        question.field = nil
        question = Dialog(
            title: "Sign off",
            text: "Your passcode",
            confirmLabel: "Sign",
            cancelLabel: "Cancel",
            openedBy: .character("s"),
            field: TextField(isSecret: true),
            fieldLabel: "Passcode"
        )
        #expect(question.handle(.enter) == .pending)
        for character in "s3" { #expect(question.handle(.character(character)) == .pending) }
        #expect(question.handle(.enter) == .confirmed("s3"))
        question.refuse("Wrong passcode")
        #expect(question.field?.text == "")
        var grid = Grid(size: Size(columns: 50, rows: 12))
        question.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(
            grid.text() == """

                     +- Sign off ---------------------------+
                     |                                      |
                     |  Your passcode                       |
                     |                                      |
                     |  Passcode                            |
                     |  ! Wrong passcode                    |
                     |                                      |
                     |   [ Sign ]   [ Cancel ]              |
                     |                                      |
                     +--------------------------------------+

                """
        )
        #expect(grid.caret == Point(column: 17, row: 5))
    }

    @Test("The chosen button shows by a sign, and a click presses it")
    func buttons() {
        var question = dialog()
        var grid = Grid(size: Size(columns: 50, rows: 9))
        question.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(grid.text(row: 5) == "     |   [ Sign ]  >[ Cancel ]              |")
        #expect(question.click(Point(column: 12, row: 5), in: grid.bounds) == .confirmed(""))
        #expect(question.click(Point(column: 22, row: 5), in: grid.bounds) == .cancelled)
        #expect(question.click(Point(column: 22, row: 4), in: grid.bounds) == .pending)
        for size in [Size(columns: 0, rows: 0), Size(columns: 3, rows: 2), Size(columns: 10, rows: 4)] {
            var small = Grid(size: size)
            question.draw(into: &small, in: small.bounds, glyphs: .ascii)
        }
    }
}

@Suite("Smaller pieces are drawn")
struct PieceTests {
    @Test("A palette filters, says why not, and runs")
    func palette() {
        /// What came of a key, in a word.
        func word(_ event: PaletteEvent<Int>) -> String {
            switch event {
            case .pending: "pending"
            case .cancelled: "cancelled"
            case .run(let binding): "run \(binding.action)"
            case .refused(let why): why
            }
        }
        var palette = Palette(
            title: "Commands",
            rows: [
                Binding([.character("2"), .alt("2")], label: "Registers", action: 1),
                Binding([.character("4")], label: "Sign off", whyNot: { "only the branch manager signs off" }, action: 2),
                Binding([.function(12)], label: "Lock", action: 3),
            ]
        )
        #expect(word(palette.handle(.down)) == "pending")
        #expect(word(palette.handle(.enter)) == "only the branch manager signs off")
        var grid = Grid(size: Size(columns: 56, rows: 6))
        palette.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(
            grid.text()
                == """
                +- Commands -------------------------------------------+
                |                                                      |
                |  2, Alt-2  Registers                                 |
                |> 4         Sign off  (only the branch manager signs~ |
                |  F12       Lock                                      |
                +------------------------------------------------------+
                """
        )
        for character in "lo" { _ = palette.handle(.character(character)) }
        #expect(palette.matches.map(\.action) == [3])
        #expect(word(palette.handle(.enter)) == "run 3")
        palette.nothingMatches = "nothing matches"
        for character in "zz" { _ = palette.handle(.character(character)) }
        palette.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(grid.text(row: 2) == "|  nothing matches                                     |")
        #expect(word(palette.handle(.escape)) == "cancelled")
    }

    @Test("A reason is put into words only where it is shown")
    func reasons() {
        var asked: [Int] = []
        let rows = (1...100).map { number in
            Binding(
                [.function(number)],
                label: "Act \(number)",
                whyNot: {
                    asked.append(number)
                    return "closed"
                },
                action: number
            )
        }
        var grid = Grid(size: Size(columns: 40, rows: 6))
        Footer(rows).draw(into: &grid, row: 5)
        #expect(asked.isEmpty)
        var palette = Palette(title: "Acts", rows: rows)
        palette.brackets = ("（", "）")
        palette.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(asked == [1, 2, 3])
        #expect(grid.text(row: 2) == "|> F1    Act 1  （closed）             |")
    }

    @Test("A palette finds letters in their order too, the best first, and marks those that answer")
    func fuzzy() {
        let labels = ["Show my drafts", "Settings: Staff", "Stand-ins", "Search all cases", "Lock"]
        var palette = Palette(title: "Commands", rows: labels.enumerated().map { Binding([], label: $1, action: $0) })
        for character in "sta" { _ = palette.handle(.character(character)) }
        #expect(palette.matches.map(\.label) == ["Settings: Staff", "Stand-ins"])
        // A short name that is nearly typed comes before a long one that only begins so.
        var grid = Grid(size: Size(columns: 40, rows: 6))
        palette.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        let row = (0..<40).filter { grid[Point(column: $0, row: 2)].role == .key }
        #expect(row == [15, 16, 17])
        for _ in 0..<3 { _ = palette.handle(.backspace) }
        for character in "shdr" { _ = palette.handle(.character(character)) }
        #expect(palette.matches.map(\.label) == ["Show my drafts"])
        for character in "zz" { _ = palette.handle(.character(character)) }
        #expect(palette.matches.isEmpty)
        palette.found = [Binding([], label: "0379-2611-001  Ms Lowe", action: 9)]
        #expect(palette.matches.map(\.action) == [9])
    }

    @Test("A time line wraps its entries and scrolls to its end")
    func timeLine() {
        var line = TimeLine([
            TimeLineEntry(when: "20 Nov 10:02", who: "李敏", what: "logged", lines: ["柜员交班时态度生硬"]),
            TimeLineEntry(when: "20 Nov 10:30", who: "陈刚", what: "accepted"),
        ])
        var grid = Grid(size: Size(columns: 34, rows: 3))
        line.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(grid.text() == "* 20 Nov 10:02  李敏  logged\n| 柜员交班时态度生硬\n* 20 Nov 10:30  陈刚  accepted")
        #expect(line.handle(.end, columns: 20, rows: 3) == true)
        line.draw(into: &grid, in: Rect(column: 0, row: 0, columns: 20, rows: 3), glyphs: .ascii)
        #expect(line.offset == line.rowCount(columns: 20) - 3)
        #expect(line.handle(.tab, columns: 20, rows: 3) == false)
    }

    @Test("Messages carry a sign, and a small screen says what it needs")
    func messages() {
        var grid = Grid(size: Size(columns: 24, rows: 3))
        MessageLine("No room on disk", kind: .error).draw(into: &grid, row: 0, glyphs: .ascii)
        MessageLine("Saved 0379-2611-018, and more", kind: .info).draw(into: &grid, row: 1, glyphs: .ascii)
        #expect(grid.text() == " !! No room on disk\n Saved 0379-2611-018, ~\n")
        drawTooSmall(into: &grid, needs: Size(columns: 80, rows: 24), message: "窗口太小")
        #expect(grid.text() == "        窗口太小\n      24x3 < 80x24\n")
    }

    @Test("Bars are filled in proportion in both sets of signs")
    func bars() {
        #expect(Glyphs.ascii.barText(share: 0.5, columns: 8) == "####    ")
        #expect(Glyphs.unicode.barText(share: 0.53, columns: 8) == "████▎   ")
        #expect(Glyphs.unicode.barText(share: 9, columns: 3) == "███")
        #expect(Glyphs.unicode.barText(share: .nan, columns: 3) == "   ")
        #expect(Glyphs.ascii.barText(share: -1, columns: 0) == "")
        for glyphs in [Glyphs.ascii, .unicode] {
            #expect((0...100).allSatisfy { TextWidth.columns(of: glyphs.barText(share: Double($0) / 100, columns: 7)) == 7 })
        }
    }

    @Test("Columns that do not fit are left out from the right")
    func columnLayout() {
        let wanted = [(minimum: 6, maximum: 6), (minimum: 8, maximum: Int.max), (minimum: 10, maximum: 10)]
        #expect(ColumnLayout.widths(wanted, in: 40) == [6, 20, 10])
        #expect(ColumnLayout.widths(wanted, in: 28) == [6, 8, 10])
        #expect(ColumnLayout.widths(wanted, in: 27) == [6, 19, 0])
        #expect(ColumnLayout.widths(wanted, in: 3) == [3, 0, 0])
        // What one has no use for goes to the others.
        let two = [(minimum: 9, maximum: 12), (minimum: 8, maximum: Int.max)]
        #expect(ColumnLayout.widths(two, in: 22) == [11, 9])
        #expect(ColumnLayout.widths(two, in: 60) == [12, 46])
    }
}
