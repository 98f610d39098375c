import ComplaintRules
import Ledger
import TerminalKit

/// The comment book: the month with a sign and a letter for each day, the review of the chosen day, and what to do next in words.
struct BookScreen: MainScreen {
    private(set) var days: [(day: Day, status: BookDay.Status, review: BookDay?)] = []
    private(set) var chosen: Day?
    /// The entries of the chosen day's review.
    private(set) var pane = ListPane<BookRegisterRow>()
    private var entries: [BookRegisterRow] = []
    /// How days of the month were judged before a clock was declared wrong.
    private var before: [Day: BookDay.Status] = [:]
    /// Who had given the passcode with which a day was reviewed.
    private var givers: [Day: [StaffNumber]] = [:]
    /// How many entries were logged of days of which a correction says that they have none.
    private var since: [Day: Int] = [:]
    /// The cases that came by the book and belong to no review yet.
    private var loose: [String] = []
    /// Those of them that whoever is signed in may know of.
    private var logged: [CaseNumber] = []
    /// Whether whoever is signed in may review the book.
    private var isReviewer = false
    /// Whether whoever reads it changes nothing.
    private var isReader = false
    /// Whether keys go to the entries and not to the month.
    private(set) var isInEntries = false

    var isList: Bool { true }
    static let title = Phrase.bookTitle
    static let shortTitle: Phrase? = .bookShort

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        let day = chosen ?? session.today
        let words = session.words.longDay(day)
        var bindings: [Binding] = []
        if isInEntries {
            bindings.append(
                on([.enter], .openCase, short: .open, whyNot: pane.whyNot) { screen, press in try screen.pane.openCase(press.session) }
            )
            let answered: Refusal? = pane.selected?.answeredAt == nil ? nil : .alreadyDone(.answerInBook)
            bindings.append(
                on.form("a", ActKind.answerInBook.label, short: .bookAnswerShort, whyNot: answered) { screen, press in
                    try screen.pane.start(.answerInBook, press)
                }
            )
        }
        let isLate = session.ledger.rules.isReviewLate(of: day, at: session.now)
        /// What is done to the review at once.
        func review(_ key: Character, _ label: Phrase, _ act: BookAct, _ done: Phrase) -> Binding {
            // Begun in time and ended after closing time or on a later day, it is late, and says why.
            if isLate, current?.review?.reason.isBlank == true {
                return on([.character(key)], label, leadsToTyping: true, whyNot: whyNot(act.withReason("x"), session)) { _, press in
                    try press.session.opening(BookScreen.late(act, press.session))
                }
            }
            return on([.character(key)], label, whyNot: whyNot(act, session)) { _, press in
                .perform(
                    Errand(label) { [session = press.session] in
                        try session.ledger.perform(act, by: try session.signedIn())
                        return .say(MessageLine(session.language(done)))
                    }
                )
            }
        }
        if isLate {
            let act = BookAct.open(day, reason: "")
            bindings.append(
                on([.character("o")], .bookOpenLate, whyNot: whyNot(act.withReason("x"), session)) { _, press in
                    try press.session.opening(BookScreen.late(act, press.session))
                }
            )
        } else {
            bindings.append(review("o", .bookOpen, .open(day, reason: ""), .bookOpened(words)))
        }
        bindings += [
            on.form("e", .bookEntry, whyNot: whyNot(.enter(day, number: ""), session)) { _, press in
                .open(LogScreen(press.session, bookDay: day), saying: try press.session.draftsWaiting())
            },
            review("x", .bookNil, .nothing(day), .bookDone(words)),
            review("c", .bookClose, .close(day), .bookDone(words)),
        ]
        if !entries.isEmpty || isInEntries {
            bindings.append(
                on(
                    [.tab, .backTab],
                    isInEntries ? .bookToMonth : .bookToEntries,
                    short: isInEntries ? .bookToMonthShort : .bookToEntriesShort
                ) { screen, _ in
                    screen.isInEntries.toggle()
                    return .stay
                }
            )
        }
        return bindings
    }

    /// Why the rules of the book stand against `act`; nil where they do not.
    private func whyNot(_ act: BookAct, _ session: DeskSession) -> Refusal? {
        session.acting.flatMap { actor in
            refusal { () throws(Refusal) in
                _ = try decide(act, on: current?.review, loose: loose, in: Occasion(actor, at: session.now, under: session.ledger.rules))
            }
        }
    }

    /// Whether the chosen day's review was begun and is not ended.
    private var isUnderReview: Bool {
        guard let current, let review = current.review else { return false }
        return review.closedAt == nil && [.open, .missed].contains(current.status)
    }
    private var current: (day: Day, status: BookDay.Status, review: BookDay?)? { days.first { $0.day == chosen } }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let day = chosen ?? session.today
        chosen = day
        guard let first = Day(year: day.year, month: day.month, day: 1) else { return }
        let last = BookScreen.nextMonth(first).adding(days: -1)
        days = try session.ledger.bookStatus(from: first, to: last)
        before = try session.ledger.bookStatusBefore(from: first, to: last)
        givers = try session.ledger.bookPasscodeGivers(from: first, to: last)
        since = try session.ledger.entriesLoggedSince(from: first, to: last)
        loose = try session.ledger.looseBookEntries()
        // What others logged meanwhile will be of a review that is not ended.
        let own = current?.review?.entries ?? []
        entries = try session.ledger.bookRows(of: isUnderReview ? own + loose.filter { !own.contains($0) } : own, session.scope)
        logged = try session.ledger.bookRows(of: loose, session.scope).compactMap { CaseNumber($0.complaint.number) }
        isReviewer = session.acting?.isManager == true
        isReader = session.acting?.roles == [.auditor]
        if entries.isEmpty { isInEntries = false }
        try pane.refresh(in: layout(area).entries, session, from: RowList.source(of: entries))
    }

    private static func nextMonth(_ first: Day) -> Day {
        Day(year: first.year + first.month / 12, month: first.month % 12 + 1, day: 1) ?? first
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        guard let day = chosen else { return nil }
        if case .mouse(let event) = key {
            guard event.kind == .press || event.kind == .doubleClick else { return nil }
            if let hit = self.day(at: event.point, in: area) {
                isInEntries = false
                try choose(min(session.today, hit), in: area, session)
            } else if let event = try pane.handle(key, in: layout(area).entries), event != .missed {
                isInEntries = true
                if event == .opened { return try pane.openCase(session) }
            }
            return .stay
        }
        if isInEntries, try pane.handle(key, in: layout(area).entries) != nil { return .stay }
        let wanted: Day
        switch key {
        case .left, .character("h"): wanted = day.adding(days: -1)
        case .right, .character("l"): wanted = day.adding(days: 1)
        case .up, .character("k"): wanted = day.adding(days: -7)
        case .down, .character("j"): wanted = day.adding(days: 7)
        case .character("["), .pageUp: wanted = BookScreen.sameDay(inMonth: -1, from: day)
        case .character("]"), .pageDown: wanted = BookScreen.sameDay(inMonth: 1, from: day)
        case .home, .character("g"): wanted = session.today
        case .enter:
            guard !entries.isEmpty else { return nil }
            isInEntries = true
            return .stay
        default: return nil
        }
        isInEntries = false
        try choose(min(session.today, wanted), in: area, session)
        return .stay
    }

    private mutating func choose(_ day: Day, in area: Rect, _ session: DeskSession) throws {
        if day != chosen { pane.startOver() }
        chosen = day
        try refresh(in: area, session)
    }

    /// The same day of the month before or after, or its last one.
    private static func sameDay(inMonth step: Int, from day: Day) -> Day {
        let month = day.year * 12 + day.month - 1 + step
        for last in stride(from: day.dayOfMonth, through: 1, by: -1) {
            if let found = Day(year: month / 12, month: month % 12 + 1, day: last) { return found }
        }
        return day
    }

    /// The form for what is done late to the review of a day gone by, which needs its reason.
    static func late(_ act: BookAct, _ session: DeskSession) -> PromptScreen {
        let words = session.words.longDay(act.day)
        let (name, label, done): (String, Phrase, Phrase) =
            switch act {
            case .open, .enter: ("", .bookOpen, .bookOpened(words))
            case .nothing: ("nil/", .bookNil, .bookDone(words))
            case .close: ("close/", .bookClose, .bookDone(words))
            }
        return PromptScreen(.lateReview(words), form: "book/\(name)\(act.day.iso)", submit: label, session) { session in
            [
                .words("why", session.language(.lateReviewHint)),
                .line("reason", session.language(FieldLabel.of("reason")), isRequired: true),
            ]
        } send: { values, session in
            try session.ledger.perform(act.withReason(values["reason"] ?? ""), by: try session.signedIn())
            return done
        }
    }
}

extension BookScreen {
    /// Weeks down, weekdays across, and what belongs to the chosen day below.
    struct Layout {
        var left: Int
        var step: Int
        var month: Rect
        var day: Rect
        var entries: Rect
    }

    func layout(_ area: Rect) -> Layout {
        let weeks = days.first.map { (days.count + $0.day.weekday.rawValue + 6) / 7 } ?? 6
        let step = min(12, max(9, (area.columns - 6) / 7))
        let day = area.rows(from: weeks + 4)
        return Layout(left: area.column + 3, step: step, month: area.rows(from: 0, count: weeks + 3), day: day, entries: day.rows(from: 2))
    }

    /// Where a day of the month stands.
    private func place(_ day: Day, _ layout: Layout) -> Point {
        let first = days.first?.day ?? day
        let week = (day.dayOfMonth - 1 + first.weekday.rawValue) / 7
        return Point(column: layout.left + day.weekday.rawValue * layout.step, row: layout.month.row + 2 + week)
    }

    /// The day that a click fell on.
    func day(at point: Point, in area: Rect) -> Day? {
        let layout = layout(area)
        return days.map(\.day).first {
            let place = place($0, layout)
            return place.row == point.row && (place.column..<place.column + layout.step).contains(point.column)
        }
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        guard let chosen, let first = days.first?.day else { return }
        let layout = layout(area)
        let today = look.words.zone.day(at: look.now)
        grid.put(look.language(.month(first)), at: Point(column: layout.left, row: area.row), role: .heading)
        let hint = look.language(.otherMonths)
        grid.put(hint, at: Point(column: max(area.column, area.endColumn - 1 - TextWidth.columns(of: hint)), row: area.row), role: .dim)
        for column in 0..<7 {
            let name = TimeWords.weekday(Day(ordinal: first.ordinal - first.weekday.rawValue + column), look.language)
            grid.put(name, at: Point(column: layout.left + column * layout.step + 1, row: area.row + 1), role: .dim)
        }
        for (day, status, _) in days {
            let place = place(day, layout)
            let isChosen = day == chosen
            let number = day.dayOfMonth < 10 ? " \(day.dayOfMonth)" : "\(day.dayOfMonth)"
            // Today stands in brackets, the chosen day behind the mark: each without colour.
            let text = (day == today ? "[\(number)]" : " \(number) ") + BookScreen.mark(status, look)
            if isChosen { grid.put(look.glyphs.selected, at: Point(column: place.column - 1, row: place.row), role: .heading) }
            grid.put(text, at: place, role: isChosen && !isInEntries ? .selected : BookScreen.role(status), columns: layout.step - 1)
        }
        drawLegend(into: &grid, row: layout.month.endRow - 1, in: area, look)
        drawDay(into: &grid, layout, look)
    }

    /// What signs and letters mean.
    private func drawLegend(into grid: inout Grid, row: Int, in area: Rect, _ look: Look) {
        let shown: [BookDay.Status] = [.reviewed, .nothing, .late, .missed, .open, .due, .closed]
        let text = shown.map { "\(BookScreen.mark($0, look)) \(look.language(.legend($0)))" }.joined(separator: "  ")
        grid.put(
            text,
            in: Rect(column: area.column + 3, row: row, columns: area.columns - 4, rows: 1),
            role: .dim,
            ellipsis: look.glyphs.ellipsis
        )
    }

    private func drawDay(into grid: inout Grid, _ layout: Layout, _ look: Look) {
        guard let current = days.first(where: { $0.day == chosen }), !layout.day.isEmpty else { return }
        let language = look.language
        grid.rule(row: layout.day.row - 1, glyphs: look.glyphs)
        let inner = layout.day.inset(columns: 3)
        var heading =
            "\(look.words.longDayWithWeekday(current.day))  "
            + "\(BookScreen.mark(current.status, look)) \(language(current.status.label))"
        if let review = current.review {
            heading += " \(look.glyphs.dot) \(look.person(review.by)) \(look.words.dateTime(review.openedAt))"
        }
        // What was corrected stands beside what stood before.
        if let correction = look.rules.correction(of: current.day) { heading += " \(language(correction))" }
        if let count = since[current.day] { heading += " \(language(BookDay.Status.entriesSince(count)))" }
        if let given = Term.passcodeGiven(by: givers[current.day, default: []].map(look.person)) { heading += " (! \(language(given)))" }
        if let old = before[current.day] { heading += " \(language(old.judgedBefore))" }
        grid.put(heading, in: inner.rows(from: 0, count: 1), role: BookScreen.role(current.status), ellipsis: look.glyphs.ellipsis)
        var next = language(nextStep(current, look))
        if let reason = current.review?.reason, !reason.isEmpty { next = language(.bookLateFor(reason, next)) }
        // Where the day has no entries below, what is to be done takes the lines that it needs.
        let texts = [next] + (loggedBefore(current).map { [language($0)] } ?? [])
        let lines =
            pane.isEmpty
            ? texts.flatMap { TextWidth.wrap($0, to: max(1, inner.columns)) }.prefix(max(1, inner.rows - 1)).map(String.init) : [next]
        for (index, line) in lines.enumerated() {
            grid.put(line, in: inner.rows(from: 1 + index, count: 1), ellipsis: look.glyphs.ellipsis)
        }
        guard !pane.isEmpty else { return }
        let columns = [
            Column<BookRegisterRow>(language(.columnNumber), width: .fixed(13)) { $0.complaint.number },
            Column(language(.columnPlace), width: .fixed(language.columns(.pageAndLine))) { BookColumns.place($0) },
            Column(language(.columnText), width: .flexible(minimum: 12)) { CaseColumns.firstLine($0.complaint.text) },
            Column(
                language(.columnInBook),
                width: .fixed(language.columns(.answerTick)),
                role: { $0.answeredAt == nil ? .dueSoon : .signed },
                text: { BookScreen.tick($0.answeredAt, look) }
            ),
            Column(
                language(.columnToCustomer),
                width: .fixed(language.columns(.replyTick)),
                role: { $0.complaint.contact.isEmpty ? .dim : $0.toldAt == nil ? .dueSoon : .signed },
                text: { $0.complaint.contact.isEmpty ? language(.noContact) : BookScreen.tick($0.toldAt, look) }
            ),
        ]
        pane.draw(into: &grid, in: layout.entries, look, empty: .nothingHere, columns: columns, isFocused: isInEntries)
    }

    /// Which entries are logged already of a day whose review nobody has begun, so that none is logged twice: that review takes them in. Nil for none.
    private func loggedBefore(_ current: (day: Day, status: BookDay.Status, review: BookDay?)) -> Phrase? {
        guard isReviewer, current.review == nil, [.due, .missed].contains(current.status), !logged.isEmpty else { return nil }
        let month = Month(of: current.day).ordinal
        // Of the same month the serial alone says which one it is.
        return .bookLogged(logged.map { $0.month == month ? String($0.description.split(separator: "-").last ?? "") : $0.description })
    }

    /// What is to be done with the chosen day, in words.
    private func nextStep(_ current: (day: Day, status: BookDay.Status, review: BookDay?), _ look: Look) -> Phrase {
        if !isReviewer, [.due, .open, .missed].contains(current.status) { return isReader ? .bookForReaders : .bookForOthers }
        switch current.status {
        case .due: return look.rules.isReviewLate(of: current.day, at: look.now) ? .bookNextOpenLate : .bookNextOpen
        case .open,
            .missed where current.review != nil:
            return entries.isEmpty ? .bookNextEntries : .bookNextClose
        case .missed: return .bookNextLate
        case .closed: return .bookNextClosed
        case .outside: return .bookNextOutside
        case .reviewed, .nothing, .late:
            let waiting = entries.filter { $0.answeredAt == nil && $0.complaint.stage.isOpen }.count
            if waiting > 0 { return .bookNextAnswer(waiting) }
            // In the book it is answered; who left a contact is told as well.
            let untold = entries.filter { !$0.complaint.contact.isEmpty && $0.toldAt == nil && $0.complaint.stage.isOpen }.count
            return untold > 0 ? .bookNextTell(untold) : .bookNextNothing
        }
    }

    private static func tick(_ at: Moment?, _ look: Look) -> String {
        at.map { "\(look.glyphs.check) \(look.words.columnDay($0, at: look.now))" } ?? look.language(.bookAnswerDue)
    }

    /// A sign and a letter, so that no day is told by its colour alone.
    static func mark(_ status: BookDay.Status, _ look: Look) -> String {
        let (sign, letter): (String, Phrase) =
            switch status {
            case .reviewed: (look.glyphs.check, Phrase(en: "R", zh: "阅"))
            case .nothing: ("0", Phrase(en: "N", zh: "无"))
            case .late: ("+", Phrase(en: "L", zh: "补"))
            case .missed: ("!", Phrase(en: "M", zh: "漏"))
            case .closed: ("-", Phrase(en: "C", zh: "休"))
            case .due: ("?", Phrase(en: "D", zh: "待"))
            case .open: ("*", Phrase(en: "O", zh: "查"))
            case .outside: ("", Phrase(verbatim: ""))
            }
        return sign + look.language(letter)
    }

    /// What colour says beside the sign.
    static func role(_ status: BookDay.Status) -> TextRole {
        switch status {
        case .missed: .overdue
        case .due, .open, .late: .dueSoon
        case .reviewed, .nothing: .signed
        case .closed, .outside: .dim
        }
    }
}
