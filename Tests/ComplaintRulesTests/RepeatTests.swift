import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Repeats")
struct RepeatTests {
    private static let earlier = CaseNumber(branch: "0379", day: Day(ordinal: 20_700), serial: 3)

    /// A case of a customer who complained before, taken by `member`.
    private func repeated(about: String = "") throws -> Life {
        var life = try Life(about: about)
        let events = try decideLogging(
            life.state.intake,
            as: Desk.caseNumber,
            repeating: [RepeatTests.earlier, Desk.caseNumber, RepeatTests.earlier],
            in: Occasion(Actor(Desk.clerk), at: life.now, under: life.desk)
        )
        life.events = []
        var state: Case?
        for (index, event) in events.enumerated() {
            let happened = Happened(event, at: life.now, by: Desk.clerk.number, seq: Int64(index + 1))
            life.events.append(happened)
            state = evolve(state, happened)
        }
        life.state = try #require(state)
        return life
    }

    @Test("a repeat is logged with a tie to each earlier case, and none to itself")
    func ties() throws {
        let life = try repeated()
        #expect(life.events.map { $0.event.actName } == ["log", "link"])
        #expect(life.state.links == [.init(number: RepeatTests.earlier.description, tie: .repeated)])
        #expect(life.state.isRepeat)
        #expect(try !Life().state.isRepeat)
    }

    @Test("the second complaint goes to the branch manager at once: it waits to be acknowledged before anybody hands it over")
    func acknowledged() throws {
        let life = try repeated()
        #expect(life.state.awaitsAcknowledgement)
        #expect(duties(of: life.state, at: life.now, under: life.desk) == [.acknowledge, .passOn])
        #expect(life.refusal(of: .sample(.acknowledge), by: Desk.complaints) == .roleMayNot(.acknowledge, [.branchManager]))
        let seen = try life.after(.sample(.acknowledge), by: Desk.manager)
        #expect(!seen.state.awaitsAcknowledgement && seen.state.stage == .logged)
        #expect(seen.refusal(of: .sample(.acknowledge), by: Desk.manager) == .alreadyDone(.acknowledge))
        // A hand-over is another thing to see; one that is accepted unseen still waits for it.
        let handed = try seen.after(.handed(to: Desk.complaints), by: Desk.clerk).after(.accept, by: Desk.complaints)
        #expect(handed.state.awaitsAcknowledgement)
        // What waits for a signature is seen by signing it.
        #expect(try !life.after(.answered, by: Desk.clerk).state.awaitsAcknowledgement)
        #expect(try !life.after(.withdrawn, by: Desk.clerk).state.awaitsAcknowledgement)
    }

    @Test("a first complaint that nobody handed over waits for no acknowledgement; it may be seen all the same: the act tells of no repeat")
    func first() throws {
        for life in [try Life(), try Life.inHand()] {
            #expect(!life.state.awaitsAcknowledgement)
            let seen = try life.after(.sample(.acknowledge), by: Desk.manager)
            #expect(seen.refusal(of: .sample(.acknowledge), by: Desk.manager) == .alreadyDone(.acknowledge))
        }
    }

    @Test("a case shown without its ties is that of no repeat: it waits for nothing, is no repeat, and its last event tells of none")
    func untied() throws {
        let life = try repeated()
        let shown = life.state.withoutTies(to: [RepeatTests.earlier.description], lastEvent: 1)
        #expect(!shown.isRepeat && !shown.awaitsAcknowledgement && shown.links.isEmpty && shown.version == 1)
        #expect(duties(of: shown, at: life.now, under: life.desk) == [.passOn])
        // What is tied to others too stays a repeat of those.
        #expect(life.state.withoutTies(to: ["0379-2611-099"], lastEvent: 2) == life.state)
    }

    @Test("the case in which a refused answer goes on is a repeat: received now, without the moments of the old one")
    func following() throws {
        var old = try Life.closed()
        old.state.intake.agreed = Desk.at("2026-11-21 12:00")
        old.state.intake.due = Desk.at("2026-11-21 12:00")
        let now = Desk.at("2026-12-01 10:00")
        let number = CaseNumber(branch: "0379", day: Day(ordinal: 20_788), serial: 1)
        let events = try decideFollowing(
            old.state,
            as: number,
            tie: .refusedAnswer,
            in: Occasion(Actor(Desk.clerk), at: now, under: old.desk)
        )
        var state: Case?
        for event in events { state = evolve(state, Happened(event, at: now, by: Desk.clerk.number)) }
        let next = try #require(state)
        #expect(next.links.map(\.tie) == [.refusedAnswer] && next.links.map(\.number) == [old.state.number.description])
        #expect(next.isRepeat && next.awaitsAcknowledgement)
        #expect(next.intake.received == now && next.intake.agreed == nil && next.intake.due == nil)
        #expect(next.intake.text == old.state.intake.text && next.intake.customer == old.state.intake.customer)
        #expect(next.clocks.map(\.name) == [.reply, .final, .passOn])
    }
}

@Suite("An answer that was refused already")
struct RefusedTwiceTests {
    private let next = Desk.otherNumber.description

    /// A closed case whose answer the customer refused; it goes on in the other one.
    private func refused() throws -> Life {
        var life = try Life.closed()
        let event = RefusedAnswer(reason: "客户不认可解释", next: next)
        life.state = try #require(evolve(life.state, Happened(event, at: life.now, by: Desk.clerk.number, seq: 99)))
        life.desk.other = Desk.otherCase()
        return life
    }

    @Test("is refused no second time: it goes on in the new case")
    func twice() throws {
        let life = try refused()
        #expect(life.state.goesOnIn == next)
        #expect(life.state.stage == .closed)
        #expect(life.refusal(of: .refused, by: Desk.clerk) == .goesOnIn(next))
        #expect(life.whyNot(.refuseAnswer, by: Desk.complaints) == .goesOnIn(next))
        #expect(Deed.refused.act.otherNumber(on: life.state) == next)
        #expect(Deed.sample(.merge).act.otherNumber(on: life.state) == next)
        #expect(Deed.noted.act.otherNumber(on: life.state) == nil)
    }

    @Test("unless the new case ended without an answer", arguments: Stage.allCases)
    func ended(stage: Stage) throws {
        var life = try refused()
        life.desk.other?.stage = stage
        let mayAgain = [.withdrawn, .notAccepted].contains(stage)
        // Unsigned, it goes on or could be sent back, and there would be two.
        #expect(life.refusal(of: .refused, by: Desk.clerk) == (stage.isOpen ? .goesOnIn(next) : .awaitsSignature(next)))
        life.desk.other?.signer = Desk.manager.number
        #expect(life.refusal(of: .refused, by: Desk.clerk) == (mayAgain ? nil : .alreadyRefused(next)))
        // Without knowing the new case nothing is allowed, and another case says nothing.
        life.desk.other = nil
        #expect(life.refusal(of: .refused, by: Desk.clerk) == .alreadyRefused(next))
        life.desk.other = try Life().after(.withdrawn, by: Desk.clerk).state
        #expect(life.refusal(of: .refused, by: Desk.clerk) == .alreadyRefused(next))
    }

    @Test("refused before the signature, the same case goes on, as often as the customer refuses")
    func before() throws {
        let again = try Life.repliedTo().after(.refused, by: Desk.clerk).after(.replied, by: Desk.complaints)
        #expect(again.state.goesOnIn == nil)
        #expect(again.refusal(of: .refused, by: Desk.clerk) == nil)
    }
}

@Suite("Into which case one may be merged")
struct MergeTargetTests {
    private func life() throws -> Life { try Life(desk: Desk.rulesWithOther).after(.accept, by: Desk.complaints) }

    @Test("one that is there, is another, is open, and is not answered yet", arguments: Stage.allCases)
    func stages(stage: Stage) throws {
        var life = try life()
        life.desk.other?.stage = stage
        let expected: Refusal? = stage.isOpen && stage != .toSign ? nil : .mergeIntoEnded("0379-2611-009", stage)
        #expect(life.refusal(of: .sample(.merge), by: Desk.complaints) == expected)
    }

    @Test("a number that is none, is of no case, or is not the one that is known, is refused; so is the case itself")
    func numbers() throws {
        var life = try life()
        for number in ["0379-2611-999", "some number"] {
            #expect(life.refusal(of: .merge(into: number), by: Desk.complaints) == .noSuchCase(number))
        }
        #expect(life.refusal(of: .merge(into: ""), by: Desk.complaints) == .missing("into"))
        #expect(life.refusal(of: .merge(into: "0379-2611-17"), by: Desk.complaints) == .mergeIntoItself)
        // Known, whatever its zeros; but of another customer.
        #expect(life.refusal(of: .merge(into: "0379-2611-9"), by: Desk.complaints) == .mergeOfDifferentCustomers("0379-2611-009"))
        life.desk.other = nil
        #expect(life.refusal(of: .sample(.merge), by: Desk.complaints) == .noSuchCase("0379-2611-009"))
    }

    @Test("nobody merges into a case that is about themselves, nor for somebody whom it is about")
    func subjects() throws {
        var life = try life()
        life.desk.other?.intake.subjects = [Desk.complaints.number]
        #expect(life.refusal(of: .sample(.merge), by: Desk.complaints) == .subjectOfOther("0379-2611-009"))
        #expect(life.refusal(of: .sample(.merge), by: Desk.secondComplaints) == nil)
        let standIn = Actor(Desk.colleague, standingInFor: Desk.complaints)
        #expect(life.refusal(of: .sample(.merge), by: standIn) == .subjectOfOther("0379-2611-009"))
    }

    @Test("cases never end in each other in a ring")
    func ring() throws {
        // The first ends in the second; the second cannot end in the first any more, nor in a third that ended in it.
        let first = try life().after(.sample(.merge), by: Desk.complaints)
        var second = try Life()
        second.state = try #require(Desk.otherCase())
        second.desk.other = first.state
        let back = Deed.merge(into: first.state.number.description)
        #expect(second.refusal(of: back, by: Desk.complaints) == .mergeIntoEnded("0379-2611-017", .merged))
    }

    @Test("whom the merged case is about takes no part in the one that took it in, whatever is put right there later")
    func recusal() throws {
        let merged = try Life(about: "王芳", desk: Desk.rulesWithOther)
        let occasion = Occasion(Actor(Desk.manager), at: merged.now, under: merged.desk)
        let act = Deed.sample(.merge).act
        let events = try decide(act, on: merged.state, in: occasion)
        guard case .happens(let number, let absorbed)? = try act.consequence(for: merged.state, of: events, in: occasion) else {
            Issue.record("nothing happens to the other case")
            return
        }
        #expect(number == Desk.otherNumber)
        try #require(absorbed.count == 1)
        var other = try Life(about: "陈立")
        other.state = try #require(evolve(other.state, Happened(absorbed[0], at: other.now, by: Desk.manager.number, seq: 2)))
        #expect(other.state.links.map(\.tie) == [.absorbed] && other.state.links.map(\.number) == ["0379-2611-017"])
        #expect(other.state.links.first?.subjects == [Desk.complaints.number])
        #expect(other.state.intake.subjects == [Desk.secondComplaints.number, Desk.complaints.number])
        #expect(other.refusal(of: .accept, by: Desk.complaints) == .mayNotRead)
        let amended = try other.after(.amend("about", to: "大堂"), by: Desk.manager)
        #expect(amended.state.intake.subjects == [Desk.secondComplaints.number, Desk.complaints.number])
    }
}
