import Testing

@testable import ComplaintRules

@Suite("Times in words")
struct TimeWordsTests {
    private let english = TimeWords(.english, zone: Desk.zone)
    private let chinese = TimeWords(.chinese, zone: Desk.zone)
    private let now = Desk.at("2026-11-22 09:14")

    @Test("days and times in both languages")
    func days() throws {
        let day = try #require(Day("2026-11-02"))
        #expect(english.weekdayDateTime(now) == "Sun 22 Nov 09:14")
        #expect(chinese.weekdayDateTime(now) == "11月22日 周日 09:14")
        #expect(english.shortDay(day) == "2 Nov")
        #expect(chinese.shortDay(day) == "11月2日")
        #expect(english.longDay(day) == "2 Nov 2026")
        #expect(chinese.longDay(day) == "2026年11月2日")
        #expect(english.dateTime(now) == "22 Nov 2026 09:14")
        #expect(chinese.dateTime(now) == "2026年11月22日 09:14")
    }

    @Test("a column shows the year only where it is another")
    func columns() {
        #expect(english.columnDay(now, at: now) == "22 Nov")
        #expect(chinese.columnDay(now, at: now) == "11-22")
        let earlier = Desk.at("2019/4/10 12:00")
        #expect(english.columnDay(earlier, at: now) == "10 Apr 19")
        #expect(chinese.columnDay(earlier, at: now) == "19-04-10")
    }

    @Test(
        "the twelve months",
        arguments: zip(1...12, ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
    )
    func months(month: Int, name: String) throws {
        let day = try #require(Day(year: 2026, month: month, day: 9))
        #expect(english.shortDay(day) == "9 \(name)")
        #expect(chinese.shortDay(day) == "\(month)月9日")
    }

    @Test(
        "the seven weekdays",
        arguments: zip(16...22, [("Mon", "周一"), ("Tue", "周二"), ("Wed", "周三"), ("Thu", "周四"), ("Fri", "周五"), ("Sat", "周六"), ("Sun", "周日")])
    )
    func weekdays(dayOfMonth: Int, name: (String, String)) throws {
        let day = try #require(Day(year: 2026, month: 11, day: dayOfMonth))
        #expect(TimeWords.weekday(day, .english) == name.0)
        #expect(TimeWords.weekday(day, .chinese) == name.1)
    }

    @Test(
        "what is left is told in the two largest units",
        arguments: [
            ("2026-11-24 13:14", "2 d 4 h left", "剩 2 天 4 小时"), ("2026-11-22 17:00", "7 h 46 m left", "剩 7 小时 46 分"),
            ("2026-11-23 17:00", "1 d 7 h left", "剩 1 天 7 小时"), ("2026-11-22 10:14", "1 h left", "剩 1 小时"),
            ("2026-11-22 09:26", "12 m left", "剩 12 分"), ("2026-11-22 09:14", "under 1 m left", "剩 不到 1 分"),
            ("2026-11-23 09:20", "1 d left", "剩 1 天"), ("2026-12-05 10:14", "13 d left", "剩 13 天"),
            ("2026-11-22 04:14", "overdue 5 h", "逾期 5 小时"), ("2026-11-22 09:13", "overdue 1 m", "逾期 1 分"),
            ("2026-11-20 08:14", "overdue 2 d 1 h", "逾期 2 天 1 小时"),
        ]
    )
    func remaining(due: String, english left: String, chinese leftInChinese: String) {
        let clock = Clock(.reply, started: Desk.at("2026-11-01 09:00"), due: Desk.at(due))
        #expect(english.remaining(clock, at: now) == left)
        #expect(chinese.remaining(clock, at: now) == leftInChinese)
    }

    @Test("a stopped clock has nothing left to tell")
    func stopped() {
        var clock = Clock(.reply, started: now, due: now.adding(seconds: 3600))
        clock.ended = now
        #expect(english.remaining(clock, at: now.adding(seconds: 60)).isEmpty)
        #expect(chinese.remaining(clock, at: now.adding(seconds: 7200)).isEmpty)
    }

    @Test("Chinese for a Chinese locale, English for all others")
    func languages() {
        for locale in ["zh_CN.UTF-8", "zh", "zh_TW", "zh-Hans"] { #expect(Language(locale: locale) == .chinese) }
        for locale in ["en_GB.UTF-8", "C", "POSIX", "", "de_DE"] { #expect(Language(locale: locale) == .english) }
        #expect(Language.english(Phrase(en: "to sign", zh: "待签字")) == "to sign")
        #expect(Language.chinese(Phrase(en: "to sign", zh: "待签字")) == "待签字")
    }
}
