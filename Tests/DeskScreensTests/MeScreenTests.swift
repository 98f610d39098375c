import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What is one's own is kept per person: passcode, language, theme, bell.
@Suite("Me")
struct MeScreenTests {
    private func stage(_ language: Language = .english) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.app.use(themes: ["bank-blue", "amber", "mono"], shown: "bank-blue")
        stage.enter(as: stage.desk.manager)
        stage.press("0")
        return stage
    }

    @Test("shows what is chosen") func english() throws {
        let stage = try stage()
        stage.shows(
            """
             Luoyang Branch · Me        1002 Lily Marsh complaint manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Kept for you alone, at every terminal of this desk.

               Setting                 Now
            >  Passcode                known to you alone
               Language                English (not set here)
               Theme                   bank-blue (not set here)
               Bell                    no
            ⋮ 11
            ────────────────────────────────────────────────────────────────────────────────

             Enter Change  n New  / Search  1 Desk  2 Registers  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("shows the same in Chinese") func chinese() throws {
        let stage = try stage(.chinese)
        stage.shows(
            """
             洛阳分行营业部 · 个人设置            1002 李敏 投诉管理人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 0 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               仅对您本人生效，在本投诉台各终端通用。

               设置项            现值
            >  密码              仅您本人知晓
               语言              中文（未另设）
               主题              bank-blue（银行蓝）（未另设）
               提示音            否
            ⋮ 11
            ────────────────────────────────────────────────────────────────────────────────

             Enter 更改  n 登记  / 检索  1 工作台  2 登记簿  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("where a theme is chosen, its name has what it is in Chinese beside it; one of the branch's own stands alone") func themeNames() {
        #expect(Phrase.themeNamed("bank-blue").chinese == "bank-blue（银行蓝）" && Phrase.themeNamed("bank-blue").english == "bank-blue")
        #expect(Phrase.themeNamed("mono").chinese == "mono（单色）")
        #expect(Phrase.themeNamed("our-own").chinese == "our-own")
    }

    @Test("a language that is chosen comes back with its person, and with nobody else") func language() throws {
        let stage = try stage()
        stage.press("Down", "Enter", "Enter")
        #expect(stage.message == "您的界面语言现为 中文。")
        stage.press("F12")
        stage.expect("Locked")
        stage.enter(as: stage.desk.head)
        #expect(stage.message == "Welcome, George Wang.")
        stage.press("F12")
        stage.enter(as: stage.desk.manager)
        #expect(stage.message == "Lily Marsh，您好。")
        let later = try DeskOnStage(restarting: stage)
        later.enter(as: later.desk.manager)
        #expect(later.message == "Lily Marsh，您好。")
    }

    @Test("a form that lies behind the lock comes back in its person's language, with what was typed") func formBehindLock() throws {
        let stage = try stage()
        stage.press("Down", "Enter", "Enter", "n")
        stage.type("300")
        stage.press("F12")
        stage.enter(as: stage.desk.manager)
        #expect(stage.message == "Lily Marsh，您好。")
        stage.expect("300")
    }

    @Test("each theme is shown as one comes to it; Enter keeps it, for its person alone") func theme() throws {
        let stage = try stage()
        stage.press("Down", "Down", "Enter")
        stage.app.wishes = []
        stage.press("Down")
        #expect(stage.app.wishes == [.theme("amber")])
        stage.press("Enter")
        #expect(stage.message == "Your theme is amber from now on.")
        stage.expect("amber")
        stage.app.wishes = []
        stage.press("F12")
        stage.enter(as: stage.desk.head)
        #expect(stage.app.wishes == [.theme("bank-blue")])
        stage.app.wishes = []
        stage.press("F12")
        stage.enter(as: stage.desk.manager)
        #expect(stage.app.wishes == [.theme("amber")])
    }

    @Test("Esc, another screen, or a lock brings back the theme that was chosen", arguments: ["Esc", "1", "F12"])
    func themeNotKept(key: String) throws {
        let stage = try stage()
        stage.press("Down", "Down", "Enter", "Down", "Down")
        stage.app.wishes = []
        stage.press(key)
        if key == "F12" { stage.enter(as: stage.desk.head) }
        #expect(stage.app.wishes == [.theme("bank-blue")])
        #expect(try stage.desk.ledger.preferences(of: stage.desk.manager.number) == Preferences())
    }

    @Test("a theme that this machine does not have is said, and the one on screen stays") func unknownTheme() throws {
        let stage = try stage()
        var liked = Preferences()
        liked.theme = "gone"
        try stage.desk.ledger.keep(liked, of: stage.desk.head.number)
        stage.press("F12")
        stage.app.wishes = []
        stage.enter(as: stage.desk.head)
        #expect(stage.app.wishes == [.theme("gone")])
        stage.app.cannotShow(theme: "gone", "gone.json: there is no theme of this name", shown: "bank-blue")
        stage.expect("! The theme gone cannot be shown (gone.json: there is no theme of this name).")
        stage.press("0")
        stage.expect("gone")
    }

    @Test("the bell rings for another terminal's changes, where one wants it") func bell() throws {
        let stage = try stage()
        stage.press("End", "Enter")
        #expect(stage.message == "The bell rings when another terminal changes a case.")
        stage.press("1")
        stage.app.wishes = []
        let other = try stage.desk.another()
        _ = try other.log(stage.desk.intake(), then: [.handOver(.init(to: stage.desk.manager.number))], by: stage.desk.counter)
        stage.app.lookForChanges()
        #expect(stage.app.wishes == [.bell])
        stage.press("0", "End", "Enter", "1")
        _ = try other.log(stage.desk.intake(), then: [.handOver(.init(to: stage.desk.manager.number))], by: stage.desk.counter)
        stage.app.lookForChanges()
        #expect(stage.app.wishes == [.bell])
    }

    @Test("the passcode: the old one, and the new one twice") func passcode() throws {
        let stage = try stage()
        stage.press("Enter")
        stage.fill("wrong", "a new one 1", "a new one 2")
        stage.press("Ctrl-S")
        stage.expect("! The two passcodes differ.")
        stage.press("Ctrl-U")
        stage.type("a new one 1")
        stage.press("Ctrl-S")
        stage.expect("! The current passcode is wrong.")
        stage.press("Ctrl-U")
        stage.type(PracticeFolder.passcode)
        stage.press("Ctrl-S")
        #expect(stage.message == "Your passcode is changed.")
        stage.press("F12", "Enter")
        stage.type("a new one 1")
        stage.press("Enter")
        #expect(stage.message == "Welcome, Lily Marsh.")
        #expect(try stage.desk.ledger.verify().fault == nil)
    }
}
