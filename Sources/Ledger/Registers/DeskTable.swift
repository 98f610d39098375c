import ComplaintRules

/// Keeps the tables of staff and settings in step with the events of the desk, in the transaction that appends them.
enum DeskTable {
    /// Writes what follows from an event.
    static func keep(_ happened: Happened<DeskEvent>, in connection: Connection, _ coder: EventCoder) throws(LedgerError) {
        switch happened.event {
        case .founded(let founded):
            try connection.run(
                "INSERT INTO desk(id, desk_id, settings, recovery_key) VALUES (1, ?, ?, ?)",
                founded.deskID,
                try coder.json(founded.settings),
                founded.recoveryKey
            )
        case .staffAdded(let added):
            try connection.run(
                "INSERT INTO staff(number, name, role, public_key, retired, passcode_given_by) VALUES (?, ?, ?, ?, 0, ?)",
                added.number.text,
                added.name,
                added.role.rawValue,
                added.publicKey,
                givers(of: added.number, by: happened)
            )
        case .keyChanged(let changed):
            try connection.run(
                "UPDATE staff SET public_key = ?, passcode_given_by = ? WHERE number = ?",
                changed.publicKey,
                changed.way == .reset ? givers(of: changed.number, by: happened) : nil,
                changed.number.text
            )
        case .recoveryKeySet(let set):
            try connection.run("UPDATE desk SET recovery_key = ? WHERE id = 1", set.publicKey)
        case .staffChanged(let change):
            try connection.run(
                "UPDATE staff SET name = ?, role = ?, retired = ? WHERE number = ?",
                change.name,
                change.role.rawValue,
                change.isRetired,
                change.number.text
            )
            try connection.run("INSERT INTO staff_change(number, change) VALUES (?, ?)", change.number.text, try coder.json(change))
        case .settingsChanged(let changed):
            if let json = try connection.first("SELECT settings FROM desk", read: { row throws(LedgerError) in row.bytes(0) }) {
                let former = FormerRetention(try coder.value(DeskSettings.self, from: json), until: happened.at)
                let new = FormerRetention(changed.settings, until: happened.at)
                if new != former { try keep("retention", from: Day(ordinal: 0), former, in: connection, coder) }
            }
            try connection.run("UPDATE desk SET settings = ? WHERE id = 1", try coder.json(changed.settings))
        case .standInNamed(let standIn):
            try connection.run(
                "INSERT OR REPLACE INTO stand_in(absent, stand_in, from_day, to_day, named_by) VALUES (?, ?, ?, ?, ?)",
                standIn.absent.text,
                standIn.standIn.text,
                standIn.from.ordinal,
                standIn.to.ordinal,
                numbers([happened.by] + happened.passcodeGivenBy)
            )
        case .standInEnded(let standIn):
            try connection.run(
                "UPDATE stand_in SET ended = 1 WHERE absent = ? AND from_day = ?",
                standIn.absent.text,
                standIn.from.ordinal
            )
        case .hoursSet(let rule): try keep("hours", from: rule.effective, rule, in: connection, coder)
        case .tierSet(let rule): try keep("tier", from: rule.effective, rule, in: connection, coder)
        case .pointsSet(let rule): try keep("points", from: rule.effective, rule, in: connection, coder)
        case .sizeSet(let rule): try keep("size", from: rule.effective, rule, in: connection, coder)
        case .openingCorrected(let exception): try keep("opening", of: exception.day, exception, in: connection, coder)
        case .bookCorrected(let correction): try keep("book", of: correction.day, correction, in: connection, coder)
        case .clockDeclaredWrong(let stretch):
            try keep("wrong-clock", from: Day(ordinal: 0), stretch, in: connection, coder)
            var stretches: [WrongClock] = []
            try connection.forEach("SELECT rule FROM dated_rule WHERE kind = 'wrong-clock' ORDER BY id") { row throws(LedgerError) in
                stretches.append(try coder.value(WrongClock.self, from: row.bytes(0)))
            }
            let reader = EventReader(connection, coder: coder)
            let written = try reader.moments(from: stretch.from, to: happened.seq, asWritten: true)
            for judged in WrongClock.judge(written, after: try reader.latest(before: stretch.from), without: stretches) {
                try connection.run(
                    "INSERT OR REPLACE INTO judged(seq, at, floor, mark) VALUES (?, ?, ?, ?)",
                    judged.seq,
                    judged.at.milliseconds,
                    (judged.floor ?? judged.at).milliseconds,
                    judged.clock?.distance ?? 0
                )
            }
            try judgeCorrections(upTo: happened.seq, in: connection, coder)
        case .calendarLoaded(let calendar):
            try connection.run("UPDATE desk SET calendar = ? WHERE id = 1", try coder.json(calendar))
        case .clockRuleSet(let rule):
            try connection.run(
                "INSERT OR REPLACE INTO clock_rule(name, effective, set_at, rule) VALUES (?, ?, ?, ?)",
                rule.name.rawValue,
                rule.effective.ordinal,
                rule.setAt?.milliseconds ?? .min,
                try coder.json(rule)
            )
        case .codesChanged(let table):
            try connection.run("DELETE FROM code")
            for (place, code) in table.codes.enumerated() {
                try connection.run(
                    "INSERT INTO code(axis, key, place, en, zh, pinyin, offered, parent, official) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    code.axis.rawValue,
                    code.key,
                    Int64(place),
                    code.label.english,
                    code.label.chinese,
                    code.pinyinInitials,
                    code.isOffered,
                    code.parent,
                    code.official
                )
            }
        case .scriptsChanged(let table):
            try connection.run("DELETE FROM script")
            for (place, script) in table.scripts.enumerated() {
                try connection.run(
                    "INSERT INTO script(language, key, place, title, text, business, reason, offered) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    script.language.rawValue,
                    script.key,
                    Int64(place),
                    script.title,
                    script.text,
                    script.business,
                    script.reason,
                    script.isOffered
                )
            }
        case .lossDeclared(let declared):
            try LostSerials.keep(declared.serials, in: connection)
        case .restored(let restored):
            try LostSerials.keep(restored.serials, in: connection)
        case .erased(let erased):
            for remains in erased.remains {
                try connection.run("INSERT INTO remains(seq, content) VALUES (?, ?)", remains.seq, remains.content)
            }
        case .lockOutLifted, .signInRefused, .reportIssued, .exported, .paperSignedOut, .paperReturned:
            break
        }
    }

    /// Who knows the passcode that somebody was given: whoever gave it, and those who knew the one with which it was given. NULL for nobody.
    private static func givers(of number: StaffNumber, by happened: Happened<DeskEvent>) -> String? {
        let givers = ([happened.by] + happened.passcodeGivenBy).filter { $0 != number }
        return givers.isEmpty ? nil : numbers(givers)
    }

    /// Several staff numbers in one column.
    private static func numbers(_ numbers: [StaffNumber]) -> String { numbers.map(\.text).joined(separator: " ") }

    /// The staff numbers in such a column.
    static func numbers(in text: String) -> [StaffNumber] { text.split(separator: " ").compactMap { StaffNumber(String($0)) } }

    /// Keeps the corrections of days that stand by the moments by which they are judged now, up to an event.
    private static func judgeCorrections(upTo seq: Int64, in connection: Connection, _ coder: EventCoder) throws(LedgerError) {
        let settings = try connection.first("SELECT settings FROM desk", read: { row throws(LedgerError) in row.bytes(0) })
        guard let json = settings else { return }
        let zone = try SystemZone(try coder.value(DeskSettings.self, from: json).timeZone)
        var found: [(event: DeskEvent, judged: Moment, written: Moment)] = []
        let kinds = RegisterPlan.list([DeskKind.openingCorrected.rawValue, DeskKind.bookCorrected.rawValue])
        let sql = """
            SELECT \(EventReader.columns) FROM \(EventReader.events)
            WHERE case_id = 0 AND kind IN (\(kinds)) AND event.content IS NOT NULL AND event.seq <= ? ORDER BY event.seq
            """
        try connection.forEach(sql, seq) { row throws(LedgerError) in
            let event = try coder.deskEvent(EventContent(kind: row.text(4), bytes: row.bytes(5))).event
            found.append((event, try Moment(row, 1), try Moment(row, 6)))
        }
        try connection.run("DELETE FROM correction")
        for (event, judged, written) in found {
            switch event {
            case .openingCorrected(let exception) where exception.counts(judgedAt: judged, madeAt: written, in: zone):
                try keep("opening", of: exception.day, exception, in: connection, coder)
            case .bookCorrected(let correction) where correction.counts(judgedAt: judged, in: zone):
                try keep("book", of: correction.day, correction, in: connection, coder)
            default: break
            }
        }
    }

    private static func keep(
        _ kind: String,
        from day: Day,
        _ rule: some Encodable,
        in connection: Connection,
        _ coder: EventCoder
    ) throws(LedgerError) {
        let sql = "INSERT INTO dated_rule(kind, effective, rule) VALUES (?, ?, ?)"
        try connection.run(sql, kind, day.ordinal, try coder.json(rule))
    }

    private static func keep(
        _ kind: String,
        of day: Day,
        _ correction: some Encodable,
        in connection: Connection,
        _ coder: EventCoder
    ) throws(LedgerError) {
        let sql = "INSERT OR REPLACE INTO correction(kind, day, correction) VALUES (?, ?, ?)"
        try connection.run(sql, kind, day.ordinal, try coder.json(correction))
    }
}
