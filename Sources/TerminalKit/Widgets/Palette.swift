/// What came of a key in a palette.
public enum PaletteEvent<Action> {
    /// Still choosing.
    case pending
    /// Closed without a choice.
    case cancelled
    /// This is to be done.
    case run(Binding<Action>)
    /// It was chosen but cannot be done now, for this reason.
    case refused(String)
}

/// A search line over rows: the command palette and the searchable help.
public struct Palette<Action> {
    /// What it is, shown on top.
    public var title: String
    /// Everything that can be chosen.
    public var rows: [Binding<Action>]
    /// What stands around the reason why a row is not possible now.
    public var brackets = ("(", ")")
    /// What stands where no row matches; a dash where it is empty.
    public var nothingMatches = ""
    /// What Enter does with a row, where that is not to run it; for the footer.
    public var choice: String?
    /// Whether what is typed is also looked up elsewhere, by whoever shows the palette.
    public var looksUp = false
    /// What was found there; it stands behind the rows that match.
    public var found: [Binding<Action>] = []
    /// What was found there by its very number, which stands before all that only resembles what is typed.
    public var exact: Binding<Action>?
    /// The search line.
    public private(set) var query = TextField(limit: 100)
    /// Which of the matches Enter runs.
    public private(set) var highlighted = 0

    /// Makes a palette that shows all of its rows.
    public init(title: String, rows: [Binding<Action>]) {
        self.title = title
        self.rows = rows
    }

    /// The rows that answer every word typed, the best first: those that begin with it, those with a word that does, those that contain it,
    /// those with its letters in their order, and those that have it in what is shown of them in full.
    public var matches: [Binding<Action>] { ranked.map(\.row) }

    /// The same, with the places of the letters that answer in their labels.
    private var ranked: [(row: Binding<Action>, places: Set<Int>)] {
        let words = query.text.split(separator: " ").map { $0.map { $0.lowercased() } }
        guard !words.isEmpty else { return rows.map { (row: $0, places: []) } }
        var answers: [(rank: Int, row: Binding<Action>, places: Set<Int>)] = []
        for row in rows {
            let matches = words.compactMap { letterMatch($0, row) }
            guard matches.count == words.count, let worst = matches.map(\.rank).max() else { continue }
            answers.append((worst, row, matches.reduce(into: []) { $0.formUnion($1.places) }))
        }
        // Of a rank, what can be done comes before what cannot; else they stay in their order.
        let best = answers.enumerated().sorted { left, right in
            let ranks = [left, right].map { ($0.element.rank, $0.element.row.whyNot == nil ? 0 : 1, $0.offset) }
            return ranks[0] < ranks[1]
        }
        let ordered = best.map { (row: $0.element.row, places: $0.element.places) }
        // What only has the letters somewhere in their order comes behind what was found by whole words.
        let good = best.prefix { $0.element.rank <= LetterMatch.asWritten }.count
        return [exact].compactMap { $0.map { (row: $0, places: []) } }
            + ordered.prefix(good) + foundBy(words) + ordered.dropFirst(good)
    }

    /// What was found elsewhere: first where what was typed stands in the label, with its letters marked.
    private func foundBy(_ words: [[String]]) -> [(row: Binding<Action>, places: Set<Int>)] {
        let marked = found.map { row in
            let matches = words.compactMap { LetterMatch($0, in: row.label) }.filter { $0.rank <= LetterMatch.asWritten }
            return (row: row, places: matches.reduce(into: Set<Int>()) { $0.formUnion($1.places) })
        }
        return marked.filter { !$0.places.isEmpty } + marked.filter(\.places.isEmpty)
    }

    private func letterMatch(_ word: [String], _ row: Binding<Action>) -> LetterMatch? {
        LetterMatch(word, in: row.label) ?? LetterMatch(word, initials: row.initials) ?? LetterMatch(word, unseenIn: row.keyNames)
            ?? LetterMatch(word, unseenIn: row.otherWords)
            ?? row.detail.flatMap { LetterMatch(word, inDetail: $0()) }
    }

    /// Answers a key: typing filters, arrows choose, Enter runs, Esc closes.
    public mutating func handle(_ key: Key) -> PaletteEvent<Action> {
        let count = matches.count
        switch key {
        case .escape: return .cancelled
        case .enter:
            let matches = matches
            guard matches.indices.contains(highlighted) else { return .pending }
            let row = matches[highlighted]
            return row.whyNot.map { .refused($0()) } ?? .run(row)
        case .up, .backTab: highlighted = max(0, highlighted - 1)
        case .down, .tab: highlighted = max(0, min(count - 1, highlighted + 1))
        case .pageUp: highlighted = max(0, highlighted - 10)
        case .pageDown: highlighted = max(0, min(count - 1, highlighted + 10))
        case .mouse(let event) where event.kind == .wheelUp: highlighted = max(0, highlighted - 3)
        case .mouse(let event) where event.kind == .wheelDown: highlighted = max(0, min(count - 1, highlighted + 3))
        default:
            let before = query.revision
            _ = query.handle(key)
            if query.revision != before { highlighted = 0 }
        }
        return .pending
    }

    /// Rows that a palette takes beside those of its matches: the frame and the search line, and, where its rows have more to show than their
    /// labels, a part for that.
    public var frameRows: Int { 3 + (showsDetail ? 12 : 0) }

    private var showsDetail: Bool { rows.contains { $0.detail != nil } }

    /// Draws the palette over a rectangle: a frame with the title, the search line with the caret, matches with their keys.
    public func draw(into grid: inout Grid, in rect: Rect, glyphs: Glyphs) {
        guard rect.rows > 3, rect.columns >= 12 else { return }
        grid.fill(rect, role: .dialog)
        grid.frame(rect, title: title, glyphs: glyphs)
        let inner = rect.inset(columns: 1, rows: 1)
        let matches = ranked
        // A third for the list, the rest for what the highlighted row says in full.
        let list = inner.rows(from: 1, count: showsDetail ? max(3, (inner.rows - 2) / 3) : inner.rows - 1)
        let top = min(max(0, highlighted - list.rows + 1), max(0, matches.count - list.rows))
        let keyColumns = min(inner.columns / 3, matches.map { TextWidth.columns(of: $0.row.keyNames) }.max() ?? 0)
        for (number, match) in matches.dropFirst(top).prefix(list.rows).enumerated() {
            draw(
                match.row,
                match.places,
                isHighlighted: top + number == highlighted,
                in: list.rows(from: number, count: 1),
                keyColumns,
                &grid,
                glyphs
            )
        }
        let edge = list.endColumn - 1
        if top > 0 { grid.put(glyphs.arrowUp, at: Point(column: edge, row: list.row), role: .dialog) }
        if matches.count - top > list.rows { grid.put(glyphs.arrowDown, at: Point(column: edge, row: list.endRow - 1), role: .dialog) }
        if matches.isEmpty {
            let text = nothingMatches.isEmpty ? glyphs.dash : nothingMatches
            grid.put(text, at: Point(column: list.column + 2, row: list.row), role: .dialog, columns: list.columns - 3)
        }
        if showsDetail, matches.indices.contains(highlighted), let detail = matches[highlighted].row.detail {
            drawDetail(detail(), into: &grid, in: inner.rows(from: list.rows + 1), glyphs)
        }
        query.draw(into: &grid, at: inner.rows(from: 0, count: 1).inset(columns: 1), focused: true, glyphs: glyphs)
    }

    /// What the highlighted row says in full, below a rule; an arrow where there is more of it than room.
    private func drawDetail(_ text: String, into grid: inout Grid, in rect: Rect, _ glyphs: Glyphs) {
        guard rect.rows > 1 else { return }
        let rule = String(repeating: glyphs.horizontal, count: max(0, rect.columns - 2))
        grid.put(rule, at: Point(column: rect.column + 1, row: rect.row), role: .dialog)
        let place = rect.rows(from: 1)
        let lines = TextWidth.wrap(text, to: max(1, place.columns - 4))
        for (number, line) in lines.prefix(place.rows).enumerated() {
            grid.put(String(line), at: Point(column: place.column + 2, row: place.row + number), role: .dialog, columns: place.columns - 3)
        }
        if lines.count > place.rows {
            grid.put(glyphs.arrowDown, at: Point(column: place.endColumn - 1, row: place.endRow - 1), role: .dialog)
        }
    }

    private func draw(
        _ row: Binding<Action>,
        _ places: Set<Int>,
        isHighlighted: Bool,
        in line: Rect,
        _ keyColumns: Int,
        _ grid: inout Grid,
        _ glyphs: Glyphs
    ) {
        let isPossible = row.whyNot == nil
        let key = TextWidth.pad(row.keyNames, to: keyColumns, ellipsis: glyphs.ellipsis)
        grid.put(isHighlighted ? glyphs.selected : " ", at: Point(column: line.column, row: line.row), role: .dialog)
        grid.put(key, at: Point(column: line.column + 2, row: line.row), role: isPossible ? .key : .dialog, columns: keyColumns)
        let rest = line.splitColumns(left: keyColumns + 4, gap: 0).1
        let text = row.label + (row.whyNot.map { "  " + brackets.0 + $0() + brackets.1 } ?? "")
        let shown = TextWidth.clip(text, to: max(0, rest.columns - 1), ellipsis: glyphs.ellipsis)
        grid.put(shown, at: rest.origin, role: isPossible ? .dialog : .dim, columns: rest.columns)
        if isHighlighted { grid.setRole(line, .selected) }
        // The letters that answer what was typed.
        var column = rest.column
        for (index, character) in row.label.enumerated() {
            let width = TextWidth.columns(of: character)
            if column + width >= rest.endColumn { break }
            if places.contains(index) { grid.setRole(Rect(column: column, row: rest.row, columns: width, rows: 1), .key) }
            column += width
        }
    }
}

/// How a text answers what was typed.
struct LetterMatch {
    /// The worst rank of what stands in the text as it was typed.
    static let asWritten = 3
    /// 0 where it begins with it and that is a third of it or more, 1 where it begins with it, 2 where one of its words does, 3 where it stands
    /// within it, in the name of a key or in other words for it; more where its letters stand in their order, the more the farther apart. What
    /// stands behind a colon begins anew, as the page does in "Settings: Staff".
    let rank: Int
    /// Which of its characters answer, counted from 0.
    let places: Set<Int>

    /// Nil where the text does not answer. `word` holds lower-case letters.
    init?(_ word: [String], in text: String) {
        let letters = text.map { $0.lowercased() }
        guard !word.isEmpty, word.count <= letters.count else { return nil }
        let starts = (0...(letters.count - word.count)).filter { letters[$0..<$0 + word.count].elementsEqual(word) }
        let isStart = { (index: Int) in index == 0 || !letters[index - 1].contains { $0.isLetter || $0.isNumber } }
        let name =
            letters.lastIndex { $0 == ":" || $0 == "：" }
            .map { colon in letters[(colon + 1)...].firstIndex { $0 != " " } ?? 0 } ?? 0
        let isBeginning = { (index: Int) in index == 0 || index == name }
        if let start = starts.first(where: isBeginning) ?? starts.first(where: isStart) ?? starts.first {
            if isBeginning(start) {
                let end = start < name ? name : letters.count
                rank = word.count * 3 >= end - start ? 0 : 1
            } else {
                rank = isStart(start) ? 2 : 3
            }
            places = Set(start..<start + word.count)
            return
        }
        // A letter alone stands in nearly everything.
        guard word.count > 1 else { return nil }
        var closest: [Int]?
        for start in letters.indices where letters[start] == word[0] {
            var found = [start]
            for index in letters.indices[(start + 1)...] where found.count < word.count && letters[index] == word[found.count] {
                found.append(index)
            }
            // Later starts find no more letters than this one.
            if found.count < word.count { break }
            if closest.map({ found[found.count - 1] - start < $0[$0.count - 1] - $0[0] }) ?? true { closest = found }
        }
        guard let closest else { return nil }
        (rank, places) = (4 + closest[closest.count - 1] - closest[0], Set(closest))
    }

    /// A match with the first letters of how a text's characters are spoken, one for each: they are marked as those that answer.
    init?(_ word: [String], initials: String) {
        let letters = initials.map { String($0) }
        guard !word.isEmpty, word.count <= letters.count, !initials.isEmpty else { return nil }
        let starts = (0...(letters.count - word.count)).filter { letters[$0..<$0 + word.count].elementsEqual(word) }
        guard let start = starts.first else { return nil }
        (rank, places) = (start == 0 ? 2 : 3, Set(start..<start + word.count))
    }

    /// A match with words that are not in the text and so are not marked there: the name of a key, other words for the same.
    init?(_ word: [String], unseenIn words: String) {
        guard contains(words.lowercased(), word.joined()) else { return nil }
        (rank, places) = (3, [])
    }

    /// A match within what is shown of a row in full: the last of all.
    init?(_ word: [String], inDetail text: String) {
        // By bytes: texts are long, and both are in lower case.
        let (bytes, sought) = (Array(text.lowercased().utf8), Array(word.joined().utf8))
        guard bytes.indices.contains(where: { bytes[$0] == sought.first && bytes[$0...].starts(with: sought) }) else { return nil }
        (rank, places) = (.max, [])
    }
}

/// Tells whether text contains a piece, without Foundation.
func contains(_ text: some StringProtocol, _ piece: some StringProtocol) -> Bool {
    if piece.isEmpty { return true }
    var start = text.startIndex
    while start < text.endIndex {
        if text[start...].hasPrefix(piece) { return true }
        start = text.index(after: start)
    }
    return false
}
