import ComplaintRules
import Glibc

import enum TerminalKit.TextWidth

/// Where the program speaks: data to standard output, messages to standard error in the person's language.
final class Console {
    /// The language of the messages.
    let language: Language
    /// Standard output.
    let output: OutputStream
    /// Standard input, of which a passcode may be the first line.
    let input: LineInput
    /// The open descriptor of standard error.
    let errors: Int32

    /// Makes a console on open descriptors, which stay open: those of the process, unless others are handed in.
    init(language: Language, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, errors: Int32 = STDERR_FILENO) {
        self.language = language
        self.output = OutputStream(descriptor: output)
        self.input = LineInput(descriptor: input, name: "-")
        self.errors = errors
    }

    /// Says something to the person, a line to standard error.
    func say(_ phrase: Phrase) {
        // What came from a file or a customer may stand in a message; it is shown and not obeyed (2-screens, rule 10).
        let lines = language(phrase).split(separator: "\n", omittingEmptySubsequences: false).map { TextWidth.visible(String($0)) }
        let errors = OutputStream(descriptor: self.errors)
        errors.write(lines.joined(separator: "\n") + "\n")
        do {
            try errors.flush()
        } catch {
            // Nobody can be told that nobody can be told; the exit status still says it.
        }
    }
}
