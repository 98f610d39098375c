import DeskTestSupport
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens
@testable import Ledger

/// How much one key asks of the desk's file: statements as SQLite traces them, and cases folded from their events.
@Suite("Nothing is asked twice for one key")
struct QueryCountTests {
    private let stage: DeskOnStage
    private var ledger: Ledger { stage.desk.ledger }

    /// A branch manager's desk with three cases to accept and two to sign, one of them with head office before.
    init() throws {
        stage = try DeskOnStage(.english)
        for text in ["one", "two", "three"] {
            _ = try stage.desk.ledger.log(
                stage.desk.intake(text),
                then: [.handOver(.init(to: stage.desk.head.number))],
                by: stage.desk.counter
            )
        }
        for text in ["four", "five"] { _ = try stage.desk.repliedCase(text) }
        for text in ["six", "seven"] {
            let number = try stage.desk.ledger.log(
                stage.desk.intake(text),
                then: [.handOver(.init(to: stage.desk.manager.number))],
                by: stage.desk.counter
            ).state.number.description
            _ = try ledger.perform(.accept, on: number, by: stage.desk.manager)
            _ = try ledger.perform(.askEscalation(.init(why: .amount, reason: "x")), on: number, by: stage.desk.manager)
        }
        stage.enter(as: stage.desk.head)
        // What the making of the desk read is not known to a program that has just begun.
        ledger.readings.forget()
    }

    /// What the keys ask: statements, without those that begin and end, and folds.
    private func asked(_ keys: String...) throws -> (statements: [String], folds: Int) {
        let folds = ledger.readings.folds
        let statements = try ledger.connection.tracing { for key in keys { stage.press(key) } }
        return (statements, ledger.readings.folds - folds)
    }

    @Test("opening a case: one snapshot, one fold, and no second one while nothing happens on it") func openCase() throws {
        let first = try asked("Enter")
        #expect(stage.app.stack.last is CaseScreen)
        #expect(
            first.statements == [
                "BEGIN", "SELECT 1 FROM sqlite_schema LIMIT 1", "SELECT id, version FROM complaint WHERE number = ?",
                "SELECT event.seq, coalesce(judged.at, event.at), by, on_behalf_of, kind, coalesce(event.content, "
                    + "(SELECT remains.content FROM remains WHERE remains.seq = event.seq)), event.at, judged.floor "
                    + "FROM event LEFT JOIN judged ON judged.seq = event.seq WHERE case_id = ? AND event.seq > ? ORDER BY event.seq",
                "COMMIT",
            ]
        )
        #expect(first.folds == 1)
        stage.press("Esc")
        #expect(try asked("Enter").folds == 0)
        // Another desk's act is seen, and the case folded anew.
        stage.press("Esc")
        let other = try stage.desk.another()
        _ = try other.perform(.note(.init(text: "from the other desk")), on: "0379-2611-001", by: stage.desk.manager)
        #expect(try asked("Enter").folds == 1)
        stage.expect("from the other desk")
    }

    @Test("accepting from the Desk: one fold for the look, the act and the screen after it") func accept() throws {
        stage.press("Tab")
        let asked = try asked("a")
        stage.expect("0379-2611-001: \"Accept\" is recorded. Stage: in hand.")
        #expect(asked.folds == 1)
        // Three of them sign it, and see that the file is still the one that was opened; one asks where in the list the case is now.
        #expect(asked.statements.count == 25)
    }

    @Test("Down in sign-off: one fold at most") func signOff() throws {
        stage.press("4")
        ledger.readings.forget()
        let down = try asked("Down")
        #expect(down.folds == 1)
        // One more asks whether the case that it repeats is about the reader.
        #expect(down.statements.count == 6)
        #expect(try asked("Up").folds == 1)
        #expect(try asked("Down").folds == 0)
    }

    @Test("head office: the list folds nothing, and each Down one case at most") func headOffice() throws {
        ledger.readings.forget()
        let list = try asked("5")
        #expect(list.folds == 1)
        #expect(list.statements.count == 8)
        #expect(try asked("Down").folds == 1)
        #expect(try asked("Up").folds == 0)
    }

    @Test("the book's register folds nothing") func book() throws {
        stage.press("2")
        let tab = try asked("Tab")
        #expect(tab.folds == 0)
        #expect(tab.statements.count == 1)
    }

    @Test("Tab on the Desk asks for its list and its first case, Down for what happened on the case that is looked at then, once")
    func desk() throws {
        let tab = try asked("Tab")
        #expect(tab.statements.count == 2)
        #expect(tab.folds == 1)
        let down = try asked("Down")
        #expect(down.statements.count == 1)
        #expect(down.statements.first?.hasPrefix("SELECT event.seq") == true)
        #expect(down.folds == 1)
        #expect(try asked("Up", "Down", "Up").statements == [])
    }

    @Test("what an arrow on the Desk will show is read while nobody waits, and read anew once something happened") func readAhead() throws {
        stage.press("Tab")
        stage.app.readAhead()
        #expect(try asked("Down").statements == [])
        stage.app.readAhead()
        #expect(try asked("Down").statements == [])
        // All three are there, and nothing is read twice.
        #expect(try ledger.connection.tracing { stage.app.readAhead() } == [])
        #expect(try asked("Up", "Up").statements == [])
        // Another desk takes the case in the middle, which is selected next.
        _ = try stage.desk.another().perform(.accept, on: "0379-2611-002", by: stage.desk.head)
        stage.app.lookForChanges()
        stage.app.readAhead()
        stage.press("Down")
        stage.expect("three")
        stage.expectNot("two")
    }

    @Test("a look at a case counts for its minute, as the times on screen do: a limit may run out in the next") func minute() throws {
        let session = try #require(stage.app.session)
        let row = try #require(try ledger.rows(session.query(.waiting), .first, limit: 1).first)
        let glances = Glances()
        for (clock, read) in [("09:00:10", "09:00:10"), ("09:00:59", "09:00:10"), ("09:01:00", "09:01:00"), ("09:00:30", "09:00:30")] {
            try stage.desk.setClock("2026-11-20T\(clock)+08:00")
            #expect(try glances.reading(of: row, session).now == PracticeFolder.moment("2026-11-20T\(read)+08:00"))
        }
    }

    @Test("a letter in search: in which block the newest case is, and one query of it") func search() throws {
        stage.press("/", "s")
        let letter = try asked("i")
        #expect(letter.statements.count == 2)
        #expect(letter.folds == 0)
    }

    @Test("the Desk counts once") func counting() throws {
        stage.press("2")
        let shown = try asked("1")
        #expect(shown.statements.filter { $0.contains("count(*)") }.count == 2)
        #expect(shown.statements.count == 8)
        // The case that is looked at.
        #expect(shown.folds == 1)
    }
}
