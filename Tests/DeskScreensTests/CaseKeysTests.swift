import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What leads on from a case: along its list, to linked cases, to the clipboard, within its time line; and how much of it is shown.
@Suite("On from a case")
struct CaseKeysTests {
    private func stage(_ language: Language = .english, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        stage.enter(as: stage.desk.manager)
        return stage
    }

    @Test("] and [ go along the list that the case was opened from, and the list selects where one came to") func walk() throws {
        let stage = try stage()
        stage.press("Enter")
        #expect(stage.row(0).holds("Case 0379-2611-001"))
        stage.press("]", "]")
        #expect(stage.row(0).holds("Case 0379-2611-003"))
        stage.press("[")
        #expect(stage.row(0).holds("Case 0379-2611-002"))
        stage.press("]", "]", "]")
        #expect(stage.message == "This is the last case of the list.")
        #expect(stage.row(0).holds("Case 0379-2611-004"))
        stage.press("Esc")
        #expect(stage.selected.holds("0379-2611-004"))
    }

    @Test("l opens the case that it is linked to") func linked() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "13800000000", "Again the same teller")
        stage.press("Ctrl-S", "Enter", "l")
        #expect(stage.row(0).holds("Case 0379-2611-004"), "\(stage.screen)")
        stage.press("Esc", "Esc", "Home", "Enter", "l")
        stage.expect("The case is linked to no other.")
    }

    @Test("y copies the number, Y the contact in full, though it is masked on screen") func copy() throws {
        let stage = try stage()
        stage.press("Enter", "y")
        #expect(stage.app.wishes.contains(.copy("0379-2611-001")))
        #expect(stage.message == "Copied: 0379-2611-001. Paste it where it is needed.")
        stage.press("Y")
        #expect(stage.app.wishes.contains(.copy("13800000000")))
        #expect(stage.message == "Copied: 138****0000. Paste it where it is needed.")
    }

    /// A case with so many notes that they do not fit below its words at 80×24.
    private func long(_ stage: DeskOnStage) throws {
        _ = try stage.desk.ledger.perform(.accept, on: "0379-2611-002", by: stage.desk.manager)
        for number in 1...8 {
            let words = "Note number \(number) of the day"
            _ = try stage.desk.ledger.perform(.note(.init(text: words)), on: "0379-2611-002", by: stage.desk.manager)
        }
        stage.press("Down", "Enter")
    }

    @Test("the words first, what is due, and the newest act in sight; c brings the facts") func folded() throws {
        let stage = try stage()
        try long(stage)
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-002   1002 Lily Marsh complaint manager  09:00
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker  phone  Tue 17 Nov 10:05  138****0000
             300 taken from the account by mistake

             Stage           in hand
             Next            Record the finding. Waiting for the branch manager to
                             acknowledge it (1 more)
             Reply           only 8 h   Fri 20 Nov 17:00
             Final deadline  12 d left  Wed 2 Dec 17:00
             Clocks          1 kept, 1 late
            ────────────────────────────────────────────────────────────────── c: the rest ─
             ● Fri 20 Nov 09:00  1002 Lily Marsh  note                                    ▲
             │ Note number 5 of the day
             ● Fri 20 Nov 09:00  1002 Lily Marsh  note
             │ Note number 6 of the day
             ● Fri 20 Nov 09:00  1002 Lily Marsh  note
             │ Note number 7 of the day
             ● Fri 20 Nov 09:00  1002 Lily Marsh  note
               Note number 8 of the day
            ────────────────────────────────────────────────────────────────────────────────

             f Finding  r Reply  o Note  Enter Actions  c Details  ? Help  : More  F12 Lock
            """
        )
        stage.press("c")
        stage.expect("First responder")
        stage.expectNot("Note number 8")
        stage.press("c")
        stage.expect("Note number 8")
        stage.expectNot("First responder")
    }

    @Test("the same in Chinese, beside each other at 120 columns") func foldedWide() throws {
        let stage = try stage(.chinese, columns: 120, rows: 30)
        try long(stage)
        stage.shows(
            """
             洛阳分行营业部 · 投诉 0379-2611-002                                          1002 李敏 投诉管理人  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件                                                               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             王先生                                                   办理过程
             账户被误扣三百元，要求退还                               ● 11月17日 周二 10:05  1003 张伟  登记
                                                                      ● 11月17日 周二 10:05  1003 张伟  关联
             状态          处理中                                     │ 前次投诉：0379-2611-001
             下一步        作出责任认定；回复客户；待网点负责人知悉   ● 11月17日 周二 10:05  1003 张伟  移交
             回复          仅剩 8 小时  11月20日 周五 17:00           │ ▶ 1002 李敏
             最后期限      剩 12 天     12月2日 周三 17:00            ● 11月20日 周五 09:00  1002 李敏  接收
             时限          1 项按时，1 项逾期完成  （按 c 展开）      ● 11月20日 周五 09:00  1002 李敏  记录
             客户姓名      王先生                                     │ Note number 1 of the day
             来电号码      138****0000                                ● 11月20日 周五 09:00  1002 李敏  记录
             受理渠道      电话                                       │ Note number 2 of the day
             收到时间      2026年11月17日 10:05                       ● 11月20日 周五 09:00  1002 李敏  记录
             已向客户复述  ✓                                          │ Note number 3 of the day
             前次投诉      0379-2611-001                              ● 11月20日 周五 09:00  1002 李敏  记录
             首问责任人    1003 张伟                                  │ Note number 4 of the day
             经办人        1002 李敏                                  ● 11月20日 周五 09:00  1002 李敏  记录
                                                                      │ Note number 5 of the day
                                                                      ● 11月20日 周五 09:00  1002 李敏  记录
                                                                      │ Note number 6 of the day
                                                                      ● 11月20日 周五 09:00  1002 李敏  记录
                                                                      │ Note number 7 of the day
                                                                      ● 11月20日 周五 09:00  1002 李敏  记录
                                                                        Note number 8 of the day

            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             f 责任认定  r 回复客户  o 记录  Enter 操作  c 详情  PgDn 翻页  n 登记  / 检索  1 工作台  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("Ctrl-F finds in the time line, F3 the next place, around the end; what is not there is said") func find() throws {
        let stage = try stage()
        try long(stage)
        stage.press("Ctrl-F")
        stage.type("NUMBER 2")
        stage.press("Enter")
        stage.expect("Note number 2")
        stage.press("Ctrl-F", "Ctrl-U")
        stage.type("camera")
        stage.press("Enter")
        #expect(stage.message == "! \"camera\" is not in the timeline.")
    }

    @Test("what is signed was read from its beginning to its end: s tells it whole first") func signing() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.answeredCase()
        for _ in 1...6 {
            _ = try stage.desk.ledger.perform(.note(.init(text: "A note in\nthree\nlines")), on: number, by: stage.desk.manager)
        }
        stage.enter(as: stage.desk.head)
        stage.press("Enter", "s")
        stage.expect("Scroll to its end first")
        stage.press("Esc")
        stage.expect("First responder")
        stage.press("PgDn", "PgDn", "PgDn", "PgDn", "s")
        stage.expect("Passcode")
    }
}
