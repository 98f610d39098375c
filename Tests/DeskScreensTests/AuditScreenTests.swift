import DeskTestSupport
import Glibc
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

@Suite("Audit trail, as text")
struct AuditScreenTests {
    private func stage(_ language: Language = .english) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        try stage.fourCases()
        return try DeskOnStage(restarting: stage)
    }

    @Test("A shows every event, the newest first, with who and on which case; Tab goes through the lists, b keeps to one person")
    func trail() throws {
        let stage = try stage()
        stage.enter(as: stage.desk.head)
        stage.press("A")
        stage.expect("Audit trail")
        stage.expect("Not verified yet: the desk verifies itself once a day, or press y.")
        stage.expect("Current seal: S-")
        stage.expect("[All]  Sign-offs   Prints, exports   Staff and keys   Desk   Refused sign-ins")
        let kinds = try stage.trail()
        #expect(stage.selected.contains("\(kinds.count)  "), "the newest is selected: \(stage.selected)")
        stage.press("End")
        #expect(stage.selected.contains("desk founded"))
        stage.press("Tab", "Tab", "Tab")
        stage.expect("[Staff and keys]")
        stage.expect("staff added")
        stage.expectNot("logged")
        stage.press("Tab", "Tab")
        stage.expect("No such event yet. Press Tab for another list.")
        stage.press("Tab", "b")
        let person = try #require(stage.selected.firstMatch(of: #/(10\d\d) /#)?.1)
        stage.expect("Who: \(person)")
    }

    @Test("An event of a case tells which clock, to whom and how, and nobody's words")
    func details() throws {
        let stage = try DeskOnStage(.english, columns: 140, rows: 60)
        let manager = stage.desk.manager
        let number = try stage.log(.oral, "Ms Lowe", "The teller was short with me", at: "2026-11-18T16:40:00+08:00", to: manager)
        _ = try stage.desk.ledger.perform(.accept, on: number, by: manager)
        _ = try stage.desk.ledger.perform(.contact(.init(how: .phone, text: "She told of a zebra.")), on: number, by: manager)
        stage.enter(as: stage.desk.head)
        stage.press("A")
        let rows = stage.screen.split(separator: "\n")
        #expect(rows.contains { $0.contains("handed over: ") && $0.contains("1002 Lily Marsh") }, "\(stage.screen)")
        #expect(rows.contains { $0.contains("clock started: start of work, ") })
        #expect(rows.contains { $0.contains("phone") })
        for word in ["zebra", "teller", "Lowe"] { stage.expectNot(word) }
    }

    @Test(
        "A tie to another case is told in words that end without its number",
        arguments: [(Language.english, "linked: Repeat of another case"), (.chinese, "关联：与另一件重复")]
    )
    func ties(language: Language, words: String) throws {
        let stage = try DeskOnStage(language, columns: 140, rows: 40)
        try stage.log(.oral, "Ms Lowe", "The teller was short with me", at: "2026-11-18T16:40:00+08:00")
        try stage.log(.oral, "Ms Lowe", "The teller was short with me again", at: "2026-11-19T16:40:00+08:00")
        stage.enter(as: stage.desk.head)
        stage.press("A")
        stage.expect(words)
    }

    @Test("Enter opens the case of an event; one of the desk has none")
    func opening() throws {
        let stage = try stage(.chinese)
        stage.enter(as: stage.desk.head)
        stage.press("A", "Enter")
        stage.expectNot("审计记录")
        stage.press("Esc", "End", "Enter")
        stage.expect("该事件没有可打开的投诉。")
    }

    @Test("y checks the whole desk beside the keys, and says what it found; a fault by its place")
    func verifying() throws {
        let stage = try stage()
        stage.enter(as: stage.desk.head)
        stage.press("A", "y")
        try stage.finishWork()
        stage.expect("Intact: ")
        stage.press("Down", "y", "y")
        try stage.finishWork()
        #expect(stage.screen.contains("called off") || stage.screen.contains("Intact: "), "it may have been at its end already")
    }

    @Test("What the daily check found stands there, and is told once to whoever comes")
    func daily() throws {
        let stage = try stage()
        _ = try stage.desk.ledger.keepUp()
        stage.enter(as: stage.desk.head)
        stage.press("A")
        stage.expect("All seen intact since 20 Nov 2026 09:00; last checked 20 Nov 2026 09:00.")
        stage.expect("Newest backup here: 2026-11-20 09:00.")
    }

    @Test("Only the branch manager and the auditor read it")
    func readers() throws {
        let stage = try stage()
        stage.enter(as: stage.desk.counter)
        stage.press("A")
        stage.expectNot("Current seal")
        stage.expect("Only the branch manager or the auditor may read")
    }
}

extension DeskOnStage {
    /// Lets time pass until nothing long is under way; it ends by itself.
    func finishWork() throws {
        for _ in 0..<100_000 where app.stack.last?.isWorking == true {
            sched_yield()
            wait(milliseconds: 100)
        }
        try #require(app.stack.last?.isWorking == false)
    }
}
