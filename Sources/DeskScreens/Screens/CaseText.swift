import ComplaintRules
import Ledger
import TerminalKit

/// A case in words: its facts, and what happened on it. Shared by the case and the sign-off, so that what is signed is what was read.
enum CaseText {
    /// A fact: its label and what it says.
    struct Fact {
        var label: String
        var text: String
        var role: TextRole = .text
    }

    /// The facts of a case, those that are known.
    static func facts(_ state: Case, _ look: Look) -> [Fact] {
        let (language, intake) = (look.language, state.intake)
        var facts: [Fact] = []
        func add(_ label: Phrase, _ text: String, _ role: TextRole = .text) {
            if !text.isBlank { facts.append(Fact(label: language(label), text: text, role: role)) }
        }
        add(
            .columnStage,
            language(state.stage.label) + (state.isSigned ? " \(look.glyphs.check)" : ""),
            state.isSigned ? .signed : .heading
        )
        for clock in state.clocks { add(clock.name.label, clockText(clock, look), clockRole(clock, at: look.now)) }
        if let reason = state.sentBackFor { add(.factSentBack, reason, .warning) }
        add(.columnCustomer, intake.customer.isEmpty ? language(.anonymous) : intake.customer)
        add(FieldLabel.of("contact"), look.contact(intake.contact))
        add(FieldLabel.of("proxy"), intake.proxy)
        add(FieldLabel.of("channel"), language(intake.channel.label) + (state.history.map { " (\($0.channelName))" } ?? ""))
        add(.columnReceived, look.words.dateTime(intake.received))
        for detail in intake.details?.known ?? [] { add(FieldLabel.of(detail.name), plain(detail, look)) }
        if let happened = intake.happened { add(FieldLabel.of("happened"), look.words.dateTime(happened)) }
        add(FieldLabel.of("asks"), intake.asks)
        add(FieldLabel.of("business"), language(look.codes.label(intake.business, on: .business)))
        add(FieldLabel.of("reason"), language(look.codes.label(intake.reason, on: .reason)))
        add(FieldLabel.of("about"), intake.about)
        for link in state.links { add(link.tie.label, link.number) }
        if let amount = intake.amount { add(FieldLabel.of("amount"), amount.text) }
        if intake.channel.asksForRepeatingBack, intake.isRepeatedBack {
            add(FieldLabel.of("repeated-back"), look.glyphs.check)
        }
        if let person = state.firstResponder { add(.factFirstResponder, look.person(person)) }
        if let person = state.awaitedReceiver {
            add(.factAwaited, look.person(person))
        } else if let person = state.holder, person != state.firstResponder {
            add(.factHolder, look.person(person))
        }
        if let signer = state.signer, let at = state.signedAt {
            add(.factSigned, "\(look.person(signer)), \(look.words.dateTime(at))", .signed)
        }
        if let history = state.history {
            add(.factSource, [intake.source, intake.sourceNumber].filter { !$0.isEmpty }.joined(separator: " "))
            add(.factOutcome, history.outcome)
        }
        return facts
    }

    /// What a detail says, without its label. A number to call back is a contact too.
    private static func plain(_ detail: CaseEvent.Detail, _ look: Look) -> String {
        switch detail.value {
        case .text(let text): detail.name == "call-back-number" ? look.contact(text) : text
        case .code(_, let label): look.language(label)
        case .moment(let moment): look.words.dateTime(moment)
        case .day(let day): look.words.longDay(day)
        case .flag(let isSo): isSo ? look.glyphs.check : ""
        case .count(let count): String(count)
        }
    }

    /// `reply by 23 Nov 2026 17:00, 7 h 46 m left`, or how it ended.
    static func clockText(_ clock: Clock, _ look: Look) -> String {
        let due = look.words.dateTime(clock.due)
        if clock.ended == nil { return "\(due)  \(look.words.remaining(clock, at: look.now))" }
        return "\(due)  \(look.language(clock.state(at: look.now).label))"
    }

    static func clockRole(_ clock: Clock, at now: Moment) -> TextRole {
        switch clock.urgency(at: now) {
        case .overdue: .overdue
        case .soon, .verySoon: .dueSoon
        case .none: clock.state(at: now) == .breached ? .overdue : .text
        }
    }

    /// What happened on a case, in order.
    static func timeLine(_ events: [Happened<CaseEvent>], _ look: Look) -> [TimeLineEntry] {
        events.filter { !$0.event.isClockStart }.map { happened in
            var who = look.person(happened.by)
            if let absent = happened.onBehalfOf { who += " (\(look.language(Phrase(en: "for", zh: "代"))) \(look.person(absent)))" }
            return TimeLineEntry(
                when: look.words.weekdayDateTime(happened.at),
                who: who,
                what: look.language(happened.event.label),
                lines: lines(happened.event, look),
                role: role(happened.event)
            )
        }
    }

    private static func role(_ event: CaseEvent) -> TextRole {
        switch event {
        case .signed: .signed
        case .sentBack, .withdrawn, .notAccepted: .warning
        default: .heading
        }
    }

    /// What an event says beside its heading.
    private static func lines(_ event: CaseEvent, _ look: Look) -> [String] {
        let language = look.language
        func labelled(_ label: Phrase, _ text: String) -> String? { text.isBlank ? nil : "\(language(label)): \(text)" }
        switch event {
        case .logged(let logged): return [logged.intake.text]
        case .imported(let imported): return [imported.intake.text]
        case .answered(let answer):
            return [
                answer.text, labelled(FieldLabel.of("amount"), answer.amount?.text ?? ""),
                labelled(FieldLabel.of("promise"), answer.promise ?? ""),
            ].compactMap { $0 }
        case .handedOver(let handOver):
            return ["\(look.glyphs.arrowRight) \(look.person(handOver.to))"] + (handOver.note.isBlank ? [] : [handOver.note])
        case .accepted, .signed: return []
        case .noted(let note): return [(note.how.map { language($0.label) + ": " } ?? "") + note.text]
        case .found(let finding):
            return [
                "\(language(finding.fault.label)), \(language(finding.classification.label)), \(language(finding.kind.label))",
                finding.facts, labelled(FieldLabel.of("apology"), finding.apology),
                labelled(FieldLabel.of("apology-by"), finding.apologyBy ?? ""),
                labelled(FieldLabel.of("correction"), finding.correction),
                labelled(FieldLabel.of("rectification"), finding.rectification),
                labelled(FieldLabel.of("explanation"), finding.explanation),
            ].compactMap { $0 }
        case .replied(let reply):
            let opinion = reply.isAccepted.map { language($0 ? .accepted : .notAccepted) }
            return [
                "\(language(reply.how.label)): \(reply.text)", labelled(FieldLabel.of("to"), reply.to ?? ""),
                labelled(FieldLabel.of("amount"), reply.amount?.text ?? ""), labelled(FieldLabel.of("promise"), reply.promise ?? ""),
                reply.isUndelivered == true ? language(FieldLabel.of("undelivered")) : nil, opinion,
            ].compactMap { $0 }
        case .sentBack(let grounds), .withdrawn(let grounds), .notAccepted(let grounds): return [grounds.reason]
        case .amended(let amendment):
            let (old, new) =
                amendment.field == .contact
                ? (look.contact(amendment.old), look.contact(amendment.new))
                : amendment.field == .happened
                    ? (happened(amendment.old, look), happened(amendment.new, look)) : (amendment.old, amendment.new)
            return ["\(language(FieldLabel.of(amendment.field.rawValue))): \(old) \(look.glyphs.arrowRight) \(new)"]
        case .addendumWritten(let addendum): return [addendum.text]
        default:
            // A clock that started stands among the facts, with how it runs.
            return event.details.compactMap { detail in
                switch detail.value {
                case .text(let text): text.isBlank ? nil : detail.name == "text" ? text : labelled(FieldLabel.of(detail.name), text)
                case .code(_, let label): language(label)
                case .moment(let moment): labelled(FieldLabel.of(detail.name), look.words.dateTime(moment))
                case .day(let day): labelled(FieldLabel.of(detail.name), look.words.longDay(day))
                case .flag(let isSo): isSo ? language(FieldLabel.of(detail.name)) : language(SatisfactionLevel.unreachable.label)
                case .count(let count): labelled(FieldLabel.of(detail.name), String(count))
                }
            }
        }
    }

    private static func happened(_ text: String, _ look: Look) -> String {
        Int64(text).map { look.words.dateTime(Moment(milliseconds: $0)) } ?? text
    }

    /// Facts as lines of a block that is `columns` wide: labels in one column, texts wrapped beside them, each at most `limit` lines.
    static func block(_ facts: [Fact], columns: Int, limit: Int = 3) -> [(label: String, text: String, role: TextRole)] {
        let labelColumns = min(18, facts.map { TextWidth.columns(of: $0.label) }.max() ?? 0)
        let width = max(10, columns - labelColumns - 2)
        return facts.flatMap { fact in
            let lines = TextWidth.wrap(fact.text, to: width)
            return lines.prefix(limit).enumerated().map { index, line in
                let isCut = index == limit - 1 && lines.count > limit
                return (
                    TextWidth.pad(index == 0 ? fact.label : "", to: labelColumns, ellipsis: "~"),
                    isCut ? TextWidth.clip(line + " ~~~", to: width, ellipsis: "~") : String(line), fact.role
                )
            }
        }
    }

    /// The facts as lines that scroll with the time line below them, down to a rule: where there is room for one column only, none may be
    /// out of reach.
    static func head(_ state: Case, columns: Int, limit: Int = 4, _ look: Look) -> [[StyledText]] {
        let lines = block(facts(state, look), columns: columns, limit: limit).map { line in
            [StyledText(line.label + "  ", .label), StyledText(line.text, line.role)]
        }
        return lines + [[StyledText(String(repeating: look.glyphs.horizontal, count: columns), .rule)]]
    }

    /// Draws the block, from the row `offset` of it on.
    static func draw(
        _ block: [(label: String, text: String, role: TextRole)],
        into grid: inout Grid,
        in rect: Rect,
        from offset: Int = 0
    ) {
        for (index, line) in block.dropFirst(offset).prefix(rect.rows).enumerated() {
            let used = grid.put(line.label, at: Point(column: rect.column, row: rect.row + index), role: .label)
            grid.put(
                line.text,
                at: Point(column: rect.column + used + 2, row: rect.row + index),
                role: line.role,
                columns: rect.columns - used - 2
            )
        }
    }
}
