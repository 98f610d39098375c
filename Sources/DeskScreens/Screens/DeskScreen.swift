import ComplaintRules
import Ledger
import TerminalKit

/// The desk: what is due, nearest clock first; what is to be accepted, signed, seen and decided; what is mine; what the book and the
/// calendar still want.
struct DeskScreen: MainScreen, ListScreen {
    /// The lists of the desk.
    enum Tab: Int, CaseIterable, Sendable {
        case due, toAccept, toSign, toAcknowledge, toDecide, mine, drafts

        var label: Phrase {
            switch self {
            case .due: .tabDue
            case .toAccept: .tabToAccept
            case .toSign: .tabToSign
            case .toAcknowledge: .tabToAcknowledge
            case .toDecide: .tabToDecide
            case .mine: .tabMine
            case .drafts: .tabDrafts
            }
        }

        /// What stands there while the list is empty: what would fill it.
        var nothing: Phrase {
            switch self {
            case .due: .nothingDue
            case .toAccept: .nothingToAccept
            case .toSign: .nothingToSign
            case .toAcknowledge: .nothingToAcknowledge
            case .toDecide: .nothingToDecide
            case .mine: .nothingMine
            case .drafts: .nothingDrafted
            }
        }

        /// The act that the list is for, where one fits all of it and needs no look at the case.
        var act: ActKind? {
            switch self {
            case .toAccept: .accept
            case .toAcknowledge: .acknowledge
            case .due, .toSign, .toDecide, .mine, .drafts: nil
            }
        }

        /// The lists on which a person can do something.
        static func lists(for actor: Actor?) -> [Tab] {
            guard let roles = actor?.roles else { return [.due] }
            if roles.contains(.branchManager) { return [.due, .toAccept, .toSign, .toAcknowledge, .toDecide, .mine] }
            if roles.contains(.complaintManager) { return [.due, .toAccept, .mine] }
            return roles.contains(.counter) ? [.due, .mine] : [.due]
        }
    }

    /// Counting a list ends here: more than anybody reads on a line.
    private static let countLimit = 1000

    private(set) var tab = Tab.due
    var pane = ListPane<RegisterRow>()
    private var tabs = [Tab.due]
    private var counts: [Tab: Int] = [:]
    private var drafts: [Draft] = []
    private var draftPane = ListPane<DraftRow>()
    /// The case of the selected row; nil where none is, or where it may not be read any more.
    private var reading: CaseReading?
    private let glances = Glances()
    private var notes: [DeskNote] = []
    /// What a new desk still needs; nil where it needs nothing.
    private var firstHour: FirstHour?
    /// Why the person may not record a report; asked when the screen comes up, and not at each key.
    private var whyNoReport: Refusal?

    static let title = Phrase.deskTitle

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        if tab == .drafts { return draftBindings(on) + [listsBinding(on)] }
        let showDrafts =
            drafts.isEmpty
            ? []
            : [
                on([.character("d")], .showDrafts, short: .tabDrafts) { screen, press in
                    try screen.showDrafts(in: press.area, press.session)
                    return .stay
                }
            ]
        if let firstHour, pane.isEmpty { return firstHour.bindings(on) + (tabs.count > 1 ? [listsBinding(on)] : []) + showDrafts }
        var bindings = [openBinding(session, [.enter, .right]), paperBinding(session)]
        // What the list is for can be done from it.
        if tab.act == .acknowledge {
            let keys: [Key] = [.character("a"), CaseScreen.nextKey]
            bindings.append(
                on(keys, ActKind.acknowledge.label, leadsToTyping: true, whyNot: pane.whyNot) { screen, press in
                    try screen.pane.start(.acknowledge, press)
                }
            )
        }
        bindings += rowActs(on)
        bindings.append(on([.character(" ")], .mark, inFooter: false, whyNot: Phrase.marksElsewhere) { _, _ in .stay })
        let isDue = notes.contains { if case .figuresDue = $0 { true } else { false } }
        bindings.append(
            on.form("F", .issueReport, short: .issueReportShort, inFooter: isDue, whyNot: whyNoReport) { _, press in
                .open(DeskScreen.reportForm(press.session))
            }
        )
        if tabs.count > 1 { bindings.append(listsBinding(on)) }
        return bindings + showDrafts
    }

    /// What can be done with the selected case, by the same keys as in the case itself; those in the footer that can be done now.
    private func rowActs(_ on: Binder<DeskScreen>) -> [Binding] {
        let reasons = reasons
        let next = next(reasons)
        var inFooter = 0
        // What comes next stands first where it has no key of its own.
        var first = [next].compactMap { $0 }.filter { CaseScreen.letters[$0] == nil && $0 != tab.act }
        // What waits for a decision can be declined as well, and what waits for a signature sent back.
        if tab == .toDecide { first.append(.decline) }
        if tab == .toSign { first += [.sign, .sendBack] }
        // Then what the sentence beside the case names as next.
        first += (reading?.duties ?? []).map(\.act).filter { reasons[$0] == nil && CaseScreen.letters[$0] != nil && !first.contains($0) }
        return (first + CaseScreen.keys.map(\.0).filter { !first.contains($0) }).map { act in
            let own = letter(act) + (act == next ? [CaseScreen.nextKey] : [])
            let whyNot = whyNot(act, reasons)
            let isShown = !own.isEmpty && whyNot == nil && inFooter < DeskScreen.footerActs && !CaseScreen.rare.contains(act)
            if isShown { inFooter += 1 }
            return start(act, own, inFooter: isShown, whyNot: whyNot, on)
        }
    }

    func keyless(_ session: DeskSession) -> [Binding] {
        guard tab != .drafts, firstHour == nil || !pane.isEmpty else { return [] }
        let (on, reasons) = (binder(session), reasons)
        let next = next(reasons)
        let shown = [next, tab.act, tab == .toDecide ? .decline : nil]
        return ActKind.allCases.filter { CaseScreen.letters[$0] == nil && !shown.contains($0) }.map { act in
            start(act, [], inFooter: false, whyNot: whyNot(act, reasons), on)
        }
    }

    /// What grants what was asked for.
    private static let answers: [ActKind: ActKind] = [.askEscalation: .confirmEscalation, .askExtension: .grantExtension]

    /// The letter of an act, where this screen has none of its own on it: `a` acknowledges on the list that is for it, and `d` shows the
    /// drafts, for no case on the Desk is signed yet.
    private func letter(_ act: ActKind) -> [Key] {
        if act == .decline, tab == .toDecide { return [.character("D")] }
        guard let letter = CaseScreen.letters[act], letter != "d", letter != "a" || tab.act != .acknowledge else { return [] }
        return [.character(letter)]
    }

    /// Why the acts on the selected case cannot be done; those that can have none.
    private var reasons: [ActKind: Refusal] {
        let refused = reading?.possibilities.compactMap { possibility in possibility.whyNot.map { (possibility.act, $0) } } ?? []
        return Dictionary(refused, uniquingKeysWith: { first, _ in first })
    }

    private func next(_ reasons: [ActKind: Refusal]) -> ActKind? {
        // On the list of what is to be decided that comes first, whatever else the case waits for.
        if tab == .toDecide, let asked = pane.selected.flatMap({ ActKind(rawValue: $0.waitsFor) }), let answer = DeskScreen.answers[asked],
            reasons[answer] == nil
        {
            return answer
        }
        return reading.flatMap { CaseScreen.next(of: $0.duties) { reasons[$0] } }
    }

    private func whyNot(_ act: ActKind, _ reasons: [ActKind: Refusal]) -> (any Reason)? {
        reading == nil ? Phrase.nothingHere : reasons[act]
    }

    private func start(
        _ act: ActKind,
        _ keys: [Key],
        inFooter: Bool,
        whyNot: (any Reason)?,
        _ on: Binder<DeskScreen>
    ) -> Binding {
        on(keys, act.label, short: .short(act), inFooter: inFooter, leadsToTyping: true, whyNot: whyNot) { screen, press in
            try screen.pane.start(act, press)
        }
    }

    /// The selected case; nil where none is.
    var selectedCase: Case? { tab == .drafts ? nil : reading?.state }

    /// What can be done with the selected case.
    var possibleActs: [ActKind] { reading?.possibilities.filter { $0.whyNot == nil }.map(\.act) ?? [] }

    /// Acts in the footer at most, so that the other screens' keys are in sight too.
    private static let footerActs = 2

    private func listsBinding(_ on: Binder<DeskScreen>) -> Binding {
        on([.tab, .backTab], .nextTab, short: .nextTabShort) { screen, press in
            let index = screen.tabs.firstIndex(of: screen.tab) ?? 0
            screen.tab = screen.tabs[TabLine.neighbour(of: index, of: screen.tabs.count, by: press.key)]
            screen.pane.startOver()
            try screen.fetch(in: press.area, press.session)
            return .stay
        }
    }

    /// Goes to the list of one's own drafts.
    mutating func showDrafts(in area: Rect, _ session: DeskSession) throws {
        guard tabs.contains(.drafts) else { return }
        tab = .drafts
        draftPane.startOver()
        try fetch(in: area, session)
    }

    /// A draft is opened, thrown away, or, once it is old, kept for another while.
    private func draftBindings(_ on: Binder<DeskScreen>) -> [Binding] {
        let notOld: Phrase? = draftPane.selected?.isOld == true ? nil : .draftNotOld
        return [
            on([.enter, .right], .openDraft, short: .open, whyNot: draftPane.whyNot) { screen, press in
                try screen.draftPane.selected.map { try press.session.opening($0.id) } ?? .stay
            },
            on([.function(7)], .discard, short: .discardShort, whyNot: draftPane.whyNot) { screen, press in
                guard let row = screen.draftPane.selected else { return .stay }
                let session = press.session
                if try session.ledger.isOpen(draft: row.id) {
                    return .say(MessageLine(session.language(.draftOpenElsewhere), kind: .warning))
                }
                let errand = Errand(.discard) {
                    // Nobody opens it in between.
                    guard let claim = try session.ledger.claim(draft: row.id) else {
                        return .say(MessageLine(session.language(.draftOpenElsewhere), kind: .warning))
                    }
                    try session.forget(claim.draft)
                    return .say(MessageLine(session.language(.draftDiscarded(row.title))))
                }
                return .ask(
                    Question(.discard, .discardDraft(row.title, row.gist), confirm: .discardShort, by: press.key, session.language) {
                        app,
                        _ in
                        try app.take(.perform(errand), by: press.key)
                    }
                )
            },
            on([.character("K")], .keepDraft, short: .keepShort, inFooter: notOld == nil, whyNot: draftPane.whyNot ?? notOld) {
                screen,
                press in
                guard let row = screen.draftPane.selected else { return .stay }
                return .perform(
                    Errand(.keepDraft) { [session = press.session] in
                        try session.ledger.keepDraft(row.id)
                        return .say(MessageLine(session.language(.draftKeptLonger)))
                    }
                )
            },
        ]
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        if case .mouse(let event) = key, event.kind == .press,
            let index = TabLine.tab(at: event.point, of: labels(session.language), chosen: tabs.firstIndex(of: tab) ?? 0, in: area)
        {
            tab = tabs[index]
            pane.startOver()
            try fetch(in: area, session)
            return .stay
        }
        guard tab == .drafts else {
            return switch try pane.handle(key, in: listArea(area)) {
            case .moved: try chosen(in: area, session)
            case .missed: .moved
            case .opened: try openSelected(Press(key: key, area: area, session: session))
            case nil: nil
            }
        }
        return switch try draftPane.handle(key, in: listArea(area)) {
        case .moved, .missed: .stay
        case .opened: try draftPane.selected.map { try session.opening($0.id) } ?? .stay
        case nil: nil
        }
    }

    /// What a list holds: in order of the nearest clock, so that what is due first is done first.
    private static func query(_ tab: Tab, _ session: DeskSession) -> RegisterQuery {
        var query = session.query(.waiting)
        switch tab {
        case .due:
            query.order = .due
            // What a clerk handed over is in other hands: it stands among their own, but not as theirs to do.
            if session.acting?.isManager == false, session.acting?.roles.contains(.auditor) == false {
                (query.stages, query.takesRulings) = ([.logged], true)
            }
        case .toAccept:
            query.stages = [.handedOver]
            if let actor = session.acting, !actor.roles.contains(.branchManager) {
                // Theirs, and what was handed to somebody who can take it no more.
                let gone = session.ledger.rules.staff.all.filter(\.isRetired).map(\.number)
                query.awaitedReceivers = Set([actor.number] + actor.absentees.map(\.number) + gone)
            }
        case .toSign: query.isToSign = true
        case .toAcknowledge: query.isToAcknowledge = true
        case .toDecide: query.isToDecide = true
        case .mine:
            query.concerning = session.concerned
            query.stages = Stage.open
        // No cases.
        case .drafts: query.scope = .nothing
        }
        return query
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        if let actor = session.actor {
            drafts = try session.ledger.drafts(by: actor.number)
        }
        tabs = Tab.lists(for: session.acting)
        if !tabs.contains(tab), tab != .drafts || drafts.isEmpty {
            tab = .due
            pane.startOver()
        }
        let numbers = try session.ledger.count(tabs.map { DeskScreen.query($0, session) }, limit: DeskScreen.countLimit)
        counts = Dictionary(uniqueKeysWithValues: zip(tabs, numbers))
        if !drafts.isEmpty || tab == .drafts {
            tabs.append(.drafts)
            counts[.drafts] = drafts.count
        }
        let old = drafts.count { $0.isOld(at: session.now) }
        notes = try DeskNote.all(session) + (old == 0 ? [] : [.draftsOld(old)])
        whyNoReport = session.whyNot(.issueReport)
        try fetch(in: area, session)
        firstHour = pane.isEmpty ? try FirstHour(session) : nil
        // What a new desk needs is still needed once a first case stands on it.
        if !pane.isEmpty, session.whyNot(.addStaff) == nil, FirstHour.lacksStaff(session) { notes.append(.staffMissing) }
    }

    private mutating func fetch(in area: Rect, _ session: DeskSession) throws {
        if tab == .drafts, session.justLogged != nil { (tab, pane) = (.due, ListPane()) }
        if tab == .drafts {
            let rows = try DraftRow.rows(of: drafts, session)
            return try draftPane.refresh(in: listArea(area), session, from: RowList.source(of: rows))
        }
        glances.forget()
        let query = DeskScreen.query(tab, session)
        // Where somebody comes back from another case along the list, that one is wanted.
        let before = pane.isLoaded && session.wantedRow == nil ? pane.selected : nil
        try pane.refresh(in: listArea(area), session, from: session.source(query))
        // The selection is a record: where its clock put it elsewhere in the list, it is followed there (2-screens, rule 2).
        if let before, pane.selected?.id != before.id, let row = try session.ledger.row(of: before.number, in: query) {
            try pane.show(row)
        }
        try selectLogged(in: area, session)
        try read(session)
    }

    /// Selects what was just logged, in this list or in one's own (2-screens, rule 14).
    private mutating func selectLogged(in area: Rect, _ session: DeskSession) throws {
        guard let number = session.justLogged else { return }
        for list in [tab, .due, .mine] where tabs.contains(list) {
            let query = DeskScreen.query(list, session)
            guard let row = try session.ledger.row(of: number, in: query) else { continue }
            if list != tab {
                tab = list
                pane.startOver()
                try pane.refresh(in: listArea(area), session, from: session.source(query))
            }
            return try pane.show(row)
        }
    }

    /// Reads the case of the selected row, where it is another one or has changed.
    private mutating func read(_ session: DeskSession) throws {
        do {
            reading = try pane.selected.map { try glances.reading(of: $0, session) }
        } catch is Refusal {
            // It stands in the list and may not be read any more: the next look at the list leaves it out.
            reading = nil
        }
    }

    func readAhead(_ session: DeskSession) {
        if tab != .drafts { glances.readAhead(in: pane.list, session) }
    }

    mutating func chosen(in area: Rect, _ session: DeskSession) throws -> Step {
        let before = reading?.stored.id
        try read(session)
        // Another customer's contacts were not asked for.
        if reading?.stored.id != before { session.isRevealed = false }
        return .stay
    }

    /// The form that issues a month's report: that of the month before this one, unless another is typed.
    private static func reportForm(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.issueReport, form: "figures/issued", submit: .issueReportShort, keepsDraft: false, session) { session in
            let last = Month(ordinal: Month(of: session.today).ordinal - 1).description
            return [
                .line("month", session.language(FieldLabel.of("month")), last, hint: session.language(.monthHint), isRequired: true),
                .line("reason", session.language(FieldLabel.of("reason")), hint: session.language(.newIssueHint)),
            ]
        } send: { values, session in
            guard let month = Month((values["month"] ?? "").trimmed) else { throw Refusal.badValue("month", .month) }
            let (reason, actor) = (values["reason"] ?? "", try session.signedIn())
            return Term.reportIssued(month, try PaperDesk.issueReport(of: month, because: reason, on: session.ledger, by: actor))
        }
    }

    /// The columns of a case, the last one with what the list is about.
    private func columns(_ look: Look, width: Int) -> [Column<RegisterRow>] {
        let last: Column<RegisterRow>
        switch tab {
        case .due, .toAccept, .toSign, .mine, .drafts: last = CaseColumns.nearestClock(look)
        case .toAcknowledge: last = CaseColumns.stage(look)
        case .toDecide:
            last = Column(look.language(.columnAsked), width: .fixed(look.language.columns(.act))) { row in
                ActKind(rawValue: row.waitsFor).map { look.language($0.label) } ?? ""
            }
        }
        return CaseColumns.besidePreview(look, width: width, last: last)
    }

    private func draftColumns(_ look: Look) -> [Column<DraftRow>] {
        let language = look.language
        return [
            Column(language(.columnForm), width: .fitted(minimum: 10, maximum: 30)) { language($0.title) },
            Column(language(.columnTyped), width: .flexible(minimum: 20)) { $0.gist },
            Column(
                language(.columnSaved),
                width: .fixed(language.columns(.draftState)),
                role: { $0.isOld ? .dueSoon : nil },
                text: { row in
                    if row.isOpen { return language(.draftOpen) }
                    return row.writer.map { language(.draftFrom($0.text)) } ?? language(row.age)
                }
            ),
        ]
    }

    func listArea(_ area: Rect) -> Rect { layout(area).list }

    /// Lines below the lists: of the book, the calendar and the drafts.
    private var linesBelow: Int { notes.count + (hasDraftLine ? 1 : 0) }

    /// Whether a line tells of the drafts: not below their own list.
    private var hasDraftLine: Bool { !drafts.isEmpty && tab != .drafts }

    /// The list, and the selected case beside it from 120 columns on, else below it; the drafts have no such look.
    private func layout(_ area: Rect) -> (list: Rect, preview: Rect?) {
        let list = area.rows(from: 1, count: area.rows - 1 - (linesBelow == 0 ? 0 : linesBelow + 1))
        if tab == .drafts || counts[tab] ?? 0 == 0 { return (list, nil) }
        if area.columns >= 120 {
            // The list keeps as much as it has on a small screen.
            // What is wider than a line is read with more effort, and the list says more.
            let right = min(76, max(38, min(area.columns / 2, area.columns - 83)))
            let (left, preview) = list.splitColumns(left: area.columns - right - 3, gap: 3)
            return (left, preview.inset(columns: 1))
        }
        // It has the rows that the list leaves.
        guard list.rows > DeskScreen.previewRows + 4 else { return (list, nil) }
        let rows = max(DeskScreen.previewRows, min(DeskScreen.mostPreviewRows, list.rows - (counts[tab] ?? 0) - 3))
        let preview = list.rows(from: list.rows - rows).inset(columns: 1)
        return (list.rows(from: 0, count: list.rows - rows - 1), preview)
    }

    /// Rows of the look at the selected case where it stands below the list, at least and at most.
    private static let (previewRows, mostPreviewRows) = (5, 12)

    private func labels(_ language: Language) -> [String] {
        tabs.map { tab in
            let count = counts[tab] ?? 0
            let text = count >= DeskScreen.countLimit ? "\(DeskScreen.countLimit - 1)+" : "\(count)"
            return count == 0 ? language(tab.label) : "\(language(tab.label)) \(text)"
        }
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        TabLine.draw(labels(look.language), chosen: tabs.firstIndex(of: tab) ?? 0, into: &grid, in: area)
        if tab == .drafts {
            draftPane.draw(
                into: &grid,
                in: listArea(area),
                look,
                empty: tab.nothing,
                columns: draftColumns(look),
                sign: { $0.isOld ? "!" : "" }
            )
        } else {
            pane.draw(
                into: &grid,
                in: listArea(area),
                look,
                empty: tab.nothing,
                columns: columns(look, width: listArea(area).columns),
                sign: { CaseColumns.sign($0, look) }
            )
        }
        if let firstHour, tab != .drafts, pane.isEmpty { firstHour.draw(into: &grid, in: listArea(area), look) }
        if let reading, let place = layout(area).preview {
            if place.row > listArea(area).row {
                let rule = Rect(column: area.column, row: place.row - 1, columns: area.columns, rows: 1)
                grid.rule(in: rule, glyphs: look.glyphs)
            }
            CasePreview(state: reading.state, events: reading.events, next: reading.next, look: look).draw(into: &grid, in: place)
        }
        let below = area.rows(from: area.rows - linesBelow).inset(columns: 1)
        for (index, note) in notes.enumerated() {
            // An underline ends with the text.
            let text = TextWidth.clip("! " + look.language(note.text(look)), to: below.columns, ellipsis: look.glyphs.ellipsis)
            grid.put(text, at: Point(column: below.column, row: below.row + index), role: note.role)
        }
        if hasDraftLine, let latest = drafts.first {
            let age = Phrase.ago(seconds: look.now.seconds(since: latest.savedAt))
            let line = below.rows(from: notes.count, count: 1)
            grid.put(look.language(.yourDrafts(drafts.count, age)), in: line, role: .dim, ellipsis: look.glyphs.ellipsis)
        }
    }
}

/// A line on the desk about something that is no case: the comment book, the calendar.
enum DeskNote: Equatable {
    /// Today's review of the comment book has not begun, or has not ended.
    case bookDue(isBegun: Bool)
    /// Days gone by that nobody reviewed, the latest first.
    /// Whether there may be more further back than is looked at here.
    case bookMissed([Day], isAll: Bool)
    /// The calendar's last day; it is past, or soon will be.
    case calendarEnds(Day, isPast: Bool)
    /// The report of the last month's figures is to be issued, or is late.
    case figuresDue(Month, by: Day, isLate: Bool)
    /// So many drafts of one's own that nobody touched for a month.
    case draftsOld(Int)
    /// There is no complaint manager, or no clerk, yet.
    case staffMissing

    /// How many days back a missed review is looked for. The book shows all.
    private static let daysBack = 60

    /// What a manager is to know now; nothing for others, who can do nothing about it.
    static func all(_ session: DeskSession) throws -> [DeskNote] {
        guard let actor = session.acting, actor.isManager else { return [] }
        let today = session.today
        let days = try session.ledger.bookStatus(from: today.adding(days: -daysBack), to: today)
        var notes: [DeskNote] = []
        switch days.last?.status {
        case .due: notes.append(.bookDue(isBegun: false))
        case .open: notes.append(.bookDue(isBegun: true))
        default: break
        }
        let missed = days.filter { $0.status == .missed }.map(\.day)
        if !missed.isEmpty { notes.append(.bookMissed(missed.reversed(), isAll: try session.ledger.foundingDay() >= days[0].day)) }
        if let last = session.ledger.rules.calendar.end(near: today) {
            notes.append(.calendarEnds(last, isPast: last < today))
        }
        let month = Month(ordinal: Month(of: today).ordinal - 1)
        let figures = try session.ledger.figures(of: month)
        let status = session.ledger.rules.status(of: figures, founding: try session.ledger.foundingDay(), at: session.now)
        if status == .running || status == .missed, let clock = session.ledger.rules.clock(of: figures) {
            notes.append(.figuresDue(month, by: session.ledger.rules.zone.day(at: clock.due), isLate: status == .missed))
        }
        return notes
    }

    /// The note in words, with where to go.
    func text(_ look: Look) -> Phrase {
        switch self {
        case .bookDue(let isBegun): return isBegun ? .noteBookBegun : .noteBookDue
        case .bookMissed(let days, let isAll):
            let shown = days.prefix(3).map(look.words.shortDay)
            return .noteBookMissed(days.count, shown, within: isAll ? nil : DeskNote.daysBack)
        case .calendarEnds(let day, let isPast): return .noteCalendar(look.words.longDay(day), isPast: isPast)
        case .figuresDue(let month, let day, let isLate):
            return .noteFigures(.month(month.first), look.words.shortDay(day), isLate: isLate)
        case .draftsOld(let count): return .noteDraftsOld(count)
        case .staffMissing: return .noteStaffMissing
        }
    }

    /// What colour says beside the words.
    var role: TextRole {
        switch self {
        case .bookMissed, .calendarEnds(_, isPast: true), .figuresDue(_, _, isLate: true): .overdue
        case .bookDue, .calendarEnds, .figuresDue, .draftsOld, .staffMissing: .dueSoon
        }
    }
}
