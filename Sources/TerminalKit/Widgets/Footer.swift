/// The bottom line: the keys that work here, as many as fit.
public struct Footer<Action> {
    private let items: [Binding<Action>]

    /// Makes a footer of those bindings that are meant for it and work now, in their order.
    public init(_ bindings: [Binding<Action>]) {
        items = bindings.filter { $0.inFooter && $0.whyNot == nil }
    }

    /// One item in its place.
    struct Placed {
        var binding: Binding<Action>
        var column: Int
        var keyColumns: Int
        var columns: Int
    }

    /// Those that fit into a width: the pinned ones in any case, such as help, and of the others the first ones.
    func placed(columns: Int) -> [Placed] {
        let widths = items.map { item in
            let key = TextWidth.columns(of: item.keys.first?.name ?? "")
            return (key: key, all: key + 1 + TextWidth.columns(of: item.shortLabel))
        }
        let room = columns - 1
        var chosen: [Int] = []
        var used = 0
        func take(_ index: Int) -> Bool {
            let width = widths[index].all + (used > 0 ? 2 : 0)
            if used + width > room { return false }
            used += width
            chosen.append(index)
            return true
        }
        for index in items.indices where items[index].isPinned { _ = take(index) }
        for index in items.indices where !items[index].isPinned && !take(index) { break }
        var column = 1
        return chosen.sorted().map { index in
            defer { column += widths[index].all + 2 }
            return Placed(binding: items[index], column: column, keyColumns: widths[index].key, columns: widths[index].all)
        }
    }

    /// Draws the footer over the whole width of a row.
    public func draw(into grid: inout Grid, row: Int) {
        grid.fill(Rect(column: 0, row: row, columns: grid.size.columns, rows: 1), role: .keyLabel)
        for item in placed(columns: grid.size.columns) {
            let name = item.binding.keys.first?.name ?? ""
            grid.put(name, at: Point(column: item.column, row: row), role: .key)
            let label = Point(column: item.column + item.keyColumns + 1, row: row)
            grid.put(item.binding.shortLabel, at: label, role: .keyLabel)
        }
    }

    /// The binding drawn at a column of a footer of this width, for a click; nil between the items.
    public func binding(at column: Int, columns: Int) -> Binding<Action>? {
        placed(columns: columns).first { column >= $0.column && column < $0.column + $0.columns }?.binding
    }
}
