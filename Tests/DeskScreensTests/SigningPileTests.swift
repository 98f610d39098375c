import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Entries that were read to their end are ticked, and signed with one passcode.
@Suite("A pile to sign")
struct SigningPileTests {
    /// The complaint manager's replied cases, waiting for the branch manager, who has not come to the sign-off yet.
    private func stage(_ language: Language = .english, columns: Int = 80, rows: Int = 24, count: Int = 5) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        for number in 1...count {
            _ = try stage.desk.repliedCase(language == .english ? "Forty minutes in the queue, \(number)" : "排队四十分钟无人管，第 \(number) 次")
        }
        stage.enter(as: stage.desk.head)
        return stage
    }

    private func signer(_ stage: DeskOnStage, _ serial: Int) throws -> StaffNumber? {
        try stage.desk.ledger.open("0379-2611-00\(serial)", by: stage.desk.head).state.signer
    }

    @Test("an entry that is in sight whole is not read by passing it: a key ticks it, at every size") func passedBy() throws {
        let stage = try stage(columns: 120, rows: 40, count: 3)
        stage.press("4", "Down", "Down")
        stage.expectNot("read to the end")
        stage.press("Space", "Up", "t")
        stage.expect("2 read to the end")
        stage.press("t")
        stage.expect("1 read to the end")
        // What was taken away stays away.
        stage.press("PgDn")
        stage.expect("1 read to the end")
    }

    @Test("five read entries are signed with three keys beside reading and the passcode, each in a transaction of its own") func fewKeys()
        throws
    {
        let stage = try stage()
        let script = try KeyScript(
            """
            press 4
            press PgDn 4
            press Down
            press PgDn 4
            press Down
            press Space 4
            press Down
            press PgDn 4
            press Down
            press Space 4
            press S
            type \(PracticeFolder.passcode)
            press Enter
            """
        )
        let before = try stage.desk.ledger.verify().signatures
        var besides = 0
        for case .key(let key) in script.items {
            stage.press(key)
            if key != .pageDown, key != .down, key != .character(" ") { besides += 1 }
        }
        #expect(stage.message == "Signed 5 entries, each with a signature of its own.")
        stage.expect("Nothing is waiting to be signed.")
        for serial in 1...5 { #expect(try signer(stage, serial) == stage.desk.head.number) }
        // The blank in the passcode was passed over with those that scroll.
        #expect(besides - (PracticeFolder.passcode.count - 1) == 3)
        let verified = try stage.desk.ledger.verify()
        #expect(verified.fault == nil)
        // One of the transaction and one of the sign-off, five times.
        #expect(verified.signatures - before == 10)
    }

    @Test("the question names each of them, and does nothing on an empty passcode") func question() throws {
        let stage = try stage(count: 3)
        stage.press("4", "PgDn", "Down", "PgDn", "Down", "PgDn", "S")
        stage.shows(
            """
             Luoyang Branch · Sign-off    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 3 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Number         Customer      What                           Due
              ✓0379-2611-001  刘女士        Forty minutes in the queue, 1  3 d 8 h left
              ✓0379-┌─ Sign all that are ticked ───────────────────────────────────┐eft
            > ✓0379-│                                                              │eft
            ── ✓ 3 r│  Sign these 3 entries as you have read them? They are then   │────────
             ● Fri 2│  locked; later facts can only be added as addenda.           │      ▲
             ● Fri 2│                                                              │
             │ Repea│  0379-2611-001  刘女士 (complaint, unfounded): Forty minut…  │
             ● Fri 2│  0379-2611-002  刘女士 (complaint, unfounded): Forty minut…  │
             │ ▶ 100│  0379-2611-003  刘女士 (complaint, unfounded): Forty minut…  │
             ● Fri 2│                                                              │
             ● Fri 2│  Passcode                                                    │
             │ bank │                                                              │
             │ 监控 │   [ Sign (Enter) ]   [ Cancel (Esc) ]                        │
             │ Expla│                                                              │
             ● Fri 2└──────────────────────────────────────────────────────────────┘
               phone: 已向客户说明。
               customer accepts
            ────────────────────────────────────────────────────────────────────────────────


            """
        )
        stage.press("Enter")
        stage.expect("! Type it first: Passcode.")
        stage.press("Esc")
        #expect(try signer(stage, 1) == nil)
        stage.expect("✓ 3 read to the end")
    }

    @Test("the question names each of them in Chinese") func questionChinese() throws {
        let stage = try stage(.chinese, count: 3)
        stage.press("4", "PgDn", "Down", "PgDn", "Down", "PgDn", "S")
        stage.shows(
            """
             洛阳分行营业部 · 签字              1001 王建国 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 3 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               编号           客户          事由                         时限
              ✓0379-2611-001  刘女士        排队四十分钟无人管，第 1 次  剩 3 天 8 小时
              ✓0379-┌─ 对已勾选的各件签字 ─────────────────────────────────────────┐ 时
            > ✓0379-│                                                              │ 时
            ── ✓ 已 │  您已阅读以下 3 件全文，确认逐件签字？签字后即锁定，其后只   │────────
             ● 11月2│  能补记。                                                    │      ▲
             ● 11月2│                                                              │
             │ 前次 │  0379-2611-001  刘女士（投诉、不成立）：排队四十分钟无人管…  │
             ● 11月2│  0379-2611-002  刘女士（投诉、不成立）：排队四十分钟无人管…  │
             │ ▶ 100│  0379-2611-003  刘女士（投诉、不成立）：排队四十分钟无人管…  │
             ● 11月2│                                                              │
             ● 11月2│  密码                                                        │
             │ 我行 │                                                              │
             │ 监控 │   [ 签字（Enter） ]   [ 取消（Esc） ]                        │
             │ 解释 │                                                              │
             ● 11月2└──────────────────────────────────────────────────────────────┘
               电话：已向客户说明。
               客户接受
            ────────────────────────────────────────────────────────────────────────────────


            """
        )
    }

    @Test("what was not read to its end is not ticked, and S says why") func unread() throws {
        let stage = try stage(count: 2)
        stage.press("4", "S")
        stage.expect("Nothing is ticked yet. An entry is ticked once you")
        stage.press("Esc", "PgDn", "Down", "S")
        stage.expect("Sign this entry as you have read it?")
        stage.expect("0379-2611-001  ")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Signed 0379-2611-001.")
        #expect(try signer(stage, 2) == nil)
    }

    @Test("a tick is taken off and put back by t; what is not ticked is not signed") func ticks() throws {
        let stage = try stage(count: 2)
        stage.press("4", "t")
        #expect(stage.message == "! Read it to its end first (PgDn or Space); it is ticked then.")
        stage.press("PgDn", "Down", "PgDn")
        stage.expect("✓ 2 read to the end")
        stage.press("t")
        stage.expect("✓ 1 read to the end")
        stage.press("t", "t", "S")
        stage.expectNot("0379-2611-002  刘女士: ")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(try signer(stage, 1) == stage.desk.head.number)
        #expect(try signer(stage, 2) == nil)
    }

    @Test("one that is refused holds up none, and what became of each is said") func refused() throws {
        let stage = try stage(count: 3)
        stage.press("4", "PgDn", "Down", "PgDn", "Down", "PgDn", "S")
        _ = try stage.desk.ledger.perform(.note(.init(text: "One more call.")), on: "0379-2611-002", by: stage.desk.manager)
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        stage.expect("Signed (2): 0379-2611-001, 0379-2611-003")
        stage.expect("! 0379-2611-002")
        stage.expect("The case changed since you read it. Nothing was signed;")
        stage.press("Esc")
        #expect(try signer(stage, 1) == stage.desk.head.number)
        #expect(try signer(stage, 2) == nil)
        #expect(try signer(stage, 3) == stage.desk.head.number)
    }

    /// A case that the branch manager took, found and replied to alone.
    private func handleAlone(_ stage: DeskOnStage) throws {
        let (ledger, head) = (stage.desk.ledger, stage.desk.head)
        let number = try ledger.log(stage.desk.intake("Card kept"), by: head).state.number.description
        _ = try ledger.perform(.accept, on: number, by: head)
        var finding = Finding(fault: .none, classification: .unfounded, facts: "The card had run out.")
        finding.explanation = "Explained."
        _ = try ledger.perform(.finding(finding), on: number, by: head)
        _ = try ledger.perform(.reply(.init(how: .phone, text: "Told.", isAccepted: true)), on: number, by: head)
    }

    @Test("what one may not sign is named with the reason, and left") func notMine() throws {
        let stage = try stage(count: 1)
        try handleAlone(stage)
        stage.press("4", "PgDn", "Down", "PgDn", "S")
        stage.expect("! 0379-2611-002  What stands here is yours alone")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Signed 0379-2611-001.")
        #expect(try signer(stage, 2) == nil)
    }

    @Test("s on one that may not be signed signs the others that are ticked, and tells of it by number", arguments: [true, false])
    func notMineSelected(isTicked: Bool) throws {
        let stage = try stage(count: 2)
        try handleAlone(stage)
        stage.press("4", "Down", "Down", "s")
        stage.expect("What stands here is yours alone")
        stage.press("Esc", "Up", "Up", "PgDn", "Down", "PgDn", "Down")
        if isTicked { stage.press("PgDn") }
        stage.press("s")
        stage.expect("! 0379-2611-003  What stands here is yours alone")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Signed 2 entries, each with a signature of its own.")
        #expect(try signer(stage, 1) == stage.desk.head.number && signer(stage, 2) == stage.desk.head.number)
        #expect(try signer(stage, 3) == nil)
    }

    @Test("a wrong passcode signs nothing and asks again") func wrong() throws {
        let stage = try stage(count: 2)
        stage.press("4", "PgDn", "Down", "PgDn", "S")
        stage.type("wrong")
        stage.press("Enter")
        stage.expect("! The passcode is wrong.")
        #expect(try signer(stage, 1) == nil)
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Signed 2 entries, each with a signature of its own.")
    }

    @Test("more than the question has room to name stay ticked for the next time") func many() throws {
        let stage = try stage(count: 13)
        stage.press("4")
        for _ in 1...13 { stage.press("PgDn", "PgDn", "PgDn", "PgDn", "Down") }
        stage.expect("✓ 13 read to the end")
        stage.press("S")
        stage.expect("Sign these 10 entries as you have read them?")
        stage.expect("3 more stay ticked for the next time.")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Signed 10 entries, each with a signature of its own.")
        stage.expect("✓ 3 read to the end")
    }

    @Test("the entry has the rows that the queue does not need") func spareRows() throws {
        let stage = try stage(count: 1)
        stage.press("4")
        #expect(stage.row(5).hasPrefix("───"))
        #expect(stage.row(6).hasPrefix("刘女士"))
    }
}
