import Testing

@testable import ComplaintRules

/// A zone whose changes are written out: clocks go forward at the first of each pair of days, back at the second.
struct ListedZone: LocalZone {
    /// Seconds ahead of UTC in winter.
    let winter: Int
    /// The changes to summer time and from it, in order, in UTC.
    let changes: [(to: Moment, from: Moment)]

    /// - Parameter hours: the hour of UTC at which the clocks go forward, and back.
    init(winter: Int, at hours: (forward: Int, back: Int), days: [(String, String)]) {
        let utc = FixedZone(secondsFromUTC: 0)
        func moment(_ text: String, _ hour: Int) -> Moment {
            guard let day = Day(text) else { preconditionFailure("no day: \(text)") }
            return utc.moment(of: LocalTime(day: day, secondOfDay: hour * 3600))
        }
        self.winter = winter
        changes = days.map { (moment($0.0, hours.forward), moment($0.1, hours.back)) }
    }

    private func offset(at moment: Moment) -> Int { winter + (changes.contains { $0.to <= moment && moment < $0.from } ? 3600 : 0) }

    func localTime(at moment: Moment) -> (time: LocalTime, secondsFromUTC: Int) {
        FixedZone(secondsFromUTC: offset(at: moment)).localTime(at: moment)
    }

    func moment(of time: LocalTime) -> Moment {
        // The earlier of two moments first; a time that is skipped is the moment of the change.
        for seconds in [winter + 3600, winter] {
            let moment = FixedZone(secondsFromUTC: seconds).moment(of: time)
            if localTime(at: moment).time == time { return moment }
        }
        let near = FixedZone(secondsFromUTC: winter).moment(of: time)
        return changes.map(\.to).min { abs($0.milliseconds - near.milliseconds) < abs($1.milliseconds - near.milliseconds) } ?? near
    }

    /// The United Kingdom: at 01:00 UTC on the last Sundays of March and October.
    static let london = ListedZone(
        winter: 0,
        at: (1, 1),
        days: [
            ("2020-03-29", "2020-10-25"), ("2021-03-28", "2021-10-31"), ("2022-03-27", "2022-10-30"), ("2023-03-26", "2023-10-29"),
            ("2024-03-31", "2024-10-27"), ("2025-03-30", "2025-10-26"), ("2026-03-29", "2026-10-25"), ("2027-03-28", "2027-10-31"),
        ]
    )
    /// New York: at 02:00 local time on the second Sunday of March and the first of November.
    static let newYork = ListedZone(
        winter: -18_000,
        at: (7, 6),
        days: [
            ("2020-03-08", "2020-11-01"), ("2021-03-14", "2021-11-07"), ("2022-03-13", "2022-11-06"), ("2023-03-12", "2023-11-05"),
            ("2024-03-10", "2024-11-03"), ("2025-03-09", "2025-11-02"), ("2026-03-08", "2026-11-01"), ("2027-03-14", "2027-11-07"),
        ]
    )
}

@Suite("Limits across the changes of summer time")
struct DaylightSavingTests {
    @Test(
        "limits in days end at closing time of the branch's own clock, on both sides of every change from 2020 to 2027",
        arguments: [ListedZone.london, ListedZone.newYork]
    )
    func days(zone: ListedZone) throws {
        let desk = Desk.rules(in: zone)
        var found: [String] = []
        for change in zone.changes.flatMap({ [$0.to, $0.from] }) {
            let sunday = zone.day(at: change)
            #expect(sunday.weekday == .sunday)
            for distance in -8...8 {
                let start = zone.moment(of: LocalTime(day: sunday.adding(days: distance), secondOfDay: 36_000))
                for count in [1, 3, 7, 15] {
                    let natural = desk.due(.naturalDays(count), from: start)
                    let expected = LocalTime(day: sunday.adding(days: distance + count), secondOfDay: 61_200)
                    if zone.localTime(at: natural).time != expected {
                        found.append("\(count) days from \(zone.iso(start)): \(zone.iso(natural))")
                    }
                    let worked = zone.localTime(at: desk.due(.workingDays(count), from: start)).time
                    if worked.secondOfDay != 61_200 || worked.day != naive(count, after: sunday.adding(days: distance)) {
                        found.append("\(count) working days from \(zone.iso(start)): \(worked.day.iso)")
                    }
                }
            }
        }
        #expect(found == [])
    }

    /// Working days counted on the fingers.
    private func naive(_ count: Int, after day: Day) -> Day {
        var (left, day) = (count, day)
        while left > 0 {
            day = day.adding(days: 1)
            if ![.saturday, .sunday].contains(day.weekday) { left -= 1 }
        }
        return day
    }

    @Test(
        "three days are an hour shorter in spring and an hour longer in autumn",
        arguments: [
            (ListedZone.london, "2026-03-27 10:00", "2026-03-30T17:00:00+01:00", 78),
            (.london, "2026-10-23 10:00", "2026-10-26T17:00:00+00:00", 80),
            (.london, "2026-06-05 10:00", "2026-06-08T17:00:00+01:00", 79), (.newYork, "2026-03-06 10:00", "2026-03-09T17:00:00-04:00", 78),
            (.newYork, "2026-10-30 10:00", "2026-11-02T17:00:00-05:00", 80),
            (.newYork, "2027-01-08 10:00", "2027-01-11T17:00:00-05:00", 79),
        ]
    )
    func hours(zone: ListedZone, logged: String, due: String, hours: Int64) throws {
        let life = try Life(at: logged, desk: Desk.rules(in: zone))
        let clock = try #require(life.clock(.reply))
        #expect(zone.iso(clock.due) == due)
        #expect(clock.due.seconds(since: clock.started) == hours * 3600)
    }
}
