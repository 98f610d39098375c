import ComplaintRules
import DeskTestSupport
import Ledger
import TerminalKit

@testable import DeskScreens

/// The whole desk without a terminal: keys go in, the screen comes out as text.
final class DeskOnStage {
    let desk: PracticeFolder
    let app: DeskApp
    private var elapsed: Int64 = 0

    init(_ language: Language = .chinese, columns: Int = 80, rows: Int = 24, now: String = "2026-11-20T09:00:00+08:00") throws {
        desk = try PracticeFolder(at: now, language: language)
        app = DeskApp(ledger: desk.ledger, language: language)
        app.use(.unicode)
        app.resize(to: Size(columns: columns, rows: rows))
    }

    func enter(as actor: Actor) { app.enter(as: actor) }

    /// Presses keys one after the other.
    func press(_ keys: Key...) {
        for key in keys { app.handle(key, elapsed: elapsed) }
    }

    /// Types a text, a key for each character.
    func type(_ text: String) {
        for character in text { press(character == "\n" ? .enter : .character(character)) }
    }

    /// Lets time pass.
    func wait(milliseconds: Int64) {
        elapsed += milliseconds
        app.tick(elapsed: elapsed)
    }

    /// The screen as text.
    var screen: String { app.frame().text() }
    /// One row of it, without blanks at its ends.
    func row(_ number: Int) -> String { app.frame().text(row: number).trimmed }
    /// The message line.
    var message: String { row(app.frame().size.rows - 2) }
    /// Where the cursor stands.
    var caret: Point? { app.frame().caret }
}
