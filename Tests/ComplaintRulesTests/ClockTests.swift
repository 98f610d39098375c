import Testing

@testable import ComplaintRules

@Suite("How a clock stands")
struct ClockTests {
    // One hundred seconds, so that a second is a hundredth of the limit.
    private func clock(ended: Int64? = nil) -> Clock {
        var clock = Clock(.reply, started: moment(0), due: moment(100))
        clock.ended = ended.map { moment($0) }
        return clock
    }

    private func moment(_ second: Int64) -> Moment { Moment(milliseconds: 1_795_310_000_000).adding(seconds: second) }

    @Test("a clock runs up to and at its due moment, and is breached after it")
    func running() {
        #expect(clock().state(at: moment(0)) == .running)
        #expect(clock().state(at: moment(100)) == .running)
        #expect(clock().state(at: Moment(milliseconds: moment(100).milliseconds + 1)) == .breached)
        #expect(!clock().isOverdue(at: moment(100)))
        #expect(clock().isOverdue(at: moment(101)))
    }

    @Test("a clock that was stopped in time is kept, and one stopped late stays breached for ever")
    func stopped() {
        for now in [moment(0), moment(50), moment(100), moment(1_000_000)] {
            #expect(clock(ended: 50).state(at: now) == .kept)
            #expect(clock(ended: 100).state(at: now) == .kept)
            #expect(clock(ended: 101).state(at: now) == .breached)
            #expect(!clock(ended: 101).isOverdue(at: now))
        }
    }

    @Test("due soon from half of the limit, and again from four fifths")
    func urgency() {
        let steps: [(Int64, Clock.Urgency)] = [
            (0, .none), (49, .none), (50, .soon), (79, .soon), (80, .verySoon), (100, .verySoon), (101, .overdue),
        ]
        for (second, urgency) in steps { #expect(clock().urgency(at: moment(second)) == urgency) }
        #expect(clock(ended: 99).urgency(at: moment(200)) == .none)
        #expect(Clock.Urgency.none < .soon && .soon < .verySoon && Clock.Urgency.verySoon < .overdue)
    }

    @Test("of several running clocks the nearest is shown, and a stopped one never")
    func nearest() throws {
        var life = try Life(agreed: "2026-11-21 12:00")
        #expect(life.state.nearestClock?.name == .passOn)
        try life.perform(.accept, by: Actor(Desk.complaints))
        #expect(life.state.nearestClock?.name == .promised)
        #expect(life.state.isOverdue(at: Desk.at("2026-11-21 12:01")))
        #expect(!life.state.isOverdue(at: Desk.at("2026-11-21 12:00")))
        try life.perform(.notAtFault, by: Actor(Desk.complaints))
        try life.perform(.replied, by: Actor(Desk.complaints))
        #expect(life.state.nearestClock?.name == .signature)
        try life.perform(.sign, by: Actor(Desk.manager))
        #expect(life.state.nearestClock == nil)
        #expect(!life.state.isOverdue(at: Desk.at("2027-01-01 00:00")))
    }
}

@Suite("The reply clock")
struct ReplyClockTests {
    private func clocks(received: String, agreed: String? = nil, in zone: any LocalZone = Desk.zone) -> [Clock] {
        var intake = Intake(channel: .letter, received: Desk.at(received, in: zone), text: "-")
        intake.agreed = agreed.map { Desk.at($0, in: zone) }
        return Desk.rules(in: zone).clocks(for: intake, loggedAt: intake.received)
    }

    @Test(
        "three natural days to closing time; the day of receipt does not count, closed days do",
        arguments: [
            ("2026-11-20 10:00", "2026-11-23T17:00:00+08:00"), ("2026-11-20 00:00", "2026-11-23T17:00:00+08:00"),
            ("2026-11-20 23:59", "2026-11-23T17:00:00+08:00"), ("2026-11-19 16:59", "2026-11-22T17:00:00+08:00"),
            ("2026-12-30 09:00", "2027-01-02T17:00:00+08:00"), ("2028-02-27 09:00", "2028-03-01T17:00:00+08:00"),
        ]
    )
    func threeDays(received: String, due: String) throws {
        let clocks = clocks(received: received)
        #expect(clocks.map(\.name) == [.reply, .final, .passOn])
        let clock = try #require(clocks.first)
        #expect(Desk.zone.iso(clock.due) == due)
        #expect(clock.started == Desk.at(received))
        #expect(clock.ended == nil)
    }

    @Test(
        "closing time is that of the branch's wall, across the changes of summer time",
        arguments: [
            ("2026-03-26 10:00", "2026-03-29T17:00:00+02:00"), ("2026-03-27 10:00", "2026-03-30T17:00:00+02:00"),
            ("2026-10-23 10:00", "2026-10-26T17:00:00+01:00"), ("2026-01-05 10:00", "2026-01-08T17:00:00+01:00"),
        ]
    )
    func summerTime(received: String, due: String) throws {
        let zone = MadeSummerZone()
        #expect(zone.iso(try #require(clocks(received: received, in: zone).first).due) == due)
    }

    @Test("the day of receipt is the branch's day, not that of Greenwich")
    func localDay() throws {
        // 07:00 on the 21st in China is still the 20th in Greenwich.
        let clock = try #require(clocks(received: "2026-11-20T23:00:00Z").first)
        #expect(Desk.zone.iso(clock.due) == "2026-11-24T17:00:00+08:00")
    }

    @Test("another closing time and another limit hold where the branch set them")
    func settings() throws {
        var desk = Desk.rules
        desk.settings.closingMinutes = 18 * 60 + 30
        desk.clockRules = [ClockRule(.reply, limit: .naturalDays(5))]
        let intake = Intake(channel: .oral, received: Desk.at("2026-11-20 10:00"), text: "-")
        let clocks = desk.clocks(for: intake, loggedAt: intake.received)
        // The branch has no other rules, and so no other clocks.
        #expect(clocks.map(\.name) == [.reply])
        let clock = try #require(clocks.first)
        #expect(Desk.zone.iso(clock.due) == "2026-11-25T18:30:00+08:00")
    }

    @Test("what was promised runs from receipt beside the reply limit")
    func promised() {
        let clocks = clocks(received: "2026-11-20 10:00", agreed: "2026-11-21 12:00")
        #expect(clocks.map(\.name) == [.reply, .final, .passOn, .promised])
        #expect(clocks.allSatisfy { Desk.zone.iso($0.started) == "2026-11-20T10:00:00+08:00" })
        #expect(Desk.zone.iso(clocks[0].due) == "2026-11-23T17:00:00+08:00")
        #expect(Desk.zone.iso(clocks[3].due) == "2026-11-21T12:00:00+08:00")
    }

    @Test("a case keeps the limit that held when it was logged")
    func keepsRules() throws {
        var life = try Life()
        life.desk.clockRules = [ClockRule(.reply, limit: .naturalDays(1))]
        try life.perform(.accept, by: Actor(Desk.complaints))
        #expect(life.due(.reply) == "2026-11-23 17:00")
    }
}
