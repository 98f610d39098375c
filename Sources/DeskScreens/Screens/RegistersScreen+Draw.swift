import ComplaintRules
import Ledger
import TerminalKit

extension RegistersScreen {
    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        drawHead(into: &grid, in: area, look)
        let place = listArea(area)
        let isEmpty: Bool
        switch register {
        case .complaints:
            isEmpty = list.rows.isEmpty
            let shown = columns ?? RegisterColumn.suggested(columns: area.columns, by: order)
            list.draw(
                into: &grid,
                in: place,
                glyphs: look.glyphs,
                columns: shown.map { $0.column(look, hasDue: shown.contains(.due) && shown.contains(.stage)) },
                sign: { marked.contains($0.number) ? look.glyphs.check : CaseColumns.sign($0, at: look.now) }
            )
        case .book:
            isEmpty = bookList.rows.isEmpty
            bookList.draw(
                into: &grid,
                in: place,
                glyphs: look.glyphs,
                columns: BookColumns.columns(look),
                sign: { CaseColumns.sign($0.complaint, at: look.now) }
            )
        }
        if isEmpty {
            let text = look.language(hasFilter ? .nothingFound : .nothingHere)
            grid.put(text, at: Point(column: place.column + 3, row: place.row + 2), role: .dim)
        }
    }

    /// Which register, in which order; below it what is searched for and what is left out.
    private func drawHead(into grid: inout Grid, in area: Rect, _ look: Look) {
        let language = look.language
        TabLine.draw([language(.registerComplaints), language(.registerBook)], chosen: register.rawValue, into: &grid, in: area)
        var right = language(orderLabel)
        if !marked.isEmpty { right = "\(look.glyphs.check) \(language(.markedCount(marked.count))) \(look.glyphs.dot) \(right)" }
        grid.put(right, at: Point(column: max(area.column, area.endColumn - 1 - TextWidth.columns(of: right)), row: area.row), role: .dim)
        var line = Rect(column: area.column + 3, row: area.row + 1, columns: area.columns - 4, rows: 1)
        let words = filter.words(look).joined(separator: " \(look.glyphs.dot) ")
        if isSearching || !search.isEmpty {
            let label = language == .english ? "\(language(.searchField)): " : "\(language(.searchField))："
            let used = grid.put(label, at: line.origin, role: .label)
            let wanted = words.isEmpty ? 0 : TextWidth.columns(of: words) + 3
            let place = Rect(column: line.column + used, row: line.row, columns: max(16, line.columns - used - wanted), rows: 1)
            search.draw(into: &grid, at: place, focused: isSearching, glyphs: look.glyphs)
            line = Rect(column: place.endColumn + 3, row: line.row, columns: line.endColumn - place.endColumn - 3, rows: 1)
        } else if !words.isEmpty {
            let label = language == .english ? "\(language(.filterOnly)): " : "\(language(.filterOnly))："
            let used = grid.put(label, at: line.origin, role: .label)
            line = line.splitColumns(left: used, gap: 0).1
        }
        grid.put(words, in: line, role: .heading, ellipsis: look.glyphs.ellipsis)
    }

    private var orderLabel: Phrase {
        if !search.isEmpty { return .orderLogged }
        if register == .book { return .orderWritten }
        switch order {
        case .received: return .orderReceived
        case .due, .waiting: return .orderDue
        case .logged: return .orderLogged
        case .number: return .orderNumber
        case .customer: return .orderCustomer
        }
    }
}
