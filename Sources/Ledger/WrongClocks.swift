import ComplaintRules

extension Ledger {
    /// The stretches of events that can be declared to be under a wrong clock and are not yet, each with its first and its last event.
    ///
    /// - Throws: `LedgerError`.
    public func wrongClockStretches() throws(LedgerError) -> [(from: WrongClock.Judged, to: WrongClock.Judged)] {
        var moments = try EventReader(connection, coder: coder).moments(from: 1, to: .max)
        // Where nothing was done yet since the clock went back, the declaration itself is the first that is.
        if let last = moments.last { moments.append(.init(seq: last.seq + 1, at: now, clock: clockMark)) }
        return WrongClock.stretches(in: moments, besides: rules.wrongClocks)
    }

    /// Declares a stretch of events to be one under a clock that had run ahead, and judges anew what was judged by it: the cases, the reviews of the
    /// comment book, and the latest moment on the desk; what that clock let fall due begins anew.
    ///
    /// - Throws: `Refusal`, and then nothing happened; `LedgerError`.
    public func declareWrong(_ stretch: WrongClock, by actor: Actor) throws {
        try transact { head in
            let actor = try current(actor)
            let reader = EventReader(connection, coder: coder)
            if let far = [stretch.from, stretch.to].first(where: { $0 > head.seq }), far > 0 { throw Refusal.beyondLastEvent(head.seq) }
            var marks: [Int64: ClockMark] = [:]
            for event in try reader.moments(from: stretch.from, to: head.seq).prefix(while: { $0.seq <= stretch.to + 1 }) {
                marks[event.seq] = event.clock
            }
            marks[head.seq + 1] = head.mark
            let event = try decideDeclaringWrong(stretch, marks: marks, in: occasion(of: actor))
            var before: [Stored] = []
            var cases: [Int64] = []
            let sql = "SELECT DISTINCT case_id FROM event WHERE seq >= ? AND case_id > 0 ORDER BY case_id"
            try connection.forEach(sql, stretch.from) { row throws(LedgerError) in cases.append(row.int64(0)) }
            for id in cases { if let stored = try reader.stored(id: id) { before.append(stored) } }
            try record(event, by: actor, head: &head)
            readings.forget()
            for old in before {
                guard let new = try reader.stored(id: old.id) else { continue }
                try CaseTables.keep(new, replacing: old, in: connection)
            }
            for (_, day) in try reader.bookDays() { try BookTable.keep(day, in: connection) }
            try head.judgeAnew(connection)
            let at = head.judge(clock)
            for id in cases {
                // Of an erased one the words are gone by which it could be told what was done.
                if try connection.integer("SELECT 1 FROM remains WHERE seq = ?", id) != nil { continue }
                guard let stored = try reader.stored(id: id), let anew = rules.begunAnew(of: stored.state) else { continue }
                _ = try self.record([anew], on: stored, by: actor, at: at, head: &head)
            }
        }
    }
}
