/// A time of day in whole minutes, such as an opening hour.
public struct TimeOfDay: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    public let minutes: Int

    /// Makes a time of day, or nil outside 00:00 to 23:59.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    /// The time so many minutes after midnight; a number that is none of a day's, as in a damaged file, is taken within a day.
    public init(minutesAfterMidnight minutes: Int) {
        self.minutes = (minutes % 1440 + 1440) % 1440
    }

    /// Reads `17:00`, `9:05`, also with full-width signs; nil for anything else.
    ///
    /// - Parameter hours: whether an hour alone, `9`, `17` or `9点`, is a time too: where nothing but a time can be meant.
    public init?(_ text: some StringProtocol, hours: Bool = false) {
        let text = Written.plain(String(text))
        if hours {
            let alone = text.hasSuffix("点") || text.hasSuffix("时") ? String(text.dropLast()) : text
            if (1...2).contains(alone.count), alone.utf8.allSatisfy({ (48...57).contains($0) }), let hour = Int(alone) {
                self.init(hour: hour, minute: 0)
                return
            }
        }
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2, (1...2).contains(fields[0].count), fields[1].count == 2,
            fields.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let hour = Int(fields[0]), let minute = Int(fields[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }

    /// The time as `17:00`.
    public var text: String { "\(digits(minutes / 60, 2)):\(digits(minutes % 60, 2))" }
}

/// What a clock on the branch's wall shows: a day and a time, without a zone.
public struct LocalTime: Hashable, Comparable, Sendable {
    /// The day.
    public var day: Day
    /// Seconds since midnight, 0 to 86,399.
    public var secondOfDay: Int

    /// Makes a wall-clock time from a day and the seconds since its midnight.
    public init(day: Day, secondOfDay: Int) {
        self.day = day
        self.secondOfDay = secondOfDay
    }

    /// Makes a wall-clock time from a day and a time of that day.
    public init(day: Day, time: TimeOfDay) {
        self.init(day: day, secondOfDay: time.minutes * 60)
    }

    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.day, left.secondOfDay) < (right.day, right.secondOfDay)
    }

    /// The hour, 0 to 23.
    public var hour: Int { secondOfDay / 3600 }
    /// The minute, 0 to 59.
    public var minute: Int { secondOfDay / 60 % 60 }
    /// The time as `17:00`.
    public var clock: String { "\(digits(hour, 2)):\(digits(minute, 2))" }
    /// The time of day as `09:14:07`.
    public var clockWithSeconds: String { "\(clock):\(digits(secondOfDay % 60, 2))" }
}

/// The branch's time zone, handed in as a value so that the rules stay pure.
public protocol LocalZone: Sendable {
    /// What the branch's clock shows at `moment`, and how many seconds it is ahead of UTC then.
    func localTime(at moment: Moment) -> (time: LocalTime, secondsFromUTC: Int)
    /// The instant at which the branch's clock shows `time`. A time that a daylight-saving change skips is the moment just after
    /// the gap; one that occurs twice is the first.
    func moment(of time: LocalTime) -> Moment
}

extension LocalZone {
    /// The branch's day at `moment`.
    public func day(at moment: Moment) -> Day { localTime(at: moment).time.day }

    /// `moment` as ISO 8601 local time with its offset, such as `2026-11-22T09:14:05+08:00`.
    public func iso(_ moment: Moment) -> String {
        let (time, offset) = localTime(at: moment)
        let minutes = abs(offset) / 60
        return "\(time.day.iso)T\(time.clock):\(digits(time.secondOfDay % 60, 2))"
            + "\(offset < 0 ? "-" : "+")\(digits(minutes / 60, 2)):\(digits(minutes % 60, 2))"
    }
}

/// A zone at a fixed distance from UTC, for rules that are tested without a time zone database.
public struct FixedZone: LocalZone {
    /// Seconds ahead of UTC; negative west of Greenwich.
    public let secondsFromUTC: Int

    /// Makes the zone that is `secondsFromUTC` ahead of UTC.
    public init(secondsFromUTC: Int) {
        self.secondsFromUTC = secondsFromUTC
    }

    public func localTime(at moment: Moment) -> (time: LocalTime, secondsFromUTC: Int) {
        let local = moment.milliseconds + Int64(secondsFromUTC) * 1000
        let day = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
        let second = (local - day * 86_400_000) / 1000
        return (LocalTime(day: Day(ordinal: Int(day)), secondOfDay: Int(second)), secondsFromUTC)
    }

    public func moment(of time: LocalTime) -> Moment {
        Moment(milliseconds: (Int64(time.day.ordinal) * 86_400 + Int64(time.secondOfDay - secondsFromUTC)) * 1000)
    }
}
