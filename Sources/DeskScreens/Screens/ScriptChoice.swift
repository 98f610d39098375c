import ComplaintRules
import Ledger
import TerminalKit

// The list of model answers over a form: one is looked for, read with its blanks filled, and put in where the caret stands (1-domain, Figures and papers).
extension FormScreen {
    func scriptMatter(_ session: DeskSession) -> ScriptMatter? { nil }

    /// The key for the list; the footer names it while a text of several lines is typed, for which scripts are meant.
    func scriptBinding(_ session: DeskSession) -> Binding {
        binder(session)([.function(3)], .putScript, short: .pageScripts, inFooter: isOnText, leadsToTyping: true) { screen, press in
            switch screen.form[screen.form.focusedID]?.kind {
            case .text: .palette(try screen.scripts(press.session))
            case .line(let field) where !field.isSecret: .palette(try screen.scripts(press.session))
            case .line, .choice, .check, .note, nil: .say(MessageLine(press.session.language(.scriptNeedsText), kind: .warning))
            }
        }
    }

    /// The scripts that can be chosen, the likeliest for what was said and typed first.
    private func scripts(_ session: DeskSession) throws -> Palette<Handler> {
        let (rules, language) = (session.ledger.rules, session.language)
        let matter = scriptMatter(session)
        let words = (matter?.words ?? "") + "\n" + form.value(form.focusedID)
        /// The code that the case has, else those that its words suggest.
        func codes(_ known: String?, _ axis: Code.Axis) throws -> [String] {
            if let known, !known.isEmpty { return [known] }
            return try session.ledger.likeliestCodes(for: words, on: axis)
        }
        let scripts = try session.ledger.scripts().likeliest(
            for: words,
            business: try codes(matter?.business, .business),
            reason: try codes(matter?.reason, .reason),
            in: language
        )
        var palette: Palette<Handler> = Palette(
            title: language(.pageScripts),
            rows: scripts.map { script in
                let text = matter.map { script.filled(for: $0, under: rules) } ?? script.text
                return Binding([], label: script.title, detail: { text }) { app, _ in
                    let unfilled = matter.map { script.unfilled(for: $0, under: rules) } ?? []
                    try app.putIn(text, saying: .scriptPut(script.title, unfilled))
                }
            }
        )
        palette.choice = language(.putIn)
        return palette
    }
}

extension DeskApp {
    /// Puts a text into the field of the form on top, at the caret, as one edit that can be undone.
    func putIn(_ text: String, saying note: Phrase) throws {
        guard let session, let last = stack.indices.last, let form = (stack[last] as? any FormScreen)?.form else { return }
        var text = text
        // On one line the lines of a letter follow each other.
        if case .line = form[form.focusedID]?.kind {
            text = text.split(whereSeparator: \.isNewline).joined(separator: session.language == .english ? " " : "")
        }
        message = MessageLine(language(note))
        if let step = try stack[last].handle(.paste(text), in: area, session) { try take(step, by: .paste(text)) }
    }
}
