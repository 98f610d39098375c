import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("The fields of the wider acts")
struct WiderFieldTests {
    private func refusal(_ kind: ActKind, _ values: [String: String]) -> Refusal? {
        do throws(Refusal) {
            _ = try Deed(kind, values: values)
            return nil
        } catch {
            return error
        }
    }

    @Test("what is written in the fields becomes the act: along the way")
    func along() throws {
        #expect(try Deed(.acknowledge, values: [:]) == .acknowledge(.init(text: "")))
        #expect(try Deed(.acknowledge, values: ["text": " 先安抚 "]) == .acknowledge(.init(text: "先安抚")))
        #expect(
            try Deed(.contact, values: ["how": "phone", "text": "x", "reached": "no"])
                == .contact(.init(how: .phone, text: "x", isReached: false))
        )
        #expect(try Deed(.interimAnswer, values: ["how": "letter", "text": "x"]) == .interimAnswer(.init(how: .letter, text: "x")))
        #expect(try Deed(.tellPerson, values: ["who": "王芳", "text": "x"]) == .tellPerson(.init(who: "王芳", text: "x")))
        #expect(
            try Deed(.attach, values: ["name": "信", "place": "3号柜"]) == .attach(.init(name: "信", place: "3号柜"))
        )
        #expect(try Deed(.attach, values: ["file": "/tmp/a/来信.pdf"]) == .attach(.init(file: "/tmp/a/来信.pdf")))
        #expect(try Deed(.chase, values: [:]) == .chase(text: ""))
        #expect(try Deed(.answerInBook, values: ["text": "x"]) == .answerInBook(.init(text: "x")))
        #expect(try Deed(.statement, values: ["text": "x"]) == .statement(.init(text: "x")))
        #expect(try Deed(.merge, values: ["into": " 0379-2611-009 "]) == .merge(into: "0379-2611-009"))
    }

    @Test("what is written in the fields becomes the act: upward and after closing")
    func upward() throws {
        #expect(
            try Deed(.askEscalation, values: ["kind": "branch-dispute", "reason": "x"])
                == .askEscalation(.init(why: .branchDispute, reason: "x"))
        )
        #expect(try Deed(.headOfficeAnswer, values: ["text": "x"]) == .headOfficeAnswer(.init(text: "x", isLonger: nil)))
        #expect(try Deed(.headOfficeAnswer, values: ["text": "x", "longer": "yes"]) == .headOfficeAnswer(.init(text: "x", isLonger: true)))
        #expect(try Deed(.ruling, values: ["text": "x", "reference": "1号"]) == .ruling(.init(text: "x", reference: "1号")))
        #expect(
            try Deed(.callBack, values: ["level": "basically-satisfied", "text": "x"])
                == .callBack(.init(level: .basicallySatisfied, text: "x"))
        )
        #expect(
            try Deed(.rectify, values: ["what": "x", "owner": "陈立", "due": "2026-12-01"])
                == .rectify(what: "x", owner: "陈立", due: try #require(Day("2026-12-01")))
        )
        #expect(
            try Deed(.verifyRectification, values: ["result": "x", "effective": "no"])
                == .verifyRectification(.init(item: nil, result: "x", isEffective: false))
        )
        #expect(
            try Deed(.verifyRectification, values: ["item": "2", "result": "x", "effective": "yes"])
                == .verifyRectification(.init(item: 2, result: "x", isEffective: true))
        )
        #expect(try Deed(.delayNote, values: ["cause": "x"]) == .delayNote(cause: "x"))
        #expect(try Deed(.refuseAnswer, values: ["reason": "x"]) == .refuseAnswer(.init(reason: "x", toldChannels: "")))
    }

    @Test("amounts, promises and who was told stand in an answer and a reply")
    func promises() throws {
        #expect(
            try Deed(.answer, values: ["text": "x", "amount": "66元", "promise": "三日内到账"])
                == .answer(.init(text: "x", amount: Amount("66"), promise: "三日内到账"))
        )
        var reply = Reply(how: .phone, text: "x", isAccepted: nil)
        reply.to = "王太太"
        reply.amount = Amount("66")
        reply.promise = "三日内到账"
        reply.isUndelivered = true
        let values = ["how": "phone", "text": "x", "to": "王太太", "amount": "66", "promise": "三日内到账", "undelivered": "yes"]
        #expect(try Deed(.reply, values: values) == .reply(reply))
        var finding = Finding(fault: .none, classification: .special, facts: "f")
        finding.ruling = "1号"
        #expect(try Deed(.finding, values: ["fault": "none", "facts": "f", "class": "special", "ruling": "1号"]) == .finding(finding))
    }

    @Test(
        "a day that something is due means its closing time, a time of day means today",
        arguments: [
            ("2026-11-23", "2026-11-23T17:00:00+08:00"), ("16:30", "2026-11-20T16:30:00+08:00"),
            ("2026-11-23 09:14", "2026-11-23T09:14:00+08:00"), ("2026-11-23T09:14:00Z", "2026-11-23T17:14:00+08:00"),
        ]
    )
    func moments(text: String, moment: String) throws {
        let agreed = try #require(try Deed(.agreeTime, values: ["agreed": text]).act as? AgreedTime)
        let date = try #require(try Deed(.outsideDate, values: ["due": text, "set-by": "监管局"]).act as? OutsideDate)
        #expect(Desk.zone.iso(agreed.agreed) == moment)
        #expect(Desk.zone.iso(date.due) == moment)
        #expect(date.by == "监管局")
    }

    @Test("what cannot be read is refused by the name of its field")
    func broken() {
        #expect(refusal(.agreeTime, ["agreed": "soon"]) == .badValue("agreed", .time))
        #expect(refusal(.outsideDate, ["due": "soon", "set-by": "x"]) == .badValue("due", .time))
        #expect(refusal(.rectify, ["what": "x", "owner": "x", "due": "soon"]) == .badValue("due", .day))
        #expect(refusal(.verifyRectification, ["item": "0", "result": "x", "effective": "yes"]) == .badValue("item", .count))
        #expect(refusal(.contact, ["how": "phone", "text": "x", "reached": "perhaps"]) == .badValue("reached", .flag))
        #expect(refusal(.answer, ["text": "x", "amount": "lots"]) == .badValue("amount", .amount))
        #expect(refusal(.reply, ["how": "phone", "text": "x", "undelivered": "?"]) == .badValue("undelivered", .flag))
        #expect(
            refusal(.askEscalation, ["kind": "weather", "reason": "x"])
                == .badValue("kind", .none(of: Escalation.Kind.self))
        )
        #expect(refusal(.callBack, ["level": "happy"]) == .badValue("level", .none(of: SatisfactionLevel.self)))
    }
}

@Suite("What an event says")
struct EventDetailTests {
    /// A case to which each of the acts is done that fit together, with what it says of itself then.
    @Test("each event names the act that made it, and what stands in its fields")
    func details() throws {
        var life = try Life(desk: Desk.rulesWithOther).after(.handed(to: Desk.complaints), by: Desk.clerk)
        for kind in [ActKind.acknowledge, .contact, .agreeTime, .interimAnswer, .attach, .askExtension, .grantExtension, .outsideDate] {
            life = try life.after(.sample(kind), by: Desk.manager)
        }
        let written = life.events.map { event in
            "\(event.event.actName):" + event.event.details.filter(\.isKnown).map { " \($0.name)" }.joined()
        }
        #expect(
            written == [
                "log: channel received customer text repeated-back", "hand-over: to", "clock: rule due", "acknowledge: text",
                "contact: how text reached", "agree-time: agreed",
                "clock: rule due",
                "interim-answer: how text", "attach: name place", "ask-extension: reason", "grant-extension:",
                "clock: rule due",
                "clock: rule due", "outside-date: due set-by", "clock: rule due",
            ]
        )
    }

    @Test("a detail holds text, a code with its words, a moment, a day, a flag or a count")
    func values() throws {
        #expect(
            Contact(how: .phone, text: "x", isReached: false).details.map(\.value) == [
                .code("phone", Phrase(en: "phone", zh: "电话")), .text("x"),
                .flag(false, .words(yes: Phrase(en: "Reached", zh: "已联系上"), no: Phrase(en: "unreachable", zh: "未联系上"))), nil, nil,
            ]
        )
        let day = try #require(Day("2026-12-01"))
        #expect(
            Rectification(item: 2, what: "w", owner: "o", due: day).details.map(\.value) == [
                .text("w"), .count(2), .text("o"), .day(day),
            ]
        )
        #expect(AgreedTime(agreed: Moment(milliseconds: 1)).details.map(\.value) == [.moment(Moment(milliseconds: 1))])
        // A yes is told, a no is not.
        let words = CaseWords(.english, Desk.rules, showsContacts: false, arrow: ">")
        #expect(words.lines(HeadOfficeAnswer(text: "x", isLonger: false).details) == ["x"])
        #expect(words.lines(HeadOfficeAnswer(text: "x", isLonger: true).details) == ["x", "30 more days"])
    }

    @Test("every act has an event that goes by its name, and every heading has words in both languages")
    func names() {
        let events = SampleEvent.all.map { $0.event }
        let names = Set(events.map { $0.actName })
        #expect(
            names
                == Set(ActKind.allCases.map(\.rawValue)).union([
                    "log", "import", "clock", "link", "recuse", "part", "part-far", "owe-answer", "owe-no-answer", "begin-anew",
                ])
        )
        #expect(Set(events.map { $0.heading }).count == caseEvents.count)
        for event in events {
            #expect(!event.heading.english.isBlank)
            #expect(event.heading.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
            for detail in event.details {
                #expect(!detail.name.label.english.isBlank, "\(event.actName) \(detail.name)")
                #expect(
                    detail.name.label.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
                    "\(event.actName) \(detail.name)"
                )
            }
        }
    }
}
