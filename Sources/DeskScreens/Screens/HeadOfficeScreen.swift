import ComplaintRules
import Ledger
import TerminalKit

/// What was asked of head office, what is there, and what it answered until the branch replies: the list, and below it the chosen one's story.
struct HeadOfficeScreen: MainScreen, ListScreen {
    var pane = ListPane<EscalationRow>()
    /// The case of the selected row.
    private var reading: OpenedCase?
    /// How many there are.
    private var length = 0

    /// The keys of what is done while it is with head office.
    static let waitingKeys: [(ActKind, Character)] = [(.headOfficeNote, "p"), (.headOfficeAnswer, "a"), (.chase, "C")]

    static let title = Phrase.headOfficeTitle

    func bindings(_ session: DeskSession) -> [Binding] {
        let on = binder(session)
        func act(_ act: ActKind, _ key: Character, _ short: Phrase, inFooter: Bool = true) -> Binding {
            on.form(key, act.label, short: short, inFooter: inFooter, whyNot: pane.whyNot ?? reading?.whyNot(act)) { screen, press in
                try screen.reading?.start(act, by: press.key, press.session) ?? .stay
            }
        }
        return [
            openBinding(session), paperBinding(session),
            act(.confirmEscalation, "c", .confirmShort), act(.decline, "d", ActKind.decline.label),
            act(.headOfficeNote, "p", .progressShort), act(.headOfficeAnswer, "a", .answerShort),
            // While the branch manager has to confirm or decline, a reply is not what the list waits for.
            act(.reply, "r", ActKind.reply.label, inFooter: pane.selected?.state != .asked),
            act(.chase, "C", ActKind.chase.label),
        ]
    }

    mutating func refresh(in area: Rect, _ session: DeskSession) throws {
        // A branch's open escalations fit into memory; the window is cut from them.
        let rows = try session.ledger.escalations(session.scope)
        length = rows.count
        try pane.refresh(in: listArea(area), session, from: RowList.source(of: rows))
        _ = try chosen(in: area, session)
    }

    mutating func chosen(in area: Rect, _ session: DeskSession) throws -> Step {
        reading = try pane.selected.map { try OpenedCase($0.caseNumber, session) }
        return .stay
    }

    func listArea(_ area: Rect) -> Rect { layout(area).list }

    /// The list, as high as it is long as far as the story of the chosen one keeps half of the rows, and the story below it.
    private func layout(_ area: Rect) -> (list: Rect, story: Rect) {
        let rows = max(area.rows / 2, area.rows - max(6, length + 2))
        return (area.rows(from: 0, count: area.rows - rows), area.rows(from: area.rows - rows + 1).inset(columns: 3))
    }

    func draw(into grid: inout Grid, in area: Rect, _ look: Look) {
        let places = layout(area)
        let language = look.language
        let columns = [
            Column<EscalationRow>(language(.columnNumber), width: .fixed(13)) { $0.complaint.number },
            Column(language(.columnWhyUp), width: .flexible(minimum: 12)) { row in row.kind.map { language($0.label) } ?? "" },
            Column(
                language(.columnProgress),
                width: .fixed(language.columns(.escalationState)),
                role: { HeadOfficeScreen.role($0) },
                text: { HeadOfficeScreen.state($0, look) }
            ),
            Column(
                language(.columnDue),
                width: .fixed(language.columns(.due)),
                role: { CaseColumns.role($0.complaint, look) },
                text: { CaseColumns.dueText($0.complaint, look) }
            ),
            Column(language(.columnDossier), width: .fixed(14)) { $0.complaint.dossier },
            Column(language(.columnCustomer), width: .fitted(minimum: 8, maximum: area.columns >= 120 ? 24 : 12)) {
                language($0.complaint.who)
            },
        ]
        pane.draw(
            into: &grid,
            in: places.list,
            look,
            empty: .nothingWithHeadOffice,
            columns: columns,
            sign: { CaseColumns.sign($0.complaint, look) }
        )
        guard let row = pane.selected else { return }
        grid.rule(in: Rect(column: area.column, row: places.story.row - 1, columns: area.columns, rows: 1), glyphs: look.glyphs)
        let lines = story(row, look).flatMap { text, role in
            TextWidth.wrap(text, to: max(1, places.story.columns)).map { [StyledText(String($0), role)] }
        }
        grid.put(lines, in: places.story)
        if lines.count > places.story.rows {
            grid.put(look.glyphs.arrowDown, at: Point(column: area.endColumn - 1, row: places.story.endRow - 1), role: .dim)
        }
    }

    /// What happened between the branch and head office, and what is to be done next.
    private func story(_ row: EscalationRow, _ look: Look) -> [(String, TextRole)] {
        let language = look.language
        let colon = language.colon
        var lines: [(String, TextRole)] = [("\(language(nextStep(row)))", .heading)]
        if row.state == .withHeadOffice, let state = reading?.state, state.headOfficeDue != nil || state.headOfficeNumber != nil {
            lines.append(promised(state, look))
        }
        let what = CaseColumns.firstLine(row.complaint.text)
        lines.append(("\(row.complaint.customer.isEmpty ? language(.anonymous) : row.complaint.customer)\(colon)\(what)", .text))
        if let by = row.askedBy, let at = row.askedAt {
            lines.append(("\(language(.escalationAsked(look.person(by), look.words.dateTime(at))))\(colon)\(row.reason)", .text))
        }
        if let at = row.confirmedAt {
            let who = row.confirmedBy.map(look.person) ?? ""
            // A case about the branch manager goes up with the asking.
            let isAlone = row.confirmedBy == row.askedBy && at == row.askedAt
            let (when, dossier) = (look.words.dateTime(at), row.complaint.dossier)
            lines.append((language(isAlone ? .escalationSentUp(when, dossier) : .escalationConfirmed(who, when, dossier)), .text))
        }
        if let at = row.progressAt {
            let heading = row.state == .answered ? HeadOfficeAnswer.heading : .lastProgress
            lines.append(("\(language(heading)) \(look.words.dateTime(at))\(colon)\(row.progress)", .text))
        }
        return lines
    }

    /// Head office's own number, and by when it means to answer.
    private func promised(_ state: Case, _ look: Look) -> (String, TextRole) {
        let (language, number) = (look.language, state.headOfficeNumber ?? "")
        guard let due = state.headOfficeDue else { return (language(.headOfficeNumber(number)), .text) }
        let seconds = due.seconds(since: look.now)
        let span = CaseColumns.roughSpan(seconds: abs(seconds), language)
        let left = language(seconds < 0 ? Term.overdue(span) : .inSpan(span))
        let text = (seconds < 0 ? "! " : "") + language(.headOfficePromised(number, look.words.dateTime(due), left))
        return (text, seconds < 0 ? .overdue : .text)
    }

    private func nextStep(_ row: EscalationRow) -> Phrase {
        func can(_ act: ActKind) -> Bool { reading.map { $0.whyNot(act) == nil } ?? false }
        switch row.state {
        case .asked: return can(.confirmEscalation) ? .nextConfirm : .nextWaitConfirm
        case .withHeadOffice: return can(.headOfficeNote) ? .nextNote(mayChase: can(.chase)) : .nextWaitHeadOffice
        case .answered: return can(.reply) ? .nextReply : .nextWaitReply
        }
    }

    private static func role(_ row: EscalationRow) -> TextRole? { row.state == .withHeadOffice ? nil : .dueSoon }

    /// Where it stands, and for how long.
    private static func state(_ row: EscalationRow, _ look: Look) -> String {
        let span = row.since.map { CaseColumns.roughSpan(seconds: look.now.seconds(since: $0), look.language) } ?? ""
        return look.language(.escalationState(row.state, span))
    }
}
