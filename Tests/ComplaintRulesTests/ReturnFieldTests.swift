import DeskTestSupport
import Testing

@testable import ComplaintRules

/// What returns ask of a case beyond its handling: who sent it, how the customer was put right, mediation, the first contact.
@Suite("What returns ask for")
struct ReturnFieldTests {
    private static let now = Desk.at("2026-11-20 10:00")

    private func intake(_ channel: Channel, _ change: (inout Intake) -> Void = { _ in }) -> Intake {
        var intake = Intake(channel: channel, received: ReturnFieldTests.now, text: "排队四十分钟")
        change(&intake)
        return intake
    }

    private func life(_ intake: Intake) throws -> Life { try Life { $0 = intake } }

    private func logged(_ intake: Intake, _ rules: DeskRules = Desk.rules) throws -> Logged {
        let occasion = Occasion(Actor(Desk.clerk), at: ReturnFieldTests.now, under: rules)
        return try #require(try decideLogging(intake, as: Desk.caseNumber, in: occasion).first as? Logged)
    }

    @Test(
        "who sent it follows from its channel and source; only of what is referred by nobody named it is not known",
        arguments: [
            (Channel.oral, nil, SenderKind.own), (.letter, nil, .own), (.phone, nil, .own), (.commentBook, nil, .own), (.other, nil, .own),
            (.other, .website, .own), (.other, .headOffice, .headOffice), (.hotline, nil, nil), (.hotline, .supervisor, .hotline),
            (.hotline, .government, .hotline), (.hotline, .centralBank, .hotline), (.hotline, .bankHotline, .headOffice),
            (.referred, nil, nil), (.referred, .regulator, .regulator), (.referred, .authority, .government),
            (.referred, .headOffice, .headOffice), (.referred, .email, nil),
        ] as [(Channel, IntakeSource?, SenderKind?)]
    )
    func sender(channel: Channel, source: IntakeSource?, kind: SenderKind?) {
        #expect(intake(channel) { $0.cameBy = source }.senderKind == kind)
    }

    @Test(
        "a sender whose name says of which kind it is, is not asked for again",
        arguments: [
            ("总行投诉管理中心", IntakeSource.headOffice), ("市１２３４５热线", .government), ("12378 银行保险热线", .supervisor), ("洛阳监管分局", .regulator),
            ("Head Office, customer relations", .headOffice), ("市信访局", .authority), ("客服中心", .bankHotline), ("张三", nil),
        ] as [(String, IntakeSource?)]
    )
    func named(sender: String, source: IntakeSource?) throws {
        #expect(try logged(intake(.referred) { $0.sender = sender }).intake.cameBy == source)
        // What was chosen stands, whatever the name says.
        let chosen = intake(.referred) {
            $0.sender = sender
            $0.cameBy = .authority
        }
        #expect(try logged(chosen).intake.cameBy == .authority)
    }

    @Test("the source is put right like a typing error")
    func amendedSource() throws {
        let referred = intake(.referred) { $0.sender = "张三" }
        var life = try self.life(referred)
        try life.perform(.amend("came-by", to: "regulator"), by: Actor(Desk.clerk))
        #expect(life.state.intake.senderKind == .regulator)
    }

    @Test("whether a customer is vulnerable is asked in Britain alone, and put right by yes and no")
    func vulnerable() throws {
        for name in ["vulnerable", "vulnerability-failed"] {
            let field = try #require(Intake.field(name))
            #expect(Country.allCases.filter { field.isAsked(.oral, in: $0) } == [.britain])
        }
        var life = try self.life(intake(.oral))
        try life.perform(.amend("vulnerable", to: "yes"), by: Actor(Desk.clerk))
        #expect(life.state.intake.isVulnerable == true)
        #expect(CaseFacts(of: life.state, id: 1).isVulnerable)
        try life.perform(.amend("vulnerable", to: "no"), by: Actor(Desk.clerk))
        #expect(life.state.intake.isVulnerable == false)
        let amendment = try #require(life.events.last?.event as? Amendment)
        #expect(amendment.details.last?.value == .change(from: .flag(true, .ifSo), to: .flag(false, .ifSo)))
    }

    @Test(
        "an amount promised is monetary relief; a mark says the rest, and never something else than the amount",
        arguments: [
            (nil, nil, nil, nil), (Relief.explanation, nil, .explanation, nil), (.nonMonetary, nil, .nonMonetary, nil),
            (nil, "66", .monetary, nil), (.monetary, "66", .monetary, nil), (.monetary, nil, nil, .reliefContradictsAmount(.monetary)),
            (.explanation, "66", nil, .reliefContradictsAmount(.explanation)), (.explanation, "0", .explanation, nil),
        ] as [(Relief?, String?, Relief?, Refusal?)]
    )
    func relief(mark: Relief?, amount: String?, given: Relief?, refusal: Refusal?) throws {
        let promised = amount.flatMap { Amount($0) }
        let life = try Life.inHand()
        let reply = Deed.reply(.init(how: .phone, text: "已答复", amount: promised, relief: mark))
        if let refusal {
            #expect(life.refusal(of: reply, by: Desk.complaints) == refusal)
        } else {
            #expect(CaseFacts(of: try life.after(reply, by: Desk.complaints).state, id: 1).relief == given)
        }
        let answer = Deed.answer(.init(text: "已答复", amount: promised, relief: mark))
        let new = try self.life(intake(.oral))
        if let refusal {
            #expect(new.refusal(of: answer, by: Desk.clerk) == refusal)
        } else {
            #expect(CaseFacts(of: try new.after(answer, by: Desk.clerk).state, id: 1).relief == given)
        }
    }

    @Test("a mediation goes from step to step: offered, accepted or declined, settled or failed; what came to nothing is tried again")
    func mediation() throws {
        var life = try Life.inHand()
        func step(_ step: Mediation.Step) -> Deed { .mediate(.init(step: step)) }
        func possible() -> [Mediation.Step] {
            Mediation.Step.allCases.filter { life.refusal(of: step($0), by: Desk.complaints) == nil }
        }
        #expect(possible() == [.offered])
        #expect(life.refusal(of: step(.settled), by: Desk.complaints) == .nothingAsked(.mediate))
        for (done, next) in [
            (.offered, [.accepted, .declined]), (.declined, [.offered]), (.offered, [.accepted, .declined]),
            (.accepted, [.settled, .failed]), (.settled, []),
        ] as [(Mediation.Step, [Mediation.Step])] {
            try life.perform(step(done), by: Actor(Desk.complaints))
            #expect(possible() == next)
        }
        #expect(life.refusal(of: step(.offered), by: Desk.complaints) == .alreadyDone(.mediate))
        #expect(life.state.turns.filter { if case .mediated = $0.what { true } else { false } }.count == 5)
    }

    @Test("who is there or rings is spoken to as it is taken down; else the first word that reaches the customer acknowledges it")
    func firstContact() throws {
        for channel in Channel.allCases {
            let life = try self.life(intake(channel) { if channel == .referred { $0.sender = "总行" } })
            let isThere = [.oral, .phone, .hotline].contains(channel)
            #expect(life.state.firstContact?.at == (isThere ? ReturnFieldTests.now : nil), "\(channel)")
        }
        func first(_ deed: Deed, by member: StaffMember = Desk.clerk) throws -> Case.Telling? {
            try life(intake(.letter) { $0.contact = "13812340000" }).after(deed, by: member, at: "2026-11-20 15:00").state.firstContact
        }
        let then = Desk.at("2026-11-20 15:00")
        #expect(try first(.tell(.init(how: .phone, text: "x"))) == .init(at: then, how: .phone))
        #expect(try first(.contact(.init(how: .sms, text: "x"))) == .init(at: then, how: .sms))
        #expect(try first(.interimAnswer(.init(how: .email, text: "x"))) == .init(at: then, how: .email))
        #expect(try first(.answer(.init(text: "x"))) == .init(at: then, how: .oral))
        #expect(try first(.notAccept(.init(reason: "x", how: .letter)), by: Desk.manager) == .init(at: then, how: .letter))
        #expect(try first(.notAccept(.init(reason: "x")), by: Desk.manager) == nil)
        #expect(try first(.notReached) == nil)
        #expect(try first(.tell(.init(how: .other, text: "x"))) == nil)
        #expect(try first(.tell(.init(who: .headOffice, how: .phone, text: "x"))) == nil)
        #expect(try first(.noted) == nil)
    }

    @Test("the limit of the first contact is off until a branch sets it, and runs where the customer was not there and can be reached")
    func contactClock() throws {
        func clock(_ channel: Channel, _ rules: DeskRules, contact: String = "13812340000") throws -> Clock? {
            try logged(
                intake(channel) {
                    $0.contact = contact
                    if channel == .referred { $0.sender = "总行" }
                },
                rules
            ).clocks.first { $0.name == .firstContact }
        }
        #expect(try Channel.allCases.allSatisfy { try clock($0, Desk.rules) == nil })
        var rules = Desk.rules
        rules.clockRules.append(ClockRule(.firstContact, limit: .workingDays(1), effective: Day(ordinal: 0)))
        #expect(try Channel.allCases.filter { try clock($0, rules) != nil } == [.letter, .commentBook, .referred, .other])
        #expect(try clock(.letter, rules)?.due == Desk.at("2026-11-23 17:00"))
        #expect(try clock(.letter, rules, contact: "") == nil)
    }

    @Test("codes fall under others of their axis, never under themselves, and fold into the one at the top")
    func parents() throws {
        let table = try CodeTable(
            header: ["axis", "key", "en", "parent", "official"],
            rows: [
                (2, ["business", "other", "Other", "", "99"]), (3, ["business", "cards", "Cards", "", "0201"]),
                (4, ["business", "debit", "Debit cards", "cards", "020101"]), (5, ["business", "gold", "Gold cards", "debit", ""]),
            ]
        )
        #expect(table.codes.map(\.official) == ["99", "0201", "020101", ""])
        #expect(table.top(of: "gold", on: .business) == "cards")
        #expect(table.top(of: "elsewhere", on: .business) == "elsewhere")
        #expect(CodeTable.row(table.codes[2]) == ["business", "debit", "Debit cards", "Debit cards", "", "true", "cards", "020101"])
        let tops = [("reason", "other"), ("business", "other"), ("business", "gold")]
        func fault(_ parents: [String: String]) -> CodeFault? {
            do throws(CodeFault) {
                _ = try CodeTable(
                    header: ["axis", "key", "en", "parent"],
                    rows: tops.enumerated().map { ($0 + 2, [$1.0, $1.1, $1.1, ""]) }
                        + ["a", "b"].enumerated().map { ($0 + 5, ["reason", $1, $1, parents[$1] ?? ""]) }
                )
                return nil
            } catch {
                return error
            }
        }
        #expect(fault(["a": "b"]) == nil)
        #expect(fault(["a": "c"]) == .noParent(.reason, "a", parent: "c"))
        #expect(fault(["a": "gold"]) == .strangeParent(.reason, "a", parent: "gold", of: .business))
        #expect(
            fault(["a": "gold"])?.sentence.english
                == "Reason: \"a\" is under \"gold\", which is a code of another axis: Business. Name one of its own axis, or none."
        )
        #expect(fault(["a": "b", "b": "a"]) == .circle(.reason, "a"))
        #expect(fault(["a": "a"]) == .circle(.reason, "a"))
        #expect(CodeTable.standard.top(of: "mobile", on: .place) == "front")
        #expect(CodeTable.standard.top(of: "back-office", on: .place) == "back-office")
    }

    @Test("the weights of points hold from the next day on, by the branch manager, and are such as can be read")
    func pointWeights() throws {
        var rules = Desk.rules
        rules.founding = Day("2026-01-05")
        func set(_ weights: String, _ day: String, by member: StaffMember = Desk.manager) -> Refusal? {
            do throws(Refusal) {
                let rule = PointsRule(weights, effective: Day(day) ?? Day(ordinal: 0))
                let event = try decidePoints(rule, in: Occasion(Actor(member), at: ReturnFieldTests.now, under: rules))
                if case .pointsSet(let rule) = event { rules.pointsRules.append(rule) }
                return nil
            } catch {
                return error
            }
        }
        #expect(set("*/*=1", "2026-11-20") == .ruleInThePast)
        #expect(set("oral=2", "2026-11-21") == .badValue("value", .setting("points")))
        #expect(set("*/*=1", "2026-11-21", by: Desk.complaints) == .deskActRoleMayNot(.changeSettings))
        #expect(set(" */*=1 ", "2026-11-21") == nil && set("", "2026-12-01") == nil)
        func points(_ day: String) -> String? { Day(day).map { rules.points(on: $0) } }
        #expect(["2026-11-20", "2026-11-21", "2026-11-30", "2026-12-01"].map(points) == ["", "*/*=1", "*/*=1", ""])
    }

    @Test("outlets and customers hold from a day on, and what was told beside them stays")
    func sizes() throws {
        var rules = Desk.rules
        rules.founding = Day("2026-01-05")
        func set(_ size: BranchSize, _ count: Int, _ day: String, by member: StaffMember = Desk.manager) -> Refusal? {
            do throws(Refusal) {
                let event = try decideSize(
                    SizeRule(size, count, effective: Day(day) ?? Day(ordinal: 0)),
                    in: Occasion(Actor(member), at: ReturnFieldTests.now, under: rules)
                )
                if case .sizeSet(let rule) = event { rules.sizeRules.append(rule) }
                return nil
            } catch {
                return error
            }
        }
        #expect(set(.outlets, 12, "2026-11-20") == .ruleInThePast)
        #expect(set(.outlets, 0, "2026-11-21") == .badValue("value", .setting("outlets")))
        #expect(set(.outlets, 12, "2026-11-21", by: Desk.complaints) == .deskActRoleMayNot(.changeSettings))
        #expect(set(.outlets, 12, "2026-11-21") == nil)
        #expect(set(.outlets, 14, "2027-01-01") == nil)
        func outlets(_ day: String) -> Int? { Day(day).flatMap { rules.size(.outlets, on: $0) } }
        #expect(["2026-11-20", "2026-11-21", "2026-12-31", "2027-01-01"].map(outlets) == [nil, 12, 12, 14])
        #expect(rules.size(.customers, on: Day(ordinal: 30_000)) == nil)
    }
}
