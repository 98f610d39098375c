import ComplaintRules

/// One reading of a case, by somebody who may read it: all of one moment, and folded from the events once. Whoever has it asks no second time.
public struct CaseReading: Sendable {
    /// The case, with what of its history the reader may see.
    public let stored: Ledger.Stored
    /// What the reader may do to it, and why not the rest.
    public let possibilities: [(act: ActKind, whyNot: Refusal?)]
    /// What it waits for: what the reader can do first, and in either part what comes next first.
    public let duties: [Duty]
    /// Who reads it, and for whom they act.
    let readers: Set<StaffNumber>
    /// When it was read.
    let now: Moment

    /// The case.
    public var state: Case { stored.state }
    /// What happened on it, in order.
    public var events: [Happened<any CaseEvent>] { stored.events }

    /// Whether the reader can do an act now.
    public func canDo(_ act: ActKind) -> Bool { possibilities.contains { $0.act == act && $0.whyNot == nil } }

    /// A duty as it is told to the reader.
    public func sentence(of duty: Duty) -> Phrase { duty.sentence(to: readers, canDo: canDo) }

    /// What comes next in so many sentences at most: where not all can be told, what the reader can do and is overdue is not left out, nor, behind
    /// it, what waits for others; of several the last says how many there are more.
    public func next(_ count: Int) -> [Phrase] {
        var told = Array(duties.prefix(count))
        if duties.count > count, count > 1, !isPressing(told[count - 1]) {
            let rest = duties.dropFirst(count)
            let waiting = told.allSatisfy { canDo($0.act) } ? rest.first { !canDo($0.act) } : nil
            if let unsaid = rest.first(where: isPressing) ?? waiting { told[count - 1] = unsaid }
        }
        let sentences = told.map(sentence)
        guard count > 1, let last = sentences.last, duties.count > told.count else { return sentences }
        let rest = duties.count - told.count
        return sentences.dropLast() + [Phrase(en: "\(last.english) (\(rest) more)", zh: "\(last.chinese)（另有 \(rest) 项）")]
    }

    /// Whether the reader can do it and its limit has run out.
    private func isPressing(_ duty: Duty) -> Bool { canDo(duty.act) && duty.isOverdue(on: state, at: now) }
}

extension Ledger {
    /// A case with its place in the store. What never changes is kept once, however many hold it.
    public final class Stored: Sendable {
        /// The case's id: the seq of its first event.
        public let id: Int64
        /// The case.
        public let state: Case
        /// What happened on it, in order.
        public let events: [Happened<any CaseEvent>]

        init(id: Int64, state: Case, events: [Happened<any CaseEvent>]) {
            (self.id, self.state, self.events) = (id, state, events)
        }

        /// The case as its events make it; nil where none is left that makes one.
        ///
        /// - Parameter before: the case as it was before these events; nil where they are all.
        init?(_ rows: (id: Int64, events: [EventRow]), after before: Stored? = nil, _ coder: EventCoder) throws(LedgerError) {
            var (state, events) = (before?.state, before?.events ?? [])
            for row in rows.events {
                let happened = try row.happened(coder)
                state = evolve(state, happened)
                events.append(happened)
            }
            guard let state else { return nil }
            (id, self.state, self.events) = (rows.id, state, events)
        }

        /// The same without its ties to other cases.
        var untied: Stored {
            let events = events.filter { !($0.event is Linked) }
            return Stored(id: id, state: state.withoutLinks(lastEvent: events.last?.seq ?? state.version), events: events)
        }

        /// The same without what tells of other cases to which it is tied.
        func without(tiesTo others: Set<String>) -> Stored {
            if others.isEmpty { return self }
            let events = events.compactMap { happened -> Happened<any CaseEvent>? in
                if others.isDisjoint(with: happened.event.tiedNumbers) { return happened }
                // That it was merged is told all the same, as its stage tells it.
                guard var merged = happened.event as? Merged else { return nil }
                merged.into = ""
                var shown = happened
                shown.event = merged
                return shown
            }
            return Stored(id: id, state: state.withoutTies(to: others, lastEvent: events.last?.seq ?? state.version), events: events)
        }

        /// What whoever acts sees of it; nil where they may not read it.
        func seen(in occasion: Occasion) -> Stored? {
            guard mayRead(state, in: occasion) else { return nil }
            let reader = occasion.actor
            // Whoever reads it only to enter the ruling reads no more than that needs.
            let isNarrow = !ReadScope(for: reader).includes(state)
            let visible = events.filter { $0.isVisible(to: reader, on: state) }
            guard isNarrow else {
                return visible.count == events.count ? self : Stored(id: id, state: state, events: visible)
            }
            return Stored(id: id, state: state.withoutContacts, events: visible.map(\.withoutContacts))
        }
    }

    /// The case `number` with its history, what the actor may do to it now, and what it waits for.
    ///
    /// - Throws: `Refusal.noSuchCase`, `.mayNotRead`; `LedgerError`.
    public func open(_ number: String, by actor: Actor) throws -> CaseReading {
        try connection.read {
            let reader = try current(actor)
            return try reading(of: try existing(number), by: reader)
        }
    }

    /// A look at the case of a row that the reader has in a list, for as long as it stays selected: its ties are not told, nor asked for.
    ///
    /// It asks for one statement at most, the case's events; for none where the case was read before and nothing came since. (Where it goes on
    /// in another case, or waits to be seen as the repeat of one, that one is looked up too.)
    ///
    /// - Throws: `Refusal.noSuchCase`, `.mayNotRead`; `LedgerError`.
    public func glance(at row: RegisterRow, by actor: Actor) throws -> CaseReading {
        guard let found = try stored(id: row.id, version: row.version) else { throw Refusal.noSuchCase(row.number) }
        return try reading(of: found, by: try current(actor), isTied: false)
    }

    /// A case that says when its words were erased; every other one as it is.
    private func tellingErasure(_ stored: Stored) throws(LedgerError) -> Stored {
        guard stored.state.isErased else { return stored }
        let sql = "SELECT min(at) FROM event WHERE case_id = 0 AND kind = 'erased' AND instr(CAST(content AS TEXT), ?) > 0"
        guard let at = try connection.integer(sql, "\"\(stored.state.number)\"") else { return stored }
        return Stored(id: stored.id, state: stored.state.erased(at: Moment(milliseconds: at)), events: stored.events)
    }

    /// What `reader` sees of a case: of its ties to cases about themselves nothing, nor what follows from them.
    private func reading(of whole: Stored, by reader: Actor, isTied: Bool = true) throws -> CaseReading {
        let now = self.now
        // Where no tie is told, only what waits because of one could tell of it.
        let mayTell = isTied || whole.state.awaitsAcknowledgementAsRepeat
        let found = mayTell ? try withoutTiesToOwn(whole, of: reader) : whole
        guard let stored = found.seen(in: Occasion(reader, at: now, under: rules)) else { throw reader.mayNotRead }
        let possible = try possibilities(on: found.state, by: reader, at: now)
        let open = Set(possible.filter { $0.whyNot == nil }.map(\.act))
        let due = duties(of: found.state, at: now, under: rules)
        return CaseReading(
            stored: try tellingErasure(isTied ? stored : stored.untied),
            possibilities: possible,
            // What the reader can do comes before what waits for others.
            duties: due.filter { open.contains($0.act) } + due.filter { !open.contains($0.act) },
            readers: Set([reader.number] + reader.absentees.map(\.number)),
            now: now
        )
    }

    /// What `actor` may do to the case `number` now, and why not the rest; somebody whom the case is about learns it only while they hold it.
    ///
    /// - Throws: `Refusal.noSuchCase`, `.mayNotRead`; `LedgerError`.
    public func possibilities(on number: String, by actor: Actor) throws -> [(act: ActKind, whyNot: Refusal?)] {
        try connection.read {
            let reader = try current(actor)
            let state = try withoutTiesToOwn(try existing(number), of: reader).state
            let isTheirs = state.isTheirs(reader) && state.stage.isOpen
            guard isTheirs || mayRead(state, in: Occasion(reader, at: now, under: rules)) else { throw reader.mayNotRead }
            return try possibilities(on: state, by: reader, at: now)
        }
    }

    /// Why `actor` may not do one act to the case `number` now; nil where they may.
    ///
    /// - Throws: `Refusal.noSuchCase`; `LedgerError`.
    public func whyNot(_ kind: ActKind, on number: String, by actor: Actor) throws -> Refusal? {
        try connection.read {
            let state = try existing(number).state
            let occasion = Occasion(try current(actor), at: now, under: try rules(for: state))
            do throws(Refusal) {
                try permit(kind, on: state, in: occasion)
                return nil
            } catch {
                return error
            }
        }
    }

    /// A case without its ties to cases that are about the reader: a number would tell them that there is one.
    func withoutTiesToOwn(_ stored: Stored, of reader: Actor) throws(LedgerError) -> Stored {
        let tied = Set(stored.state.links.map(\.number) + stored.events.flatMap(\.event.tiedNumbers))
        if tied.isEmpty { return stored }
        var own: Set<String> = []
        let isAbout = """
            SELECT EXISTS(SELECT 1 FROM complaint c JOIN complaint_subject s ON s.case_id = c.id WHERE c.number = ? AND s.staff IN (\(RegisterPlan.list(reader.persons.map(\.text)))))
            """
        for number in tied where try connection.integer(isAbout, number) == 1 {
            own.insert(number)
        }
        return stored.without(tiesTo: own)
    }

    /// By when the customer of a case is to be answered: what one who comes back is told, whoever stands at the counter (1-domain, Coming
    /// back). Nil where nothing is due to them any more.
    public func replyDue(of number: String) throws(LedgerError) -> Moment? {
        try connection.integer("SELECT customer_due FROM complaint WHERE number = ?", number).map(Moment.init(milliseconds:))
    }

    private func possibilities(on state: Case, by actor: Actor, at now: Moment) throws -> [(act: ActKind, whyNot: Refusal?)] {
        ComplaintRules.possibilities(on: state, in: Occasion(actor, at: now, under: try rules(for: state)))
    }

    /// The rules for what may be done to a case, before it is said what.
    private func rules(for state: Case) throws(LedgerError) -> DeskRules {
        var desk = try rules(knowing: state.goesOnIn ?? state.mergedInto)
        // Where it was merged or goes on elsewhere, what its customer may say depends on the cases in which it ended.
        if state.stage == .merged || state.goesOnIn != nil {
            desk.web = try Case.web(around: [state]) { number throws(LedgerError) in try stored(number)?.state }
        }
        return desk
    }

    private func existing(_ number: String) throws -> Stored {
        guard let found = try stored(number) else { throw Refusal.noSuchCase(number) }
        return found
    }

    /// The case of that number as its events make it; nil where there is none.
    func stored(_ number: String) throws(LedgerError) -> Stored? {
        // As printed, so that 2611-7 and 2611-007 are one number.
        guard let number = CaseNumber(number),
            let (id, version) = try connection.first(
                "SELECT id, version FROM complaint WHERE number = ?",
                number.description,
                read: { row throws(LedgerError) in (row.int64(0), row.int64(1)) }
            )
        else { return nil }
        return try stored(id: id, version: version)
    }

    /// The case of that id, read anew where its last event is not that one.
    func stored(id: Int64, version: Int64) throws(LedgerError) -> Stored? {
        if let waiting = waiting?[id] { return waiting.new }
        let (kept, reader) = (readings.reading(id: id), EventReader(connection, coder: coder))
        if let kept, kept.state.version == version { return kept }
        // Of a case that was read before, only what came since is read: other desks may be busy with it.
        let folded =
            if let kept, kept.state.version < version {
                try Stored((id, try reader.rows(of: id, after: kept.state.version)), after: kept, coder)
            } else {
                try reader.stored(id: id)
            }
        if let folded { readings.keep(folded, isFolded: true) }
        return folded
    }
}

/// The cases that were read last, each good as far as it goes: what a screen shows is not folded again when its act is decided or the screen is
/// drawn anew. An event of the desk may change what has happened already, and they are forgotten then.
struct LatestReadings {
    /// A screen shows one case; a list walks up and down as many as are in sight, and a search tells of each why it is there.
    private static let limit = 64
    private var kept: [Ledger.Stored] = []
    /// How often a case was folded from its events.
    private(set) var folds = 0

    /// The case as it was read last.
    func reading(id: Int64) -> Ledger.Stored? { kept.last { $0.id == id } }

    /// Keeps what was read or has just been made, in place of what was read longest ago.
    mutating func keep(_ stored: Ledger.Stored, isFolded: Bool = false) {
        if isFolded { folds += 1 }
        kept.removeAll { $0.id == stored.id }
        kept.append(stored)
        if kept.count > LatestReadings.limit { kept.removeFirst() }
    }

    /// Forgets all: an act was undone, and its events' numbers will be those of others.
    mutating func forget() { kept = [] }
}
