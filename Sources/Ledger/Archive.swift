import ComplaintRules

/// The paper of a case that somebody took out of the archive.
public struct PaperOut: Equatable, Sendable {
    /// The case.
    public let number: String
    /// Who took it.
    public let to: String
    /// When.
    public let at: Moment
    /// Who gave it out.
    public let by: StaffNumber
}

extension Ledger {
    /// The papers that are out, in the order in which they were taken.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func papersOut(by actor: Actor) throws -> [PaperOut] {
        let actor = try current(actor)
        try permitReadingPapersOut(by: actor)
        return try connection.read {
            // Whoever may not read a case learns nothing of where its paper is.
            try papersOut().filter { paper in try stored(paper.number).map { ReadScope(for: actor).includes($0.state) } ?? true }
        }
    }

    /// Records that somebody took the paper of a case out of the archive.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func signOutPaper(of number: String, to person: String, by actor: Actor) throws {
        try keepArchive(number, by: actor) { state, holder, actor throws(Refusal) in
            try decideSigningOut(state, to: person, heldBy: holder, in: occasion(of: actor))
        }
    }

    /// Records that the paper of a case came back.
    ///
    /// - Throws: `Refusal`; `LedgerError`.
    public func returnPaper(of number: String, by actor: Actor) throws {
        try keepArchive(number, by: actor) { state, holder, actor throws(Refusal) in
            try decideReturning(state.number.description, heldBy: holder, by: actor)
        }
    }

    private func keepArchive(
        _ number: String,
        by actor: Actor,
        _ decide: (Case, String?, Actor) throws(Refusal) -> DeskEvent
    ) throws {
        try transact { head in
            let actor = try current(actor)
            // Whoever may not read the case learns nothing of where its paper is.
            let state = try open(number, by: actor).state
            let holder = try papersOut().first { $0.number == state.number.description }?.to
            try record(try decide(state, holder, actor), by: actor, head: &head)
        }
    }

    private func papersOut() throws(LedgerError) -> [PaperOut] {
        var out: [PaperOut] = []
        let sql = """
            SELECT \(EventReader.columns) FROM \(EventReader.events)
            WHERE case_id = 0 AND kind IN ('paper-signed-out', 'paper-returned') AND content IS NOT NULL ORDER BY event.seq
            """
        try connection.forEach(sql) { row throws(LedgerError) in
            guard let by = StaffNumber(row.text(2)) else { throw LedgerError(.damaged, message: "an event of nobody") }
            switch try coder.deskEvent(EventContent(kind: row.text(4), bytes: row.bytes(5))).event {
            case .paperSignedOut(let taken):
                out.append(PaperOut(number: taken.number, to: taken.to, at: Moment(milliseconds: row.int64(1)), by: by))
            case .paperReturned(let back): out.removeAll { $0.number == back.number }
            default: break
            }
        }
        return out
    }
}
