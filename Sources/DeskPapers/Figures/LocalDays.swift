import ComplaintRules

/// Days in a row with the moments at which the branch's clock begins them and the branch opens and closes: the day, the hour and the opening
/// time of many moments, each found without asking the zone again.
final class LocalDays: Sendable {
    private let first: Day
    private let zone: any LocalZone
    /// When each day begins, in milliseconds, and the day behind the last.
    private let starts: [Int64]
    /// The stretches in which the branch is open on each; none where it stays closed.
    private let open: [[(from: Int64, to: Int64)]]
    /// How long it was open on all days before each.
    private let openBefore: [Int64]
    /// When the branch closes on the working day behind each.
    private let nextClose: [Int64]

    /// Takes in the days from one to another, with the hours that hold on each.
    init(from first: Day, to last: Day, under rules: DeskRules) {
        let (zone, hours) = (rules.zone, rules.hours)
        let days = (first.ordinal...max(first, last).ordinal).map(Day.init)
        var starts = days.map { zone.moment(of: LocalTime(day: $0, secondOfDay: 0)).milliseconds }
        starts.append(zone.moment(of: LocalTime(day: max(first, last).adding(days: 1), secondOfDay: 0)).milliseconds)
        var (open, openBefore, sum): ([[(Int64, Int64)]], [Int64], Int64) = ([], [], 0)
        for (place, day) in days.enumerated() {
            func moment(_ time: TimeOfDay) -> Int64 {
                // Only on a day on which the clocks change the wall clock is not the time since midnight.
                starts[place + 1] - starts[place] == LocalDays.length
                    ? starts[place] + Int64(time.minutes) * 60_000
                    : zone.moment(of: LocalTime(day: day, time: time)).milliseconds
            }
            let spans = hours.spans(on: day).map { (moment($0.from), moment($0.to)) }
            open.append(spans)
            openBefore.append(sum)
            for span in spans { sum += max(0, span.1 - span.0) }
        }
        (self.first, self.zone, self.starts, self.open, self.openBefore) = (first, zone, starts, open, openBefore)
        // Several days in a row have the same one behind them.
        var (next, close): (Day?, Int64) = (nil, 0)
        nextClose = days.map { day in
            if let next, day < next { return close }
            let working = rules.calendar.day(1, workingDaysAfter: day)
            (next, close) = (working, zone.moment(of: LocalTime(day: working, time: hours.closing(on: working))).milliseconds)
            return close
        }
    }

    private static let length: Int64 = 86_400_000

    /// Where the day of a moment stands; the nearest day where it lies outside.
    private func place(of moment: Moment) -> Int {
        let last = open.count - 1
        var place = min(max(Int((moment.milliseconds - starts[0]) / LocalDays.length), 0), last)
        while place < last, starts[place + 1] <= moment.milliseconds { place += 1 }
        while place > 0, starts[place] > moment.milliseconds { place -= 1 }
        return place
    }

    /// The branch's day at a moment.
    func day(of moment: Moment) -> Day { first.adding(days: place(of: moment)) }

    /// The hour that the branch's clock shows at a moment.
    func hour(of moment: Moment) -> Int {
        let place = place(of: moment)
        guard starts[place + 1] - starts[place] == LocalDays.length else { return zone.localTime(at: moment).time.hour }
        return min(23, max(0, Int((moment.milliseconds - starts[place]) / 3_600_000)))
    }

    /// The last moment of the working day behind that of a moment: until then one working day is not over.
    func oneWorkingDay(from moment: Moment) -> Moment { Moment(milliseconds: nextClose[place(of: moment)]) }

    /// How long the branch was open from one moment to another, in milliseconds.
    func openTime(from start: Moment, to end: Moment) -> Int64 { max(0, openTime(until: end) - openTime(until: start)) }

    private func openTime(until moment: Moment) -> Int64 {
        let place = place(of: moment)
        return open[place].reduce(openBefore[place]) { sum, span in sum + max(0, min(moment.milliseconds, span.to) - span.from) }
    }
}
