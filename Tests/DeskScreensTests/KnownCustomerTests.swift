import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// A customer who comes back while a new complaint is logged.
@Suite("New complaint: a customer who comes back")
struct KnownCustomerTests {
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        return stage
    }

    @Test("once the contact is left, the earlier case is told with its stage and time") func told() throws {
        let stage = try stage(.english)
        stage.fill("Mr Baker", "138 0000 0000")
        stage.expectNot("Earlier complaint")
        stage.press("Tab")
        stage.shows(
            """
             Luoyang Bra… · New complaint   1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: ! 3 overdue · 1 due today · 0 to sign                   PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *Channel            oral                                                   ▼
               Customer           Mr Baker
               Contact            138 0000 0000
              *What happened
                                │
                                │
               Asks for
               Business                                                                  ▼
               Reason                                                                    ▼
               About               e.g. a staff number, name or department
                                  [ ] main points repeated back and agreed
              *After saving       keep it for now (hand over later)                      ▼
                                  [ ] the customer was taken to a quiet place
               Happened            e.g. 2026-11-22 09:14, or 09:14
             ▼ Where done                                                                ▼
             ──────────────────────────────────────────────────────────────────────────────
             ! Earlier complaint: 0379-2611-004 · logged · reply by 23 Nov 17:00
               (same contact, 3 more)  Alt-o opens it. Saving links this as a repeat.
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Alt-o Earlier case  Tab Next field  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("the same in Chinese on a larger screen") func chinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.fill("刘女士", "13800000000", "")
        stage.shows(
            """
             洛阳分行营业部 · 登记投诉                                                          1003 张伟 柜员  11月20日 周五 09:00
             本网点：! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件                                                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
              *受理渠道      现场口头                                                                                            ▼
               客户姓名      刘女士
               联系方式      13800000000
              *客户所述
                           │
                           │
                           │
                           │
                           │
                           │
                           │
                           │
               客户诉求
                           │
                           │
                           │
                           │
                           │
                           │
               业务类别                                                                                                          ▼
               原因                                                                                                              ▼
               涉及人员       例如 工号、姓名或部门
                             [ ] 已向客户复述要点并确认
              *保存后        暂由本人留办（稍后移交）                                                                            ▼
                             [ ] 已将客户引至安静处
               发生时间       例如 2026-11-22 09:14 或 09:14
               办理渠道                                                                                                          ▼
               涉及金额
               代办人
               授权委托       例如 授权委托书，3 号柜
               约定回复时限   留空即为回复时限
             ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             ! 此前投诉：0379-2611-004 · 已登记 · 11月23日 17:00 前回复
               （联系方式相同，另有 3 件）按 Alt-o 打开。保存后作为重复投诉与其关联。
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Alt-o 先前投诉  Tab 下一栏  Esc 返回  F3 话术  F7 丢弃  Alt-n 登记  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("Alt-o opens the earlier case, and the form is there again with all that was typed") func open() throws {
        let stage = try stage(.english)
        stage.fill("Ms Lowe", "13800000000", "Again the same teller")
        stage.press(Key.alt("o"))
        stage.expect("0379-2611-004")
        stage.press("Esc")
        #expect(stage.row(0).holds("New complaint"))
        stage.expect("Again the same teller")
    }

    @Test("saved, it is linked to the earlier case, and waits for the branch manager's eye") func linked() throws {
        let stage = try stage(.english)
        stage.fill("Ms Lowe", "13800000000", "Again the same teller")
        stage.press("Ctrl-S")
        #expect(
            stage.message
                == "Saved 0379-2611-005 Ms Lowe. It is a repeat of 0379-2611-004. h hand over · w answer · P slip · N another"
        )
        #expect(try stage.desk.ledger.open("0379-2611-005", by: stage.desk.head).state.awaitsAcknowledgement)
    }

    @Test("nobody is told of a stranger") func stranger() throws {
        let stage = try stage(.chinese)
        stage.fill("赵先生", "13911112222", "自动门夹手")
        stage.press("Tab")
        stage.expectNot("此前投诉")
    }
}

/// What each channel asks for (1-domain, Log).
@Suite("New complaint: what each channel asks for")
struct ChannelFormTests {
    private func stage(_ language: Language, _ channel: String) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.counter)
        stage.press("n", "Shift-Tab")
        stage.type(channel)
        stage.press("Enter")
        return stage
    }

    /// The labels from the channel on, as far as they are in sight.
    private func rows(_ stage: DeskOnStage, _ count: Int) -> [String] { (3..<3 + count).map(stage.row) }

    @Test("a letter: when it came, its postmark, and where original and copy are kept") func letter() throws {
        let stage = try stage(.english, "letter")
        let expected = [
            "*Channel            letter                                                 ▼", "Received            blank = just now",
            "Postmark            e.g. 2026-11-22", "Original kept at    e.g. cabinet 3, file 12",
            "Copy kept at        e.g. cabinet 3, file 12",
        ]
        #expect(rows(stage, 5) == expected)
        stage.expectNot("repeated back")
    }

    @Test("a call: the caller's number, and another to call back at; the main points are repeated back") func phone() throws {
        let stage = try stage(.english, "phone")
        let expected = [
            "*Channel            phone                                                  ▼", "Customer            blank = anonymous",
            "Caller's number     e.g. a telephone number", "Call-back number    blank = the same number",
        ]
        #expect(rows(stage, 4) == expected)
        stage.expect("main points repeated back and agreed")
        stage.expectNot("Received")
    }

    @Test("the hotline: that it was verified, its ticket, what it was answered") func hotline() throws {
        let stage = try stage(.chinese, "客服热线")
        stage.expect("已核实对方为客服热线")
        stage.expect("工单号")
        stage.expect("答复热线")
    }

    @Test("referred: by whom, under which reference, by when the result is wanted") func referred() throws {
        let stage = try stage(.english, "referred")
        let expected = [
            "*Channel            referred                                               ▼",
            "Came by             e.g. a hotline, the website, an app                   ▼", "Received            blank = just now",
            "*Sender              e.g. head office, the regulator, a hotline centre", "Reference",
            "Due                 e.g. 2026-11-22, when they want the result",
        ]
        #expect(rows(stage, 6) == expected)
    }

    @Test("the comment book: the date written, page and line") func book() throws {
        let stage = try stage(.english, "comment")
        let expected = [
            "*Channel            comment book                                           ▼",
            "Written on          e.g. 2026-11-22; blank = today", "Page", "Line",
        ]
        #expect(rows(stage, 4) == expected)
        stage.expectNot("repeated back")
    }

    @Test("business and reason are found by a few letters of English, Chinese or pinyin") func codes() throws {
        for letters in ["fore", "外汇", "wh"] {
            let stage = try stage(.english, "oral")
            // Customer, contact, what happened, asks for, business.
            stage.press("Tab", "Tab", "Tab", "Tab")
            stage.type(letters)
            stage.press("Enter")
            stage.expect("Business           Foreign exchange")
        }
    }
}
