import ComplaintRules

extension Ledger {
    /// Logs a complaint, and does what follows at once, such as a hand-over, in the same transaction.
    ///
    /// - Parameter isAnother: whether it was said that an entry of the comment book is another one than that with the same page and line.
    /// - Returns: the case; when this returns, it is on the disk.
    /// - Throws: `Refusal`, and then nothing was logged; `LedgerError`.
    public func log(_ intake: Intake, then acts: [any Act] = [], isAnother: Bool = false, by actor: Actor) throws -> Stored {
        // Who may not log copies no file either; asked before the number is looked for, so that a refusal costs nothing.
        try permitLogging(by: try current(actor))
        let acts = try acts.map { try keepingScan($0) }
        return try transact { head in
            let actor = try current(actor)
            try permitLogging(by: actor)
            if !isAnother, let page = intake.page, let line = intake.line, let there = try entry(like: intake, for: actor) {
                throw Refusal.entryThere(there, page: page, line: line)
            }
            let number = try nextNumber(on: rules.zone.day(at: now))
            let earlier = try repeated(by: intake).flatMap { CaseNumber($0) }
            let occasion = Occasion(actor, at: now, clock: head.mark, under: rules)
            let events = try decideLogging(intake, as: number, repeating: earlier.map { [$0] } ?? [], in: occasion)
            var stored = try append(events, on: nil, by: actor, at: now, head: &head)
            for act in acts {
                do {
                    stored = try decideAndAppend(act, on: stored, by: actor, at: now, head: &head).after
                } catch Refusal.mayNotRead where stored.state.isAbout(actor.number) {
                    // They have just said so themselves.
                    throw Refusal.aboutDoer(act.kind)
                } catch let refusal as Refusal {
                    throw refusal.whileLogging
                }
            }
            // The tables need not know what came between.
            try keep(stored, replacing: nil)
            // That it repeats a case about whoever logs it is not told to them.
            return try withoutTiesToOwn(stored, of: actor)
        }
    }

    /// Does `act` to the case `number`: reads it again, decides, appends, keeps the tables, all in one transaction.
    ///
    /// - Parameters:
    ///   - key: whoever signed in, with the key that a signature needs; only signing needs it.
    ///   - readUpTo: the last event that the actor has read; where given and another has come since, the act is refused.
    /// - Throws: `Refusal`, and then nothing happened; `LedgerError`.
    public func perform(
        _ act: any Act,
        on number: String,
        by actor: Actor,
        key: SignedIn? = nil,
        readUpTo: Int64? = nil
    ) throws -> Stored {
        // Before the transaction: no other desk waits while a file is copied.
        if act is Attachment, let refusal = try whyNot(.attach, on: number, by: actor) {
            throw refusal
        }
        let act = try keepingScan(act)
        return try transact { head in
            let actor = try current(actor)
            guard let before = try stored(number) else { throw Refusal.noSuchCase(number) }
            // What is read last is the last that is shown.
            if let readUpTo, before.state.version != readUpTo,
                try withoutTiesToOwn(before, of: actor).state.version != readUpTo
            {
                if readUpTo > before.state.version { throw Refusal.readBeyondEntry(readUpTo, last: before.state.version) }
                throw Refusal.changedMeanwhile
            }
            let (after, consequences, absent) = try decideAndAppend(act, on: before, by: actor, at: now, head: &head, key: key)
            try keep(after, replacing: before)
            return try follow(consequences, by: actor, for: absent, at: now, head: &head) ?? after
        }
    }

    /// Decides an act as `perform` would, and does nothing: what stands against it is known before a question is put.
    ///
    /// - Returns: the case as it is, and the other one that the act is about, such as the one that is merged into; nil where it is about none.
    /// - Throws: `Refusal`, as `perform` would; `LedgerError`.
    public func rehearse(_ act: any Act, on number: String, by actor: Actor) throws -> (state: Case, other: Case?) {
        try connection.read {
            let actor = try current(actor)
            guard let before = try stored(number) else { throw Refusal.noSuchCase(number) }
            let shown = try withoutTiesToOwn(before, of: actor).state
            return (shown, try decided(act, on: before, by: actor, at: now, clock: nil).occasion.desk.other)
        }
    }

    /// Records what an act on one case does to others: the case that a refused answer begins, the case into which one was merged, all to which it
    /// is tied.
    ///
    /// - Returns: the case that the act leads on to; nil where it leads to none.
    private func follow(
        _ consequences: [Consequence],
        by actor: Actor,
        for absent: StaffNumber?,
        at now: Moment,
        head: inout ChainHead
    ) throws -> Stored? {
        var next: Stored?
        for consequence in consequences {
            switch consequence {
            case .begins(_, let events):
                next = try record(events, on: nil, by: actor, for: absent, at: now, head: &head)
            case .happens(let number, let events):
                guard let other = try stored(number.description) else {
                    throw LedgerError(.damaged, message: "a decision on a case that is gone")
                }
                _ = try record(events, on: other, by: actor, for: absent, at: now, head: &head)
            }
        }
        return next
    }

    // MARK: Within a transaction

    /// The rules for a decision that has to know another case too.
    func rules(knowing other: String?) throws(LedgerError) -> DeskRules {
        var desk = rules
        desk.other = try other.flatMap { number throws(LedgerError) in try stored(number)?.state }
        return desk
    }

    /// Decides an act, with all that the decision has to know.
    private func decided(
        _ act: any Act,
        on before: Stored,
        by actor: Actor,
        at now: Moment,
        clock mark: ClockMark?
    ) throws -> (events: [any CaseEvent], occasion: Occasion) {
        var desk = try rules(knowing: act.otherNumber(on: before.state))
        if act.needsWeb(on: before.state) {
            desk.web = try Case.web(around: [before.state] + [desk.other].compactMap { $0 }) { number throws(LedgerError) in
                try stored(number)?.state
            }
        }
        let today = rules.zone.day(at: now)
        desk.nextNumbers = try PaperTable.nextNumbers(branch: settings.branchCode, day: today, in: connection)
        // A case begins only because of one that was signed.
        if before.state.isSigned { desk.nextCase = try nextNumber(on: today) }
        let occasion = Occasion(actor, at: now, clock: mark, under: desk)
        return (try decide(act, on: before.state, in: occasion), occasion)
    }

    /// Decides an act, appends what it does to the case, and gives what it does to others. The tables are not kept yet.
    private func decideAndAppend(
        _ act: any Act,
        on before: Stored,
        by actor: Actor,
        at now: Moment,
        head: inout ChainHead,
        key: SignedIn? = nil
    ) throws -> (after: Stored, consequences: [Consequence], absent: StaffNumber?) {
        var (events, occasion) = try decided(act, on: before, by: actor, at: now, clock: head.mark)
        let absent = actor.absent(for: act, on: before.state, at: now, under: occasion.desk)
        if act is SignOff {
            guard let key, key.actor.number == actor.number else {
                throw LedgerError(.misuse, message: "a signature without the signer's key")
            }
            events[0] = try seal(before, by: key, at: now)
        }
        let after = try append(events, on: before, by: actor, for: absent, at: now, head: &head)
        return (after, try consequences(of: act, doing: events, to: before.state, in: occasion), absent)
    }

    /// Appends what was decided, keeps the tables, and gives the case as it is then. A nil case begins with the first event.
    func record(
        _ events: [any CaseEvent],
        on before: Stored?,
        by actor: Actor,
        for absent: StaffNumber? = nil,
        at now: Moment,
        head: inout ChainHead
    ) throws -> Stored {
        let after = try append(events, on: before, by: actor, for: absent, at: now, head: &head)
        try keep(after, replacing: before)
        return after
    }

    /// Appends what was decided, and gives the case as it is then. A nil case begins with the first event.
    private func append(
        _ events: [any CaseEvent],
        on before: Stored?,
        by actor: Actor,
        for absent: StaffNumber? = nil,
        at now: Moment,
        head: inout ChainHead
    ) throws -> Stored {
        var (id, state, history) = (before?.id, before?.state, before?.events ?? [])
        for event in events {
            let circumstances = circumstances(of: actor, head)
            let content = try coder.content(of: event, circumstances)
            let seq = try head.append(
                content,
                caseID: id,
                by: actor.number,
                onBehalfOf: absent,
                at: now,
                to: connection
            )
            let happened = Happened(
                event,
                at: now,
                by: actor.number,
                onBehalfOf: absent,
                passcodeGivenBy: circumstances.passcodeGivenBy,
                seq: seq,
                clock: circumstances.clock
            )
            state = evolve(state, happened)
            history.append(happened)
            if let row = PaperTable.row(of: event) { given[GivenSerial(series: row.series.rawValue, month: row.month)] = row.serial }
            id = id ?? seq
        }
        guard let id, let state else { throw LedgerError(.misuse, message: "a decision without a case") }
        if before == nil { given[.ofCase(month: state.number.month)] = state.number.serial }
        return Stored(id: id, state: state, events: history)
    }

    /// Keeps the tables in step with a case. Within a bulk they may wait for its last act: cases are found and told apart by what was taken
    /// down, and papers are numbered by their table, so that these wait for nothing.
    private func keep(_ after: Stored, replacing before: Stored?) throws(LedgerError) {
        readings.keep(after)
        let hasPaper = after.events.dropFirst(before?.events.count ?? 0).contains { PaperTable.row(of: $0.event) != nil }
        if let before, var waiting, before.state.intake == after.state.intake, !hasPaper {
            // Not copied: the dictionary is the only one while it is changed.
            self.waiting = nil
            waiting[after.id] = (waiting[after.id]?.old ?? before, after)
            self.waiting = waiting
            if waiting.count >= Ledger.mostWaiting { try keepWaiting() }
        } else {
            let old = waiting?.removeValue(forKey: after.id)?.old ?? before
            try CaseTables.keep(after, replacing: old, in: connection)
        }
    }

    /// The most cases whose tables wait; a bound on the memory that they take.
    private static let mostWaiting = 4096

    /// Keeps the tables of the cases for which that has waited.
    func keepWaiting() throws(LedgerError) {
        guard let cases = waiting, !cases.isEmpty else { return }
        for (_, waiting) in cases.sorted(by: { $0.key < $1.key }) {
            try CaseTables.keep(waiting.new, replacing: waiting.old, in: connection)
        }
        waiting = [:]
    }

    /// The next number of the month of `day`. Inside the transaction, so that no two desks are given the same.
    func nextNumber(on day: Day) throws(LedgerError) -> CaseNumber {
        let first = CaseNumber(branch: rules.settings.branchCode, day: day, serial: 1)
        let last = max(
            try connection.integer("SELECT max(serial) FROM complaint WHERE month = ?", first.month) ?? 0,
            try LostSerials.last(.ofCase(month: first.month), in: connection)
        )
        return CaseNumber(branch: rules.settings.branchCode, day: day, serial: Int(last) + 1)
    }
}
