import DeskTestSupport
import Testing

@testable import TerminalKit

@Suite("A form is filled in")
struct FormTests {
    private func form() -> Form {
        Form(fields: [
            FormField(id: "name", label: "Customer", kind: .line(TextField()), hint: "or leave empty", isRequired: true),
            FormField(
                id: "channel",
                label: "渠道",
                kind: .choice(ChoiceField(choices: [Choice(code: "oral", label: "Oral"), Choice(code: "phone", label: "Phone")]))
            ),
            FormField(id: "about", label: "About", kind: .note("Their own words, as they say them.")),
            FormField(id: "text", label: "What happened", kind: .text(TextEditor(), minimumRows: 2), isRequired: true),
            FormField(id: "agreed", label: "Repeated", kind: .check(CheckField(label: "and agreed"))),
            FormField(id: "last", label: "Contact", kind: .line(TextField())),
        ])
    }

    private func type(_ text: String, into form: inout Form) {
        for character in text { _ = form.handle(.character(character)) }
    }

    @Test("It is drawn with labels in one column, required fields marked from the start")
    func draw() {
        var form = form()
        type("王先生", into: &form)
        form.setProblem("Say what happened.", at: "text")
        var grid = Grid(size: Size(columns: 44, rows: 10))
        form.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(
            grid.text() == """
                 *Customer       王先生
                  渠道                                    v
                  About
                  Their own words, as they say them.
                 *What happened  ! Say what happened.

                               |
                               |
                  Repeated       [ ] and agreed
                  Contact
                """
        )
        #expect(grid.caret == Point(column: 17, row: 5))
        #expect(form.value("name") == "王先生")
    }

    @Test(
        "Fields are 110 columns wide at most, so that lines can be read and a list's sign stands beside its value",
        arguments: [80, 128, 200]
    )
    func width(columns: Int) {
        var form = form()
        form.fit(columns: columns, rows: 10)
        var grid = Grid(size: Size(columns: columns, rows: 10))
        form.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        let row = (0..<10).map { grid.text(row: $0) }.first { $0.contains("渠道") } ?? ""
        // Behind the labels, 17 columns, the sign stands at the field's end.
        #expect(row.hasSuffix("v") && TextWidth.columns(of: row) == min(columns - 1, 17 + 110))
        if case .text(let editor, _) = form["text"]?.kind { #expect(editor.wrapColumns <= 110) }
    }

    @Test("Hints stand in empty fields only")
    func hints() {
        var form = form()
        var grid = Grid(size: Size(columns: 44, rows: 9))
        form.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(grid.text(row: 0) == " *Customer        or leave empty")
        type("x", into: &form)
        form.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
        #expect(grid.text(row: 0) == " *Customer       x")
    }

    @Test("Any field may be left by Tab, Shift-Tab and arrows; nothing typed is lost")
    func moving() {
        var form = form()
        type("a", into: &form)
        var path = [form.focusedID]
        for key in [Key.tab, .tab, .tab, .tab, .tab, .backTab, .up, .up, .up] {
            #expect(form.handle(key) == .moved)
            path.append(form.focusedID)
        }
        #expect(path == ["name", "channel", "text", "agreed", "last", "name", "last", "agreed", "text", "channel"])
        #expect(form.handle(.enter) == .moved)
        #expect(form.isPopupOpen)
        #expect(form.handle(.tab) == .changed)
        #expect(form.focusedID == "text")
        type("one", into: &form)
        #expect(form.handle(.enter) == .changed)
        type("two", into: &form)
        #expect(form.handle(.up) == .moved)
        #expect(form.focusedID == "text")
        #expect(form.handle(.up) == .moved)
        #expect(form.focusedID == "channel")
        #expect(form.value("text") == "one\ntwo")
        #expect(form.value("name") == "a")
    }

    @Test("Ctrl-S, F2, and Enter on the last line submit; Esc leaves")
    func leaving() {
        var form = form()
        #expect(form.handle(.control("s")) == .submit)
        #expect(form.handle(.function(2)) == .submit)
        form.focus("last")
        #expect(form.handle(.enter) == .submit)
        #expect(form.handle(.escape) == .cancel)
        form.focus("channel")
        #expect(form.handle(.down) == .moved)
        #expect(form.isPopupOpen)
        #expect(form.handle(.escape) == .moved)
        #expect(form.handle(.escape) == .cancel)
        #expect(form.handle(.function(7)) == .ignored)
    }

    @Test("Enter and Tab take the highlighted choice and go on")
    func choices() {
        var form = form()
        form.focus("channel")
        #expect(form.handle(.character("p")) == .moved)
        #expect(form.handle(.enter) == .changed)
        #expect(form.value("channel") == "phone")
        #expect(form.focusedID == "text")
        form.focus("channel")
        _ = form.handle(.character("o"))
        _ = form.handle(.tab)
        #expect(form.value("channel") == "oral")
        #expect(form.focusedID == "text")
        form.focus("agreed")
        #expect(form.handle(.character(" ")) == .changed)
        #expect(form.value("agreed") == "true")
    }

    @Test("A choice that matches nothing is marked at once, stays, goes into the draft, and is taken by no submit")
    func unmatched() {
        var form = form()
        form.notOffered = "not in the list"
        form.focus("channel")
        type("zz", into: &form)
        #expect(form.handle(.tab) == .changed)
        #expect(form.focusedID == "text")
        #expect(form["channel"]?.problem == "not in the list")
        #expect(form.value("channel") == "")
        form.clearProblems()
        #expect(form["channel"]?.problem == "not in the list")
        var restored = self.form()
        restored.notOffered = "not in the list"
        restored.restore(form.snapshot)
        #expect(restored["channel"]?.unmatched == "zz")
        #expect(restored["channel"]?.problem == "not in the list")
        // Another field reached by a click keeps what was typed too.
        form.focus("channel")
        type("z", into: &form)
        form.focus("last")
        #expect(form["channel"]?.unmatched == "zzz")
    }

    @Test("Several problems stand beside their fields at once, with the focus in the first")
    func severalProblems() {
        var form = form()
        form.focus("last")
        form.setProblems([("last", "missing"), ("text", "empty")])
        #expect(form["last"]?.problem == "missing")
        #expect(form["text"]?.problem == "empty")
        #expect(form.focusedID == "text")
    }

    @Test("Texts take the room that nothing else needs")
    func room() {
        func rows(_ count: Int) -> [String] {
            var grid = Grid(size: Size(columns: 20, rows: count))
            let form = Form(fields: [
                FormField(id: "a", label: "A", kind: .text(TextEditor("x"), minimumRows: 1)),
                FormField(id: "b", label: "B", kind: .line(TextField("y", limit: 9))),
                FormField(id: "c", label: "C", kind: .text(TextEditor("z"), minimumRows: 1)),
            ])
            form.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
            return (0..<count).map { grid.text(row: $0) }
        }
        #expect(rows(3) == ["  A  x", "  B  y", "  C  z"])
        #expect(rows(8) == ["  A  x", "   |", "   |", "   |", "  B  y", "  C  z", "   |", "   |"])
    }

    @Test("What is wrong with an empty text stands beside its label, and a required text has no fewer rows than the others")
    func emptyText() {
        var form = Form(fields: [
            FormField(id: "a", label: "A", kind: .text(TextEditor(""), minimumRows: 1)),
            FormField(id: "b", label: "B", kind: .text(TextEditor(""), minimumRows: 1), isRequired: true),
        ])
        func rows() -> [String] {
            var grid = Grid(size: Size(columns: 20, rows: 6))
            form.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
            return (0..<6).map { grid.text(row: $0) }
        }
        form.setProblem("gone", at: "b")
        #expect(rows() == ["  A", "   |", " *B  ! gone", "", "   |", "   |"])
        form.clearProblems()
        form.setValue("x", for: "b")
        #expect(rows() == ["  A", "   |", "   |", " *B  x", "   |", "   |"])
    }

    @Test("A problem goes away as its field changes, and hidden fields keep their value")
    func problems() {
        var form = form()
        form.setProblem("missing", at: "last")
        #expect(form.focusedID == "last")
        _ = form.handle(.left)
        #expect(form["last"]?.problem == "missing")
        type("138", into: &form)
        #expect(form["last"]?.problem == nil)
        form.setHidden(true, at: "last")
        #expect(form.focusedID == "agreed")
        #expect(form.value("last") == "138")
    }

    @Test("A draft brings back values, focus and carets, but never a secret")
    func snapshot() {
        var form = form()
        form.fields.append(FormField(id: "code", label: "Passcode", kind: .line(TextField("hidden", isSecret: true))))
        type("王先生", into: &form)
        _ = form.handle(.left)
        form.setValue("true", for: "agreed")
        form.setValue("oral", for: "channel")
        form.setValue("one\ntwo", for: "text")
        form.focus("text")
        _ = form.handle(.home)
        let snapshot = form.snapshot
        #expect(snapshot.values["code"] == nil)
        var other = self.form()
        other.restore(snapshot)
        #expect(other.snapshot == snapshot)
        #expect(other.focusedID == "text")
        #expect(other["name"]?.caret == 2)
        #expect(other["text"]?.caret == 4)
    }

    @Test("A form taller than its place scrolls to the focused field")
    func scrolling() {
        var form = Form(fields: (1...20).map { FormField(id: "f\($0)", label: "Field \($0)", kind: .line(TextField())) })
        var grid = Grid(size: Size(columns: 30, rows: 5))
        for number in [1, 5, 6, 12, 20] {
            form.focus("f\(number)")
            form.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
            let row = grid.caret?.row ?? -1
            #expect(grid.text(row: row).dropFirst().hasPrefix(" Field \(number)"))
        }
        #expect(grid.text(row: 0).hasPrefix("^"))
    }

    @Test("Checked with a list open, a form takes what letters or arrows chose there; looking chooses nothing, what matches nothing stays")
    func checkedWithOpenList() {
        var form = Form(fields: [
            FormField(
                id: "how",
                label: "How",
                kind: .choice(ChoiceField(choices: [Choice(code: "oral", label: "Oral"), Choice(code: "letter", label: "Letter")]))
            )
        ])
        _ = form.handle(.down)
        #expect(form.isPopupOpen)
        form.clearProblems()
        #expect(form.value("how") == "" && !form.isPopupOpen)
        for _ in 0..<3 { _ = form.handle(.down) }
        form.clearProblems()
        #expect(form.value("how") == "letter")
        _ = form.handle(.backspace)
        _ = form.handle(.character("l"))
        form.clearProblems()
        #expect(form.value("how") == "letter" && !form.isPopupOpen)
        _ = form.handle(.character("x"))
        form.clearProblems()
        #expect(form.value("how") == "" && !form.isPopupOpen)
        if case .choice(let choice) = form["how"]?.kind { #expect(choice.unmatched == "x") }
    }

    @Test("A click focuses the field under it and sets mark and caret")
    func clicks() {
        var form = form()
        let rect = Rect(column: 0, row: 2, columns: 44, rows: 12)
        // The text has the rows that nothing else needs: six of them.
        #expect(form.click(Point(column: 18, row: 12), in: rect) == .changed)
        #expect(form.value("agreed") == "true")
        form.setValue("投诉", for: "name")
        #expect(form.click(Point(column: 20, row: 2), in: rect) == .moved)
        #expect(form.focusedID == "name")
        #expect(form["name"]?.caret == 1)
        #expect(form.click(Point(column: 3, row: 4), in: rect) == .ignored)
        #expect(form.click(Point(column: 3, row: 0), in: rect) == .ignored)
    }

    @Test("Random keys and sizes never break it, and the caret stays on the screen")
    func random() {
        var random = SeededNumbers(seed: 21)
        let keys: [Key] = [
            .character("a"), .character(" "), .character("投"), .enter, .tab, .backTab, .up, .down, .left, .right, .escape, .backspace,
            .delete,
            .pageUp, .pageDown, .home, .end, .control("z"), .control("k"), .paste("a\nb\u{1B}c"), .alt("x"), .function(9),
        ]
        var form = form()
        for _ in 0..<1_500 {
            let size = Size(columns: Int.random(in: 0..<50, using: &random), rows: Int.random(in: 0..<12, using: &random))
            form.fit(columns: size.columns, rows: size.rows)
            _ = form.handle(keys.randomElement(using: &random) ?? .tab)
            if Int.random(in: 0..<20, using: &random) == 0 { form.setProblem("wrong, and in many words", at: "text") }
            var grid = Grid(size: size)
            form.draw(into: &grid, in: grid.bounds, glyphs: .ascii)
            if let caret = grid.caret { #expect(grid.bounds.contains(caret)) }
        }
    }
}
