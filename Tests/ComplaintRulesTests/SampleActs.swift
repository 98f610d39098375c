import DeskTestSupport

@testable import ComplaintRules

extension Deed {
    /// Makes an act from its fields as they are read at 10:00 on Friday 20 November 2026.
    init(_ kind: ActKind, values: [String: String]) throws(Refusal) {
        try self.init(kind, values: values, at: Desk.at("2026-11-20 10:00"), under: Desk.rules)
    }

    init(_ kind: ActKind, values: [String: String], at now: Moment, under desk: DeskRules) throws(Refusal) {
        self.init(try kind.act(values, at: now, under: desk))
    }

    static let reached = Deed.contact(.init(how: .phone, text: "客户要求书面答复", isReached: true))
    static let notReached = Deed.contact(.init(how: .phone, text: "无人接听", isReached: false))
    static let toldMeanwhile = Deed.interimAnswer(.init(how: .phone, text: "正在核查，周三前答复"))
    static let extensionAsked = Deed.askExtension(.init(reason: "须调阅他行监控"))
    static let escalationAsked = Deed.askEscalation(.init(why: .authority, reason: "超出本网点权限"))
    static let declined = Deed.decline(.init(reason: "本网点可以处理"))
    static let headOfficeAnswered = Deed.headOfficeAnswer(.init(text: "同意按章退费"))
    static let ruled = Deed.ruling(.init(text: "同意结案", reference: "总服〔2026〕17号"))
    static let refused = Deed.refuseAnswer(.init(reason: "客户不认可解释"))
    static let checked = Deed.verifyRectification(.init(result: "已抽查三日，无再犯"))
    static let resultSent = Deed.sendResult(.init(text: "已书面报送"))
    static let inBook = Deed.answerInBook(.init(text: "已在意见簿第12页回复并签名"))

    static func agreed(_ time: String, in zone: any LocalZone = Desk.zone) -> Deed { .agreeTime(Desk.at(time, in: zone)) }
    static func calledBack(_ level: SatisfactionLevel) -> Deed { .callBack(.init(level: level, text: "")) }
    static func setOutside(_ time: String) -> Deed { .outsideDate(.init(due: Desk.at(time), by: "监管局")) }

    /// An act of that kind with nothing wrong in its fields, for a case that knows the customer as 刘女士 and on a day in November 2026.
    static func sample(_ kind: ActKind) -> Deed {
        switch kind {
        case .answer: .answered
        case .handOver: .handed(to: Desk.complaints)
        case .acknowledge: .acknowledge(.init(text: "先安抚客户"))
        case .accept: .accept
        case .note: .noted
        case .contact: .reached
        case .agreeTime: .agreed("2026-11-23 12:00")
        case .interimAnswer: .toldMeanwhile
        case .tellPerson: .tellPerson(.init(who: "王芳", text: "当时系统卡顿"))
        case .tell: .tell(.init(how: .phone, text: "已告知可向 12378 反映"))
        case .attach: .attach(.init(name: "客户来信", place: "3号柜12号"))
        case .chase: .chase(text: "请今日答复")
        case .finding: .notAtFault
        case .reply: .replied
        case .answerInBook: .inBook
        case .askExtension: .extensionAsked
        case .grantExtension: .grantExtension
        case .askEscalation: .escalationAsked
        case .confirmEscalation: .confirmEscalation
        case .decline: .declined
        case .headOfficeNote: .headOfficeNote(.init(text: "总行已受理"))
        case .headOfficeAnswer: .headOfficeAnswered
        case .liftRecusal: .liftRecusal(.init(number: Desk.colleague.number, reason: "姓名相同，另有其人"))
        case .outsideDate: .setOutside("2026-12-20 17:00")
        case .sendResult: .resultSent
        case .sign: .sign
        case .ruling: .ruled
        case .sendBack: .sentBack
        case .refuseAnswer: .refused
        case .withdraw: .withdrawn
        case .notAccept: .notAccepted
        case .merge: .merge(into: Desk.otherNumber.description, reason: "同一事由")
        case .takeBack: .takeBack
        case .askReview: .askReview(.init(text: "客户认为未核对监控"))
        case .reviewDecision: .reviewDecision(.init(text: "维持原答复", told: "已电话告知客户"))
        case .amend: .amended
        case .callBack: .calledBack(.satisfied)
        case .rectify: .rectify(what: "更换叫号机", owner: "陈立", due: Day(ordinal: 20_800))
        case .verifyRectification: .checked
        case .cancelRectification: .cancelRectification(.init(reason: "重复开立"))
        case .mediate: .mediate(.init(step: .offered, body: "调解中心"))
        case .spotCheck: .spotCheck(.init(text: "抽查录音，属实"))
        case .statement: .statement(.init(text: "当时我在核对凭证"))
        case .delayNote: .delayNote(cause: "等待他行回函")
        case .addendum: .added
        case .hold: .hold(.init(reason: "诉讼中"))
        case .release: .release(.init(reason: "诉讼已结"))
        // An act that was added without its sample here is a mistake of the test.
        default: preconditionFailure("no sample of \(kind)")
        }
    }
}

extension Life {
    /// One of each event that is not in the plain life of a case, with nothing or nonsense in it.
    static func wider(_ clock: Clock) -> [any CaseEvent] {
        [
            ClockStarted(clock: clock),
            ClockStarted(clock: Clock(.signature, started: Moment(milliseconds: .min), due: Moment(milliseconds: .max))),
            Acknowledgement(text: ""), Contact(how: .other, text: "", isReached: false), AgreedTime(agreed: clock.due),
            InterimAnswer(how: .book, text: ""), PersonTold(who: "", text: ""), Told(text: ""),
            Told(who: .headOffice, text: ""), Told(text: "", number: "?"), TakenBack(), Parted(number: ""), Parted(number: "0379-2611-009"),
            PartedFar(number: "?", through: "0379-2611-009", left: .init(clocks: [clock])),
            ReviewRequest(text: ""), ReviewDecision(text: "", told: "", isAgain: true, next: "?"),
            Attachment(name: "", place: "", digest: "zz"),
            Chaser(number: "", text: ""), DelayNote(number: "", cause: ""), ExtensionRequest(reason: ""), ExtensionGrant(),
            Escalation(why: .media, reason: ""), Dossier(number: ""), Declined(reason: ""), HeadOfficeNote(text: ""),
            HeadOfficeAnswer(text: "", isLonger: true), Ruling(text: "", reference: ""), OutsideDate(due: clock.due, by: ""),
            ResultSent(text: ""), BookAnswer(text: ""), RefusedAnswer(reason: "", toldChannels: ""), Merged(into: "?"),
            Linked(number: "", tie: .absorbed),
            Linked(
                number: "0379-2611-009",
                tie: .absorbed,
                carried: .init(
                    clocks: [clock, clock],
                    bookAnswersDue: ["?"],
                    customersToAnswer: ["?"],
                    owesAnswer: true,
                    promised: Amount.none
                )
            ), CallBack(level: .unreachable, text: ""),
            Rectification(item: .min, what: "", owner: "", due: Day(ordinal: 0)), RectificationCheck(item: .max, result: ""),
            RectificationCancelled(item: .min, reason: ""), SpotCheck(text: ""), StaffStatement(text: ""), Hold(reason: ""),
            Release(reason: ""), Recused(subjects: []), CustomerOwed(number: "?"), CustomerOwedNoMore(),
            CustomerOwed(number: "0379-2611-009"),
            RecusalLifted(number: nil, reason: ""), BegunAnew(limits: [], actions: []),
            BegunAnew(
                limits: [
                    .init(place: 0, name: .final, started: Moment(milliseconds: .min), due: Moment(milliseconds: .max), ruleFrom: nil),
                    .init(place: .max, name: .reply, started: clock.started, due: clock.due, ruleFrom: nil),
                ],
                actions: [.init(item: .min, started: clock.started, due: Day(ordinal: 0))]
            ),
        ]
    }
}

extension Desk {
    static let otherNumber = CaseNumber(branch: "0379", day: Day(ordinal: 20_777), serial: 9)

    /// Another case of the same desk, that nobody has in hand yet.
    static func otherCase() -> Case? {
        let intake = Intake(channel: .letter, received: at("2026-11-19 10:00"), text: "同一事由")
        return evolve(
            nil,
            Happened(
                Logged(number: otherNumber.description, intake: intake, clocks: []),
                at: at("2026-11-19 10:00"),
                by: clerk.number,
                seq: 1
            )
        )
    }

    /// The rules of the branch in an act that names that other case.
    static let rulesWithOther = {
        var desk = rules
        desk.other = otherCase()
        return desk
    }()
}

extension Life {
    /// The last clock of that name.
    func clock(_ name: ClockName) -> Clock? { state.clocks.last { $0.name == name } }

    /// Each clock with how it stands now, as `reply running`, in the order in which they started.
    var clockStates: [String] { state.clocks.map { "\($0.name.rawValue) \($0.state(at: now).rawValue)" } }

    /// When the last clock of that name runs out, as `2026-11-23 17:00` of the branch's time.
    func due(_ name: ClockName) -> String? {
        clock(name).map { clock in
            let time = desk.zone.localTime(at: clock.due).time
            return "\(time.day.iso) \(time.clock)"
        }
    }

    /// The case after each of `acts`, in their order.
    func after(_ acts: [Deed], by member: StaffMember) throws -> Life {
        var next = self
        for act in acts { try next.perform(act, by: Actor(member)) }
        return next
    }

    /// What an actor may not do now, and why.
    func whyNot(_ kind: ActKind, by member: StaffMember) -> Refusal? {
        possibilities(on: state, in: Occasion(Actor(member), at: now, under: desk)).first { $0.act == kind }?.whyNot
    }
}

extension Refusal.FieldFault {
    /// None of the codes of a type, as the reader of the field tells them.
    static func none<Value: Choosable>(of type: Value.Type) -> Refusal.FieldFault {
        .noneOf(type.allCases.map { FieldShape.Option(code: $0.rawValue, label: $0.label) })
    }
}
