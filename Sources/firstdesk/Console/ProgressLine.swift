import ComplaintRules
import Glibc

import enum TerminalKit.TextWidth

/// One line on standard error that says how far long work is; nothing where that is no terminal.
final class ProgressLine {
    private let language: Language
    private let isShown: Bool
    private let errors: OutputStream
    private var shownAt: ContinuousClock.Instant?
    private var percent: Int64 = -1
    private var width = 0

    /// Makes a line that is not there yet.
    init(_ console: Console) {
        language = console.language
        isShown = isatty(console.errors) == 1
        errors = OutputStream(descriptor: console.errors)
    }

    /// Shows how many of how many steps are done, ten times a second at most.
    func show(_ done: Int64, of total: Int64, _ words: (_ percent: Int64) -> Phrase) {
        guard isShown, total > 0 else { return }
        let now = ContinuousClock.now
        let percent = done * 100 / total
        if percent == self.percent { return }
        if let shownAt, now - shownAt < .milliseconds(100) { return }
        (shownAt, self.percent) = (now, percent)
        let line = language(words(percent))
        width = max(width, TextWidth.columns(of: line))
        write("\r" + line)
    }

    /// Takes the line away.
    func clear() {
        // Blanks rather than an escape sequence, which a dumb terminal would show.
        if width > 0 { write("\r" + String(repeating: " ", count: width) + "\r") }
    }

    private func write(_ text: String) {
        errors.write(text)
        do {
            try errors.flush()
        } catch {
            // Progress that cannot be shown is none that anybody waits for; the work itself goes on.
        }
    }
}
