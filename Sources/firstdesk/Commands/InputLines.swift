import ComplaintRules
import Ledger
import TableFiles

/// Does something with every line of a file of JSON lines: a line that does not go is named with the reason, and the rest goes on.
final class InputLines {
    private let ledger: Ledger
    private let invocation: Invocation
    /// Whether the clock was put somewhere, by `--at` or by a line before.
    private var isClockSet: Bool

    /// Makes the reader of lines for a desk that was opened.
    init(ledger: Ledger, invocation: Invocation) throws {
        self.ledger = ledger
        self.invocation = invocation
        isClockSet = try invocation.standingMoment(isPractice: ledger.settings.isPractice, under: ledger.rules) != nil
    }

    /// Gives the fields of each line to `body`, with the desk's clock where the line puts it.
    ///
    /// - Parameter path: the file; `-` is standard input.
    /// - Returns: `.refused` where the desk's rules refused a line, else `.wrongUsage` where one could not be understood.
    /// - Throws: what is neither: the store or the output failed, and the lines after it were not done.
    func forEach(of path: String, _ body: ([String: String]) throws -> Void) throws -> ExitStatus {
        let console = invocation.console
        let input = try invocation.lines(of: path, try invocation.encodingChoice(else: .recognisedInFiles))
        var number = 0
        var (isRefused, isWrong) = (false, false)
        func name(_ reason: Phrase) { console.say(MessageWords.lineRefused(number, reason)) }
        defer { invocation.tellEncoding(input.source.encoding, of: path) }
        while let row = try input.next(of: path) {
            number += 1
            do {
                switch row {
                case .refused(let refusal): throw UsageError.badLine(refusal.reason)
                case .line(let line) where line.text.isBlank: continue
                case .line(let line):
                    var fields = try JSONValue.fields(line.text)
                    try setClock(by: fields.removeValue(forKey: "at"))
                    try body(fields)
                }
            } catch let refusal as Refusal {
                name(refusal.sentence)
                isRefused = true
            } catch let fault as UsageError {
                name(fault.sentence)
                isWrong = true
            }
            // Whoever reads along knows of each line before the next is done.
            try console.output.flush()
        }
        return isRefused ? .refused : isWrong ? .wrongUsage : .done
    }

    /// Lets the clock of a practice desk stand where the line says, for it and for the lines after it. It never goes back: what the lines
    /// tell is a day in its order.
    private func setClock(by text: String?) throws {
        guard let text, !text.isBlank else { return }
        guard ledger.settings.isPractice else { throw Refusal.notOnPracticeDesk }
        guard let moment = ledger.rules.moment(text, today: ledger.rules.zone.day(at: ledger.clock.now())) else {
            throw UsageError.notATime(option: "at", text)
        }
        if isClockSet, moment < ledger.clock.now() { throw UsageError.timeGoesBack(text) }
        ledger.clock = .standing(at: moment)
        isClockSet = true
    }
}
