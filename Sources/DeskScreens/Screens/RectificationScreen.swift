import ComplaintRules
import Ledger
import TerminalKit

/// Corrective actions of all cases: what is to be done, by whom, by when, and whether it was checked.
struct RectificationScreen: Screen {
    private(set) var list = RowList<RectificationRow>()
    private var isLoaded = false

    var title: Phrase { .rectificationTitle }

    func bindings(_ session: DeskSession) -> [Binding<Command>] {
        let language = session.language
        let nothing = list.selected == nil ? language(.nothingHere) : nil
        let verified = list.selected?.isVerified == true ? language(Refusal.alreadyDone(.verifyRectification).sentence) : nil
        return [
            Binding([.enter], .open, label: language(.openCase), shortLabel: language(.open), whyNot: nothing),
            Binding(
                [.character("y")],
                .act(.verifyRectification),
                label: language(ActKind.verifyRectification.label),
                whyNot: nothing ?? verified
            ),
        ]
    }

    private func source(_ session: DeskSession) -> RowList<RectificationRow>.Source {
        let scope = session.actor.map(ReadScope.init(for:)) ?? .nothing
        // A branch's open actions fit into memory; the window is cut from them.
        return { request in
            let all = try session.ledger.rectifications(scope, openOnly: false)
            func index(_ row: RectificationRow) -> Int { all.firstIndex { $0.id == row.id } ?? all.count }
            switch request {
            case .first(let count): return Array(all.prefix(count))
            case .last(let count): return Array(all.suffix(count))
            case .after(let row, let count): return Array(all.dropFirst(index(row) + 1).prefix(count))
            case .before(let row, let count): return Array(all.prefix(index(row)).suffix(count))
            case .from(let row, let count): return Array(all.dropFirst(index(row)).prefix(count))
            }
        }
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        if isLoaded {
            if area.rows - 1 != list.height { try list.resize(height: area.rows - 1, from: source(session)) }
            try list.refresh(from: source(session))
        } else {
            try list.load(height: area.rows - 1, from: source(session))
            isLoaded = true
        }
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        try list.handle(key, from: source(session)) ? .stay : nil
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        guard let row = list.selected else { return .stay }
        switch command {
        case .open: return .open(try CaseScreen(row.number, session))
        case .act(let act):
            let actor = try session.signedIn()
            let stored = try session.ledger.read(row.number, by: actor)
            let possible = try session.ledger.possibilities(on: row.number, by: actor)
            return try CaseScreen.start(act, on: stored, possible, session, by: key, values: ["item": String(row.action.item)])
        default: return .stay
        }
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let today = look.words.zone.day(at: look.now)
        let columns = [
            Column<RectificationRow>(look.language(.columnNumber), width: .fixed(13)) { $0.number },
            Column(look.language(FieldLabel.of("what")), width: .flexible(minimum: 16)) { CaseColumns.firstLine($0.action.what) },
            Column(look.language(FieldLabel.of("owner")), width: .fixed(12)) { $0.action.owner },
            Column(look.language(FieldLabel.of("due")), width: .fixed(14)) { look.words.longDay($0.action.due) },
            Column(look.language(.columnChecked), width: .fixed(8)) { $0.isVerified ? look.glyphs.check : "" },
        ]
        list.draw(
            into: &grid,
            in: area,
            glyphs: look.glyphs,
            columns: columns,
            sign: { !$0.isVerified && $0.action.due < today ? "!" : "" },
            role: { $0.isVerified ? .dim : $0.action.due < today ? .overdue : .text }
        )
        if list.rows.isEmpty {
            grid.put(look.language(.nothingHere), at: Point(column: area.column + 3, row: area.row + 2), role: .dim)
        }
    }
}
