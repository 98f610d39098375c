import DeskTestSupport
import Ledger
import TerminalKit
import Testing

@testable import ComplaintRules
@testable import DeskScreens

/// The whole desk without a terminal: keys go in, the screen comes out as text.
final class DeskOnStage {
    let desk: PracticeFolder
    let app: DeskApp
    private var elapsed: Int64 = 0

    /// A desk of its own, at the sign-in screen.
    ///
    /// - Parameter founded: when, where that matters; by itself some days before `now`, since nothing on a desk happens before what it knows.
    init(
        _ language: Language = .chinese,
        columns: Int = 80,
        rows: Int = 24,
        now: String = "2026-11-20T09:00:00+08:00",
        founded: String? = nil
    ) throws {
        desk = try PracticeFolder(at: founded ?? min(now, "2026-11-16T09:00:00+08:00"), language: language)
        try desk.setClock(now)
        app = DeskApp(ledger: desk.ledger, language: language)
        raise(columns, rows)
    }

    /// The program started again on the desk of `other`, as after a kill: nothing is handed over but the file.
    convenience init(restarting other: DeskOnStage) throws {
        // With the program goes what it held open.
        other.app.stack = []
        other.app.lateDrafts = []
        try self.init(beside: other)
    }

    /// Another terminal on the desk of `other`.
    init(beside other: DeskOnStage) throws {
        desk = other.desk
        app = DeskApp(ledger: try desk.another(), language: other.app.language)
        raise(other.app.size.columns, other.app.size.rows)
    }

    /// The first run, in an empty folder that the caller clears away.
    init(
        firstRunIn folder: String,
        beside other: PracticeFolder,
        isClockHanded: Bool = false,
        _ language: Language,
        columns: Int = 80,
        rows: Int = 24
    ) {
        desk = other
        app = DeskApp(
            makingDeskIn: folder,
            clock: other.ledger.clock,
            isClockHanded: isClockHanded,
            language: language,
            systemZone: "Etc/UTC"
        )
        raise(columns, rows)
    }

    private func raise(_ columns: Int, _ rows: Int) {
        app.use(.unicode)
        app.resize(to: Size(columns: columns, rows: rows))
    }

    func enter(as actor: Actor) {
        app.tick(elapsed: elapsed)
        // A lock before let go of the key.
        if let ledger = app.session?.ledger { desk.hangKeys(at: ledger) }
        app.enter(as: actor)
    }

    /// Presses keys one after the other, as somebody does who reads a question before they answer it.
    func press(_ keys: Key...) {
        for key in keys {
            if app.isAsking { elapsed += 1000 }
            app.handle(key, elapsed: elapsed)
        }
    }

    /// Presses keys one right behind the other, faster than anybody reads.
    func hurry(_ names: String...) {
        for name in names {
            elapsed += 20
            if let key = Key(name: name) { app.handle(key, elapsed: elapsed) }
        }
    }

    /// Types a text without looking at the screen, a tenth of a second for each character.
    func typeBlindly(_ text: String) {
        for character in text {
            elapsed += 100
            app.handle(character == "\n" ? .enter : .character(character), elapsed: elapsed)
        }
    }

    /// Presses keys by their names, as help and key scripts write them: `n`, `Tab`, `Ctrl-S`.
    func press(_ names: String..., sourceLocation: SourceLocation = #_sourceLocation) {
        for name in names {
            if let key = Key(name: name) {
                press(key)
            } else {
                Issue.record("no key is called \(name)", sourceLocation: sourceLocation)
            }
        }
    }

    /// Types a text, a key for each character.
    func type(_ text: String) {
        for character in text { press(character == "\n" ? Key.enter : Key.character(character)) }
    }

    /// Types into one field after the other, with Tab between them.
    func fill(_ texts: String...) {
        for (index, text) in texts.enumerated() {
            if index > 0 { press(Key.tab) }
            type(text)
        }
    }

    /// Lets time pass.
    func wait(milliseconds: Int64) {
        elapsed += milliseconds
        app.tick(elapsed: elapsed)
    }

    func resize(_ columns: Int, _ rows: Int) { app.resize(to: Size(columns: columns, rows: rows)) }

    /// The screen as text.
    var screen: String { app.frame().text() }
    /// One row of it, without blanks at its ends.
    func row(_ number: Int) -> String { app.frame().text(row: number).trimmed }
    /// What the message says, also where it takes two lines.
    var message: String {
        let rows = app.frame().size.rows
        return [row(rows - 3), row(rows - 2)].filter { !$0.isEmpty && !$0.hasPrefix("───") }.joined(separator: " ")
    }
    /// The row of the footer.
    var footer: String { row(app.frame().size.rows - 1) }
    /// Where the cursor stands.
    var caret: Point? { app.frame().caret }
    /// The row that the mark of the selection stands in; empty where none is selected.
    var selected: String {
        screen.split(separator: "\n").first { $0.hasPrefix(" >") || $0.hasPrefix(" !>") || $0.hasPrefix(">") }.map(String.init) ?? ""
    }

    /// The kinds of all events, in their order, as the audit trail has them.
    func trail() throws -> [String] {
        var kinds: [String] = []
        try desk.ledger.audit(by: desk.head) { kinds.append($0.kind) }
        return kinds
    }

    /// Expects this text somewhere on the screen.
    func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(screen.holds(text), "not on the screen: \(text)\n\(screen)", sourceLocation: sourceLocation)
    }

    /// Expects this text nowhere on the screen.
    func expectNot(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(!screen.holds(text), "on the screen: \(text)\n\(screen)", sourceLocation: sourceLocation)
    }
}

extension StringProtocol {
    /// Whether `piece` stands in the text, by scalars, so that a control character next to another is found too.
    func holds(_ piece: String) -> Bool {
        let (all, wanted) = (Array(unicodeScalars), Array(piece.unicodeScalars))
        guard all.count >= wanted.count else { return false }
        return (0...(all.count - wanted.count)).contains { all[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}
