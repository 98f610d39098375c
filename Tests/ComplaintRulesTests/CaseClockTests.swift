import DeskTestSupport
import Testing

@testable import ComplaintRules

/// Each clock of a case: when it starts, how long it is, and what stops it (1-domain, Clocks).
@Suite("The clocks of a case")
struct CaseClockTests {
    @Test(
        "pass on: an hour of opening time from logging",
        arguments: [
            ("2026-11-20 10:00", "2026-11-20 11:00"), ("2026-11-20 16:00", "2026-11-20 17:00"), ("2026-11-20 16:40", "2026-11-23 09:40"),
            ("2026-11-20 08:15", "2026-11-20 10:00"), ("2026-11-21 12:00", "2026-11-23 10:00"), ("2026-11-19 17:30", "2026-11-20 10:00"),
        ]
    )
    func passOn(logged: String, due: String) throws {
        #expect(try Life(at: logged).due(.passOn) == due)
    }

    @Test("pass on runs from logging, not from receipt, and ends with the answer, the hand-over or the acceptance")
    func passOnEnds() throws {
        let letter = try Life { $0.received = Desk.at("2026-11-18 10:00") }
        #expect(letter.clock(.passOn)?.started == Desk.at("2026-11-20 10:00"))
        #expect(letter.due(.passOn) == "2026-11-20 11:00")
        for (act, member) in [(Deed.answered, Desk.clerk), (.handed(to: Desk.complaints), Desk.clerk), (.accept, Desk.complaints)] {
            let life = try letter.after(act, by: member, at: "2026-11-20 11:00")
            #expect(life.clock(.passOn)?.state(at: Desk.at("2027-01-01 00:00")) == .kept)
            let late = try letter.after(act, by: member, at: "2026-11-20 11:01")
            #expect(late.clock(.passOn)?.state(at: Desk.at("2027-01-01 00:00")) == .breached)
        }
        #expect(try letter.after(.noted, by: Desk.clerk).clock(.passOn)?.ended == nil)
    }

    @Test("start work: two hours of opening time from the hand-over, to the first note, contact or finding")
    func startWork() throws {
        let handed = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk, at: "2026-11-20 16:00")
        #expect(handed.due(.startWork) == "2026-11-23 10:00")
        let accepted = try handed.after(.accept, by: Desk.complaints, at: "2026-11-20 16:30")
        #expect(accepted.clock(.startWork)?.ended == nil)
        for act in [Deed.noted, .reached, .notReached, .notAtFault] {
            let life = try accepted.after(act, by: Desk.complaints, at: "2026-11-23 10:00")
            #expect(life.clock(.startWork)?.ended == Desk.at("2026-11-23 10:00"))
            #expect(life.clock(.startWork)?.state(at: Desk.at("2027-01-01 00:00")) == .kept)
        }
        // Whoever takes a case at once got no hand-over.
        #expect(try Life.inHand().clock(.startWork) == nil)
    }

    @Test("a second hand-over starts work anew; the first clock is superseded, or breached for ever")
    func startWorkAgain() throws {
        let first = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk, at: "2026-11-20 11:00")
            .after(.accept, by: Desk.complaints, at: "2026-11-20 11:30")
        let inTime = try first.after(.handed(to: Desk.secondComplaints), by: Desk.complaints, at: "2026-11-20 12:00")
        #expect(inTime.clockStates == ["reply running", "final running", "pass-on kept", "start-work superseded", "start-work running"])
        #expect(inTime.due(.startWork) == "2026-11-20 14:00")
        let late = try first.after(.handed(to: Desk.secondComplaints), by: Desk.complaints, at: "2026-11-20 13:01")
        #expect(late.clockStates == ["reply running", "final running", "pass-on kept", "start-work breached", "start-work running"])
    }

    @Test("reply in three natural days, at the last in fifteen, both from receipt and both ended by the reply")
    func replyAndFinal() throws {
        let life = try Life { $0.received = Desk.at("2026-11-18 09:30") }.after(.accept, by: Desk.complaints)
        #expect(life.due(.reply) == "2026-11-21 17:00")
        #expect(life.due(.final) == "2026-12-03 17:00")
        let replied = try life.after(.replied, by: Desk.complaints, at: "2026-11-23 10:00")
        #expect(replied.clockStates == ["reply breached", "final kept", "pass-on kept", "signature running"])
        for name in [ClockName.reply, .final] { #expect(replied.clock(name)?.ended == Desk.at("2026-11-23 10:00")) }
    }

    @Test(
        "signature: a working day from the reply or the answer, to the sign-off",
        arguments: [
            ("2026-11-19 10:00", "2026-11-20 17:00"), ("2026-11-20 10:00", "2026-11-23 17:00"), ("2026-11-21 10:00", "2026-11-23 17:00"),
        ]
    )
    func signature(answered: String, due: String) throws {
        let life = try Life(at: "2026-11-18 10:00").after(.answered, by: Desk.clerk, at: answered)
            .after(.notAtFault, by: Desk.complaints, at: answered)
        #expect(life.due(.signature) == due)
        let signed = try life.after(.sign, by: Desk.manager, at: due)
        #expect(signed.clock(.signature)?.state(at: signed.now) == .kept)
        #expect(signed.clock(.callBack) == nil)
        let reply = try Life(at: "2026-11-18 10:00").after(.accept, by: Desk.complaints).after(.replied, by: Desk.complaints, at: answered)
        #expect(reply.due(.signature) == due)
    }

    @Test("a withdrawal of what was answered starts the signature anew; no clock is called kept that nobody signed for")
    func signatureAfterWithdrawal() throws {
        let life = try Life.toSign().after(.withdrawn, by: Desk.complaints, at: "2026-11-23 09:00")
        #expect(life.clockStates == ["reply kept", "final kept", "pass-on kept", "signature superseded", "signature running"])
        #expect(life.due(.signature) == "2026-11-24 17:00")
        let signed = try life.after(.sign, by: Desk.manager, at: "2026-11-24 17:00")
        #expect(signed.clock(.signature)?.state(at: signed.now) == .kept)
    }

    @Test("call-back: a day from the closing, where there is somebody to call; a ruling closes as a signature does")
    func callBack() throws {
        let ready = try Life { $0.contact = "13812340000" }.after(.answered, by: Desk.clerk).after(.notAtFault, by: Desk.complaints)
        let signed = try ready.after(.sign, by: Desk.manager, at: "2026-11-20 15:00")
        #expect(signed.clock(.callBack)?.started == Desk.at("2026-11-20 15:00"))
        #expect(signed.due(.callBack) == "2026-11-21 17:00")
        let called = try signed.after(.calledBack(.satisfied), by: Desk.complaints, at: "2026-11-21 17:01")
        #expect(called.clock(.callBack)?.state(at: Desk.at("2030-01-01 00:00")) == .breached)
        // Nobody is called about what they themselves withdrew.
        let withdrawn = try Life { $0.contact = "13812340000" }.after(.withdrawn, by: Desk.clerk).after(.sign, by: Desk.manager)
        #expect(withdrawn.clock(.callBack) == nil)
        let ruled = try Life(about: "赵国强") { $0.contact = "13812340000" }.after(.accept, by: Desk.complaints)
            .after([.notAtFault, .replied], by: Desk.complaints).after(.ruled, by: Desk.secondComplaints, at: "2026-11-20 15:00")
        #expect(ruled.due(.callBack) == "2026-11-21 17:00")
    }

    @Test("waiting for head office stops no clock towards the customer")
    func headOffice() throws {
        let life = try Life.withHeadOffice()
        #expect(life.clockStates == ["reply running", "final running", "pass-on kept"])
        #expect(life.state.isOverdue(at: Desk.at("2026-11-23 17:01")))
    }

    @Test("a sending back lets run again what the reply had stopped, and nothing else")
    func sendingBack() throws {
        let life = try Life(agreed: "2026-11-21 12:00").after(.handed(to: Desk.complaints), by: Desk.clerk)
            .after(.accept, by: Desk.complaints).after([.noted, .replied], by: Desk.complaints).after(.sentBack, by: Desk.manager)
        #expect(
            life.clockStates == [
                "reply running", "final running", "pass-on kept", "promised running", "start-work kept", "signature superseded",
            ]
        )
        let again = try life.after(.replied, by: Desk.complaints, at: "2026-11-22 10:00")
        #expect(
            again.clockStates == [
                "reply kept", "final kept", "pass-on kept", "promised breached", "start-work kept", "signature superseded",
                "signature running",
            ]
        )
    }

    @Test("a signature that was late when it was sent back stays a breach")
    func lateSendingBack() throws {
        let life = try Life.toSign().after(.sentBack, by: Desk.manager, at: "2026-11-24 10:00")
        #expect(life.clock(.signature)?.state(at: Desk.at("2030-01-01 00:00")) == .breached)
        #expect(!life.state.awaitsSignature)
    }

    @Test("a new promise takes the place of the old one, which stays a breach where its time was past")
    func promises() throws {
        let life = try Life.inHand().after(.agreed("2026-11-21 12:00"), by: Desk.complaints)
        #expect(life.due(.promised) == "2026-11-21 12:00")
        #expect(life.clock(.promised)?.started == Desk.at("2026-11-20 10:00"))
        #expect(life.state.intake.agreed == Desk.at("2026-11-21 12:00"))
        let moved = try life.after(.agreed("2026-11-22 12:00"), by: Desk.complaints, at: "2026-11-21 11:00")
        #expect(moved.state.clocks.filter { $0.name == .promised }.map { $0.state(at: moved.now) } == [.superseded, .running])
        let late = try life.after(.agreed("2026-11-22 12:00"), by: Desk.complaints, at: "2026-11-21 13:00")
        #expect(late.state.clocks.filter { $0.name == .promised }.map { $0.state(at: late.now) } == [.breached, .running])
        #expect(life.refusal(of: .agreed("2026-11-20 10:02"), by: Desk.complaints) == .inThePast("agreed"))
    }

    @Test("nothing is agreed later than the reply limit without a granted extension, and then not later than that")
    func promiseBound() throws {
        let life = try Life.inHand()
        #expect(life.refusal(of: .agreed("2026-11-23 17:00"), by: Desk.complaints) == nil)
        let monday = LocalTime(day: Day(ordinal: 20_780), secondOfDay: 61_200)
        #expect(life.refusal(of: .agreed("2026-11-23 17:01"), by: Desk.complaints) == .agreedAfterLimit(monday))
        let extended = try life.after(.extensionAsked, by: Desk.complaints).after(.grantExtension, by: Desk.manager)
        #expect(extended.refusal(of: .agreed("2026-12-01 17:00"), by: Desk.complaints) == nil)
        let firstOfDecember = LocalTime(day: Day(ordinal: 20_788), secondOfDay: 61_200)
        #expect(extended.refusal(of: .agreed("2026-12-01 17:01"), by: Desk.complaints) == .agreedAfterLimit(firstOfDecember))
    }

    @Test("what is agreed while an answer stands is kept by it, and runs once it is sent back")
    func promiseAfterAnswer() throws {
        let life = try Life.toSign().after(.agreed("2026-11-21 12:00"), by: Desk.complaints)
        #expect(life.clock(.promised)?.state(at: Desk.at("2026-12-01 00:00")) == .kept)
        let closed = try life.after(.sign, by: Desk.manager)
        #expect(!closed.state.isOverdue(at: Desk.at("2027-01-01 00:00")))
        let back = try life.after(.sentBack, by: Desk.manager)
        #expect(back.clock(.promised)?.ended == nil)
        #expect(back.state.isOverdue(at: Desk.at("2026-11-21 12:01")))
    }

    @Test("a case keeps the rules that held when it was logged, for the clocks that start later too")
    func keepsRules() throws {
        var life = try Life()
        life.desk.clockRules.append(ClockRule(.signature, limit: .workingDays(5), effective: Day(ordinal: 20_778)))
        let old = try life.after(.answered, by: Desk.clerk, at: "2026-11-21 10:00")
        #expect(old.due(.signature) == "2026-11-23 17:00")
        let new = try Life(at: "2026-11-21 10:00", desk: life.desk).after(.answered, by: Desk.clerk)
        #expect(new.due(.signature) == "2026-11-27 17:00")
    }

    @Test("the clocks towards the customer are reply, promised, complex and final")
    func towardsCustomer() {
        #expect(ClockName.allCases.filter(\.isTowardsCustomer) == [.reply, .promised, .complex, .final])
        #expect(
            ClockRule.standard.map { "\($0.name.rawValue) \($0.limit)" } == [
                "pass-on openingMinutes(60)", "start-work openingMinutes(120)", "reply naturalDays(3)", "complex workingDays(7)",
                "at-once hours(2)", "review naturalDays(30)", "final naturalDays(15)", "signature workingDays(1)",
                "call-back naturalDays(1)",
                "figures naturalDays(10)",
            ]
        )
    }
}

@Suite("Setting a clock rule")
struct ClockRuleTests {
    private func refusal(_ rule: ClockRule, by member: StaffMember = Desk.manager, under desk: DeskRules = Desk.rules) -> Refusal? {
        do throws(Refusal) {
            _ = try decideClockRule(rule, in: Occasion(Actor(member), at: Desk.at("2026-11-20 10:00"), under: desk))
            return nil
        } catch {
            return error
        }
    }

    @Test("a rule holds from the next day on, never from today or the past; on the founding day at once")
    func effective() {
        #expect(refusal(ClockRule(.reply, limit: .workingDays(2), effective: Day(ordinal: 20_776))) == .ruleInThePast)
        #expect(refusal(ClockRule(.reply, limit: .workingDays(2))) == .ruleInThePast)
        let today = ClockRule(.reply, limit: .workingDays(2), effective: Day(ordinal: 20_777))
        #expect(refusal(today) == .ruleInThePast)
        #expect(refusal(ClockRule(.reply, limit: .workingDays(2), effective: Day(ordinal: 20_778))) == nil)
        var desk = Desk.rules
        desk.founding = Day(ordinal: 20_777)
        #expect(refusal(today, under: desk) == nil)
        desk.founding = Day(ordinal: 20_776)
        #expect(refusal(today, under: desk) == .ruleInThePast)
        #expect(refusal(ClockRule(.reply, limit: .workingDays(2), effective: Day(ordinal: 20_900))) == nil)
    }

    @Test("only the branch manager sets one, with a limit of one at least")
    func limits() throws {
        let day = Day(ordinal: 20_778)
        for member in [Desk.clerk, Desk.complaints, Desk.auditor] {
            #expect(refusal(ClockRule(.reply, limit: .naturalDays(2), effective: day), by: member) == .deskActRoleMayNot(.changeSettings))
        }
        for limit in [ClockLimit.naturalDays(0), .workingDays(-1), .hours(0)] {
            #expect(refusal(ClockRule(.reply, limit: limit, effective: day)) == .badValue("limit", .count))
        }
        let tooLong: [(ClockLimit, most: ClockLimit)] = [
            (.naturalDays(367), .naturalDays(366)), (.workingDays(251), .workingDays(250)), (.workingDays(365), .workingDays(250)),
            (.openingMinutes(30_001), .openingMinutes(30_000)), (.hours(367), .hours(366)),
        ]
        for (limit, most) in tooLong {
            #expect(refusal(ClockRule(.signature, limit: limit, effective: day)) == .limitTooLong(most: most))
            #expect(refusal(ClockRule(.signature, limit: most, effective: day)) == nil)
        }
        let rule = ClockRule(.startWork, limit: .openingMinutes(30), effective: day)
        let event = try decideClockRule(rule, in: Occasion(Actor(Desk.manager), at: Desk.at("2026-11-20 10:00"), under: Desk.rules))
        #expect(
            event
                == .clockRuleSet(
                    ClockRule(.startWork, limit: .openingMinutes(30), effective: day, setAt: Desk.at("2026-11-20 10:00"))
                )
        )
    }

    @Test("the reply is never due later than the final deadline, whichever of the two is set")
    func replyWithinFinal() {
        let day = Day(ordinal: 20_778)
        let final = ClockLimit.naturalDays(15)
        #expect(refusal(ClockRule(.reply, limit: .naturalDays(15), effective: day)) == nil)
        for limit in [ClockLimit.naturalDays(16), .workingDays(12)] {
            #expect(refusal(ClockRule(.reply, limit: limit, effective: day)) == .replyBeyondFinal(reply: limit, final: final))
        }
        #expect(
            refusal(ClockRule(.final, limit: .naturalDays(2), effective: day))
                == .replyBeyondFinal(reply: .naturalDays(3), final: .naturalDays(2))
        )
        #expect(refusal(ClockRule(.final, limit: .naturalDays(3), effective: day)) == nil)
    }

    @Test("no limit towards the customer ends after the final one, on whatever day it begins and whatever is set; nor does a promise")
    func cappedByFinal() throws {
        var desk = Desk.rules
        desk.clockRules += [
            ClockRule(.reply, limit: .workingDays(11), effective: Day(ordinal: 20_700)),
            ClockRule(.complex, limit: .workingDays(200), effective: Day(ordinal: 20_700)),
        ]
        // Eleven working days from this Friday end on Monday the 23rd, fifteen days on Saturday the 21st.
        let life = try Life(at: "2026-11-06 10:00", desk: desk)
        func due(_ name: ClockName, _ life: Life) -> String? {
            life.state.clocks.last { $0.name == name && $0.ended == nil }.map { desk.zone.day(at: $0.due).iso }
        }
        #expect(due(.final, life) == "2026-11-21" && due(.reply, life) == "2026-11-21")
        let extended = try life.after(.accept, by: Desk.complaints).after(.extensionAsked, by: Desk.complaints)
            .after(.grantExtension, by: Desk.manager)
        #expect(due(.final, extended) == "2026-12-06" && due(.complex, extended) == "2026-12-06")
        let later = Deed.agreeTime(Desk.at("2026-12-07 10:00"))
        guard case .agreedAfterLimit? = extended.refusal(of: later, by: Desk.complaints) else {
            Issue.record("a promise behind the final limit")
            return
        }
    }

    @Test("the final limit is fifteen days at most in China, and that of a review thirty")
    func finalBound() throws {
        let day = Day(ordinal: 20_778)
        for limit in [ClockLimit.naturalDays(16), .naturalDays(60), .workingDays(12)] {
            #expect(refusal(ClockRule(.final, limit: limit, effective: day)) == .limitTooLong(most: .naturalDays(15)))
        }
        #expect(refusal(ClockRule(.final, limit: .naturalDays(14), effective: day)) == nil)
        #expect(refusal(ClockRule(.final, limit: .naturalDays(15), effective: day)) == .alreadySo)
        // A review is decided and told within thirty.
        #expect(refusal(ClockRule(.review, limit: .naturalDays(31), effective: day)) == .limitTooLong(most: .naturalDays(30)))
        #expect(refusal(ClockRule(.review, limit: .naturalDays(29), effective: day)) == nil)
        #expect(refusal(ClockRule(.review, limit: .naturalDays(30), effective: day)) == .alreadySo)
        var abroad = Desk.rules
        abroad.settings.country = .britain
        let rule = ClockRule(.final, limit: .naturalDays(56), effective: day)
        _ = try decideClockRule(rule, in: Occasion(Actor(Desk.manager), at: Desk.at("2026-11-20 10:00"), under: abroad))
    }

    @Test("on each day the rule with the latest date up to it holds; of two for one day the last one set")
    func inForce() {
        let rules = [
            ClockRule(.reply, limit: .naturalDays(3)), ClockRule(.reply, limit: .naturalDays(5), effective: Day(ordinal: 20_800)),
            ClockRule(.reply, limit: .workingDays(2), effective: Day(ordinal: 20_790)),
            ClockRule(.reply, limit: .workingDays(4), effective: Day(ordinal: 20_800)),
        ]
        var desk = Desk.rules
        desk.clockRules = rules
        #expect(
            desk.limit(of: .reply, loggedAt: Desk.zone.moment(of: LocalTime(day: Day(ordinal: 20_789), secondOfDay: 0))) == .naturalDays(3)
        )
        #expect(
            desk.limit(of: .reply, loggedAt: Desk.zone.moment(of: LocalTime(day: Day(ordinal: 20_790), secondOfDay: 0))) == .workingDays(2)
        )
        #expect(
            desk.limit(of: .reply, loggedAt: Desk.zone.moment(of: LocalTime(day: Day(ordinal: 20_799), secondOfDay: 0))) == .workingDays(2)
        )
        #expect(
            desk.limit(of: .reply, loggedAt: Desk.zone.moment(of: LocalTime(day: Day(ordinal: 20_800), secondOfDay: 0))) == .workingDays(4)
        )
        #expect(desk.limit(of: .final, loggedAt: Desk.zone.moment(of: LocalTime(day: Day(ordinal: 20_800), secondOfDay: 0))) == nil)
    }
}
