import ComplaintRules
import Ledger
import TerminalKit

/// The desk: what is due, nearest clock first; what is to be accepted and signed; what is mine.
struct DeskScreen: Screen {
    /// The lists of the desk.
    enum Tab: Int, CaseIterable, Sendable {
        case due, toAccept, toSign, mine

        var label: Phrase {
            switch self {
            case .due: .tabDue
            case .toAccept: .tabToAccept
            case .toSign: .tabToSign
            case .mine: .tabMine
            }
        }
    }

    private(set) var tab = Tab.due
    private(set) var list = RowList<RegisterRow>()
    private var isLoaded = false
    private var ownOpen = 0
    private var drafts: [Draft] = []

    var isList: Bool { true }
    var title: Phrase { .deskTitle }

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        return [
            Binding(
                [.enter, .right],
                .open,
                label: language(.openCase),
                shortLabel: language(.open),
                whyNot: list.selected == nil ? language(.nothingHere) : nil
            ),
            Binding([.tab, .backTab], .nextTab, label: language(.nextTab), shortLabel: language(.nextTabShort)),
        ]
    }

    private func query(_ session: DeskSession) -> RegisterQuery {
        var query = session.query(.due)
        switch tab {
        case .due: break
        case .toAccept:
            // What has waited longest, or is due first, comes first.
            query.takesInWhatHasNoClock = true
            query.stages = [.handedOver]
        case .toSign:
            query.takesInWhatHasNoClock = true
            query.isToSign = true
        case .mine:
            query = session.query(.received)
            query.concerning = session.actor?.number
            query.stages = Stage.open
        }
        return query
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let source = session.source(query(session))
        let height = listArea(area).rows - 1
        if isLoaded {
            if height != list.height { try list.resize(height: height, from: source) }
            try session.refresh(&list, from: source)
        } else {
            try list.load(height: height, from: source)
            isLoaded = true
        }
        if let actor = session.actor {
            ownOpen = try session.ledger.openCases(with: actor.number)
            drafts = try session.ledger.drafts(by: actor.number)
        }
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        if case .mouse(let event) = key, event.kind == .press || event.kind == .doubleClick {
            let isHit = list.click(event.point, in: listArea(area))
            return isHit && event.kind == .doubleClick ? .run(.open) : .stay
        }
        return try list.handle(key, from: session.source(query(session))) ? .stay : nil
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        switch command {
        case .open:
            guard let row = list.selected else { return .stay }
            return .open(try CaseScreen(row.number, session))
        case .nextTab:
            let count = Tab.allCases.count
            tab = Tab(rawValue: (tab.rawValue + (key == .backTab ? count - 1 : 1)) % count) ?? .due
            isLoaded = false
            try refresh(in: area, session)
            return .stay
        default: return .stay
        }
    }

    private func listArea(_ area: Rect) -> Rect { area.rows(from: 1, count: area.rows - 3) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        drawTabs(into: &grid, in: area, look)
        let place = listArea(area)
        list.draw(
            into: &grid,
            in: place,
            glyphs: look.glyphs,
            columns: CaseColumns.columns(look, hasStage: tab != .due),
            sign: { CaseColumns.sign($0, at: look.now) }
        )
        if list.rows.isEmpty {
            let text = look.language(tab == .due ? .nothingDue : .nothingHere)
            grid.put(text, at: Point(column: place.column + 3, row: place.row + 2), role: .dim)
        }
        var summary = look.language(.yours(open: ownOpen))
        if let latest = drafts.first {
            let age = Phrase.ago(seconds: look.now.seconds(since: latest.savedAt))
            summary += " \(look.glyphs.dot) " + look.language(.yourDrafts(drafts.count, age))
        }
        grid.put(summary, at: Point(column: area.column + 1, row: area.endRow - 1), role: .dim)
    }

    private func drawTabs(into grid: inout Grid, in area: Rect, _ look: Look) {
        var column = area.column + 3
        for other in Tab.allCases {
            let isChosen = other == tab
            // A sign beside the colour: the chosen list stands in brackets.
            let text = isChosen ? "[\(look.language(other.label))]" : " \(look.language(other.label)) "
            column += grid.put(text, at: Point(column: column, row: area.row), role: isChosen ? .heading : .dim) + 1
        }
    }
}
