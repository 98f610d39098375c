import ComplaintRules
import Ledger
import TerminalKit

/// The desk: what is due, nearest clock first; what is to be accepted, signed, seen and decided; what is mine; what the book and the
/// calendar still want.
struct DeskScreen: MainScreen, ListScreen {
    /// The lists of the desk.
    enum Tab: Int, CaseIterable, Sendable {
        case due, toAccept, toSign, toAcknowledge, toDecide, mine

        var label: Phrase {
            switch self {
            case .due: .tabDue
            case .toAccept: .tabToAccept
            case .toSign: .tabToSign
            case .toAcknowledge: .tabToAcknowledge
            case .toDecide: .tabToDecide
            case .mine: .tabMine
            }
        }

        /// The act that the list is for, where one fits all of it and needs no look at the case.
        var act: ActKind? {
            switch self {
            case .toAccept: .accept
            case .toAcknowledge: .acknowledge
            case .due, .toSign, .toDecide, .mine: nil
            }
        }

        /// The lists on which a person can do something.
        static func lists(for actor: Actor?) -> [Tab] {
            guard let roles = actor?.roles else { return [.due] }
            if roles.contains(.branchManager) { return allCases }
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
    private var ownOpen = 0
    private var drafts: [Draft] = []
    private var notes: [DeskNote] = []
    /// Why the person may not record a report; asked when the screen comes up, and not at each key.
    private var whyNoReport: Refusal?

    static let title = Phrase.deskTitle

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        var bindings = [openBinding(session, [.enter, .right])]
        // What the list is for can be done from it.
        if let act = tab.act {
            bindings.append(on.form("a", act.label, whyNot: pane.whyNot) { screen, press in try screen.pane.start(act, press) })
        }
        let isDue = notes.contains { if case .figuresDue = $0 { true } else { false } }
        bindings.append(
            on.form("f", .issueReport, short: .issueReportShort, inFooter: isDue, whyNot: whyNoReport) { _, press in
                try DeskScreen.reportForm(press.session).opening(press.session)
            }
        )
        if tabs.count > 1 {
            bindings.append(
                on([.tab, .backTab], .nextTab, short: .nextTabShort) { screen, press in
                    let index = screen.tabs.firstIndex(of: screen.tab) ?? 0
                    screen.tab = screen.tabs[TabLine.neighbour(of: index, of: screen.tabs.count, by: press.key)]
                    screen.pane.startOver()
                    try screen.fetch(in: press.area, press.session)
                    return .stay
                }
            )
        }
        return bindings
    }

    /// What a list holds: in order of the nearest clock, so that what is due first is done first.
    private static func query(_ tab: Tab, _ session: DeskSession) -> RegisterQuery {
        var query = session.query(.waiting)
        switch tab {
        case .due: query.order = .due
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
        }
        return query
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        tabs = Tab.lists(for: session.acting)
        if !tabs.contains(tab) {
            tab = .due
            pane.startOver()
        }
        let numbers = try session.ledger.count(tabs.map { DeskScreen.query($0, session) }, limit: DeskScreen.countLimit)
        counts = Dictionary(uniqueKeysWithValues: zip(tabs, numbers))
        notes = try DeskNote.all(session)
        whyNoReport = session.whyNot(.issueReport)
        if let actor = session.actor {
            ownOpen = try session.ledger.openCases(with: actor.number)
            drafts = try session.ledger.drafts(by: actor.number)
        }
        try fetch(in: area, session)
    }

    private mutating func fetch(in area: Rect, _ session: DeskSession) throws {
        try pane.refresh(in: listArea(area), session, from: session.source(DeskScreen.query(tab, session)))
    }

    /// The form that records that a month's report was issued: that of the month before this one, unless another is typed.
    private static func reportForm(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.issueReport, form: "figures/issued", submit: .issueReportShort, keepsDraft: false, session) { session in
            let last = Month(ordinal: Month(of: session.today).ordinal - 1).description
            return [.line("month", session.language(FieldLabel.of("month")), last, hint: session.language(.monthHint), isRequired: true)]
        } send: { values, session in
            guard let month = Month((values["month"] ?? "").trimmed) else { throw Refusal.badValue("month", .time) }
            try session.ledger.issueReport(of: month, by: try session.signedIn())
            return .reportIssued(month.description)
        }
    }

    /// The columns of a case, the last one with what the list is about.
    private func columns(_ look: Look) -> [Column<RegisterRow>] {
        switch tab {
        case .due, .toAccept, .toSign: return CaseColumns.columns(look)
        case .toAcknowledge, .mine: return CaseColumns.columns(look, hasStage: true)
        case .toDecide:
            let asked = Column<RegisterRow>(look.language(.columnAsked), width: .fixed(look.language.columns(.act))) { row in
                ActKind(rawValue: row.waitsFor).map { look.language($0.label) } ?? ""
            }
            return CaseColumns.columns(look).dropLast() + [asked]
        }
    }

    /// The list, with the lines of the book and the calendar below it, and one blank line between.
    func listArea(_ area: Rect) -> Rect { area.rows(from: 1, count: area.rows - 3 - notes.count) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let labels = tabs.map { tab in
            let count = counts[tab] ?? 0
            let text = count >= DeskScreen.countLimit ? "\(DeskScreen.countLimit - 1)+" : "\(count)"
            return count == 0 ? look.language(tab.label) : "\(look.language(tab.label)) \(text)"
        }
        TabLine.draw(labels, chosen: tabs.firstIndex(of: tab) ?? 0, into: &grid, in: area)
        pane.draw(
            into: &grid,
            in: listArea(area),
            look,
            empty: tab == .due ? .nothingDue : .nothingHere,
            columns: columns(look),
            sign: { CaseColumns.sign($0, at: look.now) }
        )
        let inner = area.inset(columns: 1)
        for (index, note) in notes.enumerated() {
            let line = inner.rows(from: inner.rows - 1 - notes.count + index, count: 1)
            grid.put("! " + look.language(note.text(look)), in: line, role: note.role, ellipsis: look.glyphs.ellipsis)
        }
        var summary = look.language(.yours(open: ownOpen))
        if let latest = drafts.first {
            let age = Phrase.ago(seconds: look.now.seconds(since: latest.savedAt))
            summary += " \(look.glyphs.dot) " + look.language(.yourDrafts(drafts.count, age))
        }
        grid.put(summary, in: inner.rows(from: inner.rows - 1, count: 1), role: .dim, ellipsis: look.glyphs.ellipsis)
    }
}

/// A line on the desk about something that is no case: the comment book, the calendar.
enum DeskNote: Equatable {
    /// Today's review of the comment book has not begun, or has not ended.
    case bookDue(isBegun: Bool)
    /// Days gone by that nobody reviewed, the latest first.
    case bookMissed([Day])
    /// The calendar's last day; it is past, or soon will be.
    case calendarEnds(Day, isPast: Bool)
    /// The report of the last month's figures is to be issued, or is late.
    case figuresDue(Month, by: Day, isLate: Bool)

    /// How many days back a missed review is looked for. The book shows all.
    private static let daysBack = 60
    /// How many days before its end the calendar is worth a line.
    private static let calendarDays = 30

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
        if !missed.isEmpty { notes.append(.bookMissed(missed.reversed())) }
        if let last = session.ledger.rules.calendar.lastKnownDay, last < today.adding(days: calendarDays) {
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
        case .bookMissed(let days):
            let shown = days.prefix(3).map(look.words.shortDay)
            return .noteBookMissed(days.count, shown)
        case .calendarEnds(let day, let isPast): return .noteCalendar(look.words.longDay(day), isPast: isPast)
        case .figuresDue(let month, let day, let isLate):
            return .noteFigures(.month(month.first), look.words.shortDay(day), isLate: isLate)
        }
    }

    /// What colour says beside the words.
    var role: TextRole {
        switch self {
        case .bookMissed, .calendarEnds(_, isPast: true), .figuresDue(_, _, isLate: true): .overdue
        case .bookDue, .calendarEnds, .figuresDue: .dueSoon
        }
    }
}
