extension ActKind { public static let takeBack = ActKind(TakenBack.self) }

/// Whoever has just accepted, handed over or acknowledged takes that back, within seconds and before anything else happened on the case: all is
/// as it was (1-domain, The drawing).
public struct TakenBack: Act, CaseEvent {
    public static let blank = TakenBack()
    public static let name = "take-back"
    public static let label = Phrase(en: "Take back", zh: "撤销上一步")
    public static let rule = ActRule(
        [.logged, .handedOver, .inHand, .withHeadOffice],
        to: [.logged, .handedOver, .inHand],
        by: .desk
    )
    public static let wireName = "taken-back"
    public static let heading = Phrase(en: "taken back", zh: "已撤销")

    /// For how long a step can be taken back, in seconds.
    public static let seconds: Int64 = 10

    public static func permit(on state: Case, in occasion: Occasion) throws(Refusal) {
        guard let step = state.lastStep, step.by == occasion.actor.number else { throw .nothingToTakeBack }
        // Under a clock that stands behind nobody knows how long ago it was.
        let isBehind = occasion.clock < occasion.now
        let age = occasion.now.milliseconds - step.at.milliseconds
        if isBehind || age < 0 || age > TakenBack.seconds * 1000 { throw .tooLateToTakeBack(seconds: TakenBack.seconds) }
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) {
        guard let before = state.lastStep?.before.first else { return }
        state = before
        state.version = happened.seq
    }
}

extension Case {
    /// A step that can be taken back for some seconds: how the case stood before it, by whom it was taken and when.
    public struct Step: Hashable, Sendable {
        /// The case before it: one, in a list since a case holds its step.
        let before: [Case]
        /// Who took it.
        let by: StaffNumber
        /// When.
        let at: Moment
    }

    /// The last moment at which `number` can take the last step back; nil where there is none, or it was somebody else's.
    public func takeBackEnds(for number: StaffNumber) -> Moment? {
        guard let lastStep, lastStep.by == number else { return nil }
        return Moment(milliseconds: lastStep.at.milliseconds + TakenBack.seconds * 1000)
    }

    /// A step begins that can be taken back.
    mutating func mark(_ happened: Happened<any CaseEvent>) {
        lastStep = nil
        lastStep = Step(before: [self], by: happened.by, at: happened.at)
    }

    /// Whether an event belongs to the step that was marked: what begins with it, at the same moment and by the same hand.
    func isOfStep(_ happened: Happened<any CaseEvent>) -> Bool {
        guard let lastStep, lastStep.by == happened.by, lastStep.at == happened.at else { return false }
        return happened.event is HandOver || happened.event is Acceptance || happened.event is Acknowledgement
            || happened.event is ClockStarted
    }
}
