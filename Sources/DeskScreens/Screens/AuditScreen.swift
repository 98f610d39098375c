import ComplaintRules
import Ledger
import TerminalKit

/// The audit trail: every event, the newest first, by lists and by person; when all was last seen whole, the current seal, and the check of the
/// whole desk with its progress.
struct AuditScreen: MainScreen, ListScreen {
    var pane = ListPane<AuditEntry>()
    private var list = 0
    /// Whose events are shown; everybody's where nil.
    private var person: String?
    private var running: RunningVerification?
    private var state: (seen: Phrase, backup: Phrase, seal: Phrase)?
    private var result: (line: Phrase, isGood: Bool)?
    private var whyNot: Refusal?

    static let title = Phrase.auditTitle
    static let shortTitle: Phrase? = nil

    private static let lists: [(label: Phrase, filter: AuditFilter)] = [
        (.auditAll, AuditFilter()), (.auditSigned, AuditFilter(kinds: ["signed", "sent-back", "ruled"])),
        (.auditLeft, AuditFilter(kinds: ["exported", "paper-signed-out", "paper-returned"], isOfDesk: true)),
        (
            .auditPeople,
            AuditFilter(
                kinds: [
                    "founded", "staff-added", "staff-changed", "key-changed", "recovery-key-set", "lock-out-lifted", "stand-in-named",
                    "stand-in-ended",
                ],
                isOfDesk: true
            )
        ), (.auditDesk, AuditFilter(isOfDesk: true)), (.auditRefused, AuditFilter(kinds: ["sign-in-refused"], isOfDesk: true)),
    ]

    var isWorking: Bool { running != nil }

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        let noCase: (any Reason)? = whyNot ?? (pane.selected?.number == nil ? Phrase.auditNoCase : nil)
        let check =
            running == nil
            ? on([.character("y")], .auditVerify, short: .auditVerifyShort, whyNot: whyNot) { screen, press in
                screen.result = nil
                screen.running = try RunningVerification.start(inDesk: press.session.ledger.folder, press.session.ledger.clock)
                return .stay
            }
            : on([.character("y")], .auditCallOff, short: .auditCallOffShort) { screen, _ in
                screen.running?.callOff()
                return .stay
            }
        return [
            on([.enter], .openCase, short: .open, whyNot: noCase) { screen, press in try screen.openSelected(press) },
            on([.tab, .backTab], .nextTab, short: .nextTabShort, whyNot: whyNot) { screen, press in
                screen.list = TabLine.neighbour(of: screen.list, of: AuditScreen.lists.count, by: press.key)
                return try screen.fromTop(press)
            },
            on(
                [.character("b")],
                person == nil ? .auditBySelected : .auditByAll,
                short: .auditPersonShort,
                whyNot: person == nil ? pane.whyNot : nil
            ) { screen, press in
                screen.person = screen.person == nil ? screen.pane.selected?.by : nil
                return try screen.fromTop(press)
            },
            on.form("d", .auditDay, short: .auditDayShort, whyNot: whyNot) { _, press in .ask(AuditScreen.dayQuestion(press)) }, check,
        ]
    }

    /// Asks to which day the list goes.
    private static func dayQuestion(_ press: Press) -> Question {
        let session = press.session
        var field = TextField(limit: 40)
        field.propose(session.today.iso)
        var question = Question(
            .auditDay,
            .auditDayAsk,
            confirm: .auditDayShort,
            by: press.key,
            session.language,
            field: (FieldLabel.of("day"), field)
        ) { app, text in
            guard let day = TimeReading.day(text) else { return }
            try app.run({ (screen: inout AuditScreen, press: Press) in try screen.go(to: day, press) }, by: .enter)
        }
        question.check = { TimeReading.day($0) == nil ? Refusal.badValue("day", .day).sentence : nil }
        return question
    }

    /// Selects the latest event up to the end of a day.
    private mutating func go(to day: Day, _ press: Press) throws -> Step {
        guard let actor = press.session.acting else { return .stay }
        let ledger = press.session.ledger
        let end = ledger.rules.zone.moment(of: LocalTime(day: day.adding(days: 1), time: TimeOfDay(minutesAfterMidnight: 0)))
        guard let entry = try ledger.auditPage(filter, from: try ledger.firstEvent(since: end), limit: 1, by: actor).first else {
            return .say(MessageLine(press.session.language(.auditNothingUpTo(press.session.words.longDay(day))), kind: .warning))
        }
        try pane.show(entry)
        return .stay
    }

    /// Which events are shown.
    private var filter: AuditFilter {
        var filter = AuditScreen.lists[list].filter
        filter.by = person
        return filter
    }

    private mutating func fromTop(_ press: Press) throws -> Step {
        pane.startOver()
        try refresh(in: press.area, press.session)
        return .stay
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        whyNot = session.whyNot(.readAudit)
        guard whyNot == nil, let actor = session.acting else { return }
        if let outcome = running?.outcome {
            running = nil
            switch outcome {
            case .found(let found): result = (found.summary, found.fault == nil)
            case .calledOff: result = (.verifyCalledOff, true)
            case .failed(let error): result = (error.sentence(at: session.ledger.folder), false)
            }
        }
        let ledger = session.ledger
        state = (
            .seen(try ledger.look(), session.words), .newestBackup(ledger.newestBackup), .currentSeal(try ledger.endSeal().text)
        )
        try pane.refresh(in: listArea(area), session) { [filter] request in
            switch request {
            case .first(let limit): try ledger.auditPage(filter, from: .max, limit: limit, by: actor)
            case .last(let limit): try ledger.auditPage(filter, from: 0, isNewer: true, limit: limit, by: actor)
            case .after(let entry, let limit): try ledger.auditPage(filter, from: entry.seq, limit: limit, by: actor)
            case .before(let entry, let limit): try ledger.auditPage(filter, from: entry.seq, isNewer: true, limit: limit, by: actor)
            case .from(let entry, let limit): try ledger.auditPage(filter, from: entry.seq + 1, limit: limit, by: actor)
            }
        }
    }

    /// Whether the selected event is of a case decides what can be done with it.
    mutating func chosen(in area: Rect, _ session: DeskSession) throws -> Step { .stay }

    mutating func openSelected(_ press: Press) throws -> Step {
        guard let number = pane.selected?.number else { return .stay }
        return .open(try CaseScreen(number, press.session))
    }

    func listArea(_ area: Rect) -> Rect { layout(area).list }

    /// The list, and below it, where there is room, the selected event in full: not every event is of a case that opens.
    private func layout(_ area: Rect) -> (list: Rect, look: Rect?) {
        let list = area.rows(from: 5)
        guard list.rows >= AuditScreen.lookRows + 6 else { return (list, nil) }
        let look = list.rows(from: list.rows - AuditScreen.lookRows).inset(columns: 3)
        return (list.rows(from: 0, count: list.rows - AuditScreen.lookRows - 1), look)
    }

    /// Rows of the selected event in full.
    private static let lookRows = 2

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        func put(_ text: String, _ row: Int, _ role: TextRole) {
            grid.put(text, in: area.rows(from: row, count: 1).inset(columns: 3), role: role, ellipsis: look.glyphs.ellipsis)
        }
        if let whyNot { return put(look.language(whyNot.sentence), 1, .warning) }
        guard let state else { return }
        // What was found just now says more than when all was last seen whole.
        put(look.language(result?.line ?? state.seen), 0, result.map { $0.isGood ? .good : .error } ?? .text)
        put(look.language(state.seal), 1, .text)
        if let running {
            let width = 30
            let done = min(width, Int(running.share * Double(width)))
            let bar = String(repeating: "#", count: done) + String(repeating: "-", count: width - done)
            put("\(look.language(.verifying(percent: Int(running.share * 100))))  [\(bar)]", 2, .text)
        } else {
            put(look.language(state.backup), 2, .text)
        }
        let who = person.map { StaffNumber($0).map(look.person) ?? $0 }
        let labels = AuditScreen.lists.map { look.language($0.label) }
        TabLine.draw(labels, chosen: list, into: &grid, in: area.rows(from: 4, count: 1))
        if let who { put(look.language(.columnWho) + look.language.colon + who, 3, .heading) }
        let columns = [
            Column<AuditEntry>(look.language(.columnEvent), width: .fixed(6), alignment: .trailing) { String($0.seq) },
            Column(look.language(.columnWhen), width: .fitted(minimum: 16, maximum: 24)) { look.words.dateTime($0.at) },
            Column(look.language(.columnWho), width: .fitted(minimum: 10, maximum: area.columns < 100 ? 14 : 26)) {
                $0.who(look.caseWords)
            },
            Column(look.language(.columnNumber), width: .fitted(minimum: 6, maximum: 16)) { $0.number ?? "" },
            Column(look.language(.columnEventWhat), width: .flexible(minimum: 14)) { $0.what(look.caseWords) },
        ]
        let sign: (AuditEntry) -> String = { $0.kind == "sign-in-refused" ? "!" : "" }
        pane.draw(
            into: &grid,
            in: listArea(area),
            look,
            empty: person == nil ? .auditEmpty : .auditEmptyOfPerson,
            columns: columns,
            sign: sign
        )
        guard let entry = pane.selected, let place = layout(area).look else { return }
        grid.rule(in: Rect(column: area.column, row: place.row - 1, columns: area.columns, rows: 1), glyphs: look.glyphs)
        let told = [look.words.dateTime(entry.at), entry.who(look.caseWords), entry.number ?? ""].filter { !$0.isEmpty }
        let text = told.joined(separator: "  ") + look.language.colon + entry.what(look.caseWords)
        let lines = TextWidth.wrap(text, to: max(1, place.columns))
        for (row, line) in lines.prefix(place.rows).enumerated() {
            grid.put(String(line), in: place.rows(from: row, count: 1), ellipsis: look.glyphs.ellipsis)
        }
        if lines.count > place.rows {
            grid.put(look.glyphs.ellipsis, at: Point(column: place.endColumn, row: place.endRow - 1), role: .dim)
        }
    }
}
