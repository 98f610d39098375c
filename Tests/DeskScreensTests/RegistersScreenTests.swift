import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The registers as a table.
@Suite("Registers, as text")
struct RegistersScreenTests {
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24, isEmpty: Bool = false) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        if !isEmpty {
            try stage.fourCases()
            _ = try stage.signedCase()
        }
        stage.enter(as: stage.desk.head)
        stage.press("2")
        return stage
    }

    @Test(
        "where a colleague has what is looked for, Enter says so, and not that the list is empty",
        arguments: [Language.english, .chinese]
    )
    func colleagues(language: Language) throws {
        let stage = try DeskOnStage(language)
        var intake = stage.desk.intake("Forty minutes in the queue", customer: "Ann Lee")
        intake.contact = "13800000001"
        let acts: [Deed] = [.handOver(.init(to: stage.desk.manager.number))]
        _ = try stage.desk.ledger.log(intake, then: acts, by: stage.desk.head)
        stage.enter(as: stage.desk.counter)
        stage.press("/")
        stage.type("13800000001")
        stage.expect(language(.onlyColleaguesHave))
        stage.press("Enter")
        #expect(stage.message == "! " + language(.colleaguesToOpen))
        stage.expectNot(language(.nothingHere))
    }

    @Test(
        "the list of everything denies no colleague's case: by number, name or contact it leads a clerk to what the registers tell of it",
        arguments: [Language.english, .chinese]
    )
    func colleaguesInPalette(language: Language) throws {
        let stage = try DeskOnStage(language)
        var intake = stage.desk.intake("Forty minutes in the queue", customer: "Ann Lee")
        intake.contact = "13800000001"
        let acts: [Deed] = [.handOver(.init(to: stage.desk.manager.number))]
        let number = try stage.desk.ledger.log(intake, then: acts, by: stage.desk.head).state.number.description
        stage.enter(as: stage.desk.counter)
        for typed in [number, "Ann Lee", "13800000001"] {
            stage.press(":")
            stage.type(typed)
            stage.expect(language(.searchRegisters(typed)))
            stage.expectNot("Forty minutes")
            stage.press("Enter")
            stage.expect(language(.onlyColleaguesHave))
            stage.expect(number)
            stage.press("Esc", "Esc")
        }
        stage.press(":")
        stage.type("13800000009")
        stage.expectNot(language(.searchRegisters("13800000009")))
        stage.press("Esc")
        stage.enter(as: stage.desk.manager)
        stage.press(":")
        stage.type("Ann Lee")
        stage.expectNot(language(.searchRegisters("Ann Lee")))
    }

    @Test("shows all cases, the latest received first") func all() throws {
        let stage = try stage(.english)
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                   5 cases · latest received first

               Number         Received▼  Customer      What                Stage
            >· 0379-2611-004  20 Nov     刘女士        自动柜员机吞卡，…   logged
             ! 0379-2611-003  18 Nov     Ms Lowe       The teller was sh…  logged
             · 0379-2611-005  18 Nov     Mr Chen       A transfer has no…  closed
             ! 0379-2611-002  17 Nov     Mr Baker      300 taken from th…  handed over
             ! 0379-2611-001  16 Nov     (anon.)       Forty minutes in …  handed over
            ⋮ 10
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  f Filter  o Sort  Space Mark  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("shows all cases in Chinese, the columns in line") func allChinese() throws {
        let stage = try stage(.chinese)
        stage.shows(
            """
             洛阳分行营业部 · 登记簿            1001 王建国 网点负责人  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [意见登记簿]  客户意见簿                                共 5 件 · 按收到时间

               编号           收到▼     客户          事由                     状态
            >· 0379-2611-004  11-20     Mr Hall       Card kept by the machi…  已登记
             ! 0379-2611-003  11-18     刘女士        柜员交班时态度生硬       已登记
             · 0379-2611-005  11-18     陈先生        网上银行转账两天未到账   已办结
             ! 0379-2611-002  11-17     王先生        账户被误扣三百元，要求…  已移交
             ! 0379-2611-001  11-16     （匿名）      排队四十分钟无人管       已移交
            ⋮ 10
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  / 检索  f 筛选  o 排序  Space 标记  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("uses the room of a larger screen") func large() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.shows(
            """
             Luoyang Branch · Registers                                           1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign                                                                   PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                                                           5 cases · latest received first

               Number         Received▼  Customer      What                       Stage             Handler        Due
            >· 0379-2611-004  20 Nov     刘女士        自动柜员机吞卡，现场无人…  logged            Will Chang     1 h left
             ! 0379-2611-003  18 Nov     Ms Lowe       The teller was short wit…  logged            Will Chang     overdue 23 h
             · 0379-2611-005  18 Nov     Mr Chen       A transfer has not arriv…  closed            Lily Marsh     only 1 d 8 h
             ! 0379-2611-002  17 Nov     Mr Baker      300 taken from the accou…  handed over       ▶ Lily Marsh   overdue 2 d 20 h
             ! 0379-2611-001  16 Nov     (anon.)       Forty minutes in the que…  handed over       ▶ Lily Marsh   overdue 2 d 23 h
            ⋮ 26
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  f Filter  o Sort  Space Mark  h Hand over  a Actions  Tab Lists  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("uses the room of a larger screen in Chinese") func largeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.shows(
            """
             洛阳分行营业部 · 登记簿                                                    1001 王建国 网点负责人  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件                                                               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               [意见登记簿]  客户意见簿                                                                        共 5 件 · 按收到时间

               编号           收到▼     客户          事由                             状态          经办人      时限
            >· 0379-2611-004  11-20     Mr Hall       Card kept by the machine and n…  已登记        张伟        剩 1 小时
             ! 0379-2611-003  11-18     刘女士        柜员交班时态度生硬               已登记        张伟        逾期 23 小时
             · 0379-2611-005  11-18     陈先生        网上银行转账两天未到账           已办结        李敏        仅剩 1 天 8 小时
             ! 0379-2611-002  11-17     王先生        账户被误扣三百元，要求退还       已移交        ▶ 李敏      逾期 2 天 20 小时
             ! 0379-2611-001  11-16     （匿名）      排队四十分钟无人管               已移交        ▶ 李敏      逾期 2 天 23 小时
            ⋮ 26
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter 打开  / 检索  f 筛选  o 排序  Space 标记  h 移交  a 操作  Tab 列表  t 列  n 登记  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("s filters by stage, and the filter is named") func stageFilter() throws {
        let stage = try stage(.english)
        stage.press("s", "s")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                   2 cases · latest received first
               Only: handed over
               Number         Received▼  Customer      What                Stage
            >! 0379-2611-002  17 Nov     Mr Baker      300 taken from th…  handed over
             ! 0379-2611-001  16 Nov     (anon.)       Forty minutes in …  handed over
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  Esc Show all  / Search  f Filter  o Sort  ? Help  : More  F12 Lock
            """
        )
        stage.press("Esc")
        stage.expectNot("Only:")
        stage.expect("0379-2611-005")
    }

    @Test("c filters by channel, o orders by what is due") func channelFilter() throws {
        let stage = try stage(.chinese)
        stage.press("c", "c", "c", "o", "o")
        stage.shows(
            """
             洛阳分行营业部 · 登记簿            1001 王建国 网点负责人  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [意见登记簿]  客户意见簿                      共 2 件 · 按时限（仅计时中的）
               仅显示：电话
               编号           收到      客户          事由               时限▲
             ! 0379-2611-002  11-17     王先生        账户被误扣三百元…  逾期 2 天 20 小时
            >· 0379-2611-005  11-18     陈先生        网上银行转账两天…  仅剩 1 天 8 小时
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  Esc 显示全部  / 检索  f 筛选  o 排序  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("/ searches as one types, two Han characters") func search() throws {
        let stage = try stage(.chinese)
        stage.press("/")
        stage.type("误扣")
        stage.shows(
            """
             洛阳分行营业部 · 登记簿            1001 王建国 网点负责人  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [意见登记簿]  客户意见簿                                共 1 件 · 按登记时间
               检索：误扣
               编号           收到      客户          事由                     状态
            >! 0379-2611-002  11-17     王先生        账户被误扣三百元，要求…  已移交
            ⋮ 14
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  Esc 显示全部  Alt-n 登记  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("/ searches as one types, words of English") func searchEnglish() throws {
        let stage = try stage(.english)
        stage.press("/")
        stage.type("account mist")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                      1 case · latest logged first
               Search: account mist
               Number         Received   Customer      What                Stage
            >! 0379-2611-002  17 Nov     Mr Baker      …the account by m…  handed over
            ⋮ 14
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  Esc Show all  Alt-n New  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("a search that finds nothing says how to come back, and Esc does") func nothing() throws {
        let stage = try stage(.english)
        stage.press("/")
        stage.type("zebra")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                     0 cases · latest logged first
               Search: zebra
               Number         Received   Customer      What                Stage

               Nothing found. Press Esc to show all.
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Esc Show all  Alt-n New  F1 Help  Ctrl-P More  F12 Lock
            """
        )
        stage.press("Esc")
        stage.expect("0379-2611-005")
    }

    @Test("says so while there is no case at all") func empty() throws {
        let stage = try stage(.english, isEmpty: true)
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                   0 cases · latest received first

               Number         Received▼  Customer      What                Stage

               No complaints yet. Press n to log the first one.
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             / Search  f Filter  o Sort  Tab Lists  t Columns  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("says so in Chinese while there is no case at all") func emptyChinese() throws {
        let stage = try stage(.chinese, isEmpty: true)
        stage.shows(
            """
             洛阳分行营业部 · 登记簿            1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 0 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [意见登记簿]  客户意见簿                                共 0 件 · 按收到时间

               编号           收到▼     客户          事由                     状态

               尚无投诉。按 n 登记第一件。
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             / 检索  f 筛选  o 排序  Tab 列表  t 列  n 登记  ? 帮助  : 更多  F12 锁定
            """
        )
    }
}
