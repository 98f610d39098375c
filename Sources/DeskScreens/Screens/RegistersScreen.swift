import ComplaintRules
import Ledger
import TerminalKit

/// The registers as a table: filtered, ordered, searched as one types, a screenful at a time.
struct RegistersScreen: Screen {
    private(set) var list = RowList<RegisterRow>()
    private(set) var search = TextField(limit: 100)
    private(set) var isSearching: Bool
    private var stage: Stage?
    private var channel: Channel?
    private var order = RegisterQuery.Order.received
    private var isLoaded = false

    init(searching: Bool = false) {
        isSearching = searching
    }

    var isList: Bool { true }
    var title: Phrase { .registersTitle }
    var isTyping: Bool { isSearching }

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        let open = Binding<Command>(
            [.enter],
            .open,
            label: language(.openCase),
            shortLabel: language(.open),
            whyNot: list.selected == nil ? language(.nothingHere) : nil
        )
        let searching = Binding<Command>(
            [.character("/"), .alt("/")],
            .search,
            label: language(.search),
            shortLabel: language(.searchShort)
        )
        if isSearching {
            return [open, searching, Binding([.escape], .clearFilters, label: language(.clearFilters))]
        }
        var bindings = [
            open, searching,
            Binding([.character("s")], .filterStage, label: language(.filterStage)),
            Binding([.character("c")], .filterChannel, label: language(.filterChannel)),
            Binding([.character("o")], .order, label: language(.order)),
        ]
        if hasFilter { bindings.append(Binding([.character("a"), .escape], .clearFilters, label: language(.clearFilters))) }
        return bindings
    }

    private var hasFilter: Bool { stage != nil || channel != nil || !search.isEmpty }

    private func query(_ session: DeskSession) -> RegisterQuery {
        var query = session.query(order)
        query.stages = stage.map { [$0] } ?? []
        query.channels = channel.map { [$0] } ?? []
        query.search = search.text
        return query
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        let height = listArea(area).rows - 1
        let source = session.source(query(session))
        if isLoaded {
            if height != list.height { try list.resize(height: height, from: source) }
            try session.refresh(&list, from: source)
        } else {
            try reload(in: area, session)
        }
    }

    private mutating func reload(in area: Rect, _ session: DeskSession) throws {
        try list.load(height: listArea(area).rows - 1, from: session.source(query(session)))
        isLoaded = true
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        if case .mouse(let event) = key, event.kind == .press || event.kind == .doubleClick {
            let isHit = list.click(event.point, in: listArea(area))
            return isHit && event.kind == .doubleClick ? .run(.open) : .stay
        }
        let moves: Set<Key> = [.up, .down, .pageUp, .pageDown]
        if isSearching, !moves.contains(key) {
            let before = search.revision
            guard search.handle(key) else { return nil }
            if search.revision != before { try reload(in: area, session) }
            return .stay
        }
        return try list.handle(key, from: session.source(query(session))) ? .stay : nil
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        switch command {
        case .open:
            guard let row = list.selected else { return .stay }
            isSearching = false
            return .open(try CaseScreen(row.number, session))
        case .search: isSearching = true
        case .filterStage:
            stage = RegistersScreen.next(stage, in: [.logged, .handedOver, .inHand, .toSign, .closed, .withdrawn, .notAccepted])
        case .filterChannel: channel = RegistersScreen.next(channel, in: Channel.allCases)
        case .order: order = RegistersScreen.next(order, in: RegisterQuery.Order.allCases) ?? .received
        case .clearFilters:
            (stage, channel, isSearching) = (nil, nil, false)
            search = TextField(limit: 100)
        default: return .stay
        }
        if command != .search { try reload(in: area, session) }
        return .stay
    }

    /// The choice after `current`; nil, for all, behind the last.
    private static func next<Value: Equatable>(_ current: Value?, in all: [Value]) -> Value? {
        guard let current, let index = all.firstIndex(of: current) else { return all.first }
        return index + 1 < all.count ? all[index + 1] : nil
    }

    private func listArea(_ area: Rect) -> Rect { area.rows(from: 2) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        drawFilters(into: &grid, in: area, look)
        let place = listArea(area)
        list.draw(
            into: &grid,
            in: place,
            glyphs: look.glyphs,
            columns: CaseColumns.columns(look, hasStage: order != .due),
            sign: { CaseColumns.sign($0, at: look.now) }
        )
        if list.rows.isEmpty {
            let text = look.language(hasFilter ? .nothingFound : .nothingHere)
            grid.put(text, at: Point(column: place.column + 3, row: place.row + 2), role: .dim)
        }
    }

    private func drawFilters(into grid: inout Grid, in area: Rect, _ look: Look) {
        let language = look.language
        let orderLabel: Phrase =
            switch search.isEmpty ? order : .logged {
            case .received: .orderReceived
            case .due: .orderDue
            case .logged: .orderLogged
            }
        let stageText = language.labelled(.filterStage, language(stage?.label ?? .filterAll))
        let channelText = language.labelled(.filterChannel, language(channel?.label ?? .filterAll))
        let filters = [stageText, channelText, language(orderLabel)].joined(separator: "  ")
        let line = Rect(column: area.column + 3, row: area.row, columns: area.columns - 4, rows: 1)
        let width = TextWidth.columns(of: filters)
        grid.put(filters, at: Point(column: max(line.column, line.endColumn - width), row: line.row), role: .dim)
        let label = language(.searchField) + language.colon
        if isSearching || !search.isEmpty {
            let used = grid.put(label, at: line.origin, role: .label)
            let place = Rect(column: line.column + used, row: line.row, columns: max(10, line.columns - used - width - 2), rows: 1)
            search.draw(into: &grid, at: place, focused: isSearching, glyphs: look.glyphs)
        }
    }
}
