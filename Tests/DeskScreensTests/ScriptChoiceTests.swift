import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Model answers in the fields of forms: F3, a few letters, Enter.
@Suite("Scripts in a form, as text")
struct ScriptChoiceTests {
    /// A case of long waiting in hand, the form of its reply open.
    private func reply(_ language: Language) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        let number = try stage.log(
            .phone,
            language == .english ? "Mr Baker" : "王先生",
            language == .english ? "I stood in the queue for an hour" : "排队等候一个多小时",
            at: "2026-11-19T10:05:00+08:00",
            to: stage.desk.manager
        )
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        stage.enter(as: stage.desk.manager)
        stage.press("2", "Enter", "r")
        return stage
    }

    private func go(to field: String, _ stage: DeskOnStage) {
        for _ in 0..<40 where form(stage)?.focusedID != field { stage.press("Tab") }
    }

    private func form(_ stage: DeskOnStage) -> Form? { (stage.app.stack.last as? any FormScreen)?.form }

    @Test("the likeliest for the customer's words is first, with its blanks filled from the case") func list() throws {
        let stage = try reply(.english)
        go(to: "text", stage)
        stage.press("F3")
        stage.shows(
            """
            x
            """
        )
    }

    @Test("the same in Chinese, found by a few letters of title or text") func chinese() throws {
        let stage = try reply(.chinese)
        go(to: "text", stage)
        stage.press("F3")
        stage.shows(
            """
            x
            """
        )
        stage.type("满意")
        stage.shows(
            """
            x
            """
        )
        for _ in 0..<2 { stage.press("Backspace") }
        stage.type("大堂人员")
        stage.press("Enter")
        #expect(form(stage)?.value("text").hasPrefix("王先生，让您久等了，我们向您致歉。") == true)
    }

    @Test("Enter puts it in at the caret, Ctrl-Z takes it out again; Esc puts nothing in, and nothing typed is lost")
    func inserted() throws {
        let stage = try reply(.english)
        go(to: "text", stage)
        stage.type("Ab")
        stage.press("Left", "F3", "Esc")
        #expect(form(stage)?.value("text") == "Ab")
        stage.press("F3")
        stage.type("reach you")
        stage.press("Enter")
        let text = try #require(form(stage)?.value("text"))
        #expect(text.hasPrefix("ALuoyang Branch: we tried to reach you about your complaint 0379-2611-001 and could not."))
        #expect(text.hasSuffix("Julia Wang" + "b"), "\(text)")
        #expect(stage.message == "Inserted: We could not reach you. Press Ctrl-Z to undo.")
        stage.press("Ctrl-Z")
        #expect(form(stage)?.value("text") == "Ab")
    }

    @Test("where the complaint is only being taken down, what is not known yet stays visible and is named") func logging() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        stage.type("Ms Lowe")
        go(to: "then", stage)
        stage.type("answer")
        stage.press("Enter")
        #expect(form(stage)?.focusedID == "answer")
        stage.press("F3")
        stage.type("logged")
        stage.press("Enter")
        let text = try #require(form(stage)?.value("answer"))
        #expect(text.hasPrefix("Dear Ms Lowe,\n\nThank you for telling us. We received your complaint on 20 Nov 2026 and keep it under "))
        #expect(text.contains("number [Number]. Will Chang looks after it, and you hear from us by [Reply by]."))
        #expect(stage.message == "Inserted: Your complaint is logged. Fill in: Number, Reply by.")
    }

    @Test("one line takes it without line breaks, and says where it is too long; a choice takes none") func line() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("n", "F3")
        stage.type("suggestion")
        stage.press("Enter")
        let name = try #require(form(stage)?.value("customer"))
        #expect(name.hasPrefix("Dear [Customer], Thank you for your suggestion") && !name.contains("\n"))
        stage.expect("! 247 characters, at most 200 can be saved.")
        stage.press("Ctrl-Z")
        go(to: "then", stage)
        stage.press("F3")
        #expect(stage.message == "! Go to a field of text first, then press F3.")
    }
}
