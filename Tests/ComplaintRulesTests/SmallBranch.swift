import DeskTestSupport

@testable import ComplaintRules

/// A branch of three, as the smallest have it: one clerk, one complaint manager, one branch manager. And how a case comes to its end there.
enum SmallBranch {
    static let staff = [Desk.clerk, Desk.complaints, Desk.manager]
    static let desk: DeskRules = {
        var desk = Desk.rules(in: Desk.zone, staff: staff)
        desk.other = Desk.otherCase()
        return desk
    }()

    /// Every set of people whom a case can be about, as the customer would name them.
    static let subjects = (0..<8).map { set in
        staff.enumerated().filter { set >> $0.offset & 1 == 1 }.map(\.element.name).joined(separator: "、")
    }

    /// Head office's ruling with what the customer was told.
    static let ruling = Deed.ruling(.init(text: "同意结案", reference: "总服〔2026〕17号", told: "已电话告知客户"))

    /// What would bring the case on, the nearest to its end first.
    private static func steps(_ state: Case) -> [Deed] {
        let isFound = state.finding.map { !$0.explanation.isBlank && $0.fault == .none } ?? false
        var steps: [Deed] = []
        if state.stage == .toSign || Stage.endsOfTheirOwn.contains(state.stage) { steps = [.sign] }
        steps.append(ruling)
        if state.stage == .withHeadOffice { steps.append(.headOfficeAnswered) }
        if [.logged, .handedOver].contains(state.stage) { steps.append(.accept) }
        if !isFound { steps.append(.notAtFault) }
        if !state.bookAnswersDue.isEmpty { steps.append(.inBook) }
        let isEnded = state.stage == .toSign || Stage.endsOfTheirOwn.contains(state.stage)
        if isEnded, state.owesAnswerBesideBook || state.owesAnswerToMerged, !state.isToldOfOutcome { steps.append(.outcomeTold) }
        return steps + (isEnded ? [.sentBack] : [.replied])
    }

    /// Brings a case to its end, by whoever may do the next step; where the case is about all three, head office sends somebody.
    ///
    /// - Returns: the case, and what was done.
    static func finish(_ life: Life) throws -> (life: Life, acts: [String]) {
        var (life, acts) = (life, [String]())
        while !life.state.isSigned, acts.count < 12 {
            // Who alone named all others enters no ruling on what is theirs alone: somebody has to come.
            if life.desk.staff[envoy.number] == nil, staff.contains(where: { life.refusal(of: ruling, by: $0) == .nobodyLeftForRuling }) {
                life.desk.staff = StaffDirectory(staff + [envoy])
                acts.append("add-staff")
            }
            let next = steps(life.state).lazy.compactMap { act in
                life.desk.staff.all.first { life.refusal(of: act, by: $0) == nil }.map { (act, $0) }
            }.first
            if let (act, member) = next {
                try life.perform(act, by: Actor(member))
                acts.append(act.kind.rawValue)
            } else {
                guard staff.allSatisfy({ life.state.isAbout($0.number) }), life.desk.staff[envoy.number] == nil else { break }
                _ = try decideAdding(envoy, publicKey: "00", in: Occasion(Actor(Desk.manager), at: Desk.now, under: life.desk))
                life.desk.staff = StaffDirectory(staff + [envoy])
                acts.append("add-staff")
            }
        }
        return (life, acts)
    }

    private static let envoy = Desk.member("9001", "总行专员", .counter)
}
