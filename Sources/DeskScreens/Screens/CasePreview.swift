import ComplaintRules
import TerminalKit

/// A short look at a case beside its list: the customer's words, what runs, who has it, and what comes next.
struct CasePreview {
    let reading: OpenedCase
    let look: Look

    /// Draws as much as there are rows: the words take what the rest leaves.
    func draw(into grid: inout Grid, in place: Rect) {
        guard !place.isEmpty else { return }
        let facts = [clocks, [StyledText(holder)], [StyledText(next, .notice)]].filter { !$0.allSatisfy { $0.text.isEmpty } }
        let wrapped = facts.map { lines(of: $0, columns: place.columns, limit: place.rows > CasePreview.fewRows ? 3 : 1) }
        let room = max(1, place.rows - wrapped.reduce(0) { $0 + $1.count })
        var rows = words(columns: place.columns, rows: room) + wrapped.flatMap { $0 }
        rows = Array(rows.prefix(place.rows))
        for (index, line) in rows.enumerated() {
            var column = place.column
            for piece in line {
                let point = Point(column: column, row: place.row + index)
                column += grid.put(piece.text, at: point, role: piece.role, columns: place.endColumn - column)
            }
        }
    }

    /// So many rows have no room for more than a line of anything.
    private static let fewRows = 8

    private func words(columns: Int, rows: Int) -> [[StyledText]] {
        let state = reading.state
        let who = state.intake.customer.isEmpty ? look.language(.anonymous) : state.intake.customer
        let text = who + look.language.colon + state.intake.text.prefix(rows * columns)
        let wrapped = TextWidth.wrap(text, to: max(1, columns))
        return wrapped.prefix(rows).enumerated().map { index, line in
            let isCut = index == rows - 1 && (wrapped.count > rows || state.intake.text.count > rows * columns)
            let shown =
                isCut ? TextWidth.clip(String(line) + look.glyphs.ellipsis, to: columns, ellipsis: look.glyphs.ellipsis) : String(line)
            return [StyledText(shown)]
        }
    }

    /// Every running clock by its name, nearest first, each in its colour.
    private var clocks: [StyledText] {
        let running = reading.state.clocks.filter { $0.ended == nil }.sorted { $0.due < $1.due }
        return running.enumerated().flatMap { index, clock in
            let text = look.language.labelled(clock.name.label, look.words.remaining(clock, at: look.now))
            let sign = clock.isOverdue(at: look.now) ? "! " : ""
            return (index == 0 ? [] : [StyledText(" \(look.glyphs.dot) ", .dim)]) + [
                StyledText(sign + text, CaseText.clockRole(clock, look))
            ]
        }
    }

    /// Where it stands, and with whom.
    private var holder: String {
        let state = reading.state
        let stage = look.language(state.stage.label)
        guard let person = state.awaitedReceiver ?? state.holder ?? state.firstResponder else { return stage }
        return stage + " \(look.glyphs.dot) " + look.person(person)
    }

    /// What is to be done, first things first.
    private var next: String {
        let duties = reading.duties.prefix(2).map { look.language($0.sentence) }
        return duties.isEmpty ? "" : look.language.labelled(.nextDuty, duties.joined(separator: look.language(Phrase(en: "; ", zh: "；"))))
    }

    /// Pieces of text, one behind the other, broken between pieces where a line is full.
    private func lines(of pieces: [StyledText], columns: Int, limit: Int) -> [[StyledText]] {
        if pieces.count == 1 {
            let wrapped = TextWidth.wrap(pieces[0].text, to: max(1, columns))
            return wrapped.prefix(limit).enumerated().map { index, line in
                let isCut = index == limit - 1 && wrapped.count > limit
                let text =
                    isCut ? TextWidth.clip(String(line) + look.glyphs.ellipsis, to: columns, ellipsis: look.glyphs.ellipsis) : String(line)
                return [StyledText(text, pieces[0].role)]
            }
        }
        var lines: [[StyledText]] = [[]]
        var used = 0
        for piece in pieces {
            let width = TextWidth.columns(of: piece.text)
            if used + width > columns, lines.count < limit {
                lines.append([])
                used = 0
                if piece.role == .dim { continue }
            }
            lines[lines.count - 1].append(piece)
            used += width
        }
        return lines
    }
}
