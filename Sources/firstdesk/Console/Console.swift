import ComplaintRules
import Glibc
import TableFiles

import enum TerminalKit.TextWidth

/// Where the program speaks: data to standard output, messages to standard error in the person's language.
final class Console {
    /// The language of the messages.
    let language: Language
    /// Standard output.
    let output: OutputStream
    /// The open descriptor of standard error.
    let errors: Int32
    private let inputDescriptor: Int32
    private var knownInput: LineFile?

    /// Makes a console on open descriptors, which stay open: those of the process, unless others are handed in.
    init(language: Language, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, errors: Int32 = STDERR_FILENO) {
        self.language = language
        self.output = OutputStream(descriptor: output)
        inputDescriptor = input
        self.errors = errors
    }

    /// Standard input, of which a passcode may be the first line.
    func input() throws(UsageError) -> LineFile {
        if let knownInput { return knownInput }
        do throws(TextFileError) {
            let input = LineFile(try TextSource(descriptor: inputDescriptor, .said(.utf8)))
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
        let errors = OutputStream(descriptor: self.errors)
        errors.write(lines.joined(separator: "\n") + "\n")
        do {
            try errors.flush()
        } catch {
            // Nobody can be told that nobody can be told; the exit status still says it.
        }
    }
}
