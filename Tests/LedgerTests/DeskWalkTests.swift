import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

/// A desk on which all that can happen happens at random: acts, settings, calendars, people, stand-ins, and a clock that jumps.
@Suite("A desk at random")
struct DeskWalkTests {
    /// Random numbers that are the same for the same seed.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }

        mutating func one<Element>(of elements: [Element]) -> Element { elements[roll(elements.count)] }
    }

    private static let finding: Finding = {
        var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
        finding.explanation = "已耐心解释"
        return finding
    }()

    private static let names = ["李敏", "赵静", "张伟", "王建国", "周岚", "１００３", "李 敏", "窗口", ""]

    /// One thing that somebody tries; what is refused did not happen.
    private func step(
        _ dice: inout Dice,
        _ desk: PracticeFolder,
        _ cases: inout [String],
        touched: inout Set<Day>,
        clocks: inout Clocks
    ) throws {
        let ledger = desk.ledger
        let today = ledger.rules.zone.day(at: ledger.now)
        let people = ledger.rules.staff.all.map { Actor($0) }
        let actor = dice.one(of: people)
        let someone = dice.one(of: people).number
        let day = today.adding(days: dice.roll(8) - 5)
        switch dice.roll(25) {
        case 0, 1:
            let stored = try ledger.log(
                desk.intake("第\(cases.count)件", customer: "客户\(cases.count)", about: dice.one(of: Self.names)),
                by: actor
            )
            cases.append(stored.state.number.description)
        case 2...9:
            guard !cases.isEmpty else { return }
            let amount = Amount(hundredths: [0, 5_000, 90_000, 400_000, 900_000][dice.roll(5)])
            let deeds: [Deed] = [
                .accept, .finding(Self.finding), .handOver(.init(to: someone)),
                .reply(.init(how: .phone, text: "已答复", isAccepted: true, amount: amount)), .answer(.init(text: "已答复", amount: amount)),
                .askEscalation(.init(why: .amount, reason: "超限")), .confirmEscalation,
                .headOfficeAnswer(.init(text: "同意", amount: dice.roll(3) == 0 ? nil : amount)),
                .merge(into: dice.one(of: cases), reason: "同一事由"), .amend("contact", to: ""), .refuseAnswer(.init(reason: "不服")),
                .finding(Finding(fault: .partly, classification: .valid, facts: "x", responsible: dice.one(of: Self.names))),
                .sendBack(.init(reason: "不清")), .withdraw(.init(reason: "撤回")), .amend("about", to: dice.one(of: Self.names)),
                .liftRecusal(.init(number: someone, reason: "另有其人", reference: "总服1号")), .note(.init(text: "记录")),
            ]
            let (deed, number) = (dice.one(of: deeds), dice.one(of: cases))
            let before = try #require(try ledger.stored(number)).state
            let tier = ledger.acting(actor).regarding(before).roles.map { ledger.rules.tier(of: $0, on: today) }.max() ?? .none
            _ = try ledger.perform(deed, on: number, by: actor)
            let after = try #require(try ledger.stored(number)).state
            if after.promised > before.promised {
                #expect(after.promised <= before.ceiling ?? min(tier, before.cap ?? tier), "\(number) promises more than was approved")
            }
            if let into = (deed.act as? Merged)?.into, let absorbing = try ledger.stored(into)?.state, absorbing.promised > Amount.none {
                let approved = [before.ceiling, before.cap, absorbing.ceiling, absorbing.cap].compactMap { $0 }.min()
                #expect(absorbing.promised <= approved ?? absorbing.promised, "\(into) came to more than was approved")
            }
        case 10, 11:
            guard !cases.isEmpty else { return }
            let number = dice.one(of: cases)
            let before = try #require(try ledger.stored(number)).state
            let key = try ledger.signIn(actor.number, passcode: PracticeFolder.passcode)
            _ = try ledger.perform(.sign, on: number, by: actor, key: key)
            #expect(before.eyes != [actor.number], "\(actor.number) signed what is theirs alone")
        case 12:
            try ledger.change(
                dice.one(of: ["hours.monday", "hours.friday"]),
                to: dice.one(of: ["closed", "09:00-23:00", "08:00-10:00"]),
                by: actor
            )
            try ledger.change("tier.complaint-manager", to: dice.one(of: ["100", "4000", "900000"]), by: actor)
        case 13: try ledger.change("rule.reply", to: dice.one(of: ["1d", "9d"]), by: actor)
        case 14:
            let file = try WorkCalendar((-3...3).map { .init(day: today.adding(days: $0), isOff: dice.roll(2) == 0, name: "x") })
            _ = try ledger.load(file, by: actor)
        case 15:
            try ledger.edit(
                someone,
                dice.one(of: [.name(dice.one(of: ["李敏", "周岚", "陈晓"])), .role(dice.one(of: Role.allCases)), .leave, .comeBack]),
                by: actor
            )
        case 16:
            let standIn = StandIn(absent: someone, standIn: dice.one(of: people).number, from: day, to: today.adding(days: 2))
            try ledger.nameStandIn(standIn, by: actor)
            #expect(day >= today, "a stand-in reaches back")
        case 17: try ledger.endStandIn(for: someone, by: actor)
        case 18:
            _ = try ledger.perform(.open(day, reason: "补查"), by: actor)
            touched.insert(day)
            _ = try ledger.perform(.nothing(day), by: actor)
        case 19:
            touched.insert(day)
            if dice.roll(2) == 0 {
                try ledger.correctOpening(on: day, isOpen: dice.roll(2) == 0, reason: "更正", by: actor)
            } else {
                try ledger.correctBook(on: day, to: .late, reason: "更正", by: actor)
            }
        case 20:
            // Nobody finds a wrong clock at once: something is done under it, and something when it is right again.
            let right = ledger.clock
            ledger.clock = .standing(at: right.now().adding(seconds: 45 * 86_400))
            defer { ledger.clock = right }
            clocks.isWrong = true
            let stored = try ledger.log(desk.intake("时钟超前\(cases.count)", customer: "客户\(cases.count)"), by: desk.head)
            clocks.loggedAhead[stored.state.number.description] = clocks.latestRight
            cases.append(stored.state.number.description)
            _ = try ledger.perform(.open(today.adding(days: 45), reason: ""), by: desk.head)
            _ = try ledger.perform(.nothing(today.adding(days: 45)), by: desk.head)
        case 21:
            guard let stretch = try ledger.wrongClockStretches().first else { return }
            let wrong = WrongClock(from: stretch.from.seq, to: stretch.to.seq, reason: "主板电池耗尽")
            try ledger.declareWrong(wrong, by: actor)
            clocks.isDeclared = true
            // What was done ahead a second time, before anything by the right clock, can be declared once something is.
            clocks.isWrong = try !ledger.wrongClockStretches().isEmpty || latest(of: ledger) > clocks.latestRight
        default:
            // A few hours on, and now and then days back or ahead.
            let jump = dice.roll(4) == 0 ? Int64(dice.roll(12) - 6) * 86_400 : Int64(dice.roll(8)) * 3600
            ledger.clock = .standing(at: ledger.clock.now().adding(seconds: jump))
        }
    }

    private func latest(of ledger: Ledger) throws -> Moment {
        Moment(milliseconds: try ledger.connection.integer("SELECT \(EventReader.latest)") ?? 0)
    }

    /// What is known of the computer's clock beside what the desk knows.
    private struct Clocks {
        /// The latest moment that the right clock has shown.
        var latestRight: Moment
        /// Whether a clock had run ahead and was not declared wrong yet.
        var isWrong = false
        /// Whether one was declared wrong just now.
        var isDeclared = false
        /// The cases that were logged under such a clock, with the moment of the right one.
        var loggedAhead: [String: Moment] = [:]
    }

    /// Once all clocks that had run ahead are declared wrong, what was logged by them is due as if it had been logged by the right one, or sooner.
    private func checkDue(_ desk: PracticeFolder, _ clocks: Clocks) throws {
        guard !clocks.isWrong else { return }
        for (number, moment) in clocks.loggedAhead {
            let state = try #require(try desk.ledger.stored(number)).state
            #expect(state.intake.received <= moment, "\(number) counts as received later than it was")
            // The longest limit is that of fifteen days, and two more for whatever closes the branch.
            for clock in state.clocks.prefix(3) {
                #expect(clock.due <= moment.adding(seconds: 17 * 86_400), "\(clock.name.rawValue) of \(number) is due by a wrong clock")
            }
        }
    }

    /// Nothing that the desk lists for somebody names a case that they may not read.
    private func checkLists(_ desk: PracticeFolder, _ cases: [String]) throws {
        let ledger = desk.ledger
        for member in ledger.rules.staff.all where !member.isRetired {
            let actor = ledger.acting(Actor(member))
            let scope = ReadScope(for: actor)
            var search = RegisterQuery(scope)
            search.search = "客户"
            var listed = try ledger.rows(RegisterQuery(scope), limit: 1000).map(\.number) + ledger.rows(search, limit: 1000).map(\.number)
            listed += try ledger.escalations(scope).map(\.complaint.number) + ledger.rectifications(scope, openOnly: false).map(\.number)
            let glances = try ledger.comingBack("客户", toldTo: actor, limit: 1000).map(\.number)
            let like = try ledger.likeCases(desk.intake("第1件", customer: "客户1"), toldTo: actor, limit: 100).map(\.number)
            for number in cases {
                let state = try #require(try ledger.stored(number)).state
                let isReadable = mayRead(state, in: Occasion(actor, at: ledger.now, under: ledger.rules))
                if !isReadable { #expect(!listed.contains(number), "\(number) is listed for \(member.number)") }
                if state.isAbout(member.number) {
                    #expect(!(glances + like).contains(number), "\(number) is told to \(member.number)")
                }
            }
        }
    }

    @Test(
        "No sequence of acts, settings, calendars, people and clock jumps signs what is one's own, shows what is about one, or rewrites what was",
        arguments: 1...(LongForm.isAskedFor ? 40 : 4)
    )
    func walk(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 7919)
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let ledger = desk.ledger
        var cases: [String] = []
        var past: [Day: BookDay.Status] = [:]
        var breached: [String: Set<String>] = [:]
        // What stood while no clock was wrong stays, whatever is declared later.
        var (firmPast, firmBreached) = (past, breached)
        var clocks = Clocks(latestRight: ledger.clock.now())
        var done = 0
        for tried in 0..<800 {
            // Where chance lets most people leave or do little, it goes on until something came of it.
            if tried >= 160, done > 40, cases.count > 5 { break }
            var touched: Set<Day> = []
            clocks.isDeclared = false
            do {
                try step(&dice, desk, &cases, touched: &touched, clocks: &clocks)
                done += 1
            } catch is Refusal {
            } catch is SignInRefusal {
            } catch is CalendarFault {}
            // What was stays, but for an act that says so.
            let latest = try latest(of: ledger)
            clocks.latestRight = max(clocks.latestRight, ledger.clock.now())
            // By a declaration what was judged under the wrong clock is judged anew, which is told beside what stood.
            if clocks.isDeclared { (past, breached) = (firmPast, firmBreached) }
            for day in touched { firmPast[day] = nil }
            let today = ledger.rules.zone.day(at: latest)
            let first = try ledger.foundingDay()
            for (day, status, _) in try ledger.bookStatus(from: first, to: today) where day < today {
                if let before = past[day], !touched.contains(day) { #expect(before == status, "\(day.iso) was \(before), is \(status)") }
                past[day] = status
            }
            for number in cases {
                let state = try #require(try ledger.stored(number)).state
                let late = Set(state.clocks.enumerated().filter { $0.element.state(at: latest) == .breached }.map { "\($0.offset)" })
                #expect((breached[number] ?? []).subtracting(late).isEmpty, "a breach of \(number) is gone")
                breached[number] = late
                for subject in state.intake.subjects {
                    guard let member = ledger.rules.staff[subject], !member.isRetired else { continue }
                    #expect(throws: Refusal.mayNotRead) { try ledger.open(number, by: Actor(member)) }
                }
            }
            if !clocks.isWrong { (firmPast, firmBreached) = (past, breached) }
            try checkDue(desk, clocks)
            if tried % 8 == 0 { try checkLists(desk, cases) }
        }
        // A walk that never gets anywhere proves nothing.
        #expect(done > 40 && cases.count > 5)
        let fault = try ledger.verify().fault
        #expect(fault == nil, "\(fault.map { "\($0.place): \($0.what.english)" } ?? "")")
        try ledger.rebuild()
        let left = try ledger.verify().fault
        #expect(left == nil, "\(left.map { "\($0.place): \($0.what.english)" } ?? "")")
        try expectToStandWithoutWords(ledger, "seed \(seed)")
    }
}
