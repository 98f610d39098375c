import ComplaintRules
import Ledger
import TerminalKit

/// What waits for the branch manager's decision, and what is with head office, with its dossier.
struct HeadOfficeScreen: Screen {
    private var isDeciding = false
    private(set) var list = RowList<RegisterRow>()
    private var isLoaded = false

    var isList: Bool { true }
    var title: Phrase { .headOfficeTitle }

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        return [
            Binding(
                [.enter],
                .open,
                label: language(.openCase),
                shortLabel: language(.open),
                whyNot: list.selected == nil ? language(.nothingHere) : nil
            ),
            Binding([.tab, .backTab], .nextTab, label: language(.nextTab), shortLabel: language(.nextTabShort)),
        ]
    }

    private func query(_ session: DeskSession) -> RegisterQuery {
        var query = session.query(.received)
        if isDeciding { query.isToDecide = true } else { query.stages = [.withHeadOffice] }
        return query
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let source = session.source(query(session))
        let height = area.rows - 2
        if isLoaded {
            if height != list.height { try list.resize(height: height, from: source) }
            try session.refresh(&list, from: source)
        } else {
            try list.load(height: height, from: source)
            isLoaded = true
        }
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        try list.handle(key, from: session.source(query(session))) ? .stay : nil
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        switch command {
        case .open:
            guard let row = list.selected else { return .stay }
            return .open(try CaseScreen(row.number, session))
        case .nextTab:
            isDeciding.toggle()
            isLoaded = false
            try refresh(in: area, session)
            return .stay
        default: return .stay
        }
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        var column = area.column + 3
        for (label, isChosen) in [(Phrase.tabWithHeadOffice, !isDeciding), (.tabToDecide, isDeciding)] {
            let text = isChosen ? "[\(look.language(label))]" : " \(look.language(label)) "
            column += grid.put(text, at: Point(column: column, row: area.row), role: isChosen ? .heading : .dim) + 1
        }
        let place = area.rows(from: 1)
        var columns = CaseColumns.columns(look)
        let last = columns.removeLast()
        columns.removeAll { $0.title == look.language(.columnHow) }
        columns.append(
            Column(look.language(.columnDossier), width: .fixed(14)) { row in
                ActKind(rawValue: row.waitsFor).map { look.language($0.label) } ?? row.dossier
            }
        )
        columns.append(last)
        list.draw(into: &grid, in: place, glyphs: look.glyphs, columns: columns, sign: { CaseColumns.sign($0, at: look.now) })
        if list.rows.isEmpty {
            grid.put(look.language(.nothingHere), at: Point(column: place.column + 3, row: place.row + 2), role: .dim)
        }
    }
}
