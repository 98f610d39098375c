import Glibc
import TerminalKit
import Testing

@testable import DeskScreens

/// A screen as it stands in a test: its rows as text, where `⋮ 7` stands for seven empty rows.
enum ExpectedScreen {
    /// The rows that a literal stands for.
    static func rows(_ literal: String) -> [String] {
        literal.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
            if line.hasPrefix("⋮ "), let count = Int(line.dropFirst(2)) { return Array(repeating: "", count: count) }
            return [String(line)]
        }
    }

    /// The literal of a screen, to be compared with what a test has or to be put in its place.
    static func literal(_ rows: [String]) -> String {
        var lines: [String] = []
        var blanks = 0
        func flush() {
            lines += blanks > 3 ? ["⋮ \(blanks)"] : Array(repeating: "", count: blanks)
            blanks = 0
        }
        for row in rows {
            if row.isEmpty {
                blanks += 1
            } else {
                flush()
                lines.append(row)
            }
        }
        flush()
        return lines.joined(separator: "\n")
    }

    /// Writes a screen that differs, as a literal, into the folder that `FIRSTDESK_SCREENS` names, under the file and line of its test:
    /// whoever changed a screen on purpose takes the new one from there, after reading it.
    static func keep(_ rows: [String], of place: SourceLocation) {
        guard let folder = getenv("FIRSTDESK_SCREENS") else { return }
        guard let file = fopen("\(String(cString: folder))/\(place.fileName):\(place.line)", "w") else { return }
        fputs(literal(rows) + "\n", file)
        fclose(file)
    }

    /// The first ten rows in which two screens differ, each as it should be and as it is.
    static func difference(_ expected: [String], _ actual: [String]) -> String {
        var lines: [String] = []
        for index in 0..<max(expected.count, actual.count) where lines.count < 20 {
            let (wanted, got) = (index < expected.count ? expected[index] : nil, index < actual.count ? actual[index] : nil)
            if wanted == got { continue }
            if let wanted { lines.append("\(index) - \(wanted)") }
            if let got { lines.append("\(index) + \(got)") }
        }
        return lines.joined(separator: "\n")
    }
}

extension DeskOnStage {
    /// Expects exactly this screen, row for row, and that no row is wider than the screen.
    func shows(_ literal: String, sourceLocation: SourceLocation = #_sourceLocation) {
        expectWithinBounds(sourceLocation: sourceLocation)
        let (expected, actual) = (ExpectedScreen.rows(literal), ExpectedScreen.rows(screen))
        if expected == actual { return }
        ExpectedScreen.keep(actual, of: sourceLocation)
        let difference = ExpectedScreen.difference(expected, actual)
        Issue.record("the screen differs (- expected, + is):\n\(difference)", sourceLocation: sourceLocation)
    }

    /// Expects that no row is wider than the screen, that there are as many rows as the screen has, and that the cursor is on it.
    func expectWithinBounds(sourceLocation: SourceLocation = #_sourceLocation) {
        let grid = app.frame()
        #expect(grid.size == app.size, sourceLocation: sourceLocation)
        for row in 0..<grid.size.rows {
            let text = grid.text(row: row)
            let columns = TextWidth.columns(of: text)
            if columns > grid.size.columns {
                Issue.record("row \(row) takes \(columns) columns of \(grid.size.columns): \(text)", sourceLocation: sourceLocation)
            }
        }
        if let caret = grid.caret {
            #expect(grid.bounds.contains(caret), "the cursor stands outside, at \(caret)", sourceLocation: sourceLocation)
        }
    }
}
