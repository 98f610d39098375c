import CXlsxWriter
import ComplaintRules

/// A workbook that could not be written, in the library's own words.
public struct XLSXFault: Error, Sendable {
    /// Its words.
    public let words: String
    /// The package that brings the library, where that is what is missing.
    public let package: String?

    /// Makes the fault of those words.
    public init(words: String, package: String? = nil) { (self.words, self.package) = (words, package) }
}

/// Writes figures as a workbook: numbers are numbers, headings stay in sight, every column can be filtered, and a chart stands beside the rows.
public enum XLSXFile {
    /// What stands in a cell.
    public enum Cell: Sendable {
        case text(String)
        case number(Double)
        /// A part of a whole, from 0 to 1, which the sheet shows in per cent.
        case share(Double)
        /// Money, with its hundredths.
        case amount(Double)
        /// A day.
        case day(Day)
        /// A day and a time, by the branch's clock.
        case time(LocalTime)
    }

    /// Where a text stands that is longer than a cell can hold, and so is cut: by the places of its sheet, its row and its column.
    public struct Cut: Sendable {
        /// The sheet's place.
        public let sheet: Int
        /// The row's place among the rows of the sheet, without its headings.
        public let row: Int
        /// The column's place.
        public let column: Int
    }

    /// A bar chart of the rows of a sheet, with its first row at the top.
    public struct Chart: Sendable {
        /// The column of the labels.
        let labels: Int
        /// The column of the numbers.
        let numbers: Int
        /// The place of the sheet that has the rows; nil for the one on which the chart stands.
        let sheet: Int?

        /// Makes a chart.
        public init(labels: Int, numbers: Int, of sheet: Int? = nil) { (self.labels, self.numbers, self.sheet) = (labels, numbers, sheet) }
    }

    /// A sheet: its name, its headings, its rows, and which columns the chart shows.
    public struct Sheet: Sendable {
        /// The name.
        public let name: String
        /// The headings.
        public let headings: [String]
        /// The rows.
        public let rows: [[Cell]]
        /// The chart below the rows; nil for none.
        public let chart: Chart?

        /// Makes a sheet.
        public init(_ name: String, _ headings: [String], _ rows: [[Cell]], chart: Chart? = nil) {
            (self.name, self.headings, self.rows, self.chart) = (name, headings, rows, chart)
        }
    }

    /// The most characters that a cell can hold, as spreadsheets count them: in units of UTF-16.
    public static let cellLimit = 32_767

    /// How many columns a printed page takes.
    private static let printedColumns: UInt16 = 9
    /// How many columns the width of a chart covers, and how high a row of a sheet and a bar of a chart are, in pixels.
    private static let chartSize = (columns: UInt16(6), row: 20.0, bar: 22.0, usual: 288.0, around: 110.0)

    /// The library whose header this was built with.
    public static let library = "libxlsxwriter.so.\(LXW_SOVERSION)"

    /// Writes the workbook.
    ///
    /// - Parameter library: the library that writes it, loaded now.
    /// - Returns: which texts are cut, since no cell can hold them.
    /// - Throws: `XLSXFault`.
    @discardableResult
    public static func write(
        _ sheets: [Sheet],
        _ ruler: TextRuler,
        to path: String,
        by library: String = library
    ) throws(XLSXFault) -> [Cut] {
        if let fault = cx_load(library) { throw XLSXFault(words: String(cString: fault), package: "libxlsxwriter\(LXW_SOVERSION)") }
        guard let book = workbook_new(path) else { throw XLSXFault(words: "workbook_new") }
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        format_set_text_wrap(bold)
        let share = workbook_add_format(book)
        format_set_num_format(share, "0.0%")
        let money = workbook_add_format(book)
        format_set_num_format(money, "0.00")
        let timed = workbook_add_format(book)
        format_set_num_format(timed, "yyyy-mm-dd hh:mm")
        let dated = workbook_add_format(book)
        format_set_num_format(dated, "yyyy-mm-dd")
        var cuts: [Cut] = []
        for (number, sheet) in sheets.enumerated() {
            guard let page = workbook_add_worksheet(book, name(of: sheet)) else { continue }
            for (column, heading) in sheet.headings.enumerated() {
                worksheet_write_string(page, 0, UInt16(column), ruler.visible(heading), bold)
            }
            for (row, cells) in sheet.rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    let (place, side) = (UInt32(row + 1), UInt16(column))
                    switch cell {
                    // Written as a string it is one, whatever it begins with.
                    case .text(let text):
                        let whole = ruler.visible(text)
                        let shown = cut(whole)
                        if shown.utf8.count < whole.utf8.count { cuts.append(Cut(sheet: number, row: row, column: column)) }
                        worksheet_write_string(page, place, side, shown, nil)
                    case .number(let number): worksheet_write_number(page, place, side, number, nil)
                    case .share(let number): worksheet_write_number(page, place, side, number, share)
                    case .amount(let number): worksheet_write_number(page, place, side, number, money)
                    case .day(let day):
                        var value = datetime(LocalTime(day: day, secondOfDay: 0))
                        worksheet_write_datetime(page, place, side, &value, dated)
                    case .time(let time):
                        var value = datetime(time)
                        worksheet_write_datetime(page, place, side, &value, timed)
                    }
                }
            }
            let (lastRow, lastColumn) = (UInt32(max(1, sheet.rows.count)), UInt16(max(1, sheet.headings.count) - 1))
            worksheet_freeze_panes(page, 1, 0)
            worksheet_autofilter(page, 0, 0, lastRow, lastColumn)
            worksheet_set_column(page, 0, 0, 24, nil)
            // By themselves: the library keeps one width for a first column.
            if lastColumn > 0 { worksheet_set_column(page, 1, lastColumn, 14, nil) }
            // A page takes the first columns in a size that can be read, with the chart below them; the others are for the screen.
            let charted = sheet.chart.map { sheets[$0.sheet ?? number] }.flatMap { $0.rows.isEmpty ? nil : $0 }
            let scale = charted.map { max(1, (Double($0.rows.count) * chartSize.bar + chartSize.around) / chartSize.usual) } ?? 0
            let chartRows = scale == 0 ? 0 : UInt32(scale * chartSize.usual / chartSize.row) + 4
            let printed = max(min(lastColumn + 1, printedColumns), scale == 0 ? 1 : chartSize.columns)
            worksheet_print_area(page, 0, 0, lastRow + chartRows, printed - 1)
            worksheet_set_landscape(page)
            worksheet_set_paper(page, 9)
            worksheet_fit_to_pages(page, 1, 0)
            worksheet_repeat_rows(page, 0, 0)
            guard let chart = sheet.chart, let charted else { continue }
            let (name, last) = (name(of: charted), UInt32(charted.rows.count))
            let drawn = workbook_add_chart(book, UInt8(LXW_CHART_BAR.rawValue))
            let series = chart_add_series(drawn, nil, nil)
            chart_series_set_categories(series, name, 1, UInt16(chart.labels), last, UInt16(chart.labels))
            chart_series_set_values(series, name, 1, UInt16(chart.numbers), last, UInt16(chart.numbers))
            chart_title_set_name(drawn, name)
            chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
            // A bar chart begins at the bottom: the other way round, with its numbers below all the same, and with every label. The labels of
            // bars that lie stand on the library's y axis.
            if let axis = drawn?.pointee.y_axis {
                chart_axis_set_reverse(axis)
                chart_axis_set_crossing_max(axis)
                chart_axis_set_interval_unit(axis, 1)
            }
            var options = lxw_chart_options()
            (options.x_scale, options.y_scale) = (1, scale)
            worksheet_insert_chart_opt(page, lastRow + 2, 0, drawn, &options)
        }
        let result = workbook_close(book)
        guard result == LXW_NO_ERROR else {
            throw XLSXFault(words: lxw_strerror(result).map { String(cString: $0) } ?? "\(result.rawValue)")
        }
        return cuts
    }

    /// The library takes 31 characters and none of []:*?/\\ in a name.
    private static func name(of sheet: Sheet) -> String { String(sheet.name.filter { !"[]:*?/\\'".contains($0) }.prefix(31)) }

    /// As much of a text as a cell can hold.
    private static func cut(_ text: String) -> String {
        if text.utf16.count <= cellLimit { return text }
        var (units, end) = (0, text.unicodeScalars.startIndex)
        while units + UTF16.width(text.unicodeScalars[end]) <= cellLimit {
            units += UTF16.width(text.unicodeScalars[end])
            text.unicodeScalars.formIndex(after: &end)
        }
        return String(text.unicodeScalars[..<end])
    }

    private static func datetime(_ time: LocalTime) -> lxw_datetime {
        lxw_datetime(
            year: Int32(time.day.year),
            month: Int32(time.day.month),
            day: Int32(time.day.dayOfMonth),
            hour: Int32(time.secondOfDay / 3600),
            min: Int32(time.secondOfDay / 60 % 60),
            sec: Double(time.secondOfDay % 60)
        )
    }
}
