import ComplaintRules
import Ledger
import TerminalKit

/// What stands over the time line of a case: where it is, its clocks, nearest first, and its facts, as short as they can be read.
///
/// At 80×24 facts and time line must be in sight together, so that short facts stand beside each other and ended clocks take one line.
struct CaseHead {
    /// How much is told of what takes room.
    enum Detail {
        /// Ended clocks by their number, long facts by their first lines.
        case folded
        /// Ended clocks by their names, facts whole: what is read before a signature.
        case named
        /// Every clock with its due moment, facts whole.
        case full
    }

    let state: Case
    /// What is told of it.
    let account: Account
    /// What comes next, in sentences.
    let next: [Phrase]
    let detail: Detail
    /// Whether the facts are told, below what is due.
    var hasFacts = true
    let look: Look

    /// Lines that are `columns` wide.
    func lines(columns: Int) -> [[StyledText]] {
        var facts = CaseText.facts(account, look)
        // What head office promised is a limit too, which no clock tells.
        if !hasFacts { facts.removeAll { !$0.isUrgent && ($0.name != "head-office-due" || state.stage != .withHeadOffice) } }
        let labels = (facts.map(\.label) + clockLabels + [look.language(.nextDuty)]).map { TextWidth.columns(of: $0) }.max() ?? 0
        // The due moments of the clocks stand whole; a long label gives way.
        let dues = shownClocks.map { TextWidth.columns(of: due($0.clock)) + remainingColumns + 4 }.max() ?? 0
        let labelColumns = min(22, labels, max(8, columns - 2 - dues))
        var lines: [[StyledText]] = []
        let urgent = facts.prefix { $0.isUrgent }
        for fact in urgent { lines += whole(fact, labelColumns, columns) }
        if !next.isEmpty {
            let fact = CaseText.Fact(
                label: look.language(.nextDuty),
                text: next.map { look.language($0) }.joined(separator: look.language(.betweenDuties)),
                role: .notice
            )
            // What is to be done is never cut.
            lines += whole(fact, labelColumns, columns, limit: Int.max)
        }
        let rest = facts.dropFirst(urgent.count)
        if !hasFacts { lines += rest.flatMap { whole($0, labelColumns, columns) } }
        lines += clocks(labelColumns, columns)
        if !hasFacts { return lines }
        guard columns >= 70 else { return lines + rest.flatMap { whole($0, labelColumns, columns) } }
        return lines + paired(Array(rest), labelColumns, columns)
    }

    // MARK: Facts

    private func whole(_ fact: CaseText.Fact, _ labelColumns: Int, _ columns: Int, limit: Int? = nil) -> [[StyledText]] {
        let width = max(10, columns - labelColumns - 2)
        let limit = limit ?? (detail == .folded ? 2 : Int.max)
        let wrapped = TextWidth.wrap(fact.text, to: width)
        return wrapped.prefix(limit).enumerated().map { index, line in
            let isCut = index == limit - 1 && wrapped.count > limit
            let more = look.glyphs.more
            let text = isCut ? TextWidth.clip(String(line), to: width - TextWidth.columns(of: more), ellipsis: "") + more : String(line)
            return [label(index == 0 ? fact.label : "", labelColumns), StyledText(text, fact.role)]
        }
    }

    /// Short facts two a line, in their order, those on the left below what stands above; below them those that need a line or more.
    private func paired(_ facts: [CaseText.Fact], _ labelColumns: Int, _ columns: Int) -> [[StyledText]] {
        let half = (columns - 2) / 2
        let room = half - labelColumns - 2
        let isShort = { (fact: CaseText.Fact) in !fact.text.contains(where: \.isNewline) && TextWidth.columns(of: fact.text) <= room }
        let short = facts.filter(isShort)
        var lines: [[StyledText]] = stride(from: 0, to: short.count, by: 2).map { index in
            let left = short[index]
            var line = [label(left.label, labelColumns), StyledText(TextWidth.pad(left.text, to: room), left.role)]
            if index + 1 < short.count {
                line += [
                    StyledText("  "), label(short[index + 1].label, labelColumns), StyledText(short[index + 1].text, short[index + 1].role),
                ]
            }
            return line
        }
        for fact in facts where !isShort(fact) { lines += whole(fact, labelColumns, columns) }
        return lines
    }

    private func label(_ text: String, _ columns: Int) -> StyledText {
        StyledText(TextWidth.pad(text, to: columns, ellipsis: look.glyphs.ellipsis) + "  ", .label)
    }

    // MARK: Clocks

    private typealias Told = (clock: Clock, before: Clock?)
    private var running: [Told] { account.clocks.filter { $0.clock.ended == nil }.sorted { $0.clock.due < $1.clock.due } }
    private var ended: [Told] { account.clocks.filter { $0.clock.ended != nil } }

    /// The clocks that have a line of their own.
    private var shownClocks: [Told] { detail == .full ? running + ended : running }

    /// How the ended clocks ended that have a line of their own.
    private var endings: [String] { detail == .full ? ended.map { look.language(.clockEnding($0.clock.state(at: look.now))) } : [] }

    private var remainingColumns: Int {
        (running.map { look.remaining($0.clock) } + endings).map { TextWidth.columns(of: $0) }.max() ?? 0
    }

    /// When a clock runs out: with the weekday, which tells more of a day near by than its year.
    private func due(_ clock: Clock) -> String {
        let (day, today) = (look.words.zone.day(at: clock.due), look.words.zone.day(at: look.now))
        return day.year == today.year ? look.words.weekdayDateTime(clock.due) : look.words.dateTime(clock.due)
    }

    private var clockLabels: [String] {
        let folded = detail == .folded && !ended.isEmpty ? [look.language(.factClocks)] : []
        return (detail == .full ? account.clocks : running).map { look.language($0.clock.label) } + folded
    }

    private func clocks(_ labelColumns: Int, _ columns: Int) -> [[StyledText]] {
        let remaining = running.map { look.remaining($0.clock) }
        let endings = endings
        let width = remainingColumns
        func line(_ told: Told, _ text: String) -> [[StyledText]] {
            var line = [
                label(look.headed(told.clock.label), labelColumns),
                // What is coloured or underlined ends with the text.
                StyledText(text, CaseText.clockRole(told.clock, look)),
                StyledText(String(repeating: " ", count: max(0, width - TextWidth.columns(of: text)) + 2) + due(told.clock), .dim),
            ]
            // Whose date it is stands behind it, or below where there is no room.
            var below: [[StyledText]] = []
            if let origin = look.caseWords.origin(of: told.clock) {
                let used = line.reduce(0) { $0 + TextWidth.columns(of: $1.text) }
                if used + TextWidth.columns(of: origin) <= columns {
                    line.append(StyledText(origin, .dim))
                } else {
                    below = TextWidth.wrap(origin.trimmed, to: max(10, columns - labelColumns - 2)).map { part in
                        [label("", labelColumns), StyledText(String(part), .dim)]
                    }
                }
            }
            if detail == .full {
                for note in look.caseWords.notes(on: told.clock, before: told.before, at: look.now) {
                    line.append(StyledText(look.language.bracketed(note), note.hasPrefix("!") ? .warning : .dim))
                }
            }
            return [line] + below
        }
        var lines = zip(running, remaining).flatMap { line($0, $1) }
        switch detail {
        case .full: lines += zip(ended, endings).flatMap { line($0, $1) }
        case .folded:
            if ended.contains(where: { $0.clock.state(at: look.now) != .superseded }) { lines.append(foldedLine(labelColumns, columns)) }
        case .named:
            for (outcome, role) in [(Clock.State.breached, TextRole.overdue), (.kept, .text), (.stopped, .text)] {
                let names = ended.filter { $0.clock.state(at: look.now) == outcome }.map { look.caseWords.name(of: $0.clock) }
                if names.isEmpty { continue }
                let text = look.language.listed(names)
                lines += TextWidth.wrap(text, to: max(10, columns - labelColumns - 2)).enumerated().map { index, part in
                    [label(index == 0 ? look.headed(.clockEnding(outcome)) : "", labelColumns), StyledText(String(part), role)]
                }
            }
        }
        return lines
    }

    /// `2 kept, 1 breached`: the ended clocks in one line. Those that gave way to others of their name say nothing here.
    private func foldedLine(_ labelColumns: Int, _ columns: Int) -> [StyledText] {
        let states = ended.map { $0.clock.state(at: look.now) }
        var line = [label(look.language(.factClocks), labelColumns)]
        for (outcome, role) in [(Clock.State.kept, TextRole.text), (.breached, .overdue), (.stopped, .text)] {
            let count = states.filter { $0 == outcome }.count
            if count == 0 { continue }
            if line.count > 1 { line.append(StyledText(look.language.comma)) }
            line.append(StyledText(look.language(.clockCount(count, outcome)), role))
        }
        // What was judged anew is told at once, and in full by the same key.
        let anew = ended.count { told in told.before.map { $0.state(at: look.now) != told.clock.state(at: look.now) } ?? false }
        if anew > 0 { line += [StyledText(look.language.comma), StyledText("! " + look.language(.clocksJudgedAnew(anew)), .warning)] }
        // Without the facts the screen itself names the key.
        let hint = "  " + look.language(.clockFoldKey)
        let used = (line.map(\.text) + [hint]).reduce(0) { $0 + TextWidth.columns(of: $1) }
        return hasFacts && used <= columns ? line + [StyledText(hint, .dim)] : line
    }
}
