import ComplaintRules
import Ledger
import TerminalKit

/// A case in words: its facts, and what happened on it. Shared by the case and the sign-off, so that what is signed is what was read.
enum CaseText {
    /// A fact: its label and what it says.
    struct Fact {
        var label: String
        var text: String
        /// By which it is known whatever the language.
        var name = ""
        var role: TextRole = .text
        /// Whether it stands before the clocks.
        var isUrgent = false
    }

    /// The facts of a case, those that are known; what was complained of stands in the time line.
    static func facts(_ account: Account, _ look: Look) -> [Fact] {
        let words = look.caseWords
        let shown = account.facts.filter { $0.isKnown && $0.place != .fine && $0.place != .words || $0.name.text == "customer" }
        return shown.map { fact in
            var text = fact.isKnown ? words.text(fact.value) : look.language(.anonymous)
            if let note = fact.note, !note.isEmpty { text += look.language.bracketed(note) }
            if case .flag? = fact.value { text = look.glyphs.check }
            let role: TextRole =
                switch fact.tone {
                case .signed: .signed
                case .warning: .warning
                case .plain: fact.place == .first ? .heading : .text
                }
            if fact.name.text == "stage", fact.tone == .signed { text += " \(look.glyphs.check)" }
            return Fact(label: look.language(fact.name.label), text: text, name: fact.name.text, role: role, isUrgent: fact.place == .first)
        }
    }

    /// What colour says of a clock beside its words.
    static func clockRole(_ clock: Clock, _ look: Look) -> TextRole {
        switch look.rules.urgency(of: clock, at: look.now) {
        case .overdue: .overdue
        case .soon, .verySoon: .dueSoon
        case .none: clock.state(at: look.now) == .breached ? .overdue : .text
        }
    }

    /// What happened on a case, in order.
    static func timeLine(_ account: Account, _ look: Look) -> [TimeLineEntry] {
        let words = look.caseWords
        return account.entries.map { entry in
            TimeLineEntry(
                when: look.words.weekdayDateTime(entry.happened.at),
                who: words.doer(entry.happened),
                what: look.language(entry.heading),
                lines: words.lines(entry.details),
                role: role(entry.tone)
            )
        }
    }

    /// What happened, for where the customer's words stand over it already.
    static func timeLine(_ account: Account, below state: Case, _ look: Look) -> [TimeLineEntry] {
        var entries = timeLine(account, look)
        if !entries.isEmpty { entries[0].lines.removeAll { $0 == state.intake.text } }
        return entries
    }

    private static func role(_ tone: Tone) -> TextRole {
        switch tone {
        case .signed: .signed
        case .warning: .warning
        case .plain: .heading
        }
    }
}
