import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("Comment-book cases")
struct BookTests {
    private static let byBook = Deed.reply(.init(how: .book, text: "已在意见簿答复"))

    private func inHand(contact: String = "") throws -> Life {
        try Life { intake in
            intake.channel = .commentBook
            intake.contact = contact
        }.after(.accept, by: Desk.complaints)
    }

    @Test("the answer is written in the book and ticked before the signature")
    func ticked() throws {
        let life = try inHand().after([.notAtFault, BookTests.byBook], by: Desk.complaints)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .bookFirst(nil))
        let ticked = try life.after(.inBook, by: Desk.complaints)
        #expect(ticked.state.isAnsweredInBook)
        #expect(ticked.refusal(of: .inBook, by: Desk.manager) == .alreadyDone(.answerInBook))
        #expect(ticked.refusal(of: .sign, by: Desk.manager) == nil)
        #expect(life.refusal(of: .answerInBook(.init(text: "")), by: Desk.complaints) == .missing("text"))
    }

    @Test("a contact that was left must be answered too, else the case cannot close")
    func contact() throws {
        let life = try inHand(contact: "13812340000").after([.notAtFault, .inBook, BookTests.byBook], by: Desk.complaints)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .replyFirst)
        let answered = try life.after(.sentBack, by: Desk.manager).after(.replied, by: Desk.complaints)
        #expect(answered.refusal(of: .sign, by: Desk.manager) == nil)
        // Told of the outcome by a way that reaches them, they are answered too.
        #expect(try life.after(.outcomeTold, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
        for way in [ContactWay.book, .other] {
            let told = Deed.tell(.init(how: way, text: "x"))
            #expect(try life.after(told, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == .replyFirst)
        }
        #expect(try life.after(.notReached, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == .replyFirst)
        #expect(
            try inHand().after([.notAtFault, .inBook, BookTests.byBook], by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil
        )
    }

    @Test("an answer on the spot is none to the contact, nor is one by another way that says nothing of it")
    func sentBackAnswer() throws {
        let life = try Life { intake in
            intake.channel = .commentBook
            intake.contact = "13812340000"
        }.after(.answered, by: Desk.clerk).after([.notAtFault, .inBook], by: Desk.complaints)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .replyFirst)
        let replied = try life.after(.sentBack, by: Desk.manager).after([.accept, BookTests.byBook], by: Desk.complaints)
        #expect(replied.refusal(of: .sign, by: Desk.manager) == .replyFirst)
    }

    @Test(
        "whatever the end: withdrawn or out of remit, the book is answered and so is the contact, before it is signed",
        arguments: [Deed.withdrawn, .notAccepted]
    )
    func ends(act: Deed) throws {
        let life = try inHand(contact: "13812340000").after(act, by: Desk.complaints)
        #expect(life.refusal(of: .sign, by: Desk.manager) == .lackingForSignature([.bookFirst(nil), .replyFirst]))
        // The book is answered there, or while it is open again.
        #expect(duties(of: life.state, at: life.now, under: life.desk) == [.answerInBook, .tellOutcome])
        #expect(try life.after(.inBook, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == .replyFirst)
        #expect(try life.after([.inBook, .outcomeTold], by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
        let answered = try life.after(.sentBack, by: Desk.manager).after([.inBook, act], by: Desk.complaints)
        #expect(answered.refusal(of: .sign, by: Desk.manager) == .replyFirst)
        #expect(duties(of: answered.state, at: life.now, under: life.desk) == [.tellOutcome])
        #expect(try answered.after(.outcomeTold, by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == nil)
    }

    @Test("an amendment of the contact does not lift the duty, and one that brings a contact makes it")
    func amended() throws {
        let life = try inHand(contact: "13812340000").after([.notAtFault, .inBook, BookTests.byBook], by: Desk.complaints)
        #expect(try life.after(.amend("contact", to: ""), by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == .replyFirst)
        let none = try inHand().after([.notAtFault, .inBook, BookTests.byBook], by: Desk.complaints)
        #expect(
            try none.after(.amend("contact", to: "13812340000"), by: Desk.complaints).refusal(of: .sign, by: Desk.manager) == .replyFirst
        )
    }

    @Test("what did not come by the book is not answered in it")
    func others() throws {
        #expect(try Life.inHand().refusal(of: .inBook, by: Desk.complaints) == .notInBook)
    }
}

@Suite("Referred cases and dates set from outside")
struct ReferredTests {
    private func referred() throws -> Life {
        try Life { intake in
            intake.channel = .referred
            intake.sender = "监管局"
            intake.due = Desk.at("2026-12-10 17:00")
        }
    }

    @Test("the sender's date is a clock from receipt, which the sending of the result ends, and the reply does not")
    func due() throws {
        let life = try referred()
        #expect(life.clockStates == ["reply running", "final running", "pass-on running", "outside running"])
        #expect(life.due(.outside) == "2026-12-10 17:00")
        let closed = try life.after(.accept, by: Desk.complaints).after([.notAtFault, .replied], by: Desk.complaints)
            .after(.sign, by: Desk.manager)
        #expect(closed.clock(.outside)?.ended == nil)
        let sent = try closed.after(.resultSent, by: Desk.complaints, at: "2026-12-10 17:00")
        #expect(sent.state.awaitingResult.isEmpty)
        #expect(sent.clock(.outside)?.state(at: sent.now) == .kept)
        #expect(sent.refusal(of: .resultSent, by: Desk.complaints) == .alreadyDone(.sendResult))
        let late = try closed.after(.resultSent, by: Desk.complaints, at: "2026-12-10 17:01")
        #expect(late.clock(.outside)?.state(at: Desk.at("2030-01-01 00:00")) == .breached)
    }

    @Test("a withdrawal does not lift what a superior waits for")
    func withdrawn() throws {
        let life = try referred().after(.withdrawn, by: Desk.clerk)
        #expect(life.clock(.outside)?.ended == nil)
        let signed = try life.after(.sign, by: Desk.manager)
        #expect(try signed.after(.resultSent, by: Desk.complaints).clock(.outside)?.state(at: signed.now) == .kept)
    }

    @Test("a word to them in between moves no date either: a later one needs their reference all the same")
    func movedBehindResult() throws {
        let set = try Life.inHand().after(.setOutside("2026-12-10 17:00"), by: Desk.complaints).after(.resultSent, by: Desk.complaints)
        #expect(set.refusal(of: .setOutside("2026-12-20 17:00"), by: Desk.complaints) == .laterNeedsReference("监管局"))
        #expect(set.refusal(of: .setOutside("2026-12-08 17:00"), by: Desk.complaints) == nil)
        let allowed = Deed.outsideDate(.init(due: Desk.at("2026-12-20 17:00"), by: "监管局", reference: "〔2026〕9号"))
        #expect(set.refusal(of: allowed, by: Desk.complaints) == nil)
        let court = Deed.outsideDate(.init(due: Desk.at("2026-12-20 17:00"), by: "法院"))
        #expect(set.refusal(of: court, by: Desk.complaints) == nil)
    }

    @Test("a date set later is a clock too, takes the place of an earlier one, and asks for a result of its own")
    func setLater() throws {
        let life = try Life.inHand()
        #expect(life.refusal(of: .resultSent, by: Desk.complaints) == .nothingAsked(.sendResult))
        #expect(life.refusal(of: .setOutside("2026-11-20 10:02"), by: Desk.complaints) == .inThePast("due"))
        #expect(
            try life.after(.setOutside("2026-12-10 17:00"), by: Desk.complaints)
                .refusal(of: .setOutside("2026-12-20 17:00"), by: Desk.complaints) == .laterNeedsReference("监管局")
        )
        let later = Deed.outsideDate(.init(due: Desk.at("2026-12-20 17:00"), by: " 监管局", reference: "〔2026〕9号"))
        let first = try life.after([.setOutside("2026-12-10 17:00"), later], by: Desk.complaints)
        #expect(first.state.clocks.filter { $0.name == .outside }.map { $0.state(at: first.now) } == [.superseded, .running])
        // What set the date allows no later one, however it is written.
        let same = Deed.outsideDate(.init(due: Desk.at("2026-12-30 17:00"), by: "监管局", reference: "〔2026〕９号 "))
        #expect(first.refusal(of: same, by: Desk.complaints) == .laterNeedsOtherReference("监管局"))
        let other = Deed.outsideDate(.init(due: Desk.at("2026-12-30 17:00"), by: "监管局", reference: "〔2026〕12号"))
        #expect(first.refusal(of: other, by: Desk.complaints) == nil)
        let sent = try Life {
            ($0.channel, $0.sender, $0.reference, $0.due) = (.referred, "监管局", "〔2026〕9号", Desk.at("2026-12-10 17:00"))
        }
        #expect(sent.refusal(of: later, by: Desk.complaints) == .laterNeedsOtherReference("监管局"))
        // Sooner needs no word of theirs.
        #expect(first.refusal(of: .setOutside("2026-12-05 17:00"), by: Desk.complaints) == nil)
        #expect(first.clock(.outside)?.started == first.now)
        let next = Deed.outsideDate(.init(due: Desk.at("2026-12-25 17:00"), by: "监管局", reference: "〔2026〕15号"))
        let again = try first.after([.resultSent, next], by: Desk.complaints)
        #expect(again.refusal(of: .resultSent, by: Desk.complaints) == nil)
        #expect(try again.after(.resultSent, by: Desk.complaints).clock(.outside)?.state(at: again.now) == .kept)
    }
}

@Suite("Several who set a date from outside")
struct OutsidePartiesTests {
    private let court = Deed.outsideDate(.init(due: Desk.at("2027-01-20 17:00"), by: "法院"))

    @Test("each has a clock of its own: another's later date takes the place of none, and each is sent a result of its own")
    func each() throws {
        let life = try Life.inHand().after([.setOutside("2026-12-10 17:00"), court], by: Desk.complaints)
        #expect(life.state.clocks.filter { $0.name == .outside }.map(\.setBy) == ["监管局", "法院"])
        #expect(life.state.awaitingResult == ["监管局", "法院"])
        #expect(life.refusal(of: .resultSent, by: Desk.complaints) == .severalAwaitResult(["监管局", "法院"]))
        let stranger = Deed.sendResult(.init(text: "x", to: "报社"))
        #expect(life.refusal(of: stranger, by: Desk.complaints) == .nobodyAwaitsResult("报社", ["监管局", "法院"]))
        let sent = try life.after(.sendResult(.init(text: "已书面报送", to: "法 院")), by: Desk.complaints)
        #expect(sent.state.awaitingResult == ["监管局"])
        #expect(sent.state.clocks.filter { $0.name == .outside }.map { $0.ended == nil } == [true, false])
        #expect(try sent.after(.resultSent, by: Desk.complaints).state.awaitingResult.isEmpty)
    }

    @Test("what was taken down of a referred case is put right as of any other")
    func amended() throws {
        let life = try Life {
            $0.channel = .referred
            $0.sender = "信访局"
        }
        #expect(try life.after(.amended, by: Desk.clerk).state.intake.customer == "刘丽女士")
        #expect(try life.after(.amended, by: Desk.clerk).state.intake.sender == "信访局")
    }

    @Test("whoever sent the case waits too, without a date of their own")
    func sender() throws {
        let life = try Life {
            $0.channel = .referred
            $0.sender = "信访局"
        }.after(.accept, by: Desk.complaints).after(.setOutside("2026-12-10 17:00"), by: Desk.complaints)
        #expect(life.state.awaitingResult == ["监管局", "信访局"])
    }
}

@Suite("What only one channel has")
struct ChannelDetailTests {
    private let now = Desk.at("2026-11-20 10:00")

    private func read(_ values: [String: String]) throws(Refusal) -> Intake {
        var values = values
        values["text"] = "x"
        return try Intake(values: values, at: now, under: Desk.rules)
    }

    private func refusal(_ values: [String: String]) -> Refusal? {
        do throws(Refusal) {
            _ = try read(values)
            return nil
        } catch {
            return error
        }
    }

    @Test("letter, phone, hotline, comment book and referred have fields of their own")
    func fields() throws {
        let letter = try read(["channel": "letter", "postmark": "2026-11-17", "original-place": "3号柜12号", "copy-place": "3号柜13号"])
        #expect(letter.postmark?.iso == "2026-11-17")
        #expect(letter.originalPlace == "3号柜12号" && letter.copyPlace == "3号柜13号")
        #expect(try read(["channel": "phone", "call-back-number": "0379-6543"]).callBackNumber == "0379-6543")
        let hotline = try read(["channel": "hotline", "verified": "yes", "ticket": "T17"])
        #expect(hotline.isVerified == true && hotline.ticket == "T17")
        let book = try read(["channel": "comment-book", "page": "12", "line": "3"])
        #expect(book.page == 12 && book.line == 3)
        let referred = try read(["channel": "referred", "sender": "监管局", "reference": "〔2026〕3号", "due": "2026-12-10"])
        #expect(referred.sender == "监管局" && referred.reference == "〔2026〕3号")
        #expect(referred.due.map { Desk.zone.iso($0) } == "2026-12-10T17:00:00+08:00")
        #expect(try read(["channel": "oral"]) == Intake(channel: .oral, received: now, text: "x"))
        #expect(try read(["channel": "letter", "postmark": " "]) == Intake(channel: .letter, received: now, text: "x"))
    }

    @Test("a field of another channel is refused, since it would be lost")
    func others() {
        let ofAll = [
            "channel", "received", "customer", "contact", "text", "asks", "business", "reason", "about", "repeatedBack", "happened",
            "doneAt", "vulnerable", "vulnerabilityFailed", "amount", "proxy", "fewSpeak", "authority", "agreed", "sumNotPromised",
        ]
        guard case .unknownField("page", let oral)? = refusal(["channel": "oral", "page": "12"]),
            case .unknownField("sender", let letter)? = refusal(["channel": "letter", "sender": "监管局"])
        else {
            Issue.record("a field of another channel was taken")
            return
        }
        #expect(Set(oral.map(\.jsonKey)) == Set(ofAll + ["quietPlace"]))
        #expect(Set(letter.map(\.jsonKey)) == Set(ofAll + ["postmark", "originalPlace", "copyPlace"]))
    }

    @Test("what cannot be read is refused by the name of its field")
    func broken() {
        #expect(refusal(["channel": "letter", "postmark": "soon"]) == .badValue("postmark", .day))
        #expect(refusal(["channel": "hotline", "verified": "perhaps"]) == .badValue("verified", .flag))
        #expect(refusal(["channel": "referred", "reference": "1"]) == .missing("sender"))
        for text in ["0", "-1", "x", "1.5"] { #expect(refusal(["channel": "comment-book", "page": text]) == .badValue("page", .count)) }
        #expect(refusal(["channel": "referred", "sender": "x", "due": "soon"]) == .badValue("due", .time))
    }

    @Test(
        "its lines have the limit of every line",
        arguments: [
            (Channel.letter, "original-place"), (.letter, "copy-place"), (.phone, "call-back-number"), (.hotline, "ticket"),
            (.referred, "sender"), (.referred, "reference"),
        ]
    )
    func limits(channel: Channel, field: String) throws {
        for count in [200, 201] {
            var values = ["channel": channel.rawValue, "text": "x"]
            if channel == .referred { values["sender"] = "x" }
            values[field] = String(repeating: "x", count: count)
            let intake = try Intake(values: values, at: now, under: Desk.rules)
            let expected: Refusal? = count > 200 ? .tooLong(FieldName(field), limit: 200) : nil
            do throws(Refusal) {
                _ = try decideLogging(intake, as: Desk.caseNumber, in: Occasion(Actor(Desk.clerk), at: now, under: Desk.rules))
                #expect(expected == nil)
            } catch {
                #expect(error == expected)
            }
        }
    }
}

@Suite("Acts along the way")
struct AlongTests {
    @Test("the branch manager sees a hand-over, once, with directions or without")
    func acknowledge() throws {
        let handed = try Life().after(.handed(to: Desk.complaints), by: Desk.clerk)
        #expect(handed.refusal(of: .acknowledge(.init(text: "")), by: Desk.manager) == nil)
        #expect(handed.refusal(of: .acknowledge(.init(text: "")), by: Desk.complaints) == .roleMayNot(.acknowledge, [.branchManager]))
        let seen = try handed.after(.sample(.acknowledge), by: Desk.manager)
        #expect(seen.state.isAcknowledged && seen.state.stage == .handedOver)
        #expect(seen.refusal(of: .sample(.acknowledge), by: Desk.manager) == .alreadyDone(.acknowledge))
        // Another hand-over is another thing to see.
        let onward = try seen.after(.accept, by: Desk.complaints).after(.handed(to: Desk.secondComplaints), by: Desk.complaints)
        #expect(!onward.state.isAcknowledged)
        #expect(onward.refusal(of: .sample(.acknowledge), by: Desk.manager) == nil)
        // Nothing was handed over.
        #expect(try Life.inHand().refusal(of: .sample(.acknowledge), by: Desk.manager) == nil)
    }

    @Test(
        "an attachment is a paper in its place or a scan, and nothing without either; it has a name: that of its file where none is given"
    )
    func attach() throws {
        let life = try Life()
        func refusal(name: String = "客户来信", place: String = "3 柜") -> Refusal? {
            life.refusal(of: .attach(.init(name: name, place: place)), by: Desk.clerk)
        }
        #expect(refusal() == nil)
        for place in ["", " ", "-", "无"] {
            let attaching = try Deed(.attach, values: ["name": "客户来信", "place": place], at: life.now, under: life.desk)
            #expect(life.refusal(of: attaching, by: Desk.clerk) == .attachedNowhere, "\(place)")
        }
        #expect(refusal(name: String(repeating: "x", count: 201)) == .tooLong("name", limit: 200))
        #expect(refusal(place: String(repeating: "x", count: 201)) == .tooLong("place", limit: 200))
        func act(_ values: [String: String]) throws -> Deed { try Deed(.attach, values: values, at: life.now, under: life.desk) }
        #expect(try act(["file": "/tmp/来信 1.pdf"]) == .attach(.init(file: "/tmp/来信 1.pdf")))
        #expect(try act(["name": "来信", "place": "1 柜"]) == .attach(.init(name: "来信", place: "1 柜")))
        let attached = try life.after(try act(["file": "/tmp/来信 1.pdf"]), by: Desk.clerk)
        #expect(attached.events.last?.event == Attachment(name: "来信 1.pdf"))
        #expect(life.refusal(of: try act(["place": "1 柜"]), by: Desk.clerk) == .missing("name"))
        let long = "/tmp/" + String(repeating: "x", count: 201)
        #expect(life.refusal(of: try act(["file": long]), by: Desk.clerk) == .tooLong("name", limit: 200))
    }

    @Test("what the acts say has its limits, and is not blank where it is needed")
    func texts() throws {
        let life = try Life.inHand()
        let blank: [(Deed, FieldName)] = [
            (.contact(.init(how: .phone, text: " ", isReached: true)), "text"), (.interimAnswer(.init(how: .phone, text: "")), "text"),
            (.tellPerson(.init(who: "王芳", text: "")), "text"),
        ]
        for (act, field) in blank { #expect(life.refusal(of: act, by: Desk.manager) == .missing(field)) }
        let long = String(repeating: "x", count: 1_000_001)
        let tooLong: [(Deed, FieldName, Int)] = [
            (.contact(.init(how: .phone, text: long, isReached: true)), "text", 1_000_000),
            (.interimAnswer(.init(how: .phone, text: long)), "text", 1_000_000),
            (.tellPerson(.init(who: "x", text: long)), "text", 1_000_000),
            (.tellPerson(.init(who: long, text: "x")), "who", 200), (.statement(.init(text: long)), "text", 1_000_000),
            (.outsideDate(.init(due: Desk.at("2026-12-01 10:00"), by: long)), "set-by", 200),
        ]
        for (act, field, count) in tooLong { #expect(life.refusal(of: act, by: Desk.manager) == .tooLong(field, limit: count)) }
    }

    @Test("one whom the case turned out to be about, or who left, is waited for no more")
    func receiverGone() throws {
        let handed = try Life().after(.handed(to: Desk.manager), by: Desk.clerk)
        #expect(handed.refusal(of: .accept, by: Desk.complaints) == .notTheReceiver(Desk.manager.number))
        let about = try handed.after(.amend("about", to: "赵国强"), by: Desk.complaints)
        #expect(about.refusal(of: .accept, by: Desk.manager) == .mayNotRead)
        #expect(about.refusal(of: .accept, by: Desk.complaints) == nil)
        var left = try Life().after(.handed(to: Desk.secondComplaints), by: Desk.clerk)
        var retired = Desk.secondComplaints
        retired.isRetired = true
        left.desk.staff = StaffDirectory(Desk.everybody + [retired])
        #expect(left.refusal(of: .accept, by: Desk.complaints) == nil)
    }
}
