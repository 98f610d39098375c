import DeskTestSupport
import Synchronization
import Testing

@testable import ComplaintRules
@testable import Ledger

/// The law at its edges on a desk: what is recorded, listed and verified of it.
@Suite("The law at its edges, on a desk")
struct LawEdgeDeskTests {
    private func member(_ number: String, _ name: String, _ role: Role, of desk: PracticeFolder) throws -> Actor {
        let member = StaffMember(number: try PracticeFolder.number(number), name: name, role: role)
        try desk.ledger.addStaff(member, passcode: PracticeFolder.passcode, by: desk.head)
        _ = try desk.ledger.signIn(member.number, passcode: PracticeFolder.passcode)
        return Actor(member)
    }

    /// The number of a case in hand.
    private func begun(_ text: String, by manager: Actor, of desk: PracticeFolder) throws -> String {
        let number = try desk.ledger.log(desk.intake(text), by: desk.counter).state.number.description
        _ = try desk.ledger.perform(.accept, on: number, by: manager)
        return number
    }

    private func last(_ desk: PracticeFolder) throws -> Int64 { try desk.ledger.connection.integer("SELECT max(seq) FROM event") ?? 0 }

    @Test("Neither the archive nor the list of corrective actions tells of a case to whoever may not read it")
    func lists() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let about = try ledger.log(desk.intake(about: "李敏"), by: desk.counter).state.number.description
        let second = try member("1005", "陈立", .complaintManager, of: desk)
        let clerk = try member("1006", "吴小梅", .counter, of: desk)
        _ = try ledger.perform(.accept, on: about, by: second)
        let day = ledger.rules.zone.day(at: ledger.now).adding(days: 3)
        _ = try ledger.perform(.rectify(what: "增开窗口", owner: "大堂", due: day), on: about, by: second)
        try ledger.signOutPaper(of: about, to: "总行检查组", by: second)
        #expect(try ledger.papersOut(by: second).map(\.number) == [about])
        #expect(try ledger.papersOut(by: desk.manager).isEmpty)
        func actions(_ actor: Actor) throws -> [String] { try ledger.rectifications(ReadScope(for: actor), openOnly: false).map(\.number) }
        #expect(try actions(second) == [about] && actions(desk.auditor) == [about])
        // Whom it is about, and a clerk who did not take it.
        #expect(try actions(desk.manager).isEmpty && actions(clerk).isEmpty)
        #expect(try actions(desk.counter) == [about])
    }

    @Test("Nobody is sent away for a moment so that one may end, by head office's word, what is theirs alone")
    func sentAway() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let others = [desk.manager.number, desk.counter.number]
        let number = try begun("排队太久", by: desk.head, of: desk)
        let day = ledger.rules.zone.day(at: ledger.now).adding(days: 3)
        for act in [
            Deed.notAtFault, .rectify(what: "增开窗口", owner: "王建国", due: day),
            .reply(Reply { ($0.how, $0.text, $0.isAccepted) = (.phone, "已电话说明", true) }),
        ] { _ = try ledger.perform(act, on: number, by: desk.head) }
        let verified = Deed.verifyRectification(.init(result: "已增开", reference: "总服〔2026〕17号"))
        func refusals() -> [Refusal?] {
            [Deed.ruling(.init(text: "同意结案", reference: "总服〔2026〕17号", told: "已电话告知客户")), verified].map { act in
                #expect(throws: Refusal.self) { try ledger.perform(act, on: number, by: desk.head) }
            }
        }
        let before = refusals()
        #expect(before.allSatisfy { $0 != nil })
        for edit in [StaffEdit.leave, .role(.auditor)] {
            for other in others { try ledger.edit(other, edit, by: desk.head) }
            #expect(refusals().allSatisfy { $0 != nil })
            for other in others {
                try ledger.edit(other, edit == .leave ? .comeBack : .role(other == others[0] ? .complaintManager : .counter), by: desk.head)
            }
        }
        // By whoever is there it is signed for as ever.
        #expect(try ledger.perform(verified, on: number, by: desk.manager).state.rectifications.allSatisfy { !$0.isOpen })
        #expect(try ledger.verify().fault == nil)
    }

    @Test("Nobody names all others as its subjects so that they may enter the ruling on what is theirs alone: by an amendment or a finding")
    func namedAway() throws {
        for isFinding in [false, true] {
            let desk = try PracticeFolder()
            let ledger = desk.ledger
            let number = try begun("排队太久", by: desk.head, of: desk)
            let others = [desk.manager.number.text, desk.counter.number.text].joined(separator: ", ")
            if isFinding {
                var finding = Finding(fault: .partly, classification: .valid, facts: "x", responsible: others)
                (finding.apology, finding.correction, finding.rectification) = ("致歉", "已更正", "培训")
                _ = try ledger.perform(.finding(finding), on: number, by: desk.head)
            } else {
                _ = try ledger.perform(.notAtFault, on: number, by: desk.head)
            }
            _ = try ledger.perform(.reply(Reply { ($0.how, $0.text, $0.isAccepted) = (.phone, "已说明", true) }), on: number, by: desk.head)
            if !isFinding { _ = try ledger.perform(.amend("about", to: others), on: number, by: desk.head) }
            let ruling = Deed.ruling(.init(text: "同意结案", reference: "总服〔2026〕17号", told: "已电话告知客户"))
            #expect(throws: Refusal.nobodyLeftForRuling) { try ledger.perform(ruling, on: number, by: desk.head) }
            // Whoever comes enters it.
            let fresh = try member("1030", "陈立", .counter, of: desk)
            #expect(try ledger.perform(ruling, on: number, by: fresh).state.isSigned)
            #expect(try ledger.verify().fault == nil)
        }
    }

    @Test(
        "Nor does whoever logs it about all others, nor a clerk before anybody handled it; a case about the branch manager ends in a small branch"
    )
    func namedAtLogging() throws {
        let ruling = Deed.ruling(.init(text: "同意结案", reference: "总服〔2026〕17号", told: "已电话告知客户"))
        let answers = [Deed.notAtFault, .reply(Reply { ($0.how, $0.text, $0.isAccepted) = (.phone, "已说明", true) })]
        func logged(about: [StaffNumber], by doer: Actor, of desk: PracticeFolder) throws -> String {
            let intake = desk.intake("排队太久", about: about.map(\.text).joined(separator: ", "))
            return try desk.ledger.log(intake, by: doer).state.number.description
        }
        var desk = try PracticeFolder()
        var number = try logged(about: [desk.manager.number, desk.counter.number], by: desk.head, of: desk)
        for act in [.accept] + answers { _ = try desk.ledger.perform(act, on: number, by: desk.head) }
        #expect(throws: Refusal.nobodyLeftForRuling) { try desk.ledger.perform(ruling, on: number, by: desk.head) }
        // A clerk's own case, which they name everybody else away from.
        for isAmended in [false, true] {
            desk = try PracticeFolder()
            let fellow = try member("1030", "陈立", .counter, of: desk)
            let others = [desk.head.number, desk.manager.number, fellow.number]
            number = try logged(about: isAmended ? [] : others, by: desk.counter, of: desk)
            if isAmended {
                _ = try desk.ledger.perform(.amend("about", to: others.map(\.text).joined(separator: ", ")), on: number, by: desk.counter)
            }
            #expect(throws: Refusal.self) { try desk.ledger.perform(ruling, on: number, by: desk.counter) }
        }
        // About all managers, the clerks are left: another one than who said so, where there is one.
        for isAlone in [true, false] {
            desk = try PracticeFolder()
            let fellow = isAlone ? desk.counter : try member("1030", "陈立", .counter, of: desk)
            number = try logged(about: [desk.head.number, desk.manager.number], by: desk.counter, of: desk)
            if !isAlone { #expect(throws: Refusal.self) { try desk.ledger.perform(ruling, on: number, by: desk.counter) } }
            #expect(try desk.ledger.perform(ruling, on: number, by: fellow).state.isSigned)
        }
        // Who said so enters it where somebody else handled it, before that one does.
        desk = try PracticeFolder()
        let fellow = try member("1030", "陈立", .counter, of: desk)
        number = try logged(about: [desk.head.number, desk.counter.number], by: fellow, of: desk)
        for act in [.accept] + answers { _ = try desk.ledger.perform(act, on: number, by: desk.manager) }
        #expect(throws: Refusal.uninvolvedOnly) { try desk.ledger.perform(ruling, on: number, by: desk.manager) }
        #expect(try desk.ledger.perform(ruling, on: number, by: fellow).state.isSigned)
        // One at the logging and another later are two.
        desk = try PracticeFolder()
        number = try logged(about: [desk.counter.number], by: desk.manager, of: desk)
        _ = try desk.ledger.perform(.amend("about", to: "\(desk.counter.number), \(desk.head.number)"), on: number, by: desk.manager)
        for act in [.accept] + answers { _ = try desk.ledger.perform(act, on: number, by: desk.manager) }
        #expect(throws: Refusal.nobodyLeftForRuling) { try desk.ledger.perform(ruling, on: number, by: desk.manager) }
        // In a branch of two, what turns out to be about the branch manager is ruled on by head office, and entered by the other.
        desk = try PracticeFolder()
        try desk.ledger.edit(desk.counter.number, .leave, by: desk.head)
        try desk.setClock("2026-11-21T10:00:00+08:00")
        number = try logged(about: [], by: desk.manager, of: desk)
        _ = try desk.ledger.perform(.accept, on: number, by: desk.manager)
        _ = try desk.ledger.perform(.amend("about", to: desk.head.number.text), on: number, by: desk.manager)
        for act in answers { _ = try desk.ledger.perform(act, on: number, by: desk.manager) }
        #expect(try desk.ledger.perform(ruling, on: number, by: desk.manager).state.isSigned)
        #expect(try desk.ledger.verify().fault == nil)
    }

    @Test("What follows from a stand-in's act is done for whom they stand in for, and theirs is what it begins")
    func forWhom() throws {
        let desk = try PracticeFolder(at: "2026-11-02T10:00:00+08:00")
        let ledger = desk.ledger
        let today = ledger.rules.zone.day(at: ledger.now)
        let standIn = StandIn(absent: desk.manager.number, standIn: desk.counter.number, from: today, to: today)
        try ledger.nameStandIn(standIn, by: desk.head)
        let number = try begun("排队太久", by: desk.manager, of: desk)
        for act in [Deed.notAtFault, .reply(Reply { ($0.how, $0.text, $0.isAccepted) = (.phone, "已说明", false) })] {
            _ = try ledger.perform(act, on: number, by: desk.manager)
        }
        let key = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        _ = try ledger.perform(.sign, on: number, by: desk.head, key: key)
        let clerk = try ledger.rules.actor(desk.counter.number, at: ledger.now)
        _ = try ledger.perform(.askReview(.init(text: "客户申请核查")), on: number, by: clerk)
        let next = try ledger.perform(
            Deed.reviewDecision(.init(text: "责成重新办理", told: "已电话告知客户", isAgain: true)),
            on: number,
            by: clerk
        )
        #expect(next.state.number.description != number && next.state.holder == desk.manager.number)
        #expect(next.events.allSatisfy { $0.onBehalfOf == desk.manager.number })
        #expect(try ledger.verify().fault == nil)
    }

    @Test("History is brought in by nobody who stands in: it outlasts that, and is how the past stands")
    func standInImports() throws {
        let desk = try PracticeFolder(at: "2026-11-02T10:00:00+08:00")
        let today = desk.ledger.rules.zone.day(at: desk.ledger.now)
        try desk.ledger.nameStandIn(StandIn(absent: desk.head.number, standIn: desk.manager.number, from: today, to: today), by: desk.head)
        var past = Intake(channel: .oral, received: try PracticeFolder.moment("2026-10-01T10:00:00+08:00"), text: "排队")
        past.customer = "徐女士"
        let standIn = try desk.ledger.rules.actor(desk.manager.number, at: desk.ledger.now)
        guard case .refused(let refusal)? = try desk.ledger.importHistory([HistoryRecord(past)], by: standIn).first else {
            return #expect(Bool(false), "brought in")
        }
        #expect(refusal == .beyondStandIn(desk.head.number))
    }

    @Test(
        "Who had left before a case was logged keeps nobody from entering a ruling; since, whatever is done anew, whoever tries is told how one comes"
    )
    func leftBefore() throws {
        for isBefore in [true, false] {
            let desk = try PracticeFolder(at: "2026-11-02T10:00:00+08:00")
            let ledger = desk.ledger
            func retire() throws {
                for other in [desk.manager.number, desk.counter.number] { try ledger.edit(other, .leave, by: desk.head) }
            }
            if isBefore { try retire() }
            try desk.setClock("2026-11-03T10:00:00+08:00")
            let number = try ledger.log(desk.intake("排队太久"), by: desk.head).state.number.description
            _ = try ledger.perform(.accept, on: number, by: desk.head)
            if !isBefore { try retire() }
            try desk.setClock("2026-11-04T10:00:00+08:00")
            for act in [Deed.notAtFault, .reply(Reply { ($0.how, $0.text, $0.isAccepted) = (.phone, "已电话说明", true) })] {
                _ = try ledger.perform(act, on: number, by: desk.head)
            }
            let ruling = Deed.ruling(.init(text: "同意结案", reference: "总服〔2026〕17号"))
            let whyNot = try ledger.possibilities(on: number, by: desk.head).first { $0.act == .ruling }?.whyNot
            #expect(whyNot == (isBefore ? nil : .nobodyLeftForRuling))
            if !isBefore {
                try ledger.edit(desk.counter.number, .comeBack, by: desk.head)
                #expect(throws: Refusal.self) { try ledger.perform(ruling, on: number, by: desk.head) }
            }
            #expect(try ledger.verify().fault == nil)
        }
    }

    @Test("Nobody is told of a case about themselves: not by counts, by whoever leaves, by figures or by a paper that is handed to them")
    func untold() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let second = try member("1005", "陈立", .complaintManager, of: desk)
        let head = try #require(ledger.rules.staff[desk.head.number])
        let number = try ledger.log(desk.intake(about: head.name), by: desk.counter).state.number.description
        _ = try ledger.perform(.accept, on: number, by: second)
        try desk.setClock("2026-12-10T09:00:00+08:00")
        // The counts on top are those of the lists: nothing is overdue or open for whom it is about.
        #expect(try (ledger.counts().open, ledger.counts().overdue) == (1, 1))
        #expect(try ledger.counts(for: head.number) == DeskCounts())
        #expect(try ledger.counts(for: desk.manager.number) == ledger.counts())
        #expect(try ledger.openCases(with: second.number, for: head.number) == 0)
        #expect(try ledger.openCases(with: second.number, for: desk.manager.number) == 1)
        // By figures neither: he reads them with the case, and without his name beside it; a report that goes to all names nobody.
        let day = ledger.rules.zone.day(at: ledger.now).adding(days: -30)
        func subjects(_ actor: Actor, namingNobody: Bool = false) throws -> [[String]] {
            let source = try ledger.figureSource(from: day, to: day.adding(days: 60), namingNobody: namingNobody, by: actor)
            return source.cases.map { source.subjects[$0.subjects].map(source.word) }
        }
        #expect(try subjects(desk.head) == [[]] && subjects(desk.manager) == [[head.number.text]])
        #expect(try subjects(desk.manager, namingNobody: true) == [[]])
        // Its paper goes to nobody whom it is about, by number or name.
        for person in [head.name, "\(head.number)", "工号 \(head.number)"] {
            #expect(throws: Refusal.paperToSubject(head.number)) { try ledger.signOutPaper(of: number, to: person, by: second) }
        }
        try ledger.signOutPaper(of: number, to: "总行检查组", by: second)
        // Who has it in hand does not leave by his act before another manager has it.
        #expect(throws: Refusal.hasOpenCases(second.number, 1)) { try ledger.edit(second.number, .leave, by: desk.head) }
        _ = try ledger.perform(.handOver(.init(to: desk.manager.number)), on: number, by: desk.manager)
        _ = try ledger.perform(.accept, on: number, by: desk.manager)
        try ledger.edit(second.number, .leave, by: desk.head)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("An amendment of a merged case recuses where it goes on, whoever is named and whoever comes by those words later; verify agrees")
    func mergedAmendment() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let second = try member("1005", "陈立", .complaintManager, of: desk)
        let one = try ledger.log(desk.intake("排队四十分钟", about: "新来的周敏"), by: desk.counter).state.number.description
        let other = try ledger.log(desk.intake("排队一小时"), by: desk.counter).state.number.description
        _ = try ledger.perform(.merge(into: other), on: one, by: second)
        #expect(try ledger.open(other, by: desk.manager).state.number.description == other)
        _ = try ledger.perform(.amend("about", to: "李敏和郑小山"), on: one, by: second)
        #expect(throws: Refusal.mayNotRead) { try ledger.open(other, by: desk.manager) }
        for (number, name) in [("1020", "周敏"), ("1021", "郑小山")] {
            let newcomer = try member(number, name, .complaintManager, of: desk)
            for number in [one, other] { #expect(throws: Refusal.mayNotRead) { try ledger.open(number, by: newcomer) } }
        }
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
    }

    @Test(
        "A merging sent back takes along what it brought, as far as that had gone: entries, customers, promises and due moments, near and far"
    )
    func partedFar() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let second = try member("1005", "陈立", .complaintManager, of: desk)
        func entry(_ place: Int) throws -> String {
            var intake = Intake(channel: .commentBook, received: ledger.clock.now(), text: "排队太久 \(place)")
            (intake.customer, intake.contact, intake.isRepeatedBack) = ("欧阳明\(place)", "1390000000\(place)", true)
            let number = try ledger.log(intake, by: desk.counter).state.number.description
            _ = try ledger.perform(.accept, on: number, by: second)
            return number
        }
        func state(_ number: String) throws -> Case { try ledger.open(number, by: desk.head).state }
        func promise(_ sum: String, on number: String) throws {
            let reply = Reply(how: .phone, text: "已答复", amount: Amount(sum), promise: "补偿")
            _ = try ledger.perform(.reply(reply), on: number, by: second)
            _ = try ledger.perform(.sentBack, on: number, by: desk.head)
        }
        // A lets its promise of 60 and, received a day earlier, its due moment go on; B brings 20.
        let first = try entry(1)
        try promise("60", on: first)
        try desk.setClock("2026-11-21T10:00:00+08:00")
        let (b, c, d) = (try entry(2), try entry(3), try entry(4))
        try promise("20", on: b)
        let own = try state(c)
        for (one, into) in [(first, b), (b, c), (c, d)] { _ = try ledger.perform(.merge(into: into, reason: "同一事由"), on: one, by: second) }
        func due(_ number: String) throws -> Moment? { try state(number).clocks.last { $0.name == .reply && $0.ended == nil }?.due }
        let last = try state(d)
        #expect(last.bookAnswersDue == [d, c, b, first] && Set(last.customersToAnswer) == [first, b, c])
        #expect(last.promised == Amount("80"))
        #expect(try due(d) == state(first).clocks.first { $0.name == .reply }?.due)
        _ = try ledger.perform(.sentBack, on: first, by: desk.head)
        let after = try state(d)
        #expect(after.bookAnswersDue == [d, c, b] && Set(after.customersToAnswer) == [b, c])
        #expect(after.promised == Amount("20"))
        #expect(try due(d) == own.clocks.first { $0.name == .reply }?.due)
        // The first has all of its own again, and none of what only concerns the others.
        let alone = try state(first)
        #expect(alone.bookAnswersDue == [first] && alone.customersToAnswer.isEmpty && alone.promised == Amount("60"))
        // What comes back later brings along what it has now.
        _ = try ledger.perform(.sentBack, on: b, by: desk.head)
        #expect(try state(d).bookAnswersDue == [d, c] && state(d).customersToAnswer == [c] && state(d).promised == .none)
        #expect(try state(b).bookAnswersDue == [b] && state(b).customersToAnswer.isEmpty && state(b).promised == Amount("20"))
        _ = try ledger.perform(.sentBack, on: c, by: desk.head)
        #expect(try state(c).bookAnswersDue == [c] && state(c).customersToAnswer.isEmpty && state(c).promised == .none)
        #expect(try state(d).bookAnswersDue == [d] && state(d).customersToAnswer.isEmpty)
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
    }

    @Test(
        "Whom one case is about, all are to which it is tied by merging or going on, to the end and both ways; verify agrees, once some are erased too"
    )
    func web() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let second = try member("1005", "陈立", .complaintManager, of: desk)
        let third = try member("1006", "吴小梅", .complaintManager, of: desk)
        func keptFrom(_ actor: Actor) -> (String) -> Bool {
            { number in
                do {
                    _ = try ledger.open(number, by: actor)
                    return false
                } catch {
                    return error as? Refusal == .mayNotRead
                }
            }
        }
        func finding(_ responsible: String) -> Deed {
            var finding = Finding(fault: .partly, classification: .valid, facts: "监控显示未及时加开窗口")
            (finding.apology, finding.correction, finding.rectification) = ("已致歉", "已加开窗口", "高峰期增开窗口")
            finding.responsible = responsible
            return .finding(finding)
        }
        func sign(_ number: String) throws {
            let key = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
            _ = try ledger.perform(.sign, on: number, by: desk.head, key: key)
        }
        // One into two, two into three, which is signed, and goes on twice.
        let chain = try ["排队四十分钟", "排队一小时", "排队两小时"].map { try begun($0, by: second, of: desk) }
        _ = try ledger.perform(.merge(into: chain[1], reason: "同一事由"), on: chain[0], by: second)
        _ = try ledger.perform(.merge(into: chain[2], reason: "同一事由"), on: chain[1], by: second)
        // Backward: whoever is responsible in the last is kept from the first.
        _ = try ledger.perform(finding("吴小梅"), on: chain[2], by: second)
        #expect(chain.allSatisfy(keptFrom(third)))
        _ = try ledger.perform(.reply(.init(how: .phone, text: "已答复", isAccepted: true)), on: chain[2], by: second)
        try sign(chain[2])
        let refused = try ledger.perform(.refuseAnswer(.init(reason: "不认可")), on: chain[2], by: second).state.number.description
        _ = try ledger.perform(.askReview(.init(text: "请核查")), on: chain[2], by: second)
        let decided = Deed.reviewDecision(.init(text: "重办", told: "已告知", isAgain: true))
        let again = try ledger.perform(decided, on: chain[2], by: second).state.number.description
        // Forward: whom the first is about is kept from all that went on, and comes there by the same words.
        _ = try ledger.perform(.amend("about", to: "李敏、郑小山"), on: chain[0], by: second)
        for number in chain + [refused, again] { #expect(keptFrom(desk.manager)(number), "\(number)") }
        let newcomer = try member("1020", "郑小山", .complaintManager, of: desk)
        for number in chain + [refused, again] { #expect(keptFrom(newcomer)(number), "\(number)") }
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
        // Once some are past their time, what they had to do with the others is taken as given.
        try sign(chain[0])
        try sign(chain[1])
        for deed in [Deed.accept, finding(""), .reply(.init(how: .phone, text: "已答复", isAccepted: true))] {
            _ = try ledger.perform(deed, on: refused, by: second)
        }
        try sign(refused)
        for number in [chain[2], refused] {
            _ = try ledger.perform(.verifyRectification(.init(item: 1, result: "已整改")), on: number, by: desk.head)
        }
        for number in [chain[2], refused] { _ = try ledger.perform(.hold(.init(reason: "诉讼")), on: number, by: desk.head) }
        try desk.passYears(to: "2031-11-20T09:00:00+08:00")
        let erased = try ledger.erase(closedBefore: try #require(Day("2027-01-01")), by: desk.head)
        #expect(erased.numbers.sorted() == chain.prefix(2).sorted())
        let fault = try ledger.verify().fault
        #expect(fault == nil)
    }

    @Test("Through two mergings the branch manager signs nothing about himself, and each customer is answered as they stand now")
    func throughTwoMergings() throws {
        let desk = try PracticeFolder()
        let ledger = desk.ledger
        let key = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        func chain() throws -> [String] {
            let numbers = try ["排队四十分钟", "排队一小时", "排队两小时"].map { try begun($0, by: desk.manager, of: desk) }
            _ = try ledger.perform(.merge(into: numbers[1], reason: "同一事由"), on: numbers[0], by: desk.manager)
            _ = try ledger.perform(.merge(into: numbers[2], reason: "同一事由"), on: numbers[1], by: desk.manager)
            return numbers
        }
        func answer(_ number: String) throws {
            var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
            finding.explanation = "已耐心解释"
            _ = try ledger.perform(.finding(finding), on: number, by: desk.manager)
            _ = try ledger.perform(.reply(.init(how: .phone, text: "已答复", isAccepted: true)), on: number, by: desk.manager)
        }
        let about = try chain()
        _ = try ledger.perform(.amend("about", to: desk.head.member.name), on: about[0], by: desk.manager)
        try answer(about[2])
        #expect(throws: Refusal.mayNotRead) { try ledger.perform(.sign, on: about[2], by: desk.head, key: key) }
        let owed = try chain()
        _ = try ledger.perform(.amend("contact", to: "13911112222"), on: owed[0], by: desk.manager)
        try answer(owed[2])
        #expect(throws: Refusal.mergedNotAnswered(owed[0])) { try ledger.perform(.sign, on: owed[2], by: desk.head, key: key) }
        _ = try ledger.perform(.tell(.init(how: .phone, text: "已告知结果", number: owed[0])), on: owed[2], by: desk.manager)
        _ = try ledger.perform(.sign, on: owed[2], by: desk.head, key: key)
        #expect(try ledger.verify().fault == nil)
    }

    @Test("Declared wrong once, a clock makes nothing timely that was late before it: not in its stretch, not behind it")
    func lateStaysLate() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let ledger = desk.ledger
        let number = try ledger.log(desk.intake(), by: desk.counter).state.number.description
        _ = try ledger.perform(.accept, on: number, by: desk.manager)
        var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口")
        finding.explanation = "已耐心解释"
        _ = try ledger.perform(.finding(finding), on: number, by: desk.manager)
        // The reply was due on the 5th, and the desk has seen the 10th.
        try desk.setClock("2026-11-10T09:00:00+08:00")
        _ = try ledger.log(desk.intake("叫号机坏了", customer: "陈先生"), by: desk.counter)
        try desk.setClock("2026-12-20T09:00:00+08:00")
        let wrong = try last(desk) + 1
        _ = try ledger.log(desk.intake("空调太冷", customer: "孙先生"), by: desk.counter)
        let end = try last(desk)
        try desk.setClock("2026-11-04T10:00:00+08:00")
        _ = try ledger.perform(.reply(.init(how: .phone, text: "已答复", isAccepted: true)), on: number, by: desk.manager)
        try ledger.declareWrong(WrongClock(from: wrong, to: end, reason: "主板电池耗尽"), by: desk.head)
        let read = try ledger.open(number, by: desk.head)
        #expect(read.state.repliedAt == (try PracticeFolder.moment("2026-11-10T09:00:00+08:00")))
        #expect(read.state.clocks.first { $0.name == .reply }?.state(at: ledger.now) == .breached)
        #expect(throws: Refusal.clockDeclared(wrong, end)) {
            try ledger.declareWrong(WrongClock(from: wrong, to: end, reason: "再次"), by: desk.head)
        }
        #expect(try ledger.wrongClockStretches().isEmpty)
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
        #expect(try ledger.open(number, by: desk.head).state.repliedAt == read.state.repliedAt)
    }

    @Test("What a clock declared wrong let fall due begins anew, as early as it can have begun, and both are told; what follows goes by it")
    func beginsAnew() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let ledger = desk.ledger
        try desk.setClock("2026-11-02T10:00:00+08:00")
        let before = try ledger.log(desk.intake("叫号机坏了", customer: "陈先生"), by: desk.counter).state.number.description
        // For five hours of the day the clock stands in 2030; it is noticed in the afternoon, and declared the next morning.
        try desk.setClock("2030-11-04T10:00:00+08:00")
        let from = try last(desk) + 1
        var intake = desk.intake("空调太冷", customer: "孙先生")
        intake.agreed = try PracticeFolder.moment("2030-11-05T12:00:00+08:00")
        let number = try ledger.log(intake, then: [.handOver(.init(to: desk.manager.number))], by: desk.counter).state.number.description
        _ = try ledger.perform(.accept, on: number, by: desk.manager)
        var finding = Finding(fault: .bank, classification: .valid, facts: "空调故障")
        (finding.apology, finding.correction, finding.rectification) = ("已道歉", "已修理", "每周检查")
        finding.apologyBy = "李敏"
        _ = try ledger.perform(.finding(finding), on: number, by: desk.manager)
        let to = try last(desk)
        try desk.setClock("2026-11-02T15:00:00+08:00")
        _ = try ledger.perform(.handOver(.init(to: desk.manager.number)), on: before, by: desk.counter)
        func told(_ number: String) throws -> [String] {
            let read = try ledger.open(number, by: desk.head)
            let zone = ledger.rules.zone
            func time(_ moment: Moment) -> String { String(zone.iso(moment).prefix(16)) }
            return Account(of: read.state, read.events).clocks.map { clock, before in
                "\(clock.name.rawValue) \(time(clock.started)) \(time(clock.due)) \(clock.state(at: ledger.now).rawValue)"
                    + (before.map { ", before \(time($0.due)) \($0.state(at: ledger.now).rawValue)" } ?? "")
            }
        }
        #expect(try told(number).first == "reply 2030-11-04T10:00 2030-11-07T17:00 running")
        try desk.setClock("2026-11-03T09:00:00+08:00")
        try ledger.declareWrong(WrongClock(from: from, to: to, reason: "主板电池耗尽"), by: desk.head)
        #expect(
            try told(number) == [
                "reply 2026-11-02T10:00 2026-11-05T17:00 running, before 2030-11-07T17:00 running",
                "final 2026-11-02T10:00 2026-11-17T17:00 running, before 2030-11-19T17:00 running",
                "pass-on 2026-11-02T10:00 2026-11-02T11:00 breached, before 2030-11-04T11:00 kept",
                "promised 2026-11-02T10:00 2026-11-05T17:00 running, before 2030-11-05T12:00 running",
                "start-work 2026-11-02T10:00 2026-11-02T12:00 breached, before 2030-11-04T12:00 kept",
            ]
        )
        // What was done once the clock was right again began when that clock says, though the desk still went by the wrong one.
        #expect(try told(before).last == "start-work 2026-11-02T15:00 2026-11-02T17:00 breached, before 2030-11-04T12:00 running")
        let read = try ledger.open(number, by: desk.head)
        #expect(read.state.rectifications.map(\.action.due) == [try #require(Day("2026-11-11"))])
        #expect(read.state.intake.received == (try PracticeFolder.moment("2026-11-02T10:00:00+08:00")))
        let entry = try #require(Account(of: read.state, read.events).entries.last)
        #expect(entry.heading.english == "limits begun anew: the clock was wrong" && entry.heading.chinese == "时钟有误，时限重新起算")
        #expect(try ledger.verify().fault == nil)
        // Late by the new limit, it can be chased and its delay explained: the law is asked as the case is judged since.
        try desk.setClock("2026-11-06T09:00:00+08:00")
        _ = try ledger.perform(.chase(text: "请尽快回复"), on: number, by: desk.head)
        _ = try ledger.perform(.reply(.init(how: .phone, text: "已答复", isAccepted: true)), on: number, by: desk.manager)
        #expect(try ledger.open(number, by: desk.head).state.clocks.first { $0.name == .reply }?.state(at: ledger.now) == .breached)
        let key = try ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        _ = try ledger.perform(.sign, on: number, by: desk.head, key: key)
        _ = try ledger.perform(.delayNote(cause: "时钟有误"), on: number, by: desk.manager)
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
    }

    @Test("After an act under a clock years ahead the next is done all the same, and says what to do; the clock is declared wrong at once")
    func yearsAhead() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let ledger = desk.ledger
        try desk.setClock("2030-11-04T10:00:00+08:00")
        let wrong = try last(desk) + 1
        let first = try ledger.log(desk.intake(), by: desk.counter).state.number.description
        try desk.setClock("2026-11-02T10:00:00+08:00")
        // Nothing was done yet since: the stretch can be declared all the same.
        #expect(try ledger.wrongClockStretches().map { [$0.from.seq, $0.to.seq] } == [[wrong, wrong]])
        let number = try ledger.log(desk.intake("叫号机坏了", customer: "陈先生"), by: desk.counter).state.number.description
        var intake = desk.intake("空调太冷", customer: "孙先生")
        intake.agreed = try PracticeFolder.moment("2026-11-03T12:00:00+08:00")
        let latest = LocalTime(day: try #require(Day("2030-11-04")), time: try #require(TimeOfDay("10:00")))
        #expect(throws: Refusal.behindLatest("agreed", latest, canDeclare: true)) { try ledger.log(intake, by: desk.counter) }
        #expect(throws: Refusal.behindLatest("agreed", latest, canDeclare: true)) {
            try ledger.perform(.agreeTime(try PracticeFolder.moment("2026-11-03T12:00:00+08:00")), on: number, by: desk.head)
        }
        // A year and more is too long ago by the clock that is right, too.
        var old = desk.intake("空调太冷", customer: "孙先生")
        old.received = try PracticeFolder.moment("2025-10-01T10:00:00+08:00")
        #expect(throws: Refusal.receivedLongAgo) { try ledger.log(old, by: desk.counter) }
        try ledger.declareWrong(WrongClock(from: wrong, to: wrong, reason: "主板电池耗尽"), by: desk.head)
        _ = try ledger.log(intake, by: desk.counter)
        #expect(try ledger.open(first, by: desk.head).state.clocks.first?.due == PracticeFolder.moment("2026-11-05T17:00:00+08:00"))
        #expect(try ledger.verify().fault == nil)
    }

    @Test("Declared at once, before anything else was done, a wrong clock ends with the declaration itself")
    func declaredAtOnce() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let ledger = desk.ledger
        try desk.setClock("2030-11-04T10:00:00+08:00")
        let wrong = try last(desk) + 1
        let number = try ledger.log(desk.intake(), by: desk.counter).state.number.description
        // While the clock still runs ahead there is nothing to declare.
        #expect(try ledger.wrongClockStretches().isEmpty)
        #expect(throws: Refusal.clockNotBack(wrong)) {
            try ledger.declareWrong(WrongClock(from: wrong, to: wrong, reason: "主板电池耗尽"), by: desk.head)
        }
        try desk.setClock("2026-11-02T10:00:00+08:00")
        try ledger.declareWrong(WrongClock(from: wrong, to: wrong, reason: "主板电池耗尽"), by: desk.head)
        #expect(ledger.now == (try PracticeFolder.moment("2026-11-02T10:00:00+08:00")))
        #expect(try ledger.open(number, by: desk.head).state.clocks.first?.due == PracticeFolder.moment("2026-11-05T17:00:00+08:00"))
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
    }

    @Test("A second jump that hid behind the first can be declared once the first is: no clock stays wrong for ever")
    func secondStretch() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let ledger = desk.ledger
        var numbers: [String] = []
        for (clock, customer) in [
            ("2027-03-01T10:00:00+08:00", "陈先生"), ("2026-11-02T10:00:00+08:00", "孙先生"),
            // Some days behind the first jump, this one is none beside what the desk has seen by then.
            ("2027-03-05T10:00:00+08:00", "钱先生"), ("2026-11-02T11:00:00+08:00", "周先生"),
        ] {
            try desk.setClock(clock)
            numbers.append(
                try ledger.log(desk.intake("叫号机坏了，\(customer)等了很久", customer: customer), by: desk.counter).state.number.description
            )
        }
        for left in [1, 1, 0] {
            let stretches = try ledger.wrongClockStretches()
            #expect(stretches.count == left)
            guard let (from, to) = stretches.first else { continue }
            try ledger.declareWrong(WrongClock(from: from.seq, to: to.seq, reason: "主板电池耗尽"), by: desk.head)
            #expect(try ledger.verify().fault == nil)
        }
        for number in numbers {
            let due = try ledger.open(number, by: desk.head).state.clocks.first?.due
            #expect(due == (try PracticeFolder.moment("2026-11-05T17:00:00+08:00")), "\(number)")
        }
        try ledger.rebuild()
        #expect(try ledger.verify().fault == nil)
    }

    @Test("A month's report that was issued under a wrong clock before its month had ended is none: it is issued when the month has")
    func reportAhead() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let (ledger, month) = (desk.ledger, try #require(Month("2026-12")))
        try desk.setClock("2027-01-12T10:00:00+08:00")
        let wrong = try last(desk) + 1
        #expect(try ledger.issueReport(of: month, as: "{}", by: desk.manager) == 1)
        try desk.setClock("2026-11-02T12:00:00+08:00")
        try ledger.declareWrong(WrongClock(from: wrong, to: wrong, reason: "主板电池耗尽"), by: desk.head)
        #expect(try ledger.figures(of: month).issuedAt == nil)
        #expect(throws: Refusal.monthNotEnded(month)) { try ledger.issueReport(of: month, as: "{}", by: desk.manager) }
        try desk.setClock("2027-01-08T10:00:00+08:00")
        // The first one, though it is the second event.
        #expect(try ledger.issueReport(of: month, as: "{}", by: desk.manager) == 1)
        #expect(throws: Refusal.reportIssued(month, issue: 1)) { try ledger.issueReport(of: month, as: "{}", by: desk.manager) }
        #expect(try ledger.verify().fault == nil)
    }

    @Test("Whoever a complaint is about reads no further, the auditor as others: not on its own, in lists, in the audit trail or by search")
    func auditorRecused() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let ledger = desk.ledger
        let number = try ledger.log(desk.intake(about: "审计 赵静"), by: desk.counter).state.number.description
        let other = try ledger.log(desk.intake("空调太冷", customer: "孙先生"), by: desk.counter).state.number.description
        #expect(throws: Refusal.mayNotRead) { try ledger.open(number, by: desk.auditor) }
        #expect(throws: Refusal.mayNotRead) { try ledger.possibilities(on: number, by: desk.auditor) }
        let scope = ReadScope(for: desk.auditor)
        #expect(try ledger.rows(RegisterQuery(scope), limit: 10).map(\.number) == [other])
        #expect(try ledger.comingBack("刘女士", toldTo: desk.auditor, limit: 10).isEmpty)
        var told: [String?] = []
        try ledger.audit(by: desk.auditor) { entry in told.append(entry.number) }
        #expect(told.contains(other) && !told.contains(number))
        // Figures count for everybody alike.
        let day = try #require(Day("2026-11-02"))
        #expect(try ledger.figureSource(from: day, to: day, by: desk.auditor).cases.count == 2)
        #expect(try ledger.open(other, by: desk.auditor).state.number.description == other)
    }

    @Test("Of days before the founding there is a record only where past cases were brought in")
    func beforeFounding() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let (first, last, founding) = (try #require(Day("2020-01-01")), try #require(Day("2020-12-31")), try #require(Day("2026-11-02")))
        #expect(throws: Refusal.beforeFounding(founding)) { try desk.ledger.checkRecord(from: first, to: last) }
        #expect(try desk.ledger.checkRecord(from: first, to: founding) == founding)
        #expect(try desk.ledger.checkRecord(from: founding, to: founding) == nil)
        var past = desk.intake("历史投诉")
        past.received = try PracticeFolder.moment("2020-06-01T10:00:00+08:00")
        past.source = "旧登记簿"
        past.sourceNumber = "1"
        _ = try desk.ledger.importHistory([HistoryRecord(past)], by: desk.head)
        #expect(try desk.ledger.checkRecord(from: first, to: last) == founding)
    }

    @Test("A day of the book that was reviewed under a clock that had run ahead is due when it comes; both judgements of a day are told")
    func reviewedAhead() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let ledger = desk.ledger
        let (monday, ahead) = (try #require(Day("2026-11-02")), try #require(Day("2026-12-08")))
        // The clock stands in December: today's review is made up late, and that of a day to come is done.
        try desk.setClock("2026-12-08T10:00:00+08:00")
        try ledger.perform(.open(monday, reason: "漏查"), by: desk.manager)
        let from = try last(desk)
        try ledger.perform(.nothing(monday), by: desk.manager)
        try ledger.perform(.open(ahead, reason: ""), by: desk.manager)
        try ledger.perform(.nothing(ahead), by: desk.manager)
        let to = try last(desk)
        try desk.setClock("2026-11-02T15:00:00+08:00")
        _ = try ledger.log(desk.intake(), by: desk.counter)
        #expect(try ledger.bookStatus(from: monday, to: monday).map(\.status) == [.late])
        #expect(try ledger.wrongClockStretches().map { [$0.from.seq, $0.to.seq] } == [[from, to]])
        try ledger.declareWrong(WrongClock(from: from, to: to, reason: "主板电池耗尽"), by: desk.head)
        #expect(try ledger.wrongClockStretches().isEmpty)
        #expect(try ledger.bookStatus(from: monday, to: monday).map(\.status) == [.nothing])
        #expect(try ledger.bookStatusBefore(from: monday, to: ahead) == [monday: .late])
        try desk.setClock("2026-12-08T11:00:00+08:00")
        #expect(try ledger.bookStatus(from: ahead, to: ahead).map(\.status) == [.due])
        try ledger.perform(.open(ahead, reason: ""), by: desk.manager)
        try ledger.perform(.nothing(ahead), by: desk.manager)
        #expect(try ledger.bookStatus(from: ahead, to: ahead).map(\.status) == [.nothing])
        #expect(try ledger.verify().fault == nil)
        try ledger.rebuild()
        #expect(try ledger.bookStatus(from: ahead, to: ahead).map(\.status) == [.nothing])
        #expect(try ledger.verify().fault == nil)
        var told: [String] = []
        try ledger.audit(by: desk.auditor) { entry in
            guard let clock = entry.clock else { return }
            told.append("\(entry.seq) \(clock.words.english), \(entry.judgedBefore.map { ledger.rules.zone.iso($0) } ?? "")")
        }
        #expect(
            told == [
                "\(from) 36 d after the last act; the clock may be wrong, 2026-12-08T10:00:00+08:00",
                "\(to + 1) computer's clock 35 d behind, 2026-12-08T10:00:00+08:00",
                "\(to + 2) computer's clock 35 d behind, 2026-12-08T10:00:00+08:00",
                "\(to + 4) 35 d after the last act; the clock may be wrong, ",
            ]
        )
    }

    @Test("An act of the desk is decided and recorded as of one moment, also where midnight comes between")
    func oneMoment() throws {
        let desk = try PracticeFolder(at: "2026-11-02T09:00:00+08:00")
        let ledger = desk.ledger
        let ticks = Ticks(try PracticeFolder.moment("2026-11-19T23:59:59.000+08:00"))
        ledger.clock = DeskClock { ticks.next() }
        // Each look at the clock is 97 ms later than the one before: midnight falls into one act or another.
        for round in 0..<40 {
            try ledger.change("hours.monday", to: round % 2 == 0 ? "08:00-12:00" : "09:00-17:00", by: desk.head)
            let day = ledger.rules.zone.day(at: ledger.now)
            do {
                try ledger.correctBook(on: day, to: round % 2 == 0 ? .late : .missed, reason: "更正", by: desk.head)
            } catch Refusal.alreadySo {}
            let standIn = StandIn(
                absent: desk.manager.number,
                standIn: desk.counter.number,
                from: day.adding(days: 1),
                to: day.adding(days: 1)
            )
            do {
                try ledger.nameStandIn(standIn, by: desk.head)
                try ledger.endStandIn(for: desk.manager.number, by: desk.head)
            } catch is Refusal {}
        }
        #expect(ledger.rules.zone.day(at: ledger.now) == Day("2026-11-20"))
        #expect(try ledger.verify().fault == nil)
    }
}

/// A clock that goes on by 97 ms each time that somebody looks.
private final class Ticks: Sendable {
    private let state: Mutex<Moment>

    init(_ start: Moment) { state = Mutex(start) }

    func next() -> Moment {
        state.withLock { moment in
            moment = Moment(milliseconds: moment.milliseconds + 97)
            return moment
        }
    }
}
