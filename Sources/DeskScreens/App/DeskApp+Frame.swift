import ComplaintRules
import Ledger
import TerminalKit

extension DeskApp {
    /// The screen as it is to be shown now. A pure function of state: drawing changes nothing.
    public func frame() -> Grid {
        var grid = Grid(size: size)
        if isTooSmall {
            drawTooSmall(into: &grid, needs: DeskApp.smallest, message: language(.tooSmall))
            return grid
        }
        let top = Rect(column: 0, row: 0, columns: size.columns, rows: 3)
        drawnTop.draw(into: &grid, in: top, showing: TopLines(self), drawTop)
        drawBody(into: &grid)
        drawTour(into: &grid)
        grid.rule(row: size.rows - 3, glyphs: glyphs)
        shownMessage.draw(into: &grid, row: size.rows - 2, glyphs: glyphs, rowsAbove: DeskApp.messageRows - 1)
        let bottom = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
        // What lies below a question or a list does not answer keys then; a question names its own beside its words.
        let footer: (version: Int, bindings: () -> [Binding]) =
            switch overlay {
            case .question: (-1, { [] })
            case .palette(let palette): (palette.choice == nil ? -2 : -3, { self.bindingsInList(palette) })
            case nil: (bindingsVersion, { self.bindings })
            }
        drawnFooter.draw(into: &grid, in: bottom, showing: [footer.version, language == .english ? 0 : 1]) {
            Footer(footer.bindings()).draw(into: &$0, row: bottom.row)
        }
        switch overlay {
        case .question(let question): question.dialog.draw(into: &grid, in: Rect(size), glyphs: glyphs)
        case .palette(let palette):
            // Over the whole width of a small screen, where strips of what lies below would only distract.
            let box = area.centered(
                columns: size.columns < 100 ? size.columns : min(size.columns - 10, 140),
                rows: min(area.rows, palette.rows.count + palette.frameRows)
            )
            palette.draw(into: &grid, in: box, glyphs: glyphs)
        case nil: break
        }
        return grid
    }

    /// The most rows that a message takes: its end often says what to do, and what it covers comes back with the next key.
    private static let messageRows = 5

    /// All that the top lines show.
    struct TopLines: Equatable {
        private let language: Language
        private let glyphs: Glyphs
        private let title: Phrase
        private let person: StaffMember?
        private let counts: DeskCounts
        /// Times are told in whole minutes; nil without a desk.
        private let minute: Int64?
        private let rulesVersion: Int64?

        fileprivate init(_ app: DeskApp) {
            (language, glyphs, title, person) = (app.language, app.glyphs, app.title, app.session?.member)
            (counts, rulesVersion) = (app.counts, app.session?.ledger.rulesVersion)
            minute = app.session.map { $0.now.milliseconds / 60_000 }
        }
    }

    private var title: Phrase {
        if firstRun != nil { return .firstRunTitle }
        guard session?.actor != nil else { return lockedFor == nil ? .signInTitle : .lockedTitle }
        return stack.last?.title ?? .deskTitle
    }

    /// Two lines that are always there: where one is, who one is, the time; and what presses.
    private func drawTop(into grid: inout Grid) {
        let width = size.columns
        grid.fill(Rect(column: 0, row: 0, columns: width, rows: 2), role: .title)
        guard let session else {
            grid.put(" FirstDesk \(glyphs.dot) \(language(title))", at: Point(column: 0, row: 0), role: .title)
            grid.rule(row: 2, glyphs: glyphs)
            return
        }
        // The screen's name and the time of day stay whole: first the date gives way, then the branch's name, then a long person's.
        let name = language(title)
        let clock = session.ledger.rules.zone.localTime(at: session.now).time.clock
        var (person, when) = ("", session.words.weekdayDateTime(session.now))
        let free = width - TextWidth.columns(of: name) - 6
        if let member = session.member {
            // Who stands in sees that they do: what they do is done for the absent.
            // The branch manager first, whose rights are the most.
            let absent = session.acting?.absentees.reversed().map(\.number.text) ?? []
            let acting = absent.isEmpty ? "" : language(.actingFor(absent))
            person = "\(member.number) \(member.name) \(language(member.role.label))\(acting)"
            if free - TextWidth.columns(of: person) - TextWidth.columns(of: when) - 2 < 12 { when = clock }
            // One's role gives way before one's name does.
            let room = free - TextWidth.columns(of: when) - 9
            if TextWidth.columns(of: person) > room { person = "\(member.number) \(member.name)\(acting)" }
            person = TextWidth.clip(person, to: room, ellipsis: glyphs.ellipsis) + "  "
        }
        let right = person + when + " "
        let branch = TextWidth.clip(
            session.settings.branchName,
            to: max(4, free - TextWidth.columns(of: right) - 1),
            ellipsis: glyphs.ellipsis
        )
        let left = " \(branch) \(glyphs.dot) \(name)"
        let start = max(TextWidth.columns(of: left) + 3, width - TextWidth.columns(of: right))
        grid.put(left, at: Point(column: 0, row: 0), role: .title)
        grid.put(right, at: Point(column: start, row: 0), role: .title)
        var column = 1
        var hasCount = false
        func put(_ phrase: Phrase, _ role: TextRole) {
            if hasCount { column += grid.put(" \(glyphs.dot) ", at: Point(column: column, row: 1), role: .title) }
            column += grid.put(language(phrase), at: Point(column: column, row: 1), role: role)
            hasCount = true
        }
        // A clerk's own lists hold less than the branch's counts: they are named.
        if session.member?.role == .counter {
            column += grid.put(language(.branchCounts), at: Point(column: column, row: 1), role: .title)
        }
        // With nobody signed in the line in the middle tells what is open, and nothing beside it tells another number.
        if session.actor == nil {
            hasCount = false
        } else if counts.overdue > 0 {
            // A sign beside the colour.
            let text = "! " + language(.overdueCount(counts.overdue))
            column += grid.put(text, at: Point(column: column, row: 1), role: .overdue)
            hasCount = true
        } else {
            put(.overdueCount(0), .title)
        }
        if session.actor != nil {
            put(.dueTodayCount(counts.dueToday), counts.dueToday > 0 ? .dueSoon : .title)
            put(.toSignCount(counts.toSign), .title)
        }
        if session.settings.isPractice {
            let banner = " \(language(.practice)) "
            grid.put(banner, at: Point(column: width - TextWidth.columns(of: banner) - 1, row: 1), role: .practice)
        }
        grid.rule(row: 2, glyphs: glyphs)
    }

    private func drawBody(into grid: inout Grid) {
        if let firstRun { return firstRun.draw(into: &grid, in: area, language, glyphs) }
        guard let session else { return }
        guard session.actor != nil else {
            let (settings, people) = (session.settings, session.peopleAtSignIn)
            return signIn.draw(into: &grid, in: area, settings: settings, counts: counts, people: people, language, glyphs)
        }
        stack.last?.draw(into: &grid, in: area, session.look)
    }
}
