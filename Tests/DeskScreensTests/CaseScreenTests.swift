import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// One case: facts, time line, and what can be done now.
@Suite("Case, as text")
struct CaseScreenTests {
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        try DeskOnStage(language, columns: columns, rows: rows)
    }

    private func handedOver(_ stage: DeskOnStage) throws {
        let number =
            stage.app.language == .english
            ? try stage.log(
                .phone,
                "Mr Baker",
                "300 taken from the account by mistake. He has called three times, and each time was told to call again.",
                at: "2026-11-17T10:05:00+08:00",
                to: stage.desk.manager
            )
            : try stage.log(
                .phone,
                "王先生",
                "账户被误扣三百元，要求退还。已三次来电，每次都被告知改日再打。",
                at: "2026-11-17T10:05:00+08:00",
                to: stage.desk.manager
            )
        stage.enter(as: stage.desk.manager)
        stage.press("2", "Enter")
        stage.expect(number)
    }

    @Test("facts above, time line below at 80 columns") func facts() throws {
        let stage = try stage(.english)
        try handedOver(stage)
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-001   1002 Lily Marsh complaint manager  09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker
             300 taken from the account by mistake. He has called three times, and each
             time was told to call again.

             Stage            handed over
             Next             Accept it. Waiting for the branch manager to acknowledge it
             Start of work    overdue 2 d 20 h  Tue 17 Nov 12:05
             Reply            only 8 h          Fri 20 Nov 17:00
             Final deadline   12 d left         Wed 2 Dec 17:00
             Clocks           1 kept  (press c for all)
             Customer         Mr Baker               Caller's number  138****0000
             Channel          phone                  Received         17 Nov 2026 10:05
             Repeated back    ✓                      First responder  1003 Will Chang
             Handed over to   1002 Lily Marsh
             ──────────────────────────────────────────────────────────────────────────────
             ● Tue 17 Nov 10:05  1003 Will Chang  logged
             ● Tue 17 Nov 10:05  1003 Will Chang  handed over
               ▶ 1002 Lily Marsh
            ────────────────────────────────────────────────────────────────────────────────

             a Accept  o Note  Enter Actions  c Details  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("facts above, time line below in Chinese") func factsChinese() throws {
        let stage = try stage(.chinese)
        try handedOver(stage)
        stage.shows(
            """
             洛阳分行营业… · 投诉 0379-2611-001   1002 李敏 投诉管理人  11月20日 周五 09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             王先生
             账户被误扣三百元，要求退还。已三次来电，每次都被告知改日再打。

             状态          已移交
             下一步        接收；待网点负责人知悉
             开始办理      逾期 2 天 20 小时  11月17日 周二 12:05
             回复          仅剩 8 小时        11月20日 周五 17:00
             最后期限      剩 12 天           12月2日 周三 17:00
             时限          1 项按时  （按 c 展开）
             客户姓名      王先生                    来电号码      138****0000
             受理渠道      电话                      收到时间      2026年11月17日 10:05
             已向客户复述  ✓                         首问责任人    1003 张伟
             待接收人      1002 李敏
             ──────────────────────────────────────────────────────────────────────────────
             ● 11月17日 周二 10:05  1003 张伟  登记
             ● 11月17日 周二 10:05  1003 张伟  移交
               ▶ 1002 李敏

            ────────────────────────────────────────────────────────────────────────────────

             a 接收  o 记录  Enter 操作  c 详情  PgDn 翻页  n 登记  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("facts on the left, time line on the right at 120 columns") func large() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        try handedOver(stage)
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-001                                1002 Lily Marsh complaint manager  Fri 20 Nov 09:00
             ! 1 overdue · 0 due today · 0 to sign                                                                   PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Mr Baker                                                 Timeline
             300 taken from the account by mistake. He has called     ● Tue 17 Nov 10:05  1003 Will Chang  logged
             three times, and each time was told to call again.       ● Tue 17 Nov 10:05  1003 Will Chang  handed over
                                                                        ▶ 1002 Lily Marsh
             Stage            handed over
             Next             Accept it. Waiting for the branch
                              manager to acknowledge it
             Start of work    overdue 2 d 20 h  Tue 17 Nov 12:05
             Reply            only 8 h          Fri 20 Nov 17:00
             Final deadline   12 d left         Wed 2 Dec 17:00
             Clocks           1 kept  (press c for all)
             Customer         Mr Baker
             Caller's number  138****0000
             Channel          phone
             Received         17 Nov 2026 10:05
             Repeated back    ✓
             First responder  1003 Will Chang
             Handed over to   1002 Lily Marsh
            ⋮ 16
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             a Accept  o Note  Enter Actions  c Details  PgDn Scroll  n New  / Search  1 Desk  2 Registers  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("facts on the left, time line on the right in Chinese") func largeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        try handedOver(stage)
        stage.shows(
            """
             洛阳分行营业部 · 投诉 0379-2611-001                                          1002 李敏 投诉管理人  11月20日 周五 09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                                                               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             王先生                                                   办理过程
             账户被误扣三百元，要求退还。已三次来电，每次都被告知改   ● 11月17日 周二 10:05  1003 张伟  登记
             日再打。                                                 ● 11月17日 周二 10:05  1003 张伟  移交
                                                                        ▶ 1002 李敏
             状态          已移交
             下一步        接收；待网点负责人知悉
             开始办理      逾期 2 天 20 小时  11月17日 周二 12:05
             回复          仅剩 8 小时        11月20日 周五 17:00
             最后期限      剩 12 天           12月2日 周三 17:00
             时限          1 项按时  （按 c 展开）
             客户姓名      王先生
             来电号码      138****0000
             受理渠道      电话
             收到时间      2026年11月17日 10:05
             已向客户复述  ✓
             首问责任人    1003 张伟
             待接收人      1002 李敏
            ⋮ 17
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             a 接收  o 记录  Enter 操作  c 详情  PgDn 翻页  n 登记  / 检索  1 工作台  2 登记簿  3 意见簿  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("a signed case says who signed and when, and only an addendum is left") func signed() throws {
        let stage = try stage(.english)
        _ = try stage.signedCase()
        stage.enter(as: stage.desk.head)
        stage.press("2", "Enter")
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-001     1001 George Wang branch manager  09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Chen  phone  Wed 18 Nov 09:30  138****0000
             A transfer has not arrived for two days

             Stage      closed ✓
             Next       Call the customer back. Verify rectification 1
             Call-back  only 1 d 8 h  Sat 21 Nov 17:00
             Clocks     4 kept, 1 late
            ────────────────────────────────────────────────────────────────── c: the rest ─
             │ Rectification: Put up a notice the day before an update.                   ▲
             ● Fri 20 Nov 09:00  1002 Lily Marsh  rectification opened
             │ Put up a notice the day before an update.
             │ Item: 1
             │ Owner: Lily Marsh
             │ Due: 1 Dec 2026
             ● Fri 20 Nov 09:00  1002 Lily Marsh  reply
             │ phone: Explained the cause; the money has arrived.
             │ customer accepts
             ● Fri 20 Nov 09:00  1001 George Wang  signed
            ────────────────────────────────────────────────────────────────────────────────

             . Call back  d Addendum  Enter Actions  c Details  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("a signed case at 120 columns in Chinese shows the whole life") func signedLargeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        _ = try stage.signedCase()
        stage.enter(as: stage.desk.head)
        stage.press("2", "Enter")
        stage.shows(
            """
             洛阳分行营业部 · 投诉 0379-2611-001                                        1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 0 件                                                                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             陈先生                                                   办理过程
             网上银行转账两天未到账                                   ● 11月18日 周三 09:30  1003 张伟  登记
                                                                      ● 11月18日 周三 09:30  1003 张伟  移交
             状态          已办结 ✓                                   │ ▶ 1002 李敏
             下一步        回访客户；核验整改事项 1                   ● 11月20日 周五 09:00  1002 李敏  接收
             回访          仅剩 1 天 8 小时  11月21日 周六 17:00      ● 11月20日 周五 09:00  1002 李敏  责任认定
             时限          4 项按时，1 项逾期完成  （按 c 展开）      │ 我行部分有责、有效、投诉
             客户姓名      陈先生                                     │ 系统升级时转账积压，次日已到账。
             来电号码      138****0000                                │ 致歉内容：李敏电话致歉。
             受理渠道      电话                                       │ 道歉人：李敏
             收到时间      2026年11月18日 09:30                       │ 纠正：已补发到账通知。
             已向客户复述  ✓                                          │ 整改：升级前一日张贴公告。
             首问责任人    1003 张伟                                  ● 11月20日 周五 09:00  1002 李敏  开立整改
             经办人        1002 李敏                                  │ 升级前一日张贴公告。
             签字人        1001 王建国                                │ 序号：1
             签字时间      2026年11月20日 09:00                       │ 负责人：李敏
                                                                      │ 到期日：2026年12月1日
                                                                      ● 11月20日 周五 09:00  1002 李敏  回复客户
                                                                      │ 电话：已说明原因，款项已到账。
                                                                      │ 客户接受
                                                                      ● 11月20日 周五 09:00  1001 王建国  签字确认
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             . 回访  d 补记  Enter 操作  c 详情  PgDn 翻页  n 登记  / 检索  1 工作台  2 登记簿  3 意见簿  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("a case that was sent back says why, and its clock runs again") func sentBack() throws {
        let stage = try stage(.english)
        _ = try stage.sentBackCase()
        stage.enter(as: stage.desk.manager)
        stage.press("Enter")
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-001   1002 Lily Marsh complaint manager  09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Chen  phone  Wed 18 Nov 09:30  138****0000
             A transfer has not arrived for two days

             Stage              in hand
             Sent back because  Add the voucher with the time of arrival.
             Next               Reply to the customer. Waiting for the branch manager to
                                acknowledge it (1 more)
             Reply              only 1 d 8 h  Sat 21 Nov 17:00
             Final deadline     13 d left     Thu 3 Dec 17:00
             Clocks             1 kept, 1 late
            ────────────────────────────────────────────────────────────────── c: the rest ─
             │ Owner: Lily Marsh                                                          ▲
             │ Due: 1 Dec 2026
             ● Fri 20 Nov 09:00  1002 Lily Marsh  reply
             │ phone: Explained the cause; the money has arrived.
             │ customer accepts
             ● Fri 20 Nov 09:00  1001 George Wang  sent back
               Add the voucher with the time of arrival.
            ────────────────────────────────────────────────────────────────────────────────

             r Reply  f Finding  o Note  Enter Actions  c Details  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("a case that was sent back in Chinese") func sentBackChinese() throws {
        let stage = try stage(.chinese)
        _ = try stage.sentBackCase()
        stage.enter(as: stage.desk.manager)
        stage.press("Enter")
        stage.shows(
            """
             洛阳分行营业… · 投诉 0379-2611-001   1002 李敏 投诉管理人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 0 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             陈先生  电话  11月18日 周三 09:30  138****0000
             网上银行转账两天未到账

             状态      处理中
             退回原因  请补充到账时间的凭证。
             下一步    回复客户；待网点负责人知悉（另有 1 项）
             回复      仅剩 1 天 8 小时  11月21日 周六 17:00
             最后期限  剩 13 天          12月3日 周四 17:00
             时限      1 项按时，1 项逾期完成
            ──────────────────────────────────────────────────────────────── 按 c 展开全部 ─
             │ 序号：1                                                                    ▲
             │ 负责人：李敏
             │ 到期日：2026年12月1日
             ● 11月20日 周五 09:00  1002 李敏  回复客户
             │ 电话：已说明原因，款项已到账。
             │ 客户接受
             ● 11月20日 周五 09:00  1001 王建国  退回
               请补充到账时间的凭证。
            ────────────────────────────────────────────────────────────────────────────────

             r 回复客户  f 责任认定  o 记录  Enter 操作  c 详情  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("at 80 columns every fact can be reached: they scroll with the time line") func manyFacts() throws {
        let stage = try DeskOnStage(.english)
        var intake = stage.desk.intake("The teller was short with me.", about: "the counter")
        intake.asks = "An apology, and that the queue is shown on a board in the hall, as it is at the other branches of the bank in town."
        (intake.business, intake.reason, intake.proxy) = ("cards", "service", "her brother")
        intake.happened = try PracticeFolder.moment("2026-11-19T16:00:00+08:00")
        intake.agreed = try PracticeFolder.moment("2026-11-21T12:00:00+08:00")
        _ = try stage.desk.ledger.log(intake, then: [.handOver(.init(to: stage.desk.manager.number))], by: stage.desk.counter)
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "c")
        let first = stage.screen
        stage.press("End")
        let all = first + stage.screen
        for text in [
            "An apology", "branches of the bank in town.", "Bank cards", "her brother", "19 Nov 2026 16:00", "About", "Handed over to",
            "short with me.",
        ] {
            #expect(all.holds(text), "not to be seen: \(text)")
        }
        #expect(first.holds("▼"))
    }

    @Test("the time line scrolls to its end and back") func scrolls() throws {
        let stage = try stage(.english)
        _ = try stage.signedCase()
        stage.enter(as: stage.desk.head)
        stage.press("2", "Enter")
        stage.expect("signed")
        stage.expectNot("logged")
        stage.press("Home")
        stage.expect("logged")
        stage.expectNot("Explained the cause")
        stage.press("End")
        stage.expect("Explained the cause")
        stage.expect("A transfer has not arrived for two days")
    }
}
