import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The form of each act.
@Suite("Forms of the acts, as text")
struct ActScreenTests {
    /// A case at the stage in which the act can be done, open before the branch manager, the act's key pressed.
    func stage(_ key: String, _ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        let desk = stage.desk
        var person = desk.head
        switch key {
        case "w":
            try stage.fourCases()
            person = desk.counter
        case "b": try stage.answeredCase()
        case "d": _ = try stage.signedCase()
        default:
            let number = try stage.log(
                .phone,
                language == .english ? "Mr Baker" : "王先生",
                language == .english ? "300 taken by mistake" : "账户被误扣三百元",
                at: "2026-11-19T10:05:00+08:00",
                to: desk.manager
            )
            _ = try desk.ledger.perform(.accept, on: number, by: desk.manager)
        }
        stage.enter(as: person)
        stage.press("2", "Enter", key)
        return stage
    }

    @Test("answer on the spot") func answer() throws {
        let stage = try stage("w", .english)
        stage.shows(
            """
             Luoyang Branch · Answer on the spot 0379-2611-004       1003 Will Chang  09:00
             Branch: ! 3 overdue · 1 due today · 0 to sign                   PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             刘女士: 自动柜员机吞卡，现场无人协助处理

              *Text
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
               Amount promised   e.g. 200 or 1200.50
               Promise
               Kind of relief    blank = monetary where there is an amount               ▼
               Amount paid       e.g. 200 or 1200.50
               Paid on           e.g. 2026-11-22
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("answer on the spot in Chinese") func answerChinese() throws {
        let stage = try stage("w", .chinese)
        stage.shows(
            """
             洛阳分行营业部 · 当场答复 0379-2611-004    1003 张伟 柜员  11月20日 周五 09:00
             本网点：! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Hall：Card kept by the machine and nobody came to help

              *内容
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
               承诺金额   例如 200 或 1200.50
               承诺
               补救方式   留空：有金额即为经济补偿                                       ▼
               已付金额   例如 200 或 1200.50
               付款日期   例如 2026-11-22
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F3 话术  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("hand over: to a manager, with a word for them") func handOver() throws {
        let stage = try stage("h", .english)
        stage.press("Space")
        stage.shows(
            """
             Luoyang Br… · Hand over 0379-2611-001   1001 George Wang branch manager  09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker: 300 taken by mistake

              *Hand over to                                                              ▼
               Note          │> 1002 Lily Marsh (complaint manager, 1 open)              │
                           │ └───────────────────────────────────────────────────────────┘
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
                           │
                           │
                           │
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("hand over in Chinese") func handOverChinese() throws {
        let stage = try stage("h", .chinese)
        stage.shows(
            """
             洛阳分行营… · 移交 0379-2611-001   1001 王建国 网点负责人  11月20日 周五 09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             王先生：账户被误扣三百元

              *移交给  1002 李敏（投诉管理人，未办结 1 件）                              ▼
               说明
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
                     │
                     │
                     │
                     │
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F7 丢弃  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("note: what was said, and how") func note() throws {
        let stage = try stage("o", .english)
        stage.shows(
            """
             Luoyang Branch · Note 0379-2611-001     1001 George Wang branch manager  09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker: 300 taken by mistake

              *Text
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
                          │
                          │
               How                                                                       ▼
               Amount paid   e.g. 200 or 1200.50
               Paid on       e.g. 2026-11-22
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("note in Chinese") func noteChinese() throws {
        let stage = try stage("o", .chinese)
        stage.shows(
            """
             洛阳分行营… · 记录 0379-2611-001   1001 王建国 网点负责人  11月20日 周五 09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             王先生：账户被误扣三百元

              *内容
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
                       │
                       │
               方式                                                                      ▼
               已付金额   例如 200 或 1200.50
               付款日期   例如 2026-11-22
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F3 话术  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("send back: a reason") func sendBack() throws {
        let stage = try stage("b", .english)
        stage.shows(
            """
             Luoyang Br… · Send back 0379-2611-001   1001 George Wang branch manager  09:00
             0 overdue · 0 due today · 1 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Chen: A transfer has not arrived for two days

              *Reason
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
                     │
                     │
                     │
                     │
                     │
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("send back in Chinese, and the question before it is done") func sendBackChinese() throws {
        let stage = try stage("b", .chinese)
        stage.type("请补充凭证。")
        stage.press("Ctrl-S")
        stage.shows(
            """
             洛阳分行营… · 退回 0379-2611-001   1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 1 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             陈先生：网上银行转账两天未到账

              *原因  请补充凭证。
                   │
                   │
                   │         ┌─ 退回 ─────────────────────────────────────┐
                   │         │                                            │
                   │         │  退回 0379-2611-001？回复时限将继续计时。  │
                   │         │                                            │
                   │         │   [ 退回 ]  >[ 取消 ]                      │
                   │         │  方向键选择，空格确定，Esc 取消            │
                   │         └────────────────────────────────────────────┘
                   │
                   │
                   │
                   │
                   │
                   │
            ────────────────────────────────────────────────────────────────────────────────


            """
        )
    }

    @Test("withdraw: a reason, and a problem named where it is missing") func withdraw() throws {
        let stage = try stage("x", .english)
        stage.press("Ctrl-S")
        stage.shows(
            """
             Luoyang Branch · Customer withdraws 0379-2611-001      1001 George Wang  09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker: 300 taken by mistake

               ! After this you alone will have handled the case and nobody else here may
               sign it; it will need a written ruling from head office. Let somebody else
               do it if you can.
              *Reason  ! "Reason" is missing.

                     │
                     │
                     │
                     │
                     │
                     │
                     │
                     │
              *How      press Enter to choose                                            ▼
                       ! "How" is missing.
               When     blank = just now
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("not accept in Chinese: a reason") func notAccept() throws {
        let stage = try stage("z", .chinese)
        stage.shows(
            """
             洛阳分行营业部 · 不予受理 0379-2611-001          1001 王建国 网点负责人  09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             王先生：账户被误扣三百元

               ! 由您办理后，本件即由您一人经办，网点内再无他人可以签字，须凭总行书面批
               复。建议由他人办理。
              *原因
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
                           │
                           │
               告知客户方式                                                              ▼
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F3 话术  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("amend: which field, and the new value") func amend() throws {
        let stage = try stage("e", .english)
        stage.press("Space")
        stage.shows(
            """
             Luoyang Branch · Amend 0379-2611-001    1001 George Wang branch manager  09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker: 300 taken by mistake

              *Field                                                                     ▼
               New value  │> Customer                                                    │
                        │ │  Contact                                                     │
                        │ │  What happened                                               │
                        │ │  Asks for                                                    │
                        │ │  Business                                                    │
                        │ │  Reason                                                      │
                        │ │  About                                                       │
                        │ │  Happened                                                   ▼│
                        │ └──────────────────────────────────────────────────────────────┘
                        │
                        │
                        │
                        │
                        │
                        │
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("addendum to a signed case in Chinese") func addendum() throws {
        let stage = try stage("d", .chinese)
        stage.shows(
            """
             洛阳分行营… · 补记 0379-2611-001   1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 0 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             陈先生：网上银行转账两天未到账

              *内容
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
                       │
                       │
                       │
               已付金额   例如 200 或 1200.50
               付款日期   例如 2026-11-22
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F3 话术  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("a form asks only what the case has: no merged case where none was merged in; it says when a name is needed") func asked() throws
    {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.letter, "Ms Lowe", "Card kept", at: "2026-11-20T08:30:00+08:00", to: stage.desk.manager)
        let session = try #require(stage.app.session)
        stage.enter(as: stage.desk.manager)
        let state = try stage.desk.ledger.open(number, by: stage.desk.manager).state
        #expect(ActScreen(.tell, on: number, state, session).form["number"]?.isHidden == true)
        #expect(ActScreen(.attach, on: number, state, session).form["name"]?.hint == "needed where there is no file")
    }
}
