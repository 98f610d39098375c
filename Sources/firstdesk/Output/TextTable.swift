import enum TerminalKit.Alignment
import enum TerminalKit.TextWidth

/// Rows of text in columns that line up whatever the script (2-screens, rule 5).
struct TextTable {
    /// A column.
    struct Column {
        /// Its heading.
        let heading: String
        /// The most columns that it takes; nil where it takes all that is left.
        let limit: Int?
        /// Where its text stands.
        var alignment = Alignment.leading
    }

    private let columns: [Column]
    private let width: Int?
    private var widths: [Int] = []

    /// Makes a table of at most `width` columns; nil for a table that nothing bounds.
    init(_ columns: [Column], width: Int?) {
        self.columns = columns
        self.width = width
    }

    /// The heading, with widths that fit the first rows.
    mutating func heading(fitting rows: [[String]]) -> String {
        widths = columns.enumerated().map { index, column in
            let widest = rows.reduce(TextWidth.columns(of: column.heading)) { max($0, TextWidth.columns(of: TextTable.shown($1[index]))) }
            return min(widest, column.limit ?? .max)
        }
        if let width, let open = columns.firstIndex(where: { $0.limit == nil }) {
            let others = widths.enumerated().reduce(2 * (columns.count - 1)) { $0 + ($1.offset == open ? 0 : $1.element) }
            widths[open] = min(widths[open], max(12, width - others))
        }
        return line(columns.map(\.heading))
    }

    /// A row. What does not fit is cut; control characters are shown and not obeyed.
    func line(_ cells: [String]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += "  " }
            // ASCII dots: how wide a terminal draws an ellipsis is not known here.
            line += TextWidth.pad(TextTable.shown(cell), to: widths[index], alignment: columns[index].alignment, ellipsis: "..")
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    private static func shown(_ text: String) -> String {
        TextWidth.visible(String(text.map { $0.isNewline ? " " : $0 }))
    }
}
