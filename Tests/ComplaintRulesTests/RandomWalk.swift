import DeskTestSupport

@testable import ComplaintRules

/// Acts at random, all of them, for walks through the life of a case.
enum RandomWalk {
    /// One act with fields that are mostly in order. Half of them are those that bring a case on.
    static func act(_ numbers: inout SeededNumbers, on life: Life, abouts: [String]) -> Deed {
        // What only comes late in a life is looked for there, or hardly any walk would come upon it.
        if life.state.stage == .closed, Bool.random(using: &numbers) {
            return numbers.one(of: [
                .calledBack(.satisfied), .calledBack(.unreachable), .sample(.spotCheck), .sample(.delayNote), .sample(.delayNote),
                .sample(.hold), .sample(.release), .added, .refused,
            ])
        }
        if life.state.stage == .withHeadOffice, Int.random(in: 0..<4, using: &numbers) == 0 { return .sample(.headOfficeNote) }
        if Bool.random(using: &numbers) {
            return numbers.one(of: [
                .answered, .handed(to: Desk.complaints), .handed(to: Desk.manager), .accept, .accept, .notAtFault, .atFault,
                .finding(Deed.finding(.bank)), .replied, .replied, .inBook, .sign, .sentBack, .escalationAsked, .confirmEscalation,
                .headOfficeAnswered, .withdrawn,
            ])
        }
        let kind = numbers.one(of: ActKind.allCases)
        switch kind {
        case .agreeTime: return .agreeTime(life.now.adding(seconds: 120))
        case .outsideDate: return .outsideDate(.init(due: life.now.adding(seconds: 864_000), by: "监管局"))
        case .rectify: return .rectify(what: "更换叫号机", owner: "陈立", due: life.desk.zone.day(at: life.now).adding(days: 7))
        case .amend: return .amend("about", to: numbers.one(of: abouts + [""]))
        case .askEscalation:
            return .askEscalation(
                .init(
                    why: numbers.one(of: Escalation.Kind.allCases),
                    reason: "超出权限",
                    persons: numbers.one(of: [nil, 4, 5, 20])
                )
            )
        case .decline:
            return .decline(.init(reason: "本网点可以处理", what: numbers.one(of: [nil, .extension, .escalation])))
        case .handOver: return .handed(to: numbers.one(of: Desk.everybody))
        case .ruling: return SmallBranch.ruling
        case .callBack: return .calledBack(numbers.one(of: SatisfactionLevel.allCases))
        case .verifyRectification:
            let item = life.state.rectifications.first(where: \.isOpen)?.action.item ?? 1
            return .verifyRectification(.init(item: item, result: "已整改"))
        default: return .sample(kind)
        }
    }
}
