import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Every form whose words name people says as soon as the field is left what of them means nobody here, and offers the staff (1-domain, Recusal).
@Suite("Forms whose words name people")
struct NamedPeopleTests {
    /// The form of an act on a case in the complaint manager's hands.
    private func stage(_ act: ActKind, _ language: Language) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, rows: 40)
        let number = try stage.log(.phone, "Mr Baker", "300 taken by mistake", at: "2026-11-19T10:05:00+08:00", to: stage.desk.manager)
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        stage.enter(as: stage.desk.manager)
        let session = try #require(stage.app.session)
        let state = try stage.desk.ledger.open(number, by: stage.desk.manager).state
        try stage.app.take(.open(ActScreen(act, on: number, state, session)), by: .enter)
        return stage
    }

    @Test(
        "a new complaint asks about a number in the customer's words, and about a number of people who may all speak, where these come up"
    )
    func asked() throws {
        let stage = try DeskOnStage(.english, rows: 60)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        func go(_ field: String) {
            for _ in 0..<40 where (stage.app.stack.last as? LogScreen)?.form.focusedID != field { stage.press("Tab") }
            #expect((stage.app.stack.last as? LogScreen)?.form.focusedID == field)
        }
        go("text")
        stage.type("please call me on 13700000015")
        stage.expectNot("their contact?")
        go("business")
        stage.expect("! Is 13700000015 their contact?")
        // Right below the words in which it stands.
        let fields = try #require((stage.app.stack.last as? LogScreen)?.form.fields).filter { !$0.isHidden }
        let place = try #require(fields.firstIndex { $0.id == "text" })
        guard case .note(let asked) = fields[place + 1].kind else { throw NotAsked() }
        #expect(asked.hasPrefix("! Is 13700000015"))
        go("contact")
        stage.type("13700000015")
        go("business")
        stage.expectNot("their contact?")
        stage.expectNot("no more than five of them speak")
        go("proxy")
        stage.type("Ann Lee, spokesperson for 40 villagers")
        stage.press("Tab")
        stage.expect("no more than five of them speak")
    }

    @Test("what the rules said of a form as it was sent goes with the next change, in whatever field; what a field lacks by itself stays")
    func refusalGoes() throws {
        let stage = try DeskOnStage(.english, rows: 60)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        func go(_ field: String) {
            for _ in 0..<40 where (stage.app.stack.last as? LogScreen)?.form.focusedID != field { stage.press("Tab") }
        }
        go("proxy")
        stage.type("Ann Lee, Bob Day, Cy May, Di Poe, Ed Roe, Fay Low")
        stage.press("Ctrl-S")
        stage.expect("\"What happened\" is missing.")
        go("asks")
        stage.type("an answer")
        stage.expect("\"What happened\" is missing.")
        go("text")
        stage.type("a long queue")
        stage.expectNot("is missing.")
        stage.press("Ctrl-S")
        stage.expect("names more than 5 people")
        go("asks")
        stage.expect("names more than 5 people")
        stage.type("s")
        stage.expectNot("names more than 5 people")
    }

    private struct NotAsked: Error {}

    private func go(to field: String, _ stage: DeskOnStage) {
        for _ in 0..<20 where (stage.app.stack.last as? ActScreen)?.form.focusedID != field { stage.press("Tab") }
        #expect((stage.app.stack.last as? ActScreen)?.form.focusedID == field)
    }

    @Test(
        "a finding's responsible, an amendment of whom it is about, a rectification's owner: told when the field is left, not a key later",
        arguments: [
            (ActKind.finding, "responsible", "Paul Nobody 50%", Language.english, "! That means nobody here, so nobody is recused."),
            (
                .finding, "responsible", "1003 50%、Paul Nobody 50%", .english,
                "! \"Paul Nobody\" means nobody here, so nobody more is recused."
            ),
            (.finding, "responsible", "张三 50%", .chinese, "! 未识别出本网点人员，无人回避。如涉及以下人员，请填写工号："),
            (.amend, "value", "the manager", .english, "! That means nobody here, so nobody is recused."),
            (.amend, "value", "小张", .chinese, "! 未识别出本网点人员，无人回避。"),
            (.rectify, "owner", "7777", .english, "! \"7777\" means nobody here, so any manager may verify it."),
            (.rectify, "owner", "赵大海", .chinese, "! “赵大海”未识别出本网点人员，该整改可由任一管理人员核验。"),
        ]
    )
    func atOnce(act: ActKind, field: String, words: String, language: Language, told: String) throws {
        let stage = try stage(act, language)
        if act == .amend {
            go(to: "field", stage)
            stage.type(language(AmendableField.about.label))
            if (stage.app.stack.last as? ActScreen)?.form.value("field") != "about" { stage.press("Enter") }
        }
        go(to: field, stage)
        stage.type(words)
        stage.expectNot(told)
        stage.press("Shift-Tab")
        let shown = stage.screen.split(separator: "\n").map { String($0).trimmed }.joined(separator: language == .english ? " " : "")
        #expect(shown.holds(told), "\(stage.screen)")
        #expect(shown.holds("1003"), "the staff are offered\n\(stage.screen)")
        // Put right, it is told no more.
        stage.press("Tab", "Ctrl-U")
        go(to: field, stage)
        stage.type("1003")
        stage.press("Shift-Tab")
        stage.expectNot(language == .english ? "nobody here" : "未识别出")
    }

    @Test("what is said after saving is whole: its end says what to do", arguments: [Language.english, .chinese]) func whole(
        language: Language
    )
        throws
    {
        let stage = try stage(.rectify, language)
        go(to: "what", stage)
        stage.type("Two more counters at noon")
        go(to: "owner", stage)
        stage.type("Department of retail banking and Nobody Known")
        go(to: "due", stage)
        stage.type("2026-12-01")
        stage.press("Ctrl-S")
        let shown = stage.screen.split(separator: "\n").map { String($0).trimmed }.joined(separator: language == .english ? " " : "")
        #expect(
            shown.holds(language == .english ? "If a member of staff is meant, give the staff number." : "如指本网点人员，请填写工号。"),
            "\(stage.screen)"
        )
    }
}
