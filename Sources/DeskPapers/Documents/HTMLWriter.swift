import ComplaintRules

/// Puts a document into one HTML file that prints on A4: no script, no network, headings of tables on every page, charts as inline SVG.
///
/// WeasyPrint 57 drops text without a word from nodes of much more than 300 characters, so every text is cut into nodes of 300 at most. It breaks
/// no word that goes on in the next node, and drops what does not fit, so within a word a new block begins. And it loses the heading of a table on
/// the page behind a row that is kept whole and is taller than a page, so only short rows are.
public struct HTMLWriter: Sendable {
    fileprivate let ruler: TextRuler

    /// Makes a writer.
    public init(_ ruler: TextRuler) { self.ruler = ruler }

    /// The most characters of a block.
    static let blockLimit = 300
    /// The most pieces of a paragraph that stand in one block: WeasyPrint takes more than their number in time for longer ones.
    private static let mostPieces = 10
    /// The most lines of a row that is kept on one page.
    private static let shortRow = 20
    /// How many columns of text a sheet has across a table, upright and on its side, by the widest digit of the fonts; how many of them a letter
    /// of Chinese takes, and how many a cell loses to its frame. Each a little more than measured, since browsers round.
    private static let sheet = (upright: 85.0, wide: 140.0, han: 1.6, frame: 1.7)

    /// The file.
    public func file(_ document: Document) -> String { file([document]) }

    /// One file of several documents, each beginning a page; the first gives the title and the language.
    public func file(_ documents: [Document]) -> String {
        guard let first = documents.first else { return "" }
        let body = documents.enumerated().map { place, document in
            "<article class=\"\(kind(of: document, place))\">\n\(article(document))</article>\n"
        }.joined()
        let isChinese = first.language == .chinese
        return """
            <!DOCTYPE html>
            <html lang="\(isChinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(escaped(first.title))</title>
            <style>
            \(style(first))
            </style>
            </head>
            <body>
            \(body)</body>
            </html>

            """
    }

    private func kind(of document: Document, _ place: Int) -> String {
        // What is to be read from afar is large all over.
        let isPoster = document.blocks.contains { if case .large = $0 { true } else { false } }
        return [place > 0 ? "page" : "", document.isLandscape ? "wide" : "", isPoster ? "poster" : ""].filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    private func style(_ document: Document) -> String {
        let page = document.language(
            Phrase(en: "\"Page \" counter(page) \" of \" counter(pages)", zh: "\"第 \" counter(page) \" 页/共 \" counter(pages) \" 页\"")
        )
        // Families by name, also in the margins: a fallback of its own choice costs seconds, or finds nothing.
        let fonts =
            "\"DejaVu Sans\", \"Liberation Sans\", Arial, \"WenQuanYi Micro Hei\", \"Noto Sans CJK SC\", \"Microsoft YaHei\", sans-serif"
        let practice = document.isPractice ? "@top-right { content: \"\(practiceMark)\"; font-family: \(fonts); font-size: 10pt; }" : ""
        return """
            @page {
              size: A4\(document.isLandscape ? " landscape" : ""); margin: 13mm 14mm;
              \(practice)
              @top-left { content: string(head); font-family: \(fonts); font-size: 8pt; }
              @bottom-right { content: \(page); font-family: \(fonts); font-size: 8pt; }
            }
            @page :first { @top-left { content: none; } }
            body { font-family: \(fonts); font-size: 10pt; line-height: 1.4; color: #000; background: #fff; margin: 0 auto; max-width: \(document.isLandscape ? "270mm" : "182mm"); overflow-wrap: anywhere; }
            h1 { string-set: head attr(data-head); font-size: 16pt; font-weight: normal; text-align: center; margin: 0 0 3mm; }
            h2 { font-size: 11.5pt; font-weight: normal; margin: 3mm 0 1.5mm; border-bottom: 0.4mm solid #000; break-after: avoid; }
            p { margin: 0 0 1mm; }
            .t { margin: 0 0 3mm; }
            .note { font-size: 8.5pt; color: #333; break-before: avoid; }
            .practice { text-align: center; border: 0.4mm solid #000; margin: 0 0 3mm; }
            .across { display: none; position: fixed; top: 110mm; left: 0; right: 0; text-align: center; font-size: 60pt; line-height: 1; color: #e2e2e2; transform: rotate(-35deg); z-index: -1; }
            .wide .across { top: 75mm; }
            @media print { .practice { display: none; } .across { display: block; } }
            .large { font-size: 30pt; text-align: center; margin: 12mm 0; }
            .poster .large { font-size: 44pt; margin: 18mm 0; }
            .poster .t { font-size: 20pt; line-height: 1.6; margin: 0 0 12mm; text-align: center; }
            .page, .break { break-before: page; }
            table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 0 0 3mm; font-size: 9.5pt; line-height: 1.3; }
            .wide table { font-size: 8.5pt; }
            th, td { border: 0.2mm solid #000; padding: 0.7mm 1.2mm; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere; }
            th { background: #eee; }
            td.n, th.n { text-align: right; }
            .w { white-space: nowrap; }
            tr.s, .sign { break-inside: avoid; }
            .sign { break-before: avoid; margin-top: 4mm; }
            .sign td { height: 20mm; }
            svg { display: block; width: 100%; height: auto; margin: 0 0 3mm; }
            """
    }

    private func article(_ document: Document) -> String {
        var html = document.isPractice ? "<p class=\"practice\">\(practiceMark)</p>\n" : ""
        // A browser may know no margins of pages; what is fixed stands on each page all the same.
        if document.isPractice { html += "<div class=\"across\" aria-hidden=\"true\">\(practiceMark)</div>\n" }
        html += "<h1 data-head=\"\(escaped(document.runningHead ?? document.title))\">\(escaped(document.title))</h1>\n"
        let columns = document.isLandscape ? HTMLWriter.sheet.wide : HTMLWriter.sheet.upright
        for block in document.blocks { html += self.html(block, columns, document.language) }
        return html
    }

    private func html(_ block: Block, _ columns: Double, _ language: Language) -> String {
        switch block {
        case .heading(let text): return "<h2>\(escaped(text))</h2>\n"
        case .text(let text): return "<div class=\"t\">\(blocks(text))</div>\n"
        case .note(let text): return "<div class=\"t note\">\(blocks(text))</div>\n"
        case .large(let text): return "<p class=\"large\">\(escaped(text))</p>\n"
        case .newPage: return "<div class=\"break\"></div>\n"
        case .fields(let fields): return self.fields(fields, columns)
        case .table(let table): return self.table(table.orNone(language), columns)
        case .signatures(let labels):
            let cells = labels.map { "<td>\(escaped($0))</td>" }.joined()
            return "<table class=\"sign\"><tbody><tr>\(cells)</tr></tbody></table>\n"
        case .bars(let chart): return ChartWriter(self).bars(chart)
        case .columns(let chart): return ChartWriter(self).columns(chart)
        case .heat(let map): return heat(map)
        }
    }

    /// Short ones stand two in a row, so that a sheet fits on a page.
    private func fields(_ fields: [Block.Field], _ columns: Double) -> String {
        func cells(_ field: Block.Field, wide: Bool) -> String {
            let room = columns * (wide ? 0.82 : 0.32) - HTMLWriter.sheet.frame
            return "<th scope=\"row\">\(blocks(field.label))</th><td\(wide ? " colspan=\"3\"" : "")>\(blocks(field.value, room))</td>"
        }
        func isHalf(_ field: Block.Field) -> Bool {
            !field.isWide && !field.value.contains { $0.isNewline } && ruler.columns(ruler.visible(field.value)) <= 26
        }
        var (rows, index) = ("", 0)
        while index < fields.count {
            let field = fields[index]
            if isHalf(field), index + 1 < fields.count, isHalf(fields[index + 1]) {
                rows += "<tr class=\"s\">\(cells(field, wide: false))\(cells(fields[index + 1], wide: false))</tr>\n"
                index += 2
            } else {
                rows += "<tr\(isShort([field.value], [columns * 0.82]) ? " class=\"s\"" : "")>\(cells(field, wide: true))</tr>\n"
                index += 1
            }
        }
        let widths = "<col style=\"width:18%\"><col style=\"width:32%\"><col style=\"width:18%\"><col style=\"width:32%\">"
        return "<table><colgroup>\(widths)</colgroup><tbody>\n\(rows)</tbody></table>\n"
    }

    private func table(_ table: Block.Table, _ columns: Double) -> String {
        let widths = self.widths(table, columns)
        let cols = widths.map { "<col style=\"width:\(Double(Int($0 * 1000 / columns)) / 10)%\">" }.joined()
        let head = table.columns.map { "<th scope=\"col\"\($0.isNumber ? " class=\"n\"" : "")>\(escaped($0.heading))</th>" }.joined()
        let rows = table.rows.map { row in
            let cells = row.enumerated().map { place, cell in
                "<td\(table.columns[place].isNumber ? " class=\"n\"" : "")>\(blocks(cell, widths[place] - HTMLWriter.sheet.frame))</td>"
            }.joined()
            return "<tr\(isShort(row, widths) ? " class=\"s\"" : "")>\(cells)</tr>\n"
        }.joined()
        return "<table><colgroup>\(cols)</colgroup><thead><tr>\(head)</tr></thead><tbody>\n\(rows)</tbody></table>\n"
    }

    /// How wide the columns of a table are, in columns of text: by weight, but none narrower than its longest word and none wider than its text;
    /// one in which nothing stands is as wide as its heading asks.
    private func widths(_ table: Block.Table, _ columns: Double) -> [Double] {
        var (least, natural) = ([Double](), [Double]())
        for (place, column) in table.columns.enumerated() {
            var words = UnbrokenWords.widest(column.heading, width)
            var line = width(of: column.heading)
            for row in table.rows where !row[place].isEmpty {
                words = max(words, UnbrokenWords.widest(row[place], width))
                // What is longer has no width that is enough for it.
                for text in row[place].beginning(200).textLines { line = max(line, width(of: String(text))) }
            }
            least.append(words + HTMLWriter.sheet.frame)
            natural.append(line + HTMLWriter.sheet.frame)
        }
        let weights = table.columns.indices.map { place in
            table.rows.contains { !$0[place].isEmpty } ? Double(table.columns[place].weight) : 0
        }
        var widths = least
        var (open, left) = (Set(table.columns.indices), columns)
        while !open.isEmpty {
            let sum = max(1, open.reduce(0) { $0 + weights[$1] })
            let narrow = open.filter { least[$0] * sum > left * weights[$0] }
            let small = narrow.isEmpty ? open.filter { natural[$0] * sum <= left * weights[$0] } : []
            if narrow.isEmpty, small.isEmpty {
                for place in open { widths[place] = left * weights[place] / sum }
                break
            }
            for place in narrow.union(small) {
                widths[place] = narrow.isEmpty ? natural[place] : least[place]
                left -= widths[place]
            }
            open.subtract(narrow.union(small))
        }
        // What nobody needs, or what all need too much, is everybody's in their part.
        let sum = widths.reduce(0, +)
        return widths.map { $0 * columns / sum }
    }

    /// How much of a sheet a text takes, in columns of text.
    private func width(of text: String) -> Double {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
            ? Double(text.utf8.count)
            : text.unicodeScalars.reduce(0) { sum, scalar in
                let columns = ruler.columns(String(scalar))
                return sum + (columns == 2 ? HTMLWriter.sheet.han : Double(columns))
            }
    }

    /// Whether a row is short enough to be kept on one page, by the widths of its columns.
    private func isShort(_ row: [String], _ widths: [Double]) -> Bool {
        zip(row, widths).allSatisfy { cell, width in
            if cell.utf8.count > 4000 { return false }
            let room = max(1, Int(width - HTMLWriter.sheet.frame))
            let lines = cell.textLines.reduce(0) { sum, line in
                sum + max(1, (ruler.columns(ruler.visible(String(line))) + room - 1) / room)
            }
            return lines <= HTMLWriter.shortRow
        }
    }

    private func heat(_ map: Block.HeatMap) -> String {
        let most = max(1, map.rows.flatMap(\.counts).max() ?? 0)
        let head = map.columns.map { "<th scope=\"col\" class=\"n\">\(escaped($0))</th>" }.joined()
        let rows = map.rows.map { row in
            let cells = row.counts.map { count in
                // Grey as far as black letters can still be read on it.
                let grey = 255 - count * 110 / most
                return "<td class=\"n\" style=\"background:rgb(\(grey),\(grey),\(grey))\">\(count == 0 ? "·" : String(count))</td>"
            }.joined()
            return "<tr class=\"s\"><th scope=\"row\">\(escaped(row.label))</th>\(cells)</tr>\n"
        }.joined()
        return "<h2>\(escaped(map.title))</h2>\n<table><thead><tr><td></td>\(head)</tr></thead><tbody>\n\(rows)</tbody></table>\n"
    }

    /// A text as a block a line, its own line breaks kept; a long line is a paragraph of pieces of a bounded length, one behind the other.
    ///
    /// - Parameter room: the columns of the cell that it stands in, for what is to stay together; nil outside a table.
    private func blocks(_ text: String, _ room: Double? = nil) -> String {
        text.textLines.map { line -> String in
            let pieces = HTMLWriter.pieces(String(line)).filter { !$0.allSatisfy(\.isWhitespace) }
            if pieces.count < 2 { return "<div>\(pieces.first.map { kept($0, room) } ?? "<br>")</div>" }
            var (html, paragraph) = ("", [String]())
            func end() {
                html += "<div>" + paragraph.map { "<span>\(escaped($0))</span>" }.joined() + "</div>"
                paragraph = []
            }
            for piece in pieces {
                if let last = paragraph.last, paragraph.count == HTMLWriter.mostPieces || !HTMLWriter.mayEnd(last, before: piece) { end() }
                paragraph.append(piece)
            }
            end()
            return html
        }.joined()
    }

    /// Whether a line may end between two texts: behind a blank and on either side of a letter or mark of Chinese.
    private static func mayEnd(_ text: String, before next: String) -> Bool {
        guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else { return true }
        return last == " " || first == " " || last.value >= 0x2E80 || first.value >= 0x2E80
    }

    /// A line in which what belongs together is not broken, as far as there is room for it.
    private func kept(_ line: String, _ room: Double?) -> String {
        guard let room, line.utf8.count <= HTMLWriter.blockLimit * 2 else { return escaped(line) }
        return UnbrokenWords.parts(of: line).map { part in
            let text = escaped(part.text)
            return part.isUnbroken && width(of: part.text) <= room + 0.01 ? "<span class=\"w\">\(text)</span>" : text
        }.joined()
    }

    /// A text in pieces of at most 300 characters: by its line breaks, else behind the end of a sentence, else behind a blank, else anywhere.
    static func pieces(_ text: String) -> [String] {
        if text.isEmpty { return [] }
        return text.textLines.flatMap { line -> [String] in
            var pieces: [String] = []
            var rest = line.unicodeScalars
            while let limit = rest.index(rest.startIndex, offsetBy: blockLimit, limitedBy: rest.endIndex), limit < rest.endIndex {
                let piece = rest[..<limit]
                func isEnd(_ index: Substring.UnicodeScalarView.Index) -> Bool {
                    if "。！？；".unicodeScalars.contains(rest[index]) { return true }
                    // Within a word, as in an address, these end nothing.
                    return ".!?;".unicodeScalars.contains(rest[index]) && rest[rest.index(after: index)] == " "
                }
                let end =
                    piece.indices.last(where: isEnd) ?? piece.lastIndex { "，、 ".unicodeScalars.contains($0) }
                    ?? piece.index(before: piece.endIndex)
                pieces.append(String(rest[...end]))
                rest = rest[rest.index(after: end)...]
            }
            return pieces + [String(rest)]
        }
    }

    /// A text that is nothing but text.
    func escaped(_ text: String) -> String {
        let visible = ruler.visible(text)
        // 0xE2 begins the signs below; most texts have none of all these.
        guard visible.utf8.contains(where: { "&<>\"'".utf8.contains($0) || $0 == 0xE2 }) else { return visible }
        var escaped = ""
        for character in visible.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            // The signs that stand for what cannot be seen: the fonts of a page have none of them, and would leave a blank.
            case "\u{2409}": escaped += "\u{21E5}"
            case "\u{2400}"..."\u{2426}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}

/// Charts as SVG inside the page. Page styles do not reach into it everywhere, so all stands in attributes.
private struct ChartWriter {
    /// The most columns of a line of a label.
    private static let longestLabel = 40
    private let writer: HTMLWriter
    private let font =
        "font-family=\"DejaVu Sans, Arial, WenQuanYi Micro Hei, Noto Sans CJK SC, sans-serif\" font-size=\"11\" fill=\"#000\""

    init(_ writer: HTMLWriter) { self.writer = writer }

    func bars(_ chart: Block.BarChart) -> String {
        let (row, line) = (20, 13)
        let most = chart.bars.reduce(1.0) { max($0, Double($1.count), $1.usual ?? 0) }
        let all = chart.bars + [chart.total].compactMap { $0 }
        // No label is cut: the labels get the room of the longest, and one that is longer yet has a second line.
        let labels = all.map { writer.ruler.wrap(writer.ruler.visible($0.label), ChartWriter.longestLabel) }
        let widest = labels.joined().map { writer.ruler.columns($0) }.max() ?? 0
        let left = max(210, widest * 7 + 50)
        let room = 610 - left
        let height = labels.reduce(row + 8) { $0 + row + ($1.count - 1) * line }
        var svg = "<svg viewBox=\"0 0 700 \(height)\" role=\"img\" aria-label=\"\(label(chart))\">\n"
        svg += text(0, row - 6, chart.headings.first ?? "") + text(left - 8, row - 6, chart.headings.dropFirst().first ?? "", end: true)
        svg += text(left, row - 6, chart.legend)
        var y = 0
        for (place, bar) in all.enumerated() {
            y += row + (place == 0 ? 0 : (labels[place - 1].count - 1) * line)
            for (number, label) in labels[place].enumerated() { svg += text(0, y + 14 + number * line, label) }
            svg += text(left - 8, y + 14, String(bar.count), end: true)
            // The total is no bar: it would make all others small.
            guard place < chart.bars.count else { continue }
            let length = bar.count == 0 ? 0 : max(1, Int(Double(bar.count) * Double(room) / most))
            svg += "<rect x=\"\(left)\" y=\"\(y + 3)\" width=\"\(length)\" height=\"14\" fill=\"#4a6d8c\"/>\n"
            if let usual = bar.usual {
                let x = left + Int(usual * Double(room) / most)
                svg += "<rect x=\"\(x)\" y=\"\(y + 1)\" width=\"2\" height=\"18\" fill=\"#000\"/>\n"
            }
            svg += text(left + max(length, 4) + 6, y + 14, bar.mark)
        }
        return svg + "</svg>\n"
    }

    func columns(_ chart: Block.ColumnChart) -> String {
        let (height, step) = (120, 680 / max(1, chart.columns.count))
        let most = max(1, chart.columns.map(\.count).max() ?? 0)
        let told = chart.columns.map { "\($0.label) \($0.count)" }.joined(separator: ", ")
        var svg = "<h2>\(writer.escaped(chart.title))</h2>\n"
        svg += "<svg viewBox=\"0 0 700 \(height + 40)\" role=\"img\" aria-label=\"\(writer.escaped(told))\">\n"
        for (place, column) in chart.columns.enumerated() {
            let x = 10 + place * step
            let tall = column.count == 0 ? 0 : max(1, column.count * height / most)
            // What is not yet whole is drawn in outline.
            let dress = column.isUnfinished ? "fill=\"#fff\" stroke=\"#4a6d8c\" stroke-dasharray=\"4 3\"" : "fill=\"#4a6d8c\""
            svg += "<rect x=\"\(x)\" y=\"\(18 + height - tall)\" width=\"\(step * 2 / 3)\" height=\"\(tall)\" \(dress)/>\n"
            svg += text(x, 14 + height - tall, String(column.count)) + text(x, height + 34, column.label)
        }
        return svg + "</svg>\n"
    }

    private func label(_ chart: Block.BarChart) -> String {
        writer.escaped(([chart.headings.first ?? ""] + chart.bars.map { "\($0.label) \($0.count)" }).joined(separator: ", "))
    }

    private func text(_ x: Int, _ y: Int, _ text: String, end: Bool = false) -> String {
        text.isEmpty ? "" : "<text x=\"\(x)\" y=\"\(y)\" \(font)\(end ? " text-anchor=\"end\"" : "")>\(writer.escaped(text))</text>\n"
    }
}
