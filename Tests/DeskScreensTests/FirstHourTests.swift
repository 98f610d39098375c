import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// From an empty folder to a signed case, following only what the screen says.
@Suite("The first hour")
struct FirstHourTests {
    private static let head = "the head's own"
    private static let given = "given by 1001"

    /// Fills in the form of the first run, and writes down the recovery key.
    static func found(_ stage: DeskOnStage, _ language: Language) {
        let isEnglish = language == .english
        stage.fill("0379", isEnglish ? "Luoyang Branch" : "洛阳分行营业部", "0379-65920000")
        stage.press("Tab", "Tab")
        if isEnglish { stage.type("Asia/Shanghai") }
        stage.press("Tab", "Tab", "Tab")
        stage.fill("1001", isEnglish ? "George Wang" : "王建国", head, head)
        stage.press("Ctrl-S")
        // The key stands on the screen; its last four characters say that it was written down.
        let key = stage.screen.split(whereSeparator: \.isWhitespace).first { $0.filter { $0 == "-" }.count >= 3 && $0.count > 20 } ?? ""
        stage.type(String(key.suffix(4)))
        stage.press("Enter")
    }

    private func stage(in folder: String, _ language: Language) throws -> DeskOnStage {
        let stage = DeskOnStage(firstRunIn: folder, beside: try PracticeFolder(language: language), language)
        FirstHourTests.found(stage, language)
        return stage
    }

    /// Signs in with a passcode that another gave, and chooses one.
    private func signIn(_ stage: DeskOnStage, _ number: String, choosing passcode: String) {
        stage.press("F12")
        stage.type(number)
        stage.type(FirstHourTests.given)
        stage.press("Enter")
        stage.fill(passcode, passcode)
        stage.press("Enter")
    }

    private func add(_ stage: DeskOnStage, _ number: String, _ name: String, _ role: String) {
        stage.press("a")
        stage.fill(number, name)
        stage.press("Tab")
        stage.type(role)
        stage.press("Enter")
        stage.fill(FirstHourTests.given, FirstHourTests.given)
        stage.press("Ctrl-S")
    }

    @Test("the Desk of a new branch says what comes next, each by its key") func english() throws {
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let stage = try stage(in: folder, .english)
        stage.shows(
            """
             Luoyang Branch · Desk        1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 0 to sign
            ────────────────────────────────────────────────────────────────────────────────
               [Due]  To accept   To sign   To acknowledge   To decide   Mine
               The desk is new. What comes next, each by its key:

                 1  a  Add your staff: a complaint manager and a counter clerk at least.
                 2  c  Load public holidays from a file; can wait, 9 sets single days.
                 3  n  Log a first complaint.

               Press 9 for all other settings. To practise first, run "firstdesk demo".
            ⋮ 9
             ! The comment book has not been reviewed today. Press 3 to open it.
            ────────────────────────────────────────────────────────────────────────────────

             a Add staff  c Calendar  9 Settings  Tab Lists  n New  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("and in Chinese") func chinese() throws {
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let stage = try stage(in: folder, .chinese)
        stage.shows(
            """
             洛阳分行营业部 · 工作台            1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 0 件
            ────────────────────────────────────────────────────────────────────────────────
               [待办]  待接收   待签字   待知悉   待批准   我的
               投诉台已建好。接下来请按键办理：

                 1  a  添加人员：至少一名投诉管理人和一名柜员。
                 2  c  从文件载入节假日；可稍后办理，个别日期在 9 中设定。
                 3  n  登记第一件投诉。

               营业时间、代码等其他设置请按 9。想先练习，可运行 firstdesk demo。
            ⋮ 9
             ! 今日意见簿尚未查阅，按 3 打开。
            ────────────────────────────────────────────────────────────────────────────────

             a 增加人员  c 日历  9 设置  Tab 列表  n 登记  / 检索  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("from an empty folder to a signed case, in both languages", arguments: [Language.english, .chinese])
    func signedCase(language: Language) throws {
        let isEnglish = language == .english
        func say(_ english: String, _ chinese: String) -> String { isEnglish ? english : chinese }
        let folder = try PracticeFolder.makeFolder()
        defer { PracticeFolder.clear(folder) }
        let stage = try stage(in: folder, language)
        stage.expect(say("1  a  Add your staff", "1  a  添加人员"))
        add(stage, "1002", say("Lily Marsh", "李敏"), say("complaint", "投诉管理人"))
        stage.expect(say("1  a  Add your staff", "1  a  添加人员"))
        add(stage, "1003", say("Will Chang", "张伟"), say("counter", "柜员"))
        // Until a calendar is loaded or something was logged, the rest of it stays.
        stage.expect(say("✓ 1  a  Add your staff", "✓ 1  a  添加人员"))
        stage.expect(say("3  n  Log a first complaint.", "3  n  登记第一件投诉。"))
        // The clerk logs it and hands it over.
        signIn(stage, "1003", choosing: "the clerk's own")
        stage.press("n")
        stage.type(say("Mr Hall", "刘女士"))
        go(to: "text", stage)
        stage.type(say("The machine kept my card.", "自动柜员机吞卡。"))
        go(to: "repeated-back", stage)
        stage.press("Space")
        go(to: "then", stage)
        stage.type("1002")
        stage.press("Enter", "Ctrl-S")
        #expect(try stateOf(stage).stage == .handedOver)
        // The complaint manager takes it, finds and replies.
        signIn(stage, "1002", choosing: "the manager's own")
        stage.press("Enter", "a")
        #expect(try stateOf(stage).stage == .inHand)
        stage.press("f")
        choose("fault", say("bank not", "我行无责"), stage)
        choose("class", say("unfounded", "不成立"), stage)
        go(to: "facts", stage)
        stage.type(say("The card had run out.", "卡片已过期。"))
        go(to: "explanation", stage)
        stage.type(say("Explained patiently.", "已耐心解释。"))
        stage.press("Ctrl-S", "r")
        choose("how", say("phone", "电话"), stage)
        go(to: "text", stage)
        stage.type(say("A new card is on its way.", "新卡已寄出。"))
        stage.press("Ctrl-S")
        #expect(try stateOf(stage).stage == .toSign)
        // The branch manager reads it to its end and signs.
        stage.press("F12")
        stage.type("1001" + FirstHourTests.head)
        stage.press("Enter", "4", "PgDn", "PgDn", "PgDn", "s")
        stage.type(FirstHourTests.head)
        stage.press("Enter")
        #expect(stage.message == say("Signed 0379-2611-001.", "已签字 0379-2611-001。"))
        #expect(try stateOf(stage).stage == .closed)
        let session = try #require(stage.app.session)
        #expect(try session.ledger.verify().fault == nil)
    }

    /// Goes on with Tab to the field of that name.
    private func go(to field: String, _ stage: DeskOnStage, sourceLocation: SourceLocation = #_sourceLocation) {
        func focus() -> String? { (stage.app.stack.last as? any FormScreen)?.form.focusedID }
        for _ in 1...60 where focus() != field { stage.press("Tab") }
        #expect(focus() == field, sourceLocation: sourceLocation)
    }

    private func choose(_ field: String, _ text: String, _ stage: DeskOnStage, sourceLocation: SourceLocation = #_sourceLocation) {
        go(to: field, stage, sourceLocation: sourceLocation)
        stage.type(text)
        stage.press("Enter")
    }

    private func stateOf(_ stage: DeskOnStage) throws -> Case {
        let session = try #require(stage.app.session)
        return try session.ledger.open("0379-2611-001", by: try #require(session.actor)).state
    }
}
