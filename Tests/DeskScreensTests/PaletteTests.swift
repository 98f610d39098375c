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

    @Test("Enter on a case shows all acts, and why the others cannot be done") func acts() throws {
        let stage = try stage(.english)
        stage.press("Enter", "Enter")
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-001       1003 Will Chang counter clerk  09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 0379-2611-001: actions ─────────────────────────────────────────────────────┐
            │                                                                              │
            │>    Contact the customer                                                     │
            │  o  Note                                                                     │
            │     Agree a reply time                                                       │
            │     Interim answer                                                           │
            │     Tell customer or head office                                             │
            │     Attach                                                                   │
            │     Staff statement                                                          │
            │  e  Amend                                                                    │
            │     Acknowledge  (only the branch manager may do that.)                      │
            │  a  Accept  (only the complaint manager or the branch manager may do that.)  │
            │     Confirm escalation  (only the branch manager may do that.)               │
            │     Grant extension  (only the branch manager may do that.)                  │
            │  s  Sign  (only the branch manager may do that.)                             │
            │  b  Send back  (only the branch manager may do that.)                        │
            │     Head office answer  (only the complaint manager or the branch manager m…▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             o Note  Enter Actions  PgDn Scroll  n New  / Search  1 Desk  ? Help  F12 Lock
            """
        )
    }

    @Test("shows all acts in Chinese") func actsChinese() throws {
        let stage = try stage(.chinese)
        stage.press("Enter", "Enter")
        stage.shows(
            """
             洛阳分行营业部 · 投诉 0379-2611-001        1003 张伟 柜员  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件 · 待接收 2 件         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 0379-2611-001：操作 ────────────────────────────────────────────────────────┐
            │                                                                              │
            │>    联系客户                                                                 │
            │  o  记录                                                                     │
            │     约定回复时限                                                             │
            │     阶段性答复                                                               │
            │     告知客户或总行                                                           │
            │     添加附件                                                                 │
            │     情况说明                                                                 │
            │  e  更正                                                                     │
            │     知悉  （仅限网点负责人办理。）                                           │
            │  a  接收  （仅限投诉管理人或网点负责人办理。）                               │
            │     确认上报  （仅限网点负责人办理。）                                       │
            │     批准延期  （仅限网点负责人办理。）                                       │
            │  s  签字  （仅限网点负责人办理。）                                           │
            │  b  退回  （仅限网点负责人办理。）                                           │
            │     总行答复  （仅限投诉管理人或网点负责人办理。）                          ▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             o 记录  Enter 操作  PgDn 翻页  n 登记  / 检索  1 工作台  ? 帮助  F12 锁定
            """
        )
    }

    @Test("shows all acts on a larger screen") func actsLarge() throws {
        let stage = try stage(.english, columns: 120, rows: 40)
        stage.press("Enter", "Enter")
        stage.shows(
            """
             Luoyang Branch · Case 0379-2611-001                                    1003 Will Chang counter clerk  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept                                                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Stage         ┌─ 0379-2611-001: actions ───────────────────────────────────────────────────────────────┐
             Next          │                                                                                        │
                           │>    Contact the customer                                                               │
                           │  o  Note                                                                               │r
             start of work │     Agree a reply time                                                                 │
             reply         │     Interim answer                                                                     │
             final deadline│     Tell customer or head office                                                       │
             Clocks        │     Attach                                                                             │
             Customer      │     Staff statement                                                                    │
             Contact       │  e  Amend                                                                              │
             Channel       │     Acknowledge  (only the branch manager may do that.)                                │
             Written on    │  a  Accept  (only the complaint manager or the branch manager may do that.)            │
             First responde│     Confirm escalation  (only the branch manager may do that.)                         │
             Handed over to│     Grant extension  (only the branch manager may do that.)                            │
                           │  s  Sign  (only the branch manager may do that.)                                       │
                           │  b  Send back  (only the branch manager may do that.)                                  │
                           │     Head office answer  (only the complaint manager or the branch manager may do that… │
                           │     Answer in the book  (only the complaint manager or the branch manager may do that… │
                           │     Send the result  (only the complaint manager or the branch manager may do that.)   │
                           │     Call back  (only the complaint manager or the branch manager may do that.)         │
                           │     Verify rectification  (only the complaint manager or the branch manager may do th… │
                           │     Delay note  (only the complaint manager or the branch manager may do that.)        │
                           │  w  Answer on the spot  (only possible while the case is "logged"; it is "handed over… │
                           │  f  Finding  (only the complaint manager or the branch manager may do that.)           │
                           │  r  Reply  (only the complaint manager or the branch manager may do that.)             │
                           │  h  Hand over  (only possible while the case is "logged" or "in hand"; it is "handed … │
                           │     Tell the person responsible  (only the complaint manager or the branch manager ma… │
                           │     Open rectification  (only the complaint manager or the branch manager may do that… │
                           │     Head office progress  (only the complaint manager or the branch manager may do th… │
                           │     Ask for extension  (only the complaint manager or the branch manager may do that.) │
                           │     Ask for escalation  (only the complaint manager or the branch manager may do that… │
                           │     Decline  (only the branch manager may do that.)                                    │
                           │     Chase  (only the complaint manager or the branch manager may do that.)            ▼│
                           └────────────────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             o Note  Enter Actions  PgDn Scroll  n New  / Search  1 Desk  2 Registers  3 Book  4 Sign-off  ? Help  F12 Lock
            """
        )
    }

    @Test("? shows what keys do here") func help() throws {
        let stage = try stage(.english)
        stage.press("?")
        stage.shows(
            """
             Luoyang Branch · Desk          1003 Will Chang counter clerk  Fri 20 Nov 09:00
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ Help: type to find, Enter runs, Esc closes ─────────────────────────────────┐
            │                                                                              │
            │> Enter, Right    Open the case                                               │
            │  P               Papers of the case                                          │
            │  f               Record that a month's report was issued  (Only the complai… │
            │  Tab, Shift-Tab  Next list                                                   │
            │  n, Alt-n        Log a new complaint                                         │
            │  N               Another matter for the same customer                        │
            │  /, Alt-/        Search all cases                                            │
            │  1               Desk                                                        │
            │  2               Registers                                                   │
            │  3               Comment book                                                │
            │  4               Sign-off                                                    │
            │  5               Head office                                                 │
            │  6               Figures                                                     │
            │  7               Papers                                                      │
            │  8               Rectification                                              ▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  Tab Lists  n New  / Search  1 Desk  2 Registers  ? Help  F12 Lock
            """
        )
    }

    @Test("? shows what keys do here in Chinese") func helpChinese() throws {
        let stage = try stage(.chinese)
        stage.press("?")
        stage.shows(
            """
             洛阳分行营业部 · 工作台                    1003 张伟 柜员  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件 · 待接收 2 件         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 帮助：输入以查找，回车执行，Esc 关闭 ───────────────────────────────────────┐
            │                                                                              │
            │> Enter, Right    打开投诉                                                    │
            │  P               本件单据                                                    │
            │  f               登记月度报告已出具  （仅限投诉管理人或网点负责人出具月度报… │
            │  Tab, Shift-Tab  下一列表                                                    │
            │  n, Alt-n        登记新投诉                                                  │
            │  N               同一客户的另一事项                                          │
            │  /, Alt-/        检索全部投诉                                                │
            │  1               工作台                                                      │
            │  2               登记簿                                                      │
            │  3               意见簿                                                      │
            │  4               签字                                                        │
            │  5               总行                                                        │
            │  6               统计                                                        │
            │  7               单据                                                        │
            │  8               整改                                                       ▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  Tab 列表  n 登记  / 检索  1 工作台  2 登记簿  ? 帮助  F12 锁定
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
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ Help: type to find, Enter runs, Esc closes ─────────────────────────────────┐
            │ regi                                                                         │
            │> 2               Registers                                                   │
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

             Enter Open  Tab Lists  n New  / Search  1 Desk  2 Registers  ? Help  F12 Lock
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
             ! 3 overdue · 1 due today · 0 to sign · 2 to accept                                                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               [Due 4]  Mine 4
               Number         Rec'd   Channel  Customer   What                                                     Due
            >! 0379-2611-001  16 Nov  book     (anon.)    Forty minutes in the queue and nobody cared              overdue 2 d 23 h
             ! 0379-2611-00┌─ Commands: type to find, Enter runs, Esc closes ───────────────────────────────────────┐erdue 2 d 20 h
             ! 0379-2611-00│                                                                                        │erdue 23 h
               0379-2611-00│> Enter, Right    Open the case                                                         │h left
                           │  P               Papers of the case                                                    │
                           │  f               Record that a month's report was issued  (Only the complaint manager… │
                           │  Tab, Shift-Tab  Next list                                                             │
                           │  n, Alt-n        Log a new complaint                                                   │
                           │  N               Another matter for the same customer                                  │
                           │  /, Alt-/        Search all cases                                                      │
                           │  1               Desk                                                                  │
                           │  2               Registers                                                             │
                           │  3               Comment book                                                          │
                           │  4               Sign-off                                                              │
                           │  5               Head office                                                           │
                           │  6               Figures                                                               │
                           │  7               Papers                                                                │
                           │  8               Rectification                                                         │
                           │  9               Settings                                                              │
                           │  ?, F1           Help for this screen                                                  │
                           │  F6              Contact cards                                                         │
                           │  :, Ctrl-P       All commands                                                          │
                           │  F12, Ctrl-L     Lock the screen                                                       │
                           │  F9              切换到中文                                                            │
                           │  F8              Next theme                                                            │
                           │  F10             Turn the mouse on or off                                              │
                           │  v               Show or mask contacts                                                 │
                           │  Ctrl-Q          Quit FirstDesk                                                        │
                           └────────────────────────────────────────────────────────────────────────────────────────┘


             In your hands: 4 open
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter Open  Tab Lists  n New  / Search  1 Desk  2 Registers  3 Book  4 Sign-off  5 Head office  ? Help  F12 Lock
            """
        )
    }

    @Test("Ctrl-P shows all commands in Chinese, out of a form too") func commandsChinese() throws {
        let stage = try stage(.chinese)
        stage.press("n")
        stage.type("刘女士")
        stage.press("Ctrl-P")
        stage.shows(
            """
             洛阳分行营业部 · 登记投诉                  1003 张伟 柜员  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 1 件 · 待签字 0 件 · 待接收 2 件         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
            ┌─ 命令：输入以查找，回车执行，Esc 关闭 ───────────────────────────────────────┐
            │                                                                              │
            │> Ctrl-S, F2   保存                                                           │
            │  Tab          下一栏                                                         │
            │  F7           丢弃草稿                                                       │
            │  Esc          返回                                                           │
            │  Alt-n        登记新投诉                                                     │
            │               同一客户的另一事项                                             │
            │  Alt-/        检索全部投诉                                                   │
            │               工作台                                                         │
            │               登记簿                                                         │
            │               意见簿                                                         │
            │               签字                                                           │
            │               总行                                                           │
            │               统计                                                           │
            │               单据                                                           │
            │               整改                                                          ▼│
            └──────────────────────────────────────────────────────────────────────────────┘
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  F7 丢弃  Esc 返回  Alt-n 登记  F1 帮助  F12 锁定
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
