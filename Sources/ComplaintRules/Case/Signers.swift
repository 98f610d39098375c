extension DeskRules {
    /// Whether `act`, an answer, a reply or an end of its own, by `actor` would leave nobody in the branch who may sign the case: nobody signs
    /// where all that stands is theirs alone (1-domain, Two pairs of eyes). Head office's written ruling is needed then.
    public func wouldLeaveNoSigner(for state: Case, after act: ActKind, by actor: Actor, at now: Moment) -> Bool {
        let isAnswer = act == .answer || act == .reply
        if isAnswer, let finder = state.foundBy, finder != actor.number, !state.isAbout(finder) { return false }
        return heads(of: state, at: now).allSatisfy { $0 == actor.number }
    }

    /// Whether a case is about a branch manager who works here: it goes to head office then.
    func isAboutHead(_ state: Case) -> Bool {
        staff.all.contains { $0.role == .branchManager && !$0.isRetired && state.isAbout($0.number) }
    }

    /// Whether a manager works here whom the case is not about.
    func mayAnybodyHandle(_ state: Case) -> Bool { staff.receivers.contains { !state.isAbout($0.number) } }

    /// Who has the branch manager's rights over a case today: branch managers, and whoever stands in for one, whom it is not about.
    func heads(of state: Case, at now: Moment) -> [StaffNumber] {
        let today = zone.day(at: now)
        let free = staff.all.filter { !$0.isRetired && !state.isAbout($0.number) }
        let managers = free.filter { $0.role == .branchManager }.map(\.number)
        let standIns = free.filter { member in
            lenders(to: member, on: today).contains { managers.contains($0.number) && $0.lends(over: state) }
        }
        return managers + standIns.map(\.number)
    }

    /// Who enters head office's ruling on a case: of those who took no part in it the managers and whoever stands in for one; where none is left,
    /// the clerks. In a small branch all may have had a hand in a case before it turned out whom it is about; then any of them, but for the one whose
    /// alone it is what stands, as long as there is another, or was since it was logged: nobody is sent away for a moment so that one may. Whoever named
    /// those as its subjects who could do it in their place does so only where others handled it and nobody else is left, so that two have seen it; a
    /// clerk who named the managers does where there is no other clerk.
    func enterersOfRuling(on state: Case, at now: Moment) -> [StaffNumber] {
        let today = zone.day(at: now)
        let all = staff.all.filter { !$0.isRetired && $0.role != .auditor && !state.isAbout($0.number) }
        let rest = all.filter { !hasNamedOthers($0.number, on: state) }
        let namers = state.handlers.isEmpty ? [] : all.filter { hasNamedOthers($0.number, on: state) && !state.hasPart($0.number) }
        let others = rest.filter { $0.role != .counter || !hasNamed($0.number, on: state) }
        let free = others.isEmpty ? rest : others
        let uninvolved = free.filter { !state.hasPart($0.number) }
        let managers = uninvolved.filter { member in
            Set<Role>.managers.contains(member.role) || lenders(to: member, on: today).contains { $0.lends(over: state) }
        }
        let notAlone = free.filter { !state.isAlone(of: $0.number) }
        let isLost = hasLostSomebody(since: state)
        let last = free.filter { !state.stands(by: $0.number) || !isLost }
        return ([managers, uninvolved, notAlone, namers].first { !$0.isEmpty } ?? last).map(\.number)
    }

    /// Whether somebody named others as its subjects who could do in their place what is left to the last: a clerk other clerks, a manager others than
    /// branch managers. A case about a branch manager goes to head office, and one about all managers to the clerks, whoever says so; and a complaint
    /// about one person, as it was taken down, is an ordinary one.
    func hasNamedOthers(_ namer: StaffNumber, on state: Case) -> Bool {
        guard hasNamed(namer, on: state) else { return false }
        let isClerk = staff[namer]?.role == .counter
        return (state.namers[namer] ?? []).contains { isClerk ? staff[$0]?.role == .counter : staff[$0]?.role != .branchManager }
    }

    /// Whether somebody named its subjects, but for the one of a complaint as it was taken down.
    private func hasNamed(_ namer: StaffNumber, on state: Case) -> Bool {
        guard let named = state.namers[namer] else { return false }
        return named.count > 1 || !named.isSubset(of: state.subjectsAtFirst)
    }

    /// Whether somebody whom it is not about has left since a case was logged, or was given a role that does nothing: what they could have done is left
    /// to them, or to whoever comes in their place. What is done anew once they are gone changes nothing of that.
    func hasLostSomebody(since state: Case) -> Bool {
        let day = zone.day(at: state.loggedAt)
        return staffChanges.contains { change in
            guard change.day >= day, !state.isAbout(change.number), let member = staff[change.number] else { return false }
            return member.isRetired && change.isRetired || member.role == .auditor && change.formerRole != nil && change.role == .auditor
        }
    }

    /// Whether `actor` is to enter head office's ruling on a case that nobody in the branch may sign, and so reads it.
    func mayEnterRuling(_ actor: Actor, on state: Case, at now: Moment) -> Bool {
        !actor.persons.contains(where: state.isAbout) && possibleSigners(of: state, at: now).isEmpty
            && enterersOfRuling(on: state, at: now).contains(actor.number)
    }

    /// Whether `actor` does what only managers do on a case about all of them, as far as it has to be done all the same: they are to enter head
    /// office's ruling on it, entered it, or took no part in what was ruled on.
    func actsForManagers(_ actor: Actor, on state: Case, at now: Moment) -> Bool {
        if mayAnybodyHandle(state) || actor.roles.isDisjoint(with: .desk) { return false }
        if actor.persons.contains(where: state.isAbout) { return false }
        if !state.isSigned { return mayEnterRuling(actor, on: state, at: now) }
        return state.ruling != nil && (state.signer == actor.number || enterersOfRuling(on: state, at: now).contains(actor.number))
    }

    /// Whether whoever has the branch manager's rights may send a case back to another manager, whose answer they may sign then.
    func couldAnotherAnswer(_ state: Case, at now: Moment) -> Bool {
        let heads = heads(of: state, at: now)
        return staff.receivers.contains { member in !state.isAbout(member.number) && heads.contains { $0 != member.number } }
    }

    /// Those of them who may sign it as far as they themselves are concerned: of whom, or of whom it is about, not all is that stands.
    func possibleSigners(of state: Case, at now: Moment) -> [StaffNumber] {
        if state.handlers.isEmpty { return heads(of: state, at: now) }
        return heads(of: state, at: now).filter { !state.isAlone(of: $0) }
    }
}
