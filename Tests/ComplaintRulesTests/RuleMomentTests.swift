import Testing

@testable import ComplaintRules

@Suite("Clock rules by the moment of logging")
struct RuleMomentTests {
    /// A rule for signatures that holds from Friday 20 November 2026 on.
    private func rule(_ days: Int, setAt time: String) -> ClockRule {
        ClockRule(.signature, limit: .workingDays(days), effective: Day(ordinal: 20_777), setAt: Desk.at(time))
    }

    private func signatureDue(loggedAt time: String, under rules: [ClockRule]) throws -> String? {
        var desk = Desk.rules
        desk.clockRules += rules
        return try Life(at: time, desk: desk).after(.answered, by: Desk.clerk, at: "2026-11-20 16:00").due(.signature)
    }

    @Test("a rule that is set today touches no later clock of what was logged earlier today")
    func earlierToday() throws {
        let rules = [rule(5, setAt: "2026-11-20 11:00")]
        #expect(try signatureDue(loggedAt: "2026-11-20 10:59", under: rules) == "2026-11-23 17:00")
        #expect(try signatureDue(loggedAt: "2026-11-20 11:00", under: rules) == "2026-11-27 17:00")
        #expect(try signatureDue(loggedAt: "2026-11-20 15:00", under: rules) == "2026-11-27 17:00")
    }

    @Test("set twice on one day: what was logged between the two keeps the first")
    func twice() throws {
        let rules = [rule(2, setAt: "2026-11-20 09:00"), rule(3, setAt: "2026-11-20 11:00")]
        #expect(try signatureDue(loggedAt: "2026-11-20 08:30", under: rules) == "2026-11-23 17:00")
        #expect(try signatureDue(loggedAt: "2026-11-20 10:00", under: rules) == "2026-11-24 17:00")
        #expect(try signatureDue(loggedAt: "2026-11-20 11:30", under: rules) == "2026-11-25 17:00")
        // Of two that were set at one moment only the last one stands.
        let atOnce = [rule(2, setAt: "2026-11-20 09:00"), rule(4, setAt: "2026-11-20 09:00")]
        #expect(try signatureDue(loggedAt: "2026-11-20 11:30", under: atOnce) == "2026-11-26 17:00")
    }

    @Test("a rule that was set ahead holds from the first moment of its day")
    func ahead() throws {
        let rules = [rule(5, setAt: "2026-11-18 10:00")]
        #expect(try signatureDue(loggedAt: "2026-11-19 23:59", under: rules) == "2026-11-23 17:00")
        #expect(try signatureDue(loggedAt: "2026-11-20 00:00", under: rules) == "2026-11-27 17:00")
    }

    @Test("the moment of setting is part of what is recorded; a rule dated before tomorrow is refused")
    func recorded() throws {
        let now = Desk.at("2026-11-20 10:00")
        func decided(_ day: Int) throws(Refusal) -> DeskEvent {
            let wanted = ClockRule(.reply, limit: .naturalDays(2), effective: Day(ordinal: day))
            return try decideClockRule(wanted, in: Occasion(Actor(Desk.manager), at: now, under: Desk.rules))
        }
        let event = try decided(20_778)
        #expect(event == .clockRuleSet(ClockRule(.reply, limit: .naturalDays(2), effective: Day(ordinal: 20_778), setAt: now)))
        for day in [20_777, 20_776, 20_000, 0] { #expect(throws: Refusal.ruleInThePast) { try decided(day) } }
    }

    @Test("a setting shows the rule that holds today, and the one that is coming with its day")
    func shown() throws {
        var desk = Desk.rules
        desk.clockRules += [
            ClockRule(.reply, limit: .workingDays(2), effective: Day(ordinal: 20_790)),
            ClockRule(.reply, limit: .naturalDays(4), effective: Day(ordinal: 20_780), setAt: Desk.at("2026-11-19 10:00")),
            ClockRule(.reply, limit: .naturalDays(5), effective: Day(ordinal: 20_780), setAt: Desk.at("2026-11-19 11:00")),
        ]
        let steps: [(String, String, String?, String?)] = [
            ("2026-11-20 10:00", "3d", "2026-11-23", "5d"), ("2026-11-23 00:00", "5d", "2026-12-03", "2wd"),
            ("2026-12-02 23:59", "5d", "2026-12-03", "2wd"), ("2026-12-03 00:00", "2wd", nil, nil),
        ]
        for (time, today, from, coming) in steps {
            let now = Desk.at(time)
            let reply = try #require(Setting.named("rule.reply"))
            #expect(reply.text(under: desk, at: now) == today)
            #expect(reply.coming(under: desk, at: now).first?.from.iso == from)
            #expect(reply.coming(under: desk, at: now).first?.text == coming)
            for name in ["rule.final", "name"] { #expect(try #require(Setting.named(name)).coming(under: desk, at: now).isEmpty) }
        }
    }

    @Test("a tier is set only for a role that promises anything")
    func tiers() {
        for name in ["tier.counter", "tier.complaint-manager", "tier.branch-manager"] { #expect(Setting.named(name)?.isDated == true) }
        for name in ["tier.auditor", "tier.cashier", "tier.", "tier"] { #expect(Setting.named(name) == nil) }
    }
}

@Suite("Warnings of what is due on a closed day")
struct LastOpeningTests {
    /// Logged on Thursday, and so due on Sunday 22 November at 17:00.
    private func dueOnSunday() throws -> (desk: DeskRules, clock: Clock) {
        let life = try Life(at: "2026-11-19 10:00")
        #expect(life.due(.reply) == "2026-11-22 17:00")
        return (life.desk, try #require(life.clock(.reply)))
    }

    @Test(
        "what is due on a Sunday is due very soon from Friday's opening on: nobody is there later",
        arguments: [
            ("2026-11-19 12:00", Clock.Urgency.none), ("2026-11-20 08:59", .none), ("2026-11-20 09:00", .verySoon),
            ("2026-11-21 12:00", .verySoon), ("2026-11-22 17:00", .verySoon), ("2026-11-22 17:01", .overdue),
        ]
    )
    func sunday(time: String, urgency: Clock.Urgency) throws {
        let (desk, clock) = try dueOnSunday()
        #expect(desk.urgency(of: clock, at: Desk.at(time)) == urgency)
    }

    @Test("the last opening before a long holiday is the day before it")
    func holiday() throws {
        var desk = Desk.rules
        desk.calendar = try WorkCalendar((1...7).compactMap { Day("2026-10-0\($0)") }.map { .init(day: $0, isOff: true, name: "国庆节") })
        let life = try Life(at: "2026-09-29 10:00", desk: desk)
        let clock = try #require(life.clock(.reply))
        #expect(life.due(.reply) == "2026-10-02 17:00")
        #expect(desk.urgency(of: clock, at: Desk.at("2026-09-30 08:59")) == .none)
        #expect(desk.urgency(of: clock, at: Desk.at("2026-09-30 09:00")) == .verySoon)
    }

    @Test(
        "what is due today is due soon at least, whatever part of its limit is gone; one of another day goes by its limit",
        arguments: [
            // Of three hours two minutes are gone; of eight hours one; of eighty the last day's.
            ("2026-11-20 09:00", "2026-11-20 12:00", "2026-11-20 09:02", Clock.Urgency.soon),
            ("2026-11-20 09:00", "2026-11-20 17:00", "2026-11-20 10:00", .soon),
            ("2026-11-20 09:00", "2026-11-20 17:00", "2026-11-20 16:00", .verySoon),
            ("2026-11-19 16:30", "2026-11-23 10:00", "2026-11-20 09:00", .none),
            ("2026-11-20 09:00", "2026-11-20 17:00", "2026-11-20 17:01", .overdue),
            ("2026-11-20 22:00", "2026-11-21 06:00", "2026-11-20 23:00", .none),
        ]
    )
    func today(started: String, due: String, now: String, urgency: Clock.Urgency) {
        var desk = Desk.rules
        // Open on every day, so that no closed day makes it more pressing.
        desk.settings.openWeekdays = Array(0..<7)
        let clock = Clock(.reply, started: Desk.at(started), due: Desk.at(due))
        #expect(desk.urgency(of: clock, at: Desk.at(now)) == urgency)
    }

    @Test("elsewhere a clock is as pressing as its limit says: due on an open day, stopped, or in a branch that never opens")
    func elsewhere() throws {
        let monday = try #require(try Life(at: "2026-11-20 10:00").clock(.reply))
        for hour in 0..<80 {
            let now = Desk.at("2026-11-20 10:00").adding(seconds: Int64(hour) * 3600)
            #expect(Desk.rules.urgency(of: monday, at: now) == monday.urgency(at: now))
        }
        var (desk, clock) = try dueOnSunday()
        desk.settings.openWeekdays = []
        #expect(desk.urgency(of: clock, at: Desk.at("2026-11-20 09:00")) == .none)
        clock.ended = Desk.at("2026-11-19 11:00")
        #expect(Desk.rules.urgency(of: clock, at: Desk.at("2026-11-20 09:00")) == .none)
    }
}
