import ComplaintRules

/// Figures in the words of a language.
public struct FigureWords: Sendable {
    /// The language.
    public let language: Language
    private let dash: String

    /// Makes the words of a language.
    ///
    /// - Parameter dash: what stands where there is nothing to say.
    public init(_ language: Language, dash: String = "—") {
        (self.language, self.dash) = (language, dash)
    }

    /// What a measure came to where there is little room: a ratio without its share.
    public func short(_ value: FigureValue) -> String {
        guard case .ratio(let part, let whole) = value, whole > 0 else { return text(value) }
        return language(Phrase(en: "\(part) of \(whole)", zh: "\(part)/\(whole)"))
    }

    /// What a measure came to: `31`, `27 of 29`, `19 h`, `1200.00`; a dash where it is not counted in cases.
    public func text(_ value: FigureValue?) -> String {
        switch value {
        case nil: return dash
        case .count(let count)?: return String(count)
        case .ratio(let part, let whole)?:
            if whole == 0 { return dash }
            let share = FigureWords.tenths((part * 2000 + whole) / (2 * whole))
            return language(Phrase(en: "\(part) of \(whole) (\(share)%)", zh: "\(part)/\(whole)（\(share)%）"))
        case .time(nil, _)?: return dash
        case .time(let time?, of: _)?: return TimeWords.span(seconds: time / 1000, language)
        case .rate(let hundredths)?: return hundredths.flatMap { Amount(hundredths: $0) }?.text ?? dash
        case .amount(let sum, of: let count)?: return count == 0 ? dash : Amount(hundredths: sum)?.text ?? dash
        }
    }

    /// What a measure came to in a span of which the desk may know nothing: then a dash.
    public func text(_ value: FigureValue?, in column: Figures.Column) -> String { column.record == .none ? dash : text(value) }

    /// How a count stands to that of a span which is compared with; a dash where there is nothing to compare with, as with days before the
    /// founding.
    public func change(from earlier: Figures.Column, to later: Figures.Column, _ place: Int, perDay: Bool = false) -> String {
        let text = change(
            from: earlier.values[place],
            to: later.values[place],
            days: perDay ? (earlier.openDays, later.openDays) : nil
        )
        return earlier.record == .whole || text.isEmpty ? text : dash
    }

    /// How a count stands to an earlier one: `+29.2%`; a dash where there is nothing to compare with.
    public func change(from earlier: FigureValue?, to later: FigureValue?, days: (earlier: Int, later: Int)? = nil) -> String {
        guard case .count(let old)? = earlier, case .count(let new)? = later else { return "" }
        return change(from: old, to: new, days: days)
    }

    func change(from earlier: Int, to later: Int, days: (earlier: Int, later: Int)? = nil) -> String {
        guard let tenths = changeInTenths(from: earlier, to: later, days: days) else { return dash }
        return (tenths > 0 ? "+" : tenths < 0 ? "-" : "") + FigureWords.tenths(abs(tenths)) + "%"
    }

    /// `29.2` for 292, `29` for 290.
    private static func tenths(_ tenths: Int) -> String { tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)" }
}

/// The figures of a period as a document: the figures page, and the body of every report.
public struct FiguresDocument: Sendable {
    private let figures: Figures
    private let rules: DeskRules
    private let words: FigureWords

    /// Makes the writer.
    public init(_ figures: Figures, _ rules: DeskRules, _ language: Language, dash: String = "—") {
        (self.figures, self.rules) = (figures, rules)
        words = FigureWords(language, dash: dash)
    }

    private var language: Language { words.language }

    private func say(_ english: String, _ chinese: String) -> String { language(Phrase(en: english, zh: chinese)) }

    private func label(_ period: FiguresPeriod) -> String { period.label(language, zone: rules.zone) }

    private var shorts: [String] {
        // A period that has ended is called by its name.
        func short(_ period: FiguresPeriod) -> String { period.shortLabel(language, zone: rules.zone) }
        // Days between two others have none.
        let isNamed = !figures.isRunning && figures.now.period.length != .dates
        return [isNamed ? short(figures.now.period) : language(Term.thisPeriod), short(figures.before.period)]
            + (hasYearBefore ? [String(figures.yearBefore.period.first.year)] : [])
    }

    /// The year before stands for itself only where the period before is another one.
    private var hasYearBefore: Bool { figures.before.period != figures.yearBefore.period }

    /// The page for one axis.
    public func page(by axis: String) -> Document {
        let settings = rules.settings
        let title = say("Figures", "统计") + " · " + settings.branchName
        var blocks = head + [measures]
        blocks += self.axis(axis)
        blocks += course
        blocks += rises
        return Document(title, language, isPractice: settings.isPractice, blocks)
    }

    /// All figures by all axes under which anything stands, for a report.
    var whole: [Block] {
        var blocks = head + [measures] + rises + course
        for axis in figures.axes where axis.axis.name != "weekday" && axis.axis.name != "hour" {
            if axis.rows.contains(where: { $0.count > 0 && !$0.key.isEmpty }) { blocks += self.axis(axis.axis.name) }
        }
        return blocks
    }

    /// The report of the period as it is issued and kept: counts, and nobody's words.
    public var report: Document {
        let settings = rules.settings
        let title = say("Monthly report", "月度报告") + " · \(settings.branchName) · \(label(figures.now.period))"
        return Document(title, language, isPractice: settings.isPractice, whole + FiguresDocument.definitions(language, rules))
    }

    /// For which days they are, and beside which others.
    var head: [Block] {
        let (now, before, older) = (figures.now, figures.before, figures.yearBefore)
        let running = figures.isRunning ? say(", running", "（未满）") : ""
        let columns = [now, before] + (hasYearBefore ? [older] : [])
        let days = columns.map { String($0.openDays) }.joined(separator: " / ")
        let against = columns.dropFirst().map { label($0.period) }
        return [
            .text(
                label(now.period) + running + "\n"
                    + say("against \(against.joined(separator: " and "))", "对比 \(against.joined(separator: "、"))") + "\n"
                    + say("open days \(days)", "营业日 \(days)")
            )
        ]
    }

    /// All measures, beside each other.
    var measures: Block {
        let columns = [
            Block.Table.Column(say("Measure", "指标"), 30), .init(shorts[0], 18, number: true), .init(shorts[1], 18, number: true),
            .init(say("change", "环比"), 11, number: true), .init(shorts.last ?? "", 18, number: true),
            .init(say("change", "同比"), 11, number: true),
        ]
        let (now, before, older) = (figures.now, figures.before, figures.yearBefore)
        let told = FigureMeasure.all.enumerated().filter { $0.element.isTold(in: rules.settings.country) }
        var rows = told.map { place, measure in
            [
                language(measure.label), words.text(now.values[place]), words.text(before.values[place], in: before),
                words.change(from: before, to: now, place), words.text(older.values[place], in: older),
                words.change(from: older, to: now, place),
            ]
        }
        let received = FigureMeasure.place(of: "received") ?? 0
        rows.insert(
            [
                say("  per open day", "  每营业日"), perDay(now), perDay(before),
                words.change(from: before, to: now, received, perDay: true), perDay(older),
                words.change(from: older, to: now, received, perDay: true),
            ],
            at: received + 1
        )
        if hasYearBefore { return .table(Block.Table(columns, rows)) }
        return .table(Block.Table(columns.dropLast(2), rows.map { $0.dropLast(2) }))
    }

    private func perDay(_ column: Figures.Column) -> String {
        guard column.openDays > 0, column.record != .none else { return words.text(nil) }
        let hundredths = (column.value("received").count * 200 + column.openDays) / (2 * column.openDays)
        return Amount(hundredths: Int64(hundredths))?.text ?? words.text(nil)
    }

    /// The bars of one axis; nothing where it was not counted.
    func axis(_ name: String) -> [Block] {
        guard let found = figures.axis(name) else { return [] }
        let rows = found.rows.filter { $0.count + $0.before + $0.yearBefore > 0 || !$0.key.isEmpty }
        let shown = rows.prefix(FiguresDocument.mostBars)
        let (now, before, older) = (figures.now, figures.before, figures.yearBefore)
        func others(_ rows: some Collection<Figures.Row>) -> (Int, [Int?]) {
            let others = [
                before.known(rows.reduce(0) { $0 + $1.before }), older.known(rows.reduce(0) { $0 + $1.yearBefore }),
            ]
            return (rows.reduce(0) { $0 + $1.count }, hasYearBefore ? others : [others[0]])
        }
        let risen = Set((figures.rises ?? []).filter { $0.axis.name == name }.map(\.key))
        var bars = shown.map { row in
            Block.BarChart.Bar(
                language(row.label),
                row.count,
                others: others([row]).1,
                usual: row.usual,
                mark: risen.contains(row.key) ? say("ROSE", "上升") : ""
            )
        }
        let rest = rows.dropFirst(FiguresDocument.mostBars)
        if !rest.isEmpty {
            let (count, more) = others(rest)
            bars.append(.init(say("\(rest.count) others", "其他 \(rest.count) 项"), count, others: more))
        }
        let total = Block.BarChart.Bar(
            say("all", "合计"),
            now.value("received").count,
            others: ([before] + (hasYearBefore ? [older] : [])).map { $0.known($0.value("received").count) }
        )
        let hasUsual = found.rows.contains { $0.usual != nil }
        let openDays = now.openDays == 1 ? "1 open day" : "\(now.openDays) open days"
        let legend = hasUsual ? say("| = usual for \(openDays)", "| = 往常（按 \(now.openDays) 个营业日）") : ""
        var blocks: [Block] = [
            .heading(language(found.axis.label)),
            .bars(Block.BarChart([language(found.axis.label)] + shorts, legend: legend, bars, total: total)),
        ]
        if found.axis.isShared {
            blocks.append(.note(say("A complaint may stand in several rows; the total counts each once.", "一件可计入多行；合计每件只计一次。")))
        }
        return blocks
    }

    private static let mostBars = 20

    /// The twelve months, and the hours of the week.
    var course: [Block] {
        var blocks: [Block] = [.columns(months)]
        if let hours { blocks.append(.heat(hours)) }
        return blocks
    }

    /// What was received in each of the twelve months.
    public var months: Block.ColumnChart {
        let columns = figures.months.map { month in
            let number = month.month.first.month
            let label = language == .english ? String(number) : "\(number)月"
            return Block.ColumnChart.Column(label, month.count, isUnfinished: month.isUnfinished)
        }
        let isWhole = !columns.contains(where: \.isUnfinished)
        let title =
            isWhole
            ? say("Received, 12 months", "受理件数，12 个月") : say("Received, 12 months; :: unfinished", "受理件数，12 个月；:: 未满")
        return Block.ColumnChart(title, columns)
    }

    /// What was received at each hour of each weekday, from the first hour in use to the last; nil where nothing was.
    public var hours: Block.HeatMap? {
        let counts = figures.hours
        let used = (0..<24).filter { hour in counts.contains { $0[hour] > 0 } }
        guard let first = used.first, let last = used.last else { return nil }
        let sum = counts.reduce(0) { $0 + $1.reduce(0, +) }
        let rows = Weekday.allCases.map { weekday in
            let label = TimeWords.weekday(Day(ordinal: weekday.rawValue - 3), language)
            return Block.HeatMap.Row(label, Array(counts[weekday.rawValue][first...last]))
        }
        let cases = sum == 1 ? "1 case" : "\(sum) cases"
        // The sign is that of `TextWriter.heat`.
        return Block.HeatMap(say("Weekday x hour, \(cases), * most", "星期 x 时段，共 \(sum) 件，* 最多"), (first...last).map(String.init), rows)
    }

    /// What rose, a sentence each.
    var rises: [Block] {
        guard let rises = figures.rises else {
            return [.note(say("What rose: too early to say, with less than three months to compare with.", "上升情况：可比记录不足三个月，暂不判断。"))]
        }
        if rises.isEmpty { return [.note(say("What rose: nothing beyond chance.", "上升情况：未见超出偶然的上升。"))] }
        var blocks: [Block] = [.heading(say("What rose", "上升情况"))]
        for rise in rises.prefix(FiguresDocument.mostRises) {
            blocks.append(.text(language(rise.sentence(rules))))
        }
        let rest = rises.count - FiguresDocument.mostRises
        if rest > 0 { blocks.append(.note(say("\(rest) more rose: their bars say so.", "另有 \(rest) 项上升，已在各项条形旁注明。"))) }
        // The same matter told twice would seem to rise.
        blocks.append(.note(say("Without repeats and group cases, which the bars count.", "此处不含重复投诉和群体投诉，各项条形则已计入。")))
        return blocks
    }

    private static let mostRises = 12

    /// What the measures mean.
    public static func definitions(_ language: Language, _ rules: DeskRules) -> [Block] {
        let told = FigureMeasure.all.filter { $0.isTold(in: rules.settings.country) }
        return [
            .heading(language(Phrase(en: "What the figures mean", zh: "指标说明"))),
            .table(
                Block.Table(
                    [.init(language(Term.measure), 3), .init(language(Phrase(en: "Meaning", zh: "含义")), 10)],
                    told.map { [language($0.label), language($0.definition)] }
                )
            ),
        ]
    }
}
