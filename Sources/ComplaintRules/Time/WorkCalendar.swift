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

    /// The last day of which it knows, where that is past or so near that the next calendar is wanted: days are counted beyond it already.
    public func end(near today: Day) -> Day? { lastKnownDay.flatMap { $0 < today.adding(days: 30) ? $0 : nil } }

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
    /// A column that is not known and says yes or no, work or rest.
    case unknownColumn(String)
    /// A day that is a day off in one row and a working day in another.
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
        case .badDate(let line):
            Phrase(en: "Line \(line): this is not a date; write it as 2026-11-22.", zh: "第 \(line) 行：日期有误，应写成 2026-11-22。")
        case .wrongWeekday(let line):
            Phrase(en: "Line \(line): the weekday does not match the date.", zh: "第 \(line) 行：星期与日期不符。")
        case .badFlag(let line):
            Phrase(en: "Line \(line): is_off_day must be true or false.", zh: "第 \(line) 行：is_off_day 应为 true 或 false。")
        case .unknownColumn(let name):
            Phrase(
                en:
                    "The column \"\(name)\" is not known and could turn working days round. Name it is_off_day (true: day off), or take it out.",
                zh: "不认识“\(name)”列，它可能颠倒上班与放假。请改名为 is_off_day（true 为放假）或删去该列。"
            )
        case .contradiction(let day):
            Phrase(en: "\(day.iso) is a day off in one row and a working day in another.", zh: "\(day.iso) 既标为放假又标为上班。")
        case .hole(let year):
            Phrase(en: "The calendar has no days for \(year), though it has the years before and after.", zh: "日历缺少 \(year) 年的日期。")
        case .severalNations(let names):
            Phrase(
                en: "The file has several countries; choose one: \(names.joined(separator: ", ")).",
                zh: "文件含多个地区的日期，请选择其一：\(names.joined(separator: "、"))。"
            )
        case .noSuchNation(let name, let known):
            Phrase(
                en: "The file has no day of \"\(name)\". It has: \(known.joined(separator: ", ")).",
                zh: "文件中没有“\(name)”的日期，只有：\(known.joined(separator: "、"))。"
            )
        case .empty: Phrase(en: "The calendar has no rows.", zh: "日历没有内容。")
        }
    }
}

extension WorkCalendar {
    /// Columns that change nothing of what a row says of its day, by `columnName`; so do all that begin with `name`.
    private static let harmlessColumns: Set<String> = [
        "date", "weekday", "isoffday", "nation", "inlieuday", "year", "month", "day", "id", "note", "notes", "remark", "remarks", "comment",
        "source",
        "region", "备注", "说明",
    ]

    /// How many columns of a calendar a line names, and whether it can be the header of one.
    public static func judge(_ fields: [String]) -> (known: Int, isWhole: Bool) {
        let columns = Set(fields.map(\.columnName))
        return (columns.intersection(harmlessColumns).count, columns.contains("date"))
    }

    /// Makes a calendar from the rows of a file with the columns of the Chinese one (date, weekday, is_off_day, name_zh, name_en), or from
    /// a plain list of holidays (date, name). Where a file has a column `nation`, only the rows of `nation` count; it need not be given where the
    /// file has one nation only.
    ///
    /// - Parameter rows: each with the number of its line, its fields in the order of `header`.
    /// - Throws: `CalendarFault`; a column that the desk does not know and that says yes or no, work or rest, is refused, since it could turn a
    ///   day round.
    public init(header: [String], rows: [(line: Int, fields: [String])], nation: String? = nil) throws(CalendarFault) {
        let columns = header.map(\.columnName)
        guard let dateColumn = columns.firstIndex(of: "date") else { throw .noDateColumn }
        let flagColumn = columns.firstIndex(of: "isoffday")
        let weekdayColumn = columns.firstIndex(of: "weekday")
        let nationColumn = columns.firstIndex(of: "nation")
        let nameColumn = columns.firstIndex(of: "namezh") ?? columns.firstIndex(of: "name")
        for (index, column) in columns.enumerated() where !WorkCalendar.harmlessColumns.contains(column) && !column.hasPrefix("name") {
            let turns = rows.contains { $0.fields.indices.contains(index) && WorkCalendar.turnsDayRound($0.fields[index]) }
            if turns { throw .unknownColumn(header[index].trimmed) }
        }
        if let nationColumn {
            let known = Set(rows.map { nationColumn < $0.fields.count ? $0.fields[nationColumn].trimmed : "" }).sorted()
            if let nation, !known.contains(nation) { throw .noSuchNation(nation, known: known) }
            if nation == nil, known.count > 1 { throw .severalNations(known) }
        }
        var exceptions: [Exception] = []
        var weekdays = WeekdayNames()
        for (line, fields) in rows {
            func field(_ column: Int?) -> String { column.flatMap { $0 < fields.count ? fields[$0].trimmed : nil } ?? "" }
            if let nation, nationColumn != nil, field(nationColumn) != nation { continue }
            guard let day = Day(field(dateColumn)) else { throw .badDate(line: line) }
            guard weekdays.fits(field(weekdayColumn), day.weekday) else { throw .wrongWeekday(line: line) }
            let isOff: Bool
            switch flagColumn.map({ _ in field(flagColumn).lowercased() }) {
            case nil, "true", "yes", "1", "是": isOff = true
            case "false", "no", "0", "否": isOff = false
            default: throw .badFlag(line: line)
            }
            exceptions.append(Exception(day: day, isOff: isOff, name: field(nameColumn)))
        }
        let years = Set(exceptions.map(\.day.year))
        guard let first = years.min(), let last = years.max() else { throw .empty }
        if let missing = (first...last).first(where: { !years.contains($0) }) { throw .hole(year: missing) }
        try self.init(exceptions)
    }

    /// This calendar with the dates that `file` names as that one has them, from `first` on; all else stays as it is, since notices come out a year
    /// at a time, the first days of a holiday sometimes with the year before, and what was is not rewritten.
    ///
    /// - Parameters:
    ///   - first: the first day that may change; nil for all.
    ///   - droppingOthers: whether those days of its years that the file does not name are ordinary ones from now on.
    /// - Throws: `CalendarFault.hole` where a year between them is missing then.
    public func taking(_ file: WorkCalendar, from first: Day? = nil, droppingOthers: Bool = false) throws(CalendarFault) -> WorkCalendar {
        let others = Set((droppingOthers ? [] : unnamed(in: file, from: first)).map(\.day))
        let named = Set(file.exceptions.map(\.day.year))
        func isOpen(_ day: Day) -> Bool { first.map { day >= $0 } ?? true }
        let kept = exceptions.filter { others.contains($0.day) || !named.contains($0.day.year) || !isOpen($0.day) }
        let years = named.union(kept.map(\.day.year))
        if let first = years.min(), let last = years.max(), let hole = (first...last).first(where: { !years.contains($0) }) {
            throw .hole(year: hole)
        }
        return try WorkCalendar(kept + file.exceptions.filter { isOpen($0.day) })
    }

    /// The days of this calendar, from `first` on, that lie in years of `file` and that it does not name: what a file with all of its years leaves out
    /// was taken back, and one with some days of them only means those.
    public func unnamed(in file: WorkCalendar, from first: Day?) -> [Exception] {
        let named = Set(file.exceptions.map(\.day.year))
        return exceptions.filter { named.contains($0.day.year) && $0.day >= first ?? $0.day && file.exception(on: $0.day) == nil }
    }

    /// Whether a field of a column that nobody knows says yes or no, work or rest.
    private static func turnsDayRound(_ text: String) -> Bool {
        let words: Set<String> = [
            "true", "false", "yes", "no", "y", "n", "t", "f", "0", "1", "x", "o", "on", "off", "work", "workday", "working", "workingday",
            "holiday",
            "rest", "restday", "dayoff", "open", "closed", "makeup", "是", "否", "班", "上班", "休", "休息", "放假", "假", "假日", "节假日", "工作日", "调休",
            "补班", "营业", "停业",
        ]
        return words.contains(text.columnName)
    }
}

/// The weekdays as a calendar's own language names them: Monday, 星期一, lundi, 1.
private struct WeekdayNames {
    private var weekdays: [String: Weekday] = [:]
    private var names: [Weekday: String] = [:]

    init() {
        let known: [[String]] = [
            ["mon", "monday", "周一", "星期一", "礼拜一", "一"], ["tue", "tuesday", "tues", "周二", "星期二", "礼拜二", "二"],
            ["wed", "wednesday", "周三", "星期三", "礼拜三", "三"], ["thu", "thursday", "thur", "thurs", "周四", "星期四", "礼拜四", "四"],
            ["fri", "friday", "周五", "星期五", "礼拜五", "五"], ["sat", "saturday", "周六", "星期六", "礼拜六", "六"],
            ["sun", "sunday", "周日", "周天", "星期日", "星期天", "礼拜日", "礼拜天", "日", "天"],
        ]
        for (names, weekday) in zip(known, Weekday.allCases) {
            for name in names { weekdays[name] = weekday }
        }
    }

    /// Whether a name can be that of the weekday. One that is not known is learnt from the first row that has it: in any language, a name is
    /// that of one weekday, and a weekday has one such name.
    mutating func fits(_ written: String, _ weekday: Weekday) -> Bool {
        let name = written.lowercased()
        if name.isEmpty { return true }
        if let known = weekdays[name] { return known == weekday }
        if let other = names[weekday], other != name { return false }
        (weekdays[name], names[weekday]) = (weekday, name)
        return true
    }
}

extension WorkCalendar {
    /// A warning that working days are a guess on `day`, which lies beyond 31 December of the calendar's last year (1-domain, Counting days);
    /// nil where the calendar knows the day, and where none was loaded at all.
    public func warning(on day: Day) -> Phrase? {
        guard let last = lastKnownDay, day > last else { return nil }
        return Phrase(
            en: "The calendar ends on \(last.iso): working days after that are only estimated. Load the next year.",
            zh: "日历止于 \(last.iso)，其后的工作日仅为推算，请载入新一年的日历。"
        )
    }
}
