import Testing

@testable import firstdesk

@Suite("firstdesk act")
struct ActCommandTests {
    @Test("A case goes from the hand-over to the signature, each act by whoever may")
    func life() throws {
        let desk = try CommandDesk()
        let number = try desk.repliedCase()
        let signed = try desk.run("act", number, "sign", "--json", desk.reading(number), as: "1001")
        #expect(signed.status == 0, "\(signed.errors)")
        #expect(try signed.objects()[0]["stage"] == .text("closed"))
        let addendum = try desk.run("act", "0379-2611-1", "addendum", "--json", #"{"text":"客户来电致谢"}"#, as: "1002")
        #expect(try addendum.objects()[0]["stage"] == .text("closed"))
        let verified = try desk.run("verify", "--json").objects()[0]
        #expect(verified["ok"] == .truth(true))
        // One a transaction, the founding, three members of staff, the case and five acts, and that of the sign-off itself.
        #expect(verified["signatures"] == .integer(11))
    }

    @Test("Nobody signs by a script what they have not read: without the last event, or where another has come since, it is refused")
    func unread() throws {
        let desk = try CommandDesk()
        let number = try desk.repliedCase()
        let read = try desk.reading(number)
        let unread = try desk.run("act", number, "sign", as: "1001")
        #expect(unread.status == 1)
        #expect(unread.errors == "Sign: say which event you have read last. \"show --json\" prints it as lastEvent; give it as read.\n")
        #expect(try desk.run("act", number, "note", "--json", #"{"text":"客户来电"}"#, as: "1002").status == 0)
        let late = try desk.run("act", number, "sign", "--json", read, as: "1001")
        #expect(late.status == 1)
        #expect(late.errors == "The case changed since you read it. Nothing was signed; read it again.\n")
        #expect(try desk.run("act", number, "sign", "--json", desk.reading(number), as: "1001").status == 0)
    }

    @Test("With --json alone the state is printed; fields may come over standard input, behind the passcode")
    func json() throws {
        let desk = try CommandDesk()
        let number = try desk.log()
        let accepted = try desk.run("act", number, "accept", "--json", as: "1002")
        #expect(
            accepted.output == """
                {"about":"","business":"","channel":"oral","class":null,"closed":null,"contact":"13800000000","customer":"刘女士",\
                "kind":null,"nearest":{"due":"2026-11-23T17:00:00+08:00","rule":"reply","state":"running","urgency":"none"},"number":"0379-2611-001",\
                "overdue":false,"reason":"","received":"2026-11-20T09:00:00+08:00","source":"","sourceNumber":"","stage":"in-hand",\
                "text":"排队四十分钟无人管"}

                """
        )
        let noted = try desk.run(
            "act",
            number,
            "note",
            "--json",
            "-",
            "--as",
            "1002",
            "--passcode-file",
            "-",
            input: "practice 练习\n{\n  \"text\": \"已致电\",\n  \"how\": \"phone\"\n}\n"
        )
        #expect(noted.status == 0, "\(noted.errors)")
        let event = try #require(try desk.run("show", number, "--json", as: "1002").objects()[0]["events"]?.elements.last)
        #expect(event["act"] == .text("note"))
        #expect(event["text"] == .text("已致电"))
        #expect(event["how"] == .text("phone"))
    }

    @Test("What is possible now, and why the rest is not: as text and as JSON")
    func list() throws {
        let desk = try CommandDesk()
        let number = try desk.log()
        #expect(
            try desk.run("act", number, "--list", as: "1003").output == """
                Act
                accept                Accept: only the complaint manager or the branch manager may do that.
                acknowledge           Acknowledge: only the branch manager may do that.
                confirm-escalation    Confirm escalation: only the branch manager may do that.
                grant-extension       Grant extension: only the branch manager may do that.
                sign                  Sign: only the branch manager may do that.
                send-back             Send back: only the branch manager may do that.
                head-office-answer    Head office answer: only the complaint manager or the branch manager may do that.
                answer-in-book        Answer in the book: only the complaint manager or the branch manager may do that.
                send-result           Send the result: only the complaint manager or the branch manager may do that.
                call-back             Call back: only the complaint manager or the branch manager may do that.
                verify-rectification  Verify rectification: only the complaint manager or the branch manager may do that.
                delay-note            Delay note: only the complaint manager or the branch manager may do that.
                answer                Answer on the spot: possible
                finding               Finding: only the complaint manager or the branch manager may do that.
                reply                 Reply: only the complaint manager or the branch manager may do that.
                contact               Contact the customer: possible
                note                  Note: possible
                hand-over             Hand over: possible
                agree-time            Agree a reply time: possible
                interim-answer        Interim answer: possible
                tell-person           Tell the person responsible: only the complaint manager or the branch manager may do that.
                tell                  Tell customer or head office: possible
                rectify               Open rectification: only the complaint manager or the branch manager may do that.
                head-office-note      Head office progress: only the complaint manager or the branch manager may do that.
                ask-extension         Ask for extension: only the complaint manager or the branch manager may do that.
                ask-escalation        Ask for escalation: only the complaint manager or the branch manager may do that.
                decline               Decline: only the branch manager may do that.
                chase                 Chase: only the complaint manager or the branch manager may do that.
                attach                Attach: possible
                statement             Staff statement: possible
                addendum              Addendum: only the complaint manager or the branch manager may do that.
                amend                 Amend: possible
                cancel-rectification  Cancel rectification: only the complaint manager or the branch manager may do that.
                lift-recusal          Lift a recusal: only the complaint manager or the branch manager may do that.
                outside-date          External deadline: only the complaint manager or the branch manager may do that.
                mediate               Mediation: only the complaint manager or the branch manager may do that.
                spot-check            Spot check: only the complaint manager or the branch manager may do that.
                take-back             Take back: only your own last step can be taken back: an acceptance, a hand-over, an acknowledgement.
                ruling                Enter head office's ruling: only possible while the case is "to sign", "withdrawn", "out of remit" or "merged"; it is "logged" now.
                refuse-answer         Customer rejects the answer: only possible while the case is "to sign", "closed" or "merged"; it is "logged" now.
                ask-review            Ask head office to review: only the complaint manager or the branch manager may do that.
                review-decision       Record the review's decision: only the complaint manager or the branch manager may do that.
                withdraw              Customer withdraws: possible
                not-accept            Out of remit: only the complaint manager or the branch manager may do that.
                merge                 Merge: only the complaint manager or the branch manager may do that.
                hold                  Place a hold: only the branch manager may do that.
                release               Lift the hold: only the branch manager may do that.

                """
        )
        // In Chinese too each code has its name beside it, whether it is possible or not.
        let chinese = try desk.run("act", number, "--list", "--lang", "zh", as: "1003").lines
        for (code, name) in [("answer", "当场答复：可办理"), ("contact", "联系客户：可办理"), ("withdraw", "客户撤回：可办理"), ("sign", "签字：仅限")] {
            #expect(chinese.contains { $0.hasPrefix(code + " ") && $0.contains(name) }, "\(code)")
        }
        #expect(chinese.dropFirst().allSatisfy { $0.contains("：") })
        let result = try desk.run("act", number, "--list", "--json", "--lang", "zh", as: "1003")
        #expect(result.lines.count == 1)
        let entries = try result.objects()[0].elements
        #expect(entries[12] == ["act": .text("answer"), "label": .text("当场答复"), "possible": .truth(true), "why": .null])
        #expect(entries[4] == ["act": .text("sign"), "label": .text("签字"), "possible": .truth(false), "why": .text("签字：仅限网点负责人办理。")])
    }

    @Test("The rules refuse an act with the sentence that the list gave")
    func refusals() throws {
        let desk = try CommandDesk()
        let number = try desk.repliedCase()
        for person in ["1001", "1002", "1003", "1009"] {
            for entry in try desk.run("act", number, "--list", "--json", as: person).objects()[0].elements {
                guard case .text(let act)? = entry["act"], case .text(let why)? = entry["why"] else { continue }
                let refused = try desk.run("act", number, act, as: person)
                #expect(refused.status == 1)
                #expect(refused.errors == why + "\n")
            }
        }
    }

    @Test("Fields that are missing, unknown or wrong are named")
    func fields() throws {
        let desk = try CommandDesk()
        let number = try desk.log()
        let missing = try desk.run("act", number, "hand-over", as: "1003")
        #expect(missing.status == 1)
        #expect(missing.errors == "\"Hand over to\" is missing.\n")
        let unknown = try desk.run("act", number, "note", "--json", #"{"text":"x","colour":"red"}"#, as: "1003")
        #expect(unknown.status == 2)
        #expect(unknown.errors == "There is no field \"colour\" here. The fields are: text, how, sumNotPromised, paid, paidOn.\n")
        let wrong = try desk.run("act", number, "note", "--json", #"{"text":"x","how":"fax"}"#, as: "1003")
        #expect(
            wrong.errors
                == "\"How\" must be one of: oral, visit, phone, letter, book (comment book), email (e-mail), sms (text message), wechat, "
                + "video (video call), other.\n"
        )
        let malformed = try desk.run("act", number, "note", "--json", #"{"text":}"#, as: "1003")
        #expect(malformed.status == 2)
        #expect(malformed.errors.hasPrefix("That is not JSON."))
        let amended = try desk.run(
            "act",
            number,
            "amend",
            "--json",
            #"{"field":"happened","value":"2026-11-20 08:30"}"#,
            as: "1003"
        )
        #expect(amended.status == 0, "\(amended.errors)")
        let event = try #require(try desk.run("show", number, "--json", as: "1003").objects()[0]["events"]?.elements.last)
        #expect(event["new"] == .text("2026-11-20T08:30:00+08:00"))
        #expect(event["old"] == .null)
    }

    @Test("A case or an act that there is not is told apart")
    func nothingThere() throws {
        let desk = try CommandDesk(staff: false)
        let noCase = try desk.run("act", "0379-2611-099", "accept", as: "1001")
        #expect(noCase.status == 1)
        #expect(noCase.errors == "There is no case 0379-2611-099 at this desk.\n")
        let noAct = try desk.run("act", "0379-2611-001", "aceept", "--lang", "en", as: "1001")
        #expect(noAct.status == 2)
        #expect(noAct.errors.hasPrefix("There is no act \"aceept\". Did you mean accept? The acts are: accept, acknowledge,"))
        #expect(try desk.run("act", as: "1001").errors.hasPrefix("NUMBER is missing.\n"))
        #expect(try desk.run("act", "0379-2611-001", as: "1001").errors.hasPrefix("ACT is missing.\n"))
    }

    @Test("Whoever hands over a case about themselves is told no more than how it stands")
    func subject() throws {
        let desk = try CommandDesk()
        let number = try desk.log("态度生硬", "--about", "张伟")
        let refused = try desk.run("act", number, "note", "--json", #"{"text":"我没有"}"#, as: "1003")
        #expect(refused.errors == "You may not read this case: it is about you, or another member of staff has it.\n")
        let handed = try desk.run("act", number, "hand-over", "--json", #"{"to":1002}"#, as: "1003")
        #expect(handed.output == #"{"number":"0379-2611-001","stage":"handed-over"}"# + "\n")
    }

    @Test("All acts and their fields are described without a desk")
    func describe() throws {
        let text = try run(["act", "--describe"])
        #expect(text.status == 0)
        #expect(
            text.output.contains(
                "hand-over - Hand over\n    to: Hand over to, the staff number of a manager (required)\n    note: Note, a text\n"
            )
        )
        let objects = try run(["act", "--describe", "--json"]).objects()
        #expect(objects.count == 47)
        #expect(
            objects[14] == [
                "act": .text("reply"), "label": .text("Reply"),
                "fields": .list([
                    [
                        "name": .text("how"), "label": .text("How"), "required": .truth(true), "type": .text("choice"),
                        "choices": .list(
                            ["oral", "visit", "phone", "letter", "book", "email", "sms", "wechat", "video", "other"].map(JSONValue.text)
                        ),
                    ],
                    ["name": .text("text"), "label": .text("Text"), "required": .truth(true), "type": .text("text")],
                    ["name": .text("grounds"), "label": .text("On what grounds"), "required": .truth(false), "type": .text("text")],
                    ["name": .text("remedies"), "label": .text("Next steps"), "required": .truth(false), "type": .text("text")],
                    ["name": .text("accepted"), "label": .text("Customer accepts"), "required": .truth(false), "type": .text("flag")],
                    ["name": .text("to"), "label": .text("Replied to"), "required": .truth(false), "type": .text("text")],
                    ["name": .text("amount"), "label": .text("Amount promised"), "required": .truth(false), "type": .text("amount")],
                    ["name": .text("promise"), "label": .text("Promise"), "required": .truth(false), "type": .text("text")],
                    [
                        "name": .text("forOthers"), "label": .text("Of it, for others"), "required": .truth(false),
                        "type": .text("amount"),
                    ],
                    [
                        "name": .text("sumNotPromised"), "label": .text("Larger sum not promised"), "required": .truth(false),
                        "type": .text("flag"),
                    ],
                    [
                        "name": .text("relief"), "label": .text("Kind of relief"), "required": .truth(false), "type": .text("choice"),
                        "choices": .list([.text("monetary"), .text("non-monetary"), .text("explanation")]),
                    ],
                    ["name": .text("paid"), "label": .text("Amount paid"), "required": .truth(false), "type": .text("amount")],
                    ["name": .text("paidOn"), "label": .text("Paid on"), "required": .truth(false), "type": .text("day")],
                    ["name": .text("undelivered"), "label": .text("Undelivered"), "required": .truth(false), "type": .text("flag")],
                ]),
            ]
        )
    }
}
