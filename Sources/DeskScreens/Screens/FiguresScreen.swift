import ComplaintRules
import DeskPapers
import Ledger
import TerminalKit

/// The figures of a period beside those before: what was received and how it went, bars along one axis, the months, the hours of the week, what
/// rose. Enter on a bar opens the cases behind it.
struct FiguresScreen: MainScreen {
    private var axis = "reason"
    /// Whether codes count under those at the top above them.
    private var isFolded = false
    private var length = FiguresPeriod.Length.month
    /// The period on screen; nil until it was counted once.
    private var period: FiguresPeriod?
    private var figures: Figures?
    /// Which row is chosen, and which stands first.
    private var selected = 0
    private var top = 0
    private var whyNot: Refusal?

    static let title = Phrase.figuresTitle

    /// The keys of the axes, in the order of the footer; the letters follow the English names.
    private static let keys: [(axis: String, key: Character)] = [
        ("reason", "r"), ("business", "b"), ("channel", "c"), ("staff", "s"), ("kind", "k"), ("class", "l"), ("sender", "x"),
        ("done-at", "w"),
        ("responsible", "a"), ("department", "g"), ("weekday", "d"), ("hour", "h"), ("clock", "t"), ("outcome", "o"),
    ]
    /// How many of them the footer has room for.
    private static let footerKeys = 4
    /// The lengths that Tab goes through.
    private static let lengths: [FiguresPeriod.Length] = [.month, .quarter, .halfYear, .year, .week, .day]

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        var nothing: (any Reason)? = whyNot
        if nothing == nil, rows.isEmpty { nothing = Phrase.nothingHere }
        let axes = FiguresScreen.keys.enumerated().compactMap { place, entry in
            FigureAxis.named(entry.axis).map { axis in
                on([.character(entry.key)], axis.label, inFooter: place < FiguresScreen.footerKeys, whyNot: whyNot) { screen, press in
                    screen.axis = axis.name
                    (screen.selected, screen.top) = (0, 0)
                    return .stay
                }
            }
        }
        return [
            on([.enter], .figuresCases, short: .figuresCasesShort, whyNot: nothing) { screen, press in try screen.openCases(press) },
            on([.right, .left], .nextAxis, short: .nextAxisShort, whyNot: whyNot) { screen, press in
                let place = FiguresScreen.keys.firstIndex { $0.axis == screen.axis } ?? 0
                let step = press.key == .left ? FiguresScreen.keys.count - 1 : 1
                screen.axis = FiguresScreen.keys[(place + step) % FiguresScreen.keys.count].axis
                (screen.selected, screen.top) = (0, 0)
                return .stay
            },
            on([.character("[")], .periodBefore, short: .periodBeforeShort, whyNot: whyNot) { screen, press in
                guard let before = screen.period?.before else { return .stay }
                if let why = try press.session.whyNoRecord(of: before) { return .say(why) }
                screen.period = before
                return try screen.counting(press)
            },
            on([.character("]")], .periodAfter, inFooter: false, whyNot: whyNot) { screen, press in
                guard let next = screen.period?.after, next.first <= press.session.today else {
                    return .say(MessageLine(press.session.language(.periodNotBegun)))
                }
                screen.period = next
                return try screen.counting(press)
            },
            on([.tab, .backTab], .periodLength, short: .periodLengthShort, whyNot: whyNot) { screen, press in
                let place = FiguresScreen.lengths.firstIndex(of: screen.length) ?? 0
                screen.length = FiguresScreen.lengths[TabLine.neighbour(of: place, of: FiguresScreen.lengths.count, by: press.key)]
                // The last day stays in sight, as far as it has come.
                screen.period = FiguresPeriod(screen.length, of: min(screen.period?.last ?? press.session.today, press.session.today))
                return try screen.counting(press)
            },
            on([.character("u")], isFolded ? .unfoldCodes : .foldCodes, inFooter: false, whyNot: whyNot) { screen, press in
                screen.isFolded.toggle()
                return try screen.counting(press)
            },
            on([.character("p")], .printPaper, short: .printShort, whyNot: whyNot) { screen, press in
                guard let (page, export) = screen.page(press.session, isPrinted: true) else { return .stay }
                return press.session.printing(page, export, FiguresScreen.title)
            },
            on([.character("f")], .saveToFile, short: .saveShort, leadsToTyping: true, whyNot: whyNot) { screen, press in
                guard let (page, export) = screen.page(press.session, isPrinted: false) else { return .stay }
                let name = "figures-\(screen.figures?.asked.text ?? "")"
                let savable = Savable(title: FiguresScreen.title, document: page, figures: screen.figures, name: name, export: export)
                return .ask(savable.question(by: press.key, press.session))
            },
            on([.character("i")], .reportAsIssued, short: .reportAsIssuedShort, inFooter: false, whyNot: whyNot) { screen, press in
                try screen.openIssued(press.session)
            },
        ] + axes
    }

    /// Opens the report of the month on screen as it was issued last.
    private func openIssued(_ session: DeskSession) throws -> Step {
        guard let period, let actor = session.acting, period == FiguresPeriod(.month, of: period.first) else {
            return .say(MessageLine(session.language(.onlyMonthsAreIssued)))
        }
        let reports = try PaperDesk.issuedReports(of: Month(of: period.first), on: session.ledger, by: actor)
        return reports.isEmpty ? .say(MessageLine(session.language(.notIssued))) : .open(IssuedReportScreen(reports))
    }

    /// The figures as a page by the axis on screen, and the event that they leave the desk.
    private func page(_ session: DeskSession, isPrinted: Bool) -> (Document, DeskEvent.Exported)? {
        guard let figures else { return nil }
        var page = FiguresDocument(figures, session.ledger.rules, session.language).page(by: axis)
        page.blocks += FiguresDocument.definitions(session.language, session.ledger.rules)
        let rows = figures.axes.reduce(0) { $0 + $1.rows.count }
        return (page, .init(.figures, name: figures.asked.text, count: rows, isPrinted: isPrinted))
    }

    private mutating func counting(_ press: Press) throws -> Step {
        (selected, top) = (0, 0)
        try refresh(in: press.area, press.session)
        return .stay
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        whyNot = session.whyNot(.readFigures)
        guard whyNot == nil, let actor = session.acting else { return }
        let period = self.period ?? FiguresPeriod(length, of: session.today)
        self.period = period
        let days = Figures.days(for: period)
        let source = try source(from: days.first, to: days.last, by: actor, session)
        figures = Figures(of: period, from: source, under: session.ledger.rules, at: session.now)
        selected = min(selected, max(0, rows.count - 1))
    }

    private func source(from first: Day, to last: Day, by actor: Actor, _ session: DeskSession) throws -> FigureSource {
        let source = try session.ledger.figureSource(from: first, to: last, by: actor)
        return isFolded ? source.folded(by: session.ledger.rules.codes) : source
    }

    /// The rows that are shown: those with anything in one of the periods.
    private var rows: [Figures.Row] {
        figures?.axis(axis)?.rows.filter { $0.count + $0.before + $0.yearBefore > 0 } ?? []
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        let (height, last) = (barRows(area), rows.count - 1)
        switch key {
        case .up: selected -= 1
        case .down: selected += 1
        case .pageUp: selected -= height
        case .pageDown: selected += height
        case .home: selected = 0
        case .end: selected = last
        case .mouse(let event) where event.kind == .press || event.kind == .doubleClick:
            let row = event.point.row - area.row - FiguresScreen.headRows
            guard (0..<height).contains(row), row + top <= last else { return .moved }
            selected = row + top
            if event.kind == .doubleClick { return try openCases(Press(key: key, area: area, session: session)) }
        default: return nil
        }
        selected = max(0, min(selected, last))
        top = min(max(top, selected - height + 1), selected)
        return .moved
    }

    private func openCases(_ press: Press) throws -> Step {
        guard rows.indices.contains(selected), let figures, let axis = FigureAxis.named(axis), let actor = press.session.acting else {
            return .stay
        }
        let (row, session) = (rows[selected], press.session)
        let source = try source(from: figures.now.period.first, to: figures.now.period.last, by: actor, session)
        let ids = Figures.cases(
            under: row.key,
            of: axis,
            in: figures.now.period,
            from: source,
            under: session.ledger.rules,
            at: session.now
        )
        return .open(FigureCasesScreen(row.label, try session.ledger.numbers(of: ids)))
    }

    // MARK: Drawing

    /// Title and periods, the measures, the heading of the bars.
    private static let headRows = 6

    /// How many rows the bars have; below them the total, a rule, the charts where there is room, and what rose.
    private func barRows(_ area: Rect) -> Int { max(3, area.rows - FiguresScreen.headRows - 3 - chartRows(area)) }

    /// The months and the hours of the week where both stand there whole; where not, the months in numbers alone.
    private func chartRows(_ area: Rect) -> Int {
        let free = area.rows - FiguresScreen.headRows - 3 - 5
        return free >= FiguresScreen.monthRows ? min(10, free) : area.rows < 18 ? 0 : 3
    }

    /// From so many rows on the months are drawn as columns.
    private static let monthRows = 6

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        func put(_ text: String, _ row: Int, _ role: TextRole = .text) {
            guard row < area.rows else { return }
            grid.put(text, in: area.rows(from: row, count: 1).inset(columns: 1), role: role, ellipsis: look.glyphs.ellipsis)
        }
        if let whyNot {
            for (row, line) in TextWidth.wrap(look.language(whyNot.sentence), to: area.columns - 2).enumerated() {
                put(String(line), row + 1, .warning)
            }
            return
        }
        guard let figures, let shown = figures.axis(axis) else { return }
        let language = look.language
        let words = FigureWords(language, dash: look.glyphs.dash)
        func label(_ period: FiguresPeriod) -> String { period.label(language, zone: look.words.zone) }
        let running = figures.isRunning ? language(.figuresRunning) : ""
        put(language(shown.axis.label) + language.colon + label(figures.now.period) + running, 0, .heading)
        put(
            language(
                .figuresAgainst(
                    // Of a year both are one.
                    figures.isOfYear ? [label(figures.before.period)] : [label(figures.before.period), label(figures.yearBefore.period)],
                    figures.isOfYear
                        ? "\(figures.now.openDays) / \(figures.before.openDays)"
                        : "\(figures.now.openDays) / \(figures.before.openDays) / \(figures.yearBefore.openDays)"
                )
            ),
            1,
            .dim
        )
        grid.rule(in: area.rows(from: 2, count: 1), glyphs: look.glyphs)
        let now = figures.now
        func measure(_ name: String) -> String {
            let label = FigureMeasure.all.first { $0.name == name }.map { language($0.label) } ?? ""
            return "\(label) \(words.short(now.value(name)))"
        }
        let (old, new) = (figures.before.value("received"), now.value("received"))
        let place = FigureMeasure.place(of: "received") ?? 0
        let received =
            measure("received")
            + language.bracketed(
                words.text(old, in: figures.before) + language.comma + words.change(from: figures.before, to: now, place)
                    + language(.sentencePart)
                    + language(.anOpenDay(words.change(from: figures.before, to: now, place, perDay: true)))
            )
        // Two lines, in the order of what is asked for most; what has no room stands in the report.
        let names = ["inTime", "median", "openAtEnd", "overdue", "percentile90", "escalated", "repeats", "upheld", "satisfied"]
        var summary = [received]
        var row = 3
        for text in names.map(measure) {
            let isFull = TextWidth.columns(of: (summary + [text]).joined(separator: "  ")) > area.columns - (row == 4 ? 4 : 2)
            if isFull, row == 4 {
                summary.append(look.glyphs.ellipsis)
                break
            }
            if isFull {
                put(summary.joined(separator: "  "), row)
                (summary, row) = ([], 4)
            }
            summary.append(text)
        }
        put(summary.joined(separator: "  "), row)

        let width = area.columns - 3
        let writer = TextWriter(FiguresScreen.ruler, width: width, ascii: look.glyphs.barParts.isEmpty)
        let risen = Set((figures.rises ?? []).filter { $0.axis.name == axis }.map(\.key))
        let bars = rows.map { row in
            Block.BarChart.Bar(
                language(row.label),
                row.count,
                others: figures.compared([figures.before.known(row.before), figures.yearBefore.known(row.yearBefore)]),
                usual: row.usual,
                mark: risen.contains(row.key) ? language(.rose) : ""
            )
        }
        let zone = look.words.zone
        let legend = rows.contains { $0.usual != nil } ? language(.usualFor(now.openDays)) : ""
        let chart = Block.BarChart(
            [language(shown.axis.label), language(.nowShort)]
                + figures.compared([
                    figures.before.period.shortLabel(language, zone: zone), String(figures.yearBefore.period.first.year),
                ]),
            legend: legend,
            bars,
            total: Block.BarChart.Bar(
                language(.allRows),
                new.count,
                others: figures.compared([
                    figures.before.known(old.count), figures.yearBefore.known(figures.yearBefore.value("received").count),
                ])
            )
        )
        let lines = writer.bars(chart)
        // Bars are quieter than what they are of; the total has none, and ends where they begin.
        let barColumn = 1 + 1 + TextWidth.columns(of: lines[lines.count - 1]) + 2
        let barColumns = 2 + width - barColumn - (bars.map { TextWidth.columns(of: $0.mark) }.max().map { $0 == 0 ? 0 : $0 + 1 } ?? 0)
        let height = barRows(area)
        put(" " + lines[0], 5, .dim)
        for place in 0..<height where place + top < bars.count {
            let isSelected = place + top == selected
            let (row, sign) = (FiguresScreen.headRows + place, isSelected ? look.glyphs.selected : " ")
            put(sign + lines[1 + place + top], row, isSelected ? .heading : .text)
            if !isSelected {
                grid.setRole(Rect(column: area.column + barColumn, row: area.row + row, columns: max(0, barColumns), rows: 1), .dim)
            }
            // The mark of what is usual stands on the bar itself, not in a hole of it (2-screens rule 15).
            if let column = FiguresScreen.markColumn(in: lines[1 + place + top], from: barColumn - 2) {
                let cell = Rect(column: area.column + 2 + column, row: area.row + row, columns: 1, rows: 1)
                grid.setRole(cell, isSelected ? .barMarkSelected : .barMark)
            }
        }
        // What is cut is said: arrows where there is more, and beside the total which rows these are.
        let edge = area.endColumn - 1
        if top > 0 { grid.put(look.glyphs.arrowUp, at: Point(column: edge, row: area.row + FiguresScreen.headRows), role: .dim) }
        if top + height < bars.count {
            grid.put(look.glyphs.arrowDown, at: Point(column: edge, row: area.row + FiguresScreen.headRows + height - 1), role: .dim)
        }
        if bars.isEmpty { put(" " + language(.nothingReceived), FiguresScreen.headRows, .dim) }
        let total = FiguresScreen.headRows + min(height, max(1, bars.count))
        put(" " + lines[lines.count - 1], total, .heading)
        // Rows that come to more than the total do not contradict it.
        if shown.axis.isShared, bars.reduce(0, { $0 + $1.count }) > new.count, bars.count < height {
            put(" " + language(shown.axis.name == "clock" ? .severalLimits : .severalRows), total + 1, .dim)
        }
        if bars.count > height {
            let text = language(.rowsShown(top + 1, min(top + height, bars.count), of: bars.count))
            let place = Point(column: area.endColumn - 1 - TextWidth.columns(of: text), row: area.row + FiguresScreen.headRows + height)
            grid.put(text, at: place, role: .dim)
        }
        let rule = FiguresScreen.headRows + height + 1
        grid.rule(in: area.rows(from: rule, count: 1), glyphs: look.glyphs)
        drawCharts(figures, writer, into: &grid, in: area.rows(from: rule + 1, count: chartRows(area)), look)
        let last = area.rows - 1
        // What is said to have risen is the selected bar where that rose; else what rose by what is on screen comes before the rest.
        let rises = figures.rises ?? []
        let ofBar = rises.first { $0.axis.name == axis && rows.indices.contains(selected) && $0.key == rows[selected].key }
        if let first = ofBar ?? rises.first(where: { $0.axis.name == axis }) ?? rises.first {
            let all = figures.axis(first.axis.name)?.rows.first { $0.key == first.key }?.count
            // What rose by another axis than that on screen says by which, and the key that shows it.
            let key = FiguresScreen.keys.first { $0.axis == first.axis.name && first.axis.name != axis }?.key
            let heading = language(key.map { Phrase.roseBy(first.axis.label, String($0)) } ?? .rose)
            let room = area.columns - 2 - TextWidth.columns(of: heading) - 2
            // Where the whole has no room its gist stands there; the report has the rest.
            let gist = language(first.gist(look.rules, of: all))
            let whole = key == nil ? language(first.sentence(look.rules, of: all)) : gist
            put("\(heading)  \(TextWidth.columns(of: whole) <= room ? whole : gist)", last, .warning)
        } else {
            put(language(figures.rises == nil ? .riseTooEarly : .riseNone), last, .dim)
        }
    }

    /// The column at which the mark of what is usual stands within a bar; nil where it stands behind the bar's end, or where bars are of signs
    /// that leave no holes.
    ///
    /// - Parameter start: The column of the line at which bars begin.
    static func markColumn(in line: String, from start: Int) -> Int? {
        var (column, mark) = (0, Int?.none)
        for character in line {
            if mark != nil { return ("\u{2588}"..."\u{258F}").contains(character) ? mark : nil }
            if column >= start, character == "|" { mark = column }
            column += TextWidth.columns(of: character)
        }
        return nil
    }

    private func drawCharts(_ figures: Figures, _ writer: TextWriter, into grid: inout Grid, in area: Rect, _ look: Look) {
        guard area.rows >= 3 else { return }
        let document = FiguresDocument(figures, look.rules, look.language, dash: look.glyphs.dash)
        var column = area.column + 1
        var months = writer.columns(document.months, rows: area.rows)
        // The names of the months and their numbers stand last, behind the room for the axis.
        if area.rows < FiguresScreen.monthRows {
            let axis = String(max(1, document.months.columns.map(\.count).max() ?? 0)).utf8.count + 2
            let isRunning = document.months.columns.last?.isUnfinished == true
            months = [look.language(.monthsInNumbers(isRunning: isRunning))] + months.suffix(2).map { String($0.dropFirst(axis)) }
        }
        for (place, lines) in ([months] + (document.hours.map { [writer.heat($0)] } ?? [])).enumerated() {
            let width = lines.map { TextWidth.columns(of: $0) }.max() ?? 0
            // A chart stands there whole or not at all: the report has it.
            guard column + width <= area.endColumn, lines.count <= area.rows else { return }
            // Names and numbers stand last, below what is drawn.
            let firstName = area.rows < FiguresScreen.monthRows ? 1 : lines.count - 2
            // Of the map each row is names and numbers, and below its title and hours none is quieter than another.
            let quiet = place == 0 ? 0..<firstName : 0..<2
            for (row, line) in lines.enumerated() {
                grid.put(line, at: Point(column: column, row: area.row + row), role: quiet.contains(row) ? .dim : .text)
            }
            column += width + 3
        }
    }

    /// How the text of papers stands on screen.
    static let ruler = TextRuler(
        columns: { TextWidth.columns(of: $0) },
        visible: { TextWidth.visible($0) },
        wrap: { TextWidth.wrap($0, to: $1).map(String.init) }
    )
}

extension Figures {
    /// Whether the period before and the same period a year before are one.
    fileprivate var isOfYear: Bool { before.period == yearBefore.period }

    /// What belongs to the period before and to that a year before, without the second where both are one.
    fileprivate func compared<Value>(_ values: [Value]) -> [Value] { isOfYear ? Array(values.prefix(1)) : values }
}

/// The cases behind a bar, as far as the person may read them.
struct FigureCasesScreen: ListScreen {
    var pane = ListPane<RegisterRow>()
    private let label: Phrase
    private let numbers: [String]
    private var hidden = 0

    init(_ label: Phrase, _ numbers: [String]) { (self.label, self.numbers) = (label, numbers) }

    var title: Phrase { label }

    func bindings(_ session: DeskSession) -> [Binding] { [openBinding(session)] }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        var query = session.query(.received)
        query.numbers = numbers
        hidden = numbers.count - (try session.ledger.count(query, limit: numbers.count + 1))
        try pane.refresh(in: listArea(area), session, from: session.source(query))
    }

    func listArea(_ area: Rect) -> Rect { area.rows(from: 1) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let text = look.language(.figureCases(numbers.count, hidden: hidden))
        grid.put(text, at: Point(column: area.column + 3, row: area.row), role: .heading)
        let columns = RegisterColumn.suggested(columns: area.columns, by: .received)
        pane.draw(
            into: &grid,
            in: listArea(area),
            look,
            empty: .nothingHere,
            columns: columns.map { $0.column(look, hasDue: columns.contains(.due), isWide: area.columns >= 160) },
            sign: { CaseColumns.sign($0, look) }
        )
    }
}

extension DeskSession {
    /// Whether anything can be counted of a period, as far as that can be told here.
    func hasRecord(of period: FiguresPeriod) -> Bool {
        do { return try whyNoRecord(of: period) == nil } catch { return true }
    }

    /// Why nothing can be counted of a period: the desk was founded later, and nothing of it was brought in. Nil where something can.
    func whyNoRecord(of period: FiguresPeriod) throws -> MessageLine? {
        do {
            _ = try ledger.checkRecord(from: period.first, to: period.last)
            return nil
        } catch let refusal as Refusal {
            return MessageLine(language(refusal.sentence))
        }
    }
}
