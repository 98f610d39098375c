import ComplaintRules
import Glibc
import TerminalKit

/// The screen while a practice desk is made: what it will be, and how far it is. Keys that are typed meanwhile are for the desk.
final class SampleWait {
    let terminal: CursesTerminal
    private let lines: (_ percent: Int64) -> [Phrase]
    private let language: Language
    private var percent: Int64 = 0
    private var shownAt = Int64.min / 2
    private var askedAt = Int64.min / 2

    /// Milliseconds between two looks at the keyboard, and between two frames.
    private static let pause: Int64 = 50

    /// Takes over the terminal; the desk goes on in it.
    ///
    /// - Throws: `UsageError.noScreen` where there is no terminal to run in.
    init(records: Int, passcode: String, theme: Theme, _ language: Language) throws {
        do throws(TerminalError) {
            terminal = try CursesTerminal.open(theme: theme)
        } catch {
            throw UsageError.noScreen(error)
        }
        self.language = language
        lines = { [MessageWords.makingSamples(records, percent: $0), MessageWords.samples, MessageWords.samplePasscode(passcode)] }
    }

    /// Shows how many of how many steps are done.
    ///
    /// - Throws: `EndedBySignal` where somebody does not wait for the end: by Ctrl-C, or by closing the terminal.
    func show(_ done: Int, of total: Int) throws {
        let now = SteadyClock.milliseconds()
        guard now - askedAt >= SampleWait.pause else { return }
        askedAt = now
        var isNew = false
        switch terminal.interruption() {
        case .terminate(let signal)?: throw EndedBySignal(number: signal)
        case .key?: throw EndedBySignal(number: SIGINT)
        case nil: break
        default: isNew = true
        }
        let percent = Int64(done) * 100 / Int64(max(1, total))
        if percent == self.percent, !isNew, shownAt > 0 { return }
        (self.percent, shownAt) = (percent, now)
        terminal.show(SampleWait.frame(lines(percent).map { language($0) }, language, size: terminal.size, terminal.glyphs))
    }

    /// The screen with these lines in its middle.
    static func frame(_ lines: [String], _ language: Language, size: Size, _ glyphs: Glyphs) -> Grid {
        var grid = Grid(size: size)
        grid.fill(Rect(column: 0, row: 0, columns: size.columns, rows: 2), role: .title)
        grid.put(" FirstDesk \(glyphs.dot) PRACTICE 练习", at: Point(column: 0, row: 0), role: .title)
        grid.rule(row: 2, glyphs: glyphs)
        let middle = grid.bounds.centered(columns: size.columns, rows: min(size.rows, lines.count * 2 - 1))
        for (place, line) in lines.enumerated() {
            let row = middle.rows(from: place * 2, count: 1)
            grid.put(line, in: row, alignment: .center, role: place == 0 ? .heading : .text, ellipsis: glyphs.ellipsis)
        }
        grid.put(" " + language(MessageWords.breakOff), at: Point(column: 0, row: max(0, size.rows - 1)), role: .dim)
        return grid
    }
}
