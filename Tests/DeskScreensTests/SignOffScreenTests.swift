import ComplaintRules
import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import DeskScreens

/// The queue of what waits for a signature, and the question before it is signed.
@Suite("Sign-off, as text")
struct SignOffScreenTests {
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24, isEmpty: Bool = false) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        if !isEmpty {
            try stage.answeredCase()
            _ = try stage.desk.repliedCase(language == .english ? "Forty minutes in the queue" : "排队四十分钟无人管")
        }
        stage.enter(as: stage.desk.head)
        stage.press("4")
        return stage
    }

    @Test("shows the queue above the whole entry at 80 columns") func queue() throws {
        let stage = try stage(.english)
        stage.shows(
            """
             Luoyang Branch · Sign-off    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 2 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Number         Received   How     Customer   What           Stage
            >  0379-2611-002  20 Nov     oral    刘女士     Forty minute…  to sign
               0379-2611-001  18 Nov     phone   Mr Chen    A transfer h…  to sign



            ────────────────────────────────────────────────────────────────────────────────
             Stage            to sign
             reply            23 Nov 2026 17:00  kept
             final            5 Dec 2026 17:00  kept
             pass on          20 Nov 2026 10:00  kept
             start work       20 Nov 2026 11:00  kept
             signature        23 Nov 2026 17:00  3 d 8 h left
             Customer         刘女士
             Contact          138****0000
             Channel          oral
             Received         20 Nov 2026 09:00
             Repeated back    ✓                                                           ▼
            ────────────────────────────────────────────────────────────────────────────────

             s Sign  b Send back  Enter Open  n New  / Search  1 Desk  2 Registers  ? Help
            """
        )
    }

    @Test("shows the queue above the whole entry in Chinese") func queueChinese() throws {
        let stage = try stage(.chinese)
        stage.shows(
            """
             洛阳分行营业部 · 签字              1001 王建国 网点负责人  11月20日 周五 09:00
             0 件逾期 · 0 件今日到期 · 2 件待签字                            PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               编号           收到      渠道  客户       事由                  状态
            >  0379-2611-002  11-20     口头  刘女士     排队四十分钟无人管    待签字
               0379-2611-001  11-18     电话  陈先生     网上银行转账两天未…   待签字



            ────────────────────────────────────────────────────────────────────────────────
             状态          待签字
             回复          2026年11月23日 17:00  按时
             最后期限      2026年12月5日 17:00  按时
             移交          2026年11月20日 10:00  按时
             开始办理      2026年11月20日 11:00  按时
             签字          2026年11月23日 17:00  剩 3 天 8 小时
             客户          刘女士
             联系方式      138****0000
             受理渠道      现场口头
             收到          2026年11月20日 09:00
             已向客户复述  ✓                                                              ▼
            ────────────────────────────────────────────────────────────────────────────────

             s 签字  b 退回  Enter 打开  n 登记  / 检索  1 工作台  2 登记簿  ? 帮助
            """
        )
    }

    @Test("shows the queue beside the whole entry at 120 columns") func large() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.shows(
            """
             Luoyang Branch · Sign-off                                            1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 2 to sign                                                                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               Number         Received   How     Customer       Stage            to sign
            >  0379-2611-002  20 Nov     oral    刘女士         reply            23 Nov 2026 17:00  kept
               0379-2611-001  18 Nov     phone   Mr Chen        final            5 Dec 2026 17:00  kept
                                                                pass on          20 Nov 2026 10:00  kept
                                                                start work       20 Nov 2026 11:00  kept
                                                                signature        23 Nov 2026 17:00  3 d 8 h left
                                                                Customer         刘女士
                                                                Contact          138****0000
                                                                Channel          oral
                                                                Received         20 Nov 2026 09:00
                                                                Repeated back    ✓
                                                                First responder  1003 Will Chang
                                                                In hand of       1002 Lily Marsh
                                                                ───────────────────────────────────────────────────────────────────
                                                                ● Fri 20 Nov 09:00  1003 Will Chang  logged
                                                                │ Forty minutes in the queue
                                                                ● Fri 20 Nov 09:00  1003 Will Chang  linked
                                                                │ the customer complained before:
                                                                │ Number: 0379-2611-001
                                                                ● Fri 20 Nov 09:00  1003 Will Chang  handed over
                                                                │ ▶ 1002 Lily Marsh
                                                                ● Fri 20 Nov 09:00  1002 Lily Marsh  accepted
                                                                ● Fri 20 Nov 09:00  1002 Lily Marsh  finding
                                                                │ bank not at fault, unfounded, complaint
                                                                │ 监控显示已及时加开窗口。
                                                                │ Explanation: 已耐心说明高峰时段安排。
                                                                ● Fri 20 Nov 09:00  1002 Lily Marsh  reply
                                                                  phone: 已向客户说明。
                                                                  the customer accepts
            ⋮ 5
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             s Sign  b Send back  Enter Open  n New  / Search  1 Desk  2 Registers  3 Book  4 Sign-off  5 Head office  ? Help
            """
        )
    }

    @Test("shows the queue beside the whole entry in Chinese") func largeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.shows(
            """
             洛阳分行营业部 · 签字                                                      1001 王建国 网点负责人  11月20日 周五 09:00
             0 件逾期 · 0 件今日到期 · 2 件待签字                                                                    PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               编号           收到      渠道  客户              状态          待签字
            >  0379-2611-002  11-20     口头  刘女士            回复          2026年11月23日 17:00  按时
               0379-2611-001  11-18     电话  陈先生            最后期限      2026年12月5日 17:00  按时
                                                                移交          2026年11月20日 10:00  按时
                                                                开始办理      2026年11月20日 11:00  按时
                                                                签字          2026年11月23日 17:00  剩 3 天 8 小时
                                                                客户          刘女士
                                                                联系方式      138****0000
                                                                受理渠道      现场口头
                                                                收到          2026年11月20日 09:00
                                                                已向客户复述  ✓
                                                                首问责任人    1003 张伟
                                                                办理人        1002 李敏
                                                                ───────────────────────────────────────────────────────────────────
                                                                ● 11月20日 周五 09:00  1003 张伟  登记
                                                                │ 排队四十分钟无人管
                                                                ● 11月20日 周五 09:00  1003 张伟  关联
                                                                │ 该客户曾投诉：
                                                                │ 编号: 0379-2611-001
                                                                ● 11月20日 周五 09:00  1003 张伟  移交
                                                                │ ▶ 1002 李敏
                                                                ● 11月20日 周五 09:00  1002 李敏  接收
                                                                ● 11月20日 周五 09:00  1002 李敏  责任认定
                                                                │ 我行无责, 不成立, 投诉
                                                                │ 监控显示已及时加开窗口。
                                                                │ 解释: 已耐心说明高峰时段安排。
                                                                ● 11月20日 周五 09:00  1002 李敏  回复客户
                                                                  电话: 已向客户说明。
                                                                  客户接受
            ⋮ 5
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             s 签字  b 退回  Enter 打开  n 登记  / 检索  1 工作台  2 登记簿  3 意见簿  4 签字  5 总行  8 整改  ? 帮助  F12 锁定
            """
        )
    }

    @Test("says so when nothing waits") func empty() throws {
        let stage = try stage(.english, isEmpty: true)
        stage.shows(
            """
             Luoyang Branch · Sign-off    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Number         Received   How     Customer   What           Stage

               Nothing waits for a signature.



            ────────────────────────────────────────────────────────────────────────────────
            ⋮ 11
            ────────────────────────────────────────────────────────────────────────────────

             s Sign  b Send back  Enter Open  n New  / Search  1 Desk  2 Registers  ? Help
            """
        )
    }

    @Test("says so in Chinese when nothing waits") func emptyChinese() throws {
        let stage = try stage(.chinese, isEmpty: true)
        stage.shows(
            """
             洛阳分行营业部 · 签字              1001 王建国 网点负责人  11月20日 周五 09:00
             0 件逾期 · 0 件今日到期 · 0 件待签字                            PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               编号           收到      渠道  客户       事由                  状态

               没有待签字的投诉。



            ────────────────────────────────────────────────────────────────────────────────
            ⋮ 11
            ────────────────────────────────────────────────────────────────────────────────

             s 签字  b 退回  Enter 打开  n 登记  / 检索  1 工作台  2 登记簿  ? 帮助
            """
        )
    }

    @Test("signing asks for the passcode; the cursor stands in its field") func dialog() throws {
        let stage = try stage(.english)
        stage.press("s")
        stage.shows(
            """
             Luoyang Branch · Sign-off    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 2 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Number         Received   How     Customer   What           Stage
            >  0379-2611-002  20 Nov     oral    刘女士     Forty minute…  to sign
               0379-2611-001  18 Nov     phone   Mr Chen    A transfer h…  to sign

                    ┌─ Sign ───────────────────────────────────────────────────────┐
                    │                                                              │
            ────────│  You sign 0379-2611-002 as read above. From then on it is    │────────
             Stage  │  locked; later facts are added as addenda.                   │
             reply  │                                                              │
             final  │  Passcode                                                    │
             pass on│                                                              │
             start w│   [ Sign ]   [ Cancel ]                                      │
             signatu│                                                              │
             Custome└──────────────────────────────────────────────────────────────┘
             Contact          138****0000
             Channel          oral
             Received         20 Nov 2026 09:00
             Repeated back    ✓                                                           ▼
            ────────────────────────────────────────────────────────────────────────────────

             s Sign  b Send back  Enter Open  n New  / Search  1 Desk  2 Registers  ? Help
            """
        )
    }

    @Test("signing asks for the passcode in Chinese") func dialogChinese() throws {
        let stage = try stage(.chinese)
        stage.press("s")
        stage.type("abc")
        stage.shows(
            """
             洛阳分行营业部 · 签字              1001 王建国 网点负责人  11月20日 周五 09:00
             0 件逾期 · 0 件今日到期 · 2 件待签字                            PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               编号           收到      渠道  客户       事由                  状态
            >  0379-2611-002  11-20     口头  刘女士     排队四十分钟无人管    待签字
               0379-2611-001  11-18     电话  陈先生     网上银行转账两天未…   待签字

                     ┌─ 签字 ─────────────────────────────────────────────────────┐
                     │                                                            │
            ─────────│  您将签字确认 0379-2611-002。签字后即锁定，其后只能补记。  │─────────
             状态    │                                                            │
             回复    │  密码 •••                                                  │
             最后期限│                                                            │
             移交    │   [ 签字 ]   [ 取消 ]                                      │
             开始办理│                                                            │
             签字    └────────────────────────────────────────────────────────────┘
             客户          刘女士
             联系方式      138****0000
             受理渠道      现场口头
             收到          2026年11月20日 09:00
             已向客户复述  ✓                                                              ▼
            ────────────────────────────────────────────────────────────────────────────────

             s 签字  b 退回  Enter 打开  n 登记  / 检索  1 工作台  2 登记簿  ? 帮助
            """
        )
    }

    @Test("signing asks for the passcode in the middle of a larger screen") func dialogLarge() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.press("s")
        stage.shows(
            """
             洛阳分行营业部 · 签字                                                      1001 王建国 网点负责人  11月20日 周五 09:00
             0 件逾期 · 0 件今日到期 · 2 件待签字                                                                    PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               编号           收到      渠道  客户              状态          待签字
            >  0379-2611-002  11-20     口头  刘女士            回复          2026年11月23日 17:00  按时
               0379-2611-001  11-18     电话  陈先生            最后期限      2026年12月5日 17:00  按时
                                                                移交          2026年11月20日 10:00  按时
                                                                开始办理      2026年11月20日 11:00  按时
                                                                签字          2026年11月23日 17:00  剩 3 天 8 小时
                                                                客户          刘女士
                                                                联系方式      138****0000
                                                                受理渠道      现场口头
                                                                收到          2026年11月20日 09:00
                                                                已向客户复述  ✓
                                                                首问责任人    1003 张伟
                                         ┌─ 签字 ─────────────────────────────────────────────────────┐
                                         │                                                            │────────────────────────────
                                         │  您将签字确认 0379-2611-002。签字后即锁定，其后只能补记。  │
                                         │                                                            │
                                         │  密码                                                      │
                                         │                                                            │
                                         │   [ 签字 ]   [ 取消 ]                                      │
                                         │                                                            │
                                         └────────────────────────────────────────────────────────────┘
                                                                ● 11月20日 周五 09:00  1002 李敏  接收
                                                                ● 11月20日 周五 09:00  1002 李敏  责任认定
                                                                │ 我行无责, 不成立, 投诉
                                                                │ 监控显示已及时加开窗口。
                                                                │ 解释: 已耐心说明高峰时段安排。
                                                                ● 11月20日 周五 09:00  1002 李敏  回复客户
                                                                  电话: 已向客户说明。
                                                                  客户接受
            ⋮ 5
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             s 签字  b 退回  Enter 打开  n 登记  / 检索  1 工作台  2 登记簿  3 意见簿  4 签字  5 总行  8 整改  ? 帮助  F12 锁定
            """
        )
    }

    @Test("a wrong passcode is refused, and the question stays") func wrong() throws {
        let stage = try stage(.english)
        stage.press("s")
        stage.type("wrong")
        stage.press("Enter")
        stage.shows(
            """
             Luoyang Branch · Sign-off    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 2 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Number         Received   How     Customer   What           Stage
            >  0379-2611-002  20 Nov     oral    刘女士     Forty minute…  to sign
               0379-2611-001  18 Nov     phone   Mr Chen    A transfer h…  to sign
                    ┌─ Sign ───────────────────────────────────────────────────────┐
                    │                                                              │
                    │  You sign 0379-2611-002 as read above. From then on it is    │
            ────────│  locked; later facts are added as addenda.                   │────────
             Stage  │                                                              │
             reply  │  Passcode                                                    │
             final  │  ! The staff number or the passcode is wrong. The attempt    │
             pass on│  was recorded.                                               │
             start w│                                                              │
             signatu│   [ Sign ]   [ Cancel ]                                      │
             Custome│                                                              │
             Contact└──────────────────────────────────────────────────────────────┘
             Channel          oral
             Received         20 Nov 2026 09:00
             Repeated back    ✓                                                           ▼
            ────────────────────────────────────────────────────────────────────────────────

             s Sign  b Send back  Enter Open  n New  / Search  1 Desk  2 Registers  ? Help
            """
        )
    }
}
