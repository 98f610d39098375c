import Testing

@testable import DeskScreens

// The form on a larger screen, and what needs more room than a line.
extension LogScreenTests {
    @Test("uses the room of a larger screen") func large() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.shows(
            """
             Luoyang Branch · New complaint                                         1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: 0 overdue · 0 due today · 0 to sign                                                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
              *Channel            oral                                                                                           ▼
               Customer            blank = anonymous
               Contact             e.g. a telephone number or e-mail
              *What happened
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
               Asks for
                                │
                                │
                                │
                                │
                                │
                                │
                                │
               Business                                                                                                          ▼
               Reason                                                                                                            ▼
               About               e.g. a staff number, name or department
                                  [ ] main points repeated back and agreed
              *After saving       keep it for now (hand over later)                                                              ▼
                                  [ ] the customer was taken to a quiet place
               Happened            e.g. 2026-11-22 09:14, or 09:14
               Where done                                                                                                        ▼
               Amount claimed
               Proxy
               Proxy's authority   e.g. power of attorney, cabinet 3
               Agreed reply time   blank = the reply limit
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F7 Discard  Alt-n New  Alt-/ Search  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("uses the room of a larger screen in Chinese") func largeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.shows(
            """
             洛阳分行营业部 · 登记投诉                                                          1003 张伟 柜员  11月20日 周五 09:00
             本网点：逾期 0 件 · 今日到期 0 件 · 待签字 0 件                                                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
              *受理渠道      现场口头                                                                                            ▼
               客户姓名       留空即为匿名
               联系方式       例如 电话或电子邮箱
              *客户所述
                           │
                           │
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
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F7 丢弃  Alt-n 登记  Alt-/ 检索  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("the list of channels lies over the form while it is open") func popup() throws {
        let stage = try stage(.english)
        stage.press("Shift-Tab", "Space")
        stage.shows(
            """
             Luoyang Bra… · New complaint   1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: 0 overdue · 0 due today · 0 to sign                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *Channel                                                                   ▼
               Customer           │> oral                                                │
               Contact            │  letter                                              │
              *What happened      │  phone                                               │
                                │ │  comment book                                        │
                                │ │  hotline                                             │
               Asks for           │  referred                                            │
               Business           │  other                                               │
               Reason             └──────────────────────────────────────────────────────┘
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
    }

    @Test("a long text takes half of the form and scrolls in it, the cursor in sight") func longText() throws {
        let stage = try stage(.english)
        stage.fill("Ms Lowe", "13800000000")
        stage.press("Tab")
        for number in 1...20 { stage.type("Line \(number) of what she says.\n") }
        stage.type("The end.")
        stage.shows(
            """
             Luoyang Bra… · New complaint   1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: 0 overdue · 0 due today · 0 to sign                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              *Channel            oral                                                   ▼
               Customer           Ms Lowe
               Contact            13800000000
              *What happened      Line 13 of what she says.                              ▲
                                │ Line 14 of what she says.
                                │ Line 15 of what she says.
                                │ Line 16 of what she says.
                                │ Line 17 of what she says.
                                │ Line 18 of what she says.
                                │ Line 19 of what she says.
                                │ Line 20 of what she says.
                                │ The end.
               Asks for
               Business                                                                  ▼
               Reason                                                                    ▼
               About               e.g. a staff number, name or department
                                  [ ] main points repeated back and agreed
             ▼*After saving       keep it for now (hand over later)                      ▼
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }
}
