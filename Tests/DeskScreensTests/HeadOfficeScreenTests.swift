import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What is asked of head office, what is there, and what it answered.
@Suite("Head office, as text")
struct HeadOfficeScreenTests {
    /// Three escalations: one asked for, one with head office, one answered.
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        let (desk, ledger) = (stage.desk, stage.desk.ledger)
        let isChinese = language == .chinese
        let texts =
            isChinese
            ? ["信用卡被收年费三千元", "理财亏损八万元", "分行未按合同放款"] : ["A yearly fee of 3,000", "80,000 lost on a fund", "The loan was not paid out"]
        for (index, text) in texts.enumerated() {
            let who = isChinese ? ["陈先生", "", "王女士"][index] : ["Mr Chen", "", "Ms Wong"][index]
            let number = try stage.log(.letter, who, text, at: "2026-11-1\(6 + index)T10:00:00+08:00", to: desk.manager)
            try desk.setClock("2026-11-1\(6 + index)T10:30:00+08:00")
            _ = try ledger.perform(.accept, on: number, by: desk.manager)
            let kind: Escalation.Kind = [.authority, .amount, .regulator][index]
            let reason = isChinese ? "超出网点权限" : "The branch may not pay so much."
            _ = try ledger.perform(.askEscalation(.init(why: kind, reason: reason)), on: number, by: desk.manager)
            if index == 0 { continue }
            _ = try ledger.perform(.confirmEscalation, on: number, by: desk.head)
            let note = isChinese ? "总行已受理。" : "They have taken it up."
            _ = try ledger.perform(.headOfficeNote(.init(text: note)), on: number, by: desk.manager)
            if index == 1 { continue }
            let answer = isChinese ? "同意退还一半。" : "Half may be paid back."
            _ = try ledger.perform(.headOfficeAnswer(.init(text: answer)), on: number, by: desk.manager)
        }
        try desk.setClock("2026-11-20T09:00:00+08:00")
        return stage
    }

    @Test("what is asked comes first, with its story and what to do next") func list() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.head)
        stage.press("5")
        stage.shows(
            """
             Luoyang Bra… · Head office   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               Number         Why                    Progress              Due
            >! 0379-2611-001  beyond authority       asked 3 d ago         overdue 3 d 21 h
             ! 0379-2611-002  amount                 waiting 2 d           overdue 2 d 21 h
             ! 0379-2611-003  regulator or governm…  answered 1 d ago      overdue 1 d 21 h


            ────────────────────────────────────────────────────────────────────────────────
               Is it beyond the branch's authority? Press c to confirm, d to decline.
               Mr Chen: A yearly fee of 3,000
               Asked by 1002 Lily Marsh, 16 Nov 2026 10:30: The branch may not pay so
               much.
            ⋮ 7
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  c Confirm  d Decline  C Chase  n New  ? Help  : More  F12 Lock
            """
        )
        stage.press("Down")
        stage.expect("With head office. Press p for progress, C to chase, a for its answer.")
        stage.expect("Latest progress 17 Nov 2026 10:30: They have taken it up.")
        stage.press("Down")
        stage.expect("Head office has answered. Press r to reply to the customer.")
    }

    @Test("head office's own deadline and number stand where one looks; C chases once the case is overdue") func deadline() throws {
        let stage = try stage(.english)
        let note = HeadOfficeNote(text: "It is read.", number: "HO-7", due: try PracticeFolder.moment("2026-11-21T17:00:00+08:00"))
        _ = try stage.desk.ledger.perform(.headOfficeNote(note), on: "0379-2611-002", by: stage.desk.manager)
        stage.enter(as: stage.desk.manager)
        stage.press("5", "Down")
        stage.expect("Head office's deadline 21 Nov 2026 17:00 (in 1 d), its number HO-7")
        stage.press("Enter")
        stage.expect("Head office due  21 Nov 2026 17:00")
        stage.expect("a Head office answer")
        stage.press("Esc")
        try stage.desk.setClock("2026-11-22T09:00:00+08:00")
        stage.press("1", "5", "Down")
        stage.expect("! Head office's deadline 21 Nov 2026 17:00 (overdue 16 h)")
        stage.press("C")
        stage.expect("Chase 0379-2611-002")
    }

    @Test("in Chinese on a larger screen") func chinese() throws {
        let stage = try stage(.chinese, columns: 120, rows: 40)
        stage.enter(as: stage.desk.head)
        stage.press("5", "Down")
        stage.shows(
            """
             洛阳分行营业部 · 总行                                                      1001 王建国 网点负责人  11月20日 周五 09:00
             ! 逾期 3 件 · 今日到期 0 件 · 待签字 0 件                                                               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               编号           上报原因                            进度                 时限                上报卷号        客户
             ! 0379-2611-001  超出权限                            已申请 3 天          逾期 3 天 21 小时                   陈先生
            >! 0379-2611-002  金额                                总行处理已 2 天      逾期 2 天 21 小时   0379-2611-D001  （匿名）
             ! 0379-2611-003  监管或政府                          已答复 1 天          逾期 1 天 21 小时   0379-2611-D002  王女士


            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               总行处理中，按 p 记录进展，按 C 催办，按 a 登记总行批复。
               （匿名）：理财亏损八万元
               1002 李敏于2026年11月17日 10:30 申请：超出网点权限
               1001 王建国于2026年11月17日 10:30 确认上报，卷号 0379-2611-D001
               最近进展 2026年11月17日 10:30：总行已受理。
            ⋮ 22
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter 打开  p 进展  a 总行批复  C 催办  n 登记  / 检索  1 工作台  2 登记簿  3 意见簿  4 签字  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("the branch manager confirms after a question; the selection stays with the case") func confirm() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.head)
        stage.press("5", "c")
        let number = "0379-2611-001"
        #expect(try stage.desk.ledger.open(number, by: stage.desk.head).state.stage == .inHand)
        stage.wait(milliseconds: 1000)
        stage.press("Right", "Space")
        #expect(try stage.desk.ledger.open(number, by: stage.desk.head).state.stage == .withHeadOffice)
        #expect(stage.selected.holds(number))
        #expect(stage.selected.holds("waiting"))
    }

    @Test("another manager waits for the branch manager and is told so") func manager() throws {
        let stage = try stage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("5")
        stage.expect("Waiting for the branch manager to confirm or decline.")
        stage.press("c")
        stage.expect("only the branch manager")
    }

    @Test("a reply is offered once head office has answered, not while the branch manager has to confirm") func replyOffered() throws {
        let stage = try stage(.english, columns: 120)
        stage.enter(as: stage.desk.head)
        stage.press("5")
        stage.expect("Press c to confirm, d to decline.")
        #expect(stage.footer.holds("c Confirm") && !stage.footer.holds("Reply"))
        for _ in 0..<2 where !stage.selected.holds("0379-2611-003") { stage.press("Down") }
        #expect(stage.selected.holds("answered") && stage.footer.holds("r Reply"))
    }

    @Test("what head office is to be told at once opens addressed to it; what is asked is confirmed by a key of the case")
    func atOnce() throws {
        for (language, words, keys) in [
            (Language.english, "Tell head office at once", ". Tell  k Confirm escalation  "), (.chinese, "立即告知总行", ". 告知  k 确认上报  "),
        ] {
            let stage = try DeskOnStage(language, columns: 120)
            let (desk, ledger) = (stage.desk, stage.desk.ledger)
            let number = try stage.log(.letter, "陈先生", "记者来电采访", at: "2026-11-20T08:50:00+08:00", to: desk.manager)
            _ = try ledger.perform(.accept, on: number, by: desk.manager)
            _ = try ledger.perform(.askEscalation(.init(why: .media, reason: "x")), on: number, by: desk.manager)
            stage.enter(as: desk.head)
            stage.press("Enter")
            stage.expect(words)
            #expect(stage.footer.hasPrefix(keys), "\(stage.footer)")
            stage.press(".")
            #expect((stage.app.stack.last as? any FormScreen)?.form.value("who") == "head-office")
            stage.press("Esc", "k")
            #expect(stage.screen.holds(language(ActKind.confirmEscalation.label)))
            // Once it is told, telling is the customer's or head office's as one chooses.
            _ = try ledger.perform(.tell(.init(who: .headOffice, how: .phone, text: "x")), on: number, by: desk.manager)
            let opened = try ledger.open(number, by: desk.head)
            #expect(!opened.duties.contains(.reportAtOnce))
        }
    }

    @Test("a reply ends head office's part in the case") func reply() throws {
        let stage = try stage(.english)
        let (desk, ledger) = (stage.desk, stage.desk.ledger)
        var finding = Finding(fault: .none, classification: .unfounded, facts: "The contract allows it.")
        finding.explanation = "Explained."
        _ = try ledger.perform(.finding(finding), on: "0379-2611-003", by: desk.manager)
        _ = try ledger.perform(.reply(.init(how: .phone, text: "Half is paid back.")), on: "0379-2611-003", by: desk.manager)
        stage.enter(as: desk.head)
        stage.press("5")
        stage.expectNot("0379-2611-003")
        stage.expect("0379-2611-002")
    }

    @Test("says so when nothing is there") func empty() throws {
        let stage = try DeskOnStage(.chinese)
        stage.enter(as: stage.desk.head)
        stage.press("5")
        stage.expect("没有上报总行的投诉。")
    }

    @Test("what waits for a decision is on the branch manager's desk, with what was asked for") func decide() throws {
        let stage = try stage(.english)
        _ = try stage.desk.ledger.perform(.askExtension(.init(reason: "Old papers")), on: "0379-2611-003", by: stage.desk.manager)
        stage.enter(as: stage.desk.head)
        stage.press("Tab", "Tab", "Tab", "Tab")
        stage.shows(
            """
             Luoyang Branch · Desk        1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 3 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
                Due 3   To accept   To sign   To acknowledge 3  [To decide 2]  Mine
               Number         Customer        What                       Asked for
            >! 0379-2611-001  Mr Chen         A yearly fee of 3,000      Ask for escalation
             ! 0379-2611-003  Ms Wong         The loan was not paid out  Ask for extension

            ────────────────────────────────────────────────────────────────────────────────
             Mr Chen  letter  Mon 16 Nov 10:00  138****0000
             A yearly fee of 3,000
             ! start of work overdue 3 d 21 h · ! reply overdue 16 h  +1
             in hand · 1002 Lily Marsh
             Next: Confirm or decline the escalation. Acknowledge it. Start work on it
             (contact or finding). Record the finding. Reply to the customer
            ⋮ 4
             ! The comment book has not been reviewed today. Press 3 to open it.
             ! Book not reviewed on 19 Nov, 18 Nov, 17 Nov and 1 more day. Press 3.
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  . Confirm escalation  D Decline  n New  ? Help  : More  F12 Lock
            """
        )
    }
}

/// Corrective actions of all cases.
@Suite("Rectification, as text")
struct RectificationScreenTests {
    private func stage(_ language: Language, columns: Int = 80, rows: Int = 24) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows, now: "2026-11-17T09:00:00+08:00")
        let number = try stage.signedCase()
        let isChinese = language == .chinese
        let actions: [(String, String, String)] = [
            (isChinese ? "增设高峰窗口" : "Open another window at noon", "1002", "2026-11-18"),
            (isChinese ? "更换叫号机" : "Replace the queue machine", isChinese ? "设备科" : "Premises", "2026-11-20"),
            (isChinese ? "培训柜员接待礼仪" : "Train the tellers in how to greet", "1001", "2026-12-01"),
        ]
        try stage.desk.setClock("2026-11-17T09:00:00+08:00")
        for (what, owner, due) in actions {
            let day = try #require(Day(due))
            _ = try stage.desk.ledger.perform(.rectify(what: what, owner: owner, due: day), on: number, by: stage.desk.manager)
        }
        try stage.desk.setClock("2026-11-20T09:00:00+08:00")
        stage.enter(as: stage.desk.head)
        stage.press("8")
        return stage
    }

    @Test("what is open, nearest due first; what is late is flagged") func open() throws {
        try stage(.english).shows(
            """
             Luoyang B… · Rectification   1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
               4 open  ! 1 overdue

               Number         What                 Owner         Due          State
            >! 0379-2611-001  Open another windo…  1002 Lily M…  18 Nov 2026  overdue 2 d
               0379-2611-001  Replace the queue …  Premises      20 Nov 2026  due today
               0379-2611-001  Put up a notice th…  Lily Marsh    27 Nov 2026  7 d left
               0379-2611-001  Train the tellers …  1001 George…  1 Dec 2026   11 d left
            ────────────────────────────────────────────────────────────────────────────────
               Open another window at noon
               Mr Chen  phone  Wed 18 Nov 09:30  138****0000
               A transfer has not arrived for two days
               ! call-back overdue 16 h
               closed · 1002 Lily Marsh
               Next: Call the customer back. Verify rectification 1. Verify rectification
               2. Verify rectification 3. Verify rectification 4



            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  y Verify rectification  d Show verified  ? Help  : More  F12 Lock
            """
        )
    }

    @Test("in Chinese on a larger screen") func chinese() throws {
        try stage(.chinese, columns: 120, rows: 40).shows(
            """
             洛阳分行营业部 · 整改                                                      1001 王建国 网点负责人  11月20日 周五 09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                                                               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               未完成 4 项  ! 逾期 1 项

               编号           事项                                                        负责人       到期日          状态
            >! 0379-2611-001  增设高峰窗口                                                1002 李敏    2026年11月18日  逾期 2 天
               0379-2611-001  更换叫号机                                                  设备科       2026年11月20日  今日到期
               0379-2611-001  升级前一日张贴公告。                                        李敏         2026年11月27日  剩 7 天
               0379-2611-001  培训柜员接待礼仪                                            1001 王建国  2026年12月1日   剩 11 天
            ⋮ 16
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               增设高峰窗口
               0379-2611-001  陈先生
               电话  11月18日 周三 09:30  138****0000

               网上银行转账两天未到账

               回访  ! 逾期 16 小时

               已办结 · 1002 李敏
               下一步：回访客户；核验整改事项 1；核验整改事项 2；核验整改事项 3；核验整改事项 4
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Enter 打开  y 核验整改  d 显示已核验  n 登记  / 检索  1 工作台  2 登记簿  3 意见簿  4 签字  ? 帮助  : 更多  F12 锁定
            """
        )
    }

    @Test("what was checked goes away, and comes back on demand") func verify() throws {
        let stage = try stage(.english)
        stage.press("y")
        stage.expect("Verify rectification")
        // Which one is filled in: it begins with what is lacking.
        stage.type("Seen at noon")
        // Whether it worked is asked, and taken for granted by nobody.
        stage.press("Ctrl-S")
        stage.expect("\"It worked\" is missing.")
        stage.type("yes")
        stage.press("Enter", "Ctrl-S")
        stage.expectNot("Open another")
        stage.press("d")
        stage.expect("Open another")
        stage.expect("Verified")
    }

    @Test("who owns an action is not offered to verify it, and is told so at the key") func own() throws {
        let stage = try stage(.english)
        #expect(stage.footer.holds("y Verify"))
        stage.press("End")
        #expect(stage.selected.holds("1001 George") && !stage.footer.holds("Verify rectification"))
        stage.press("y")
        stage.expect("1001 is its owner; somebody else")
        #expect(stage.row(0).holds("· Rectification"))
    }

    @Test("says so when nothing is open") func empty() throws {
        let stage = try DeskOnStage(.english)
        stage.enter(as: stage.desk.manager)
        stage.press("8")
        stage.expect("No rectification is open. Press d to show those already verified.")
    }
}
