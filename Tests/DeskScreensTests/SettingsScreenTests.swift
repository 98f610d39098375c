import DeskTestSupport
import Glibc
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What the branch has set, page by page.
@Suite("Settings, as text")
struct SettingsScreenTests {
    func stage(_ language: Language, pages: Int = 0, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows, founded: "2026-11-20T09:00:00+08:00")
        stage.enter(as: stage.desk.head)
        stage.press("9")
        for _ in 0..<pages { stage.press("Tab") }
        return stage
    }

    @Test("the branch: what is set in words, and what stays as the desk was made") func branch() throws {
        try stage(.english).shows(
            """
             Luoyang Branch · Settings    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
              [Branch]  Staff   Stand-ins   Clocks   Calendar   Authority   Codes   Scripts

               Setting                 Now
            >  Branch name             Luoyang Branch
               Complaints hotline      0379-65920000
               Open on Mon             09:00-17:00
               Open on Tue             09:00-17:00
               Open on Wed             09:00-17:00
               Open on Thu             09:00-17:00
               Open on Fri             09:00-17:00
               Open on Sat             closed
               Open on Sun             closed
               Locks when idle for     5 minutes
               Names at sign-in        yes
               Cases kept              3 years
               Important ones kept     10 years
               Language at sign-in     English
               External channels       12378 (financial supervisor), 12363 (central bank),…▼
            ────────────────────────────────────────────────────────────────────────────────

             Enter Change  Tab Pages  n New  / Search  1 Desk  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("the branch in Chinese") func branchChinese() throws {
        try stage(.chinese).shows(
            """
             洛阳分行营业部 · 设置              1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 0 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [网点]  人员   代理人   时限   日历   权限   代码   话术

               设置项            现值
            >  网点名称          洛阳分行营业部
               投诉电话          0379-65920000
               周一营业          09:00-17:00
               周二营业          09:00-17:00
               周三营业          09:00-17:00
               周四营业          09:00-17:00
               周五营业          09:00-17:00
               周六营业          不营业
               周日营业          不营业
               闲置锁定          5 分钟
               登录时列出姓名    是
               投诉保存年限      3 年
               重要投诉保存年限  10 年
               登录界面语言      中文
               外部投诉渠道      12378（金融监管）、12363（人民银行）、12345（政务服务）、…▼
            ────────────────────────────────────────────────────────────────────────────────

             Enter 更改  Tab 换页  n 登记  / 检索  1 工作台  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("a form shows the old value and takes the new one; what was changed is said") func closing() throws {
        let stage = try stage(.english)
        stage.press("Down", "Down", "Enter")
        stage.shows(
            """
             Luoyang Bra… · Open on Mon   1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────

               Now: 09:00-17:00
              *Open on Mon    09:00-17:00
               In force from   blank = Fri 20 Nov 2026, the earliest
            ⋮ 14
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
        stage.type("08:30-12:00,13:30-18:30")
        stage.press("Ctrl-S")
        #expect(stage.message == "Open on Mon: 08:30-12:00,13:30-18:30 from 20 Nov 2026.")
        #expect(stage.desk.ledger.rules.hours.closing(on: try day("2026-11-23")).text == "18:30")
    }

    @Test("the form of a day's hours holds those in force, which what is typed replaces; left as they are nothing is changed")
    func hoursInForce() throws {
        for (language, row, hours) in [
            (Language.english, 2, "09:00-17:00"), (.chinese, 2, "09:00-17:00"), (.english, 7, "closed"), (.chinese, 7, "休"),
        ] {
            let stage = try stage(language)
            for _ in 0..<row { stage.press("Down") }
            stage.press("Enter")
            stage.expect(hours)
            stage.expect(language == .english ? "blank = Fri 20 Nov 2026, the earliest" : "留空即为 2026年11月20日 周五（最早）")
            stage.press("Ctrl-S")
            #expect(stage.message.holds(language == .english ? " is unchanged." : "未变。"))
            #expect(!(try stage.trail()).contains("settings-changed"))
        }
    }

    @Test("after the founding day hours hold from tomorrow on, and what is coming stands beside what holds") func coming() throws {
        let stage = try stage(.english)
        try stage.desk.setClock("2026-11-23T09:00:00+08:00")
        stage.press("Down", "Down", "Enter")
        stage.fill("closed", "2026-11-23")
        stage.press("Ctrl-S")
        stage.expect("! A change can take effect from tomorrow at the earliest")
        stage.press("Ctrl-U", "Ctrl-S")
        #expect(stage.message == "Open on Mon: closed from 24 Nov 2026.")
        stage.expect("Open on Mon             09:00-17:00")
        stage.expect("  upcoming              closed (from 24 Nov 2026)")
        #expect(stage.desk.ledger.rules.hours.isOpen(on: try day("2026-11-23")))
        #expect(!stage.desk.ledger.rules.hours.isOpen(on: try day("2026-11-30")))
    }

    @Test("a value that will not do stays in its field with the reason, and nothing changes") func badClosing() throws {
        let stage = try stage(.english)
        stage.press("Down", "Down", "Enter")
        stage.type("17:00-08:00")
        stage.press("Ctrl-S")
        stage.expect("! ")
        stage.expect("17:00-08:00")
        #expect(stage.desk.ledger.rules.hours.closing(on: try day("2026-11-23")).text == "17:00")
    }

    @Test("saving what was there already records nothing") func unchanged() throws {
        let stage = try stage(.english)
        stage.press("Enter", "Ctrl-S")
        #expect(stage.message == "Branch name is unchanged.")
    }

    @Test("everybody else reads, and is told who changes it") func counter() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("9", "Enter")
        stage.expect("Only the branch manager may change settings.")
        stage.press("Esc")
        stage.expect("[Branch]")
    }

    @Test("the code and the time zone stay, and the reason is told") func fixed() throws {
        let stage = try stage(.english)
        stage.press("End", "Enter")
        stage.expect("The branch code, the time zone and practice cannot be")
    }

    @Test("the staff with their roles, and what lies in their hands") func staff() throws {
        let stage = try stage(.english, pages: 1)
        try stage.log(.oral, "Ms Lowe", "The teller was short with me", at: "2026-11-20T08:00:00+08:00")
        stage.press("Tab", "Shift-Tab")
        stage.shows(
            """
             Luoyang Branch · Settings    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Branch  [Staff]  Stand-ins   Clocks   Calendar   Authority   Codes   Scripts

               Staff number  Name                Role                Open cases  State
            >  1001          George Wang         branch manager
               1002          Lily Marsh          complaint manager
               1003          Will Chang          counter clerk       1
               1009          Joan Ford           auditor
            ⋮ 11
            ────────────────────────────────────────────────────────────────────────────────

             a Add staff  e Rename  Tab Pages  n New  / Search  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("somebody new is added with a first passcode, typed twice") func addStaff() throws {
        let stage = try stage(.english, pages: 1)
        stage.press("a")
        stage.fill("1010", "Nora Pell", "counter", "first passcode", "other passcode")
        stage.press("Ctrl-S")
        stage.expect("! The two passcodes differ.")
        stage.press("Ctrl-U")
        stage.type("first passcode")
        stage.press("Ctrl-S")
        #expect(stage.message == "1010 Nora Pell can sign in now.")
        #expect(try stage.desk.ledger.signIn(PracticeFolder.number("1010"), passcode: "first passcode").actor.member.role == .counter)
    }

    @Test("whoever leaves is named again by number; with open cases nobody leaves") func retire() throws {
        let stage = try stage(.english, pages: 1)
        let number = try stage.log(.oral, "Ms Lowe", "The teller was short with me", at: "2026-11-20T08:00:00+08:00")
        stage.press("Down", "Down", "r")
        stage.expect("1003 still has 1 open case. Hand it over first.")
        stage.press("Esc")
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        stage.press("Up", "Down", "r")
        stage.shows(
            """
             Luoyang Branch · Mark staff as left     1001 George Wang branch manager  09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────

               1003 Will Chang will no longer be able to sign in. What they did stays
               under their name.
              *Repeat their staff number
            ⋮ 14
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Mark as left  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
        stage.type("1002")
        stage.press("Ctrl-S")
        stage.expect("! Type 1003 to confirm that it is the right")
        #expect(stage.desk.ledger.rules.staff[stage.desk.counter.number]?.isRetired == false)
        stage.press("Ctrl-U")
        stage.type("1003")
        stage.press("Ctrl-S")
        #expect(stage.message == "1003 Will Chang is marked as left.")
        stage.expect("left")
    }

    @Test("a member is renamed, changes role, and comes back after having left") func edits() throws {
        let stage = try stage(.english, pages: 1)
        stage.press("Down", "Down", "e")
        stage.type("Will Chang-Lee")
        stage.press("Ctrl-S")
        #expect(stage.message == "1003 Will Chang is now called Will Chang-Lee.")
        stage.press("o")
        stage.expect("The new role holds from this")
        stage.type("complaint")
        stage.press("Ctrl-S")
        #expect(stage.message == "1003 Will Chang-Lee is complaint manager from now on.")
        stage.press("b")
        stage.expect("1003 works here already.")
        stage.press("Esc", "r")
        stage.type("1003")
        stage.press("Ctrl-S", "b", "Ctrl-S")
        #expect(stage.message == "1003 Will Chang-Lee works here again.")
        #expect(stage.desk.ledger.rules.staff[stage.desk.counter.number]?.role == .complaintManager)
    }

    @Test("whoever stands in for both managers sees both at the top, the branch manager first", arguments: Language.allCases)
    func standingInForBoth(language: Language) throws {
        let stage = try DeskOnStage(language, columns: 120)
        let (head, manager) = (stage.desk.head.number, stage.desk.manager.number)
        for absent in [manager, head] {
            let day = try day("2026-11-20")
            let standIn = StandIn(absent: absent, standIn: stage.desk.counter.number, from: day, to: day)
            try stage.desk.ledger.nameStandIn(standIn, by: stage.desk.head)
        }
        stage.enter(as: stage.desk.counter)
        stage.expect(language == .english ? " for \(head), \(manager)" : "（代 \(head)、\(manager)）")
    }

    @Test("a stand-in is ended now, before its last day") func endStandIn() throws {
        let stage = try stage(.english, pages: 2)
        let standIn = StandIn(
            absent: stage.desk.manager.number,
            standIn: stage.desk.counter.number,
            from: try day("2026-11-20"),
            to: try day("2026-11-27")
        )
        try stage.desk.ledger.nameStandIn(standIn, by: stage.desk.head)
        stage.press("Tab", "Shift-Tab", "x")
        stage.expect("no longer stands in for")
        stage.press("Ctrl-S")
        stage.expect("No stand-in has been appointed. Press a to appoint one.")
        #expect(stage.desk.ledger.rules.standIns.map(\.isEnded) == [true])
    }

    @Test("a holiday on duty is opened by date, and stands first with what stood before") func duty() throws {
        let stage = try stage(.english, pages: 4)
        stage.press("c")
        stage.fill("2026-11-22", "open", "on duty")
        stage.press("Ctrl-S")
        #expect(stage.message == "The branch is open on 22 Nov 2026.")
        stage.expect("closed before; on duty")
        #expect(stage.desk.ledger.rules.hours.isOpen(on: try day("2026-11-22")))
    }

    @Test("the last branch manager cannot leave, and the reason is told") func lastManager() throws {
        let stage = try stage(.chinese, pages: 1)
        stage.press("r")
        stage.expect("最后一位网点负责人")
    }

    @Test("stand-ins: deputies, who acts now, who comes") func standIns() throws {
        let stage = try stage(.english, pages: 2)
        let ledger = stage.desk.ledger
        try ledger.change("deputies", to: "1003", by: stage.desk.head)
        let days = [("2026-11-20", "2026-11-21", stage.desk.manager), ("2026-12-01", "2026-12-05", stage.desk.head)]
        for (from, to, absent) in days {
            let standIn = StandIn(absent: absent.number, standIn: stage.desk.counter.number, from: try day(from), to: try day(to))
            try ledger.nameStandIn(standIn, by: stage.desk.head)
        }
        stage.press("Tab", "Shift-Tab")
        stage.shows(
            """
             Luoyang Branch · Settings    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Branch   Staff  [Stand-ins]  Clocks   Calendar   Authority   Codes   Scripts

               Standing deputies: 1003 Will Chang

               Absent manager       Stand-in             From         To           State
            >✓ 1002 Lily Marsh      1003 Will Chang      20 Nov 2026  21 Nov 2026  now
               1001 George Wang     1003 Will Chang      1 Dec 2026   5 Dec 2026   upcoming
            ⋮ 11
            ────────────────────────────────────────────────────────────────────────────────

             a Appoint  d Deputies  x End  Tab Pages  n New  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("nobody stands in, in Chinese") func noStandIns() throws {
        try stage(.chinese, pages: 2).shows(
            """
             洛阳分行营业部 · 设置              1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 0 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
                网点   人员  [代理人]  时限   日历   权限   代码   话术

               常设代理人：（无）

               尚未指定代理人。按 a 指定。
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             a 指定  d 常设代理  Tab 换页  n 登记  / 检索  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("a stand-in is named for some days; an end before the start is refused at its field") func nameStandIn() throws {
        let stage = try stage(.english, pages: 2)
        stage.press("a")
        stage.fill("1002", "1003", "2026-11-23", "2026-11-22")
        stage.press("Ctrl-S")
        stage.expect("! The end is before the start. Give a later end.")
        stage.press("Ctrl-U")
        stage.type("2026-11-27")
        stage.press("Ctrl-S")
        #expect(stage.message == "1003 Will Chang stands in for 1002 Lily Marsh, 23 Nov to 27 Nov.")
    }

    @Test("a standing deputy declares an absence on the spot, and has the rights at once; others may not") func declare() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("9", "Tab", "Tab", "t")
        stage.expect("Only a standing deputy may declare an absence.")
        stage.press("Esc", "Esc")
        try stage.desk.ledger.change("deputies", to: "1003", by: stage.desk.head)
        try stage.log(.oral, "Ms Lowe", "The teller was short with me", at: "2026-11-20T08:00:00+08:00", to: stage.desk.manager)
        stage.press("9", "Tab", "Tab", "t")
        stage.type("1002")
        stage.press("Ctrl-S")
        #expect(stage.message == "1003 Will Chang stands in for 1002 Lily Marsh, on 20 Nov.")
        // What is to be accepted by the absent manager is on the deputy's desk.
        stage.press("1", "Tab")
        stage.expect("[To accept 1]")
        stage.expect("0379-2611-001")
    }

    @Test("Whoever comes under a clock that is set back, or more than 31 days ahead, is asked once whether it is right") func oddClock()
        throws
    {
        for (time, words) in [
            ("2030-11-20T09:00:00+08:00", "It shows 20 Nov 2030 09:00"), ("2026-11-13T09:00:00+08:00", "which is 7 d before the latest"),
        ] {
            let stage = try DeskOnStage(.english, founded: "2026-11-20T09:00:00+08:00")
            try stage.desk.setClock(time)
            stage.enter(as: stage.desk.head)
            stage.expect("Is the computer's clock right?")
            stage.expect(words)
            stage.press("Esc")
            stage.expectNot("Is the computer's clock right?")
        }
    }

    @Test("Where the words mean nobody here, a title alone too, the form says so at once and offers the staff") func aboutNobody() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        stage.fill("Ms Lowe", "", "The manager was short with me", "", "", "", "window 3")
        stage.press("Tab")
        stage.expect("! That means nobody here, so nobody is recused.")
        stage.expect("1002 Lily Marsh")
        stage.press("Shift-Tab", "Ctrl-U")
        stage.type("lily  MARSH")
        stage.press("Tab")
        stage.expectNot("That means nobody here")
    }

    @Test("a corrected day of the book tells what stood before, on its screen too") func correctedDay() throws {
        let stage = try stage(.english)
        try stage.desk.ledger.correctBook(on: try day("2026-11-20"), to: .late, reason: "power cut", by: stage.desk.head)
        stage.press("3")
        stage.expect("(! corrected, was not reviewed yet: \"power cut\")")
    }

    @Test("F9 changes the language of a form with what was typed") func language() throws {
        let stage = try stage(.english, pages: 3)
        stage.press("Down", "Down", "Enter")
        stage.type("5")
        stage.press("F9")
        stage.expect("现为：3 个自然日")
        stage.expect("生效日")
        stage.expect("5")
    }

    func day(_ iso: String) throws -> Day {
        try #require(Day(iso))
    }

    func write(_ text: String, to path: String) throws {
        let file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        try #require(file >= 0)
        defer { close(file) }
        var text = text
        let count = text.withUTF8 { Glibc.write(file, $0.baseAddress, $0.count) }
        try #require(count == text.utf8.count)
    }
}
