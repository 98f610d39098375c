import ComplaintRules
import Glibc
import TableFiles

import enum TerminalKit.TextWidth

/// Where the program speaks: data to standard output, messages to standard error in the person's language.
final class Console {
    /// The language of the messages.
    let language: Language
    /// Standard output.
    let output = OutputStream(descriptor: STDOUT_FILENO)
    private var knownInput: LineFile?

    /// Makes a console.
    init(language: Language) {
        self.language = language
    }

    /// Standard input, of which a passcode may be the first line.
    func input() throws(UsageError) -> LineFile {
        if let knownInput { return knownInput }
        do throws(TextFileError) {
            let input = LineFile(try TextSource(descriptor: STDIN_FILENO, .said(.utf8)))
            knownInput = input
            return input
        } catch {
            throw .cannotRead(file: "-", error)
        }
    }

    /// Says something to the person, a line to standard error.
    func say(_ phrase: Phrase) {
        // What came from a file or a customer may stand in a message; it is shown and not obeyed (2-screens, rule 10).
        let lines = language(phrase).split(separator: "\n", omittingEmptySubsequences: false).map { TextWidth.visible(String($0)) }
        let errors = OutputStream(descriptor: STDERR_FILENO)
        errors.write(lines.joined(separator: "\n") + "\n")
        do {
            try errors.flush()
        } catch {
            // Nobody can be told that nobody can be told; the exit status still says it.
        }
    }
}
