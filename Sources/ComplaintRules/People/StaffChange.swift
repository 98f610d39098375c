/// How a member of staff was known from a day on: somebody came, was renamed, changed role, left or returned. The old is kept (1-domain, People
/// come and go).
public struct StaffChange: Hashable, Codable, Sendable {
    /// Who.
    public let number: StaffNumber
    /// On which day.
    public let day: Day
    /// The name from then on.
    public let name: String
    /// The role from then on.
    public let role: Role
    /// Whether they had left.
    public let isRetired: Bool
    /// The name until then, where it changed: who was known by it is known by it still.
    public let formerName: String?
    /// The role until then, where it changed.
    public let formerRole: Role?

    /// Makes the change that leaves `member` as they are now.
    ///
    /// - Parameter before: the member as they were.
    public init(_ member: StaffMember, on day: Day, before: StaffMember? = nil) {
        formerName = before.flatMap { $0.name == member.name ? nil : $0.name }
        formerRole = before.flatMap { $0.role == member.role ? nil : $0.role }
        number = member.number
        self.day = day
        name = member.name
        role = member.role
        isRetired = member.isRetired
    }

    /// The member as they are by it.
    public var member: StaffMember { StaffMember(number: number, name: name, role: role, isRetired: isRetired) }
}

/// How many open cases somebody has who would leave, or take another role.
public struct OpenCases: Hashable, Sendable {
    /// Those that they took and nobody has in hand yet.
    public var taken: Int
    /// Those that they have in hand, or are to accept.
    public var inHand: Int

    /// Those that wait for a signature or for head office, and may come back to them.
    public var waiting: Int

    /// Makes counts.
    public init(taken: Int = 0, inHand: Int = 0, waiting: Int = 0) {
        self.taken = taken
        self.inHand = inHand
        self.waiting = waiting
    }

    /// Takes in so many cases of a stage that a member has, or is to accept. What waits for a signature or for head office cannot be handed on,
    /// and any manager goes on with it where it comes back; what they have handed over already is in other hands.
    public mutating func add(_ count: Int, of stage: Stage, isToAccept: Bool) {
        if isToAccept || stage == .inHand {
            inHand += count
        } else if stage == .logged {
            taken += count
        } else if stage != .handedOver {
            waiting += count
        }
    }

    /// What is said of the cases that may come back to a member who has left, or cannot go on with them any more; nil where there are none.
    public func sentence(after edit: StaffEdit, of number: StaffNumber) -> Phrase? {
        let goes =
            switch edit {
            case .leave, .role(.counter), .role(.auditor): true
            case .name, .role, .comeBack: false
            }
        guard goes, waiting > 0 else { return nil }
        return Phrase(
            en: "\(waiting) of their cases \(waiting == 1 ? "is" : "are") with head office or to be signed. What comes back to "
                + "\(number) is handed to another manager: \(ActKind.handOver.label.english) (h), or firstdesk reassign.",
            zh: "其经办的 \(waiting) 件正在总行处理或待签字，退回 \(number) 名下的，请改派其他管理人员：在该件上按 h \(ActKind.handOver.label.chinese)，或用 firstdesk reassign。"
        )
    }

    /// Those that somebody of `role` may not hold.
    func unfit(for role: Role) -> Int {
        switch role {
        case .complaintManager, .branchManager: 0
        case .counter: inHand
        case .auditor: taken + inHand
        }
    }
}

/// On how many cases a member of staff would be recused by a new name, since their words mean it (1-domain, Recusal).
public struct NewRecusals: Hashable, Sendable {
    /// Of those that are not signed yet, the ones that are about whoever enters the name: nobody takes such a case out of another's hands.
    public var aboutDoer = 0
    /// Of those that are not signed yet, the ones that the member has, is to accept, or handled.
    public var inHand = 0

    /// Makes counts of nothing.
    public init() {}

    /// Counts among the cases on which `member` would be recused by the act of `doer`.
    public init(of cases: [Case], of member: StaffNumber, by doer: Actor) {
        let unsigned = cases.filter { !$0.isSigned && !$0.isHistory }
        aboutDoer = unsigned.count { state in doer.persons.contains(where: state.isAbout) }
        inHand = unsigned.count { $0.holder == member || $0.awaitedReceiver == member || $0.handlers.contains(member) }
    }
}

extension NewRecusals {
    /// What is said of a rename that took so many cases out of its bearer's hands; nil where it took none.
    public static func sentence(_ count: Int, of number: StaffNumber) -> Phrase? {
        if count == 0 { return nil }
        return Phrase(
            en: "By that name \(number) is recused on \(count) \(count == 1 ? "case" : "cases") that they were working on: another manager "
                + "goes on with \(count == 1 ? "it" : "them").",
            zh: "因该姓名，\(number) 须回避其经办的 \(count) 件投诉，由其他管理人员接办。"
        )
    }
}

/// What changes of a member of staff.
public enum StaffEdit: Hashable, Sendable {
    case name(String)
    case role(Role)
    /// They leave the desk.
    case leave
    /// They come back.
    case comeBack

    /// The act that it takes.
    public var act: DeskAct {
        switch self {
        case .name: .renameStaff
        case .role: .changeRole
        case .leave: .retireStaff
        case .comeBack: .returnStaff
        }
    }
}

/// Decides whether a member may be renamed, change role, leave or come back, from today on: nothing of it reaches back. Somebody with open cases
/// neither leaves nor takes a role that may not hold them before these are handed on; the last branch manager does neither (1-domain, People
/// come and go; Never locked out for good). A new name is nobody else's, and recuses nobody on a case that is about whoever enters it
/// (1-domain, Recusal).
///
/// - Parameter recusing: on how many cases the new name would recuse them.
/// - Throws: the first rule that stands against it.
public func decideStaffEdit(
    _ edit: StaffEdit,
    of number: StaffNumber,
    holding open: OpenCases,
    recusing recusals: NewRecusals = NewRecusals(),
    in occasion: Occasion
) throws(Refusal) -> DeskEvent {
    try permit(edit.act, by: occasion.actor)
    guard let before = occasion.desk.staff[number] else { throw .unknownStaff(number) }
    var member = before
    let isLast = occasion.desk.staff.all.filter { $0.role == .branchManager && !$0.isRetired }.map(\.number) == [number]
    func hold(_ count: Int) throws(Refusal) {
        if count > 0 { throw .hasOpenCases(number, count) }
    }
    if edit == .comeBack {
        if !member.isRetired { throw .worksHere(member.number) }
        member.isRetired = false
    } else if member.isRetired {
        throw .retired(number)
    }
    switch edit {
    case .name(let name):
        try checkStaffName(name)
        if name.trimmed == member.name { throw .alreadySo }
        if let other = occasion.desk.staff.namesake(of: name, besides: number) { throw .nameTaken(other) }
        if recusals.aboutDoer > 0 { throw .renamedByAnother(number) }
        member.name = name.trimmed
    case .role(let role):
        if role == member.role { throw .alreadySo }
        if isLast { throw .lastBranchManager }
        try hold(open.unfit(for: role))
        if number == occasion.actor.number || role != .counter { try checkOwnRight(.changeRole, by: occasion.actor) }
        member.role = role
    case .leave:
        if isLast { throw .lastBranchManager }
        try hold(open.taken + open.inHand)
        member.isRetired = true
    case .comeBack: if member.role != .counter { try checkOwnRight(.returnStaff, by: occasion.actor) }
    }
    return .staffChanged(StaffChange(member, on: occasion.today, before: before))
}

/// Checks the name of a member of staff: it is one, on one line, and neither a word that there is none nor a title alone. Complaints about whoever
/// has that title, or about nobody, would be about this member (1-domain, Recusal: a title alone is offered, not matched).
///
/// - Throws: `Refusal.missing`, `.saysNothing`, `.tooLong`, `.titleIsNoName`, `.severalLines`.
public func checkStaffName(_ name: String, in field: FieldName = "name") throws(Refusal) {
    try checkSaid(name, in: field, of: .name)
    try checkLength(of: name, in: field, limit: Intake.lineLimit)
    if name.trimmed.contains(where: \.isNewline) { throw .severalLines(field) }
    if Written.saysNone(name, of: .title) { throw .titleIsNoName(field, name.trimmed) }
}
