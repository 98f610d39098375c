import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("The fields of an act")
struct ActFieldTests {
    private func refusal(_ kind: ActKind, _ values: [String: String]) -> Refusal? {
        do throws(Refusal) {
            _ = try Deed(kind, values: values)
            return nil
        } catch {
            return error
        }
    }

    @Test("acts have their names from the command line")
    func names() {
        #expect(
            ActKind.allCases.map(\.rawValue) == [
                "accept", "acknowledge", "confirm-escalation", "grant-extension", "sign", "send-back", "head-office-answer",
                "answer-in-book", "send-result", "call-back", "verify-rectification", "delay-note", "answer", "finding", "reply",
                "contact", "note", "hand-over", "agree-time", "interim-answer", "tell-person", "tell", "rectify", "head-office-note",
                "ask-extension", "ask-escalation", "decline", "chase", "attach", "statement", "addendum", "amend",
                "cancel-rectification", "lift-recusal", "outside-date", "mediate", "spot-check", "take-back", "ruling", "refuse-answer",
                "ask-review",
                "review-decision",
                "withdraw", "not-accept", "merge", "hold", "release",
            ]
        )
        #expect(
            Stage.allCases.map(\.rawValue) == [
                "logged", "handed-over", "in-hand", "with-head-office", "to-sign", "closed", "withdrawn", "not-accepted", "merged",
            ]
        )
        #expect(Role.allCases.map(\.rawValue) == ["counter", "complaint-manager", "branch-manager", "auditor"])
        #expect(Channel.allCases.map(\.rawValue) == ["oral", "letter", "phone", "comment-book", "hotline", "referred", "other"])
        #expect(CaseClass.allCases.map(\.rawValue) == ["valid", "unfounded", "special"])
        #expect(Fault.allCases.map(\.rawValue) == ["bank", "partly", "none"])
        #expect(
            ContactWay.allCases.map(\.rawValue) == ["oral", "visit", "phone", "letter", "book", "email", "sms", "wechat", "video", "other"]
        )
        #expect(Clock.State.allCases.map(\.rawValue) == ["running", "kept", "breached", "superseded", "stopped"])
    }

    @Test(
        "each act takes these fields; those with a star it needs",
        arguments: [
            (ActKind.answer, "text* amount promise for-others sum-not-promised relief paid paid-on"), (.handOver, "to* note"),
            (.acknowledge, "text"),
            (.accept, ""),
            (.note, "text* how sum-not-promised paid paid-on"),
            (.contact, "how* text* reached* number sum-not-promised"), (.agreeTime, "agreed*"),
            (.interimAnswer, "how* text* sum-not-promised"), (.tellPerson, "who* text*"),
            (.tell, "who* how* text* number undelivered sum-not-promised"),
            (.attach, "file name place"), (.chase, "text"),
            (
                .finding,
                "fault* class* kind facts* apology apology-by correction rectification explanation ruling third-party responsible "
                    + "sum-not-promised as-told"
            ),
            (.reply, "how* text* grounds remedies accepted to amount promise for-others sum-not-promised relief paid paid-on undelivered"),
            (.answerInBook, "text* sum-not-promised"),
            (.askExtension, "reason*"),
            (.grantExtension, ""), (.askEscalation, "kind* reason* persons"), (.confirmEscalation, ""), (.decline, "reason* what"),
            (.headOfficeNote, "text* number due"), (.headOfficeAnswer, "text* amount as-decided longer reference"),
            (.outsideDate, "due* set-by* reference"), (.sendResult, "text* to sum-not-promised"), (.takeBack, ""), (.askReview, "text*"),
            (.reviewDecision, "text* told* again* sum-not-promised"),
            (.sign, "read"),
            (.ruling, "text* reference* told sum-not-promised read"), (.sendBack, "reason*"), (.refuseAnswer, "reason*"),
            (.withdraw, "reason* how* when sum-not-promised"),
            (.notAccept, "reason* how sum-not-promised"), (.merge, "into* reason"), (.amend, "field* value"),
            (.callBack, "level* text sum-not-promised"),
            (.rectify, "what* owner* due*"),
            (.verifyRectification, "item result* effective* reference"), (.cancelRectification, "item reason*"), (.spotCheck, "text*"),
            (.mediate, "step* body text sum-not-promised"),
            (.statement, "text*"),
            (.delayNote, "cause*"),
            (.addendum, "text* sum-not-promised paid paid-on"), (.hold, "reason*"), (.release, "reason*"),
        ]
    )
    func fields(kind: ActKind, fields: String) {
        #expect(kind.fields.map { $0.name.text + ($0.isRequired ? "*" : "") }.joined(separator: " ") == fields)
        // What an act needs is refused when it is left out or blank, the first one first.
        let needed = kind.fields.filter(\.isRequired).map(\.name)
        if let first = needed.first {
            #expect(refusal(kind, [:]) == .missing(first))
            #expect(refusal(kind, [first.text: " \n"]) == .missing(first))
        }
        #expect(refusal(kind, ["colour": "blue"]) == .unknownField("colour", known: kind.fields.map(\.name)))
    }

    @Test("what is written in the fields becomes the act")
    func reads() throws {
        #expect(try Deed(.answer, values: ["text": " 已解释 "]) == .answer(.init(text: "已解释")))
        #expect(try Deed(.handOver, values: ["to": "1005", "note": "急"]) == .handOver(.init(to: Desk.number("1005"), note: "急")))
        #expect(try Deed(.accept, values: [:]) == .accept)
        #expect(try Deed(.note, values: ["text": "x"]) == .note(.init(text: "x")))
        #expect(try Deed(.note, values: ["text": "x", "how": "phone"]) == .note(.init(text: "x", how: .phone)))
        #expect(try Deed(.sign, values: [:]) == .sign)
        #expect(try Deed(.sendBack, values: ["reason": "x"]) == .sendBack(.init(reason: "x")))
        #expect(try Deed(.withdraw, values: ["reason": "x", "how": "wechat"]) == .withdraw(.init(reason: "x", how: .wechat)))
        #expect(try Deed(.notAccept, values: ["reason": "x"]) == .notAccept(.init(reason: "x")))
        #expect(try Deed(.amend, values: ["field": "customer", "value": "x"]) == .amend("customer", to: "x"))
        #expect(try Deed(.amend, values: ["field": "customer"]) == .amend("customer", to: ""))
        #expect(try Deed(.addendum, values: ["text": "x"]) == .addendum(.init(text: "x")))
        #expect(
            try Deed(.reply, values: ["how": "letter", "text": "x", "accepted": "no"])
                == .reply(.init(how: .letter, text: "x", isAccepted: false))
        )
        #expect(try Deed(.reply, values: ["how": "book", "text": "x"]) == .reply(.init(how: .book, text: "x", isAccepted: nil)))
        var finding = Finding(fault: .partly, classification: .valid, kind: .enquiry, facts: "f")
        finding.apology = "a"
        finding.correction = "c"
        finding.rectification = "r"
        finding.explanation = "e"
        #expect(
            try Deed(
                .finding,
                values: [
                    "fault": "partly", "facts": "f", "class": "valid", "kind": "enquiry", "apology": "a", "correction": "c",
                    "rectification": "r", "explanation": "e",
                ]
            ) == .finding(finding)
        )
    }

    @Test("every act that is made has the kind that was asked for", arguments: ActKind.allCases)
    func kinds(kind: ActKind) throws {
        let all = [
            "text": "x", "to": "1005", "note": "", "how": "phone", "fault": "none", "facts": "x", "class": "unfounded", "reason": "x",
            "field": "customer", "value": "x", "accepted": "yes", "reached": "no", "agreed": "12:00", "who": "customer", "name": "x",
            "kind": "x",
            "due": "2026-12-01", "set-by": "x", "reference": "x", "into": "x", "level": "satisfied", "what": "x", "owner": "x",
            "result": "x",
            "cause": "x", "told": "x", "again": "no", "number": "1005", "step": "offered", "effective": "yes",
        ]
        var values = all.filter { pair in kind.fields.contains { $0.name.text == pair.key } }
        if kind == .decline { values["what"] = "escalation" }
        if values["kind"] != nil { values["kind"] = kind == .finding ? "venting" : "media" }
        let act = try Deed(kind, values: values)
        #expect(act.kind == kind)
    }

    @Test("what cannot be read is refused by the name of its field")
    func broken() {
        #expect(refusal(.handOver, ["to": "王芳"]) == .badValue("to", .staffNumber))
        #expect(refusal(.note, ["text": "x", "how": "fax"]) == .badValue("how", .none(of: ContactWay.self)))
        #expect(refusal(.reply, ["how": "phone", "text": "x", "accepted": "perhaps"]) == .badValue("accepted", .flag))
        #expect(
            refusal(.finding, ["fault": "bank", "facts": "x", "class": "good"])
                == .badValue("class", .none(of: CaseClass.self))
        )
        #expect(
            refusal(.finding, ["fault": "Banc", "facts": "x", "class": "valid"]) == .badValue("fault", .none(of: Fault.self))
        )
        #expect(
            refusal(.amend, ["field": "received", "value": "x"])
                == .badValue(
                    "field",
                    .none(of: AmendableField.self)
                )
        )
    }

    @Test("weighty acts are asked about once before they are done")
    func weighty() {
        #expect(
            ActKind.allCases.filter(\.rule.isWeighty) == [
                .confirmEscalation, .grantExtension, .sign, .sendBack, .askEscalation, .liftRecusal, .ruling, .refuseAnswer,
                .reviewDecision, .withdraw, .notAccept,
                .merge,
            ]
        )
    }

    @Test("a refusal of an act's field names a field of that act, so that its form can go there")
    func formGoesThere() throws {
        let life = try Life()
        let bad: [(Deed, String)] = [
            (.handOver(.init(to: Desk.number("4711"))), "to"), (.handOver(.init(to: Desk.formerManager.number)), "to"),
            (.handed(to: Desk.colleague), "to"), (.amend("customer", to: "刘女士"), "value"), (.amend("amount", to: "lots"), "value"),
            (.amend("text", to: ""), "value"), (.amend("customer", to: String(repeating: "x", count: 201)), "value"),
            (.amend("happened", to: "2027-01-01"), "value"),
        ]
        for (act, field) in bad {
            let refusal = try #require(life.refusal(of: act, by: Desk.clerk))
            #expect(refusal.field == field, "\(refusal)")
        }
    }
}

@Suite("Acts on the desk itself")
struct DeskActTests {
    private func refusal(_ body: () throws(Refusal) -> DeskEvent) -> Refusal? {
        do throws(Refusal) {
            _ = try body()
            return nil
        } catch {
            return error
        }
    }

    @Test("staff, settings and history are the branch manager's; managers issue reports; everybody sees who works here")
    func roles() {
        let may: [(DeskAct, [StaffMember])] = [
            (.addStaff, [Desk.manager]), (.retireStaff, [Desk.manager]), (.changeSettings, [Desk.manager]),
            (.nameStandIn, [Desk.manager]), (.loadCalendar, [Desk.manager]), (.changeCodes, [Desk.manager]),
            (.changeScripts, [Desk.manager]),
            (.renameStaff, [Desk.manager]), (.changeRole, [Desk.manager]), (.returnStaff, [Desk.manager]), (.correctPast, [Desk.manager]),
            (.issueReport, [Desk.complaints, Desk.manager]),
            (.resetPasscode, [Desk.manager]), (.unlock, [Desk.manager]), (.replaceRecoveryKey, [Desk.manager]),
            (.signOutPapers, [Desk.complaints, Desk.manager]),
            (.declareLoss, [Desk.manager]), (.restore, [Desk.manager]), (.backUp, [Desk.manager]), (.rebuild, [Desk.manager]),
            (.erase, [Desk.manager]), (.readAudit, [Desk.manager, Desk.auditor]), (.export, [Desk.manager, Desk.auditor]),
            (.readFigures, [Desk.complaints, Desk.manager, Desk.auditor]),
            (.importCases, [Desk.manager]), (.listStaff, [Desk.clerk, Desk.complaints, Desk.manager, Desk.auditor]),
        ]
        #expect(may.map(\.0).count == DeskAct.allCases.count)
        for (act, members) in may {
            for member in [Desk.clerk, Desk.complaints, Desk.manager, Desk.auditor] {
                if members.contains(member) {
                    #expect(throws: Never.self) { try permit(act, by: Actor(member)) }
                } else {
                    #expect(throws: Refusal.deskActRoleMayNot(act)) { try permit(act, by: Actor(member)) }
                }
            }
            #expect(throws: Refusal.retired(Desk.formerManager.number)) { try permit(act, by: Actor(Desk.formerManager)) }
        }
    }

    @Test("a number is given once, also after its owner has left, and a name is not blank")
    func adding() throws {
        func refusal(_ number: String, _ name: String, by actor: StaffMember = Desk.manager) -> Refusal? {
            self.refusal { () throws(Refusal) in
                try decideAdding(
                    Desk.member(number, name, .counter),
                    publicKey: "00",
                    in: Occasion(Actor(actor), at: Desk.now, under: Desk.rules)
                )
            }
        }
        #expect(refusal("1003", "新人") == .staffNumberTaken(Desk.clerk.number))
        #expect(refusal("1001", "新人") == .staffNumberTaken(Desk.formerClerk.number))
        #expect(refusal("1020", " ") == .missing("name"))
        #expect(refusal("1020", String(repeating: "名", count: 201)) == .tooLong("name", limit: 200))
        #expect(refusal("1020", "新人", by: Desk.complaints) == .deskActRoleMayNot(.addStaff))
        let event = try decideAdding(
            Desk.member("1020", " 新人 ", .counter),
            publicKey: "00",
            in: Occasion(Actor(Desk.manager), at: Desk.now, under: Desk.rules)
        )
        #expect(event == .staffAdded(.init(number: Desk.number("1020"), name: "新人", role: .counter, publicKey: "00")))
    }

    @Test("the last branch manager does not leave, and nobody leaves twice")
    func retiring() {
        func refusal(_ number: String, under desk: DeskRules = Desk.rules) -> Refusal? {
            self.refusal { () throws(Refusal) in
                try decideStaffEdit(
                    .leave,
                    of: Desk.number(number),
                    holding: OpenCases(),
                    in: Occasion(Actor(Desk.manager), at: Desk.at("2026-11-20 10:00"), under: desk)
                )
            }
        }
        #expect(refusal("1008") == .lastBranchManager)
        #expect(refusal("1005") == nil)
        #expect(refusal("1001") == .retired(Desk.formerClerk.number))
        #expect(refusal("4711") == .unknownStaff(Desk.number("4711")))
        let second = Desk.rules(in: Desk.zone, staff: Desk.everybody + [Desk.member("1009", "郑凯", .branchManager)])
        #expect(refusal("1008", under: second) == nil)
    }

    @Test(
        "wrong passcodes wait: nothing twice, then twice as long each time, an hour at most",
        arguments: [
            (0, 0), (1, 0), (2, 0), (3, 2), (4, 4), (5, 8), (6, 16), (12, 1024), (13, 2048), (14, 3600), (100, 3600), (Int.max, 3600),
        ]
    )
    func waits(failures: Int, seconds: Int) {
        #expect(SignInRules.secondsToWait(afterFailures: failures) == Int64(seconds))
    }

    @Test("a passcode is none that is guessed at once: short, few digits, one sign or two, the number, a word that everybody tries")
    func passcodes() {
        let weak: [(String, Refusal)] = [
            ("12345", .passcodeTooShort(minimum: 6)), ("ab cd", .passcodeTooShort(minimum: 6)),
            ("a        b", .passcodeTooShort(minimum: 6)),
            ("", .passcodeTooShort(minimum: 6)), ("123456", .passcodeWeak(.fewDigits(minimum: 10))),
            ("123 456 789", .passcodeWeak(.fewDigits(minimum: 10))), ("１２３４５６", .passcodeWeak(.fewDigits(minimum: 10))),
            ("0000000000", .passcodeWeak(.fewSigns)), ("abababab", .passcodeWeak(.fewSigns)), ("Teller9", .passcodeWeak(.number)),
            (" t eller9 ", .passcodeWeak(.number)), ("Password", .passcodeWeak(.known)), ("QWERTY", .passcodeWeak(.known)),
            ("1q2w3e4r", .passcodeWeak(.known)),
        ]
        for (passcode, refusal) in weak {
            #expect(throws: refusal, Comment(rawValue: passcode)) { try SignInRules.check(passcode, of: Desk.number("teller9")) }
        }
        for passcode in ["6 fine days", "7391820465", "practice", "柜台练习密码啊", "teller9!"] {
            #expect(throws: Never.self, Comment(rawValue: passcode)) { try SignInRules.check(passcode, of: Desk.number("teller9")) }
        }
    }

    @Test("the branch manager resets anybody's passcode but their own, and lifts a lock-out; the recovery key helps a branch manager alone")
    func keys() throws {
        func resetting(_ number: String, by actor: StaffMember = Desk.manager) -> Refusal? {
            refusal { () throws(Refusal) in
                try decideResetting(Desk.number(number), publicKey: "00", in: Occasion(Actor(actor), at: Desk.now, under: Desk.rules))
            }
        }
        #expect(resetting("1003") == nil)
        #expect(resetting("1003", by: Desk.complaints) == .deskActRoleMayNot(.resetPasscode))
        #expect(resetting("1008") == .ownPasscode)
        #expect(resetting("1001") == .retired(Desk.formerClerk.number))
        #expect(resetting("4711") == .unknownStaff(Desk.number("4711")))
        func recovering(_ number: String) -> Refusal? {
            refusal { () throws(Refusal) in try decideRecovering(Desk.number(number), publicKey: "00", under: Desk.rules) }
        }
        #expect(recovering("1008") == nil)
        #expect(recovering("1003") == .deskActRoleMayNot(.replaceRecoveryKey))
        #expect(recovering("4711") == .unknownStaff(Desk.number("4711")))
        let lifted = refusal { () throws(Refusal) in
            try decideUnlocking(Desk.clerk.number, in: Occasion(Actor(Desk.clerk), at: Desk.now, under: Desk.rules))
        }
        #expect(lifted == .deskActRoleMayNot(.unlock))
    }

    @Test("a new desk opens at nine and closes at five")
    func hours() {
        #expect(Desk.rules.settings.openingTime.text == "09:00")
        #expect(Desk.rules.settings.closingTime.text == "17:00")
    }
}
