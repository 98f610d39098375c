import ComplaintRules
import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import DeskScreens

/// The first run: no desk in the folder yet.
@Suite("First run, as text")
struct FirstRunScreenTests {
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        // The zone of the machine stands in the form, and a desk of the practice folder has made it that of this process.
        DeskOnStage(firstRunIn: "/nowhere", beside: try PracticeFolder(language: language), language, columns: columns, rows: rows)
    }

    @Test("asks for the branch, its hours and the branch manager") func english() throws {
        let stage = try stage(.english)
        stage.shows(
            """
             FirstDesk · A new desk

            ────────────────────────────────────────────────────────────────────────────────
              There is no desk in this folder yet. The branch manager sets it up once.

               *Branch code
               *Branch name
               *Hotline
               *Language          English                                               ▼
               *Time zone         Asia/Shanghai
               *Opens             09:00
               *Closes            17:00
               *Manager's number
               *Manager's name
               *Passcode
               *Passcode again
                                  [ ] practice desk, for training only
            ⋮ 4
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Make the desk  F9 切换到中文  Ctrl-Q Leave
            """
        )
    }

    @Test("asks the same in Chinese") func chinese() throws {
        let stage = try stage(.chinese)
        stage.shows(
            """
             FirstDesk · 建立网点

            ────────────────────────────────────────────────────────────────────────────────
              此文件夹尚无网点，请网点负责人建立一次。

               *网点代码
               *网点名称
               *投诉电话
               *语言          中文                                                      ▼
               *时区          Asia/Shanghai
               *开门          09:00
               *关门          17:00
               *负责人工号
               *负责人姓名
               *密码
               *再次输入密码
                              [ ] 练习网点，仅供培训
            ⋮ 4
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 建立网点  F9 Switch to English  Ctrl-Q 退出
            """
        )
    }

    @Test("uses the room of a larger screen") func large() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.shows(
            """
             FirstDesk · A new desk

            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
              There is no desk in this folder yet. The branch manager sets it up once.

               *Branch code
               *Branch name
               *Hotline
               *Language          English                                                                                       ▼
               *Time zone         Asia/Shanghai
               *Opens             09:00
               *Closes            17:00
               *Manager's number
               *Manager's name
               *Passcode
               *Passcode again
                                  [ ] practice desk, for training only
            ⋮ 20
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Make the desk  F9 切换到中文  Ctrl-Q Leave
            """
        )
    }

    @Test("uses the room of a larger screen in Chinese") func largeChinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.shows(
            """
             FirstDesk · 建立网点

            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
              此文件夹尚无网点，请网点负责人建立一次。

               *网点代码
               *网点名称
               *投诉电话
               *语言          中文                                                                                              ▼
               *时区          Asia/Shanghai
               *开门          09:00
               *关门          17:00
               *负责人工号
               *负责人姓名
               *密码
               *再次输入密码
                              [ ] 练习网点，仅供培训
            ⋮ 20
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 建立网点  F9 Switch to English  Ctrl-Q 退出
            """
        )
    }

    @Test("names the first thing that is missing beside its field, and keeps what was typed") func missing() throws {
        let stage = try stage(.english)
        stage.fill("0379", "Luoyang Branch")
        stage.press("Ctrl-S")
        stage.shows(
            """
             FirstDesk · A new desk

            ────────────────────────────────────────────────────────────────────────────────
              There is no desk in this folder yet. The branch manager sets it up once.

               *Branch code       0379
               *Branch name       Luoyang Branch
               *Hotline
                                  ! "Hotline" is missing.
               *Language          English                                               ▼
               *Time zone         Asia/Shanghai
               *Opens             09:00
               *Closes            17:00
               *Manager's number
               *Manager's name
               *Passcode
               *Passcode again
                                  [ ] practice desk, for training only



            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Make the desk  F9 切换到中文  Ctrl-Q Leave
            """
        )
    }

    @Test("makes the desk, shows the recovery key once, and is signed in") func founds() throws {
        let stage = try stage(.english)
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let first = DeskOnStage(firstRunIn: folder, beside: stage.desk, .english)
        first.fill("0379", "Luoyang Branch", "0379-65920000", "", "", "", "", "1001", "George Wang", "right passcode", "right passcode")
        first.press("Tab", "Space", "Ctrl-S")
        first.expect("Recovery key")
        first.expect("shown again")
        let keys = first.screen.split(whereSeparator: { $0.isWhitespace || $0 == "│" }).filter { $0.split(separator: "-").count == 6 }
        #expect(keys.count == 1, "one recovery key: \(keys)")
        first.expect(">[ Close ]")
        first.expectNot("[ Close ]  >")
        // The key that opened the question does not answer it.
        first.press("Ctrl-S")
        first.expect("Recovery key")
        first.press("Esc")
        #expect(first.row(0) == "Luoyang Branch · Desk        1001 George Wang branch manager  Fri 20 Nov 09:00")
        first.expectNot("Recovery key")
    }

    @Test("refuses two passcodes that differ") func differ() throws {
        let stage = try stage(.english)
        stage.fill("0379", "Luoyang Branch", "0379-65920000", "", "", "", "", "1001", "George Wang", "right passcode", "wrong passcode")
        stage.press("Ctrl-S")
        stage.expect("! The two passcodes differ.")
        stage.expectNot("right passcode")
    }

    @Test("F9 changes the language and keeps all that was typed, the passcodes too") func language() throws {
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let first = DeskOnStage(firstRunIn: folder, beside: try PracticeFolder(language: .english), .english)
        first.fill("0379", "Luoyang Branch", "0379-65920000", "", "", "", "", "1001", "George Wang", "right passcode", "right passcode")
        first.press("F9")
        first.expect("Luoyang Branch")
        first.expect("网点名称")
        first.press("Tab", "Space", "Ctrl-S")
        first.expect("恢复密钥")
    }
}
