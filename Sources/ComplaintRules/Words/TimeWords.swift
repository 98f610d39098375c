/// Times in the words of a language, always in the branch's local time.
public struct TimeWords: Sendable {
    /// The language.
    public let language: Language
    /// The branch's time zone.
    public let zone: any LocalZone

    /// Makes the words of `language` for times in `zone`.
    public init(_ language: Language, zone: any LocalZone) {
        self.language = language
        self.zone = zone
    }

    /// `Sun 22 Nov 09:14`, `11月22日 周日 09:14`.
    public func weekdayDateTime(_ moment: Moment) -> String {
        let time = zone.localTime(at: moment).time
        return switch language {
        case .english: "\(TimeWords.weekday(time.day, language)) \(shortDay(time.day)) \(time.clock)"
        case .chinese: "\(shortDay(time.day)) \(TimeWords.weekday(time.day, language)) \(time.clock)"
        }
    }

    /// `22 Nov`, `11月22日`.
    public func shortDay(_ day: Day) -> String {
        switch language {
        case .english: "\(day.dayOfMonth) \(TimeWords.englishMonths[day.month - 1])"
        case .chinese: "\(day.month)月\(day.dayOfMonth)日"
        }
    }

    /// `22 Nov 2026`, `2026年11月22日`.
    public func longDay(_ day: Day) -> String {
        switch language {
        case .english: "\(shortDay(day)) \(day.year)"
        case .chinese: "\(day.year)年\(shortDay(day))"
        }
    }

    /// `Sun 22 Nov 2026`, `2026年11月22日 周日`.
    public func longDayWithWeekday(_ day: Day) -> String {
        let weekday = TimeWords.weekday(day, language)
        return language == .english ? "\(weekday) \(longDay(day))" : "\(longDay(day)) \(weekday)"
    }

    /// `22 Nov 2026 09:14`, `2026年11月22日 09:14`.
    public func dateTime(_ moment: Moment) -> String { dateTime(zone.localTime(at: moment).time) }

    /// `22 Nov 2026 09:14`, `2026年11月22日 09:14`.
    public func dateTime(_ time: LocalTime) -> String { "\(longDay(time.day)) \(time.clock)" }

    /// A day for a column: `22 Nov` in the year of `now`, else `22 Nov 19`; `11-22`, `19-11-22` in Chinese.
    public func columnDay(_ moment: Moment, at now: Moment) -> String {
        let (day, today) = (zone.day(at: moment), zone.day(at: now))
        switch language {
        case .english: return day.year == today.year ? shortDay(day) : "\(shortDay(day)) \(digits(day.year % 100, 2))"
        case .chinese: return String(day.year == today.year ? day.iso.dropFirst(5) : day.iso.dropFirst(2))
        }
    }

    /// How a clock stands at `now`: `2 d 4 h left`, `overdue 5 h`, or nothing where it does not run.
    public func remaining(_ clock: Clock, at now: Moment) -> String {
        guard clock.ended == nil else { return "" }
        let seconds = clock.due.seconds(since: now)
        if now > clock.due {
            // Once it is late by hours, the minutes say nothing more.
            let late = -seconds
            let span = TimeWords.span(seconds: late >= 3600 && late < 86_400 ? late / 3600 * 3600 : late, language)
            return language(Term.overdue(span))
        }
        let span = TimeWords.span(seconds: seconds, language)
        return language(Phrase(en: "\(span) left", zh: "剩 \(span)"))
    }

    /// A length of time in its two largest units: `2 d 4 h`, `7 h 46 m`, `12 m`. From ten days on, days alone; below a minute it says so.
    public static func span(seconds: Int64, _ language: Language) -> String {
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
        let (d, h, m) = language == .english ? ("d", "h", "m") : ("天", "小时", "分")
        if days >= 10 || (days > 0 && hours == 0) { return "\(days) \(d)" }
        if days > 0 { return "\(days) \(d) \(hours) \(h)" }
        if hours > 0 { return minutes == 0 ? "\(hours) \(h)" : "\(hours) \(h) \(minutes) \(m)" }
        if minutes == 0 { return language(Phrase(en: "under 1 m", zh: "不到 1 分")) }
        return "\(minutes) \(m)"
    }

    /// `Sun`, `周日`.
    public static func weekday(_ day: Day, _ language: Language) -> String { language(weekday(day.weekday)) }

    /// `Sun`, `周日`.
    public static func weekday(_ weekday: Weekday) -> Phrase {
        Phrase(
            en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday.rawValue],
            zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][weekday.rawValue]
        )
    }

    private static let englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

extension ClockLimit {
    /// The limit as people read it.
    public var words: Phrase {
        switch self {
        case .naturalDays(let count): Phrase(en: count == 1 ? "1 calendar day" : "\(count) calendar days", zh: "\(count) 个自然日")
        case .workingDays(let count): Phrase(en: count == 1 ? "1 working day" : "\(count) working days", zh: "\(count) 个工作日")
        case .openingMinutes(let count):
            count % 60 == 0
                ? Phrase(en: "\(count / 60) h of opening time", zh: "营业时间 \(count / 60) 小时")
                : Phrase(en: "\(count) min of opening time", zh: "营业时间 \(count) 分钟")
        case .hours(let count): Phrase(en: count == 1 ? "1 h, day and night" : "\(count) h, day and night", zh: "\(count) 小时（含非营业时间）")
        }
    }
}
