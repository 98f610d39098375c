import ComplaintRules
import DeskPapers
import TableFiles

/// In which forms figures are printed. A new one is a case here and its lines in `write`.
enum FiguresFormat: String, CaseIterable {
    case text, json, csv, xlsx, html

    /// The figures in that form.
    ///
    /// - Throws: `UsageError.unwritable`, where a workbook cannot be written.
    func bytes(_ figures: Figures, by axis: String?, _ rules: DeskRules, _ invocation: Invocation) throws(UsageError) -> [UInt8] {
        let language = invocation.language
        switch self {
        case .text:
            let isASCII = invocation.arguments.has("ascii")
            let page = FiguresDocument(figures, rules, language, dash: isASCII ? "-" : "—").page(by: axis ?? "reason")
            return Array(PaperOutput(invocation).text(page).utf8)
        case .html:
            var page = FiguresDocument(figures, rules, language).page(by: axis ?? "reason")
            page.blocks += FiguresDocument.definitions(language, rules)
            return Array(HTMLWriter(.terminal).file(page).utf8)
        case .json: return FiguresFormat.json(figures, language)
        case .csv:
            let mark = invocation.arguments.has("bom") ? CSVWriter.byteOrderMark : ""
            return Array(mark.utf8) + FiguresFormat.csv(figures, language)
        case .xlsx: return try FiguresFormat.workbook(figures, language)
        }
    }

    /// One object on one line.
    static func json(_ figures: Figures, _ language: Language) -> [UInt8] {
        Array((JSONValue.object(FiguresJSON.object(figures, language)).line + "\n").utf8)
    }

    /// Rows with commas between their fields.
    static func csv(_ figures: Figures, _ language: Language) -> [UInt8] {
        Array(table(figures, language).map(CSVWriter.row).joined().utf8)
    }

    /// A sheet of all cases, and one for each axis, with a chart of what was received.
    ///
    /// - Throws: `UsageError.unwritable`.
    static func workbook(_ figures: Figures, _ language: Language) throws(UsageError) -> [UInt8] {
        let hours = language.bracketed(language(Phrase(en: "hours", zh: "小时")))
        let measures = FigureMeasure.all.map { language($0.label) + ($0.isTime ? hours : "") }
        func cell(_ value: FigureValue?) -> XLSXFile.Cell {
            guard let value, let number = Double(plain(value)) else { return .text("") }
            switch value {
            case .ratio: return .share(number)
            case .amount: return .amount(number)
            case .count, .time, .rate: return .number(number)
            }
        }
        func line(_ label: String, _ rest: [XLSXFile.Cell]) -> [XLSXFile.Cell] { [.text(label)] + rest }
        let columns = [figures.now, figures.before, figures.yearBefore]
        var sheets = [
            XLSXFile.Sheet(
                language(Term.figures),
                [language(Term.measure)] + columns.map(\.period.text),
                FigureMeasure.all.indices.map { place in
                    line(measures[place], columns.map { $0.record == .none ? .text("") : cell($0.values[place]) })
                },
                // Measures are of many kinds, and none is a part of another: what is drawn beside them is the course of the months.
                chart: XLSXFile.Chart(labels: 0, numbers: 1, of: 1)
            )
        ]
        sheets.append(
            XLSXFile.Sheet(
                language(Phrase(en: "Months", zh: "各月")),
                [language(FieldLabel.of("month")), measures[FigureMeasure.place(of: "received") ?? 0]],
                figures.months.map { line($0.month.description, [.number(Double($0.count))]) },
                chart: XLSXFile.Chart(labels: 0, numbers: 1)
            )
        )
        for axis in figures.axes {
            let heads = [
                axis.axis.label, Term.thisPeriod, Term.periodBefore, Phrase(en: "a year before", zh: "上年同期"),
            ]
            sheets.append(
                XLSXFile.Sheet(
                    language(axis.axis.label),
                    heads.map { language($0) } + measures,
                    axis.rows.map { row in
                        let counts = [row.count, figures.before.known(row.before), figures.yearBefore.known(row.yearBefore)].map {
                            $0.map { XLSXFile.Cell.number(Double($0)) } ?? .text("")
                        }
                        return line(language(row.label), counts + row.values.map { cell($0) })
                    },
                    chart: XLSXFile.Chart(labels: 0, numbers: 1)
                )
            )
        }
        do throws(XLSXFault) {
            return try PaperOutput.throughFile { path throws(XLSXFault) in _ = try XLSXFile.write(sheets, .terminal, to: path) }
        } catch {
            throw UsageError(error)
        }
    }

    /// A row for each measure of all cases, then one for each key of each axis.
    static func table(_ figures: Figures, _ language: Language) -> [[String]] {
        let names = FigureMeasure.all.map(\.name)
        var rows = [["axis", "key", "label", "count", "before", "yearBefore"] + names]
        let (before, older) = (figures.before, figures.yearBefore)
        func text(_ count: Int, _ column: Figures.Column) -> String { column.known(count).map { String($0) } ?? "" }
        rows.append(
            ["all", "", language(Term.all)]
                + [figures.now, before, older].map { text($0.value("received").count, $0) } + figures.now.values.map(plain)
        )
        for axis in figures.axes {
            for row in axis.rows {
                rows.append(
                    [
                        axis.axis.name, row.key, language(row.label), String(row.count), text(row.before, before),
                        text(row.yearBefore, older),
                    ]
                        + row.values.map { $0.map(plain) ?? "" }
                )
            }
        }
        return rows
    }

    /// A value as a number alone: times in hours, amounts in whole money with its hundredths.
    private static func plain(_ value: FigureValue) -> String {
        switch value {
        case .count(let count): String(count)
        case .ratio(let part, let whole):
            // To the nearest, a half up.
            whole == 0 ? "" : FiguresJSON.decimal((Int64(part) * 20_000 / Int64(whole) + 1) / 2, 4)
        case .time(let time, _): time.map(FiguresJSON.hours) ?? ""
        case .amount(let sum, _): FiguresJSON.decimal(sum, 2)
        case .rate(let hundredths): hundredths.map { FiguresJSON.decimal($0, 2) } ?? ""
        }
    }
}

/// Figures as JSON.
enum FiguresJSON {
    /// The object of a period.
    static func object(_ figures: Figures, _ language: Language) -> [String: JSONValue] {
        var rises: [JSONValue] = []
        for rise in figures.rises ?? [] {
            rises.append([
                "axis": .text(rise.axis.name), "key": .text(rise.key), "count": JSONValue(rise.count), "openDays": JSONValue(rise.openDays),
                "usual": .number(decimal(Int64((rise.usual * 100).rounded()), 2)),
            ])
        }
        return [
            "period": .text(figures.asked.text), "from": .text(figures.now.period.first.iso), "to": .text(figures.now.period.last.iso),
            "running": .truth(figures.isRunning), "openDays": JSONValue(figures.now.openDays),
            "measures": measures(figures.now.values), "before": column(figures.before), "yearBefore": column(figures.yearBefore),
            "rose": figures.rises == nil ? .null : .list(rises),
            "rows": .list(figures.axes.flatMap { axis in axis.rows.map { .object(row($0, axis.axis.name, figures, language)) } }),
            "months": .list(
                figures.months.map {
                    ["month": .text($0.month.description), "count": JSONValue($0.count), "unfinished": .truth($0.isUnfinished)]
                }
            ),
        ]
    }

    private static func column(_ column: Figures.Column) -> JSONValue {
        [
            "from": .text(column.period.first.iso), "to": .text(column.period.last.iso), "openDays": JSONValue(column.openDays),
            "measures": column.record == .none ? .null : measures(column.values),
        ]
    }

    private static func row(_ row: Figures.Row, _ axis: String, _ figures: Figures, _ language: Language) -> [String: JSONValue] {
        func count(_ count: Int, _ column: Figures.Column) -> JSONValue { column.known(count).map { JSONValue($0) } ?? .null }
        return [
            "axis": .text(axis), "key": .text(row.key), "label": .text(language(row.label)), "count": JSONValue(row.count),
            "before": count(row.before, figures.before), "yearBefore": count(row.yearBefore, figures.yearBefore),
            "measures": measures(row.values),
        ]
    }

    private static func measures(_ values: [FigureValue?]) -> JSONValue {
        var object: [String: JSONValue] = [:]
        for (measure, value) in zip(FigureMeasure.all, values) { if let value { object[measure.name] = json(value) } }
        return .object(object)
    }

    private static func json(_ value: FigureValue) -> JSONValue {
        switch value {
        case .count(let count): JSONValue(count)
        case .ratio(let part, let whole): ["count": JSONValue(part), "of": JSONValue(whole)]
        case .time(let time, let count): ["hours": time.map { .number(hours($0)) } ?? .null, "of": JSONValue(count)]
        case .rate(let hundredths): hundredths.map { .number(decimal($0, 2)) } ?? .null
        case .amount(let sum, let count): ["amount": .text(decimal(sum, 2)), "of": JSONValue(count)]
        }
    }

    /// Milliseconds as hours with four decimals, rounded down.
    static func hours(_ milliseconds: Int64) -> String { decimal(milliseconds / 360, 4) }

    /// A number of parts with so many decimals: `decimal(1234, 2)` is `12.34`.
    static func decimal(_ parts: Int64, _ places: Int) -> String {
        let power = (0..<places).reduce(Int64(1)) { result, _ in result * 10 }
        let rest = String(abs(parts) % power)
        let sign = parts < 0 ? "-" : ""
        return "\(sign)\(abs(parts) / power)." + String(repeating: "0", count: places - rest.utf8.count) + rest
    }
}
