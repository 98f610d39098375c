/// What a member of staff may do at the desk (1-domain, Roles).
public enum Role: String, CaseIterable, Codable, Sendable {
    case counter
    case complaintManager = "complaint-manager"
    case branchManager = "branch-manager"
    case auditor

    /// The roles whose titles stand in some words, as people call whoever has them.
    static func titled(in words: String) -> Set<Role> {
        let plain = Written.plain(words).lowercased()
        return Set(titles.filter { plain.holds($0.title) }.map(\.role))
    }

    private static let titles: [(title: String, role: Role)] = [
        ("行长", .branchManager), ("网点主任", .branchManager), ("负责人", .branchManager), ("branch manager", .branchManager),
        ("投诉管理", .complaintManager), ("complaint manager", .complaintManager), ("complaints manager", .complaintManager),
    ]

    /// The order by rights over a case, the fewest first.
    var weight: Int {
        switch self {
        case .auditor: 0
        case .counter: 1
        case .complaintManager: 2
        case .branchManager: 3
        }
    }
}

/// The number by which a member of staff is known, such as `1003`.
public struct StaffNumber: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// The number as written.
    public let text: String

    /// Makes a staff number: one to twelve letters or digits; nil for anything else.
    public init?(_ text: String) {
        let text = Written.plain(text)
        guard CaseNumber.isBranchCode(text) else { return nil }
        self.text = text
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = StaffNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a staff number")
        }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public static func < (left: StaffNumber, right: StaffNumber) -> Bool {
        // As numbers where both are: 999 stands before 1000.
        (left.text.utf8.count, left.text) < (right.text.utf8.count, right.text)
    }

    public var description: String { text }
}

/// A member of staff.
public struct StaffMember: Hashable, Sendable {
    /// The staff number.
    public let number: StaffNumber
    /// The name as printed.
    public var name: String
    /// The role.
    public var role: Role
    /// Whether the person has left the desk; their acts stay under their name.
    public var isRetired: Bool
    /// Who knows the passcode that they use: whoever gave it first, then those who knew the one with which it was given. Nobody, once it is their own.
    public var passcodeGivenBy: [StaffNumber]
    /// Who named whoever has their rights in their absence; nobody where nobody stands in for them.
    var standInNamedBy: Set<StaffNumber> = []

    /// Those over whose cases they lend no rights to whoever stands in for them: nobody lends a right over a case about themselves, nor is somebody
    /// who named the stand-in given a hand in the case about them.
    var lendingNothingOver: Set<StaffNumber> { standInNamedBy.union([number]) }

    /// Whether whoever stands in for them has their rights over a case.
    func lends(over state: Case) -> Bool { !lendingNothingOver.contains(where: state.isAbout) }

    /// The member under another name.
    public func named(_ name: String) -> StaffMember {
        var member = self
        member.name = name
        return member
    }

    /// Makes a member of staff.
    public init(number: StaffNumber, name: String, role: Role, isRetired: Bool = false, passcodeGivenBy: [StaffNumber] = []) {
        self.number = number
        self.name = name
        self.role = role
        self.isRetired = isRetired
        self.passcodeGivenBy = passcodeGivenBy
    }
}

/// Everybody who works or worked at the desk.
public struct StaffDirectory: Equatable, Sendable {
    /// All members by number, retired ones included.
    public let all: [StaffMember]
    private let byNumber: [StaffNumber: StaffMember]
    /// By what each of `all` is recognised; taken apart once, since every text is looked through for all of them.
    private(set) var known: [KnownMember]

    /// Makes a directory of `members`; a later one of the same number replaces an earlier one.
    public init(_ members: some Sequence<StaffMember> = []) {
        byNumber = Dictionary(members.map { ($0.number, $0) }, uniquingKeysWith: { _, last in last })
        all = byNumber.values.sorted { $0.number < $1.number }
        known = all.map(KnownMember.init)
    }

    /// Takes in by which name a member was known before: they are recognised by it as well (1-domain, Recusal).
    public mutating func remember(_ name: String, of number: StaffNumber) {
        for index in known.indices where known[index].number == number { known[index].remember(name) }
    }

    /// The member of that number.
    public subscript(number: StaffNumber) -> StaffMember? { byNumber[number] }

    /// `1003 李敏`, or the number alone for somebody who is not known.
    public func person(_ number: StaffNumber) -> String { self[number].map { "\(number) \($0.name)" } ?? number.text }

    /// Those who may accept a hand-over: the managers who still work here.
    public var receivers: [StaffMember] {
        all.filter { !$0.isRetired && ($0.role == .complaintManager || $0.role == .branchManager) }
    }
}

/// Whoever acts: a member of staff, in their own right or for absent managers.
public struct Actor: Hashable, Sendable {
    /// Who acts.
    public let member: StaffMember
    /// For whom they act, where they stand in, the one with the fewest rights first; none who has left is among them.
    public let absentees: [StaffMember]
    /// The roles whose rights the actor has: their own, and those of whoever they stand in for. Kept, since every act asks for them.
    public let roles: Set<Role>

    /// Makes an actor who acts in their own right, or for one absent manager.
    public init(_ member: StaffMember, standingInFor absent: StaffMember? = nil) {
        self.init(member, standingInFor: absent.map { [$0] } ?? [])
    }

    /// Makes an actor who stands in for several absent managers, and has the rights of all of them.
    public init(_ member: StaffMember, standingInFor absentees: [StaffMember]) {
        self.member = member
        let present = absentees.filter { !$0.isRetired }.sorted { ($0.role.weight, $0.number) < ($1.role.weight, $1.number) }
        self.absentees = present
        roles = member.isRetired ? [] : Set(present.map(\.role) + [member.role])
    }

    /// The first of those for whom the actor acts.
    public var standingInFor: StaffMember? { absentees.first }

    /// The staff number of whoever acts.
    public var number: StaffNumber { member.number }

    /// Whoever acts, and those who know the passcode that they still use: each of them may be the one who acts, and counts as well.
    public var persons: [StaffNumber] { [number] + member.passcodeGivenBy }

    /// That they may not read a case: it is told that a passcode of somebody else's may be the reason, whatever it is.
    public var mayNotRead: Refusal { member.passcodeGivenBy.isEmpty ? .mayNotRead : .mayNotReadYet(member.passcodeGivenBy) }

    /// For whom an act that needs one of `roles`, and nothing else, is done: nobody, where the actor's own role has the right.
    public func absent(for roles: Set<Role>) -> StaffNumber? {
        roles.contains(member.role) ? nil : absentees.first { roles.contains($0.role) }?.number
    }

    /// The actor as far as the case is concerned: nobody lends their rights over a case that is about themselves, or about whoever named the
    /// stand-in.
    public func regarding(_ state: Case) -> Actor {
        if absentees.allSatisfy({ $0.lends(over: state) }) { return self }
        return Actor(member, standingInFor: absentees.filter { $0.lends(over: state) })
    }

    /// Whether the actor has the rights of either manager.
    public var isManager: Bool { !roles.isDisjoint(with: [.complaintManager, .branchManager]) }
}
