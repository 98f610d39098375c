import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Cases at random")
struct RandomLifeTests {
    /// Every way that a case may go: those of the table of acts, the way to head office that needs no confirmation because the case is
    /// about the branch manager, and the addenda to signed ends of which the table shows only one.
    private static let ways: Set<String> = {
        var ways: Set<String> = [
            "ask-escalation in-hand with-head-office", "addendum not-accepted not-accepted", "addendum merged merged",
            "hold not-accepted not-accepted", "hold merged merged", "ask-review not-accepted not-accepted",
            "review-decision not-accepted not-accepted", "ask-review merged merged", "review-decision merged merged",
            "refuse-answer merged merged", "head-office-note withdrawn withdrawn", "head-office-note not-accepted not-accepted",
        ]
        // About all managers, it is ruled on wherever it stands.
        for before in Stage.open { ways.insert("ruling \(before.rawValue) closed") }
        // Sent back, an end leads to wherever the case was before it.
        for end in Stage.endsOfTheirOwn {
            for before in Stage.open { ways.insert("send-back \(end.rawValue) \(before.rawValue)") }
        }
        for row in ActTableTests.rows {
            for (column, result) in zip(ActTableTests.columns, row.results.split(separator: " ")) where result != "·" {
                let from = column == "history" ? "closed" : String(column.prefix { $0 != "," })
                // Signed, the ends of their own are alike.
                for from in column == "withdrawn, signed" ? ["withdrawn", "not-accepted", "merged"] : [from] {
                    ways.insert("\(row.act.rawValue) \(from) \(result == "same" ? from : String(result))")
                }
            }
        }
        return ways
    }()

    /// What may still be done to a signed case: what was before is locked.
    private static let afterSigning: Set<ActKind> = [
        .addendum, .callBack, .spotCheck, .tell, .delayNote, .rectify, .verifyRectification, .hold, .release, .refuseAnswer, .statement,
        .sendResult, .outsideDate, .askReview, .reviewDecision, .mediate,
    ]

    private static let actors =
        Desk.everybody.map { Actor($0) } + [
            Actor(Desk.colleague, standingInFor: Desk.manager), Actor(Desk.colleague, standingInFor: Desk.complaints),
            Actor(Desk.secondComplaints, standingInFor: Desk.manager),
        ]

    private static func randomAct(_ numbers: inout SeededNumbers, on life: Life, by actor: Actor) -> Deed {
        let receiver = numbers.one(of: Desk.everybody)
        let about = numbers.one(of: ["", "王芳", "陈立", "赵国强", "李敏", "大堂"])
        // Half of the acts are those that bring a case on, and some are not in order.
        if Bool.random(using: &numbers) {
            return numbers.one(of: [
                .answered, .handed(to: receiver), .handed(to: Desk.complaints), .accept, .accept, .notAtFault, .notAtFault, .atFault,
                .finding(Deed.finding(.bank)), .replied, .replied, .sign, .sign, .sentBack, .amend("about", to: about),
                .amend("amount", to: "lots"), .calledBack(.unreachable), .notReached,
            ])
        }
        let kind = numbers.one(of: ActKind.allCases)
        return goodAct(kind, on: life, by: actor) ?? .accept
    }

    /// An act of that kind with nothing wrong in its fields; nil where nobody is left to whom the case could go.
    private static func goodAct(_ kind: ActKind, on life: Life, by actor: Actor) -> Deed? {
        let state = life.state
        switch kind {
        case .handOver:
            let receivers = [Desk.complaints, Desk.secondComplaints, Desk.manager]
            let free = receivers.first { !state.isAbout($0.number) && state.holder != $0.number && $0.number != actor.number }
            return free.map { .handed(to: $0) }
        case .mediate:
            let next: Mediation.Step =
                switch state.mediation {
                case .offered?: .accepted
                case .accepted?: .failed
                default: .offered
                }
            return .mediate(.init(step: next))
        case .agreeTime: return .agreeTime(life.now.adding(seconds: 120))
        case .outsideDate: return .outsideDate(.init(due: life.now.adding(seconds: 864_000), by: "监管局"))
        case .rectify: return .rectify(what: "更换叫号机", owner: "陈立", due: life.desk.zone.day(at: life.now).adding(days: 7))
        case .amend: return .amend("customer", to: state.intake.customer == "甲" ? "乙" : "甲")
        case .verifyRectification:
            return .verifyRectification(.init(item: state.rectifications.first(where: \.isOpen)?.action.item ?? 1, result: "已整改"))
        case .cancelRectification:
            return .cancelRectification(.init(item: state.rectifications.first(where: \.isOpen)?.action.item ?? 1, reason: "重复开立"))
        // Where both are asked, it is said which is declined.
        case .decline: return .decline(.init(reason: "本网点可以处理", what: state.extensionAsked == nil ? .escalation : .extension))
        case .ruling: return .ruling(.init(text: "同意结案", reference: "总服〔2026〕17号", told: "已电话告知客户"))
        default: return .sample(kind)
        }
    }

    /// What is said to be possible is not refused, and what is said not to be is refused for the same reason.
    private static func disagreements(on life: Life) -> [String] {
        var found: [String] = []
        for actor in actors {
            let answers = possibilities(on: life.state, in: Occasion(actor, at: life.now.adding(seconds: 60), under: life.desk))
            if answers.map(\.act) != ActKind.allCases { found.append("not every act is told, each once") }
            for (kind, whyNot) in answers {
                guard let act = goodAct(kind, on: life, by: actor) else { continue }
                let refusal = life.refusal(of: act, by: actor)
                // Where the limit is past, no later moment can be agreed, which its field says.
                if kind == .agreeTime, case .agreedAfterLimit? = refusal { continue }
                // Of several corrective actions, one is somebody else's to verify.
                if kind == .verifyRectification, case .ownerVerifies? = refusal { continue }
                // Another owner leaves somebody to verify it; what nobody here may verify takes head office's reference.
                if kind == .rectify, case .nobodyVerifies? = refusal { continue }
                if kind == .verifyRectification, refusal == .verificationReference { continue }
                // Of several who are recused, or who set a date, one is named who is not or whose date is another.
                if kind == .liftRecusal, case .notRecused? = refusal { continue }
                if kind == .outsideDate, case .laterNeedsReference? = refusal { continue }
                if refusal != whyNot {
                    found.append(
                        "\(kind.rawValue) by \(actor.number): said \(String(describing: whyNot)), was \(String(describing: refusal))"
                    )
                }
            }
        }
        return found
    }

    /// What holds of every case at every moment.
    private static func faults(in life: Life, before: Case) -> [String] {
        var found: [String] = []
        let state = life.state
        if !state.clocks.map(\.due).starts(with: before.clocks.map(\.due)) { found.append("a due moment moved") }
        for (clock, later) in zip(before.clocks, state.clocks) where clock.state(at: life.now) == .breached {
            if later.state(at: life.now) != .breached { found.append("the breach of \(clock.name) is gone") }
        }
        let running = state.clocks.filter { $0.ended == nil }.map(\.name)
        if Set(running).count != running.count { found.append("a clock runs twice: \(running)") }
        let isUnanswered = [.logged, .handedOver, .inHand, .withHeadOffice].contains(state.stage)
        if !isUnanswered, running.contains(where: \.isTowardsCustomer) { found.append("\(running) run while \(state.stage)") }
        if isUnanswered, !running.contains(.final) { found.append("no final limit while \(state.stage)") }
        if isUnanswered, !running.contains(.reply), !state.isExtended { found.append("no reply limit while \(state.stage)") }
        if running.contains(.signature) != state.awaitsSignature { found.append("signature \(running) while \(state.stage)") }
        if running.contains(.callBack), state.stage != .closed { found.append("call-back while \(state.stage)") }
        if running.contains(.passOn), state.stage != .logged { found.append("pass-on while \(state.stage)") }
        if (state.stage == .closed) != (state.isSigned && !Stage.endsOfTheirOwn.contains(state.stage)) {
            found.append("\(state.stage) and signed \(state.isSigned)")
        }
        if (state.awaitedReceiver != nil) != (state.stage == .handedOver) { found.append("a receiver is awaited while \(state.stage)") }
        if state.closedAt != nil, state.stage.isOpen { found.append("ended while \(state.stage)") }
        if state.firstResponder == nil { found.append("nobody was asked first") }
        return found
    }

    /// Who did what stands of the handling, read from the history alone: what was sent back or overruled is out of it.
    private static func standing(_ events: some Sequence<Happened<any CaseEvent>>, _ stage: Stage) -> Set<StaffNumber> {
        var (answer, finding, end): (StaffNumber?, StaffNumber?, StaffNumber?)
        for happened in events {
            switch happened.event {
            case is Answer, is Reply: answer = happened.by
            case is Finding: finding = happened.by
            case is Withdrawal, is NotAccepted, is Merged: end = happened.by
            case is SendingBack, is RefusedAnswer: (answer, end) = (nil, nil)
            default: break
            }
        }
        return Set((Stage.endsOfTheirOwn.contains(stage) ? [end] : [answer, finding]).compactMap { $0 })
    }

    @Test("no sequence of acts by anybody leaves the table", arguments: 1...24)
    func sequences(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        var walked: Set<String> = []
        for _ in 0..<8 {
            let taker = numbers.one(of: [Desk.clerk, Desk.complaints, Desk.manager])
            let about = numbers.one(of: ["", "", "王芳", "赵国强", "李敏"])
            var life = try Life(takenBy: taker, about: about, agreed: "2026-11-21 12:00", desk: Desk.rulesWithOther)
            for _ in 0..<110 {
                let before = life.state
                let actor = numbers.one(of: RandomLifeTests.actors)
                let act = RandomLifeTests.randomAct(&numbers, on: life, by: actor)
                guard life.refusal(of: act, by: actor) == nil else { continue }
                try life.perform(act, by: actor)
                let way = "\(act.kind.rawValue) \(before.stage.rawValue) \(life.state.stage.rawValue)"
                walked.insert(way)
                let context = Comment("seed \(seed), after \(life.events.map { $0.event.heading.english })")
                #expect(RandomLifeTests.ways.contains(way), "\(way), \(context)")
                #expect(RandomLifeTests.faults(in: life, before: before) == [], context)
                #expect(life.state.version == Int64(life.events.count), context)
                #expect(!before.isSigned || RandomLifeTests.afterSigning.contains(act.kind), context)
                #expect(!actor.member.isRetired && actor.roles != [.auditor], context)
                let isTheirs = act.kind == .handOver && before.holder == actor.number
                #expect(!before.isAbout(actor.number) || isTheirs || act.kind == .statement, context)
                // Once recused, always recused, but for a recusal that a manager lifts.
                let left = Set(before.intake.subjects).subtracting(life.state.intake.subjects)
                #expect(left.isEmpty || act.kind == .liftRecusal, context)
                if act.kind == .sign {
                    #expect(actor.roles.contains(.branchManager), context)
                    #expect(RandomLifeTests.standing(life.events.dropLast(), before.stage) != [actor.number], context)
                }
                if numbers.one(of: [1, 2, 3, 4, 5, 6]) == 1 {
                    #expect(RandomLifeTests.disagreements(on: life) == [], context)
                    // Some acts come hours or days after the one before.
                    life.now = life.now.adding(seconds: numbers.one(of: [3600, 10_000, 86_400, 260_000]))
                }
            }
            // The state kept along is what its events make of it.
            let folded = life.events.reduce(nil as Case?) { evolve($0, $1) }
            #expect(folded == life.state)
        }
        // A walk that never gets anywhere proves nothing.
        #expect(walked.count > 25)
    }

    @Test("any events in any order make a case, or none, and never a crash", arguments: 1...8)
    func total(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed) &* 7919)
        let intake = Intake(channel: .other, received: Desk.at("2026-11-20 10:00"), text: "x")
        let late = Clock(.reply, started: Moment(milliseconds: .max), due: Moment(milliseconds: .min))
        var broken = Logged(number: Desk.caseNumber.description, intake: intake, clocks: [late, late])
        let logged = broken
        broken.number = "no number"
        var brokenImport = Imported(number: Desk.caseNumber, intake: intake)
        let imported = brokenImport
        brokenImport.number = ""
        let amendment = Amendment(
            field: .about,
            old: .init(.text("")),
            new: .init(.text("\u{0}\u{1B}[2J")),
            subjects: [Desk.clerk.number]
        )
        // Each field, with a text and with a moment that are none of its values, and with nothing.
        let strayAmendments: [any CaseEvent] = AmendableField.allCases.flatMap { field in
            [.text("-9999999999999999999999"), .moment(Moment(milliseconds: .min)), nil].map {
                Amendment(field: field, old: .init(.text("?")), new: .init($0))
            }
        }
        let events: [any CaseEvent] =
            [
                logged, broken, imported, brokenImport, Answer(text: ""), HandOver(to: Desk.auditor.number), Acceptance(), Note(text: ""),
                Deed.finding(.bank, apology: "王芳当面道歉", rectification: "晨会学习交班流程"), Reply(how: .book, text: ""), SignOff(),
                SendingBack(reason: ""), Withdrawal(reason: ""),
                NotAccepted(reason: ""), amendment, Addendum(text: ""),
            ] + strayAmendments + Life.wider(late)
        for _ in 0..<200 {
            var state: Case?
            var hasBegun = false
            for seq in 1...40 {
                let event = numbers.one(of: events)
                let moment = Moment(milliseconds: numbers.one(of: [.min, -1, 0, 1_795_310_045_000, .max]))
                state = evolve(state, Happened(event, at: moment, by: numbers.one(of: Desk.everybody).number, seq: Int64(seq)))
                if event.isSame(as: logged) || event.isSame(as: imported) { hasBegun = true }
                #expect((state != nil) == hasBegun)
                #expect(state == nil || state?.version == Int64(seq))
                #expect(state == nil || state?.number == Desk.caseNumber)
            }
        }
    }
}
