import ComplaintRules
import Ledger
import TerminalKit

/// A column that the complaints register can show.
enum RegisterColumn: String, CaseIterable {
    case number, received, channel, customer, text, stage, due, holder, first, business, reason, about, contact, kind, closed, dossier

    var label: Phrase {
        switch self {
        case .number: .columnNumber
        case .received: .columnReceived
        case .channel: .columnChannel
        case .customer: .columnCustomer
        case .text: .columnWhat
        case .stage: .columnStage
        case .due: .columnDue
        case .holder: .columnHolder
        case .first: .columnFirst
        case .business: FieldLabel.of("business")
        case .reason: FieldLabel.of("reason")
        case .about: FieldLabel.of("about")
        case .contact: FieldLabel.of("contact")
        case .kind: FieldLabel.of("kind")
        case .closed: .columnClosed
        case .dossier: .columnDossier
        }
    }

    /// The columns that a list of this width has room for, the useful ones first.
    static func suggested(columns: Int, by order: RegisterQuery.Order) -> [RegisterColumn] {
        // Who has it and what is due next are worth the room only where what happened can still be read.
        if columns >= 132 { return [.number, .received, .channel, .customer, .text, .stage, .holder, .due] }
        // How it came gives way to what it is about.
        if columns >= 116 { return [.number, .received, .customer, .text, .stage, .holder, .due] }
        let last: RegisterColumn = order == .due ? .due : .stage
        return columns >= 100 ? [.number, .received, .channel, .customer, .text, last] : [.number, .received, .customer, .text, last]
    }

    /// The order that a click on its heading puts the list in; nil where there is none.
    var order: RegisterQuery.Order? {
        switch self {
        case .number: .number
        case .received: .received
        case .customer: .customer
        case .due: .due
        default: nil
        }
    }

    /// The column as it is drawn: with an arrow where the list is in its order, and with what is found in the customer's words.
    ///
    /// - Parameter isWide: whether there is room for long names.
    func column(
        _ look: Look,
        hasDue: Bool,
        isWide: Bool,
        order chosen: RegisterQuery.Order? = nil,
        found: FoundLines = FoundLines()
    ) -> Column<RegisterRow> {
        let language = look.language
        // What came last stands first, but for what is due first and names.
        let arrow = [.due, .customer].contains(order) ? look.glyphs.arrowUp : look.glyphs.arrowDown
        let title = language(label) + (order != nil && order == chosen ? arrow : "")
        func fixed(_ width: Int, _ text: @escaping @Sendable (RegisterRow) -> String) -> Column<RegisterRow> {
            Column(title, width: .fixed(width), text: text)
        }
        switch self {
        case .number: return Column(title, width: .fitted(minimum: 13, maximum: 16)) { $0.number }
        case .received: return fixed(language.columns(.day)) { look.words.columnDay($0.received, at: look.now) }
        case .channel: return fixed(language.columns(.channel)) { language($0.channel.shortLabel) }
        case .customer:
            return Column(title, width: .flexible(minimum: 9, maximum: isWide ? 16 : 12)) {
                language($0.who)
            }
        case .text: return CaseColumns.what(title, look, found: { found[$0] }, of: { $0 })
        case .stage:
            // Where the clock has a column of its own, that one has its colour.
            return CaseColumns.stage(look, title: title) { hasDue ? ($0.isSignedHere ? .signed : nil) : CaseColumns.role($0, look) }
        case .due:
            // Where there is room, which clock it is: one may run on a closed case too.
            return Column(
                title,
                width: .fixed(language.columns(isWide ? .clockAndDue : .due)),
                role: { CaseColumns.role($0, look) },
                text: { row in row.nearest.map { (isWide ? language($0.name.shortLabel) + " " : "") + look.remaining($0) } ?? "" }
            )
        case .holder:
            // Who is to accept it has it not yet: an arrow says so.
            let arrow = look.glyphs.arrowRight + " "
            return fixed(nameColumns(look, isWide: isWide) + TextWidth.columns(of: arrow)) { row in
                // Nobody has what ended otherwise than by an answer.
                if Stage.endsOfTheirOwn.contains(row.stage) { return "" }
                return row.awaitedReceiver.map { arrow + name($0, look) } ?? row.holder.map { name($0, look) } ?? ""
            }
        case .first: return fixed(nameColumns(look, isWide: isWide)) { row in row.firstResponder.map { name($0, look) } ?? "" }
        case .business: return fixed(language.columns(.code)) { language(look.codes.label($0.business, on: .business)) }
        case .reason: return fixed(language.columns(.code)) { language(look.codes.label($0.reason, on: .reason)) }
        case .about: return fixed(10) { $0.about }
        case .contact: return fixed(14) { look.contact($0.contact) }
        case .kind: return fixed(language.columns(.kind)) { row in row.kind.map { language($0.label) } ?? "" }
        case .closed: return fixed(language.columns(.day)) { row in row.closed.map { look.words.columnDay($0, at: look.now) } ?? "" }
        case .dossier: return fixed(14) { $0.dossier }
        }
    }

    private func name(_ number: StaffNumber, _ look: Look) -> String { look.staff[number]?.name ?? number.text }

    /// So wide that no name of those who work here is cut, within bounds.
    private func nameColumns(_ look: Look, isWide: Bool) -> Int {
        let widest = look.staff.all.map { TextWidth.columns(of: $0.name) }.max() ?? 0
        return min(max(8, widest), isWide ? 20 : 14)
    }

    /// The form in which columns are chosen.
    static func form(_ session: DeskSession, width: Int, order: RegisterQuery.Order) -> PromptScreen {
        let suggested = suggested(columns: width, by: order)
        return PromptScreen(.columnsTitle, form: "columns", submit: .showChosen, keepsDraft: false, isStored: false, session) { session in
            let shown = session.registers.columns ?? suggested
            return [.words("hint", session.language(.columnsHint))]
                + allCases.map { .check($0.rawValue, session.language($0.label), shown.contains($0)) }
        } send: { values, session in
            let wanted = allCases.filter { values[$0.rawValue] == "true" }
            // None at all asks for those that fit by themselves.
            session.registers.columns = wanted.isEmpty || wanted == suggested ? nil : wanted
            return Phrase(verbatim: "")
        }
    }
}

/// The columns of the comment book's register, as in the paper one.
enum BookColumns {
    ///
    /// - Parameters:
    ///   - width: of the list: where it is narrow, the day of the answer stands for who gave it too.
    ///   - hasPlaces: whether a row in sight says where in the book it stands.
    static func columns(
        _ look: Look,
        width: Int = .max,
        hasPlaces: Bool = true,
        found: FoundLines = FoundLines()
    ) -> [Column<BookRegisterRow>] {
        let language = look.language
        let written = Column<BookRegisterRow>(language(.columnWritten), width: .fixed(language.columns(.day))) {
            look.words.columnDay($0.complaint.received, at: look.now)
        }
        let place = Column<BookRegisterRow>(language(.columnPlace), width: .fixed(language.columns(.pageAndLine))) { BookColumns.place($0) }
        let isNarrow = width < 100
        return [written] + (hasPlaces ? [place] : []) + [
            CaseColumns.what(language(.columnText), look, found: { found[$0.complaint] }, of: { $0.complaint }),
            Column(language(.columnNumber), width: .fitted(minimum: 13, maximum: 16)) { $0.complaint.number },
            Column(
                language(isNarrow ? .columnAnswered : .columnAnsweredInBook),
                width: .fixed(language.columns(isNarrow ? .answeredInBookDay : .answeredInBook)),
                role: { $0.answeredAt == nil ? .dueSoon : .signed },
                text: { answer($0, look, isNarrow: isNarrow) }
            ),
        ]
    }

    /// Page and line, as `12/3`.
    static func place(_ row: BookRegisterRow) -> String {
        switch (row.page, row.line) {
        case (let page?, let line?): "\(page)/\(line)"
        case (let page?, nil): "\(page)"
        case (nil, let line?): "-/\(line)"
        case (nil, nil): ""
        }
    }

    /// Who answered in the book and when, with a tick; what is missing in words.
    static func answer(_ row: BookRegisterRow, _ look: Look, isNarrow: Bool = false) -> String {
        if let at = row.answeredAt, let by = row.answeredBy {
            let day = "\(look.glyphs.check) \(look.words.columnDay(at, at: look.now))"
            return isNarrow ? day : "\(day) \(look.staff[by]?.name ?? by.text)"
        }
        return look.language(row.complaint.isHistory || !row.complaint.stage.isOpen ? .bookNoAnswer : .bookAnswerDue)
    }
}
