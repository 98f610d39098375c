/// Reads the times that people and files give: a day, a day and a time, a time of today, or a full ISO 8601 time.
public enum TimeReading {
    /// What kind of time a text holds.
    public enum Value: Equatable, Sendable {
        /// A day without a time.
        case day(Day)
        /// A wall-clock time of the branch.
        case local(LocalTime)
        /// An instant that named its distance from UTC.
        case instant(Moment)
    }

    /// Reads `2026-11-22`, `2026-11-22 09:14`, `2026-11-22T09:14:05`, the last two with `Z` or `+08:00` behind, or `09:14`
    /// (of `today`). Nil for anything else.
    public static func read(_ text: String, today: Day) -> Value? {
        let text = text.trimmed
        if let time = TimeOfDay(text) { return .local(LocalTime(day: today, time: time)) }
        if let day = Day(text) { return .day(day) }
        guard let gap = text.firstIndex(where: { $0 == "T" || $0 == " " }), let day = Day(text[..<gap]) else { return nil }
        var clock = text[text.index(after: gap)...]
        var offset: Int?
        if clock.hasSuffix("Z") {
            offset = 0
            clock = clock.dropLast()
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let written = clock[clock.index(after: sign)...]
            guard let distance = TimeOfDay(written.contains(":") ? String(written) : "\(written.prefix(2)):\(written.dropFirst(2))"),
                distance.minutes <= 14 * 60
            else { return nil }
            offset = distance.minutes * (clock[sign] == "-" ? -60 : 60)
            clock = clock[..<sign]
        }
        let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2 || fields.count == 3, let time = TimeOfDay("\(fields[0]):\(fields[1])") else { return nil }
        var second = 0
        if fields.count == 3 {
            // Fractions of a second are taken and dropped: no rule of the desk is finer than a second.
            let parts = fields[2].split(separator: ".", omittingEmptySubsequences: false)
            guard parts[0].count == 2, parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
                let whole = Int(parts[0]), whole < 60
            else { return nil }
            second = whole
        }
        let local = LocalTime(day: day, secondOfDay: time.minutes * 60 + second)
        guard let offset else { return .local(local) }
        return .instant(FixedZone(secondsFromUTC: offset).moment(of: local))
    }
}
