import ComplaintRules
import Ledger
import TerminalKit

/// A short look at a case beside its list: who it is and what they said, every clock that runs by its name, who has it, and what comes next.
struct CasePreview {
    let state: Case
    /// What they said, where it is another text than the case's own.
    var said: String?
    var events: [Happened<any CaseEvent>] = []
    /// What comes next, in so many sentences at most.
    var next: (_ count: Int) -> [Phrase] = { _ in [] }
    let look: Look

    /// Draws as much as there are rows: what is to be done keeps its lines, the words take what the rest leaves.
    func draw(into grid: inout Grid, in place: Rect) {
        guard !place.isEmpty else { return }
        // Where not all of it stands there, what is to be done would be what is cut: fewer steps are told then.
        var page: [[StyledText]]?
        for steps in [Int.max, CasePreview.fewSteps] where place.rows > CasePreview.fewRows && page == nil {
            let lines = self.page(in: place, steps: steps)
            if lines.count <= place.rows { page = lines }
        }
        grid.put(page ?? strip(in: place), in: place)
    }

    /// Rows of what was done last, at most.
    private static let lastRows = 4
    /// So many steps of what comes next are told where there is no room for all.
    private static let fewSteps = 3
    /// So many rows hold a line of each and the words on two.
    private static let fewRows = 8

    /// Below the list: a line about the customer, the words, the clocks side by side, then where it stands with whom and what comes next.
    private func strip(in place: Rect) -> [[StyledText]] {
        let why = sentBack.map { [StyledText(TextWidth.clip($0, to: place.columns, ellipsis: look.glyphs.ellipsis), .warning)] }
        let words = words(columns: place.columns, rows: max(1, place.rows - (why == nil ? 3 : 4)))
        var lines = [customerWithFacts(columns: place.columns)] + words + [clocksInLine(columns: place.columns)] + (why.map { [$0] } ?? [])
        if lines.count + 2 <= place.rows {
            lines.append([StyledText(whereItStands)])
            let whole = nextLine(.max).flatMap { wrapped($0.text, place.columns, $0.role) }
            let some = nextLine(2)
            let isOneLine = some.allSatisfy { TextWidth.columns(of: $0.text) <= place.columns }
            // All steps where rows are free for them.
            lines += lines.count + whole.count <= place.rows ? whole : [isOneLine ? some : nextLine(1)]
        } else {
            let stands = whereItStands + "  "
            let room = place.columns - TextWidth.columns(of: stands)
            let first = nextLine(1).map { StyledText(TextWidth.clip($0.text, to: room, ellipsis: look.glyphs.ellipsis), $0.role) }
            lines.append([StyledText(stands)] + first)
        }
        return lines
    }

    /// Beside the list, where each has lines of its own, and what was done last stands at the end.
    private func page(in place: Rect, steps: Int) -> [[StyledText]] {
        let columns = max(1, place.columns)
        var below: [[StyledText]] = [[]] + clocksInLines + [[]]
        if let sentBack { below += wrapped(sentBack, columns, .warning) }
        below += wrapped(whereItStands, columns)
        below += nextLine(steps).flatMap { wrapped($0.text, columns, $0.role) }
        if let last = CaseText.timeLine(Account(of: state, events), look).last, events.count > 1 {
            below += [[]] + wrapped(last.when + "  " + last.who, columns, .dim) + wrapped(last.what, columns, last.role)
            let lines = last.lines.flatMap { TextWidth.wrap($0, to: columns) }
            below += lines.prefix(CasePreview.lastRows).enumerated().map { index, line in
                let isCut = index == CasePreview.lastRows - 1 && lines.count > CasePreview.lastRows
                return [StyledText(isCut ? shortened(String(line), columns) : String(line))]
            }
        }
        let number = state.number.description + "  "
        let top: [[StyledText]] = [[StyledText(number, .heading)] + customer(columns: columns - TextWidth.columns(of: number))]
        let about = wrapped(facts.joined(separator: "  "), columns, .dim) + [[]]
        let room = max(3, place.rows - top.count - about.count - below.count)
        return top + about + words(columns: columns, rows: room) + below
    }

    /// Who complained, in a line of its own.
    func customer(columns: Int) -> [StyledText] {
        [StyledText(TextWidth.clip(name, to: columns, ellipsis: look.glyphs.ellipsis), .heading)]
    }

    private var name: String { look.language(state.who) }

    /// The same in one line with how and when it came, and how to reach them; a long name gives way to that.
    func customerWithFacts(columns: Int) -> [StyledText] {
        let behind = facts.map { StyledText("  " + $0, .dim) }
        let room = columns - behind.reduce(0) { $0 + TextWidth.columns(of: $1.text) }
        return customer(columns: max(columns / 3, room)) + behind
    }

    private var facts: [String] {
        let intake = state.intake
        let contact = intake.contact.isEmpty ? [] : [look.contact(intake.contact)]
        return [look.language(intake.channel.label), look.words.weekdayDateTime(intake.received)] + contact
    }

    /// What they said, as far as there are rows for it.
    func words(columns: Int, rows: Int) -> [[StyledText]] {
        let text = said ?? state.intake.text
        let (most, isEndless) = rows.multipliedReportingOverflow(by: columns)
        let start = text.prefix(isEndless ? .max : most)
        let lines = TextWidth.wrap(String(start), to: max(1, columns))
        return lines.prefix(rows).enumerated().map { index, line in
            let isCut = index == rows - 1 && (lines.count > rows || start.endIndex < text.endIndex)
            return [StyledText(isCut ? shortened(String(line), columns) : String(line))]
        }
    }

    /// A line with the sign that there is more.
    private func shortened(_ line: String, _ columns: Int) -> String {
        TextWidth.clip(line, to: columns - TextWidth.columns(of: look.glyphs.ellipsis), ellipsis: "") + look.glyphs.ellipsis
    }

    private func wrapped(_ text: String, _ columns: Int, _ role: TextRole = .text) -> [[StyledText]] {
        TextWidth.wrap(text, to: columns).map { [StyledText(String($0), role)] }
    }

    // MARK: Clocks

    /// Who set a date from outside, as far as there is room for it beside the others.
    private func setter(of clock: Clock) -> String {
        clock.setBy.map { look.language.bracketed(TextWidth.clip($0, to: 12, ellipsis: look.glyphs.ellipsis)) } ?? ""
    }

    private var running: [Clock] { state.clocks.filter { $0.ended == nil }.sorted { $0.due < $1.due } }

    /// As many as fit, nearest first, and how many more there are.
    private func clocksInLine(columns: Int) -> [StyledText] {
        let clocks = running
        var line: [StyledText] = []
        var used = 0
        for (index, clock) in clocks.enumerated() {
            let sign = clock.isOverdue(at: look.now) ? "! " : ""
            let text = sign + look.language(clock.label) + setter(of: clock) + " " + look.remaining(clock)
            let between = index == 0 ? "" : " \(look.glyphs.dot) "
            // What follows needs room for its number.
            let rest = index + 1 < clocks.count ? 5 : 0
            let width = TextWidth.columns(of: between + text)
            if index > 0, used + width + rest > columns { return line + [StyledText("  +\(clocks.count - index)", .dim)] }
            line += [StyledText(between, .dim), StyledText(text, CaseText.clockRole(clock, look))]
            used += width
        }
        return line
    }

    private var clocksInLines: [[StyledText]] {
        let clocks = running
        let names = clocks.map { look.headed($0.label) + setter(of: $0) }
        let width = names.map { TextWidth.columns(of: $0) }.max() ?? 0
        return zip(clocks, names).map { clock, name in
            let sign = clock.isOverdue(at: look.now) ? "! " : ""
            return [
                StyledText(TextWidth.pad(name, to: width) + "  ", .label),
                StyledText(sign + look.remaining(clock), CaseText.clockRole(clock, look)),
            ]
        }
    }

    // MARK: Where it stands

    private var whereItStands: String {
        let stage = look.language(state.stage.label)
        // Nobody has what ended otherwise than by an answer.
        guard !Stage.endsOfTheirOwn.contains(state.stage), let person = state.awaitedReceiver ?? state.holder ?? state.firstResponder else {
            return stage
        }
        return stage + " \(look.glyphs.dot) " + look.person(person)
    }

    /// Why it is to be done again.
    private var sentBack: String? {
        guard state.stage.isOpen, let reason = state.sentBackFor, !reason.isBlank else { return nil }
        return "! " + look.language(.sentBack(CaseColumns.firstLine(reason)))
    }

    /// What is to be done, first things first.
    private func nextLine(_ count: Int) -> [StyledText] {
        let sentences = next(count).map { look.language($0) }
        if sentences.isEmpty { return [] }
        return [StyledText(look.language.labelled(.nextDuty, sentences.joined(separator: look.language(.betweenDuties))), .notice)]
    }
}
