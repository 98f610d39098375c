import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// Keys never wait for the store: while another program holds the file, typing and moving go on, and the message line says what waits
/// (2-screens rule 13).
@Suite("While another program holds the file")
struct BusyStoreTests {
    private func stage(_ language: Language = .english, as actor: KeyPath<PracticeFolder, Actor> = \.counter) throws -> DeskOnStage {
        let stage = try DeskOnStage(language)
        stage.enter(as: stage.desk[keyPath: actor])
        return stage
    }

    /// Does something while another connection has the write lock.
    private func holding(_ stage: DeskOnStage, _ body: () throws -> Void) throws {
        let other = try Ledger(folder: stage.desk.path, clock: stage.desk.ledger.clock)
        try other.batch { try body() }
        other.close()
    }

    @Test("typing goes on, the draft is said to wait, and it is saved once the file is free") func draft() throws {
        let stage = try stage()
        stage.press("n")
        try holding(stage) {
            stage.type("Ms Lowe")
            stage.wait(milliseconds: 300)
            #expect(stage.message == "! Another program holds the file. Type on: your draft is saved once it is free.")
            stage.type(" and her son")
            stage.expect("Ms Lowe and her son")
            stage.wait(milliseconds: 5000)
            #expect(stage.message == "! Another program holds the file. Type on: your draft is saved once it is free.")
        }
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
        stage.wait(milliseconds: 250)
        #expect(stage.message == "Your draft is saved now.")
        let again = try DeskOnStage(restarting: stage)
        again.enter(as: again.desk.counter)
        again.press("d", "Enter")
        again.expect("Ms Lowe and her son")
    }

    @Test("in Chinese") func chinese() throws {
        let stage = try stage(.chinese)
        stage.press("n")
        stage.fill("刘女士", "", "柜员交班时态度生硬")
        try holding(stage) {
            stage.wait(milliseconds: 300)
            #expect(stage.message == "! 文件正被其他程序占用。可继续输入，文件空闲后即保存草稿。")
            stage.press("Ctrl-S")
            stage.wait(milliseconds: 7000)
            #expect(stage.message == "! 登记投诉：文件正被其他程序占用，等待中（7 秒）。按 Esc 取消。")
            stage.press("Esc")
            #expect(stage.message == "! 登记投诉：已取消，未作更改。")
        }
    }

    @Test("Esc does not leave a form whose draft is not saved, and another person's desk saves it later") func otherPerson() throws {
        let stage = try stage()
        stage.press("n")
        stage.type("Ms Lowe")
        try holding(stage) {
            stage.press("Esc")
            #expect(stage.row(0).holds("New complaint"))
            #expect(stage.message == "! Another program holds the file. Type on: your draft is saved once it is free.")
            stage.press("F12")
            stage.fill("1002", PracticeFolder.passcode)
            stage.press("Enter")
            // An attempt is counted before it is tried, and that waits for the file.
            #expect(stage.message.hasPrefix("!! Another terminal is using"))
        }
        stage.press("Ctrl-U")
        stage.type(PracticeFolder.passcode)
        stage.press("Enter")
        #expect(stage.message == "Welcome, Lily Marsh.")
        stage.wait(milliseconds: 250)
        let drafts = try stage.desk.ledger.drafts(by: stage.desk.counter.number)
        #expect(drafts.count == 1)
        #expect(String(decoding: drafts[0].content, as: UTF8.self).holds("Ms Lowe"))
        #expect(try stage.desk.ledger.drafts(by: stage.desk.manager.number).isEmpty)
    }

    @Test("an act on a row waits visibly, takes the row that was selected, and is done while one is elsewhere") func act() throws {
        let stage = try stage(as: \.manager)
        let first = try stage.log(.oral, "Ms Lowe", "The teller was short", at: "2026-11-20T08:00:00+08:00", to: stage.desk.manager)
        try stage.log(.oral, "Mr Reed", "No chairs", at: "2026-11-20T08:30:00+08:00", to: stage.desk.manager)
        stage.press("Tab")
        #expect(stage.selected.holds(first))
        try holding(stage) {
            stage.press("a")
            #expect(stage.message == "! Accept \(first): waiting for a program that holds the file (0 s). Esc calls it off.")
            stage.wait(milliseconds: 3000)
            #expect(stage.message == "! Accept \(first): waiting for a program that holds the file (3 s). Esc calls it off.")
            stage.press("Down", "a")
            #expect(stage.message == "! Accept \(first) is still waiting. Esc calls it off.")
            stage.press("n")
            stage.type("Mrs Dale")
            stage.expect("Mrs Dale")
            let waiting = try stage.desk.ledger.open(first, by: stage.desk.head).state
            #expect(waiting.stage == .handedOver)
        }
        stage.wait(milliseconds: 50)
        #expect(try stage.desk.ledger.open(first, by: stage.desk.head).state.holder == stage.desk.manager.number)
        #expect(stage.message.holds(first))
        stage.expect("Mrs Dale")
    }

    @Test("a complaint that waits is saved once, as it was sent") func save() throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "", "The teller was short with me")
        try holding(stage) {
            stage.press("Ctrl-S")
            stage.wait(milliseconds: 2000)
            stage.press("Tab")
            #expect(stage.message == "! New complaint: waiting for a program that holds the file (2 s). Esc calls it off.")
        }
        stage.wait(milliseconds: 50)
        #expect(stage.message == "Saved 0379-2611-001 Ms Lowe. h hand over · w answer · P slip · N another")
        stage.wait(milliseconds: 500)
        #expect(try stage.desk.ledger.counts().open == 1)
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).isEmpty)
    }

    @Test(
        "called off by Esc, by typing on in the form, and by the lock; nothing is done then and nothing is lost",
        arguments: ["Esc", "x", "F12"]
    )
    func calledOff(_ key: String) throws {
        let stage = try stage()
        stage.press("n")
        stage.fill("Ms Lowe", "", "The teller was short with me")
        try holding(stage) {
            stage.press("Ctrl-S", key)
            if key == "Esc" { #expect(stage.message == "! New complaint: called off. Nothing was changed.") }
            if key == "x" {
                #expect(stage.message == "! New complaint: called off, for the form has changed. Ctrl-S sends it as it is now.")
            }
        }
        stage.wait(milliseconds: 1000)
        #expect(try stage.desk.ledger.counts().open == 0)
        if key == "F12" {
            stage.press("Enter")
            stage.type(PracticeFolder.passcode)
            stage.press("Enter")
        }
        stage.expect("The teller was short with me")
        #expect(try stage.desk.ledger.drafts(by: stage.desk.counter.number).count == 1)
    }

    @Test("what is refused once the file is free is said beside its field") func refused() throws {
        let stage = try stage()
        let number = try stage.log(.oral, "Ms Lowe", "The teller was short", at: "2026-11-20T08:00:00+08:00")
        stage.press("2", "Enter", "h")
        stage.type("Lily")
        stage.press("Enter")
        try holding(stage) {
            stage.press("Ctrl-S")
            #expect(stage.message.holds("waiting for a program"))
        }
        // Meanwhile another desk handed it over.
        _ = try stage.desk.ledger.perform(.handOver(.init(to: stage.desk.head.number)), on: number, by: stage.desk.counter)
        stage.wait(milliseconds: 50)
        #expect(!stage.message.isEmpty && !stage.message.holds("waiting"))
        stage.expect("1002 Lily Marsh")
        #expect(try stage.desk.ledger.open(number, by: stage.desk.head).state.awaitedReceiver == stage.desk.head.number)
    }
}
