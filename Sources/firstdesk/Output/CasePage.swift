import ComplaintRules
import Ledger

import enum TerminalKit.TextWidth

/// A case as text: facts, clocks, time line.
struct CasePage {
    private let rules: DeskRules
    private let words: TimeWords
    private let now: Moment
    private let language: Language
    private let showsContacts: Bool
    private let isDetailed: Bool

    /// Makes the writer; contacts are masked unless they are to be shown, and events are told in full where it is detailed.
    init(_ ledger: Ledger, language: Language, showsContacts: Bool, isDetailed: Bool) {
        rules = ledger.rules
        words = TimeWords(language, zone: ledger.rules.zone)
        now = ledger.clock.now()
        self.language = language
        self.showsContacts = showsContacts
        self.isDetailed = isDetailed
    }

    /// The lines of the page.
    func lines(_ stored: Ledger.Stored) -> [String] {
        let state = stored.state
        var lines = ["\(state.number)  \(language(state.stage.label))"]
        if rules.settings.isPractice { lines[0] += "  PRACTICE 练习" }
        lines.append("")
        lines += facts(of: state).flatMap(labelled)
        if !state.clocks.isEmpty {
            lines += ["", language(TableWords.clocks)]
            lines += state.clocks.map { "  " + line(of: $0) }
        }
        lines += ["", language(TableWords.timeLine)]
        for happened in stored.events where !happened.event.isClockStart { lines += self.lines(of: happened) }
        return lines
    }

    private func facts(of state: Case) -> [(Phrase, String)] {
        let intake = state.intake
        func staff(_ number: StaffNumber?) -> String { number.map(name) ?? "" }
        let facts: [(Phrase, String)] =
            [
                (FieldLabel.of("channel"), language(intake.channel.label)), (FieldLabel.of("received"), words.dateTime(intake.received)),
                (FieldLabel.of("customer"), intake.customer.isEmpty ? language(TableWords.nobody) : intake.customer),
                (FieldLabel.of("contact"), showsContacts ? intake.contact : intake.contact.maskedContact),
                (FieldLabel.of("proxy"), intake.proxy), (FieldLabel.of("text"), intake.text), (FieldLabel.of("asks"), intake.asks),
                (FieldLabel.of("business"), language(rules.codes.label(intake.business, on: .business))),
                (FieldLabel.of("reason"), language(rules.codes.label(intake.reason, on: .reason))), (FieldLabel.of("about"), intake.about),
                (FieldLabel.of("happened"), intake.happened.map(words.dateTime) ?? ""),
                (FieldLabel.of("amount"), intake.amount?.text ?? ""),
                (TableWords.source, [intake.source, intake.sourceNumber].filter { !$0.isEmpty }.joined(separator: " ")),
                (TableWords.outcome, state.history?.outcome ?? ""),
            ] + state.links.map { ($0.tie.label, $0.number) } + (intake.details?.known ?? []).map { (FieldLabel.of($0.name), plain($0)) }
            + [
                (TableWords.firstResponder, staff(state.firstResponder)), (TableWords.holder, staff(state.holder)),
                (TableWords.awaited, staff(state.awaitedReceiver)), (TableWords.sentBackFor, state.sentBackFor ?? ""),
                (TableWords.signedBy, state.signer.map { name($0) + language.comma + (state.signedAt.map(words.dateTime) ?? "") } ?? ""),
            ]
        return facts.filter { !$0.1.isEmpty }
    }

    /// What a detail says, without its label. A number to call back is a contact too.
    private func plain(_ detail: CaseEvent.Detail) -> String {
        switch detail.value {
        case .text(let text): detail.name == "call-back-number" && !showsContacts ? text.maskedContact : text
        case .code(_, let label): language(label)
        case .moment(let moment): words.dateTime(moment)
        case .day(let day): words.longDay(day)
        case .flag(let isSo): isSo ? language(TableWords.yes) : ""
        case .count(let count): String(count)
        }
    }

    private func labelled(_ fact: (label: Phrase, text: String)) -> [String] {
        let label = TextWidth.pad(language(fact.label), to: 18, ellipsis: "..") + "  "
        let lines = shown(fact.text)
        return lines.enumerated().map { ($0.offset == 0 ? label : String(repeating: " ", count: 20)) + $0.element }
    }

    /// The lines of a text, control characters in them shown and not obeyed.
    private func shown(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { TextWidth.visible(String($0)) }
    }

    private func line(of clock: Clock) -> String {
        var parts = [language(clock.name.label), language(TableWords.dueAt(words.dateTime(clock.due)))]
        let remaining = words.remaining(clock, at: now)
        if clock.ended == nil {
            parts.append(remaining)
        } else {
            parts.append(language(clock.state(at: now).label))
        }
        return parts.joined(separator: "  ")
    }

    private func name(_ number: StaffNumber) -> String {
        guard let member = rules.staff[number] else { return number.text }
        return "\(number) \(TextWidth.visible(member.name))"
    }

    private func lines(of happened: Happened<CaseEvent>) -> [String] {
        var who = name(happened.by)
        if let absent = happened.onBehalfOf { who += language(TableWords.standingIn(name(absent))) }
        var lines = ["  \(words.dateTime(happened.at))  \(who)  \(language(happened.event.label))"]
        if isDetailed {
            for (label, text) in details(of: happened.event) where !text.isEmpty {
                let shown = shown(text)
                lines.append("      " + language.labelled(label, shown.first ?? ""))
                lines += shown.dropFirst().map { "        \($0)" }
            }
        } else if let text = gist(of: happened.event), !text.isEmpty {
            lines += shown(text).prefix(1).map { "      \($0)" }
        }
        return lines
    }

    /// The one thing that an event says, on a line below its heading.
    private func gist(of event: CaseEvent) -> String? {
        switch event {
        case .handedOver(let handOver): name(handOver.to)
        case .answered(let answer): answer.text
        case .noted(let note): note.text
        case .found(let finding): language(finding.fault.label) + language.comma + language(finding.classification.label)
        case .replied(let reply): reply.text
        case .sentBack(let grounds), .withdrawn(let grounds), .notAccepted(let grounds): grounds.reason
        case .amended(let amendment): language(FieldLabel.of(amendment.field.rawValue))
        case .addendumWritten(let addendum): addendum.text
        case .logged, .imported, .accepted, .signed: nil
        default:
            // Yes and no say nothing without their names.
            event.details.filter { if case .flag = $0.value { false } else { true } }.map(text(of:)).filter { !$0.isEmpty }
                .joined(separator: " · ")
        }
    }

    private func details(of event: CaseEvent) -> [(Phrase, String)] {
        func field(_ name: String, _ text: String) -> (Phrase, String) { (FieldLabel.of(name), text) }
        switch event {
        case .logged, .accepted: return []
        case .imported(let imported):
            return [(TableWords.outcome, imported.outcome), (FieldLabel.of("channel"), imported.channelName)]
                + imported.others.sorted { $0.key < $1.key }.map { (Phrase(verbatim: TextWidth.visible($0.key)), $0.value) }
        case .answered(let answer):
            return [field("text", answer.text), field("amount", answer.amount?.text ?? ""), field("promise", answer.promise ?? "")]
        case .handedOver(let handOver): return [field("to", name(handOver.to)), field("note", handOver.note)]
        case .noted(let note): return [field("how", note.how.map { language($0.label) } ?? ""), field("text", note.text)]
        case .found(let finding):
            return [
                field("fault", language(finding.fault.label)), field("class", language(finding.classification.label)),
                field("kind", language(finding.kind.label)), field("facts", finding.facts), field("apology", finding.apology),
                field("third-party", finding.thirdParty ?? ""), field("apology-by", finding.apologyBy ?? ""),
                field("correction", finding.correction), field("rectification", finding.rectification),
                field("explanation", finding.explanation), field("ruling", finding.ruling),
            ]
        case .replied(let reply):
            let accepted = reply.isAccepted.map { language($0 ? TableWords.yes : TableWords.no) } ?? ""
            return [
                field("how", language(reply.how.label)), field("to", reply.to ?? ""), field("text", reply.text),
                field("accepted", accepted), field("amount", reply.amount?.text ?? ""), field("promise", reply.promise ?? ""),
                field("undelivered", reply.isUndelivered == true ? language(TableWords.yes) : ""),
            ]
        case .signed(let signOff):
            return [(TableWords.signature, signOff.seal?.signature ?? "")]
        case .sentBack(let grounds), .withdrawn(let grounds), .notAccepted(let grounds): return [field("reason", grounds.reason)]
        case .amended(let amendment):
            return [
                field("field", language(FieldLabel.of(amendment.field.rawValue))),
                (TableWords.oldValue, amended(amendment.old, amendment.field)), field("value", amended(amendment.new, amendment.field)),
            ]
        case .addendumWritten(let addendum): return [field("text", addendum.text)]
        default: return event.details.map { field($0.name, text(of: $0)) }
        }
    }

    private func text(of detail: CaseEvent.Detail) -> String {
        switch detail.value {
        case .text(let text): text
        case .code(_, let label): language(label)
        case .moment(let moment): words.dateTime(moment)
        case .day(let day): words.longDay(day)
        case .flag(let flag): language(flag ? TableWords.yes : TableWords.no)
        case .count(let count): String(count)
        }
    }

    private func amended(_ text: String, _ field: AmendableField) -> String {
        switch field {
        case .happened: Int64(text).map { words.dateTime(Moment(milliseconds: $0)) } ?? text
        case .contact: showsContacts ? text : text.maskedContact
        default: text
        }
    }
}
