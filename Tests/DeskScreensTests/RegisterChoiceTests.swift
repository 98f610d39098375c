import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

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
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────

               Stage     all                                                             ▼
               Channel   all                                                             ▼
               From      e.g. 2026-11-22
               To        e.g. 2026-11-22
               Staff     first responder, handler or receiver                            ▼
                        [ ] mine only
                        [ ] overdue only
            ⋮ 10
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Show  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
        stage.fill("", "phone", "2026-11-17", "2026-11-18", "Lily")
        stage.press("Ctrl-S")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                   2 cases · latest received first
               Only: phone · 17 Nov 2026 - 18 Nov 2026 · 1002 Lily Marsh
               Number         Received▼  Customer      What                Stage
            >· 0379-2611-005  18 Nov     Mr Chen       A transfer has no…  closed
             ! 0379-2611-002  17 Nov     Mr Baker      300 taken from th…  handed over
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  Esc Show all  / Search  f Filter  o Sort  ? Help  : More  F12 Lock
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
        stage.expect("! 结束不能早于开始，请填写更晚的结束日期。")
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
        stage.expect("by due, running only")
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
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────

               Press Space to tick a column. Columns that do not fit are dropped from the
               right. With none ticked, the best fit is chosen.
                 [x] Number
                 [x] Received
                 [ ] Channel
                 [x] Customer
                 [x] What
                 [x] Stage
                 [ ] Due
                 [ ] Handler
                 [ ] Responder
                 [ ] Business
                 [ ] Reason
                 [ ] About
                 [ ] Contact
                 [ ] Kind
             ▼   [ ] Closed
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Show  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
        // Without channel and stage, with who has it and the business.
        stage.press("Tab", "Tab", "Space", "Tab", "Tab", "Tab", "Space", "Tab", "Tab", "Space", "Ctrl-S")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book                   5 cases · latest received first

               Number         Received▼  Channel  Customer     What           Handler
            >· 0379-2611-004  20 Nov     letter   刘女士       自动柜员机吞…  Will Chang
             ! 0379-2611-003  18 Nov     oral     Ms Lowe      The teller w…  Will Chang
             · 0379-2611-005  18 Nov     phone    Mr Chen      A transfer h…  Lily Marsh
             ! 0379-2611-002  17 Nov     phone    Mr Baker     300 taken fr…  ▶ Lily Marsh
             ! 0379-2611-001  16 Nov     book     (anon.)      Forty minute…  ▶ Lily Marsh
            ⋮ 10
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  f Filter  o Sort  Space Mark  ? Help  : More  F12 Lock
            """
        )
        stage.press("1", "2")
        stage.expect("Handler")
        stage.enter(as: stage.desk.manager)
        stage.press("2")
        stage.expectNot("Handler")
    }

    @Test("several are marked and handed over at once; what is refused is told, and stays marked") func reassign() throws {
        let stage = try stage(.english)
        let ledger = stage.desk.ledger
        stage.press("Space", "Space", "Space")
        stage.expect("✓ 3 marked")
        stage.press("h")
        stage.shows(
            """
             Luoyang Branch · Hand over: 3 cases     1001 George Wang branch manager  09:00
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────

               0379-2611-003, 0379-2611-004, 0379-2611-005
              *Hand over to  1002 Lily Marsh (complaint manager, 2 open)                 ▼
               Note
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

             Ctrl-S Hand over  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
        stage.type("1002")
        stage.press("Ctrl-S")
        stage.expect("Done (2): 0379-2611-003, 0379-2611-004")
        stage.expect("Not done; these stay marked:")
        stage.expect("! 0379-2611-005")
        stage.press("Esc")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 2 overdue · 2 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Complaints]  Comment book      ✓ 1 marked · 5 cases · latest received first

               Number         Received▼  Customer      What                Stage
             · 0379-2611-004  20 Nov     刘女士        自动柜员机吞卡，…   handed over
             · 0379-2611-003  18 Nov     Ms Lowe       The teller was sh…  handed over
             ·✓0379-2611-005  18 Nov     Mr Chen       A transfer has no…  closed
            >! 0379-2611-002  17 Nov     Mr Baker      300 taken from th…  handed over
             ! 0379-2611-001  16 Nov     (anon.)       Forty minutes in …  handed over
            ⋮ 10
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  Space Mark  a Actions  Esc Unmark  ? Help  : More  F12 Lock
            """
        )
        #expect(try ledger.open("0379-2611-003", by: stage.desk.head).state.awaitedReceiver == stage.desk.manager.number)
        stage.press("Esc")
        stage.expectNot("marked")
    }

    @Test("an act of the footer is offered only where the selected row's stage lets it, and refused at its key with the reason")
    func stages() throws {
        let stage = try stage(.english, columns: 120)
        // The first is logged, the third is closed.
        #expect(stage.footer.holds("h Hand over"))
        stage.press("Down", "Down")
        #expect(stage.selected.holds("closed") && !stage.footer.holds("Hand over"))
        stage.press("h")
        stage.expect("Hand over: only possible while the case is")
        #expect(stage.row(0).holds("· Registers"))
        stage.press("Esc", "a")
        stage.expect("Actions: 1 case")
        stage.expect("Hand over  (only possible while the case is")
        stage.press("Esc", "Up")
        #expect(stage.footer.holds("h Hand over"))
        // Of marked cases too, where no stage of theirs lets it; else each is decided by its own rules.
        stage.press("Down", "Space", "Up", "h")
        stage.expect("Hand over: only possible while the case is")
        #expect(stage.row(0).holds("· Registers") && !stage.footer.holds("Hand over"))
        stage.press("Esc", "Home", "Space", "h")
        #expect(stage.row(0).holds("Hand over: 2 cases"))
    }

    @Test("what is done from the list to one that was not marked speaks of no marks")
    func unmarked() throws {
        let stage = try stage(.english)
        stage.press("Down", "a")
        stage.expectNot("marked")
        stage.type("chase")
        stage.press("Enter", "Ctrl-S")
        stage.expectNot("marked")
        stage.expectNot("Nothing was done")
    }

    @Test("a change of the list keeps the selected case selected where it is still in it", arguments: ["m", "d", "o", "c", "s"])
    func kept(key: String) throws {
        let stage = try stage(.english, as: { $0.counter })
        stage.press("Down")
        #expect(stage.selected.holds("0379-2611-003"))
        for _ in 0..<10 {
            let before = stage.selected.split(separator: " ").first { $0.hasPrefix("0379-") } ?? ""
            stage.press(key)
            #expect(stage.selected.holds(String(before)) || !stage.screen.holds(String(before)))
        }
    }

    @Test("Esc takes filters off and keeps the selected case selected; so does the book's register")
    func keptByEsc() throws {
        let stage = try stage(.english)
        stage.press("d", "End", "Esc")
        #expect(stage.selected.holds("0379-2611-001"))
        stage.press("Tab", "d", "Tab", "Tab")
        #expect(stage.selected.holds("0379-2611-001"))
    }

    @Test("Esc says what it does: show all where cases are hidden, unmark where some are marked; / is offered where it is no letter")
    func footers() throws {
        let stage = try stage(.english, columns: 120)
        #expect(!stage.footer.holds("Esc"))
        stage.press("Space")
        #expect(stage.footer.holds("Esc Unmark"))
        stage.press("d")
        #expect(stage.footer.holds("Esc Show all"))
        stage.press("Esc")
        #expect(stage.footer.holds("Esc Unmark") && stage.footer.holds("/ Search"))
        stage.press("Esc", "/")
        #expect(!stage.footer.holds("Search"))
        stage.type("a/b")
        stage.expect("a/b")
    }

    @Test("what is done to several at once: hand over, tell, chase, spot-check; each by its own rules") func acts() throws {
        let stage = try stage(.english)
        stage.press("Space", "Space", "Space", "a")
        for act in ["Hand over", "Tell customer or head office", "Chase", "Spot check"] { stage.expect(act) }
        stage.type("spot")
        stage.press("Enter")
        #expect(stage.row(0).holds("Spot check: 3 cases"))
        stage.press("Ctrl-S")
        stage.expect("is missing.")
        stage.fill("all documents are there")
        stage.press("Ctrl-S")
        stage.expect("Done (1): 0379-2611-005")
        stage.expect("! 0379-2611-003, 0379-2611-004")
        stage.press("Esc")
        stage.expect("✓ 2 marked")
        stage.press("Home", "Down", "Down", "Enter")
        #expect(stage.row(0).holds("Case 0379-2611-005"))
        stage.expect("spot check")
    }

    @Test("only a manager marks and acts on several; a clerk is told so, and hands over the selected case as from the Desk")
    func counter() throws {
        for key in ["Space", "a"] {
            let stage = try stage(.chinese, as: { $0.counter }, columns: 120)
            #expect(!stage.footer.holds("标记") && stage.footer.holds("h 移交"))
            stage.press(key)
            stage.expect("只有投诉管理人和网点负责人可批量办理")
        }
        let stage = try stage(.chinese, as: { $0.counter }, columns: 120)
        stage.press("h")
        #expect(stage.row(0).holds("移交 0379-2611-004"))
        stage.press("Esc", "Down", "Down", "h")
        stage.expect("移交：须在")
        let auditor = try self.stage(.chinese, as: { $0.auditor }, columns: 120)
        #expect(!auditor.footer.holds("移交"))
    }

    @Test("P shows the papers of the selected case from either register", arguments: [["P"], ["Tab", "P"]])
    func papers(keys: [String]) throws {
        let stage = try stage(.english)
        for key in keys { stage.press(key) }
        #expect(stage.app.stack.last is PaperScreen)
    }

    @Test("nobody has a case that ended otherwise than by an answer: its handler is empty")
    func endedOtherwise() throws {
        let stage = try DeskOnStage(.english, columns: 120)
        try stage.fourCases()
        let (desk, ledger) = (stage.desk, stage.desk.ledger)
        for number in ["0379-2611-001", "0379-2611-002", "0379-2611-004"] {
            _ = try ledger.perform(.accept, on: number, by: desk.manager)
        }
        _ = try ledger.perform(.withdraw(.init(reason: "Found it", how: .oral)), on: "0379-2611-002", by: desk.manager)
        _ = try ledger.perform(.notAccept(.init(reason: "No customer of ours")), on: "0379-2611-004", by: desk.manager)
        stage.enter(as: desk.head)
        stage.press("2")
        func row(_ number: String) -> String { (0..<24).map(stage.row).first { $0.holds(number) } ?? "" }
        #expect(row("0379-2611-001").holds("Lily Marsh") && row("0379-2611-003").holds("Will Chang"))
        for number in ["0379-2611-002", "0379-2611-004"] {
            #expect(!row(number).holds("Lily Marsh") && !row(number).holds("Will Chang") && !row(number).isEmpty)
        }
    }

    @Test("the comment book's register, as in the paper one") func book() throws {
        let stage = try stage(.english)
        try answerInBook(stage)
        stage.press("Tab")
        stage.shows(
            """
             Luoyang Branch · Registers   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
                Complaints  [Comment book]                   2 cases · latest written first

               Written    Page/ln  Text                          Number         Answered
            >· 19 Nov     12/3     No pen in the hall,           0379-2611-006  ✓ 20 Nov
             ! 16 Nov              Forty minutes in the queue …  0379-2611-001  not yet
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  / Search  f Filter  Tab Lists  n New  ? Help  : More  F12 Lock
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
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件                                                               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                意见登记簿  [客户意见簿]                                                                       共 2 件 · 按填写日期

               填写      页/行  内容                                                          编号           簿中回复
            >· 11-19     12/3   大厅没有笔，                                                  0379-2611-006  ✓ 11-20 李敏
             ! 11-16            排队四十分钟无人管                                            0379-2611-001  尚未
            ⋮ 29
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter 打开  / 检索  f 筛选  Tab 列表  n 登记  1 工作台  3 意见簿  4 签字  5 总行  6 统计  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    /// An entry of page 12, line 3, that was answered in the book.
    private func answerInBook(_ stage: DeskOnStage) throws {
        let isChinese = stage.app.language == .chinese
        let text = isChinese ? "大厅没有笔，\n老人很不方便" : "No pen in the hall,\nwhich is hard on old people"
        var intake = Intake(channel: .commentBook, received: try PracticeFolder.moment("2026-11-19T12:00:00+08:00"), text: text)
        (intake.page, intake.line) = (12, 3)
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
