import ComplaintRules
import Ledger
import TerminalKit

/// The comment book: the month as a strip, and the review of the chosen day.
struct BookScreen: Screen {
    private var days: [(day: Day, status: BookDay.Status, review: BookDay?)] = []
    private(set) var chosen: Day?
    private var list = RowList<RegisterRow>()

    var title: Phrase { .bookTitle }

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        let status = current?.status
        let notOpen = status == .open || isOpenLate ? nil : language(.openDayFirst)
        let opened = status == .due || status == .missed && current?.review == nil ? nil : language(.dayNeedsNone)
        return [
            Binding([.character("o")], .bookOpen, label: language(.bookOpen), whyNot: opened),
            Binding([.character("e")], .bookEntry, label: language(.bookEntry), whyNot: notOpen),
            Binding([.character("0")], .bookNil, label: language(.bookNil), whyNot: notOpen),
            Binding([.character("c")], .bookClose, label: language(.bookClose), whyNot: notOpen),
        ]
    }

    private var current: (day: Day, status: BookDay.Status, review: BookDay?)? { days.first { $0.day == chosen } }
    /// A day gone by whose review was begun and not ended.
    private var isOpenLate: Bool { current?.status == .missed && current?.review != nil }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let today = session.ledger.rules.zone.day(at: session.now)
        let day = chosen ?? today
        chosen = day
        guard let first = Day(year: day.year, month: day.month, day: 1),
            let next = Day(year: first.year + first.month / 12, month: first.month % 12 + 1, day: 1)
        else { return }
        days = try session.ledger.bookStatus(from: first, to: next.adding(days: -1))
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        guard let day = chosen else { return nil }
        let today = session.ledger.rules.zone.day(at: session.now)
        switch key {
        case .left, .character("h"): chosen = day.adding(days: -1)
        case .right, .character("l"): chosen = min(today, day.adding(days: 1))
        case .up, .character("k"): chosen = day.adding(days: -7)
        case .down, .character("j"): chosen = min(today, day.adding(days: 7))
        case .home, .character("g"): chosen = today
        default: return nil
        }
        try refresh(in: area, session)
        return .stay
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        guard let day = chosen else { return .stay }
        let language = session.language
        let actor = try session.signedIn()
        switch command {
        case .bookOpen:
            if current?.status == .missed {
                let field = FormField(
                    id: "reason",
                    label: language(FieldLabel.of("reason")),
                    kind: .line(TextField(limit: Intake.lineLimit)),
                    isRequired: true
                )
                return .open(
                    PromptScreen(.lateReview(day.iso), fields: [field], form: "book/\(day.iso)") { values, session in
                        try session.ledger.perform(.open(day, reason: values["reason"] ?? ""), by: try session.signedIn())
                        return .bookOpened(day.iso)
                    }
                )
            }
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

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        guard let chosen, let first = days.first?.day else { return }
        let left = area.column + 3
        let month =
            look.language == .english
            ? look.words.longDay(first).split(separator: " ").dropFirst().joined(separator: " ") : "\(first.year)年\(first.month)月"
        grid.put(month, at: Point(column: left, row: area.row), role: .heading)
        for column in 0..<7 {
            let name = TimeWords.weekday(Day(ordinal: first.ordinal - first.weekday.rawValue + column), look.language)
            grid.put(name, at: Point(column: left + column * 10, row: area.row + 1), role: .dim)
        }
        for (day, status, _) in days {
            let week = (day.dayOfMonth - 1 + first.weekday.rawValue) / 7
            let place = Point(column: left + day.weekday.rawValue * 10, row: area.row + 2 + week)
            let text = "\(day.dayOfMonth) \(look.language(status.label))"
            let isChosen = day == chosen
            if isChosen { grid.put(look.glyphs.selected, at: Point(column: place.column - 1, row: place.row), role: .heading) }
            grid.put(
                TextWidth.clip(text, to: 9, ellipsis: "~"),
                at: place,
                role: isChosen ? .selected : BookScreen.role(status),
                columns: 9
            )
        }
        drawDay(into: &grid, in: area.rows(from: 9), look)
    }

    private func drawDay(into grid: inout Grid, in area: Rect, _ look: Look) {
        guard let current, !area.isEmpty else { return }
        grid.rule(row: area.row, glyphs: look.glyphs)
        let inner = area.inset(columns: 3).rows(from: 1)
        let heading =
            "\(look.words.longDay(current.day)) \(TimeWords.weekday(current.day, look.language))  \(look.language(current.status.label))"
        grid.put(heading, in: inner.rows(from: 0, count: 1), role: BookScreen.role(current.status), ellipsis: look.glyphs.ellipsis)
        var lines: [String] = []
        if let review = current.review {
            lines.append("\(look.person(review.by))  \(look.words.dateTime(review.openedAt))")
            if !review.reason.isEmpty { lines.append("\(look.language(FieldLabel.of("reason"))): \(review.reason)") }
            lines += review.entries
        }
        for (index, line) in lines.prefix(max(0, inner.rows - 1)).enumerated() {
            grid.put(line, in: inner.rows(from: index + 1, count: 1), ellipsis: look.glyphs.ellipsis)
        }
    }

    /// What colour says beside the word.
    private static func role(_ status: BookDay.Status) -> TextRole {
        switch status {
        case .missed: .overdue
        case .due, .open, .late: .dueSoon
        case .reviewed, .nothing: .signed
        case .closed, .outside: .dim
        }
    }
}
