import ComplaintRules

extension Ledger {
    /// Does `act` to the review of a day of the comment book.
    ///
    /// - Returns: the day as it is then.
    /// - Throws: `Refusal`, and then nothing happened; `LedgerError`.
    @discardableResult
    public func perform(_ act: BookAct, by actor: Actor) throws -> BookDay {
        try transact { head in try review(act, by: try current(actor), head: &head) }
    }

    /// Logs a new entry of the comment book as a case and ties it to the review of `day`, in one transaction.
    ///
    /// - Throws: `Refusal`, and then nothing was logged; `LedgerError`.
    public func logEntry(
        _ intake: Intake,
        on day: Day,
        then acts: [any Act] = [],
        isAnother: Bool = false,
        by actor: Actor
    ) throws -> Stored {
        try batchOrJoin {
            let stored = try log(intake, then: acts, isAnother: isAnother, by: actor)
            _ = try perform(.enter(day, number: stored.state.number.description), by: actor)
            return stored
        }
    }

    /// The number of an entry of the comment book with the same page and line that was logged today or written on the same day, as `actor` may know:
    /// most likely the same one. Nil where there is none.
    ///
    /// - Throws: `LedgerError`.
    public func entry(like intake: Intake, for actor: Actor) throws(LedgerError) -> String? {
        // All that is asked of the tables here was taken down with the case, and waits for nothing.
        guard intake.channel == .commentBook, let page = intake.page, let line = intake.line else { return nil }
        func start(of day: Day) -> Moment { rules.zone.moment(of: LocalTime(day: day, secondOfDay: 0)) }
        let (written, today) = (rules.zone.day(at: intake.received), rules.zone.day(at: now))
        let sql = """
            SELECT number FROM complaint WHERE (id >= ? OR received >= ? AND received < ?)
            AND channel = ? AND is_history = 0 AND page = ? AND line = ?
            AND NOT EXISTS(SELECT 1 FROM complaint_subject s WHERE s.case_id = complaint.id AND s.staff = ?) ORDER BY id LIMIT 1
            """
        return try connection.first(
            sql,
            try firstEvent(since: start(of: today)),
            start(of: written).milliseconds,
            start(of: written.adding(days: 1)).milliseconds,
            Channel.commentBook.rawValue,
            Int64(page),
            Int64(line),
            actor.number.text
        ) { row throws(LedgerError) in row.text(0) }
    }

    /// The seal of the chain's end as it is now, which the close of a day prints for the paper file (1-domain, The ledger). It says nothing of
    /// what lies before the end: that is what `verify` looks through.
    public func endSeal() throws(LedgerError) -> Seal {
        let head = try ChainHead.read(connection, keys: keys)
        return Seal(seq: head.seq, link: head.link)
    }

    /// The review of a day; nil where nobody has begun it.
    public func bookDay(_ day: Day) throws(LedgerError) -> BookDay? {
        try connection.first("SELECT day, opened_at, by, reason, entries, closed_at FROM book_day WHERE day = ?", day.ordinal) {
            row throws(LedgerError) in try BookTable.day(row)
        }
    }

    /// How days from `first` to `last` were judged whose reviews are judged anew, since a clock was declared wrong, and otherwise than before.
    public func bookStatusBefore(from first: Day, to last: Day) throws(LedgerError) -> [Day: BookDay.Status] {
        guard try connection.integer("SELECT EXISTS(SELECT 1 FROM judged)") == 1 else { return [:] }
        let (before, founding, now) = (try EventReader(connection, coder: coder).bookDays(asWritten: true), try foundingDay(), self.now)
        var found: [Day: BookDay.Status] = [:]
        let since = try entriesAgainstCorrections(from: first, to: last)
        for (day, status, review) in try bookStatus(from: first, to: last) where review != nil {
            guard let old = before[day] else { continue }
            let stood = rules.bookStatus(of: day, old, founding: founding, at: now, written: since[day] ?? 0)
            if stood != status { found[day] = stood }
        }
        return found
    }

    /// Which reviews of days from `first` to `last` were done, in part at least, with a passcode that others knew, and who these were.
    public func bookPasscodeGivers(from first: Day, to last: Day) throws(LedgerError) -> [Day: [StaffNumber]] {
        var found: [Day: [StaffNumber]] = [:]
        let kinds = [BookKind.opened, .entered, .closed].map { "'\($0.rawValue)'" }.joined(separator: ", ")
        try connection.forEach(
            "SELECT kind, content FROM event WHERE case_id = 0 AND kind IN (\(kinds)) AND content IS NOT NULL ORDER BY seq"
        ) {
            row throws(LedgerError) in
            let givers = try coder.passcodeGivers(row.bytes(1))
            if givers.isEmpty { return }
            let day = try coder.bookEvent(EventContent(kind: row.text(0), bytes: row.bytes(1))).event.day
            if day >= first, day <= last { found[day] = givers }
        }
        return found
    }

    /// Who corrected how a day stands, or whether the branch was open on it, the last time.
    public func bookCorrectors(from first: Day, to last: Day) throws(LedgerError) -> [Day: (by: StaffNumber, at: Moment)] {
        let kinds = [DeskKind.openingCorrected.rawValue, DeskKind.bookCorrected.rawValue]
        var found: [Day: (by: StaffNumber, at: Moment)] = [:]
        // A correction of the book stands before one of the opening, whichever came first, as in `DeskRules.correction(of:)`.
        for kind in kinds {
            try connection.forEach(
                "SELECT at, by, content FROM event WHERE case_id = 0 AND kind = ? AND content IS NOT NULL ORDER BY seq",
                kind
            ) { row throws(LedgerError) in
                let day: Day? =
                    switch try coder.deskEvent(EventContent(kind: kind, bytes: row.bytes(2))).event {
                    case .bookCorrected(let correction): correction.day
                    case .openingCorrected(let exception): exception.day
                    default: nil
                    }
                guard let day, day >= first, day <= last, let by = StaffNumber(row.text(1)) else { return }
                found[day] = (by, Moment(milliseconds: row.int64(0)))
            }
        }
        return found
    }

    /// How each day from `first` to `last` stands now.
    public func bookStatus(from first: Day, to last: Day) throws(LedgerError) -> [(day: Day, status: BookDay.Status, review: BookDay?)] {
        let reviews = try self.reviews(from: first, to: last)
        guard first <= last else { return [] }
        let (founding, now, since) = (try foundingDay(), self.now, try entriesAgainstCorrections(from: first, to: last))
        return (first.ordinal...last.ordinal).map { ordinal in
            let day = Day(ordinal: ordinal)
            let status = rules.bookStatus(of: day, reviews[day], founding: founding, at: now, written: since[day] ?? 0)
            return (day, status, reviews[day])
        }
    }

    /// How many entries were written on those days from `first` to `last` of which a correction says that they have none.
    func entriesAgainstCorrections(from first: Day, to last: Day) throws(LedgerError) -> [Day: Int] {
        guard first <= last else { return [:] }
        var found: [Day: Int] = [:]
        let corrected = Set(rules.bookCorrections.keys).union(rules.openings.keys).filter { $0 >= first && $0 <= last }
        for day in corrected where rules.deniesEntries(on: day) {
            let count = try entriesWritten(on: day)
            if count > 0 { found[day] = count }
        }
        return found
    }

    /// How many entries of the book were written on each day from `first` to `last` that was found, or corrected, to have none: logged since.
    public func entriesLoggedSince(from first: Day, to last: Day) throws(LedgerError) -> [Day: Int] {
        var found = try entriesAgainstCorrections(from: first, to: last)
        for (day, review) in try reviews(from: first, to: last) where review.closedAt != nil && review.entries.isEmpty {
            let count = try entriesWritten(on: day)
            if count > 0 { found[day] = count }
        }
        return found
    }

    /// The reviews of the days from `first` to `last`, as far as somebody has begun them.
    func reviews(from first: Day, to last: Day) throws(LedgerError) -> [Day: BookDay] {
        var reviews: [Day: BookDay] = [:]
        try connection.forEach(
            "SELECT day, opened_at, by, reason, entries, closed_at FROM book_day WHERE day BETWEEN ? AND ?",
            first.ordinal,
            last.ordinal
        ) { row throws(LedgerError) in
            let day = try BookTable.day(row)
            reviews[day.day] = day
        }
        return reviews
    }

    /// Whether today's review of the comment book is done; nil on a day on which the branch is closed.
    public func isBookReviewedToday() throws(LedgerError) -> Bool? {
        let today = rules.zone.day(at: now)
        let review = try bookDay(today)
        if review == nil, !rules.hours.isOpen(on: today) { return nil }
        return review?.closedAt != nil
    }

    /// The day on which the desk was made: no earlier day of the book is its duty.
    public func foundingDay() throws(LedgerError) -> Day {
        if let foundedAt { return rules.zone.day(at: foundedAt) }
        let at = Moment(milliseconds: try connection.integer("SELECT at FROM event WHERE seq = 1") ?? 0)
        foundedAt = at
        return rules.zone.day(at: at)
    }

    /// How many entries of the book were written on a day.
    func entriesWritten(on day: Day) throws(LedgerError) -> Int {
        func start(of day: Day) -> Int64 { rules.zone.moment(of: LocalTime(day: day, secondOfDay: 0)).milliseconds }
        let sql = """
            SELECT id, version, number, \(Ledger.isRepeat) FROM complaint
            WHERE channel = ? AND is_history = 0 AND received >= ? AND received < ?
            """
        return try newEntries(sql, Channel.commentBook.rawValue, start(of: day), start(of: day.adding(days: 1))).count
    }

    /// The numbers of a query for id, version, number and whether the case is a repeat, without the cases in which another one goes on.
    private func newEntries(_ sql: String, _ values: (any SQLValue)?...) throws(LedgerError) -> [String] {
        var found: [(id: Int64, version: Int64, number: String, isRepeat: Bool)] = []
        try connection.statement(sql).forEach(all: values) { row throws(LedgerError) in
            found.append((row.int64(0), row.int64(1), row.text(2), row.bool(3)))
        }
        var numbers: [String] = []
        for each in found {
            if each.isRepeat, try stored(id: each.id, version: each.version)?.state.isContinuation == true { continue }
            numbers.append(each.number)
        }
        return numbers
    }

    private static let isRepeat = "EXISTS (SELECT 1 FROM complaint_repeat r WHERE r.case_id = complaint.id)"

    private func review(_ act: BookAct, by actor: Actor, head: inout ChainHead) throws -> BookDay {
        let before = try bookDay(act.day)
        let absent = actor.absent(for: [.complaintManager, .branchManager])
        var after = before
        for event in try decide(act, on: before, loose: try looseBookEntries(), in: occasion(of: actor)) {
            let content = try coder.content(of: event, circumstances(of: actor, head))
            let seq = try head.append(content, caseID: 0, by: actor.number, onBehalfOf: absent, at: now, to: connection)
            after = evolve(after, Happened(event, at: now, by: actor.number, onBehalfOf: absent, seq: seq))
            passOver(deskEvent: seq)
        }
        guard let after else { throw LedgerError(.misuse, message: "a decision without a day") }
        try BookTable.keep(after, in: connection)
        return after
    }

    /// The numbers of the cases that came by the book and belong to no review yet. Whatever was logged before a review last began or ended was
    /// tied to one then.
    public func looseBookEntries() throws(LedgerError) -> [String] {
        let last = try connection.integer(
            "SELECT seq FROM event WHERE case_id = 0 AND kind IN ('book-opened', 'book-closed') ORDER BY seq DESC LIMIT 1"
        )
        var tied: Set<Substring> = []
        var entries: [String] = []
        try connection.forEach("SELECT entries FROM book_day WHERE closed_at IS NULL") { row throws(LedgerError) in
            entries.append(row.text(0))
        }
        for numbers in entries { tied.formUnion(numbers.split(separator: "\n")) }
        let sql = """
            SELECT id, version, number, \(Ledger.isRepeat) FROM complaint WHERE id > ? AND channel = ? AND is_history = 0 ORDER BY id
            """
        return try newEntries(sql, last ?? 0, Channel.commentBook.rawValue).filter { !tied.contains(Substring($0)) }
    }
}

extension BookEvent {
    /// The day that it is about.
    var day: Day {
        switch self {
        case .opened(let opened): opened.day
        case .entered(let entered): entered.day
        case .closed(let closed): closed.day
        }
    }
}
