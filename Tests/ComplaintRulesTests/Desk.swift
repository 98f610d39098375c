import DeskTestSupport
import Testing

@testable import ComplaintRules

/// The branch in which the tests play: two clerks, two complaint managers, one branch manager, an auditor, and one who has left.
enum Desk {
    static let clerk = member("1003", "李敏", .counter)
    static let colleague = member("1004", "Mary Hall", .counter)
    static let complaints = member("1005", "王芳", .complaintManager)
    static let secondComplaints = member("1006", "陈立", .complaintManager)
    static let manager = member("1008", "赵国强", .branchManager)
    static let auditor = member("1010", "孙悦", .auditor)
    static let formerClerk = StaffMember(number: number("1001"), name: "周平", role: .counter, isRetired: true)
    static let formerManager = StaffMember(number: number("1002"), name: "吴刚", role: .branchManager, isRetired: true)

    /// Everybody who works or worked here.
    static let everybody = [clerk, colleague, complaints, secondComplaints, manager, auditor, formerClerk, formerManager]
    /// China's time, without daylight saving.
    static let zone = FixedZone(secondsFromUTC: 28_800)
    /// A moment while the branch is open, for what goes alike at any.
    static let now = at("2026-11-20 10:00")
    /// The rules of this branch: open from 09:00 to 17:00, reply within three natural days.
    static let rules = rules(in: zone)

    static func rules(in zone: any LocalZone, staff: [StaffMember] = everybody) -> DeskRules {
        DeskRules(
            settings: DeskSettings(
                branchCode: "0379",
                branchName: "洛阳分行营业部",
                hotline: "95588",
                timeZone: "Asia/Shanghai",
                language: .chinese
            ),
            staff: StaffDirectory(staff),
            zone: zone
        )
    }

    /// A staff number; the tests give only good ones here.
    static func number(_ text: String) -> StaffNumber {
        guard let number = StaffNumber(text) else { preconditionFailure("no staff number: \(text)") }
        return number
    }

    static func member(_ text: String, _ name: String, _ role: Role) -> StaffMember {
        StaffMember(number: number(text), name: name, role: role)
    }

    /// The moment at which a clock in `zone` shows `text`, such as `2026-11-20 10:00`.
    static func at(_ text: String, in zone: any LocalZone = zone) -> Moment {
        switch TimeReading.read(text, today: Day(ordinal: 0)) {
        case .instant(let moment): return moment
        case .local(let time): return zone.moment(of: time)
        default: preconditionFailure("no time: \(text)")
        }
    }

    static let caseNumber = CaseNumber(branch: "0379", day: Day(ordinal: 20_777), serial: 17)
}

/// One case as it goes through the hands of the branch.
struct Life {
    var state: Case
    var now: Moment
    var desk: DeskRules
    var events: [Happened<any CaseEvent>]

    /// A case that `member` took down on Friday 20 November 2026 at 10:00, about somebody or about nobody.
    init(
        takenBy member: StaffMember = Desk.clerk,
        about: String = "",
        at time: String = "2026-11-20 10:00",
        agreed: String? = nil,
        desk: DeskRules = Desk.rules,
        change: (inout Intake) -> Void = { _ in }
    ) throws {
        now = Desk.at(time, in: desk.zone)
        self.desk = desk
        var intake = Intake(channel: .oral, received: now, text: "柜员交班时态度生硬")
        intake.customer = "刘女士"
        intake.about = about
        intake.agreed = agreed.map { Desk.at($0, in: desk.zone) }
        change(&intake)
        let logged = try decideLogging(intake, as: Desk.caseNumber, in: Occasion(Actor(member), at: now, under: desk))
        try #require(logged.count == 1)
        let happened = Happened(logged[0], at: now, by: member.number, seq: 1)
        events = [happened]
        state = try #require(evolve(nil, happened))
    }

    /// A case that was dealt with elsewhere.
    init(historyAbout about: String) throws {
        now = Desk.at("2026-11-20 10:00")
        desk = Desk.rules
        var intake = Intake(channel: .phone, received: Desk.at("2019-04-10 09:00"), text: "Card kept by the machine")
        intake.about = about
        intake.subjects = desk.staff.subjects(in: about)
        let happened = Happened<any CaseEvent>(
            Imported(number: Desk.caseNumber, intake: intake),
            at: now,
            by: Desk.manager.number,
            seq: 1
        )
        events = [happened]
        state = try #require(evolve(nil, happened))
    }

    /// Does `act`, a minute after what was done before or at `time`.
    mutating func perform(_ act: Deed, by actor: Actor, at time: String? = nil) throws {
        now = time.map { Desk.at($0, in: desk.zone) } ?? now.adding(seconds: 60)
        let absent = actor.absent(for: act.act, on: state, at: now, under: desk)
        for event in try decide(act.act, on: state, in: Occasion(actor, at: now, under: desk)) {
            let happened = Happened(
                event,
                at: now,
                by: actor.number,
                onBehalfOf: absent,
                passcodeGivenBy: actor.member.passcodeGivenBy,
                seq: Int64(events.count + 1)
            )
            events.append(happened)
            state = try #require(evolve(state, happened))
        }
    }

    /// The case after `act`.
    func after(_ act: Deed, by member: StaffMember, at time: String? = nil) throws -> Life {
        var next = self
        try next.perform(act, by: Actor(member), at: time)
        return next
    }

    /// What stands against `act`; nil where nothing does.
    func refusal(of act: Deed, by member: StaffMember) -> Refusal? { refusal(of: act, by: Actor(member)) }

    /// What stands against `act`; nil where nothing does.
    func refusal(of act: Deed, by actor: Actor) -> Refusal? {
        do throws(Refusal) {
            _ = try decide(act.act, on: state, in: Occasion(actor, at: now.adding(seconds: 60), under: desk))
            return nil
        } catch {
            return error
        }
    }
}

extension Life {
    /// Accepted by 王芳 a minute later.
    static func inHand(about: String = "") throws -> Life { try Life(about: about).after(.accept, by: Desk.complaints) }

    /// Answered on the spot by the clerk, with a finding by 王芳 to which nothing is wanting.
    static func toSign(about: String = "") throws -> Life {
        try Life(about: about).after(.answered, by: Desk.clerk).after(.notAtFault, by: Desk.complaints)
    }

    /// Escalated by 王芳, confirmed by the branch manager.
    static func withHeadOffice() throws -> Life {
        try Life.inHand().after(.escalationAsked, by: Desk.complaints).after(.confirmEscalation, by: Desk.manager)
    }

    /// Replied to and found by 王芳.
    static func repliedTo() throws -> Life {
        try Life.inHand().after(.notAtFault, by: Desk.complaints).after(.replied, by: Desk.complaints)
    }
}

extension Deed {
    static let answered = Deed.answer(.init(text: "向客户解释了交班流程"))
    static let noted = Deed.note(.init(text: "看了监控", how: .phone))
    static let replied = Deed.reply(.init(how: .phone, text: "已电话答复客户", isAccepted: true))
    static let sentBack = Deed.sendBack(.init(reason: "facts are missing"))
    static let withdrawn = Deed.withdraw(.init(reason: "客户改变主意", how: .phone))
    /// The customer was told of the outcome by a way that reaches them.
    static let outcomeTold = Deed.tell(.init(how: .phone, text: "已将结果告知客户"))
    static let notAccepted = Deed.notAccept(.init(reason: "属他行业务"))
    static let amended = Deed.amend("customer", to: "刘丽女士")
    static let added = Deed.addendum(.init(text: "客户来电致谢"))
    static let notAtFault = Deed.finding(finding(.none, explanation: "已耐心解释"))
    static let atFault = Deed.finding(finding(.bank, apology: "王芳当面道歉", correction: "已补办", rectification: "晨会学习交班流程"))

    static func handed(to member: StaffMember) -> Deed { .handOver(.init(to: member.number)) }

    static func finding(
        _ fault: Fault,
        apology: String = "",
        correction: String = "",
        rectification: String = "",
        explanation: String = ""
    ) -> Finding {
        var finding = Finding(fault: fault, classification: fault == .none ? .unfounded : .valid, facts: "监控显示排队四十分钟")
        finding.apology = apology
        finding.correction = correction
        finding.rectification = rectification
        finding.explanation = explanation
        return finding
    }
}
