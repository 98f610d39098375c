import ComplaintRules
import Ledger
import TerminalKit

/// Corrective actions of all cases, nearest due first: what is to be done, by whom, by when; and, on demand, those that were checked.
struct RectificationScreen: Screen {
    private(set) var list = RowList<RectificationRow>()
    private var rows: [RectificationRow] = []
    private var isShowingDone = false
    private var isLoaded = false

    var isList: Bool { true }
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
            Binding(
                [.character("d")],
                .showDone,
                label: language(isShowingDone ? .hideDone : .showDone),
                shortLabel: language(isShowingDone ? .hideDoneShort : .showDoneShort)
            ),
        ]
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        // A branch's corrective actions fit into memory; the window is cut from them.
        rows = try session.ledger.rectifications(session.scope, openOnly: !isShowingDone)
        try session.bring(&list, height: listArea(area).rows - 1, isLoaded: &isLoaded, from: RowList.source(of: rows))
    }

    mutating func handle(_ key: Key, in area: Rect, _ session: DeskSession) throws -> Step? {
        if case .mouse(let event) = key, event.kind == .press || event.kind == .doubleClick {
            let isHit = list.click(event.point, in: listArea(area))
            return isHit && event.kind == .doubleClick ? .run(.open) : .stay
        }
        return try list.handle(key, from: RowList.source(of: rows)) ? .stay : nil
    }

    mutating func run(_ command: Command, by key: Key, in area: Rect, _ session: DeskSession) throws -> Step {
        if command == .showDone {
            isShowingDone.toggle()
            try refresh(in: area, session)
            return .stay
        }
        guard let row = list.selected else { return .stay }
        switch command {
        case .open: return .open(try CaseScreen(row.number, session))
        case .act(let act):
            let actor = try session.signedIn()
            let reading = try session.ledger.open(row.number, by: actor)
            let values = ["item": String(row.action.item)]
            return try CaseScreen.start(act, on: reading.stored, reading.possibilities, session, by: key, values: values)
        default: return .stay
        }
    }

    private func listArea(_ area: Rect) -> Rect { area.rows(from: 2) }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let today = look.words.zone.day(at: look.now)
        let open = rows.filter { !$0.isVerified }
        let overdue = open.filter { $0.action.due < today }.count
        let column = area.column + 3
        let used = grid.put(look.language(.openActions(open.count)), at: Point(column: column, row: area.row), role: .heading)
        if overdue > 0 {
            let text = "  ! " + look.language(.overdueActions(overdue))
            grid.put(text, at: Point(column: column + used, row: area.row), role: .overdue)
        }
        let isEnglish = look.language == .english
        let columns = [
            Column<RectificationRow>(look.language(.columnNumber), width: .fixed(13)) { $0.number },
            Column(look.language(FieldLabel.of("what")), width: .flexible(minimum: 16)) { CaseColumns.firstLine($0.action.what) },
            Column(look.language(FieldLabel.of("owner")), width: .fixed(12)) { RectificationScreen.owner($0, look) },
            Column(look.language(FieldLabel.of("due")), width: .fixed(isEnglish ? 11 : 14)) { look.words.longDay($0.action.due) },
            Column(look.language(.columnState), width: .fixed(isEnglish ? 13 : 12)) { RectificationScreen.state($0, today, look) },
        ]
        let place = listArea(area)
        list.draw(
            into: &grid,
            in: place,
            glyphs: look.glyphs,
            columns: columns,
            sign: { $0.isVerified ? look.glyphs.check : $0.action.due < today ? "!" : "" },
            role: { $0.isVerified ? .dim : $0.action.due < today ? .overdue : .text }
        )
        if list.rows.isEmpty {
            let text = look.language(isShowingDone ? .nothingHere : .nothingToRectify)
            grid.put(text, at: Point(column: place.column + 3, row: place.row + 2), role: .dim)
        }
    }

    /// The owner by name where it is the number of a member of staff.
    private static func owner(_ row: RectificationRow, _ look: Look) -> String {
        StaffNumber(row.action.owner).map(look.person) ?? row.action.owner
    }

    private static func state(_ row: RectificationRow, _ today: Day, _ look: Look) -> String {
        if row.isVerified { return look.language(.columnChecked) }
        let days = row.action.due.ordinal - today.ordinal
        return look.language(days < 0 ? .overdueDays(-days) : days == 0 ? .dueToday : .daysLeft(days))
    }
}
