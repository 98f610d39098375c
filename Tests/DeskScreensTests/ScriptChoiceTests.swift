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

    @Test("the footer names the key of the scripts on a field of text only") func footer() throws {
        let stage = try reply(.english)
        stage.resize(120, 24)
        for _ in 0..<6 {
            let isText = form(stage).flatMap { form in form[form.focusedID].map { if case .text = $0.kind { true } else { false } } }
            #expect(stage.footer.holds("F3 Scripts") == isText, "\(form(stage)?.focusedID ?? "")")
            stage.press("Tab")
        }
    }

    @Test("the likeliest for the customer's words is first, with its blanks filled from the case") func list() throws {
        let stage = try reply(.english)
        go(to: "text", stage)
        stage.press("F3")
        stage.shows(
            """
             Luoyang Bran… · Reply 0379-2611-001   1002 Lily Marsh complaint manager  09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ Scripts ────────────────────────────────────────────────────────────────────┐
            │                                                                              │
            │>   Long wait in the queue                                                    │
            │    Apology for how you were served                                           │
            │    A product earned less than expected                                       │
            │    Your complaint is logged                                                 ▼│
            │ ──────────────────────────────────────────────────────────────────────────── │
            │  Dear Mr Baker,                                                              │
            │                                                                              │
            │  I am sorry that you had to wait so long at Luoyang Branch. At the time      │
            │  more people came than our open counters could serve. At busy hours we now   │
            │  ask a colleague to direct customers in the hall and to open another         │
            │  counter. The quiet hours are on the notice at the door; for much of our     │
            │  business you can also book a time by calling 0379-65920000.                 │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter Insert  Down Choose  Esc Close
            """
        )
    }

    @Test("the same in Chinese, found by a few letters of title or text") func chinese() throws {
        let stage = try reply(.chinese)
        go(to: "text", stage)
        stage.press("F3")
        stage.shows(
            """
             洛阳分行营业部 · 回复客户 0379-2611-001            1002 李敏 投诉管理人  09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 话术 ───────────────────────────────────────────────────────────────────────┐
            │                                                                              │
            │>   排队等候时间长                                                            │
            │    服务态度致歉                                                              │
            │    产品收益未达预期                                                          │
            │    受理告知                                                                 ▼│
            │ ──────────────────────────────────────────────────────────────────────────── │
            │  王先生，让您久等了，我们向您致歉。当时到店客户较多，开放窗口不足。今后业务  │
            │  高峰时段，洛阳分行营业部将增开窗口，由大堂人员引导分流，可在自助机具办理的  │
            │  业务由专人协助。您也可拨打 0379-65920000 预约办理时间，减少等候。           │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter 插入  Down 选择  Esc 关闭
            """
        )
        stage.type("满意")
        stage.shows(
            """
             洛阳分行营业部 · 回复客户 0379-2611-001            1002 李敏 投诉管理人  09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 话术 ───────────────────────────────────────────────────────────────────────┐
            │ 满意                                                                         │
            │>   不满意答复时的后续途径                                                    │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │  王先生，如您对编号 0379-2611-001 的答复不满意，可在 30 日内申请由我行总行   │
            │  核查：请告知洛阳分行营业部或拨打 0379-65920000，由我们转报。您也可通过已告  │
            │  知您的外部渠道反映。选择任何途径，都不影响您的其他权利。                    │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter 插入  Down 选择  Esc 关闭
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
        #expect(text.hasSuffix("and give the number. Lily Marshb"), "\(text)")
        #expect(stage.message == "Inserted: We could not reach you. Press Ctrl-Z to undo.")
        stage.press("Ctrl-Z")
        #expect(form(stage)?.value("text") == "Ab")
    }

    @Test("the model answer for the customer's words takes two keys") func keys() throws {
        let stage = try reply(.chinese)
        go(to: "text", stage)
        stage.press("F3", "Enter")
        #expect(form(stage)?.value("text").hasPrefix("王先生，让您久等了，我们向您致歉。") == true)
        #expect(stage.message == "已插入：排队等候时间长。按 Ctrl-Z 撤销。")
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
        #expect(text.contains("number [Number]. [Handler's name] looks after it, and you hear from us by [Reply by]."))
        #expect(stage.message == "Inserted: Your complaint is logged. Fill in: Number, Handler's name, Reply by.")
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
