import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// What was is corrected on screen by the branch manager, and what is late says so while it is written.
@Suite("Correcting what was, as text")
struct PastSettingsTests {
    private func settings(_ language: Language, pages: Int) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk.head)
        stage.press("9")
        for _ in 0..<pages { stage.press("Tab") }
        return stage
    }

    /// Goes on to the field of that name in the form that is open.
    private func go(to field: String, _ stage: DeskOnStage) {
        for _ in 0..<40 where (stage.app.stack.last as? any FormScreen)?.form.focusedID != field { stage.press("Tab") }
    }

    @Test("the standing of a day of the comment book is corrected in a form, beside what stood before") func book() throws {
        let stage = try settings(.english, pages: 4)
        let day = try #require(Day("2026-11-17"))
        // Something was done here since that day.
        _ = try stage.desk.ledger.log(stage.desk.intake("Forty minutes"), by: stage.desk.counter)
        stage.press("b")
        stage.expect("Correct the comment book")
        stage.fill("2026-11-17", "late", "Power cut")
        stage.press("Ctrl-S")
        #expect(stage.message == "The comment book of 17 Nov 2026 stands as: late.")
        #expect(try stage.desk.ledger.bookStatus(from: day, to: day).map(\.status) == [.late])
        stage.press("b")
        stage.fill("2026-11-17", "late", "Power cut")
        stage.press("Ctrl-S")
        stage.expect("That is so already; nothing was changed.")
        let clerk = try settings(.chinese, pages: 4)
        clerk.enter(as: clerk.desk.manager)
        clerk.press("9", "Tab", "Tab", "Tab", "Tab", "b")
        clerk.expect("仅限网点负责人")
    }

    @Test("a clock that had run ahead is declared wrong in a form that offers the stretches; the case tells both judgements")
    func wrongClock() throws {
        let stage = try settings(.english, pages: 3)
        stage.press("w")
        // No form without a field to fill in.
        stage.expect("There is none: a stretch begins")
        #expect(stage.row(0).holds("· Settings"))
        stage.press("Esc")
        let (desk, ledger) = (stage.desk, stage.desk.ledger)
        let number = try ledger.log(desk.intake("Forty minutes"), by: desk.counter).state.number.description
        _ = try ledger.perform(.accept, on: number, by: desk.manager)
        try desk.setClock("2027-03-01T10:00:00+08:00")
        let replied = try ledger.perform(.reply(.init(how: .phone, text: "Told them")), on: number, by: desk.manager)
        let from = replied.state.version - 1
        try desk.setClock("2026-11-20T10:00:00+08:00")
        _ = try ledger.perform(.note(.init(text: "Set right")), on: number, by: desk.manager)
        // The clock went back under whoever is signed in: that is asked first.
        stage.press("w", "Esc", "w")
        stage.type("events")
        stage.expect("events \(from) to \(from + 1): 1 Mar 2027 10:00 to 1 Mar 2027 10:00")
        go(to: "reason", stage)
        stage.type("Battery")
        stage.press("Ctrl-S")
        #expect(stage.message == "Events \(from) to \(from + 1) are judged anew.")
        stage.press("2", "Enter")
        stage.expect("3 kept, ! 2 judged anew")
        stage.press("c")
        stage.expect("(! before: late)")
    }

    @Test("what happened longer ago than the branch's setting is flagged as a late claim while it is logged") func lateClaim() throws {
        for (language, note) in [(Language.english, "! Late claim: it happened more than 365 days"), (.chinese, "! 逾期主张：发生时间距今超过 365 天")] {
            let stage = try DeskOnStage(language)
            stage.enter(as: stage.desk.counter)
            stage.press("n")
            go(to: "happened", stage)
            stage.type("2026-10-01")
            stage.press("Tab")
            stage.expectNot(note)
            stage.press("Shift-Tab")
            for _ in 0..<10 { stage.press("Backspace") }
            stage.type("2025-10-01")
            stage.press("Tab")
            stage.expect(note)
        }
    }

    @Test("a review that was begun on its day and is ended on a later one asks why") func endedLater() throws {
        let stage = try DeskOnStage(.english)
        let (desk, ledger) = (stage.desk, stage.desk.ledger)
        let friday = try #require(Day("2026-11-20"))
        try ledger.perform(.open(friday, reason: ""), by: desk.manager)
        try desk.setClock("2026-11-23T09:00:00+08:00")
        stage.enter(as: desk.manager)
        stage.press("3", "Left", "Left", "Left", "x")
        stage.expect("Late review of 20 Nov 2026")
        stage.type("Power cut")
        stage.press("Ctrl-S")
        stage.expect("late")
        #expect(try ledger.bookStatus(from: friday, to: friday).map { $0.review?.reason } == ["Power cut"])
        #expect(try ledger.bookStatus(from: friday, to: friday).map(\.status) == [.late])
    }
}
