/// The few signs that the program itself draws, in a set that fits the terminal.
///
/// Several of the Unicode ones are of ambiguous width: two columns in some East Asian terminals. So the driver asks the
/// terminal and gives the Unicode set only when they turn out narrow (2-screens rule 5).
public struct Glyphs: Hashable, Sendable {
    /// Horizontal line.
    public var horizontal: String
    /// Vertical line.
    public var vertical: String
    /// Upper left corner of a box.
    public var cornerTopLeft: String
    /// Upper right corner of a box.
    public var cornerTopRight: String
    /// Lower left corner of a box.
    public var cornerBottomLeft: String
    /// Lower right corner of a box.
    public var cornerBottomRight: String
    /// What stands where text was cut; one column, three letters' meaning.
    public var ellipsis: String
    /// What stands at the end of running text that was cut.
    public var more: String
    /// Separator between short facts.
    public var dot: String
    /// Dash between phrases.
    public var dash: String
    /// Mark of the selected row.
    public var selected: String
    /// Mark of a row that came or changed.
    public var news: String
    /// Mark of an entry on a time line.
    public var bullet: String
    /// Done.
    public var check: String
    /// Not done, wrong.
    public var cross: String
    /// There is more above.
    public var arrowUp: String
    /// There is more below.
    public var arrowDown: String
    /// There is more to the left.
    public var arrowLeft: String
    /// There is more to the right.
    public var arrowRight: String
    /// A full cell of a bar.
    public var bar: String
    /// An empty cell of a bar.
    public var barEmpty: String
    /// Eighths of a cell from one to seven, for the end of a bar; empty where only whole cells can be drawn.
    public var barParts: [String]
    /// Shades from light to full for a heat map; the first is nothing at all.
    public var shades: [String]
    /// Stands for each typed character of a secret.
    public var secret: String

    /// For terminals that draw these signs one column wide.
    public static let unicode = Glyphs(
        horizontal: "─",
        vertical: "│",
        cornerTopLeft: "┌",
        cornerTopRight: "┐",
        cornerBottomLeft: "└",
        cornerBottomRight: "┘",
        ellipsis: "…",
        more: "…",
        dot: "·",
        dash: "—",
        selected: ">",
        news: "*",
        bullet: "●",
        check: "✓",
        cross: "✗",
        arrowUp: "▲",
        arrowDown: "▼",
        arrowLeft: "◀",
        arrowRight: "▶",
        bar: "█",
        barEmpty: "░",
        barParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
        shades: [" ", "░", "▒", "▓", "█"],
        secret: "•"
    )

    /// For every other terminal: ASCII only.
    public static let ascii = Glyphs(
        horizontal: "-",
        vertical: "|",
        cornerTopLeft: "+",
        cornerTopRight: "+",
        cornerBottomLeft: "+",
        cornerBottomRight: "+",
        ellipsis: "~",
        more: "...",
        dot: "-",
        dash: "-",
        selected: ">",
        news: "*",
        bullet: "*",
        check: "v",
        cross: "x",
        arrowUp: "^",
        arrowDown: "v",
        arrowLeft: "<",
        arrowRight: ">",
        bar: "#",
        barEmpty: ".",
        barParts: [],
        shades: [" ", ".", "o", "O", "#"],
        secret: "*"
    )

    /// A bar of exactly so many columns, filled in proportion; the share is cut to 0…1.
    public func barText(share: Double, columns: Int) -> String {
        guard columns > 0 else { return "" }
        let bounded = share.isFinite ? min(1, max(0, share)) : 0
        let eighths = Int((bounded * Double(columns * 8)).rounded())
        let whole = barParts.isEmpty ? (eighths + 4) / 8 : eighths / 8
        let rest = barParts.isEmpty ? 0 : eighths % 8
        var text = String(repeating: bar, count: whole)
        if rest > 0 { text += barParts[rest - 1] }
        return text + String(repeating: " ", count: columns - whole - (rest > 0 ? 1 : 0))
    }
}
