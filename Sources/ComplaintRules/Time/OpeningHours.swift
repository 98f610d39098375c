/// When the branch is open: by weekday, with breaks, and not on holidays but those on duty. Each day by what held on it.
public struct OpeningHours: Sendable {
    /// The hours of the weekdays that the desk was founded with, Monday first.
    public let founded: [DayHours]
    /// What was set since, in the order in which it was set.
    public let rules: [HoursRule]
    /// Holidays and make-up working days.
    public let calendar: WorkCalendar
    /// Days on which the branch is open or closed otherwise.
    public let exceptions: [Day: OpeningException]
    /// The hours of a day that has none of its own, such as a make-up working day at the weekend.
    public let usual: DayHours.Span

    /// Makes opening hours that are the same on each weekday of `weekdays`.
    public init(
        opening: TimeOfDay,
        closing: TimeOfDay,
        weekdays: Set<Weekday>,
        calendar: WorkCalendar,
        rules: [HoursRule] = [],
        exceptions: [Day: OpeningException] = [:]
    ) {
        usual = DayHours.Span(from: opening, to: closing)
        founded = Weekday.allCases.map { [usual] in weekdays.contains($0) ? DayHours([usual]) : .closed }
        self.rules = rules
        self.calendar = calendar
        self.exceptions = exceptions
    }

    /// The hours of the weekday of `day`, as they were set to hold on it.
    private func ofWeekday(_ weekday: Weekday, on day: Day) -> DayHours {
        rules.filter { $0.weekday == weekday.rawValue }.held(on: day, \.effective)?.hours ?? founded[weekday.rawValue]
    }

    /// The hours that a weekday has from `day` on.
    public func hours(of weekday: Weekday, on day: Day) -> DayHours { ofWeekday(weekday, on: day) }

    /// Whether the branch opens on `day`: as was said of that day alone; else never on a holiday, always on a make-up working day, else by the
    /// weekday.
    public func isOpen(on day: Day) -> Bool {
        if let exception = exceptions[day] { return exception.isOpen }
        if let isOff = calendar.exception(on: day) { return !isOff }
        return !ofWeekday(day.weekday, on: day).isClosed
    }

    /// The stretches during which the branch is open on `day`; none where it is closed.
    public func spans(on day: Day) -> [DayHours.Span] { isOpen(on: day) ? stretches(of: day) : [] }

    /// The hours of `day` where it is open: its own, or those of the first weekday that has any.
    private func stretches(of day: Day) -> [DayHours.Span] {
        let own = ofWeekday(day.weekday, on: day)
        if !own.isClosed { return own.spans }
        return Weekday.allCases.lazy.map { ofWeekday($0, on: day) }.first { !$0.isClosed }?.spans ?? [usual]
    }

    /// When the branch opens on `day`; where it is closed, when it would.
    public func opening(on day: Day) -> TimeOfDay { stretches(of: day).first?.from ?? usual.from }
    /// When the branch closes on `day`; where it is closed, when it would: limits in days end then.
    public func closing(on day: Day) -> TimeOfDay { stretches(of: day).last?.to ?? usual.to }

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
        for _ in 0..<400 {
            for span in spans(on: day) {
                let open = max(start, zone.moment(of: LocalTime(day: day, time: span.from)))
                let close = zone.moment(of: LocalTime(day: day, time: span.to))
                guard close > open else { continue }
                if close.milliseconds - open.milliseconds >= left { return Moment(milliseconds: open.milliseconds + left) }
                left -= close.milliseconds - open.milliseconds
            }
            day = day.adding(days: 1)
        }
        // Never open in more than a year: the limit runs by the wall clock.
        return Moment(milliseconds: start.milliseconds + Int64(minutes) * 60_000)
    }
}
