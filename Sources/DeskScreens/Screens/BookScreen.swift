import ComplaintRules
import Ledger
import TerminalKit

/// The comment book: the month with a sign and a letter for each day, the review of the chosen day, and what to do next in words.
struct BookScreen: Screen {
    private(set) var days: [(day: Day, status: BookDay.Status, review: BookDay?)] = []
    private(set) var chosen: Day?
    /// The entries of the chosen day's review.
    private(set) var list = RowList<BookRegisterRow>()
    private var entries: [BookRegisterRow] = []
    /// Whether keys go to the entries and not to the month.
    private(set) var isInEntries = false
    private var isLoaded = false

    var isList: Bool { true }
    var title: Phrase { .bookTitle }

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        var bindings: [Binding<Command>] = []
        if isInEntries {
            bindings.append(
                Binding(
                    [.enter],
                    .open,
                    label: language(.openCase),
                    shortLabel: language(.open),
                    whyNot: list.selected == nil ? language(.nothingHere) : nil
                )
            )
            bindings.append(
                Binding(
                    [.character("a")],
                    .act(.answerInBook),
                    label: language(ActKind.answerInBook.label),
                    whyNot: list.selected?.answeredAt == nil ? nil : language(Refusal.alreadyDone(.answerInBook).sentence)
                )
            )
        }
        bindings += [
            Binding(
                [.character("o")],
                .bookOpen,
                label: language(.bookOpen),
                whyNot: whyNot(.open(chosen ?? session.today, reason: "."), session)
            ),
            Binding(
                [.character("e")],
                .bookEntry,
                label: language(.bookEntry),
                whyNot: whyNot(.enter(chosen ?? session.today, number: ""), session)
            ),
            Binding([.character("0")], .bookNil, label: language(.bookNil), whyNot: whyNot(.nothing(chosen ?? session.today), session)),
            Binding([.character("c")], .bookClose, label: language(.bookClose), whyNot: whyNot(.close(chosen ?? session.today), session)),
        ]
        if !entries.isEmpty || isInEntries {
            bindings.append(
                Binding(
                    [.tab, .backTab],
                    .bookEntries,
                    label: language(isInEntries ? .bookToMonth : .bookToEntries),
                    shortLabel: language(isInEntries ? .bookToMonthShort : .bookToEntriesShort)
                )
            )
        }
        return bindings
    }

    /// Why the rules of the book stand against `act`; nil where they do not.
    private func whyNot(_ act: BookAct, _ session: DeskSession) -> String? {
        guard let actor = session.acting else { return nil }
        do throws(Refusal) {
            _ = try decide(act, on: current?.review, by: actor, at: session.now, under: session.ledger.rules)
            return nil
        } catch {
            return session.language(error.sentence)
        }
    }

    private var current: (day: Day, status: BookDay.Status, review: BookDay?)? { days.first { $0.day == chosen } }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let day = chosen ?? session.today
        chosen = day
        guard let first = Day(year: day.year, month: day.month, day: 1) else { return }
        days = try session.ledger.bookStatus(from: first, to: BookScreen.nextMonth(first).adding(days: -1))
        entries = try session.ledger.bookRows(of: current?.review?.entries ?? [], session.scope)
        if entries.isEmpty { isInEntries = false }
        try session.bring(&list, height: layout(area).entries.rows - 1, isLoaded: &isLoaded, from: RowList.source(of: entries))
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
            } else if list.click(event.point, in: layout(area).entries) {
                isInEntries = true
                if event.kind == .doubleClick { return .run(.open) }
            }
            return .stay
        }
        if isInEntries, try list.handle(key, from: RowList.source(of: entries)) { return .stay }
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
        if day != chosen { isLoaded = false }
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

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        guard let day = chosen else { return .stay }
        let language = session.language
        let actor = try session.signedIn()
        switch command {
        case .open:
            guard let row = list.selected else { return .stay }
            return .open(try CaseScreen(row.complaint.number, session))
        case .act(let act):
            guard let row = list.selected else { return .stay }
            let reading = try session.ledger.open(row.complaint.number, by: actor)
            return try CaseScreen.start(act, on: reading.stored, reading.possibilities, session, by: key)
        case .bookEntries:
            isInEntries.toggle()
            return .stay
        case .bookOpen:
            if day < session.today { return try BookScreen.lateReview(of: day, session).opening(session) }
            try session.ledger.perform(.open(day, reason: ""), by: actor)
            return .say(MessageLine(language(.bookOpened(day.iso))))
        case .bookEntry: return .open(LogScreen(session, bookDay: day))
        case .bookNil:
            try session.ledger.perform(.nothing(day), by: actor)
            return .say(MessageLine(language(.bookDone(day.iso))))
        case .bookClose:
            try session.ledger.perform(.close(day), by: actor)
            return .say(MessageLine(language(.bookDone(day.iso))))
        default: return .stay
        }
    }

    /// The form for a review of a day gone by, which needs its reason.
    private static func lateReview(of day: Day, _ session: DeskSession) -> PromptScreen {
        PromptScreen(.lateReview(day.iso), form: "book/\(day.iso)", submit: .bookOpen, session) { session in
            [
                .words("why", session.language(.lateReviewHint)),
                .line("reason", session.language(FieldLabel.of("reason")), isRequired: true),
            ]
        } send: { values, session in
            try session.ledger.perform(.open(day, reason: values["reason"] ?? ""), by: try session.signedIn())
            return .bookOpened(day.iso)
        }
    }
}
