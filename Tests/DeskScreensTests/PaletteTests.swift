import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What lies over a screen: the acts and why not, help, and all commands.
@Suite("Palettes, as text")
struct PaletteTests {
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        stage.enter(as: stage.desk.counter)
        return stage
    }

    @Test(
        "a setting is found by the name that messages give it, in either language: its page is shown",
        arguments: [
            (Language.chinese, "网点负责人权限", "设置：权限"), (.chinese, "最后期限", "设置：时限"), (.chinese, "投诉保存年限", "设置：网点"),
            (.chinese, "常设代理人", "设置：代理人"),
            (.english, "authority of the branch", "Settings: Authority"), (.english, "late claim after", "Settings: Branch"),
        ]
    )
    func settings(language: Language, typed: String, row: String) throws {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.head)
        stage.press(":")
        stage.type(typed)
        stage.expect(row)
    }

    @Test("what has a key where one is stands in the list once") func once() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("n")
        stage.fill("Ms Lowe", "", "The teller was short with me")
        stage.press("Esc", ":")
        stage.type("draft")
        #expect(stage.screen.split(separator: "\n").count { $0.contains("Show my drafts") } == 1, "\(stage.screen)")
    }

    @Test("Enter on a case shows all acts, and why the others cannot be done") func acts() throws {
        let stage = try stage(.english)
        stage.press("Enter", "Enter")
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-003       1003 Will Chang counter clerk  09:00
             Branch: ! 3 overdue · 1 due today · 0 to sign                   PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 0379-2611-003: actions ─────────────────────────────────────────────────────┐
            │                                                                              │
            │> h, .  Hand over                                                             │
            │  w     Answer on the spot                                                    │
            │        Contact the customer                                                  │
            │  o     Note                                                                  │
            │        Agree a reply time                                                    │
            │        Interim answer                                                        │
            │        Tell customer or head office                                          │
            │        Attach                                                                │
            │        Staff statement                                                       │
            │  e     Amend                                                                 │
            │  x     Customer withdraws                                                    │
            │        Acknowledge  (only the branch manager may do that.)                   │
            │  a     Accept  (only the complaint manager or the branch manager may do tha… │
            │        Confirm escalation  (only the branch manager may do that.)            │
            │        Grant extension  (only the branch manager may do that.)              ▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter Run  Down Choose  Esc Close
            """
        )
    }

    @Test("shows all acts in Chinese") func actsChinese() throws {
        let stage = try stage(.chinese)
        stage.press("Enter", "Enter")
        stage.shows(
            """
             洛阳分行营业部 · 投诉 0379-2611-003        1003 张伟 柜员  11月20日 周五 09:00
             本网点：! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 0379-2611-003：操作 ────────────────────────────────────────────────────────┐
            │                                                                              │
            │> h, .  移交                                                                  │
            │  w     当场答复                                                              │
            │        联系客户                                                              │
            │  o     记录                                                                  │
            │        约定回复时限                                                          │
            │        阶段性答复                                                            │
            │        告知客户或总行                                                        │
            │        添加附件                                                              │
            │        情况说明                                                              │
            │  e     更正                                                                  │
            │  x     客户撤回                                                              │
            │        知悉  （仅限网点负责人办理。）                                        │
            │  a     接收  （仅限投诉管理人或网点负责人办理。）                            │
            │        确认上报  （仅限网点负责人办理。）                                    │
            │        批准延期  （仅限网点负责人办理。）                                   ▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter 执行  Down 选择  Esc 关闭
            """
        )
    }

    @Test(
        "what a page of the settings lets one do is found by its words, opens with its form over the page, and says why not",
        arguments: [
            (Language.english, "declare", "Settings: Declare a clock wrong"), (.english, "clock wrong", "Settings: Declare a clock wrong"),
            (.english, "correct", "Settings: Correct the comment book"),
            (.chinese, "时钟", "设置：声明电脑时钟有误"), (.chinese, "更正意见簿", "设置：更正意见簿查阅情况"), (.chinese, "漏查", "设置：更正意见簿查阅情况"),
        ]
    )
    func settings(language: Language, typed: String, label: String) throws {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.head)
        stage.press(":")
        stage.type(typed)
        #expect(stage.row(5).holds(label), "\(stage.screen)")
        stage.press("Enter")
        #expect(!stage.row(0).holds(language == .english ? "· Desk" : "· 工作台"))
        stage.press("Esc")
        #expect(stage.row(0).holds(language == .english ? "· Settings" : "· 设置"))
        // Others are told who may.
        let other = try DeskOnStage(language)
        other.enter(as: other.desk.counter)
        other.press(":")
        other.type(typed)
        other.expect(label)
        other.press("Enter")
        #expect(other.row(0).holds(language == .english ? "· Desk" : "· 工作台"))
    }

    @Test("shows all acts on a larger screen") func actsLarge() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.press("Enter", "Enter")
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-003                                    1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: ! 3 overdue · 1 due today · 0 to sign                                                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Ms L┌─ 0379-2611-003: actions ───────────────────────────────────────────────────────────────────────────────────┐
             The │                                                                                                            │
                 │> h, .  Hand over                                                                                           │
             Stag│  w     Answer on the spot                                                                                  │
             Next│        Contact the customer                                                                                │
                 │  o     Note                                                                                                │
                 │        Agree a reply time                                                                                  │
             Hand│        Interim answer                                                                                      │
             Repl│        Tell customer or head office                                                                        │
             Fina│        Attach                                                                                              │
             Cust│        Staff statement                                                                                     │
             Cont│  e     Amend                                                                                               │
             Chan│  x     Customer withdraws                                                                                  │
             Rece│        Acknowledge  (only the branch manager may do that.)                                                 │
             Repe│  a     Accept  (only the complaint manager or the branch manager may do that.)                             │
             Repe│        Confirm escalation  (only the branch manager may do that.)                                          │
             Firs│        Grant extension  (only the branch manager may do that.)                                             │
                 │  s     Sign  (only the branch manager may do that.)                                                        │
                 │  b     Send back  (only the branch manager may do that.)                                                   │
                 │        Head office answer  (only the complaint manager or the branch manager may do that.)                 │
                 │        Answer in the book  (only the complaint manager or the branch manager may do that.)                 │
                 │        Send the result  (only the complaint manager or the branch manager may do that.)                    │
                 │        Call back  (only the complaint manager or the branch manager may do that.)                          │
                 │        Verify rectification  (only the complaint manager or the branch manager may do that.)               │
                 │        Delay note  (only the complaint manager or the branch manager may do that.)                         │
                 │  f     Finding  (only the complaint manager or the branch manager may do that.)                            │
                 │  r     Reply  (only the complaint manager or the branch manager may do that.)                              │
                 │        Tell the person responsible  (only the complaint manager or the branch manager may do that.)        │
                 │        Open rectification  (only the complaint manager or the branch manager may do that.)                 │
                 │        Head office progress  (only the complaint manager or the branch manager may do that.)               │
                 │        Ask for extension  (only the complaint manager or the branch manager may do that.)                  │
                 │        Ask for escalation  (only the complaint manager or the branch manager may do that.)                 │
                 │        Decline  (only the branch manager may do that.)                                                    ▼│
                 └────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter Run  Down Choose  Esc Close
            """
        )
    }

    @Test("? shows what keys do here") func help() throws {
        let stage = try stage(.english)
        stage.press("?")
        stage.shows(
            """
             Luoyang Branch · Desk          1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: ! 3 overdue · 1 due today · 0 to sign                   PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ Help: type to find, Enter runs, Esc closes ─────────────────────────────────┐
            │                                                                              │
            │> Enter, Right    Open the case                                               │
            │  P               Papers of the case                                          │
            │  h, .            Hand over                                                   │
            │  w               Answer on the spot                                          │
            │  o               Note                                                        │
            │  x               Customer withdraws                                          │
            │  e               Amend                                                       │
            │  Tab, Shift-Tab  Next list                                                   │
            │  n, Alt-n        Log a new complaint                                         │
            │  N               Another matter for the same customer                        │
            │  /, Alt-/        Search all cases                                            │
            │  1               Desk                                                        │
            │  2               Registers                                                   │
            │  3               Comment book                                                │
            │  4               Sign-off                                                   ▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter Run  Down Choose  Esc Close
            """
        )
    }

    @Test("? shows what keys do here in Chinese") func helpChinese() throws {
        let stage = try stage(.chinese)
        stage.press("?")
        stage.shows(
            """
             洛阳分行营业部 · 工作台                    1003 张伟 柜员  11月20日 周五 09:00
             本网点：! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 帮助：输入以查找，Enter 执行，Esc 关闭 ─────────────────────────────────────┐
            │                                                                              │
            │> Enter, Right    打开投诉                                                    │
            │  P               本件单据                                                    │
            │  h, .            移交                                                        │
            │  w               当场答复                                                    │
            │  o               记录                                                        │
            │  x               客户撤回                                                    │
            │  e               更正                                                        │
            │  Tab, Shift-Tab  下一列表                                                    │
            │  n, Alt-n        登记新投诉                                                  │
            │  N               同一客户的另一事项                                          │
            │  /, Alt-/        检索全部投诉                                                │
            │  1               工作台                                                      │
            │  2               登记簿                                                      │
            │  3               意见簿                                                      │
            │  4               签字                                                       ▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter 执行  Down 选择  Esc 关闭
            """
        )
    }

    @Test("? is searched as one types, and Enter runs the entry") func helpSearch() throws {
        let stage = try stage(.english)
        stage.press("?")
        stage.type("regi")
        stage.shows(
            """
             Luoyang Branch · Desk          1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: ! 3 overdue · 1 due today · 0 to sign                   PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ Help: type to find, Enter runs, Esc closes ─────────────────────────────────┐
            │ regi                                                                         │
            │> 2  Registers                                                                │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter Run  Down Choose  Esc Close
            """
        )
        stage.press("Enter")
        stage.expect("Luoyang Branch · Registers")
    }

    @Test(": shows all commands") func commands() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.press(":")
        stage.shows(
            """
             Luoyang Branch · Desk                                                  1003 Will Chang counter clerk  Fri 20 Nov 09:00
             Branch: ! 3 overdue · 1 due today · 0 to sign                                                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               [D┌─ Commands: type to find, Enter runs, Esc closes ───────────────────────────────────────────────────────────┐
               Nu│                                                                                                            │
            >! 03│> Enter, Right    Open the case                                                                             │000
             · 03│  P               Papers of the case                                                                        │
                 │  h, .            Hand over                                                                                 │the
                 │  w               Answer on the spot                                                                        │
                 │  o               Note                                                                                      │
                 │  x               Customer withdraws                                                                        │
                 │  e               Amend                                                                                     │
                 │  Tab, Shift-Tab  Next list                                                                                 │
                 │  n, Alt-n        Log a new complaint                                                                       │
                 │  N               Another matter for the same customer                                                      │
                 │  /, Alt-/        Search all cases                                                                          │hand
                 │  1               Desk                                                                                      │
                 │  2               Registers                                                                                 │
                 │  3               Comment book                                                                              │
                 │  4               Sign-off                                                                                  │
                 │  5               Head office                                                                               │
                 │  6               Figures                                                                                   │
                 │  7               Papers                                                                                    │
                 │  8               Rectification                                                                             │
                 │  9               Settings                                                                                  │
                 │  0               Me                                                                                        │
                 │  A               Audit trail                                                                               │
                 │  ?, F1           Help for this screen                                                                      │
                 │  F6              Contact cards                                                                             │
                 │  :, Ctrl-P       All commands                                                                              │
                 │  F12, Ctrl-L     Lock the screen                                                                           │
                 │  F9              切换到中文                                                                                │
                 │  F8              Next theme                                                                                │
                 │  F10             Turn the mouse on or off                                                                  │
                 │  v               Show or mask contacts                                                                     │
                 │  Ctrl-Q          Quit FirstDesk                                                                           ▼│
                 └────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter Run  Down Choose  Esc Close
            """
        )
    }

    @Test("each act is found by the first letters of its pinyin and by its English name, in Chinese too")
    func pinyin() throws {
        for act in ActKind.allCases { #expect(!HanInitials.of(act.label.chinese).contains(" "), "\(act.label.chinese)") }
        #expect(HanInitials.of("申请延期") == "sqyq" && HanInitials.of("设置：代码") == "sz dm" && HanInitials.of("Sign") == "")
        for (typed, label) in [
            ("yq", "申请延期"), ("sb", "申请上报"), ("hf", "回复客户"), ("yj", "移交"), ("tj", "调解"), ("extension", "申请延期"), ("escal", "申请上报"),
        ] {
            let stage = try stage(.chinese)
            stage.press("Enter", ":")
            stage.type(typed)
            #expect(stage.screen.holds(label), "\(typed) \(stage.screen)")
        }
    }

    @Test("a case in the list shows why it is found: the line that has what was typed, or that it is the contact; else it is not there")
    func whyFound() throws {
        let stage = try stage(.english)
        _ = try stage.log(
            .phone,
            "Mr Long",
            "First a word of greeting.\nThen the safe deposit box was shut.",
            at: "2026-11-19T09:05:00+08:00",
            to: nil
        )
        for (typed, line) in [
            ("deposit", "deposit box"), ("greeting", "Mr Long: First a word of greeting."), ("Long", "Mr Long: First a word of greeting."),
        ] {
            stage.press(":")
            stage.type(typed)
            stage.expect(line)
            stage.press("Esc")
        }
    }

    @Test("Ctrl-P shows all commands in Chinese, out of a form too") func commandsChinese() throws {
        let stage = try stage(.chinese)
        stage.press("n")
        stage.type("刘女士")
        stage.press("Ctrl-P")
        stage.shows(
            """
             洛阳分行营业部 · 登记投诉                  1003 张伟 柜员  11月20日 周五 09:00
             本网点：! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 命令：输入以查找，Enter 执行，Esc 关闭 ─────────────────────────────────────┐
            │                                                                              │
            │> Ctrl-S, F2   保存                                                           │
            │  Tab          下一栏                                                         │
            │  Esc          返回                                                           │
            │  F3           插入话术                                                       │
            │  F7           丢弃草稿                                                       │
            │  Alt-n        登记新投诉                                                     │
            │  Alt-/        检索全部投诉                                                   │
            │  F1           本屏帮助                                                       │
            │  F6           联系卡                                                         │
            │  Ctrl-P       全部命令                                                       │
            │  F12, Ctrl-L  锁定屏幕                                                       │
            │  F9           Switch to English                                              │
            │  F8           下一主题                                                       │
            │  F10          启用或停用鼠标                                                 │
            │  Ctrl-Q       退出 FirstDesk                                                ▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter 执行  Down 选择  Esc 关闭
            """
        )
        stage.press("Esc")
        stage.expect("刘女士")
        // What has no key in a text field can be started from here too.
        stage.press("Ctrl-P")
        stage.type("登记簿")
        stage.press("Enter")
        #expect(stage.row(0).holds("· 登记簿"))
        #expect(stage.message == "登记投诉：已输入的内容已保留为草稿。")
    }

    @Test("what cannot be done says why when it is chosen, and the palette stays") func refused() throws {
        let stage = try stage(.english)
        stage.press("Enter", "Enter")
        stage.type("sign")
        stage.press("Enter")
        #expect(stage.message == "Only the branch manager may do that." || stage.message.holds("only the branch manager"))
        stage.expect(": actions")
    }
}
