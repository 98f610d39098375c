/// A day of the Gregorian calendar, without a time zone.
public struct Day: Hashable, Comparable, Codable, Sendable {
    /// Days since 1970-01-01, which is 0.
    public let ordinal: Int

    /// Makes the day that is `ordinal` days after 1970-01-01.
    public init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// Makes a day from its parts, or nil where the calendar has no such day (30 February).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.init(ordinal: Day.ordinal(year: year, month: month, day: day))
        guard parts == (year, month, day) else { return nil }
    }

    /// Reads `2026-11-22`, also with `/` or `.`, `2026年11月22日` and `20261122`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        var written = Written.plain(String(text))[...]
        let isChinese = written.hasSuffix("日") || written.hasSuffix("号")
        if isChinese { written.removeLast() }
        let separators: [Character] = isChinese ? ["年", "月"] : [written.first { "-/.".contains($0) } ?? "-"]
        var fields = written.split(omittingEmptySubsequences: false) { separators.contains($0) }
        if fields.count == 1, !isChinese, written.utf8.count == 8 {
            fields = [written.prefix(4), written.dropFirst(4).prefix(2), written.suffix(2)]
        }
        guard fields.count == 3, fields[0].utf8.count == 4, fields.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) }),
            fields.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The days that a desk can have to do with: of the years 1 to 9999.
    public static let possible: ClosedRange<Int> = -719_162...2_932_896

    /// - Throws: for what is no possible day.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        ordinal = try container.decode(Int.self)
        guard Day.possible.contains(ordinal) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a day outside the years 1 to 9999")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(ordinal)
    }

    public static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }

    /// The year, such as 2026.
    public var year: Int { parts.year }
    /// The month, 1 to 12.
    public var month: Int { parts.month }
    /// The day of the month, 1 to 31.
    public var dayOfMonth: Int { parts.day }
    /// The weekday.
    public var weekday: Weekday { Weekday.allCases[((ordinal + 3) % 7 + 7) % 7] }

    /// The day `days` later, or earlier where negative.
    public func adding(days: Int) -> Day { Day(ordinal: ordinal + days) }

    /// The day as `2026-11-22`.
    public var iso: String {
        let (year, month, day) = parts
        return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    }

    // Years counted from March put the leap day last, so that every month's start follows from one formula; 400 years make
    // 146,097 days.
    private static func ordinal(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = ordinal + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

/// A day of the week, Monday first.
public enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

private func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
}

/// `value` in decimal digits, with leading zeros up to `width` digits.
func digits(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
