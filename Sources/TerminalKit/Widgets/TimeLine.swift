/// One entry of a time line.
public struct TimeLineEntry: Equatable, Sendable {
    /// When it happened, as it is to be shown.
    public var when: String
    /// Who did it.
    public var who: String
    /// What was done, in a word or two.
    public var what: String
    /// Text that belongs to it; each is wrapped.
    public var lines: [String]
    /// What the heading means.
    public var role: Role

    public init(when: String, who: String, what: String, lines: [String] = [], role: Role = .text) {
        self.when = when
        self.who = who
        self.what = what
        self.lines = lines
        self.role = role
    }
}

/// A piece of a line, with what it means.
public struct StyledText: Equatable, Sendable {
    /// The text.
    public var text: String
    /// What it means.
    public var role: Role

    public init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}

extension Grid {
    /// Draws lines of pieces one below the other, each cut at the edge, as many as there are rows.
    public mutating func put(_ lines: [[StyledText]], in place: Rect) {
        for (number, line) in lines.prefix(place.rows).enumerated() {
            var column = place.column
            for piece in line {
                let point = Point(column: column, row: place.row + number)
                column += put(piece.text, at: point, role: piece.role, columns: place.endColumn - column)
            }
        }
    }
}

/// Entries one below the other, with a line that leads through them, scrolled by rows.
public struct TimeLine: Equatable, Sendable {
    /// Lines above the first entry that scroll with them; each is as wide as it is, and cut at the edge.
    public var head: [[StyledText]] = []
    /// The entries in the order shown.
    public var entries: [TimeLineEntry]
    /// Rows scrolled away at the top.
    public private(set) var offset = 0
    /// What was looked for; it is marked wherever it stands.
    public private(set) var sought = ""
    /// The row where it was found last.
    private var foundRow: Int?

    /// Makes a time line at its top.
    public init(_ entries: [TimeLineEntry] = []) {
        self.entries = entries
    }

    /// Rows that all entries take at a width.
    public func rowCount(columns: Int) -> Int { lines(columns: columns, glyphs: .ascii).count }

    /// Whether the last line is in sight in a rectangle of this size.
    public func isAtEnd(columns: Int, rows: Int) -> Bool { offset >= rowCount(columns: columns) - rows }

    /// Whether the first line is in sight in a rectangle of this size.
    public func isAtStart(columns: Int, rows: Int) -> Bool { offset == 0 || rowCount(columns: columns) <= rows }

    /// Looks for a text, whatever its case, from the place found last on and around the end, and brings it into sight.
    ///
    /// - Returns: whether it stands anywhere.
    public mutating func find(_ text: String, columns: Int, rows: Int) -> Bool {
        if text != sought { foundRow = nil }
        sought = text
        let all = lines(columns: columns, glyphs: .ascii)
        let hits = all.indices.filter { row in
            all[row].contains { !TimeLine.places(of: text, in: $0.text).isEmpty }
        }
        guard let row = hits.first(where: { $0 > foundRow ?? -1 }) ?? hits.first else { return false }
        foundRow = row
        offset = min(max(0, row - rows / 3), max(0, all.count - rows))
        return true
    }

    /// Where a text stands in another, whatever its case.
    private static func places(of wanted: String, in text: String) -> [Range<String.Index>] {
        let wanted = wanted.map { $0.lowercased() }
        guard !wanted.isEmpty else { return [] }
        var (places, start): ([Range<String.Index>], String.Index) = ([], text.startIndex)
        while start < text.endIndex {
            guard let end = text.index(start, offsetBy: wanted.count, limitedBy: text.endIndex) else { break }
            if text[start..<end].map({ $0.lowercased() }) == wanted {
                places.append(start..<end)
                start = end
            } else {
                start = text.index(after: start)
            }
        }
        return places
    }

    /// A line with what was looked for marked.
    private func marked(_ line: [StyledText]) -> [StyledText] {
        if sought.isEmpty { return line }
        return line.flatMap { piece in
            var (pieces, end): ([StyledText], String.Index) = ([], piece.text.startIndex)
            for place in TimeLine.places(of: sought, in: piece.text) {
                pieces.append(StyledText(String(piece.text[end..<place.lowerBound]), piece.role))
                pieces.append(StyledText(String(piece.text[place]), .selected))
                end = place.upperBound
            }
            return pieces + [StyledText(String(piece.text[end...]), piece.role)]
        }
    }

    /// Scrolls by a key, within what there is for a rectangle of this size; false for every other key.
    public mutating func handle(_ key: Key, columns: Int, rows: Int) -> Bool {
        let page = max(1, rows - 1)
        let most = max(0, rowCount(columns: columns) - rows)
        let target: Int
        switch key {
        case .up, .character("k"): target = min(offset, most) - 1
        case .down, .character("j"): target = offset + 1
        case .pageUp: target = min(offset, most) - page
        case .pageDown, .character(" "): target = offset + page
        case .home, .controlHome, .character("g"): target = 0
        case .end, .controlEnd, .character("G"): target = most
        case .mouse(let event) where event.kind == .wheelUp: target = min(offset, most) - 3
        case .mouse(let event) where event.kind == .wheelDown: target = offset + 3
        default: return false
        }
        offset = min(max(0, target), most)
        return true
    }

    /// Draws what is in sight.
    public func draw(into grid: inout Grid, in rect: Rect, glyphs: Glyphs) {
        guard !rect.isEmpty else { return }
        grid.fill(rect)
        let all = lines(columns: rect.columns, glyphs: glyphs)
        let top = min(offset, max(0, all.count - rect.rows))
        grid.put(all.dropFirst(top).prefix(rect.rows).map(marked), in: rect)
        let edge = rect.endColumn - 1
        if top > 0 { grid.put(glyphs.arrowUp, at: Point(column: edge, row: rect.row), role: .dim) }
        if all.count - top > rect.rows { grid.put(glyphs.arrowDown, at: Point(column: edge, row: rect.endRow - 1), role: .dim) }
    }

    private func lines(columns: Int, glyphs: Glyphs) -> [[StyledText]] {
        var result = head
        for (number, entry) in entries.enumerated() {
            let isLast = number == entries.count - 1
            let thread = isLast ? "  " : glyphs.vertical + " "
            let head = [entry.when, entry.who].filter { !$0.isEmpty }.joined(separator: "  ")
            let room = columns - 5 - TextWidth.columns(of: head)
            // The act stands beside date and person where it has room, below them where not.
            let isBeside = TextWidth.columns(of: entry.what) <= room
            result.append([
                StyledText(glyphs.bullet + " ", entry.role), StyledText(head + "  ", .dim),
                StyledText(isBeside ? entry.what : "", entry.role),
            ])
            var body = isBeside ? [] : TextWidth.wrap(entry.what, to: max(1, columns - 3)).map { StyledText(String($0), entry.role) }
            for text in entry.lines { body += TextWidth.wrap(text, to: max(1, columns - 3)).map { StyledText(String($0)) } }
            result += body.map { [StyledText(thread, .rule), $0] }
        }
        return result
    }
}
