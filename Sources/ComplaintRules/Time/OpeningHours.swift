/// When the branch is open: on which weekdays, from when to when, and not on holidays.
public struct OpeningHours: Hashable, Sendable {
    /// When it opens.
    public let opening: TimeOfDay
    /// When it closes.
    public let closing: TimeOfDay
    /// The weekdays on which it is open.
    public let weekdays: Set<Weekday>
    /// Holidays and make-up working days.
    public let calendar: WorkCalendar

    /// Makes opening hours.
    public init(opening: TimeOfDay, closing: TimeOfDay, weekdays: Set<Weekday>, calendar: WorkCalendar) {
        self.opening = opening
        self.closing = closing
        self.weekdays = weekdays
        self.calendar = calendar
    }

    /// Whether the branch opens on `day`: never on a holiday, always on a make-up working day, else by the weekday.
    public func isOpen(on day: Day) -> Bool {
        if let isOff = calendar.exception(on: day) { return !isOff }
        return weekdays.contains(day.weekday)
    }

    /// The last day up to `day` on which the branch is open: when the warning of something due on a closed day comes.
    public func lastOpening(upTo day: Day) -> Day {
        var found = day
        // A branch that never opens has no such day; two months without one is that.
        for _ in 0..<62 where !isOpen(on: found) { found = found.adding(days: -1) }
        return found
    }

    /// The moment at which `minutes` of opening time have gone by since `start`.
    public func moment(afterMinutes minutes: Int, from start: Moment, in zone: any LocalZone) -> Moment {
        var left = Int64(minutes) * 60_000
        var day = zone.day(at: start)
        var from = start
        for _ in 0..<400 {
            if isOpen(on: day) {
                let open = max(from, zone.moment(of: LocalTime(day: day, time: opening)))
                let close = zone.moment(of: LocalTime(day: day, time: closing))
                if close > open {
                    if close.milliseconds - open.milliseconds >= left { return Moment(milliseconds: open.milliseconds + left) }
                    left -= close.milliseconds - open.milliseconds
                }
            }
            day = day.adding(days: 1)
            from = zone.moment(of: LocalTime(day: day, secondOfDay: 0))
        }
        // Never open in more than a year: the limit runs by the wall clock.
        return Moment(milliseconds: start.milliseconds + Int64(minutes) * 60_000)
    }
}
