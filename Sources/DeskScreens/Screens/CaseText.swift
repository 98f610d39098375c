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
        /// Whether it stands before the clocks.
        var isUrgent = false
    }

    /// The facts of a case, those that are known.
    static func facts(_ state: Case, _ look: Look) -> [Fact] {
        let (language, intake) = (look.language, state.intake)
        var facts: [Fact] = []
        func add(_ label: Phrase, _ text: String, _ role: TextRole = .text, isUrgent: Bool = false) {
            if !text.isBlank { facts.append(Fact(label: language(label), text: text, role: role, isUrgent: isUrgent)) }
        }
        add(
            .columnStage,
            language(state.stage.label) + (state.isSigned ? " \(look.glyphs.check)" : ""),
            state.isSigned ? .signed : .heading,
            isUrgent: true
        )
        if let reason = state.sentBackFor { add(.factSentBack, reason, .warning, isUrgent: true) }
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
            add(.factSigned, "\(look.person(signer))\(language.comma)\(look.words.dateTime(at))", .signed)
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

    /// What colour says of a clock beside its words.
    static func clockRole(_ clock: Clock, _ look: Look) -> TextRole {
        switch look.rules.urgency(of: clock, at: look.now) {
        case .overdue: .overdue
        case .soon, .verySoon: .dueSoon
        case .none: clock.state(at: look.now) == .breached ? .overdue : .text
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
        func labelled(_ label: Phrase, _ text: String) -> String? { text.isBlank ? nil : language.labelled(label, text) }
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
        case .noted(let note): return [note.how.map { language.labelled($0.label, note.text) } ?? note.text]
        case .found(let finding):
            return [
                [finding.fault.label, finding.classification.label, finding.kind.label].map { language($0) }.joined(
                    separator: language.comma
                ),
                finding.facts, labelled(FieldLabel.of("apology"), finding.apology),
                labelled(FieldLabel.of("third-party"), finding.thirdParty ?? ""),
                labelled(FieldLabel.of("apology-by"), finding.apologyBy ?? ""),
                labelled(FieldLabel.of("correction"), finding.correction),
                labelled(FieldLabel.of("rectification"), finding.rectification),
                labelled(FieldLabel.of("explanation"), finding.explanation), labelled(FieldLabel.of("ruling"), finding.ruling),
            ].compactMap { $0 }
        case .replied(let reply):
            let opinion = reply.isAccepted.map { language($0 ? .accepted : .notAccepted) }
            return [
                language.labelled(reply.how.label, reply.text), labelled(FieldLabel.of("to"), reply.to ?? ""),
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
            return [language.labelled(FieldLabel.of(amendment.field.rawValue), "\(old) \(look.glyphs.arrowRight) \(new)")]
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
}
