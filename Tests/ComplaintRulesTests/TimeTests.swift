import Testing

@testable import ComplaintRules

/// A made zone: one hour ahead of UTC, and two from 29 March 2026 01:00 UTC to 25 October 2026 01:00 UTC.
struct MadeSummerZone: LocalZone {
    private let start = Moment(milliseconds: 1_774_746_000_000)
    private let end = Moment(milliseconds: 1_792_890_000_000)

    func localTime(at moment: Moment) -> (time: LocalTime, secondsFromUTC: Int) {
        FixedZone(secondsFromUTC: moment >= start && moment < end ? 7200 : 3600).localTime(at: moment)
    }

    func moment(of time: LocalTime) -> Moment {
        let inSummer = FixedZone(secondsFromUTC: 7200).moment(of: time)
        let inWinter = FixedZone(secondsFromUTC: 3600).moment(of: time)
        if inSummer >= start, inSummer < end { return inSummer }
        if inWinter >= start, inWinter < end { return start }
        return inWinter
    }
}

@Suite("Moments and wall-clock times")
struct MomentTests {
    @Test("a moment counts milliseconds in UTC")
    func moments() {
        let moment = Moment(milliseconds: 1_795_310_045_000)
        #expect(moment.adding(seconds: 60).milliseconds == 1_795_310_105_000)
        #expect(moment.adding(seconds: -1).milliseconds == 1_795_310_044_000)
        #expect(moment.adding(seconds: 1) > moment)
        #expect(moment.adding(seconds: 90).seconds(since: moment) == 90)
        #expect(moment.seconds(since: moment.adding(seconds: 90)) == -90)
        #expect(Moment(milliseconds: 1999).seconds(since: Moment(milliseconds: 0)) == 1)
        #expect(Moment(milliseconds: 0).seconds(since: Moment(milliseconds: 1999)) == -1)
    }

    @Test(
        "local time is printed with its distance from UTC",
        arguments: [
            (0, 0, "1970-01-01T00:00:00+00:00"), (1_795_310_045_000, 28_800, "2026-11-22T09:14:05+08:00"),
            (1_795_310_045_000, -12_600, "2026-11-21T21:44:05-03:30"), (-1, 0, "1969-12-31T23:59:59+00:00"),
            (-1000, 28_800, "1970-01-01T07:59:59+08:00"), (1_795_310_045_999, 20_700, "2026-11-22T06:59:05+05:45"),
        ]
    )
    func iso(milliseconds: Int, offset: Int, text: String) {
        #expect(FixedZone(secondsFromUTC: offset).iso(Moment(milliseconds: Int64(milliseconds))) == text)
    }

    @Test("a wall clock in a fixed zone goes there and back, before 1970 too", arguments: [0, 28_800, -34_200, 50_400])
    func roundTrip(offset: Int) {
        let zone = FixedZone(secondsFromUTC: offset)
        for seconds in stride(from: Int64(-4_000_000_000), through: 4_000_000_000, by: 7_654_321) {
            let moment = Moment(milliseconds: seconds * 1000)
            let (time, distance) = zone.localTime(at: moment)
            #expect(distance == offset)
            #expect((0..<86_400).contains(time.secondOfDay))
            #expect(zone.moment(of: time) == moment)
        }
    }

    @Test("the day changes at the branch's midnight, not at that of Greenwich")
    func localDay() {
        #expect(Desk.zone.day(at: Moment(milliseconds: 1_795_276_800_000)).iso == "2026-11-22")
        #expect(Desk.zone.day(at: Moment(milliseconds: 1_795_276_799_999)).iso == "2026-11-21")
    }

    @Test("the made summer zone skips an hour in March and has one twice in October")
    func madeZone() throws {
        let zone = MadeSummerZone()
        #expect(zone.iso(Moment(milliseconds: 1_774_745_999_000)) == "2026-03-29T01:59:59+01:00")
        #expect(zone.iso(Moment(milliseconds: 1_774_746_000_000)) == "2026-03-29T03:00:00+02:00")
        #expect(zone.iso(Moment(milliseconds: 1_792_890_000_000)) == "2026-10-25T02:00:00+01:00")
        // Skipped: the moment just after the gap. Twice: the first.
        #expect(zone.iso(Desk.at("2026-03-29 02:30", in: zone)) == "2026-03-29T03:00:00+02:00")
        #expect(zone.iso(Desk.at("2026-10-25 02:30", in: zone)) == "2026-10-25T02:30:00+02:00")
    }

    @Test(
        "a time of day has an hour and two digits of minutes",
        arguments: [("17:00", 1020), ("9:05", 545), ("09:05", 545), ("0:00", 0), ("23:59", 1439), ("１７：00", 1020)]
    )
    func timeOfDay(text: String, minutes: Int) throws {
        let time = try #require(TimeOfDay(text))
        #expect(time.minutes == minutes)
        #expect(TimeOfDay(time.text) == time)
    }

    @Test(
        "what is no time of day is not read as one",
        arguments: ["", "17", "17:0", "24:00", "12:60", "1:2:3", "-1:00", "017:00", ":30", "12:"]
    )
    func brokenTimeOfDay(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test("where only a time can be meant, an hour alone is one", arguments: [("9", 540), ("17", 1020), ("９点", 540), ("17:30", 1050)])
    func hourAlone(text: String, minutes: Int) {
        #expect(TimeOfDay(text, hours: true)?.minutes == minutes)
    }

    @Test("what is no hour is none there either", arguments: ["24", "99", "009", "-1", "点", ""])
    func noHour(text: String) {
        #expect(TimeOfDay(text, hours: true) == nil)
    }

    @Test("a wall clock shows hours and minutes, and times are ordered by day first")
    func localTime() throws {
        let day = try #require(Day("2026-11-22"))
        let time = LocalTime(day: day, secondOfDay: 9 * 3600 + 14 * 60 + 5)
        #expect(time.hour == 9)
        #expect(time.minute == 14)
        #expect(time.clock == "09:14")
        #expect(time < LocalTime(day: day, secondOfDay: 9 * 3600 + 14 * 60 + 6))
        #expect(time < LocalTime(day: day.adding(days: 1), secondOfDay: 0))
    }
}

@Suite("Reading times")
struct TimeReadingTests {
    private let today = Day(ordinal: 20_779)

    @Test(
        "a full time names an instant, whatever its distance from UTC",
        arguments: [
            ("2026-11-22T09:14:05+08:00", 1_795_310_045_000), ("2026-11-22T01:14:05Z", 1_795_310_045_000),
            ("2026-11-21T21:44:05-03:30", 1_795_310_045_000), ("2026-11-22 09:14:05+0800", 1_795_310_045_000),
            ("2026-11-22T09:14:05.678+08:00", 1_795_310_045_000), ("1970-01-01T00:00Z", 0), ("1969-12-31T23:59:59Z", -1000),
            ("2026-11-22T15:14:05+14:00", 1_795_310_045_000), ("2026-11-22T09:14:05+08", 1_795_310_045_000),
            ("20261122T09:14:05+0800", 1_795_310_045_000),
        ]
    )
    func instants(text: String, milliseconds: Int) {
        #expect(TimeReading.read(text, today: today) == .instant(Moment(milliseconds: Int64(milliseconds))))
    }

    @Test(
        "a time without a distance is the branch's own",
        arguments: [
            ("2026-11-20 09:14", 20_777, 33_240), ("2026-11-20T09:14:05", 20_777, 33_245), ("2019/4/10 9:05", 17_996, 32_700),
            ("  2026-11-20 09:14  ", 20_777, 33_240), ("09:14", 20_779, 33_240),
            // As people and spreadsheets write them.
            ("2026年11月20日9点14分", 20_777, 33_240), ("2026年11月20日 上午9:14", 20_777, 33_240), ("2026-11-20 下午3点5分", 20_777, 54_300),
            ("2026/11/20 3:05 PM", 20_777, 54_300), ("2026-11-20 12:30am", 20_777, 1_800), ("２０２６－１１－２０　０９：１４", 20_777, 33_240),
            ("2026.11.20 9:14:05", 20_777, 33_245), ("2026-11-20 24:00", 20_778, 0), ("下午3点", 20_779, 54_000),
            ("2026-11-20 09:14:59.9", 20_777, 33_299), ("9", 20_779, 32_400), ("17", 20_779, 61_200), ("3 pm", 20_779, 54_000),
            ("９", 20_779, 32_400), ("2026-11-20 9", 20_777, 32_400), ("20/11/2026 09:14", 20_777, 33_240),
            ("Nov 20, 2026 3:05 PM", 20_777, 54_300),
        ]
    )
    func local(text: String, ordinal: Int, second: Int) {
        #expect(TimeReading.read(text, today: today) == .local(LocalTime(day: Day(ordinal: ordinal), secondOfDay: second)))
    }

    @Test(
        "a day may stand alone",
        arguments: [
            ("2026-11-20", 20_777), ("2019/4/10", 17_996), (" 2026-11-20 ", 20_777), ("2026年11月20日", 20_777), ("20261120", 20_777),
            ("2026.11.20", 20_777), ("2026年4月1号", 20_544), ("20/11/2026", 20_777), ("11/20/2026", 20_777), ("20.11.2026", 20_777),
            ("20 Nov 2026", 20_777), ("November 20, 2026", 20_777), ("20 november 2026", 20_777),
        ]
    )
    func days(text: String, ordinal: Int) {
        #expect(TimeReading.read(text, today: today) == .day(Day(ordinal: ordinal)))
    }

    @Test(
        "what is no time is not read as one",
        arguments: [
            "", " ", "soon", "T", "2026-11-22T", "2026-11-31 09:14", "2026-11-22 24:01", "2026-11-22 25:00",
            "2026-11-22 13:00 am", "2026-11-22 09:60",
            "2026-11-22T09:14:60", "2026-11-22T09:14:", "2026-11-22T09:14:05:06", "2026-11-22T09:14+15:00", "2026-11-22T09:14+8:0",
            "2026-11-22T09:14+", "2026-11-22T09:14ZZ", "2026-11-22T09:14:xx", "2026-11-22\u{1B}09:14", "明天", "2026-11-22T09:14:-5",
            // The fifth of June or the sixth of May: nobody knows.
            "5/6/2026", "31/31/2026", "20 Nov", "20 Nox 2026", "24 pm", "25",
        ]
    )
    func broken(text: String) {
        #expect(TimeReading.read(text, today: today) == nil)
    }

    @Test(
        "seconds are two digits, with a fraction of digits or none",
        arguments: ["2026-11-22T09:14:05.abc", "2026-11-22T09:14:.5", "2026-11-22T09:14:005", "2026-11-22T09:14:05.1.2"]
    )
    func brokenSeconds(text: String) {
        #expect(TimeReading.read(text, today: today) == nil)
    }
}
