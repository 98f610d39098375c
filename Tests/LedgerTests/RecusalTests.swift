import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import Ledger

@Suite("Recusal on the desk")
struct RecusalTests {
    private func add(_ number: String, _ name: String, _ role: Role = .complaintManager, to desk: PracticeFolder) throws -> Actor {
        let member = StaffMember(number: try PracticeFolder.number(number), name: name, role: role)
        try desk.ledger.addStaff(member, passcode: PracticeFolder.passcode, by: desk.head)
        return Actor(member)
    }

    @Test("Whoever comes to the desk later is recused on what is about them: open, signed, and history")
    func addedLater() throws {
        let desk = try PracticeFolder()
        let open = try desk.ledger.log(desk.intake(about: "新来的周 敏"), by: desk.counter).state.number.description
        let other = try desk.ledger.log(desk.intake("另一件", about: "李敏"), by: desk.counter).state.number.description
        var record = HistoryRecord(desk.intake("旧案", about: "工号０１０２０"))
        record.intake.received = try PracticeFolder.moment("2019-04-10T09:00:00+08:00")
        (record.intake.source, record.intake.sourceNumber) = ("台账", "17")
        guard case .imported(let old)? = try desk.ledger.importHistory([record], by: desk.head).first else {
            Issue.record("not imported")
            return
        }
        let newcomer = try add("1020", "周敏", to: desk)
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.open(open, by: newcomer) }
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.open(old.description, by: newcomer) }
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.perform(.accept, on: open, by: newcomer) }
        #expect(try desk.ledger.open(other, by: newcomer).state.intake.subjects == [desk.manager.number])
        // Only what changed is told, once, and the tables follow.
        let events = try desk.ledger.open(open, by: desk.head).events.map(\.event.actName)
        #expect(events == ["log", "recuse"])
        #expect(try desk.ledger.rows(RegisterQuery(ReadScope(for: newcomer)), limit: 10).map(\.number) == [other])
        try desk.ledger.rebuild()
        #expect(try desk.ledger.rows(RegisterQuery(ReadScope(for: newcomer)), limit: 10).map(\.number) == [other])
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("Whoever is named only in words that were amended away is recused too when they come")
    func amendedAway() throws {
        let desk = try PracticeFolder()
        let number = try desk.ledger.log(desk.intake(about: "周敏"), by: desk.counter).state.number.description
        _ = try desk.ledger.perform(.amend("about", to: ""), on: number, by: desk.counter)
        let newcomer = try add("1020", "周敏", to: desk)
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.open(number, by: newcomer) }
    }

    @Test("Whoever is renamed is looked for by the new name, and stays recused by the old")
    func renamed() throws {
        let desk = try PracticeFolder()
        let old = try desk.ledger.log(desk.intake(about: "李敏"), by: desk.counter).state.number.description
        let new = try desk.ledger.log(desk.intake("柜面排队", about: "李慧敏"), by: desk.counter).state.number.description
        #expect(try desk.ledger.open(new, by: desk.manager).state.number.description == new)
        try desk.ledger.edit(desk.manager.number, .name("李慧敏"), by: desk.head)
        for number in [old, new] { #expect(throws: Refusal.mayNotRead) { try desk.ledger.open(number, by: desk.manager) } }
        #expect(desk.ledger.rules.staff[desk.manager.number]?.name == "李慧敏")
        // Customers may still call them by the old one.
        let later = try desk.ledger.log(desk.intake("叫号机跳号", about: "李敏"), by: desk.counter).state.number.description
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.open(later, by: desk.manager) }
        try desk.ledger.edit(desk.counter.number, .role(.complaintManager), by: desk.head)
        #expect(desk.ledger.rules.staffChanges.map(\.name) == ["李慧敏", "张伟"])
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("Nobody leaves while they have open cases; afterwards they come back as they were")
    func leaving() throws {
        let desk = try PracticeFolder()
        let number = try desk.ledger.log(desk.intake(), then: [.handOver(.init(to: desk.manager.number))], by: desk.counter).state.number
            .description
        #expect(throws: Refusal.hasOpenCases(desk.manager.number, 1)) { try desk.ledger.edit(desk.manager.number, .leave, by: desk.head) }
        _ = try desk.ledger.perform(.accept, on: number, by: desk.manager)
        #expect(throws: Refusal.hasOpenCases(desk.manager.number, 1)) {
            try desk.ledger.edit(desk.manager.number, .role(.counter), by: desk.head)
        }
        _ = try desk.ledger.perform(.handOver(.init(to: desk.head.number)), on: number, by: desk.manager)
        try desk.ledger.edit(desk.manager.number, .leave, by: desk.head)
        #expect(throws: Refusal.retired(desk.manager.number)) { try desk.ledger.perform(.noted, on: number, by: desk.manager) }
        try desk.ledger.edit(desk.manager.number, .comeBack, by: desk.head)
        #expect(try desk.ledger.signIn(desk.manager.number, passcode: PracticeFolder.passcode).actor.member.role == .complaintManager)
        try desk.ledger.rebuild()
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("A stand-in that is ended has no right any more; what was accepted is the absent manager's")
    func endedStandIn() throws {
        let desk = try PracticeFolder()
        let today = desk.ledger.rules.zone.day(at: desk.ledger.now)
        let standIn = StandIn(absent: desk.manager.number, standIn: desk.counter.number, from: today, to: today.adding(days: 5))
        try desk.ledger.nameStandIn(standIn, by: desk.head)
        let number = try desk.ledger.log(desk.intake(), then: [.handOver(.init(to: desk.manager.number))], by: desk.counter).state.number
            .description
        #expect(try desk.ledger.perform(.accept, on: number, by: desk.counter).state.holder == desk.manager.number)
        try desk.ledger.endStandIn(for: desk.manager.number, by: desk.head)
        #expect(throws: Refusal.self) { try desk.ledger.perform(.notAtFault, on: number, by: desk.counter) }
        #expect(try desk.ledger.perform(.notAtFault, on: number, by: desk.manager).state.holder == desk.manager.number)
        try desk.ledger.rebuild()
        #expect(desk.ledger.rules.standIns.map(\.isEnded) == [true])
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("What a stand-in does on the desk is written down as done for whom they stand in, and verifies")
    func deskActsOfStandIn() throws {
        let desk = try PracticeFolder()
        let today = desk.ledger.rules.zone.day(at: desk.ledger.now)
        try desk.ledger.nameStandIn(StandIn(absent: desk.head.number, standIn: desk.manager.number, from: today, to: today), by: desk.head)
        // As somebody who signed in, without the rights that were lent.
        let own = Actor(desk.manager.member)
        let member = StaffMember(number: try PracticeFolder.number("1022"), name: "新人", role: .counter)
        try desk.ledger.addStaff(member, passcode: PracticeFolder.passcode, by: own)
        try desk.ledger.unlock(member.number, by: own)
        let audit = try desk.ledger.auditPage(AuditFilter(), from: .max, limit: 2, by: desk.head)
        #expect(audit.map(\.onBehalfOf) == ["1001", "1001"])
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("A recusal that was lifted does not come back by looking anew, but by being named anew")
    func lifted() throws {
        let desk = try PracticeFolder()
        let number = try desk.ledger.log(desk.intake(about: "李敏"), by: desk.counter).state.number.description
        let lift = Deed.liftRecusal(.init(number: desk.manager.number, reason: "另有其人"))
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.perform(lift, on: number, by: desk.manager) }
        _ = try desk.ledger.perform(lift, on: number, by: desk.head)
        #expect(try desk.ledger.open(number, by: desk.manager).state.intake.subjects == [])
        // Somebody else comes, and all is looked at anew; the recusal that was lifted stays so.
        _ = try add("1021", "郑小山", to: desk)
        #expect(try desk.ledger.open(number, by: desk.head).state.intake.subjects == [])
        _ = try desk.ledger.perform(.amend("about", to: "李敏、张伟"), on: number, by: desk.head)
        #expect(try desk.ledger.open(number, by: desk.manager).state.intake.subjects.map(\.text) == ["1003"])
        _ = try desk.ledger.perform(.amend("about", to: "大堂"), on: number, by: desk.head)
        _ = try desk.ledger.perform(.amend("about", to: "柜员李 敏"), on: number, by: desk.head)
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.open(number, by: desk.manager) }
    }

    @Test("Neither the list of acts nor a tie tells somebody that a case is about them")
    func nothingTells() throws {
        let desk = try PracticeFolder()
        let first = try desk.ledger.log(desk.intake(about: "李敏"), by: desk.counter).state.number.description
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.possibilities(on: first, by: desk.manager) }
        #expect(try desk.ledger.whyNot(.reply, on: first, by: desk.manager) == .mayNotRead)
        // The second complaint of the same customer is a repeat of the first.
        let second = try desk.ledger.log(desk.intake("又来投诉叫号机"), by: desk.counter).state.number.description
        #expect(try desk.ledger.open(second, by: desk.head).state.links.map(\.number) == [first])
        let told = try desk.ledger.open(second, by: desk.manager)
        #expect(told.state.links.isEmpty)
        #expect(!told.events.contains { $0.event is Linked })
        #expect(try desk.ledger.likeCases(desk.intake(), toldTo: desk.manager).map(\.number) == [second])
    }

    @Test(
        "For whom an earlier case is about, a repeat of it looks as if it were none: in search, lists, duties, acts, its last event and audit"
    )
    func secretRepeat() throws {
        let desk = try PracticeFolder()
        func intake(_ text: String, of customer: Int, about: String = "") -> Intake {
            var intake = desk.intake("\(text)（\(customer)）", customer: "客户\(customer)", about: about)
            intake.contact = "138\(10_000_000 + customer * 111)"
            return intake
        }
        // About the branch manager, the complaint manager, a clerk, and the auditor in turn.
        for (place, reader) in [desk.head, desk.manager, desk.counter, desk.auditor].enumerated() {
            let hidden = intake("态度生硬", of: place, about: "工号\(reader.number)")
            let first = try desk.ledger.log(hidden, by: desk.counter).state.number.description
            #expect(throws: Refusal.mayNotRead) { try desk.ledger.open(first, by: reader) }
            let taker = reader.roles.contains(.auditor) ? desk.counter : reader
            let logged = try desk.ledger.log(intake("利息算错了", of: place), by: taker)
            let second = logged.state.number.description
            let control = try desk.ledger.log(intake("叫号机坏了", of: place + 10), by: taker).state.number.description
            if taker == reader {
                #expect(!logged.state.isRepeat && logged.state.version == logged.events.last?.seq && logged.events.count == 1)
            }
            let (told, other) = (try desk.ledger.open(second, by: reader), try desk.ledger.open(control, by: reader))
            #expect(told.events.count == 1 && told.state.version == told.events[0].seq)
            #expect(told.duties == other.duties)
            #expect(told.possibilities.map(\.whyNot) == other.possibilities.map(\.whyNot))
            #expect(try desk.ledger.possibilities(on: second, by: reader).map(\.whyNot) == other.possibilities.map(\.whyNot))
            var query = RegisterQuery(ReadScope(for: reader))
            let row = try #require(try desk.ledger.row(of: second, in: query))
            #expect(try desk.ledger.glance(at: row, by: reader).duties == other.duties)
            // Found by its own number alone, by everybody.
            for words in [first, String(first.suffix(3))] {
                query.search = words
                #expect(try !desk.ledger.rows(query, limit: 50).contains { $0.number == second }, "\(reader.number) searches \(words)")
            }
            query.search = ""
            query.isToAcknowledge = true
            #expect(try desk.ledger.rows(query, limit: 50).filter { $0.number == second } == [])
            // What was read is what the reader saw last.
            if taker == reader {
                _ = try desk.ledger.perform(.note(.init(text: "记录")), on: second, by: reader, readUpTo: told.state.version)
            }
            if !reader.roles.contains(.counter) {
                let today = desk.ledger.rules.zone.day(at: desk.ledger.now)
                func repeats(_ isReport: Bool) throws -> Int {
                    try desk.ledger.figureSource(from: today, to: today, namingNobody: isReport, by: reader).cases.count { $0.isRepeat }
                }
                // Figures do not depend on who looks.
                #expect(try repeats(true) == repeats(false))
            }
            if reader.roles.contains(.branchManager) || reader.roles.contains(.auditor) {
                var kinds: [String] = []
                try desk.ledger.audit(by: reader) { if $0.number == second { kinds.append($0.kind) } }
                #expect(!kinds.contains(Linked.wireName))
            }
        }
        // Whoever it is not about is told.
        let numbers = try desk.ledger.rows(RegisterQuery(.everything, order: .logged), limit: 50).map(\.number)
        let repeats = try numbers.filter { try desk.ledger.stored($0)?.state.isRepeat == true }
        #expect(repeats.count == 4)
        var query = RegisterQuery(ReadScope(for: desk.head))
        query.isToAcknowledge = true
        #expect(Set(try desk.ledger.rows(query, limit: 50).map(\.number)).isSubset(of: repeats))
        #expect(try desk.ledger.count(query, limit: 50) == 3)
        #expect(try desk.ledger.verify().fault == nil)
        try desk.ledger.rebuild()
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("Whoever a case is about may hand over what they hold, and take it from nobody")
    func handOver() throws {
        let desk = try PracticeFolder()
        let own = try desk.ledger.log(desk.intake(about: "张伟"), by: desk.counter).state.number.description
        #expect(try desk.ledger.possibilities(on: own, by: desk.counter).filter { $0.whyNot == nil }.map(\.act) == [.handOver, .statement])
        let about = try desk.ledger.log(desk.intake("柜员顶撞", about: "李敏"), by: desk.counter).state.number.description
        _ = try desk.ledger.perform(.accept, on: about, by: desk.head)
        #expect(throws: Refusal.mayNotRead) { try desk.ledger.perform(.handOver(.init(to: desk.head.number)), on: about, by: desk.manager) }
        #expect(try desk.ledger.openCases(of: desk.head.number, by: desk.manager) == [])
    }
}

@Suite("A computer's clock that is wrong")
struct WrongClockTests {
    @Test("Under a clock set back all is judged by the latest moment on the desk, and says so on the time line and in verify's count")
    func setBack() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let number = try desk.ledger.log(desk.intake(), then: [.handOver(.init(to: desk.manager.number))], by: desk.counter).state.number
            .description
        try desk.setClock("2026-11-09T10:00:00+08:00")
        _ = try desk.ledger.perform(.accept, on: number, by: desk.manager)
        try desk.setClock("2026-11-03T10:00:00+08:00")
        _ = try desk.ledger.perform(.notAtFault, on: number, by: desk.manager)
        let replied = try desk.ledger.perform(.reply(.init(how: .phone, text: "已答复", isAccepted: true)), on: number, by: desk.manager)
        // The reply was due on the 5th.
        let now = desk.ledger.now
        #expect(now == (try PracticeFolder.moment("2026-11-09T10:00:00+08:00")))
        #expect(replied.state.clocks.first { $0.name == .reply }?.state(at: now) == .breached)
        let entry = try #require(Account(of: replied.state, replied.events).entries.last { $0.happened.event is Reply })
        #expect(entry.heading.english == "reply (! computer's clock 6 d behind)")
        #expect(entry.heading.chinese == "回复客户（! 电脑时钟慢 6 天）")
        #expect(entry.details.contains { $0.name.text == "computer-clock" })
        let found = try desk.ledger.verify()
        #expect(found.fault == nil && found.clockBehind == 3 && found.clockAhead == 0)
        // Read from the file again it is the same.
        let again = try Ledger(folder: desk.path, clock: desk.ledger.clock)
        defer { again.close() }
        #expect(try again.open(number, by: desk.head).events.last?.clock == .behind(6 * 86_400_000))
        #expect(again.now == now)
    }

    @Test("A clock set back turns no missed day of the book into a reviewed one")
    func book() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let monday = try #require(Day("2026-11-02"))
        try desk.setClock("2026-11-09T10:00:00+08:00")
        _ = try desk.ledger.log(desk.intake(), by: desk.counter)
        try desk.setClock("2026-11-02T16:00:00+08:00")
        let closing = LocalTime(day: monday, secondOfDay: 17 * 3600)
        #expect(throws: Refusal.bookReviewLate(closing: closing)) { try desk.ledger.perform(.open(monday, reason: ""), by: desk.manager) }
        try desk.ledger.perform(.open(monday, reason: "停电"), by: desk.manager)
        try desk.ledger.perform(.nothing(monday), by: desk.manager)
        #expect(try desk.ledger.bookStatus(from: monday, to: monday).map(\.status) == [.late])
    }

    @Test("Two seconds behind is no word worth; an act more than 31 days after the latest goes on and says so")
    func marks() throws {
        let desk = try PracticeFolder()
        let number = try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description
        try desk.setClock("2026-11-20T08:59:58+08:00")
        #expect(try desk.ledger.perform(.noted, on: number, by: desk.counter).events.last?.clock == nil)
        try desk.setClock("2026-12-21T09:00:00+08:00")
        #expect(try desk.ledger.perform(.noted, on: number, by: desk.counter).events.last?.clock == nil)
        try desk.setClock("2030-12-21T09:00:00+08:00")
        let late = try desk.ledger.perform(.noted, on: number, by: desk.counter)
        #expect(late.events.last?.clock == .ahead(1461 * 86_400_000))
        #expect(try desk.ledger.verify().clockAhead == 1)
    }

    @Test(
        "A clock that had run ahead is declared wrong: what was judged by it is judged anew, never as sooner than it may have been; both are told"
    )
    func declaredWrong() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let number = try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description
        let other = try desk.ledger.log(desk.intake("叫号机坏了", customer: "陈先生"), by: desk.counter).state.number.description
        _ = try desk.ledger.perform(.accept, on: number, by: desk.manager)
        _ = try desk.ledger.perform(.accept, on: other, by: desk.manager)
        func last() throws -> Int64 { try desk.ledger.connection.integer("SELECT max(seq) FROM event") ?? 0 }
        // For an hour of the 3rd the clock stands in the year 2030; then it is set right.
        try desk.setClock("2030-11-03T10:00:00+08:00")
        _ = try desk.ledger.perform(.notAtFault, on: number, by: desk.manager)
        let from = try last()
        _ = try desk.ledger.perform(.replied, on: number, by: desk.manager)
        let to = try last()
        try desk.setClock("2026-11-03T11:00:00+08:00")
        _ = try desk.ledger.perform(.notAtFault, on: other, by: desk.manager)
        let replied = try desk.ledger.perform(.replied, on: other, by: desk.manager)
        #expect(replied.state.clocks.first { $0.name == .reply }?.state(at: desk.ledger.now) == .breached)
        #expect(
            try desk.ledger.open(number, by: desk.head).state.clocks.first { $0.name == .reply }?.state(at: desk.ledger.now) == .breached
        )
        func declare(_ from: Int64, _ to: Int64, _ reason: String = "主板电池耗尽", by actor: Actor) throws {
            try desk.ledger.declareWrong(WrongClock(from: from, to: to, reason: reason), by: actor)
        }
        #expect(throws: Refusal.deskActRoleMayNot(.correctPast)) { try declare(from, to, by: desk.manager) }
        #expect(throws: Refusal.missing("reason")) { try declare(from, to, " ", by: desk.head) }
        #expect(throws: Refusal.noClockJump(from - 1)) { try declare(from - 1, to, by: desk.head) }
        #expect(throws: Refusal.clockNotBack(from)) { try declare(from, from, by: desk.head) }
        // With the first act after the clock went back the stretch is over.
        for end in to + 1...(try last()) { #expect(throws: Refusal.clockNotBack(end)) { try declare(from, end, by: desk.head) } }
        try declare(from, to, by: desk.head)
        #expect(desk.ledger.now == (try PracticeFolder.moment("2026-11-03T11:00:00+08:00")))
        for number in [number, other] {
            let read = try desk.ledger.open(number, by: desk.head)
            #expect(read.state.clocks.first { $0.name == .reply }?.state(at: desk.ledger.now) == .kept)
            #expect(read.events.judgedBefore?.clocks.first { $0.name == .reply }?.state(at: desk.ledger.now) == .breached)
            #expect(read.state.repliedAt == (try PracticeFolder.moment("2026-11-03T11:00:00+08:00")))
        }
        // What was done once the clock was right again keeps its own mark; what was done under the wrong one says so.
        func headings(_ number: String) throws -> [String] {
            let read = try desk.ledger.open(number, by: desk.head)
            return Account(of: read.state, read.events).entries.filter { $0.happened.judgedBefore != nil }.map(\.heading.english)
        }
        #expect(try headings(number).allSatisfy { $0.hasSuffix("(! clock declared wrong)") } && !headings(number).isEmpty)
        #expect(try headings(other).allSatisfy { $0.hasSuffix("behind)") } && !headings(other).isEmpty)
        let found = try desk.ledger.verify()
        #expect(found.fault == nil && found.judgedAnew == 7)
        try desk.ledger.rebuild()
        #expect(try desk.ledger.verify().fault == nil)
        // It goes on by the right clock.
        try desk.setClock("2026-11-03T12:00:00+08:00")
        #expect(
            try desk.ledger.perform(
                .sign,
                on: other,
                by: desk.head,
                key: desk.ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
            )
            .events.last?.clock == nil
        )
    }

    @Test(
        "No sequence of clock jumps gives an event an earlier moment than the one before, or makes timely what was late",
        arguments: 1...3
    )
    func jumps(seed: Int) throws {
        var state = UInt64(seed)
        func random(_ limit: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % limit
        }
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let number = try desk.ledger.log(desk.intake(), by: desk.counter).state.number.description
        _ = try desk.ledger.perform(.accept, on: number, by: desk.manager)
        var breached: Set<ClockName> = []
        for _ in 0..<30 {
            let base = desk.ledger.now
            let jump = Int64(random(20 * 86_400)) - 10 * 86_400
            desk.ledger.clock = .standing(at: base.adding(seconds: jump))
            let deed: Deed = [.noted, .notAtFault, .replied, .sentBack][Int(random(4))]
            // Only what happened is remembered: a clock ahead under which nothing was done was never there.
            guard (try? desk.ledger.perform(deed, on: number, by: deed == .sentBack ? desk.head : desk.manager)) != nil else { continue }
            let read = try desk.ledger.open(number, by: desk.head)
            #expect(zip(read.events, read.events.dropFirst()).allSatisfy { $0.at <= $1.at })
            let now = Set(read.state.clocks.filter { $0.state(at: desk.ledger.now) == .breached }.map(\.name))
            #expect(breached.subtracting(now) == [])
            breached = now
        }
        #expect(try desk.ledger.verify().fault == nil)
    }
}

extension Deed {
    fileprivate static let noted = Deed.note(.init(text: "看了监控"))
    fileprivate static let replied = Deed.reply(.init(how: .phone, text: "已答复", isAccepted: true))
    static let sentBack = Deed.sendBack(.init(reason: "事实不清"))
    static let notAtFault: Deed = {
        var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
        finding.explanation = "已耐心解释"
        return .finding(finding)
    }()
}
