/// Which days are worked: public holidays and make-up working days (调休) over an ordinary week (1-domain, Clocks).
public struct WorkCalendar: Hashable, Codable, Sendable {
    /// A day that differs from its weekday.
    public struct Exception: Hashable, Codable, Sendable {
        /// The day.
        public var day: Day
        /// Whether it is free; false for a make-up working day.
        public var isOff: Bool
        /// The holiday's name.
        public var name: String

        /// Makes an exception.
        public init(day: Day, isOff: Bool, name: String) {
            self.day = day
            self.isOff = isOff
            self.name = name
        }
    }

    /// The days that differ, by date.
    public let exceptions: [Exception]
    private let byDay: [Day: Bool]

    /// Makes a calendar; a day named twice must say the same both times.
    ///
    /// - Throws: `CalendarFault.contradiction` where it does not.
    public init(_ exceptions: [Exception]) throws(CalendarFault) {
        var byDay: [Day: Bool] = [:]
        var kept: [Exception] = []
        for exception in exceptions.sorted(by: { $0.day < $1.day }) {
            if let known = byDay[exception.day] {
                if known != exception.isOff { throw .contradiction(exception.day) }
                continue
            }
            byDay[exception.day] = exception.isOff
            kept.append(exception)
        }
        self.exceptions = kept
        self.byDay = byDay
    }

    public init(from decoder: any Decoder) throws {
        let exceptions = try decoder.container(keyedBy: CodingKeys.self).decode([Exception].self, forKey: .exceptions)
        do {
            try self.init(exceptions)
        } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "a calendar that contradicts itself"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(exceptions, forKey: .exceptions)
    }

    private enum CodingKeys: String, CodingKey { case exceptions }

    private init() {
        exceptions = []
        byDay = [:]
    }

    /// A calendar without holidays: Monday to Friday are worked.
    public static let plain = WorkCalendar()

    /// The last day that the calendar knows: 31 December of its last year; nil for a plain one. Beyond it, working days are a guess.
    public var lastKnownDay: Day? { exceptions.last.flatMap { Day(year: $0.day.year, month: 12, day: 31) } }

    /// Whether `day` is worked: as its exception says, else Monday to Friday.
    public func isWorkingDay(_ day: Day) -> Bool {
        if let isOff = byDay[day] { return !isOff }
        return day.weekday.rawValue < Weekday.saturday.rawValue
    }

    /// What an exception says of `day`: true for a holiday, false for a make-up working day, nil for an ordinary day.
    public func exception(on day: Day) -> Bool? { byDay[day] }

    /// The `count`th working day after `day`, which does not count itself.
    public func day(_ count: Int, workingDaysAfter day: Day) -> Day {
        var (found, next) = (0, day)
        while found < count {
            next = next.adding(days: 1)
            if isWorkingDay(next) { found += 1 }
        }
        return next
    }
}

/// What is wrong with a calendar.
public enum CalendarFault: Error, Hashable, Sendable {
    /// The header names no column of dates.
    case noDateColumn
    /// A row whose date is none.
    case badDate(line: Int)
    /// A row whose weekday is not the date's.
    case wrongWeekday(line: Int)
    /// A row that says neither true nor false where it has to.
    case badFlag(line: Int)
    /// A day that is free in one row and worked in another.
    case contradiction(Day)
    /// A year between the first and the last that has no row at all.
    case hole(year: Int)
    /// The file has days of several nations, and none was chosen.
    case severalNations([String])
    /// The file has no day of this nation, but of those.
    case noSuchNation(String, known: [String])
    /// No rows.
    case empty

    /// The fault as a sentence.
    public var sentence: Phrase {
        switch self {
        case .noDateColumn: Phrase(en: "The calendar has no column \"date\".", zh: "日历缺少 date 列。")
        case .badDate(let line): Phrase(en: "Line \(line): the date is none; write 2026-11-22.", zh: "第 \(line) 行：日期有误，应写成 2026-11-22。")
        case .wrongWeekday(let line):
            Phrase(en: "Line \(line): the weekday is not that of the date.", zh: "第 \(line) 行：星期与日期不符。")
        case .badFlag(let line):
            Phrase(en: "Line \(line): is_off_day takes true or false.", zh: "第 \(line) 行：is_off_day 应为 true 或 false。")
        case .contradiction(let day):
            Phrase(en: "\(day.iso) is free in one row and worked in another.", zh: "\(day.iso) 既标为放假又标为上班。")
        case .hole(let year):
            Phrase(en: "The calendar has no day of \(year), though years before and after it.", zh: "日历缺少 \(year) 年。")
        case .severalNations(let names):
            Phrase(
                en: "The file has the days of several nations; choose one: \(names.joined(separator: ", ")).",
                zh: "文件含多个地区的日期，请选择其一：\(names.joined(separator: "、"))。"
            )
        case .noSuchNation(let name, let known):
            Phrase(
                en: "The file has no day of \"\(name)\". It has: \(known.joined(separator: ", ")).",
                zh: "文件中没有\"\(name)\"的日期，只有：\(known.joined(separator: "、"))。"
            )
        case .empty: Phrase(en: "The calendar has no rows.", zh: "日历没有内容。")
        }
    }
}

extension WorkCalendar {
    /// Makes a calendar from the rows of a file with the columns of the Chinese one (date, weekday, is_off_day, name_zh, name_en), or from
    /// a plain list of holidays (date, name). Columns that it does not know are passed over; where a file has a column `nation`, only the
    /// rows of `nation` count; it need not be given where the file has one nation only.
    ///
    /// - Parameter rows: each with the number of its line, its fields in the order of `header`.
    public init(header: [String], rows: [(line: Int, fields: [String])], nation: String? = nil) throws(CalendarFault) {
        let columns = header.map { $0.trimmed.lowercased() }
        guard let dateColumn = columns.firstIndex(of: "date") else { throw .noDateColumn }
        let flagColumn = columns.firstIndex(of: "is_off_day")
        let weekdayColumn = columns.firstIndex(of: "weekday")
        let nationColumn = columns.firstIndex(of: "nation")
        let nameColumn = columns.firstIndex(of: "name_zh") ?? columns.firstIndex(of: "name")
        if let nationColumn {
            let known = Set(rows.map { nationColumn < $0.fields.count ? $0.fields[nationColumn].trimmed : "" }).sorted()
            if let nation, !known.contains(nation) { throw .noSuchNation(nation, known: known) }
            if nation == nil, known.count > 1 { throw .severalNations(known) }
        }
        var exceptions: [Exception] = []
        for (line, fields) in rows {
            func field(_ column: Int?) -> String { column.flatMap { $0 < fields.count ? fields[$0].trimmed : nil } ?? "" }
            if let nation, nationColumn != nil, field(nationColumn) != nation { continue }
            guard let day = Day(field(dateColumn)) else { throw .badDate(line: line) }
            let weekday = field(weekdayColumn)
            if !weekday.isEmpty, weekday != TimeWords.weekday(day, .english), weekday != TimeWords.weekday(day, .chinese) {
                throw .wrongWeekday(line: line)
            }
            let isOff: Bool
            switch flagColumn.map({ _ in field(flagColumn).lowercased() }) {
            case nil, "true": isOff = true
            case "false": isOff = false
            default: throw .badFlag(line: line)
            }
            exceptions.append(Exception(day: day, isOff: isOff, name: field(nameColumn)))
        }
        let years = Set(exceptions.map(\.day.year))
        guard let first = years.min(), let last = years.max() else { throw .empty }
        if let missing = (first...last).first(where: { !years.contains($0) }) { throw .hole(year: missing) }
        try self.init(exceptions)
    }
}

extension WorkCalendar {
    /// A warning that working days are a guess on `day`, which lies beyond 31 December of the calendar's last year (1-domain, Counting days);
    /// nil where the calendar knows the day, and where none was loaded at all.
    public func warning(on day: Day) -> Phrase? {
        guard let last = lastKnownDay, day > last else { return nil }
        return Phrase(
            en: "The calendar ends on \(last.iso): working days after it are a guess. Load the next year's.",
            zh: "日历止于 \(last.iso)，其后的工作日仅为推算，请载入新一年的日历。"
        )
    }
}
