/// Reads days and times as people, spreadsheets and other programs write them: `2026-11-22`, `2026/11/22`, `2026年11月22日 下午3点5分`,
/// `2026-11-22T09:14:30+08:00`, `9:14 PM`, `9`, `24:00`, `20/11/2026`, `20 Nov 2026`. The one reader of them.
public enum TimeReading {
    /// What was written.
    public enum Value: Equatable, Sendable {
        /// A day without a time.
        case day(Day)
        /// A time of the branch's own clock.
        case local(LocalTime)
        /// A moment, since an offset stood behind it.
        case instant(Moment)
    }

    /// Reads `text`; nil for what is no day and no time. A time alone is one of `today`; 24:00 is the start of the next day.
    public static func read(_ text: String, today: Day) -> Value? {
        let text = withYearFirst(Written.plain(text))
        if let day = Day(text) { return .day(day) }
        if let second = secondOfDay(text[...]) { return .local(local(today, second)) }
        guard let (day, rest) = leadingDay(text) else { return nil }
        let (clock, offset) = withoutOffset(rest)
        guard let clock, let second = secondOfDay(clock) else { return nil }
        let time = local(day, second)
        return offset.map { .instant(FixedZone(secondsFromUTC: $0).moment(of: time)) } ?? .local(time)
    }

    /// The day that is written, of a time its day, where no zone has to be known for it; nil for what is no day.
    public static func day(_ text: String) -> Day? {
        if isTimeAlone(text) { return nil }
        // No day is that of a time alone, which was left out.
        return switch read(text, today: Day(ordinal: 0)) {
        case .day(let day)?: day
        case .local(let time)?: time.day
        case .instant?, nil: nil
        }
    }

    /// Whether `text` is a time of day without a day.
    public static func isTimeAlone(_ text: String) -> Bool { secondOfDay(Written.plain(text)[...]) != nil }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// A text whose day is written with the year last, as it is written with the year first; any other text as it is. Where two numbers before the
    /// year may both be a month, nobody knows which is meant, and it is left as it is.
    private static func withYearFirst(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        guard let first = words.first, first.utf8.first.map({ $0 < 0x80 }) == true else { return text }
        // 20 Nov 2026, Nov 20, 2026
        if words.count >= 3, words[2].utf8.count == 4, let year = Int(words[2]) {
            let pair = [words[0], words[1].hasSuffix(",") ? String(words[1].dropLast()) : words[1]]
            for (day, month) in [(pair[0], pair[1]), (pair[1], pair[0])] {
                let name = month.lowercased()
                guard name.count >= 3, let place = months.firstIndex(where: name.hasPrefix), (1...2).contains(day.utf8.count),
                    let day = Int(day)
                else { continue }
                return (["\(year)-\(place + 1)-\(day)"] + words.dropFirst(3)).joined(separator: " ")
            }
            return text
        }
        // 20/11/2026, 11/20/2026, 20.11.2026
        guard let separator = first.first(where: { "/.-".contains($0) }) else { return text }
        let numbers = first.split(separator: separator, omittingEmptySubsequences: false).map { number($0, 1...4) ?? 0 }
        guard numbers.count == 3, numbers[2] >= 1000, (1...31).contains(numbers[0]), (1...31).contains(numbers[1]) else { return text }
        let isDayFirst = numbers[0] > 12 || numbers[0] == numbers[1]
        guard isDayFirst || numbers[1] > 12 else { return text }
        words[0] = "\(numbers[2])-\(numbers[isDayFirst ? 1 : 0])-\(numbers[isDayFirst ? 0 : 1])"
        return words.joined(separator: " ")
    }

    private static func local(_ day: Day, _ second: Int) -> LocalTime {
        LocalTime(day: day.adding(days: second / 86_400), secondOfDay: second % 86_400)
    }

    /// The day at the beginning, and what stands behind it.
    private static func leadingDay(_ text: String) -> (Day, Substring)? {
        for (index, character) in zip(text.indices, text) {
            switch character {
            case "T", "t", " ": return Day(text[..<index]).map { ($0, text[text.index(after: index)...]) }
            case "日", "号":
                let rest = text.index(after: index)
                return Day(text[..<rest]).map { ($0, text[rest...]) }
            default: continue
            }
        }
        return nil
    }

    /// A time without the offset from UTC behind it, and that offset in seconds; no time where the offset is none.
    private static func withoutOffset(_ text: Substring) -> (Substring?, Int?) {
        if text.hasSuffix("Z") || text.hasSuffix("z") { return (text.dropLast(), 0) }
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, nil) }
        let digits = text[text.index(after: sign)...].filter { $0 != ":" }
        let clock = digits.count == 2 ? "\(digits):00" : "\(digits.prefix(2)):\(digits.dropFirst(2))"
        guard let distance = TimeOfDay(clock), distance.minutes <= 14 * 60 else { return (nil, nil) }
        return (text[..<sign], distance.minutes * (text[sign] == "-" ? -60 : 60))
    }

    private static let mornings = ["上午", "早上", "凌晨"]
    private static let afternoons = ["下午", "晚上", "傍晚"]

    /// The seconds since midnight, 86,400 for 24:00; nil for what is no time of day.
    private static func secondOfDay(_ text: Substring) -> Int? {
        var rest = String(text).trimmed
        var half: Int?
        for (place, words) in [mornings, afternoons].enumerated() {
            for word in words where rest.hasPrefix(word) {
                half = place
                rest = String(rest.dropFirst(word.count)).trimmed
            }
        }
        for (place, mark) in ["am", "pm"].enumerated() where half == nil && rest.lowercased().hasSuffix(mark) {
            half = place
            rest = String(rest.dropLast(2)).trimmed
        }
        let isChinese = rest.contains { "点时".contains($0) }
        if isChinese {
            rest = String(rest.compactMap { "点时分".contains($0) ? ":" : $0 == "秒" ? nil : $0 })
            if rest.hasSuffix(":") { rest.removeLast() }
            if !rest.contains(":") { rest += ":00" }
        }
        // An hour alone: 9, 17, 3 pm.
        if number(rest, 1...2) != nil { rest += ":00" }
        let fields = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2 || fields.count == 3, let hour = number(fields[0], 1...2),
            let minute = number(fields[1], isChinese ? 1...2 : 2...2), minute < 60
        else { return nil }
        var second = 0
        if fields.count == 3 {
            // Fractions of a second are taken and dropped: no rule of the desk is finer than a second.
            let parts = fields[2].split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count <= 2, let whole = number(parts[0], isChinese ? 1...2 : 2...2), whole < 60,
                parts.dropFirst().allSatisfy({ number($0, 1...9) != nil })
            else { return nil }
            second = whole
        }
        let time: Int
        if let half {
            guard (1...12).contains(hour) || half == 1 && (13...23).contains(hour) || half == 0 && hour == 0 else { return nil }
            time = (hour > 12 ? hour : hour % 12 + half * 12) * 3600 + minute * 60 + second
        } else {
            time = hour * 3600 + minute * 60 + second
        }
        return time <= 86_400 ? time : nil
    }

    private static func number(_ text: some StringProtocol, _ digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}
