/// What somebody who leaves had begun to write and not sent.
public struct LeftDraft: Sendable {
    /// Whom it speaks of, in its writer's words; empty for nobody.
    public var about: String
    /// The case on which it was begun; nil for none.
    public var state: Case?

    /// Makes one.
    public init(about: String, on state: Case?) {
        self.about = about
        self.state = state
    }
}

extension DeskRules {
    /// Who takes a draft that was left: whoever has the case on which it was begun, else whoever has the case on which the leaver acted last, else
    /// whoever records the leaving. Nobody gets one that speaks of themselves, or that is of a case which they may not read (1-domain, Recusal).
    ///
    /// - Parameters:
    ///   - leaver: who leaves.
    ///   - successor: who has the case on which they acted last; nil where nobody else has one.
    ///   - manager: who records the leaving.
    public func taker(
        of draft: LeftDraft,
        of leaver: StaffNumber,
        successor: StaffNumber?,
        recordedBy manager: StaffNumber
    ) -> StaffNumber? {
        let spokenOf = staff.subjects(in: draft.about)
        return [draft.state?.keeper, successor, manager].compactMap { $0 }.first { number in
            guard let member = staff[number], !member.isRetired, number != leaver, !spokenOf.contains(number) else { return false }
            return draft.state.map(ReadScope(for: Actor(member)).includes) ?? true
        }
    }
}

extension Case {
    /// Who has the case, as far as others see it: whoever is to accept it sooner than whoever handed it over.
    public var keeper: StaffNumber? { Case.keeper(holder: holder, awaited: awaitedReceiver) }

    /// The same of what is kept of a case.
    public static func keeper(holder: StaffNumber?, awaited: StaffNumber?) -> StaffNumber? { awaited ?? holder }
}
