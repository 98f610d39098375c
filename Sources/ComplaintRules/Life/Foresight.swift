extension DeskRules {
    /// Whether an answer, a finding or a reply by `actor` would leave nobody in the branch who may sign the case: nobody signs what they alone
    /// handled (1-domain, Recusal). Head office's written ruling is needed then.
    public func wouldLeaveNoSigner(for state: Case, handledBy actor: Actor, at now: Moment) -> Bool {
        guard state.handlers.subtracting([actor.number]).isEmpty else { return false }
        return heads(of: state, at: now).allSatisfy { $0 == actor.number }
    }
}
