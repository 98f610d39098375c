import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("What is asked of the branch manager, and declined")
struct AskingTests {
    private func decline(_ what: Declined.Question? = nil) -> Deed { .decline(.init(reason: "本网点可以处理", what: what)) }

    @Test("where extension and escalation are both asked, one of them is declined and the other goes on waiting")
    func both() throws {
        let life = try Life.inHand().after([.extensionAsked, .escalationAsked], by: Desk.complaints)
        #expect(life.refusal(of: decline(), by: Desk.manager) == .missing("what"))
        let noExtension = try life.after(decline(.extension), by: Desk.manager)
        #expect(noExtension.state.extensionAsked == nil && noExtension.state.escalationAsked != nil)
        #expect(noExtension.events.last?.event == Declined(reason: "本网点可以处理", what: .extension))
        let noEscalation = try life.after(decline(.escalation), by: Desk.manager)
        #expect(noEscalation.state.extensionAsked != nil && noEscalation.state.escalationAsked == nil)
        // The other one is alone then, and need not be named.
        #expect(try noEscalation.after(decline(), by: Desk.manager).state.extensionAsked == nil)
    }

    @Test("what nobody asked is not declined; what is declined stands on the time line")
    func one() throws {
        let life = try Life.inHand().after(.extensionAsked, by: Desk.complaints)
        #expect(life.refusal(of: decline(.escalation), by: Desk.manager) == .nothingAsked(.decline))
        let declined = try life.after(decline(), by: Desk.manager)
        let details = try #require(declined.events.last?.event.details)
        #expect(details.map(\.name) == ["reason", "what"])
        #expect(details.last?.value == .code("extension", Phrase(en: "extension", zh: "延期")))
        #expect(CaseWords(.english, life.desk, showsContacts: false, arrow: ">").lines(details) == ["extension: 本网点可以处理"])
        #expect(try Deed(.decline, values: ["reason": "x", "what": "escalation"]) == .decline(.init(reason: "x", what: .escalation)))
    }

    @Test(
        "a group case has five persons at least, and is reported at once",
        arguments: [
            (nil, Refusal.missing("persons"), false), (4, .badValue("persons", .atLeast(5)), false), (5, nil, true), (300, nil, true),
            (100_000, nil, true),
            (100_001, .badValue("persons", .atMost(100_000)), false), (999_999_999_999, .badValue("persons", .atMost(100_000)), false),
        ]
            as [(Int?, Refusal?, Bool)]
    )
    func group(persons: Int?, refusal: Refusal?, isAtOnce: Bool) throws {
        let life = try Life.inHand()
        let ask = Deed.askEscalation(.init(why: .group, reason: "储户集体来访", persons: persons))
        #expect(life.refusal(of: ask, by: Desk.complaints) == refusal)
        guard refusal == nil else { return }
        let asked = try life.after(ask, by: Desk.complaints)
        #expect(asked.state.escalationAsked?.persons == persons)
        #expect(asked.state.escalationAsked?.isAtOnce == isAtOnce)
    }

    @Test("media interest, a serious incident and a large group are reported at once, and the time line says so")
    func atOnce() throws {
        for kind in Escalation.Kind.allCases where kind != .recusal {
            let ask = Deed.askEscalation(.init(why: kind, reason: "x", persons: kind == .group ? 20 : 7))
            let life = try Life.inHand().after(ask, by: Desk.complaints)
            let names = try #require(life.events.first { $0.event is Escalation }?.event.details).filter(\.isKnown).map(\.name)
            let expected: [FieldName] = kind == .group ? ["kind", "reason", "persons", "at-once", "large-group"] : ["kind", "reason"]
            #expect(names == (kind.isAtOnce && kind != .group ? expected + ["at-once"] : expected))
            #expect(FieldLabel.of("at-once") == Phrase(en: "Report at once", zh: "立即上报"))
        }
    }

    @Test("the number of persons is read as a number", arguments: [("7", 7), (" 20 ", 20)])
    func persons(text: String, count: Int) throws {
        let act = try Deed(.askEscalation, values: ["kind": "group", "reason": "x", "persons": text])
        #expect(act == .askEscalation(.init(why: .group, reason: "x", persons: count)))
        for bad in ["seven", "0", "-5", "5.5"] {
            #expect(throws: Refusal.badValue("persons", .count)) {
                try Deed(.askEscalation, values: ["kind": "group", "reason": "x", "persons": bad])
            }
        }
    }

    @Test("recusal needs no confirmation, and is a reason only where the case is about the branch manager")
    func recusal() throws {
        let ask = Deed.askEscalation(.init(why: .recusal, reason: "涉及负责人"))
        #expect(try Life.inHand(about: "赵国强").after(ask, by: Desk.complaints).state.stage == .withHeadOffice)
        #expect(try Life.inHand(about: "陈立").refusal(of: ask, by: Desk.complaints) == .nobodyToRecuse)
        #expect(try Life.inHand().refusal(of: ask, by: Desk.manager) == .nobodyToRecuse)
    }

    @Test("the special class cites head office's ruling")
    func special() throws {
        var finding = Finding(fault: .none, classification: .special, facts: "按规定办理")
        finding.explanation = "已耐心解释"
        #expect(try Life.inHand().refusal(of: .finding(finding), by: Desk.complaints) == .needsHeadOffice("ruling"))
        finding.ruling = "总服〔2026〕17号"
        #expect(try Life.inHand().after(.finding(finding), by: Desk.complaints).state.finding?.ruling == "总服〔2026〕17号")
    }

    @Test("an apology says by whom: whoever is named, or else whoever records it")
    func apology() throws {
        let life = try Life.inHand()
        #expect(try life.after(.atFault, by: Desk.secondComplaints).state.finding?.apologyBy == "陈立")
        #expect(try life.after(.notAtFault, by: Desk.secondComplaints).state.finding?.apologyBy == nil)
        let named = try Deed(
            .finding,
            values: ["fault": "bank", "facts": "x", "class": "valid", "apology": "当面道歉", "apology-by": "李敏"]
        )
        #expect(try life.after(named, by: Desk.complaints).state.finding?.apologyBy == "李敏")
        let long = try Deed(
            .finding,
            values: ["fault": "bank", "facts": "x", "class": "valid", "apology-by": String(repeating: "李", count: 201)]
        )
        #expect(life.refusal(of: long, by: Desk.complaints) == .tooLong("apology-by", limit: 200))
    }
}

@Suite("Numbered papers")
struct PaperNumberTests {
    @Test("chaser, delay note and dossier each take the next number of their own series")
    func series() throws {
        var life = try Life()
        life.desk.nextNumbers = [.chaser: "0379-2611-C003", .delayNote: "0379-2611-L009", .dossier: "0379-2611-D001"]
        // Overdue by the hour in which it was to be handed over.
        let chased = try life.after(.sample(.chase), by: Desk.complaints, at: "2026-11-20 11:01")
        #expect(chased.events.last?.event == Chaser(number: "0379-2611-C003", text: "请今日答复"))
        let confirmed = try life.after(.accept, by: Desk.complaints).after(.escalationAsked, by: Desk.complaints)
            .after(.confirmEscalation, by: Desk.manager)
        #expect(confirmed.state.dossier == "0379-2611-D001")
        let late = try life.after(.accept, by: Desk.complaints).after(.notAtFault, by: Desk.complaints)
            .after(.replied, by: Desk.complaints, at: "2026-12-01 10:00").after(.sign, by: Desk.manager)
            .after(.sample(.delayNote), by: Desk.complaints)
        #expect(late.events.last?.event == DelayNote(number: "0379-2611-L009", cause: "等待他行回函"))
        #expect(
            Series.allCases.map { $0.number(branch: "0379", day: Day(ordinal: 20_777), serial: 1000) } == [
                "0379-2611-C1000", "0379-2611-L1000", "0379-2611-D1000",
            ]
        )
    }

    @Test("a chaser only while something is overdue, and on no case that has ended")
    func chaser() throws {
        let life = try Life()
        #expect(life.refusal(of: .sample(.chase), by: Desk.complaints) == .notOverdue)
        var late = life
        late.now = Desk.at("2026-11-20 11:00")
        #expect(late.refusal(of: .sample(.chase), by: Desk.complaints) == nil)
        #expect(late.refusal(of: .sample(.chase), by: Desk.clerk) == .roleMayNot(.chase, [.complaintManager, .branchManager]))
        let ended = try late.after(.withdrawn, by: Desk.clerk)
        #expect(ended.refusal(of: .sample(.chase), by: Desk.complaints) == .wrongStage(.chase, .withdrawn, allowed: Stage.open))
    }

    @Test("a delay note only where the case closed and a limit towards the customer was breached, and once")
    func delayNote() throws {
        let inTime = try Life.repliedTo().after(.sign, by: Desk.manager, at: "2026-12-20 10:00")
        #expect(inTime.refusal(of: .sample(.delayNote), by: Desk.complaints) == .notLate)
        let late = try Life.inHand().after(.notAtFault, by: Desk.complaints).after(.replied, by: Desk.complaints, at: "2026-11-23 17:01")
        #expect(late.refusal(of: .sample(.delayNote), by: Desk.complaints) == .wrongStage(.delayNote, .toSign, allowed: [.closed]))
        let closed = try late.after(.sign, by: Desk.manager)
        let explained = try closed.after(.sample(.delayNote), by: Desk.complaints)
        #expect(explained.refusal(of: .sample(.delayNote), by: Desk.manager) == .alreadyDone(.delayNote))
    }
}
