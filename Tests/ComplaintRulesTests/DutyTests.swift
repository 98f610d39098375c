import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("What a case waits for")
struct DutyTests {
    private func duties(_ life: Life) -> [Duty] { ComplaintRules.duties(of: life.state, at: life.now, under: life.desk) }

    @Test("from logging to closing: what comes next")
    func life() throws {
        var life = try Life { $0.contact = "13812340000" }
        #expect(duties(life) == [.passOn])
        life = try life.after(.handed(to: Desk.complaints), by: Desk.clerk)
        #expect(duties(life) == [.acknowledge, .accept(Desk.complaints.number)])
        life = try life.after(.sample(.acknowledge), by: Desk.manager)
        #expect(duties(life) == [.accept(Desk.complaints.number)])
        life = try life.after(.accept, by: Desk.complaints)
        #expect(duties(life) == [.startWork, .finding, .reply])
        life = try life.after(.noted, by: Desk.complaints)
        #expect(duties(life) == [.finding, .reply])
        life = try life.after(.notAtFault, by: Desk.complaints)
        #expect(duties(life) == [.reply])
        life = try life.after(.replied, by: Desk.complaints)
        #expect(duties(life) == [.sign])
        life = try life.after(.sign, by: Desk.manager)
        #expect(duties(life) == [.callBack])
        life = try life.after(.calledBack(.satisfied), by: Desk.complaints)
        #expect(duties(life) == [])
    }

    @Test("of an extended case the customer must be told meanwhile, and an interim answer does it")
    func meanwhile() throws {
        let asked = try Life.inHand().after([.notAtFault, .extensionAsked], by: Desk.complaints)
        #expect(duties(asked) == [.decideExtension, .reply])
        let granted = try asked.after(.grantExtension, by: Desk.manager)
        #expect(duties(granted) == [.tellMeanwhile, .reply])
        #expect(duties(try granted.after(.toldMeanwhile, by: Desk.complaints)) == [.reply])
        // Whoever has the whole answer needs no word meanwhile.
        #expect(duties(try granted.after(.replied, by: Desk.complaints)) == [.sign])
    }

    @Test("an escalation waits for its confirmation, at once where it is pressing, and then for head office")
    func upward() throws {
        let found = try Life.inHand().after(.notAtFault, by: Desk.complaints)
        #expect(duties(try found.after(.escalationAsked, by: Desk.complaints)) == [.decideEscalation(isAtOnce: false), .reply])
        let media = Deed.askEscalation(.init(why: .media, reason: "记者来访"))
        #expect(duties(try found.after(media, by: Desk.complaints)) == [.reportAtOnce, .decideEscalation(isAtOnce: true), .reply])
        #expect(duties(try Life.withHeadOffice()) == [.headOfficeAnswer])
        // Nobody here decides on a case about the branch manager.
        let asked = try Life.inHand().after([.notAtFault, .extensionAsked], by: Desk.complaints)
        let about = try asked.after(.amend("about", to: "赵国强"), by: Desk.complaints)
        #expect(duties(about) == [.reply])
    }

    @Test("an answer on the spot waits for a finding; an entry of the book for its answer there")
    func toSign() throws {
        #expect(duties(try Life().after(.answered, by: Desk.clerk)) == [.finding])
        #expect(duties(try Life.toSign()) == [.sign])
        #expect(duties(try Life.inHand().after(.replied, by: Desk.complaints)) == [.finding])
        let book = try Life { $0.channel = .commentBook }.after(.accept, by: Desk.complaints)
        #expect(duties(book) == [.finding, .answerInBook, .reply])
        #expect(duties(try book.after([.notAtFault, .inBook], by: Desk.complaints)) == [.reply])
        #expect(duties(try book.after([.notAtFault, .replied], by: Desk.complaints)) == [.answerInBook])
    }

    @Test("where nobody in the branch may sign or work on it, head office is to rule")
    func ruling() throws {
        #expect(duties(try Life.inHand(about: "赵国强").after([.notAtFault, .replied], by: Desk.complaints)) == [.ruling])
        #expect(duties(try Life(about: "王芳、赵国强", desk: SmallBranch.desk)) == [.ruling])
        #expect(duties(try Life(about: "赵国强").after(.withdrawn, by: Desk.clerk)) == [.ruling])
        #expect(duties(try Life().after(.withdrawn, by: Desk.clerk)) == [.sign])
        #expect(duties(try Life().after(.withdrawn, by: Desk.clerk).after(.sign, by: Desk.manager)) == [])
    }

    @Test("the result is due to whoever asked for it, the cause of a late end, and the check of each rectification")
    func aftermath() throws {
        let referred = try Life {
            $0.channel = .referred
            $0.sender = "监管局"
        }.after(.accept, by: Desk.complaints)
        #expect(duties(referred) == [.finding, .reply, .sendResult])
        let late = try referred.after([.atFault], by: Desk.complaints).after(.replied, by: Desk.complaints, at: "2026-12-01 10:00")
        #expect(duties(late) == [.sign, .sendResult, .verifyRectification(1)])
        let signed = try late.after(.sign, by: Desk.manager)
        #expect(duties(signed) == [.sendResult, .delayNote, .verifyRectification(1)])
        let done = try signed.after([.resultSent, .sample(.delayNote)], by: Desk.complaints).after(.checked, by: Desk.manager)
        #expect(duties(done) == [])
        #expect(duties(try Life(historyAbout: "")) == [])
    }

    @Test("one to whom it was handed over and who may take it no more is waited for no more")
    func receiverGone() throws {
        let handed = try Life().after(.handed(to: Desk.secondComplaints), by: Desk.clerk)
            .after(.sample(.acknowledge), by: Desk.manager).after(.amend("about", to: "陈立"), by: Desk.complaints)
        #expect(duties(handed) == [.accept(nil)])
    }

    @Test("each duty has a sentence in both languages, and an act that does it")
    func words() {
        let all: [Duty] = [
            .passOn, .accept(nil), .acknowledge, .decideEscalation(isAtOnce: false),
            .decideEscalation(isAtOnce: true), .decideExtension, .startWork, .tellMeanwhile, .headOfficeAnswer, .answerInBook, .finding,
            .completeFinding(["explanation"]), .reply, .tellOutcome, .reportAtOnce, .decideReview, .contactAgain, .sign, .ruling,
            .sendBackOrRuling, .sendBack, .sendResult,
            .callBack,
            .delayNote, .verifyRectification(2),
        ]
        #expect(Set(all.map(\.sentence)).count == all.count)
        for duty in all {
            #expect((5...60).contains(duty.sentence.english.count) && (2...24).contains(duty.sentence.chinese.count))
            #expect(duty.sentence.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        }
        #expect(Duty.verifyRectification(2).sentence == Phrase(en: "Verify rectification 2", zh: "核验整改事项 2"))
    }

    @Test("what somebody can do is told as theirs; everybody else is told for whom it waits")
    func readers() {
        let (receiver, other) = (Desk.complaints.number, Desk.manager.number)
        func english(_ duty: Duty, _ reader: StaffNumber, _ canDo: Bool) -> String {
            duty.sentence(to: [reader], canDo: { $0 == duty.act && canDo }).english
        }
        #expect(english(.accept(receiver), receiver, true) == "Accept it")
        // The branch manager could, but it was handed to somebody else.
        #expect(english(.accept(receiver), other, true) == "Waiting for 1005 to accept it")
        #expect(english(.accept(nil), other, true) == "Accept it")
        #expect(english(.acknowledge, other, true) == "Acknowledge it")
        #expect(english(.acknowledge, receiver, false) == "Waiting for the branch manager to acknowledge it")
        #expect(english(.decideExtension, other, true) == "Grant or decline the extension")
        #expect(english(.decideExtension, receiver, false) == "Waiting for the branch manager to decide on the extension")
        #expect(english(.sign, other, true) == "Sign it")
        // Nobody is told to do what they cannot.
        #expect(english(.reply, other, false) == "Waiting for the reply to the customer")
        #expect(english(.verifyRectification(1), other, false) == "Waiting for rectification 1 to be verified")
        // Whoever stands in for the receiver accepts it for them.
        #expect(Duty.accept(receiver).sentence(to: [other, receiver], canDo: { _ in true }).english == "Accept it")
        // Who did not take it answers it not on the spot.
        #expect(english(.passOn, other, true) == "Hand it over")
        #expect(Duty.passOn.sentence(to: [other], canDo: { [.handOver, .accept].contains($0) }).english == "Accept it, or hand it over")
        let own = Duty.passOn.sentence(to: [other], canDo: { [.handOver, .answer].contains($0) })
        #expect(own.english == "Answer it on the spot, or hand it over")
    }

    @Test("what a duty names is possible for somebody, in every state that a walk reaches", arguments: 1...6)
    func possible(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed) &* 977)
        var seen: Set<ActKind> = []
        for _ in 0..<12 {
            var life = try Life(takenBy: numbers.one(of: [Desk.clerk, Desk.complaints]), desk: Desk.rulesWithOther) {
                $0.channel = numbers.one(of: [.oral, .commentBook, .referred])
                if $0.channel == .referred { $0.sender = "监管局" }
                $0.contact = numbers.one(of: ["", "13812340000"])
            }
            for _ in 0..<60 {
                let act = RandomWalk.act(&numbers, on: life, abouts: ["王芳", "赵国强"])
                let actor = Actor(numbers.one(of: Desk.everybody))
                guard life.refusal(of: act, by: actor) == nil else { continue }
                try life.perform(act, by: actor)
                for duty in duties(life) {
                    seen.insert(duty.act)
                    // What is asked can also be declined, which is all that is left once the customer has an answer.
                    let acts = [.confirmEscalation, .grantExtension].contains(duty.act) ? [duty.act, .decline] : [duty.act]
                    let isPossible = acts.contains { act in Desk.everybody.contains { life.whyNot(act, by: $0) == nil } }
                    #expect(isPossible, "\(duty) at \(life.state.stage), \(life.events.map { $0.event.actName })")
                }
            }
        }
        #expect(seen.count >= 8)
    }
}
