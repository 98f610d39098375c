import DeskTestSupport
import Testing

@testable import ComplaintRules

/// The drawing of a case's life in full (1-domain), written out once more: from where to where each act leads, and what else of a case it may
/// change. `same` stays where it is.
enum Drawing {
    /// Where an act may begin and end, one row a way.
    static let ways: [ActKind: String] = [
        .answer: "logged>to-sign",
        .handOver: "logged>handed-over in-hand>handed-over",
        .acknowledge: "logged>same handed-over>same in-hand>same with-head-office>same",
        .accept: "handed-over>in-hand logged>in-hand",
        .note: open, .contact: "\(open) merged>same", .agreeTime: open, .interimAnswer: open, .attach: open, .chase: open,
        .askExtension: open,
        .grantExtension: open, .decline: open, .answerInBook: "\(open) withdrawn>same not-accepted>same",
        .tellPerson: "in-hand>same with-head-office>same", .tell: "\(open) \(ends) closed>same",
        .finding: "in-hand>same with-head-office>same to-sign>same",
        .reply: "in-hand>to-sign with-head-office>to-sign",
        .askEscalation: "in-hand>same in-hand>with-head-office",
        .confirmEscalation: "in-hand>with-head-office",
        .headOfficeNote: "with-head-office>same withdrawn>same not-accepted>same",
        .headOfficeAnswer: "with-head-office>in-hand",
        .outsideDate: "\(open) \(ends) closed>same", .sendResult: "\(open) \(ends) closed>same", .statement: "\(open) \(ends) closed>same",
        .sign: "to-sign>closed \(ends)",
        .ruling: "logged>closed handed-over>closed in-hand>closed with-head-office>closed to-sign>closed \(ends)",
        .sendBack: "to-sign>logged to-sign>in-hand to-sign>with-head-office "
            + ["withdrawn", "not-accepted", "merged"].flatMap { end in
                ["logged", "handed-over", "in-hand", "with-head-office", "to-sign"].map { "\(end)>\($0)" }
            }.joined(separator: " "),
        .takeBack: "in-hand>handed-over in-hand>logged handed-over>logged handed-over>in-hand "
            + "logged>same handed-over>same in-hand>same with-head-office>same",
        .askReview: "closed>same not-accepted>same merged>same", .reviewDecision: "closed>same not-accepted>same merged>same",
        .refuseAnswer: "to-sign>logged to-sign>in-hand closed>same merged>same",
        .withdraw: unsigned("withdrawn"), .notAccept: unsigned("not-accepted"), .merge: unsigned("merged"),
        .amend: "\(open) \(ends)",
        .callBack: "closed>same", .spotCheck: "closed>same", .delayNote: "closed>same",
        .rectify: "\(open) closed>same", .liftRecusal: "\(open) \(ends)",
        .mediate: "\(open) \(ends) closed>same",
        .verifyRectification: "\(open) \(ends) closed>same", .cancelRectification: open,
        .addendum: "closed>same \(ends)", .hold: "closed>same \(ends)", .release: "closed>same \(ends)",
    ]

    private static let open = "logged>same handed-over>same in-hand>same with-head-office>same to-sign>same"
    private static let ends = "withdrawn>same not-accepted>same merged>same"
    private static func unsigned(_ end: String) -> String {
        ["logged", "handed-over", "in-hand", "with-head-office", "to-sign"].map { "\($0)>\(end)" }.joined(separator: " ")
    }

    /// What an act may change beside the stage, by the names of `parts`.
    static let changes: [ActKind: String] = [
        .answer: "answer handlers clocks replied money heard attempts outcome", .handOver: "receiver handed-over acknowledged clocks",
        .acknowledge: "acknowledged", .accept: "holder receiver clocks", .takeBack: "holder receiver handed-over acknowledged clocks",
        .note: "clocks fact money", .contact: "attempts clocks fact outcome heard replied", .agreeTime: "intake clocks",
        .interimAnswer: "told clocks heard attempts", .tellPerson: "fact",
        .tell: "told clocks outcome customers heard attempts call-backs replied",
        .attach: "fact", .chase: "chasers",
        .finding: "finding handlers clocks rectifications fact intake outcome customers",
        .reply: "reply handlers clocks replied money outcome heard attempts",
        .answerInBook: "book", .askExtension: "asked", .grantExtension: "asked extended clocks", .askEscalation: "asked upward clocks",
        .confirmEscalation: "asked upward", .decline: "asked", .headOfficeNote: "upward fact", .headOfficeAnswer: "upward clocks fact",
        .outsideDate: "result clocks", .sendResult: "result clocks", .sign: "signature end clocks asked",
        .ruling: "signature end clocks asked ruling receiver heard outcome customers replied",
        .sendBack: "replied handlers clocks end receiver asked links outcome",
        .refuseAnswer: "replied handlers clocks holder next money outcome attempts call-backs", .askReview: "review clocks",
        .reviewDecision: "review clocks next",
        .liftRecusal: "intake", .withdraw: "end handlers clocks receiver asked outcome heard attempts",
        .notAccept: "end handlers clocks receiver asked outcome heard attempts",
        .merge: "end handlers clocks receiver asked links outcome intake", .amend: "intake fact contact customers links",
        .callBack: "call-backs clocks",
        .rectify: "rectifications", .verifyRectification: "rectifications", .cancelRectification: "rectifications", .spotCheck: "",
        .mediate: "mediation",
        .statement: "", .delayNote: "delay", .addendum: "money", .hold: "held", .release: "held",
    ]

    /// The names of all that differs between two states of a case. What never changes goes by a name that no act has.
    static func changed(_ old: Case, _ new: Case) -> Set<String> {
        let parts: [(String, Bool)] = [
            ("heard", old.firstContact != new.firstContact), ("mediation", old.mediation != new.mediation),
            ("number", old.number != new.number), ("logged", old.loggedAt != new.loggedAt),
            ("first", old.firstResponder != new.firstResponder),
            ("history", old.history != new.history), ("intake", old.intake != new.intake), ("holder", old.holder != new.holder),
            ("receiver", old.awaitedReceiver != new.awaitedReceiver), ("answer", old.answer != new.answer),
            ("finding", old.finding != new.finding), ("reply", old.reply != new.reply), ("handlers", old.handlers != new.handlers),
            ("clocks", old.clocks != new.clocks), ("signature", old.signer != new.signer || old.signedAt != new.signedAt),
            ("end", old.closedAt != new.closedAt || old.beforeEnd != new.beforeEnd),
            ("money", old.promises != new.promises || old.paid != new.paid), ("fact", old.hasNewFact != new.hasNewFact),
            ("outcome", old.isToldOfOutcome != new.isToldOfOutcome), ("customers", old.customersToAnswer != new.customersToAnswer),
            ("contact", old.hasLeftContact != new.hasLeftContact), ("late claim", old.isLateClaim != new.isLateClaim),
            ("review", old.review != new.review || old.reviewDecision != new.reviewDecision),
            (
                "replied",
                old.repliedAt != new.repliedAt || old.stageBeforeSigning != new.stageBeforeSigning || old.sentBackFor != new.sentBackFor
            ),
            ("handed-over", old.handedOverAt != new.handedOverAt), ("acknowledged", old.isAcknowledged != new.isAcknowledged),
            ("attempts", old.failedAttempts != new.failedAttempts),
            ("asked", old.extensionAsked != new.extensionAsked || old.escalationAsked != new.escalationAsked),
            ("extended", old.isExtended != new.isExtended), ("told", old.isToldMeanwhile != new.isToldMeanwhile),
            (
                "upward",
                old.escalation != new.escalation || old.dossier != new.dossier
                    || old.isAnsweredByHeadOffice != new.isAnsweredByHeadOffice || old.headOfficeNumber != new.headOfficeNumber
                    || old.headOfficeDue != new.headOfficeDue || old.isLongerApproved != new.isLongerApproved
                    || old.ceiling != new.ceiling || old.cap != new.cap
            ),
            ("ruling", old.ruling != new.ruling), ("book", old.bookAnswersDue != new.bookAnswersDue),
            ("result", old.resultsSent != new.resultsSent || old.outsideReferences != new.outsideReferences),
            ("rectifications", old.rectifications != new.rectifications),
            ("call-backs", old.callBacks != new.callBacks || old.failedCallBacks != new.failedCallBacks),
            ("held", old.heldFor != new.heldFor), ("links", old.links != new.links),
            ("next", old.goesOnIn != new.goesOnIn || old.followers != new.followers), ("chasers", old.chasers != new.chasers),
            ("delay", old.isDelayExplained != new.isDelayExplained),
        ]
        return Set(parts.filter(\.1).map(\.0))
    }
}

@Suite("Cases at random in a branch of three and one of five")
struct DrawingTests {
    /// Two clerks, one complaint manager, one branch manager and the auditor; and a lobby manager, a clerk by rights, as standing deputy.
    private static let five: DeskRules = {
        var desk = Desk.rules(in: Desk.zone, staff: [Desk.clerk, Desk.colleague, Desk.complaints, Desk.manager, Desk.auditor])
        desk.settings.deputies = [Desk.colleague.number]
        desk.other = Desk.otherCase()
        return desk
    }()

    /// What is wrong with a step.
    private func faults(_ act: Deed, by actor: Actor, before: Life, after: Life) -> [String] {
        let (old, new) = (before.state, after.state)
        var found: [String] = []
        let way = "\(old.stage.rawValue)>\(old.stage == new.stage ? "same" : new.stage.rawValue)"
        if Drawing.ways[act.kind]?.split(separator: " ").contains(Substring(way)) != true { found.append("\(act.kind.rawValue) \(way)") }
        let allowed = Set(Drawing.changes[act.kind]?.split(separator: " ").map(String.init) ?? [])
        let more = Drawing.changed(old, new).subtracting(allowed)
        if !more.isEmpty { found.append("\(act.kind.rawValue) changed \(more.sorted())") }
        // Recusal, retirement and the auditor, whoever stands in for whom.
        if old.isAbout(actor.number), ![.handOver, .statement].contains(act.kind) {
            found.append("\(actor.number) acted on their own case")
        }
        if actor.member.role == .auditor { found.append("the auditor acted") }
        if old.isSigned, new.signer != old.signer { found.append("signed twice") }
        // For whom: somebody whose right the act needs, who is not the one that the case is about.
        let recorded = after.events.dropFirst(before.events.count)
        for absent in recorded.compactMap(\.onBehalfOf) {
            if !actor.absentees.contains(where: { $0.number == absent }) || old.isAbout(absent) { found.append("done for \(absent)") }
        }
        if recorded.allSatisfy({ $0.onBehalfOf == nil }), before.refusal(of: act, by: Actor(actor.member)) != nil {
            found.append("\(act.kind.rawValue) by \(actor.number) in a right that is not their own")
        }
        return found
    }

    @Test("no sequence of acts reaches a stage or a change that the drawing has not, whoever stands in for whom", arguments: 1...6)
    func sequences(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed) &* 104_729)
        var kinds: Set<ActKind> = []
        for round in 0..<120 {
            var desk = round % 2 == 0 ? SmallBranch.desk : DrawingTests.five
            let staff = desk.staff.all
            // Absences of a few days, one or both managers, by anybody who is no auditor.
            let today = Day(ordinal: 20_777)
            for absent in [Desk.complaints, Desk.manager] where Bool.random(using: &numbers) {
                let standIn = numbers.one(of: staff.filter { $0 != absent && $0.role != .auditor })
                let wanted = StandIn(
                    absent: absent.number,
                    standIn: standIn.number,
                    from: today,
                    to: today.adding(days: Int.random(in: 0...3, using: &numbers))
                )
                _ = try decideStandIn(wanted, in: Occasion(Actor(Desk.manager), at: Desk.at("2026-11-20 09:00"), under: desk))
                desk.standIns.append(wanted)
            }
            let taker = numbers.one(of: staff.filter { $0.role != .auditor })
            var life = try Life(takenBy: taker, about: numbers.one(of: SmallBranch.subjects + ["", "", ""]), desk: desk) {
                $0.channel = numbers.one(of: Channel.allCases)
                if $0.channel == .referred { $0.sender = "监管局" }
                $0.contact = numbers.one(of: ["", "13812340000"])
                // A letter that lay about is late from the start.
                $0.received = Desk.at(numbers.one(of: ["2026-11-20 10:00", "2026-11-20 09:00", "2026-11-10 10:00"]))
            }
            var states = [life.state]
            for _ in 0..<45 {
                let act = RandomWalk.act(&numbers, on: life, abouts: ["王芳", "赵国强", "李敏", "Mary Hall"])
                // By anybody who may, so that walks go far; nearly every act is refused to most people.
                let actors = try staff.shuffled(using: &numbers).map { try desk.actor($0.number, at: life.now) }
                guard let actor = actors.first(where: { life.refusal(of: act, by: $0) == nil }) else { continue }
                // Not every walk ends as soon as it can.
                if [.withdraw, .notAccept, .merge, .sign].contains(act.kind), Int.random(in: 0..<3, using: &numbers) > 0 { continue }
                let before = life
                try life.perform(act, by: actor)
                kinds.insert(act.kind)
                let context = Comment("seed \(seed), round \(round), after \(life.events.map { $0.event.actName })")
                #expect(faults(act, by: actor, before: before, after: life) == [], context)
                // Event by event, the state is what the events until then make of a case.
                for happened in life.events.dropFirst(before.events.count) {
                    states.append(try #require(evolve(states.last, happened)))
                }
                #expect(states.last == life.state, context)
                if Int.random(in: 0..<6, using: &numbers) == 0 {
                    life.now = life.now.adding(seconds: numbers.one(of: [3600, 86_400, 400_000]))
                }
            }
            // And begun anew from nothing, up to any of its events.
            let count = Int.random(in: 1...life.events.count, using: &numbers)
            #expect(life.events.prefix(count).reduce(nil as Case?) { evolve($0, $1) } == states[count - 1])
        }
        #expect(kinds.count >= 37, "\(ActKind.allCases.filter { !kinds.contains($0) })")
    }

    @Test("every act has its ways and its changes in the drawing")
    func wholeness() {
        #expect(Set(Drawing.ways.keys) == Set(ActKind.allCases))
        #expect(Set(Drawing.changes.keys) == Set(ActKind.allCases))
    }

    @Test("an act on a case that ended is refused: signed it is locked, closed nothing is answered or found any more")
    func ended() throws {
        let closed = try Life.closed()
        for act in [Deed.answered, .noted, .notAtFault, .replied, .sign, .withdrawn, .amended, .sentBack, .accept] {
            #expect(closed.refusal(of: act, by: Desk.manager) == .locked(act.kind))
        }
        let withdrawn = try Life().after(.withdrawn, by: Desk.clerk)
        for act in [Deed.answered, .noted, .replied, .withdrawn, .accept] {
            #expect(withdrawn.refusal(of: act, by: Desk.manager) == .wrongStage(act.kind, .withdrawn, allowed: act.kind.rule.from))
        }
    }
}
