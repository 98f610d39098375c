import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Sign in, the lock, and a window that is too small: what is seen while nobody is signed in.
@Suite("Sign in and lock, as text")
struct SignInScreenTests {
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        return try DeskOnStage(restarting: stage)
    }

    @Test("shows the branch, the hotline and counts, and no customer's data") func english() throws {
        let stage = try stage(.english)
        stage.shows(
            """
             Luoyang Branch · Sign in                                      Fri 20 Nov 09:00
                                                                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────


                                             Luoyang Branch

                                   Complaints hotline  0379-65920000
                                       4 open, 3 of them overdue

                       Choose yourself with the arrows, or type a number or name.

              1001  George Wang  branch manager          *Staff number
              1002  Lily Marsh   complaint manager       *Passcode
              1003  Will Chang   counter clerk
              1009  Joan Ford    auditor
            ⋮ 5
            ────────────────────────────────────────────────────────────────────────────────

             Enter Sign in  Tab Next field  Down Choose  F9 切换到中文  Ctrl-Q Quit
            """
        )
    }

    @Test("shows the same in Chinese") func chinese() throws {
        let stage = try stage(.chinese)
        stage.shows(
            """
             洛阳分行营业部 · 登录                                      11月20日 周五 09:00
                                                                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────


                                             洛阳分行营业部

                                        投诉电话  0379-65920000
                                       未办结 4 件，其中逾期 3 件

                                  用方向键选择本人，或输入工号、姓名。

              1001  王建国  网点负责人                   *工号
              1002  李敏    投诉管理人                   *密码
              1003  张伟    柜员
              1009  赵静    审计
            ⋮ 5
            ────────────────────────────────────────────────────────────────────────────────

             Enter 登录  Tab 下一栏  Down 选择人员  F9 Switch to English  Ctrl-Q 退出
            """
        )
    }

    @Test("stands in the middle of a larger screen") func large() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.shows(
            """
             Luoyang Branch · Sign in                                                                              Fri 20 Nov 09:00
                                                                                                                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
            ⋮ 10
                                                                 Luoyang Branch

                                                       Complaints hotline  0379-65920000
                                                           4 open, 3 of them overdue

                                           Choose yourself with the arrows, or type a number or name.

                          1001  George Wang  branch manager                          *Staff number
                          1002  Lily Marsh   complaint manager                       *Passcode
                          1003  Will Chang   counter clerk
                          1009  Joan Ford    auditor
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter Sign in  Tab Next field  Down Choose  F9 切换到中文  Ctrl-Q Quit
            """
        )
    }

    @Test("stands in the middle of a larger screen in Chinese") func largeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.shows(
            """
             洛阳分行营业部 · 登录                                                                              11月20日 周五 09:00
                                                                                                                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
            ⋮ 10
                                                                 洛阳分行营业部

                                                            投诉电话  0379-65920000
                                                           未办结 4 件，其中逾期 3 件

                                                      用方向键选择本人，或输入工号、姓名。

                          1001  王建国  网点负责人                                   *工号
                          1002  李敏    投诉管理人                                   *密码
                          1003  张伟    柜员
                          1009  赵静    审计
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter 登录  Tab 下一栏  Down 选择人员  F9 Switch to English  Ctrl-Q 退出
            """
        )
    }

    @Test("a wrong passcode is refused beside its field and does not stay") func wrong() throws {
        let stage = try stage(.english)
        stage.fill("1003", "wrong")
        stage.press("Enter")
        stage.shows(
            """
             Luoyang Branch · Sign in                                      Fri 20 Nov 09:00
                                                                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────


                                             Luoyang Branch

                                   Complaints hotline  0379-65920000
                                       4 open, 3 of them overdue

                 ! The staff number or the passcode is wrong. The attempt was recorded.

              1001  George Wang  branch manager          *Staff number  1003
              1002  Lily Marsh   complaint manager       *Passcode
            > 1003  Will Chang   counter clerk
              1009  Joan Ford    auditor
            ⋮ 5
            ────────────────────────────────────────────────────────────────────────────────

             Enter Sign in  Tab Next field  Down Choose  F9 切换到中文  Ctrl-Q Quit
            """
        )
    }

    @Test("F12 locks at once: no customer's data stays on the screen") func locked() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.expect("Ms Lowe")
        stage.press("F12")
        stage.shows(
            """
             Luoyang Branch · Locked                                       Fri 20 Nov 09:00
                                                                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────


                                             Luoyang Branch

                                   Complaints hotline  0379-65920000
                                       4 open, 3 of them overdue

                       Choose yourself with the arrows, or type a number or name.

              1001  George Wang  branch manager          *Staff number  1002
            > 1002  Lily Marsh   complaint manager       *Passcode
              1003  Will Chang   counter clerk
              1009  Joan Ford    auditor
            ⋮ 5
            ────────────────────────────────────────────────────────────────────────────────

             Enter Sign in  Tab Next field  Down Choose  F9 切换到中文  Ctrl-Q Quit
            """
        )
    }

    @Test(
        "with nobody signed in one line tells how many cases are open, and no other count stands beside it",
        arguments: [(Language.english, "3 of them overdue", "due today"), (.chinese, "其中逾期 3 件", "今日到期")]
    )
    func oneCount(language: Language, told: String, header: String) throws {
        let stage = try stage(language)
        stage.enter(as: stage.desk.manager)
        stage.expect(header)
        stage.press("F12")
        stage.expect(told)
        stage.expectNot(header)
        #expect(!stage.row(1).contains("3"))
    }

    @Test("is locked in Chinese") func lockedChinese() throws {
        let stage = try stage(.chinese)
        stage.enter(as: stage.desk.manager)
        stage.press("Ctrl-L")
        stage.shows(
            """
             洛阳分行营业部 · 已锁定                                    11月20日 周五 09:00
                                                                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────


                                             洛阳分行营业部

                                        投诉电话  0379-65920000
                                       未办结 4 件，其中逾期 3 件

                                  用方向键选择本人，或输入工号、姓名。

              1001  王建国  网点负责人                   *工号  1002
            > 1002  李敏    投诉管理人                   *密码
              1003  张伟    柜员
              1009  赵静    审计
            ⋮ 5
            ────────────────────────────────────────────────────────────────────────────────

             Enter 登录  Tab 下一栏  Down 选择人员  F9 Switch to English  Ctrl-Q 退出
            """
        )
    }

    @Test("behind the lock Ctrl-C and Ctrl-Q ask first; before anybody came they leave", arguments: ["Ctrl-C", "Ctrl-Q"])
    func leaving(key: String) throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("F12", key)
        #expect(!stage.app.isFinished)
        stage.expect("Quit FirstDesk? Anything you have typed is kept as a")
        stage.press("Esc")
        #expect(!stage.app.isFinished)
        stage.expect("Locked")
        stage.press(key, "Tab", "Enter")
        #expect(stage.app.isFinished)
        let early = try self.stage(.english)
        early.press(key)
        #expect(early.app.isFinished)
    }

    @Test("locks by itself after five idle minutes, and says so") func idle() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.wait(milliseconds: 299_000)
        stage.expect("Ms Lowe")
        stage.wait(milliseconds: 1_000)
        stage.expectNot("Ms Lowe")
        #expect(stage.message == "Locked because nothing was typed for a while. Your input is kept.")
    }

    @Test("the same person comes back to the screen they left") func unlocks() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("2", "Enter", "F12", "Enter")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        stage.expect("Case 0379-2611-004")
        #expect(stage.message == "Welcome, Lily Marsh.")
    }

    @Test("another person begins at the desk") func quickChange() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("2", "Enter", "F12")
        stage.fill("1001", PracticeFolder.passcode)
        stage.press("Enter")
        stage.expect("Luoyang Branch · Desk")
        stage.expect("1001 George Wang")
        stage.expectNot("Case 0379-2611-004")
    }

    @Test("whoever is chosen by arrows, or by a number where the passcode belongs, stays chosen when Tab is pressed from habit")
    func tabFromHabit() throws {
        for keys in [["Down", "Down", "Tab"], ["Up", "Up", "Down", "Tab"]] {
            let stage = try DeskOnStage(.english)
            stage.enter(as: stage.desk.counter)
            stage.press("F12")
            for key in keys { stage.press(key) }
            let chosen = stage.screen.split(separator: "\n").first { $0.contains("> 10") }
            stage.type("xyz")
            #expect(stage.screen.split(separator: "\n").first { $0.contains("> 10") }?.prefix(40) == chosen?.prefix(40), "\(stage.screen)")
        }
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("F12", "Down")
        stage.type("1001")
        stage.press("Tab")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        stage.expect("1001 George Wang branch manager")
    }

    @Test("F9 changes the language; number and passcode stay, and a locked desk stays locked") func language() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("F12", "Enter")
        stage.type(PracticeFolder.passcode)
        stage.press("F9")
        stage.expect("已锁定")
        stage.expectNot("请输入工号和密码")
        stage.press("Enter")
        #expect(stage.message == "Lily Marsh，您好。")
    }

    @Test("a window of 30×8 is too small, and says so plainly") func tooSmall() throws {
        let stage = try stage(.english, columns: 30, rows: 8)
        stage.shows(
            """


             The window is too small for
              the desk. Nothing is lost;
                   make it larger.
                     30x8 < 80x20


            """
        )
    }

    @Test("a window of 30×8 is too small in Chinese too") func tooSmallChinese() throws {
        let stage = try stage(.chinese, columns: 30, rows: 8)
        stage.shows(
            """


            窗口太小，内容不会丢失；请放大
                        窗口。
                     30x8 < 80x20



            """
        )
    }

    @Test(
        "a window of hardly any cells is no reason to stop",
        arguments: [
            Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 3, rows: 2), Size(columns: 79, rows: 24),
            Size(columns: 80, rows: 19),
        ]
    )
    func tiny(size: Size) throws {
        let stage = try stage(.chinese)
        stage.enter(as: stage.desk.manager)
        stage.app.resize(to: size)
        stage.expectWithinBounds()
        stage.expectNot("刘女士")
    }
}
