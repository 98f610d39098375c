import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The form in which a complaint is logged.
@Suite("Log, as text")
struct LogScreenTests {
    func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        return stage
    }

    @Test("an oral complaint: the cursor stands at the customer") func oral() throws {
        let stage = try stage(.english)
        stage.shows(
            """
             Luoyang Bra… · New complaint   1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: 0 overdue · 0 due today · 0 to sign                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *Channel            oral                                                   ▼
               Customer            blank = anonymous
               Contact             e.g. a telephone number or e-mail
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
               Where done                                                                ▼
               Amount claimed
               Proxy
             ▼ Proxy's authority   e.g. power of attorney, cabinet 3
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
        #expect(stage.caret == Point(column: 22, row: 4))
    }

    @Test("an oral complaint in Chinese") func oralChinese() throws {
        let stage = try stage(.chinese)
        stage.shows(
            """
             洛阳分行营业部 · 登记投诉                  1003 张伟 柜员  11月20日 周五 09:00
             本网点：逾期 0 件 · 今日到期 0 件 · 待签字 0 件                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *受理渠道      现场口头                                                    ▼
               客户姓名       留空即为匿名
               联系方式       例如 电话或电子邮箱
              *客户所述
                           │
                           │
               客户诉求
               业务类别                                                                  ▼
               原因                                                                      ▼
               涉及人员       例如 工号、姓名或部门
                             [ ] 已向客户复述要点并确认
              *保存后        暂由本人留办（稍后移交）                                    ▼
                             [ ] 已将客户引至安静处
               发生时间       例如 2026-11-22 09:14 或 09:14
               办理渠道                                                                  ▼
               涉及金额
               代办人
             ▼ 授权委托       例如 授权委托书，3 号柜
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F7 丢弃  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("a letter: asks when it was received, and not whether the points were repeated back") func letter() throws {
        let stage = try stage(.english)
        stage.press("Shift-Tab")
        stage.type("let")
        stage.press("Enter")
        stage.shows(
            """
             Luoyang Bra… · New complaint   1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: 0 overdue · 0 due today · 0 to sign                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *Channel            letter                                                 ▼
               Received            blank = just now
               Postmark            e.g. 2026-11-22
               Original kept at    e.g. cabinet 3, file 12
               Copy kept at        e.g. cabinet 3, file 12
               Customer            blank = anonymous
               Contact             e.g. a telephone number or e-mail
              *What happened
                                │
                                │
               Asks for
               Business                                                                  ▼
               Reason                                                                    ▼
               About               e.g. a staff number, name or department
              *After saving       keep it for now (hand over later)                      ▼
               Happened            e.g. 2026-11-22 09:14, or 09:14
               Where done                                                                ▼
             ▼ Amount claimed
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("a letter in Chinese, its channel found by its Chinese name") func letterChinese() throws {
        let stage = try stage(.chinese)
        stage.press("Shift-Tab")
        stage.type("信")
        stage.press("Enter")
        stage.shows(
            """
             洛阳分行营业部 · 登记投诉                  1003 张伟 柜员  11月20日 周五 09:00
             本网点：逾期 0 件 · 今日到期 0 件 · 待签字 0 件                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *受理渠道      信函                                                        ▼
               收到时间       留空即为现在
               邮戳日期       例如 2026-11-22
               原件存放       例如 3 号柜 12 号档案
               复印件存放     例如 3 号柜 12 号档案
               客户姓名       留空即为匿名
               联系方式       例如 电话或电子邮箱
              *客户所述
                           │
                           │
               客户诉求
               业务类别                                                                  ▼
               原因                                                                      ▼
               涉及人员       例如 工号、姓名或部门
              *保存后        暂由本人留办（稍后移交）                                    ▼
               发生时间       例如 2026-11-22 09:14 或 09:14
               办理渠道                                                                  ▼
             ▼ 涉及金额
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F7 丢弃  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("a reason is found by the initials of its pinyin") func pinyin() throws {
        let stage = try stage(.chinese)
        stage.fill("刘女士", "13800000000", "柜员交班时态度生硬", "", "", "fwtd")
        stage.shows(
            """
             洛阳分行营业部 · 登记投诉                  1003 张伟 柜员  11月20日 周五 09:00
             本网点：逾期 0 件 · 今日到期 0 件 · 待签字 0 件                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *受理渠道      现场口头                                                    ▼
               客户姓名      刘女士
               联系方式      13800000000
              *客户所述      柜员交班时态度生硬
                           │
                           │
               客户诉求
               业务类别                                                                  ▼
               原因          fwtd                                                        ▼
               涉及人员      │> 服务态度及质量（推荐）                                   │
                             └───────────────────────────────────────────────────────────┘
              *保存后        暂由本人留办（稍后移交）                                    ▼
                             [ ] 已将客户引至安静处
               发生时间       例如 2026-11-22 09:14 或 09:14
               办理渠道                                                                  ▼
               涉及金额
               代办人
             ▼ 授权委托       例如 授权委托书，3 号柜
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F7 丢弃  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
        stage.press("Enter")
        stage.expect("服务态度及质量")
    }

    @Test("an answer on the spot opens its own field") func answer() throws {
        let stage = try stage(.english)
        stage.fill("Ms Lowe", "13800000000", "The teller was short with me", "An apology", "", "", "")
        stage.press("Tab", "Space", "Tab")
        stage.type("answ")
        stage.press("Enter")
        stage.type("Apologised at once; she accepts.")
        stage.shows(
            """
             Luoyang Bra… · New complaint   1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: 0 overdue · 0 due today · 0 to sign                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *Channel            oral                                                   ▼
               Customer           Ms Lowe
               Contact            13800000000
              *What happened      The teller was short with me
                                │
                                │
               Asks for           An apology
               Business                                                                  ▼
               Reason                                                                    ▼
               About               e.g. a staff number, name or department
                                  [x] main points repeated back and agreed
              *After saving       answered on the spot                                   ▼
              *Answer given       Apologised at once; she accepts.
                                │
                                  [ ] the customer was taken to a quiet place
               Happened            e.g. 2026-11-22 09:14, or 09:14
               Where done                                                                ▼
             ▼ Amount claimed
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("an answer on the spot in Chinese") func answerChinese() throws {
        let stage = try stage(.chinese)
        stage.fill("刘女士", "13800000000", "柜员交班时态度生硬", "道歉", "", "", "")
        stage.press("Tab", "Space", "Tab")
        stage.type("当场")
        stage.press("Enter")
        stage.type("当场致歉，客户接受。")
        stage.shows(
            """
             洛阳分行营业部 · 登记投诉                  1003 张伟 柜员  11月20日 周五 09:00
             本网点：逾期 0 件 · 今日到期 0 件 · 待签字 0 件                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *受理渠道      现场口头                                                    ▼
               客户姓名      刘女士
               联系方式      13800000000
              *客户所述      柜员交班时态度生硬
                           │
                           │
               客户诉求      道歉
               业务类别                                                                  ▼
               原因                                                                      ▼
               涉及人员       例如 工号、姓名或部门
                             [x] 已向客户复述要点并确认
              *保存后        已当场答复                                                  ▼
              *答复内容      当场致歉，客户接受。
                           │
                             [ ] 已将客户引至安静处
               发生时间       例如 2026-11-22 09:14 或 09:14
               办理渠道                                                                  ▼
             ▼ 涉及金额
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F3 话术  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("the first problem is named beside its field, and all input stays") func problem() throws {
        let stage = try stage(.english)
        stage.fill("Ms Lowe", "13800000000", "The teller was short with me", "An apology", "", "", "", "")
        stage.press("Tab", "Tab", "Tab")
        stage.fill("12 hundred")
        stage.press("Ctrl-S")
        stage.shows(
            """
             Luoyang Bra… · New complaint   1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: 0 overdue · 0 due today · 0 to sign                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *Channel            oral                                                   ▼
               Customer           Ms Lowe
               Contact            13800000000
              *What happened      The teller was short with me
                                │
                                │
               Asks for           An apology
               Business                                                                  ▼
               Reason                                                                    ▼
               About               e.g. a staff number, name or department
                                  [ ] main points repeated back and agreed
              *After saving       keep it for now (hand over later)                      ▼
                                  [ ] the customer was taken to a quiet place
               Happened           12 hundred
                                  ! "Happened" is not a time. Write it as 2026-11-22
                                    09:14, 2026-11-22 or 09:14.
               Where done                                                                ▼
             ▼ Amount claimed
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("the first problem in Chinese: nothing was said yet") func problemChinese() throws {
        let stage = try stage(.chinese)
        stage.type("刘女士")
        stage.press("Ctrl-S")
        stage.shows(
            """
             洛阳分行营业部 · 登记投诉                  1003 张伟 柜员  11月20日 周五 09:00
             本网点：逾期 0 件 · 今日到期 0 件 · 待签字 0 件                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *受理渠道      现场口头                                                    ▼
               客户姓名      刘女士
               联系方式       例如 电话或电子邮箱
              *客户所述      ! 请填写“客户所述”。

                           │
                           │
               客户诉求
               业务类别                                                                  ▼
               原因                                                                      ▼
               涉及人员       例如 工号、姓名或部门
                             [ ] 已向客户复述要点并确认
              *保存后        暂由本人留办（稍后移交）                                    ▼
                             [ ] 已将客户引至安静处
               发生时间       例如 2026-11-22 09:14 或 09:14
               办理渠道                                                                  ▼
               涉及金额
             ▼ 代办人
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F3 话术  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }
}
