import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The desk works on the selected case without opening it, and what was just done is what is selected (2-screens, Desk and rule 14).
@Suite("Work on the Desk's rows")
struct DeskWorkTests {
    private func stage(
        _ language: Language = .english,
        as actor: KeyPath<PracticeFolder, Actor> = \.counter,
        columns: Int = 80,
        rows: Int = 24
    ) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        stage.enter(as: stage.desk[keyPath: actor])
        return stage
    }

    @Test("from four fifths of its limit on a clock is told in other words than before") func only() throws {
        let stage = try stage(as: \.manager)
        stage.press("Down", "Enter")
        // Three days, of which eight hours are left; and fifteen, of which twelve are.
        stage.expect("only 8 h")
        stage.expect("12 d left")
        let other = try self.stage(.chinese, as: \.manager)
        other.press("Down", "Enter")
        other.expect("仅剩 8 小时")
        other.expect("剩 12 天")
    }

    @Test("what was just logged is selected, and its acts work at once") func justLogged() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Mrs Dale", "", "Nobody answers the bell")
        stage.press("Ctrl-S")
        #expect(stage.message == "Saved 0379-2611-005 Mrs Dale. h hand over · w answer · P slip · N another")
        #expect(stage.selected.holds("0379-2611-005"))
        stage.press("h")
        #expect(stage.row(0).holds("Hand over 0379-2611-005"))
        stage.press("Down", "Enter", "Ctrl-S")
        #expect(try stage.desk.ledger.open("0379-2611-005", by: stage.desk.head).state.awaitedReceiver == stage.desk.manager.number)
    }

    @Test("what was logged and stands in no list of what is due is selected among one's own") func loggedAndAnswered() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Mrs Dale", "", "Nobody answers the bell", "", "", "", "", "", "answ")
        stage.press("Enter")
        stage.type("Apologised; the bell is mended.")
        stage.press("Ctrl-S")
        #expect(stage.selected.holds("0379-2611-005"))
    }

    @Test("the complaint manager accepts with one key from the list of what is due") func accept() throws {
        let stage = try stage(as: \.manager)
        stage.press("Down")
        #expect(stage.selected.holds("0379-2611-002"))
        stage.press("a")
        #expect(stage.message == "0379-2611-002: \"Accept\" is recorded. Stage: in hand. Press u within 10 s to undo.")
        #expect(stage.selected.holds("0379-2611-002"))
        stage.press("o")
        #expect(stage.row(0).holds("Note 0379-2611-002"))
    }

    @Test("an act that cannot be done on the selected case says why") func whyNot() throws {
        let stage = try stage()
        stage.press("s")
        stage.expect("Not possible now")
        stage.expect("only the branch manager may do that")
    }

    @Test("below the list the words, the clocks by name, the holder and the next step of the selected case") func preview() throws {
        let stage = try stage(as: \.manager)
        stage.shows(
            """
             Luoyang Branch · Desk      1002 Lily Marsh complaint manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Due 4]  To accept 2   Mine 2
               Number         Customer        What               Due
            >! 0379-2611-001  (anon.)         Forty minutes in…  start overdue 2 d 23 h
             ! 0379-2611-002  Mr Baker        300 taken from t…  start overdue 2 d 20 h
             ! 0379-2611-003  Ms Lowe         The teller was s…  hand-over overdue 23 h
             · 0379-2611-004  刘女士          自动柜员机吞卡，…  hand-over 1 h left

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
        stage.press("Down")
        stage.expect("Mr Baker  phone  Tue 17 Nov 10:05  138****0000")
        stage.expect("300 taken from the account by mistake")
    }

    @Test("the same in Chinese, beside the list from 120 columns on") func previewBeside() throws {
        let stage = try stage(.chinese, as: \.manager, columns: 120, rows: 40)
        stage.shows(
            """
             洛阳分行营业部 · 工作台                                                      1002 李敏 投诉管理人  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件                                                               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               [待办 4]  待接收 2   我的 2
               编号           客户            事由                 时限                        0379-2611-001  （匿名）
            >! 0379-2611-001  （匿名）        排队四十分钟无人管   办理 逾期 2 天 23 小时      意见簿  11月16日 周一 15:20
             ! 0379-2611-002  王先生          账户被误扣三百元，…  办理 逾期 2 天 20 小时      138****0000
             ! 0379-2611-003  刘女士          柜员交班时态度生硬   移交 逾期 23 小时
             · 0379-2611-004  Mr Hall         Card kept by the m…  移交 剩 1 小时              排队四十分钟无人管

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

    @Test("a receiver is named with role and open cases, the complaint managers first") func receivers() throws {
        let stage = try stage()
        stage.press("n")
        for _ in 0..<8 { stage.press("Tab") }
        stage.type("hand")
        // What waits for her acceptance counts.
        stage.expect("hand over to 1002 Lily Marsh (complaint manager, 2 o")
        stage.expect("hand over to 1001 George Wang (branch manager, 0 ope")
    }

    @Test("where one manager alone can take a case, the form names them already") func onlyReceiver() throws {
        let stage = try stage(as: \.manager)
        stage.press("a", "h")
        stage.expect("1001 George Wang (branch manager, 0 open)")
        stage.press("Ctrl-S")
        #expect(try stage.desk.ledger.open("0379-2611-001", by: stage.desk.head).state.awaitedReceiver == stage.desk.head.number)
    }

    @Test(
        "`:` finds pages of the settings, drafts, and cases by number, customer, contact and words",
        arguments: [
            ("setstaff", "Settings"), ("0379-2611-003", "Case 0379-2611-003"), ("Baker", "Case 0379-2611-002"),
            ("queue", "Case 0379-2611-001"), ("2611-2", "Case 0379-2611-002"), ("004", "Case 0379-2611-004"),
        ]
    )
    func everything(_ typed: String, _ title: String) throws {
        let stage = try stage(as: \.head)
        stage.press(":")
        stage.type(typed)
        stage.press("Enter")
        if typed == "setstaff" {
            stage.expect("[Staff]")
        } else {
            #expect(stage.row(0).holds(title))
        }
    }

    @Test("what comes next is one key away, on the row and in the case, also where it has no letter") func nextKey() throws {
        let stage = try DeskOnStage(.english)
        _ = try stage.signedCase()
        stage.enter(as: stage.desk.manager)
        stage.expect("Next: Call the customer back")
        stage.expect(". Call back")
        stage.press("Enter")
        stage.expect(". Call back")
        stage.press(".")
        stage.expect("Call back 0379-2611-001")
        stage.press("Esc", "Esc", ".")
        stage.expect("Call back 0379-2611-001")
    }

    @Test("what is to be signed is read first: s on the list opens it from its beginning; Space says where rows are marked")
    func signFromList() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.desk.repliedCase("Forty minutes in the queue").state.number.description
        stage.enter(as: stage.desk.head)
        stage.press("Space")
        #expect(stage.message.contains("Rows are marked in the registers (2)."), "\(stage.message)")
        stage.press("Tab", "Tab", "s")
        #expect(stage.app.stack.last is CaseScreen)
        #expect(stage.message == "Read it to its end (PgDn or Space), then press s to sign.")
        stage.expect(number)
    }
}
