import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The desk: what is due, nearest clock first.
@Suite("Desk, as text")
struct DeskScreenTests {
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24, isEmpty: Bool = false) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        if !isEmpty {
            try stage.fourCases()
            try stage.answeredCase()
        }
        return stage
    }

    @Test("shows what is due, nearest clock first") func due() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.shows(
            """
             Luoyang Branch · Desk      1002 Lily Marsh complaint manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 1 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Due 5]  To accept 2   Mine 3
               Number         Customer        What               Due
            >! 0379-2611-001  (anon.)         Forty minutes in…  start overdue 2 d 23 h
             ! 0379-2611-002  Mr Baker        300 taken from t…  start overdue 2 d 20 h
             ! 0379-2611-003  Ms Lowe         The teller was s…  hand-over overdue 23 h
             · 0379-2611-004  刘女士          自动柜员机吞卡，…  hand-over 1 h left
               0379-2611-005  Mr Chen         A transfer has n…  signature 3 d 8 h left

            ────────────────────────────────────────────────────────────────────────────────
             (anon.)  comment book  Mon 16 Nov 15:20  138****0000
             Forty minutes in the queue and nobody cared
             ! start of work overdue 2 d 23 h · ! reply overdue 16 h  +1
             handed over · 1002 Lily Marsh
             Next: Accept it. Waiting for the branch manager to acknowledge it


             ! The comment book has not been reviewed today. Press 3 to open it.
             ! Book not reviewed on 19 Nov, 18 Nov, 17 Nov and 1 more day. Press 3.
            ────────────────────────────────────────────────────────────────────────────────
             Welcome, Lily Marsh.
             Enter Open  a Accept  o Note  Tab Lists  n New  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("shows what is due in Chinese, the columns in line") func dueChinese() throws {
        let stage = try stage(.chinese)
        stage.enter(as: stage.desk.manager)
        stage.shows(
            """
             洛阳分行营业部 · 工作台              1002 李敏 投诉管理人  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 1 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [待办 5]  待接收 2   我的 3
               编号           客户            事由                  时限
            >! 0379-2611-001  （匿名）        排队四十分钟无人管    办理 逾期 2 天 23 小时
             ! 0379-2611-002  王先生          账户被误扣三百元，…   办理 逾期 2 天 20 小时
             ! 0379-2611-003  刘女士          柜员交班时态度生硬    移交 逾期 23 小时
             · 0379-2611-004  Mr Hall         Card kept by the ma…  移交 剩 1 小时
               0379-2611-005  陈先生          网上银行转账两天未…   签字 剩 3 天 8 小时

            ────────────────────────────────────────────────────────────────────────────────
             （匿名）  意见簿  11月16日 周一 15:20  138****0000
             排队四十分钟无人管
             ! 开始办理 逾期 2 天 23 小时 · ! 回复 逾期 16 小时 · 最后期限 剩 11 天
             已移交 · 1002 李敏
             下一步：接收；待网点负责人知悉


             ! 今日意见簿尚未查阅，按 3 打开。
             ! 意见簿漏查：11月19日、11月18日、11月17日等 4 天，按 3 补查。
            ────────────────────────────────────────────────────────────────────────────────
             李敏，您好。
             Enter 打开  a 接收  o 记录  Tab 列表  n 登记  / 检索  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("uses the room of a larger screen") func dueLarge() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.enter(as: stage.desk.manager)
        stage.shows(
            """
             Luoyang Branch · Desk                                              1002 Lily Marsh complaint manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 1 to sign                                                                   PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               [Due 5]  To accept 2   Mine 3
               Number         Customer        What              Due                            0379-2611-001  (anon.)
            >! 0379-2611-001  (anon.)         Forty minutes i…  start overdue 2 d 23 h         comment book  Mon 16 Nov 15:20
             ! 0379-2611-002  Mr Baker        300 taken from …  start overdue 2 d 20 h         138****0000
             ! 0379-2611-003  Ms Lowe         The teller was …  hand-over overdue 23 h
             · 0379-2611-004  刘女士          自动柜员机吞卡…   hand-over 1 h left             Forty minutes in the queue and
               0379-2611-005  Mr Chen         A transfer has …  signature 3 d 8 h left         nobody cared

                                                                                               Start of work   ! overdue 2 d 23 h
                                                                                               Reply           ! overdue 16 h
                                                                                               Final deadline  11 d left

                                                                                               handed over · 1002 Lily Marsh
                                                                                               Next: Accept it. Waiting for the
                                                                                               branch manager to acknowledge it

                                                                                               Mon 16 Nov 15:20  1003 Will Chang
                                                                                               handed over
                                                                                               ▶ 1002 Lily Marsh
            ⋮ 13
             ! The comment book has not been reviewed today. Press 3 to open it.
             ! Book not reviewed on 19 Nov, 18 Nov, 17 Nov and 1 more day. Press 3.
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Welcome, Lily Marsh.
             Enter Open  a Accept  o Note  Tab Lists  n New  / Search  2 Registers  3 Book  4 Sign-off  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("uses the room of a larger screen in Chinese") func dueLargeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.enter(as: stage.desk.manager)
        stage.shows(
            """
             洛阳分行营业部 · 工作台                                                      1002 李敏 投诉管理人  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 1 件                                                               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               [待办 5]  待接收 2   我的 3
               编号           客户            事由                 时限                        0379-2611-001  （匿名）
            >! 0379-2611-001  （匿名）        排队四十分钟无人管   办理 逾期 2 天 23 小时      意见簿  11月16日 周一 15:20
             ! 0379-2611-002  王先生          账户被误扣三百元，…  办理 逾期 2 天 20 小时      138****0000
             ! 0379-2611-003  刘女士          柜员交班时态度生硬   移交 逾期 23 小时
             · 0379-2611-004  Mr Hall         Card kept by the m…  移交 剩 1 小时              排队四十分钟无人管
               0379-2611-005  陈先生          网上银行转账两天未…  签字 剩 3 天 8 小时
                                                                                               开始办理  ! 逾期 2 天 23 小时
                                                                                               回复      ! 逾期 16 小时
                                                                                               最后期限  剩 11 天

                                                                                               已移交 · 1002 李敏
                                                                                               下一步：接收；待网点负责人知悉

                                                                                               11月16日 周一 15:20  1003 张伟
                                                                                               移交
                                                                                               ▶ 1002 李敏
            ⋮ 15
             ! 今日意见簿尚未查阅，按 3 打开。
             ! 意见簿漏查：11月19日、11月18日、11月17日等 4 天，按 3 补查。
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             李敏，您好。
             Enter 打开  a 接收  o 记录  Tab 列表  n 登记  / 检索  2 登记簿  3 意见簿  4 签字  5 总行  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("says so when nothing is due") func empty() throws {
        let stage = try stage(.english, isEmpty: true)
        stage.enter(as: stage.desk.counter)
        stage.shows(
            """
             Luoyang Branch · Desk          1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: 0 overdue · 0 due today · 0 to sign                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Due]  Mine
               Number         Customer        What               Due

               Nothing is due. Press n to log a complaint.
            ⋮ 14
            ────────────────────────────────────────────────────────────────────────────────
             Welcome, Will Chang.
             Tab Lists  n New  / Search  2 Registers  3 Book  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("says so in Chinese when nothing is due") func emptyChinese() throws {
        let stage = try stage(.chinese, isEmpty: true)
        stage.enter(as: stage.desk.counter)
        stage.shows(
            """
             洛阳分行营业部 · 工作台                    1003 张伟 柜员  11月20日 周五 09:00
             本网点：逾期 0 件 · 今日到期 0 件 · 待签字 0 件                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [待办]  我的
               编号           客户            事由                  时限

               没有待办事项。按 n 登记投诉。
            ⋮ 14
            ────────────────────────────────────────────────────────────────────────────────
             张伟，您好。
             Tab 列表  n 登记  / 检索  2 登记簿  3 意见簿  4 签字  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("Tab goes on to the hand-overs to accept") func toAccept() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("Tab")
        stage.shows(
            """
             Luoyang Branch · Desk      1002 Lily Marsh complaint manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 1 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
                Due 5  [To accept 2]  Mine 3
               Number         Customer        What               Due
            >! 0379-2611-001  (anon.)         Forty minutes in…  start overdue 2 d 23 h
             ! 0379-2611-002  Mr Baker        300 taken from t…  start overdue 2 d 20 h

            ────────────────────────────────────────────────────────────────────────────────
             (anon.)  comment book  Mon 16 Nov 15:20  138****0000
             Forty minutes in the queue and nobody cared
             ! start of work overdue 2 d 23 h · ! reply overdue 16 h  +1
             handed over · 1002 Lily Marsh
             Next: Accept it. Waiting for the branch manager to acknowledge it
            ⋮ 5
             ! The comment book has not been reviewed today. Press 3 to open it.
             ! Book not reviewed on 19 Nov, 18 Nov, 17 Nov and 1 more day. Press 3.
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  a Accept  o Note  Tab Lists  n New  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("Tab goes on to what waits for a signature") func toSign() throws {
        let stage = try stage(.chinese)
        stage.enter(as: stage.desk.head)
        stage.press("Tab", "Tab")
        stage.shows(
            """
             洛阳分行营业部 · 工作台            1001 王建国 网点负责人  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 1 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
                待办 5   待接收 2  [待签字 1]  待知悉 4   待批准   我的
               编号           客户            事由                  时限
            >  0379-2611-005  陈先生          网上银行转账两天未…   签字 剩 3 天 8 小时

            ────────────────────────────────────────────────────────────────────────────────
             陈先生  电话  11月18日 周三 09:30  138****0000
             网上银行转账两天未到账
             签字 剩 3 天 8 小时
             待签字 · 1002 李敏
             下一步：签字；核验整改事项 1
            ⋮ 6
             ! 今日意见簿尚未查阅，按 3 打开。
             ! 意见簿漏查：11月19日、11月18日、11月17日等 4 天，按 3 补查。
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  s 签字  b 退回  Tab 列表  n 登记  / 检索  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("Shift-Tab goes to the last list, one's drafts, which are counted below") func draftsList() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        stage.type("Mrs Dale")
        stage.press("Esc", "Shift-Tab")
        stage.shows(
            """
             Luoyang Branch · Desk          1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: ! 3 overdue · 1 due today · 1 to sign                   PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
                Due 2   Mine 5  [Drafts 1]
               Form           Typed                                          Saved
            >  New complaint  Mrs Dale                                       just now
            ⋮ 15
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  F7 Discard  Tab Lists  n New  / Search  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("Tab goes on to one's own cases in Chinese") func mineChinese() throws {
        let stage = try stage(.chinese)
        stage.enter(as: stage.desk.counter)
        stage.press("Tab", "Tab", "Tab")
        stage.shows(
            """
             洛阳分行营业部 · 工作台                    1003 张伟 柜员  11月20日 周五 09:00
             本网点：! 逾期 3 件 · 今日到期 1 件 · 待签字 1 件               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
                待办 2  [我的 5]
               编号           客户            事由                  时限
            >! 0379-2611-001  （匿名）        排队四十分钟无人管    办理 逾期 2 天 23 小时
             ! 0379-2611-002  王先生          账户被误扣三百元，…   办理 逾期 2 天 20 小时
             ! 0379-2611-003  刘女士          柜员交班时态度生硬    移交 逾期 23 小时
             · 0379-2611-004  Mr Hall         Card kept by the ma…  移交 剩 1 小时
               0379-2611-005  陈先生          网上银行转账两天未…   签字 剩 3 天 8 小时

            ────────────────────────────────────────────────────────────────────────────────
             （匿名）  意见簿  11月16日 周一 15:20  138****0000
             排队四十分钟无人管
             ! 开始办理 逾期 2 天 23 小时 · ! 回复 逾期 16 小时 · 最后期限 剩 11 天
             已移交 · 1002 李敏
             下一步：待网点负责人知悉；待 1002 接收
            ⋮ 4
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  o 记录  Tab 列表  n 登记  / 检索  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("a list with nothing in it says so") func emptyTab() throws {
        let stage = try stage(.english, isEmpty: true)
        stage.enter(as: stage.desk.manager)
        stage.press("Tab", "Tab")
        stage.expect("You have no open cases. Those you log, accept or are handed come here.")
        stage.press("Enter")
        #expect(stage.message == "! The list is empty.")
    }

    @Test("what stands in an empty list says what would fill it, on one line of 80 columns", arguments: Language.allCases)
    func emptyLists(language: Language) {
        let phrases =
            DeskScreen.Tab.allCases.map(\.nothing) + SettingsPage.all.map(\.empty)
            + [.noComplaints, .noBookEntries, .nothingToRectify, .nothingRectified, .nothingFound]
        for phrase in phrases { #expect(TextWidth.columns(of: language(phrase)) <= 77, "\(language(phrase))") }
        #expect(DeskScreen.Tab.allCases.allSatisfy { $0.nothing != .nothingHere })
    }

    @Test("how long a case is overdue is told whole in every list", arguments: Language.allCases) func overdueWhole(language: Language)
        throws
    {
        let stage = try stage(language)
        try stage.desk.setClock("2026-11-22T07:59:00+08:00")
        stage.enter(as: stage.desk.manager)
        stage.expect(language == .english ? "overdue 4 d 22 h" : "逾期 4 天 22 小时")
        // The registers tell it where they are ordered by it, and the sign-off.
        stage.press("2", "o", "o")
        stage.expect(language == .english ? "overdue 4 d 22 h\n" : "逾期 4 天 22 小时\n")
        try stage.desk.setClock("2026-11-20T09:30:00+08:00")
        stage.press("1", "2")
        stage.expect(language == .english ? "overdue 23 h\n" : "逾期 23 小时\n")
    }

    @Test("the selection goes down and up, and stops at the ends") func moves() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        #expect(stage.selected.holds("0379-2611-001"))
        stage.press("Down", "Down")
        #expect(stage.selected.holds("0379-2611-003"))
        stage.press("Down", "Down", "Down", "Down", "Down")
        #expect(stage.selected.holds("0379-2611-005"))
        stage.press("Home", "Up")
        #expect(stage.selected.holds("0379-2611-001"))
    }
}
