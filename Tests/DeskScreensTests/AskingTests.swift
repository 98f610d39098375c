import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Questions and notes take the keys: what is typed from habit starts nothing (2-screens rule 4).
@Suite("Asking and refusing")
struct AskingTests {
    /// A case that its only handler may not sign, open in the sign-off.
    private func handledAlone() throws -> (stage: DeskOnStage, number: String) {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00", to: stage.desk.head)
        let ledger = stage.desk.ledger
        _ = try ledger.perform(.accept, on: number, by: stage.desk.head)
        var finding = Finding(fault: .none, classification: .unfounded, facts: "There are twelve.")
        finding.explanation = "Shown where they stand."
        _ = try ledger.perform(.finding(finding), on: number, by: stage.desk.head)
        _ = try ledger.perform(.reply(.init(how: .oral, text: "Explained.", isAccepted: true)), on: number, by: stage.desk.head)
        stage.enter(as: stage.desk.head)
        return (stage, number)
    }

    @Test("a passcode typed from habit behind a refused signature runs no command and stands nowhere") func habit() throws {
        let (stage, number) = try handledAlone()
        stage.press("4", "s")
        stage.typeBlindly("open north wind n1q/x\nnnn\n")
        stage.expect("What stands here is yours alone")
        stage.expect(">[ Close ]")
        #expect(stage.row(0).holds("· Sign-off"))
        #expect(try stage.desk.ledger.drafts(by: stage.desk.head.number).isEmpty)
        #expect(try stage.desk.ledger.open(number, by: stage.desk.head).state.signer == nil)
        // After a breath Enter closes it.
        stage.press("Enter")
        stage.expectNot("[ Close ]")
        #expect(stage.row(0).holds("· Sign-off"))
        stage.press("s", "Esc")
        stage.expectNot("[ Close ]")
    }

    @Test("Enter closes a note that Enter brought up, as the note says; not the Enter that was typed before or held down")
    func enterCloses() throws {
        let stage = try DeskOnStage(.english, now: "2027-03-01T09:00:00+08:00", founded: "2026-11-16T09:00:00+08:00")
        stage.press("Down", "Enter")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        stage.expect("Is the computer's clock right?")
        stage.expect("Press Esc or Enter to close")
        for _ in 0..<60 { stage.hurry("Enter") }
        stage.expect("Is the computer's clock right?")
        stage.press("Enter")
        stage.expectNot("Is the computer's clock right?")
    }

    @Test("the note says why, in both languages") func note() throws {
        let (stage, _) = try handledAlone()
        stage.press("4", "s")
        stage.shows(
            """
             Luoyang Branch · Sign-off    1001 George Wang branch manager  Fri 20 Nov 09:00
             0 overdue · 0 due today · 1 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Number         Customer      What                           Due
            >  0379-2611-001  Mr Reed       No chairs in the hall          3 d 8 h left
            ── What stands here is yours alone, so you may not sign it. Send it back and… ──
             Mr Reed
             No chairs in the hall
                    ┌─ Not possible now ───────────────────────────────────────────┐
             Stage  │                                                              │
             Next   │  What stands here is yours alone, so you may not sign it.    │e
             Signatu│  Send it back and hand it over, or have head office rule.    │
             Kept   │                                                              │
             Custome│  >[ Close ]                                                  │
             Channel│  Press Esc or Enter to close                                 │:30
             Repeate└──────────────────────────────────────────────────────────────┘g
             Handled by       1001 George Wang
             ──────────────────────────────────────────────────────────────────────────────
             ● Fri 20 Nov 08:30  1003 Will Chang  logged
             ● Fri 20 Nov 08:30  1003 Will Chang  handed over
             │ ▶ 1001 George Wang                                                         ▼
            ────────────────────────────────────────────────────────────────────────────────


            """
        )
        stage.press("Esc", "F9", "s")
        stage.shows(
            """
             Luoyang Branch · 签字         1001 George Wang 网点负责人  11月20日 周五 09:00
             逾期 0 件 · 今日到期 0 件 · 待签字 1 件                         PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               编号           客户          事由                         时限
            >  0379-2611-001  Mr Reed       No chairs in the hall        剩 3 天 8 小时
            ── 现有办理结果由您一人作出，不得由本人签字。请退回并移交，或由总行批复。 ──────
             Mr Reed
             No chairs in the hall
                    ┌─ 现在不能办理 ───────────────────────────────────────────────┐
             状态   │                                                              │
             下一步 │  现有办理结果由您一人作出，不得由本人签字。请退回并移交，或  │
             签字   │  由总行批复。                                                │
             按时   │                                                              │
             客户姓 │  >[ 关闭 ]                                                   │
             受理渠 │  按 Esc 或 Enter 关闭                                        │:30
             已向客 └──────────────────────────────────────────────────────────────┘
             经办人        1001 George Wang
             ──────────────────────────────────────────────────────────────────────────────
             ● 11月20日 周五 08:30  1003 Will Chang  登记
             ● 11月20日 周五 08:30  1003 Will Chang  移交
             │ ▶ 1001 George Wang                                                         ▼
            ────────────────────────────────────────────────────────────────────────────────


            """
        )
    }

    @Test("the same holds on the case, for every act, and out of a palette") func onCase() throws {
        let stage = try DeskOnStage(.english)
        try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00")
        stage.enter(as: stage.desk.counter)
        stage.press("Enter", "f")
        stage.expect("Finding: only the complaint manager or the branch manager")
        stage.typeBlindly("n the facts are\n\n")
        #expect(stage.row(0).holds("· Case"))
        stage.expect("[ Close ]")
        stage.press("Esc")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
        // In the palette the reason stands in the list, and letters go on into its search line.
        stage.press("Enter")
        stage.type("sign")
        stage.press("Enter")
        stage.typeBlindly("nnn\n")
        #expect(stage.row(0).holds("· Case"))
    }

    @Test("a question that has just come takes no key but Esc") func settling() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("Ctrl-Q")
        stage.hurry("Left", "Space")
        stage.expect(">[ Cancel ]")
        #expect(!stage.app.isFinished)
        stage.hurry("Esc")
        stage.expectNot("Quit FirstDesk?")
        stage.press("Ctrl-Q", "y", "Y", "1")
        stage.expect(">[ Cancel ]")
        stage.press("Left", "Space")
        #expect(stage.app.isFinished)
    }

    @Test("a question opened by Enter out of a palette is answered like every other") func outOfPalette() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        stage.press("?")
        stage.type("quit")
        stage.press("Enter")
        stage.expect("Arrows to choose, Space to confirm, Esc to cancel")
        stage.press("Left", "Enter", "Enter")
        #expect(!stage.app.isFinished)
        stage.press("Space")
        #expect(stage.app.isFinished)
    }

    @Test("confirming an escalation asks once") func confirmEscalation() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Mr Reed", "Ten thousand lost", at: "2026-11-20T08:30:00+08:00", to: stage.desk.manager)
        let ledger = stage.desk.ledger
        _ = try ledger.perform(.accept, on: number, by: stage.desk.manager)
        _ = try ledger.perform(.askEscalation(.init(why: .amount, reason: "Beyond us.")), on: number, by: stage.desk.manager)
        stage.enter(as: stage.desk.head)
        stage.press("Enter", "Enter")
        stage.type("confirm")
        stage.press("Enter")
        stage.expect(">[ Cancel ]")
        stage.press("Enter", "Esc")
        #expect(try ledger.open(number, by: stage.desk.head).state.stage == .inHand)
        stage.press("Enter")
        stage.type("confirm")
        stage.press("Enter", "Left", "Space")
        #expect(try ledger.open(number, by: stage.desk.head).state.stage == .withHeadOffice)
    }

    @Test("s before the end of the entry was in sight asks to read it first; then it asks for the passcode") func readFirst() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        stage.press("4", "s")
        stage.expect("you have read the whole entry.")
        stage.typeBlindly("open sesame\n")
        stage.press("Esc")
        stage.press("PgDn", "PgDn", "PgDn", "s")
        stage.expect("Sign \(number) as you have read it?")
        stage.press("Esc")
        // Back at the top it has been read all the same, until another desk adds to it.
        stage.press("Home", "s")
        stage.expect("Sign \(number) as you have read it?")
        stage.press("Esc")
        let other = try stage.desk.another()
        _ = try other.perform(.note(.init(text: "One more call.")), on: number, by: stage.desk.manager)
        stage.app.lookForChanges()
        stage.press("s")
        stage.expect("you have read the whole entry.")
        // The same on the case itself.
        stage.press("Esc", "Enter", "s")
        stage.expect("you have read the whole entry.")
        stage.press("Esc", "End", "s")
        stage.expect("Sign \(number) as you have read it?")
    }

    @Test("the question on a practice desk that was just made shows its passcode") func practicePasscode() throws {
        let stage = try DeskOnStage(.english)
        try stage.answeredCase()
        stage.enter(as: stage.desk.head)
        stage.app.showPracticePasscode("practice 1234")
        stage.press("4", "End", "s")
        stage.expect("The passcode on this practice desk is: practice 1234")
    }

    @Test("before a reply one is told that nobody would be left to sign") func nobodyLeft() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00", to: stage.desk.head)
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.head)
        stage.enter(as: stage.desk.head)
        stage.press("Enter", "r")
        stage.shows(
            """
             Luoyang Branch · Reply 0379-2611-001    1001 George Wang branch manager  09:00
             0 overdue · 1 due today · 0 to sign                             PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Reed: No chairs in the hall

               ! After this you alone will have handled the case and nobody else here may
               sign it; it will need a written ruling from head office. Let somebody else
               do it if you can.
              *How                press Enter to choose                                  ▼
              *Text
                               │
               On what grounds
               Next steps
               Customer accepts                                                          ▼
               Replied to
               Amount promised    e.g. 200 or 1200.50
               Promise
               Kind of relief     blank = monetary where there is an amount              ▼
               Amount paid        e.g. 200 or 1200.50
               Paid on            e.g. 2026-11-22
               Undelivered                                                               ▼
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
        // With somebody else's finding there is no such danger.
        stage.press("Esc")
        var finding = Finding(fault: .none, classification: .unfounded, facts: "There are twelve.")
        finding.explanation = "Shown where they stand."
        _ = try stage.desk.ledger.perform(.finding(finding), on: number, by: stage.desk.manager)
        stage.press("Esc", "Enter", "r")
        stage.expectNot("you alone")
    }

    @Test("the finding says what the fault asks for, as one chooses it") func faultNote() throws {
        let stage = try DeskOnStage(.english)
        let number = try stage.log(.oral, "Mr Reed", "No chairs in the hall", at: "2026-11-20T08:30:00+08:00", to: stage.desk.manager)
        _ = try stage.desk.ledger.perform(.accept, on: number, by: stage.desk.manager)
        stage.enter(as: stage.desk.manager)
        stage.press("Enter", "f")
        stage.expect("At fault: apology, correction, rectification. Not at")
        stage.type("not at")
        stage.press("Enter")
        stage.expect("Bank not at fault: record the explanation given,")
        stage.press("Shift-Tab")
        stage.type("partly")
        stage.press("Enter")
        stage.expect("Bank at fault: apology, correction and rectification")
        // A draft that comes back says it too.
        stage.press("Esc", "f")
        stage.expect("Bank at fault: apology, correction and rectification")
    }

    @Test("Ctrl-C and q outside text say how to leave") func howToLeave() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.counter)
        for key in ["q", "Ctrl-C"] {
            stage.press(key)
            #expect(stage.message.hasPrefix("Ctrl-Q quits FirstDesk"))
            stage.press("Up")
            #expect(stage.message.isEmpty)
        }
        stage.press("n", "q")
        #expect(stage.message.isEmpty)
        stage.press("Ctrl-C")
        #expect(stage.message.hasPrefix("Ctrl-Q quits FirstDesk"))
        stage.expect("q")
    }

    @Test("what another desk brought is marked in the lists and counted, until it is selected") func marks() throws {
        let stage = try DeskOnStage(.english)
        try stage.fourCases()
        stage.enter(as: stage.desk.head)
        stage.press("Down", "Enter")
        let other = try stage.desk.another()
        _ = try other.log(stage.desk.intake("Logged beside", customer: "Mr Reed"), by: stage.desk.counter)
        _ = try other.perform(.note(.init(text: "Called.")), on: "0379-2611-001", by: stage.desk.manager)
        stage.app.lookForChanges()
        #expect(stage.message == "Another terminal has changed 2 cases.")
        stage.press("Esc")
        stage.shows(
            """
             Luoyang Branch · Desk        1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 2 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               [Due 5]  To accept 2   To sign   To acknowledge 5   To decide   Mine
               Number         Customer        What               Due
            >! 0379-2611-002  Mr Baker        300 taken from t…  start overdue 2 d 20 h
             ! 0379-2611-003  Ms Lowe         The teller was s…  hand-over overdue 23 h
             !*0379-2611-001  (anon.)         Forty minutes in…  reply overdue 16 h
             · 0379-2611-004  刘女士          自动柜员机吞卡，…  hand-over 1 h left
             ·*0379-2611-005  Mr Reed         Logged beside      hand-over 1 h left

            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker  phone  Tue 17 Nov 10:05  138****0000
             300 taken from the account by mistake
             ! start of work overdue 2 d 20 h · reply only 8 h · final deadline 12 d left
             handed over · 1002 Lily Marsh
             Next: Acknowledge it. Waiting for 1002 to accept it


             ! The comment book has not been reviewed today. Press 3 to open it.
             ! Book not reviewed on 19 Nov, 18 Nov, 17 Nov and 1 more day. Press 3.
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  . Acknowledge  a Accept  Tab Lists  n New  ? Help  : More  F12 Lock
            """
        )
        // Once selected it is seen.
        stage.press("Down", "Down")
        stage.expectNot("*0379-2611-001")
        stage.expect("*0379-2611-005")
    }
}
