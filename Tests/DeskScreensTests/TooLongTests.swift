import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Text beyond a field's limit is said, kept in the draft, and refused at saving; the program cuts nothing (2-screens rules 1 and 3).
@Suite("More than a field may send")
struct TooLongTests {
    private func stage(_ language: Language = .english) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.counter)
        return stage
    }

    @Test("more than a million characters of what happened") func words() throws {
        let stage = try stage()
        stage.press("n", "Tab", "Tab")
        stage.press(.paste(String(repeating: "0123456789", count: 100_001)))
        stage.expect("! 1000010 characters, at most 1000000 can be saved.")
        stage.press("Ctrl-S")
        #expect(stage.row(0).holds("New complaint"))
        #expect(try stage.desk.ledger.counts().open == 0)
        stage.press("Esc", "d", "Enter")
        #expect((stage.app.stack.last as? LogScreen)?.form.value("text").count == 1_000_010)
        stage.expect("! 1000010 characters, at most 1000000 can be saved.")
        for _ in 0..<10 { stage.press("Backspace") }
        stage.expectNot("characters, at most")
        stage.press("Ctrl-S")
        #expect(stage.message == "Saved 0379-2611-001. h hand over · w answer · P slip · N another")
        let saved = try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state.intake.text
        #expect(saved.count == 1_000_000)
    }

    @Test("a name, in Chinese") func name() throws {
        let stage = try stage(.chinese)
        stage.press("n")
        stage.press(.paste(String(repeating: "刘", count: 201)))
        stage.expect("! 共 201 个字符，最多可保存 200 个。内容未截断，请缩短。")
        stage.fill("", "", "柜员态度生硬")
        stage.press("Ctrl-S")
        #expect(stage.row(0).holds("登记投诉"))
        #expect(stage.caret?.row == 4)
        stage.press("Backspace", "Ctrl-S")
        // The message takes the rows that it needs.
        stage.expect("已保存 0379-2611-001 刘刘刘")
    }

    @Test("every field of every act, and of every page of the settings") func everyForm() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.head)
        let number = try stage.answeredCase()
        let session = try #require(stage.app.session)
        let opened = try OpenedCase(number, session)
        var forms: [any FormScreen] = ActKind.allCases.filter { !$0.fields.isEmpty }.map {
            ActScreen($0, on: number, opened.state, session)
        }
        forms += try SettingsPage.all.flatMap { page in
            try ([nil] + page.contents(session).rows.map { $0.id }).flatMap { selected in
                // Where there is nothing to fill in no form opens.
                page.things(selected, session).compactMap { try? $0.form(session) }
            }
        }
        var fields = 0
        for screen in forms {
            for field in screen.form.fields where field.isFocusable {
                let limit: Int
                switch field.kind {
                case .line(let line) where !line.isSecret:
                    limit = [12, 3, 4, 5, 6, 10, 16, 40, 60, 200, 1000].first { TextField.isLimit($0, of: line) } ?? 0
                case .text: limit = 1_000_000
                default: continue
                }
                var form = screen
                form.useWords(.english)
                form.form.focus(field.id)
                form.form.setValue("", for: field.id)
                let text = String(repeating: "9", count: limit + 1)
                _ = form.form.handle(.paste(text))
                #expect(form.form.value(field.id) == text, "\(form.draftForm) \(field.id)")
                #expect(form.form[field.id]?.problem?.contains("Nothing was cut") == true, "\(form.draftForm) \(field.id)")
                guard case .stay = try form.send(session, by: .control("s")) else {
                    Issue.record("\(form.draftForm) \(field.id) was sent")
                    continue
                }
                fields += 1
            }
        }
        #expect(fields > 100)
    }

    @Test("a search says that it looks for the beginning only") func search() throws {
        let stage = try stage()
        stage.press("/")
        stage.press(.paste(String(repeating: "a", count: 101)))
        stage.expect("only the first 100 characters are searched for")
    }
}

extension TextField {
    /// Whether a field may send so many graphemes and no more.
    fileprivate static func isLimit(_ count: Int, of field: TextField) -> Bool {
        var full = field
        full.text = String(repeating: "9", count: count)
        if full.isTooLong { return false }
        full.text += "9"
        return full.isTooLong
    }
}
