import ComplaintRules

/// The public holidays of an invented branch: those that the law of its country names, without days moved between weekend and week, which
/// governments announce year by year.
enum SampleHolidays {
    /// A calendar for the years from one to another, both included.
    static func calendar(_ language: Language, years: ClosedRange<Int>) throws(CalendarFault) -> WorkCalendar {
        try WorkCalendar(years.flatMap { language == .chinese ? chinese($0) : british($0) })
    }

    private static func off(_ year: Int, _ month: Int, _ day: Int, _ name: String) -> WorkCalendar.Exception? {
        Day(year: year, month: month, day: day).map { .init(day: $0, isOff: true, name: name) }
    }

    /// By the moon: the first day of spring, the dragon boats, the middle of autumn; and the bright day in April. Known for some years.
    private static let moons: [Int: [(month: Int, day: Int)]] = [
        2025: [(1, 29), (5, 31), (10, 6), (4, 4)], 2026: [(2, 17), (6, 19), (9, 25), (4, 5)], 2027: [(2, 6), (6, 9), (9, 15), (4, 5)],
        2028: [(1, 26), (5, 28), (10, 3), (4, 4)], 2029: [(2, 13), (6, 16), (9, 22), (4, 4)], 2030: [(2, 3), (6, 5), (9, 12), (4, 5)],
    ]

    private static func chinese(_ year: Int) -> [WorkCalendar.Exception] {
        var days = [(1, 1, "元旦"), (5, 1, "劳动节"), (5, 2, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节")].compactMap {
            off(year, $0.0, $0.1, $0.2)
        }
        guard let moons = moons[year], let spring = Day(year: year, month: moons[0].month, day: moons[0].day) else { return days }
        // From the eve on.
        days += (-1...2).map { .init(day: spring.adding(days: $0), isOff: true, name: "春节") }
        days += zip(moons.dropFirst(), ["端午节", "中秋节", "清明节"]).compactMap { off(year, $0.month, $0.day, $1) }
        return days
    }

    private static func british(_ year: Int) -> [WorkCalendar.Exception] {
        /// The first Monday from a day on.
        func monday(_ month: Int, _ day: Int) -> Day? {
            Day(year: year, month: month, day: day).map { $0.adding(days: (7 - $0.weekday.rawValue) % 7) }
        }
        let (may, late, august) = (monday(5, 1), monday(5, 25), monday(8, 25))
        let easter = easter(year)
        var days: [(Day?, String)] = [
            (easter?.adding(days: -2), "Good Friday"), (easter?.adding(days: 1), "Easter Monday"), (may, "Early May bank holiday"),
            (late, "Spring bank holiday"), (august, "Summer bank holiday"),
        ]
        // What falls on a weekend is free on the next weekday too that is not free already.
        for (first, names) in [
            (Day(year: year, month: 1, day: 1), ["New Year's Day"]),
            (Day(year: year, month: 12, day: 25), ["Christmas Day", "Boxing Day"]),
        ] {
            var taken: [Day] = []
            for (place, name) in names.enumerated() {
                guard var day = first?.adding(days: place) else { continue }
                while day.weekday == .saturday || day.weekday == .sunday || taken.contains(day) { day = day.adding(days: 1) }
                taken.append(day)
                days += [(first?.adding(days: place), name), (day, name)]
            }
        }
        return days.compactMap { day, name in day.map { .init(day: $0, isOff: true, name: name) } }
    }

    /// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
    private static func easter(_ year: Int) -> Day? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
        return Day(year: year, month: n / 31, day: n % 31 + 1)
    }
}
