import ComplaintRules
import Glibc
import TableFiles

/// What an erasure did.
public struct Erasure: Sendable {
    /// The cases whose contents are gone.
    public internal(set) var numbers: [String] = []
    /// The cases past their time whose contents a hold keeps.
    public internal(set) var held: [String] = []
    /// The cases past their time on which something is still to be done.
    public internal(set) var awaited: [String] = []
    /// How many copies of scans, drafts and backups in the desk's own folder went with them.
    public internal(set) var attachments = 0
    public internal(set) var drafts = 0
    public internal(set) var backups = 0
    /// Whether what was erased is out of the log, too: another desk that is open may hold it there until it reads anew.
    public internal(set) var isLogClean = true
    /// Folders of replaced desks, which still hold what they held.
    public internal(set) var replacedFolders: [String] = []
}

extension Ledger {
    /// Cases that are erased with one event: a bound on its size.
    private static let erasedAtOnce = 100

    /// Erases the contents of cases that were closed before a day and are past their time: in the events with their salts, in tables and search
    /// index, drafts, scans and freed pages, and with them the desk's own backups. What a hold keeps stays. Numbers, codes, dates and clocks
    /// stay, and the chain is whole.
    ///
    /// - Throws: `Refusal.keptLonger` for a day that is not past the shortest time; other `Refusal`; `LedgerError`.
    public func erase(closedBefore day: Day, by actor: Actor) throws -> Erasure {
        try decideErasing(before: day, since: try clockJump(), in: occasion(of: try current(actor)))
        var done = Erasure()
        var ids = try due(before: day, for: try current(actor), &done)
        // At least one event, also where only held cases were found: that somebody wanted to erase is on record.
        repeat {
            let some = Array(ids.prefix(Ledger.erasedAtOnce))
            ids.removeFirst(some.count)
            try transact { head in
                let actor = try current(actor)
                try decideErasing(before: day, since: try clockJump(), in: occasion(of: actor))
                try erase(some, before: day, by: actor, head: &head, &done)
            }
        } while !ids.isEmpty
        try sweep(before: day, &done)
        return done
    }

    /// When the clock came more than 31 days after the act before, within the last 31; nil where it did not. Within so short a time there is one
    /// such jump at most, and it ends with the first act in it.
    private func clockJump() throws(LedgerError) -> Moment? {
        let start = Moment(milliseconds: now.milliseconds &- ClockMark.longSilence)
        let (at, notRefused) = ("coalesce(judged.at, event.at)", "kind <> '\(DeskKind.signInRefused.rawValue)'")
        let sql = """
            SELECT event.seq, \(at) FROM \(EventReader.events) WHERE \(notRefused) AND \(at) < ? ORDER BY event.seq DESC LIMIT 1
            """
        let last = try connection.first(sql, start.milliseconds) { row throws(LedgerError) in (seq: row.int64(0), at: row.int64(1)) }
        guard let last else { return nil }
        let next = "SELECT \(at) FROM \(EventReader.events) WHERE \(notRefused) AND event.seq > ? ORDER BY event.seq LIMIT 1"
        let first = try connection.integer(next, last.seq) ?? now.milliseconds
        return first &- last.at > ClockMark.longSilence ? Moment(milliseconds: first) : nil
    }

    /// The cases to be erased; those that a hold keeps, and those on which something is still to be done, are named apart. What somebody may not read
    /// they do not erase, nor are they told of it (1-domain, Recusal).
    private func due(before day: Day, for actor: Actor, _ done: inout Erasure) throws -> [Int64] {
        try connection.read {
            let today = rules.zone.day(at: now)
            var (candidates, ids): ([Int64], [Int64]) = ([], [])
            let sql = """
                SELECT id FROM complaint WHERE coalesce(closed, received) < ? AND NOT EXISTS(SELECT 1 FROM remains WHERE seq = complaint.id)
                ORDER BY id
                """
            let limit = rules.zone.moment(of: LocalTime(day: day, time: TimeOfDay(minutesAfterMidnight: 0)))
            try connection.forEach(sql, limit.milliseconds) { row throws(LedgerError) in candidates.append(row.int64(0)) }
            for id in candidates {
                guard let state = try EventReader(connection, coder: coder).stored(id: id)?.state,
                    ReadScope(for: actor).includes(state), let until = state.retainedUntil(under: rules), until <= today
                else { continue }
                if state.heldFor != nil {
                    done.held.append(state.number.description)
                } else if try isAwaited(state) {
                    done.awaited.append(state.number.description)
                } else {
                    ids.append(id)
                }
            }
            return ids
        }
    }

    private func isAwaited(_ state: Case) throws(LedgerError) -> Bool {
        state.isAwaited(in: try Case.web(around: [state]) { number throws(LedgerError) in try stored(number)?.state })
    }

    private func erase(_ ids: [Int64], before day: Day, by actor: Actor, head: inout ChainHead, _ done: inout Erasure) throws {
        let reader = EventReader(connection, coder: coder)
        var (before, remains, numbers): ([Stored], [DeskEvent.Erased.Remains], [String]) = ([], [], [])
        for id in ids {
            guard let stored = try reader.stored(id: id), ReadScope(for: actor).includes(stored.state) else { continue }
            // Read again in the transaction: it may have been placed under a hold meanwhile.
            if stored.state.heldFor != nil {
                done.held.append(stored.state.number.description)
                continue
            }
            if try isAwaited(stored.state) {
                done.awaited.append(stored.state.number.description)
                continue
            }
            before.append(stored)
            numbers.append(stored.state.number.description)
            try connection.forEach("SELECT seq, kind, content FROM event WHERE case_id = ? AND content IS NOT NULL ORDER BY seq", id) {
                row throws(LedgerError) in
                let content = try coder.remains(of: EventContent(kind: row.text(1), bytes: row.bytes(2)))
                remains.append(.init(seq: row.int64(0), content: String(decoding: content, as: UTF8.self)))
            }
        }
        let event = DeskEvent.erased(.init(before: day, numbers: numbers, remains: remains, held: done.held))
        try record(event, by: actor, head: &head)
        for stored in before {
            try connection.run("UPDATE event SET salt = NULL, content = NULL WHERE case_id = ?", stored.id)
            guard let after = try reader.stored(id: stored.id) else {
                throw LedgerError(.misuse, message: "an erased case of which nothing stayed")
            }
            try CaseTables.keep(after, replacing: stored, in: connection)
            done.drafts += try forgetDrafts("instr(form, ?) > 0", stored.state.number.description)
        }
        readings.forget()
        done.numbers += numbers
    }

    private func forgetDrafts(_ condition: String, _ value: any SQLValue) throws(LedgerError) -> Int {
        let count = try connection.integer("SELECT count(*) FROM draft WHERE \(condition)", value) ?? 0
        try connection.run("DELETE FROM draft WHERE \(condition)", value)
        return Int(count)
    }

    /// Removes what lies beside the events: old drafts, scans that no case names, words in the search index's old parts, backups, and the log.
    private func sweep(before day: Day, _ done: inout Erasure) throws {
        let limit = rules.zone.moment(of: LocalTime(day: day, time: TimeOfDay(minutesAfterMidnight: 0))).milliseconds
        try connection.transaction {
            done.drafts += try forgetDrafts("saved_at < ?", limit)
            // The index forgets a word by a mark on it; only putting its parts together removes it.
            try connection.execute("INSERT INTO complaint_search(complaint_search) VALUES ('optimize')")
        }
        var named: Set<String> = []
        try EventReader(connection, coder: coder).forEachCase { stored in
            for happened in stored.events { if let attachment = happened.event as? Attachment { named.insert(attachment.digest) } }
        }
        let store = Attachments(deskFolder: folder)
        for digest in store.digests where !named.contains(digest) && !done.numbers.isEmpty {
            if unlink(store.path(of: digest)) == 0 { done.attachments += 1 }
        }
        if !done.numbers.isEmpty {
            let own = OwnBackups.folder(inDesk: folder)
            for name in OwnBackups.names(inDesk: folder) where unlink("\(own)/\(name)") == 0 { done.backups += 1 }
        }
        done.replacedFolders = DeskFile.names(in: folder).filter { $0.hasPrefix("replaced-") }.sorted()
        done.isLogClean = try connection.checkpoint()
    }
}

extension EventCoder {
    /// The names of texts that stay when a case's words are erased: numbers, codes, and what a signature is.
    private static let kept: Set<String> = [
        "number", "next", "into", "business", "doneAt", "source", "sourceNumber", "publicKey", "signature",
    ]

    /// The contents of an event without words: a text stays where its kind takes no other than one of a list, and where it is a number or a code.
    ///
    /// - Throws: `.damaged` for contents that are not what their kind says.
    func remains(of content: EventContent) throws(LedgerError) -> [UInt8] {
        var tree: JSONValue
        do {
            tree = try JSONValue(reading: String(decoding: content.bytes, as: UTF8.self))
        } catch {
            throw LedgerError(.damaged, message: "contents that are not what their kind says")
        }
        let isFact = EventCoder.isAmendmentOfFact(content.kind, tree)
        for (path, text) in EventCoder.texts(in: tree) {
            if isFact { continue }
            // A case's number is no word, wherever it stands: what is owed to whom, and where a matter went on, follows from it.
            if CaseNumber(text)?.description == text { continue }
            let isCode = path.last == .name("reason") && path.first == .name("intake")
            let name: String? = if case .name(let name)? = path.last { name } else { nil }
            if let name, EventCoder.kept.contains(name) || isCode { continue }
            // Who set a date stays told apart from others, and who sent the case or was sent a result: what they wait for is not each other's.
            let isBody =
                name == "setBy" || name == "sender" || name == "by" && content.kind == OutsideDate.wireName
                || name == "to" && content.kind == ResultSent.wireName
            let without = tree.replacing(path[...], with: .text(isBody ? EventCoder.token(of: text) : ""))
            // What is one of a list, or somebody's number, cannot be read without it: that is what tells it from words.
            do throws(LedgerError) {
                _ = try caseEvent(EventContent(kind: content.kind, bytes: Array(without.line.utf8)))
                tree = without
            } catch {
                guard error.kind == .damaged else { throw error }
            }
        }
        return Array(tree.line.utf8)
    }

    /// Whether an amendment puts right what is no word: a code, an amount, a number, a choice, by which figures count.
    private static func isAmendmentOfFact(_ kind: String, _ tree: JSONValue) -> Bool {
        guard kind == Amendment.wireName, case .object(let members) = tree, case .text(let field)? = members["field"] else { return false }
        return AmendableField(rawValue: field)?.isOfFact == true
    }

    fileprivate enum Step: Equatable {
        case name(String)
        case index(Int)
    }

    /// A sign by which a body outside is told from others once its name is gone, whatever its spelling.
    private static func token(of body: String) -> String {
        "#" + Hex.text(Array(Array(Clock.party(body).utf8).withUnsafeBytes { Sodium.hash($0) }.prefix(4)))
    }

    private static func texts(in value: JSONValue, _ path: [Step] = []) -> [(path: [Step], text: String)] {
        switch value {
        case .text(let text): text.isEmpty ? [] : [(path, text)]
        case .list(let members): members.enumerated().flatMap { texts(in: $0.element, path + [.index($0.offset)]) }
        case .object(let members): members.sorted { $0.key < $1.key }.flatMap { texts(in: $0.value, path + [.name($0.key)]) }
        case .null, .truth, .number: []
        }
    }
}

extension JSONValue {
    /// The value with another one at the end of a path.
    fileprivate func replacing(_ path: ArraySlice<EventCoder.Step>, with value: JSONValue) -> JSONValue {
        switch (path.first, self) {
        case (nil, _): return value
        case (.name(let name)?, .object(var members)):
            members[name] = members[name]?.replacing(path.dropFirst(), with: value)
            return .object(members)
        case (.index(let index)?, .list(var members)):
            members[index] = members[index].replacing(path.dropFirst(), with: value)
            return .list(members)
        default: return self
        }
    }
}
