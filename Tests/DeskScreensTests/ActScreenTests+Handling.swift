import Testing

@testable import DeskScreens

// The forms of the acts by which a case is worked to its answer.
extension ActScreenTests {
    @Test("finding: who is at fault, the facts, and what follows") func finding() throws {
        let stage = try stage("f", .english)
        stage.shows(
            """
             Luoyang Bran… · Finding 0379-2611-001   1001 George Wang branch manager  09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker: 300 taken by mistake

              *Fault                  press Enter to choose                              ▼
                                     At fault: apology, correction, rectification. Not at
                                     fault: explanation.
              *Class                  press Enter to choose                              ▼
               Kind                                                                      ▼
              *Facts
                                   │
               Words of apology
                                   │
               Apology by
               Correction
               Rectification
               Explanation
               Head office ruling
               Third party at fault
               Responsible            e.g. a staff number 60%, Cash office 40%
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("finding in Chinese") func findingChinese() throws {
        let stage = try stage("f", .chinese)
        stage.shows(
            """
             洛阳分行营业部 · 责任认定 0379-2611-001          1001 王建国 网点负责人  09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             王先生：账户被误扣三百元

              *责任           按 Enter 选择                                              ▼
                             有责须填道歉、纠正、整改；无责须填解释。
              *认定结果       按 Enter 选择                                              ▼
               类型                                                                      ▼
              *查明事实
                           │
               致歉内容
                           │
               道歉人
               纠正
                           │
               整改
               解释
               总行批复
               第三方责任
               责任人及比例   例如 工号 60%、现金中心 40%
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F7 丢弃  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("finding on a larger screen") func findingLarge() throws {
        let stage = try stage("f", .english, columns: 120, rows: 40)
        stage.shows(
            """
             Luoyang Branch · Finding 0379-2611-001                               1001 George Wang branch manager  Fri 20 Nov 09:00
             ! 1 overdue · 0 due today · 0 to sign                                                                   PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Mr Baker: 300 taken by mistake

              *Fault                  press Enter to choose                                                                      ▼
                                     At fault: apology, correction, rectification. Not at fault: explanation.
              *Class                  press Enter to choose                                                                      ▼
               Kind                                                                                                              ▼
              *Facts
                                   │
                                   │
                                   │
                                   │
               Words of apology
                                   │
                                   │
                                   │
               Apology by
               Correction
                                   │
                                   │
                                   │
               Rectification
                                   │
                                   │
                                   │
               Explanation
                                   │
                                   │
                                   │
               Head office ruling
                                   │
                                   │
                                   │
               Third party at fault
               Responsible            e.g. a staff number 60%, Cash office 40%
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Ctrl-S Save  Tab Next field  Esc Back  F7 Discard  Alt-n New  Alt-/ Search  F1 Help  Ctrl-P More  F12 Lock
            """
        )
    }

    @Test("finding on a larger screen in Chinese") func findingLargeChinese() throws {
        let stage = try stage("f", .chinese, columns: 120, rows: 40)
        stage.shows(
            """
             洛阳分行营业部 · 责任认定 0379-2611-001                                    1001 王建国 网点负责人  11月20日 周五 09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                                                               PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             王先生：账户被误扣三百元

              *责任           按 Enter 选择                                                                                      ▼
                             有责须填道歉、纠正、整改；无责须填解释。
              *认定结果       按 Enter 选择                                                                                      ▼
               类型                                                                                                              ▼
              *查明事实
                           │
                           │
                           │
                           │
               致歉内容
                           │
                           │
                           │
               道歉人
               纠正
                           │
                           │
                           │
               整改
                           │
                           │
                           │
               解释
                           │
                           │
                           │
               总行批复
                           │
                           │
                           │
               第三方责任
               责任人及比例   例如 工号 60%、现金中心 40%
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F7 丢弃  Alt-n 登记  Alt-/ 检索  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }

    @Test("reply: how, what was said, whether the customer accepts") func reply() throws {
        let stage = try stage("r", .english)
        stage.shows(
            """
             Luoyang Branch · Reply 0379-2611-001    1001 George Wang branch manager  09:00
             ! 1 overdue · 0 due today · 0 to sign                           PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             Mr Baker: 300 taken by mistake

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
    }

    @Test("a reply without its grounds and what the customer can do next says so, as by command") func missingParts() throws {
        func told(_ stage: DeskOnStage) -> String {
            stage.type("phone")
            stage.press("Enter")
            stage.type("We rang and told the customer")
            stage.press("Ctrl-S")
            return stage.message
        }
        #expect(
            try told(stage("r", .english)) == "0379-2611-001: \"Reply\" is recorded. Stage: to sign. Not said: On what grounds, Next steps."
        )
        #expect(try told(stage("r", .chinese)).hasSuffix("未含：依据、后续救济途径。"))
    }

    @Test("a larger sum in the words of a promise is asked about in the form, and taken once it is no promise") func sumInWords() throws {
        let stage = try stage("r", .english)
        stage.expectNot("Larger sum not promised")
        stage.type("phone")
        stage.press("Enter")
        stage.type("We rang")
        stage.press("Tab", "Tab", "Tab", "Tab", "Tab")
        stage.type("0")
        stage.press("Tab")
        stage.type("look for the 50000 yuan")
        stage.press("Ctrl-S")
        stage.expect("Larger sum not promised")
        stage.expect("The words speak of 50000.00")
        stage.type("yes")
        stage.press("Enter", "Ctrl-S")
        #expect(stage.message.hasPrefix("0379-2611-001: \"Reply\" is recorded."))
    }

    @Test("reply in Chinese") func replyChinese() throws {
        let stage = try stage("r", .chinese)
        stage.shows(
            """
             洛阳分行营业部 · 回复客户 0379-2611-001          1001 王建国 网点负责人  09:00
             ! 逾期 1 件 · 今日到期 0 件 · 待签字 0 件                       PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
             王先生：账户被误扣三百元

               ! 由您办理后，本件即由您一人经办，网点内再无他人可以签字，须凭总行书面批
               复。建议由他人办理。
              *方式           按 Enter 选择                                              ▼
              *内容
                           │
               依据
                           │
               后续救济途径
               客户接受                                                                  ▼
               回复对象
               承诺金额       例如 200 或 1200.50
               承诺
               补救方式       留空：有金额即为经济补偿                                   ▼
               已付金额       例如 200 或 1200.50
               付款日期       例如 2026-11-22
               无法送达                                                                  ▼
            ────────────────────────────────────────────────────────────────────────────────

             Ctrl-S 保存  Tab 下一栏  Esc 返回  F7 丢弃  F1 帮助  Ctrl-P 更多  F12 锁定
            """
        )
    }
}
