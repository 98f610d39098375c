/// The line that says what happened.
public struct MessageLine: Equatable, Sendable {
    /// How much it matters.
    public enum Kind: Equatable, Sendable {
        case info
        case warning
        case error
    }

    /// How much it matters.
    public var kind: Kind
    /// What happened, in words; empty for nothing to say.
    public var text: String

    /// Makes a message; without arguments an empty one.
    public init(_ text: String = "", kind: Kind = .info) {
        self.text = text
        self.kind = kind
    }

    /// The sign before the text, so that the colour is not all that tells (2-screens rule 8).
    public var sign: String {
        switch kind {
        case .info: ""
        case .warning: "! "
        case .error: "!! "
        }
    }

    /// What the line means.
    public var role: Role {
        switch kind {
        case .info: .notice
        case .warning: .warning
        case .error: .error
        }
    }

    /// Draws the message over the whole width of a row; what is longer begins up to `rowsAbove` rows higher.
    ///
    /// A reason often ends with what to do instead, so that its end is no place to save room.
    public func draw(into grid: inout Grid, row: Int, glyphs: Glyphs, rowsAbove: Int = 0) {
        let columns = max(1, grid.size.columns - 2)
        var lines = text.isEmpty ? [""] : TextWidth.wrap(sign + text, to: columns).map { String($0) }
        if lines.count > rowsAbove + 1 {
            let rest = lines[rowsAbove...].joined(separator: " ")
            lines = lines.prefix(rowsAbove) + [TextWidth.clip(rest, to: columns, ellipsis: glyphs.ellipsis)]
        }
        let top = row - lines.count + 1
        grid.fill(Rect(column: 0, row: top, columns: grid.size.columns, rows: lines.count))
        for (number, line) in lines.enumerated() { grid.put(line, at: Point(column: 1, row: top + number), role: role, columns: columns) }
    }
}

/// Says plainly that the screen is too small, and how large it must be; the message comes in the person's language.
public func drawTooSmall(into grid: inout Grid, needs: Size, message: String) {
    grid.fill(grid.bounds)
    grid.caret = nil
    guard grid.size.columns > 0 else { return }
    let facts = "\(grid.size.columns)x\(grid.size.rows) < \(needs.columns)x\(needs.rows)"
    let lines = TextWidth.wrap(message, to: grid.size.columns).map { String($0) } + [facts]
    let top = max(0, (grid.size.rows - lines.count) / 2)
    for (number, line) in lines.enumerated() {
        let column = max(0, (grid.size.columns - TextWidth.columns(of: line)) / 2)
        grid.put(line, at: Point(column: column, row: top + number), role: .warning)
    }
}
