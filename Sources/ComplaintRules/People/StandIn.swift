/// Somebody who acts for an absent manager between two days (1-domain, Roles).
public struct StandIn: Hashable, Codable, Sendable {
    /// Who is absent.
    public var absent: StaffNumber
    /// Who acts.
    public var standIn: StaffNumber
    /// The first day.
    public var from: Day
    /// The last day.
    public var to: Day
    /// Whether it was ended before that.
    public var isEnded = false
    /// Who named the stand-in, and who had given the passcode with which they did; empty while nobody did.
    public var namedBy: Set<StaffNumber> = []

    private enum CodingKeys: String, CodingKey { case absent, standIn, from, to }

    /// Makes an appointment.
    public init(absent: StaffNumber, standIn: StaffNumber, from: Day, to: Day) {
        self.absent = absent
        self.standIn = standIn
        self.from = from
        self.to = to
    }

    /// The order of appointments in a list: by the absent, then by the first day.
    public static func isBefore(_ left: StandIn, _ right: StandIn) -> Bool { (left.absent, left.from) < (right.absent, right.from) }

    /// Whether it holds on `day`.
    public func holds(on day: Day) -> Bool { !isEnded && from <= day && day <= to }
}

extension DeskRules {
    /// The member of that number with the rights that they have now: their own, and those of all absent managers for whom they stand in.
    ///
    /// - Throws: `Refusal.unknownStaff`, `.retired`.
    public func actor(_ number: StaffNumber, at now: Moment) throws(Refusal) -> Actor {
        guard let member = staff[number] else { throw .unknownStaff(number) }
        if member.isRetired { throw .retired(number) }
        return Actor(member, standingInFor: lenders(to: member, on: zone.day(at: now)))
    }

    /// Whether somebody who was named to stand in can still do so: neither left since nor became an auditor, who acts for nobody.
    public func canAct(_ standIn: StandIn) -> Bool { staff[standIn.standIn].map { !$0.isRetired && $0.role != .auditor } ?? false }

    /// The managers for whom a member stands in on `day`, as far as they are managers still: the auditor's right to read all is lent to nobody, and
    /// an auditor, whatever they were when they were named, acts for nobody.
    func lenders(to member: StaffMember, on day: Day) -> [StaffMember] {
        if member.isRetired || member.role == .auditor { return [] }
        return standIns.filter { $0.standIn == member.number && $0.holds(on: day) }.compactMap { appointment in
            guard var absent = staff[appointment.absent], !absent.isRetired, Set<Role>.managers.contains(absent.role) else { return nil }
            // Who declares it as a standing deputy was named by whoever set that one.
            let setters = appointment.namedBy.contains(member.number) ? settings.deputiesSetBy?[member.number.text] ?? [] : []
            absent.standInNamedBy = appointment.namedBy.union(setters)
            return absent
        }
    }

    /// The last day for which somebody lends `actor` the right to `act`; nil where it is their own.
    func lastDay(ofRightTo act: DeskAct, lentTo actor: Actor, on day: Day) -> Day? {
        guard actor.absent(for: act.roles) != nil else { return nil }
        let lenders = Set(actor.absentees.filter { act.roles.contains($0.role) }.map(\.number))
        return standIns.filter { $0.standIn == actor.number && lenders.contains($0.absent) && $0.holds(on: day) }.map(\.to).max() ?? day
    }

    /// Whether a member is a branch manager or ever was one.
    func wasEverHead(_ number: StaffNumber) -> Bool {
        staff[number]?.role == .branchManager
            || staffChanges.contains { $0.number == number && ($0.role == .branchManager || $0.formerRole == .branchManager) }
    }
}

extension Actor {
    /// For whom `act` is done to a case, so that it is recorded as done by X for Y: nobody, where the actor may do it in their own right,
    /// else the absent manager whose right it needs, be it their role, the case that was handed over to them, or what they may promise.
    public func absent(for act: any Act, on state: Case, at now: Moment, under desk: DeskRules) -> StaffNumber? {
        func isAllowed(_ actor: Actor) -> Bool {
            do throws(Refusal) {
                _ = try decide(act, on: state, in: Occasion(actor, at: now, under: desk))
                return true
            } catch {
                return false
            }
        }
        let lenders = regarding(state).absentees
        if lenders.isEmpty || isAllowed(Actor(member)) { return nil }
        return (lenders.first { isAllowed(Actor(member, standingInFor: $0)) } ?? lenders.last)?.number
    }
}

/// A series of numbered papers, each with its own serial (1-domain, Numbers).
public enum Series: String, CaseIterable, Codable, Sendable {
    case chaser
    case delayNote = "delay-note"
    case dossier

    /// The letter that tells its numbers from those of cases.
    public var letter: String {
        switch self {
        case .chaser: "C"
        case .delayNote: "L"
        case .dossier: "D"
        }
    }

    /// The number `BRANCH-YYMM-C001`.
    public func number(branch: String, day: Day, serial: Int) -> String {
        "\(branch)-\(digits(day.year % 100, 2))\(digits(day.month, 2))-\(letter)\(digits(serial, 3))"
    }
}
