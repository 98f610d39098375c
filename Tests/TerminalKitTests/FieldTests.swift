import DeskTestSupport
import Testing

@testable import TerminalKit

@Suite("A field of one line is edited")
struct TextFieldTests {
    private func type(_ text: String, into field: inout TextField) {
        for character in text { _ = field.handle(.character(character)) }
    }

    @Test("The first letter replaces what was proposed; an arrow or End takes it over")
    func proposed() {
        var field = TextField(limit: 20)
        field.propose("09:00")
        #expect(field.isProposal && field.text == "09:00")
        for character in "08:30" { _ = field.handle(.character(character)) }
        #expect(field.text == "08:30")
        field.propose("09:00")
        _ = field.handle(.backspace)
        #expect(field.text == "" && !field.isProposal)
        field.propose("Asia/Shanghai")
        _ = field.handle(.paste("Europe/Berlin"))
        #expect(field.text == "Europe/Berlin")
        field.propose("09:00")
        #expect(field.handle(.tab) == false)
        #expect(field.isProposal)
        _ = field.handle(.end)
        _ = field.handle(.backspace)
        #expect(field.text == "09:0")
        field.propose("")
        #expect(!field.isProposal)
    }

    @Test("Editing goes by graphemes")
    func graphemes() {
        var field = TextField("ae\u{301}👨‍👩‍👧投")
        #expect(field.caret == 4)
        _ = field.handle(.backspace)
        _ = field.handle(.backspace)
        #expect(field.text == "ae\u{301}")
        _ = field.handle(.left)
        _ = field.handle(.delete)
        #expect(field.text == "a")
    }

    @Test("Marks and emoji that arrive in parts join what stands before the caret")
    func parts() {
        var field = TextField()
        for scalar in "e\u{301}👨\u{200D}👩x".unicodeScalars { _ = field.handle(.character(Character(scalar))) }
        #expect(field.text == "e\u{301}👨\u{200D}👩x")
        #expect(field.caret == 3)
        _ = field.handle(.left)
        _ = field.handle(.backspace)
        #expect(field.text == "e\u{301}x")
        #expect(field.caret == 1)
    }

    @Test("Words, line ends and cutting by the usual keys")
    func keys() {
        var field = TextField("one two three")
        _ = field.handle(.control("w"))
        #expect(field.text == "one two ")
        _ = field.handle(.controlLeft)
        #expect(field.caret == 4)
        _ = field.handle(.control("k"))
        #expect(field.text == "one ")
        _ = field.handle(.control("a"))
        #expect(field.caret == 0)
        _ = field.handle(.control("e"))
        _ = field.handle(.control("u"))
        #expect(field.text == "")
        #expect(field.handle(.up) == false)
        #expect(field.handle(.enter) == false)
        #expect(field.handle(.function(5)) == false)
    }

    @Test("Undo takes back a word at a time, redo puts it back")
    func undo() {
        var field = TextField()
        type("one two", into: &field)
        _ = field.handle(.control("z"))
        #expect(field.text == "one")
        _ = field.handle(.control("z"))
        #expect(field.text == "")
        _ = field.handle(.control("z"))
        _ = field.handle(.control("y"))
        _ = field.handle(.control("y"))
        _ = field.handle(.control("y"))
        #expect(field.text == "one two")
        #expect(field.caret == 7)
    }

    @Test("A paste is one edit in one line without control characters")
    func paste() {
        var field = TextField("<>")
        _ = field.handle(.left)
        _ = field.handle(.paste("one\r\ntwo\tthree\u{1B}[31m\n四"))
        #expect(field.text == "<one two three[31m 四>")
        _ = field.handle(.control("z"))
        #expect(field.text == "<>")
        #expect(field.caret == 1)
    }

    @Test("What goes over the limit is told and stays")
    func limit() {
        var field = TextField(limit: 5)
        _ = field.handle(.paste("投诉处理单据"))
        #expect(field.text == "投诉处理单据")
        #expect(field.isTooLong)
        _ = field.handle(.character("x"))
        #expect(field.text == "投诉处理单据x")
        #expect(field.isTooLong)
        _ = field.handle(.backspace)
        _ = field.handle(.backspace)
        #expect(!field.isTooLong)
    }

    @Test("A form says at once beside the field that it is too long, until it is not")
    func limitInForm() {
        var form = Form(fields: [FormField(id: "name", label: "Name", kind: .line(TextField(limit: 3)), isRequired: true)])
        form.tooLong = { "\($0) of \($1)" }
        _ = form.handle(.paste("abcd"))
        #expect(form["name"]?.problem == "4 of 3")
        #expect(form.firstTooLong == "name")
        form.clearProblems()
        #expect(form["name"]?.problem == "4 of 3")
        let snapshot = form.snapshot
        _ = form.handle(.backspace)
        #expect(form["name"]?.problem == nil)
        #expect(form.firstTooLong == nil)
        form.restore(snapshot)
        #expect(form.value("name") == "abcd")
        #expect(form["name"]?.problem == "4 of 3")
    }

    @Test("It is drawn with the caret in sight")
    func draw() {
        var grid = Grid(size: Size(columns: 12, rows: 1))
        var field = TextField("投诉ab")
        let rect = Rect(column: 1, row: 0, columns: 8, rows: 1)
        field.draw(into: &grid, at: rect, focused: true, glyphs: .ascii)
        #expect(grid.text() == " 投诉ab")
        #expect(grid.caret == Point(column: 7, row: 0))
        field = TextField("abcdefghijkl")
        field.draw(into: &grid, at: rect, focused: true, glyphs: .ascii)
        #expect(grid.text() == " <jkl")
        #expect(grid.caret == Point(column: 5, row: 0))
        field.caret = 0
        field.draw(into: &grid, at: rect, focused: true, glyphs: .ascii)
        #expect(grid.text() == " abcdefgh")
        #expect(grid.caret == Point(column: 1, row: 0))
        TextField("secret", isSecret: true).draw(into: &grid, at: rect, focused: false, glyphs: .ascii)
        #expect(grid.text() == " ******")
    }

    @Test("Random keys never lead out of range, and undo leads back to the start")
    func random() {
        var random = SeededNumbers(seed: 11)
        let keys: [Key] = [
            .character("a"), .character(" "), .character("投"), .character("\u{301}"), .character("\u{200D}"), .character("👨"),
            .character("\u{1F1E8}"), .character("\u{1F1F3}"), .left, .right, .home, .end, .backspace, .delete, .control("w"), .control("k"),
            .control("u"), .controlLeft, .controlRight, .paste("x\u{301}\n👩"), .control("z"), .control("y"),
        ]
        for _ in 0..<60 {
            var field = TextField("start 开始", limit: 60)
            for _ in 0..<100 {
                _ = field.handle(keys.randomElement(using: &random) ?? .left)
                #expect(field.caret >= 0 && field.caret <= field.text.count)
                #expect(field.buffer.characters == Array(field.text))
                var grid = Grid(size: Size(columns: 9, rows: 1))
                field.draw(into: &grid, at: Rect(column: 0, row: 0, columns: 9, rows: 1), focused: true, glyphs: .ascii)
                #expect((0..<9).contains(grid.caret?.column ?? -1))
            }
            for _ in 0..<200 { _ = field.handle(.control("z")) }
            #expect(field.text == "start 开始")
        }
    }
}

@Suite("A field of many lines is edited")
struct TextEditorTests {
    @Test("Up and Down go by screen lines and keep their column")
    func lines() {
        var editor = TextEditor("first line here\nab\nthird line here", wrapColumns: 40)
        _ = editor.handle(.up)
        #expect(editor.caret == 18)
        _ = editor.handle(.up)
        #expect(editor.caret == 15)
        _ = editor.handle(.down)
        _ = editor.handle(.down)
        #expect(editor.caret == 34)
        _ = editor.handle(.home)
        #expect(editor.caret == 19)
        _ = editor.handle(.controlHome)
        #expect(editor.caret == 0)
        _ = editor.handle(.end)
        #expect(editor.caret == 15)
    }

    @Test("Long lines wrap softly and the caret follows")
    func wraps() {
        var grid = Grid(size: Size(columns: 10, rows: 4))
        var editor = TextEditor("排队四十分钟无人管", wrapColumns: 10)
        let rect = Rect(column: 0, row: 0, columns: 10, rows: 4)
        editor.draw(into: &grid, at: rect, focused: true, glyphs: .ascii)
        #expect(grid.text() == "排队四十\n分钟无人\n管\n")
        #expect(grid.caret == Point(column: 2, row: 2))
        _ = editor.handle(.up)
        #expect(editor.caret == 5)
        _ = editor.handle(.end)
        #expect(editor.caret == 7)
        _ = editor.handle(.home)
        #expect(editor.caret == 4)
    }

    @Test("Enter makes a line, pastes keep their lines, and both can be undone")
    func newLines() {
        var editor = TextEditor()
        _ = editor.handle(.character("a"))
        _ = editor.handle(.enter)
        _ = editor.handle(.paste("b\r\nc\rd\u{0}\te"))
        #expect(editor.text == "a\nb\nc\nd e")
        _ = editor.handle(.control("z"))
        #expect(editor.text == "a\n")
        _ = editor.handle(.control("z"))
        #expect(editor.text == "a")
    }

    @Test("A tall text scrolls so that the caret is in sight")
    func scrolls() {
        var grid = Grid(size: Size(columns: 6, rows: 3))
        let editor = TextEditor((1...9).map { "\($0)" }.joined(separator: "\n"))
        editor.draw(into: &grid, at: Rect(column: 0, row: 0, columns: 6, rows: 3), focused: true, glyphs: .ascii)
        #expect(grid.text() == "7    ^\n8\n9")
        #expect(grid.caret == Point(column: 1, row: 2))
    }

    @Test("A megabyte is taken whole, at once")
    func megabyte() {
        var editor = TextEditor()
        let clock = ContinuousClock()
        let spent = clock.measure {
            _ = editor.handle(.paste(String(repeating: "投诉 abc\r\n", count: 120_000)))
        }
        #expect(editor.text.count == 840_000)
        #expect(!editor.isTooLong)
        #expect(spent < .seconds(5))
    }

    @Test("Random keys never lead out of range, and undo leads back to the start")
    func random() {
        var random = SeededNumbers(seed: 5)
        let keys: [Key] = [
            .character("a"), .character(" "), .character("投"), .character("\u{301}"), .character("。"), .enter, .left, .right, .up, .down,
            .home, .end, .pageUp, .pageDown, .controlHome, .controlEnd, .backspace, .delete, .control("w"), .control("k"), .control("u"),
            .paste("x\n\u{301}投诉"), .control("z"), .control("y"), .controlLeft, .controlRight,
        ]
        for _ in 0..<40 {
            var editor = TextEditor("start\n开始", limit: 200, wrapColumns: 9)
            for _ in 0..<100 {
                _ = editor.handle(keys.randomElement(using: &random) ?? .left)
                #expect(editor.caret >= 0 && editor.caret <= editor.text.count)
                #expect(editor.buffer.characters == Array(editor.text))
                var grid = Grid(size: Size(columns: 9, rows: 3))
                editor.draw(into: &grid, at: Rect(column: 0, row: 0, columns: 9, rows: 3), focused: true, glyphs: .ascii)
                #expect(grid.caret.map { grid.bounds.contains($0) } == true)
            }
            for _ in 0..<200 { _ = editor.handle(.control("z")) }
            #expect(editor.text == "start\n开始")
        }
    }
}
