import DeskPapers
import TerminalKit

/// A paper to be read: its lines as they will be printed, and which of them stands first.
struct PagePane {
    /// All lines.
    var lines: [String] = []
    /// Which one stands first.
    var top = 0

    /// Sets a paper for an area.
    mutating func show(_ document: Document, in area: Rect, _ glyphs: Glyphs) {
        // A sheet that lies on its side has more columns than a line of print where the screen has them.
        let width = min(document.isLandscape ? 200 : 80, area.columns) - 2
        lines = TextWriter(FiguresScreen.ruler, width: width, ascii: glyphs.barParts.isEmpty).lines(document)
        hold(in: area)
    }

    /// Keeps the last line within reach.
    mutating func hold(in area: Rect) { top = max(0, min(top, lines.count - area.rows)) }

    /// Moves by a key; false for one that moves nothing.
    mutating func move(by key: Key, in area: Rect) -> Bool {
        switch key {
        case .up, .character("k"): top -= 1
        case .down, .character("j"): top += 1
        case .pageUp: top -= area.rows - 1
        case .pageDown: top += area.rows - 1
        case .home: top = 0
        case .end: top = lines.count
        case .mouse(let event) where event.kind == .wheelUp: top -= 3
        case .mouse(let event) where event.kind == .wheelDown: top += 3
        default: return false
        }
        hold(in: area)
        return true
    }

    /// Draws what is in sight, with a mark where there is more below.
    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        for (row, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
            grid.put(line, in: area.rows(from: row, count: 1).inset(columns: 1), ellipsis: look.glyphs.ellipsis)
        }
        if top + area.rows < lines.count {
            let mark = Point(column: area.endColumn - 2, row: area.endRow - 1)
            grid.put(look.glyphs.arrowDown, at: mark, role: .dim)
        }
    }
}
