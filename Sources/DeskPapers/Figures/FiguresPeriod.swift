import ComplaintRules

/// The days that figures are for: one by the calendar, or any two dates.
public struct FiguresPeriod: Hashable, Sendable {
    /// How long it is.
    public enum Length: Int, CaseIterable, Sendable {
        case day, week, month, quarter, halfYear, year, dates
    }

    /// How long it is.
    public let length: Length
    /// The first day.
    public let first: Day
    /// The last day.
    public let last: Day

    private init(_ length: Length, _ first: Day, _ last: Day) {
        (self.length, self.first, self.last) = (length, first, last)
    }

    /// The period of that length in which a day lies; for `.dates` the day alone.
    public init(_ length: Length, of day: Day) {
        let month = Month(of: day)
        func months(_ count: Int) -> FiguresPeriod {
            let first = Month(ordinal: month.ordinal - month.ordinal % count)
            return FiguresPeriod(length, first.first, Month(ordinal: first.ordinal + count - 1).last)
        }
        switch length {
        case .day, .dates: self.init(length, day, day)
        case .week:
            let monday = day.adding(days: -day.weekday.rawValue)
            self.init(length, monday, monday.adding(days: 6))
        case .month: self = months(1)
        case .quarter: self = months(3)
        case .halfYear: self = months(6)
        case .year: self = months(12)
        }
    }

    /// The days from one to another; nil where they are backwards.
    public init?(from first: Day, to last: Day) {
        guard first <= last else { return nil }
        self.init(.dates, first, last)
    }

    /// Reads `2026`, `2026-H2`, `2026-Q4`, `2026-11`, `2026-W48` (ISO 8601), `2026-11-26` and `2026-11-01..2026-11-15`; nil for anything else.
    public init?(_ text: String) {
        if let dots = text.indices.first(where: { text[$0...].hasPrefix("..") }) {
            guard let first = Day(text[..<dots]), let last = Day(text[dots...].dropFirst(2)) else { return nil }
            self.init(from: first, to: last)
            return
        }
        if let month = Month(text) {
            self.init(.month, of: month.first)
            return
        }
        if let day = Day(text) {
            self.init(.day, of: day)
            return
        }
        guard text.utf8.count >= 4, let first = Day("\(text.prefix(4))-01-01") else { return nil }
        let year = first.year
        switch (text.dropFirst(4).prefix(2).uppercased(), Int(text.dropFirst(6)), text.utf8.count) {
        case ("", nil, 4): self.init(.year, of: first)
        case ("-H", let half?, 7) where (1...2).contains(half):
            self.init(.halfYear, of: Month(ordinal: year * 12 + (half - 1) * 6).first)
        case ("-Q", let quarter?, 7) where (1...4).contains(quarter):
            self.init(.quarter, of: Month(ordinal: year * 12 + (quarter - 1) * 3).first)
        case ("-W", let week?, 8) where (1...FiguresPeriod.weeks(in: year)).contains(week):
            self.init(.week, of: FiguresPeriod.monday(ofWeek: week, in: year))
        default: return nil
        }
    }

    /// The period as it is read.
    public var text: String {
        switch length {
        case .day: first.iso
        case .week:
            "\(FiguresPeriod.isoYear(of: first))-W\(FiguresPeriod.isoWeek(of: first) < 10 ? "0" : "")\(FiguresPeriod.isoWeek(of: first))"
        case .month: Month(of: first).description
        case .quarter: "\(first.year)-Q\((first.month + 2) / 3)"
        case .halfYear: "\(first.year)-H\(first.month < 7 ? 1 : 2)"
        case .year: String(Month(of: first).description.prefix(4))
        case .dates: "\(first.iso)..\(last.iso)"
        }
    }

    /// How many days it has.
    public var dayCount: Int { last.ordinal - first.ordinal + 1 }

    /// The one of the same length that ends where this one begins.
    public var before: FiguresPeriod {
        let end = first.adding(days: -1)
        return length == .dates ? FiguresPeriod(.dates, end.adding(days: 1 - dayCount), end) : FiguresPeriod(length, of: end)
    }

    /// The one that begins where this one ends.
    public var after: FiguresPeriod {
        let start = last.adding(days: 1)
        return length == .dates ? FiguresPeriod(.dates, start, start.adding(days: dayCount - 1)) : FiguresPeriod(length, of: start)
    }

    /// The same a year before; of a week, the one of the same number, or the year's last; of 29 February, the 28th.
    public var yearBefore: FiguresPeriod {
        func earlier(_ day: Day) -> Day {
            Day(year: day.year - 1, month: day.month, day: day.dayOfMonth) ?? Month(ordinal: Month(of: day).ordinal - 12).last
        }
        switch length {
        case .week:
            let year = FiguresPeriod.isoYear(of: first) - 1
            let week = min(FiguresPeriod.isoWeek(of: first), FiguresPeriod.weeks(in: year))
            return FiguresPeriod(.week, of: FiguresPeriod.monday(ofWeek: week, in: year))
        case .dates: return FiguresPeriod(.dates, earlier(first), earlier(last))
        default: return FiguresPeriod(length, of: earlier(first))
        }
    }

    /// Its first days, at most so many.
    func prefix(_ count: Int) -> FiguresPeriod { FiguresPeriod(length, first, min(last, first.adding(days: count - 1))) }

    // An ISO week belongs to the year in which its Thursday lies; 4 January is always in week 1.
    private static func isoYear(of day: Day) -> Int { day.adding(days: 3 - day.weekday.rawValue).year }
    private static func isoWeek(of day: Day) -> Int {
        (day.ordinal - day.weekday.rawValue - monday(ofWeek: 1, in: isoYear(of: day)).ordinal) / 7 + 1
    }
    private static func weeks(in year: Int) -> Int {
        (monday(ofWeek: 1, in: year + 1).ordinal - monday(ofWeek: 1, in: year).ordinal) / 7
    }
    private static func monday(ofWeek week: Int, in year: Int) -> Day {
        let fourth = Day(year: year, month: 1, day: 4) ?? Day(ordinal: 0)
        return fourth.adding(days: -fourth.weekday.rawValue + (week - 1) * 7)
    }
}

extension FiguresPeriod {
    /// The period in words: `November 2026`, `1-26 Nov 2026`, `2026年11月`.
    public func label(_ language: Language, zone: any LocalZone) -> String {
        let times = TimeWords(language, zone: zone)
        let isWhole = self == FiguresPeriod(length, of: first)
        switch length {
        case _ where !isWhole || length == .dates: return times.days(first, last)
        case .day: return times.longDay(first)
        case .week:
            let days = times.days(first, last)
            return language(Phrase(en: "week \(text) (\(days))", zh: "\(text) 周（\(days)）"))
        case .month: return times.month(Month(of: first))
        case .quarter:
            return language(Phrase(en: "quarter \(text.suffix(1)) of \(first.year)", zh: "\(first.year)年第\(text.suffix(1))季度"))
        case .halfYear:
            let isFirst = first.month < 7
            return language(
                Phrase(en: "\(isFirst ? "first" : "second") half of \(first.year)", zh: "\(first.year)年\(isFirst ? "上" : "下")半年")
            )
        case .year, .dates: return language(Phrase(en: "\(first.year)", zh: "\(first.year)年"))
        }
    }

    /// The period where a column is narrow: `Oct`, `2025`, `10月`.
    public func shortLabel(_ language: Language, zone: any LocalZone) -> String {
        switch length {
        case .day: TimeWords(language, zone: zone).shortDay(first)
        case .week: language(Phrase(en: String(text.dropFirst(5)), zh: "第\(Int(text.dropFirst(6)) ?? 0)周"))
        case .quarter: language(Phrase(en: String(text.dropFirst(5)), zh: "\(text.dropFirst(6))季度"))
        case .halfYear: language(Phrase(en: String(text.dropFirst(5)), zh: text.hasSuffix("1") ? "上半年" : "下半年"))
        case .month: TimeWords(language, zone: zone).shortMonth(Month(of: first))
        case .year: String(first.year)
        case .dates: language(Term.periodBefore)
        }
    }
}

extension TimeWords {
    /// `1-26 Nov 2026`, `28 Oct - 3 Nov 2026`, `2026年11月1-26日`.
    func days(_ first: Day, _ last: Day) -> String {
        if first == last { return longDay(first) }
        let isOneMonth = Month(of: first) == Month(of: last)
        switch language {
        case .english:
            if isOneMonth { return "\(first.dayOfMonth)-\(longDay(last))" }
            return "\(first.year == last.year ? shortDay(first) : longDay(first)) - \(longDay(last))"
        case .chinese:
            if isOneMonth { return "\(first.year)年\(first.month)月\(first.dayOfMonth)-\(last.dayOfMonth)日" }
            return "\(longDay(first))至\(first.year == last.year ? shortDay(last) : longDay(last))"
        }
    }

    /// `November 2026`, `2026年11月`.
    func month(_ month: Month) -> String {
        language == .english
            ? "\(TimeWords.wholeMonths[month.first.month - 1]) \(month.first.year)" : "\(month.first.year)年\(month.first.month)月"
    }

    /// `Nov`, `11月`.
    func shortMonth(_ month: Month) -> String {
        language == .english ? String(TimeWords.wholeMonths[month.first.month - 1].prefix(3)) : "\(month.first.month)月"
    }

    private static let wholeMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
