import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The comment book: the month, and the review of a day.
@Suite("Comment book, as text")
struct BookScreenTests {
    @Test("an auditor is told that they read the book, and not to log with a key that refuses them", arguments: Language.allCases)
    func auditor(language: Language) throws {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.auditor)
        stage.press("3")
        stage.expect(language(.bookForReaders))
        stage.expectNot(language == .english ? "press n" : "请按 n")
    }

    /// A desk founded on the 9th, its book read on some days since: none on the 9th, an entry on the 10th, late on the 11th, and the 12th missed.
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows, now: "2026-11-09T09:00:00+08:00")
        let (desk, ledger) = (stage.desk, stage.desk.ledger)
        func nothing(on day: String) throws {
            try desk.setClock("2026-11-\(day)T16:00:00+08:00")
            try ledger.perform(.open(try self.day(day), reason: ""), by: desk.manager)
            try ledger.perform(.nothing(try self.day(day)), by: desk.manager)
        }
        try nothing(on: "09")
        try desk.setClock("2026-11-10T16:00:00+08:00")
        try ledger.perform(.open(try day("10"), reason: ""), by: desk.manager)
        let isChinese = language == .chinese
        var intake = Intake(
            channel: .commentBook,
            received: ledger.clock.now(),
            text: isChinese ? "排队四十分钟无人管" : "Forty minutes in the queue and nobody cared"
        )
        (intake.customer, intake.contact) = (isChinese ? "刘女士" : "Ms Lowe", "13800000000")
        (intake.page, intake.line) = (12, 3)
        _ = try ledger.logEntry(intake, on: try day("10"), by: desk.manager)
        try ledger.perform(.close(try day("10")), by: desk.manager)
        try desk.setClock("2026-11-12T16:00:00+08:00")
        try ledger.perform(.open(try day("11"), reason: isChinese ? "当日停电" : "No light that day"), by: desk.manager)
        try ledger.perform(.nothing(try day("11")), by: desk.manager)
        for day in ["13", "16", "17", "18", "19"] { try nothing(on: day) }
        try desk.setClock("2026-11-20T09:00:00+08:00")
        stage.enter(as: desk.manager)
        stage.press("3")
        return stage
    }

    private func day(_ dayOfMonth: String) throws -> Day {
        try #require(Day("2026-11-\(dayOfMonth)"))
    }

    @Test("the month with a sign and a letter for each day, and today's review") func month() throws {
        try stage(.english).shows(
            """
             Luoyang Branch · Comment book         1002 Lily Marsh complaint manager  09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               November 2026                                          other months: [ and ]
                Mon       Tue       Wed       Thu       Fri       Sat       Sun
                                                                             1
                 2         3         4         5         6         7         8
                 9 0N     10 ✓R     11 +L     12 !M     13 0N     14 -C     15 -C
                16 0N     17 0N     18 0N     19 0N   >[20]?D     21        22
                23        24        25        26        27        28        29
                30
               ✓R reviewed  0N no entry  +L late  !M missed  *O begun  ?D due  -C closed
            ────────────────────────────────────────────────────────────────────────────────
               Fri 20 Nov 2026  ?D not reviewed yet
               Read the book in the banking hall, then press o to begin the review.
            ⋮ 6
            ────────────────────────────────────────────────────────────────────────────────

             o Begin review  n New  / Search  1 Desk  2 Registers  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("the month in Chinese on a larger screen") func monthChinese() throws {
        try stage(.chinese, columns: 120, rows: 40).shows(
            """
             洛阳分行营业部 · 意见簿                                                      1002 李敏 投诉管理人  11月20日 周五 09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                                                               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               2026年11月                                                                                       其他月份：按 [ 和 ]
                周一        周二        周三        周四        周五        周六        周日
                                                                                         1
                 2           3           4           5           6           7           8
                 9 0无      10 ✓阅      11 +补      12 !漏      13 0无      14 -休      15 -休
                16 0无      17 0无      18 0无      19 0无    >[20]?待      21          22
                23          24          25          26          27          28          29
                30
               ✓阅 已查阅  0无 无新意见  +补 补查  !漏 漏查  *查 查阅中  ?待 待查  -休 休息
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               2026年11月20日 周五  ?待 待查阅
               请到大厅查阅意见簿，并按 o 开始查阅。
            ⋮ 22
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             o 开始查阅  n 登记  / 检索  1 工作台  2 登记簿  4 签字  5 总行  6 统计  7 单据  8 整改  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("a day with its entries, and whether each was answered in the book and to the customer") func entries() throws {
        let stage = try stage(.english)
        stage.press("Up", "Left", "Left", "Left")
        stage.shows(
            """
             Luoyang Branch · Comment book         1002 Lily Marsh complaint manager  09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               November 2026                                          other months: [ and ]
                Mon       Tue       Wed       Thu       Fri       Sat       Sun
                                                                             1
                 2         3         4         5         6         7         8
                 9 0N   > 10 ✓R     11 +L     12 !M     13 0N     14 -C     15 -C
                16 0N     17 0N     18 0N     19 0N    [20]?D     21        22
                23        24        25        26        27        28        29
                30
               ✓R reviewed  0N no entry  +L late  !M missed  *O begun  ?D due  -C closed
            ────────────────────────────────────────────────────────────────────────────────
               Tue 10 Nov 2026  ✓R reviewed · 1002 Lily Marsh 10 Nov 2026 16:00
               One entry still needs its answer in the book. Press Tab to go to it.
               Number         Page/ln  Text                        In the book  To customer
            >  0379-2611-001  12/3     Forty minutes in the queu…  not yet      not yet
            ⋮ 4
            ────────────────────────────────────────────────────────────────────────────────

             Tab Entries  n New  / Search  1 Desk  2 Registers  ? Help  : More  F12 Lock
            """
        )
        stage.press("Tab", "a")
        stage.expect("Answer in the book")
    }

    @Test("entries in Chinese") func entriesChinese() throws {
        let stage = try stage(.chinese)
        stage.press("Up", "Left", "Left", "Left", "Tab")
        stage.shows(
            """
             洛阳分行营业部 · 意见簿              1002 李敏 投诉管理人  11月20日 周五 09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               2026年11月                                               其他月份：按 [ 和 ]
                周一      周二      周三      周四      周五      周六      周日
                                                                             1
                 2         3         4         5         6         7         8
                 9 0无  > 10 ✓阅    11 +补    12 !漏    13 0无    14 -休    15 -休
                16 0无    17 0无    18 0无    19 0无   [20]?待    21        22
                23        24        25        26        27        28        29
                30
               ✓阅 已查阅  0无 无新意见  +补 补查  !漏 漏查  *查 查阅中  ?待 待查  -休 休息
            ────────────────────────────────────────────────────────────────────────────────
               2026年11月10日 周二  ✓阅 已查阅 · 1002 李敏 2026年11月10日 16:00
               1 条意见待在簿中回复，按 Tab 转到意见列表。
               编号           页/行  内容                              簿中回复  回复客户
            >  0379-2611-001  12/3   排队四十分钟无人管                尚未      尚未
            ⋮ 4
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  a 簿中回复  Tab 月历  n 登记  / 检索  ? 帮助  : 更多  F12 锁定
            """
        )
        stage.press("Enter")
        stage.expect("0379-2611-001")
    }

    @Test("the same page and line twice is asked about, and logged once it is said to be another entry") func twice() throws {
        for language in [Language.english, .chinese] {
            let stage = try stage(language)
            stage.press("o")
            func log(_ text: String) {
                stage.press("e")
                stage.type(text)
                stage.press("Shift-Tab", "Shift-Tab", "Shift-Tab")
                stage.type("4")
                stage.press("Shift-Tab")
                stage.type("7")
                stage.press("Ctrl-S")
            }
            log("No pen at the desk")
            stage.expect("0379-2611-002")
            log("No pen at all")
            stage.expect(language == .english ? "Page 7, line 4 was already logged" : "第 7 页第 4 行当日已登记为 0379-2611-002")
            stage.press("Esc")
            #expect(try stage.desk.ledger.bookDay(day("20"))?.entries.count == 1)
            stage.press("Ctrl-S", "Tab", "Enter")
            #expect(try stage.desk.ledger.bookDay(day("20"))?.entries.count == 2)
        }
    }

    @Test("a review: begun, an entry logged from it, ended") func review() throws {
        let stage = try stage(.english)
        stage.press("o")
        stage.expect("Any new entry? Press e to log each one, or x if there is none.")
        stage.press("e")
        #expect(stage.row(0).holds("New complaint"))
        stage.type("No pen at the desk")
        stage.press("Ctrl-S")
        stage.expect("Press e to log another entry, c to end the review.")
        stage.expect("0379-2611-002")
        stage.press("x")
        stage.expect("! An entry has been logged; end the review instead.")
        stage.press("c")
        #expect(stage.message == "The review of 20 Nov 2026 has ended.")
        stage.expect("[20]✓R")
        stage.expect("One entry still needs its answer in the book. Press Tab to go to it.")
    }

    @Test("what others logged while a review is open stands in its list, and the line says that the review is to be ended")
    func loggedMeanwhile() throws {
        for language in [Language.english, .chinese] {
            let stage = try stage(language)
            stage.press("o")
            var intake = Intake(channel: .commentBook, received: stage.desk.ledger.clock.now(), text: "叫号乱")
            (intake.page, intake.line) = (3, 1)
            _ = try stage.desk.ledger.log(intake, by: stage.desk.counter)
            stage.press("Left", "Right")
            stage.expect("0379-2611-002")
            stage.expect(language(.bookNextClose))
            stage.press("c")
            #expect(try stage.desk.ledger.bookDay(day("20"))?.entries.count == 1)
        }
    }

    @Test("an entry found in a late review was written on the day reviewed, unless it says another") func writtenThen() throws {
        let stage = try stage(.english)
        stage.press("Up", "Left", "o")
        stage.type("No light")
        stage.press("Enter", "e")
        stage.type("No pen at the desk")
        stage.press("Ctrl-S")
        let number = try #require(try stage.desk.ledger.bookDay(day("12"))?.entries.last)
        let state = try stage.desk.ledger.open(number, by: stage.desk.manager).state
        #expect(stage.desk.ledger.rules.zone.day(at: state.intake.received) == (try day("12")))
    }

    @Test("a day without an entry") func nothing() throws {
        let stage = try stage(.chinese)
        stage.press("o", "x")
        #expect(stage.message == "2026年11月20日的意见簿查阅已结束。")
        stage.expect("[20]0无")
        stage.expect("当日已无待办事项。")
    }

    @Test("a missed day is made up with a reason, and stays late") func late() throws {
        let stage = try stage(.english)
        stage.press("Up", "Left")
        stage.expect("Not reviewed that day. A late review needs a reason.")
        #expect(stage.footer.hasPrefix("o Late review"))
        stage.press("o", "Ctrl-S")
        stage.expect("! ")
        stage.type("Forgotten in the rush")
        stage.press("Ctrl-S")
        stage.press("x")
        stage.expect("12 +L")
        stage.expect("Forgotten in the rush")
        // Nobody reviews a day twice.
        stage.press("o")
        stage.expectNot("Late review of")
    }

    @Test(
        "of a day not reviewed yet it is said which entries are logged already, before the review begins",
        arguments: [
            (
                Language.english, "1 entry is logged already for this review: 002.",
                "2 entries are logged already for this review: 002, 003."
            ),
            (.chinese, "本次查阅已登记 1 条意见：002。", "本次查阅已登记 2 条意见：002、003。"),
        ]
    )
    func logged(language: Language, one: String, two: String) throws {
        let stage = try stage(language)
        func log(_ line: Int) throws {
            var intake = Intake(channel: .commentBook, received: stage.desk.ledger.clock.now(), text: "大厅座椅太少")
            (intake.page, intake.line) = (13, line)
            _ = try stage.desk.ledger.log(intake, by: stage.desk.manager)
            stage.press("1", "3")
        }
        try log(1)
        stage.expect(one)
        try log(2)
        stage.expect(two)
        stage.press("o")
        stage.expectNot(two)
        stage.expect("0379-2611-003")
    }

    @Test("[ and ] go through the months, and never into days to come") func months() throws {
        let stage = try stage(.english)
        stage.press("[")
        stage.expect("October 2026")
        stage.expect("Before this desk was set up, or still to come.")
        stage.press("]", "]")
        stage.expect("November 2026")
        #expect(stage.row(8).holds(">[20]"))
    }

    @Test("a counter clerk reads the month and is told who reviews") func counter() throws {
        let stage = try stage(.english)
        stage.press("F12")
        stage.enter(as: stage.desk.counter)
        stage.press("3", "o")
        stage.expectNot("[20]*O")
        stage.expect("manager")
    }
}
