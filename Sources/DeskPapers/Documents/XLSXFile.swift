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
        /// A day and a time, by the branch's clock.
        case time(LocalTime)
    }

    /// A sheet: its name, its headings, its rows, and which columns the chart shows.
    public struct Sheet: Sendable {
        /// The name.
        public let name: String
        /// The headings.
        public let headings: [String]
        /// The rows.
        public let rows: [[Cell]]
        /// The columns of labels and of numbers that a bar chart shows; nil for none.
        public let chart: (labels: Int, numbers: Int)?

        /// Makes a sheet.
        public init(_ name: String, _ headings: [String], _ rows: [[Cell]], chart: (labels: Int, numbers: Int)? = nil) {
            (self.name, self.headings, self.rows, self.chart) = (name, headings, rows, chart)
        }
    }

    /// The most characters that a cell can hold.
    private static let cellLimit = 32_767

    /// How many columns a printed page takes.
    private static let printedColumns: UInt16 = 9

    /// The library whose header this was built with.
    public static let library = "libxlsxwriter.so.\(LXW_SOVERSION)"

    /// Writes the workbook.
    ///
    /// - Parameter library: the library that writes it, loaded now.
    /// - Throws: `XLSXFault`.
    public static func write(_ sheets: [Sheet], _ ruler: TextRuler, to path: String, by library: String = library) throws(XLSXFault) {
        if let fault = cx_load(library) { throw XLSXFault(words: String(cString: fault), package: "libxlsxwriter\(LXW_SOVERSION)") }
        guard let book = workbook_new(path) else { throw XLSXFault(words: "workbook_new") }
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        format_set_text_wrap(bold)
        let share = workbook_add_format(book)
        format_set_num_format(share, "0.0%")
        let dated = workbook_add_format(book)
        format_set_num_format(dated, "yyyy-mm-dd hh:mm")
        for sheet in sheets {
            // The library takes 31 characters and none of []:*?/\\ in a name.
            let name = String(sheet.name.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
            guard let page = workbook_add_worksheet(book, name) else { continue }
            for (column, heading) in sheet.headings.enumerated() {
                worksheet_write_string(page, 0, UInt16(column), ruler.visible(heading), bold)
            }
            for (row, cells) in sheet.rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    let (place, side) = (UInt32(row + 1), UInt16(column))
                    switch cell {
                    // Written as a string it is one, whatever it begins with.
                    case .text(let text): worksheet_write_string(page, place, side, ruler.visible(String(text.prefix(cellLimit))), nil)
                    case .number(let number): worksheet_write_number(page, place, side, number, nil)
                    case .share(let number): worksheet_write_number(page, place, side, number, share)
                    case .time(let time):
                        var value = lxw_datetime(
                            year: Int32(time.day.year),
                            month: Int32(time.day.month),
                            day: Int32(time.day.dayOfMonth),
                            hour: Int32(time.secondOfDay / 3600),
                            min: Int32(time.secondOfDay / 60 % 60),
                            sec: Double(time.secondOfDay % 60)
                        )
                        worksheet_write_datetime(page, place, side, &value, dated)
                    }
                }
            }
            let (lastRow, lastColumn) = (UInt32(max(1, sheet.rows.count)), UInt16(max(1, sheet.headings.count) - 1))
            worksheet_freeze_panes(page, 1, 0)
            worksheet_autofilter(page, 0, 0, lastRow, lastColumn)
            worksheet_set_column(page, 0, lastColumn, 14, nil)
            worksheet_set_column(page, 0, 0, 24, nil)
            // A page takes the first columns in a size that can be read, with the chart below them; the others are for the screen.
            let chartRows: UInt32 = sheet.chart == nil || sheet.rows.isEmpty ? 0 : 18
            worksheet_print_area(page, 0, 0, lastRow + chartRows, min(lastColumn, printedColumns - 1))
            worksheet_set_landscape(page)
            worksheet_set_paper(page, 9)
            worksheet_fit_to_pages(page, 1, 0)
            worksheet_repeat_rows(page, 0, 0)
            guard let chart = sheet.chart, !sheet.rows.isEmpty else { continue }
            let drawn = workbook_add_chart(book, UInt8(LXW_CHART_BAR.rawValue))
            let series = chart_add_series(drawn, nil, nil)
            chart_series_set_categories(series, name, 1, UInt16(chart.labels), lastRow, UInt16(chart.labels))
            chart_series_set_values(series, name, 1, UInt16(chart.numbers), lastRow, UInt16(chart.numbers))
            chart_title_set_name(drawn, name)
            chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
            worksheet_insert_chart(page, lastRow + 2, 0, drawn)
        }
        let result = workbook_close(book)
        guard result == LXW_NO_ERROR else {
            throw XLSXFault(words: lxw_strerror(result).map { String(cString: $0) } ?? "\(result.rawValue)")
        }
    }
}
