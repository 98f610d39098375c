import ComplaintRules
import Ledger

import struct TerminalKit.Glyphs
import enum TerminalKit.TextWidth

/// A case as text: its account with clocks and timeline, laid out for a terminal or a screen reader.
struct CasePage {
    private let isPractice: Bool
    private let words: CaseWords
    private let now: Moment
    private let language: Language
    private let isDetailed: Bool

    /// Makes the writer; contacts are masked unless they are to be shown, and events are told in full where it is detailed.
    init(_ ledger: Ledger, language: Language, showsContacts: Bool, isDetailed: Bool) {
        isPractice = ledger.rules.settings.isPractice
        words = CaseWords(language, ledger.rules, showsContacts: showsContacts, arrow: "->")
        now = ledger.now
        self.language = language
        self.isDetailed = isDetailed
    }

    /// The lines of the page.
    func lines(_ stored: Ledger.Stored) -> [String] {
        let (state, account) = (stored.state, Account(of: stored.state, stored.events))
        var lines = ["\(state.number)  \(language(state.stage.label))"]
        if isPractice { lines[0] += "  PRACTICE 练习" }
        lines.append("")
        // Where it stands was said above.
        lines += account.facts.filter { $0.isKnown && $0.place != .fine && $0.name.text != "stage" }.flatMap(self.lines)
        if !state.clocks.isEmpty {
            lines += ["", language(Term.clocks)]
            lines += account.clocks.map { clock, before in
                TextWidth.pad(words.sign(of: clock, at: now, dot: Glyphs.ascii.dot), to: 2) + line(of: clock)
                    + words.notes(on: clock, before: before, at: now).map { language.bracketed($0) }.joined()
            }
        }
        lines += ["", language(Term.timeLine)]
        lines += account.entries.flatMap(self.lines)
        // Here for all of it, also whoever set a limit: what would command a terminal or hides is shown and not obeyed (2-screens, rule 10).
        return lines.map { TextWidth.visible($0) }
    }

    private func lines(_ fact: Account.Fact) -> [String] {
        var text = words.text(fact.value)
        if let note = fact.note, !note.isEmpty { text += language.bracketed(note) }
        if let moment = fact.value?.moment {
            text += language.bracketed(TimeWords.weekday(words.times.zone.day(at: moment), language))
        }
        let label = TextWidth.pad(language(fact.name.label), to: 18, ellipsis: "..") + "  "
        return shown(text).enumerated().map { ($0.offset == 0 ? label : String(repeating: " ", count: 20)) + $0.element }
    }

    /// The lines of a text.
    private func shown(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    }

    private func line(of clock: Clock) -> String {
        let state = clock.ended == nil ? words.remaining(clock, at: now) : language(clock.state(at: now).label)
        return [words.name(of: clock), language(TableWords.dueAt(words.times.dateTime(clock.due))), state].joined(separator: "  ")
    }

    private func lines(_ entry: Account.Entry) -> [String] {
        let (at, who) = (words.times.dateTime(entry.happened.at), words.doer(entry.happened))
        let heading = "  \(at)  \(who)  \(language(entry.heading))"
        guard isDetailed else {
            // What was taken down stands above, among the facts.
            let lines = words.lines(entry.details).prefix(entry.happened.event is Logged ? 1 : .max)
            return [heading] + lines.compactMap { shown($0).first }.map { "      \($0)" }
        }
        return [heading]
            + entry.details.filter(\.isKnown).flatMap { detail in
                let lines = shown(words.text(detail.value))
                return ["      " + language.labelled(detail.name.label, lines.first ?? "")] + lines.dropFirst().map { "        \($0)" }
            }
    }
}
