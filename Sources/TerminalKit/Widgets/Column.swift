/// One column of a table of rows.
public struct Column<Row>: Sendable {
    /// How wide a column is.
    public enum Width: Equatable, Sendable {
        /// Always so many screen columns.
        case fixed(Int)
        /// What the fixed ones leave, in equal shares up to the maximum; the whole column is left out where less than the minimum remains.
        case flexible(minimum: Int, maximum: Int = .max)
        /// As wide as the widest text in sight, within these bounds.
        case fitted(minimum: Int, maximum: Int)
    }

    /// Header text.
    public var title: String
    /// Width without the gap to the next column.
    public var width: Width
    /// Where texts stand in the column.
    public var alignment: Alignment
    /// Text of a row.
    public var text: @Sendable (Row) -> String
    /// Text of a row as it is told in so many columns; nil where what does not fit is simply cut.
    public var fitting: (@Sendable (Row, Int) -> String)?
    /// What the text means, nil for the row's own role.
    public var role: @Sendable (Row) -> Role?

    public init(
        _ title: String,
        width: Width,
        alignment: Alignment = .leading,
        role: @escaping @Sendable (Row) -> Role? = { _ in nil },
        text: @escaping @Sendable (Row) -> String,
        fitting: (@Sendable (Row, Int) -> String)? = nil
    ) {
        self.title = title
        self.width = width
        self.alignment = alignment
        self.text = text
        self.fitting = fitting
        self.role = role
    }
}

/// Fits columns into a width.
enum ColumnLayout {
    /// Blank columns between two columns.
    static let gap = 2

    /// The widths that columns get, 0 for those left out: from the right, as long as the rest does not fit.
    static func widths(_ wanted: [(minimum: Int, maximum: Int)], in total: Int) -> [Int] {
        var count = wanted.count
        func needed(_ count: Int) -> Int { wanted[..<count].reduce(0) { $0 + $1.minimum } + max(0, count - 1) * gap }
        while count > 1, needed(count) > total { count -= 1 }
        var widths = wanted[..<count].map(\.minimum)
        var spare = total - needed(count)
        // Those that take least come first, so that the others share what they leave.
        let flexible = wanted[..<count].indices.filter { wanted[$0].maximum > wanted[$0].minimum }.sorted { left, right in
            (wanted[left].maximum, left) < (wanted[right].maximum, right)
        }
        if spare > 0 {
            for (order, index) in flexible.enumerated() {
                let left = flexible.count - order
                let share = min(wanted[index].maximum - wanted[index].minimum, (spare + left - 1) / left)
                widths[index] += share
                spare -= share
            }
        } else if spare < 0, let first = widths.first {
            widths[0] = max(0, first + spare)
        }
        return widths + Array(repeating: 0, count: wanted.count - count)
    }
}
