import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The first run: no desk in the folder yet.
@Suite("First run, as text")
struct FirstRunScreenTests {
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        DeskOnStage(firstRunIn: "/nowhere", beside: try PracticeFolder(language: language), language, columns: columns, rows: rows)
    }

    @Test("asks for the branch, its hours and the branch manager") func english() throws {
        let stage = try stage(.english)
        stage.shows(
            """
             FirstDesk · Set up a new desk

            ────────────────────────────────────────────────────────────────────────────────
              There is no desk here yet. The branch manager sets one up, once.

               *Branch code
               *Branch name
               *Complaints hotline
               *Language            English                                             ▼
               *Time zone            e.g. Europe/London or Asia/Shanghai
               *Opens               09:00
               *Closes              17:00
               *Manager's number
               *Manager's name
               *Passcode             6+ characters, 10+ if digits only
               *Passcode again
                                    [ ] practice desk, for training only
            ⋮ 4
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Create the desk  Tab Next field  F9 切换到中文  Ctrl-Q Quit
            """
        )
    }

    @Test("asks the same in Chinese") func chinese() throws {
        let stage = try stage(.chinese)
        stage.shows(
            """
             FirstDesk · 新建投诉台

            ────────────────────────────────────────────────────────────────────────────────
              尚未建立投诉台，请网点负责人在此新建（仅需一次）。

               *网点代码
               *网点名称
               *投诉电话
               *语言          中文                                                      ▼
               *时区          Asia/Shanghai
               *营业开始      09:00
               *营业结束      17:00
               *负责人工号
               *负责人姓名
               *密码           至少 6 位，纯数字 10 位
               *再次输入密码
                              [ ] 练习网点，仅供培训
            ⋮ 4
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 创建投诉台  Tab 下一栏  F9 Switch to English  Ctrl-Q 退出
            """
        )
    }

    @Test("uses the room of a larger screen") func large() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.shows(
            """
             FirstDesk · Set up a new desk

            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
              There is no desk here yet. The branch manager sets one up, once.

               *Branch code
               *Branch name
               *Complaints hotline
               *Language            English                                                                                     ▼
               *Time zone            e.g. Europe/London or Asia/Shanghai
               *Opens               09:00
               *Closes              17:00
               *Manager's number
               *Manager's name
               *Passcode             6+ characters, 10+ if digits only
               *Passcode again
                                    [ ] practice desk, for training only
            ⋮ 20
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Create the desk  Tab Next field  F9 切换到中文  Ctrl-Q Quit
            """
        )
    }

    @Test("uses the room of a larger screen in Chinese") func largeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.shows(
            """
             FirstDesk · 新建投诉台

            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
              尚未建立投诉台，请网点负责人在此新建（仅需一次）。

               *网点代码
               *网点名称
               *投诉电话
               *语言          中文                                                                                              ▼
               *时区          Asia/Shanghai
               *营业开始      09:00
               *营业结束      17:00
               *负责人工号
               *负责人姓名
               *密码           至少 6 位，纯数字 10 位
               *再次输入密码
                              [ ] 练习网点，仅供培训
            ⋮ 20
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 创建投诉台  Tab 下一栏  F9 Switch to English  Ctrl-Q 退出
            """
        )
    }

    @Test("names the first thing that is missing beside its field, and keeps what was typed") func missing() throws {
        let stage = try stage(.english)
        stage.fill("0379", "Luoyang Branch")
        stage.press("Ctrl-S")
        stage.shows(
            """
             FirstDesk · Set up a new desk

            ────────────────────────────────────────────────────────────────────────────────
              There is no desk here yet. The branch manager sets one up, once.

               *Branch code         0379
               *Branch name         Luoyang Branch
               *Complaints hotline
                                    ! "Complaints hotline" is missing.
               *Language            English                                             ▼
               *Time zone            e.g. Europe/London or Asia/Shanghai
                                    ! "Time zone" is missing.
               *Opens               09:00
               *Closes              17:00
               *Manager's number
                                    ! "Manager's number" is missing.
               *Manager's name
                                    ! "Manager's name" is missing.
               *Passcode             6+ characters, 10+ if digits only
                                    ! "Passcode" is missing.
              ▼*Passcode again
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Create the desk  Tab Next field  F9 切换到中文  Ctrl-Q Quit
            """
        )
    }

    @Test("makes the desk, shows the recovery key once, and is signed in") func founds() throws {
        let stage = try stage(.english)
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let first = DeskOnStage(firstRunIn: folder, beside: stage.desk, .english)
        first.fill("0379", "Luoyang Branch", "0379-65920000", "", "Asia/Shanghai", "08:30", "", "1001", "George Wang", "right passcode")
        first.press("Tab")
        first.type("right passcode")
        first.press("Tab", "Space", "Ctrl-S")
        first.expect("Recovery key")
        first.expect("shown again")
        let keys = first.screen.split(whereSeparator: { $0.isWhitespace || $0 == "│" }).filter { $0.split(separator: "-").count == 6 }
        #expect(keys.count == 1, "one recovery key: \(keys)")
        first.expect("[ Written down ]")
        // Nothing takes it away but its last signs, which are typed from the paper: no Enter, no Esc, no lock, no idle time.
        first.press("Ctrl-S", "Enter", "Esc", "F12", "Ctrl-Q")
        first.wait(milliseconds: 24 * 3_600_000)
        first.expect("Recovery key")
        first.type("0000")
        first.press("Enter")
        first.expect("These are not its last four characters.")
        let key = keys.first.map(String.init) ?? ""
        first.expect(key)
        first.type(key.suffix(4).lowercased())
        first.press("Enter")
        #expect(first.row(0) == "Luoyang Branch · Desk        1001 George Wang branch manager  Fri 20 Nov 09:00")
        first.expectNot("Recovery key")
    }

    @Test("refuses two passcodes that differ") func differ() throws {
        let stage = try stage(.english)
        stage.fill("0379", "Luoyang Branch", "0379-65920000", "", "Asia/Shanghai", "", "", "1001", "George Wang", "right passcode")
        stage.press("Tab")
        stage.type("wrong passcode")
        stage.press("Ctrl-S")
        stage.expect("! The two passcodes differ.")
        stage.expectNot("right passcode")
    }

    @Test("F9 changes the language and keeps all that was typed, the passcodes too") func language() throws {
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let first = DeskOnStage(firstRunIn: folder, beside: try PracticeFolder(language: .english), .english)
        first.fill("0379", "Luoyang Branch", "0379-65920000", "", "", "", "", "1001", "George Wang", "right passcode", "right passcode")
        // Nobody chose a zone yet: in Chinese there is one to propose.
        first.expectNot("   Asia/Shanghai\n")
        first.press("F9")
        first.expect("Asia/Shanghai")
        first.expect("Luoyang Branch")
        first.expect("网点名称")
        first.press("Tab", "Space", "Ctrl-S")
        first.expect("恢复密钥")
    }

    @Test("A clock that was handed in makes practice desks only") func handedClock() throws {
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let stage = DeskOnStage(firstRunIn: folder, beside: try PracticeFolder(language: .english), isClockHanded: true, .english)
        stage.fill("0379", "Luoyang", "95533", "", "Asia/Shanghai", "", "", "1001", "George Wang", "right passcode", "right passcode")
        stage.press("Ctrl-S")
        stage.expect("! The time is set and keys are played only on a")
        stage.press("Space", "Ctrl-S")
        stage.expect("Recovery key")
    }

    @Test("what is proposed gives way to what is typed; the zone of a machine elsewhere than on UTC is proposed") func proposals() throws {
        let stage = try stage(.english)
        stage.fill("0379", "", "", "", "", "08:30", "16:30")
        stage.expect("*Opens               08:30")
        stage.expect("*Closes              16:30")
        stage.press("Shift-Tab", "End", "Backspace")
        stage.type("5")
        stage.expect("*Opens               08:35")
        for (zone, language, proposed) in [("Europe/Berlin", Language.english, "Europe/Berlin"), ("UTC", .chinese, "Asia/Shanghai")] {
            let app = DeskApp(makingDeskIn: "/nowhere", clock: stage.desk.ledger.clock, language: language, systemZone: zone)
            #expect(app.frame().text().holds(proposed))
        }
    }
}
