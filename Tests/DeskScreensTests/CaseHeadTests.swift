import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What stands over the time line of a case: short, until c shows it in full.
@Suite("Facts and clocks of a case, short and in full")
struct CaseHeadTests {
    /// A case with long facts, in hand of the complaint manager.
    private func longCase(_ language: Language, columns: Int = 80) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns)
        let asks = String(repeating: language == .english ? "The money back at once. " : "请立即退还全部款项。", count: 12)
        var intake = stage.desk.intake(language == .english ? "300 taken by mistake" : "账户被误扣三百元", customer: "Mr Baker")
        intake.asks = asks
        let number = try stage.desk.ledger.log(intake, then: [.handOver(.init(to: stage.desk.manager.number))], by: stage.desk.counter)
            .state.number.description
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        stage.enter(as: stage.desk.manager)
        stage.press("Enter")
        return stage
    }

    @Test("a date from outside says whose it is, behind the moment or below it", arguments: [80, 120]) func whoseDate(columns: Int) throws {
        let stage = try longCase(.english, columns: columns)
        for (day, by) in [("4", "Bureau A"), ("11", "Municipal Complaints Line")] {
            let due = try PracticeFolder.moment("2026-12-\(day.count == 1 ? "0" : "")\(day)T17:00:00+08:00")
            _ = try stage.desk.ledger.perform(
                .outsideDate(.init(due: due, by: by)),
                on: "0379-2611-001",
                by: stage.desk.manager
            )
        }
        _ = try stage.desk.ledger.perform(.note(.init(text: "Called.")), on: "0379-2611-001", by: stage.desk.manager)
        stage.press("Esc")
        if columns == 80 { stage.expect("reply 3 d 8 h left · external deadline (Bureau A) 14 d left") }
        stage.press("Enter", "c")
        stage.expect("External deadline")
        stage.expect("Fri 4 Dec 17:00 (Bureau A)")
        stage.expect("Fri 11 Dec 17:00 (Municipal Complaints Line)")
        // Once the result is sent, it is told of what was kept.
        _ = try stage.desk.ledger.perform(
            .sendResult(.init(text: "Done.", to: "Bureau A")),
            on: "0379-2611-001",
            by: stage.desk.manager
        )
        stage.press("Esc", "Enter", "c")
        stage.expect("Fri 4 Dec 17:00 (Bureau A)")
    }

    @Test("facts are folded where there is no room; c shows them whole, and every clock") func unfolds() throws {
        let stage = try longCase(.english)
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-001   1002 Lily Marsh complaint manager  09:00
             0 overdue · 1 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker  oral  Fri 20 Nov 09:00  138****0000
             300 taken by mistake

             Stage           in hand
             Next            Start work on it (contact or finding). Record the finding.
                             Reply to the customer. Waiting for the branch manager to
                             acknowledge it
             Start of work   2 h left      Fri 20 Nov 11:00
             Reply           3 d 8 h left  Mon 23 Nov 17:00
             Final deadline  15 d left     Sat 5 Dec 17:00
             Clocks          1 kept
            ────────────────────────────────────────────────────────────────── c: the rest ─
             ● Fri 20 Nov 09:00  1003 Will Chang  logged
             ● Fri 20 Nov 09:00  1003 Will Chang  handed over
             │ ▶ 1002 Lily Marsh
             ● Fri 20 Nov 09:00  1002 Lily Marsh  accepted


            ────────────────────────────────────────────────────────────────────────────────

             o Note  f Finding  r Reply  Enter Actions  c Details  ? Help  : More  F12 Lock
            """
        )
        stage.press("c")
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-001   1002 Lily Marsh complaint manager  09:00
             0 overdue · 1 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker
             300 taken by mistake

             Stage            in hand
             Next             Start work on it (contact or finding). Record the finding.
                              Reply to the customer. Waiting for the branch manager to
                              acknowledge it
             Start of work    2 h left      Fri 20 Nov 11:00
             Reply            3 d 8 h left  Mon 23 Nov 17:00
             Final deadline   15 d left     Sat 5 Dec 17:00
             Hand-over        kept          Fri 20 Nov 10:00
             Customer         Mr Baker               Contact          138****0000
             Channel          oral                   Received         20 Nov 2026 09:00
             Repeated back    ✓                      First responder  1003 Will Chang
             Handled by       1002 Lily Marsh
             Asks for         The money back at once. The money back at once. The money
                              back at once. The money back at once. The money back at once.
                              The money back at once. The money back at once. The money   ▼
            ────────────────────────────────────────────────────────────────────────────────

             o Note  f Finding  r Reply  Enter Actions  c Details  ? Help  : More  F12 Lock
            """
        )
        stage.press("c")
        stage.expect("c: the rest")
    }

    @Test("the same in Chinese") func unfoldsChinese() throws {
        let stage = try longCase(.chinese)
        stage.shows(
            """
             洛阳分行营业… · 投诉 0379-2611-001   1002 李敏 投诉管理人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 1 件 · 待签字 0 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker  现场口头  11月20日 周五 09:00  138****0000
             账户被误扣三百元

             状态      处理中
             下一步    开始办理（联系或认定）；作出责任认定；回复客户；待网点负责人知悉
             开始办理  剩 2 小时       11月20日 周五 11:00
             回复      剩 3 天 8 小时  11月23日 周一 17:00
             最后期限  剩 15 天        12月5日 周六 17:00
             时限      1 项按时
            ──────────────────────────────────────────────────────────────── 按 c 展开全部 ─
             ● 11月20日 周五 09:00  1003 张伟  登记
             ● 11月20日 周五 09:00  1003 张伟  移交
             │ ▶ 1002 李敏
             ● 11月20日 周五 09:00  1002 李敏  接收
            ⋮ 4
            ────────────────────────────────────────────────────────────────────────────────

             o 记录  f 责任认定  r 回复客户  Enter 操作  c 详情  ? 帮助  : 更多  F12 锁定
            """
        )
        stage.press("c")
        stage.shows(
            """
             洛阳分行营业… · 投诉 0379-2611-001   1002 李敏 投诉管理人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 1 件 · 待签字 0 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker
             账户被误扣三百元

             状态          处理中
             下一步        开始办理（联系或认定）；作出责任认定；回复客户；待网点负责人知悉
             开始办理      剩 2 小时       11月20日 周五 11:00
             回复          剩 3 天 8 小时  11月23日 周一 17:00
             最后期限      剩 15 天        12月5日 周六 17:00
             移交          按时            11月20日 周五 10:00
             客户姓名      Mr Baker                  联系方式      138****0000
             受理渠道      现场口头                  收到时间      2026年11月20日 09:00
             已向客户复述  ✓                         首问责任人    1003 张伟
             经办人        1002 李敏
             客户诉求      请立即退还全部款项。请立即退还全部款项。请立即退还全部款项。请立
                           即退还全部款项。请立即退还全部款项。请立即退还全部款项。请立即退
                           还全部款项。请立即退还全部款项。请立即退还全部款项。请立即退还全
                           部款项。请立即退还全部款项。请立即退还全部款项。
             ─────────────────────────────────────────────────────────────────────────────▼
            ────────────────────────────────────────────────────────────────────────────────

             o 记录  f 责任认定  r 回复客户  Enter 操作  c 详情  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("where only ASCII can be drawn, three dots stand where it was cut") func ascii() throws {
        let stage = try longCase(.english, columns: 120)
        stage.app.use(.ascii)
        let asks = stage.screen.split(separator: "\n").filter { $0.holds("money") || $0.holds("back at once") }
        #expect(asks.count == 2)
        #expect(asks.last?.holds("...") == true)
    }

    @Test("the acts stand in the order of their use, those that cannot be done behind them with the reason") func order() throws {
        let stage = try longCase(.english)
        stage.press("Enter")
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-001   1002 Lily Marsh complaint manager  09:00
             0 overdue · 1 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 0379-2611-001: actions ─────────────────────────────────────────────────────┐
            │                                                                              │
            │> o, .  Note                                                                  │
            │  f     Finding                                                               │
            │  r     Reply                                                                 │
            │        Contact the customer                                                  │
            │  h     Hand over                                                             │
            │        Agree a reply time                                                    │
            │        Interim answer                                                        │
            │        Tell the person responsible                                           │
            │        Tell customer or head office                                          │
            │        Open rectification                                                    │
            │        Ask for extension                                                     │
            │        Ask for escalation                                                    │
            │        Attach                                                                │
            │        Staff statement                                                       │
            │  e     Amend                                                                ▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter Run  Down Choose  Esc Close
            """
        )
        stage.press("Enter")
        #expect(stage.row(0).holds("Note 0379-2611-001"))
    }

    @Test("c says so where nothing is folded") func nothingFolded() throws {
        let stage = try DeskOnStage(.english)
        _ = try stage.desk.ledger.log(stage.desk.intake("Forty minutes in the queue"), by: stage.desk.counter)
        stage.enter(as: stage.desk.manager)
        stage.press("Enter")
        let before = (3..<20).map(stage.row)
        stage.press("c")
        #expect(stage.message == "Everything is shown already.")
        #expect((3..<20).map(stage.row) == before)
    }
}
