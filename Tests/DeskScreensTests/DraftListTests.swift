import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// A draft is a record of its own: as many as there are forms begun, listed on the desk, opened once (2-screens rule 1).
@Suite("The list of drafts")
struct DraftListTests {
    private func stage(_ language: Language = .english, as actor: KeyPath<PracticeFolder, Actor> = \.counter) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, founded: "2026-11-20T09:00:00+08:00")
        stage.enter(as: stage.desk[keyPath: actor])
        return stage
    }

    /// Begins a complaint of a customer and leaves it.
    private func begin(_ customer: String, _ text: String, on stage: DeskOnStage) {
        stage.press("n")
        stage.fill(customer, "", text)
        stage.press("Esc")
    }

    @Test("n opens an empty form whatever was begun, says where the drafts are, and no form writes over another's") func emptyForm() throws
    {
        let stage = try stage()
        begin("Ms Lowe", "The teller was short with me", on: stage)
        try stage.desk.setClock("2026-11-20T09:10:00+08:00")
        stage.press("n")
        stage.expectNot("Ms Lowe")
        #expect(stage.message == "An empty form. A draft of yours waits on the Desk: Esc, then d.")
        stage.fill("Mr Reed", "", "No chairs in the hall")
        stage.press("Esc")
        try stage.desk.setClock("2026-11-20T09:12:00+08:00")
        begin("Mrs Dale", "The door sticks", on: stage)
        stage.press("d")
        stage.shows(
            """
             Luoyang Branch · Desk          1003 Will Chang counter clerk  Fri 20 Nov 09:12
             Branch: 0 overdue · 0 due today · 0 to sign                     PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
                Due   Mine  [Drafts 3]
               Form           Typed                                          Saved
            >  New complaint  Mrs Dale: The door sticks                      just now
               New complaint  Mr Reed: No chairs in the hall                 2 m ago
               New complaint  Ms Lowe: The teller was short with me          12 m ago
            ⋮ 13
            ────────────────────────────────────────────────────────────────────────────────

             Enter Open  F7 Discard  Tab Lists  n New  / Search  ? Help  : More  F12 Lock
            """
        )
        let typed = try stage.desk.ledger.drafts(by: stage.desk.counter.number).map { String(decoding: $0.content, as: UTF8.self) }
        #expect(typed.count == 3)
        for name in ["Ms Lowe", "Mr Reed", "Mrs Dale"] { #expect(typed.count { $0.holds(name) } == 1) }
    }

    @Test(
        "a draft on a case that its writer may read no more is named by its act, and opens no more",
        arguments: [Language.english, .chinese]
    )
    func unread(language: Language) throws {
        let stage = try DeskOnStage(language)
        let number = try stage.log(.oral, "Ms Lowe", "The teller was short with me", at: "2026-11-20T08:50:00+08:00")
        stage.enter(as: stage.desk.counter)
        stage.press("Enter", "o")
        stage.type("Rang twice")
        stage.press("Esc")
        _ = try stage.desk.ledger.perform(.amend("about", to: "1003"), on: number, by: stage.desk.head)
        stage.press("1", "d")
        stage.expect(language == .english ? "Note (a case you may not read)" : "记录（您不能查阅的投诉）")
    }

    @Test("the list in Chinese") func chinese() throws {
        let stage = try stage(.chinese)
        stage.press("n")
        stage.fill("刘女士", "", "柜员交班时态度生硬")
        stage.press("Esc", "d")
        stage.shows(
            """
             洛阳分行营业部 · 工作台                    1003 张伟 柜员  11月20日 周五 09:00
             本网点：逾期 0 件 · 今日到期 0 件 · 待签字 0 件                 PRACTICE 练习
            ────────────────────────────────────────────────────────────────────────────────
                待办   我的  [草稿 1]
               表单        内容                                              保存
            >  登记投诉    刘女士：柜员交班时态度生硬                        刚刚
            ⋮ 15
            ────────────────────────────────────────────────────────────────────────────────

             Enter 打开  F7 丢弃  Tab 列表  n 登记  / 检索  ? 帮助  : 更多  F12 锁定
            """
        )
        stage.press("Enter")
        #expect(stage.message == "草稿已恢复（刚刚保存）。按 F7 可丢弃。")
        stage.expect("柜员交班时态度生硬")
    }

    @Test("another matter of the same customer is a form and a draft of its own; left untouched it leaves none") func anotherMatter() throws
    {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "13912345678", "The teller was short with me")
        stage.press("Ctrl-S", "N")
        stage.expect("Ms Lowe")
        stage.press("Esc")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
        stage.press("N")
        stage.type("And my card was kept")
        stage.press("Esc", "n")
        stage.type("Mr Reed")
        stage.press("Esc")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).count == 2)
    }

    @Test("a second customer is begun while the form of the first is open, which waits below") func secondCustomer() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "", "The teller was")
        let caret = stage.caret
        stage.press("Alt-n")
        stage.expectNot("Ms Lowe")
        #expect(stage.message == "Another customer. The first form waits below; Esc or saving leads back to it.")
        // An empty form opens no other.
        stage.press("Alt-n", "Esc")
        stage.expect("Ms Lowe")
        stage.press("Alt-n")
        stage.fill("Mr Reed", "", "No chairs in the hall")
        stage.press("Ctrl-S")
        #expect(stage.message == "Saved 0379-2611-001 Mr Reed.")
        stage.expect("The teller was")
        #expect(stage.caret == caret)
        stage.type(" short with me")
        stage.press("Ctrl-S")
        #expect(stage.message == "Saved 0379-2611-002 Ms Lowe. h hand over · w answer · P slip · N another")
        #expect(stage.row(0).holds("· Desk"))
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
    }

    @Test("an entry of the comment book that was begun comes back, whatever else was begun since") func bookEntry() throws {
        let stage = try stage(as: \.manager)
        stage.press("3", "o", "e")
        stage.type("Nobody answers the bell")
        stage.press("Esc")
        try stage.desk.setClock("2026-11-20T09:10:00+08:00")
        stage.press("e")
        stage.expectNot("Nobody answers the bell")
        stage.type("The pen is dry")
        stage.press("Esc", "n")
        stage.type("Ms Lowe")
        stage.press("Esc", "1", "d", "End", "Enter")
        stage.expect("Nobody answers the bell")
        stage.expect("comment book")
        stage.press("Ctrl-S")
        #expect(stage.message.hasPrefix("Saved 0379-2611-001. a accept"))
        let day = try #require(Day("2026-11-20"))
        #expect(try stage.desk.ledger.bookDay(day)?.entries == ["0379-2611-001"])
        #expect(try stage.desk.ledger.drafts(by: stage.desk.manager.number).count == 2)
    }

    @Test("a draft that is open at another desk says so and opens once; closed there it opens here") func openElsewhere() throws {
        let stage = try stage()
        begin("Ms Lowe", "The teller was short with me", on: stage)
        let other = try DeskOnStage(beside: stage)
        other.enter(as: other.desk.counter)
        other.press("d", "Enter")
        other.expect("The teller was short with me")
        stage.press("d", "Enter")
        #expect(stage.message == "! This draft is open already, here or on another terminal.")
        stage.press("F7")
        #expect(stage.message == "! This draft is open already, here or on another terminal.")
        other.type("!")
        other.press("Esc")
        stage.app.lookForChanges()
        stage.press("Enter")
        stage.expect("The teller was short with me!")
        // The other desk's list is older than that.
        other.press("Enter")
        #expect(other.message == "! This draft is open already, here or on another terminal.")
        stage.press("Ctrl-S")
        other.press("Enter")
        #expect(other.message == "! This draft was sent or discarded on another terminal.")
    }

    @Test("a desk that is killed holds no draft open") func killed() throws {
        let stage = try stage()
        begin("Ms Lowe", "The teller was short with me", on: stage)
        do {
            let other = try DeskOnStage(beside: stage)
            other.enter(as: other.desk.counter)
            other.press("d", "Enter")
            stage.press("d", "Enter")
            #expect(stage.message == "! This draft is open already, here or on another terminal.")
        }
        stage.press("Enter")
        #expect(stage.message == "Your draft is back (saved just now). Press F7 to discard it.")
    }

    @Test("discarded from the list, Cancel first; gone for good") func discard() throws {
        let stage = try stage()
        begin("Ms Lowe", "The teller was short with me", on: stage)
        stage.press("d", "F7")
        stage.expect("Discard this draft? It cannot be recovered.")
        stage.press("Enter")
        stage.expect("[Drafts 1]")
        stage.press("F7", "Left", "Space")
        #expect(stage.message == "New complaint: the draft was discarded.")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
    }

    @Test("after 30 days the writer is asked, once a day; what is kept is kept for another 30") func old() throws {
        let stage = try stage()
        begin("Ms Lowe", "The teller was short with me", on: stage)
        try stage.desk.setClock("2026-12-19T09:00:00+08:00")
        let before = try DeskOnStage(restarting: stage)
        before.enter(as: before.desk.counter)
        before.expectNot("30 days")
        try stage.desk.setClock("2026-12-20T09:00:00+08:00")
        let after = try DeskOnStage(restarting: stage)
        after.enter(as: after.desk.counter)
        after.expect("A draft of yours is over 30 days old. Keep or discard?")
        after.expect("New complaint: Ms Lowe: The teller was short with me")
        after.press("Left", "Space")
        after.expect("[Drafts 1]")
        after.press("K")
        #expect(after.message == "The draft is kept for another 30 days.")
        after.expectNot("over 30 days")
        after.press("F12")
        after.type(PracticeFolder.passcode)
        after.press("Enter")
        after.expectNot("over 30 days")
        try stage.desk.setClock("2027-01-18T09:00:00+08:00")
        let first = try DeskOnStage(restarting: stage)
        first.enter(as: first.desk.counter)
        // Nothing happened on the desk for so long that the clock may be wrong.
        first.press("Esc")
        first.expectNot("over 30 days")
    }

    @Test("a leaver's draft goes to whoever takes the cases, and nobody gets one about themselves") func leaver() throws {
        let stage = try stage()
        let number = try stage.log(
            .oral,
            "Ms Lowe",
            "The teller was short with me",
            at: "2026-11-20T08:00:00+08:00",
            to: stage.desk.manager
        )
        begin("Mr Reed", "No chairs in the hall", on: stage)
        stage.press("n")
        stage.fill("Mrs Dale", "", "The manager Lily Marsh shouted", "", "", "")
        do {
            var form = try #require(stage.app.stack.last as? LogScreen)
            form.form.setValue("Lily Marsh", for: "about")
            stage.app.stack[stage.app.stack.count - 1] = form
        }
        stage.press("Esc")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).count == 2)
        try stage.desk.ledger.edit(stage.desk.counter.number, .leave, by: stage.desk.head)
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
        let other = try DeskOnStage(restarting: stage)
        other.enter(as: other.desk.manager)
        other.press("d")
        other.expect("from 1003")
        other.expect("Mr Reed: No chairs in the ha")
        other.expectNot("Lily Marsh shouted")
        #expect(try other.desk.ledger.drafts(by: other.desk.head.number).map(\.writer) == [stage.desk.counter.number])
        #expect(number == "0379-2611-001")
    }

    // MARK: Every form there is

    private func snapshot(_ stage: DeskOnStage) throws -> FormSnapshot {
        try #require(stage.app.stack.last as? any FormScreen, "no form is open: \(stage.screen)").form.snapshot
    }

    private func change(_ stage: DeskOnStage, _ body: (inout any FormScreen) -> Void) throws {
        var screen = try #require(stage.app.stack.last as? any FormScreen, "no form is open: \(stage.screen)")
        body(&screen)
        stage.app.stack[stage.app.stack.count - 1] = screen
    }

    /// Types into a form, leaves it, opens it from the list, and expects all as it was.
    private func prove(_ screen: any FormScreen, on stage: DeskOnStage) throws {
        let session = try #require(stage.app.session)
        let (name, title) = (screen.draftForm, screen.title.english)
        try stage.app.take(try session.opening(screen), by: .enter)
        let field = screen.form.fields.last {
            switch $0.kind {
            case .line(let field): !field.isSecret && $0.isFocusable
            case .text: $0.isFocusable
            default: false
            }
        }
        if let field {
            // Nothing of the screen is held on to: it has the draft open.
            try change(stage) { $0.form.focus(field.id) }
            stage.type("xyz")
            stage.press("Left")
        } else if screen.form.fields.contains(where: { if case .check = $0.kind { true } else { false } }) {
            stage.press("Space")
        } else {
            stage.press("Down", "Down", "Enter", "Space")
        }
        let before = try snapshot(stage)
        // One for a list that is still open.
        for _ in 0..<2 where stage.app.stack.count > 1 { stage.press("Esc") }
        #expect(stage.message == "\(title): what you typed is kept as a draft.", "\(name): \(stage.message)")
        stage.press("1", "d", "Enter")
        #expect((stage.app.stack.last as? any FormScreen)?.draftForm == name, "\(name) does not open: \(stage.screen)")
        #expect(try snapshot(stage) == before, "\(name)")
        stage.press("F7", "Left", "Space")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.head.number).isEmpty, "\(name)")
    }

    // A signature has no form: how far it was read is what stands on the screen.
    @Test("what was typed into the form of an act opens again", arguments: ActKind.allCases.filter { !$0.fields.isEmpty && $0 != .sign })
    func acts(_ act: ActKind) throws {
        let stage = try stage(as: \.head)
        let number = try stage.answeredCase()
        let session = try #require(stage.app.session)
        try prove(ActScreen(act, on: number, try OpenedCase(number, session).state, session), on: stage)
    }

    @Test("what was typed into any other form that keeps a draft opens again") func others() throws {
        let stage = try stage(as: \.head)
        let session = try #require(stage.app.session)
        let day = try #require(Day("2026-11-20"))
        var forms: [any FormScreen] = [
            LogScreen(session), LogScreen(session, bookDay: day), LogScreen(session, for: ["customer": "Ms Lowe"]),
            BookScreen.late(.open(day.adding(days: -1), reason: ""), session), BookScreen.late(.nothing(day), session),
            BookScreen.late(.close(day), session),
        ]
        for page in SettingsPage.all {
            let selections = try [nil] + page.contents(session).rows.map { $0.id }
            for selected in selections {
                for thing in page.things(selected, session) {
                    // Where there is nothing to fill in no form opens.
                    if let form = try? thing.form(session), form.keepsDraft { forms.append(form) }
                }
            }
        }
        var seen: Set<String> = []
        for form in forms where seen.insert("\(form.draftForm) \(form.form.value("customer"))").inserted { try prove(form, on: stage) }
        #expect(seen.count > 30)
    }

    @Test("a draft of what is no longer there says so and stays") func ofNothing() throws {
        let stage = try stage()
        try stage.desk.ledger.saveDraft(
            [UInt8](#"{"values":{"text":"x"},"focusedID":"text","carets":{}}"#.utf8),
            as: 7,
            of: "codes/business gone",
            by: stage.desk.counter.number
        )
        stage.press("1", "d", "Enter")
        #expect(stage.message == "! (what this draft was about no longer exists)")
        stage.expect("[Drafts 1]")
    }
}
