import ComplaintRules
import DeskScreens
import Ledger
import TableFiles

import enum TerminalKit.TextWidth

/// `log --plain`: asks for a complaint line by line, for a screen reader, a bare terminal or a pipe (2-screens, Without a full screen).
struct PlainLog {
    private let writer: ComplaintWriter
    private let language: Language
    private var rules: DeskRules { writer.ledger.rules }
    private var console: Console { writer.invocation.console }

    /// Makes the questions.
    init(_ writer: ComplaintWriter) {
        self.writer = writer
        language = writer.invocation.language
    }

    /// Asks and logs. A field that the rules refuse is asked for again, with the reason.
    ///
    /// - Throws: `Cancelled` at the end of the input, and then nothing was logged; `Refusal` that no field can put right; `LedgerError`.
    func run() throws {
        try permitLogging(by: writer.actor)
        console.output.line(language(PlainWords.opening))
        var values: [String: String] = [:]
        for name in ["channel", "customer", "contact", "text", "asks", "about", "business", "reason", "repeated-back", "hand-over-to"] {
            let channel = Channel(rawValue: values["channel"] ?? "")
            if let field = Intake.field(name), !field.isAsked(channel, in: rules.settings.country) { continue }
            try ask(name, into: &values)
        }
        while true {
            do {
                return try writer.log(values.filter { !$0.value.isBlank })
            } catch let refusal as Refusal {
                guard let name = field(of: refusal) else { throw refusal }
                say(refusal.sentence)
                try ask(name, into: &values)
            }
        }
    }

    private func field(of refusal: Refusal) -> String? {
        switch refusal.field {
        case "to": "hand-over-to"
        case let name?: Intake.field(name) == nil ? nil : name
        // Somebody retired is refused as a person; here only the receiver was typed.
        case nil: if case .retired(let number) = refusal, number != writer.actor.number { "hand-over-to" } else { nil }
        }
    }

    private func ask(_ name: String, into values: inout [String: String]) throws {
        while true {
            console.output.line(language(PlainWords.question(name, rules, language)))
            console.output.write("> ")
            try console.output.flush()
            values[name] = try Intake.field(name)?.shape.kind == .text && name == "text" ? typedText() : typedLine().trimmed
            guard let refusal = refusal(of: name, values) else { return }
            say(refusal.sentence)
        }
    }

    /// What stands against a field, as far as can be told before the others are there.
    private func refusal(of name: String, _ values: [String: String]) -> Refusal? {
        let text = values[name] ?? ""
        do throws(Refusal) {
            if name == "hand-over-to" {
                if !text.isBlank { _ = try ActKind.handOver.act(["to": text], at: writer.ledger.now, under: rules) }
                return nil
            }
            if let field = Intake.field(name), field.shape.isRequired, text.isBlank { throw .missing(field.name) }
            var known = values.filter { Intake.field($0.key) != nil && !$0.value.isBlank }
            known["channel"] = known["channel"] ?? Channel.other.rawValue
            known["text"] = known["text"] ?? "x"
            let now = writer.ledger.now
            let intake = try Intake(values: known, at: writer.ledger.clock.now(), under: rules)
            let number = CaseNumber(branch: rules.settings.branchCode, day: rules.zone.day(at: now), serial: 1)
            _ = try decideLogging(intake, as: number, in: Occasion(writer.actor, at: now, clock: writer.ledger.clockMark, under: rules))
            return nil
        } catch {
            return error.field == name || name == "hand-over-to" ? error : nil
        }
    }

    private func typedLine() throws -> String {
        let input = try console.input()
        while let row = try input.next(of: "-") {
            switch row {
            case .line(let line): return line.text
            // What cannot be read is said, and the same asked for again: all that was answered before stays.
            case .refused(let refusal):
                say(refusal.reason.sentence)
                console.output.write("> ")
                try console.output.flush()
            }
        }
        console.output.line()
        throw Cancelled()
    }

    /// Several lines, to one that holds a full stop alone.
    private func typedText() throws -> String {
        var lines: [String] = []
        while true {
            let line = try typedLine()
            if line == "." || line == "。" { return lines.joined(separator: "\n") }
            lines.append(line)
        }
    }

    private func say(_ phrase: Phrase) { console.output.line(TextWidth.visible(language(phrase))) }
}
