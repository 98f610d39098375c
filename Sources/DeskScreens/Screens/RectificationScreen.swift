import ComplaintRules
import Ledger
import TerminalKit

/// Corrective actions of all cases, nearest due first: what is to be done, by whom, by when; and, on demand, those that were checked.
struct RectificationScreen: MainScreen, ListScreen {
    var pane = ListPane<RectificationRow>()
    private var rows: [RectificationRow] = []
    private var isShowingDone = false
    /// The case of the selected action; nil where whoever is signed in may not read it any more.
    private var reading: OpenedCase?

    static let title = Phrase.rectificationTitle

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        let verified: Refusal? = pane.selected?.isVerified == true ? .alreadyDone(.verifyRectification) : nil
        return [
            openBinding(session), paperBinding(session),
            on.form("y", ActKind.verifyRectification.label, whyNot: pane.whyNot ?? verified ?? whyNotVerify(session)) { screen, press in
                let item = screen.pane.selected.map { String($0.action.item) }
                return try screen.pane.start(.verifyRectification, press, values: ["item": item ?? ""])
            },
            on(
                [.character("d")],
                isShowingDone ? .hideDone : .showDone,
                short: isShowingDone ? .hideDoneShort : .showDoneShort
            ) { screen, press in
                screen.isShowingDone.toggle()
                try screen.refresh(in: press.area, press.session)
                return .stay
            },
        ]
    }

    /// Why whoever is signed in may not verify the selected action.
    private func whyNotVerify(_ session: DeskSession) -> Refusal? {
        if let refusal = reading?.whyNot(.verifyRectification) { return refusal }
        guard let actor = session.acting, let state = reading?.state, let action = pane.selected?.action else { return nil }
        return RectificationCheck.whyNot(action, of: state, in: Occasion(actor, at: session.now, under: session.ledger.rules))
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        // A branch's corrective actions fit into memory; the window is cut from them.
        rows = try session.ledger.rectifications(session.scope, openOnly: !isShowingDone)
        try pane.refresh(in: listArea(area), session, from: RowList.source(of: rows))
        _ = try chosen(in: area, session)
    }

    /// Whether the selected action was checked decides what can be done with it; its case is read anew where it is another.
    mutating func chosen(in area: Rect, _ session: DeskSession) throws -> Step {
        let before = reading?.number
        do {
            reading = try pane.selected.map { try OpenedCase($0.number, session) }
        } catch is Refusal {
            reading = nil
        }
        if reading?.number != before { session.isRevealed = false }
        return .stay
    }

    func listArea(_ area: Rect) -> Rect { layout(area).list }

    /// The list, as high as it is long, and below it the selected action in full with its case.
    private func layout(_ area: Rect) -> (list: Rect, look: Rect?) {
        let list = area.rows(from: 2)
        if rows.isEmpty || list.rows < RectificationScreen.lookRows + 6 { return (list, nil) }
        let height = max(RectificationScreen.lookRows, min(RectificationScreen.mostLookRows, list.rows - rows.count - 2))
        return (list.rows(from: 0, count: list.rows - height - 1), list.rows(from: list.rows - height).inset(columns: 3))
    }

    /// Rows of the look at the selected action, at least and at most.
    private static let (lookRows, mostLookRows) = (6, 10)

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
        let columns = [
            Column<RectificationRow>(look.language(.columnNumber), width: .fixed(13)) { $0.number },
            Column(look.language(FieldLabel.of("what")), width: .flexible(minimum: 16)) { CaseColumns.firstLine($0.action.what) },
            Column(look.language(FieldLabel.of("owner")), width: .fitted(minimum: 8, maximum: area.columns >= 120 ? 24 : 12)) {
                RectificationScreen.owner($0, look)
            },
            Column(look.language(FieldLabel.of("due")), width: .fixed(look.language.columns(.longDay))) {
                look.words.longDay($0.action.due)
            },
            Column(
                look.language(.columnState),
                width: .fixed(look.language.columns(.rectificationState)),
                role: { !$0.isVerified && $0.action.due < today ? .overdue : nil },
                text: { RectificationScreen.state($0, today, look) }
            ),
        ]
        pane.draw(
            into: &grid,
            in: listArea(area),
            look,
            empty: isShowingDone ? .nothingRectified : .nothingToRectify,
            columns: columns,
            sign: { $0.isVerified ? look.glyphs.check : $0.action.due < today ? "!" : "" },
            role: { $0.isVerified ? .dim : .text }
        )
        guard let row = pane.selected, let place = layout(area).look else { return }
        grid.rule(in: Rect(column: area.column, row: place.row - 1, columns: area.columns, rows: 1), glyphs: look.glyphs)
        let what = TextWidth.wrap(row.action.what, to: max(1, place.columns))
        let about = place.rows(from: min(what.count, place.rows - RectificationScreen.caseRows))
        let room = about.row - place.row
        for (index, line) in what.prefix(room).enumerated() {
            // What is cut ends with a sign; the case has it whole.
            let text = index == room - 1 && what.count > room ? line + " " + look.glyphs.ellipsis : String(line)
            grid.put(text, in: place.rows(from: index, count: 1), ellipsis: look.glyphs.ellipsis)
        }
        if let reading { CasePreview(state: reading.state, next: reading.next, look: look).draw(into: &grid, in: about) }
    }

    /// Rows of the case below the action, at least.
    private static let caseRows = 4

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
