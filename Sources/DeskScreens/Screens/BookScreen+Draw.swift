import ComplaintRules
import Ledger
import TerminalKit

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
            "\(look.words.longDay(current.day)) \(TimeWords.weekday(current.day, language))  "
            + "\(BookScreen.mark(current.status, look)) \(language(current.status.label))"
        if let review = current.review {
            heading += " \(look.glyphs.dot) \(look.person(review.by)) \(look.words.dateTime(review.openedAt))"
        }
        grid.put(heading, in: inner.rows(from: 0, count: 1), role: BookScreen.role(current.status), ellipsis: look.glyphs.ellipsis)
        var next = language(nextStep(current, look))
        if let reason = current.review?.reason, !reason.isEmpty { next = language(.bookLateFor(reason, next)) }
        grid.put(next, in: inner.rows(from: 1, count: 1), ellipsis: look.glyphs.ellipsis)
        guard !list.rows.isEmpty else { return }
        let isEnglish = language == .english
        let columns = [
            Column<BookRegisterRow>(language(.columnNumber), width: .fixed(13)) { $0.complaint.number },
            Column(language(.columnPlace), width: .fixed(isEnglish ? 7 : 5)) { BookColumns.place($0) },
            Column(language(.columnText), width: .flexible(minimum: 12)) { CaseColumns.firstLine($0.complaint.text) },
            Column(
                language(.columnInBook),
                width: .fixed(isEnglish ? 11 : 8),
                role: { $0.answeredAt == nil ? .dueSoon : .signed },
                text: { BookScreen.tick($0.answeredAt, look) }
            ),
            Column(
                language(.columnToCustomer),
                width: .fixed(isEnglish ? 11 : 10),
                role: { $0.complaint.contact.isEmpty ? .dim : $0.repliedAt == nil ? .dueSoon : .signed },
                text: { $0.complaint.contact.isEmpty ? language(.noContact) : BookScreen.tick($0.repliedAt, look) }
            ),
        ]
        list.draw(into: &grid, in: layout.entries, glyphs: look.glyphs, columns: columns, isFocused: isInEntries)
    }

    /// What is to be done with the chosen day, in words.
    private func nextStep(_ current: (day: Day, status: BookDay.Status, review: BookDay?), _ look: Look) -> Phrase {
        switch current.status {
        case .due: return .bookNextOpen
        case .open,
            .missed where current.review != nil:
            return current.review?.entries.isEmpty == false ? .bookNextClose : .bookNextEntries
        case .missed: return .bookNextLate
        case .closed: return .bookNextClosed
        case .outside: return .bookNextOutside
        case .reviewed, .nothing, .late:
            let waiting = list.rows.filter { $0.answeredAt == nil && $0.complaint.stage.isOpen }.count
            return waiting > 0 ? .bookNextAnswer(waiting) : .bookNextNothing
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
