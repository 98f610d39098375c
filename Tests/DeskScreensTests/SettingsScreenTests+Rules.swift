import DeskTestSupport
import Glibc
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

// Clock rules, calendar, authority and codes: what the branch manager sets for all cases to come.
extension SettingsScreenTests {
    @Test("a limit that is too long, or ends after another, is told beside its field, in the words of the page") func badLimits() throws {
        let stage = try stage(.english, pages: 3)
        stage.press("Down", "Down", "Enter")
        stage.fill("99999", "cal")
        stage.press("Ctrl-S")
        stage.expect("! That limit is too long: at most 366 calendar days.")
        stage.press("Ctrl-U")
        stage.type("20")
        stage.press("Ctrl-S")
        stage.expect("! The reply limit (20 calendar days) must not end after the")
    }

    @Test("clock rules: the limit in force, since when, and what is coming") func clocks() throws {
        let stage = try stage(.english, pages: 3)
        stage.press("Down", "Down", "Enter")
        stage.shows(
            """
             Luoyang Branch · Limit for "reply"      1001 George Wang branch manager  09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────

               Now: 3 calendar days
              *Limit           e.g. 3
              *Counted in      press Enter to choose                                     ▼
               In force from   blank = Fri 20 Nov 2026, the earliest
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
        stage.fill("5", "work", "2026-12-01")
        stage.press("Ctrl-S")
        #expect(stage.message == "Limit for \"reply\": 5 working days from 1 Dec 2026, for new cases.")
        stage.shows(
            """
             Luoyang Branch · Settings    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Branch   Staff   Stand-ins  [Clocks]  Calendar   Authority   Codes   Scripts

               A case keeps the limits that applied when it was logged.

               Clock            Limit                Since
               hand-over        1 h of opening time  the start
               start of work    2 h of opening time  the start
            >  reply            3 calendar days      the start
                 upcoming       5 working days       1 Dec 2026
               complex case     7 working days       the start
               report at once   2 h, day and night   the start
               review           30 calendar days     the start
               final deadline   15 calendar days     the start
               signature        1 working day        the start
               call-back        1 calendar day       the start
               first contact    (none)
               monthly report   10 calendar days     the start

            ────────────────────────────────────────────────────────────────────────────────
             Limit for "reply": 5 working days from 1 Dec 2026, for new cases.
             Enter Change  w Wrong clock  Tab Pages  n New  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("every change to come stands on its page, whole at 80 columns, and in the form", arguments: [Language.english, .chinese])
    func allComing(language: Language) throws {
        let stage = try stage(language, pages: 3)
        let (ledger, head) = (stage.desk.ledger, stage.desk.head)
        for (limit, day) in [("5wd", "2026-12-01"), ("4d", "2026-12-10"), ("6wd", "2027-12-31")] {
            let limit = try #require(ClockLimit(text: limit))
            try ledger.set(ClockRule(.reply, limit: limit, effective: self.day(day)), by: head)
        }
        for (sum, day) in [("9999999.99", "2026-12-01"), ("88888.00", "2027-12-31")] {
            try ledger.change("tier.branch-manager", to: sum, from: self.day(day), reference: "H1", by: head)
        }
        try ledger.change("hours.monday", to: "10:00-16:00", from: day("2026-12-05"), by: head)
        try ledger.change("hours.monday", to: "closed", from: day("2026-12-15"), by: head)
        stage.press("Tab", "Shift-Tab", "Down", "Down")
        let isEnglish = language == .english
        for text in isEnglish
            ? ["5 working days       1 Dec 2026", "4 calendar days      10 Dec 2026", "6 working days       31 Dec 2027"]
            : ["5 个工作日", "2026年12月1日", "4 个自然日", "2026年12月10日", "6 个工作日", "2027年12月31日"]
        { stage.expect(text) }
        // What is coming is changed like what holds.
        stage.press("Down", "Enter")
        for text in isEnglish
            ? ["From 1 Dec 2026: 5 working days", "From 10 Dec 2026: 4 calendar days", "From 31 Dec 2027: 6 working days"]
            : ["即将生效：2026年12月1日起 5 个工作日", "即将生效：2027年12月31日起 6 个工作日"]
        { stage.expect(text) }
        stage.press("Esc", "Tab", "Tab")
        for text in isEnglish
            ? ["¥9,999,999.99 (from 1 Dec 2026)", "¥88,888.00 (from 31 Dec 2027)", "¥5,000.00"]
            : ["¥9,999,999.99（2026年12月1日起）", "¥88,888.00（2027年12月31日起）", "¥5,000.00"]
        { stage.expect(text) }
        stage.press("Shift-Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab")
        for text in isEnglish
            ? ["10:00-16:00 (from 5 Dec 2026)", "closed (from 15 Dec 2026)"] : ["10:00-16:00（2026年12月5日起）", "（2026年12月15日起）"]
        {
            stage.expect(text)
        }
    }

    @Test("clock rules in Chinese on a larger screen") func clocksChinese() throws {
        try stage(.chinese, pages: 3, columns: 120, rows: 40).shows(
            """
             洛阳分行营业部 · 设置                                                      1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 0 件                                                                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                网点   人员   代理人  [时限]  日历   权限   代码   话术

               投诉沿用其登记时的期限。

               时限        期限                    生效日
            >  移交        营业时间 1 小时         初始
               开始办理    营业时间 2 小时         初始
               回复        3 个自然日              初始
               复杂投诉    7 个工作日              初始
               立即报告    2 小时（含非营业时间）  初始
               核查        30 个自然日             初始
               最后期限    15 个自然日             初始
               签字        1 个工作日              初始
               回访        1 个自然日              初始
               首次联系    （无）
               月度报告    10 个自然日             初始
            ⋮ 18
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter 更改  w 时钟有误  Tab 换页  n 登记  / 检索  1 工作台  2 登记簿  3 意见簿  4 签字  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("a clock rule of the past is refused at its day") func pastRule() throws {
        let stage = try stage(.english, pages: 3)
        stage.press("Enter")
        stage.fill("90", "min", "2026-11-19")
        stage.press("Ctrl-S")
        stage.expect("! ")
        #expect(stage.row(0).holds("Limit for"))
        #expect(stage.desk.ledger.rules.limit(of: .passOn, loggedAt: stage.desk.ledger.clock.now()) == .openingMinutes(60))
    }

    @Test("a calendar is loaded from a file; one with a hole is refused with what is wrong") func calendar() throws {
        let stage = try stage(.english, pages: 4)
        stage.expect("! No calendar: Monday to Friday")
        let folder = try PracticeFolder.makeFolder()
        defer { rmdir(folder) }
        let (hole, good) = ("\(folder)/hole.csv", "\(folder)/good.csv")
        try write("date,name\n2024-01-01,New Year\n2026-01-01,New Year\n", to: hole)
        try write("date,is_off_day,name\n2026-10-01,true,National Day\n2026-10-10,false,National Day\n2026-12-25,true,A day\n", to: good)
        defer {
            unlink(hole)
            unlink(good)
        }
        stage.press("l")
        stage.type(hole)
        stage.press("Ctrl-S")
        stage.expect("! The calendar has no days for 2025, though it has the")
        stage.press("Ctrl-U")
        stage.type(good)
        stage.press("Ctrl-S")
        #expect(stage.message == "3 days loaded; working days are known up to 2026-12-31.")
        stage.shows(
            """
             Luoyang Branch · Settings    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Branch   Staff   Stand-ins   Clocks  [Calendar]  Authority   Codes   Scripts

               3 holidays and make-up working days loaded, 2026.
               Working days are known up to 31 Dec 2026.

               Day             Weekday  Type          Holiday
               1 Oct 2026      Thu      day off       National Day
               10 Oct 2026     Sat      working day   National Day
            >  25 Dec 2026     Fri      day off       A day
            ⋮ 9
            ────────────────────────────────────────────────────────────────────────────────
             3 days loaded; working days are known up to 2026-12-31.
             l Load  c Open/close  b Correct the book  Tab Pages  ? Help  : More  F12 Lock
            """
        )
        try stage.desk.setClock("2027-01-04T09:00:00+08:00")
        stage.press("1")
        stage.expect("Is the computer's clock right?")
        stage.press("Esc", "1")
        stage.expect("! The holiday calendar ended on 31 Dec 2026. Press 9 to load a new one.")
        stage.press("9", "Tab", "Tab", "Tab", "Tab")
        stage.expect("! The calendar ended on 31 Dec 2026; working days are estimated.")
    }

    @Test("as many days are listed as are said to be loaded, earlier years too; the list begins at the next one") func calendarWhole()
        throws
    {
        let stage = try stage(.english, pages: 4)
        let folder = try PracticeFolder.makeFolder()
        let file = "\(folder)/days.csv"
        defer {
            unlink(file)
            rmdir(folder)
        }
        let days = (2025...2027).flatMap { year in (1...9).map { "\(year)-0\($0)-15,true,Day \($0)\n" } }
        try write("date,is_off_day,name\n" + days.joined(), to: file)
        stage.press("l")
        stage.type(file)
        stage.press("Ctrl-S")
        stage.expect("27 holidays and make-up working days loaded, 2025-2027.")
        #expect(stage.selected.holds("15 Jan 2027"))
        stage.press("Home")
        #expect(stage.selected.holds("15 Jan 2025"))
        stage.press("End")
        #expect(stage.selected.holds("15 Sep 2027"))
        for _ in 1..<27 { stage.press("Up") }
        #expect(stage.selected.holds("15 Jan 2025"))
        // Whoever comes again finds the next one.
        stage.press("1", "9", "Tab", "Tab", "Tab", "Tab")
        #expect(stage.selected.holds("15 Jan 2027"))
    }

    @Test("a file that is not there is told beside its field, in Chinese too") func noFile() throws {
        let stage = try stage(.chinese, pages: 4)
        stage.press("l")
        stage.type("/nowhere/holidays.csv")
        stage.press("Ctrl-S")
        stage.expect("! 无法读取 /nowhere/holidays.csv（没有该文件或目录）。")
    }

    @Test("the authority of each role, and who is beyond it") func tiers() throws {
        let stage = try stage(.english, pages: 5)
        stage.shows(
            """
             Luoyang Branch · Settings    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Branch   Staff   Stand-ins   Clocks   Calendar  [Authority]  Codes   Scripts

               The most that each role may promise or pay on its own authority.

               Role                  Up to                               Above that
            >  counter clerk           ¥200.00                           complaint manager
               complaint manager     ¥1,000.00                           branch manager
               branch manager        ¥5,000.00                           head office
            ⋮ 10
            ────────────────────────────────────────────────────────────────────────────────

             Enter Change  Tab Pages  n New  / Search  1 Desk  ? Help  : More  F12 Lock
            """
        )
        stage.press("Enter")
        stage.type("many")
        stage.press("Ctrl-S")
        stage.expect("! ")
        stage.press("Ctrl-U")
        stage.type("350")
        stage.press("Ctrl-S")
        #expect(stage.message == "Authority of the counter clerk: ¥350.00 from 20 Nov 2026.")
        #expect(stage.desk.ledger.rules.tier(of: .counter, on: try day("2026-11-20")).text == "350.00")
        // The branch manager's own wants head office's reference.
        stage.press("Down", "Down", "Enter")
        stage.fill("8000", "", "")
        stage.press("Ctrl-S")
        stage.expect("! \"Reference\" is missing.")
        #expect(stage.desk.ledger.rules.tier(of: .branchManager, on: try day("2026-12-20")).text == "5000.00")
    }

    @Test("codes: one is added before \"other\", named anew, and offered no longer") func codes() throws {
        let stage = try stage(.english, pages: 6)
        stage.press("a")
        stage.fill("bus", "Digital", "数字人民币", "Digital currency", "szrmb")
        stage.press("Ctrl-S")
        stage.expect("! ")
        stage.press("Ctrl-U")
        stage.type("digital")
        stage.press("Ctrl-S")
        #expect(stage.message == "Added: Digital currency.")
        stage.press("r")
        stage.shows(
            """
             Luoyang B… · Stop offering   1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────

               savings  人民币储蓄  Renminbi savings
               It can no longer be chosen for new cases; cases that have it keep its name.
            ⋮ 15
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Stop offering  Tab Next field  Esc Back  ? Help  : More  F12 Lock
            """
        )
        stage.press("Ctrl-S")
        #expect(stage.message == "Renminbi savings is offered no longer.")
        stage.shows(
            """
             Luoyang Branch · Settings    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Branch   Staff   Stand-ins   Clocks   Calendar   Authority  [Codes]  Scripts

               Group     Code                  Chinese       English            State
            >  Business  savings               人民币储蓄    Renminbi savings   not offered
               Business  loans                 贷款          Loans
               Business  cards                 银行卡        Bank cards
               Business  payments              支付结算      Payment and sett…
               Business  currency              人民币管理    Renminbi notes a…
               Business  personal-information  个人金融信息  Personal financi…
               Business  foreign-exchange      外汇          Foreign exchange
               Business  agency                银行代理      Agency business
               Business  wealth                自营理财      Bank's own wealt…
               Business  other-intermediary    其他中间业务  Other intermedia…
               Business  treasury              国库          State treasury
               Business  precious-metals       贵金属        Precious metals
               Business  debt-collection       债务催收      Debt collection
               Business  digital               数字人民币    Digital currency
               Business  other                 其他          Other                         ▼
            ────────────────────────────────────────────────────────────────────────────────
             Renminbi savings is offered no longer.
             Enter Change  a Add  r Offer again  l Load  Tab Pages  ? Help  : More  F12 Lock
            """
        )
        #expect(stage.desk.ledger.rules.codes.codes(on: .business).map(\.key).suffix(2) == ["digital", "other"])
    }

    @Test("\"other\" stays, and the reason is told") func otherCode() throws {
        let stage = try stage(.chinese, pages: 6)
        stage.press("End", "r")
        stage.expect("“其他”须保留")
    }
}
