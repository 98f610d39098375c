import Testing

@testable import ComplaintRules

@Suite("Logging a complaint")
struct LoggingTests {
    private let now = Desk.at("2026-11-20 10:00")

    private func intake(_ change: (inout Intake) -> Void = { _ in }) -> Intake {
        var intake = Intake(channel: .oral, received: now, text: "柜员交班时态度生硬")
        change(&intake)
        return intake
    }

    private func refusal(_ intake: Intake, by member: StaffMember = Desk.clerk) -> Refusal? {
        do throws(Refusal) {
            _ = try decideLogging(intake, as: Desk.caseNumber, in: Occasion(Actor(member), at: now, under: Desk.rules))
            return nil
        } catch {
            return error
        }
    }

    @Test("any role but the auditor's logs a complaint; who has left does not")
    func roles() {
        for member in [Desk.clerk, Desk.complaints, Desk.manager] { #expect(refusal(intake(), by: member) == nil) }
        #expect(refusal(intake(), by: Desk.auditor) == .logRoleMayNot)
        #expect(refusal(intake(), by: Desk.formerClerk) == .retired(Desk.formerClerk.number))
    }

    @Test("any channel is taken", arguments: Channel.allCases)
    func channels(channel: Channel) {
        #expect(
            refusal(
                intake {
                    $0.channel = channel
                    if channel == .referred { $0.sender = "监管局" }
                }
            ) == nil
        )
    }

    @Test("what was taken down becomes a case of its own number, held by whoever was asked first")
    func begins() throws {
        let life = try Life(about: "王芳")
        #expect(life.state.number.description == "0379-2611-017")
        #expect(life.state.stage == .logged)
        #expect(life.state.firstResponder == Desk.clerk.number)
        #expect(life.state.holder == Desk.clerk.number)
        #expect(life.state.loggedAt == now)
        #expect(life.state.intake.customer == "刘女士")
        #expect(life.state.intake.subjects == [Desk.complaints.number])
        #expect(life.state.handlers.isEmpty)
        #expect(!life.state.isSigned && !life.state.isHistory && !life.state.awaitsSignature)
        #expect(life.state.version == 1)
    }

    @Test("what happened is told; blank is not told")
    func text() {
        #expect(refusal(intake { $0.text = "" }) == .missing("text"))
        #expect(refusal(intake { $0.text = " \n\t　" }) == .missing("text"))
        #expect(refusal(intake { $0.text = String(repeating: "诉", count: 1_000_000) }) == nil)
        #expect(refusal(intake { $0.text = String(repeating: "诉", count: 1_000_001) }) == .tooLong("text", limit: 1_000_000))
        #expect(refusal(intake { $0.asks = String(repeating: "诉", count: 1_000_001) }) == .tooLong("asks", limit: 1_000_000))
    }

    @Test(
        "a line has two hundred characters at most",
        arguments: ["customer", "contact", "proxy", "about"],
        [200, 201]
    )
    func lines(field: String, count: Int) throws {
        let line = String(repeating: "é", count: count)
        let written = try Intake(values: ["channel": "oral", "text": "x", field: line], at: now, under: Desk.rules)
        #expect(refusal(written) == (count > 200 ? .tooLong(FieldName(field), limit: 200) : nil))
    }

    @Test("nothing was received or happened in the future")
    func future() {
        let later = Moment(milliseconds: now.milliseconds + 1)
        #expect(refusal(intake { $0.received = later }) == .inTheFuture("received"))
        #expect(refusal(intake { $0.happened = later }) == .inTheFuture("happened"))
        #expect(refusal(intake { $0.happened = now }) == nil)
    }

    @Test("a reply is promised for later than now, and at the reply limit at the latest")
    func agreed() throws {
        let due = Desk.at("2026-11-23 17:00")
        let afterDue = Moment(milliseconds: due.milliseconds + 1)
        #expect(refusal(intake { $0.agreed = now }) == .inThePast("agreed"))
        #expect(refusal(intake { $0.agreed = now.adding(seconds: -60) }) == .inThePast("agreed"))
        #expect(refusal(intake { $0.agreed = now.adding(seconds: 1) }) == nil)
        #expect(refusal(intake { $0.agreed = due }) == nil)
        let limit = LocalTime(day: try #require(Day("2026-11-23")), secondOfDay: 61_200)
        #expect(refusal(intake { $0.agreed = afterDue }) == .agreedAfterLimit(limit))
    }

    @Test("whoever the complaint is about may log it")
    func subject() throws {
        let life = try Life(takenBy: Desk.clerk, about: "李敏")
        #expect(life.state.isAbout(Desk.clerk.number))
    }

    @Test("the subjects are found by the desk, not taken from who writes")
    func subjectsAreFound() throws {
        let written = intake {
            $0.about = "陈立"
            $0.subjects = [Desk.manager.number]
        }
        let events = try decideLogging(written, as: Desk.caseNumber, in: Occasion(Actor(Desk.clerk), at: now, under: Desk.rules))
        #expect(events.count == 1)
        let logged = try #require(events.first as? Logged)
        #expect(logged.intake.subjects == [Desk.secondComplaints.number])
        #expect(logged.number == "0379-2611-017")
        #expect(logged.clocks.map(\.name) == [.reply, .final, .passOn])
    }
}

@Suite("Reading the fields of a complaint")
struct IntakeReadingTests {
    private let now = Desk.at("2026-11-20 10:00")

    private func read(_ values: [String: String], at moment: Moment? = nil) throws(Refusal) -> Intake {
        var values = values
        if values["channel"] == nil { values["channel"] = "phone" }
        if values["text"] == nil { values["text"] = "账户被误扣三百元" }
        return try Intake(values: values, at: moment ?? now, under: Desk.rules)
    }

    private func refusal(_ values: [String: String]) -> Refusal? {
        do throws(Refusal) {
            _ = try read(values)
            return nil
        } catch {
            return error
        }
    }

    @Test("all fields by their names on the command line")
    func whole() throws {
        let intake = try read([
            "channel": "comment-book", "received": "2026-11-19 16:30", "customer": " 王先生 ", "contact": "13812340000", "proxy": "王太太",
            "text": "排队四十分钟无人管", "asks": "道歉", "business": "银行卡", "reason": "service", "about": "王芳", "happened": "2026-11-19",
            "amount": "300元", "repeated-back": "yes", "agreed": "2026-11-22 12:00",
        ])
        #expect(intake.channel == .commentBook)
        #expect(Desk.zone.iso(intake.received) == "2026-11-19T16:30:00+08:00")
        #expect(intake.customer == "王先生")
        #expect(intake.contact == "13812340000")
        #expect(intake.proxy == "王太太")
        #expect(intake.text == "排队四十分钟无人管")
        #expect(intake.asks == "道歉")
        #expect(intake.business == "cards")
        #expect(intake.reason == "service")
        #expect(intake.about == "王芳")
        #expect(intake.happened.map { Desk.zone.iso($0) } == "2026-11-19T09:00:00+08:00")
        #expect(intake.isHappenedDayAlone == true, "no hour was given")
        #expect(intake.amount?.hundredths == 30_000)
        #expect(intake.isRepeatedBack)
        #expect(intake.agreed.map { Desk.zone.iso($0) } == "2026-11-22T12:00:00+08:00")
    }

    @Test("what is left out is not given, and the complaint is received now")
    func sparse() throws {
        let intake = try read(["customer": "  ", "amount": "", "agreed": " "])
        #expect(intake == Intake(channel: .phone, received: now, text: "账户被误扣三百元"))
    }

    @Test("a day without a time is its opening time; today, it is now at the latest")
    func dayAlone() throws {
        #expect(Desk.zone.iso(try read(["received": "2026-11-18"]).received) == "2026-11-18T09:00:00+08:00")
        #expect(Desk.zone.iso(try read(["received": "2026-11-20"]).received) == "2026-11-20T09:00:00+08:00")
        let early = Desk.at("2026-11-20 08:15")
        #expect(try read(["received": "2026-11-20"], at: early).received == early)
        #expect(Desk.zone.iso(try read(["received": "09:40"]).received) == "2026-11-20T09:40:00+08:00")
    }

    @Test(
        "what is promised for a day is promised for its closing time, today's too",
        arguments: ["2026-11-20", "2026-11-22", "2026-11-23"]
    )
    func agreedDay(day: String) throws {
        let intake = try read(["agreed": day])
        #expect(intake.agreed.map { Desk.zone.iso($0) } == "\(day)T17:00:00+08:00")
        _ = try decideLogging(intake, as: Desk.caseNumber, in: Occasion(Actor(Desk.clerk), at: now, under: Desk.rules))
    }

    @Test("what cannot be read is refused by the name of its field")
    func broken() {
        #expect(refusal(["channel": ""]) == .missing("channel"))
        #expect(refusal(["text": "　"]) == .missing("text"))
        #expect(
            refusal(["channel": "fax"])
                == .badValue("channel", .none(of: Channel.self))
        )
        #expect(refusal(["amount": "lots"]) == .badValue("amount", .amount))
        #expect(refusal(["received": "soon"]) == .badValue("received", .time))
        #expect(refusal(["happened": "2026-02-30"]) == .badValue("happened", .time))
        #expect(refusal(["agreed": "25:00"]) == .badValue("agreed", .time))
        #expect(refusal(["repeated-back": "maybe"]) == .badValue("repeated-back", .flag))
        #expect(refusal(["colour": "blue"]) == .unknownField("colour", known: Intake.fields.map(\.name)))
        if case .badValue("business", .noneOf(let known))? = refusal(["business": "阿"]) {
            #expect(known.count == 14 && known.first?.code == "savings" && known.last?.code == "other")
        } else {
            Issue.record("an unknown business type was taken")
        }
    }

    @Test("yes and no in both languages")
    func flags() throws {
        for yes in ["true", "Yes", "1", "y", "是"] { #expect(try read(["repeated-back": yes]).isRepeatedBack) }
        for no in ["false", "NO", "0", "n", "否", ""] { #expect(try !read(["repeated-back": no]).isRepeatedBack) }
    }

    @Test("oral and phone ask for the main points to be repeated back")
    func repeatingBack() {
        let field = Intake.field("repeated-back")
        #expect(Channel.allCases.filter { field?.isAsked($0, in: .china) == true } == [.oral, .phone])
        // It can be said of any complaint, and is asked of none before its channel is chosen.
        #expect(Channel.allCases.allSatisfy { field?.isOf($0) == true } && field?.isAsked(nil, in: .china) == false)
    }
}
