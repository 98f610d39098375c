import ComplaintRules

/// How text stands on a line: the one measure of columns is the terminal's, and is handed in.
public struct TextRuler: Sendable {
    /// The columns that a text takes.
    public let columns: @Sendable (String) -> Int
    /// A text with pictures in place of what would command a terminal or hide from the reader.
    public let visible: @Sendable (String) -> String
    /// A text in lines of at most so many columns.
    public let wrap: @Sendable (String, Int) -> [String]

    /// Makes a ruler.
    public init(
        columns: @escaping @Sendable (String) -> Int,
        visible: @escaping @Sendable (String) -> String,
        wrap: @escaping @Sendable (String, Int) -> [String]
    ) {
        (self.columns, self.visible, self.wrap) = (columns, visible, wrap)
    }

    /// A text filled with blanks to so many columns.
    func pad(_ text: String, _ width: Int, right: Bool = false) -> String {
        let missing = String(repeating: " ", count: max(0, width - columns(text)))
        return right ? missing + text : text + missing
    }

    /// A text cut to so many columns; two points say that something was.
    func clip(_ text: String, _ width: Int) -> String {
        if columns(text) <= width { return text }
        var (cut, used) = ("", 0)
        for character in text {
            let own = columns(String(character))
            if used + own > max(0, width - 2) { break }
            used += own
            cut.append(character)
        }
        return pad(cut + String("..".prefix(max(0, width - used))), width)
    }
}

/// Puts a document into lines of text.
public struct TextWriter: Sendable {
    private let ruler: TextRuler
    private let width: Int
    private let isASCII: Bool

    /// How many columns lines can have.
    public static let widths = 24...240

    /// Makes a writer for lines of so many columns.
    ///
    /// - Parameter ascii: whether frames and bars are of plain characters, for printers and terminals that draw others at another width.
    public init(_ ruler: TextRuler, width: Int, ascii: Bool = false) {
        (self.ruler, self.width, isASCII) = (ruler, max(TextWriter.widths.lowerBound, width), ascii)
    }

    /// The lines of a document.
    public func lines(_ document: Document) -> [String] {
        var lines: [String] = []
        if document.isPractice { lines += [centred(practiceMark)] }
        lines += ruler.wrap(shown(document.title), width).map(centred)
        lines.append("")
        for block in document.blocks { lines += self.lines(block, document.language) }
        if document.isPractice { lines += [centred(practiceMark)] }
        return lines.map(TextWriter.withoutBlanks)
    }

    private static func withoutBlanks(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }

    private func shown(_ text: String) -> String {
        let text = ruler.visible(text)
        // The arrow is no plain character, and printers and terminals draw it at another width.
        return isASCII ? text.split(separator: "→", omittingEmptySubsequences: false).joined(separator: "->") : text
    }

    private func centred(_ text: String) -> String { String(repeating: " ", count: max(0, (width - ruler.columns(text)) / 2)) + text }

    /// The lines of a text, its own breaks kept.
    private func lines(of text: String, _ width: Int) -> [String] {
        text.textLines.flatMap { wrapped(shown(String($0)), max(2, width)) }
    }

    /// The longest text, in bytes, of which is asked what in it belongs together: beyond it lines hardly ever end there.
    private static let shortText = 600

    /// A text in lines that end within nothing that belongs together, as far as a line has room for it.
    private func wrapped(_ text: String, _ width: Int) -> [String] {
        if text.utf8.count > TextWriter.shortText || ruler.columns(text) <= width { return ruler.wrap(text, width) }
        // Signs between which no line ends stand in for what belongs together, and are put back for it afterwards.
        var signs: [(sign: Character, text: String)] = []
        for part in UnbrokenWords.parts(of: text) {
            let columns = ruler.columns(part.text)
            guard part.isUnbroken, (4...width).contains(columns), let first = part.text.first, let last = part.text.last else {
                signs += part.text.map { ($0, String($0)) }
                continue
            }
            // As with the Han that they stand in for, a line may begin with the one and end with the other.
            let (isWideFirst, isWideLast) = (ruler.columns(String(first)) == 2, ruler.columns(String(last)) == 2)
            let middle = String(repeating: "x", count: columns - (isWideFirst ? 2 : 0) - (isWideLast ? 2 : 0))
            let standIn = Array((isWideFirst ? "（" : "") + middle + (isWideLast ? "）" : ""))
            signs += standIn.enumerated().map { ($1, $0 == 0 ? part.text : "") }
        }
        let standIns = String(signs.map(\.sign))
        // Where a letter joined its neighbour the places would not be the same.
        guard standIns.count == signs.count else { return ruler.wrap(text, width) }
        var rest = signs[...]
        return ruler.wrap(standIns, width).map { line in
            line.reduce(into: "") { text, sign in
                // Blanks at the end of a line are left out.
                while let next = rest.first, next.sign != sign { rest.removeFirst() }
                if let next = rest.popFirst() { text += next.text }
            }
        }
    }

    private func lines(_ block: Block, _ language: Language) -> [String] {
        switch block {
        case .heading(let text): return [""] + lines(of: text, width) + [String(repeating: line, count: width)]
        case .text(let text): return lines(of: text, width) + [""]
        case .note(let text): return lines(of: text, width - 2).map { "  " + $0 }
        case .large(let text): return [""] + lines(of: text, width).map(centred) + [""]
        case .newPage: return ["", String(repeating: "=", count: width), ""]
        case .fields(let fields): return self.fields(fields)
        case .table(let table): return self.table(table.orNone(language))
        case .signatures(let labels): return signatures(labels)
        case .bars(let chart): return bars(chart) + [""]
        case .columns(let chart): return columns(chart, rows: 11) + [""]
        case .heat(let map): return heat(map) + [""]
        }
    }

    // MARK: Frames

    private var line: String { isASCII ? "-" : "─" }
    private var wall: String { isASCII ? "|" : "│" }

    /// A line between rows whose walls stand at these places; nil at the top and at the bottom.
    private func rule(_ above: [Int]?, _ below: [Int]?) -> String {
        let walls = Set(above ?? []).union(below ?? [])
        let end = walls.max() ?? 0
        var text = ""
        for place in 0...end {
            let (up, down) = (above?.contains(place) ?? false, below?.contains(place) ?? false)
            guard up || down else {
                text += line
                continue
            }
            if isASCII {
                text += "+"
                continue
            }
            let isLeft = place == 0
            let isRight = place == end
            let corners = up && down ? "├┤┼" : up ? "└┘┴" : "┌┐┬"
            text.append(contentsOf: corners.dropFirst(isLeft ? 0 : isRight ? 1 : 2).prefix(1))
        }
        return text
    }

    /// Rows of cells in a frame; each row has its own widths, without walls and the blank before and behind.
    private func framed(_ rows: [(cells: [[String]], widths: [Int], right: [Bool])]) -> [String] {
        func walls(_ widths: [Int]) -> [Int] { widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1 + 3) } }
        var lines: [String] = []
        var above: [Int]?
        for row in rows {
            let below = walls(row.widths)
            lines.append(rule(above, below))
            for index in 0..<max(1, row.cells.map(\.count).max() ?? 0) {
                let parts = row.cells.enumerated().map { place, cell in
                    ruler.pad(index < cell.count ? cell[index] : "", row.widths[place], right: row.right[place])
                }
                lines.append("\(wall) " + parts.joined(separator: " \(wall) ") + " \(wall)")
            }
            above = below
        }
        if let above { lines.append(rule(above, nil)) }
        return lines
    }

    private func fields(_ fields: [Block.Field]) -> [String] {
        let widest = fields.map { ruler.columns(shown($0.label)) }.max() ?? 0
        // A column of papers of a receipt printer has no room for frames.
        if width < 60 {
            return fields.flatMap { field in
                lines(of: field.label + (field.value.isEmpty ? "" : ": " + field.value), width)
            } + [""]
        }
        let label = min(widest, 20)
        let whole = width - label - 7
        let half = (width - 2 * label - 13) / 2
        var rows: [(cells: [[String]], widths: [Int], right: [Bool])] = []
        func cell(_ field: Block.Field, _ width: Int) -> [[String]] { [lines(of: field.label, label), lines(of: field.value, width)] }
        var index = 0
        while index < fields.count {
            let field = fields[index]
            func isShort(_ field: Block.Field) -> Bool {
                !field.isWide && !field.value.contains { $0.isNewline } && ruler.columns(shown(field.value)) <= half
            }
            if isShort(field), index + 1 < fields.count, isShort(fields[index + 1]) {
                rows.append(
                    (
                        cell(field, half) + cell(fields[index + 1], whole - half - label - 6),
                        [label, half, label, whole - half - label - 6], [false, false, false, false]
                    )
                )
                index += 2
            } else {
                rows.append((cell(field, whole), [label, whole], [false, false]))
                index += 1
            }
        }
        return framed(rows) + [""]
    }

    private func table(_ table: Block.Table) -> [String] {
        let count = table.columns.count
        let room = width - 3 * count - 1
        var natural = table.columns.map { ruler.columns(shown($0.heading)) }
        for row in table.rows {
            for (place, cell) in row.enumerated() {
                let widest = cell.textLines.map { ruler.columns(shown(String($0))) }.max() ?? 0
                natural[place] = max(natural[place], widest)
            }
        }
        // Where not all fits, each gets its part by weight, and what one does not need goes to the others; but no word is broken.
        var widths = natural
        if natural.reduce(0, +) > room {
            let least = table.columns.indices.map { place in
                table.rows.reduce(leastColumns(table.columns[place].heading)) { place < $1.count ? max($0, leastColumns($1[place])) : $0 }
            }
            guard least.reduce(0, +) <= room else { return records(table) }
            // Where nothing stands, the heading has room enough.
            let weights = table.columns.indices.map { place in
                table.rows.contains { place < $0.count && !$0[place].isEmpty } ? table.columns[place].weight : 0
            }
            var (open, left) = (Set(0..<count), room)
            while !open.isEmpty {
                let sum = max(1, open.reduce(0) { $0 + weights[$1] })
                func share(_ place: Int) -> Int { left * weights[place] / sum }
                let narrow = open.filter { share($0) < least[$0] }
                let small = narrow.isEmpty ? open.filter { natural[$0] * sum <= left * weights[$0] } : []
                if narrow.isEmpty, small.isEmpty {
                    for place in open { widths[place] = share(place) }
                    break
                }
                for place in narrow.union(small) {
                    widths[place] = narrow.isEmpty ? natural[place] : least[place]
                    left -= widths[place]
                }
                open.subtract(narrow.union(small))
            }
            // Nor are its words, which have the most weight, written down a column of a few letters.
            if let most = weights.max(), most != weights.min(),
                table.columns.indices.contains(where: { weights[$0] == most && widths[$0] < min(natural[$0], 12) })
            {
                return records(table)
            }
        }
        let right = table.columns.map(\.isNumber)
        let head = (cells: table.columns.enumerated().map { lines(of: $1.heading, widths[$0]) }, widths: widths, right: right)
        let rows = table.rows.map { row in
            (cells: row.enumerated().map { lines(of: $1, widths[$0]) }, widths: widths, right: right)
        }
        return framed([head] + rows) + [""]
    }

    /// The columns that the longest of what is not broken in a text takes.
    private func leastColumns(_ text: String) -> Int { max(2, Int(UnbrokenWords.widest(shown(text)) { Double(ruler.columns($0)) })) }

    /// A table that is too wide for its columns to stand side by side: its rows one below the other, each with its headings.
    private func records(_ table: Block.Table) -> [String] {
        let label = min(20, table.columns.map { ruler.columns(shown($0.heading)) }.max() ?? 0)
        let end = String(repeating: line, count: width)
        return table.rows.flatMap { row in
            [end]
                + zip(table.columns, row).flatMap { column, cell -> [String] in
                    if cell.isEmpty { return [] }
                    let heading = lines(of: column.heading, label)
                    let text = lines(of: cell, width - label - 2)
                    return (0..<max(heading.count, text.count)).map { place in
                        ruler.pad(place < heading.count ? heading[place] : "", label) + "  " + (place < text.count ? text[place] : "")
                    }
                }
        } + [end, ""]
    }

    private func signatures(_ labels: [String]) -> [String] {
        labels.flatMap { label in
            let text = shown(label)
            return ["", text + " " + String(repeating: "_", count: max(8, min(40, width - ruler.columns(text) - 1)))]
        } + [""]
    }

    // MARK: Charts

    /// The lines of a bar chart: its headings, a bar each, and the total where there is one.
    public func bars(_ chart: Block.BarChart) -> [String] {
        // Labels and numbers first; the bars get the rest.
        let all = chart.bars + [chart.total].compactMap { $0 }
        var numbers = chart.headings.dropFirst().map { max(4, ruler.columns($0)) }
        for bar in all {
            for (place, number) in self.numbers(of: bar).enumerated() where place < numbers.count {
                numbers[place] = max(numbers[place], ruler.columns(number))
            }
        }
        let mark = all.map { ruler.columns($0.mark) }.max() ?? 0
        let widest = all.map { ruler.columns(shown($0.label)) }.max() ?? 0
        let label = min(max(widest, ruler.columns(chart.headings.first ?? "")), max(10, width * 2 / 5))
        let room = max(8, width - label - numbers.reduce(0) { $0 + $1 + 1 } - 2 - (mark == 0 ? 0 : mark + 1))
        let most = chart.bars.reduce(1.0) { max($0, Double($1.count), $1.usual ?? 0) }
        func numbered(_ name: String, _ texts: [String]) -> String {
            texts.enumerated().reduce(ruler.pad(ruler.clip(shown(name), label), label)) {
                $0 + " " + ruler.pad($1.element, numbers[$1.offset], right: true)
            }
        }
        var lines = [
            numbered(chart.headings.first ?? "", Array(chart.headings.dropFirst())) + (chart.legend.isEmpty ? "" : "  " + chart.legend)
        ]
        for bar in chart.bars {
            let drawn = ruler.pad(self.bar(bar.count, bar.usual, most: most, room), room)
            lines.append(
                numbered(bar.label, self.numbers(of: bar)) + "  " + drawn + (mark == 0 ? "" : " " + bar.mark)
            )
        }
        if let total = chart.total { lines.append(numbered(total.label, self.numbers(of: total))) }
        return lines
    }

    private func numbers(of bar: Block.BarChart.Bar) -> [String] {
        [String(bar.count)] + bar.others.map { $0.map { String($0) } ?? (isASCII ? "-" : "—") }
    }

    /// A bar of a count in a room of columns for `most`: none for 0, one column at least for more, and a mark where the usual is.
    func bar(_ count: Int, _ usual: Double?, most: Double, _ room: Int) -> String {
        let eighths = Int((Double(count) * Double(room * 8) / most).rounded())
        var cells: [String]
        if count == 0 {
            cells = []
        } else if isASCII {
            cells = [String](repeating: "=", count: max(1, (eighths + 4) / 8))
        } else {
            cells = [String](repeating: "█", count: eighths / 8)
            let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
            if !rest.isEmpty { cells.append(rest) }
            if cells.isEmpty { cells = ["▏"] }
        }
        guard let usual else { return cells.joined() }
        // A bar of one column stays beside the mark.
        let place = min(room - 1, max(count > 0 ? 1 : 0, Int((usual * Double(room) / most).rounded())))
        while cells.count <= place { cells.append(" ") }
        cells[place] = "|"
        return cells.joined()
    }

    /// The lines of a column chart in at most so many rows, its title first.
    public func columns(_ chart: Block.ColumnChart, rows: Int) -> [String] {
        let most = max(1, chart.columns.map(\.count).max() ?? 0)
        let axis = String(most).utf8.count
        let cell = max(2, axis, chart.columns.map { ruler.columns($0.label) }.max() ?? 0)
        let height = max(2, min(rows - 3, most))
        var lines = [chart.title]
        for level in stride(from: height, to: 0, by: -1) {
            let label = level == height ? String(most) : ""
            let cells = chart.columns.map { column in
                let isFull = column.count > 0 && (column.count * height * 2 + most) / (2 * most) >= max(1, level)
                let isFirst = level == 1 && column.count > 0
                return ruler.pad(isFull || isFirst ? (column.isUnfinished ? "::" : isASCII ? "##" : "██") : "", cell)
            }
            lines.append(ruler.pad(label, axis, right: true) + wall + " " + cells.joined(separator: " "))
        }
        lines.append(
            ruler.pad("0", axis, right: true) + (isASCII ? "+" : "┼") + " "
                + chart.columns.map { ruler.pad($0.label, cell) }.joined(separator: " ")
        )
        lines.append(
            ruler.pad("", axis) + "  " + chart.columns.map { ruler.pad(ruler.clip(String($0.count), cell), cell) }.joined(separator: " ")
        )
        return lines
    }

    /// The lines of a heat map, its title first.
    public func heat(_ map: Block.HeatMap) -> [String] {
        let label = map.rows.map { ruler.columns($0.label) }.max() ?? 0
        let widest = map.rows.flatMap(\.counts).map { String($0).utf8.count }.max() ?? 1
        let cell = max(widest, map.columns.map { ruler.columns($0) }.max() ?? 1) + 1
        let top = map.topDecile
        var lines = [map.title, ruler.pad("", label) + map.columns.map { ruler.pad($0, cell, right: true) + " " }.joined()]
        for row in map.rows {
            // The fullest tenth has a mark, for whoever sees no colour.
            let cells = row.counts.map { ruler.pad($0 == 0 ? "." : String($0), cell, right: true) + ($0 >= top ? "*" : " ") }
            lines.append(ruler.pad(row.label, label) + cells.joined())
        }
        return lines
    }
}

/// What stands on every paper of a practice desk.
let practiceMark = "PRACTICE 练习"
