import ComplaintRules
import DeskTestSupport
import Ledger
import TerminalKit
import Testing

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

    @Test("shows all cases, the latest received first") func all() throws {
        let stage = try stage(.english)
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                             latest received first

               Number         Received   How     Customer   What           Stage
            >  0379-2611-004  20 Nov     letter  刘女士     自动柜员机吞…  logged
             ! 0379-2611-003  18 Nov     oral    Ms Lowe    The teller w…  overdue 23 h
               0379-2611-005  18 Nov     phone   Mr Chen    A transfer h…  closed
             ! 0379-2611-002  17 Nov     phone   Mr Baker   300 taken fr…  overdue 2 d
             ! 0379-2611-001  16 Nov     book    (none)     Forty minute…  overdue 2 d
            ⋮ 10
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  f Filter  o Order  Space Mark  ? Help  F12 Lock
            """
        )
    }

    @Test("shows all cases in Chinese, the columns in line") func allChinese() throws {
        let stage = try stage(.chinese)
        stage.shows(
            """
             洛阳分行营业部 · 登记簿            1001 王建国 网点负责人  11月20日 周五 09:00
             ! 3 件逾期 · 1 件今日到期 · 0 件待签字 · 2 件待接收             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [意见登记簿]  客户意见簿                                          按收到时间

               编号           收到      渠道  客户       事由                  状态
            >  0379-2611-004  11-20     信函  Mr Hall    Card kept by the ma…  已登记
             ! 0379-2611-003  11-18     口头  刘女士     柜员交班时态度生硬    逾期 23 小时
               0379-2611-005  11-18     电话  陈先生     网上银行转账两天未…   已办结
             ! 0379-2611-002  11-17     电话  王先生     账户被误扣三百元，…   逾期 2 天
             ! 0379-2611-001  11-16     意见  （匿名）   排队四十分钟无人管    逾期 2 天
            ⋮ 10
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  / 检索  f 筛选  o 排序  Space 标记  r 移交  ? 帮助  F12 锁定
            """
        )
    }

    @Test("uses the room of a larger screen") func large() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.shows(
            """
             Luoyang Branch · Registers                                           1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept                                                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                                                                     latest received first

               Number         Received   How     Customer   What                   Stage             In hand of    Due
            >  0379-2611-004  20 Nov     letter  刘女士     自动柜员机吞卡，现场…  logged            Will Chang    1 h left
             ! 0379-2611-003  18 Nov     oral    Ms Lowe    The teller was short…  logged            Will Chang    overdue 23 h
               0379-2611-005  18 Nov     phone   Mr Chen    A transfer has not a…  closed            Lily Marsh    1 d 8 h left
             ! 0379-2611-002  17 Nov     phone   Mr Baker   300 taken from the a…  handed over       Lily Marsh    overdue 2 d 20 h
             ! 0379-2611-001  16 Nov     book    (none)     Forty minutes in the…  handed over       Lily Marsh    overdue 2 d 23 h
            ⋮ 26
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  f Filter  o Order  Space Mark  r Hand over  Tab Lists  t Columns  n New  1 Desk  ? Help  F12 Lock
            """
        )
    }

    @Test("uses the room of a larger screen in Chinese") func largeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.shows(
            """
             洛阳分行营业部 · 登记簿                                                    1001 王建国 网点负责人  11月20日 周五 09:00
             ! 3 件逾期 · 1 件今日到期 · 0 件待签字 · 2 件待接收                                                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               [意见登记簿]  客户意见簿                                                                                  按收到时间

               编号           收到      渠道  客户       事由                         状态          办理人        时限
            >  0379-2611-004  11-20     信函  Mr Hall    Card kept by the machine a…  已登记        张伟          剩 1 小时
             ! 0379-2611-003  11-18     口头  刘女士     柜员交班时态度生硬           已登记        张伟          逾期 23 小时
               0379-2611-005  11-18     电话  陈先生     网上银行转账两天未到账       已办结        李敏          剩 1 天 8 小时
             ! 0379-2611-002  11-17     电话  王先生     账户被误扣三百元，要求退还   已移交        李敏          逾期 2 天 20 小时
             ! 0379-2611-001  11-16     意见  （匿名）   排队四十分钟无人管           已移交        李敏          逾期 2 天 23 小时
            ⋮ 26
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter 打开  / 检索  f 筛选  o 排序  Space 标记  r 移交  Tab 列表  t 列  n 登记  1 工作台  2 登记簿  ? 帮助  F12 锁定
            """
        )
    }

    @Test("s filters by stage, and the filter is named") func stageFilter() throws {
        let stage = try stage(.english)
        stage.press("s", "s")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                             latest received first
               Only: handed over
               Number         Received   How     Customer   What           Stage
            >! 0379-2611-002  17 Nov     phone   Mr Baker   300 taken fr…  overdue 2 d
             ! 0379-2611-001  16 Nov     book    (none)     Forty minute…  overdue 2 d
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  Esc All  / Search  f Filter  o Order  Space Mark  ? Help  F12 Lock
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
             ! 3 件逾期 · 1 件今日到期 · 0 件待签字 · 2 件待接收             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [意见登记簿]  客户意见簿                                              按时限
               仅显示：电话
               编号           收到      渠道  客户       事由             时限
            >! 0379-2611-002  11-17     电话  王先生     账户被误扣三百…  逾期 2 天 20 小时
               0379-2611-005  11-18     电话  陈先生     网上银行转账两…  剩 1 天 8 小时
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  Esc 全部  / 检索  f 筛选  o 排序  Space 标记  ? 帮助  F12 锁定
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
             ! 3 件逾期 · 1 件今日到期 · 0 件待签字 · 2 件待接收             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [意见登记簿]  客户意见簿                                          按登记时间
               检索：误扣
               编号           收到      渠道  客户       事由                  状态
            >! 0379-2611-002  11-17     电话  王先生     账户被误扣三百元，…   逾期 2 天
            ⋮ 14
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  / 检索  Esc 全部  Alt-n 登记  F1 帮助  F12 锁定
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
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                               latest logged first
               Search: account mist
               Number         Received   How     Customer   What           Stage
            >! 0379-2611-002  17 Nov     phone   Mr Baker   300 taken fr…  overdue 2 d
            ⋮ 14
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  Esc All  Alt-n New  F1 Help  F12 Lock
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
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                               latest logged first
               Search: zebra
               Number         Received   How     Customer   What           Stage

               Nothing found. Esc shows all again.
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  Esc All  Alt-n New  F1 Help  F12 Lock
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
               [Complaints]  Comment book                             latest received first

               Number         Received   How     Customer   What           Stage

               Nothing here.
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  f Filter  o Order  Space Mark  ? Help  F12 Lock
            """
        )
    }

    @Test("says so in Chinese while there is no case at all") func emptyChinese() throws {
        let stage = try stage(.chinese, isEmpty: true)
        stage.shows(
            """
             洛阳分行营业部 · 登记簿            1001 王建国 网点负责人  11月20日 周五 09:00
             0 件逾期 · 0 件今日到期 · 0 件待签字                            PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [意见登记簿]  客户意见簿                                          按收到时间

               编号           收到      渠道  客户       事由                  状态

               没有记录。
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  / 检索  f 筛选  o 排序  Space 标记  r 移交  ? 帮助  F12 锁定
            """
        )
    }
}

/// Filters, orders, columns and marks of the registers, and the comment book's own.
@Suite("Registers: what is shown and how, and handing over several")
struct RegisterChoiceTests {
    private func stage(_ language: Language, as who: (PracticeFolder) -> Actor = { $0.head }, columns: Int = 80, rows: Int = 24) throws
        -> DeskOnStage
    {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        _ = try stage.signedCase()
        stage.enter(as: who(stage.desk))
        stage.press("2")
        return stage
    }

    @Test("all filters on one form; what is left out is told on one line") func filters() throws {
        let stage = try stage(.english)
        stage.press("f")
        stage.shows(
            """
             Luoyang Branch · Filter the registers   1001 George Wang branch manager  09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────

               Stage      all                                                            ▼
               Channel    all                                                            ▼
               From day   such as 2026-11-22
               To day     such as 2026-11-22
               Staff      who took it first, has it, or is to accept it                  ▼
                         [ ] mine only
                         [ ] overdue only
            ⋮ 10
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Show  Tab Next field  F7 Discard  Esc Back  Alt-n New  F1 Help  F12 Lock
            """
        )
        stage.fill("", "phone", "2026-11-17", "2026-11-18", "Lily")
        stage.press("Ctrl-S")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                             latest received first
               Only: phone · 17 Nov 2026 - 18 Nov 2026 · 1002 Lily Marsh
               Number         Received   How     Customer   What           Stage
            >  0379-2611-005  18 Nov     phone   Mr Chen    A transfer h…  closed
             ! 0379-2611-002  17 Nov     phone   Mr Baker   300 taken fr…  overdue 2 d
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  Esc All  / Search  f Filter  o Order  Space Mark  ? Help  F12 Lock
            """
        )
        stage.press("Esc")
        stage.expect("0379-2611-004")
        stage.expectNot("Only:")
    }

    @Test("a filter that ends before it begins is refused, and a day that is none") func badFilter() throws {
        let stage = try stage(.chinese)
        stage.press("f")
        stage.fill("", "", "2026-11-17", "2026-11-16")
        stage.press("Ctrl-S")
        stage.expect("! 结束早于开始。")
        stage.press("Ctrl-U")
        stage.type("soon")
        stage.press("Ctrl-S")
        #expect(stage.row(0).holds("筛选登记簿"))
    }

    @Test("d shows the overdue ones, m one's own") func quick() throws {
        let stage = try stage(.english, as: { $0.counter })
        stage.press("d")
        stage.expect("Only: overdue")
        stage.expectNot("0379-2611-004")
        stage.press("m")
        stage.expect("Only: mine · overdue")
        stage.expect("0379-2611-003")
        stage.press("Esc")
        stage.expect("0379-2611-004")
    }

    @Test("o orders by receipt, number, due moment and customer") func orders() throws {
        let stage = try stage(.english)
        func numbers() -> [String] {
            (0..<24).map(stage.row).compactMap { row in
                row.split(separator: " ").first { $0.hasPrefix("0379-2611-") }.map(String.init)
            }
        }
        stage.press("o")
        stage.expect("by number, latest first")
        #expect(numbers() == ["0379-2611-005", "0379-2611-004", "0379-2611-003", "0379-2611-002", "0379-2611-001"])
        stage.press("o")
        stage.expect("nearest due first")
        #expect(numbers() == ["0379-2611-001", "0379-2611-002", "0379-2611-003", "0379-2611-004", "0379-2611-005"])
        stage.press("o")
        stage.expect("by customer, named ones only")
        // Mr Baker, Mr Chen, Ms Lowe, 刘女士.
        #expect(numbers() == ["0379-2611-002", "0379-2611-005", "0379-2611-003", "0379-2611-004"])
        stage.press("o")
        stage.expect("latest received first")
    }

    @Test("columns are chosen by marks, and stay until somebody else signs in") func columns() throws {
        let stage = try stage(.english)
        stage.press("t")
        stage.shows(
            """
             Luoyang Branch · Choose columns         1001 George Wang branch manager  09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────

               Space marks a column. What does not fit is left out from the right. None
               marked: those that fit by themselves.
                 [x] Number
                 [x] Received
                 [x] How
                 [x] Customer
                 [x] What
                 [x] Stage
                 [ ] Due
                 [ ] In hand of
                 [ ] First asked
                 [ ] Business
                 [ ] Reason
                 [ ] About
                 [ ] Contact
                 [ ] Kind
                 [ ] Closed                                                               ▼
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Show  Tab Next field  F7 Discard  Esc Back  Alt-n New  F1 Help  F12 Lock
            """
        )
        // Without channel and stage, with who has it and the business.
        stage.press("Tab", "Tab", "Space", "Tab", "Tab", "Tab", "Space", "Tab", "Tab", "Space", "Ctrl-S")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                             latest received first

               Number         Received   Customer   What                       In hand of
            >  0379-2611-004  20 Nov     刘女士     自动柜员机吞卡，现场无人…  Will Chang
             ! 0379-2611-003  18 Nov     Ms Lowe    The teller was short wit…  Will Chang
               0379-2611-005  18 Nov     Mr Chen    A transfer has not arriv…  Lily Marsh
             ! 0379-2611-002  17 Nov     Mr Baker   300 taken from the accou…  Lily Marsh
             ! 0379-2611-001  16 Nov     (none)     Forty minutes in the que…  Lily Marsh
            ⋮ 10
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  f Filter  o Order  Space Mark  ? Help  F12 Lock
            """
        )
        stage.press("1", "2")
        stage.expect("In hand of")
        stage.enter(as: stage.desk.manager)
        stage.press("2")
        stage.expectNot("In hand of")
    }

    @Test("several are marked and handed over at once; what is refused is told, and stays marked") func reassign() throws {
        let stage = try stage(.english)
        let ledger = stage.desk.ledger
        stage.press("Space", "Space", "Space")
        stage.expect("✓ 3 marked")
        stage.press("r")
        stage.shows(
            """
             Luoyang Branch · Hand over 3 to another 1001 George Wang branch manager  09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────

               0379-2611-003, 0379-2611-004, 0379-2611-005
              *To                                                                        ▼
               Note
            ⋮ 14
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Hand over  Tab Next field  F7 Discard  Esc Back  F1 Help  F12 Lock
            """
        )
        stage.type("1002")
        stage.press("Ctrl-S")
        #expect(stage.message.hasPrefix("2 handed over, 1 refused: 0379-2611-005: Hand over: "))
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 2 overdue · 2 due today · 0 to sign · 4 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                ✓ 1 marked · latest received first

               Number         Received   How     Customer   What           Stage
               0379-2611-004  20 Nov     letter  刘女士     自动柜员机吞…  handed over
               0379-2611-003  18 Nov     oral    Ms Lowe    The teller w…  handed over
             ✓ 0379-2611-005  18 Nov     phone   Mr Chen    A transfer h…  closed
            >! 0379-2611-002  17 Nov     phone   Mr Baker   300 taken fr…  overdue 2 d
             ! 0379-2611-001  16 Nov     book    (none)     Forty minute…  overdue 2 d
            ⋮ 10
             2 handed over, 1 refused: 0379-2611-005: Hand over: the case is signed and
             locked. An addendum can be added.
             Enter Open  Space Mark  r Hand over  Esc All  / Search  ? Help  F12 Lock
            """
        )
        #expect(try ledger.read("0379-2611-003", by: stage.desk.head).state.awaitedReceiver == stage.desk.manager.number)
        stage.press("Esc")
        stage.expectNot("marked")
    }

    @Test("only a manager hands over several; a counter clerk is told so") func counter() throws {
        let stage = try stage(.chinese, as: { $0.counter })
        stage.press("Space", "r")
        stage.expect("只有投诉管理人和网点负责人可批量移交")
    }

    @Test("the comment book's register, as in the paper one") func book() throws {
        let stage = try stage(.english)
        try answerInBook(stage)
        stage.press("Tab")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
                Complaints  [Comment book]                             latest written first

               Written    Page/ln  Text             Number         Answered in the book
            >  19 Nov     12/3     No pen in the …  0379-2611-006  ✓ 20 Nov Lily Marsh
             ! 16 Nov              Forty minutes …  0379-2611-001  not yet
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  f Filter  Tab Lists  n New  1 Desk  ? Help  F12 Lock
            """
        )
        stage.press("Enter")
        stage.expect("0379-2611-006")
    }

    @Test("the comment book's register in Chinese on a larger screen") func bookChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        try answerInBook(stage)
        stage.press("Tab")
        stage.shows(
            """
             洛阳分行营业部 · 登记簿                                                    1001 王建国 网点负责人  11月20日 周五 09:00
             ! 3 件逾期 · 1 件今日到期 · 0 件待签字 · 2 件待接收                                                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                意见登记簿  [客户意见簿]                                                                                 按写入日期

               写入      页/行  内容                                                          编号           意见簿已回复
            >  11-19     12/3   大厅没有笔，                                                  0379-2611-006  ✓ 11-20 李敏
             ! 11-16            排队四十分钟无人管                                            0379-2611-001  尚未
            ⋮ 29
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter 打开  / 检索  f 筛选  Tab 列表  n 登记  1 工作台  2 登记簿  3 意见簿  4 签字  5 总行  8 整改  ? 帮助  F12 锁定
            """
        )
    }

    /// An entry of page 12, line 3, that was answered in the book.
    private func answerInBook(_ stage: DeskOnStage) throws {
        let isChinese = stage.app.language == .chinese
        let text = isChinese ? "大厅没有笔，\n老人很不方便" : "No pen in the hall,\nwhich is hard on old people"
        var intake = Intake(channel: .commentBook, received: try PracticeFolder.moment("2026-11-19T12:00:00+08:00"), text: text)
        var details = ChannelDetails()
        (details.page, details.line) = (12, 3)
        intake.details = details
        let ledger = stage.desk.ledger
        let number = try ledger.log(intake, by: stage.desk.manager).state.number.description
        _ = try ledger.perform(.accept, on: number, by: stage.desk.manager)
        let answer = isChinese ? "已备笔和老花镜。" : "There are pens and glasses now."
        _ = try ledger.perform(.answerInBook(.init(text: answer)), on: number, by: stage.desk.manager)
    }

    @Test("a page down and to the end of a long register fetches only what is shown") func long() throws {
        let stage = try stage(.english)
        for index in 0..<60 {
            try stage.log(.oral, "Ms \(index)", "Matter \(index) of many", at: "2026-11-19T10:\(index < 10 ? "0" : "")\(index):00+08:00")
        }
        stage.press("1", "2", "End")
        stage.expect("0379-2611-001")
        stage.press("o", "End")
        stage.expect("0379-2611-001")
        stage.press("o", "o", "End", "PgUp")
        stage.expect("Ms ")
    }
}
