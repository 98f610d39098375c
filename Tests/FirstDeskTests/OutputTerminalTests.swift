import Glibc
import TerminalEmulator
import Testing

@testable import firstdesk

@Suite("What goes out to the terminal")
struct OutputTerminalTests {
    /// A desk with an overdue case (001) and others.
    private func desk() throws -> CommandDesk {
        let desk = try CommandDesk()
        _ = try desk.log("排队四十分钟无人管", "--received", "2026-11-12T10:00")
        for serial in 2...9 { _ = try desk.log("第\(serial)件：柜员交班时态度生硬", "--received", "2026-11-19T10:0\(serial)") }
        return desk
    }

    @Test("An arrow key on the desk writes little")
    func arrow() throws {
        let session = try desk().terminal(as: "1002")
        // The greeting goes with the first key.
        try session.press(.down)
        try session.waitForIdle()
        var counts: [Int] = []
        for key in [TestKey.down, .down, .up, .down, .up, .up] {
            let before = session.selectedRow
            session.mark()
            try session.press(key)
            try session.waitForIdle()
            #expect(session.selectedRow != before)
            counts.append(session.bytesSinceMark)
        }
        report("an arrow key on the desk, most", counts.max() ?? 0, "bytes")
        #expect(counts.allSatisfy { $0 > 0 && $0 <= 600 }, "\(counts)")
    }

    @Test("Nothing is written while nothing happens")
    func idle() throws {
        let session = try desk().terminal(as: "1002")
        session.mark()
        let deadline = ContinuousClock.now + .milliseconds(1200)
        while ContinuousClock.now < deadline { try session.pump(milliseconds: 50) }
        #expect(session.bytesSinceMark == 0)
        // A key that means nothing changes nothing but the greeting that it takes away.
        try session.press(.f(6))
        try session.waitForIdle()
        session.mark()
        try session.press(.f(6))
        try session.waitForIdle()
        #expect(session.bytesSinceMark == 0)
    }

    /// A terminal with its depth of colours.
    struct Terminal: Sendable, CustomTestStringConvertible {
        let name: String
        var variables: [String: String] = [:]
        let foreground: @Sendable (CellColour) -> Bool
        let background: @Sendable (CellColour) -> Bool
        var testDescription: String { name + variables.keys.joined() }
    }

    static let terminals: [Terminal] = [
        // The bank blue's #FFAFAF on #00005F in the palette of 256.
        Terminal(name: "xterm-256color", foreground: { $0 == .indexed(217) }, background: { $0 == .indexed(17) }),
        // On blue red cannot be read: white in bold, and the sign.
        Terminal(name: "xterm", foreground: { $0 == .indexed(7) }, background: { $0 == .indexed(4) }),
        Terminal(name: "xterm-16color", foreground: { $0 == .indexed(15) }, background: { $0 == .indexed(4) }),
        Terminal(name: "vt100", foreground: { $0 == .standard }, background: { $0 == .standard }),
        Terminal(
            name: "xterm-256color",
            variables: ["NO_COLOR": "1"],
            foreground: { $0 == .standard },
            background: { $0 == .standard }
        ),
    ]

    @Test("What is overdue bears its sign in every depth of colour", arguments: terminals)
    func depths(terminal: Terminal) throws {
        let session = try desk().terminal(as: "1002", environment: ["TERM": terminal.name].merging(terminal.variables) { $1 })
        // The eight of yesterday are to be passed on within the hour.
        #expect(session.rows[1].hasPrefix(" ! 1 overdue · 8 due today"), "\(session.rows[1])")
        #expect(session.selectedRow?.hasPrefix(">! 0379-2611-001") == true, "\(session.screen)")
        // Off the row, so that it is in its own colours.
        try session.press(.down)
        try session.waitUntil("the next row is selected") { $0.selectedRow?.contains("0379-2611-002") == true }
        try session.waitForIdle()
        #expect(session.rows.contains { $0.hasPrefix(" ! 0379-2611-001") })
        let place = try #require(session.position(of: "overdue 4 d"))
        let overdue = session.look(row: place.row, column: place.column)
        #expect(terminal.foreground(overdue.foreground), "\(overdue)")
        #expect(terminal.background(overdue.background), "\(overdue)")
        #expect(overdue.isBold)
        // The selected row is told from the others by its sign, and by reverse or colours.
        let selected = try session.look(of: "0379-2611-002")
        let other = try session.look(of: "0379-2611-003")
        #expect(selected.isReverse != other.isReverse || selected.background != other.background)
        if terminal.background(.standard) {
            let colours = (0..<24).flatMap { row in (0..<80).map { session.look(row: row, column: $0) } }
            #expect(colours.allSatisfy { $0.foreground == .standard && $0.background == .standard })
        }
    }

    @Test("What customers say is shown and never obeyed")
    func hostile() throws {
        let desk = try CommandDesk()
        _ = try desk.log(
            "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{202e}gnol\u{202c}\t'; DROP TABLE event;--\r\n第二行",
            "--asks",
            "\u{1b}c\u{7}"
        )
        let session = try desk.terminal(as: "1002")
        let title = session.title
        try session.press(.enter)
        try session.waitFor("DROP TABLE")
        try session.waitForIdle()
        #expect(session.screen.contains("␛]0;owned␇␛[2J"))
        #expect(session.bells == 0 && session.title == title && session.isAlternateScreen)
        #expect(session.rows[0].contains("Case 0379-2611-001") && session.rows[23].contains("? Help"))
    }
}
