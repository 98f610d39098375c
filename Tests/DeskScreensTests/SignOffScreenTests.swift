import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
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
               Number         Customer      What                           Due
            >  0379-2611-001  Mr Chen       A transfer has not arrived f…  3 d 8 h left
               0379-2611-002  刘女士        Forty minutes in the queue     3 d 8 h left
            ────────────────────────────────────────────────────────────────────────────────
             Mr Chen
             A transfer has not arrived for two days

             Stage            to sign
             Signature        3 d 8 h left  Mon 23 Nov 17:00
             Late             start of work
             Kept             reply, final deadline, hand-over
             Customer         Mr Chen                Caller's number  138****0000
             Channel          phone                  Received         18 Nov 2026 09:30
             Repeated back    ✓                      First responder  1003 Will Chang
             Handled by       1002 Lily Marsh
             ──────────────────────────────────────────────────────────────────────────────
             ● Wed 18 Nov 09:30  1003 Will Chang  logged
             ● Wed 18 Nov 09:30  1003 Will Chang  handed over                             ▼
            ────────────────────────────────────────────────────────────────────────────────

             s Sign  b Send back  PgDn Scroll  Enter Open  n New  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("shows the queue above the whole entry in Chinese") func queueChinese() throws {
        let stage = try stage(.chinese)
        stage.shows(
            """
             洛阳分行营业部 · 签字              1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 2 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               编号           客户          事由                         时限
            >  0379-2611-001  陈先生        网上银行转账两天未到账       剩 3 天 8 小时
               0379-2611-002  刘女士        排队四十分钟无人管           剩 3 天 8 小时
            ────────────────────────────────────────────────────────────────────────────────
             陈先生
             网上银行转账两天未到账

             状态          待签字
             签字          剩 3 天 8 小时  11月23日 周一 17:00
             逾期完成      开始办理
             按时          回复、最后期限、移交
             客户姓名      陈先生                    来电号码      138****0000
             受理渠道      电话                      收到时间      2026年11月18日 09:30
             已向客户复述  ✓                         首问责任人    1003 张伟
             经办人        1002 李敏
             ──────────────────────────────────────────────────────────────────────────────
             ● 11月18日 周三 09:30  1003 张伟  登记
             ● 11月18日 周三 09:30  1003 张伟  移交                                       ▼
            ────────────────────────────────────────────────────────────────────────────────

             s 签字  b 退回  PgDn 翻页  Enter 打开  n 登记  / 检索  ? 帮助  : 更多  F12 锁定
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
               Number         Customer     Due                  Mr Chen
            >  0379-2611-001  Mr Chen      3 d 8 h left         A transfer has not arrived for two days
               0379-2611-002  刘女士       3 d 8 h left
                                                                Stage            to sign
                                                                Signature        3 d 8 h left  Mon 23 Nov 17:00
                                                                Late             start of work
                                                                Kept             reply, final deadline, hand-over
                                                                Customer         Mr Chen
                                                                Caller's number  138****0000
                                                                Channel          phone
                                                                Received         18 Nov 2026 09:30
                                                                Repeated back    ✓
                                                                First responder  1003 Will Chang
                                                                Handled by       1002 Lily Marsh
                                                                ───────────────────────────────────────────────────────────────────
                                                                ● Wed 18 Nov 09:30  1003 Will Chang  logged
                                                                ● Wed 18 Nov 09:30  1003 Will Chang  handed over
                                                                │ ▶ 1002 Lily Marsh
                                                                ● Fri 20 Nov 09:00  1002 Lily Marsh  accepted
                                                                ● Fri 20 Nov 09:00  1002 Lily Marsh  finding
                                                                │ bank partly at fault, valid, complaint
                                                                │ Transfers piled up during an update; it arrived a day later.
                                                                │ Words of apology: Lily Marsh apologised on the phone.
                                                                │ Apology by: Lily Marsh
                                                                │ Correction: The notice was sent again.
                                                                │ Rectification: Put up a notice the day before an update.
                                                                ● Fri 20 Nov 09:00  1002 Lily Marsh  rectification opened
                                                                │ Put up a notice the day before an update.
                                                                │ Item: 1
                                                                │ Owner: Lily Marsh
                                                                │ Due: 1 Dec 2026
                                                                ● Fri 20 Nov 09:00  1002 Lily Marsh  reply
                                                                  phone: Explained the cause; the money has arrived.
                                                                  customer accepts
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             s Sign  b Send back  PgDn Scroll  t Tick  Enter Open  n New  / Search  1 Desk  2 Registers  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("shows the queue beside the whole entry in Chinese") func largeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.shows(
            """
             洛阳分行营业部 · 签字                                                      1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 2 件                                                                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               编号           客户       时限                   陈先生
            >  0379-2611-001  陈先生     剩 3 天 8 小时         网上银行转账两天未到账
               0379-2611-002  刘女士     剩 3 天 8 小时
                                                                状态          待签字
                                                                签字          剩 3 天 8 小时  11月23日 周一 17:00
                                                                逾期完成      开始办理
                                                                按时          回复、最后期限、移交
                                                                客户姓名      陈先生
                                                                来电号码      138****0000
                                                                受理渠道      电话
                                                                收到时间      2026年11月18日 09:30
                                                                已向客户复述  ✓
                                                                首问责任人    1003 张伟
                                                                经办人        1002 李敏
                                                                ───────────────────────────────────────────────────────────────────
                                                                ● 11月18日 周三 09:30  1003 张伟  登记
                                                                ● 11月18日 周三 09:30  1003 张伟  移交
                                                                │ ▶ 1002 李敏
                                                                ● 11月20日 周五 09:00  1002 李敏  接收
                                                                ● 11月20日 周五 09:00  1002 李敏  责任认定
                                                                │ 我行部分有责、有效、投诉
                                                                │ 系统升级时转账积压，次日已到账。
                                                                │ 致歉内容：李敏电话致歉。
                                                                │ 道歉人：李敏
                                                                │ 纠正：已补发到账通知。
                                                                │ 整改：升级前一日张贴公告。
                                                                ● 11月20日 周五 09:00  1002 李敏  开立整改
                                                                │ 升级前一日张贴公告。
                                                                │ 序号：1
                                                                │ 负责人：李敏
                                                                │ 到期日：2026年12月1日
                                                                ● 11月20日 周五 09:00  1002 李敏  回复客户
                                                                  电话：已说明原因，款项已到账。
                                                                  客户接受
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             s 签字  b 退回  PgDn 翻页  t 勾选  Enter 打开  n 登记  / 检索  1 工作台  2 登记簿  3 意见簿  ? 帮助  : 更多  F12 锁定
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
               Number         Customer      What                           Due

               Nothing is waiting to be signed. Cases come here once they are answered.
            ⋮ 15
            ────────────────────────────────────────────────────────────────────────────────

             n New  / Search  1 Desk  2 Registers  3 Book  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("says so in Chinese when nothing waits") func emptyChinese() throws {
        let stage = try stage(.chinese, isEmpty: true)
        stage.shows(
            """
             洛阳分行营业部 · 签字              1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 0 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               编号           客户          事由                         时限

               没有待签字的投诉。已答复的投诉会列在这里。
            ⋮ 15
            ────────────────────────────────────────────────────────────────────────────────

             n 登记  / 检索  1 工作台  2 登记簿  3 意见簿  5 总行  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("signing asks for the passcode; the cursor stands in its field") func dialog() throws {
        let stage = try stage(.english)
        stage.press("End", "s")
        stage.shows(
            """
             Luoyang Branch · Sign-off    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 2 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Number         Customer      What                           Due
            > ✓0379-2611-001  Mr Chen       A transfer has not arrived f…  3 d 8 h left
               0379-2611-002  刘女士        Forty minutes in the queue     3 d 8 h left
            ── ✓ 1 r┌─ Sign ───────────────────────────────────────────────────────┐────────
             │ bank │                                                              │      ▲
             │ Trans│  Sign 0379-2611-001 as you have read it? It is then locked;  │
             │ Words│  later facts can only be added as addenda.                   │
             │ Apolo│                                                              │
             │ Corre│  Mr Chen: complaint, valid                                   │
             │ Recti│                                                              │
             ● Fri 2│  Passcode                                                    │
             │ Put u│                                                              │
             │ Item:│   [ Sign (Enter) ]   [ Cancel (Esc) ]                        │
             │ Owner│                                                              │
             │ Due: └──────────────────────────────────────────────────────────────┘
             ● Fri 20 Nov 09:00  1002 Lily Marsh  reply
               phone: Explained the cause; the money has arrived.
               customer accepts
            ────────────────────────────────────────────────────────────────────────────────


            """
        )
    }

    @Test("signing asks for the passcode in Chinese") func dialogChinese() throws {
        let stage = try stage(.chinese)
        stage.press("End", "s")
        stage.type("abc")
        stage.shows(
            """
             洛阳分行营业部 · 签字              1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 2 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               编号           客户          事由                         时限
            > ✓0379-2611-001  陈先生        网上银行转账两天未到账       剩 3 天 8 小时
               0379-2611-002  刘女士        排队四十分钟无人管           剩 3 天 8 小时
            ── ✓ 已 ┌─ 签字 ───────────────────────────────────────────────────────┐────────
             │ 我行 │                                                              │      ▲
             │ 系统 │  您已阅读 0379-2611-001 全文，确认签字？签字后即锁定，其后   │
             │ 致歉 │  只能补记。                                                  │
             │ 道歉 │                                                              │
             │ 纠正 │  陈先生：投诉、有效                                          │
             │ 整改 │                                                              │
             ● 11月2│  密码 •••                                                    │
             │ 升级 │                                                              │
             │ 序号 │   [ 签字（Enter） ]   [ 取消（Esc） ]                        │
             │ 负责 │                                                              │
             │ 到期 └──────────────────────────────────────────────────────────────┘
             ● 11月20日 周五 09:00  1002 李敏  回复客户
               电话：已说明原因，款项已到账。
               客户接受
            ────────────────────────────────────────────────────────────────────────────────


            """
        )
    }

    @Test("signing asks for the passcode in the middle of a larger screen") func dialogLarge() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.press("End", "s")
        stage.shows(
            """
             洛阳分行营业部 · 签字                                                      1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 2 件                                                                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               编号           客户       时限                   陈先生
            > ✓0379-2611-001  陈先生     剩 3 天 8 小时         网上银行转账两天未到账
               0379-2611-002  刘女士     剩 3 天 8 小时
                                                                状态          待签字
                                                                签字          剩 3 天 8 小时  11月23日 周一 17:00
                                                                逾期完成      开始办理
                                                                按时          回复、最后期限、移交
                                                                客户姓名      陈先生
                                                                来电号码      138****0000
                                                                受理渠道      电话
                                                                收到时间      2026年11月18日 09:30
                                        ┌─ 签字 ───────────────────────────────────────────────────────┐
                                        │                                                              │
                                        │  您已阅读 0379-2611-001 全文，确认签字？签字后即锁定，其后   │
                                        │  只能补记。                                                  │───────────────────────────
                                        │                                                              │
                                        │  陈先生：投诉、有效                                          │
                                        │                                                              │
                                        │  密码                                                        │
                                        │                                                              │定
                                        │   [ 签字（Enter） ]   [ 取消（Esc） ]                        │
                                        │                                                              │
                                        └──────────────────────────────────────────────────────────────┘
                                                                │ 道歉人：李敏
                                                                │ 纠正：已补发到账通知。
                                                                │ 整改：升级前一日张贴公告。
                                                                ● 11月20日 周五 09:00  1002 李敏  开立整改
                                                                │ 升级前一日张贴公告。
                                                                │ 序号：1
                                                                │ 负责人：李敏
                                                                │ 到期日：2026年12月1日
                                                                ● 11月20日 周五 09:00  1002 李敏  回复客户
                                                                  电话：已说明原因，款项已到账。
               ✓ 已读完 1 件                                      客户接受
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


            """
        )
    }

    @Test("a wrong passcode is refused, and the question stays") func wrong() throws {
        let stage = try stage(.english)
        stage.press("End", "s")
        stage.type("wrong")
        stage.press("Enter")
        stage.shows(
            """
             Luoyang Branch · Sign-off    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 2 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Number         Customer      What                           Due
            > ✓0379-2611-001  Mr Chen       A transfer has not arrived f…  3 d 8 h left
               0379-┌─ Sign ───────────────────────────────────────────────────────┐eft
            ── ✓ 1 r│                                                              │────────
             │ bank │  Sign 0379-2611-001 as you have read it? It is then locked;  │      ▲
             │ Trans│  later facts can only be added as addenda.                   │
             │ Words│                                                              │
             │ Apolo│  Mr Chen: complaint, valid                                   │
             │ Corre│                                                              │
             │ Recti│  Passcode                                                    │
             ● Fri 2│  ! The passcode is wrong. The attempt was recorded.          │
             │ Put u│                                                              │
             │ Item:│   [ Sign (Enter) ]   [ Cancel (Esc) ]                        │
             │ Owner│                                                              │
             │ Due: └──────────────────────────────────────────────────────────────┘
             ● Fri 20 Nov 09:00  1002 Lily Marsh  reply
               phone: Explained the cause; the money has arrived.
               customer accepts
            ────────────────────────────────────────────────────────────────────────────────


            """
        )
    }

    @Test("what an answer on the spot lacks to be signed is said and recorded from the queue; sent back, the Desk says why") func lacking()
        throws
    {
        let stage = try DeskOnStage(.english)
        let answered = [Deed.answer(.init(text: "The wait was explained."))]
        _ = try stage.desk.ledger.log(stage.desk.intake("Forty minutes in the queue"), then: answered, by: stage.desk.counter)
        stage.enter(as: stage.desk.head)
        stage.press("4")
        stage.expect("Next             Record the finding")
        stage.expect("f Finding")
        stage.press("f")
        stage.expect("Finding 0379-2611-001")
        stage.press("Esc", "b")
        stage.type("Say when it was explained.")
        stage.press("Ctrl-S", "Left", "Enter", "1")
        stage.expect("! Sent back: Say when it was explained.")
    }
}
