import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("A word that there is none is none")
struct NothingTests {
    @Test("what is required is something", arguments: ["无", "-", "none", "n/a", "没有", "／", "（无）", "无。", "N.A.", "no reference", "…"])
    func required(word: String) throws {
        let life = try Life.inHand()
        func refusal(_ kind: ActKind, _ values: [String: String]) throws -> Refusal? {
            do throws(Refusal) {
                _ = try kind.act(values, at: life.now, under: life.desk)
                return nil
            } catch {
                return error
            }
        }
        #expect(try refusal(.cancelRectification, ["item": "1", "reason": word]) == .saysNothing("reason", word))
        // What somebody said may be just that, but no mark.
        #expect(try refusal(.tellPerson, ["who": "1003", "text": word]) == (Written.hasNoWord(word) ? .saysNothing("text", word) : nil))
        #expect(try refusal(.reviewDecision, ["text": "维持", "told": word, "again": "no"]) == .saysNothing("told", word))
        #expect(try refusal(.liftRecusal, ["number": "1003", "reason": word]) == .saysNothing("reason", word))
        // At fault: neither apology, correction nor rectification; not at fault: no explanation.
        let fault = try life.after(.finding(Deed.finding(.bank, apology: word, correction: word, rectification: word)), by: Desk.complaints)
        #expect(fault.state.finding?.lacks(besides: fault.state.rectifications) == ["apology", "correction", "rectification"])
        #expect(fault.state.rectifications.isEmpty && fault.state.finding?.apologyBy == nil)
        var special = Finding(fault: .none, classification: .special, facts: "规范操作")
        (special.explanation, special.ruling) = ("已说明", word)
        #expect(life.refusal(of: .finding(special), by: Desk.complaints) == .needsHeadOffice("ruling"))
        var reply = Reply(how: .phone, text: "已答复")
        (reply.grounds, reply.remedies) = (word, word)
        #expect(reply.missingParts == ["grounds", "remedies"])
        // Nor is it head office's reference, or a reason.
        let occasion = Occasion(Actor(Desk.manager), at: life.now, under: life.desk)
        let tier = TierRule(.branchManager, .none, effective: Day(ordinal: 20_800), reference: word)
        #expect(throws: Refusal.ownTierReference) { try decideTier(tier, in: occasion) }
        #expect(throws: Refusal.saysNothing("reason", word)) {
            try decideOpening(on: Day(ordinal: 20_800), isOpen: false, reason: word, in: occasion)
        }
    }
}

@Suite("What was found after the answer")
struct LaterFindingTests {
    private func finding(_ fault: Fault, asTold: Bool?) -> Deed {
        var found =
            fault == .none
            ? Deed.finding(fault, explanation: "已耐心解释") : Deed.finding(fault, apology: "王芳当面道歉", correction: "已补办", rectification: "晨会学习")
        found.isAsTold = asTold
        return .finding(found)
    }

    @Test(
        "whether a reply given before anything was found said what is found then, whoever finds says, whatever the fault; if not, they are told",
        arguments: [Fault.none, .bank, .partly]
    )
    func first(fault: Fault) throws {
        let replied = try Life { $0.contact = "13812340000" }.after([.accept, .replied], by: Desk.complaints)
        #expect(replied.refusal(of: finding(fault, asTold: nil), by: Desk.secondComplaints) == .sayWhetherTold)
        #expect(Refusal.sayWhetherTold.field == "as-told")
        let borne = try replied.after(finding(fault, asTold: true), by: Desk.secondComplaints)
        #expect(borne.refusal(of: .sign, by: Desk.manager) == nil)
        let other = try replied.after(finding(fault, asTold: false), by: Desk.secondComplaints)
        #expect(other.refusal(of: .sign, by: Desk.manager) == .findingUntold)
        #expect(try other.after(.outcomeTold, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("nobody is asked where nobody heard the reply, nor of an answer on the spot, which comes before every finding")
    func unasked() throws {
        let answered = try Life { $0.contact = "13812340000" }.after(.answered, by: Desk.clerk).after(.atFault, by: Desk.complaints)
        #expect(answered.refusal(of: .sign, by: Desk.manager) == nil)
        let unheard = try Life { $0.contact = "13812340000" }.after(
            [.accept, .reply(.init(how: .other, text: "已答复"))],
            by: Desk.complaints
        )
        #expect(try unheard.after(.atFault, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == .replyFirst)
        let nameless = try Life().after([.accept, .replied], by: Desk.complaints)
        #expect(try nameless.after(.atFault, by: Desk.secondComplaints).refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("what was told is kept until another outcome is: the word of the last finding counts, and it is asked for each time")
    func lastWord() throws {
        let replied = try Life { $0.contact = "13812340000" }.after([.accept, .replied], by: Desk.complaints)
        let slip = try replied.after([finding(.none, asTold: false), .noted], by: Desk.complaints)
        #expect(slip.refusal(of: finding(.none, asTold: nil), by: Desk.complaints) == .sayWhetherTold)
        let right = try slip.after(finding(.none, asTold: true), by: Desk.secondComplaints)
        #expect(right.refusal(of: .sign, by: Desk.manager) == nil)
        let again = try right.after(
            [.noted, finding(.bank, asTold: false), .noted, finding(.partly, asTold: false)],
            by: Desk.secondComplaints
        )
        #expect(again.refusal(of: .sign, by: Desk.manager) == .findingUntold)
        // Told, that is what they know; what is found then is compared with it.
        let told = try again.after([.outcomeTold, .noted], by: Desk.complaints)
        #expect(try told.after(finding(.partly, asTold: nil), by: Desk.secondComplaints).refusal(of: .sign, by: Desk.manager) == nil)
        #expect(
            try told.after(finding(.none, asTold: nil), by: Desk.secondComplaints).refusal(of: .sign, by: Desk.manager) == .findingUntold
        )
    }

    @Test("so it is where the reply told what had been found: found otherwise and then so again, nobody is told anew")
    func foundSoAgain() throws {
        let replied = try Life { $0.contact = "13812340000" }.after([.accept, .notAtFault, .replied, .noted], by: Desk.complaints)
        let other = try replied.after([.atFault, .noted], by: Desk.secondComplaints)
        #expect(other.refusal(of: .sign, by: Desk.manager) == .findingUntold)
        #expect(try other.after(.notAtFault, by: Desk.secondComplaints).refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("what could not be delivered could not be delivered of what is found then either, unless something else came to light since")
    func undelivered() throws {
        var life = try Life { $0.contact = "13812340000" }.after(.accept, by: Desk.complaints)
        for day in ["20 11:00", "21 11:00", "22 11:00"] { life = try life.after(.notReached, by: Desk.complaints, at: "2026-11-\(day)") }
        var reply = Reply(how: .phone, text: "未能送达")
        reply.isUndelivered = true
        life = try life.after(.reply(reply), by: Desk.complaints)
        let found = try life.after(finding(.bank, asTold: nil), by: Desk.secondComplaints)
        #expect(found.refusal(of: .sign, by: Desk.manager) == nil)
        // One more attempt that failed brings nothing to light.
        let tried = try life.after(.notReached, by: Desk.complaints).after(finding(.partly, asTold: nil), by: Desk.secondComplaints)
        #expect(tried.refusal(of: .sign, by: Desk.manager) == nil)
        life = try life.after(.noted, by: Desk.complaints).after(finding(.bank, asTold: nil), by: Desk.secondComplaints)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .replyFirst)
        for day in ["23 11:00", "24 11:00", "25 11:00"] { life = try life.after(.notReached, by: Desk.complaints, at: "2026-11-\(day)") }
        var told = Told(who: .customer, how: .phone, text: "仍未联系上")
        told.isUndelivered = true
        #expect(try life.after(.tell(told), by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
    }
}

@Suite("Finding")
struct FindingTests {
    @Test("a manager finds on what is in hand; the stage stays")
    func finds() throws {
        let life = try Life.inHand().after(.atFault, by: Desk.secondComplaints)
        #expect(life.state.stage == .inHand)
        #expect(life.state.finding?.fault == .bank)
        #expect(life.state.finding?.kind == .complaint)
        #expect(life.state.handlers == [Desk.secondComplaints.number])
        #expect(life.clockStates == ["reply running", "final running", "pass-on kept"])
    }

    @Test("an answer on the spot gets its finding from either manager while it waits for the signature")
    func onTheSpot() throws {
        let answered = try Life().after(.answered, by: Desk.clerk)
        #expect(answered.refusal(of: .notAtFault, by: Desk.complaints) == nil)
        #expect(answered.refusal(of: .notAtFault, by: Desk.manager) == nil)
        #expect(answered.refusal(of: .notAtFault, by: Desk.clerk) == .roleMayNot(.finding, [.complaintManager, .branchManager]))
    }

    @Test("a reply without a finding takes one while it waits for its signature, from either manager, and can be signed then")
    func afterReply() throws {
        let life = try Life.inHand().after(.replied, by: Desk.complaints)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .findingMissing)
        #expect(life.refusal(of: .notAtFault, by: Desk.manager) == nil)
        let found = try life.after(.notAtFault, by: Desk.secondComplaints)
        #expect(found.refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test(
        "where one stands, what waits for its signature is found anew only once something came to light, or where the finding lacks something"
    )
    func newFact() throws {
        let life = try Life.repliedTo()
        #expect(life.refusal(of: .atFault, by: Desk.complaints) == .findingStands)
        #expect(life.refusal(of: .atFault, by: Desk.manager) == .findingStands)
        let noted = try life.after(.noted, by: Desk.complaints)
        #expect(noted.refusal(of: .atFault, by: Desk.complaints) == nil)
        #expect(try noted.after(.atFault, by: Desk.complaints).refusal(of: .notAtFault, by: Desk.complaints) == .findingStands)
        let bare = try Life.inHand().after([.finding(Deed.finding(.bank)), .replied], by: Desk.complaints)
        #expect(bare.refusal(of: .atFault, by: Desk.complaints) == nil)
    }

    @Test(
        "at fault, wholly or partly, is valid or special; not at fault is unfounded or special",
        arguments: [
            (Fault.bank, CaseClass.valid, true), (.bank, .unfounded, false), (.bank, .special, true), (.partly, .valid, true),
            (.partly, .unfounded, false), (.none, .unfounded, true), (.none, .valid, false), (.none, .special, true),
        ]
    )
    func consistent(fault: Fault, classification: CaseClass, isRight: Bool) throws {
        let finding = Finding(fault: fault, classification: classification, facts: "x", ruling: "总服〔2026〕17号")
        let refusal = try Life.inHand().refusal(of: .finding(finding), by: Desk.complaints)
        #expect(refusal == (isRight ? nil : .classContradictsFault(fault, classification)))
    }

    @Test("who was responsible, and for what share: whole percents, all of them together at most; whom it names takes no part any more")
    func responsible() throws {
        func refusal(_ text: String) throws -> Refusal? {
            var finding = Deed.finding(.bank, apology: "x", correction: "x", rectification: "x")
            finding.responsible = text
            return try Life.inHand().refusal(of: .finding(finding), by: Desk.complaints)
        }
        for text in ["李敏", "李敏 60%、现金中心 40%", "1003 李敏 60％，大堂", "李敏 100%"] { #expect(try refusal(text) == nil, "\(text)") }
        for text in ["李敏 60%、大堂 41%", "李敏 0%", "李敏 很大%", "李敏 101%", "李敏 33.3%"] {
            #expect(try refusal(text) == .badValue("responsible", .share), "\(text)")
        }
        // Not at fault, nobody is.
        var none = Finding(fault: .none, classification: .unfounded, facts: "x")
        none.responsible = "李敏 60%"
        #expect(try Life.inHand().refusal(of: .finding(none), by: Desk.complaints) == .responsibleWithoutFault)
        none.responsible = " "
        #expect(try Life.inHand().refusal(of: .finding(none), by: Desk.complaints) == nil)
        var finding = Deed.finding(.bank, apology: "x", correction: "x", rectification: "x")
        finding.responsible = "陈立 60%、现金中心 40%"
        let life = try Life.inHand().after(.finding(finding), by: Desk.complaints)
        #expect(life.state.isAbout(Desk.secondComplaints.number))
        #expect(life.refusal(of: .replied, by: Desk.secondComplaints) == .mayNotRead)
    }

    @Test("a later finding takes the place of the earlier one; whoever made it is the handler")
    func again() throws {
        let life = try Life.inHand().after(.atFault, by: Desk.complaints).after(.notAtFault, by: Desk.manager)
        #expect(life.state.finding?.fault == Fault.none)
        #expect(life.state.handlers == [Desk.manager.number])
    }

    @Test("whoever the case is about finds nothing")
    func recusal() throws {
        let life = try Life(about: "1005").after(.accept, by: Desk.secondComplaints)
        #expect(life.refusal(of: .atFault, by: Desk.complaints) == .mayNotRead)
    }

    @Test("each text of a finding has its limit", arguments: ["facts", "apology", "correction", "rectification", "explanation", "ruling"])
    func limits(field: String) throws {
        let values = [
            "fault": "bank", "class": "valid", "facts": "x", "apology": "x", "correction": "x", "rectification": "x", "explanation": "x",
        ]
        let life = try Life.inHand()
        let long = try Deed(.finding, values: values.merging([field: String(repeating: "x", count: 1_000_001)]) { _, new in new })
        #expect(life.refusal(of: long, by: Desk.complaints) == .tooLong(FieldName(field), limit: 1_000_000))
        let fits = try Deed(.finding, values: values.merging([field: String(repeating: "x", count: 1_000_000)]) { _, new in new })
        #expect(life.refusal(of: fits, by: Desk.complaints) == nil)
    }

    @Test("the class “special” needs head office's ruling, cited")
    func special() throws {
        var finding = Deed.finding(.none, explanation: "已耐心解释")
        finding.classification = .special
        #expect(try Life.inHand().refusal(of: .finding(finding), by: Desk.complaints) == .needsHeadOffice("ruling"))
        finding.ruling = "总服〔2026〕17号"
        #expect(try Life.inHand().refusal(of: .finding(finding), by: Desk.complaints) == nil)
    }
}

@Suite("Reply")
struct ReplyTests {
    @Test("a manager replies to what is in hand; the case waits for its signature and the clocks stop")
    func replies() throws {
        let life = try Life.inHand().after(.replied, by: Desk.complaints, at: "2026-11-23 17:00")
        #expect(life.state.stage == .toSign)
        #expect(life.state.reply == .init(how: .phone, text: "已电话答复客户", isAccepted: true))
        #expect(life.state.handlers == [Desk.complaints.number])
        #expect(life.clockStates == ["reply kept", "final kept", "pass-on kept", "signature running"])
    }

    @Test("a late reply leaves the breach to be seen for ever")
    func late() throws {
        let life = try Life.inHand().after(.notAtFault, by: Desk.complaints).after(.replied, by: Desk.complaints, at: "2026-11-23 17:01")
            .after(.sign, by: Desk.manager)
        #expect(life.clock(.reply)?.state(at: Desk.at("2030-01-01 00:00")) == .breached)
    }

    @Test("a clerk does not reply, nor does whoever the case is about")
    func who() throws {
        let life = try Life(about: "陈立").after(.accept, by: Desk.complaints)
        #expect(life.refusal(of: .replied, by: Desk.clerk) == .roleMayNot(.reply, [.complaintManager, .branchManager]))
        #expect(life.refusal(of: .replied, by: Desk.secondComplaints) == .mayNotRead)
        #expect(life.refusal(of: .replied, by: Desk.manager) == nil)
    }

    @Test("what nobody has in hand gets no reply")
    func stages() throws {
        let logged = try Life()
        #expect(logged.refusal(of: .replied, by: Desk.complaints) == .wrongStage(.reply, .logged, allowed: [.inHand, .withHeadOffice]))
        let handed = try logged.after(.handed(to: Desk.complaints), by: Desk.clerk)
        #expect(handed.refusal(of: .replied, by: Desk.complaints) == .wrongStage(.reply, .handedOver, allowed: [.inHand, .withHeadOffice]))
        #expect(
            try Life.toSign().refusal(of: .replied, by: Desk.complaints)
                == .wrongStage(.reply, .toSign, allowed: [.inHand, .withHeadOffice])
        )
    }

    @Test("a reply has its limit")
    func limit() throws {
        let long = Deed.reply(.init(how: .letter, text: String(repeating: "复", count: 1_000_001)))
        #expect(try Life.inHand().refusal(of: long, by: Desk.complaints) == .tooLong("text", limit: 1_000_000))
    }
}

@Suite("Notes and amendments")
struct NoteAmendTests {
    @Test("a note changes nothing but the time line")
    func note() throws {
        let before = try Life()
        var after = try before.after(.noted, by: Desk.clerk).state
        #expect(after.stage == .logged)
        #expect(after.version == 2)
        after = try #require(evolve(before.state, Happened(Note(text: "x"), at: before.now, by: Desk.clerk.number, seq: 1)))
        // But that there is something new to find.
        var expected = before.state
        expected.hasNewFact = true
        #expect(after == expected)
    }

    @Test("a clerk notes on the cases that they took, in every open stage; a colleague does not")
    func whose() throws {
        for life in [try Life(), try Life().after(.handed(to: Desk.complaints), by: Desk.clerk), try Life.inHand(), try Life.toSign()] {
            #expect(life.refusal(of: .noted, by: Desk.clerk) == nil)
            #expect(life.refusal(of: .noted, by: Desk.complaints) == nil)
            // What nobody has taken over yet may be read by every clerk.
            let refusal: Refusal = life.state.stage == .logged ? .notYours(.note) : .mayNotRead
            #expect(life.refusal(of: .noted, by: Desk.colleague) == refusal)
        }
    }

    @Test("an amendment keeps the old value beside the new")
    func amends() throws {
        let life = try Life().after(.amended, by: Desk.clerk)
        #expect(life.state.intake.customer == "刘丽女士")
        #expect(life.events.last?.event == Amendment(field: .customer, old: .init(.text("刘女士")), new: .init(.text("刘丽女士"))))
    }

    @Test(
        "every field but those that start clocks can be put right, and emptied",
        arguments: [
            ("customer", "张先生", Detail.Value.text("张先生")), ("contact", "13900000000", .contact("13900000000")),
            ("proxy", "律师", .text("律师")), ("text", "多扣三百元", .text("多扣三百元")), ("asks", "退款", .text("退款")),
            ("business", "银行卡", .deskCode("cards", .business)), ("reason", "Prices and charges", .deskCode("pricing", .reason)),
            ("about", "大堂", .text("大堂")), ("amount", "1,200.5", .amount(Amount("1200.50") ?? .none)),
            ("happened", "2026-11-19 16:00", .moment(Moment(milliseconds: 1_795_075_200_000))),
        ]
    )
    func fields(field: String, written: String, kept: Detail.Value) throws {
        let amendable = try #require(AmendableField(rawValue: field))
        let life = try Life().after(.amend(field, to: written), by: Desk.clerk)
        #expect(amendable.intakeField.value(life.state.intake) == kept)
        #expect(life.refusal(of: .amend(field, to: written), by: Desk.clerk) == .nothingToAmend(amendable))
        if field == "text" {
            #expect(life.refusal(of: .amend(field, to: " "), by: Desk.clerk) == .newValue(.missing("text")))
        } else {
            let emptied = try life.after(.amend(field, to: " "), by: Desk.clerk).state.intake
            #expect(!Detail(amendable.intakeField.name, amendable.intakeField.value(emptied)).isKnown)
        }
    }

    @Test("where an entry stands in the book, and a hotline's number for it, can be put right too")
    func places() throws {
        for (channel, field, written) in [(Channel.commentBook, "page", "21"), (.commentBook, "line", "7"), (.hotline, "ticket", "T-9")] {
            let life = try Life(takenBy: Desk.clerk) { $0.channel = channel }
            let amended = try life.after(.amend(field, to: written), by: Desk.clerk).state
            #expect(
                try #require(AmendableField(rawValue: field)).intakeField.value(amended.intake).map { "\($0)" }?.contains(written) == true
            )
            #expect(life.refusal(of: .amend(field, to: field == "ticket" ? "无" : "0"), by: Desk.clerk) != nil)
        }
        #expect(try Life().refusal(of: .amend("page", to: "3"), by: Desk.clerk) != nil, "a visit has no page")
    }

    @Test("an amendment brings in nothing that logging refuses")
    func checks() throws {
        let life = try Life()
        func refusal(_ field: String, _ text: String) -> Refusal? { life.refusal(of: .amend(field, to: text), by: Desk.clerk) }
        #expect(refusal("amount", "lots") == .newValue(.badValue("amount", .amount)))
        #expect(refusal("happened", "2026-11-21") == .newValue(.inTheFuture("happened")))
        #expect(refusal("happened", "soon") == .newValue(.badValue("happened", .time)))
        #expect(refusal("customer", String(repeating: "x", count: 201)) == .newValue(.tooLong("customer", limit: 200)))
        #expect(refusal("asks", String(repeating: "x", count: 1_000_000)) == nil)
        #expect(refusal("asks", String(repeating: "x", count: 1_000_001)) == .tooLong("value", limit: 1_000_000))
        if case .newValue(.badValue("business", .noneOf))? = refusal("business", "阿") {
        } else {
            Issue.record("an unknown business type was taken")
        }
    }

    @Test("who is complained about can be put right, and is recused from then on")
    func about() throws {
        let life = try Life.inHand().after(.amend("about", to: "王芳"), by: Desk.manager)
        #expect(life.state.intake.subjects == [Desk.complaints.number])
        #expect(life.refusal(of: .replied, by: Desk.complaints) == .mayNotRead)
        // They have it in hand, so that handing it over is all that is left to them.
        #expect(life.refusal(of: .handed(to: Desk.secondComplaints), by: Desk.complaints) == nil)
        // A clerk would recuse the only one who may sign with it.
        #expect(life.refusal(of: .amend("about", to: ""), by: Desk.clerk) == .notYours(.amend))
        // Once recused, always recused: blanking the name lets nobody in again.
        let cleared = try life.after(.amend("about", to: ""), by: Desk.manager)
        #expect(cleared.state.intake.subjects == [Desk.complaints.number])
        #expect(cleared.refusal(of: .replied, by: Desk.complaints) == .mayNotRead)
    }

    @Test("a typing error is put right until the signature, in a withdrawn case too")
    func untilSigned() throws {
        let withdrawn = try Life().after(.withdrawn, by: Desk.clerk)
        #expect(withdrawn.refusal(of: .amended, by: Desk.clerk) == nil)
        #expect(withdrawn.refusal(of: .amended, by: Desk.colleague) == .mayNotRead)
        #expect(try withdrawn.after(.sign, by: Desk.manager).refusal(of: .amended, by: Desk.clerk) == .locked(.amend))
        #expect(try Life.toSign().after(.sign, by: Desk.manager).refusal(of: .amended, by: Desk.manager) == .locked(.amend))
    }
}
