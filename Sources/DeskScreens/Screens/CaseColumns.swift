import ComplaintRules
import Ledger
import TerminalKit

/// How a case stands in a list: the same columns, signs and colours on every screen.
enum CaseColumns {
    /// The columns of what waits for a signature, beside the entry itself: whose it is, what it is about where there is room, and until when
    /// it is signed.
    static func toSign(_ look: Look, width: Int) -> [Column<RegisterRow>] {
        let language = look.language
        let what = Column<RegisterRow>(language(.columnWhat), width: .flexible(minimum: 12)) { firstLine($0.text) }
        return [
            Column<RegisterRow>(language(.columnNumber), width: .fitted(minimum: 13, maximum: 16)) { $0.number },
            Column(language(.columnCustomer), width: .flexible(minimum: 9, maximum: 12)) {
                language($0.who)
            },
        ] + (width < 64 ? [] : [what]) + [
            Column(language(.columnDue), width: .fixed(language.columns(.due)), role: { role($0, look) }, text: { dueText($0, look) })
        ]
    }

    /// The columns of the Desk's lists, where the selected case is shown beside: whose it is and what it is about, and what the list asks for.
    /// A list with room also says when and how it came.
    static func besidePreview(_ look: Look, width: Int, last: Column<RegisterRow>) -> [Column<RegisterRow>] {
        let language = look.language
        let received = [
            Column<RegisterRow>(language(.columnReceivedShort), width: .fixed(language.columns(.shortDay))) { shortDay($0.received, look) },
            Column(language(.columnChannel), width: .fixed(language.columns(.channel))) { language($0.channel.shortLabel) },
        ]
        let all = [
            Column<RegisterRow>(language(.columnNumber), width: .fitted(minimum: 13, maximum: 16)) { $0.number },
            // What it is about has the room that there is.
            Column(language(.columnCustomer), width: .flexible(minimum: 9, maximum: width < 70 ? 10 : width < 100 ? 14 : 20)) {
                language($0.who)
            },
            Column(language(.columnWhat), width: .flexible(minimum: 12)) { firstLine($0.text) },
            last,
        ]
        return width < 100 ? all : all[..<1] + received + all[1...]
    }

    /// Which clock runs out first, and when.
    static func nearestClock(_ look: Look) -> Column<RegisterRow> {
        Column(
            look.language(.columnDue),
            width: .fixed(look.language.columns(.clockAndDue)),
            role: { role($0, look) },
            text: { row in
                guard let clock = row.nearest else { return look.language(row.stage.label) }
                return look.language(clock.name.shortLabel) + " " + look.remaining(clock)
            }
        )
    }

    /// Where the case stands.
    static func stage(
        _ look: Look,
        title: String? = nil,
        role: (@Sendable (RegisterRow) -> TextRole?)? = nil
    ) -> Column<RegisterRow> {
        Column(
            title ?? look.language(.columnStage),
            width: .fixed(look.language.columns(.stage)),
            role: role ?? { CaseColumns.role($0, look) },
            text: { look.language($0.stage.label) }
        )
    }

    /// A day for the narrow column: what came in years ago is told by its year alone, which nothing of is cut.
    private static func shortDay(_ moment: Moment, _ look: Look) -> String {
        let (day, today) = (look.words.zone.day(at: moment), look.words.zone.day(at: look.now))
        return day.year == today.year ? look.words.columnDay(moment, at: look.now) : "\(day.year)"
    }

    /// `!` before what is overdue and a dot before what is due soon, so that both are seen without colour.
    static func sign(_ row: RegisterRow, _ look: Look) -> String {
        look.caseWords.sign(of: row.nearest, at: look.now, dot: look.glyphs.dot)
    }

    /// What colour says beside the words.
    static func role(_ row: RegisterRow, _ look: Look) -> TextRole? {
        switch row.nearest.map({ look.rules.urgency(of: $0, at: look.now) }) {
        case .overdue: .overdue
        case .verySoon, .soon: .dueSoon
        case .some(.none), nil: row.isSignedHere ? .signed : nil
        }
    }

    /// The running clock in words, or where the case stands.
    static func dueText(_ row: RegisterRow, _ look: Look) -> String {
        if let clock = row.nearest { return look.remaining(clock) }
        return look.language(row.stage.label)
    }

    /// A length of time in whole days, hours or minutes, so that a column stays narrow and nothing of it is cut.
    static func roughSpan(seconds: Int64, _ language: Language) -> String {
        let seconds = max(0, seconds)
        let unit: Int64 = seconds >= 86_400 ? 86_400 : seconds >= 3600 ? 3600 : 60
        return TimeWords.span(seconds: seconds / unit * unit, language)
    }

    /// What a case is about, in its first line; of one that was searched for, in the line that answers.
    static func what<Row>(
        _ title: String,
        _ look: Look,
        found: @escaping @Sendable (Row) -> FoundPassage?,
        of row: @escaping @Sendable (Row) -> RegisterRow
    ) -> Column<Row> {
        Column(
            title,
            width: .flexible(minimum: 12),
            text: { firstLine(row($0).text) },
            fitting: { shown, columns in found(shown).map { line(of: $0, in: columns, look) } ?? firstLine(row(shown).text) }
        )
    }

    /// The columns from which a line that answers a search bears a label.
    private static let labelledFrom = 22

    /// A line that answers a search, with what was sought in sight, and before it whose words or what act they are, but for the customer's.
    static func line(of found: FoundPassage, in columns: Int, _ look: Look) -> String {
        // In a narrow column a label and a line would both be cut until neither says anything.
        var label = columns < CaseColumns.labelledFrom ? "" : found.label.map { look.headed($0) + look.language.colon } ?? ""
        if TextWidth.columns(of: label) > columns / 2 {
            label = TextWidth.clip(label, to: max(0, columns / 2 - 1), ellipsis: look.glyphs.ellipsis) + " "
        }
        guard let place = found.place else { return label + found.text }
        let room = columns - TextWidth.columns(of: label)
        return label + TextWidth.showing(place, of: found.text, in: room, ellipsis: look.glyphs.ellipsis)
    }

    /// The first line with anything in it.
    static func firstLine(_ text: String) -> String {
        var rest = text[...]
        while !rest.isEmpty {
            // By scalars: graphemes of long texts would cost more than the rest of a list.
            let line = rest.prefix(upTo: rest.unicodeScalars.firstIndex(where: isLineEnd) ?? rest.endIndex)
            if !line.isBlank { return String(line) }
            rest = rest[line.endIndex...].dropFirst()
        }
        return ""
    }

    /// Whether a line ends here (UAX #14, mandatory breaks).
    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension ClockName {
    /// The clock's name before what is left of it, in a column.
    var shortLabel: Phrase {
        switch self {
        case .startWork: Phrase(en: "start", zh: "办理")
        case .firstContact: Phrase(en: "contact", zh: "联系")
        case .complex: Phrase(en: "complex", zh: "复杂")
        case .outside: Phrase(en: "external", zh: "外部")
        case .final: Phrase(en: "final", zh: "最后")
        case .promised: Phrase(en: "agreed", zh: "约定")
        case .atOnce: Phrase(en: "report", zh: "报告")
        case .monthlyFigures: Phrase(en: "figures", zh: "统计")
        case .passOn, .reply, .review, .signature, .callBack: label
        }
    }
}
